/* test_vulkan.c - the Vulkan device: memory, modules, steps, timing, refusals.
 *
 * Everything runs twice, with all that the driver offers and with "+basic" (staging, flushing, no
 * timestamps). The last test repeats it under the validation layer, which must have nothing to say.
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

#include "test/simt/spirv_module.h"
#include "tessera/device.h"

enum { N = 5000, BEHIND = 40 };

static const char *const specs[] = {"vulkan", "vulkan:0+basic"};

static const ts_spirv_kernel kernels[] = {
    {.name = "twice", .in = 32, .out = 32, .threads = 64},
    {.name = "plus", .in = 32, .out = 32, .plus = true, .threads = 32},
    {.name = "widen", .in = 8, .out = 16, .threads = 64},
    {.name = "narrow", .in = 16, .out = 8, .plus = true, .threads = 64, .count = 200000},
};
enum { KERNELS = sizeof kernels / sizeof *kernels };

struct rig {
    ts_device *dev;
    ts_module *module;
    ts_buffer *x, *y, *z, *n;
    ts_error err;
};

#define OK(r, call)                                                                                \
    do {                                                                                           \
        if (call) fail_msg("%s", (r)->err.text);                                                   \
    } while (0)

static ts_buffer *buffer(struct rig *r, size_t bytes)
{
    ts_buffer *b = ts_buffer_new(r->dev, bytes, &r->err);
    if (!b) fail_msg("%s", r->err.text);
    return b;
}

static void set_up(struct rig *r, const char *spec)
{
    *r = (struct rig){0};
    static ts_spirv s;
    ts_spirv_make(&s, kernels, KERNELS, 0);
    r->dev = ts_device_open(spec, 0, &r->err);
    if (!r->dev) fail_msg("%s", r->err.text);
    r->module = ts_module_load(r->dev, (const char *)s.word, 4 * s.n, &r->err);
    if (!r->module) fail_msg("%s", r->err.text);
    r->x = buffer(r, N * 4);
    r->y = buffer(r, N * 4);
    r->z = buffer(r, N * 4);
    r->n = buffer(r, 64);
    uint32_t x[N], n[] = {N, 7, N - BEHIND};
    for (uint32_t i = 0; i < N; i++) x[i] = i + 1;
    OK(r, ts_buffer_put(r->x, 0, x, sizeof x, &r->err));
    OK(r, ts_buffer_put(r->n, 0, n, sizeof n, &r->err));
}

static void tear_down(struct rig *r)
{
    ts_buffer_free(r->x);
    ts_buffer_free(r->y);
    ts_buffer_free(r->z);
    ts_buffer_free(r->n);
    ts_module_free(r->module);
    ts_device_close(r->dev);
}

static ts_launch make(const struct rig *r, const char *kernel, ts_buffer *in, size_t in_at,
                      ts_buffer *out, size_t out_at, size_t cell)
{
    return (ts_launch){.module = r->module,
                       .kernel = kernel,
                       .arg = {{in, in_at}, {out, out_at}},
                       .size = {{r->n, 4 * cell}}};
}

static void run(struct rig *r, const ts_launch *launch, size_t n)
{
    ts_step *s = ts_step_record(r->dev, launch, n, &r->err);
    if (!s) fail_msg("%s", r->err.text);
    OK(r, ts_step_run(s, &r->err));
    ts_step_free(s); /* while it runs */
}

/* b[i] is factor (i + 1) for i < count, then 0. */
static void expect(struct rig *r, const ts_buffer *b, uint32_t factor, uint32_t count)
{
    uint32_t got[N];
    OK(r, ts_buffer_get(b, 0, got, sizeof got, &r->err));
    for (uint32_t i = 0; i < N; i++) {
        uint32_t want = i < count ? factor * (i + 1) : 0;
        if (got[i] != want) fail_msg("element %u is %u, not %u", i, got[i], want);
    }
}

