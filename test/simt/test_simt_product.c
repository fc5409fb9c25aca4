/* test_simt_product.c - products of tiles in the SIMT form: blocks of every shape, operands of every width,
 * rows and columns that are not there, and shared memory that does not suffice.
 *
 * All inputs are small multiples of 1/8, so every sum is exact and results are compared bit by bit with
 * a loop over the formula. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "simt/cuda_like.h"
#include "simt/lower.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_targets.h"

typedef struct shape {
    int m, n, k;          /* of a tile */
    int rows, cols, deep; /* of the matrices */
    ts_dtype a, b;
    bool along; /* b is [n,k] */
} shape;

static ts_val i32(ts_kern *k, int x)
{
    return ts_i32(k, x);
}

/* c = a b, or a b^T. */
static ts_kern *product(const shape *s)
{
    ts_kern *k = ts_begin("product");
    ts_val rows = ts_size(k, "rows"), cols = i32(k, s->cols), deep = i32(k, s->deep);
    ts_view a = ts_arg2(k, TS_IN, "a", s->a, rows, deep);
    ts_view b = ts_arg2(k, TS_IN, "b", s->b, s->along ? cols : deep, s->along ? deep : cols);
    ts_view c = ts_arg2(k, TS_OUT, "c", TS_f32, rows, cols);
    ts_val m = ts_program(rows, s->m), n = ts_program(cols, s->n);
    ts_var sum = ts_var2(ts_f32(k, 0), s->m, s->n);
    for (ts_loop j = ts_upto(deep, s->k); ts_next(&j);) {
        ts_val x = ts_loadf2(a, m, j.at, s->m, s->k);
        ts_val y = s->along ? ts_loadf2(b, n, j.at, s->n, s->k) : ts_loadf2(b, j.at, n, s->k, s->n);
        ts_set(sum, s->along ? ts_dot_t(x, y, ts_get(sum)) : ts_dot(x, y, ts_get(sum)));
    }
    ts_store2(c, m, n, ts_get(sum));
    return k;
}

/* ---- data ---- */

typedef struct matrix {
    double *x;
    void *codes; /* at a multiple of 16 */
    size_t n, bytes;
} matrix;

static double some(size_t i)
{
    return (double)((int)(i * 2654435761u % 13) - 6) / 8;
}

static matrix make(int rows, int cols, ts_dtype t, size_t seed)
{
    matrix m = {.n = (size_t)rows * (size_t)cols};
    m.bytes = ts_storage(t, m.n);
    m.x = calloc(m.n + 1, sizeof *m.x);
    m.codes = aligned_alloc(16, (m.bytes + 31) / 16 * 16);
    assert_true(m.x && m.codes);
    memset(m.codes, 0xa5, m.bytes);
    for (size_t i = 0; i < m.n; i++) {
        uint32_t code = ts_encode(t, some(i + seed));
        m.x[i] = ts_decode(t, code);
        memcpy((char *)m.codes + i * (size_t)ts_dtypes[t].bits / 8, &code,
               (size_t)ts_dtypes[t].bits / 8);
    }
    return m;
}

static void drop(matrix *m)
{
    free(m->x);
    free(m->codes);
}

static double sum_of(const shape *s, const matrix *a, const matrix *b, int r, int c)
{
    double sum = 0;
    for (int k = 0; k < s->deep; k++)
        sum += a->x[r * s->deep + k] * b->x[s->along ? c * s->deep + k : k * s->cols + c];
    return sum;
}

static void compare(const shape *s, const ts_simt *form, const char *where)
{
    ts_error err = {0};
    matrix a = make(s->rows, s->deep, s->a, 1), b = make(s->deep, s->cols, s->b, 5);
    matrix c = make(s->rows, s->cols, TS_f32, 9);
    void *buffer[] = {a.codes, b.codes, c.codes};
    const size_t bytes[] = {a.bytes, b.bytes, c.bytes};
    int32_t rows = s->rows;
    struct ts_simt_launch launch = {
        .buffer = buffer, .bytes = bytes, .size = &rows, .groups = 2, .seed = 3};
    if (ts_simt_run(form, &launch, &err)) fail_msg("%s: %s", where, err.text);
    for (int i = 0; i < s->rows * s->cols; i++) {
        double want = sum_of(s, &a, &b, i / s->cols, i % s->cols);
        float got = ((float *)c.codes)[i];
        if ((double)got != want)
            fail_msg("%s: element %d, %d is %g, not %g", where, i / s->cols, i % s->cols,
                     (double)got, want);
    }
    drop(&a);
    drop(&b);
    drop(&c);
}

