/* test_lane_unit.c - contractions by a matrix unit, against sums in double precision: of every dtype whose
 * elements are cut into one, two or three pieces, of whole squares and what k leaves over. The text is compiled
 * twice, with the unit's instructions where this CPU has them, and without, which any CPU runs. */
#include <setjmp.h>
#include <stdarg.h>
#include <dlfcn.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "rt/isa.h"
#include "tessera/compile.h"
#include "tessera/tile.h"
#include "test/rt/quick_cc.h"
#include "tile/ir.h"

extern const ts_target ts_cpu_amx;

/* ---- kernels: y[m,n] (+)= a[m,k] b[n,k]^T, or (down) a[m,k] b[k,n] ---- */

static const struct trial {
    const char *name;
    ts_dtype a, b, scale; /* scale: one for 32 elements of a row of b; TS_NDTYPE: none */
    int m, n, k;
    bool adds;
    double
        plus;   /* to every element of both, so that those beyond the tile are not zeros of loads */
    bool down;  /* k runs down the rows of b */
    bool sums;  /* to each row of y the sum of that of a, which so has another reader */
    bool turns; /* k is taken in two turns of a loop, which add to a variable */
    bool terms; /* a is the sum of itself and of what lies MORE elements on */
    int pass; /* so many rows of b at a time pass by all of a; terms: these meet its upper halves */
    int live; /* of the rows of a; 0: all */
} trials[] = {
    {"one_square", TS_f32, TS_bf16, TS_NDTYPE, 16, 16, 32, .adds = false},
    {"blocks", TS_f32, TS_bf16, TS_NDTYPE, 32, 64, 128, .adds = true},
    {"odd_blocks", TS_f32, TS_bf16, TS_NDTYPE, 48, 80, 96, .adds = true},
    {"rest_of_k", TS_f32, TS_bf16, TS_NDTYPE, 32, 32, 50, .adds = false},
    {"one_over", TS_f32, TS_bf16, TS_NDTYPE, 16, 32, 33, .adds = true},
    {"narrow", TS_bf16, TS_bf16, TS_NDTYPE, 16, 32, 64, .adds = false},
    {"halves", TS_f32, TS_f16, TS_NDTYPE, 32, 16, 64, .adds = false},
    {"floats", TS_f32, TS_f32, TS_NDTYPE, 32, 32, 77, .adds = true},
    {"bytes", TS_f32, TS_i8, TS_bf16, 32, 48, 64, .adds = false},
    {"nibbles", TS_f32, TS_i4, TS_bf16, 16, 32, 96, .adds = false},
    {"plus_one", TS_f32, TS_f32, TS_NDTYPE, 16, 16, 50, .plus = 1},
    {"mxfp4", TS_f32, TS_f4e2m1, TS_f8e8m0, 32, 32, 64, .adds = false},
    {"sizes", TS_f32, TS_f4e2m1, TS_f8e4m3, 32, 32, 64, .adds = false}, /* of scales */
    {"down", TS_f32, TS_bf16, TS_NDTYPE, 16, 32, 32, .down = true},
    {"down_halves", TS_f32, TS_f16, TS_NDTYPE, 48, 80, 96, .adds = true, .down = true},
    {"down_floats", TS_f32, TS_f32, TS_NDTYPE, 32, 16, 64, .plus = 1, .down = true},
    {"down_raw", TS_bf16, TS_bf16, TS_NDTYPE, 32, 48, 64, .down = true},
    {"read_twice", TS_f32, TS_f16, TS_NDTYPE, 32, 48, 64, .adds = true, .down = true, .sums = true},
    {"turns", TS_f32, TS_f16, TS_NDTYPE, 32, 48, 128, .adds = true, .down = true, .turns = true},
    /* few rows: one, two and three squares of pieces, full or not; one square of the others, or an odd number */
    {"few", TS_f32, TS_bf16, TS_NDTYPE, 5, 16, 256, .adds = false},
    {"few_one", TS_f32, TS_bf16, TS_NDTYPE, 1, 48, 256, .adds = true},
    {"few_two", TS_f32, TS_bf16, TS_NDTYPE, 8, 32, 288, .adds = true},
    {"few_all", TS_f32, TS_bf16, TS_NDTYPE, 16, 48, 256, .adds = false},
    {"few_narrow", TS_bf16, TS_bf16, TS_NDTYPE, 3, 32, 256, .adds = false},
    {"few_halves", TS_f32, TS_f16, TS_NDTYPE, 10, 32, 256, .adds = false},
    {"few_bytes", TS_f32, TS_i8, TS_bf16, 7, 48, 256, .adds = true},
    /* sums of two numbers in bf16, which are no number of two pieces */
    {"terms", TS_bf16, TS_bf16, TS_NDTYPE, 32, 32, 64, .terms = true},
    {"few_terms", TS_bf16, TS_bf16, TS_NDTYPE, 8, 32, 288, .adds = true, .terms = true},
    {"few_terms_two", TS_bf16, TS_bf16, TS_NDTYPE, 9, 16, 256, .terms = true},
    /* rows of b that pass by: in memory, or cut; pairs of squares and odd ones; rows of either that are not there */
    {"pass", TS_bf16, TS_bf16, TS_NDTYPE, 32, 64, 256, .pass = 32},
    {"pass_odd", TS_f32, TS_f16, TS_NDTYPE, 48, 48, 256, .adds = true, .pass = 16},
    {"pass_floats", TS_f32, TS_f32, TS_NDTYPE, 32, 48, 256, .pass = 48},
    {"pass_bytes", TS_bf16, TS_i8, TS_bf16, 48, 64, 256, .pass = 32, .terms = true},
    {"pass_nibbles", TS_bf16, TS_i4, TS_bf16, 32, 32, 256, .adds = true, .pass = 32, .terms = true},
    {"pass_live", TS_bf16, TS_bf16, TS_NDTYPE, 64, 32, 288, .pass = 32, .terms = true, .live = 20},
    {"pass_left", TS_bf16, TS_f16, TS_NDTYPE, 80, 40, 256, .adds = true, .pass = 32, .live = 64},
};
/* Rows in memory are longer than the tile. */
enum { TRIALS = sizeof trials / sizeof *trials, MORE = 9, SHARE = 32, MOST = 128 * (288 + MORE) };

