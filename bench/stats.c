/* stats.c - order statistics and the bootstrap (stats.h). */
#include "bench/stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RESAMPLES = 2000, FEW = 1000 };

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile_of_sorted(const double *x, size_t n, double q)
{
    double at = q * (double)(n - 1);
    size_t i = (size_t)at;
    return i + 1 < n ? x[i] + (at - (double)i) * (x[i + 1] - x[i]) : x[n - 1];
}

static double *sorted(const double *x, size_t n)
{
    double *y = n ? malloc(n * sizeof *y) : NULL;
    if (!y) return NULL;
    memcpy(y, x, n * sizeof *y);
    qsort(y, n, sizeof *y, ascending);
    return y;
}

double ts_quantile(const double *x, size_t n, double q)
{
    double *y = sorted(x, n);
    if (!y || !(q >= 0 && q <= 1)) {
        free(y);
        return NAN;
    }
    double value = quantile_of_sorted(y, n, q);
    free(y);
    return value;
}

double ts_median(const double *x, size_t n)
{
    return ts_quantile(x, n, 0.5);
}

/* splitmix64: public-domain mixing of a counter; good enough to draw indices */
static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* The rank, from 0, of the sample that is above the true median with a chance of at most `tail`: half of
 * all samples lie below it, so how many do is binomial. 0 where n is too small for any. */
static size_t outer_rank(size_t n, double tail)
{
    double chance = ldexp(1, -(int)n), sum = 0; /* of k samples below */
    for (size_t k = 0; k < n; k++) {
        sum += chance;
        if (sum > tail) return k ? k - 1 : 0;
        chance *= (double)(n - k) / (double)(k + 1);
    }
    return 0;
}

/* Element k, in order, of a sample in which y[i] is count[i] times. */
static double ranked(const double *y, const unsigned *count, size_t k)
{
    size_t i = 0;
    for (size_t below = count[0]; below <= k; below += count[i]) i++;
    return y[i];
}

/* The median of n draws; rank: where each sample stands in y, which is sorted. */
static double resampled(const double *y, const size_t *rank, unsigned *count, size_t n,
                        uint64_t *seed)
{
    memset(count, 0, n * sizeof *count);
    for (size_t i = 0; i < n; i++) count[rank[draw(seed) % n]]++;
    double low = ranked(y, count, (n - 1) / 2);
    return n % 2 ? low : low + 0.5 * (ranked(y, count, n / 2) - low);
}

/* Resampled medians are samples or lie between two, so with few of them their percentiles fall short;
 * the order statistics never do. */
static void widen(ts_interval *i, const double *y, size_t n, double level)
{
    size_t k = outer_rank(n, (1 - level) / 2);
    i->lo = fmin(i->lo, y[k]);
    i->hi = fmax(i->hi, y[n - 1 - k]);
}

ts_interval ts_median_interval(const double *x, size_t n, double level, uint64_t seed)
{
    ts_interval out = {NAN, NAN, NAN};
    double *y = sorted(x, n), median[RESAMPLES];
    size_t *rank = calloc(n + 1, sizeof *rank);
    unsigned *count = calloc(n + 1, sizeof *count);
    if (y && rank && count && level > 0 && level < 1) {
        for (size_t i = 0; i < n; i++)
            rank[i] = (size_t)((double *)bsearch(&x[i], y, n, sizeof *y, ascending) - y);
        for (size_t r = 0; r < RESAMPLES; r++) median[r] = resampled(y, rank, count, n, &seed);
        qsort(median, RESAMPLES, sizeof *median, ascending);
        out.mid = quantile_of_sorted(y, n, 0.5);
        out.lo = quantile_of_sorted(median, RESAMPLES, (1 - level) / 2);
        out.hi = quantile_of_sorted(median, RESAMPLES, (1 + level) / 2);
        if (n <= FEW) widen(&out, y, n, level);
    }
    free(y);
    free(rank);
    free(count);
    return out;
}
