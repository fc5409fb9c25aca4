/* gen_value.c - random arithmetic: elementwise ops, conversions, reductions and dots, each with the
 * bounds of its result (test/tile/gen_int.h). Ops whose result jumps get exact operands only. */
#include "test/tile/gen_int.h"

#include <string.h>

/* Adds the rounding of a result that is a multiple of 2^-q, if it needs more than 24 bits. */
static value rounded(value r)
{
    if (real(&r) && (r.err > 0 || !(r.mag * ldexp(1, r.q) <= 0x1p24))) r.err += eps * r.mag;
    if (r.q > 60) r.q = 60;
    return r;
}

/* ---- elementwise ---- */

static bool meets(const gen *g, const value *a, const value *b)
{
    return (a->h == b->h || a->h == 1 || b->h == 1) && (a->w == b->w || a->w == 1 || b->w == 1) &&
           (a->h > b->h ? a->h : b->h) * (a->w > b->w ? a->w : b->w) <= g->cells;
}

/* Something of a's dtype that broadcasts with it. */
static value partner(gen *g, const value *a)
{
    for (int tries = 0; tries < 12; tries++) {
        value *b = ts_gen_pick(g, NULL);
        if (b->t == a->t && meets(g, a, b)) return *b;
    }
    return ts_gen_const(g, a->t);
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

/* ---- any row of ops.def ---- */

/* One of the ops on operands of a class that `ok`; TS_NONE if there is none. */
static ts_opcode some_op(gen *g, char class, bool (*ok)(const ts_opinfo *))
{
    ts_opcode row[TS_NOP];
    int n = 0;
    for (int op = 0; op < TS_NOP; op++)
        if (ts_is_elem((ts_opcode)op) && strchr(ts_opinfos[op].types, class) && ok(&ts_opinfos[op]))
            row[n++] = (ts_opcode)op;
    return n ? row[below(g, n)] : TS_NONE;
}

static bool is_unary(const ts_opinfo *o)
{
    return o->args == 1;
}

static bool is_binary(const ts_opinfo *o)
{
    return o->args == 2 && o->result == SAME;
}

static bool is_predicate(const ts_opinfo *o)
{
    return o->result == PRED;
}

static bool is_arithmetic(const ts_opinfo *o)
{
    return o->result == SAME;
}

static bool is_logic(const ts_opinfo *o)
{
    return o->args == 2;
}

static ts_val made(ts_opcode op, ts_val a, ts_val b, ts_val c)
{
    switch (op) {
#define MAKE1(name) (ts_##name)(a)
#define MAKE2(name) (ts_##name)(a, b)
#define MAKE3(name) (ts_##name)(a, b, c)
#define E(name, args, types, result, f, i, what)                                                   \
    case TS_##name##_:                                                                             \
        return MAKE##args(name);
#define O(name, args, flags, what)
#include "tile/ops.def"
#undef E
#undef O
    default: return a;
    }
}

static char class_of(const value *a)
{
    return ts_dtypes[a->t].class;
}

void ts_gen_integer_binary(gen *g)
{
    value *p = ts_gen_pick(g, is_int);
    if (!p) return;
    value a = *p, b = partner(g, &a);
    value r = joined(a, &b, made(some_op(g, class_of(&a), is_binary), a.v, b.v, b.v));
    r.mag = 0x1p32;
    ts_gen_keep(g, r);
}

void ts_gen_integer_unary(gen *g)
{
    value *p = ts_gen_pick(g, is_int);
    if (!p) return;
    value a = *p;
    ts_opcode op = one_in(g, 2) ? some_op(g, class_of(&a), is_unary) : TS_NONE;
    if (one_in(g, 3)) { /* small again, so that it can be an index or an exact float */
        a.v = ts_and(a.v, ts_const(g->k, a.t, 31));
        a.mag = 31;
    } else if (op) {
        a.v = made(op, a.v, a.v, a.v);
        a.mag = 0x1p32;
    } else {
        a.v = one_in(g, 2) ? ts_bits(a.v, a.t == TS_i32 ? TS_u32 : TS_i32)
                           : ts_cast(a.v, a.t == TS_i32 ? TS_u32 : TS_i32);
        a.t = a.t == TS_i32 ? TS_u32 : TS_i32;
        a.mag = 0x1p32;
    }
    ts_gen_keep(g, a);
}

/* ---- floats ---- */

/* |x| + 1; its ops in one order, whatever the compiler does with arguments. */
static ts_val beyond_one(gen *g, ts_val x)
{
    ts_val one = ts_f32(g->k, 1);
    return ts_add(ts_abs(x), one);
}

/* Sums and extremes: what is known of a and b, added or the larger one. */
static value sum_like(value a, const value *b, ts_val v, bool sum)
{
    value r = joined(a, b, v);
    r.mag = sum ? a.mag + b->mag : fmax(a.mag, b->mag);
    r.err = sum ? a.err + b->err : fmax(a.err, b->err);
    return sum ? rounded(r) : r;
}

static value product(gen *g, ts_opcode op, value a, const value *b)
{
    value r = joined(a, b, a.v), c;
    r.mag = a.mag * b->mag;
    r.err = a.err * b->mag + b->err * a.mag;
    r.q = a.q + b->q;
    if (op == TS_mul_) {
        r.v = ts_mul(a.v, b->v);
        return rounded(r);
    }
    c = partner(g, &a);
    if (!meets(g, &c, &r)) c = ts_gen_const(g, TS_f32);
    r = joined(r, &c, ts_fma(a.v, b->v, c.v));
    r.mag += c.mag;
    r.err += c.err;
    return rounded(r);
}

static value quotient(gen *g, value a, const value *b)
{
    value r = joined(a, b, ts_div(a.v, beyond_one(g, b->v)));
    r.err = a.err + b->err * a.mag + eps * (1 + a.mag) * (1 + b->mag);
    return r;
}

/* Near the next smaller or larger integer; a jump, so of exact values only. */
static value whole(ts_opcode op, value a)
{
    a.v = made(op, a.v, a.v, a.v);
    a.mag += 1;
    if (a.err > 0) a.err = INFINITY; /* which is not kept */
    a.q = 0;
    return a;
}

static value power(ts_opcode op, value a)
{
    if (a.mag > 6) return a;
    a.v = made(op, a.v, a.v, a.v);
    a.mag = exp(a.mag);
    a.err = a.mag * (a.err + eps);
    return a;
}

static value logarithm(gen *g, ts_opcode op, value a)
{
    ts_val above = beyond_one(g, a.v);
    a.v = made(op, above, above, above);
    a.mag = log2(a.mag + 1);
    a.err = 2 * a.err + eps * (2 + a.mag);
    return a;
}

static value root(gen *g, ts_opcode op, value a)
{
    ts_val above = beyond_one(g, a.v);
    a.v = made(op, above, above, above);
    a.mag = op == TS_sqrt_ ? sqrt(a.mag + 1) : 1;
    a.err += eps * (1 + a.mag);
    return a;
}

/* How large op gets where all operands are 1 to 4, and how fast it changes there, over a step of `h`. */
static void measure(ts_opcode op, double h, double *most, double *slope)
{
    enum { STEPS = 12 };
    *most = *slope = 0;
    for (int i = 0; i < STEPS * STEPS * STEPS; i++) {
        const double a = 1 + 0.25 * (i % STEPS), b = 1 + 0.25 * (i / STEPS % STEPS),
                     c = 1 + 0.25 * (i / STEPS / STEPS), y = ts_elem_float(op, a, b, c);
        const double step[] = {ts_elem_float(op, a + h, b, c), ts_elem_float(op, a, b + h, c),
                               ts_elem_float(op, a, b, c + h)};
        *most = fmax(*most, fabs(y));
        for (int d = 0; d < 3; d++) *slope = fmax(*slope, fabs(step[d] - y) / h);
    }
}

static ts_val between_one_and_four(gen *g, ts_val x)
{
    ts_val above = beyond_one(g, x), four = ts_f32(g->k, 4);
    return ts_min(above, four);
}

/* An op that nothing else is known of, from 1 to 4, where it must be defined and smooth; if it jumps (at a
 * multiple of 1/4), its operands are exact. */
static value measured(gen *g, ts_opcode op, value a)
{
    value b = ts_opinfos[op].args > 1 ? partner(g, &a) : ts_gen_const(g, TS_f32);
    value r = joined(a, &b, a.v);
    ts_val x = between_one_and_four(g, a.v), y = between_one_and_four(g, b.v);
    double most, slope, sharp, err = a.err + b.err;
    measure(op, 0.25, &most, &slope);
    measure(op, 0x1p-20, &most, &sharp);
    bool exact = err == 0 && (1 + a.mag + b.mag) * ldexp(1, r.q) <= 0x1p24;
    r.v = made(op, x, y, y);
    r.mag = 2 * most;
    r.err = eps * (1 + r.mag);
    if (sharp > 1000 && !exact) r.err = INFINITY; /* which is not kept */
    if (sharp <= 1000) r.err += 4 * slope * (err + 8 * eps);
    return r;
}

void ts_gen_real(gen *g)
{
    value *p = ts_gen_pick(g, is_real);
    ts_opcode op = some_op(g, 'F', is_arithmetic);
    if (!p) return;
    value a = *p, b;
    if (ts_opinfos[op].args > 1) b = partner(g, &a);
    switch (op) {
    case TS_add_:
    case TS_sub_: a = sum_like(a, &b, made(op, a.v, b.v, b.v), true); break;
    case TS_min_:
    case TS_max_: a = sum_like(a, &b, made(op, a.v, b.v, b.v), false); break;
    case TS_mul_:
    case TS_fma_: a = product(g, op, a, &b); break;
    case TS_div_: a = quotient(g, a, &b); break;
    case TS_neg_:
    case TS_abs_: a.v = made(op, a.v, a.v, a.v); break;
    case TS_floor_:
    case TS_trunc_:
    case TS_rint_: a = whole(op, a); break;
    case TS_exp_:
    case TS_exp2_: a = power(op, a); break;
    case TS_log_:
    case TS_log2_: a = logarithm(g, op, a); break;
    case TS_sqrt_:
    case TS_rsqrt_: a = root(g, op, a); break;
    default: a = measured(g, op, a);
    }
    ts_gen_keep(g, a);
}

void ts_gen_comparison(gen *g)
{
    value *p = ts_gen_pick(g, is_exact);
    if (!p) return;
    value a = *p, b = partner(g, &a);
    if (b.err > 0) b = ts_gen_const(g, a.t);
    ts_opcode op = some_op(g, class_of(&a), a.t == TS_b1 ? is_logic : is_predicate);
    value r = joined(a, &b, made(op, a.v, b.v, b.v));
    r.t = TS_b1;
    r.mag = 1;
    r.q = 0;
    ts_gen_keep(g, r);
}

void ts_gen_choose(gen *g)
{
    value *p = ts_gen_pick(g, is_bool), *q = ts_gen_pick(g, NULL);
    if (!p || !q || !meets(g, p, q)) return;
    value c = *p, a = *q, b = partner(g, &a), r = joined(a, &b, a.v);
    if (!meets(g, &c, &r)) return;
    r = joined(r, &c, ts_select(c.v, a.v, b.v));
    r.mag = fmax(a.mag, b.mag);
    r.err = fmax(a.err, b.err);
    ts_gen_keep(g, r);
}

/* ---- conversions ---- */

/* What a value of storage t is as a number; outside of its view f8e8m0 is 2^-127, which no sum in f32
 * could keep. */
value ts_gen_widened(gen *g, value a, ts_dtype t)
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

void ts_gen_through_storage(gen *g)
{
    static const ts_dtype types[] = {TS_f16,    TS_bf16, TS_f8e4m3, TS_f8e8m0,
                                     TS_f4e2m1, TS_i8,   TS_i4,     TS_u8};
    value *p = ts_gen_pick(g, is_exact);
    if (!p || (real(p) && !(p->mag < 1024))) return;
    value a = *p;
    ts_dtype t = types[below(g, 8)];
    a.v = ts_cast(a.v, t);
    if (a.mag > 1024)
        a.mag = t == TS_f8e4m3 ? 448 : t == TS_f4e2m1 ? 6 : t == TS_f16 ? 0x1p33 : a.mag;
    if (t == TS_f8e8m0) a.q = a.q < 3 ? 3 : a.q;
    if (ts_dtypes[t].class == 'N') a.mag = fmin(a.mag + 1, 255), a.q = 0;
    a.mag = t == TS_f8e8m0 ? fmax(2 * a.mag, 1) : 1.5 * a.mag;
    a = ts_gen_widened(g, a, t);
    if (a.mag > 0x1p24) a.mag = 0x1p34;
    ts_gen_keep(g, a);
}

void ts_gen_convert(gen *g)
{
    value *p = ts_gen_pick(g, is_exact);
    if (!p) return;
    value a = *p;
    if (real(&a) && one_in(g, 3)) { /* the sum makes all zeros positive; q: ints have all bits */
        if (!(a.mag <= 0x1p20)) return;
        ts_val zero = ts_f32(g->k, 0), none = ts_i32(g->k, 0), sane = ts_eq(a.v, a.v);
        ts_val whole = ts_bits(ts_add(ts_rint(a.v), zero), TS_i32);
        a.v = ts_select(sane, ts_cast(whole, TS_i32), none); /* no NaN */
        a.t = TS_i32;
        a.mag = 0x1p31;
    } else if (real(&a)) {
        a.t = one_in(g, 3) ? TS_u32 : TS_i32;
        a.v = ts_cast(a.v, a.t);
        a.mag += 1;
    } else if (a.t != TS_b1 && one_in(g, 3)) { /* a float in 1 .. 2 out of any bits */
        ts_val mask = ts_const(g->k, a.t, 0x7fffff), one = ts_const(g->k, a.t, 0x3f800000);
        a.v = ts_or(ts_and(a.v, mask), one);
        a = (value){ts_bits(a.v, TS_f32), TS_f32, a.rank, a.h, a.w, 2, 0, 23, false};
        ts_gen_keep(g, a);
        return;
    } else {
        a.t = one_in(g, 4) && a.t == TS_b1 ? TS_i32 : TS_f32;
        a.v = ts_cast(a.v, a.t);
    }
    a.q = 0;
    ts_gen_keep(g, a);
}

/* ---- along an axis ---- */

void ts_gen_reduce(gen *g)
{
    value *p = ts_gen_pick(g, is_tile);
    if (!p || !is_number(p)) return;
    value a = *p;
    int axis = a.rank == 2 ? below(g, 2) : 0, what = below(g, 6);
    bool across = axis || a.rank == 1;
    double n = across ? a.w : a.h;
    if (what < 2 && a.err > 0) what += 2;
    static ts_val (*const ops[])(ts_val, int) = {(ts_argmax), (ts_argmin), (ts_amax),
                                                 (ts_amin),   (ts_sum),    (ts_scan)};
    a.v = ops[what](a.v, axis);
    if (what == 2 || what == 3) a.v = ts_gen_tamed(g, &a, a.v);
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
    ts_gen_keep(g, a);
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
        c = ts_gen_fit(g, ts_gen_const(g, r.t), 2, r.h, r.w);
        r.mag += c.mag;
        r.q = r.q > c.q ? r.q : c.q;
    }
    r.v = turned ? ts_dot_t(a.v, b.v, add ? c.v : (ts_val){0})
                 : ts_dot(a.v, b.v, add ? c.v : (ts_val){0});
    if (ints) r.mag = 0x1p31, r.q = 0;
    if (!ints && (r.err > 0 || !(r.mag * ldexp(1, r.q) <= 0x1p24))) r.err += k * eps * r.mag;
    return r;
}

