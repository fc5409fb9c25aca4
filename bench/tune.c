/* tune.c - see tune.h. */
#include "bench/tune.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/ceiling.h"
#include "bench/kernels.h"
#include "engine/memory.h"
#include "engine/tuned.h"

/* Those that were best, or near it, on some CPU, and none at all. */
static const struct {
    int streams, prefetch;
} grid[] = {{1, 0}, {1, 2048}, {2, 0},    {2, 1024}, {2, 2048}, {2, 4096},
            {4, 0}, {4, 1024}, {4, 2048}, {6, 0},    {6, 1024}, {6, 2048}};
enum { GRID = sizeof grid / sizeof *grid, FIRST_ROUNDS = 3 };
static const double least_gain = 1.01;

typedef struct tuning {
    const ts_tune_how *how;
    ts_tune *t;
    ts_bench_place place;
    int kernels;
    char *text[TS_TUNE_WAYS];
    ts_module *module[TS_TUNE_WAYS];
    ts_kernel_bench *bench[TS_TUNE_KERNELS]; /* all ways have the same memory */
    uint64_t print[TS_TUNE_KERNELS];         /* what way 0 left, and every other has to */
    bool out[TS_TUNE_WAYS];                  /* given up, or the same as another */
} tuning;

/* ---- the ways ---- */

int ts_tune_ways(ts_tune_way *way, const char *base)
{
    int n = 0;
    way[n++] = (ts_tune_way){.same = -1};
    snprintf(way[0].tuning, TS_TUNING, "%s", base);
    for (int i = 0; i < GRID; i++) {
        ts_tune_way *w = &way[n];
        *w = (ts_tune_way){.same = -1};
        snprintf(w->tuning, TS_TUNING, "streams=%d,prefetch=%d", grid[i].streams, grid[i].prefetch);
        n += strcmp(w->tuning, base) != 0;
    }
    return n;
}

static void tell(const tuning *g, const char *what, int done, int all)
{
    if (g->how->progress) g->how->progress(g->how->arg, what, done, all);
}

static int emit(tuning *g, int w, size_t *bytes, ts_error *err)
{
    const ts_tune_how *h = g->how;
    ts_target *target = ts_tuned_target(h->device, err);
    if (target)
        g->text[w] = ts_kernel_emit(h->kernel, (size_t)g->kernels, h->shape, target, bytes, err);
    free(target);
    return g->text[w] ? 0 : -1;
}

/* Registers may not have room for as many rows as a way asks for. */
static int earlier(const tuning *g, int w)
{
    for (int v = 0; v < w; v++)
        if (!strcmp(g->text[v], g->text[w])) return v;
    return -1;
}

static int open_way(tuning *g, int w, ts_error *err)
{
    size_t bytes = 0;
    if (ts_device_tune(g->how->device, g->t->way[w].tuning, err) || emit(g, w, &bytes, err))
        return -1;
    g->t->way[w].same = earlier(g, w);
    g->out[w] = g->t->way[w].same >= 0;
    if (g->out[w]) return 0;
    g->module[w] = ts_module_load_checked(g->how->device, g->text[w], bytes, err);
    return g->module[w] ? 0 : -1;
}

/* As it is used untuned, and so checked; how many launches make a sample is found out here. */
static int open_benches(tuning *g, ts_error *err)
{
    if (ts_device_tune(g->how->device, g->t->way[0].tuning, err)) return -1;
    for (int k = 0; k < g->kernels; k++) {
        g->bench[k] = ts_kernel_bench_new(g->how->kernel[k], &g->place, TS_BENCH_COLD, err);
        if (!g->bench[k] || ts_kernel_bench_check(g->bench[k], 1, err)) return -1;
    }
    return 0;
}

static int open_ways(tuning *g, ts_error *err)
{
    for (int w = 0; w < g->t->ways; w++) {
        tell(g, "compiling ways", w, g->t->ways);
        if (open_way(g, w, err)) return -1;
    }
    return 0;
}

static int open_block(tuning *g, ts_error *err)
{
    const ts_tune_how *h = g->how;
    size_t bytes = h->bytes ? h->bytes : ts_reader_bytes(ts_cache_bytes(), ts_memory_available(""));
    g->place = (ts_bench_place){.device = h->device, .shape = h->shape};
    return ts_kernel_bench_furnish(&g->place, h->kernel, bytes, err);
}

/* ---- rounds ---- */

/* Speed alone may differ. */
static int same_bits(tuning *g, int w, int k, ts_error *err)
{
    uint64_t print;
    if (ts_kernel_bench_print(g->bench[k], &print, err)) return -1;
    if (w == 0) g->print[k] = print;
    if (print == g->print[k]) return 0;
    return ts_fail(err, "%s gives other results tuned to %s than to %s", g->how->kernel[k]->name,
                   g->t->way[w].tuning, g->t->way[0].tuning);
}

static int launch(tuning *g, int w, int k, ts_done *done, ts_error *err)
{
    if (ts_kernel_bench_use(g->bench[k], g->module[w], err) ||
        ts_kernel_bench_work(g->bench[k], done, err))
        return -1;
    return done->seconds > 0 ? 0 : ts_fail(err, "the clock did not move while a kernel ran");
}

