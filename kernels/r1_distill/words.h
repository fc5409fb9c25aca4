/* words.h - products of rows of codes by integers, 4 or 8 codes to a word, where vectors are short (CPUs).
 *
 * Unpacked to floats, 16 codes take three to five instructions; a core reads faster than that. So a stage before
 * makes x integers with a scale for each SHARE of it, and a word of codes meets as many of them in a few exact
 * products:
 *
 *     word i of a row             8 bits: c3 c2 c1 c0    4 bits: c7 .. c1 c0    element n i + 0 of n a word is c0
 *     x_words [parts,K/n]  j, i   the integers of elements j, j + parts, .. of word i, from the lowest bits on
 *     x_sums  [K/n]        i      what sums begin with beside codes that are read as so many more: -8 or -12 times
 *                                 the integers of word i
 *     x_step  [K/32]              of each SHARE: what 1 of a sum is worth
 *
 * In f32, each operation rounded: with m the largest |x| of a SHARE, scale = m / most, an integer is x * (1 / scale),
 * rounded to the nearest, ties to even. That x is rounded so is part of the formula. As in caches, what is no number
 * makes a scale of NaN, and shares of nothing above 2^-100 are zeros.
 *
 *     codes     a word meets    integers    most
 *     i8        2 pairs         16 bits     16383: four products with codes of -128, times 2^8, fit a word
 *     4 bits    2 fours         8 bits      127
 *
 * Codes of i8 stay where they lie, the upper byte of a half word, so they count 2^8 times. Those of i4 are read as
 * 0 .. 15, 8 more than they are, and those of f4e2m1 become 12 more than twice their numbers by a look-up: bytes
 * without a sign meet signed ones in one instruction. Beside codes of 4 bits, 8 bits of x cost 1 % of their error at
 * most; beside codes of 8 bits they would cost three times it (doc/quantised.md). */
#ifndef TESSERA_KERNELS_R1_DISTILL_WORDS_H
#define TESSERA_KERNELS_R1_DISTILL_WORDS_H

#include "kernels/r1_distill/parts.h"

enum {
    SHARE = 32, /* elements of a row that have one scale */
    MOST_WORD = 8,
    LEAST_LANES = 4,
    STEP_LEAST = 27 << 23 /* bits of 2^-100 */
};

static inline int shares(int cols)
{
    return (cols + SHARE - 1) / SHARE;
}

/* How rows of codes are read as words. */
typedef struct packing {
    int word;     /* codes in one */
    int parts;    /* products that it takes */
    int most;     /* the largest integer of x */
    int offset;   /* codes are read as so many more */
    double worth; /* what a product of 1 by 1 is */
} packing;

static inline packing packing_of(const ts_shape *s)
{
    switch (s->type.weight) {
    case TS_i8: return (packing){4, 2, 16383, 0, 1.0 / 256};
    case TS_i4: return (packing){8, 2, 127, 8, 1};
    case TS_f4e2m1: return (packing){8, 2, 127, 12, 0.5};
    default: return (packing){0};
    }
}

static inline int share_words(const ts_shape *s)
{
    return SHARE / packing_of(s).word;
}

/* Words that are taken at once: more would need more sums than registers have room for beside those of other rows. */
static inline int words_at_once(const ts_shape *s)
{
    return 4 * s->plan.lanes;
}

/* Whether rows of so many codes are read as words. */
static inline bool has_words(const ts_shape *s, int cols)
{
    int word = packing_of(s).word, lanes = s->plan.lanes;
    return word && cols % word == 0 && lanes % LEAST_LANES == 0 && lanes < SHARE;
}

/* The same of rows as long as the residual stream is wide. */
static inline bool d_in_words(const ts_shape *s)
{
    return has_words(s, s->d);
}

/* ---- tile code ---- */

typedef struct fixed { /* rows of x in words; or, of rank less, one */
    ts_view words, sums, step;
} fixed;

