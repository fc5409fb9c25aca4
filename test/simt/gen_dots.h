/* gen_dots.h - random products that matrix units take, or nearly take, and made-up targets that have such units. */
#ifndef TEST_GEN_DOTS_H
#define TEST_GEN_DOTS_H

#include "simt/family.h"
#include "tile/ir.h"

/* Finished, to be freed by the caller. With the data of ts_gen_fill all sums are exact. */
ts_kern *ts_gen_dots(uint64_t seed);

/* y = x w^T + 0.5 of f4e2m1 times scales, by tiles [m,k] and [n,k]. Not finished. */
typedef enum {
    TS_AS_IT_IS,
    TS_ABS_FIRST,
    TS_ABS_LAST
} ts_scale_sign; /* before or behind what repeats it */
typedef struct ts_scaled_dot {
    int rows, cols, deep, m, n, k;
    bool first; /* scales are the first operand of the product */
    int shared; /* neighbours that share a scale */
    ts_dtype scale;
    ts_scale_sign sign;
} ts_scaled_dot;
ts_kern *ts_scaled_dots(const ts_scaled_dot *s);

enum { TS_UNIT_TARGETS = 3 };
const ts_target *ts_unit_target(int n);

#endif
