/* reduce.c - reductions and running sums, as statements of the lane form.
 *
 * Order of additions, fixed and part of the contract "same device, same bits": along a row, slot by
 * slot into one vector, whose lanes are then added by halves; down the rows, row by row. */
#include "lane/lower.h"

#include <math.h>

static ts_opcode pairwise(ts_opcode op)
{
    return op == TS_sum_ ? TS_add_ : op == TS_amax_ ? TS_max_ : TS_min_;
}

/* What leaves the other operand as it is. */
static uint32_t identity(ts_weave *w, const ts_op *o)
{
    uint32_t x = ts_weave_put(w, (ts_linst){.op = TS_L_IDENTITY, .elem = o->op, .type = o->dtype});
    return ts_weave_splat(w, x);
}

static uint32_t pair(ts_weave *w, const ts_op *o, uint32_t a, uint32_t b)
{
    return ts_weave_put(w, (ts_linst){.op = TS_L_ELEM,
                                      .elem = pairwise(o->op),
                                      .type = o->dtype,
                                      .vector = true,
                                      .arg = {a, b}});
}

/* t = t (op) slot, with the lanes beyond the tile left out. */
static void accumulate(ts_weave *w, uint32_t id, uint32_t t, ts_slot at, bool masked)
{
    const ts_op *o = &w->k->op[id];
    ts_layout y = w->plan->note[o->arg[0]].layout;
    uint32_t x = ts_weave_value(w, o->arg[0], y, at);
    if (masked)
        x = ts_weave_put(w, (ts_linst){.op = TS_L_KEEP,
                                       .type = o->dtype,
                                       .vector = true,
                                       .col = at.col,
                                       .n = y.cols,
                                       .arg = {x, identity(w, o)}});
    ts_linst set = {.op = TS_L_SET, .arg = {t, t, x}};
    if (o->op != TS_sum_) set.arg[1] = pair(w, o, t, x), set.arg[2] = 0;
    ts_weave_put(w, set);
}

static uint32_t start(ts_weave *w, const ts_op *o)
{
    uint32_t none = identity(w, o);
    return ts_weave_put(w, (ts_linst){.op = TS_L_LOCAL,
                                      .type = o->dtype,
                                      .vector = true,
                                      .name = "t",
                                      .id = TS_UNNUMBERED,
                                      .at = TS_UNNUMBERED,
                                      .arg = {none}});
}

/* All slots of a row, combined in one vector. */
static uint32_t gather_row(ts_weave *w, uint32_t id, ts_spot row)
{
    const ts_op *o = &w->k->op[id];
    ts_layout y = w->plan->note[o->arg[0]].layout;
    bool masked = y.cols % w->f->lanes != 0;
    uint32_t t = start(w, o);
    if (y.slots <= TS_UNROLLED) {
        for (int s = 0; s < y.slots; s++)
            accumulate(w, id, t, (ts_slot){row, ts_spot_at(s)}, masked && s == y.slots - 1);
        return t;
    }
    uint32_t each = ts_weave_for(w, 's', y.slots, false);
    accumulate(w, id, t, (ts_slot){row, ts_spot_by('s')}, masked);
    ts_weave_end(w, each);
    return t;
}

static void declare(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    if (o->rank)
        ts_weave_tile(w, id, true);
    else
        ts_weave_name(w, id, (ts_linst){.op = TS_L_CELL, .type = o->dtype});
}

/* Along the row: one scalar for each. */
static void along(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    int rows = w->plan->note[o->arg[0]].layout.rows;
    ts_spot row = rows > 1 ? ts_spot_by('r') : ts_spot_at(0);
    uint32_t each =
        rows > 1 ? ts_weave_for(w, 'r', rows, true) : ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    uint32_t t = gather_row(w, id, row);
    uint32_t to = ts_weave_element(w, id, ts_spot_at(0), row);
    ts_weave_set(
        w, to,
        ts_weave_put(
            w, (ts_linst){.op = TS_L_FOLD, .elem = pairwise(o->op), .type = o->dtype, .arg = {t}}));
    ts_weave_end(w, each);
}

