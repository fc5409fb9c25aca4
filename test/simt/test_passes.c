/* test_passes.c - what the last passes decide about a form (simt/finish.c): loops in blocks compute
 * what they would without, values that vary are known, and each decision, spoiled, is reported. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test/simt/simt_run.h"

enum { THREADS = 16, GROUPS = 3, MOST = 64 };

static const ts_simt_traits traits[] = {
    {.threads = THREADS, .max_threads = THREADS, .subgroup = 8, .shared_bytes = 256},
    {.threads = THREADS, .max_threads = THREADS, .subgroup = 8, .shared_bytes = 256, .batch = 8}};
static const ts_target plain = {.name = "p", .family = &ts_family_simt, .traits = &traits[0]},
                       batching = {.name = "b", .family = &ts_family_simt, .traits = &traits[1]};

static ts_simt *fresh(const ts_target *target)
{
    ts_simt *s = ts_simt_new("test", target);
    s->threads = THREADS;
    s->shared = THREADS;
    s->params = 2;
    s->param = calloc(2, sizeof *s->param);
    s->param[0] = (ts_sparam){.name = ts_keep("in"), .unit = 32, .type = TS_i32, .mode = TS_IN};
    s->param[1] = (ts_sparam){.name = ts_keep("out"), .unit = 32, .type = TS_i32, .mode = TS_OUT};
    return s;
}

static uint32_t put(ts_simt *s, ts_sop op, int type, uint32_t a, uint32_t b, uint32_t c, int n)
{
    return ts_s_put(s, (ts_sinst){.op = op, .type = type, .a = a, .b = b, .c = c, .n = n});
}

static uint32_t op(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    return ts_s_op(s, elem, a, b, 0);
}

static uint32_t find(const ts_simt *s, ts_sop op)
{
    uint32_t v = 1;
    while (v < s->n && s->i[v].op != op) v++;
    assert_true(v < s->n);
    return v;
}

static int run(const ts_simt *s, int32_t *out, ts_error *err)
{
    static int32_t in[MOST * GROUPS];
    for (int i = 0; i < MOST * GROUPS; i++) in[i] = 5 * i - 77;
    void *buffer[] = {in, out};
    const size_t bytes[] = {sizeof in, sizeof(int32_t) * THREADS * GROUPS};
    struct ts_simt_launch l = {
        .buffer = buffer, .bytes = bytes, .groups = GROUPS, .seed = 1, .max_steps = 1000000};
    *err = (ts_error){0};
    return ts_simt_run(s, &l, err);
}

/* ---- loops in blocks ---- */

/* sum = 3 sum + (i + 1) x, i from 0 in steps of 2; x is in[64 group + i] or, if GATHERED, what stands
 * where the last 5 bits of that say. All threads run it, or SOME. */
enum kind { STREAMED, GATHERED, SOME };
static ts_simt *streaming(const ts_target *target, int below, enum kind kind)
{
    bool together = kind != SOME;
    ts_simt *s = fresh(target);
    uint32_t thread = put(s, TS_S_THREAD, TS_i32, 0, 0, 0, 0);
    uint32_t group = put(s, TS_S_GROUP, TS_i32, 0, 0, 0, 0), one = ts_s_i32(s, 1);
    uint32_t sum = put(s, TS_S_VAR, TS_i32, ts_s_i32(s, 7), 0, 0, 0);
    uint32_t some = op(s, TS_lt_, thread, ts_s_i32(s, 5));
    if (!together) put(s, TS_S_IF, 0, some, 0, 0, 0);
    uint32_t i = put(s, TS_S_FOR, TS_i32, ts_s_i32(s, 0), ts_s_i32(s, below), ts_s_i32(s, 2), 0);
    uint32_t at = op(s, TS_add_, op(s, TS_mul_, group, ts_s_i32(s, MOST)), i);
    uint32_t x = put(s, TS_S_LOAD, TS_i32, at, 0, 0, 0);
    if (kind == GATHERED) {
        at = op(s, TS_and_, x, ts_s_i32(s, 31));
        x = put(s, TS_S_LOAD, TS_i32, op(s, TS_add_, at, group), 0, 0, 0);
    }
    uint32_t before = put(s, TS_S_GET, TS_i32, sum, 0, 0, 0);
    uint32_t now = op(s, TS_mul_, op(s, TS_add_, i, one), x);
    put(s, TS_S_SET, 0, sum, op(s, TS_add_, op(s, TS_mul_, before, ts_s_i32(s, 3)), now), 0, 0);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
    if (!together) put(s, TS_S_END, 0, 0, 0, 0, 0);
    uint32_t got = put(s, TS_S_GET, TS_i32, sum, 0, 0, 0);
    if (together) got = put(s, TS_S_SHUFFLE, TS_i32, got, 0, 0, 1);
    at = op(s, TS_add_, op(s, TS_mul_, group, ts_s_i32(s, THREADS)), thread);
    put(s, TS_S_STORE, 0, at, got, 0, 1);
    ts_simt_finish(s);
    return s;
}

