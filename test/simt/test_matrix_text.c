/* test_matrix_text.c - matrix units in CUDA, HIP and Metal text, run on the shim lane by lane: y = x w^T of elements
 * of 16, 8 and 4 bits agrees with the formula, and with one index of a lane map spoilt it does not.
 *
 * On a CPU a text takes the way of GPUs that lack the instruction: by shuffles over its layouts. In HIP and Metal
 * text the way with the instruction is run, too: the shim has functions that compute what the vendors' do. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "proof/proof.h"
#include "test/simt/gen_dots.h"
#include "test/simt/spoilt.h"
#include "tessera/compile.h"
#include "tessera/device.h"
#include "tile/ir.h"

/* A tile is two steps deep of whatever unit, so that sums are added to sums; of f8e4m3 that is a chain. */
enum { ROWS = 20, COLS = 64, DEEP = 128, TILE_M = 32, TILE_N = 32 };

static int deep_of(ts_matrix_kind kind)
{
    return DEEP * 8 / ts_dtypes[ts_kind_dtype(kind)].bits;
}

static ts_kern *product(ts_matrix_kind kind)
{
    const ts_scaled_dot scaled = {.rows = ROWS,
                                  .cols = COLS,
                                  .deep = deep_of(kind),
                                  .m = TILE_M,
                                  .n = TILE_N,
                                  .k = deep_of(kind),
                                  .shared = ts_kind_share(kind),
                                  .scale = ts_kind_scale(kind),
                                  .sign = kind == TS_KIND_NVFP4 ? TS_ABS_FIRST : TS_AS_IT_IS};
    if (ts_kind_share(kind)) return ts_scaled_dots(&scaled);
    ts_dtype t = ts_kind_dtype(kind);
    ts_kern *k = ts_begin("product");
    bool whole = ts_dtypes[t].class == 'N';
    int step = deep_of(kind);
    ts_val rows = ts_i32(k, ROWS), cols = ts_i32(k, COLS), deep = ts_i32(k, step);
    ts_view x = ts_arg2(k, TS_IN, "x", t, rows, deep), w = ts_arg2(k, TS_IN, "w", t, cols, deep);
    ts_view y = ts_arg2(k, TS_OUT, "y", whole ? TS_i32 : TS_f32, rows, cols);
    ts_val m = ts_program(rows, TILE_M), n = ts_program(cols, TILE_N);
    ts_var sum = ts_var2(whole ? ts_i32(k, 0) : ts_f32(k, 0), TILE_M, TILE_N);
    for (ts_loop j = ts_upto(deep, step); ts_next(&j);) {
        ts_val a = ts_load2(x, m, j.at, TILE_M, step), b = ts_load2(w, n, j.at, TILE_N, step);
        ts_set(sum, ts_dot_t(a, b, ts_get(sum)));
    }
    ts_store2(y, m, n, ts_get(sum));
    return k;
}

/* Without its wide form, which loads otherwise but multiplies alike, if `plain`. */
static char *text_of(const char *name, ts_matrix_kind kind, bool plain)
{
    ts_error err = {0};
    size_t bytes;
    ts_kern *k = product(kind);
    assert_int_equal(ts_finish(k, &err), 0);
    const ts_target *all = ts_target_find(name, &err);
    ts_target *target = ts_target_without(all, all, plain ? "wide" : "");
    char *text = ts_emit(&k, 1, target, &bytes, &err);
    if (!text) fail_msg("%s", err.text);
    free(target);
    ts_free(k);
    return text;
}

/* ---- data: small multiples of 1/8, or of 1, no two rows alike, so that every sum is exact ---- */

static double unscaled(int row, int col, int of, ts_matrix_kind kind)
{
    ts_dtype t = ts_kind_dtype(kind);
    double x = (row * 5 + col * 3 + row * col * (of + 1)) % 17 - 8;
    if (t == TS_f4e2m1) x *= 6; /* all codes, each often */
    return ts_dtypes[t].class == 'N' ? 15 * x : ts_decode(t, ts_encode(t, x / 8));
}

/* Those of f8e4m3 have a sign and more than one bit, and their size counts. */
static double scale(int row, int group, int of, ts_matrix_kind kind)
{
    static const double powers[] = {0.5, 4, 1, 0.25, 2}, others[] = {0.5, 3.5, -1, 0.25, -2.5};
    int i = (row * 2 + group * (of + 1) + row / 8) % 5;
    return kind == TS_KIND_NVFP4 ? others[i] : powers[i];
}

