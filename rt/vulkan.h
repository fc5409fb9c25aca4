/* vulkan.h - what the parts of the Vulkan device share: the loaded functions and its objects.
 *
 *     vulkan_loader.c   the loader library, an instance, what physical devices there are
 *     vulkan.c          opens and closes a device; the driver table
 *     vulkan_queue.c    submitting and waiting; words for what Vulkan returns
 *     vulkan_memory.c   device memory: which type, large allocations, shared blocks
 *     vulkan_buffer.c   buffers: filling, writing, reading, staging
 *     vulkan_spirv.c    what a SPIR-V module asks for, read before a driver sees it
 *     vulkan_module.c   modules and pipelines
 *     vulkan_matrix.c   whether a device has cooperative matrices, and is asked for them
 *     vulkan_step.c     recorded steps
 *     vulkan_time.c     the same with timestamps, or by the host's clock
 *
 * The library is opened at run time, so a program runs without it. Only types come from Vulkan's header.
 */
#ifndef TESSERA_RT_VULKAN_H
#define TESSERA_RT_VULKAN_H

#define VK_NO_PROTOTYPES
#include <vulkan/vulkan_core.h>

#include "rt/driver.h"

/* clang-format off */
#define TS_VK_INSTANCE_CALLS(X)                                                                    \
    X(DestroyInstance) X(EnumeratePhysicalDevices) X(GetPhysicalDeviceProperties2)                 \
    X(GetPhysicalDeviceFeatures2) X(GetPhysicalDeviceMemoryProperties)                             \
    X(GetPhysicalDeviceQueueFamilyProperties) X(EnumerateDeviceExtensionProperties)                \
    X(CreateDevice) X(GetDeviceProcAddr)

#define TS_VK_DEVICE_CALLS(X)                                                                      \
    X(DestroyDevice) X(DeviceWaitIdle) X(GetDeviceQueue) X(QueueSubmit) X(CreateFence)             \
    X(DestroyFence) X(ResetFences) X(WaitForFences) X(CreateCommandPool) X(DestroyCommandPool)     \
    X(AllocateCommandBuffers) X(FreeCommandBuffers) X(BeginCommandBuffer) X(EndCommandBuffer)      \
    X(AllocateMemory) X(FreeMemory) X(MapMemory) X(FlushMappedMemoryRanges)                        \
    X(InvalidateMappedMemoryRanges) X(CreateBuffer) X(DestroyBuffer) X(BindBufferMemory)           \
    X(GetBufferMemoryRequirements) X(CreateShaderModule) X(DestroyShaderModule)                    \
    X(CreatePipelineCache) X(DestroyPipelineCache) X(CreateComputePipelines) X(DestroyPipeline)    \
    X(CreatePipelineLayout) X(DestroyPipelineLayout) X(CreateDescriptorSetLayout)                  \
    X(DestroyDescriptorSetLayout) X(CreateDescriptorPool) X(DestroyDescriptorPool)                 \
    X(AllocateDescriptorSets) X(UpdateDescriptorSets) X(CreateQueryPool) X(DestroyQueryPool)       \
    X(GetQueryPoolResults) X(CmdBindPipeline) X(CmdBindDescriptorSets) X(CmdPushConstants)         \
    X(CmdDispatch) X(CmdPipelineBarrier) X(CmdCopyBuffer) X(CmdFillBuffer) X(CmdResetQueryPool)    \
    X(CmdWriteTimestamp)
/* clang-format on */

/* ---- vulkan_matrix.c: structures that older headers lack ---- */

/* VkCooperativeMatrixPropertiesKHR */
typedef struct ts_vk_cooperative_shape {
    VkStructureType sType;
    void *pNext;
    uint32_t m, n, k;
    int a, b, c, result; /* VkComponentTypeKHR */
    VkBool32 saturating;
    int scope; /* VkScopeKHR */
} ts_vk_cooperative_shape;

/* VkPhysicalDeviceCooperativeMatrixFeaturesKHR */
typedef struct ts_vk_cooperative_features {
    VkStructureType sType;
    void *pNext;
    VkBool32 cooperativeMatrix, robust;
} ts_vk_cooperative_features;

/* vkGetPhysicalDeviceCooperativeMatrixPropertiesKHR */
typedef VkResult(VKAPI_PTR *ts_vk_matrix_shapes)(VkPhysicalDevice device, uint32_t *n,
                                                 ts_vk_cooperative_shape *shape);

typedef struct ts_vk_api {
    ts_vk_matrix_shapes matrix_shapes; /* NULL: neither the loader nor a driver knows it */
#define X(name) PFN_vk##name name;
    TS_VK_INSTANCE_CALLS(X) TS_VK_DEVICE_CALLS(X)
#undef X
} ts_vk_api;

/* ---- vulkan_loader.c ---- */

enum { TS_VK_DEVICES = 16, TS_VK_CAPS = 24, TS_VK_EXTENSIONS = 8 };
enum { TS_VK_CAP_MODEL = 5345, TS_VK_CAP_MATRICES = 6022 }; /* of SPIR-V */

