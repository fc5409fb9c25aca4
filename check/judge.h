/* judge.h - how far a number is from what it should be; the one place where that is decided.
 *
 * `check`, the verdicts of `bench` and `targets --verify` and the tests judge by these, so that what is
 * hard to get right stands once: a NaN is smaller than no limit and must not be forgotten by a maximum,
 * infinities have no difference, and what rounding to a narrow dtype moves is not an error of a kernel.
 */
#ifndef TESSERA_CHECK_JUDGE_H
#define TESSERA_CHECK_JUDGE_H

#include <stddef.h>

#include "tessera/tile.h"

/* |error| of a stored element: how far `want` would have to be moved to be rounded to `code`. 0 for two
 * NaNs and for equal infinities; INFINITY where just one is a NaN, or they differ and one is infinite. */
double ts_judge_error(ts_dtype t, uint32_t code, double want);

/* That error as a share of limit * mag; above 1 is wrong. limit 0: only the bits of the rounded `want`
 * are right (share 0, else INFINITY). A magnitude that is no finite number excuses nothing. Below the
 * smallest normal f32 targets may flush to zero. */
double ts_judge_share(ts_dtype t, uint32_t code, double want, double mag, double limit);

/* The larger of two errors, where a NaN is larger than everything: INFINITY. */
double ts_judge_worse(double worst, double error);

/* Largest |difference| of n floats, as a share of the largest |want|; INFINITY if anything in them is
 * not finite, if `want` is 0 throughout, or for n = 0: nothing compared is no agreement. */
double ts_judge_rows(const float *got, const float *want, size_t n);

#endif