static ts_simt *lower(ts_kern *k, const ts_target *t, bool wide, ts_error *err)
{
    ts_error made = {0};
    assert_int_equal(ts_finish(k, &made), 0);
    ts_kern *folded = ts_fold(k);
    ts_simt *form = ts_simt_lower(folded, t, wide, NULL, err);
    ts_free(folded);
    ts_free(k);
    return form;
}

static ts_simt *lower_well(ts_kern *k, const ts_target *t, bool wide)
{
    ts_error err = {0};
    ts_simt *form = lower(k, t, wide, &err);
    if (!form) fail_msg("%s", err.text);
    return form;
}

/* ---- right ---- */

static const shape shapes[] = {
    {16, 16, 16, 16, 16, 16, TS_f32, TS_f32, false},
    {16, 16, 16, 19, 33, 40, TS_f32, TS_f32, true},
    {64, 48, 32, 70, 50, 64, TS_f32, TS_bf16, false},
    {64, 48, 32, 70, 96, 64, TS_f32, TS_bf16, true},
    {32, 64, 16, 33, 64, 48, TS_bf16, TS_f16, false},
    {32, 64, 16, 33, 64, 48, TS_bf16, TS_bf16, true},
    {17, 20, 22, 20, 41, 44, TS_f32, TS_f32, true}, /* odd rows; steps of k one by one */
    {18, 24, 20, 18, 25, 39, TS_f16, TS_f8e4m3, false},
    {16, 32, 64, 5, 32, 128, TS_i8, TS_i8, true},
    {128, 128, 16, 100, 130, 16, TS_bf16, TS_bf16, true},
};

static void products_are_right(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (int t = 0; t < SIMT_TARGETS; t++)
            for (int wide = 0; wide <= ts_simt_traits_of(&simt_targets[t])->wide; wide++) {
                char where[80];
                if ((i + (size_t)t) % 3 != (size_t)wide && i > 3) continue; /* they take turns */
                ts_error err = {0};
                ts_simt *form = lower(product(&shapes[i]), &simt_targets[t], wide, &err);
                snprintf(where, sizeof where, "shape %zu for %s%s", i, simt_targets[t].name,
                         wide ? ", wide" : "");
                bool small = strstr(err.text, "bytes of shared memory");
                if (!form && !small) fail_msg("%s: %s", where, err.text);
                if (form) compare(&shapes[i], form, where);
                ts_simt_free(form);
            }
}

/* ---- by matrix units ---- */

static const shape by_units[] = {
    {16, 16, 16, 16, 16, 16, TS_bf16, TS_bf16, true},
    {32, 64, 32, 33, 70, 64, TS_bf16, TS_bf16, true},
    {64, 64, 32, 70, 64, 64, TS_f16, TS_f16, true},
    {128, 64, 16, 128, 64, 48, TS_bf16, TS_bf16, true},
    {32, 32, 48, 50, 32, 96, TS_f16, TS_f16, true},
    {64, 64, 64, 64, 70, 128, TS_bf16, TS_bf16, true},
    {32, 32, 64, 40, 32, 128, TS_i8, TS_i8, true},
    {64, 32, 128, 64, 40, 128, TS_f8e4m3, TS_f8e4m3, true}, /* one chain */
    {32, 64, 256, 32, 64, 256, TS_f8e4m3, TS_f8e4m3, true}, /* two */
    {16, 32, 96, 32, 32, 192, TS_f8e4m3, TS_f8e4m3, true},  /* one of three steps */
    {16, 32, 160, 16, 32, 160, TS_f8e4m3, TS_f8e4m3, true}, /* five of one */
};

/* Opaque ones of either size, the second with nothing of the kind beside it. */
static const ts_matrix eights = {.lanes = 32,
                                 .deep = 4,
                                 .across = 8,
                                 .opaque = true,
                                 .quads = true,
                                 .chain = {TS_ENDLESS, TS_ENDLESS}};
static const ts_matrix sixteens = {.lanes = 32,
                                   .deep = 8,
                                   .across = 16,
                                   .opaque = true,
                                   .quads = true,
                                   .chain = {[TS_KIND_F16] = TS_ENDLESS}};

