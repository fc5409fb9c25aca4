/* test_rounds.c - does the harness report what happened? Work with programmed times, a /proc/stat of our
 * own, rooflines of synthetic timings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/noise.h"
#include "bench/rounds.h"
#include "test/bench/lines.h"

static void near(double got, double want)
{
    if (!(fabs(got - want) <= 1e-9 * (1 + fabs(want)))) fail_msg("%.17g, not %.17g", got, want);
}

/* ---- work with programmed times ---- */

typedef struct script {
    const double *seconds; /* of sample i; the last repeats */
    int n, at;
    double wait; /* really spent in each sample */
    double
        steal; /* seconds that the stat file gains in odd samples: many, as the machine may be slow */
    bool by_device;
} script;

static char stat_file[64];
static double stolen;

static void write_stat(void)
{
    long tick = sysconf(_SC_CLK_TCK);
    FILE *f = fopen(stat_file, "w");
    assert_non_null(f);
    fprintf(f, "cpu  1000 0 1000 %ld 0 0 0 %ld 0 0\n", (long)(ts_seconds() * (double)tick),
            (long)(stolen * (double)tick));
    fclose(f);
}

static int play(void *arg, ts_done *done, ts_error *err)
{
    script *s = arg;
    (void)err;
    int i = s->at < s->n ? s->at : s->n - 1;
    if (s->at++ % 2) stolen += s->steal;
    if (s->wait > 0) usleep((useconds_t)(1e6 * s->wait));
    write_stat();
    *done = (ts_done){s->seconds[i], 10, 4e9, 2e9, s->by_device};
    return 0;
}

static int own_stat(void **state)
{
    (void)state;
    snprintf(stat_file, sizeof stat_file, "/tmp/tessera-stat-%d", (int)getpid());
    stolen = 0;
    write_stat();
    ts_noise_stat = stat_file;
    return 0;
}

static int system_stat(void **state)
{
    (void)state;
    ts_noise_stat = "/proc/stat";
    unlink(stat_file);
    return 0;
}

static void run(ts_rounds *r, const ts_effort *effort, script *s)
{
    ts_error err = {0};
    if (ts_rounds_run(r, effort, NULL, play, s, &err)) fail_msg("%s", err.text);
}

static void times_come_out_as_they_were(void **state)
{
    (void)state;
    static const double seconds[] = {5, 1, 4, 2, 3};
    script s = {seconds, 5, 0, 0, 0, true};
    ts_rounds r;
    run(&r, &(ts_effort){.least = 5}, &s);
    assert_int_equal(r.n, 5);
    assert_int_equal(r.counted, 5);
    near(r.each.mid, 0.3); /* ten units a sample */
    ts_result line = line_of(&r, "s", 0, 0, false);
    near(line.p10, 0.14);
    near(line.p90, 0.46);
    assert_true(r.each.lo >= 0.1 && r.each.lo < 0.3 && r.each.hi > 0.3 && r.each.hi <= 0.5);
    assert_false(r.noisy);
    for (int i = 0; i < 5; i++) near(r.round[i].done.seconds, seconds[i]);
}

static void agreement_ends_it(void **state)
{
    (void)state;
    static const double same[] = {1}, apart[] = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
    script s = {same, 1, 0, 0, 0, true};
    ts_rounds r;
    run(&r, &(ts_effort){.least = 4, .most = 12, .within = 0.02}, &s);
    assert_int_equal(r.n, 4);
    s = (script){apart, 12, 0, 0, 0, true};
    run(&r, &(ts_effort){.least = 4, .most = 12, .within = 0.02}, &s);
    assert_int_equal(r.n, 12); /* it never agreed, and says so by its interval */
    near(r.each.lo, 0.1);
    near(r.each.hi, 0.2);
}

static void time_limit_ends_it(void **state)
{
    (void)state;
    static const double same[] = {1};
    script s = {same, 1, 0, 0.03, 0, true};
    ts_rounds r;
    run(&r, &(ts_effort){.least = 60, .most = 60, .seconds = 0.1}, &s);
    assert_in_range(r.n, 1, 5);
}

