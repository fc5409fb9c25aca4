/* latent.h - attention over the latent cache, by both kernels that decode.
 *
 *     score[r,t] = scale (q[r] . cache[t]),    o[r] = softmax(score[r]) cache[t][0 .. kv_lora]
 *
 * A request's rows r are its queries x heads, and all of them meet the same rows of the cache, kv_lora | rope each: in
 * pages of `page` positions, which a table names. The last query sees all `len` positions, the one before it one fewer.
 *
 *   stage 1   a program per request, span of `split` positions and `rows` rows, which reads a position once for all of
 *             them: rows that are not normalised, their m and l:  partial [requests*S, rows, kv_lora], stats
 *             [requests*S, 2, rows], S = ceil(context / split)
 *   stage 2   a program per row joins the spans in order
 *
 * Where a span begins depends on the shape alone, so the bits of a row depend on nothing but the row. Rows of the cache
 * behind len are outside of what is read, and zeros: 0 times what lies there might be NaN. */
#ifndef TESSERA_KERNELS_R1_NVFP4_LATENT_H
#define TESSERA_KERNELS_R1_NVFP4_LATENT_H

#include "kernels/r1_nvfp4/softmax.h"

typedef struct decode { /* which of the two kernels */
    int queries;        /* of a request */
    bool
        fused; /* q in one param, and scales in params; else q_nope and q_pe, and the shape's scale */
} decode;

static inline int row_width(const ts_shape *s)
{
    return s->kv_lora + s->rope;
}

static inline int table_width(const ts_shape *s)
{
    return (s->context - 1) / s->page + 1;
}

static inline int spans(const ts_shape *s)
{
    return (s->context - 1) / s->plan.split + 1;
}

/* ---- reference ---- */

/* Params, in the order of ts_traced. */
typedef struct decode_params {
    int q, pe, cache, table, lens, bmm1, bmm2, o, lse;
} decode_params;

static inline decode_params params_of(decode d)
{
    return d.fused ? (decode_params){0, 0, 1, 2, 3, 4, 7, 8, 9}
                   : (decode_params){0, 1, 2, 3, 4, -1, -1, 7, 8};
}

static inline const double *position_ref(const ts_shape *s, decode_params p, double *const *a,
                                         int b, int t)
{
    int page = (int)a[p.table][(size_t)b * table_width(s) + t / s->page];
    return a[p.cache] + ((size_t)page * s->page + t % s->page) * row_width(s);
}

static inline double score_ref(const ts_shape *s, decode d, double *const *a, size_t row,
                               const double *key)
{
    decode_params p = params_of(d);
    int l = s->kv_lora, r = s->rope;
    if (d.fused) return a[p.bmm1][0] * dot_ref(a[p.q] + row * (l + r), key, l + r);
    return s->scale * (dot_ref(a[p.q] + row * l, key, l) + dot_ref(a[p.pe] + row * r, key + l, r));
}

static inline void row_of_request(const ts_shape *s, decode d, double *const *a, double *const *mag,
                                  int b, int r, scored *to)
{
    decode_params p = params_of(d);
    size_t row = (size_t)b * d.queries * s->heads + r, at = row * s->kv_lora;
    to->n = (int)a[p.lens][b] - (d.queries - 1 - r / s->heads);
    for (int t = 0; t < to->n; t++) {
        to->value[t] = position_ref(s, p, a, b, t);
        to->score[t] = score_ref(s, d, a, row, to->value[t]);
    }
    attend_ref(to, d.fused ? a[p.bmm2][0] : 1,
               (row_ref){a[p.o] + at, a[p.lse] + row, mag[p.o] + at, mag[p.lse] + row});
}

static inline void decode_ref(const ts_shape *s, decode d, const int32_t *size, double *const *a,
                              double *const *mag)
{
    scored row = scored_new(s->context, s->kv_lora);
    for (int b = 0; b < size[0]; b++)
        for (int r = 0; r < d.queries * s->heads; r++) row_of_request(s, d, a, mag, b, r, &row);
    scored_free(row);
}

/* ---- tile code ---- */

