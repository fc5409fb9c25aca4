/* isa.h - the instruction sets the "cpu" device can compile for, and which of them this CPU runs.
 *
 * Widest first. "generic" is what every CPU of the architecture has: SSE2 on x86-64, NEON on arm64.
 */
#ifndef TESSERA_RT_ISA_H
#define TESSERA_RT_ISA_H

#include <stddef.h>

#include "tessera/error.h"

typedef struct ts_isa {
    const char *name;   /* "avx512": what follows "cpu:" in a device spec */
    const char *target; /* "cpu:avx512" */
    const char *label;  /* "AVX-512" */
} ts_isa;

enum { TS_ISA_FLAGS = 24 };

/* The sets this CPU and its operating system support, widest first; NULL past the end. */
const ts_isa *ts_isa_at(size_t i);
/* By name, or the widest for NULL or ""; NULL with *err saying what there is instead. */
const ts_isa *ts_isa_choose(const char *name, ts_error *err);
/* Compiler flags for the set, with those extensions (VNNI, BF16, FP16) that this CPU has. */
size_t ts_isa_flags(const ts_isa *isa, const char *flag[TS_ISA_FLAGS]);

#endif
