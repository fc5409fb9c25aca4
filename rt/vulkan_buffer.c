/* vulkan_buffer.c - buffers: zeroing, writing and reading them.
 *
 * Where the host sees device memory, bytes are copied straight; elsewhere through a staging buffer.
 * Reading much through a window that the host does not cache is slower than copying it first.
 */
#include "rt/vulkan.h"

#include <stdint.h>
#include <string.h>

enum { STAGE = 16 << 20, BEHIND = 16, GRAIN = 64, READ_DIRECTLY = 4096 };

VkBuffer ts_vk_make_buffer(ts_vk_device *dev, VkDeviceSize bytes, ts_error *err)
{
    VkBufferCreateInfo info = {
        .sType = VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO,
        .size = bytes,
        .usage = VK_BUFFER_USAGE_STORAGE_BUFFER_BIT | VK_BUFFER_USAGE_TRANSFER_SRC_BIT |
                 VK_BUFFER_USAGE_TRANSFER_DST_BIT,
    };
    VkBuffer buffer = VK_NULL_HANDLE;
    VkResult r = dev->in.vk.CreateBuffer(dev->handle, &info, NULL, &buffer);
    if (!r) return buffer;
    ts_vk_fail(dev, r, "no buffer", err);
    return VK_NULL_HANDLE;
}

/* ---- staging ---- */

static int need_stage(ts_vk_device *dev, ts_error *err)
{
    if (dev->stage) return 0;
    VkBuffer stage = ts_vk_make_buffer(dev, STAGE, err);
    if (!stage) return -1;
    ts_vk_kind_of_memory kind = dev->staging;
    if (ts_vk_place_buffer(dev, &kind, stage, &dev->stage_place, err)) {
        dev->in.vk.DestroyBuffer(dev->handle, stage, NULL);
        return -1;
    }
    dev->stage = stage;
    return 0;
}

/* Waits for the step that runs, then records into the buffer for copies. */
static int begin_transfer(ts_vk_device *dev, ts_error *err)
{
    if (ts_vk_wait(dev, err)) return -1;
    if (!dev->transfer && ts_vk_commands(dev, &dev->transfer, err)) return -1;
    if (ts_vk_begin(dev, dev->transfer, err)) return -1;
    ts_vk_barrier_before(dev, dev->transfer);
    return 0;
}

static int end_transfer(ts_vk_device *dev, ts_error *err)
{
    ts_vk_barrier_host(dev, dev->transfer);
    if (ts_vk_end(dev, dev->transfer, err)) return -1;
    return ts_vk_submit_and_wait(dev, dev->transfer, err);
}

static int copy(ts_vk_device *dev, VkBuffer from, size_t from_at, VkBuffer to, size_t to_at,
                size_t bytes, ts_error *err)
{
    if (begin_transfer(dev, err)) return -1;
    VkBufferCopy part = {.srcOffset = from_at, .dstOffset = to_at, .size = bytes};
    dev->in.vk.CmdCopyBuffer(dev->transfer, from, to, 1, &part);
    return end_transfer(dev, err);
}

static int put_staged(ts_vk_device *dev, ts_vk_buffer *b, size_t at, const unsigned char *data,
                      size_t bytes, ts_error *err)
{
    if (need_stage(dev, err)) return -1;
    for (size_t n; bytes; at += n, data += n, bytes -= n) {
        n = bytes < STAGE ? bytes : STAGE;
        memcpy(dev->stage_place.host, data, n);
        if (ts_vk_flush(dev, &dev->staging, &dev->stage_place, 0, n, true, err) ||
            copy(dev, dev->stage, 0, b->handle, at, n, err))
            return -1;
    }
    return 0;
}

static int get_staged(ts_vk_device *dev, const ts_vk_buffer *b, size_t at, unsigned char *data,
                      size_t bytes, ts_error *err)
{
    if (need_stage(dev, err)) return -1;
    for (size_t n; bytes; at += n, data += n, bytes -= n) {
        n = bytes < STAGE ? bytes : STAGE;
        if (copy(dev, b->handle, at, dev->stage, 0, n, err) ||
            ts_vk_flush(dev, &dev->staging, &dev->stage_place, 0, n, false, err))
            return -1;
        memcpy(data, dev->stage_place.host, n);
    }
    return 0;
}

/* ---- buffers ---- */

