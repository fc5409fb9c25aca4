/* test_wgsl.c - the WGSL printer on forms built by hand: what the language demands and C does not.
 *
 * With --print the forms go to standard output as one module, for a validator (check_wgsl.sh). */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "simt/print.h"
#include "test/simt/by_hand.h"

static ts_simt *begin(const char *name, int params, const ts_sparam *param, int sizes)
{
    ts_simt *s = ts_simt_new(name, ts_target_find("wgsl", NULL));
    s->kernel = ts_keep(name);
    s->threads = 64;
    s->count = 1;
    s->params = params;
    s->param = calloc((size_t)params + 1, sizeof *s->param);
    for (int i = 0; i < params; i++) {
        s->param[i] = param[i];
        s->param[i].name = ts_keep(param[i].name);
    }
    s->sizes = sizes;
    s->size_name = calloc((size_t)sizes + 1, sizeof *s->size_name);
    for (int i = 0; i < sizes; i++) s->size_name[i] = ts_keep("n");
    return s;
}

static uint32_t put(ts_simt *s, ts_sop op, int type, uint32_t a, uint32_t b, int n)
{
    return ts_s_put(s, (ts_sinst){.op = op, .type = type, .a = a, .b = b, .n = n});
}

static uint32_t thread(ts_simt *s)
{
    return put(s, TS_S_THREAD, TS_i32, 0, 0, 0);
}

static uint32_t begin_for(ts_simt *s, uint32_t from, uint32_t below)
{
    uint32_t one = ts_s_i32(s, 1);
    return ts_s_put(s, (ts_sinst){.op = TS_S_FOR, .type = TS_i32, .a = from, .b = below, .c = one});
}

/* ---- forms ---- */

static const ts_sparam floats[] = {{"x", 32, TS_f32, TS_IN, false, false},
                                   {"y", 32, TS_f32, TS_OUT, false, false}};

/* Elementwise ops and literals that a compiler which evaluates them would refuse. */
static ts_simt *make_elements(void)
{
    ts_simt *s = begin("fn", 2, floats, 1); /* a name that the language reserves */
    uint32_t t = thread(s), x = put(s, TS_S_LOAD, TS_f32, t, 0, 0);
    uint32_t n = put(s, TS_S_SIZE, TS_i32, 0, 0, 0);
    const ts_opcode one[] = {TS_neg_,  TS_abs_,   TS_exp_,   TS_exp2_,  TS_log_, TS_log2_,
                             TS_sqrt_, TS_rsqrt_, TS_floor_, TS_trunc_, TS_rint_};
    const ts_opcode two[] = {TS_add_, TS_sub_, TS_mul_, TS_div_, TS_min_, TS_max_};
    const ts_opcode whole[] = {TS_add_, TS_sub_, TS_mul_, TS_div_, TS_rem_, TS_min_,
                               TS_max_, TS_and_, TS_or_,  TS_xor_, TS_shl_, TS_shr_};
    uint32_t most = ts_s_f32(s, 3e38), low = ts_s_i32(s, INT32_MIN), seven = ts_s_i32(s, 7);
    uint32_t sum = ts_s_op(s, TS_mul_, most, most, 0); /* overflows: infinity */
    for (size_t i = 0; i < sizeof one / sizeof *one; i++)
        sum = ts_s_op(s, TS_add_, sum, ts_s_op(s, one[i], x, 0, 0), 0);
    for (size_t i = 0; i < sizeof two / sizeof *two; i++)
        sum = ts_s_op(s, TS_fma_, sum, ts_s_op(s, two[i], x, sum, 0), x);
    uint32_t m = ts_s_op(s, TS_add_, ts_s_op(s, TS_neg_, low, 0, 0), n, 0);
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        m = ts_s_op(s, whole[i], ts_s_op(s, TS_abs_, m, 0, 0), seven, 0);
    uint32_t u = ts_s_bits(s, TS_u32, m);
    u = ts_s_op(s, TS_shr_, u, ts_s_u32(s, 3), 0);
    uint32_t less = ts_s_op(s, TS_lt_, x, ts_s_f32(s, -INFINITY), 0);
    uint32_t other = ts_s_op(s, TS_ne_, x, ts_s_f32(s, NAN), 0);
    uint32_t both = ts_s_op(s, TS_xor_, less, ts_s_op(s, TS_and_, other, less, 0), 0);
    sum = ts_s_op(s, TS_add_, sum, ts_s_to(s, TS_f32, u), 0);
    sum = ts_s_op(s, TS_add_, sum, ts_s_bits(s, TS_f32, m), 0);
    sum = ts_s_op(s, TS_add_, sum, ts_s_to(s, TS_f32, ts_s_to(s, TS_i32, both)), 0);
    sum = ts_s_select(s, both, sum, ts_s_f32(s, -0.0));
    sum = ts_s_select(s, less, sum, ts_s_f32(s, 1e-40));
    put(s, TS_S_STORE, 0, t, sum, 1);
    return s;
}

