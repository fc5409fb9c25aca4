/* block.c - contractions block by block: sums of a few rows and slots of the result stay in registers
 * while k runs, and go to their user from there.
 *
 *            b:  k rows of   s | s | s        For each k a row of the block of b is loaded, and each
 *                            ---------        element of a column of a meets all of it. Blocks are FORs,
 *     a:  m rows  [..k..]    t | t | t        so the text does not grow with the tile; a block of b stays
 *                 [..k..]    t | t | t        in the first cache while all rows of a pass by. */
#include "lane/lower.h"

enum { MOST = 512 }; /* sums of a block, whatever the target */

typedef struct block {
    uint32_t dot;
    int rows, slots;  /* of the result */
    ts_spot row, col; /* the first of them */
    uint32_t sum[MOST], b[MOST];
    bool solid;    /* b is read ahead from end to end, though it is walked in parts of its rows */
    uint32_t user; /* what takes the sums, slot by slot */
    ts_slot_fn *fn;
} block;

/* ---- the shape of a block ---- */

/* Cycles of a step of k, twice: two multiply-adds and two loads go at once, and a sum takes four
 * cycles until it can be added to again. */
static long step_cost(int rows, int slots)
{
    int work = rows * slots, loads = rows + slots, least = 8;
    int most = work > loads ? work : loads;
    return most > least ? most : least;
}

typedef struct shape {
    int rows, slots;
    long cost, loads;
} shape;

/* What a tile of m rows costs, cut into blocks of x. */
static shape priced(int m, int s, shape x)
{
    int down = m / x.rows, along = s / x.slots, more = m % x.rows, rest = s % x.slots;
    x.cost = (long)down * along * step_cost(x.rows, x.slots);
    x.loads = (long)down * along * (x.rows + x.slots);
    if (more) x.cost += along * step_cost(more, x.slots), x.loads += (long)along * (more + x.slots);
    if (rest) x.cost += down * step_cost(x.rows, rest), x.loads += (long)down * (x.rows + rest);
    if (more && rest) x.cost += step_cost(more, rest), x.loads += more + rest;
    return x;
}

/* Registers hold the sums, a row of b and one element of a; where a product is an instruction of its own, it
 * needs one, too. */
static shape best_shape(const ts_weave *w, uint32_t dot)
{
    int registers = ts_lane_traits_of(w->plan->target)->registers;
    registers -= w->plan->note[w->k->op[dot].arg[1]].paired;
    int m = w->k->op[dot].dim[0], s = w->plan->note[dot].layout.slots;
    shape best = priced(m, s, (shape){.rows = 1, .slots = 1});
    for (int rows = 1; rows <= m && rows < registers; rows++)
        for (int slots = 1; slots <= s && (rows + 1) * slots < registers; slots++) {
            if (rows * slots > MOST) break;
            shape x = priced(m, s, (shape){.rows = rows, .slots = slots});
            bool better = x.cost < best.cost || (x.cost == best.cost && x.loads < best.loads);
            if (better) best = x;
        }
    return best;
}

bool ts_weave_one_block(const ts_weave *w, uint32_t dot)
{
    shape x = best_shape(w, dot);
    return x.rows >= w->k->op[dot].dim[0] && x.slots >= w->plan->note[dot].layout.slots;
}

/* ---- one block ---- */

static uint32_t local(ts_weave *w, const char *name, int i, int j, ts_linst l)
{
    l.op = TS_L_LOCAL;
    l.vector = true;
    l.name = name;
    l.id = (uint32_t)i;
    l.at = (uint32_t)j;
    return ts_weave_put(w, l);
}

static ts_slot slot_of(const block *b, int m, int s)
{
    return (ts_slot){ts_spot_plus(b->row, m), ts_spot_plus(b->col, s)};
}

static void start(ts_weave *w, block *b)
{
    const ts_op *o = &w->k->op[b->dot];
    ts_layout y = w->plan->note[b->dot].layout;
    for (int m = 0; m < b->rows; m++)
        for (int s = 0; s < b->slots; s++) {
            uint32_t from = o->arg[2] ? ts_weave_value(w, o->arg[2], y, slot_of(b, m, s)) : 0;
            b->sum[m * b->slots + s] =
                local(w, "t", m, s, (ts_linst){.type = o->dtype, .arg = {from}});
        }
}

/* A slot of row k of b. */
static uint32_t slot_of_b(ts_weave *w, const ts_op *o, ts_spot k, ts_spot col)
{
    uint32_t id = o->arg[1];
    ts_slot at = {k, col};
    uint32_t x = w->plan->note[id].panel ? ts_weave_slot(w, w->def[ts_weave_at(w, id)], at)
                                         : ts_weave_value(w, id, w->plan->note[id].layout, at);
    return ts_weave_cast(w, x, o->dtype);
}

/* As many slots as step k of turn j reads: where memory is read in order, a CPU reads on by itself. */
static ts_slot ahead(const ts_weave *w, const block *b)
{
    int inner = w->k->op[w->k->op[b->dot].arg[0]].dim[1];
    ts_spot at = {.var = 'j', .mul = inner * b->slots, .plus = 'k', .times = b->slots};
    return (ts_slot){ts_spot_at(0), at};
}

