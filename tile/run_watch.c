/* run_watch.c - finds programs of one launch that conflict; see TS_RUN_CONFLICTS.
 *
 * Memory that a param may write gets stamps: who wrote a unit last and who read it. A unit is the
 * largest of 4, 2 or 1 bytes that divides the elements of all params there, so two 4-bit elements of
 * one byte are one unit. Params that overlap share a region and its stamps.
 *
 *     param a   |------------|
 *     param b          |-----------|         params  -> regions -> one stamp a unit
 *     region 0  |==================|
 *
 * Two readers are enough to remember: of two different ones, at least one is not the program that
 * writes later. What only `in` params look at needs no stamps. */
#include "tile/run.h"

#include <stdlib.h>
#include <string.h>

static const uint64_t max_stamps = ((uint64_t)1 << 30) / sizeof(stamp);

/* ---- regions ---- */

typedef struct range { /* of a param's memory; whole is the region it becomes part of */
    uintptr_t from, to;
    int shift;
    bool written;
} range;

/* Units of 1 << shift bytes. */
static int shift_of(ts_dtype t, uintptr_t at)
{
    int bits = ts_dtypes[t].bits, shift = bits == 32 ? 2 : bits == 16;
    while (shift > 0 && at & (((uintptr_t)1 << shift) - 1)) shift--;
    return shift;
}

static int by_start(const void *a, const void *b)
{
    const range *x = a, *y = b;
    return x->from < y->from ? -1 : x->from > y->from;
}

/* Sorted ranges into disjoint ones, which may share nothing; returns how many. */
static int merge(range *r, int n)
{
    int out = 0;
    qsort(r, (size_t)n, sizeof *r, by_start);
    for (int i = 1; i < n; i++) {
        range *last = &r[out];
        if (r[i].from >= last->to) {
            r[++out] = r[i];
            continue;
        }
        if (r[i].to > last->to) last->to = r[i].to;
        if (r[i].shift < last->shift) last->shift = r[i].shift;
        last->written |= r[i].written;
    }
    return n ? out + 1 : 0;
}

static int add_region(watch *w, const range *r, uint64_t *total, const ts_kern *k, ts_error *err)
{
    region *to = &w->region[w->regions++];
    size_t n = ((r->to - r->from - 1) >> r->shift) + 1;
    *to = (region){r->from, r->to, r->shift, NULL};
    *total += n;
    if (*total > max_stamps)
        return ts_fail(err, "kernel %s: too much memory to watch for conflicts (%zu bytes)",
                       k->name, (size_t)(r->to - r->from));
    to->stamp = calloc(n, sizeof *to->stamp);
    return to->stamp ? 0 : ts_fail(err, "kernel %s: out of memory for its stamps", k->name);
}

int ts_watch_begin(watch *w, const ts_kern *k, const lens *view, ts_error *err)
{
    range r[TS_MAX_BUFFERS];
    uint64_t total = 0;
    int n = 0;
    for (uint32_t i = 1; i < k->n; i++) {
        const ts_op *o = &k->op[i];
        if (o->op != TS_param_) continue;
        const lens *v = &view[i];
        uint64_t elements = 1;
        for (int d = 0; d < v->rank; d++) elements *= (uint64_t)v->dim[d].hi;
        uintptr_t from = (uintptr_t)v->memory;
        if (elements)
            r[n++] = (range){from, from + ts_storage(o->dtype, elements), shift_of(o->dtype, from),
                             o->mode != TS_IN};
    }
    n = merge(r, n);
    for (int i = 0; i < n; i++)
        if (r[i].written && add_region(w, &r[i], &total, k, err)) return -1;
    return 0;
}

void ts_watch_end(watch *w)
{
    for (int i = 0; i < w->regions; i++) free(w->region[i].stamp);
}

/* ---- accesses ---- */

static void found(watch *w, const lens *v, uint64_t e, bool writes, const touch *other, bool wrote)
{
    if (w->found) return;
    w->found = true;
    w->what = (conflict){.param = v->param,
                         .element = e,
                         .here = {w->program, w->op},
                         .there = *other,
                         .writes = writes,
                         .wrote = wrote};
}

static void touch_unit(watch *w, const lens *v, uint64_t e, stamp *s, bool writes)
{
    touch me = {w->program, w->op};
    if (s->writer.program && s->writer.program != me.program)
        found(w, v, e, writes, &s->writer, true);
    if (writes) {
        for (int i = 0; i < 2; i++)
            if (s->reader[i].program && s->reader[i].program != me.program)
                found(w, v, e, true, &s->reader[i], false);
        s->writer = me;
    } else if (!s->reader[0].program || s->reader[0].program == me.program) {
        s->reader[0] = me;
    } else {
        s->reader[1] = me;
    }
}

void ts_watch_touch(watch *w, const lens *v, uint64_t e, bool writes)
{
    int bits = ts_dtypes[v->type].bits;
    uintptr_t at = (uintptr_t)v->memory + (bits == 4 ? e / 2 : e * ((uint64_t)bits / 8));
    size_t bytes = bits < 16 ? 1 : (size_t)bits / 8;
    for (int i = 0; i < w->regions; i++) {
        const region *g = &w->region[i];
        if (at < g->from || at >= g->to) continue;
        for (size_t b = 0; b < bytes; b += (size_t)1 << g->shift)
            touch_unit(w, v, e, &g->stamp[(at - g->from + b) >> g->shift], writes);
        return;
    }
}
