/* test_vulkan_matrix.c - which Vulkan devices are given modules with cooperative matrices: a made-up driver that has
 * all it takes, and the same with one thing after the other missing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#if __has_include(<vulkan/vulkan_core.h>)
#include "rt/vulkan.h"

/* ---- the driver ---- */

static struct driver {
    bool extension[3];
    VkBool32 matrices, model, control, whole;
    uint32_t least, most;
    VkFlags required, stages, operations;
    ts_vk_cooperative_shape shape[2];
    uint32_t shapes;
    VkResult result;
} fake;

static const char *const names[] = {"VK_KHR_cooperative_matrix", "VK_EXT_subgroup_size_control",
                                    "VK_KHR_vulkan_memory_model"};

static VKAPI_ATTR VkResult VKAPI_CALL extensions(VkPhysicalDevice device, const char *layer,
                                                 uint32_t *n, VkExtensionProperties *to)
{
    uint32_t have = 0;
    (void)device, (void)layer;
    for (int i = 0; i < 3; i++) {
        if (!fake.extension[i]) continue;
        if (to) snprintf(to[have].extensionName, sizeof to[have].extensionName, "%s", names[i]);
        have++;
    }
    *n = have;
    return VK_SUCCESS;
}

static VKAPI_ATTR void VKAPI_CALL features(VkPhysicalDevice device, VkPhysicalDeviceFeatures2 *all)
{
    (void)device;
    ts_vk_cooperative_features *m = all->pNext;
    assert_int_equal(m->sType, 1000506000);
    m->cooperativeMatrix = fake.matrices;
    VkPhysicalDeviceVulkanMemoryModelFeatures *o = m->pNext;
    assert_int_equal(o->sType, VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_MEMORY_MODEL_FEATURES);
    o->vulkanMemoryModel = fake.model;
    VkPhysicalDeviceSubgroupSizeControlFeaturesEXT *s = o->pNext;
    assert_int_equal(s->sType,
                     VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_SIZE_CONTROL_FEATURES_EXT);
    s->subgroupSizeControl = fake.control;
    s->computeFullSubgroups = fake.whole;
    assert_null(s->pNext);
}

static VKAPI_ATTR void VKAPI_CALL properties(VkPhysicalDevice device,
                                             VkPhysicalDeviceProperties2 *all)
{
    (void)device;
    VkPhysicalDeviceSubgroupProperties *basic = all->pNext;
    basic->supportedStages = fake.stages;
    basic->supportedOperations = fake.operations;
    VkPhysicalDeviceSubgroupSizeControlPropertiesEXT *s = basic->pNext;
    s->minSubgroupSize = fake.least;
    s->maxSubgroupSize = fake.most;
    s->requiredSubgroupSizeStages = fake.required;
}

static VKAPI_ATTR VkResult VKAPI_CALL shapes(VkPhysicalDevice device, uint32_t *n,
                                             ts_vk_cooperative_shape *to)
{
    (void)device;
    assert_int_equal(to->sType, 1000506001);
    for (uint32_t i = 0; i < fake.shapes && i < *n; i++) to[i] = fake.shape[i];
    *n = fake.shapes;
    return fake.result;
}

static ts_vk_api api;
static ts_vk_gpu gpu;

/* A device that has it all; the shape that counts is not the first. */
static void set_up(void)
{
    const ts_vk_cooperative_shape ours = {
        .m = 16, .n = 16, .k = 16, .a = 0, .b = 0, .c = 1, .result = 1, .scope = 3};
    fake = (struct driver){.extension = {true, true, true},
                           .matrices = VK_TRUE,
                           .model = VK_TRUE,
                           .control = VK_TRUE,
                           .whole = VK_TRUE,
                           .least = 32,
                           .most = 64,
                           .required = VK_SHADER_STAGE_COMPUTE_BIT,
                           .stages = VK_SHADER_STAGE_COMPUTE_BIT,
                           .operations = VK_SUBGROUP_FEATURE_BASIC_BIT,
                           .shape = {ours, ours},
                           .shapes = 2};
    fake.shape[0].m = 8;
    api = (ts_vk_api){.matrix_shapes = shapes,
                      .EnumerateDeviceExtensionProperties = extensions,
                      .GetPhysicalDeviceFeatures2 = features,
                      .GetPhysicalDeviceProperties2 = properties};
    gpu = (ts_vk_gpu){.float16 = VK_TRUE, .store16 = VK_TRUE};
    gpu.prop.apiVersion = VK_API_VERSION_1_1;
    gpu.prop.limits.maxComputeSharedMemorySize = 32768;
    gpu.cap[gpu.caps++] = (ts_vk_cap){TS_VK_CAP_MATRICES, "CooperativeMatrixKHR", VK_TRUE};
}

