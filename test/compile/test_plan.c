/* test_plan.c - what the passes decide: which accesses are proven, what is inlined, what is uniform.
 *
 * Kernels are traced and planned, not emitted; an op is found by its opcode and how many of these
 * came before it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lane/lower.h"

static ts_plan *plan(ts_kern *k)
{
    ts_error err = {0};
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    ts_plan *p = ts_plan_make(k, ts_target_at(0), &err);
    if (!p) fail_msg("%s", err.text);
    return p;
}

static void drop(ts_plan *p)
{
    ts_free((ts_kern *)p->k);
    ts_plan_free(p);
}

static uint32_t find(const ts_plan *p, ts_opcode op, int nth)
{
    for (uint32_t i = 1; i < p->k->n; i++)
        if (p->k->op[i].op == op && nth-- == 0) return i;
    fail_msg("no such op");
    return 0;
}

/* Is the nth load proven to lie inside in its last dimension? */
static bool proven(const ts_plan *p, int nth)
{
    uint32_t id = find(p, TS_load_, nth);
    const ts_op *o = &p->k->op[id];
    int d = p->k->op[o->arg[0]].rank - 1;
    return ts_inside(p, o->arg[0], d, o->arg[1 + d], o->rank ? o->dim[o->rank - 1] : 1);
}

/* Every third element from 1 on: the last of 4 is number 10. A part of 4 ends before its fifth. */
static void parts_with_a_step(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("steps");
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, ts_i32(k, 64));
    static const bool want[] = {true, false, false, false, true};
    ts_val four = ts_i32(k, 4);
    const struct {
        int extent, at, from;
    } row[] = {{11, 0, 1}, {10, 0, 1}, {14, 1, 1}, {11, 0, -1}, {12, 0, 2}};
    ts_view x[5];
    for (int i = 0; i < 5; i++) {
        static const char *const name[] = {"a", "b", "c", "d", "e"};
        x[i] = ts_arg1(k, TS_IN, name[i], TS_f32, ts_i32(k, row[i].extent));
    }
    for (int i = 0; i < 5; i++) {
        ts_view part = ts_part(x[i], 0, ts_i32(k, row[i].from), four, 3);
        ts_store(y, ts_i32(k, 4 * i), ts_load(part, ts_i32(k, row[i].at), 4));
    }
    ts_plan *p = plan(k);
    for (int i = 0; i < 5; i++)
        if (proven(p, i) != want[i]) fail_msg("load %d", i);
    drop(p);
}

static void constant_extents(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("extents");
    ts_val n = ts_i32(k, 100), wrap = ts_i32(k, 2147483647);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, n), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_val p = ts_program(n, 20), q = ts_program(n, 30);
    static const bool want[] = {true, false, false, true, false, true, false, false, true};
    ts_val at[] = {ts_i32(k, 80),                                   /* up to the end */
                   ts_i32(k, 81),                                   /* one over it */
                   ts_i32(k, -1),                                   /* before it */
                   p,                                               /* a multiple of the step */
                   q,                                               /* a tail: 90 + 20 */
                   ts_mul(ts_div(p, ts_i32(k, 20)), ts_i32(k, 20)), /* 0 .. 4, times 20 */
                   ts_add(p, ts_i32(k, 1)),
                   ts_rem(ts_add(p, wrap), ts_i32(k, 40)), /* wraps, to a negative remainder */
                   ts_rem(p, ts_i32(k, 40))};
    for (int i = 0; i < 9; i++) ts_store(y, ts_i32(k, 0), ts_load(x, at[i], 20));
    ts_plan *plan_ = plan(k);
    for (int i = 0; i < 9; i++)
        if (proven(plan_, i) != want[i]) fail_msg("load %d", i);
    drop(plan_);
}

/* A program for each of so many rows, of which a buffer has room for 8: any other bound proves
 * nothing. */
static void programs_of_live_rows(void **state)
{
    (void)state;
    static const bool want[] = {true, true, false, false, false};
    for (int i = 0; i < 5; i++) {
        ts_kern *k = ts_begin("rows");
        ts_val live = ts_size(k, "live"), room = ts_i32(k, 8), n = ts_i32(k, 16);
        ts_val of[] = {ts_min(live, room), ts_min(room, live), live, ts_min(live, ts_i32(k, 9)),
                       ts_max(live, room)};
        ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, room, n);
        ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, room, n);
        ts_val row = ts_program(of[i], 1), zero = ts_i32(k, 0);
        ts_store(ts_row(y, row), zero, ts_load(ts_row(x, row), zero, 16));
        ts_plan *p = plan(k);
        if (proven(p, 0) != want[i]) fail_msg("rows %d", i);
        drop(p);
    }
}

