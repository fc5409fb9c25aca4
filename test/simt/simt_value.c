/* simt_value.c - what instructions of the SIMT form compute (test/simt/simt_value.h): f32 in float, i32 and
 * u32 wrapping, and nothing that is undefined in some language. */
#include "test/simt/simt_value.h"

#include <math.h>
#include <string.h>

uint32_t ts_simt_constant(const ts_sinst *i)
{
    return i->type == TS_f32   ? bits((float)i->value)
           : i->type == TS_i32 ? (uint32_t)(int32_t)i->value
                               : (uint32_t)i->value;
}

static float extreme(const ts_simt *s, ts_opcode elem, float a, float b)
{
    if (!s->traits->nan_minmax && (isnan(a) || isnan(b))) return NAN;
    if (isnan(a) || isnan(b)) return isnan(a) ? b : a; /* fminf lets signaling NaN win */
    return elem == TS_min_ ? fminf(a, b) : fmaxf(a, b);
}

/* What the form does not allow of integers. */
static const char *undefined(ts_opcode elem, int64_t a, int64_t b)
{
    bool division = elem == TS_div_ || elem == TS_rem_, shift = elem == TS_shl_ || elem == TS_shr_;
    if (division && !b) return "division by zero";
    if (division && a == INT32_MIN && b == -1) return "the quotient overflows";
    return shift && (b < 0 || b > 31) ? "a shift by 32 or more" : NULL;
}

/* In double and rounded once, which gives the f32 of a sum, product, quotient or root; not of fma. */
static float real_op(const ts_simt *s, ts_opcode elem, const uint32_t *x)
{
    float a = real(x[0]), b = real(x[1]), c = real(x[2]);
    if (elem == TS_min_ || elem == TS_max_) return extreme(s, elem, a, b);
    return elem == TS_fma_ ? fmaf(a, b, c)
                           : (float)ts_elem_float(elem, (double)a, (double)b, (double)c);
}

static const char *elementwise(const ts_simt *s, const ts_sinst *i, const uint32_t *x,
                               uint32_t *out)
{
    int type = s->i[i->a].type;
    bool one = ts_opinfos[i->elem].args < 2;
    int64_t a = type == TS_i32 ? (int32_t)x[0] : (int64_t)x[0], r = 0;
    int64_t b = one ? 0 : type == TS_i32 ? (int32_t)x[1] : (int64_t)x[1];
    bool predicate = ts_opinfos[i->elem].result == PRED;
    if (type == TS_f32) {
        *out = predicate ? ts_elem_float(i->elem, (double)real(x[0]), (double)real(x[1]), 0) != 0
                         : bits(real_op(s, i->elem, x));
        return NULL;
    }
    const char *why = undefined(i->elem, a, b);
    if (why) return why;
    r = ts_elem_integer(i->elem, a, b);
    *out = type == TS_b1 ? (uint32_t)r & 1 : (uint32_t)r;
    return i->fits && (r < INT32_MIN || r > INT32_MAX) ? "overflows, which its range denies" : NULL;
}

static const char *convert(const ts_simt *s, const ts_sinst *i, uint32_t x, uint32_t *out)
{
    int from = s->i[i->a].type;
    double y = trunc((double)real(x));
    *out = x;
    if (i->type == TS_f32 && from == TS_i32) *out = bits((float)(int32_t)x);
    if (i->type == TS_f32 && from == TS_u32) *out = bits((float)x);
    if (from != TS_f32 || i->type == TS_f32) return NULL;
    double low = i->type == TS_i32 ? -0x1p31 : 0, high = i->type == TS_i32 ? 0x1p31 : 0x1p32;
    if (!(y >= low && y < high)) return "out of range";
    *out = (uint32_t)(int64_t)y;
    return NULL;
}

const char *ts_simt_value(const ts_simt *s, const ts_sinst *i, const uint32_t *x, uint32_t *out)
{
    switch (i->op) {
    case TS_S_ELEM: return elementwise(s, i, x, out);
    case TS_S_TO: return convert(s, i, x[0], out);
    case TS_S_HALF:
        *out = bits((float)ts_decode(TS_f16, x[0]));
        return x[0] >> 16 ? "bits beyond an f16" : NULL;
    case TS_S_TO_HALF: *out = ts_encode(TS_f16, (double)real(x[0])); return NULL;
    case TS_S_BITS: *out = x[0]; return NULL;
    default: return "no such instruction";
    }
}

/* ---- many at once: what kernels compute most, spelled so that compilers make vectors of it ---- */

#define EVERY(x)                                                                                   \
    for (int k = 0; k < n; k++) out[k] = (uint32_t)(x);                                            \
    return true

static bool signed_values(ts_opcode elem, int n, const uint32_t *a, const uint32_t *b,
                          uint32_t *out)
{
    switch (elem) {
    case TS_lt_: EVERY((int32_t)a[k] < (int32_t)b[k]);
    case TS_le_: EVERY((int32_t)a[k] <= (int32_t)b[k]);
    case TS_shr_: EVERY((int32_t)a[k] >> (b[k] & 31));
    default: return false;
    }
}

static bool unsigned_values(ts_opcode elem, int n, const uint32_t *a, const uint32_t *b,
                            uint32_t *out)
{
    switch (elem) {
    case TS_lt_: EVERY(a[k] < b[k]);
    case TS_le_: EVERY(a[k] <= b[k]);
    case TS_shr_: EVERY(a[k] >> (b[k] & 31));
    case TS_add_: EVERY(a[k] + b[k]);
    case TS_mul_: EVERY(a[k] * b[k]);
    default: return false;
    }
}

/* What is the same of all integers. */
static bool alike_values(ts_opcode elem, int n, const uint32_t *a, const uint32_t *b, uint32_t *out)
{
    switch (elem) {
    case TS_and_: EVERY(a[k] & b[k]);
    case TS_or_: EVERY(a[k] | b[k]);
    case TS_xor_: EVERY(a[k] ^ b[k]);
    case TS_eq_: EVERY(a[k] == b[k]);
    case TS_ne_: EVERY(a[k] != b[k]);
    case TS_shl_: EVERY(a[k] << (b[k] & 31));
    default: return false;
    }
}

static bool all_below(int n, const uint32_t *b, uint32_t limit)
{
    uint32_t most = 0;
    for (int k = 0; k < n; k++) most = b[k] > most ? b[k] : most;
    return n == 0 || most < limit;
}

bool ts_simt_values(const ts_simt *s, const ts_sinst *i, int n, const uint32_t *a,
                    const uint32_t *b, uint32_t *out)
{
    int type = s->i[i->a].type;
    if (i->op == TS_S_BITS) return memmove(out, a, (size_t)n * sizeof *a);
    if (i->op != TS_S_ELEM || i->fits || type == TS_f32) return false;
    bool shift = i->elem == TS_shl_ || i->elem == TS_shr_;
    if (shift && !all_below(n, b, 32)) return false;
    return alike_values(i->elem, n, a, b, out) ||
           (type == TS_i32 ? signed_values(i->elem, n, a, b, out)
                           : type == TS_u32 && unsigned_values(i->elem, n, a, b, out));
}
