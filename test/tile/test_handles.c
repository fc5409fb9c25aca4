/* test_handles.c - every call of tile.h with handles that are wrong: zero, of another kernel, of a
 * finished one. Each must leave one line that names this file, and none may crash or be taken. */
#include "tessera/compile.h"
#include "tile/ir.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* Handles of one kernel, right for the calls below. */
typedef struct hand {
    ts_kern *k;
    ts_val i, n, f, p, u, tile, mat, index;
    ts_view x1, x2, x3, y1, y2;
    ts_var v;
    ts_loop loop;
} hand;

static hand begin(const char *name)
{
    hand h = {.k = ts_begin(name)};
    h.n = ts_size(h.k, "n");
    h.i = ts_i32(h.k, 4);
    h.x1 = ts_arg1(h.k, TS_IN, "x1", TS_f32, h.n);
    h.x2 = ts_arg2(h.k, TS_IN, "x2", TS_f32, h.n, h.n);
    h.x3 = ts_arg3(h.k, TS_IN, "x3", TS_f32, h.n, h.n, h.n);
    h.y1 = ts_arg1(h.k, TS_OUT, "y1", TS_f32, h.n);
    h.y2 = ts_arg2(h.k, TS_OUT, "y2", TS_f32, h.n, h.n);
    h.f = ts_f32(h.k, 0.5);
    h.p = ts_const(h.k, TS_b1, 1);
    h.u = ts_const(h.k, TS_u32, 1);
    h.index = ts_iota(h.k, 4);
    h.tile = ts_splat1(h.f, 4);
    h.mat = ts_splat2(h.f, 4, 4);
    return h;
}

/* What stands behind variables and stores, where no param can be made any more. */
static void go_on(hand *h)
{
    h->v = ts_var1(h->f, 4);
    ts_store(h->y1, h->i, h->f);
    h->loop = ts_upto(h->n, 1);
    (void)!ts_next(&h->loop);
}

/* R(call, handles it takes, the call with handle i by H(i, field)). */
/* clang-format off */
#define H(i, field) (bad & 1u << (i) ? other.field : h.field)
#define HEAD(R)                                                                                    \
    R(size, 1, ts_size(H(0, k), "m"))                                                              \
    R(arg1, 2, ts_arg1(H(0, k), TS_IN, "z", TS_f32, H(1, n)))                                      \
    R(arg2, 3, ts_arg2(H(0, k), TS_IN, "z", TS_f32, H(1, n), H(2, n)))                             \
    R(arg3, 4, ts_arg3(H(0, k), TS_IN, "z", TS_f32, H(1, n), H(2, n), H(3, n)))                    \
    R(program, 1, ts_program(H(0, n), 4))
