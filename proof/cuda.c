/* cuda.c - the proof of CUDA: nvcc for NVIDIA's GPUs from Turing on; a GPU, else the shim. */
#include <stdio.h>
#include <string.h>

#include "proof/proof.h"

/* One of sm_90 runs texts of cuda:hopper, and with "+basic" those of cuda; any other the latter alone. */
static void gpu(ts_climber *v)
{
    const char *line;
    bool hopper = !strcmp(v->target->name, "cuda:hopper");
    for (size_t i = 0; (line = ts_device_list(i)); i++) {
        bool is_90 = strstr(line, ", sm_90,") != NULL;
        if (strncmp(line, "cuda:", 5) || (hopper && !is_90)) continue;
        v->hardware = true;
        snprintf(v->spec, sizeof v->spec, "%.*s%s", (int)strcspn(line, " "), line,
                 is_90 && !hopper ? "+basic" : "");
        line += strcspn(line, " ") + strspn(line + strcspn(line, " "), " ");
        snprintf(v->device, sizeof v->device, "%.100s (%.30s)", line, v->spec);
        return;
    }
}

static const ts_shim_dialect shim[] = {
    {.target = "cuda",
     .what = "CUDA C++",
     .define = "",
     .header = ts_shim_cuda_text,
     .include = {"cuda_runtime.h", "cuda_fp16.h"},
     .subgroup = 32},
    {.target = "cuda:hopper",
     .what = "CUDA C++",
     .define = "",
     .header = ts_shim_cuda_text,
     .include = {"cuda_runtime.h", "cuda_fp16.h"},
     .subgroup = 32},
    {0},
};

const ts_proof ts_proof_cuda = {
    .language = "cuda",
    .names = TS_NAMES_OF_CUDA "__shfl_xor_sync/3 __shfl_sync/3 __syncwarp make_uint4/4 ",
    TS_NVCC,
    .chip = {{"hopper", "sm_90a"},
             {"", "sm_90"},
             {"", "sm_75"},
             {"", "sm_80"},
             {"", "sm_100"},
             {"", "sm_120a"}},
    .device = {gpu, ts_on_shim},
    .shim = shim,
    .unseen = "what NVIDIA's driver and a GPU do",
};
