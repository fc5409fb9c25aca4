/* test_clike.c - forms built by hand, as the C-like languages spell them.
 *
 * One form uses every operation; `test_clike --print LANGUAGE` prints it, and check_toolchains.sh
 * has the real compilers read that. Small forms show wrapping, literals and parentheses. */
#include "simt/cuda_like.h"
#include "simt/msl.h"
#include "simt/print.h"
#include "test/simt/by_hand.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* The first targets of the languages that look like C, each of which has a dialect of its own. */
static const struct language {
    const char *name;
    bool shuffles;
} languages[] = {{"cuda", true}, {"hip", true}, {"musa", true}, {"msl", true}, {"opencl", false}};

enum { LANGUAGES = sizeof languages / sizeof *languages };

static const ts_dialect *dialect_of(const char *language)
{
    const ts_target *t = ts_target_find(language, NULL);
    assert_non_null(t);
    return t->dialect;
}

static char *copy(const char *text)
{
    char *s = strdup(text);
    assert_non_null(s);
    return s;
}

static ts_simt *new_form(const char *name)
{
    static const ts_sparam params[] = {
        {"w", 16, TS_u32, TS_IN, false, false},
        {"x", 32, TS_f32, TS_INOUT, false, false},
        {"codes", 8, TS_u32, TS_OUT, false, false},
        {"found", 32, TS_i32, TS_OUT, false, false},
    };
    ts_simt *s = ts_simt_new(name, NULL);
    assert_non_null(s);
    s->kernel = copy(name);
    s->in = ts_files_add(&s->files, "folder/by_hand.c");
    s->threads = 64;
    s->count = -1;
    s->params = 4;
    s->param = calloc(4, sizeof *s->param);
    s->sizes = 1;
    s->size_name = calloc(1, sizeof *s->size_name);
    assert_true(s->param && s->size_name);
    memcpy(s->param, params, sizeof params);
    for (int i = 0; i < 4; i++) s->param[i].name = copy(params[i].name);
    s->size_name[0] = copy("n");
    return s;
}

static uint32_t put(ts_simt *s, ts_sop op, int type, uint32_t a, uint32_t b, int n)
{
    return ts_s_put(s, (ts_sinst){.op = op, .type = type, .a = a, .b = b, .n = n});
}

static uint32_t load(ts_simt *s, int param, uint32_t index)
{
    return put(s, TS_S_LOAD, s->param[param].type, index, 0, param);
}

static void store(ts_simt *s, int param, uint32_t index, uint32_t what)
{
    put(s, TS_S_STORE, 0, index, what, param);
}

/* Stores every elementwise op of the operands' type; each result goes to x, found or codes. */
static void every_elem(ts_simt *s, uint32_t at, uint32_t a, uint32_t b, char class)
{
    for (int op = 0; op < TS_NOP; op++) {
        const ts_opinfo *info = &ts_opinfos[op];
        if (!info->types || !strchr(info->types, class)) continue;
        uint32_t v = ts_s_op(s, (ts_opcode)op, a, b, b);
        int type = ts_s_type(s, v);
        if (type == TS_f32)
            store(s, 1, at, v);
        else
            store(s, 3, at, type == TS_u32 ? ts_s_bits(s, TS_i32, v) : ts_s_to(s, TS_i32, v));
    }
}

static void conversions(ts_simt *s, uint32_t at, uint32_t f, uint32_t i, uint32_t u)
{
    store(s, 1, at, ts_s_to(s, TS_f32, i));
    store(s, 1, at, ts_s_to(s, TS_f32, u));
    store(s, 1, at, ts_s_bits(s, TS_f32, i));
    store(s, 1, at, ts_s_bits(s, TS_f32, u));
    store(s, 3, at, ts_s_to(s, TS_i32, f));
    store(s, 3, at, ts_s_bits(s, TS_i32, f));
    store(s, 3, at, ts_s_to(s, TS_i32, ts_s_to(s, TS_u32, f)));
    store(s, 3, at, ts_s_to(s, TS_i32, ts_s_op(s, TS_lt_, f, ts_s_f32(s, 0.5), 0)));
    store(s, 2, at, ts_s_op(s, TS_and_, ts_s_bits(s, TS_u32, f), ts_s_u32(s, 255), 0));
    store(s, 1, at, put(s, TS_S_HALF, TS_f32, u, 0, 0));
    store(s, 3, at, ts_s_bits(s, TS_i32, put(s, TS_S_TO_HALF, TS_u32, f, 0, 0)));
    store(s, 1, at, ts_s_f32(s, INFINITY));
    store(s, 1, at, ts_s_f32(s, -INFINITY));
    store(s, 1, at, ts_s_f32(s, NAN));
}

