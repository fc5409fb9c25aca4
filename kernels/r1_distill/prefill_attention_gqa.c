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
#include "kernels/r1_distill/cache.h"
#include "kernels/r1_distill/rows.h"

enum { KCACHE = 1, VCACHE = 2, OUT = 3, KSCALE = 4, VSCALE = 5 }; /* params */

static double score_of(const ts_shape *s, double *const *a, const double *q, int h, int t)
{
    const double *key = a[KCACHE] + ((size_t)h * s->ctx + t) * s->head_dim;
    double score = 0;
    for (int i = 0; i < s->head_dim; i++) score += q[i] * key[i];
    return score * scale_ref(s, a, KSCALE, h, t) / sqrt(s->head_dim);
}

/* One row over len positions of head h. */
static void attend(const ts_shape *s, double *const *a, const double *q, int h, int len, double *o,
                   double *mag)
{
    double max = -INFINITY, sum = 0;
    int dh = s->head_dim;
    for (int t = 0; t < len; t++) max = fmax(max, score_of(s, a, q, h, t));
    for (int i = 0; i < dh; i++) o[i] = mag[i] = 0;
    for (int t = 0; t < len; t++) {
        double p = exp(score_of(s, a, q, h, t) - max), scale = scale_ref(s, a, VSCALE, h, t);
        const double *value = a[VCACHE] + ((size_t)h * s->ctx + t) * dh;
        sum += p;
        for (int i = 0; i < dh; i++) {
            o[i] += p * value[i] * scale;
            mag[i] += p * fabs(value[i] * scale);
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
            size_t row = ((size_t)m * s->heads + h) * dh;
            attend(s, a, a[0] + query_at(s, m, h), h / group, size[1] + m + 1, a[OUT] + row,
                   mag[OUT] + row);
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
static void take_block(ts_kern *k, const ts_shape *s, running r, ts_val q, ts_val at, cache keys,
                       cache values, ts_val t)
{
    int block = s->plan.keys, dh = s->head_dim;
    ts_val score = ts_dot_t(q, ts_loadf2(keys.x, t, zero(k), block, dh), (ts_val){0});
    score = times_scales(keys, score, t, block);
    ts_val live = ts_le(ts_add(t, ts_iota(k, block)), ts_col(at));
    score = ts_select(live, score, ts_f32(k, -INFINITY));
    ts_val top = ts_max(ts_get(r.m), ts_amax(score, 1));
    ts_val p = ts_exp(ts_sub(score, ts_col(top))), fix = ts_exp(ts_sub(ts_get(r.m), top));
    ts_val v = ts_loadf2(values.x, t, zero(k), block, dh);
    ts_set(r.l, ts_fma(ts_get(r.l), fix, ts_sum(p, 1)));
    ts_set(r.acc, ts_mul(ts_get(r.acc), ts_col(fix)));
    ts_set(r.acc, ts_dot(times_scales(values, p, t, block), v, ts_get(r.acc)));
    ts_set(r.m, top);
}

static void build(ts_kern *k, const ts_shape *s)
{
    int dh = s->head_dim;
    ts_val rows = ts_size(k, "rows"), pos = ts_size(k, "pos"), width = ts_i32(k, dh);
    ts_val nkv = ts_i32(k, s->kv_heads), nh = ts_i32(k, s->heads);
    ts_val all = ts_i32(k, qkv_heads(s));
    ts_view q = ts_arg2(k, TS_IN, "qkv", TS_f32, ts_i32(k, s->chunk * qkv_heads(s)), width);
    ts_view kcache = cache_arg(k, s, TS_IN, "kcache"), vcache = cache_arg(k, s, TS_IN, "vcache");
    ts_view o = ts_arg2(k, TS_INOUT, "o", TS_f32, ts_i32(k, s->chunk * s->heads), width);
    cache of_keys = cache_of(k, s, TS_IN, kcache, "kcache_scale");
    cache of_values = cache_of(k, s, TS_IN, vcache, "vcache_scale");

    ts_val kv = ts_program(nkv, 1), from = ts_program(rows, s->plan.queries);
    ts_val end = ts_add(pos, ts_min(rows, ts_add(from, ts_i32(k, s->plan.queries))));
    cache keys = cache_part(k, of_keys, kv, end), values = cache_part(k, of_values, kv, end);
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

/* A CPU makes of a key more than it reads: it widens, turns or cuts it. The more rows meet it the better, as long
 * as they leave programs for many threads and fit the second cache. */
static int queries_on_cpu(const ts_shape *s)
{
    enum { MOST = 16, MOST_ROWS = 128 };
    int queries = MOST, group = s->heads / s->kv_heads;
    while (queries > 1 && queries * group > MOST_ROWS) queries /= 2;
    return queries;
}

/* A device of threads keeps the rows of one token and the scores of few keys, or it runs out of registers (64 of
 * them spill on sm_90). What a block of keys costs beside its products (the rows are rescaled, sums of a matrix unit
 * wait in memory) is less for long ones. */
static void schedule(ts_shape *s, const ts_target *target)
{
    ts_target_facts facts = ts_target_facts_of(target);
    bool threads = facts.team > 1;
    s->plan.queries = threads ? 1 : queries_on_cpu(s);
    s->plan.keys = threads ? 16 : facts.unit ? 128 : 64;
}

enum { SPREAD, PEAK, LOW, NOTHING };

static int cases(const ts_shape *s, ts_case *c)
{
    int n = rows_at_cases(s, c), fit = s->chunk < s->ctx ? s->chunk : s->ctx;
    c[n++] = (ts_case){"each token's own key outweighs all", {fit, s->ctx - fit}, PEAK};
    c[n++] = (ts_case){"all scores below -1e30", {fit, 0}, LOW};
    if (!has_codes(s)) c[n++] = (ts_case){"all scores -inf", {fit, s->ctx - fit}, NOTHING};
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
            double key[MOST_WIDTH], square = 0;
            for (int i = 0; i < dh; i++) square += q[i] * q[i];
            for (int i = 0; i < dh; i++) key[i] = q[i] * fmin(8 * sqrt(dh) / square, 8);
            put_head(s, a, KCACHE, KSCALE, h, c->size[1] + m, key);
        }
}

/* Queries (-far, 0, ...) and keys (near 1, 0, ...): all scores far below 0, or infinitely. */
static void sink(const ts_shape *s, const ts_case *c, double *const *a)
{
    int dh = s->head_dim;
    double near = exp2(floor(log2(sqrt(dh)))), key[MOST_WIDTH] = {near};
    if (c->variant != LOW) key[0] = INFINITY;
    for (size_t i = 0; i < (size_t)s->chunk * qkv_heads(s) * dh; i++) a[0][i] = i % dh ? 0 : -4e30;
    for (int h = 0; h < s->kv_heads; h++)
        for (int t = 0; t < c->size[0] + c->size[1]; t++) put_head(s, a, KCACHE, KSCALE, h, t, key);
}

/* As attention_decode_gqa: positions behind the chunk hold NaN, queries keep to +-1 and keys to +-2. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    int live = c->size[0] + c->size[1];
    for (size_t i = 0; i < (size_t)s->chunk * qkv_heads(s) * s->head_dim; i++)
        a[0][i] = remainder(a[0][i], 2);
    fill_cache(s, a, KCACHE, KSCALE, live, 2);
    fill_cache(s, a, VCACHE, VSCALE, live, 0);
    if (c->variant == PEAK) peak(s, c, a);
    if (c->variant > PEAK) sink(s, c, a);
}

/* Positions that are read: those of the last token. */
static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return cache_bytes(s, (size_t)size[0] + (size_t)size[1]) +
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
           "f32[chunk*NH,DH], beside codes in kcache_scale f32[NKV,ctx], in vcache_scale likewise; "
           "sizes rows, pos; pos + rows <= ctx",
    .build = build,
    .schedule = schedule,
    .limit = TS_LIMITS({"o", REAL_LIMIT}),
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
