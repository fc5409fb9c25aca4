/* quant.h - rows in NVFP4: codes of f4e2m1, a scale f8e4m3 for each SHARE neighbours, one f32 for all.
 *
 * In f32, each operation rounded, with m the largest |x| of a share and gs the global scale:
 *
 *     scale = f8e4m3(gs (m / 6))        code = f4e2m1(x (gs / scale)), or of x times 0 where the scale is 0
 *
 * to the nearest, ties to even, beyond the largest to that. An element is code scale / gs. A share that has something
 * which is no finite number has a scale of NaN and codes of 0, so products tell it. Zeros keep their signs. */
#ifndef TESSERA_KERNELS_R1_NVFP4_QUANT_H
#define TESSERA_KERNELS_R1_NVFP4_QUANT_H

#include "kernels/r1_nvfp4/live.h"
#include "kernels/r1_nvfp4/scales.h"

/* Bits of |x|: those of finite numbers are below, in the order of their sizes. Tests of them are integer ones, since
 * WGSL and Metal let a compiler assume that no float is NaN or infinite. */
enum { INF_BITS = 0x7f800000, SIZE_BITS = 0x7fffffff };
#define MOST_CODE 6.0 /* the largest f4e2m1 */

/* Elements that are made codes at a time: whole shares. Where threads cannot shuffle, a share takes a word of shared
 * memory for each of them until its largest is found, and some devices have 16 KB. */
enum { MOST_CODED = 128 };

static inline int coded_at_once(const ts_shape *s)
{
    int n = whole(s->plan.block, SHARE);
    return n < MOST_CODED ? n : MOST_CODED;
}

/* Elements of a row that a program makes codes of: whole fours of shares. */
static inline int coded_span(const ts_shape *s)
{
    return whole(BLOCKS_AT_ONCE * coded_at_once(s), TILE_SHARES * SHARE);
}

/* ---- tile code ---- */

typedef struct coded {
    ts_val codes, scales; /* f4e2m1 [n], f8e4m3 [n/SHARE] */
} coded;

/* x: f32 [n]; gs: a scalar. */
static inline coded coded_of(ts_kern *k, ts_val x, int n, ts_val gs)
{
    ts_val bits = ts_and(ts_bits(x, TS_i32), ts_i32(k, SIZE_BITS)), none = ts_f32(k, 0);
    ts_val most = ts_amax(ts_reshape2(bits, n / SHARE, SHARE), 1);
    ts_val finite = ts_lt(most, ts_i32(k, INF_BITS));
    ts_val step = ts_mul(gs, ts_div(ts_bits(most, TS_f32), ts_f32(k, MOST_CODE)));
    ts_val scales = ts_cast(ts_select(finite, step, ts_f32(k, NAN)), TS_f8e4m3);
    ts_val wide = ts_cast(scales, TS_f32), some = ts_and(finite, ts_lt(none, wide));
    ts_val inverse = ts_repeat(ts_select(some, ts_div(gs, wide), none), SHARE);
    return (coded){ts_cast(ts_mul(x, inverse), TS_f4e2m1), scales};
}

/* Where codes [rows,cols] and their scales go. */
typedef struct coded_rows {
    ts_view codes, scales;
    int cols;
} coded_rows;

/* scale_rows: those of the array of scales. */
static inline coded_rows coded_args(ts_kern *k, const ts_shape *s, int rows, int scale_rows,
                                    int cols)
{
    ts_val m = ts_i32(k, rows), n = ts_i32(k, cols);
    coded_rows to = {.codes = ts_arg2(k, TS_INOUT, "q", TS_f4e2m1, m, n), .cols = cols};
    ts_val scales = ts_i32(k, scale_rows * scale_shares(s, cols));
    to.scales = ts_arg1(k, TS_INOUT, "s", TS_f8e4m3, scales);
    return to;
}

/* Row of codes `row`, of scales `scale_row`, from column `at` on. */
static inline void put_coded(ts_kern *k, const ts_shape *s, coded_rows to, ts_val row,
                             ts_val scale_row, ts_val at, coded x)
{
    int n = coded_at_once(s) / SHARE;
    ts_val share = ts_add(ts_div(at, ts_i32(k, SHARE)), ts_iota(k, n));
    ts_val within = ts_lt(share, ts_i32(k, scale_shares(s, to.cols)));
    ts_val place = scale_index(k, s, scale_row, share, to.cols);
    ts_store(ts_row(to.codes, row), at, x.codes);
    ts_scatter(to.scales, ts_select(within, place, ts_i32(k, -1)), x.scales);
}

