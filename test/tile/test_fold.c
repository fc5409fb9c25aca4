/* test_fold.c - folding: crafted kernels against the text they must become; what must not be folded;
 * and random kernels, which must keep their results, bit for bit. */
#include "tile/ir.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "test/tile/gen.h"

static char *text_of(const ts_kern *k)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    ts_print(f, k);
    fclose(f);
    return text;
}

static ts_kern *parse(const char *text)
{
    ts_error err = {0};
    ts_kern *k = ts_read(text, strlen(text), "test", &err);
    if (!k) fail_msg("%s", err.text);
    return k;
}

static const char head[] = "kernel t\n%1 = size i32 n\n%2 = param f32[%1] x in\n"
                           "%3 = param f32[%1] y inout\n%4 = param i32[%1] o out\n";

/* Both are bodies behind the head; the second is compared after reading and printing it. */
static void becomes(const char *body, const char *want)
{
    char from[4096], to[4096];
    snprintf(from, sizeof from, "%s%s", head, body);
    snprintf(to, sizeof to, "%s%s", head, want);
    ts_kern *k = parse(from), *w = parse(to), *f = ts_fold(k);
    char *got = text_of(f), *expected = text_of(w);
    assert_string_equal(got, expected);
    ts_kern *again = ts_fold(f);
    char *twice = text_of(again);
    assert_string_equal(twice, got);
    free(got);
    free(expected);
    free(twice);
    ts_free(k);
    ts_free(w);
    ts_free(f);
    ts_free(again);
}

static void stays(const char *body)
{
    becomes(body, body);
}

static void integer_constants_fold(void **state)
{
    (void)state;
    becomes("%5 = const i32 7\n%6 = const i32 -2\n%7 = mul i32 %5, %6\n%8 = div i32 %7, %5\n"
            "%9 = shl i32 %8, %5\n%10 = lt b1 %9, %6\n%11 = cast i32 %10\n%12 = const i32 0\n"
            "store %4, %12, %11\n",
            "%5 = const i32 1\n%6 = const i32 0\nstore %4, %6, %5\n");
}

static void wrapped_constants_fold(void **state)
{
    (void)state;
    becomes("%5 = const i32 2147483647\n%6 = const i32 1\n%7 = add i32 %5, %6\n%8 = bits u32 %7\n"
            "%9 = shr u32 %8, %8\n%10 = cast i32 %8\n%11 = const i32 0\n%12 = bits i32 %9\n"
            "store %4, %11, %10\nstore %4, %12, %7\n",
            "%5 = const i32 2147483647\n%6 = const i32 -2147483648\n%7 = const i32 0\n"
            "store %4, %7, %5\nstore %4, %7, %6\n");
}

static void exact_floats_fold(void **state)
{
    (void)state;
    becomes("%5 = const f32 0.5\n%6 = const f32 3\n%7 = fma f32 %5, %6, %6\n%8 = const i32 0\n"
            "store %3, %8, %7\n",
            "%5 = const f32 4.5\n%6 = const i32 0\nstore %3, %6, %5\n");
}

static void inexact_floats_stay(void **state)
{
    (void)state;
    stays("%5 = const f32 1\n%6 = const f32 3\n%7 = const i32 0\n%8 = div f32 %5, %6\n"
          "store %3, %7, %8\n");
    stays("%5 = const f32 2\n%6 = const i32 0\n%7 = exp f32 %5\nstore %3, %6, %7\n");
    stays("%5 = const f32 1\n%6 = const f32 0\n%7 = const i32 0\n%8 = div f32 %5, %6\n"
          "store %3, %7, %8\n");
}

static void constant_tiles_fold_to_a_splat(void **state)
{
    (void)state;
    becomes("%5 = const i32 3\n%6 = splat i32<8> %5\n%7 = add i32<8> %6, %5\n"
            "%8 = reshape i32<2,4> %7\n%9 = transpose i32<4,2> %8\n%10 = reshape i32<8> %9\n"
            "%11 = const i32 0\nstore %4, %11, %10\n",
            "%5 = const i32 6\n%6 = splat i32<8> %5\n%7 = const i32 0\nstore %4, %7, %6\n");
}

