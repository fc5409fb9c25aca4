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

/* Rows of experts: a token has one at each that it goes to. */
static inline int routed(const ts_shape *s)
{
    return s->tokens * s->topk;
}

/* ---- definitions: kernels of one kind differ by their role, which is a value; each role `of` has functions of its own
 * that hand it to those of the kind: a call of s, k, size, a, mag, c ---- */

#define STAGE(of, stage, call)                                                                     \
    static void of##_##stage(ts_kern *k, const ts_shape *s)                                        \
    {                                                                                              \
        call;                                                                                      \
    }
#define BUILD(of, call) STAGE(of, build, call)
#define REFERENCE(of, call)                                                                        \
    static void of##_reference(const ts_shape *s, const int32_t *size, double *const *a,           \
                               double *const *mag)                                                 \
    {                                                                                              \
        (void)s;                                                                                   \
        (void)mag;                                                                                 \
        call;                                                                                      \
    }
#define FILL(of, call)                                                                             \
    static void of##_fill(const ts_shape *s, const ts_case *c, double *const *a)                   \
    {                                                                                              \
        call;                                                                                      \
    }
#define PRICE(of, what, call)                                                                      \
    static uint64_t of##_##what(const ts_shape *s, const int32_t *size)                            \
    {                                                                                              \
        return call;                                                                               \
    }
#define BYTES(of, call) PRICE(of, bytes, call)
#define FLOPS(of, call) PRICE(of, flops, call)

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

static inline ts_val ones(ts_kern *k, ts_val holds)
{
    return ts_select(holds, ts_i32(k, 1), zero(k));
}

/* An f32 as activations are stored. */
static inline ts_val as_act(const ts_shape *s, ts_val x)
{
    return s->type.act == TS_f32 ? x : ts_cast(x, s->type.act);
}

/* ---- cases ---- */

/* Rows of x [..,n] from `live` on, which must not matter. */
static inline void poison_rows(double *x, int live, int rows, int n)
{
    for (size_t i = (size_t)live * n; i < (size_t)rows * n; i++) x[i] = NAN;
}

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
