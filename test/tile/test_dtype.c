/* test_dtype.c - every code of every 4-, 8- and 16-bit dtype, every boundary between two neighbours,
 * and the rules of dtypes.def at the ends, against oracles that share no code with tile/dtype.c:
 * textbook decoding with ldexp, nearest value by search over all codes, the compiler's own _Float16. */
#include "tile/ir.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

typedef struct floats {
    ts_dtype t;
    int bits, exponent, fraction, bias;
    bool saturates;
} floats;

static const floats kinds[] = {
    {TS_f16, 16, 5, 10, 15, false},
    {TS_bf16, 16, 8, 7, 127, false},
    {TS_f8e4m3, 8, 4, 3, 7, true},
    {TS_f4e2m1, 4, 2, 1, 1, true},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static double textbook(const floats *f, unsigned code)
{
    unsigned e = code >> f->fraction & ((1u << f->exponent) - 1),
             m = code & ((1u << f->fraction) - 1);
    unsigned ones = (1u << f->exponent) - 1, all = (1u << f->fraction) - 1;
    double s = code >> (f->bits - 1) & 1 ? -1.0 : 1.0;
    if (f->t == TS_f8e4m3 && e == ones && m == all) return NAN;
    if (f->bits == 16 && e == ones) return m ? NAN : s * INFINITY;
    if (e == 0) return s * ldexp(m, 1 - f->bias - f->fraction);
    return s * ldexp((double)m + (double)(1u << f->fraction), (int)e - f->bias - f->fraction);
}

/* Largest code of a finite positive value. */
static unsigned top(const floats *f)
{
    unsigned c = (1u << (f->bits - 1)) - 1;
    while (!isfinite(textbook(f, c))) c--;
    return c;
}

static void decodes_like_the_textbook(void **state)
{
    (void)state;
    for (int k = 0; k < KINDS; k++)
        for (unsigned c = 0; c < 1u << kinds[k].bits; c++) {
            double want = textbook(&kinds[k], c), got = ts_decode(kinds[k].t, c);
            if (isnan(want)) {
                assert_true(isnan(got));
            } else {
                assert_true(got == want && !signbit(got) == !signbit(want));
            }
        }
}

static void every_code_survives(void **state)
{
    (void)state;
    for (int t = 0; t < TS_NDTYPE; t++) {
        if (ts_dtypes[t].bits > 16) continue;
        for (unsigned c = 0; c < 1u << ts_dtypes[t].bits; c++) {
            double x = ts_decode(t, c);
            if (isnan(x)) {
                assert_true(isnan(ts_decode(t, ts_encode(t, x))));
            } else {
                assert_int_equal(ts_encode(t, x), c);
            }
        }
    }
}

/* Between neighbours lo < hi the midpoint goes to the even code, one ulp beside it to the nearer. */
static void boundary(ts_dtype t, unsigned c)
{
    double lo = ts_decode(t, c), hi = ts_decode(t, c + 1), mid = lo + (hi - lo) / 2;
    assert_true(lo < hi);
    assert_int_equal(ts_encode(t, mid), c + (c & 1));
    assert_int_equal(ts_encode(t, nextafter(mid, -INFINITY)), c);
    assert_int_equal(ts_encode(t, nextafter(mid, INFINITY)), c + 1);
    assert_int_equal(ts_encode(t, nextafter(lo, INFINITY)), c);
    assert_int_equal(ts_encode(t, nextafter(hi, -INFINITY)), c + 1);
}

static void every_boundary_rounds_to_nearest_even(void **state)
{
    (void)state;
    for (int k = 0; k < KINDS; k++) {
        unsigned sign = 1u << (kinds[k].bits - 1);
        for (unsigned c = 0; c < top(&kinds[k]); c++) {
            boundary(kinds[k].t, c);
            double a = ts_decode(kinds[k].t, c), b = ts_decode(kinds[k].t, c + 1);
            for (int i = 1; i < 8; i++) {
                double x = a + (b - a) * i / 8;
                assert_int_equal(ts_encode(kinds[k].t, -x), ts_encode(kinds[k].t, x) | sign);
            }
        }
    }
    for (unsigned c = 0; c < 254; c++) boundary(TS_f8e8m0, c);
}

static void the_float_ends(void **state)
{
    (void)state;
    for (int k = 0; k < KINDS; k++) {
        const floats *f = &kinds[k];
        unsigned last = top(f), sign = 1u << (f->bits - 1), over = f->saturates ? last : last + 1;
        double max = ts_decode(f->t, last), step = max - ts_decode(f->t, last - 1);
        assert_true(max == ts_dtypes[f->t].max);
        double big[] = {max + step / 2, max + step, 4 * max, 1e300, DBL_MAX, INFINITY};
        for (size_t i = 0; i < sizeof big / sizeof *big; i++) {
            assert_int_equal(ts_encode(f->t, big[i]), over);
            assert_int_equal(ts_encode(f->t, -big[i]), over | sign);
        }
        assert_int_equal(ts_encode(f->t, nextafter(max + step / 2, 0)), last);
        double least = ts_decode(f->t, 1);
        assert_int_equal(ts_encode(f->t, least / 2), 0);
        assert_int_equal(ts_encode(f->t, nextafter(least / 2, 1)), 1);
        assert_int_equal(ts_encode(f->t, 5e-324), 0);
        assert_int_equal(ts_encode(f->t, -5e-324), sign);
        assert_int_equal(ts_encode(f->t, -0.0), sign);
    }
    assert_int_equal(ts_encode(TS_f8e4m3, NAN), 0x7f);
    assert_int_equal(ts_encode(TS_f8e8m0, NAN), 0xff);
    assert_int_equal(ts_encode(TS_f4e2m1, NAN), 0);
    assert_true(isnan(ts_decode(TS_f16, ts_encode(TS_f16, NAN))));
    assert_true(isnan(ts_decode(TS_bf16, ts_encode(TS_bf16, NAN))));
    assert_true(isnan(ts_decode(TS_f32, ts_encode(TS_f32, NAN))));
}

static void scales_are_powers_of_two(void **state)
{
    (void)state;
    for (int c = 0; c < 255; c++)
        assert_true(ts_decode(TS_f8e8m0, (unsigned)c) == ldexp(1, c - 127));
    assert_true(isnan(ts_decode(TS_f8e8m0, 255)));
    double low[] = {0, -0.0, -1, -INFINITY, 5e-324, ldexp(1, -127)};
    for (size_t i = 0; i < sizeof low / sizeof *low; i++)
        assert_int_equal(ts_encode(TS_f8e8m0, low[i]), 0);
    assert_int_equal(ts_encode(TS_f8e8m0, INFINITY), 254);
    assert_int_equal(ts_encode(TS_f8e8m0, nextafter(ldexp(1, 127), INFINITY)), 254);
    assert_int_equal(ts_encode(TS_f8e8m0, 1.5), 128); /* 127 is odd */
    assert_int_equal(ts_encode(TS_f8e8m0, 3.0), 128); /* 128 is even */
}

/* Doubles of all magnitudes around those that t can hold, and many exact ties. */
static double sample(uint64_t *seed, int emin, int emax)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    uint64_t r = *seed >> 11;
    double x =
        1 + ldexp((double)(r & 0xfff), -12) + (r >> 12 & 3 ? 0 : ldexp((double)(r >> 20), -53));
    x = ldexp(x, emin + (int)(r >> 14 & 0xffff) % (emax - emin + 1));
    return *seed & 1024 ? -x : x;
}