/* Steps of k that the unit takes of such a shape in a tile; 0: none. */
static int unit_steps(const ts_matrix *u, const shape *s)
{
    int deep = u->deep * 32 / ts_dtypes[s->a].bits;
    return u->chain[ts_kind_of(s->a)] && s->k % deep == 0 ? s->k / deep : 0;
}

static int count(const ts_simt *s, ts_sop op, ts_opcode elem);

/* Units and the made-up targets whose subgroups they fit. */
static const struct {
    const ts_matrix *unit;
    const ts_target *target;
} units[] = {{&ts_cuda_unit, &simt_targets[1]},
             {&ts_mfma_unit, &simt_targets[4]},
             {&ts_wmma_unit, &simt_targets[1]},
             {&eights, &simt_targets[1]},
             {&sixteens, &simt_targets[2]}};
enum { UNITS = sizeof units / sizeof *units, OPAQUE = 3 /* one of any elements */ };

static ts_target with_unit(int n, ts_simt_traits *traits)
{
    ts_target t = *units[n].target;
    *traits = *ts_simt_traits_of(&t);
    traits->matrix = units[n].unit;
    traits->half = true; /* else f16 is widened on its way to shared memory */
    t.traits = traits;
    return t;
}

/* How often a lane's words name each place of a matrix. */
static void count_places(const ts_lie *l, int lanes, int count[16][16])
{
    for (int lane = 0; lane < lanes; lane++)
        for (int i = 0; i < l->words; i++) {
            int row = (lane >> l->row.bit) % l->row.n * l->row.by + l->at[i].row;
            int col = (lane >> l->col.bit) % l->col.n * l->col.by + l->at[i].col;
            assert_in_range(row, 0, 15);
            assert_in_range(col, 0, 15);
            count[row][col]++;
        }
}

/* Sums are in one place each, elements of a fragment in as many as the others; a lane's sums are as many rows as
 * the table says, of the same columns, row after row. */
static void units_leave_nothing_out(void **state)
{
    (void)state;
    for (int n = 0; n < UNITS; n++) {
        const ts_matrix *u = units[n].unit;
        const ts_lie *s = &u->sums;
        if (u->opaque) continue;
        int sums[16][16] = {{0}}, words[16][16] = {{0}}, cols = s->words / u->rows;
        count_places(s, u->lanes, sums);
        count_places(&u->fragment, u->lanes, words);
        for (int i = 0; i < 16 * 16; i++) {
            int copies = u->lanes * u->fragment.words / (16 * u->deep);
            assert_int_equal(sums[i / 16][i % 16], i % 16 < u->across);
            assert_int_equal(words[i / 16][i % 16], i % 16 < u->deep ? copies : 0);
        }
        for (int i = 0; i < s->words; i++) {
            assert_int_equal(s->at[i].row, s->at[i / cols * cols].row);
            assert_int_equal(s->at[i].col, s->at[i % cols].col);
        }
    }
}

static void matrix_units_compute_the_same(void **state)
{
    (void)state;
    ts_simt_traits traits;
    for (size_t i = 0; i < UNITS * sizeof by_units / sizeof *by_units; i++)
        for (int wide = 0; wide < 2; wide++) {
            const shape *s = &by_units[i / UNITS];
            ts_target t = with_unit((int)(i % UNITS), &traits);
            char where[80];
            ts_simt *form = lower_well(product(s), &t, wide);
            snprintf(where, sizeof where, "shape %zu, unit %zu%s", i / UNITS, i % UNITS,
                     wide ? ", wide" : "");
            bool takes = unit_steps(traits.matrix, s) > 0;
            if (takes != (count(form, TS_S_MULTIPLY, TS_add_) > 0)) fail_msg("%s: units", where);
            compare(s, form, where);
            ts_simt_free(form);
        }
}

/* o[r] = sum over c of 2 x[r] w[c], of a block that lies over the lanes of one subgroup. */
static ts_kern *row_sums(void)
{
    ts_kern *k = ts_begin("row_sums");
    ts_val rows = ts_size(k, "rows"), n = i32(k, 16), deep = i32(k, 64), zero = i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_bf16, n, deep),
            w = ts_arg2(k, TS_IN, "w", TS_bf16, n, deep);
    ts_view o = ts_arg1(k, TS_OUT, "o", TS_f32, n);
    ts_val r = ts_program(rows, 16), a = ts_loadf2(x, r, zero, 16, 64);
    ts_val product = ts_dot_t(a, ts_loadf2(w, zero, zero, 16, 64), (ts_val){0});
    ts_store(o, r, ts_sum(ts_mulk(product, 2), 1));
    return k;
}

