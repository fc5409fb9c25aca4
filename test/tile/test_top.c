/* test_top.c - the largest elements of tiles and views (tile/top.c), in the interpreter and on each kind of
 * device, against a sort: random numbers with many ties, NaN, infinities and zeros of either sign; rising
 * and falling ones; equal ones; fewer real ones than are asked for. */
#include <math.h>
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

enum { ROWS = 5, WIDE = 37, SOME = 4, LINE = 19, LONG = 700, LIST = 20, WAYS = 6 };

static const struct shape {
    const char *name;
    int rows, width, top;
} shapes[] = {{"rows", ROWS, WIDE, SOME}, {"line", 1, LINE, LINE}, {"whole", 1, LONG, LIST}};
enum { SHAPES = sizeof shapes / sizeof *shapes };

/* ---- kernels ---- */

static ts_kern *build(const struct shape *s)
{
    ts_error err = {0};
    ts_kern *k = ts_begin(s->name);
    ts_val rows = ts_i32(k, s->rows), width = ts_i32(k, s->width), n = ts_i32(k, s->top);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, rows, width);
    ts_view value = ts_arg2(k, TS_OUT, "value", TS_f32, rows, n);
    ts_view index = ts_arg2(k, TS_OUT, "index", TS_i32, rows, n);
    ts_val zero = ts_i32(k, 0), at, top;
    if (s->rows > 1) {
        top = ts_top(ts_load2(x, zero, zero, s->rows, s->width), s->top, &at);
        ts_store2(value, zero, zero, top);
        ts_store2(index, zero, zero, at);
    } else {
        ts_view row = ts_row(x, zero);
        if (s->width == LONG)
            top = ts_top_of(row, width, s->top, &at);
        else
            top = ts_top(ts_load(row, zero, s->width), s->top, &at);
        ts_store(ts_row(value, zero), zero, top);
        ts_store(ts_row(index, zero), zero, at);
    }
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

/* ---- what must come out ---- */

static float number(int way, int i, int n, uint32_t *s)
{
    static const float odd[] = {NAN, -INFINITY, INFINITY, 0.0f, -0.0f, -NAN, 3.0f, -1.5f};
    *s = *s * 1664525u + 1013904223u;
    uint32_t draw = *s >> 16;
    switch (way) {
    case 0: return (float)(draw % 4000) - 2000;
    case 1: return odd[draw % 8];
    case 2: return (float)i;
    case 3: return (float)-i;
    case 4: return 1;
    default: return i == n / 2 ? -7.0f : draw & 1 ? NAN : -INFINITY;
    }
}

/* One by one: the first of the largest that is left. */
static void sort(const float *x, int width, int top, float *value, int32_t *index)
{
    bool *taken = calloc((size_t)width, sizeof *taken);
    assert_non_null(taken);
    for (int j = 0; j < top; j++) {
        int best = -1;
        for (int i = 0; i < width; i++)
            if (!taken[i] && x[i] > -INFINITY && (best < 0 || x[i] > x[best])) best = i;
        value[j] = best < 0 ? -INFINITY : x[best];
        index[j] = best;
        if (best >= 0) taken[best] = true;
    }
    free(taken);
}

/* ---- running ---- */

typedef struct data {
    float x[ROWS * LONG], value[ROWS * LIST], want[ROWS * LIST];
    int32_t index[ROWS * LIST], place[ROWS * LIST];
} data;

static void fill(const struct shape *s, int way, data *d)
{
    uint32_t seed = (uint32_t)way * 77 + 5;
    for (int i = 0; i < s->rows * s->width; i++)
        d->x[i] = number(way, i % s->width, s->width, &seed);
    for (int r = 0; r < s->rows; r++)
        sort(d->x + r * s->width, s->width, s->top, d->want + r * s->top, d->place + r * s->top);
}

static void compare(const struct shape *s, int way, const data *d, const char *where)
{
    for (int i = 0; i < s->rows * s->top; i++)
        if (d->index[i] != d->place[i] || !(d->value[i] == d->want[i]))
            fail_msg("%s on %s, way %d: number %d is %g at %d, not %g at %d", s->name, where, way,
                     i, (double)d->value[i], d->index[i], (double)d->want[i], d->place[i]);
}

static void in_the_interpreter(void **state)
{
    (void)state;
    data *d = calloc(1, sizeof *d);
    assert_non_null(d);
    for (int i = 0; i < SHAPES; i++) {
        const struct shape *s = &shapes[i];
        ts_kern *k = build(s);
        size_t out = sizeof(float) * (size_t)(s->rows * s->top);
        size_t bytes[] = {sizeof(float) * (size_t)(s->rows * s->width), out, out};
        for (int way = 0; way < WAYS; way++) {
            ts_error err = {0};
            fill(s, way, d);
            void *buffer[] = {d->x, d->value, d->index};
            if (ts_interpret(k, buffer, bytes, NULL, 0, 0, &err)) fail_msg("%s", err.text);
            compare(s, way, d, "the interpreter");
        }
        ts_free(k);
    }
    free(d);
}

