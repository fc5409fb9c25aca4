/* cast.c - conversions between dtypes, and elementwise ops that are safe for all operands, as
 * instructions of the SIMT form.
 *
 * The rules of dtypes.def hold for every value, subnormals included, on targets that flush subnormal
 * f32 as well: what would be lost there is computed on the bits. NaN is told by its bits too, since
 * shader compilers may take x != x for false.
 * Every dtype is held as one that computes (storage floats widen to f32, storage integers to i32), so
 * a conversion is one widening and one narrowing; f32 holds every storage value exactly. The only
 * place where a value could be rounded twice is an i32 or u32 on its way to bf16 or f8e8m0: see
 * sticky().
 *
 * C leaves open which argument of a call is computed first, and the form must be the same from every
 * compiler: so at most one argument of a call makes an instruction. */
#include "simt/form.h"

#include <math.h>
#include <string.h>

/* An IEEE-like binary format: `frac` bits of fraction, emin the exponent of the smallest normal, sign
 * the bit of the sign, top the largest finite code, over what a larger value becomes. */
typedef struct format {
    int frac, emin, sign;
    uint32_t top, over, nan;
} format;

static const format half = {10, -14, 15, 0x7bff, 0x7c00, 0x7e00};
static const format e4m3 = {3, -6, 7, 0x7e, 0x7e, 0x7f};
static const format e2m1 = {1, 0, 3, 0x7, 0x7, 0x0};

enum { MAGNITUDE = 0x7fffffff, INFINITE = 0x7f800000, QUIET = 0x7fc00000 };

/* ---- shorthand ---- */

static uint32_t both(ts_simt *s, ts_opcode op, uint32_t a, uint32_t b)
{
    return ts_s_op(s, op, a, b, 0);
}

/* a op k, the constant being of a's type. */
static uint32_t with(ts_simt *s, ts_opcode op, uint32_t a, double k)
{
    return both(s, op, a, ts_s_const(s, (ts_dtype)ts_s_type(s, a), k));
}

static uint32_t is_nan(ts_simt *s, uint32_t x)
{
    uint32_t mag = with(s, TS_and_, ts_s_bits(s, TS_u32, x), MAGNITUDE);
    return both(s, TS_lt_, ts_s_u32(s, INFINITE), mag);
}

/* The bits of an f32 (or what is left of them) without their low n bits, to nearest even. */
static uint32_t rounded(ts_simt *s, uint32_t bits, int n)
{
    uint32_t odd = with(s, TS_and_, with(s, TS_shr_, bits, n), 1);
    uint32_t sum = both(s, TS_add_, with(s, TS_add_, bits, (1u << (n - 1)) - 1), odd);
    return with(s, TS_shr_, sum, n);
}

/* ---- storage floats to f32 ---- */

/* Rebiasing the exponent does for normal numbers; smaller ones are an integer times the smallest; all
 * ones in the exponent stand for infinity or NaN where the format has such. */
static uint32_t widen(ts_simt *s, const format *f, uint32_t code)
{
    uint32_t mag = with(s, TS_and_, code, (1u << f->sign) - 1);
    uint32_t sign = with(s, TS_and_, with(s, TS_shl_, code, 31 - f->sign), 0x80000000u);
    uint32_t normal = with(s, TS_shl_, mag, 23 - f->frac);
    normal = with(s, TS_add_, normal, (uint32_t)(f->emin + 126) << 23);
    uint32_t small = with(s, TS_mul_, ts_s_to(s, TS_f32, mag), ldexp(1, f->emin - f->frac));
    small = ts_s_bits(s, TS_u32, small);
    uint32_t x = ts_s_select(s, with(s, TS_lt_, mag, 1u << f->frac), small, normal);
    if (f->nan) {
        uint32_t beyond = both(s, TS_lt_, ts_s_u32(s, f->top), mag);
        x = ts_s_select(s, beyond, with(s, TS_or_, normal, INFINITE), x);
    }
    return ts_s_bits(s, TS_f32, both(s, TS_or_, x, sign));
}

static uint32_t widen_half(ts_simt *s, uint32_t code)
{
    double known;
    if (!s->traits->half) return widen(s, &half, code);
    if (ts_s_is(s, code, &known)) return ts_s_f32(s, ts_decode(TS_f16, (uint32_t)known));
    return ts_s_put(s, (ts_sinst){.op = TS_S_HALF, .type = TS_f32, .a = code});
}