static const ts_sparam mixed[] = {
    {"a", 8, TS_u32, TS_IN, false, false},  {"b", 16, TS_u32, TS_IN, false, false},
    {"c", 8, TS_u32, TS_OUT, false, false}, {"d", 16, TS_u32, TS_INOUT, false, false},
    {"e", 32, TS_i32, TS_IN, false, false}, {"f", 32, TS_f32, TS_INOUT, false, false}};

/* Every width of memory, read and written; quads: with blocks of 16 bytes as well. */
static ts_simt *make_memory(bool quads)
{
    ts_simt *s = begin(quads ? "memory__wide" : "memory", 6, mixed, 0);
    uint32_t t = thread(s), sum = ts_s_u32(s, 0);
    s->wide = quads;
    for (int i = 0; i < 6; i++) {
        uint32_t v = put(s, TS_S_LOAD, (int)mixed[i].type, t, 0, i);
        sum = ts_s_op(s, TS_xor_, sum, ts_s_bits(s, TS_u32, v), 0);
        if (!quads) continue;
        uint32_t q = put(s, TS_S_LOAD4, TS_QUAD, t, 0, i);
        for (int w = 0; w < 4; w++)
            sum = ts_s_op(s, TS_xor_, sum, put(s, TS_S_WORD, TS_u32, q, 0, w), 0);
    }
    uint32_t low = ts_s_op(s, TS_and_, sum, ts_s_u32(s, 255), 0);
    uint32_t half = put(s, TS_S_HALF, TS_f32, low, 0, 0);
    put(s, TS_S_STORE, 0, t, low, 2);
    put(s, TS_S_STORE, 0, t, low, 3);
    put(s, TS_S_STORE, 0, t, ts_s_op(s, TS_add_, half, ts_s_bits(s, TS_f32, sum), 0), 5);
    return s;
}

enum bound { BOUND_SIZE, BOUND_SHARED, BOUND_WRITTEN, BOUND_VAR };

static uint32_t make_bound(ts_simt *s, enum bound bound)
{
    uint32_t zero = ts_s_i32(s, 0);
    if (bound == BOUND_SIZE) return put(s, TS_S_SIZE, TS_i32, 0, 0, 0);
    if (bound == BOUND_SHARED) return ts_s_bits(s, TS_i32, put(s, TS_S_SHARED, TS_u32, zero, 0, 0));
    if (bound == BOUND_WRITTEN) return ts_s_to(s, TS_i32, put(s, TS_S_LOAD, TS_f32, zero, 0, 1));
    uint32_t var = put(s, TS_S_VAR, TS_i32, zero, 0, 0);
    uint32_t i = begin_for(s, zero, ts_s_i32(s, 3)), at = thread(s);
    put(s, TS_S_IF, 0, ts_s_op(s, TS_lt_, at, i, 0), 0, 0);
    put(s, TS_S_SET, 0, var, i, 0);
    put(s, TS_S_END, 0, 0, 0, 0);
    put(s, TS_S_END, 0, 0, 0, 0);
    return put(s, TS_S_GET, TS_i32, var, 0, 0);
}

