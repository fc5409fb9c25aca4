/* vulkan_memory.c - device memory: which type, and where in it a buffer lies.
 *
 * A driver may allow as few as 4096 allocations, so small buffers share blocks, first fit, with
 * neighbouring free spans merged. Larger ones have an allocation of their own and never share: one
 * arena above 2 GiB crashes lavapipe.
 */
#include "rt/vulkan.h"

#include <stdint.h>
#include <stdlib.h>

enum { SMALL = 1 << 20, BLOCK = 16 << 20, LEAST_ALIGN = 256 };

struct ts_vk_span {
    VkDeviceSize at, bytes;
    bool used;
    ts_vk_span *next; /* the one behind it */
};

struct ts_vk_block {
    VkDeviceMemory memory;
    VkDeviceSize bytes;
    unsigned char *host;
    uint32_t type;
    ts_vk_span *first;
    ts_vk_block *next;
};

/* ---- types ---- */

enum {
    LOCAL = VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT,
    VISIBLE = VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT,
    COHERENT = VK_MEMORY_PROPERTY_HOST_COHERENT_BIT,
    CACHED = VK_MEMORY_PROPERTY_HOST_CACHED_BIT,
};

static VkDeviceSize heap_of(const ts_vk_gpu *g, uint32_t type)
{
    return g->memory.memoryHeaps[g->memory.memoryTypes[type].heapIndex].size;
}

/* Other properties (protected, lazily allocated, device-coherent) need features or rules of their own. */
static bool plain(const ts_vk_gpu *g, uint32_t type)
{
    return !(g->memory.memoryTypes[type].propertyFlags &
             ~(VkFlags)(LOCAL | VISIBLE | COHERENT | CACHED));
}

/* Without a resizable BAR, device memory that the host sees is a window of 256 MB: too small to live
 * in. So the largest heaps count first, and only among them what the host sees. */
static int score_local(const ts_vk_gpu *g, uint32_t type, VkDeviceSize largest)
{
    VkFlags f = g->memory.memoryTypes[type].propertyFlags;
    bool local = f & LOCAL, large = heap_of(g, type) >= largest / 2;
    return 16 * local + 8 * large + (f & VISIBLE ? 4 : 0) + (f & COHERENT ? 2 : 0) +
           (f & CACHED ? 1 : 0);
}

static int score_staging(const ts_vk_gpu *g, uint32_t type, VkDeviceSize largest)
{
    (void)largest;
    VkFlags f = g->memory.memoryTypes[type].propertyFlags;
    if (!(f & VISIBLE)) return 0;
    return 1 + (f & CACHED ? 4 : 0) + (f & COHERENT ? 2 : 0) + (f & LOCAL ? 0 : 1);
}

typedef int score_type(const ts_vk_gpu *g, uint32_t type, VkDeviceSize largest);

static bool choose(const ts_vk_gpu *g, uint32_t allowed, score_type *score,
                   ts_vk_kind_of_memory *kind)
{
    VkDeviceSize largest = 0;
    for (uint32_t i = 0; i < g->memory.memoryTypeCount; i++)
        if (g->memory.memoryTypes[i].propertyFlags & LOCAL && heap_of(g, i) > largest)
            largest = heap_of(g, i);
    int best = 0;
    for (uint32_t i = 0; i < g->memory.memoryTypeCount; i++) {
        if (!(allowed >> i & 1) || !plain(g, i) || score(g, i, largest) <= best) continue;
        VkFlags f = g->memory.memoryTypes[i].propertyFlags;
        best = score(g, i, largest);
        *kind = (ts_vk_kind_of_memory){i, f & VISIBLE, f & COHERENT, f & CACHED};
    }
    return best > 0;
}

int ts_vk_choose_memory(ts_vk_device *dev, bool basic, ts_error *err)
{
    VkBuffer probe = ts_vk_make_buffer(dev, 64, err);
    if (!probe) return -1;
    VkMemoryRequirements need;
    dev->in.vk.GetBufferMemoryRequirements(dev->handle, probe, &need);
    dev->in.vk.DestroyBuffer(dev->handle, probe, NULL);
    const ts_vk_gpu *g = &dev->gpu;
    if (!choose(g, need.memoryTypeBits, score_local, &dev->local) ||
        !choose(g, need.memoryTypeBits, score_staging, &dev->staging))
        return ts_fail(err, "%s has no memory for storage buffers that the host can fill",
                       g->prop.deviceName);
    if (basic) {
        dev->local = (ts_vk_kind_of_memory){.type = dev->local.type};
        dev->staging.coherent = false;
    }
    return 0;
}

