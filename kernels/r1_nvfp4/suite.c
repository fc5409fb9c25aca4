/* suite.c - the suite r1_nvfp4: its kernels, what its shapes are, and the shapes themselves. */
#include <limits.h>

#include "kernels/r1_nvfp4/scales.h"

#define K(name) extern const ts_kernel_def ts_nv_##name;
#include "kernels/r1_nvfp4/kernels.def"
#undef K

extern const ts_vector ts_nv_vectors[];

extern const ts_profile ts_nv_profile;

static const ts_kernel_def *const kernels[] = {
#define K(name) &ts_nv_##name,
#include "kernels/r1_nvfp4/kernels.def"
#undef K
    NULL,
};

/* ---- what a shape is ---- */

#define COUNT(part, member, what)                                                                  \
    what, part, TS_INT, offsetof(ts_shape, member), 1, INT_MAX, 0, false
#define SIZE(member, what)                                                                         \
    {                                                                                              \
#member, COUNT(TS_DIMENSION, member, what)                                                 \
    }
#define TUNE(member, what)                                                                         \
    {                                                                                              \
#member, COUNT(TS_SCHEDULE, plan.member, what)                                             \
    }
#define NUMBER(member, most, what)                                                                 \
    {                                                                                              \
#member, what, TS_DIMENSION, TS_REAL, offsetof(ts_shape, member), 0, most, 0, false        \
    }
#define STORED(member, may, leads, what)                                                           \
    {                                                                                              \
#member, what, TS_TYPE, TS_DTYPE, offsetof(ts_shape, type.member), 0, 0, may, leads        \
    }

static const ts_field fields[] = {
    SIZE(d, "width of the residual stream"),
    SIZE(q_lora, "latent of the queries"),
    SIZE(kv_lora, "latent of keys and values"),
    SIZE(heads, "heads"),
    SIZE(nope, "elements of a head without a position"),
    SIZE(rope, "elements of a head with one; even"),
    SIZE(value, "elements of a head's value"),
    SIZE(head, "elements of a head in apply_rope, the first of which it turns"),
    {"neox", "1: rope's pairs are half of it apart, 0: neighbours", TS_DIMENSION, TS_INT,
     offsetof(ts_shape, neox), 0, 1, 0, false},
    SIZE(experts, "routed experts"),
    SIZE(topk, "experts of a token"),
    SIZE(groups, "groups of experts; divides experts"),
    SIZE(kept, "groups that a token chooses from"),
    SIZE(shared, "experts that every token goes to, beside"),
    {"scaled", "1: moe_fused_gate multiplies by scaling, 0: who adds experts up", TS_DIMENSION,
     TS_INT, offsetof(ts_shape, scaled), 0, 1, 0, false},
    {"normed", "1: weights of topk_softmax and topk_sigmoid sum to 1", TS_DIMENSION, TS_INT,
     offsetof(ts_shape, normed), 0, 1, 0, false},
    SIZE(inter, "width of an expert"),
    SIZE(dense, "width of the MLP without experts"),
    SIZE(tokens, "tokens of a step, at most"),
    SIZE(requests, "requests of a step, at most"),
    SIZE(queries, "tokens that a request decodes at once"),
    SIZE(context, "positions of a request, at most"),
    SIZE(page, "positions of a page of the cache"),
    SIZE(pages, "pages of the cache"),
    SIZE(kv_tokens, "keys of a step of ragged attention, at most"),
    {"causal", "1: ragged attention sees no later key", TS_DIMENSION, TS_INT,
     offsetof(ts_shape, causal), 0, 1, 0, false},
    SIZE(align, "rows that an expert's share is filled up to"),
    {"tiled", "1: scales in tiles of 128 x 4, 0: row by row", TS_DIMENSION, TS_INT,
     offsetof(ts_shape, tiled), 0, 1, 0, false},
    NUMBER(eps, 0x1.fffffffffffffp-1, "of the norms; below 1"),
    NUMBER(scaling, 1e6, "of the routed experts' weights"),
    NUMBER(cap, 1e6, "of the logits of topk_softmax; 0: none"),
    NUMBER(scale, 1e6, "of scores, before softmax"),
    STORED(weight, 1 << TS_bf16 | 1 << TS_f32, true, "norms, and matrices without scales"),
    STORED(act, 1 << TS_bf16 | 1 << TS_f32, false, "activations between kernels"),
    STORED(kv, 1 << TS_bf16 | 1 << TS_f32 | 1 << TS_f8e4m3, false,
           "cache, and queries that meet it"),
    STORED(logits, 1 << TS_f32 | 1 << TS_bf16, false, "of the router"),
    TUNE(block, "elements read of a row at a time"),
    TUNE(sums, "bf16, few rows of x: running sums of each"),
    TUNE(span, "bf16, many rows of x: those of a program"),
    TUNE(high, "those of a tile; span, or several a program"),
    TUNE(cols, "rows of weights of a program, at most"),
    TUNE(deep, "elements of both taken at a time"),
    TUNE(rows, "decoding: rows of queries of a program"),
    TUNE(split, "decoding: positions of a span"),
    {"apart", "decoding: 1: keys and values are read apart", TS_SCHEDULE, TS_INT,
     offsetof(ts_shape, plan.apart), 0, 1, 0, false},
    TUNE(ragged, "ragged attention: queries of a program"),
    TUNE(keys, "attention: positions taken at a time"),
    {"words", "words of 8 codes read of a row at a time; 0: tiles", TS_SCHEDULE, TS_INT,
     offsetof(ts_shape, plan.words), 0, 4096, 0, false},
    TUNE(tile, "rows and columns of a tile of a product of codes"),
    {0},
};

