/* argmax_greedy.c - token = the lowest id below `valid` whose logit is the largest
 *
 * NaN never wins; if all are NaN the token is 0. Ids from valid on are padding of the vocabulary.
 *
 *   stage 1   one program per span of vocab_block logits, each lane keeping the best of its own
 *             column: val[span], idx[span]
 *   stage 2   one program does the same with the spans
 *
 * A lane that has seen no number holds (-inf, NOBODY), and NOBODY is above every id: comparing
 * value first and id second then needs no special case, not even for logits of -inf.
 */
#include "kernels/r1_distill/parts.h"

enum { NOBODY = INT32_MAX };

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int best = -1;
    (void)s;
    (void)mag;
    for (int i = 0; i < size[0]; i++)
        if (!isnan(a[0][i]) && (best < 0 || a[0][i] > a[0][best])) best = i;
    a[3][0] = best < 0 ? 0 : best;
}

struct best { /* per lane */
    ts_var value, id;
};

static struct best nothing_yet(ts_kern *k, int lanes)
{
    return (struct best){ts_var1(ts_f32(k, -INFINITY), lanes), ts_var1(ts_i32(k, NOBODY), lanes)};
}

/* Ties go to the lower id. Comparisons with NaN are false. */
static void keep_better(struct best *b, ts_val x, ts_val id, ts_val live)
{
    ts_val old = ts_get(b->value), old_id = ts_get(b->id);
    ts_val tie = ts_and(ts_eq(x, old), ts_lt(id, old_id));
    ts_val better = ts_and(live, ts_or(ts_lt(old, x), tie));
    ts_set(b->value, ts_select(better, x, old));
    ts_set(b->id, ts_select(better, id, old_id));
}

/* Over the lanes; returns the id. */
static ts_val best_of(ts_kern *k, const struct best *b, ts_val *value)
{
    ts_val all = ts_get(b->value);
    *value = ts_amax(all, 0);
    return ts_amin(ts_select(ts_eq(all, *value), ts_get(b->id), ts_i32(k, NOBODY)), 0);
}

static int spans(const ts_shape *s)
{
    return (s->vocab - 1) / s->vocab_block + 1;
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val valid = ts_size(k, "valid"), n = ts_i32(k, spans(s)), value;
    ts_view logits = ts_arg1(k, TS_IN, "logits", TS_f32, ts_i32(k, s->vocab));
    ts_view val = ts_arg1(k, TS_WORK, "val", TS_f32, n),
            idx = ts_arg1(k, TS_WORK, "idx", TS_i32, n);

    ts_val from = ts_program(valid, s->vocab_block);
    ts_val to = ts_min(valid, ts_add(from, ts_i32(k, s->vocab_block)));
    struct best best = nothing_yet(k, s->block);
    for (ts_loop i = ts_range(from, to, s->block); ts_next(&i);) {
        ts_val id = ts_add(i.at, ts_iota(k, s->block));
        keep_better(&best, ts_load(logits, i.at, s->block), id, ts_lt(id, to));
    }
    ts_val id = best_of(k, &best, &value), span = ts_div(from, ts_i32(k, s->vocab_block));
    ts_store(val, span, value);
    ts_store(idx, span, id);
}

static void join(ts_kern *k, const ts_shape *s)
{
    ts_val valid = ts_size(k, "valid"), n = ts_i32(k, spans(s)), value;
    ts_view val = ts_arg1(k, TS_IN, "val", TS_f32, n), idx = ts_arg1(k, TS_IN, "idx", TS_i32, n);
    ts_view token = ts_arg1(k, TS_OUT, "token", TS_u32, ts_i32(k, 1));

    ts_val live_spans = ts_ceil_div(valid, s->vocab_block);
    struct best best = nothing_yet(k, s->block);
    for (ts_loop i = ts_upto(live_spans, s->block); ts_next(&i);) {
        ts_val live = ts_lt(ts_add(i.at, ts_iota(k, s->block)), live_spans);
        keep_better(&best, ts_load(val, i.at, s->block), ts_load(idx, i.at, s->block), live);
    }
    ts_val id = best_of(k, &best, &value);
    id = ts_select(ts_eq(id, ts_i32(k, NOBODY)), zero(k), id);
    ts_store(token, zero(k), ts_cast(id, TS_u32));
}

static int params(const ts_shape *s, ts_param *p)
{
    p[0] = in("logits", TS_f32, s->vocab);
    p[1] = work("val", TS_f32, spans(s));
    p[2] = work("idx", TS_i32, spans(s));
    p[3] = out("token", TS_u32, 1, EXACT);
    return 4;
}

enum { AS_IS, TIES, ALL_EQUAL, LAST, SOME_NAN, ALL_NAN, ONE_NUMBER, LEAST, PADDING };

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
    return 11;
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
        default: break;
        }
    if (c->variant == TIES) x[v / 5] = x[v / 5 + 1] = x[v / 2] = x[v - 1] = 1e6;
    if (c->variant == LAST) x[v - 1] = 1e6;
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return ts_storage(TS_f32, size[0]) + 4 * ts_storage(TS_f32, spans(s)) + 4;
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    return size[0];
}

const ts_kernel_def ts_r1_argmax = {
    R1_DISTILL,
    .name = "argmax_greedy",
    .formula = "token = min { i < valid : logits[i] = max logits }",
    .doc =
        "in logits f32[V], work val f32[S], work idx i32[S]; size valid (ids from there on never "
        "win); S = ceil(V/vocab_block). Then argmax_greedy__final: in val, in idx, out token "
        "u32[1]; size valid. NaN never wins; ties to the lowest id; all NaN: 0",
    .build = build,
    .final = join,
    .params = params,
    .build_params = 3,
    .final_param = {1, 2, 3},
    .final_params = 3,
    .sizes = {"valid"},
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
