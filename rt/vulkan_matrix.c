/* vulkan_matrix.c - which devices take modules of the target spirv:matrix (simt/spirv_matrix.c), and what they are then
 * asked for: cooperative matrices, Vulkan's memory model in shaders, and subgroups of 32 that are whole.
 *
 * Names and numbers are from Khronos' registry: VK_KHR_cooperative_matrix, revision 2, which headers of before 1.3.255
 * do not know, VK_KHR_vulkan_memory_model and VK_EXT_subgroup_size_control. */
#include "rt/vulkan.h"

#include <stdlib.h>
#include <string.h>

enum { LANES = 32, SIDE = 16, SHARED_BYTES = 32768, FLOAT16 = 0, FLOAT32 = 1, SCOPE_SUBGROUP = 3 };
enum { TYPE_OF_FEATURES = 1000506000, TYPE_OF_SHAPE = 1000506001 };
static const char matrices[] = "VK_KHR_cooperative_matrix";
static const char sizes[] = "VK_EXT_subgroup_size_control";
static const char model[] = "VK_KHR_vulkan_memory_model"; /* part of Vulkan 1.2 */

/* ---- features ---- */

void ts_vk_matrix_chain(ts_vk_matrix_features *f, VkBool32 on, void *next)
{
    f->sizes = (VkPhysicalDeviceSubgroupSizeControlFeaturesEXT){
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_SIZE_CONTROL_FEATURES_EXT,
        .pNext = next,
        .subgroupSizeControl = on,
        .computeFullSubgroups = on};
    f->model = (VkPhysicalDeviceVulkanMemoryModelFeatures){
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_MEMORY_MODEL_FEATURES,
        .pNext = &f->sizes,
        .vulkanMemoryModel = on};
    f->matrices = (ts_vk_cooperative_features){
        .sType = (VkStructureType)TYPE_OF_FEATURES, .pNext = &f->model, .cooperativeMatrix = on};
}

static bool has_features(const ts_vk_api *vk, const ts_vk_gpu *g)
{
    ts_vk_matrix_features f;
    ts_vk_matrix_chain(&f, VK_FALSE, NULL);
    VkPhysicalDeviceFeatures2 all = {.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2,
                                     .pNext = &f.matrices};
    vk->GetPhysicalDeviceFeatures2(g->handle, &all);
    return f.matrices.cooperativeMatrix && f.model.vulkanMemoryModel &&
           f.sizes.subgroupSizeControl && f.sizes.computeFullSubgroups;
}

/* ---- limits ---- */

static bool has_subgroups(const ts_vk_api *vk, const ts_vk_gpu *g)
{
    VkPhysicalDeviceSubgroupSizeControlPropertiesEXT s = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_SIZE_CONTROL_PROPERTIES_EXT};
    VkPhysicalDeviceSubgroupProperties basic = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_PROPERTIES, .pNext = &s};
    VkPhysicalDeviceProperties2 all = {.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2,
                                       .pNext = &basic};
    vk->GetPhysicalDeviceProperties2(g->handle, &all);
    return s.minSubgroupSize <= LANES && s.maxSubgroupSize >= LANES &&
           s.requiredSubgroupSizeStages & VK_SHADER_STAGE_COMPUTE_BIT &&
           basic.supportedStages & VK_SHADER_STAGE_COMPUTE_BIT &&
           basic.supportedOperations & VK_SUBGROUP_FEATURE_BASIC_BIT;
}

/* f16 by f16 with sums of f32, all of them 16 x 16, in a subgroup. */
static bool is_ours(const ts_vk_cooperative_shape *s)
{
    return s->m == SIDE && s->n == SIDE && s->k == SIDE && s->a == FLOAT16 && s->b == FLOAT16 &&
           s->c == FLOAT32 && s->result == FLOAT32 && !s->saturating && s->scope == SCOPE_SUBGROUP;
}

static bool has_shape(const ts_vk_api *vk, const ts_vk_gpu *g)
{
    enum { MOST = 256 };
    uint32_t n = MOST;
    ts_vk_cooperative_shape *shape = calloc(MOST, sizeof *shape);
    bool found = false;
    for (uint32_t i = 0; shape && i < MOST; i++) shape[i].sType = (VkStructureType)TYPE_OF_SHAPE;
    if (!shape || vk->matrix_shapes(g->handle, &n, shape) < 0) n = 0;
    for (uint32_t i = 0; i < n; i++) found |= is_ours(&shape[i]);
    free(shape);
    return found;
}

/* ---- the choice ---- */

static bool lists(const ts_vk_api *vk, const ts_vk_gpu *g, const char *extension)
{
    uint32_t n = 0;
    vk->EnumerateDeviceExtensionProperties(g->handle, NULL, &n, NULL);
    VkExtensionProperties *list = calloc(n + 1, sizeof *list);
    bool found = false;
    if (list && vk->EnumerateDeviceExtensionProperties(g->handle, NULL, &n, list) >= 0)
        for (uint32_t i = 0; i < n; i++) found |= !strcmp(list[i].extensionName, extension);
    free(list);
    return found;
}

void ts_vk_read_matrices(const ts_vk_api *vk, ts_vk_gpu *g)
{
    bool old = g->prop.apiVersion < VK_API_VERSION_1_2;
    bool all = vk->matrix_shapes && g->float16 && g->store16 &&
               g->prop.limits.maxComputeSharedMemorySize >= SHARED_BYTES;
    all = all && lists(vk, g, matrices) && lists(vk, g, sizes) && (!old || lists(vk, g, model));
    g->matrices = all && has_features(vk, g) && has_subgroups(vk, g) && has_shape(vk, g);
}

uint32_t ts_vk_extensions(const ts_vk_gpu *g, const char *to[TS_VK_EXTENSIONS])
{
    uint32_t n = g->extensions;
    memcpy(to, g->extension, n * sizeof *to);
    if (!g->matrices) return n;
    to[n++] = matrices;
    to[n++] = sizes;
    if (g->prop.apiVersion < VK_API_VERSION_1_2) to[n++] = model;
    return n;
}

void ts_vk_without_matrices(ts_vk_gpu *g)
{
    g->matrices = VK_FALSE;
    for (size_t i = 0; i < g->caps; i++)
        if (g->cap[i].number == TS_VK_CAP_MODEL || g->cap[i].number == TS_VK_CAP_MATRICES)
            g->cap[i].there = VK_FALSE;
}

const char *ts_vk_target(const ts_vk_gpu *g)
{
    return g->matrices ? "spirv:matrix" : "spirv";
}

/* ---- modules ---- */

bool ts_vk_asks_for_matrices(const uint32_t *word, size_t n)
{
    enum { HEADER = 5, OP_CAPABILITY = 17 };
    for (size_t i = HEADER; i + 1 < n && word[i] >> 16; i += word[i] >> 16)
        if ((word[i] & 0xffff) == OP_CAPABILITY && word[i + 1] == TS_VK_CAP_MATRICES) return true;
    return false;
}

void ts_vk_whole_subgroups(VkPipelineShaderStageCreateInfo *stage,
                           VkPipelineShaderStageRequiredSubgroupSizeCreateInfoEXT *size)
{
    *size = (VkPipelineShaderStageRequiredSubgroupSizeCreateInfoEXT){
        .sType = VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_REQUIRED_SUBGROUP_SIZE_CREATE_INFO_EXT,
        .requiredSubgroupSize = LANES};
    stage->pNext = size;
    stage->flags = VK_PIPELINE_SHADER_STAGE_CREATE_REQUIRE_FULL_SUBGROUPS_BIT_EXT;
}
