/* msl.c - the Metal Shading Language for Apple GPUs. Offsets are the host's: a binding has one. */
#include "simt/msl.h"

#include "simt/print.h"

static const ts_dialect dialect = {
    .print = ts_print_clike,
    .prelude = "// Metal Shading Language. Compile with fast math off (MTLMathModeSafe).\n"
               "#include <metal_stdlib>\n"
               "using namespace metal;\n"
               "#pragma METAL fp math_mode(safe)\n"
               "#pragma METAL fp contract(off)\n",
    .type = {"float", "int", "uint", "bool"},
    .unit = {"uchar", "ushort"},
    .quad = "uint4",
    .wide = "ulong",
    .wide_suffix = "ul",
    .infinity = "INFINITY",
    .nan = "NAN",
    .function = "[[max_total_threads_per_threadgroup(%1$d)]]\nkernel void %2$s",
    .in = "device const %1$s *b%2$d [[buffer(%3$d)]]",
    .out = "device %1$s *b%2$d [[buffer(%3$d)]]",
    .cell = "device const int *s%1$d [[buffer(%2$d)]]",
    .builtin = "uint local [[thread_position_in_threadgroup]],\n"
               "    uint group [[threadgroup_position_in_grid]],\n"
               "    uint groups [[threadgroups_per_grid]]",
    .shared = "threadgroup uint shared[%d];",
    .shared_quads = "threadgroup uint4 quads[%d];\n"
                    "    threadgroup uint *shared = (threadgroup uint *)quads;",
    .shared_quad = "*(threadgroup uint4 *)&shared[$a]",
    .zeros = "uint4(0u)",
    .thread = "(int)local",
    .group = "(int)group",
    .groups = "(int)groups",
    .barrier = {"", "threadgroup_barrier(mem_flags::mem_threadgroup);",
                "threadgroup_barrier(mem_flags::mem_device);",
                "threadgroup_barrier(mem_flags::mem_threadgroup | mem_flags::mem_device);"},
    .unroll = "#pragma clang loop unroll_count($n)",
    .shuffle = "simd_shuffle_xor($a, (ushort)$n)",
    .bits = {"as_type<float>($a)", "as_type<int>($a)", "as_type<uint>($a)"},
    .half = "(float)as_type<half>((ushort)$A)",
    .to_half = "(uint)as_type<ushort>((half)$A)",
    .load_quad = "((device const uint4 *)b$n)[$a]",
    .opaque = {"rows_f16", "rows_bf16", "rows_f16", "rows_bf16", "sums"},
    .no_sums = "no_sums()",
    .subgroup = "(int)(local / 32u)",
    .fragment = "$t_from(&shared[$a], $n, $r, local)",
    .multiply = {"multiply($a, $b, $c, local)", "multiply($a, $b, $c, local)"},
    .unload = "unload(&shared[$a], $n, $b, local);",
    .fragment_function = ts_msl_matrix,
    .prefix = "precise::",
    .suffix = "",
};

static const ts_simt_traits traits = {
    .subgroup = 32,
    .threads = 256,
    .max_threads = 1024,
    .shared_bytes = 32 << 10,
    .wide = true,
    .half = true,
    .to_half = true,
    .nan_minmax = true,
    .unroll = 4,
    .matrix = &ts_simdgroup_unit,
};

const ts_target ts_msl_apple = {
    .name = "msl",
    .language = "Metal Shading Language",
    .extension = "metal",
    .what = "Apple GPUs, Metal 2.3 and later",
    .family = &ts_family_simt,
    .traits = &traits,
    .dialect = &dialect,
};
