/* hip_matrix.c - matrix units in HIP text: the layouts of FRAGMENT and MULTIPLY (simt/form.h) are those of MFMA for
 * waves of 64 and of WMMA as gfx11 has it for waves of 32. GPUs without these instructions compute by the same
 * layouts from what other lanes hold; so do tests on a CPU.
 *
 * Which element is in which lane and register is what AMD's matrix instruction calculator prints for
 * v_mfma_f32_16x16x16_f16, v_mfma_f32_16x16x16_bf16_1k, v_wmma_f32_16x16x16_f16 and _bf16. */
#include "simt/cuda_like.h"

#include "simt/family.h"

/* v_mfma_..._16x16x16 takes 4 neighbours of a row from each lane. Which k they are does not matter as long as a and
 * b agree, so a lane reads 8 at once and two instructions take 4 each. */
const ts_matrix ts_mfma_unit = {
    .lanes = 64,
    .deep = 16,
    .across = 16,
    .rows = 4,
    .quads = true,
    .fragment = {.row = {0, 16, 1}, .col = {4, 4, 4}, 4, {{0, 0}, {0, 1}, {0, 2}, {0, 3}}},
    .sums = {.row = {4, 4, 4}, .col = {0, 16, 1}, 4, {{0, 0}, {1, 0}, {2, 0}, {3, 0}}},
    .chain = {[TS_KIND_F16] = TS_ENDLESS, [TS_KIND_BF16] = TS_ENDLESS, [TS_KIND_I8] = TS_ENDLESS},
};

/* Lanes l and l + 16 have the same row of a fragment, and every other row of sums. */
const ts_matrix ts_wmma_unit = {
    .lanes = 32,
    .deep = 8,
    .across = 16,
    .rows = 8,
    .quads = true,
    .fragment = {.row = {0, 16, 1},
                 .col = {0, 1, 0},
                 8,
                 {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {0, 6}, {0, 7}}},
    .sums = {.row = {4, 2, 1},
             .col = {0, 16, 1},
             8,
             {{0, 0}, {2, 0}, {4, 0}, {6, 0}, {8, 0}, {10, 0}, {12, 0}, {14, 0}}},
    .chain = {[TS_KIND_F16] = TS_ENDLESS, [TS_KIND_BF16] = TS_ENDLESS, [TS_KIND_I8] = TS_ENDLESS},
};

#define FUNCTION "static __device__ __forceinline__ "

/* What both ways without an instruction have: the products of two pairs, in f32. */
#define ADD_PAIR                                                                                   \
    FUNCTION                                                                                       \
    "float element(unsigned pair, int upper, int bf16)\n"                                          \
    "{\n"                                                                                          \
    "    const unsigned code = upper ? pair >> 16 : pair & 0xffffu;\n"                             \
    "    const float half = (float)__builtin_bit_cast(_Float16, (unsigned short)code);\n"          \
    "    return bf16 ? __uint_as_float(code << 16) : half;\n"                                      \
    "}\n" FUNCTION "float add_pair(unsigned a, unsigned b, float c, int bf16)\n"                   \
    "{\n"                                                                                          \
    "    c = fmaf(element(a, 0, bf16), element(b, 0, bf16), c);\n"                                 \
    "    return fmaf(element(a, 1, bf16), element(b, 1, bf16), c);\n"                              \
    "}\n"

#define MFMA(instruction, type)                                                                    \
    "        sums = __builtin_amdgcn_mfma_f32_16x16x16" instruction "(\n"                          \
    "            __builtin_bit_cast(" type ", a0), __builtin_bit_cast(" type ", b0), sums,\n"      \
    "            0, 0, 0);\n"                                                                      \
    "        sums = __builtin_amdgcn_mfma_f32_16x16x16" instruction "(\n"                          \
    "            __builtin_bit_cast(" type ", a1), __builtin_bit_cast(" type ", b1), sums,\n"      \
    "            0, 0, 0);\n"

const char ts_mfma_fragment[] =
    "\n"
    "// 16 rows of 16 words, elements of 16 bits two in each, of 8 four; what a lane has of "
    "them.\n" FUNCTION "uint4 fragment(const unsigned *from, int pitch)\n"
    "{\n"
    "    const int lane = (int)threadIdx.x & 63;\n"
    "    return *(const uint4 *)(from + (lane & 15) * pitch + (lane >> 4) * 4);\n"
    "}\n";