static void memory(ts_simt *s, uint32_t thread, uint32_t quad, bool shuffles, bool quads)
{
    uint32_t sum = put(s, TS_S_VAR, TS_u32, ts_s_u32(s, 7), 0, 0);
    uint32_t i = ts_s_put(s, (ts_sinst){.op = TS_S_FOR,
                                        .type = TS_i32,
                                        .a = ts_s_i32(s, 0),
                                        .b = ts_s_i32(s, 8),
                                        .c = ts_s_i32(s, 2),
                                        .n = 4});
    uint32_t now = put(s, TS_S_GET, TS_u32, sum, 0, 0);
    now = ts_s_op(s, TS_add_, now, ts_s_bits(s, TS_u32, i), 0);
    for (int w = 0; w < 4; w++)
        now = ts_s_op(s, TS_xor_, now, put(s, TS_S_WORD, TS_u32, quad, 0, w), 0);
    put(s, TS_S_SET, 0, sum, now, 0);
    put(s, TS_S_END, 0, 0, 0, 0);
    put(s, TS_S_SHARE, 0, thread, put(s, TS_S_GET, TS_u32, sum, 0, 0), 0);
    put(s, TS_S_BARRIER, 0, 0, 0, TS_LOCAL);
    uint32_t other = ts_s_op(s, TS_xor_, thread, ts_s_i32(s, 1), 0);
    uint32_t got = put(s, TS_S_SHARED, TS_u32, other, 0, 0);
    if (shuffles) {
        put(s, TS_S_SHUFFLE, TS_u32, got, 0, 8); /* nobody uses it, and yet all must take part */
        got = put(s, TS_S_SHUFFLE, TS_u32, got, 0, 16);
    }
    put(s, TS_S_BARRIER, 0, 0, 0, TS_GLOBAL);
    put(s, TS_S_BARRIER, 0, 0, 0, TS_LOCAL | TS_GLOBAL);
    if (quads) {
        uint32_t mine = ts_s_op(s, TS_mul_, thread, ts_s_i32(s, 4), 0);
        uint32_t some = ts_s_op(s, TS_lt_, thread, ts_s_i32(s, 9), 0);
        put(s, TS_S_SHARE4, 0, mine, ts_s_select(s, some, quad, ts_s_zeros(s, TS_QUAD)), 0);
        uint32_t back = put(s, TS_S_SHARED4, TS_QUAD, mine, 0, 0);
        got = ts_s_op(s, TS_xor_, got, put(s, TS_S_WORD, TS_u32, back, 0, 2), 0);
    }
    uint32_t zero = ts_s_op(s, TS_eq_, thread, ts_s_i32(s, 0), 0);
    put(s, TS_S_IF, 0, zero, 0, 0);
    store(s, 2, thread, ts_s_op(s, TS_shr_, got, ts_s_u32(s, 24), 0));
    put(s, TS_S_END, 0, 0, 0, 0);
}

/* quads: of shared memory, too. */
static ts_simt *every_op(bool shuffles, bool quads)
{
    ts_simt *s = new_form("every_op");
    s->shared = quads ? 256 : 64;
    s->cost = 12;
    uint32_t thread = put(s, TS_S_THREAD, TS_i32, 0, 0, 0);
    uint32_t group = put(s, TS_S_GROUP, TS_i32, 0, 0, 0);
    uint32_t groups = put(s, TS_S_GROUPS, TS_i32, 0, 0, 0);
    uint32_t size = put(s, TS_S_SIZE, TS_i32, 0, 0, 0);
    uint32_t program = ts_s_put(
        s,
        (ts_sinst){.op = TS_S_FOR, .type = TS_i32, .a = group, .b = size, .c = groups, .line = 7});
    uint32_t at = ts_s_op(s, TS_mul_, program, ts_s_i32(s, 64), 0);
    at = ts_s_op(s, TS_add_, at, thread, 0);
    uint32_t f = load(s, 1, at), i = load(s, 3, at), u = load(s, 0, at);
    uint32_t g = ts_s_op(s, TS_add_, f, ts_s_f32(s, 1), 0);
    uint32_t p = ts_s_op(s, TS_lt_, f, g, 0), q = ts_s_op(s, TS_le_, i, thread, 0);
    every_elem(s, at, f, g, 'F');
    every_elem(s, at, i, ts_s_i32(s, 3), 'I');
    every_elem(s, at, u, ts_s_u32(s, 5), 'U');
    every_elem(s, at, p, q, 'B');
    conversions(s, at, f, i, u);
    store(s, 1, at, ts_s_select(s, p, f, g));
    memory(s, thread, put(s, TS_S_LOAD4, TS_QUAD, program, 0, 0), shuffles, quads);
    put(s, TS_S_END, 0, 0, 0, 0);
    ts_simt_finish(s);
    assert_false(s->failed);
    return s;
}

/* Prints and frees the form. */
static char *text_of(ts_simt *s, const ts_dialect *d)
{
    ts_text out = {0};
    ts_error err = {0};
    const ts_simt *forms[] = {s};
    ts_by_hand_says(s);
    assert_int_equal(ts_print_clike(&out, forms, 1, d, &err), 0);
    ts_simt_free(s);
    return out.s;
}

static void expect(const char *text, const char *part)
{
    if (!strstr(text, part)) fail_msg("no \"%s\" in\n%s", part, text);
}

static void refuse(const char *text, const char *part)
{
    if (strstr(text, part)) fail_msg("\"%s\" in\n%s", part, text);
}

