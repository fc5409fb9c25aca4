/* residual_rows.h - y[m] += W x[m], which ends both halves of a layer: the sums begin with the residual.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_RESIDUAL_ROWS_H
#define TESSERA_KERNELS_R1_DISTILL_RESIDUAL_ROWS_H

#include "kernels/r1_distill/rows.h"

static inline void residual_rows_reference(const ts_shape *s, int inner, const int32_t *size,
                                           double *const *a, double *const *mag)
{
    for (int m = 0; m < size[0]; m++)
        for (int o = 0; o < s->d; o++) {
            size_t at = (size_t)m * s->d + o;
            double before = a[2][at];
            a[2][at] += chunk_ref(s, a[0], scales_in(s, a, 3), o, a[1] + (size_t)m * inner, inner,
                                  &mag[2][at]);
            mag[2][at] += fabs(before);
        }
}

static inline void residual_rows_make(ts_kern *k, const ts_shape *s, int inner, int stage)
{
    ts_val rows = ts_size(k, "rows"), d = ts_i32(k, s->d), n = ts_i32(k, inner);
    ts_val chunk = ts_i32(k, s->chunk);
    ts_view w = ts_arg2(k, TS_IN, "w", s->type.weight, d, n);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, chunk, n);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_f32, chunk, d);
    matrix m = with_scales(k, s, w, "w_scale", s->d, inner);
    chunk_input in = chunk_input_of(k, s, x, rows, inner, stage);
    if (in.made) return;

    int cols = chunk_cols(s, in, s->d);
    ts_val o = ts_program(d, cols);
    tokens t = program_tokens(k, s, rows);
    ts_product p = tile_product(s, t, in, m, y, inner, cols);
    p.add = true;
    tiles_of(&p, o, ts_product_store, NULL);
}

static inline uint64_t residual_rows_bytes(const ts_shape *s, int inner, const int32_t *size)
{
    return matrix_bytes(s, s->d, inner) +
           ts_storage(TS_f32, size[0] * ((size_t)inner + 2 * (size_t)s->d));
}

#endif
