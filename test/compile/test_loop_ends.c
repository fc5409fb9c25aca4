/* test_loop_ends.c - loops whose bounds lie near the ends of i32 make each of their turns and no more,
 * in the SIMT form and in C, as the interpreter makes them.
 *
 * An index passes its bound by up to a step, so it may wrap where the bound is near 2^31.
 */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test/lane/rig.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_targets.h"

enum { RESULTS = 3 };

static const int steps[] = {1, 2, 3, 64, 1 << 20, 1 << 29, 1 << 30, INT_MAX};
enum { STEPS = sizeof steps / sizeof *steps, KERNELS = 3 * STEPS };

/* Turns, the last index, the sum of all (which may wrap). */
typedef struct counters {
    ts_var turns, last, sum;
} counters;

static counters begin(ts_kern *k)
{
    ts_val zero = ts_i32(k, 0);
    counters c = {ts_var0(zero), ts_var0(zero), ts_var0(zero)};
    return c;
}

static void turn(counters c, ts_val at)
{
    ts_set(c.turns, ts_addk(ts_get(c.turns), 1));
    ts_set(c.last, at);
    ts_set(c.sum, ts_add(ts_get(c.sum), at));
}

static void end(ts_kern *k, counters c, ts_view out)
{
    const ts_var all[RESULTS] = {c.turns, c.last, c.sum};
    for (int i = 0; i < RESULTS; i++) ts_store(out, ts_i32(k, i), ts_get(all[i]));
}

/* Between two sizes. */
static void plain(ts_kern *k, ts_view out, int step)
{
    ts_val lo = ts_size(k, "lo"), hi = ts_size(k, "hi");
    counters c = begin(k);
    for (ts_loop l = ts_range(lo, hi, step); ts_next(&l);) turn(c, l.at);
    end(k, c, out);
}

/* The same with barriers inside: threads exchange a tile. */
static void together(ts_kern *k, ts_view out, int step)
{
    ts_val lo = ts_size(k, "lo"), hi = ts_size(k, "hi");
    counters c = begin(k);
    for (ts_loop l = ts_range(lo, hi, step); ts_next(&l);) {
        turn(c, l.at);
        ts_val same = ts_scan(ts_splat1(l.at, 64), 0);
        ts_set(c.sum, ts_add(ts_get(c.sum), ts_amax(same, 0)));
    }
    end(k, c, out);
}

/* Cut into full iterations and a rest, for a matrix that has columns but no rows. */
static void cut(ts_kern *k, ts_view out, int step)
{
    ts_val lo = ts_size(k, "lo"), hi = ts_size(k, "hi"), zero = ts_i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_i32, zero, hi);
    counters c = begin(k);
    for (ts_loop l = ts_range(ts_mul(lo, zero), hi, step); ts_next(&l);) {
        turn(c, l.at);
        ts_val none = ts_amax(ts_reshape1(ts_load2(x, zero, l.at, 1, 16), 16), 0);
        ts_set(c.sum, ts_add(ts_get(c.sum), none));
    }
    end(k, c, out);
}

