/* merge_state.c - o = (e^l1 o1 + e^l2 o2) / (e^l1 + e^l2), l = ln(e^l1 + e^l2): two parts of one attention
 *
 * l are natural logarithms of the sums of e^score. A part without any key has l of -inf, and its o counts for nothing,
 * whatever it is; of two such o is 0 and l -inf. A program a token and head.
 */
#include "kernels/r1_nvfp4/parts.h"

#define LOWEST (-0x1p126) /* in the place of -inf: differences are numbers */
enum { MINUS_INF = (int)0xff800000u };

/* ---- reference ---- */

static double weight_ref(double l, double most)
{
    return isinf(l) ? 0 : exp(l - most);
}

static void merge_ref(size_t n, const double *o1, const double *o2, double l1, double l2, double *o,
                      double *mag)
{
    double most = fmax(l1, l2), w1 = weight_ref(l1, most), w2 = weight_ref(l2, most);
    double all = w1 + w2 > 0 ? w1 + w2 : 1, moved = w1 > 0 && w2 > 0 ? fabs(l1 - l2) : 0;
    for (size_t i = 0; i < n; i++) {
        double first = w1 > 0 ? w1 * o1[i] : 0, second = w2 > 0 ? w2 * o2[i] : 0;
        o[i] = (first + second) / all;
        /* What rounds the difference of the logarithms moves the smaller weight. */
        mag[i] = (fabs(first) + fabs(second)) / all;
        mag[i] += moved * fmin(w1, w2) * fmax(fabs(o1[i]), fabs(o2[i]));
    }
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    size_t n = (size_t)s->value;
    for (size_t r = 0; r < (size_t)size[0] * s->heads; r++) {
        double l1 = a[2][r], l2 = a[3][r], most = fmax(l1, l2);
        merge_ref(n, a[0] + r * n, a[1] + r * n, l1, l2, a[4] + r * n, mag[4] + r * n);
        a[5][r] = isinf(most) ? most : most + log(weight_ref(l1, most) + weight_ref(l2, most));
        mag[5][r] = isinf(most) ? 0 : fabs(most) + 1;
    }
}

/* ---- kernel ---- */

typedef struct part { /* of the attention of a head */
    ts_view o;
    ts_val l, seen,
        w; /* l: a number; seen: whether there was a key; w: e^l over that of the larger */
} part;

/* -inf is known by its bits, since languages let a compiler assume that there is none. */
static part part_of(ts_kern *k, ts_view o, ts_view l, ts_val t, ts_val h)
{
    part p = {.o = ts_row(ts_row(o, t), h)};
    ts_val x = ts_at(ts_row(l, t), h);
    p.seen = ts_ne(ts_bits(x, TS_i32), ts_i32(k, MINUS_INF));
    p.l = ts_select(p.seen, x, ts_f32(k, LOWEST));
    return p;
}

static ts_val weight_of(ts_kern *k, part p, ts_val most)
{
    return ts_select(p.seen, ts_exp(ts_sub(p.l, most)), ts_f32(k, 0));
}

/* A part of no weight counts for nothing, even where it is no number. */
static ts_val weighed(ts_kern *k, part p, ts_val at, int n)
{
    ts_val none = ts_f32(k, 0), v = ts_loadf(p.o, at, n);
    return ts_select(ts_lt(none, p.w), ts_mul(v, p.w), none);
}

static void merge(ts_kern *k, const ts_shape *s, part a, part b, ts_view o, ts_view l, ts_val h)
{
    ts_val most = ts_max(a.l, b.l), seen = ts_or(a.seen, b.seen), n = ts_i32(k, s->value);
    a.w = weight_of(k, a, most);
    b.w = weight_of(k, b, most);
    ts_val all = ts_select(seen, ts_add(a.w, b.w), ts_f32(k, 1));
    for (ts_loop i = ts_upto(n, s->plan.block); ts_next(&i);) {
        ts_val first = weighed(k, a, i.at, s->plan.block);
        ts_val sum = ts_add(first, weighed(k, b, i.at, s->plan.block));
        ts_store(ts_row(o, h), i.at, ts_cast(ts_div(sum, all), TS_bf16));
    }
    ts_val whole = ts_add(most, ts_log(all));
    ts_store(l, h, ts_select(seen, whole, ts_f32(k, -INFINITY)));
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val live = live_rows(k, "tokens", s->tokens), heads = ts_i32(k, s->heads);
    ts_val rows = ts_i32(k, s->tokens), n = ts_i32(k, s->value);
    ts_view o1 = ts_arg3(k, TS_IN, "o1", TS_bf16, rows, heads, n);
    ts_view o2 = ts_arg3(k, TS_IN, "o2", TS_bf16, rows, heads, n);
    ts_view l1 = ts_arg2(k, TS_IN, "l1", TS_f32, rows, heads);
    ts_view l2 = ts_arg2(k, TS_IN, "l2", TS_f32, rows, heads);
    ts_view o = ts_arg3(k, TS_INOUT, "o", TS_bf16, rows, heads, n);
    ts_view l = ts_arg2(k, TS_INOUT, "l", TS_f32, rows, heads);

    ts_val t = ts_program(live, 1), h = ts_program(heads, 1);
    part a = part_of(k, o1, l1, t, h), b = part_of(k, o2, l2, t, h);
    merge(k, s, a, b, ts_row(o, t), ts_row(l, t), h);
}

/* Logarithms that are near each other in one head and far apart in another; no key in the one part, the other, both. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    size_t n = (size_t)s->tokens * s->heads, of = (size_t)s->value;
    (void)c;
    for (size_t r = 0; r < n; r++) {
        if (r % 3) a[3][r] = a[2][r] + fmod(a[3][r], 4);
        for (int p = 0; p < 2; p++)
            if ((r / 2 + p) % 4 == 0 || r % 7 == 3) {
                a[2 + p][r] = -INFINITY;
                a[p][r * of] = NAN;
            }
    }
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)size[0] * s->heads;
    return ts_storage(TS_bf16, 3 * n * s->value) + ts_storage(TS_f32, 3 * n);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * s->heads * (4 * (uint64_t)s->value + 8);
}

const ts_kernel_def ts_nv_merge_state = {
    R1_NVFP4,
    .name = "merge_state",
    .formula = "o = (e^l1 o1 + e^l2 o2) / (e^l1 + e^l2); l = ln(e^l1 + e^l2)",
    .doc = "in o1, o2 bf16[tokens,NH,V], in l1, l2 f32[tokens,NH], inout o bf16[tokens,NH,V], "
           "inout l f32[tokens,NH]; size tokens",
    .build = build,
    .limit = TS_LIMITS({"o", REAL_LIMIT}, {"l", REAL_LIMIT}),
    .reference = reference,
    .cases = token_cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
