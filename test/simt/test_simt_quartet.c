/* test_simt_quartet.c - products by quartets in the SIMT form: which are, that results are right, that no FENCE, CLOSE,
 * JOIN, WAIT or BARRIER can be left out, and what forms by hand may not do.
 *
 * The kernels are y = x w^T by steps of k. Operands are such that every sum is exact (exact.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tessera/compile.h"
#include "test/simt/exact.h"
#include "test/simt/simt_run.h"

enum { ROWS = 72, MOST_COLS = 128, MOST_DEEP = 576 };

typedef struct way {
    const char *name;
    ts_dtype t;
    int rows, cols, deep, step; /* rows: of a tile */
    int bytes;                  /* of shared memory */
    int products, squares;      /* in the wide form; 0: not by quartets */
    bool twice;                 /* x + low, which is the same, each a dot of its own, with one w */
    bool other;                 /* 16 rows of x meet w in a product of another shape as well */
} way;

static const way ways[] = {
    {"bf16", TS_bf16, 64, 64, 192, 64, 49152, 4, 8, false, false},
    {"with room for one stage", TS_bf16, 64, 64, 192, 64, 20000, 4, 8, false, false},
    {"without room to pad", TS_bf16, 64, 64, 128, 64, 16384, 4, 8, false, false},
    {"f16, of which there is a rest", TS_f16, 64, 64, 80, 32, 49152, 4, 8, false, false},
    {"of two halves", TS_bf16, 64, 64, 96, 32, 49152, 4, 6, true, false},
    {"f8e4m3 in chains", TS_f8e4m3, 64, 64, 576, 192, 98304, 3, 6, false, false},
    {"long rows in chains", TS_bf16, 64, 64, 512, 256, 98304, 8, 16, false, false},
    {"of two blocks", TS_bf16, 64, 128, 32, 32, 49152, 4, 6, false, false},
    {"two quartets", TS_bf16, 128, 64, 64, 32, 49152, 2, 4, false, false},
    {"too narrow", TS_bf16, 64, 32, 64, 32, 49152, 0, 0, false, false},
    {"of too few rows", TS_bf16, 32, 64, 64, 32, 49152, 0, 0, false, false},
    {"of bytes", TS_i8, 64, 64, 64, 64, 49152, 0, 0, false, false},
    {"with what MULTIPLY reads, too", TS_bf16, 64, 64, 64, 32, 49152, 0, 0, false, true},
};
enum { WAYS = sizeof ways / sizeof *ways };

/* Sums stay in registers; those of one step alone are its dot. */
static ts_val in_steps(const way *w, const ts_view *x, ts_view v, ts_val m, ts_val n, int rows)
{
    ts_kern *k = m.k;
    if (w->deep == w->step) {
        ts_val zero = ts_i32(k, 0), b = ts_loadf2(v, n, zero, w->cols, w->step);
        return ts_dot_t(ts_loadf2(x[0], m, zero, rows, w->step), b, (ts_val){0});
    }
    ts_var sum = ts_var2(ts_f32(k, 0), rows, w->cols), few = {0};
    if (w->other) few = ts_var2(ts_f32(k, 0), 16, w->cols);
    for (ts_loop j = ts_upto(ts_i32(k, w->deep), w->step); ts_next(&j);) {
        ts_val b = ts_loadf2(v, n, j.at, w->cols, w->step);
        for (int i = 0; i < 1 + w->twice; i++)
            ts_set(sum, ts_dot_t(ts_loadf2(x[i], m, j.at, rows, w->step), b, ts_get(sum)));
        if (w->other) ts_set(few, ts_dot_t(ts_loadf2(x[0], m, j.at, 16, w->step), b, ts_get(few)));
    }
    if (w->other) ts_store2(x[1], m, n, ts_get(few));
    return ts_get(sum);
}

/* Of many programs, for all that is known. */
static ts_kern *kernel_of(const way *w)
{
    ts_kern *k = ts_begin("product");
    ts_val rows = ts_size(k, "rows"), cols = ts_size(k, "cols"), deep = ts_i32(k, w->deep);
    ts_view x[2] = {ts_arg2(k, TS_IN, "x", w->t, rows, deep)};
    ts_view v = ts_arg2(k, TS_IN, "w", w->t, cols, deep);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, rows, cols);
    if (w->other) x[1] = ts_arg2(k, TS_OUT, "few", TS_f32, rows, cols);
    if (w->twice) x[1] = ts_arg2(k, TS_IN, "low", w->t, rows, deep);
    ts_val m = ts_program(rows, w->rows), n = ts_program(cols, w->cols);
    ts_val all = in_steps(w, x, v, m, n, w->rows);
    ts_store2(y, m, n, w->twice ? ts_mul(all, ts_f32(k, 0.5)) : all);
    return k;
}