static double element(int row, int col, int of, ts_matrix_kind kind)
{
    int share = ts_kind_share(kind);
    double by = share ? fabs(scale(row, col / share, of, kind)) : 1;
    return by * unscaled(row, col, of, kind);
}

static void fill(void *to, void *scales, ts_matrix_kind kind, int rows, int of)
{
    ts_dtype t = ts_kind_dtype(kind), by = ts_kind_scale(kind);
    int deep = deep_of(kind), groups = ts_kind_share(kind) ? deep / ts_kind_share(kind) : 0;
    for (int i = 0; i < rows * deep; i++)
        ts_place(t, to, (size_t)i, ts_encode(t, unscaled(i / deep, i % deep, of, kind)));
    for (int i = 0; i < rows * groups; i++)
        ts_place(by, scales, (size_t)i, ts_encode(by, scale(i / groups, i % groups, of, kind)));
}

static double sum_at(const uint32_t *y, int i, ts_matrix_kind kind)
{
    float x;
    memcpy(&x, &y[i], 4);
    return ts_dtypes[ts_kind_dtype(kind)].class == 'N' ? (double)(int32_t)y[i] : (double)x;
}

static bool is_right(const uint32_t *y, ts_matrix_kind kind)
{
    for (int i = 0; i < ROWS * COLS; i++) {
        double sum = ts_kind_share(kind) ? 0.5 : 0;
        for (int k = 0; k < deep_of(kind); k++)
            sum += element(i / COLS, k, 0, kind) * element(i % COLS, k, 1, kind);
        if (sum_at(y, i, kind) != sum) return false;
    }
    return true;
}

