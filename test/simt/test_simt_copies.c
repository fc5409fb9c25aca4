/* test_simt_copies.c - copies to shared memory in the SIMT form: which operands of products take that way, and which
 * of them a turn ahead; that results are right; and that no WAIT, COMMIT or BARRIER can be left out.
 *
 * The kernels are y = x w^T by steps of k. Inputs are small multiples of 1/8, so that every sum is exact. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "simt/cuda_like.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_targets.h"

enum { ROWS = 40, COLS = 32, DEEP = 80, TILE = 16, STEP = 16 };

typedef struct args {
    ts_kern *k;
    ts_val rows, m;
    ts_view x, w, y, begins;
} args;

static args begin(ts_mode x_mode, ts_dtype x)
{
    args a = {.k = ts_begin("product")};
    ts_val cols = ts_i32(a.k, COLS), deep = ts_i32(a.k, DEEP);
    a.rows = ts_size(a.k, "rows");
    a.x = ts_arg2(a.k, x_mode, "x", x, a.rows, deep);
    a.w = ts_arg2(a.k, TS_IN, "w", TS_bf16, cols, deep);
    a.y = ts_arg2(a.k, TS_INOUT, "y", TS_f32, a.rows, cols);
    a.begins = ts_arg1(a.k, TS_IN, "begins", TS_i32, ts_i32(a.k, DEEP / STEP));
    return a;
}

/* Sums stay in registers. `from`: where a step begins. */
static void add_step(const args *a, ts_var sum, ts_val from, int step)
{
    ts_val x = ts_loadf2(a->x, a->m, from, TILE, step);
    ts_val w = ts_loadf2(a->w, ts_i32(a->k, 0), from, COLS, step);
    ts_set(sum, ts_dot_t(x, w, ts_get(sum)));
}

/* by_table: which rows of x a step has is read from memory, in which 0 stands everywhere. */
static ts_kern *by_steps(ts_mode mode, ts_dtype t, int step, bool by_table)
{
    args a = begin(mode, t);
    ts_val m = a.m = ts_program(a.rows, TILE);
    ts_var sum = ts_var2(ts_f32(a.k, 0), TILE, COLS);
    for (ts_loop j = ts_upto(ts_i32(a.k, DEEP), step); ts_next(&j);) {
        if (by_table) a.m = ts_add(m, ts_at(a.begins, ts_div(j.at, ts_i32(a.k, step))));
        add_step(&a, sum, j.at, step);
    }
    ts_store2(a.y, m, ts_i32(a.k, 0), ts_get(sum));
    return a.k;
}

static ts_kern *in_steps(void)
{
    return by_steps(TS_IN, TS_f32, STEP, false);
}
static ts_kern *in_one(void)
{
    return by_steps(TS_IN, TS_f32, DEEP, false);
}
static ts_kern *of_written(void)
{
    return by_steps(TS_INOUT, TS_f32, STEP, false);
}
static ts_kern *by_table(void)
{
    return by_steps(TS_IN, TS_f32, STEP, true);
}
static ts_kern *by_units(void)
{
    return by_steps(TS_IN, TS_bf16, STEP, false);
}

/* Three steps and a third of one: a loop of its own, word by word. Threads do not come out even over rows. */
static ts_kern *with_a_rest(void)
{
    return by_steps(TS_IN, TS_f32, 24, false);
}

/* Sums wait in memory, which is 0 at first; a program has `span` rows, which it meets tile by tile with what of w it has read. */
static ts_kern *by_tiles(int span)
{
    args a = begin(TS_IN, TS_f32);
    ts_val from = ts_program(a.rows, span), zero = ts_i32(a.k, 0);
    ts_val to = ts_min(ts_sub(a.rows, from), ts_i32(a.k, span));
    for (ts_loop j = ts_upto(ts_i32(a.k, DEEP), STEP); ts_next(&j);) {
        ts_val w = ts_loadf2(a.w, zero, j.at, COLS, STEP);
        for (ts_loop m = ts_upto(to, TILE); ts_next(&m);) {
            ts_val row = ts_add(from, m.at), x = ts_loadf2(a.x, row, j.at, TILE, STEP);
            ts_val more = ts_dot_t(x, w, (ts_val){0});
            ts_val old = ts_load2(a.y, row, zero, TILE, COLS);
            ts_store2(a.y, row, zero, ts_add(old, more));
        }
    }
    return a.k;
}

