/* spirv_elem.c - what makes a value out of values, in SPIR-V: an instruction by compile/spell.c, and the
 * few cases that need more than one. */
#include "compile/spell.h"
#include "simt/spirv.h"

#include <math.h>

uint32_t ts_spv_result(ts_spv_kernel *k, uint32_t op, uint32_t type, const uint32_t *arg, size_t n)
{
    enum { MOST = 8 };
    uint32_t word[MOST + 2] = {type, ts_spv_id(k->m)};
    for (size_t i = 0; i < n && i < MOST; i++) word[2 + i] = arg[i];
    ts_spv_put(k->m, TS_SPV_BODY, op, word, n + 2);
    return word[1];
}

/* A function of GLSL.std.450. */
static uint32_t glsl(ts_spv_kernel *k, int which, uint32_t type, const uint32_t *arg, size_t n)
{
    uint32_t word[5] = {k->m->glsl, (uint32_t)which};
    for (size_t i = 0; i < n && i < 3; i++) word[2 + i] = arg[i];
    return ts_spv_result(k, OpExtInst, type, word, n + 2);
}

/* a - a / b * b: OpSRem is undefined in Vulkan for negative operands. */
static uint32_t signed_rest(ts_spv_kernel *k, uint32_t a, uint32_t b)
{
    uint32_t type = k->m->i32;
    uint32_t quotient = ts_spv_value(k, OpSDiv, type, a, b);
    uint32_t whole = ts_spv_value(k, OpIMul, type, quotient, b);
    return ts_spv_value(k, OpISub, type, a, whole);
}

static uint32_t shifted(ts_spv_kernel *k, int op, uint32_t type, uint32_t a, uint32_t by)
{
    return by ? ts_spv_value(k, op, type, a, ts_spv_const(k->m, TS_u32, by)) : a;
}

/* a b, of the signed numbers of so many bits that lie at a bit. */
static uint32_t part_product(ts_spv_kernel *k, uint32_t a, uint32_t b, uint32_t at, uint32_t bits)
{
    uint32_t type = k->m->i32, x[] = {a, b};
    for (int i = 0; i < 2; i++) {
        x[i] = shifted(k, OpShiftLeftLogical, type, x[i], 32 - bits - at);
        x[i] = shifted(k, OpShiftRightArithmetic, type, x[i], 32 - bits);
    }
    return ts_spv_value(k, OpIMul, type, x[0], x[1]);
}

/* dot2 and dot4: of parts of so many bits. */
static uint32_t dot(ts_spv_kernel *k, uint32_t a, uint32_t b, uint32_t bits)
{
    uint32_t sum = part_product(k, a, b, 0, bits);
    for (uint32_t at = bits; at < 32; at += bits)
        sum = ts_spv_value(k, OpIAdd, k->m->i32, sum, part_product(k, a, b, at, bits));
    return sum;
}

/* 12 and twice the number that the lowest 4 bits of a are the code of: its size is looked up in 8 times 4 bits. */
static uint32_t e2m1_of(ts_spv_kernel *k, uint32_t a)
{
    uint32_t u32 = k->m->u32, sizes = ts_spv_const(k->m, TS_u32, 0xc8643210u);
    uint32_t code = ts_spv_value(k, OpBitwiseAnd, u32, a, ts_spv_const(k->m, TS_u32, 7));
    uint32_t shift = ts_spv_value(k, OpShiftLeftLogical, u32, code, ts_spv_const(k->m, TS_u32, 2));
    uint32_t size = ts_spv_value(k, OpShiftRightLogical, u32, sizes, shift);
    size = ts_spv_value(k, OpBitwiseAnd, u32, size, ts_spv_const(k->m, TS_u32, 15));
    uint32_t sign = ts_spv_value(k, OpBitwiseAnd, u32, a, ts_spv_const(k->m, TS_u32, 8));
    uint32_t none = ts_spv_const(k->m, TS_u32, 0), middle = ts_spv_const(k->m, TS_u32, 12);
    uint32_t plus = ts_spv_value(k, OpIEqual, k->m->b1, sign, none);
    uint32_t above = ts_spv_value(k, OpIAdd, u32, middle, size);
    uint32_t below = ts_spv_value(k, OpISub, u32, middle, size);
    return ts_spv_value(k, OpSelect, u32, plus, above, below);
}