static void run_way(ts_device *dev, ts_step *step, ts_buffer *const *b, const struct shape *s,
                    int way, data *d)
{
    ts_error err = {0};
    size_t out = sizeof(float) * (size_t)(s->rows * s->top);
    fill(s, way, d);
    ts_buffer_put(b[0], 0, d->x, sizeof(float) * (size_t)(s->rows * s->width), &err);
    if (!ts_step_run(step, &err)) {
        ts_buffer_get(b[1], 0, d->value, out, &err);
        ts_buffer_get(b[2], 0, d->index, out, &err);
    }
    if (ts_failed(&err)) fail_msg("%s", err.text);
    compare(s, way, d, ts_device_target(dev));
}

static void run_shape(ts_device *dev, ts_module *module, const struct shape *s, data *d)
{
    ts_error err = {0};
    ts_launch l = {.module = module, .kernel = s->name};
    ts_buffer *b[3];
    for (int i = 0; i < 3; i++) {
        b[i] = ts_buffer_new(dev, sizeof d->x, &err);
        l.arg[i] = (ts_ref){b[i], 0};
    }
    ts_step *step = ts_failed(&err) ? NULL : ts_step_record(dev, &l, 1, &err);
    if (!step) fail_msg("%s", err.text);
    for (int way = 0; way < WAYS; way++) run_way(dev, step, b, s, way, d);
    ts_step_free(step);
    for (int i = 0; i < 3; i++) ts_buffer_free(b[i]);
}

static void on_device(const char *spec, ts_kern *const *k, data *d)
{
    ts_error err = {0};
    size_t bytes = 0;
    ts_device *dev = ts_device_open(spec, 1, &err);
    if (!dev) {
        print_message("skipped: %s: %s\n", spec, err.text);
        return;
    }
    const ts_target *target = ts_target_find(ts_device_target(dev), &err);
    char *text = target ? ts_emit(k, SHAPES, target, &bytes, &err) : NULL;
    ts_module *module = text ? ts_module_load(dev, text, bytes, &err) : NULL;
    if (!module) fail_msg("%s: %s", spec, err.text);
    for (int i = 0; i < SHAPES; i++) run_shape(dev, module, &shapes[i], d);
    ts_module_free(module);
    free(text);
    ts_device_close(dev);
}

static void on_devices(void **state)
{
    (void)state;
    static const char *const devices[] = {"cpu",      "cpu:generic", "opencl:0",
                                          "vulkan:0", "shim:cuda",   "shim:msl"};
    ts_kern *k[SHAPES];
    data *d = calloc(1, sizeof *d);
    assert_non_null(d);
    for (int i = 0; i < SHAPES; i++) k[i] = build(&shapes[i]);
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) on_device(devices[i], k, d);
    for (int i = 0; i < SHAPES; i++) ts_free(k[i]);
    free(d);
}

/* ---- what is refused ---- */

static void refuse(ts_dtype t, int w, int n, const char *why)
{
    ts_error err = {0};
    ts_kern *k = ts_begin("refused");
    ts_val size = ts_i32(k, w), zero = ts_i32(k, 0), at;
    ts_view x = ts_arg1(k, TS_IN, "x", t, size), y = ts_arg1(k, TS_OUT, "y", TS_f32, size);
    ts_store(y, zero, ts_top(ts_load(x, zero, w), n, &at));
    assert_int_equal(ts_finish(k, &err), -1);
    if (!strstr(err.text, why)) fail_msg("%s", err.text);
    ts_free(k);
}

static void misuse_is_refused(void **state)
{
    (void)state;
    refuse(TS_i32, 8, 2, "of f32");
    refuse(TS_f32, 8, 9, "at most a row");
    refuse(TS_f32, 8, 0, "at least one");
}

/* Who wants no places gives none. */
static void places_are_not_a_duty(void **state)
{
    (void)state;
    float in[] = {3, 9, 1, 7}, out[4];
    ts_error err = {0};
    ts_kern *k = ts_begin("values");
    ts_val n = ts_i32(k, 4), zero = ts_i32(k, 0);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, n), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_store(y, zero, ts_top(ts_load(x, zero, 4), 2, NULL));
    ts_store(y, ts_i32(k, 2), ts_top_of(x, n, 2, NULL));
    assert_int_equal(ts_finish(k, &err), 0);
    assert_int_equal(ts_interpret(k, (void *[]){in, out}, (size_t[]){16, 16}, NULL, 0, 0, &err), 0);
    assert_true(out[0] == 9 && out[1] == 7 && out[2] == 9 && out[3] == 7);
    ts_free(k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_the_interpreter),
        cmocka_unit_test(on_devices),
        cmocka_unit_test(misuse_is_refused),
        cmocka_unit_test(places_are_not_a_duty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
