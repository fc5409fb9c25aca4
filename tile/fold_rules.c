/* fold_rules.c - which ops may be replaced by a simpler value.
 *
 * Invariant: the replacement has the same bits as the op on every target and in the interpreter,
 * but for which NaN a NaN is. So floats are folded only where the result is exact in f32, and the
 * identities of integers hold for floats only where signed zeros and NaN allow it.
 * Every rule keeps dtype and shape, so that what was inferred for the users stays true. */
#include "tile/fold.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "tile/run.h"

static const ts_op *at(const folder *f, uint32_t id)
{
    return &f->out->op[id];
}

static bool same_type(const ts_op *a, const ts_op *b)
{
    return a->dtype == b->dtype && a->rank == b->rank && !memcmp(a->dim, b->dim, sizeof a->dim);
}

/* The scalar that all elements of the value are a copy of, as far as one can see; 0: none. */
static uint32_t scalar_of(const folder *f, uint32_t id)
{
    while (at(f, id)->op == TS_splat_) id = at(f, id)->arg[0];
    return at(f, id)->rank == 0 ? id : 0;
}

/* The constant that the value is everywhere, or NULL. */
static const ts_op *constant_of(const folder *f, uint32_t id)
{
    uint32_t s = scalar_of(f, id);
    return s && at(f, s)->op == TS_const_ ? at(f, s) : NULL;
}

static bool is(const folder *f, uint32_t id, double x)
{
    const ts_op *c = constant_of(f, id);
    return c && c->value == x && !signbit(c->value) == !signbit(x);
}

/* `scalar` in the shape of o. */
static uint32_t spread(folder *f, const ts_op *o, uint32_t scalar)
{
    if (!o->rank || !scalar) return scalar;
    ts_op s = {.op = TS_splat_,
               .argc = 1,
               .arg = {scalar},
               .line = o->line,
               .file = o->file,
               .rank = o->rank};
    memcpy(s.dim, o->dim, sizeof s.dim);
    return ts_fold_put(f, &s);
}

/* The constant x of dtype t in the shape of o. */
static uint32_t settle(folder *f, const ts_op *o, ts_dtype t, double x)
{
    ts_op c = {.op = TS_const_, .dtype = t, .value = x, .line = o->line, .file = o->file};
    return spread(f, o, ts_fold_put(f, &c));
}

/* ---- constants ---- */

static bool is_exact(double x)
{
    return isfinite(x) && (double)(float)x == x && (x == 0 || fabs(x) >= FLT_MIN);
}

/* Correctly rounded on every target, so an exact result is the result. */
static bool is_exact_op(ts_opcode op)
{
    switch (op) {
    case TS_add_:
    case TS_sub_:
    case TS_mul_:
    case TS_div_:
    case TS_fma_:
    case TS_neg_:
    case TS_abs_:
    case TS_floor_:
    case TS_trunc_:
    case TS_rint_:
    case TS_lt_:
    case TS_le_:
    case TS_eq_:
    case TS_ne_: return true;
    default: return false;
    }
}

static bool may_compute(const ts_op *o, const ts_op *const c[3])
{
    if (ts_is_elem(o->op) && c[0]->dtype == TS_f32 && !is_exact_op(o->op))
        return (o->op == TS_min_ || o->op == TS_max_) && c[1] && c[0]->value != c[1]->value;
    if (o->op == TS_cast_) return strchr("FIU", ts_dtypes[o->dtype].class) != NULL;
    return ts_is_elem(o->op) || o->op == TS_bits_;
}

static double compute(const ts_op *o, const ts_op *const c[3])
{
    slot x[3] = {{0}}, y = {0};
    const slot *in[3] = {&x[0], &x[1], &x[2]};
    ts_op one = *o;
    one.rank = 0;
    one.dim[0] = one.dim[1] = 1;
    for (int i = 0; i < o->argc; i++)
        if (c[i]->dtype == TS_f32)
            x[i].f = c[i]->value;
        else
            x[i].i = (int64_t)c[i]->value;
    if (o->op == TS_cast_)
        ts_run_cast(&one, &y, c[0], in[0]);
    else if (o->op == TS_bits_)
        ts_run_bits(&one, &y, c[0], in[0]);
    else
        ts_run_elem(&one, &y, c, in);
    return o->dtype == TS_f32 ? y.f : (double)y.i;
}

