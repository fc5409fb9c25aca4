/* norm_qkv_rope_append.c - n = rms_norm(x);  q = rope(Wq n + bq);  kcache[:,pos] = rope(Wk n + bk);
 *                          vcache[:,pos] = Wv n + bv
 *
 * All of a layer before attention as one launch, for devices on which a launch costs more than reading
 * x again: every program forms the sum of squares of x beside its two products, in the same walk, and
 * scales afterwards, since  W (gamma x / r) = (W (gamma x)) / r.
 *
 *   w, bias     the heads of q, then of k, then of v:  [NH + 2 NKV, DH, D],  [NH + 2 NKV, DH]
 *   programs    one per head and pair (i, i + DH/2), which rope turns together (rope.h)
 *
 * Where a head goes is left to the bounds of the views: its row exists in one of q, kcache and vcache,
 * and a store into a row that is not there is dropped.
 */
#include "kernels/r1_distill/matrix.h"

static int all_heads(const ts_shape *s)
{
    return s->heads + 2 * s->kv_heads;
}

/* ---- the reference: norm, product, rotation, one after the other ---- */

/* A pair and its magnitudes, by the angle of cosine c and sine t. */
static void turn(double y[2], double m[2], double c, double t)
{
    double lo = y[0], mag = m[0];
    y[0] = lo * c - y[1] * t;
    y[1] = y[1] * c + lo * t;
    m[0] = mag * fabs(c) + m[1] * fabs(t);
    m[1] = m[1] * fabs(c) + mag * fabs(t);
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int half = s->head_dim / 2, dh = s->head_dim;
    double *n = norm_ref(s, a[0], a[1]);
    const double *scale = scales_in(s, a, 9);
    for (size_t i = 0; i < (size_t)s->kv_heads * s->ctx * dh; i++) mag[7][i] = mag[8][i] = 0;
    for (int h = 0; h < all_heads(s); h++)
        for (int i = 0; i < half; i++) {
            size_t lo = (size_t)h * dh + i, angle = (size_t)size[0] * half + i;
            double m[2], y[2];
            for (int k = 0; k < 2; k++) {
                size_t row = lo + (size_t)(k * half);
                y[k] = a[3][row] + matrix_ref(a[2], scale, row, n, s->d, &m[k]);
                m[k] += fabs(a[3][row]);
            }
            int kv = h - s->heads, out = kv < 0 ? 6 : kv < s->kv_heads ? 7 : 8;
            if (out == 8) kv -= s->kv_heads;
            size_t to = kv < 0 ? lo : ((size_t)kv * s->ctx + size[0]) * dh + i;
            double least =
                out > 6 && s->type.kv == TS_f16 ? 0x1p-14 : 0; /* below, f16 is coarser */
            if (out < 8) turn(y, m, a[4][angle], a[5][angle]);
            for (int k = 0; k < 2; k++) {
                a[out][to + (size_t)(k * half)] = out > 6 ? held_ref(y[k], s->type.kv) : y[k];
                mag[out][to + (size_t)(k * half)] = fmax(m[k], least);
            }
        }
    free(n);
}

/* ---- the kernel ---- */

typedef struct pair {
    ts_val lo, hi;
} pair;

/* Row i of a head; its scales are counted over all heads. */
static matrix row_of(ts_kern *k, const ts_shape *s, matrix m, ts_val head, ts_val i)
{
    matrix row = {.w = ts_row(ts_row(m.w, head), i)};
    if (m.scale.k) row.scale = ts_row(m.scale, ts_add(ts_mul(head, ts_i32(k, s->head_dim)), i));
    return row;
}

/* Both rows against gamma x, and x against itself. */
static pair products(ts_kern *k, const ts_shape *s, matrix w1, matrix w2, ts_view x, ts_view gamma)
{
    ts_var lo = ts_var1(ts_f32(k, 0), s->plan.block), hi = ts_var1(ts_f32(k, 0), s->plan.block);
    ts_var square = ts_var1(ts_f32(k, 0), s->plan.block);
    for (ts_loop j = ts_upto(ts_i32(k, s->d), s->plan.block); ts_next(&j);) {
        ts_val xt = ts_load(x, j.at, s->plan.block),
               gx = ts_mul(xt, ts_loadf(gamma, j.at, s->plan.block));
        ts_set(lo, ts_fma(weights_at(k, w1, j.at, s->plan.block), gx, ts_get(lo)));
        ts_set(hi, ts_fma(weights_at(k, w2, j.at, s->plan.block), gx, ts_get(hi)));
        ts_set(square, ts_fma(xt, xt, ts_get(square)));
    }
    ts_val scale = norm_scale(k, s, square);
    return (pair){ts_mul(ts_sum(ts_get(lo), 0), scale), ts_mul(ts_sum(ts_get(hi), 0), scale)};
}

static void put(ts_view row, ts_val i, ts_val j, ts_val lo, ts_val hi)
{
    ts_store(row, i, lo);
    ts_store(row, j, hi);
}

