/* vulkan.c - opens and closes a Vulkan device; the table of its driver.
 *
 * Spec: "vulkan" (the first of `tessera devices`: GPUs before CPUs), "vulkan:N". "+basic" behind either
 * keeps to what every device has: no device memory that the host sees or that is coherent, no
 * timestamps, no cooperative matrices. Results are the same, of products by matrices but for the order of
 * sums; it is how those paths are tested where the driver offers all.
 *
 * Sizes: a buffer may be as large as the device's maxStorageBufferRange and one allocation allow.
 * Drivers on the CPU state 128 MiB for the range and bind far more, so there the allocation's limit
 * holds, but never 2 GiB or more: lavapipe computes with 32-bit signed offsets.
 */
#include "rt/vulkan.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "", "N", "+basic", "N+basic" */
static int parse(const char *rest, int *index, bool *basic, ts_error *err)
{
    *index = 0;
    const char *s = rest ? rest : "";
    for (; *s >= '0' && *s <= '9' && *index < 1000; s++) *index = *index * 10 + (*s - '0');
    *basic = !strcmp(s, "+basic");
    if (!*s || *basic) return 0;
    return ts_fail(err,
                   "unknown device \"vulkan:%.40s\"; it is vulkan:N, a number of "
                   "`tessera devices`",
                   rest);
}

static int pick(ts_vk_device *dev, int index, ts_error *err)
{
    ts_vk_gpu *gpu = calloc(TS_VK_DEVICES, sizeof *gpu);
    if (!gpu) return ts_fail(err, "no memory to list devices");
    int n = ts_vk_devices(&dev->in, gpu, err), rc = 0;
    if (n < 0)
        rc = -1;
    else if (index >= n)
        rc = ts_fail(err,
                     n ? "there is no vulkan:%d; this machine has %d Vulkan device%s"
                       : "there is no vulkan:%d; this machine has %d Vulkan device%s (install "
                         "a driver: mesa-vulkan-drivers, or the vendor's)",
                     index, n, n == 1 ? "" : "s");
    else if (ts_vk_unusable(&gpu[index]))
        rc = ts_fail(err, "vulkan:%d (%s) cannot be used: %s", index, gpu[index].prop.deviceName,
                     ts_vk_unusable(&gpu[index]));
    else
        dev->gpu = gpu[index];
    free(gpu);
    return rc;
}

static VkResult create_device(ts_vk_device *dev)
{
    const ts_vk_gpu *g = &dev->gpu;
    VkPhysicalDeviceShaderFloat16Int8Features arith = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_FLOAT16_INT8_FEATURES,
        .shaderFloat16 = g->float16,
        .shaderInt8 = g->int8};
    VkPhysicalDevice8BitStorageFeatures store8 = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_8BIT_STORAGE_FEATURES,
        .storageBuffer8BitAccess = g->store8};
    VkPhysicalDevice16BitStorageFeatures store16 = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_16BIT_STORAGE_FEATURES,
        .storageBuffer16BitAccess = g->store16};
    VkPhysicalDeviceFeatures2 all = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2,
        .pNext = &store16,
        .features = {.shaderInt64 = g->int64, .shaderInt16 = g->int16}};
    /* A structure of an absent extension must not be given; such a device has the feature off. */
    void **tail = &store16.pNext;
    if (g->store8) *tail = &store8, tail = &store8.pNext;
    if (g->int8 || g->float16) *tail = &arith, tail = &arith.pNext;
    ts_vk_matrix_features matrix;
    ts_vk_matrix_chain(&matrix, VK_TRUE, NULL);
    if (g->matrices) *tail = &matrix.matrices;
    const char *extension[TS_VK_EXTENSIONS];
    uint32_t extensions = ts_vk_extensions(g, extension);
    float priority = 1;
    VkDeviceQueueCreateInfo queue = {.sType = VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO,
                                     .queueFamilyIndex = (uint32_t)g->family,
                                     .queueCount = 1,
                                     .pQueuePriorities = &priority};
    VkDeviceCreateInfo info = {.sType = VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO,
                               .pNext = &all,
                               .queueCreateInfoCount = 1,
                               .pQueueCreateInfos = &queue,
                               .enabledExtensionCount = extensions,
                               .ppEnabledExtensionNames = extension};
    return dev->in.vk.CreateDevice(g->handle, &info, NULL, &dev->handle);
}

