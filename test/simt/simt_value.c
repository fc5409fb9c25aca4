/* simt_value.c - what instructions of the SIMT form compute (test/simt/simt_value.h): f32 in float, i32 and
 * u32 wrapping, and nothing that is undefined in some language. */
#include "test/simt/simt_value.h"

#include <math.h>
#include <string.h>

static float real(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, 4);
    return x;
}

static uint32_t bits(float x)
{
    uint32_t u;
    memcpy(&u, &x, 4);
    return u;
}

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

static bool compare(ts_opcode elem, double a, double b)
{
    return elem == TS_lt_ ? a < b : elem == TS_le_ ? a <= b : elem == TS_eq_ ? a == b : a != b;
}

static bool compares(ts_opcode elem)
{
    return elem == TS_lt_ || elem == TS_le_ || elem == TS_eq_ || elem == TS_ne_;
}

static float of_reals(const ts_simt *s, ts_opcode elem, float a, float b, float c)
{
    switch (elem) {
    case TS_add_: return a + b;
    case TS_sub_: return a - b;
    case TS_mul_: return a * b;
    case TS_div_: return a / b;
    case TS_min_:
    case TS_max_: return extreme(s, elem, a, b);
    case TS_neg_: return -a;
    case TS_abs_: return fabsf(a);
    case TS_fma_: return fmaf(a, b, c);
    case TS_exp_: return expf(a);
    case TS_exp2_: return exp2f(a);
    case TS_log_: return logf(a);
    case TS_log2_: return log2f(a);
    case TS_sqrt_: return sqrtf(a);
    case TS_rsqrt_: return 1 / sqrtf(a);
    case TS_floor_: return floorf(a);
    case TS_trunc_: return truncf(a);
    default: return nearbyintf(a);
    }
}

static const char *of_integers(ts_opcode elem, int64_t a, int64_t b, int64_t *out)
{
    switch (elem) {
    case TS_add_: *out = a + b; break;
    case TS_sub_: *out = a - b; break;
    case TS_mul_: *out = (int64_t)((uint64_t)a * (uint64_t)b); break;
    case TS_div_:
    case TS_rem_:
        if (!b) return "division by zero";
        if (a == INT32_MIN && b == -1) return "the quotient overflows";
        *out = elem == TS_div_ ? a / b : a % b;
        break;
    case TS_min_: *out = a < b ? a : b; break;
    case TS_max_: *out = a > b ? a : b; break;
    case TS_neg_: *out = -a; break;
    case TS_abs_: *out = a < 0 ? -a : a; break;
    case TS_and_: *out = a & b; break;
    case TS_or_: *out = a | b; break;
    case TS_xor_: *out = a ^ b; break;
    case TS_shl_:
    case TS_shr_:
        if (b < 0 || b > 31) return "a shift by 32 or more";
        *out = elem == TS_shl_ ? (int64_t)((uint64_t)a << b) : a >> b;
        break;
    default: return "no such operation";
    }
    return NULL;
}

static const char *elementwise(const ts_simt *s, const ts_sinst *i, const uint32_t *x,
                               uint32_t *out)
{
    int type = s->i[i->a].type;
    bool one = ts_opinfos[i->elem].args < 2;
    int64_t a = type == TS_i32 ? (int32_t)x[0] : (int64_t)x[0], r = 0;
    int64_t b = one ? 0 : type == TS_i32 ? (int32_t)x[1] : (int64_t)x[1];
    if (compares(i->elem)) {
        *out = type == TS_f32 ? compare(i->elem, (double)real(x[0]), (double)real(x[1]))
                              : compare(i->elem, (double)a, (double)b);
        return NULL;
    }
    if (type == TS_f32) {
        *out = bits(of_reals(s, i->elem, real(x[0]), real(x[1]), real(x[2])));
        return NULL;
    }
    const char *why = of_integers(i->elem, a, b, &r);
    if (i->fits && (r < INT32_MIN || r > INT32_MAX)) why = "overflows, which its range denies";
    *out = type == TS_b1 ? (uint32_t)r & 1 : (uint32_t)r;
    return why;
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
