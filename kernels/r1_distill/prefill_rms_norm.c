/* prefill_rms_norm.c - y[m,i] = gamma[i] x[m,i] / sqrt(mean(x[m]^2) + eps)
 *
 * rms_norm for each token of a chunk, a program a token.
 */
#include "kernels/r1_distill/rows.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    for (int m = 0; m < size[0]; m++) {
        const double *x = a[0] + (size_t)m * s->d;
        double *y = a[2] + (size_t)m * s->d, squares = 0;
        for (int i = 0; i < s->d; i++) squares += x[i] * x[i];
        for (int i = 0; i < s->d; i++) {
            y[i] = a[1][i] * x[i] / sqrt(squares / s->d + s->eps);
            mag[2][(size_t)m * s->d + i] = fabs(y[i]);
        }
    }
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val rows = ts_size(k, "rows"), d = ts_i32(k, s->d), chunk = ts_i32(k, s->chunk);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, chunk, d),
            gamma = ts_arg1(k, TS_IN, "gamma", s->type.norm, d);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_f32, chunk, d);

    ts_val m = ts_program(rows, 1);
    ts_view from = ts_row(x, m), to = ts_row(y, m);
    ts_val squares = row_product(k, s, from, from, s->d);
    ts_val mean = ts_div(squares, ts_f32(k, s->d));
    ts_val scale = ts_rsqrt(ts_addk(mean, s->eps));
    for (ts_loop i = ts_upto(d, s->plan.block); ts_next(&i);) {
        ts_val v = ts_mul(ts_load(from, i.at, s->plan.block), scale);
        ts_store(to, i.at, ts_mul(v, ts_loadf(gamma, i.at, s->plan.block)));
    }
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return ts_storage(TS_f32, 2 * (size_t)size[0] * s->d) + ts_storage(s->type.norm, s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return 4 * (uint64_t)size[0] * s->d;
}

const ts_kernel_def ts_r1_prefill_rms_norm = {
    R1_DISTILL,
    .name = "prefill_rms_norm",
    .formula = "y[m] = gamma x[m] / sqrt(mean(x[m]^2) + eps)",
    .doc = "in x f32[chunk,D], in gamma norm[D], inout y f32[chunk,D]; size rows",
    .build = build,
    .limit = TS_LIMITS({"y", REAL_LIMIT}),
    .reference = reference,
    .cases = rows_cases,
    .bytes = bytes,
    .flops = flops,
};
