/* elem.c - one slot of a value, or a scalar, as an expression of the lane form.
 *
 * Inlined values are computed where they are used, the others are named. Operands of fewer elements
 * than the expression they stand in are broadcast here: scalars and columns as splats, rows by slot. */
#include "lane/lower.h"

static uint32_t constant_of(ts_weave *w, ts_dtype t, double x)
{
    return ts_weave_put(w, (ts_linst){.op = TS_L_CONST, .type = t, .value = x});
}

uint32_t ts_weave_long(ts_weave *w, int64_t x)
{
    return ts_weave_put(w, (ts_linst){.op = TS_L_LONG, .n = x});
}

static ts_dtype type_of(const ts_weave *w, uint32_t v)
{
    return (ts_dtype)w->f->i[v].type;
}

uint32_t ts_weave_splat(ts_weave *w, uint32_t a)
{
    return ts_weave_put(
        w, (ts_linst){.op = TS_L_SPLAT, .type = type_of(w, a), .vector = true, .arg = {a}});
}

uint32_t ts_weave_scalar(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    uint32_t *def = &w->def[ts_weave_at(w, id)];
    if (o->op == TS_const_ && !*def) *def = constant_of(w, o->dtype, o->value);
    return *def;
}

uint32_t ts_weave_cast(ts_weave *w, uint32_t a, ts_dtype to)
{
    return ts_weave_put(
        w, (ts_linst){.op = TS_L_CAST, .type = to, .vector = w->f->i[a].vector, .arg = {a}});
}

/* ---- tiles that have a name ---- */

uint32_t ts_weave_slot(ts_weave *w, uint32_t name, ts_slot at)
{
    return ts_weave_put(w, (ts_linst){.op = TS_L_SLOT,
                                      .type = type_of(w, name),
                                      .vector = true,
                                      .row = at.row,
                                      .col = at.col,
                                      .arg = {name}});
}

static uint32_t splat_of(ts_weave *w, ts_lop op, uint32_t tile, ts_spot row)
{
    return ts_weave_splat(
        w,
        ts_weave_put(w, (ts_linst){.op = op, .type = type_of(w, tile), .row = row, .arg = {tile}}));
}

static uint32_t named(ts_weave *w, uint32_t id, ts_layout of, ts_slot at)
{
    const ts_layout *y = &w->plan->note[id].layout;
    uint32_t tile = w->def[ts_weave_at(w, id)];
    bool one = y->rows == 1 && y->cols == 1 && (of.rows != 1 || of.cols != 1);
    if (one) return splat_of(w, TS_L_FIRST, tile, ts_spot_at(0));
    if (y->column && !of.column) return splat_of(w, TS_L_LANE, tile, at.row);
    if (y->rows == 1) at.row = ts_spot_at(0);
    return ts_weave_slot(w, tile, at);
}

static uint32_t element_of(ts_weave *w, uint32_t id, ts_spot row, ts_spot col)
{
    uint32_t tile = w->def[ts_weave_at(w, id)];
    return ts_weave_put(
        w,
        (ts_linst){
            .op = TS_L_ELEMENT, .type = type_of(w, tile), .row = row, .col = col, .arg = {tile}});
}

uint32_t ts_weave_element(ts_weave *w, uint32_t id, ts_spot row, ts_spot col)
{
    const ts_op *o = &w->k->op[id];
    if (o->rank == 0) return ts_weave_scalar(w, id);
    if (w->def[ts_weave_at(w, id)]) return element_of(w, id, row, col);
    if (o->op == TS_load_) return ts_weave_pick(w, id, (ts_slot){row, col});
    if (w->plan->note[id].inlined && o->op == TS_iota_)
        return ts_weave_put(w, (ts_linst){.op = TS_L_INDEX, .type = TS_i32, .col = col});
    if (w->plan->note[id].inlined) { /* splat */
        const ts_op *a = &w->k->op[o->arg[0]];
        return ts_weave_element(w, o->arg[0], ts_rows(a) == 1 ? ts_spot_at(0) : row,
                                ts_cols(a) == 1 ? ts_spot_at(0) : col);
    }
    return 0;
}

/* ---- operands and what is computed from them, as slots or as scalars ---- */

typedef struct scene { /* where the expression stands */
    bool vector;
    ts_layout of;
    ts_slot at;
} scene;

static uint32_t operand(ts_weave *w, uint32_t id, const scene *where)
{
    return where->vector ? ts_weave_value(w, id, where->of, where->at) : ts_weave_scalar(w, id);
}

static uint32_t with_operands(ts_weave *w, ts_lop op, const ts_op *o, const scene *where)
{
    ts_linst i = {.op = op, .elem = o->op, .type = o->dtype, .vector = where->vector};
    for (int a = 0; a < o->argc; a++) i.arg[a] = operand(w, o->arg[a], where);
    return ts_weave_put(w, i);
}

