/* test_nibbles.c - loads and stores of 4-bit elements, two to a byte: at odd places, of odd widths, strided,
 * down columns, scattered. Neighbours in a byte must stay, whichever threads of a program store the
 * two: in the SIMT form, whose interpreter finds threads that race, and on each kind of device. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "test/tile/gen.h"
#include "test/compile/gen_device.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_targets.h"

enum { LONGEST = 320, KERNELS = 24 };

/* x[n] as i8, cast to 4 bits. */
static ts_val codes(ts_view x, ts_val at, int n, ts_dtype t)
{
    return ts_cast(ts_cast(ts_load(x, at, n), TS_i32), t);
}

typedef struct ends {
    ts_val n;
    ts_view x, y;
} ends;

static ends begin(ts_kern **k, const char *name, ts_dtype t)
{
    *k = ts_begin(name);
    ts_val n = ts_i32(*k, LONGEST);
    ts_view x = ts_arg1(*k, TS_IN, "x", TS_i8, n);
    return (ends){n, x, ts_arg1(*k, TS_INOUT, "y", t, n)};
}

/* w elements from `at` on, each step-th. */
static ts_kern *line(const char *name, ts_dtype t, int at, int w, int step)
{
    ts_kern *k;
    ends e = begin(&k, name, t);
    ts_val zero = ts_i32(k, 0);
    ts_view y = ts_part(e.y, 0, ts_i32(k, at), e.n, step);
    ts_store(y, zero, codes(e.x, zero, w, t));
    return k;
}

/* A tile [h,w] in rows of odd length, upright or lying. */
static ts_kern *matrix(const char *name, ts_dtype t, int h, int w, bool swap)
{
    ts_kern *k = ts_begin(name);
    ts_val rows = ts_i32(k, swap ? w + 2 : h + 1), cols = ts_i32(k, (swap ? h : w) | 1);
    ts_val zero = ts_i32(k, 0), one = ts_i32(k, 1);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_i8, ts_i32(k, h), ts_i32(k, w));
    ts_view y = ts_arg2(k, TS_INOUT, "y", t, rows, cols);
    ts_val v = ts_cast(ts_cast(ts_load2(x, zero, zero, h, w), TS_i32), t);
    ts_store2(swap ? ts_swap(y) : y, zero, one, v);
    return k;
}

/* Neighbours by different threads: index i goes to n - 1 - i, the odd ones first in the tile. */
static ts_kern *scattered(const char *name, ts_dtype t, int w)
{
    ts_kern *k;
    ends e = begin(&k, name, t);
    ts_val i = ts_iota(k, w), half = ts_i32(k, w / 2);
    ts_val turned = ts_rem(ts_add(i, half), ts_i32(k, w));
    ts_scatter(e.y, ts_sub(ts_i32(k, w), turned), codes(e.x, ts_i32(k, 0), w, t));
    return k;
}

/* Programs of an even width each, which share no byte, in a loop that overlaps what came before. */
static ts_kern *programs(const char *name, ts_dtype t)
{
    ts_kern *k;
    ends e = begin(&k, name, t);
    ts_val p = ts_program(e.n, 64);
    for (ts_loop i = ts_range(ts_i32(k, 1), ts_i32(k, 34), 16); ts_next(&i);)
        ts_store(e.y, ts_add(p, i.at), codes(e.x, i.at, 29, t));
    return k;
}

/* Rows of odd length from column `at` on: as f32, as i32, and the codes themselves one place further on. */
static ts_kern *reading(const char *name, ts_dtype t, int at, int w)
{
    enum { HIGH = 5, WIDE = 45 };
    ts_kern *k = ts_begin(name);
    ts_val h = ts_i32(k, HIGH), n = ts_i32(k, WIDE), zero = ts_i32(k, 0), one = ts_i32(k, 1);
    ts_view x = ts_arg2(k, TS_IN, "x", t, h, n), y = ts_arg2(k, TS_OUT, "y", TS_f32, h, n);
    ts_view i = ts_arg2(k, TS_OUT, "i", TS_i32, h, n), z = ts_arg2(k, TS_INOUT, "z", t, h, n);
    ts_val v = ts_load2(x, zero, ts_i32(k, at), HIGH, w);
    ts_store2(y, zero, zero, ts_cast(v, TS_f32));
    ts_store2(i, zero, zero, ts_cast(v, TS_i32));
    ts_store2(z, zero, one, v);
    return k;
}

