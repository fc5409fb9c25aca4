/* suite.c - the suite r1_distill: its kernels, what its shapes are, and the shapes themselves. */
#include <limits.h>

#include "kernels/r1_distill/batch.h"

extern const ts_kernel_def ts_r1_embedding_lookup, ts_r1_rms_norm, ts_r1_residual_add_rms_norm,
    ts_r1_q_proj, ts_r1_kv_proj, ts_r1_rope_q, ts_r1_rope_k, ts_r1_kv_append, ts_r1_attention,
    ts_r1_o_proj, ts_r1_gate_up, ts_r1_down_proj, ts_r1_silu_mul, ts_r1_residual_add, ts_r1_lm_head,
    ts_r1_argmax, ts_r1_logit_shares, ts_r1_norm_qkv, ts_r1_norm_gate_up, ts_r1_norm_lm_head,
    ts_r1_prefill_embedding, ts_r1_prefill_rms_norm, ts_r1_prefill_q, ts_r1_prefill_kv,
    ts_r1_prefill_qkv, ts_r1_prefill_rope_append, ts_r1_prefill_attention, ts_r1_prefill_o,
    ts_r1_prefill_gate_up, ts_r1_prefill_down, ts_r1_prefill_last, ts_r1_batch_q, ts_r1_batch_kv,
    ts_r1_batch_o, ts_r1_batch_gate_up, ts_r1_batch_down, ts_r1_batch_lm_head;

static const ts_kernel_def *const kernels[] = {
    &ts_r1_embedding_lookup,
    &ts_r1_rms_norm,
    &ts_r1_residual_add_rms_norm,
    &ts_r1_q_proj,
    &ts_r1_kv_proj,
    &ts_r1_rope_q,
    &ts_r1_rope_k,
    &ts_r1_kv_append,
    &ts_r1_attention,
    &ts_r1_o_proj,
    &ts_r1_gate_up,
    &ts_r1_down_proj,
    &ts_r1_silu_mul,
    &ts_r1_residual_add,
    &ts_r1_lm_head,
    &ts_r1_argmax,
    &ts_r1_logit_shares,
    &ts_r1_norm_qkv,
    &ts_r1_norm_gate_up,
    &ts_r1_norm_lm_head,
    &ts_r1_prefill_embedding,
    &ts_r1_prefill_rms_norm,
    &ts_r1_prefill_q,
    &ts_r1_prefill_kv,
    &ts_r1_prefill_qkv,
    &ts_r1_prefill_rope_append,
    &ts_r1_prefill_attention,
    &ts_r1_prefill_o,
    &ts_r1_prefill_gate_up,
    &ts_r1_prefill_down,
    &ts_r1_prefill_last,
    &ts_r1_batch_q,
    &ts_r1_batch_kv,
    &ts_r1_batch_o,
    &ts_r1_batch_gate_up,
    &ts_r1_batch_down,
    &ts_r1_batch_lm_head,
    NULL,
};

/* ---- what a shape is ---- */

#define COUNT(part, member, what)                                                                  \
    what, part, TS_INT, offsetof(ts_shape, member), 1, INT_MAX, 0, false
#define CODES (1 << TS_i8 | 1 << TS_i4 | 1 << TS_f4e2m1)
#define STORED(member, codes, leads, what)                                                         \
    what, TS_TYPE, TS_DTYPE, offsetof(ts_shape, type.member), 0, 0,                                \
        1 << TS_f32 | 1 << TS_f16 | 1 << TS_bf16 | (codes), leads

