/* gen_device.c - random kernels on a device (test/compile/gen_device.h). */
#include "test/compile/gen_device.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "rt/driver.h"
#include "test/tile/gen.h"
#include "test/tile/reduce.h"
#include "tessera/compile.h"

enum { AHEAD = 64, CANARY = 0x5a, TRIALS = 300, MINUTE = 60, REPORTS = 3 };
static const uint64_t step_limit = 20000000; /* a fraction of a second */

/* ---- where it crashed ---- */

static char at_work[160];
static unsigned patience;

static void note(const char *what, uint64_t first, uint64_t last)
{
    snprintf(at_work, sizeof at_work, "crashed or hung while %s, seeds %llu to %llu\n", what,
             (unsigned long long)first, (unsigned long long)last);
    if (patience) alarm(patience);
}

static void say_and_die(int sig)
{
    (void)sig;
    if (write(STDOUT_FILENO, at_work, strlen(at_work)) < 0) _exit(2);
    _exit(1);
}

void ts_gen_guard(unsigned seconds)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGFPE, SIGALRM};
    patience = seconds;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], say_and_die);
}

/* ---- one kernel ---- */

static ts_module *compile(ts_device *dev, ts_kern *const *k, size_t n, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    size_t bytes = 0;
    char *text = target ? ts_emit(k, n, target, &bytes, err) : NULL;
    ts_module *m = text ? ts_module_load(dev, text, bytes, err) : NULL;
    free(text);
    return m;
}

static bool has_wide(const ts_module *m, const char *kernel)
{
    const ts_entry *e = m->manifest.n ? ts_manifest_find(&m->manifest, kernel, true) : NULL;
    return e && e->wide;
}

typedef struct launch_data {
    ts_buffer *buffer[TS_MAX_BUFFERS];
    size_t at[TS_MAX_BUFFERS];
} launch_data;

/* Params begin at a multiple of 16 bytes, or of their elements only. */
static bool upload(ts_device *dev, const struct ts_gen_data *d, bool aligned, launch_data *x,
                   ts_error *err)
{
    unsigned char ahead[AHEAD];
    memset(ahead, CANARY, sizeof ahead);
    for (int p = 0; p < d->params; p++) {
        size_t unit = (size_t)(ts_dtypes[d->type[p]].bits + 7) / 8;
        x->at[p] = aligned ? AHEAD - 16 * (size_t)(p % 4) : AHEAD - 3 * unit;
        x->buffer[p] = ts_buffer_new(dev, x->at[p] + d->bytes[p], err);
        if (!x->buffer[p] || ts_buffer_put(x->buffer[p], 0, ahead, x->at[p], err) ||
            ts_buffer_put(x->buffer[p], x->at[p], d->buffer[p], d->bytes[p], err))
            return false;
    }
    return true;
}

static bool download(const launch_data *x, struct ts_gen_data *d, ts_error *err)
{
    unsigned char ahead[AHEAD];
    for (int p = 0; p < d->params; p++) {
        if (ts_buffer_get(x->buffer[p], 0, ahead, x->at[p], err) ||
            ts_buffer_get(x->buffer[p], x->at[p], d->buffer[p], d->bytes[p], err))
            return false;
        for (size_t i = 0; i < x->at[p]; i++)
            if (ahead[i] != CANARY)
                return ts_fail(err, "param %s: written %zu bytes before its start", d->name[p],
                               x->at[p] - i) > 0;
    }
    return true;
}

/* Runs k on d in place of the interpreter. */
static bool on_device(ts_device *dev, ts_module *m, const ts_kern *k, bool aligned,
                      struct ts_gen_data *d, ts_error *err)
{
    ts_launch launch = {.module = m, .kernel = k->name};
    launch_data x = {0};
    ts_buffer *cells = ts_buffer_new(dev, 64, err);
    bool good = cells && !ts_buffer_put(cells, 0, d->size, sizeof d->size, err) &&
                upload(dev, d, aligned, &x, err);
    for (int i = 0; i < d->sizes; i++) launch.size[i] = (ts_ref){cells, 4 * (size_t)i};
    for (int p = 0; p < d->params; p++) launch.arg[p] = (ts_ref){x.buffer[p], x.at[p]};
    ts_step *step = good ? ts_step_record(dev, &launch, 1, err) : NULL;
    if (step && step->bound && step->bound[0].entry->wide != (aligned && has_wide(m, k->name)))
        ts_fail(err, "the device picked the wrong form of %s", k->name);
    good = step && !ts_failed(err) && !ts_step_run(step, err) && download(&x, d, err);
    ts_step_free(step);
    for (int p = 0; p < d->params; p++) ts_buffer_free(x.buffer[p]);
    ts_buffer_free(cells);
    return good;
}

/* What f32 rounding decides, where all devices round alike. */
static void compare_bits(const ts_kern *k, uint64_t seed, const struct ts_gen_data *got,
                         ts_error *err)
{
    struct ts_gen_data want = {0};
    ts_error why = {0};
    if (ts_gen_fill(&want, k, seed) &&
        !ts_interpret(k, want.buffer, want.bytes, want.size, TS_RUN_F32, step_limit, err) &&
        ts_gen_compare_sure(k, &want, got, &why))
        ts_fail(err, "rounded op by op: %.900s", why.text);
    ts_gen_drop(&want);
}

