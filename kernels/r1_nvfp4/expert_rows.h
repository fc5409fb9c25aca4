/* expert_rows.h - rows that go to experts and come back: what their kernels share.
 *
 * A program has a part of one row, SPAN blocks of it. */
#ifndef TESSERA_KERNELS_R1_NVFP4_EXPERT_ROWS_H
#define TESSERA_KERNELS_R1_NVFP4_EXPERT_ROWS_H

#include "kernels/r1_nvfp4/parts.h"

enum { SPAN = 8 };

/* The programs of `live` rows of d, and the one at hand: its row, and from where to where in it. */
typedef struct row_part {
    ts_val row, from, to;
} row_part;

static inline row_part row_parts(ts_kern *k, const ts_shape *s, ts_val live)
{
    int n = SPAN * s->plan.block;
    row_part p = {.row = ts_program(live, 1)};
    p.from = ts_program(ts_i32(k, s->d), n);
    p.to = ts_min(ts_i32(k, s->d), ts_addk(p.from, n));
    return p;
}

#endif
