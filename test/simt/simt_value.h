/* simt_value.h - what instructions of the SIMT form compute. For simt_run.c and its test. */
#ifndef TEST_SIMT_VALUE_H
#define TEST_SIMT_VALUE_H

#include <string.h>

#include "simt/form.h"

/* The bits of a CONST. */
uint32_t ts_simt_constant(const ts_sinst *i);
/* ELEM, TO, BITS, HALF and TO_HALF of the operands x; NULL, or what is not allowed. */
const char *ts_simt_value(const ts_simt *s, const ts_sinst *i, const uint32_t *x, uint32_t *out);

/* The same of the n operands a and b each, in one go; false, and nothing done, if there is no such way for this
 * instruction or one of them may be wrong. */
bool ts_simt_values(const ts_simt *s, const ts_sinst *i, int n, const uint32_t *a,
                    const uint32_t *b, uint32_t *out);

/* An f32 and its bits. */
static inline float real(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, 4);
    return x;
}

static inline uint32_t bits(float x)
{
    uint32_t u;
    memcpy(&u, &x, 4);
    return u;
}

#endif