const char ts_mfma_16[] =
    "\n"
    "// 16 rows of a with 16 of b; of bf16 if how & 2, else f16.\n"
    "#if defined(__gfx90a__) || defined(__gfx942__)\n"
    "typedef unsigned two_words __attribute__((ext_vector_type(2)));\n"
    "typedef _Float16 four_f16 __attribute__((ext_vector_type(4)));\n"
    "typedef short four_bf16 __attribute__((ext_vector_type(4)));\n"
    "typedef float four_f32 __attribute__((ext_vector_type(4)));\n" FUNCTION
    "uint4 multiply(uint4 a, uint4 b, uint4 c, int how)\n"
    "{\n"
    "    const two_words a0 = {a.x, a.y}, a1 = {a.z, a.w}, b0 = {b.x, b.y}, b1 = {b.z, b.w};\n"
    "    four_f32 sums = {__uint_as_float(c.x), __uint_as_float(c.y), __uint_as_float(c.z),\n"
    "                     __uint_as_float(c.w)};\n"
    "    if (how & 2) {\n" MFMA("bf16_1k", "four_bf16") "    } else {\n" MFMA(
        "f16", "four_f16") "    }\n"
                           "    return make_uint4(__float_as_uint(sums[0]), "
                           "__float_as_uint(sums[1]),\n"
                           "                      __float_as_uint(sums[2]), "
                           "__float_as_uint(sums[3]));\n"
                           "}\n"
                           "#else\n" ADD_PAIR FUNCTION
                           "float add_row(uint4 a, int lane, uint4 b, float c, int bf16)\n"
                           "{\n"
                           "    c = add_pair(__shfl(a.x, lane), b.x, c, bf16);\n"
                           "    c = add_pair(__shfl(a.y, lane), b.y, c, bf16);\n"
                           "    c = add_pair(__shfl(a.z, lane), b.z, c, bf16);\n"
                           "    return add_pair(__shfl(a.w, lane), b.w, c, bf16);\n"
                           "}\n"
                           "static __device__ __noinline__ uint4 multiply(uint4 a, uint4 b, uint4 "
                           "c, int how)\n"
                           "{\n"
                           "    const int lane = (int)threadIdx.x & 63, row = (lane >> 4) * 4;\n"
                           "    float x = __uint_as_float(c.x), y = __uint_as_float(c.y);\n"
                           "    float z = __uint_as_float(c.z), w = __uint_as_float(c.w);\n"
                           "    for (int t = 0; t < 64; t += 16) { // lanes from t on have "
                           "elements from t / 2 on\n"
                           "        const int mine = t + (lane & 15), first = t + row;\n"
                           "        const uint4 p = make_uint4(__shfl(b.x, mine), __shfl(b.y, "
                           "mine), __shfl(b.z, mine),\n"
                           "                                   __shfl(b.w, mine));\n"
                           "        x = add_row(a, first, p, x, how & 2);\n"
                           "        y = add_row(a, first + 1, p, y, how & 2);\n"
                           "        z = add_row(a, first + 2, p, z, how & 2);\n"
                           "        w = add_row(a, first + 3, p, w, how & 2);\n"
                           "    }\n"
                           "    return make_uint4(__float_as_uint(x), __float_as_uint(y), "
                           "__float_as_uint(z),\n"
                           "                      __float_as_uint(w));\n"
                           "}\n"
                           "#endif\n";

#define WMMA(type, cast)                                                                           \
    "        sums = __builtin_amdgcn_wmma_f32_16x16x16_" type "_w32(\n"                            \
    "            __builtin_bit_cast(" cast ", a), __builtin_bit_cast(" cast ", b), sums);\n"

const char ts_wmma_fragment[] =
    "\n"
    "// 16 rows of 8 words, elements of 16 bits two in each, of 8 four: a row in each lane.\n"
    "typedef unsigned oct __attribute__((ext_vector_type(8)));\n" FUNCTION
    "oct fragment(const unsigned *from, int pitch)\n"
    "{\n"
    "    const unsigned *at = from + ((int)threadIdx.x & 15) * pitch;\n"
    "    const uint4 x = *(const uint4 *)at, y = *(const uint4 *)(at + 4);\n"
    "    const oct row = {x.x, x.y, x.z, x.w, y.x, y.y, y.z, y.w};\n"
    "    return row;\n"
    "}\n";

const char ts_wmma_16[] =
    "\n"
    "// 16 rows of a with 16 of b; of bf16 if how & 2, else f16.\n"
    "#if defined(__GFX11__)\n"
    "typedef _Float16 many_f16 __attribute__((ext_vector_type(16)));\n"
    "typedef short many_bf16 __attribute__((ext_vector_type(16)));\n"
    "typedef float eight_f32 __attribute__((ext_vector_type(8)));\n" FUNCTION
    "oct multiply(oct a, oct b, oct c, int how)\n"
    "{\n"
    "    eight_f32 sums = __builtin_bit_cast(eight_f32, c);\n"
    "    if (how & 2) {\n" WMMA("bf16", "many_bf16") "    } else {\n" WMMA(
        "f16",
        "many_f16") "    }\n"
                    "    return __builtin_bit_cast(oct, sums);\n"
                    "}\n"
                    "#else\n" ADD_PAIR
                    "static __device__ __noinline__ oct multiply(oct a, oct b, oct c, int how)\n"
                    "{\n"
                    "    const int lane = (int)threadIdx.x & 31, odd = lane >> 4;\n"
                    "#pragma unroll\n"
                    "    for (int i = 0; i < 8; i++) {\n"
                    "        const int from = 2 * i + odd; // who has that row of a\n"
                    "        float sum = __uint_as_float(c[i]);\n"
                    "#pragma unroll\n"
                    "        for (int k = 0; k < 8; k++)\n"
                    "            sum = add_pair(__shfl((unsigned)a[k], from), b[k], sum, how & "
                    "2);\n"
                    "        c[i] = __float_as_uint(sum);\n"
                    "    }\n"
                    "    return c;\n"
                    "}\n"
                    "#endif\n";
