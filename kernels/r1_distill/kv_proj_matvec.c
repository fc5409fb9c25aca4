/* kv_proj_matvec.c - k[o] = bk[o] + sum_i wk[o,i] x[i];  v[o] = bv[o] + sum_i wv[o,i] x[i]
 *
 * The key and value projections of Qwen2 in one launch: alone, each is too small to fill a machine.
 */
#include "kernels/r1_distill/matrix.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    double *x = fixed_ref(s, a[4], s->d);
    (void)size;
    for (int o = 0; o < s->kv_heads * s->head_dim; o++)
        for (int which = 0; which < 2; which++) {
            const double *scale = scales_in(s, a, 7 + which);
            double bias = a[2 + which][o];
            a[5 + which][o] = bias + row_ref(s, a[which], scale, o, x, s->d, &mag[5 + which][o]);
            mag[5 + which][o] += fabs(bias);
        }
    free(x);
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    ts_val n = ts_i32(k, s->kv_heads * s->head_dim), d = ts_i32(k, s->d);
    ts_view wk = weights_arg(k, s, "wk", n, d, s->d);
    ts_view wv = weights_arg(k, s, "wv", n, d, s->d);
    ts_view bk = ts_arg1(k, TS_IN, "bk", s->type.norm, n),
            bv = ts_arg1(k, TS_IN, "bv", s->type.norm, n);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d);
    ts_view key = ts_arg1(k, TS_OUT, "k", TS_f32, n), value = ts_arg1(k, TS_OUT, "v", TS_f32, n);

    matrix mk = with_scales(k, s, wk, "wk_scale", s->kv_heads * s->head_dim, s->d);
    matrix mv = with_scales(k, s, wv, "wv_scale", s->kv_heads * s->head_dim, s->d);
    input in = input_of(k, s, x, s->d, stage);
    if (in.made) return;

    ts_val o = ts_program(n, 1);
    ts_val sum[2];
    matrix_products(k, s, mk, mv, o, in, s->d, sum);
    ts_store(key, o, ts_add(sum[0], at_f32(bk, o)));
    ts_store(value, o, ts_add(sum[1], at_f32(bv, o)));
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
    (void)size;
    return 2 * matrix_bytes(s, s->kv_heads * s->head_dim, s->d) + ts_storage(s->type.norm, 2 * n) +
           ts_storage(TS_f32, 2 * n + s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return 2 * (uint64_t)s->kv_heads * s->head_dim * (2 * (uint64_t)s->d + 1);
}

const ts_kernel_def ts_r1_kv_proj = {
    R1_DISTILL,
    .name = "kv_proj_matvec",
    .formula = "k = Wk x + bk; v = Wv x + bv",
    .doc =
        "in wk weight[NKV*DH,D], in wv likewise, in bk norm[NKV*DH], in bv likewise, in x f32[D], "
        "out k f32[NKV*DH], out v f32[NKV*DH], in wk_scale, in wv_scale",
    .build = build,
    .then = TS_STAGES({"product", product, d_in_words}),
    .limit = TS_LIMITS({"k", GEMV_LIMIT}, {"v", GEMV_LIMIT}),
    .reference = reference,
    .cases = one_case,
    .bytes = bytes,
    .flops = flops,
};
