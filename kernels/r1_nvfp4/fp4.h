/* fp4.h - products of rows of NVFP4 with rows of NVFP4: y = alpha a b^T, each 16 codes of a row with a scale (scales.h).
 *
 * Where vectors are short (CPUs), 8 codes are a word. A stage before makes of each row of a
 *
 *     x_words [rows,2,K/8]   j, i   twice the elements j, j + 2, .. of word i, as signed bytes
 *     x_sums  [rows,K/8]     i      -12 times their sum: codes of b are read as 12 more than twice their numbers
 *     x_step  [rows,K/16]           of each SHARE: scale * alpha / 4, what 1 of a sum is worth
 *
 * so that a word of b takes two look-ups and two products of four bytes, exact in integers; sums of words are added in
 * f32, each by its step. A row of b is read once for all rows of a: several of these at a time, then one at a time, by
 * the same operations, so the bits of a row depend on nothing but it.
 *
 * Elsewhere tiles of codes times scales, which are exact in bf16 (2 by 4 significant bits), meet in ts_dot_t. */
#ifndef TESSERA_KERNELS_R1_NVFP4_FP4_H
#define TESSERA_KERNELS_R1_NVFP4_FP4_H

#include "kernels/r1_nvfp4/scales.h"

enum {
    WORD = 8,          /* codes */
    SCALES_A_WORD = 4, /* of tiled ones */
    MADE_WORDS = 64,   /* by a program of the stage before */
    AT_ONCE = 4,       /* rows of a that a row of b meets in registers, at most */
    TILE_DEPTH = 32    /* codes of a row of a tile */
};

static inline bool in_words(const ts_shape *s)
{
    return s->plan.words > 0;
}

/* Rows of a that a row of b meets together: their sums share the registers. */
static inline int rows_at_once(const ts_shape *s)
{
    return s->tiled ? AT_ONCE / 2 : AT_ONCE;
}

/* ---- params ---- */

static inline ts_view codes_arg(ts_kern *k, const ts_shape *s, const char *name, ts_val rows,
                                int cols)
{
    if (!in_words(s)) return ts_arg2(k, TS_IN, name, TS_f4e2m1, rows, ts_i32(k, cols));
    return ts_arg2(k, TS_IN, name, TS_i32, rows, ts_i32(k, cols / WORD));
}

static inline int tiles_down(const ts_shape *s, int rows)
{
    return scale_rows(s, rows) / TILE_ROWS;
}

/* Scales of `matrices` matrices: words of four, where they are tiled and rows are read as words; rows; or as they lie. */
static inline ts_view weight_scales(ts_kern *k, const ts_shape *s, int matrices, int rows, int cols)
{
    int shares = scale_shares(s, cols);
    if (!in_words(s))
        return ts_arg2(k, TS_IN, "sb", TS_f8e4m3, ts_i32(k, matrices),
                       ts_i32(k, scale_count(s, rows, cols)));
    ts_val n = ts_i32(k, matrices * (s->tiled ? tiles_down(s, rows) : rows));
    if (!s->tiled) return ts_arg2(k, TS_IN, "sb", TS_f8e4m3, n, ts_i32(k, shares));
    return ts_arg3(k, TS_IN, "sb", TS_i32, n, ts_i32(k, shares / SCALES_A_WORD),
                   ts_i32(k, TILE_ROWS));
}

typedef struct
    matrix { /* rows of codes, and the scales of all matrices, of which it is number `of` */
    ts_view codes, scales;
    ts_val of;
    int rows, cols;
} matrix;

typedef struct fixed { /* rows of a as words */
    ts_view words, sums, step;
} fixed;

static inline fixed fixed_args(ts_kern *k, ts_mode mode, int rows, int cols)
{
    ts_val m = ts_i32(k, rows), words = ts_i32(k, cols / WORD);
    fixed f = {.step = {0}};
    f.words = ts_arg3(k, mode, "x_words", TS_i32, m, ts_i32(k, 2), words);
    f.sums = ts_arg2(k, mode, "x_sums", TS_i32, m, words);
    f.step = ts_arg2(k, mode, "x_step", TS_f32, m, ts_i32(k, cols / SHARE));
    return f;
}

