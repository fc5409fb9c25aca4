/* simt_matrix.h - what matrix units compute, by whole matrices that are put together from what the lanes hold. */
#ifndef TEST_SIMT_MATRIX_H
#define TEST_SIMT_MATRIX_H

#include "simt/form.h"

enum { TS_MOST_LANES = 64 };

/* What a lane has of a FRAGMENT, a SCALED or sums. */
typedef struct ts_held {
    uint32_t word[8];
} ts_held;

/* Where word i of a lane is. */
static inline int ts_lie_row(const ts_lie *l, int lane, int i)
{
    return (lane >> l->row.bit) % l->row.n * l->row.by + l->at[i].row;
}
static inline int ts_lie_col(const ts_lie *l, int lane, int i)
{
    return (lane >> l->col.bit) % l->col.n * l->col.by + l->at[i].col;
}

/* A MULTIPLY with number n: to[lane] of the lanes of a subgroup. -1 with *err if what lanes have of one element
 * is not the same. */
int ts_simt_multiply(const ts_matrix *u, int n, const ts_held *a, const ts_held *b,
                     const ts_held *sums, ts_held *to, ts_error *err);

#endif
