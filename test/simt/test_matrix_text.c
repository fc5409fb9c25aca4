/* test_matrix_text.c - matrix units in CUDA, HIP and Metal text, run on the shim lane by lane: y = x w^T of 16-bit
 * elements agrees with the formula, and with one index of a lane map spoilt it does not.
 *
 * On a CPU a text takes the way of GPUs that lack the instruction: by shuffles over its layouts. In HIP and Metal
 * text the way with the instruction is run, too: the shim has functions that compute what the vendors' do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "proof/proof.h"
#include "tessera/compile.h"
#include "tessera/device.h"

/* A tile is two steps deep of whatever unit, so that sums are added to sums. */
enum { ROWS = 20, COLS = 64, DEEP = 64, TILE_M = 32, TILE_N = 64, TILE_K = 64 };

static ts_kern *product(ts_dtype t)
{
    ts_kern *k = ts_begin("product");
    ts_val rows = ts_i32(k, ROWS), cols = ts_i32(k, COLS), deep = ts_i32(k, DEEP);
    ts_view x = ts_arg2(k, TS_IN, "x", t, rows, deep), w = ts_arg2(k, TS_IN, "w", t, cols, deep);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, rows, cols);
    ts_val m = ts_program(rows, TILE_M), n = ts_program(cols, TILE_N);
    ts_var sum = ts_var2(ts_f32(k, 0), TILE_M, TILE_N);
    for (ts_loop j = ts_upto(deep, TILE_K); ts_next(&j);) {
        ts_val a = ts_loadf2(x, m, j.at, TILE_M, TILE_K), b = ts_loadf2(w, n, j.at, TILE_N, TILE_K);
        ts_set(sum, ts_dot_t(a, b, ts_get(sum)));
    }
    ts_store2(y, m, n, ts_get(sum));
    return k;
}

/* Without its wide form, which loads otherwise but multiplies alike, if `plain`. */
static char *text_of(const char *name, ts_dtype t, bool plain)
{
    ts_error err = {0};
    size_t bytes;
    ts_kern *k = product(t);
    assert_int_equal(ts_finish(k, &err), 0);
    const ts_target *all = ts_target_find(name, &err);
    ts_target *target = ts_target_without(all, all, plain ? "wide" : "");
    char *text = ts_emit(&k, 1, target, &bytes, &err);
    if (!text) fail_msg("%s", err.text);
    free(target);
    ts_free(k);
    return text;
}

/* ---- data: small multiples of 1/8, no two rows alike, so that every sum is exact ---- */

static double element(int row, int col, int of)
{
    return (double)((row * 5 + col * 3 + row * col * (of + 1)) % 17 - 8) / 8;
}

static void fill(uint16_t *to, ts_dtype t, int rows, int of)
{
    for (int i = 0; i < rows * DEEP; i++)
        to[i] = (uint16_t)ts_encode(t, element(i / DEEP, i % DEEP, of));
}

static bool is_right(const float *y)
{
    for (int i = 0; i < ROWS * COLS; i++) {
        double sum = 0;
        for (int k = 0; k < DEEP; k++) sum += element(i / COLS, k, 0) * element(i % COLS, k, 1);
        if ((double)y[i] != sum) return false;
    }
    return true;
}

/* Runs a kernel and compares; false with *err filled where the device refuses or reports it. */
static bool run(ts_device *dev, ts_module *m, const char *kernel, ts_dtype t, ts_error *err)
{
    static uint16_t x[ROWS * DEEP], w[COLS * DEEP];
    static float y[ROWS * COLS];
    fill(x, t, ROWS, 0);
    fill(w, t, COLS, 1);
    memset(y, 0xff, sizeof y);
    ts_buffer *b[] = {ts_buffer_new(dev, sizeof x, err), ts_buffer_new(dev, sizeof w, err),
                      ts_buffer_new(dev, sizeof y, err)};
    ts_launch l = {.module = m, .kernel = kernel};
    for (int i = 0; i < 3; i++) l.arg[i].buffer = b[i];
    bool ok = b[0] && b[1] && b[2] && !ts_buffer_put(b[0], 0, x, sizeof x, err) &&
              !ts_buffer_put(b[1], 0, w, sizeof w, err);
    ts_step *s = ok ? ts_step_record(dev, &l, 1, err) : NULL;
    ok = s && !ts_step_run(s, err) && !ts_buffer_get(b[2], 0, y, sizeof y, err) && is_right(y);
    ts_step_free(s);
    for (int i = 0; i < 3; i++) ts_buffer_free(b[i]);
    return ok;
}

