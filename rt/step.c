/* step.c - records launches, finds which may overlap, replays them through the pool.
 *
 * Consecutive launches without conflict form a phase, until one asks to come after all before it. Two
 * launches conflict when one writes bytes the other reads or writes; how far a kernel reaches may depend
 * on sizes, so for this a range runs to the end of its buffer. The plan of chunks is kept while grids
 * and costs stay the same.
 */
#include "rt/bind.h"
#include "rt/cpu.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct ts_cpu_launch {
    ts_cpu_kernel kernel;
    void *buf[TS_MAX_BUFFERS];
    const unsigned char *end[TS_MAX_BUFFERS]; /* of the buffer that buf[i] points into */
    const int32_t *size[TS_MAX_SIZES];
    bool after; /* asked to wait for all before it */
};

/* ---- record ---- */

static unsigned char *place(const ts_ref *ref)
{
    return ((const ts_cpu_buffer *)ref->buffer)->data + ref->offset;
}

/* Wrapped memory may start anywhere, so addresses count, not offsets. */
static int check_address(const struct ts_cpu_launch *l, int i, ts_error *err)
{
    const ts_extents *x = &l->kernel.entry->need.param[i];
    size_t unit = x->rank ? ((size_t)x->bits + 7) / 8 : 1;
    if (!((uintptr_t)l->buf[i] % unit)) return 0;
    return ts_fail(
        err, "kernel %s: %s starts at an address that is no multiple of its %zu byte elements",
        l->kernel.entry->kernel, x->name, unit);
}

static int record_size(struct ts_cpu_launch *to, const ts_ref *ref, int i, ts_error *err)
{
    const unsigned char *cell = place(ref);
    if ((uintptr_t)cell % sizeof(int32_t))
        return ts_fail(err,
                       "kernel %s: size %d is no whole, aligned 4-byte cell (offset %zu of %zu)",
                       to->kernel.entry->kernel, i, ref->offset, ref->buffer->bytes);
    to->size[i] = (const int32_t *)(const void *)cell;
    return 0;
}

static int record_launch(ts_step *s, struct ts_cpu_launch *to, const ts_launch *from, ts_error *err)
{
    ts_cpu_kernel *k = &to->kernel;
    const ts_module *m = ts_take_module(s, from, err);
    if (!m || ts_cpu_module_kernel(m, from->kernel, k, err)) return -1;
    to->after = from->after || (s->device->without & TS_NO_OVERLAP);
    const ts_entry *e = k->entry;
    ts_needs needs = {e->kernel, e->mode, e->params, e->sizes};
    if (ts_take_buffers(s, from, &needs, err)) return -1;
    for (int i = 0; i < e->params; i++) {
        to->buf[i] = place(&from->arg[i]);
        to->end[i] = place(&from->arg[i]) + (from->arg[i].buffer->bytes - from->arg[i].offset);
        if (check_address(to, i, err)) return -1;
    }
    for (int i = 0; i < e->sizes; i++) {
        if (record_size(to, &from->size[i], i, err)) return -1;
    }
    return 0;
}

/* ---- conflicts ---- */

static bool conflict(const struct ts_cpu_launch *a, const struct ts_cpu_launch *b)
{
    const ts_entry *x = a->kernel.entry, *y = b->kernel.entry;
    for (int i = 0; i < x->params; i++) {
        for (int j = 0; j < y->params; j++) {
            if (x->mode[i] == 'i' && y->mode[j] == 'i') continue;
            if ((const unsigned char *)a->buf[i] < b->end[j] &&
                (const unsigned char *)b->buf[j] < a->end[i])
                return true;
        }
    }
    return false;
}

static void find_phases(ts_cpu_step *s)
{
    size_t first = 0;
    for (size_t i = 0; i < s->head.n; i++) {
        bool clash = i && s->launch[i].after;
        for (size_t j = first; j < i && !clash; j++) clash = conflict(&s->launch[j], &s->launch[i]);
        if (clash) first = i;
        s->span[i].cost = (double)s->launch[i].kernel.entry->cost;
        s->span[i].phase = i ? s->span[i - 1].phase + clash : 0;
    }
}

