/* prefill_o_gemm_residual.c - y[m,o] += sum_i w[o,i] x[m,i]
 *
 * o_proj_residual for the tokens of a chunk, in place.
 */
#include "kernels/r1_distill/residual_rows.h"

static int inner(const ts_shape *s)
{
    return s->heads * s->head_dim;
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    residual_rows_reference(s, inner(s), size, a, mag);
}

static void build(ts_kern *k, const ts_shape *s)
{
    residual_rows_make(k, s, inner(s), 0);
}

static void product(ts_kern *k, const ts_shape *s)
{
    residual_rows_make(k, s, inner(s), 1);
}

static bool is_halved(const ts_shape *s)
{
    return chunk_by_halves(s, inner(s));
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return residual_rows_bytes(s, inner(s), size);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * s->d * (2 * (uint64_t)inner(s) + 1);
}

const ts_kernel_def ts_r1_prefill_o = {
    R1_DISTILL,
    .name = "prefill_o_gemm_residual",
    .formula = "y[m] += W x[m]",
    .doc =
        "in w weight[D,NH*DH], in x f32[chunk,NH*DH], inout y f32[chunk,D], in w_scale; size rows",
    .build = build,
    .then = TS_STAGES({"product", product, is_halved}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = rows_cases,
    .bytes = bytes,
    .flops = flops,
};
