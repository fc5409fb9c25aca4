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

#include "test/bench/lines.h"
#include "tool/sheet.h"

static ts_result line(void)
{
    ts_result r = ts_result_blank();
    r.bench = "decode";
    r.mode = "tg16";
    r.context = 8;
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

static int put(const ts_result *r, ts_error *err)
{
    ts_result added = r ? *r : ts_result_blank();
    if (!r) return ts_sheet_head(session, "tokens", err);
    return ts_session_add(session, &added, NULL, 0, err) ||
           ts_sheet_put(session, "tokens", NAN, err);
}

/* What is printed of a line, or of the heads where it is NULL. */
static const char *printed(const ts_result *r)
{
    static char text[1024];
    ts_error err = {0};
    int out = dup(STDOUT_FILENO);
    FILE *f = tmpfile();
    assert_true(out >= 0 && f);
    fflush(stdout);
    dup2(fileno(f), STDOUT_FILENO);
    int bad = put(r, &err);
    fflush(stdout);
    dup2(out, STDOUT_FILENO);
    close(out);
    if (bad) fail_msg("%s", err.text);
    rewind(f);
    text[fread(text, 1, sizeof text - 1, f)] = 0;
    fclose(f);
    return text;
}

static void columns_stand_below_their_heads(void **state)
{
    (void)state;
    const ts_result r = line();
    assert_string_equal(
        printed(NULL), "test                 tok/s       +-       p10       p90   n   MB/token     "
                       "GB/s  % of light [95 %]    bound\n");
    assert_string_equal(
        printed(&r), "tg16 @ 8          12345.60  500.000         -         -   9       2.50     "
                     "   -   96.1 [95.2, 96.4]   memory\n");
}

static void what_is_not_known_is_a_dash(void **state)
{
    (void)state;
    ts_result r = line();
    r.value = r.lo = r.n = r.bytes = r.sol = NAN;
    r.bound = NULL;
    r.dropped = 2;
    assert_string_equal(
        printed(&r), "tg16 @ 8                 -        -         -         -   -       0.00     "
                     "   -      -                -       2 dropped\n");
    r.noisy = 1;
    assert_non_null(strstr(printed(&r), " noisy\n"));
}

/* A step of several sequences has a row below. */
static void a_batch_says_what_each_has(void **state)
{
    (void)state;
    ts_result r = line();
    r.batch = 3;
    r.value = 3000;
    const char *text = printed(&r);
    assert_memory_equal(text, "3 x tg16 @ 8 ", 13);
    assert_non_null(strstr(text, "\n  3 sequences: a step 1.000 ms, 1000.00 tok/s each\n"));
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
    const char *text = printed(&r);
    assert_memory_equal(text, "tg16 @ 8           refused: 110.0 % of", 38);
    assert_null(strstr(text, "12345"));
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
    assert_string_equal(printed(&r), "");
    r.verdict = "refused";
    r.why = "no";
    assert_string_equal(printed(&r), "");
    ts_sheet_mute(false);
    assert_string_not_equal(printed(NULL), "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stand_below_their_heads),
        cmocka_unit_test(what_is_not_known_is_a_dash),
        cmocka_unit_test(a_batch_says_what_each_has),
        cmocka_unit_test(what_was_refused_is_words),
        cmocka_unit_test(beside_json_nothing_is_printed),
    };
    return cmocka_run_group_tests(tests, begin_session, end_session);
}
