/* quantise.h - a model folder with quantised weights out of one with plain ones (doc/quantised.md). */
#ifndef TESSERA_ENGINE_QUANTISE_H
#define TESSERA_ENGINE_QUANTISE_H

#include <stddef.h>
#include <stdint.h>

#include "tessera/error.h"

typedef struct ts_quantise {
    const char *format; /* "q8" */
    void (*progress)(void *arg, uint64_t done,
                     uint64_t total); /* bytes of weights read; may be NULL */
    void *arg;
    /* what came out */
    size_t matrices, kept;  /* quantised; in the dtype that they had */
    uint64_t read, written; /* bytes of weights */
} ts_quantise;

/* Reads the folder `dir` and makes the folder `out`, which must not be there: it appears under its name
 * when all of it is on the disk, and otherwise not at all. Memory for a few rows. 0, or -1 with *err. */
int ts_quantise_folder(const char *dir, const char *out, ts_quantise *q, ts_error *err);

#endif