static ts_view matrix(ts_kern *k, ts_mode mode, const char *name, ts_dtype t, int h, int w)
{
    return ts_arg2(k, mode, name, t, ts_i32(k, h), ts_i32(k, w));
}

static ts_kern *in_turns(ts_kern *k, const struct trial *t, ts_view a, ts_view b, ts_view y)
{
    ts_val zero = ts_i32(k, 0);
    ts_var sum = ts_var2(ts_f32(k, 0), t->m, t->n);
    int half = t->k / 2;
    ts_set(sum, ts_load2(y, zero, zero, t->m, t->n));
    for (ts_loop i = ts_upto(ts_i32(k, t->k), half); ts_next(&i);) {
        ts_val left = ts_loadf2(a, zero, i.at, t->m, half);
        ts_val w =
            t->down ? ts_loadf2(b, i.at, zero, half, t->n) : ts_loadf2(b, zero, i.at, t->n, half);
        ts_set(sum, (t->down ? ts_dot : ts_dot_t)(left, w, ts_get(sum)));
    }
    ts_store2(y, zero, zero, ts_get(sum));
    return k;
}

static ts_val upper(ts_val w)
{
    return ts_bits(ts_and(ts_bits(w, TS_i32), ts_i32(w.k, -65536)), TS_f32);
}

static ts_kern *passing(ts_kern *k, const struct trial *t, ts_view a, ts_view b, ts_view y)
{
    ts_val zero = ts_i32(k, 0), c = {0}, low = {0};
    int shares = t->k / SHARE;
    ts_view s = {0}, rows = t->live ? ts_part(a, 0, zero, ts_i32(k, t->live), 1) : a;
    if (t->scale != TS_NDTYPE) s = matrix(k, TS_IN, "s", t->scale, t->n, shares);
    ts_val left = ts_loadf2(rows, zero, zero, t->m, t->k);
    if (t->terms) low = ts_loadf2(rows, zero, ts_i32(k, MORE), t->m, t->k);
    for (ts_loop n = ts_upto(ts_i32(k, t->n), t->pass); ts_next(&n);) {
        ts_val w = ts_loadf2(b, n.at, zero, t->pass, t->k);
        if (s.k) w = ts_mul(w, ts_repeat(ts_loadf2(s, n.at, zero, t->pass, shares), SHARE));
        if (t->adds) c = ts_load2(y, zero, n.at, t->m, t->pass);
        ts_val sum = ts_dot_t(left, w, c);
        if (t->terms) sum = ts_dot_t(low, s.k ? upper(w) : w, sum);
        ts_store2(y, zero, n.at, sum);
    }
    return k;
}

