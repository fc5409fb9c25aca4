/* cuda_matrix.c - matrix units in CUDA text: the layouts of FRAGMENT and MULTIPLY (simt/form.h) are those of
 * mma.m16n8k16, as the PTX ISA has them. GPUs before sm_80, which have no such instruction for bf16, compute
 * by the same layouts from what other lanes hold; so do tests on a CPU. */
#include "simt/cuda_like.h"

#include "simt/family.h"

/* Lane 4 g + t has of a fragment rows g and g + 8, of each words t and t + 4; of sums the same rows, columns 2 t
 * and 2 t + 1. */
const ts_matrix ts_cuda_unit = {
    .lanes = 32,
    .deep = 8,
    .across = 8,
    .rows = 2,
    .fragment = {.row = {2, 8, 1}, .col = {0, 4, 1}, 4, {{0, 0}, {8, 0}, {0, 4}, {8, 4}}},
    .sums = {.row = {2, 8, 1}, .col = {0, 4, 2}, 4, {{0, 0}, {0, 1}, {8, 0}, {8, 1}}},
    .chain = {[TS_KIND_F16] = TS_ENDLESS,
              [TS_KIND_BF16] = TS_ENDLESS,
              [TS_KIND_E4M3] = 4,
              [TS_KIND_I8] = TS_ENDLESS,
              [TS_KIND_MXFP4] = 2,
              [TS_KIND_NVFP4] = 2},
    .scale = {{2, 8, 1}, {0, 2, 8}},
};

#define MMA(type)                                                                                  \
    "        asm volatile(\"mma.sync.aligned.m16n8k16.row.col.f32." type "." type ".f32 \"\n"      \
    "                     \"{%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};\"\n"             \
    "                     : \"+f\"(x), \"+f\"(y), \"+f\"(z), \"+f\"(w)\n"                          \
    "                     : \"r\"(a.x), \"r\"(a.y), \"r\"(a.z), \"r\"(a.w), \"r\"(low), "          \
    "\"r\"(high));\n"

#define BEGIN                                                                                      \
    "{\n"                                                                                          \
    "    const unsigned low = how & 1 ? b.y : b.x, high = how & 1 ? b.w : b.z;\n"                  \
    "    float x = __uint_as_float(c.x), y = __uint_as_float(c.y);\n"                              \
    "    float z = __uint_as_float(c.z), w = __uint_as_float(c.w);\n"
#define END                                                                                        \
    "    return make_uint4(__float_as_uint(x), __float_as_uint(y), __float_as_uint(z),\n"          \
    "                      __float_as_uint(w));\n"                                                 \
    "}\n"

const char ts_cuda_fragment[] =
    "\n"
    "// 16 rows of 8 words, elements of 16 bits two in each, of 8 four; what a lane has of them.\n"
    "static __device__ __forceinline__ uint4 fragment(const unsigned *from, int pitch)\n"
    "{\n"
    "    const int lane = (int)threadIdx.x & 31;\n"
    "    const unsigned *at = from + (lane >> 2) * pitch + (lane & 3);\n"
    "    return make_uint4(at[0], at[8 * pitch], at[4], at[8 * pitch + 4]);\n"
    "}\n";

const char ts_cuda_16[] =
    "\n"
    "// 16 rows of a with 8 of b, the upper ones if how & 1; of bf16 if how & 2, else f16.\n"
    "#if __CUDA_ARCH__ >= 800\n"
    "static __device__ __forceinline__ uint4 multiply(uint4 a, uint4 b, uint4 c, int how)\n" BEGIN
    "    if (how & 2) {\n" MMA("bf16") "    } else {\n" MMA(
        "f16") "    }\n" END "#else\n"
               "static __device__ __forceinline__ float element(unsigned pair, int upper, int "
               "bf16)\n"
               "{\n"
               "    const unsigned code = upper ? pair >> 16 : pair & 0xffffu;\n"
               "    float r;\n"
               "    asm(\"cvt.f32.f16 %0, %1;\" : \"=f\"(r) : \"h\"((unsigned short)code));\n"
               "    return bf16 ? __uint_as_float(code << 16) : r;\n"
               "}\n"
               "static __device__ __forceinline__ float add_pair(unsigned a, unsigned b, float c, "
               "int bf16)\n"
               "{\n"
               "    c = fmaf(element(a, 0, bf16), element(b, 0, bf16), c);\n"
               "    return fmaf(element(a, 1, bf16), element(b, 1, bf16), c);\n"
               "}\n"
               "static __device__ __noinline__ uint4 multiply(uint4 a, uint4 b, uint4 c, int "
               "how)\n" BEGIN "    const int lane = (int)threadIdx.x & 31;\n"
               "    for (int t = 0; t < 4; t++) { // who has elements 2t, 2t + 1, 2t + 8, 2t + 9\n"
               "        const int mine = (lane & 28) + t, first = 8 * (lane & 3) + t;\n"
               "        const unsigned ax = __shfl_sync(0xffffffffu, a.x, mine);\n"
               "        const unsigned ay = __shfl_sync(0xffffffffu, a.y, mine);\n"
               "        const unsigned az = __shfl_sync(0xffffffffu, a.z, mine);\n"
               "        const unsigned aw = __shfl_sync(0xffffffffu, a.w, mine);\n"
               "        const unsigned p = __shfl_sync(0xffffffffu, low, first);\n"
               "        const unsigned q = __shfl_sync(0xffffffffu, high, first);\n"
               "        const unsigned r = __shfl_sync(0xffffffffu, low, first + 4);\n"
               "        const unsigned s = __shfl_sync(0xffffffffu, high, first + 4);\n"
               "        x = add_pair(az, q, add_pair(ax, p, x, how & 2), how & 2);\n"
               "        y = add_pair(az, s, add_pair(ax, r, y, how & 2), how & 2);\n"
               "        z = add_pair(aw, q, add_pair(ay, p, z, how & 2), how & 2);\n"
               "        w = add_pair(aw, s, add_pair(ay, r, w, how & 2), how & 2);\n"
               "    }\n" END "#endif\n";
