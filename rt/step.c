/* step.c - records launches, finds which may overlap, replays them through the pool.
 *
 * Consecutive launches without conflict form a phase. Two launches conflict when one writes bytes the
 * other reads or writes; how far a kernel reaches from its offset is not known here, so a range runs
 * to the end of its buffer. The plan of chunks is kept while grids and costs stay the same.
 */
#include "rt/cpu.h"
#include "rt/tune.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct launch {
    ts_cpu_kernel kernel;
    void *buf[TS_MAX_BUFFERS];
    const unsigned char *end[TS_MAX_BUFFERS]; /* of the buffer that buf[i] points into */
    const int32_t *size[TS_MAX_SIZES];
    char name[64];
};

struct ts_step {
    ts_device *device;
    struct launch *launch;
    ts_span *span;
    ts_cut plan;
    ts_tune tune;
    size_t n;
    bool planned;
    ts_buffer **buffer; /* held */
    ts_module **module;
    size_t buffers, modules;
};

/* ---- record ---- */

static int take_buffer(ts_step *s, const ts_ref *ref, const char *kernel, const char *what, int i,
                       ts_error *err)
{
    ts_buffer *b = ref->buffer;
    if (!b) return ts_fail(err, "kernel %s: %s %d has no buffer", kernel, what, i);
    if (b->device != s->device)
        return ts_fail(err, "kernel %s: %s %d lies on another device", kernel, what, i);
    if (ref->offset > b->bytes)
        return ts_fail(err, "kernel %s: %s %d starts at byte %zu of a buffer of %zu", kernel, what,
                       i, ref->offset, b->bytes);
    ts_buffer_hold(b);
    s->buffer[s->buffers++] = b;
    return 0;
}

static int record_args(ts_step *s, struct launch *to, const ts_launch *from, ts_error *err)
{
    const ts_cpu_kernel *k = &to->kernel;
    for (int i = 0; i < TS_MAX_BUFFERS; i++) {
        const ts_ref *ref = &from->arg[i];
        if (i >= k->buffers) {
            if (ref->buffer)
                return ts_fail(err, "kernel %s takes %d buffers, but more are given", to->name,
                               k->buffers);
            continue;
        }
        if (take_buffer(s, ref, to->name, "argument", i, err)) return -1;
        if (ref->buffer->wrapped && k->modes[i] != 'i')
            return ts_fail(err,
                           "kernel %s writes argument %d, but its buffer wraps read-only memory",
                           to->name, i);
        to->buf[i] = ref->buffer->data + ref->offset;
        to->end[i] = ref->buffer->data + ref->buffer->bytes;
    }
    return 0;
}

static int record_sizes(ts_step *s, struct launch *to, const ts_launch *from, ts_error *err)
{
    for (int i = 0; i < TS_MAX_SIZES; i++) {
        const ts_ref *ref = &from->size[i];
        if (i >= to->kernel.sizes) {
            if (ref->buffer)
                return ts_fail(err, "kernel %s takes %d sizes, but more are given", to->name,
                               to->kernel.sizes);
            continue;
        }
        if (take_buffer(s, ref, to->name, "size", i, err)) return -1;
        const unsigned char *cell = ref->buffer->data + ref->offset;
        if (ref->buffer->bytes - ref->offset < sizeof(int32_t) || (uintptr_t)cell % sizeof(int32_t))
            return ts_fail(
                err, "kernel %s: size %d is no whole, aligned 4-byte cell (offset %zu of %zu)",
                to->name, i, ref->offset, ref->buffer->bytes);
        to->size[i] = (const int32_t *)(const void *)cell;
    }
    return 0;
}

static int record_launch(ts_step *s, struct launch *to, const ts_launch *from, ts_error *err)
{
    if (!from->module || from->module->device != s->device)
        return ts_fail(err, "kernel %.60s: its module is missing or of another device",
                       from->kernel ? from->kernel : "?");
    if (ts_module_kernel(from->module, from->kernel, &to->kernel, err)) return -1;
    strncpy(to->name, from->kernel, sizeof to->name - 1);
    ts_module_hold(from->module);
    s->module[s->modules++] = from->module;
    return record_args(s, to, from, err) || record_sizes(s, to, from, err) ? -1 : 0;
}

/* ---- conflicts ---- */

static bool conflict(const struct launch *a, const struct launch *b)
{
    for (int i = 0; i < a->kernel.buffers; i++) {
        for (int j = 0; j < b->kernel.buffers; j++) {
            if (a->kernel.modes[i] == 'i' && b->kernel.modes[j] == 'i') continue;
            if ((const unsigned char *)a->buf[i] < b->end[j] &&
                (const unsigned char *)b->buf[j] < a->end[i])
                return true;
        }
    }
    return false;
}

