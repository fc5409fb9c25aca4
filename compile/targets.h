/* targets.h - every target there is; a new one adds its declaration here and a row in registry.c. */
#ifndef TESSERA_TARGETS_H
#define TESSERA_TARGETS_H

#include "compile/text.h"
#include "tessera/compile.h"

typedef int ts_emitter(ts_text *out, ts_kern *const *kernels, size_t n, const ts_target *target,
                       ts_error *err);

extern const ts_target ts_cpu_avx512, ts_cpu_avx2, ts_cpu_generic; /* cpu.c */
extern const ts_target ts_cuda_sm;                                 /* cuda.c */
extern const ts_target ts_hip_wave64, ts_hip_wave32;               /* hip.c */
extern const ts_target ts_musa_mp;                                 /* musa.c */
extern const ts_target ts_msl_apple;                               /* msl.c */
extern const ts_target ts_opencl_c;                                /* opencl.c */
extern const ts_target ts_spirv;                                   /* spirv.c */
extern const ts_target ts_wgsl;                                    /* wgsl.c */

ts_emitter ts_emit_cuda, ts_emit_hip, ts_emit_musa, ts_emit_msl, ts_emit_opencl, ts_emit_spirv,
    ts_emit_wgsl, ts_emit_lane;

#endif
