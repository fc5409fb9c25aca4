/* rms_norm.c - y[i] = gamma[i] x[i] / sqrt(mean(x^2) + eps)
 *
 * Zhang and Sennrich 2019, equation 4, with eps inside the root as in Qwen2RMSNorm. One program:
 * the row is a few kilobytes, and splitting it would cost a barrier.
 */
#include "kernels/r1_distill/parts.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    const double *x = a[0], *gamma = a[1];
    double squares = 0;
    (void)size;
    for (int i = 0; i < s->d; i++) squares += x[i] * x[i];
    for (int i = 0; i < s->d; i++) {
        a[2][i] = gamma[i] * x[i] / sqrt(squares / s->d + s->eps);
        mag[2][i] = fabs(a[2][i]);
    }
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val d = ts_i32(k, s->d);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d),
            gamma = ts_arg1(k, TS_IN, "gamma", s->type.norm, d);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, d);

    ts_val squares = row_product(k, s, x, x, s->d);
    ts_val mean = ts_div(squares, ts_f32(k, s->d));
    ts_val scale = ts_rsqrt(ts_addk(mean, s->eps));
    for (ts_loop i = ts_upto(d, s->plan.block); ts_next(&i);) {
        ts_val v = ts_mul(ts_load(x, i.at, s->plan.block), scale);
        ts_store(y, i.at, ts_mul(v, ts_loadf(gamma, i.at, s->plan.block)));
    }
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return ts_storage(TS_f32, 2 * (size_t)s->d) + ts_storage(s->type.norm, s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return 4 * (uint64_t)s->d;
}

const ts_kernel_def ts_r1_rms_norm = {
    R1_DISTILL,
    .name = "rms_norm_1536",
    .formula = "y = gamma x / sqrt(mean(x^2) + eps)",
    .doc = "in x f32[D], in gamma norm[D], out y f32[D]; any D; y may alias x",
    .build = build,
    .limit = TS_LIMITS({"y", REAL_LIMIT}),
    .alias = TS_ALIASES({"y", "x"}),
    .reference = reference,
    .cases = one_case,
    .bytes = bytes,
    .flops = flops,
};
