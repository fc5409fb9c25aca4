/* test_shim.c - the shim device: right texts run, and each wrong one is caught.
 *
 * A mutation replaces a piece of a right text. It must be refused when it is loaded, or reported when it
 * runs, with words that name the mistake, or, where nothing undefined happens, give a wrong result.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proof/shim/shim.h"
#include "tessera/device.h"

enum { ROWS = 7, WIDTH = 256, N = ROWS * WIDTH };

/* y[row] = sum of x[row]; then z = 2 x for n elements */
static const char cuda[] =
    "// tessera kernel=sum entry=sum wide=0 params=i32,o32 sizes=1 threads=256 teams=1 count=7 "
    "shared=32 cost=1024\n"
    "extern \"C\" __global__ void __launch_bounds__(256) sum(\n"
    "    const float *b0, // x\n"
    "    float *b1, // y\n"
    "    const int *s0)\n"
    "{\n"
    "    __shared__ unsigned shared[8];\n"
    "    const int v1 = (int)threadIdx.x;\n"
    "    for (int v2 = (int)blockIdx.x; v2 < s0[0]; v2 += (int)gridDim.x) {\n"
    "        float v3 = b0[v2 * 256 + v1];\n"
    "#pragma unroll 5\n"
    "        for (int v4 = 16; v4 > 0; v4 >>= 1) {\n"
    "            v3 = v3 + __shfl_xor_sync(0xffffffffu, v3, v4);\n"
    "        }\n"
    "        if (v1 % 32 == 0) shared[v1 / 32] = __float_as_uint(v3);\n"
    "        __syncthreads();\n"
    "        float v5 = 0.0f;\n"
    "        for (int v6 = 0; v6 < 8; v6++) v5 = v5 + __uint_as_float(shared[v6]);\n"
    "        __syncthreads(); // before the next row\n"
    "        if (v1 == 0) b1[v2] = v5;\n"
    "    }\n"
    "}\n"
    "// tessera kernel=twice entry=twice wide=0 params=i32,o32 sizes=1 threads=64 teams=64 "
    "count=-1 "
    "shared=0 cost=8\n"
    "extern \"C\" __global__ void __launch_bounds__(64) twice(\n"
    "    const float *b0, float *b1, const int *s0)\n"
    "{\n"
    "    for (int v1 = (int)(blockIdx.x * 64 + threadIdx.x); v1 < s0[0]; v1 += (int)gridDim.x * "
    "64) "
    "b1[v1] = 2.0f * b0[v1];\n"
    "}\n";

static const char msl[] =
    "#include <metal_stdlib>\n"
    "using namespace metal;\n"
    "#pragma METAL fp math_mode(safe)\n"
    "// tessera kernel=sum entry=sum wide=0 params=i32,o32 sizes=1 threads=256 teams=1 count=7 "
    "shared=32 cost=1024\n"
    "[[max_total_threads_per_threadgroup(256)]] kernel void sum(\n"
    "    device const float *b0 [[buffer(0)]], // x\n"
    "    device float *b1 [[buffer(1)]], // y\n"
    "    device const int *s0 [[buffer(2)]],\n"
    "    uint local [[thread_position_in_threadgroup]],\n"
    "    uint group [[threadgroup_position_in_grid]],\n"
    "    uint groups [[threadgroups_per_grid]])\n"
    "{\n"
    "    threadgroup uint shared[8];\n"
    "    const int v1 = (int)local;\n"
    "    for (int v2 = (int)group; v2 < s0[0]; v2 += (int)groups) {\n"
    "        device const float *row = b0 + v2 * 256;\n"
    "        float v3 = row[v1];\n"
    "        for (ushort v4 = 16; v4 > 0; v4 >>= 1) {\n"
    "            v3 = v3 + simd_shuffle_xor(v3, v4);\n"
    "        }\n"
    "        if (v1 % 32 == 0) shared[v1 / 32] = as_type<uint>(v3);\n"
    "        threadgroup_barrier(mem_flags::mem_threadgroup);\n"
    "        threadgroup const uint *part = shared;\n"
    "        float v5 = 0.0f;\n"
    "        for (int v6 = 0; v6 < 8; v6++) v5 = v5 + as_type<float>(part[v6]);\n"
    "        threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);\n"
    "        if (v1 == 0) b1[v2] = v5;\n"
    "    }\n"
    "}\n";

/* ---- one run of a text ---- */