/* Whether each byte of it certainly is 0 .. 127, so that no CPU sees a sign there, and sums of two products with
 * signed bytes fit 16 bits. */
static bool has_small_bytes(const ts_kern *k, uint32_t id)
{
    const ts_op *o = &k->op[id];
    for (int a = 0; a < 2 && o->op == TS_and_; a++) {
        const ts_op *mask = &k->op[o->arg[a]];
        if (mask->op == TS_const_ && !((uint32_t)(int64_t)mask->value & 0x80808080u)) return true;
    }
    return o->op == TS_e2m1_;
}

static bool is_dot(const ts_kern *k, const ts_op *o)
{
    return o->op == TS_dot2_ || (o->op == TS_dot4_ && has_small_bytes(k, o->arg[0]));
}

/* The operand of a sum that is a dot2 or dot4 and computed inside of it; -1: neither is. */
static int pairs_of(const ts_weave *w, const ts_op *o)
{
    for (int a = 1; a >= 0 && o->op == TS_add_; a--)
        if (is_dot(w->k, &w->k->op[o->arg[a]]) && w->plan->note[o->arg[a]].inlined) return a;
    return -1;
}

/* One instruction on most CPUs. */
static uint32_t pair_sum(ts_weave *w, const ts_op *o, int which, const scene *where)
{
    const ts_op *dot = &w->k->op[o->arg[which]];
    ts_linst i = {.op = TS_L_PAIRSUM, .elem = dot->op, .type = TS_i32, .vector = true};
    i.arg[0] = operand(w, o->arg[1 - which], where);
    for (int a = 0; a < 2; a++) i.arg[1 + a] = operand(w, dot->arg[a], where);
    return ts_weave_put(w, i);
}

static uint32_t elementwise(ts_weave *w, const ts_op *o, const scene *where)
{
    int pairs = where->vector ? pairs_of(w, o) : -1;
    return pairs < 0 ? with_operands(w, TS_L_ELEM, o, where) : pair_sum(w, o, pairs, where);
}

static uint32_t iota(ts_weave *w, uint32_t id, const scene *where)
{
    if (where->of.cols != w->plan->note[id].layout.cols)
        return ts_weave_splat(w, constant_of(w, TS_i32, 0));
    return ts_weave_put(
        w, (ts_linst){.op = TS_L_IOTA, .type = TS_i32, .vector = true, .col = where->at.col});
}

/* Lanes of one vector, each several times. */
static uint32_t spread(ts_weave *w, const ts_op *o, ts_slot at)
{
    ts_slot from = {at.row, ts_spot_over(at.col, o->step)};
    uint32_t a = ts_weave_value(w, o->arg[0], w->plan->note[o->arg[0]].layout, from);
    return ts_weave_put(w, (ts_linst){.op = TS_L_SPREAD,
                                      .type = o->dtype,
                                      .vector = true,
                                      .n = o->step,
                                      .col = at.col,
                                      .arg = {a}});
}

/* A vector of what is repeated is one element, or a part of a vector (lane/place.c sees to that), which has a
 * tile or is cheap. */
static uint32_t repeated(ts_weave *w, const ts_op *o, ts_slot at)
{
    if (o->step < w->f->lanes) return spread(w, o, at);
    ts_spot row = ts_rows(&w->k->op[o->arg[0]]) == 1 ? ts_spot_at(0) : at.row;
    ts_spot col = ts_spot_over(at.col, o->step / w->f->lanes);
    return ts_weave_splat(w, ts_weave_element(w, o->arg[0], row, col));
}

static uint32_t compute(ts_weave *w, uint32_t id, const scene *where)
{
    const ts_op *o = &w->k->op[id];
    switch (o->op) {
    case TS_select_: return with_operands(w, TS_L_SELECT, o, where);
    case TS_cast_: return with_operands(w, TS_L_CAST, o, where);
    case TS_bits_: return with_operands(w, TS_L_BITS, o, where);
    case TS_splat_:
    case TS_get_: return operand(w, o->arg[0], where);
    case TS_iota_: return iota(w, id, where);
    case TS_repeat_: return repeated(w, o, where->at);
    case TS_load_: return where->vector ? ts_weave_load(w, id, where->at) : ts_weave_load1(w, id);
    default: return elementwise(w, o, where);
    }
}

uint32_t ts_weave_value(ts_weave *w, uint32_t id, ts_layout of, ts_slot at)
{
    const ts_op *o = &w->k->op[id];
    if (o->rank == 0) return ts_weave_splat(w, ts_weave_scalar(w, id));
    if (id == w->dot) return w->sum;
    if (o->sort == TS_VARIABLE || w->def[ts_weave_at(w, id)]) return named(w, id, of, at);
    return compute(w, id, &(scene){true, of, at});
}

uint32_t ts_weave_compute(ts_weave *w, uint32_t id, ts_slot at)
{
    return compute(w, id, &(scene){w->k->op[id].rank > 0, w->plan->note[id].layout, at});
}