/* Scales of rows n .. of b; of those that may have a sign, the size. */
static ts_val scales_at(const struct trial *t, ts_view s, ts_val n, int rows)
{
    ts_val by = ts_loadf2(s, n, ts_i32(s.k, 0), rows, t->k / SHARE);
    return ts_repeat(t->scale == TS_f8e4m3 ? ts_abs(by) : by, SHARE);
}

static ts_kern *kernel_of(const struct trial *t)
{
    ts_kern *k = ts_begin(t->name);
    ts_val zero = ts_i32(k, 0), c = {0};
    ts_view a = matrix(k, TS_IN, "a", t->a, t->m, t->k + MORE),
            b = matrix(k, TS_IN, "b", t->b, t->down ? t->k : t->n, (t->down ? t->n : t->k) + MORE);
    ts_view y = matrix(k, t->adds ? TS_INOUT : TS_OUT, "y", TS_f32, t->m, t->n);
    if (t->turns) return in_turns(k, t, a, b, y);
    if (t->pass) return passing(k, t, a, b, y);
    ts_val w = ts_loadf2(b, zero, zero, t->down ? t->k : t->n, t->down ? t->n : t->k);
    int shares = t->k / SHARE;
    if (t->scale != TS_NDTYPE) {
        ts_view s = matrix(k, TS_IN, "s", t->scale, t->n, shares);
        w = ts_mul(w, scales_at(t, s, zero, t->n));
    }
    if (t->adds) c = ts_load2(y, zero, zero, t->m, t->n);
    ts_val left = ts_loadf2(a, zero, zero, t->m, t->k), plus = ts_f32(k, t->plus);
    if (t->plus != 0) left = ts_add(left, plus), w = ts_add(w, plus);
    if (t->terms) left = ts_add(left, ts_loadf2(a, zero, ts_i32(k, MORE), t->m, t->k));
    ts_val product = (t->down ? ts_dot : ts_dot_t)(left, w, c);
    if (t->sums) product = ts_add(product, ts_col(ts_sum(left, 1)));
    ts_store2(y, zero, zero, product);
    return k;
}

/* ---- data: what each element is, in double precision and as it is stored ---- */

typedef struct operand {
    double x[MOST];
    uint8_t bytes[4 * MOST];
} operand;

static uint64_t seed = 88172645463325252u;

static double uniform(void)
{
    seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
    return (double)(seed >> 11) * 0x1p-53 * 2 - 1;
}

/* All magnitudes that leave room for a sum of products. */
static double wild(void)
{
    return ldexp(uniform(), (int)(uniform() * 40));
}

static double plain(void)
{
    return uniform();
}

static double tiny(void)
{
    return ldexp(uniform(), -60 + (int)(uniform() * 20));
}

/* Codes of few bits take all of their values; scales are powers of two near 1. */
static void fill(operand *o, ts_dtype t, int n, double (*draw)(void))
{
    bool code = ts_dtypes[t].bits < 16;
    for (int i = 0; i < n; i++) {
        double x = code ? uniform() * ts_dtypes[t].max : draw();
        if (t == TS_f8e8m0) x = ldexp(1, (int)(uniform() * 9));
        uint32_t bits = ts_encode(t, x);
        ts_place(t, o->bytes, (size_t)i, bits);
        o->x[i] = ts_decode(t, bits);
    }
}

static void set_at(operand *o, ts_dtype t, int i, uint32_t bits)
{
    ts_place(t, o->bytes, (size_t)i, bits);
    o->x[i] = ts_decode(t, bits);
}

/* ---- the text, compiled ---- */

typedef void kernel_fn(void *const *buf, const int32_t *const *size, long lo, long hi);

typedef struct build {
    char path[64];
    void *lib;
} build;

