/* logit_shares.c - of each span of logits: the largest, m, and what all weigh beside it, sum e^((x - m) cold)
 *
 * What a draw at temperature 1 / cold needs of all logits (engine/sampler.h): which span it falls into follows
 * from these few, so that only the logits of that span have to be had by whoever draws.
 *
 * A span of ids that are all past `valid` weighs nothing. Logits are not NaN and not +inf, which argmax_greedy has found out before. m begins at -FLT_MAX: where all
 * are -inf that is the largest, and they weigh nothing. cold is normal and finite, so that no product is 0 inf.
 */
#include "kernels/r1_distill/parts.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int n = vocab_spans(s), block = s->plan.vocab_block;
    for (int at = 0; at < n; at++) {
        int to = (at + 1) * block < size[0] ? (at + 1) * block : size[0];
        double max = -FLT_MAX, sum = 0, moved = 0;
        for (int i = at * block; i < to; i++) max = fmax(max, a[0][i]);
        for (int i = at * block; i < to; i++) {
            double by = (a[0][i] - max) * a[1][0], weight = exp(by);
            sum += weight;
            moved +=
                weight > 0 ? weight * (1 - by) : 0; /* rounding moves `by` by a part of itself */
        }
        a[2][at] = max, mag[2][at] = 0;
        a[2][n + at] = sum, mag[2][n + at] = moved;
    }
}

static void build(ts_kern *k, const ts_shape *s)
{
    int n = vocab_spans(s), lanes = s->plan.block;
    ts_val valid = ts_size(k, "valid"), each = ts_i32(k, s->plan.vocab_block);
    ts_view logits = ts_arg1(k, TS_IN, "logits", TS_f32, ts_i32(k, s->vocab));
    ts_view cold = ts_arg1(k, TS_IN, "cold", TS_f32, ts_i32(k, 1));
    ts_view shares = ts_arg1(k, TS_OUT, "shares", TS_f32, ts_i32(k, 2 * n));

    ts_val from = ts_program(ts_i32(k, s->vocab), s->plan.vocab_block);
    ts_val to = ts_min(valid, ts_add(from, each));
    ts_val none = ts_f32(k, -INFINITY), by = ts_at(cold, zero(k)), span = ts_div(from, each);
    ts_var top = ts_var1(ts_f32(k, -FLT_MAX), lanes), sum = ts_var1(ts_f32(k, 0), lanes);
    for (ts_loop i = ts_range(from, to, lanes); ts_next(&i);) {
        ts_val past = ts_le(to, ts_add(i.at, ts_iota(k, lanes)));
        ts_val x = ts_select(past, none, ts_load(logits, i.at, lanes));
        ts_set(top, ts_max(ts_get(top), x));
    }
    ts_val max = ts_amax(ts_get(top), 0);
    for (ts_loop i = ts_range(from, to, lanes); ts_next(&i);) {
        ts_val past = ts_le(to, ts_add(i.at, ts_iota(k, lanes)));
        ts_val x = ts_select(past, none, ts_load(logits, i.at, lanes));
        ts_set(sum, ts_add(ts_get(sum), ts_exp(ts_mul(ts_sub(x, max), by))));
    }
    ts_store(shares, span, max);
    ts_store(shares, ts_addk(span, n), ts_sum(ts_get(sum), 0));
}

enum { AS_IS, COLD, FROZEN, HOT, TIES, NONE, SOME_NONE, FAR, PADDING };

static int cases(const ts_shape *s, ts_case *c)
{
    int v = s->vocab;
    c[0] = (ts_case){"temperature 1", {v}, AS_IS};
    c[1] = (ts_case){"temperature 0.6", {v}, COLD};
    c[2] = (ts_case){"the lowest temperature", {v}, FROZEN};
    c[3] = (ts_case){"the highest temperature", {v}, HOT};
    c[4] = (ts_case){"ties", {v}, TIES};
    c[5] = (ts_case){"all -inf", {v}, NONE};
    c[6] = (ts_case){"every other one -inf", {v}, SOME_NONE};
    c[7] = (ts_case){"from end to end of f32", {v}, FAR};
    c[8] = (ts_case){"larger logits in the padding", {v - 3}, PADDING};
    c[9] = (ts_case){"one valid id", {1}, PADDING};
    return 10;
}

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    double *x = a[0];
    for (int i = 0; i < s->vocab; i++) switch (c->variant) {
        case TIES: x[i] = i % 3; break;
        case NONE: x[i] = -INFINITY; break;
        case SOME_NONE: x[i] = i % 2 ? -INFINITY : x[i]; break;
        case FAR: x[i] = i % 2 ? -FLT_MAX : FLT_MAX; break;
        case PADDING: x[i] = i < c->size[0] ? x[i] : i % 2 ? NAN : INFINITY; break;
        default: x[i] = isfinite(x[i]) ? x[i] : 0;
        }
    a[1][0] = c->variant == FROZEN ? FLT_MAX
              : c->variant == HOT  ? FLT_MIN
              : c->variant == COLD ? (float)(1 / 0.6)
                                   : 1;
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return ts_storage(TS_f32, size[0]) + ts_storage(TS_f32, 1 + 2 * (size_t)vocab_spans(s));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    return 5 * (uint64_t)size[0];
}

const ts_kernel_def ts_r1_logit_shares = {
    R1_DISTILL,
    .name = "logit_shares",
    .formula = "m[s] = max logits of span s; w[s] = sum exp((logits - m[s]) cold)",
    .doc = "in logits f32[V], in cold f32[1] (1 / temperature), out shares f32[2,S]: m, then w; "
           "size valid (ids from there on weigh nothing); S = ceil(V/vocab_block)",
    .build = build,
    .limit = TS_LIMITS({"shares", REAL_LIMIT}),
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