struct outcome {
    ts_error err;
    float y[ROWS];
    bool right;
};

static ts_device *open_shim(const char *spec)
{
    ts_error err = {{0}};
    ts_device *dev = ts_device_open(spec, 0, &err);
    if (dev) return dev;
    if (!strstr(err.text, "PATH has none")) fail_msg("%s", err.text);
    print_message("skipped: %s\n", err.text);
    skip();
    return NULL;
}

/* Integers, so that sums are exact in any order. */
static float value(int i)
{
    return (float)(i * 7 % 97 + 1);
}

static bool is_right(const float *y)
{
    for (int row = 0; row < ROWS; row++) {
        float want = 0;
        for (int i = 0; i < WIDTH; i++) want += value(row * WIDTH + i);
        if (y[row] != want) return false;
    }
    return true;
}

/* Six launches, each with another number of blocks and another order. */
static void launch(ts_device *dev, ts_module *m, struct outcome *o)
{
    float x[N];
    const int32_t rows = ROWS;
    for (int i = 0; i < N; i++) x[i] = value(i);
    ts_buffer *in = ts_buffer_new(dev, sizeof x, &o->err);
    ts_buffer *out = ts_buffer_new(dev, sizeof o->y, &o->err);
    ts_buffer *cell = ts_buffer_new(dev, sizeof rows, &o->err);
    ts_buffer_put(in, 0, x, sizeof x, &o->err);
    ts_buffer_put(cell, 0, &rows, sizeof rows, &o->err);
    ts_launch l = {.module = m, .kernel = "sum", .arg = {{in, 0}, {out, 0}}, .size = {{cell, 0}}};
    ts_step *s = ts_step_record(dev, &l, 1, &o->err);
    o->right = s;
    for (int run = 0; s && run < 6 && !ts_failed(&o->err); run++) {
        memset(o->y, 0, sizeof o->y);
        if (ts_buffer_put(out, 0, o->y, sizeof o->y, &o->err) || ts_step_run(s, &o->err)) break;
        ts_buffer_get(out, 0, o->y, sizeof o->y, &o->err);
        o->right &= is_right(o->y);
    }
    ts_step_free(s);
    ts_buffer_free(in);
    ts_buffer_free(out);
    ts_buffer_free(cell);
}

static struct outcome run_on(ts_device *dev, const char *text)
{
    struct outcome o = {0};
    ts_module *m = ts_module_load(dev, text, strlen(text), &o.err);
    if (m) launch(dev, m, &o);
    ts_module_free(m);
    return o;
}

static char *replace(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    if (!at) fail_msg("the text has no \"%s\"", from);
    size_t room = strlen(text) + strlen(to) + 1;
    char *out = malloc(room);
    assert_non_null(out);
    snprintf(out, room, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    return out;
}

/* ---- what is right ---- */

static void right_texts(void **state)
{
    (void)state;
    static const struct {
        const char *spec, *target, *text, *from, *to;
    } each[] = {
        {"shim:cuda", "cuda", cuda, "//", "//"},
        {"shim:musa", "musa", cuda, "//", "#include <musa_runtime.h>\n//"},
        {"shim:msl", "msl", msl, "//", "//"},
        {"shim:hip:wave32", "hip:wave32", cuda, "_sync(0xffffffffu, ", "("},
        {"shim:hip", "hip:wave64", cuda, "_sync(0xffffffffu, ", "("},
    };
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        ts_device *dev = open_shim(each[i].spec);
        assert_string_equal(ts_device_target(dev), each[i].target);
        char *text = replace(each[i].text, each[i].from, each[i].to);
        struct outcome o = run_on(dev, text);
        if (ts_failed(&o.err) || !o.right) fail_msg("%s: %s", each[i].spec, o.err.text);
        free(text);
        ts_device_close(dev);
    }
}

/* A wave of 64 is what its text needs; on half of it lanes are missing. */
static void waves(void **state)
{
    (void)state;
    char *half = replace(cuda, "_sync(0xffffffffu, ", "(");
    char *wave64 = replace(half, "v4 = 16", "v4 = 32");
    char *odd = replace(wave64, "v1 % 32 == 0) shared[v1 / 32]", "v1 % 64 == 0) shared[v1 / 64]");
    char *text = replace(odd, "v6 < 8", "v6 < 4");
    ts_device *wide = open_shim("shim:hip:wave64"), *narrow = open_shim("shim:hip:wave32");
    struct outcome o = run_on(wide, text);
    if (ts_failed(&o.err) || !o.right) fail_msg("wave of 64: %s", o.err.text);
    o = run_on(narrow, text);
    if (!strstr(o.err.text, "a subgroup of 32")) fail_msg("wave of 32: \"%s\"", o.err.text);
    ts_device_close(wide);
    ts_device_close(narrow);
    free(half);
    free(wave64);
    free(odd);
    free(text);
}

