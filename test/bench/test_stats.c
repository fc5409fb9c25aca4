/* test_stats.c - order statistics, the bootstrap and noise marks, on known answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bench/noise.h"
#include "bench/stats.h"

static void near(double got, double want)
{
    if (!(fabs(got - want) <= 1e-12 * (1 + fabs(want)))) fail_msg("%.17g, not %.17g", got, want);
}

static void order_statistics(void **state)
{
    (void)state;
    static const double odd[] = {5, 1, 4, 2, 3}, even[] = {4, 1, 3, 2}, one[] = {7};
    near(ts_median(odd, 5), 3);
    near(ts_median(even, 4), 2.5);
    near(ts_median(one, 1), 7);
    near(ts_quantile(odd, 5, 0), 1);
    near(ts_quantile(odd, 5, 1), 5);
    near(ts_quantile(odd, 5, 0.25), 2);
    near(ts_quantile(even, 4, 0.75), 3.25);
    near(odd[0], 5); /* the samples stay as they are */
    assert_true(isnan(ts_median(odd, 0)));
    assert_true(isnan(ts_quantile(odd, 5, 1.5)));
}

/* Of rounds measured side by side. */
static ts_interval ratio_of(const double *a, const double *b, size_t n, double level, uint64_t seed)
{
    double ratio[40];
    for (size_t i = 0; i < n; i++) ratio[i] = a[i] / b[i];
    return ts_median_interval(ratio, n, level, seed);
}

static void ratio_intervals(void **state)
{
    (void)state;
    double a[40], b[40];
    for (int i = 0; i < 40; i++) {
        b[i] = 1 + (i * 7 % 13); /* the level wanders; the ratio does not */
        a[i] = 2 * b[i];
    }
    ts_interval r = ratio_of(a, b, 40, 0.95, 1);
    near(r.lo, 2), near(r.mid, 2), near(r.hi, 2);
    for (int i = 0; i < 40; i++) a[i] = b[i] * (1 + 0.001 * i);
    r = ratio_of(a, b, 40, 0.95, 1);
    near(r.mid, 1.0195);
    /* The median of 40 uniform values has a spread of about 40 / (2 sqrt 40) = 3.2 ranks; two of
     * them each way, in steps of 0.001. */
    assert_true(r.lo > 1.0195 - 0.010 && r.lo < 1.0195 - 0.003);
    assert_true(r.hi < 1.0195 + 0.010 && r.hi > 1.0195 + 0.003);
    ts_interval same = ratio_of(a, b, 40, 0.95, 1), half = ratio_of(a, b, 40, 0.5, 1);
    near(same.lo, r.lo), near(same.hi, r.hi);
    assert_true(half.lo > r.lo && half.hi < r.hi);
    assert_true(isnan(ratio_of(a, b, 0, 0.95, 1).mid));
}

/* Of many experiments whose true ratio is 1, about 5 % may have intervals without it. */
static void intervals_cover(void **state)
{
    (void)state;
    uint64_t x = 88172645463325252u;
    int missed = 0;
    for (int e = 0; e < 100; e++) {
        double a[25], b[25];
        for (int i = 0; i < 25; i++) {
            x ^= x << 13, x ^= x >> 7, x ^= x << 17;
            a[i] = exp(0.2 * ((double)(x >> 11) * 0x1p-53 - 0.5));
            b[i] = 1;
        }
        ts_interval r = ratio_of(a, b, 25, 0.95, (uint64_t)e);
        missed += r.lo > 1 || r.hi < 1;
    }
    assert_in_range(missed, 0, 14);
}

static void proc_stat_lines(void **state)
{
    (void)state;
    double steal, busy, total;
    assert_true(ts_noise_parse("cpu  100 20 30 4000 50 6 7 80 9 10\n", &steal, &busy, &total));
    near(steal, 80);
    near(busy, 163);
    near(total, 4293);
    assert_false(ts_noise_parse("cpu0 100 20 30 4000 50 6 7 80 9 10\n", &steal, &busy, &total));
    assert_false(ts_noise_parse("cpu  100 20 30\n", &steal, &busy, &total));
    assert_false(ts_noise_parse("", &steal, &busy, &total));
    assert_true(ts_noise_quiet(&(ts_noise){0.01, 0.015, true}, TS_NOISE_LIMIT));
    assert_false(ts_noise_quiet(&(ts_noise){0.03, 0, true}, TS_NOISE_LIMIT));
    assert_false(ts_noise_quiet(&(ts_noise){0, 0.03, true}, TS_NOISE_LIMIT));
    assert_false(ts_noise_quiet(&(ts_noise){0, 0, false}, TS_NOISE_LIMIT));
}

static double processor_time(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* What this process does itself is not foreign; what its child does is. Others may be at work here: its
 * own share must at least be taken off. */
static void own_work_is_not_foreign(void **state)
{
    (void)state;
    ts_noise_mark m, end;
    ts_noise_begin(&m);
    if (!m.cpus) {
        print_message("skipped: no /proc/stat here\n");
        skip();
    }
    ts_noise n = ts_noise_end(&m);
    double best = 1;
    for (int i = 0; i < 5; i++) {
        ts_noise_begin(&m);
        for (double until = processor_time() + 0.2; processor_time() < until;) {
        }
        n = ts_noise_end(&m);
        ts_noise_begin(&end);
        assert_true(n.known);
        double share = 0.2 / ((end.wall - m.wall) * m.cpus);
        if (n.foreign + 0.7 * share < best) best = n.foreign + 0.7 * share;
    }
    assert_true(best < 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_statistics),        cmocka_unit_test(ratio_intervals),
        cmocka_unit_test(intervals_cover),         cmocka_unit_test(proc_stat_lines),
        cmocka_unit_test(own_work_is_not_foreign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