static const ts_field fields[] = {
    {"d", COUNT(TS_DIMENSION, d, "width of the residual stream")},
    {"heads", COUNT(TS_DIMENSION, heads, "query heads")},
    {"kv_heads", COUNT(TS_DIMENSION, kv_heads, "key and value heads; divides heads")},
    {"head_dim", COUNT(TS_DIMENSION, head_dim, "elements of a head; even")},
    {"inter", COUNT(TS_DIMENSION, inter, "width of the MLP")},
    {"vocab", COUNT(TS_DIMENSION, vocab, "rows of the embedding")},
    {"ctx", COUNT(TS_DIMENSION, ctx, "positions in the KV cache")},
    {"eps", "of the norms; below 1", TS_DIMENSION, TS_REAL, offsetof(ts_shape, eps), 0,
     0x1.fffffffffffffp-1, 0, false},
    {"chunk", COUNT(TS_DIMENSION, chunk, "tokens of a prompt that are taken at once, at most")},
    {"batch", COUNT(TS_DIMENSION, batch, "sequences of a step, at most")},
    {"weight", STORED(weight, CODES, true, "matrices; i8, i4, f4e2m1: codes, with scales")},
    {"norm", STORED(norm, 0, true, "gamma and biases")},
    {"kv", STORED(kv, 1 << TS_i8, false, "KV cache; i8: codes, with scales")},
    {"block", COUNT(TS_SCHEDULE, plan.block, "elements read of a row at a time")},
    {"key_block", COUNT(TS_SCHEDULE, plan.key_block, "attention: positions taken at a time")},
    {"split", COUNT(TS_SCHEDULE, plan.split, "attention: positions of a program")},
    {"vocab_block",
     COUNT(TS_SCHEDULE, plan.vocab_block, "argmax, shares of a draw: logits of a program")},
    {"tile_rows", COUNT(TS_SCHEDULE, plan.tile_rows, "products of a chunk: tokens of a tile")},
    {"tile_cols", COUNT(TS_SCHEDULE, plan.tile_cols, "products of a chunk: weight rows of a tile")},
    {"tile_depth", COUNT(TS_SCHEDULE, plan.tile_depth, "products of a chunk: elements at a time")},
    {"tile_whole", COUNT(TS_SCHEDULE, plan.tile_whole, "products of a chunk: elements not cut")},
    {"tile_span", COUNT(TS_SCHEDULE, plan.tile_span, "products of a chunk: tokens of a program")},
    {"queries", COUNT(TS_SCHEDULE, plan.queries, "attention of a chunk: tokens of a program")},
    {"keys", COUNT(TS_SCHEDULE, plan.keys, "attention of a chunk: positions taken at a time")},
    {"lanes", COUNT(TS_SCHEDULE, plan.lanes, "codes multiplied at once; above 32: a block")},
    {"width", COUNT(TS_SCHEDULE, plan.width, "running sums of a row's product; divides block")},
    {"group", COUNT(TS_SCHEDULE, plan.group, "products of a batch: sequences taken at once")},
    {"pair_group", COUNT(TS_SCHEDULE, plan.pair_group, "the same, of two matrices in a kernel")},
    {"batch_rows", COUNT(TS_SCHEDULE, plan.batch_rows, "products of a batch: rows of a program")},
    {0},
};

/* Products that kernels form in i32. */
static bool fits(int a, int b)
{
    int product;
    return !__builtin_mul_overflow(a, b, &product);
}

static int sound_chunk(const ts_shape *s, ts_error *err)
{
    const r1_schedule *p = &s->plan;
    if (p->tile_span % p->tile_rows)
        return ts_fail(err, "shape: tile_span must be a multiple of tile_rows (%d and %d)",
                       p->tile_span, p->tile_rows);
    if (!fits(s->chunk, s->heads) || !fits(p->queries, s->heads) || s->chunk > INT32_MAX - s->ctx ||
        s->chunk > INT32_MAX - p->tile_span || s->chunk > INT32_MAX - p->queries)
        return ts_fail(err, "shape: chunk is out of range");
    return 0;
}

static int sound_batch(const ts_shape *s, ts_error *err)
{
    const r1_schedule *p = &s->plan;
    int most = p->group > p->pair_group ? p->group : p->pair_group;
    if (most > MOST_GROUP)
        return ts_fail(err, "shape: group and pair_group are at most %d (one is %d)", MOST_GROUP,
                       most);
    if (!fits(s->batch, s->vocab) || s->batch > INT32_MAX - most)
        return ts_fail(err, "shape: batch is out of range");
    return 0;
}