/* Of a column, each element fills its row. */
static void repeats_become_what_is_simpler(void **state)
{
    (void)state;
    becomes("%5 = const i32 0\n%6 = load f32<4> %2, %5\n%7 = repeat f32<4> %6 times 1\n"
            "store %3, %5, %7\n",
            "%5 = const i32 0\n%6 = load f32<4> %2, %5\nstore %3, %5, %6\n");
    becomes("%5 = const i32 0\n%6 = load f32<4> %2, %5\n%7 = reshape f32<4,1> %6\n"
            "%8 = repeat f32<4,3> %7 times 3\n%9 = reshape f32<12> %8\nstore %3, %5, %9\n",
            "%5 = const i32 0\n%6 = load f32<4> %2, %5\n%7 = reshape f32<4,1> %6\n"
            "%8 = splat f32<4,3> %7\n%9 = reshape f32<12> %8\nstore %3, %5, %9\n");
    becomes("%5 = const i32 3\n%6 = splat i32<2> %5\n%7 = repeat i32<8> %6 times 4\n"
            "%8 = const i32 0\nstore %4, %8, %7\n",
            "%5 = const i32 3\n%6 = splat i32<8> %5\n%7 = const i32 0\nstore %4, %7, %6\n");
    stays("%5 = const i32 0\n%6 = load f32<4> %2, %5\n%7 = repeat f32<8> %6 times 2\n"
          "store %3, %5, %7\n");
}

static void float_identities_are_exact(void **state)
{
    (void)state;
    const char *load = "%5 = const i32 0\n%6 = load f32<4> %2, %5\n";
    char from[1024], to[1024];
    static const char *const gone[] = {"%7 = const f32 1\n%8 = mul f32<4> %6, %7\n",
                                       "%7 = const f32 1\n%8 = div f32<4> %6, %7\n",
                                       "%7 = const f32 -0\n%8 = add f32<4> %6, %7\n",
                                       "%7 = const f32 0\n%8 = sub f32<4> %6, %7\n",
                                       "%7 = neg f32<4> %6\n%8 = neg f32<4> %7\n",
                                       "%7 = const b1 1\n%8 = select f32<4> %7, %6, %6\n",
                                       "%7 = reshape f32<2,2> %6\n%8 = reshape f32<4> %7\n",
                                       "%7 = max f32<4> %6, %6\n%8 = min f32<4> %7, %6\n",
                                       "%7 = cast f32<4> %6\n%8 = slice f32<4> %7 axis 0 from 0\n"};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
        snprintf(from, sizeof from, "%s%sstore %%3, %%5, %%8\n", load, gone[i]);
        snprintf(to, sizeof to, "%sstore %%3, %%5, %%6\n", load);
        becomes(from, to);
    }
    static const char *const kept[] = {"%7 = const f32 0\n%8 = add f32<4> %6, %7\n",
                                       "%7 = const f32 0\n%8 = mul f32<4> %6, %7\n",
                                       "%7 = cast bf16<4> %6\n%8 = cast f32<4> %7\n",
                                       "%7 = bits i32<4> %6\n%8 = bits f32<4> %7\n"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        snprintf(from, sizeof from, "%s%sstore %%3, %%5, %%8\n", load, kept[i]);
        stays(from);
    }
    stays("%5 = const i32 0\n%6 = load f32<4> %2, %5\n%7 = sub f32<4> %6, %6\n"
          "store %3, %5, %7\n");
}

static void integer_identities(void **state)
{
    (void)state;
    becomes("%5 = const i32 0\n%6 = iota i32<4>\n%7 = add i32<4> %6, %5\n%8 = const i32 1\n"
            "%9 = mul i32<4> %7, %8\n%10 = const i32 -1\n%11 = and i32<4> %9, %10\n"
            "%12 = xor i32<4> %11, %11\n%13 = or i32<4> %11, %12\n%14 = shl i32<4> %13, %5\n"
            "store %4, %5, %14\n",
            "%5 = const i32 0\n%6 = iota i32<4>\nstore %4, %5, %6\n");
}

