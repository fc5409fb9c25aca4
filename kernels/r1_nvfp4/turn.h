/* turn.h - rotary position embedding of `rope` neighbours of a row, as several kernels of this suite turn them.
 *
 *     cos_sin [positions,rope]   f32: rope / 2 cosines, then rope / 2 sines
 *     pair p                     elements 2 p and 2 p + 1; with `neox` p and p + rope / 2
 *     (a, b)                     becomes (a cos_p - b sin_p, b cos_p + a sin_p)
 *
 * An element thus meets its partner, which lies as far behind the first of a pair as before the second: both places
 * are read as whole rows, and each element takes one of them. No element is picked alone. */
#ifndef TESSERA_KERNELS_R1_NVFP4_TURN_H
#define TESSERA_KERNELS_R1_NVFP4_TURN_H

#include "kernels/r1_nvfp4/live.h"

/* From the first of a pair to the second. */
static inline int partner(const ts_shape *s)
{
    return s->neox ? s->rope / 2 : 1;
}

static inline ts_view cos_sin_arg(ts_kern *k, const ts_shape *s)
{
    return ts_arg2(k, TS_IN, "cos_sin", TS_f32, ts_i32(k, s->context), ts_i32(k, s->rope));
}

/* ---- tile code ---- */

typedef struct
    turning { /* of each element: whether it is its pair's second, cosine, sine with its sign */
    ts_val second, cosine, sine;
} turning;

/* rope / 2 numbers, of each pair one, for both of its elements. */
static inline ts_val of_both(const ts_shape *s, ts_val x)
{
    return s->neox ? ts_concat(x, x, 0) : ts_repeat(x, 2);
}

static inline turning turning_at(ts_kern *k, const ts_shape *s, ts_view cos_sin, ts_val pos)
{
    ts_view row = ts_row(cos_sin, pos);
    ts_val half = ts_i32(k, s->rope / 2), i = ts_iota(k, s->rope);
    turning to = {.cosine = of_both(s, ts_load(row, zero(k), s->rope / 2))};
    ts_val sine = of_both(s, ts_load(row, half, s->rope / 2));
    to.second = s->neox ? ts_le(half, i) : ts_ne(ts_and(i, ts_i32(k, 1)), zero(k));
    to.sine = ts_select(to.second, sine, ts_neg(sine));
    return to;
}

/* `rope` elements of x from `at` on, turned, in f32. */
static inline ts_val turned(ts_kern *k, const ts_shape *s, ts_view x, int at, turning by)
{
    int apart = partner(s);
    ts_val own = ts_loadf(x, ts_i32(k, at), s->rope);
    ts_val before = ts_loadf(x, ts_i32(k, at - apart), s->rope);
    ts_val behind = ts_loadf(x, ts_i32(k, at + apart), s->rope);
    ts_val other = ts_select(by.second, before, behind);
    return ts_fma(own, by.cosine, ts_mul(other, by.sine));
}

/* ---- references ---- */

/* x[0..rope) turned, which may be where it lies; mag: the size of what is added. */
static inline void turn_ref(const ts_shape *s, const double *x, const double *cos_sin, double *to,
                            double *mag)
{
    int apart = partner(s);
    for (int p = 0; p < s->rope / 2; p++) {
        int i = s->neox ? p : 2 * p, j = i + apart;
        double a = x[i], b = x[j], c = cos_sin[p], n = cos_sin[s->rope / 2 + p];
        to[i] = a * c - b * n;
        to[j] = b * c + a * n;
        mag[i] = fabs(a * c) + fabs(b * n);
        mag[j] = fabs(b * c) + fabs(a * n);
    }
}

/* Likewise, with each operation in f32, as `turned` does it. */
static inline void turn_f32_ref(const ts_shape *s, const double *x, const double *cos_sin,
                                double *to)
{
    for (int p = 0; p < s->rope / 2; p++) {
        int i = s->neox ? p : 2 * p, j = i + partner(s);
        float a = (float)x[i], b = (float)x[j];
        float c = (float)cos_sin[p], n = (float)cos_sin[s->rope / 2 + p];
        to[i] = fmaf(a, c, b * -n);
        to[j] = fmaf(b, c, a * n);
    }
}

/* Positions below the context, some of them twice; cosines and sines of angles. */
static inline void fill_turning(const ts_shape *s, double *cos_sin, double *pos)
{
    int half = s->rope / 2;
    for (int t = 0; t < s->tokens; t++) pos[t] = t ? t * 7 % s->context : s->context - 1;
    for (int i = 0; i < s->context * half; i++) {
        double *row = cos_sin + (size_t)(i / half) * s->rope, angle = row[i % half];
        row[i % half] = cos(angle);
        row[half + i % half] = sin(angle);
    }
}

#endif
