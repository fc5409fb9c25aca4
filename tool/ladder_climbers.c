/* ladder_climbers.c - the tools and devices of this machine, for each language (ladder.h).
 *
 * A row of the table names the programs that compile a language, where their version stands in what
 * they say, and what to install; a function for each kind of driver finds the device. The rest of the
 * languages runs on the shim, where that knows them. Nothing is compiled or opened here beyond what a version costs.
 */
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rt/cc.h"
#include "rt/opencl_api.h"
#include "rt/shim.h"
#include "tool/ladder.h"
#if __has_include(<vulkan/vulkan_core.h>)
#include "rt/vulkan.h"
#endif

static const struct row {
    const char *language, *program[4], *called; /* called: NULL: as the program */
    const char *before;                         /* what stands before the version */
    const char *remedy; /* or, where no program is named, why there is none */
    const char *suffix;
} rows[] = {
    {"cpu", {"cc", "gcc", "clang"}, NULL, NULL, "apt-get install gcc libc6-dev", ""},
    {"cuda", {"nvcc"}, NULL, ", V", "NVIDIA's CUDA toolkit (nvcc)", ""},
    {"hip",
     {"clang++-19", "clang++"},
     NULL,
     "version ",
     "apt-get install clang-19 libamdhip64-dev rocm-device-libs",
     ""},
    {"musa", {"nvcc"}, NULL, ", V", "NVIDIA's CUDA toolkit (nvcc)", " in place of mcc"},
    {"opencl", {"clang-19", "clang"}, NULL, "version ", "apt-get install clang-19", ""},
    {"spirv", {"spirv-val"}, NULL, " v", "apt-get install spirv-tools", ""},
    {"msl", {NULL}, NULL, NULL, "no compiler outside Apple's", ""},
};

void ts_ladder_language(const ts_target *target, char *to, size_t size)
{
    snprintf(to, size, "%.*s", (int)strcspn(target->name, ":"), target->name);
}

/* ---- tools ---- */

static bool look(ts_climber *v, const char *name)
{
    ts_cc cc;
    if (!ts_cc_look(&cc, name)) {
        snprintf(cc.path, sizeof cc.path, "/usr/local/cuda/bin/%s", name);
        if (access(cc.path, X_OK)) return false;
    }
    if (strlen(cc.path) >= sizeof v->tool_path) return false;
    strcpy(v->tool_path, cc.path);
    return true;
}

/* The number behind `before`, or the first one outside parentheses. */
static void version(const char *said, const char *before, char *to, size_t size)
{
    const char *at = before ? strstr(said, before) : NULL;
    int depth = 0;
    if (at) at += strlen(before);
    for (const char *s = said; !at && *s && *s != '\n'; s++) {
        depth += (*s == '(') - (*s == ')');
        if (!depth && s > said && s[-1] == ' ' && *s >= '0' && *s <= '9') at = s;
    }
    snprintf(to, size, "%.*s", at ? (int)strspn(at, "0123456789.") : 0, at ? at : "");
}

static bool readable(const char *path)
{
    return !access(path, R_OK);
}

/* The folder of the bitcode that HIP's functions are in. */
static bool find_bitcode(ts_climber *v)
{
    static const char *const where[] = {"/opt/rocm/amdgcn/bitcode/ockl.bc",
                                        "/usr/lib/*/amdgcn/bitcode/ockl.bc",
                                        "/usr/lib/llvm-*/lib/clang/*/amdgcn/bitcode/ockl.bc"};
    for (size_t i = 0; i < sizeof where / sizeof *where && !*v->library; i++) {
        glob_t found;
        if (glob(where[i], 0, NULL, &found)) continue;
        size_t n = strlen(found.gl_pathv[0]) - strlen("/ockl.bc");
        if (n < sizeof v->library) memcpy(v->library, found.gl_pathv[0], n);
        globfree(&found);
    }
    return *v->library && readable("/usr/include/hip/hip_runtime.h");
}

