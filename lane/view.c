/* view.c - memory: views, loads, stores, gathers, scatters and prefetches, as the lane form has them.
 *
 * A view is an element offset into its param, and per dimension a stride and the range lo..hi-1 of
 * valid indices. row and part only compute new offsets and ranges; an invalid row leaves an empty
 * range, so one test per access decides all. What bounds.c proves gets no mask. */
#include "lane/lower.h"

/* ---- views ---- */

/* Elements between neighbours in dimension dim; clamped where it could not be reached anyway.
 * -1: known at launch. */
static int64_t fixed_stride(const ts_kern *k, const ts_op *param, int dim)
{
    int64_t stride = 1;
    for (int e = dim + 1; e < param->rank; e++) {
        const ts_op *n = &k->op[param->arg[e]];
        if (n->op != TS_const_) return -1;
        if (n->value < 0 || __builtin_mul_overflow(stride, (int64_t)n->value, &stride)) return 0;
    }
    return stride;
}

static uint32_t of_view(ts_weave *w, uint32_t id, ts_linst i)
{
    i.id = id;
    i.stream = w->f->i[w->def[ts_weave_at(w, id)]].stream;
    return ts_weave_put(w, i);
}

/* Extents multiplied: of dimensions dim + 1 ... */
static uint32_t launched_stride(ts_weave *w, uint32_t id, int dim)
{
    const ts_op *o = &w->k->op[id];
    ts_linst i = {.op = TS_L_STRIDE, .stream = -1, .id = id, .n = dim};
    for (int e = dim + 1; e < o->rank; e++) i.arg[e - dim - 1] = ts_weave_scalar(w, o->arg[e]);
    return ts_weave_put(w, i);
}

void ts_weave_param(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    ts_reach *r = &w->reach[ts_weave_at(w, id)];
    *r = (ts_reach){
        .param = w->def[ts_weave_at(w, id)], .rank = o->rank, .offset = ts_weave_long(w, 0)};
    for (int d = 0; d < o->rank; d++) {
        int64_t stride = fixed_stride(w->k, o, d);
        r->stride[d] = stride >= 0 ? ts_weave_long(w, stride) : launched_stride(w, id, d);
        r->lo[d] = ts_weave_long(w, 0);
        r->hi[d] = ts_weave_scalar(w, o->arg[d]);
    }
}

static void drop_first(ts_reach *r)
{
    for (int d = 0; d + 1 < r->rank; d++) {
        r->stride[d] = r->stride[d + 1];
        r->lo[d] = r->lo[d + 1];
        r->hi[d] = r->hi[d + 1];
    }
    r->rank--;
}

static void exchange(uint32_t *row, int a, int b)
{
    uint32_t t = row[a];
    row[a] = row[b];
    row[b] = t;
}

static void swap(ts_reach *r)
{
    exchange(r->stride, r->rank - 2, r->rank - 1);
    exchange(r->lo, r->rank - 2, r->rank - 1);
    exchange(r->hi, r->rank - 2, r->rank - 1);
}

static void offset(ts_weave *w, uint32_t id, ts_reach *r, uint32_t index, int dim)
{
    r->offset = ts_weave_name(
        w, id, (ts_linst){.op = TS_L_OFFSET, .arg = {r->offset, index, r->stride[dim]}});
}

static void row(ts_weave *w, uint32_t id, ts_reach *r)
{
    const ts_op *o = &w->k->op[id];
    uint32_t i = ts_weave_scalar(w, o->arg[1]);
    offset(w, id, r, i, 0);
    bool there = ts_inside(w->plan, o->arg[0], 0, o->arg[1], 1);
    if (!there)
        r->hi[1] = of_view(
            w, id, (ts_linst){.op = TS_L_ROW_END, .arg = {i, r->lo[0], r->hi[0], r->hi[1]}});
    drop_first(r);
}

static void part(ts_weave *w, uint32_t id, ts_reach *r)
{
    const ts_op *o = &w->k->op[id];
    uint32_t start = ts_weave_scalar(w, o->arg[1]), count = ts_weave_scalar(w, o->arg[2]);
    int d = o->axis;
    ts_linst step = {.n = o->step};
    offset(w, id, r, start, d);
    step.op = TS_L_FROM, step.arg[0] = r->lo[d], step.arg[1] = start;
    r->lo[d] = of_view(w, id, step);
    step.op = TS_L_BELOW, step.arg[0] = r->hi[d], step.arg[2] = count;
    r->hi[d] = of_view(w, id, step);
    if (o->step == 1) return;
    r->stride[d] = of_view(w, id, (ts_linst){.op = TS_L_STEP, .n = o->step, .arg = {r->stride[d]}});
}

