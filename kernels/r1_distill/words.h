/* words.h - products of rows of 4-bit codes by integers, 8 codes to a word, where vectors are short (CPUs).
 *
 * Unpacked to floats, 16 codes take five instructions; a core reads faster than that. So a stage before makes x
 * integers of 16 bits, a step for each SHARE of it, and a word of codes meets 8 of them in four products of pairs:
 *
 *     word i of a row, 4 bits each       c7 c6 c5 c4 | c3 c2 c1 c0       element 8 i + 0 is c0
 *     x_words [4,K/8]   j, i             x[8i+4+j]   | x[8i+j]           16 bits each
 *     x_sums  [K/8]     i                -8 (x[8i] + .. + x[8i+7])       codes of i4 are read as 0 .. 15, 8 too many
 *     x_step  [K/32]    of each SHARE    what an integer of it is worth: the power of two
 *                                                             that makes its largest 16384 .. 32767
 *
 * So integers are the same in whatever precision they are made, and their sums in whatever order; that x is rounded, by
 * at most 2^-15 of the largest of a SHARE, is part of the formula. As in caches, what is no number makes a step of NaN,
 * and shares of nothing above 2^-100 are zeros.
 *
 * Codes of f4e2m1 become twice their numbers, which are integers, by a look-up; their sums begin at 0. */
#ifndef TESSERA_KERNELS_R1_DISTILL_WORDS_H
#define TESSERA_KERNELS_R1_DISTILL_WORDS_H

#include "kernels/r1_distill/parts.h"

enum {
    SHARE = 32, /* elements of a row that have one scale */
    WORD = 8,   /* codes in a word */
    PAIRS = 4,  /* products of pairs that it takes */
    SHARE_WORDS = SHARE / WORD,
    MOST_INTEGER = 32767,
    TOP_BIT = 14,         /* of the largest integer of a share */
    STEP_LEAST = 27 << 23 /* bits of 2^-100 */
};

static inline int shares(int cols)
{
    return (cols + SHARE - 1) / SHARE;
}

/* Whether rows of so many codes are read as words. */
static inline bool has_words(const ts_shape *s, int cols)
{
    int lanes = s->plan.lanes;
    bool codes = s->type.weight == TS_i4 || s->type.weight == TS_f4e2m1;
    return codes && cols % WORD == 0 && lanes % SHARE_WORDS == 0 && lanes < SHARE;
}

/* The same of rows as long as the residual stream is wide. */
static inline bool d_in_words(const ts_shape *s)
{
    return has_words(s, s->d);
}

/* Codes of e2m1 are looked up, others are read as if they had no sign. */
static inline bool has_offset(const ts_shape *s)
{
    return s->type.weight == TS_i4;
}

/* ---- tile code ---- */

typedef struct fixed { /* rows of x in words; or, of rank less, one */
    ts_view words, sums, step;
} fixed;

/* Declares them, for `rows` of x. */
static inline fixed fixed_args(ts_kern *k, const ts_shape *s, ts_mode mode, int rows, int cols)
{
    ts_val m = ts_i32(k, rows), pairs = ts_i32(k, PAIRS), n = ts_i32(k, cols / WORD);
    fixed f = {.step = {0}};
    f.words = ts_arg3(k, mode, "x_words", TS_i32, m, pairs, n);
    if (has_offset(s)) f.sums = ts_arg2(k, mode, "x_sums", TS_i32, m, n);
    f.step = ts_arg2(k, mode, "x_step", TS_f32, m, ts_i32(k, shares(cols)));
    return f;
}

static inline fixed fixed_row(fixed f, ts_val m)
{
    fixed row = {.words = ts_row(f.words, m)};
    if (f.sums.k) row.sums = ts_row(f.sums, m);
    row.step = ts_row(f.step, m);
    return row;
}

enum { MADE_WORDS = 64 }; /* by a program */

