/* top.c - the largest elements: library functions over the language, of which each step is elementwise or
 * a reduction, so every target has them.
 *
 * Elements are told apart by their indices, and -inf is what is taken or never was there. */
#define TESSERA_HERE_H /* the caller's line, not one of this file */
#include "tile/ir.h"

#include <math.h>

typedef struct list { /* tiles of one shape: values, and the index of each */
    ts_val value, index;
} list;

static const ts_op *op_of(ts_val a)
{
    return a.k && a.id < a.k->n ? &a.k->op[a.id] : NULL;
}

static ts_val nothing(ts_kern *k)
{
    return ts_f32(k, -INFINITY);
}

static ts_val no_index(ts_kern *k)
{
    return ts_i32(k, INT32_MAX);
}

/* The largest value of a row and the lowest index that has it. */
static list largest(list l, int axis)
{
    ts_val most = ts_amax(l.value, axis);
    ts_val same = ts_eq(l.value, axis ? ts_col(most) : most);
    return (list){most, ts_amin(ts_select(same, l.index, no_index(most.k)), axis)};
}

static list without(list l, ts_val index)
{
    return (list){ts_select(ts_eq(l.index, index), nothing(index.k), l.value), l.index};
}

static ts_var filled(ts_val with, const ts_op *shape, int width)
{
    return shape->rank == 2 ? ts_var2(with, shape->dim[0], width) : ts_var1(with, width);
}

/* The n largest of each row, one after the other. */
static list sorted(list l, int n)
{
    ts_kern *k = l.value.k;
    const ts_op *o = op_of(l.value);
    if (!o || !o->rank) return l; /* poison */
    const ts_op shape = *o;
    int axis = shape.rank - 1;
    ts_var value = filled(nothing(k), &shape, n), index = filled(ts_i32(k, -1), &shape, n);
    ts_var rest = filled(nothing(k), &shape, shape.dim[axis]);
    ts_set(rest, l.value);
    for (ts_loop i = ts_upto(ts_i32(k, n), 1); ts_next(&i);) {
        list next = {ts_get(rest), l.index}, top = largest(next, axis);
        ts_val found = ts_select(ts_lt(nothing(k), top.value), top.index, ts_i32(k, -1));
        if (axis)
            top.value = ts_col(top.value), found = ts_col(found), top.index = ts_col(top.index);
        ts_val here = ts_eq(ts_iota(k, n), i.at);
        ts_set(value, ts_select(here, top.value, ts_get(value)));
        ts_set(index, ts_select(here, found, ts_get(index)));
        ts_set(rest, without(next, top.index).value);
    }
    return (list){ts_get(value), ts_get(index)};
}

static ts_val refused(ts_val a, const char *why)
{
    if (op_of(a)) ts_refuse(a.k, &a.k->op[a.id], "%s", why);
    return (ts_val){a.k, 0};
}

ts_val ts_top(ts_val a, int n, ts_val *index)
{
    const ts_op *o = op_of(a);
    ts_val unasked;
    if (!index) index = &unasked;
    *index = (ts_val){a.k, 0};
    if (!o) return ts_amax(a, 0); /* which says so */
    if (!o->rank) return refused(a, "ts_top takes a tile [w] or [h,w] of f32");
    int rank = o->rank, h = o->dim[0], w = o->dim[rank - 1];
    if (o->dtype != TS_f32) return refused(a, "ts_top takes a tile [w] or [h,w] of f32");
    if (n < 1 || n > w) return refused(a, "ts_top takes at least one element and at most a row");
    ts_val places = ts_iota(a.k, w);
    list top = sorted((list){a, rank == 2 ? ts_splat2(places, h, w) : places}, n);
    *index = top.index;
    return top.value;
}

/* ---- of a view: a list of the largest so far, in no order, and the least of them, which next to no later
 * element exceeds. ---- */

enum { BLOCK = 256 }; /* elements looked at together */

typedef struct heap {
    ts_var value, index, least; /* [n], [n] and a scalar */
} heap;

/* Where nothing is yet, indices are above all others, and differ. */
static heap heap_of(ts_kern *k, int n)
{
    heap h;
    h.value = ts_var1(nothing(k), n);
    h.index = ts_var1(no_index(k), n);
    h.least = ts_var0(nothing(k));
    ts_set(h.index, ts_sub(no_index(k), ts_iota(k, n)));
    return h;
}

/* The largest of x takes the place of the least, of several that of the last index, if it is larger. */
static void take_largest(heap *h, ts_var rest, ts_val places)
{
    list x = {ts_get(rest), places}, top = largest(x, 0);
    ts_val value = ts_get(h->value), index = ts_get(h->index), least = ts_get(h->least);
    ts_val last = ts_amax(ts_select(ts_eq(value, least), index, ts_i32(rest.k, -1)), 0);
    ts_val here = ts_and(ts_eq(index, last), ts_lt(least, top.value));
    ts_val now = ts_select(here, top.value, value);
    ts_set(rest, without(x, top.index).value);
    ts_set(h->value, now);
    ts_set(h->index, ts_select(here, top.index, index));
    ts_set(h->least, ts_amin(now, 0));
}

/* A loop of one turn, or none, is an if. */
static void look_at(heap *h, ts_val x, ts_val places)
{
    ts_kern *k = x.k;
    ts_val zero = ts_i32(k, 0), one = ts_i32(k, 1);
    ts_val any = ts_select(ts_lt(ts_get(h->least), ts_amax(x, 0)), one, zero);
    for (ts_loop once = ts_upto(any, 1); ts_next(&once);) {
        ts_var rest = ts_var1(nothing(k), BLOCK);
        ts_set(rest, x);
        ts_val larger = ts_sum(ts_select(ts_lt(ts_get(h->least), x), one, zero), 0);
        for (ts_loop i = ts_upto(larger, 1); ts_next(&i);) take_largest(h, rest, places);
    }
}

ts_val ts_top_of(ts_view v, ts_val extent, int n, ts_val *index)
{
    ts_kern *k = extent.k;
    ts_val unasked;
    if (!index) index = &unasked;
    *index = (ts_val){k, 0};
    if (!op_of(extent) || v.k != k || v.id >= k->n || !v.id) return ts_load(v, extent, n);
    if (n < 1 || n > 1024) return refused(extent, "ts_top_of takes 1 to 1024 elements");
    heap h = heap_of(k, n);
    for (ts_loop i = ts_upto(extent, BLOCK); ts_next(&i);) {
        ts_val places = ts_add(i.at, ts_iota(k, BLOCK));
        ts_val x = ts_load(v, i.at, BLOCK);
        look_at(&h, ts_select(ts_lt(places, extent), x, nothing(k)), places);
    }
    list all = {ts_get(h.value), ts_get(h.index)}, top = sorted(all, n);
    *index = top.index;
    return top.value;
}