/* A product that goes another way would be right, too. */
static void expect_units(const char *text)
{
    static const char *const call[] = {"  unit_dot(", "  few_dot(", "  few_dot_cut(", "  pass_dot(",
                                       "  pass_dot_cut("};
    int n = 0, all = TRIALS;
    for (int i = 0; i < 5; i++)
        for (const char *at = text; (at = strstr(at, call[i])); at++) n++;
    for (int i = 0; i < TRIALS; i++) /* the rest of a loop is another */
        all += trials[i].pass && trials[i].n % trials[i].pass;
    if (n != all) fail_msg("%d of %d contractions go to the unit", n, all);
}

static char *text_of_all(void)
{
    ts_kern *k[TRIALS];
    ts_error err = {0};
    size_t bytes;
    for (int i = 0; i < TRIALS; i++) {
        k[i] = kernel_of(&trials[i]);
        if (ts_finish(k[i], &err)) fail_msg("%s: %s", trials[i].name, err.text);
    }
    char *text = ts_emit(k, TRIALS, &ts_cpu_amx, &bytes, &err);
    if (!text) fail_msg("%s", err.text);
    for (int i = 0; i < TRIALS; i++) ts_free(k[i]);
    expect_units(text);
    return text;
}

static build compile(const char *flags)
{
    build b;
    char command[1024], *text = text_of_all();
    snprintf(b.path, sizeof b.path, "/tmp/tessera-unit-%ld.so", (long)getpid());
    snprintf(command, sizeof command,
             "cc -std=gnu17 -w -Wno-psabi -fPIC -shared -ffp-contract=off -fwrapv "
             "-fno-strict-aliasing %s "
             "-o %s "
             "-x c - -lm",
             flags, b.path);
    FILE *f = popen(command, "w");
    if (!f || fputs(text, f) < 0 || pclose(f)) fail_msg("could not run: %s", command);
    free(text);
    b.lib = dlopen(b.path, RTLD_NOW | RTLD_LOCAL);
    unlink(b.path);
    if (!b.lib) fail_msg("%s", dlerror());
    return b;
}

static void run(const build *b, const struct trial *t, operand *x, operand *w, operand *scale,
                float *y)
{
    char name[64];
    snprintf(name, sizeof name, "ts_%s", t->name);
    kernel_fn *fn;
    *(void **)&fn = dlsym(b->lib, name);
    if (!fn) fail_msg("no %s", name);
    void *buf[] = {x->bytes, w->bytes, y, scale->bytes};
    fn(buf, NULL, 0, 1);
}

/* ---- against double precision ---- */

static operand x, w, scale;
static float y[MOST], before[MOST];

/* What is below the normal numbers counts as zero for the unit: 2^-126 for each product, at most. Where an
 * element is infinite and has several pieces, the sum is a NaN. */
static double upper_of(double x)
{
    float f = (float)x;
    uint32_t bits;
    memcpy(&bits, &f, sizeof f);
    bits &= 0xffff0000u;
    memcpy(&f, &bits, sizeof f);
    return (double)f;
}

/* Whether an infinity may meet a piece that is 0 or has the other sign. */
static bool is_cut(const struct trial *t)
{
    return t->pass && (t->terms || t->scale != TS_NDTYPE || ts_dtypes[t->b].bits > 8);
}

static void compare(const struct trial *t, const char *what)
{
    enum { LIMIT_BITS = 18 };
    for (int m = 0; m < t->m; m++)
        for (int n = 0; n < t->n; n++) {
            double sum = t->adds ? (double)before[m * t->n + n] : 0, mag = fabs(sum);
            for (int k = 0; k < t->k; k++) {
                double left = x.x[m * (t->k + MORE) + k], low = 0;
                if (t->terms) low = x.x[m * (t->k + MORE) + k + MORE];
                if (t->live && m >= t->live) break; /* zeros, whatever they meet */
                double s = t->scale == TS_NDTYPE ? 1 : scale.x[n * (t->k / SHARE) + k / SHARE];
                if (t->scale == TS_f8e4m3) s = fabs(s);
                double right = w.x[t->down ? k * (t->n + MORE) + n : n * (t->k + MORE) + k];
                double p = (left + t->plus) * (right + t->plus) * s;
                double q =
                    low * (t->pass && t->scale != TS_NDTYPE ? upper_of(right * s) : right * s);
                sum += p + q, mag += fabs(p) + fabs(q);
                if (t->sums) sum += left, mag += fabs(left);
            }
            double got = (double)y[m * t->n + n], limit = ldexp(mag, -LIMIT_BITS) + t->k * 0x1p-120;
            bool same = isnan(sum)   ? isnan(got)
                        : isinf(sum) ? (t->a == TS_f32 ? isnan(got)
                                                       : got == sum || (is_cut(t) && isnan(got)))
                                     : fabs(got - sum) <= limit;
            if (!same)
                fail_msg("%s, %s: y[%d,%d] is %.9g, not %.9g (%g allowed)", t->name, what, m, n,
                         got, sum, limit);
        }
}

