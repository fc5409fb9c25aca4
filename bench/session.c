/* session.c - see session.h. */
#include "bench/session.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/columns.h"

struct ts_session {
    ts_ledger *store; /* NULL: lines are only printed */
    bool json, begun; /* begun: the run is in the store, since it has a line */
    ts_run_info run;
    char id[TS_RUN_ID], started[TS_TIME];
    ts_result place; /* what lines say of their device */
    void *memory;    /* of texts in those, and of what is said against lines */
};

/* ---- begin ---- */

static void describe_run(ts_session *s, const char *command, const char *note)
{
    char source[64];
    ts_time_text(s->started);
    snprintf(source, sizeof source, "tessera %s", ts_build_version);
    s->run = ts_run_blank();
    ts_machine_tell(&s->run, &s->memory);
    s->run.id = s->id;
    s->run.kind = "measured";
    s->run.source = ts_text_keep(&s->memory, source);
    s->run.started = s->started;
    s->run.command = command;
    s->run.version = ts_build_version;
    s->run.note = note;
}

static int open_store(ts_session *s, const char *store, ts_error *err)
{
    char path[4096];
    if (!store && ts_store_path(path, sizeof path, err)) return -1;
    s->store = ts_store_open(store ? store : path, false, err);
    return s->store ? 0 : -1;
}

ts_session *ts_session_begin(const char *store, bool json, const char *command, const char *note,
                             ts_error *err)
{
    ts_session *s = calloc(1, sizeof *s);
    if (!s) {
        ts_fail(err, "no memory for a session");
        return NULL;
    }
    s->json = json;
    s->place = ts_result_blank();
    if (!ts_run_id(s->id, err)) {
        describe_run(s, command, note);
        if ((store && !store[0]) || !open_store(s, store, err)) return s;
    }
    ts_session_free(s);
    return NULL;
}

static const char *known(ts_session *s, const char *text)
{
    return text && text[0] ? ts_text_keep(&s->memory, text) : NULL;
}

/* Lines of kernels that walk memory in different ways are not of one kind. */
static void tell_tuning(ts_session *s, const ts_device *dev)
{
    char text[160];
    bool measured;
    const char *tuning = ts_device_tuning(dev, &measured);
    snprintf(text, sizeof text, "%s %s%s", ts_device_target(dev), tuning,
             measured ? " (tuned here)" : "");
    s->place.toolchain = tuning[0] ? known(s, text) : NULL;
}

void ts_session_device(ts_session *s, const ts_device *dev, const char *spec)
{
    ts_result *r = &s->place;
    /* "cpu" means another set elsewhere; a record says which it was. */
    bool cpu = !spec || !spec[0] || !strcmp(spec, "cpu");
    r->device = known(s, cpu ? ts_device_target(dev) : spec);
    r->device_name = known(s, ts_device_name(dev));
    r->target = known(s, ts_device_target(dev));
    r->driver = known(s, ts_device_driver(dev));
    r->threads = ts_device_threads(dev);
    tell_tuning(s, dev);
}

/* ---- lines ---- */

static void print_json(const ts_result *r)
{
    putchar('{');
    ts_json_row(stdout, ts_result_columns, r, true);
    puts("}");
    fflush(stdout);
}

static void place(const ts_session *s, ts_result *r)
{
    if (!r->device) {
        r->device = s->place.device;
        r->device_name = s->place.device_name;
        r->driver = s->place.driver;
        if (!r->target) r->target = s->place.target;
        if (!r->toolchain) r->toolchain = s->place.toolchain;
        if (isnan(r->threads)) r->threads = s->place.threads;
    }
    if (!r->verdict) r->verdict = "none";
    if (!r->repro) r->repro = s->run.command;
}

/* A command that fails before its first line leaves no run behind. */
static int store_line(ts_session *s, const ts_result *line, const ts_sample *sample, size_t n,
                      ts_error *err)
{
    if (!s->begun && ts_store_begin(s->store, &s->run, err)) return -1;
    s->begun = true;
    return ts_store_add(s->store, s->id, line, sample, n, err);
}

/* The interval and percentiles are those of the samples, not of times that rates come from: of an even number
 * of samples the median of rates is not the rate of the median, and what is stored is to follow from what
 * is stored. */
