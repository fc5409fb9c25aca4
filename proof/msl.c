/* msl.c - the proof of Metal: no compiler outside Apple's, so the shim alone. */
#include "proof/proof.h"

static const ts_shim_dialect shim[] = {
    {.target = "msl",
     .what = "Metal Shading Language",
     .define = "#define TS_SHIM_SPACE __attribute__((address_space(1)))\n",
     .header = ts_shim_metal_text,
     .include = {"metal_stdlib"},
     .subgroup = 32,
     .metal = true},
    {0},
};

const ts_proof ts_proof_msl = {
    .language = "msl",
    .names = TS_NAMES_OF_C
    "max_total_threads_per_threadgroup/1 buffer/1 threadgroup_barrier/1 simd_shuffle_xor/2 "
    "as_type<float>/1 as_type<int>/1 as_type<uint>/1 as_type<half>/1 as_type<ushort>/1 "
    "min/2 max/2 fabs/1 fma/3 floor/1 ceil/1 rint/1 trunc/1 fmin/2 fmax/2 precise::fmin/2 "
    "precise::fmax/2 precise::exp/1 precise::exp2/1 precise::log/1 precise::log2/1 "
    "precise::sqrt/1 precise::rsqrt/1 precise::sin/1 precise::cos/1 precise::tanh/1 "
    "precise::pow/2 select/3 uint4/1 simd_shuffle/2 simdgroup_load/5 simdgroup_store/3 "
    "simdgroup_multiply_accumulate/4 simdgroup_float8x8/1 ulong2/1 ",
    .remedy = "no compiler outside Apple's",
    .device = {ts_on_shim},
    .shim = shim,
    .unseen = "Apple's compiler, and what a GPU does",
};
