/* shapes.c - the shapes that kernels are checked at.
 *
 * Each is small but the first, and each breaks something that another one hides: sizes that fill
 * their blocks, sizes one past a block, sizes that share no factor with anything.
 */
#include "check/check.h"

static const ts_check_shape shapes[] = {
    {"mini",
     "no size is a multiple of anything; 7 query heads a kv head",
     {.d = 83,
      .heads = 7,
      .kv_heads = 1,
      .head_dim = 10,
      .inter = 131,
      .vocab = 517,
      .ctx = 77,
      .eps = 1e-6,
      .block = 64,
      .key_block = 8,
      .split = 24,
      .vocab_block = 128},
     false},
    {"tails",
     "one more or less than a block; one query head a kv head; a large eps",
     {.d = 65,
      .heads = 3,
      .kv_heads = 3,
      .head_dim = 6,
      .inter = 63,
      .vocab = 257,
      .ctx = 33,
      .eps = 0.01,
      .block = 64,
      .key_block = 4,
      .split = 16,
      .vocab_block = 64},
     false},
    {"even",
     "whole blocks; 2 query heads a kv head",
     {.d = 256,
      .heads = 4,
      .kv_heads = 2,
      .head_dim = 64,
      .inter = 640,
      .vocab = 1000,
      .ctx = 128,
      .eps = 1e-6,
      .block = 64,
      .key_block = 32,
      .split = 64,
      .vocab_block = 256},
     false},
    {"rows",
     "rows of 1.5B length, few of them",
     {.d = 1536,
      .heads = 6,
      .kv_heads = 1,
      .head_dim = 128,
      .inter = 37,
      .vocab = 101,
      .ctx = 300,
      .eps = 1e-6,
      .block = 64,
      .key_block = 32,
      .split = 256,
      .vocab_block = 4096},
     true},
    {"columns",
     "rows of 1.5B length for the projections back, few of them; a large eps",
     {.d = 19,
      .heads = 12,
      .kv_heads = 2,
      .head_dim = 128,
      .inter = 8960,
      .vocab = 3,
      .ctx = 40,
      .eps = 0.01,
      .block = 64,
      .key_block = 32,
      .split = 256,
      .vocab_block = 4096},
     true},
    {"1.5b",
     "DeepSeek-R1-Distill-Qwen-1.5B",
     {.d = 1536,
      .heads = 12,
      .kv_heads = 2,
      .head_dim = 128,
      .inter = 8960,
      .vocab = 151936,
      .ctx = 700,
      .eps = 1e-6,
      .block = 64,
      .key_block = 32,
      .split = 256,
      .vocab_block = 4096},
     true},
};

const ts_check_shape *ts_check_shape_at(size_t i)
{
    return i < sizeof shapes / sizeof *shapes ? &shapes[i] : NULL;
}

ts_shape ts_check_dtypes(const ts_check_shape *s, int which, const ts_target *target)
{
    static const ts_dtype dtypes[] = {TS_f32, TS_f16, TS_bf16};
    int row = (int)(s - shapes);
    ts_shape shape = s->shape;
    shape.weight = dtypes[which % 3];
    shape.norm = dtypes[(which + row) % 3];
    shape.kv = dtypes[(which + 2 * row + 1) % 3];
    if (s->tuned && target) ts_shape_tune(&shape, target);
    return shape;
}
