/* results_check.c - recomputing stored results from their samples. */
#include "tool/results_check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/noise.h"
#include "bench/roofline.h"
#include "bench/stats.h"
#include "tool/results_line.h"

static const double rounding = 1e-9;
#define LEVEL 0.95
enum { SEED = 1 }; /* of all intervals (rounds.c) */

/* ---- faults ---- */

bool ts_check_is(const char *text, const char *word)
{
    return text && !strcmp(text, word);
}

static void begin_fault(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    printf("run %.8s result %zu (%s %s%s%s): ", l->record->run->id, l->record->seq,
           r->bench ? r->bench : "-", r->name ? r->name : "-", r->mode ? " " : "",
           r->mode ? r->mode : "");
    l->faults++;
}

void ts_check_fault(ts_check_line *l, const char *what, double have, double want)
{
    begin_fault(l);
    printf("%s is %.10g, not %.10g\n", what, have, want);
}

void ts_check_say(ts_check_line *l, const char *what)
{
    begin_fault(l);
    printf("%s\n", what);
}

/* What is not known is not wrong. */
void ts_check_equal(ts_check_line *l, const char *what, double have, double want)
{
    if (isnan(have) || isnan(want)) return;
    if (fabs(have - want) > rounding * fmax(fabs(have), fabs(want)))
        ts_check_fault(l, what, have, want);
}

