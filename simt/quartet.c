/* quartet.c - products by units that four subgroups feed together (ts_quartet), out of shared memory.
 *
 * The sums lie over a subgroup's lanes as those of its own unit do, and the subgroups one below the other, so the
 * tile of the result is a product by matrix units like others (place.c) and only the way of its sums is told here:
 *
 *     FENCE of the sums
 *     PRODUCT, the first one fresh, for each block of 64 x 64 and each step of k
 *     CLOSE, JOIN                the sums are added to those in registers
 *
 * for as many steps of k as the unit keeps its bits, TURNS at most. What the operands' tiles have been filled with
 * is shown to the unit by a FENCE before the BARRIER that others wait at (sync.c). */
#include "simt/lower.h"

enum { TURNS = 8 }; /* steps of k that are written out */

/* ---- which ---- */

static ts_matrix_kind kind_of(const ts_lower *l, const ts_op *o)
{
    ts_matrix_kind kind = ts_low_kind(l->k, o, l->s->traits->matrix);
    bool takes = kind < TS_KINDS && l->s->traits->quartet->chain[kind];
    return takes ? kind : TS_KINDS;
}

static bool has_shape(const ts_op *o, const ts_product *x)
{
    return ts_rows(o) == x->rows && ts_cols(o) == x->cols;
}

static bool is_taken(const ts_lower *l, const ts_product *x)
{
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        if (ts_low_is_product(l->k, o) && has_shape(o, x) && kind_of(l, o) == TS_KINDS)
            return false;
    }
    return true;
}

/* Whole quartets of a team that lie one below the other have whole blocks of it, and few enough. */
static bool comes_out_even(const ts_lower *l, const ts_product *x)
{
    int lanes = l->s->traits->matrix->lanes, all = l->team / lanes;
    return all % TS_FOUR == 0 && x->rows % (16 * all) == 0 && x->cols % TS_TOGETHER == 0 &&
           x->rows * x->cols / l->team <= TS_REGISTERS;
}

static bool can_be(const ts_lower *l, const ts_product *x)
{
    return l->s->traits->quartet && l->grouped && x->matrix && comes_out_even(l, x) &&
           is_taken(l, x);
}

/* Of products by matrix units alone: what both read lies in one way. */
static bool is_other(const ts_lower *l, const ts_op *o)
{
    const ts_product *x = ts_low_is_product(l->k, o) ? ts_low_product(l, o) : NULL;
    return x && x->matrix && !x->quartet;
}

static bool by_quartet(const ts_lower *l, const ts_op *o)
{
    const ts_product *x = ts_low_is_product(l->k, o) ? ts_low_product(l, o) : NULL;
    return x && x->quartet;
}

/* The tiles that dots of that sort read are squares, or are not. */
static void mark(ts_lower *l, bool (*which)(const ts_lower *, const ts_op *), bool squares)
{
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        if (!which(l, o)) continue;
        for (int a = 0; a < 2; a++) l->at[ts_low_source(l, o->arg[a])].squares = squares;
    }
}

/* A shape of which an operand is no squares is not by quartets; true if that is new. */
static bool drop_shapes(ts_lower *l)
{
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        if (!by_quartet(l, o)) continue;
        bool good = true;
        for (int a = 0; a < 2; a++) good &= l->at[ts_low_source(l, o->arg[a])].squares;
        if (good) continue;
        for (int p = 0; p < l->products; p++)
            if (has_shape(o, &l->product[p])) l->product[p].quartet = false;
        return true;
    }
    return false;
}

void ts_low_choose_quartets(ts_lower *l)
{
    for (uint32_t i = 1; i < l->k->n; i++) l->at[i].squares = false;
    for (int p = 0; p < l->products; p++) l->product[p].quartet = can_be(l, &l->product[p]);
    do {
        mark(l, by_quartet, true);
        mark(l, is_other, false);
    } while (drop_shapes(l));
    for (int p = 0; p < l->products; p++) {
        ts_product *x = &l->product[p];
        if (x->quartet) x->down = l->team / l->s->traits->matrix->lanes;
    }
}

/* ---- a product ---- */

/* What the quartet has of the tile: blocks of 64 x 64, those below `down` subgroups apart. */
typedef struct share {
    uint32_t row; /* of the first block */
    int down, rows, cols;
    ts_matrix_kind kind;
} share;

static share share_of(ts_lower *l, const ts_op *o, const ts_spread *p)
{
    ts_simt *s = l->s;
    int lanes = s->traits->matrix->lanes;
    share g = {.down = p->down, .kind = kind_of(l, o)};
    uint32_t own = ts_s_op(s, TS_div_, l->thread, ts_s_i32(s, TS_FOUR * lanes), 0);
    if (p->down == TS_FOUR) own = ts_s_i32(s, 0);
    g.row = ts_s_op(s, TS_mul_, own, ts_s_i32(s, TS_TOGETHER), 0);
    g.rows = p->rows / 16 / p->down;
    g.cols = p->cols / TS_TOGETHER;
    return g;
}

/* Rows of an operand from `row` on; side: quads of a row before. */
static uint32_t squares(ts_lower *l, uint32_t operand, uint32_t row, uint32_t side)
{
    ts_simt *s = l->s;
    const ts_spread *p = &l->at[ts_low_source(l, operand)];
    uint32_t at = ts_low_reach(l, p, ts_low_any(row, ts_s_i32(s, 0)));
    at = ts_s_op(s, TS_add_, at, ts_s_op(s, TS_mul_, side, ts_s_i32(s, p->pitch), 0), 0);
    return ts_s_put(s, (ts_sinst){.op = TS_S_SQUARES, .type = TS_SQUARES, .a = at, .n = p->pitch});
}