/* Any number of elements, buffers of any length; a device goes on after a failure. */
static void sizes_and_lengths(void **state)
{
    (void)state;
    ts_device *dev = open_shim("shim:cuda");
    ts_error err = {{0}};
    ts_module *m = ts_module_load(dev, cuda, strlen(cuda), &err);
    if (!m) fail_msg("%s", err.text);
    float x[N], y[N];
    for (int i = 0; i < N; i++) x[i] = value(i);
    static const int32_t counts[] = {0, 1, 3, 63, 64, 65, N - 1, N};
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
        size_t bytes = (size_t)counts[c] * sizeof *x;
        ts_buffer *in = ts_buffer_wrap(dev, x, bytes, &err), *out = ts_buffer_new(dev, bytes, &err);
        ts_buffer *cell = ts_buffer_new(dev, 8, &err);
        ts_buffer_put(cell, 4, &counts[c], 4, &err);
        ts_launch l = {
            .module = m, .kernel = "twice", .arg = {{in, 0}, {out, 0}}, .size = {{cell, 4}}};
        ts_step *s = ts_step_record(dev, &l, 1, &err);
        double seconds = -1;
        if (!s || ts_step_run(s, &err) || ts_step_time(s, &seconds, &err)) fail_msg("%s", err.text);
        assert_true(seconds >= 0 && seconds < 10);
        ts_buffer_get(out, 0, y, bytes, &err);
        for (int i = 0; i < counts[c]; i++) assert_true(y[i] == 2 * x[i]);
        int32_t more = counts[c] + 1;
        ts_buffer_put(cell, 4, &more, 4, &err);
        assert_int_equal(ts_step_run(s, &err), -1);
        assert_non_null(strstr(err.text, "argument "));
        err.text[0] = 0;
        ts_buffer_put(cell, 4, &counts[c], 4, &err);
        if (counts[c] % 4 == 0) assert_int_equal(ts_step_run(s, &err), 0);
        ts_step_free(s);
        ts_buffer_free(in);
        ts_buffer_free(out);
        ts_buffer_free(cell);
    }
    ts_module_free(m);
    ts_device_close(dev);
}

static const char casts[] =
    "// tessera kernel=casts entry=casts wide=0 params=i16,o32,o16 sizes=0 threads=256 teams=256 "
    "count=65536 shared=0 cost=8\n"
    "static __device__ __forceinline__ float half_to_float(unsigned a)\n"
    "{\n"
    "    float r;\n"
    "    asm(\"cvt.f32.f16 %0, %1;\" : \"=f\"(r) : \"h\"((unsigned short)a));\n"
    "    return r;\n"
    "}\n"
    "static __device__ __forceinline__ unsigned float_to_half(float a)\n"
    "{\n"
    "    unsigned short r;\n"
    "    asm(\"cvt.rn.f16.f32 %0, %1;\" : \"=h\"(r) : \"f\"(a));\n"
    "    return r;\n"
    "}\n"
    "extern \"C\" __global__ void __launch_bounds__(256) casts(\n"
    "    const unsigned short *b0, float *b1, unsigned short *b2)\n"
    "{\n"
    "    for (int v1 = (int)(blockIdx.x * 256 + threadIdx.x); v1 < 65536; v1 += (int)gridDim.x * "
    "256) "
    "{\n"
    "        b1[v1] = half_to_float(b0[v1]);\n"
    "        b2[v1] = (unsigned short)float_to_half(b1[v1] * 1.0009766f);\n"
    "    }\n"
    "}\n";

static double half_value(unsigned h)
{
    unsigned exponent = h >> 10 & 31, fraction = h & 0x3ff;
    double x = exponent ? ldexp(1024 + fraction, (int)exponent - 25) : ldexp(fraction, -24);
    return h & 0x8000 ? -x : x;
}

