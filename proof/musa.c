/* musa.c - the proof of MUSA: mcc cannot be had, so nvcc stands in for it, MUSA's headers being CUDA's. */
#include "proof/proof.h"

static const ts_shim_dialect shim[] = {
    {.target = "musa",
     .what = "MUSA C++",
     .define = "",
     .header = ts_shim_cuda_text,
     .include = {"musa_runtime.h", "musa_fp16.h"},
     .subgroup = 32},
    {0},
};

const ts_proof ts_proof_musa = {
    .language = "musa",
    .names = TS_NAMES_OF_CUDA "__shfl_xor_sync/3 __half2float/1 __ushort_as_half/1 "
                              "__half_as_ushort/1 __float2half_rn/1 ",
    TS_NVCC,
    .suffix = " in place of mcc",
    .chip = {{NULL, "sm_80"}},
    .header = {{"musa_runtime.h", "cuda_runtime.h"}, {"musa_fp16.h", "cuda_fp16.h"}},
    .device = {ts_on_shim},
    .shim = shim,
    .unseen = "mcc, and what a GPU does",
};
