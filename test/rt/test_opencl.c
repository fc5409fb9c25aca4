/* test_opencl.c - the OpenCL driver on every OpenCL device of this machine, with a text written by hand.
 *
 * Skips where there is no OpenCL.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#if __has_include(<CL/cl.h>)
#define CL_TARGET_OPENCL_VERSION 120
#include <CL/cl.h>
#endif
#include "rt/driver.h"
#include "rt/opencl_api.h"

#ifdef CL_VERSION_1_2
#define X(name, value) _Static_assert((CL_##name) == (value), #name);
TS_CL_NUMBERS(X)
#undef X
_Static_assert(CL_DEVICE_TYPE_ALL == TS_CL_DEVICE_TYPE_ALL, "type");
_Static_assert(sizeof(cl_bitfield) == 8 && sizeof(cl_bool) == 4, "types");
#endif

enum { N = 5000 };

/* scale: y = 2 x; plus: y += x, two teams of 32 threads; bytes: y = low byte of x + 1 */
static const char text[] =
    "// tessera kernel=scale entry=scale wide=0 params=i32,o32 sizes=1 threads=64 teams=1 count=-1 "
    "shared=0 cost=4\n"
    "__kernel void scale(__global const float *b0, __global float *b1, __global const int *s0,\n"
    "                    uint o0, uint o1, uint o2)\n"
    "{   b0 += o0; b1 += o1; int n = s0[o2];\n"
    "    for (int i = get_global_id(0); i < n; i += get_global_size(0)) b1[i] = 2 * b0[i]; }\n"
    "// tessera kernel=plus entry=plus_ wide=0 params=i32,b32 sizes=1 threads=64 teams=2 count=-1 "
    "shared=256 cost=4\n"
    "__kernel void plus_(__global const float *b0, __global float *b1, __global const int *s0,\n"
    "                    uint o0, uint o1, uint o2)\n"
    "{   __local float t[64]; int me = get_local_id(0), n = s0[o2];\n"
    "    for (int at = get_group_id(0) * 64; at < n; at += get_num_groups(0) * 64) {\n"
    "        t[63 - me] = at + me < n ? b0[o0 + at + me] : 0;\n"
    "        barrier(CLK_LOCAL_MEM_FENCE);\n"
    "        if (at + me < n) b1[o1 + at + me] += t[63 - me];\n"
    "        barrier(CLK_LOCAL_MEM_FENCE); } }\n"
    "// tessera kernel=byte entry=byte_ wide=0 params=i8,o16 sizes=0 threads=1 teams=1 count=3 "
    "shared=0 cost=4\n"
    "__kernel void byte_(__global const uchar *b0, __global ushort *b1, uint o0, uint o1)\n"
    "{   if (get_num_groups(0) == 3)\n"
    "        b1[o1 + get_group_id(0)] = 256 + b0[o0 + get_group_id(0)]; }\n";

struct rig {
    ts_device *dev;
    ts_module *module;
    ts_buffer *x, *y, *n;
    ts_error err;
};

/* Every test runs on opencl:0; there is none: the test is skipped. */
static void set_up(struct rig *r)
{
    memset(r, 0, sizeof *r);
    r->dev = ts_device_open("opencl", 0, &r->err);
    if (!r->dev) {
        printf("skipped: %s\n", r->err.text);
        skip();
    }
    r->module = ts_module_load(r->dev, text, sizeof text - 1, &r->err);
    if (!r->module) fail_msg("%s", r->err.text);
    float x[N];
    int32_t n[2] = {-1, N};
    for (int i = 0; i < N; i++) x[i] = (float)i;
    r->x = ts_buffer_new(r->dev, sizeof x, &r->err);
    r->y = ts_buffer_new(r->dev, sizeof x, &r->err);
    r->n = ts_buffer_new(r->dev, sizeof n, &r->err);
    ts_buffer_put(r->x, 0, x, sizeof x, &r->err);
    ts_buffer_put(r->n, 0, n, sizeof n, &r->err);
    if (ts_failed(&r->err)) fail_msg("%s", r->err.text);
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
        .module = r->module, .kernel = kernel, .arg = {{in, 0}, {out, 0}}, .size = {{r->n, 4}}};
}

static void check_y(struct rig *r, float factor, int count)
{
    float y[N];
    if (ts_buffer_get(r->y, 0, y, sizeof y, &r->err)) fail_msg("%s", r->err.text);
    for (int i = 0; i < N; i++) {
        float want = i < count ? factor * (float)i : 0;
        if (y[i] != want) fail_msg("y[%d] = %g, not %g", i, y[i], want);
    }
}

