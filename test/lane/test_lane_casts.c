/* test_lane_casts.c - conversions and transcendental functions of the cpu device, over whole ranges.
 *
 * Casts from types of at most 16 bits see all codes; casts into them see every value they have, the
 * midpoints between neighbours, both f32 neighbours of these, extremes, and all signs and exponents with
 * fractions around the ties. All must give the bits of ts_encode and ts_decode, as vectors and one at a
 * time. exp, exp2, log, log2 and rsqrt are measured
 * in units of the last place against the double functions of the C library.
 * Subnormals count like all others.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "check/judge.h"
#include "test/lane/rig.h"

enum { STEP = 64, PAIRS = 64, MATH = 1 << 19 };

static struct pair {
    ts_dtype from, to;
    size_t n; /* elements, a multiple of STEP */
    ts_kern *k;
} pairs[PAIRS];
static size_t count;

/* ---- casts ---- */

static ts_kern *cast_kernel(ts_dtype from, ts_dtype to, size_t n)
{
    char name[64];
    ts_error err = {0};
    snprintf(name, sizeof name, "%s_to_%s", ts_dtypes[from].name, ts_dtypes[to].name);
    ts_kern *k = ts_begin(name);
    ts_val size = ts_i32(k, (int)n);
    ts_view in = ts_arg1(k, TS_IN, "in", from, size);
    ts_view wide = ts_arg1(k, TS_OUT, "wide", to, size);
    ts_view one = ts_arg1(k, TS_OUT, "one", to, size);
    ts_val at = ts_program(size, STEP);
    ts_store(wide, at, ts_cast(ts_load(in, at, STEP), to));
    for (ts_loop i = ts_upto(ts_i32(k, STEP), 1); ts_next(&i);) {
        ts_val here = ts_add(at, i.at);
        ts_store(one, here, ts_cast(ts_at(in, here), to));
    }
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

/* Sign, exponent, the upper three bits of the fraction, and below these what is a tie, or nearly one, in
 * formats of one, three, seven and ten bits; returns how many. */
static size_t every_exponent(uint32_t *codes)
{
    static const uint32_t below[] = {0,       1,       0x7ffff, 0x80000, 0x80001, 0xfffff,
                                     0x07fff, 0x08000, 0x08001, 0x18000, 0x01000, 0x03001};
    size_t n = 0, ways = sizeof below / sizeof *below;
    for (uint32_t high = 0; high < 1u << 12; high++)
        for (size_t i = 0; i < ways; i++, n++)
            if (codes) codes[n] = high << 20 | below[i];
    return n;
}

/* Codes of `from` worth converting to `to`; in codes[], if given; returns how many. */
static size_t operands(ts_dtype from, ts_dtype to, uint32_t *codes)
{
    static const double row[] = {0,     -0.0,        INFINITY, -INFINITY, NAN,      -NAN,
                                 1e38,  -1e38,       1e9,      -1e9,      0x1p-126, 0x1p-127,
                                 1e-40, 2147483648., 3e9,      -3e9,      -0.5,     254.5,
                                 255.5, 4294967296,  -128.5,   127.5,     -1e-30};
    size_t n = 0, rows = sizeof row / sizeof *row, step = STEP;
    if (ts_dtypes[from].bits <= 16) {
        n = (size_t)1 << ts_dtypes[from].bits;
        for (size_t i = 0; codes && i < n; i++) codes[i] = (uint32_t)i;
        return (n + step - 1) / step * step;
    }
    for (size_t i = 0; i < rows; i++, n++)
        if (codes) codes[n] = ts_encode(from, row[i]);
    size_t all = (size_t)1 << (ts_dtypes[to].bits <= 16 ? ts_dtypes[to].bits : 10);
    for (size_t i = 0; i < all; i++) {
        uint32_t scatter = (uint32_t)i * 4194301u;
        bool small = ts_dtypes[to].bits <= 16;
        double x = small ? ts_decode(to, (uint32_t)i) : ts_decode(from, scatter);
        double y = small ? ts_decode(to, (uint32_t)(i + 1) % all) : -x;
        uint32_t mid = ts_encode(from, (x + y) / 2),
                 each[4] = {ts_encode(from, x), mid, mid + 1, mid - 1};
        if (codes) memcpy(codes + n, each, sizeof each);
        n += 4;
    }
    n += every_exponent(codes ? codes + n : NULL);
    return (n + step - 1) / step * step;
}

static void add_pair(ts_dtype from, ts_dtype to)
{
    assert_true(count < PAIRS);
    size_t n = operands(from, to, NULL);
    pairs[count++] = (struct pair){from, to, n, cast_kernel(from, to, n)};
}

static bool right(const struct pair *p, uint32_t code, uint32_t got)
{
    double x = ts_decode(p->from, code), y = ts_decode(p->to, got);
    uint32_t want = ts_encode(p->to, x);
    if (want == got) return true;
    if (isnan(y) && ts_dtypes[p->to].class != 'N' && p->to != TS_f8e4m3 && p->to != TS_f8e8m0)
        return isnan(ts_decode(p->to, want));
    return false;
}

static int check_pair(struct ts_rig *rig, const struct pair *p)
{
    struct ts_gen_data d;
    ts_error err = {0};
    int bad = 0;
    if (!ts_gen_fill(&d, p->k, 1)) fail_msg("%s", p->k->name);
    uint32_t *codes = calloc(p->n, sizeof *codes);
    operands(p->from, p->to, codes);
    for (size_t i = 0; i < p->n; i++) ts_place(p->from, d.buffer[0], i, codes[i]);
    if (ts_rig_run(rig, p->k, &d, &err)) fail_msg("%s: %s", p->k->name, err.text);
    for (int o = 1; o <= 2; o++)
        for (size_t i = 0; i < p->n; i++) {
            uint32_t got = ts_fetch(p->to, d.buffer[o], i);
            if (right(p, codes[i], got)) continue;
            if (bad++ < 3)
                print_error("%s on %s, %s: code %x (%.9g) gives %x, not %x\n", p->k->name,
                            ts_device_target(rig->dev), d.name[o], codes[i],
                            ts_decode(p->from, codes[i]), got,
                            ts_encode(p->to, ts_decode(p->from, codes[i])));
        }
    free(codes);
    ts_gen_drop(&d);
    return bad;
}

/* ---- functions ---- */

static double rsqrt(double x)
{
    return 1 / sqrt(x);
}

static const struct function {
    const char *name;
    ts_val (*op)(ts_val);
    double (*meaning)(double);
    double ulps; /* largest error; 1.5 is what rounding the root and its inverse comes to */
} functions[] = {{"exp", (ts_exp), exp, 2},
                 {"exp2", (ts_exp2), exp2, 2},
                 {"log", (ts_log), log, 1},
                 {"log2", (ts_log2), log2, 1},
                 {"rsqrt", (ts_rsqrt), rsqrt, 1.5}};
enum { FUNCTIONS = sizeof functions / sizeof *functions };
static ts_kern *math[FUNCTIONS];

static ts_kern *math_kernel(const struct function *f)
{
    ts_error err = {0};
    ts_kern *k = ts_begin(f->name);
    ts_val n = ts_i32(k, MATH);
    ts_view in = ts_arg1(k, TS_IN, "in", TS_f32, n), out = ts_arg1(k, TS_OUT, "out", TS_f32, n);
    ts_val at = ts_program(n, STEP);
    ts_store(out, at, f->op(ts_load(in, at, STEP)));
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    return k;
}

/* Extremes; floats from all of the range, up to half; then, dense, where exp is neither 0 nor inf. */
static float operand(size_t i)
{
    static const float row[] = {0,         -0.0f, INFINITY,   -INFINITY,   NAN,  88.722839f,
                                88.72284f, 88.8f, -87.33654f, -87.33655f,  -104, -103.97f,
                                -110,      1000,  -1000,      127.99999f,  128,  -126,
                                -126.5f,   -149,  -150,       0x1.fep127f, 1,    -1};
    size_t rows = sizeof row / sizeof *row;
    uint32_t code = (uint32_t)i * 16381u;
    float x;
    if (i < rows) return row[i];
    memcpy(&x, &code, 4);
    return i < MATH / 2 ? x : (float)(130.0 * ((double)i * 4 / MATH - 3));
}

static double error_in_ulps(float got, double want)
{
    float w = (float)want;
    if (isnan(want) || isnan(got)) return isnan(want) && isnan(got) ? 0 : INFINITY;
    if (got == w) return 0;
    if ((isinf(got) || isinf(w)) && signbit(got) != signbit(w)) return INFINITY;
    if (isinf(got)) return fabs(want) > 0x1.fffffcp127 ? 1 : INFINITY;
    if (isinf(w)) return fabs(got) == 0x1.fffffep127f && fabs(want) < 0x1.000004p128 ? 1 : INFINITY;
    int e;
    frexp(want, &e);
    return fabs(got - want) / ldexp(1, (e < -125 ? -125 : e) - 24);
}

static int check_function(struct ts_rig *rig, size_t f)
{
    struct ts_gen_data d;
    ts_error err = {0};
    double worst = 0;
    size_t at = 0;
    if (!ts_gen_fill(&d, math[f], 1)) fail_msg("%s", functions[f].name);
    float *in = d.buffer[0], *out = d.buffer[1];
    for (size_t i = 0; i < MATH; i++) in[i] = operand(i);
    if (ts_rig_run(rig, math[f], &d, &err)) fail_msg("%s", err.text);
    for (size_t i = 0; i < MATH; i++) {
        double e = error_in_ulps(out[i], functions[f].meaning(in[i]));
        if (!(e <= worst)) worst = ts_judge_worse(worst, e), at = i;
    }
    print_message("%s on %s: %.3f ulp at %.9g, which gives %.9g\n", functions[f].name,
                  ts_device_target(rig->dev), worst, in[at], out[at]);
    ts_gen_drop(&d);
    return !(worst <= functions[f].ulps);
}

/* ---- all of it ---- */

static int build_all(void **state)
{
    (void)state;
    static const ts_dtype floats[] = {TS_f16, TS_bf16, TS_f8e4m3, TS_f8e8m0, TS_f4e2m1};
    static const ts_dtype whole[] = {TS_i8, TS_i4, TS_u8};
    static const ts_dtype wide[] = {TS_f32, TS_i32, TS_u32};
    for (int t = 0; t < 5; t++) add_pair(floats[t], TS_f32), add_pair(TS_f32, floats[t]);
    for (int t = 0; t < 3; t++)
        for (int w = 0; w < 3; w++) add_pair(whole[t], wide[w]), add_pair(wide[w], whole[t]);
    for (int a = 0; a < 3; a++)
        for (int b = 0; b < 3; b++)
            if (a != b) add_pair(wide[a], wide[b]);
    add_pair(TS_i32, TS_f16), add_pair(TS_f16, TS_bf16), add_pair(TS_bf16, TS_f8e4m3);
    for (size_t f = 0; f < FUNCTIONS; f++) math[f] = math_kernel(&functions[f]);
    return 0;
}

static int drop_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < count; i++) ts_free(pairs[i].k);
    for (size_t f = 0; f < FUNCTIONS; f++) ts_free(math[f]);
    return 0;
}

static void every_code_at_every_width(void **state)
{
    (void)state;
    ts_kern *k[PAIRS + FUNCTIONS];
    struct ts_rig rig;
    ts_error err = {0};
    int bad = 0;
    for (size_t i = 0; i < count; i++) k[i] = pairs[i].k;
    memcpy(k + count, math, sizeof math);
    for (size_t d = 0; ts_rig_open(&rig, d, 1, k, count + FUNCTIONS, &err); d++) {
        for (size_t i = 0; i < count; i++) bad += check_pair(&rig, &pairs[i]);
        for (size_t f = 0; f < FUNCTIONS; f++) bad += check_function(&rig, f);
        ts_rig_close(&rig);
    }
    if (ts_failed(&err)) fail_msg("%s", err.text);
    assert_int_equal(bad, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_at_every_width),
    };
    return cmocka_run_group_tests(tests, build_all, drop_all);
}