/* The exponent is the code. Code 0 is a subnormal, and 255 a NaN: both have the same bit more. */
static uint32_t widen_scale(ts_simt *s, uint32_t code)
{
    uint32_t next = with(s, TS_and_, with(s, TS_add_, code, 1), 0xff);
    uint32_t outer = with(s, TS_lt_, next, 2), bit = ts_s_u32(s, 0x400000);
    uint32_t more = ts_s_select(s, outer, bit, ts_s_u32(s, 0));
    return ts_s_bits(s, TS_f32, both(s, TS_or_, with(s, TS_shl_, code, 23), more));
}

static uint32_t to_f32(ts_simt *s, uint32_t a, ts_dtype from)
{
    switch (from) {
    case TS_f16: return widen_half(s, a);
    case TS_bf16: return ts_s_bits(s, TS_f32, with(s, TS_shl_, a, 16));
    case TS_f8e4m3: return widen(s, &e4m3, a);
    case TS_f8e8m0: return widen_scale(s, a);
    default: return widen(s, &e2m1, a);
    }
}

/* ---- f32 to storage floats ---- */

/* Normal numbers are rounded on their bits, where a carry moves on into the exponent. Smaller ones are
 * added to a number whose last bit is worth as much as the smallest one's, which rounds them. */
static uint32_t narrow(ts_simt *s, const format *f, uint32_t x)
{
    uint32_t bits = ts_s_bits(s, TS_u32, x), mag = with(s, TS_and_, bits, MAGNITUDE);
    uint32_t rebiased = with(s, TS_sub_, mag, (uint32_t)(f->emin + 126) << 23);
    uint32_t normal = rounded(s, rebiased, 23 - f->frac);
    double unit = ldexp(1, f->emin - f->frac + 23);
    uint32_t sum = with(s, TS_add_, ts_s_bits(s, TS_f32, mag), unit);
    uint32_t small = with(s, TS_sub_, ts_s_bits(s, TS_u32, sum), ts_encode(TS_f32, unit));
    uint32_t is_small = with(s, TS_lt_, mag, (uint32_t)(f->emin + 127) << 23);
    uint32_t code = with(s, TS_min_, ts_s_select(s, is_small, small, normal), f->over);
    uint32_t sign = with(s, TS_and_, with(s, TS_shr_, bits, 31 - f->sign), 1u << f->sign);
    uint32_t none = is_nan(s, x), number = both(s, TS_or_, code, sign);
    return ts_s_select(s, none, ts_s_u32(s, f->nan), number);
}

static uint32_t narrow_half(ts_simt *s, uint32_t x)
{
    double known;
    if (!s->traits->to_half) return narrow(s, &half, x);
    if (ts_s_is(s, x, &known)) return ts_s_u32(s, ts_encode(TS_f16, known));
    return ts_s_put(s, (ts_sinst){.op = TS_S_TO_HALF, .type = TS_u32, .a = x});
}

static uint32_t narrow_brain(ts_simt *s, uint32_t x)
{
    uint32_t code = rounded(s, ts_s_bits(s, TS_u32, x), 16);
    uint32_t none = is_nan(s, x);
    return ts_s_select(s, none, ts_s_u32(s, QUIET >> 16), code);
}

/* A subnormal is below code 1 = 2^-126, and nearer to it than to 2^-127 above 1.5 * 2^-127. What has a
 * sign is not above 2^-127. */
static uint32_t narrow_scale(ts_simt *s, uint32_t x)
{
    uint32_t bits = ts_s_bits(s, TS_u32, x), zero = ts_s_u32(s, 0);
    uint32_t near = ts_s_to(s, TS_u32, both(s, TS_lt_, ts_s_u32(s, 0x600000), bits));
    uint32_t small = with(s, TS_lt_, bits, 0x800000), positive = with(s, TS_lt_, bits, 0x80000000u);
    uint32_t code = ts_s_select(s, small, near, rounded(s, bits, 23)), none = is_nan(s, x);
    code = ts_s_select(s, positive, with(s, TS_min_, code, 254), zero);
    return ts_s_select(s, none, ts_s_u32(s, 255), code);
}

static uint32_t from_f32(ts_simt *s, uint32_t x, ts_dtype to)
{
    switch (to) {
    case TS_f16: return narrow_half(s, x);
    case TS_bf16: return narrow_brain(s, x);
    case TS_f8e4m3: return narrow(s, &e4m3, x);
    case TS_f8e8m0: return narrow_scale(s, x);
    default: return narrow(s, &e2m1, x);
    }
}

/* ---- integers ---- */