static void heads(void **state)
{
    (void)state;
    static const char line[] =
        "// tessera kernel=every_op entry=every_op params=i16,b32,o8,o32 sizes=1 cost=12 "
        "wide=0 threads=64 teams=1 count=-1 shared=256\n";
    static const char *const head[LANGUAGES] = {
        [0] = "extern \"C\" __global__ void __launch_bounds__(64) every_op(\n"
              "    const unsigned short *b0, // w\n"
              "    float *b1, // x\n"
              "    unsigned char *b2, // codes\n"
              "    int *b3, // found\n"
              "    const int *s0) // n\n"
              "{\n"
              "    __shared__ unsigned shared[64];\n",
        [3] = "kernel void every_op(\n"
              "    device const ushort *b0 [[buffer(0)]], // w\n"
              "    device float *b1 [[buffer(1)]], // x\n"
              "    device uchar *b2 [[buffer(2)]], // codes\n"
              "    device int *b3 [[buffer(3)]], // found\n"
              "    device const int *s0 [[buffer(4)]], // n\n"
              "    uint local [[thread_position_in_threadgroup]],\n",
        [4] = "__kernel __attribute__((reqd_work_group_size(64, 1, 1))) void every_op(\n"
              "    __global const ushort *b0, // w\n"
              "    __global float *b1, // x\n"
              "    __global uchar *b2, // codes\n"
              "    __global int *b3, // found\n"
              "    __global const int *s0, // n\n"
              "    uint o0, // offset\n"
              "    uint o1, // offset\n"
              "    uint o2, // offset\n"
              "    uint o3, // offset\n"
              "    uint p0) // offset\n"
              "{\n"
              "    __local uint shared[64];\n"
              "    b0 += o0;\n"
              "    b1 += o1;\n"
              "    b2 += o2;\n"
              "    b3 += o3;\n"
              "    s0 += p0;\n",
    };
    for (int i = 0; i < LANGUAGES; i++) {
        char *text = text_of(every_op(languages[i].shuffles, false), dialect_of(languages[i].name));
        expect(text, line);
        expect(text, head[i] ? head[i] : head[0]);
        expect(text, "    // by_hand.c:7\n    for (int v");
        free(text);
    }
}

static void every_op_is_spelled(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "expf(",
        "rsqrtf(",
        "fminf(",
        "fabsf(",
        "fmaf(",
        "rintf(",
        " ? ",
        "min(",
        "max(",
        ">> 24",
        "half_to_float(",
        "float_to_half(",
        "__shfl_xor_sync(0xffffffffu, ",
        "((const uint4 *)b0)[",
        ".w",
        "__syncthreads();",
        "shared[v",
        "__float_as_uint(",
        "__uint_as_float(",
        "b2[",
        "= (unsigned char)",
        "(unsigned)b0[",
        "-__int_as_float(",
        "#pragma unroll 4\n",
        "if (v",
        "&&",
        "||",
        "(int)threadIdx.x",
    };
    char *text = text_of(every_op(true, false), dialect_of("cuda"));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) expect(text, parts[i]);
    expect(text, "\n        __shfl_xor_sync(0xffffffffu, ");
    expect(text, "= (unsigned char)(__float_as_uint(");
    expect(text, "forceinline__ float half_to_float(");
    expect(text, "forceinline__ unsigned float_to_half(");
    static const char *const denied[] = {"double", "__expf", "#include", "__restrict__", "$", "%f"};
    for (size_t i = 0; i < sizeof denied / sizeof *denied; i++) refuse(text, denied[i]);
    free(text);
    text = text_of(every_op(true, false), dialect_of("msl"));
    expect(text, "precise::exp(");
    expect(text, "precise::fmin(");
    expect(text, " floor(");
    expect(text, "simd_shuffle_xor(");
    refuse(text, "double");
    refuse(text, "static");
    free(text);
}

static void printing_is_a_function(void **state)
{
    (void)state;
    for (int i = 0; i < LANGUAGES; i++) {
        char *one = text_of(every_op(languages[i].shuffles, false), dialect_of(languages[i].name));
        char *two = text_of(every_op(languages[i].shuffles, false), dialect_of(languages[i].name));
        assert_string_equal(one, two);
        free(one);
        free(two);
    }
}

/* A form that stores one value made of loads of x (f32) and found (i32). */
typedef uint32_t maker(ts_simt *s, uint32_t a, uint32_t b);

static void spelled_as(maker *make, int param, const char *want)
{
    ts_simt *s = new_form("small");
    uint32_t zero = ts_s_i32(s, 0), a = load(s, param, zero), b = load(s, param, zero);
    store(s, param, zero, make(s, a, b));
    ts_simt_finish(s);
    char *text = text_of(s, dialect_of("cuda")), line[256];
    /* values 2 and 3 are the loads */
    snprintf(line, sizeof line, "    b%d[0] = %s;\n", param, want);
    expect(text, line);
    refuse(text, "half"); /* helpers come only where they are used */
    free(text);
}

static uint32_t op(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    return ts_s_op(s, elem, a, b, 0);
}

static uint32_t wrapping_chain(ts_simt *s, uint32_t a, uint32_t b)
{
    return op(s, TS_add_, op(s, TS_mul_, a, ts_s_i32(s, 1536)), op(s, TS_shl_, b, ts_s_i32(s, 4)));
}

