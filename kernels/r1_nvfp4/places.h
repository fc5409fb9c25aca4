/* places.h - a counting sort of routed ids, in three stages: how many of each chunk go to each bucket, where these begin,
 * and the place of each id.
 *
 *     counts  [chunks,buckets]    of CHUNK ids each, a program a chunk
 *     starts  [chunks,buckets]    the place of a chunk's first id in a bucket, all by one program
 *
 * A place is starts[chunk][bucket] and the ids before it in the chunk that have its bucket: ids of a bucket keep their
 * order, and nothing depends on which program was first. An id is number token * topk + slot. */
#ifndef TESSERA_KERNELS_R1_NVFP4_PLACES_H
#define TESSERA_KERNELS_R1_NVFP4_PLACES_H

#include "kernels/r1_nvfp4/parts.h"

enum { CHUNK = 64 };

/* ---- ids in whole blocks of one expert each (moe_align_block_size.c) ---- */

enum { ELSEWHERE = -1 }; /* the expert of ids that have none of these */

static inline int most_sorted(const ts_shape *s)
{
    int n = routed(s), buckets = s->experts + 1;
    return n < buckets ? n * s->align : n + buckets * (s->align - 1);
}

static inline int most_blocks(const ts_shape *s)
{
    return (most_sorted(s) + s->align - 1) / s->align;
}

/* ---- tile code ---- */

typedef struct sorting {
    ts_kern *k;
    const ts_shape *s;
    int buckets,
        from; /* id `from` has bucket 0; ids without a bucket have none, or 0 where from is -1 */
    ts_val n; /* live ids */
    ts_view ids;
} sorting;

/* Declares the ids, if this stage wants them. */
static inline sorting sorting_of(ts_kern *k, const ts_shape *s, int from, bool ids)
{
    sorting o = {.k = k, .s = s, .buckets = s->experts - from, .from = from};
    ts_val live = live_rows(k, "tokens", s->tokens);
    o.n = ts_mul(live, ts_i32(k, s->topk));
    if (ids) o.ids = ts_arg1(k, TS_IN, "ids", TS_i32, ts_i32(k, routed(s)));
    return o;
}

static inline ts_view chunks_arg(const sorting *o, ts_mode mode, const char *name)
{
    int chunks = (routed(o->s) + CHUNK - 1) / CHUNK;
    return ts_arg2(o->k, mode, name, TS_i32, ts_i32(o->k, chunks), ts_i32(o->k, o->buckets));
}

/* Buckets of CHUNK ids from `at` on; -1: none. */
static inline ts_val buckets_at(const sorting *o, ts_val at)
{
    ts_kern *k = o->k;
    ts_val id = ts_load(o->ids, at, CHUNK), none = ts_i32(k, -1);
    ts_val live = ts_lt(ts_add(at, ts_iota(k, CHUNK)), o->n);
    ts_val known = ts_and(ts_le(zero(k), id), ts_lt(id, ts_i32(k, o->s->experts)));
    ts_val bucket = ts_select(known, ts_addk(id, -o->from), ts_i32(k, o->from < 0 ? 0 : -1));
    return ts_select(live, bucket, none);
}

/* Stage 1: of the chunk that begins at id `at`. */
static inline void count_chunk(const sorting *o, ts_view counts, ts_val at)
{
    ts_val n = ts_histogram(buckets_at(o, at), o->buckets), chunk = ts_div(at, ts_i32(o->k, CHUNK));
    ts_store(ts_row(counts, chunk), zero(o->k), n);
}

/* Stage 2: how many ids a bucket has, [buckets]. */
static inline ts_val total_counts(const sorting *o, ts_view counts)
{
    ts_var total = ts_var1(zero(o->k), o->buckets);
    for (ts_loop c = ts_upto(ts_ceil_div(o->n, CHUNK), 1); ts_next(&c);)
        ts_set(total, ts_add(ts_get(total), ts_load(ts_row(counts, c.at), zero(o->k), o->buckets)));
    return ts_get(total);
}