static size_t all(ts_kern **k)
{
    static const int at[] = {1, 0, 3, 1}, width[] = {1, 7, 33, 100};
    size_t n = 0;
    char name[32];
    for (int i = 0; i < 4; i++) {
        snprintf(name, sizeof name, "line_%d_%d", at[i], width[i]);
        k[n++] = line(name, i % 2 ? TS_i4 : TS_f4e2m1, at[i], width[i], 1);
    }
    k[n++] = line("every_other", TS_i4, 1, 65, 2);
    k[n++] = line("every_third", TS_f4e2m1, 0, 40, 3);
    k[n++] = matrix("rows", TS_i4, 5, 34, false);
    k[n++] = matrix("columns", TS_i4, 6, 17, true);
    k[n++] = matrix("narrow", TS_f4e2m1, 40, 3, false);
    k[n++] = matrix("tall", TS_f4e2m1, 40, 1, false);
    k[n++] = scattered("scattered_9", TS_i4, 9);
    k[n++] = scattered("scattered_90", TS_f4e2m1, 90);
    k[n++] = programs("by_programs", TS_i4);
    for (int i = 0; i < 4; i++) {
        snprintf(name, sizeof name, "reading_%d_%d", i, 32 + 7 * i);
        k[n++] = reading(name, i < 2 ? TS_i4 : TS_f4e2m1, i, 32 + 7 * i);
    }
    for (size_t i = 0; i < n; i++) {
        ts_error err = {0};
        if (ts_finish(k[i], &err)) fail_msg("%s", err.text);
    }
    return n;
}

static void drop(ts_kern **k, size_t n)
{
    for (size_t i = 0; i < n; i++) ts_free(k[i]);
}

/* ---- the form ---- */

static void run_form(const ts_kern *k, const ts_simt *s, uint64_t seed)
{
    ts_error err = {0};
    struct ts_gen_data want = {0}, got = {0};
    assert_true(ts_gen_fill(&want, k, seed) && ts_gen_fill(&got, k, seed));
    struct ts_simt_launch l = {.buffer = got.buffer,
                               .bytes = got.bytes,
                               .size = got.size,
                               .groups = 1 + (int)(seed % 3),
                               .seed = seed};
    if (ts_interpret(k, want.buffer, want.bytes, want.size, TS_RUN_CONFLICTS, 0, &err) ||
        ts_simt_run(s, &l, &err) || ts_gen_compare(&want, &got, true, &err))
        fail_msg("%s on %s: %s", k->name, s->target->name, err.text);
    ts_gen_drop(&want);
    ts_gen_drop(&got);
}

static void threads_of_a_program_do_not_race(void **state)
{
    (void)state;
    ts_kern *k[KERNELS];
    size_t n = all(k);
    for (size_t i = 0; i < n; i++) {
        ts_kern *folded = ts_fold(k[i]);
        for (int t = 0; t < SIMT_TARGETS; t++) {
            ts_error err = {0};
            bool useful = false;
            ts_simt *s = ts_simt_lower(folded, &simt_targets[t], false, &useful, &err);
            if (!s) fail_msg("%s", err.text);
            for (uint64_t seed = 1; seed < 4; seed++) run_form(folded, s, seed);
            ts_simt_free(s);
        }
        ts_free(folded);
    }
    drop(k, n);
}

/* ---- devices ---- */

static void neighbours_stay_on_devices(void **state)
{
    (void)state;
    static const char *const devices[] = {"cpu", "cpu:generic", "opencl:0", "vulkan:0",
                                          "shim:cuda"};
    ts_kern *k[KERNELS];
    uint64_t seed[KERNELS];
    size_t n = all(k);
    for (size_t i = 0; i < n; i++) seed[i] = 11 * i;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        ts_error err = {0};
        struct ts_gen_tally tally = {0};
        ts_device *dev = ts_device_open(devices[i], 1, &err);
        if (!dev) {
            print_message("skipped: %s: %s\n", devices[i], err.text);
            continue;
        }
        ts_gen_on_device(dev, k, seed, n, &tally);
        assert_int_equal(tally.wrong, 0);
        assert_int_equal(tally.run, n);
        ts_device_close(dev);
    }
    drop(k, n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_of_a_program_do_not_race),
        cmocka_unit_test(neighbours_stay_on_devices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