void ts_check_at_most(ts_check_line *l, const char *what, double have, double most)
{
    if (isnan(have) || isnan(most)) return;
    if (have > most + rounding * fabs(most)) ts_check_fault(l, what, have, most);
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

/* Of a unit; NAN where the unit is no time and no rate. */
static double seconds_of(const ts_check_line *l, const ts_sample *s)
{
    const char *unit = l->record->result.unit;
    if (ts_check_is(unit, "us")) return 1e-6 * s->value;
    if (ts_check_is(unit, "s")) return s->value;
    return ts_check_is(unit, "tok/s") || ts_check_is(unit, "launches/s") ? 1 / s->value : NAN;
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
    ts_check_equal(l, "n against its samples", r->n, (double)k);
    ts_check_equal(l, "dropped against its samples", r->dropped, (double)(l->samples - k));
    if (!k && !isnan(r->value)) ts_check_fault(l, "samples that count", 0, 1);
    ts_check_equal(l, "value against the median of its samples", r->value, ts_median(x, k));
    ts_check_equal(l, "p10 against its samples", r->p10, ts_quantile(x, k, 0.1));
    ts_check_equal(l, "p90 against its samples", r->p90, ts_quantile(x, k, 0.9));
    if (ts_check_is(r->bench, "ceiling") && isnan(r->lo)) return; /* hi: the best one, once */
    ts_interval m = ts_median_interval(x, k, LEVEL, SEED);
    ts_check_equal(l, "lower end of the interval against its samples", r->lo, m.lo);
    ts_check_equal(l, "upper end of the interval against its samples", r->hi, m.hi);
}

static void check_reading(ts_check_line *l, double *x)
{
    size_t k = collect(l, reading_of, x);
    for (size_t i = 0; i < k; i++)
        if (isnan(x[i])) return;
    if (k)
        ts_check_equal(l, "read_gbps against its samples", l->record->result.read_gbps,
                       ts_median(x, k));
}

/* What comes from caches has another ceiling, and a line that launching bounds does not say which. */
static void check_share(ts_check_line *l, double *x)
{
    const ts_result *r = &l->record->result;
    if (!ts_check_is(r->bound, "memory") && !ts_check_is(r->bound, "compute")) return;
    if (ts_check_is(r->mode, "hot")) return;
    size_t k = collect(l, share_of, x);
    ts_interval m = ts_median_interval(x, k, LEVEL, SEED);
    ts_check_equal(l, "sol against its samples", r->sol, m.mid);
    ts_check_equal(l, "lower end of sol against its samples", r->sol_lo, m.lo);
    ts_check_equal(l, "upper end of sol against its samples", r->sol_hi, m.hi);
    if (ts_beats_ceiling(m.mid) && !isnan(r->value))
        ts_check_fault(l, "a share above the ceiling with a value: it", m.mid, TS_IMPOSSIBLE);
}

static void check_rates(ts_check_line *l, double *x)
{
    const ts_result *r = &l->record->result;
    size_t k = collect(l, seconds_of, x);
    double seconds = ts_median(x, k);
    if (isnan(r->value) || !(seconds > 0)) return;
    ts_check_equal(l, "gbps against bytes / time", r->gbps, 1e-9 * r->bytes / seconds);
    ts_check_equal(l, "gflops against flops / time", r->gflops, 1e-9 * r->flops / seconds);
}

static bool quiet(const ts_sample *s)
{
    return s->steal <= TS_NOISE_LIMIT && s->foreign <= TS_NOISE_LIMIT;
}

static bool disturbed(const ts_sample *s)
{
    return s->steal > TS_NOISE_LIMIT || s->foreign > TS_NOISE_LIMIT;
}

/* Noisy: all count, since none was quiet. Else exactly the quiet ones do. */
static void check_noise(ts_check_line *l)
{
    bool noisy = l->record->result.noisy > 0;
    for (size_t i = 0; i < l->samples; i++) {
        const ts_sample *s = &l->sample[i];
        if (isnan(s->steal) || isnan(s->foreign)) continue;
        if (noisy ? quiet(s) || !s->kept : s->kept ? disturbed(s) : quiet(s)) {
            ts_check_say(l, noisy ? "it is noisy, and a sample was quiet or does not count"
                                  : "a sample that was disturbed counts, or a quiet one does not");
            return;
        }
    }
}

static void check_samples(ts_check_line *l)
{
    double *x = malloc((l->samples + 1) * sizeof *x);
    if (x && l->samples) {
        check_values(l, x);
        check_reading(l, x);
        check_share(l, x);
        check_rates(l, x);
        check_noise(l);
    }
    free(x);
}

/* ---- from each other ---- */

static void check_order(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    ts_check_at_most(l, "lower end of the interval above the value: it", r->lo, r->value);
    ts_check_at_most(l, "value above the upper end of the interval: it", r->value, r->hi);
    ts_check_at_most(l, "tenth percentile above the value: it", r->p10, r->value);
    ts_check_at_most(l, "value above the ninetieth percentile: it", r->value, r->p90);
    ts_check_at_most(l, "lower end of sol above it: it", r->sol_lo, r->sol);
    ts_check_at_most(l, "sol above its upper end: it", r->sol, r->sol_hi);
}

/* 1e9 bytes a second are 1e3 bytes a microsecond. Published rates are what their authors counted. */
static void check_time(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (!ts_check_is(r->unit, "us") || !(r->value > 0)) return;
    ts_check_equal(l, "gbps against bytes / value", r->gbps, r->bytes / r->value / 1e3);
    ts_check_equal(l, "gflops against flops / value", r->gflops, r->flops / r->value / 1e3);
}

/* What was refused has samples and no figure. */
static void check_refusal(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    double figures[] = {r->value, r->lo, r->hi, r->p10, r->p90, r->gbps, r->gflops, r->sol};
    if (ts_check_is(r->verdict, "refused"))
        for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
            if (!isnan(figures[i])) {
                ts_check_say(l, "it was refused, and has a figure all the same");
                return;
            }
    if (!ts_check_is(l->record->run->kind, "published"))
        ts_check_at_most(l, "a share above the ceiling: it", r->sol, TS_IMPOSSIBLE);
}

void ts_check_one(ts_check_line *l)
{
    check_samples(l);
    if (!l->samples) check_time(l);
    check_order(l);
    check_refusal(l);
    ts_check_beside(l);
}

int ts_results_recompute(ts_ledger *s, const char *run, ts_results_check *sum, ts_error *err)
{
    ts_records all;
    *sum = (ts_results_check){0};
    if (ts_store_load(s, NULL, run, &all, err)) return -1;
    for (size_t i = 0; i < all.n; i++) {
        ts_check_line l = {.all = &all, .record = &all.record[i]};
        ts_sample *sample;
        if (ts_store_samples(s, l.record->run->id, l.record->seq, &sample, &l.samples, err)) {
            ts_records_free(&all);
            return -1;
        }
        l.sample = sample;
        ts_check_one(&l);
        free(sample);
        sum->results++;
        sum->samples += l.samples;
        sum->faults += l.faults;
    }
    ts_records_free(&all);
    return 0;
}
