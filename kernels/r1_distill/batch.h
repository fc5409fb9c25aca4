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
 * written.
 *
 * By a matrix unit a program has many rows of weights: rows of x are laid out for it once and meet them all, a tile of
 * them after the other. A row's sums do not depend on the rows beside it, but they are not those of matrix_product.
 *
 * The unit multiplies numbers in bf16. Weights of f32 and f16 meet all pieces of x (lane/unit.c). Beside others, which
 * have at most the bits of a bf16, an x has twice as many: a stage before makes it the sum x_high + x_low (halves.h).
 * So 8 rows fill one square of the unit, which they would not with a third piece, and reading the weights hides its
 * products. Rows of codes are words there, too, and no products of the unit. */
#ifndef TESSERA_KERNELS_R1_DISTILL_BATCH_H
#define TESSERA_KERNELS_R1_DISTILL_BATCH_H

#include "kernels/r1_distill/halves.h"

enum { MOST_GROUP = 16, MOST_MATRICES = 2, SUMS = 2 }; /* sums of codes, a share each in turn */
/* By a matrix unit: rows of weights of a tile, elements of a row that are taken at once, if there are three pieces of x
 * or two halves, programs that there should be at least, and rows of x at once. */
enum { UNIT_TILE = 16, UNIT_LONGEST = 5120, HALVES_LONGEST = 10240 };
enum {
    UNIT_PROGRAMS = 8,
    UNIT_GROUP = 16,
};
/* CPUs read ahead within pages of so many bytes: of two rows in one they would have to follow both. So a tile has
 * rows that lie far apart where rows are shorter, and each of them goes on with the row behind it. The same bytes of
 * two pages have one place in the first cache, which has room for 12 such: so rows of a tile are no pages apart. */
enum { UNIT_PAGE = 4096 };

/* ---- tile code ---- */

typedef struct batch {
    ts_kern *k;
    const ts_shape *s;
    ts_val rows;                  /* live ones, an i32 */
    ts_val from, below;           /* rows of weights of the program */
    int all, each;                /* how many there are, and how many a program has at most */
    int tile, apart;              /* rows of weights at a time, and how far apart; 0: one by one */
    int group;                    /* rows of x at once */
    int lanes, sums;              /* of a running sum; how many a row of x has */
    bool words;                   /* rows of codes are read as words */
    ts_var sum[MOST_GROUP][SUMS]; /* all products of a kernel use them, one after the other */
} batch;

/* Takes what row o of each matrix makes of rows m .. m + n - 1 of x, [n] each; ctx is the caller's. By tiles it is
 * [n,tile], of rows o, o + apart, ... */
typedef void batch_end(const batch *b, int m, int n, ts_val o, const ts_val *y, void *ctx);

/* Rows of weights of a program, of all `n`: such that all programs have as many, if that can be. */
static inline int unit_rows(const ts_shape *s, int n)
{
    int most = s->plan.batch_rows, even = (n + UNIT_PROGRAMS - 1) / UNIT_PROGRAMS;
    int all = (even + UNIT_TILE - 1) / UNIT_TILE * UNIT_TILE;
    if (all < most) most = all;
    for (int each = most; each > most / 2; each -= UNIT_TILE)
        if (n % each == 0) return each;
    return most;
}

/* How far apart the rows of a tile are, which have so many bytes: a share of a program's tiles. */
static inline int unit_apart(int each, size_t row)
{
    int tiles = each / UNIT_TILE;
    if (row >= UNIT_PAGE) return 1;
    for (int a = tiles; a > 1; a--)
        if (tiles % a == 0 && 2 * (size_t)a * row % UNIT_PAGE != 0) return a;
    return tiles;
}

/* Whether rows of `cols` meet x by a matrix unit: it takes whole steps of long rows (lane/unit.c), and what a program
 * cuts must fit its stack (lane/family.c), two tiles of weights beside rows of x; weights that are no bf16 are cut
 * into more. */
