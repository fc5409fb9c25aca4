/* mla_kv_append.c - cache[slot[t]] = k_nope[t] | k_rope[t], in the dtype of the cache
 *
 * In bf16 a copy, bit by bit; in f8e4m3 f8e4m3(scale_kv x), of scale_kv x rounded to f32, beyond 448 that. Three of
 * them: both parts alone; k_rope where it lies in a row of fused_a, behind both latents; and both in one row that has
 * the dtype of the cache already, as mla_rope_quantize_fp8 leaves it. A slot is page * rows of a page + row; one that
 * the cache does not have (-1) is none, and its token is dropped. A program a token.
 */
#include "kernels/r1_nvfp4/live.h"

typedef struct
    source { /* joined: one row; else k_rope has `row` elements, of which those from `from` on count */
    bool joined;
    int row, from;
} source;

static source alone(const ts_shape *s)
{
    return (source){false, s->rope, 0};
}

static source rows(const ts_shape *s)
{
    return (source){false, latents(s), s->q_lora + s->kv_lora};
}

static source joined(const ts_shape *s)
{
    (void)s;
    return (source){.joined = true};
}

static bool scaled(const ts_shape *s, source of)
{
    return !of.joined && s->type.kv != TS_bf16;
}

static int width(const ts_shape *s)
{
    return s->kv_lora + s->rope;
}

/* Rows of all pages that requests may have. */
static int positions(const ts_shape *s)
{
    return s->requests * ((s->context - 1) / s->page + 1) * s->page;
}

/* ---- reference ---- */

/* Params: [k_nope, k_rope] or [k], slot, scale_kv if there is one, cache. */
static double element_ref(const ts_shape *s, source of, double *const *a, size_t t, int i)
{
    if (of.joined) return a[0][t * width(s) + i];
    double x =
        i < s->kv_lora ? a[0][t * s->kv_lora + i] : a[1][t * of.row + of.from + i - s->kv_lora];
    return scaled(s, of) ? (float)a[3][0] * (float)x : x;
}

static void append_ref(const ts_shape *s, source of, int tokens, double *const *a)
{
    const double *slot = a[of.joined ? 1 : 2];
    double *cache = a[of.joined ? 2 : scaled(s, of) ? 4 : 3];
    for (int t = 0; t < tokens; t++)
        for (int i = 0; slot[t] >= 0 && i < width(s); i++)
            cache[(size_t)slot[t] * width(s) + i] = element_ref(s, of, a, (size_t)t, i);
}

/* ---- kernel ---- */

/* n elements from `from` on, to the place `to` of a row of the cache; scale: a zero handle where there is none. */
static void put(ts_kern *k, const ts_shape *s, ts_view x, int from, int n, ts_val scale,
                ts_view cache, int to)
{
    ts_view part = ts_part(x, 0, ts_i32(k, from), ts_i32(k, n), 1);
    ts_view place = ts_part(cache, 0, ts_i32(k, to), ts_i32(k, n), 1);
    for (ts_loop i = ts_upto(ts_i32(k, n), s->plan.block); ts_next(&i);) {
        ts_val v = ts_load(part, i.at, s->plan.block);
        if (scale.k) v = ts_cast(ts_mul(scale, ts_cast(v, TS_f32)), s->type.kv);
        ts_store(place, i.at, v);
    }
}

static void append(ts_kern *k, const ts_shape *s, source of)
{
    ts_val live = live_rows(k, "tokens", s->tokens), tokens = ts_i32(k, s->tokens), scale = {0};
    ts_dtype t = of.joined ? s->type.kv : TS_bf16;
    ts_val n = ts_i32(k, of.joined ? width(s) : s->kv_lora);
    ts_view first = ts_arg2(k, TS_IN, of.joined ? "k" : "k_nope", t, tokens, n), second = {0};
    if (!of.joined) second = ts_arg2(k, TS_IN, "k_rope", t, tokens, ts_i32(k, of.row));
    ts_view slots = ts_arg1(k, TS_IN, "slot", TS_i32, tokens);
    if (scaled(s, of)) scale = ts_at(ts_arg1(k, TS_IN, "scale_kv", TS_f32, ts_i32(k, 1)), zero(k));
    ts_val all = ts_i32(k, positions(s)), w = ts_i32(k, width(s));
    ts_view cache = ts_arg2(k, TS_INOUT, "cache", s->type.kv, all, w);

    ts_val row = ts_program(live, 1);
    ts_view to = ts_row(cache, ts_at(slots, row));
    put(k, s, ts_row(first, row), 0, of.joined ? width(s) : s->kv_lora, scale, to, 0);
    if (!of.joined) put(k, s, ts_row(second, row), of.from, s->rope, scale, to, s->kv_lora);
}

