/* test_lane_ops.c - every elementwise op, reduction, contraction and way to memory on the cpu device.
 *
 * Each op runs on scalars, rows shorter and longer than a vector, matrices, columns and broadcasts of
 * these, at every vector width of this machine, and must give the bits of the interpreter. Where the
 * order of additions is free, the data are small integers, so that every order gives the same sum.
 * Ops to which a sign makes no difference see i32 only, and widths but the widest have every other op,
 * unless the argument is --long (make long); test_lane_suite.c and fuzz_lane.c have all widths.
 * Not compared is which NaN a NaN is.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "test/rt/quick_cc.h"
#include "test/lane/rig.h"

enum { PROGRAMS = 40, BLOCK = 17, ROWS = PROGRAMS * BLOCK, COLS = 70, MOST = 200 };

static struct unit {
    ts_kern *k;
    bool zeros; /* zeros of either sign are equal */
} units[MOST];
static size_t count;
static bool whole; /* --long */

static ts_kern *begin(const char *format, ...) __attribute__((format(printf, 1, 2)));
static ts_kern *begin(const char *format, ...)
{
    char name[64];
    va_list ap;
    va_start(ap, format);
    vsnprintf(name, sizeof name, format, ap);
    va_end(ap);
    return ts_begin(name);
}

static void keep(ts_kern *k, bool zeros)
{
    ts_error err = {0};
    if (ts_finish(k, &err)) fail_msg("%s", err.text);
    assert_true(count < MOST);
    units[count++] = (struct unit){k, zeros};
}

/* ---- data: what a param is filled with follows from its dtype and the first letter of its name:
 * w wild, s small integers, n small integers with NaN and infinities, i indices ---- */

static uint32_t draw(uint64_t *s, uint32_t n)
{
    *s = *s * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((*s >> 33) * n >> 31);
}

static double wild_float(uint64_t *s)
{
    static const double row[] = {
        0.0,         -0.0,       0.5,       -0.5,       1.5,        -1.5,       2.5,
        -2.5,        1,          -1,        8388607.5,  -8388607.5, 8388608,    -8388609,
        2147483648., 3e9,        0x1p-126,  -0x1p-126,  1e-30,      1e30,       0x1.fep127,
        4294967296,  0.49999997, -1e-30,    INFINITY,   -INFINITY,  NAN,        3,
        7,           -7,         16777216,  1e-7,       4194303.5,  -4194304.5, 0.1,
        -0.75,       0x1p-149,   -0x1p-149, 0x1.8p-127, -0x1p-140};
    uint32_t n = sizeof row / sizeof *row, i = draw(s, n + n / 2);
    if (i < n) return row[i];
    return ldexp((double)draw(s, 1 << 24) - (1 << 23), (int)draw(s, 60) - 50);
}

static uint32_t wild_integer(uint64_t *s)
{
    static const uint32_t row[] = {
        0,  1,  2,  3,   31,         32,         33,         0xffffffffu,
        64, 7,  40, 255, 0x80000000, 0x7fffffff, 0x80000001, 0xfffffffeu,
        16, 10, 5,  30,  0xffff0000, 0x10000,    100,        0xffffffe0u};
    uint32_t n = sizeof row / sizeof *row, i = draw(s, n + n / 2);
    return i < n ? row[i] : draw(s, 1u << 31) * 2 + draw(s, 2);
}

static uint32_t element(uint64_t *s, ts_dtype t, char kind)
{
    bool floats = ts_dtypes[t].class == 'F' || (ts_dtypes[t].class == 'S' && t != TS_f8e8m0);
    int x = (int)draw(s, 9) - 4;
    if (kind == 'i') return (uint32_t)draw(s, COLS + 16) - 8;
    if (kind == 'n' && floats && !draw(s, 4))
        return ts_encode(t, draw(s, 2) ? NAN : draw(s, 2) ? INFINITY : -INFINITY);
    if (kind != 'w') return floats ? ts_encode(t, x) : ts_encode(t, t == TS_i4 ? x : 9 * x);
    if (t == TS_f32) return ts_encode(t, wild_float(s));
    if (t == TS_i32 || t == TS_u32) return wild_integer(s);
    return draw(s, 1 << 16) & ((1u << ts_dtypes[t].bits) - 1);
}