static void views(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("views");
    ts_val n = ts_i32(k, 8), m = ts_i32(k, 64), zero = ts_i32(k, 0), minus = ts_i32(k, -2);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, n, m), y = ts_arg1(k, TS_OUT, "y", TS_f32, m);
    ts_view v[] = {ts_row(x, ts_i32(k, 7)),                             /* the last row */
                   ts_row(x, n),                                        /* no row */
                   ts_part(ts_row(x, zero), 0, ts_i32(k, 48), m, 1),    /* inside of its parent */
                   ts_part(ts_row(x, zero), 0, ts_i32(k, 49), m, 1),    /* reaches over it */
                   ts_part(ts_row(x, zero), 0, minus, m, 1),            /* starts before it */
                   ts_part(ts_row(x, zero), 0, zero, ts_i32(k, 15), 1), /* too short itself */
                   ts_part(ts_row(x, zero), 0, zero, m, 2),             /* strided: up to 30 */
                   ts_row(ts_swap(ts_swap(x)), zero),
                   ts_row(ts_swap(x), zero)}; /* 8 elements */
    static const bool want[] = {true, false, true, false, false, false, true, true, false};
    for (int i = 0; i < 9; i++) ts_store(y, zero, ts_load(v[i], zero, 16));
    ts_plan *p = plan(k);
    for (int i = 0; i < 9; i++)
        if (proven(p, i) != want[i]) fail_msg("load %d", i);
    drop(p);
}

/* for i up to `hi` by 16, load 16: the loop is split exactly if full iterations prove something. */
static void loops_are_split(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        ts_kern *k = ts_begin("loops");
        ts_val len = ts_size(k, "len"), other = ts_size(k, "other");
        ts_val hi = i == 0 ? len : i == 1 ? other : ts_i32(k, i == 2 ? 96 : 100);
        ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, i < 2 ? len : hi);
        ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, i < 2 ? len : hi);
        for (ts_loop l = ts_upto(hi, 16); ts_next(&l);) ts_store(y, l.at, ts_load(x, l.at, 16));
        ts_plan *p = plan(k);
        uint32_t loop = find(p, TS_loop_, 0);
        assert_int_equal(p->note[loop].split, i == 0 || i == 3);
        assert_int_equal(proven(p, 0), i == 2);
        ts_note_full(p, loop, true);
        assert_int_equal(proven(p, 0), i != 1);
        drop(p);
    }
}

static void nothing_moves_over_a_write(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("moves");
    ts_val n = ts_i32(k, 64), zero = ts_i32(k, 0);
    ts_view x = ts_arg1(k, TS_INOUT, "x", TS_f32, n), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_var v = ts_var1(ts_f32(k, 0), 16);
    ts_val before = ts_load(x, zero, 16), twice = ts_load(x, ts_i32(k, 16), 16), old = ts_get(v);
    ts_store(x, zero, ts_mul(twice, twice)); /* `before` was read ahead of this */
    ts_set(v, before);                       /* and `old` ahead of this */
    ts_store(y, zero, ts_neg(old));
    ts_store(y, n, ts_neg(ts_load(x, ts_i32(k, 32), 16)));
    ts_plan *p = plan(k);
    static const bool inlined[] = {false, false, true};
    int seen = 0;
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        if (o->op == TS_get_) assert_false(p->note[i].inlined);
        if (o->op != TS_load_) continue;
        int at = (int)p->k->op[o->arg[1]].value / 16;
        assert_int_equal(p->note[i].inlined, inlined[at]);
        seen++;
    }
    assert_int_equal(seen, 3);
    drop(p);
}

/* A dot whose rows are one element is computed element by element, so its operands need names, and it has
 * one itself; others read theirs in place, and go straight to the store. */
