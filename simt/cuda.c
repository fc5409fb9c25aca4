/* cuda.c - CUDA C++ for NVIDIA GPUs. The text needs no header, so NVRTC compiles it without any.
 *
 * Every kernel begins with its turn: from sm_90 on a launch may be scheduled while the one before it
 * drains (rt/cuda_step.c). The wait stands before the first access to memory, because a text does not
 * know which of its params the launch before it writes.
 */
#include "simt/cuda_like.h"

#include "simt/print.h"

static const ts_dialect dialect = {
    TS_CUDA_TEXT,
};

static const ts_simt_traits traits = {
    TS_CUDA_TRAITS,
    .shared_bytes = 48 << 10,
};

const ts_target ts_cuda_sm = {
    .name = "cuda",
    .language = "CUDA C++",
    .extension = "cu",
    .what = "NVIDIA GPUs from sm_75 on, for nvcc and NVRTC",
    .family = &ts_family_simt,
    .traits = &traits,
    .dialect = &dialect,
};

/* The same text but for what wgmma multiplies. */
static const ts_dialect hopper = {
    TS_CUDA_TEXT,
    .shared_asked = "extern __shared__ uint4 quads[];\n"
                    "    unsigned *shared = (unsigned *)quads;",
    .block = "sums",
    .no_block = "sums{}",
    .block_word = "__float_as_uint($A.x[$n])",
    .squares = "squares(&shared[$a], $n)",
    .fence = {"show_to_products();\n", "begin_products();\n"},
    .product = {"product_f16($c, $a, $b, $n);\n", "product_bf16($c, $a, $b, $n);\n",
                "product_f8($c, $a, $b, $n);\n"},
    .close = "close_products();\n",
    .join = "join_products<$n>($a);\n",
    .quartet_functions = ts_cuda_quartet,
    .product_functions = {ts_cuda_quartet_f16, ts_cuda_quartet_bf16, ts_cuda_quartet_f8},
};

/* Two stages of three tiles of 64 x 64 halves are 1 KB more than a text can declare. A processor has 228 KB and keeps 1 of
 * each group's, so four groups have room for 56. */
static const ts_simt_traits hopper_traits = {
    TS_CUDA_TRAITS,
    .shared_bytes = 56 << 10,
    .declared = 48 << 10,
    .quartet = &ts_cuda_four,
};

const ts_target ts_cuda_hopper = {
    .name = "cuda:hopper",
    .language = "CUDA C++",
    .extension = "cu",
    .what = "NVIDIA GPUs of sm_90 alone, compiled for sm_90a",
    .family = &ts_family_simt,
    .traits = &hopper_traits,
    .dialect = &hopper,
};
