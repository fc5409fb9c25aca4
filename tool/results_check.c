/* results_check.c - recomputing stored results from their samples, and from lines beside them. */
#include "tool/results_check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/noise.h"
#include "bench/roofline.h"
#include "bench/stats.h"

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
            check_say(l, noisy ? "it is noisy, and a sample was quiet or does not count"
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
    check_at_most(l, "lower end of the interval above the value: it", r->lo, r->value);
    check_at_most(l, "value above the upper end of the interval: it", r->value, r->hi);
    check_at_most(l, "tenth percentile above the value: it", r->p10, r->value);
    check_at_most(l, "value above the ninetieth percentile: it", r->value, r->p90);
    check_at_most(l, "lower end of sol above it: it", r->sol_lo, r->sol);
    check_at_most(l, "sol above its upper end: it", r->sol, r->sol_hi);
}

/* 1e9 bytes a second are 1e3 bytes a microsecond. Published rates are what their authors counted. */
static void check_time(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (!ts_same(r->unit, "us") || !(r->value > 0)) return;
    check_equal(l, "gbps against bytes / value", r->gbps, r->bytes / r->value / 1e3);
    check_equal(l, "gflops against flops / value", r->gflops, r->flops / r->value / 1e3);
}

/* What was refused has samples and no figure. */
static void check_refusal(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    double figures[] = {r->value, r->lo, r->hi, r->p10, r->p90, r->gbps, r->gflops, r->sol};
    if (ts_same(r->verdict, "refused"))
        for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
            if (!isnan(figures[i])) {
                check_say(l, "it was refused, and has a figure all the same");
                return;
            }
    if (!ts_same(l->record->run->kind, "published"))
        check_at_most(l, "a share above the ceiling: it", r->sol, TS_IMPOSSIBLE);
}

/* ---- against other lines of the run: ceilings, the parts of a token; and words ---- */

static bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static bool same_device(const ts_record *a, const ts_record *b)
{
    return a->run == b->run && ts_same(a->result.device, b->result.device) &&
           ts_same(a->result.device_name, b->result.device_name) &&
           same_number(a->result.threads, b->result.threads);
}

/* The ceiling that a column repeats must be one that was measured on the device before. */
static void check_ceiling(ts_check_line *l, const char *what, double have, const char *name)
{
    double last = NAN;
    if (isnan(have) || ts_same(l->record->result.bench, "ceiling")) return;
    for (const ts_record *r = l->all->record; r < l->record; r++) {
        if (!same_device(r, l->record) || !ts_same(r->result.bench, "ceiling")) continue;
        if (ts_same(r->result.name, name)) last = r->result.value;
    }
    check_equal(l, what, have, last);
}

static bool same_token(const ts_record *a, const ts_record *b)
{
    return same_device(a, b) && ts_same(b->result.bench, "breakdown") &&
           ts_same(a->result.dtype, b->result.dtype) && ts_same(a->result.mode, b->result.mode) &&
           same_number(a->result.context, b->result.context);
}

/* What is left of the token when all classes are taken away; NAN where one of them was refused. */
static double left_of_token(const ts_check_line *l)
{
    double token = NAN, sum = 0;
    for (const ts_record *r = l->all->record; r < l->record; r++) {
        if (!same_token(l->record, r)) continue;
        if (ts_same(r->result.name, "token"))
            token = r->result.value;
        else
            sum += r->result.value;
    }
    return token - sum;
}

/* Differences of large numbers keep fewer digits. */
static void check_parts(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (!ts_same(r->bench, "breakdown") || !ts_same(r->name, "between launches")) return;
    double want = left_of_token(l);
    if (fabs(r->value - want) > 1e-3)
        check_fault(l, "what lies between launches against the token less its classes", r->value,
                    want);
}

/* ---- words ---- */

static const char *const verdicts[] = {"pass", "fail", "refused", "none", NULL};
static const char *const bounds[] = {"memory", "compute", "cache", "launch", NULL};
static const char *const clocks[] = {"host", "device", NULL};

static void check_word(ts_check_line *l, const char *column, const char *word,
                       const char *const *known)
{
    char text[128];
    if (!word) return;
    for (; *known; known++)
        if (!strcmp(word, *known)) return;
    snprintf(text, sizeof text, "%s is \"%.40s\", which is none of its words", column, word);
    check_say(l, text);
}

/* "tg128": so many tokens; "pp512": such a prompt. A breakdown is of one of the tokens. */
static void check_mode(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (!r->mode || ts_same(r->bench, "breakdown")) return;
    bool generates = !strncmp(r->mode, "tg", 2), feeds = !strncmp(r->mode, "pp", 2);
    if (generates) check_equal(l, "tokens against the mode", r->tokens, strtod(r->mode + 2, NULL));
    if (feeds) check_equal(l, "prompt against the mode", r->prompt, strtod(r->mode + 2, NULL));
}

static void check_kinds(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (ts_same(r->bench, "ceiling") && ts_same(r->name, "read"))
        check_equal(l, "gbps of a ceiling against its value", r->gbps, r->value);
    if (ts_same(r->bench, "ladder") && !(r->value >= 0 && r->value <= 4))
        check_fault(l, "a level", r->value, 4);
    if (ts_same(r->unit, "level") && r->value != floor(r->value))
        check_fault(l, "a level between two", r->value, floor(r->value));
}

static void check_dates(ts_check_line *l)
{
    const ts_run_info *run = l->record->run;
    if (l->record->seq || !run->started || !run->finished) return; /* once a run */
    if (strcmp(run->finished, run->started) < 0) check_say(l, "its run ended before it began");
}

static void check_beside(ts_check_line *l)
{
    const ts_result *r = &l->record->result;
    if (ts_same(l->record->run->kind, "published")) return;
    check_ceiling(l, "peak_gflops against the ceiling of its run", r->peak_gflops, "fma");
    check_ceiling(l, "floor_us against the empty launch of its run", r->floor_us, "launch");
    check_parts(l);
    check_word(l, "verdict", r->verdict, verdicts);
    check_word(l, "bound", r->bound, bounds);
    check_word(l, "clock", r->clock, clocks);
    check_mode(l);
    check_kinds(l);
    check_dates(l);
}

void ts_check_one(ts_check_line *l)
{
    check_samples(l);
    if (!l->samples) check_time(l);
    check_order(l);
    check_refusal(l);
    check_beside(l);
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
