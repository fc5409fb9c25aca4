/* silu.h - rows [gate | up] of an MLP, and silu(gate) up of them, silu(x) = x / (1 + exp(-x)). */
#ifndef TESSERA_KERNELS_R1_NVFP4_SILU_H
#define TESSERA_KERNELS_R1_NVFP4_SILU_H

#include "kernels/r1_nvfp4/live.h"

enum {
    SILU_LEAST = -200
}; /* silu is 0 in f32 below; -infinity times a sigmoid of 0 would be no number */

/* w neighbours of silu(x[i]) x[n + i]. */
static inline ts_val silu_and_mul_at(ts_kern *k, ts_view x, ts_val i, int n, int w)
{
    ts_val gate = ts_loadf(ts_part(x, 0, zero(k), ts_i32(k, n), 1), i, w);
    ts_val up = ts_loadf(ts_part(x, 0, ts_i32(k, n), ts_i32(k, n), 1), i, w);
    ts_val gone = ts_lt(gate, ts_f32(k, SILU_LEAST));
    return ts_mul(ts_select(gone, ts_f32(k, -0.0), ts_silu(gate)), up);
}

static inline double silu_ref(double x)
{
    return x < SILU_LEAST ? -0.0 : x / (1 + exp(-x));
}

/* What an exp below the normal numbers, which many devices flush, may take from silu(gate) up, beside the limit. */
static inline double silu_mag(double gate, double up)
{
    double lost = gate < 0 ? fabs(gate * up) * 0x1p-126 / REAL_LIMIT : 0;
    return fabs(silu_ref(gate) * up) + lost;
}

#endif