static void fill(struct ts_gen_data *d, const ts_kern *k, uint64_t seed)
{
    if (!ts_gen_fill(d, k, seed)) fail_msg("%s: extents", k->name);
    for (int p = 0; p < d->params; p++)
        for (size_t i = 0; i < d->elements[p]; i++)
            ts_place(d->type[p], d->buffer[p], i, element(&seed, d->type[p], d->name[p][0]));
}

static bool same(ts_dtype t, uint32_t want, uint32_t got, bool zeros)
{
    if (want == got) return true;
    double a = ts_decode(t, want), b = ts_decode(t, got);
    return (isnan(a) && isnan(b)) || (zeros && a == 0 && b == 0);
}

static int compare(const struct unit *u, const struct ts_gen_data *want,
                   const struct ts_gen_data *got, const char *device)
{
    for (int p = 0; p < want->params; p++)
        for (size_t i = 0; i < want->elements[p]; i++) {
            ts_dtype t = want->type[p];
            uint32_t a = ts_fetch(t, want->buffer[p], i), b = ts_fetch(t, got->buffer[p], i);
            if (same(t, a, b, u->zeros)) continue;
            print_error("%s on %s: %s[%zu] is %.9g (%x), not %.9g (%x)\n", u->k->name, device,
                        want->name[p], i, ts_decode(t, b), b, ts_decode(t, a), a);
            return 1;
        }
    return 0;
}

/* ---- elementwise ops over shapes ---- */

typedef struct shape { /* of the operands; rank 0 to 2 */
    int rank, h, w;
} shape;

/* Every op sees the first FEW and scalars one at a time; some ops see all. */
static const shape shapes[][3] = {
    {{1, 1, 17}, {1, 1, 17}, {1, 1, 17}}, {{2, 3, 1}, {1, 1, 5}, {2, 3, 5}},
    {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}},    {{1, 1, 5}, {1, 1, 5}, {1, 1, 5}},
    {{1, 1, 16}, {1, 1, 16}, {1, 1, 16}}, {{2, 2, 64}, {2, 2, 64}, {2, 2, 64}},
    {{2, 17, 1}, {2, 17, 1}, {2, 17, 1}}, {{2, 2, 64}, {2, 2, 1}, {1, 1, 64}},
    {{1, 1, 17}, {2, 3, 17}, {0, 1, 1}},  {{0, 1, 1}, {2, 17, 1}, {1, 1, 1}},
    {{2, 17, 1}, {1, 1, 5}, {2, 17, 5}},  {{1, 1, 64}, {1, 1, 64}, {1, 1, 64}},
};
enum { FEW = 2, SHAPES = sizeof shapes / sizeof *shapes };

static ts_val load_shape(ts_view v, ts_val at, const shape *s)
{
    ts_val zero = ts_i32(v.k, 0);
    if (s->rank == 2) return ts_load2(v, at, zero, s->h, s->w);
    ts_view row = ts_row(v, at);
    return s->rank == 1 ? ts_load(row, zero, s->w) : ts_at(row, zero);
}

static void store_shape(ts_view v, ts_val at, ts_val x)
{
    if (!v.k || !x.k) return; /* after a mistake, which ts_finish reports */
    ts_val zero = ts_i32(v.k, 0);
    if (v.k->op[x.id].dtype == TS_b1) x = ts_cast(x, TS_i32);
    if (v.k->op[x.id].rank == 2)
        ts_store2(v, at, zero, x);
    else
        ts_store(ts_row(v, at), zero, x);
}

typedef ts_val op_fn(ts_val a, ts_val b, ts_val c);

struct elem {
    const char *name;
    op_fn *fn;
    ts_dtype type, result;
    bool zeros;
    char kind; /* of data */
};

#define BINARY(op)                                                                                 \
    static ts_val do_##op(ts_val a, ts_val b, ts_val c)                                            \
    {                                                                                              \
        (void)c;                                                                                   \
        return ts_##op(a, b);                                                                      \
    }
#define UNARY(op)                                                                                  \
    static ts_val do_##op(ts_val a, ts_val b, ts_val c)                                            \
    {                                                                                              \
        (void)b, (void)c;                                                                          \
        return ts_##op(a);                                                                         \
    }
