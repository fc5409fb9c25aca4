/* test_cuda.c - the cuda device over a strict stand-in for the driver (test/rt/fake/fake.h), and the real
 * compilers where they are installed. Nothing here runs on a GPU.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rt/cc.h"
#include "rt/cuda.h"
#include "test/rt/fake/fake.h"

extern int fake_nvrtc_programs, fake_nvrtc_compiled;
extern char fake_nvrtc_arch[40];

enum { N = 500, BUFFERS = 6 };

#define HEAD(name, params)                                                                         \
    "// tessera kernel=" name " entry=" name " wide=0 params=" params                              \
    " sizes=1 threads=128 teams=1 count=-1 shared=0 cost=4\n"

/* y = 2 x for n elements */
#define TWICE(wait)                                                                                \
    HEAD("twice", "i32,o32")                                                                       \
    "extern \"C\" __global__ void twice(const float *b0, float *b1, const int *s0) {" wait         \
    " for (int i = blockIdx.x * 128 + threadIdx.x; i < s0[0]; i += gridDim.x * 128)"               \
    " b1[i] = 2 * b0[i]; }\n"

/* y += x */
#define PLUS(wait)                                                                                 \
    HEAD("plus", "i32,b32")                                                                        \
    "extern \"C\" __global__ void plus(const float *b0, float *b1, const int *s0) {" wait          \
    " for (int i = blockIdx.x * 128 + threadIdx.x; i < s0[0]; i += gridDim.x * 128)"               \
    " b1[i] += b0[i]; }\n"

#define BODY(wait) TWICE(wait) PLUS(wait)

static const char plain[] = BODY("");
static const char waiting[] =
    "static __device__ __forceinline__ void turn()\n{\n#if __CUDA_ARCH__ >= 900\n"
    "asm volatile(\"griddepcontrol.launch_dependents;\");\n"
    "asm volatile(\"griddepcontrol.wait;\" ::: \"memory\");\n"
    "#endif\n}\n" BODY(" turn();");

static int run_twice(void *const *p, int params, unsigned groups, unsigned threads)
{
    const float *x = p[0];
    float *y = p[1];
    if (params != 3 || !groups || threads != 128) return TS_CU_LAUNCH_FAILED;
    for (int i = 0; i < *(const int *)p[2]; i++) y[i] = 2 * x[i];
    return 0;
}

static int run_plus(void *const *p, int params, unsigned groups, unsigned threads)
{
    const float *x = p[0];
    float *y = p[1];
    if (params != 3 || !groups || threads != 128) return TS_CU_LAUNCH_FAILED;
    for (int i = 0; i < *(const int *)p[2]; i++) y[i] += x[i];
    return 0;
}

static int run_astray(void *const *p, int params, unsigned groups, unsigned threads)
{
    (void)p, (void)params, (void)groups, (void)threads;
    return TS_CU_ILLEGAL_ADDRESS;
}

/* ---- rig ---- */

static void fresh(void)
{
    fake_reset();
    fake_add_kernel("twice", run_twice);
    fake_add_kernel("plus", run_plus);
    ts_cuda_libraries(FAKE_CUDA, FAKE_NVRTC);
}

static void nothing_left(void)
{
    assert_string_equal(fake_misuse(), "");
    assert_int_equal(fake_alive(), 0);
    assert_int_equal(fake_nvrtc_programs, 0);
}

struct rig {
    ts_device *dev;
    ts_module *module;
    ts_buffer *b[BUFFERS], *n;
    ts_error err;
};

static void fill(float *x, int k)
{
    for (int i = 0; i < N; i++) x[i] = (float)(i % 7 + k);
}

/* -1 with r->err filled; tear_down is to be called anyway. */
static int build_rig(struct rig *r, const char *spec, const char *text, unsigned without)
{
    int32_t n = N;
    float x[N];
    memset(r, 0, sizeof *r);
    r->dev = ts_device_open(spec, 0, &r->err);
    if (!r->dev || ts_device_without(r->dev, without, &r->err)) return -1;
    r->module = ts_module_load(r->dev, text, strlen(text), &r->err);
    r->n = r->module ? ts_buffer_new(r->dev, sizeof n, &r->err) : NULL;
    if (!r->n || ts_buffer_put(r->n, 0, &n, sizeof n, &r->err)) return -1;
    for (int i = 0; i < BUFFERS; i++) {
        fill(x, i);
        r->b[i] = ts_buffer_new(r->dev, sizeof x, &r->err);
        if (!r->b[i] || ts_buffer_put(r->b[i], 0, x, sizeof x, &r->err)) return -1;
    }
    return 0;
}

