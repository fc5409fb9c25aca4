/* batch_gate_up_silu.c - y[m,o] = silu(g) u,  g = sum_i wg[o,i] x[m,i],  u = sum_i wu[o,i] x[m,i]
 *
 * mlp_gate_up_silu for the sequences of a batch. A row of wu is walked behind that of wg: with both at once
 * there would be registers for the sums of fewer programs side by side.
 */
#include "kernels/r1_distill/batch.h"

/* As mlp_gate_up_silu: both sums may be off by GEMV_LIMIT of their magnitudes, silu is 1.1-Lipschitz. */
static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    const double *gs = scales_in(s, a, 4), *us = scales_in(s, a, 5);
    for (int m = 0; m < size[0]; m++) {
        double *x = batch_x_ref(s, a[2] + (size_t)m * s->d, s->d);
        for (int o = 0; o < s->inter; o++) {
            size_t at = (size_t)m * s->inter + o;
            double gmag, umag;
            double g = row_ref(s, a[0], gs, o, x, s->d, &gmag);
            double u = row_ref(s, a[1], us, o, x, s->d, &umag);
            a[3][at] = silu_ref(g) * u;
            mag[3][at] = 1.1 * gmag * (fabs(u) + GEMV_LIMIT * umag) + fabs(silu_ref(g)) * umag;
        }
        free(x);
    }
}

static void end(const batch *b, int m, int n, ts_val o, const ts_val *y, void *ctx)
{
    (void)n;
    batch_store(b, *(const ts_view *)ctx, m, o, ts_mul(ts_silu(y[0]), y[1]));
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    ts_val rows = ts_size(k, "rows"), n = ts_i32(k, s->inter), d = ts_i32(k, s->d);
    ts_val all = ts_i32(k, s->batch);
    ts_view wg = weights_arg(k, s, "wg", n, d, s->d);
    ts_view wu = weights_arg(k, s, "wu", n, d, s->d);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, all, d);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_f32, all, n);
    matrix m[2];
    m[0] = with_scales(k, s, wg, "wg_scale", s->inter, s->d);
    m[1] = with_scales(k, s, wu, "wu_scale", s->inter, s->d);
    input in = batch_input(k, s, x, rows, s->d, stage);
    if (in.made) return;

    batch b = batch_of(k, s, rows, n, s->inter, s->d, 2);
    batch_products(&b, m, 2, in, s->d, end, &y);
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
    return 2 * matrix_bytes(s, s->inter, s->d) +
           ts_storage(TS_f32, size[0] * ((size_t)s->inter + s->d));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * s->inter * (4 * (uint64_t)s->d + 5);
}

const ts_kernel_def ts_r1_batch_gate_up = {
    R1_DISTILL,
    .name = "batch_gate_up_silu",
    .formula = "y[m] = silu(Wg x[m]) * (Wu x[m])",
    .doc = "in wg weight[I,D], in wu weight[I,D], in x f32[batch,D], inout y f32[batch,I], in "
           "wg_scale, in wu_scale; size rows",
    .build = build,
    .unoptimised = true,
    .then = TS_STAGES({"product", product, d_is_made}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = batch_cases,
    .bytes = bytes,
    .flops = flops,
};
