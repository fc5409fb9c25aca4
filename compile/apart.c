/* apart.c - what a store writes must not be read behind it by the same store.
 *
 * An inlined value is computed slot by slot, or element by element, between the writes of its store. That is
 * right where each element is made of the element that it goes to, and wrong where it is made of another
 * one, which may have been written by then. */
#include "compile/plan.h"

const ts_op *ts_tile_of_access(const ts_kern *k, const ts_op *o)
{
    bool stores = o->op == TS_store_ || o->op == TS_scatter_;
    return stores ? &k->op[o->arg[o->argc - 1]] : o;
}

bool ts_same_place(const ts_kern *k, const ts_op *x, const ts_op *y)
{
    bool plain =
        (x->op == TS_load_ || x->op == TS_store_) && (y->op == TS_load_ || y->op == TS_store_);
    const ts_op *a = ts_tile_of_access(k, x), *b = ts_tile_of_access(k, y);
    if (!plain || !a->rank || a->rank != b->rank || a->dim[0] != b->dim[0] ||
        a->dim[1] != b->dim[1] || ts_dtypes[a->dtype].bits == 4)
        return false;
    int rank = k->op[x->arg[0]].rank;
    for (int i = 0; i <= rank; i++)
        if (x->arg[i] != y->arg[i]) return false;
    return true;
}

uint32_t ts_param_of_view(const ts_kern *k, uint32_t view)
{
    while (k->op[view].op != TS_param_) view = k->op[view].arg[0];
    return view;
}

/* at: the place of the element that it goes to; NULL: any. */
static bool reads_elsewhere(const ts_plan *p, uint32_t id, uint32_t param, const ts_op *at)
{
    const ts_op *o = &p->k->op[id];
    if (!o->rank || !p->note[id].inlined) return false;
    bool reads = o->op == TS_load_ || o->op == TS_gather_;
    bool here = at && ts_same_place(p->k, o, at);
    if (reads && ts_param_of_view(p->k, o->arg[0]) == param && !here) return true;
    for (int a = 0; a < o->argc; a++)
        if (o->arg[a] && p->k->op[o->arg[a]].sort == TS_VALUE &&
            reads_elsewhere(p, o->arg[a], param, ts_moves(o->op) ? NULL : at))
            return true;
    return false;
}

void ts_note_apart(ts_plan *p)
{
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        if (o->op != TS_store_ && o->op != TS_scatter_) continue;
        uint32_t value = o->arg[o->argc - 1];
        if (reads_elsewhere(p, value, ts_param_of_view(p->k, o->arg[0]), o))
            p->note[value].inlined = false;
    }
}
