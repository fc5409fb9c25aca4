/* concat_mla.c - keys of a prompt, and queries of decoding, put together from their two parts
 *
 *     concat_mla_k         k[t,h] = kv_b[t,h,0..nope) | k_rope[t]       value behind nope in kv_b is passed over
 *     concat_mla_absorb_q  q[t,h] = q_nope[t,h] | q_rope[t,h,nope..)    q_nope: as w_kc has folded it into the latent
 *
 * Copies, bit by bit. A program has a few heads of a token.
 */
#include "kernels/r1_nvfp4/live.h"

enum { FIRST, SECOND, JOINED }; /* params of both */

typedef struct
    joint { /* heads of `left` elements, of which `taken` are, and then of `rope` from `from` on */
    const char *first, *second, *joined;
    int left, taken, heads, right, from;
} joint;

static joint keys(const ts_shape *s)
{
    return (joint){"kv_b", "k_rope", "k", s->nope + s->value, s->nope, 1, s->rope, 0};
}

static joint queries(const ts_shape *s)
{
    return (joint){"q_nope", "q_rope",          "q",    s->kv_lora, s->kv_lora,
                   s->heads, s->nope + s->rope, s->nope};
}

/* ---- reference ---- */

static void join_ref(const ts_shape *s, joint of, int tokens, double *const *a)
{
    int n = of.taken + s->rope;
    for (int i = 0; i < tokens * s->heads; i++) {
        const double *left = a[FIRST] + (size_t)i * of.left;
        const double *right = a[SECOND] + (size_t)(of.heads > 1 ? i : i / s->heads) * of.right;
        for (int j = 0; j < of.taken; j++) a[JOINED][(size_t)i * n + j] = left[j];
        for (int j = 0; j < s->rope; j++)
            a[JOINED][(size_t)i * n + of.taken + j] = right[of.from + j];
    }
}

/* ---- kernel ---- */

static void copy_head(ts_kern *k, const ts_shape *s, joint of, ts_view left, ts_view right,
                      ts_view to)
{
    ts_view taken = ts_part(left, 0, zero(k), ts_i32(k, of.taken), 1);
    ts_view first = ts_part(to, 0, zero(k), ts_i32(k, of.taken), 1);
    for (ts_loop i = ts_upto(ts_i32(k, of.taken), s->plan.block); ts_next(&i);)
        ts_store(first, i.at, ts_load(taken, i.at, s->plan.block));
    ts_store(to, ts_i32(k, of.taken), ts_load(right, ts_i32(k, of.from), s->rope));
}

static void join(ts_kern *k, const ts_shape *s, joint of)
{
    ts_val live = live_rows(k, "tokens", s->tokens), rows = ts_i32(k, s->tokens),
           n = ts_i32(k, s->heads);
    ts_view left = ts_arg3(k, TS_IN, of.first, TS_bf16, rows, n, ts_i32(k, of.left));
    ts_val right_heads = ts_i32(k, of.heads), width = ts_i32(k, of.taken + s->rope);
    ts_view right = ts_arg3(k, TS_IN, of.second, TS_bf16, rows, right_heads, ts_i32(k, of.right));
    ts_view to = ts_arg3(k, TS_INOUT, of.joined, TS_bf16, rows, n, width);

    ts_val t = ts_program(live, 1), first = ts_program(n, HEADS_AT_ONCE);
    ts_val last = ts_min(n, ts_add(first, ts_i32(k, HEADS_AT_ONCE)));
    for (ts_loop h = ts_range(first, last, 1); ts_next(&h);)
        copy_head(k, s, of, ts_row(ts_row(left, t), h.at),
                  ts_row(ts_row(right, t), of.heads > 1 ? h.at : zero(k)),
                  ts_row(ts_row(to, t), h.at));
}

/* ---- the price ---- */

static uint64_t join_bytes(const ts_shape *s, joint of, const int32_t *size)
{
    size_t heads = (size_t)s->heads, rope = (size_t)s->rope, taken = (size_t)of.taken;
    return ts_storage(TS_bf16,
                      (size_t)size[0] * (heads * (2 * taken + rope) + (size_t)of.heads * rope));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    (void)size;
    return 0;
}

/* ---- the two ---- */

#define JOIN(of)                                                                                   \
    REFERENCE(of, join_ref(s, of(s), size[0], a))                                                  \
    BUILD(of, join(k, s, of(s)))                                                                   \
    BYTES(of, join_bytes(s, of(s), size))

JOIN(keys)
JOIN(queries)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .build = of##_build, .reference = of##_reference, .cases = token_cases,              \
              .bytes = of##_bytes, .flops = flops

const ts_kernel_def ts_nv_concat_mla_k = {
    KERNEL(keys),
    .name = "concat_mla_k",
    .formula = "k[t,h] = kv_b[t,h,0..nope) | k_rope[t]",
    .doc = "in kv_b bf16[tokens,H,N+V], in k_rope bf16[tokens,1,R], inout k bf16[tokens,H,N+R]; "
           "size tokens",
};

const ts_kernel_def ts_nv_concat_mla_absorb_q = {
    KERNEL(queries),
    .name = "concat_mla_absorb_q",
    .formula = "q[t,h] = q_nope[t,h] | q_rope[t,h,nope..)",
    .doc =
        "in q_nope bf16[tokens,H,L], in q_rope bf16[tokens,H,N+R], of which the last R are taken, "
        "inout q bf16[tokens,H,L+R]; size tokens",
};
