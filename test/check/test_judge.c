/* test_judge.c - the judge of all numbers: NaN, infinities, signed zeros, narrow types, nothing at all. */
#include "check/judge.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tile/ir.h"

static double error(ts_dtype t, double got, double want)
{
    return ts_judge_error(t, ts_encode(t, got), want);
}

static double share(ts_dtype t, double got, double want, double mag, double limit)
{
    return ts_judge_share(t, ts_encode(t, got), want, mag, limit);
}

static void what_is_no_number(void **state)
{
    static const ts_dtype type[] = {TS_f32, TS_f16, TS_bf16};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        ts_dtype t = type[i];
        assert_true(error(t, NAN, NAN) == 0);
        assert_true(error(t, NAN, 1) == INFINITY);
        assert_true(error(t, 1, NAN) == INFINITY);
        assert_true(error(t, INFINITY, INFINITY) == 0);
        assert_true(error(t, INFINITY, -INFINITY) == INFINITY);
        assert_true(error(t, 1, INFINITY) == INFINITY);
        assert_true(error(t, INFINITY, 1) > 60000);
        assert_true(error(t, 0, -0.0) == 0);
        assert_true(!(share(t, NAN, 1, 1, 1e30) <= 1));
        assert_true(!(share(t, INFINITY, 1, 1, 1e-3) <= 1));
    }
}

/* Bits are bits: a zero of the other sign is wrong where no error is allowed, a NaN is a NaN. */
static void without_a_limit(void **state)
{
    (void)state;
    assert_true(share(TS_f32, 1, 1, 1, 0) == 0);
    assert_true(share(TS_f32, nextafterf(1, 2), 1, 1, 0) == INFINITY);
    assert_true(share(TS_f32, 0, -0.0, 1, 0) == INFINITY);
    assert_true(share(TS_f32, NAN, NAN, NAN, 0) == 0);
    assert_true(share(TS_f32, NAN, 1, 1, 0) == INFINITY);
    assert_true(share(TS_i32, 7, 8, 1, 0) == INFINITY);
    assert_true(share(TS_bf16, 1, 1.001, 1, 0) == 0); /* what 1.001 is rounded to */
}

static void within_a_limit(void **state)
{
    (void)state;
    assert_true(share(TS_f32, 1.5, 1, 1, 1) == 0.5);
    assert_true(share(TS_f32, 3, 1, 1, 1) > 1);
    assert_true(share(TS_f32, 3, 1, -4, 1) == 0.5);
    assert_true(share(TS_f32, 1e-39, 0, 0, 1e-6) <= 1); /* may be flushed */
    assert_true(share(TS_f32, 1e-30, 0, 0, 1e-6) > 1);
    static const double no_magnitude[] = {NAN, INFINITY, -INFINITY};
    for (size_t i = 0; i < 3; i++)
        assert_true(share(TS_f32, 3, 1, no_magnitude[i], 1e-6) == INFINITY);
    assert_true(share(TS_f32, 3, 1, 1, NAN) == INFINITY);
    assert_true(share(TS_f32, 3, 1, 1, -1) == INFINITY);
}

