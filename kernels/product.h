/* product.h - y = x w^T for many rows of x at once, and for a few, as any kernel may call it.
 *
 * Weights are [N,K] as files have them, x is [M,K], M known at launch. A program makes `tn` columns of
 * y, for all rows:
 *
 *     for each block of tk columns:      w[tn,tk] is read once, and turned and widened once
 *         for each tm rows of x:         sums[tm,tn] += x[tm,tk] w[tn,tk]^T
 *
 * Sums wait in memory between blocks of k, which are long where there is but `one` tile of rows, and each block is
 * summed alone before it is added to them: the error grows with the blocks' length and number, not with k. So a block
 * of sums fits the registers, a block of w the first cache, and each weight is read from memory once however many
 * rows there are. The order of additions depends on the tiles alone, never on M: a row comes out the same among any others. */
#ifndef TESSERA_KERNELS_PRODUCT_H
#define TESSERA_KERNELS_PRODUCT_H

#include "tessera/tile.h"

typedef struct ts_product {
    ts_view x;   /* [M,k]; what is no f32 is widened */
    ts_view low; /* likewise; x is the sum of both. A zero handle: there is none */
    ts_view w;   /* [N,k], likewise */
    /* [N,..] of f32 or what is widened to it: one for each `share` neighbours of a row of w, which it is
       multiplied by; tk is a multiple of share. A zero handle: there is none */
    ts_view scale;
    int share;
    ts_view sums; /* [M,N] f32, inout or work; what is there before is not read, unless `add`.
                     Alone its own: it must share no byte with x or w */
    ts_val rows;  /* M, an i32 */
    bool add;     /* to what is in sums before */
    bool one;     /* M <= tm */
    int k;
    int pass;       /* rows of w that pass by rows of x together; 0: x passes by w */
    bool rounds;    /* where x has a `low`: it meets the upper halves of w, which has more bits */
    int tm, tn, tk; /* ts_product_block gives a tk that leaves nothing over */
} ts_product;

enum { TS_PRODUCT_LONG = 2048 }; /* columns that one tile's sums in registers go through at most */

/* Takes a finished tile [tm,tn] of y at row m and column n; ctx is the caller's. */
typedef void ts_product_end(const ts_product *p, ts_val m, ts_val n, ts_val y, void *ctx);

/* K cut into the fewest blocks of at most `most`, all of one length, but for what makes that a multiple of
 * `unit`: of 16 for whole vectors, of the share that has a scale. */
static inline int ts_product_block(int k, int most, int unit)
{
    int blocks = (k + most - 1) / most, even = (k + blocks - 1) / blocks;
    return (even + unit - 1) / unit * unit;
}

/* The scales of w[tn,tk] from column `at` on, each as often as weights share it. */
static inline ts_val ts_product_scales(const ts_product *p, ts_val n, ts_val at)
{
    ts_val first = ts_div(at, ts_i32(n.k, p->share));
    return ts_repeat(ts_loadf2(p->scale, n, first, p->tn, p->tk / p->share), p->share);
}

static inline void ts_product_store(const ts_product *p, ts_val m, ts_val n, ts_val y, void *ctx)
{
    (void)ctx;
    ts_store2(p->sums, m, n, y);
}

/* Of rows n .. of w, from column `at` on. */
static inline ts_val ts_product_weights(const ts_product *p, ts_val n, ts_val at)
{
    ts_val w = ts_loadf2(p->w, n, at, p->tn, p->tk);
    return p->scale.k ? ts_mul(w, ts_product_scales(p, n, at)) : w;
}

/* One block of k, from column `at` on. */
static inline void ts_product_step(const ts_product *p, ts_val n, ts_val at, bool first,
                                   ts_product_end *end, void *ctx)
{
    ts_val w = ts_product_weights(p, n, at);
    for (ts_loop m = ts_upto(p->rows, p->tm); ts_next(&m);) {
        ts_val sum = ts_dot_t(ts_loadf2(p->x, m.at, at, p->tm, p->tk), w, (ts_val){0});
        if (!first || p->add) sum = ts_add(ts_load2(p->sums, m.at, n, p->tm, p->tn), sum);
        end(p, m.at, n, sum, ctx);
    }
}

