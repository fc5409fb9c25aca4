/* compile.h - from a finished kernel to the text of an accelerator language.
 *
 * A target name is LANGUAGE or LANGUAGE:VARIANT; a language alone means its first variant:
 *
 *     family "lane"   cpu:avx512, cpu:avx2, cpu:generic                      programs as vector code
 *     family "simt"   cuda, hip:wave64, hip:wave32, musa, msl, opencl,       programs as teams of
 *                     spirv, wgsl                                            threads
 *
 * The text is a function of the kernels, the target and the version only: the same input gives the
 * same bytes on every machine.
 */
#ifndef TESSERA_COMPILE_H
#define TESSERA_COMPILE_H

#include "tessera/tile.h"

#pragma GCC visibility push(default)

/* What the shared lowering must know of a target; one constant per variant (FAMILY/LANGUAGE.c). */
typedef struct ts_target {
    const char *name;      /* "cpu:avx512" */
    const char *language;  /* "C17 with GNU vectors" */
    const char *extension; /* "c" */
    const char *family;    /* "lane" or "simt" */
    const char *what;      /* one line for `tessera targets` */

    /* family "lane" */
    int vector_bytes;   /* width of the native vector; tiles are cut into these */
    int registers;      /* native vector registers */
    int streams;        /* far-apart programs walked at once by one thread */
    int prefetch_bytes; /* distance of the software prefetch, 0: none */

    /* family "simt" */
    int subgroup;     /* threads that shuffle among each other; 0: no shuffles, reduce in shared */
    int threads;      /* of a group, where the kernel leaves a choice; a power of two */
    int max_threads;  /* of a group, for kernels of few programs */
    int shared_bytes; /* shared memory of a group */
    bool wide;        /* has 16-byte loads */
    bool half;        /* reads f16 natively, exactly, subnormals included */
    bool to_half;     /* writes f16 natively, nearest even, subnormals included */
    bool nan_minmax;  /* min and max give the other operand for NaN */
    int unroll;       /* of loops that load */
    int batch;        /* words of a thread's loads to be on their way at once, 0: as they come */
} ts_target;

/* All targets, in the order of `tessera targets`; NULL past the end. */
const ts_target *ts_target_at(size_t i);
/* By name or by language; NULL with *err naming all there are. */
const ts_target *ts_target_find(const char *name, ts_error *err);

/* target: one of ts_target_at, or a changed copy of one, which its name tells.
 * One text (or binary: "spirv") with all n kernels, to be freed by the caller; NULL with *err filled.
 * *bytes, if asked for, is its length without the 0 behind it. The kernels stay unchanged. Names of
 * kernels must differ. */
char *ts_emit(ts_kern *const *kernels, size_t n, const ts_target *target, size_t *bytes,
              ts_error *err);

/* The textual IR of a kernel, to be freed by the caller; folded: after the target-free passes. */
char *ts_ir_text(const ts_kern *kernel, bool folded);

#pragma GCC visibility pop

#endif
