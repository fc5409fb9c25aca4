/* suite.c - the suite r1_nvfp4: its kernels, what its shapes are, and the shapes themselves. */
#include <limits.h>

#include "kernels/r1_nvfp4/scales.h"

#define K(name) extern const ts_kernel_def ts_nv_##name;
#include "kernels/r1_nvfp4/kernels.def"
#undef K

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
    SIZE(experts, "routed experts"),
    SIZE(topk, "experts of a token"),
    SIZE(groups, "groups of experts; divides experts"),
    SIZE(kept, "groups that a token chooses from"),
    SIZE(inter, "width of an expert"),
    SIZE(dense, "width of the MLP without experts"),
    SIZE(tokens, "tokens of a step, at most"),
    SIZE(requests, "requests of a step, at most"),
    SIZE(queries, "tokens that a request decodes at once"),
    SIZE(context, "positions of a request, at most"),
    SIZE(page, "positions of a page of the cache"),
    SIZE(align, "rows that an expert's share is filled up to"),
    {"tiled", "1: scales in tiles of 128 x 4, 0: row by row", TS_DIMENSION, TS_INT,
     offsetof(ts_shape, tiled), 0, 1, 0, false},
    NUMBER(eps, 0x1.fffffffffffffp-1, "of the norms; below 1"),
    NUMBER(scaling, 1e6, "of the routed experts' weights"),
    NUMBER(scale, 1e6, "of scores, before softmax"),
    STORED(weight, 1 << TS_bf16 | 1 << TS_f32, true, "norms, and matrices without scales"),
    STORED(act, 1 << TS_bf16 | 1 << TS_f32, false, "activations between kernels"),
    STORED(kv, 1 << TS_bf16 | 1 << TS_f32 | 1 << TS_f8e4m3, false,
           "cache, and queries that meet it"),
    STORED(logits, 1 << TS_f32 | 1 << TS_bf16, false, "of the router"),
    TUNE(block, "elements read of a row at a time"),
    {0},
};

/* Contractions of codes, each SHARE of which has a scale. */

static int whole_shares(const ts_shape *s, ts_error *err)
{
    int n[] = {s->d, s->q_lora, s->kv_lora, s->inter, s->dense};
    const char *name[] = {"d", "q_lora", "kv_lora", "inter", "dense"};
    for (int i = 0; i < 5; i++)
        if (n[i] % SHARE)
            return ts_fail(err, "shape: %s must be a multiple of %d (is %d)", name[i], SHARE, n[i]);
    if ((int64_t)s->heads * s->value % SHARE)
        return ts_fail(err, "shape: heads times value must be a multiple of %d (%d and %d)", SHARE,
                       s->heads, s->value);
    return 0;
}

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
    return rows + (int64_t)s->align * s->experts <= MOST && head * s->heads <= MOST &&
           pages * s->requests <= MOST && (int64_t)s->requests * s->queries <= MOST &&
           (int64_t)s->q_lora + s->kv_lora + s->rope <= MOST && 2 * (int64_t)s->dense <= MOST;
}

static int sound(const ts_shape *s, ts_error *err)
{
    if (s->rope % 2)
        return ts_fail(err, "shape: rope must be even: it turns pairs (is %d)", s->rope);
    if (whole_shares(s, err) || sound_experts(s, err)) return -1;
    if (!countable(s))
        return ts_fail(err, "shape: the sizes' products are beyond what an index counts");
    return 0;
}

/* A team reads a row 16 bytes of bf16 a thread at a time. */
static void schedule(ts_shape *s, const ts_target *target)
{
    ts_target_facts facts = ts_target_facts_of(target);
    s->plan.block = facts.team > 1 ? 8 * facts.team : 64;
}

/* ---- the shapes ---- */

#define SHAPE(...)                                                                                 \
    &(const ts_shape)                                                                              \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }
/* 0.1 ln 40 + 1 squared, over the root of nope + rope: YaRN's, for 128 + 64. */
#define COMMON                                                                                     \
    .eps = 1e-6, .scaling = 2.5, .scale = 0.1352337747812271,                                      \
    .type = {TS_bf16, TS_bf16, TS_bf16, TS_f32}, .plan = {.block = 64}
#define R1                                                                                         \
    .d = 7168, .q_lora = 1536, .kv_lora = 512, .heads = 128, .nope = 128, .rope = 64,              \
    .value = 128, .experts = 256, .topk = 8, .groups = 8, .kept = 4, .inter = 2048,                \
    .dense = 18432, .page = 64, .align = 64, COMMON
/* An eighth of it, with whole heads. */
#define MINI                                                                                       \
    .d = 1024, .q_lora = 192, .kv_lora = 512, .heads = 16, .nope = 128, .rope = 64, .value = 128,  \
    .experts = 32, .topk = 4, .groups = 4, .kept = 2, .inter = 256, .dense = 2304, .page = 64,     \
    .align = 16, COMMON

static const ts_preset models[] = {
    {"r1-nvfp4", "DeepSeek-R1-0528-NVFP4-v2",
     SHAPE(R1, .tokens = 128, .requests = 128, .queries = 1, .context = 4096, .tiled = 1), TS_FULL},
    {"mini-r1", "an eighth of it, with whole heads",
     SHAPE(MINI, .tokens = 128, .requests = 16, .queries = 1, .context = 1024, .tiled = 1),
     TS_FULL},
    {0},
};

static const ts_preset check[] = {
    {"tiny", "sizes that share little; scales row by row",
     SHAPE(.d = 80, .q_lora = 48, .kv_lora = 32, .heads = 3, .nope = 10, .rope = 6, .value = 16,
           .experts = 6, .topk = 3, .groups = 3, .kept = 2, .inter = 48, .dense = 112, .tokens = 7,
           .requests = 3, .queries = 2, .context = 37, .page = 4, .align = 3, .tiled = 0,
           .eps = 0.01, .scaling = 2.5, .scale = 0.3, .type = {TS_bf16, TS_bf16, TS_bf16, TS_bf16},
           .plan = {.block = 32}),
     TS_SMALL},
    {"tiles", "more than a tile of 128 rows and of 4 scales; one group",
     SHAPE(.d = 160, .q_lora = 16, .kv_lora = 64, .heads = 2, .nope = 16, .rope = 8, .value = 24,
           .experts = 8, .topk = 2, .groups = 1, .kept = 1, .inter = 80, .dense = 16, .tokens = 150,
           .requests = 5, .queries = 1, .context = 130, .page = 16, .align = 16, .tiled = 1,
           .eps = 1e-6, .scaling = 1, .scale = 0.2, .type = {TS_bf16, TS_bf16, TS_bf16, TS_f32},
           .plan = {.block = 64}),
     TS_SMALL},
    {"mini-r1", "an eighth of DeepSeek-R1, with whole heads",
     SHAPE(MINI, .tokens = 17, .requests = 3, .queries = 1, .context = 300, .tiled = 1), TS_LONG},
    {"r1", "DeepSeek-R1",
     SHAPE(R1, .tokens = 16, .requests = 2, .queries = 2, .context = 1100, .tiled = 1), TS_FULL},
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
    .sound = sound,
    .schedule = schedule,
};
