/* results_check.c - recomputing stored results from their samples. */
#include "tool/results_check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/stats.h"

/* Sums in another order differ by rounding; figures are printed with at most 17 digits. */
static const double rounding = 1e-9;

typedef struct line {
    const ts_record *record;
    size_t faults;
} line;

static void fault(line *l, const char *what, double have, double want)
{
    const ts_result *r = &l->record->result;
    printf("run %.8s result %zu (%s %s%s%s): %s is %.10g, not %.10g\n", l->record->run->id,
           l->record->seq, r->bench ? r->bench : "-", r->name ? r->name : "-", r->mode ? " " : "",
           r->mode ? r->mode : "", what, have, want);
    l->faults++;
}

/* What is not known is not wrong. */
static void must_equal(line *l, const char *what, double have, double want)
{
    if (isnan(have) || isnan(want)) return;
    if (fabs(have - want) > rounding * fmax(fabs(have), fabs(want))) fault(l, what, have, want);
}

static void must_not_exceed(line *l, const char *what, double have, double most)
{
    if (isnan(have) || isnan(most)) return;
    if (have > most + rounding * fabs(most)) fault(l, what, have, most);
}

static void check_samples(line *l, const ts_sample *sample, size_t n)
{
    const ts_result *r = &l->record->result;
    double *kept = malloc((n + 1) * sizeof *kept);
    size_t k = 0;
    if (!kept) return;
    for (size_t i = 0; i < n; i++)
        if (sample[i].kept) kept[k++] = sample[i].value;
    if (n) {
        must_equal(l, "value against the median of its samples", r->value, ts_median(kept, k));
        if (!k && !isnan(r->value)) fault(l, "samples that count", 0, 1);
        must_equal(l, "n against its samples", r->n, (double)k);
        must_equal(l, "dropped against its samples", r->dropped, (double)(n - k));
    }
    free(kept);
}

static void check_order(line *l)
{
    const ts_result *r = &l->record->result;
    must_not_exceed(l, "lower end of the interval above the value: it", r->lo, r->value);
    must_not_exceed(l, "value above the upper end of the interval: it", r->value, r->hi);
    must_not_exceed(l, "tenth percentile above the value: it", r->p10, r->value);
    must_not_exceed(l, "value above the ninetieth percentile: it", r->value, r->p90);
    must_not_exceed(l, "lower end of sol above it: it", r->sol_lo, r->sol);
    must_not_exceed(l, "sol above its upper end: it", r->sol, r->sol_hi);
}

/* 1e9 bytes a second are 1e3 bytes a microsecond. Published rates are what their authors counted. */
static void check_rates(line *l)
{
    const ts_result *r = &l->record->result;
    if (!r->unit || strcmp(r->unit, "us") != 0 || !(r->value > 0)) return;
    must_equal(l, "gbps against bytes / value", r->gbps, r->bytes / r->value / 1e3);
    must_equal(l, "gflops against flops / value", r->gflops, r->flops / r->value / 1e3);
}

int ts_results_recompute(ts_ledger *s, const char *run, ts_results_check *sum, ts_error *err)
{
    ts_records all;
    *sum = (ts_results_check){0};
    if (ts_store_load(s, NULL, run, &all, err)) return -1;
    for (size_t i = 0; i < all.n; i++) {
        line l = {&all.record[i], 0};
        ts_sample *sample;
        size_t n;
        if (ts_store_samples(s, l.record->run->id, l.record->seq, &sample, &n, err)) {
            ts_records_free(&all);
            return -1;
        }
        check_samples(&l, sample, n);
        check_order(&l);
        check_rates(&l);
        free(sample);
        sum->results++;
        sum->samples += n;
        sum->faults += l.faults;
    }
    ts_records_free(&all);
    return 0;
}