/* ---- the ways that texts have to multiply, and what is spoilt in each ---- */

typedef struct mutant {
    const char *from, *to;
} mutant;

static const mutant by_shuffles[] = {
    {"(lane >> 2) * pitch", "(lane & 7) * pitch"}, /* rows and columns of lanes */
    {"pitch + (lane & 3);", "pitch + (lane >> 3);"},
    {"at[8 * pitch], at[4]", "at[4], at[8 * pitch]"}, /* words of a fragment */
    {"at[8 * pitch + 4])", "at[4])"},
    {"how & 1 ? b.y : b.x", "how & 1 ? b.z : b.x"}, /* the upper rows of b */
    {"how & 1 ? b.w : b.z", "how & 1 ? b.z : b.w"},
    {"(lane & 28) + t", "(lane & 24) + t"}, /* from whom a's and b's words come */
    {"8 * (lane & 3) + t", "4 * (lane & 3) + t"},
    {"low, first + 4)", "low, first)"},
    {"x = add_pair(az, q,", "x = add_pair(az, s,"}, /* which row meets which */
    {"z = add_pair(aw, q,", "z = add_pair(az, q,"},
    {0},
};
static const mutant of_64[] = {
    {"threadIdx.x & 63, row", "threadIdx.x & 31, row"},
    {"(lane & 15) * pitch", "(lane & 7) * pitch"},
    {"(lane >> 4) * 4)", "(lane >> 4) * 2)"},
    {"row = (lane >> 4) * 4", "row = (lane >> 4) * 2"},
    {"mine = t + (lane & 15)", "mine = t + (lane >> 2)"},
    {"first = t + row", "first = row"},
    {"__shfl(b.y, mine)", "__shfl(b.x, mine)"},
    {"__shfl(b.w, mine)", "__shfl(b.w, first)"},
    {"__shfl(a.z, lane)", "__shfl(a.y, lane)"},
    {"add_pair(__shfl(a.w, lane), b.w", "add_pair(__shfl(a.w, lane), b.z"},
    {"add_row(a, first + 1", "add_row(a, first + 2"},
    {"add_row(a, first + 3", "add_row(a, first + 2"},
    {0},
};
static const mutant by_mfma[] = {
    {"threadIdx.x & 63", "threadIdx.x & 31"},
    {"(lane & 15) * pitch", "(lane & 7) * pitch"},
    {"(lane >> 4) * 4)", "(lane >> 3) * 4)"},
    {"a1 = {a.z, a.w}", "a1 = {a.w, a.z}"},
    {"b0 = {b.x, b.y}", "b0 = {b.z, b.y}"},
    {"four_bf16, b1)", "four_bf16, b0)"},
    {"__float_as_uint(sums[1])", "__float_as_uint(sums[2])"},
    {"__uint_as_float(c.y)", "__uint_as_float(c.x)"},
    {0},
};
static const mutant of_32[] = {
    {"threadIdx.x & 15) * pitch", "threadIdx.x & 7) * pitch"},
    {"(at + 4)", "(at + 0)"},
    {"x.z, x.w, y.x", "x.z, x.z, y.x"},
    {"odd = lane >> 4", "odd = lane & 1"},
    {"from = 2 * i + odd", "from = i + 8 * odd"},
    {"__shfl((unsigned)a[k], from), b[k]", "__shfl((unsigned)a[k], from), b[0]"},
    {"c[i] = __float_as_uint(sum)", "c[7 - i] = __float_as_uint(sum)"},
    {0},
};
static const mutant by_wmma[] = {
    {"threadIdx.x & 15) * pitch", "threadIdx.x & 31) * pitch"},
    {"(at + 4)", "(at + 0)"},
    {"x.z, x.w, y.x", "x.z, x.z, y.x"},
    {"__builtin_bit_cast(many_bf16, a), ", "__builtin_bit_cast(many_bf16, b), "},
    {"(eight_f32, c)", "(eight_f32, a)"},
    {0},
};