static void bits_there_and_back_are_nothing(void **state)
{
    (void)state;
    becomes("%5 = const i32 0\n%6 = iota i32<4>\n%7 = bits u32<4> %6\n%8 = bits i32<4> %7\n"
            "store %4, %5, %8\n",
            "%5 = const i32 0\n%6 = iota i32<4>\nstore %4, %5, %6\n");
}

static void equal_ops_are_one(void **state)
{
    (void)state;
    becomes("%5 = const i32 0\n%6 = const i32 0\n%7 = load f32<4> %2, %5\n%8 = load f32<4> %2, %6\n"
            "%9 = exp f32<4> %7\n%10 = exp f32<4> %8\n%11 = add f32<4> %9, %10\n"
            "store %3, %5, %11\n",
            "%5 = const i32 0\n%6 = load f32<4> %2, %5\n%7 = exp f32<4> %6\n"
            "%8 = add f32<4> %7, %7\nstore %3, %5, %8\n");
}

static void stores_part_loads(void **state)
{
    (void)state;
    stays("%5 = const i32 0\n%6 = load f32<4> %2, %5\nstore %3, %5, %6\n%8 = load f32<4> %2, %5\n"
          "%9 = add f32<4> %6, %8\nstore %3, %5, %9\n");
    stays("%5 = const i32 0\n%6 = const i32 4\n%7 = load f32<4> %3, %5\n"
          "%8 = loop i32 %5, %6 step 1\n%9 = load f32<4> %3, %5\n%10 = add f32<4> %7, %9\n"
          "store %3, %5, %10\nend\n");
}

static void loops_without_stores_share_loads(void **state)
{
    (void)state;
    becomes("%5 = const i32 0\n%6 = const f32 1\n%7 = load f32 %2, %5\n%8 = var f32 %6\n"
            "%9 = loop i32 %5, %1 step 1\n%10 = load f32 %2, %5\n%11 = get f32 %8\n"
            "%12 = add f32 %10, %11\nset %8, %12\nend\n%15 = get f32 %8\n%16 = add f32 %7, %15\n"
            "store %3, %5, %16\n",
            "%5 = const i32 0\n%6 = const f32 1\n%7 = load f32 %2, %5\n%8 = var f32 %6\n"
            "%9 = loop i32 %5, %1 step 1\n%10 = get f32 %8\n"
            "%11 = add f32 %7, %10\nset %8, %11\nend\n%14 = get f32 %8\n%15 = add f32 %7, %14\n"
            "store %3, %5, %15\n");
}

static void values_of_a_closed_loop_are_not_reused(void **state)
{
    (void)state;
    stays("%5 = const i32 0\n%6 = loop i32 %5, %1 step 1\n%7 = const i32 3\nstore %4, %6, %7\nend\n"
          "%10 = const i32 3\nstore %4, %5, %10\n");
}

static void dead_code_goes(void **state)
{
    (void)state;
    becomes(
        "%5 = const i32 0\n%6 = const i32 9\n%7 = var i32<4> %6\n%8 = loop i32 %5, %1 step 1\n"
        "%9 = get i32<4> %7\n%10 = add i32<4> %9, %6\nset %7, %10\n%12 = loop i32 %5, %8 step 2\n"
        "end\nend\n%15 = load f32 %2, %5\nstore %4, %5, %6\n",
        "%5 = const i32 0\n%6 = const i32 9\nstore %4, %5, %6\n");
}

static void loops_without_trips_go(void **state)
{
    (void)state;
    becomes("%5 = const i32 4\n%6 = const i32 3\n%7 = var i32 %6\n%8 = loop i32 %5, %6 step 1\n"
            "set %7, %8\nstore %4, %8, %5\nend\n%12 = get i32 %7\nstore %4, %5, %12\n",
            "%5 = const i32 4\n%6 = const i32 3\nstore %4, %5, %6\n");
}

static void whole_parts_and_double_swaps_go(void **state)
{
    (void)state;
    becomes("%5 = const i32 0\n%6 = part f32[] %2, %5, %1 axis 0 step 1\n%7 = load f32<4> %6, %5\n"
            "store %3, %5, %7\n",
            "%5 = const i32 0\n%6 = load f32<4> %2, %5\nstore %3, %5, %6\n");
}