static void set_up(struct rig *r, const char *spec, const char *text)
{
    if (build_rig(r, spec, text, 0)) fail_msg("%s", r->err.text);
}

static void set_up_without(struct rig *r, const char *text, unsigned without)
{
    if (build_rig(r, "cuda", text, without)) fail_msg("%s", r->err.text);
}

static void tear_down(struct rig *r)
{
    for (int i = 0; i < BUFFERS; i++) ts_buffer_free(r->b[i]);
    ts_buffer_free(r->n);
    ts_module_free(r->module);
    ts_device_close(r->dev);
}

static ts_launch make(const struct rig *r, const char *kernel, int in, int out)
{
    return (ts_launch){.module = r->module,
                       .kernel = kernel,
                       .arg = {{r->b[in], 0}, {r->b[out], 0}},
                       .size = {{r->n, 0}}};
}

static void expect(struct rig *r, int k, const float *want)
{
    float got[N];
    if (ts_buffer_get(r->b[k], 0, got, sizeof got, &r->err)) fail_msg("%s", r->err.text);
    assert_memory_equal(got, want, sizeof got);
}

/* ---- opening ---- */

static void refusal(const char *spec, const char *part)
{
    ts_error err = {{0}};
    assert_null(ts_device_open(spec, 0, &err));
    if (!strstr(err.text, part)) fail_msg("\"%s\" does not say \"%s\"", err.text, part);
    assert_null(strchr(err.text, '\n'));
}

static const char *listed(size_t k)
{
    const char *line;
    for (size_t i = 0; (line = ts_device_list(i)); i++) {
        if (!strncmp(line, "cuda:", 5) && k-- == 0) return line;
    }
    return NULL;
}

static void without_driver(void **state)
{
    (void)state;
    ts_cuda_libraries("", NULL);
    refusal("cuda:0", "no NVIDIA driver here");
    assert_null(listed(0));
    ts_cuda_libraries("/nonexistent/libcuda.so.1", NULL);
    refusal("cuda", "/nonexistent/libcuda.so.1");
    ts_cuda_libraries(FAKE_NVRTC, NULL);
    refusal("cuda", "too old");
    assert_null(listed(0));
}

static void opens_and_lists(void **state)
{
    (void)state;
    fresh();
    assert_non_null(listed(1));
    assert_non_null(strstr(listed(0), "cuda:0"));
    assert_non_null(strstr(listed(0), "Fake GPU, sm_90, 1 GB, 3 SMs, driver 13.0"));
    assert_null(listed(2));
    refusal("cuda:2", "cuda:1 is the last");
    refusal("cuda:x", "cuda:N");
    refusal("cuda:-1", "cuda:N");
    refusal("cuda:99999999999999999999", "cuda:N");
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cuda:1", 0, &err);
    assert_non_null(dev);
    assert_string_equal(ts_device_target(dev), "cuda:hopper");
    assert_non_null(strstr(ts_device_name(dev), "sm_90"));
    assert_int_equal(dev->groups, 6);
    ts_device_close(dev);
    dev = ts_device_open("cuda:1+basic", 0, &err);
    assert_non_null(dev);
    assert_string_equal(ts_device_target(dev), "cuda");
    ts_device_close(dev);
    refusal("cuda:1+fast", "cuda:N");
    nothing_left();
    fake_machine(0, 90, 13000, 1 << 30);
    refusal("cuda", "CUDA_VISIBLE_DEVICES");
    assert_null(listed(0));
    fake_machine(1, 61, 13000, 1 << 30);
    refusal("cuda", "sm_70 or newer");
    nothing_left();
}

/* ---- running ---- */

