/* stats.h - medians, spreads and intervals for timings on noisy machines.
 *
 * All take samples in any order and leave them as they are. n = 0 gives NAN. Nothing here drops a
 * sample: what to drop is decided by what happened around it (noise.h), never by its value.
 */
#ifndef TESSERA_BENCH_STATS_H
#define TESSERA_BENCH_STATS_H

#include <stddef.h>
#include <stdint.h>

double ts_median(const double *x, size_t n);
/* q in 0..1, linear between neighbours (0 is the least, 1 the greatest) */
double ts_quantile(const double *x, size_t n, double q);
/* median of |x - median|, unscaled */
double ts_mad(const double *x, size_t n);

typedef struct ts_interval {
    double lo, mid, hi;
} ts_interval;

/* Median with the bootstrap interval that holds `level` (0.95) of 2000 resampled medians. Same seed,
 * same interval. */
ts_interval ts_median_interval(const double *x, size_t n, double level, uint64_t seed);
/* The same of the ratios a[i] / b[i] of rounds measured side by side. */
ts_interval ts_ratio(const double *a, const double *b, size_t n, double level, uint64_t seed);

#endif
