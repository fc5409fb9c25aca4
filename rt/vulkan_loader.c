/* vulkan_loader.c - the Vulkan loader library, an instance, and what physical devices there are.
 *
 * The library and one instance stay until the process ends: drivers lose memory, and some crash, when
 * they are unloaded and loaded again.
 */
#include "rt/vulkan.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static PFN_vkGetInstanceProcAddr find;
static char missing[256];
static pthread_once_t loaded = PTHREAD_ONCE_INIT;

static void load_library(void)
{
    void *lib = dlopen("libvulkan.so.1", RTLD_NOW | RTLD_LOCAL);
    void *p = lib ? dlsym(lib, "vkGetInstanceProcAddr") : NULL;
    memcpy(&find, &p, sizeof p); /* POSIX: object pointers of dlsym may be functions */
    if (p) return;
    const char *why = dlerror();
    snprintf(missing, sizeof missing, "%s", why ? why : "no vkGetInstanceProcAddr in it");
    if (lib) dlclose(lib);
}

/* ---- instance ---- */

static VKAPI_ATTR VkBool32 VKAPI_CALL say(VkDebugUtilsMessageSeverityFlagBitsEXT severity,
                                          VkDebugUtilsMessageTypeFlagsEXT type,
                                          const VkDebugUtilsMessengerCallbackDataEXT *data,
                                          void *ctx)
{
    (void)type, (void)ctx;
    bool error = severity & VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT;
    fprintf(stderr, "vulkan: %s: %s\n", error ? "error" : "warning", data->pMessage);
    return VK_FALSE;
}

static const VkDebugUtilsMessengerCreateInfoEXT messenger = {
    .sType = VK_STRUCTURE_TYPE_DEBUG_UTILS_MESSENGER_CREATE_INFO_EXT,
    .messageSeverity = VK_DEBUG_UTILS_MESSAGE_SEVERITY_WARNING_BIT_EXT |
                       VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT,
    .messageType = VK_DEBUG_UTILS_MESSAGE_TYPE_VALIDATION_BIT_EXT,
    .pfnUserCallback = say,
};

static const char validation[] = "VK_LAYER_KHRONOS_validation";

static bool have_validation(void)
{
    PFN_vkEnumerateInstanceLayerProperties list =
        (PFN_vkEnumerateInstanceLayerProperties)find(NULL, "vkEnumerateInstanceLayerProperties");
    VkLayerProperties layer[64];
    uint32_t n = 64;
    if (!list || list(&n, layer) < 0) n = 0;
    for (uint32_t i = 0; i < n; i++)
        if (!strcmp(layer[i].layerName, validation)) return true;
    fprintf(stderr, "vulkan: no validation layer (package vulkan-validationlayers)\n");
    return false;
}

static VkResult create(ts_vk_instance *in, bool debug)
{
    static const char *const layer[] = {validation}, *const extra[] = {"VK_EXT_debug_utils"};
    static const VkValidationFeatureEnableEXT races[] = {
        VK_VALIDATION_FEATURE_ENABLE_SYNCHRONIZATION_VALIDATION_EXT};
    VkValidationFeaturesEXT features = {.sType = VK_STRUCTURE_TYPE_VALIDATION_FEATURES_EXT,
                                        .pNext = &messenger,
                                        .enabledValidationFeatureCount = 1,
                                        .pEnabledValidationFeatures = races};
    VkApplicationInfo app = {.sType = VK_STRUCTURE_TYPE_APPLICATION_INFO,
                             .pApplicationName = "tessera",
                             .apiVersion = VK_API_VERSION_1_2};
    VkInstanceCreateInfo info = {.sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO,
                                 .pNext = debug ? &features : NULL,
                                 .pApplicationInfo = &app,
                                 .enabledLayerCount = debug,
                                 .ppEnabledLayerNames = layer,
                                 .enabledExtensionCount = debug,
                                 .ppEnabledExtensionNames = extra};
    PFN_vkCreateInstance make = (PFN_vkCreateInstance)find(NULL, "vkCreateInstance");
    return make ? make(&info, NULL, &in->handle) : VK_ERROR_INITIALIZATION_FAILED;
}

static void listen(const ts_vk_instance *in)
{
    PFN_vkCreateDebugUtilsMessengerEXT make =
        (PFN_vkCreateDebugUtilsMessengerEXT)find(in->handle, "vkCreateDebugUtilsMessengerEXT");
    VkDebugUtilsMessengerEXT kept;
    if (!make || make(in->handle, &messenger, NULL, &kept))
        fprintf(stderr, "vulkan: the validation layer cannot speak\n");
}

