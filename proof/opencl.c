/* opencl.c - the proof of OpenCL C: clang reads it as the standard has it; a driver of the machine. */
#include <stdio.h>
#include <string.h>

#include "proof/proof.h"
#include "rt/opencl_api.h"

enum { CL_PLATFORM_VERSION = 0x0901, CL_DEVICE_TYPE = 0x1000, CL_CPU = 2 };

static void say(ts_climber *v, const ts_cl *cl, const ts_cl_found *f, size_t i)
{
    char all[400] = "";
    cl->GetPlatformInfo(f->platform, CL_PLATFORM_VERSION, sizeof all - 1, all, NULL);
    const char *pocl = strstr(all, "PoCL ");
    if (pocl)
        snprintf(v->device, sizeof v->device, "PoCL %.*s (opencl:%zu)",
                 (int)strspn(pocl + 5, "0123456789."), pocl + 5, i);
    else
        snprintf(v->device, sizeof v->device, "%.60s, %.40s (opencl:%zu)", f->name, f->version, i);
}

/* The first that is no CPU, else the first. */
static void driver(ts_climber *v)
{
    ts_cl_found f;
    size_t count;
    const ts_cl *cl = ts_cl_load(NULL);
    for (size_t i = 0; cl && !v->hardware && !ts_cl_find(cl, i, &f, &count); i++) {
        uint64_t type = CL_CPU;
        cl->GetDeviceInfo(f.id, CL_DEVICE_TYPE, sizeof type, &type, NULL);
        v->hardware = !(type & CL_CPU);
        if (*v->spec && !v->hardware) continue;
        snprintf(v->spec, sizeof v->spec, "opencl:%zu", i);
        say(v, cl, &f, i);
    }
    if (!*v->spec)
        snprintf(v->device, sizeof v->device, "not found: apt-get install pocl-opencl-icd");
}

const ts_proof ts_proof_opencl = {
    .language = "opencl",
    .names = TS_NAMES_OF_C
    "__attribute__/1 reqd_work_group_size/3 barrier/1 get_local_id/1 get_group_id/1 "
    "get_num_groups/1 as_float/1 as_int/1 as_uint/1 vload_half/2 vstore_half_rte/3 min/2 max/2 "
    "fmin/2 fmax/2 fabs/1 fma/3 floor/1 ceil/1 rint/1 trunc/1 sqrt/1 rsqrt/1 exp/1 exp2/1 log/1 "
    "log2/1 sin/1 cos/1 tanh/1 pow/2 select/3 clamp/3 ",
    .program = {"clang-19", "clang"},
    .before = "version ",
    .remedy = "apt-get install clang-19",
    .command = {"-x", "cl", "-cl-std=CL1.2", "-Wall", "-Wextra", "-Werror", "-Wno-pass-failed",
                "-c", "-target", "spir64", "-emit-llvm", "-Xclang", "-finclude-default-header",
                "$text", "-o", "$object"},
    .device = {driver},
    .unseen = "what a GPU and its driver do",
};
