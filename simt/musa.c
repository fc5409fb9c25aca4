/* musa.c - MUSA C++ for Moore Threads GPUs: CUDA's, with the vendor's header for f16. */
#include "simt/cuda_like.h"

#include "simt/print.h"

static const ts_dialect dialect = {
    .print = ts_print_clike,
    TS_CUDA_LIKE,
    .prelude = "// MUSA C++. Compile with -ffp-contract=off: products and sums round one by one.\n"
               "#include <musa_fp16.h>\n"
               "#include <musa_runtime.h>\n",
    .infinity = "__int_as_float(0x7f800000)",
    .nan = "__int_as_float(0x7fc00000)",
    .shuffle = "__shfl_xor_sync(0xffffffffu, $a, $n)",
    .half = "__half2float(__ushort_as_half((unsigned short)$A))",
    .to_half = "(unsigned)__half_as_ushort(__float2half_rn($a))",
};

static const ts_simt_traits traits = {
    .subgroup = 32,
    .threads = 256,
    .max_threads = 1024,
    .shared_bytes = 28 << 10,
    .wide = true,
    .half = true,
    .to_half = true,
    .nan_minmax = true,
    .unroll = 4,
};

const ts_target ts_musa_mp = {
    .name = "musa",
    .language = "MUSA C++",
    .extension = "mu",
    .what = "Moore Threads GPUs with warps of 32, for mcc",
    .family = &ts_family_simt,
    .traits = &traits,
    .dialect = &dialect,
};
