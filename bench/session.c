/* session.c - see session.h. */
#include "bench/session.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/ceiling.h"
#include "store/store.h"

extern const char ts_bench_figures[], ts_bench_line[], ts_bench_shown[]; /* figures.sql, ... */

struct ts_session {
    ts_ledger *store;       /* in memory where lines are only printed */
    bool json, kept, begun; /* begun: the run is in the store, since it has a line */
    int lines;
    ts_run_info run;
    ts_result place; /* what lines say of their device */
    void *memory;    /* of texts in those, and of what is said against lines */
};

/* ---- columns ---- */

enum { MOST = 64 }; /* columns of a line, and what is asked beside them */

/* Of a row, as parameters behind those that there are. */
static void give(const ts_column *c, const void *row, const char **name, ts_value *value,
                 ts_selection *from)
{
    for (; c->name; c++) {
        value[from->columns] = ts_column_get(c, row);
        name[from->columns++] = c->name;
    }
}

/* What is known of them in the first row that came out; its texts are kept. */
static void take(const ts_column *c, void *row, const ts_selection *x, void **memory)
{
    for (; c->name; c++) {
        const ts_value *v = ts_value_in(x, x->row[0], c->name, strlen(c->name));
        if (v && (v->text || !isnan(v->number)))
            ts_column_set(c, row, (ts_value){ts_text_keep(memory, v->text), v->number, v->whole});
    }
}

/* ---- begin ---- */

/* The machine's id is of a kind of machine, so the same after a reboot, on another of its kind, and beside load. */
static int describe_run(ts_session *s, const char *command, const char *note, ts_error *err)
{
    static const char sql[] =
        "SELECT lower(hex(randomblob(16))) AS id, 'measured' AS kind, 'tessera ' || :version AS "
        "source, strftime('%Y-%m-%dT%H:%M:%SZ', 'now') AS started, "
        "digest(printf('%s|%.0f|%.0f|%s|%s', :cpu, :cores, :memory_bytes / (1 << 30), :isa, "
        "ifnull(:hypervisor, '')), 16) AS machine";
    const char *name[MOST];
    ts_value value[MOST];
    ts_selection x = {0}, from = {.name = name};
    s->run = ts_run_blank();
    ts_machine_tell(&s->run, &s->memory);
    s->run.command = command;
    s->run.version = ts_build_version;
    s->run.note = note;
    give(ts_run_columns, &s->run, name, value, &from);
    int bad = ts_store_select(s->store, sql, &from, value, &x, err);
    if (!bad) take(ts_run_columns, &s->run, &x, &s->memory);
    ts_selection_free(&x);
    return bad;
}