static void check_row_sums(const ts_simt *form, const char *where)
{
    ts_error err = {0};
    const shape s = {.deep = 64, .along = true};
    matrix x = make(16, 64, TS_bf16, 1), w = make(16, 64, TS_bf16, 5), o = make(16, 1, TS_f32, 9);
    void *buffer[] = {x.codes, w.codes, o.codes};
    const size_t bytes[] = {x.bytes, w.bytes, o.bytes};
    int32_t rows = 16;
    struct ts_simt_launch launch = {
        .buffer = buffer, .bytes = bytes, .size = &rows, .groups = 1, .seed = 3};
    if (ts_simt_run(form, &launch, &err)) fail_msg("%s: %s", where, err.text);
    for (int r = 0; r < 16; r++) {
        double want = 0;
        for (int c = 0; c < 16; c++) want += 2 * sum_of(&s, &x, &w, r, c);
        if ((double)((float *)o.codes)[r] != want) fail_msg("%s: row %d", where, r);
    }
    drop(&x);
    drop(&w);
    drop(&o);
}

static void rows_of_blocks_are_summed(void **state)
{
    (void)state;
    ts_simt_traits traits;
    for (int i = 0; i < 2 * UNITS; i++) {
        char where[80];
        ts_target t = with_unit(i / 2, &traits);
        ts_simt *form = lower_well(row_sums(), &t, i % 2);
        snprintf(where, sizeof where, "unit %d%s", i / 2, i % 2 ? ", wide" : "");
        check_row_sums(form, where);
        ts_simt_free(form);
    }
}

/* Sums leave the unit behind a chain, which is as long as comes out even. */
static void chains_are_short(void **state)
{
    (void)state;
    static const struct {
        int k, chain;
    } row[] = {{32, 1}, {64, 2}, {96, 3}, {128, 4}, {160, 1}, {192, 3}, {256, 4}};
    ts_simt_traits traits;
    ts_target t = with_unit(0, &traits);
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        const shape s = {16, 16, row[i].k, 16, 16, row[i].k, TS_f8e4m3, TS_f8e4m3, true};
        ts_simt *form = lower_well(product(&s), &t, false);
        bool one = row[i].k == 32 * row[i].chain; /* a loop adds to the same sums */
        assert_int_equal(ts_low_chain(traits.matrix, TS_KIND_E4M3, row[i].k / 32), row[i].chain);
        assert_int_equal(count(form, TS_S_MULTIPLY, TS_add_), one ? 2 : 2 * row[i].chain);
        ts_simt_free(form);
    }
}

/* y = x w^T of bytes in i32 and with an addend, and of operands that a cast rounds. */
static ts_kern *special(ts_dtype of, ts_dtype as)
{
    ts_kern *k = ts_begin("special");
    ts_val n = i32(k, 64), zero = i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", of, n, n), w = ts_arg2(k, TS_IN, "w", of, n, n);
    ts_view y = ts_arg2(k, TS_OUT, "y", of == TS_i8 ? TS_i32 : TS_f32, n, n);
    ts_val m = ts_program(n, 32), some = of == TS_i8 ? i32(k, -7) : ts_f32(k, -7);
    ts_val a = ts_load2(x, m, zero, 32, 64), b = ts_load2(w, zero, zero, 64, 64);
    if (as != of) a = ts_cast(a, as), b = ts_cast(b, as);
    ts_store2(y, m, zero, ts_dot_t(a, b, ts_splat2(some, 32, 64)));
    return k;
}

static void check_special(const ts_simt *form, ts_dtype of, ts_dtype as)
{
    ts_error err = {0};
    matrix x = make(64, 64, of, 1), w = make(64, 64, of, 5), y = make(64, 64, TS_f32, 9);
    for (int i = 0; i < 64 * 64 && of == TS_i8; i++)
        x.x[i] = ((signed char *)x.codes)[i] = (signed char)(i * 37 % 256 - 128);
    void *buffer[] = {x.codes, w.codes, y.codes};
    const size_t bytes[] = {x.bytes, w.bytes, y.bytes};
    struct ts_simt_launch launch = {.buffer = buffer, .bytes = bytes, .groups = 1, .seed = 3};
    if (ts_simt_run(form, &launch, &err)) fail_msg("%s", err.text);
    for (int i = 0; i < 64 * 64; i++) {
        double want = -7;
        for (int k = 0; k < 64; k++)
            want += ts_decode(as, ts_encode(as, x.x[i / 64 * 64 + k])) *
                    ts_decode(as, ts_encode(as, w.x[i % 64 * 64 + k]));
        double got = of == TS_i8 ? ((int32_t *)y.codes)[i] : (double)((float *)y.codes)[i];
        if (got != want) fail_msg("element %d is %g, not %g", i, got, want);
    }
    drop(&x);
    drop(&w);
    drop(&y);
}

