/* live.h - kernels that walk rows and compute no sum: what of their arrays is live, and what they move. */
#ifndef TESSERA_KERNELS_R1_NVFP4_LIVE_H
#define TESSERA_KERNELS_R1_NVFP4_LIVE_H

#include "kernels/r1_nvfp4/parts.h"

enum {
    HEADS_AT_ONCE = 8, /* that a program walks */
    BLOCKS_AT_ONCE = 8 /* likewise, of a row */
};

/* Elements of a row that a program takes. */
static inline int span(const ts_shape *s)
{
    return BLOCKS_AT_ONCE * s->plan.block;
}

/* What a row of fused_a's product has: latents of queries and of the cache, and what of its key has a position. */
static inline int latents(const ts_shape *s)
{
    return s->q_lora + s->kv_lora + s->rope;
}

/* ---- cases ---- */

/* Kernels whose one size is how many routed rows are live. */
static inline int routed_cases(const ts_shape *s, ts_case *c)
{
    c[0] = (ts_case){.name = "all rows", .size = {routed(s)}};
    c[1] = (ts_case){.name = "one row", .size = {1}};
    c[2] = (ts_case){.name = "all but one", .size = {routed(s) - 1}};
    c[3] = (ts_case){.name = "no row", .size = {0}};
    return 4;
}

/* ---- a 0 or a 1 as the turns of a loop: what one program of a few does ---- */

static inline ts_loop only_if(ts_kern *k, ts_val holds)
{
    return ts_upto(ts_select(holds, ts_i32(k, 1), ts_i32(k, 0)), 1);
}

#endif
