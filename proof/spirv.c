/* spirv.c - the proof of SPIR-V: the standard's validator, which counts for the signatures, too; a
 * driver of Vulkan. */
#include <stdio.h>
#include <string.h>

#include "proof/proof.h"
#if __has_include(<vulkan/vulkan_core.h>)
#include "rt/vulkan.h"

/* A driver of Mesa calls itself "Mesa 22.3.6 (LLVM 15.0.6)". */
static void say(ts_climber *v, const ts_vk_instance *in, const ts_vk_gpu *g)
{
    VkPhysicalDeviceDriverProperties driver = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRIVER_PROPERTIES};
    VkPhysicalDeviceProperties2 all = {.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2,
                                       .pNext = &driver};
    bool known = g->prop.apiVersion >= VK_API_VERSION_1_2; /* else the structure may be unknown */
    if (known) in->vk.GetPhysicalDeviceProperties2(g->handle, &all);
    v->hardware = g->prop.deviceType != VK_PHYSICAL_DEVICE_TYPE_CPU;
    if (known && driver.driverID == VK_DRIVER_ID_MESA_LLVMPIPE)
        snprintf(v->device, sizeof v->device, "lavapipe, %.*s(vulkan:0)",
                 (int)strcspn(driver.driverInfo, "("), driver.driverInfo);
    else
        snprintf(v->device, sizeof v->device, "%.80s, %.40s (vulkan:0)", g->prop.deviceName,
                 known ? driver.driverInfo : "driver of Vulkan 1.1");
}

void ts_on_vulkan(ts_climber *v)
{
    static ts_vk_gpu gpu[TS_VK_DEVICES];
    ts_vk_instance in;
    int n = ts_vk_instance_get(&in, NULL) ? 0 : ts_vk_devices(&in, gpu, NULL);
    bool usable = n > 0 && !ts_vk_unusable(&gpu[0]),
         matrix = !strcmp(v->target->name, "spirv:matrix");
    if (usable && matrix && !gpu[0].matrices) {
        snprintf(v->device, sizeof v->device, "not found: a driver with cooperative matrices");
    } else if (usable) {
        bool plain = gpu[0].matrices && !matrix;
        snprintf(v->spec, sizeof v->spec, plain ? "vulkan:0+basic" : "vulkan:0");
        say(v, &in, &gpu[0]);
    } else {
        snprintf(v->device, sizeof v->device, "not found: apt-get install mesa-vulkan-drivers");
    }
}
#else
void ts_on_vulkan(ts_climber *v)
{
    snprintf(v->device, sizeof v->device, "not in this build: apt-get install libvulkan-dev");
}
#endif

const ts_proof ts_proof_spirv = {
    .language = "spirv",
    .program = {"spirv-val"},
    .before = " v",
    .remedy = "apt-get install spirv-tools",
    .command = {"--target-env", "vulkan1.1", "$text"},
    .device = {ts_on_vulkan},
    .unseen = "what a GPU and its driver do",
};