static void ask_version(ts_climber *v, const struct row *row)
{
    char said[2000], number[64] = "";
    const char *argv[] = {v->tool_path, "--version", NULL};
    const char *name = strrchr(v->tool_path, '/') + 1;
    ts_error ignored = {0};
    if (!ts_ladder_run(argv, NULL, 10, said, sizeof said, &ignored))
        version(said, row->before, number, sizeof number);
    const char *called = strstr(said, "clang") ? "clang" : !strcmp(name, "cc") ? "gcc" : name;
    snprintf(v->tool, sizeof v->tool, "%.40s %s%s", called, number, row->suffix);
}

static void find_tool(ts_climber *v, const char *language)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];
        if (strcmp(row->language, language)) continue;
        for (int k = 0; row->program[k] && !*v->tool_path; k++) look(v, row->program[k]);
        if (!strcmp(language, "hip") && *v->tool_path && !find_bitcode(v)) *v->tool_path = 0;
        if (*v->tool_path)
            ask_version(v, row);
        else
            snprintf(v->tool, sizeof v->tool, "%s%s", *row->program ? "not found: " : "",
                     row->remedy);
        return;
    }
    snprintf(v->tool, sizeof v->tool, "none is known");
}

/* ---- devices ---- */

static void cpu(ts_climber *v)
{
    ts_error err = {0};
    const char *isa = strchr(v->target->name, ':');
    if (!isa || !ts_isa_choose(isa + 1, &err)) {
        snprintf(v->device, sizeof v->device, "this CPU cannot run %.60s", v->target->name);
        *v->tool_path = 0; /* the flags that turn an extension on are of CPUs that have it */
        return;
    }
    if (!*v->tool_path) return;
    snprintf(v->spec, sizeof v->spec, "%s", v->target->name);
    snprintf(v->device, sizeof v->device, "this CPU (%s)", v->target->name);
    v->hardware = true;
}

enum { CL_PLATFORM_VERSION = 0x0901, CL_DEVICE_TYPE = 0x1000, CL_CPU = 2 };

static void say_opencl(ts_climber *v, const ts_cl *cl, const ts_cl_found *f, size_t i)
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
static void opencl(ts_climber *v)
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
        say_opencl(v, cl, &f, i);
    }
    if (!*v->spec)
        snprintf(v->device, sizeof v->device, "not found: apt-get install pocl-opencl-icd");
}

#if __has_include(<vulkan/vulkan_core.h>)
/* A driver of Mesa calls itself "Mesa 22.3.6 (LLVM 15.0.6)". */
static void say_vulkan(ts_climber *v, const ts_vk_instance *in, const ts_vk_gpu *g)
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

static void vulkan(ts_climber *v)
{
    static ts_vk_gpu gpu[TS_VK_DEVICES];
    ts_vk_instance in;
    int n = ts_vk_instance_get(&in, NULL) ? 0 : ts_vk_devices(&in, gpu, NULL);
    if (n > 0 && !ts_vk_unusable(&gpu[0])) {
        snprintf(v->spec, sizeof v->spec, "vulkan:0");
        say_vulkan(v, &in, &gpu[0]);
    } else {
        snprintf(v->device, sizeof v->device, "not found: apt-get install mesa-vulkan-drivers");
    }
}
#else
static void vulkan(ts_climber *v)
{
    snprintf(v->device, sizeof v->device, "not in this build: apt-get install libvulkan-dev");
}
#endif

static bool shim_knows(const ts_target *target)
{
    const ts_shim_dialect *d;
    for (size_t i = 0; (d = ts_shim_dialect_at(i)); i++)
        if (!strcmp(d->target, target->name)) return true;
    return false;
}

static void shim(ts_climber *v)
{
    ts_cc cc;
    ts_error err = {0};
    if (!shim_knows(v->target)) {
        snprintf(v->device, sizeof v->device, "nothing here runs it");
        return;
    }
    if (ts_shim_find(&cc, &err)) {
        snprintf(v->device, sizeof v->device, "not found: apt-get install clang-19");
        return;
    }
    v->slow = true;
    snprintf(v->spec, sizeof v->spec, "shim:%s", v->target->name);
    snprintf(v->device, sizeof v->device, "strict shim (shim:%s)", v->target->name);
}