static void bytes_have_whole_sums(void **state)
{
    (void)state;
    ts_simt_traits traits;
    for (int n = 0; n < UNITS; n++) {
        ts_target t = with_unit(n, &traits);
        ts_simt *form = lower_well(special(TS_i8, TS_i8), &t, n > 0);
        assert_int_equal(count(form, TS_S_MULTIPLY, TS_add_) > 0, !units[n].unit->opaque);
        check_special(form, TS_i8, TS_i8);
        ts_simt_free(form);
    }
}

/* A unit would multiply what is in memory. */
static void what_a_cast_rounds_is_no_units(void **state)
{
    (void)state;
    ts_simt_traits traits;
    for (int n = 0; n < UNITS; n++) {
        ts_target t = with_unit(n, &traits);
        ts_simt *form = lower_well(special(TS_f16, TS_f8e4m3), &t, false);
        assert_int_equal(count(form, TS_S_MULTIPLY, TS_add_), 0);
        check_special(form, TS_f16, TS_f8e4m3);
        ts_simt_free(form);
    }
}

/* Other operands, other shapes and other targets have sums of their own. */
static void only_what_matrix_units_take(void **state)
{
    (void)state;
    static const shape not_theirs[] = {{64, 64, 32, 64, 64, 64, TS_f32, TS_bf16, true},
                                       {64, 64, 32, 64, 64, 64, TS_bf16, TS_f16, true},
                                       {64, 64, 32, 64, 64, 64, TS_bf16, TS_bf16, false},
                                       {20, 64, 32, 64, 64, 64, TS_bf16, TS_bf16, true},
                                       {64, 64, 20, 64, 64, 60, TS_bf16, TS_bf16, true},
                                       {64, 64, 64, 64, 64, 64, TS_i8, TS_u8, true},
                                       {64, 64, 64, 64, 64, 64, TS_u8, TS_u8, true},
                                       {64, 64, 32, 64, 64, 64, TS_i8, TS_f8e4m3, true}};
    ts_simt_traits traits;
    for (size_t i = 0; i < UNITS * sizeof not_theirs / sizeof *not_theirs; i++) {
        ts_target t = with_unit((int)(i % UNITS), &traits);
        ts_simt *form = lower_well(product(&not_theirs[i / UNITS]), &t, false);
        assert_int_equal(count(form, TS_S_MULTIPLY, TS_add_), 0);
        ts_simt_free(form);
    }
    ts_simt *form = lower_well(product(&by_units[2]), &simt_targets[1], false);
    assert_int_equal(count(form, TS_S_MULTIPLY, TS_add_), 0);
    ts_simt_free(form);
}

/* ---- fast: what a text costs, counted in the form ---- */

static int count(const ts_simt *s, ts_sop op, ts_opcode elem)
{
    int n = 0;
    for (uint32_t v = 1; v < s->n; v++)
        n += s->i[v].op == op && (op != TS_S_ELEM || s->i[v].elem == elem);
    return n;
}

static const ts_target *warps(void)
{
    return &simt_targets[1];
}

/* 64 sums a thread: eight rows and eight columns, read four at a time. */
static void a_thread_has_a_block(void **state)
{
    (void)state;
    static const struct {
        shape s;
        int quads, words; /* reads of shared memory in four steps of k */
    } row[] = {{{64, 64, 32, 512, 512, 512, TS_f32, TS_f32, true}, 16, 0},
               {{64, 64, 32, 512, 512, 512, TS_f32, TS_f32, false}, 16, 0},
               {{64, 64, 32, 512, 512, 512, TS_f32, TS_bf16, true}, 8, 16},
               {{64, 64, 32, 512, 512, 512, TS_bf16, TS_bf16, false}, 0, 32}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        ts_simt *s = lower_well(product(&row[i].s), warps(), true);
        assert_int_equal(s->threads, 64);
        assert_int_equal(count(s, TS_S_ELEM, TS_fma_), 4 * 64);
        assert_int_equal(count(s, TS_S_SHARED4, TS_add_), row[i].quads);
        assert_int_equal(count(s, TS_S_SHARED, TS_add_), row[i].words);
        assert_int_equal(count(s, TS_S_LOAD, TS_add_), 0);
        assert_int_equal(count(s, TS_S_BARRIER, TS_add_), 2);
        ts_simt_free(s);
    }
}