static void find_phases(ts_step *s)
{
    size_t first = 0;
    for (size_t i = 0; i < s->n; i++) {
        bool clash = false;
        for (size_t j = first; j < i && !clash; j++) clash = conflict(&s->launch[j], &s->launch[i]);
        if (clash) first = i;
        s->span[i].cost = (double)s->launch[i].kernel.cost;
        s->span[i].phase = i ? s->span[i - 1].phase + clash : 0;
    }
}

ts_step *ts_step_record(ts_device *dev, const ts_launch *launch, size_t n, ts_error *err)
{
    ts_step *s = calloc(1, sizeof *s);
    if (!s || n > (1u << 24) || !dev || (n && !launch)) {
        ts_fail(err,
                s ? "a step needs a device and at most 2^24 launches" : "no memory for a step");
        free(s);
        return NULL;
    }
    s->device = dev;
    s->n = n;
    s->launch = calloc(n + 1, sizeof *s->launch);
    s->span = calloc(n + 1, sizeof *s->span);
    s->buffer = calloc(n + 1, (TS_MAX_BUFFERS + TS_MAX_SIZES) * sizeof *s->buffer);
    s->module = calloc(n + 1, sizeof *s->module);
    int rc = s->launch && s->span && s->buffer && s->module
                 ? 0
                 : ts_fail(err, "no memory for a step of %zu launches", n);
    for (size_t i = 0; i < n && !rc; i++) rc = record_launch(s, &s->launch[i], &launch[i], err);
    if (rc) {
        ts_step_free(s);
        return NULL;
    }
    find_phases(s);
    if (ts_tune_new(&s->tune, s->span, n, err)) {
        ts_step_free(s);
        return NULL;
    }
    return s;
}

void ts_step_free(ts_step *s)
{
    if (!s) return;
    for (size_t i = 0; i < s->buffers; i++) ts_buffer_free(s->buffer[i]);
    for (size_t i = 0; i < s->modules; i++) ts_module_free(s->module[i]);
    ts_cut_free(&s->plan);
    ts_tune_free(&s->tune);
    free(s->launch);
    free(s->span);
    free(s->buffer);
    free(s->module);
    free(s);
}

/* ---- run ---- */

static void run_piece(void *ctx, const ts_piece *piece)
{
    const struct launch *l = &((const ts_step *)ctx)->launch[piece->launch];
    l->kernel.run(l->buf, l->size, piece->lo, piece->hi);
}

/* Reads the size cells; a new plan only if a grid differs from the last run's. */
static int replan(ts_step *s, ts_error *err)
{
    bool same = s->planned;
    for (size_t i = 0; i < s->n; i++) {
        const struct launch *l = &s->launch[i];
        long grid = l->kernel.grid(l->size);
        if (grid < 0) return ts_fail(err, "kernel %s: its sizes make a grid of %ld", l->name, grid);
        same = same && grid == s->span[i].grid;
        s->span[i].grid = grid;
    }
    if (same) return 0;
    s->planned = false;
    if (ts_cut_make(&s->plan, s->span, s->n, ts_pool_threads(s->device->pool), err)) return -1;
    s->planned = true;
    return 0;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void run_measured(void *ctx, const ts_piece *piece)
{
    ts_step *s = ctx;
    double from = now();
    run_piece(s, piece);
    s->tune.piece[piece - s->plan.piece] = (float)(1e6 * (now() - from));
}

int ts_step_run(ts_step *s, ts_error *err)
{
    if (replan(s, err)) return -1;
    if (!ts_tune_due(&s->tune, &s->plan)) {
        ts_pool_run(s->device->pool, &s->plan, run_piece, s);
        return 0;
    }
    ts_pool_run(s->device->pool, &s->plan, run_measured, s);
    if (ts_tune_apply(&s->tune, &s->plan, s->span)) s->planned = false;
    return 0;
}

/* Launch numbers in a plan of one launch start at 0. */
static void run_timed(void *ctx, const ts_piece *piece)
{
    const struct launch *l = ctx;
    l->kernel.run(l->buf, l->size, piece->lo, piece->hi);
}

int ts_step_time(ts_step *s, double *seconds, ts_error *err)
{
    if (replan(s, err)) return -1;
    ts_cut plan = {0};
    int rc = 0;
    for (size_t i = 0; i < s->n && !rc; i++) {
        rc = ts_cut_make(&plan, &s->span[i], 1, ts_pool_threads(s->device->pool), err);
        if (rc) break;
        double from = now();
        ts_pool_run(s->device->pool, &plan, run_timed, &s->launch[i]);
        seconds[i] = now() - from;
    }
    ts_cut_free(&plan);
    return rc;
}
