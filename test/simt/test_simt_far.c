/* test_simt_far.c - params of 2^31 elements and more: offsets of 64 bits, for these params alone.
 *
 * The buffers are address space of which a few rows are ever touched. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <cmocka.h>

#include "tessera/compile.h"
#include "test/simt/simt_run.h"
#include "test/simt/simt_targets.h"

enum { COLS = 1024, PICKED = 6, TILE = 64, PARTS = 4, PART = COLS / PARTS };

static ts_val i32(ts_kern *k, int x)
{
    return ts_i32(k, x);
}

/* y[i] = x[index[i]], `rows` rows of a dtype, by gathers of rows; by_row: by ts_row and plain loads
 * out of x[rows][PARTS][PART]. */
static ts_kern *pick(ts_dtype t, int rows, bool by_row)
{
    ts_kern *k = ts_begin("pick");
    ts_val n = i32(k, PICKED), cols = i32(k, COLS);
    ts_view x = by_row ? ts_arg3(k, TS_IN, "x", t, i32(k, rows), i32(k, PARTS), i32(k, PART))
                       : ts_arg2(k, TS_IN, "x", t, i32(k, rows), cols);
    ts_view at = ts_arg1(k, TS_IN, "at", TS_i32, n);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, n, cols);
    ts_val i = ts_program(n, 1), c = ts_program(cols, TILE);
    if (by_row) {
        ts_view part = ts_row(ts_row(x, ts_at(at, i)), ts_div(c, i32(k, PART)));
        ts_store(ts_row(y, i), c, ts_loadf(part, ts_rem(c, i32(k, PART)), TILE));
    } else {
        ts_val row = ts_splat1(ts_at(at, i), 1);
        ts_store2(y, i, c, ts_cast(ts_gather2(x, row, c, TILE), TS_f32));
    }
    return k;
}

/* Writes beyond 2^31 elements. */
static ts_kern *fill(int rows)
{
    ts_kern *k = ts_begin("fill");
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_u8, i32(k, rows), i32(k, COLS));
    ts_val r = ts_program(i32(k, rows), 1);
    ts_store(ts_row(y, r), i32(k, 0), ts_cast(ts_splat1(ts_i32(k, 7), TILE), TS_u8));
    return k;
}

static ts_kern *folded(ts_kern *k)
{
    ts_error err = {0};
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    ts_kern *f = ts_fold(k);
    ts_free(k);
    return f;
}

static ts_simt *lower(ts_kern *k, const ts_target *t, bool wide)
{
    ts_error err = {0};
    ts_kern *f = folded(k);
    ts_simt *form = ts_simt_lower(f, t, wide, NULL, &err);
    if (!form) fail_msg("%s: %s", t->name, err.text);
    ts_free(f);
    return form;
}

/* ---- right ---- */

static unsigned code_of(ts_dtype t, int row, int col)
{
    return ((unsigned)row * 31 + (unsigned)col * 7) % (t == TS_f4e2m1 ? 8 : 120);
}

static void write_row(unsigned char *x, ts_dtype t, int row)
{
    for (int c = 0; c < COLS; c++) {
        size_t at = (size_t)row * COLS + (size_t)c;
        unsigned code = code_of(t, row, c);
        if (t == TS_f4e2m1)
            x[at / 2] |= (unsigned char)(code << at % 2 * 4);
        else
            x[at] = (unsigned char)code;
    }
}

