/* gen.c - random well-typed kernels (test/tile/gen.h): a pool of values that grows by one random op at a
 * time, and stores of what is in it. Here are memory, loops and the whole. */
#include <stdlib.h>

#include "test/tile/gen_int.h"

/* ---- memory ---- */

static ts_val index_of(gen *g)
{
    int what = below(g, 6);
    if (what == 0 && g->loop.k) return g->loop;
    if (what == 1 && g->axes) return g->at[below(g, g->axes)];
    if (what == 2 && g->axes) return ts_add(g->at[0], i32(g, below(g, 9) - 4));
    if (what == 3) {
        value *p = ts_gen_pick(g, is_int);
        if (p && p->t == TS_i32 && p->rank == 0) return p->v;
    }
    return i32(g, what == 4 ? 0 : below(g, 50) - 6);
}

/* Draws are never arguments of one call: C does not say which comes first. */
static ts_view window(gen *g, ts_view v, int dim)
{
    ts_val start = index_of(g);
    ts_val count = one_in(g, 3) ? g->size[below(g, HEADS)] : i32(g, below(g, 40) - 2);
    return ts_part(v, dim, start, count, 1 + below(g, 3));
}

static ts_view look(gen *g, ts_view v, int *rank, int wanted)
{
    for (int cuts = below(g, 4); cuts > 0; cuts--) {
        int dim = below(g, *rank);
        if (*rank > 1 && one_in(g, 3))
            v = ts_swap(v);
        else
            v = window(g, v, dim);
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
    value *p = ts_gen_pick(g, is_int);
    if (p && p->t == TS_i32) return ts_gen_fit(g, *p, 1, 1, n);
    return (value){ts_iota(g->k, n), TS_i32, 1, 1, n, n, 0, 0, false};
}

/* Whole rows that begin at multiples of 64 elements, as wide as a tile. */
static void load_rows(gen *g)
{
    const param *p = &g->in[below(g, g->ins)];
    value r = contents(p);
    int w = ts_gen_wide_side(g), h = one_in(g, 2) ? 1 : ts_gen_side(g), rank = p->rank;
    int room = p->cols / w;
    if (!room || rank == 3) return;
    ts_val col = i32(g, w * below(g, room)), row = g->axes ? g->at[0] : i32(g, below(g, p->rows));
    if (g->loop.k && g->loop_step % 16 == 0 && one_in(g, 2)) col = g->loop;
    if (h > 1 && rank == 2 && h * w <= g->cells) {
        r.v = ts_load2(p->v, one_in(g, 2) ? row : i32(g, 0), col, h, w);
        r.rank = 2;
        r.h = h;
    } else {
        r.v = ts_load(rank == 2 ? ts_row(p->v, row) : p->v, col, w);
        r.rank = r.h = 1;
    }
    r.w = w;
    ts_gen_keep(g, ts_gen_widened(g, r, p->t));
}

static void load(gen *g)
{
    if (g->aligned && !one_in(g, 4)) {
        load_rows(g);
        return;
    }
    const param *p = &g->in[below(g, g->ins)];
    int rank = p->rank, wanted = rank == 1 ? 1 : 1 + below(g, 2), h = 1, w = ts_gen_side(g);
    value r = contents(p);
    ts_view v = look(g, p->v, &rank, wanted);
    if (wanted == 2) h = ts_gen_side(g);
    if (h * w > g->cells) return;
    bool scattered = one_in(g, 4);
    ts_val first = index_of(g), second = index_of(g);
    if (wanted == 2)
        r.v = scattered ? ts_gather2(v, index_tile(g, h).v, second, w)
                        : ts_load2(v, first, second, h, w);
    else if (scattered)
        r.v = ts_gather(v, index_tile(g, w).v);
    else if (one_in(g, 4))
        r.v = ts_at(v, first), w = 1;
    else
        r.v = ts_load(v, first, w);
    r.rank = wanted == 2 ? 2 : g->k->op[r.v.id].rank;
    r.h = h;
    r.w = w;
    ts_gen_keep(g, ts_gen_widened(g, r, p->t));
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

/* 0, 1, ... and then some last one again and again. */
static ts_val repeating(gen *g, int n)
{
    ts_val last = i32(g, below(g, n));
    return ts_min(ts_iota(g->k, n), last);
}

/* Programs own rows at[0] .. at[0] + step[0] - 1 of every output, and with two axes only the columns
 * at[1] .. at[1] + step[1] - 1 of these. Without axes everything is the one program's own. */
static void store(gen *g)
{
    const param *p = &g->out[below(g, g->outs)];
    value *q = ts_gen_pick(g, p->rough ? is_real : is_exact);
    if (!q) return;
    value a = *q;
    if (p->rough && a.err == 0 && a.mag <= 64) a = edge(g, a);
    int h = 1 + below(g, g->step[0]), w = g->axes == 2 ? 1 + below(g, g->step[1]) : ts_gen_side(g);
    ts_val col = g->axes == 2 ? g->at[1] : index_of(g), row = g->axes ? g->at[0] : index_of(g);
    if (g->axes && h < g->step[0]) row = ts_add(row, i32(g, below(g, g->step[0] - h + 1)));
    int rank = p->rank == 1 ? 1 : one_in(g, 3) ? 1 : 2;
    if (h * w > g->cells) return;
    if (p->rank == 1) {
        a = one_in(g, 4) ? ts_gen_fit(g, a, 0, 1, 1) : ts_gen_fit(g, a, 1, 1, h);
        if (a.t == TS_b1) a.v = ts_cast(a.v, TS_i32), a.t = TS_i32;
        if (!stored_as(&a, p)) return;
        if (a.rank == 1 && !g->axes && one_in(g, 2))
            ts_scatter(p->v, index_tile(g, h).v, a.v);
        else
            ts_store(p->v, row, a.v);
        return;
    }
    a = rank == 1 ? ts_gen_fit(g, a, 1, 1, w) : ts_gen_fit(g, a, 2, h, w);
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
        ts_scatter2(p->v, ts_add(repeating(g, h), row), col, a.v);
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
    ts_gen_keep(g, r);
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
    c.init = ts_gen_const(g, t);
    int rank = below(g, 3), h = rank == 2 ? ts_gen_side(g) : 1, w = rank ? ts_gen_side(g) : 1;
    if (h * w > g->cells) h = 1, rank = 1;
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
    for (int tries = 0; tries < 10 && !(p && p->t == c->init.t); tries++) p = ts_gen_pick(g, NULL);
    if (!p || p->t != c->init.t) return;
    value x = ts_gen_fit(g, *p, c->init.rank, c->init.h, c->init.w);
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
    carried c[2];
    for (int i = 0; i < 2; i++) c[i] = begin_var(g);
    int outer_step = g->loop_step;
    ts_val outer = g->loop, lo = one_in(g, 3) ? bound(g) : i32(g, below(g, 4) - 1);
    int mark = g->n, at = below(g, 3), n = 2 + below(g, 6);
    ts_val hi = bound(g);
    int step = 1 + below(g, 5), reach = 64;
    if (g->aligned && one_in(g, 2)) {
        step = ts_gen_wide_side(g);
        reach = step * (1 + below(g, 4));
        lo = i32(g, 0);
        hi = i32(g, reach);
    }
    g->depth++;
    for (ts_loop l = ts_range(lo, hi, step); ts_next(&l);) {
        g->loop = l.at;
        g->loop_step = step;
        ts_gen_keep(g, (value){l.at, TS_i32, 0, 1, 1, reach, 0, 0, false});
        steps(g, n);
        for (int i = 0; i < 2; i++)
            if (i <= at) advance_var(g, &c[i], TRIPS);
        if (one_in(g, 2)) store(g);
    }
    g->depth--;
    g->loop = outer;
    g->loop_step = outer_step;
    g->n = mark;
    for (int i = 0; i < 2; i++) {
        c[i].sum.v = ts_get(c[i].var);
        ts_gen_keep(g, c[i].sum);
    }
}

/* ---- the whole ---- */

static void steps(gen *g, int n)
{
    static void (*const row[])(gen *) = {ts_gen_integer_binary,
                                         ts_gen_integer_unary,
                                         ts_gen_real,
                                         ts_gen_real,
                                         ts_gen_real,
                                         ts_gen_real,
                                         ts_gen_real,
                                         ts_gen_comparison,
                                         ts_gen_choose,
                                         ts_gen_through_storage,
                                         ts_gen_convert,
                                         ts_gen_reduce,
                                         ts_gen_dot,
                                         ts_gen_shape_op,
                                         load,
                                         load,
                                         store,
                                         reload,
                                         loop,
                                         ts_gen_shape_op};
    for (int i = 0; i < n && g->budget > 0; i++, g->budget--)
        row[below(g, sizeof row / sizeof *row)](g);
}

/* The last extent holds whole tiles; a first one of two is beyond the number of programs. */
static void aligned_extents(gen *g, param *p, ts_val *e)
{
    p->rank = 1 + below(g, 2);
    p->cols = ts_gen_wide_side(g) * (1 + below(g, 3));
    p->rows = p->rank == 2 ? 72 + below(g, 80) : 1;
    e[0] = i32(g, p->rank == 2 ? p->rows : p->cols);
    e[1] = i32(g, p->cols);
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
        if (g->aligned && i != 1) aligned_extents(g, p, e);
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
        if (g->aligned && one_in(g, 2)) cols = i32(g, ts_gen_wide_side(g));
        p->v = p->rank == 1 ? ts_arg1(g->k, p->mode, name, p->t, rows)
                            : ts_arg2(g->k, p->mode, name, p->t, rows, cols);
    }
}

static void programs(gen *g, ts_val rows)
{
    for (int a = 0; a < g->axes; a++) {
        ts_val n = a ? i32(g, 1 + below(g, 44)) : rows;
        g->at[a] = ts_program(n, g->step[a]);
        ts_gen_keep(g, (value){g->at[a], TS_i32, 0, 1, 1, 64, 0, 0, false});
    }
}

static void sides(gen *g)
{
    g->axes = g->aligned && !one_in(g, 4) ? 1 : below(g, 3);
    for (int i = 0; i < SIDES; i++)
        g->side[i] = one_in(g, 4) ? (one_in(g, 2) ? 16 : 64) : 1 + below(g, g->extent);
    for (int i = 0; i < 2; i++) g->step[i] = 1 + below(g, one_in(g, 2) ? 5 : 17);
    if (!g->aligned) return;
    for (int i = 0; i < SIDES / 2; i++) g->side[i] = 64 << below(g, 4);
    g->flat = !one_in(g, 4);
    for (int i = SIDES / 2; g->flat && i < SIDES; i++) g->side[i] = 1;
    if (g->flat) g->axes = g->step[0] = g->step[1] = 1;
}

struct ts_gen_limits ts_gen_threads(uint64_t seed)
{
    if (seed % 2 == 1)
        return (struct ts_gen_limits){.ops = 14, .extent = 10, .cells = 1024, .aligned = true};
    if (seed % 4 == 0) return (struct ts_gen_limits){.ops = 22, .extent = 32, .cells = 1024};
    return (struct ts_gen_limits){.ops = 16, .extent = 20, .cells = 768};
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
    g->cells = limits && limits->cells ? limits->cells : 4096;
    g->aligned = limits && limits->aligned;
    sides(g);
    interface_in(g);
    ts_val rows = one_in(g, 3) ? g->size[0] : i32(g, 1 + below(g, 44));
    if (g->aligned) rows = i32(g, one_in(g, 4) ? 1 + below(g, 44) : 65 + below(g, 8));
    interface_out(g, rows);
    programs(g, rows);
    int w = ts_gen_side(g);
    ts_gen_keep(g, (value){ts_iota(g->k, w), TS_i32, 1, 1, w, w, 0, 0, false});
    ts_gen_keep(g, ts_gen_const(g, TS_f32));
    ts_gen_keep(g, ts_gen_const(g, TS_b1));
    for (int i = 0; i < 4; i++) load(g);
    steps(g, g->budget);
    for (int i = 0; i < 3 + g->outs; i++) store(g);
    ts_kern *k = g->k;
    free(g);
    ts_error err = {0};
    ts_finish(k, &err);
    return k;
}