static inline bool by_unit(const ts_shape *s, int cols)
{
    enum { STEP = 32, SHORTEST = 256, CUT_LONGEST = 3584 };
    int most = s->type.weight == TS_bf16 ? UNIT_LONGEST : CUT_LONGEST;
    return s->plan.batch_rows > 1 && cols % STEP == 0 && cols >= SHORTEST && s->d <= most;
}

/* Whether x is the sum of two halves there. */
static inline bool by_halves(const ts_shape *s, int cols)
{
    return s->type.weight == TS_bf16 && by_unit(s, cols);
}

/* Whether a stage makes something of x. */
static inline bool is_made(const ts_shape *s, int cols)
{
    return has_words(s, cols) || by_halves(s, cols);
}

static inline bool d_is_made(const ts_shape *s)
{
    return is_made(s, s->d);
}

/* x [batch,cols], of which `live` rows are, as the products take it. */
static inline input batch_input(ts_kern *k, const ts_shape *s, ts_view x, ts_val live, int cols,
                                int stage)
{
    if (!by_halves(s, cols)) return input_rows(k, s, x, live, s->batch, cols, stage);
    input in = {.x = x, .made = stage == 0};
    ts_mode mode = in.made ? TS_WORK : TS_IN;
    x_halves of = halves_args(k, mode, "x_high", "x_low", s->batch, cols);
    in.high = of.high;
    in.low = of.low;
    if (in.made) make_halves(k, x, live, cols, of);
    return in;
}