static void figures(ts_result *r, const ts_sample *sample, size_t n)
{
    double x[2 * TS_MAX_ROUNDS];
    size_t kept = 0;
    if (!isnan(r->value) || ts_same(r->verdict, "refused")) return;
    for (size_t i = 0; i < n; i++)
        if (sample[i].kept > 0) x[kept++] = sample[i].value;
    if (!kept) return;
    ts_interval m = ts_median_interval(x, kept, 0.95, 1);
    r->value = m.mid;
    r->lo = m.lo;
    r->hi = m.hi;
    r->p10 = ts_quantile(x, kept, 0.1);
    r->p90 = ts_quantile(x, kept, 0.9);
    r->n = (double)kept;
}

int ts_session_add(ts_session *s, ts_result *r, const ts_sample *sample, size_t n, ts_error *err)
{
    figures(r, sample, n);
    ts_result line = *r;
    place(s, &line);
    if (s->json) print_json(&line);
    return s->store ? store_line(s, &line, sample, n, err) : 0;
}

/* ---- rounds ---- */

static double in_unit(const char *unit, double each)
{
    return !strcmp(unit, "us") ? 1e6 * each : !strcmp(unit, "s") ? each : 1 / each;
}

static void fill_rates(ts_result *r, const ts_rounds *k)
{
    const ts_done *d = &k->round[0].done;
    r->dropped = k->dropped;
    r->noisy = k->noisy;
    if (isnan(r->launches)) r->launches = d->units;
    if (d->bytes > 0) r->bytes = d->bytes / d->units, r->gbps = 1e-9 * r->bytes / k->each.mid;
    if (d->flops > 0) r->flops = d->flops / d->units, r->gflops = 1e-9 * r->flops / k->each.mid;
    if (k->read > 0) r->read_gbps = k->read;
    r->clock = d->by_device ? "device" : "host";
}

static void fill_roof(ts_result *r, const ts_roofline *roof)
{
    if (!roof) return;
    r->sol = roof->share.mid;
    r->sol_lo = roof->share.lo;
    r->sol_hi = roof->share.hi;
    r->bound = roof->bound;
    if (!roof->impossible) return;
    r->verdict = "refused";
    r->why = roof->why;
}

/* What a refused line measured stays in its samples, and nowhere else. */
static void withhold(ts_result *r)
{
    r->value = r->lo = r->hi = r->p10 = r->p90 = r->gbps = r->gflops = NAN;
    r->sol = r->sol_lo = r->sol_hi = NAN;
}

static size_t samples_of(const ts_rounds *k, const char *unit, ts_sample sample[TS_MAX_ROUNDS])
{
    for (int i = 0; i < k->n; i++) {
        const ts_done *d = &k->round[i].done;
        sample[i] = ts_session_sample(k, i, in_unit(unit, d->seconds / d->units));
    }
    return (size_t)k->n;
}

void ts_session_fill(ts_result *r, const ts_rounds *rounds, const ts_roofline *roof)
{
    ts_sample sample[TS_MAX_ROUNDS];
    r->value = NAN;
    figures(r, sample, samples_of(rounds, r->unit, sample));
    fill_rates(r, rounds);
    fill_roof(r, roof);
    if (roof && roof->impossible) withhold(r);
}

void ts_session_light(ts_session *s, ts_result *r, const ts_rounds *rounds, double peak,
                      double floor, bool in_cache)
{
    ts_roofline roof;
    ts_roofline_of(rounds, peak, floor, in_cache, &roof);
    ts_session_fill(r, rounds, &roof);
    if (roof.impossible) r->why = ts_text_keep(&s->memory, roof.why);
}

ts_sample ts_session_sample(const ts_rounds *rounds, int i, double value)
{
    const ts_round *k = &rounds->round[i];
    return (ts_sample){.value = value,
                       .read_gbps = k->read > 0 ? k->read : NAN,
                       .steal = k->steal,
                       .foreign = k->foreign,
                       .kept = ts_rounds_kept(rounds, i)};
}

int ts_session_rounds(ts_session *s, ts_result *filled, const ts_rounds *rounds, ts_error *err)
{
    ts_sample sample[TS_MAX_ROUNDS];
    return ts_session_add(s, filled, sample, samples_of(rounds, filled->unit, sample), err);
}

/* ---- end ---- */

const char *ts_session_id(const ts_session *s)
{
    return s->begun ? s->id : NULL;
}

int ts_session_end(ts_session *s, ts_error *err)
{
    char finished[TS_TIME];
    if (!s) return 0;
    ts_time_text(finished);
    int rc = s->begun ? ts_store_end(s->store, s->id, finished, err) : 0;
    ts_session_free(s);
    return rc;
}

void ts_session_free(ts_session *s)
{
    if (!s) return;
    ts_store_close(s->store);
    ts_memory_free(s->memory);
    free(s);
}