static int sound(const ts_shape *s, ts_error *err)
{
    const r1_schedule *p = &s->plan;
    if (s->heads % s->kv_heads)
        return ts_fail(err, "shape: heads must be a multiple of kv_heads (%d and %d)", s->heads,
                       s->kv_heads);
    if (s->head_dim % 2)
        return ts_fail(err, "shape: head_dim must be even for rope (is %d)", s->head_dim);
    if (p->split % p->key_block)
        return ts_fail(err, "shape: split must be a multiple of key_block (%d and %d)", p->split,
                       p->key_block);
    if (p->lanes <= SHARE && SHARE % p->lanes)
        return ts_fail(err, "shape: lanes must divide %d or be above it (is %d)", SHARE, p->lanes);
    if (p->block % p->width)
        return ts_fail(err, "shape: block must be a multiple of width (%d and %d)", p->block,
                       p->width);
    if (p->vocab_block % p->block)
        return ts_fail(err, "shape: vocab_block must be a multiple of block (%d and %d)",
                       p->vocab_block, p->block);
    if (!fits(s->heads, s->head_dim) || !fits(s->kv_heads, (s->ctx - 1) / p->split + 1) ||
        s->ctx > INT32_MAX - p->split || s->vocab > INT32_MAX - p->vocab_block)
        return ts_fail(err, "shape: heads, head_dim, ctx or vocab is out of range");
    return sound_chunk(s, err) || sound_batch(s, err) ? -1 : 0;
}

/* On a CPU a program has as many rows of weights as three vectors have elements, so that a tile of their
 * products with tokens fits the registers (lane/block.c). Rows that the second cache holds are not cut, since
 * sums that wait in memory cost a tenth; longer ones are, to what the first cache holds. A matrix unit has two
 * squares of tokens beside two of weights under way, and reads both from the second cache: cutting tokens into
 * pieces costs a twentieth of what as many rows of weights make of them. Others get a program
 * for each tile, of which a thread keeps 8 x 8 sums in registers, and blocks of whose operands are small enough for any
 * device's shared memory. */
enum { UNIT_ROWS = 32, UNIT_COLS = 256, UNIT_DEPTH = 512 };

/* A matrix unit multiplies what is in bf16: of models whose batches go by it, where a thread has it (lane/unit.c), else
 * such weights alone. */
static void schedule_halves(ts_shape *s, ts_target_facts facts)
{
    s->plan.halves = s->plan.batch_rows > 1 || (facts.matrix && s->type.weight == TS_bf16);
}

static void schedule_tiles(ts_shape *s, ts_target_facts facts)
{
    if (facts.unit && s->plan.tile_span % UNIT_ROWS == 0) {
        s->plan.tile_rows = UNIT_ROWS;
        s->plan.tile_cols = UNIT_COLS;
        s->plan.tile_depth = s->plan.tile_whole = UNIT_DEPTH;
        return;
    }
    if (facts.team == 1) {
        int rows = facts.vector_bytes > 32 ? 8 : 4;
        if (s->plan.tile_span % rows == 0) s->plan.tile_rows = rows;
        s->plan.tile_cols = 3 * facts.vector_bytes / 4;
        s->plan.tile_depth = 256;
        s->plan.tile_whole = 1536;
        return;
    }
    s->plan.tile_rows = s->plan.tile_span = s->plan.tile_cols = 64;
    s->plan.tile_depth = s->plan.halves ? 64 : 32;
}

/* A row's product has so many running sums that multiply-adds follow each other without waiting, and as few
 * as that, so that those of many sequences fit the registers together. A team has one an element; for two
 * matrices it takes more sequences at once, since loads of many groups side by side spill registers (sm_90). */
static void schedule_sums(ts_shape *s, ts_target_facts facts)
{
    bool wide = facts.vector_bytes > 16;
    s->plan.width = facts.team > 1 ? s->plan.block : wide ? 16 : 32;
    s->plan.group = facts.team > 1 ? 2 : facts.vector_bytes > 32 ? 8 : 4;
    s->plan.pair_group = facts.team > 1 ? 8 : s->plan.group;
    while (s->plan.block % s->plan.width) s->plan.width /= 2;
}

/* Rows of x are cut once for as many rows of weights as a program has, of which that is a twentieth then. Those of
 * other lengths would leave something over in squares. */
static void schedule_batch(ts_shape *s, ts_target_facts facts)
{
    enum { ROWS = 31 * UNIT_TILE }; /* an odd number: see unit_apart */
    int q = s->heads * s->head_dim;
    bool even = s->d % SHARE == 0 && q % SHARE == 0 && s->inter % SHARE == 0;
    s->plan.batch_rows = facts.unit && even ? ROWS : 1;
}

/* A team reads a row 16 bytes of 16-bit weights a thread at a time. */
static void schedule(ts_shape *s, const ts_target *target)
{
    ts_target_facts facts = ts_target_facts_of(target);
    s->plan.lanes = facts.team > 1 ? 8 * facts.team : facts.vector_bytes / 4;
    if (facts.team > 1) s->plan.block = 8 * facts.team;
    schedule_sums(s, facts);
    schedule_batch(s, facts);
    schedule_halves(s, facts);
    schedule_tiles(s, facts);
}