static ts_step *record(struct rig *r, const ts_launch *launch, size_t n)
{
    ts_step *s = ts_step_record(r->dev, launch, n, &r->err);
    if (!s) fail_msg("%s", r->err.text);
    return s;
}

static void opens_and_refuses(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r);
    assert_non_null(strstr(ts_device_name(r.dev), "OpenCL ("));
    assert_string_equal(ts_device_target(r.dev), "opencl");
    assert_int_equal(ts_device_threads(r.dev), 1);
    assert_true(r.dev->groups >= 16);
    static const char *const bad[][2] = {{"opencl:99", "no device opencl:99"},
                                         {"opencl:x", "number"},
                                         {"opencl:-1", "number"},
                                         {"opencl:99999999999999999999", "number"},
                                         {"opencl:", "this build offers"},
                                         {"openclx", "opencl:N"}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {{0}};
        assert_null(ts_device_open(bad[i][0], 0, &err));
        if (!strstr(err.text, bad[i][1])) fail_msg("%s: %s", bad[i][0], err.text);
    }
    const char *line = NULL;
    for (size_t i = 0; (line = ts_device_list(i)) && strncmp(line, "opencl:0 ", 9);) i++;
    assert_non_null(line);
    assert_non_null(strstr(line, " GB, "));
    tear_down(&r);
}

/* Two launches, the second reads what the first wrote; the size is read at each replay. */
static void replays(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r);
    ts_launch launch[] = {make(&r, "scale", r.x, r.y), make(&r, "plus", r.x, r.y)};
    ts_step *s = record(&r, launch, 2);
    static const int32_t count[] = {0, 1, 77, 4999, 5000, 5000};
    for (size_t i = 0; i < sizeof count / sizeof *count; i++) {
        ts_buffer_put(r.n, 4, &count[i], sizeof count[i], &r.err);
        assert_int_equal(ts_step_run(s, &r.err), 0);
        check_y(&r, 3, count[i]);
    }
    for (int i = 0; i < 50; i++) assert_int_equal(ts_step_run(s, &r.err), 0);
    check_y(&r, 3, N);
    double seconds[2] = {-1, -1};
    assert_int_equal(ts_step_time(s, seconds, &r.err), 0);
    assert_true(seconds[0] > 0 && seconds[1] > 0 && seconds[0] < 10 && seconds[1] < 10);
    check_y(&r, 3, N);
    ts_step_free(s);
    tear_down(&r);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* The queue is in order, whatever is asked for; the step still says it. */
static void order_is_asked_for(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r);
    ts_buffer *z = ts_buffer_new(r.dev, N * sizeof(float), &r.err);
    ts_launch launch[] = {make(&r, "scale", r.x, r.y), make(&r, "scale", r.x, z)};
    ts_step *s = record(&r, launch, 2);
    assert_false(s->bound[1].after);
    ts_step_free(s);
    launch[1].after = true;
    s = record(&r, launch, 2);
    assert_true(s->bound[1].after);
    assert_int_equal(ts_step_run(s, &r.err), 0);
    check_y(&r, 2, N);
    ts_step_free(s);
    ts_buffer_free(z);
    tear_down(&r);
}

/* Seconds of `count` launches by the device, and by the host around it. */
static void measure(struct rig *r, const ts_launch *launch, size_t count, double *seconds,
                    double *host)
{
    ts_step *s = record(r, launch, count);
    bool by_device = false;
    *host = now();
    assert_int_equal(ts_step_elapsed(s, seconds, &by_device, &r->err), 0);
    *host = now() - *host;
    assert_true(by_device);
    if (count ? *seconds <= 0 || *seconds > *host : *seconds != 0)
        fail_msg("%zu launches took %g s, %g s by the host", count, *seconds, *host);
    ts_step_free(s);
}

/* By the device: most of what the host saw where there are many launches, and never more. On a busy
 * machine the host may have waited long to see it, so it is tried again. */
static void is_measured(void **state)
{
    (void)state;
    enum { MANY = 300 };
    static const size_t count[] = {0, 1, 2, MANY};
    struct rig r;
    double seconds = 0, host = 1;
    set_up(&r);
    ts_launch launch[MANY] = {make(&r, "scale", r.x, r.y)};
    for (size_t i = 1; i < MANY; i++) launch[i] = make(&r, "plus", r.x, r.y);
    for (size_t i = 0; i < sizeof count / sizeof *count; i++) {
        measure(&r, launch, count[i], &seconds, &host);
        if (count[i]) check_y(&r, (float)(count[i] + 1), N);
    }
    for (int tries = 0; tries < 40 && seconds < host / 4; tries++)
        measure(&r, launch, MANY, &seconds, &host);
    if (!(seconds >= host / 4)) fail_msg("took only %g s of %g", seconds, host);
    const char *driver = ts_device_driver(r.dev);
    if (!strpbrk(driver, "0123456789")) fail_msg("no version in \"%s\"", driver);
    tear_down(&r);
}

