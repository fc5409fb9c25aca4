/* rows.h - what the kernels of a chunk share: M tokens of a prompt at once, M known at launch.
 *
 * Activations are [chunk,N] row-major, a token a row, of which the first `rows` are live; the others stay as
 * they are. Products are those of product.h: a program has tile_cols rows of weights, which are read once,
 * and meets tile_span tokens with them. So the bits of a row depend neither on M nor on its place in
 * the chunk. By a matrix unit x is the sum of two halves (halves.h), which a program lays out once for all of its rows
 * of weights; these pass by, PASS_ROWS at a time.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_ROWS_H
#define TESSERA_KERNELS_R1_DISTILL_ROWS_H

#include "kernels/product.h"
#include "kernels/r1_distill/halves.h"

/* ---- tile code ---- */

/* Of a matrix with room for a chunk, the rows that are live. */
static inline ts_view live_rows(ts_kern *k, ts_view v, ts_val rows)
{
    return ts_part(v, 0, zero(k), rows, 1);
}

/* The tokens of a program: to be asked for behind its rows of weights. */
typedef struct tokens {
    ts_val from, n;
} tokens;

static inline tokens program_tokens(ts_kern *k, const ts_shape *s, ts_val rows)
{
    ts_val span = ts_i32(k, s->plan.tile_span), from = ts_program(rows, s->plan.tile_span);
    return (tokens){from, ts_min(ts_sub(rows, from), span)};
}

/* Whether they are one tile. */
static inline bool has_one_tile(const ts_shape *s)
{
    return s->plan.tile_span == s->plan.tile_rows;
}

static inline ts_view rows_of(tokens t, ts_view v)
{
    return ts_part(v, 0, t.from, t.n, 1);
}

/* Whether x is the sum of two halves there: a matrix unit takes whole steps of them. */
static inline bool chunk_by_halves(const ts_shape *s, int cols)
{
    enum { STEP = 32 };
    return s->plan.halves && cols % STEP == 0 && has_few_bits(s);
}

static inline bool d_is_halved(const ts_shape *s)
{
    return chunk_by_halves(s, s->d);
}

/* x [chunk,cols] as products take it: itself, or the halves that stage 0 makes of its live rows for stage 1. */
typedef struct chunk_input {
    ts_view x;
    x_halves of; /* or zero handles */
    bool made;   /* by this stage, which is the first of two and done with it */
} chunk_input;

static inline chunk_input chunk_input_of(ts_kern *k, const ts_shape *s, ts_view x, ts_val rows,
                                         int cols, int stage)
{
    chunk_input in = {.x = x};
    if (!chunk_by_halves(s, cols)) return in;
    in.made = stage == 0;
    in.of = halves_args(k, in.made ? TS_WORK : TS_IN, "chunk_high", "chunk_low", s->chunk, cols);
    if (in.made) make_halves(k, x, rows, cols, in.of);
    return in;
}

/* Of a matrix unit's products of halves: tokens that lie ready together, rows of weights that pass by them together,
 * elements of both, as many as a program's stack holds, and rows of weights of a program. */
enum { PASS_TOKENS = 128, PASS_ROWS = 32, PASS_DEPTH = 1536, PASS_COLS = 640, PASS_PROGRAMS = 6 };

/* The fewest parts of a row that are equal, none longer than may be. */
static inline int pass_depth(int depth)
{
    for (int parts = (depth + PASS_DEPTH - 1) / PASS_DEPTH; parts <= depth / SHARE; parts++)
        if (depth % (parts * SHARE) == 0) return depth / parts;
    return ts_product_block(depth, PASS_DEPTH, SHARE);
}

/* Rows of weights of a program, of all `n`: such that all programs have as many, if that can be. Each lays out the rows of
 * x for itself, a twentieth of its time at best; fewer programs than PASS_PROGRAMS would leave processors without one. */
static inline int chunk_cols(const ts_shape *s, chunk_input x, int n)
{
    if (!x.of.high.k || has_one_tile(s)) return s->plan.tile_cols;
    int least = 2 * PASS_ROWS, even = n / PASS_PROGRAMS;
    int most = even < least ? least : even < PASS_COLS ? even : PASS_COLS;
    for (int cols = most / PASS_ROWS * PASS_ROWS; cols > 0; cols -= PASS_ROWS)
        if (n % cols == 0) return cols;
    return PASS_ROWS;
}