static int sound_experts(const ts_shape *s, ts_error *err)
{
    if (s->experts % s->groups)
        return ts_fail(err, "shape: experts must be a multiple of groups (%d and %d)", s->experts,
                       s->groups);
    if (s->kept > s->groups)
        return ts_fail(err, "shape: kept must not be above groups (%d and %d)", s->kept, s->groups);
    if (s->topk > s->kept * (s->experts / s->groups))
        return ts_fail(err, "shape: topk must not be above the %d experts of %d groups (is %d)",
                       s->kept * (s->experts / s->groups), s->kept, s->topk);
    return 0;
}

/* Products of sizes that kernels count by i32. */
static bool countable(const ts_shape *s)
{
    enum { MOST = INT_MAX - 4096 };
    int64_t rows = (int64_t)s->tokens * s->topk, head = (int64_t)s->nope + s->rope + s->value;
    int64_t pages = ((int64_t)s->context - 1) / s->page + 1;
    int64_t wide = s->d > s->dense ? s->d : s->dense, values = (int64_t)s->heads * s->value;
    int64_t shares = (wide > values ? wide : values) / SHARE + TILE_SHARES;
    int64_t scales = rows + (int64_t)TILE_ROWS * s->experts + TILE_ROWS;
    return rows + (int64_t)s->align * s->experts <= MOST && head * s->heads <= MOST &&
           (int64_t)s->head * s->heads <= MOST && pages * s->requests <= MOST / s->page &&
           (int64_t)s->pages * s->page <= MOST && scales <= MOST / shares &&
           (int64_t)s->requests * s->queries * s->heads <= MOST &&
           (int64_t)s->q_lora + s->kv_lora + s->rope <= MOST && 2 * (int64_t)s->dense <= MOST;
}

static int sound(const ts_shape *s, ts_error *err)
{
    if (s->rope % 2)
        return ts_fail(err, "shape: rope must be even: it turns pairs (is %d)", s->rope);
    if (s->plan.words % 8)
        return ts_fail(err, "shape: words must be a multiple of 8, or 0 (is %d)", s->plan.words);
    if (sound_experts(s, err)) return -1;
    if (!countable(s))
        return ts_fail(err, "shape: the sizes' products are beyond what an index counts");
    return 0;
}

/* A row's product has so many running sums that multiply-adds follow each other without waiting. Tiles of many rows of x are
 * those of r1_distill: by a CPU's vectors 8 rows or 4 meet 3 vectors of columns, by its matrix unit squares; teams have a
 * program a tile. */
static void schedule_products(ts_shape *s, ts_target_facts facts)
{
    enum { ALL_TOKENS = 1 << 12 };
    nv_schedule *p = &s->plan;
    p->sums = facts.team > 1 ? p->block : facts.vector_bytes > 16 ? 16 : 32;
    p->span = facts.team > 1 ? 64 : ALL_TOKENS;
    p->high = facts.team > 1 ? 64 : facts.unit ? 32 : facts.vector_bytes > 32 ? 8 : 4;
    p->cols = facts.team > 1 ? 64 : facts.unit ? 256 : 3 * facts.vector_bytes / 4;
    p->deep = facts.team > 1 ? 32 : facts.unit ? 512 : 256;
}

/* A team reads a row 16 bytes of bf16 a thread at a time. */
static void schedule(ts_shape *s, const ts_target *target)
{
    ts_target_facts facts = ts_target_facts_of(target);
    s->plan.block = facts.team > 1 ? 8 * facts.team : 64;
    /* Four vectors; tiled, so many that the words of their scales are one. */
    s->plan.words = facts.team > 1 ? 0 : (s->tiled ? 2 : 1) * facts.vector_bytes;
    s->plan.tile = 32;
    schedule_products(s, facts);
}

/* ---- the shapes ---- */

#define SHAPE(...)                                                                                 \
    &(const ts_shape)                                                                              \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }
