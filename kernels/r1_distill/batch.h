/* batch.h - what the products of a batch share: a step of several sequences, a row of x each.
 *
 * Activations are [batch,N] row-major, a sequence a row, of which the first `rows` are live. A program has one
 * row of weights, which is read once and meets `group` rows of x while it passes by:
 *
 *     for each group of x:    for i along the row:    w = w[o,i ..],   sum[m] += w x[m,i ..]
 *
 * Each sum is formed by the additions of matrix_product in their order, whatever the number of rows: so a
 * sequence has the same bits alone, by the kernels of a token, and among others. Half a group is
 * taken where all rows fit in it. Rows of x beyond the live ones may be read, rows of the result are not
 * written. */
#ifndef TESSERA_KERNELS_R1_DISTILL_BATCH_H
#define TESSERA_KERNELS_R1_DISTILL_BATCH_H

#include "kernels/r1_distill/matrix.h"

enum { MOST_GROUP = 16, MOST_MATRICES = 2, SUMS = 2 }; /* sums of codes, a share each in turn */

/* ---- tile code ---- */

typedef struct batch {
    ts_kern *k;
    const ts_shape *s;
    ts_val rows;                  /* live ones, an i32 */
    int lanes, sums;              /* of a running sum; how many a row of x has */
    bool words;                   /* rows of codes are read as words */
    ts_var sum[MOST_GROUP][SUMS]; /* all products of a kernel use them, one after the other */
} batch;

/* Takes what row o of each matrix makes of rows m .. m + n - 1 of x, [n] each; ctx is the caller's. */
typedef void batch_end(const batch *b, int m, int n, ts_val o, const ts_val *y, void *ctx);

static inline batch batch_of(ts_kern *k, const ts_shape *s, ts_val rows, int cols)
{
    bool codes = has_scales(s), words = has_words(s, cols);
    bool shares = codes && s->plan.lanes <= SHARE && !words;
    batch b = {.k = k, .s = s, .rows = rows, .sums = shares ? SUMS : 1, .words = words};
    b.lanes = shares ? s->plan.lanes : codes ? s->plan.block : s->plan.width;
    if (words) b.lanes = s->plan.lanes * SHARE_WORDS;
    for (int m = 0; m < s->plan.group && m < s->batch; m++)
        for (int i = 0; i < b.sums; i++) b.sum[m][i] = ts_var1(ts_f32(k, 0), b.lanes);
    return b;
}

/* 1 where more than m + least rows are live, and at most `most`: as often a loop runs. */
static inline ts_val takes(const batch *b, int m, int least, int most)
{
    ts_val from = ts_i32(b->k, m + least), to = ts_i32(b->k, most);
    ts_val taken = ts_and(ts_lt(from, b->rows), ts_le(b->rows, to));
    return ts_select(taken, ts_i32(b->k, 1), ts_i32(b->k, 0));
}

static inline void add_to(ts_var sum, ts_val w, ts_val x)
{
    ts_set(sum, ts_fma(w, x, ts_get(sum)));
}

/* As row_product. */
static inline void meet_numbers(const batch *b, matrix row, const input *x, int n, int depth)
{
    int width = b->lanes;
    for (ts_loop i = ts_upto(ts_i32(b->k, depth), row_step(b->s)); ts_next(&i);)
        for (int j = 0; j < row_step(b->s); j += width) {
            ts_val at = j ? ts_addk(i.at, j) : i.at, w = ts_loadf(row.w, at, width);
            for (int m = 0; m < n; m++) add_to(b->sum[m][0], w, ts_load(x[m].x, at, width));
        }
}

/* As scaled_products. */
static inline void meet_shares(const batch *b, matrix row, const input *x, int n, int depth)
{
    for (ts_loop i = ts_upto(ts_i32(b->k, depth), SUMS * SHARE); ts_next(&i);) {
        ts_val first = ts_div(i.at, ts_i32(b->k, SHARE));
        for (int j = 0; j < SUMS; j++) {
            ts_val scale = at_f32(row.scale, ts_addk(first, j));
            for (int m = 0; m < n; m++) {
                ts_val part = share_product(row, x[m].x, ts_addk(i.at, j * SHARE), b->lanes);
                add_to(b->sum[m][j], part, scale);
            }
        }
    }
}

/* As words_products. */
static inline void meet_words(const batch *b, matrix row, const input *x, int n, int depth)
{
    int lanes = b->s->plan.lanes;
    for (ts_loop i = ts_upto(ts_i32(b->k, depth / WORD), b->lanes); ts_next(&i);) {
        ts_val words = row_words(b->k, b->s, row.w, i.at, b->lanes);
        for (int m = 0; m < n; m++)
            add_words(b->k, b->s, b->sum[m][0], words, row.scale, x[m].words, i.at, lanes);
    }
}