/* All f16: widened exactly, and the neighbours' ways back rounded to nearest even. */
static void half_conversions(void **state)
{
    (void)state;
    ts_device *dev = open_shim("shim:cuda");
    ts_error err = {{0}};
    ts_module *m = ts_module_load(dev, casts, strlen(casts), &err);
    if (!m) fail_msg("%s", err.text);
    static uint16_t in[65536], back[65536];
    static float out[65536];
    for (int i = 0; i < 65536; i++) in[i] = (uint16_t)i;
    ts_buffer *a = ts_buffer_wrap(dev, in, sizeof in, &err);
    ts_buffer *b = ts_buffer_new(dev, sizeof out, &err), *c = ts_buffer_new(dev, sizeof in, &err);
    ts_launch l = {.module = m, .kernel = "casts", .arg = {{a, 0}, {b, 0}, {c, 0}}};
    ts_step *s = ts_step_record(dev, &l, 1, &err);
    if (!s || ts_step_run(s, &err)) fail_msg("%s", err.text);
    ts_buffer_get(b, 0, out, sizeof out, &err);
    ts_buffer_get(c, 0, back, sizeof back, &err);
    for (unsigned i = 0; i < 65536; i++) {
        if ((i & 0x7c00) == 0x7c00) {
            assert_true(i & 0x3ff ? isnan(out[i]) : isinf(out[i]));
            continue;
        }
        assert_true((double)out[i] == half_value(i));
        double exact = (double)(out[i] * 1.0009766f);
        double got = half_value(back[i]), step = fabs(half_value(back[i] + 1u) - got);
        if ((back[i] & 0x7fff) < 0x7bff && !(fabs(got - exact) <= step / 2))
            fail_msg("%a becomes %a", exact, got);
    }
    ts_step_free(s);
    ts_buffer_free(a);
    ts_buffer_free(b);
    ts_buffer_free(c);
    ts_module_free(m);
    ts_device_close(dev);
}

/* ---- what is wrong ---- */

struct mutation {
    const char *name, *from, *to;
    const char *says; /* part of the message; NULL: a wrong result */
};

static const struct mutation cuda_mutations[] = {
    {"missing barrier", "__syncthreads();\n        float", "float", NULL},
    {"missing second barrier", "__syncthreads(); // before", "// before", NULL},
    {"barrier in a branch", "__syncthreads();\n        float",
     "if (v1 < 128) __syncthreads();\n        float", "barrier of line"},
    {"early return", "float v3", "if (v1 == 77) return;\n        float v3", "has returned"},
    {"two barriers", "__syncthreads();\n        float",
     "if (v1 < 32) __syncthreads();\n        else\n            __syncthreads();\n        float",
     "waits at the barrier of line"},
    {"absent lane", "            v3 = v3 +", "            if (v1 != 40) v3 = v3 +",
     "waits in the shuffle of line"},
    {"half of the lanes", "0xffffffffu", "0xffffu", "lane that there is not"},
    {"mask too large", "v4 = 16", "v4 = 32", "lane that there is not"},
    {"reads behind", "b0[v2 * 256 + v1]", "b0[v2 * 256 + v1 + 1]",
     "reads 0 bytes behind the end of"},
    {"reads before", "b0[v2 * 256 + v1]", "b0[v2 * 256 + v1 - 1]", NULL},
    {"reads a row behind", "b0[v2 * 256 + v1]", "b0[(v2 + 1) * 256 + v1]",
     "behind the end of argument 0"},
    {"writes behind", "if (v1 == 0) b1[v2]", "if (v1 == 0) b1[v2 + 1]",
     "behind the end of the buffer"},
    {"writes before", "if (v1 == 0) b1[v2]", "if (v1 == 0) b1[v2 - 1]",
     "before the start of the buffer"},
    {"writes far behind", "if (v1 == 0) b1[v2]", "if (v1 == 0) b1[v2 + 9999]",
     "bytes behind the end of argument 1's buffer"},
    {"writes an input", "if (v1 == 0) b1[v2]", "if (v1 == 0) ((float *)b0)[v2]",
     "writes argument 0, which is an input"},
    {"shared index too large", "v6 < 8", "v6 < 9", "outside an array"},
    {"shared index negative", "int v6 = 0", "int v6 = -1", "outside an array"},
    {"shared memory never written", "v1 % 32 == 0) shared", "v1 % 64 == 0) shared", NULL},
    {"more shared memory than said", "unsigned shared[8]", "unsigned shared[9]",
     "manifest says 32"},
    {"local index", "float v5 = 0.0f", "float a[2] = {}; float v5 = a[v1 / 128 + 1]",
     "outside an array"},
    {"size of another", "s0[0]", "s0[1]", NULL},
    {"shift", "v4 >>= 1", "v4 >>= v4 * 3", "shifts by 32"},
    {"division", "v4 >>= 1", "v4 >>= 16 / (v1 - 5)", "divides by zero"},
    {"conversion", "v2 * 256 + v1", "v2 * 256 + v1 + (int)(3e9f * b0[v1])", "no integer"},
    {"alignment", "v5 = 0.0f", "v5 = 0.0f * (float)((const uint4 *)(b0 + v1))->x", "not aligned"},
    {"deep stack", "float v5 =", "volatile char a[70000]; a[v1] = 0; float v5 =", "bytes of stack"},
    {"endless", "v4 >>= 1", "v4 >>= 0", "does not end"},
    {"const forgotten", "const float *b0", "float *b0", "const exactly"},
    {"const too much", "float *b1", "const float *b1", "const"},
    {"type of a parameter", "const float *b0", "const unsigned short *b0", "manifest's unit"},
    {"parameter too few", "    float *b1, // y\n", "", "no matching function"},
    {"unknown name", "0.0f", "sinf(0.0f)", "sinf"},
    {"unknown header", "//", "#include <stdio.h>\n//", "stdio.h"},
    {"double", "0.0f", "0.0", "0.0 is a double"},
    {"double by name", "float v5", "double v5", "double is not in the language"},
    {"instruction", "float v5 = 0.0f",
     "float v5; asm(\"rcp.rn.f32 %0, %1;\" : \"=f\"(v5) : \"f\"(v3))", "not an instruction"},
    {"instruction without a result", "float v5 = 0.0f",
     "asm volatile(\"membar.gl;\" ::: \"memory\"); float v5 = 0.0f", "not an instruction"},
    {"instruction that orders nothing", "float v5 = 0.0f",
     "asm volatile(\"cp.async.commit_group;\" ::: \"cc\"); float v5 = 0.0f", "not an instruction"},
    {"shared memory in a branch", "__shared__ unsigned shared[8];",
     "{ __shared__ unsigned shared[8]; }", "only before TYPE NAME"},
    {"no entry", "sum(\n", "sun(\n", "sum"},
};

