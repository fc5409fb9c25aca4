/* cuda_api.h - the part of the CUDA driver API and of NVRTC that the cuda device calls.
 *
 * Declared here and found with dlopen, so that building needs no CUDA and one binary runs with and
 * without a driver. Numbers and layouts are the public ABI (test/rt/check_cuda_api.sh compares them with
 * cuda.h where that is installed); versioned symbols are named as the header's macros would.
 */
#ifndef TESSERA_RT_CUDA_API_H
#define TESSERA_RT_CUDA_API_H

#include <stddef.h>
#include <stdint.h>

typedef int ts_cu_result; /* CUresult and nvrtcResult: 0 is success */
typedef int ts_cu_device;
typedef uint64_t ts_cu_ptr;
typedef struct ts_cu_context_ *ts_cu_context;
typedef struct ts_cu_module_ *ts_cu_module;
typedef struct ts_cu_function_ *ts_cu_function;
typedef struct ts_cu_stream_ *ts_cu_stream;
typedef struct ts_cu_event_ *ts_cu_event;
typedef struct ts_cu_graph_ *ts_cu_graph;
typedef struct ts_cu_exec_ *ts_cu_exec;
typedef struct ts_nvrtc_program_ *ts_nvrtc_program;

enum {
    TS_CU_INVALID_VALUE = 1,
    TS_CU_OUT_OF_MEMORY = 2,
    TS_CU_NOT_INITIALIZED = 3,
    TS_CU_DEINITIALIZED = 4,
    TS_CU_STUB_LIBRARY = 34,
    TS_CU_DEVICE_UNAVAILABLE = 46,
    TS_CU_NO_DEVICE = 100,
    TS_CU_INVALID_DEVICE = 101,
    TS_CU_INVALID_IMAGE = 200,
    TS_CU_INVALID_CONTEXT = 201,
    TS_CU_NO_BINARY_FOR_GPU = 209,
    TS_CU_ECC_UNCORRECTABLE = 214,
    TS_CU_NVLINK_UNCORRECTABLE = 220,
    TS_CU_UNSUPPORTED_PTX = 222,
    TS_CU_CONTAINED = 226,
    TS_CU_INVALID_HANDLE = 400,
    TS_CU_NOT_FOUND = 500,
    TS_CU_ILLEGAL_ADDRESS = 700,
    TS_CU_OUT_OF_RESOURCES = 701,
    TS_CU_LAUNCH_TIMEOUT = 702,
    TS_CU_CONTEXT_IS_DESTROYED = 709,
    TS_CU_ASSERT = 710,
    TS_CU_HARDWARE_STACK_ERROR = 714,
    TS_CU_LAUNCH_FAILED = 719,
    TS_CU_SYSTEM_NOT_READY = 802,
    TS_CU_DRIVER_MISMATCH = 803,
    TS_CU_COMPAT_NOT_SUPPORTED = 804,
    TS_CU_CAPTURE_UNSUPPORTED = 900,
    TS_CU_CAPTURE_INVALIDATED = 901,
    TS_CU_CAPTURE_UNJOINED = 904,
    TS_CU_EXTERNAL_DEVICE = 911,
    TS_CU_UNKNOWN = 999
};

enum { /* CUdevice_attribute */
       TS_CU_MULTIPROCESSORS = 16,
       TS_CU_MAJOR = 75,
       TS_CU_MINOR = 76
};

enum { /* CUfunction_attribute */
       TS_CU_MAX_THREADS = 0,
       TS_CU_SHARED_BYTES = 1,
       TS_CU_LOCAL_BYTES = 3,
       TS_CU_REGISTERS = 4,
       TS_CU_MOST_ASKED = 8 /* bytes of shared memory that a launch may ask for */
};

enum {
    TS_CU_STREAM_NON_BLOCKING = 1,
    TS_CU_EVENT_DEFAULT = 0,
    TS_CU_EVENT_NO_TIMING = 2,
    TS_CU_CAPTURE_THREAD_LOCAL = 1,
    TS_CU_PROGRAMMATIC_SERIALIZATION = 6 /* CUlaunchAttributeID */
};

typedef struct ts_cu_attribute {
    int id;
    char pad[4];
    union {
        char room[64];
        int allowed;
    } value;
} ts_cu_attribute;

typedef struct ts_cu_config {
    unsigned grid_x, grid_y, grid_z, block_x, block_y, block_z, shared;
    ts_cu_stream stream;
    ts_cu_attribute *attribute;
    unsigned attributes;
} ts_cu_config;