static void offsets(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r);
    int32_t n = 10;
    ts_buffer_put(r.n, 4, &n, sizeof n, &r.err);
    ts_launch launch[] = {make(&r, "scale", r.x, r.y), {.module = r.module, .kernel = "byte"}};
    launch[0].arg[0].offset = 400; /* element 100 */
    launch[0].arg[1].offset = 28;  /* element 7 */
    static const unsigned char from[] = {9, 9, 9, 1, 2, 3};
    ts_buffer *bytes = ts_buffer_wrap(r.dev, from, sizeof from, &r.err);
    ts_buffer *shorts = ts_buffer_new(r.dev, 12, &r.err);
    launch[1].arg[0] = (ts_ref){bytes, 3};
    launch[1].arg[1] = (ts_ref){shorts, 4};
    ts_step *s = record(&r, launch, 2);
    ts_buffer_free(bytes); /* the step holds it */
    assert_int_equal(ts_step_run(s, &r.err), 0);
    float y[20];
    uint16_t got[6];
    static const uint16_t want[6] = {0, 0, 257, 258, 259, 0};
    ts_buffer_get(r.y, 0, y, sizeof y, &r.err);
    ts_buffer_get(shorts, 0, got, sizeof got, &r.err);
    for (int i = 0; i < 20; i++) {
        float expected = i < 7 || i > 16 ? 0 : 2 * (float)(100 + i - 7);
        if (y[i] != expected) fail_msg("y[%d] = %g, not %g", i, y[i], expected);
    }
    assert_memory_equal(got, want, sizeof want);
    ts_step_free(s);
    ts_buffer_free(shorts);
    tear_down(&r);
}

/* Small writes are staged: many of them, more than the stage holds, with launches between. */
static void many_small_writes(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r);
    ts_launch launch = make(&r, "plus", r.x, r.y);
    ts_step *s = record(&r, &launch, 1);
    float ones[1000];
    for (int i = 0; i < 1000; i++) ones[i] = 1;
    for (int i = 0; i < N; i += 1000) ts_buffer_put(r.x, 4 * (size_t)i, ones, sizeof ones, &r.err);
    for (int32_t i = 1; i <= 500; i++) { /* y[0..i-1] += 1; then the cell and x change at once */
        assert_int_equal(ts_buffer_put(r.n, 4, &i, sizeof i, &r.err), 0);
        assert_int_equal(ts_step_run(s, &r.err), 0);
        float zero[512] = {0};
        assert_int_equal(ts_buffer_put(r.x, 4 * 4000, zero, sizeof zero, &r.err), 0);
    }
    float y[N];
    ts_buffer_get(r.y, 0, y, sizeof y, &r.err);
    for (int i = 0; i < N; i++) {
        float want = i < 500 ? (float)(500 - i) : 0;
        if (y[i] != want) fail_msg("y[%d] = %g, not %g", i, y[i], want);
    }
    ts_step_free(s);
    tear_down(&r);
}

/* Memory that is only readable, from every kind of start: in place or copied, the same comes out. */
static void wraps(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r);
    float *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(page != MAP_FAILED);
    for (int i = 0; i < 1024; i++) page[i] = (float)i;
    mprotect(page, 4096, PROT_READ);
    for (int skip_floats = 0; skip_floats < 6; skip_floats++) {
        int32_t n = 1024 - skip_floats;
        ts_buffer_put(r.n, 4, &n, sizeof n, &r.err);
        ts_buffer *w = ts_buffer_wrap(r.dev, page + skip_floats, 4 * (size_t)n, &r.err);
        if (!w) fail_msg("%s", r.err.text);
        ts_launch launch = make(&r, "scale", w, r.y);
        ts_step *s = record(&r, &launch, 1);
        float y[1024], back[1024];
        assert_int_equal(ts_step_run(s, &r.err), 0);
        ts_buffer_get(r.y, 0, y, sizeof y, &r.err);
        ts_buffer_get(w, 0, back, 4 * (size_t)n, &r.err);
        for (int i = 0; i < n; i++)
            assert_true(y[i] == 2 * page[i + skip_floats] && back[i] == page[i + skip_floats]);
        ts_step_free(s);
        ts_buffer_free(w);
    }
    ts_buffer *empty = ts_buffer_wrap(r.dev, page, 0, &r.err);
    assert_non_null(empty);
    ts_buffer_free(empty);
    munmap(page, 4096);
    tear_down(&r);
}