/* Elements j of MADE_WORDS words from `at` on; of those that are no numbers zeros. */
static inline ts_val elements_of(ts_kern *k, ts_view x, int j, ts_val at, int cols)
{
    ts_val every = ts_i32(k, cols / WORD), from = ts_i32(k, j);
    return ts_load(ts_part(x, 0, from, every, WORD), at, MADE_WORDS);
}

typedef struct steps { /* of the shares of MADE_WORDS words: 1 / step of each word, and the steps */
    ts_val inverse, step;
} steps;

/* A power of two, whose bits are those of its exponent. */
static inline ts_val power_of(ts_val bits)
{
    return ts_bits(bits, TS_f32);
}

/* bits: the largest of each word, of which size_bits keeps the order. Products with codes of e2m1 are of twice their
 * number, so what an integer is worth there is half a step. */
static inline steps steps_of(ts_kern *k, const ts_shape *s, ts_val bits)
{
    int less = has_offset(s) ? TOP_BIT : TOP_BIT + 1;
    ts_val each = ts_reshape2(bits, MADE_WORDS / SHARE_WORDS, SHARE_WORDS);
    ts_val most = ts_amax(each, 1), inf = ts_i32(k, INF_BITS), nothing = ts_f32(k, 0);
    ts_val finite = ts_lt(most, inf), exponent = ts_and(most, inf);
    ts_val some = ts_and(finite, ts_lt(ts_i32(k, STEP_LEAST), most));
    ts_val step = power_of(ts_sub(exponent, ts_i32(k, less << 23)));
    const uint32_t over = (254u + TOP_BIT) << 23; /* wraps, and the difference comes back */
    ts_val inverse = power_of(ts_sub(ts_i32(k, (int32_t)over), exponent));
    step = ts_select(finite, ts_select(some, step, nothing), ts_f32(k, NAN));
    return (steps){ts_repeat(ts_select(some, inverse, nothing), SHARE_WORDS), step};
}

static inline ts_val integers_of(ts_kern *k, ts_val x, ts_val inverse)
{
    ts_val finite = ts_lt(size_bits(k, x), ts_i32(k, INF_BITS));
    ts_val integer = ts_cast(ts_mul(ts_select(finite, x, ts_f32(k, 0)), inverse), TS_i32);
    return ts_min(integer, ts_i32(k, MOST_INTEGER));
}

/* MADE_WORDS words of a row of x. */
static inline void make_words(ts_kern *k, const ts_shape *s, ts_view x, fixed to, ts_val at,
                              int cols)
{
    ts_val e[WORD], low = ts_i32(k, 0xffff), bits = {0}, sum = {0};
    for (int j = 0; j < WORD; j++) {
        e[j] = elements_of(k, x, j, at, cols);
        bits = j ? ts_max(bits, size_bits(k, e[j])) : size_bits(k, e[j]);
    }
    steps of = steps_of(k, s, bits);
    for (int j = 0; j < WORD; j++) {
        e[j] = integers_of(k, e[j], of.inverse);
        sum = j ? ts_add(sum, e[j]) : e[j];
    }
    for (int j = 0; j < PAIRS; j++) {
        ts_val pair = ts_or(ts_and(e[j], low), ts_shl(e[j + PAIRS], ts_i32(k, 16)));
        ts_store(ts_row(to.words, ts_i32(k, j)), at, pair);
    }
    if (to.sums.k) ts_store(to.sums, at, ts_mul(sum, ts_i32(k, -8)));
    ts_store(to.step, ts_div(at, ts_i32(k, SHARE_WORDS)), of.step);
}

/* x [rows,cols], of which `live` are. */
static inline void words_of_rows(ts_kern *k, const ts_shape *s, ts_view x, ts_val live, int rows,
                                 int cols)
{
    fixed to = fixed_args(k, s, TS_WORK, rows, cols);
    ts_val m = ts_program(live, 1), at = ts_program(ts_i32(k, cols / WORD), MADE_WORDS);
    make_words(k, s, ts_row(x, m), fixed_row(to, m), at, cols);
}

