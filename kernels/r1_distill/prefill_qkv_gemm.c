/* prefill_qkv_gemm.c - qkv[m,o] = bias[o] + sum_i w[o,i] x[m,i]
 *
 * prefill_q_gemm and prefill_kv_gemm over weights that lie in one buffer, as devices of threads have them:
 * the rows of q, then of k, then of v.
 */
#include "kernels/r1_distill/rows.h"

static int all_rows(const ts_shape *s)
{
    return qkv_heads(s) * s->head_dim;
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int n = all_rows(s);
    rows_product_ref(s, a[0], scales_in(s, a, 4), a[1], a[2], size[0], n, s->d, a[3], mag[3], n);
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    ts_val rows = ts_size(k, "rows"), n = ts_i32(k, all_rows(s)), d = ts_i32(k, s->d);
    ts_val chunk = ts_i32(k, s->chunk);
    ts_view w = ts_arg2(k, TS_IN, "w", s->type.weight, n, d);
    ts_view bias = ts_arg1(k, TS_IN, "bias", s->type.norm, n);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, chunk, d);
    ts_view qkv = ts_arg2(k, TS_INOUT, "qkv", TS_f32, chunk, n);
    matrix m = with_scales(k, s, w, "w_scale", all_rows(s), s->d);
    chunk_input in = chunk_input_of(k, s, x, rows, s->d, stage);
    if (in.made) return;

    int cols = chunk_cols(s, in, all_rows(s));
    ts_val o = ts_program(n, cols);
    tokens t = program_tokens(k, s, rows);
    ts_product p = tile_product(s, t, in, m, qkv, s->d, cols);
    tiles_of(&p, o, end_with_bias, &bias);
}

static void build(ts_kern *k, const ts_shape *s)
{
    make(k, s, 0);
}

static void product(ts_kern *k, const ts_shape *s)
{
    make(k, s, 1);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)all_rows(s);
    return matrix_bytes(s, all_rows(s), s->d) + ts_storage(s->type.norm, n) +
           ts_storage(TS_f32, size[0] * (n + s->d));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * all_rows(s) * (2 * (uint64_t)s->d + 1);
}

const ts_kernel_def ts_r1_prefill_qkv = {
    R1_DISTILL,
    .name = "prefill_qkv_gemm",
    .formula = "qkv[m] = W x[m] + bias, W the rows of Wq, Wk and Wv",
    .doc = "in w weight[(NH+2NKV)*DH,D], in bias norm[(NH+2NKV)*DH], in x f32[chunk,D], inout qkv "
           "f32[chunk,(NH+2NKV)*DH], in w_scale; size rows",
    .build = build,
    .then = TS_STAGES({"product", product, d_is_halved}),
    .limit = TS_LIMITS({"qkv", GEMV_LIMIT}),
    .reference = reference,
    .cases = rows_cases,
    .bytes = bytes,
    .flops = flops,
};
