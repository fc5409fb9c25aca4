/* attention_decode_gqa.c - o[h] = softmax(q[h] K[h/G]^T / sqrt(DH)) V[h/G], len positions
 *
 * Vaswani et al. 2017, equation 1, for one query position; grouped queries as in Ainslie et al.
 * 2023: G = NH / NKV contiguous query heads share one key head. The softmax is the online one of
 * Milakov and Gimelshein 2018: a running maximum m and sum l, rescaled whenever m rises.
 *
 *   stage 1   one program per kv head and span of `split` positions: G unnormalised rows, and
 *             their m and l:  partial [NKV*S, G, DH], stats [NKV*S, 2, G], S = ceil(ctx / split)
 *   stage 2   one program per query head joins the spans in order, so that the bits do not depend
 *             on who computed which span
 *
 * m begins at -FLT_MAX, which no finite score is below, and a position that is not there scores -inf:
 * e^(-inf - m) is 0 whatever m is. So every finite score is right, a score of -inf weighs nothing, and
 * where all are -inf, or one is +inf or NaN, the result is NaN, as that of torch is.
 *
 * Only spans that begin below len run, so each has a live position.
 */
#include "kernels/r1_distill/cache.h"

/* The cache of one head: keys and values, and what they are scaled by, 0: nothing. */
typedef struct head_ref {
    const double *keys, *values, *key_scale, *value_scale;
    int len, dh;
} head_ref;

static double scaled(const double *scale, int t)
{
    return scale ? scale[t] : 1;
}

static double score_of(const head_ref *h, const double *q, int t)
{
    double score = 0;
    for (int i = 0; i < h->dh; i++) score += q[i] * h->keys[(size_t)t * h->dh + i];
    return score * scaled(h->key_scale, t) / sqrt(h->dh);
}

static void attend(const head_ref *h, const double *q, double *o, double *mag)
{
    double max = -INFINITY, sum = 0;
    for (int t = 0; t < h->len; t++) max = fmax(max, score_of(h, q, t));
    for (int i = 0; i < h->dh; i++) o[i] = mag[i] = 0;
    for (int t = 0; t < h->len; t++) {
        double p = exp(score_of(h, q, t) - max);
        sum += p;
        for (int i = 0; i < h->dh; i++) {
            double v = h->values[(size_t)t * h->dh + i] * scaled(h->value_scale, t);
            o[i] += p * v;
            mag[i] += p * fabs(v);
        }
    }
    for (int i = 0; i < h->dh; i++) o[i] /= sum, mag[i] /= sum;
}

enum { KCACHE = 1, VCACHE = 2, KSCALE = 5, VSCALE = 6 }; /* params; o is the last of all */

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int group = s->heads / s->kv_heads, dh = s->head_dim, out = has_codes(s) ? 7 : 5;
    for (int h = 0; h < s->heads; h++) {
        size_t at = (size_t)(h / group) * s->ctx, row = (size_t)h * dh;
        head_ref r = {a[KCACHE] + at * dh, a[VCACHE] + at * dh, NULL, NULL, size[0], dh};
        if (has_codes(s)) r.key_scale = a[KSCALE] + at, r.value_scale = a[VSCALE] + at;
        attend(&r, a[0] + row, a[out] + row, mag[out] + row);
    }
}

static int spans(const ts_shape *s)
{
    return (s->ctx - 1) / s->plan.split + 1;
}

/* Where one span leaves its three results. */
struct span {
    ts_view partial, max, sum;
};

static struct span span_at(ts_kern *k, ts_view partial, ts_view stats, ts_val kv, ts_val i,
                           const ts_shape *s)
{
    ts_val at = ts_add(ts_mul(kv, ts_i32(k, spans(s))), i);
    ts_view pair = ts_row(stats, at);
    return (struct span){ts_row(partial, at), ts_row(pair, zero(k)), ts_row(pair, ts_i32(k, 1))};
}