static void stored(value *a, ts_dtype t)
{
    if (t == TS_f32) return;
    a->v = ts_cast(a->v, t);
    a->mag = 1.5 * a->mag + 1;
}

void ts_gen_dot(gen *g)
{
    static const ts_dtype types[] = {TS_f32,    TS_f16, TS_bf16, TS_f8e4m3,
                                     TS_f4e2m1, TS_i8,  TS_i4,   TS_u8};
    value *p = ts_gen_pick(g, is_exact_real), *s = ts_gen_pick(g, is_exact_real);
    if (!p || !s || !(p->mag <= 64) || !(s->mag <= 64)) return;
    bool turned = one_in(g, 2);
    int m = ts_gen_side(g), n = ts_gen_side(g), k = ts_gen_side(g);
    if (m * k > g->cells || n * k > g->cells || m * n > g->cells) return;
    ts_dtype t = types[g->aligned && one_in(g, 2) ? 0 : below(g, 8)], other = t;
    if (one_in(g, 3)) other = types[below(g, 8)];
    value a = ts_gen_fit(g, *p, 2, m, k),
          b = turned ? ts_gen_fit(g, *s, 2, n, k) : ts_gen_fit(g, *s, 2, k, n);
    stored(&a, t);
    stored(&b, other);
    bool ints = ts_dtypes[t].class == 'N' && ts_dtypes[other].class == 'N';
    ts_gen_keep(g, dot_of(g, a, b, turned, ints));
}
