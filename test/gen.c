/* gen.c - random well-typed kernels (test/gen.h): a pool of values that grows by one random op at a
 * time, and stores of what is in it.
 *
 * Invariant of the pool: |v| <= mag; if err is 0, v is computed without rounding in f32 (a multiple
 * of 2^-q, or merely taken over) and equals what the interpreter has; else it is within err of it.
 * There are NaNs in what is odd, but infinities only beyond 2^32, where all arithmetic ends.
 * Integers and predicates are always exact. */
#include "test/gen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { POOL = 200, TRIPS = 48, SIDES = 4, HEADS = 4 };
static const double eps = 0x1p-22; /* of one operation, with room for exp and log */
static const double most_err =
    0x1p-12; /* of what may stay in the pool; a quarter of the tolerance */

typedef struct value {
    ts_val v;
    ts_dtype t;
    int rank, h, w; /* as a matrix: h rows */
    double mag, err;
    int q;
    bool odd; /* may be NaN */
} value;

typedef struct param {
    ts_view v;
    ts_dtype t;
    int rank;
    ts_mode mode;
    bool rough, odd; /* holds inexact floats; holds NaNs */
} param;

typedef struct gen {
    uint64_t rng;
    ts_kern *k;
    int extent, budget, depth;
    value pool[POOL];
    int n;
    int side[SIDES]; /* extents that shapes are drawn from, so that they meet */
    ts_val size[HEADS];
    ts_val at[2]; /* program indices */
    int axes, step[2];
    param in[4], out[6];
    int ins, outs;
    ts_val loop; /* innermost index, or zero handle */
} gen;