/* A loop with barriers whose bound comes from the given place. */
static ts_simt *make_loop(enum bound bound)
{
    static const char *const names[] = {"loop_size", "loop_shared", "loop_written", "loop_var"};
    ts_simt *s = begin(names[bound], 2, floats, 1);
    s->shared = 64;
    uint32_t below = make_bound(s, bound), i = begin_for(s, ts_s_i32(s, 0), below);
    uint32_t t = thread(s), x = put(s, TS_S_LOAD, TS_f32, ts_s_op(s, TS_add_, t, i, 0), 0, 0);
    put(s, TS_S_SHARE, 0, t, ts_s_bits(s, TS_u32, x), 0);
    put(s, TS_S_BARRIER, 0, 0, 0, TS_LOCAL);
    uint32_t y = put(s, TS_S_SHARED, TS_u32, ts_s_op(s, TS_xor_, t, ts_s_i32(s, 1), 0), 0, 0);
    put(s, TS_S_STORE, 0, t, ts_s_bits(s, TS_f32, y), 1);
    put(s, TS_S_BARRIER, 0, 0, 0, TS_LOCAL | TS_GLOBAL);
    put(s, TS_S_END, 0, 0, 0, 0);
    return s;
}

static ts_simt *make_foreign(ts_sop op)
{
    ts_simt *s = begin("foreign", 2, floats, 0);
    uint32_t t = thread(s), x = put(s, TS_S_LOAD, TS_f32, t, 0, 0);
    uint32_t y = put(s, op, op == TS_S_SHUFFLE ? TS_f32 : TS_u32, x, 0, 1);
    put(s, TS_S_STORE, 0, t, ts_s_bits(s, TS_f32, y), 1);
    return s;
}

/* ---- printing ---- */

static char *print_one(ts_simt *s, ts_error *err)
{
    ts_text out = {0};
    const ts_simt *form = s;
    ts_by_hand_says(s);
    ts_simt_finish(s);
    int rc = ts_print_wgsl(&out, &form, 1, NULL, err);
    ts_simt_free(s);
    if (!rc) return out.s;
    free(out.s);
    return NULL;
}

static char *print_good(ts_simt *s)
{
    ts_error err = {0};
    char *text = print_one(s, &err);
    assert_string_equal(err.text, "");
    assert_non_null(text);
    return text;
}

static void has(const char *text, const char *part)
{
    if (!strstr(text, part)) fail_msg("no \"%s\" in:\n%s", part, text);
}

static void lacks(const char *text, const char *part)
{
    if (strstr(text, part)) fail_msg("\"%s\" in:\n%s", part, text);
}

/* ---- tests ---- */

static void manifest_and_names(void **state)
{
    (void)state;
    char *text = print_good(make_elements());
    has(text, "\n// tessera kernel=fn entry=k_fn params=i32,o32 sizes=1 cost=1 wide=0 threads=64 "
              "teams=1 ");
    has(text, "\nfn k_fn(@builtin");
    has(text, "@group(0) @binding(0) var<storage, read> k0_b0: array<f32>; // x\n");
    has(text, "@group(0) @binding(1) var<storage, read_write> k0_b1: array<f32>; // y\n");
    has(text, "@group(0) @binding(2) var<uniform> k0_at: array<vec4<i32>, 1>;");
    has(text, "@workgroup_size(64)");
    free(text);
}

static void literals_are_never_evaluated(void **state)
{
    (void)state;
    char *text = print_good(make_elements());
    has(text, "real(0x7f61b1e6u) * 3.00000001e+38f"); /* both as infinity would be refused */
    has(text, "real(0xff800000u)");
    has(text, "real(0x80000000u)");
    has(text, "real(0x7fc00000u)");
    has(text, "real(0x000116c2u)");
    has(text, "-whole(i32(-2147483648))");
    lacks(text, "inff");
    lacks(text, "nanf");
    free(text);
}

static void spelling_of_operators(void **state)
{
    (void)state;
    char *text = print_good(make_elements());
    has(text, " << u32(7i)");
    has(text, " >> 3u)");
    has(text, "inverseSqrt(");
    has(text, "round(");
    has(text, "k0_at[0].z");
    lacks(text, "++");
    free(text);
}

