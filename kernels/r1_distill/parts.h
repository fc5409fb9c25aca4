/* parts.h - what several kernels of this suite share: the row product, parameter rows, plain loops
 * for the references. Nothing here computes a whole kernel.
 *
 * Matrices are [N,K] row-major. Every matrix kernel has one program per output row and walks the
 * row in chunks: how many rows a core takes at once is the business of the target's lowering, which
 * can interleave programs but not undo a tiling that the kernel chose.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_PARTS_H
#define TESSERA_KERNELS_R1_DISTILL_PARTS_H

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kernels/r1_distill/shape.h"

/* Accepted errors by class, in units of the magnitude that a reference reports. */
#define GEMV_LIMIT 5e-6 /* of sum |w x| */
#define REAL_LIMIT 2e-6 /* norm, softmax, rope, silu: relative */

enum { LINE = 64 }; /* bytes of a cache line */

#define R1_DISTILL .suite = &ts_suite_r1_distill

/* ---- tile code ---- */

static inline ts_val zero(ts_kern *k)
{
    return ts_i32(k, 0);
}

static inline ts_val at_f32(ts_view v, ts_val i)
{
    return ts_cast(ts_at(v, i), TS_f32);
}

/* Elements of a row that a product takes at a time: a cache line, which is prefetched by its first load. */
static inline int row_step(const ts_shape *s)
{
    int line = LINE / (int)ts_storage(s->type.weight, 1), width = s->plan.width;
    return width == s->plan.block || line < width ? width : line;
}

/* sum_i w[i] x[i] over n elements, into plan.width running sums. Kernels of a batch add in the same order
 * (batch.h), so that a sequence has the same bits alone and among others. */
static inline ts_val row_product(ts_kern *k, const ts_shape *s, ts_view w, ts_view x, int n)
{
    int width = s->plan.width;
    ts_var acc = ts_var1(ts_f32(k, 0), width);
    for (ts_loop i = ts_upto(ts_i32(k, n), row_step(s)); ts_next(&i);)
        for (int j = 0; j < row_step(s); j += width) {
            ts_val at = j ? ts_addk(i.at, j) : i.at;
            ts_set(acc, ts_fma(ts_loadf(w, at, width), ts_load(x, at, width), ts_get(acc)));
        }
    return ts_sum(ts_get(acc), 0);
}

/* Two such products with one x, in one walk: both rows stream side by side. */
static inline void row_products(ts_kern *k, const ts_shape *s, ts_view w1, ts_view w2, ts_view x,
                                int n, ts_val *sum1, ts_val *sum2)
{
    int width = s->plan.width;
    ts_var acc1 = ts_var1(ts_f32(k, 0), width), acc2 = ts_var1(ts_f32(k, 0), width);
    for (ts_loop i = ts_upto(ts_i32(k, n), row_step(s)); ts_next(&i);)
        for (int j = 0; j < row_step(s); j += width) {
            ts_val at = j ? ts_addk(i.at, j) : i.at, xt = ts_load(x, at, width);
            ts_set(acc1, ts_fma(ts_loadf(w1, at, width), xt, ts_get(acc1)));
            ts_set(acc2, ts_fma(ts_loadf(w2, at, width), xt, ts_get(acc2)));
        }
    *sum1 = ts_sum(ts_get(acc1), 0);
    *sum2 = ts_sum(ts_get(acc2), 0);
}

/* 1 / sqrt(mean + eps) from running sums of squares of a row of width d. */
static inline ts_val norm_scale(ts_kern *k, const ts_shape *s, ts_var squares)
{
    ts_val mean = ts_div(ts_sum(ts_get(squares), 0), ts_f32(k, s->d));
    return ts_rsqrt(ts_addk(mean, s->eps));
}

/* The bits of |x|: below INF_BITS for a finite number, above it for NaN. Tests of them are integer ones,
 * since WGSL and Metal let a compiler assume that no float is NaN or infinite. */
enum { INF_BITS = 0x7f800000 };

static inline ts_val size_bits(ts_kern *k, ts_val x)
{
    return ts_and(ts_bits(x, TS_i32), ts_i32(k, 0x7fffffff));
}

/* x for a cache of dtype t: NaN where that dtype has only an infinity for it. A key of infinity can give
 * scores of -inf, which weigh nothing, so it would be lost without a trace; NaN reaches the logits. */
static inline ts_val held(ts_kern *k, ts_val x, ts_dtype t)
{
    ts_val kept = ts_cast(ts_cast(x, t), TS_f32);
    ts_val finite = ts_lt(size_bits(k, kept), ts_i32(k, INF_BITS));
    return ts_cast(ts_select(finite, x, ts_f32(k, NAN)), t);
}

/* Spans of logits, a program each. */
static inline int vocab_spans(const ts_shape *s)
{
    return (s->vocab - 1) / s->plan.vocab_block + 1;
}

/* ---- cases ---- */

/* For kernels without sizes: the shape alone is the case. */
static inline int one_case(const ts_shape *s, ts_case *c)
{
    (void)s;
    c[0] = (ts_case){.name = "whole"};
    return 1;
}

/* First, second and last position of the cache. */
static inline int position_cases(const ts_shape *s, ts_case *c)
{
    c[0] = (ts_case){.name = "pos 0", .size = {0}};
    c[1] = (ts_case){.name = "pos 1", .size = {1}};
    c[2] = (ts_case){.name = "pos max", .size = {s->ctx - 1}};
    return 3;
}

/* ---- references ---- */

/* sum_i w[i] x[i]; *magnitude becomes sum |w[i] x[i]|. */
static inline double product_ref(const double *w, const double *x, size_t n, double *magnitude)
{
    double sum = 0, mag = 0;
    for (size_t i = 0; i < n; i++) {
        sum += w[i] * x[i];
        mag += fabs(w[i] * x[i]);
    }
    *magnitude = mag;
    return sum;
}

/* rms_norm(x), to be freed by the caller. */
static inline double *norm_ref(const ts_shape *s, const double *x, const double *gamma)
{
    double squares = 0, *n = malloc((size_t)s->d * sizeof *n);
    if (!n) abort();
    for (int i = 0; i < s->d; i++) squares += x[i] * x[i];
    for (int i = 0; i < s->d; i++) n[i] = gamma[i] * x[i] / sqrt(squares / s->d + s->eps);
    return n;
}

static inline double held_ref(double x, ts_dtype t)
{
    return isfinite(ts_decode(t, ts_encode(t, x))) ? x : NAN;
}

static inline double silu_ref(double x)
{
    return x / (1 + exp(-x));
}

#endif
