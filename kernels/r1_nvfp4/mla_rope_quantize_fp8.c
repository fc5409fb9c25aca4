/* mla_rope_quantize_fp8.c - queries and keys of the latent cache in f8e4m3: what has a position turned, all scaled
 *
 *     q[t,h] = f8e4m3(scale_q  (q_nope[t,h] | turned(q_rope[t,h])))
 *     k[t]   = f8e4m3(scale_kv (k_nope[t]   | turned(k_rope[t])))
 *
 * In f32, each operation rounded, scale times x before it is made f8e4m3; what is turned is fma(x, cos, y sin), y its
 * partner, and stays in f32 (turn.h). Beyond 448 it is that. The `_rows` one takes what has a position where the products before leave it: in queries' heads
 * behind nope, in a row of fused_a behind both latents. A program has a few heads of a token, that of the first ones
 * its key, too.
 */
#include "kernels/r1_nvfp4/turn.h"

enum { Q_ROPE, Q_NOPE, K_ROPE, K_NOPE, COS_SIN, POS, SCALE_Q, SCALE_KV, Q, K }; /* params */

typedef struct
    places { /* how wide heads of q_rope and rows of k_rope are, and from where on they are turned */
    int q, q_from, k, k_from;
} places;

static places alone(const ts_shape *s)
{
    return (places){s->rope, 0, s->rope, 0};
}

static places rows(const ts_shape *s)
{
    return (places){s->nope + s->rope, s->nope, latents(s), s->q_lora + s->kv_lora};
}

/* ---- reference ---- */

/* Each operation in f32, as the kernel does it. */
static void head_ref(const ts_shape *s, double scale, const double *nope, const double *rope,
                     const double *by, double *to)
{
    for (int i = 0; i < s->kv_lora; i++) to[i] = (float)scale * (float)nope[i];
    turn_f32_ref(s, rope, by, to + s->kv_lora);
    for (int i = s->kv_lora; i < s->kv_lora + s->rope; i++) to[i] = (float)scale * (float)to[i];
}

static void token_ref(const ts_shape *s, places of, int t, double *const *a)
{
    const double *by = a[COS_SIN] + (size_t)a[POS][t] * s->rope;
    int l = s->kv_lora, n = l + s->rope;
    for (int h = 0; h < s->heads; h++) {
        size_t i = (size_t)t * s->heads + h;
        head_ref(s, a[SCALE_Q][0], a[Q_NOPE] + i * l, a[Q_ROPE] + i * of.q + of.q_from, by,
                 a[Q] + i * n);
    }
    size_t i = (size_t)t;
    head_ref(s, a[SCALE_KV][0], a[K_NOPE] + i * l, a[K_ROPE] + i * of.k + of.k_from, by,
             a[K] + i * n);
}

static void quant_ref(const ts_shape *s, places of, int tokens, double *const *a)
{
    for (int t = 0; t < tokens; t++) token_ref(s, of, t, a);
}

/* ---- kernel ---- */

static void quant_head(ts_kern *k, const ts_shape *s, ts_val scale, ts_view nope, ts_val rope,
                       ts_view to)
{
    ts_val v = ts_mul(scale, ts_loadf(nope, zero(k), s->kv_lora));
    ts_store(to, zero(k), ts_cast(v, TS_f8e4m3));
    ts_store(to, ts_i32(k, s->kv_lora), ts_cast(ts_mul(scale, rope), TS_f8e4m3));
}

typedef struct taken { /* params, or what of them is a token's */
    ts_view q_rope, q_nope, k_rope, k_nope, cos_sin, pos, scale_q, scale_kv, q, k;
} taken;

static taken args(ts_kern *k, const ts_shape *s, places of)
{
    ts_val tokens = ts_i32(k, s->tokens), h = ts_i32(k, s->heads), l = ts_i32(k, s->kv_lora);
    ts_val n = ts_i32(k, s->kv_lora + s->rope), one = ts_i32(k, 1);
    taken p = {.q_rope = ts_arg3(k, TS_IN, "q_rope", TS_bf16, tokens, h, ts_i32(k, of.q))};
    p.q_nope = ts_arg3(k, TS_IN, "q_nope", TS_bf16, tokens, h, l);
    p.k_rope = ts_arg2(k, TS_IN, "k_rope", TS_bf16, tokens, ts_i32(k, of.k));
    p.k_nope = ts_arg2(k, TS_IN, "k_nope", TS_bf16, tokens, l);
    p.cos_sin = cos_sin_arg(k, s);
    p.pos = ts_arg1(k, TS_IN, "pos", TS_i32, tokens);
    p.scale_q = ts_arg1(k, TS_IN, "scale_q", TS_f32, one);
    p.scale_kv = ts_arg1(k, TS_IN, "scale_kv", TS_f32, one);
    p.q = ts_arg3(k, TS_INOUT, "q", TS_f8e4m3, tokens, h, n);
    p.k = ts_arg2(k, TS_INOUT, "k", TS_f8e4m3, tokens, n);
    return p;
}