static const mutant by_own_rows[] = {
    {"rows_bf16 r;\n    r.two = at[(int)(local >> 2 & 7u)",
     "rows_bf16 r;\n    r.two = at[(int)(local & 7u)"},
    {"rows_bf16 r;\n    r.two = at[(int)(local >> 2 & 7u) * pitch + (int)(local & 3u)",
     "rows_bf16 r;\n    r.two = at[(int)(local >> 2 & 7u) * pitch + (int)(local & 1u)"},
    {"element(a, 16u), element(b, 16u)", "element(a, 16u), element(b, 0u)"},
    {"(local & 28u) + t", "(local & 24u) + t"},
    {"8u * (local & 3u) + t", "4u * (local & 3u) + t"},
    {"of_lane(b, first + 4u)", "of_lane(b, first)"},
    {"add_pair(x, y, c.x)", "add_pair(x, z, c.x)"},
    {"(int)(local & 3u) * 2", "(int)(local & 3u)"},
    {"own[1] = as_type<uint>(c.y)", "own[1] = as_type<uint>(c.x)"},
    {"local / 32u", "local / 64u"}, /* who has which blocks */
    {0},
};
static const mutant by_simdgroups[] = {
    {"(ulong)(2 * pitch)", "(ulong)(2 * pitch + 8)"},
    {"bfloat *)at, (ulong)(2 * pitch), ulong2(0ul), turned", /* whose rows are columns */
     "bfloat *)at, (ulong)(2 * pitch), ulong2(0ul), false"},
    {"bfloat *)at, (ulong)(2 * pitch), ulong2(0ul), turned",
     "bfloat *)at, (ulong)(2 * pitch), ulong2(0ul), true"},
    {"(c, a, b, c)", "(c, b, a, c)"},
    {"(ulong)pitch)", "(ulong)(pitch + 1))"},
    {"float8x8(0.0f)", "float8x8(1.0f)"},
    {"true, local)", "false, local)"},
    {"local / 32u", "local / 64u"},
    {"unload(&shared[", "if ((local & 1u) == 0u) unload(&shared["}, /* not all lanes come */
    {0},
};

static const struct way {
    const char *target;
    bool instruction; /* takes what stands before #else */
    const char *f16, *bf16;
    const mutant *mutants;
} ways[] = {
    {"cuda", false, ".f32.f16.f16.f32", ".f32.bf16.bf16.f32", by_shuffles},
    {"hip:wave64", false, "_mfma_f32_16x16x16f16(", "_mfma_f32_16x16x16bf16_1k(", of_64},
    {"hip:wave64", true, "_mfma_f32_16x16x16f16(", "_mfma_f32_16x16x16bf16_1k(", by_mfma},
    {"hip:wave32", false, "_wmma_f32_16x16x16_f16_w32(", "_wmma_f32_16x16x16_bf16_w32(", of_32},
    {"hip:wave32", true, "_wmma_f32_16x16x16_f16_w32(", "_wmma_f32_16x16x16_bf16_w32(", by_wmma},
    {"msl", false, "typedef simdgroup_half8x8 ", "typedef simdgroup_bfloat8x8 ", by_own_rows},
    {"msl", true, "typedef simdgroup_half8x8 ", "typedef simdgroup_bfloat8x8 ", by_simdgroups},
};
enum { WAYS = sizeof ways / sizeof *ways };

/* ---- texts side by side in one module, since starting the compiler is most of what it costs ---- */

/* All names that texts define; each text has them with its number behind. */
static const char *const names[] = {
    "take_turn", "product", "fragment", "multiply", "element",    "add_",      "rows_bf16",
    "rows_f16",  "of_lane", "sums",     "unload",   "begin_copy", "end_group", "wait_for_groups"};
/* And what has one of them in it, and is the language's. */
static const char foreign[] = "simdgroup_multiply_accumulate";

static size_t name_at(const char *s)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strncmp(s, names[i], strlen(names[i]))) return strlen(names[i]);
    return 0;
}

static void put_text(FILE *f, const char *text, int number)
{
    for (const char *s = text; *s;) {
        size_t skip = strncmp(s, foreign, strlen(foreign)) ? 1 : strlen(foreign);
        size_t n = name_at(s);
        fprintf(f, "%.*s", (int)(n ? n : skip), s);
        if (n) fprintf(f, "%d", number);
        s += n ? n : skip;
    }
}

