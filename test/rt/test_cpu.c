/* test_cpu.c - the cpu device as a host sees it: open, buffers, modules, recorded steps.
 *
 * The modules are small C texts with the interface that emitted ones have.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rt/cpu.h"

enum { N = 5000 };

/* twice: y = 2 x; plus: y += x; denormal: y[0] = the smallest float times one half, times 2^24 */
static const char text[] =
    "#include <stdint.h>\n"
    "#define KERNEL(name, sizes)\\\n"
    " long ts_##name##_grid(const int32_t *const *size) { return sizes ? size[0][0] : 1; }\\\n"
    " void ts_##name(void *const *buf, const int32_t *const *size, long lo, long hi)\n"
    "/* tessera kernel=twice entry=ts_twice params=i32,o32 sizes=1 cost=512 */\n"
    "KERNEL(twice, 1) { const float *x = buf[0]; float *y = buf[1];\n"
    " for (long i = lo; i < hi; i++) y[i] = 2 * x[i]; }\n"
    "// tessera kernel=plus entry=ts_plus params=i32,b32 sizes=1 cost=512\n"
    "KERNEL(plus, 1) { const float *x = buf[0]; float *y = buf[1];\n"
    " for (long i = lo; i < hi; i++) y[i] += x[i]; }\n"
    "// tessera kernel=denormal entry=ts_denormal params=i32,o32 sizes=0 cost=1\n"
    "KERNEL(denormal, 0) { volatile float *x = buf[0]; float *y = buf[1];\n"
    " y[0] = (x[0] * 0.5f) * 16777216.0f; }\n"
    "// tessera kernel=absent entry=ts_absent params=- sizes=0 cost=1\n";

struct rig {
    ts_device *dev;
    ts_module *module;
    ts_buffer *x, *y, *n;
    ts_error err;
};

static void set_up(struct rig *r, const char *spec, int threads)
{
    memset(r, 0, sizeof *r);
    r->dev = ts_device_open(spec, threads, &r->err);
    if (!r->dev) fail_msg("%s", r->err.text);
    r->module = ts_module_load(r->dev, text, strlen(text), &r->err);
    if (!r->module) fail_msg("%s", r->err.text);
    r->x = ts_buffer_new(r->dev, N * sizeof(float), &r->err);
    r->y = ts_buffer_new(r->dev, N * sizeof(float), &r->err);
    r->n = ts_buffer_new(r->dev, sizeof(int32_t), &r->err);
    float x[N];
    for (int i = 0; i < N; i++) x[i] = (float)i;
    int32_t n = N;
    assert_int_equal(ts_buffer_put(r->x, 0, x, sizeof x, &r->err), 0);
    assert_int_equal(ts_buffer_put(r->n, 0, &n, sizeof n, &r->err), 0);
}

static void tear_down(struct rig *r)
{
    ts_buffer_free(r->x);
    ts_buffer_free(r->y);
    ts_buffer_free(r->n);
    ts_module_free(r->module);
    ts_device_close(r->dev);
}

static ts_launch make(const struct rig *r, const char *kernel, ts_buffer *in, ts_buffer *out)
{
    return (ts_launch){
        .module = r->module, .kernel = kernel, .arg = {{in, 0}, {out, 0}}, .size = {{r->n, 0}}};
}

static void check_y(struct rig *r, float factor, int count)
{
    float y[N];
    assert_int_equal(ts_buffer_get(r->y, 0, y, sizeof y, &r->err), 0);
    for (int i = 0; i < N; i++) {
        float want = i < count ? factor * (float)i : 0;
        if (y[i] != want) fail_msg("y[%d] = %g, not %g", i, y[i], want);
    }
}

static void open_names_and_refusals(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu", 0, &err);
    assert_non_null(dev);
    assert_true(ts_device_threads(dev) >= 1);
    assert_non_null(strstr(ts_device_name(dev), "CPU ("));
    assert_memory_equal(ts_device_target(dev), "cpu:", 4);
    ts_device_close(dev);
    static const char *const bad[] = {"gpu", "cpu:", "cpu:avx9", "cpux", "cpu:avx512 "};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        err.text[0] = 0;
        assert_null(ts_device_open(bad[i], 1, &err));
        assert_non_null(strstr(err.text, "cpu:avx2"));
    }
    err.text[0] = 0;
    assert_null(ts_device_open("cpu", -1, &err));
    assert_true(ts_failed(&err));
    assert_non_null(ts_device_list(0));
    assert_null(ts_device_list(99));
}

