/* cuda.c - the proof of CUDA: nvcc for NVIDIA's GPUs from Turing on; a GPU, else the shim. */
#include <stdio.h>
#include <string.h>

#include "proof/proof.h"

static void gpu(ts_climber *v)
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
}

static const ts_shim_dialect shim[] = {
    {.target = "cuda",
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
    .chip =
        {{NULL, "sm_90"}, {NULL, "sm_75"}, {NULL, "sm_80"}, {NULL, "sm_100"}, {NULL, "sm_120a"}},
    .device = {gpu, ts_on_shim},
    .shim = shim,
    .unseen = "what NVIDIA's driver and a GPU do",
};
