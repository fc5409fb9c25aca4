/* test_product.c - kernels/product.h: products of many rows and of a few, on every cpu variant of this
 * machine and on any number of threads, against the interpreter; a row alone against itself among others.
 *
 * Elements are small integers, so sums are the same in whatever order, and so must be the bits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kernels/product.h"
#include "test/lane/rig.h"
#include "test/rt/quick_cc.h"

/* ---- kernels ---- */

enum { MOST_ROWS = 29 }; /* of rows_tried */

typedef struct unit {
    const char *name;
    ts_dtype x, w;
    int n, k, tm, tn, tk;
    bool ends; /* adds what is in r and stores that */
    int share; /* elements of a row of w that have a scale; 0: there are none */
} unit;

static const unit units[] = {
    {"whole", TS_f32, TS_f32, 64, 64, 4, 32, 32, false, 0},
    {"one_block", TS_f32, TS_bf16, 48, 64, 4, 16, 64, true, 0},
    {"tails", TS_f32, TS_bf16, 37, 83, 6, 16, 32, false, 0},
    {"two_blocks", TS_bf16, TS_f16, 50, 40, 5, 24, 24, true, 0},
    {"wide", TS_f32, TS_f32, 70, 96, 13, 48, 32, true, 0},
    {"narrow", TS_f32, TS_bf16, 9, 33, 3, 3, 16, false, 0},
    {"scaled", TS_f32, TS_i8, 48, 128, 4, 16, 128, true, 32},
    {"scaled_blocks", TS_f32, TS_i4, 48, 192, 9, 24, 64, false, 32},
    {"scaled_tails", TS_f32, TS_i8, 37, 83, 6, 16, 96, false, 32},
    {"scaled_rest", TS_f32, TS_f4e2m1, 21, 150, 3, 8, 64, true, 32},
    {"scaled_once", TS_f32, TS_i8, 20, 64, 4, 12, 32, false, 32},
    {"scaled_close", TS_f32, TS_i4, 20, 50, 4, 12, 20, false, 4},
    {"scaled_odd", TS_f32, TS_f4e2m1, 20, 64, 9, 12, 24, false, 6},
    {"one_tile", TS_f32, TS_bf16, 20, 83, 32, 8, 24, true, 0},
    {"one_scaled", TS_f32, TS_i8, 16, 64, 29, 8, 32, false, 32},
    {"one_long", TS_f32, TS_bf16, 8, 4500, 29, 8, 64, true, 0},
};
static const int rows_tried[] = {1, 7, MOST_ROWS}, few_rows[] = {1, 3, TS_PRODUCT_FEW};
enum { UNITS = sizeof units / sizeof *units, FEW = sizeof few_rows / sizeof *few_rows };

static void add(const ts_product *p, ts_val m, ts_val n, ts_val y, void *ctx)
{
    const ts_view *v = ctx; /* r, y */
    ts_store2(v[1], m, n, ts_add(y, ts_load2(v[0], m, n, p->tm, p->tn)));
}

static ts_kern *many(const unit *u)
{
    ts_kern *k = ts_begin(u->name);
    ts_val m = ts_size(k, "m"), n = ts_i32(k, u->n), inner = ts_i32(k, u->k);
    ts_product p = {
        .rows = m, .k = u->k, .tm = u->tm, .tn = u->tn, .tk = u->tk, .one = u->tm >= MOST_ROWS};
    p.x = ts_arg2(k, TS_IN, "x", u->x, m, inner);
    p.w = ts_arg2(k, TS_IN, "w", u->w, n, inner);
    p.sums = ts_arg2(k, TS_INOUT, "y", TS_f32, m, n);
    p.share = u->share;
    if (u->share)
        p.scale = ts_arg2(k, TS_IN, "s", TS_bf16, n, ts_i32(k, (u->k + u->share - 1) / u->share));
    ts_view v[2] = {{0}};
    if (u->ends) v[0] = ts_arg2(k, TS_IN, "r", TS_f32, m, n);
    if (u->ends) v[1] = p.sums;
    ts_val at = ts_program(n, u->tn);
    ts_product_panel(&p, at, u->ends ? add : NULL, v);
    return k;
}

