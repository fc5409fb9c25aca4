/* lib.c - composites: functions of tile.h that are made of other functions of tile.h.
 *
 * They keep the source line of their caller, and add no op of their own. */
#define TESSERA_HERE_H /* the caller's line, not one of this file */
#include "tile/ir.h"

static ts_dtype dtype_of(ts_val a)
{
    return a.k && a.id < a.k->n ? a.k->op[a.id].dtype : TS_f32;
}

static ts_val constant_like(ts_val a, double x)
{
    return ts_const(a.k, dtype_of(a), x);
}

ts_val ts_col(ts_val a)
{
    if (!a.k || a.id >= a.k->n) return ts_reshape1(a, 1);
    int rank = a.k->op[a.id].rank;
    ts_val col = ts_reshape2(a, (int)ts_count(&a.k->op[a.id]), 1);
    if (col.k && rank != 1)
        ts_refuse(a.k, &a.k->op[col.id], "ts_col takes a tile [h] (is %s)",
                  ts_type(&a.k->op[a.id]).s);
    return col;
}

ts_val ts_gt(ts_val a, ts_val b)
{
    return ts_lt(b, a);
}

ts_val ts_ge(ts_val a, ts_val b)
{
    return ts_le(b, a);
}

ts_val ts_addk(ts_val a, double x)
{
    return ts_add(a, constant_like(a, x));
}

ts_val ts_mulk(ts_val a, double x)
{
    return ts_mul(a, constant_like(a, x));
}

/* With e = exp(-|a|) <= 1:  1 / (1 + e) for a >= 0,  e / (1 + e) below. */
ts_val ts_sigmoid(ts_val a)
{
    ts_val one = constant_like(a, 1), zero = constant_like(a, 0);
    ts_val e = ts_exp(ts_neg(ts_abs(a)));
    return ts_div(ts_select(ts_lt(a, zero), e, one), ts_add(one, e));
}

ts_val ts_silu(ts_val a)
{
    return ts_mul(a, ts_sigmoid(a));
}

/* Not (a + step - 1) / step, which wraps near the largest i32. */
ts_val ts_ceil_div(ts_val a, int step)
{
    ts_val s = ts_i32(a.k, step);
    if (s.k && step <= 0)
        ts_refuse(a.k, &a.k->op[s.id], "ts_ceil_div by %d; the step must be positive", step);
    return ts_add(ts_div(a, s), ts_min(ts_rem(a, s), ts_i32(a.k, 1)));
}

static ts_val widened(ts_val a)
{
    return dtype_of(a) == TS_f32 ? a : ts_cast(a, TS_f32);
}

ts_val ts_loadf(ts_view v, ts_val i, int w)
{
    return widened(ts_load(v, i, w));
}

ts_val ts_loadf2(ts_view v, ts_val i, ts_val j, int h, int w)
{
    return widened(ts_load2(v, i, j, h, w));
}
