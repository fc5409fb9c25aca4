/* test_emit_growth.c - the compiler takes time as its input grows: four times the ops, at most eight
 * times the processor time, for every target and every shape of kernel that somebody may unroll.
 *
 * Processor time, not the clock on the wall, and ratios, so that a busy machine changes nothing.
 */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "tessera/compile.h"
#include "tessera/tile.h"

/* ---- kernels of about n ops ---- */

static ts_val odd(ts_kern *k, int i)
{
    return ts_f32(k, 1 + i * 1e-6);
}

/* One value after the other, each used once: what is printed as one expression, if it is short. */
static void chain(ts_kern *k, int n)
{
    ts_val len = ts_i32(k, 1024);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, len), y = ts_arg1(k, TS_OUT, "y", TS_f32, len);
    ts_val p = ts_program(len, 64), s = ts_load(x, p, 64);
    for (int i = 0; i < n / 3; i++) s = ts_fma(s, odd(k, i), odd(k, -i));
    ts_store(y, p, s);
}

/* Scalars, floats and indices, each used twice: 2^n ways through the operands. */
static void doubling(ts_kern *k, int n)
{
    ts_val len = ts_i32(k, 1024), m = ts_size(k, "m");
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, len), y = ts_arg1(k, TS_OUT, "y", TS_f32, len);
    ts_val p = ts_program(m, 64), at = p, s = ts_at(x, p);
    for (int i = 0; i < n / 4; i++) {
        at = ts_min(ts_add(at, at), ts_add(at, p));
        s = ts_mul(s, s);
    }
    for (ts_loop l = ts_upto(m, 16); ts_next(&l);) {
        ts_val in = ts_add(l.at, at);
        for (int i = 0; i < n / 16; i++) in = ts_add(in, in);
        ts_store(y, ts_add(l.at, p), ts_load(x, in, 16));
    }
    ts_store(y, at, s);
}

/* The count of programs from a long computation; of what length it is refused is test_emit.c's. */
static void count(ts_kern *k, int n)
{
    ts_val m = ts_size(k, "m");
    for (int i = 0; i < n / 2; i++) m = ts_add(m, ts_min(m, ts_i32(k, i)));
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, m);
    ts_store(y, ts_program(m, 1), ts_f32(k, 1));
}

/* Everything read before anything is used. */
static void loads(ts_kern *k, int n)
{
    ts_val len = ts_i32(k, 1 << 20), sum = ts_f32(k, 0);
    ts_view x = ts_arg1(k, TS_INOUT, "x", TS_f32, len), y = ts_arg1(k, TS_OUT, "y", TS_f32, len);
    ts_val p = ts_program(len, 64), *v = calloc((size_t)n / 3, sizeof *v);
    assert_non_null(v);
    for (int i = 0; i < n / 3; i++) v[i] = ts_load(x, ts_addk(p, 7 * i), 64);
    for (int i = 0; i < n / 3; i++) sum = ts_add(v[i], sum);
    ts_store(y, p, sum);
    free(v);
}

/* One value, many users. */
static void fan(ts_kern *k, int n)
{
    ts_val len = ts_i32(k, 1 << 20);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, len), y = ts_arg1(k, TS_OUT, "y", TS_f32, len);
    ts_val p = ts_program(len, 64), s = ts_load(x, p, 64);
    for (int i = 0; i < n / 2; i++)
        ts_store(y, ts_addk(p, 64 * i), ts_fma(s, odd(k, i), odd(k, -i)));
}

/* Stores of tiles and of scalars, which have nothing to do with each other. */
static void stores(ts_kern *k, int n)
{
    ts_val len = ts_i32(k, 1 << 22);
    ts_view y = ts_arg1(k, TS_INOUT, "y", TS_f32, len), z = ts_arg1(k, TS_OUT, "z", TS_f32, len);
    for (int i = 0; i < n / 9; i++) {
        ts_store(y, ts_i32(k, 64 * i), ts_splat1(odd(k, i), 64));
        ts_store(z, ts_i32(k, i), odd(k, i));
        ts_store(y, ts_i32(k, 64 * i + 32), ts_neg(ts_load(y, ts_i32(k, 64 * i + 16), 16)));
    }
}