/* An integer that f32 holds exactly and that rounds to at most 15 bits as x does: what is beyond 24
 * bits keeps its upper bits, and in the last of them whether there were others. */
static uint32_t sticky(ts_simt *s, uint32_t x)
{
    ts_dtype t = (ts_dtype)ts_s_type(s, x);
    uint32_t zero = ts_s_const(s, t, 0), last = ts_s_const(s, t, 0x100);
    uint32_t rest = with(s, TS_ne_, with(s, TS_and_, x, 0x1ff), 0);
    uint32_t upper = with(s, TS_and_, x, t == TS_i32 ? -512.0 : 0xfffffe00u);
    upper = both(s, TS_or_, upper, ts_s_select(s, rest, last, zero));
    uint32_t from_least = ts_s_to(s, TS_u32, t == TS_i32 ? with(s, TS_add_, x, 1 << 24) : x);
    uint32_t range = t == TS_i32 ? 1 << 25 : 1 << 24;
    return ts_s_select(s, with(s, TS_lt_, from_least, range), x, upper);
}

/* Smallest and largest value of an integer dtype. */
static double lowest(ts_dtype t)
{
    return t == TS_i8 || t == TS_i4 || t == TS_i32 ? -ts_dtypes[t].max - 1 : 0;
}

static double highest(ts_dtype t)
{
    return ts_dtypes[t].max;
}

static uint32_t clamped(ts_simt *s, uint32_t x, double low, double high)
{
    return with(s, TS_min_, with(s, TS_max_, x, low), high);
}

/* An f32 as i32, or as u32 if that is asked for, saturating at the range of `to`. The largest 32-bit
 * integers are no f32: there the clamp stops at the f32 below, and what is above is told apart. */
static uint32_t integer_of(ts_simt *s, uint32_t x, ts_dtype to)
{
    ts_dtype held = to == TS_u32 ? TS_u32 : TS_i32;
    double high = highest(to), beyond = ldexp(1, to == TS_i32 ? 31 : 32);
    bool wide = ts_dtypes[to].bits == 32;
    uint32_t none = is_nan(s, x), y = ts_s_select(s, none, ts_s_f32(s, 0), x);
    y = ts_s_op(s, TS_rint_, y, 0, 0);
    uint32_t safe = clamped(s, y, lowest(to), wide ? (double)nextafterf((float)beyond, 0) : high);
    uint32_t i = ts_s_to(s, held, safe);
    if (!wide) return i;
    uint32_t within = with(s, TS_lt_, y, beyond);
    return ts_s_select(s, within, i, ts_s_const(s, held, high));
}

/* An i32 or u32 as i32, or as u32 if that is asked for, saturating at the range of `to`. */
static uint32_t saturated(ts_simt *s, uint32_t x, ts_dtype to)
{
    ts_dtype from = (ts_dtype)ts_s_type(s, x), held = to == TS_u32 ? TS_u32 : TS_i32;
    if (lowest(to) > lowest(from)) x = with(s, TS_max_, x, lowest(to));
    if (highest(to) < highest(from)) x = with(s, TS_min_, x, highest(to));
    return from == held ? x : ts_s_to(s, held, x);
}

/* The code of an i8, i4 or u8 as i32. */
static uint32_t to_i32(ts_simt *s, uint32_t code, ts_dtype from)
{
    uint32_t x = ts_s_to(s, TS_i32, code);
    if (from == TS_u8) return x;
    int sign = from == TS_i8 ? 0x80 : 8;
    return with(s, TS_sub_, with(s, TS_xor_, x, sign), sign);
}

static uint32_t to_code(ts_simt *s, uint32_t x, ts_dtype to)
{
    return with(s, TS_and_, ts_s_to(s, TS_u32, x), to == TS_i4 ? 0xf : 0xff);
}

/* ---- all of them ---- */

ts_dtype ts_s_held(ts_dtype t)
{
    char class = ts_dtypes[t].class;
    return class == 'S' || class == 'N' ? TS_u32 : t;
}

/* x is f32, i32 or u32. */
static uint32_t to_float(ts_simt *s, uint32_t x, ts_dtype to)
{
    if (ts_s_type(s, x) != TS_f32) {
        if (to == TS_bf16 || to == TS_f8e8m0) x = sticky(s, x);
        x = ts_s_to(s, TS_f32, x);
    }
    return to == TS_f32 ? x : from_f32(s, x, to);
}