/* Products of bytes, exact: of both signs or of one, more than registers hold, with tails or without. */
static const struct bytes {
    const char *name;
    ts_dtype type;
    int n, k, tm, tn;
} bytes[] = {
    {"bytes", TS_i8, 64, 64, 6, 16},
    {"tails_of_bytes", TS_i8, 37, 83, 11, 20},
    {"unsigned_bytes", TS_u8, 24, 50, 3, 24},
};
enum { BYTES = sizeof bytes / sizeof *bytes };

static ts_kern *byte_product(const struct bytes *b)
{
    ts_kern *k = ts_begin(b->name);
    ts_val m = ts_size(k, "m"), n = ts_i32(k, b->n), inner = ts_i32(k, b->k), zero = ts_i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", b->type, m, inner);
    ts_view w = ts_arg2(k, TS_IN, "w", b->type, n, inner);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_i32, m, n);
    ts_val at = ts_program(n, b->tn), turned = ts_load2(w, at, zero, b->tn, b->k);
    for (ts_loop i = ts_upto(m, b->tm); ts_next(&i);)
        ts_store2(y, i.at, at,
                  ts_dot_t(ts_load2(x, i.at, zero, b->tm, b->k), turned,
                           ts_load2(y, i.at, at, b->tm, b->tn)));
    return k;
}

static ts_kern *few(int rows)
{
    char name[16];
    snprintf(name, sizeof name, "few%d", rows);
    ts_kern *k = ts_begin(name);
    int wide = 8 * rows + 260; /* slots of a row: more than are unrolled */
    ts_val n = ts_i32(k, 21), inner = ts_i32(k, wide);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, ts_i32(k, rows), inner);
    ts_view w = ts_arg2(k, TS_IN, "w", TS_bf16, n, inner);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, ts_i32(k, rows), n);
    ts_val at = ts_program(n, 5), sums = ts_product_few(w, x, at, rows, 5, wide, 200);
    ts_store2(y, ts_i32(k, 0), at, sums);
    return k;
}

enum { SIZED = UNITS + BYTES, KERNELS = SIZED + FEW };
static ts_kern *kernels[KERNELS];

static ts_kern *kernel(int i)
{
    if (i < UNITS) return many(&units[i]);
    return i < SIZED ? byte_product(&bytes[i - UNITS]) : few(few_rows[i - SIZED]);
}

static int build(void **state)
{
    (void)state;
    for (int i = 0; i < KERNELS; i++) {
        ts_error err = {0};
        kernels[i] = kernel(i);
        if (ts_finish(kernels[i], &err)) fail_msg("%s", err.text);
    }
    return 0;
}

static int drop(void **state)
{
    (void)state;
    for (int i = 0; i < KERNELS; i++) ts_free(kernels[i]);
    return 0;
}

/* ---- data ---- */

/* Bytes are of their whole range, the least of them included. */
static double number(ts_dtype t, size_t i)
{
    if (t == TS_i8) return (double)(i % 263 % 256) - 128;
    return t == TS_u8 ? (double)(i % 263 % 256) : (double)(i % 97 % 15) - 7;
}

static void fill(struct ts_gen_data *d, const ts_kern *k, int rows)
{
    *d = (struct ts_gen_data){.sizes = ts_kernel_size(k, 0) ? 1 : 0};
    d->size[0] = rows;
    ts_param p;
    for (int i = 0; ts_kernel_param(k, i, &p); i++) {
        size_t n = 1;
        for (int e = 0; e < p.rank; e++) n *= p.dim[e] ? p.dim[e] : (size_t)rows;
        d->name[i] = p.name, d->type[i] = p.type, d->elements[i] = n;
        d->bytes[i] = ts_storage(p.type, n);
        d->buffer[i] = calloc(1, d->bytes[i] + 1);
        assert_non_null(d->buffer[i]);
        for (size_t e = 0; e < n; e++)
            ts_place(p.type, d->buffer[i], e,
                     ts_encode(p.type, number(p.type, e * 577 + (size_t)i * 11)));
        d->params++;
    }
}

