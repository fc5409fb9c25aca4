/* norm_gate_up_silu.c - n = rms_norm(x);  y[o] = silu(Wg[o] n) Wu[o] n
 *
 * mlp_gate_up_silu with the norm before it in the same launch: every program forms the sum of squares
 * of x beside its products and scales afterwards (see norm_qkv_rope_append.c).
 */
#include "kernels/r1_distill/matrix.h"

/* As mlp_gate_up_silu: both sums may be off by GEMV_LIMIT of their magnitudes, silu is 1.1-Lipschitz. */
static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    double *n = norm_ref(s, a[0], a[1]);
    const double *gs = scales_in(s, a, 5), *us = scales_in(s, a, 6);
    (void)size;
    for (int o = 0; o < s->inter; o++) {
        double gmag, umag;
        double g = matrix_ref(a[2], gs, o, n, s->d, &gmag);
        double u = matrix_ref(a[3], us, o, n, s->d, &umag);
        a[4][o] = silu_ref(g) * u;
        mag[4][o] = 1.1 * gmag * (fabs(u) + GEMV_LIMIT * umag) + fabs(silu_ref(g)) * umag;
    }
    free(n);
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val n = ts_i32(k, s->inter), d = ts_i32(k, s->d);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d),
            gamma = ts_arg1(k, TS_IN, "gamma", s->type.norm, d);
    ts_view wg = ts_arg2(k, TS_IN, "wg", s->type.weight, n, d);
    ts_view wu = ts_arg2(k, TS_IN, "wu", s->type.weight, n, d);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);

    matrix mg = with_scales(k, s, wg, "wg_scale", s->inter, s->d);
    matrix mu = with_scales(k, s, wu, "wu_scale", s->inter, s->d);

    ts_val o = ts_program(n, 1);
    ts_var gate = ts_var1(ts_f32(k, 0), s->plan.block), up = ts_var1(ts_f32(k, 0), s->plan.block);
    ts_var square = ts_var1(ts_f32(k, 0), s->plan.block);
    for (ts_loop i = ts_upto(d, s->plan.block); ts_next(&i);) {
        ts_val xt = ts_load(x, i.at, s->plan.block),
               gx = ts_mul(xt, ts_loadf(gamma, i.at, s->plan.block));
        ts_val g = weights_at(k, matrix_row(mg, o), i.at, s->plan.block);
        ts_set(gate, ts_fma(g, gx, ts_get(gate)));
        ts_val u = weights_at(k, matrix_row(mu, o), i.at, s->plan.block);
        ts_set(up, ts_fma(u, gx, ts_get(up)));
        ts_set(square, ts_fma(xt, xt, ts_get(square)));
    }
    ts_val scale = norm_scale(k, s, square);
    ts_val g = ts_mul(ts_sum(ts_get(gate), 0), scale), u = ts_mul(ts_sum(ts_get(up), 0), scale);
    ts_store(y, o, ts_mul(ts_silu(g), u));
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return 2 * matrix_bytes(s, s->inter, s->d) + ts_storage(s->type.norm, s->d) +
           ts_storage(TS_f32, (size_t)s->inter + s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return (uint64_t)s->inter * (5 * (uint64_t)s->d + 7);
}

const ts_kernel_def ts_r1_norm_gate_up = {
    R1_DISTILL,
    .name = "norm_gate_up_silu",
    .formula = "n = rms_norm(x); y = silu(Wg n) * (Wu n)",
    .doc = "in x f32[D], in gamma norm[D], in wg weight[I,D], in wu weight[I,D], out y f32[I], "
           "in wg_scale, in wu_scale",
    .build = build,
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = one_case,
    .bytes = bytes,
    .flops = flops,
};
