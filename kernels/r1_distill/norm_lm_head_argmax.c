/* norm_lm_head_argmax.c - n = rms_norm(x);  logits = W n;  token = the lowest id below `valid` whose
 *                         logit is the largest;  top = that logit
 *
 * The end of a step as one launch and a short second one: a program forms ROWS logits, keeps the best
 * of them as it goes, and leaves it; the second stage joins them like argmax_greedy. NaN is the largest
 * (best.h).
 */
#include "kernels/r1_distill/best.h"
#include "kernels/r1_distill/matrix.h"

enum { ROWS = 16 };

static int spans(const ts_shape *s)
{
    return (s->vocab - 1) / ROWS + 1;
}

/* The token is that of the logits as the device has them: a reference in double could choose another
 * one among logits that round alike. So inputs make one logit stand out, see fill. */
static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    double *n = norm_ref(s, a[0], a[1]);
    const double *scale = scales_in(s, a, 6);
    int then = has_scales(s) ? 7 : 6; /* the first that the second stage adds */
    for (int o = 0; o < s->vocab; o++) a[3][o] = matrix_ref(a[2], scale, o, n, s->d, &mag[3][o]);
    int best = best_ref(a[3], size[0]);
    a[then][0] = best;
    a[then + 1][0] = a[3][best];
    mag[then + 1][0] = mag[3][best];
    free(n);
}

static ts_val scale_of(ts_kern *k, const ts_shape *s, ts_view x)
{
    ts_var square = ts_var1(ts_f32(k, 0), s->plan.block);
    for (ts_loop i = ts_upto(ts_i32(k, s->d), s->plan.block); ts_next(&i);) {
        ts_val xt = ts_load(x, i.at, s->plan.block);
        ts_set(square, ts_fma(xt, xt, ts_get(square)));
    }
    return norm_scale(k, s, square);
}

/* Two rows against one walk over x and gamma, which cost as much to read as a row. */
static void products(ts_kern *k, const ts_shape *s, matrix w, ts_val o, ts_view x, ts_view gamma,
                     ts_val *y1, ts_val *y2)
{
    matrix w1 = matrix_row(w, o), w2 = matrix_row(w, ts_addk(o, 1));
    ts_var acc1 = ts_var1(ts_f32(k, 0), s->plan.block), acc2 = ts_var1(ts_f32(k, 0), s->plan.block);
    for (ts_loop i = ts_upto(ts_i32(k, s->d), s->plan.block); ts_next(&i);) {
        ts_val n = ts_mul(ts_load(x, i.at, s->plan.block), ts_loadf(gamma, i.at, s->plan.block));
        ts_set(acc1, ts_fma(weights_at(k, w1, i.at, s->plan.block), n, ts_get(acc1)));
        ts_set(acc2, ts_fma(weights_at(k, w2, i.at, s->plan.block), n, ts_get(acc2)));
    }
    *y1 = ts_sum(ts_get(acc1), 0);
    *y2 = ts_sum(ts_get(acc2), 0);
}

static void keep(ts_kern *k, struct best *b, ts_view logits, ts_val o, ts_val y, ts_val valid)
{
    ts_store(logits, o, y);
    keep_better(k, b, y, o, ts_le(valid, o));
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val valid = ts_size(k, "valid"), v = ts_i32(k, s->vocab), d = ts_i32(k, s->d);
    ts_val n = ts_i32(k, spans(s));
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d),
            gamma = ts_arg1(k, TS_IN, "gamma", s->type.norm, d);
    ts_view w = ts_arg2(k, TS_IN, "w", s->type.weight, v, d);
    ts_view logits = ts_arg1(k, TS_OUT, "logits", TS_f32, v);
    ts_view val = ts_arg1(k, TS_WORK, "val", TS_f32, n),
            idx = ts_arg1(k, TS_WORK, "idx", TS_i32, n);
    matrix m = with_scales(k, s, w, "w_scale", s->vocab, s->d);

    ts_val from = ts_program(v, ROWS), to = ts_min(v, ts_add(from, ts_i32(k, ROWS)));
    ts_val scale = scale_of(k, s, x), y1, y2;
    struct best best = {ts_var0(ts_f32(k, -INFINITY)), ts_var0(ts_i32(k, NOBODY))};
    for (ts_loop o = ts_range(from, to, 2); ts_next(&o);) {
        products(k, s, m, o.at, x, gamma, &y1, &y2);
        keep(k, &best, logits, o.at, ts_mul(y1, scale), valid);
        keep(k, &best, logits, ts_addk(o.at, 1), ts_mul(y2, scale), valid);
    }
    ts_val span = ts_div(from, ts_i32(k, ROWS));
    ts_store(val, span, ts_get(best.value));
    ts_store(idx, span, ts_get(best.id));
}

