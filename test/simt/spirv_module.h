/* spirv_module.h - small SPIR-V modules for tests of the runtime, put together without tools. */
#ifndef TESSERA_TEST_SPIRV_MODULE_H
#define TESSERA_TEST_SPIRV_MODULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* for each i < size 0: out[i] = in[i] + (plus ? out[i] : in[i]); i of params is 8, 16 or 32 bits wide */
typedef struct ts_spirv_kernel {
    const char *name;
    int in, out; /* bits */
    bool plus;
    int threads;     /* LocalSize; the manifest says the same unless... */
    int claimed;     /* ...this is not 0 */
    long count;      /* of the manifest */
    uint32_t offset; /* added to the number of the binding of `in`; 0 in good modules */
} ts_spirv_kernel;

typedef struct ts_spirv {
    uint32_t word[4096];
    size_t n;
} ts_spirv;

/* extra: one more capability to declare, or 0. */
void ts_spirv_make(ts_spirv *s, const ts_spirv_kernel *k, size_t n, uint32_t extra);

#endif
