/* peak.c - see peak.h: one loop for all ways to reach a peak.
 *
 * A sample is made some 20 ms long, so that handing out programs and waiting for the last one vanish; on a
 * cpu there are enough programs a thread for threads of unequal speed to end together. What it leaves is
 * compared and spoiled, so that the next one must write it again. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench/peak_way.h"
#include "bench/rounds.h"

enum {
    EACH = 32, /* programs a thread */
    FIRST = 64,
    MOST_STEPS = 1 << 19, /* multiply-adds in a row: 1.0001 to this power is 6e22 */
    MOST_OUT = 1 << 23,   /* words that the programs write together */
    MOST_RUNS = 4096,     /* of a step in a sample, and launches in a step */
    FEW = 3,
    SAMPLES = 9,
};

typedef struct rig {
    const ts_way *way;
    ts_device *dev;
    ts_module *module;
    ts_buffer *in, *out, *cells;
    ts_step *step;
    int launches, recorded, runs; /* in the step, as it is; of the step in a sample */
    int32_t turns, programs;
    uint32_t *operand, *got;
    ts_way_want want;
} rig;

/* ---- a kernel and its memory ---- */

static void close_rig(rig *r)
{
    ts_step_free(r->step);
    ts_buffer_free(r->in);
    ts_buffer_free(r->out);
    ts_buffer_free(r->cells);
    ts_module_free(r->module);
    free(r->operand);
    free(r->got);
}

static int load(rig *r, ts_error *err)
{
    size_t bytes = 0;
    char *text = r->way->text(r->way, r->dev, &bytes, err);
    if (text) r->module = ts_module_load_checked(r->dev, text, bytes, err);
    free(text);
    return r->module ? 0 : -1;
}

static int open_rig(rig *r, const ts_way *w, ts_device *dev, ts_error *err)
{
    bool launch = !w->chains, cpu = ts_device_is_host(dev);
    int programs = launch ? 1 : cpu ? EACH * ts_device_threads(dev) : FIRST;
    size_t room = cpu || launch ? (size_t)programs * (size_t)w->words : MOST_OUT;
    *r = (rig){.way = w, .dev = dev, .launches = 1, .runs = 1, .turns = FIRST};
    r->programs = programs;
    r->operand = calloc(TS_WAY_IN, sizeof *r->operand);
    r->got = malloc(room * sizeof *r->got);
    if (!r->operand || !r->got) return ts_fail(err, "no memory to measure %s", w->what);
    w->fill(w, r->operand);
    if (load(r, err)) return -1;
    r->in = ts_buffer_new(dev, TS_WAY_IN * sizeof *r->operand, err);
    r->out = r->in ? ts_buffer_new(dev, room * sizeof *r->got, err) : NULL;
    r->cells = r->out ? ts_buffer_new(dev, 64, err) : NULL;
    if (!r->cells) return -1;
    return ts_buffer_put(r->in, 0, r->operand, TS_WAY_IN * sizeof *r->operand, err);
}

static int record(rig *r, ts_error *err)
{
    ts_launch *l = calloc((size_t)r->launches, sizeof *l);
    if (!l) return ts_fail(err, "no memory for %d launches", r->launches);
    ts_step_free(r->step);
    for (int i = 0; i < r->launches; i++) {
        l[i] = (ts_launch){.module = r->module, .kernel = "peak", .arg = {{r->out, 0}}};
        if (!r->way->chains) continue;
        l[i].arg[0] = (ts_ref){r->in, 0};
        l[i].arg[1] = (ts_ref){r->out, 0};
        l[i].size[0] = (ts_ref){r->cells, 0};
        l[i].size[1] = (ts_ref){r->cells, sizeof r->turns};
    }
    r->step = ts_step_record(r->dev, l, (size_t)r->launches, err);
    r->recorded = r->launches;
    free(l);
    return r->step ? 0 : -1;
}

static int prepare(rig *r, ts_error *err)
{
    int32_t cells[2] = {r->turns, r->programs};
    if (r->recorded != r->launches && record(r, err)) return -1;
    return ts_buffer_put(r->cells, 0, cells, sizeof cells, err);
}

/* ---- a sample ---- */

/* Reading a word waits for devices that only start a step when told to run it. */
static double run_and_wait(rig *r, ts_error *err)
{
    uint32_t word;
    double from = ts_seconds();
    if (ts_step_run(r->step, err) || ts_buffer_get(r->out, 0, &word, sizeof word, err)) return -1;
    return ts_seconds() - from;
}

static double run_once(rig *r, ts_error *err)
{
    double seconds;
    bool by_device;
    if (r->way->waits) return run_and_wait(r, err);
    if (ts_step_elapsed(r->step, &seconds, &by_device, err)) return -1;
    return seconds > 0 ? seconds : ts_fail(err, "the device's clock did not move during a step");
}

