/* test_quantiser.c - a kernel whose outputs are codes, checked three ways on each kind of device.
 *
 * Its inputs are such that the f32 product lies on a tie between two codes and the exact product
 * beside it, so a float64 oracle has other codes than any device. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "check/check.h"
#include "tile/ir.h"

enum { GROUPS = 24, BLOCK = 32, COUNT = GROUPS * BLOCK };

/* y = e4m3(x s), z = e2m1(w s + 1/4), by groups of BLOCK with one s each. */
static void quantise(ts_kern *k, const ts_shape *shape)
{
    (void)shape;
    ts_val g = ts_i32(k, GROUPS), b = ts_i32(k, BLOCK), zero = ts_i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, g, b), w = ts_arg2(k, TS_IN, "w", TS_f32, g, b);
    ts_view s = ts_arg1(k, TS_IN, "s", TS_f32, g);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f8e4m3, g, b);
    ts_view z = ts_arg2(k, TS_OUT, "z", TS_f4e2m1, g, b);
    ts_val i = ts_program(g, 4), scale = ts_col(ts_load(s, i, 4));
    ts_val v = ts_mul(ts_load2(x, i, zero, 4, BLOCK), scale);
    ts_val u = ts_fma(ts_load2(w, i, zero, 4, BLOCK), scale, ts_f32(k, 0.25));
    ts_store2(y, i, zero, ts_cast(v, TS_f8e4m3));
    ts_store2(z, i, zero, ts_cast(u, TS_f4e2m1));
}

static int cases(const ts_shape *shape, ts_case *c)
{
    (void)shape;
    c[0] = (ts_case){.name = "ties"};
    return 1;
}

static void fill(const ts_shape *shape, const ts_case *c, double *const *a)
{
    (void)shape, (void)c;
    static const double halves[] = {0.25, 0.75, 1.25, 1.75, 2.5, 3.5, 5}; /* between e2m1 codes */
    for (int i = 0; i < COUNT; i++) {
        float s = 1 + (float)(i / BLOCK * 7919 % 1000) / 1037;
        double tie = ldexp(1 + (2 * (i % 8) + 1) / 16.0, i % 15 - 6); /* between e4m3 codes */
        a[2][i / BLOCK] = s;
        a[0][i] = (i % 2 ? -1 : 1) * tie / s;
        a[1][i] = (halves[i % 7] - 0.25) / s;
    }
}

static void reference(const ts_shape *shape, const int32_t *size, double *const *a,
                      double *const *mag)
{
    (void)shape, (void)size;
    for (int i = 0; i < COUNT; i++) {
        float s = (float)a[2][i / BLOCK];
        volatile float v = (float)a[0][i] * s;
        a[3][i] = ts_decode(TS_f8e4m3, ts_encode(TS_f8e4m3, v));
        a[4][i] = ts_decode(TS_f4e2m1, ts_encode(TS_f4e2m1, fmaf((float)a[1][i], s, 0.25F)));
        mag[3][i] = mag[4][i] = 1;
    }
}

static uint64_t price(const ts_shape *shape, const int32_t *size)
{
    (void)shape, (void)size;
    return COUNT;
}

static const ts_suite suite;
static const ts_kernel_def quantiser = {.name = "quantise",
                                        .suite = &suite,
                                        .build = quantise,
                                        .reference = reference,
                                        .cases = cases,
                                        .fill = fill,
                                        .bytes = price,
                                        .flops = price};
static const ts_kernel_def *const kernels[] = {&quantiser, NULL};
static const ts_field none[] = {{0}};
static const ts_suite suite = {.name = "test", .kernel = kernels, .field = none}; /* one shape */

static void check_on(ts_device *dev)
{
    ts_check_run run = {.shape_name = "ties", .device = dev, .seed = 1};
    ts_check_report r = {0};
    ts_check_kernel(&quantiser, &run, &r);
    if (r.failure[0]) fail_msg("%s", r.failure);
    assert_int_equal(r.interpreter.failed + r.device.failed, 0);
    assert_true(r.interpreter.runs && (r.device.runs || !dev));
}

static void interpreter_has_the_codes(void **state)
{
    (void)state;
    check_on(NULL);
}

static void devices_have_the_codes(void **state)
{
    (void)state;
    static const char *const devices[] = {"cpu", "opencl:0", "vulkan:0", "shim:cuda"};
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        ts_error err = {0};
        ts_device *dev = ts_device_open(devices[i], 1, &err);
        if (!dev) print_message("skipped: %s: %s\n", devices[i], err.text);
        if (dev) check_on(dev);
        ts_device_close(dev);
    }
}

/* Else the cases above would prove nothing. */
static void float64_has_other_codes(void **state)
{
    (void)state;
    ts_error err = {0};
    static double value[5][COUNT], mag[5][COUNT];
    static float x[COUNT], w[COUNT], s[GROUPS];
    static uint8_t y[COUNT], z[COUNT / 2];
    double *a[5], *m[5];
    for (int i = 0; i < 5; i++) a[i] = value[i], m[i] = mag[i];
    fill(NULL, NULL, a);
    for (int i = 0; i < COUNT; i++) x[i] = (float)a[0][i], w[i] = (float)a[1][i];
    for (int i = 0; i < COUNT; i++) a[0][i] = x[i], a[1][i] = w[i];
    for (int i = 0; i < GROUPS; i++) s[i] = (float)a[2][i];
    reference(NULL, NULL, a, m);
    ts_kern *k = ts_begin("quantise");
    quantise(k, NULL);
    assert_int_equal(ts_finish(k, &err), 0);
    int wrong[2] = {0};
    for (int mode = 0; mode < 2; mode++) {
        if (ts_interpret(k, (void *[]){x, w, s, y, z},
                         (size_t[]){sizeof x, sizeof w, sizeof s, sizeof y, sizeof z}, NULL,
                         mode ? TS_RUN_F32 : 0, 0, &err))
            fail_msg("%s", err.text);
        for (size_t i = 0; i < COUNT; i++)
            wrong[mode] += (y[i] != ts_encode(TS_f8e4m3, a[3][i])) +
                           (ts_fetch(TS_f4e2m1, z, i) != ts_encode(TS_f4e2m1, a[4][i]));
    }
    assert_true(wrong[0] > COUNT / 10);
    assert_int_equal(wrong[1], 0);
    ts_free(k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(interpreter_has_the_codes),
        cmocka_unit_test(devices_have_the_codes),
        cmocka_unit_test(float64_has_other_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