static uint32_t constant(folder *f, const ts_op *o)
{
    const ts_op *c[3] = {0};
    if (o->argc < 1 || o->argc > 3 || o->sort != TS_VALUE) return 0;
    if (!ts_is_elem(o->op) && o->op != TS_cast_ && o->op != TS_bits_) return 0;
    for (int i = 0; i < o->argc; i++) {
        c[i] = constant_of(f, o->arg[i]);
        if (!c[i] || isnan(c[i]->value)) return 0;
    }
    if (!may_compute(o, c)) return 0;
    double x = compute(o, c);
    return o->dtype == TS_f32 && !is_exact(x) ? 0 : settle(f, o, o->dtype, x);
}

/* ---- identities; each returns the operand to use, or 0 ---- */

static uint32_t float_identity(const folder *f, const ts_op *o)
{
    uint32_t x = o->arg[0], y = o->arg[1];
    switch (o->op) {
    case TS_add_: return is(f, y, -0.0) ? x : is(f, x, -0.0) ? y : 0;
    case TS_sub_: return is(f, y, 0.0) ? x : 0;
    case TS_mul_: return is(f, y, 1) ? x : is(f, x, 1) ? y : 0;
    case TS_div_: return is(f, y, 1) ? x : 0;
    case TS_min_:
    case TS_max_: return x == y ? x : 0;
    default: return 0;
    }
}

static uint32_t integer_identity(const folder *f, const ts_op *o)
{
    uint32_t x = o->arg[0], y = o->arg[1];
    double ones = o->dtype == TS_i32 ? -1 : ts_dtypes[o->dtype].max;
    switch (o->op) {
    case TS_add_:
    case TS_xor_: return is(f, y, 0) ? x : is(f, x, 0) ? y : 0;
    case TS_sub_:
    case TS_shl_:
    case TS_shr_: return is(f, y, 0) ? x : 0;
    case TS_mul_: return is(f, y, 1) || is(f, x, 0) ? x : is(f, x, 1) || is(f, y, 0) ? y : 0;
    case TS_div_: return is(f, y, 1) ? x : 0;
    case TS_and_:
        return x == y || is(f, y, ones) || is(f, x, 0) ? x : is(f, x, ones) || is(f, y, 0) ? y : 0;
    case TS_or_:
        return x == y || is(f, y, 0) || is(f, x, ones) ? x : is(f, x, 0) || is(f, y, ones) ? y : 0;
    case TS_min_:
    case TS_max_: return x == y ? x : 0;
    default: return 0;
    }
}

/* x op x where that is a constant. */
static uint32_t against_itself(folder *f, const ts_op *o)
{
    if (o->argc != 2 || o->arg[0] != o->arg[1]) return 0;
    bool real = at(f, o->arg[0])->dtype == TS_f32;
    if (o->op == TS_lt_) return settle(f, o, TS_b1, 0);
    if (real) return 0;
    switch (o->op) {
    case TS_sub_:
    case TS_xor_: return settle(f, o, o->dtype, 0);
    case TS_ne_: return settle(f, o, TS_b1, 0);
    case TS_eq_:
    case TS_le_: return settle(f, o, TS_b1, 1);
    default: return 0;
    }
}

static uint32_t elem(folder *f, const ts_op *o)
{
    uint32_t x = o->arg[0];
    const ts_op *a = at(f, x);
    if (o->op == TS_neg_ && a->op == TS_neg_) return a->arg[0];
    if (o->op == TS_abs_ && a->op == TS_abs_) return x;
    if (o->argc != 2) return 0;
    uint32_t same = against_itself(f, o);
    if (same) return same;
    if (ts_opinfos[o->op].result == PRED) return 0;
    return a->dtype == TS_f32 ? float_identity(f, o) : integer_identity(f, o);
}

