/* residual_add_rms_norm.c - h = x + r;  y[i] = gamma[i] h[i] / sqrt(mean(h^2) + eps)
 *
 * The residual add and the norm behind it in one pass over the stream (ascend-rs, chapter 9, section 9.3). The
 * sum is formed twice instead of being stored and read back, so that h may stand in the place of x
 * or r: each element is read for the last time in the step that writes it.
 */
#include "kernels/r1_distill/parts.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    const double *x = a[0], *r = a[1], *gamma = a[2];
    double *h = a[3], *y = a[4], squares = 0;
    (void)size;
    for (int i = 0; i < s->d; i++) {
        h[i] = x[i] + r[i];
        squares += h[i] * h[i];
    }
    for (int i = 0; i < s->d; i++) {
        y[i] = gamma[i] * h[i] / sqrt(squares / s->d + s->eps);
        mag[4][i] = fabs(y[i]);
    }
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val d = ts_i32(k, s->d);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d), r = ts_arg1(k, TS_IN, "r", TS_f32, d);
    ts_view gamma = ts_arg1(k, TS_IN, "gamma", s->type.norm, d);
    ts_view h = ts_arg1(k, TS_OUT, "h", TS_f32, d), y = ts_arg1(k, TS_OUT, "y", TS_f32, d);

    ts_var acc = ts_var1(ts_f32(k, 0), s->plan.block);
    for (ts_loop i = ts_upto(d, s->plan.block); ts_next(&i);) {
        ts_val v = ts_add(ts_load(x, i.at, s->plan.block), ts_load(r, i.at, s->plan.block));
        ts_set(acc, ts_fma(v, v, ts_get(acc)));
    }
    ts_val mean = ts_div(ts_sum(ts_get(acc), 0), ts_f32(k, s->d));
    ts_val scale = ts_rsqrt(ts_addk(mean, s->eps));
    for (ts_loop i = ts_upto(d, s->plan.block); ts_next(&i);) {
        ts_val v = ts_add(ts_load(x, i.at, s->plan.block), ts_load(r, i.at, s->plan.block));
        ts_val g = ts_loadf(gamma, i.at, s->plan.block);
        ts_store(h, i.at, v);
        ts_store(y, i.at, ts_mul(ts_mul(v, scale), g));
    }
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return ts_storage(TS_f32, 4 * (size_t)s->d) + ts_storage(s->type.norm, s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return 5 * (uint64_t)s->d;
}

const ts_kernel_def ts_r1_residual_add_rms_norm = {
    R1_DISTILL,
    .name = "residual_add_rms_norm",
    .formula = "h = x + r; y = gamma h / sqrt(mean(h^2) + eps)",
    .doc = "in x f32[D], in r f32[D], in gamma norm[D], out h f32[D], out y f32[D]; h may alias x "
           "or r, and y may alias the other one",
    .build = build,
    .limit = TS_LIMITS({"y", REAL_LIMIT}),
    .alias = TS_ALIASES({"h", "x"}, {"y", "r"}),
    .reference = reference,
    .cases = one_case,
    .bytes = bytes,
    .flops = flops,
};
