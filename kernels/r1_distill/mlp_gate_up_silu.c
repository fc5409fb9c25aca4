/* mlp_gate_up_silu.c - y[o] = silu(g) u,  g = sum_i wg[o,i] x[i],  u = sum_i wu[o,i] x[i]
 *
 * The first half of a SwiGLU MLP, Shazeer 2020; silu(x) = x / (1 + exp(-x)).
 */
#include "kernels/r1_distill/matrix.h"

/* Both sums may be off by GEMV_LIMIT of their magnitudes G and U; silu is 1.1-Lipschitz, so y may
 * be off by that times 1.1 |u| G + |silu(g)| U + 1.1 GEMV_LIMIT G U. */
static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    const double *gs = scales_in(s, a, 4), *us = scales_in(s, a, 5);
    double *x = fixed_ref(s, a[2], s->d);
    (void)size;
    for (int o = 0; o < s->inter; o++) {
        double gmag, umag;
        double g = row_ref(s, a[0], gs, o, x, s->d, &gmag);
        double u = row_ref(s, a[1], us, o, x, s->d, &umag);
        a[3][o] = silu_ref(g) * u;
        mag[3][o] = 1.1 * gmag * (fabs(u) + GEMV_LIMIT * umag) + fabs(silu_ref(g)) * umag;
    }
    free(x);
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    ts_val n = ts_i32(k, s->inter), d = ts_i32(k, s->d);
    ts_view wg = weights_arg(k, s, "wg", n, d, s->d);
    ts_view wu = weights_arg(k, s, "wu", n, d, s->d);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);

    matrix mg = with_scales(k, s, wg, "wg_scale", s->inter, s->d);
    matrix mu = with_scales(k, s, wu, "wu_scale", s->inter, s->d);
    input in = input_of(k, s, x, s->d, stage);
    if (in.made) return;

    ts_val o = ts_program(n, 1), sum[2];
    matrix_products(k, s, mg, mu, o, in, s->d, sum);
    ts_store(y, o, ts_mul(ts_silu(sum[0]), sum[1]));
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
    return 2 * matrix_bytes(s, s->inter, s->d) + ts_storage(TS_f32, (size_t)s->inter + s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return (uint64_t)s->inter * (4 * (uint64_t)s->d + 5);
}

const ts_kernel_def ts_r1_gate_up = {
    R1_DISTILL,
    .name = "mlp_gate_up_silu",
    .formula = "y = silu(Wg x) * (Wu x)",
    .doc =
        "in wg weight[I,D], in wu weight[I,D], in x f32[D], out y f32[I], in wg_scale, in wu_scale",
    .build = build,
    .then = TS_STAGES({"product", product, d_in_words}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = one_case,
    .bytes = bytes,
    .flops = flops,
};
