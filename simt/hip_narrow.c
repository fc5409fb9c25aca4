/* hip_narrow.c - matrix units in HIP text for bytes with a sign: MFMA of 32 or of 16 elements of k, WMMA of 16. The
 * fragments are those of 16 bits: a lane's words hold twice the elements. Which k they are does not matter as
 * long as a and b agree, so an instruction takes as many of the words as it has place for.
 *
 * What lies where is AMD's matrix instruction calculator's for v_mfma_i32_16x16x32_i8 (gfx942),
 * v_mfma_i32_16x16x16_i8 (gfx90a) and v_wmma_i32_16x16x16_iu8 (gfx11).
 *
 * f8e4m3 is not taken: gfx942 multiplies FNUZ numbers, of half the value, whose code 0x80 is a NaN and not -0, and
 * to which 0x7f and 0xff are numbers and no NaN (CDNA3 ISA, "FP8 and BF8 formats"); gfx11 has none. */
#include "simt/cuda_like.h"

#include "simt/family.h"

#define FUNCTION "static __device__ __forceinline__ "

/* What both ways without an instruction have. */
#define ADD_BYTES                                                                                  \
    FUNCTION                                                                                       \
    "unsigned add_i8(unsigned a, unsigned b, unsigned c)\n"                                        \
    "{\n"                                                                                          \
    "    for (int n = 0; n < 32; n += 8)\n"                                                        \
    "        c += (unsigned)((signed char)(a >> n) * (signed char)(b >> n));\n"                    \
    "    return c;\n"                                                                              \
    "}\n"

#define MULTIPLY_OF_64                                                                             \
    "uint4 multiply_i8(uint4 a, uint4 b, uint4 c, int how)\n"                                      \
    "{\n"
#define BY_MFMA                                                                                    \
    "typedef int four_i32 __attribute__((ext_vector_type(4)));\n" FUNCTION MULTIPLY_OF_64          \
    "    four_i32 sums = {(int)c.x, (int)c.y, (int)c.z, (int)c.w};\n"
#define MFMA(instruction, a, b)                                                                    \
    "    sums = __builtin_amdgcn_mfma_i32_16x16x" instruction "(" a ", " b ", sums, 0, 0, 0);\n"
#define END_MFMA                                                                                   \
    "    return make_uint4((unsigned)sums[0], (unsigned)sums[1], (unsigned)sums[2],\n"             \
    "                      (unsigned)sums[3]);\n"                                                  \
    "}\n"

const char ts_mfma_i8[] =
    "\n"
    "// 16 rows of a with 16 of b; of bytes with a sign. Sums wrap.\n"
    "#if defined(__gfx942__)\n" FUNCTION "long eight_bytes(unsigned low, unsigned high)\n"
    "{\n"
    "    return (long)((unsigned long)high << 32 | low);\n"
    "}\n" BY_MFMA MFMA("32_i8", "eight_bytes(a.x, a.y)", "eight_bytes(b.x, b.y)")
        MFMA("32_i8", "eight_bytes(a.z, a.w)", "eight_bytes(b.z, b.w)") END_MFMA
    "#elif defined(__gfx90a__)\n" BY_MFMA MFMA("16i8", "(int)a.x", "(int)b.x")
        MFMA("16i8", "(int)a.y", "(int)b.y") MFMA("16i8", "(int)a.z", "(int)b.z")
            MFMA("16i8", "(int)a.w", "(int)b.w") END_MFMA
    "#else\n" ADD_BYTES FUNCTION "unsigned add_row_i8(uint4 a, int lane, uint4 b, unsigned c)\n"
    "{\n"
    "    c = add_i8(__shfl(a.x, lane), b.x, c);\n"
    "    c = add_i8(__shfl(a.y, lane), b.y, c);\n"
    "    c = add_i8(__shfl(a.z, lane), b.z, c);\n"
    "    return add_i8(__shfl(a.w, lane), b.w, c);\n"
    "}\n"
    "static __device__ __noinline__ " MULTIPLY_OF_64
    "    const int lane = (int)threadIdx.x & 63, row = (lane >> 4) * 4;\n"
    "    for (int t = 0; t < 64; t += 16) { // lanes from t on have words from t / 4 on\n"
    "        const int mine = t + (lane & 15), first = t + row;\n"
    "        const uint4 p = make_uint4(__shfl(b.x, mine), __shfl(b.y, mine), __shfl(b.z, mine),\n"
    "                                   __shfl(b.w, mine));\n"
    "        c.x = add_row_i8(a, first, p, c.x);\n"
    "        c.y = add_row_i8(a, first + 1, p, c.y);\n"
    "        c.z = add_row_i8(a, first + 2, p, c.z);\n"
    "        c.w = add_row_i8(a, first + 3, p, c.w);\n"
    "    }\n"
    "    return c;\n"
    "}\n"
    "#endif\n";

#define WMMA(a, b)                                                                                 \
    "    sums = __builtin_amdgcn_wmma_i32_16x16x16_iu8_w32(true, " a ", true, " b                  \
    ", sums, false);\n"

const char ts_wmma_i8[] =
    "\n"
    "// 16 rows of a with 16 of b; of bytes with a sign. Sums wrap.\n"
    "#if defined(__GFX11__)\n"
    "typedef int four_i32 __attribute__((ext_vector_type(4)));\n"
    "typedef int eight_i32 __attribute__((ext_vector_type(8)));\n" FUNCTION
    "oct multiply_i8(oct a, oct b, oct c, int how)\n"
    "{\n"
    "    const four_i32 a0 = {(int)a[0], (int)a[1], (int)a[2], (int)a[3]};\n"
    "    const four_i32 a1 = {(int)a[4], (int)a[5], (int)a[6], (int)a[7]};\n"
    "    const four_i32 b0 = {(int)b[0], (int)b[1], (int)b[2], (int)b[3]};\n"
    "    const four_i32 b1 = {(int)b[4], (int)b[5], (int)b[6], (int)b[7]};\n"
    "    eight_i32 sums = __builtin_bit_cast(eight_i32, c);\n" WMMA("a0", "b0") WMMA(
        "a1", "b1") "    return __builtin_bit_cast(oct, sums);\n"
                    "}\n"
                    "#else\n" ADD_BYTES
                    "static __device__ __noinline__ oct multiply_i8(oct a, oct b, oct c, int how)\n"
                    "{\n"
                    "    const int lane = (int)threadIdx.x & 31, odd = lane >> 4;\n"
                    "#pragma unroll\n"
                    "    for (int i = 0; i < 8; i++) {\n"
                    "        const int from = 2 * i + odd; // who has that row of a\n"
                    "        unsigned sum = c[i];\n"
                    "#pragma unroll\n"
                    "        for (int k = 0; k < 8; k++)\n"
                    "            sum = add_i8(__shfl((unsigned)a[k], from), b[k], sum);\n"
                    "        c[i] = sum;\n"
                    "    }\n"
                    "    return c;\n"
                    "}\n"
                    "#endif\n";