/* y[m,n] (+)= x[m,depth] w[n,depth]^T for these tokens, tile by tile. */
static inline ts_product tile_product(const ts_shape *s, tokens t, chunk_input x, matrix m,
                                      ts_view y, int depth, int cols)
{
    const r1_schedule *p = &s->plan;
    int most = depth <= p->tile_whole ? depth : p->tile_depth;
    ts_product of = {.x = rows_of(t, x.x),
                     .w = m.w,
                     .scale = m.scale,
                     .share = SHARE,
                     .sums = rows_of(t, y),
                     .rows = t.n,
                     .k = depth,
                     .one = has_one_tile(s),
                     .tm = p->tile_rows,
                     .tn = cols,
                     .tk = ts_product_block(depth, most, m.scale.k ? SHARE : 16)};
    if (!x.of.high.k) return of;
    of.x = rows_of(t, x.of.high);
    of.low = rows_of(t, x.of.low);
    of.rounds = has_two_pieces(s);
    if (of.one) return of;
    of.pass = PASS_ROWS;
    of.tm = PASS_TOKENS;
    of.tk = pass_depth(depth);
    return of;
}

/* Columns from o on of products of one x. */
static inline void tiles_of_all(const ts_product *p, int matrices, ts_val o,
                                ts_product_end *const *end, void *const *ctx)
{
    if (p->pass) {
        ts_product_pass(p, matrices, o, end, ctx);
        return;
    }
    for (int i = 0; i < matrices; i++) ts_product_panel(&p[i], o, end[i], ctx[i]);
}

/* Columns o .. of the product, tile by tile to `end`. */
static inline void tiles_of(const ts_product *p, ts_val o, ts_product_end *end, void *ctx)
{
    tiles_of_all(p, 1, o, &end, &ctx);
}

/* A ts_product_end: adds a bias, of which ctx is the view. */
static inline void end_with_bias(const ts_product *p, ts_val m, ts_val n, ts_val y, void *ctx)
{
    ts_store2(p->sums, m, n, ts_add(y, ts_loadf(*(ts_view *)ctx, n, p->tn)));
}

/* Columns from .. from + n - 1 of a matrix. */
static inline ts_view columns(ts_kern *k, ts_view v, int from, int n)
{
    return ts_part(v, 1, ts_i32(k, from), ts_i32(k, n), 1);
}

/* Queries, keys and values of a token lie side by side: [(NH + 2 NKV) DH]. */
static inline int qkv_heads(const ts_shape *s)
{
    return s->heads + 2 * s->kv_heads;
}

/* ---- cases: size 0 is the number of rows ---- */

/* All, a tile and one more, one. */
static inline int rows_cases(const ts_shape *s, ts_case *c)
{
    int tail = s->plan.tile_rows + 1 < s->chunk ? s->plan.tile_rows + 1 : s->chunk;
    c[0] = (ts_case){.name = "a whole chunk", .size = {s->chunk}};
    c[1] = (ts_case){.name = "a tail", .size = {tail}};
    c[2] = (ts_case){.name = "one token", .size = {1}};
    return 3;
}

/* At the beginning, in between and at the end of the context; a chunk that does not fit is cut. */
static inline int rows_at_cases(const ts_shape *s, ts_case *c)
{
    int n = s->chunk < s->ctx ? s->chunk : s->ctx, some = (n + 1) / 2;
    c[0] = (ts_case){.name = "a whole chunk at the end", .size = {n, s->ctx - n}};
    c[1] = (ts_case){.name = "at the beginning", .size = {n, 0}};
    c[2] = (ts_case){.name = "a tail behind a position", .size = {some, 1}};
    c[3] = (ts_case){.name = "one token at the end", .size = {1, s->ctx - 1}};
    return 4;
}

/* ---- references ---- */

/* Row o of w times a token's x as products of a chunk see it. */
static inline double chunk_ref(const ts_shape *s, const double *w, const double *scale, size_t o,
                               const double *x, int n, double *magnitude)
{
    return (chunk_by_halves(s, n) ? halves_ref : matrix_ref)(w, scale, o, x, (size_t)n, magnitude);
}

/* y[m,o] = bias[o] + sum_i w[o,i] x[m,i], y of rows of `width` elements. */
static inline void rows_product_ref(const ts_shape *s, const double *w, const double *scale,
                                    const double *bias, const double *x, int rows, int n, int depth,
                                    double *y, double *mag, int width)
{
    for (int m = 0; m < rows; m++)
        for (int o = 0; o < n; o++) {
            size_t at = (size_t)m * width + o;
            double sum = chunk_ref(s, w, scale, o, x + (size_t)m * depth, depth, &mag[at]);
            y[at] = sum + bias[o];
            mag[at] += fabs(bias[o]);
        }
}

#endif