static void stolen_rounds_are_dropped_and_counted(void **state)
{
    (void)state;
    static const double seconds[] = {1, 9, 1, 9, 1, 9, 1, 9};
    script s = {seconds, 8, 0, 0.08, 1000, false};
    ts_rounds r;
    run(&r, &(ts_effort){.least = 3, .most = 8}, &s);
    assert_int_equal(r.counted, 3);
    assert_int_equal(r.dropped, 2);
    near(r.each.mid, 0.1); /* the disturbed samples are not in it */
    assert_false(ts_rounds_kept(&r, 1));
    assert_true(r.round[1].steal > 0.1);
    assert_true(ts_rounds_kept(&r, 2));
}

static void without_a_quiet_round_it_says_noisy(void **state)
{
    (void)state;
    static const double seconds[] = {1, 2, 3};
    script s = {seconds, 3, 1, 0.08, 1000, false};
    ts_rounds r;
    for (int i = 0; i < 1; i++) {
        s.at = 1;
        run(&r, &(ts_effort){.least = 1, .most = 1}, &s);
    }
    assert_true(r.noisy);
    assert_int_equal(r.counted, 1);
    near(r.each.mid, 0.2);
}

/* Too short to be watched: on the host that does not count, by the device's own clock it does. */
static void short_samples(void **state)
{
    (void)state;
    static const double same[] = {1};
    script s = {same, 1, 0, 0, 0, false};
    ts_rounds r = {0};
    for (int tries = 0; tries < 50 && !r.noisy;
         tries++) /* a busy machine makes some of them long */
        run(&r, &(ts_effort){.least = 3, .most = 6}, &s);
    assert_true(r.noisy);
    assert_int_equal(r.n, 6);
    s.by_device = true;
    run(&r, &(ts_effort){.least = 3, .most = 6}, &s);
    assert_false(r.noisy);
    assert_int_equal(r.n, 3);
}

static void nothing_measured_is_an_error(void **state)
{
    (void)state;
    static const double none[] = {0};
    script s = {none, 1, 0, 0, 0, true};
    ts_rounds r;
    ts_error err = {0};
    assert_int_equal(ts_rounds_run(&r, &(ts_effort){.least = 3}, NULL, play, &s, &err), -1);
    assert_non_null(strstr(err.text, "nothing was measured"));
}

/* ---- rooflines ---- */

/* n rounds of `seconds` for bytes and flops, beside reading at `gbps`. */
static ts_rounds rounds_of(int n, double seconds, double bytes, double flops, double gbps)
{
    ts_rounds r = {.n = n, .counted = n};
    for (int i = 0; i < n; i++)
        r.round[i] = (ts_round){{seconds, 1, bytes, flops, false}, gbps, 0, 0, true};
    r.each = (ts_interval){seconds, seconds, seconds};
    r.read = gbps;
    return r;
}

static void roofs(void **state)
{
    (void)state;
    ts_result line;
    /* 1 GB in 0.1 s is half of 20 GB/s. */
    ts_rounds r = rounds_of(5, 0.1, 1e9, 1e9, 20);
    line = line_of(&r, "s", 100e9, 0, false);
    near(line.sol, 0.5);
    assert_string_equal(line.bound, "memory");
    assert_string_equal(line.verdict, "pass");
    /* 8 GFLOP at 100 GFLOP/s take 0.08 s, longer than the bytes' 0.05 s. */
    r = rounds_of(5, 0.1, 1e9, 8e9, 20);
    line = line_of(&r, "s", 100e9, 0, false);
    near(line.sol, 0.8);
    assert_string_equal(line.bound, "compute");
    /* From caches, bytes are no limit; without a peak nothing is. */
    line = line_of(&r, "s", 100e9, 0, true);
    near(line.sol, 0.8);
    assert_string_equal(line.bound, "compute");
    line = line_of(&r, "s", 200e9, 0, true); /* 40 % of arithmetic says nothing of a cache */
    assert_true(isnan(line.sol));
    assert_string_equal(line.bound, "cache");
    line = line_of(&r, "s", 0, 0, true);
    assert_true(isnan(line.sol));
    r = rounds_of(5, 0.1, 1e9, 8e9, 0);
    line = line_of(&r, "s", 0, 0, false);
    assert_true(isnan(line.sol));
    assert_null(line.bound);
    r = rounds_of(5, 0.1, 1e9, 8e9, 20);
    /* The floor is more than half of it. */
    line = line_of(&r, "s", 100e9, 0.06, false);
    assert_string_equal(line.bound, "launch");
}

