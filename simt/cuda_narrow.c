/* cuda_narrow.c - matrix units in CUDA text for elements of 8 and of 4 bits: mma.m16n8k32 and mma.m16n8k64, in which
 * the words of a lane lie as in mma.m16n8k16 (PTX ISA, "Matrix Fragments for mma.m16n8k32", "... m16n8k64"). GPUs
 * without the instruction (f8e4m3: before sm_89; i8: before sm_80; f4e2m1: all but sm_120a and sm_121a) compute by
 * the same layout from what other lanes hold; so do tests on a CPU.
 *
 * What the instruction of f8e4m3 is made of differs (nvdisasm of ptxas 13.0): QMMA on sm_89 and sm_120, on sm_90
 * and sm_100 two HMMA of f16. QMMA of sm_89 keeps 13 bits of a sum behind its point (SageAttention2, arXiv
 * 2411.10958, section 3.2; DeepSeek-V3, arXiv 2412.19437, section 3.3.2, saw 14 bits on Hopper's wgmma), so four
 * of them follow one another at most, 128 elements, as in the latter: `chain` of the table. What OMMA of f4e2m1
 * keeps is not known, so there it is 128 elements, too.
 *
 * Scales of a row g of 8 are in lane 4 g + thread-id, those of row g + 8 of a in the next one (PTX ISA, "Block
 * Scaling for mma.sync"), two or four bytes of a word. So a fragment's scales lie alike for a and b: of b the upper
 * rows have thread-id 1. */
#include "simt/cuda_like.h"

#include "simt/family.h"

#define MMA(type, sums, as)                                                                        \
    "    asm volatile(\"mma.sync.aligned.m16n8k32.row.col." sums "." type "." type "." sums        \
    " \"\n"                                                                                        \
    "                 \"{%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};\"\n"                 \
    "                 : \"+" as "\"(x), \"+" as "\"(y), \"+" as "\"(z), \"+" as "\"(w)\n"          \
    "                 : \"r\"(a.x), \"r\"(a.y), \"r\"(a.z), \"r\"(a.w), \"r\"(low), "              \
    "\"r\"(high));\n"

/* Words t and t + 4 of the rows that a lane's sums are of, out of the lanes that have them. */
#define WORDS_OF_LANES                                                                             \
    "        const unsigned ax = __shfl_sync(0xffffffffu, a.x, mine);\n"                           \
    "        const unsigned ay = __shfl_sync(0xffffffffu, a.y, mine);\n"                           \
    "        const unsigned az = __shfl_sync(0xffffffffu, a.z, mine);\n"                           \
    "        const unsigned aw = __shfl_sync(0xffffffffu, a.w, mine);\n"                           \
    "        const unsigned q0 = __shfl_sync(0xffffffffu, low, first);\n"                          \
    "        const unsigned q1 = __shfl_sync(0xffffffffu, high, first);\n"                         \
    "        const unsigned r0 = __shfl_sync(0xffffffffu, low, first + 4);\n"                      \
    "        const unsigned r1 = __shfl_sync(0xffffffffu, high, first + 4);\n"

#define BY_SHUFFLES(add)                                                                           \
    "    const int lane = (int)threadIdx.x & 31;\n"                                                \
    "    for (int t = 0; t < 4; t++) { // who has words t and t + 4\n"                             \
    "        const int mine = (lane & 28) + t, first = 8 * (lane & 3) + t;\n" WORDS_OF_LANES       \
    "        x = " add "(az, q1, " add "(ax, q0, x));\n"                                           \
    "        y = " add "(az, r1, " add "(ax, r0, y));\n"                                           \
    "        z = " add "(aw, q1, " add "(ay, q0, z));\n"                                           \
    "        w = " add "(aw, r1, " add "(ay, r0, w));\n"                                           \
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

#define BLOCK_SCALED(kind, scales, type)                                                           \
    "        asm volatile(\"mma.sync.aligned.m16n8k64.row.col.kind::" kind ".block_scale\"\n"      \
    "                     \".scale_vec::" scales ".f32.e2m1.e2m1.f32." type " \"\n"                \
    "                     \"{%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3}, \"\n"            \
    "                     \"%10, {0, 0}, %11, {0, %12};\"\n"                                       \
    "                     : \"+f\"(x), \"+f\"(y), \"+f\"(z), \"+f\"(w)\n"                          \
    "                     : \"r\"(a.x), \"r\"(a.y), \"r\"(a.z), \"r\"(a.w), \"r\"(low), "          \
    "\"r\"(high),\n"                                                                               \
    "                       \"r\"(p.scales), \"r\"(q.scales), \"h\"(upper));\n"
#define EITHER_SCALED                                                                              \
    "    const unsigned short upper = how & 1;\n"                                                  \
    "    if (how & 2) {\n" BLOCK_SCALED("mxf4nvf4", "4X", "ue4m3") "    } else {\n" BLOCK_SCALED(  \
        "mxf4", "2X", "ue8m0") "    }\n"