/* What a matrix unit takes first of a number that has more bits than a bf16. */
static inline ts_val ts_product_upper(ts_val w)
{
    ts_val upper = ts_i32(w.k, (int)0xffff0000u);
    return ts_bits(ts_and(ts_bits(w, TS_i32), upper), TS_f32);
}

static inline ts_val ts_product_by_low(const ts_product *p, ts_val low, ts_val w, ts_val sum)
{
    return ts_dot_t(low, p->rounds ? ts_product_upper(w) : w, sum);
}

/* Of rows that are one tile: what columns from .. to - 1 make, in registers. */
static inline ts_val ts_product_part(const ts_product *p, ts_val n, ts_val from, ts_val to)
{
    ts_val row = ts_i32(n.k, 0);
    ts_var sums = ts_var2(ts_f32(n.k, 0), p->tm, p->tn);
    for (ts_loop at = ts_range(from, to, p->tk); ts_next(&at);) {
        ts_val w = ts_product_weights(p, n, at.at);
        ts_val x = ts_loadf2(p->x, row, at.at, p->tm, p->tk);
        ts_set(sums, ts_dot_t(x, w, ts_get(sums)));
        if (p->low.k) {
            ts_val low = ts_loadf2(p->low, row, at.at, p->tm, p->tk);
            ts_set(sums, ts_product_by_low(p, low, w, ts_get(sums)));
        }
    }
    return ts_get(sums);
}

/* Adds to sums what columns from .. to - 1 make. */
static inline void ts_product_more(const ts_product *p, ts_val n, ts_val from, ts_val to)
{
    ts_val row = ts_i32(n.k, 0), sum = ts_product_part(p, n, from, to);
    ts_val before = ts_load2(p->sums, row, n, p->tm, p->tn);
    if (!p->add)
        before = ts_select(ts_gt(from, row), before, ts_splat2(ts_f32(n.k, 0), p->tm, p->tn));
    ts_store2(p->sums, row, n, ts_add(before, sum));
}

/* Columns n .. n + tn - 1 of y, where all rows are one tile. With a `low` each block is summed by a matrix unit, which
 * begins at 0. */
static inline void ts_product_tile(const ts_product *p, ts_val n, ts_product_end *end, void *ctx)
{
    ts_val row = ts_i32(n.k, 0), all = ts_i32(n.k, p->k);
    if (p->k <= TS_PRODUCT_LONG || p->low.k) {
        ts_val y = ts_product_part(p, n, row, all);
        if (p->add) y = ts_add(ts_load2(p->sums, row, n, p->tm, p->tn), y);
        end(p, row, n, y, ctx);
        return;
    }
    int part = ts_product_block(p->k, TS_PRODUCT_LONG, p->tk);
    for (ts_loop at = ts_upto(all, part); ts_next(&at);)
        ts_product_more(p, n, at.at, ts_min(ts_add(at.at, ts_i32(n.k, part)), all));
    if (end != ts_product_store) end(p, row, n, ts_load2(p->sums, row, n, p->tm, p->tn), ctx);
}

/* Columns n .. n + tn - 1 of y, tile by tile to `end`, or (NULL) to p->sums. */
static inline void ts_product_panel(const ts_product *p, ts_val n, ts_product_end *end, void *ctx)
{
    if (p->one) {
        ts_product_tile(p, n, end ? end : ts_product_store, ctx);
        return;
    }
    int blocks = (p->k + p->tk - 1) / p->tk, last = (blocks - 1) * p->tk;
    ts_kern *k = n.k;
    if (blocks > 1) ts_product_step(p, n, ts_i32(k, 0), true, ts_product_store, NULL);
    if (blocks > 2)
        for (ts_loop at = ts_range(ts_i32(k, p->tk), ts_i32(k, last), p->tk); ts_next(&at);)
            ts_product_step(p, n, at.at, false, ts_product_store, NULL);
    ts_product_step(p, n, ts_i32(k, last), blocks == 1, end ? end : ts_product_store, ctx);
}

