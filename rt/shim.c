/* shim.c - the shim device's row in the list of drivers: dialects, open, list (shim.h). */
#include "rt/shim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const ts_shim_dialect dialects[] = {
    {.target = "cuda",
     .what = "CUDA C++",
     .define = "",
     .header = ts_shim_cuda_text,
     .include = {"cuda_runtime.h", "cuda_fp16.h"},
     .subgroup = 32},
    {.target = "hip:wave64",
     .what = "HIP C++, wave of 64",
     .define = "#define TS_SHIM_HIP\n",
     .header = ts_shim_cuda_text,
     .include = {"hip/hip_runtime.h", "hip/hip_fp16.h"},
     .subgroup = 64},
    {.target = "hip:wave32",
     .what = "HIP C++, wave of 32",
     .define = "#define TS_SHIM_HIP\n",
     .header = ts_shim_cuda_text,
     .include = {"hip/hip_runtime.h", "hip/hip_fp16.h"},
     .subgroup = 32},
    {.target = "musa",
     .what = "MUSA C++",
     .define = "",
     .header = ts_shim_cuda_text,
     .include = {"musa_runtime.h", "musa_fp16.h"},
     .subgroup = 32},
    {.target = "msl",
     .what = "Metal Shading Language",
     .define = "#define TS_SHIM_SPACE __attribute__((address_space(1)))\n",
     .header = ts_shim_metal_text,
     .include = {"metal_stdlib"},
     .subgroup = 32,
     .metal = true},
};

enum { DIALECTS = sizeof dialects / sizeof *dialects };

const ts_shim_dialect *ts_shim_dialect_at(size_t i)
{
    return i < DIALECTS ? &dialects[i] : NULL;
}

/* "hip" means its first variant, as a target's name does. */
static const ts_shim_dialect *choose(const char *rest, ts_error *err)
{
    size_t n = strlen(rest);
    for (size_t i = 0; n && i < DIALECTS; i++) {
        const char *have = dialects[i].target;
        if (!strncmp(have, rest, n) && (!have[n] || have[n] == ':')) return &dialects[i];
    }
    ts_fail(err,
            "no device shim:%.40s; there are shim:cuda, shim:hip:wave64, shim:hip:wave32, "
            "shim:musa and shim:msl",
            rest);
    return NULL;
}

static int open_device(ts_device *base, const char *rest, int threads, ts_error *err)
{
    ts_shim_device *dev = (ts_shim_device *)base;
    (void)threads; /* blocks run one after the other */
    dev->dialect = choose(rest, err);
    if (!dev->dialect || ts_shim_find(&dev->cc, err) || ts_shim_memory(dev, err)) return -1;
    const char *slash = strrchr(dev->cc.path, '/');
    snprintf(base->name, sizeof base->name, "%s on fibers of the CPU (%.60s)", dev->dialect->what,
             slash ? slash + 1 : dev->cc.path);
    snprintf(base->target, sizeof base->target, "%s", dev->dialect->target);
    base->threads = 1;
    base->groups = 3;
    dev->limit = 300;
    return 0;
}

/* "clang++ 19.1.7" */
static void describe_device(ts_device *base)
{
    char line[64];
    ts_cc_version(&((ts_shim_device *)base)->cc, line, sizeof line);
    const char *number = strncmp(line, "clang ", 6) ? NULL : line + 6;
    snprintf(base->versions, sizeof base->versions, "%s%s", number ? "clang++ " : "",
             number ? number : line);
}

static void close_device(ts_device *base)
{
    ts_shim_memory_free((ts_shim_device *)base);
}

static const char *list_device(size_t i)
{
    static char line[DIALECTS][96];
    ts_cc cc;
    ts_error ignored = {{0}};
    if (i >= DIALECTS || ts_shim_find(&cc, &ignored)) return NULL;
    snprintf(line[i], sizeof line[i], "shim:%-10s %s on fibers of the CPU", dialects[i].target,
             dialects[i].what);
    return line[i];
}

static void free_step(ts_step *s)
{
    (void)s; /* what a step needs is in its bound launches */
}

const ts_driver ts_driver_shim = {
    .name = "shim",
    .specs = "shim:cuda, shim:hip:wave64, shim:hip:wave32, shim:musa, shim:msl",
    .device_bytes = sizeof(ts_shim_device),
    .buffer_bytes = sizeof(ts_shim_buffer),
    .module_bytes = sizeof(ts_shim_module),
    .step_bytes = sizeof(ts_step),
    .open = open_device,
    .close = close_device,
    .list = list_device,
    .describe = describe_device,
    .buffer_new = ts_shim_buffer_new,
    .buffer_free = ts_shim_buffer_free,
    .put = ts_shim_put,
    .get = ts_shim_get,
    .load = ts_shim_load,
    .unload = ts_shim_unload,
    .record = ts_shim_record,
    .run = ts_shim_run,
    .time = ts_shim_time,
    .step_free = free_step,
    .simt = true,
};
