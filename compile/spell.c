/* spell.c - the table of spellings (compile/spell.h). */
#include "compile/spell.h"

#include "compile/spirv_words.h"

/* By what the operands are: f32; i32 and u32; b1. */
#define ANY(x)                                                                                     \
    {                                                                                              \
        x, x, x                                                                                    \
    }

/* The product of the signed bytes at a bit; the byte there of e2m1, whose sizes are looked up in 8 times 4 bits. */
#define C_BYTES(at)    "(signed char)($a >> " #at ") * (signed char)($b >> " #at ")"
#define WGSL_BYTES(at) "extractBits($a, " #at "u, 8u) * extractBits($b, " #at "u, 8u)"
#define C_E2M1(at)                                                                                 \
    "((12u + ((0xc8643210u >> ((($a >> " #at ") & 7) << 2)) & 15u) * ((($a >> " #at                \
    ") & 8) != 0 ? 0xffffffffu : 1u)) << " #at ")"
#define WGSL_E2M1(at)                                                                              \
    "((12u + ((0xc8643210u >> (extractBits(bitcast<u32>($a), " #at                                 \
    "u, 3u) << 2u)) & 15u) * select(1u, 0xffffffffu, extractBits(bitcast<u32>($a), " #at           \
    "u + 3u, 1u) != 0u)) << " #at "u)"

