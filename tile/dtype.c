/* dtype.c - exact conversion between doubles and the bits of one element, for every row of
 * dtypes.def, and where element i of an array lies in memory.
 *
 * Invariant: ts_encode rounds the double once, straight to the target, so no pair of types rounds
 * twice. Every value of every dtype is a double, so ts_decode is exact.
 * Does not know ops; which conversions a kernel may ask for is decided in infer.c. */
#include "tile/ir.h"

#include <math.h>
#include <string.h>

/* An IEEE-like binary format: sign, exponent, `frac` bits of fraction; emin is the exponent of the
 * smallest normal; top the largest finite code, over what a larger value becomes, nan its NaN. */
typedef struct format {
    int frac, emin, emax, sign;
    uint32_t top, over, nan;
} format;

static const format half = {10, -14, 15, 0x8000, 0x7bff, 0x7c00, 0x7e00};
static const format brain = {7, -126, 127, 0x8000, 0x7f7f, 0x7f80, 0x7fc0};
static const format e4m3 = {3, -6, 8, 0x80, 0x7e, 0x7e, 0x7f};
static const format e2m1 = {1, 0, 2, 0x8, 0x7, 0x7, 0x0};

static uint64_t bits_of(double x)
{
    uint64_t u;
    memcpy(&u, &x, sizeof u);
    return u;
}

/* 2^e as a double; e in -1022..1023. */
static double power(int e)
{
    uint64_t u = (uint64_t)(e + 1023) << 52;
    double x;
    memcpy(&x, &u, sizeof x);
    return x;
}

/* The fraction is the integer nearest to |x| / quantum, where the quantum is fixed below emin; since
 * the implied one adds exactly one to the exponent field, a carry out of the fraction, and the step
 * from the largest subnormal to the smallest normal, come out of the sum without a special case. */
static uint32_t round_to(const format *f, double x)
{
    if (isnan(x)) return f->nan;
    uint32_t sign = signbit(x) ? (uint32_t)f->sign : 0;
    int e = (int)(bits_of(x) >> 52 & 0x7ff) - 1023;
    if (e > f->emax) return sign | f->over;
    if (e < f->emin) e = f->emin;
    uint32_t q = (uint32_t)nearbyint(fabs(x) * power(f->frac - e));
    uint32_t code = ((uint32_t)(e - f->emin) << f->frac) + q;
    return sign | (code > f->top ? f->over : code);
}

static double widen(const format *f, uint32_t code)
{
    uint32_t mag = code & ((uint32_t)f->sign - 1), one = 1u << f->frac;
    int e = (int)(mag >> f->frac);
    double m = (double)(e ? (mag & (one - 1)) + one : mag);
    double x = m * power((e ? e - 1 : 0) + f->emin - f->frac);
    if (mag > f->top) x = f->over > f->top && mag == f->over ? INFINITY : NAN;
    return code & (uint32_t)f->sign ? -x : x;
}

static uint32_t round_f32(double x)
{
    float y = (float)x;
    uint32_t u;
    memcpy(&u, &y, sizeof u);
    return isnan(x) ? 0x7fc00000 : u;
}

static double widen_f32(uint32_t code)
{
    float y;
    memcpy(&y, &code, sizeof y);
    return y;
}

static uint32_t round_scale(double x)
{
    if (isnan(x)) return 0xff;
    if (x <= power(-127)) return 0;
    if (x > power(127)) return 254;
    uint64_t u = bits_of(x), rest = u & ((1ull << 52) - 1), tie = 1ull << 51;
    uint32_t code = (uint32_t)(u >> 52) - 1023 + 127;
    return code + (rest > tie || (rest == tie && (code & 1)));
}

/* Saturating, in two's complement of all 32 bits; the caller cuts it to the width. */
static uint32_t round_int(double x, double min, double max)
{
    if (isnan(x)) return 0;
    double y = nearbyint(x);
    return (uint32_t)(int64_t)(y < min ? min : y > max ? max : y);
}

uint32_t ts_encode(ts_dtype t, double x)
{
    switch (t) {
    case TS_f32: return round_f32(x);
    case TS_f16: return round_to(&half, x);
    case TS_bf16: return round_to(&brain, x);
    case TS_f8e4m3: return round_to(&e4m3, x);
    case TS_f8e8m0: return round_scale(x);
    case TS_f4e2m1: return round_to(&e2m1, x);
    case TS_i8: return round_int(x, -128, 127) & 0xff;
    case TS_i4: return round_int(x, -8, 7) & 0xf;
    case TS_u8: return round_int(x, 0, 255);
    case TS_i32: return round_int(x, INT32_MIN, INT32_MAX);
    case TS_u32: return round_int(x, 0, UINT32_MAX);
    case TS_b1: return x != 0;
    case TS_NDTYPE: break;
    }
    return 0;
}

double ts_decode(ts_dtype t, uint32_t code)
{
    switch (t) {
    case TS_f32: return widen_f32(code);
    case TS_f16: return widen(&half, code & 0xffff);
    case TS_bf16: return widen_f32(code << 16);
    case TS_f8e4m3: return widen(&e4m3, code & 0xff);
    case TS_f8e8m0: return (code & 0xff) == 0xff ? NAN : power((int)(code & 0xff) - 127);
    case TS_f4e2m1: return widen(&e2m1, code & 0xf);
    case TS_i8: return (int8_t)(uint8_t)code;
    case TS_i4: return (int)((code & 0xf) ^ 8) - 8;
    case TS_u8: return (uint8_t)code;
    case TS_i32: return (int32_t)code;
    case TS_u32: return code;
    case TS_b1: return code & 1;
    case TS_NDTYPE: break;
    }
    return 0;
}

/* b1 is never in memory; it is given a byte so that no caller divides by nothing. */
size_t ts_storage(ts_dtype t, size_t n)
{
    int bits = (unsigned)t < TS_NDTYPE ? ts_dtypes[t].bits : 0;
    return bits == 4 ? n / 2 + n % 2 : bits == 1 ? n : n * ((size_t)bits / 8);
}

uint32_t ts_fetch(ts_dtype t, const void *base, size_t i)
{
    const uint8_t *p = base;
    uint16_t h;
    uint32_t w;
    switch (ts_dtypes[t].bits) {
    case 32: memcpy(&w, p + 4 * i, 4); return w;
    case 16: memcpy(&h, p + 2 * i, 2); return h;
    case 4: return p[i / 2] >> 4 * (i % 2) & 0xf;
    default: return p[i];
    }
}

void ts_place(ts_dtype t, void *base, size_t i, uint32_t code)
{
    uint8_t *p = base;
    uint16_t h = (uint16_t)code;
    switch (ts_dtypes[t].bits) {
    case 32: memcpy(p + 4 * i, &code, 4); break;
    case 16: memcpy(p + 2 * i, &h, 2); break;
    case 4:
        p[i / 2] = (uint8_t)(i % 2 ? (p[i / 2] & 0x0f) | (code & 0xf) << 4
                                   : (p[i / 2] & 0xf0) | (code & 0xf));
        break;
    default: p[i] = (uint8_t)code;
    }
}

int ts_dtype_find(const char *name)
{
    for (int i = 0; i < TS_NDTYPE; i++)
        if (strcmp(ts_dtypes[i].name, name) == 0) return i;
    return -1;
}
