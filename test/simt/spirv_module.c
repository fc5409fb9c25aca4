/* spirv_module.c - puts SPIR-V modules together, one instruction a line (spirv_module.h).
 *
 * Ids are fixed: types and constants below 100, kernel k owns 100 + 100 k and up.
 */
#include "test/simt/spirv_module.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    VOID = 1,
    FUNCTION_TYPE,
    UINT,
    VEC3,
    IN_VEC3,
    INVOCATION,
    GROUPS,
    BOOL,
    PUSH_TYPE,
    PUSH_POINTER,
    PUSH,
    PUSH_UINT,
    LOCAL_UINT,
    ZERO = 20,    /* 20, 21, 22: constants 0, 1, 2 */
    THREADS = 30, /* 30 + k: LocalSize of kernel k */
    U8 = 40,      /* an element, and behind it */
    U16 = 50,
    U32 = 60,
    ARRAY = 1,
    STRUCT,
    BUFFER,
    ELEMENT, /* array, struct, pointers to struct and element */
};

static void put(ts_spirv *s, uint32_t op, const uint32_t *arg, size_t n)
{
    if (s->n + n + 1 > sizeof s->word / sizeof *s->word) abort();
    s->word[s->n++] = (uint32_t)(n + 1) << 16 | op;
    for (size_t i = 0; i < n; i++) s->word[s->n + i] = arg[i];
    s->n += n;
}

#define OP(s, op, ...)                                                                             \
    put(s, op, (const uint32_t[]){__VA_ARGS__},                                                    \
        sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

/* Arguments, a string, more arguments. */
static void put_text(ts_spirv *s, uint32_t op, const uint32_t *before, size_t n, const char *text,
                     const uint32_t *behind, size_t m)
{
    uint32_t arg[256] = {0};
    size_t words = strlen(text) / 4 + 1;
    for (size_t i = 0; i < n; i++) arg[i] = before[i];
    memcpy(arg + n, text, strlen(text));
    if (m) memcpy(arg + n + words, behind, m * sizeof *arg);
    put(s, op, arg, n + words + m);
}

/* ---- head ---- */

static void put_head(ts_spirv *s, const ts_spirv_kernel *k, size_t n, uint32_t extra)
{
    static const uint32_t capability[] = {1, 22, 39, 4433, 4448};
    const uint32_t head[] = {0x07230203, 0x00010300, 0, 100 + 100 * (uint32_t)n, 0};
    memcpy(s->word, head, sizeof head);
    s->n = 5;
    for (size_t i = 0; i < 5; i++) OP(s, 17, capability[i]);
    if (extra) OP(s, 17, extra);
    put_text(s, 10, NULL, 0, "SPV_KHR_8bit_storage", NULL, 0);
    OP(s, 14, 0, 1); /* Logical, GLSL450 */
    const uint32_t interface[] = {INVOCATION, GROUPS};
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t compute[] = {5, 103 + 100 * i};
        put_text(s, 15, compute, 2, k[i].name, interface, 2);
    }
    for (uint32_t i = 0; i < n; i++) OP(s, 16, 103 + 100 * i, 17, (uint32_t)k[i].threads, 1, 1);
}

static void put_manifest(ts_spirv *s, const ts_spirv_kernel *k, uint32_t i)
{
    char line[256];
    const uint32_t id = 104 + 100 * i;
    snprintf(line, sizeof line,
             "tessera kernel=%s entry=%s wide=0 params=i%d,%c%d sizes=1 threads=%d teams=1 "
             "count=%ld shared=0 cost=4",
             k->name, k->name, k->in, k->plus ? 'b' : 'o', k->out,
             k->claimed ? k->claimed : k->threads, k->count ? k->count : -1L);
    put_text(s, 7, &id, 1, line, NULL, 0);
}

static void put_decorations(ts_spirv *s, const ts_spirv_kernel *k, size_t n)
{
    OP(s, 71, INVOCATION, 11, 28); /* BuiltIn GlobalInvocationId */
    OP(s, 71, GROUPS, 11, 24);     /* BuiltIn NumWorkgroups */
    OP(s, 71, PUSH_TYPE, 2);       /* Block */
    for (uint32_t i = 0; i < 3; i++) OP(s, 72, PUSH_TYPE, i, 35, 4 * i);
    for (uint32_t t = U8, bytes = 1; t <= U32; t += 10, bytes *= 2) {
        OP(s, 71, t + ARRAY, 6, bytes); /* ArrayStride */
        OP(s, 71, t + STRUCT, 2);
        OP(s, 72, t + STRUCT, 0, 35, 0); /* Offset */
    }
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t b = 0; b < 3; b++) {
            OP(s, 71, 100 + 100 * i + b, 34, 0);
            OP(s, 71, 100 + 100 * i + b, 33, b + (b ? 0 : k[i].offset));
        }
    }
}

/* ---- types ---- */