BINARY(add)
BINARY(sub)
BINARY(mul)
BINARY(div)
BINARY(rem)
BINARY(min)
BINARY(max)
BINARY(and)
BINARY(or)
BINARY(xor)
BINARY(shl)
BINARY(shr)
BINARY(dot2)
BINARY(dot4)
BINARY(lt)
BINARY(le)
BINARY(eq)
BINARY(ne)
UNARY(neg)
UNARY(abs)
UNARY(sqrt)
UNARY(floor)
UNARY(trunc)
UNARY(rint)
UNARY(e2m1)

/* Sums of products, of any bytes and of those below 128. */
static ts_val do_sums(ts_val a, ts_val b, ts_val c)
{
    ts_kern *k = a.k;
    ts_val small = ts_dot4(ts_and(a, ts_i32(k, 0x7f0f7f7f)), b), codes = ts_dot4(ts_e2m1(a), c);
    ts_val any = ts_dot4(ts_and(ts_i32(k, 0x7f80), a), b), pairs = ts_dot2(b, c);
    return ts_add(ts_add(ts_add(ts_add(c, small), codes), any), pairs);
}

static ts_val do_fma(ts_val a, ts_val b, ts_val c)
{
    return ts_fma(a, b, c);
}

static ts_val do_select(ts_val a, ts_val b, ts_val c)
{
    return ts_select(ts_lt(a, b), c, a);
}

/* and, or, xor, eq and ne of predicates, and a choice between them */
static ts_val do_logic(ts_val a, ts_val b, ts_val c)
{
    ts_val p = ts_lt(a, b), q = ts_le(b, c), r = ts_eq(a, c);
    return ts_select(ts_xor(p, q), ts_or(ts_and(p, r), ts_eq(q, r)), ts_ne(p, r));
}

static ts_val do_bits(ts_val a, ts_val b, ts_val c)
{
    (void)b, (void)c;
    ts_dtype t = a.k->op[a.id].dtype;
    if (t == TS_f32) return ts_add(ts_bits(a, TS_i32), ts_i32(a.k, 1));
    if (t == TS_i32) return ts_add(ts_bits(a, TS_u32), ts_const(a.k, TS_u32, 1));
    return ts_bits(a, TS_f32);
}

/* Values that meet several users, and a chain as long as kernels have. */
static ts_val do_chain(ts_val a, ts_val b, ts_val c)
{
    ts_val s = ts_add(a, b), t = ts_mul(s, c);
    return ts_select(ts_lt(s, t), ts_sub(t, s), ts_max(ts_neg(t), ts_abs(s)));
}

/* One scalar at a time, and one tile of each shape. */
static void build_elem(const struct elem *e)
{
    bool all = (e->type == TS_f32 && e->fn == do_add) || (e->type == TS_i32 && e->fn == do_select);
    ts_kern *k = begin("%s_%s", e->name, ts_dtypes[e->type].name);
    ts_val n = ts_i32(k, ROWS), m = ts_i32(k, COLS), s = ts_i32(k, (all ? SHAPES : FEW) + 1);
    ts_view in[3], out;
    char name[3] = {e->kind, '0', 0};
    for (int i = 0; i < 3; i++, name[1]++) in[i] = ts_arg2(k, TS_IN, name, e->type, n, m);
    out = ts_arg3(k, TS_OUT, "out", e->result, s, n, m);
    ts_val at = ts_program(n, BLOCK);
    for (int i = 0; i < (all ? SHAPES : FEW); i++) {
        ts_val x[3];
        for (int a = 0; a < 3; a++) x[a] = load_shape(in[a], at, &shapes[i][a]);
        store_shape(ts_row(out, ts_i32(k, i)), at, e->fn(x[0], x[1], x[2]));
    }
    ts_view last = ts_row(out, ts_i32(k, all ? SHAPES : FEW));
    for (ts_loop r = ts_upto(ts_i32(k, BLOCK), 1); ts_next(&r);) {
        ts_val row = ts_add(at, r.at), x[3];
        for (int a = 0; a < 3; a++) x[a] = load_shape(in[a], row, &(shape){0, 1, 1});
        store_shape(last, row, e->fn(x[0], x[1], x[2]));
    }
    keep(k, e->zeros);
}