static const struct row {
    const char
        *text[TS_LANGUAGES][3]; /* C-like, WGSL, lane (a function of lane/cpu_prelude.h is v_NAME_f
                                          of vectors, s_NAME_f of scalars, so too with i and u) */
    short spirv[4];             /* f32, i32, u32, b1 */
} rows[TS_NOP] = {
    /* floats and integers */
    [TS_add_] = {{ANY("+"), ANY("+"), ANY("+")}, {OpFAdd, OpIAdd, OpIAdd}},
    [TS_sub_] = {{ANY("-"), ANY("-"), ANY("-")}, {OpFSub, OpISub, OpISub}},
    [TS_mul_] = {{ANY("*"), ANY("*"), ANY("*")}, {OpFMul, OpIMul, OpIMul}},
    [TS_div_] = {{ANY("/"), ANY("/"), {"/", "div"}}, {OpFDiv, OpSDiv, OpUDiv}},
    [TS_rem_] = {{ANY("%"), ANY("%"), ANY("rem")}, {0, TS_SPIRV_BY_HAND, OpUMod}},
    [TS_min_] = {{{"@fmin", "min"}, ANY("min"), ANY("min")}, {-GlslNMin, -GlslSMin, -GlslUMin}},
    [TS_max_] = {{{"@fmax", "max"}, ANY("max"), ANY("max")}, {-GlslNMax, -GlslSMax, -GlslUMax}},
    [TS_neg_] = {{ANY("-"), ANY("-"), ANY("-")}, {OpFNegate, OpSNegate}},
    [TS_abs_] = {{{"fabs", TS_BY_HAND}, ANY("abs"), ANY("abs")}, {-GlslFAbs, -GlslSAbs}},
    [TS_fma_] = {{ANY("fma"), ANY("fma"), ANY("fma")}, {-GlslFma}},
    /* floats; WGSL's exact_ functions are in simt/wgsl.c */
    [TS_exp_] = {{ANY("@exp"), ANY("exact_exp"), ANY("exp")}, {TS_SPIRV_BY_HAND}},
    [TS_exp2_] = {{ANY("@exp2"), ANY("exact_exp2"), ANY("exp2")}, {-GlslExp2}},
    [TS_log_] = {{ANY("@log"), ANY("exact_log"), ANY("log")}, {-GlslLog}},
    [TS_log2_] = {{ANY("@log2"), ANY("exact_log2"), ANY("log2")}, {-GlslLog2}},
    [TS_sqrt_] = {{ANY("@sqrt"), ANY("sqrt"), ANY("sqrt")}, {-GlslSqrt}},
    [TS_rsqrt_] = {{ANY("@rsqrt"), ANY("inverseSqrt"), ANY("rsqrt")}, {TS_SPIRV_BY_HAND}},
    [TS_floor_] = {{ANY("floor"), ANY("floor"), ANY("floor")}, {-GlslFloor}},
    [TS_trunc_] = {{ANY("trunc"), ANY("trunc"), ANY("trunc")}, {-GlslTrunc}},
    [TS_rint_] = {{ANY("rint"), ANY("round"), ANY("rint")}, {-GlslRoundEven}},
    /* bits */
    [TS_and_] = {{{0, "&", "&&"}, ANY("&"), ANY("&")},
                 {0, OpBitwiseAnd, OpBitwiseAnd, OpLogicalAnd}},
    [TS_or_] = {{{0, "|", "||"}, ANY("|"), ANY("|")}, {0, OpBitwiseOr, OpBitwiseOr, OpLogicalOr}},
    [TS_xor_] = {{{0, "^", "!="}, {0, "^", "!="}, ANY("^")},
                 {0, OpBitwiseXor, OpBitwiseXor, OpLogicalNotEqual}},
    [TS_shl_] = {{ANY("<<"), ANY("<<"), ANY("shl")}, {0, OpShiftLeftLogical, OpShiftLeftLogical}},
    [TS_shr_] = {{ANY(">>"), ANY(">>"), ANY("shr")},
                 {0, OpShiftRightArithmetic, OpShiftRightLogical}},
    [TS_dot2_] =
        {{{0, "(int)((unsigned)((short)$a * (short)$b) + (unsigned)(($a >> 16) * ($b >> 16)))"},
          {0, "(extractBits($a, 0u, 16u) * extractBits($b, 0u, 16u) + "
              "extractBits($a, 16u, 16u) * extractBits($b, 16u, 16u))"},
          {0, "dot2"}},
         {0, TS_SPIRV_BY_HAND}},
    [TS_dot4_] =
        {{{0, "(" C_BYTES(0) " + " C_BYTES(8) " + " C_BYTES(16) " + ($a >> 24) * ($b >> 24))"},
          {0, "(" WGSL_BYTES(0) " + " WGSL_BYTES(8) " + " WGSL_BYTES(16) " + " WGSL_BYTES(24) ")"},
          {0, "dot4"}},
         {0, TS_SPIRV_BY_HAND}},
    [TS_e2m1_] = {{{0, "(int)(" C_E2M1(0) " | " C_E2M1(8) " | " C_E2M1(16) " | " C_E2M1(24) ")"},
                   {0, "bitcast<i32>(" WGSL_E2M1(0) " | " WGSL_E2M1(8) " | " WGSL_E2M1(
                           16) " | " WGSL_E2M1(24) ")"},
                   {0, "e2m1"}},
                  {0, TS_SPIRV_BY_HAND}},
    /* comparisons: false for NaN, but for ne */
    [TS_lt_] = {{ANY("<"), ANY("<"), ANY("<")}, {OpFOrdLessThan, OpSLessThan, OpULessThan}},
    [TS_le_] = {{ANY("<="), ANY("<="), ANY("<=")},
                {OpFOrdLessThanEqual, OpSLessThanEqual, OpULessThanEqual}},
    [TS_eq_] = {{ANY("=="), ANY("=="), ANY("==")},
                {OpFOrdEqual, OpIEqual, OpIEqual, OpLogicalEqual}},
    [TS_ne_] = {{ANY("!="), ANY("!="), ANY("!=")},
                {OpFUnordNotEqual, OpINotEqual, OpINotEqual, OpLogicalNotEqual}},
};

static bool is_for(ts_opcode op, int type)
{
    return ts_is_elem(op) && type >= 0 && type < TS_NDTYPE &&
           strchr(ts_opinfos[op].types, ts_dtypes[type].class);
}

const char *ts_spell(ts_opcode op, ts_spell_language language, int type)
{
    int class = type == TS_f32 ? 0 : type == TS_b1 ? 2 : 1;
    return is_for(op, type) ? rows[op].text[language][class] : NULL;
}

int ts_spell_spirv(ts_opcode op, int type)
{
    int class = type == TS_f32 ? 0 : type == TS_i32 ? 1 : type == TS_u32 ? 2 : 3;
    return is_for(op, type) ? rows[op].spirv[class] : 0;
}

int ts_no_spelling(ts_error *err, const char *kernel, const char *target, ts_opcode op)
{
    return ts_fail(err, "kernel %s: target %s has no spelling of %s; its row is in compile/spell.c",
                   kernel, target, ts_opinfos[op].name);
}
