/* test_results_check.c - `tessera results check`: a measured set that is right passes, and whatever figure of
 * it is changed is noticed, column by column, as far as it follows from anything. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/compare.h"
#include "bench/noise.h"
#include "bench/ceiling.h"
#include "store/transfer.h"
#include "test/store/records.h"
#include "tool/results_check.h"

static const char measured[] = TESSERA_SOURCE_DIR "/results/amd-epyc-2-cores/results.jsonl";
static char folder[48];
static ts_ledger *store;
static ts_records all;

static int setup(void **state)
{
    (void)state;
    char path[64];
    ts_error err = {0};
    snprintf(folder, sizeof folder, "%s/tessera-check-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    if (!mkdtemp(folder)) return -1;
    snprintf(path, sizeof path, "%s/results.db", folder);
    store = ts_store_open(path, false, &err);
    if (!store || ts_store_import(store, measured, NULL, NULL, NULL, &err) ||
        ts_store_load(store, NULL, NULL, &all, &err))
        fail_msg("%s", err.text);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    char command[64];
    ts_records_free(&all);
    ts_store_close(store);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

/* A line as it is now, as a SELECT would give it. */
static int check_one(const ts_record *r, size_t *faults, ts_error *err)
{
    const ts_column *const parts[] = {ts_run_columns, ts_result_columns};
    const void *const row[] = {r->run, &r->result};
    const char *name[96] = {"seq"};
    ts_value value[96] = {{NULL, (double)r->seq, true}};
    ts_selection from = {.name = name, .columns = 1};
    for (int i = 0; i < 2; i++) {
        size_t n = ts_row_values(parts[i], row[i], value + from.columns);
        for (size_t k = 0; k < n; k++) name[from.columns++] = parts[i][k].name;
    }
    return ts_check_one(store, &from, value, faults, err);
}

/* Faults of a line; what is printed of them goes nowhere. */
static size_t faults_of(const ts_record *r)
{
    ts_error err = {0};
    size_t faults = 0;
    fflush(stdout);
    int keep = dup(1), nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    int bad = check_one(r, &faults, &err);
    fflush(stdout);
    dup2(keep, 1);
    close(keep);
    close(nowhere);
    if (bad) fail_msg("%s", err.text);
    return faults;
}

static bool is(const char *a, const char *b)
{
    return a && !strcmp(a, b);
}

/* What nothing else in a store says: what was asked for, and what is known of the model alone. */
static bool stands_alone(const ts_result *r, const char *column)
{
    static const char *const asked[] = {"threads", "batch", "context", "launches"};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (is(column, asked[i])) return true;
    if (is(r->bench, "ceiling"))
        return is(column, "noisy") || is(column, "hi") || is(column, "bytes");
    if (is(r->bench, "memory")) return is(column, "value");
    if (is(column, "tokens"))
        return !r->mode || strncmp(r->mode, "tg", 2) != 0 || is(r->bench, "breakdown");
    if (is(column, "bytes")) return isnan(r->gbps); /* refused: no rate either */
    return false;
}

static double other_than(double x, const char *column)
{
    if (is(column, "noisy")) return 1 - x;
    return x == 0 ? 7 : 1.5 * x; /* levels: 0 to 4; three halves of 2 is 3 */
}

/* The first two lines of each bench that have something in the column. */
static void change_column(const ts_column *c, size_t *tried)
{
    const char *seen[32];
    size_t n = 0;
    for (size_t i = 0; i < all.n; i++) {
        ts_result *r = &all.record[i].result;
        double x = ts_column_get(c, r).number;
        size_t times = 0;
        for (size_t k = 0; k < n; k++) times += is(r->bench, seen[k]);
        if (isnan(x) || times == 2 || n == 32 || stands_alone(r, c->name)) continue;
        if (is(r->bench, "ladder") && x != 1) continue; /* else it is another level */
        seen[n++] = r->bench;
        ts_column_set(c, r, (ts_value){.number = other_than(x, c->name)});
        if (!faults_of(&all.record[i]))
            fail_msg("%s of %s %s: %g became %g, and nothing was said", c->name, r->bench, r->name,
                     x, other_than(x, c->name));
        ts_column_set(c, r, (ts_value){.number = x});
        ++*tried;
    }
}