#define ONE(op, type, result, zeros, kind)                                                         \
    {                                                                                              \
#op, do_##op, type, result, zeros, kind                                                    \
    }
#define INTEGERS(op)   ONE(op, TS_i32, TS_i32, false, 'w'), ONE(op, TS_u32, TS_u32, false, 'w')
#define ALL(op, zeros) ONE(op, TS_f32, TS_f32, zeros, 'w'), INTEGERS(op)
#define TEST(op)                                                                                   \
    ONE(op, TS_f32, TS_i32, false, 'w'), ONE(op, TS_i32, TS_i32, false, 'w'),                      \
        ONE(op, TS_u32, TS_i32, false, 'w')
#define FLOATS(op) ONE(op, TS_f32, TS_f32, false, 'w')

static const struct elem elems[] = {
    ALL(add, false),
    ALL(sub, false),
    ALL(mul, false),
    ALL(div, false),
    ALL(min, true),
    ALL(max, true),
    ALL(select, false),
    FLOATS(neg),
    FLOATS(abs),
    FLOATS(sqrt),
    FLOATS(floor),
    FLOATS(trunc),
    FLOATS(rint),
    INTEGERS(rem),
    INTEGERS(and),
    INTEGERS(or),
    INTEGERS(xor),
    INTEGERS(shl),
    INTEGERS(shr),
    ONE(dot2, TS_i32, TS_i32, false, 'w'),
    ONE(dot4, TS_i32, TS_i32, false, 'w'),
    ONE(sums, TS_i32, TS_i32, false, 'w'),
    ONE(e2m1, TS_i32, TS_i32, false, 'w'),
    TEST(lt),
    TEST(le),
    TEST(eq),
    TEST(ne),
    TEST(logic),
    ONE(neg, TS_i32, TS_i32, false, 'w'),
    ONE(abs, TS_i32, TS_i32, false, 'w'),
    ONE(fma, TS_f32, TS_f32, true, 'n'),
    ONE(bits, TS_f32, TS_i32, false, 'w'),
    ONE(bits, TS_i32, TS_u32, false, 'w'),
    ONE(bits, TS_u32, TS_f32, false, 'w'),
    ONE(chain, TS_f32, TS_f32, true, 's'),
};

/* ---- reductions, running sums, and what only moves elements ---- */

static const shape tiles[] = {{1, 1, 1},  {1, 1, 5},  {1, 1, 17}, {1, 1, 64}, {2, 3, 5},
                              {2, 5, 16}, {2, 2, 33}, {2, 17, 1}, {2, 1, 17}};
enum { TILES = sizeof tiles / sizeof *tiles };

static ts_val of_axis(int which, ts_val a, int axis)
{
    switch (which) {
    case 0: return ts_sum(a, axis);
    case 1: return ts_amax(a, axis);
    case 2: return ts_amin(a, axis);
    case 3: return ts_argmax(a, axis);
    case 4: return ts_argmin(a, axis);
    default: return ts_scan(a, axis);
    }
}

/* A reduced matrix keeps its rank or not, as the op says; what comes out is stored as it is. */
static void build_along(int which, ts_dtype t)
{
    static const char *const name[] = {"sum", "amax", "amin", "argmax", "argmin", "scan"};
    ts_kern *k = begin("%s_%s", name[which], ts_dtypes[t].name);
    ts_val n = ts_i32(k, ROWS), m = ts_i32(k, COLS), s = ts_i32(k, 2 * TILES);
    bool order = which == 0 || which == 5; /* of additions, which shows in rounding and NaN */
    ts_view in = ts_arg2(k, TS_IN, order ? "s" : t == TS_f32 ? "n" : "w", t, n, m);
    ts_view out = ts_arg3(k, TS_OUT, "out", which == 3 || which == 4 ? TS_i32 : t, s, n, m);
    ts_val at = ts_program(n, BLOCK);
    for (int i = 0; i < 2 * TILES; i++) {
        const shape *y = &tiles[i / 2];
        if (i % 2 && y->rank == 1) continue;
        ts_val x = of_axis(which, load_shape(in, at, y), i % 2);
        store_shape(ts_row(out, ts_i32(k, i)), at, x);
    }
    keep(k, true);
}