static void blocks_compute_the_same(void **state)
{
    (void)state;
    static const struct {
        enum kind kind;
        int below, turns;
        bool even;
    } row[] = {{STREAMED, 22, 8, false}, {STREAMED, 24, 6, true}, {STREAMED, 15, 8, true},
               {STREAMED, 6, 3, true},   {STREAMED, 2, 0, false}, {GATHERED, 22, 8, false}};
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        int32_t want[THREADS * GROUPS], got[THREADS * GROUPS];
        ts_error err;
        ts_simt *one = streaming(&plain, row[k].below, row[k].kind);
        ts_simt *other = streaming(&batching, row[k].below, row[k].kind);
        const ts_sinst *loop = &other->i[find(other, TS_S_FOR)];
        assert_int_equal(one->i[find(one, TS_S_FOR)].part, 0);
        assert_int_equal(loop->n, row[k].turns);
        assert_int_equal(!(loop->part & TS_BLOCKS), !row[k].turns);
        assert_int_equal(!(loop->part & TS_EVEN), !row[k].even);
        if (run(one, want, &err) || run(other, got, &err)) fail_msg("%s", err.text);
        assert_memory_equal(want, got, sizeof want);
        ts_simt_free(one);
        ts_simt_free(other);
    }
}

static ts_sinst *inside(ts_simt *s, ts_sop op)
{
    uint32_t v = find(s, TS_S_FOR);
    while (s->i[v].op != op) v++;
    return &s->i[v];
}

static void report(ts_simt *s, const char *reason)
{
    int32_t out[THREADS * GROUPS];
    ts_error err;
    if (!run(s, out, &err) || !strstr(err.text, reason))
        fail_msg("expected '%s', got '%s'", reason, err.text);
    ts_simt_free(s);
}

static void spoiled_blocks_are_reported(void **state)
{
    (void)state;
    ts_simt *s;
#define SPOIL(what, value, reason)                                                                 \
    s = streaming(&batching, 22, STREAMED);                                                        \
    what = value;                                                                                  \
    report(s, reason)
    SPOIL(s->i[inside(s, TS_S_LOAD)->a].part, TS_REST, "is not there in that half");
    SPOIL(s->i[inside(s, TS_S_SET)->b].part, TS_FIRST, "is not there in that half");
    SPOIL(s->i[inside(s, TS_S_SET)->b].part, 0, "is not there in that half");
    SPOIL(inside(s, TS_S_SET)->part, 0, "stands in no half");
    SPOIL(inside(s, TS_S_SET)->part, TS_FIRST | TS_REST, "is not pure");
    SPOIL(inside(s, TS_S_GET)->part, TS_AHEAD, "is no load");
    SPOIL(inside(s, TS_S_GET)->part, TS_FIRST | TS_REST, "is not pure");
    SPOIL(inside(s, TS_S_FOR)->part, TS_BLOCKS, "is not there in that half");
    SPOIL(inside(s, TS_S_FOR)->part, TS_BLOCKS | TS_REST | TS_EVEN, "no whole number");
    SPOIL(inside(s, TS_S_FOR)->n, 1, "cannot run in blocks of 1");
    SPOIL(inside(s, TS_S_FOR)->b, find(s, TS_S_GROUP), "cannot run in blocks");
}

