/* results_check.c - recomputing stored results from their samples, and from lines beside them. */
#include "tool/results_check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/noise.h"
#include "bench/roofline.h"
#include "bench/stats.h"
#include "store/columns.h"

extern const char ts_tool_results_check[]; /* results_check.sql */

static const double rounding = 1e-9;
#define LEVEL 0.95
enum { SEED = 1 }; /* of all intervals (rounds.c) */

/* ---- faults ---- */

static void begin_fault(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    printf("run %.8s result %zu (%s %s%s%s): ", l->record->run->id, l->record->seq,
           r->bench ? r->bench : "-", r->name ? r->name : "-", r->mode ? " " : "",
           r->mode ? r->mode : "");
    l->faults++;
}

static void check_fault(ts_check_line *l, const char *what, double have, double want)
{
    begin_fault(l);
    printf("%s is %.10g, not %.10g\n", what, have, want);
}

static void check_say(ts_check_line *l, const char *what)
{
    begin_fault(l);
    printf("%s\n", what);
}

/* What is not known is not wrong. */
static void check_equal(ts_check_line *l, const char *what, double have, double want)
{
    if (isnan(have) || isnan(want)) return;
    if (fabs(have - want) > rounding * fmax(fabs(have), fabs(want)))
        check_fault(l, what, have, want);
}

static void check_at_most(ts_check_line *l, const char *what, double have, double most)
{
    if (isnan(have) || isnan(most)) return;
    if (have > most + rounding * fabs(most)) check_fault(l, what, have, most);
}

/* ---- from the samples ---- */

/* What get() says of each sample that counts; how many. */
static size_t collect(const ts_check_line *l,
                      double (*get)(const ts_check_line *, const ts_sample *), double *to)
{
    size_t n = 0;
    for (size_t i = 0; i < l->samples; i++)
        if (l->sample[i].kept) to[n++] = get(l, &l->sample[i]);
    return n;
}

static double value_of(const ts_check_line *l, const ts_sample *s)
{
    (void)l;
    return s->value;
}

static double reading_of(const ts_check_line *l, const ts_sample *s)
{
    (void)l;
    return s->read_gbps;
}

static double seconds_of(const ts_check_line *l, const ts_sample *s)
{
    return ts_seconds_of(l->record->result.unit, s->value);
}

/* The speed of light by the time, as roofline.c has it. */
static double share_of(const ts_check_line *l, const ts_sample *s)
{
    const ts_result *r = &l->record->result;
    double read = r->bytes / (1e9 * s->read_gbps), work = r->flops / (1e9 * r->peak_gflops);
    return fmax(read, work) / seconds_of(l, s); /* fmax: of the one that is known */
}

static void check_values(ts_check_line *l, double *x)
{
    const ts_result *r = &l->record->result;
    size_t k = collect(l, value_of, x);
    check_equal(l, "n against its samples", r->n, (double)k);
    check_equal(l, "dropped against its samples", r->dropped, (double)(l->samples - k));
    if (!k && !isnan(r->value)) check_fault(l, "samples that count", 0, 1);
    check_equal(l, "value against the median of its samples", r->value, ts_median(x, k));
    check_equal(l, "p10 against its samples", r->p10, ts_quantile(x, k, 0.1));
    check_equal(l, "p90 against its samples", r->p90, ts_quantile(x, k, 0.9));
    if (ts_same(r->bench, "ceiling") && isnan(r->lo)) return; /* hi: the best one, once */
    ts_interval m = ts_median_interval(x, k, LEVEL, SEED);
    check_equal(l, "lower end of the interval against its samples", r->lo, m.lo);
    check_equal(l, "upper end of the interval against its samples", r->hi, m.hi);
}

static void check_reading(ts_check_line *l, double *x)
{
    size_t k = collect(l, reading_of, x);
    for (size_t i = 0; i < k; i++)
        if (isnan(x[i])) return;
    if (k)
        check_equal(l, "read_gbps against its samples", l->record->result.read_gbps,
                    ts_median(x, k));
}

