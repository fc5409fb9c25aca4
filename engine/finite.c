/* finite.c - see finite.h. A float is no number where all bits of its exponent are set. */
#include "engine/finite.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 1024 }; /* elements: a fixed count, so that compilers use vectors */

static size_t bad16(const uint16_t *x, uint16_t exponent)
{
    uint16_t n = 0;
    for (int i = 0; i < BLOCK; i++) n += (x[i] & exponent) == exponent;
    return n;
}

static size_t bad32(const uint32_t *x)
{
    uint32_t n = 0;
    for (int i = 0; i < BLOCK; i++) n += (x[i] & 0x7f800000) == 0x7f800000;
    return n;
}

/* Of the n <= BLOCK elements at `data`, which may lie anywhere. */
static size_t bad(const char *data, ts_dtype t, size_t n)
{
    _Alignas(64) char block[4 * BLOCK];
    size_t bytes = n * (t == TS_f32 ? 4 : 2);
    memcpy(block, data, bytes);
    memset(block + bytes, 0, sizeof block - bytes);
    if (t == TS_f32) return bad32((const void *)block);
    return bad16((const void *)block, t == TS_f16 ? 0x7c00 : 0x7f80);
}

/* Of f8e8m0, which has one NaN. */
static size_t bad8(const uint8_t *x, size_t n, size_t *first)
{
    size_t total = 0;
    for (size_t i = n; i-- > 0;)
        if (x[i] == 0xff) total++, *first = i;
    return total;
}

size_t ts_nonfinite(const void *data, ts_dtype t, size_t n, size_t *first)
{
    const char *at = data;
    size_t total = 0, width = t == TS_f32 ? 4 : 2;
    if (t == TS_f8e8m0) return bad8(data, n, first);
    if (t != TS_f32 && t != TS_f16 && t != TS_bf16) return 0;
    for (size_t i = 0; i < n; i += BLOCK) {
        size_t here = bad(at + i * width, t, n - i < BLOCK ? n - i : BLOCK);
        if (here && !total)
            for (*first = i; !bad(at + *first * width, t, 1);) ++*first;
        total += here;
    }
    return total;
}

void ts_nonfinite_text(char *out, size_t cap, const char *name, size_t bad, size_t first)
{
    const char *what = bad == 1 ? "value that is" : "values that are";
    snprintf(out, cap, "%s holds %zu %s not finite, the first at %zu", name, bad, what, first);
}
