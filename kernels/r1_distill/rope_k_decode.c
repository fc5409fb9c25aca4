/* rope_k_decode.c - (a, b) to (a cos - b sin, b cos + a sin), a and b the halves of a key head
 *
 * The formula, its reference and the kernel are those of rope.h, over kv_heads heads.
 */
#include "kernels/r1_distill/rope.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    rope_reference(s, s->kv_heads, size[0], a, mag);
}

static void build(ts_kern *k, const ts_shape *s)
{
    rope_build(k, s, s->kv_heads, "k");
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return ts_storage(TS_f32, (2 * (size_t)s->kv_heads + 1) * s->head_dim);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return 3 * (uint64_t)s->kv_heads * s->head_dim;
}

const ts_kernel_def ts_r1_rope_k = {
    R1_DISTILL,
    .name = "rope_k_decode",
    .formula = "(a, b) = (a cos - b sin, b cos + a sin), a and b the halves of a head",
    .doc = "inout k f32[NKV,DH], in cos f32[ctx,DH/2], in sin f32[ctx,DH/2]; size pos",
    .build = build,
    .limit = TS_LIMITS({"k", REAL_LIMIT}),
    .reference = reference,
    .cases = position_cases,
    .bytes = bytes,
    .flops = flops,
};
