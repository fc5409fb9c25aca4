/* hip.c - the proof of HIP: clang for AMD's GPUs, with the device library's bitcode; the shim. */
#include <glob.h>
#include <string.h>
#include <unistd.h>

#include "proof/proof.h"

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
    return *v->tool_path && *v->library && !access("/usr/include/hip/hip_runtime.h", R_OK);
}

static const ts_shim_dialect shim[] = {
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
    {0},
};

/* An unroll that clang cannot do is no fault: loops with barriers carry the hint, too. */
const ts_proof ts_proof_hip = {
    .language = "hip",
    .names = TS_NAMES_OF_CUDA "__shfl/2 __shfl_xor/2 __builtin_inff/0 __builtin_nanf/1 "
                              "__builtin_bit_cast/2 __attribute__ ext_vector_type/1 "
                              "__builtin_amdgcn_mfma_f32_16x16x16f16/6 "
                              "__builtin_amdgcn_mfma_f32_16x16x16bf16_1k/6 "
                              "__builtin_amdgcn_wmma_f32_16x16x16_f16_w32/3 "
                              "__builtin_amdgcn_wmma_f32_16x16x16_bf16_w32/3 "
                              "__builtin_amdgcn_mfma_i32_16x16x32_i8/6 "
                              "__builtin_amdgcn_mfma_i32_16x16x16i8/6 "
                              "__builtin_amdgcn_wmma_i32_16x16x16_iu8_w32/6 ",
    .program = {"clang++-19", "clang++"},
    .before = "version ",
    .remedy = "apt-get install clang-19 libamdhip64-dev rocm-device-libs",
    .find = find_bitcode,
    .command = {"-x", "hip", "-std=c++17", "-O3", "-Werror", "-Wno-pass-failed", "-c",
                "--cuda-device-only", "--offload-arch=$chip", "--rocm-path=/usr",
                "--rocm-device-lib-path=$library", "-Rpass-analysis=kernel-resource-usage", "$text",
                "-o", "$object"},
    .chip = {{"wave64", "gfx90a"}, {"wave32", "gfx1030"}},
    .device = {ts_on_shim},
    .shim = shim,
    .unseen = "what AMD's driver and a GPU do",
};