static int guard(ts_cpu_step *s, const ts_launch *launch, size_t n, ts_error *err)
{
    ts_facts *facts = calloc(n + 1, sizeof *facts);
    if (!facts) return ts_fail(err, "no memory for a step of %zu launches", n);
    for (size_t i = 0; i < n; i++) {
        const ts_entry *e = s->launch[i].kernel.entry;
        facts[i] = (ts_facts){e->kernel, e->mode, e->params, e->sizes, &e->need};
    }
    int rc = ts_guard_make(&s->head, launch, facts, err);
    free(facts);
    return rc;
}

int ts_cpu_record(ts_step *head, const ts_launch *launch, ts_bound *bound, ts_error *err)
{
    (void)bound;
    ts_cpu_step *s = (ts_cpu_step *)head;
    size_t n = head->n;
    s->pool = ((ts_cpu_device *)head->device)->pool;
    s->plan.equal = head->device->without & TS_NO_CHUNKS;
    s->launch = calloc(n + 1, sizeof *s->launch);
    s->span = calloc(n + 1, sizeof *s->span);
    int rc = s->launch && s->span ? 0 : ts_fail(err, "no memory for a step of %zu launches", n);
    for (size_t i = 0; i < n && !rc; i++) rc = record_launch(head, &s->launch[i], &launch[i], err);
    if (!rc) rc = guard(s, launch, n, err);
    if (!rc) find_phases(s);
    if (rc) ts_cpu_step_free(head);
    return rc;
}

void ts_cpu_step_free(ts_step *head)
{
    ts_cpu_step *s = (ts_cpu_step *)head;
    ts_cut_free(&s->plan);
    free(s->launch);
    free(s->span);
}

/* ---- run ---- */

static void run_piece(void *ctx, const ts_piece *piece)
{
    const struct ts_cpu_launch *l = &((const ts_cpu_step *)ctx)->launch[piece->launch];
    l->kernel.run(l->buf, l->size, piece->lo, piece->hi);
}

/* Reads the size cells; a new plan only if a grid differs from the last run's. */
static int replan(ts_cpu_step *s, ts_error *err)
{
    bool same = s->planned;
    for (size_t i = 0; i < s->head.n; i++) {
        const struct ts_cpu_launch *l = &s->launch[i];
        long grid = l->kernel.grid(l->size);
        if (grid < 0)
            return ts_fail(err, "kernel %s: its sizes make a grid of %ld", l->kernel.entry->kernel,
                           grid);
        same = same && grid == s->span[i].grid;
        s->span[i].grid = grid;
    }
    if (same) return 0;
    s->planned = false;
    if (ts_cut_make(&s->plan, s->span, s->head.n, ts_pool_threads(s->pool), err)) return -1;
    s->planned = true;
    return 0;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int ts_cpu_step_run(ts_step *head, ts_error *err)
{
    ts_cpu_step *s = (ts_cpu_step *)head;
    if (replan(s, err)) return -1;
    ts_pool_run(s->pool, &s->plan, run_piece, s);
    return 0;
}

/* Launch numbers in a plan of one launch start at 0. */
static void run_timed(void *ctx, const ts_piece *piece)
{
    const struct ts_cpu_launch *l = ctx;
    l->kernel.run(l->buf, l->size, piece->lo, piece->hi);
}

int ts_cpu_step_time(ts_step *head, double *seconds, ts_error *err)
{
    ts_cpu_step *s = (ts_cpu_step *)head;
    if (replan(s, err)) return -1;
    ts_cut plan = {.equal = s->plan.equal};
    int rc = 0;
    for (size_t i = 0; i < s->head.n && !rc; i++) {
        rc = ts_cut_make(&plan, &s->span[i], 1, ts_pool_threads(s->pool), err);
        if (rc) break;
        double from = now();
        ts_pool_run(s->pool, &plan, run_timed, &s->launch[i]);
        seconds[i] = now() - from;
    }
    ts_cut_free(&plan);
    return rc;
}
