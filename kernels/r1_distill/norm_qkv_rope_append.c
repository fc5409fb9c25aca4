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
 * and a store into a row that is not there is dropped. Codes need a whole head: then a program makes all pairs
 * of one, and models that want them take the plain kernels instead.
 */
#include "kernels/r1_distill/cache.h"
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

enum { KCACHE = 7, VCACHE = 8 }; /* params */

static int first_scale(const ts_shape *s)
{
    return has_scales(s) ? 10 : 9;
}

/* Head h of all, and its magnitudes. */
static void head_ref(const ts_shape *s, const int32_t *size, double *const *a, const double *n,
                     int h, double *x, double *mag)
{
    int half = s->head_dim / 2;
    const double *scale = scales_in(s, a, 9);
    for (int i = 0; i < half; i++) {
        size_t lo = (size_t)h * s->head_dim + i, angle = (size_t)size[0] * half + i;
        double m[2], y[2];
        for (int k = 0; k < 2; k++) {
            size_t row = lo + (size_t)(k * half);
            y[k] = a[3][row] + matrix_ref(a[2], scale, row, n, s->d, &m[k]);
            m[k] += fabs(a[3][row]);
        }
        if (h < s->heads + s->kv_heads) turn(y, m, a[4][angle], a[5][angle]);
        for (int k = 0; k < 2; k++) x[i + k * half] = y[k], mag[i + k * half] = m[k];
    }
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int dh = s->head_dim, scales = first_scale(s);
    double *n = norm_ref(s, a[0], a[1]), *x = calloc(2 * (size_t)dh, sizeof *x);
    if (!x) abort();
    no_magnitude(s, mag, KCACHE, scales);
    no_magnitude(s, mag, VCACHE, scales + 1);
    for (int h = 0; h < all_heads(s); h++) {
        int key = h - s->heads, value = key - s->kv_heads;
        head_ref(s, size, a, n, h, x, x + dh);
        if (value >= 0)
            append_head_ref(s, x, x + dh, value, size[0], a, mag, VCACHE, scales + 1);
        else if (key >= 0)
            append_head_ref(s, x, x + dh, key, size[0], a, mag, KCACHE, scales);
        for (int i = 0; i < dh && key < 0; i++)
            a[6][h * dh + i] = x[i], mag[6][h * dh + i] = x[dh + i];
    }
    free(x);
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

typedef struct layer { /* what programs read and write */
    ts_view x, gamma, bias, cosine, sine, q, kcache, vcache, made;
    matrix w;
    cache keys, values;
} layer;

/* Beside codes `made` holds heads until they are whole. */
static layer declare(ts_kern *k, const ts_shape *s)
{
    ts_val heads = ts_i32(k, all_heads(s)), d = ts_i32(k, s->d), dh = ts_i32(k, s->head_dim);
    ts_val ctx = ts_i32(k, s->ctx), angles = ts_i32(k, s->head_dim / 2);
    layer l = {.x = ts_arg1(k, TS_IN, "x", TS_f32, d)};
    l.gamma = ts_arg1(k, TS_IN, "gamma", s->type.norm, d);
    ts_view w = ts_arg3(k, TS_IN, "w", s->type.weight, heads, dh, d);
    l.bias = ts_arg2(k, TS_IN, "bias", s->type.norm, heads, dh);
    l.cosine = ts_arg2(k, TS_IN, "cos", TS_f32, ctx, angles);
    l.sine = ts_arg2(k, TS_IN, "sin", TS_f32, ctx, angles);
    l.q = ts_arg2(k, TS_OUT, "q", TS_f32, ts_i32(k, s->heads), dh);
    l.kcache = cache_arg(k, s, TS_INOUT, "kcache");
    l.vcache = cache_arg(k, s, TS_INOUT, "vcache");
    l.w = with_scales(k, s, w, "w_scale", all_heads(s) * s->head_dim, s->d);
    l.keys = cache_of(k, s, TS_INOUT, l.kcache, "kcache_scale");
    l.values = cache_of(k, s, TS_INOUT, l.vcache, "vcache_scale");
    if (has_codes(s)) l.made = ts_arg2(k, TS_WORK, "made", TS_f32, heads, dh);
    return l;
}

/* Pair i of a head, and turned. */
static void make_pair(ts_kern *k, const ts_shape *s, const layer *l, ts_val head, ts_val i,
                      ts_val pos, pair *y, pair *turned)
{
    ts_val j = ts_add(i, ts_i32(k, s->head_dim / 2));
    matrix lo = row_of(k, s, l->w, head, i), hi = row_of(k, s, l->w, head, j);
    *y = products(k, s, lo, hi, l->x, l->gamma);
    y->lo = ts_add(y->lo, at_f32(ts_row(l->bias, head), i));
    y->hi = ts_add(y->hi, at_f32(ts_row(l->bias, head), j));
    ts_val c = ts_at(ts_row(l->cosine, pos), i), t = ts_at(ts_row(l->sine, pos), i);
    turned->lo = ts_sub(ts_mul(y->lo, c), ts_mul(y->hi, t));
    turned->hi = ts_add(ts_mul(y->hi, c), ts_mul(y->lo, t));
}

static void by_pairs(ts_kern *k, const ts_shape *s, const layer *l, ts_val head, ts_val pos)
{
    ts_val angles = ts_i32(k, s->head_dim / 2), i = ts_program(angles, 1), j = ts_add(i, angles);
    pair y, turned;
    make_pair(k, s, l, head, i, pos, &y, &turned);
    ts_val of_k = ts_sub(head, ts_i32(k, s->heads)), of_v = ts_sub(of_k, ts_i32(k, s->kv_heads));
    put(ts_row(l->q, head), i, j, turned.lo, turned.hi);
    put(ts_row(ts_row(l->kcache, of_k), pos), i, j, held(k, turned.lo, s->type.kv),
        held(k, turned.hi, s->type.kv));
    put(ts_row(ts_row(l->vcache, of_v), pos), i, j, held(k, y.lo, s->type.kv),
        held(k, y.hi, s->type.kv));
}

static void by_heads(ts_kern *k, const ts_shape *s, const layer *l, ts_val head, ts_val pos)
{
    ts_val nh = ts_i32(k, s->heads), nkv = ts_i32(k, s->kv_heads);
    ts_val of_k = ts_sub(head, nh), of_v = ts_sub(of_k, nkv), is_v = ts_le(zero(k), of_v);
    ts_view row = ts_row(l->made, head);
    for (ts_loop i = ts_upto(ts_i32(k, s->head_dim / 2), 1); ts_next(&i);) {
        pair y, turned;
        make_pair(k, s, l, head, i.at, pos, &y, &turned);
        put(row, i.at, ts_add(i.at, ts_i32(k, s->head_dim / 2)), ts_select(is_v, y.lo, turned.lo),
            ts_select(is_v, y.hi, turned.hi));
    }
    ts_val all = ts_load(row, zero(k), s->head_dim);
    ts_store(ts_row(l->q, head), zero(k), all);
    append_parts(k, s, l->keys, of_k, pos, &all, 1);
    append_parts(k, s, l->values, of_v, pos, &all, 1);
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val pos = ts_size(k, "pos");
    layer l = declare(k, s);
    ts_val head = ts_program(ts_i32(k, all_heads(s)), 1);
    if (has_codes(s))
        by_heads(k, s, &l, head, pos);
    else
        by_pairs(k, s, &l, head, pos);
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
           cache_bytes(s, 1);
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
           "inout vcache likewise, in w_scale, beside codes inout kcache_scale f32[NKV,ctx], inout "
           "vcache_scale likewise, work made f32[NH+2NKV,DH]; size pos. NaN in a cache for what is "
           "no finite "
           "number of it",
    .build = build,
    .limit = TS_LIMITS({"q", GEMV_LIMIT}, {"kcache", GEMV_LIMIT}, {"vcache", GEMV_LIMIT}),
    .limit_of = CODES_LIMITS(GEMV_LIMIT),
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