typedef struct reading { /* of the cache, by a program */
    const ts_shape *s;
    ts_view cache, table; /* rows of all pages; the request's */
    ts_val to;            /* positions from here on are not there */
} reading;

/* Where the next positions are: rows of the cache that follow each other, or rows one by one. */
typedef struct places {
    ts_view live; /* ends with the last that is there */
    ts_val first, each;
} places;

static inline places places_of_each(const reading *c, ts_val t)
{
    ts_kern *k = t.k;
    ts_val at = ts_add(t, ts_iota(k, c->s->plan.keys)), page = ts_i32(k, c->s->page);
    ts_val row = ts_mul(ts_gather(c->table, ts_div(at, page)), page);
    row = ts_add(row, ts_rem(at, page));
    return (places){.live = c->cache, .each = ts_select(ts_lt(at, c->to), row, ts_i32(k, -1))};
}

/* All in one page. */
static inline places places_in_page(const reading *c, ts_val t)
{
    ts_kern *k = t.k;
    ts_val page = ts_i32(k, c->s->page);
    ts_val row = ts_mul(ts_at(c->table, ts_div(t, page)), page);
    row = ts_add(row, ts_rem(t, page));
    ts_val below = ts_add(row, ts_min(ts_i32(k, c->s->plan.keys), ts_sub(c->to, t)));
    return (places){.live = ts_part(c->cache, 0, zero(k), below, 1), .first = row};
}

static inline places places_at(const reading *c, ts_val t)
{
    const ts_shape *s = c->s;
    bool in_one = s->page % s->plan.keys == 0 && s->plan.split % s->plan.keys == 0;
    return in_one ? places_in_page(c, t) : places_of_each(c, t);
}

/* Columns from .. of them. */
static inline ts_val position_rows(const reading *c, places at, int from, int width)
{
    ts_kern *k = c->to.k;
    ts_val column = ts_i32(k, from);
    if (!at.each.k) return ts_loadf2(at.live, at.first, column, c->s->plan.keys, width);
    return ts_cast(ts_gather2(at.live, at.each, column, width), TS_f32);
}

typedef struct query_rows {
    ts_val latent, rope, scale;
    ts_val below; /* positions that a row sees: one for all, or a column */
} query_rows;

/* What the rows r .. see of the span that ends at `to`. */
static inline ts_val seen(ts_kern *k, const ts_shape *s, decode d, ts_val r, ts_val len, ts_val to)
{
    if (d.queries == 1) return to;
    ts_val row = ts_add(r, ts_iota(k, s->plan.rows));
    ts_val query = ts_div(row, ts_i32(k, s->heads));
    ts_val last = ts_sub(len, ts_sub(ts_i32(k, d.queries - 1), query));
    return ts_col(ts_min(last, to));
}

/* The rows of values: those of keys, or read once more, through a view of their own. A tile that is multiplied both as
 * rows and as columns would be neither turned nor cut for a unit. */
static inline ts_val values_at(const reading *c, places at, ts_val keys)
{
    ts_kern *k = keys.k;
    if (!c->s->plan.apart) return keys;
    at.live = ts_part(at.live, 1, zero(k), ts_i32(k, c->s->kv_lora), 1);
    return position_rows(c, at, 0, c->s->kv_lora);
}

static inline void attend_span(ts_kern *k, const reading *c, const query_rows *q, running r,
                               ts_val from)
{
    for (ts_loop t = ts_range(from, c->to, c->s->plan.keys); ts_next(&t);) {
        places at = places_at(c, t.at);
        ts_val key = position_rows(c, at, 0, c->s->kv_lora);
        ts_val score = ts_dot_t(q->latent, key, (ts_val){0});
        score = ts_dot_t(q->rope, position_rows(c, at, c->s->kv_lora, c->s->rope), score);
        ts_val live = ts_lt(ts_add(t.at, ts_iota(k, c->s->plan.keys)), q->below);
        score = ts_select(live, ts_mul(score, q->scale), ts_f32(k, -INFINITY));
        running_take(r, score, values_at(c, at, key));
    }
}