/* The halves of a loop that all run, given to one that some run. */
static void lanes_must_be_together(void **state)
{
    (void)state;
    ts_simt *good = streaming(&batching, 22, STREAMED), *bad = streaming(&batching, 22, SOME);
    uint32_t from = find(good, TS_S_FOR), to = find(bad, TS_S_FOR);
    assert_int_equal(bad->i[to].part, 0);
    for (; good->i[from].op != TS_S_END; from++, to++) {
        assert_int_equal(good->i[from].op, bad->i[to].op);
        bad->i[to].part = good->i[from].part;
        bad->i[to].n = good->i[from].n;
    }
    ts_simt_free(good);
    report(bad, "not all threads come here");
}

/* ---- what varies ---- */

/* A loop with a barrier whose bound is a variable: set from shared memory, or where only thread 0 comes
 * by, or from what all read. */
enum how { SHARED, IN_IF, READ };
static ts_simt *meeting(enum how how)
{
    ts_simt *s = fresh(&plain);
    uint32_t thread = put(s, TS_S_THREAD, TS_i32, 0, 0, 0, 0), zero = ts_s_i32(s, 0);
    uint32_t one = ts_s_i32(s, 1), var = put(s, TS_S_VAR, TS_i32, one, 0, 0, 0);
    uint32_t first = op(s, TS_lt_, thread, one);
    put(s, TS_S_SHARE, 0, thread, ts_s_u32(s, 2), 0, 0);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    uint32_t x = how == SHARED ? ts_s_bits(s, TS_i32, put(s, TS_S_SHARED, TS_u32, zero, 0, 0, 0))
                               : put(s, TS_S_LOAD, TS_i32, ts_s_i32(s, 16), 0, 0, 0);
    if (how == IN_IF) put(s, TS_S_IF, 0, first, 0, 0, 0);
    put(s, TS_S_SET, 0, var, how == IN_IF ? one : x, 0, 0);
    if (how == IN_IF) put(s, TS_S_END, 0, 0, 0, 0, 0);
    uint32_t bound = put(s, TS_S_GET, TS_i32, var, 0, 0, 0);
    put(s, TS_S_FOR, TS_i32, zero, bound, one, 0);
    put(s, TS_S_BARRIER, 0, 0, 0, 0, TS_GLOBAL);
    put(s, TS_S_END, 0, 0, 0, 0, 0);
    ts_simt_finish(s);
    return s;
}

static void what_varies_is_known(void **state)
{
    (void)state;
    for (enum how how = SHARED; how <= READ; how++) {
        int32_t out[THREADS * GROUPS];
        ts_error err;
        ts_simt *s = meeting(how);
        const ts_sinst *loop = &s->i[find(s, TS_S_FOR)];
        assert_true(loop->meets && !loop->varies);
        assert_int_equal(s->i[loop->b].varies, how != READ);
        assert_int_equal(s->i[find(s, TS_S_VAR)].varies, how != READ);
        if (run(s, out, &err)) fail_msg("%s", err.text);
        ts_simt_free(s);
    }
}

static void what_varies_unknown_is_reported(void **state)
{
    (void)state;
#define FORGET(how, op, field, reason)                                                             \
    do {                                                                                           \
        ts_simt *s = meeting(how);                                                                 \
        s->i[find(s, op)].field = false;                                                           \
        report(s, reason);                                                                         \
    } while (0)
    FORGET(SHARED, TS_S_THREAD, varies, "may differ between threads");
    FORGET(SHARED, TS_S_SHARED, varies, "may differ between threads");
    FORGET(SHARED, TS_S_GET, varies, "may differ between threads");
    FORGET(SHARED, TS_S_VAR, varies, "does not vary");
    FORGET(IN_IF, TS_S_VAR, varies, "does not vary");
    FORGET(READ, TS_S_FOR, meets, "does not know that threads meet");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_compute_the_same),
        cmocka_unit_test(spoiled_blocks_are_reported),
        cmocka_unit_test(lanes_must_be_together),
        cmocka_unit_test(what_varies_is_known),
        cmocka_unit_test(what_varies_unknown_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
