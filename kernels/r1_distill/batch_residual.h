/* batch_residual.h - y[m] += W x[m] for the sequences of a batch, which ends both halves of a layer.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_BATCH_RESIDUAL_H
#define TESSERA_KERNELS_R1_DISTILL_BATCH_RESIDUAL_H

#include "kernels/r1_distill/batch.h"

static inline void batch_residual_reference(const ts_shape *s, int inner, const int32_t *size,
                                            double *const *a, double *const *mag)
{
    const double *scale = scales_in(s, a, 3);
    for (int m = 0; m < size[0]; m++) {
        double *x = batch_x_ref(s, a[1] + (size_t)m * inner, inner);
        for (int o = 0; o < s->d; o++) {
            size_t at = (size_t)m * s->d + o;
            double before = a[2][at];
            a[2][at] += row_ref(s, a[0], scale, o, x, (size_t)inner, &mag[2][at]);
            mag[2][at] += fabs(before);
        }
        free(x);
    }
}

static inline void batch_residual_end(const batch *b, int m, int n, ts_val o, const ts_val *y,
                                      void *ctx)
{
    ts_view to = *(const ts_view *)ctx;
    batch_store(b, to, m, o, ts_add(y[0], batch_before(b, to, m, n, o)));
}

static inline void batch_residual_build(ts_kern *k, const ts_shape *s, int inner, int stage)
{
    ts_val rows = ts_size(k, "rows"), d = ts_i32(k, s->d), n = ts_i32(k, inner);
    ts_val all = ts_i32(k, s->batch);
    ts_view w = weights_arg(k, s, "w", d, n, inner);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, all, n);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_f32, all, d);
    matrix m = with_scales(k, s, w, "w_scale", s->d, inner);
    input in = batch_input(k, s, x, rows, inner, stage);
    if (in.made) return;

    batch b = batch_of(k, s, rows, d, s->d, inner, 1);
    batch_products(&b, &m, 1, in, inner, batch_residual_end, &y);
}

static inline uint64_t batch_residual_bytes(const ts_shape *s, int inner, const int32_t *size)
{
    return matrix_bytes(s, s->d, inner) +
           ts_storage(TS_f32, size[0] * ((size_t)inner + 2 * (size_t)s->d));
}

static inline uint64_t batch_residual_flops(const ts_shape *s, int inner, const int32_t *size)
{
    return (uint64_t)size[0] * s->d * (2 * (uint64_t)inner + 1);
}

#endif
