/* cuda_like.h - what the tables of cuda, hip and musa have in common. */
#ifndef TESSERA_EMIT_CUDA_LIKE_H
#define TESSERA_EMIT_CUDA_LIKE_H

#define TS_CUDA_LIKE                                                                               \
    .type = {"float", "int", "unsigned", "bool"}, .unit = {"unsigned char", "unsigned short"},     \
    .quad = "uint4", .wide = "unsigned long long", .wide_suffix = "ull",                           \
    .function = "extern \"C\" __global__ void __launch_bounds__(%1$d) %2$s",                       \
    .in = "const %1$s *b%2$d", .out = "%1$s *b%2$d", .cell = "const int *s%1$d",                   \
    .shared = "__shared__ unsigned shared[%d];",                                                   \
    .shared_quads = "__shared__ uint4 quads[%d];\n"                                                \
                    "    unsigned *shared = (unsigned *)quads;",                                   \
    .shared_quad = "*(uint4 *)&shared[$a]", .zeros = "make_uint4(0u, 0u, 0u, 0u)",                 \
    .thread = "(int)threadIdx.x", .group = "(int)blockIdx.x", .groups = "(int)gridDim.x",          \
    .barrier = {"", "__syncthreads();", "__syncthreads();", "__syncthreads();"},                   \
    .unroll = "#pragma unroll $n",                                                                 \
    .bits = {"__uint_as_float($a)", "__float_as_int($a)", "__float_as_uint($a)"},                  \
    .load_quad = "((const uint4 *)b$n)[$a]", .prefix = "", .suffix = "f"

/* Of 16 bits, which one function multiplies, and of bytes. */
#define TS_MULTIPLY_16                                                                             \
    [TS_KIND_F16] = "multiply($a, $b, $c, $n)", [TS_KIND_BF16] = "multiply($a, $b, $c, $n)"
#define TS_MULTIPLY_I8 [TS_KIND_I8] = "multiply_i8($a, $b, $c, $n)"

/* The whole dialect of CUDA, and what its targets have in common. Of 128 threads 1536 rows, one a warp, come out even on
 * 132 processors: 384 groups of 4. */
#define TS_CUDA_TEXT                                                                               \
    .print = ts_print_clike, TS_CUDA_LIKE,                                                         \
    .prelude =                                                                                     \
        "// CUDA C++. Compile with --fmad=false: products and sums round one by one.\n"            \
        "\n"                                                                                       \
        "// Lets the next launch begin, then waits until those before have ended and are seen.\n"  \
        "static __device__ __forceinline__ void take_turn()\n"                                     \
        "{\n"                                                                                      \
        "#if __CUDA_ARCH__ >= 900\n"                                                               \
        "    asm volatile(\"griddepcontrol.launch_dependents;\");\n"                               \
        "    asm volatile(\"griddepcontrol.wait;\" ::: \"memory\");\n"                             \
        "#endif\n"                                                                                 \
        "}\n",                                                                                     \
    .begin = "take_turn();", .unroll_all = "#pragma unroll", .rolled = "#pragma unroll 1",         \
    .hold = "__syncwarp();",                                                                       \
    .half_function = "\n"                                                                          \
                     "// The header of f16 is not there at run time; this is its instruction.\n"   \
                     "static __device__ __forceinline__ float half_to_float(unsigned a)\n"         \
                     "{\n"                                                                         \
                     "    float r;\n"                                                              \
                     "    asm(\"cvt.f32.f16 %0, %1;\" : \"=f\"(r) : \"h\"((unsigned short)a));\n"  \
                     "    return r;\n"                                                             \
                     "}\n",                                                                        \
    .to_half_function = "\n"                                                                       \
                        "static __device__ __forceinline__ unsigned float_to_half(float a)\n"      \
                        "{\n"                                                                      \
                        "    unsigned short r;\n"                                                  \
                        "    asm(\"cvt.rn.f16.f32 %0, %1;\" : \"=h\"(r) : \"f\"(a));\n"            \
                        "    return r;\n"                                                          \
                        "}\n",                                                                     \
    .fragment = "fragment(&shared[$a], $n)",                                                       \
    .copy = "begin_copy(&shared[$a], &((const uint4 *)b$n)[$b], $c);\n",                           \
    .commit = "end_group();\n", .wait = "wait_for_groups<$n>();\n",                                \
    .copy_functions = ts_cuda_copies, .oct = "scaled", .scaled = "scaled{$a, $b}",                 \
    .multiply = {TS_MULTIPLY_16, [TS_KIND_E4M3] = "multiply_f8($a, $b, $c, $n)",                   \
                 TS_MULTIPLY_I8, [TS_KIND_MXFP4] = "multiply_f4($a, $b, $c, $n)",                  \
                 [TS_KIND_NVFP4] = "multiply_f4($a, $b, $c, $n)"},                                 \
    .fragment_function = ts_cuda_fragment,                                                         \
    .scaled_function = ts_cuda_scaled, .multiply_functions = {ts_cuda_16, ts_cuda_16, ts_cuda_f8,  \
                                                              ts_cuda_i8, ts_cuda_f4, ts_cuda_f4}, \
    .infinity = "__int_as_float(0x7f800000)", .nan = "__int_as_float(0x7fc00000)",                 \
    .shuffle = "__shfl_xor_sync(0xffffffffu, $a, $n)", .half = "half_to_float($a)",                \
    .to_half = "float_to_half($a)"
#define TS_CUDA_TRAITS                                                                             \
    .subgroup = 32, .threads = 128, .max_threads = 1024, .wide = true, .half = true,               \
    .to_half = true, .nan_minmax = true, .unroll = 4, .batch = 32, .copies = true,                 \
    .matrix = &ts_cuda_unit

/* cuda_copy.c: functions that begin copies and wait for them. */
extern const char ts_cuda_copies[];
/* cuda_matrix.c, hip_matrix.c and, of 8 bits, cuda_narrow.c, hip_narrow.c: functions that compute FRAGMENT and
 * MULTIPLY, and the units whose layouts they have. */
extern const char ts_cuda_fragment[], ts_cuda_16[], ts_cuda_f8[], ts_cuda_i8[], ts_cuda_scaled[],
    ts_cuda_f4[];
extern const char ts_mfma_fragment[], ts_mfma_16[], ts_mfma_i8[];
extern const char ts_wmma_fragment[], ts_wmma_16[], ts_wmma_i8[];
/* cuda_quartet.c: functions of quartets, for each kind the same and its own. */
extern const char ts_cuda_quartet[], ts_cuda_quartet_f16[], ts_cuda_quartet_bf16[],
    ts_cuda_quartet_f8[];
extern const struct ts_quartet ts_cuda_four;
extern const struct ts_matrix ts_cuda_unit, ts_mfma_unit, ts_wmma_unit;

#endif