static void buffers(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r);
    static const size_t size[] = {0, 1, 100, 4097, (1 << 20) + 3};
    for (size_t i = 0; i < sizeof size / sizeof *size; i++) {
        ts_buffer *b = ts_buffer_new(r.dev, size[i], &r.err);
        assert_non_null(b);
        unsigned char *got = malloc(size[i] + 1), *want = calloc(1, size[i] + 1);
        assert_int_equal(ts_buffer_get(b, 0, got, size[i], &r.err), 0);
        assert_memory_equal(got, want, size[i]);
        for (size_t k = 0; k < size[i]; k++) want[k] = (unsigned char)(k * 7);
        assert_int_equal(ts_buffer_put(b, 0, want, size[i], &r.err), 0);
        assert_int_equal(ts_buffer_get(b, 0, got, size[i], &r.err), 0);
        assert_memory_equal(got, want, size[i]);
        free(got);
        free(want);
        ts_buffer_free(b);
    }
    assert_null(ts_buffer_new(r.dev, (size_t)1 << 45, &r.err));
    if (!strstr(r.err.text, "does not fit")) fail_msg("%s", r.err.text);
    tear_down(&r);
}

static void expect_refusal(struct rig *r, const ts_launch *launch, const char *part)
{
    r->err.text[0] = 0;
    assert_null(ts_step_record(r->dev, launch, 1, &r->err));
    if (!strstr(r->err.text, part)) fail_msg("\"%s\" does not say \"%s\"", r->err.text, part);
}

static void wrong_launches(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r);
    ts_launch good = make(&r, "scale", r.x, r.y), l = good;
    l.kernel = "thrice", expect_refusal(&r, &l, "no kernel \"thrice\"");
    l = good, l.arg[0].offset = 2, expect_refusal(&r, &l, "no multiple of");
    l = good, l.arg[2] = l.arg[0], expect_refusal(&r, &l, "takes 2 buffers");
    l = good, l.size[0].buffer = NULL, expect_refusal(&r, &l, "size 0 has no buffer");
    ts_device *cpu = ts_device_open("cpu", 1, &r.err);
    ts_buffer *foreign = ts_buffer_new(cpu, 64, &r.err);
    l = good, l.arg[0].buffer = foreign, expect_refusal(&r, &l, "another device");
    ts_buffer_free(foreign);
    ts_device_close(cpu);
    tear_down(&r);
}

#define LINE(params, threads, shared)                                                              \
    "// tessera kernel=k entry=k wide=0 params=" params " sizes=0 threads=" threads                \
    " teams=1 count=1 shared=" shared " cost=4\n"

static void wrong_texts(void **state)
{
    (void)state;
    struct rig r;
    set_up(&r);
    static const char *const bad[][2] = {
        {"__kernel void k(void) { }", "no \"tessera kernel="},
        {LINE("-", "64", "0") "__kernel void k(void) { nonsense; }", "nonsense"},
        {LINE("-", "60000", "0") "__kernel void k(void) { }", "groups of 60000 threads"},
        {LINE("-", "64", "99999999") "__kernel void k(void) { }", "99999999 bytes of local"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {{0}};
        assert_null(ts_module_load(r.dev, bad[i][0], strlen(bad[i][0]), &err));
        if (!strstr(err.text, bad[i][1])) fail_msg("case %zu: %s", i, err.text);
        assert_null(strchr(err.text, '\n'));
    }
    static const char *const lies[] = {/* the manifest says what the text does not hold */
                                       LINE("-", "64", "0") "__kernel void other(void) { }",
                                       LINE("i32", "64", "0") "__kernel void k(void) { }"};
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        ts_error err = {{0}};
        ts_module *m = ts_module_load(r.dev, lies[i], strlen(lies[i]), &err);
        assert_non_null(m);
        ts_launch l = {.module = m, .kernel = "k"};
        if (i) l.arg[0].buffer = r.x;
        assert_null(ts_step_record(r.dev, &l, 1, &err));
        if (strncmp(err.text, "OpenCL: k: the ", 15)) fail_msg("%s", err.text);
        ts_module_free(m);
    }
    tear_down(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_and_refuses),
        cmocka_unit_test(replays),
        cmocka_unit_test(order_is_asked_for),
        cmocka_unit_test(is_measured),
        cmocka_unit_test(offsets),
        cmocka_unit_test(many_small_writes),
        cmocka_unit_test(wraps),
        cmocka_unit_test(buffers),
        cmocka_unit_test(wrong_launches),
        cmocka_unit_test(wrong_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