static int create_instance(ts_vk_instance *in, ts_error *err)
{
    if (!find(NULL, "vkEnumerateInstanceVersion"))
        return ts_fail(err, "this machine's Vulkan loader is of version 1.0; 1.1 is needed");
    bool debug = ts_debug("vulkan") && have_validation();
    VkResult r = create(in, debug);
    if (r == VK_ERROR_INCOMPATIBLE_DRIVER)
        return ts_fail(err, "Vulkan has no driver here; install one (mesa-vulkan-drivers, or the "
                            "vendor's)");
    if (r) return ts_vk_fail(NULL, r, "Vulkan does not start", err);
    bool all = true;
#define X(name) all = (in->vk.name = (PFN_vk##name)find(in->handle, "vk" #name)) && all;
    TS_VK_INSTANCE_CALLS(X)
#undef X
    in->vk.matrix_shapes =
        (ts_vk_matrix_shapes)find(in->handle, "vkGetPhysicalDeviceCooperativeMatrixPropertiesKHR");
    if (all && debug) listen(in);
    if (!all && in->vk.DestroyInstance) in->vk.DestroyInstance(in->handle, NULL);
    return all ? 0 : ts_fail(err, "this machine's Vulkan loader is older than version 1.1");
}

/* One instance for plain use and one that validates. */
int ts_vk_instance_get(ts_vk_instance *to, ts_error *err)
{
    static ts_vk_instance kept[2];
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_once(&loaded, load_library);
    if (!find)
        return ts_fail(err, "no Vulkan on this machine (%s); install a driver and libvulkan1",
                       missing);
    pthread_mutex_lock(&lock);
    ts_vk_instance *one = &kept[ts_debug("vulkan")], fresh = {0};
    int rc = one->handle ? 0 : create_instance(&fresh, err);
    if (!rc && !one->handle) *one = fresh;
    *to = *one;
    pthread_mutex_unlock(&lock);
    return rc;
}

void ts_vk_device_calls(ts_vk_api *vk, VkDevice device)
{
#define X(name) vk->name = (PFN_vk##name)vk->GetDeviceProcAddr(device, "vk" #name);
    TS_VK_DEVICE_CALLS(X)
#undef X
}

/* ---- physical devices ---- */

static bool is_cpu(const ts_vk_gpu *g)
{
    return g->prop.deviceType == VK_PHYSICAL_DEVICE_TYPE_CPU;
}

/* Features of 1.2 are asked for by extension from a device of 1.1, which must then enable it. */
static bool offers(const ts_vk_api *vk, ts_vk_gpu *g, const char *extension)
{
    if (g->prop.apiVersion >= VK_API_VERSION_1_2) return true;
    uint32_t n = 0;
    vk->EnumerateDeviceExtensionProperties(g->handle, NULL, &n, NULL);
    VkExtensionProperties *list = calloc(n + 1, sizeof *list);
    bool found = false;
    if (list && vk->EnumerateDeviceExtensionProperties(g->handle, NULL, &n, list) >= 0)
        for (uint32_t i = 0; i < n; i++) found = found || !strcmp(list[i].extensionName, extension);
    free(list);
    if (found) g->extension[g->extensions++] = extension;
    return found;
}

static void add_cap(ts_vk_gpu *g, uint32_t number, const char *name, VkBool32 there)
{
    if (g->caps < TS_VK_CAPS) g->cap[g->caps++] = (ts_vk_cap){number, name, there};
}

static void read_features(const ts_vk_api *vk, ts_vk_gpu *g)
{
    VkPhysicalDeviceShaderFloat16Int8Features arith = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_FLOAT16_INT8_FEATURES};
    VkPhysicalDevice8BitStorageFeatures store8 = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_8BIT_STORAGE_FEATURES};
    VkPhysicalDevice16BitStorageFeatures store16 = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_16BIT_STORAGE_FEATURES};
    VkPhysicalDeviceFeatures2 all = {.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2,
                                     .pNext = &store16};
    void **tail = &store16.pNext;
    if (offers(vk, g, "VK_KHR_8bit_storage")) *tail = &store8, tail = &store8.pNext;
    if (offers(vk, g, "VK_KHR_shader_float16_int8")) *tail = &arith;
    vk->GetPhysicalDeviceFeatures2(g->handle, &all);
    g->int64 = all.features.shaderInt64;
    g->int16 = all.features.shaderInt16;
    g->store16 = store16.storageBuffer16BitAccess;
    g->store8 = store8.storageBuffer8BitAccess;
    g->int8 = arith.shaderInt8;
    g->float16 = arith.shaderFloat16;
    add_cap(g, 0, "Matrix", VK_TRUE);
    add_cap(g, 1, "Shader", VK_TRUE);
    add_cap(g, 9, "Float16", g->float16);
    add_cap(g, 11, "Int64", g->int64);
    add_cap(g, 22, "Int16", g->int16);
    add_cap(g, 39, "Int8", g->int8);
    add_cap(g, 4433, "StorageBuffer16BitAccess", g->store16);
    add_cap(g, 4448, "StorageBuffer8BitAccess", g->store8);
}

