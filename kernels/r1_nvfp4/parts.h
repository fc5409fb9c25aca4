/* parts.h - what several kernels of this suite share. Nothing here computes a whole kernel.
 *
 * Activations are [tokens,n] row-major, of which the first `tokens` that a launch says are live; the others are
 * neither read nor written. Formulas: the profile's specification of each kernel; sums and functions in f32, one
 * rounding to the output's dtype. */
#ifndef TESSERA_KERNELS_R1_NVFP4_PARTS_H
#define TESSERA_KERNELS_R1_NVFP4_PARTS_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kernels/r1_nvfp4/shape.h"

/* Accepted errors by class, in units of the magnitude that a reference reports, beside the rounding to bf16. */
#define REAL_LIMIT 2e-6 /* norm, softmax, rope, silu: relative */
#define SUM_LIMIT  5e-6 /* products: of sum |a b| */

#define R1_NVFP4 .suite = &ts_suite_r1_nvfp4

/* ---- tile code ---- */

static inline ts_val zero(ts_kern *k)
{
    return ts_i32(k, 0);
}

/* How many rows are live, of `most`: programs of so many are inside of their arrays, which needs no other test. */
static inline ts_val live_rows(ts_kern *k, const char *size, int most)
{
    ts_val live = ts_size(k, size);
    return ts_min(live, ts_i32(k, most));
}

/* An f32 as activations are stored. */
static inline ts_val as_act(const ts_shape *s, ts_val x)
{
    return s->type.act == TS_f32 ? x : ts_cast(x, s->type.act);
}

/* ---- cases ---- */

/* Kernels whose one size is how many tokens are live. */
static inline int token_cases(const ts_shape *s, ts_case *c)
{
    c[0] = (ts_case){.name = "all tokens", .size = {s->tokens}};
    c[1] = (ts_case){.name = "one token", .size = {1}};
    c[2] = (ts_case){.name = "all but one", .size = {s->tokens - 1}};
    c[3] = (ts_case){.name = "no token", .size = {0}};
    return 4;
}

#endif