static void impossible_lines(void **state)
{
    (void)state;
    ts_result line;
    /* The breakdown of a published M2 Max: 1.54 GB in 3.1 ms on 400 GB/s. */
    ts_rounds r = rounds_of(5, 3.1e-3, 1.54e9, 0, 400);
    line = line_of(&r, "s", 0, 0, false);
    assert_true(isnan(line.sol));
    assert_non_null(strstr(line.why, "124.2 %"));
    assert_string_equal(line.verdict, "refused");
    assert_non_null(strstr(line.why, "reading"));
    r = rounds_of(5, 0.1, 1, 1.03e10, 20);
    line = line_of(&r, "s", 100e9, 0, false);
    assert_string_equal(line.verdict, "refused");
    assert_non_null(strstr(line.why, "arithmetic"));
    /* 101 % is within what two medians differ by. Noise is no excuse for 200 %. */
    r = rounds_of(5, 0.1, 2.02e9, 0, 20);
    line = line_of(&r, "s", 0, 0, false);
    assert_string_equal(line.verdict, "pass");
    r = rounds_of(5, 0.1, 4e9, 0, 20);
    r.noisy = true;
    line = line_of(&r, "s", 0, 0, false);
    assert_string_equal(line.verdict, "refused");
}

/* ---- lines of results ---- */

static void a_line_in_microseconds(void **state)
{
    (void)state;
    static const double seconds[] = {0.09, 0.08, 0.1, 0.2, 0.12};
    ts_rounds r = rounds_of(5, 0.1, 1e9, 2e9, 20);
    for (int i = 0; i < 5; i++) r.round[i].done.units = 10, r.round[i].done.seconds = seconds[i];
    r.each.mid = 0.01;
    ts_result line = line_of(&r, "us", 100e9, 0, false);
    near(line.value, 1e4);
    near(line.lo, 8e3), near(line.hi, 2e4), near(line.p10, 8.4e3), near(line.p90, 1.68e4);
    near(line.bytes, 1e8), near(line.gbps, 10), near(line.gflops, 20);
    near(line.sol, 0.5), near(line.n, 5), near(line.launches, 10);
    assert_string_equal(line.clock, "host");
}

/* The median of rates, which is not the rate of the median; its ends change places with those of times. */
static void a_line_in_tokens(void **state)
{
    (void)state;
    static const double seconds[] = {0.1, 0.05, 0.2, 0.125}; /* 10, 20, 5, 8 a second */
    ts_rounds r = rounds_of(4, 1, 1e9, 0, 20);
    for (int i = 0; i < 4; i++) r.round[i].done.seconds = seconds[i];
    ts_result line = line_of(&r, "tok/s", 0, 0, false);
    near(line.value, 9);
    assert_true(line.lo >= 5 && line.lo < 9 && line.hi > 9 && line.hi <= 20);
    near(line.p10, 5 + 0.3 * 3), near(line.p90, 10 + 0.7 * 10);
    r.round[1].quiet = false; /* dropped: 10, 8, 5 */
    line = line_of(&r, "tok/s", 0, 0, false);
    near(line.value, 8);
    near(line.sol, 0.4);
}

static void a_refused_line_has_no_value(void **state)
{
    (void)state;
    ts_rounds r = rounds_of(5, 0.1, 4e9, 0, 20);
    ts_result line = line_of(&r, "us", 0, 0, false);
    assert_string_equal(line.verdict, "refused");
    assert_true(isnan(line.value) && isnan(line.gbps) && isnan(line.sol));
    assert_non_null(strstr(line.why, "200.0 %"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(times_come_out_as_they_were, own_stat, system_stat),
        cmocka_unit_test_setup_teardown(agreement_ends_it, own_stat, system_stat),
        cmocka_unit_test_setup_teardown(time_limit_ends_it, own_stat, system_stat),
        cmocka_unit_test_setup_teardown(stolen_rounds_are_dropped_and_counted, own_stat,
                                        system_stat),
        cmocka_unit_test_setup_teardown(without_a_quiet_round_it_says_noisy, own_stat, system_stat),
        cmocka_unit_test_setup_teardown(short_samples, own_stat, system_stat),
        cmocka_unit_test_setup_teardown(nothing_measured_is_an_error, own_stat, system_stat),
        cmocka_unit_test(roofs),
        cmocka_unit_test(impossible_lines),
        cmocka_unit_test(a_line_in_microseconds),
        cmocka_unit_test(a_line_in_tokens),
        cmocka_unit_test(a_refused_line_has_no_value),
    };
    return cmocka_run_group_tests(tests, begin_session, end_session);
}
