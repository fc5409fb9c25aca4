/* softmax.h - what the kernels of attention share: rows of scores that become weights of rows of values.
 *
 * The softmax is the online one of Milakov and Gimelshein 2018: a running maximum m and sum l, and rows that are not
 * normalised yet, rescaled whenever m rises. m begins at -FLT_MAX, which no finite score is below, and what a row does
 * not see scores -inf: e^(-inf - m) is 0 whatever m is. So a row that sees nothing, or only scores of -inf, has l = 0:
 * its o is 0 and its lse -inf. Where a score is +inf or NaN both are NaN. lse = m + ln l, the natural logarithm. */
#ifndef TESSERA_KERNELS_R1_NVFP4_SOFTMAX_H
#define TESSERA_KERNELS_R1_NVFP4_SOFTMAX_H

#include <float.h>

#include "kernels/r1_nvfp4/parts.h"

/* ---- reference ---- */

/* A row of scores, and where the row of values of each begins. */
typedef struct scored {
    int n, width; /* scores, and elements of a row of values */
    double *score;
    const double **value;
} scored;

static inline scored scored_new(int most, int width)
{
    size_t n = (size_t)most + 1;
    scored r = {0, width, malloc(n * sizeof(double)), malloc(n * sizeof(double *))};
    if (!r.score || !r.value) abort();
    return r;
}

static inline void scored_free(scored r)
{
    free(r.score);
    free((void *)r.value);
}

static inline double dot_ref(const double *x, const double *y, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++) sum += x[i] * y[i];
    return sum;
}

/* Where a row of the result and its lse go, and the magnitudes of both. */
typedef struct row_ref {
    double *o, *lse, *o_mag, *lse_mag;
} row_ref;

static inline void add_row(const scored *r, int t, double p, row_ref to)
{
    for (int i = 0; i < r->width; i++) {
        to.o[i] += p * r->value[t][i];
        to.o_mag[i] += p * fabs(r->value[t][i]);
    }
}

/* o = `by` softmax(score) value */
static inline void attend_ref(const scored *r, double by, row_ref to)
{
    double max = -DBL_MAX, sum = 0;
    for (int t = 0; t < r->n; t++) max = fmax(max, r->score[t]);
    for (int i = 0; i < r->width; i++) to.o[i] = to.o_mag[i] = 0;
    for (int t = 0; t < r->n; t++) {
        double p = exp(r->score[t] - max);
        sum += p;
        add_row(r, t, p, to);
    }
    for (int i = 0; i < r->width && sum != 0; i++) {
        to.o[i] *= by / sum;
        to.o_mag[i] *= fabs(by) / sum;
    }
    *to.lse = sum == 0 ? -INFINITY : max + log(sum);
    *to.lse_mag = 1 + fabs(max);
}

/* ---- tile code ---- */

typedef struct running {
    ts_var m, l, acc; /* maxima, sums, rows that are not normalised */
} running;

static inline running running_rows(ts_kern *k, int rows, int width)
{
    running r = {.m = ts_var1(ts_f32(k, -FLT_MAX), rows)};
    r.l = ts_var1(ts_f32(k, 0), rows);
    r.acc = ts_var2(ts_f32(k, 0), rows, width);
    return r;
}

/* Scores [rows,n] of the next n rows of values. */
static inline void running_take(running r, ts_val score, ts_val value)
{
    ts_val top = ts_max(ts_get(r.m), ts_amax(score, 1));
    ts_val p = ts_exp(ts_sub(score, ts_col(top))), fix = ts_exp(ts_sub(ts_get(r.m), top));
    ts_set(r.l, ts_fma(ts_get(r.l), fix, ts_sum(p, 1)));
    ts_set(r.acc, ts_mul(ts_get(r.acc), ts_col(fix)));
    ts_set(r.acc, ts_dot(p, value, ts_get(r.acc)));
    ts_set(r.m, top);
}

static inline ts_val nothing_seen(running r)
{
    return ts_eq(ts_get(r.l), ts_f32(r.l.k, 0));
}

static inline ts_val running_lse(running r)
{
    ts_val lse = ts_add(ts_get(r.m), ts_log(ts_get(r.l)));
    return ts_select(nothing_seen(r), ts_f32(r.l.k, -INFINITY), lse);
}

/* What each row is multiplied by at last. */
static inline ts_val running_scale(running r, ts_val by)
{
    ts_val scale = ts_div(by, ts_get(r.l));
    return ts_select(nothing_seen(r), ts_f32(r.l.k, 0), scale);
}

#endif