static ts_kern *make(int i)
{
    static void (*const kinds[])(ts_kern *, ts_view, int) = {plain, together, cut};
    static const char *const names[] = {"plain", "together", "cut"};
    ts_error err = {0};
    char name[32];
    snprintf(name, sizeof name, "%s%d", names[i / STEPS], i % STEPS);
    ts_kern *k = ts_begin(name);
    kinds[i / STEPS](k, ts_arg1(k, TS_OUT, "out", TS_i32, ts_i32(k, RESULTS)), steps[i % STEPS]);
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

/* ---- where loops begin and end; as many turns as a test may take ---- */

static const int ends[][2] = {
    {INT_MAX - 5, INT_MAX},
    {INT_MAX - 64, INT_MAX},
    {INT_MAX - 1, INT_MAX},
    {INT_MAX, INT_MAX},
    {INT_MAX, INT_MIN},
    {INT_MIN, INT_MIN + 70},
    {INT_MIN, INT_MIN},
    {-3, 4},
    {0, 129},
    {INT_MIN, INT_MAX},
    {0, INT_MAX},
    {-1, INT_MAX - 1},
    {INT_MIN + 9, INT_MAX},
    {1 << 30, INT_MAX},
    {(1 << 30) - 1, INT_MAX},
    {0, INT_MAX - (1 << 29)},
    {INT_MIN, 0},
    {5, 3},
};
enum { ENDS = sizeof ends / sizeof *ends };

static bool short_enough(int lo, int hi, int step)
{
    return ((int64_t)hi - lo) / step < 200;
}

typedef int runner(void *who, const ts_kern *k, struct ts_gen_data *d, ts_error *err);

static void compare(int i, const ts_kern *k, runner *run, void *who, const char *where)
{
    int32_t want[RESULTS], got[RESULTS], x[4] = {0};
    for (int e = 0; e < ENDS; e++) {
        ts_error err = {0};
        int lo = i / STEPS == 2 ? 0 : ends[e][0], hi = ends[e][1];
        struct ts_gen_data d = {.params = i / STEPS == 2 ? 2 : 1,
                                .sizes = 2,
                                .bytes = {sizeof got, 0},
                                .elements = {RESULTS, 0},
                                .type = {TS_i32, TS_i32},
                                .name = {"out", "x"},
                                .buffer = {want, x},
                                .size = {lo, hi}};
        if (!short_enough(lo, hi, steps[i % STEPS]) || (i / STEPS == 2 && hi < 0)) continue;
        if (ts_run(k, d.buffer, d.bytes, d.size, 0, &err)) fail_msg("%s", err.text);
        memset(got, 0x55, sizeof got);
        d.buffer[0] = got;
        if (run(who, k, &d, &err)) fail_msg("%s on %s: %s", ts_kernel_name(k), where, err.text);
        if (memcmp(want, got, sizeof got) != 0)
            fail_msg("%s on %s, %d to %d by %d: %d turns up to %d; %d up to %d are right",
                     ts_kernel_name(k), where, lo, hi, steps[i % STEPS], got[0], got[1], want[0],
                     want[1]);
    }
}

static int run_form(void *form, const ts_kern *k, struct ts_gen_data *d, ts_error *err)
{
    (void)k;
    struct ts_simt_launch l = {
        .buffer = d->buffer, .bytes = d->bytes, .size = d->size, .groups = 1, .seed = 1};
    return ts_simt_run(form, &l, err);
}

static void forms(void **state)
{
    (void)state;
    for (int i = 0; i < KERNELS; i++) {
        ts_error err = {0};
        ts_kern *k = make(i), *folded = ts_fold(k);
        const ts_target *t = &simt_targets[i % SIMT_TARGETS];
        ts_simt *form = ts_simt_lower(folded, t, false, NULL, &err);
        if (!form) fail_msg("%s", err.text);
        compare(i, k, run_form, form, t->name);
        ts_simt_free(form);
        ts_free(folded);
        ts_free(k);
    }
}

static int run_rig(void *rig, const ts_kern *k, struct ts_gen_data *d, ts_error *err)
{
    return ts_rig_run(rig, k, d, err);
}

static void lanes(void **state)
{
    (void)state;
    ts_error err = {0};
    struct ts_rig rig;
    ts_kern *k[KERNELS];
    for (int i = 0; i < KERNELS; i++) k[i] = make(i);
    if (!ts_rig_open(&rig, 0, 1, k, KERNELS, &err)) fail_msg("%s", err.text);
    for (int i = 0; i < KERNELS; i++) compare(i, k[i], run_rig, &rig, "cpu");
    ts_rig_close(&rig);
    for (int i = 0; i < KERNELS; i++) ts_free(k[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms),
        cmocka_unit_test(lanes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
