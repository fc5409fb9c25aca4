/* rope.h - rotary position embedding, for query and key heads alike
 *
 * (a, b) to (a cos - b sin, b cos + a sin), a and b the halves of a head: Su et al. 2021, in the
 * half-split form of GPT-NeoX and Qwen2, where element i is paired with i + DH/2, not with its
 * neighbour. Angles come as tables, one row a position, so no device needs a sine. One program per
 * head, which reads both halves before it writes them.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_ROPE_H
#define TESSERA_KERNELS_R1_DISTILL_ROPE_H

#include "kernels/r1_distill/parts.h"

static inline void rope_reference(const ts_shape *s, int heads, int pos, double *const *a,
                                  double *const *mag)
{
    int half = s->head_dim / 2;
    for (int h = 0; h < heads; h++)
        for (int i = 0; i < half; i++) {
            size_t lo = (size_t)h * s->head_dim + i, hi = lo + half;
            size_t angle = (size_t)pos * half + i;
            double x = a[0][lo], y = a[0][hi], c = a[1][angle], n = a[2][angle];
            a[0][lo] = x * c - y * n;
            a[0][hi] = y * c + x * n;
            mag[0][lo] = fabs(x * c) + fabs(y * n);
            mag[0][hi] = fabs(y * c) + fabs(x * n);
        }
}

static inline void rope_build(ts_kern *k, const ts_shape *s, int n_heads, const char *name)
{
    int half = s->head_dim / 2;
    ts_val pos = ts_size(k, "pos");
    ts_val heads = ts_i32(k, n_heads), dh = ts_i32(k, s->head_dim);
    ts_val ctx = ts_i32(k, s->ctx), angles = ts_i32(k, half);
    ts_view x = ts_arg2(k, TS_INOUT, name, TS_f32, heads, dh);
    ts_view cosine = ts_arg2(k, TS_IN, "cos", TS_f32, ctx, angles);
    ts_view sine = ts_arg2(k, TS_IN, "sin", TS_f32, ctx, angles);

    ts_view head = ts_row(x, ts_program(heads, 1));
    ts_val a = ts_load(head, zero(k), half), b = ts_load(head, angles, half);
    ts_val c = ts_load(ts_row(cosine, pos), zero(k), half);
    ts_val n = ts_load(ts_row(sine, pos), zero(k), half);
    ts_store(head, zero(k), ts_sub(ts_mul(a, c), ts_mul(b, n)));
    ts_store(head, angles, ts_add(ts_mul(b, c), ts_mul(a, n)));
}

#endif
