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

typedef struct unit {
    const char *name;
    ts_dtype x, w;
    int n, k, tm, tn, tk;
    bool ends; /* adds what is in r and stores that */
    ts_kern *kern;
} unit;

static unit units[] = {
    {"whole", TS_f32, TS_f32, 64, 64, 4, 32, 32, false, NULL},
    {"one_block", TS_f32, TS_bf16, 48, 64, 4, 16, 64, true, NULL},
    {"tails", TS_f32, TS_bf16, 37, 83, 6, 16, 32, false, NULL},
    {"two_blocks", TS_bf16, TS_f16, 50, 40, 5, 24, 24, true, NULL},
    {"wide", TS_f32, TS_f32, 70, 96, 13, 48, 32, true, NULL},
    {"narrow", TS_f32, TS_bf16, 9, 33, 3, 3, 16, false, NULL},
};
static const int few_rows[] = {1, 3, TS_PRODUCT_FEW};
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
    ts_product p = {.rows = m, .k = u->k, .tm = u->tm, .tn = u->tn, .tk = u->tk};
    p.x = ts_arg2(k, TS_IN, "x", u->x, m, inner);
    p.w = ts_arg2(k, TS_IN, "w", u->w, n, inner);
    p.sums = ts_arg2(k, TS_INOUT, "y", TS_f32, m, n);
    ts_view v[2] = {{0}};
    if (u->ends) v[0] = ts_arg2(k, TS_IN, "r", TS_f32, m, n);
    if (u->ends) v[1] = p.sums;
    ts_val at = ts_program(n, u->tn);
    ts_product_panel(&p, at, u->ends ? add : NULL, v);
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

static ts_kern *kernels[UNITS + FEW];
enum { KERNELS = UNITS + FEW };

static int build(void **state)
{
    (void)state;
    for (int i = 0; i < KERNELS; i++) {
        ts_error err = {0};
        kernels[i] = i < UNITS ? many(&units[i]) : few(few_rows[i - UNITS]);
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
                     ts_encode(p.type, (double)((e * 577 + (size_t)i * 11) % 97 % 15) - 7));
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

static void check_rows(struct ts_rig *rig, int i, int rows)
{
    ts_error err = {0};
    struct ts_gen_data want, got;
    fill(&want, kernels[i], rows);
    fill(&got, kernels[i], rows);
    if (ts_run(kernels[i], want.buffer, want.bytes, want.size, 0, &err)) fail_msg("%s", err.text);
    run(rig, kernels[i], &got);
    same(kernels[i], &want, &got);
    ts_gen_drop(&want);
    ts_gen_drop(&got);
}

static void products_are_right(void **state)
{
    (void)state;
    static const int rows[] = {1, 7, 29};
    struct ts_rig rig;
    for (size_t nth = 0;; nth++) {
        ts_error err = {0};
        bool open = ts_rig_open(&rig, nth, 2, kernels, KERNELS, &err);
        if (ts_failed(&err)) fail_msg("%s", err.text);
        if (!open) break;
        for (int i = 0; i < UNITS; i++)
            for (int m = 0; m < 3; m++) check_rows(&rig, i, rows[m]);
        for (int i = UNITS; i < KERNELS; i++) check_rows(&rig, i, 0);
        ts_rig_close(&rig);
    }
}

static void blocks_leave_nothing_over(void **state)
{
    (void)state;
    assert_int_equal(ts_product_block(1536, 256), 256);
    assert_int_equal(ts_product_block(8960, 256), 256);
    assert_int_equal(ts_product_block(1536, 500), 384);
    assert_int_equal(ts_product_block(64, 256), 64);
    assert_int_equal(ts_product_block(100, 256), 112);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_right),
        cmocka_unit_test(blocks_leave_nothing_over),
    };
    quick_cc();
    return cmocka_run_group_tests(tests, build, drop);
}