static ts_simt *lower(const way *w, bool wide)
{
    static ts_simt_traits traits; /* which the form knows */
    static ts_target t;
    ts_error err = {0};
    ts_kern *k = kernel_of(w);
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    t = *ts_target_find("cuda:hopper", &err);
    traits = *ts_simt_traits_of(&t);
    traits.shared_bytes = w->bytes;
    t.traits = &traits;
    ts_kern *folded = ts_fold(k);
    ts_simt *form = ts_simt_lower(folded, &t, wide, NULL, &err);
    if (!form) fail_msg("%s: %s", w->name, err.text);
    ts_free(folded);
    ts_free(k);
    return form;
}

static int count(const ts_simt *s, ts_sop op)
{
    int n = 0;
    for (uint32_t v = 1; v < s->n; v++) n += s->i[v].op == op;
    return n;
}

static void what_can_be_is_by_quartets(void **state)
{
    (void)state;
    for (int i = 0; i < WAYS; i++) {
        ts_simt *s = lower(&ways[i], true);
        int products = count(s, TS_S_PRODUCT), squares = count(s, TS_S_SQUARES);
        if (products != ways[i].products || squares != ways[i].squares)
            fail_msg("%s: %d products, %d squares", ways[i].name, products, squares);
        assert_true((count(s, TS_S_MULTIPLY) > 0) == !products);
        ts_simt_free(s);
    }
}

/* ---- right ---- */

typedef struct data {
    uint8_t x[ROWS * MOST_DEEP * 2], w[MOST_COLS * MOST_DEEP * 2];
    float y[ROWS * MOST_COLS], few[ROWS * MOST_COLS];
} data;

static void put(uint8_t *to, ts_dtype t, int rows, int deep, int of)
{
    for (int i = 0; i < rows * deep; i++) {
        uint32_t code = ts_encode(t, exact_element(i / deep, i % deep, of) * (t == TS_i8 ? 8 : 1));
        memcpy(to + i * ts_dtypes[t].bits / 8, &code, (size_t)ts_dtypes[t].bits / 8);
    }
}

static bool runs_well(const way *w, const ts_simt *s, uint64_t seed, ts_error *err)
{
    static data d __attribute__((aligned(16)));
    memset(&d, 0, sizeof d);
    put(d.x, w->t, ROWS, w->deep, 0);
    put(d.w, w->t, w->cols, w->deep, 1);
    size_t row = (size_t)(w->deep * ts_dtypes[w->t].bits / 8), sums = (size_t)(ROWS * w->cols) * 4;
    void *buffer[] = {d.x, d.w, d.y, w->other ? (void *)d.few : d.x};
    const size_t bytes[] = {ROWS * row, (size_t)w->cols * row, sums, w->other ? sums : ROWS * row};
    const int32_t size[] = {ROWS, w->cols};
    struct ts_simt_launch l = {.buffer = buffer,
                               .bytes = bytes,
                               .size = size,
                               .groups = 1 + (int)(seed % 2),
                               .seed = seed};
    if (ts_simt_run(s, &l, err)) return false;
    for (int i = 0; i < ROWS * w->cols && w->t == TS_i8; i++) d.y[i] /= 64;
    return is_exact_product(d.y, ROWS, w->cols, w->deep);
}

static void results_are_right(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * WAYS; i++) {
        ts_error err = {0};
        ts_simt *s = lower(&ways[i / 2], i % 2);
        if (!runs_well(&ways[i / 2], s, (uint64_t)(i + 1), &err))
            fail_msg("%s, %s: %s", ways[i / 2].name, i % 2 ? "wide" : "plain", err.text);
        ts_simt_free(s);
    }
}

/* ---- nothing can be left out ---- */

static void try_spoilt(const way *w, ts_simt *s, uint32_t v, ts_sinst to, const char *how)
{
    ts_error err = {0};
    ts_sinst was = s->i[v];
    s->i[v] = to;
    bool fine = runs_well(w, s, 2, &err);
    s->i[v] = was;
    if (fine) fail_msg("%s: %s %u %s, and nobody notices", w->name, ts_sops[was.op].name, v, how);
}

/* Behind a loop that may have had no turn, and so has waited for nothing; here it has some. */
static bool is_for_no_turn(const ts_simt *s, uint32_t v)
{
    return s->i[v].op == TS_S_WAIT && s->i[v + 1].op == TS_S_END;
}

static bool is_order(const ts_simt *s, uint32_t v)
{
    ts_sop op = s->i[v].op;
    return (op == TS_S_WAIT && !is_for_no_turn(s, v)) || op == TS_S_COMMIT || op == TS_S_BARRIER ||
           op == TS_S_FENCE || op == TS_S_CLOSE || op == TS_S_JOIN;
}

