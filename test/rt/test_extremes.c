/* test_extremes.c - what devices make of subnormals, signed zeros, infinities and NaN.
 *
 *     test_extremes [DEVICE ...]       without: the cpu's variants
 *
 * Each elementwise op, comparison and reduction runs over all pairs of such values and must give what
 * the interpreter gives, which computes as IEEE 754 says: to nearest even, with subnormals. Which NaN a
 * NaN is does not count, but a copy keeps all bits. exp, log and their kin, quotients and roots may be
 * off in the last places; of zeros of both signs min and max give either. Conversions have their own
 * tests (test_lane_casts, test_simt_cast). What else a device does otherwise stands in the table below,
 * whose lines doc/targets.md repeats. An exception that does not occur is no error: another driver may
 * do without it.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test/tile/gen.h"
#include "tessera/compile.h"
#include "tessera/device.h"

/* ---- exceptions ---- */

enum {
    ANY_OF_SUBNORMAL = 1, /* a subnormal operand gives any value */
    FLUSH_RESULT = 2,     /* a subnormal result may be zero */
};

static const struct {
    const char *device, *ops; /* ops: names between commas, or "all" */
    int what;
    const char *line; /* of doc/targets.md */
} exceptions[] = {
    {"vulkan", "log", ANY_OF_SUBNORMAL,
     "| lavapipe | log, log2 | a subnormal operand gives about -88 (-127) whatever it is |"},
    {"vulkan", "exp,exp2", FLUSH_RESULT, "| lavapipe | exp, exp2 | a subnormal result is 0 |"},
};

static bool named(const char *list, const char *name)
{
    size_t n = strlen(name);
    if (!strcmp(list, "all")) return true;
    for (const char *p = list; (p = strstr(p, name)); p += n)
        if ((p == list || p[-1] == ',') && (!p[n] || p[n] == ',')) return true;
    return false;
}

static int excused(const char *device, const char *op)
{
    int all = 0;
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        if (!strncmp(device, exceptions[i].device, strlen(exceptions[i].device)) &&
            named(exceptions[i].ops, op))
            all |= exceptions[i].what;
    return all;
}

/* ---- values ---- */

static const float values[] = {
    0.0f,      -0.0f,      0x1p-149f, -0x1p-149f, 0x1.8p-130f,     -0x1p-127f,
    0x1p-126f, -0x1p-126f, 0x1p-60f,  0.5f,       -0.75f,          1.0f,
    -1.0f,     1.5f,       -2.5f,     88.0f,      -95.0f,          -140.0f,
    8388609.f, 3e9f,       -1e38f,    3.4e38f,    0x1.fffffep127f, 0x1.fffffcp-127f,
    HUGE_VALF, -HUGE_VALF, NAN,       -NAN,       65520.0f,        0x1p-25f,
    448.0f,    0x1p-24f};
enum { VALUES = sizeof values / sizeof *values, N = VALUES * VALUES, ROW = 8 };

/* ---- kernels ---- */

static ts_val as_number(ts_val p)
{
    ts_val one = ts_f32(p.k, 1), zero = ts_f32(p.k, 0);
    return ts_select(p, one, zero);
}

static ts_view operands(ts_kern *k, const char *name)
{
    return ts_arg1(k, TS_IN, name, TS_f32, ts_i32(k, N));
}

static void binary(ts_kern *k)
{
    static const char *const name[] = {"add", "sub", "mul", "div", "min",
                                       "max", "lt",  "le",  "eq",  "ne"};
    ts_view a = operands(k, "a"), b = operands(k, "b"), y[10];
    for (int i = 0; i < 10; i++) y[i] = ts_arg1(k, TS_OUT, name[i], TS_f32, ts_i32(k, N));
    ts_val at = ts_program(ts_i32(k, N), 32), p = ts_load(a, at, 32), q = ts_load(b, at, 32);
    ts_store(y[0], at, ts_add(p, q));
    ts_store(y[1], at, ts_sub(p, q));
    ts_store(y[2], at, ts_mul(p, q));
    ts_store(y[3], at, ts_div(p, q));
    ts_store(y[4], at, ts_min(p, q));
    ts_store(y[5], at, ts_max(p, q));
    ts_store(y[6], at, as_number(ts_lt(p, q)));
    ts_store(y[7], at, as_number(ts_le(p, q)));
    ts_store(y[8], at, as_number(ts_eq(p, q)));
    ts_store(y[9], at, as_number(ts_ne(p, q)));
}