/* Runs a kernel and compares; false with *err filled where the device refuses or reports it. */
static bool run(ts_device *dev, ts_module *m, const char *kernel, ts_matrix_kind kind,
                ts_error *err)
{
    static uint8_t x[ROWS * DEEP], w[COLS * DEEP];
    static uint8_t of_x[ROWS * DEEP], of_w[COLS * DEEP];
    static uint32_t y[ROWS * COLS];
    void *const data[] = {x, w, y, of_x, of_w};
    const size_t bytes[] = {sizeof x, sizeof w, sizeof y, sizeof of_x, sizeof of_w};
    int n = ts_kind_share(kind) ? 5 : 3;
    bool ok = true;
    ts_buffer *b[5] = {NULL};
    ts_launch l = {.module = m, .kernel = kernel};
    fill(x, of_x, kind, ROWS, 0);
    fill(w, of_w, kind, COLS, 1);
    memset(y, 0xff, sizeof y);
    for (int i = 0; i < n; i++) {
        l.arg[i].buffer = b[i] = ts_buffer_new(dev, bytes[i], err);
        ok = ok && b[i] && !ts_buffer_put(b[i], 0, data[i], bytes[i], err);
    }
    ts_step *s = ok ? ts_step_record(dev, &l, 1, err) : NULL;
    ok =
        s && !ts_step_run(s, err) && !ts_buffer_get(b[2], 0, y, sizeof y, err) && is_right(y, kind);
    ts_step_free(s);
    for (int i = 0; i < n; i++) ts_buffer_free(b[i]);
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
static const mutant bytes_by_shuffles[] = {
    {"how & 1 ? b.y : b.x", "how & 1 ? b.z : b.x"}, /* the upper rows of b */
    {"how & 1 ? b.w : b.z", "how & 1 ? b.z : b.w"},
    {"(lane & 28) + t", "(lane & 24) + t"}, /* from whom a's and b's words come */
    {"8 * (lane & 3) + t", "4 * (lane & 3) + t"},
    {"low, first + 4)", "low, first)"},
    {"high, first + 4)", "high, first)"},
    {"a.w, mine)", "a.z, mine)"},
    {"n < 32", "n < 24"}, /* all bytes of a word, with their signs */
    {"(b >> n", "(a >> n"},
    {0},
};
static const mutant f8_by_shuffles[] = {
    {"x = add_f8(az, q1,", "x = add_f8(az, r1,"}, /* which row meets which */
    {"add_f8(ax, r0, y)", "add_f8(ax, q0, y)"},
    {"z = add_f8(aw, q1,", "z = add_f8(az, q1,"},
    {"add_f8(ay, r0, w)", "add_f8(ax, r0, w)"},
    {"& 0x7fu) << 20", "& 0x7fu) << 21"}, /* the number that a code is */
    {"0x1p120f", "0x1p119f"},
    {"& 0x80u) << 24", "& 0x40u) << 24"},
    {"n < 32", "n < 24"},
    {"of_f8(b >> n)", "of_f8(b)"},
    {0},
};
static const mutant f4_by_shuffles[] = {
    {"how & 1 ? b.y : b.x", "how & 1 ? b.z : b.x"}, /* the upper rows of q */
    {"how & 1 ? b.w : b.z", "how & 1 ? b.z : b.w"},
    {"p.scales, lane & 28)", "p.scales, lane & 24)"}, /* who has the scales of which row */
    {"p.scales, (lane & 28) + 1", "p.scales, (lane & 28) + 0"},
    {"q.scales, 8 * (lane & 3) + upper", "q.scales, 8 * (lane & 3)"},
    {"8 * (lane & 3) + 4 + upper", "8 * (lane & 3) + upper"},
    {"add_f4(az, q1, i >> o, k >> o", "add_f4(az, q1, i >> s, k >> o"}, /* and of which 32 */
    {"add_f4(az, r1, i >> o, l >> o", "add_f4(az, r1, i >> o, l >> s"},
    {"add_f4(aw, q1, j >> o, k", "add_f4(aw, q1, i >> o, k"},
    {"add_f4(ay, r0, j >> s, l >>", "add_f4(ay, r0, j >> s, k >>"},
    {"add_f4(ax, r0, i >> s,", "add_f4(ax, q0, i >> s,"}, /* which row meets which */
    {"z = add_f4(aw", "z = add_f4(az"},
    {"(code & 8u) << 28", "(code & 4u) << 28"}, /* the number that a code is */
    {"(code & 7u) << 22", "(code & 7u) << 21"},
    {"exponent << 23", "exponent << 22"},
    {"n < 32", "n < 28"},
    {0},
};
static const mutant nvfp4_by_shuffles[] = {
    {"p.scales, lane & 28)", "p.scales, lane & 24)"}, /* who has the scales of which row */
    {"q.scales, 8 * (lane & 3) + upper", "q.scales, 8 * (lane & 3)"},
    {"nv ? 8 * (t >> 1) : 0", "nv ? 8 * t : 0"}, /* and of which 16 */
    {"nv ? 8 * (t >> 1) : 0", "0"},
    {"nv ? s + 16 : 8", "nv ? s + 8 : 8"},
    {"nv = how & 2", "nv = how & 1"}, /* the number that a code is */
    {"(code & 0x7fu) << 20", "(code & 0x7fu) << 19"},
    {"0x1p120f", "0x1p119f"},
    {0},
};
static const mutant bytes_of_64[] = {
    {"mine = t + (lane & 15)", "mine = t + (lane >> 2)"},
    {"first = t + row", "first = row"},
    {"__shfl(b.y, mine)", "__shfl(b.x, mine)"},
    {"__shfl(a.z, lane)", "__shfl(a.y, lane)"},
    {"add_row_i8(a, first + 1", "add_row_i8(a, first + 2"},
    {"add_row_i8(a, first + 3", "add_row_i8(a, first + 2"},
    {"(signed char)(b >> n)", "(b >> n)"},
    {0},
};
static const mutant bytes_by_mfma[] = {
    {"eight_bytes(a.z, a.w)", "eight_bytes(a.w, a.z)"},
    {"eight_bytes(b.x, b.y)", "eight_bytes(b.x, b.z)"},
    {"(unsigned long)high << 32", "(unsigned long)low << 32"},
    {"(unsigned)sums[1]", "(unsigned)sums[2]"},
    {"(int)c.y", "(int)c.x"},
    {0},
};
static const mutant bytes_by_old_mfma[] = {
    {"(int)a.x, (int)b.x", "(int)a.x, (int)b.y"},
    {"(int)a.y, (int)b.y", "(int)a.x, (int)b.y"},
    {"(int)a.z, (int)b.z", "(int)a.z, (int)b.w"},
    {"(int)a.w, (int)b.w", "(int)a.w, (int)b.z"},
    {0},
};
static const mutant bytes_of_32[] = {
    {"odd = lane >> 4", "odd = lane & 1"},
    {"from = 2 * i + odd", "from = i + 8 * odd"},
    {"from), b[k], sum", "from), b[0], sum"},
    {"c[i] = sum", "c[7 - i] = sum"},
    {0},
};
static const mutant bytes_by_wmma[] = {
    {"(int)a[1], (int)a[2]", "(int)a[2], (int)a[1]"},
    {"a1 = {(int)a[4]", "a1 = {(int)a[0]"},
    {"b0 = {(int)b[0]", "b0 = {(int)b[4]"},
    {"(int)b[6], (int)b[7]", "(int)b[7], (int)b[6]"},
    {"true, a1", "false, a1"},
    {0},
};

static const struct way {
    const char *target;
    const char *instruction; /* takes what stands behind the line with this; NULL: behind #else */
    struct {
        ts_matrix_kind of;
        const char *call;
    } text[2]; /* the first is spoilt; the second may be missing */
    const mutant *mutants;
} ways[] = {
    {"cuda",
     NULL,
     {{TS_KIND_BF16, ".f32.bf16.bf16.f32"}, {TS_KIND_F16, ".f32.f16.f16.f32"}},
     by_shuffles},
    {"cuda", NULL, {{TS_KIND_E4M3, ".f32.e4m3.e4m3.f32"}}, f8_by_shuffles},
    {"cuda", NULL, {{TS_KIND_I8, ".s32.s8.s8.s32"}}, bytes_by_shuffles},
    {"cuda", NULL, {{TS_KIND_MXFP4, ".f32.e2m1.e2m1.f32.ue8m0"}}, f4_by_shuffles},
    {"cuda", NULL, {{TS_KIND_NVFP4, ".f32.e2m1.e2m1.f32.ue4m3"}}, nvfp4_by_shuffles},
    {"hip:wave64",
     NULL,
     {{TS_KIND_BF16, "_mfma_f32_16x16x16bf16_1k("}, {TS_KIND_F16, "_mfma_f32_16x16x16f16("}},
     of_64},
    {"hip:wave64",
     "defined(__gfx90a__)",
     {{TS_KIND_BF16, "_mfma_f32_16x16x16bf16_1k("}, {TS_KIND_F16, "_mfma_f32_16x16x16f16("}},
     by_mfma},
    {"hip:wave64", NULL, {{TS_KIND_I8, "_mfma_i32_16x16x32_i8("}}, bytes_of_64},
    {"hip:wave64", "defined(__gfx942__)", {{TS_KIND_I8, "_mfma_i32_16x16x32_i8("}}, bytes_by_mfma},
    {"hip:wave64",
     "defined(__gfx90a__)",
     {{TS_KIND_I8, "_mfma_i32_16x16x16i8("}},
     bytes_by_old_mfma},
    {"hip:wave32",
     NULL,
     {{TS_KIND_BF16, "_wmma_f32_16x16x16_bf16_w32("}, {TS_KIND_F16, "_wmma_f32_16x16x16_f16_w32("}},
     of_32},
    {"hip:wave32",
     "defined(__GFX11__)",
     {{TS_KIND_BF16, "_wmma_f32_16x16x16_bf16_w32("}, {TS_KIND_F16, "_wmma_f32_16x16x16_f16_w32("}},
     by_wmma},
    {"hip:wave32", NULL, {{TS_KIND_I8, "_wmma_i32_16x16x16_iu8_w32("}}, bytes_of_32},
    {"hip:wave32",
     "defined(__GFX11__)",
     {{TS_KIND_I8, "_wmma_i32_16x16x16_iu8_w32("}},
     bytes_by_wmma},
    {"msl",
     NULL,
     {{TS_KIND_BF16, "typedef simdgroup_bfloat8x8 "}, {TS_KIND_F16, "typedef simdgroup_half8x8 "}},
     by_own_rows},
    {"msl",
     "__METAL_VERSION__ >= 310",
     {{TS_KIND_BF16, "typedef simdgroup_bfloat8x8 "}, {TS_KIND_F16, "typedef simdgroup_half8x8 "}},
     by_simdgroups},
};
enum { WAYS = sizeof ways / sizeof *ways };

/* ---- texts side by side in one module, since starting the compiler is most of what it costs ---- */

/* All names that texts define; each text has them with its number behind. */
static const char *const names[] = {
    "take_turn", "product",     "fragment",  "multiply",        "element",
    "add_",      "rows_bf16",   "rows_f16",  "of_lane",         "sums",
    "unload",    "begin_copy",  "end_group", "wait_for_groups", "of_f8",
    "of_f4",     "eight_bytes", "scaled",    "of_scale",        "!simdgroup_multiply_accumulate",
    NULL};

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

/* What a compiler for the way's GPUs has defined is true. */
static char *text_for(const struct way *w, int n)
{
    char *text = text_of(w->target, w->text[n].of, true);
    sign(w->target, text);
    assert_non_null(strstr(text, "= multiply"));
    assert_non_null(strstr(text, w->text[n].call));
    char *line = w->instruction ? strstr(text, w->instruction) : text;
    assert_non_null(line);
    if (w->instruction) memset(line, '1', 1), memset(line + 1, ' ', strlen(w->instruction) - 1);
    return text;
}

enum { MOST = 32 }; /* texts of one way */

/* The texts as they are, then each of the mutants, of the first; numbers count on from `number`. */
static void put_way(FILE *f, const struct way *w, int number)
{
    char *text = text_for(w, 0), *second = w->text[1].call ? text_for(w, 1) : NULL;
    put_text(f, names, text, NULL, number);
    if (second) put_text(f, names, second, NULL, number + 1);
    for (int i = 0; w->mutants[i].from; i++) {
        assert_true(i + 2 < MOST);
        char *spoilt = spoil(w, text, w->mutants[i].from, w->mutants[i].to);
        put_text(f, names, spoilt, NULL, number + i + 2);
        free(spoilt);
    }
    free(text);
    free(second);
}

/* All ways of the target of the first. */
static char *all_texts(int first, int behind, size_t *bytes)
{
    char *all = NULL;
    FILE *f = open_memstream(&all, bytes);
    assert_non_null(f);
    for (int n = first; n < behind; n++) put_way(f, &ways[n], n * MOST);
    fclose(f);
    return all;
}

static void check_way(ts_device *dev, ts_module *m, int n)
{
    const struct way *w = &ways[n];
    ts_error err = {0};
    char name[40];
    for (int i = 0; i < 2 && w->text[i].call; i++) {
        ts_matrix_kind kind = w->text[i].of;
        snprintf(name, sizeof name, "product%d", n * MOST + i);
        if (!run(dev, m, name, kind, &err))
            fail_msg("%s, %s: %s", w->target, ts_dtypes[ts_kind_dtype(kind)].name, err.text);
    }
    for (int i = 0; w->mutants[i].from; i++) {
        snprintf(name, sizeof name, "product%d", n * MOST + i + 2);
        if (run(dev, m, name, w->text[0].of, &err))
            fail_msg("%s: \"%s\" for \"%s\" is not noticed", w->target, w->mutants[i].to,
                     w->mutants[i].from);
    }
}

static void check_target(ts_device *dev, int first, int behind)
{
    ts_error err = {0};
    size_t bytes;
    char *text = all_texts(first, behind, &bytes);
    ts_module *m = ts_module_load(dev, text, bytes, &err);
    if (!m) fail_msg("%s: %s", ways[first].target, err.text);
    for (int n = first; n < behind; n++) check_way(dev, m, n);
    ts_module_free(m);
    free(text);
}

static int behind_target(int first)
{
    int n = first;
    while (n < WAYS && !strcmp(ways[n].target, ways[first].target)) n++;
    return n;
}

static void every_lane_counts(void **state)
{
    (void)state;
    for (int i = 0; i < WAYS; i = behind_target(i)) {
        ts_error err = {0};
        char spec[40];
        snprintf(spec, sizeof spec, "shim:%s", ways[i].target);
        ts_device *dev = ts_device_open(spec, 1, &err);
        if (!dev) printf("skipped: %s\n", err.text);
        if (dev) check_target(dev, i, behind_target(i));
        ts_device_close(dev);
    }
}

/* What a vendor's compiler is to read: the kernel of each kind that the target's unit takes. */
static int print(const char *target)
{
    static const ts_matrix_kind of[] = {TS_KIND_BF16, TS_KIND_F16,   TS_KIND_I8,
                                        TS_KIND_E4M3, TS_KIND_MXFP4, TS_KIND_NVFP4};
    for (int i = 0; i < (strcmp(target, "cuda") ? 3 : 6); i++) {
        char *text = text_of(target, of[i], false);
        put_text(stdout, names, text, NULL, i);
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
