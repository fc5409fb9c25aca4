/* manifest.h - what a text says about its kernels (the line is described in compile/text.h).
 *
 * The text may come from anywhere, so every number is checked before use. In text the line stands
 * behind a comment mark; in SPIR-V it is an OpString. */
#ifndef TESSERA_RT_MANIFEST_H
#define TESSERA_RT_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>

#include "rt/demand.h"
#include "tessera/device.h"
#include "tessera/error.h"

typedef struct ts_entry {
    char kernel[128]; /* name in a launch */
    char entry[128];  /* name of the function */
    bool wide;        /* needs every buffer at a multiple of 16 bytes */
    int params, sizes;
    char mode[TS_MAX_BUFFERS]; /* i o b w */
    int unit[TS_MAX_BUFFERS];  /* bits: 8, 16, 32 */
    int threads, teams;
    long count;  /* programs; -1: depends on sizes */
    long shared; /* bytes */
    long cost;   /* bytes per program, at least 1 */
    ts_demand need;
} ts_entry;

typedef struct ts_manifest {
    ts_entry *entry;
    size_t n;
} ts_manifest;

/* At least one entry, or -1 with *err filled. threads: for a device of threads, so that the lines must
 * say how many; otherwise what they say of wide, threads, teams, count and shared is not read. */
int ts_manifest_read(ts_manifest *m, const char *text, size_t bytes, bool threads, ts_error *err);
void ts_manifest_free(ts_manifest *m);
/* The wide entry of a kernel if `wide` and there is one, else the plain one; NULL: none. */
const ts_entry *ts_manifest_find(const ts_manifest *m, const char *kernel, bool wide);

#endif