static VkResult create_parts(ts_vk_device *dev)
{
    const ts_vk_api *vk = &dev->in.vk;
    VkCommandPoolCreateInfo pool = {.sType = VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO,
                                    .flags = VK_COMMAND_POOL_CREATE_RESET_COMMAND_BUFFER_BIT,
                                    .queueFamilyIndex = (uint32_t)dev->gpu.family};
    VkFenceCreateInfo fence = {.sType = VK_STRUCTURE_TYPE_FENCE_CREATE_INFO};
    VkPipelineCacheCreateInfo cache = {.sType = VK_STRUCTURE_TYPE_PIPELINE_CACHE_CREATE_INFO};
    vk->GetDeviceQueue(dev->handle, (uint32_t)dev->gpu.family, 0, &dev->queue);
    VkResult r = vk->CreateCommandPool(dev->handle, &pool, NULL, &dev->pool);
    if (!r) r = vk->CreateFence(dev->handle, &fence, NULL, &dev->fence);
    if (!r) r = vk->CreatePipelineCache(dev->handle, &cache, NULL, &dev->cache);
    return r;
}

static bool on_cpu(const ts_vk_device *dev)
{
    return dev->gpu.prop.deviceType == VK_PHYSICAL_DEVICE_TYPE_CPU;
}

static void describe(ts_vk_device *dev, bool basic)
{
    const ts_vk_gpu *g = &dev->gpu;
    VkDeviceSize range = g->prop.limits.maxStorageBufferRange;
    if (on_cpu(dev) && range < INT32_MAX) range = INT32_MAX;
    dev->max_buffer = g->max_allocation < range ? g->max_allocation : range;
    dev->timestamps = g->stamp_bits && !basic;
    dev->head.threads = 1;
    dev->head.groups = on_cpu(dev) ? 64 : 512;
    snprintf(dev->head.target, sizeof dev->head.target, "%s", ts_vk_target(g));
    memcpy(dev->head.versions, g->driver, sizeof dev->head.versions);
    snprintf(dev->head.name, sizeof dev->head.name, "Vulkan (%.140s, %s, Vulkan %u.%u)",
             g->prop.deviceName, ts_vk_kind(g), VK_API_VERSION_MAJOR(g->prop.apiVersion),
             VK_API_VERSION_MINOR(g->prop.apiVersion));
}

static void close_device(ts_device *device)
{
    ts_vk_device *dev = ts_vk_of(device);
    const ts_vk_api *vk = &dev->in.vk;
    if (!dev->handle) return;
    ts_vk_wait(dev, NULL);
    if (dev->stage) vk->DestroyBuffer(dev->handle, dev->stage, NULL);
    ts_vk_unplace(dev, &dev->stage_place);
    for (int i = 0; i <= TS_VK_BINDINGS; i++) {
        if (dev->layout[i]) vk->DestroyPipelineLayout(dev->handle, dev->layout[i], NULL);
        if (dev->set_layout[i])
            vk->DestroyDescriptorSetLayout(dev->handle, dev->set_layout[i], NULL);
    }
    if (dev->cache) vk->DestroyPipelineCache(dev->handle, dev->cache, NULL);
    if (dev->fence) vk->DestroyFence(dev->handle, dev->fence, NULL);
    if (dev->pool) vk->DestroyCommandPool(dev->handle, dev->pool, NULL);
    vk->DestroyDevice(dev->handle, NULL);
}

static int start(ts_vk_device *dev, int index, bool basic, ts_error *err)
{
    if (ts_vk_instance_get(&dev->in, err) || pick(dev, index, err)) return -1;
    if (basic) ts_vk_without_matrices(&dev->gpu);
    VkResult r = create_device(dev);
    if (r) {
        dev->handle = VK_NULL_HANDLE;
        return ts_vk_fail(dev, r, dev->gpu.prop.deviceName, err);
    }
    ts_vk_device_calls(&dev->in.vk, dev->handle);
    r = create_parts(dev);
    if (r) return ts_vk_fail(dev, r, dev->gpu.prop.deviceName, err);
    describe(dev, basic);
    return ts_vk_choose_memory(dev, basic, err);
}

static int open_device(ts_device *device, const char *rest, int threads, ts_error *err)
{
    (void)threads;
    int index;
    bool basic;
    if (parse(rest, &index, &basic, err)) return -1;
    if (!start(ts_vk_of(device), index, basic, err)) return 0;
    close_device(device);
    return -1;
}

const ts_driver ts_driver_vulkan = {
    .name = "vulkan",
    .specs = "vulkan:N",
    .device_bytes = sizeof(ts_vk_device),
    .buffer_bytes = sizeof(ts_vk_buffer),
    .module_bytes = sizeof(ts_vk_module),
    .step_bytes = sizeof(ts_vk_step),
    .open = open_device,
    .close = close_device,
    .list = ts_vk_list,
    .can_lack = TS_NO_OVERLAP,
    .buffer_new = ts_vk_buffer_new,
    .buffer_wrap = ts_vk_buffer_wrap,
    .buffer_free = ts_vk_buffer_free,
    .put = ts_vk_buffer_put,
    .get = ts_vk_buffer_get,
    .load = ts_vk_load,
    .unload = ts_vk_unload,
    .record = ts_vk_record,
    .run = ts_vk_run,
    .time = ts_vk_time,
    .elapsed = ts_vk_elapsed,
    .step_free = ts_vk_step_free,
    .teams = true,
};