typedef struct decode_args {
    ts_val requests, longest, rows; /* rows: of a request */
    ts_view latent, rope;           /* columns of q */
    ts_view cache, table, lens, bmm1, partial, stats;
} decode_args;

static inline void query_args(ts_kern *k, const ts_shape *s, decode d, decode_args *a)
{
    ts_val all = ts_i32(k, s->requests * d.queries * s->heads), l = ts_i32(k, s->kv_lora);
    ts_val rope = ts_i32(k, s->rope);
    if (!d.fused) {
        a->latent = ts_arg2(k, TS_IN, "q_nope", s->type.kv, all, l);
        a->rope = ts_arg2(k, TS_IN, "q_pe", s->type.kv, all, rope);
        return;
    }
    ts_view q = ts_arg2(k, TS_IN, "q", s->type.kv, all, ts_i32(k, row_width(s)));
    a->latent = ts_part(q, 1, zero(k), l, 1);
    a->rope = ts_part(q, 1, l, rope, 1);
}

static inline void span_args(ts_kern *k, const ts_shape *s, decode d, ts_mode mode, decode_args *a)
{
    ts_val n = ts_i32(k, s->requests * spans(s));
    a->rows = ts_i32(k, d.queries * s->heads);
    a->partial = ts_arg3(k, mode, "partial", TS_f32, n, a->rows, ts_i32(k, s->kv_lora));
    a->stats = ts_arg3(k, mode, "stats", TS_f32, n, ts_i32(k, 2), a->rows);
}

static inline decode_args args_of(ts_kern *k, const ts_shape *s, decode d)
{
    decode_args a = {.requests = ts_size(k, "requests")};
    a.longest = ts_size(k, "longest");
    query_args(k, s, d, &a);
    ts_val most = ts_i32(k, s->requests), positions = ts_i32(k, s->pages * s->page);
    a.cache = ts_arg2(k, TS_IN, "cache", s->type.kv, positions, ts_i32(k, row_width(s)));
    a.table = ts_arg2(k, TS_IN, "page_table", TS_i32, most, ts_i32(k, table_width(s)));
    a.lens = ts_arg1(k, TS_IN, "seq_lens", TS_i32, most);
    if (d.fused) a.bmm1 = ts_arg1(k, TS_IN, "bmm1_scale", TS_f32, ts_i32(k, 1));
    span_args(k, s, d, TS_WORK, &a);
    return a;
}

/* Rows r .. of request b, a window of those that q has for it. */
static inline query_rows queries_at(ts_kern *k, const ts_shape *s, const decode_args *a, ts_val b,
                                    ts_val r)
{
    ts_val first = ts_mul(b, a->rows);
    ts_view latent = ts_part(a->latent, 0, first, a->rows, 1);
    ts_view rope = ts_part(a->rope, 0, first, a->rows, 1);
    query_rows q = {.latent = ts_loadf2(latent, r, zero(k), s->plan.rows, s->kv_lora)};
    q.rope = ts_loadf2(rope, r, zero(k), s->plan.rows, s->rope);
    return q;
}

static inline void put_span(ts_kern *k, const decode_args *a, ts_val at, ts_val r, running to)
{
    ts_view pair = ts_row(a->stats, at);
    ts_store2(ts_row(a->partial, at), r, zero(k), ts_get(to.acc));
    ts_store(ts_row(pair, zero(k)), r, ts_get(to.m));
    ts_store(ts_row(pair, ts_i32(k, 1)), r, ts_get(to.l));
}

static inline void decode_spans(ts_kern *k, const ts_shape *s, decode d)
{
    decode_args a = args_of(k, s, d);
    ts_val b = ts_program(a.requests, 1), from = ts_program(a.longest, s->plan.split);
    ts_val r = ts_program(a.rows, s->plan.rows), len = ts_at(a.lens, b);
    reading c = {.s = s, .cache = a.cache, .table = ts_row(a.table, b)};
    c.to = ts_min(len, ts_add(from, ts_i32(k, s->plan.split)));
    query_rows q = queries_at(k, s, &a, b, r);
    q.scale = d.fused ? ts_at(a.bmm1, zero(k)) : ts_f32(k, s->scale);
    q.below = seen(k, s, d, r, len, c.to);
    running to = running_rows(k, s->plan.rows, s->kv_lora);
    attend_span(k, &c, &q, to, from);
    ts_val span = ts_div(from, ts_i32(k, s->plan.split));
    put_span(k, &a, ts_add(ts_mul(b, ts_i32(k, spans(s))), span), r, to);
}

