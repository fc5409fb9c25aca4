/* transpose_sum.c - y[j,i] = b[j,i] + scale x[i,j]
 *
 * One program a tile, which it reads along the rows of x and writes along the rows of y.
 */
#include <math.h>

#include "test/trial/shape.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    (void)size;
    for (int i = 0; i < s->rows; i++)
        for (int j = 0; j < s->cols; j++) {
            size_t to = (size_t)j * s->rows + i;
            double x = s->scale * a[0][(size_t)i * s->cols + j];
            a[2][to] = a[1][to] + x;
            mag[2][to] = fabs(a[1][to]) + fabs(x);
        }
}

static void build(ts_kern *k, const ts_shape *s)
{
    int t = s->plan.tile;
    ts_val rows = ts_i32(k, s->rows), cols = ts_i32(k, s->cols);
    ts_view x = ts_arg2(k, TS_IN, "x", s->matrix, rows, cols);
    ts_view b = ts_arg2(k, TS_IN, "b", TS_f32, cols, rows);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, cols, rows);
    ts_val i = ts_program(rows, t), j = ts_program(cols, t);
    ts_val turned = ts_transpose(ts_loadf2(x, i, j, t, t));
    ts_store2(y, j, i, ts_add(ts_load2(b, j, i, t, t), ts_mulk(turned, s->scale)));
}

/* Tiles of a device of threads fill a team. */
static void schedule(ts_shape *s, const ts_target *target)
{
    if (ts_target_facts_of(target).team > 1) s->plan.tile = 16;
}

static int cases(const ts_shape *s, ts_case *c)
{
    (void)s;
    c[0] = (ts_case){.name = "whole"};
    return 1;
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)s->rows * s->cols;
    (void)size;
    return ts_storage(s->matrix, n) + ts_storage(TS_f32, 2 * n);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return 2 * (uint64_t)s->rows * s->cols;
}

const ts_kernel_def ts_trial_transpose_sum = {
    .name = "transpose_sum",
    .suite = &ts_suite_trial,
    .formula = "y = b + scale x^T",
    .doc = "in x matrix[R,C], in b f32[C,R], out y f32[C,R]; y may alias b",
    .build = build,
    .schedule = schedule,
    .limit = TS_LIMITS({"y", 1e-6}),
    .alias = TS_ALIASES({"y", "b"}),
    .reference = reference,
    .cases = cases,
    .bytes = bytes,
    .flops = flops,
};