static uint32_t slot_of(ts_weave *w, uint32_t id, char var)
{
    return ts_weave_slot(w, w->def[ts_weave_at(w, id)], (ts_slot){ts_spot_at(0), ts_spot_by(var)});
}

/* Down the rows: slot by slot. */
static void down(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    ts_layout y = w->plan->note[o->arg[0]].layout;
    uint32_t slots = ts_weave_for(w, 's', y.slots, true), t = start(w, o);
    uint32_t rows = ts_weave_for(w, 'r', y.rows, false);
    accumulate(w, id, t, (ts_slot){ts_spot_by('r'), ts_spot_by('s')}, false);
    ts_weave_end(w, rows);
    ts_weave_set(w, slot_of(w, id, 's'), t);
    ts_weave_end(w, slots);
}

/* A column [h,1] along axis 1 is itself, but for NaN, which is never the largest or smallest. */
static void copy_column(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    uint32_t slots = ts_weave_for(w, 's', w->plan->note[id].layout.slots, false);
    uint32_t to = slot_of(w, id, 's'), none = o->op == TS_sum_ ? 0 : identity(w, o);
    uint32_t x = ts_weave_value(w, o->arg[0], w->plan->note[o->arg[0]].layout,
                                (ts_slot){ts_spot_at(0), ts_spot_by('s')});
    ts_weave_set(w, to, none ? pair(w, o, none, x) : x);
    ts_weave_end(w, slots);
}

/* ---- where the largest or smallest is: each lane keeps the best of its values and its index, NEVER before
 * there is one. Strictly better replaces, so the lowest index wins among ties; NaN is never better. ---- */

enum { NEVER = INT32_MAX };

typedef struct best {
    const ts_op *o;   /* the op */
    uint32_t top, at; /* vectors */
} best;

static uint32_t constant(ts_weave *w, ts_dtype type, double x)
{
    return ts_weave_put(w, (ts_linst){.op = TS_L_CONST, .type = type, .value = x});
}

static uint32_t elem(ts_weave *w, ts_opcode op, ts_dtype type, uint32_t a, uint32_t b)
{
    bool vector = w->f->i[a].vector;
    return ts_weave_put(
        w, (ts_linst){.op = TS_L_ELEM, .elem = op, .type = type, .vector = vector, .arg = {a, b}});
}

static uint32_t select(ts_weave *w, uint32_t p, uint32_t a, uint32_t b)
{
    const ts_linst *x = &w->f->i[a];
    return ts_weave_put(
        w, (ts_linst){.op = TS_L_SELECT, .type = x->type, .vector = x->vector, .arg = {p, a, b}});
}

/* A scalar or vector called `name`. */
static uint32_t called(ts_weave *w, const char *name, uint32_t value, bool fixed)
{
    return ts_weave_put(w, (ts_linst){.op = TS_L_LOCAL,
                                      .type = w->f->i[value].type,
                                      .vector = w->f->i[value].vector,
                                      .flag = fixed,
                                      .name = name,
                                      .id = TS_UNNUMBERED,
                                      .at = TS_UNNUMBERED,
                                      .arg = {value}});
}

static best no_best(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    ts_opcode least = o->op == TS_argmax_ ? TS_amax_ : TS_amin_;
    ts_dtype type = w->k->op[o->arg[0]].dtype;
    uint32_t none = ts_weave_put(w, (ts_linst){.op = TS_L_IDENTITY, .elem = least, .type = type});
    uint32_t never = ts_weave_splat(w, constant(w, TS_i32, NEVER));
    best b = {.o = o, .top = called(w, "top", ts_weave_splat(w, none), false)};
    b.at = called(w, "at", never, false);
    return b;
}

