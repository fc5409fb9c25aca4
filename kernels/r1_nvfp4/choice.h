/* choice.h - how routers choose experts: numbers that can be put in order, and what their kernels share.
 *
 * A logit that is no number counts as -inf, and infinities as numbers that are larger than all others: so there is an
 * order of all, ties go to the lowest index, and no weight is a quotient of nothing. What order is decided by is rounded
 * to f32. Logits and sums are f32 whatever dtype the logits are stored in; the profile's kernel computes in bf16 where
 * they are bf16. */
#ifndef TESSERA_KERNELS_R1_NVFP4_CHOICE_H
#define TESSERA_KERNELS_R1_NVFP4_CHOICE_H

#include "kernels/r1_nvfp4/parts.h"

#define FARTHEST 0x1p126 /* that a logit may be; differences of two are still numbers */
enum { NUMBERS_BELOW = 0x7f800000, SIZE_BITS = 0x7fffffff };

/* ---- tile code ---- */

/* x as f32 has it, where it was computed in more (tessera/interpret.h). */
static inline ts_val rounded(ts_val x)
{
    return ts_bits(ts_bits(x, TS_i32), TS_f32);
}

/* Logits in order; tested as integers, since languages let a compiler assume that no float is NaN. */
static inline ts_val ordered(ts_val x)
{
    ts_kern *k = x.k;
    ts_val size = ts_and(ts_bits(x, TS_i32), ts_i32(k, SIZE_BITS));
    ts_val number = ts_le(size, ts_i32(k, NUMBERS_BELOW)), far = ts_f32(k, FARTHEST);
    x = ts_select(number, x, ts_f32(k, -FARTHEST));
    return ts_max(ts_min(x, far), ts_f32(k, -FARTHEST));
}

typedef struct routing { /* what a router takes and makes; views of one token */
    ts_view x, bias;     /* bias: of all tokens, or a zero handle */
    ts_view ids, w;
} routing;

/* Declares them and is the program of a token; slots: experts that it gets. */
static inline routing routing_args(ts_kern *k, const ts_shape *s, bool biased, int slots)
{
    ts_val live = live_rows(k, "tokens", s->tokens);
    ts_val rows = ts_i32(k, s->tokens), n = ts_i32(k, s->experts), all = ts_i32(k, slots);
    routing r = {.x = ts_arg2(k, TS_IN, "x", s->type.logits, rows, n)};
    if (biased) r.bias = ts_arg1(k, TS_IN, "bias", TS_f32, n);
    r.ids = ts_arg2(k, TS_INOUT, "ids", TS_i32, rows, all);
    r.w = ts_arg2(k, TS_INOUT, "w", TS_f32, rows, all);
    ts_val t = ts_program(live, 1);
    r.x = ts_row(r.x, t);
    r.ids = ts_row(r.ids, t);
    r.w = ts_row(r.w, t);
    return r;
}

static inline ts_val all_logits(ts_kern *k, const ts_shape *s, routing r)
{
    return ordered(ts_loadf(r.x, zero(k), s->experts));
}

/* Of the chosen. */
static inline ts_val their_logits(routing r, ts_val index)
{
    return ordered(ts_cast(ts_gather(r.x, index), TS_f32));
}

/* sigmoid(x) of the chosen over its sum. All are multiplied by one number first, such that the largest is no less than a
 * half: of the far ends' alone f32 would make zeros, and no sum to divide by. */
static inline ts_val shares_of_sigmoid(ts_val x)
{
    ts_val none = ts_f32(x.k, 0), low = ts_min(x, none);
    ts_val by = ts_exp(ts_sub(low, ts_amax(low, 0)));
    ts_val s = ts_div(by, ts_add(ts_f32(x.k, 1), ts_exp(ts_neg(ts_abs(x)))));
    return ts_div(s, ts_sum(s, 0));
}

/* ---- references ---- */

static inline double ordered_ref(double x)
{
    return isnan(x) ? -FARTHEST : fmax(fmin(x, FARTHEST), -FARTHEST);
}