static uint32_t e2m1(ts_spv_kernel *k, uint32_t a)
{
    uint32_t u32 = k->m->u32, word = ts_spv_value(k, OpBitcast, u32, a), all = e2m1_of(k, word);
    for (uint32_t at = 8; at < 32; at += 8) {
        uint32_t byte = e2m1_of(k, shifted(k, OpShiftRightLogical, u32, word, at));
        all = ts_spv_value(k, OpBitwiseOr, u32, all, shifted(k, OpShiftLeftLogical, u32, byte, at));
    }
    return ts_spv_value(k, OpBitcast, k->m->i32, all);
}

/* A result that no compiler may get by regrouping, fusing, or rules that do not hold for NaN and
 * infinities, such as 0 * x = 0 in a fused product or x = x: Mesa means them all by this decoration. */
static uint32_t precise(ts_spv_kernel *k, uint32_t id)
{
    ts_spv_inst(k->m, TS_SPV_DECORATIONS, OpDecorate, id, DecorationNoContraction);
    return id;
}

static uint32_t arithmetic(ts_spv_kernel *k, uint32_t op, uint32_t a, uint32_t b)
{
    return precise(k, ts_spv_value(k, op, k->m->f32, a, b));
}

/* a op x, x constant */
static uint32_t with(ts_spv_kernel *k, uint32_t op, uint32_t a, double x)
{
    uint32_t id = ts_spv_const(k->m, TS_f32, x);
    return arithmetic(k, op, a, id);
}

/* 2 to the a, a being an integer from -126 to 127. */
static uint32_t power_of_two(ts_spv_kernel *k, uint32_t a)
{
    uint32_t bias = ts_spv_i32(k->m, 127), shift = ts_spv_i32(k->m, 23);
    uint32_t n = ts_spv_value(k, OpConvertFToS, k->m->i32, a);
    n = ts_spv_value(k, OpIAdd, k->m->i32, n, bias);
    n = ts_spv_value(k, OpShiftLeftLogical, k->m->i32, n, shift);
    return ts_spv_value(k, OpBitcast, k->m->f32, n);
}

/* Exp may be Exp2(a * log2 e), whose error grows with a to 4e-6. Instead 2^n * Exp2((a - n ln 2) log2 e)
 * for an integer n near a * log2 e, with ln 2 in two parts so that the first product is exact. What is
 * infinite, NaN or beyond the range of n goes its way through a - n ln 2. */
static uint32_t natural_exp(ts_spv_kernel *k, uint32_t a)
{
    const double log2_e = 1.44269504088896341, head = 0.693359375, tail = -2.12194440054690583e-4;
    uint32_t f32 = k->m->f32, lo = ts_spv_const(k->m, TS_f32, -126);
    uint32_t hi = ts_spv_const(k->m, TS_f32, 127), t = with(k, OpFMul, a, log2_e);
    uint32_t n = glsl(k, GlslFloor, f32, &t, 1);
    n = glsl(k, GlslNMin, f32, (uint32_t[]){n, hi}, 2);
    n = glsl(k, GlslNMax, f32, (uint32_t[]){n, lo}, 2);
    uint32_t part = with(k, OpFMul, n, head), rest = arithmetic(k, OpFSub, a, part);
    part = with(k, OpFMul, n, tail);
    rest = arithmetic(k, OpFSub, rest, part);
    rest = with(k, OpFMul, rest, log2_e);
    rest = glsl(k, GlslExp2, f32, &rest, 1);
    return arithmetic(k, OpFMul, rest, power_of_two(k, n));
}

/* InverseSqrt may be an estimate; the quotient of a square root is not. */
static uint32_t rsqrt(ts_spv_kernel *k, uint32_t a)
{
    uint32_t root = glsl(k, GlslSqrt, k->m->f32, &a, 1), one = ts_spv_const(k->m, TS_f32, 1);
    return ts_spv_value(k, OpFDiv, k->m->f32, one, root);
}

