/* test_tunable.c - targets with the numbers that a machine wants (ts_target_tuned): what is taken, what is
 * refused, and that the texts follow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lane/family.h"
#include "tessera/suite.h"

static const ts_lane_traits *lane(const ts_target *t)
{
    return t->traits;
}

static void numbers_are_taken(void **state)
{
    (void)state;
    static const struct {
        const char *tuning;
        int streams, prefetch;
    } each[] = {{NULL, 2, 2048},
                {"", 2, 2048},
                {"streams=6", 6, 2048},
                {"prefetch=0", 2, 0},
                {"prefetch=16384,streams=1", 1, 16384},
                {"streams=8,prefetch=64", 8, 64},
                {"streams=3,streams=5", 5, 2048}};
    const ts_target *plain = ts_target_find("cpu:avx512", NULL);
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        ts_error err = {{0}};
        ts_target *t = ts_target_tuned(plain, each[i].tuning, &err);
        if (!t) fail_msg("%s", err.text);
        assert_int_equal(lane(t)->streams, each[i].streams);
        assert_int_equal(lane(t)->prefetch_bytes, each[i].prefetch);
        assert_int_equal(lane(t)->vector_bytes, 64);
        assert_string_equal(t->name, plain->name);
        free(t);
    }
    assert_int_equal(lane(plain)->streams, 2); /* copies are changed, and nothing else */
}

static void others_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[][3] = {
        {"cpu:avx512", "streams=9", "from 1 to 8, not \"streams=9\""},
        {"cpu:avx512", "streams=0", "streams= takes"},
        {"cpu:avx512", "streams=-1", "streams= takes"},
        {"cpu:avx512", "prefetch=100", "a multiple of 64 from 0 to 16384"},
        {"cpu:avx512", "prefetch=99999999999999999999", "prefetch= takes"},
        {"cpu:avx512", "streams=", "streams= takes"},
        {"cpu:avx512", "streams", "streams= takes"},
        {"cpu:avx512", "streams=2x", "streams= takes"},
        {"cpu:avx512", "streams=2;prefetch=0", "streams= takes"},
        {"cpu:avx512", "stream=2", "nothing to tune in \"stream=2\""},
        {"cpu:avx512", "streams=2,,prefetch=0", "nothing to tune in \"\""},
        {"cpu:avx512", "streams=2,speed=9", "nothing to tune in \"speed=9\""},
        {"cuda", "streams=2", "cuda has nothing to tune"},
        {"spirv", "prefetch=0", "spirv has nothing to tune"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ts_error err = {{0}};
        assert_null(ts_target_tuned(ts_target_find(wrong[i][0], NULL), wrong[i][1], &err));
        if (!strstr(err.text, wrong[i][2])) fail_msg("%s: %s", wrong[i][1], err.text);
    }
}

static char *emit(const char *tuning)
{
    ts_error err = {{0}};
    size_t bytes;
    const ts_kernel_def *def = ts_kernel_find("q_proj_matvec", NULL, &err);
    ts_shape *shape = ts_shape_new(def->suite, "1.5b", &err);
    ts_target *t = ts_target_tuned(ts_target_find("cpu:avx512", NULL), tuning, &err);
    char *text = ts_kernel_emit(&def, 1, shape, t, &bytes, &err);
    if (!text) fail_msg("%s", err.text);
    free(shape);
    free(t);
    return text;
}

static int count(const char *text, const char *part)
{
    int n = 0;
    for (; (text = strstr(text, part)); text += strlen(part)) n++;
    return n;
}

/* As many programs side by side as asked for, and as many prefetches for each. */
static void texts_follow(void **state)
{
    (void)state;
    for (int streams = 1; streams <= 6; streams++) {
        char tuning[64], last[32], next[32];
        snprintf(tuning, sizeof tuning, "streams=%d,prefetch=1024", streams);
        snprintf(last, sizeof last, "pid_%d", streams - 1);
        snprintf(next, sizeof next, "pid_%d", streams);
        char *text = emit(tuning);
        assert_non_null(strstr(text, last));
        assert_null(strstr(text, next));
        free(text);
    }
    char *with = emit("prefetch=2048"), *without = emit("prefetch=0");
    assert_true(count(with, "__builtin_prefetch") > 0);
    assert_int_equal(count(without, "__builtin_prefetch"), 0);
    free(with);
    free(without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_taken),
        cmocka_unit_test(others_are_refused),
        cmocka_unit_test(texts_follow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
