/* opencl_api.h - the part of OpenCL 1.2 that the driver calls, found in the installed library at run
 * time. Declared here in our own words, so that building needs no OpenCL package; test_opencl.c
 * compares the numbers with the official header where there is one.
 */
#ifndef TESSERA_RT_OPENCL_API_H
#define TESSERA_RT_OPENCL_API_H

#include <stddef.h>
#include <stdint.h>

#include "tessera/error.h"

typedef struct ts_cl_platform_ *ts_cl_platform;
typedef struct ts_cl_device_ *ts_cl_device;
typedef struct ts_cl_context_ *ts_cl_context;
typedef struct ts_cl_queue_ *ts_cl_queue;
typedef struct ts_cl_mem_ *ts_cl_mem;
typedef struct ts_cl_program_ *ts_cl_program;
typedef struct ts_cl_kernel_ *ts_cl_kernel;
typedef struct ts_cl_event_ *ts_cl_event;

/* X(our name, name and value of the standard) */
#define TS_CL_NUMBERS(X)                                                                           \
    X(PLATFORM_NAME, 0x0902)                                                                       \
    X(DEVICE_MAX_COMPUTE_UNITS, 0x1002)                                                            \
    X(DEVICE_MAX_WORK_GROUP_SIZE, 0x1004)                                                          \
    X(DEVICE_MAX_MEM_ALLOC_SIZE, 0x1010)                                                           \
    X(DEVICE_GLOBAL_MEM_SIZE, 0x101F)                                                              \
    X(DEVICE_LOCAL_MEM_SIZE, 0x1023)                                                               \
    X(DEVICE_NAME, 0x102B)                                                                         \
    X(DEVICE_HOST_UNIFIED_MEMORY, 0x1035)                                                          \
    X(DRIVER_VERSION, 0x102D)                                                                      \
    X(DEVICE_VERSION, 0x102F)                                                                      \
    X(CONTEXT_PLATFORM, 0x1084)                                                                    \
    X(PROGRAM_BUILD_LOG, 0x1183)                                                                   \
    X(KERNEL_WORK_GROUP_SIZE, 0x11B0)                                                              \
    X(PROFILING_COMMAND_START, 0x1282)                                                             \
    X(PROFILING_COMMAND_END, 0x1283)                                                               \
    X(QUEUE_PROFILING_ENABLE, 2)                                                                   \
    X(MEM_READ_ONLY, 4)                                                                            \
    X(MEM_USE_HOST_PTR, 8)                                                                         \
    X(MEM_READ_WRITE, 1)                                                                           \
    X(DEVICE_NOT_AVAILABLE, -2)                                                                    \
    X(MEM_OBJECT_ALLOCATION_FAILURE, -4)                                                           \
    X(OUT_OF_RESOURCES, -5)                                                                        \
    X(OUT_OF_HOST_MEMORY, -6)                                                                      \
    X(BUILD_PROGRAM_FAILURE, -11)                                                                  \
    X(INVALID_COMMAND_QUEUE, -36)                                                                  \
    X(INVALID_KERNEL_NAME, -46)                                                                    \
    X(INVALID_ARG_INDEX, -49)                                                                      \
    X(INVALID_ARG_SIZE, -51)                                                                       \
    X(INVALID_KERNEL_ARGS, -52)                                                                    \
    X(INVALID_WORK_GROUP_SIZE, -54)                                                                \
    X(INVALID_BUFFER_SIZE, -61)

enum {
#define X(name, value) TS_CL_##name = value,
    TS_CL_NUMBERS(X)
#undef X
};
#define TS_CL_DEVICE_TYPE_ALL 0xFFFFFFFFu