static int try_all(const way *w, ts_simt *s)
{
    int tried = 0;
    for (uint32_t v = 1; v < s->n; v++) {
        ts_sinst i = s->i[v], more = i, other = i;
        more.n += 1;
        other.n ^= TS_FRESH;
        if (!is_order(s, v) && i.op != TS_S_PRODUCT) continue;
        try_spoilt(w, s, v, (ts_sinst){.op = TS_S_NONE}, "is left out");
        if (i.op == TS_S_JOIN) try_spoilt(w, s, v, more, "waits for a group less");
        if (i.op == TS_S_PRODUCT && i.n & TS_FRESH) continue; /* what is there before is 0 */
        if (i.op == TS_S_PRODUCT) try_spoilt(w, s, v, other, "begins anew");
        tried++;
    }
    return tried;
}

static void nothing_can_be_left_out(void **state)
{
    (void)state;
    static const int chosen[] = {0, 1, 4, 5};
    int tried = 0;
    for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++)
        for (int wide = 0; wide < 2; wide++) {
            ts_simt *s = lower(&ways[chosen[i]], wide);
            tried += try_all(&ways[chosen[i]], s);
            ts_simt_free(s);
        }
    print_message("%d spoilt forms\n", tried);
    assert_true(tried > 60);
}

/* Columns of squares another number of words apart, or another place. */
static void squares_are_where_they_are(void **state)
{
    (void)state;
    const way *w = &ways[0];
    ts_simt *s = lower(w, true);
    for (uint32_t v = 1; v < s->n; v++) {
        ts_sinst i = s->i[v];
        if (i.op != TS_S_SQUARES) continue;
        i.n += 4;
        try_spoilt(w, s, v, i, "has another pitch");
    }
    for (uint32_t v = 1; v < s->n; v++) {
        ts_sinst i = s->i[v];
        if (i.op != TS_S_PRODUCT) continue;
        uint32_t a = i.a;
        i.a = i.b;
        i.b = a;
        try_spoilt(w, s, v, i, "has its operands the other way round");
    }
    ts_simt_free(s);
}

/* ---- by hand ---- */

typedef struct hand {
    ts_simt *s;
    uint32_t thread, squares, var;
} hand;

static uint32_t add(ts_simt *s, ts_sop op, int type, uint32_t a, uint32_t b, uint32_t c, int n)
{
    return ts_s_put(s, (ts_sinst){.op = op, .type = type, .a = a, .b = b, .c = c, .n = n});
}

