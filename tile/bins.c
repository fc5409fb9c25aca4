/* bins.c - histograms, sums by index and ranks: library functions over the language, of which each step is elementwise
 * or a reduction, so every target has them, and nothing depends on an order in which threads come.
 *
 * A bin is met by all indices at once: [n,w] comparisons, reduced along w; of wide tiles CUT indices at a time, so that a
 * target's registers and shared memory hold what is compared. */
#define TESSERA_HERE_H /* the caller's line, not one of this file */
#include "tile/ir.h"

enum { CUT = 64 };

static const ts_op *op_of(ts_val a)
{
    return a.k && a.id < a.k->n ? &a.k->op[a.id] : NULL;
}

static bool is_row(ts_val a, ts_dtype t)
{
    const ts_op *o = op_of(a);
    return o && o->rank == 1 && o->dtype == t;
}

/* No value at all is told by what takes one. */
static ts_val refused(ts_val a, const char *why)
{
    if (!op_of(a)) return ts_neg(a);
    if (op_of(a)->rank) ts_refuse(a.k, &a.k->op[a.id], "%s", why);
    return (ts_val){a.k, 0};
}

/* x where a bin's index is, else 0, summed up over indices from .. from + w - 1: [n]. */
static ts_val part(ts_val index, ts_val x, ts_val zero, int n, int from, int w)
{
    ts_val hit = ts_eq(ts_col(ts_iota(index.k, n)), ts_slice(index, 0, from, w));
    return ts_sum(ts_select(hit, x, zero), 1);
}

ts_val ts_histogram(ts_val index, int n)
{
    if (!is_row(index, TS_i32)) return refused(index, "ts_histogram takes a tile [w] of i32");
    if (n < 1) return refused(index, "ts_histogram takes at least one bin");
    int w = op_of(index)->dim[0];
    ts_val one = ts_i32(index.k, 1), zero = ts_i32(index.k, 0), sum = {0};
    for (int from = 0; from < w; from += CUT) {
        ts_val more = part(index, one, zero, n, from, w - from < CUT ? w - from : CUT);
        sum = from ? ts_add(sum, more) : more;
    }
    return sum;
}

ts_val ts_segment_sum(ts_val index, ts_val x, int n)
{
    if (!is_row(index, TS_i32)) return refused(index, "ts_segment_sum takes indices [w] of i32");
    if (!op_of(x)) return ts_neg(x);
    if (!is_row(x, TS_f32) || op_of(x)->dim[0] != op_of(index)->dim[0])
        return refused(index, "ts_segment_sum takes as many elements of f32 as indices");
    if (n < 1) return refused(index, "ts_segment_sum takes at least one bin");
    int w = op_of(index)->dim[0];
    ts_val zero = ts_f32(index.k, 0), sum = {0};
    for (int from = 0; from < w; from += CUT) {
        int some = w - from < CUT ? w - from : CUT;
        ts_val more = part(index, ts_slice(x, 0, from, some), zero, n, from, some);
        sum = from ? ts_add(sum, more) : more;
    }
    return sum;
}

ts_val ts_rank(ts_val index)
{
    if (!is_row(index, TS_i32)) return refused(index, "ts_rank takes a tile [w] of i32");
    ts_kern *k = index.k;
    ts_val here = ts_iota(k, op_of(index)->dim[0]), same = ts_eq(ts_col(index), index);
    ts_val before = ts_and(same, ts_lt(here, ts_col(here)));
    return ts_sum(ts_select(before, ts_i32(k, 1), ts_i32(k, 0)), 1);
}
