/* test_bins.c - histograms, sums by index and ranks (tile/bins.c), in the interpreter and on each kind of device, against
 * loops: indices that are no bin, all in one bin, empty bins, tiles wider than what is compared at once. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tessera/compile.h"
#include "tessera/device.h"
#include "tessera/interpret.h"
#include "tessera/tile.h"

enum { MOST = 200, WAYS = 4, PARAMS = 5 };

static const struct shape {
    const char *name;
    int w, n;
} shapes[] = {{"narrow", 7, 3}, {"wide", 150, 17}, {"one_bin", 64, 1}};
enum { SHAPES = sizeof shapes / sizeof *shapes };

typedef struct data { /* and what must come out */
    int32_t index[MOST], count[MOST], rank[MOST], counts[MOST], ranks[MOST];
    float x[MOST], sum[MOST], sums[MOST];
} data;

static ts_kern *build(const struct shape *s)
{
    ts_error err = {0};
    ts_kern *k = ts_begin(s->name);
    ts_val w = ts_i32(k, s->w), n = ts_i32(k, s->n), zero = ts_i32(k, 0);
    ts_view index = ts_arg1(k, TS_IN, "index", TS_i32, w), x = ts_arg1(k, TS_IN, "x", TS_f32, w);
    ts_view count = ts_arg1(k, TS_OUT, "count", TS_i32, n);
    ts_view sum = ts_arg1(k, TS_OUT, "sum", TS_f32, n);
    ts_view rank = ts_arg1(k, TS_OUT, "rank", TS_i32, w);
    ts_val at = ts_load(index, zero, s->w);
    ts_store(count, zero, ts_histogram(at, s->n));
    ts_store(sum, zero, ts_segment_sum(at, ts_load(x, zero, s->w), s->n));
    ts_store(rank, zero, ts_rank(at));
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

static int32_t drawn(int way, int i, int n, uint32_t *s)
{
    *s = *s * 1664525u + 1013904223u;
    int any = (int)(*s >> 16);
    switch (way) {
    case 0: return any % n;
    case 1: return any % (n + 2) - 1; /* -1 and n among them */
    case 2: return n - 1;
    default: return i % 2 ? INT32_MIN : n > 1 ? 1 : INT32_MAX;
    }
}

/* Sums of small integers, which are exact in any order; what belongs to no bin is no number. */
static void fill(const struct shape *s, int way, data *d)
{
    uint32_t seed = (uint32_t)way + 3;
    memset(d, 0, sizeof *d);
    for (int i = 0; i < s->w; i++) {
        int32_t b = d->index[i] = drawn(way, i, s->n, &seed);
        bool known = b >= 0 && b < s->n;
        d->x[i] = known ? (float)(i % 9 - 4) : i % 2 ? NAN : INFINITY;
        if (known) d->counts[b]++, d->sums[b] += d->x[i];
        for (int j = 0; j < i; j++) d->ranks[i] += d->index[j] == b;
    }
}

static void compare(const struct shape *s, int way, const data *d, const char *where)
{
    bool right = !memcmp(d->rank, d->ranks, sizeof(int32_t) * (size_t)s->w) &&
                 !memcmp(d->count, d->counts, sizeof(int32_t) * (size_t)s->n);
    for (int b = 0; b < s->n; b++) right &= d->sum[b] == d->sums[b];
    if (!right) fail_msg("%s on %s, way %d: counts, sums or ranks are wrong", s->name, where, way);
}

static size_t sizes(const struct shape *s, size_t bytes[PARAMS])
{
    size_t w = 4 * (size_t)s->w, n = 4 * (size_t)s->n;
    const size_t is[] = {w, w, n, n, w};
    memcpy(bytes, is, sizeof is);
    return w;
}

static void in_the_interpreter(void **state)
{
    (void)state;
    for (int i = 0; i < SHAPES * WAYS; i++) {
        const struct shape *s = &shapes[i / WAYS];
        data d;
        ts_error err = {0};
        size_t bytes[PARAMS];
        ts_kern *k = build(s);
        fill(s, i % WAYS, &d);
        sizes(s, bytes);
        void *buffer[] = {d.index, d.x, d.count, d.sum, d.rank};
        if (ts_interpret(k, buffer, bytes, NULL, 0, 0, &err)) fail_msg("%s", err.text);
        compare(s, i % WAYS, &d, "the interpreter");
        ts_free(k);
    }
}

static void run_way(ts_device *dev, ts_step *step, ts_buffer *const *b, const struct shape *s,
                    int way)
{
    data d;
    ts_error err = {0};
    size_t bytes[PARAMS];
    fill(s, way, &d);
    void *at[] = {d.index, d.x, d.count, d.sum, d.rank};
    sizes(s, bytes);
    for (int i = 0; i < 2; i++) ts_buffer_put(b[i], 0, at[i], bytes[i], &err);
    if (!ts_step_run(step, &err))
        for (int i = 2; i < PARAMS; i++) ts_buffer_get(b[i], 0, at[i], bytes[i], &err);
    if (ts_failed(&err)) fail_msg("%s", err.text);
    compare(s, way, &d, ts_device_target(dev));
}

static void run_shape(ts_device *dev, ts_module *module, const struct shape *s)
{
    ts_error err = {0};
    ts_launch l = {.module = module, .kernel = s->name};
    ts_buffer *b[PARAMS];
    for (int i = 0; i < PARAMS; i++) {
        b[i] = ts_buffer_new(dev, 4 * MOST, &err);
        l.arg[i] = (ts_ref){b[i], 0};
    }
    ts_step *step = ts_failed(&err) ? NULL : ts_step_record(dev, &l, 1, &err);
    if (!step) fail_msg("%s", err.text);
    for (int way = 0; way < WAYS; way++) run_way(dev, step, b, s, way);
    ts_step_free(step);
    for (int i = 0; i < PARAMS; i++) ts_buffer_free(b[i]);
}

static void on_device(const char *spec, ts_kern *const *k)
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
    for (int i = 0; i < SHAPES; i++) run_shape(dev, module, &shapes[i]);
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
    for (int i = 0; i < SHAPES; i++) k[i] = build(&shapes[i]);
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) on_device(devices[i], k);
    for (int i = 0; i < SHAPES; i++) ts_free(k[i]);
}

static void refuse(int which, const char *why)
{
    ts_error err = {0};
    ts_kern *k = ts_begin("refused");
    ts_val n = ts_i32(k, 8), zero = ts_i32(k, 0), bad = zero;
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, n), y = ts_arg1(k, TS_OUT, "y", TS_i32, n);
    ts_val f = ts_load(x, zero, 8), i = ts_iota(k, 8);
    if (which == 0) bad = ts_histogram(f, 4);
    if (which == 1) bad = ts_histogram(i, 0);
    if (which == 2) bad = ts_cast(ts_segment_sum(i, ts_load(x, zero, 4), 4), TS_i32);
    if (which == 3) bad = ts_rank(f);
    ts_store(y, zero, bad);
    assert_int_equal(ts_finish(k, &err), -1);
    if (!strstr(err.text, why)) fail_msg("%s", err.text);
    ts_free(k);
}

static void misuse_is_refused(void **state)
{
    (void)state;
    refuse(0, "of i32");
    refuse(1, "at least one bin");
    refuse(2, "as many elements");
    refuse(3, "of i32");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_the_interpreter),
        cmocka_unit_test(on_devices),
        cmocka_unit_test(misuse_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