/* ---- steps ---- */

static void with_offsets(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    ts_launch l = make(&r, "twice", r.x, 4 * BEHIND, r.y, 12, 2);
    run(&r, &l, 1);
    uint32_t y[N];
    OK(&r, ts_buffer_get(r.y, 0, y, sizeof y, &r.err));
    for (uint32_t i = 0; i < N; i++) {
        bool inside = i >= 3 && i < N - BEHIND + 3;
        assert_int_equal(y[i], inside ? 2 * (i - 3 + BEHIND + 1) : 0);
    }
    tear_down(&r);
}

/* Offsets count units: byte 5 of 8-bit elements is element 5, byte 6 of 16-bit ones element 3. */
static void with_small_units(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    uint8_t in[256], back[256];
    uint16_t out[256];
    uint32_t n = 200;
    for (int i = 0; i < 256; i++) in[i] = (uint8_t)(i * 7);
    OK(&r, ts_buffer_put(r.x, 0, in, sizeof in, &r.err));
    OK(&r, ts_buffer_put(r.n, 0, &n, sizeof n, &r.err));
    ts_launch l[] = {make(&r, "widen", r.x, 5, r.y, 6, 0), make(&r, "narrow", r.y, 6, r.z, 1, 0)};
    run(&r, l, 2);
    OK(&r, ts_buffer_get(r.y, 0, out, sizeof out, &r.err));
    OK(&r, ts_buffer_get(r.z, 0, back, sizeof back, &r.err));
    for (uint32_t i = 0; i < 256; i++) {
        assert_int_equal(out[i], i >= 3 && i < n + 3 ? 2 * in[i - 3 + 5] : 0);
        assert_int_equal(back[i], i >= 1 && i < n + 1 ? (uint8_t)(2 * in[i - 1 + 5]) : 0);
    }
    tear_down(&r);
}