#define PRODUCTS        .sums = 16, .span = 4096, .high = 8, .cols = 48, .deep = 256
#define TILES_PRODUCTS  .sums = 16, .span = 64, .high = 4, .cols = 24, .deep = 32
#define ATTENTION       .rows = 32, .split = 512, .apart = 1, .ragged = 64, .keys = 64
#define TINY_ATTENTION  .rows = 4, .split = 16, .apart = 1, .ragged = 4, .keys = 8
#define TILES_ATTENTION .rows = 8, .split = 32, .apart = 0, .ragged = 16, .keys = 16
/* 0.1 ln 40 + 1 squared, over the root of nope + rope: YaRN's, for 128 + 64. */
#define COMMON                                                                                     \
    .eps = 1e-6, .scaling = 2.5, .scale = 0.1352337747812271, .causal = 1, .shared = 1,            \
    .scaled = 1, .normed = 1, .type = {TS_bf16, TS_bf16, TS_bf16, TS_f32},                         \
    .plan = {.block = 64, ATTENTION, .words = 128, .tile = 32, PRODUCTS}
#define R1                                                                                         \
    .d = 7168, .q_lora = 1536, .kv_lora = 512, .heads = 128, .nope = 128, .rope = 64,              \
    .value = 128, .head = 64, .experts = 256, .topk = 8, .groups = 8, .kept = 4, .inter = 2048,    \
    .dense = 18432, .page = 64, .align = 64, COMMON
/* An eighth of it, with whole heads. */
#define MINI                                                                                       \
    .d = 1024, .q_lora = 192, .kv_lora = 512, .heads = 16, .nope = 128, .rope = 64, .value = 128,  \
    .head = 64, .experts = 32, .topk = 4, .groups = 4, .kept = 2, .inter = 256, .dense = 2304,     \
    .page = 64, .align = 16, COMMON

/* The small one first: texts for languages without indices of 64 bits end at 2^31 elements, which R1's experts have. */
static const ts_preset models[] = {
    {"mini-r1", "an eighth of DeepSeek-R1, with whole heads",
     SHAPE(MINI, .tokens = 128, .requests = 16, .queries = 1, .context = 1024, .pages = 256,
           .kv_tokens = 128, .tiled = 1),
     TS_FULL},
    {"r1-nvfp4", "DeepSeek-R1-0528-NVFP4-v2",
     SHAPE(R1, .tokens = 128, .requests = 128, .queries = 1, .context = 4096, .pages = 8192,
           .kv_tokens = 128, .tiled = 1),
     TS_FULL},
    {0},
};

static const ts_preset check[] = {
    {"tiny", "sizes that share little; scales row by row",
     SHAPE(.d = 80, .q_lora = 48, .kv_lora = 32, .heads = 3, .nope = 10, .rope = 6, .value = 16,
           .head = 9, .experts = 6, .topk = 3, .groups = 3, .kept = 2, .inter = 48, .dense = 112,
           .tokens = 7, .align = 3, .tiled = 0, .eps = 0.01, .scaling = 2.5, .scale = 0.3,
           .requests = 3, .queries = 2, .context = 37, .page = 4, .pages = 31, .kv_tokens = 19,
           .causal = 1, .shared = 2, .scaled = 1, .cap = 3,
           .type = {TS_bf16, TS_bf16, TS_bf16, TS_bf16},
           .plan = {TINY_ATTENTION, .block = 32, .tile = 8, PRODUCTS}),
     TS_SMALL},
    {"tiles", "more than a tile of 128 rows and of 4 scales; one group",
     SHAPE(.d = 160, .q_lora = 16, .kv_lora = 64, .heads = 2, .nope = 16, .rope = 8, .value = 24,
           .head = 8, .neox = 1, .experts = 8, .topk = 2, .groups = 1, .kept = 1, .inter = 80,
           .dense = 16, .tokens = 150, .align = 16, .tiled = 1, .eps = 1e-6, .scaling = 1.5,
           .scale = 0.2, .requests = 5, .queries = 1, .context = 130, .page = 16, .pages = 45,
           .kv_tokens = 70, .causal = 0, .shared = 1, .normed = 1,
           .type = {TS_bf16, TS_bf16, TS_bf16, TS_f32},
           .plan = {TILES_ATTENTION, TILES_PRODUCTS, .block = 64, .words = 16, .tile = 8}),
     TS_SMALL},
    {"mini-r1", "an eighth of DeepSeek-R1, with whole heads",
     SHAPE(MINI, .tokens = 17, .requests = 3, .queries = 1, .context = 300, .pages = 15,
           .kv_tokens = 90, .tiled = 1),
     TS_LONG},
    {"r1", "DeepSeek-R1",
     SHAPE(R1, .tokens = 16, .requests = 2, .queries = 2, .context = 1100, .pages = 36,
           .kv_tokens = 60, .tiled = 1),
     TS_FULL},
    {0},
};

const ts_suite ts_suite_r1_nvfp4 = {
    .name = "r1_nvfp4",
    .source = "DeepseekV3ForCausalLM (DeepSeek-R1-0528-NVFP4-v2)",
    .kernel = kernels,
    .shape_bytes = sizeof(ts_shape),
    .field = fields,
    .preset = models,
    .check = check,
    .profile = &ts_nv_profile,
    .vector = ts_nv_vectors,
    .sound = sound,
    .schedule = schedule,
};
