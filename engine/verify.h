/* verify.h - checks the files of a model folder without running it.
 *
 * Structure: everything that running the model opens, by the functions that open it there (parts.h,
 * weights.h): a folder without a fault is one that runs. What depends on the machine is only noted.
 * Content: in a Hugging Face cache each file is a link to a blob named by its hash (64 hex digits:
 * SHA-256; 40: the SHA-1 of a git blob), so damage shows without a network.
 */
#ifndef TESSERA_ENGINE_VERIFY_H
#define TESSERA_ENGINE_VERIFY_H

#include <stdbool.h>
#include <stdint.h>

#include "tessera/error.h"

typedef struct ts_verify {
    /* One finding about one file; fault false for what is merely worth saying. */
    void (*say)(void *arg, bool fault, const char *file, const char *text);
    void (*progress)(void *arg, uint64_t done_bytes, uint64_t total_bytes); /* may be NULL */
    void *arg;
    bool hash; /* read every blob and compare */
    /* results */
    uint32_t faults, files, hashed;
    uint64_t tensors, bytes;
} ts_verify;

/* 0 when the folder could be looked at, whatever was found in it; -1 with *err filled. */
int ts_verify_folder(const char *dir, ts_verify *v, ts_error *err);

#endif