/* The text with `to` in the place of `from`, where the way reads it and from there on. */
static char *spoil(const struct way *w, const char *text, const char *from, const char *to)
{
    const char *other = w->instruction ? NULL : strstr(text, "#else");
    const char *at = other ? strstr(other, from) : NULL;
    if (!at) at = strstr(text, from);
    if (!at) fail_msg("no \"%s\" in the text for %s", from, w->target);
    char *all = NULL;
    size_t bytes;
    FILE *f = open_memstream(&all, &bytes);
    assert_non_null(f);
    for (; at; text = at + strlen(from), at = strstr(text, from))
        fprintf(f, "%.*s%s", (int)(at - text), text, to);
    fputs(text, f);
    fclose(f);
    return all;
}

/* The first rung of the ladder: it calls what the language has. */
static void sign(const char *target, const char *text)
{
    ts_error err = {0};
    char language[20];
    snprintf(language, sizeof language, "%.*s", (int)strcspn(target, ":"), target);
    if (ts_ladder_sign(ts_proof_find(language)->names, text, &err))
        fail_msg("%s: %s", target, err.text);
}

static char *text_for(const struct way *w, ts_dtype t)
{
    char *text = text_of(w->target, t, true), *line = strstr(text, "#if defined(");
    if (!line) line = strstr(text, "#if __METAL_VERSION__");
    sign(w->target, text);
    assert_non_null(strstr(text, "multiply(v"));
    assert_non_null(strstr(text, t == TS_bf16 ? w->bf16 : w->f16));
    if (w->instruction) {
        assert_non_null(line);
        memset(line + 4, ' ', strcspn(line, "\n") - 4);
        line[4] = '1';
    }
    return text;
}

/* The text as it is, of bf16 and of f16, then each of the mutants, of bf16. */
static char *all_texts(const struct way *w, size_t *bytes)
{
    char *all = NULL, *text = text_for(w, TS_bf16), *f16 = text_for(w, TS_f16);
    FILE *f = open_memstream(&all, bytes);
    assert_non_null(f);
    put_text(f, text, 0);
    put_text(f, f16, 1);
    for (int i = 0; w->mutants[i].from; i++) {
        char *spoilt = spoil(w, text, w->mutants[i].from, w->mutants[i].to);
        put_text(f, spoilt, i + 2);
        free(spoilt);
    }
    fclose(f);
    free(text);
    free(f16);
    return all;
}

static void check_way(const struct way *w, ts_device *dev)
{
    ts_error err = {0};
    size_t bytes;
    char *text = all_texts(w, &bytes), name[40];
    ts_module *m = ts_module_load(dev, text, bytes, &err);
    if (!m) fail_msg("%s: %s", w->target, err.text);
    if (!run(dev, m, "product0", TS_bf16, &err)) fail_msg("%s, bf16: %s", w->target, err.text);
    if (!run(dev, m, "product1", TS_f16, &err)) fail_msg("%s, f16: %s", w->target, err.text);
    for (int i = 0; w->mutants[i].from; i++) {
        snprintf(name, sizeof name, "product%d", i + 2);
        if (run(dev, m, name, TS_bf16, &err))
            fail_msg("%s: \"%s\" for \"%s\" is not noticed", w->target, w->mutants[i].to,
                     w->mutants[i].from);
    }
    ts_module_free(m);
    free(text);
}

static void every_lane_counts(void **state)
{
    (void)state;
    for (int i = 0; i < WAYS; i++) {
        ts_error err = {0};
        char spec[40];
        snprintf(spec, sizeof spec, "shim:%s", ways[i].target);
        ts_device *dev = ts_device_open(spec, 1, &err);
        if (!dev) printf("skipped: %s\n", err.text);
        if (dev) check_way(&ways[i], dev);
        ts_device_close(dev);
    }
}

/* What a vendor's compiler is to read: the kernel of bf16 and of f16. */
static int print(const char *target)
{
    for (int i = 0; i < 2; i++) {
        char *text = text_of(target, i ? TS_f16 : TS_bf16, false);
        put_text(stdout, text, i);
        free(text);
    }
    return 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_lane_counts),
    };
    if (argc == 3 && !strcmp(argv[1], "--print")) return print(argv[2]);
    ts_proof_devices();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