static ts_kern *by_lone_tiles(void)
{
    return by_tiles(TILE);
}
static ts_kern *by_many_tiles(void)
{
    return by_tiles(3 * TILE);
}

/* ---- what is copied ---- */

typedef struct way {
    const char *name;
    ts_kern *(*make)(void);
    int bytes;      /* of shared memory; 0: enough */
    int all, ahead; /* COPYs */
    bool units;     /* x is of 16 bits, and the target has matrix units */
} way;

static const ts_target *target_of(const way *w, ts_simt_traits *traits, ts_target *t)
{
    *t = simt_targets[SIMT_TARGETS - 1];
    *traits = *ts_simt_traits_of(t);
    if (w->bytes) traits->shared_bytes = w->bytes;
    if (w->units) traits->matrix = &ts_cuda_unit;
    t->traits = traits;
    return t;
}

static ts_simt *lower(const way *w, bool wide)
{
    static ts_simt_traits traits; /* which the form knows */
    ts_target t;
    ts_error err = {0};
    ts_kern *k = w->make();
    assert_int_equal(ts_finish(k, &err), 0);
    ts_kern *folded = ts_fold(k);
    ts_simt *form = ts_simt_lower(folded, target_of(w, &traits, &t), wide, NULL, &err);
    if (!form) fail_msg("%s", err.text);
    ts_free(folded);
    ts_free(k);
    return form;
}

/* COPYs; those for a turn to come stand in an IF: there may be none. */
static int copies(const ts_simt *s, bool ahead)
{
    int n = 0, open = 0;
    bool in_if[TS_MAXBLOCKS + 1] = {false};
    for (uint32_t v = 1; v < s->n; v++) {
        ts_sop op = s->i[v].op;
        if (op == TS_S_FOR || op == TS_S_IF) in_if[open + 1] = in_if[open] || op == TS_S_IF, open++;
        if (op == TS_S_END) open--;
        n += op == TS_S_COPY && (!ahead || in_if[open]);
    }
    return n;
}

static int count(const ts_simt *s, ts_sop op)
{
    int n = 0;
    for (uint32_t v = 1; v < s->n; v++) n += s->i[v].op == op;
    return n;
}

static const way ways[] = {
    {"in steps", in_steps, 0, 4, 2, false},
    {"in one", in_one, 0, 2, 0, false},
    {"of a param that is written", of_written, 0, 2, 1, false},
    {"where a table says", by_table, 0, 2, 1, false},
    {"by tiles, one a program", by_lone_tiles, 0, 4, 3, false},
    {"by tiles", by_many_tiles, 0, 3, 2, false},
    {"with a rest", with_a_rest, 0, 4, 2, false},
    {"with room for one stage", in_steps, 4096, 2, 0, false},
    {"by matrix units", by_units, 0, 4, 2, true},
};
enum { WAYS = sizeof ways / sizeof *ways };

static void what_can_be_is_copied(void **state)
{
    (void)state;
    for (int i = 0; i < WAYS; i++) {
        ts_simt *s = lower(&ways[i], true);
        int all = copies(s, false), ahead = copies(s, true);
        if (all != ways[i].all || ahead != ways[i].ahead)
            fail_msg("%s: %d copies, %d of them ahead", ways[i].name, all, ahead);
        assert_true((count(s, TS_S_MULTIPLY) > 0) == ways[i].units);
        ts_simt_free(s);
        s = lower(&ways[i], false);
        assert_int_equal(count(s, TS_S_COPY) + count(s, TS_S_WAIT) + count(s, TS_S_COMMIT), 0);
        ts_simt_free(s);
    }
}

/* ---- right ---- */

static double some(int i)
{
    return (double)((int)((unsigned)i * 2654435761u % 13) - 6) / 8;
}

typedef struct data {
    float x[ROWS * DEEP], y[ROWS * COLS];
    uint16_t narrow_x[ROWS * DEEP], w[COLS * DEEP];
    int32_t begins[DEEP / STEP];
} data;

static void fill(data *d)
{
    memset(d, 0, sizeof *d);
    for (int i = 0; i < ROWS * DEEP; i++) {
        d->x[i] = (float)some(i);
        d->narrow_x[i] = (uint16_t)ts_encode(TS_bf16, some(i));
    }
    for (int i = 0; i < COLS * DEEP; i++) d->w[i] = (uint16_t)ts_encode(TS_bf16, some(i + 5));
}