/* One row's share of a span. */
static inline void join_span(ts_kern *k, const ts_shape *s, const decode_args *a, ts_val at,
                             ts_val r, running to)
{
    ts_view pair = ts_row(a->stats, at);
    ts_val max = ts_at(ts_row(pair, zero(k)), r), sum = ts_at(ts_row(pair, ts_i32(k, 1)), r);
    ts_val top = ts_max(ts_get(to.m), max);
    ts_val old = ts_exp(ts_sub(ts_get(to.m), top)), new = ts_exp(ts_sub(max, top));
    ts_val part = ts_load(ts_row(ts_row(a->partial, at), r), zero(k), s->kv_lora);
    ts_set(to.l, ts_fma(ts_get(to.l), old, ts_mul(sum, new)));
    ts_set(to.acc, ts_fma(ts_get(to.acc), old, ts_mul(part, new)));
    ts_set(to.m, top);
}

static inline void decode_join(ts_kern *k, const ts_shape *s, decode d)
{
    decode_args a = {.requests = ts_size(k, "requests")};
    ts_val most = ts_i32(k, s->requests), all = ts_i32(k, s->requests * d.queries * s->heads);
    a.lens = ts_arg1(k, TS_IN, "seq_lens", TS_i32, most);
    span_args(k, s, d, TS_IN, &a);
    ts_view bmm2 = {0};
    if (d.fused) bmm2 = ts_arg1(k, TS_IN, "bmm2_scale", TS_f32, ts_i32(k, 1));
    ts_view o = ts_arg2(k, TS_INOUT, "o", TS_bf16, all, ts_i32(k, s->kv_lora));
    ts_view lse = ts_arg1(k, TS_INOUT, "lse", TS_f32, all);

    ts_val b = ts_program(a.requests, 1), r = ts_program(a.rows, 1);
    ts_val len = ts_at(a.lens, b), first = ts_mul(b, ts_i32(k, spans(s)));
    running to = {.m = ts_var0(ts_f32(k, -FLT_MAX)), .l = ts_var0(ts_f32(k, 0))};
    to.acc = ts_var1(ts_f32(k, 0), s->kv_lora);
    for (ts_loop i = ts_upto(ts_ceil_div(len, s->plan.split), 1); ts_next(&i);)
        join_span(k, s, &a, ts_add(first, i.at), r, to);
    ts_val row = ts_add(ts_mul(b, a.rows), r);
    ts_val by = running_scale(to, d.fused ? ts_at(bmm2, zero(k)) : ts_f32(k, 1));
    ts_store(ts_row(o, row), zero(k), ts_cast(ts_mul(ts_get(to.acc), by), TS_bf16));
    ts_store(lse, row, running_lse(to));
}

/* ---- schedule ---- */

/* The more rows meet a position the better, as long as they, what is made of them and of the keys at hand fit the second
 * cache of a CPU. A device of threads holds its sums in registers, of more than 8 rows only for a matrix unit. */
static inline int rows_of_program(const ts_shape *s, ts_target_facts facts)
{
    bool squares = facts.unit || facts.matrix;
    int whole = squares ? 16 : 8, most = facts.matrix ? 16 : 8;
    int64_t rows = (int64_t)s->queries * s->heads;
    if (facts.team == 1) most = facts.vector_bytes > 32 ? 128 : 64;
    return rows < most ? (int)(rows + whole - 1) / whole * whole : most;
}

