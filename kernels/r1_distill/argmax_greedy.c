/* argmax_greedy.c - token = the lowest id below `valid` whose logit is the largest;  top = that logit
 *
 * NaN is the largest (best.h), and then top is NaN. Ids from valid on are padding of the vocabulary.
 *
 *   stage 1   one program per span of vocab_block logits, each lane keeping the best of its own
 *             column: val[span], idx[span]
 *   stage 2   one program does the same with the spans
 */
#include "kernels/r1_distill/best.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    (void)s;
    (void)mag;
    a[3][0] = best_ref(a[0], size[0]);
    a[4][0] = size[0] > 0 ? a[0][(int)a[3][0]] : -INFINITY;
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val valid = ts_size(k, "valid"), n = ts_i32(k, vocab_spans(s)), value;
    ts_view logits = ts_arg1(k, TS_IN, "logits", TS_f32, ts_i32(k, s->vocab));
    ts_view val = ts_arg1(k, TS_WORK, "val", TS_f32, n),
            idx = ts_arg1(k, TS_WORK, "idx", TS_i32, n);

    ts_val from = ts_program(valid, s->plan.vocab_block);
    ts_val to = ts_min(valid, ts_add(from, ts_i32(k, s->plan.vocab_block)));
    struct best best = {ts_var1(ts_f32(k, -INFINITY), s->plan.block),
                        ts_var1(ts_i32(k, NOBODY), s->plan.block)};
    for (ts_loop i = ts_range(from, to, s->plan.block); ts_next(&i);) {
        ts_val id = ts_add(i.at, ts_iota(k, s->plan.block));
        keep_better(k, &best, ts_load(logits, i.at, s->plan.block), id, ts_le(to, id));
    }
    ts_val id = best_of(k, &best, &value), span = ts_div(from, ts_i32(k, s->plan.vocab_block));
    ts_store(val, span, value);
    ts_store(idx, span, id);
}

static void join(ts_kern *k, const ts_shape *s)
{
    ts_val valid = ts_size(k, "valid"), n = ts_i32(k, vocab_spans(s)), one = ts_i32(k, 1);
    ts_view val = ts_arg1(k, TS_IN, "val", TS_f32, n), idx = ts_arg1(k, TS_IN, "idx", TS_i32, n);
    ts_view token = ts_arg1(k, TS_OUT, "token", TS_u32, one);
    ts_view top = ts_arg1(k, TS_OUT, "top", TS_f32, one);
    join_spans(k, ts_ceil_div(valid, s->plan.vocab_block), val, idx, token, top, s->plan.block);
}

static void schedule(ts_shape *s, const ts_target *target)
{
    if (ts_target_facts_of(target).team > 1) s->plan.vocab_block = 1024;
}

enum {
    AS_IS,
    TIES,
    ALL_EQUAL,
    LAST,
    SOME_NAN,
    ALL_NAN,
    ONE_NUMBER,
    LEAST,
    PADDING,
    LAST_NAN,
    PADDING_NAN,
    NONE
};

static int cases(const ts_shape *s, ts_case *c)
{
    int v = s->vocab;
    c[0] = (ts_case){"as generated", {v}, AS_IS};
    c[1] = (ts_case){"ties across spans", {v}, TIES};
    c[2] = (ts_case){"all equal", {v}, ALL_EQUAL};
    c[3] = (ts_case){"largest last", {v}, LAST};
    c[4] = (ts_case){"NaN in every other place", {v}, SOME_NAN};
    c[5] = (ts_case){"all NaN", {v}, ALL_NAN};
    c[6] = (ts_case){"one number among NaN", {v}, ONE_NUMBER};
    c[7] = (ts_case){"one -inf among NaN", {v}, LEAST};
    c[8] = (ts_case){"larger logits in the padding", {v - 3}, PADDING};
    c[9] = (ts_case){"larger logit in the last padding", {v - 1}, PADDING};
    c[10] = (ts_case){"one valid id", {1}, PADDING};
    c[11] = (ts_case){"NaN in the last place", {v}, LAST_NAN};
    c[12] = (ts_case){"NaN in the padding", {v - 3}, PADDING_NAN};
    c[13] = (ts_case){"all -inf", {v}, NONE};
    return 14;
}

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    double *x = a[0];
    int v = s->vocab, odd = v * 7 / 11;
    for (int i = 0; i < v; i++) switch (c->variant) {
        case ALL_EQUAL: x[i] = -2.5; break;
        case SOME_NAN: x[i] = i % 2 ? x[i] : NAN; break;
        case ALL_NAN: x[i] = NAN; break;
        case ONE_NUMBER: x[i] = i == odd ? -1e30 : NAN; break;
        case LEAST: x[i] = i == odd ? -INFINITY : NAN; break;
        case PADDING: x[i] = i >= c->size[0] ? 3e38 : x[i]; break;
        case PADDING_NAN: x[i] = i >= c->size[0] ? NAN : x[i]; break;
        case NONE: x[i] = -INFINITY; break;
        default: break;
        }
    if (c->variant == TIES) x[v / 5] = x[v / 5 + 1] = x[v / 2] = x[v - 1] = 1e6;
    if (c->variant == LAST) x[v - 1] = 1e6;
    if (c->variant == LAST_NAN) x[v - 1] = NAN, x[0] = INFINITY;
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return ts_storage(TS_f32, size[0]) + 4 * ts_storage(TS_f32, vocab_spans(s)) + 8;
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    return size[0];
}

const ts_kernel_def ts_r1_argmax = {
    R1_DISTILL,
    .name = "argmax_greedy",
    .formula = "token = min { i < valid : logits[i] = max logits }; top = logits[token]",
    .doc =
        "in logits f32[V], work val f32[S], work idx i32[S]; size valid (ids from there on never "
        "win); S = ceil(V/vocab_block). Then argmax_greedy__final: in val, in idx, out token "
        "u32[1], out top f32[1]; size valid. NaN is the largest; ties to the lowest id",
    .build = build,
    .then = TS_STAGES({"final", join, NULL}),
    .schedule = schedule,
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
