/* spirv_run.h - runs a module of SPIR-V word by word on the host, as far as modules with cooperative matrices use the
 * language: for what no driver here runs.
 *
 * It knows the instructions of such modules and refuses all others. Subgroups are of 32 threads that do not lie side by
 * side. A matrix is whole in all lanes of its subgroup, but each element is believed of one lane only. Threads run
 * one after the other until they must wait, the last ones first, over shared memory full of NaN. Refused is, beside what
 * leads out of memory: an instruction of matrices or a barrier that not all threads concerned come to; lanes that name
 * other places; places and strides off 16 bytes; and, under Vulkan's memory model, a load or store of memory that is not
 * marked as seen by others, or a barrier that makes nothing visible. */
#ifndef TEST_SPIRV_RUN_H
#define TEST_SPIRV_RUN_H

#include <stddef.h>
#include <stdint.h>

#include "tessera/tile.h"

typedef struct ts_spirv_launch {
    const char *entry;
    void *const *buffer; /* by binding */
    const size_t *bytes;
    int groups;
} ts_spirv_launch;

/* 0, or -1 with *err filled. Push constants are 0. */
int ts_spirv_run(const uint32_t *word, size_t n, const ts_spirv_launch *l, ts_error *err);

#endif