static uint32_t chosen(folder *f, const ts_op *o)
{
    const ts_op *p = constant_of(f, o->arg[0]);
    uint32_t x = p ? o->arg[p->value ? 1 : 2] : o->arg[1] == o->arg[2] ? o->arg[1] : 0;
    return !x || same_type(at(f, x), o) ? x : spread(f, o, x);
}

/* To a wider dtype and back. Signed storage does not survive a cast to u32. */
static bool there_and_back(const ts_op *from, const ts_op *via)
{
    char class = ts_dtypes[from->dtype].class;
    return class == 'S' ? via->dtype == TS_f32
                        : class == 'N' && (via->dtype == TS_f32 || via->dtype == TS_i32);
}

static uint32_t converted(const folder *f, const ts_op *o)
{
    const ts_op *a = at(f, o->arg[0]), *b = a->op == o->op ? at(f, a->arg[0]) : a;
    if (o->op == TS_bits_) { /* that of an f32 rounds it in the interpreter */
        if (a->dtype == TS_f32 || b->dtype == TS_f32) return 0;
        return a->dtype == o->dtype ? o->arg[0] : a != b && b->dtype == o->dtype ? a->arg[0] : 0;
    }
    if (a->dtype == o->dtype) return o->arg[0];
    return a != b && b->dtype == o->dtype && there_and_back(b, a) ? a->arg[0] : 0;
}

static uint32_t moved(folder *f, ts_op *o)
{
    const ts_op *a = at(f, o->arg[0]);
    uint32_t scalar = scalar_of(f, o->arg[0]);
    if (o->op != TS_transpose_ && same_type(a, o)) return o->arg[0];
    if (o->op == TS_transpose_ && a->op == TS_transpose_) return a->arg[0];
    if (o->op == TS_reshape_ && a->op == TS_reshape_) {
        o->arg[0] = a->arg[0];
        f->changed = true;
    }
    if (o->op == TS_repeat_ && ts_cols(a) == 1) {
        o->op = TS_splat_;
        o->step = 0;
        f->changed = true;
    }
    if (o->op == TS_splat_) scalar = a->op == TS_splat_ ? scalar : 0;
    if (a->rank == 0 && o->op != TS_reshape_) return 0;
    return scalar ? spread(f, o, scalar) : 0;
}

static uint32_t viewed(const folder *f, const ts_op *o)
{
    const ts_op *a = at(f, o->arg[0]);
    if (o->op == TS_swap_) return a->op == TS_swap_ ? a->arg[0] : 0;
    if (a->op != TS_param_ || o->step != 1 || !is(f, o->arg[1], 0)) return 0;
    return o->arg[2] == a->arg[o->axis] ? o->arg[0] : 0;
}

/* A splat whose scalar would broadcast to the same result is not needed. */
static void unsplat(folder *f, ts_op *o)
{
    for (int i = 0; i < o->argc; i++) {
        uint32_t s = at(f, o->arg[i])->op == TS_splat_ ? scalar_of(f, o->arg[i]) : 0;
        bool kept = false;
        for (int l = 0; l < o->argc; l++) {
            const ts_op *x = at(f, o->arg[l]);
            kept |= l != i && x->rank == o->rank && !memcmp(x->dim, o->dim, sizeof x->dim);
        }
        if (!s || !kept) continue;
        o->arg[i] = s;
        f->changed = true;
    }
}

uint32_t ts_fold_simpler(folder *f, ts_op *o)
{
    uint32_t id = constant(f, o);
    if (id) return id;
    if (ts_is_elem(o->op)) {
        id = elem(f, o);
        if (id && same_type(at(f, id), o)) return id;
        unsplat(f, o);
        return 0;
    }
    switch (o->op) {
    case TS_select_:
        id = chosen(f, o);
        if (!id) unsplat(f, o);
        return id;
    case TS_cast_:
    case TS_bits_: return converted(f, o);
    case TS_splat_:
    case TS_reshape_:
    case TS_slice_:
    case TS_repeat_:
    case TS_transpose_: return moved(f, o);
    case TS_part_:
    case TS_swap_: return viewed(f, o);
    default: return 0;
    }
}
