/* rows.h - what the kernels of a chunk share: M tokens of a prompt at once, M known at launch.
 *
 * Activations are [chunk,N] row-major, a token a row, of which the first `rows` are live. Products are
 * y[M,N] = x[M,K] w[N,K]^T, weights as they lie in the files:
 *
 *              K                    tile_cols
 *          ┌────────┐            ┌──────┐
 *        w │ ██████ │ tile_cols  │  y   │ tile_rows, again and again
 *          └────────┘            └──────┘ up to tile_span
 *
 * A program has tile_cols rows of w and takes tile_span tokens, tile by tile. A sum runs over blocks of
 * tile_depth elements in order, so the bits of a row depend neither on M nor on the row's place in the
 * chunk.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_ROWS_H
#define TESSERA_KERNELS_R1_DISTILL_ROWS_H

#include "kernels/r1_distill/parts.h"

/* ---- tile code ---- */

/* Of a matrix with room for a chunk, the rows that are live. */
static inline ts_view live_rows(ts_kern *k, ts_view v, ts_val rows)
{
    return ts_part(v, 0, zero(k), rows, 1);
}

static inline ts_view rows_arg(ts_kern *k, ts_mode mode, const char *name, const ts_shape *s, int n,
                               ts_val rows)
{
    ts_val chunk = ts_i32(k, s->chunk), width = ts_i32(k, n);
    ts_view v = ts_arg2(k, mode, name, TS_f32, chunk, width);
    return live_rows(k, v, rows);
}

/* The tile of x w^T that begins at token m and row n of w. */
static inline ts_val tile_product(ts_kern *k, const r1_schedule *p, ts_view x, ts_val m, ts_view w,
                                  ts_val n, int depth)
{
    ts_var acc = ts_var2(ts_f32(k, 0), p->tile_rows, p->tile_cols);
    for (ts_loop i = ts_upto(ts_i32(k, depth), p->tile_depth); ts_next(&i);) {
        ts_val a = ts_load2(x, m, i.at, p->tile_rows, p->tile_depth);
        ts_val b = ts_loadf2(w, n, i.at, p->tile_cols, p->tile_depth);
        ts_set(acc, ts_dot_t(a, b, ts_get(acc)));
    }
    return ts_get(acc);
}

/* The tokens of a program, tile by tile; n must have been asked for before. */
static inline ts_loop tile_tokens(ts_kern *k, const r1_schedule *p, ts_val rows)
{
    ts_val from = ts_program(rows, p->tile_span);
    ts_val to = ts_min(rows, ts_add(from, ts_i32(k, p->tile_span)));
    return ts_range(from, to, p->tile_rows);
}

/* A bias of the tile's columns. */
static inline ts_val tile_bias(const r1_schedule *p, ts_view bias, ts_val n)
{
    return ts_loadf(bias, n, p->tile_cols);
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

/* sum_i w[o,i] x[m,i] for all m and o, to be added to by the caller. */
static inline void rows_product_ref(const double *w, const double *x, int rows, int n, int depth,
                                    double *y, double *mag)
{
    for (int m = 0; m < rows; m++)
        for (int o = 0; o < n; o++) {
            size_t at = (size_t)m * n + o;
            y[at] = product_ref(w + (size_t)o * depth, x + (size_t)m * depth, (size_t)depth,
                                &mag[at]);
        }
}

static inline void rows_bias_ref(const double *bias, int rows, int n, double *y, double *mag)
{
    for (int m = 0; m < rows; m++)
        for (int o = 0; o < n; o++) {
            y[(size_t)m * n + o] += bias[o];
            mag[(size_t)m * n + o] += fabs(bias[o]);
        }
}

#endif
