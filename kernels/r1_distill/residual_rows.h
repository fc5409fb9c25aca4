/* residual_rows.h - y[m] = W x[m] + res[m], which ends both halves of a layer.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_RESIDUAL_ROWS_H
#define TESSERA_KERNELS_R1_DISTILL_RESIDUAL_ROWS_H

#include "kernels/r1_distill/rows.h"

static inline void residual_rows_reference(const ts_shape *s, int inner, const int32_t *size,
                                           double *const *a, double *const *mag)
{
    size_t n = (size_t)size[0] * s->d;
    double *y = malloc((n + 1) * sizeof *y);
    if (!y) abort();
    rows_product_ref(a[0], a[1], size[0], s->d, inner, y, mag[3]);
    for (size_t i = 0; i < n; i++) {
        mag[3][i] += fabs(a[2][i]);
        a[3][i] = y[i] + a[2][i];
    }
    free(y);
}

static inline void residual_rows_build(ts_kern *k, const ts_shape *s, int inner)
{
    const r1_schedule *p = &s->plan;
    ts_val rows = ts_size(k, "rows"), d = ts_i32(k, s->d), n = ts_i32(k, inner);
    ts_view w = ts_arg2(k, TS_IN, "w", s->type.weight, d, n);
    ts_view x = rows_arg(k, TS_IN, "x", s, inner, rows);
    ts_view res = rows_arg(k, TS_IN, "res", s, s->d, rows);
    ts_view y = rows_arg(k, TS_OUT, "y", s, s->d, rows);

    ts_val o = ts_program(d, p->tile_cols);
    for (ts_loop m = tile_tokens(k, p, rows); ts_next(&m);) {
        ts_val sum = tile_product(k, p, x, m.at, w, o, inner);
        ts_store2(y, m.at, o, ts_add(sum, ts_load2(res, m.at, o, p->tile_rows, p->tile_cols)));
    }
}

static inline uint64_t residual_rows_bytes(const ts_shape *s, int inner, const int32_t *size)
{
    return ts_storage(s->type.weight, (size_t)s->d * inner) +
           ts_storage(TS_f32, size[0] * ((size_t)inner + 2 * (size_t)s->d));
}

#endif