static uint32_t fitting_chain(ts_simt *s, uint32_t a, uint32_t b)
{
    uint32_t row = op(s, TS_min_, op(s, TS_max_, a, ts_s_i32(s, 0)), ts_s_i32(s, 9));
    return op(s, TS_add_, op(s, TS_mul_, row, ts_s_i32(s, 1536)),
              op(s, TS_rem_, b, ts_s_i32(s, 5)));
}

static uint32_t negated(ts_simt *s, uint32_t a, uint32_t b)
{
    return op(s, TS_sub_, op(s, TS_neg_, a, 0), op(s, TS_sub_, b, ts_s_i32(s, -1)));
}

static uint32_t magnitude(ts_simt *s, uint32_t a, uint32_t b)
{
    (void)b;
    return op(s, TS_abs_, a, 0);
}

static uint32_t grouping(ts_simt *s, uint32_t a, uint32_t b)
{
    uint32_t product = op(s, TS_mul_, op(s, TS_add_, a, b), op(s, TS_sub_, a, b));
    uint32_t near_one = ts_s_f32(s, 1 + 0x1p-23);
    return op(s, TS_sub_, op(s, TS_mul_, a, near_one), op(s, TS_sub_, product, ts_s_f32(s, -0.0)));
}

static uint32_t double_minus(ts_simt *s, uint32_t a, uint32_t b)
{
    (void)b;
    return op(s, TS_neg_, op(s, TS_neg_, a, 0), 0);
}

static uint32_t predicates(ts_simt *s, uint32_t a, uint32_t b)
{
    uint32_t p = op(s, TS_lt_, a, b), q = op(s, TS_eq_, a, b), r = op(s, TS_le_, a, ts_s_f32(s, 1));
    uint32_t all = op(s, TS_or_, op(s, TS_and_, p, q), r);
    return ts_s_select(s, all, ts_s_f32(s, 1e30), ts_s_f32(s, 1e-45));
}

static uint32_t bit_ops(ts_simt *s, uint32_t a, uint32_t b)
{
    uint32_t x = op(s, TS_and_, op(s, TS_and_, a, b), op(s, TS_shr_, a, ts_s_i32(s, 3)));
    return op(s, TS_or_, x, op(s, TS_mul_, b, ts_s_i32(s, INT32_MIN)));
}

static void small_forms(void **state)
{
    (void)state;
    spelled_as(wrapping_chain, 3, "(int)((unsigned)v2 * 1536u + ((unsigned)v5 << 4))");
    spelled_as(fitting_chain, 3, "min(max(v2, 0), 9) * 1536 + v8 % 5");
    spelled_as(negated, 3, "(int)(0u - (unsigned)v2 - ((unsigned)v4 - 4294967295u))");
    spelled_as(magnitude, 3, "(int)(v2 < 0 ? 0u - (unsigned)v2 : (unsigned)v2)");
    spelled_as(grouping, 1, "v2 * 1.0000001f - ((v2 + v5) * (v2 - v5) - -0.0f)");
    spelled_as(double_minus, 1, "-(-v2)");
    spelled_as(predicates, 1, "(v2 < v3 && v2 == v3) || v2 <= 1.0f ? 1e+30f : 1.4013e-45f");
    spelled_as(bit_ops, 3, "(v2 & v3 & (v2 >> 3)) | (int)((unsigned)v3 * 2147483648u)");
}

/* ---- each op, alone ---- */

/* Operands of that type: loads of x or found, their bits, or comparisons. */
static uint32_t operand(ts_simt *s, ts_dtype t, uint32_t a, uint32_t b)
{
    if (t == TS_u32) return ts_s_bits(s, TS_u32, a);
    return t == TS_b1 ? op(s, TS_lt_, a, b) : a;
}

static char *spelling(const char *language, ts_opcode elem, ts_dtype t)
{
    ts_simt *s = new_form("small");
    int param = t == TS_f32 ? 1 : 3;
    uint32_t zero = ts_s_i32(s, 0), v[3];
    for (int i = 0; i < 3; i++) v[i] = load(s, param, zero);
    int args = ts_opinfos[elem].args;
    uint32_t x = ts_s_op(s, elem, operand(s, t, v[0], v[1]),
                         args > 1 ? operand(s, t, v[1], v[0]) : 0, args > 2 ? v[2] : 0);
    int type = ts_s_type(s, x);
    if (type == TS_b1) x = ts_s_to(s, TS_i32, x);
    if (type == TS_u32) x = ts_s_bits(s, TS_i32, x);
    store(s, type == TS_f32 ? 1 : 3, zero, x);
    ts_simt_finish(s);
    char *text = text_of(s, dialect_of(language)), *at = strstr(text, "[0] = ");
    while (at && strstr(at + 1, "[0] = ")) at = strstr(at + 1, "[0] = ");
    if (!at) fail_msg("nothing is stored:\n%s", text);
    char *end = at ? strchr(at, ';') : NULL;
    if (end) *end = 0;
    at = end ? copy(at + strlen("[0] = ")) : NULL;
    free(text);
    return at;
}

static void must_be(const char *language, ts_opcode elem, ts_dtype t, const char *want)
{
    char *text = spelling(language, elem, t);
    if (strcmp(text, want) != 0)
        fail_msg("%s, %s of %s: %s", language, ts_opinfos[elem].name, ts_dtypes[t].name, text);
    free(text);
}

