/* matrix.h - the weights of a matrix as kernels of this suite read them: numbers, or codes with scales.
 *
 *     w        [N,K]             f32, f16, bf16: the weights. i8, i4, f4e2m1: codes
 *     w_scale  [N,ceil(K/32)]    only beside codes: weight [o,i] is w[o,i] * w_scale[o,i/32]
 *
 * Rows of codes may be read as words instead (words.h), and x is made integers by a stage before.
 *
 * The scales of a matrix are the last params of its kernel, so that the others have the same numbers
 * with and without them. They are f8e8m0 beside f4e2m1, as OCP's MXFP4 has them, else bf16: codes are made for the scale as it is stored, so its precision
 * costs a slightly larger step and nothing else; it never overflows, and is read by one shift.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_MATRIX_H
#define TESSERA_KERNELS_R1_DISTILL_MATRIX_H

#include "kernels/r1_distill/words.h"

/* Of codes of dtype t; TS_NDTYPE: those are no codes. */
static inline ts_dtype scale_type(ts_dtype t)
{
    return t == TS_i8 || t == TS_i4 ? TS_bf16 : t == TS_f4e2m1 ? TS_f8e8m0 : TS_NDTYPE;
}

static inline bool has_scales(const ts_shape *s)
{
    return scale_type(s->type.weight) != TS_NDTYPE;
}

/* ---- tile code ---- */

/* A matrix with rows of `cols`, n of them: its numbers or codes, or those as words. */
static inline ts_view weights_arg(ts_kern *k, const ts_shape *s, const char *name, ts_val rows,
                                  ts_val n, int cols)
{
    if (!has_words(s, cols)) return ts_arg2(k, TS_IN, name, s->type.weight, rows, n);
    return ts_arg2(k, TS_IN, name, TS_i32, rows, ts_i32(k, cols / packing_of(s).word));
}

typedef struct input { /* what rows are multiplied with */
    ts_view x;
    fixed words;
    ts_view high,
        low;   /* what it is the sum of, in bf16, for a matrix unit (batch.h); or zero handles */
    bool made; /* by this stage, which is the first of two and done with it */
} input;

/* x [rows,cols], of which `live` are, likewise. */
static inline input input_rows(ts_kern *k, const ts_shape *s, ts_view x, ts_val live, int rows,
                               int cols, int stage)
{
    input in = {.x = x};
    if (!has_words(s, cols)) return in;
    in.made = stage == 0;
    if (in.made)
        words_of_rows(k, s, x, live, rows, cols);
    else
        in.words = fixed_args(k, s, TS_IN, rows, cols);
    return in;
}

static inline input input_row(input in, ts_val m)
{
    input row = {.x = ts_row(in.x, m)};
    if (in.words.words.k) row.words = fixed_row(in.words, m);
    return row;
}

/* x [cols] as it is, or made words by stage 0 for stage 1. */
static inline input input_of(ts_kern *k, const ts_shape *s, ts_view x, int cols, int stage)
{
    input in = {.x = x};
    if (!has_words(s, cols)) return in;
    in.made = stage == 0;
    if (in.made)
        words_of(k, s, x, cols);
    else
        in.words = fixed_row(fixed_args(k, s, TS_IN, 1, cols), zero(k));
    return in;
}

typedef struct matrix { /* or a row of one */
    ts_view w, scale;   /* scale: a zero handle where there is none */
} matrix;

/* Declares the scales of w, which has rows of `cols`. */
static inline matrix with_scales(ts_kern *k, const ts_shape *s, ts_view w, const char *name,
                                 int rows, int cols)
{
    matrix m = {.w = w};
    if (!has_scales(s)) return m;
    ts_val n = ts_i32(k, rows), each = ts_i32(k, shares(cols));
    m.scale = ts_arg2(k, TS_IN, name, scale_type(s->type.weight), n, each);
    return m;
}