static void compiler_agrees_on_f16_and_f32(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 1000000; i++) {
        double x = sample(&seed, -160, 130);
        float f = (float)x;
        uint32_t want;
        memcpy(&want, &f, 4);
        assert_int_equal(ts_encode(TS_f32, x), want);
        assert_true(ts_decode(TS_f32, want) == f);
#ifdef __FLT16_MAX__
        x = sample(&seed, -27, 17);
        __extension__ _Float16 h = __extension__(_Float16) x;
        uint16_t code;
        memcpy(&code, &h, 2);
        assert_int_equal(ts_encode(TS_f16, x), code);
#endif
    }
}

/* bf16 of a float is its upper half, rounded in integers; of a double it must not round by way of f32. */
static void bf16_is_half_a_float(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < 1000000; i++) {
        float f = (float)sample(&seed, -140, 127);
        uint32_t u;
        memcpy(&u, &f, 4);
        assert_int_equal(ts_encode(TS_bf16, f), (u + 0x7fff + (u >> 16 & 1)) >> 16);
    }
    double tie = 1 + ldexp(1, -8);
    assert_int_equal(ts_encode(TS_bf16, tie), 0x3f80);
    assert_int_equal(ts_encode(TS_bf16, tie + ldexp(1, -40)), 0x3f81);
    assert_int_equal(ts_encode(TS_f16, 1 + ldexp(1, -11) + ldexp(1, -50)), 0x3c01);
}

/* Nearest by looking at all codes; on equal distance the even one. */
static unsigned nearest(const floats *f, double x)
{
    unsigned best = 0;
    for (unsigned c = 0; c <= top(f); c++) {
        double d = fabs(fabs(x) - textbook(f, c)), e = fabs(fabs(x) - textbook(f, best));
        if (d < e || (d == e && !(c & 1))) best = c;
    }
    return best | (signbit(x) ? 1u << (f->bits - 1) : 0);
}

