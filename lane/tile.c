/* tile.c - ops that only move elements: FORs of the lane form over the elements of the result. */
#include "lane/lower.h"

/* Element number `of` the row-major elements of o, as a row ('/') or column ('%') of a. */
static ts_spot unfold(const ts_op *o, const ts_op *a, char of)
{
    ts_spot p = ts_spot_by(ts_cols(o) == 1 ? 'r' : 'c');
    if (ts_cols(o) > 1 && ts_rows(o) > 1) p = (ts_spot){.var = 'r', .plus = 'c', .mul = ts_cols(o)};
    if (ts_rows(a) == 1 || ts_cols(a) == 1) {
        bool all = of == '/' ? ts_rows(a) > 1 : ts_cols(a) > 1;
        return all ? p : ts_spot_at(0);
    }
    p.of = of;
    p.add = ts_cols(a);
    return p;
}

/* Where element (r, c) of the result comes from. A rank-1 tile is one row. */
static ts_slot source(const ts_weave *w, const ts_op *o)
{
    const ts_op *a = &w->k->op[o->arg[0]];
    bool down = o->rank == 2 && o->axis == 0;
    ts_slot from = {ts_spot_by('r'), ts_spot_by('c')};
    if (o->op == TS_slice_ && down) from.row = ts_spot_beyond('r', o->step);
    if (o->op == TS_slice_ && !down) from.col = ts_spot_beyond('c', o->step);
    if (o->op == TS_transpose_) from = (ts_slot){ts_spot_by('c'), ts_spot_by('r')};
    if (o->op == TS_repeat_) from.col = ts_spot_over(from.col, o->step);
    if (o->op == TS_reshape_) from = (ts_slot){unfold(o, a, '/'), unfold(o, a, '%')};
    return from;
}

static void copy(ts_weave *w, uint32_t to, uint32_t from, int rows, int cols, ts_slot at,
                 ts_slot source)
{
    uint32_t down = ts_weave_for(w, 'r', rows, false);
    uint32_t along = ts_weave_for(w, 'c', cols, false);
    uint32_t element = ts_weave_element(w, to, at.row, at.col);
    ts_weave_set(w, element, ts_weave_element(w, from, source.row, source.col));
    ts_weave_end(w, along);
    ts_weave_end(w, down);
}

static void concat(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id], *a = &w->k->op[o->arg[0]], *b = &w->k->op[o->arg[1]];
    ts_slot same = {ts_spot_by('r'), ts_spot_by('c')}, behind = same;
    if (o->rank == 2 && o->axis == 0)
        behind.row = ts_spot_beyond('r', ts_rows(a));
    else
        behind.col = ts_spot_beyond('c', ts_cols(a));
    copy(w, id, o->arg[0], ts_rows(a), ts_cols(a), same, same);
    copy(w, id, o->arg[1], ts_rows(b), ts_cols(b), behind, same);
}

void ts_weave_move(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    ts_weave_tile(w, id, true);
    if (o->op == TS_concat_)
        concat(w, id);
    else
        copy(w, id, o->arg[0], ts_rows(o), ts_cols(o), (ts_slot){ts_spot_by('r'), ts_spot_by('c')},
             source(w, o));
}
