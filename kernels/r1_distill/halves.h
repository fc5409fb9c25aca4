/* halves.h - rows of x as sums of two numbers in bf16, for products by a matrix unit, which multiplies such.
 *
 *     high [rows,K] = bf16(x)        low [rows,K] = bf16(x - high)
 *
 * A stage before makes them, once for all products of a row. That is x but for 2^-17 of it. A weight of more than 8 bits,
 * a code with its scale or an f16, is two such numbers itself, and of the four products of halves the smallest is left out:
 *
 *     y = sum_i w[i] high[i] + upper(w[i]) low[i]        upper(w): the upper half of the bits of w
 *
 * which leaves out less than 2^-15 of a product. Both are part of the formula. */
#ifndef TESSERA_KERNELS_R1_DISTILL_HALVES_H
#define TESSERA_KERNELS_R1_DISTILL_HALVES_H

#include "kernels/r1_distill/matrix.h"

enum { HALVED = 512 }; /* numbers of a program that makes them */

/* Weights that have at most 16 significant bits: such a unit takes them as two numbers in bf16, or as one. */
static inline bool has_few_bits(const ts_shape *s)
{
    return s->type.weight != TS_f32;
}

/* More than 8: as of codes with a scale in bf16. */
static inline bool has_two_pieces(const ts_shape *s)
{
    ts_dtype t = s->type.weight;
    return t == TS_f16 || t == TS_i8 || t == TS_i4;
}

typedef struct x_halves {
    ts_view high, low;
} x_halves;

/* Called `high` and `low`, of rows and columns so many. */
static inline x_halves halves_args(ts_kern *k, ts_mode mode, const char *high, const char *low,
                                   int rows, int cols)
{
    ts_val m = ts_i32(k, rows), n = ts_i32(k, cols);
    x_halves h = {.high = ts_arg2(k, mode, high, TS_bf16, m, n)};
    h.low = ts_arg2(k, mode, low, TS_bf16, m, n);
    return h;
}

/* Of x [rows,cols], of which `live` rows are. */
static inline void make_halves(ts_kern *k, ts_view x, ts_val live, int cols, x_halves to)
{
    ts_val m = ts_program(live, 1), at = ts_program(ts_i32(k, cols), HALVED);
    ts_val whole = ts_load(ts_row(x, m), at, HALVED), high = ts_cast(whole, TS_bf16);
    ts_store(ts_row(to.high, m), at, high);
    ts_store(ts_row(to.low, m), at, ts_cast(ts_sub(whole, ts_cast(high, TS_f32)), TS_bf16));
}

/* ---- references ---- */

static inline double in_bf16(double x)
{
    return ts_decode(TS_bf16, ts_encode(TS_bf16, x));
}

/* A weight but for what is below the 8 bits of a bf16. */
static inline double upper_ref(double w)
{
    float f = (float)w;
    uint32_t bits;
    memcpy(&bits, &f, sizeof bits);
    bits &= 0xffff0000u;
    memcpy(&f, &bits, sizeof f);
    return f;
}

/* Row o of w times x, n of each; *magnitude becomes the sum of |w x|. */
static inline double halves_ref(const double *w, const double *scale, size_t o, const double *x,
                                size_t n, double *magnitude)
{
    double sum = 0, mag = 0;
    for (size_t i = 0; i < n; i++) {
        double weight = w[o * n + i] * (scale ? scale[o * (size_t)shares((int)n) + i / SHARE] : 1);
        double high = in_bf16(x[i]), low = in_bf16(x[i] - high);
        sum += weight * high + upper_ref(weight) * low;
        mag += fabs(weight * x[i]);
    }
    *magnitude = mag;
    return sum;
}

#endif