static void check(ts_dtype t, int rows, const ts_target *target, bool by_row, bool wide)
{
    ts_error err = {0};
    int32_t at[PICKED] = {0, rows - 1, rows / 2, rows - 5, 3, rows}; /* the last is not there */
    size_t bytes = ts_storage(t, (size_t)rows * COLS);
    unsigned char *x = mmap(NULL, bytes + 16, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    float *y = aligned_alloc(16, sizeof(float) * PICKED * COLS);
    if (x == MAP_FAILED) {
        printf("skipped: no address space of %zu bytes\n", bytes);
        free(y);
        return;
    }
    assert_non_null(y);
    for (int i = 0; i < PICKED - 1; i++) write_row(x, t, at[i]);
    void *buffer[] = {x, at, y};
    const size_t size[] = {bytes, sizeof at, sizeof(float) * PICKED * COLS};
    struct ts_simt_launch l = {.buffer = buffer, .bytes = size, .groups = 3, .seed = 1};
    ts_simt *form = lower(pick(t, rows, by_row), target, wide);
    if (ts_simt_run(form, &l, &err)) fail_msg("%s: %s", target->name, err.text);
    for (int i = 0; i < PICKED * COLS; i++) {
        int row = at[i / COLS];
        double want = row < rows ? ts_decode(t, code_of(t, row, i % COLS)) : 0;
        if ((double)y[i] != want)
            fail_msg("%s: row %d, column %d is %g, not %g", target->name, row, i % COLS,
                     (double)y[i], want);
    }
    ts_simt_free(form);
    munmap(x, bytes + 16);
    free(y);
}

static void rows_beyond_2_31_are_found(void **state)
{
    (void)state;
    for (int t = 0; t < SIMT_TARGETS; t++)
        for (int by_row = 0; by_row < 2; by_row++) {
            check(TS_u8, (1 << 21) + 5, &simt_targets[t], by_row, false);
            check(TS_f4e2m1, (1 << 22) + 5, &simt_targets[t], by_row, false);
        }
    check(TS_u8, (1 << 21) + 5, &simt_targets[1], true, true);
    check(TS_f8e4m3, (1 << 21) + 5, &simt_targets[2], true, true);
}

/* ---- only where it is needed ---- */

static int longs(const ts_simt *s)
{
    int n = 0;
    for (uint32_t v = 1; v < s->n; v++) n += s->i[v].type == TS_U64;
    return n;
}

static void other_params_stay_at_32_bits(void **state)
{
    (void)state;
    ts_simt *near = lower(pick(TS_u8, (1 << 21) - 1, true), &simt_targets[0], false);
    assert_int_equal(longs(near), 0);
    assert_false(near->param[0].far);
    ts_simt_free(near);
    ts_simt *far = lower(pick(TS_u8, 1 << 21, true), &simt_targets[0], false);
    assert_true(longs(far) > 0);
    for (int p = 0; p < far->params; p++) assert_int_equal(far->param[p].far, p == 0);
    ts_simt_free(far);
}

/* An index of another width than the param's is reported. */
static void widths_are_checked(void **state)
{
    (void)state;
    for (int p = 0; p < 3; p++) {
        ts_error err = {0};
        ts_simt *s = lower(pick(TS_u8, 1 << 21, true), &simt_targets[0], false);
        assert_int_equal(ts_simt_check(s, &err), 0);
        s->param[p].far = !s->param[p].far;
        assert_int_equal(ts_simt_check(s, &err), -1);
        assert_non_null(strstr(err.text, "is of type"));
        ts_simt_free(s);
    }
}

/* ---- texts ---- */

static char *emit(ts_kern *k, const char *target, size_t *bytes, ts_error *err)
{
    ts_error made = {0};
    if (ts_finish(k, &made)) fail_msg("%s", made.text);
    char *text = ts_emit(&k, 1, ts_target_find(target, err), bytes, err);
    ts_free(k);
    return text;
}

static void languages_spell_it(void **state)
{
    (void)state;
    static const struct {
        const char *target, *part;
    } row[] = {{"cuda", "(unsigned long long)"},
               {"hip", "(unsigned long long)"},
               {"musa", "(unsigned long long)"},
               {"opencl", "(ulong)"},
               {"msl", "(ulong)"},
               {"spirv", NULL}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        for (int store = 0; store < 2; store++) {
            ts_error err = {0};
            size_t bytes;
            ts_kern *k = store ? fill(1 << 21) : pick(TS_u8, 1 << 21, true);
            char *text = emit(k, row[i].target, &bytes, &err);
            if (!text) fail_msg("%s: %s", row[i].target, err.text);
            if (row[i].part && !strstr(text, row[i].part))
                fail_msg("no %s in\n%s", row[i].part, text);
            free(text);
        }
}

static void one_that_cannot_says_so(void **state)
{
    (void)state;
    ts_error err = {0};
    size_t bytes;
    assert_null(emit(pick(TS_u8, 1 << 21, true), "wgsl", &bytes, &err));
    assert_string_equal(err.text,
                        "kernel pick: x has 2147483648 elements, and wgsl has no integers of "
                        "64 bits to index them; split it into params of less than 2^31");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_beyond_2_31_are_found),
        cmocka_unit_test(other_params_stay_at_32_bits),
        cmocka_unit_test(widths_are_checked),
        cmocka_unit_test(languages_spell_it),
        cmocka_unit_test(one_that_cannot_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