static int zero(ts_vk_device *dev, ts_vk_buffer *b, size_t from, size_t to, ts_error *err)
{
    if (b->place.host) {
        memset(b->place.host + from, 0, to - from);
        return ts_vk_flush(dev, &dev->local, &b->place, from, to - from, true, err);
    }
    from -= from % 4; /* what is cut off here is written by the caller afterwards */
    if (begin_transfer(dev, err)) return -1;
    dev->in.vk.CmdFillBuffer(dev->transfer, b->handle, from, to - from, 0);
    return end_transfer(dev, err);
}

/* The kernels' loads may reach BEHIND bytes past the last element. */
static size_t padded(size_t bytes)
{
    return (bytes + BEHIND + GRAIN - 1) / GRAIN * GRAIN;
}

static int make(ts_vk_device *dev, ts_vk_buffer *b, ts_error *err)
{
    if (b->head.bytes > dev->max_buffer - BEHIND - GRAIN)
        return ts_fail(err, "a buffer of %zu bytes is more than %s can bind (%llu bytes)",
                       b->head.bytes, dev->gpu.prop.deviceName,
                       (unsigned long long)dev->max_buffer);
    b->handle = ts_vk_make_buffer(dev, padded(b->head.bytes), err);
    if (!b->handle) return -1;
    if (!ts_vk_place_buffer(dev, &dev->local, b->handle, &b->place, err)) return 0;
    ts_vk_buffer_free(&b->head);
    return -1;
}

int ts_vk_buffer_new(ts_buffer *buffer, ts_error *err)
{
    ts_vk_buffer *b = (ts_vk_buffer *)(void *)buffer;
    ts_vk_device *dev = ts_vk_of(buffer->device);
    if (make(dev, b, err)) return -1;
    if (!zero(dev, b, 0, padded(buffer->bytes), err)) return 0;
    ts_vk_buffer_free(buffer);
    return -1;
}

/* Copies, without zeroing first what is then written: weights are gigabytes. */
int ts_vk_buffer_wrap(ts_buffer *buffer, const void *data, ts_error *err)
{
    ts_vk_buffer *b = (ts_vk_buffer *)(void *)buffer;
    ts_vk_device *dev = ts_vk_of(buffer->device);
    if (make(dev, b, err)) return -1;
    if (!zero(dev, b, buffer->bytes, padded(buffer->bytes), err) &&
        !ts_vk_buffer_put(buffer, 0, data, buffer->bytes, err))
        return 0;
    ts_vk_buffer_free(buffer);
    return -1;
}

/* Steps hold their buffers and wait before they let go, so nothing uses this one any more. */
void ts_vk_buffer_free(ts_buffer *buffer)
{
    ts_vk_buffer *b = (ts_vk_buffer *)(void *)buffer;
    ts_vk_device *dev = ts_vk_of(buffer->device);
    if (b->handle) dev->in.vk.DestroyBuffer(dev->handle, b->handle, NULL);
    b->handle = VK_NULL_HANDLE;
    ts_vk_unplace(dev, &b->place);
}

int ts_vk_buffer_put(ts_buffer *buffer, size_t offset, const void *data, size_t bytes,
                     ts_error *err)
{
    ts_vk_buffer *b = (ts_vk_buffer *)(void *)buffer;
    ts_vk_device *dev = ts_vk_of(buffer->device);
    if (ts_vk_wait(dev, err)) return -1;
    if (!bytes) return 0;
    if (!b->place.host) return put_staged(dev, b, offset, data, bytes, err);
    memcpy(b->place.host + offset, data, bytes);
    return ts_vk_flush(dev, &dev->local, &b->place, offset, bytes, true, err);
}

int ts_vk_buffer_get(const ts_buffer *buffer, size_t offset, void *data, size_t bytes,
                     ts_error *err)
{
    const ts_vk_buffer *b = (const ts_vk_buffer *)(const void *)buffer;
    ts_vk_device *dev = ts_vk_of(buffer->device);
    if (ts_vk_wait(dev, err)) return -1;
    if (!bytes) return 0;
    if (!b->place.host || (!dev->local.cached && bytes > READ_DIRECTLY))
        return get_staged(dev, b, offset, data, bytes, err);
    if (ts_vk_flush(dev, &dev->local, &b->place, offset, bytes, false, err)) return -1;
    memcpy(data, b->place.host + offset, bytes);
    return 0;
}
