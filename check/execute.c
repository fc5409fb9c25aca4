/* execute.c - see execute.h. */
#include "check/execute.h"

#include <stdlib.h>

#include "tessera/interpret.h"

/* An output that must be exact jumps where f32 rounding decides, so each op is rounded, as devices do.
 * Stages of a kernel are launches of their own, and programs of one must not conflict. */
static unsigned modes_of(const ts_arrays *all)
{
    unsigned modes = TS_RUN_CONFLICTS;
    for (int i = 0; i < all->n; i++) {
        const ts_array *a = &all->a[i];
        bool output = a->p.mode == TS_OUT || a->p.mode == TS_INOUT;
        if (output && a->limit == 0) modes |= TS_RUN_F32;
    }
    return modes;
}

int ts_interpret_arrays(const ts_execution *e, const ts_arrays *all, const ts_case *c,
                        ts_error *err)
{
    unsigned modes = modes_of(all);
    for (int stage = 0; stage < e->kernel->stages; stage++) {
        void *buffer[TS_MAX_BUFFERS];
        size_t bytes[TS_MAX_BUFFERS];
        int32_t size[TS_MAX_SIZES];
        ts_arrays_bind(all, stage, c, buffer, bytes, size);
        if (ts_interpret(e->kernel->kernel[stage], buffer, bytes, size, modes, 0, err)) return -1;
    }
    return 0;
}

typedef struct loaned { /* memory of a device for one run */
    ts_buffer **param, *cells;
    ts_step *step;
} loaned;

/* Bytes of an array that the device gets: with the guard behind it, or not. */
static size_t lent(const ts_execution *e, const ts_array *a)
{
    return e->tight ? a->at + a->bytes : a->total;
}

static int lend(loaned *l, const ts_execution *e, const ts_arrays *all, const ts_case *c,
                ts_error *err)
{
    ts_device *dev = e->device;
    l->param = calloc((size_t)all->n, sizeof(ts_buffer *));
    l->cells = ts_buffer_new(dev, sizeof c->size, err);
    if (!l->param) return ts_fail(err, "out of memory for %d buffers", all->n);
    if (!l->cells || ts_buffer_put(l->cells, 0, c->size, sizeof c->size, err)) return -1;
    for (int i = 0; i < all->n; i++) {
        const ts_array *a = &all->a[i];
        l->param[i] = a->mapped ? ts_buffer_wrap(dev, a->raw, a->total, err)
                                : ts_buffer_new(dev, lent(e, a), err);
        if (!l->param[i]) return -1;
        if (!a->mapped && ts_buffer_put(l->param[i], 0, a->raw, lent(e, a), err)) return -1;
    }
    return 0;
}

static void put(ts_launch *to, const loaned *l, const ts_execution *e, int stage,
                const ts_arrays *all)
{
    const ts_takes *takes = &e->kernel->takes[stage];
    *to = (ts_launch){.module = e->module, .kernel = ts_kernel_name(e->kernel->kernel[stage])};
    for (int i = 0; i < takes->params; i++) {
        int p = all->a[takes->param[i]].home;
        to->arg[i] = (ts_ref){l->param[p], all->a[p].at};
    }
    for (int i = 0; i < takes->sizes; i++)
        to->size[i] = (ts_ref){l->cells, (size_t)takes->size[i] * sizeof(int32_t)};
}

static int launch(loaned *l, const ts_execution *e, const ts_arrays *all, ts_error *err)
{
    size_t stages = (size_t)e->kernel->stages;
    ts_launch *launches = calloc(stages, sizeof *launches);
    if (!launches) return ts_fail(err, "out of memory for %zu launches", stages);
    for (size_t i = 0; i < stages; i++) put(&launches[i], l, e, (int)i, all);
    l->step = ts_step_record(e->device, launches, stages, err);
    free(launches);
    return l->step ? ts_step_run(l->step, err) : -1;
}

int ts_execute_arrays(const ts_execution *e, const ts_arrays *all, const ts_case *c, ts_error *err)
{
    loaned l = {0};
    int bad = lend(&l, e, all, c, err);
    if (!bad) bad = launch(&l, e, all, err);
    for (int i = 0; i < all->n && !bad; i++)
        if (!all->a[i].mapped)
            bad = ts_buffer_get(l.param[i], 0, all->a[i].copy, lent(e, &all->a[i]), err);
    if (l.step) ts_step_free(l.step);
    for (int i = 0; l.param && i < all->n; i++)
        if (l.param[i]) ts_buffer_free(l.param[i]);
    free(l.param);
    if (l.cells) ts_buffer_free(l.cells);
    return bad;
}