/* Each kernel once, however many launches a sample has. */
static int sample(tuning *g, int w, int round, ts_done *all, ts_error *err)
{
    double seconds = 0, bytes = 0;
    for (int k = 0; k < g->kernels; k++) {
        ts_done done = {0};
        if (launch(g, w, k, &done, err) || same_bits(g, w, k, err)) return -1;
        seconds += done.seconds / done.units;
        bytes += done.bytes / done.units;
    }
    g->t->way[w].gbps[round] = 1e-9 * bytes / seconds;
    g->t->way[w].n = round + 1;
    all->seconds += seconds;
    all->units++;
    return 0;
}

static int work(void *arg, ts_done *done, ts_error *err)
{
    tuning *g = arg;
    int round = g->t->rounds.n, ways = g->t->ways;
    tell(g, "measuring ways", round, g->how->rounds);
    for (int i = 0; i < ways; i++) {
        int w = round % 2 ? ways - 1 - i : i;
        if (!g->out[w] && sample(g, w, round, done, err)) return -1;
    }
    return 0;
}

/* Its speeds, or ratios to another's, in rounds that are quiet, or in all. */
static size_t speeds(const ts_tune *t, const ts_tune_way *w, const ts_tune_way *to, bool all,
                     double x[TS_TUNE_ROUNDS])
{
    size_t n = 0;
    for (int i = 0; i < w->n; i++)
        if (t->rounds.round[i].quiet || all) x[n++] = to ? w->gbps[i] / to->gbps[i] : w->gbps[i];
    return n;
}

static double middle_of(const ts_tune *t, int w)
{
    double x[TS_TUNE_ROUNDS];
    return ts_median(x, speeds(t, &t->way[w], &t->way[0], false, x));
}

/* The way that others are measured by stays. */
static void give_up_half(tuning *g)
{
    double x[TS_TUNE_WAYS];
    size_t n = 0;
    for (int w = 1; w < g->t->ways; w++)
        if (!g->out[w]) x[n++] = middle_of(g->t, w);
    double middle = n ? ts_median(x, n) : 0;
    for (int w = 1; w < g->t->ways; w++)
        if (!g->out[w]) g->out[w] = middle_of(g->t, w) < middle;
}

static void after_round(void *arg, const ts_rounds *r)
{
    tuning *g = arg;
    if (r->counted == FIRST_ROUNDS && r->round[r->n - 1].quiet) give_up_half(g);
}

static int measure(tuning *g, ts_error *err)
{
    int rounds = g->how->rounds < TS_TUNE_ROUNDS ? g->how->rounds : TS_TUNE_ROUNDS;
    const ts_effort effort = {.least = rounds,
                              .most = rounds,
                              .seconds = fmax(g->how->seconds, 1e-9), /* 0: one round */
                              .progress = after_round,
                              .arg = g};
    return ts_rounds_run(&g->t->rounds, &effort, NULL, work, g, err);
}

/* ---- the choice ---- */

static void judge_way(const ts_tune *t, ts_tune_way *w)
{
    double x[TS_TUNE_ROUNDS];
    size_t n = speeds(t, w, &t->way[0], t->noisy, x);
    if (!n) return;
    w->against = ts_median_interval(x, n, 0.95, 1);
    w->rate = ts_median_interval(x, speeds(t, w, NULL, t->noisy, x), 0.95, 1);
}

void ts_tune_judge(ts_tune *t)
{
    t->quiet = 0;
    for (int i = 0; i < t->rounds.n; i++) t->quiet += t->rounds.round[i].quiet;
    t->noisy = t->quiet < TS_TUNE_LEAST;
    t->chosen = 0;
    double best = least_gain;
    for (int w = 0; w < t->ways; w++) {
        ts_tune_way *way = &t->way[w];
        judge_way(t, way);
        bool sure = !t->noisy && way->n == t->rounds.n && way->against.lo > 1;
        if (w == 0 || !sure || way->against.mid < best) continue;
        best = way->against.mid;
        t->chosen = w;
    }
}

/* ---- all of it ---- */

static void close_ways(tuning *g)
{
    for (int k = 0; k < g->kernels; k++) ts_kernel_bench_free(g->bench[k]);
    for (int w = 0; w < TS_TUNE_WAYS; w++) {
        ts_module_free(g->module[w]);
        free(g->text[w]);
    }
    free(g->place.block);
}

static int run(tuning *g, ts_error *err)
{
    while (g->kernels < TS_TUNE_KERNELS && g->how->kernel[g->kernels]) g->kernels++;
    if (open_block(g, err) || open_ways(g, err) || open_benches(g, err) || measure(g, err))
        return -1;
    ts_tune_judge(g->t);
    return 0;
}

int ts_tune_run(ts_tune *t, const ts_tune_how *how, ts_error *err)
{
    char before[TS_TUNING];
    snprintf(before, sizeof before, "%s", ts_device_tuning(how->device, NULL));
    if (!before[0])
        return ts_fail(err, "there is nothing to tune on %s", ts_device_name(how->device));
    tuning *g = calloc(1, sizeof *g);
    if (!g) return ts_fail(err, "no memory for tuning");
    *t = (ts_tune){.ways = 0};
    *g = (tuning){.how = how, .t = t};
    char base[TS_TUNING];
    ts_tuning_untuned(ts_device_target(how->device), base);
    t->ways = ts_tune_ways(t->way, base);
    int rc = run(g, err);
    close_ways(g);
    free(g);
    return ts_device_tune(how->device, before, NULL) || rc ? -1 : 0;
}
