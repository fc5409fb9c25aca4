/* opencl.c - OpenCL C 1.2: no shuffles in its core, and offsets come as arguments, in units. */

#include "simt/print.h"

static const ts_dialect dialect = {
    .print = ts_print_clike,
    .prelude = "// OpenCL C 1.2.\n"
               "#pragma OPENCL FP_CONTRACT OFF\n",
    .half_function = "\n"
                     "// f16 through memory, which needs no extension.\n"
                     "static float half_to_float(uint a)\n"
                     "{\n"
                     "    ushort h = (ushort)a;\n"
                     "    return vload_half(0, (const half *)&h);\n"
                     "}\n",
    .to_half_function = "\n"
                        "static uint float_to_half(float a)\n"
                        "{\n"
                        "    ushort h;\n"
                        "    vstore_half_rte(a, 0, (half *)&h);\n"
                        "    return h;\n"
                        "}\n",
    .type = {"float", "int", "uint", "bool"},
    .unit = {"uchar", "ushort"},
    .quad = "uint4",
    .wide = "ulong",
    .wide_suffix = "ul",
    .infinity = "INFINITY",
    .nan = "NAN",
    .function = "__kernel __attribute__((reqd_work_group_size(%1$d, 1, 1))) void %2$s",
    .in = "__global const %1$s *b%2$d",
    .out = "__global %1$s *b%2$d",
    .cell = "__global const int *s%1$d",
    .offset = "uint o%d",
    .cell_offset = "uint p%d",
    .shared = "__local uint shared[%d];",
    .shared_quads = "__local uint4 quads[%d];\n"
                    "    __local uint *shared = (__local uint *)quads;",
    .shared_quad = "*(__local uint4 *)&shared[$a]",
    .zeros = "(uint4)(0u)",
    .thread = "(int)get_local_id(0)",
    .group = "(int)get_group_id(0)",
    .groups = "(int)get_num_groups(0)",
    .barrier = {"", "barrier(CLK_LOCAL_MEM_FENCE);", "barrier(CLK_GLOBAL_MEM_FENCE);",
                "barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);"},
    .unroll = "#pragma unroll $n",
    .shuffle = "sub_group_shuffle_xor($a, $n)",
    .bits = {"as_float($a)", "as_int($a)", "as_uint($a)"},
    .half = "half_to_float($a)",
    .to_half = "float_to_half($a)",
    .load_quad = "((__global const uint4 *)b$n)[$a]",
    .prefix = "",
    .suffix = "",
};

static const ts_simt_traits traits = {
    .subgroup = 0,
    .threads = 64,
    .max_threads = 256,
    .shared_bytes = 32 << 10,
    .wide = true,
    .half = true,
    .to_half = true,
    .nan_minmax = true,
    .unroll = 4,
};

const ts_target ts_opencl_c = {
    .name = "opencl",
    .language = "OpenCL C 1.2",
    .extension = "cl",
    .what = "any OpenCL device; no extension needed",
    .family = &ts_family_simt,
    .traits = &traits,
    .dialect = &dialect,
};