/* A matrix product of scalars, unrolled by the host: n multiply-adds of few loads. */
static void product(ts_kern *k, int n)
{
    enum { SIDE = 16 };
    ts_val len = ts_i32(k, 1 << 20), acc[SIDE];
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, len), w = ts_arg1(k, TS_IN, "w", TS_f32, len);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, len);
    ts_val p = ts_program(len, SIDE);
    for (int i = 0; i < SIDE; i++) acc[i] = ts_f32(k, 0);
    for (int i = 0; i < n / (SIDE + 4); i++) {
        ts_val a = ts_load(x, ts_addk(p, i), SIDE);
        for (int j = 0; j < SIDE; j++) acc[j] = ts_fma(a, ts_at(w, ts_i32(k, 16 * i + j)), acc[j]);
    }
    for (int i = 0; i < SIDE; i++) ts_store(y, ts_i32(k, 16 * i), acc[i]);
}

/* Loops side by side, each with a reduction and something stored. */
static void loops(ts_kern *k, int n)
{
    ts_val len = ts_i32(k, 1 << 20);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, len), y = ts_arg1(k, TS_INOUT, "y", TS_f32, len);
    ts_val p = ts_program(len, 256);
    for (int i = 0; i < n / 14; i++) {
        ts_var v = ts_var1(ts_f32(k, 0), 256);
        for (ts_loop l = ts_upto(ts_i32(k, 512), 256); ts_next(&l);)
            ts_set(v, ts_add(ts_get(v), ts_load(x, ts_add(l.at, p), 256)));
        ts_store(y, ts_addk(p, i), ts_sum(ts_get(v), 0));
    }
}

/* Loops in one another as deep as they may be, all with a rest. */
static void nest(ts_kern *k, int n)
{
    ts_val len = ts_size(k, "n");
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, len), y = ts_arg1(k, TS_INOUT, "y", TS_f32, len);
    ts_loop at[12];
    for (int i = 0; i < 12; i++) {
        at[i] = ts_upto(len, 64);
        ts_next(&at[i]);
    }
    for (int i = 0; i < n / 60; i++)
        for (int j = 0; j < 12; j++)
            ts_store(y, at[j].at, ts_neg(ts_load(x, at[(i + j) % 12].at, 64)));
    for (int i = 12; i-- > 0;) ts_next(&at[i]);
}

/* Variables that are set from one another, the last one first: a fixed point that is far away. */
static void variables(ts_kern *k, int n)
{
    ts_val len = ts_i32(k, 1024), p = ts_program(len, 16);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, len);
    ts_var *v = calloc((size_t)n / 4 + 1, sizeof *v);
    assert_non_null(v);
    for (int i = 0; i <= n / 4; i++) v[i] = ts_var0(ts_f32(k, i));
    for (ts_loop l = ts_upto(len, 64); ts_next(&l);) {
        for (int i = 0; i < n / 4; i++) ts_set(v[i], ts_get(v[i + 1]));
        ts_set(v[n / 4], ts_cast(p, TS_f32));
    }
    ts_store(y, p, ts_get(v[0]));
    free(v);
}

/* Loops without iterations, each only once the one before is gone. */
static void dead_loops(ts_kern *k, int n)
{
    ts_val len = ts_i32(k, 64), to = ts_i32(k, 0);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_i32, len);
    for (int i = 0; i < n / 6; i++) {
        ts_var v = ts_var0(ts_i32(k, 0));
        for (ts_loop l = ts_upto(to, 1); ts_next(&l);) ts_set(v, ts_i32(k, 1));
        to = ts_get(v);
    }
    ts_store(y, to, to);
}

/* Tiles that threads exchange through shared memory. */
static void exchange(ts_kern *k, int n)
{
    ts_val len = ts_i32(k, 4096);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, len), y = ts_arg1(k, TS_OUT, "y", TS_f32, len);
    ts_val s = ts_load(x, ts_program(len, 64), 64);
    for (int i = 0; i < n / 4; i++)
        s = ts_add(ts_scan(s, 0), ts_concat(ts_slice(s, 0, 32, 32), ts_slice(s, 0, 0, 32), 0));
    ts_store(y, ts_i32(k, 0), s);
}

typedef void make_fn(ts_kern *k, int n);

static const struct shape {
    const char *name;
    make_fn *make;
} shapes[] = {
    {"chain", chain},       {"doubling", doubling},   {"count", count},           {"loads", loads},
    {"fan", fan},           {"stores", stores},       {"product", product},       {"loops", loops},
    {"exchange", exchange}, {"variables", variables}, {"dead_loops", dead_loops}, {"nest", nest},
};

enum { SHAPES = sizeof shapes / sizeof *shapes };