/* Among the first, which nothing is better than, is -inf. */
static void consider(ts_weave *w, const best *b, uint32_t value, uint32_t index)
{
    uint32_t x = called(w, "x", value, true);
    bool most = b->o->op == TS_argmax_, real = w->f->i[x].type == TS_f32;
    uint32_t never = ts_weave_splat(w, constant(w, TS_i32, NEVER));
    uint32_t first = elem(w, TS_eq_, TS_b1, b->at, never);
    if (real) first = elem(w, TS_and_, TS_b1, first, elem(w, TS_eq_, TS_b1, x, x));
    uint32_t better = elem(w, TS_lt_, TS_b1, most ? b->top : x, most ? x : b->top);
    uint32_t p = called(w, "p", elem(w, TS_or_, TS_b1, better, first), true);
    ts_weave_set(w, b->top, select(w, p, x, b->top));
    ts_weave_set(w, b->at, select(w, p, index, b->at));
}

/* Slot `at` of the operand; lanes beyond the tile are never better. */
static void consider_slot(ts_weave *w, const best *b, ts_slot at, bool masked)
{
    ts_layout y = w->plan->note[b->o->arg[0]].layout;
    ts_dtype type = w->k->op[b->o->arg[0]].dtype;
    uint32_t x = ts_weave_value(w, b->o->arg[0], y, at);
    uint32_t none = masked ? w->f->i[b->top].arg[0] : 0;
    if (masked && type == TS_f32) none = ts_weave_splat(w, constant(w, type, NAN));
    if (masked)
        x = ts_weave_put(w, (ts_linst){.op = TS_L_KEEP,
                                       .type = type,
                                       .vector = true,
                                       .col = at.col,
                                       .n = y.cols,
                                       .arg = {x, none}});
    uint32_t index =
        ts_weave_put(w, (ts_linst){.op = TS_L_IOTA, .type = TS_i32, .vector = true, .col = at.col});
    consider(w, b, x, index);
}

static void consider_row(ts_weave *w, const best *b, ts_spot row)
{
    ts_layout y = w->plan->note[b->o->arg[0]].layout;
    int whole = y.cols / w->f->lanes;
    if (whole > 1) {
        uint32_t each = ts_weave_for(w, 's', whole, true);
        consider_slot(w, b, (ts_slot){row, ts_spot_by('s')}, false);
        ts_weave_end(w, each);
    }
    for (int s = whole > 1 ? whole : 0; s < y.slots; s++) {
        uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
        consider_slot(w, b, (ts_slot){row, ts_spot_at(s)}, s == whole);
        ts_weave_end(w, in);
    }
}

/* The index, 0 if there is none. */
static uint32_t found(ts_weave *w, uint32_t at)
{
    uint32_t never = constant(w, TS_i32, NEVER), zero = constant(w, TS_i32, 0);
    if (w->f->i[at].vector) never = ts_weave_splat(w, never), zero = ts_weave_splat(w, zero);
    return select(w, elem(w, TS_eq_, TS_b1, at, never), zero, at);
}

/* Of the lanes that have the best value the lowest index. */
static uint32_t best_lane(ts_weave *w, const best *b)
{
    ts_dtype type = (ts_dtype)w->f->i[b->top].type;
    ts_linst fold = {.op = TS_L_FOLD, .type = type, .arg = {b->top}};
    fold.elem = b->o->op == TS_argmax_ ? TS_max_ : TS_min_;
    uint32_t most = called(w, "most", ts_weave_put(w, fold), true);
    uint32_t never = ts_weave_splat(w, constant(w, TS_i32, NEVER));
    uint32_t same = elem(w, TS_eq_, TS_b1, b->top, ts_weave_splat(w, most));
    fold = (ts_linst){.op = TS_L_FOLD, .elem = TS_min_, .type = TS_i32};
    fold.arg[0] = select(w, same, b->at, never);
    return called(w, "first", ts_weave_put(w, fold), true);
}