/* ---- cases ---- */

static int append_cases(const ts_shape *s, ts_case *c)
{
    int n = token_cases(s, c);
    c[n] = (ts_case){.name = "some have no slot", .size = {s->tokens}, .variant = 1};
    return n + 1;
}

/* Slots apart from one another, from the last one down. */
static void fill_append(const ts_shape *s, source of, const ts_case *c, double *const *a)
{
    int apart = positions(s) / s->tokens;
    double *slot = a[of.joined ? 1 : 2];
    for (int t = 0; t < s->tokens; t++) {
        slot[t] = positions(s) - 1 - (double)t * (apart > 0 ? apart : 1);
        if (t >= positions(s) || (c->variant && t % 3 == 1)) slot[t] = -1;
    }
    if (scaled(s, of)) a[3][0] = (double)0.02f;
    for (int t = c->size[0]; t < s->tokens; t++) slot[t] = 0;
    if (c->size[0] < 1 || of.joined) return;
    const double hard[] = {0.341796875, -0.0, INFINITY, -INFINITY, NAN, 30000, 3.125, -3.375};
    for (int i = 0; i < 8 && i < s->kv_lora; i++) a[0][i] = hard[i];
}

/* ---- the price ---- */

static uint64_t append_bytes(const ts_shape *s, source of, const int32_t *size)
{
    size_t n = (size_t)size[0] * (size_t)width(s);
    return ts_storage(of.joined ? s->type.kv : TS_bf16, n) + ts_storage(s->type.kv, n) +
           ts_storage(TS_i32, (size_t)size[0]);
}

static uint64_t append_flops(const ts_shape *s, source of, const int32_t *size)
{
    return scaled(s, of) ? (uint64_t)size[0] * (uint64_t)width(s) : 0;
}

/* ---- the three ---- */

#define APPEND(of)                                                                                 \
    REFERENCE(of, append_ref(s, of(s), size[0], a))                                                \
    BUILD(of, append(k, s, of(s)))                                                                 \
    FILL(of, fill_append(s, of(s), c, a))                                                          \
    BYTES(of, append_bytes(s, of(s), size))                                                        \
    FLOPS(of, append_flops(s, of(s), size))

APPEND(alone)
APPEND(rows)
APPEND(joined)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .formula = "cache[slot[t]] = k_nope[t] | k_rope[t]", .build = of##_build,            \
              .reference = of##_reference, .cases = append_cases, .fill = of##_fill,               \
              .bytes = of##_bytes, .flops = of##_flops

#define CACHE                                                                                      \
    "in slot i32[tokens], beside f8e4m3 in scale_kv f32[1], inout cache kv[requests pages page,"   \
    "L+R]; size tokens"

const ts_kernel_def ts_nv_mla_kv_append = {
    KERNEL(alone),
    .name = "mla_kv_append",
    .doc = "in k_nope bf16[tokens,L], in k_rope bf16[tokens,R], " CACHE,
};

const ts_kernel_def ts_nv_mla_kv_append_rows = {
    KERNEL(rows),
    .name = "mla_kv_append_rows",
    .doc = "in k_nope bf16[tokens,L], in k_rope bf16[tokens,Q+L+R], of which the last R are taken, "
           "" CACHE,
};

const ts_kernel_def ts_nv_mla_kv_append_joined = {
    KERNEL(joined),
    .name = "mla_kv_append_joined",
    .doc =
        "in k kv[tokens,L+R], in slot i32[tokens], inout cache kv[requests pages page,L+R]; size "
        "tokens",
};