static const struct mutation msl_mutations[] = {
    {"missing barrier", "threadgroup_barrier(mem_flags::mem_threadgroup);", "", NULL},
    {"missing second barrier",
     "threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);", "", NULL},
    {"barrier in a branch", "threadgroup_barrier(mem_flags::mem_threadgroup);",
     "if (v1 < 32) threadgroup_barrier(mem_flags::mem_threadgroup);", "barrier of line"},
    {"mask too large", "v4 = 16", "v4 = 32", "lane that there is not"},
    {"writes behind", "if (v1 == 0) b1[v2]", "if (v1 == 0) b1[v2 + 1]",
     "behind the end of the buffer"},
    {"address space missing", "device const float *row", "const float *row", "cannot initialize"},
    {"address space of a parameter", "device float *b1", "float *b1", "no matching function"},
    {"wrong address space", "device const float *row", "threadgroup const float *row",
     "cannot initialize"},
    {"shared as device", "threadgroup const uint *part", "device const uint *part",
     "cannot initialize"},
    {"writes through const", "if (v1 == 0) b1[v2]", "if (v1 == 0) b0[v2]", "read-only"},
    {"shared array in a loop",
     "float v3 =", "threadgroup uint other[8]; float v3 =", "threadgroup stands only"},
    {"shared array of the file", "[[max_total", "threadgroup uint other[8];\n[[max_total",
     "threadgroup stands only"},
    {"binding", "[[buffer(1)]]", "[[buffer(2)]]", "does not count"},
    {"attribute", "[[threadgroups_per_grid]]", "[[grid_size]]", "not an attribute"},
    {"keyword as a name", "uint local", "uint thread", "thread is a keyword"},
    {"double", "float v5", "double v5", "double is not in the language"},
    {"static", "const int v1", "static int v1", "static is not in the language"},
    {"goto", "float v5", "goto end; float v5", "goto is not in the language"},
    {"long double", "float v5", "long double v5", "long is not in the language"},
    {"standard library", "float v5", "std::size_t v5", "std is not in the language"},
    {"throw", "float v5", "throw 1; float v5", "throw is not in the language"},
    {"new", "float v5", "new int; float v5", "new is not in the language"},
    {"function pointer", "float v5", "float (*f)(float) = nullptr; float v5", "function pointer"},
    {"assembly", "float v5", "asm(\"nop\"); float v5", "asm is not in the language"},
    {"CUDA's name", "threadgroup_barrier(mem_flags::mem_threadgroup);", "__syncthreads();",
     "__syncthreads"},
    {"implicit half", "v3 = v3 +", "half h = 1; v3 = v3 +", "half"},
};

