/* gen_pool.c - the values that a random kernel has so far, and their shapes (test/tile/gen_int.h). */
#include <string.h>

#include "test/tile/gen_int.h"

/* ---- the pool ---- */

/* Keeps what is worth keeping: errors so large that no comparison could use it are dropped. */
void ts_gen_keep(gen *g, value x)
{
    if (!x.v.k || x.err > most_err || (x.err > 0 && x.mag > 4096)) return;
    if (g->n == POOL) memmove(g->pool + POOL / 4, g->pool + POOL / 2, POOL / 2 * sizeof *g->pool);
    if (g->n == POOL) g->n -= POOL / 4;
    g->pool[g->n++] = x;
}

/* The newest are taken more often, so that chains grow. */
value *ts_gen_pick(gen *g, bool (*ok)(const value *))
{
    for (int tries = 0; tries < 20; tries++) {
        int i = one_in(g, 2) ? below(g, g->n) : g->n - 1 - below(g, g->n < 6 ? g->n : 6);
        if (!ok || ok(&g->pool[i])) return &g->pool[i];
    }
    return NULL;
}

value ts_gen_const(gen *g, ts_dtype t)
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

value ts_gen_shaped(value a, ts_val v, int rank, int h, int w)
{
    a.v = v;
    a.rank = rank;
    a.h = h;
    a.w = w;
    return a;
}

/* The extreme of NaNs alone is infinite; brought back to what the pool may hold. */
ts_val ts_gen_tamed(gen *g, const value *a, ts_val v)
{
    if (!real(a) || !a->odd) return v;
    ts_val least = ts_f32(g->k, -a->mag), most = ts_f32(g->k, a->mag);
    return ts_min(ts_max(v, least), most);
}

/* The value brought to a shape by whatever op fits. */
value ts_gen_fit(gen *g, value a, int rank, int h, int w)
{
    if (a.rank == rank && a.h == h && a.w == w) return a;
    if (rank == 0) {
        if (a.rank == 2) a = ts_gen_shaped(a, ts_reshape1(a.v, a.h * a.w), 1, 1, a.h * a.w);
        if (a.t == TS_b1) a = (value){ts_cast(a.v, TS_i32), TS_i32, 1, 1, a.w, 1, 0, 0, false};
        ts_val v = one_in(g, 3)   ? ts_sum(ts_slice(a.v, 0, below(g, a.w), 1), 0)
                   : one_in(g, 2) ? ts_amax(a.v, 0)
                                  : ts_amin(a.v, 0);
        return ts_gen_shaped(a, ts_gen_tamed(g, &a, v), 0, 1, 1);
    }
    if (a.rank > 0 && a.h * a.w == h * w)
        return ts_gen_shaped(a, rank == 1 ? ts_reshape1(a.v, w) : ts_reshape2(a.v, h, w), rank, h,
                             w);
    if (a.rank <= rank && (a.h == 1 || a.h == h) && (a.w == 1 || a.w == w))
        return ts_gen_shaped(a, rank == 1 ? ts_splat1(a.v, w) : ts_splat2(a.v, h, w), rank, h, w);
    if (a.rank == rank && a.w >= w && a.h >= h) {
        ts_val v = a.w > w ? ts_slice(a.v, rank - 1, below(g, a.w - w + 1), w) : a.v;
        return ts_gen_shaped(a, a.h > h ? ts_slice(v, 0, below(g, a.h - h + 1), h) : v, rank, h, w);
    }
    return ts_gen_fit(g, ts_gen_fit(g, a, 0, 1, 1), rank, h, w);
}

int ts_gen_side(gen *g)
{
    return g->side[below(g, SIDES)];
}

int ts_gen_wide_side(gen *g)
{
    return g->side[below(g, SIDES / 2)];
}

void ts_gen_shape_op(gen *g)
{
    value *p = ts_gen_pick(g, is_tile);
    if (!p) return;
    value a = *p;
    int axis = a.rank == 2 ? below(g, 2) : 0, n = axis || a.rank == 1 ? a.w : a.h, m;
    bool across = axis || a.rank == 1;
    switch (below(g, 8)) {
    case 0: /* splat of a scalar or of a column */
        if (a.rank == 2 && a.w == 1) {
            m = ts_gen_side(g);
            if (a.h * m <= g->cells)
                ts_gen_keep(g, ts_gen_shaped(a, ts_splat2(a.v, a.h, m), 2, a.h, m));
        }
        return;
    case 1:
        if (a.rank == 2)
            ts_gen_keep(g, ts_gen_shaped(a, ts_reshape1(a.v, a.h * a.w), 1, 1, a.h * a.w));
        else if (a.w % 2 == 0 && !g->flat)
            ts_gen_keep(g, ts_gen_shaped(a, ts_reshape2(a.v, 2, a.w / 2), 2, 2, a.w / 2));
        return;
    case 2:
        m = 1 + below(g, n);
        a.v = ts_slice(a.v, axis, below(g, n - m + 1), m);
        ts_gen_keep(g, ts_gen_shaped(a, a.v, a.rank, across ? a.h : m, across ? m : a.w));
        return;
    case 3: {
        value *q = ts_gen_pick(g, is_tile);
        if (!q || q->t != a.t || q->rank != a.rank || a.h * a.w + q->h * q->w > g->cells) return;
        if (across ? q->h != a.h : q->w != a.w) return;
        value b = *q;
        a.mag = fmax(a.mag, b.mag);
        a.err = fmax(a.err, b.err);
        a.q = a.q > b.q ? a.q : b.q;
        a.odd |= b.odd;
        a.v = ts_concat(a.v, b.v, axis);
        ts_gen_keep(
            g, ts_gen_shaped(a, a.v, a.rank, across ? a.h : a.h + b.h, across ? a.w + b.w : a.w));
        return;
    }
    case 4:
        if (a.rank == 2) ts_gen_keep(g, ts_gen_shaped(a, ts_transpose(a.v), 2, a.w, a.h));
        return;
    case 5: /* by a vector of any width, or by less */
        m = one_in(g, 2) ? 1 + below(g, 5) : 4 << below(g, 4);
        if (a.h * a.w * m <= g->cells)
            ts_gen_keep(g, ts_gen_shaped(a, ts_repeat(a.v, m), a.rank, a.h, a.w * m));
        return;
    case 6:
        if (a.rank == 1) ts_gen_keep(g, ts_gen_shaped(a, ts_col(a.v), 2, a.w, 1));
        return;
    default: ts_gen_keep(g, ts_gen_fit(g, a, 1, 1, ts_gen_side(g)));
    }
}