static uint64_t draw(gen *g)
{
    uint64_t z = g->rng += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static int below(gen *g, int n)
{
    return (int)(draw(g) % (uint64_t)n);
}

static bool one_in(gen *g, int n)
{
    return below(g, n) == 0;
}

static ts_val i32(gen *g, int x)
{
    return ts_i32(g->k, x);
}

static bool real(const value *a)
{
    return a->t == TS_f32;
}

/* ---- the pool ---- */

static void forget(gen *g, int keep)
{
    g->n = keep;
}

/* Keeps what is worth keeping: errors so large that no comparison could use it are dropped. */
static void keep(gen *g, value x)
{
    if (!x.v.k || x.err > most_err || (x.err > 0 && x.mag > 4096)) return;
    if (g->n == POOL) memmove(g->pool + POOL / 4, g->pool + POOL / 2, POOL / 2 * sizeof *g->pool);
    if (g->n == POOL) g->n -= POOL / 4;
    g->pool[g->n++] = x;
}

/* The newest are taken more often, so that chains grow. */
static value *pick(gen *g, bool (*ok)(const value *))
{
    for (int tries = 0; tries < 20; tries++) {
        int i = one_in(g, 2) ? below(g, g->n) : g->n - 1 - below(g, g->n < 6 ? g->n : 6);
        if (!ok || ok(&g->pool[i])) return &g->pool[i];
    }
    return NULL;
}

static bool is_real(const value *a)
{
    return real(a);
}

static bool is_int(const value *a)
{
    return a->t == TS_i32 || a->t == TS_u32;
}

static bool is_bool(const value *a)
{
    return a->t == TS_b1;
}

static bool is_exact(const value *a)
{
    return a->err == 0;
}

static bool is_exact_real(const value *a)
{
    return real(a) && a->err == 0;
}

static bool is_number(const value *a)
{
    return a->t != TS_b1;
}

static bool is_tile(const value *a)
{
    return a->rank > 0;
}

/* Adds the rounding of a result that is a multiple of 2^-q, if it needs more than 24 bits. */
static value rounded(value r)
{
    if (real(&r) && (r.err > 0 || !(r.mag * ldexp(1, r.q) <= 0x1p24))) r.err += eps * r.mag;
    if (r.q > 60) r.q = 60;
    return r;
}

static value scalar_const(gen *g, ts_dtype t)
{
    static const int ints[] = {0, 1, -1, 2, 3, 7, 31, 32, 255, INT32_MAX, INT32_MIN};
    value r = {.t = t, .h = 1, .w = 1};
    double x = below(g, 17) - 8;
    if (t == TS_f32) x /= one_in(g, 2) ? 2 : 1;
    if (t == TS_i32 && one_in(g, 2)) x = ints[below(g, 11)];
    if (t == TS_u32) x = one_in(g, 3) ? 4294967295.0 - below(g, 4) : fabs(x);
    if (t == TS_b1) x = below(g, 2);
    r.v = ts_const(g->k, t, x);
    r.mag = fabs(x);
    r.q = t == TS_f32 ? 1 : 0;
    return r;
}

/* ---- shapes ---- */

static value shaped(value a, ts_val v, int rank, int h, int w)
{
    a.v = v;
    a.rank = rank;
    a.h = h;
    a.w = w;
    return a;
}

/* The extreme of NaNs alone is infinite; brought back to what the pool may hold. */
static ts_val tamed(gen *g, const value *a, ts_val v)
{
    if (!real(a) || !a->odd) return v;
    return ts_min(ts_max(v, ts_f32(g->k, -a->mag)), ts_f32(g->k, a->mag));
}

/* The value brought to a shape by whatever op fits. */
static value fit(gen *g, value a, int rank, int h, int w)
{
    if (a.rank == rank && a.h == h && a.w == w) return a;
    if (rank == 0) {
        if (a.rank == 2) a = shaped(a, ts_reshape1(a.v, a.h * a.w), 1, 1, a.h * a.w);
        if (a.t == TS_b1) a = (value){ts_cast(a.v, TS_i32), TS_i32, 1, 1, a.w, 1, 0, 0, false};
        ts_val v = one_in(g, 3)   ? ts_sum(ts_slice(a.v, 0, below(g, a.w), 1), 0)
                   : one_in(g, 2) ? ts_amax(a.v, 0)
                                  : ts_amin(a.v, 0);
        return shaped(a, tamed(g, &a, v), 0, 1, 1);
    }
    if (a.rank > 0 && a.h * a.w == h * w)
        return shaped(a, rank == 1 ? ts_reshape1(a.v, w) : ts_reshape2(a.v, h, w), rank, h, w);
    if (a.rank <= rank && (a.h == 1 || a.h == h) && (a.w == 1 || a.w == w))
        return shaped(a, rank == 1 ? ts_splat1(a.v, w) : ts_splat2(a.v, h, w), rank, h, w);
    if (a.rank == rank && a.w >= w && a.h >= h) {
        ts_val v = a.w > w ? ts_slice(a.v, rank - 1, below(g, a.w - w + 1), w) : a.v;
        return shaped(a, a.h > h ? ts_slice(v, 0, below(g, a.h - h + 1), h) : v, rank, h, w);
    }
    return fit(g, fit(g, a, 0, 1, 1), rank, h, w);
}

static int side(gen *g)
{
    return g->side[below(g, SIDES)];
}

static void shape_op(gen *g)
{
    value *p = pick(g, is_tile);
    if (!p) return;
    value a = *p;
    int axis = a.rank == 2 ? below(g, 2) : 0, n = axis || a.rank == 1 ? a.w : a.h, m;
    bool across = axis || a.rank == 1;
    switch (below(g, 7)) {
    case 0: /* splat of a scalar or of a column */
        if (a.rank == 2 && a.w == 1) {
            m = side(g);
            if (a.h * m <= 4096) keep(g, shaped(a, ts_splat2(a.v, a.h, m), 2, a.h, m));
        }
        return;
    case 1:
        if (a.rank == 2)
            keep(g, shaped(a, ts_reshape1(a.v, a.h * a.w), 1, 1, a.h * a.w));
        else if (a.w % 2 == 0)
            keep(g, shaped(a, ts_reshape2(a.v, 2, a.w / 2), 2, 2, a.w / 2));
        return;
    case 2:
        m = 1 + below(g, n);
        a.v = ts_slice(a.v, axis, below(g, n - m + 1), m);
        keep(g, shaped(a, a.v, a.rank, across ? a.h : m, across ? m : a.w));
        return;
    case 3: {
        value *q = pick(g, is_tile);
        if (!q || q->t != a.t || q->rank != a.rank || a.h * a.w + q->h * q->w > 4096) return;
        if (across ? q->h != a.h : q->w != a.w) return;
        value b = *q;
        a.mag = fmax(a.mag, b.mag);
        a.err = fmax(a.err, b.err);
        a.q = a.q > b.q ? a.q : b.q;
        a.odd |= b.odd;
        a.v = ts_concat(a.v, b.v, axis);
        keep(g, shaped(a, a.v, a.rank, across ? a.h : a.h + b.h, across ? a.w + b.w : a.w));
        return;
    }
    case 4:
        if (a.rank == 2) keep(g, shaped(a, ts_transpose(a.v), 2, a.w, a.h));
        return;
    case 5:
        if (a.rank == 1) keep(g, shaped(a, ts_col(a.v), 2, a.w, 1));
        return;
    default: keep(g, fit(g, a, 1, 1, side(g)));
    }
}

/* ---- elementwise ---- */

static bool meets(const value *a, const value *b)
{
    return (a->h == b->h || a->h == 1 || b->h == 1) && (a->w == b->w || a->w == 1 || b->w == 1) &&
           (a->h > b->h ? a->h : b->h) * (a->w > b->w ? a->w : b->w) <= 4096;
}

/* Something of a's dtype that broadcasts with it. */
static value partner(gen *g, const value *a)
{
    for (int tries = 0; tries < 12; tries++) {
        value *b = pick(g, NULL);
        if (b->t == a->t && meets(a, b)) return *b;
    }
    return scalar_const(g, a->t);
}

static value joined(value a, const value *b, ts_val v)
{
    a.v = v;
    a.rank = a.rank > b->rank ? a.rank : b->rank;
    a.h = a.h > b->h ? a.h : b->h;
    a.w = a.w > b->w ? a.w : b->w;
    a.q = a.q > b->q ? a.q : b->q;
    a.odd |= b->odd;
    return a;
}

static void integer_binary(gen *g)
{
    value *p = pick(g, is_int);
    if (!p) return;
    value a = *p, b = partner(g, &a);
    static ts_val (*const ops[])(ts_val, ts_val) = {(ts_add), (ts_sub), (ts_mul), (ts_div),
                                                    (ts_rem), (ts_min), (ts_max), (ts_and),
                                                    (ts_or),  (ts_xor), (ts_shl), (ts_shr)};
    value r = joined(a, &b, ops[below(g, 12)](a.v, b.v));
    r.mag = 0x1p32;
    keep(g, r);
}

static void integer_unary(gen *g)
{
    value *p = pick(g, is_int);
    if (!p) return;
    value a = *p;
    if (one_in(g, 3)) { /* small again, so that it can be an index or an exact float */
        a.v = ts_and(a.v, ts_const(g->k, a.t, 31));
        a.mag = 31;
    } else if (a.t == TS_i32 && one_in(g, 2)) {
        a.v = one_in(g, 2) ? ts_neg(a.v) : ts_abs(a.v);
        a.mag = 0x1p31;
    } else {
        a.v = one_in(g, 2) ? ts_bits(a.v, a.t == TS_i32 ? TS_u32 : TS_i32)
                           : ts_cast(a.v, a.t == TS_i32 ? TS_u32 : TS_i32);
        a.t = a.t == TS_i32 ? TS_u32 : TS_i32;
        a.mag = 0x1p32;
    }
    keep(g, a);
}

static void real_binary(gen *g)
{
    value *p = pick(g, is_real);
    if (!p) return;
    value a = *p, b = partner(g, &a), r = joined(a, &b, a.v), c;
    r.mag = a.mag + b.mag;
    r.err = a.err + b.err;
    switch (below(g, 7)) {
    case 0: r.v = ts_add(a.v, b.v); break;
    case 1: r.v = ts_sub(a.v, b.v); break;
    case 2:
    case 3:
        r.mag = a.mag * b.mag;
        r.err = a.err * b.mag + b.err * a.mag;
        r.q = a.q + b.q;
        if (one_in(g, 2)) {
            r.v = ts_mul(a.v, b.v);
            break;
        }
        c = partner(g, &a);
        if (!meets(&c, &r)) c = scalar_const(g, TS_f32);
        r = joined(r, &c, ts_fma(a.v, b.v, c.v));
        r.mag += c.mag;
        r.err += c.err;
        break;
    case 4: /* away from zero */
        r.v = ts_div(a.v, ts_add(ts_abs(b.v), ts_f32(g->k, 1)));
        r.mag = a.mag;
        r.err = a.err + b.err * a.mag + eps * (1 + a.mag) * (1 + b.mag);
        break;
    default:
        r.v = one_in(g, 2) ? ts_min(a.v, b.v) : ts_max(a.v, b.v);
        r.mag = fmax(a.mag, b.mag);
        r.err = fmax(a.err, b.err);
        keep(g, r);
        return;
    }
    keep(g, rounded(r));
}

static void real_unary(gen *g)
{
    value *p = pick(g, is_real);
    if (!p) return;
    value a = *p;
    ts_val above = {0};
    int what = below(g, 9);
    if (what >= 5) above = ts_add(ts_abs(a.v), ts_f32(g->k, 1));
    switch (what) {
    case 0: a.v = ts_neg(a.v); break;
    case 1: a.v = ts_abs(a.v); break;
    case 2:
        if (a.err > 0) return;
        a.v = one_in(g, 3) ? ts_floor(a.v) : one_in(g, 2) ? ts_trunc(a.v) : ts_rint(a.v);
        a.mag += 1;
        a.q = 0;
        break;
    case 3:
    case 4:
        if (a.mag > 6) return;
        a.v = what == 3 ? ts_exp(a.v) : ts_exp2(a.v);
        a.mag = exp(a.mag);
        a.err = a.mag * (a.err + eps);
        break;
    case 5:
    case 6:
        a.v = what == 5 ? ts_log(above) : ts_log2(above);
        a.mag = log2(a.mag + 1);
        a.err = 2 * a.err + eps * (2 + a.mag);
        break;
    case 7:
        a.v = ts_sqrt(above);
        a.mag = sqrt(a.mag + 1);
        a.err += eps * (1 + a.mag);
        break;
    default:
        a.v = ts_rsqrt(above);
        a.mag = 1;
        a.err += eps * 2;
    }
    keep(g, a);
}

static void compare(gen *g)
{
    value *p = pick(g, is_exact);
    if (!p) return;
    value a = *p, b = partner(g, &a);
    if (b.err > 0) b = scalar_const(g, a.t);
    static ts_val (*const ops[])(ts_val, ts_val) = {(ts_eq),  (ts_ne), (ts_lt), (ts_le),
                                                    (ts_and), (ts_or), (ts_xor)};
    bool logic = a.t == TS_b1;
    value r = joined(
        a, &b, ops[logic ? below(g, 2) ? 4 + below(g, 3) : below(g, 2) : below(g, 4)](a.v, b.v));
    r.t = TS_b1;
    r.mag = 1;
    r.q = 0;
    keep(g, r);
}

static void choose(gen *g)
{
    value *p = pick(g, is_bool), *q = pick(g, NULL);
    if (!p || !q || !meets(p, q)) return;
    value c = *p, a = *q, b = partner(g, &a), r = joined(a, &b, a.v);
    if (!meets(&c, &r)) return;
    r = joined(r, &c, ts_select(c.v, a.v, b.v));
    r.mag = fmax(a.mag, b.mag);
    r.err = fmax(a.err, b.err);
    keep(g, r);
}

/* ---- conversions ---- */

/* What a value of storage t is as a number; outside of its view f8e8m0 is 2^-127, which no sum in f32
 * could keep. */
static value widened(gen *g, value a, ts_dtype t)
{
    char class = ts_dtypes[t].class;
    if (class == 'N' && one_in(g, 2)) {
        a.t = TS_i32;
        a.v = ts_cast(a.v, TS_i32);
    } else if (class == 'N' || class == 'S') {
        a.t = TS_f32;
        a.v = ts_cast(a.v, TS_f32);
    } else {
        a.t = t;
    }
    if (t == TS_f8e8m0) a.v = ts_max(a.v, ts_f32(g->k, 0.125));
    return a;
}

static void through_storage(gen *g)
{
    static const ts_dtype types[] = {TS_f16,    TS_bf16, TS_f8e4m3, TS_f8e8m0,
                                     TS_f4e2m1, TS_i8,   TS_i4,     TS_u8};
    value *p = pick(g, is_exact);
    if (!p || (real(p) && !(p->mag < 1024))) return;
    value a = *p;
    ts_dtype t = types[below(g, 8)];
    a.v = ts_cast(a.v, t);
    if (a.mag > 1024)
        a.mag = t == TS_f8e4m3 ? 448 : t == TS_f4e2m1 ? 6 : t == TS_f16 ? 0x1p33 : a.mag;
    if (t == TS_f8e8m0) a.q = a.q < 3 ? 3 : a.q;
    if (ts_dtypes[t].class == 'N') a.mag = fmin(a.mag + 1, 255), a.q = 0;
    a.mag = t == TS_f8e8m0 ? fmax(2 * a.mag, 1) : 1.5 * a.mag;
    a = widened(g, a, t);
    if (a.mag > 0x1p24) a.mag = 0x1p34;
    keep(g, a);
}

static void convert(gen *g)
{
    value *p = pick(g, is_exact);
    if (!p) return;
    value a = *p;
    if (real(&a) && one_in(g, 3)) { /* the sum makes all zeros positive; q: ints have all bits */
        if (!(a.mag <= 0x1p20)) return;
        a.v = ts_cast(ts_bits(ts_add(ts_rint(a.v), ts_f32(g->k, 0)), TS_i32), TS_i32);
        a.v = ts_select(ts_eq(p->v, p->v), a.v, ts_i32(g->k, 0)); /* no NaN */
        a.t = TS_i32;
        a.mag = 0x1p31;
    } else if (real(&a)) {
        a.t = one_in(g, 3) ? TS_u32 : TS_i32;
        a.v = ts_cast(a.v, a.t);
        a.mag += 1;
    } else if (a.t != TS_b1 && one_in(g, 3)) { /* a float in 1 .. 2 out of any bits */
        a.v = ts_or(ts_and(a.v, ts_const(g->k, a.t, 0x7fffff)), ts_const(g->k, a.t, 0x3f800000));
        a = (value){ts_bits(a.v, TS_f32), TS_f32, a.rank, a.h, a.w, 2, 0, 23, false};
        keep(g, a);
        return;
    } else {
        a.t = one_in(g, 4) && a.t == TS_b1 ? TS_i32 : TS_f32;
        a.v = ts_cast(a.v, a.t);
    }
    a.q = 0;
    keep(g, a);
}

/* ---- along an axis ---- */

static void reduce(gen *g)
{
    value *p = pick(g, is_tile);
    if (!p || !is_number(p)) return;
    value a = *p;
    int axis = a.rank == 2 ? below(g, 2) : 0, what = below(g, 6);
    bool across = axis || a.rank == 1;
    double n = across ? a.w : a.h;
    if (what < 2 && a.err > 0) what += 2;
    static ts_val (*const ops[])(ts_val, int) = {(ts_argmax), (ts_argmin), (ts_amax),
                                                 (ts_amin),   (ts_sum),    (ts_scan)};
    a.v = ops[what](a.v, axis);
    if (what == 2 || what == 3) a.v = tamed(g, &a, a.v);
    if (what < 2) a.t = TS_i32, a.mag = n, a.q = 0;
    if (what > 3) {
        a.mag = is_int(&a) ? 0x1p32 : n * a.mag;
        bool exact = a.err == 0 && a.mag * ldexp(1, a.q) <= 0x1p24;
        a.err = real(&a) && !exact ? n * a.err + n * eps * a.mag : 0;
    }
    if (what < 5) {
        if (a.rank == 1)
            a.w = 1;
        else if (across)
            a.w = a.h;
        a.h = 1;
        a.rank--;
    }
    keep(g, a);
}

static value dot_of(gen *g, value a, value b, bool turned, bool ints)
{
    value r = {.t = ints ? TS_i32 : TS_f32, .rank = 2, .h = a.h, .w = turned ? b.h : b.w}, c = r;
    r.odd = a.odd || b.odd;
    double k = a.w;
    r.mag = k * a.mag * b.mag;
    r.q = a.q + b.q;
    r.err = k * (a.err * b.mag + b.err * a.mag);
    bool add = one_in(g, 2);
    if (add) {
        c = fit(g, scalar_const(g, r.t), 2, r.h, r.w);
        r.mag += c.mag;
        r.q = r.q > c.q ? r.q : c.q;
    }
    r.v = turned ? ts_dot_t(a.v, b.v, add ? c.v : (ts_val){0})
                 : ts_dot(a.v, b.v, add ? c.v : (ts_val){0});
    if (ints) r.mag = 0x1p31, r.q = 0;
    if (!ints && (r.err > 0 || !(r.mag * ldexp(1, r.q) <= 0x1p24))) r.err += k * eps * r.mag;
    return r;
}

static void dot(gen *g)
{
    static const ts_dtype types[] = {TS_f32,    TS_f16, TS_bf16, TS_f8e4m3,
                                     TS_f4e2m1, TS_i8,  TS_i4,   TS_u8};
    value *p = pick(g, is_exact_real), *s = pick(g, is_exact_real);
    if (!p || !s || !(p->mag <= 64) || !(s->mag <= 64)) return;
    bool turned = one_in(g, 2);
    int m = side(g), n = side(g), k = side(g);
    if (m * k > 4096 || n * k > 4096 || m * n > 4096) return;
    ts_dtype t = types[below(g, 8)];
    value a = fit(g, *p, 2, m, k), b = turned ? fit(g, *s, 2, n, k) : fit(g, *s, 2, k, n);
    if (t != TS_f32) {
        a.v = ts_cast(a.v, t);
        b.v = ts_cast(b.v, t);
        a.mag = 1.5 * a.mag + 1;
        b.mag = 1.5 * b.mag + 1;
    }
    keep(g, dot_of(g, a, b, turned, ts_dtypes[t].class == 'N'));
}

/* ---- memory ---- */

static ts_val index_of(gen *g)
{
    int what = below(g, 6);
    if (what == 0 && g->loop.k) return g->loop;
    if (what == 1 && g->axes) return g->at[below(g, g->axes)];
    if (what == 2 && g->axes) return ts_add(g->at[0], i32(g, below(g, 9) - 4));
    if (what == 3) {
        value *p = pick(g, is_int);
        if (p && p->t == TS_i32 && p->rank == 0) return p->v;
    }
    return i32(g, what == 4 ? 0 : below(g, 50) - 6);
}

static ts_view look(gen *g, ts_view v, int *rank, int wanted)
{
    for (int cuts = below(g, 4); cuts > 0; cuts--) {
        int dim = below(g, *rank);
        if (*rank > 1 && one_in(g, 3))
            v = ts_swap(v);
        else
            v = ts_part(v, dim, index_of(g),
                        one_in(g, 3) ? g->size[below(g, HEADS)] : i32(g, below(g, 40) - 2),
                        1 + below(g, 3));
    }
    while (*rank > wanted) {
        v = ts_row(v, index_of(g));
        --*rank;
    }
    return v;
}

/* Contents of inputs, as gen_data.c fills them. */
static value contents(const param *p)
{
    switch (p->t) {
    case TS_f8e8m0: return (value){.mag = 8, .q = 3};
    case TS_f4e2m1: return (value){.mag = 6, .q = 1};
    case TS_i8:
    case TS_i4:
    case TS_u8: return (value){.mag = 255};
    case TS_i32:
    case TS_u32: return (value){.mag = 0x1p32};
    default: return (value){.mag = 4, .q = 2, .odd = p->odd};
    }
}

static value index_tile(gen *g, int n)
{
    value *p = pick(g, is_int);
    if (p && p->t == TS_i32) return fit(g, *p, 1, 1, n);
    return (value){ts_iota(g->k, n), TS_i32, 1, 1, n, n, 0, 0, false};
}

static void load(gen *g)
{
    const param *p = &g->in[below(g, g->ins)];
    int rank = p->rank, wanted = rank == 1 ? 1 : 1 + below(g, 2), h = 1, w = side(g);
    value r = contents(p);
    ts_view v = look(g, p->v, &rank, wanted);
    if (wanted == 2) h = side(g);
    if (h * w > 4096) return;
    bool scattered = one_in(g, 4);
    if (wanted == 2)
        r.v = scattered ? ts_gather2(v, index_tile(g, h).v, index_of(g), w)
                        : ts_load2(v, index_of(g), index_of(g), h, w);
    else if (scattered)
        r.v = ts_gather(v, index_tile(g, w).v);
    else if (one_in(g, 4))
        r.v = ts_at(v, index_of(g)), w = 1;
    else
        r.v = ts_load(v, index_of(g), w);
    r.rank = wanted == 2 ? 2 : g->k->op[r.v.id].rank;
    r.h = h;
    r.w = w;
    keep(g, widened(g, r, p->t));
}

/* A value as t, which may be storage; rough ones only as floats. */
static bool stored_as(value *a, const param *p)
{
    if (p->rough != (a->err > 0) && (a->err > 0 || !real(a))) return false;
    if (a->t == p->t) return true;
    if (a->t == TS_f32 && ts_dtypes[p->t].class == 'S' && a->err > 0 && p->t != TS_f16 &&
        p->t != TS_bf16)
        return false;
    if (!(a->mag < 0x1p40)) return false;
    a->v = ts_cast(a->v, p->t);
    return true;
}

/* Now and then what is not defined everywhere: NaN and infinities must come out alike. */
static value edge(gen *g, value a)
{
    ts_val x = ts_add(a.v, ts_f32(g->k, 0)); /* no negative zero */
    switch (below(g, 4)) {
    case 0: a.v = ts_sqrt(x); break;
    case 1: a.v = ts_log(x); break;
    case 2: a.v = ts_rsqrt(x); break;
    default: a.v = ts_div(ts_f32(g->k, 3), x);
    }
    a.err = eps;
    return a;
}

/* Programs own rows at[0] .. at[0] + step[0] - 1 of every output, and with two axes only the columns
 * at[1] .. at[1] + step[1] - 1 of these. Without axes everything is the one program's own. */
static void store(gen *g)
{
    const param *p = &g->out[below(g, g->outs)];
    value *q = pick(g, p->rough ? is_real : is_exact);
    if (!q) return;
    value a = *q;
    if (p->rough && a.err == 0 && a.mag <= 64) a = edge(g, a);
    int h = 1 + below(g, g->step[0]), w = g->axes == 2 ? 1 + below(g, g->step[1]) : side(g);
    ts_val col = g->axes == 2 ? g->at[1] : index_of(g), row = g->axes ? g->at[0] : index_of(g);
    if (g->axes && h < g->step[0]) row = ts_add(row, i32(g, below(g, g->step[0] - h + 1)));
    int rank = p->rank == 1 ? 1 : one_in(g, 3) ? 1 : 2;
    if (h * w > 4096) return;
    if (p->rank == 1) {
        a = one_in(g, 4) ? fit(g, a, 0, 1, 1) : fit(g, a, 1, 1, h);
        if (a.t == TS_b1) a.v = ts_cast(a.v, TS_i32), a.t = TS_i32;
        if (!stored_as(&a, p)) return;
        if (a.rank == 1 && !g->axes && one_in(g, 2))
            ts_scatter(p->v, index_tile(g, h).v, a.v);
        else
            ts_store(p->v, row, a.v);
        return;
    }
    a = rank == 1 ? fit(g, a, 1, 1, w) : fit(g, a, 2, h, w);
    if (a.t == TS_b1) a.v = ts_cast(a.v, TS_i32), a.t = TS_i32;
    value index = index_tile(g, w);
    bool turn = rank == 2 && one_in(g, 4);
    if (turn) a.v = ts_transpose(a.v);
    if (!stored_as(&a, p)) return;
    if (rank == 1 && g->axes < 2 && one_in(g, 3))
        ts_scatter(ts_row(p->v, row), index.v, a.v);
    else if (rank == 1)
        ts_store(ts_row(p->v, row), col, a.v);
    else if (turn)
        ts_store2(ts_swap(p->v), col, row, a.v);
    else if (g->axes < 2 && one_in(g, 3))
        ts_scatter2(p->v, ts_add(ts_min(ts_iota(g->k, h), i32(g, below(g, h))), row), col, a.v);
    else
        ts_store2(p->v, row, col, a.v);
}

/* What this program has in an inout param: nobody else writes there. */
static void reload(gen *g)
{
    const param *p = &g->out[below(g, g->outs)];
    if (p->mode == TS_OUT || p->rough || !g->axes || p->rank != 1 || p->t != TS_i32) return;
    value r = {.v = ts_load(p->v, g->at[0], g->step[0]), .t = TS_i32, .rank = 1, .h = 1};
    r.w = g->step[0];
    r.mag = 0x1p32;
    keep(g, r);
}

/* ---- loops ---- */

static void steps(gen *g, int n);

static ts_val bound(gen *g)
{
    int what = below(g, 4);
    if (what == 0) return i32(g, below(g, 8) - 1);
    if (what == 1 && g->loop.k) return g->loop;
    return g->size[below(g, HEADS)];
}

/* A variable of a's type takes part in the loop: sum, maximum, last value, fading sum, anything. */
typedef struct carried {
    ts_var var;
    value init, sum;
    int how;
} carried;

static carried begin_var(gen *g)
{
    carried c = {.how = below(g, 4)};
    ts_dtype t = one_in(g, 2) ? TS_f32 : one_in(g, 3) ? TS_u32 : TS_i32;
    c.init = scalar_const(g, t);
    int rank = below(g, 3), h = rank == 2 ? side(g) : 1, w = rank ? side(g) : 1;
    if (h * w > 4096) h = 1, rank = 1;
    c.var = rank == 0   ? ts_var0(c.init.v)
            : rank == 1 ? ts_var1(c.init.v, w)
                        : ts_var2(c.init.v, h, w);
    c.init.rank = rank;
    c.init.h = h;
    c.init.w = w;
    c.sum = c.init;
    return c;
}

static void advance_var(gen *g, carried *c, int trips)
{
    value *p = NULL;
    for (int tries = 0; tries < 10 && !(p && p->t == c->init.t); tries++) p = pick(g, NULL);
    if (!p || p->t != c->init.t) return;
    value x = fit(g, *p, c->init.rank, c->init.h, c->init.w);
    ts_val old = ts_get(c->var), now;
    value *s = &c->sum;
    double more = trips * x.mag + s->mag, err = trips * x.err + s->err;
    s->q = s->q > x.q ? s->q : x.q;
    if (real(&x) && !(more * ldexp(1, s->q) <= 0x1p24 && err == 0)) err += trips * eps * more;
    if (c->how == 0 && (!real(&x) || err < most_err)) {
        now = ts_add(old, x.v);
        s->mag = more;
        s->err = real(&x) ? err : 0;
    } else {
        now = c->how == 1 ? x.v : ts_max(old, x.v);
        s->mag = fmax(s->mag, x.mag);
        s->err = fmax(s->err, x.err);
    }
    if (!real(&x)) s->mag = 0x1p32;
    ts_set(c->var, now);
}

/* Each loop runs at most TRIPS times, nested ones that often each; a variable advances once a trip. */
static void loop(gen *g)
{
    if (g->depth >= 2) return;
    carried c[2] = {begin_var(g), begin_var(g)};
    ts_val outer = g->loop, lo = one_in(g, 3) ? bound(g) : i32(g, below(g, 4) - 1);
    int mark = g->n, at = below(g, 3), n = 2 + below(g, 6);
    g->depth++;
    for (ts_loop l = ts_range(lo, bound(g), 1 + below(g, 5)); ts_next(&l);) {
        g->loop = l.at;
        keep(g, (value){l.at, TS_i32, 0, 1, 1, 64, 0, 0, false});
        steps(g, n);
        for (int i = 0; i < 2; i++)
            if (i <= at) advance_var(g, &c[i], TRIPS);
        if (one_in(g, 2)) store(g);
    }
    g->depth--;
    g->loop = outer;
    forget(g, mark);
    for (int i = 0; i < 2; i++) {
        c[i].sum.v = ts_get(c[i].var);
        keep(g, c[i].sum);
    }
}

/* ---- the whole ---- */

static void steps(gen *g, int n)
{
    static void (*const row[])(gen *) = {
        integer_binary, integer_unary, real_binary, real_unary, real_binary,
        real_unary,     real_unary,    compare,     choose,     through_storage,
        convert,        reduce,        dot,         shape_op,   load,
        load,           store,         reload,      loop,       shape_op};
    for (int i = 0; i < n && g->budget > 0; i++, g->budget--)
        row[below(g, sizeof row / sizeof *row)](g);
}

static void interface_in(gen *g)
{
    static const char *const names[] = {"n0", "n1", "t0", "t1"};
    for (int i = 0; i < HEADS; i++) g->size[i] = ts_size(g->k, names[i]);
    g->ins = 2 + below(g, 3);
    for (int i = 0; i < g->ins; i++) {
        param *p = &g->in[i];
        p->t = (ts_dtype)below(g, TS_b1);
        if (i == 0) p->t = TS_f32;
        if (i == 1) p->t = TS_i32;
        p->rank = i == 1 ? 1 : 1 + below(g, 3);
        p->odd = i != 1 && one_in(g, 4);
        char name[3] = {i == 1 ? 'i' : p->odd ? 'x' : 'p', (char)('0' + i), 0};
        ts_val e[3];
        for (int d = 0; d < 3; d++)
            e[d] = one_in(g, 3) ? g->size[below(g, 2)] : i32(g, 1 + below(g, 44));
        p->v = p->rank == 1 ? ts_arg1(g->k, TS_IN, name, p->t, e[0])
               : p->rank == 2
                   ? ts_arg2(g->k, TS_IN, name, p->t, e[0], e[1])
                   : ts_arg3(g->k, TS_IN, name, p->t, i32(g, 1 + below(g, 4)), e[0], e[1]);
    }
}

/* Rows of packed outputs are even, so that no byte belongs to two programs. */
static void interface_out(gen *g, ts_val rows)
{
    static const ts_mode modes[] = {TS_OUT, TS_INOUT, TS_WORK};
    g->outs = 2 + below(g, 4);
    for (int i = 0; i < g->outs; i++) {
        param *p = &g->out[i];
        p->rough = i == 0;
        p->t = i == 1 ? TS_i32 : (ts_dtype)below(g, TS_b1);
        if (p->rough) p->t = one_in(g, 2) ? TS_f32 : one_in(g, 2) ? TS_f16 : TS_bf16;
        bool packed = ts_dtypes[p->t].bits == 4;
        if (packed && g->axes == 2) p->t = TS_i8;
        p->rank = g->axes == 2 || packed ? 2 : 1 + below(g, 2);
        p->mode = modes[below(g, 3)];
        char name[3] = {p->rough ? 'a' : 'e', (char)('0' + i), 0};
        ts_val cols = one_in(g, 3) && !packed ? g->size[below(g, 2)] : i32(g, 2 + 2 * below(g, 21));
        p->v = p->rank == 1 ? ts_arg1(g->k, p->mode, name, p->t, rows)
                            : ts_arg2(g->k, p->mode, name, p->t, rows, cols);
    }
}

static void programs(gen *g, ts_val rows)
{
    for (int a = 0; a < g->axes; a++) {
        ts_val n = a ? i32(g, 1 + below(g, 44)) : rows;
        g->at[a] = ts_program(n, g->step[a]);
        keep(g, (value){g->at[a], TS_i32, 0, 1, 1, 64, 0, 0, false});
    }
}

ts_kern *ts_gen(uint64_t seed, const struct ts_gen_limits *limits)
{
    gen *g = calloc(1, sizeof *g);
    if (!g) abort();
    char name[32];
    snprintf(name, sizeof name, "k%llu", (unsigned long long)seed);
    g->rng = seed;
    g->k = ts_begin(name);
    g->extent = limits && limits->extent ? limits->extent : 40;
    g->budget = limits && limits->ops ? limits->ops : 24;
    g->axes = below(g, 3);
    for (int i = 0; i < SIDES; i++)
        g->side[i] = one_in(g, 4) ? (one_in(g, 2) ? 16 : 64) : 1 + below(g, g->extent);
    for (int i = 0; i < 2; i++) g->step[i] = 1 + below(g, one_in(g, 2) ? 5 : 17);
    interface_in(g);
    ts_val rows = one_in(g, 3) ? g->size[0] : i32(g, 1 + below(g, 44));
    interface_out(g, rows);
    programs(g, rows);
    int w = side(g);
    keep(g, (value){ts_iota(g->k, w), TS_i32, 1, 1, w, w, 0, 0, false});
    keep(g, scalar_const(g, TS_f32));
    keep(g, scalar_const(g, TS_b1));
    for (int i = 0; i < 4; i++) load(g);
    steps(g, g->budget);
    for (int i = 0; i < 3 + g->outs; i++) store(g);
    ts_kern *k = g->k;
    free(g);
    ts_error err = {0};
    ts_finish(k, &err);
    return k;
}
