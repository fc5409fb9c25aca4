/* cpu.c - the CPU targets: C17 with GNU vectors, one variant per vector width.
 *
 * streams and prefetch_bytes were measured, see doc/measuring.md: two far-apart rows a thread with
 * 2 KB of prefetch read as fast as memory gives them. */
#include "lane/family.h"

static const ts_lane_traits
    amx = {.vector_bytes = 64, .registers = 32, .streams = 2, .prefetch_bytes = 2048, .unit = true},
    avx512 = {.vector_bytes = 64, .registers = 32, .streams = 2, .prefetch_bytes = 2048},
    avx2 = {.vector_bytes = 32, .registers = 16, .streams = 2, .prefetch_bytes = 2048},
    generic = {.vector_bytes = 16, .registers = 16, .streams = 1, .prefetch_bytes = 2048};

const ts_target ts_cpu_amx = {
    .name = "cpu:amx",
    .language = "C17 with GNU vectors",
    .extension = "c",
    .what = "x86-64 with AVX-512 F, BW, DQ, VL and AMX tiles of bf16",
    .family = &ts_family_lane,
    .traits = &amx,
};
const ts_target ts_cpu_avx512 = {
    .name = "cpu:avx512",
    .language = "C17 with GNU vectors",
    .extension = "c",
    .what = "x86-64 with AVX-512 F, BW, DQ, VL",
    .family = &ts_family_lane,
    .traits = &avx512,
};
const ts_target ts_cpu_avx2 = {
    .name = "cpu:avx2",
    .language = "C17 with GNU vectors",
    .extension = "c",
    .what = "x86-64 with AVX2, FMA, F16C",
    .family = &ts_family_lane,
    .traits = &avx2,
};
const ts_target ts_cpu_generic = {
    .name = "cpu:generic",
    .language = "C17 with GNU vectors",
    .extension = "c",
    .what = "any CPU of gcc or clang; SSE2, NEON",
    .family = &ts_family_lane,
    .traits = &generic,
};
