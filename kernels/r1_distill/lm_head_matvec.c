/* lm_head_matvec.c - y[o] = sum_i w[o,i] x[i]
 *
 * Logits over the whole vocabulary. With tied embeddings w is the table of embedding_lookup.
 */
#include "kernels/r1_distill/matrix.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    const double *scale = scales_in(s, a, 3);
    double *x = fixed_ref(s, a[1], s->d);
    (void)size;
    for (int o = 0; o < s->vocab; o++) a[2][o] = row_ref(s, a[0], scale, o, x, s->d, &mag[2][o]);
    free(x);
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    ts_val n = ts_i32(k, s->vocab), d = ts_i32(k, s->d);
    ts_view w = weights_arg(k, s, "w", n, d, s->d);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    matrix m = with_scales(k, s, w, "w_scale", s->vocab, s->d);
    input in = input_of(k, s, x, s->d, stage);
    if (in.made) return;

    ts_val o = ts_program(n, 1);
    ts_store(y, o, matrix_product(k, s, m, o, in, s->d));
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
    (void)size;
    return matrix_bytes(s, s->vocab, s->d) + ts_storage(TS_f32, (size_t)s->vocab + s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return 2 * (uint64_t)s->vocab * s->d;
}

const ts_kernel_def ts_r1_lm_head = {
    R1_DISTILL,
    .name = "lm_head_matvec",
    .formula = "y = W x",
    .doc = "in w weight[V,D], in x f32[D], out y f32[V], in w_scale",
    .build = build,
    .then = TS_STAGES({"product", product, d_in_words}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = one_case,
    .bytes = bytes,
    .flops = flops,
};
