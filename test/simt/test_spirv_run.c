/* test_spirv_run.c - hand-built forms run by a Vulkan device against the meaning of ops.def in C.
 *
 * Every argument begins within a buffer, and the bytes before it must survive. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "check/judge.h"
#include "simt/spirv.h"
#include "tessera/device.h"
#include "test/simt/spirv_forms.h"
#include "test/tile/gen.h"

enum { N = 1000, CELL = 3, ALL_HALVES = 65536 };

static struct {
    struct ts_spirv_forms forms;
    ts_device *dev;
    ts_module *module;
} rig;

/* ---- running ---- */

static const char *vulkan_spec(char *spec)
{
    const char *line;
    for (size_t i = 0; (line = ts_device_list(i)); i++)
        if (!strncmp(line, "vulkan:", 7) && sscanf(line, "%31s", spec) == 1) return spec;
    return NULL;
}

static int open_rig(void **state)
{
    (void)state;
    char spec[32];
    ts_text text = {0};
    ts_error err = {0};
    if (!vulkan_spec(spec)) return 0;
    ts_forms_build(&rig.forms);
    ts_print_spirv(&text, (const ts_simt *const *)rig.forms.form, rig.forms.n, NULL, &err);
    rig.dev = ts_device_open(spec, 0, &err);
    if (rig.dev) rig.module = ts_module_load(rig.dev, text.s, text.n, &err);
    free(text.s);
    if (ts_failed(&err)) print_error("%s\n", err.text);
    return ts_failed(&err);
}

static int close_rig(void **state)
{
    (void)state;
    ts_module_free(rig.module);
    ts_device_close(rig.dev);
    ts_forms_free(&rig.forms);
    return 0;
}

static void need_device(void)
{
    if (rig.module) return;
    print_message("skipped: there is no Vulkan device (package mesa-vulkan-drivers has one)\n");
    skip();
}

typedef struct array {
    void *data;
    size_t bytes;
} array;

/* Bytes before an argument: wide kernels take multiples of 16 only; for others a descriptor cannot
 * begin there, so the kernel must add an offset. */
enum { AHEAD = 52, AHEAD_WIDE = 48 };

static ts_buffer *upload(const array *a, size_t at, ts_error *err)
{
    unsigned char ahead[AHEAD];
    memset(ahead, 0x5a, sizeof ahead);
    ts_buffer *b = ts_buffer_new(rig.dev, at + a->bytes, err);
    if (b) ts_buffer_put(b, 0, ahead, at, err);
    if (b) ts_buffer_put(b, at, a->data, a->bytes, err);
    return b;
}

static void download(ts_buffer *b, const array *a, size_t at, ts_error *err)
{
    unsigned char ahead[AHEAD];
    ts_buffer_get(b, 0, ahead, at, err);
    ts_buffer_get(b, at, a->data, a->bytes, err);
    for (size_t i = 0; i < at; i++) assert_int_equal(ahead[i], 0x5a);
}

/* Runs a kernel over arrays, up to one without data, with n as its size; below 0: it has none. */
static void run(const char *kernel, const array *a, int32_t n)
{
    ts_error err = {0};
    ts_launch launch = {.module = rig.module, .kernel = kernel};
    ts_buffer *buffer[4] = {0};
    size_t at = strstr(kernel, "__wide") ? AHEAD_WIDE : AHEAD;
    int32_t cells[CELL + 1] = {-1, -1, -1, n};
    ts_buffer *size = ts_buffer_new(rig.dev, sizeof cells, &err);
    if (size) ts_buffer_put(size, 0, cells, sizeof cells, &err);
    if (n >= 0) launch.size[0] = (ts_ref){size, 4 * CELL};
    for (int i = 0; i < 4 && a[i].data; i++) {
        buffer[i] = upload(&a[i], at, &err);
        launch.arg[i] = (ts_ref){buffer[i], at};
    }
    ts_step *step = ts_failed(&err) ? NULL : ts_step_record(rig.dev, &launch, 1, &err);
    if (step) ts_step_run(step, &err);
    for (int i = 0; step && i < 4 && a[i].data; i++) download(buffer[i], &a[i], at, &err);
    ts_step_free(step);
    for (int i = 0; i < 4; i++) ts_buffer_free(buffer[i]);
    ts_buffer_free(size);
    if (ts_failed(&err)) fail_msg("%s: %s", kernel, err.text);
}