static int try_form(ts_device *dev, ts_module *m, const ts_kern *k, uint64_t seed, bool aligned,
                    ts_error *err)
{
    struct ts_gen_data want = {0}, got = {0};
    if (!ts_gen_fill(&want, k, seed) || !ts_gen_fill(&got, k, seed))
        ts_fail(err, "its extents are not plain");
    if (!ts_failed(err) && !ts_run(k, want.buffer, want.bytes, want.size, step_limit, err) &&
        on_device(dev, m, k, aligned, &got, err) && ts_gen_compare(&want, &got, false, err)) {
        ts_error first = *err;
        *err = (ts_error){0};
        ts_fail(err, "%s%.900s", aligned && has_wide(m, k->name) ? "wide: " : "", first.text);
    }
    if (!ts_failed(err)) compare_bits(k, seed, &got, err);
    ts_gen_drop(&want);
    ts_gen_drop(&got);
    return ts_failed(err) ? -1 : 0;
}

static int check(ts_device *dev, ts_module *m, const ts_kern *k, uint64_t seed, ts_error *err)
{
    bool wide = has_wide(m, k->name);
    if (wide && try_form(dev, m, k, seed, true, err)) return -1;
    return try_form(dev, m, k, seed, !wide && seed % 2, err);
}

/* ---- what goes wrong ---- */

typedef struct suspect {
    ts_device *dev;
    uint64_t seed;
    time_t until;
    ts_error last;
} suspect;

/* A kernel that runs for too long, or is refused, is not wrong. */
static bool excused(const ts_error *err)
{
    return ts_gen_refused(err) || strstr(err->text, "step limit");
}

static bool wrong(const ts_kern *k, void *ctx)
{
    suspect *s = ctx;
    ts_error err = {0};
    ts_kern *only[1] = {(ts_kern *)k};
    if (time(NULL) > s->until) return false;
    note("reducing", s->seed, s->seed);
    ts_module *m = compile(s->dev, only, 1, &err);
    if (m) check(s->dev, m, k, s->seed, &err);
    ts_module_free(m);
    if (!ts_failed(&err) || excused(&err)) return false;
    s->last = err;
    return true;
}

static void print_sizes(const ts_kern *k, uint64_t seed)
{
    struct ts_gen_data d;
    if (ts_gen_fill(&d, k, seed))
        for (int i = 0; i < d.sizes; i++) printf("# size %d = %d\n", i, (int)d.size[i]);
    ts_gen_drop(&d);
}

static void report(ts_device *dev, const ts_kern *k, uint64_t seed, const ts_error *err)
{
    suspect s = {.dev = dev, .seed = seed, .until = time(NULL) + 2 * MINUTE};
    printf("seed %llu on %s: %s\n", (unsigned long long)seed, ts_device_name(dev), err->text);
    if (!wrong(k, &s)) {
        printf("(not when tried alone)\n");
        return;
    }
    ts_kern *small = ts_reduce(k, wrong, &s, TRIALS);
    printf("reduced from %u ops to %u: %s\n", k->n - 1, small->n - 1, s.last.text);
    ts_print(stdout, small);
    print_sizes(small, seed);
    ts_free(small);
}

static void judge(ts_device *dev, ts_module *m, const ts_kern *k, uint64_t seed,
                  struct ts_gen_tally *tally, ts_error *err)
{
    note("running", seed, seed);
    bool wide = m && has_wide(m, k->name);
    if (m && !check(dev, m, k, seed, err)) {
        tally->run++;
        tally->wide += wide;
    } else if (ts_gen_refused(err)) {
        tally->refused++;
    } else if (excused(err)) {
        tally->slow++;
    } else if (tally->wrong++ < REPORTS) {
        report(dev, k, seed, err);
    }
}

/* ---- many to a module ---- */

/* True if the compiler takes the kernel; what it refuses would take its whole module along. */
static bool emits(ts_device *dev, ts_kern *k, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    char *text = target ? ts_emit(&k, 1, target, NULL, err) : NULL;
    free(text);
    return text != NULL;
}

void ts_gen_on_device(ts_device *dev, ts_kern *const *k, const uint64_t *seed, size_t n,
                      struct ts_gen_tally *tally)
{
    ts_kern **good = calloc(n + 1, sizeof(ts_kern *));
    uint64_t *of = calloc(n + 1, sizeof *of);
    if (!good || !of) abort();
    size_t goods = 0;
    for (size_t i = 0; i < n; i++) {
        ts_error one = {0};
        if (emits(dev, k[i], &one)) {
            of[goods] = seed[i];
            good[goods++] = k[i];
        } else {
            judge(dev, NULL, k[i], seed[i], tally, &one);
        }
    }
    ts_error err = {0};
    unsigned before = tally->wrong;
    if (goods) note("compiling", of[0], of[goods - 1]);
    ts_module *m = goods ? compile(dev, good, goods, &err) : NULL;
    for (size_t i = 0; i < goods; i++) {
        ts_error one = {0};
        ts_module *alone = m ? m : compile(dev, &good[i], 1, &one);
        judge(dev, alone, good[i], of[i], tally, &one);
        if (alone != m) ts_module_free(alone);
    }
    ts_module_free(m);
    if (goods && !m && tally->wrong == before) {
        printf("together only: %s\n", err.text);
        tally->wrong++;
    }
    free(good);
    free(of);
}