void ts_weave_view(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    ts_reach r = w->reach[ts_weave_at(w, o->arg[0])];
    if (o->op == TS_swap_)
        swap(&r);
    else if (o->op == TS_row_)
        row(w, id, &r);
    else
        part(w, id, &r);
    w->reach[ts_weave_at(w, id)] = r;
}

/* ---- one access: where it goes and what must be masked ---- */

static ts_axis axis_of(const ts_reach *r, int dim, uint32_t base)
{
    return (ts_axis){base, r->stride[dim], r->lo[dim], r->hi[dim]};
}

/* Of a [w], [h,w] or [h,1] tile at indices index[] of the view, with the masks that all its slots have. */
static ts_laccess locate(ts_weave *w, uint32_t view, const uint32_t *index, const ts_op *tile,
                         uint8_t *mask)
{
    const ts_reach *r = &w->reach[ts_weave_at(w, view)];
    ts_laccess a = {.param = r->param, .offset = r->offset, .width = tile->dim[0]};
    bool in0 = ts_inside(w->plan, view, 0, index[0], tile->dim[0]), in1 = true;
    uint32_t i = ts_weave_scalar(w, index[0]), j = 0;
    if (r->rank == 2) {
        in1 = ts_inside(w->plan, view, 1, index[1], tile->dim[1]);
        j = ts_weave_scalar(w, index[1]);
    }
    if (r->rank == 1) {
        a.col = axis_of(r, 0, i);
        *mask = in0 ? 0 : TS_MASK_RANGE;
    } else if (tile->rank == 2 && tile->dim[1] == 1) {
        a.lie = TS_COLUMN;
        a.row = axis_of(r, 1, j);
        a.col = axis_of(r, 0, i);
        *mask = (uint8_t)((in0 ? 0 : TS_MASK_RANGE) | (in1 ? 0 : TS_MASK_ROW));
    } else {
        a.lie = TS_MATRIX;
        a.row = axis_of(r, 0, i);
        a.col = axis_of(r, 1, j);
        a.width = tile->dim[1];
        *mask = (uint8_t)((in0 ? 0 : TS_MASK_ROW) | (in1 ? 0 : TS_MASK_RANGE));
    }
    if (!ts_l_is(w->f, a.col.stride, 1)) *mask |= TS_MASK_STRIDED;
    return a;
}

/* Does slot `col` hold lanes beyond the tile? Where it counts in a loop, the last one may. */
static bool has_tail(const ts_weave *w, int width, ts_spot col)
{
    int lanes = w->f->lanes;
    return width % lanes != 0 && (col.var || (col.add + 1) * lanes > width);
}

static ts_linst access_at(ts_weave *w, ts_lop op, const ts_laccess *a, uint8_t mask, ts_slot at)
{
    if (has_tail(w, a->width, at.col)) mask |= TS_MASK_TAIL;
    return (ts_linst){.op = op,
                      .type = w->f->i[a->param].type,
                      .mask = mask,
                      .row = at.row,
                      .col = at.col,
                      .at = ts_l_access(w->f, a)};
}

uint32_t ts_weave_load(ts_weave *w, uint32_t id, ts_slot at)
{
    const ts_op *o = &w->k->op[id];
    uint8_t mask;
    ts_laccess a = locate(w, o->arg[0], o->arg + 1, o, &mask);
    ts_linst i = access_at(w, TS_L_LOAD, &a, mask, at);
    i.vector = true;
    return ts_weave_put(w, i);
}

bool ts_weave_may_pick(ts_weave *w, uint32_t load)
{
    const ts_op *o = &w->k->op[load];
    uint8_t mask;
    ts_laccess a = locate(w, o->arg[0], o->arg + 1, o, &mask);
    return a.lie == TS_MATRIX && !(mask & ~TS_MASK_STRIDED);
}

bool ts_weave_is_whole(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    const ts_op *tile = o->op == TS_store_ ? &w->k->op[o->arg[o->argc - 1]] : o;
    uint8_t mask;
    ts_laccess a = locate(w, o->arg[0], o->arg + 1, tile, &mask);
    return !mask && a.width % w->f->lanes == 0;
}

uint32_t ts_weave_pick(ts_weave *w, uint32_t id, ts_slot at)
{
    const ts_op *o = &w->k->op[id];
    uint8_t mask;
    ts_laccess a = locate(w, o->arg[0], o->arg + 1, o, &mask);
    return ts_weave_put(w, (ts_linst){.op = TS_L_PICK,
                                      .type = w->f->i[a.param].type,
                                      .row = at.row,
                                      .col = at.col,
                                      .at = ts_l_access(w->f, &a)});
}