/* 64 rows of 8 words that are shown, and sums that are fenced. */
static hand begin_by_hand(void)
{
    hand h = {.s = ts_simt_new("by_hand", ts_target_find("cuda:hopper", NULL))};
    h.s->threads = 128;
    h.s->shared = 2 * 260;
    h.thread = add(h.s, TS_S_THREAD, TS_i32, 0, 0, 0, 0);
    uint32_t quad = ts_s_zeros(h.s, TS_QUAD),
             side = ts_s_op(h.s, TS_div_, h.thread, ts_s_i32(h.s, 64), 0);
    uint32_t at = ts_s_op(h.s, TS_mul_, h.thread, ts_s_i32(h.s, 4), 0);
    at = ts_s_op(h.s, TS_add_, at, ts_s_op(h.s, TS_mul_, side, ts_s_i32(h.s, 4), 0), 0);
    add(h.s, TS_S_SHARE4, 0, at, quad, 0, 0);
    add(h.s, TS_S_FENCE, 0, 0, 0, 0, TS_OF_SHARED);
    add(h.s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    h.squares = add(h.s, TS_S_SQUARES, TS_SQUARES, ts_s_i32(h.s, 0), 0, 0, 260);
    h.var = add(h.s, TS_S_VAR, TS_BLOCK, ts_s_zeros(h.s, TS_BLOCK), 0, 0, 0);
    add(h.s, TS_S_FENCE, 0, 0, 0, 0, TS_OF_SUMS);
    return h;
}

static void multiply(const hand *h, int n)
{
    add(h->s, TS_S_PRODUCT, 0, h->squares, h->squares, h->var, n);
}

static void close_and_join(const hand *h)
{
    add(h->s, TS_S_CLOSE, 0, 0, 0, 0, 0);
    add(h->s, TS_S_JOIN, 0, h->var, 0, 0, 0);
}

/* Whether it is refused with a message that has `why` in it; NULL: it must not be. */
static void expect(const hand *h, const char *why)
{
    ts_error err = {0};
    const struct ts_simt_launch l = {.groups = 1, .seed = 1};
    int rc = ts_simt_run(h->s, &l, &err);
    if (!why && rc) fail_msg("%s", err.text);
    if (why && (!rc || !strstr(err.text, why))) fail_msg("not %s: %s", why, err.text);
    ts_simt_free(h->s);
}

static void what_is_right_passes(void **state)
{
    (void)state;
    hand h = begin_by_hand();
    multiply(&h, 2 * TS_KIND_F16);
    close_and_join(&h);
    expect(&h, NULL);
}

static void nobody_touches_what_is_on_its_way(void **state)
{
    (void)state;
    hand h = begin_by_hand();
    multiply(&h, 2 * TS_KIND_F16);
    add(h.s, TS_S_CLOSE, 0, 0, 0, 0, 0);
    add(h.s, TS_S_GET, TS_BLOCK, h.var, 0, 0, 0);
    add(h.s, TS_S_JOIN, 0, h.var, 0, 0, 0);
    expect(&h, "is on its way");

    h = begin_by_hand();
    multiply(&h, 2 * TS_KIND_F16);
    add(h.s, TS_S_CLOSE, 0, 0, 0, 0, 0);
    add(h.s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    add(h.s, TS_S_SHARE, 0, ts_s_op(h.s, TS_mul_, h.thread, ts_s_i32(h.s, 4), 0), ts_s_u32(h.s, 0),
        0, 0);
    add(h.s, TS_S_JOIN, 0, h.var, 0, 0, 0);
    expect(&h, "is still to be read");
}

static void sums_are_fenced_again(void **state)
{
    (void)state;
    hand h = begin_by_hand();
    multiply(&h, 2 * TS_KIND_F16);
    close_and_join(&h);
    uint32_t sums = add(h.s, TS_S_GET, TS_BLOCK, h.var, 0, 0, 0);
    add(h.s, TS_S_SET, 0, h.var, sums, 0, 0);
    multiply(&h, 2 * TS_KIND_F16);
    close_and_join(&h);
    expect(&h, "no FENCE");
}

static void what_is_written_is_shown_by_who_wrote_it(void **state)
{
    (void)state;
    hand h = begin_by_hand();
    add(h.s, TS_S_SHARE, 0, ts_s_op(h.s, TS_mul_, h.thread, ts_s_i32(h.s, 4), 0), ts_s_u32(h.s, 0),
        0, 0);
    add(h.s, TS_S_BARRIER, 0, 0, 0, 0, TS_LOCAL);
    add(h.s, TS_S_FENCE, 0, 0, 0, 0, TS_OF_SHARED); /* too late */
    multiply(&h, 2 * TS_KIND_F16);
    close_and_join(&h);
    expect(&h, "have shown");
}

static void all_four_come_by(void **state)
{
    (void)state;
    hand h = begin_by_hand();
    uint32_t some = ts_s_op(h.s, TS_lt_, h.thread, ts_s_i32(h.s, 32), 0);
    add(h.s, TS_S_IF, 0, some, 0, 0, 0);
    multiply(&h, 2 * TS_KIND_F16);
    add(h.s, TS_S_END, 0, 0, 0, 0, 0);
    close_and_join(&h);
    expect(&h, "stands in an IF");
}

static void kinds_and_groups_are_known(void **state)
{
    (void)state;
    hand h = begin_by_hand();
    multiply(&h, 2 * TS_KIND_I8);
    close_and_join(&h);
    expect(&h, "no such elements");

    h = begin_by_hand();
    multiply(&h, 2 * TS_KIND_F16);
    expect(&h, "is in no group");

    h = begin_by_hand();
    h.s->threads = 64;
    multiply(&h, 2 * TS_KIND_F16);
    close_and_join(&h);
    expect(&h, "no whole ones");

    h = begin_by_hand();
    h.squares = add(h.s, TS_S_SQUARES, TS_SQUARES, ts_s_i32(h.s, 4), 0, 0, 260);
    multiply(&h, 2 * TS_KIND_F16);
    close_and_join(&h);
    expect(&h, "that nobody wrote");

    h = begin_by_hand();
    h.squares = add(h.s, TS_S_SQUARES, TS_SQUARES, ts_s_i32(h.s, 4), 0, 0, 1024);
    multiply(&h, 2 * TS_KIND_F16);
    close_and_join(&h);
    expect(&h, "beyond");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_be_is_by_quartets),
        cmocka_unit_test(results_are_right),
        cmocka_unit_test(nothing_can_be_left_out),
        cmocka_unit_test(squares_are_where_they_are),
        cmocka_unit_test(what_is_right_passes),
        cmocka_unit_test(nobody_touches_what_is_on_its_way),
        cmocka_unit_test(sums_are_fenced_again),
        cmocka_unit_test(what_is_written_is_shown_by_who_wrote_it),
        cmocka_unit_test(all_four_come_by),
        cmocka_unit_test(kinds_and_groups_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