/* X(result, name without cl, parameters) */
#define TS_CL_FUNCTIONS(X)                                                                         \
    X(int, GetPlatformIDs, (unsigned n, ts_cl_platform *to, unsigned *count))                      \
    X(int, GetPlatformInfo, (ts_cl_platform p, unsigned what, size_t cap, void *to, size_t *n))    \
    X(int, GetDeviceIDs,                                                                           \
      (ts_cl_platform p, uint64_t type, unsigned n, ts_cl_device *to, unsigned *count))            \
    X(int, GetDeviceInfo, (ts_cl_device d, unsigned what, size_t cap, void *to, size_t *n))        \
    X(ts_cl_context, CreateContext,                                                                \
      (const intptr_t *properties, unsigned n, const ts_cl_device *d,                              \
       void (*notify)(const char *, const void *, size_t, void *), void *ctx, int *code))          \
    X(int, ReleaseContext, (ts_cl_context c))                                                      \
    X(ts_cl_queue, CreateCommandQueue, (ts_cl_context c, ts_cl_device d, uint64_t how, int *code)) \
    X(int, ReleaseCommandQueue, (ts_cl_queue q))                                                   \
    X(int, Flush, (ts_cl_queue q))                                                                 \
    X(int, Finish, (ts_cl_queue q))                                                                \
    X(ts_cl_mem, CreateBuffer,                                                                     \
      (ts_cl_context c, uint64_t how, size_t bytes, void *host, int *code))                        \
    X(int, ReleaseMemObject, (ts_cl_mem m))                                                        \
    X(int, EnqueueFillBuffer,                                                                      \
      (ts_cl_queue q, ts_cl_mem m, const void *pattern, size_t pattern_bytes, size_t at,           \
       size_t bytes, unsigned waits, const ts_cl_event *wait, ts_cl_event *event))                 \
    X(int, EnqueueWriteBuffer,                                                                     \
      (ts_cl_queue q, ts_cl_mem m, unsigned blocking, size_t at, size_t bytes, const void *from,   \
       unsigned waits, const ts_cl_event *wait, ts_cl_event *event))                               \
    X(int, EnqueueReadBuffer,                                                                      \
      (ts_cl_queue q, ts_cl_mem m, unsigned blocking, size_t at, size_t bytes, void *to,           \
       unsigned waits, const ts_cl_event *wait, ts_cl_event *event))                               \
    X(ts_cl_program, CreateProgramWithSource,                                                      \
      (ts_cl_context c, unsigned n, const char **text, const size_t *bytes, int *code))            \
    X(int, BuildProgram,                                                                           \
      (ts_cl_program p, unsigned n, const ts_cl_device *d, const char *options,                    \
       void (*notify)(ts_cl_program, void *), void *ctx))                                          \
    X(int, GetProgramBuildInfo,                                                                    \
      (ts_cl_program p, ts_cl_device d, unsigned what, size_t cap, void *to, size_t *n))           \
    X(int, ReleaseProgram, (ts_cl_program p))                                                      \
    X(ts_cl_kernel, CreateKernel, (ts_cl_program p, const char *name, int *code))                  \
    X(int, SetKernelArg, (ts_cl_kernel k, unsigned i, size_t bytes, const void *value))            \
    X(int, GetKernelWorkGroupInfo,                                                                 \
      (ts_cl_kernel k, ts_cl_device d, unsigned what, size_t cap, void *to, size_t *n))            \
    X(int, ReleaseKernel, (ts_cl_kernel k))                                                        \
    X(int, EnqueueNDRangeKernel,                                                                   \
      (ts_cl_queue q, ts_cl_kernel k, unsigned dims, const size_t *from, const size_t *global,     \
       const size_t *local, unsigned waits, const ts_cl_event *wait, ts_cl_event *event))          \
    X(int, WaitForEvents, (unsigned n, const ts_cl_event *event))                                  \
    X(int, GetEventProfilingInfo, (ts_cl_event e, unsigned what, size_t cap, void *to, size_t *n)) \
    X(int, ReleaseEvent, (ts_cl_event e))

typedef struct ts_cl {
#define X(result, name, params) result(*name) params;
    TS_CL_FUNCTIONS(X)
#undef X
} ts_cl;

/* A device of any platform, and what it can do. */
typedef struct ts_cl_found {
    ts_cl_platform platform;
    ts_cl_device id;
    char name[96], version[64], maker[64]; /* of device, of device, of platform */
    char driver[64];                       /* its version */
    unsigned units;
    unsigned unified;             /* 1: it works in the host's memory */
    size_t group;                 /* threads of a group at most */
    uint64_t memory, most, local; /* bytes: all, in one buffer, shared by a group */
} ts_cl_found;

/* The installed library, loaded once; NULL with *err filled (which may be NULL). */
const ts_cl *ts_cl_load(ts_error *err);
/* The i-th device of all platforms; -1 past the end, with how many there are in *count. */
int ts_cl_find(const ts_cl *cl, size_t i, ts_cl_found *to, size_t *count);
/* A line per device, for `tessera devices`; NULL past the end, or without the library. */
const char *ts_cl_list(size_t i);
/* "CANNOT: what the code means and what helps"; always -1. */
int ts_cl_fail(int code, const char *cannot, ts_error *err);

#endif
