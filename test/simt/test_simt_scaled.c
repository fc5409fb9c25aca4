/* test_simt_scaled.c - products of f4e2m1 with scales by matrix units: what is one, and that it is the formula's.
 *
 * Data are those of the random kernels (test/tile/gen.h), of which all sums are exact. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "simt/cuda_like.h"
#include "simt/lower.h"
#include "test/simt/gen_dots.h"
#include "test/simt/simt_run.h"
#include "test/tile/gen.h"

enum { X, W, Y, X_SCALE, W_SCALE }; /* params */

static double element(const struct ts_gen_data *d, int codes, int scales, size_t row, size_t col,
                      const ts_scaled_dot *s)
{
    size_t groups = (size_t)((s->deep + s->shared - 1) / s->shared);
    size_t at = row * groups + col / (size_t)s->shared;
    double by = ts_decode(s->scale, ts_fetch(s->scale, d->buffer[scales], at));
    return ts_decode(TS_f4e2m1,
                     ts_fetch(TS_f4e2m1, d->buffer[codes], row * (size_t)s->deep + col)) *
           (s->sign ? fabs(by) : by);
}

static void compare(const struct ts_gen_data *d, const ts_scaled_dot *s)
{
    for (int i = 0; i < s->rows * s->cols; i++) {
        double want = 0.5;
        for (size_t k = 0; k < (size_t)s->deep; k++)
            want += element(d, X, X_SCALE, (size_t)(i / s->cols), k, s) *
                    element(d, W, W_SCALE, (size_t)(i % s->cols), k, s);
        float got = ((float *)d->buffer[Y])[i];
        bool same = isnan(want) ? isnan(got) : (double)got == want;
        if (!same) fail_msg("element %d is %.9g, not %.9g", i, (double)got, want);
    }
}

static int multiplies(const ts_simt *s)
{
    int n = 0;
    for (uint32_t v = 1; v < s->n; v++) n += s->i[v].op == TS_S_MULTIPLY;
    return n;
}

static int loads_of(const ts_simt *s, int param)
{
    int n = 0;
    for (uint32_t v = 1; v < s->n; v++) n += s->i[v].op == TS_S_LOAD && s->i[v].n == param;
    return n;
}

/* Runs a form and compares it with s. */
static void run(const ts_simt *form, struct ts_gen_data *d, const ts_scaled_dot *s)
{
    ts_error err = {0};
    struct ts_simt_launch l = {
        .buffer = d->buffer, .bytes = d->bytes, .size = d->size, .groups = 2, .seed = 3};
    if (ts_simt_run(form, &l, &err)) fail_msg("%s", err.text);
    compare(d, s);
}

/* The form of k, which becomes what is folded. */
static ts_simt *form_of(ts_kern **k, int unit, bool wide)
{
    ts_error err = {0};
    if (ts_finish(*k, &err)) fail_msg("%s", err.text);
    ts_kern *folded = ts_fold(*k);
    ts_free(*k);
    *k = folded;
    ts_simt *form = ts_simt_lower(folded, ts_unit_target(unit), wide, NULL, &err);
    if (!form) fail_msg("%s", err.text);
    return form;
}

/* How many MULTIPLYs the form of k has; it is run and compared with s. */
static int checked_kernel(ts_kern *k, const ts_scaled_dot *s, int unit, bool wide)
{
    struct ts_gen_data d;
    ts_simt *form = form_of(&k, unit, wide);
    assert_true(ts_gen_fill(&d, k, 7));
    run(form, &d, s);
    int n = multiplies(form);
    if (wide && n && s->deep % 32 == 0) /* codes come 16 bytes at a time */
        assert_int_equal(loads_of(form, X) + loads_of(form, W), 0);
    ts_gen_drop(&d);
    ts_simt_free(form);
    ts_free(k);
    return n;
}

static int checked(const ts_scaled_dot *s, int unit, bool wide)
{
    return checked_kernel(ts_scaled_dots(s), s, unit, wide);
}

#define MX                TS_MXFP4_SHARE, TS_f8e8m0, TS_AS_IT_IS
#define NV(first_or_last) TS_NVFP4_SHARE, TS_f8e4m3, TS_ABS_##first_or_last
static const ts_scaled_dot shapes[] = {
    {16, 16, 64, 16, 16, 64, false, MX},         {40, 70, 128, 32, 64, 64, true, MX},
    {64, 64, 256, 64, 32, 128, false, MX},       {33, 32, 256, 16, 32, 256, true, MX},
    {32, 32, 120, 32, 32, 64, false, MX},        {16, 16, 64, 16, 16, 64, false, NV(FIRST)},
    {40, 70, 128, 32, 64, 64, true, NV(LAST)},   {64, 64, 256, 64, 32, 128, false, NV(LAST)},
    {33, 32, 256, 16, 32, 256, true, NV(FIRST)}, {32, 32, 120, 32, 32, 64, false, NV(FIRST)},
};

