/* test_names.c - whatever C allows as a name works for kernels, params and sizes, on every device.
 *
 * Words of the languages that are emitted, names of the preludes, of what the texts declare, and names
 * that other kernels of the text give rise to. All kernels of a device are one module, so that names meet;
 * where compiling takes long, and names stand in comments but for one prefixed one, some are enough.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tessera/compile.h"
#include "tessera/device.h"
#include "tessera/tile.h"

/* The first ones have a wide form: two entries, where the target has such loads. */
static const char *const names[] = {
    "x",
    "x__wide",
    "x__wide_",
    /* C, C++ */
    "float",
    "main",
    "class",
    "template",
    "new",
    "this",
    "operator",
    "and",
    "inline",
    "_Bool",
    "static_assert",
    "NULL",
    "asm",
    "concept",
    "errno",
    "INFINITY",
    "NAN",
    "memcpy",
    "sqrtf",
    "std",
    /* GPU languages */
    "kernel",
    "__kernel",
    "global",
    "half",
    "half4",
    "thread",
    "threadgroup",
    "device",
    "constant",
    "vertex",
    "using",
    "metal",
    "__global__",
    "__shared__",
    "blockIdx",
    "warpSize",
    "uint4",
    "gl_Position",
    "layout",
    "fn",
    "let",
    "var",
    "ptr",
    "loop",
    "array",
    "_",
    "__",
    "enable",
    "workgroup",
    "bitcast",
    /* preludes and what texts declare */
    "least",
    "least_",
    "window",
    "programs",
    "LANES",
    "FN",
    "UNUSED",
    "EACH",
    "none",
    "iota",
    "v1",
    "b0",
    "s0",
    "o0",
    "i1",
    "buf",
    "size",
    "lo",
    "hi",
    "part",
    "shared",
    "local",
    "group",
    "groups",
    "take_turn",
    "half_to_float",
    "real",
    "k0_b0",
    "offsets",
    "ts_x",
    "ts_shim",
    /* what other kernels of the text give rise to */
    "x_grid",
    "x_grid_",
    "x_modes",
    "x_sizes",
    "x_cost",
    "x_needs",
    "x_run1",
    "x_run2",
    "ts_x_run1",
    "x_",
    "x__",
    "X",
    "fLoat",
    "k_x",
    "x__final",
    /* words of the manifest line; as long as may be */
    "tessera",
    "entry",
    "wide",
    "params",
    "count",
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789",
};
enum { NAMES = sizeof names / sizeof *names, WIDE = 3, PROGRAMS = 80, WIDTH = 256 };
enum { CELLS = PROGRAMS * WIDTH };

static const char *name(int i)
{
    const char *s = names[i % NAMES];
    return strlen(s) > 63 ? s + 1 : s;
}

/* Kernel i adds i and a size to what it reads; its params and the size are called like other kernels. */
static ts_kern *make(int i)
{
    ts_error err = {0};
    ts_kern *k = ts_begin(name(i));
    ts_val n = ts_i32(k, CELLS), s = ts_size(k, name(i + 2)), add = ts_add(s, ts_i32(k, i));
    ts_view x = ts_arg1(k, TS_IN, name(i), TS_f32, n);
    ts_view y = ts_arg1(k, TS_OUT, name(i + 1), TS_f32, n);
    ts_val zero = ts_i32(k, 0);
    if (i < WIDE) {
        ts_val p = ts_program(n, WIDTH);
        ts_store(y, p, ts_add(ts_load(x, p, WIDTH), ts_cast(add, TS_f32)));
    } else {
        ts_store(y, zero, ts_add(ts_at(x, zero), ts_cast(add, TS_f32)));
    }
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

typedef struct bench {
    ts_device *dev;
    ts_module *module;
    ts_buffer *x, *y, *cell;
} bench;

/* Of kernels from WIDE on, each `every`-th. */
static bool takes_part(int i, int every)
{
    return i < WIDE || i % every == 0;
}

static char *emit_all(const ts_target *t, int every, size_t *bytes)
{
    ts_kern *k[NAMES];
    size_t n = 0;
    ts_error err = {0};
    for (int i = 0; i < NAMES; i++)
        if (takes_part(i, every)) k[n++] = make(i);
    char *text = ts_emit(k, n, t, bytes, &err);
    while (n) ts_free(k[--n]);
    if (!text) fail_msg("%s: %s", t->name, err.text);
    return text;
}

static void run(bench *b, int i, float *y, const char *spec)
{
    ts_error err = {0};
    ts_launch l = {.module = b->module, .kernel = name(i), .arg = {{b->x, 0}, {b->y, 0}}};
    l.size[0] = (ts_ref){b->cell, 0};
    ts_step *step = ts_step_record(b->dev, &l, 1, &err);
    if (!step || ts_step_run(step, &err) || ts_buffer_get(b->y, 0, y, CELLS * sizeof *y, &err))
        fail_msg("%s, kernel %s: %s", spec, name(i), err.text);
    ts_step_free(step);
    for (int c = 0; c < (i < WIDE ? CELLS : 1); c++)
        if (y[c] != (float)(c + i + 5)) fail_msg("%s, kernel %s: [%d] %g", spec, name(i), c, y[c]);
}

static void on(const char *spec, int every)
{
    static float data[CELLS];
    ts_error err = {0};
    size_t bytes = 0;
    bench b = {.dev = ts_device_open(spec, 1, &err)};
    if (!b.dev) {
        print_message("skipped: %s: %s\n", spec, err.text);
        return;
    }
    char *text = emit_all(ts_target_find(ts_device_target(b.dev), &err), every, &bytes);
    b.module = ts_module_load(b.dev, text, bytes, &err);
    free(text);
    if (!b.module) fail_msg("%s: %s", spec, err.text);
    b.x = ts_buffer_new(b.dev, sizeof data, &err);
    b.y = ts_buffer_new(b.dev, sizeof data, &err);
    b.cell = ts_buffer_new(b.dev, 4, &err);
    for (int c = 0; c < CELLS; c++) data[c] = (float)c;
    if (ts_buffer_put(b.x, 0, data, sizeof data, &err) ||
        ts_buffer_put(b.cell, 0, &(int32_t){5}, 4, &err))
        fail_msg("%s: %s", spec, err.text);
    for (int i = 0; i < NAMES; i++)
        if (takes_part(i, every)) run(&b, i, data, spec);
    ts_buffer_free(b.x);
    ts_buffer_free(b.y);
    ts_buffer_free(b.cell);
    ts_module_free(b.module);
    ts_device_close(b.dev);
}

#define ON(test, spec, every)                                                                      \
    static void test(void **state)                                                                 \
    {                                                                                              \
        (void)state;                                                                               \
        on(spec, every);                                                                           \
    }
ON(cpu, "cpu", 1)
ON(vulkan, "vulkan:0", 1)
ON(opencl, "opencl:0", 13)
ON(cuda, "shim:cuda", 17)
ON(msl, "shim:msl", 11)

/* The others are printed. */
static void all_targets_print_them(void **state)
{
    (void)state;
    const ts_target *t;
    for (size_t i = 0; (t = ts_target_at(i)); i++) {
        size_t bytes = 0;
        free(emit_all(t, 1, &bytes));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_targets_print_them),
        cmocka_unit_test(cpu),
        cmocka_unit_test(vulkan),
        cmocka_unit_test(opencl),
        cmocka_unit_test(cuda),
        cmocka_unit_test(msl),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