/* By a matrix unit a variable takes as many registers as the unit's sums; and a target may have fewer. */
static void registers_are_shared(void **state)
{
    (void)state;
    const shape plain = {64, 64, 32, 512, 512, 512, TS_f32, TS_bf16, true};
    const shape unit = {64, 64, 32, 512, 512, 512, TS_bf16, TS_bf16, true};
    ts_simt_traits fewer = *ts_simt_traits_of(warps()), units;
    ts_target few = *warps(), with = with_unit(0, &units);
    fewer.sums = 32;
    few.traits = &fewer;
    const struct {
        const shape *s;
        const ts_target *t;
        int threads;
    } row[] = {{&plain, warps(), 64}, {&plain, &few, 128}, {&unit, &with, 128}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        ts_simt *s = lower_well(product(row[i].s), row[i].t, true);
        assert_int_equal(s->threads, row[i].threads);
        ts_simt_free(s);
    }
}

/* Elements of 16 bits take half the words, which end 16 bytes off a row's 32. */
static void narrow_elements_stay_narrow(void **state)
{
    (void)state;
    const shape f32 = {64, 64, 32, 64, 64, 64, TS_f32, TS_f32, true};
    const shape bf16 = {64, 64, 32, 64, 64, 64, TS_bf16, TS_bf16, true};
    ts_simt *wide = lower_well(product(&f32), warps(), true);
    ts_simt *narrow = lower_well(product(&bf16), warps(), true);
    assert_int_equal(wide->shared, 2 * 64 * 36);
    assert_int_equal(narrow->shared, 2 * 64 * 20);
    ts_simt_free(wide);
    ts_simt_free(narrow);
}

/* ---- small: tiles are made to fit ---- */

/* o = softmax-free attention: (by q k^T) k, with k used twice and rows of `width`. */
static ts_kern *twice(int heads, int keys, int width, double by, bool stores)
{
    ts_kern *k = ts_begin("twice");
    ts_val n = i32(k, keys), w = i32(k, width), zero = i32(k, 0);
    ts_view q = ts_arg2(k, TS_IN, "q", TS_bf16, i32(k, heads), w);
    ts_view kv = ts_arg2(k, stores ? TS_INOUT : TS_IN, "kv", TS_bf16, n, w);
    ts_view o = ts_arg2(k, TS_OUT, "o", TS_f32, i32(k, heads), w);
    ts_val h = ts_program(i32(k, heads), heads);
    ts_val x = ts_loadf2(q, h, zero, heads, width);
    if (by != 1) x = ts_mulk(x, by);
    ts_val y = ts_loadf2(kv, zero, zero, keys, width), none = {0};
    ts_val s = ts_dot_t(x, y, none);
    if (stores) ts_store2(kv, zero, zero, ts_cast(ts_splat2(ts_f32(k, 0), keys, width), TS_bf16));
    ts_store2(o, h, zero, ts_dot(s, y, none));
    return k;
}

static void check_twice(const ts_simt *form, int heads, int keys, int width, double by,
                        const char *where)
{
    ts_error err = {0};
    matrix q = make(heads, width, TS_bf16, 1), kv = make(keys, width, TS_bf16, 5);
    matrix o = make(heads, width, TS_f32, 9);
    void *buffer[] = {q.codes, kv.codes, o.codes};
    const size_t bytes[] = {q.bytes, kv.bytes, o.bytes};
    struct ts_simt_launch launch = {.buffer = buffer, .bytes = bytes, .groups = 1, .seed = 3};
    if (ts_simt_run(form, &launch, &err)) fail_msg("%s: %s", where, err.text);
    for (int i = 0; i < heads * width; i++) {
        double want = 0;
        for (int j = 0; j < keys; j++) {
            double score = 0;
            for (int c = 0; c < width; c++)
                score += q.x[i / width * width + c] * by * kv.x[j * width + c];
            want += score * kv.x[j * width + i % width];
        }
        float got = ((float *)o.codes)[i];
        if ((double)got != want)
            fail_msg("%s: element %d is %g, not %g", where, i, (double)got, want);
    }
    drop(&q);
    drop(&kv);
    drop(&o);
}