static void build_moves(ts_dtype t)
{
    ts_kern *k = begin("moves_%s", ts_dtypes[t].name);
    ts_val n = ts_i32(k, ROWS), m = ts_i32(k, COLS), zero = ts_i32(k, 0);
    ts_view in = ts_arg2(k, TS_IN, "w", t, n, m);
    ts_view out = ts_arg3(k, TS_OUT, "out", t, ts_i32(k, 19), n, m);
    ts_val at = ts_program(n, BLOCK);
    ts_val row = ts_load(ts_row(in, at), zero, 17), a = ts_load2(in, at, zero, 3, 17);
    ts_val b = ts_load2(in, at, zero, 3, 1), c = ts_load2(in, at, zero, 5, 16);
    ts_val moved[] = {
        ts_slice(row, 0, 3, 9),
        ts_concat(row, ts_slice(row, 0, 1, 5), 0),
        ts_splat1(ts_at(ts_row(in, at), zero), 21),
        ts_splat2(row, 4, 17),
        ts_splat2(b, 3, 33),
        ts_reshape2(a, 17, 3),
        ts_reshape1(c, 80),
        ts_reshape2(row, 17, 1),
        ts_transpose(a),
        ts_slice(ts_slice(c, 0, 2, 3), 1, 7, 9),
        ts_concat(a, b, 1),
        ts_concat(c, ts_slice(c, 0, 4, 1), 0),
        ts_transpose(ts_col(row)),
        ts_repeat(row, 3),
        ts_repeat(row, 4),
        ts_repeat(a, 2),
        ts_repeat(b, 32),
        ts_repeat(ts_slice(a, 1, 5, 2), 16),
        ts_mul(ts_repeat(ts_slice(a, 1, 9, 2), 32), ts_load2(in, at, ts_i32(k, 3), 3, 64))};
    for (int i = 0; i < 19; i++) store_shape(ts_row(out, ts_i32(k, i)), at, moved[i]);
    keep(k, false);
}

/* ---- contractions ---- */

static void build_dot(ts_dtype t, ts_dtype u, bool turned)
{
    static const int size[][3] = {/* m, k, n; every second one has an addend */
                                  {9, 17, 18}, {1, 1, 1},  {2, 3, 5},  {3, 16, 1}, {1, 64, 2},
                                  {3, 5, 16},  {4, 1, 20}, {1, 33, 4}, {1, 2, 1},  {5, 20, 1}};
    /* few for the types that only widen */
    int cases = t == u && (t == TS_f32 || t == TS_i8) ? sizeof size / sizeof *size : 3;
    ts_kern *k = begin("dot%s_%s_%s", turned ? "_t" : "", ts_dtypes[t].name, ts_dtypes[u].name);
    ts_dtype sum = ts_dtypes[t].class == 'N' && ts_dtypes[u].class == 'N' ? TS_i32 : TS_f32;
    ts_val n = ts_i32(k, 70), zero = ts_i32(k, 0), s = ts_i32(k, cases);
    ts_view a = ts_arg2(k, TS_IN, "sa", t, n, n), b = ts_arg2(k, TS_IN, "sb", u, n, n);
    ts_view c = ts_arg2(k, TS_IN, "sc", sum, n, n), out = ts_arg3(k, TS_OUT, "out", sum, s, n, n);
    for (int i = 0; i < cases; i++) {
        const int *z = size[i];
        ts_val x = ts_load2(a, zero, zero, z[0], z[1]), none = {0};
        ts_val y = ts_load2(b, zero, zero, z[turned ? 2 : 1], z[turned ? 1 : 2]);
        ts_val w = i % 2 ? ts_load2(c, zero, zero, z[0], z[2]) : none;
        ts_store2(ts_row(out, ts_i32(k, i)), zero, zero,
                  turned ? ts_dot_t(x, y, w) : ts_dot(x, y, w));
    }
    keep(k, true);
}

/* ---- ways to memory: every element type through windows, strides, swapped and runtime extents,
 * over the edges of what there is ---- */

