/* prefill_kv_gemm.c - k[m,o] = bk[o] + sum_i wk[o,i] x[m,i];  v[m,o] = bv[o] + sum_i wv[o,i] x[m,i]
 *
 * kv_proj_matvec for the tokens of a chunk; k and v are the last heads of qkv, NKV each.
 */
#include "kernels/r1_distill/rows.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int n = s->kv_heads * s->head_dim, from = s->heads * s->head_dim;
    for (int i = 0; i < 2; i++)
        rows_product_ref(s, a[i], scales_in(s, a, 6 + i), a[2 + i], a[4], size[0], n, s->d,
                         a[5] + from + i * n, mag[5] + from + i * n, qkv_heads(s) * s->head_dim);
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    int width = s->kv_heads * s->head_dim, from = s->heads * s->head_dim;
    ts_val rows = ts_size(k, "rows"), n = ts_i32(k, width), d = ts_i32(k, s->d);
    ts_val chunk = ts_i32(k, s->chunk), all = ts_i32(k, qkv_heads(s) * s->head_dim);
    ts_view wk = ts_arg2(k, TS_IN, "wk", s->type.weight, n, d);
    ts_view wv = ts_arg2(k, TS_IN, "wv", s->type.weight, n, d);
    ts_view bk = ts_arg1(k, TS_IN, "bk", s->type.norm, n);
    ts_view bv = ts_arg1(k, TS_IN, "bv", s->type.norm, n);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, chunk, d);
    ts_view qkv = ts_arg2(k, TS_INOUT, "qkv", TS_f32, chunk, all);
    matrix mk = with_scales(k, s, wk, "wk_scale", width, s->d);
    matrix mv = with_scales(k, s, wv, "wv_scale", width, s->d);
    chunk_input in = chunk_input_of(k, s, x, rows, s->d, stage);
    if (in.made) return;

    int cols = chunk_cols(s, in, width);
    ts_val o = ts_program(n, cols);
    tokens t = program_tokens(k, s, rows);
    ts_product p[2];
    p[0] = p[1] = tile_product(s, t, in, mk, qkv, s->d, cols);
    p[0].sums = columns(k, p[0].sums, from, width);
    p[1].w = mv.w;
    p[1].scale = mv.scale;
    p[1].sums = columns(k, p[1].sums, from + width, width);
    tiles_of_all(p, 2, o, (ts_product_end *[]){end_with_bias, end_with_bias}, (void *[]){&bk, &bv});
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
    size_t n = (size_t)s->kv_heads * s->head_dim;
    return 2 * matrix_bytes(s, s->kv_heads * s->head_dim, s->d) + ts_storage(s->type.norm, 2 * n) +
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
           "f32[chunk,D], inout qkv f32[chunk,(NH+2NKV)*DH], in wk_scale, in wv_scale; size rows",
    .build = build,
    .then = TS_STAGES({"product", product, d_is_halved}),
    .limit = TS_LIMITS({"qkv", GEMV_LIMIT}),
    .reference = reference,
    .cases = rows_cases,
    .bytes = bytes,
    .flops = flops,
};