/* As team_products. */
static inline void meet_team(const batch *b, matrix row, const input *x, int n, int depth)
{
    for (ts_loop i = ts_upto(ts_i32(b->k, depth), b->lanes); ts_next(&i);) {
        ts_val w = weights_at(b->k, row, i.at, b->lanes);
        for (int m = 0; m < n; m++) add_to(b->sum[m][0], w, ts_load(x[m].x, i.at, b->lanes));
    }
}

/* What a row of x has summed up. */
static inline ts_val group_sum(const batch *b, int m)
{
    ts_val sum = ts_get(b->sum[m][0]);
    return ts_sum(b->sums > 1 ? ts_add(sum, ts_get(b->sum[m][1])) : sum, 0);
}

/* The products of a row with n rows of x, as a tile: what is done with them is done for all at once. */
static inline ts_val meet_group(const batch *b, matrix row, const input *x, int n, int depth)
{
    ts_val none = ts_splat1(ts_f32(b->k, 0), b->lanes), at = ts_iota(b->k, n);
    for (int m = 0; m < n; m++)
        for (int i = 0; i < b->sums; i++) ts_set(b->sum[m][i], none);
    if (b->words)
        meet_words(b, row, x, n, depth);
    else if (b->sums > 1)
        meet_shares(b, row, x, n, depth);
    else
        (row.scale.k ? meet_team : meet_numbers)(b, row, x, n, depth);
    ts_val y = ts_splat1(group_sum(b, 0), n);
    for (int m = 1; m < n; m++) y = ts_select(ts_eq(at, ts_i32(b->k, m)), group_sum(b, m), y);
    return y;
}

/* The n rows from `from` on, if more than `least` of them are live, and at most `most` of all. */
static inline void take_group(const batch *b, const matrix *w, int matrices, ts_val o, input x,
                              int from, int least, int most, int n, int depth, batch_end *end,
                              void *ctx)
{
    for (ts_loop once = ts_upto(takes(b, from, least, most), 1); ts_next(&once);) {
        ts_val y[MOST_MATRICES];
        input row[MOST_GROUP];
        for (int m = 0; m < n; m++) row[m] = input_row(x, ts_i32(b->k, from + m));
        for (int i = 0; i < matrices; i++) y[i] = meet_group(b, w[i], row, n, depth);
        end(b, from, n, o, y, ctx);
    }
}

/* Row o of one matrix, or of two of one length one after the other, with all live rows of x [batch,depth]. */
static inline void batch_products(const batch *b, const matrix *w, int matrices, ts_val o, input x,
                                  int depth, batch_end *end, void *ctx)
{
    int all = b->s->batch, group = b->s->plan.group;
    matrix row[MOST_MATRICES];
    for (int i = 0; i < matrices; i++) row[i] = matrix_row(w[i], o);
    int half = group < all ? group / 2 : all / 2;
    if (half) take_group(b, row, matrices, o, x, 0, 0, half, half, depth, end, ctx);
    for (int from = 0; from < all; from += group) {
        int n = group < all - from ? group : all - from;
        take_group(b, row, matrices, o, x, from, from ? 0 : half, all, n, depth, end, ctx);
    }
}

/* Column o of the live rows of y: what is stored beyond is dropped. */
static inline ts_view batch_column(const batch *b, ts_view y, ts_val o)
{
    return ts_row(ts_swap(ts_part(y, 0, zero(b->k), b->rows, 1)), o);
}

static inline void batch_store(const batch *b, ts_view y, int m, ts_val o, ts_val tile)
{
    ts_store(batch_column(b, y, o), ts_i32(b->k, m), tile);
}

/* ---- cases: size 0 is the number of rows ---- */

/* All; what half a group and more take. */
static inline int batch_cases(const ts_shape *s, ts_case *c)
{
    const int rows[] = {s->batch, (s->batch + 1) / 2, 3, 2, 1};
    int n = 0;
    for (int i = 0; i < 5; i++)
        if (rows[i] <= s->batch) c[n++] = (ts_case){.name = "rows", .size = {rows[i]}};
    return n;
}

/* ---- references ---- */

/* y[m,o] = sum_i w[o,i] x[m,i], for the live rows. */
static inline void batch_ref(const ts_shape *s, const double *w, const double *scale,
                             const double *x, int rows, int n, int depth, double *y, double *mag)
{
    for (int m = 0; m < rows; m++) {
        double *row = fixed_ref(s, x + (size_t)m * depth, depth);
        for (int o = 0; o < n; o++) {
            size_t at = (size_t)m * n + o;
            y[at] = row_ref(s, w, scale, o, row, (size_t)depth, &mag[at]);
        }
        free(row);
    }
}

#endif
