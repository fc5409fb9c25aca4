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
            a[2][at] += matrix_ref(a[0], scales_in(s, a, 3), o, a[1] + (size_t)m * inner,
                                   (size_t)inner, &mag[2][at]);
            mag[2][at] += fabs(before);
        }
}

static inline void residual_rows_build(ts_kern *k, const ts_shape *s, int inner)
{
    ts_val rows = ts_size(k, "rows"), d = ts_i32(k, s->d), n = ts_i32(k, inner);
    ts_val chunk = ts_i32(k, s->chunk);
    ts_view w = ts_arg2(k, TS_IN, "w", s->type.weight, d, n);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, chunk, n);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_f32, chunk, d);
    matrix m = with_scales(k, s, w, "w_scale", s->d, inner);

    ts_val o = ts_program(d, s->plan.tile_cols);
    tokens t = program_tokens(k, s, rows);
    ts_product p = tile_product(s, t, x, m, y, inner);
    p.add = true;
    ts_product_panel(&p, o, NULL, NULL);
}

static inline uint64_t residual_rows_bytes(const ts_shape *s, int inner, const int32_t *size)
{
    return matrix_bytes(s, s->d, inner) +
           ts_storage(TS_f32, size[0] * ((size_t)inner + 2 * (size_t)s->d));
}

#endif
