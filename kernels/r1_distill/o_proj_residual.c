/* o_proj_residual.c - y[o] = res[o] + sum_i w[o,i] x[i]
 *
 * The output projection of attention, added to the residual stream; no bias in Qwen2.
 * y may stand in the place of res: an element is read and written by one program.
 */
#include "kernels/r1_distill/matrix.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    const double *res = a[2], *scale = scales_in(s, a, 4);
    size_t n = (size_t)s->heads * s->head_dim;
    double *x = fixed_ref(s, a[1], (int)n);
    (void)size;
    for (int o = 0; o < s->d; o++) {
        a[3][o] = res[o] + row_ref(s, a[0], scale, o, x, n, &mag[3][o]);
        mag[3][o] += fabs(res[o]);
    }
    free(x);
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    int inner = s->heads * s->head_dim;
    ts_val d = ts_i32(k, s->d), n = ts_i32(k, inner);
    ts_view w = weights_arg(k, s, "w", d, n, inner), x = ts_arg1(k, TS_IN, "x", TS_f32, n);
    ts_view res = ts_arg1(k, TS_IN, "res", TS_f32, d), y = ts_arg1(k, TS_OUT, "y", TS_f32, d);
    matrix m = with_scales(k, s, w, "w_scale", s->d, inner);
    input in = input_of(k, s, x, inner, stage);
    if (in.made) return;

    ts_val o = ts_program(d, 1);
    ts_val sum = matrix_product(k, s, m, o, in, inner);
    ts_store(y, o, ts_add(sum, ts_at(res, o)));
}

static void build(ts_kern *k, const ts_shape *s)
{
    make(k, s, 0);
}

static void product(ts_kern *k, const ts_shape *s)
{
    make(k, s, 1);
}

static bool in_words(const ts_shape *s)
{
    return has_words(s, s->heads * s->head_dim);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)s->heads * s->head_dim;
    (void)size;
    return matrix_bytes(s, s->d, (int)n) + ts_storage(TS_f32, n + 2 * (size_t)s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    uint64_t n = (size_t)s->heads * s->head_dim;
    (void)size;
    return s->d * (2 * n + 1);
}

const ts_kernel_def ts_r1_o_proj = {
    R1_DISTILL,
    .name = "o_proj_residual",
    .formula = "y = W x + res",
    .doc = "in w weight[D,NH*DH], in x f32[NH*DH], in res f32[D], out y f32[D], in w_scale; y may "
           "alias res",
    .build = build,
    .then = TS_STAGES({"product", product, in_words}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .alias = TS_ALIASES({"y", "res"}),
    .reference = reference,
    .cases = one_case,
    .bytes = bytes,
    .flops = flops,
};