static void build_memory(ts_dtype t)
{
    ts_kern *k = begin("memory_%s", ts_dtypes[t].name);
    ts_val len = ts_size(k, "len"), n = ts_i32(k, 23), m = ts_i32(k, 71), one = ts_i32(k, 1);
    ts_view x = ts_arg2(k, TS_IN, "w", t, n, m),
            y = ts_arg3(k, TS_OUT, "out", t, ts_i32(k, 12), n, m);
    ts_view z = ts_arg2(k, TS_IN, "w2", t, n, len), run = ts_arg2(k, TS_OUT, "run", t, n, len);
    ts_view o[12];
    for (int i = 0; i < 12; i++) o[i] = ts_row(y, ts_i32(k, i));
    ts_val i3 = ts_i32(k, 3), minus = ts_i32(k, -4), far = ts_i32(k, 60), i5 = ts_i32(k, 5);
    ts_store(ts_row(o[0], i3), one, ts_load(ts_row(x, one), i3, 33));    /* odd and inside */
    ts_store(ts_row(o[1], one), minus, ts_load(ts_row(x, i3), far, 17)); /* over both ends */
    ts_store(ts_row(o[2], one), far, ts_load(ts_row(x, i5), minus, 33));
    ts_store2(o[3], i3, minus, ts_load2(x, ts_i32(k, 20), far, 5, 20)); /* over a corner */
    ts_store2(ts_swap(o[4]), one, i3, ts_load2(ts_swap(x), i5, one, 33, 5));
    ts_store2(o[5], minus, one, ts_load2(ts_swap(x), far, one, 17, 9));
    ts_view every = ts_part(ts_row(x, i3), 0, minus, ts_i32(k, 30), 3); /* a strided window */
    ts_store(ts_part(ts_row(o[6], one), 0, one, far, 2), one, ts_load(every, one, 33));
    ts_view box = ts_part(ts_part(x, 0, minus, ts_i32(k, 9), 1), 1, far, ts_i32(k, 16), 1);
    ts_store2(o[7], one, one, ts_load2(box, one, minus, 9, 33));
    ts_store2(o[8], i3, one, ts_load2(x, i3, i5, 17, 1));                         /* a column */
    ts_store(ts_row(o[9], ts_i32(k, 40)), one, ts_load(ts_row(x, one), one, 16)); /* nowhere */
    ts_store(ts_row(o[9], one), one, ts_load(ts_row(x, minus), one, 16));
    for (ts_loop i = ts_range(ts_i32(k, -3), m, 1); ts_next(&i);) /* one by one */
        ts_store(ts_row(o[10], i5), i.at, ts_at(ts_row(x, i5), ts_add(i.at, i5)));
    for (ts_loop r = ts_upto(n, 1); ts_next(&r);)
        for (ts_loop i = ts_upto(len, 16); ts_next(&i);) /* up to a runtime end */
            ts_store(ts_row(run, r.at), i.at, ts_load(ts_row(z, r.at), i.at, 16));
    for (ts_loop i = ts_range(one, len, 7); ts_next(&i);)
        ts_store2(o[11], i3, i.at, ts_load2(z, one, i.at, 3, 7));
    keep(k, false);
}

static void build_indexed(ts_dtype t)
{
    ts_kern *k = begin("indexed_%s", ts_dtypes[t].name);
    ts_val n = ts_i32(k, 71), m = ts_i32(k, 37), zero = ts_i32(k, 0), minus = ts_i32(k, -3);
    ts_view at = ts_arg1(k, TS_IN, "index", TS_i32, n), v = ts_arg1(k, TS_IN, "w1", t, n);
    ts_view x = ts_arg2(k, TS_IN, "w2", t, n, m), y = ts_arg1(k, TS_INOUT, "w3", t, n);
    ts_view z = ts_arg2(k, TS_INOUT, "w4", t, n, m), o = ts_arg2(k, TS_OUT, "out", t, n, m);
    ts_val i = ts_load(at, zero, 33), j = ts_load(at, m, 17);
    ts_val one = ts_gather(v, i), two = ts_gather2(x, j, minus, 20);
    ts_scatter(y, ts_load(at, ts_i32(k, 9), 33), one);
    ts_scatter2(z, ts_load(at, ts_i32(k, 22), 17), ts_i32(k, 25), two);
    ts_store(ts_row(o, zero), zero, ts_gather(ts_part(v, 0, minus, n, 2), j));
    ts_store2(o, ts_i32(k, 1), zero, ts_gather2(ts_swap(x), j, ts_i32(k, 60), 16));
    ts_store2(o, ts_i32(k, 30), zero, ts_gather2(x, ts_iota(k, 5), zero, 1));
    keep(k, false);
}