static void build(ts_kern *k, const ts_shape *s)
{
    int group = s->heads / s->kv_heads, dh = s->head_dim, block = s->plan.key_block;
    ts_val len = ts_size(k, "len"), width = ts_i32(k, dh);
    ts_val heads = ts_i32(k, s->kv_heads), n = ts_i32(k, s->kv_heads * spans(s));
    ts_view q = ts_arg2(k, TS_IN, "q", TS_f32, ts_i32(k, s->heads), width);
    ts_view kcache = cache_arg(k, s, TS_IN, "kcache"), vcache = cache_arg(k, s, TS_IN, "vcache");
    ts_view partial = ts_arg3(k, TS_WORK, "partial", TS_f32, n, ts_i32(k, group), width);
    ts_view stats = ts_arg3(k, TS_WORK, "stats", TS_f32, n, ts_i32(k, 2), ts_i32(k, group));
    cache of_keys = cache_of(k, s, TS_IN, kcache, "kcache_scale");
    cache of_values = cache_of(k, s, TS_IN, vcache, "vcache_scale");

    ts_val kv = ts_program(heads, 1), from = ts_program(len, s->plan.split);
    cache keys = cache_part(k, of_keys, kv, len), values = cache_part(k, of_values, kv, len);
    ts_val qs = ts_load2(q, ts_mul(kv, ts_i32(k, group)), zero(k), group, dh);
    qs = ts_mulk(qs, 1 / sqrt(dh));

    ts_var m = ts_var1(ts_f32(k, -FLT_MAX), group), l = ts_var1(ts_f32(k, 0), group);
    ts_var acc = ts_var2(ts_f32(k, 0), group, dh);
    for (ts_loop t = ts_range(from, ts_min(len, ts_add(from, ts_i32(k, s->plan.split))), block);
         ts_next(&t);) {
        ts_val score = ts_dot_t(qs, ts_loadf2(keys.x, t.at, zero(k), block, dh), (ts_val){0});
        score = times_scales(keys, score, t.at, block);
        ts_val live = ts_lt(ts_add(t.at, ts_iota(k, block)), len);
        score = ts_select(live, score, ts_f32(k, -INFINITY));
        ts_val top = ts_max(ts_get(m), ts_amax(score, 1));
        ts_val p = ts_exp(ts_sub(score, ts_col(top))), fix = ts_exp(ts_sub(ts_get(m), top));
        ts_val v = ts_loadf2(values.x, t.at, zero(k), block, dh);
        ts_set(l, ts_fma(ts_get(l), fix, ts_sum(p, 1)));
        ts_set(acc,
               ts_dot(times_scales(values, p, t.at, block), v, ts_mul(ts_get(acc), ts_col(fix))));
        ts_set(m, top);
    }
    struct span to = span_at(k, partial, stats, kv, ts_div(from, ts_i32(k, s->plan.split)), s);
    ts_store2(to.partial, zero(k), zero(k), ts_get(acc));
    ts_store(to.max, zero(k), ts_get(m));
    ts_store(to.sum, zero(k), ts_get(l));
}

static void join(ts_kern *k, const ts_shape *s)
{
    int group = s->heads / s->kv_heads, dh = s->head_dim;
    ts_val len = ts_size(k, "len"), n = ts_i32(k, s->kv_heads * spans(s));
    ts_val heads = ts_i32(k, s->heads), width = ts_i32(k, dh), members = ts_i32(k, group);
    ts_view partial = ts_arg3(k, TS_IN, "partial", TS_f32, n, members, width);
    ts_view stats = ts_arg3(k, TS_IN, "stats", TS_f32, n, ts_i32(k, 2), members);
    ts_view o = ts_arg2(k, TS_OUT, "o", TS_f32, heads, width);

    ts_val h = ts_program(heads, 1), kv = ts_div(h, members), g = ts_rem(h, members);
    ts_var m = ts_var0(ts_f32(k, -FLT_MAX)), l = ts_var0(ts_f32(k, 0));
    ts_var acc = ts_var1(ts_f32(k, 0), dh);
    for (ts_loop i = ts_upto(ts_ceil_div(len, s->plan.split), 1); ts_next(&i);) {
        struct span from = span_at(k, partial, stats, kv, i.at, s);
        ts_val max = ts_at(from.max, g), top = ts_max(ts_get(m), max);
        ts_val old = ts_exp(ts_sub(ts_get(m), top)), new = ts_exp(ts_sub(max, top));
        ts_val part = ts_load(ts_row(from.partial, g), zero(k), dh);
        ts_set(l, ts_fma(ts_get(l), old, ts_mul(ts_at(from.sum, g), new)));
        ts_set(acc, ts_fma(ts_get(acc), old, ts_mul(part, new)));
        ts_set(m, top);
    }
    ts_store(ts_row(o, h), zero(k), ts_div(ts_get(acc), ts_get(l)));
}

/* Programs that keep a large GPU busy; more would only lengthen the join. */
enum { SPANS = 128 };

/* The cache is cut into about as many spans as there are processors. */
static void schedule(ts_shape *s, const ts_target *target)
{
    if (ts_target_facts_of(target).team == 1) return;
    s->plan.key_block = 64;
    int64_t most = (int64_t)SPANS * s->plan.key_block;
    int64_t blocks = ((int64_t)s->kv_heads * s->ctx - 1) / most + 1;
    s->plan.split = (int)(blocks * s->plan.key_block);
}

enum { SPREAD, PEAK, LOW, LOWEST, BELOW, NOTHING, BROKEN };

