/* expert_rows.h - rows that go to experts and come back: what their kernels share.
 *
 * A program has a part of one row, SPAN blocks of it. */
#ifndef TESSERA_KERNELS_R1_NVFP4_EXPERT_ROWS_H
#define TESSERA_KERNELS_R1_NVFP4_EXPERT_ROWS_H

#include "kernels/r1_nvfp4/parts.h"

enum { SPAN = 8 };

/* Rows that tokens have at experts, at most. */
static inline int most_rows(const ts_shape *s)
{
    return s->tokens * s->topk;
}

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

/* A size of the launch, at most what there is room for. */
static inline ts_val live_of(ts_kern *k, const char *name, int most)
{
    return live_rows(k, name, most);
}

/* Rows from `live` on, which must not matter. */
static inline void spoil_rows(double *x, size_t live, size_t rows, size_t n)
{
    for (size_t i = live * n; i < rows * n; i++) x[i] = NAN;
}

#endif