static void read_limits(const ts_vk_api *vk, ts_vk_gpu *g)
{
    VkPhysicalDeviceFloatControlsProperties floats = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FLOAT_CONTROLS_PROPERTIES};
    VkPhysicalDeviceSubgroupProperties sub = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_PROPERTIES};
    VkPhysicalDeviceMaintenance3Properties limits = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_3_PROPERTIES, .pNext = &sub};
    VkPhysicalDeviceProperties2 all = {.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2,
                                       .pNext = &limits};
    if (offers(vk, g, "VK_KHR_shader_float_controls")) sub.pNext = &floats;
    vk->GetPhysicalDeviceProperties2(g->handle, &all);
    g->max_allocation = limits.maxMemoryAllocationSize;
    VkFlags ops = sub.supportedStages & VK_SHADER_STAGE_COMPUTE_BIT ? sub.supportedOperations : 0;
    add_cap(g, 61, "GroupNonUniform", !!(ops & VK_SUBGROUP_FEATURE_BASIC_BIT));
    add_cap(g, 62, "GroupNonUniformVote", !!(ops & VK_SUBGROUP_FEATURE_VOTE_BIT));
    add_cap(g, 63, "GroupNonUniformArithmetic", !!(ops & VK_SUBGROUP_FEATURE_ARITHMETIC_BIT));
    add_cap(g, 64, "GroupNonUniformBallot", !!(ops & VK_SUBGROUP_FEATURE_BALLOT_BIT));
    add_cap(g, 65, "GroupNonUniformShuffle", !!(ops & VK_SUBGROUP_FEATURE_SHUFFLE_BIT));
    add_cap(g, 66, "GroupNonUniformShuffleRelative",
            !!(ops & VK_SUBGROUP_FEATURE_SHUFFLE_RELATIVE_BIT));
    add_cap(g, 4464, "DenormPreserve", floats.shaderDenormPreserveFloat32);
    add_cap(g, 4465, "DenormFlushToZero", floats.shaderDenormFlushToZeroFloat32);
    add_cap(g, 4466, "SignedZeroInfNanPreserve", floats.shaderSignedZeroInfNanPreserveFloat32);
    add_cap(g, 4467, "RoundingModeRTE", floats.shaderRoundingModeRTEFloat32);
    add_cap(g, 4468, "RoundingModeRTZ", floats.shaderRoundingModeRTZFloat32);
}

/* Drivers of 1.1 may not tell; the number that all give has no common form. */
static void read_driver(const ts_vk_api *vk, ts_vk_gpu *g)
{
    VkPhysicalDeviceDriverProperties driver = {
        .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRIVER_PROPERTIES};
    VkPhysicalDeviceProperties2 all = {.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2,
                                       .pNext = &driver};
    if (offers(vk, g, "VK_KHR_driver_properties"))
        vk->GetPhysicalDeviceProperties2(g->handle, &all);
    if (driver.driverName[0])
        snprintf(g->driver, sizeof g->driver, "%.90s%s%.90s", driver.driverName,
                 driver.driverInfo[0] ? ", " : "", driver.driverInfo);
    else
        snprintf(g->driver, sizeof g->driver, "driver 0x%x", g->prop.driverVersion);
}

/* A family for compute alone is taken first: on large GPUs it does not wait for a desktop. */
static void find_family(const ts_vk_api *vk, ts_vk_gpu *g)
{
    VkQueueFamilyProperties family[32];
    uint32_t n = 32;
    vk->GetPhysicalDeviceQueueFamilyProperties(g->handle, &n, family);
    g->family = -1;
    for (int pass = 0; pass < 2 && g->family < 0; pass++) {
        for (uint32_t i = 0; i < n && g->family < 0; i++) {
            bool graphics = family[i].queueFlags & VK_QUEUE_GRAPHICS_BIT;
            if (!(family[i].queueFlags & VK_QUEUE_COMPUTE_BIT) || (graphics && !pass)) continue;
            g->family = (int)i;
            g->stamp_bits = family[i].timestampValidBits;
        }
    }
}

