/* vulkan_step.c - recorded steps: one command buffer, replayed by one submission.
 *
 * All that a launch needs is fixed when it is recorded: descriptors bind whole buffers, offsets are
 * push constants, and the cells of sizes are read by the kernels. A barrier stands only where a launch
 * depends on one before it.
 */
#include "rt/vulkan.h"

#include <stdint.h>
#include <stdlib.h>

static ts_vk_step *step_of(ts_step *s)
{
    return (ts_vk_step *)(void *)s;
}

static int bindings(const ts_bound *b)
{
    return b->entry->params + b->entry->sizes;
}

/* ---- descriptors ---- */

static int make_pool(ts_vk_device *dev, ts_vk_step *s, ts_error *err)
{
    size_t n = s->head.n, all = 0;
    for (size_t i = 0; i < n; i++) all += (size_t)bindings(&s->bound[i]);
    VkDescriptorPoolSize size = {VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, (uint32_t)all + !all};
    VkDescriptorPoolCreateInfo info = {.sType = VK_STRUCTURE_TYPE_DESCRIPTOR_POOL_CREATE_INFO,
                                       .maxSets = (uint32_t)n + !n,
                                       .poolSizeCount = 1,
                                       .pPoolSizes = &size};
    VkResult r = dev->in.vk.CreateDescriptorPool(dev->handle, &info, NULL, &s->pool);
    return r ? ts_vk_fail(dev, r, "no descriptors for a step", err) : 0;
}

static void write_set(ts_vk_device *dev, VkDescriptorSet set, const ts_bound *b)
{
    VkDescriptorBufferInfo place[TS_VK_BINDINGS];
    VkWriteDescriptorSet write[TS_VK_BINDINGS];
    int n = bindings(b);
    for (int i = 0; i < n; i++) {
        ts_buffer *from = i < b->entry->params ? b->arg[i] : b->size[i - b->entry->params];
        place[i] = (VkDescriptorBufferInfo){.buffer = ((ts_vk_buffer *)(void *)from)->handle,
                                            .range = VK_WHOLE_SIZE};
        write[i] = (VkWriteDescriptorSet){.sType = VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET,
                                          .dstSet = set,
                                          .dstBinding = (uint32_t)i,
                                          .descriptorCount = 1,
                                          .descriptorType = VK_DESCRIPTOR_TYPE_STORAGE_BUFFER,
                                          .pBufferInfo = &place[i]};
    }
    dev->in.vk.UpdateDescriptorSets(dev->handle, (uint32_t)n, write, 0, NULL);
}

static int prepare(ts_vk_device *dev, ts_vk_step *s, size_t i, ts_error *err)
{
    const ts_bound *b = &s->bound[i];
    if (!ts_vk_pipeline((ts_vk_module *)(void *)b->module, b->entry, err)) return -1;
    VkDescriptorSetAllocateInfo info = {.sType = VK_STRUCTURE_TYPE_DESCRIPTOR_SET_ALLOCATE_INFO,
                                        .descriptorPool = s->pool,
                                        .descriptorSetCount = 1,
                                        .pSetLayouts = &dev->set_layout[bindings(b)]};
    VkResult r = dev->in.vk.AllocateDescriptorSets(dev->handle, &info, &s->set[i]);
    if (r) return ts_vk_fail(dev, r, "no descriptors for a step", err);
    write_set(dev, s->set[i], b);
    return 0;
}

/* ---- commands ---- */

static int offsets_of(const ts_bound *b, uint32_t *offset, ts_error *err)
{
    const ts_entry *e = b->entry;
    for (int i = 0; i < bindings(b); i++) {
        bool size = i >= e->params;
        size_t at = size ? b->size_at[i - e->params] / 4 : b->arg_at[i] / (size_t)(e->unit[i] / 8);
        if (at > 1u << 31) /* an index below 2^31 is added to it */
            return ts_fail(err, "kernel %s: an offset lies beyond 2^31 elements", e->kernel);
        offset[i] = (uint32_t)at;
    }
    return 0;
}

