/* bind.c - checks launches and turns them into what a driver of a SIMT device needs (bind.h).
 *
 * How far a kernel reaches may depend on sizes, so for the order of launches a range runs to the end of
 * its buffer; that none reaches beyond is checked by guard.c.
 */
#include "rt/bind.h"

#include <stdlib.h>

enum { QUAD = 16, CELL = 4, GROUPS = 65535 };

/* ---- taking ---- */

ts_module *ts_take_module(ts_step *s, const ts_launch *l, ts_error *err)
{
    if (l->module && l->module->device == s->device)
        return ts_step_hold(s, NULL, l->module, err) ? NULL : l->module;
    ts_fail(err, "kernel %.60s: its module is missing or of another device",
            l->kernel ? l->kernel : "?");
    return NULL;
}

static int take(ts_step *s, const ts_ref *ref, const char *kernel, const char *what, int i,
                ts_error *err)
{
    const ts_buffer *b = ref->buffer;
    if (!b) return ts_fail(err, "kernel %s: %s %d has no buffer", kernel, what, i);
    if (b->device != s->device)
        return ts_fail(err, "kernel %s: %s %d lies on another device", kernel, what, i);
    if (ref->offset > b->bytes)
        return ts_fail(err, "kernel %s: %s %d starts at byte %zu of a buffer of %zu", kernel, what,
                       i, ref->offset, b->bytes);
    return ts_step_hold(s, ref->buffer, NULL, err);
}

static int take_args(ts_step *s, const ts_launch *l, const ts_needs *n, ts_error *err)
{
    for (int i = 0; i < TS_MAX_BUFFERS; i++) {
        const ts_ref *ref = &l->arg[i];
        if (i >= n->params) {
            if (ref->buffer)
                return ts_fail(err, "kernel %s takes %d buffers, but more are given", n->kernel,
                               n->params);
            continue;
        }
        if (take(s, ref, n->kernel, "argument", i, err)) return -1;
        if (ref->buffer->wrapped && n->modes[i] != 'i')
            return ts_fail(err,
                           "kernel %s writes argument %d, but its buffer wraps read-only memory",
                           n->kernel, i);
    }
    return 0;
}

static int take_sizes(ts_step *s, const ts_launch *l, const ts_needs *n, ts_error *err)
{
    for (int i = 0; i < TS_MAX_SIZES; i++) {
        const ts_ref *ref = &l->size[i];
        if (i >= n->sizes) {
            if (ref->buffer)
                return ts_fail(err, "kernel %s takes %d sizes, but more are given", n->kernel,
                               n->sizes);
            continue;
        }
        if (take(s, ref, n->kernel, "size", i, err)) return -1;
        if (ref->buffer->bytes - ref->offset < CELL || ref->offset % CELL)
            return ts_fail(
                err, "kernel %s: size %d is no whole, aligned 4-byte cell (offset %zu of %zu)",
                n->kernel, i, ref->offset, ref->buffer->bytes);
    }
    return 0;
}

int ts_take_buffers(ts_step *s, const ts_launch *l, const ts_needs *needs, ts_error *err)
{
    return take_args(s, l, needs, err) || take_sizes(s, l, needs, err) ? -1 : 0;
}

/* ---- one launch ---- */

/* Buffers themselves start at multiples of 16, so offsets decide. */
static bool all_wide(const ts_launch *l)
{
    for (int i = 0; i < TS_MAX_BUFFERS; i++) {
        if (l->arg[i].buffer && l->arg[i].offset % QUAD) return false;
    }
    return true;
}