static void expect(ts_device *dev, const char *text, const struct mutation *mutation)
{
    char *mutant = replace(text, mutation->from, mutation->to);
    struct outcome o = run_on(dev, mutant);
    free(mutant);
    if (!mutation->says) {
        if (ts_failed(&o.err)) fail_msg("%s: runs into \"%s\"", mutation->name, o.err.text);
        if (o.right) fail_msg("%s: goes unnoticed", mutation->name);
    } else if (!strstr(o.err.text, mutation->says)) {
        fail_msg("%s: \"%s\" does not say \"%s\"", mutation->name, o.err.text, mutation->says);
    }
    if (strchr(o.err.text, '\n')) fail_msg("%s: more than a line", mutation->name);
}

static void wrong_cuda(void **state)
{
    (void)state;
    ts_device *dev = open_shim("shim:cuda");
    ((ts_shim_device *)dev)->limit = 0.2;
    for (size_t i = 0; i < sizeof cuda_mutations / sizeof *cuda_mutations; i++)
        expect(dev, cuda, &cuda_mutations[i]);
    ts_device_close(dev);
}

static void wrong_msl(void **state)
{
    (void)state;
    ts_device *dev = open_shim("shim:msl");
    for (size_t i = 0; i < sizeof msl_mutations / sizeof *msl_mutations; i++)
        expect(dev, msl, &msl_mutations[i]);
    ts_device_close(dev);
}

/* Handlers and the timer are the host's again after a step, whether it failed or not. */
static volatile sig_atomic_t handled;
static void on_fault(int number)
{
    handled = number;
}

static void signals_come_back(void **state)
{
    (void)state;
    ts_device *dev = open_shim("shim:cuda");
    struct sigaction mine = {.sa_handler = on_fault}, old, now;
    sigaction(SIGVTALRM, &mine, &old);
    char *bad = replace(cuda, "b0[v2 * 256 + v1]", "b0[v2 * 256 + v1 + 1]");
    struct outcome o = run_on(dev, bad);
    assert_true(ts_failed(&o.err));
    o = run_on(dev, cuda);
    assert_true(o.right);
    sigaction(SIGVTALRM, NULL, &now);
    assert_true(now.sa_handler == on_fault);
    raise(SIGVTALRM);
    assert_int_equal(handled, SIGVTALRM);
    sigaction(SIGVTALRM, &old, NULL);
    free(bad);
    ts_device_close(dev);
}

static void says_versions(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("shim:cuda", 0, &err);
    assert_non_null(dev);
    int major = 0;
    sscanf(ts_device_driver(dev), "clang++ %d.", &major);
    if (major < 16) fail_msg("\"%s\"", ts_device_driver(dev));
    ts_device_close(dev);
}

static void bad_specs(void **state)
{
    (void)state;
    static const char *const bad[] = {"shim", "shim:", "shim:cud", "shim:hip:wave16", "shim:cudax"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_error err = {{0}};
        assert_null(ts_device_open(bad[i], 0, &err));
        assert_non_null(strstr(err.text, "shim:cuda"));
    }
}

/* Cut anywhere, a text is refused or runs; nothing crashes. */
static void cut_texts(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_manifest m = {0};
    assert_int_equal(ts_manifest_read(&m, msl, strlen(msl), true, &err), 0);
    for (size_t n = 0; n < sizeof msl; n++) {
        size_t length;
        char *copy = malloc(n + 1);
        memcpy(copy, msl, n);
        for (size_t d = 0; ts_shim_dialect_at(d); d++)
            free(ts_shim_translate(ts_shim_dialect_at(d), &m, copy, n, &length, &err));
        free(copy);
    }
    ts_manifest_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_texts),       cmocka_unit_test(waves),
        cmocka_unit_test(sizes_and_lengths), cmocka_unit_test(half_conversions),
        cmocka_unit_test(wrong_cuda),        cmocka_unit_test(wrong_msl),
        cmocka_unit_test(signals_come_back), cmocka_unit_test(bad_specs),
        cmocka_unit_test(says_versions),     cmocka_unit_test(cut_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