/* One step of k, for all blocks. */
static void step(ts_lower *l, const ts_op *o, const share *g, const uint32_t *sum, uint32_t side,
                 bool fresh)
{
    ts_simt *s = l->s;
    for (int i = 0; i < g->rows * g->cols; i++) {
        int below = i / g->cols * g->down * 16;
        uint32_t row = ts_s_op(s, TS_add_, g->row, ts_s_i32(s, below), 0);
        uint32_t a = squares(l, o->arg[0], row, side);
        uint32_t b = squares(l, o->arg[1], ts_s_i32(s, i % g->cols * TS_TOGETHER), side);
        ts_s_put(s, (ts_sinst){.op = TS_S_PRODUCT,
                               .a = a,
                               .b = b,
                               .c = sum[i],
                               .n = 2 * (int)g->kind + (fresh ? TS_FRESH : 0)});
    }
}

/* Steps of k from quad `side` of the rows on; held[]: the sums, as they come out of the unit. */
static void chain(ts_lower *l, const ts_op *o, const share *g, uint32_t side, int steps,
                  uint32_t *held)
{
    ts_simt *s = l->s;
    uint32_t sum[TS_REGISTERS] = {0}, zeros = ts_s_zeros(s, TS_BLOCK);
    int quads = s->traits->quartet->deep / 4;
    for (int i = 0; i < g->rows * g->cols; i++)
        sum[i] = ts_s_put(s, (ts_sinst){.op = TS_S_VAR, .type = TS_BLOCK, .a = zeros});
    ts_s_put(s, (ts_sinst){.op = TS_S_FENCE, .n = TS_OF_SUMS});
    for (int k = 0; k < steps; k++)
        step(l, o, g, sum, ts_s_op(s, TS_add_, side, ts_s_i32(s, k * quads), 0), k == 0);
    ts_s_put(s, (ts_sinst){.op = TS_S_CLOSE});
    for (int i = 0; i < g->rows * g->cols; i++)
        ts_s_put(s, (ts_sinst){.op = TS_S_JOIN, .a = sum[i]});
    for (int i = 0; i < g->rows * g->cols; i++)
        held[i] = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = TS_BLOCK, .a = sum[i]});
}

/* The sum of row r and column j of this thread. */
static uint32_t sum_of(ts_lower *l, const share *g, const uint32_t *held, int r, int j, ts_dtype t)
{
    const ts_matrix *u = l->s->traits->matrix;
    int cols = ts_low_unit_cols(u), each = TS_QUARTET_WORDS / u->rows;
    int word = j % each / cols * u->sums.words + r % u->rows * cols + j % cols;
    return ts_low_sum(l, held[r / u->rows * g->cols + j / each], word, g->kind, t);
}

/* All chains, which are added up in registers. */
static void chains(ts_lower *l, uint32_t id, const share *g, const ts_element *own, int steps,
                   int turn, uint32_t *to)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[id];
    int quads = s->traits->quartet->deep / 4, n = p->tall * p->each;
    uint32_t held[TS_REGISTERS] = {0};
    ts_low_begin_sums(l, id, own, to, n);
    uint32_t side = ts_low_for(l, ts_s_i32(s, 0), ts_s_i32(s, steps * quads),
                               ts_s_i32(s, turn * quads), TS_ROLLED);
    chain(l, o, g, side, turn, held);
    for (int i = 0; i < n; i++) {
        uint32_t x = sum_of(l, g, held, i / p->each, i % p->each, o->dtype);
        uint32_t old = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = o->dtype, .a = to[i]});
        x = ts_s_op(s, TS_add_, old, x, 0);
        ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = to[i], .b = x});
    }
    ts_low_end(l);
    ts_low_end_sums(l, o, to, n);
}

static void one_chain(ts_lower *l, uint32_t id, const share *g, const ts_element *own, int steps,
                      uint32_t *to)
{
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[id];
    uint32_t held[TS_REGISTERS] = {0};
    chain(l, o, g, ts_s_i32(l->s, 0), steps, held);
    for (int i = 0; i < p->tall * p->each; i++) {
        uint32_t x = sum_of(l, g, held, i / p->each, i % p->each, o->dtype);
        to[i] = o->arg[2] ? ts_s_op(l->s, TS_add_, ts_low_element(l, o->arg[2], own[i]), x, 0) : x;
    }
}

void ts_low_dot_quartet(ts_lower *l, uint32_t id, const ts_element *own, uint32_t *to)
{
    const ts_op *o = &l->k->op[id];
    const ts_quartet *q = l->s->traits->quartet;
    share g = share_of(l, o, &l->at[id]);
    int bits = ts_dtypes[ts_kind_dtype(g.kind)].bits;
    int steps = ts_cols(&l->k->op[o->arg[0]]) * bits / 32 / q->deep;
    int turn = q->chain[g.kind] < TURNS ? q->chain[g.kind] : TURNS;
    while (steps % turn) turn--;
    if (turn == steps)
        one_chain(l, id, &g, own, steps, to);
    else
        chains(l, id, &g, own, steps, turn, to);
}