static void put_types(ts_spirv *s, const ts_spirv_kernel *k, size_t n)
{
    OP(s, 19, VOID);
    OP(s, 33, FUNCTION_TYPE, VOID);
    OP(s, 20, BOOL);
    OP(s, 21, UINT, 32, 0);
    OP(s, 21, U8, 8, 0);
    OP(s, 21, U16, 16, 0);
    OP(s, 23, VEC3, UINT, 3);
    OP(s, 32, IN_VEC3, 1, VEC3);
    OP(s, 59, IN_VEC3, INVOCATION, 1);
    OP(s, 59, IN_VEC3, GROUPS, 1);
    OP(s, 32, LOCAL_UINT, 7, UINT);
    for (uint32_t i = 0; i < 3; i++) OP(s, 43, UINT, ZERO + i, i);
    for (uint32_t i = 0; i < n; i++) OP(s, 43, UINT, THREADS + i, (uint32_t)k[i].threads);
    OP(s, 30, PUSH_TYPE, UINT, UINT, UINT);
    OP(s, 32, PUSH_POINTER, 9, PUSH_TYPE);
    OP(s, 59, PUSH_POINTER, PUSH, 9);
    OP(s, 32, PUSH_UINT, 9, UINT);
    for (uint32_t t = U8; t <= U32; t += 10) {
        OP(s, 29, t + ARRAY, t == U32 ? UINT : t);
        OP(s, 30, t + STRUCT, t + ARRAY);
        OP(s, 32, t + BUFFER, 12, t + STRUCT);
        OP(s, 32, t + ELEMENT, 12, t == U32 ? UINT : t);
    }
}

static uint32_t of_bits(int bits)
{
    return bits == 8 ? U8 : bits == 16 ? U16 : U32;
}

/* ---- functions ---- */

/* Loads element `index` behind offset number `o` into id + 3; its pointer is id + 1. */
static void put_load(ts_spirv *s, uint32_t id, uint32_t from, int bits, uint32_t index, uint32_t o)
{
    uint32_t t = of_bits(bits);
    OP(s, 128, UINT, id, index, o);
    OP(s, 65, t + ELEMENT, id + 1, from, ZERO, id);
    OP(s, 61, bits == 32 ? UINT : t, id + 2, id + 1);
    OP(s, bits == 32 ? 83 : 113, UINT, id + 3, id + 2); /* CopyObject or UConvert */
}

static void put_prologue(ts_spirv *s, uint32_t b, uint32_t threads)
{
    OP(s, 54, VOID, b + 3, 0, FUNCTION_TYPE);
    OP(s, 248, b + 5);
    OP(s, 59, LOCAL_UINT, b + 6, 7);
    OP(s, 61, VEC3, b + 7, INVOCATION);
    OP(s, 81, UINT, b + 8, b + 7, 0);
    OP(s, 61, VEC3, b + 9, GROUPS);
    OP(s, 81, UINT, b + 10, b + 9, 0);
    OP(s, 132, UINT, b + 11, b + 10, threads);
    for (uint32_t i = 0; i < 3; i++) {
        OP(s, 65, PUSH_UINT, b + 12 + 2 * i, PUSH, ZERO + i);
        OP(s, 61, UINT, b + 13 + 2 * i, b + 12 + 2 * i);
    }
    put_load(s, b + 20, b + 2, 32, ZERO, b + 17); /* b + 23: size 0 */
    OP(s, 62, b + 6, b + 8);
    OP(s, 249, b + 30);
}

static void put_body(ts_spirv *s, uint32_t b, const ts_spirv_kernel *k)
{
    put_load(s, b + 40, b, k->in, b + 35, b + 13);
    put_load(s, b + 50, b + 1, k->out, b + 35, b + 15);
    OP(s, 128, UINT, b + 60, b + 43, k->plus ? b + 53 : b + 43);
    uint32_t narrow = k->out == 32 ? b + 60 : b + 61;
    if (k->out != 32) OP(s, 113, of_bits(k->out), b + 61, b + 60);
    OP(s, 62, b + 51, narrow);
}

/* for (i = invocation; i < size; i += threads of all groups) */
static void put_function(ts_spirv *s, uint32_t b, const ts_spirv_kernel *k, uint32_t threads)
{
    put_prologue(s, b, threads);
    OP(s, 248, b + 30);
    OP(s, 246, b + 34, b + 33, 0);
    OP(s, 249, b + 31);
    OP(s, 248, b + 31);
    OP(s, 61, UINT, b + 35, b + 6);
    OP(s, 176, BOOL, b + 36, b + 35, b + 23);
    OP(s, 250, b + 36, b + 32, b + 34);
    OP(s, 248, b + 32);
    put_body(s, b, k);
    OP(s, 249, b + 33);
    OP(s, 248, b + 33);
    OP(s, 128, UINT, b + 37, b + 35, b + 11);
    OP(s, 62, b + 6, b + 37);
    OP(s, 249, b + 30);
    OP(s, 248, b + 34);
    s->word[s->n++] = 1 << 16 | 253;
    s->word[s->n++] = 1 << 16 | 56;
}

void ts_spirv_make(ts_spirv *s, const ts_spirv_kernel *k, size_t n, uint32_t extra)
{
    put_head(s, k, n, extra);
    for (uint32_t i = 0; i < n; i++) put_manifest(s, &k[i], i);
    put_decorations(s, k, n);
    put_types(s, k, n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t b = 100 + 100 * i;
        OP(s, 59, of_bits(k[i].in) + BUFFER, b, 12);
        OP(s, 59, of_bits(k[i].out) + BUFFER, b + 1, 12);
        OP(s, 59, U32 + BUFFER, b + 2, 12);
    }
    for (uint32_t i = 0; i < n; i++) put_function(s, 100 + 100 * i, &k[i], THREADS + i);
}