/* For matrices of `n` rows, which is `all`, too, of `cols`, so many of them that x meets together. */
static inline batch batch_of(ts_kern *k, const ts_shape *s, ts_val rows, ts_val all, int n,
                             int cols, int matrices)
{
    bool codes = has_scales(s), words = has_words(s, cols);
    if (by_unit(s, cols) && !words) {
        batch b = {.k = k, .s = s, .rows = rows, .all = n, .tile = UNIT_TILE, .apart = 1};
        b.each = unit_rows(s, n);
        b.from = ts_program(all, b.each);
        b.below = ts_min(ts_i32(k, n), ts_addk(b.from, b.each));
        return b;
    }
    bool shares = codes && s->plan.lanes <= SHARE && !words;
    batch b = {.k = k, .s = s, .rows = rows, .sums = shares ? SUMS : 1, .words = words};
    int group = matrices > 1 ? s->plan.pair_group : s->plan.group;
    b.group = group < s->batch ? group : s->batch;
    b.from = ts_program(all, 1);
    b.lanes = shares ? s->plan.lanes : codes ? s->plan.block : s->plan.width;
    if (words) b.lanes = words_at_once(s);
    for (int m = 0; m < b.group; m++)
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
    int all = depth / packing_of(b->s).word;
    for (ts_loop i = ts_upto(ts_i32(b->k, all), b->lanes); ts_next(&i);) {
        ts_val words = row_words(b->k, b->s, row.w, i.at, b->lanes);
        for (int m = 0; m < n; m++)
            add_words(b->k, b->s, b->sum[m][0], words, row.scale, x[m].words, i.at);
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

/* ---- by a matrix unit ---- */

/* Rows of a tile of a matrix or a vector. */
static inline ts_view unit_part(const batch *b, ts_view v, ts_val o)
{
    return ts_part(v, 0, o, ts_i32(b->k, b->tile), b->apart);
}

/* Of a tile of weights, columns at .. at + n - 1. */
static inline ts_val unit_weights(const batch *b, matrix m, ts_val o, ts_val at, int n)
{
    ts_val w = ts_loadf2(unit_part(b, m.w, o), zero(b->k), at, b->tile, n);
    if (!m.scale.k) return w;
    ts_val first = ts_div(at, ts_i32(b->k, SHARE));
    ts_val scale = ts_loadf2(unit_part(b, m.scale, o), zero(b->k), first, b->tile, n / SHARE);
    return ts_mul(w, ts_repeat(scale, SHARE));
}

/* What a walk over tiles does with each. */
typedef struct unit_walk {
    const matrix *w;
    int matrices;
    ts_val x, at; /* n rows from m on, [n,step], of columns from `at` on */
    int m, n, step;
    batch_end *end;
    void *ctx;
} unit_walk;

/* Tiles that begin at from, from + by, ... */
static inline void unit_tiles(const batch *b, const unit_walk *u, ts_val from, ts_val below, int by)
{
    for (ts_loop o = ts_range(from, below, by); ts_next(&o);) {
        ts_val y[MOST_MATRICES];
        for (int i = 0; i < u->matrices; i++)
            y[i] = ts_dot_t(u->x, unit_weights(b, u->w[i], o.at, u->at, u->step), (ts_val){0});
        u->end(b, u->m, u->n, o.at, y, u->ctx);
    }
}

/* Tiles of a program, so far apart that one after the other they leave nothing out. */
static inline void unit_spans(const batch *far, const unit_walk *u, ts_val from)
{
    int span = far->tile * far->apart;
    for (ts_loop o = ts_range(from, ts_addk(from, far->each), span); ts_next(&o);)
        unit_tiles(far, u, o.at, ts_addk(o.at, far->apart), 1);
}

/* Programs that have all their rows walk them far apart; the last one may have fewer. */
static inline void unit_far(const batch *b, const unit_walk *u, int apart)
{
    batch far = *b;
    far.apart = apart;
    if (b->all % b->each == 0) {
        unit_spans(&far, u, b->from);
        return;
    }
    ts_val last = ts_i32(b->k, b->all - b->each), whole = ts_le(b->from, last);
    ts_val from = ts_min(last, b->from); /* itself, where the loop is run */
    ts_val turns = ts_select(whole, ts_i32(b->k, 1), ts_i32(b->k, 0));
    for (ts_loop once = ts_upto(turns, 1); ts_next(&once);) unit_spans(&far, u, from);
    unit_tiles(b, u, ts_select(whole, b->below, b->from), b->below, b->tile);
}

/* Rows of x, `step` elements of each. */
static inline ts_val unit_x(const batch *b, const unit_walk *u, input x)
{
    ts_val m = ts_i32(b->k, u->m);
    if (!x.high.k) return ts_load2(x.x, m, u->at, u->n, u->step);
    return ts_add(ts_loadf2(x.high, m, u->at, u->n, u->step),
                  ts_loadf2(x.low, m, u->at, u->n, u->step));
}

/* n rows of x from `m` on, and all tiles. */
static inline void unit_rows_of_x(const batch *b, unit_walk u, input x)
{
    int apart = unit_apart(b->each, ts_storage(b->s->type.weight, (size_t)u.step));
    u.x = unit_x(b, &u, x);
    if (apart > 1 && b->all >= b->each)
        unit_far(b, &u, apart);
    else
        unit_tiles(b, &u, b->from, b->below, b->tile);
}

/* Rows too long to be taken at once are taken in parts, each of which goes to `end`, which adds. */
static inline void unit_group(const batch *b, unit_walk u, input x, int depth, int least, int most)
{
    int longest = x.high.k ? HALVES_LONGEST : UNIT_LONGEST;
    int parts = (depth + longest - 1) / longest, even = (depth + parts - 1) / parts;
    u.step = parts == 1 ? depth : (even + SHARE - 1) / SHARE * SHARE;
    for (ts_loop once = ts_upto(takes(b, u.m, least, most), 1); ts_next(&once);) {
        u.at = zero(b->k);
        if (parts == 1) {
            unit_rows_of_x(b, u, x);
            continue;
        }
        for (ts_loop at = ts_upto(ts_i32(b->k, depth), u.step); ts_next(&at);) {
            u.at = at.at;
            unit_rows_of_x(b, u, x);
        }
    }
}

/* Two halves of a row make 8 rows fill one square; three pieces make 5 do so, and 8 fit in two. */
static inline void unit_products(const batch *b, unit_walk u, input x, int depth)
{
    static const int groups[] = {5, 8, UNIT_GROUP};
    int all = b->s->batch;
    for (u.m = 0; u.m < all; u.m += UNIT_GROUP)
        for (int i = x.high.k ? 1 : 0, before = 0; i < 3 && before < all - u.m; i++) {
            u.n = groups[i] < all - u.m ? groups[i] : all - u.m;
            unit_group(b, u, x, depth, before, i < 2 ? u.m + u.n : all);
            before = u.n;
        }
}

/* ---- all ---- */

/* The program's rows of one matrix, or of two of one length one after the other, with all live rows of x
 * [batch,depth]. */
static inline void batch_products(const batch *b, const matrix *w, int matrices, input x, int depth,
                                  batch_end *end, void *ctx)
{
    if (b->tile) {
        unit_walk u = {.w = w, .matrices = matrices, .end = end, .ctx = ctx};
        unit_products(b, u, x, depth);
        return;
    }
    int all = b->s->batch, group = b->group, half = group / 2;
    ts_val o = b->from;
    matrix row[MOST_MATRICES];
    for (int i = 0; i < matrices; i++) row[i] = matrix_row(w[i], o);
    if (half) take_group(b, row, matrices, o, x, 0, 0, half, half, depth, end, ctx);
    for (int from = 0; from < all; from += group) {
        int n = group < all - from ? group : all - from;
        take_group(b, row, matrices, o, x, from, from ? 0 : half, all, n, depth, end, ctx);
    }
}

static inline ts_view batch_live(const batch *b, ts_view y)
{
    return ts_part(y, 0, zero(b->k), b->rows, 1);
}

/* Column o of the live rows of y: what is stored beyond is dropped. */
static inline ts_view batch_column(const batch *b, ts_view y, ts_val o)
{
    return ts_row(ts_swap(batch_live(b, y)), o);
}

/* The same of a tile. */
static inline ts_view batch_columns(const batch *b, ts_view y, ts_val o)
{
    return ts_part(batch_live(b, y), 1, o, ts_i32(b->k, b->tile), b->apart);
}

static inline ts_val batch_before(const batch *b, ts_view y, int m, int n, ts_val o)
{
    ts_val first = ts_i32(b->k, m);
    if (b->tile) return ts_load2(batch_columns(b, y, o), first, zero(b->k), n, b->tile);
    return ts_load(batch_column(b, y, o), first, n);
}

static inline ts_val batch_bias(const batch *b, ts_view bias, ts_val o)
{
    return b->tile ? ts_loadf(unit_part(b, bias, o), zero(b->k), b->tile) : at_f32(bias, o);
}

static inline void batch_store(const batch *b, ts_view y, int m, ts_val o, ts_val tile)
{
    ts_val first = ts_i32(b->k, m);
    if (b->tile)
        ts_store2(batch_columns(b, y, o), first, zero(b->k), tile);
    else
        ts_store(batch_column(b, y, o), first, tile);
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

/* x [n] as the products see it, to be freed by the caller. */
static inline double *batch_x_ref(const ts_shape *s, const double *x, int n)
{
    double *to = fixed_ref(s, x, n);
    for (int i = 0; i < n && by_halves(s, n); i++) {
        double high = in_bf16(x[i]);
        to[i] = high + in_bf16(x[i] - high);
    }
    return to;
}

/* y[m,o] = sum_i w[o,i] x[m,i], for the live rows. */
static inline void batch_ref(const ts_shape *s, const double *w, const double *scale,
                             const double *x, int rows, int n, int depth, double *y, double *mag)
{
    for (int m = 0; m < rows; m++) {
        double *row = batch_x_ref(s, x + (size_t)m * depth, depth);
        for (int o = 0; o < n; o++) {
            size_t at = (size_t)m * n + o;
            y[at] = row_ref(s, w, scale, o, row, (size_t)depth, &mag[at]);
        }
        free(row);
    }
}

#endif