static int whole_units(const ts_launch *l, const ts_entry *e, ts_error *err)
{
    for (int i = 0; i < e->params; i++) {
        size_t unit = (size_t)e->unit[i] / 8;
        if (l->arg[i].offset % unit)
            return ts_fail(err,
                           "kernel %s: argument %d starts at byte %zu, no multiple of its %zu "
                           "byte elements",
                           e->kernel, i, l->arg[i].offset, unit);
        /* Kernels read the first element of an empty view, too, and drop it. */
        const ts_buffer *b = l->arg[i].buffer;
        if (b->wrapped && b->bytes && l->arg[i].offset == b->bytes)
            return ts_fail(err, "kernel %s: argument %d starts at the end of wrapped memory",
                           e->kernel, i);
    }
    return 0;
}

/* Kernels go on to further programs until all are done, so fewer groups are no error. */
static int groups_of(const ts_entry *e, const ts_device *dev)
{
    long n = e->count < 0 ? dev->groups : e->count / e->teams + (e->count % e->teams > 0);
    return n < 1 ? 1 : n > GROUPS ? GROUPS : (int)n;
}

static int bind_one(ts_step *s, const ts_launch *l, ts_bound *b, ts_error *err)
{
    b->module = ts_take_module(s, l, err);
    if (!b->module) return -1;
    if (l->kernel) b->entry = ts_manifest_find(&b->module->manifest, l->kernel, all_wide(l));
    if (!b->entry)
        return ts_fail(err, "the module has no kernel \"%.60s\"", l->kernel ? l->kernel : "");
    const ts_entry *e = b->entry;
    ts_needs needs = {e->kernel, e->mode, e->params, e->sizes};
    if (ts_take_buffers(s, l, &needs, err) || whole_units(l, e, err)) return -1;
    for (int i = 0; i < e->params; i++) {
        b->arg[i] = l->arg[i].buffer;
        b->arg_at[i] = l->arg[i].offset;
    }
    for (int i = 0; i < e->sizes; i++) {
        b->size[i] = l->size[i].buffer;
        b->size_at[i] = l->size[i].offset;
    }
    b->groups = groups_of(e, s->device);
    return 0;
}

/* ---- order ---- */

/* True if a writes what b reads or writes. */
static bool disturbs(const ts_bound *a, const ts_bound *b)
{
    for (int i = 0; i < a->entry->params; i++) {
        const ts_buffer *to = a->arg[i];
        if (a->entry->mode[i] == 'i') continue;
        for (int j = 0; j < b->entry->params; j++) {
            if (b->arg[j] == to && a->arg_at[i] < to->bytes && b->arg_at[j] < to->bytes)
                return true;
        }
        for (int j = 0; j < b->entry->sizes; j++) {
            if (b->size[j] == to && a->arg_at[i] < b->size_at[j] + CELL) return true;
        }
    }
    return false;
}

static void find_order(const ts_launch *launch, ts_bound *bound, size_t n, bool apart)
{
    size_t first = 0;
    for (size_t i = 0; i < n; i++) {
        bound[i].after = i && (launch[i].after || apart);
        for (size_t j = first; j < i && !bound[i].after; j++)
            bound[i].after = disturbs(&bound[j], &bound[i]) || disturbs(&bound[i], &bound[j]);
        if (bound[i].after) first = i;
    }
}

static int guard(ts_step *s, const ts_launch *launch, const ts_bound *bound, ts_error *err)
{
    ts_facts *facts = calloc(s->n + 1, sizeof *facts);
    if (!facts) return ts_fail(err, "no memory for a step of %zu launches", s->n);
    for (size_t i = 0; i < s->n; i++) {
        const ts_entry *e = bound[i].entry;
        facts[i] = (ts_facts){e->kernel, e->mode, e->params, e->sizes, &e->need};
    }
    int rc = ts_guard_make(s, launch, facts, err);
    free(facts);
    return rc;
}

int ts_bind(ts_step *s, const ts_launch *launch, ts_bound *bound, ts_error *err)
{
    for (size_t i = 0; i < s->n; i++) {
        if (bind_one(s, &launch[i], &bound[i], err)) return -1;
    }
    find_order(launch, bound, s->n, s->device->without & TS_NO_OVERLAP);
    return guard(s, launch, bound, err);
}