/* Spans are so long that there is work for `enough` programs, and long beside what joining them costs. */
static inline void schedule_decode(ts_shape *s, const ts_target *target)
{
    enum { THREADS = 16, TEAMS = 512, SHORTEST = 256 };
    ts_target_facts facts = ts_target_facts_of(target);
    int enough = facts.team > 1 ? TEAMS : THREADS;
    s->plan.rows = rows_of_program(s, facts);
    s->plan.keys = facts.team > 1 ? 16 : 64;
    s->plan.apart = facts.team == 1;
    int64_t blocks = ((int64_t)s->queries * s->heads - 1) / s->plan.rows + 1;
    int64_t cuts = (enough - 1) / s->requests / blocks + 1;
    int64_t split = (s->context - 1) / cuts + 1;
    if (split < SHORTEST) split = SHORTEST;
    s->plan.split = (int)((split - 1) / s->plan.keys + 1) * s->plan.keys;
}

/* ---- cases ---- */

enum { ALL, AROUND, EMPTY, PEAK, NOTHING, BELOW, BROKEN };

static inline int decode_cases(const ts_shape *s, ts_case *c)
{
    int n = 0, all = s->requests, few = s->context < 2 * s->page + 1 ? s->context : 2 * s->page + 1;
    c[n++] = (ts_case){"all of the context", {all, s->context}, ALL};
    c[n++] = (ts_case){"lengths around pages and spans", {all, s->context}, AROUND};
    c[n++] = (ts_case){"all but one request, the first empty", {all - 1, few}, EMPTY};
    c[n++] = (ts_case){"one request of one position", {1, 1}, ALL};
    c[n++] = (ts_case){"no request", {0, few}, ALL};
    c[n++] = (ts_case){"the last position outweighs all", {all, few}, PEAK};
    c[n++] = (ts_case){"one position NaN", {1, few}, BROKEN};
    if (s->type.kv == TS_f8e4m3) return n; /* has no infinity */
    c[n++] = (ts_case){"all scores -inf", {1, few}, NOTHING};
    c[n++] = (ts_case){"all scores but one -inf", {1, few}, BELOW};
    return n;
}

static inline int length_of(const ts_shape *s, const ts_case *c, int b)
{
    int split = s->plan.split, page = s->page, longest = c->size[1];
    int around[] = {longest, 1, page, page + 1, split + 1, split, 2, page - 1};
    int len = c->variant == AROUND ? around[b % 8] : c->variant == EMPTY && !b ? 0 : longest;
    return len > longest ? longest : len;
}

/* Pages in an order of their own; entries that no position needs name none. */
static inline void fill_table(const ts_shape *s, const ts_case *c, decode d, double *const *a)
{
    decode_params p = params_of(d);
    for (int b = 0; b < s->requests; b++) {
        int width = table_width(s), len = b < c->size[0] ? length_of(s, c, b) : 0;
        a[p.lens][b] = b < c->size[0] ? len : -1;
        for (int i = 0; i < width; i++) {
            int at = b * width + i, page = s->pages - 1 - at % s->pages;
            a[p.table][at] = i * s->page < len ? page ^ (page < s->pages / 2 * 2)
                             : at % 2          ? -1
                                               : 1 << 20;
        }
    }
}

/* Numbers that are there keep to +-most, all others are NaN: any use shows. */
static inline void fill_positions(const ts_shape *s, const ts_case *c, decode d, double *const *a)
{
    decode_params p = params_of(d);
    size_t n = (size_t)s->pages * s->page * row_width(s);
    double *was = malloc(n * sizeof *was);
    if (!was) abort();
    memcpy(was, a[p.cache], n * sizeof *was);
    for (size_t i = 0; i < n; i++) a[p.cache][i] = NAN;
    for (int b = 0; b < c->size[0]; b++)
        for (int t = 0; t < length_of(s, c, b); t++) {
            size_t at = (size_t)(position_ref(s, p, a, b, t) - a[p.cache]);
            for (int i = 0; i < row_width(s); i++) a[p.cache][at + i] = remainder(was[at + i], 4);
        }
    free(was);
}

static inline void fill_queries(const ts_shape *s, const ts_case *c, decode d, double *q, int width)
{
    int rows = d.queries * s->heads;
    for (int r = 0; r < s->requests * rows; r++)
        for (int i = 0; i < width; i++) {
            double *x = &q[(size_t)r * width + i];
            *x = r < c->size[0] * rows ? remainder(*x, 2) : NAN;
        }
}

