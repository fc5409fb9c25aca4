/* test_without.c - what the cpu device can do without: each switch changes what it says, results stay.
 *
 * Whole models without them, and those of other devices: test_ablation.c, test_cuda.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "rt/cpu.h"
#include "test/rt/smaps.h"

enum { N = 5000 };

/* A program is an element, and says to cost as much as 512 bytes of reading: far too much. */
static const char text[] =
    "#include <stdint.h>\n"
    "// tessera kernel=twice entry=ts_twice params=i32,o32 sizes=0 cost=512\n"
    "long ts_twice_grid(const int32_t *const *size) { return 5000; }\n"
    "void ts_twice(void *const *buf, const int32_t *const *size, long lo, long hi)\n"
    "{ const float *x = buf[0]; float *y = buf[1];\n"
    "  for (long i = lo; i < hi; i++) y[i] = 2 * x[i]; }\n";

struct rig {
    ts_device *dev;
    ts_module *module;
    ts_buffer *x, *y;
    ts_step *step;
    const ts_cpu_step *s;
    ts_error err;
};

static void set_up(struct rig *r, const char *spec, unsigned without)
{
    *r = (struct rig){0};
    r->dev = ts_device_open(spec, 2, &r->err);
    if (!r->dev || ts_device_without(r->dev, without, &r->err)) fail_msg("%s", r->err.text);
    assert_int_equal(ts_device_threads(r->dev), 2);
    r->module = ts_module_load(r->dev, text, sizeof text - 1, &r->err);
    if (!r->module) fail_msg("%s", r->err.text);
    r->x = ts_buffer_new(r->dev, N * sizeof(float), &r->err);
    r->y = ts_buffer_new(r->dev, N * sizeof(float), &r->err);
    float x[N];
    for (int i = 0; i < N; i++) x[i] = (float)i;
    assert_int_equal(ts_buffer_put(r->x, 0, x, sizeof x, &r->err), 0);
    ts_launch l = {.module = r->module, .kernel = "twice", .arg = {{r->x, 0}, {r->y, 0}}};
    r->step = ts_step_record(r->dev, &l, 1, &r->err);
    if (!r->step) fail_msg("%s", r->err.text);
    r->s = (const ts_cpu_step *)r->step;
}

static void run(struct rig *r, int times)
{
    for (int i = 0; i < times; i++) assert_int_equal(ts_step_run(r->step, &r->err), 0);
}

static void tear_down(struct rig *r)
{
    float y[N];
    assert_int_equal(ts_buffer_get(r->y, 0, y, sizeof y, &r->err), 0);
    for (int i = 0; i < N; i++)
        if (y[i] != 2 * (float)i) fail_msg("y[%d] is %g", i, y[i]);
    ts_step_free(r->step);
    ts_buffer_free(r->x);
    ts_buffer_free(r->y);
    ts_module_free(r->module);
    ts_device_close(r->dev);
}

static void chunks(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r, "cpu", 0);
    run(&r, 1);
    assert_true(r.s->plan.chunks > 6);
    tear_down(&r);
    set_up(&r, "cpu", TS_NO_CHUNKS);
    run(&r, 1);
    assert_int_equal(r.s->plan.chunks, 2);
    assert_int_equal(r.s->plan.piece[0].hi, N / 2);
    tear_down(&r);
}

static void vectors(void **state)
{
    (void)state;
    static const char *const order[] = {"cpu:amx", "cpu:avx512", "cpu:avx2", "cpu:generic"};
    ts_error err = {{0}};
    for (int i = 0; i < 4; i++) {
        ts_device *dev = ts_device_open(order[i], 1, &err);
        if (!dev) continue; /* not of this CPU */
        int rc = ts_device_without(dev, TS_NO_VECTORS, &err);
        assert_int_equal(rc, i < 3 ? 0 : -1);
        assert_string_equal(ts_device_target(dev), order[i < 3 ? i + 1 : i]);
        ts_device_close(dev);
    }
    struct rig r;
    ts_device *dev = ts_device_open("cpu", 1, &err);
    bool narrow = !strcmp(ts_device_target(dev), "cpu:generic");
    ts_device_close(dev);
    if (narrow) return;
    set_up(&r, "cpu", TS_NO_VECTORS);
    run(&r, 1);
    tear_down(&r);
}

static double seconds(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Processor time of all threads but this one while it runs a step now and then. */
static double idled(unsigned without)
{
    struct rig r;
    set_up(&r, "cpu", without);
    double own = seconds(CLOCK_THREAD_CPUTIME_ID), all = seconds(CLOCK_PROCESS_CPUTIME_ID);
    for (int i = 0; i < 100; i++) {
        run(&r, 1);
        usleep(300);
    }
    own = seconds(CLOCK_THREAD_CPUTIME_ID) - own;
    all = seconds(CLOCK_PROCESS_CPUTIME_ID) - all;
    tear_down(&r);
    return all - own;
}

/* A neighbour may take the worker's core away while it spins, so it is tried again. */
static void spin(void **state)
{
    (void)state;
    cpu_set_t mine;
    assert_int_equal(sched_getaffinity(0, sizeof mine, &mine), 0);
    if (CPU_COUNT(&mine) < 2) {
        print_message("skipped: two threads on one CPU never spin for long\n");
        skip();
    }
    double with = 0, less = 0;
    for (int tries = 0; tries < 40; tries++) {
        with = idled(0);
        less = idled(TS_NO_SPIN);
        if (less < with / 2) return;
    }
    fail_msg("a worker took %g s with spinning and %g s without", with, less);
}

static void huge_pages(void **state)
{
    (void)state;
    ts_error err = {{0}};
    for (int turn = 0; turn < 2; turn++) {
        ts_device *dev = ts_device_open("cpu", 1, &err);
        assert_int_equal(ts_device_without(dev, turn ? TS_NO_HUGE_PAGES : 0, &err), 0);
        ts_buffer *b = ts_buffer_new(dev, 6 << 20, &err);
        assert_non_null(b);
        const void *data = ((ts_cpu_buffer *)b)->data;
        if (ts_vm_flag(data, " hg") < 0) print_message("this system tells no flags of memory\n");
        if (ts_vm_flag(data, " hg") >= 0) {
            assert_int_equal(ts_vm_flag(data, " hg"), !turn);
            assert_int_equal(ts_vm_flag(data, " nh"), turn);
        }
        ts_buffer_free(b);
        ts_device_close(dev);
    }
}

/* Once, before anything is made, and only what the device has. */
static void refusals(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu", 1, &err);
    assert_int_equal(ts_device_without(dev, TS_NO_GRAPH, &err), -1);
    assert_non_null(strstr(err.text, "a cpu device"));
    err.text[0] = 0;
    assert_int_equal(ts_device_without(dev, 0, &err), 0);
    ts_buffer *b = ts_buffer_new(dev, 8, &err);
    assert_int_equal(ts_device_without(dev, TS_NO_SPIN, &err), -1);
    assert_non_null(strstr(err.text, "once"));
    ts_buffer_free(b);
    assert_int_equal(ts_device_without(dev, TS_NO_SPIN, &err), 0);
    assert_int_equal(ts_device_without(dev, TS_NO_CHUNKS, &err), -1);
    ts_device_close(dev);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chunks),     cmocka_unit_test(vectors),  cmocka_unit_test(spin),
        cmocka_unit_test(huge_pages), cmocka_unit_test(refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
