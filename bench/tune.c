/* tune.c - see tune.h. */
#include "bench/tune.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/ceiling.h"
#include "bench/kernels.h"
#include "bench/noise.h"
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
    void *block;
    size_t bytes;
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
    ts_bench_place place = {g->how->device, g->how->shape, g->block, g->bytes};
    if (ts_device_tune(g->how->device, g->t->way[0].tuning, err)) return -1;
    for (int k = 0; k < g->kernels; k++) {
        g->bench[k] = ts_kernel_bench_new(g->how->kernel[k], &place, TS_BENCH_COLD, err);
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
    size_t most = 0, need = 0;
    for (int k = 0; k < g->kernels; k++) {
        if (ts_kernel_bench_weights(g->how->kernel[k], g->how->shape, &need, err)) return -1;
        if (need > most) most = need;
    }
    g->bytes =
        g->how->bytes ? g->how->bytes : ts_reader_bytes(ts_cache_bytes(), ts_memory_available(""));
    if (g->bytes < most) g->bytes = most;
    g->bytes = (g->bytes + 4095) / 4096 * 4096;
    ts_dtype t = ts_shape_dtype_of(g->how->kernel[0]->suite, g->how->shape, NULL);
    g->block = ts_kernel_bench_block(t, g->bytes, err);
    return g->block ? 0 : -1;
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

static int work(tuning *g, int w, int k, ts_done *done, ts_error *err)
{
    if (ts_kernel_bench_use(g->bench[k], g->module[w], err) ||
        ts_kernel_bench_work(g->bench[k], done, err))
        return -1;
    return done->seconds > 0 ? 0 : ts_fail(err, "the clock did not move while a kernel ran");
}

static int sample(tuning *g, int w, int round, ts_error *err)
{
    double seconds = 0, bytes = 0;
    for (int k = 0; k < g->kernels; k++) {
        ts_done done = {0};
        if (work(g, w, k, &done, err) || same_bits(g, w, k, err)) return -1;
        /* Each kernel once, however many launches a sample has. */
        seconds += done.seconds / done.units;
        bytes += done.bytes / done.units;
    }
    g->t->way[w].gbps[round] = 1e-9 * bytes / seconds;
    g->t->way[w].n = round + 1;
    return 0;
}

static int one_round(tuning *g, int round, ts_error *err)
{
    ts_tune *t = g->t;
    ts_noise_mark mark;
    ts_noise_begin(&mark);
    for (int i = 0; i < t->ways; i++) {
        int w = round % 2 ? t->ways - 1 - i : i;
        if (!g->out[w] && sample(g, w, round, err)) return -1;
    }
    ts_noise noise = ts_noise_end(&mark);
    for (int w = 0; w < t->ways; w++) {
        t->way[w].quiet[round] = ts_noise_quiet(&noise, TS_NOISE_LIMIT);
        t->way[w].ratio[round] = t->way[w].gbps[round] / t->way[0].gbps[round];
    }
    t->rounds = round + 1;
    return 0;
}

/* Of the rounds of a way that are quiet, or of all. */
static size_t kept(const ts_tune_way *w, const double *from, bool all, double to[TS_TUNE_ROUNDS])
{
    size_t n = 0;
    for (int i = 0; i < w->n; i++)
        if (w->quiet[i] || all) to[n++] = from[i];
    return n;
}

static double middle_of(const ts_tune_way *w)
{
    double x[TS_TUNE_ROUNDS];
    return ts_median(x, kept(w, w->ratio, false, x));
}

/* The way that others are measured by stays. */
static void give_up_half(tuning *g)
{
    double x[TS_TUNE_WAYS];
    size_t n = 0;
    for (int w = 1; w < g->t->ways; w++)
        if (!g->out[w]) x[n++] = middle_of(&g->t->way[w]);
    double middle = n ? ts_median(x, n) : 0;
    for (int w = 1; w < g->t->ways; w++)
        if (!g->out[w]) g->out[w] = middle_of(&g->t->way[w]) < middle;
}

static int measure(tuning *g, ts_error *err)
{
    double start = ts_seconds();
    int quiet = 0;
    for (int i = 0; i < g->how->rounds && i < TS_TUNE_ROUNDS; i++) {
        if (i && ts_seconds() - start > g->how->seconds) break;
        tell(g, "measuring ways", i, g->how->rounds);
        if (one_round(g, i, err)) return -1;
        quiet += g->t->way[0].quiet[i];
        if (quiet == FIRST_ROUNDS && g->t->way[0].quiet[i]) give_up_half(g);
    }
    return 0;
}

/* ---- the choice ---- */

static void judge_way(ts_tune_way *w, bool all)
{
    double ratio[TS_TUNE_ROUNDS], rate[TS_TUNE_ROUNDS];
    size_t n = kept(w, w->ratio, all, ratio);
    if (!n) return;
    w->against = ts_median_interval(ratio, n, 0.95, 1);
    w->rate = ts_median_interval(rate, kept(w, w->gbps, all, rate), 0.95, 1);
}

void ts_tune_judge(ts_tune *t)
{
    t->quiet = 0;
    for (int i = 0; i < t->rounds; i++) t->quiet += t->way[0].quiet[i];
    t->noisy = t->quiet < TS_TUNE_LEAST;
    t->chosen = 0;
    double best = least_gain;
    for (int w = 0; w < t->ways; w++) {
        ts_tune_way *way = &t->way[w];
        judge_way(way, t->noisy);
        bool sure = !t->noisy && way->n == t->rounds && way->against.lo > 1;
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
    free(g->block);
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
    *t = (ts_tune){.rounds = 0};
    *g = (tuning){.how = how, .t = t};
    char base[TS_TUNING];
    ts_tuning_untuned(ts_device_target(how->device), base);
    t->ways = ts_tune_ways(t->way, base);
    int rc = run(g, err);
    close_ways(g);
    free(g);
    return ts_device_tune(how->device, before, NULL) || rc ? -1 : 0;
}