static void unary(ts_kern *k)
{
    static const char *const name[] = {"copy", "neg",   "abs", "sqrt", "floor", "trunc",
                                       "rint", "rsqrt", "exp", "log",  "exp2"};
    ts_view a = operands(k, "a"), y[11];
    for (int i = 0; i < 11; i++) y[i] = ts_arg1(k, TS_OUT, name[i], TS_f32, ts_i32(k, N));
    ts_val at = ts_program(ts_i32(k, N), 32), p = ts_load(a, at, 32);
    ts_store(y[0], at, p);
    ts_store(y[1], at, ts_neg(p));
    ts_store(y[2], at, ts_abs(p));
    ts_store(y[3], at, ts_sqrt(p));
    ts_store(y[4], at, ts_floor(p));
    ts_store(y[5], at, ts_trunc(p));
    ts_store(y[6], at, ts_rint(p));
    ts_store(y[7], at, ts_rsqrt(p));
    ts_store(y[8], at, ts_exp(p));
    ts_store(y[9], at, ts_log(p));
    ts_store(y[10], at, ts_exp2(p));
}

/* Rows of neighbours. The order of additions is the device's own, so a sum has two terms that count. */
static void reduce(ts_kern *k)
{
    ts_view a = ts_arg2(k, TS_IN, "a", TS_f32, ts_i32(k, N / ROW), ts_i32(k, ROW));
    ts_val n = ts_i32(k, N / ROW);
    ts_view big = ts_arg1(k, TS_OUT, "amax", TS_f32, n),
            small = ts_arg1(k, TS_OUT, "amin", TS_f32, n);
    ts_view first = ts_arg1(k, TS_OUT, "argmax", TS_i32, n),
            last = ts_arg1(k, TS_OUT, "argmin", TS_i32, n);
    ts_view sum = ts_arg1(k, TS_OUT, "sum", TS_f32, n);
    ts_val at = ts_program(n, 8), x = ts_load2(a, at, ts_i32(k, 0), 8, ROW);
    ts_store(big, at, ts_amax(x, 1));
    ts_store(small, at, ts_amin(x, 1));
    ts_store(first, at, ts_argmax(x, 1));
    ts_store(last, at, ts_argmin(x, 1));
    ts_store(sum, at, ts_sum(ts_slice(x, 1, 0, 2), 1));
}

static const struct {
    const char *name;
    void (*make)(ts_kern *k);
} makers[] = {{"binary", binary}, {"unary", unary}, {"reduce", reduce}};
enum { KERNELS = sizeof makers / sizeof *makers };

static ts_kern *kernel[KERNELS];

/* ---- comparing ---- */

/* Ops whose last places are the device's own. */
static bool is_rough(const char *op)
{
    return named("div,sqrt,rsqrt,exp,exp2,log", op);
}

static bool near(float want, float got)
{
    if (isinf(want) || isinf(got))
        return fabsf(want) > 0x1.fffff0p127f && fabsf(got) > 0x1.fffff0p127f;
    return fabs((double)want - (double)got) <= 4 * fmax(fabs((double)want) * 0x1p-23, 0x1p-149);
}

static bool same(const char *op, ts_dtype t, uint32_t want, uint32_t got, int excuse)
{
    if (want == got) return true;
    if (t != TS_f32) return false;
    float a = (float)ts_decode(t, want), b = (float)ts_decode(t, got);
    if (isnan(a) || isnan(b)) return isnan(a) && isnan(b);
    if (named("min,max,amin,amax", op) && a == 0 && b == 0) return true;
    if (excuse & FLUSH_RESULT && b == 0 && fpclassify(a) == FP_SUBNORMAL) return true;
    return is_rough(op) && a != 0 && near(a, b);
}

/* ---- one device ---- */

static float operand(const char *name, size_t i)
{
    return values[*name == 'a' ? i % VALUES : i / VALUES % VALUES];
}

static void fill(struct ts_gen_data *d, const ts_kern *k)
{
    if (!ts_gen_fill(d, k, 1)) fail_msg("%s", k->name);
    for (int p = 0; p < d->params; p++)
        for (size_t i = 0; i < d->elements[p] && !d->name[p][1]; i++) /* a, b */
            ((float *)d->buffer[p])[i] = operand(d->name[p], i);
}

static int on_device(ts_device *dev, ts_module *m, const ts_kern *k, struct ts_gen_data *d,
                     ts_error *err)
{
    ts_launch launch = {.module = m, .kernel = k->name};
    int rc = 0;
    for (int p = 0; p < d->params; p++) {
        ts_buffer *b = ts_buffer_new(dev, d->bytes[p], err);
        rc |= ts_buffer_put(b, 0, d->buffer[p], d->bytes[p], err);
        launch.arg[p].buffer = b;
    }
    ts_step *s = rc ? NULL : ts_step_record(dev, &launch, 1, err);
    if (!s || ts_step_run(s, err)) rc = -1;
    for (int p = 0; p < d->params; p++) {
        if (!rc) rc = ts_buffer_get(launch.arg[p].buffer, 0, d->buffer[p], d->bytes[p], err);
        ts_buffer_free(launch.arg[p].buffer);
    }
    ts_step_free(s);
    return rc;
}

