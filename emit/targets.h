/* targets.h - every target there is; a new one adds its declaration here and a row in registry.c. */
#ifndef TESSERA_TARGETS_H
#define TESSERA_TARGETS_H

#include "tessera/compile.h"

extern const ts_target ts_cpu_avx512, ts_cpu_avx2, ts_cpu_generic; /* cpu.c */

#endif
