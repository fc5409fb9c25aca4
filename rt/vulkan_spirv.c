/* vulkan_spirv.c - reads what a SPIR-V module asks for, before a driver sees it.
 *
 * Drivers take modules on trust: lavapipe runs invalid ones silently, others crash. This is no
 * validator (spirv-val is); it finds cut or foreign files, features that the device lacks, and
 * modules that disagree with their manifest, and says which it is.
 */
#include "rt/vulkan.h"

#include <string.h>

#include "tessera/spirv.h"

enum {
    HEADER = 5,
    OP_ENTRY_POINT = 15,
    OP_EXECUTION_MODE = 16,
    OP_CAPABILITY = 17,
    OP_FUNCTION = 54,
    OP_FUNCTION_END = 56,
    OP_DECORATE = 71,
    MODEL_COMPUTE = 5,
    MODE_LOCAL_SIZE = 17,
    DECORATION_BINDING = 33,
    DECORATION_SET = 34,
};

typedef struct words {
    const uint32_t *word;
    size_t n;
} words;

static uint32_t count_at(const words *w, size_t i)
{
    return w->word[i] >> 16;
}

static uint32_t op_at(const words *w, size_t i)
{
    return w->word[i] & 0xffff;
}

/* ---- the file ---- */

static int check_header(const ts_vk_gpu *g, const words *w, ts_error *err)
{
    if (w->n < HEADER || w->word[0] != TS_SPIRV_MAGIC)
        return ts_fail(err, "this is no SPIR-V module of this machine's byte order");
    unsigned version = w->word[1] >> 8, most = g->prop.apiVersion < VK_API_VERSION_1_2 ? 3 : 5;
    if (version >> 8 != 1 || (version & 255) > most)
        return ts_fail(err, "the module is SPIR-V %u.%u, but %s takes up to 1.%u", version >> 8,
                       version & 255, g->prop.deviceName, most);
    if (!w->word[3] || w->word[3] > TS_SPIRV_IDS || w->word[4])
        return ts_fail(err, "the header of the SPIR-V module is damaged");
    return 0;
}

/* A module ends with the last line of its last function. */
static int check_instructions(const words *w, ts_error *err)
{
    uint32_t last = 0;
    for (size_t i = HEADER; i < w->n; i += count_at(w, i)) {
        if (!count_at(w, i) || count_at(w, i) > w->n - i)
            return ts_fail(err, "the SPIR-V module is cut or damaged at word %zu of %zu", i, w->n);
        last = op_at(w, i);
    }
    return last == OP_FUNCTION_END ? 0 : ts_fail(err, "the SPIR-V module is cut: it has no end");
}

static int check_capability(const ts_vk_gpu *g, uint32_t number, ts_error *err)
{
    for (size_t i = 0; i < g->caps; i++) {
        const ts_vk_cap *c = &g->cap[i];
        if (c->number != number) continue;
        if (c->there) return 0;
        return ts_fail(err, "the module needs %s, which %s does not offer", c->name,
                       g->prop.deviceName);
    }
    return ts_fail(err, "the module needs SPIR-V capability %u, which Tessera does not enable",
                   number);
}

static int check_capabilities(const ts_vk_gpu *g, const words *w, ts_error *err)
{
    for (size_t i = HEADER; i < w->n; i += count_at(w, i)) {
        if (op_at(w, i) != OP_CAPABILITY) continue;
        if (count_at(w, i) != 2 || check_capability(g, w->word[i + 1], err))
            return ts_fail(err, "a capability of the SPIR-V module is damaged");
    }
    return 0;
}

/* A descriptor outside the layout would make the driver read past its tables. */
static int check_bindings(const words *w, uint32_t bindings, ts_error *err)
{
    for (size_t i = HEADER; i < w->n; i += count_at(w, i)) {
        if (op_at(w, i) != OP_DECORATE || count_at(w, i) != 4) continue;
        uint32_t what = w->word[i + 2], value = w->word[i + 3];
        if (what == DECORATION_SET && value)
            return ts_fail(err, "the module uses descriptor set %u; kernels have only set 0",
                           value);
        if (what == DECORATION_BINDING && value >= bindings)
            return ts_fail(err,
                           "the module uses binding %u, but its kernels have %u parameters "
                           "and sizes",
                           value, bindings);
    }
    return 0;
}