static void dots_of_single_elements(void **state)
{
    (void)state;
    for (int inner = 1; inner < 4; inner++) {
        ts_kern *k = ts_begin("dots");
        ts_val n = ts_i32(k, 8), zero = ts_i32(k, 0), none = {0};
        ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, n, n), y = ts_arg2(k, TS_OUT, "y", TS_f32, n, n);
        ts_val a = ts_load2(x, zero, zero, 4, inner), b = ts_load2(x, n, zero, inner, 4);
        ts_store2(y, zero, zero, ts_dot(a, b, none));
        ts_plan *p = plan(k);
        const ts_op *dot = &p->k->op[find(p, TS_dot_, 0)];
        assert_int_equal(p->note[dot->arg[1]].inlined, inner > 1);
        assert_int_equal(p->note[dot->arg[0]].inlined, inner > 1);
        assert_int_equal(p->note[dot - p->k->op].inlined, inner > 1);
        drop(p);
    }
}

/* Two that meet in one op cannot both be computed inside of it. A weight that meets the rows of a loop is
 * turned, one that others read is not, and narrow operands are held wide. */
static void tiles_of_dots(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("dots");
    ts_val n = ts_i32(k, 64), zero = ts_i32(k, 0), none = {0};
    ts_view x = ts_arg2(k, TS_IN, "x", TS_bf16, n, n), y = ts_arg2(k, TS_OUT, "y", TS_f32, n, n);
    ts_val w = ts_load2(x, zero, zero, 16, 24), u = ts_cast(w, TS_f32);
    for (ts_loop m = ts_upto(n, 4); ts_next(&m);) {
        ts_val a = ts_load2(x, m.at, zero, 4, 24), af = ts_cast(a, TS_f32);
        ts_val sum = ts_add(ts_dot_t(a, w, none), ts_dot_t(af, u, none));
        ts_store2(y, m.at, zero, sum);
    }
    ts_plan *p = plan(k);
    int inside = 0;
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        const ts_note *note = &p->note[i];
        if (o->op == TS_dot_t_) inside += note->inlined;
        if (o->op == TS_store_) assert_true(note->dot && p->note[note->dot].inlined);
        if (o->op == TS_load_ && o->dim[0] == 16) assert_false(note->panel || note->wide);
        bool weight = o->op == TS_cast_ && o->dim[0] == 16;
        if (weight) assert_int_equal(note->panel, true);
    }
    assert_int_equal(inside, 1);
    drop(p);
}

static void uniform_and_streams(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("rows");
    ts_val n = ts_i32(k, 64), zero = ts_f32(k, 0);
    ts_view w = ts_arg2(k, TS_IN, "w", TS_f32, n, n), x = ts_arg1(k, TS_IN, "x", TS_f32, n);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_val at = ts_program(n, 1);
    ts_view row = ts_row(w, at);
    ts_var acc = ts_var1(zero, 16);
    ts_var same = ts_var1(zero, 16);
    for (ts_loop i = ts_upto(n, 16); ts_next(&i);) {
        ts_val b = ts_load(x, i.at, 16), c = ts_mul(b, b);
        ts_set(acc, ts_fma(ts_load(row, i.at, 16), c, ts_get(acc)));
        ts_set(same, ts_add(ts_get(same), c));
    }
    ts_store(y, at, ts_add(ts_sum(ts_get(acc), 0), ts_sum(ts_get(same), 0)));
    ts_plan *p = plan(k);
    assert_false(p->note[find(p, TS_var_, 0)].uniform);
    assert_true(p->note[find(p, TS_var_, 1)].uniform);
    int streams = 0;
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        if (o->op != TS_load_) continue;
        bool weights = p->k->op[o->arg[0]].op == TS_row_;
        assert_int_equal(p->note[i].uniform, !weights);
        assert_int_equal(p->note[i].stream, weights);
        streams += p->note[i].stream;
    }
    assert_int_equal(streams, 1);
    assert_int_equal(ts_lane_side_by_side(p), ts_lane_traits_of(ts_target_at(0))->streams);
    assert_int_equal(p->cost, 1 + 4 * 64);
    drop(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constant_extents),        cmocka_unit_test(parts_with_a_step),
        cmocka_unit_test(programs_of_live_rows),   cmocka_unit_test(views),
        cmocka_unit_test(loops_are_split),         cmocka_unit_test(nothing_moves_over_a_write),
        cmocka_unit_test(dots_of_single_elements), cmocka_unit_test(tiles_of_dots),
        cmocka_unit_test(uniform_and_streams),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
