/* opencl_api.c - loads the OpenCL library, finds devices, says what its error codes mean. */
#include "rt/opencl_api.h"
#include "tessera/c_locale.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { PLATFORMS = 16, DEVICES = 64, LINES = 16 };

/* ---- the library ---- */

static ts_cl api;
static char missing[256]; /* why api cannot be used; "": it can */
static pthread_once_t loaded = PTHREAD_ONCE_INIT;

/* POSIX lets object pointers of dlsym become functions; C17 has no cast for it. */
static void look(void *library, const char *name, void *to)
{
    void *p = dlsym(library, name);
    memcpy(to, &p, sizeof p);
    if (p || missing[0]) return;
    ts_error err = {{0}};
    ts_fail(&err, "the OpenCL library (libOpenCL.so.1) lacks %s; OpenCL 1.2 is needed", name);
    memcpy(missing, err.text, sizeof missing - 1);
}

/* The library stays: drivers behind it keep threads that may not lose their code. */
static void load(void)
{
    void *library = dlopen("libOpenCL.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        strcpy(missing,
               "no OpenCL library (libOpenCL.so.1); install a loader and the driver of the "
               "device, for example: apt-get install ocl-icd-libopencl1 pocl-opencl-icd");
        return;
    }
#define X(result, name, params) look(library, "cl" #name, &api.name);
    TS_CL_FUNCTIONS(X)
#undef X
}

const ts_cl *ts_cl_load(ts_error *err)
{
    pthread_once(&loaded, load);
    if (!missing[0]) return &api;
    ts_fail(err, "%s", missing);
    return NULL;
}

/* ---- devices ---- */

/* Names come from drivers: control characters and blanks at the ends go. */
static void tidy(char *text)
{
    size_t n = strlen(text), skip = strspn(text, " \t\r\n");
    memmove(text, text + skip, n - skip + 1);
    for (char *p = text; *p; p++)
        if ((unsigned char)*p < ' ' || *p == 127) *p = ' ';
    for (n = strlen(text); n && text[n - 1] == ' ';) text[--n] = 0;
}

static void ask_text(const ts_cl *cl, ts_cl_device d, unsigned what, char *to, size_t cap)
{
    char all[1024] = "";
    if (cl->GetDeviceInfo(d, what, sizeof all - 1, all, NULL)) strcpy(all, "unknown");
    tidy(all);
    all[cap - 1] = 0;
    memcpy(to, all, cap);
}

static void describe(const ts_cl *cl, ts_cl_found *f)
{
    char maker[1024] = "";
    ask_text(cl, f->id, TS_CL_DEVICE_NAME, f->name, sizeof f->name);
    ask_text(cl, f->id, TS_CL_DEVICE_VERSION, f->version, sizeof f->version);
    ask_text(cl, f->id, TS_CL_DRIVER_VERSION, f->driver, sizeof f->driver);
    cl->GetPlatformInfo(f->platform, TS_CL_PLATFORM_NAME, sizeof maker - 1, maker, NULL);
    tidy(maker);
    memcpy(f->maker, maker, sizeof f->maker - 1);
    cl->GetDeviceInfo(f->id, TS_CL_DEVICE_MAX_COMPUTE_UNITS, sizeof f->units, &f->units, NULL);
    cl->GetDeviceInfo(f->id, TS_CL_DEVICE_MAX_WORK_GROUP_SIZE, sizeof f->group, &f->group, NULL);
    cl->GetDeviceInfo(f->id, TS_CL_DEVICE_GLOBAL_MEM_SIZE, sizeof f->memory, &f->memory, NULL);
    cl->GetDeviceInfo(f->id, TS_CL_DEVICE_MAX_MEM_ALLOC_SIZE, sizeof f->most, &f->most, NULL);
    cl->GetDeviceInfo(f->id, TS_CL_DEVICE_HOST_UNIFIED_MEMORY, sizeof f->unified, &f->unified,
                      NULL);
    cl->GetDeviceInfo(f->id, TS_CL_DEVICE_LOCAL_MEM_SIZE, sizeof f->local, &f->local, NULL);
}