/* ---- entries ---- */

/* The function of a compute entry point; 0: none. */
static uint32_t find_entry(const words *w, const char *name)
{
    size_t length = strlen(name) + 1;
    for (size_t i = HEADER; i < w->n; i += count_at(w, i)) {
        if (op_at(w, i) != OP_ENTRY_POINT || count_at(w, i) < 4) continue;
        if (w->word[i + 1] != MODEL_COMPUTE || (count_at(w, i) - 3) * 4 < length) continue;
        if (!memcmp(&w->word[i + 3], name, length)) return w->word[i + 2];
    }
    return 0;
}

static bool has_function(const words *w, uint32_t id)
{
    for (size_t i = HEADER; i < w->n; i += count_at(w, i))
        if (op_at(w, i) == OP_FUNCTION && count_at(w, i) == 5 && w->word[i + 2] == id) return true;
    return false;
}

static const uint32_t *find_local_size(const words *w, uint32_t function)
{
    for (size_t i = HEADER; i < w->n; i += count_at(w, i))
        if (op_at(w, i) == OP_EXECUTION_MODE && count_at(w, i) == 6 && w->word[i + 1] == function &&
            w->word[i + 2] == MODE_LOCAL_SIZE)
            return &w->word[i + 3];
    return NULL;
}

static int check_local_size(const words *w, const ts_entry *e, ts_error *err)
{
    uint32_t function = find_entry(w, e->entry);
    if (!function || !has_function(w, function))
        return ts_fail(err, "the SPIR-V module has no entry point \"%s\" for kernel %s", e->entry,
                       e->kernel);
    const uint32_t *size = find_local_size(w, function);
    if (!size) return ts_fail(err, "kernel %s: its entry point says no LocalSize", e->kernel);
    if (size[0] != (uint32_t)e->threads || size[1] != 1 || size[2] != 1)
        return ts_fail(err, "kernel %s: LocalSize is %u %u %u, but the manifest says %d threads",
                       e->kernel, size[0], size[1], size[2], e->threads);
    return 0;
}

static int check_limits(const ts_vk_gpu *g, const ts_entry *e, ts_error *err)
{
    const VkPhysicalDeviceLimits *l = &g->prop.limits;
    uint32_t most = l->maxComputeWorkGroupInvocations, buffers = l->maxDescriptorSetStorageBuffers;
    if (l->maxComputeWorkGroupSize[0] < most) most = l->maxComputeWorkGroupSize[0];
    if (l->maxPerStageDescriptorStorageBuffers < buffers)
        buffers = l->maxPerStageDescriptorStorageBuffers;
    if ((uint32_t)e->threads > most)
        return ts_fail(err, "kernel %s needs groups of %d threads, but %s offers %u", e->kernel,
                       e->threads, g->prop.deviceName, most);
    if ((unsigned long)e->shared > l->maxComputeSharedMemorySize)
        return ts_fail(err, "kernel %s needs %ld bytes of shared memory, but %s offers %u",
                       e->kernel, e->shared, g->prop.deviceName, l->maxComputeSharedMemorySize);
    if ((uint32_t)(e->params + e->sizes) > buffers)
        return ts_fail(err, "kernel %s binds %d buffers, but %s allows %u", e->kernel,
                       e->params + e->sizes, g->prop.deviceName, buffers);
    return 0;
}

int ts_vk_check_spirv(const ts_vk_gpu *g, const ts_manifest *manifest, const uint32_t *word,
                      size_t n, ts_error *err)
{
    words w = {word, n};
    uint32_t bindings = 0;
    for (size_t i = 0; i < manifest->n; i++) {
        uint32_t own = (uint32_t)(manifest->entry[i].params + manifest->entry[i].sizes);
        if (own > bindings) bindings = own;
    }
    if (check_header(g, &w, err) || check_instructions(&w, err) || check_capabilities(g, &w, err) ||
        check_bindings(&w, bindings, err))
        return -1;
    for (size_t i = 0; i < manifest->n; i++)
        if (check_limits(g, &manifest->entry[i], err) ||
            check_local_size(&w, &manifest->entry[i], err))
            return -1;
    return 0;
}