/* What comes from caches has another ceiling, and a line that launching bounds does not say which. */
static void check_share(ts_check_line *l, double *x)
{
    const ts_result *r = &l->record->result;
    if (!ts_same(r->bound, "memory") && !ts_same(r->bound, "compute")) return;
    if (ts_same(r->mode, "hot")) return;
    size_t k = collect(l, share_of, x);
    ts_interval m = ts_median_interval(x, k, LEVEL, SEED);
    check_equal(l, "sol against its samples", r->sol, m.mid);
    check_equal(l, "lower end of sol against its samples", r->sol_lo, m.lo);
    check_equal(l, "upper end of sol against its samples", r->sol_hi, m.hi);
    if (ts_beats_ceiling(m.mid) && !isnan(r->value))
        check_fault(l, "a share above the ceiling with a value: it", m.mid, TS_IMPOSSIBLE);
}

static void check_rates(ts_check_line *l, double *x)
{
    const ts_result *r = &l->record->result;
    size_t k = collect(l, seconds_of, x);
    double seconds = ts_median(x, k);
    if (isnan(r->value) || !(seconds > 0)) return;
    check_equal(l, "gbps against bytes / time", r->gbps, 1e-9 * r->bytes / seconds);
    check_equal(l, "gflops against flops / time", r->gflops, 1e-9 * r->flops / seconds);
}

static void check_samples(ts_check_line *l)
{
    double *x = malloc((l->samples + 1) * sizeof *x);
    if (x && l->samples) {
        check_values(l, x);
        check_reading(l, x);
        check_share(l, x);
        check_rates(l, x);
    }
    free(x);
}

/* ---- from each other, from lines before it in its run, and words ---- */

typedef struct values {
    const char *name[96];
    ts_value value[96];
    size_t n;
} values;

static void name_value(values *v, const char *name, const char *text, double x)
{
    v->name[v->n] = name;
    v->value[v->n++] = (ts_value){text, x, false};
}

static void name_columns(values *v, const ts_column *c, const void *row)
{
    for (; c->name; c++)
        name_value(v, c->name, c->text ? ts_column_text(c, row) : NULL,
                   c->text ? NAN : ts_column_number(c, row));
}

static void judge(ts_check_line *l, const ts_value *x)
{
    const char *rule = x[0].text ? x[0].text : "", *what = x[1].text;
    if (*rule == '=') check_equal(l, what, x[2].number, x[3].number);
    if (*rule == '<') check_at_most(l, what, x[2].number, x[3].number);
    if (*rule == '!') check_fault(l, what, x[2].number, x[3].number);
    if (!*rule) check_say(l, what);
}

int ts_check_one(ts_check_line *l, ts_error *err)
{
    values v = {.n = 0};
    void *memory = NULL;
    ts_rows r;
    check_samples(l);
    name_columns(&v, ts_run_columns, l->record->run);
    name_columns(&v, ts_result_columns, &l->record->result);
    name_value(&v, "seq", NULL, (double)l->record->seq);
    name_value(&v, "limit", NULL, TS_NOISE_LIMIT);
    name_value(&v, "most", NULL, TS_IMPOSSIBLE);
    const ts_rows from = {.name = v.name, .columns = v.n};
    int bad = ts_store_select(l->store, ts_tool_results_check, &from, v.value, &r, &memory, err);
    for (size_t i = 0; i < r.n && !bad; i++) judge(l, r.row[i]);
    ts_memory_free(memory);
    return bad;
}

int ts_results_recompute(ts_ledger *s, const char *run, ts_results_check *sum, ts_error *err)
{
    ts_records all;
    *sum = (ts_results_check){0};
    if (ts_store_load(s, NULL, run, &all, err)) return -1;
    int bad = 0;
    for (size_t i = 0; i < all.n && !bad; i++) {
        ts_check_line l = {.store = s, .record = &all.record[i]};
        ts_sample *sample;
        bad = ts_store_samples(s, l.record->run->id, l.record->seq, &sample, &l.samples, err);
        l.sample = sample;
        if (!bad) bad = ts_check_one(&l, err);
        free(sample);
        sum->results++;
        sum->samples += l.samples;
        sum->faults += l.faults;
    }
    ts_records_free(&all);
    return bad;
}
