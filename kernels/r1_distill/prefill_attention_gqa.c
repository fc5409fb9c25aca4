/* prefill_attention_gqa.c - o[m,h] = softmax(q[m,h] K[h/G]^T / sqrt(DH)) V[h/G], positions 0 .. pos + m
 *
 * Attention of a chunk whose first token is at position pos; a token attends to those before it and to
 * itself. The softmax is the online one, as in attention_decode_gqa.c, where its care for -inf is told.
 *
 *                    keys, a few at a time
 *                  ┌──────┬──────┬──────┬──╲
 *     rows (m, g)  │      │      │      │   ╲    causal: what lies right of the diagonal scores -inf,
 *                  │      │      │      │    ╲   blocks beyond a program's last token are not read
 *                  └──────┴──────┴──────┴─────╲
 *
 * One program per kv head and `queries` tokens, with all G heads of the group each: a key is read and
 * widened once for queries * G rows. Blocks follow each other in order from position 0, so the bits of a
 * row do not depend on the rows beside it.
 */
#include "kernels/r1_distill/rows.h"

static double score_of(const double *q, const double *key, int dh)
{
    double score = 0;
    for (int i = 0; i < dh; i++) score += q[i] * key[i];
    return score / sqrt(dh);
}

/* One row over len positions. */
static void attend(const double *q, const double *keys, const double *values, int len, int dh,
                   double *o, double *mag)
{
    double max = -INFINITY, sum = 0;
    for (int t = 0; t < len; t++) max = fmax(max, score_of(q, keys + (size_t)t * dh, dh));
    for (int i = 0; i < dh; i++) o[i] = mag[i] = 0;
    for (int t = 0; t < len; t++) {
        double p = exp(score_of(q, keys + (size_t)t * dh, dh) - max);
        sum += p;
        for (int i = 0; i < dh; i++) {
            o[i] += p * values[(size_t)t * dh + i];
            mag[i] += p * fabs(values[(size_t)t * dh + i]);
        }
    }
    for (int i = 0; i < dh; i++) o[i] /= sum, mag[i] /= sum;
}

static size_t query_at(const ts_shape *s, int m, int h)
{
    return ((size_t)m * qkv_heads(s) + h) * s->head_dim;
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int group = s->heads / s->kv_heads, dh = s->head_dim;
    for (int m = 0; m < size[0]; m++)
        for (int h = 0; h < s->heads; h++) {
            size_t row = ((size_t)m * s->heads + h) * dh, cache = (size_t)(h / group) * s->ctx * dh;
            attend(a[0] + query_at(s, m, h), a[1] + cache, a[2] + cache, size[1] + m + 1, dh,
                   a[3] + row, mag[3] + row);
        }
}

/* A program's rows of qkv and of o, and the position of each. */
typedef struct queries {
    ts_val from, to, at;
    int rows;
} queries;

static queries queries_of(ts_kern *k, const ts_shape *s, ts_val kv, ts_val from, ts_val pos)
{
    int group = s->heads / s->kv_heads, rows = s->plan.queries * group;
    ts_val i = ts_iota(k, rows), each = ts_i32(k, group);
    ts_val m = ts_add(from, ts_div(i, each));
    ts_val head = ts_add(ts_mul(kv, each), ts_rem(i, each));
    return (queries){.from = ts_add(ts_mul(m, ts_i32(k, qkv_heads(s))), head),
                     .to = ts_add(ts_mul(m, ts_i32(k, s->heads)), head),
                     .at = ts_add(pos, m),
                     .rows = rows};
}

typedef struct running { /* of the online softmax: maximum, sum, unnormalised rows */
    ts_var m, l, acc;
} running;

/* Keys and values from position t on. */
static void take_block(ts_kern *k, const ts_shape *s, running r, ts_val q, ts_val at, ts_view keys,
                       ts_view values, ts_val t)
{
    int block = s->plan.keys, dh = s->head_dim;
    ts_val score = ts_dot_t(q, ts_loadf2(keys, t, zero(k), block, dh), (ts_val){0});
    ts_val live = ts_le(ts_add(t, ts_iota(k, block)), ts_col(at));
    score = ts_select(live, score, ts_f32(k, -INFINITY));
    ts_val top = ts_max(ts_get(r.m), ts_amax(score, 1));
    ts_val p = ts_exp(ts_sub(score, ts_col(top))), fix = ts_exp(ts_sub(ts_get(r.m), top));
    ts_val v = ts_loadf2(values, t, zero(k), block, dh);
    ts_set(r.l, ts_fma(ts_get(r.l), fix, ts_sum(p, 1)));
    ts_set(r.acc, ts_dot(p, v, ts_mul(ts_get(r.acc), ts_col(fix))));
    ts_set(r.m, top);
}

