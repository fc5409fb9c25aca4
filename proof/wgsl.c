/* wgsl.c - the proof of WGSL: Python with the wgpu package, set up by `make wgsl`; its naga reads texts,
 * and they run over Vulkan, in a process of their own. */
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "proof/proof.h"

static bool readable(const char *path)
{
    return !access(path, R_OK);
}

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

static bool naga(ts_climber *v)
{
    char number[32] = "";
    if (!find_wgpu(v->tool_path, v->library)) return false;
    wgpu_version(v->tool_path, number, sizeof number);
    snprintf(v->tool, sizeof v->tool, "naga of wgpu %s", number);
    return true;
}

/* Vulkan is what wgpu runs on; among its adapters it chooses itself, so none of them counts as hardware. */
static void wgpu(ts_climber *v)
{
    if (!*v->tool_path) {
        snprintf(v->device, sizeof v->device, "not found: make wgsl");
        return;
    }
    ts_on_vulkan(v);
    v->hardware = false;
    if (!*v->spec) return;
    v->slow = true;
    snprintf(v->spec, sizeof v->spec, "pipe:%s %s", v->tool_path, v->library);
    snprintf(v->device, sizeof v->device, "%s over Vulkan (pipe)", strstr(v->tool, "wgpu"));
}

const ts_proof ts_proof_wgsl = {
    .language = "wgsl",
    .names = TS_NAMES_OF_C
    "group/1 binding/1 builtin/1 workgroup_size/1 align/1 size/1 bitcast<f32>/1 bitcast<u32>/1 "
    "bitcast<i32>/1 f32/1 i32/1 u32/1 bool/1 vec4<u32> vec4<i32>/4 workgroupBarrier/0 "
    "workgroupUniformLoad/1 "
    "storageBarrier/0 atomicOr/2 atomicAnd/2 atomicLoad/1 atomicStore/2 select/3 extractBits/3 "
    "insertBits/4 unpack2x16float/1 pack2x16float/1 min/2 max/2 clamp/3 abs/1 floor/1 ceil/1 "
    "round/1 trunc/1 sqrt/1 inverseSqrt/1 exp/1 exp2/1 log/1 log2/1 sin/1 cos/1 tanh/1 pow/2 "
    "fma/3 array<u32> ",
    .remedy = "make wgsl",
    .find = naga,
    .command = {"$library", "--validate", "$text"},
    .device = {wgpu},
    .unseen = "which adapter computed: wgpu chooses, and it may be a CPU",
};