static int cases(const ts_shape *s, ts_case *c)
{
    const int b = s->plan.key_block, split = s->plan.split,
              len[] = {1, 2, b - 1, b, b + 1, split, split + 1, split + b, s->ctx};
    int n = 0, last = 0;
    for (size_t i = 0; i < sizeof len / sizeof *len; i++)
        if (len[i] > last && len[i] <= s->ctx) {
            const char *name = len[i] == s->ctx ? "all of the cache" : "part of the cache";
            c[n++] = (ts_case){name, {len[i]}, SPREAD};
            last = len[i];
        }
    c[n++] = (ts_case){"the last key outweighs all", {b < s->ctx ? b + 1 : s->ctx}, PEAK};
    c[n++] = (ts_case){"the last key outweighs all", {s->ctx}, PEAK};
    const int few = b < s->ctx ? b + 1 : s->ctx, two = split < s->ctx ? split + 1 : s->ctx;
    c[n++] = (ts_case){"all scores below -1e30", {two}, LOW};
    if (!has_codes(
            s)) { /* before they are scaled, sums are up to 127 times as large; nothing is infinite */
        c[n++] = (ts_case){"all scores near -FLT_MAX", {few}, LOWEST};
        c[n++] = (ts_case){"all scores but one -inf", {few}, BELOW};
        c[n++] = (ts_case){"all scores -inf", {few}, NOTHING};
    }
    c[n++] = (ts_case){"one key NaN", {few}, BROKEN};
    return n;
}

/* Queries (-far, 0, ...) and keys (near 1, 0, ...): all scores far below 0, and one key, whose score is
 * half of the others', outweighs them. In BELOW the others are infinite. */
static void sink(const ts_shape *s, const ts_case *c, double *const *a)
{
    int dh = s->head_dim, chosen = c->size[0] * 5 / 8;
    double near = exp2(floor(log2(sqrt(dh)))), far = c->variant == LOW ? -4e30 : -3.3e38;
    for (int i = 0; i < s->heads * dh; i++) a[0][i] = i % dh ? 0 : far;
    for (int h = 0; h < s->kv_heads; h++)
        for (int t = 0; t < c->size[0]; t++) {
            double key[MOST_WIDTH] = {near};
            if (c->variant == BELOW || c->variant == NOTHING) key[0] = INFINITY;
            if (t == chosen && c->variant != NOTHING) key[0] = near / 2;
            put_head(s, a, KCACHE, KSCALE, h, t, key);
            if (t != chosen || c->variant != BROKEN) continue;
            size_t at = (size_t)h * s->ctx + t;
            *(has_codes(s) ? a[KSCALE] + at : a[KCACHE] + at * dh) = NAN;
        }
}

/* The last key points along the first query of its group, which scores 16 with it. */
static void peak(const ts_shape *s, int len, double *const *a)
{
    int group = s->heads / s->kv_heads, dh = s->head_dim;
    for (int h = 0; h < s->kv_heads; h++) {
        const double *q = a[0] + (size_t)h * group * dh;
        double key[MOST_WIDTH], square = 0;
        for (int i = 0; i < dh; i++) square += q[i] * q[i];
        for (int i = 0; i < dh; i++) key[i] = q[i] * fmin(16 * sqrt(dh) / square, 16);
        put_head(s, a, KCACHE, KSCALE, h, len - 1, key);
    }
}

/* Queries keep to +-1 and keys to +-2: the error of a score in f32 grows with sum |q k|, and enters
 * the softmax undiminished. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    for (int i = 0; i < s->heads * s->head_dim; i++) a[0][i] = remainder(a[0][i], 2);
    fill_cache(s, a, KCACHE, KSCALE, c->size[0], 2);
    fill_cache(s, a, VCACHE, VSCALE, c->size[0], 0);
    if (c->variant == PEAK) peak(s, c->size[0], a);
    if (c->variant > PEAK) sink(s, c, a);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t live = ((size_t)size[0] - 1) / s->plan.split + 1, q = (size_t)s->heads * s->head_dim;
    return cache_bytes(s, (size_t)size[0]) +
           ts_storage(TS_f32, 2 * q + 2 * live * (q + 2 * s->heads));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * s->heads * (4 * (uint64_t)s->head_dim + 4);
}

const ts_kernel_def ts_r1_attention = {
    R1_DISTILL,
    .name = "attention_decode_gqa",
    .formula = "o[h] = softmax(q[h] K^T / sqrt(DH)) V, heads in groups of NH/NKV",
    .doc =
        "in q f32[NH,DH], in kcache kv[NKV,ctx,DH], in vcache likewise, work partial "
        "f32[NKV*S,G,DH], work stats f32[NKV*S,2,G], beside codes in kcache_scale f32[NKV,ctx], in "
        "vcache_scale likewise; size len >= 1; S = ceil(ctx/split). "
        "Then attention_decode_gqa__final: in partial, in stats, out o f32[NH,DH]; size len",
    .build = build,
    .then = TS_STAGES({"final", join, NULL}),
    .schedule = schedule,
    .limit = TS_LIMITS({"o", REAL_LIMIT}),
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
