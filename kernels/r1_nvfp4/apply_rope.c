/* apply_rope.c - elements of q[t,h] and of k[t] that have a position, turned by cos_sin[pos[t]], in place (turn.h)
 *
 * Two of them. The profile's: heads of `head` elements, of which the first `rope` are turned. The layer's: the last
 * `rope` of a query's head, and the last of the row that fused_a makes, which is where a key's lie; nothing is copied
 * together before. A program turns a few heads of a token, and that of the first ones its key.
 */
#include "kernels/r1_nvfp4/turn.h"

typedef struct
    places { /* how wide heads of q are, and k's one, and from where on they are turned */
    int q, q_from, k, k_from;
} places;

static places heads(const ts_shape *s)
{
    return (places){s->head, 0, s->head, 0};
}

static places rows(const ts_shape *s)
{
    return (places){s->nope + s->rope, s->nope, latents(s), s->q_lora + s->kv_lora};
}

/* ---- reference ---- */

static void turn_row(const ts_shape *s, const double *cos_sin, int from, double *x, double *mag)
{
    memset(mag, 0, (size_t)from * sizeof *mag);
    turn_ref(s, x + from, cos_sin, x + from, mag + from);
}

static void rope_ref(const ts_shape *s, places of, int tokens, double *const *a, double *const *mag)
{
    for (int t = 0; t < tokens; t++) {
        const double *by = a[2] + (size_t)a[3][t] * s->rope;
        for (int h = 0; h < s->heads; h++) {
            size_t at = ((size_t)t * s->heads + h) * of.q;
            turn_row(s, by, of.q_from, a[0] + at, mag[0] + at);
        }
        turn_row(s, by, of.k_from, a[1] + (size_t)t * of.k, mag[1] + (size_t)t * of.k);
    }
}

/* ---- kernel ---- */

static void turn(ts_kern *k, const ts_shape *s, ts_view x, int at, turning by)
{
    ts_store(x, ts_i32(k, at), ts_cast(turned(k, s, x, at, by), TS_bf16));
}

static void rope(ts_kern *k, const ts_shape *s, places of)
{
    ts_val live = live_rows(k, "tokens", s->tokens), tokens = ts_i32(k, s->tokens),
           n = ts_i32(k, s->heads);
    ts_view q = ts_arg3(k, TS_INOUT, "q", TS_bf16, tokens, n, ts_i32(k, of.q));
    ts_view key = ts_arg3(k, TS_INOUT, "k", TS_bf16, tokens, ts_i32(k, 1), ts_i32(k, of.k));
    ts_view cos_sin = cos_sin_arg(k, s), pos = ts_arg1(k, TS_IN, "pos", TS_i32, tokens);

    ts_val t = ts_program(live, 1), first = ts_program(n, HEADS_AT_ONCE);
    turning by = turning_at(k, s, cos_sin, ts_at(pos, t));
    ts_view of_token = ts_row(q, t), of_key = ts_row(ts_row(key, t), zero(k));
    ts_val last = ts_min(n, ts_add(first, ts_i32(k, HEADS_AT_ONCE)));
    for (ts_loop h = ts_range(first, last, 1); ts_next(&h);)
        turn(k, s, ts_row(of_token, h.at), of.q_from, by);
    for (ts_loop i = only_if(k, ts_eq(first, zero(k))); ts_next(&i);)
        turn(k, s, of_key, of.k_from, by);
}

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    fill_turning(s, a[2], a[3]);
    for (int t = c->size[0]; t < s->tokens; t++) a[3][t] = -1;
}

/* ---- the price ---- */

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t t = (size_t)size[0], turned_elements = t * (size_t)(s->heads + 1) * (size_t)s->rope;
    return ts_storage(TS_bf16, 2 * turned_elements) + ts_storage(TS_f32, t * (size_t)s->rope) +
           ts_storage(TS_i32, t);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return 3 * (uint64_t)size[0] * (uint64_t)(s->heads + 1) * (uint64_t)s->rope;
}

/* ---- the two ---- */

#define ROPE(of)                                                                                   \
    REFERENCE(of, rope_ref(s, of(s), size[0], a, mag))                                             \
    BUILD(of, rope(k, s, of(s)))

ROPE(heads)
ROPE(rows)

static int sound(const ts_shape *s, ts_error *err)
{
    if (s->head >= s->rope) return 0;
    return ts_fail(err, "shape: head must not be below rope (%d and %d)", s->head, s->rope);
}

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .formula = "(a, b) = (a cos - b sin, b cos + a sin) of pairs of q[t,h] and k[t]",    \
              .build = of##_build, .sound = sound,                                                 \
              .limit = TS_LIMITS({"q", REAL_LIMIT}, {"k", REAL_LIMIT}),                            \
              .reference = of##_reference, .cases = token_cases, .fill = fill, .bytes = bytes,     \
              .flops = flops

const ts_kernel_def ts_nv_apply_rope_with_cos_sin_cache_inplace = {
    KERNEL(heads),
    .name = "apply_rope_with_cos_sin_cache_inplace",
    .doc = "inout q bf16[tokens,H,head], of a head the first R are turned, inout k "
           "bf16[tokens,1,head] likewise, in cos_sin f32[context,R], in pos i32[tokens], below "
           "context; size tokens",
};

const ts_kernel_def ts_nv_apply_rope_with_cos_sin_cache_inplace_rows = {
    KERNEL(rows),
    .name = "apply_rope_with_cos_sin_cache_inplace_rows",
    .doc = "inout q bf16[tokens,H,N+R], of a head the last R are turned, inout k "
           "bf16[tokens,1,Q+L+R] likewise, in cos_sin f32[context,R], in pos i32[tokens], below "
           "context; size tokens",
};