/* ---- allocations ---- */

static VkDeviceSize round_up(VkDeviceSize x, VkDeviceSize to)
{
    return (x + to - 1) / to * to;
}

static VkDeviceSize atom(const ts_vk_device *dev)
{
    VkDeviceSize a = dev->gpu.prop.limits.nonCoherentAtomSize;
    return a ? a : 1;
}

static int too_much(const ts_vk_device *dev, VkDeviceSize bytes, ts_error *err)
{
    return ts_fail(err,
                   "%s has no room for %.3f GB more: %.3f of its %.3f GB are in use; a smaller "
                   "model or context would do",
                   dev->gpu.prop.deviceName, (double)bytes * 1e-9, (double)dev->used * 1e-9,
                   (double)dev->gpu.total * 1e-9);
}

static int allocate(ts_vk_device *dev, const ts_vk_kind_of_memory *kind, VkDeviceSize bytes,
                    VkDeviceMemory *memory, unsigned char **host, ts_error *err)
{
    const ts_vk_api *vk = &dev->in.vk;
    /* A driver on the CPU would promise more than there is and be killed at the first touch. */
    if (bytes > dev->gpu.total || dev->used > dev->gpu.total - bytes)
        return too_much(dev, bytes, err);
    VkMemoryAllocateInfo info = {.sType = VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO,
                                 .allocationSize = bytes,
                                 .memoryTypeIndex = kind->type};
    VkResult r = vk->AllocateMemory(dev->handle, &info, NULL, memory);
    if (r == VK_ERROR_OUT_OF_DEVICE_MEMORY) return too_much(dev, bytes, err);
    if (r) return ts_vk_fail(dev, r, "no device memory", err);
    void *p = NULL;
    if (kind->visible) r = vk->MapMemory(dev->handle, *memory, 0, VK_WHOLE_SIZE, 0, &p);
    if (r) {
        vk->FreeMemory(dev->handle, *memory, NULL);
        return ts_vk_fail(dev, r, "device memory cannot be mapped", err);
    }
    *host = p;
    dev->used += bytes;
    return 0;
}

static void release(ts_vk_device *dev, VkDeviceMemory memory, VkDeviceSize bytes)
{
    dev->in.vk.FreeMemory(dev->handle, memory, NULL);
    dev->used -= bytes;
}

static int place_alone(ts_vk_device *dev, const ts_vk_kind_of_memory *kind, VkDeviceSize bytes,
                       ts_vk_place *place, ts_error *err)
{
    *place = (ts_vk_place){.bytes = round_up(bytes, atom(dev))};
    return allocate(dev, kind, place->bytes, &place->memory, &place->host, err);
}

/* ---- blocks ---- */

static ts_vk_block *block_new(ts_vk_device *dev, const ts_vk_kind_of_memory *kind, ts_error *err)
{
    ts_vk_block *b = calloc(1, sizeof *b);
    ts_vk_span *all = calloc(1, sizeof *all);
    if (!b || !all)
        ts_fail(err, "no memory for a block of device memory");
    else if (!allocate(dev, kind, BLOCK, &b->memory, &b->host, err)) {
        b->bytes = all->bytes = BLOCK;
        b->type = kind->type;
        b->first = all;
        b->next = dev->blocks;
        dev->blocks = b;
        return b;
    }
    free(b);
    free(all);
    return NULL;
}

static void block_free(ts_vk_device *dev, ts_vk_block *block)
{
    ts_vk_block **at = &dev->blocks;
    while (*at != block) at = &(*at)->next;
    *at = block->next;
    release(dev, block->memory, block->bytes);
    free(block->first);
    free(block);
}

/* Cuts `bytes` from the span's start; the rest stays free. False: no memory. */
static bool cut(ts_vk_span *s, VkDeviceSize bytes)
{
    if (s->bytes > bytes) {
        ts_vk_span *rest = calloc(1, sizeof *rest);
        if (!rest) return false;
        *rest = (ts_vk_span){.at = s->at + bytes, .bytes = s->bytes - bytes, .next = s->next};
        s->bytes = bytes;
        s->next = rest;
    }
    s->used = true;
    return true;
}

