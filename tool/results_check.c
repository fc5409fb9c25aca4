/* results_check.c - recomputing stored results from their samples, and from lines beside them. */
#include "tool/results_check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench/noise.h"
#include "bench/roofline.h"
#include "bench/stats.h"
#include "store/columns.h"

extern const char ts_tool_results_check[]; /* results_check.sql */

static const double rounding = 1e-9;
#define LEVEL 0.95
enum { SEED = 1, MOST = 96 }; /* of all intervals (rounds.c); columns of a line */

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

/* Of those that count: value, reading, seconds, and the share of the speed of light, as roofline.c has it. */
static const char counted[] =
    "SELECT value, read_gbps, seconds, coalesce(max(reading, working), reading, working) / seconds "
    "FROM (SELECT *, :bytes / (1e9 * read_gbps) AS reading, :flops / (1e9 * :peak_gflops) AS "
    "working, CASE WHEN :unit NOT IN ('tok/s', 'launches/s') THEN value * CASE :unit WHEN 's' THEN "
    "1.0 WHEN 'ms' THEN 1e-3 WHEN 'us' THEN 1e-6 WHEN 'ns' THEN 1e-9 END WHEN value > 0 THEN 1 / "
    "value END AS seconds FROM sample WHERE run = :id AND seq = :seq AND kept ORDER BY i)";
enum { VALUE, READING, SECONDS, SHARE };

/* Those that are known; how many. */
static size_t column(const ts_selection *r, size_t at, double *to)
{
    size_t n = 0;
    for (size_t i = 0; i < r->n; i++)
        if (!isnan(r->row[i][at].number)) to[n++] = r->row[i][at].number;
    return n;
}

static void check_values(ts_check_line *l, const ts_selection *counts, double *x)
{
    const ts_result *r = &l->record->result;
    size_t k = column(counts, VALUE, x);
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

/* What comes from caches has another ceiling, and a line that launching bounds does not say which. */
static void check_share(ts_check_line *l, const ts_selection *counts, double *x)
{
    const ts_result *r = &l->record->result;
    if (!ts_same(r->bound, "memory") && !ts_same(r->bound, "compute")) return;
    if (ts_same(r->mode, "hot")) return;
    ts_interval m = ts_median_interval(x, column(counts, SHARE, x), LEVEL, SEED);
    check_equal(l, "sol against its samples", r->sol, m.mid);
    check_equal(l, "lower end of sol against its samples", r->sol_lo, m.lo);
    check_equal(l, "upper end of sol against its samples", r->sol_hi, m.hi);
    if (ts_beats_ceiling(m.mid) && !isnan(r->value))
        check_fault(l, "a share above the ceiling with a value: it", m.mid, TS_IMPOSSIBLE);
}

static void check_rates(ts_check_line *l, const ts_selection *counts, double *x)
{
    const ts_result *r = &l->record->result;
    size_t k = column(counts, READING, x);
    if (k && k == counts->n)
        check_equal(l, "read_gbps against its samples", r->read_gbps, ts_median(x, k));
    check_share(l, counts, x);
    double seconds = ts_median(x, column(counts, SECONDS, x));
    if (isnan(r->value) || !(seconds > 0)) return;
    check_equal(l, "gbps against bytes / time", r->gbps, 1e-9 * r->bytes / seconds);
    check_equal(l, "gflops against flops / time", r->gflops, 1e-9 * r->flops / seconds);
}

static void check_samples(ts_check_line *l, const ts_selection *counts)
{
    double *x = malloc((counts->n + 1) * sizeof *x);
    if (x && l->samples) {
        check_values(l, counts, x);
        check_rates(l, counts, x);
    }
    free(x);
}

/* ---- from the line, and from those before it in its run ---- */

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
    const ts_column *const parts[] = {ts_run_columns, ts_result_columns};
    const void *const row[] = {l->record->run, &l->record->result};
    const char *name[MOST] = {"seq", "limit", "most"};
    ts_value value[MOST] = {{NULL, (double)l->record->seq, false},
                            {NULL, TS_NOISE_LIMIT, false},
                            {NULL, TS_IMPOSSIBLE, false}};
    ts_selection counts, r, from = {.name = name, .columns = 3};
    void *memory = NULL;
    for (int i = 0; i < 2; i++) {
        size_t n = ts_row_values(parts[i], row[i], value + from.columns);
        for (size_t k = 0; k < n; k++) name[from.columns++] = parts[i][k].name;
    }
    int bad = ts_store_select(l->store, counted, &from, value, &counts, &memory, err) ||
              ts_store_select(l->store, ts_tool_results_check, &from, value, &r, &memory, err);
    if (!bad) check_samples(l, &counts);
    for (size_t i = 0; !bad && i < r.n; i++) judge(l, r.row[i]);
    ts_memory_free(memory);
    return bad ? -1 : 0;
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
        if (!bad) bad = ts_check_one(&l, err);
        free(sample);
        sum->results++;
        sum->samples += l.samples;
        sum->faults += l.faults;
    }
    ts_records_free(&all);
    return bad;
}