static void search_agrees_on_small_floats(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < 20000; i++) {
        double x = sample(&seed, -12, 10);
        assert_int_equal(ts_encode(TS_f8e4m3, x), nearest(&kinds[2], x));
        x = sample(&seed, -4, 4);
        assert_int_equal(ts_encode(TS_f4e2m1, x), nearest(&kinds[3], x));
    }
    static const double grid[] = {0, 0.5, 1, 1.5, 2, 3, 4, 6};
    for (unsigned c = 0; c < 8; c++) assert_true(ts_decode(TS_f4e2m1, c) == grid[c]);
    static const double ties[][2] = {{.25, 0}, {.75, 1}, {1.25, 1}, {1.75, 2},
                                     {2.5, 2}, {3.5, 4}, {5, 4}};
    for (size_t i = 0; i < sizeof ties / sizeof *ties; i++)
        assert_true(ts_decode(TS_f4e2m1, ts_encode(TS_f4e2m1, ties[i][0])) == ties[i][1]);
}

static void integers_round_and_saturate(void **state)
{
    (void)state;
    static const struct {
        ts_dtype t;
        double min, max;
    } row[] = {{TS_i8, -128, 127},
               {TS_i4, -8, 7},
               {TS_u8, 0, 255},
               {TS_i32, INT32_MIN, INT32_MAX},
               {TS_u32, 0, UINT32_MAX}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        ts_dtype t = row[i].t;
        double far[] = {0.5, 1, 2, 1e6, 1e300, INFINITY};
        for (size_t j = 0; j < sizeof far / sizeof *far; j++) {
            assert_true(ts_decode(t, ts_encode(t, row[i].max + far[j])) == row[i].max);
            assert_true(ts_decode(t, ts_encode(t, row[i].min - far[j])) == row[i].min);
        }
        assert_int_equal(ts_encode(t, NAN), 0);
        assert_int_equal(ts_encode(t, -0.0), 0);
        assert_true(ts_decode(t, ts_encode(t, 2.5)) == 2 && ts_decode(t, ts_encode(t, 3.5)) == 4);
        assert_true(ts_decode(t, ts_encode(t, nextafter(2.5, 3))) == 3);
        assert_true(ts_decode(t, ts_encode(t, row[i].max - 1)) == row[i].max - 1);
        assert_true(ts_decode(t, ts_encode(t, row[i].min + 1)) == row[i].min + 1);
    }
    assert_true(ts_decode(TS_i8, ts_encode(TS_i8, -2.5)) == -2);
    assert_int_equal(ts_encode(TS_b1, NAN), 1);
    assert_int_equal(ts_encode(TS_b1, -0.0), 0);
    assert_int_equal(ts_encode(TS_b1, 1e-300), 1);
}

static void elements_lie_where_they_should(void **state)
{
    (void)state;
    for (int t = 0; t < TS_NDTYPE; t++) {
        enum { N = 13 };
        uint8_t raw[4 * N + 3];
        memset(raw, 0xa5, sizeof raw);
        size_t bytes = ts_storage(t, N);
        uint8_t *base = raw + 1; /* misaligned on purpose */
        uint32_t mask = ts_dtypes[t].bits == 32 ? UINT32_MAX : (1u << ts_dtypes[t].bits) - 1;
        for (uint32_t i = 0; i < N; i++) ts_place(t, base, i, (i * 0x9e3779b9u >> 3) & mask);
        for (uint32_t i = 0; i < N; i++)
            assert_int_equal(ts_fetch(t, base, i), (i * 0x9e3779b9u >> 3) & mask);
        for (size_t i = bytes + 1; i < sizeof raw; i++) assert_int_equal(raw[i], 0xa5);
        assert_int_equal(raw[0], 0xa5);
    }
    uint8_t pair[1] = {0};
    ts_place(TS_i4, pair, 0, 0x3);
    ts_place(TS_i4, pair, 1, 0xc);
    assert_int_equal(pair[0], 0xc3);
    assert_int_equal(ts_storage(TS_f4e2m1, 5), 3);
    assert_int_equal(ts_storage(TS_bf16, 5), 10);
    assert_int_equal(ts_storage(TS_b1, 5), 5);
    for (int i = -1; i < 3; i++) /* no dtypes */
        assert_int_equal(ts_storage((ts_dtype)(i < 0 ? -1 : TS_NDTYPE + 1000000 * i), 5), 0);
}

static void names_are_found(void **state)
{
    (void)state;
    for (int t = 0; t < TS_NDTYPE; t++) assert_int_equal(ts_dtype_find(ts_dtypes[t].name), t);
    assert_int_equal(ts_dtype_find("f64"), -1);
    assert_int_equal(ts_dtype_find(""), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_like_the_textbook),
        cmocka_unit_test(every_code_survives),
        cmocka_unit_test(every_boundary_rounds_to_nearest_even),
        cmocka_unit_test(the_float_ends),
        cmocka_unit_test(scales_are_powers_of_two),
        cmocka_unit_test(compiler_agrees_on_f16_and_f32),
        cmocka_unit_test(bf16_is_half_a_float),
        cmocka_unit_test(search_agrees_on_small_floats),
        cmocka_unit_test(integers_round_and_saturate),
        cmocka_unit_test(elements_lie_where_they_should),
        cmocka_unit_test(names_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
