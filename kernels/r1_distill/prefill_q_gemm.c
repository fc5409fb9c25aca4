/* prefill_q_gemm.c - y[m,o] = bias[o] + sum_i w[o,i] x[m,i]
 *
 * q_proj_matvec for the tokens of a chunk.
 */
#include "kernels/r1_distill/rows.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int n = s->heads * s->head_dim;
    rows_product_ref(a[0], a[2], size[0], n, s->d, a[3], mag[3]);
    rows_bias_ref(a[1], size[0], n, a[3], mag[3]);
}

static void build(ts_kern *k, const ts_shape *s)
{
    const r1_schedule *p = &s->plan;
    int width = s->heads * s->head_dim;
    ts_val rows = ts_size(k, "rows"), n = ts_i32(k, width), d = ts_i32(k, s->d);
    ts_view w = ts_arg2(k, TS_IN, "w", s->type.weight, n, d);
    ts_view bias = ts_arg1(k, TS_IN, "bias", s->type.norm, n);
    ts_view x = rows_arg(k, TS_IN, "x", s, s->d, rows);
    ts_view y = rows_arg(k, TS_OUT, "y", s, width, rows);

    ts_val o = ts_program(n, p->tile_cols);
    for (ts_loop m = tile_tokens(k, p, rows); ts_next(&m);)
        ts_store2(y, m.at, o,
                  ts_add(tile_product(k, p, x, m.at, w, o, s->d), tile_bias(p, bias, o)));
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)s->heads * s->head_dim;
    return ts_storage(s->type.weight, n * s->d) + ts_storage(s->type.norm, n) +
           ts_storage(TS_f32, size[0] * (n + s->d));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * s->heads * s->head_dim * (2 * (uint64_t)s->d + 1);
}

const ts_kernel_def ts_r1_prefill_q = {
    R1_DISTILL,
    .name = "prefill_q_gemm",
    .formula = "y[m] = W x[m] + bias",
    .doc = "in w weight[NH*DH,D], in bias norm[NH*DH], in x f32[chunk,D], out y f32[chunk,NH*DH]; "
           "size rows",
    .build = build,
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = rows_cases,
    .bytes = bytes,
    .flops = flops,
};