static inline matrix matrix_row(matrix m, ts_val o)
{
    matrix row = {.w = ts_row(m.w, o)};
    if (m.scale.k) row.scale = ts_row(m.scale, o);
    return row;
}

/* Weights i .. i+n-1 of a row as f32; i is a multiple of n or of SHARE. */
static inline ts_val weights_at(ts_kern *k, matrix row, ts_val i, int n)
{
    ts_val w = ts_loadf(row.w, i, n);
    if (!row.scale.k) return w;
    ts_val at = ts_shr(ts_add(ts_iota(k, n), i), ts_i32(k, 5));
    return ts_mul(w, ts_cast(ts_gather(row.scale, at), TS_f32));
}

/* sum of w x over the SHARE elements from i on, left in `lanes` sums. */
static inline ts_val share_product(matrix row, ts_view x, ts_val i, int lanes)
{
    ts_val sum = ts_mul(ts_loadf(row.w, i, lanes), ts_load(x, i, lanes));
    for (int j = lanes; j < SHARE; j += lanes) {
        ts_val at = ts_addk(i, j);
        sum = ts_fma(ts_loadf(row.w, at, lanes), ts_load(x, at, lanes), sum);
    }
    return sum;
}

enum { MOST_ROWS = 2 };

/* Products of rows of codes with one x, in one walk. Where a vector is shorter than SHARE, products are
 * summed in vectors and scaled once a SHARE. */
static inline void scaled_products(ts_kern *k, const ts_shape *s, const matrix *row, int rows,
                                   ts_view x, int n, ts_val *sum)
{
    int lanes = s->plan.lanes, at_once = s->type.weight == TS_i8 ? LINE : 2 * LINE;
    ts_var acc[MOST_ROWS][2];
    for (int r = 0; r < rows; r++)
        for (int b = 0; b < 2; b++) acc[r][b] = ts_var1(ts_f32(k, 0), lanes);
    for (ts_loop i = ts_upto(ts_i32(k, n), at_once); ts_next(&i);) {
        ts_val first = ts_div(i.at, ts_i32(k, SHARE));
        for (int b = 0; b < at_once / SHARE; b++)
            for (int r = 0; r < rows; r++) {
                ts_val part = share_product(row[r], x, ts_addk(i.at, b * SHARE), lanes);
                ts_val scale = at_f32(row[r].scale, ts_addk(first, b));
                ts_set(acc[r][b % 2], ts_fma(part, scale, ts_get(acc[r][b % 2])));
            }
    }
    for (int r = 0; r < rows; r++) sum[r] = ts_sum(ts_add(ts_get(acc[r][0]), ts_get(acc[r][1])), 0);
}

/* The same where a team of threads reads more than a SHARE at a time: each weight is scaled. */
static inline void team_products(ts_kern *k, const matrix *row, int rows, ts_view x, int n,
                                 int block, ts_val *sum)
{
    ts_var acc[MOST_ROWS];
    for (int r = 0; r < rows; r++) acc[r] = ts_var1(ts_f32(k, 0), block);
    for (ts_loop i = ts_upto(ts_i32(k, n), block); ts_next(&i);) {
        ts_val xt = ts_load(x, i.at, block);
        for (int r = 0; r < rows; r++)
            ts_set(acc[r], ts_fma(weights_at(k, row[r], i.at, block), xt, ts_get(acc[r])));
    }
    for (int r = 0; r < rows; r++) sum[r] = ts_sum(ts_get(acc[r]), 0);
}

/* The same of words. */
static inline void words_products(ts_kern *k, const ts_shape *s, const matrix *row, int rows,
                                  fixed x, int n, ts_val *sum)
{
    int words = words_at_once(s);
    ts_var acc[MOST_ROWS];
    for (int r = 0; r < rows; r++) acc[r] = ts_var1(ts_f32(k, 0), words);
    for (ts_loop i = ts_upto(ts_i32(k, n / packing_of(s).word), words); ts_next(&i);)
        for (int r = 0; r < rows; r++)
            add_words(k, s, acc[r], row_words(k, s, row[r].w, i.at, words), row[r].scale, x, i.at);
    for (int r = 0; r < rows; r++) sum[r] = ts_sum(ts_get(acc[r]), 0);
}