static inline fixed fixed_row(fixed f, ts_val m)
{
    fixed row = {.words = ts_row(f.words, m)};
    row.sums = ts_row(f.sums, m);
    row.step = ts_row(f.step, m);
    return row;
}

/* ---- words ---- */

/* The elements j, j + 2, .. of words, as bytes: 12 and twice their numbers. */
static inline ts_val bytes_of(ts_kern *k, ts_val words, int j)
{
    return ts_e2m1(j ? ts_shr(words, ts_i32(k, 4)) : words);
}

/* Those without the 12. Bytes of 0 .. 24 become -12 .. 12: none borrows of another. */
static inline ts_val signed_bytes(ts_kern *k, ts_val bytes)
{
    return ts_xor(ts_add(bytes, ts_i32(k, 0x74747474)), ts_i32(k, (int)0x80808080u));
}

/* n scales of a row, flat as they lie; 0 beyond the row. */
static inline ts_val scales_flat(ts_kern *k, const ts_shape *s, ts_view flat, ts_val row,
                                 ts_val share, int cols)
{
    ts_val inside = ts_lt(share, ts_i32(k, cols / SHARE));
    ts_val index = ts_select(inside, scale_index(k, s, row, share, cols), ts_i32(k, -1));
    return ts_cast(ts_gather(flat, index), TS_f32);
}

/* MADE_WORDS words of a row of a from `at` on, whose scales are row `of_scale`. */
static inline void make_words(ts_kern *k, const ts_shape *s, ts_view a, ts_view sa, ts_val of_scale,
                              ts_val alpha, fixed to, ts_val at, int cols)
{
    ts_val words = ts_load(a, at, MADE_WORDS), sum = ts_i32(k, -2 * 4 * 12);
    ts_val ones = ts_splat1(ts_i32(k, 0x01010101), MADE_WORDS);
    for (int j = 0; j < 2; j++) {
        ts_val bytes = bytes_of(k, words, j);
        sum = ts_add(sum, ts_dot4(bytes, ones));
        ts_store(ts_row(to.words, ts_i32(k, j)), at, signed_bytes(k, bytes));
    }
    ts_store(to.sums, at, ts_mul(sum, ts_i32(k, -12)));
    ts_val first = ts_div(at, ts_i32(k, SHARE / WORD));
    ts_val share = ts_add(first, ts_iota(k, MADE_WORDS * WORD / SHARE));
    ts_val scale = scales_flat(k, s, sa, of_scale, share, cols);
    ts_store(to.step, first, ts_mul(ts_mulk(scale, 0.25), alpha));
}

/* Scales of four shares in each word of a column of a tile. Exponents of 0 are multiples of 2^-9. */
static inline ts_val unpacked(ts_kern *k, ts_val fours, int n)
{
    ts_val lane = ts_shr(ts_iota(k, n), ts_i32(k, 1));
    ts_val shift = ts_mul(ts_and(lane, ts_i32(k, SCALES_A_WORD - 1)), ts_i32(k, 8));
    ts_val code = ts_and(ts_shr(ts_repeat(fours, 2 * SCALES_A_WORD), shift), ts_i32(k, 0x7f));
    ts_val bits = ts_add(ts_shl(code, ts_i32(k, 20)), ts_i32(k, 120 << 23));
    ts_val few = ts_mulk(ts_cast(code, TS_f32), 0x1p-9);
    return ts_select(ts_lt(code, ts_i32(k, 8)), few, ts_bits(bits, TS_f32));
}

/* The scales of n words of row o from word `at` on: of each word where they are tiled, else of each SHARE. */
static inline ts_val word_scales(ts_kern *k, const ts_shape *s, matrix b, ts_val o, ts_val at,
                                 int n)
{
    ts_val all = ts_i32(k, s->tiled ? tiles_down(s, b.rows) : b.rows);
    ts_val first = ts_mul(b.of, all);
    if (!s->tiled)
        return ts_loadf(ts_row(b.scales, ts_add(first, o)), ts_div(at, ts_i32(k, 2)), n / 2);
    ts_val in = ts_rem(o, ts_i32(k, TILE_ROWS)), stripe = ts_i32(k, TILE_STRIPE);
    ts_view tiles = ts_row(b.scales, ts_add(first, ts_div(o, ts_i32(k, TILE_ROWS))));
    ts_val line = ts_add(ts_mulk(ts_rem(in, stripe), SCALES_A_WORD), ts_div(in, stripe));
    ts_view column = ts_row(ts_swap(tiles), line);
    return unpacked(k, ts_load(column, ts_div(at, ts_i32(k, 8)), n / 8), n);
}

