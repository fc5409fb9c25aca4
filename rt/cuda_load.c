/* cuda_load.c - finds libcuda and libnvrtc, and says in one line what a failed call means (cuda.h). */
#include "rt/cc.h"
#include "rt/cuda.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *driver_file, *nvrtc_file;
static ts_cuda_api api;
static ts_nvrtc_api nvrtc;
static bool have_api, have_nvrtc;

/* A handle stays open for good: a driver keeps threads, and those outlive an unmapped library. */
void ts_cuda_libraries(const char *driver, const char *compiler)
{
    pthread_mutex_lock(&lock);
    driver_file = driver;
    nvrtc_file = compiler;
    have_api = have_nvrtc = false;
    pthread_mutex_unlock(&lock);
}

/* ---- the driver ---- */

/* NULL, or the name of a symbol that the library lacks. POSIX lets object pointers of dlsym become
 * functions; C17 has no cast for it. */
static const char *fill_api(void *library, ts_cuda_api *a)
{
    void *p;
#define FIND(name, symbol, params)                                                                 \
    p = dlsym(library, symbol);                                                                    \
    if (!p) return symbol;                                                                         \
    memcpy(&a->name, &p, sizeof p);
#define FIND_OPTIONAL(name, symbol, params)                                                        \
    p = dlsym(library, symbol);                                                                    \
    memcpy(&a->name, &p, sizeof p);
    TS_CU_CALLS(FIND)
    TS_CU_OPTIONAL_CALLS(FIND_OPTIONAL)
#undef FIND_OPTIONAL
    return NULL;
}

static int load_driver(ts_error *err)
{
    const char *file = driver_file ? driver_file : "libcuda.so.1";
    void *library = *file ? dlopen(file, RTLD_NOW | RTLD_LOCAL) : NULL;
    if (!library)
        return ts_fail(err,
                       "no NVIDIA driver here: %s cannot be loaded (%.200s); install the "
                       "driver of the GPU, nvidia-smi must work",
                       *file ? file : "libcuda.so.1", *file ? dlerror() : "not found");
    const char *missing = fill_api(library, &api);
    if (!missing) return 0;
    dlclose(library);
    return ts_fail(err,
                   "the NVIDIA driver is too old: %s lacks %s; driver 525 (CUDA 12.0) or newer "
                   "is needed",
                   file, missing);
}

const ts_cuda_api *ts_cuda_load(ts_error *err)
{
    pthread_mutex_lock(&lock);
    if (!have_api) have_api = !load_driver(err);
    const ts_cuda_api *a = have_api ? &api : NULL;
    pthread_mutex_unlock(&lock);
    return a;
}

/* ---- the compiler ---- */

static const char *fill_nvrtc(void *library, ts_nvrtc_api *a)
{
    void *p;
    TS_NVRTC_CALLS(FIND)
    return NULL;
}
#undef FIND

static bool try_nvrtc(const char *file)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
    if (!fill_nvrtc(library, &nvrtc)) return true;
    dlclose(library);
    return false;
}

/* A toolkit keeps its libraries beside the folder of nvcc. */
static bool try_beside_nvcc(void)
{
    static const char *const part[] = {"lib64", "lib", "targets/x86_64-linux/lib",
                                       "targets/sbsa-linux/lib"};
    char real[PATH_MAX], file[PATH_MAX + 64];
    ts_cc nvcc;
    if (!ts_cc_look(&nvcc, "nvcc") || !realpath(nvcc.path, real)) return false;
    for (int i = 0; i < 2; i++) { /* off with "/nvcc", then with "/bin" */
        char *slash = strrchr(real, '/');
        if (!slash) return false;
        *slash = 0;
    }
    for (size_t i = 0; i < sizeof part / sizeof *part; i++) {
        snprintf(file, sizeof file, "%s/%s/libnvrtc.so", real, part[i]);
        if (try_nvrtc(file)) return true;
    }
    return false;
}

/* A cubin of a newer major version does not load in an older driver, so the driver's own goes first.
 */
static bool find_nvrtc(int major)
{
    static const char *const fixed[] = {"libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so",
                                        "/usr/local/cuda/lib64/libnvrtc.so",
                                        "/usr/local/cuda/targets/x86_64-linux/lib/libnvrtc.so"};
    char first[32];
    if (nvrtc_file) return *nvrtc_file && try_nvrtc(nvrtc_file);
    snprintf(first, sizeof first, "libnvrtc.so.%d", major);
    if (try_nvrtc(first) || try_beside_nvcc()) return true;
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
        if (try_nvrtc(fixed[i])) return true;
    }
    return false;
}

