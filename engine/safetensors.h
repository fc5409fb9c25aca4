/* safetensors.h - one safetensors file: a strict reader over a read-only map, and a small writer.
 *
 *     8 bytes, little endian | N bytes of JSON, white space around it | data
 *     N = header length      | {"name":{"dtype","shape","data_offsets"}} | no holes, no overlaps
 *
 * Invariant: every tensor of an opened file lies wholly inside the file, its byte count is the
 * exact product of its shape and dtype, and no two tensors share a byte. A file that breaks any
 * rule is refused as a whole. What the reference library reads is read, but for names that stand there
 * twice or hold a NUL (the format forbids both) and the limits below. Memory used is bounded by the header's length, time by n log n.
 * Data may sit at any address: nothing here promises alignment.
 */
#ifndef TESSERA_ENGINE_SAFETENSORS_H
#define TESSERA_ENGINE_SAFETENSORS_H

#include <stddef.h>
#include <stdint.h>

#include "tessera/error.h"

enum { TS_MAX_RANK = 8, TS_MAX_TENSORS = 1000000, TS_MAX_TENSOR_NAME = 1024 };

typedef struct ts_tensor_type { /* an element type of the file format */
    const char *name;           /* "BF16" */
    int bits;
    int dtype; /* a ts_dtype, or -1 where the tile language has none */
} ts_tensor_type;

typedef struct ts_tensor {
    const char *name; /* UTF-8 without NUL, at most TS_MAX_TENSOR_NAME bytes */
    const ts_tensor_type *type;
    uint64_t dim[TS_MAX_RANK];
    uint32_t rank;
    uint32_t file; /* position of its file in a sharded store; 0 for a single file */
    const void *data;
    size_t bytes;
} ts_tensor;

typedef struct ts_safetensors ts_safetensors;

ts_safetensors *ts_safetensors_open(const char *path, ts_error *err);
/* The same over bytes of the caller, which must outlive the result; `where` names them. */
ts_safetensors *ts_safetensors_read(const void *file, size_t bytes, const char *where,
                                    ts_error *err);
void ts_safetensors_close(ts_safetensors *s);

size_t ts_safetensors_count(const ts_safetensors *s);
const ts_tensor *ts_safetensors_at(const ts_safetensors *s, size_t i);       /* by name, sorted */
const ts_tensor *ts_safetensors_find(const ts_safetensors *s, const char *); /* NULL: not there */
const char *ts_safetensors_note(const ts_safetensors *s,
                                const char *key); /* of __metadata__; NULL: not there */
/* -1 when the file was cut or rewritten since it was opened: its map must no longer be read. */
int ts_safetensors_unchanged(const ts_safetensors *s, ts_error *err);

/* -1 when something of it was missing when it was read (mapped.h): zeros were read there. Costs next to
 * nothing. */
int ts_safetensors_whole(const ts_safetensors *s, ts_error *err);

const ts_tensor_type *ts_tensor_type_find(const char *name); /* NULL: unknown */
const ts_tensor_type *ts_tensor_type_at(size_t i);           /* NULL past the end */

#endif