/* Row o of m times x. */
static inline ts_val matrix_product(ts_kern *k, const ts_shape *s, matrix m, ts_val o, input in,
                                    int n)
{
    matrix row = matrix_row(m, o);
    ts_view x = in.x;
    ts_val sum;
    if (!m.scale.k) return row_product(k, s, row.w, x, n);
    if (has_words(s, n))
        words_products(k, s, &row, 1, in.words, n, &sum);
    else if (s->plan.lanes > SHARE)
        team_products(k, &row, 1, x, n, s->plan.block, &sum);
    else
        scaled_products(k, s, &row, 1, x, n, &sum);
    return sum;
}

/* Rows o of two matrices times one x, in one walk: both stream side by side. */
static inline void matrix_products(ts_kern *k, const ts_shape *s, matrix m1, matrix m2, ts_val o,
                                   input in, int n, ts_val sum[2])
{
    matrix row[] = {matrix_row(m1, o), matrix_row(m2, o)};
    ts_view x = in.x;
    if (!m1.scale.k)
        row_products(k, s, row[0].w, row[1].w, x, n, &sum[0], &sum[1]);
    else if (has_words(s, n))
        words_products(k, s, row, 2, in.words, n, sum);
    else if (s->plan.lanes > SHARE)
        team_products(k, row, 2, x, n, s->plan.block, sum);
    else
        scaled_products(k, s, row, 2, x, n, sum);
}

/* ---- references ---- */

/* The scales that are array i, where the weights have some. */
static inline const double *scales_in(const ts_shape *s, double *const *a, int i)
{
    return has_scales(s) ? a[i] : NULL;
}

/* Row o of w times x, n of each; *magnitude becomes the sum of |w x|. */
static inline double matrix_ref(const double *w, const double *scale, size_t o, const double *x,
                                size_t n, double *magnitude)
{
    double sum = 0, mag = 0;
    if (!scale) return product_ref(w + o * n, x, n, magnitude);
    for (size_t i = 0; i < n; i++) {
        double product = w[o * n + i] * scale[o * (size_t)shares((int)n) + i / SHARE] * x[i];
        sum += product;
        mag += fabs(product);
    }
    *magnitude = mag;
    return sum;
}

/* The same where codes may be words, and x is that of fixed_ref. */
static inline double row_ref(const ts_shape *s, const double *w, const double *scale, size_t o,
                             const double *x, size_t n, double *magnitude)
{
    double sum = 0, mag = 0;
    if (!has_words(s, (int)n)) return matrix_ref(w, scale, o, x, n, magnitude);
    for (size_t i = 0; i < n; i++) {
        double product =
            code_of(s, w, o * n + i) * scale[o * (size_t)shares((int)n) + i / SHARE] * x[i];
        sum += product;
        mag += fabs(product);
    }
    *magnitude = mag;
    return sum;
}

/* Weight [o,i] of a matrix with rows of d. */
static inline double weight_ref(const ts_shape *s, const double *w, const double *scale, size_t o,
                                int i)
{
    double code = w[o * s->d + i];
    return scale ? code * scale[o * shares(s->d) + i / SHARE] : code;
}

/* Bytes of a matrix and its scales. */
static inline uint64_t matrix_bytes(const ts_shape *s, int rows, int cols)
{
    uint64_t codes = ts_storage(s->type.weight, (size_t)rows * (size_t)cols);
    if (!has_scales(s)) return codes;
    return codes + ts_storage(scale_type(s->type.weight), (size_t)rows * (size_t)shares(cols));
}

#endif