static const char *choice(void)
{
    ts_vk_read_matrices(&api, &gpu);
    return ts_vk_target(&gpu);
}

/* ---- the choice ---- */

static void all_of_it_is_enough(void **state)
{
    (void)state;
    const char *to[TS_VK_EXTENSIONS];
    set_up();
    assert_string_equal(choice(), "spirv:matrix");
    assert_int_equal(ts_vk_extensions(&gpu, to), 3);
    for (int i = 0; i < 3; i++) assert_string_equal(to[i], names[i]);
    gpu.prop.apiVersion = VK_API_VERSION_1_2; /* the memory model is no extension there */
    fake.extension[2] = false;
    assert_string_equal(choice(), "spirv:matrix");
    assert_int_equal(ts_vk_extensions(&gpu, to), 2);
    ts_vk_without_matrices(&gpu);
    assert_string_equal(ts_vk_target(&gpu), "spirv");
    assert_int_equal(ts_vk_extensions(&gpu, to), 0);
    assert_false(gpu.cap[0].there);
}

static void one_thing_less_is_not(void **state)
{
    (void)state;
#define LESS(change)                                                                               \
    do {                                                                                           \
        set_up();                                                                                  \
        change;                                                                                    \
        if (strcmp(choice(), "spirv") != 0) fail_msg("%s", #change);                               \
    } while (0)
    LESS(api.matrix_shapes = NULL);
    LESS(gpu.float16 = VK_FALSE);
    LESS(gpu.store16 = VK_FALSE);
    LESS(gpu.prop.limits.maxComputeSharedMemorySize = 32767);
    LESS(fake.extension[0] = false);
    LESS(fake.extension[1] = false);
    LESS(fake.extension[2] = false);
    LESS(fake.matrices = VK_FALSE);
    LESS(fake.model = VK_FALSE);
    LESS(fake.control = VK_FALSE);
    LESS(fake.whole = VK_FALSE);
    LESS(fake.least = 64);
    LESS(fake.most = 16);
    LESS(fake.required = VK_SHADER_STAGE_FRAGMENT_BIT);
    LESS(fake.stages = VK_SHADER_STAGE_FRAGMENT_BIT);
    LESS(fake.operations = VK_SUBGROUP_FEATURE_VOTE_BIT);
    LESS(fake.shapes = 1);
    LESS(fake.result = VK_ERROR_OUT_OF_HOST_MEMORY);
    LESS(fake.shape[1].n = 8);
    LESS(fake.shape[1].k = 8);
    LESS(fake.shape[1].a = 1);
    LESS(fake.shape[1].b = 3);
    LESS(fake.shape[1].c = 0);
    LESS(fake.shape[1].result = 0);
    LESS(fake.shape[1].saturating = VK_TRUE);
    LESS(fake.shape[1].scope = 2);
#undef LESS
}

/* ---- what is asked of the device ---- */

static void features_are_switched_on(void **state)
{
    (void)state;
    ts_vk_matrix_features f;
    int next;
    ts_vk_matrix_chain(&f, VK_TRUE, &next);
    assert_true(f.matrices.cooperativeMatrix && f.model.vulkanMemoryModel);
    assert_true(f.sizes.subgroupSizeControl && f.sizes.computeFullSubgroups);
    assert_false(f.matrices.robust || f.model.vulkanMemoryModelDeviceScope);
    assert_ptr_equal(f.sizes.pNext, &next);
}

static void only_such_modules_get_whole_subgroups(void **state)
{
    (void)state;
    uint32_t word[] = {0x07230203, 0x00010300, 0, 9, 0, 2u << 16 | 17, 1, 2u << 16 | 17, 6022};
    assert_true(ts_vk_asks_for_matrices(word, 9));
    assert_false(ts_vk_asks_for_matrices(word, 8));
    word[8] = 6021;
    assert_false(ts_vk_asks_for_matrices(word, 9));
    word[5] = 0; /* damaged: there is no end to it */
    assert_false(ts_vk_asks_for_matrices(word, 9));
    VkPipelineShaderStageCreateInfo stage = {0};
    VkPipelineShaderStageRequiredSubgroupSizeCreateInfoEXT size;
    ts_vk_whole_subgroups(&stage, &size);
    assert_ptr_equal(stage.pNext, &size);
    assert_int_equal(size.requiredSubgroupSize, 32);
    assert_int_equal(stage.flags, VK_PIPELINE_SHADER_STAGE_CREATE_REQUIRE_FULL_SUBGROUPS_BIT_EXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_it_is_enough),
        cmocka_unit_test(one_thing_less_is_not),
        cmocka_unit_test(features_are_switched_on),
        cmocka_unit_test(only_such_modules_get_whole_subgroups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
#else
int main(void)
{
    puts("skipped: this build has no Vulkan (package libvulkan-dev)");
    return 0;
}
#endif
