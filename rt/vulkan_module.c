/* vulkan_module.c - SPIR-V modules, and a pipeline per kernel that is launched.
 *
 * Pipelines are made when a step first uses them: compiling takes the driver long, and a model uses
 * few of the kernels that a module may hold. Their layouts depend on the number of bindings only.
 */
#include "rt/vulkan.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ts_vk_module *module_of(ts_module *m)
{
    return (ts_vk_module *)(void *)m;
}

static int create(ts_vk_module *m, const uint32_t *word, size_t bytes, ts_error *err)
{
    ts_vk_device *dev = ts_vk_of(m->head.device);
    if (ts_vk_check_spirv(&dev->gpu, &m->head.manifest, word, bytes / 4, err)) return -1;
    m->matrices = ts_vk_asks_for_matrices(word, bytes / 4);
    m->pipeline = calloc(m->head.manifest.n + 1, sizeof(VkPipeline));
    if (!m->pipeline) return ts_fail(err, "no memory for a module");
    VkShaderModuleCreateInfo info = {
        .sType = VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO, .codeSize = bytes, .pCode = word};
    VkResult r = dev->in.vk.CreateShaderModule(dev->handle, &info, NULL, &m->handle);
    if (!r) return 0;
    m->handle = VK_NULL_HANDLE;
    return ts_vk_fail(dev, r, "the SPIR-V module cannot be loaded", err);
}

int ts_vk_load(ts_module *module, const char *text, size_t bytes, ts_error *err)
{
    if (!bytes || bytes % 4 || bytes > UINT32_MAX)
        return ts_fail(err, "a SPIR-V module is a whole number of 4-byte words, not %zu bytes",
                       bytes);
    uint32_t *word = malloc(bytes); /* the text may lie anywhere; words must be aligned */
    if (!word) return ts_fail(err, "no memory for a module of %zu bytes", bytes);
    memcpy(word, text, bytes);
    int rc = create(module_of(module), word, bytes, err);
    free(word);
    if (rc) ts_vk_unload(module);
    return rc;
}

void ts_vk_unload(ts_module *module)
{
    ts_vk_module *m = module_of(module);
    ts_vk_device *dev = ts_vk_of(module->device);
    for (size_t i = 0; m->pipeline && i < module->manifest.n; i++)
        if (m->pipeline[i]) dev->in.vk.DestroyPipeline(dev->handle, m->pipeline[i], NULL);
    if (m->handle) dev->in.vk.DestroyShaderModule(dev->handle, m->handle, NULL);
    free(m->pipeline);
    m->pipeline = NULL;
    m->handle = VK_NULL_HANDLE;
}

/* ---- layouts ---- */

static VkResult make_set_layout(ts_vk_device *dev, uint32_t n)
{
    VkDescriptorSetLayoutBinding binding[TS_VK_BINDINGS];
    for (uint32_t i = 0; i < n; i++)
        binding[i] =
            (VkDescriptorSetLayoutBinding){.binding = i,
                                           .descriptorType = VK_DESCRIPTOR_TYPE_STORAGE_BUFFER,
                                           .descriptorCount = 1,
                                           .stageFlags = VK_SHADER_STAGE_COMPUTE_BIT};
    VkDescriptorSetLayoutCreateInfo info = {.sType =
                                                VK_STRUCTURE_TYPE_DESCRIPTOR_SET_LAYOUT_CREATE_INFO,
                                            .bindingCount = n,
                                            .pBindings = binding};
    return dev->in.vk.CreateDescriptorSetLayout(dev->handle, &info, NULL, &dev->set_layout[n]);
}

static VkResult make_layout(ts_vk_device *dev, uint32_t n)
{
    VkPushConstantRange push = {VK_SHADER_STAGE_COMPUTE_BIT, 0, 4 * n};
    VkPipelineLayoutCreateInfo info = {.sType = VK_STRUCTURE_TYPE_PIPELINE_LAYOUT_CREATE_INFO,
                                       .setLayoutCount = 1,
                                       .pSetLayouts = &dev->set_layout[n],
                                       .pushConstantRangeCount = n > 0,
                                       .pPushConstantRanges = &push};
    return dev->in.vk.CreatePipelineLayout(dev->handle, &info, NULL, &dev->layout[n]);
}

/* Layouts of the first n storage buffers and n push constants. */
static int set_layout(ts_vk_device *dev, int n, ts_error *err)
{
    VkResult r = VK_SUCCESS;
    if (!dev->set_layout[n]) r = make_set_layout(dev, (uint32_t)n);
    if (!r && !dev->layout[n]) r = make_layout(dev, (uint32_t)n);
    return r ? ts_vk_fail(dev, r, "no pipeline layout", err) : 0;
}

/* ---- pipelines ---- */

static VkResult make_pipeline(ts_vk_module *m, const ts_entry *e, VkPipeline *to)
{
    ts_vk_device *dev = ts_vk_of(m->head.device);
    VkComputePipelineCreateInfo info = {
        .sType = VK_STRUCTURE_TYPE_COMPUTE_PIPELINE_CREATE_INFO,
        .stage = {.sType = VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO,
                  .stage = VK_SHADER_STAGE_COMPUTE_BIT,
                  .module = m->handle,
                  .pName = e->entry},
        .layout = dev->layout[e->params + e->sizes]};
    VkPipelineShaderStageRequiredSubgroupSizeCreateInfoEXT size;
    if (m->matrices) ts_vk_whole_subgroups(&info.stage, &size);
    return dev->in.vk.CreateComputePipelines(dev->handle, dev->cache, 1, &info, NULL, to);
}

VkPipeline ts_vk_pipeline(ts_vk_module *m, const ts_entry *e, ts_error *err)
{
    ts_vk_device *dev = ts_vk_of(m->head.device);
    VkPipeline *at = &m->pipeline[e - m->head.manifest.entry];
    if (*at) return *at;
    if (set_layout(dev, e->params + e->sizes, err)) return VK_NULL_HANDLE;
    VkResult r = make_pipeline(m, e, at);
    if (!r) return *at;
    *at = VK_NULL_HANDLE;
    char what[256];
    snprintf(what, sizeof what, "the driver cannot compile kernel %.128s", e->kernel);
    ts_vk_fail(dev, r, what, err);
    return VK_NULL_HANDLE;
}