static uint32_t to_integer(ts_simt *s, uint32_t x, ts_dtype to)
{
    x = ts_s_type(s, x) == TS_f32 ? integer_of(s, x, to) : saturated(s, x, to);
    return ts_dtypes[to].class == 'N' ? to_code(s, x, to) : x;
}

uint32_t ts_s_cast(ts_simt *s, uint32_t a, ts_dtype from, ts_dtype to)
{
    if (from == to) return a;
    if (from == TS_b1) {
        ts_dtype held = ts_s_held(to);
        if (held == to && to != TS_f32) return ts_s_to(s, to, a);
        uint32_t one = ts_s_const(s, held, held == to ? 1 : ts_encode(to, 1));
        uint32_t zero = ts_s_const(s, held, held == to ? 0 : ts_encode(to, 0));
        return ts_s_select(s, a, one, zero);
    }
    if (ts_dtypes[from].class == 'S') a = to_f32(s, a, from);
    if (ts_dtypes[from].class == 'N') a = to_i32(s, a, from);
    if (to == TS_b1) return with(s, TS_ne_, a, 0);
    return strchr("FS", ts_dtypes[to].class) ? to_float(s, a, to) : to_integer(s, a, to);
}

/* ---- safe operations ---- */

/* Divisors 0 and -1 are replaced by 1: the remainder is then 0 as it must be, and the quotient by 0
 * and by -1 is the product. */
static uint32_t divide_i32(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    double known;
    bool constant = ts_s_is(s, b, &known);
    if (constant && known != 0 && known != -1) return both(s, elem, a, b);
    uint32_t next = ts_s_to(s, TS_u32, with(s, TS_add_, b, 1));
    uint32_t special = with(s, TS_lt_, next, 2);
    uint32_t done = both(s, elem, a, ts_s_select(s, special, ts_s_i32(s, 1), b));
    return elem == TS_rem_ ? done : ts_s_select(s, special, both(s, TS_mul_, a, b), done);
}

static uint32_t divide_u32(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    double known;
    if (ts_s_is(s, b, &known) && known != 0) return both(s, elem, a, b);
    uint32_t done = both(s, elem, a, with(s, TS_max_, b, 1));
    if (elem == TS_rem_) return done;
    uint32_t by_zero = with(s, TS_eq_, b, 0);
    return ts_s_select(s, by_zero, ts_s_u32(s, 0), done);
}

/* b is below 32 if it is so without its sign. Right of an i32, 31 is as good as any larger distance. */
static uint32_t shift(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    ts_dtype t = (ts_dtype)ts_s_type(s, a);
    double known;
    if (ts_s_is(s, b, &known) && known >= 0 && known < 32) return both(s, elem, a, b);
    uint32_t plain = t == TS_i32 ? ts_s_to(s, TS_u32, b) : b;
    if (elem == TS_shr_ && t == TS_i32)
        return both(s, elem, a, ts_s_to(s, TS_i32, with(s, TS_min_, plain, 31)));
    uint32_t moved = both(s, elem, a, with(s, TS_and_, b, 31));
    uint32_t near = with(s, TS_lt_, plain, 32);
    return ts_s_select(s, near, moved, ts_s_const(s, t, 0));
}

static bool never_nan(const ts_simt *s, uint32_t v)
{
    double known;
    return ts_s_is(s, v, &known) && !isnan(known);
}

/* A comparison with NaN is false and gives b; only a NaN there must be looked for. */
static uint32_t extreme(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b)
{
    if (never_nan(s, a)) {
        uint32_t swapped = a;
        a = b;
        b = swapped;
    }
    uint32_t first = elem == TS_min_ ? both(s, TS_lt_, a, b) : both(s, TS_lt_, b, a);
    if (!never_nan(s, b)) first = both(s, TS_or_, first, is_nan(s, b));
    return ts_s_select(s, first, a, b);
}

uint32_t ts_s_safe(ts_simt *s, ts_opcode elem, uint32_t a, uint32_t b, uint32_t c)
{
    int t = ts_s_type(s, a);
    switch (elem) {
    case TS_div_:
    case TS_rem_:
        if (t == TS_i32) return divide_i32(s, elem, a, b);
        if (t == TS_u32) return divide_u32(s, elem, a, b);
        break;
    case TS_shl_:
    case TS_shr_: return shift(s, elem, a, b);
    case TS_min_:
    case TS_max_:
        if (t == TS_f32 && !s->traits->nan_minmax) return extreme(s, elem, a, b);
        break;
    default: break;
    }
    return ts_s_op(s, elem, a, b, c);
}