static void best_along(ts_weave *w, uint32_t id)
{
    int rows = w->plan->note[w->k->op[id].arg[0]].layout.rows;
    ts_spot row = rows > 1 ? ts_spot_by('r') : ts_spot_at(0);
    uint32_t each =
        rows > 1 ? ts_weave_for(w, 'r', rows, true) : ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    best b = no_best(w, id);
    consider_row(w, &b, row);
    uint32_t first = best_lane(w, &b);
    ts_weave_set(w, ts_weave_element(w, id, ts_spot_at(0), row), found(w, first));
    ts_weave_end(w, each);
}

static void best_down(ts_weave *w, uint32_t id)
{
    ts_layout y = w->plan->note[w->k->op[id].arg[0]].layout;
    uint32_t slots = ts_weave_for(w, 's', y.slots, true);
    best b = no_best(w, id);
    uint32_t rows = ts_weave_for(w, 'r', y.rows, true);
    uint32_t x = ts_weave_value(w, b.o->arg[0], y, (ts_slot){ts_spot_by('r'), ts_spot_by('s')});
    uint32_t index =
        ts_weave_put(w, (ts_linst){.op = TS_L_INDEX, .type = TS_i32, .col = ts_spot_by('r')});
    consider(w, &b, x, ts_weave_splat(w, index));
    ts_weave_end(w, rows);
    ts_weave_set(w, slot_of(w, id, 's'), found(w, b.at));
    ts_weave_end(w, slots);
}

/* A column along axis 1: there is one element, whatever it is. */
static void best_of_one(ts_weave *w, uint32_t id)
{
    uint32_t slots = ts_weave_for(w, 's', w->plan->note[id].layout.slots, false);
    uint32_t to = slot_of(w, id, 's');
    ts_weave_set(w, to, ts_weave_splat(w, constant(w, TS_i32, 0)));
    ts_weave_end(w, slots);
}

void ts_weave_reduce(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    bool column = w->plan->note[o->arg[0]].layout.column;
    bool where = o->op == TS_argmax_ || o->op == TS_argmin_;
    declare(w, id);
    if (column && o->axis == 1)
        (where ? best_of_one : copy_column)(w, id);
    else if (w->k->op[o->arg[0]].rank == 2 && o->axis == 0 && !column)
        (where ? best_down : down)(w, id);
    else
        (where ? best_along : along)(w, id);
}

/* ---- running sums ---- */

/* Element by element: o counts results, i runs along the axis. */
static uint32_t element_of(ts_weave *w, uint32_t id, int axis)
{
    const ts_op *a = &w->k->op[id];
    if (a->rank == 1) return ts_weave_element(w, id, ts_spot_at(0), ts_spot_by('i'));
    if (axis == 1) return ts_weave_element(w, id, ts_spot_by('o'), ts_spot_by('i'));
    return ts_weave_element(w, id, ts_spot_by('i'), ts_spot_by('o'));
}

static uint32_t local(ts_weave *w, const char *name, ts_dtype type, uint32_t value, bool fixed)
{
    return ts_weave_put(w, (ts_linst){.op = TS_L_LOCAL,
                                      .type = type,
                                      .flag = fixed,
                                      .name = name,
                                      .id = TS_UNNUMBERED,
                                      .at = TS_UNNUMBERED,
                                      .arg = {value}});
}

void ts_weave_scan(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    int n = o->rank == 2 && o->axis == 1 ? o->dim[1] : o->dim[0];
    declare(w, id);
    uint32_t rows = ts_weave_for(w, 'o', (int)(ts_count(o) / (size_t)n), true);
    uint32_t t = local(w, "t", o->dtype, ts_weave_long(w, 0), false);
    uint32_t each = ts_weave_for(w, 'i', n, true);
    uint32_t x = element_of(w, o->arg[0], o->axis);
    ts_weave_put(w, (ts_linst){.op = TS_L_ADD, .arg = {t, x}});
    ts_weave_set(w, element_of(w, id, o->axis), t);
    ts_weave_end(w, each);
    ts_weave_end(w, rows);
}
