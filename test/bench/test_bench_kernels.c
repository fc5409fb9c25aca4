/* test_bench_kernels.c - kernels timed on a device whose clock the test sets, and devices that cheat. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kernels/r1_distill/shape.h"
#include "bench/kernels.h"
#include "test/bench/lines.h"
#include "test/rt/fake_driver.h"
#include "tessera/suite.h"

enum { BLOCK = 1 << 22 };

static const ts_shape small = {
    .d = 256,
    .heads = 4,
    .kv_heads = 2,
    .head_dim = 64,
    .inter = 1280,
    .vocab = 2048,
    .ctx = 64,
    .chunk = 8,
    .batch = 1,
    .eps = 1e-6,
    .type = {TS_bf16, TS_bf16, TS_f16},
    .plan = {64, 32, 64, 256, 8, 24, 64, 8, 1, 8, 1, 32, 16, 8, 8, 1, 0}};

/* What the device was asked to do, and how it cheats. */
typedef struct spy {
    const unsigned char *first[TS_MAX_BUFFERS];
    size_t distinct, afters, launches;
    bool honest;      /* computes residual_add */
    size_t stale;     /* from this run on nothing is computed any more; 0: never */
    size_t other;     /* from this run on results are off by one bit */
    bool half, crude; /* only the first half; in bf16 */
} spy;

typedef struct stage {
    ts_device *dev;
    ts_fake_clock *clock;
    ts_fake_kernel latency[4];
    void *block;
    ts_bench_place place;
    spy spy;
    ts_error err;
} stage;

static float crudely(float x)
{
    return (float)ts_decode(TS_bf16, ts_encode(TS_bf16, x));
}

static void add(const spy *s, ts_fake_call *c)
{
    const float *a = (const float *)(void *)c->arg[0], *b = (const float *)(void *)c->arg[1];
    float *y = (float *)(void *)c->arg[2];
    int n = s->half ? small.d / 2 : small.d;
    if (s->stale && c->run >= s->stale) return;
    for (int i = 0; i < n; i++) {
        y[i] = s->crude ? crudely(a[i] + b[i]) : a[i] + b[i];
        if (s->other && c->run >= s->other) y[i] = nextafterf(y[i], 1e9f);
    }
}

static int watch(void *arg, ts_fake_call *c, ts_error *err)
{
    spy *s = arg;
    (void)err;
    if (c->launch == 0) memcpy(s->first, c->arg, sizeof s->first), s->distinct = 0;
    bool apart = true;
    for (int i = 0; i < c->args; i++) apart &= c->arg[i] != s->first[i];
    s->distinct += apart;
    s->afters += c->after;
    s->launches++;
    if (s->honest) add(s, c);
    return 0;
}

static void set_up(stage *t)
{
    *t = (stage){.latency = {{"down_proj_residual", 100e-6, 0},
                             {"attention_decode_gqa", 30e-6, 0},
                             {"attention_decode_gqa__final", 7e-6, 0},
                             {NULL, 2e-6, 0}}};
    t->dev = ts_fake_open("cpu:generic", &t->err);
    assert_non_null(t->dev);
    t->clock = ts_fake_clock_of(t->dev);
    t->clock->kernel = t->latency;
    t->clock->kernels = 4;
    t->clock->floor = 5e-6;
    t->clock->launch = watch;
    t->clock->arg = &t->spy;
    t->block = ts_kernel_bench_block(TS_bf16, BLOCK, &t->err);
    assert_non_null(t->block);
    t->place = (ts_bench_place){t->dev, &small, t->block, BLOCK};
}

static void tear_down(stage *t)
{
    ts_device_close(t->dev);
    free(t->block);
}

static ts_kernel_bench *make(stage *t, const char *kernel, ts_bench_mode mode)
{
    ts_kernel_bench *b =
        ts_kernel_bench_new(ts_kernel_find(kernel, NULL, &t->err), &t->place, mode, &t->err);
    if (!b) fail_msg("%s", t->err.text);
    return b;
}

static void near(double got, double want)
{
    if (!(fabs(got - want) <= 1e-9 * fabs(want))) fail_msg("%.15g, not %.15g", got, want);
}

/* ---- times ---- */

static const int32_t unsized[TS_MAX_SIZES];