/* Seconds; negative on failure. */
static double run(rig *r, ts_error *err)
{
    double sum = 0;
    for (int i = 0; i < r->runs; i++) {
        double took = run_once(r, err);
        if (took < 0) return -1;
        sum += took;
    }
    return sum;
}

static int check(rig *r, ts_error *err)
{
    size_t bytes = (size_t)r->programs * (size_t)r->way->words * sizeof *r->got;
    if (ts_buffer_get(r->out, 0, r->got, bytes, err) ||
        ts_way_check(r->way, r->operand, r->turns, r->got, r->programs, &r->want, err))
        return -1;
    memset(r->got, 0xa5, bytes);
    return ts_buffer_put(r->out, 0, r->got, bytes, err);
}

/* Launches in a row are done by the calling thread alone on the cpu. */
static int workers(const rig *r)
{
    if (!ts_device_is_host(r->dev)) return 0;
    return r->way->chains ? ts_device_threads(r->dev) : 1;
}

/* Operations a second, or the seconds of a launch. */
static double take(void *arg, double *share, ts_error *err)
{
    rig *r = arg;
    const ts_way *w = r->way;
    ts_peak_watch watch;
    ts_peak_watch_begin(&watch);
    double took = run(r, err);
    *share = ts_peak_watch_end(&watch, workers(r));
    if (took < 0 || check(r, err)) return -1;
    if (!w->chains) return took / r->runs / r->launches;
    return 2 * w->adds * r->turns * r->programs / took;
}

/* Doubles what a sample has of something; false where there is no more of any. */
static bool longer(rig *r)
{
    const ts_way *w = r->way;
    bool full = ts_device_is_host(r->dev) || 2 * r->programs > MOST_OUT / w->words;
    if (!w->chains) {
        int *most = !w->waits && r->launches < MOST_RUNS ? &r->launches : &r->runs;
        if (*most >= MOST_RUNS) return false;
        *most *= 2;
    } else if (!full) {
        r->programs *= 2;
    } else {
        if (2 * r->turns * w->steps > MOST_STEPS) return false;
        r->turns *= 2;
    }
    return true;
}

/* A first run, which may compile, does not count. Samples of a few milliseconds say little of who had the processor
 * meanwhile: its clock may tick in such. */
static int lengthen(rig *r, ts_error *err)
{
    double took, enough = fmin(0.02, ts_sample_least);
    if (prepare(r, err) || run(r, err) < 0) return -1;
    while ((took = run(r, err)) >= 0 && took < enough && longer(r))
        if (prepare(r, err)) return -1;
    return took < 0 ? -1 : 0;
}

/* ---- samples ---- */

