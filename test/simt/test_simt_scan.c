/* test_simt_scan.c - running sums along both axes of tiles of every shape, of which a column [h,1] lies along the
 * threads as a row does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "test/simt/simt_run.h"
#include "test/simt/simt_targets.h"

enum { MOST = 1024 };

static ts_simt *form_of(int rows, int cols, int axis, const ts_target *t)
{
    ts_error err = {0};
    ts_kern *k = ts_begin("sums");
    ts_val h = ts_i32(k, rows), w = ts_i32(k, cols), zero = ts_i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_i32, h, w), y = ts_arg2(k, TS_OUT, "y", TS_i32, h, w);
    ts_store2(y, zero, zero, ts_scan(ts_load2(x, zero, zero, rows, cols), axis));
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    ts_kern *folded = ts_fold(k);
    ts_simt *form = ts_simt_lower(folded, t, false, NULL, &err);
    if (!form) fail_msg("%s", err.text);
    ts_free(folded);
    ts_free(k);
    return form;
}

static void check(int rows, int cols, int axis, const ts_target *t)
{
    ts_error err = {0};
    int32_t x[MOST], y[MOST];
    for (int i = 0; i < MOST; i++) x[i] = i * i % 37 - 11, y[i] = -1;
    void *buffer[] = {x, y};
    const size_t n = (size_t)(rows * cols) * 4, bytes[] = {n, n};
    struct ts_simt_launch l = {.buffer = buffer, .bytes = bytes, .groups = 1, .seed = 3};
    ts_simt *form = form_of(rows, cols, axis, t);
    if (ts_simt_run(form, &l, &err)) fail_msg("%d x %d: %s", rows, cols, err.text);
    for (int i = 0; i < rows * cols; i++) {
        int before = axis ? i % cols ? i - 1 : -1 : i - cols;
        assert_int_equal(y[i], x[i] + (before < 0 ? 0 : y[before]));
    }
    ts_simt_free(form);
}

static void sums_run_along_an_axis(void **state)
{
    (void)state;
    static const int shape[][2] = {{256, 1}, {1, 256}, {20, 1}, {3, 3}, {12, 40}, {64, 2}};
    for (size_t i = 0; i < sizeof shape / sizeof *shape; i++)
        for (int t = 0; t < SIMT_TARGETS; t++)
            for (int axis = 0; axis < 2; axis++)
                check(shape[i][0], shape[i][1], axis, &simt_targets[t]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_run_along_an_axis),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