/* A cell is read when the step starts, not when it is recorded. */
static void with_cells(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    ts_launch l = make(&r, "twice", r.x, 0, r.y, 0, 1);
    ts_step *s = ts_step_record(r.dev, &l, 1, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    static const uint32_t count[] = {7, 0, 4321, N};
    for (size_t i = 0; i < sizeof count / sizeof *count; i++) {
        OK(&r, ts_buffer_put(r.n, 4, &count[i], 4, &r.err));
        OK(&r, ts_step_run(s, &r.err));
        expect(&r, r.y, 2, i < 2 ? 7 : count[i]);
    }
    ts_step_free(s);
    tear_down(&r);
}

/* A chain in which each launch needs the one before, replayed without looking in between. */
static void with_dependence(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    ts_launch l[20];
    l[0] = make(&r, "twice", r.x, 0, r.y, 0, 0); /* y = 2 */
    l[1] = make(&r, "twice", r.y, 0, r.z, 0, 0); /* z = 4, then 6, 8, ... */
    for (int i = 2; i < 19; i++) l[i] = make(&r, "plus", r.y, 0, r.z, 0, 0);
    l[19] = make(&r, "plus", r.z, 0, r.y, 0, 0); /* y = 2 + 38 */
    ts_step *s = ts_step_record(r.dev, l, 20, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    for (int i = 0; i < 30; i++) OK(&r, ts_step_run(s, &r.err));
    expect(&r, r.z, 38, N);
    expect(&r, r.y, 40, N);
    ts_step_free(s);
    run(&r, NULL, 0);
    tear_down(&r);
}

static void with_timing(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    ts_launch l[] = {make(&r, "twice", r.x, 0, r.y, 0, 0), make(&r, "plus", r.x, 0, r.y, 0, 0),
                     make(&r, "plus", r.x, 0, r.z, 0, 0)};
    ts_step *s = ts_step_record(r.dev, l, 3, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    for (uint32_t turn = 1; turn <= 3; turn++) {
        double seconds[3] = {-1, -1, -1};
        OK(&r, ts_step_time(s, seconds, &r.err));
        for (int i = 0; i < 3; i++) assert_true(seconds[i] > 0 && seconds[i] < 10);
        expect(&r, r.y, 3, N);
        expect(&r, r.z, turn, N);
    }
    OK(&r, ts_step_run(s, &r.err));
    expect(&r, r.z, 4, N);
    ts_step_free(s);
    tear_down(&r);
}

/* As fast as it runs; by the device's clock where it has one. */
static void with_measuring(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    ts_launch l[] = {make(&r, "twice", r.x, 0, r.y, 0, 0), make(&r, "plus", r.x, 0, r.y, 0, 0)};
    ts_step *s = ts_step_record(r.dev, l, 2, &r.err);
    if (!s) fail_msg("%s", r.err.text);
    for (int turn = 0; turn < 3; turn++) {
        double seconds = -1;
        bool by_device = strstr(spec, "+basic") != NULL;
        OK(&r, ts_step_elapsed(s, &seconds, &by_device, &r.err));
        assert_true(seconds > 0 && seconds < 10);
        assert_int_equal(by_device, !strstr(spec, "+basic"));
        expect(&r, r.y, 3, N);
    }
    ts_step_free(s);
    if (!strpbrk(ts_device_driver(r.dev), "0123456789"))
        fail_msg("no version in \"%s\"", ts_device_driver(r.dev));
    tear_down(&r);
}

/* ---- memory ---- */

static void with_ranges(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    enum { BIG = 40 << 20 }; /* more than one staging buffer twice over */
    unsigned char *data = malloc(BIG), *back = calloc(1, BIG);
    assert_true(data && back);
    for (size_t i = 0; i < BIG; i++) data[i] = (unsigned char)(i * 31 + (i >> 12));
    ts_buffer *b = buffer(&r, BIG), *w = ts_buffer_wrap(r.dev, data, BIG - 3, &r.err);
    assert_non_null(w);
    OK(&r, ts_buffer_put(b, 3, data + 3, BIG - 10, &r.err));
    OK(&r, ts_buffer_get(b, 1, back + 1, BIG - 1, &r.err));
    assert_memory_equal(back + 3, data + 3, BIG - 10);
    for (size_t i = 0; i < 3; i++) assert_int_equal(back[i], 0);
    for (size_t i = BIG - 7; i < BIG; i++) assert_int_equal(back[i], 0);
    OK(&r, ts_buffer_get(w, 0, back, BIG - 3, &r.err));
    assert_memory_equal(back, data, BIG - 3);
    OK(&r, ts_buffer_get(w, 12345, back, 1, &r.err));
    assert_int_equal(back[0], data[12345]);
    assert_int_equal(ts_buffer_get(w, BIG - 3, back, 1, &r.err), -1);
    free(data);
    free(back);
    ts_buffer_free(b);
    ts_buffer_free(w);
    tear_down(&r);
}

static void fill_small(struct rig *r, ts_buffer **b, size_t i)
{
    static unsigned char bytes[200000], back[200000];
    size_t n = 1 + i * 7919 % (i % 16 ? 3000 : sizeof bytes);
    b[i] = buffer(r, n);
    OK(r, ts_buffer_get(b[i], 0, back, n, &r->err));
    for (size_t k = 0; k < n; k++)
        if (back[k]) fail_msg("byte %zu of fresh buffer %zu is %d", k, i, back[k]);
    memset(bytes, (int)(i * 37 % 255 + 1), n);
    OK(r, ts_buffer_put(b[i], 0, bytes, n, &r->err));
}

static void check_small(struct rig *r, ts_buffer *b, size_t i)
{
    static unsigned char back[200000];
    size_t n = ts_buffer_bytes(b);
    OK(r, ts_buffer_get(b, 0, back, n, &r->err));
    for (size_t k = 0; k < n; k++)
        if (back[k] != (unsigned char)(i * 37 % 255 + 1))
            fail_msg("byte %zu of buffer %zu was overwritten", k, i);
}

/* Small buffers share memory: none may touch another, and what is freed is used again, zeroed. */
static void with_small_buffers(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    enum { COUNT = 400 };
    ts_buffer *b[COUNT];
    for (size_t i = 0; i < COUNT; i++) fill_small(&r, b, i);
    for (size_t round = 1; round < 4; round++) {
        for (size_t i = 0; i < COUNT; i++)
            if (i * 2654435761u % 7 % (round + 1) == 0) ts_buffer_free(b[i]), b[i] = NULL;
        for (size_t i = COUNT; i-- > 0;)
            if (!b[i]) fill_small(&r, b, i);
        for (size_t i = 0; i < COUNT; i++) check_small(&r, b[i], i);
    }
    for (size_t i = 0; i < COUNT; i++) ts_buffer_free(b[i]);
    tear_down(&r);
}

/* lavapipe says that it binds 128 MiB. */
static void with_a_large_buffer(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    size_t bytes = (size_t)256 << 20, at = bytes - 4 * N;
    ts_buffer *big = buffer(&r, bytes);
    ts_launch l[] = {make(&r, "plus", r.x, 0, big, at, 0), make(&r, "twice", big, at, r.y, 0, 0)};
    run(&r, l, 2);
    expect(&r, r.y, 2, N);
    ts_buffer_free(big);
    tear_down(&r);
}

static void refuses_too_much(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    static const size_t bytes[] = {(size_t)5 << 30, (size_t)1 << 50, SIZE_MAX / 2, SIZE_MAX};
    for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++) {
        r.err.text[0] = 0;
        assert_null(ts_buffer_new(r.dev, bytes[i], &r.err));
        assert_non_null(strstr(r.err.text, "a buffer of "));
    }
    tear_down(&r);
}

/* ---- modules ---- */

static void refuse(struct rig *r, const void *text, size_t bytes, const char *why)
{
    r->err.text[0] = 0;
    assert_null(ts_module_load(r->dev, text, bytes, &r->err));
    if (!strstr(r->err.text, why)) fail_msg("\"%s\" does not say \"%s\"", r->err.text, why);
}

static void refuse_kernel(struct rig *r, ts_spirv_kernel k, uint32_t extra, const char *why)
{
    static ts_spirv s;
    ts_spirv_make(&s, &k, 1, extra);
    refuse(r, s.word, 4 * s.n, why);
}

static void refuses_wrong_modules(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    static ts_spirv s, bad;
    ts_spirv_make(&s, kernels, KERNELS, 0);
    ts_spirv_kernel k = kernels[0];
    k.claimed = 32;
    refuse_kernel(&r, k, 0, "LocalSize is 64 1 1");
    k = kernels[0];
    k.threads = 4096 * 256;
    refuse_kernel(&r, k, 0, "threads");
    k = kernels[0];
    k.offset = 3;
    refuse_kernel(&r, k, 0, "binding 3");
    refuse_kernel(&r, kernels[0], 10, "capability 10"); /* Float64 */
    refuse(&r, "tessera kernel=a entry=b", 24, "");
    refuse(&r, s.word, 0, "");
    for (size_t n = 1; n < 4 * s.n; n += n < 400 ? 1 : 97) refuse(&r, s.word, n, "");
    bad = s, bad.word[1] = 0x00020000;
    refuse(&r, bad.word, 4 * s.n, "SPIR-V 2.0");
    bad = s, bad.word[3] = 0;
    refuse(&r, bad.word, 4 * s.n, "header");
    for (size_t i = 5; i < s.n; i += s.word[i] >> 16)
        if ((s.word[i] & 0xffff) == 15) bad = s, bad.word[i + 1] = 4; /* Fragment */
    refuse(&r, bad.word, 4 * s.n, "no entry point \"narrow\"");
    char *odd = malloc(4 * s.n + 1);
    assert_non_null(odd);
    memcpy(odd + 1, s.word, 4 * s.n);
    r.err.text[0] = 0;
    ts_module *m = ts_module_load(r.dev, odd + 1, 4 * s.n, &r.err);
    assert_non_null(m);
    ts_module_free(m);
    free(odd);
    tear_down(&r);
}

/* ---- failures ---- */

#if __has_include(<vulkan/vulkan_core.h>)
#include "rt/vulkan.h"

/* Stands in for any call: arguments do not matter to it. */
static VkResult out_of_memory(void)
{
    return VK_ERROR_OUT_OF_HOST_MEMORY;
}

static VkResult lost(void)
{
    return VK_ERROR_DEVICE_LOST;
}

typedef void any(void);

/* Buffers of all kinds, a module, a step, its times; frees what it made. */
static int use_all(ts_device *dev, ts_error *err)
{
    static unsigned char bytes[8192];
    static ts_spirv s;
    ts_spirv_make(&s, kernels, KERNELS, 0);
    double seconds[2];
    bool by_device;
    ts_step *step = NULL;
    ts_buffer *small = ts_buffer_new(dev, sizeof bytes, err);
    ts_buffer *large = small ? ts_buffer_new(dev, 3 << 20, err) : NULL;
    ts_buffer *copy = large ? ts_buffer_wrap(dev, bytes, sizeof bytes, err) : NULL;
    ts_module *m = copy ? ts_module_load(dev, (const char *)s.word, 4 * s.n, err) : NULL;
    int rc = m ? ts_buffer_put(small, 8, bytes, 100, err) : -1;
    ts_launch l[] = {
        {.module = m, .kernel = "twice", .arg = {{copy, 0}, {large, 0}}, .size = {{small, 0}}},
        {.module = m, .kernel = "plus", .arg = {{large, 0}, {small, 4}}, .size = {{copy, 0}}}};
    if (!rc) step = ts_step_record(dev, l, 2, err);
    rc = !step || ts_step_run(step, err) || ts_step_time(step, seconds, err) ||
                 ts_step_elapsed(step, seconds, &by_device, err) ||
                 ts_buffer_get(small, 0, bytes, sizeof bytes, err)
             ? -1
             : 0;
    ts_step_free(step);
    ts_module_free(m);
    ts_buffer_free(copy);
    ts_buffer_free(large);
    ts_buffer_free(small);
    return rc;
}

/* dev's `at` fails: one clear line; once it works again, all does. */
static void fail_one(const char *spec, size_t at, const char *name)
{
    ts_error err = {{0}};
    ts_device *dev = ts_device_open(spec, 0, &err);
    if (!dev) fail_msg("%s", err.text);
    any **call = (any **)(void *)((char *)&ts_vk_of(dev)->in.vk + at), *real = *call;
    *call = (any *)out_of_memory;
    if (!use_all(dev, &err)) fail_msg("nobody saw %s fail", name);
    if (!strstr(err.text, "out of memory")) fail_msg("%s: %s", name, err.text);
    *call = real;
    err.text[0] = 0;
    if (use_all(dev, &err)) fail_msg("after %s failed: %s", name, err.text);
    ts_device_close(dev);
}

static void survives_failures(const char *spec)
{
/* clang-format off */
#define CALLS(X)                                                                                   \
    X(ResetFences) X(QueueSubmit) X(WaitForFences) X(AllocateCommandBuffers) X(BeginCommandBuffer) \
    X(EndCommandBuffer) X(AllocateMemory) X(CreateBuffer) X(BindBufferMemory)                      \
    X(CreateShaderModule) X(CreateComputePipelines) X(CreatePipelineLayout)                        \
    X(CreateDescriptorSetLayout) X(CreateDescriptorPool) X(AllocateDescriptorSets) X(MapMemory)
/* clang-format on */
#define X(name) fail_one(spec, offsetof(ts_vk_api, name), #name);
    CALLS(X)
    if (strstr(spec, "+basic")) {
        X(FlushMappedMemoryRanges) X(InvalidateMappedMemoryRanges)
    } else {
        X(CreateQueryPool) X(GetQueryPoolResults)
    }
#undef X
}

static PFN_vkCmdPipelineBarrier real_barrier;
static int barriers;

static VKAPI_ATTR void VKAPI_CALL count_barrier(VkCommandBuffer to, VkPipelineStageFlags from,
                                                VkPipelineStageFlags until, VkDependencyFlags how,
                                                uint32_t memories, const VkMemoryBarrier *memory,
                                                uint32_t buffers,
                                                const VkBufferMemoryBarrier *buffer,
                                                uint32_t images, const VkImageMemoryBarrier *image)
{
    barriers++;
    real_barrier(to, from, until, how, memories, memory, buffers, buffer, images, image);
}

static int barriers_of(struct rig *r, const ts_launch *launch, size_t n)
{
    barriers = 0;
    ts_step *s = ts_step_record(r->dev, launch, n, &r->err);
    if (!s) fail_msg("%s", r->err.text);
    ts_step_free(s);
    return barriers;
}

/* Launches that share nothing they write have no barrier between, unless one asks to come after. */
static void with_order(const char *spec)
{
    struct rig r;
    set_up(&r, spec);
    real_barrier = ts_vk_of(r.dev)->in.vk.CmdPipelineBarrier;
    ts_vk_of(r.dev)->in.vk.CmdPipelineBarrier = count_barrier;
    ts_launch l[] = {make(&r, "twice", r.x, 0, r.y, 0, 0), make(&r, "twice", r.x, 0, r.z, 0, 0)};
    int free_order = barriers_of(&r, l, 2);
    l[1].after = true;
    assert_int_equal(barriers_of(&r, l, 2), free_order + 1);
    l[0].after = true; /* of nothing */
    assert_int_equal(barriers_of(&r, l, 2), free_order + 1);
    run(&r, l, 2);
    expect(&r, r.z, 2, N);
    tear_down(&r);
}

static void stays_lost(const char *spec)
{
    ts_error err = {{0}};
    ts_device *dev = ts_device_open(spec, 0, &err);
    if (!dev) fail_msg("%s", err.text);
    PFN_vkQueueSubmit real = ts_vk_of(dev)->in.vk.QueueSubmit;
    ts_vk_of(dev)->in.vk.QueueSubmit = (PFN_vkQueueSubmit)(any *)lost;
    assert_int_equal(use_all(dev, &err), -1);
    assert_non_null(strstr(err.text, "was lost"));
    ts_vk_of(dev)->in.vk.QueueSubmit = real;
    err.text[0] = 0;
    assert_int_equal(use_all(dev, &err), -1);
    assert_non_null(strstr(err.text, "was lost"));
    ts_device_close(dev);
}
#else /* no header, no driver: main has nothing to run these on */
static void with_order(const char *spec)
{
    (void)spec;
}

static void survives_failures(const char *spec)
{
    (void)spec;
}

static void stays_lost(const char *spec)
{
    (void)spec;
}
#endif

/* ---- devices ---- */

static void two_at_once(const char *spec)
{
    struct rig a, b;
    set_up(&a, spec);
    set_up(&b, specs[0]);
    ts_launch la = make(&a, "twice", a.x, 0, a.y, 0, 0), lb = make(&b, "plus", b.x, 0, b.y, 0, 1);
    run(&a, &la, 1);
    run(&b, &lb, 1);
    run(&b, &lb, 1);
    expect(&a, a.y, 2, N);
    expect(&b, b.y, 2, 7);
    ts_launch mixed = make(&a, "twice", a.x, 0, b.y, 0, 0);
    assert_null(ts_step_record(a.dev, &mixed, 1, &a.err));
    assert_non_null(strstr(a.err.text, "another device"));
    tear_down(&a);
    run(&b, &lb, 1);
    expect(&b, b.y, 3, 7);
    tear_down(&b);
}

static void names_and_refusals(void **state)
{
    (void)state;
    static const char *const bad[] = {"vulkan:x",      "vulkan:0x", "vulkan:-1",
                                      "vulkan:0+fast", "vulkan:99", "vulkan:99999999999999999999"};
    ts_error err = {{0}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        err.text[0] = 0;
        assert_null(ts_device_open(bad[i], 0, &err));
        assert_non_null(strstr(err.text, "vulkan:"));
    }
    err.text[0] = 0;
    ts_device *dev = ts_device_open("vulkan:0", 0, &err);
    assert_non_null(dev);
    assert_memory_equal(ts_device_target(dev), "spirv", 5); /* or a variant, by what it offers */
    assert_memory_equal(ts_device_name(dev), "Vulkan (", 8);
    ts_device_close(dev);
    const char *line, *found = NULL;
    for (size_t i = 0; (line = ts_device_list(i)); i++)
        if (!strncmp(line, "vulkan:0 ", 9)) found = line;
    assert_non_null(found);
    assert_non_null(strstr(found, "KB shared"));
}

/* ---- all ---- */

typedef void part(const char *spec);

static void both(part *p)
{
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++) p(specs[i]);
}

/* clang-format off */
#define PARTS(X)                                                                                   \
    X(with_offsets) X(with_small_units) X(with_cells) X(with_dependence) X(with_timing)            \
    X(with_measuring) X(with_order) \
    X(with_ranges) X(with_small_buffers) X(refuses_wrong_modules) X(two_at_once)                   \
    X(survives_failures) X(stays_lost)
/* clang-format on */

#define X(name)                                                                                    \
    static void test_##name(void **state)                                                          \
    {                                                                                              \
        (void)state;                                                                               \
        both(name);                                                                                \
    }
PARTS(X)
X(with_a_large_buffer)
X(refuses_too_much)
#undef X

/* The layer keeps what it knows of destroyed devices where the leak checker cannot see it. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libVkLayer_khronos_validation.so\n";
}

/* What the layer says goes to stderr; the large buffer is left out, since it goes beyond what lavapipe
 * promises. */
static void validates(void **state)
{
    (void)state;
    FILE *said = tmpfile();
    int old = dup(STDERR_FILENO);
    assert_true(said && old >= 0);
    dup2(fileno(said), STDERR_FILENO);
    setenv("TESSERA_DEBUG", "vulkan", 1);
#define X(name) both(name);
    PARTS(X)
#undef X
    unsetenv("TESSERA_DEBUG");
    dup2(old, STDERR_FILENO);
    close(old);
    rewind(said);
    char line[4096];
    bool bad = false, missing = false;
    while (fgets(line, sizeof line, said)) {
        missing = missing || strstr(line, "vulkan: no validation layer");
        if (strncmp(line, "vulkan: ", 8) || missing) continue;
        print_message("%s", line);
        bad = true;
    }
    fclose(said);
    if (bad) fail_msg("the validation layer complains");
    if (missing) {
        print_message("skipped: no validation layer (package vulkan-validationlayers)\n");
        skip();
    }
}

int main(void)
{
    ts_error err = {{0}};
    ts_device *dev = ts_device_open("vulkan", 0, &err);
    if (!dev) {
        printf("skipped: %s\n", err.text);
        return 0;
    }
    ts_device_close(dev);
#define X(name) cmocka_unit_test(test_##name),
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_and_refusals),
                                       PARTS(X) X(with_a_large_buffer) X(refuses_too_much)
                                           cmocka_unit_test(validates)};
#undef X
    return cmocka_run_group_tests(tests, NULL, NULL);
}
