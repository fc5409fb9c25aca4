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

/* cuda_copy.c: functions that begin copies and wait for them. */
extern const char ts_cuda_copies[];
/* cuda_matrix.c, hip_matrix.c and, of 8 bits, cuda_narrow.c, hip_narrow.c: functions that compute FRAGMENT and
 * MULTIPLY, and the units whose layouts they have. */
extern const char ts_cuda_fragment[], ts_cuda_16[], ts_cuda_f8[], ts_cuda_i8[], ts_cuda_scaled[],
    ts_cuda_f4[];
extern const char ts_mfma_fragment[], ts_mfma_16[], ts_mfma_i8[];
extern const char ts_wmma_fragment[], ts_wmma_16[], ts_wmma_i8[];
extern const struct ts_matrix ts_cuda_unit, ts_mfma_unit, ts_wmma_unit;

#endif
