/* gen_int.h - what the parts of the generator share (gen.c, gen_pool.c, gen_value.c).
 *
 * Invariant of the pool: |v| <= mag; if err is 0, v is computed without rounding in f32 (a multiple
 * of 2^-q, or merely taken over) and equals what the interpreter has; else it is within err of it.
 * There are NaNs in what is odd, but infinities only beyond 2^32, where all arithmetic ends.
 * Integers and predicates are always exact. */
#ifndef TEST_GEN_INT_H
#define TEST_GEN_INT_H

#include <math.h>

#include "test/tile/gen.h"

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
    int rows, cols;  /* of aligned inputs */
} param;

typedef struct gen {
    uint64_t rng;
    ts_kern *k;
    int extent, cells, budget, depth;
    bool aligned, flat; /* flat: hardly any matrices, whose columns go to a thread each */
    value pool[POOL];
    int n;
    int side[SIDES]; /* extents that shapes are drawn from, so that they meet */
    ts_val size[HEADS];
    ts_val at[2]; /* program indices */
    int axes, step[2];
    param in[4], out[6];
    int ins, outs;
    ts_val loop; /* innermost index, or zero handle */
    int loop_step;
} gen;

static inline uint64_t draw(gen *g)
{
    uint64_t z = g->rng += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static inline int below(gen *g, int n)
{
    return (int)(draw(g) % (uint64_t)n);
}

static inline bool one_in(gen *g, int n)
{
    return below(g, n) == 0;
}

static inline ts_val i32(gen *g, int x)
{
    return ts_i32(g->k, x);
}

static inline bool real(const value *a)
{
    return a->t == TS_f32;
}

static inline bool is_real(const value *a)
{
    return real(a);
}

static inline bool is_int(const value *a)
{
    return a->t == TS_i32 || a->t == TS_u32;
}

static inline bool is_bool(const value *a)
{
    return a->t == TS_b1;
}

static inline bool is_exact(const value *a)
{
    return a->err == 0;
}

static inline bool is_exact_real(const value *a)
{
    return real(a) && a->err == 0;
}

static inline bool is_number(const value *a)
{
    return a->t != TS_b1;
}

static inline bool is_tile(const value *a)
{
    return a->rank > 0;
}
/* ---- gen_pool.c ---- */

/* Puts x into the pool, unless its error is so large that no comparison could use it. */
void ts_gen_keep(gen *g, value x);
/* A value that is ok; NULL if chance finds none. */
value *ts_gen_pick(gen *g, bool (*ok)(const value *));
value ts_gen_const(gen *g, ts_dtype t);
value ts_gen_shaped(value a, ts_val v, int rank, int h, int w);
ts_val ts_gen_tamed(gen *g, const value *a, ts_val v);
/* The value brought to a shape by whatever op fits; a predicate may become an i32. */
value ts_gen_fit(gen *g, value a, int rank, int h, int w);
int ts_gen_side(gen *g);
/* One of the sides that are powers of two; only if aligned. */
int ts_gen_wide_side(gen *g);
void ts_gen_shape_op(gen *g);

/* ---- gen_value.c: each may add a value to the pool ---- */

void ts_gen_integer_binary(gen *g);
void ts_gen_integer_unary(gen *g);
void ts_gen_real(gen *g);
void ts_gen_comparison(gen *g);
void ts_gen_choose(gen *g);
void ts_gen_through_storage(gen *g);
void ts_gen_convert(gen *g);
void ts_gen_reduce(gen *g);
void ts_gen_dot(gen *g);
/* A value of storage t, just loaded or cast, as one that can be computed on. */
value ts_gen_widened(gen *g, value a, ts_dtype t);

#endif
