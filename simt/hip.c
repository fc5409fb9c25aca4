/* hip.c - HIP C++ for AMD GPUs: CUDA's with other waves, another shuffle and a native f16 type. */
#include "simt/cuda_like.h"

#include "simt/print.h"

#define DIALECT(unit)                                                                              \
    {                                                                                              \
        .print = ts_print_clike, TS_CUDA_LIKE,                                                     \
        .prelude = "// HIP C++ for hipcc, hiprtc and clang.\n"                                     \
                   "#ifndef __HIPCC_RTC__\n"                                                       \
                   "#include <hip/hip_runtime.h>\n"                                                \
                   "#endif\n"                                                                      \
                   "#pragma clang fp contract(off)\n",                                             \
        .oct = "oct", .oct_zeros = "(oct)(0u)", .fragment = "fragment(&shared[$a], $n)",           \
        .multiply = {TS_MULTIPLY_16, TS_MULTIPLY_I8}, .fragment_function = ts_##unit##_fragment,   \
        .multiply_functions = {[TS_KIND_F16] = ts_##unit##_16,                                     \
                               [TS_KIND_BF16] = ts_##unit##_16,                                    \
                               [TS_KIND_I8] = ts_##unit##_i8},                                     \
        .infinity = "__builtin_inff()", .nan = "__builtin_nanf(\"\")",                             \
        .shuffle = "__shfl_xor($a, $n)",                                                           \
        .half = "(float)__builtin_bit_cast(_Float16, (unsigned short)$A)",                         \
        .to_half = "(unsigned)__builtin_bit_cast(unsigned short, (_Float16)$A)",                   \
    }
static const ts_dialect dialect_of_64 = DIALECT(mfma), dialect_of_32 = DIALECT(wmma);

/* Beside 64 sums of a thread clang finds no place for all addresses in what a lane of 32 has, 256 registers. */
#define WAVES_OF(n, unit, most)                                                                    \
    {                                                                                              \
        .subgroup = (n), .threads = 256, .max_threads = 1024, .shared_bytes = 64 << 10,            \
        .wide = true, .half = true, .to_half = true, .nan_minmax = true, .unroll = 4,              \
        .matrix = (unit), .sums = (most),                                                          \
    }
static const ts_simt_traits waves_of_64 = WAVES_OF(64, &ts_mfma_unit, 0);
static const ts_simt_traits waves_of_32 = WAVES_OF(32, &ts_wmma_unit, 32);

const ts_target ts_hip_wave64 = {
    .name = "hip:wave64",
    .language = "HIP C++",
    .extension = "hip",
    .what = "AMD GPUs with waves of 64: gfx9, CDNA",
    .family = &ts_family_simt,
    .traits = &waves_of_64,
    .dialect = &dialect_of_64,
};
const ts_target ts_hip_wave32 = {
    .name = "hip:wave32",
    .language = "HIP C++",
    .extension = "hip",
    .what = "AMD GPUs with waves of 32: RDNA, gfx10 and later",
    .family = &ts_family_simt,
    .traits = &waves_of_32,
    .dialect = &dialect_of_32,
};