static void reports_what_happened(void **state)
{
    (void)state;
    static const double jitter[] = {1, 1.5, 1.1, 1.4, 1.2};
    stage t;
    ts_done warm = {0};
    ts_rounds r;
    set_up(&t);
    ts_kernel_bench *b = make(&t, "down_proj_residual", TS_BENCH_COLD);
    assert_int_equal(ts_kernel_bench_work(b, &warm, &t.err), 0);
    t.clock->jitter = jitter;
    t.clock->jitters = 5;
    assert_int_equal(
        ts_rounds_run(&r, &(ts_effort){.least = 5}, NULL, ts_kernel_bench_work, b, &t.err), 0);
    near(r.each.mid, 1.2 * 105e-6);
    ts_result line = line_of(&r, "us", 0, 0, false);
    near(line.p10, 1.04 * 105);
    near(line.p90, 1.46 * 105);
    near(r.round[0].done.units, warm.units);
    near(r.round[0].done.bytes / r.round[0].done.units,
         (double)ts_kernel_find("down_proj", NULL, &t.err)->bytes(&small, unsized));
    assert_true(r.round[0].done.by_device);
    ts_kernel_bench_free(b);
    tear_down(&t);
}

static void both_stages_are_one_launch(void **state)
{
    (void)state;
    stage t;
    ts_done done = {0};
    set_up(&t);
    ts_kernel_bench *b = make(&t, "attention_decode_gqa", TS_BENCH_HOT);
    assert_int_equal(ts_kernel_bench_work(b, &done, &t.err), 0);
    near(done.seconds / done.units, 47e-6);
    ts_kernel_bench_free(b);
    tear_down(&t);
}

static void refuses_the_impossible(void **state)
{
    (void)state;
    stage t;
    ts_rounds r;
    ts_result line;
    set_up(&t);
    ts_kernel_bench *b = make(&t, "down_proj_residual", TS_BENCH_COLD);
    double flops = (double)ts_kernel_find("down_proj", NULL, &t.err)->flops(&small, unsized);
    assert_int_equal(
        ts_rounds_run(&r, &(ts_effort){.least = 3}, NULL, ts_kernel_bench_work, b, &t.err), 0);
    line = line_of(&r, "us", flops / 105e-6, 0, false);
    near(line.sol, 1);
    assert_string_equal(line.verdict, "pass");
    line = line_of(&r, "us", 0.9 * flops / 105e-6, 0, false);
    assert_string_equal(line.verdict, "refused");
    line = line_of(&r, "us", flops / 105e-6, 60e-6, false);
    assert_string_equal(line.bound, "launch");
    ts_kernel_bench_free(b);
    tear_down(&t);
}

/* ---- modes ---- */

static spy watched(stage *t, const char *kernel, ts_bench_mode mode, int *launches)
{
    ts_done done = {0};
    ts_kernel_bench *b = make(t, kernel, mode);
    t->spy = (spy){.distinct = 0};
    assert_int_equal(ts_kernel_bench_work(b, &done, &t->err), 0);
    *launches = (int)done.units;
    ts_kernel_bench_free(b);
    return t->spy;
}

static void modes_do_what_they_say(void **state)
{
    (void)state;
    stage t;
    int n;
    set_up(&t);
    spy s = watched(&t, "down_proj_residual", TS_BENCH_COLD, &n);
    assert_int_equal(n, BLOCK / (256 * 1280 * 2)); /* as the block has pieces */
    assert_int_equal(s.launches, n);
    assert_int_equal(s.afters, n);
    assert_int_equal(s.distinct, n - 1); /* no memory in common with the first */
    s = watched(&t, "down_proj_residual", TS_BENCH_OVERLAP, &n);
    assert_int_equal(s.afters, 0);
    assert_int_equal(s.distinct, n - 1);
    s = watched(&t, "down_proj_residual", TS_BENCH_HOT, &n);
    assert_int_equal(n, 200);
    assert_int_equal(s.afters, n);
    assert_int_equal(s.distinct, 0);
    s = watched(&t, "residual_add", TS_BENCH_COLD, &n);
    assert_int_equal(n, 200);
    assert_int_equal(s.distinct, n - 1);
    tear_down(&t);
}

