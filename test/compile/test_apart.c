/* test_apart.c - kernels that write where they read: a tile moved by a few elements within one param, and
 * products whose result lies over their operands, on devices of both families against the interpreter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tessera/compile.h"
#include "tessera/device.h"
#include "tessera/interpret.h"
#include "tessera/tile.h"

enum { SIDE = 16, N = SIDE * SIDE, MOST = 64 };

static ts_kern *kernels[MOST];
static size_t count;

static void add(ts_kern *k)
{
    ts_error err = {0};
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    assert_true(count < MOST);
    kernels[count++] = k;
}

static ts_kern *begin(const char *what, int shift)
{
    char name[64];
    snprintf(name, sizeof name, "%s_%d", what, shift + N);
    return ts_begin(name);
}

/* x[16 + i] = f(x[16 + shift + i]) for `width` elements, f: nothing, or a product */
static void moved(int shift, int width, bool scaled)
{
    ts_kern *k = begin(scaled ? "scaled" : "moved", shift);
    ts_view x = ts_arg1(k, TS_INOUT, "x", TS_f32, ts_i32(k, N));
    ts_val to = ts_i32(k, 16), from = ts_i32(k, 16 + shift), v = ts_load(x, from, width);
    ts_store(x, to, scaled ? ts_mulk(v, 2) : v);
    add(k);
}

/* The same down the rows of a matrix. */
static void moved_rows(int shift)
{
    ts_kern *k = begin("rows", shift);
    ts_val n = ts_i32(k, SIDE), four = ts_i32(k, 4), from = ts_i32(k, 4 + shift);
    ts_view x = ts_arg2(k, TS_INOUT, "x", TS_f32, n, n);
    ts_store2(x, four, four, ts_addk(ts_load2(x, from, four, 8, 8), 1));
    add(k);
}

/* 8 x 8 of x become the product of two others that may lie over it, plus themselves or a third. */
static void product(int shift, bool turned)
{
    ts_kern *k = begin(turned ? "turned" : "product", shift);
    ts_val n = ts_i32(k, SIDE), four = ts_i32(k, 4), from = ts_i32(k, 4 + shift);
    ts_view x = ts_arg2(k, TS_INOUT, "x", TS_f32, n, n);
    ts_val a = ts_load2(x, from, four, 8, 8), b = ts_load2(x, four, from, 8, 8);
    ts_val c = ts_load2(x, from, from, 8, 8);
    ts_store2(x, four, four, turned ? ts_dot_t(a, b, c) : ts_dot(a, b, c));
    add(k);
}

static int build(void **state)
{
    (void)state;
    for (int shift = -9; shift <= 9; shift += 3) {
        moved(shift, 64, false);
        moved(shift, 50, true);
    }
    for (int shift = -2; shift <= 2; shift++) {
        moved_rows(shift);
        product(shift, false);
        product(shift, true);
    }
    return 0;
}

static int drop(void **state)
{
    (void)state;
    while (count) ts_free(kernels[--count]);
    return 0;
}

/* Small whole numbers: every order of sums gives the same. */
static void fill(float *x)
{
    for (int i = 0; i < N; i++) x[i] = (float)(i * 7 % 23 - 11);
}

static void compare(ts_device *dev, ts_module *module, ts_kern *k)
{
    ts_error err = {0};
    float want[N], got[N];
    void *memory[] = {want};
    size_t bytes[] = {sizeof want};
    fill(want), fill(got);
    ts_launch l = {.module = module, .kernel = ts_kernel_name(k)};
    ts_buffer *b = ts_buffer_new(dev, sizeof got, &err);
    l.arg[0].buffer = b;
    ts_step *step = b ? ts_step_record(dev, &l, 1, &err) : NULL;
    if (!step || ts_interpret(k, memory, bytes, NULL, 0, 0, &err) ||
        ts_buffer_put(b, 0, got, sizeof got, &err) || ts_step_run(step, &err) ||
        ts_buffer_get(b, 0, got, sizeof got, &err))
        fail_msg("%s", err.text);
    for (int i = 0; i < N; i++)
        if (got[i] != want[i])
            fail_msg("%s on %s: x[%d] is %g, not %g", ts_kernel_name(k), ts_device_target(dev), i,
                     (double)got[i], (double)want[i]);
    ts_step_free(step);
    ts_buffer_free(b);
}

static void on_devices(void **state)
{
    (void)state;
    static const char *const devices[] = {"cpu", "cpu:generic", "shim:cuda", "shim:msl"};
    for (size_t d = 0; d < sizeof devices / sizeof *devices; d++) {
        ts_error err = {0};
        size_t bytes = 0;
        ts_device *dev = ts_device_open(devices[d], 1, &err);
        if (!dev) {
            print_message("skipped: %s: %s\n", devices[d], err.text);
            continue;
        }
        const ts_target *target = ts_target_find(ts_device_target(dev), &err);
        char *text = target ? ts_emit(kernels, count, target, &bytes, &err) : NULL;
        ts_module *module = text ? ts_module_load(dev, text, bytes, &err) : NULL;
        if (!module) fail_msg("%s: %s", devices[d], err.text);
        for (size_t i = 0; i < count; i++) compare(dev, module, kernels[i]);
        ts_module_free(module);
        free(text);
        ts_device_close(dev);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(on_devices)};
    return cmocka_run_group_tests(tests, build, drop);
}
