/* cuda_narrow.c - matrix units in CUDA text for elements of 8 bits: mma.m16n8k32, in which the words of a lane lie
 * as in mma.m16n8k16 (PTX ISA, "Matrix Fragments for mma.m16n8k32"). GPUs without the instruction, before sm_89
 * and sm_80, compute by the same layout from what other lanes hold; so do tests on a CPU.
 *
 * What the instruction of f8e4m3 is made of differs (nvdisasm of ptxas 13.0): QMMA on sm_89 and sm_120, on sm_90
 * and sm_100 two HMMA of f16. QMMA of sm_89 keeps 13 bits of a sum behind its point (SageAttention2, arXiv
 * 2411.10958, section 3.2; DeepSeek-V3, arXiv 2412.19437, section 3.3.2, saw 14 bits on Hopper's wgmma), so four
 * of them follow one another at most, 128 elements, as in the latter: `chain` of the table. */
#include "simt/cuda_like.h"

#include "simt/family.h"

#define MMA(type, sums, as)                                                                        \
    "    asm volatile(\"mma.sync.aligned.m16n8k32.row.col." sums "." type "." type "." sums        \
    " \"\n"                                                                                        \
    "                 \"{%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};\"\n"                 \
    "                 : \"+" as "\"(x), \"+" as "\"(y), \"+" as "\"(z), \"+" as "\"(w)\n"          \
    "                 : \"r\"(a.x), \"r\"(a.y), \"r\"(a.z), \"r\"(a.w), \"r\"(low), "              \
    "\"r\"(high));\n"

/* Sums by shuffles: who has words t and t + 4 of the rows that a lane's sums are of. */
#define BY_SHUFFLES(add)                                                                           \
    "    const int lane = (int)threadIdx.x & 31;\n"                                                \
    "    for (int t = 0; t < 4; t++) { // who has words t and t + 4\n"                             \
    "        const int mine = (lane & 28) + t, first = 8 * (lane & 3) + t;\n"                      \
    "        const unsigned ax = __shfl_sync(0xffffffffu, a.x, mine);\n"                           \
    "        const unsigned ay = __shfl_sync(0xffffffffu, a.y, mine);\n"                           \
    "        const unsigned az = __shfl_sync(0xffffffffu, a.z, mine);\n"                           \
    "        const unsigned aw = __shfl_sync(0xffffffffu, a.w, mine);\n"                           \
    "        const unsigned p = __shfl_sync(0xffffffffu, low, first);\n"                           \
    "        const unsigned q = __shfl_sync(0xffffffffu, high, first);\n"                          \
    "        const unsigned r = __shfl_sync(0xffffffffu, low, first + 4);\n"                       \
    "        const unsigned s = __shfl_sync(0xffffffffu, high, first + 4);\n"                      \
    "        x = " add "(az, q, " add "(ax, p, x));\n"                                             \
    "        y = " add "(az, s, " add "(ax, r, y));\n"                                             \
    "        z = " add "(aw, q, " add "(ay, p, z));\n"                                             \
    "        w = " add "(aw, s, " add "(ay, r, w));\n"                                             \
    "    }\n"

#define FUNCTION(inlining, name)                                                                   \
    "static __device__ " inlining " uint4 " name "(uint4 a, uint4 b, uint4 c, int how)\n"          \
    "{\n"                                                                                          \
    "    const unsigned low = how & 1 ? b.y : b.x, high = how & 1 ? b.w : b.z;\n"
#define REAL_SUMS                                                                                  \
    "    float x = __uint_as_float(c.x), y = __uint_as_float(c.y);\n"                              \
    "    float z = __uint_as_float(c.z), w = __uint_as_float(c.w);\n"
#define REAL_RESULT                                                                                \
    "    return make_uint4(__float_as_uint(x), __float_as_uint(y), __float_as_uint(z),\n"          \
    "                      __float_as_uint(w));\n"                                                 \
    "}\n"
#define WHOLE_SUMS   "    unsigned x = c.x, y = c.y, z = c.z, w = c.w;\n"
#define WHOLE_RESULT "    return make_uint4(x, y, z, w);\n}\n"

const char ts_cuda_f8[] = "\n"
                          "// 16 rows of a with 8 of b, the upper ones if how & 1; of f8e4m3.\n"
                          "#if __CUDA_ARCH__ >= 890\n" FUNCTION("__forceinline__", "multiply_f8")
                              REAL_SUMS MMA("e4m3", "f32", "f") REAL_RESULT
    "#else\n"
    "// Its bits as those of an f32 lack a factor of 2^120.\n"
    "static __device__ __forceinline__ float of_f8(unsigned code)\n"
    "{\n"
    "    const float x = __uint_as_float((code & 0x7fu) << 20) * 0x1p120f;\n"
    "    const unsigned size = (code & 0x7fu) == 0x7fu ? 0x7fc00000u : __float_as_uint(x);\n"
    "    return __uint_as_float((code & 0x80u) << 24 | size);\n"
    "}\n"
    "static __device__ __forceinline__ float add_f8(unsigned a, unsigned b, float c)\n"
    "{\n"
    "    for (int n = 0; n < 32; n += 8) c = fmaf(of_f8(a >> n), of_f8(b >> n), c);\n"
    "    return c;\n"
    "}\n" FUNCTION("__noinline__", "multiply_f8") REAL_SUMS BY_SHUFFLES("add_f8") REAL_RESULT
    "#endif\n";

const char ts_cuda_i8[] =
    "\n"
    "// 16 rows of a with 8 of b, the upper ones if how & 1; of bytes with a sign. Sums wrap.\n"
    "#if __CUDA_ARCH__ >= 800\n" FUNCTION("__forceinline__", "multiply_i8")
        WHOLE_SUMS MMA("s8", "s32", "r") WHOLE_RESULT
    "#else\n"
    "static __device__ __forceinline__ unsigned add_i8(unsigned a, unsigned b, unsigned c)\n"
    "{\n"
    "    for (int n = 0; n < 32; n += 8)\n"
    "        c += (unsigned)((signed char)(a >> n) * (signed char)(b >> n));\n"
    "    return c;\n"
    "}\n" FUNCTION("__noinline__", "multiply_i8") WHOLE_SUMS BY_SHUFFLES("add_i8") WHOLE_RESULT
    "#endif\n";
