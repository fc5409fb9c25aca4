/* test_tune.c - choosing a way of walking memory (bench/tune.h): what follows from rounds that were made up,
 * and one small run on the cpu, whose times are not judged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/kernels.h"
#include "bench/tune.h"
#include "test/rt/quick_cc.h"

/* ---- the choice ---- */

/* Ways of these speeds, `rounds` of them, of which the first `quiet` are; every round is a little faster than
 * the one before, for all ways alike. */
static ts_tune made_up(const double *speed, int ways, int rounds, int quiet)
{
    ts_tune t = {.ways = ways, .rounds = {.n = rounds}};
    for (int i = 0; i < rounds; i++) t.rounds.round[i].quiet = i < quiet;
    for (int w = 0; w < ways; w++) {
        ts_tune_way *way = &t.way[w];
        *way = (ts_tune_way){.same = -1, .n = rounds};
        for (int i = 0; i < rounds; i++) way->gbps[i] = speed[w] * (10 + i);
    }
    ts_tune_judge(&t);
    return t;
}

static void the_fastest_is_chosen(void **state)
{
    (void)state;
    ts_tune t = made_up((double[]){1, 0.9, 1.2, 1.1}, 4, 8, 8);
    assert_int_equal(t.chosen, 2);
    assert_false(t.noisy);
    assert_true(t.way[2].against.mid > 1.19 && t.way[2].against.mid < 1.21);
    t = made_up((double[]){1, 0.9, 1.005, 0.8}, 4, 8, 8); /* half a percent is none */
    assert_int_equal(t.chosen, 0);
    t = made_up((double[]){1, 0.9}, 2, 8, 8);
    assert_int_equal(t.chosen, 0);
}

static void few_quiet_rounds_choose_nothing(void **state)
{
    (void)state;
    ts_tune t = made_up((double[]){1, 1.5}, 2, 8, 5);
    assert_true(t.noisy && t.quiet == 5 && t.chosen == 0);
    assert_true(t.way[1].against.mid > 1.4); /* and are shown all the same */
    t = made_up((double[]){1, 1.5}, 2, 8, 6);
    assert_true(!t.noisy && t.chosen == 1);
    t = made_up((double[]){1, 1.5}, 2, 3, 3);
    assert_true(t.noisy && t.chosen == 0);
}

/* Sometimes twice as fast, mostly slower: the interval holds 1. */
static void what_is_not_sure_is_not_chosen(void **state)
{
    (void)state;
    ts_tune t = made_up((double[]){1, 1, 1.05}, 3, 9, 9);
    for (int i = 0; i < 9; i++) t.way[1].gbps[i] = (i % 2 ? 0.7 : 2) * t.way[0].gbps[i];
    ts_tune_judge(&t);
    assert_int_equal(t.chosen, 2);
    for (int i = 0; i < 9; i++) t.way[2].gbps[i] = (i % 2 ? 0.9 : 1.2) * t.way[0].gbps[i];
    ts_tune_judge(&t);
    assert_int_equal(t.chosen, 0);
}

static void what_was_given_up_is_not_chosen(void **state)
{
    (void)state;
    ts_tune t = made_up((double[]){1, 1.5, 1.2}, 3, 9, 9);
    t.way[1].n = 3;
    ts_tune_judge(&t);
    assert_int_equal(t.chosen, 2);
}

static void ways_differ(void **state)
{
    (void)state;
    static ts_tune_way way[TS_TUNE_WAYS];
    static const char *const base[] = {"streams=4,prefetch=2048", "streams=3,prefetch=64"};
    const ts_target *target = ts_target_find("cpu:avx512", NULL);
    int n = 0;
    for (int b = 0; b < 2; b++) {
        n = ts_tune_ways(way, base[b]);
        assert_string_equal(way[0].tuning, base[b]);
        for (int i = 0; i < n; i++) {
            ts_error err = {{0}};
            ts_target *t = ts_target_tuned(target, way[i].tuning, &err);
            if (!t) fail_msg("%s", err.text);
            free(t);
            for (int j = 0; j < i; j++) assert_string_not_equal(way[i].tuning, way[j].tuning);
        }
    }
    assert_true(n >= 12 && n <= TS_TUNE_WAYS);
}

/* ---- a run ---- */

static int told;

static void tell(void *arg, const char *what, int done, int all)
{
    (void)arg, (void)what;
    assert_true(done < all);
    told++;
}

static void a_run_tries_every_way(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu", 2, &err);
    const ts_kernel_def *def = ts_kernel_find("down_proj_residual", NULL, &err);
    ts_shape *shape = ts_kernel_bench_shape(def->suite, "mini", NULL, NULL, NULL, dev, &err);
    ts_tune_how how = {.device = dev,
                       .kernel = {def},
                       .shape = shape,
                       .bytes = 4 << 20,
                       .seconds = 60,
                       .rounds = 4,
                       .progress = tell};
    static ts_tune t;
    char before[TS_TUNING];
    snprintf(before, sizeof before, "%s", ts_device_tuning(dev, NULL));
    if (ts_tune_run(&t, &how, &err)) fail_msg("%s", err.text);
    assert_int_equal(t.rounds.n, 4);
    assert_true(t.noisy && t.chosen == 0); /* four rounds choose nothing */
    assert_int_equal(told, t.ways + 4);
    assert_string_equal(ts_device_tuning(dev, NULL), before);
    int whole = 0, ways = 0;
    for (int w = 0; w < t.ways; w++) {
        if (t.way[w].same >= 0) continue;
        assert_true(t.way[w].n >= 3 && t.way[w].rate.mid > 0);
        whole += t.way[w].n == 4;
        ways++;
    }
    /* The worse half was given up where the machine was quiet enough to tell. */
    assert_true(whole >= 2 && (t.quiet >= 3 || whole == ways));
    assert_true(t.way[0].n == 4 && t.way[0].same < 0);
    free(shape);
    ts_device_close(dev);
}

int main(void)
{
    quick_cc(1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fastest_is_chosen),
        cmocka_unit_test(few_quiet_rounds_choose_nothing),
        cmocka_unit_test(what_is_not_sure_is_not_chosen),
        cmocka_unit_test(what_was_given_up_is_not_chosen),
        cmocka_unit_test(ways_differ),
        cmocka_unit_test(a_run_tries_every_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