static inline double sigmoid_ref(double x)
{
    return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x));
}

/* The index of the largest of n that are not taken; the lowest of equal ones. */
static inline int largest_ref(const double *v, const bool *taken, int n)
{
    int best = -1;
    for (int i = 0; i < n; i++)
        if (!taken[i] && (best < 0 || v[i] > v[best])) best = i;
    return best;
}

/* w[j] = sigmoid(x[j]) over the sum, and what its error is measured against: exponents are rounded. */
static inline void shares_ref(const double *x, int n, double *w, double *mag)
{
    double most = -INFINITY, sum = 0;
    for (int j = 0; j < n; j++) most = fmax(most, fmin(x[j], 0));
    for (int j = 0; j < n; j++) sum += w[j] = exp(fmin(x[j], 0) - most) / (1 + exp(-fabs(x[j])));
    for (int j = 0; j < n; j++) {
        w[j] /= sum;
        mag[j] = w[j] > 0 ? w[j] * (1 + (most - fmin(x[j], 0))) : 0;
    }
}

/* ---- cases: size 0 is the number of tokens ---- */

enum { DRAWN, TIES, ONE_NUMBER, NANS };

static inline int routing_cases(const ts_shape *s, ts_case *c)
{
    c[0] = (ts_case){"all tokens", {s->tokens}, DRAWN};
    c[1] = (ts_case){"one token", {1}, DRAWN};
    c[2] = (ts_case){"all but one, ties", {s->tokens - 1}, TIES};
    c[3] = (ts_case){"all -inf but one or none", {s->tokens}, ONE_NUMBER};
    c[4] = (ts_case){"NaN, and both infinities", {s->tokens}, NANS};
    c[5] = (ts_case){"no token", {0}, DRAWN};
    return 6;
}

static inline double special_logit(int variant, double x, int t, int e)
{
    switch (variant) {
    case TIES: return e % 3;
    case ONE_NUMBER: return t % 2 == 0 && e == 1 ? x : -INFINITY;
    case NANS: return e % 3 == t % 3 ? NAN : (e + t) % 5 == 0 ? (e % 2 ? INFINITY : -INFINITY) : x;
    default: return x;
    }
}

static inline void fill_logits(const ts_shape *s, const ts_case *c, double *x)
{
    for (int t = 0; t < s->tokens; t++)
        for (int e = 0; e < s->experts; e++) {
            double *at = &x[(size_t)t * s->experts + e];
            *at = t < c->size[0] ? special_logit(c->variant, *at, t, e) : NAN;
        }
}

/* Sums that differ for their order: of nine logits and three biases, a bias for each group, no two sums of a sigmoid and
 * its bias, and of no two such, are closer than 1e-3, but for those that are the same. */
static inline void fill_apart(const ts_shape *s, double *x, double *bias)
{
    static const double biases[] = {-0.9, -0.67, 0.03};
    int each = s->groups > 1 ? s->experts / s->groups : 1;
    for (int e = 0; e < s->experts; e++) bias[e] = (float)biases[e / each * 7 % 11 % 3];
    for (size_t i = 0; i < (size_t)s->tokens * s->experts; i++) {
        double turn = fmod(fabs(x[i]) * 997, 9);
        x[i] = 0.17 + 0.875 * (floor(turn) - 4);
    }
}

static inline uint64_t routing_bytes(const ts_shape *s, const int32_t *size, bool biased, int slots)
{
    size_t rows = (size_t)size[0], n = (size_t)s->experts;
    return ts_storage(s->type.logits, rows * n) + ts_storage(TS_f32, 2 * rows * (size_t)slots) +
           (biased ? ts_storage(TS_f32, n) : 0);
}

/* An exponential, a sum, a division and a look for the largest. */
static inline uint64_t routing_flops(const ts_shape *s, const int32_t *size)
{
    return 5 * (uint64_t)size[0] * (uint64_t)s->experts;
}

#endif