static bool is_zero(const ts_spv_kernel *k, uint32_t v)
{
    double x;
    return ts_s_is(k->s, v, &x) && x == 0;
}

/* zero * x. What lavapipe makes of a constant zero is 0 even for NaN and infinities. */
static uint32_t zero_times(ts_spv_kernel *k, uint32_t zero, uint32_t x)
{
    uint32_t f32 = k->m->f32, u32 = k->m->u32, all = ts_spv_const(k->m, TS_u32, 0x7f800000);
    uint32_t top = ts_spv_const(k->m, TS_u32, 0x80000000u);
    uint32_t bits = ts_spv_value(k, OpBitcast, u32, x);
    uint32_t exponent = ts_spv_value(k, OpBitwiseAnd, u32, bits, all);
    uint32_t finite = ts_spv_value(k, OpULessThan, k->m->b1, exponent, all);
    uint32_t sign = ts_spv_value(k, OpBitwiseAnd, u32, bits, top);
    sign = ts_spv_value(k, OpBitwiseXor, u32, sign, ts_spv_value(k, OpBitcast, u32, zero));
    uint32_t nan = ts_spv_const(k->m, TS_u32, TS_SPV_NAN);
    return ts_spv_value(k, OpBitcast, f32, ts_spv_value(k, OpSelect, u32, finite, sign, nan));
}

static bool is_plus_zero(const ts_spv_kernel *k, uint32_t v)
{
    return is_zero(k, v) && !signbit(k->s->i[v].value);
}

/* x + 0, which is 0 for -0. lavapipe takes it for x. */
static uint32_t plus_zero(ts_spv_kernel *k, uint32_t x)
{
    uint32_t u32 = k->m->u32, none = ts_spv_const(k->m, TS_u32, 0);
    uint32_t low = ts_spv_const(k->m, TS_u32, 0x7fffffff);
    uint32_t bits = ts_spv_value(k, OpBitcast, u32, x);
    uint32_t size = ts_spv_value(k, OpBitwiseAnd, u32, bits, low);
    uint32_t zero = ts_spv_value(k, OpIEqual, k->m->b1, size, none);
    uint32_t sum = ts_spv_value(k, OpSelect, u32, zero, none, bits);
    return ts_spv_value(k, OpBitcast, k->m->f32, sum);
}

/* Sums with a constant 0, whose sign matters; 0: this is none. */
static uint32_t sum_with_zero(ts_spv_kernel *k, const ts_sinst *i, const uint32_t *arg)
{
    uint32_t f32 = k->m->f32;
    if (i->elem == TS_add_ && is_plus_zero(k, i->b)) return plus_zero(k, arg[0]);
    if (i->elem == TS_add_ && is_plus_zero(k, i->a)) return plus_zero(k, arg[1]);
    if (i->elem == TS_sub_ && is_plus_zero(k, i->a))
        return plus_zero(k, ts_spv_value(k, OpFNegate, f32, arg[1]));
    if (i->elem == TS_fma_ && is_plus_zero(k, i->c))
        return plus_zero(k, arithmetic(k, OpFMul, arg[0], arg[1]));
    return 0;
}

/* 0 * x and 0 * x + y, whose signs and NaN matter; 0: this is none. */
static uint32_t product_with_zero(ts_spv_kernel *k, const ts_sinst *i, const uint32_t *arg)
{
    bool first = is_zero(k, i->a);
    if ((i->elem != TS_mul_ && i->elem != TS_fma_) || (!first && !is_zero(k, i->b))) return 0;
    uint32_t none = zero_times(k, arg[!first], arg[first]);
    return i->elem == TS_mul_ ? none : arithmetic(k, OpFAdd, none, arg[2]);
}