/* ---- elementwise ops ---- */

static uint32_t random_bits(void)
{
    static uint64_t x = 88172645463325252u;
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    return (uint32_t)(x >> 16);
}

static double uniform(double lo, double hi)
{
    return lo + (hi - lo) * random_bits() / 4294967295.0;
}

/* Every pair of special values comes first. */
static float some_float(ts_opcode op, int arg, int i)
{
    static const float special[] = {0,     -0.0f, 1,      -1,   INFINITY, -INFINITY, NAN,
                                    1e-3f, 3e38f, -3e38f, 0.5f, 1.5f,     2.5f,      -2.5f};
    enum { SPECIALS = sizeof special / sizeof *special };
    if (i < SPECIALS * SPECIALS) return special[arg ? i / SPECIALS : i % SPECIALS];
    switch (op) {
    case TS_exp_: return (float)uniform(-87, 88);
    case TS_exp2_: return (float)uniform(-125, 127);
    case TS_log_:
    case TS_log2_:
    case TS_sqrt_:
    case TS_rsqrt_: return (float)exp2(uniform(-120, 120));
    default: return (float)(uniform(-1, 1) * exp2(uniform(-20, 20)));
    }
}

/* 0: the result must be exact; the others are relative. */
static double tolerance(ts_opcode op)
{
    if (ts_gen_alike(op)) return 0;
    return op == TS_div_ || op == TS_sqrt_ ? 3e-7 : 1e-6;
}

static bool good_float(ts_opcode op, float have, double want, double scale)
{
    const double tiny = 1.2e-38;
    if (isnan(want)) return isnan(have);
    if (isinf((float)want)) return (double)have == (float)want || (tolerance(op) && have > 3.4e38f);
    if (fabs(want) < tiny && tolerance(op)) return fabs(have) <= tiny;
    if (op == TS_fma_) return fabs(have - want) <= 1.2e-7 * scale;
    if (!tolerance(op)) return have == (float)want && !signbit(have) == !signbit((float)want);
    return fabs(have - want) <= tolerance(op) * fabs(want);
}

static void check_floats(ts_opcode op, const float *const x[3], const uint32_t *out)
{
    double worst = 0;
    for (int i = 0; i < N; i++) {
        double a = x[0][i], b = x[1][i], c = x[2][i], want = ts_elem_float(op, a, b, c);
        float have;
        memcpy(&have, &out[i], sizeof have);
        if (ts_opinfos[op].result == PRED) {
            if (out[i] != (want != 0)) fail_msg("%s(%g, %g)", ts_opinfos[op].name, a, b);
            continue;
        }
        bool zeros = a == 0 && b == 0 && (op == TS_min_ || op == TS_max_); /* of either sign */
        bool beyond = op == TS_fma_ && !(fabs(a * b) < 3e38);              /* if not fused */
        if (beyond || (zeros && have == 0)) continue;
        if (!good_float(op, have, want, fabs(a * b) + fabs(c) + fabs(want)))
            fail_msg("%s(%a, %a, %a) is %a, not %a", ts_opinfos[op].name, a, b, c, have, want);
        if (isfinite(have) && fabs(want) > 1.2e-38)
            worst = ts_judge_worse(worst, fabs((double)have / want - 1));
    }
    if (tolerance(op)) print_message("%s: error %.2g\n", ts_opinfos[op].name, worst);
}

static void floats(ts_opcode op, const char *kernel)
{
    static float x[3][N];
    static uint32_t out[N];
    const ts_opinfo *info = &ts_opinfos[op];
    array a[4] = {{0}};
    for (int arg = 0; arg < info->args; arg++) {
        for (int i = 0; i < N; i++) x[arg][i] = some_float(op, arg, i);
        a[arg] = (array){x[arg], sizeof x[arg]};
    }
    a[info->args] = (array){out, sizeof out};
    run(kernel, a, N);
    check_floats(op, (const float *const[]){x[0], x[1], x[2]}, out);
}