static void a_block_too_small(void **state)
{
    (void)state;
    stage t;
    set_up(&t);
    t.place.bytes = 1000;
    assert_null(ts_kernel_bench_new(ts_kernel_find("down_proj", NULL, &t.err), &t.place,
                                    TS_BENCH_COLD, &t.err));
    assert_non_null(strstr(t.err.text, "bytes of weights"));
    tear_down(&t);
}

/* ---- devices that cheat ---- */

/* As `tessera bench kernels` does it; returns what was found wrong, "" for nothing. */
static const char *verdict_of(const ts_kernel_def *def, spy cheat, size_t in_timing)
{
    static char text[1024];
    stage t;
    ts_rounds r;
    bool same = true;
    set_up(&t);
    ts_kernel_bench *b = ts_kernel_bench_new(def, &t.place, TS_BENCH_COLD, &t.err);
    if (!b) fail_msg("%s", t.err.text);
    t.spy = cheat;
    t.spy.honest = true;
    if (in_timing) t.spy.stale = t.spy.other = 0;
    text[0] = 0;
    int rc = ts_kernel_bench_check(b, 1, &t.err);
    if (in_timing && cheat.stale) t.spy.stale = t.clock->runs + in_timing;
    if (in_timing && cheat.other) t.spy.other = t.clock->runs + in_timing;
    if (!rc) rc = ts_kernel_bench_time(b, &(ts_effort){.least = 5}, NULL, &r, &same, &t.err);
    if (!rc && !same) rc = ts_fail(&t.err, "other bits");
    if (!rc) rc = ts_kernel_bench_check(b, 2, &t.err);
    if (rc) strcpy(text, t.err.text);
    ts_kernel_bench_free(b);
    tear_down(&t);
    return text;
}

static const ts_kernel_def *added(void)
{
    return ts_kernel_find("residual_add", NULL, NULL);
}

static const char *verdict(spy cheat, size_t in_timing)
{
    return verdict_of(added(), cheat, in_timing);
}

/* The same with an output of which a launch might leave some as it was, as kernels of chunks have; this one does not. */
static void build_inout(ts_kern *k, const ts_shape *s)
{
    ts_val n = ts_i32(k, s->d);
    ts_view a = ts_arg1(k, TS_IN, "a", TS_f32, n), b = ts_arg1(k, TS_IN, "b", TS_f32, n);
    ts_view y = ts_arg1(k, TS_INOUT, "y", TS_f32, n);
    (void)ts_program(ts_i32(k, 1), 1);
    for (ts_loop i = ts_upto(n, s->plan.block); ts_next(&i);)
        ts_store(y, i.at, ts_add(ts_load(a, i.at, s->plan.block), ts_load(b, i.at, s->plan.block)));
}

static void an_honest_device_passes(void **state)
{
    (void)state;
    ts_kernel_def inout = *added();
    inout.build = build_inout;
    assert_string_equal(verdict_of(&inout, (spy){.half = false}, 0), "");
    assert_string_equal(verdict((spy){.half = false}, 0), "");
}

static void cheats_are_found(void **state)
{
    (void)state;
    assert_non_null(strstr(verdict((spy){.stale = 1}, 0), "wrong result")); /* never works */
    assert_non_null(strstr(verdict((spy){.stale = 1}, 3), "wrong result")); /* stops when timed */
    assert_non_null(strstr(verdict((spy){.other = 1}, 3), "other bits"));   /* wrong when timed */
    ts_kernel_def inout = *added();
    inout.build = build_inout;
    assert_non_null(strstr(verdict_of(&inout, (spy){.other = 1}, 3), "other bits"));
    assert_non_null(strstr(verdict((spy){.half = true}, 0), "wrong result")); /* half of the rows */
    assert_non_null(strstr(verdict((spy){.crude = true}, 0), "wrong result")); /* too few digits */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_what_happened),  cmocka_unit_test(both_stages_are_one_launch),
        cmocka_unit_test(refuses_the_impossible), cmocka_unit_test(modes_do_what_they_say),
        cmocka_unit_test(a_block_too_small),      cmocka_unit_test(an_honest_device_passes),
        cmocka_unit_test(cheats_are_found),
    };
    return cmocka_run_group_tests(tests, begin_session, end_session);
}