static void small_units_are_cut_from_words(void **state)
{
    (void)state;
    char *text = print_good(make_memory(false));
    has(text, "k0_b0: array<u32>");
    has(text, "k0_b2: array<atomic<u32>>");
    has(text, "k0_b3: array<atomic<u32>>");
    has(text, "k0_b4: array<i32>");
    has(text, "_at >> 2u], (");
    has(text, " & 3u) * 8u, 8u)");
    has(text, " & 1u) * 16u, 16u)");
    has(text, "extractBits(atomicLoad(&k0_b3[");
    has(text, "~(255u << v");
    has(text, "~(65535u << v");
    has(text, "atomicOr(&k0_b2[");
    has(text, "unpack2x16float(");
    has(text, "k0_at[1].y"); /* offset of the sixth */
    free(text);
}

static void blocks_are_vectors(void **state)
{
    (void)state;
    char *text = print_good(make_memory(true));
    has(text, "wide=1");
    has(text, "k0_b0: array<vec4<u32>>");
    has(text, "k0_b2: array<atomic<u32>>");
    has(text, "k0_b4: array<vec4<u32>>");
    has(text, "k0_b5: array<u32>");
    has(text, "k0_at[0].x / 16i)");
    has(text, "k0_at[0].y / 8i)");
    has(text, "k0_at[1].x / 4i)");
    has(text, "vec4<u32>(atomicLoad(&k0_b3[");
    has(text, " = bitcast<u32>(");
    free(text);
}

static void barriers_need_equal_bounds(void **state)
{
    (void)state;
    char *text = print_good(make_loop(BOUND_SIZE));
    lacks(text, "workgroupUniformLoad");
    has(text, "workgroupBarrier();\n");
    has(text, "storageBarrier();\n");
    free(text);
    for (enum bound b = BOUND_SHARED; b <= BOUND_VAR; b++) {
        text = print_good(make_loop(b));
        has(text, "var<workgroup> k0_bound: i32;");
        has(text, "if (thread == 0u) { k0_bound = ");
        has(text, "_below = workgroupUniformLoad(&k0_bound);");
        free(text);
    }
}

static void foreign_ops_are_refused(void **state)
{
    (void)state;
    ts_error err = {0};
    assert_null(print_one(make_foreign(TS_S_SHUFFLE), &err));
    assert_string_equal(err.text, "kernel foreign: wgsl has no shuffle without an extension");
    err = (ts_error){0};
    assert_null(print_one(make_foreign(TS_S_TO_HALF), &err));
    assert_string_equal(err.text, "kernel foreign: wgsl has no f16 store without an extension");
}

static int print_all(void)
{
    ts_simt *form[] = {make_elements(), make_memory(false), make_memory(true)};
    enum { FIXED = sizeof form / sizeof *form };
    ts_simt *all[FIXED + BOUND_VAR + 1];
    ts_error err = {0};
    ts_text out = {0};
    size_t n = 0;
    for (size_t i = 0; i < FIXED; i++) all[n++] = form[i];
    for (enum bound b = BOUND_SIZE; b <= BOUND_VAR; b++) all[n++] = make_loop(b);
    for (size_t i = 0; i < n; i++) ts_by_hand_says(all[i]), ts_simt_finish(all[i]);
    int rc = ts_print_wgsl(&out, (const ts_simt *const *)all, n, NULL, &err);
    printf("%s", rc ? err.text : out.s);
    for (size_t i = 0; i < n; i++) ts_simt_free(all[i]);
    free(out.s);
    return rc ? 1 : 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(manifest_and_names),      cmocka_unit_test(literals_are_never_evaluated),
        cmocka_unit_test(spelling_of_operators),   cmocka_unit_test(small_units_are_cut_from_words),
        cmocka_unit_test(blocks_are_vectors),      cmocka_unit_test(barriers_need_equal_bounds),
        cmocka_unit_test(foreign_ops_are_refused),
    };
    if (argc > 1 && !strcmp(argv[1], "--print")) return print_all();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