/* Every instruction set this machine has, with fewer, as many and more threads than cores. */
static void runs_everywhere(void **state)
{
    (void)state;
    static const int threads[] = {1, 2, 5};
    const char *line;
    for (size_t d = 0; (line = ts_device_list(d)) && !strncmp(line, "cpu:", 4); d++) {
        char spec[32];
        assert_int_equal(sscanf(line, "%31s", spec), 1);
        for (size_t t = 0; t < 3; t++) {
            struct rig r;
            set_up(&r, spec, threads[t]);
            ts_launch launch[] = {make(&r, "twice", r.x, r.y), make(&r, "plus", r.x, r.y)};
            ts_step *s = ts_step_record(r.dev, launch, 2, &r.err);
            if (!s) fail_msg("%s", r.err.text);
            for (int run = 0; run < 20; run++) assert_int_equal(ts_step_run(s, &r.err), 0);
            check_y(&r, 3, N);
            double seconds[2] = {-1, -1};
            assert_int_equal(ts_step_time(s, seconds, &r.err), 0);
            assert_true(seconds[0] > 0 && seconds[1] > 0 && seconds[0] < 10);
            check_y(&r, 3, N);
            ts_step_free(s);
            tear_down(&r);
        }
    }
}

static size_t phases(struct rig *r, const ts_launch *launch, size_t n)
{
    ts_step *s = ts_step_record(r->dev, launch, n, &r->err);
    if (!s) fail_msg("%s", r->err.text);
    assert_int_equal(ts_step_run(s, &r->err), 0);
    size_t phases = ((ts_cpu_step *)s)->plan.phases;
    ts_step_free(s);
    return phases;
}

/* Launches that share nothing they write overlap, unless one asks to come after. */
static void order_is_asked_for(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r, "cpu", 2);
    ts_buffer *z = ts_buffer_new(r.dev, N * sizeof(float), &r.err);
    ts_launch launch[] = {make(&r, "twice", r.x, r.y), make(&r, "twice", r.x, z),
                          make(&r, "plus", r.x, r.y)};
    assert_int_equal(phases(&r, launch, 2), 1);
    assert_int_equal(phases(&r, launch, 3), 2);
    launch[0].after = true; /* of nothing */
    assert_int_equal(phases(&r, launch, 2), 1);
    launch[1].after = true;
    assert_int_equal(phases(&r, launch, 2), 2);
    assert_int_equal(phases(&r, launch, 3), 2); /* the third conflicts with the first alone */
    check_y(&r, 3, N);
    ts_buffer_free(z);
    tear_down(&r);
}

static void is_measured(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r, "cpu", 2);
    ts_launch launch[] = {make(&r, "twice", r.x, r.y), make(&r, "plus", r.x, r.y)};
    ts_step *s = ts_step_record(r.dev, launch, 2, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    double seconds = -1;
    bool by_device = true;
    assert_int_equal(ts_step_elapsed(s, &seconds, &by_device, &r.err), 0);
    assert_true(seconds > 0 && seconds < 10);
    assert_false(by_device);
    check_y(&r, 3, N);
    ts_step_free(s);
    int major = 0, letters = 0;
    const char *driver = ts_device_driver(r.dev);
    sscanf(driver, "%*[a-z] %n%d.%*d.%*d", &letters, &major);
    if (!letters || major < 4) fail_msg("\"%s\" is no compiler with its version", driver);
    tear_down(&r);
}

/* A size cell read at each start: the grid follows it, down to nothing, and not below. */
static void sizes_are_live(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r, "cpu", 2);
    ts_launch launch = make(&r, "twice", r.x, r.y);
    ts_step *s = ts_step_record(r.dev, &launch, 1, &r.err);
    assert_non_null(s);
    static const int32_t count[] = {0, 1, 77, 4999, 5000};
    for (size_t i = 0; i < sizeof count / sizeof *count; i++) {
        ts_buffer_put(r.n, 0, &count[i], sizeof count[i], &r.err);
        assert_int_equal(ts_step_run(s, &r.err), 0);
        check_y(&r, 2, count[i]);
    }
    int32_t minus = -3;
    ts_buffer_put(r.n, 0, &minus, sizeof minus, &r.err);
    assert_int_equal(ts_step_run(s, &r.err), -1);
    assert_non_null(strstr(r.err.text, "grid of -3"));
    ts_step_free(s);
    tear_down(&r);
}