static void build(ts_kern *k, const ts_shape *s)
{
    int half = s->head_dim / 2;
    ts_val pos = ts_size(k, "pos"), heads = ts_i32(k, all_heads(s)), d = ts_i32(k, s->d);
    ts_val dh = ts_i32(k, s->head_dim), ctx = ts_i32(k, s->ctx), nh = ts_i32(k, s->heads);
    ts_val nkv = ts_i32(k, s->kv_heads), angles = ts_i32(k, half);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, d),
            gamma = ts_arg1(k, TS_IN, "gamma", s->type.norm, d);
    ts_view w = ts_arg3(k, TS_IN, "w", s->type.weight, heads, dh, d);
    ts_view bias = ts_arg2(k, TS_IN, "bias", s->type.norm, heads, dh);
    ts_view cosine = ts_arg2(k, TS_IN, "cos", TS_f32, ctx, angles);
    ts_view sine = ts_arg2(k, TS_IN, "sin", TS_f32, ctx, angles);
    ts_view q = ts_arg2(k, TS_OUT, "q", TS_f32, nh, dh);
    ts_view kcache = ts_arg3(k, TS_INOUT, "kcache", s->type.kv, nkv, ctx, dh);
    ts_view vcache = ts_arg3(k, TS_INOUT, "vcache", s->type.kv, nkv, ctx, dh);

    matrix m = with_scales(k, s, w, "w_scale", all_heads(s) * s->head_dim, s->d);

    ts_val head = ts_program(heads, 1), i = ts_program(angles, 1), j = ts_add(i, angles);
    matrix lo = row_of(k, s, m, head, i), hi = row_of(k, s, m, head, ts_add(i, ts_i32(k, half)));
    pair y = products(k, s, lo, hi, x, gamma);
    y.lo = ts_add(y.lo, at_f32(ts_row(bias, head), i));
    y.hi = ts_add(y.hi, at_f32(ts_row(bias, head), j));
    ts_val c = ts_at(ts_row(cosine, pos), i), t = ts_at(ts_row(sine, pos), i);
    pair turned = {ts_sub(ts_mul(y.lo, c), ts_mul(y.hi, t)),
                   ts_add(ts_mul(y.hi, c), ts_mul(y.lo, t))};
    ts_val of_k = ts_sub(head, nh), of_v = ts_sub(of_k, nkv);
    put(ts_row(q, head), i, j, turned.lo, turned.hi);
    put(ts_row(ts_row(kcache, of_k), pos), i, j, held(k, turned.lo, s->type.kv),
        held(k, turned.hi, s->type.kv));
    put(ts_row(ts_row(vcache, of_v), pos), i, j, held(k, y.lo, s->type.kv),
        held(k, y.hi, s->type.kv));
}

/* ---- the interface ---- */

enum { WITHIN, BEYOND };

static int cases(const ts_shape *s, ts_case *c)
{
    int n = position_cases(s, c);
    c[n] = (ts_case){"a pair of a key and of a value beyond f16", {s->ctx / 2}, BEYOND};
    return n + 1;
}

/* Keys and values stay far within what f16 holds, but for one pair of each that is far beyond it: what is
 * near the end of it may be NaN on one side and finite on the other. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    size_t rows = (size_t)all_heads(s) * s->head_dim, angles = (size_t)s->ctx * s->head_dim / 2;
    const size_t n[] = {0, s->d, rows * s->d, rows, angles, angles};
    for (int p = 1; p <= 5; p++)
        for (size_t i = 0; i < n[p]; i++) a[p][i] = remainder(a[p][i], p == 3 ? 8 : 2);
    if (c->variant != BEYOND) return;
    size_t key = (size_t)s->heads * s->head_dim, half = (size_t)s->head_dim / 2;
    a[3][key] = a[3][key + half] = -4e4; /* within f16, as a bias may be; the angle quadruples it */
    a[3][rows - 1] = a[3][rows - 1 - half] = -1e6;
    for (size_t i = 0; i < angles; i++) a[4][i] = 4, a[5][i] = 0;
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)all_heads(s) * s->head_dim;
    (void)size;
    return matrix_bytes(s, all_heads(s) * s->head_dim, s->d) + ts_storage(s->type.norm, n + s->d) +
           ts_storage(TS_f32, (size_t)s->d + s->head_dim + (size_t)s->heads * s->head_dim) +
           ts_storage(s->type.kv, 2 * (size_t)s->kv_heads * s->head_dim);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return (uint64_t)all_heads(s) * s->head_dim * (3 * (uint64_t)s->d + 4);
}

const ts_kernel_def ts_r1_norm_qkv = {
    R1_DISTILL,
    .name = "norm_qkv_rope_append",
    .formula = "n = rms_norm(x); q = rope(Wq n + bq); kcache[:,pos] = rope(Wk n + bk); "
               "vcache[:,pos] = Wv n + bv",
    .doc = "in x f32[D], in gamma norm[D], in w weight[NH+2NKV,DH,D], in bias norm[NH+2NKV,DH], in "
           "cos f32[ctx,DH/2], in sin likewise, out q f32[NH,DH], inout kcache kv[NKV,ctx,DH], "
           "inout vcache likewise, in w_scale; size pos. NaN in a cache for what is no finite "
           "number of it",
    .build = build,
    .limit = TS_LIMITS({"q", GEMV_LIMIT}, {"kcache", GEMV_LIMIT}, {"vcache", GEMV_LIMIT}),
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