static void runs(void **state)
{
    (void)state;
    struct rig r;
    float want[N];
    double seconds[2] = {0};
    fresh();
    set_up(&r, "cuda", plain);
    ts_launch l[] = {make(&r, "twice", 1, 0), make(&r, "plus", 1, 0)};
    ts_step *s = ts_step_record(r.dev, l, 2, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    long syncs = fake_count()->syncs;
    for (int i = 0; i < 3; i++) assert_int_equal(ts_step_run(s, &r.err), 0);
    assert_int_equal(fake_count()->syncs, syncs); /* nothing waits before get */
    assert_int_equal(fake_count()->graphs, 3);
    assert_int_equal(fake_count()->launches, 0);
    fill(want, 1);
    for (int i = 0; i < N; i++) want[i] *= 3;
    expect(&r, 0, want);
    assert_int_equal(fake_count()->launches, 6);
    assert_int_equal(ts_step_time(s, seconds, &r.err), 0);
    assert_true(seconds[0] > 2e-4 && seconds[1] < 3e-4);
    expect(&r, 0, want);
    ts_step *empty = ts_step_record(r.dev, NULL, 0, &r.err);
    assert_non_null(empty);
    assert_int_equal(ts_step_run(empty, &r.err), 0);
    ts_step_free(empty);
    assert_int_equal(ts_step_run(s, &r.err), 0);
    ts_step_free(s); /* while it is still to run */
    tear_down(&r);
    nothing_left();
}

static void two_devices(void **state)
{
    (void)state;
    struct rig a, b;
    float want[N];
    fresh();
    set_up(&a, "cuda:0", plain);
    set_up(&b, "cuda:1", plain);
    ts_launch l = make(&a, "twice", 1, 0);
    ts_step *s = ts_step_record(a.dev, &l, 1, &a.err);
    if (!s) fail_msg("%s", a.err.text);
    fill(want, 4);
    expect(&b, 4, want);
    assert_int_equal(ts_step_run(s, &a.err), 0);
    expect(&b, 4, want);
    fill(want, 1);
    for (int i = 0; i < N; i++) want[i] *= 2;
    expect(&a, 0, want);
    ts_step_free(s);
    tear_down(&a);
    tear_down(&b);
    nothing_left();
}

/* Random launches over few buffers against the same in order on the host: the fake runs a graph in
 * any order that its edges allow. */
static void any_order(void **state)
{
    (void)state;
    enum { LAUNCHES = 14 };
    unsigned seed = 7;
    for (int round = 0; round < 60; round++) {
        struct rig r;
        float host[BUFFERS][N];
        ts_launch l[LAUNCHES];
        fresh();
        fake_refuse_early(round % 3 == 2);
        set_up(&r, "cuda", round % 3 ? waiting : plain);
        for (int i = 0; i < BUFFERS; i++) fill(host[i], i);
        for (int i = 0; i < LAUNCHES; i++) {
            seed = seed * 1664525u + 1013904223u;
            int in = (int)(seed >> 8) % BUFFERS, out = (in + 1 + (int)(seed >> 20) % 5) % BUFFERS;
            bool twice = seed >> 30 & 1;
            l[i] = make(&r, twice ? "twice" : "plus", in, out);
            for (int k = 0; k < N; k++)
                host[out][k] = twice ? 2 * host[in][k] : host[out][k] + host[in][k];
        }
        ts_step *s = ts_step_record(r.dev, l, LAUNCHES, &r.err);
        if (!s) fail_msg("%s", r.err.text);
        assert_int_equal(ts_step_run(s, &r.err), 0);
        for (int i = 0; i < BUFFERS; i++) expect(&r, i, host[i]);
        ts_step_free(s);
        tear_down(&r);
        nothing_left();
    }
}

/* Six launches that share nothing they write: as many branches as there are streams. */
static void branches(void **state)
{
    (void)state;
    struct rig r;
    ts_launch l[5];
    fresh();
    set_up(&r, "cuda", plain);
    for (int i = 0; i < 5; i++) l[i] = make(&r, "twice", 5, i);
    ts_step *s = ts_step_record(r.dev, l, 5, &r.err);
    assert_non_null(s);
    assert_int_equal(ts_step_run(s, &r.err), 0);
    float want[N];
    fill(want, 5);
    for (int i = 0; i < N; i++) want[i] *= 2;
    for (int i = 0; i < 5; i++) expect(&r, i, want);
    assert_int_equal(fake_count()->widest, 1 + TS_CUDA_SIDES);
    ts_step_free(s);
    tear_down(&r);
    nothing_left();
}

/* The same launches in a chain: each asks to come after those before it. */
static void order_is_asked_for(void **state)
{
    (void)state;
    struct rig r;
    ts_launch l[5];
    fresh();
    set_up(&r, "cuda", plain);
    for (int i = 0; i < 5; i++) {
        l[i] = make(&r, "twice", 5, i);
        l[i].after = true;
    }
    ts_step *s = ts_step_record(r.dev, l, 5, &r.err);
    assert_non_null(s);
    assert_int_equal(ts_step_run(s, &r.err), 0);
    float x[N];
    assert_int_equal(ts_buffer_get(r.b[0], 0, x, sizeof x, &r.err), 0);
    assert_int_equal(fake_count()->widest, 1);
    ts_step_free(s);
    tear_down(&r);
    nothing_left();
}

/* By events around the graph; what was put on its way before does not count. */
static void is_measured(void **state)
{
    (void)state;
    struct rig r;
    fresh();
    set_up(&r, "cuda", plain);
    ts_launch l[] = {make(&r, "twice", 0, 1), make(&r, "plus", 1, 2), make(&r, "twice", 2, 3)};
    for (size_t n = 0; n <= 3; n++) {
        double seconds = -1;
        bool by_device = false;
        ts_step *s = ts_step_record(r.dev, l, n, &r.err);
        if (!s) fail_msg("%s", r.err.text);
        assert_int_equal(ts_step_run(s, &r.err), 0); /* still in the queue */
        if (ts_step_elapsed(s, &seconds, &by_device, &r.err)) fail_msg("%s", r.err.text);
        assert_true(by_device);
        assert_true(seconds == 1e-3 * (double)(float)((double)n * FAKE_KERNEL_MS));
        ts_step_free(s);
    }
    assert_int_equal(fake_count()->graphs, 2 * 3); /* one to run, one measured */
    tear_down(&r);
    nothing_left();
}

/* A run without graphs makes the calls that are captured otherwise: branches, order and early launches
 * are the same. */
static void without_graph(void **state)
{
    (void)state;
    struct rig r;
    float host[BUFFERS][N];
    fresh();
    set_up_without(&r, waiting, TS_NO_GRAPH);
    for (int i = 0; i < BUFFERS; i++) fill(host[i], i);
    ts_launch l[] = {make(&r, "twice", 0, 1), make(&r, "twice", 0, 2), make(&r, "plus", 1, 2),
                     make(&r, "plus", 2, 3)};
    for (int k = 0; k < N; k++) {
        host[1][k] = 2 * host[0][k];
        host[2][k] = 4 * host[0][k];
    }
    ts_step *s = ts_step_record(r.dev, l, 4, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    for (int turn = 1; turn <= 3; turn++) {
        assert_int_equal(ts_step_run(s, &r.err), 0);
        for (int k = 0; k < N; k++) host[3][k] += host[2][k];
    }
    for (int i = 0; i < 4; i++) expect(&r, i, host[i]);
    assert_int_equal(fake_count()->graphs + fake_count()->nodes, 0);
    assert_int_equal(fake_count()->launches, 3 * 4);
    assert_int_equal(fake_count()->early, 3);
    double seconds = 0;
    bool by_device = false;
    assert_int_equal(ts_step_elapsed(s, &seconds, &by_device, &r.err), 0);
    assert_true(by_device && seconds == 4 * FAKE_KERNEL_MS * 1e-3);
    assert_int_equal(ts_step_run(s, &r.err), 0); /* freed while it is on its way */
    ts_step_free(s);
    tear_down(&r);
    nothing_left();
}

static void without_early_launches(void **state)
{
    (void)state;
    struct rig r;
    fresh();
    set_up_without(&r, waiting, TS_NO_EARLY);
    ts_launch l[] = {make(&r, "twice", 0, 1), make(&r, "plus", 1, 2), make(&r, "twice", 2, 3)};
    ts_step *s = ts_step_record(r.dev, l, 3, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    assert_int_equal(ts_step_run(s, &r.err), 0);
    float want[N];
    fill(want, 0);
    for (int i = 0; i < N; i++) want[i] = 2 * ((float)(i % 7 + 2) + 2 * want[i]);
    expect(&r, 3, want);
    assert_int_equal(fake_count()->early, 0);
    assert_int_equal(fake_count()->graphs, 1);
    ts_step_free(s);
    tear_down(&r);
    nothing_left();
}

static void says_versions(void **state)
{
    (void)state;
    struct rig r;
    fresh();
    set_up(&r, "cuda", plain);
    const char *driver = ts_device_driver(r.dev);
    if (memcmp(driver, "NVIDIA ", 7) || !strstr(driver, ", NVRTC 99.0"))
        fail_msg("\"%s\" names no driver and compiler", driver);
    tear_down(&r);
    static const char *const said[][2] = {
        {"NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12\n", "535.183.01"},
        {"NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Rel\n", "580.65.06"},
        {"580.65.06\n", "580.65.06"},
        {"580.65", "580.65"}};
    char version[16];
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        assert_true(ts_cuda_read_version(said[i][0], version, sizeof version));
        assert_string_equal(version, said[i][1]);
    }
    static const char *const mute[] = {"", "\n", "12 13", "x86_64 1.2.3a",
                                       "1.2.3.4.5.6.7.8.9.0.1.2"};
    for (size_t i = 0; i < sizeof mute / sizeof *mute; i++)
        assert_false(ts_cuda_read_version(mute[i], version, sizeof version));
    nothing_left();
}

static long early_of(int sm, int driver, const char *text, bool refuse)
{
    struct rig r;
    fresh();
    fake_machine(1, sm, driver, 1 << 30);
    fake_refuse_early(refuse);
    set_up(&r, "cuda", text);
    ts_launch l[] = {make(&r, "twice", 0, 1), make(&r, "plus", 1, 2), make(&r, "twice", 2, 3)};
    ts_step *s = ts_step_record(r.dev, l, 3, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    assert_int_equal(ts_step_run(s, &r.err), 0);
    float want[N];
    fill(want, 0);
    for (int i = 0; i < N; i++) want[i] = 2 * ((float)(i % 7 + 2) + 2 * want[i]);
    expect(&r, 3, want);
    long early = fake_count()->early;
    ts_step_free(s);
    tear_down(&r);
    nothing_left();
    return early;
}

static void early_launches(void **state)
{
    (void)state;
    assert_int_equal(early_of(90, 13000, waiting, false), 2);
    assert_int_equal(early_of(90, 13000, waiting, true), 2); /* tried, refused, captured plainly */
    assert_int_equal(early_of(90, 13000, plain, false), 0);
    assert_int_equal(early_of(80, 13000, waiting, false), 0);
    assert_int_equal(early_of(90, 12020, waiting, false), 0);
}

/* The newest generation that the compiler knows, and of one with instructions of its own these, too. */
static void generations_are_named(void **state)
{
    (void)state;
    static const struct {
        int sm;
        const char *arch;
    } row[] = {{90, "sm_90a"},
               {86, "compute_80"},
               {120, "sm_120a"},
               {121, "compute_120"},
               {100, "compute_90"}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct rig r;
        char text[2000]; /* of its own, so that none is found compiled */
        fresh();
        fake_machine(1, row[i].sm, 13000, 1 << 30);
        snprintf(text, sizeof text, "%s// %s\n", plain, row[i].arch);
        set_up(&r, "cuda", text);
        assert_string_equal(fake_nvrtc_arch, row[i].arch);
        tear_down(&r);
    }
    nothing_left();
}

/* ---- copies ---- */

/* What no text can declare is asked for by each launch; the stand-in refuses any other number of bytes. */
static void much_shared_memory_is_asked_for(void **state)
{
    (void)state;
    struct rig r;
    float want[N];
    double seconds[2] = {0};
    char text[2000] = "";
    const char *from = plain;
    for (const char *at; (at = strstr(from, "shared=0")); from = at + strlen("shared=0"))
        snprintf(text + strlen(text), 1000, "%.*sshared=49920", (int)(at - from), from);
    snprintf(text + strlen(text), 1000, "%s", from);
    fresh();
    set_up(&r, "cuda", text);
    ts_launch l[] = {make(&r, "twice", 1, 0), make(&r, "plus", 1, 0)};
    ts_step *s = ts_step_record(r.dev, l, 2, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    if (ts_step_run(s, &r.err)) fail_msg("%s", r.err.text);
    fill(want, 1);
    for (int i = 0; i < N; i++) want[i] *= 3;
    expect(&r, 0, want);
    assert_int_equal(ts_step_time(s, seconds, &r.err), 0);
    ts_step_free(s);
    tear_down(&r);
    nothing_left();
}

static void puts_are_copied(void **state)
{
    (void)state;
    struct rig r;
    float x[N], want[N];
    fresh();
    set_up(&r, "cuda", plain);
    fill(want, 9);
    memcpy(x, want, sizeof x);
    assert_int_equal(ts_buffer_put(r.b[0], 0, x, sizeof x, &r.err), 0);
    memset(x, 0, sizeof x);
    expect(&r, 0, want);
    ts_buffer *zero = ts_buffer_new(r.dev, 1001, &r.err);
    unsigned char got[1001], none[1001] = {0};
    assert_int_equal(ts_buffer_get(zero, 0, got, sizeof got, &r.err), 0);
    assert_memory_equal(got, none, sizeof got);
    ts_buffer_free(zero);
    tear_down(&r);
    nothing_left();
}

static void big_copies(void **state)
{
    (void)state;
    static const size_t sizes[] = {TS_CUDA_HALF - 1, TS_CUDA_HALF, TS_CUDA_HALF + 1,
                                   3 * (size_t)TS_CUDA_HALF + 12345};
    ts_error err = {{0}};
    fresh();
    ts_device *dev = ts_device_open("cuda", 0, &err);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t n = sizes[i];
        unsigned char *a = malloc(n), *b = malloc(n);
        for (size_t k = 0; k < n; k++) a[k] = (unsigned char)(k * 2654435761u >> 13);
        ts_buffer *w = ts_buffer_wrap(dev, a, n, &err);
        if (!w) fail_msg("%s", err.text);
        assert_int_equal(ts_buffer_get(w, 0, b, n, &err), 0);
        assert_memory_equal(a, b, n);
        assert_int_equal(ts_buffer_get(w, 5, b, n - 5, &err), 0);
        assert_memory_equal(a + 5, b, n - 5);
        ts_buffer_free(w);
        free(a);
        free(b);
    }
    ts_device_close(dev);
    nothing_left();
}

/* More puts than the staging memory holds, none waited for. */
static void many_puts(void **state)
{
    (void)state;
    enum { PIECE = 1 << 20, PIECES = 80 };
    ts_error err = {{0}};
    fresh();
    ts_device *dev = ts_device_open("cuda", 0, &err);
    ts_buffer *b = ts_buffer_new(dev, (size_t)PIECE * PIECES, &err);
    unsigned char *piece = malloc(PIECE);
    for (int i = 0; i < PIECES; i++) {
        memset(piece, i, PIECE);
        assert_int_equal(ts_buffer_put(b, (size_t)i * PIECE, piece, PIECE, &err), 0);
    }
    for (int i = 0; i < PIECES; i++) {
        assert_int_equal(ts_buffer_get(b, (size_t)i * PIECE, piece, PIECE, &err), 0);
        assert_int_equal(piece[0], i);
        assert_int_equal(piece[PIECE - 1], i);
    }
    free(piece);
    ts_buffer_free(b);
    ts_device_close(dev);
    nothing_left();
}

static void out_of_memory(void **state)
{
    (void)state;
    ts_error err = {{0}};
    fresh();
    fake_machine(1, 90, 13000, 8 << 20);
    ts_device *dev = ts_device_open("cuda", 0, &err);
    assert_null(ts_buffer_new(dev, 9 << 20, &err));
    assert_non_null(strstr(err.text, "0.01 of 0.01 GB are free"));
    assert_non_null(strstr(err.text, "CUDA_ERROR_OUT_OF_MEMORY"));
    assert_null(strchr(err.text, '\n'));
    ts_device_close(dev);
    nothing_left();
}

/* ---- modules ---- */

static void load_fails(const char *text, const char *part)
{
    ts_error err = {{0}};
    fresh();
    ts_device *dev = ts_device_open("cuda", 0, &err);
    assert_null(ts_module_load(dev, text, strlen(text), &err));
    if (!strstr(err.text, part)) fail_msg("\"%s\" does not say \"%s\"", err.text, part);
    assert_null(strchr(err.text, '\n'));
    ts_device_close(dev);
    nothing_left();
}

static void bad_texts(void **state)
{
    (void)state;
    load_fails(HEAD("twice", "i32,o32") "nonsense twice(a, b, c)",
               "error: identifier \"nonsense\" is undefined");
    load_fails(HEAD("twice", "i32,o32") "void twice_(a, b, c)", "finding kernel twice");
    load_fails(HEAD("twice", "i32,o32") "void twice(a, b, c) // limit 64",
               "wants 128 threads a block, but its registers allow 64");
}

static void compiled_once(void **state)
{
    (void)state;
    struct rig r;
    fresh();
    int before = fake_nvrtc_compiled;
    fake_machine(1, 80, 13000, 1 << 30);
    for (int i = 0; i < 3; i++) {
        set_up(&r, "cuda", plain);
        tear_down(&r);
    }
    assert_true(fake_nvrtc_compiled <= before + 1);
    fresh();
    fake_machine(1, 120, 13000, 1 << 30); /* newer than the compiler: PTX of the newest it has */
    set_up(&r, "cuda", plain);
    tear_down(&r);
    nothing_left();
}

static void without_compiler(void **state)
{
    (void)state;
    char *path = strdup(getenv("PATH"));
    fresh();
    ts_cuda_libraries(FAKE_CUDA, "");
    setenv("PATH", "/nonexistent", 1);
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("cuda", 0, &err);
    assert_null(ts_module_load(dev, plain, strlen(plain), &err));
    setenv("PATH", path, 1);
    assert_non_null(strstr(err.text, "neither libnvrtc nor nvcc"));
    ts_device_close(dev);
    free(path);
    nothing_left();
}

/* ---- failures ---- */

static int play(struct rig *r, unsigned without)
{
    float got[N];
    double seconds[3];
    bool by_device;
    int rc = build_rig(r, "cuda", waiting, without);
    ts_step *s = NULL;
    if (!rc) {
        ts_launch l[] = {make(r, "twice", 1, 0), make(r, "plus", 1, 0), make(r, "twice", 2, 3)};
        s = ts_step_record(r->dev, l, 3, &r->err);
        rc = s ? 0 : -1;
    }
    if (!rc) rc = ts_step_run(s, &r->err);
    if (!rc) rc = ts_buffer_get(r->b[0], 0, got, sizeof got, &r->err);
    if (!rc) rc = ts_step_time(s, seconds, &r->err);
    if (!rc) rc = ts_step_elapsed(s, seconds, &by_device, &r->err);
    ts_step_free(s);
    tear_down(r);
    return rc;
}

/* Every call fails in turn; what the host then sees is one line, and nothing stays behind. */
static void fails_everywhere(ts_cu_result with, unsigned without)
{
    int failed = 0, survived = 0;
    for (long n = 1;; n++) {
        struct rig r;
        fresh();
        fake_fail(n, with);
        int rc = play(&r, without);
        if (fake_count()->calls < n) break;
        if (rc && strncmp(r.err.text, "cuda: ", 6) != 0) fail_msg("call %ld: %s", n, r.err.text);
        if (rc && strchr(r.err.text, '\n')) fail_msg("call %ld: two lines", n);
        if (!rc && r.err.text[0]) fail_msg("call %ld: a line without a failure", n);
        if (*fake_misuse()) fail_msg("call %ld: %s", n, fake_misuse());
        if (fake_alive()) fail_msg("call %ld: %zu objects left", n, fake_alive());
        nothing_left();
        failed += rc != 0;
        survived += rc == 0;
    }
    assert_true(failed > 60);
    assert_true(survived < failed); /* frees at the end cannot fail for the host */
}

static void every_call_fails(void **state)
{
    (void)state;
    fails_everywhere(TS_CU_OUT_OF_MEMORY, 0);
    fails_everywhere(TS_CU_ILLEGAL_ADDRESS, 0);
    fails_everywhere(12345, 0);
    fails_everywhere(TS_CU_OUT_OF_MEMORY, TS_NO_GRAPH);
    fails_everywhere(TS_CU_ILLEGAL_ADDRESS, TS_NO_GRAPH);
}

static void a_lost_device_says_so(void **state)
{
    (void)state;
    struct rig r;
    float x[N] = {0};
    fresh();
    fake_add_kernel("astray", run_astray);
    static const char text[] = HEAD("astray", "i32,o32") "void astray(a, b, c)";
    set_up(&r, "cuda", text);
    ts_launch l = make(&r, "astray", 0, 1);
    ts_step *s = ts_step_record(r.dev, &l, 1, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    assert_int_equal(ts_step_run(s, &r.err), 0);
    assert_int_equal(ts_buffer_get(r.b[0], 0, x, sizeof x, &r.err), -1);
    assert_non_null(strstr(r.err.text, "running a step failed"));
    assert_non_null(strstr(r.err.text, "compute-sanitizer"));
    long calls = fake_count()->calls;
    ts_error again = {{0}}, once = {{0}}, more = {{0}};
    assert_int_equal(ts_step_run(s, &again), -1);
    assert_int_equal(ts_buffer_put(r.b[0], 0, x, sizeof x, &once), -1);
    assert_null(ts_buffer_new(r.dev, 4, &more));
    assert_string_equal(again.text, r.err.text);
    assert_string_equal(once.text, r.err.text);
    assert_string_equal(more.text, r.err.text);
    assert_int_equal(fake_count()->calls, calls); /* the driver is not asked again */
    ts_step_free(s);
    tear_down(&r);
    nothing_left();
}

/* ---- the real compilers ---- */

static int is_cubin(const char *image, size_t size)
{
    return size > 64 && !memcmp(image, "\177ELF", 4) && (unsigned char)image[18] == 190;
}

/* The compiler that was found makes machine code, and an error of a text is one line. */
static void compiles(void)
{
    ts_error err = {{0}};
    char *image;
    size_t size;
    if (ts_cuda_compile(90, 13000, waiting, strlen(waiting), &image, &size, &err))
        fail_msg("%s", err.text);
    assert_true(is_cubin(image, size));
    free(image);
    static const char broken[] = "extern \"C\" __global__ void f() { nonsense; }";
    assert_int_equal(ts_cuda_compile(90, 13000, broken, strlen(broken), &image, &size, &err), -1);
    assert_non_null(strstr(err.text, "\"nonsense\" is undefined"));
    assert_null(strchr(err.text, '\n'));
}

static void real_nvrtc(void **state)
{
    (void)state;
    ts_cuda_libraries(NULL, NULL);
    if (!ts_nvrtc_load(13)) {
        print_message("skipped: no libnvrtc here\n");
        skip();
    }
    compiles();
}

static void real_nvcc(void **state)
{
    (void)state;
    ts_cc nvcc;
    if (!ts_cc_look(&nvcc, "nvcc")) {
        print_message("skipped: no nvcc in PATH\n");
        skip();
    }
    ts_cuda_libraries(NULL, "");
    compiles();
}

/* Modules compiled by the fake must not be found by anyone else. */
static int own_cache(void **state)
{
    static char folder[] = "/tmp/tessera-test-XXXXXX";
    if (!mkdtemp(folder) || setenv("TESSERA_CACHE", folder, 1)) return -1;
    *state = folder;
    return 0;
}

static int no_cache(void **state)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", (char *)*state);
    ts_cuda_libraries(NULL, NULL);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_driver),
        cmocka_unit_test(opens_and_lists),
        cmocka_unit_test(runs),
        cmocka_unit_test(two_devices),
        cmocka_unit_test(any_order),
        cmocka_unit_test(branches),
        cmocka_unit_test(order_is_asked_for),
        cmocka_unit_test(is_measured),
        cmocka_unit_test(without_graph),
        cmocka_unit_test(without_early_launches),
        cmocka_unit_test(says_versions),
        cmocka_unit_test(early_launches),
        cmocka_unit_test(generations_are_named),
        cmocka_unit_test(much_shared_memory_is_asked_for),
        cmocka_unit_test(puts_are_copied),
        cmocka_unit_test(big_copies),
        cmocka_unit_test(many_puts),
        cmocka_unit_test(out_of_memory),
        cmocka_unit_test(bad_texts),
        cmocka_unit_test(compiled_once),
        cmocka_unit_test(without_compiler),
        cmocka_unit_test(every_call_fails),
        cmocka_unit_test(a_lost_device_says_so),
        cmocka_unit_test(real_nvrtc),
        cmocka_unit_test(real_nvcc),
    };
    return cmocka_run_group_tests_name("cuda", tests, own_cache, no_cache);
}