static void expect_refusal(struct rig *r, const ts_launch *launch, const char *part)
{
    r->err.text[0] = 0;
    assert_null(ts_step_record(r->dev, launch, 1, &r->err));
    if (!strstr(r->err.text, part)) fail_msg("\"%s\" does not say \"%s\"", r->err.text, part);
}

static void bad_launches(void **state)
{
    (void)state;
    struct rig r, other;
    set_up(&r, "cpu", 1);
    set_up(&other, "cpu:generic", 1);
    ts_launch good = make(&r, "twice", r.x, r.y), l = good;
    l.kernel = "thrice";
    expect_refusal(&r, &l, "no kernel \"thrice\"");
    l.kernel = NULL;
    expect_refusal(&r, &l, "no kernel");
    l.kernel = "a b";
    expect_refusal(&r, &l, "no kernel \"a b\"");
    l.kernel = "absent";
    expect_refusal(&r, &l, "no function \"ts_absent_grid\" of kernel absent");
    l = good, l.arg[1].buffer = NULL;
    expect_refusal(&r, &l, "argument 1 has no buffer");
    l = good, l.arg[2] = l.arg[0];
    expect_refusal(&r, &l, "takes 2 buffers");
    l = good, l.arg[0].offset = N * sizeof(float) + 1;
    expect_refusal(&r, &l, "starts at byte");
    l = good, l.arg[0].buffer = other.x;
    expect_refusal(&r, &l, "another device");
    l = good, l.module = other.module;
    expect_refusal(&r, &l, "another device");
    l = good, l.size[0].buffer = NULL;
    expect_refusal(&r, &l, "size 0 has no buffer");
    l = good, l.size[1] = l.size[0];
    expect_refusal(&r, &l, "takes 1 sizes");
    l = good, l.size[0].offset = 1;
    expect_refusal(&r, &l, "cell");
    l = good, l.size[0].offset = 4;
    expect_refusal(&r, &l, "cell");
    ts_buffer *wrapped = ts_buffer_wrap(r.dev, text, sizeof text, &r.err);
    l = good, l.arg[1].buffer = wrapped;
    expect_refusal(&r, &l, "wraps");
    ts_buffer_free(wrapped);
    tear_down(&r);
    tear_down(&other);
}

/* Wrapped memory may start anywhere; elements may not. */
static void addresses_are_whole(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r, "cpu", 1);
    static const char bare[] = "i32,o32", whole[] = "i32:x:s0,o32:y:s0";
    const char *at = strstr(text, bare);
    char *more = NULL;
    assert_true(asprintf(&more, "%.*s%s%s", (int)(at - text), text, whole, at + strlen(bare)) > 0);
    ts_module *m = ts_module_load(r.dev, more, strlen(more), &r.err);
    if (!m) fail_msg("%s", r.err.text);
    _Alignas(4) char memory[4 * N + 4] = {0};
    for (int off = 0; off < 5; off++) {
        ts_buffer *x = ts_buffer_wrap(r.dev, memory + off, 4 * (size_t)N, &r.err);
        ts_launch l = make(&r, "twice", x, r.y);
        l.module = m;
        r.err.text[0] = 0;
        ts_step *s = ts_step_record(r.dev, &l, 1, &r.err);
        assert_true(!s == (off % 4 != 0));
        if (!s)
            assert_non_null(strstr(r.err.text, "x starts at an address that is no multiple of"));
        if (s) assert_int_equal(ts_step_run(s, &r.err), 0);
        ts_step_free(s);
        ts_buffer_free(x);
    }
    free(more);
    ts_module_free(m);
    tear_down(&r);
}