static void join(ts_kern *k, const ts_shape *s)
{
    ts_val valid = ts_size(k, "valid"), n = ts_i32(k, spans(s)), one = ts_i32(k, 1);
    ts_view val = ts_arg1(k, TS_IN, "val", TS_f32, n), idx = ts_arg1(k, TS_IN, "idx", TS_i32, n);
    ts_view token = ts_arg1(k, TS_OUT, "token", TS_u32, one);
    ts_view top = ts_arg1(k, TS_OUT, "top", TS_f32, one);
    join_spans(k, ts_ceil_div(valid, ROWS), val, idx, token, top, s->plan.block);
}

enum { FIRST, LAST, MIDDLE, PADDING, TIE, NEGATIVE, BROKEN };

static int cases(const ts_shape *s, ts_case *c)
{
    int v = s->vocab;
    if ((size_t)v * s->d > 1 << 26) { /* a vocabulary of full size takes seconds a run */
        c[0] = (ts_case){"one between is largest", {v - 2}, MIDDLE};
        return 1;
    }
    c[0] = (ts_case){"the first is largest", {v}, FIRST};
    c[1] = (ts_case){"the last is largest", {v}, LAST};
    c[2] = (ts_case){"one between is largest", {v}, MIDDLE};
    c[3] = (ts_case){"the largest and a NaN lie in the padding", {v > 2 ? v - 2 : v}, PADDING};
    c[4] = (ts_case){"two are equal", {v}, TIE};
    c[5] = (ts_case){"all are negative", {v}, NEGATIVE};
    c[6] = (ts_case){"one is NaN", {v}, BROKEN};
    return 7;
}

/* Codes are so many to one. */
static double unit(const ts_shape *s)
{
    return s->type.weight == TS_i8 ? 16 : has_scales(s) ? 4 : 1;
}

/* Row r gives n . |n|: more than any other row, whose elements stay within +-1/4. */
static void stand_out(const ts_shape *s, double *const *a, int r, double by)
{
    by *= unit(s);
    for (int i = 0; i < s->d; i++) a[2][(size_t)r * s->d + i] = a[0][i] * a[1][i] < 0 ? -by : by;
}

/* No code is NaN, but a scale may be. */
static void spoil(const ts_shape *s, double *const *a, int r)
{
    if (has_scales(s))
        a[6][(size_t)r * shares(s->d)] = NAN;
    else
        a[2][(size_t)r * s->d] = NAN;
}

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    int v = s->vocab, at = c->variant == FIRST ? 0 : c->variant == LAST ? v - 1 : v * 5 / 8;
    for (size_t i = 0; i < (size_t)v * s->d; i++) a[2][i] = remainder(a[2][i], 0.5) * unit(s);
    for (int i = 0; has_scales(s) && i < v * shares(s->d); i++)
        a[6][i] = (1 + i % shares(s->d) % 3 / 8.0) / unit(s);
    stand_out(s, a, at < c->size[0] ? at : c->size[0] - 1, 2);
    if (c->variant == PADDING && c->size[0] < v) {
        stand_out(s, a, v - 1, 4);
        spoil(s, a, v - 2);
    }
    if (c->variant == TIE) stand_out(s, a, v - 1, 2);
    if (c->variant == NEGATIVE)
        for (int r = 0; r < v; r++) stand_out(s, a, r, r == at ? -0.5 : -1);
    if (c->variant == BROKEN) spoil(s, a, v / 3);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return matrix_bytes(s, s->vocab, s->d) + ts_storage(s->type.norm, s->d) +
           ts_storage(TS_f32, (size_t)s->vocab + s->d + 4 * (size_t)spans(s) + 2);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return (uint64_t)s->vocab * (3 * (uint64_t)s->d + 2);
}

const ts_kernel_def ts_r1_norm_lm_head = {
    R1_DISTILL,
    .name = "norm_lm_head_argmax",
    .formula = "n = rms_norm(x); logits = W n; token = argmax logits[0..valid); "
               "top = logits[token]",
    .doc = "in x f32[D], in gamma norm[D], in w weight[V,D], out logits f32[V], work val f32[S], "
           "work idx i32[S]; size valid; S = ceil(V/16). Then norm_lm_head_argmax__final: in val, "
           "in idx, out token u32[1], out top f32[1]; size valid. NaN is the largest",
    .build = build,
    .then = TS_STAGES({"final", join, NULL}),
    .limit = TS_LIMITS({"logits", GEMV_LIMIT}, {"top", GEMV_LIMIT}),
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
