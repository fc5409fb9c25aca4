/* test_fake_driver.c - the device with a clock of the test's own keeps its promises (fake_driver.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "test/rt/fake_driver.h"

enum { BYTES = 4096 };

struct stage {
    ts_device *dev;
    ts_fake_clock *clock;
    ts_module *module;
    ts_buffer *x, *y, *n;
    ts_error err;
};

static void set_up(struct stage *t)
{
    *t = (struct stage){0};
    t->dev = ts_fake_open("cpu:generic", &t->err);
    assert_non_null(t->dev);
    t->clock = ts_fake_clock_of(t->dev);
    static const char text[] = "no C at all\n// tessera kernel=k entry=k params=- sizes=0 cost=1";
    t->module = ts_module_load(t->dev, text, sizeof text - 1, &t->err);
    t->x = ts_buffer_new(t->dev, BYTES, &t->err);
    t->y = ts_buffer_new(t->dev, BYTES, &t->err);
    t->n = ts_buffer_new(t->dev, 16, &t->err);
    if (ts_failed(&t->err)) fail_msg("%s", t->err.text);
}

static void tear_down(struct stage *t)
{
    ts_module_free(t->module);
    ts_buffer_free(t->x);
    ts_buffer_free(t->y);
    ts_buffer_free(t->n);
    ts_device_close(t->dev);
}

static ts_step *record(struct stage *t, const char *const *kernel, size_t n)
{
    ts_launch launch[8] = {0};
    for (size_t i = 0; i < n; i++)
        launch[i] = (ts_launch){.module = t->module,
                                .kernel = kernel[i],
                                .arg = {{t->x, 1024}, {t->y, 0}},
                                .size = {{t->n, 4}},
                                .after = i == 1};
    ts_step *s = ts_step_record(t->dev, launch, n, &t->err);
    if (!s) fail_msg("%s", t->err.text);
    return s;
}

/* cmocka compares floats. */
static void same(double got, double want)
{
    if (!(fabs(got - want) <= 1e-12)) fail_msg("%.15g, not %.15g", got, want);
}

static void expect(struct stage *t, ts_step *s, double want)
{
    double seconds = -1, before = t->clock->now;
    bool by_device = false;
    if (ts_step_elapsed(s, &seconds, &by_device, &t->err)) fail_msg("%s", t->err.text);
    assert_true(by_device);
    same(seconds, want);
    same(t->clock->now - before, want);
}

/* ---- tests ---- */

static void is_what_it_is_asked_to_be(void **state)
{
    (void)state;
    static const char *const asked[][2] = {{"", "fake"}, {"fake", "fake"}, {"cuda", "cuda"}};
    ts_error err = {{0}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        ts_device *dev = ts_fake_open(asked[i][0], &err);
        assert_string_equal(ts_device_target(dev), asked[i][1]);
        assert_string_equal(ts_device_driver(dev), "fake 1.0");
        ts_device_close(dev);
    }
    char endless[64];
    memset(endless, 'x', sizeof endless - 1);
    endless[sizeof endless - 1] = 0;
    assert_null(ts_fake_open(endless, &err));
}

static void floor_latency_and_bandwidth(void **state)
{
    (void)state;
    struct stage t;
    static const char *const kernels[] = {"slow", "copy", "part", "other", "empty"};
    static const ts_fake_kernel table[] = {{"slow", 1e-3, 0},
                                           {"copy", 0, TS_FAKE_ALL},
                                           {"part", 1e-6, 512},
                                           {"empty", 0, 0},
                                           {NULL, 2e-3, 0}};
    set_up(&t);
    ts_step *one[5], *all = record(&t, kernels, 5);
    for (int i = 0; i < 5; i++) one[i] = record(&t, &kernels[i], 1);
    expect(&t, all, 0);
    t.clock->floor = 5e-6;
    expect(&t, all, 25e-6);
    t.clock->kernel = table;
    t.clock->kernels = sizeof table / sizeof *table;
    expect(&t, one[1], 5e-6); /* bytes are free */
    t.clock->bandwidth = 1e9;
    const double want[] = {1.005e-3, 5e-6 + 7168e-9, 6e-6 + 512e-9, 2.005e-3, 5e-6};
    double sum = 0, seconds[5];
    for (int i = 0; i < 5; i++) {
        expect(&t, one[i], want[i]);
        sum += want[i];
    }
    expect(&t, all, sum);
    assert_int_equal(ts_step_time(all, seconds, &t.err), 0);
    for (int i = 0; i < 5; i++) {
        same(seconds[i], want[i]);
        ts_step_free(one[i]);
    }
    ts_step_free(all);
    tear_down(&t);
}

