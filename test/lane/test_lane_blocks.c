/* test_lane_blocks.c - how long the text of a contraction is, whatever its tile: blocks are loops.
 *
 *     test_lane_blocks --emit TARGET      prints products of floats and of bytes, for check_products.sh */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lane/family.h"
#include "tessera/compile.h"
#include "tessera/device.h"
#include "tessera/tile.h"

static ts_view matrix(ts_kern *k, ts_mode mode, const char *name, ts_dtype t, int h, int w)
{
    return ts_arg2(k, mode, name, t, ts_i32(k, h), ts_i32(k, w));
}

/* One tile, of a b or a b^T. */
static ts_kern *tile(const char *name, ts_dtype t, int m, int n, int k, bool turned)
{
    ts_kern *kern = ts_begin(name);
    ts_val zero = ts_i32(kern, 0), none = {0};
    ts_view a = matrix(kern, TS_IN, "a", t, m, k);
    ts_view b = matrix(kern, TS_IN, "b", t, turned ? n : k, turned ? k : n);
    ts_view y = matrix(kern, TS_OUT, "y", t == TS_i8 ? TS_i32 : TS_f32, m, n);
    ts_val at = ts_load2(a, zero, zero, m, k);
    ts_val bt = ts_load2(b, zero, zero, turned ? n : k, turned ? k : n);
    ts_store2(y, zero, zero, turned ? ts_dot_t(at, bt, none) : ts_dot(at, bt, none));
    return kern;
}

/* Rows of a, as many as there are at launch, against a block of b. */
static ts_kern *panel(const char *name, ts_dtype t, int m, int n, int k)
{
    ts_kern *kern = ts_begin(name);
    ts_val rows = ts_size(kern, "rows"), zero = ts_i32(kern, 0), inner = ts_i32(kern, k);
    ts_view a = ts_arg2(kern, TS_IN, "a", t, rows, inner);
    ts_view b = matrix(kern, TS_IN, "b", t, 8 * n, k);
    ts_view y = ts_arg2(kern, TS_OUT, "y", t == TS_i8 ? TS_i32 : TS_f32, rows, ts_i32(kern, 8 * n));
    ts_val p = ts_program(ts_i32(kern, 8 * n), n), bt = ts_load2(b, p, zero, n, k);
    for (ts_loop i = ts_upto(rows, m); ts_next(&i);)
        ts_store2(y, i.at, p, ts_dot_t(ts_load2(a, i.at, zero, m, k), bt, (ts_val){0}));
    return kern;
}

/* The text of a finished kernel behind the prelude; frees the kernel. */
static char *text_of(ts_kern *k, const ts_target *target, char **whole)
{
    ts_error err = {0};
    size_t bytes;
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    *whole = ts_emit(&k, 1, target, &bytes, &err);
    if (!*whole) fail_msg("%s", err.text);
    char *end = strstr(*whole, "end of the prelude");
    assert_non_null(end);
    ts_free(k);
    char *unit = strstr(end, "end of the part for a matrix unit");
    return unit ? unit : end;
}

extern const ts_target ts_cpu_amx, ts_cpu_avx512, ts_cpu_avx2, ts_cpu_generic;
static const ts_target *const targets[] = {&ts_cpu_amx, &ts_cpu_avx512, &ts_cpu_avx2,
                                           &ts_cpu_generic};
enum { TARGETS = sizeof targets / sizeof *targets };

static size_t count(const char *text, char c)
{
    size_t n = 0;
    for (; *text; text++) n += *text == c;
    return n;
}

static const struct size {
    const char *name;
    ts_dtype t;
    int m, n, k;
    bool turned;
} sizes[] = {
    {"plain", TS_f32, 256, 64, 256, false}, {"turned", TS_f32, 256, 64, 256, true},
    {"narrow", TS_bf16, 64, 16, 512, true}, {"cubes", TS_f32, 128, 128, 128, false},
    {"bytes", TS_i8, 64, 48, 256, true},    {"few", TS_f32, 7, 33, 1000, true},
    {"odd", TS_bf16, 61, 37, 101, true},    {"odd_rows", TS_f32, 61, 37, 101, false},
};

/* Statements: what ends with a semicolon. */
static void text_does_not_grow_with_tiles(void **state)
{
    (void)state;
    enum { BYTES = 36 << 10, STATEMENTS = 600 };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (int t = 0; t < TARGETS; t++) {
            const struct size *s = &sizes[i];
            char *whole, *text = text_of(tile(s->name, s->t, s->m, s->n, s->k, s->turned),
                                         targets[t], &whole);
            if (strlen(text) > BYTES || count(text, ';') > STATEMENTS)
                fail_msg("%s for %s: %zu bytes, %zu statements", s->name, targets[t]->name,
                         strlen(text), count(text, ';'));
            free(whole);
        }
}

