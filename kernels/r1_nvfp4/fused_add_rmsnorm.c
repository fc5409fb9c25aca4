/* fused_add_rmsnorm.c - h = x[t] + residual[t];  residual[t,i] = h[i];  x[t,i] = w[i] h[i] / sqrt(mean(h^2) + eps)
 *
 * Both in place. The norm is of h as it was before it was rounded to the residual stream, so h is added up twice, once
 * for its squares: the second time its parts come from the first cache. A program a token.
 */
#include "kernels/r1_nvfp4/live.h"

/* ---- reference ---- */

static void add_norm_ref(const ts_shape *s, const double *w, double *x, double *residual,
                         double *const *mag, size_t at)
{
    double squares = 0;
    for (int i = 0; i < s->d; i++) {
        residual[i] += x[i];
        squares += residual[i] * residual[i];
        mag[1][at + i] = fabs(residual[i]);
    }
    for (int i = 0; i < s->d; i++) {
        x[i] = w[i] * residual[i] / sqrt(squares / s->d + s->eps);
        mag[0][at + i] = fabs(x[i]);
    }
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    for (int t = 0; t < size[0]; t++) {
        size_t at = (size_t)t * s->d;
        add_norm_ref(s, a[2], a[0] + at, a[1] + at, mag, at);
    }
}

/* ---- kernel ---- */

static ts_val sum_at(const ts_shape *s, ts_view x, ts_view residual, ts_val i)
{
    ts_val v = ts_loadf(x, i, s->plan.block);
    return ts_add(v, ts_loadf(residual, i, s->plan.block));
}

static ts_val squares_of(ts_kern *k, const ts_shape *s, ts_view x, ts_view residual)
{
    ts_var sum = ts_var1(ts_f32(k, 0), s->plan.block);
    for (ts_loop i = ts_upto(ts_i32(k, s->d), s->plan.block); ts_next(&i);) {
        ts_val h = sum_at(s, x, residual, i.at);
        ts_set(sum, ts_fma(h, h, ts_get(sum)));
    }
    return ts_sum(ts_get(sum), 0);
}

static void add_norm(ts_kern *k, const ts_shape *s, ts_view x, ts_view residual, ts_view w)
{
    ts_val squares = squares_of(k, s, x, residual), mean = ts_div(squares, ts_f32(k, s->d));
    ts_val scale = ts_rsqrt(ts_addk(mean, s->eps));
    for (ts_loop i = ts_upto(ts_i32(k, s->d), s->plan.block); ts_next(&i);) {
        ts_val h = sum_at(s, x, residual, i.at);
        ts_val y = ts_mul(ts_mul(h, scale), ts_loadf(w, i.at, s->plan.block));
        ts_store(residual, i.at, ts_cast(h, TS_bf16));
        ts_store(x, i.at, ts_cast(y, TS_bf16));
    }
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val live = live_rows(k, "tokens", s->tokens), rows = ts_i32(k, s->tokens),
           d = ts_i32(k, s->d);
    ts_view x = ts_arg2(k, TS_INOUT, "x", TS_bf16, rows, d);
    ts_view residual = ts_arg2(k, TS_INOUT, "residual", TS_bf16, rows, d);
    ts_view w = ts_arg1(k, TS_IN, "w", TS_bf16, d);

    ts_val t = ts_program(live, 1);
    add_norm(k, s, ts_row(x, t), ts_row(residual, t), w);
}

/* ---- the price ---- */

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return ts_storage(TS_bf16, (4 * (size_t)size[0] + 1) * (size_t)s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return 5 * (uint64_t)size[0] * (uint64_t)s->d;
}

const ts_kernel_def ts_nv_fused_add_rmsnorm = {
    R1_NVFP4,
    .name = "fused_add_rmsnorm",
    .formula = "residual[t] += x[t]; x[t] = w residual[t] / sqrt(mean(residual[t]^2) + eps)",
    .doc = "inout x bf16[tokens,D], inout residual bf16[tokens,D], in w bf16[D]; size tokens. The "
           "norm "
           "is of the sum before it is rounded",
    .build = build,
    .limit = TS_LIMITS({"x", REAL_LIMIT}, {"residual", REAL_LIMIT}),
    .reference = reference,
    .cases = token_cases,
    .bytes = bytes,
    .flops = flops,
};