/* A capability that a SPIR-V module may declare, and whether the opened device offers it. */
typedef struct ts_vk_cap {
    uint32_t number;
    const char *name;
    VkBool32 there;
} ts_vk_cap;

/* What must be known of a physical device; features and extensions are enabled as they are here. */
typedef struct ts_vk_gpu {
    VkPhysicalDevice handle;
    VkPhysicalDeviceProperties prop;
    VkPhysicalDeviceMemoryProperties memory;
    char driver[192];                   /* "llvmpipe, Mesa 22.3.6 (LLVM 15.0.6)" */
    VkDeviceSize max_allocation, total; /* bytes of one allocation, of device-local memory */
    int family;                         /* of queues for compute; -1: none */
    uint32_t stamp_bits;                /* of that family's timestamps */
    VkBool32 int64, int16, store16, store8, int8, float16;
    VkBool32 matrices; /* all that modules of the target spirv:matrix ask for */
    ts_vk_cap cap[TS_VK_CAPS];
    size_t caps;
    const char *extension[5]; /* and those of matrices: ts_vk_extensions */
    uint32_t extensions;
} ts_vk_gpu;

typedef struct ts_vk_instance {
    ts_vk_api vk;
    VkInstance handle;
} ts_vk_instance;

/* The process's instance; it is never destroyed. */
int ts_vk_instance_get(ts_vk_instance *to, ts_error *err);
/* Up to TS_VK_DEVICES, usable ones first, GPUs before CPUs; returns how many or -1. */
int ts_vk_devices(const ts_vk_instance *in, ts_vk_gpu *gpu, ts_error *err);
void ts_vk_device_calls(ts_vk_api *vk, VkDevice device);
/* NULL, or why Tessera cannot use it. */
const char *ts_vk_unusable(const ts_vk_gpu *gpu);
const char *ts_vk_kind(const ts_vk_gpu *gpu); /* "CPU", "GPU", "integrated GPU", ... */
const char *ts_vk_list(size_t i);

/* ---- vulkan_matrix.c ---- */

/* Features to be read or enabled, from `matrices` on in a chain that ends with `next`. */
typedef struct ts_vk_matrix_features {
    ts_vk_cooperative_features matrices;
    VkPhysicalDeviceVulkanMemoryModelFeatures model;
    VkPhysicalDeviceSubgroupSizeControlFeaturesEXT sizes;
} ts_vk_matrix_features;
void ts_vk_matrix_chain(ts_vk_matrix_features *f, VkBool32 on, void *next);
/* Fills g->matrices, of a device whose other features and limits are read. */
void ts_vk_read_matrices(const ts_vk_api *vk, ts_vk_gpu *g);
void ts_vk_without_matrices(ts_vk_gpu *g); /* as if it had none */
/* What to enable; returns how many. */
uint32_t ts_vk_extensions(const ts_vk_gpu *g, const char *to[TS_VK_EXTENSIONS]);
const char *ts_vk_target(const ts_vk_gpu *g); /* "spirv", "spirv:matrix" */
bool ts_vk_asks_for_matrices(const uint32_t *word, size_t n);
void ts_vk_whole_subgroups(VkPipelineShaderStageCreateInfo *stage,
                           VkPipelineShaderStageRequiredSubgroupSizeCreateInfoEXT *size);

/* ---- memory ---- */

/* A piece of device memory: an allocation of its own, or a span of a shared block. */
typedef struct ts_vk_span ts_vk_span;
typedef struct ts_vk_block ts_vk_block;

typedef struct ts_vk_place {
    VkDeviceMemory memory;
    VkDeviceSize at, bytes;
    unsigned char *host; /* of `at`; NULL: the host cannot see it */
    ts_vk_block *block;  /* NULL: an allocation of its own */
} ts_vk_place;

typedef struct ts_vk_kind_of_memory {
    uint32_t type;
    bool visible, coherent, cached; /* by the host */
} ts_vk_kind_of_memory;

/* ---- objects ---- */

enum { TS_VK_BINDINGS = TS_MAX_BUFFERS + TS_MAX_SIZES };

typedef struct ts_vk_device {
    ts_device head;
    ts_vk_instance in;
    ts_vk_gpu gpu;
    VkDevice handle;
    VkQueue queue;
    VkCommandPool pool;
    VkFence fence;
    bool busy; /* a step was submitted and nobody has waited for it */
    bool lost;
    bool timestamps;
    ts_vk_kind_of_memory local, staging;
    VkDeviceSize used, max_buffer;
    ts_vk_block *blocks;
    VkBuffer stage; /* made when first needed */
    ts_vk_place stage_place;
    VkCommandBuffer transfer;
    VkPipelineCache cache;
    /* By number of bindings. */
    VkDescriptorSetLayout set_layout[TS_VK_BINDINGS + 1];
    VkPipelineLayout layout[TS_VK_BINDINGS + 1];
} ts_vk_device;

typedef struct ts_vk_buffer {
    ts_buffer head;
    VkBuffer handle;
    ts_vk_place place;
} ts_vk_buffer;