static bool is_right(const data *d)
{
    for (int i = 0; i < ROWS * COLS; i++) {
        double sum = 0;
        for (int k = 0; k < DEEP; k++)
            sum += some(i / COLS * DEEP + k) * some(i % COLS * DEEP + k + 5);
        if ((double)d->y[i] != sum) return false;
    }
    return true;
}

/* False with *err filled if the interpreter refuses it. */
static bool runs_well(const ts_simt *s, uint64_t seed, ts_error *err)
{
    static data d __attribute__((aligned(16)));
    fill(&d);
    bool narrow = s->param[0].unit == 16;
    void *buffer[] = {narrow ? (void *)d.narrow_x : d.x, d.w, d.y, d.begins};
    const size_t bytes[] = {narrow ? sizeof d.narrow_x : sizeof d.x, sizeof d.w, sizeof d.y,
                            sizeof d.begins};
    const int32_t rows = ROWS;
    struct ts_simt_launch l = {.buffer = buffer,
                               .bytes = bytes,
                               .size = &rows,
                               .groups = 1 + (int)(seed % 2),
                               .seed = seed};
    return !ts_simt_run(s, &l, err) && is_right(&d);
}

static void results_are_right(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * WAYS; i++)
        for (uint64_t seed = 1; seed < 4; seed++) {
            ts_error err = {0};
            ts_simt *s = lower(&ways[i / 2], i % 2);
            if (!runs_well(s, seed, &err)) fail_msg("%s: %s", ways[i / 2].name, err.text);
            ts_simt_free(s);
        }
}

/* ---- nothing can be left out ---- */

/* Instruction v without what it does, or (more) waiting for a group less. */
static ts_sinst spoilt(ts_sinst i, bool more)
{
    if (more)
        i.n++;
    else
        i = (ts_sinst){.op = TS_S_NONE};
    return i;
}

static void try_spoilt(ts_simt *s, uint32_t v, bool more, const char *name)
{
    ts_error err = {0};
    ts_sinst was = s->i[v];
    s->i[v] = spoilt(was, more);
    bool fine = runs_well(s, 2, &err);
    s->i[v] = was;
    if (fine)
        fail_msg("%s: %s %u %s, and nobody notices", name, ts_sops[was.op].name, v,
                 more ? "waits for a group less" : "is left out");
}

/* Behind a loop that may have had no turn, and so has waited for nothing; here it has some. */
static bool is_for_no_turn(const ts_simt *s, uint32_t v)
{
    return s->i[v].op == TS_S_WAIT && s->i[v + 1].op == TS_S_END;
}

static void nothing_can_be_left_out(void **state)
{
    (void)state;
    int tried = 0;
    for (int i = 0; i < WAYS; i++) {
        ts_simt *s = lower(&ways[i], true);
        for (uint32_t v = 1; v < s->n; v++) {
            ts_sop op = s->i[v].op;
            if (op != TS_S_WAIT && op != TS_S_COMMIT && op != TS_S_BARRIER) continue;
            if (is_for_no_turn(s, v)) continue;
            try_spoilt(s, v, false, ways[i].name);
            if (op == TS_S_WAIT) try_spoilt(s, v, true, ways[i].name);
            tried += 1 + (op == TS_S_WAIT);
        }
        ts_simt_free(s);
    }
    print_message("%d spoilt forms\n", tried);
    assert_true(tried > 40);
}

/* A turn reads what is on its way to the next one if both stages are one. */
static void stages_are_two(void **state)
{
    (void)state;
    ts_simt *s = lower(&ways[0], true);
    ts_error err = {0};
    int tried = 0;
    for (uint32_t v = 1; v < s->n; v++) {
        ts_sinst *i = &s->i[v], was = *i;
        double one;
        if (i->op != TS_S_ELEM || i->elem != TS_and_ || !ts_s_is(s, i->b, &one) || one != 1)
            continue;
        *i = (ts_sinst){.op = TS_S_CONST, .type = TS_i32, .uses = was.uses};
        assert_false(runs_well(s, 2, &err));
        *i = was;
        tried++;
    }
    assert_int_equal(tried, 1);
    ts_simt_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_be_is_copied),
        cmocka_unit_test(results_are_right),
        cmocka_unit_test(nothing_can_be_left_out),
        cmocka_unit_test(stages_are_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
