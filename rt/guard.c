/* guard.c - checks launches against what their kernels demand (guard.h). */
#include "rt/guard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rt/driver.h"

enum { CELL = 4 };

struct ts_held { /* a cell; value: at the last run that was found good */
    ts_buffer *buffer;
    size_t at;
    int32_t value, now;
};

struct
    ts_touched { /* bytes of a buffer that launches of the step may write, from the first on to the last */
    ts_buffer *buffer;
    size_t from, to;
};

struct ts_open {
    ts_facts facts;
    ts_ref arg[TS_MAX_BUFFERS];
    size_t cell[TS_MAX_SIZES]; /* numbers of ts_guard.cell */
};

/* ---- cells ---- */

static int compare_cells(const void *a, const void *b)
{
    const struct ts_held *x = a, *y = b;
    uintptr_t p = (uintptr_t)x->buffer, q = (uintptr_t)y->buffer;
    if (p != q) return p < q ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

static int collect_cells(ts_guard *g, size_t n, const ts_launch *launch, const ts_facts *facts,
                         ts_error *err)
{
    size_t all = 0, kept = 0;
    for (size_t i = 0; i < n; i++) all += (size_t)facts[i].sizes;
    g->cell = calloc(all + 1, sizeof *g->cell);
    if (!g->cell) return ts_fail(err, "no memory for a step of %zu launches", n);
    for (size_t i = 0; i < n; i++)
        for (int j = 0; j < facts[i].sizes; j++) {
            const ts_ref *ref = &launch[i].size[j];
            g->cell[g->cells++] = (struct ts_held){.buffer = ref->buffer, .at = ref->offset};
        }
    qsort(g->cell, g->cells, sizeof *g->cell, compare_cells);
    for (size_t i = 0; i < g->cells; i++)
        if (!kept || compare_cells(&g->cell[kept - 1], &g->cell[i])) g->cell[kept++] = g->cell[i];
    g->cells = kept;
    return 0;
}

/* The first cell that is not before byte `at` of b. */
static size_t first_cell(const ts_guard *g, const ts_buffer *b, size_t at)
{
    const struct ts_held key = {.buffer = (ts_buffer *)(uintptr_t)b, .at = at};
    size_t lo = 0, hi = g->cells;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (compare_cells(&g->cell[mid], &key) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* ---- one argument ---- */

typedef struct words {
    char text[128];
} words;

/* " (size 128)" */
static words say_sizes(const ts_facts *f, const int32_t *size)
{
    words w = {""};
    size_t n = 0;
    for (int i = 0; i < f->sizes && size && n < sizeof w.text; i++)
        n += (size_t)snprintf(w.text + n, sizeof w.text - n, "%s%d",
                              i              ? ", "
                              : f->sizes > 1 ? " (sizes "
                                             : " (size ",
                              (int)size[i]);
    if (n && n < sizeof w.text) snprintf(w.text + n, sizeof w.text - n, ")");
    return w;
}

/* Elements that a param reaches, or -1: more than there are. size NULL: its extents are fixed. */
static int64_t reach(const ts_device *dev, const ts_facts *f, int i, const ts_ref *ref,
                     const int32_t *size, ts_error *err)
{
    const ts_extents *x = &f->need->param[i];
    int64_t n = ts_demand_elements(f->need, x, size);
    size_t have = ref->buffer->bytes - ref->offset;
    if (n < 0)
        return ts_fail(err, "kernel %s: an extent of %s is negative%s", f->kernel, x->name,
                       say_sizes(f, size).text);
    if (ts_demand_bytes(x, n) > have)
        return ts_fail(err,
                       "kernel %s: %s needs %llu bytes%s, but its buffer has %zu from byte %zu on",
                       f->kernel, x->name, (unsigned long long)ts_demand_bytes(x, n),
                       say_sizes(f, size).text, have, ref->offset);
    if (dev->driver->teams && n > INT32_MAX && !ts_demand_is_far(f->need, x))
        return ts_fail(err,
                       "kernel %s: %s has %lld elements%s; indices on this device take 32 bits",
                       f->kernel, x->name, (long long)n, say_sizes(f, size).text);
    return n;
}

/* A launch must not change what is read as a size in the same step. bytes: that it may write. */
static int spares_cells(const ts_guard *g, const ts_facts *f, int i, const ts_ref *ref,
                        uint64_t bytes, ts_error *err)
{
    size_t from = ref->offset < CELL ? 0 : ref->offset - CELL + 1,
           c = first_cell(g, ref->buffer, from);
    if (!bytes || c == g->cells || g->cell[c].buffer != ref->buffer ||
        g->cell[c].at >= ref->offset + bytes)
        return 0;
    return ts_fail(
        err,
        "kernel %s: argument %d (%s) covers byte %zu of its buffer, where this step reads "
        "a size; a step must not write its own sizes",
        f->kernel, i, f->need->param[i].name, g->cell[c].at);
}

static int check_arg(const ts_step *s, const ts_facts *f, int i, const ts_ref *ref,
                     const int32_t *size, ts_error *err)
{
    const ts_extents *x = &f->need->param[i];
    int64_t n = reach(s->device, f, i, ref, size, err);
    if (n < 0) return -1;
    return f->modes[i] == 'i' ? 0 : spares_cells(&s->guard, f, i, ref, ts_demand_bytes(x, n), err);
}

static int check_start(const ts_facts *f, int i, const ts_ref *ref, ts_error *err)
{
    const ts_extents *x = &f->need->param[i];
    size_t unit = ((size_t)x->bits + 7) / 8;
    if (!(ref->offset % unit)) return 0;
    return ts_fail(err, "kernel %s: %s starts at byte %zu, no multiple of its %zu byte elements",
                   f->kernel, x->name, ref->offset, unit);
}

/* ---- recording ---- */

static bool is_open(const ts_facts *f)
{
    bool open = f->need->axes > 0;
    for (int i = 0; i < f->params; i++)
        open = open || (f->need->param[i].rank && !f->need->param[i].fixed);
    return open;
}

static int check_fixed(const ts_step *s, const ts_launch *l, const ts_facts *f, ts_error *err)
{
    for (int i = 0; i < f->params; i++) {
        const ts_extents *x = &f->need->param[i];
        if (!x->rank) continue;
        if (check_start(f, i, &l->arg[i], err)) return -1;
        if (x->fixed && check_arg(s, f, i, &l->arg[i], NULL, err)) return -1;
    }
    return 0;
}

/* Cells of memory that the host does not see are remembered with their buffer. */
static int remember(const struct ts_held *c, ts_error *err)
{
    ts_buffer *b = c->buffer;
    if (b->device->driver->look) return 0;
    for (size_t i = 0; i < b->seens; i++)
        if (b->seen[i].at == c->at) return 0;
    ts_seen *more = realloc(b->seen, (b->seens + 1) * sizeof *more);
    if (!more) return ts_fail(err, "no memory for a step");
    b->seen = more;
    b->seen[b->seens++] = (ts_seen){.at = c->at};
    return 0;
}

static int keep_open(ts_guard *g, const ts_launch *l, const ts_facts *f, ts_error *err)
{
    struct ts_open *o = &g->open[g->opens++];
    *o = (struct ts_open){.facts = *f};
    memcpy(o->arg, l->arg, sizeof o->arg);
    for (int i = 0; i < f->sizes; i++) {
        o->cell[i] = first_cell(g, l->size[i].buffer, l->size[i].offset);
        if (remember(&g->cell[o->cell[i]], err)) return -1;
    }
    return 0;
}

static int collect_open(ts_step *s, const ts_launch *launch, const ts_facts *facts, ts_error *err)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++) n += is_open(&facts[i]);
    s->guard.open = calloc(n + 1, sizeof *s->guard.open);
    if (!s->guard.open) return ts_fail(err, "no memory for a step of %zu launches", s->n);
    for (size_t i = 0; i < s->n; i++)
        if (is_open(&facts[i]) && keep_open(&s->guard, &launch[i], &facts[i], err)) return -1;
    return 0;
}

static int compare_touched(const void *a, const void *b)
{
    const struct ts_touched *x = a, *y = b;
    return ((uintptr_t)x->buffer > (uintptr_t)y->buffer) -
           ((uintptr_t)x->buffer < (uintptr_t)y->buffer);
}

static struct ts_touched touched(const ts_facts *f, int i, const ts_ref *ref)
{
    const ts_extents *x = &f->need->param[i];
    size_t end = ref->buffer->bytes;
    if (x->rank && x->fixed)
        end = ref->offset + (size_t)ts_demand_bytes(x, ts_demand_elements(f->need, x, NULL));
    return (struct ts_touched){ref->buffer, ref->offset, end};
}

/* One span for each buffer that is written. */
static int collect_writes(ts_step *s, const ts_launch *launch, const ts_facts *facts, ts_error *err)
{
    ts_guard *g = &s->guard;
    size_t all = 0, kept = 0;
    for (size_t i = 0; i < s->n; i++) all += (size_t)facts[i].params;
    g->write = calloc(all + 1, sizeof *g->write);
    if (!g->write) return ts_fail(err, "no memory for a step of %zu launches", s->n);
    for (size_t i = 0; i < s->n; i++)
        for (int j = 0; j < facts[i].params; j++)
            if (facts[i].modes[j] != 'i')
                g->write[g->writes++] = touched(&facts[i], j, &launch[i].arg[j]);
    qsort(g->write, g->writes, sizeof *g->write, compare_touched);
    for (size_t i = 0; i < g->writes; i++) {
        struct ts_touched *w = &g->write[i], *last = kept ? &g->write[kept - 1] : NULL;
        if (!last || last->buffer != w->buffer) {
            g->write[kept++] = *w;
            continue;
        }
        if (w->from < last->from) last->from = w->from;
        if (w->to > last->to) last->to = w->to;
    }
    g->writes = kept;
    return 0;
}

int ts_guard_make(ts_step *s, const ts_launch *launch, const ts_facts *facts, ts_error *err)
{
    if (collect_cells(&s->guard, s->n, launch, facts, err)) return -1;
    for (size_t i = 0; i < s->n; i++)
        if (check_fixed(s, &launch[i], &facts[i], err)) return -1;
    if (collect_open(s, launch, facts, err)) return -1;
    return s->device->driver->look ? 0 : collect_writes(s, launch, facts, err);
}

void ts_guard_free(ts_guard *g)
{
    free(g->open);
    free(g->cell);
    free(g->write);
    *g = (ts_guard){0};
}

/* ---- running ---- */

static int ask(struct ts_held *c, ts_error *err)
{
    ts_buffer *b = c->buffer;
    for (size_t i = 0; i < b->seens; i++) {
        ts_seen *seen = &b->seen[i];
        if (seen->at != c->at) continue;
        if (!seen->known && b->device->driver->get(b, c->at, &seen->value, CELL, err)) return -1;
        seen->known = true;
        c->now = seen->value;
        break;
    }
    return 0;
}

/* *same: all cells hold what they held at the last run. */
static int read_cells(ts_step *s, bool *same, ts_error *err)
{
    const ts_driver *driver = s->device->driver;
    ts_guard *g = &s->guard;
    *same = g->checked;
    for (size_t i = 0; i < g->cells; i++) {
        struct ts_held *c = &g->cell[i];
        if (driver->look)
            memcpy(&c->now, driver->look(c->buffer, c->at), CELL);
        else if (ask(c, err))
            return -1;
        *same = *same && c->now == c->value;
    }
    return 0;
}

static int check_open(const ts_step *s, const struct ts_open *o, ts_error *err)
{
    const ts_facts *f = &o->facts;
    int32_t size[TS_MAX_SIZES] = {0};
    for (int i = 0; i < f->sizes; i++) size[i] = s->guard.cell[o->cell[i]].now;
    for (int i = 0; i < f->params; i++) {
        const ts_extents *x = &f->need->param[i];
        if (x->rank && !x->fixed && check_arg(s, f, i, &o->arg[i], size, err)) return -1;
    }
    int64_t programs = ts_demand_programs(f->need, size);
    if (programs <= INT32_MAX) return 0;
    return ts_fail(err, "kernel %s: %lld programs%s are more than a launch takes, which is %d",
                   f->kernel, (long long)programs, say_sizes(f, size).text, INT32_MAX);
}

int ts_guard_check(ts_step *s, ts_error *err)
{
    ts_guard *g = &s->guard;
    bool same;
    if (!g->opens) return 0;
    if (read_cells(s, &same, err)) return -1;
    if (same) return 0;
    g->checked = false;
    for (size_t i = 0; i < g->opens; i++)
        if (check_open(s, &g->open[i], err)) return -1;
    for (size_t i = 0; i < g->cells; i++) g->cell[i].value = g->cell[i].now;
    g->checked = true;
    return 0;
}

/* ---- what the host remembers ---- */

static bool meets(const ts_seen *c, size_t from, size_t to)
{
    return c->at < to && from < c->at + CELL;
}

void ts_guard_ran(const ts_step *s)
{
    for (size_t i = 0; i < s->guard.writes; i++) {
        const struct ts_touched *w = &s->guard.write[i];
        for (size_t j = 0; j < w->buffer->seens; j++)
            if (meets(&w->buffer->seen[j], w->from, w->to)) w->buffer->seen[j].known = false;
    }
}

void ts_guard_put(ts_buffer *b, size_t offset, const void *data, size_t bytes)
{
    for (size_t i = 0; i < b->seens; i++) {
        ts_seen *c = &b->seen[i];
        if (!meets(c, offset, offset + bytes)) continue;
        c->known = c->at >= offset && c->at + CELL <= offset + bytes;
        if (c->known) memcpy(&c->value, (const char *)data + (c->at - offset), CELL);
    }
}