int ts_cl_find(const ts_cl *cl, size_t i, ts_cl_found *to, size_t *count)
{
    ts_cl_platform platform[PLATFORMS];
    unsigned platforms = 0;
    *count = 0;
    if (cl->GetPlatformIDs(PLATFORMS, platform, &platforms)) return -1;
    for (unsigned p = 0; p < platforms && p < PLATFORMS; p++) {
        ts_cl_device device[DEVICES];
        unsigned n = 0;
        if (cl->GetDeviceIDs(platform[p], TS_CL_DEVICE_TYPE_ALL, DEVICES, device, &n)) continue;
        if (n > DEVICES) n = DEVICES;
        if (i >= *count && i - *count < n) {
            *to = (ts_cl_found){.platform = platform[p], .id = device[i - *count]};
            describe(cl, to);
            return 0;
        }
        *count += n;
    }
    return -1;
}

/* ---- list ---- */

static char line[LINES][256];
static pthread_once_t listed = PTHREAD_ONCE_INIT;

static void put_line(size_t i, const ts_cl_found *f)
{
    TS_C_LOCALE;
    char spec[32];
    double local = (double)f->local / 1024;
    bool big = local >= 1024;
    snprintf(spec, sizeof spec, "opencl:%zu", i);
    int n =
        snprintf(line[i], sizeof line[i],
                 "%-12s %s (%s), %.1f GB, %u unit%s, groups of up to %zu, %.0f %s local", spec,
                 f->name, f->maker, (double)f->memory * 1e-9, f->units, f->units == 1 ? "" : "s",
                 f->group, big ? local / 1024 : local, big ? "MB" : "KB");
    if (n < 0) line[i][0] = 0;
}

static void make_list(void)
{
    const ts_cl *cl = ts_cl_load(NULL);
    ts_cl_found f;
    size_t count;
    for (size_t i = 0; cl && i < LINES && !ts_cl_find(cl, i, &f, &count); i++) put_line(i, &f);
}

const char *ts_cl_list(size_t i)
{
    pthread_once(&listed, make_list);
    return i < LINES && line[i][0] ? line[i] : NULL;
}

/* ---- errors ---- */

int ts_cl_fail(int code, const char *cannot, ts_error *err)
{
    static const struct {
        int code;
        const char *what;
    } known[] = {
        {TS_CL_DEVICE_NOT_AVAILABLE, "the device is not available; was it unplugged or reset?"},
        {TS_CL_MEM_OBJECT_ALLOCATION_FAILURE, "the device is out of memory"},
        {TS_CL_OUT_OF_RESOURCES, "the device is out of resources or was lost; a smaller model or "
                                 "context, or opening it again, may help"},
        {TS_CL_OUT_OF_HOST_MEMORY, "the driver is out of host memory"},
        {TS_CL_INVALID_COMMAND_QUEUE, "the device was lost; open it again"},
        {TS_CL_INVALID_KERNEL_NAME, "the text has no function of that name"},
        {TS_CL_INVALID_ARG_INDEX, "the function takes other parameters than its manifest says"},
        {TS_CL_INVALID_ARG_SIZE, "the function takes other parameters than its manifest says"},
        {TS_CL_INVALID_KERNEL_ARGS, "the function takes other parameters than its manifest says"},
        {TS_CL_INVALID_WORK_GROUP_SIZE, "the device cannot run groups of that many threads"},
        {TS_CL_INVALID_BUFFER_SIZE, "the device has no buffers of that size"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (known[i].code == code) return ts_fail(err, "OpenCL: %s: %s", cannot, known[i].what);
    }
    return ts_fail(err, "OpenCL: %s: the driver gave error %d", cannot, code);
}