/* Of all, since what is like C but for the names of functions has one table. */
static const struct {
    ts_opcode op;
    ts_dtype type;
    const char *text;
} spelled[] = {
    {TS_add_, TS_f32, "v2 + v3"},
    {TS_add_, TS_i32, "(int)((unsigned)v2 + (unsigned)v3)"},
    {TS_add_, TS_u32, "(int)((unsigned)v2 + (unsigned)v4)"},
    {TS_sub_, TS_f32, "v2 - v3"},
    {TS_sub_, TS_i32, "(int)((unsigned)v2 - (unsigned)v3)"},
    {TS_sub_, TS_u32, "(int)((unsigned)v2 - (unsigned)v4)"},
    {TS_mul_, TS_f32, "v2 * v3"},
    {TS_mul_, TS_i32, "(int)((unsigned)v2 * (unsigned)v3)"},
    {TS_mul_, TS_u32, "(int)((unsigned)v2 * (unsigned)v4)"},
    {TS_div_, TS_f32, "v2 / v3"},
    {TS_div_, TS_i32, "v2 / v3"},
    {TS_div_, TS_u32, "(int)((unsigned)v2 / (unsigned)v4)"},
    {TS_rem_, TS_i32, "v2 % v3"},
    {TS_rem_, TS_u32, "(int)((unsigned)v2 % (unsigned)v4)"},
    {TS_min_, TS_f32, "fminf(v2, v3)"},
    {TS_min_, TS_i32, "min(v2, v3)"},
    {TS_min_, TS_u32, "(int)min((unsigned)v2, (unsigned)v4)"},
    {TS_max_, TS_f32, "fmaxf(v2, v3)"},
    {TS_max_, TS_i32, "max(v2, v3)"},
    {TS_max_, TS_u32, "(int)max((unsigned)v2, (unsigned)v4)"},
    {TS_neg_, TS_f32, "-v2"},
    {TS_neg_, TS_i32, "(int)(0u - (unsigned)v2)"},
    {TS_abs_, TS_f32, "fabsf(v2)"},
    {TS_abs_, TS_i32, "(int)(v2 < 0 ? 0u - (unsigned)v2 : (unsigned)v2)"},
    {TS_fma_, TS_f32, "fmaf(v2, v3, v4)"},
    {TS_exp_, TS_f32, "expf(v2)"},
    {TS_exp2_, TS_f32, "exp2f(v2)"},
    {TS_log_, TS_f32, "logf(v2)"},
    {TS_log2_, TS_f32, "log2f(v2)"},
    {TS_sqrt_, TS_f32, "sqrtf(v2)"},
    {TS_rsqrt_, TS_f32, "rsqrtf(v2)"},
    {TS_floor_, TS_f32, "floorf(v2)"},
    {TS_trunc_, TS_f32, "truncf(v2)"},
    {TS_rint_, TS_f32, "rintf(v2)"},
    {TS_and_, TS_i32, "v2 & v3"},
    {TS_and_, TS_u32, "(int)((unsigned)v2 & (unsigned)v4)"},
    {TS_and_, TS_b1, "(int)(v2 < v3 && v3 < v2)"},
    {TS_or_, TS_i32, "v2 | v3"},
    {TS_or_, TS_u32, "(int)((unsigned)v2 | (unsigned)v4)"},
    {TS_or_, TS_b1, "(int)(v2 < v3 || v3 < v2)"},
    {TS_xor_, TS_i32, "v2 ^ v3"},
    {TS_xor_, TS_u32, "(int)((unsigned)v2 ^ (unsigned)v4)"},
    {TS_xor_, TS_b1, "(int)((v2 < v3) != (v3 < v2))"},
    {TS_shl_, TS_i32, "(int)((unsigned)v2 << v3)"},
    {TS_shl_, TS_u32, "(int)((unsigned)v2 << (unsigned)v4)"},
    {TS_shr_, TS_i32, "v2 >> v3"},
    {TS_shr_, TS_u32, "(int)((unsigned)v2 >> (unsigned)v4)"},
    {TS_dot2_, TS_i32,
     "(int)((unsigned)((short)v2 * (short)v3) + (unsigned)((v2 >> 16) * (v3 >> 16)))"},
    {TS_dot4_, TS_i32,
     "((signed char)(v2 >> 0) * (signed char)(v3 >> 0) + (signed char)(v2 >> 8) * (signed char)(v3 "
     ">> 8) + "
     "(signed char)(v2 >> 16) * (signed char)(v3 >> 16) + (v2 >> 24) * (v3 >> 24))"},
    {TS_e2m1_, TS_i32,
     "(int)(((12u + ((0xc8643210u >> (((v2 >> 0) & 7) << 2)) & 15u) * (((v2 >> 0) & 8) != 0 ? "
     "0xffffffffu : 1u)) << 0) | ((12u + ((0xc8643210u >> (((v2 >> 8) & 7) << 2)) & 15u) * "
     "(((v2 >> 8) & 8) != 0 ? 0xffffffffu : 1u)) << 8) | ((12u + ((0xc8643210u >> (((v2 >> 16) & "
     "7) << 2)) & 15u) * (((v2 >> 16) & 8) != 0 ? 0xffffffffu : 1u)) << 16) | ((12u + "
     "((0xc8643210u "
     ">> (((v2 >> 24) & 7) << 2)) & 15u) * (((v2 >> 24) & 8) != 0 ? 0xffffffffu : 1u)) << 24))"},
    {TS_lt_, TS_f32, "(int)(v2 < v3)"},
    {TS_lt_, TS_i32, "(int)(v2 < v3)"},
    {TS_lt_, TS_u32, "(int)((unsigned)v2 < (unsigned)v4)"},
    {TS_le_, TS_f32, "(int)(v2 <= v3)"},
    {TS_le_, TS_i32, "(int)(v2 <= v3)"},
    {TS_le_, TS_u32, "(int)((unsigned)v2 <= (unsigned)v4)"},
    {TS_eq_, TS_f32, "(int)(v2 == v3)"},
    {TS_eq_, TS_i32, "(int)(v2 == v3)"},
    {TS_eq_, TS_u32, "(int)((unsigned)v2 == (unsigned)v4)"},
    {TS_eq_, TS_b1, "(int)((v2 < v3) == (v3 < v2))"},
    {TS_ne_, TS_f32, "(int)(v2 != v3)"},
    {TS_ne_, TS_i32, "(int)(v2 != v3)"},
    {TS_ne_, TS_u32, "(int)((unsigned)v2 != (unsigned)v4)"},
    {TS_ne_, TS_b1, "(int)((v2 < v3) != (v3 < v2))"},
};