static double own_time(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

void ts_peak_watch_begin(ts_peak_watch *w)
{
    w->own = own_time();
    w->wall = ts_seconds();
}

double ts_peak_watch_end(const ts_peak_watch *w, int workers)
{
    double wall = ts_seconds() - w->wall, own = own_time() - w->own;
    double share = workers && wall > 0 ? own / (wall * workers) : 1;
    return share < 1 ? share : 1;
}

/* 5 %: at the end of a step threads wait for the slowest, for one program of 32 at most. A sample too short
 * for the processor's clock to have moved says nothing of what it would have taken. */
int ts_peak_collect(ts_peak *p, int wanted, bool fewer, ts_peak_take *take, void *arg,
                    ts_error *err)
{
    const double undisturbed = 0.95;
    double scaled[TS_PEAK_SAMPLES] = {0};
    int estimates = 0;
    p->n = p->dropped = 0;
    for (int i = 0; i < 3 * wanted && p->n < wanted; i++) {
        double share = 1, x = take(arg, &share, err);
        if (x < 0) return -1;
        if (share >= undisturbed)
            p->sample[p->n++] = x;
        else if (p->dropped++, share > 0)
            scaled[estimates++ % wanted] = fewer ? x * share : x / share;
    }
    p->noisy = p->n == 0;
    if (p->noisy) {
        p->n = estimates < wanted ? estimates : wanted;
        p->dropped -= p->n;
        memcpy(p->sample, scaled, (size_t)p->n * sizeof *scaled);
    }
    if (!p->n) return 0; /* no share of the processor was ever seen: unknown */
    p->median = ts_median(p->sample, (size_t)p->n);
    p->best = ts_quantile(p->sample, (size_t)p->n, fewer ? 0 : 1);
    if (p->noisy) p->best = p->median; /* the extreme of estimates is no measurement */
    return 0;
}

/* ---- what they must leave ---- */

static void reckon(const ts_way *w, const void *in, int32_t turns, ts_way_form form,
                   ts_way_want *want)
{
    want->turns = turns;
    for (int i = 0; i < w->period; i++) want->word[i] = w->word(w, in, i, turns, form);
}

/* Of so many words where the first that are others lie; their number: nowhere. */
static size_t differs(const ts_way *w, const uint32_t *got, size_t n, const ts_way_want *want)
{
    size_t period = (size_t)w->period, i = 0;
    while (i < n && !memcmp(got + i, want->word, period * sizeof *got)) i += period;
    return i;
}

int ts_way_check(const ts_way *w, const void *in, int32_t turns, const uint32_t *got, int programs,
                 ts_way_want *want, ts_error *err)
{
    size_t n = (size_t)programs * (size_t)w->words, bad = 0;
    if (want->turns == turns && (bad = differs(w, got, n, want)) == n) return 0;
    for (int form = TS_FUSED; form <= TS_EXACT && want->turns != turns; form *= 2) {
        if (!(w->forms & (unsigned)form)) continue;
        reckon(w, in, turns, (ts_way_form)form, want);
        if ((bad = differs(w, got, n, want)) == n) return 0;
        want->turns = 0;
    }
    return ts_fail(err, "%s gave another result than plain C (program %zu of %d)", w->what,
                   bad / (size_t)w->words, programs);
}

/* ---- ways ---- */

bool ts_way_fits(const ts_way *w, const ts_device *dev)
{
    if (!w->isa) return true;
    const char *isa = ts_device_target(dev);
    bool same = !strcmp(w->isa, isa) || (!strcmp(isa, "cpu:amx") && !strcmp(w->isa, "cpu:avx512"));
    return same && (!w->has || w->has());
}

static void name(const rig *r, ts_peak *p)
{
    const ts_way *w = r->way;
    int threads = ts_device_threads(r->dev);
    const char *s = w->chains == 1 ? "" : "s";
    const char *more = !p->noisy ? "" : workers(r) ? ", scaled" : ", noisy";
    if (!w->chains)
        snprintf(p->how, sizeof p->how, w->waits ? "a step of %d %s%s" : "%d %s%s", r->launches,
                 w->what, more);
    else if (w->isa)
        snprintf(p->how, sizeof p->how, "%s, %d chains, %d thread%s%s", w->what, w->chains, threads,
                 threads == 1 ? "" : "s", more);
    else
        snprintf(p->how, sizeof p->how, "%s %d tile%s of %d, %d programs%s", w->what, w->chains, s,
                 w->words, r->programs, more);
}

/* Other devices may use the processors or not: there nothing is dropped or scaled, but said. */
int ts_way_measure(const ts_way *w, ts_device *dev, int samples, ts_peak *p, ts_error *err)
{
    rig r;
    ts_noise_mark mark;
    *p = (ts_peak){.n = 0};
    int rc = open_rig(&r, w, dev, err) || lengthen(&r, err) ? -1 : 0;
    ts_noise_begin(&mark);
    if (!rc) rc = ts_peak_collect(p, samples, !w->chains, take, &r, err);
    ts_noise noise = ts_noise_end(&mark);
    if (!workers(&r))
        p->noisy = w->chains && noise.known && !ts_noise_quiet(&noise, TS_NOISE_LIMIT);
    name(&r, p);
    close_rig(&r);
    return rc;
}

const ts_peak_kind ts_peak_kinds[TS_PEAKS] = {
    {"fma", "f32 multiply-adds", "GFLOP/s", 1e-9, ts_ways_fma, ts_ways_tiles, "", ""},
    {"int8", "8-bit multiply-adds", "GOP/s", 1e-9, ts_ways_int8, ts_ways_none,
     "no 8-bit multiply-add is known for this processor",
     "no operation of the tile language uses 8-bit dot products yet"},
    {"launch", "an empty launch", "us", 1e6, ts_ways_launches, ts_ways_launches, "", ""},
    {"start", "an empty step", "us", 1e6, ts_ways_launch, ts_ways_launch, "", ""},
};

/* The best of all that fit, which a few samples of each tell; or why there is none. */
int ts_peak_measure(int kind, ts_device *dev, ts_peak *out, ts_error *err)
{
    const ts_peak_kind *k = &ts_peak_kinds[kind];
    bool fits = ts_reader_fits(dev), cpu = ts_device_is_host(dev);
    const char *none = cpu ? k->none : k->no_tiles;
    const ts_way *best = NULL;
    double most = 0;
    *out = (ts_peak){.n = 0};
    for (const ts_way *w = cpu ? k->ways : k->tiles; fits && w->what; w++) {
        ts_peak p;
        if (!ts_way_fits(w, dev)) continue;
        if (ts_way_measure(w, dev, FEW, &p, err)) return -1;
        if (!best || p.median > most) most = p.median, best = w;
    }
    if (best) return ts_way_measure(best, dev, SAMPLES, out, err);
    snprintf(out->how, sizeof out->how, "%s",
             fits ? none : "a stand-in, or a device of another process: its speed is not measured");
    return 0;
}