/* sum += what n words of b, as bytes, make with those of a row of a. */
static inline void add_words(ts_kern *k, const ts_shape *s, ts_var sum, const ts_val *bytes,
                             ts_val scale, fixed x, ts_val at)
{
    int n = s->plan.words;
    ts_val part = ts_load(x.sums, at, n);
    for (int j = 0; j < 2; j++) {
        ts_val of_x = ts_load(ts_row(x.words, ts_i32(k, j)), at, n);
        part = ts_add(part, ts_dot4(bytes[j], of_x));
    }
    ts_val step = ts_load(x.step, ts_div(at, ts_i32(k, 2)), n / 2);
    step = s->tiled ? ts_mul(scale, ts_repeat(step, 2)) : ts_repeat(ts_mul(scale, step), 2);
    ts_set(sum, ts_fma(ts_cast(part, TS_f32), step, ts_get(sum)));
}

/* Row o of b with `rows` of x from row m on, to the column `to` of y. */
static inline void meet_words(ts_kern *k, const ts_shape *s, matrix b, ts_val o, fixed x, ts_val m,
                              int rows, ts_view to)
{
    int n = s->plan.words;
    ts_view row = ts_row(b.codes, o);
    fixed of_x[AT_ONCE];
    ts_var sum[AT_ONCE];
    for (int r = 0; r < rows; r++) {
        of_x[r] = fixed_row(x, ts_addk(m, r));
        sum[r] = ts_var1(ts_f32(k, 0), n);
    }
    for (ts_loop i = ts_upto(ts_i32(k, b.cols / WORD), n); ts_next(&i);) {
        ts_val words = ts_load(row, i.at, n), scale = word_scales(k, s, b, o, i.at, n);
        ts_val bytes[2] = {bytes_of(k, words, 0), bytes_of(k, words, 1)};
        for (int r = 0; r < rows; r++) add_words(k, s, sum[r], bytes, scale, of_x[r], i.at);
    }
    for (int r = 0; r < rows; r++)
        ts_store(to, ts_addk(m, r), as_act(s, ts_sum(ts_get(sum[r]), 0)));
}

/* Row o of b with rows from .. to - 1 of x. */
static inline void word_product(ts_kern *k, const ts_shape *s, matrix b, ts_val o, fixed x,
                                ts_val from, ts_val to, ts_view y)
{
    ts_view column = ts_row(ts_swap(y), o);
    int many = rows_at_once(s);
    ts_val last = ts_sub(to, ts_rem(ts_sub(to, from), ts_i32(k, many)));
    for (ts_loop m = ts_range(from, last, many); ts_next(&m);)
        meet_words(k, s, b, o, x, m.at, many, column);
    for (ts_loop m = ts_range(last, to, 1); ts_next(&m);)
        meet_words(k, s, b, o, x, m.at, 1, column);
}

/* ---- tiles ---- */

/* Codes [h,TILE_DEPTH] from row m and column `at` on, times their scales, the first row of which is of_scale. */
static inline ts_val scaled_tile(ts_kern *k, const ts_shape *s, ts_view codes, ts_view scales,
                                 ts_val m, ts_val of_scale, ts_val at, int cols)
{
    int h = s->plan.tile, each = TILE_DEPTH / SHARE;
    ts_val share =
        ts_add(ts_div(at, ts_i32(k, SHARE)), ts_rem(ts_iota(k, h * each), ts_i32(k, each)));
    ts_val row = ts_add(of_scale, ts_div(ts_iota(k, h * each), ts_i32(k, each)));
    ts_val scale = ts_reshape2(scales_flat(k, s, scales, row, share, cols), h, each);
    ts_val tile = ts_loadf2(codes, m, at, h, TILE_DEPTH);
    return ts_cast(ts_mul(tile, ts_repeat(scale, SHARE)), TS_bf16);
}