static void prepare(const struct trial *t, double (*draw)(void))
{
    fill(&x, t->a, t->m * (t->k + MORE), draw);
    fill(&w, t->b, t->down ? t->k * (t->n + MORE) : t->n * (t->k + MORE), draw);
    if (t->scale != TS_NDTYPE) fill(&scale, t->scale, t->n * (t->k / SHARE), plain);
    for (int i = 0; i < t->m * t->n; i++) before[i] = y[i] = (float)draw();
}

/* Infinities and NaNs of a, also those that only the lower half tells apart from an infinity. */
static void spoil(const struct trial *t)
{
    int row = t->k + MORE;
    bool wide = t->a == TS_f32;
    set_at(&x, t->a, 3, wide ? 0x7f800000u : 0x7f80u);
    set_at(&x, t->a, row + 5, wide ? 0xff800000u : 0xff80u);
    set_at(&x, t->a, 2 * row + 1, wide ? 0x7f800001u : 0x7fc0u);
    set_at(&x, t->a, 3 * row + 2, wide ? 0x76ffffffu : 0x76ffu);
    set_at(&x, t->a, 4 * row, wide ? 0x80000000u : 0x8000u);
}

static void check(const char *flags)
{
    static double (*const draws[])(void) = {plain, wild, tiny};
    static const char *const names[] = {"plain", "wild", "tiny"};
    build b = compile(flags);
    for (int i = 0; i < TRIALS; i++) {
        for (int d = 0; d < 3; d++) {
            prepare(&trials[i], draws[d]);
            run(&b, &trials[i], &x, &w, &scale, y);
            compare(&trials[i], names[d]);
        }
        prepare(&trials[i], plain);
        spoil(&trials[i]);
        run(&b, &trials[i], &x, &w, &scale, y);
        compare(&trials[i], "not finite");
    }
    dlclose(b.lib);
}

static void without_a_unit(void **state)
{
    (void)state;
    check("");
}

static void with_the_unit(void **state)
{
    const char *flag[TS_ISA_FLAGS];
    char flags[512] = "";
    ts_error err = {0};
    (void)state;
    const ts_isa *isa = ts_isa_choose("amx", &err);
    if (!isa) {
        print_message("skipped: %s\n", err.text);
        skip();
    }
    size_t n = ts_isa_flags(isa, flag);
    for (size_t i = 0; i < n; i++) {
        size_t used = strlen(flags);
        snprintf(flags + used, sizeof flags - used, "%s ", flag[i]);
    }
    check(flags);
}

/* Neither a product of codes and scales of few bits nor a sign taken away needs a second piece: "PIECES, 0);" ends the
 * call. */
static void few_bits_are_one_piece(void **state)
{
    static const char *const names[] = {"mxfp4", "sizes"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        const struct trial *t = trials;
        ts_error err = {0};
        size_t bytes;
        while (strcmp(t->name, names[i])) t++;
        ts_kern *k = kernel_of(t);
        if (ts_finish(k, &err)) fail_msg("%s", err.text);
        char *text = ts_emit(&k, 1, &ts_cpu_amx, &bytes, &err);
        if (!text || !strstr(text, ", 3, 1, 0);\n"))
            fail_msg("%s: %s", t->name, text ? "b has more than a piece" : err.text);
        free(text);
        ts_free(k);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_bits_are_one_piece),
        cmocka_unit_test(without_a_unit),
        cmocka_unit_test(with_the_unit),
    };
    quick_cc(0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