/* ---- all of it ---- */

/* What an op does to u32 is what it does to i32. */
static bool unsigned_twin(const struct elem *e)
{
    static op_fn *const same[] = {do_add, do_sub, do_mul, do_select, do_and,
                                  do_or,  do_xor, do_shl, do_eq,     do_ne};
    for (size_t i = 0; e->type == TS_u32 && i < sizeof same / sizeof *same; i++)
        if (e->fn == same[i]) return true;
    return false;
}

static int build_all(void **state)
{
    (void)state;
    static const ts_dtype storage[] = {TS_f32, TS_bf16, TS_i4}; /* as 8 bits are like 16 */
    static const ts_dtype numbers[] = {TS_f32, TS_i32, TS_u32};
    static const ts_dtype factors[][2] = {{TS_f32, TS_f32}, {TS_bf16, TS_bf16},
                                          {TS_i8, TS_i8},   {TS_f8e4m3, TS_f4e2m1},
                                          {TS_f32, TS_i4},  {TS_u8, TS_i8}};
    for (size_t i = 0; i < sizeof elems / sizeof *elems; i++)
        if (whole || !unsigned_twin(&elems[i])) build_elem(&elems[i]);
    for (int t = 0; t < (whole ? 3 : 2); t++) build_moves(numbers[t]);
    for (int t = 0; t < 3; t++)
        for (int which = 0; which < 6; which++)
            if (whole || t < 2 || (which != 0 && which != 5)) build_along(which, numbers[t]);
    for (size_t t = 0; t < sizeof factors / sizeof *factors; t++) {
        build_dot(factors[t][0], factors[t][1], false);
        build_dot(factors[t][0], factors[t][1], true);
    }
    for (size_t t = 0; t < sizeof storage / sizeof *storage; t++) {
        build_memory(storage[t]);
        build_indexed(storage[t]);
    }
    return 0;
}

static int drop_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < count; i++) ts_free(units[i].k);
    return 0;
}

static int check_unit(struct ts_rig *rig, const struct unit *u, uint64_t seed)
{
    struct ts_gen_data want, got;
    ts_error err = {0};
    fill(&want, u->k, seed);
    fill(&got, u->k, seed);
    int bad = ts_run(u->k, want.buffer, want.bytes, want.size, 0, &err) ||
              ts_rig_run(rig, u->k, &got, &err);
    if (bad) print_error("%s: %s\n", u->k->name, err.text);
    bad = bad || compare(u, &want, &got, ts_device_target(rig->dev));
    ts_gen_drop(&want);
    ts_gen_drop(&got);
    return bad;
}

static void every_op_at_every_width(void **state)
{
    (void)state;
    ts_kern *k[MOST];
    struct ts_rig rig;
    ts_error err = {0};
    int bad = 0;
    for (size_t d = 0, n = 1; n; d++) {
        const struct unit *some[MOST];
        n = 0;
        for (size_t i = 0; i < count; i++)
            if (whole || !d || i % 2 == d % 2) some[n] = &units[i], k[n++] = units[i].k;
        if (!ts_rig_open(&rig, d, 1, k, n, &err)) break;
        for (size_t i = 0; i < n; i++) bad += check_unit(&rig, some[i], 7 * i + d);
        ts_rig_close(&rig);
    }
    if (ts_failed(&err)) fail_msg("%s", err.text);
    assert_int_equal(bad, 0);
}

int main(int argc, char **argv)
{
    whole = argc > 1 && !strcmp(argv[1], "--long");
    if (!whole) quick_cc(0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_op_at_every_width),
    };
    return cmocka_run_group_tests(tests, build_all, drop_all);
}