typedef struct ts_vk_module {
    ts_module head;
    VkShaderModule handle;
    VkPipeline *pipeline; /* by entry of the manifest; made when first recorded */
    bool matrices;        /* it asks for cooperative matrices, and so for whole subgroups */
} ts_vk_module;

/* A recording with timestamps; made when first needed. */
typedef struct ts_vk_stamped {
    VkCommandBuffer commands;
    VkQueryPool stamps;
} ts_vk_stamped;

typedef struct ts_vk_step {
    ts_step head;
    const ts_bound *bound;
    VkDescriptorPool pool;
    VkDescriptorSet *set; /* by launch */
    VkCommandBuffer commands;
    ts_vk_stamped each, whole; /* every launch alone; as `commands`, between two stamps */
} ts_vk_step;

static inline ts_vk_device *ts_vk_of(ts_device *dev)
{
    return (ts_vk_device *)(void *)dev;
}

/* ---- vulkan_queue.c ---- */

/* Fills *err with "WHAT: what the result means"; notes a lost device. Always -1. */
int ts_vk_fail(ts_vk_device *dev, VkResult result, const char *what, ts_error *err);
/* Waits for the step that runs, submits. */
int ts_vk_submit(ts_vk_device *dev, VkCommandBuffer commands, ts_error *err);
int ts_vk_wait(ts_vk_device *dev, ts_error *err);
int ts_vk_submit_and_wait(ts_vk_device *dev, VkCommandBuffer commands, ts_error *err);
int ts_vk_commands(ts_vk_device *dev, VkCommandBuffer *commands, ts_error *err);
int ts_vk_begin(ts_vk_device *dev, VkCommandBuffer commands, ts_error *err);
int ts_vk_end(ts_vk_device *dev, VkCommandBuffer commands, ts_error *err);
/* Commands that come later see everything that came before, in this submission and earlier ones. */
void ts_vk_barrier_before(ts_vk_device *dev, VkCommandBuffer commands);
void ts_vk_barrier_compute(ts_vk_device *dev, VkCommandBuffer commands);
void ts_vk_barrier_host(ts_vk_device *dev, VkCommandBuffer commands);

/* ---- vulkan_memory.c ---- */

/* Memory for buffers of this usage; basic: as if device memory were never visible to the host. */
int ts_vk_choose_memory(ts_vk_device *dev, bool basic, ts_error *err);
int ts_vk_place_buffer(ts_vk_device *dev, const ts_vk_kind_of_memory *kind, VkBuffer buffer,
                       ts_vk_place *place, ts_error *err);
void ts_vk_unplace(ts_vk_device *dev, ts_vk_place *place);
/* Makes the host's writes seen by the device, or the other way round. */
int ts_vk_flush(ts_vk_device *dev, const ts_vk_kind_of_memory *kind, const ts_vk_place *place,
                VkDeviceSize at, VkDeviceSize bytes, bool to_device, ts_error *err);

/* ---- vulkan_buffer.c ---- */

VkBuffer ts_vk_make_buffer(ts_vk_device *dev, VkDeviceSize bytes, ts_error *err);
int ts_vk_buffer_new(ts_buffer *b, ts_error *err);
int ts_vk_buffer_wrap(ts_buffer *b, const void *data, ts_error *err);
void ts_vk_buffer_free(ts_buffer *b);
int ts_vk_buffer_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err);
int ts_vk_buffer_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err);

/* ---- vulkan_spirv.c ---- */

/* 0 if the words are a whole module that this device can run and that has the manifest's entries. */
int ts_vk_check_spirv(const ts_vk_gpu *gpu, const ts_manifest *manifest, const uint32_t *word,
                      size_t n, ts_error *err);

/* ---- vulkan_module.c ---- */

int ts_vk_load(ts_module *m, const char *text, size_t bytes, ts_error *err);
void ts_vk_unload(ts_module *m);
/* VK_NULL_HANDLE with *err filled on failure. */
VkPipeline ts_vk_pipeline(ts_vk_module *m, const ts_entry *entry, ts_error *err);

/* ---- vulkan_step.c ---- */

int ts_vk_record(ts_step *s, const ts_launch *launch, ts_bound *bound, ts_error *err);
int ts_vk_run(ts_step *s, ts_error *err);
void ts_vk_step_free(ts_step *s);
/* Appends launch i; all launches, with barriers where they depend on each other. */
int ts_vk_add(ts_vk_device *dev, const ts_vk_step *s, size_t i, VkCommandBuffer to, ts_error *err);
int ts_vk_add_all(ts_vk_device *dev, const ts_vk_step *s, VkCommandBuffer to, ts_error *err);

/* ---- vulkan_time.c ---- */

int ts_vk_time(ts_step *s, double *seconds, ts_error *err);
int ts_vk_elapsed(ts_step *s, double *seconds, bool *by_device, ts_error *err);
void ts_vk_stamped_free(ts_vk_device *dev, ts_vk_stamped *t);

#endif
