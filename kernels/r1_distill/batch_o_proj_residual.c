/* batch_o_proj_residual.c - y[m,o] += sum_i w[o,i] x[m,i]
 *
 * o_proj_residual for the sequences of a batch, in place.
 */
#include "kernels/r1_distill/batch_residual.h"

static int inner(const ts_shape *s)
{
    return s->heads * s->head_dim;
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    batch_residual_reference(s, inner(s), size, a, mag);
}

static void build(ts_kern *k, const ts_shape *s)
{
    batch_residual_build(k, s, inner(s), 0);
}

static void product(ts_kern *k, const ts_shape *s)
{
    batch_residual_build(k, s, inner(s), 1);
}

static bool made(const ts_shape *s)
{
    return is_made(s, inner(s));
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return batch_residual_bytes(s, inner(s), size);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return batch_residual_flops(s, inner(s), size);
}

const ts_kernel_def ts_r1_batch_o = {
    R1_DISTILL,
    .name = "batch_o_proj_residual",
    .formula = "y[m] += W x[m]",
    .doc =
        "in w weight[D,NH*DH], in x f32[batch,NH*DH], inout y f32[batch,D], in w_scale; size rows",
    .build = build,
    .unoptimised = true,
    .then = TS_STAGES({"product", product, made}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = batch_cases,
    .bytes = bytes,
    .flops = flops,
};