static void each_op_is_spelled_so(void **state)
{
    static const char *const like[] = {"cuda", "hip", "musa"};
    size_t n = sizeof spelled / sizeof *spelled, all = 0;
    (void)state;
    for (size_t i = 0; i < n; i++)
        for (size_t l = 0; l < sizeof like / sizeof *like; l++)
            must_be(like[l], spelled[i].op, spelled[i].type, spelled[i].text);
    for (int op = 0; op < TS_NOP; op++)
        if (ts_is_elem((ts_opcode)op)) all += strlen(ts_opinfos[op].types);
    assert_int_equal(n, all); /* none is missing */
}

static void functions_of_other_languages(void **state)
{
    static const struct {
        ts_opcode op;
        const char *opencl, *msl;
    } each[] = {
        {TS_min_, "fmin(v2, v3)", "precise::fmin(v2, v3)"},
        {TS_max_, "fmax(v2, v3)", "precise::fmax(v2, v3)"},
        {TS_abs_, "fabs(v2)", "fabs(v2)"},
        {TS_fma_, "fma(v2, v3, v4)", "fma(v2, v3, v4)"},
        {TS_exp_, "exp(v2)", "precise::exp(v2)"},
        {TS_exp2_, "exp2(v2)", "precise::exp2(v2)"},
        {TS_log_, "log(v2)", "precise::log(v2)"},
        {TS_log2_, "log2(v2)", "precise::log2(v2)"},
        {TS_sqrt_, "sqrt(v2)", "precise::sqrt(v2)"},
        {TS_rsqrt_, "rsqrt(v2)", "precise::rsqrt(v2)"},
        {TS_floor_, "floor(v2)", "floor(v2)"},
        {TS_trunc_, "trunc(v2)", "trunc(v2)"},
        {TS_rint_, "rint(v2)", "rint(v2)"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        must_be("opencl", each[i].op, TS_f32, each[i].opencl);
        must_be("msl", each[i].op, TS_f32, each[i].msl);
    }
}

static int print_language(const char *name)
{
    for (int i = 0; i < LANGUAGES; i++) {
        if (strcmp(languages[i].name, name)) continue;
        char *text = text_of(every_op(languages[i].shuffles, true), dialect_of(languages[i].name));
        fputs(text, stdout);
        free(text);
        return 0;
    }
    fprintf(stderr, "no language %s\n", name);
    return 1;
}

/* A row of 11 quads a program, summed and (if `meet`) shuffled; the row stays if `same`. */
static ts_simt *streaming(const char *target, bool meet, bool same)
{
    ts_simt *s = new_form("streaming");
    s->target = ts_target_find(target, NULL);
    assert_non_null(s->target);
    s->traits = ts_simt_traits_of(s->target);
    uint32_t group = put(s, TS_S_GROUP, TS_i32, 0, 0, 0), one = ts_s_i32(s, 1);
    uint32_t sum = put(s, TS_S_VAR, TS_u32, ts_s_u32(s, 7), 0, 0);
    uint32_t i = ts_s_put(
        s,
        (ts_sinst){
            .op = TS_S_FOR, .type = TS_i32, .a = ts_s_i32(s, 0), .b = ts_s_i32(s, 11), .c = one});
    uint32_t row = same ? ts_s_i32(s, 0) : ts_s_op(s, TS_mul_, group, ts_s_i32(s, 11), 0);
    uint32_t quad = put(s, TS_S_LOAD4, TS_QUAD, ts_s_op(s, TS_add_, row, i, 0), 0, 0);
    uint32_t x = put(s, TS_S_WORD, TS_u32, quad, 0, 0), w = put(s, TS_S_WORD, TS_u32, quad, 0, 3);
    uint32_t now = put(s, TS_S_GET, TS_u32, sum, 0, 0);
    put(s, TS_S_SET, 0, sum, ts_s_op(s, TS_add_, now, ts_s_op(s, TS_xor_, x, w, 0), 0), 0);
    put(s, TS_S_END, 0, 0, 0, 0);
    now = put(s, TS_S_GET, TS_u32, sum, 0, 0);
    if (meet) now = put(s, TS_S_SHUFFLE, TS_u32, now, 0, 16);
    store(s, 2, group, now);
    ts_simt_finish(s);
    return s;
}

static void shared_memory_by_quads(void **state)
{
    (void)state;
    static const char *const parts[LANGUAGES][3] = {
        [0] = {"    __shared__ uint4 quads[64];\n    unsigned *shared = (unsigned *)quads;\n",
               "*(uint4 *)&shared[v", "make_uint4(0u, 0u, 0u, 0u)"},
        [3] = {"    threadgroup uint4 quads[64];\n", "*(threadgroup uint4 *)&shared[v",
               "uint4(0u)"},
        [4] = {"    __local uint4 quads[64];\n", "*(__local uint4 *)&shared[v", "(uint4)(0u)"}};
    for (int i = 0; i < LANGUAGES; i++) {
        char *text = text_of(every_op(languages[i].shuffles, true), dialect_of(languages[i].name));
        for (int p = 0; p < 3; p++) expect(text, parts[i][0] ? parts[i][p] : parts[0][p]);
        free(text);
    }
}

static ts_simt *unit_form(const ts_matrix *u)
{
    static ts_simt_traits traits;
    ts_simt *s = new_form("units");
    traits = (ts_simt_traits){.subgroup = u->lanes, .matrix = u};
    s->traits = &traits;
    s->shared = 16 * 12;
    return s;
}

/* The sums over a fragment with itself, of all that n may say. */
static ts_simt *units(const ts_matrix *u)
{
    ts_simt *s = unit_form(u);
    uint32_t thread = put(s, TS_S_THREAD, TS_i32, 0, 0, 0),
             zeros = ts_s_zeros(s, ts_s_held_as(&u->sums));
    put(s, TS_S_SHARE, 0, thread, ts_s_u32(s, 7), 0);
    put(s, TS_S_BARRIER, 0, 0, 0, TS_LOCAL);
    uint32_t a = put(s, TS_S_FRAGMENT, ts_s_held_as(&u->fragment), ts_s_i32(s, 0), 0, 12);
    uint32_t oct = u->fragment.words > 4 ? 0 : put(s, TS_S_SCALED, TS_OCT, a, ts_s_u32(s, 9), 0);
    for (int n = 0; n < 2 * TS_KINDS; n += u->across < 16 ? 1 : 2) {
        if (!u->chain[n / 2]) continue;
        uint32_t x = ts_kind_share((ts_matrix_kind)(n / 2)) ? oct : a;
        uint32_t c = ts_s_put(s, (ts_sinst){.op = TS_S_MULTIPLY,
                                            .type = ts_s_held_as(&u->sums),
                                            .a = x,
                                            .b = x,
                                            .c = zeros,
                                            .n = n});
        store(s, 2, thread, put(s, TS_S_WORD, TS_u32, c, 0, n % 4));
    }
    ts_simt_finish(s);
    return s;
}

static void matrix_units(void **state)
{
    (void)state;
    char *text = text_of(units(&ts_cuda_unit), dialect_of("cuda"));
    expect(text, "= fragment(&shared[0], 12);");
    expect(text, "make_uint4(0u, 0u, 0u, 0u), 0);");
    expect(text, "make_uint4(0u, 0u, 0u, 0u), 3);");
    expect(text, "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 ");
    expect(text, "mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 ");
    expect(text, "= multiply_f8(v");
    expect(text, "make_uint4(0u, 0u, 0u, 0u), 5);");
    expect(text, "mma.sync.aligned.m16n8k32.row.col.f32.e4m3.e4m3.f32 ");
    expect(text, "= multiply_i8(v");
    expect(text, "make_uint4(0u, 0u, 0u, 0u), 6);");
    expect(text, "mma.sync.aligned.m16n8k32.row.col.s32.s8.s8.s32 ");
    expect(text, "const scaled v");
    expect(text, " = scaled{v");
    expect(text, ", 9u};");
    expect(text, "= multiply_f4(v");
    expect(text, "make_uint4(0u, 0u, 0u, 0u), 9);");
    expect(text, ".scale_vec::2X.f32.e2m1.e2m1.f32.ue8m0 ");
    expect(text, "make_uint4(0u, 0u, 0u, 0u), 10);");
    expect(text, ".scale_vec::4X.f32.e2m1.e2m1.f32.ue4m3 ");
    const char *once = strstr(text, "uint4 multiply(");
    assert_null(strstr(strstr(once + 1, "uint4 multiply(") + 1, "uint4 multiply("));
    refuse(text, "uint4 quads[");
    free(text);
    text = text_of(every_op(true, true), dialect_of("cuda"));
    refuse(text, "mma");
    free(text);
}

/* A product by an opaque unit, of either element type. */
static ts_simt *opaque_units(const ts_matrix *u, ts_dtype elements)
{
    ts_simt *s = unit_form(u);
    uint32_t at = ts_s_i32(s, 0), zeros = ts_s_zeros(s, TS_SUMS);
    uint32_t own = put(s, TS_S_SUBGROUP, TS_i32, 0, 0, 0);
    uint32_t a = put(s, TS_S_FRAGMENT, ts_s_opaque(elements, false), at, 0, 12);
    uint32_t b = put(s, TS_S_FRAGMENT, ts_s_opaque(elements, true), at, 0, 16);
    uint32_t v = put(s, TS_S_VAR, TS_SUMS, zeros, 0, 0);
    uint32_t c = ts_s_put(s, (ts_sinst){.op = TS_S_MULTIPLY,
                                        .type = TS_SUMS,
                                        .a = a,
                                        .b = b,
                                        .c = put(s, TS_S_GET, TS_SUMS, v, 0, 0)});
    put(s, TS_S_SET, 0, v, c, 0);
    put(s, TS_S_UNLOAD, 0, ts_s_op(s, TS_mul_, own, ts_s_i32(s, 64), 0), c, 8);
    ts_simt_finish(s);
    return s;
}

static void matrix_units_of_apple(void **state)
{
    (void)state;
    char *text = text_of(opaque_units(&ts_simdgroup_unit, TS_f16), dialect_of("msl"));
    expect(text, "const rows_f16 v");
    expect(text, " = rows_f16_from(&shared[0], 12, false, local);");
    expect(text, " = rows_f16_from(&shared[0], 16, true, local);");
    expect(text, "sums v");
    expect(text, " = no_sums();");
    expect(text, " = multiply(v");
    expect(text, " * 64], 8, v");
    expect(text, "threadgroup uint4 quads[");
    free(text);
    text = text_of(opaque_units(&ts_simdgroup_unit, TS_bf16), dialect_of("msl"));
    expect(text, " = rows_bf16_from(&shared[0], 16, true, local);");
    free(text);
    text = text_of(every_op(true, true), dialect_of("msl"));
    refuse(text, "simdgroup_multiply");
    free(text);
}

static void matrix_units_of_amd(void **state)
{
    (void)state;
    char *text = text_of(units(&ts_mfma_unit), dialect_of("hip:wave64"));
    expect(text, "    __shared__ uint4 quads[48];\n");
    expect(text, "const uint4 v");
    expect(text, "__builtin_amdgcn_mfma_f32_16x16x16f16(");
    expect(text, "make_uint4(0u, 0u, 0u, 0u), 2);");
    expect(text, "__builtin_amdgcn_mfma_i32_16x16x32_i8(");
    expect(text, "__builtin_amdgcn_mfma_i32_16x16x16i8(");
    refuse(text, "f8");
    free(text);
    text = text_of(units(&ts_wmma_unit), dialect_of("hip:wave32"));
    expect(text, "    __shared__ uint4 quads[48];\n");
    expect(text, "const oct v");
    expect(text, "__builtin_amdgcn_wmma_f32_16x16x16_bf16_w32(");
    expect(text, "(oct)(0u), 2);");
    expect(text, "[2]");
    expect(text, "__builtin_amdgcn_wmma_i32_16x16x16_iu8_w32(");
    expect(text, "= multiply_i8(v");
    free(text);
    text = text_of(every_op(true, true), dialect_of("hip:wave32"));
    refuse(text, "wmma");
    free(text);
}

static void streams_come_in_blocks(void **state)
{
    (void)state;
    char *text = text_of(streaming("cuda", true, false), dialect_of("cuda"));
    expect(text, " < 11; i"); /* two blocks of 8 turns, the second not whole */
    expect(text, "[8];\n");
    expect(text, "for (int t = 0; t < 8; t++) {\n");
    expect(text, " >= 11) break;\n");
    expect(text, "[t] = ((const uint4 *)b0)[");
    const char *load = strstr(text, "((const uint4 *)b0)["), *hold = strstr(text, "__syncwarp();");
    assert_true(hold > load && strstr(hold, ".w") && !strstr(hold, "b0)["));
    free(text);
    text =
        text_of(streaming("cuda", true, true), dialect_of("cuda")); /* no stream: caches have it */
    refuse(text, "__syncwarp");
    free(text);
    text = text_of(streaming("cuda", false, false),
                   dialect_of("cuda")); /* lanes need not be together */
    refuse(text, "__syncwarp");
    free(text);
    text = text_of(streaming("hip", true, false), dialect_of("hip"));
    refuse(text, "[t]");
    free(text);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads),
        cmocka_unit_test(streams_come_in_blocks),
        cmocka_unit_test(every_op_is_spelled),
        cmocka_unit_test(shared_memory_by_quads),
        cmocka_unit_test(matrix_units),
        cmocka_unit_test(matrix_units_of_amd),
        cmocka_unit_test(matrix_units_of_apple),
        cmocka_unit_test(printing_is_a_function),
        cmocka_unit_test(small_forms),
        cmocka_unit_test(each_op_is_spelled_so),
        cmocka_unit_test(functions_of_other_languages),
    };
    if (argc == 3 && !strcmp(argv[1], "--print")) return print_language(argv[2]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