static ts_target with_memory(ts_simt_traits *traits, int bytes)
{
    ts_target t = *warps();
    *traits = *ts_simt_traits_of(warps());
    traits->subgroup = 0;
    traits->batch = 0;
    traits->shared_bytes = bytes;
    t.traits = traits;
    return t;
}

static void tiles_are_made_to_fit(void **state)
{
    (void)state;
    static const int bytes[] = {65536, 24576, 12288, 6144, 3072};
    static const struct {
        int heads, keys, width;
    } row[] = {{16, 32, 128}, {8, 24, 128}, {4, 17, 256}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        for (size_t b = 0; b < sizeof bytes / sizeof *bytes; b++) {
            ts_simt_traits traits;
            ts_target t = with_memory(&traits, bytes[b]);
            char where[80];
            ts_simt *form =
                lower_well(twice(row[i].heads, row[i].keys, row[i].width, 0.5, false), &t, true);
            snprintf(where, sizeof where, "case %zu in %d bytes", i, bytes[b]);
            assert_true(4 * form->shared <= bytes[b]);
            check_twice(form, row[i].heads, row[i].keys, row[i].width, 0.5, where);
            ts_simt_free(form);
        }
}

/* Sums of opaque units in shared memory, and behind a barrier the copy of the tile in their place. */
static void sums_are_read_by_other_threads(void **state)
{
    (void)state;
    ts_simt_traits traits;
    ts_target t = with_unit(OPAQUE, &traits);
    for (int keys = 16; keys <= 32; keys += 16) {
        ts_simt *form = lower_well(twice(32, keys, 64, 1, false), &t, true);
        assert_true(count(form, TS_S_UNLOAD, TS_add_) > 0);
        check_twice(form, 32, keys, 64, 1, "read by others");
        ts_simt_free(form);
    }
}

/* Where the sums have no place in shared memory, the product is one of threads, which still finds its operands there. */
static void units_give_way(void **state)
{
    (void)state;
    ts_simt_traits traits;
    ts_target t = with_unit(OPAQUE, &traits);
    const shape s = {64, 64, 32, 70, 64, 64, TS_bf16, TS_bf16, true};
    for (int bytes = 16384; bytes <= 32768; bytes *= 2) {
        traits.shared_bytes = bytes;
        ts_simt *form = lower_well(product(&s), &t, true);
        assert_int_equal(count(form, TS_S_UNLOAD, TS_add_) > 0, bytes > 16384);
        if (bytes == 16384) assert_int_equal(form->shared, 2 * 64 * 16);
        compare(&s, form, "units that give way");
        ts_simt_free(form);
    }
}

/* What is overwritten before its last use cannot be read again. */
static void nothing_is_read_again_behind_a_store(void **state)
{
    (void)state;
    ts_simt_traits traits;
    ts_target roomy = with_memory(&traits, 65536);
    ts_simt *form = lower_well(twice(16, 32, 128, 0.5, true), &roomy, true);
    check_twice(form, 16, 32, 128, 0.5, "overwritten");
    ts_simt_free(form);
    ts_error err = {0};
    ts_target t = with_memory(&traits, 6144);
    assert_null(lower(twice(16, 32, 128, 0.5, true), &t, true, &err));
    assert_non_null(strstr(err.text, "bytes of shared memory"));
    assert_null(strchr(err.text, '\n'));
}

/* o = x w of a row and a column of 256, which lies along the threads as the row does. */
static void a_column_is_made_to_fit(void **state)
{
    (void)state;
    ts_error err = {0};
    ts_simt_traits traits;
    ts_target t = with_memory(&traits, 1536);
    ts_kern *k = ts_begin("column");
    ts_val n = i32(k, 256), one = i32(k, 1), zero = i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f8e4m3, one, n);
    ts_view w = ts_arg2(k, TS_IN, "w", TS_f8e4m3, n, one);
    ts_view o = ts_arg2(k, TS_OUT, "o", TS_f32, one, one);
    ts_val a = ts_loadf2(x, zero, zero, 1, 256), b = ts_loadf2(w, zero, zero, 256, 1);
    ts_store2(o, zero, zero, ts_dot(ts_mulk(a, 2), ts_mulk(b, 4), (ts_val){0}));
    ts_simt *form = lower_well(k, &t, false);
    matrix p = make(1, 256, TS_f8e4m3, 1), q = make(256, 1, TS_f8e4m3, 5),
           r = make(1, 1, TS_f32, 9);
    void *buffer[] = {p.codes, q.codes, r.codes};
    const size_t bytes[] = {p.bytes, q.bytes, r.bytes};
    struct ts_simt_launch launch = {.buffer = buffer, .bytes = bytes, .groups = 1, .seed = 3};
    if (ts_simt_run(form, &launch, &err)) fail_msg("%s", err.text);
    double want = 0;
    for (int i = 0; i < 256; i++) want += 8 * p.x[i] * q.x[i];
    assert_true((double)*(float *)r.codes == want);
    ts_simt_free(form);
    drop(&p);
    drop(&q);
    drop(&r);
}