const ts_nvrtc_api *ts_nvrtc_load(int major)
{
    pthread_mutex_lock(&lock);
    if (!have_nvrtc) have_nvrtc = find_nvrtc(major);
    const ts_nvrtc_api *a = have_nvrtc ? &nvrtc : NULL;
    pthread_mutex_unlock(&lock);
    return a;
}

/* ---- failures ---- */

static const char *remedy(ts_cu_result r)
{
    switch (r) {
    case TS_CU_NO_DEVICE:
    case TS_CU_INVALID_DEVICE: return "see nvidia-smi, and CUDA_VISIBLE_DEVICES if it is set";
    case TS_CU_OUT_OF_MEMORY:
        return "take a smaller model or context, or end other users of the GPU";
    case TS_CU_STUB_LIBRARY:
        return "a stub libcuda.so.1 comes first in the library path; remove it";
    case TS_CU_DEVICE_UNAVAILABLE: return "another process holds the GPU exclusively (nvidia-smi)";
    case TS_CU_INVALID_IMAGE:
    case TS_CU_NO_BINARY_FOR_GPU:
    case TS_CU_UNSUPPORTED_PTX:
        return "the CUDA compiler is newer than the driver; update the driver or install an older "
               "NVRTC";
    case TS_CU_ILLEGAL_ADDRESS:
    case TS_CU_LAUNCH_FAILED:
    case TS_CU_HARDWARE_STACK_ERROR:
        return "a kernel went wrong; compute-sanitizer tessera check --device cuda:0 finds which";
    case TS_CU_OUT_OF_RESOURCES:
        return "the kernel needs more registers or shared memory than there are";
    case TS_CU_SYSTEM_NOT_READY: return "start nvidia-fabricmanager";
    case TS_CU_DRIVER_MISMATCH:
    case TS_CU_COMPAT_NOT_SUPPORTED:
        return "kernel module and libcuda differ in version; reboot or reinstall the driver";
    default: return "see nvidia-smi and dmesg";
    }
}

/* Name and meaning of a result, and a remedy, as one line without the device. */
static void describe_result(const ts_cuda_api *a, ts_cu_result r, char *line, size_t cap)
{
    const char *name = NULL, *text = NULL;
    if (a->error_name(r, &name) || !name) name = "unknown CUresult";
    if (a->error_string(r, &text) || !text) text = "no description";
    snprintf(line, cap, "%.80s (%d): %.160s; %s", name, r, text, remedy(r));
}

/* After these every call on the context fails. */
static bool spoils(ts_cu_result r)
{
    switch (r) {
    case TS_CU_DEINITIALIZED:
    case TS_CU_ECC_UNCORRECTABLE:
    case TS_CU_NVLINK_UNCORRECTABLE:
    case TS_CU_CONTAINED:
    case TS_CU_ILLEGAL_ADDRESS:
    case TS_CU_LAUNCH_TIMEOUT:
    case TS_CU_CONTEXT_IS_DESTROYED:
    case TS_CU_ASSERT:
    case TS_CU_EXTERNAL_DEVICE:
    case TS_CU_UNKNOWN: return true;
    default: return r >= TS_CU_HARDWARE_STACK_ERROR && r <= TS_CU_LAUNCH_FAILED;
    }
}

int ts_cuda_try(ts_cuda_device *d, ts_cu_result r, const char *what, ts_error *err)
{
    if (!r) return 0;
    char line[400];
    size_t left = 0, total = 0;
    describe_result(d->api, r, line, sizeof line);
    if (spoils(r) && !d->lost[0])
        snprintf(d->lost, sizeof d->lost, "cuda: %.80s failed: %s", what, line);
    if (r == TS_CU_OUT_OF_MEMORY && d->context && !d->api->context_set(d->context) &&
        !d->api->memory_info(&left, &total))
        return ts_fail(err, "cuda: %s failed: %s (%.2f of %.2f GB are free)", what, line,
                       (double)left / 1e9, (double)total / 1e9);
    return ts_fail(err, "cuda: %s failed: %s", what, line);
}

int ts_cuda_enter(ts_cuda_device *d, ts_error *err)
{
    if (d->lost[0]) return ts_fail(err, "%s", d->lost);
    return ts_cuda_try(d, d->api->context_set(d->context), "making the context current", err);
}