static void every_changed_figure_is_noticed(void **state)
{
    (void)state;
    size_t tried = 0;
    for (const ts_column *c = ts_result_columns; c->name; c++)
        if (!c->text) change_column(c, &tried);
    printf("%zu figures changed\n", tried);
    assert_true(tried > 150);
}

static void what_was_measured_passes(void **state)
{
    (void)state;
    ts_results_check sum;
    ts_error err = {0};
    assert_int_equal(ts_results_recompute(store, NULL, &sum, &err), 0);
    assert_int_equal(sum.faults, 0);
    assert_true(sum.results > 800);
}

static ts_record *find(const char *bench, const char *verdict)
{
    for (size_t i = 0; i < all.n; i++)
        if (is(all.record[i].result.bench, bench) && is(all.record[i].result.verdict, verdict))
            return &all.record[i];
    fail_msg("no %s that is %s", bench, verdict);
    return NULL;
}

static void words_and_refusals(void **state)
{
    (void)state;
    ts_record *r = find("decode", "none"), *refused = find("breakdown", "refused");
    ts_result good = r->result;
    assert_int_equal(faults_of(r), 0);
    r->result.verdict = "fine";
    assert_int_equal(faults_of(r), 1);
    r->result = good, r->result.bound = "luck";
    assert_int_not_equal(faults_of(r), 0);
    r->result = good, r->result.clock = "sundial";
    assert_int_equal(faults_of(r), 1);
    r->result = good, r->result.unit = "us"; /* then nothing of it follows */
    assert_int_not_equal(faults_of(r), 0);
    r->result = good;
    good = refused->result;
    assert_int_equal(faults_of(refused), 0);
    refused->result.gbps = 31; /* of what is faster than its ceiling */
    assert_int_equal(faults_of(refused), 1);
    refused->result = good, refused->result.verdict = "none", refused->result.value = 10000;
    assert_int_not_equal(faults_of(refused), 0);
    refused->result = good;
    assert_true(TS_IMPOSSIBLE == 1.02 && TS_NOISE_LIMIT == 0.02 &&
                TS_COMPARE_LEAST == 6); /* as SQL */
}

/* Changed behind the digests' back; with everything else of the line as it was. */
static void set_steal(const ts_record *r, double steal)
{
    char sql[200];
    ts_error err = {0};
    snprintf(sql, sizeof sql,
             "UPDATE sample SET steal = %.17g WHERE run = '%s' AND seq = %zu AND i = 0", steal,
             r->run->id, r->seq);
    if (ts_store_exec(store, sql, &err)) fail_msg("%s", err.text);
}

static void disturbed_samples_do_not_count(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_sample *sample;
    size_t n, tried = 0;
    for (size_t i = 0; i < all.n && tried < 3; i++) {
        const ts_record *r = &all.record[i];
        if (!is(r->result.bench, "kernel") || r->result.noisy > 0) continue;
        if (ts_store_samples(store, r->run->id, r->seq, &sample, &n, &err))
            fail_msg("%s", err.text);
        if (n && sample[0].kept && !isnan(sample[0].foreign)) {
            set_steal(r, 0.5);
            assert_int_equal(faults_of(r), 1);
            set_steal(r, sample[0].steal);
            assert_int_equal(faults_of(r), 0);
            tried++;
        }
        free(sample);
    }
    assert_int_equal(tried, 3);
}

/* ---- each rule by itself: a change that no other one notices ---- */

static void exec_of(const ts_record *r, const char *what)
{
    char sql[200];
    ts_error err = {0};
    snprintf(sql, sizeof sql, "%s WHERE run = '%s' AND seq = %zu", what, r->run->id, r->seq);
    if (ts_store_exec(store, sql, &err)) fail_msg("%s", err.text);
}

