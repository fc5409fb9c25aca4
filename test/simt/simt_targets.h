/* simt_targets.h - made-up targets that the lowering is tested for: with and without shuffles, wide
 * loads, loops in blocks, copies and instructions for f16, and with little shared memory. */
#ifndef TEST_SIMT_TARGETS_H
#define TEST_SIMT_TARGETS_H

#include "simt/family.h"

static const ts_target simt_targets[] = {
    {.name = "plain",
     .language = "made up",
     .family = &ts_family_simt,
     .traits =
         &(const ts_simt_traits){
             .threads = 32, .max_threads = 64, .shared_bytes = 16384, .unroll = 1}},
    {.name = "warps",
     .language = "made up",
     .family = &ts_family_simt,
     .traits = &(const ts_simt_traits){.threads = 64,
                                       .max_threads = 256,
                                       .subgroup = 32,
                                       .shared_bytes = 49152,
                                       .wide = true,
                                       .half = true,
                                       .to_half = true,
                                       .nan_minmax = true,
                                       .unroll = 4,
                                       .batch = 32}},
    {.name = "quads",
     .language = "made up",
     .family = &ts_family_simt,
     .traits = &(const ts_simt_traits){.threads = 128,
                                       .max_threads = 128,
                                       .shared_bytes = 32768,
                                       .wide = true,
                                       .nan_minmax = true,
                                       .unroll = 2}},
    {.name = "small",
     .language = "made up",
     .family = &ts_family_simt,
     .traits = &(const ts_simt_traits){.threads = 32,
                                       .max_threads = 32,
                                       .subgroup = 8,
                                       .shared_bytes = 4096,
                                       .half = true,
                                       .unroll = 2}},
    {.name = "waves",
     .language = "made up",
     .family = &ts_family_simt,
     .traits = &(const ts_simt_traits){.threads = 128,
                                       .max_threads = 256,
                                       .subgroup = 64,
                                       .shared_bytes = 65536,
                                       .wide = true,
                                       .to_half = true,
                                       .unroll = 8,
                                       .batch = 12}},
    {.name = "copies",
     .language = "made up",
     .family = &ts_family_simt,
     .traits = &(const ts_simt_traits){.threads = 64,
                                       .max_threads = 128,
                                       .subgroup = 32,
                                       .shared_bytes = 49152,
                                       .wide = true,
                                       .half = true,
                                       .unroll = 4,
                                       .copies = true}},
};
enum { SIMT_TARGETS = sizeof simt_targets / sizeof *simt_targets };

#endif