/* In f16, 1 stands for what lies between 1 - 2^-12 and 1 + 2^-11. */
static void rounding_is_no_error(void **state)
{
    (void)state;
    assert_true(error(TS_f16, 1, 1 + 0x1p-11) == 0);
    assert_true(error(TS_f16, 1, 1 + 0x1p-11 + 0x1p-20) == 0x1p-20);
    assert_true(error(TS_f16, 1, 1 - 0x1p-12 - 0x1p-20) == 0x1p-20);
    assert_true(error(TS_f16, 1 + 0x1p-10, 1) == 0x1p-11);
    assert_true(error(TS_f16, -1, -1 - 0x1p-11 - 0x1p-20) == 0x1p-20);
    assert_true(error(TS_f16, 0, 0x1p-25 + 0x1p-30) == 0x1p-30);
    assert_true(error(TS_f16, -0.0, 0x1p-25 + 0x1p-30) == 0x1p-30);
    assert_true(error(TS_f16, 0x1p-24, -0x1p-24) == 0x1.8p-24);
    assert_true(error(TS_bf16, 1, 1 + 0x1p-8) == 0);
    assert_true(error(TS_bf16, 1, 1 + 0x1p-7) == 0x1p-8);
    assert_true(error(TS_i8, -3, -3.5) == 0 && error(TS_i8, 0, 0.5) == 0);
    assert_true(error(TS_i8, 127, 127.625) == 0.125 && error(TS_i8, -3, -2.25) == 0.25);
    assert_true(error(TS_f8e4m3, 1, 1.0625) == 0 &&
                error(TS_f8e4m3, 1.125, 1.0625 - 0x1p-20) == 0x1p-20);
    assert_true(error(TS_f8e4m3, 1.125, 1) == 0.0625 && error(TS_f8e4m3, -0.0, 0x3p-11) == 0x1p-11);
    assert_true(error(TS_f4e2m1, 4, 5) == 0 && error(TS_f4e2m1, -6, -5 + 0x1p-20) == 0x1p-20);
    assert_true(error(TS_f4e2m1, 0.5, -0.5) == 0.75 && error(TS_f4e2m1, 4, 7) == 2);
    /* and where there is no infinity, all that is beyond */
    assert_true(error(TS_f8e4m3, 448, 1e9) == 0 && error(TS_f8e4m3, 448, INFINITY) == 0);
    assert_true(error(TS_f8e4m3, 416, 464) == 32 && error(TS_f8e4m3, 448, NAN) == INFINITY);
    assert_true(error(TS_f4e2m1, 6, 100) == 0 && error(TS_f4e2m1, 6, -6) == 11);
    /* the ends: 65504 up to 65520, beyond that infinity */
    assert_true(error(TS_f16, 65504, 65519) == 0);
    assert_true(error(TS_f16, 65504, 65521) == 1);
    assert_true(error(TS_f16, INFINITY, 65521) == 0);
    assert_true(error(TS_f16, INFINITY, 65519) == 1);
}

static void every_code_stands_for_itself(void **state)
{
    (void)state;
    static const ts_dtype type[] = {TS_f16, TS_bf16, TS_f8e4m3, TS_f4e2m1};
    static const uint32_t codes[] = {0x10000, 0x10000, 0x100, 0x10};
    for (int i = 0; i < 4; i++)
        for (uint32_t c = 0; c < codes[i]; c++) {
            double x = ts_decode(type[i], c), off = ts_judge_error(type[i], c, x * (1 - 0x1p-5));
            if (ts_judge_error(type[i], c, x) != 0) fail_msg("%x", c);
            if (i < 2 && isfinite(x) && fabs(x) > 1e-4 && !(off > 0))
                fail_msg("%x, a thirtieth off", c);
        }
}

/* `if (e > worst) worst = e` loses a NaN, and so does `if (!(e <= worst)) worst = e` with the next. */
static void a_maximum_keeps_a_nan(void **state)
{
    (void)state;
    assert_true(ts_judge_worse(1, 2) == 2);
    assert_true(ts_judge_worse(2, 1) == 2);
    assert_true(ts_judge_worse(1, NAN) == INFINITY);
    assert_true(ts_judge_worse(NAN, 1) == INFINITY);
    assert_true(ts_judge_worse(ts_judge_worse(0, NAN), 1) == INFINITY);
}

static void rows(void **state)
{
    float want[] = {1, -4, 2}, got[] = {1, -4, 3};
    (void)state;
    assert_true(ts_judge_rows(want, want, 3) == 0);
    assert_true(ts_judge_rows(got, want, 3) == 0.25);
    assert_true(ts_judge_rows(got, want, 0) == INFINITY);
    static const float wild[] = {NAN, INFINITY, -INFINITY};
    for (size_t at = 0; at < 3; at++)
        for (size_t i = 0; i < 3; i++) {
            float bad[] = {1, -4, 2};
            bad[at] = wild[i];
            assert_true(ts_judge_rows(bad, want, 3) == INFINITY);
            assert_true(ts_judge_rows(want, bad, 3) == INFINITY);
            assert_true(ts_judge_rows(bad, bad, 3) == INFINITY);
        }
    assert_true(ts_judge_rows((float[]){0, 0}, (float[]){0, 0}, 2) == INFINITY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_number),
        cmocka_unit_test(without_a_limit),
        cmocka_unit_test(within_a_limit),
        cmocka_unit_test(rounding_is_no_error),
        cmocka_unit_test(every_code_stands_for_itself),
        cmocka_unit_test(a_maximum_keeps_a_nan),
        cmocka_unit_test(rows),
    };
    return cmocka_run_group_tests_name("judge", tests, NULL, NULL);
}