/* Drivers that run on the CPU report made-up heaps (lavapipe: 2 GiB). */
static void sum_memory(ts_vk_gpu *g)
{
    for (uint32_t i = 0; i < g->memory.memoryHeapCount; i++)
        if (g->memory.memoryHeaps[i].flags & VK_MEMORY_HEAP_DEVICE_LOCAL_BIT)
            g->total += g->memory.memoryHeaps[i].size;
    long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    if (is_cpu(g) && pages > 0 && size > 0) g->total = (VkDeviceSize)pages * (VkDeviceSize)size;
}

static void describe(const ts_vk_api *vk, VkPhysicalDevice handle, ts_vk_gpu *g)
{
    *g = (ts_vk_gpu){.handle = handle, .family = -1};
    VkPhysicalDeviceProperties2 prop = {.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2};
    vk->GetPhysicalDeviceProperties2(handle, &prop);
    g->prop = prop.properties;
    vk->GetPhysicalDeviceMemoryProperties(handle, &g->memory);
    sum_memory(g);
    find_family(vk, g);
    if (g->prop.apiVersion < VK_API_VERSION_1_1) return;
    read_features(vk, g);
    read_limits(vk, g);
    ts_vk_read_matrices(vk, g);
    add_cap(g, TS_VK_CAP_MODEL, "VulkanMemoryModel", g->matrices);
    add_cap(g, TS_VK_CAP_MATRICES, "CooperativeMatrixKHR", g->matrices);
    read_driver(vk, g);
}

const char *ts_vk_unusable(const ts_vk_gpu *g)
{
    if (g->prop.apiVersion < VK_API_VERSION_1_1) return "its driver offers only Vulkan 1.0";
    return g->family < 0 ? "it has no queue for compute" : NULL;
}

const char *ts_vk_kind(const ts_vk_gpu *g)
{
    switch (g->prop.deviceType) {
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU: return "GPU";
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU: return "integrated GPU";
    case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU: return "virtual GPU";
    case VK_PHYSICAL_DEVICE_TYPE_CPU: return "CPU";
    default: return "other device";
    }
}

static int rank(const ts_vk_gpu *g)
{
    if (ts_vk_unusable(g)) return 9;
    switch (g->prop.deviceType) {
    case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU: return 0;
    case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU: return 1;
    case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU: return 2;
    case VK_PHYSICAL_DEVICE_TYPE_CPU: return 4;
    default: return 3;
    }
}

int ts_vk_devices(const ts_vk_instance *in, ts_vk_gpu *gpu, ts_error *err)
{
    VkPhysicalDevice handle[TS_VK_DEVICES];
    uint32_t n = TS_VK_DEVICES;
    if (!in->handle) return ts_fail(err, "Vulkan has not started");
    VkResult r = in->vk.EnumeratePhysicalDevices(in->handle, &n, handle);
    if (r < 0) return ts_vk_fail(NULL, r, "Vulkan lists no devices", err);
    for (uint32_t i = 0; i < n; i++) {
        ts_vk_gpu one;
        describe(&in->vk, handle[i], &one);
        uint32_t at = i;
        for (; at && rank(&gpu[at - 1]) > rank(&one); at--) gpu[at] = gpu[at - 1];
        gpu[at] = one;
    }
    return (int)n;
}

/* ---- list ---- */

static char line[TS_VK_DEVICES][384];
static pthread_once_t listed = PTHREAD_ONCE_INIT;

static void describe_line(char *to, size_t bytes, int i, const ts_vk_gpu *g)
{
    const VkPhysicalDeviceLimits *l = &g->prop.limits;
    char spec[32];
    snprintf(spec, sizeof spec, "vulkan:%d", i);
    int n = snprintf(to, bytes, "%-12s %s, %s, %.0f GB, groups of up to %u, %u KB shared", spec,
                     g->prop.deviceName, ts_vk_kind(g), (double)g->total * 1e-9,
                     l->maxComputeWorkGroupInvocations, l->maxComputeSharedMemorySize / 1024);
    const char *why = ts_vk_unusable(g);
    if (why && n > 0 && (size_t)n < bytes) snprintf(to + n, bytes - (size_t)n, " (no: %s)", why);
}

static void make_list(void)
{
    ts_vk_instance in;
    ts_vk_gpu *gpu = calloc(TS_VK_DEVICES, sizeof *gpu);
    if (gpu && !ts_vk_instance_get(&in, NULL)) {
        int n = ts_vk_devices(&in, gpu, NULL);
        for (int i = 0; i < n; i++) describe_line(line[i], sizeof line[i], i, &gpu[i]);
    }
    free(gpu);
}

const char *ts_vk_list(size_t i)
{
    pthread_once(&listed, make_list);
    return i < TS_VK_DEVICES && line[i][0] ? line[i] : NULL;
}