#define SCALED_FUNCTION(inlining)                                                                  \
    "static __device__ " inlining " uint4 multiply_f4(scaled p, scaled q, uint4 c, int how)\n"     \
    "{\n"                                                                                          \
    "    const uint4 a = p.words, b = q.words;\n"                                                  \
    "    const unsigned low = how & 1 ? b.y : b.x, high = how & 1 ? b.w : b.z;\n"

#define HAS_BLOCK_SCALED                                                                           \
    "__CUDA_ARCH__ >= 1200 && (defined __CUDA_ARCH_FEAT_SM120_ALL || \\\n"                         \
    "                               defined __CUDA_ARCH_FEAT_SM121_ALL)"

const char ts_cuda_scaled[] =
    "\n"
    "// What a lane has of 16 rows of f4e2m1 and of their scales.\n"
    "struct scaled {\n"
    "    uint4 words;\n"
    "    unsigned scales;\n"
    "};\n"
    "\n"
    "#if !(" HAS_BLOCK_SCALED ")\n"
    "// Its bits as those of an f32 lack a factor of 2^126.\n"
    "static __device__ __forceinline__ float of_f4(unsigned code)\n"
    "{\n"
    "    const unsigned sign = (code & 8u) << 28;\n"
    "    return __uint_as_float(sign | (code & 7u) << 22) * 0x1p126f;\n"
    "}\n"
    "// Of f8e8m0, or of f8e4m3 without a sign, whose bits lack 2^120.\n"
    "static __device__ __forceinline__ float of_scale(unsigned code, int nv)\n"
    "{\n"
    "    const unsigned exponent = code & 0xffu; // 0: subnormal; 255: NaN\n"
    "    const unsigned outer = (exponent + 1u & 0xffu) < 2u ? 0x400000u : 0u;\n"
    "    const float size = __uint_as_float((code & 0x7fu) << 20) * 0x1p120f;\n"
    "    const unsigned bits = (code & 0x7fu) == 0x7fu ? 0x7fc00000u : __float_as_uint(size);\n"
    "    return __uint_as_float(nv ? bits : exponent << 23 | outer);\n"
    "}\n"
    "static __device__ __forceinline__ float add_f4(unsigned a, unsigned b, unsigned of_a,\n"
    "                                               unsigned of_b, int nv, float c)\n"
    "{\n"
    "    float sum = 0.0f;\n"
    "    for (int n = 0; n < 32; n += 4) sum = fmaf(of_f4(a >> n), of_f4(b >> n), sum);\n"
    "    return fmaf(sum * of_scale(of_a, nv), of_scale(of_b, nv), c);\n"
    "}\n"
    "#endif\n";

const char ts_cuda_f4[] =
    "\n"
    "// 16 rows of p with 8 of q, the upper ones if how & 1; a scale is f8e4m3 for 16 elements if\n"
    "// how & 2, else f8e8m0 for 32.\n"
    "#if " HAS_BLOCK_SCALED "\n" SCALED_FUNCTION("__forceinline__")
        REAL_SUMS EITHER_SCALED REAL_RESULT "#else\n" SCALED_FUNCTION("__noinline__") REAL_SUMS
    "    const int lane = (int)threadIdx.x & 31, upper = how & 1, nv = how & 2;\n"
    "    const unsigned i = __shfl_sync(0xffffffffu, p.scales, lane & 28);\n"
    "    const unsigned j = __shfl_sync(0xffffffffu, p.scales, (lane & 28) + 1);\n"
    "    const unsigned k = __shfl_sync(0xffffffffu, q.scales, 8 * (lane & 3) + upper);\n"
    "    const unsigned l = __shfl_sync(0xffffffffu, q.scales, 8 * (lane & 3) + 4 + upper);\n"
    "    for (int t = 0; t < 4; t++) { // who has words t and t + 4\n"
    "        const int mine = (lane & 28) + t, first = 8 * (lane & 3) + t;\n" WORDS_OF_LANES
    "        const int s = nv ? 8 * (t >> 1) : 0, o = nv ? s + 16 : 8; // where their scales are\n"
    "        x = add_f4(az, q1, i >> o, k >> o, nv, add_f4(ax, q0, i >> s, k >> s, nv, x));\n"
    "        y = add_f4(az, r1, i >> o, l >> o, nv, add_f4(ax, r0, i >> s, l >> s, nv, y));\n"
    "        z = add_f4(aw, q1, j >> o, k >> o, nv, add_f4(ay, q0, j >> s, k >> s, nv, z));\n"
    "        w = add_f4(aw, r1, j >> o, l >> o, nv, add_f4(ay, r0, j >> s, l >> s, nv, w));\n"
    "    }\n" REAL_RESULT "#endif\n";