/* A kernel's line that has every figure. */
static ts_record *find_full(const char *unit, size_t nth)
{
    for (size_t i = 0; i < all.n; i++) {
        const ts_result *r = &all.record[i].result;
        bool full = is(r->bench, "kernel") && is(r->unit, unit) && is(r->mode, "cold") &&
                    r->noisy == 0 && r->sol < 0.9 && r->sol_lo < r->sol && r->p10 < r->value &&
                    r->p90 > r->value && r->lo < r->value && r->hi > r->value && r->gflops > 0;
        if (full && nth-- == 0) return &all.record[i];
    }
    fail_msg("no line in %s that has every figure", unit);
    return NULL;
}

typedef struct change {
    size_t at; /* in ts_result */
    double by; /* 0: what is known no longer is */
} change;

static void make_change(ts_result *r, change c)
{
    double *x = (double *)((char *)r + c.at);
    *x = c.by == 0 ? NAN : *x * c.by;
}

static void must_be_noticed(ts_record *r, const change *c, size_t n)
{
    ts_result good = r->result;
    for (size_t i = 0; i < n; i++) {
        make_change(&r->result, c[i]);
        if (faults_of(r) != 1) fail_msg("%zu faults where change %zu makes one", faults_of(r), i);
        r->result = good;
    }
}

#define CHANGE(field, factor)                                                                      \
    {                                                                                              \
        offsetof(ts_result, field), factor                                                         \
    }

static void samples_decide(void **state)
{
    (void)state;
    ts_record *r = find_full("us", 0);
    static const change each[] = {CHANGE(p10, 0.99),    CHANGE(p90, 1.01),    CHANGE(lo, 0.99),
                                  CHANGE(hi, 1.01),     CHANGE(sol, 0.99999), CHANGE(sol_lo, 0.99),
                                  CHANGE(sol_hi, 1.001)};
    assert_int_equal(faults_of(r), 0);
    must_be_noticed(r, each, sizeof each / sizeof *each);
    ts_result good =
        r->result; /* the share follows from bytes and from reading, whatever the line says of it */
    static const change above[] = {CHANGE(bytes, 100), CHANGE(sol, 0),  CHANGE(sol_lo, 0),
                                   CHANGE(sol_hi, 0),  CHANGE(gbps, 0), CHANGE(gflops, 0)};
    for (size_t i = 0; i < sizeof above / sizeof *above; i++) make_change(&r->result, above[i]);
    assert_int_equal(faults_of(r), 1);
    r->result = good;
}

static void lines_without_samples(void **state)
{
    (void)state;
    ts_record *r = find_full("us", 1);
    static const change each[] = {CHANGE(gbps, 1.01),  CHANGE(gflops, 1.01), CHANGE(lo, 3),
                                  CHANGE(hi, 0.3),     CHANGE(p10, 3),       CHANGE(p90, 0.3),
                                  CHANGE(sol_lo, 1.2), CHANGE(sol_hi, 0.5)};
    exec_of(r, "DELETE FROM sample");
    assert_int_equal(faults_of(r), 0);
    must_be_noticed(r, each, sizeof each / sizeof *each);
}

/* None that counts: nothing can be compared with them. */
static void some_sample_counts(void **state)
{
    (void)state;
    ts_record *r = find_full("us", 2);
    exec_of(r, "UPDATE sample SET kept = 0");
    assert_true(faults_of(r) >= 3); /* n, dropped, and that none counts; that quiet ones do not */
    ts_result good = r->result;
    r->result.n = 0;
    r->result.dropped += good.n;
    exec_of(r, "UPDATE sample SET kept = 0, steal = 1");
    assert_int_equal(faults_of(r), 1);
    r->result = good;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_measured_passes),
        cmocka_unit_test(every_changed_figure_is_noticed),
        cmocka_unit_test(words_and_refusals),
        cmocka_unit_test(disturbed_samples_do_not_count),
        cmocka_unit_test(samples_decide),
        cmocka_unit_test(lines_without_samples),
        cmocka_unit_test(some_sample_counts),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
