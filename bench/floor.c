/* floor.c - what a launch costs that does nothing, and what a step of one such launch costs (peak.h).
 *
 * Every launch writes one element of the same buffer, so each waits for the one before. On the CPU a
 * chain of tiny launches stays on one thread; others hand each over to the device. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/peak_rig.h"
#include "tessera/compile.h"
#include "tessera/tile.h"

enum { MANY = 4096, FEW = 16, SAMPLES = 9, MOST_RUNS = 4096 };
typedef double run(ts_peak_rig *r, ts_error *err);
static const double enough = 0.02; /* seconds a sample */

static const char cpu_text[] =
    "#include <stdint.h>\n"
    "// tessera kernel=peak entry=ts_peak params=o32 sizes=0 cost=1\n"
    "long ts_peak_grid(const int32_t *const *size) { return 1; }\n"
    "void ts_peak(void *const *buf, const int32_t *const *size, long lo, long hi)\n"
    "{\n    *(int32_t *)buf[0] = 1;\n}\n";

/* One program that stores one element. */
static char *tile_text(const ts_device *dev, size_t *bytes, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(dev), err);
    ts_kern *k = ts_begin("peak");
    ts_view out = ts_arg1(k, TS_OUT, "out", TS_i32, ts_i32(k, 1));
    ts_val one = ts_i32(k, 1);
    ts_val p = ts_program(one, 1);
    ts_store(out, p, one);
    char *text = target && !ts_finish(k, err) ? ts_emit(&k, 1, target, bytes, err) : NULL;
    ts_free(k);
    return text;
}

static int open_rig(ts_peak_rig *r, ts_device *dev, ts_error *err)
{
    if (ts_device_is_host(dev))
        return ts_peak_rig_open(r, dev, cpu_text, sizeof cpu_text - 1, NULL, 0, 64, err);
    size_t bytes = 0;
    char *text = tile_text(dev, &bytes, err);
    int rc = text ? ts_peak_rig_open(r, dev, text, bytes, NULL, 0, 64, err) : -1;
    free(text);
    return rc;
}

/* The kernels do nothing else, so it is enough that the last one was there. */
static int written(ts_peak_rig *r, ts_error *err)
{
    int32_t word = 0, zero = 0;
    if (ts_buffer_get(r->out, 0, &word, sizeof word, err)) return -1;
    if (word != 1) return ts_fail(err, "an empty kernel left %d, not 1: it did not run", word);
    return ts_buffer_put(r->out, 0, &zero, sizeof zero, err);
}

/* Seconds of `runs` runs of the step; negative on failure. */
static double run_many(ts_peak_rig *r, run *once, int runs, ts_error *err)
{
    double sum = 0;
    for (int i = 0; i < runs; i++) {
        double took = once(r, err);
        if (took < 0) return -1;
        sum += took;
    }
    return written(r, err) ? -1 : sum;
}

struct measured {
    ts_peak_rig *rig;
    run *once;
    int launches, runs;
};

/* Such steps are done by the calling thread alone on the cpu, and wait for others elsewhere. */
static double take(void *arg, double *share, ts_error *err)
{
    const struct measured *m = arg;
    ts_peak_watch watch;
    bool cpu = ts_device_is_host(m->rig->dev);
    ts_peak_watch_begin(&watch);
    double took = run_many(m->rig, m->once, m->runs, err);
    *share = ts_peak_watch_end(&watch, cpu ? 1 : 0);
    return took < 0 ? -1 : took / m->runs / m->launches;
}

static int sample_all(ts_peak_rig *r, run *once, int launches, ts_peak *p, ts_error *err)
{
    if (ts_peak_rig_record(r, "peak", launches, err) || run_many(r, once, 1, err) < 0) return -1;
    double took = run_many(r, once, 1, err);
    if (took < 0) return -1;
    int runs = took > enough ? 1 : took < enough / MOST_RUNS ? MOST_RUNS : (int)(enough / took);
    struct measured m = {r, once, launches, runs};
    return ts_peak_collect(p, SAMPLES, true, take, &m, err);
}

/* So many launches that starting the step vanishes, fewer where each takes long. */
static int launches_for(ts_peak_rig *r, ts_error *err)
{
    if (ts_peak_rig_record(r, "peak", FEW, err) || run_many(r, ts_peak_rig_run, 1, err) < 0)
        return -1;
    double took = run_many(r, ts_peak_rig_run, 1, err);
    if (took < 0) return -1;
    double fit = enough / (took / FEW);
    return fit >= MANY ? MANY : fit > FEW ? (int)fit : FEW;
}

static int measure(ts_device *dev, bool chain, ts_peak *out, ts_error *err)
{
    ts_peak_rig r = {0};
    const char *why = ts_peak_refuses(dev);
    *out = (ts_peak){.unit = "s"};
    if (why) return ts_peak_none(out, why);
    if (open_rig(&r, dev, err)) return -1;
    int launches = chain ? launches_for(&r, err) : 1;
    int rc = launches < 0
                 ? -1
                 : sample_all(&r, chain ? ts_peak_rig_run : ts_peak_rig_wait, launches, out, err);
    ts_peak_rig_close(&r);
    snprintf(out->how, sizeof out->how,
             chain ? "%d launches of one store, each after the one before%s"
                   : "a step of %d launch of one store, started and waited for%s",
             launches, out->noisy ? ", scaled" : "");
    return rc;
}

int ts_peak_floor(ts_device *dev, ts_peak *out, ts_error *err)
{
    return measure(dev, true, out, err);
}

int ts_peak_start(ts_device *dev, ts_peak *out, ts_error *err)
{
    return measure(dev, false, out, err);
}