static void build(ts_kern *k, const ts_shape *s)
{
    int dh = s->head_dim;
    ts_val rows = ts_size(k, "rows"), pos = ts_size(k, "pos"), width = ts_i32(k, dh);
    ts_val nkv = ts_i32(k, s->kv_heads), ctx = ts_i32(k, s->ctx), nh = ts_i32(k, s->heads);
    ts_val all = ts_i32(k, qkv_heads(s));
    ts_view q = ts_arg2(k, TS_IN, "qkv", TS_f32, ts_i32(k, s->chunk * qkv_heads(s)), width);
    ts_view kcache = ts_arg3(k, TS_IN, "kcache", s->type.kv, nkv, ctx, width);
    ts_view vcache = ts_arg3(k, TS_IN, "vcache", s->type.kv, nkv, ctx, width);
    ts_view o = ts_arg2(k, TS_INOUT, "o", TS_f32, ts_i32(k, s->chunk * s->heads), width);

    ts_val kv = ts_program(nkv, 1), from = ts_program(rows, s->plan.queries);
    ts_val end = ts_add(pos, ts_min(rows, ts_add(from, ts_i32(k, s->plan.queries))));
    ts_view keys = ts_part(ts_row(kcache, kv), 0, zero(k), end, 1);
    ts_view values = ts_part(ts_row(vcache, kv), 0, zero(k), end, 1);
    queries at = queries_of(k, s, kv, from, pos);
    ts_view live = live_rows(k, q, ts_mul(rows, all));
    ts_val x = ts_gather2(live, at.from, zero(k), dh);
    x = ts_mulk(x, 1 / sqrt(dh));
    running r = {ts_var1(ts_f32(k, -FLT_MAX), at.rows), ts_var1(ts_f32(k, 0), at.rows),
                 ts_var2(ts_f32(k, 0), at.rows, dh)};
    for (ts_loop t = ts_upto(end, s->plan.keys); ts_next(&t);)
        take_block(k, s, r, x, at.at, keys, values, t.at);
    ts_val attended = ts_div(ts_get(r.acc), ts_col(ts_get(r.l)));
    ts_view to = live_rows(k, o, ts_mul(rows, nh));
    ts_scatter2(to, at.to, zero(k), attended);
}

/* A device of threads keeps the rows of one token and the scores of few keys, or it runs out of registers (64 of
 * them spill on sm_90); a CPU can have more for each key that it widens. */
static void schedule(ts_shape *s, const ts_target *target)
{
    bool threads = ts_target_facts_of(target).team > 1;
    s->plan.queries = threads ? 1 : 4;
    s->plan.keys = threads ? 16 : 32;
}

enum { SPREAD, PEAK, LOW, NOTHING };

static int cases(const ts_shape *s, ts_case *c)
{
    int n = rows_at_cases(s, c), fit = s->chunk < s->ctx ? s->chunk : s->ctx;
    c[n++] = (ts_case){"each token's own key outweighs all", {fit, s->ctx - fit}, PEAK};
    c[n++] = (ts_case){"all scores below -1e30", {fit, 0}, LOW};
    c[n++] = (ts_case){"all scores -inf", {fit, s->ctx - fit}, NOTHING};
    return n;
}

/* The key of each token of the chunk points along the first query of its group, which scores 8 with it:
 * whoever sees one position too many or too few is far off. */
static void peak(const ts_shape *s, const ts_case *c, double *const *a)
{
    int group = s->heads / s->kv_heads, dh = s->head_dim;
    for (int m = 0; m < c->size[0]; m++)
        for (int h = 0; h < s->kv_heads; h++) {
            const double *q = a[0] + query_at(s, m, h * group);
            double *key = a[1] + ((size_t)h * s->ctx + c->size[1] + m) * dh, square = 0;
            for (int i = 0; i < dh; i++) square += q[i] * q[i];
            for (int i = 0; i < dh; i++) key[i] = q[i] * fmin(8 * sqrt(dh) / square, 8);
        }
}

/* Queries (-far, 0, ...) and keys (near 1, 0, ...): all scores far below 0, or infinitely. */
static void sink(const ts_shape *s, const ts_case *c, double *const *a)
{
    int dh = s->head_dim;
    double near = exp2(floor(log2(sqrt(dh)))), key = c->variant == LOW ? near : INFINITY;
    for (size_t i = 0; i < (size_t)s->chunk * qkv_heads(s) * dh; i++) a[0][i] = i % dh ? 0 : -4e30;
    for (int h = 0; h < s->kv_heads; h++)
        for (int t = 0; t < c->size[0] + c->size[1]; t++)
            for (int i = 0; i < dh; i++) a[1][((size_t)h * s->ctx + t) * dh + i] = i ? 0 : key;
}

/* As attention_decode_gqa: positions behind the chunk hold NaN, queries keep to +-1 and keys to +-2. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    size_t live = (size_t)(c->size[0] + c->size[1]) * s->head_dim;
    for (size_t i = 0; i < (size_t)s->chunk * qkv_heads(s) * s->head_dim; i++)
        a[0][i] = remainder(a[0][i], 2);
    for (size_t h = 0; h < (size_t)s->kv_heads; h++)
        for (size_t i = 0; i < (size_t)s->ctx * s->head_dim; i++) {
            size_t at = h * s->ctx * s->head_dim + i;
            a[1][at] = i < live ? remainder(a[1][at], 4) : NAN;
            if (i >= live) a[2][at] = NAN;
        }
    if (c->variant == PEAK) peak(s, c, a);
    if (c->variant > PEAK) sink(s, c, a);
}

/* Positions that are read: those of the last token. */
static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t read = ((size_t)size[0] + size[1]) * s->kv_heads * s->head_dim;
    return ts_storage(s->type.kv, 2 * read) +
           ts_storage(TS_f32, 2 * (size_t)size[0] * s->heads * s->head_dim);
}

/* Each token attends to pos + m + 1 positions. */
static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    uint64_t n = (uint64_t)size[0], positions = n * size[1] + n * (n + 1) / 2;
    return positions * s->heads * (4 * (uint64_t)s->head_dim + 4);
}

const ts_kernel_def ts_r1_prefill_attention = {
    R1_DISTILL,
    .name = "prefill_attention_gqa",
    .formula = "o[m,h] = softmax(q[m,h] K^T / sqrt(DH)) V over positions 0 .. pos + m, heads in "
               "groups of NH/NKV",
    .doc = "in qkv f32[chunk*(NH+2NKV),DH], in kcache kv[NKV,ctx,DH], in vcache likewise, inout o "
           "f32[chunk*NH,DH]; sizes rows, pos; pos + rows <= ctx",
    .build = build,
    .schedule = schedule,
    .limit = TS_LIMITS({"o", REAL_LIMIT}),
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