/* Sums over the rows (axis 0) or columns of a product that one subgroup above the others has: a thread has fewer rows
 * than there are. */
static ts_kern *reduced(int axis)
{
    ts_kern *k = ts_begin("reduced");
    ts_val rows = ts_size(k, "rows"), cols = ts_size(k, "cols"), zero = i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_bf16, rows, i32(k, 32));
    ts_view w = ts_arg2(k, TS_IN, "w", TS_bf16, cols, i32(k, 32));
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, axis ? rows : cols);
    ts_val m = ts_program(rows, 16), n = ts_program(cols, 64);
    ts_val all =
        ts_dot_t(ts_loadf2(x, m, zero, 16, 32), ts_loadf2(w, n, zero, 64, 32), (ts_val){0});
    ts_store(y, axis ? m : n, ts_sum(all, axis));
    return k;
}

static void check_reduced(const ts_simt *form, int axis)
{
    ts_error err = {0};
    matrix x = make(16, 32, TS_bf16, 1), w = make(64, 32, TS_bf16, 5), y = make(1, 64, TS_f32, 9);
    void *buffer[] = {x.codes, w.codes, y.codes};
    const size_t bytes[] = {x.bytes, w.bytes, axis ? 64 : y.bytes};
    const int32_t size[] = {16, 64};
    struct ts_simt_launch launch = {
        .buffer = buffer, .bytes = bytes, .size = size, .groups = 1, .seed = 3};
    if (ts_simt_run(form, &launch, &err)) fail_msg("%s", err.text);
    for (int i = 0; i < (axis ? 16 : 64); i++) {
        double want = 0;
        for (int j = 0; j < (axis ? 64 : 16) * 32; j++)
            want += axis ? x.x[i * 32 + j % 32] * w.x[j] : x.x[j] * w.x[i * 32 + j % 32];
        assert_true((double)((float *)y.codes)[i] == want);
    }
    drop(&x);
    drop(&w);
    drop(&y);
}

static void products_of_units_are_reduced(void **state)
{
    (void)state;
    static const char *const names[] = {"cuda", "hip:wave64", "hip:wave32"};
    for (int i = 0; i < 6; i++) {
        ts_simt *form = lower_well(reduced(i % 2), ts_target_find(names[i / 2], NULL), i % 2);
        assert_true(count(form, TS_S_MULTIPLY, TS_add_) > 0);
        check_reduced(form, i % 2);
        ts_simt_free(form);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_right),
        cmocka_unit_test(units_leave_nothing_out),
        cmocka_unit_test(matrix_units_compute_the_same),
        cmocka_unit_test(rows_of_blocks_are_summed),
        cmocka_unit_test(chains_are_short),
        cmocka_unit_test(bytes_have_whole_sums),
        cmocka_unit_test(what_a_cast_rounds_is_no_units),
        cmocka_unit_test(only_what_matrix_units_take),
        cmocka_unit_test(a_thread_has_a_block),
        cmocka_unit_test(registers_are_shared),
        cmocka_unit_test(narrow_elements_stay_narrow),
        cmocka_unit_test(tiles_are_made_to_fit),
        cmocka_unit_test(sums_are_read_by_other_threads),
        cmocka_unit_test(units_give_way),
        cmocka_unit_test(a_column_is_made_to_fit),
        cmocka_unit_test(nothing_is_read_again_behind_a_store),
        cmocka_unit_test(products_of_units_are_reduced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