static void show(const char *spec, const char *op, ts_dtype t, size_t i, uint32_t want,
                 uint32_t got)
{
    print_message("%s: element %zu of %s (of %a, %a) is %a (0x%x), not %a (0x%x)\n", spec, i, op,
                  (double)operand("a", i), (double)operand("b", i), ts_decode(t, got), got,
                  ts_decode(t, want), want);
}

static int compare(const char *spec, const struct ts_gen_data *oracle,
                   const struct ts_gen_data *device)
{
    int bad = 0;
    for (int p = 0; p < device->params; p++) {
        const char *op = device->name[p];
        int excuse = excused(spec, op), shown = 0;
        ts_dtype t = device->type[p];
        bool copy = !strcmp(op, "copy");
        for (size_t i = 0; i < device->elements[p]; i++) {
            uint32_t got = ts_fetch(t, device->buffer[p], i),
                     want = ts_fetch(t, oracle->buffer[p], i);
            if (copy) want = ts_fetch(t, oracle->buffer[0], i); /* the interpreter has one NaN */
            if (copy ? want == got : same(op, t, want, got, excuse)) continue;
            if (excuse & ANY_OF_SUBNORMAL && fpclassify(operand("a", i)) == FP_SUBNORMAL) continue;
            bad++;
            if (shown++ < 6) show(spec, op, t, i, want, got);
        }
    }
    return bad;
}

static int check(const char *spec, ts_device *dev, ts_module *m, const ts_kern *k)
{
    struct ts_gen_data oracle, device;
    ts_error err = {0};
    fill(&oracle, k);
    fill(&device, k);
    if (ts_run(k, oracle.buffer, oracle.bytes, oracle.size, 0, &err)) fail_msg("%s", err.text);
    if (on_device(dev, m, k, &device, &err)) fail_msg("%s: %s", spec, err.text);
    int bad = compare(spec, &oracle, &device);
    ts_gen_drop(&oracle);
    ts_gen_drop(&device);
    return bad;
}

static int try(const char *spec)
{
    ts_error err = {0};
    ts_device *dev = ts_device_open(spec, 1, &err);
    if (!dev) {
        print_message("skipped: %s: %s\n", spec, err.text);
        return 0;
    }
    const ts_target *target = ts_target_find(ts_device_target(dev), &err);
    size_t bytes = 0;
    int bad = 0;
    char *text = target ? ts_emit(kernel, KERNELS, target, &bytes, &err) : NULL;
    ts_module *m = text ? ts_module_load(dev, text, bytes, &err) : NULL;
    if (!m) fail_msg("%s: %s", spec, err.text);
    for (int i = 0; i < KERNELS; i++) bad += check(spec, dev, m, kernel[i]);
    free(text);
    ts_module_free(m);
    ts_device_close(dev);
    return bad;
}

/* ---- all ---- */

static char **chosen;

static int build_all(void **state)
{
    (void)state;
    for (int i = 0; i < KERNELS; i++) {
        ts_error err = {0};
        kernel[i] = ts_begin(makers[i].name);
        makers[i].make(kernel[i]);
        if (ts_finish(kernel[i], &err)) fail_msg("%s", err.text);
    }
    return 0;
}

static int free_all(void **state)
{
    (void)state;
    for (int i = 0; i < KERNELS; i++) ts_free(kernel[i]);
    return 0;
}

static void devices_equal_the_oracle(void **state)
{
    (void)state;
    static const char *const usual[] = {"cpu:amx", "cpu:avx512", "cpu:avx2", "cpu:generic"};
    int bad = 0;
    for (size_t i = 0; !*chosen && i < sizeof usual / sizeof *usual; i++) bad += try(usual[i]);
    for (char **c = chosen; *c; c++) bad += try(*c);
    if (bad) fail_msg("%d results are neither the interpreter's nor a stated exception", bad);
}

static void exceptions_are_documented(void **state)
{
    (void)state;
    static char doc[1 << 17];
    FILE *f = fopen(TESSERA_SOURCE_DIR "/doc/targets.md", "r");
    assert_non_null(f);
    doc[fread(doc, 1, sizeof doc - 1, f)] = 0;
    fclose(f);
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        if (!strstr(doc, exceptions[i].line))
            fail_msg("doc/targets.md lacks: %s", exceptions[i].line);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(devices_equal_the_oracle),
        cmocka_unit_test(exceptions_are_documented),
    };
    (void)argc;
    chosen = argv + 1;
    return cmocka_run_group_tests(tests, build_all, free_all);
}
