/* lane.h - what others see of the lane family: programs as C over native vectors. */
#ifndef TESSERA_LANE_H
#define TESSERA_LANE_H

#include "compile/text.h"
#include "tessera/compile.h"

/* print.c: one whole module */
int ts_emit_lane(ts_text *out, ts_kern *const *kernels, size_t n, const ts_target *target,
                 ts_error *err);

/* cpu_prelude.c, generated from cpu_prelude.h */
extern const char ts_cpu_prelude[];

#endif