/* Twice the tile each way: the same text but for its numbers, and a FOR where there was one turn. */
static void a_larger_tile_is_no_more_text(void **state)
{
    (void)state;
    for (int t = 0; t < TARGETS; t++)
        for (int turned = 0; turned < 2; turned++) {
            char *one, *two;
            char *a = text_of(tile("tile", TS_f32, 48, 96, 64, turned), targets[t], &one);
            char *b = text_of(tile("tile", TS_f32, 96, 192, 128, turned), targets[t], &two);
            assert_true(count(b, ';') <= count(a, ';') + 4);
            free(one);
            free(two);
        }
}

/* ---- what stays in registers ---- */

typedef struct sums {
    int rows, slots;
} sums;

/* The most rows and slots of sums that a text declares: t0_0, t0_1 ... */
static sums most_sums(const char *text)
{
    sums most = {0, 0};
    for (const char *at = text; (at = strstr(at, " t")); at++) {
        int row, slot, end = 0;
        if (sscanf(at, " t%d_%d =%n", &row, &slot, &end) < 2 || !end) continue;
        if (row >= most.rows) most.rows = row + 1;
        if (slot >= most.slots) most.slots = slot + 1;
    }
    return most;
}

static sums sums_of(ts_dtype t, const ts_target *target, int m, int n)
{
    char *whole, *text = text_of(tile("tile", t, m, n, 32, true), target, &whole);
    sums most = most_sums(text);
    free(whole);
    return most;
}

/* Sums, a row of b and an element of a, whatever the tile; a product of bytes, too. */
static void a_block_fits_the_registers(void **state)
{
    static const ts_dtype type[] = {TS_f32, TS_i8};
    (void)state;
    for (int i = 0; i < 2 * TARGETS; i++) {
        const ts_target *target = targets[i / 2];
        const ts_lane_traits *has = ts_lane_traits_of(target);
        int registers = has->registers - (type[i % 2] == TS_i8), found = 0;
        for (int m = 9; m < 40; m += 5)
            for (int slots = 1; slots < 9; slots++) {
                sums s = sums_of(type[i % 2], target, m, slots * has->vector_bytes / 4);
                if ((s.rows + 1) * s.slots >= registers)
                    fail_msg("%s, %d x %d: %d x %d sums", target->name, m, slots, s.rows, s.slots);
                found += s.rows > 1;
            }
        assert_true(found > 20);
    }
}

/* The fewest cycles and then the fewest loads; 13 x 3 in one column, since a row that is left over of 4 x 3 waits for
 * its own sums. */
static void blocks_are_as_large_as_pays(void **state)
{
    static const struct {
        const ts_target *target;
        ts_dtype t;
        int m, slots;
        sums want;
    } each[] = {{&ts_cpu_avx512, TS_f32, 48, 3, {8, 3}},  {&ts_cpu_avx512, TS_f32, 48, 6, {4, 6}},
                {&ts_cpu_avx2, TS_f32, 48, 3, {4, 3}},    {&ts_cpu_avx2, TS_f32, 10, 6, {5, 2}},
                {&ts_cpu_avx2, TS_f32, 13, 3, {13, 1}},   {&ts_cpu_avx2, TS_f32, 10, 3, {4, 3}},
                {&ts_cpu_generic, TS_f32, 48, 3, {4, 3}}, {&ts_cpu_avx512, TS_i8, 48, 2, {12, 2}},
                {&ts_cpu_avx2, TS_i8, 48, 2, {6, 2}},     {&ts_cpu_generic, TS_i8, 48, 2, {6, 2}}};
    (void)state;
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        int n = each[i].slots * ts_lane_traits_of(each[i].target)->vector_bytes / 4;
        sums s = sums_of(each[i].t, each[i].target, each[i].m, n), want = each[i].want;
        if (s.rows != want.rows || s.slots != want.slots)
            fail_msg("%s, %d x %d: %d x %d sums", each[i].target->name, each[i].m, each[i].slots,
                     s.rows, s.slots);
    }
}

static int emit(const char *name)
{
    ts_error err = {0};
    const ts_target *target = ts_target_find(name, &err);
    if (!target) return fprintf(stderr, "%s\n", err.text), 1;
    const ts_lane_traits *traits = ts_lane_traits_of(target);
    int lanes = traits->vector_bytes / 4;
    ts_kern *k[] = {traits->unit ? panel("squares", TS_bf16, 32, 64, 256)
                                 : panel("floats", TS_f32, lanes == 16 ? 8 : 4, 3 * lanes, 256),
                    panel("bytes", TS_i8, lanes == 16 ? 12 : 6, 2 * lanes, 256)};
    size_t bytes;
    char *text = NULL;
    if (!ts_finish(k[0], &err) && !ts_finish(k[1], &err))
        text = ts_emit(k, 2, target, &bytes, &err);
    if (text) fwrite(text, 1, bytes, stdout);
    if (!text) fprintf(stderr, "%s\n", err.text);
    free(text);
    ts_free(k[0]);
    ts_free(k[1]);
    return !text;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_does_not_grow_with_tiles),
        cmocka_unit_test(a_larger_tile_is_no_more_text),
        cmocka_unit_test(a_block_fits_the_registers),
        cmocka_unit_test(blocks_are_as_large_as_pays),
    };
    if (argc == 3 && !strcmp(argv[1], "--emit")) return emit(argv[2]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