/* The first stage of a product of one row of x [cols]. */
static inline void words_of(ts_kern *k, const ts_shape *s, ts_view x, int cols)
{
    fixed to = fixed_args(k, s, TS_WORK, 1, cols);
    ts_val at = ts_program(ts_i32(k, cols / WORD), MADE_WORDS);
    make_words(k, s, x, fixed_row(to, zero(k)), at, cols);
}

/* Words of codes from `at` on; those with a sign as 0 .. 15. */
static inline ts_val row_words(ts_kern *k, const ts_shape *s, ts_view row, ts_val at, int n)
{
    ts_val words = ts_load(row, at, n);
    return has_offset(s) ? ts_xor(words, ts_i32(k, (int)0x88888888u)) : words;
}

/* Codes j and j + PAIRS of each word, as integers of 16 bits. */
static inline ts_val code_pairs(ts_kern *k, const ts_shape *s, ts_val words, int j)
{
    ts_val low = j ? ts_shr(words, ts_i32(k, 4 * j)) : words;
    return has_offset(s) ? ts_and(low, ts_i32(k, 0x000f000f)) : ts_e2m1(low);
}

/* The sums of products of n words with those of x, in n sums. */
static inline ts_val word_products(ts_kern *k, const ts_shape *s, ts_val words, fixed x, ts_val at,
                                   int n)
{
    ts_val sum = {0};
    if (x.sums.k) sum = ts_load(x.sums, at, n);
    for (int j = 0; j < PAIRS; j++) {
        ts_val pairs = code_pairs(k, s, words, j),
               of_x = ts_load(ts_row(x.words, ts_i32(k, j)), at, n);
        ts_val product = ts_dot2(pairs, of_x);
        sum = sum.k ? ts_add(sum, product) : product;
    }
    return sum;
}

/* sum += what n words from `at` on make, n SHARE_WORDS a share; scale: of a row of codes. */
static inline void add_words(ts_kern *k, const ts_shape *s, ts_var sum, ts_val words, ts_view scale,
                             fixed x, ts_val at, int lanes)
{
    ts_val share = ts_div(at, ts_i32(k, SHARE_WORDS));
    ts_val part = word_products(k, s, words, x, at, lanes * SHARE_WORDS);
    ts_val each = ts_mul(ts_loadf(scale, share, lanes), ts_load(x.step, share, lanes));
    ts_set(sum, ts_fma(ts_cast(part, TS_f32), ts_repeat(each, SHARE_WORDS), ts_get(sum)));
}

/* ---- references ---- */

/* Code i of an array of words. */
static inline double code_of(const ts_shape *s, const double *words, size_t i)
{
    uint32_t word = (uint32_t)(int32_t)words[i / WORD];
    return ts_decode(s->type.weight, word >> i % WORD * 4 & 15);
}

static inline void fix_share(const double *x, int n, double *to)
{
    double max = 0;
    bool finite = true;
    for (int i = 0; i < n; i++) finite &= isfinite(x[i]) != 0, max = fmax(max, fabs(x[i]));
    bool some = finite && max > 0x1p-100;
    double step = some ? ldexp(1, ilogb(max) - TOP_BIT) : 0;
    for (int i = 0; i < n; i++) {
        double integer = some ? fmin(rint(x[i] / step), MOST_INTEGER) : 0;
        to[i] = finite ? integer * step : NAN;
    }
}

/* x as these products see it, to be freed by the caller: itself, where they are no such. */
static inline double *fixed_ref(const ts_shape *s, const double *x, int n)
{
    double *to = malloc((size_t)n * sizeof *to);
    if (!to) abort();
    memcpy(to, x, (size_t)n * sizeof *to);
    for (int i = 0; i < n && has_words(s, n); i += SHARE)
        fix_share(x + i, n - i < SHARE ? n - i : SHARE, to + i);
    return to;
}

#endif
