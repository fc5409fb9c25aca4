/* safetensors_write.h - part of tests: makes the files that the engine reads. */
#ifndef TESSERA_TEST_SAFETENSORS_WRITE_H
#define TESSERA_TEST_SAFETENSORS_WRITE_H

#include "engine/safetensors.h"

/* Writes tensors in the given order (name, type, rank, dim, data, bytes are read) under a name
 * beside `path` that then replaces it, so no half file is ever seen. */
int ts_safetensors_write(const char *path, const ts_tensor *tensor, size_t n, ts_error *err);

#endif