static void buffers(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu", 1, &err);
    static const size_t size[] = {0, 1, 100, 1 << 20, (5 << 20) + 3};
    for (size_t i = 0; i < sizeof size / sizeof *size; i++) {
        ts_buffer *b = ts_buffer_new(dev, size[i], &err);
        assert_non_null(b);
        assert_int_equal(ts_buffer_bytes(b), size[i]);
        unsigned char last = 9;
        if (size[i]) assert_int_equal(ts_buffer_get(b, size[i] - 1, &last, 1, &err), 0);
        assert_int_equal(last, size[i] ? 0 : 9);
        if (size[i]) assert_int_equal(ts_buffer_put(b, size[i] - 1, "x", 1, &err), 0);
        err.text[0] = 0;
        assert_int_equal(ts_buffer_put(b, size[i], "x", 1, &err), -1);
        assert_int_equal(ts_buffer_get(b, SIZE_MAX, &last, 2, &err), -1);
        assert_int_equal(ts_buffer_get(b, 1, &last, SIZE_MAX, &err), -1);
        ts_buffer_free(b);
    }
    err.text[0] = 0;
    assert_null(ts_buffer_new(dev, SIZE_MAX, &err));
    assert_non_null(strstr(err.text, "does not fit"));
    err.text[0] = 0;
    assert_null(ts_buffer_wrap(dev, NULL, 8, &err));
    assert_null(ts_buffer_wrap(dev, text, SIZE_MAX, &err));
    ts_buffer *w = ts_buffer_wrap(dev, text, sizeof text, &err);
    char first = 0;
    assert_int_equal(ts_buffer_get(w, 0, &first, 1, &err), 0);
    assert_int_equal(first, text[0]);
    assert_int_equal(ts_buffer_put(w, 0, &first, 1, &err), -1);
    ts_buffer_free(w);
    ts_device_close(dev);
}

/* A step keeps what it needs; the host may free its own references first. */
static void early_frees(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r, "cpu", 2);
    ts_launch launch = make(&r, "twice", r.x, r.y);
    ts_step *s = ts_step_record(r.dev, &launch, 1, &r.err);
    assert_non_null(s);
    ts_buffer_free(r.x);
    ts_buffer_free(r.n);
    ts_module_free(r.module);
    assert_int_equal(ts_step_run(s, &r.err), 0);
    check_y(&r, 2, N);
    ts_step_free(s);
    ts_buffer_free(r.y);
    ts_device_close(r.dev);
}

/* Subnormals count inside a run, on every thread, even of a host that flushes its own. */
static void subnormals(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r, "cpu", 2);
    float tiny = 1.17549435e-38f, got = 1;
    ts_buffer_put(r.x, 0, &tiny, sizeof tiny, &r.err);
    ts_launch launch = make(&r, "denormal", r.x, r.y);
    launch.size[0].buffer = NULL;
    ts_step *s = ts_step_record(r.dev, &launch, 1, &r.err);
    if (!s) fail_msg("%s", r.err.text);
#if defined __x86_64__
    unsigned own = __builtin_ia32_stmxcsr();
    __builtin_ia32_ldmxcsr(own | 0x8040 | 0x6000); /* flush, and round towards zero */
#endif
    assert_int_equal(ts_step_run(s, &r.err), 0);
#if defined __x86_64__
    assert_int_equal(__builtin_ia32_stmxcsr() & 0xffc0, (own | 0xe040) & 0xffc0);
    __builtin_ia32_ldmxcsr(own);
#endif
    ts_buffer_get(r.y, 0, &got, sizeof got, &r.err);
    assert_true(got == tiny * 8388608.0f);
    volatile float half = tiny;
    half *= 0.5f;
    assert_true(half > 0);
    ts_step_free(s);
    tear_down(&r);
}

static void bad_text(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cpu", 1, &err);
#define LINE "// tessera kernel=k entry=k params=- sizes=0 cost=1\n"
    static const char broken[] = LINE "int x = nonsense;\n";
    assert_null(ts_module_load(dev, broken, strlen(broken), &err));
    assert_non_null(strstr(err.text, "nonsense"));
    assert_null(strchr(err.text, '\n'));
    err.text[0] = 0;
    static const char unlinked[] = LINE "void missing(void); void f(void) { missing(); }\n";
    assert_null(ts_module_load(dev, unlinked, strlen(unlinked), &err));
    assert_non_null(strstr(err.text, "missing"));
    err.text[0] = 0;
    assert_null(ts_module_load(dev, NULL, 0, &err));
    assert_true(ts_failed(&err));
    err.text[0] = 0;
    assert_null(ts_module_load(dev, "int x;\n", 7, &err));
    assert_non_null(strstr(err.text, "no \"tessera kernel=\" line"));
    ts_device_close(dev);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(open_names_and_refusals),
        cmocka_unit_test(runs_everywhere),
        cmocka_unit_test(order_is_asked_for),
        cmocka_unit_test(is_measured),
        cmocka_unit_test(sizes_are_live),
        cmocka_unit_test(bad_launches),
        cmocka_unit_test(buffers),
        cmocka_unit_test(addresses_are_whole),
        cmocka_unit_test(early_frees),
        cmocka_unit_test(subnormals),
        cmocka_unit_test(bad_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