#define BODY(R)                                                                                    \
    R(row, 2, ts_row(H(0, x2), H(1, i)))                                                           \
    R(part, 3, ts_part(H(0, x1), 0, H(1, i), H(2, n), 1))                                          \
    R(swap, 1, ts_swap(H(0, x2)))                                                                  \
    R(at, 2, ts_at(H(0, x1), H(1, i)))                                                             \
    R(load, 2, ts_load(H(0, x1), H(1, i), 4))                                                      \
    R(load2, 3, ts_load2(H(0, x2), H(1, i), H(2, i), 4, 4))                                        \
    R(gather, 2, ts_gather(H(0, x1), H(1, index)))                                                 \
    R(gather2, 3, ts_gather2(H(0, x2), H(1, index), H(2, i), 4))                                   \
    R(store, 3, ts_store(H(0, y1), H(1, i), H(2, f)))                                              \
    R(store2, 4, ts_store2(H(0, y2), H(1, i), H(2, i), H(3, mat)))                                 \
    R(scatter, 3, ts_scatter(H(0, y1), H(1, index), H(2, tile)))                                   \
    R(scatter2, 4, ts_scatter2(H(0, y2), H(1, index), H(2, i), H(3, mat)))                         \
    R(const, 1, ts_const(H(0, k), TS_f32, 1))                                                      \
    R(i32, 1, ts_i32(H(0, k), 1))                                                                  \
    R(f32, 1, ts_f32(H(0, k), 1))                                                                  \
    R(iota, 1, ts_iota(H(0, k), 4))                                                                \
    R(cast, 1, ts_cast(H(0, f), TS_i32))                                                           \
    R(bits, 1, ts_bits(H(0, f), TS_i32))                                                           \
    R(select, 3, ts_select(H(0, p), H(1, f), H(2, f)))                                             \
    R(splat1, 1, ts_splat1(H(0, f), 4))                                                            \
    R(splat2, 1, ts_splat2(H(0, f), 4, 4))                                                         \
    R(reshape1, 1, ts_reshape1(H(0, mat), 16))                                                     \
    R(reshape2, 1, ts_reshape2(H(0, mat), 2, 8))                                                   \
    R(col, 1, ts_col(H(0, tile)))                                                                  \
    R(slice, 1, ts_slice(H(0, tile), 0, 1, 2))                                                     \
    R(concat, 2, ts_concat(H(0, tile), H(1, tile), 0))                                             \
    R(transpose, 1, ts_transpose(H(0, mat)))                                                       \
    R(repeat, 1, ts_repeat(H(0, mat), 2))                                                          \
    R(sum, 1, ts_sum(H(0, tile), 0))                                                               \
    R(amax, 1, ts_amax(H(0, tile), 0))                                                             \
    R(amin, 1, ts_amin(H(0, tile), 0))                                                             \
    R(argmax, 1, ts_argmax(H(0, tile), 0))                                                         \
    R(argmin, 1, ts_argmin(H(0, tile), 0))                                                         \
    R(scan, 1, ts_scan(H(0, tile), 0))                                                             \
    R(dot, 2, ts_dot(H(0, mat), H(1, mat), h.mat))                                                 \
    R(dot_t, 2, ts_dot_t(H(0, mat), H(1, mat), h.mat))                                             \
    R(var0, 1, ts_var0(H(0, f)))                                                                   \
    R(var1, 1, ts_var1(H(0, f), 4))                                                                \
    R(var2, 1, ts_var2(H(0, f), 4, 4))                                                             \
    R(get, 1, ts_get(H(0, v)))                                                                     \
    R(set, 2, ts_set(H(0, v), H(1, tile)))                                                         \
    R(range, 2, ts_range(H(0, i), H(1, n), 1))                                                     \
    R(upto, 1, ts_upto(H(0, n), 1))                                                                \
    R(next, 1, (void)!ts_next(bad ? &other.loop : &h.loop))                                                  \
    R(gt, 2, ts_gt(H(0, f), H(1, f)))                                                              \
    R(ge, 2, ts_ge(H(0, f), H(1, f)))                                                              \
    R(addk, 1, ts_addk(H(0, f), 1))                                                                \
    R(mulk, 1, ts_mulk(H(0, f), 1))                                                                \
    R(sigmoid, 1, ts_sigmoid(H(0, f)))                                                             \
    R(silu, 1, ts_silu(H(0, f)))                                                                   \
    R(ceil_div, 1, ts_ceil_div(H(0, n), 4))                                                        \
    R(loadf, 2, ts_loadf(H(0, x1), H(1, i), 4))                                                    \
    R(loadf2, 3, ts_loadf2(H(0, x2), H(1, i), H(2, i), 4, 4))                                      \
    R(top, 1, ts_top(H(0, tile), 2, &(ts_val){0}))                                                 \
    R(histogram, 1, ts_histogram(H(0, index), 3))                                                     \
    R(segment_sum, 2, ts_segment_sum(H(0, index), H(1, tile), 3))                                     \
    R(rank, 1, ts_rank(H(0, index)))                                                                  \
    R(top_of, 2, ts_top_of(H(0, x1), H(1, n), 2, &(ts_val){0}))

/* clang-format on */

/* Bit i of `bad`: handle i is one of `other`. */
#define CALL(name, handles, call)                                                                  \
    static void call_##name(hand h, hand other, unsigned bad)                                      \
    {                                                                                              \
        (void)other, (void)bad;                                                                    \
        (void)(call);                                                                              \
    }
HEAD(CALL)
BODY(CALL)

/* Elementwise ops, on whatever class they take first. */
#define ON(arg, types)                           (*types == 'F' ? H(arg, f) : *types == 'I' ? H(arg, i) : H(arg, u))
#define ELEM1(name, types)                       ts_##name(ON(0, types))
#define ELEM2(name, types)                       ts_##name(ON(0, types), ON(1, types))
#define ELEM3(name, types)                       ts_##name(ON(0, types), ON(1, types), ON(2, types))
#define E(name, args, types, result, f, i, what) CALL(name, args, ELEM##args(name, types))
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O

static const struct row {
    const char *name;
    int handles;
    bool head;
    void (*call)(hand h, hand other, unsigned bad);
    const char *file; /* where the call stands */
} rows[] = {
#define ROW(name, handles, call) {#name, handles, true, call_##name, __FILE__},
    HEAD(ROW)
#undef ROW
#define ROW(name, handles, call) {#name, handles, false, call_##name, __FILE__},
        BODY(ROW)
#undef ROW
#define E(name, args, types, result, f, i, what) {#name, args, false, call_##name, __FILE__},
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O
};
enum { ROWS = sizeof rows / sizeof *rows };

static hand ready(const struct row *r, const char *name)
{
    hand h = begin(name);
    if (!r->head) go_on(&h);
    if (ts_failed(&h.k->err)) fail_msg("%s", h.k->err.text);
    return h;
}

/* The kernel failed, at a line of the call's file, for that reason. */
static void has_failed(const ts_kern *k, const struct row *r, const char *reason)
{
    char place[200];
    snprintf(place, sizeof place, "kernel %s, %s:", k->name, r->file);
    if (!ts_failed(&k->err)) fail_msg("ts_%s: nothing was said (%s)", r->name, reason);
    if (strncmp(k->err.text, place, strlen(place)) || !strstr(k->err.text, reason))
        fail_msg("ts_%s: '%s' is not '%s...%s'", r->name, k->err.text, place, reason);
}

