/* test_sheet.c - tables of measured lines: columns stand below their heads, what is not known is a dash, what was
 * refused is words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tool/sheet.h"

static const ts_sheet sheet[] = {{"test", 'l', -8, 0, 0},  {"ms", 'v', 7, 2, 1e-3},
                                 {"+-", 'h', 6, 1, 0},     {"n", 'n', 3, 0, 0},
                                 {"MB", 'M', 5, 1, 0},     {" light", 's', -20, 0, 0},
                                 {"bound", 'b', -7, 0, 0}, {"X", 'X', 6, 1, 0},
                                 {"", 'r', 0, 0, 0},       {0}};

static ts_result line(void)
{
    ts_result r = ts_result_blank();
    r.value = 12345.6;
    r.lo = 11000;
    r.hi = 12000;
    r.n = 9;
    r.bytes = 2.5e6;
    r.sol = 0.961;
    r.sol_lo = 0.952;
    r.sol_hi = 0.964;
    r.bound = "memory";
    return r;
}

/* What is printed of a row, or of the heads where it is NULL. */
static const char *printed(const ts_sheet_row *r)
{
    static char text[1024];
    int out = dup(STDOUT_FILENO);
    FILE *f = tmpfile();
    assert_true(out >= 0 && f);
    fflush(stdout);
    dup2(fileno(f), STDOUT_FILENO);
    if (r)
        ts_sheet_put(sheet, r);
    else
        ts_sheet_head(sheet);
    fflush(stdout);
    dup2(out, STDOUT_FILENO);
    close(out);
    rewind(f);
    text[fread(text, 1, sizeof text - 1, f)] = 0;
    fclose(f);
    return text;
}

static void columns_stand_below_their_heads(void **state)
{
    (void)state;
    const ts_result r = line();
    assert_string_equal(printed(NULL),
                        "test          ms     +-   n    MB  light               bound        X\n");
    assert_string_equal(printed(&(ts_sheet_row){.label = "tg16", .line = &r, .X = 7}),
                        "tg16       12.35  500.0   9   2.5   96.1 [95.2, 96.4]  memory     7.0\n");
}

static void what_is_not_known_is_a_dash(void **state)
{
    (void)state;
    ts_result r = ts_result_blank();
    r.dropped = 2;
    assert_string_equal(
        printed(&(ts_sheet_row){.label = "tg16", .line = &r, .X = NAN}),
        "tg16           -      -   -   0.0      -               -            - 2 dropped\n");
    r.noisy = 1;
    assert_non_null(strstr(printed(&(ts_sheet_row){.label = "a", .line = &r}), " noisy\n"));
}

/* In words, broken before 118 columns and indented. */
static void what_was_refused_is_words(void **state)
{
    (void)state;
    ts_result r = line();
    r.verdict = "refused";
    r.why = "110.0 % of what reading alone reaches in the same rounds: one of the two was "
            "disturbed, or "
            "bytes are counted that were not read; measure again on a quiet machine";
    const char *text = printed(&(ts_sheet_row){.label = "tg16", .line = &r});
    assert_memory_equal(text, "tg16               refused: 110.0 % of", 38);
    assert_null(strstr(text, "12.35"));
    for (const char *at = text, *next; *at; at = next) {
        next = at + strcspn(at, "\n") + 1;
        assert_true(next - at <= 119);
        if (at > text) assert_memory_equal(at, "                  ", 18);
    }
}

static void beside_json_nothing_is_printed(void **state)
{
    (void)state;
    ts_result r = line();
    ts_sheet_mute(true);
    assert_string_equal(printed(&(ts_sheet_row){.label = "tg16", .line = &r}), "");
    r.verdict = "refused";
    r.why = "no";
    assert_string_equal(printed(&(ts_sheet_row){.label = "tg16", .line = &r}), "");
    ts_sheet_mute(false);
    assert_string_not_equal(printed(NULL), "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stand_below_their_heads),
        cmocka_unit_test(what_is_not_known_is_a_dash),
        cmocka_unit_test(what_was_refused_is_words),
        cmocka_unit_test(beside_json_nothing_is_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