static void quant_key(ts_kern *k, const ts_shape *s, places of, taken p, ts_val t, turning by)
{
    ts_val scale = ts_at(p.scale_kv, zero(k));
    ts_val rope = turned(k, s, ts_row(p.k_rope, t), of.k_from, by);
    quant_head(k, s, scale, ts_row(p.k_nope, t), rope, ts_row(p.k, t));
}

static void quant(ts_kern *k, const ts_shape *s, places of)
{
    ts_val live = live_rows(k, "tokens", s->tokens), n = ts_i32(k, s->heads);
    taken p = args(k, s, of);

    ts_val t = ts_program(live, 1), first = ts_program(n, HEADS_AT_ONCE);
    turning by = turning_at(k, s, p.cos_sin, ts_at(p.pos, t));
    ts_val scale = ts_at(p.scale_q, zero(k));
    ts_val last = ts_min(n, ts_add(first, ts_i32(k, HEADS_AT_ONCE)));
    for (ts_loop h = ts_range(first, last, 1); ts_next(&h);) {
        ts_val rope = turned(k, s, ts_row(ts_row(p.q_rope, t), h.at), of.q_from, by);
        quant_head(k, s, scale, ts_row(ts_row(p.q_nope, t), h.at), rope,
                   ts_row(ts_row(p.q, t), h.at));
    }
    for (ts_loop i = only_if(k, ts_eq(first, zero(k))); ts_next(&i);) quant_key(k, s, of, p, t, by);
}

/* 0.02 is a scale that makes ties of bf16 which are none before f32 rounds. */
static int quant_cases(const ts_shape *s, ts_case *c)
{
    int n = token_cases(s, c);
    c[n] = (ts_case){.name = "ties", .size = {s->tokens}, .variant = 1};
    return n + 1;
}

static void fill_quant(const ts_shape *s, places of, const ts_case *c, double *const *a)
{
    size_t n = (size_t)s->tokens * s->kv_lora;
    int live = c->size[0];
    fill_turning(s, a[COS_SIN], a[POS]);
    a[SCALE_Q][0] = c->variant ? 1 : 300;
    a[SCALE_KV][0] = (double)0.02f;
    for (size_t i = 0; c->variant && i < n; i++) {
        a[Q_NOPE][i] = i % 3 ? 1.0625 + (double)(i % 11) / 8 : -0x1p-10 * (double)(i % 7);
        a[K_NOPE][i] = ldexp(0.341796875, (int)(i % 5));
    }
    poison_rows(a[Q_ROPE], live, s->tokens, s->heads * of.q);
    poison_rows(a[Q_NOPE], live, s->tokens, s->heads * s->kv_lora);
    poison_rows(a[K_ROPE], live, s->tokens, of.k);
    poison_rows(a[K_NOPE], live, s->tokens, s->kv_lora);
    for (int t = live; t < s->tokens; t++) a[POS][t] = -1;
}

/* ---- the price ---- */

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t t = (size_t)size[0], rope = (size_t)s->rope;
    size_t n = t * (size_t)(s->heads + 1) * ((size_t)s->kv_lora + rope);
    return ts_storage(TS_bf16, n) + ts_storage(TS_f8e4m3, n) + ts_storage(TS_f32, t * rope) +
           ts_storage(TS_i32, t);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * (uint64_t)(s->heads + 1) * (uint64_t)(s->kv_lora + 4 * s->rope);
}

/* ---- the two ---- */

#define QUANT(of)                                                                                  \
    REFERENCE(of, quant_ref(s, of(s), size[0], a))                                                 \
    BUILD(of, quant(k, s, of(s)))                                                                  \
    FILL(of, fill_quant(s, of(s), c, a))

QUANT(alone)
QUANT(rows)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .formula = "q = f8e4m3(scale_q (q_nope | turned(q_rope))), k likewise",              \
              .build = of##_build, .reference = of##_reference, .cases = quant_cases,              \
              .fill = of##_fill, .bytes = bytes, .flops = flops

#define DOC(q, k)                                                                                  \
    "in q_rope bf16[tokens,H," q "], in q_nope bf16[tokens,H,L], in k_rope bf16[tokens," k         \
    "], in k_nope bf16[tokens,L], in cos_sin f32[context,R], in pos i32[tokens], below context, "  \
    "in scale_q f32[1], in scale_kv f32[1], inout q f8e4m3[tokens,H,L+R], inout k "                \
    "f8e4m3[tokens,L+R]; size tokens"

const ts_kernel_def ts_nv_mla_rope_quantize_fp8 = {
    KERNEL(alone),
    .name = "mla_rope_quantize_fp8",
    .doc = DOC("R", "R"),
};

const ts_kernel_def ts_nv_mla_rope_quantize_fp8_rows = {
    KERNEL(rows),
    .name = "mla_rope_quantize_fp8_rows",
    .doc = DOC("N+R", "Q+L+R") ". Of heads and rows the last R are taken",
};
