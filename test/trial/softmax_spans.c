/* softmax_spans.c - y[i] = e^x[i] / sum e^x[j] over the first `count` elements of a matrix, 0 behind them
 *
 *   stage 1   one program per span: its maximum and the sum of e^(x - maximum):  parts [2, S]
 *   join      one program: those of the whole:  total [2]
 *   scale     one program per span of y
 *
 * The stages take `count` in the first and the last, x in both, and each what the one before leaves.
 */
#include <float.h>
#include <math.h>

#include "test/trial/shape.h"

static int elements(const ts_shape *s)
{
    return s->rows * s->cols;
}

static int spans(const ts_shape *s)
{
    return (elements(s) - 1) / s->plan.span + 1;
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    double max = -INFINITY, sum = 0;
    for (int i = 0; i < size[0]; i++) max = fmax(max, a[0][i]);
    for (int i = 0; i < size[0]; i++) sum += exp(a[0][i] - max);
    for (int i = 0; i < elements(s); i++)
        mag[3][i] = a[3][i] = i < size[0] ? exp(a[0][i] - max) / sum : 0;
}

/* Elements of a span as f32, -inf behind `count`; its index in *from. */
static ts_val live_span(ts_kern *k, const ts_shape *s, ts_view x, ts_val count, ts_val *from)
{
    *from = ts_program(ts_i32(k, elements(s)), s->plan.span);
    ts_val live = ts_lt(ts_add(*from, ts_iota(k, s->plan.span)), count);
    return ts_select(live, ts_loadf(x, *from, s->plan.span), ts_f32(k, -INFINITY));
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val count = ts_size(k, "count"), n = ts_i32(k, elements(s)), from;
    ts_view x = ts_arg1(k, TS_IN, "x", s->matrix, n);
    ts_view parts = ts_arg2(k, TS_WORK, "parts", TS_f32, ts_i32(k, 2), ts_i32(k, spans(s)));
    ts_val v = live_span(k, s, x, count, &from);
    ts_val max = ts_max(ts_amax(v, 0), ts_f32(k, -FLT_MAX));
    ts_val at = ts_div(from, ts_i32(k, s->plan.span));
    ts_store(ts_row(parts, ts_i32(k, 0)), at, max);
    ts_store(ts_row(parts, ts_i32(k, 1)), at, ts_sum(ts_exp(ts_sub(v, max)), 0));
}

static void join(ts_kern *k, const ts_shape *s)
{
    int n = spans(s);
    ts_val zero = ts_i32(k, 0), one = ts_i32(k, 1), two = ts_i32(k, 2);
    ts_view parts = ts_arg2(k, TS_IN, "parts", TS_f32, two, ts_i32(k, n));
    ts_view total = ts_arg1(k, TS_WORK, "total", TS_f32, two);
    ts_val max = ts_load(ts_row(parts, zero), zero, n), all = ts_amax(max, 0);
    ts_val sum = ts_load(ts_row(parts, one), zero, n);
    ts_store(total, zero, all);
    ts_store(total, one, ts_sum(ts_mul(sum, ts_exp(ts_sub(max, all))), 0));
}

static void scale(ts_kern *k, const ts_shape *s)
{
    ts_val count = ts_size(k, "count"), n = ts_i32(k, elements(s)), from;
    ts_view total = ts_arg1(k, TS_IN, "total", TS_f32, ts_i32(k, 2));
    ts_view x = ts_arg1(k, TS_IN, "x", s->matrix, n), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_val v = live_span(k, s, x, count, &from);
    ts_val max = ts_at(total, ts_i32(k, 0)), sum = ts_at(total, ts_i32(k, 1));
    ts_store(y, from, ts_div(ts_exp(ts_sub(v, max)), sum));
}

static int cases(const ts_shape *s, ts_case *c)
{
    c[0] = (ts_case){.name = "all", .size = {elements(s)}};
    c[1] = (ts_case){.name = "one", .size = {1}};
    c[2] = (ts_case){.name = "within a span", .size = {elements(s) / 2 + 3}};
    return 3;
}

/* Differences stay small: the error of one enters the result as a factor of e^error. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    (void)c;
    for (int i = 0; i < elements(s); i++) a[0][i] = remainder(a[0][i], 8);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return ts_storage(s->matrix, 2 * (size_t)size[0]) +
           ts_storage(TS_f32, (size_t)elements(s) + 4 * (size_t)spans(s) + 4);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    return 5 * (uint64_t)size[0];
}

const ts_kernel_def ts_trial_softmax_spans = {
    .name = "softmax_spans",
    .suite = &ts_suite_trial,
    .formula = "y = softmax(x[0..count))",
    .doc = "in x matrix[N], work parts f32[2,S]; size count >= 1; S = ceil(N/span). Then "
           "softmax_spans__join: in parts, work total f32[2]. Then softmax_spans__scale: in total, "
           "in x, out y f32[N]; size count",
    .build = build,
    .then = TS_STAGES({"join", join, NULL}, {"scale", scale, NULL}),
    .limit = TS_LIMITS({"y", 5e-6}),
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