/* ---- rows of w that pass by ---- */

/* Rows of x that lie ready, tk of each, from column `at` on; low: a zero handle, or what is to be added to them. */
typedef struct ts_passing {
    ts_val x, low, m, at;
    bool first; /* of the blocks of k */
} ts_passing;

static inline ts_passing ts_product_lay(const ts_product *p, ts_val m, ts_val at, bool first)
{
    ts_passing to = {.m = m, .at = at, .first = first};
    to.x = ts_loadf2(p->x, m, at, p->tm, p->tk);
    if (p->low.k) to.low = ts_loadf2(p->low, m, at, p->tm, p->tk);
    return to;
}

/* `pass` rows of w from n on meet them. */
static inline void ts_product_meet(const ts_product *p, const ts_passing *x, ts_val n,
                                   ts_product_end *end, void *ctx)
{
    ts_product part = *p;
    part.tn = p->pass;
    ts_val w = ts_product_weights(&part, n, x->at);
    ts_val sum = ts_dot_t(x->x, w, (ts_val){0});
    if (p->low.k) sum = ts_product_by_low(p, x->low, w, sum);
    if (!x->first || p->add) sum = ts_add(ts_load2(p->sums, x->m, n, p->tm, p->pass), sum);
    end(&part, x->m, n, sum, ctx);
}

/* Columns n .. n + tn - 1 of each of `matrices` products of one x, of one k and one tiling. */
static inline void ts_product_block_of(const ts_product *p, int matrices, ts_val n, ts_passing x,
                                       ts_product_end *const *end, void *const *ctx)
{
    for (ts_loop o = ts_upto(ts_i32(n.k, p->tn), p->pass); ts_next(&o);)
        for (int i = 0; i < matrices; i++)
            ts_product_meet(&p[i], &x, ts_add(n, o.at), end ? end[i] : ts_product_store,
                            end ? ctx[i] : NULL);
}

static inline void ts_product_pass(const ts_product *p, int matrices, ts_val n,
                                   ts_product_end *const *end, void *const *ctx)
{
    int blocks = (p->k + p->tk - 1) / p->tk, last = (blocks - 1) * p->tk;
    ts_val from = ts_i32(n.k, 0), to = ts_i32(n.k, last);
    for (ts_loop m = ts_upto(p->rows, p->tm); ts_next(&m);) {
        if (blocks > 1)
            ts_product_block_of(p, matrices, n, ts_product_lay(p, m.at, from, true), NULL, NULL);
        if (blocks > 2)
            for (ts_loop at = ts_range(ts_i32(n.k, p->tk), to, p->tk); ts_next(&at);)
                ts_product_block_of(p, matrices, n, ts_product_lay(p, m.at, at.at, false), NULL,
                                    NULL);
        ts_product_block_of(p, matrices, n, ts_product_lay(p, m.at, to, blocks == 1), end, ctx);
    }
}

/* The same for a few rows of x (1 to 8, a constant), for which turning w would cost more than it saves: rows
 * n .. n + tn - 1 of w are read once, along k, against all of x. tk is all of k where that many rows of x fit
 * in the second cache. A tile [rows,tn] of y. */
enum { TS_PRODUCT_FEW = 8 };

static inline ts_val ts_product_few(ts_view w, ts_view x, ts_val n, int rows, int tn, int k, int tk)
{
    ts_kern *kern = n.k;
    ts_val zero = ts_i32(kern, 0), all = ts_i32(kern, k);
    ts_var sums = ts_var2(ts_f32(kern, 0), rows, tn);
    for (ts_loop at = ts_upto(all, tk); ts_next(&at);) {
        ts_val xs = ts_loadf2(x, zero, at.at, rows, tk), ws = ts_loadf2(w, n, at.at, tn, tk);
        ts_set(sums, ts_dot_t(xs, ws, ts_get(sums)));
    }
    return ts_get(sums);
}

#endif