static int open_store(ts_session *s, const char *store, ts_error *err)
{
    char path[4096];
    s->kept = !store || store[0];
    if (!store && ts_store_path(path, sizeof path, err)) return -1;
    s->store = s->kept ? ts_store_open(store ? store : path, false, err)
                       : ts_store_passing("this run", err);
    return s->store && !ts_session_functions(s->store, err)
               ? ts_store_exec(s->store, ts_bench_shown, err)
               : -1;
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
    if (!open_store(s, store, err) && !describe_run(s, command, note, err)) return s;
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

/* A line that names a device of its own says of it what is known. */
static void place(const ts_session *s, ts_result *r)
{
    bool own = r->device;
    for (const ts_column *c = ts_result_columns; c->name && !own; c++) {
        const ts_value x = ts_column_get(c, r);
        if (!x.text && isnan(x.number)) ts_column_set(c, r, ts_column_get(c, &s->place));
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
    s->lines++;
    return ts_store_add(s->store, s->run.id, line, sample, n, err);
}

/* ---- figures ---- */

/* An end of the interval that ts_rounds has, too. */
static double interval(const double *x, size_t n, double end)
{
    ts_interval i = ts_median_interval(x, n, 0.95, 1);
    return end < 0 ? i.lo : i.hi;
}

int ts_session_functions(ts_ledger *s, ts_error *err)
{
    static const ts_aggregate all[] = {{"quantile", ts_quantile}, {"interval", interval}};
    return ts_store_aggregate(s, &all[0], err) || ts_store_aggregate(s, &all[1], err) ? -1 : 0;
}

int ts_session_figures(ts_ledger *s, const char *of, const ts_selection *lines,
                       const ts_value *line, ts_selection *out, ts_error *err)
{
    char *sql;
    if (asprintf(&sql, "%s%s", ts_bench_figures, of) < 0)
        return ts_fail(err, "no memory for the figures of a line");
    int bad = ts_store_select(s, sql, lines, line, out, err);
    free(sql);
    return bad;
}

static int ask(ts_session *s, const ts_result *r, const char *list, double floor, bool cached,
               ts_selection *out, ts_error *err)
{
    const char *name[MOST] = {"list", "floor", "cached", "impossible"};
    ts_value value[MOST] = {{list, NAN, false},
                            {NULL, floor, false},
                            {NULL, cached, true},
                            {NULL, TS_IMPOSSIBLE, false}};
    ts_selection from = {.name = name, .columns = 4};
    give(ts_result_columns, r, name, value, &from);
    return ts_session_figures(s->store, ts_bench_line, &from, value, out, err);
}

static double number_of(const ts_selection *x, const char *name)
{
    return ts_value_in(x, x->row[0], name, strlen(name))->number;
}

static void refuse(ts_session *s, ts_result *r, const ts_selection *x)
{
    char why[200];
    ts_beats_ceiling_why(number_of(x, "share"), number_of(x, "by_memory") != 0, why, sizeof why);
    r->verdict = "refused";
    r->why = ts_text_keep(&s->memory, why);
}

/* What follows from what is stored is to follow from what is stored: the median of rates, say, which of an even number
 * of samples is not the rate of the median. */
static int reckon(ts_session *s, ts_result *r, const ts_sample *sample, size_t n, double floor,
                  bool cached, ts_error *err)
{
    ts_selection x = {0};
    if (!n || !isnan(r->value) || ts_same(r->verdict, "refused")) return 0;
    char *list = ts_json_samples(sample, n);
    int bad = list ? ask(s, r, list, floor, cached, &x, err)
                   : ts_fail(err, "no memory for the samples of a line");
    free(list);
    if (!bad && x.n) take(ts_result_columns, r, &x, &s->memory);
    if (!bad && x.n && number_of(&x, "refused")) refuse(s, r, &x);
    ts_selection_free(&x);
    return bad;
}

int ts_session_add(ts_session *s, ts_result *r, const ts_sample *sample, size_t n, ts_error *err)
{
    if (reckon(s, r, sample, n, 0, false, err)) return -1;
    ts_result line = *r;
    place(s, &line);
    if (s->json) print_json(&line);
    return store_line(s, &line, sample, n, err);
}

/* ---- rounds ---- */

static double in_unit(const char *unit, double each)
{
    return !strcmp(unit, "us") ? 1e6 * each : !strcmp(unit, "s") ? each : 1 / each;
}

static void describe(ts_result *r, const ts_rounds *k)
{
    const ts_done *d = &k->round[0].done;
    r->value = NAN;
    r->dropped = k->dropped;
    r->noisy = k->noisy;
    if (isnan(r->launches)) r->launches = d->units;
    if (d->bytes > 0) r->bytes = d->bytes / d->units;
    if (d->flops > 0) r->flops = d->flops / d->units;
    r->clock = d->by_device ? "device" : "host";
}

static size_t samples_of(const ts_rounds *k, const char *unit, ts_sample sample[TS_MAX_ROUNDS])
{
    for (int i = 0; i < k->n; i++) {
        const ts_done *d = &k->round[i].done;
        sample[i] = ts_session_sample(k, i, in_unit(unit, d->seconds / d->units));
    }
    return (size_t)k->n;
}

int ts_session_fill(ts_session *s, ts_result *r, const ts_rounds *rounds, double floor, bool cached,
                    ts_error *err)
{
    ts_sample sample[TS_MAX_ROUNDS];
    describe(r, rounds);
    return reckon(s, r, sample, samples_of(rounds, r->unit, sample), floor, cached, err);
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

int ts_session_rounds(ts_session *s, ts_result *r, const ts_rounds *rounds, double floor,
                      bool cached, ts_error *err)
{
    ts_sample sample[TS_MAX_ROUNDS];
    if (ts_session_fill(s, r, rounds, floor, cached, err)) return -1;
    return ts_session_add(s, r, sample, samples_of(rounds, r->unit, sample), err);
}

int ts_session_select(ts_session *s, const char *sql, double number, ts_selection *out,
                      ts_error *err)
{
    static const char *const name[] = {"run", "last", "number"};
    const ts_value value[] = {
        {s->run.id, NAN, false}, {NULL, s->lines - 1, true}, {NULL, number, false}};
    return ts_store_select(s->store, sql, &(ts_selection){.name = name, .columns = 3}, value, out,
                           err);
}

/* ---- end ---- */

const char *ts_session_id(const ts_session *s)
{
    return s->begun && s->kept ? s->run.id : NULL;
}

int ts_session_end(ts_session *s, ts_error *err)
{
    if (!s) return 0;
    int rc = s->begun ? ts_store_end(s->store, s->run.id, NULL, err) : 0;
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