/* ---- measuring ---- */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Seconds of a processor from the first op to the last byte. A refusal is an answer. */
static double once(const struct shape *s, const ts_target *t, int n, size_t *bytes, char *refusal)
{
    ts_error err = {0};
    double start = now();
    ts_kern *k = ts_begin(s->name);
    s->make(k, n);
    if (ts_finish(k, &err)) fail_msg("%s: %s", s->name, err.text);
    *bytes = 0;
    char *text = ts_emit(&k, 1, t, bytes, &err);
    double took = now() - start;
    snprintf(refusal, sizeof err.text, "%s", err.text);
    free(text);
    ts_free(k);
    return took;
}

/* ---- the tests, on a small stack: nothing may recurse as deep as a kernel is long ---- */

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { STACK = 2 << 20 };
#else
enum { STACK = 192 << 10 };
#endif
enum { FEW = 500, MOST = 4000, TIMES = 4, DEEP = 16000, TRIES = 12 };

/* One of each printer; the others differ in spelling. */
static const char *const targets[] = {"cpu:avx512", "cuda", "spirv", "wgsl"};

static const ts_target *find(const char *name)
{
    ts_error err = {0};
    const ts_target *t = ts_target_find(name, &err);
    if (!t) fail_msg("%s", err.text);
    return t;
}

typedef struct task {
    const struct shape *shape;
    const ts_target *target;
    int n;
    size_t bytes;
    double seconds;
    char refusal[sizeof((ts_error *)0)->text];
} task;

static void *work(void *arg)
{
    task *t = arg;
    t->seconds = once(t->shape, t->target, t->n, &t->bytes, t->refusal);
    return NULL;
}

static double run(task *t, int n)
{
    pthread_attr_t small;
    pthread_t thread;
    t->n = n;
    assert_int_equal(pthread_attr_init(&small), 0);
    assert_int_equal(pthread_attr_setstacksize(&small, STACK), 0);
    assert_int_equal(pthread_create(&thread, &small, work, t), 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&small);
    return t->seconds;
}

/* Up to 512 accesses are compared with one another, which counts for more where nothing is optimised. */
#ifdef __OPTIMIZE__
enum { SLACK = 2 };
#else
enum { SLACK = 3 };
#endif

/* The least of some tries, since a neighbour may take the caches away. What takes no time says nothing,
 * so a kernel that is compiled fast is made longer. */
static void grows(const struct shape *s, const ts_target *target)
{
    int n = FEW;
    task t = {.shape = s, .target = target};
    double few = run(&t, n);
    while (few < 0.005 && n < MOST) few = run(&t, n *= 2);
    double many = run(&t, TIMES * n);
    for (int i = 0; i < TRIES && many > SLACK * TIMES * few + 0.005; i++) {
        double a = run(&t, n), b = run(&t, TIMES * n);
        few = a < few ? a : few;
        many = b < many ? b : many;
    }
    if (many > SLACK * TIMES * few + 0.005)
        fail_msg("%s on %s: %.4f s for %d ops, %.4f s for %d", s->name, target->name, few, n, many,
                 TIMES * n);
}

static void time_grows_with_the_ops(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof targets / sizeof *targets; t++)
        for (size_t s = 0; s < SHAPES; s++) grows(&shapes[s], find(targets[t]));
}

static void long_kernels_need_no_long_stack(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof targets / sizeof *targets; t++)
        for (size_t s = 0; s < 3; s++) {
            task x = {.shape = &shapes[s], .target = find(targets[t])};
            run(&x, DEEP);
            if (x.refusal[0] && shapes[s].make != count) fail_msg("%s", x.refusal);
        }
}

/* A loop is printed twice to save masks, but a nest of them not 2^12 times. */
static void nests_are_printed_a_few_times(void **state)
{
    (void)state;
    task small = {.shape = &shapes[0], .target = find("cpu:avx512")};
    run(&small, 12);
    for (size_t t = 0; t < sizeof targets / sizeof *targets; t++) {
        task x = {.shape = &shapes[SHAPES - 1], .target = find(targets[t])};
        assert_string_equal(x.shape->name, "nest");
        run(&x, 60);
        if (x.bytes > small.bytes + 200000) fail_msg("%s: %zu bytes", targets[t], x.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_grows_with_the_ops),
        cmocka_unit_test(long_kernels_need_no_long_stack),
        cmocka_unit_test(nests_are_printed_a_few_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
