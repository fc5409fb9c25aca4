/* compile.h - from a finished kernel to the text of an accelerator language.
 *
 * A target name is LANGUAGE or LANGUAGE:VARIANT, e.g. "cpu" (the widest variant), "cpu:avx512",
 * "cpu:avx2", "cpu:generic". The text is a function of the kernels, the target and the version only:
 * the same input gives the same bytes on every machine.
 */
#ifndef TESSERA_COMPILE_H
#define TESSERA_COMPILE_H

#include "tessera/tile.h"

/* What the shared lowering must know of a target; one constant per variant (emit/TARGET.c). */
typedef struct ts_target {
    const char *name;      /* "cpu:avx512" */
    const char *language;  /* "C17 with GNU vectors" */
    const char *extension; /* "c" */
    const char *family;    /* "lane" */
    const char *what;      /* one line for `tessera targets` */
    int vector_bytes;      /* width of the native vector; tiles are cut into these */
    int registers;         /* native vector registers */
    int streams;           /* far-apart programs walked at once by one thread */
    int prefetch_bytes;    /* distance of the software prefetch, 0: none */
} ts_target;

/* All targets, in the order of `tessera targets`; NULL past the end. */
const ts_target *ts_target_at(size_t i);
/* By name or by language; NULL with *err naming the nearest one. */
const ts_target *ts_target_find(const char *name, ts_error *err);

/* One text with all n kernels, to be freed by the caller; NULL with *err filled. The kernels stay
 * unchanged. Names of kernels must differ. */
char *ts_emit(ts_kern *const *kernels, size_t n, const ts_target *target, ts_error *err);

/* The textual IR of a kernel, to be freed by the caller; folded: after the target-free passes. */
char *ts_ir_text(const ts_kern *kernel, bool folded);

#endif
