/* msl_matrix.c - opaque matrix units in Metal text: SIMD-group matrices of 8 x 8, of which Apple does not say where
 * in a SIMD-group their elements are. What texts call is in the Metal Shading Language Specification, "SIMD-Group
 * Matrices" and "SIMD-Group Matrix Functions": there since Metal 2.3 on GPUs of family Apple7 and later, of bfloat
 * since Metal 3.1.
 *
 * A text asks for Metal 3.1, so that both element types take one way. Under older versions it has matrices of its
 * own, whose lanes exchange elements by shuffles: that is right on what has shuffles, and not fast. */
#include "simt/family.h"
#include "simt/msl.h"

const ts_matrix ts_simdgroup_unit = {
    .lanes = 32,
    .deep = 4,
    .across = 8,
    .opaque = true,
    .quads = true,
    .chain = {[TS_KIND_F16] = TS_ENDLESS, [TS_KIND_BF16] = TS_ENDLESS},
};

#define ROWS_FROM(type, element)                                                                   \
    "inline " type " " type "_from(threadgroup const uint *at, int pitch, bool turned, uint)\n"    \
    "{\n"                                                                                          \
    "    " type " r;\n"                                                                            \
    "    simdgroup_load(r, (threadgroup const " element                                            \
    " *)at, (ulong)(2 * pitch), ulong2(0ul), turned);\n"                                           \
    "    return r;\n"                                                                              \
    "}\n"

#define OWN_ROWS_FROM(type)                                                                        \
    "inline " type " " type "_from(threadgroup const uint *at, int pitch, bool, uint local)\n"     \
    "{\n"                                                                                          \
    "    " type " r;\n"                                                                            \
    "    r.two = at[(int)(local >> 2 & 7u) * pitch + (int)(local & 3u)];\n"                        \
    "    return r;\n"                                                                              \
    "}\n"

const char ts_msl_matrix[] =
    "\n"
    "// 8 rows of 8 elements of 16 bits, two a word, and 8 x 8 sums; no lane knows what it has of "
    "them.\n"
    "// turned: rows of memory are columns of the matrix.\n"
    "#if __METAL_VERSION__ >= 310\n"
    "typedef simdgroup_half8x8 rows_f16;\n"
    "typedef simdgroup_bfloat8x8 rows_bf16;\n"
    "typedef simdgroup_float8x8 sums;\n" ROWS_FROM("rows_f16", "half") ROWS_FROM(
        "rows_bf16",
        "bfloat") "inline sums no_sums()\n"
                  "{\n"
                  "    return simdgroup_float8x8(0.0f);\n"
                  "}\n"
                  "template <class rows> inline sums multiply(rows a, rows b, sums c, "
                  "uint)\n"
                  "{\n"
                  "    simdgroup_multiply_accumulate(c, a, b, c);\n"
                  "    return c;\n"
                  "}\n"
                  "inline void unload(threadgroup uint *to, int pitch, sums c, uint)\n"
                  "{\n"
                  "    simdgroup_store(c, (threadgroup float *)to, (ulong)pitch);\n"
                  "}\n"
                  "#else\n"
                  "struct rows_f16 {\n"
                  "    uint two;\n"
                  "};\n"
                  "struct rows_bf16 {\n"
                  "    uint two;\n"
                  "};\n"
                  "struct sums {\n"
                  "    float x, y;\n"
                  "};\n" OWN_ROWS_FROM("rows_f16") OWN_ROWS_FROM(
                      "rows_bf16") "inline sums no_sums()\n"
                                   "{\n"
                                   "    sums c;\n"
                                   "    c.x = 0.0f;\n"
                                   "    c.y = 0.0f;\n"
                                   "    return c;\n"
                                   "}\n"
                                   "inline float element(rows_f16 a, uint bit)\n"
                                   "{\n"
                                   "    return (float)as_type<half>((ushort)(a.two >> bit & "
                                   "0xffffu));\n"
                                   "}\n"
                                   "inline float element(rows_bf16 a, uint bit)\n"
                                   "{\n"
                                   "    return as_type<float>(a.two >> bit << 16);\n"
                                   "}\n"
                                   "template <class rows> inline rows of_lane(rows a, uint lane)\n"
                                   "{\n"
                                   "    a.two = simd_shuffle(a.two, (ushort)lane);\n"
                                   "    return a;\n"
                                   "}\n"
                                   "template <class rows> inline float add_pair(rows a, rows b, "
                                   "float c)\n"
                                   "{\n"
                                   "    c = fma(element(a, 0u), element(b, 0u), c);\n"
                                   "    return fma(element(a, 16u), element(b, 16u), c);\n"
                                   "}\n"
                                   "template <class rows> inline sums multiply(rows a, rows b, "
                                   "sums c, uint local)\n"
                                   "{\n"
                                   "    for (uint t = 0u; t < 4u; t++) { // who has elements 2t "
                                   "and 2t + 1\n"
                                   "        const uint mine = (local & 28u) + t, first = 8u * "
                                   "(local & 3u) + t;\n"
                                   "        const rows x = of_lane(a, mine), y = of_lane(b, "
                                   "first), z = of_lane(b, first + 4u);\n"
                                   "        c.x = add_pair(x, y, c.x);\n"
                                   "        c.y = add_pair(x, z, c.y);\n"
                                   "    }\n"
                                   "    return c;\n"
                                   "}\n"
                                   "inline void unload(threadgroup uint *to, int pitch, sums c, "
                                   "uint local)\n"
                                   "{\n"
                                   "    threadgroup uint *own = to + (int)(local >> 2 & 7u) * "
                                   "pitch + (int)(local & 3u) * 2;\n"
                                   "    own[0] = as_type<uint>(c.x);\n"
                                   "    own[1] = as_type<uint>(c.y);\n"
                                   "}\n"
                                   "#endif\n";
