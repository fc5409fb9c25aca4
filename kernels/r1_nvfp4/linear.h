/* linear.h - products of bf16: y = x w^T with w [n,k], one weight of bf16 beside one x of bf16, sums in f32.
 *
 * Where there is room for few tokens (FEW), a program has one row of weights, which is read once and meets up to GROUP rows of x
 * while it passes by; each row of x has `sums` running sums of its own. Else they are the panels of product.h. Which of the two
 * is a matter of the room, not of how many tokens are live: so the bits of a row of y depend on its x and w alone. */
#ifndef TESSERA_KERNELS_R1_NVFP4_LINEAR_H
#define TESSERA_KERNELS_R1_NVFP4_LINEAR_H

#include "kernels/product.h"
#include "kernels/r1_nvfp4/parts.h"

enum { FEW = 16, GROUP = 4, LINE = 64 };

static inline bool has_few(const ts_shape *s)
{
    return s->tokens <= FEW;
}

typedef struct linear {
    int n, k;   /* rows of w, and how long they are */
    ts_dtype y; /* bf16 or f32 */
    int heads;  /* 0: one product; else so many side by side */
    int wide;   /* of x beside each other, of which each of these takes the first k */
} linear;

/* ---- rows of weights that pass by a few rows of x ---- */

/* Elements of a row that are taken at a time: a line of the cache. */
static inline int line_of(const ts_shape *s)
{
    int line = LINE / (int)ts_storage(TS_bf16, 1), sums = s->plan.sums;
    return line > sums && line % sums == 0 ? line : sums;
}

typedef struct passing { /* a row of w, and the sums of rows of x that it meets */
    ts_kern *k;
    const ts_shape *s;
    ts_view w;
    int depth;
    ts_var sum[GROUP];
} passing;

/* For at most n rows of x at once. */
static inline passing passing_of(ts_kern *k, const ts_shape *s, ts_view w, int depth, int n)
{
    passing p = {.k = k, .s = s, .w = w, .depth = depth};
    for (int j = 0; j < n; j++) p.sum[j] = ts_var1(ts_f32(k, 0), s->plan.sums);
    return p;
}

/* The sums of products with n rows of x. */
static inline void pass_by(const passing *p, const ts_view *x, int n)
{
    int sums = p->s->plan.sums, line = line_of(p->s);
    for (int j = 0; j < n; j++) ts_set(p->sum[j], ts_splat1(ts_f32(p->k, 0), sums));
    for (ts_loop i = ts_upto(ts_i32(p->k, p->depth), line); ts_next(&i);)
        for (int part = 0; part < line; part += sums) {
            ts_val at = ts_addk(i.at, part), w = ts_loadf(p->w, at, sums);
            for (int j = 0; j < n; j++)
                ts_set(p->sum[j], ts_fma(w, ts_loadf(x[j], at, sums), ts_get(p->sum[j])));
        }
}

static inline ts_val passed(const passing *p, int j, ts_dtype to)
{
    ts_val sum = ts_sum(ts_get(p->sum[j]), 0);
    return to == TS_f32 ? sum : ts_cast(sum, to);
}

/* ---- panels ---- */

/* Rows of w of a program: fewer than the schedule says where programs would be too few. */
static inline int panel_cols(const ts_shape *s, int n)
{
    enum { LEAST = 32, PROGRAMS = 8 };
    int cols = s->plan.cols;
    while (cols % (2 * LEAST) == 0 && n / cols < PROGRAMS) cols /= 2;
    return cols;
}

/* Of all rows of tokens at once, or of a tile of them. */
/* Whether sums of panels wait in memory: k is cut, or too long for one chain of additions in registers (product.h). */
static inline bool sums_wait(const ts_shape *s, linear l)
{
    bool one = s->plan.span == s->plan.high;
    return one ? l.k > TS_PRODUCT_LONG : ts_product_block(l.k, s->plan.deep, 16) < l.k;
}

static inline ts_product panel_of(const ts_shape *s, linear l, ts_view x, ts_view w, ts_view sums,
                                  ts_val rows)
{
    enum { WHOLE_VECTORS = 16 };
    return (ts_product){.x = x,
                        .w = w,
                        .sums = sums,
                        .rows = rows,
                        .k = l.k,
                        .one = s->plan.span == s->plan.high,
                        .tm = s->plan.high,
                        .tn = panel_cols(s, l.n),
                        .tk = ts_product_block(l.k, s->plan.deep, WHOLE_VECTORS)};
}

typedef struct result { /* where tiles of y go: ctx of a ts_product_end */
    ts_view y;
    ts_dtype type;
} result;

static inline void end_of_panel(const ts_product *p, ts_val m, ts_val n, ts_val y, void *ctx)
{
    const result *to = ctx;
    (void)p;
    ts_store2(to->y, m, n, to->type == TS_f32 ? y : ts_cast(y, to->type));
}

/* ---- references ---- */

static inline double product_ref(const double *w, const double *x, size_t n, double *mag)
{
    double sum = 0, moved = 0;
    for (size_t i = 0; i < n; i++) {
        sum += w[i] * x[i];
        moved += fabs(w[i] * x[i]);
    }
    *mag = moved;
    return sum;
}

#endif