/* What takes more than an instruction; 0: nothing does. */
static uint32_t by_hand(ts_spv_kernel *k, const ts_sinst *i, const uint32_t *arg)
{
    switch (i->elem) {
    case TS_rem_: return signed_rest(k, arg[0], arg[1]);
    case TS_e2m1_: return e2m1(k, arg[0]);
    case TS_dot2_: return dot(k, arg[0], arg[1], 16);
    case TS_dot4_: return dot(k, arg[0], arg[1], 8);
    case TS_rsqrt_: return rsqrt(k, arg[0]);
    case TS_exp_: return natural_exp(k, arg[0]);
    default: return 0;
    }
}

static uint32_t elem(ts_spv_kernel *k, const ts_sinst *i)
{
    const uint32_t arg[] = {k->id[i->a], k->id[i->b], k->id[i->c]};
    int type = k->s->i[i->a].type;
    int op = ts_spell_spirv(i->elem, type == TS_U64 ? TS_u32 : type);
    uint32_t result = ts_spv_type(k->m, i->type);
    size_t n = (size_t)ts_opinfos[i->elem].args, most = sizeof arg / sizeof *arg;
    if (n > most) n = most; /* no operation has more */
    if (op == TS_SPIRV_BY_HAND) return by_hand(k, i, arg);
    if (!op) return 0;
    uint32_t id = type == TS_f32 ? product_with_zero(k, i, arg) : 0;
    if (!id && type == TS_f32) id = sum_with_zero(k, i, arg);
    if (id) return id;
    id = op < 0 ? glsl(k, -op, result, arg, n) : ts_spv_result(k, (uint32_t)op, result, arg, n);
    return type == TS_f32 ? precise(k, id) : id;
}

/* Before SPIR-V 1.4 a vector is chosen by a vector. */
static uint32_t select(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t p = k->id[i->a], type = ts_spv_type(k->m, i->type);
    if (i->type == TS_QUAD) {
        uint32_t four = ts_spv_vector(k->m, k->m->b1, 4);
        p = ts_spv_value(k, OpCompositeConstruct, four, p, p, p, p);
    }
    return ts_spv_value(k, OpSelect, type, p, k->id[i->b], k->id[i->c]);
}

static uint32_t convert(ts_spv_kernel *k, const ts_sinst *i)
{
    int from = k->s->i[i->a].type, to = i->type;
    uint32_t a = k->id[i->a], type = ts_spv_type(k->m, to);
    if (from == to) return a;
    if (from == TS_b1) {
        uint32_t one = ts_spv_const(k->m, to, 1), zero = ts_spv_const(k->m, to, 0);
        return ts_spv_value(k, OpSelect, type, a, one, zero);
    }
    if (to == TS_U64) return ts_spv_value(k, OpSConvert, type, a);
    if (from == TS_U64) return ts_spv_value(k, OpUConvert, type, a);
    if (from == TS_f32)
        return ts_spv_value(k, to == TS_i32 ? OpConvertFToS : OpConvertFToU, type, a);
    if (to == TS_f32)
        return ts_spv_value(k, from == TS_i32 ? OpConvertSToF : OpConvertUToF, type, a);
    return ts_spv_value(k, OpBitcast, type, a);
}

static uint32_t half(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t pair = ts_spv_vector(k->m, k->m->f32, 2), a = k->id[i->a];
    uint32_t both = glsl(k, GlslUnpackHalf2x16, pair, &a, 1);
    return ts_spv_value(k, OpCompositeExtract, k->m->f32, both, 0);
}

uint32_t ts_spv_compute(ts_spv_kernel *k, const ts_sinst *i)
{
    uint32_t type = ts_spv_type(k->m, i->type), a = k->id[i->a];
    switch (i->op) {
    case TS_S_ELEM: return elem(k, i);
    case TS_S_SELECT: return select(k, i);
    case TS_S_TO: return convert(k, i);
    case TS_S_BITS: return k->s->i[i->a].type == i->type ? a : ts_spv_value(k, OpBitcast, type, a);
    case TS_S_HALF: return half(k, i);
    case TS_S_WORD: return ts_spv_value(k, OpCompositeExtract, type, a, (uint32_t)i->n & 3);
    default: return 0;
    }
}
