/* q_proj_matvec.c - y[o] = bias[o] + sum_i w[o,i] x[i]
 *
 * The query projection of Qwen2, which has a bias; o runs over heads and their elements.
 */
#include "kernels/r1_distill/matrix.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    const double *bias = a[1], *scale = scales_in(s, a, 4);
    double *x = fixed_ref(s, a[2], s->d);
    (void)size;
    for (int o = 0; o < s->heads * s->head_dim; o++) {
        a[3][o] = bias[o] + row_ref(s, a[0], scale, o, x, s->d, &mag[3][o]);
        mag[3][o] += fabs(bias[o]);
    }
    free(x);
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    ts_val n = ts_i32(k, s->heads * s->head_dim), d = ts_i32(k, s->d);
    ts_view w = weights_arg(k, s, "w", n, d, s->d);
    ts_view bias = ts_arg1(k, TS_IN, "bias", s->type.norm, n);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    matrix m = with_scales(k, s, w, "w_scale", s->heads * s->head_dim, s->d);
    input in = input_of(k, s, x, s->d, stage);
    if (in.made) return;

    ts_val o = ts_program(n, 1);
    ts_val sum = matrix_product(k, s, m, o, in, s->d);
    ts_store(y, o, ts_add(sum, at_f32(bias, o)));
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
    size_t n = (size_t)s->heads * s->head_dim;
    (void)size;
    return matrix_bytes(s, s->heads * s->head_dim, s->d) + ts_storage(s->type.norm, n) +
           ts_storage(TS_f32, n + s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return (uint64_t)s->heads * s->head_dim * (2 * (uint64_t)s->d + 1);
}

const ts_kernel_def ts_r1_q_proj = {
    R1_DISTILL,
    .name = "q_proj_matvec",
    .formula = "y = W x + bias",
    .doc = "in w weight[NH*DH,D], in bias norm[NH*DH], in x f32[D], out y f32[NH*DH], in w_scale",
    .build = build,
    .then = TS_STAGES({"product", product, d_in_words}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = one_case,
    .bytes = bytes,
    .flops = flops,
};