/* Operands for which the form has a meaning. */
static void some_integers(ts_opcode op, ts_dtype t, uint32_t *a, uint32_t *b)
{
    static const uint32_t special[] = {0, 1, 2, 31, 0x7fffffff, 0x80000000, 0x80000001, 0xffffffff};
    *a = random_bits() & 1 ? random_bits() >> random_bits() % 32 : special[random_bits() % 8];
    *b = random_bits() & 1 ? random_bits() >> random_bits() % 32 : special[random_bits() % 8];
    if (t == TS_b1) *a &= 1, *b &= 1;
    if (op == TS_shl_ || op == TS_shr_) *b &= 31;
    bool divides = op == TS_div_ || op == TS_rem_;
    if (divides && (!*b || (t == TS_i32 && *b == 0xffffffff))) *b = 3;
}

static int64_t held(ts_dtype t, uint32_t x)
{
    return t == TS_i32 ? (int64_t)(int32_t)x : (int64_t)x;
}

static void integers(ts_opcode op, ts_dtype t, const char *kernel)
{
    static uint32_t x[2][N], out[N];
    const ts_opinfo *info = &ts_opinfos[op];
    array a[4] = {{x[0], sizeof x[0]}, {x[1], sizeof x[1]}};
    a[info->args] = (array){out, sizeof out};
    for (int i = 0; i < N; i++) some_integers(op, t, &x[0][i], &x[1][i]);
    run(kernel, a, N);
    for (int i = 0; i < N; i++) {
        uint32_t want = (uint32_t)ts_elem_integer(op, held(t, x[0][i]), held(t, x[1][i]));
        if (out[i] != want)
            fail_msg("%s(%#x, %#x) is %#x, not %#x", kernel, x[0][i], x[1][i], out[i], want);
    }
}

static void elementwise_ops_mean_what_ops_def_says(void **state)
{
    (void)state;
    static const char class[] = "FIUB";
    static const ts_dtype type[] = {TS_f32, TS_i32, TS_u32, TS_b1};
    need_device();
    for (int op = 1; op < TS_NOP; op++)
        for (int c = 0; c < 4 && ts_is_elem((ts_opcode)op); c++) {
            char kernel[64];
            if (!strchr(ts_opinfos[op].types, class[c])) continue;
            snprintf(kernel, sizeof kernel, "%s_%s", ts_opinfos[op].name, ts_dtypes[type[c]].name);
            if (c == 0)
                floats((ts_opcode)op, kernel);
            else
                integers((ts_opcode)op, type[c], kernel);
        }
}

/* ---- control, memory, conversions ---- */

static void loops_and_conditions_nest(void **state)
{
    (void)state;
    static const int32_t sizes[] = {0, 1, 2, 7, 40};
    int32_t out[TS_FORMS_THREADS];
    need_device();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        run("loops", (array[4]){{out, sizeof out}}, sizes[i]);
        for (int t = 0; t < TS_FORMS_THREADS; t++)
            assert_int_equal(out[t], ts_forms_loops(t, sizes[i]));
    }
}

static void barriers_order_memory(void **state)
{
    (void)state;
    enum { THREADS = TS_FORMS_THREADS, ALL = TS_FORMS_PROGRAMS * THREADS };
    static uint32_t in[ALL], work[ALL], out[ALL], sum[TS_FORMS_PROGRAMS];
    need_device();
    for (int i = 0; i < ALL; i++) in[i] = random_bits();
    run("sums", (array[4]){{in, sizeof in}, {sum, sizeof sum}}, -1);
    for (int p = 0; p < TS_FORMS_PROGRAMS; p++) {
        uint32_t want = 0;
        for (int t = 0; t < THREADS; t++) want += in[p * THREADS + t];
        assert_int_equal(sum[p], want);
    }
    run("neighbours", (array[4]){{in, sizeof in}, {work, sizeof work}, {out, sizeof out}}, -1);
    for (int i = 0; i < ALL; i++)
        assert_int_equal(out[i], in[i / THREADS * THREADS + (i + 1) % THREADS]);
}

