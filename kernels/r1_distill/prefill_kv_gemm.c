/* prefill_kv_gemm.c - k[m,o] = bk[o] + sum_i wk[o,i] x[m,i];  v[m,o] = bv[o] + sum_i wv[o,i] x[m,i]
 *
 * kv_proj_matvec for the tokens of a chunk.
 */
#include "kernels/r1_distill/rows.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int n = s->kv_heads * s->head_dim;
    for (int i = 0; i < 2; i++) {
        rows_product_ref(a[i], a[4], size[0], n, s->d, a[5 + i], mag[5 + i]);
        rows_bias_ref(a[2 + i], size[0], n, a[5 + i], mag[5 + i]);
    }
}

static void build(ts_kern *k, const ts_shape *s)
{
    const r1_schedule *p = &s->plan;
    int width = s->kv_heads * s->head_dim;
    ts_val rows = ts_size(k, "rows"), n = ts_i32(k, width), d = ts_i32(k, s->d);
    ts_view wk = ts_arg2(k, TS_IN, "wk", s->type.weight, n, d);
    ts_view wv = ts_arg2(k, TS_IN, "wv", s->type.weight, n, d);
    ts_view bk = ts_arg1(k, TS_IN, "bk", s->type.norm, n);
    ts_view bv = ts_arg1(k, TS_IN, "bv", s->type.norm, n);
    ts_view x = rows_arg(k, TS_IN, "x", s, s->d, rows);
    ts_view key = rows_arg(k, TS_OUT, "k", s, width, rows);
    ts_view value = rows_arg(k, TS_OUT, "v", s, width, rows);

    ts_val o = ts_program(n, p->tile_cols);
    for (ts_loop m = tile_tokens(k, p, rows); ts_next(&m);) {
        ts_val yk = tile_product(k, p, x, m.at, wk, o, s->d);
        ts_store2(key, m.at, o, ts_add(yk, tile_bias(p, bk, o)));
        ts_val yv = tile_product(k, p, x, m.at, wv, o, s->d);
        ts_store2(value, m.at, o, ts_add(yv, tile_bias(p, bv, o)));
    }
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)s->kv_heads * s->head_dim;
    return ts_storage(s->type.weight, 2 * n * s->d) + ts_storage(s->type.norm, 2 * n) +
           ts_storage(TS_f32, size[0] * (2 * n + s->d));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return 2 * (uint64_t)size[0] * s->kv_heads * s->head_dim * (2 * (uint64_t)s->d + 1);
}

const ts_kernel_def ts_r1_prefill_kv = {
    R1_DISTILL,
    .name = "prefill_kv_gemm",
    .formula = "k[m] = Wk x[m] + bk; v[m] = Wv x[m] + bv",
    .doc = "in wk weight[NKV*DH,D], in wv likewise, in bk norm[NKV*DH], in bv likewise, in x "
           "f32[chunk,D], out k f32[chunk,NKV*DH], out v likewise; size rows",
    .build = build,
    .limit = TS_LIMITS({"k", GEMV_LIMIT}, {"v", GEMV_LIMIT}),
    .reference = reference,
    .cases = rows_cases,
    .bytes = bytes,
    .flops = flops,
};
