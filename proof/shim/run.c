/* run.c - runs recorded launches, block by block, in an order that changes from launch to launch.
 *
 * How many groups run is ours to choose (simt/form.h), so launches take turns: as many as were
 * bound, one, two, three, five. The seed of all orders is the number of launches that the device has
 * run, so a program that runs twice does the same twice.
 */
#include "proof/shim/shim.h"

#include <stdint.h>
#include <string.h>
#include <time.h>
#include <ucontext.h>

typedef struct launch { /* one being run */
    ts_shim_device *dev;
    const ts_bound *bound;
    struct ts_shim_job job;
    void *arg[TS_MAX_BUFFERS];
    const int *size[TS_MAX_SIZES];
    int cell[TS_MAX_SIZES][4]; /* a size and words that are not its */
} launch;

int ts_shim_record(ts_step *s, const ts_launch *l, ts_bound *bound, ts_error *err)
{
    (void)l;
    for (size_t i = 0; i < s->n; i++) {
        const ts_entry *e = bound[i].entry;
        if (e->threads > TS_SHIM_THREADS || e->shared > TS_SHIM_ARRAY / 2)
            return ts_fail(err,
                           "kernel %s: %d threads and %ld bytes of shared memory; the shim device "
                           "has %d and %d",
                           e->kernel, e->threads, e->shared, TS_SHIM_THREADS, TS_SHIM_ARRAY / 2);
    }
    return 0;
}

/* ---- contexts, for machines that fiber.h has no assembly for ---- */

_Static_assert(sizeof(ucontext_t) <= TS_SHIM_CONTEXT, "room for a context");

static void make_context(void *context, char *stack, unsigned long bytes, void (*entry)(void))
{
    ucontext_t *u = context;
    getcontext(u);
    u->uc_stack.ss_sp = stack;
    u->uc_stack.ss_size = bytes;
    u->uc_link = NULL; /* entries do not return */
    makecontext(u, entry, 0);
}

static void change_context(void *from, void *to)
{
    swapcontext(from, to);
}

/* ---- one launch ---- */

static const ts_shim_buffer *buffer_of(const ts_bound *b, int i)
{
    return (const ts_shim_buffer *)b->arg[i];
}

static bool is_written(const ts_bound *b, const ts_buffer *buffer)
{
    for (int i = 0; i < b->entry->params; i++)
        if (b->arg[i] == buffer && b->entry->mode[i] != 'i') return true;
    return false;
}

static void protect(const ts_bound *b, bool read_only)
{
    for (int i = 0; i < b->entry->params; i++)
        if (!is_written(b, b->arg[i])) ts_shim_protect(buffer_of(b, i), read_only);
}

static int check_canaries(const ts_bound *b, ts_error *err)
{
    for (int i = 0; i < b->entry->params; i++) {
        long at = is_written(b, b->arg[i]) ? ts_shim_canary(buffer_of(b, i)) : 0;
        if (at)
            return ts_fail(err, "kernel %s: wrote %ld bytes %s the buffer of argument %d",
                           b->entry->kernel, at < 0 ? -at : at,
                           at < 0 ? "before the start of" : "behind the end of", i);
    }
    return 0;
}

static int groups_of(const ts_shim_device *dev, const ts_bound *b)
{
    static const int turn[] = {0, 1, 2, 3, 5};
    int n = turn[dev->launches % (sizeof turn / sizeof *turn)];
    return n && n < b->groups ? n : b->groups;
}

/* A view without elements may lie at the very end of a buffer, where the guard begins; kernels read its
 * first element, as all devices allow by room behind each buffer, and drop it. */
static void *start_of(const ts_bound *b, int i)
{
    static const uint64_t nothing[2];
    if (b->entry->mode[i] == 'i' && b->arg_at[i] == b->arg[i]->bytes)
        return (void *)(uintptr_t)nothing;
    return buffer_of(b, i)->data + b->arg_at[i];
}

static void set_up(launch *l, ts_shim_device *dev, const ts_bound *b)
{
    const ts_entry *e = b->entry;
    *l = (launch){.dev = dev, .bound = b};
    memset(l->cell, 0xff, sizeof l->cell);
    for (int i = 0; i < e->params; i++) l->arg[i] = start_of(b, i);
    for (int i = 0; i < e->sizes; i++) {
        memcpy(l->cell[i], ((const ts_shim_buffer *)b->size[i])->data + b->size_at[i], sizeof(int));
        l->size[i] = l->cell[i];
    }
    l->job = (struct ts_shim_job){.arg = l->arg,
                                  .size = l->size,
                                  .threads = e->threads,
                                  .subgroup = dev->dialect->subgroup,
                                  .groups = groups_of(dev, b),
                                  .stacks = dev->stacks,
                                  .shared = dev->shared,
                                  .shared_bytes = e->shared,
                                  .make = make_context,
                                  .change = change_context};
}

static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return x ^ x >> 31;
}

static uint64_t common(uint64_t a, uint64_t b)
{
    return b ? common(b, a % b) : a;
}

/* Block `start + i * stride` modulo their number: all of them once, where the stride has no
 * divisor in common with it. */
static int run_blocks(launch *l, ts_shim_watch *w, ts_error *err)
{
    const ts_shim_module *m = (const ts_shim_module *)l->bound->module;
    ts_shim_block *block = m->block[l->bound->entry - m->base.manifest.entry];
    uint64_t n = (uint64_t)l->job.groups, seed = mix(l->dev->launches + 1);
    uint64_t start = seed % n, stride = 1 + mix(seed) % n;
    while (common(stride, n) != 1) stride++;
    for (uint64_t i = 0; i < n; i++) {
        l->job.group = (int)((start + i * stride) % n);
        l->job.seed = mix(seed + i);
        if (ts_shim_watched(w, block, &l->job, l->bound, err)) return -1;
    }
    return 0;
}

static int run_launch(ts_shim_device *dev, const ts_bound *b, ts_shim_watch *w, ts_error *err)
{
    launch l;
    set_up(&l, dev, b);
    protect(b, true);
    int rc = run_blocks(&l, w, err);
    protect(b, false);
    dev->launches++;
    return rc ? rc : check_canaries(b, err);
}

/* ---- a step ---- */

static int run_all(ts_step *s, double *seconds, ts_error *err)
{
    ts_shim_device *dev = (ts_shim_device *)s->device;
    ts_shim_watch *w = ts_shim_watch_on(dev, err);
    int rc = w ? 0 : -1;
    for (size_t i = 0; !rc && i < s->n; i++) {
        struct timespec from, to;
        clock_gettime(CLOCK_MONOTONIC, &from);
        rc = run_launch(dev, &s->bound[i], w, err);
        clock_gettime(CLOCK_MONOTONIC, &to);
        if (seconds)
            seconds[i] =
                (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec);
    }
    ts_shim_watch_off(w);
    return rc;
}

int ts_shim_run(ts_step *s, ts_error *err)
{
    return run_all(s, NULL, err);
}

int ts_shim_time(ts_step *s, double *seconds, ts_error *err)
{
    return run_all(s, seconds, err);
}