/* Where this program's span of a row begins, the shares that fill the row up among them. */
static inline ts_val coded_program(ts_kern *k, const ts_shape *s, int cols)
{
    return ts_program(ts_i32(k, scale_shares(s, cols) * SHARE), coded_span(s));
}

static inline ts_loop coded_from(ts_kern *k, const ts_shape *s, ts_val first, int cols)
{
    ts_val n = ts_i32(k, scale_shares(s, cols) * SHARE);
    ts_val last = ts_min(n, ts_add(first, ts_i32(k, coded_span(s))));
    return ts_range(first, last, coded_at_once(s));
}

/* ---- references ---- */

typedef struct share { /* in f32, as the kernel computes it */
    double scale, inverse;
} share;

static inline share share_ref(const double *x, float gs)
{
    float most = 0;
    for (int i = 0; i < SHARE; i++) {
        if (!isfinite(x[i])) return (share){NAN, 0};
        most = fmaxf(most, fabsf((float)x[i]));
    }
    float step = most / (float)MOST_CODE;
    float scale = (float)ts_decode(TS_f8e4m3, ts_encode(TS_f8e4m3, gs * step));
    return (share){scale, scale > 0 ? gs / scale : 0};
}

/* A row x [cols], exactly; its row of scales is scale_row. */
static inline void code_row_ref(const ts_shape *s, const double *x, float gs, int cols,
                                int scale_row, double *codes, double *scales)
{
    for (int at = 0; at < cols; at += SHARE) {
        share of = share_ref(x + at, gs);
        scales[scale_place(s, scale_row, at / SHARE, cols)] = of.scale;
        for (int i = at; i < at + SHARE; i++) codes[i] = (float)x[i] * (float)of.inverse;
    }
    for (int i = cols / SHARE; i < scale_shares(s, cols); i++)
        scales[scale_place(s, scale_row, i, cols)] = 0;
}

/* ---- inputs ---- */

/* The global scale that makes the largest of n numbers the largest element. */
static inline double fitting_scale(const double *x, size_t n)
{
    double most = 0;
    for (size_t i = 0; i < n; i++)
        if (isfinite(x[i])) most = fmax(most, fabs(x[i]));
    return most > 0 ? 448 * MOST_CODE / most : 1;
}

/* Share number i of those where a slip would show with a global scale of 1: m as given, and behind it what lies half
 * way between two codes, where m is 6 times a power of two; others are ties of the scale itself, its subnormals, the
 * least that is lost, what is beyond the largest, zeros, no numbers. */
static inline void hard_share(double *x, int i)
{
    static const double most[] = {
        6,           12,           1.5, 6.375,    7.125, 6 * 0x1p-10, 9 * 0x1p-9, 6 * 0x1.8p-10,
        6 * 448 * 4, 6 * 0x1.1p-9, 0,   INFINITY, NAN,   6 * 464,     6 * 463.5,  0.75};
    static const double tie[] = {0.25,  0.75,  1.25,  1.75, 2.5,  3.5,  5,  -0.25,
                                 -0.75, -1.25, -1.75, -2.5, -3.5, -0.0, 5.5};
    double m = most[i % 16];
    for (int j = 0; j + 1 < SHARE; j++) x[j + 1] = tie[j] * (isfinite(m) ? m / 6 : 1);
    x[0] = m;
}

/* What inputs are for: as drawn; hard shares; and such that gs m / 6 in another order, or x gs / scale, or a product with
 * the inverse of a divisor, is rounded to another scale or code. */
enum { DRAWN, TIES, ORDER_OF_SCALE, ORDER_OF_CODE };

/* Makes shares of x what the variant wants; the global scale that goes with it. */
static inline double draw_shares(double *x, size_t shares, int variant)
{
    static const struct {
        double gs, most, x;
    } order[] = {{0x1.3f03fp+3, 0x1.04p+0, 0x1p-1}, {0x1.b13b16p+1, 0x1.36p+1, 0x1.04p+0}};
    if (variant == DRAWN) return fitting_scale(x, shares * SHARE);
    for (size_t i = 0; i < shares; i++) {
        if (variant == TIES) hard_share(x + i * SHARE, (int)(i % 16));
        for (int j = 0; variant >= ORDER_OF_SCALE && j < SHARE; j++) {
            double size =
                j ? order[variant - ORDER_OF_SCALE].x : order[variant - ORDER_OF_SCALE].most;
            x[i * SHARE + j] = ldexp(j % 2 ? -size : size, (int)(i % 4));
        }
    }
    return variant == TIES ? 1 : order[variant - ORDER_OF_SCALE].gs;
}

#endif
