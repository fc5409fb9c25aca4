/* prefill_qkv_gemm.c - q[m] = Wq x[m] + bq;  k[m] = Wk x[m] + bk;  v[m] = Wv x[m] + bv
 *
 * prefill_q_gemm and prefill_kv_gemm over weights that lie in one buffer, as devices of threads have them:
 *
 *   w, bias     the rows of q, then of k, then of v:  [(NH + 2 NKV) DH, D]
 *
 * Where a column goes is left to the bounds of the views: it exists in one of q, k and v.
 */
#include "kernels/r1_distill/rows.h"

static int all_rows(const ts_shape *s)
{
    return (s->heads + 2 * s->kv_heads) * s->head_dim;
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int row = 0;
    for (int i = 0; i < 3; i++) {
        int n = (i ? s->kv_heads : s->heads) * s->head_dim;
        const double *w = a[0] + (size_t)row * s->d;
        rows_product_ref(w, a[2], size[0], n, s->d, a[3 + i], mag[3 + i]);
        rows_bias_ref(a[1] + row, size[0], n, a[3 + i], mag[3 + i]);
        row += n;
    }
}

static void build(ts_kern *k, const ts_shape *s)
{
    const r1_schedule *p = &s->plan;
    int nq = s->heads * s->head_dim, nkv = s->kv_heads * s->head_dim;
    ts_val rows = ts_size(k, "rows"), n = ts_i32(k, all_rows(s)), d = ts_i32(k, s->d);
    ts_view w = ts_arg2(k, TS_IN, "w", s->type.weight, n, d);
    ts_view bias = ts_arg1(k, TS_IN, "bias", s->type.norm, n);
    ts_view x = rows_arg(k, TS_IN, "x", s, s->d, rows);
    ts_view q = rows_arg(k, TS_OUT, "q", s, nq, rows);
    ts_view key = rows_arg(k, TS_OUT, "k", s, nkv, rows);
    ts_view value = rows_arg(k, TS_OUT, "v", s, nkv, rows);

    ts_val o = ts_program(n, p->tile_cols);
    ts_val of_k = ts_sub(o, ts_i32(k, nq)), of_v = ts_sub(of_k, ts_i32(k, nkv));
    for (ts_loop m = tile_tokens(k, p, rows); ts_next(&m);) {
        ts_val y = ts_add(tile_product(k, p, x, m.at, w, o, s->d), tile_bias(p, bias, o));
        ts_store2(q, m.at, o, y);
        ts_store2(key, m.at, of_k, y);
        ts_store2(value, m.at, of_v, y);
    }
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)all_rows(s);
    return ts_storage(s->type.weight, n * s->d) + ts_storage(s->type.norm, n) +
           ts_storage(TS_f32, size[0] * (n + s->d));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * all_rows(s) * (2 * (uint64_t)s->d + 1);
}

const ts_kernel_def ts_r1_prefill_qkv = {
    R1_DISTILL,
    .name = "prefill_qkv_gemm",
    .formula = "q[m] = Wq x[m] + bq; k[m] = Wk x[m] + bk; v[m] = Wv x[m] + bv",
    .doc = "in w weight[(NH+2NKV)*DH,D], in bias norm[(NH+2NKV)*DH], in x f32[chunk,D], out q "
           "f32[chunk,NH*DH], out k f32[chunk,NKV*DH], out v likewise; size rows",
    .build = build,
    .limit = TS_LIMITS({"q", GEMV_LIMIT}, {"k", GEMV_LIMIT}, {"v", GEMV_LIMIT}),
    .reference = reference,
    .cases = rows_cases,
    .bytes = bytes,
    .flops = flops,
};