static void right_handles_are_taken(void **state)
{
    (void)state;
    for (int i = 0; i < ROWS; i++) {
        hand h = ready(&rows[i], "right");
        uint32_t before = h.k->n;
        rows[i].call(h, h, 0);
        if (ts_failed(&h.k->err)) fail_msg("ts_%s: %s", rows[i].name, h.k->err.text);
        if (strcmp(rows[i].name, "next")) assert_true(h.k->n > before);
        ts_free(h.k);
    }
}

/* Each handle alone, and all of them. */
static void zero_handles_are_refused(void **state)
{
    (void)state;
    const hand zero = {0};
    for (int i = 0; i < ROWS; i++)
        for (unsigned bad = 1; bad < 1u << rows[i].handles; bad++) {
            hand h = ready(&rows[i], "zero");
            uint32_t before = h.k->n;
            rows[i].call(h, zero, bad);
            has_failed(h.k, &rows[i], "(a zero handle)");
            assert_true(h.k->n <= before + 1); /* a constant among the arguments at most */
            ts_free(h.k);
        }
}

static void handles_of_another_kernel_are_refused(void **state)
{
    (void)state;
    for (int i = 0; i < ROWS; i++)
        for (int bad = 0; bad < rows[i].handles && rows[i].handles > 1; bad++) {
            hand h = ready(&rows[i], "one"), other = ready(&rows[i], "two");
            rows[i].call(h, other, 1u << bad);
            has_failed(h.k, &rows[i], "different kernels");
            has_failed(other.k, &rows[i], "different kernels");
            ts_free(h.k);
            ts_free(other.k);
        }
}

static void finished_kernels_take_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < ROWS; i++) {
        ts_error err = {0};
        hand h = begin("done");
        go_on(&h);
        (void)!ts_next(&h.loop);
        if (ts_finish(h.k, &err)) fail_msg("%s", err.text);
        uint32_t before = h.k->n;
        rows[i].call(h, h, 0);
        has_failed(h.k, &rows[i], "the kernel is finished");
        assert_int_equal(h.k->n, before);
        assert_int_equal(ts_finish(h.k, &err), -1);
        err = (ts_error){0};
        char *text = ts_emit(&h.k, 1, ts_target_at(0), NULL, &err);
        assert_null(text);
        assert_string_equal(err.text, h.k->err.text);
        ts_free(h.k);
    }
}

/* Handles that a failed call gave end at that call's error, and blame nobody else. */
static void poison_is_quiet(void **state)
{
    (void)state;
    for (int i = 0; i < ROWS; i++) {
        hand h = ready(&rows[i], "first");
        ts_val bad = ts_neg(h.p);
        ts_error first = h.k->err;
        hand other = ready(&rows[i], "second");
        hand p = {.k = h.k, .i = bad, .n = bad, .f = bad, .p = bad, .u = bad, .tile = bad};
        p.mat = p.index = bad;
        p.x1 = p.x2 = p.x3 = p.y1 = p.y2 = (ts_view){bad.k, bad.id};
        p.v = (ts_var){bad.k, bad.id};
        p.loop.at = bad;
        rows[i].call(p, p, 0);
        assert_string_equal(h.k->err.text, first.text);
        assert_string_equal(other.k->err.text, "");
        ts_free(h.k);
        ts_free(other.k);
    }
}

/* With no kernel at all, or none left, there is nobody to tell, and nothing happens. */
static void zero_handles_without_a_kernel(void **state)
{
    (void)state;
    const hand zero = {0};
    ts_free(begin("gone").k);
    for (int i = 0; i < ROWS; i++) rows[i].call(zero, zero, 0);
}

/* In a header of tile.h; the number of calls. */
static int calls_of(const char *path)
{
    char line[400];
    int count = 0;
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        char name[40];
        bool known = false;
        if (sscanf(line, "#define ts_%39[a-z0-9_](...)", name) != 1) continue;
        for (int i = 0; i < ROWS; i++) known |= !strcmp(rows[i].name, name);
        if (!known) fail_msg("ts_%s is not tried here", name);
        count++;
    }
    fclose(f);
    return count;
}

static void every_call_is_here(void **state)
{
    (void)state;
    int count = calls_of(TESSERA_SOURCE_DIR "/include/tessera/here.h") +
                calls_of(TESSERA_SOURCE_DIR "/include/tessera/elementwise.h");
    assert_int_equal(count, ROWS - 1); /* and ts_next, which is no macro */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_handles_are_taken),
        cmocka_unit_test(zero_handles_are_refused),
        cmocka_unit_test(handles_of_another_kernel_are_refused),
        cmocka_unit_test(finished_kernels_take_nothing),
        cmocka_unit_test(poison_is_quiet),
        cmocka_unit_test(zero_handles_without_a_kernel),
        cmocka_unit_test(every_call_is_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