static bool place_in(ts_vk_block *b, VkDeviceSize bytes, ts_vk_place *place)
{
    for (ts_vk_span *s = b->first; s; s = s->next) {
        if (s->used || s->bytes < bytes) continue;
        if (!cut(s, bytes)) return false;
        *place = (ts_vk_place){.memory = b->memory,
                               .at = s->at,
                               .bytes = bytes,
                               .host = b->host ? b->host + s->at : NULL,
                               .block = b};
        return true;
    }
    return false;
}

/* All spans of a block are multiples of one alignment, so whatever is free is aligned. */
static int place_shared(ts_vk_device *dev, const ts_vk_kind_of_memory *kind, VkDeviceSize bytes,
                        ts_vk_place *place, ts_error *err)
{
    for (ts_vk_block *b = dev->blocks; b; b = b->next)
        if (b->type == kind->type && place_in(b, bytes, place)) return 0;
    ts_vk_block *fresh = block_new(dev, kind, err);
    if (!fresh) return -1;
    return place_in(fresh, bytes, place) ? 0 : ts_fail(err, "no memory for a buffer");
}

static void merge(ts_vk_span *s)
{
    while (s->next && !s->used && !s->next->used) {
        ts_vk_span *gone = s->next;
        s->bytes += gone->bytes;
        s->next = gone->next;
        free(gone);
    }
}

static void unplace_shared(ts_vk_device *dev, ts_vk_block *block, VkDeviceSize at)
{
    ts_vk_span *before = NULL, *s = block->first;
    while (s->at != at) before = s, s = s->next;
    s->used = false;
    merge(s);
    if (before) merge(before);
    if (!block->first->used && !block->first->next) block_free(dev, block);
}

/* ---- places ---- */

int ts_vk_place_buffer(ts_vk_device *dev, const ts_vk_kind_of_memory *kind, VkBuffer buffer,
                       ts_vk_place *place, ts_error *err)
{
    VkMemoryRequirements need;
    dev->in.vk.GetBufferMemoryRequirements(dev->handle, buffer, &need);
    VkDeviceSize align = atom(dev) > LEAST_ALIGN ? atom(dev) : LEAST_ALIGN;
    VkDeviceSize bytes = round_up(need.size, align);
    bool shared = bytes < SMALL && need.alignment <= align;
    if (shared ? place_shared(dev, kind, bytes, place, err)
               : place_alone(dev, kind, need.size, place, err))
        return -1;
    VkResult r = dev->in.vk.BindBufferMemory(dev->handle, buffer, place->memory, place->at);
    if (!r) return 0;
    ts_vk_unplace(dev, place);
    return ts_vk_fail(dev, r, "a buffer gets no memory", err);
}

void ts_vk_unplace(ts_vk_device *dev, ts_vk_place *place)
{
    if (place->block)
        unplace_shared(dev, place->block, place->at);
    else if (place->memory)
        release(dev, place->memory, place->bytes);
    *place = (ts_vk_place){0};
}

int ts_vk_flush(ts_vk_device *dev, const ts_vk_kind_of_memory *kind, const ts_vk_place *place,
                VkDeviceSize at, VkDeviceSize bytes, bool to_device, ts_error *err)
{
    if (kind->coherent || !bytes) return 0;
    const ts_vk_api *vk = &dev->in.vk;
    VkDeviceSize a = atom(dev), lo = at / a * a, hi = round_up(at + bytes, a);
    VkMappedMemoryRange range = {.sType = VK_STRUCTURE_TYPE_MAPPED_MEMORY_RANGE,
                                 .memory = place->memory,
                                 .offset = place->at + lo,
                                 .size = (hi < place->bytes ? hi : place->bytes) - lo};
    VkResult r = to_device ? vk->FlushMappedMemoryRanges(dev->handle, 1, &range)
                           : vk->InvalidateMappedMemoryRanges(dev->handle, 1, &range);
    return r ? ts_vk_fail(dev, r, "device memory cannot be flushed", err) : 0;
}