static void run(struct ts_rig *rig, const ts_kern *k, struct ts_gen_data *d)
{
    ts_error err = {0};
    if (ts_rig_run(rig, k, d, &err)) fail_msg("%s: %s", ts_kernel_name(k), err.text);
}

static void same(const ts_kern *k, const struct ts_gen_data *want, const struct ts_gen_data *got)
{
    ts_error err = {0};
    if (ts_gen_compare(want, got, true, &err)) fail_msg("%s: %s", ts_kernel_name(k), err.text);
}

/* ---- tests ---- */

static double at(const struct ts_gen_data *d, int param, size_t i)
{
    return ts_decode(d->type[param], ts_fetch(d->type[param], d->buffer[param], i));
}

/* y = x w^T (+ r) by the formula; params are x, w, y and, if they are there, s and r. */
static void must_be_product(const unit *u, int rows, const struct ts_gen_data *is)
{
    enum { X, W, Y, S };
    int r = u->share ? S + 1 : S, groups = u->share ? (u->k + u->share - 1) / u->share : 0;
    for (int e = 0; e < rows * u->n; e++) {
        size_t m = (size_t)(e / u->n), n = (size_t)(e % u->n);
        double sum = u->ends ? at(is, r, (size_t)e) : 0;
        for (int k = 0; k < u->k; k++)
            sum += at(is, X, m * (size_t)u->k + (size_t)k) *
                   at(is, W, n * (size_t)u->k + (size_t)k) *
                   (u->share ? at(is, S, n * (size_t)groups + (size_t)(k / u->share)) : 1);
        if (at(is, Y, (size_t)e) != sum)
            fail_msg("%s, %d rows: y[%zu,%zu] is %g, not %g", u->name, rows, m, n,
                     at(is, Y, (size_t)e), sum);
    }
}

static void check_rows(struct ts_rig *rig, int i, int rows)
{
    ts_error err = {0};
    struct ts_gen_data want, got;
    fill(&want, kernels[i], rows);
    fill(&got, kernels[i], rows);
    if (ts_run(kernels[i], want.buffer, want.bytes, want.size, 0, &err)) fail_msg("%s", err.text);
    if (i < UNITS) must_be_product(&units[i], rows, &want);
    run(rig, kernels[i], &got);
    same(kernels[i], &want, &got);
    ts_gen_drop(&want);
    ts_gen_drop(&got);
}

static void products_are_right(void **state)
{
    (void)state;
    struct ts_rig rig;
    for (size_t nth = 0;; nth++) {
        ts_error err = {0};
        bool open = ts_rig_open(&rig, nth, 2, kernels, KERNELS, &err);
        if (ts_failed(&err)) fail_msg("%s", err.text);
        if (!open) break;
        for (int i = 0; i < SIZED; i++)
            for (int m = 0; m < 3; m++) check_rows(&rig, i, rows_tried[m]);
        for (int i = SIZED; i < KERNELS; i++) check_rows(&rig, i, 0);
        ts_rig_close(&rig);
    }
}

static void blocks_leave_nothing_over(void **state)
{
    (void)state;
    assert_int_equal(ts_product_block(1536, 256, 16), 256);
    assert_int_equal(ts_product_block(8960, 256, 16), 256);
    assert_int_equal(ts_product_block(1536, 500, 16), 384);
    assert_int_equal(ts_product_block(64, 256, 16), 64);
    assert_int_equal(ts_product_block(100, 256, 16), 112);
    assert_int_equal(ts_product_block(8960, 256, 32), 256);
    assert_int_equal(ts_product_block(1536, 500, 32), 384);
    assert_int_equal(ts_product_block(83, 40, 32), 32);
    assert_int_equal(ts_product_block(131, 16, 32), 32);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_right),
        cmocka_unit_test(blocks_leave_nothing_over),
    };
    quick_cc(0);
    return cmocka_run_group_tests(tests, build, drop);
}