/* Rows m .. of a, whose scales are rows of_scale .., times rows n .. of b, in a tile of y. */
static inline void tile_product(ts_kern *k, const ts_shape *s, ts_view a, ts_view sa,
                                ts_val of_scale, ts_val alpha, matrix b, ts_val m, ts_val n,
                                ts_val depth, ts_view y)
{
    int h = s->plan.tile;
    ts_view scales = ts_row(b.scales, b.of);
    ts_var sum = ts_var2(ts_f32(k, 0), h, h);
    for (ts_loop i = ts_upto(depth, TILE_DEPTH); ts_next(&i);) {
        ts_val of_a = scaled_tile(k, s, a, sa, m, of_scale, i.at, b.cols);
        ts_val of_b = scaled_tile(k, s, b.codes, scales, n, n, i.at, b.cols);
        ts_set(sum, ts_dot_t(of_a, of_b, ts_get(sum)));
    }
    ts_store2(y, m, n, as_act(s, ts_mul(ts_get(sum), alpha)));
}

/* ---- references ---- */

/* Code i of an array of codes or their words. */
static inline double code_ref(const ts_shape *s, const double *codes, size_t i)
{
    if (!in_words(s)) return codes[i];
    uint32_t word = (uint32_t)(int32_t)codes[i / WORD] >> i % WORD * 4;
    return ts_decode(TS_f4e2m1, word & 15);
}

/* Scale number i of an array of scales as they lie, or of words of four. */
static inline double weight_scale_ref(const ts_shape *s, const double *scales, size_t i)
{
    if (!in_words(s) || !s->tiled) return scales[i];
    uint32_t word = (uint32_t)(int32_t)scales[i / SCALES_A_WORD];
    return ts_decode(TS_f8e4m3, word >> i % SCALES_A_WORD * 8 & 0xff);
}

/* Row `row` of codes; scales of row of_scale, from the first of them on, which are words where `packed`. */
static inline void row_ref(const ts_shape *s, const double *codes, size_t row, const double *scales,
                           int of_scale, bool packed, int cols, double *to)
{
    for (int i = 0; i < cols; i++) {
        size_t place = scale_place(s, of_scale, i / SHARE, cols);
        double scale = packed ? weight_scale_ref(s, scales, place) : scales[place];
        to[i] = code_ref(s, codes, row * (size_t)cols + (size_t)i) * scale;
    }
}

static inline double *row_room(size_t n)
{
    double *x = malloc((n ? n : 1) * sizeof *x);
    if (!x) abort();
    return x;
}

static inline double dot_ref(const double *a, const double *b, int n, double *mag)
{
    double sum = 0;
    *mag = 0;
    for (int i = 0; i < n; i++) sum += a[i] * b[i], *mag += fabs(a[i] * b[i]);
    return sum;
}

/* ---- inputs ---- */

/* Any words become words of scales: no sign, no NaN. */
static inline double scale_word(double any)
{
    uint32_t word = (uint32_t)(int32_t)any & 0x7f7f7f7f;
    for (int i = 0; i < 32; i += 8)
        if ((word >> i & 0x7f) == 0x7f) word &= ~((uint32_t)1 << i);
    return (int32_t)word;
}

/* The n scales of weights, and what there is instead of one that nobody may use. */
static inline void fill_weight_scales(const ts_shape *s, double *scales, size_t n)
{
    bool words = in_words(s) && s->tiled;
    for (size_t i = 0; i < (words ? n / SCALES_A_WORD : n); i++)
        scales[i] = words ? scale_word(scales[i]) : fabs(scales[i]);
}

static inline void spoil_weight_scale(const ts_shape *s, double *scales, size_t i)
{
    if (in_words(s) && s->tiled)
        scales[i / SCALES_A_WORD] = 0x7f7f7f7f;
    else
        scales[i] = NAN;
}

/* Rows of a tile of scales beyond those that codes have. */
static inline void spoil_pads(const ts_shape *s, double *scales, int rows, int cols)
{
    for (int row = rows; row < scale_rows(s, rows); row++)
        for (int i = 0; i < scale_shares(s, cols); i++)
            spoil_weight_scale(s, scales, scale_place(s, row, i, cols));
}

/* ---- the price ---- */

static inline uint64_t fp4_bytes(size_t rows, size_t cols)
{
    return ts_storage(TS_f4e2m1, rows * cols) + ts_storage(TS_f8e4m3, rows * cols / SHARE);
}

#endif