/* ---- models: config.json of deepseek-ai/DeepSeek-R1-Distill-Qwen-* ---- */

#define TILES                                                                                      \
    .tile_rows = 8, .tile_cols = 24, .tile_depth = 64, .tile_whole = 1, .tile_span = 4096,         \
    .queries = 1, .keys = 32, .width = 16, .group = 8, .pair_group = 8, .batch_rows = 1,           \
    .halves = 0
#define BASE                                                                                       \
    .type = {TS_bf16, TS_bf16, TS_bf16},                                                           \
    .plan = {.block = 64, .key_block = 64, .split = 256, .vocab_block = 4096, TILES, .lanes = 8},  \
    .chunk = 128, .batch = 16

const ts_shape ts_r1_base = {.eps = 1e-6, BASE};

#define MODEL(size, d, heads, kv_heads, inter, vocab, eps)                                         \
    {                                                                                              \
        "r1-distill-" size, "DeepSeek-R1-Distill-Qwen-" size,                                      \
            &(const ts_shape){d, heads, kv_heads, 128, inter, vocab, 4096, eps, BASE}, TS_FULL     \
    }

static const ts_preset models[] = {
    MODEL("1.5b", 1536, 12, 2, 8960, 151936, 1e-6),
    MODEL("7b", 3584, 28, 4, 18944, 152064, 1e-6),
    MODEL("14b", 5120, 40, 8, 13824, 152064, 1e-5),
    MODEL("32b", 5120, 40, 8, 27648, 152064, 1e-5),
    {0},
};

/* ---- to check at: each is small but the last, and each breaks something that another one hides: sizes
 * that fill their blocks, sizes one past a block, sizes that share no factor with anything ---- */

#define SHAPE(...)                                                                                 \
    &(const ts_shape)                                                                              \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }

static const ts_preset check[] = {
    {"mini", "no size is a multiple of anything; 7 query heads a kv head",
     SHAPE(83, 7, 1, 10, 131, 517, 77, 1e-6, .chunk = 7, .batch = 5,
           .plan = {64, 8, 24, 128, 3, 5, 16, 6, 2, 8, 40, 8, 32, 3, 2, 1, 0}),
     TS_SMALL},
    {"tails", "one more or less than a block; one query head a kv head; a large eps",
     SHAPE(65, 3, 3, 6, 63, 257, 33, 0.01, .chunk = 9, .batch = 3,
           .plan = {64, 4, 16, 64, 2, 4, 64, 2, 3, 16, 1, 4, 64, 2, 3, 1, 0}),
     TS_SMALL},
    {"even", "whole blocks; 2 query heads a kv head; x of a chunk as halves",
     SHAPE(256, 4, 2, 64, 640, 1000, 128, 1e-6, .chunk = 4, .batch = 4,
           .plan = {64, 32, 64, 256, 16, 16, 32, 16, 2, 64, 1, 32, 16, 4, 4, 1, 1}),
     TS_SMALL},
    {"rows", "rows of 1.5B length, few of them",
     SHAPE(1536, 6, 1, 128, 37, 101, 300, 1e-6, .chunk = 9, .batch = 16,
           .plan = {64, 32, 256, 4096, TILES, .lanes = 4}),
     TS_LONG},
    {"columns", "rows of 1.5B length for the projections back, few of them; a large eps",
     SHAPE(19, 12, 2, 128, 8960, 3, 40, 0.01, .chunk = 5, .batch = 11,
           .plan = {64, 32, 256, 4096, TILES, .lanes = 4}),
     TS_LONG},
    {"1.5b", "DeepSeek-R1-Distill-Qwen-1.5B",
     SHAPE(1536, 12, 2, 128, 8960, 151936, 700, 1e-6, .chunk = 9, .batch = 16,
           .plan = {64, 32, 256, 4096, TILES, .lanes = 4}),
     TS_FULL},
    {0},
};

const ts_suite ts_suite_r1_distill = {
    .name = "r1_distill",
    .source = "Qwen2ForCausalLM (DeepSeek-R1-Distill-Qwen)",
    .kernel = kernels,
    .shape_bytes = sizeof(ts_shape),
    .field = fields,
    .preset = models,
    .check = check,
    .sound = sound,
    .schedule = schedule,
};