/* Likewise: where each chunk's ids of a bucket go, which begins at `first`. */
static inline void start_chunks(const sorting *o, ts_view counts, ts_view starts, ts_val first)
{
    ts_var next = ts_var1(zero(o->k), o->buckets);
    ts_set(next, first);
    for (ts_loop c = ts_upto(ts_ceil_div(o->n, CHUNK), 1); ts_next(&c);) {
        ts_store(ts_row(starts, c.at), zero(o->k), ts_get(next));
        ts_val n = ts_load(ts_row(counts, c.at), zero(o->k), o->buckets);
        ts_set(next, ts_add(ts_get(next), n));
    }
}

/* n filled up to whole `of`. */
static inline ts_val filled_up(ts_val n, int of)
{
    return ts_mulk(ts_ceil_div(n, of), of);
}

/* An exclusive sum of n [buckets] and the whole one: buckets + 1 elements. */
static inline ts_val store_sums(const sorting *o, ts_view to, ts_val n)
{
    ts_val ends = ts_scan(n, 0);
    ts_store(to, zero(o->k), zero(o->k));
    ts_store(to, ts_i32(o->k, 1), ends);
    return ts_sub(ends, n);
}

/* Stage 3: places of the CHUNK ids from `at` on; -1: it has no bucket. */
static inline ts_val places_at(const sorting *o, ts_view starts, ts_val at)
{
    ts_kern *k = o->k;
    ts_val bucket = buckets_at(o, at), rank = ts_rank(bucket);
    ts_val start = ts_gather(ts_row(starts, ts_div(at, ts_i32(k, CHUNK))), bucket);
    return ts_select(ts_le(zero(k), bucket), ts_add(start, rank), ts_i32(k, -1));
}

/* ---- cases: size 0 is the number of tokens ---- */

enum { UNIFORM, HOT, ALL_IN_ONE, EXACTLY, EMPTY, HOLES, NOBODY };

static inline int places_cases(const ts_shape *s, ts_case *c)
{
    c[0] = (ts_case){"all tokens", {s->tokens}, UNIFORM};
    c[1] = (ts_case){"one token", {1}, HOLES};
    c[2] = (ts_case){"all but one, one expert is hot", {s->tokens - 1}, HOT};
    c[3] = (ts_case){"all in the last expert", {s->tokens}, ALL_IN_ONE};
    c[4] = (ts_case){"as many for each", {s->tokens}, EXACTLY};
    c[5] = (ts_case){"every other expert has none", {s->tokens}, EMPTY};
    c[6] = (ts_case){"some ids are elsewhere", {s->tokens}, HOLES};
    c[7] = (ts_case){"all ids are elsewhere", {s->tokens}, NOBODY};
    c[8] = (ts_case){"no token", {0}, UNIFORM};
    return 9;
}

static inline double drawn_id(const ts_shape *s, int variant, int i, uint32_t word)
{
    int n = s->experts, any = (int)(word % (uint32_t)n);
    switch (variant) {
    case HOT: return word >> 16 & 3 ? n / 2 : any;
    case ALL_IN_ONE: return n - 1;
    case EXACTLY: return i % n;
    case EMPTY: return any | 1;
    case HOLES: return i % 3 == 1 ? (i % 2 ? -1 : n) : any;
    case NOBODY: return i % 2 ? -1 : INT32_MAX;
    default: return any;
    }
}

/* ids: words of anything. Those of tokens that are not live look like any other. */
static inline void fill_ids(const ts_shape *s, const ts_case *c, double *ids)
{
    for (int i = 0; i < routed(s); i++)
        ids[i] = drawn_id(s, c->variant, i, (uint32_t)(int32_t)ids[i]);
}

/* An id's expert, or -1. */
static inline int expert_ref(const ts_shape *s, double id)
{
    return id >= 0 && id < s->experts ? (int)id : -1;
}

/* The n ids by expert, each expert's filled up to whole blocks; how many places that takes. */
static inline int blocks_ref(const ts_shape *s, int n, const double *ids, double *sorted,
                             double *experts)
{
    int at = 0;
    for (int i = 0; i < most_sorted(s); i++) sorted[i] = n;
    for (int e = ELSEWHERE; e < s->experts; e++) {
        int from = at;
        for (int i = 0; i < n; i++)
            if (expert_ref(s, ids[i]) == e) sorted[at++] = i;
        while ((at - from) % s->align) at++;
        for (int i = from; i < at; i += s->align) experts[i / s->align] = e;
    }
    return at;
}

#endif