static void cuda(ts_climber *v)
{
    const char *line;
    for (size_t i = 0; (line = ts_device_list(i)); i++) {
        if (strncmp(line, "cuda:", 5)) continue;
        v->hardware = true;
        snprintf(v->spec, sizeof v->spec, "%.*s", (int)strcspn(line, " "), line);
        line += strcspn(line, " ") + strspn(line + strcspn(line, " "), " ");
        snprintf(v->device, sizeof v->device, "%.100s (%.30s)", line, v->spec);
        return;
    }
    shim(v);
}

/* ---- WGSL: Python with the wgpu package, set up by `make wgsl` ---- */

/* The command's folder holds the packages, in the place that `make wgsl` uses or beside the binary. */
static bool find_wgpu(char *python, char *script)
{
    char binary[TS_LADDER_PATH - 64];
    struct stat st;
    snprintf(python, TS_LADDER_PATH, "build/venv-wgsl/bin/python");
    snprintf(script, TS_LADDER_PATH, "test/py/wgpu_device.py");
    if (!stat("build/venv-wgsl/complete", &st) && readable(script)) return true;
    ssize_t n = readlink("/proc/self/exe", binary, sizeof binary - 1);
    if (n <= 0) return false;
    binary[n] = 0;
    char *slash = strrchr(binary, '/');
    if (!slash || strchr(binary, ' ')) return false;
    *slash = 0;
    snprintf(python, TS_LADDER_PATH, "%s/venv-wgsl/bin/python", binary);
    snprintf(script, TS_LADDER_PATH, "%s/../test/py/wgpu_device.py", binary);
    return readable(python) && readable(script);
}

static void wgpu_version(const char *python, char *to, size_t size)
{
    char pattern[TS_LADDER_PATH + 64];
    int n = (int)strlen(python) - (int)strlen("bin/python");
    glob_t found;
    snprintf(pattern, sizeof pattern, "%.*slib/python3*/site-packages/wgpu-*.dist-info", n, python);
    if (glob(pattern, 0, NULL, &found)) return;
    const char *name = strrchr(found.gl_pathv[0], '/') + strlen("/wgpu-");
    int length = (int)strspn(name, "0123456789.");
    if (length && name[length - 1] == '.') length--;
    snprintf(to, size, "%.*s", length, name);
    globfree(&found);
}

static void wgsl(ts_climber *v)
{
    char number[32] = "";
    if (!find_wgpu(v->tool_path, v->library)) {
        *v->tool_path = 0;
        snprintf(v->tool, sizeof v->tool, "not found: make wgsl");
        snprintf(v->device, sizeof v->device, "not found: make wgsl");
        return;
    }
    wgpu_version(v->tool_path, number, sizeof number);
    snprintf(v->tool, sizeof v->tool, "naga of wgpu %s", number);
    vulkan(v);           /* what wgpu would run on */
    v->hardware = false; /* wgpu chooses among the adapters */
    if (!*v->spec) return;
    v->slow = true;
    snprintf(v->spec, sizeof v->spec, "pipe:%s %s", v->tool_path, v->library);
    snprintf(v->device, sizeof v->device, "wgpu %s over Vulkan (pipe)", number);
}

/* ---- together ---- */

void ts_ladder_look(ts_climber *v, const ts_target *target)
{
    static const struct {
        const char *language;
        void (*find)(ts_climber *v);
    } kinds[] = {{"cpu", cpu},   {"opencl", opencl}, {"spirv", vulkan},
                 {"cuda", cuda}, {"wgsl", wgsl},     {NULL, shim}};
    char language[32];
    int k = 0;
    *v = (ts_climber){.target = target};
    ts_ladder_language(target, language, sizeof language);
    find_tool(v, language);
    while (kinds[k].language && strcmp(kinds[k].language, language)) k++;
    kinds[k].find(v);
    v->step[0] = ts_step_print;
    if (ts_ladder_has_names(language)) v->step[1] = ts_step_sign;
    if (*v->tool_path) v->step[2] = ts_step_compile;
    if (*v->spec) v->step[3] = ts_step_execute;
}