/* Declares them, for `rows` of x. */
static inline fixed fixed_args(ts_kern *k, const ts_shape *s, ts_mode mode, int rows, int cols)
{
    packing p = packing_of(s);
    ts_val m = ts_i32(k, rows), parts = ts_i32(k, p.parts), n = ts_i32(k, cols / p.word);
    fixed f = {.step = {0}};
    f.words = ts_arg3(k, mode, "x_words", TS_i32, m, parts, n);
    if (p.offset) f.sums = ts_arg2(k, mode, "x_sums", TS_i32, m, n);
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

/* Elements j of MADE_WORDS words from `at` on. */
static inline ts_val elements_of(ts_kern *k, const ts_shape *s, ts_view x, int j, ts_val at,
                                 int cols)
{
    int word = packing_of(s).word;
    ts_val every = ts_i32(k, cols / word), from = ts_i32(k, j);
    return ts_load(ts_part(x, 0, from, every, word), at, MADE_WORDS);
}

typedef struct
    steps { /* of the shares of MADE_WORDS words: 1 / scale of each word, and the steps */
    ts_val inverse, step;
} steps;

/* Of an f32, which bits round to one where it was computed in more (tessera/interpret.h). */
static inline ts_val f32_bits(ts_val x)
{
    return ts_bits(x, TS_i32);
}

/* bits: the largest of each word, of which size_bits keeps the order. */
static inline steps steps_of(ts_kern *k, const ts_shape *s, ts_val bits)
{
    packing p = packing_of(s);
    int each = share_words(s);
    ts_val most = ts_amax(ts_reshape2(bits, MADE_WORDS / each, each), 1), zeros = ts_i32(k, 0);
    ts_val finite = ts_lt(most, ts_i32(k, INF_BITS));
    ts_val some = ts_and(finite, ts_lt(ts_i32(k, STEP_LEAST), most));
    ts_val scale = f32_bits(ts_div(ts_bits(most, TS_f32), ts_f32(k, p.most)));
    ts_val inverse = f32_bits(ts_div(ts_f32(k, 1), ts_bits(scale, TS_f32)));
    inverse = ts_bits(ts_select(some, inverse, zeros), TS_f32);
    ts_val step = ts_mulk(ts_bits(ts_select(some, scale, zeros), TS_f32), p.worth);
    return (steps){ts_repeat(inverse, each), ts_select(finite, step, ts_f32(k, NAN))};
}

/* Of x that is no number, zeros. */
static inline ts_val integers_of(ts_kern *k, ts_val x, ts_val inverse)
{
    ts_val finite = ts_lt(size_bits(k, x), ts_i32(k, INF_BITS));
    ts_val bits = ts_select(finite, f32_bits(ts_mul(x, inverse)), ts_i32(k, 0));
    return ts_cast(ts_bits(bits, TS_f32), TS_i32);
}

/* Part j of words of x, whose elements are e. */
static inline ts_val part_of(ts_kern *k, packing p, const ts_val *e, int j)
{
    int each = p.word / p.parts, bits = 32 / each;
    ts_val low = ts_i32(k, (1 << bits) - 1), word = ts_and(e[j], low);
    for (int i = 1; i < each; i++) {
        ts_val next = e[j + i * p.parts];
        if (i + 1 < each) next = ts_and(next, low);
        word = ts_or(word, ts_shl(next, ts_i32(k, i * bits)));
    }
    return word;
}

/* MADE_WORDS words of a row of x. */
static inline void make_words(ts_kern *k, const ts_shape *s, ts_view x, fixed to, ts_val at,
                              int cols)
{
    packing p = packing_of(s);
    ts_val e[MOST_WORD], bits = {0}, sum = {0};
    for (int j = 0; j < p.word; j++) {
        e[j] = elements_of(k, s, x, j, at, cols);
        bits = j ? ts_max(bits, size_bits(k, e[j])) : size_bits(k, e[j]);
    }
    steps of = steps_of(k, s, bits);
    for (int j = 0; j < p.word; j++) {
        e[j] = integers_of(k, e[j], of.inverse);
        sum = j ? ts_add(sum, e[j]) : e[j];
    }
    for (int j = 0; j < p.parts; j++)
        ts_store(ts_row(to.words, ts_i32(k, j)), at, part_of(k, p, e, j));
    if (to.sums.k) ts_store(to.sums, at, ts_mul(sum, ts_i32(k, -p.offset)));
    ts_store(to.step, ts_div(at, ts_i32(k, share_words(s))), of.step);
}

/* x [rows,cols], of which `live` are. */
static inline void words_of_rows(ts_kern *k, const ts_shape *s, ts_view x, ts_val live, int rows,
                                 int cols)
{
    fixed to = fixed_args(k, s, TS_WORK, rows, cols);
    ts_val n = ts_i32(k, cols / packing_of(s).word);
    ts_val m = ts_program(live, 1), at = ts_program(n, MADE_WORDS);
    make_words(k, s, ts_row(x, m), fixed_row(to, m), at, cols);
}

/* The first stage of a product of one row of x [cols]. */
static inline void words_of(ts_kern *k, const ts_shape *s, ts_view x, int cols)
{
    fixed to = fixed_args(k, s, TS_WORK, 1, cols);
    ts_val at = ts_program(ts_i32(k, cols / packing_of(s).word), MADE_WORDS);
    make_words(k, s, x, fixed_row(to, zero(k)), at, cols);
}

/* Words of codes from `at` on; those of i4 as 0 .. 15. */
static inline ts_val row_words(ts_kern *k, const ts_shape *s, ts_view row, ts_val at, int n)
{
    ts_val words = ts_load(row, at, n);
    return s->type.weight == TS_i4 ? ts_xor(words, ts_i32(k, (int)0x88888888u)) : words;
}

/* Codes j, j + parts, .. of each word, as a product takes them. */
static inline ts_val codes_at(ts_kern *k, const ts_shape *s, ts_val words, int j)
{
    if (s->type.weight == TS_i8) {
        ts_val high = j ? words : ts_shl(words, ts_i32(k, 8));
        return ts_and(high, ts_i32(k, (int)0xff00ff00u));
    }
    ts_val low = j ? ts_shr(words, ts_i32(k, 4)) : words;
    return s->type.weight == TS_i4 ? ts_and(low, ts_i32(k, 0x0f0f0f0f)) : ts_e2m1(low);
}

static inline ts_val product_of(const ts_shape *s, ts_val codes, ts_val x)
{
    return s->type.weight == TS_i8 ? ts_dot2(codes, x) : ts_dot4(codes, x);
}

/* The sums of products of n words with those of x, in n sums. */
static inline ts_val word_products(ts_kern *k, const ts_shape *s, ts_val words, fixed x, ts_val at,
                                   int n)
{
    ts_val sum = {0};
    if (x.sums.k) sum = ts_load(x.sums, at, n);
    for (int j = 0; j < packing_of(s).parts; j++) {
        ts_val of_x = ts_load(ts_row(x.words, ts_i32(k, j)), at, n);
        ts_val product = product_of(s, codes_at(k, s, words, j), of_x);
        sum = sum.k ? ts_add(sum, product) : product;
    }
    return sum;
}

/* sum += what words_at_once from `at` on make; scale: of a row of codes. */
static inline void add_words(ts_kern *k, const ts_shape *s, ts_var sum, ts_val words, ts_view scale,
                             fixed x, ts_val at)
{
    int each = share_words(s), n = words_at_once(s);
    ts_val share = ts_div(at, ts_i32(k, each)), part = word_products(k, s, words, x, at, n);
    ts_val step = ts_mul(ts_loadf(scale, share, n / each), ts_load(x.step, share, n / each));
    ts_set(sum, ts_fma(ts_cast(part, TS_f32), ts_repeat(step, each), ts_get(sum)));
}

/* ---- references ---- */

/* Code i of an array of words. */
static inline double code_of(const ts_shape *s, const double *words, size_t i)
{
    size_t each = (size_t)packing_of(s).word, bits = 32 / each;
    uint32_t word = (uint32_t)(int32_t)words[i / each] >> i % each * bits;
    return ts_decode(s->type.weight, word & ((1u << bits) - 1));
}

static inline void fix_share(const double *x, int n, int most, double *to)
{
    float max = 0;
    bool finite = true;
    for (int i = 0; i < n; i++) finite &= isfinite(x[i]) != 0, max = fmaxf(max, fabsf((float)x[i]));
    float scale = max / (float)most, inverse = 1 / scale;
    bool some = finite && max > 0x1p-100f;
    for (int i = 0; i < n; i++) {
        float integer = some ? rintf((float)x[i] * inverse) : 0;
        to[i] = !finite ? NAN : some ? (double)integer * (double)scale : 0;
    }
}

/* x as these products see it, to be freed by the caller: itself, where they are no such. */
static inline double *fixed_ref(const ts_shape *s, const double *x, int n)
{
    double *to = malloc((size_t)n * sizeof *to);
    if (!to) abort();
    memcpy(to, x, (size_t)n * sizeof *to);
    for (int i = 0; i < n && has_words(s, n); i += SHARE)
        fix_share(x + i, n - i < SHARE ? n - i : SHARE, packing_of(s).most, to + i);
    return to;
}

#endif