/* A factor a run, in turn, whoever runs. */
static void jitter_goes_round(void **state)
{
    (void)state;
    struct stage t;
    static const char *const kernels[] = {"a", "b"};
    static const double factors[] = {1, 1.5, 3};
    set_up(&t);
    ts_step *s = record(&t, kernels, 2);
    t.clock->floor = 1;
    t.clock->jitter = factors;
    t.clock->jitters = 3;
    expect(&t, s, 2);
    assert_int_equal(ts_step_run(s, &t.err), 0);
    same(t.clock->now, 5);
    double seconds[2];
    assert_int_equal(ts_step_time(s, seconds, &t.err), 0);
    same(seconds[1], 3);
    expect(&t, s, 2);
    assert_int_equal(t.clock->runs, 4);
    assert_int_equal(t.clock->launches, 8);
    ts_step_free(s);
    tear_down(&t);
}

static void clocks_are_apart(void **state)
{
    (void)state;
    struct stage a, b;
    static const char *const kernels[] = {"a"};
    set_up(&a);
    set_up(&b);
    ts_step *s = record(&a, kernels, 1);
    a.clock->floor = 1;
    a.clock->by_host = true;
    double seconds = 0;
    bool by_device = true;
    assert_int_equal(ts_step_elapsed(s, &seconds, &by_device, &a.err), 0);
    assert_false(by_device);
    same(seconds, 1);
    same(b.clock->now, 0);
    assert_int_equal(a.clock->modules, 1);
    ts_step_free(s);
    tear_down(&a);
    tear_down(&b);
}

/* ---- callbacks ---- */

struct log {
    char text[128];
    size_t fail_at; /* run; 0: never */
};

static int note(void *arg, ts_fake_call *call, ts_error *err)
{
    struct log *log = arg;
    size_t n = strlen(log->text);
    snprintf(log->text + n, sizeof log->text - n, "%s%zu.%zu%s ", call->kernel, call->run,
             call->launch, call->after ? "!" : "");
    assert_int_equal(call->args, 2);
    assert_int_equal(call->sizes, 1);
    assert_int_equal(call->bytes[0], BYTES - 1024);
    call->arg[1][0] = (unsigned char)(call->arg[0][0] + *call->size[0]);
    call->seconds = 7;
    return log->fail_at && call->run == log->fail_at ? ts_fail(err, "as told") : 0;
}

static void callbacks_compute_and_fail(void **state)
{
    (void)state;
    struct stage t;
    struct log log = {.fail_at = 1};
    static const char *const kernels[] = {"a", "b"};
    set_up(&t);
    char name[] = "own";
    const char *const own[] = {name};
    ts_step *s = record(&t, kernels, 2), *other = record(&t, own, 1);
    strcpy(name, "not"); /* the host's string may go */
    const unsigned char three = 3;
    const int32_t four = 4;
    unsigned char seven = 0;
    ts_buffer_put(t.x, 1024, &three, 1, &t.err);
    ts_buffer_put(t.n, 4, &four, 4, &t.err);
    t.clock->launch = note;
    t.clock->arg = &log;
    expect(&t, s, 14);
    assert_int_equal(ts_buffer_get(t.y, 0, &seven, 1, &t.err), 0);
    assert_int_equal(seven, 7);
    assert_int_equal(ts_step_run(s, &t.err), -1);
    assert_string_equal(t.err.text, "as told");
    t.err.text[0] = 0;
    expect(&t, other, 7);
    assert_string_equal(log.text, "a0.0 b0.1! a1.0 own2.0 ");
    ts_step_free(s);
    ts_step_free(other);
    tear_down(&t);
}

/* What device.c and bind.c check holds here, too; wrapped memory is used in place. */
static void launches_are_checked(void **state)
{
    (void)state;
    struct stage t;
    static const unsigned char data[32] = {1};
    set_up(&t);
    ts_buffer *w = ts_buffer_wrap(t.dev, data, sizeof data, &t.err);
    ts_launch l = {.module = t.module, .kernel = "k", .arg = {{w, 0}, {t.y, BYTES + 1}}};
    assert_null(ts_step_record(t.dev, &l, 1, &t.err));
    assert_non_null(strstr(t.err.text, "starts at byte"));
    l.arg[1].offset = 0;
    l.size[0] = (ts_ref){t.n, 14};
    assert_null(ts_step_record(t.dev, &l, 1, &t.err));
    l.size[0].offset = 12;
    l.module = NULL;
    assert_null(ts_step_record(t.dev, &l, 1, &t.err));
    l.module = t.module;
    ts_step *s = ts_step_record(t.dev, &l, 1, &t.err);
    assert_non_null(s);
    unsigned char one = 0;
    ts_buffer_free(w); /* the step holds it */
    ts_buffer_get(w, 0, &one, 1, &t.err);
    assert_int_equal(one, 1);
    ts_step_free(s);
    tear_down(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_what_it_is_asked_to_be),  cmocka_unit_test(floor_latency_and_bandwidth),
        cmocka_unit_test(jitter_goes_round),          cmocka_unit_test(clocks_are_apart),
        cmocka_unit_test(callbacks_compute_and_fail), cmocka_unit_test(launches_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