uint32_t ts_weave_rows_there(ts_weave *w, uint32_t load)
{
    const ts_op *o = &w->k->op[load];
    uint8_t mask;
    ts_laccess a = locate(w, o->arg[0], o->arg + 1, o, &mask);
    uint32_t all = ts_weave_long(w, o->dim[0]);
    if (a.lie != TS_MATRIX || !(mask & TS_MASK_ROW)) return all;
    return ts_weave_put(w, (ts_linst){.op = TS_L_BELOW,
                                      .id = load,
                                      .stream = (int8_t)(w->f->streams > 1 ? w->stream : -1),
                                      .n = 1,
                                      .arg = {a.row.hi, a.row.base, all}});
}

/* 16 rows at once are not read as far ahead as one. */
enum { SHORTER = 8 };

uint32_t ts_weave_address(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    uint8_t mask;
    ts_laccess a = locate(w, o->arg[0], o->arg + 1, o, &mask);
    return ts_weave_put(
        w, (ts_linst){.op = TS_L_ADDRESS,
                      .type = w->f->i[a.param].type,
                      .n = ts_lane_traits_of(w->plan->target)->prefetch_bytes / SHORTER,
                      .at = ts_l_access(w->f, &a)});
}

/* Of a scalar, which only views of rank 1 give. */
static ts_linst access1(ts_weave *w, ts_lop op, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    const ts_reach *r = &w->reach[ts_weave_at(w, o->arg[0])];
    ts_laccess a = {.param = r->param, .offset = r->offset, .width = 1};
    a.col = axis_of(r, 0, ts_weave_scalar(w, o->arg[1]));
    bool inside = ts_inside(w->plan, o->arg[0], 0, o->arg[1], 1);
    return (ts_linst){.op = op,
                      .type = w->f->i[a.param].type,
                      .mask = inside ? 0 : TS_MASK_RANGE,
                      .at = ts_l_access(w->f, &a)};
}

uint32_t ts_weave_load1(ts_weave *w, uint32_t id)
{
    return ts_weave_put(w, access1(w, TS_L_LOAD1, id));
}

static void store_slot(ts_weave *w, uint32_t id, ts_slot at)
{
    const ts_op *o = &w->k->op[id];
    uint32_t value = o->arg[o->argc - 1];
    uint8_t mask;
    ts_laccess a = locate(w, o->arg[0], o->arg + 1, &w->k->op[value], &mask);
    ts_linst i = access_at(w, TS_L_STORE, &a, mask, at);
    i.arg[0] = ts_weave_value(w, value, w->plan->note[value].layout, at);
    ts_weave_put(w, i);
}

void ts_weave_store(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    uint32_t value = o->arg[o->argc - 1];
    if (w->k->op[value].rank) {
        ts_weave_each(w, id, w->plan->note[value].layout, store_slot);
        return;
    }
    ts_linst i = access1(w, TS_L_STORE1, id);
    i.arg[0] = ts_weave_scalar(w, value);
    ts_weave_put(w, i);
}

/* ---- gathers: element by element, since they are bound by the memory they jump about in ---- */

static void jump(ts_weave *w, ts_lop op, uint32_t id, uint32_t tile)
{
    const ts_op *o = &w->k->op[id], *t = &w->k->op[tile];
    const ts_reach *v = &w->reach[ts_weave_at(w, o->arg[0])];
    bool rows = v->rank == 2;
    ts_laccess a = {.lie = rows ? TS_MATRIX : TS_LINE, .param = v->param, .offset = v->offset};
    a.row = axis_of(v, 0, 0);
    if (rows) a.col = axis_of(v, 1, ts_weave_scalar(w, o->arg[2]));
    uint32_t down = ts_weave_for(w, 'r', t->dim[0], false);
    uint32_t in = rows ? ts_weave_for(w, 'c', t->dim[1], true)
                       : ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    ts_linst i = {.op = op, .type = w->f->i[a.param].type, .mask = TS_MASK_ROW};
    i.arg[0] = rows ? ts_weave_element(w, tile, ts_spot_by('r'), ts_spot_by('c'))
                    : ts_weave_element(w, tile, ts_spot_at(0), ts_spot_by('r'));
    i.arg[1] = ts_weave_element(w, o->arg[1], ts_spot_at(0), ts_spot_by('r'));
    if (rows) i.mask |= TS_MASK_RANGE, i.col = ts_spot_by('c');
    i.at = ts_l_access(w->f, &a);
    ts_weave_put(w, i);
    ts_weave_end(w, in);
    ts_weave_end(w, down);
}

void ts_weave_gather(ts_weave *w, uint32_t id)
{
    ts_weave_tile(w, id, true);
    jump(w, TS_L_GATHER, id, id);
}

void ts_weave_scatter(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    jump(w, TS_L_SCATTER, id, o->arg[o->argc - 1]);
}

