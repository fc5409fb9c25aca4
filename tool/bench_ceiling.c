/* bench_ceiling.c - `tessera bench ceiling`: what the device can do at most. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/peak.h"
#include "tool/bench.h"
#include "tool/progress.h"

static void show_reading(void *arg, int done, int all)
{
    ts_progress *progress = arg;
    progress->total = all;
    ts_progress_step(progress, done);
}

/* ---- reading ---- */

static void print_strategies(const ts_ceiling *c)
{
    ts_sheet_text("  %-8s %9s %12s %12s", c->tiles ? "row" : "streams",
                  c->tiles ? "tile" : "prefetch", "median GB/s", "best GB/s");
    for (int i = 0; i < c->race.ways; i++)
        if (c->race.n[i])
            ts_sheet_text("  %-8d %9d %12.2f %12.2f", c->way[i].first, c->way[i].second,
                          ts_race_rate(&c->race, i, 0.5), ts_race_rate(&c->race, i, 1));
}

/* A line of n samples in its unit; without a value it says why there is none. */
static int add_ceiling(ts_bench *b, ts_result *r, const double *x, size_t n, ts_error *err)
{
    ts_sample sample[TS_CEILING_ROUNDS];
    for (size_t i = 0; i < n; i++) sample[i] = (ts_sample){x[i], NAN, NAN, NAN, true};
    r->bench = "ceiling";
    if (!n) r->why = r->mode;
    return ts_session_add(b->session, r, sample, n, err);
}

static int tell_reading(ts_bench *b, const ts_ceiling *c, ts_error *err)
{
    char how[96];
    int best = c->race.in[0];
    ts_result r = ts_result_blank();
    snprintf(how, sizeof how,
             c->tiles ? "rows of %d words, tiles of %d" : "%d streams a thread, prefetch %d B",
             c->way[best].first, c->way[best].second);
    ts_sheet_text("  %-19s %9.2f GB/s   best %.2f; %.2f GB %s %s", "reading memory", c->gbps,
                  c->best, (double)c->bytes / 1e9, c->tiles ? "in" : "by", how);
    r.name = "read";
    r.mode = how;
    r.unit = "GB/s";
    r.gbps = c->gbps;
    r.bytes = (double)c->bytes;
    return add_ceiling(b, &r, c->race.rate[best], (size_t)c->race.n[best], err);
}

/* Half of what a line may take: where a gigabyte takes a second to read, not every way is tried. */
static int read_ceiling(ts_bench *b, ts_device *dev, const void *data, size_t bytes, bool alone,
                        ts_ceilings *out, ts_error *err)
{
    ts_progress progress;
    ts_ceiling c;
    int rounds = alone ? b->o->rounds : 3;
    if (!ts_reader_fits(dev)) return 0;
    out->reader = ts_reader_new(dev, data, bytes, err);
    if (!out->reader) return -1;
    ts_reader_within(out->reader, alone ? 0 : fmin(10, b->o->seconds / 2), show_reading, &progress);
    ts_progress_begin(&progress, "measuring how fast memory is read", "passes",
                      TS_CEILING_STRATEGIES * rounds);
    int rc = ts_reader_tune(out->reader, rounds, &c, err);
    ts_progress_end(&progress);
    if (rc) return -1;
    if (alone) print_strategies(&c);
    return tell_reading(b, &c, err);
}

/* ---- arithmetic and launches ---- */

enum { INDENT = 22 };

static void print_peak(const ts_peak_kind *p, const ts_peak *m)
{
    if (m->median > 0)
        ts_sheet_words(m->how, INDENT, "  %-19s %9.2f %-7s best %.2f;", p->what,
                       p->scale * m->median, p->unit, p->scale * m->best);
    else
        ts_sheet_words(m->how, INDENT, "  %-19s %9s        ", p->what, "-");
}

static int peak(ts_bench *b, ts_device *dev, int which, double *out, ts_error *err)
{
    const ts_peak_kind *p = &ts_peak_kinds[which];
    ts_peak m = {0};
    ts_result r = ts_result_blank();
    if (ts_peak_measure(which, dev, &m, err)) return -1;
    print_peak(p, &m);
    /* A cpu's is scaled to the time that it had; another's would only be too low. */
    *out = !m.noisy || ts_device_is_host(dev) ? m.median : 0;
    r.name = p->name;
    r.mode = m.how;
    r.unit = p->unit;
    if (m.n) r.noisy = m.noisy;
    for (int i = 0; i < m.n; i++) m.sample[i] *= p->scale;
    return add_ceiling(b, &r, m.sample, (size_t)m.n, err);
}

int ts_bench_ceilings(ts_bench *b, ts_device *dev, const void *data, size_t bytes, bool alone,
                      ts_ceilings *out, ts_error *err)
{
    double peaks[TS_PEAKS];
    *out = (ts_ceilings){NULL, 0, 0};
    ts_session_device(b->session, dev, b->o->device);
    ts_sheet_text("%s", ts_device_name(dev));
    int rc = read_ceiling(b, dev, data, bytes, alone, out, err);
    for (int i = 0; !rc && i < TS_PEAKS; i++) rc = peak(b, dev, i, &peaks[i], err);
    if (rc) return -1;
    out->fma = peaks[TS_PEAK_FMA];
    out->floor = peaks[TS_PEAK_LAUNCH];
    return 0;
}

void ts_ceilings_free(ts_ceilings *c)
{
    ts_reader_free(c->reader);
    c->reader = NULL;
}

int ts_bench_ceiling(ts_bench *b, ts_error *err)
{
    ts_ceilings c = {0};
    ts_device *dev = ts_device_open(b->o->device, b->o->threads, err);
    int rc = dev ? ts_bench_ceilings(b, dev, NULL, 0, true, &c, err) : -1;
    ts_ceilings_free(&c);
    ts_device_close(dev);
    return rc;
}
