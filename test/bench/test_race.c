/* test_race.c - races of ways whose speed is known (bench/race.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "bench/race.h"

/* A machine that gets slower with every sample, by so much of what it had. */
typedef struct machine {
    double rate[TS_RACE_WAYS], slower, now;
    int taken, fails_at, shown;
} machine;

static double take(void *arg, int way, ts_error *err)
{
    machine *m = arg;
    if (m->taken++ == m->fails_at) return ts_fail(err, "sample %d failed", m->fails_at);
    m->now *= 1 - m->slower;
    return m->rate[way] * m->now;
}

static void show(void *arg, int done, int all)
{
    machine *m = arg;
    assert_int_equal(done, ++m->shown);
    assert_true(done <= all);
}

static machine ready(double slower)
{
    machine m = {.slower = slower, .now = 1, .fails_at = -1};
    for (int i = 0; i < TS_RACE_WAYS; i++) m.rate[i] = 20 + 7 * i % TS_RACE_WAYS;
    return m;
}

static ts_race begin(machine *m, int ways)
{
    ts_race c = {.ways = ways, .take = take, .arg = m, .show = show, .shown = m};
    for (int i = 0; i < ways; i++) c.in[i] = i;
    return c;
}

/* 7 * 17 % 20 = 19 is the most. */
static void the_fastest_comes_first(void **state)
{
    (void)state;
    ts_error err = {{0}};
    machine m = ready(0);
    ts_race c = begin(&m, 20);
    assert_int_equal(ts_race_run(&c, 3, &err), 0);
    assert_true(c.in[0] == 17 && c.left == 5 && c.done == 35 && c.all == 35 && m.shown == 35);
    for (int k = 0; k < 5; k++) assert_true(m.rate[c.in[k]] == 39 - k && c.n[c.in[k]] == 3);
    for (int k = 5; k < 20; k++) assert_int_equal(c.n[c.in[k]], k < 10 ? 2 : 1);
    assert_true(ts_race_rate(&c, 17, 0.5) == 39);
}

/* 2 % slower with every sample: 33 % in a turn over all, more than ways differ, and still the best are found.
 * Tried one after the other, three times each, the first would win. */
static void a_machine_may_slow_down(void **state)
{
    (void)state;
    ts_error err = {{0}};
    machine m = ready(0.02);
    ts_race c = begin(&m, 20);
    assert_int_equal(ts_race_run(&c, 12, &err), 0);
    assert_int_equal(c.in[0], 17);
    assert_true(c.n[17] == 12 && c.left == 5);
    m = ready(0.02);
    c = begin(&m, 20);
    c.even = true;
    assert_int_equal(ts_race_run(&c, 2, &err), 0);
    assert_true(c.in[0] == 17 && c.left == 20 && c.all == 40 && c.n[0] == 2);
}

static void few_ways_and_turns(void **state)
{
    (void)state;
    ts_error err = {{0}};
    machine m = ready(0);
    ts_race c = begin(&m, 1);
    assert_int_equal(ts_race_run(&c, 9, &err), 0);
    assert_true(c.in[0] == 0 && c.n[0] == 9 && c.left == 1);
    m = ready(0);
    c = begin(&m, 3);
    assert_int_equal(ts_race_run(&c, 1, &err), 0);
    assert_true(c.in[0] == 2 && c.done == 3);
}

/* Out of time from the beginning: one sample, and what has none is not the fastest. */
static void time_is_up(void **state)
{
    (void)state;
    ts_error err = {{0}};
    machine m = ready(0);
    ts_race c = begin(&m, 20);
    c.in[0] = 5, c.in[5] = 0;
    c.until = 1e-9;
    assert_int_equal(ts_race_run(&c, 3, &err), 0);
    assert_true(c.done == 1 && c.in[0] == 5 && c.n[5] == 1 && ts_race_rate(&c, 17, 0.5) == 0);
}

static void a_failure_ends_it(void **state)
{
    (void)state;
    ts_error err = {{0}};
    machine m = ready(0);
    m.fails_at = 22;
    ts_race c = begin(&m, 20);
    assert_int_equal(ts_race_run(&c, 3, &err), -1);
    assert_string_equal(err.text, "sample 22 failed");
    assert_int_equal(m.taken, 23);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fastest_comes_first), cmocka_unit_test(a_machine_may_slow_down),
        cmocka_unit_test(few_ways_and_turns),      cmocka_unit_test(time_is_up),
        cmocka_unit_test(a_failure_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