static void widening_and_back_is_nothing(void **state)
{
    (void)state;
    ts_kern *k = parse("kernel t\n%1 = const i32 4\n%2 = param bf16[%1] x in\n"
                       "%3 = param bf16[%1] y out\n%4 = const i32 0\n%5 = load bf16<4> %2, %4\n"
                       "%6 = cast f32<4> %5\n%7 = cast bf16<4> %6\nstore %3, %4, %7\n");
    ts_kern *f = ts_fold(k);
    assert_int_equal(f->n, k->n - 2);
    ts_free(k);
    ts_free(f);
}

static void the_interface_and_the_lines_stay(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("t");
    ts_val n = ts_size(k, "n"), m = ts_size(k, "unused");
    ts_view x = ts_arg1(k, TS_OUT, "x", TS_i32, n);
    (void)ts_arg2(k, TS_IN, "unused_too", TS_i8, n, m);
    (void)ts_program(n, 4);
    ts_val v = ts_add(ts_i32(k, 1), ts_i32(k, 2));
    int line = __LINE__ + 1;
    ts_store(x, n, ts_mul(v, n));
    ts_error err = {0};
    assert_int_equal(ts_finish(k, &err), 0);
    ts_kern *f = ts_fold(k);
    int heads = 0, lines = 0;
    for (uint32_t i = 1; i < f->n; i++) {
        heads += f->op[i].op == TS_size_ || f->op[i].op == TS_param_ || f->op[i].op == TS_program_;
        lines += f->op[i].op == TS_mul_ && f->op[i].line == line;
    }
    assert_int_equal(heads, 5);
    assert_int_equal(lines, 1);
    assert_string_equal(ts_files_name(&f->files, 1), ts_files_name(&k->files, 1));
    ts_free(k);
    ts_free(f);
}

static void a_broken_kernel_keeps_its_error(void **state)
{
    (void)state;
    ts_kern *k = ts_begin("t");
    (void)ts_add(ts_i32(k, 1), ts_f32(k, 1));
    ts_kern *f = ts_fold(k);
    assert_string_equal(f->err.text, k->err.text);
    ts_free(k);
    ts_free(f);
}

static void random_kernels_keep_their_results(void **state)
{
    (void)state;
    const struct ts_gen_limits small = {.ops = 30, .extent = 12};
    for (uint64_t seed = 0; seed < 300; seed++) {
        ts_kern *k = ts_gen(seed, &small), *f = ts_fold(k);
        ts_error err = {0};
        struct ts_gen_data a, b;
        assert_int_equal(ts_verify(f, &err), 0);
        assert_true(ts_gen_fill(&a, k, seed) && ts_gen_fill(&b, f, seed));
        int ran = ts_run(k, a.buffer, a.bytes, a.size, 10000000, &err);
        if (!ran && (ts_run(f, b.buffer, b.bytes, b.size, 10000000, &err) ||
                     ts_gen_compare(&a, &b, true, &err)))
            fail_msg("seed %d: %s", (int)seed, err.text);
        ts_gen_drop(&a);
        ts_gen_drop(&b);
        ts_free(k);
        ts_free(f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integer_constants_fold),
        cmocka_unit_test(wrapped_constants_fold),
        cmocka_unit_test(exact_floats_fold),
        cmocka_unit_test(inexact_floats_stay),
        cmocka_unit_test(constant_tiles_fold_to_a_splat),
        cmocka_unit_test(repeats_become_what_is_simpler),
        cmocka_unit_test(float_identities_are_exact),
        cmocka_unit_test(integer_identities),
        cmocka_unit_test(bits_there_and_back_are_nothing),
        cmocka_unit_test(equal_ops_are_one),
        cmocka_unit_test(stores_part_loads),
        cmocka_unit_test(loops_without_stores_share_loads),
        cmocka_unit_test(values_of_a_closed_loop_are_not_reused),
        cmocka_unit_test(dead_code_goes),
        cmocka_unit_test(loops_without_trips_go),
        cmocka_unit_test(whole_parts_and_double_swaps_go),
        cmocka_unit_test(widening_and_back_is_nothing),
        cmocka_unit_test(the_interface_and_the_lines_stay),
        cmocka_unit_test(a_broken_kernel_keeps_its_error),
        cmocka_unit_test(random_kernels_keep_their_results),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
