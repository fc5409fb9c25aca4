/* vulkan_queue.c - submitting to the one queue, waiting, barriers, and words for results.
 *
 * One submission runs at a time: a step may be on its way while the host does other things, and
 * whoever touches the device next waits for it.
 */
#include "rt/vulkan.h"

static const char *meaning(VkResult r)
{
    switch (r) {
    case VK_ERROR_OUT_OF_HOST_MEMORY: return "the host is out of memory";
    case VK_ERROR_OUT_OF_DEVICE_MEMORY: return "the device is out of memory";
    case VK_ERROR_DEVICE_LOST:
        return "the device was lost (its driver or hardware failed); close it and open it again";
    case VK_ERROR_INITIALIZATION_FAILED: return "the driver cannot start";
    case VK_ERROR_LAYER_NOT_PRESENT: return "a Vulkan layer is missing";
    case VK_ERROR_EXTENSION_NOT_PRESENT: return "a Vulkan extension is missing";
    case VK_ERROR_FEATURE_NOT_PRESENT: return "the device lacks a feature";
    case VK_ERROR_TOO_MANY_OBJECTS: return "too many allocations for this driver";
    case VK_ERROR_FRAGMENTED_POOL:
    case VK_ERROR_OUT_OF_POOL_MEMORY: return "a pool of descriptors is full";
    case VK_ERROR_INVALID_SHADER_NV: return "the driver refuses the SPIR-V module";
    default: return NULL;
    }
}

int ts_vk_fail(ts_vk_device *dev, VkResult result, const char *what, ts_error *err)
{
    if (dev && result == VK_ERROR_DEVICE_LOST) {
        dev->lost = true;
        dev->busy = false;
    }
    const char *words = meaning(result);
    if (words) return ts_fail(err, "%s: %s", what, words);
    return ts_fail(err, "%s: Vulkan error %d", what, (int)result);
}

int ts_vk_wait(ts_vk_device *dev, ts_error *err)
{
    if (dev->lost) return ts_vk_fail(dev, VK_ERROR_DEVICE_LOST, "cannot go on", err);
    if (!dev->busy) return 0;
    VkResult r = dev->in.vk.WaitForFences(dev->handle, 1, &dev->fence, VK_TRUE, UINT64_MAX);
    dev->busy = false;
    if (!r) return 0;
    dev->in.vk.DeviceWaitIdle(dev->handle); /* what it used is about to be freed */
    return ts_vk_fail(dev, r, "a step did not end", err);
}

int ts_vk_submit(ts_vk_device *dev, VkCommandBuffer commands, ts_error *err)
{
    if (ts_vk_wait(dev, err)) return -1;
    VkResult r = dev->in.vk.ResetFences(dev->handle, 1, &dev->fence);
    VkSubmitInfo submit = {.sType = VK_STRUCTURE_TYPE_SUBMIT_INFO,
                           .commandBufferCount = 1,
                           .pCommandBuffers = &commands};
    if (!r) r = dev->in.vk.QueueSubmit(dev->queue, 1, &submit, dev->fence);
    if (r) return ts_vk_fail(dev, r, "a step cannot be submitted", err);
    dev->busy = true;
    return 0;
}

int ts_vk_submit_and_wait(ts_vk_device *dev, VkCommandBuffer commands, ts_error *err)
{
    return ts_vk_submit(dev, commands, err) || ts_vk_wait(dev, err) ? -1 : 0;
}

int ts_vk_commands(ts_vk_device *dev, VkCommandBuffer *commands, ts_error *err)
{
    VkCommandBufferAllocateInfo info = {.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO,
                                        .commandPool = dev->pool,
                                        .level = VK_COMMAND_BUFFER_LEVEL_PRIMARY,
                                        .commandBufferCount = 1};
    VkResult r = dev->in.vk.AllocateCommandBuffers(dev->handle, &info, commands);
    if (!r) return 0;
    *commands = VK_NULL_HANDLE;
    return ts_vk_fail(dev, r, "no command buffer", err);
}

int ts_vk_begin(ts_vk_device *dev, VkCommandBuffer commands, ts_error *err)
{
    VkCommandBufferBeginInfo info = {.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO};
    VkResult r = dev->in.vk.BeginCommandBuffer(commands, &info);
    return r ? ts_vk_fail(dev, r, "cannot record commands", err) : 0;
}

int ts_vk_end(ts_vk_device *dev, VkCommandBuffer commands, ts_error *err)
{
    VkResult r = dev->in.vk.EndCommandBuffer(commands);
    return r ? ts_vk_fail(dev, r, "cannot record commands", err) : 0;
}

/* ---- barriers ---- */

enum {
    COMPUTE = VK_PIPELINE_STAGE_COMPUTE_SHADER_BIT,
    COPY = VK_PIPELINE_STAGE_TRANSFER_BIT,
    SHADER = VK_ACCESS_SHADER_READ_BIT | VK_ACCESS_SHADER_WRITE_BIT,
    COPIES = VK_ACCESS_TRANSFER_READ_BIT | VK_ACCESS_TRANSFER_WRITE_BIT,
};

static void barrier(ts_vk_device *dev, VkCommandBuffer commands, VkFlags from, VkFlags wrote,
                    VkFlags to, VkFlags reads)
{
    VkMemoryBarrier memory = {
        .sType = VK_STRUCTURE_TYPE_MEMORY_BARRIER, .srcAccessMask = wrote, .dstAccessMask = reads};
    dev->in.vk.CmdPipelineBarrier(commands, from, to, 0, 1, &memory, 0, NULL, 0, NULL);
}

void ts_vk_barrier_before(ts_vk_device *dev, VkCommandBuffer commands)
{
    barrier(dev, commands, COMPUTE | COPY,
            VK_ACCESS_SHADER_WRITE_BIT | VK_ACCESS_TRANSFER_WRITE_BIT, COMPUTE | COPY,
            SHADER | COPIES);
}

void ts_vk_barrier_compute(ts_vk_device *dev, VkCommandBuffer commands)
{
    barrier(dev, commands, COMPUTE, VK_ACCESS_SHADER_WRITE_BIT, COMPUTE, SHADER);
}

void ts_vk_barrier_host(ts_vk_device *dev, VkCommandBuffer commands)
{
    barrier(dev, commands, COMPUTE | COPY,
            VK_ACCESS_SHADER_WRITE_BIT | VK_ACCESS_TRANSFER_WRITE_BIT, VK_PIPELINE_STAGE_HOST_BIT,
            VK_ACCESS_HOST_READ_BIT | VK_ACCESS_HOST_WRITE_BIT);
}