/* X(name in ts_cuda_api, symbol, parameters) */
#define TS_CU_CALLS(X)                                                                             \
    X(init, "cuInit", (unsigned flags))                                                            \
    X(driver_version, "cuDriverGetVersion", (int *version))                                        \
    X(error_name, "cuGetErrorName", (ts_cu_result r, const char **name))                           \
    X(error_string, "cuGetErrorString", (ts_cu_result r, const char **text))                       \
    X(device_count, "cuDeviceGetCount", (int *n))                                                  \
    X(device_get, "cuDeviceGet", (ts_cu_device * device, int ordinal))                             \
    X(device_name, "cuDeviceGetName", (char *name, int cap, ts_cu_device device))                  \
    X(device_memory, "cuDeviceTotalMem_v2", (size_t * bytes, ts_cu_device device))                 \
    X(device_attribute, "cuDeviceGetAttribute", (int *value, int attribute, ts_cu_device device))  \
    X(context_retain, "cuDevicePrimaryCtxRetain", (ts_cu_context * context, ts_cu_device device))  \
    X(context_release, "cuDevicePrimaryCtxRelease_v2", (ts_cu_device device))                      \
    X(context_set, "cuCtxSetCurrent", (ts_cu_context context))                                     \
    X(memory_info, "cuMemGetInfo_v2", (size_t * left, size_t * total))                             \
    X(alloc, "cuMemAlloc_v2", (ts_cu_ptr * p, size_t bytes))                                       \
    X(free, "cuMemFree_v2", (ts_cu_ptr p))                                                         \
    X(host_alloc, "cuMemHostAlloc", (void **p, size_t bytes, unsigned flags))                      \
    X(host_free, "cuMemFreeHost", (void *p))                                                       \
    X(fill, "cuMemsetD8Async", (ts_cu_ptr p, unsigned char value, size_t bytes, ts_cu_stream s))   \
    X(to_device, "cuMemcpyHtoDAsync_v2",                                                           \
      (ts_cu_ptr to, const void *from, size_t bytes, ts_cu_stream s))                              \
    X(to_host, "cuMemcpyDtoHAsync_v2", (void *to, ts_cu_ptr from, size_t bytes, ts_cu_stream s))   \
    X(stream_new, "cuStreamCreate", (ts_cu_stream * s, unsigned flags))                            \
    X(stream_free, "cuStreamDestroy_v2", (ts_cu_stream s))                                         \
    X(stream_wait, "cuStreamSynchronize", (ts_cu_stream s))                                        \
    X(stream_after, "cuStreamWaitEvent", (ts_cu_stream s, ts_cu_event e, unsigned flags))          \
    X(event_new, "cuEventCreate", (ts_cu_event * e, unsigned flags))                               \
    X(event_free, "cuEventDestroy_v2", (ts_cu_event e))                                            \
    X(event_record, "cuEventRecord", (ts_cu_event e, ts_cu_stream s))                              \
    X(event_wait, "cuEventSynchronize", (ts_cu_event e))                                           \
    X(event_between, "cuEventElapsedTime", (float *ms, ts_cu_event from, ts_cu_event to))          \
    X(module_load, "cuModuleLoadData", (ts_cu_module * m, const void *image))                      \
    X(module_free, "cuModuleUnload", (ts_cu_module m))                                             \
    X(module_function, "cuModuleGetFunction",                                                      \
      (ts_cu_function * f, ts_cu_module m, const char *name))                                      \
    X(function_attribute, "cuFuncGetAttribute", (int *value, int attribute, ts_cu_function f))     \
    X(function_set, "cuFuncSetAttribute", (ts_cu_function f, int attribute, int value))            \
    X(launch, "cuLaunchKernelEx",                                                                  \
      (const ts_cu_config *config, ts_cu_function f, void **params, void **extra))                 \
    X(capture_begin, "cuStreamBeginCapture_v2", (ts_cu_stream s, int mode))                        \
    X(capture_end, "cuStreamEndCapture", (ts_cu_stream s, ts_cu_graph * g))                        \
    X(graph_free, "cuGraphDestroy", (ts_cu_graph g))                                               \
    X(graph_make, "cuGraphInstantiateWithFlags",                                                   \
      (ts_cu_exec * x, ts_cu_graph g, unsigned long long flags))                                   \
    X(graph_upload, "cuGraphUpload", (ts_cu_exec x, ts_cu_stream s))                               \
    X(graph_launch, "cuGraphLaunch", (ts_cu_exec x, ts_cu_stream s))                               \
    X(exec_free, "cuGraphExecDestroy", (ts_cu_exec x))

/* Newer than the oldest driver that serves (12.0); NULL where missing. */
#define TS_CU_OPTIONAL_CALLS(X) X(function_load, "cuFuncLoad", (ts_cu_function f))

#define TS_NVRTC_CALLS(X)                                                                          \
    X(version, "nvrtcVersion", (int *major, int *minor))                                           \
    X(arch_count, "nvrtcGetNumSupportedArchs", (int *n))                                           \
    X(archs, "nvrtcGetSupportedArchs", (int *arch))                                                \
    X(create, "nvrtcCreateProgram",                                                                \
      (ts_nvrtc_program * p, const char *text, const char *name, int headers,                      \
       const char *const *header, const char *const *include))                                     \
    X(destroy, "nvrtcDestroyProgram", (ts_nvrtc_program * p))                                      \
    X(compile, "nvrtcCompileProgram", (ts_nvrtc_program p, int n, const char *const *option))      \
    X(cubin_size, "nvrtcGetCUBINSize", (ts_nvrtc_program p, size_t * bytes))                       \
    X(cubin, "nvrtcGetCUBIN", (ts_nvrtc_program p, char *to))                                      \
    X(ptx_size, "nvrtcGetPTXSize", (ts_nvrtc_program p, size_t * bytes))                           \
    X(ptx, "nvrtcGetPTX", (ts_nvrtc_program p, char *to))                                          \
    X(log_size, "nvrtcGetProgramLogSize", (ts_nvrtc_program p, size_t * bytes))                    \
    X(log, "nvrtcGetProgramLog", (ts_nvrtc_program p, char *to))

#define TS_CU_MEMBER(name, symbol, params) ts_cu_result(*name) params;
typedef struct ts_cuda_api {
    TS_CU_CALLS(TS_CU_MEMBER)
    TS_CU_OPTIONAL_CALLS(TS_CU_MEMBER)
} ts_cuda_api;

typedef struct ts_nvrtc_api {
    TS_NVRTC_CALLS(TS_CU_MEMBER)
} ts_nvrtc_api;
#undef TS_CU_MEMBER

#endif
