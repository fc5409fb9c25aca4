/* silu_quant.h - silu(gate) up in NVFP4: references and inputs of the kernels that do both (silu.h, quant.h). */
#ifndef TESSERA_KERNELS_R1_NVFP4_SILU_QUANT_H
#define TESSERA_KERNELS_R1_NVFP4_SILU_QUANT_H

#include "kernels/r1_nvfp4/quant.h"
#include "kernels/r1_nvfp4/silu.h"

/* Of the number that is rounded to a code or scale. */
#define SILU_QUANT_LIMITS TS_LIMITS({"q", REAL_LIMIT}, {"s", REAL_LIMIT})

/* ---- references ---- */

static inline double silu_at(const double *x, int i, int cols)
{
    return silu_ref(x[i]) * x[cols + i];
}

/* A row x [gate | up], codes, scales, and what they are rounded from. */
static inline void silu_row_ref(const ts_shape *s, const double *x, float gs, int cols,
                                int scale_row, double *codes, double *code_mag, double *scales,
                                double *scale_mag)
{
    double y[SHARE];
    code_row_ref(s, x, gs, cols, scale_row, codes, scales); /* for the scales that fill up */
    for (int at = 0; at < cols; at += SHARE) {
        for (int i = 0; i < SHARE; i++) y[i] = silu_at(x, at + i, cols);
        share of = share_ref(y, gs);
        size_t place = scale_place(s, scale_row, at / SHARE, cols);
        scales[place] = scale_mag[place] = of.scale;
        for (int i = 0; i < SHARE; i++) {
            codes[at + i] = y[i] * of.inverse;
            code_mag[at + i] = fabs(codes[at + i]);
        }
    }
}

/* ---- inputs ---- */

static inline double as_bf16(double x)
{
    return ts_decode(TS_bf16, ts_encode(TS_bf16, x));
}

/* Gates where exp is a normal number. */
static inline void tame_row(double *x, int cols)
{
    for (int i = 0; i < cols; i++) {
        if (x[i] < -60) x[i] = fmax(x[i] / 1000, -60);
        x[i] = as_bf16(x[i]), x[cols + i] = as_bf16(x[cols + i]);
    }
}

static inline double fitting_silu_scale(const double *x, int rows, int cols)
{
    double most = 0;
    for (int t = 0; t < rows; t++, x += (size_t)2 * cols)
        for (int i = 0; i < cols; i++) most = fmax(most, fabs(silu_at(x, i, cols)));
    return most > 0 ? 448 * MOST_CODE / most : 1;
}

/* Whether a number a little off is rounded to another scale. */
static inline bool unsettled(double most, double gs)
{
    double step = gs * most / MOST_CODE;
    return ts_encode(TS_f8e4m3, step * (1 + 1e-4)) != ts_encode(TS_f8e4m3, step * (1 - 1e-4));
}

static inline int largest_silu(const double *x, int at, int cols)
{
    int most = at;
    for (int i = at; i < at + SHARE; i++)
        if (fabs(silu_at(x, i, cols)) > fabs(silu_at(x, most, cols))) most = i;
    return most;
}

/* Makes the largest of a share larger until its scale is settled. */
static inline void settle_row(double *x, float gs, int cols)
{
    for (int at = 0; at < cols; at += SHARE) {
        int most = largest_silu(x, at, cols);
        for (int turn = 0; turn < 64 && unsettled(fabs(silu_at(x, most, cols)), gs); turn++)
            x[cols + most] = as_bf16(x[cols + most] * (1 + 0x1p-6));
    }
}

#endif