/* ---- prefetch: what each stream reads a fixed distance ahead, once per iteration ---- */

enum {
    LINE = 64, /* bytes of a cache line, as all CPUs of these targets have them */
    FAR =
        8
        << 10, /* what is a tile of so many bytes ahead would drive others out of the first cache */
};

static void prefetch_lines(ts_weave *w, const ts_op *load, ts_slot at, size_t bytes, size_t ahead)
{
    uint8_t mask;
    ts_laccess a = locate(w, load->arg[0], load->arg + 1, load, &mask);
    ts_linst i = access_at(w, TS_L_PREFETCH, &a, 0, at);
    i.mask = 0;
    i.flag = ts_storage(load->dtype, ts_count(load)) >= FAR;
    for (size_t line = 0; line < bytes; line += LINE) {
        i.n = (int64_t)(ahead + line);
        ts_weave_put(w, i);
    }
}

/* Vectors; and only for views that were there before the loop: their names are known at its head. */
void ts_weave_prefetch(ts_weave *w, uint32_t loop)
{
    size_t ahead = (size_t)ts_lane_traits_of(w->plan->target)->prefetch_bytes;
    if (!ahead) return;
    for (uint32_t i = loop + 1; i < w->plan->note[loop].end; i++) {
        const ts_op *o = &w->k->op[i];
        bool here = w->plan->note[i].stream && w->plan->note[i].loop == loop && o->rank == 1;
        if (!here || o->arg[0] > loop || o->arg[1] > loop) continue;
        for (w->stream = 0; w->stream < w->f->streams; w->stream++)
            prefetch_lines(w, o, (ts_slot){ts_spot_at(0), ts_spot_at(0)},
                           ts_storage(o->dtype, ts_count(o)), ahead);
        w->stream = 0;
    }
}

uint32_t ts_weave_load_below(const ts_weave *w, uint32_t id)
{
    while (w->k->op[id].op == TS_cast_ && w->plan->note[w->k->op[id].arg[0]].inlined)
        id = w->k->op[id].arg[0];
    return w->k->op[id].op == TS_load_ ? id : 0;
}

uint32_t ts_weave_load_within(const ts_weave *w, uint32_t id)
{
    while (id && w->k->op[id].op != TS_load_) {
        const ts_op *o = &w->k->op[id];
        id = 0;
        for (int a = 0; a < o->argc && !id && o->sort == TS_VALUE; a++) {
            uint32_t x = o->arg[a];
            if (w->plan->note[x].inlined && w->k->op[x].rank && w->k->op[x].op != TS_repeat_)
                id = x;
        }
    }
    return id;
}

void ts_weave_prefetch_rows(ts_weave *w, uint32_t value, ts_slot at, int slots, int ahead)
{
    uint32_t load = ts_weave_load_below(w, value);
    const ts_op *o = &w->k->op[load];
    if (!load || o->rank != 2 || !ts_lane_traits_of(w->plan->target)->prefetch_bytes) return;
    at.row = ts_spot_plus(at.row, ahead);
    at.row.sum = true;
    prefetch_lines(w, o, at, ts_storage(o->dtype, (size_t)(slots * w->f->lanes)), 0);
}

/* The load of a matrix that a contraction walks and nobody else reads; 0: it is none. */
static uint32_t walked(const ts_weave *w, uint32_t operand)
{
    uint32_t load = ts_weave_load_below(w, operand);
    const ts_note *n = &w->plan->note[load];
    return load && n->stream && n->inlined ? load : 0;
}

static bool goes_right(const ts_weave *w, uint32_t load)
{
    const ts_op *o = &w->k->op[load];
    return o->rank == 2 && o->arg[2] == w->plan->note[load].loop;
}

/* A matrix is prefetched row by row by whoever walks it, one tile ahead; two rows, where the next tile lies
 * to the right. */
void ts_weave_prefetch_row(ts_weave *w, uint32_t operand, ts_slot at, int slots)
{
    uint32_t load = walked(w, operand);
    if (load)
        ts_weave_prefetch_rows(w, operand, at, slots,
                               goes_right(w, load) ? 2 : w->k->op[load].dim[0]);
}

bool ts_weave_is_solid(ts_weave *w, uint32_t operand)
{
    uint32_t load = walked(w, operand);
    const ts_op *o = &w->k->op[load];
    uint8_t mask;
    if (!load || o->rank != 2 || goes_right(w, load) || o->dim[1] % w->f->lanes) return false;
    ts_laccess a = locate(w, o->arg[0], o->arg + 1, o, &mask);
    return a.lie == TS_MATRIX && ts_l_is(w->f, a.row.stride, o->dim[1]) &&
           ts_l_is(w->f, a.col.stride, 1);
}