static void units_multiply_by_scales(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (int wide = 0; wide < 2; wide++) assert_true(checked(&shapes[i], 0, wide) > 0);
}

/* Units of others, scales of other shares or types or with a sign, and k that are not whole. */
static void others_do_not(void **state)
{
    (void)state;
    static const ts_scaled_dot row[] = {
        {32, 32, 64, 32, 32, 64, false, 16, TS_f8e8m0, TS_AS_IT_IS},
        {32, 32, 64, 32, 32, 64, false, 32, TS_f8e4m3, TS_ABS_FIRST},
        {32, 32, 64, 32, 32, 64, false, 16, TS_f8e4m3, TS_AS_IT_IS},
        {32, 32, 96, 32, 32, 96, false, MX},
        {32, 32, 96, 32, 32, 96, false, NV(FIRST)}};
    for (int unit = 1; unit < TS_UNIT_TARGETS; unit++) {
        assert_int_equal(checked(&shapes[0], unit, false), 0);
        assert_int_equal(checked(&shapes[5], unit, false), 0);
    }
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        assert_int_equal(checked(&row[i], 0, true), 0);
}

/* One element of a row of x is 1, all of w are, and so are all scales but that element's, which has each code once. */
static void scales_of_all_codes(struct ts_gen_data *d, int first)
{
    enum { ROWS = 16, DEEP = 64, ONE = 2, SCALE_ONE = 0x38, GROUPS = DEEP / TS_NVFP4_SHARE };
    memset(d->buffer[X], 0, ROWS * DEEP / 2);
    memset(d->buffer[W], ONE << 4 | ONE, ROWS * DEEP / 2);
    memset(d->buffer[X_SCALE], SCALE_ONE, ROWS * GROUPS);
    memset(d->buffer[W_SCALE], SCALE_ONE, ROWS * GROUPS);
    for (int row = 0; row < ROWS; row++) {
        int at = (row * 5 + first) % DEEP, scale = row * GROUPS + at / TS_NVFP4_SHARE;
        ts_place(TS_f4e2m1, d->buffer[X], (size_t)(row * DEEP + at), ONE);
        ts_place(TS_f8e4m3, d->buffer[X_SCALE], (size_t)scale, (uint32_t)(first + row));
    }
}

static void scales_have_no_sign(void **state)
{
    (void)state;
    const ts_scaled_dot *s = &shapes[5];
    struct ts_gen_data d;
    ts_kern *k = ts_scaled_dots(s);
    ts_simt *form = form_of(&k, 0, true);
    assert_true(multiplies(form) > 0);
    assert_true(ts_gen_fill(&d, k, 7));
    for (int first = 0; first < 256; first += 16) {
        scales_of_all_codes(&d, first);
        run(form, &d, s);
    }
    ts_gen_drop(&d);
    ts_simt_free(form);
    ts_free(k);
}

/* x is in a variable when it is multiplied by its scales, and other numbers when it meets w. */
static void what_changes_is_multiplied_before(void **state)
{
    (void)state;
    const ts_scaled_dot s = {32, 32, 64, 32, 32, 64, false, MX};
    ts_kern *k = ts_begin("changes");
    ts_val n = ts_i32(k, 32), deep = ts_i32(k, 64), two = ts_i32(k, 2), zero = ts_i32(k, 0);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f4e2m1, n, deep);
    ts_view w = ts_arg2(k, TS_IN, "w", TS_f4e2m1, n, deep);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, n, n);
    ts_view of_x = ts_arg2(k, TS_IN, "x_scale", TS_f8e8m0, n, two);
    ts_view of_w = ts_arg2(k, TS_IN, "w_scale", TS_f8e8m0, n, two);
    ts_view rest = ts_arg2(k, TS_OUT, "rest", TS_f32, n, deep);
    ts_var v = ts_var2(ts_f32(k, 0), 32, 64);
    ts_set(v, ts_loadf2(x, zero, zero, 32, 64));
    ts_val a = ts_cast(ts_cast(ts_get(v), TS_f4e2m1), TS_f32);
    a = ts_mul(a, ts_repeat(ts_loadf2(of_x, zero, zero, 32, 2), TS_MXFP4_SHARE));
    ts_set(v, ts_splat2(ts_f32(k, 3), 32, 64));
    ts_val b = ts_mul(ts_loadf2(w, zero, zero, 32, 64),
                      ts_repeat(ts_loadf2(of_w, zero, zero, 32, 2), TS_MXFP4_SHARE));
    ts_store2(y, zero, zero, ts_dot_t(a, b, ts_splat2(ts_f32(k, 0.5), 32, 32)));
    ts_store2(rest, zero, zero, ts_get(v));
    assert_int_equal(checked_kernel(k, &s, 0, true), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_multiply_by_scales),
        cmocka_unit_test(others_do_not),
        cmocka_unit_test(scales_have_no_sign),
        cmocka_unit_test(what_changes_is_multiplied_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