/* Any number of groups computes the same, so the device's limit is no refusal. */
static uint32_t groups_of(const ts_vk_device *dev, const ts_bound *b)
{
    uint32_t most = dev->gpu.prop.limits.maxComputeWorkGroupCount[0];
    return (uint32_t)b->groups < most ? (uint32_t)b->groups : most;
}

int ts_vk_add(ts_vk_device *dev, const ts_vk_step *s, size_t i, VkCommandBuffer to, ts_error *err)
{
    const ts_vk_api *vk = &dev->in.vk;
    const ts_bound *b = &s->bound[i];
    VkPipelineLayout layout = dev->layout[bindings(b)];
    VkPipeline pipeline = ts_vk_pipeline((ts_vk_module *)(void *)b->module, b->entry, err);
    uint32_t offset[TS_VK_BINDINGS], bytes = 4 * (uint32_t)bindings(b);
    if (!pipeline || offsets_of(b, offset, err)) return -1;
    vk->CmdBindPipeline(to, VK_PIPELINE_BIND_POINT_COMPUTE, pipeline);
    vk->CmdBindDescriptorSets(to, VK_PIPELINE_BIND_POINT_COMPUTE, layout, 0, 1, &s->set[i], 0,
                              NULL);
    if (bytes) vk->CmdPushConstants(to, layout, VK_SHADER_STAGE_COMPUTE_BIT, 0, bytes, offset);
    vk->CmdDispatch(to, groups_of(dev, b), 1, 1);
    return 0;
}

int ts_vk_add_all(ts_vk_device *dev, const ts_vk_step *s, VkCommandBuffer to, ts_error *err)
{
    for (size_t i = 0; i < s->head.n; i++) {
        if (i && s->bound[i].after) ts_vk_barrier_compute(dev, to);
        if (ts_vk_add(dev, s, i, to, err)) return -1;
    }
    return 0;
}

static int record_all(ts_vk_device *dev, ts_vk_step *s, ts_error *err)
{
    if (ts_vk_commands(dev, &s->commands, err) || ts_vk_begin(dev, s->commands, err)) return -1;
    ts_vk_barrier_before(dev, s->commands);
    if (ts_vk_add_all(dev, s, s->commands, err)) return -1;
    ts_vk_barrier_host(dev, s->commands);
    return ts_vk_end(dev, s->commands, err);
}

int ts_vk_record(ts_step *step, const ts_launch *launch, ts_bound *bound, ts_error *err)
{
    (void)launch;
    ts_vk_step *s = step_of(step);
    ts_vk_device *dev = ts_vk_of(step->device);
    s->bound = bound;
    s->set = calloc(step->n + 1, sizeof *s->set);
    int rc = s->set ? make_pool(dev, s, err)
                    : ts_fail(err, "no memory for a step of %zu launches", step->n);
    for (size_t i = 0; i < step->n && !rc; i++) rc = prepare(dev, s, i, err);
    if (!rc) rc = record_all(dev, s, err);
    if (rc) ts_vk_step_free(step);
    return rc;
}

int ts_vk_run(ts_step *step, ts_error *err)
{
    return ts_vk_submit(ts_vk_of(step->device), step_of(step)->commands, err);
}

void ts_vk_step_free(ts_step *step)
{
    ts_vk_step *s = step_of(step);
    ts_vk_device *dev = ts_vk_of(step->device);
    const ts_vk_api *vk = &dev->in.vk;
    ts_vk_wait(dev, NULL);
    if (s->commands) vk->FreeCommandBuffers(dev->handle, dev->pool, 1, &s->commands);
    ts_vk_stamped_free(dev, &s->each);
    ts_vk_stamped_free(dev, &s->whole);
    if (s->pool) vk->DestroyDescriptorPool(dev->handle, s->pool, NULL);
    free(s->set);
    s->set = NULL;
    s->commands = VK_NULL_HANDLE;
    s->pool = VK_NULL_HANDLE;
}