/* Column k of a meets row k of b. One step a turn: with more, compilers keep what is loaded for several
 * of them at once, and there is no register for that. */
static void step(ts_weave *w, block *b, ts_spot k)
{
    const ts_op *o = &w->k->op[b->dot];
    ts_lop op = w->plan->note[o->arg[1]].paired ? TS_L_PAIRADD : TS_L_MULADD;
    ts_weave_prefetch_row(w, o->arg[1], b->solid ? ahead(w, b) : (ts_slot){k, b->col}, b->slots);
    for (int s = 0; s < b->slots; s++) {
        uint32_t x = slot_of_b(w, o, k, ts_spot_plus(b->col, s));
        b->b[s] =
            local(w, "w", s, TS_UNNUMBERED, (ts_linst){.type = o->dtype, .flag = true, .arg = {x}});
    }
    for (int m = 0; m < b->rows; m++) {
        uint32_t x = ts_weave_element(w, o->arg[0], ts_spot_plus(b->row, m), k);
        x = ts_weave_splat(w, ts_weave_cast(w, x, o->dtype));
        uint32_t a =
            local(w, "a", m, TS_UNNUMBERED, (ts_linst){.type = o->dtype, .flag = true, .arg = {x}});
        for (int s = 0; s < b->slots; s++)
            ts_weave_put(
                w, (ts_linst){.op = (uint8_t)op, .arg = {b->sum[m * b->slots + s], a, b->b[s]}});
    }
}

static void walk(ts_weave *w, block *b)
{
    const ts_op *o = &w->k->op[b->dot];
    bool paired = w->plan->note[o->arg[1]].paired;
    int inner = paired ? ts_weave_layout(w, o->arg[0]).cols : w->k->op[o->arg[0]].dim[1];
    uint32_t each = ts_weave_far(w, 'k', inner);
    step(w, b, ts_spot_by('k'));
    ts_weave_end(w, each);
}

/* Codes of 8 bits and fewer are widened by constants, for which there is no register beside the sums. */
static bool of_codes(const ts_weave *w, uint32_t id)
{
    const ts_note *n = &w->plan->note[id];
    uint32_t load = n->panel && !n->paired ? ts_weave_load_within(w, id) : 0;
    return load && ts_dtypes[w->k->op[load].dtype].bits <= 8;
}

static void one_block(ts_weave *w, block *b)
{
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    if (of_codes(w, w->k->op[b->dot].arg[1])) ts_weave_put(w, (ts_linst){.op = TS_L_FREE});
    start(w, b);
    walk(w, b);
    w->dot = b->dot;
    for (int m = 0; m < b->rows; m++)
        for (int s = 0; s < b->slots; s++) {
            w->sum = b->sum[m * b->slots + s];
            b->fn(w, b->user, slot_of(b, m, s));
        }
    w->dot = 0;
    ts_weave_end(w, in);
}

/* ---- all blocks: whole ones in FORs, and what they leave over ---- */

static void down(ts_weave *w, block *b, int rows)
{
    int all = w->k->op[b->dot].dim[0], turns = all / rows;
    uint32_t each = turns > 1 ? ts_weave_far(w, 'i', turns) : 0;
    b->rows = rows;
    b->row = turns > 1 ? ts_spot_times('i', rows, 0) : ts_spot_at(0);
    one_block(w, b);
    if (each) ts_weave_end(w, each);
    b->rows = all % rows;
    b->row = ts_spot_at(turns * rows);
    if (b->rows) one_block(w, b);
}

bool ts_weave_copies(ts_weave *w, uint32_t id, bool whole)
{
    uint32_t load = w->plan->note[id].inlined ? ts_weave_load_below(w, id) : 0;
    bool copy = load && !(whole ? ts_weave_is_whole(w, load) : ts_weave_may_pick(w, load));
    w->rolled = true;
    if (copy) ts_weave_hold(w, id);
    w->rolled = false;
    return copy;
}

void ts_weave_blocks(ts_weave *w, uint32_t dot, uint32_t id, ts_slot_fn *fn)
{
    shape x = best_shape(w, dot);
    block b = {.dot = dot, .user = id, .fn = fn};
    uint32_t a = w->k->op[dot].arg[0], c = w->k->op[dot].arg[2];
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    bool copied_a = ts_weave_copies(w, a, false), copied_c = ts_weave_copies(w, c, true);
    int all = w->plan->note[dot].layout.slots, turns = all / x.slots;
    uint32_t each = turns > 1 ? ts_weave_far(w, 'j', turns) : 0;
    b.slots = x.slots;
    b.col = turns > 1 ? ts_spot_times('j', x.slots, 0) : ts_spot_at(0);
    b.solid = turns > 1 && all % x.slots == 0 && ts_weave_is_solid(w, w->k->op[dot].arg[1]);
    down(w, &b, x.rows);
    if (each) ts_weave_end(w, each);
    b.slots = all % x.slots;
    b.col = ts_spot_at(turns * x.slots);
    if (b.slots) down(w, &b, x.rows);
    if (copied_a) ts_weave_drop(w, a);
    if (copied_c) ts_weave_drop(w, c);
    ts_weave_end(w, in);
}
