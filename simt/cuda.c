/* cuda.c - CUDA C++ for NVIDIA GPUs. The text needs no header, so NVRTC compiles it without any.
 *
 * Every kernel begins with its turn: from sm_90 on a launch may be scheduled while the one before it
 * drains (rt/cuda_step.c). The wait stands before the first access to memory, because a text does not
 * know which of its params the launch before it writes.
 */
#include "simt/cuda_like.h"

#include "simt/print.h"

static const ts_dialect dialect = {
    .print = ts_print_clike,
    TS_CUDA_LIKE,
    .prelude =
        "// CUDA C++. Compile with --fmad=false: products and sums round one by one.\n"
        "\n"
        "// Lets the next launch begin, then waits until those before have ended and are seen.\n"
        "static __device__ __forceinline__ void take_turn()\n"
        "{\n"
        "#if __CUDA_ARCH__ >= 900\n"
        "    asm volatile(\"griddepcontrol.launch_dependents;\");\n"
        "    asm volatile(\"griddepcontrol.wait;\" ::: \"memory\");\n"
        "#endif\n"
        "}\n",
    .begin = "take_turn();",
    .unroll_all = "#pragma unroll",
    .rolled = "#pragma unroll 1",
    .hold = "__syncwarp();",
    .half_function = "\n"
                     "// The header of f16 is not there at run time; this is its instruction.\n"
                     "static __device__ __forceinline__ float half_to_float(unsigned a)\n"
                     "{\n"
                     "    float r;\n"
                     "    asm(\"cvt.f32.f16 %0, %1;\" : \"=f\"(r) : \"h\"((unsigned short)a));\n"
                     "    return r;\n"
                     "}\n",
    .to_half_function = "\n"
                        "static __device__ __forceinline__ unsigned float_to_half(float a)\n"
                        "{\n"
                        "    unsigned short r;\n"
                        "    asm(\"cvt.rn.f16.f32 %0, %1;\" : \"=h\"(r) : \"f\"(a));\n"
                        "    return r;\n"
                        "}\n",
    .fragment = "fragment(&shared[$a], $n)",
    .copy = "begin_copy(&shared[$a], &((const uint4 *)b$n)[$b], $c);\n",
    .commit = "end_group();\n",
    .wait = "wait_for_groups<$n>();\n",
    .copy_functions = ts_cuda_copies,
    .oct = "scaled",
    .scaled = "scaled{$a, $b}",
    .multiply = {TS_MULTIPLY_16, [TS_KIND_E4M3] = "multiply_f8($a, $b, $c, $n)",
                 TS_MULTIPLY_I8, [TS_KIND_MXFP4] = "multiply_f4($a, $b, $c, $n)",
                 [TS_KIND_NVFP4] = "multiply_f4($a, $b, $c, $n)"},
    .fragment_function = ts_cuda_fragment,
    .scaled_function = ts_cuda_scaled,
    .multiply_functions = {ts_cuda_16, ts_cuda_16, ts_cuda_f8, ts_cuda_i8, ts_cuda_f4, ts_cuda_f4},
    .infinity = "__int_as_float(0x7f800000)",
    .nan = "__int_as_float(0x7fc00000)",
    .shuffle = "__shfl_xor_sync(0xffffffffu, $a, $n)",
    .half = "half_to_float($a)",
    .to_half = "float_to_half($a)",
};

static const ts_simt_traits traits = {
    .subgroup = 32,
    .threads = 128, /* 1536 rows, one a warp, come out even on 132 processors: 384 groups of 4 */
    .max_threads = 1024,
    .shared_bytes = 48 << 10,
    .wide = true,
    .half = true,
    .to_half = true,
    .nan_minmax = true,
    .unroll = 4,
    .batch = 32,
    .copies = true,
    .matrix = &ts_cuda_unit,
};

const ts_target ts_cuda_sm = {
    .name = "cuda",
    .language = "CUDA C++",
    .extension = "cu",
    .what = "NVIDIA GPUs from sm_75 on, for nvcc and NVRTC",
    .family = &ts_family_simt,
    .traits = &traits,
    .dialect = &dialect,
};