static uint32_t unit_of(const unsigned char *data, int unit, int i)
{
    uint32_t x = 0;
    memcpy(&x, data + (size_t)i * (size_t)unit / 8, (size_t)unit / 8); /* little-endian */
    return x;
}

static void units_and_blocks_are_read_and_written(void **state)
{
    (void)state;
    enum { BLOCKS = 100 };
    static unsigned char in[16 * BLOCKS], out[16 * BLOCKS];
    static uint32_t words[4 * BLOCKS];
    char kernel[32];
    need_device();
    for (size_t i = 0; i < sizeof in; i++) in[i] = (unsigned char)random_bits();
    for (int unit = 8; unit <= 32; unit *= 2) {
        uint32_t mask = unit == 32 ? UINT32_MAX : (1u << unit) - 1;
        int n = 8 * (int)sizeof in / unit - 3; /* the last three stay */
        memset(out, 0xee, sizeof out);
        snprintf(kernel, sizeof kernel, "units_%d", unit);
        run(kernel, (array[4]){{in, sizeof in}, {out, sizeof out}}, n);
        for (int i = 0; i < n + 3; i++)
            assert_int_equal(unit_of(out, unit, i),
                             (i < n ? unit_of(in, unit, i) + 1 : 0xeeeeeeee) & mask);
        snprintf(kernel, sizeof kernel, "quads_%d__wide", unit);
        run(kernel, (array[4]){{in, sizeof in}, {words, sizeof words}}, BLOCKS);
        for (int i = 0; i < 4 * BLOCKS; i++)
            assert_int_equal(words[i],
                             unit_of(in, 32, i / 4 % 2 ? i % 4 : i) + unit_of(in, unit, i / 4));
    }
}

static void halves_are_read_exactly(void **state)
{
    (void)state;
    static uint16_t in[ALL_HALVES];
    static float out[ALL_HALVES];
    need_device();
    for (int i = 0; i < ALL_HALVES; i++) in[i] = (uint16_t)i;
    run("half", (array[4]){{in, sizeof in}, {out, sizeof out}}, ALL_HALVES);
    for (uint32_t i = 0; i < ALL_HALVES; i++) {
        double want = ts_decode(TS_f16, i);
        bool good = isnan(want) ? isnan(out[i]) : out[i] == want && !signbit(out[i]) == !(i >> 15);
        if (!good) fail_msg("f16 %#x is read as %a", i, out[i]);
    }
}

static void conversions_and_constants_are_exact(void **state)
{
    (void)state;
    static uint32_t in[N], out[TS_FORMS_CONVERSIONS * N];
    need_device();
    for (int i = 0; i < N; i++) {
        float x = (float)(uniform(-1, 1) * exp2(uniform(-3, 29)));
        memcpy(&in[i], &x, sizeof x);
    }
    run("convert", (array[4]){{in, sizeof in}, {out, sizeof out}}, N);
    for (int i = 0; i < N; i++) {
        uint32_t want[TS_FORMS_CONVERSIONS];
        ts_forms_convert(in[i], want);
        for (int c = 0; c < TS_FORMS_CONVERSIONS; c++)
            if (out[c * N + i] != want[c])
                fail_msg("conversion %d of %#x is %#x, not %#x", c, in[i], out[c * N + i], want[c]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elementwise_ops_mean_what_ops_def_says),
        cmocka_unit_test(loops_and_conditions_nest),
        cmocka_unit_test(barriers_order_memory),
        cmocka_unit_test(units_and_blocks_are_read_and_written),
        cmocka_unit_test(halves_are_read_exactly),
        cmocka_unit_test(conversions_and_constants_are_exact),
    };
    return cmocka_run_group_tests(tests, open_rig, close_rig);
}
