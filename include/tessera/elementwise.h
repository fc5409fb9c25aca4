/* elementwise.h - the calls that make elementwise ops, one of each E row of tile/ops.def, which says what
 * it means and what it takes (doc/ops.md shows it). Part of tile.h. An op of two operands, e.g.:
 *
 *     ts_val ts_add(ts_val a, ts_val b);
 *
 * The macros below record where it is called (here.h). */
#ifndef TESSERA_ELEMENTWISE_H
#define TESSERA_ELEMENTWISE_H

/* clang-format off */
#define TS_ELEMENTWISE(X1, X2, X3)                                                                 \
    X2(ts_add) X2(ts_sub) X2(ts_mul) X2(ts_div) X2(ts_rem) X2(ts_min) X2(ts_max) X1(ts_neg)        \
    X1(ts_abs) X3(ts_fma) X1(ts_exp) X1(ts_exp2) X1(ts_log) X1(ts_log2) X1(ts_sqrt)                \
    X1(ts_rsqrt) X1(ts_floor) X1(ts_trunc) X1(ts_rint) X2(ts_and) X2(ts_or) X2(ts_xor)             \
    X2(ts_shl) X2(ts_shr) X2(ts_dot2) X2(ts_dot4) X1(ts_e2m1) X2(ts_lt) X2(ts_le) X2(ts_eq) \
    X2(ts_ne)
/* clang-format on */

#define TS_OF1(name) ts_val name(ts_val a);
#define TS_OF2(name) ts_val name(ts_val a, ts_val b);
#define TS_OF3(name) ts_val name(ts_val a, ts_val b, ts_val c);
TS_ELEMENTWISE(TS_OF1, TS_OF2, TS_OF3)

#ifndef TESSERA_HERE_H
/* clang-format off */
#define ts_add(...)   ts_add_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_sub(...)   ts_sub_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_mul(...)   ts_mul_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_div(...)   ts_div_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_rem(...)   ts_rem_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_min(...)   ts_min_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_max(...)   ts_max_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_neg(...)   ts_neg_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_abs(...)   ts_abs_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_fma(...)   ts_fma_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_exp(...)   ts_exp_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_exp2(...)  ts_exp2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_log(...)   ts_log_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_log2(...)  ts_log2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_sqrt(...)  ts_sqrt_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_rsqrt(...) ts_rsqrt_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_floor(...) ts_floor_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_trunc(...) ts_trunc_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_rint(...)  ts_rint_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_and(...)   ts_and_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_or(...)    ts_or_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_xor(...)   ts_xor_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_shl(...)   ts_shl_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_shr(...)   ts_shr_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_dot2(...)  ts_dot2_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_dot4(...)  ts_dot4_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_e2m1(...)  ts_e2m1_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_lt(...)    ts_lt_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_le(...)    ts_le_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_eq(...)    ts_eq_at(__FILE__, __LINE__, __VA_ARGS__)
#define ts_ne(...)    ts_ne_at(__FILE__, __LINE__, __VA_ARGS__)
/* clang-format on */
#endif

#endif