/* The last position points along the first row of the last query, which scores 16 with it. */
static inline void fill_peak(const ts_shape *s, decode d, double *const *a, int b, double *key)
{
    decode_params p = params_of(d);
    int l = s->kv_lora, width = d.fused ? row_width(s) : l;
    const double *q = a[p.q] + ((size_t)b * d.queries + d.queries - 1) * s->heads * width;
    double scale = d.fused ? a[p.bmm1][0] : s->scale, square = dot_ref(q, q, l);
    for (int i = 0; i < l; i++) key[i] = q[i] * fmin(16 / scale / square, 16);
}

static inline void fill_odd(const ts_shape *s, const ts_case *c, decode d, double *const *a, int b)
{
    decode_params p = params_of(d);
    int len = length_of(s, c, b), l = s->kv_lora, width = d.fused ? row_width(s) : s->rope;
    double *q = d.fused ? a[p.q] + l : a[p.pe];
    for (int t = 0; t < len; t++) {
        double *key = (double *)position_ref(s, p, a, b, t);
        if (c->variant == PEAK && t == len - 1) fill_peak(s, d, a, b, key);
        if (c->variant == BROKEN && t == len / 2) key[l] = NAN;
        if (c->variant == NOTHING || (c->variant == BELOW && t != len / 2)) key[l] = -INFINITY;
    }
    for (int r = 0; r < d.queries * s->heads && c->variant >= NOTHING; r++)
        q[((size_t)b * d.queries * s->heads + r) * width] = 0.5;
}

static inline void decode_fill(const ts_shape *s, const ts_case *c, decode d, double *const *a)
{
    decode_params p = params_of(d);
    fill_table(s, c, d, a);
    fill_positions(s, c, d, a);
    fill_queries(s, c, d, a[p.q], d.fused ? row_width(s) : s->kv_lora);
    if (!d.fused) fill_queries(s, c, d, a[p.pe], s->rope);
    if (d.fused) a[p.bmm1][0] = s->scale * 1.25, a[p.bmm2][0] = 0.75;
    for (int b = 0; b < c->size[0]; b++) fill_odd(s, c, d, a, b);
}

/* ---- the price, where all requests are as long as the longest ---- */

static inline uint64_t decode_bytes(const ts_shape *s, decode d, const int32_t *size)
{
    size_t requests = (size_t)size[0], rows = requests * d.queries * s->heads;
    size_t pages = requests * ((size_t)(size[1] + s->page - 1) / s->page);
    size_t read = (rows + requests * size[1]) * row_width(s);
    return ts_storage(s->type.kv, read) + ts_storage(TS_bf16, rows * s->kv_lora) +
           ts_storage(TS_f32, rows + pages + requests);
}

static inline uint64_t decode_flops(const ts_shape *s, decode d, const int32_t *size)
{
    uint64_t scores = (uint64_t)size[0] * size[1] * d.queries * s->heads;
    return scores * (2 * (uint64_t)(row_width(s) + s->kv_lora) + 4);
}

/* The functions of a definition, for `how`, which says which kernel it is. */
#define DECODE(of)                                                                                 \
    REFERENCE(of, decode_ref(s, of(s), size, a, mag))                                              \
    BUILD(of, decode_spans(k, s, of(s)))                                                           \
    STAGE(of, join, decode_join(k, s, of(s)))                                                      \
    FILL(of, decode_fill(s, c, of(s), a))                                                          \
    BYTES(of, decode_bytes(s, of(s), size))                                                        \
    FLOPS(of, decode_flops(s, of(s), size))

#define DECODE_KERNEL(of)                                                                          \
    R1_NVFP4, .build = of##_build, .then = TS_STAGES({"join", of##_join, NULL}),                   \
              .schedule = schedule_decode,                                                         \
              .limit = TS_LIMITS({"o", REAL_LIMIT}, {"lse", REAL_LIMIT}),                          \
              .reference = of##_reference, .cases = decode_cases, .fill = of##_fill,               \
              .bytes = of##_bytes, .flops = of##_flops

#endif
