/* reduce.c - reductions and running sums, as statements of the lane form.
 *
 * Order of additions, fixed and part of the contract "same device, same bits": along a row, slot by
 * slot into one vector, whose lanes are then added by halves; down the rows, row by row. */
#include "lane/lower.h"

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

/* ---- element by element: o counts results, i runs along the axis ---- */

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

/* Strictly better replaces, so the lowest index wins among ties; NaN is never better. */
static void arg_reduce(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id], *a = &w->k->op[o->arg[0]];
    int n = a->rank == 2 && o->axis == 1 ? a->dim[1] : a->dim[0];
    uint32_t results = ts_weave_for(w, 'o', (int)(ts_count(a) / (size_t)n), true);
    uint32_t top = local(w, "top", a->dtype, ts_weave_long(w, 0), false);
    uint32_t best = local(w, "best", TS_i32, ts_weave_long(w, -1), false);
    uint32_t each = ts_weave_for(w, 'i', n, true);
    uint32_t x = local(w, "x", a->dtype, element_of(w, o->arg[0], o->axis), true);
    ts_weave_put(w, (ts_linst){.op = TS_L_BETTER,
                               .elem = o->op == TS_argmax_ ? TS_max_ : TS_min_,
                               .row = ts_spot_by('i'),
                               .arg = {top, best, x}});
    ts_weave_end(w, each);
    uint32_t to = ts_weave_element(w, id, ts_spot_at(0), ts_spot_by('o'));
    ts_weave_set(w, to,
                 ts_weave_put(w, (ts_linst){.op = TS_L_CHOSEN, .type = TS_i32, .arg = {best}}));
    ts_weave_end(w, results);
}

void ts_weave_reduce(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    bool column = w->plan->note[o->arg[0]].layout.column;
    declare(w, id);
    if (o->op == TS_argmax_ || o->op == TS_argmin_)
        arg_reduce(w, id);
    else if (column && o->axis == 1)
        copy_column(w, id);
    else if (w->k->op[o->arg[0]].rank == 2 && o->axis == 0 && !column)
        down(w, id);
    else
        along(w, id);
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
