/* lane_run.c - the interpreter of the lane form (test/lane/lane_run.h).
 *
 * Scalars are 64-bit integers, in which words of 32 bits lie as their type extends them. Each lane of
 * a vector that is kept has a mark beside its word: not written yet, written, or beyond its tile. */
#include "test/lane/lane_run.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "lane/lower.h"
#include "tessera/device.h"

enum { UNSET, SET, BEYOND };

typedef struct value {
    int64_t x;                 /* scalars */
    uint32_t w[TS_LANES_MOST]; /* vectors */
    uint64_t beyond;           /* bit e: lane e is beyond its tile */
} value;

typedef struct machine {
    const ts_lane *f;
    const struct ts_lane_launch *l;
    ts_error *err;
    uint32_t v;    /* the name or statement that is being run */
    uint32_t *end; /* of LOOP, FOR and BLOCK */
    size_t *place; /* of a name: its first lane */
    uint32_t *word;
    uint8_t *mark;   /* by lane; of a scalar name: by its first */
    int64_t *scalar; /* by instruction */
    int var[128];
    long pid[8]; /* of the programs side by side */
    int64_t grid[8];
    uint64_t left;
} machine;

static int wrong(const machine *m, const char *format, ...) __attribute__((format(printf, 2, 3)));

static int wrong(const machine *m, const char *format, ...)
{
    char text[256];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    return ts_fail(m->err, "form %s, instruction %u (%s), program %ld: %s", m->f->k->name, m->v,
                   ts_l_op_name((ts_lop)m->f->i[m->v].op), m->pid[0], text);
}

static const ts_linst *inst(const machine *m, uint32_t v)
{
    return &m->f->i[v];
}

static int64_t extended(int type, uint32_t word)
{
    return type == TS_i32 ? (int64_t)(int32_t)word : (int64_t)word;
}

static int64_t where(const machine *m, ts_spot p)
{
    int64_t x = p.var ? m->var[p.var & 127] : 0;
    if (p.plus) x = x * p.mul + m->var[p.plus & 127];
    return p.of == '/' ? x / p.add : p.of == '%' ? x % p.add : x + p.add;
}

static int eval(machine *m, uint32_t v, value *out);

static int scalar(machine *m, uint32_t v, int64_t *out)
{
    value x;
    if (eval(m, v, &x)) return -1;
    *out = x.x;
    return 0;
}

/* ---- tiles and vectors that have a name ---- */

static ts_layout layout_of(const machine *m, uint32_t name)
{
    const ts_linst *t = inst(m, name);
    if (t->op == TS_L_TILE) return m->f->layout[t->at];
    int slots = t->n ? (int)t->n : 1;
    return (ts_layout){1, slots * m->f->lanes, slots, false};
}

/* The first lane of a SLOT, or of a vector. */
static size_t slot_at(const machine *m, const ts_linst *i)
{
    ts_layout y = layout_of(m, i->arg[0]);
    int64_t n = where(m, i->col) + (i->flag ? 0 : where(m, i->row) * y.slots);
    return m->place[i->arg[0]] + (size_t)n * (size_t)m->f->lanes;
}

/* The lane that holds an ELEMENT, FIRST or LANE. */
static size_t element_at(const machine *m, const ts_linst *i)
{
    ts_layout y = layout_of(m, i->arg[0]);
    bool down = y.column || i->op == TS_L_LANE, matrix = inst(m, i->arg[0])->n == 2 && !down;
    size_t at = m->place[i->arg[0]];
    if (i->op == TS_L_FIRST) return at;
    if (matrix) at += (size_t)(where(m, i->row) * y.slots) * (size_t)m->f->lanes;
    return at + (size_t)where(m, down ? i->row : i->col);
}

static int read_lanes(const machine *m, size_t at, value *out)
{
    out->beyond = 0;
    for (int e = 0; e < m->f->lanes; e++) {
        if (m->mark[at + (size_t)e] == UNSET) return wrong(m, "lane %d is read unset", e);
        if (m->mark[at + (size_t)e] == BEYOND) out->beyond |= 1ull << e;
        out->w[e] = m->word[at + (size_t)e];
    }
    return 0;
}

static void write_lanes(machine *m, size_t at, const value *x)
{
    for (int e = 0; e < m->f->lanes; e++) {
        m->word[at + (size_t)e] = x->w[e];
        m->mark[at + (size_t)e] = x->beyond >> e & 1 ? BEYOND : SET;
    }
}

/* Lanes of a slot beyond the tile's width are beyond, whatever was put there. */
static int read_slot(const machine *m, const ts_linst *i, value *out)
{
    ts_layout y = layout_of(m, i->arg[0]);
    size_t at = slot_at(m, i), first = at - m->place[i->arg[0]];
    int col = (int)(first / (size_t)m->f->lanes % (size_t)y.slots) * m->f->lanes;
    if (read_lanes(m, at, out)) return -1;
    for (int e = 0; e < m->f->lanes; e++)
        if (col + e >= y.cols) out->beyond |= 1ull << e;
    return 0;
}

static int read_element(const machine *m, const ts_linst *i, value *out)
{
    size_t at = element_at(m, i);
    if (m->mark[at] == UNSET) return wrong(m, "an element is read unset");
    out->x = extended(i->type, m->word[at]);
    return 0;
}

static int read_name(const machine *m, uint32_t v, value *out)
{
    const ts_linst *i = inst(m, v);
    if (i->vector) return read_lanes(m, m->place[v], out);
    if (m->mark[m->place[v]] == UNSET) return wrong(m, "%%%u is read unset", v);
    out->x = m->scalar[v];
    return 0;
}

/* ---- memory ---- */

typedef struct place {
    const ts_linst *param;
    int64_t offset, row, col; /* indices of lane 0 in its view */
    int64_t row_stride, stride, row_lo, row_hi, lo, hi;
} place;

static int locate(machine *m, const ts_linst *i, place *p)
{
    const ts_laccess *a = &m->f->access[i->at];
    *p = (place){.param = inst(m, a->param), .row_hi = 1};
    bool bad = scalar(m, a->offset, &p->offset);
    if (a->lie != TS_LINE || !a->col.stride)
        bad = bad || (a->row.base && scalar(m, a->row.base, &p->row)) ||
              scalar(m, a->row.stride, &p->row_stride) || scalar(m, a->row.lo, &p->row_lo) ||
              scalar(m, a->row.hi, &p->row_hi);
    if (a->col.stride)
        bad = bad || scalar(m, a->col.base, &p->col) || scalar(m, a->col.stride, &p->stride) ||
              scalar(m, a->col.lo, &p->lo) || scalar(m, a->col.hi, &p->hi);
    if (a->lie == TS_MATRIX) p->row += where(m, i->row);
    return bad ? -1 : 0;
}

/* Element (row, col) of the view: its number in the buffer, -1 where a mask leaves it out, or -2 with
 * the error. */
static int64_t touch(const machine *m, const ts_linst *i, const place *p, int64_t row, int64_t col)
{
    bool line = !p->stride, in_row = row >= p->row_lo && row < p->row_hi;
    bool in_col = line || (col >= p->lo && col < p->hi);
    if ((!in_row && i->mask & TS_MASK_ROW) || (!in_col && i->mask & TS_MASK_RANGE)) return -1;
    if (!in_row || !in_col)
        return wrong(m, "element (%lld, %lld) has no mask and is outside of its view",
                     (long long)row, (long long)col) -
               1;
    int64_t n = p->offset + row * p->row_stride + col * p->stride;
    int64_t all = (int64_t)(m->l->bytes[p->param->n] * 8 / (size_t)ts_dtypes[i->type].bits);
    if (n >= 0 && n < all) return n;
    return wrong(m, "element %lld of %lld in %s", (long long)n, (long long)all, p->param->name) - 1;
}

static bool is_beyond(const machine *m, const ts_linst *i, int e)
{
    return where(m, i->col) * m->f->lanes + e >= m->f->access[i->at].width;
}

static int load(machine *m, const ts_linst *i, value *out)
{
    place p;
    if (locate(m, i, &p)) return -1;
    *out = (value){0};
    p.col += where(m, i->col) * m->f->lanes;
    for (int e = 0; e < m->f->lanes; e++) {
        bool beyond = is_beyond(m, i, e);
        if (beyond) out->beyond |= 1ull << e;
        if (beyond && i->mask & TS_MASK_TAIL) continue;
        int64_t n = touch(m, i, &p, p.row, p.col + e);
        if (n < -1) return -1;
        if (n >= 0) out->w[e] = ts_fetch((ts_dtype)i->type, m->l->buffer[p.param->n], (size_t)n);
    }
    return 0;
}

static int load1(machine *m, const ts_linst *i, value *out)
{
    place p;
    if (locate(m, i, &p)) return -1;
    int64_t n = touch(m, i, &p, p.row, p.col);
    const void *from = m->l->buffer[p.param->n];
    out->x = n < 0 ? 0 : extended(i->type, ts_fetch((ts_dtype)i->type, from, (size_t)n));
    return n < -1 ? -1 : 0;
}

static int store(machine *m, const ts_linst *i)
{
    place p;
    value x;
    if (locate(m, i, &p) || eval(m, i->arg[0], &x)) return -1;
    p.col += where(m, i->col) * m->f->lanes;
    for (int e = 0; e < m->f->lanes; e++) {
        if (is_beyond(m, i, e) && i->mask & TS_MASK_TAIL) continue;
        if (x.beyond >> e & 1) return wrong(m, "lane %d is beyond its tile", e);
        int64_t n = touch(m, i, &p, p.row, p.col + e);
        if (n < -1) return -1;
        if (n >= 0) ts_place((ts_dtype)i->type, m->l->buffer[p.param->n], (size_t)n, x.w[e]);
    }
    return 0;
}

static int store1(machine *m, const ts_linst *i)
{
    place p;
    int64_t x;
    if (locate(m, i, &p) || scalar(m, i->arg[0], &x)) return -1;
    int64_t n = touch(m, i, &p, p.row, p.col);
    if (n >= 0) ts_place((ts_dtype)i->type, m->l->buffer[p.param->n], (size_t)n, (uint32_t)x);
    return n < -1 ? -1 : 0;
}

static void write_element(machine *m, const ts_linst *to, int64_t x)
{
    m->word[element_at(m, to)] = (uint32_t)x;
    m->mark[element_at(m, to)] = SET;
}

static int jump(machine *m, const ts_linst *i)
{
    place p;
    int64_t row, x;
    if (locate(m, i, &p) || scalar(m, i->arg[1], &row)) return -1;
    if (m->f->access[i->at].lie == TS_MATRIX) p.col += where(m, i->col);
    int64_t n = touch(m, i, &p, row, p.col);
    void *at = m->l->buffer[p.param->n];
    ts_dtype type = (ts_dtype)i->type;
    if (n < 0) return n < -1 ? -1 : 0;
    if (i->op == TS_L_GATHER)
        write_element(m, inst(m, i->arg[0]), (int64_t)ts_fetch(type, at, (size_t)n));
    else if (scalar(m, i->arg[0], &x))
        return -1;
    else
        ts_place(type, at, (size_t)n, (uint32_t)x);
    return 0;
}

/* ---- expressions ---- */

static uint32_t computed(const machine *m, const ts_linst *i, const uint32_t *x)
{
    ts_dtype from = (ts_dtype)inst(m, i->arg[0])->type;
    switch ((ts_lop)i->op) {
    case TS_L_ELEM: return ts_lane_elem((ts_opcode)i->elem, from, x);
    case TS_L_SELECT: return x[0] ? x[1] : x[2];
    case TS_L_CAST: return ts_lane_cast(from, (ts_dtype)i->type, x[0]);
    default: return x[0]; /* BITS */
    }
}

/* ELEM, SELECT, CAST, BITS: of scalars, or lane by lane. */
static int combine(machine *m, const ts_linst *i, value *out)
{
    value x[3] = {{0}};
    for (int a = 0; a < 3; a++)
        if (i->arg[a] && eval(m, i->arg[a], &x[a])) return -1;
    uint32_t one[3] = {(uint32_t)x[0].x, (uint32_t)x[1].x, (uint32_t)x[2].x};
    out->x = i->vector ? 0 : extended(i->type, computed(m, i, one));
    out->beyond = x[0].beyond | x[1].beyond | x[2].beyond;
    for (int e = 0; i->vector && e < m->f->lanes; e++) {
        uint32_t lane[3] = {x[0].w[e], x[1].w[e], x[2].w[e]};
        out->w[e] = computed(m, i, lane);
    }
    return 0;
}

static int keep(machine *m, const ts_linst *i, value *out)
{
    value rest = {0};
    if (eval(m, i->arg[0], out) || (i->arg[1] && eval(m, i->arg[1], &rest))) return -1;
    for (int e = 0; e < m->f->lanes; e++) {
        if (where(m, i->col) * m->f->lanes + e < i->n) continue;
        out->w[e] = rest.w[e];
        out->beyond &= ~(1ull << e);
    }
    return 0;
}

static int fold(machine *m, const ts_linst *i, value *out)
{
    value v;
    if (eval(m, i->arg[0], &v)) return -1;
    if (v.beyond)
        return wrong(m, "lanes beyond the tile are folded in (%llx)", (unsigned long long)v.beyond);
    for (int n = m->f->lanes / 2; n; n /= 2)
        for (int e = 0; e < n; e++) {
            uint32_t x[3] = {v.w[e], v.w[e + n], 0};
            v.w[e] = ts_lane_elem((ts_opcode)i->elem, (ts_dtype)i->type, x);
        }
    out->x = extended(i->type, v.w[0]);
    return 0;
}

static int splat(machine *m, const ts_linst *i, value *out)
{
    int64_t x;
    if (scalar(m, i->arg[0], &x)) return -1;
    for (int e = 0; e < m->f->lanes; e++) out->w[e] = (uint32_t)x;
    out->beyond = 0;
    return 0;
}

static void iota(const machine *m, const ts_linst *i, value *out)
{
    for (int e = 0; e < m->f->lanes; e++)
        out->w[e] = (uint32_t)(where(m, i->col) * m->f->lanes + e);
    out->beyond = 0;
}

static int64_t constant(const ts_linst *i)
{
    float f = (float)i->value;
    uint32_t u;
    memcpy(&u, &f, 4);
    return i->type == TS_f32 ? (int64_t)u : (int64_t)i->value;
}

static int eval(machine *m, uint32_t v, value *out)
{
    const ts_linst *i = inst(m, v);
    switch ((ts_lop)i->op) {
    case TS_L_CONST: out->x = constant(i); return 0;
    case TS_L_LONG: out->x = i->n; return 0;
    case TS_L_IDENTITY:
        out->x = extended(i->type, ts_lane_identity((ts_opcode)i->elem, (ts_dtype)i->type));
        return 0;
    case TS_L_INDEX: out->x = where(m, i->col); return 0;
    case TS_L_SLOT: return read_slot(m, i, out);
    case TS_L_ELEMENT:
    case TS_L_FIRST:
    case TS_L_LANE: return read_element(m, i, out);
    case TS_L_SPLAT: return splat(m, i, out);
    case TS_L_IOTA: iota(m, i, out); return 0;
    case TS_L_LOAD: return load(m, i, out);
    case TS_L_LOAD1: return load1(m, i, out);
    case TS_L_KEEP: return keep(m, i, out);
    case TS_L_FOLD: return fold(m, i, out);
    case TS_L_CHOSEN:
        if (scalar(m, i->arg[0], &out->x)) return -1;
        if (out->x < 0) out->x = 0;
        return 0;
    case TS_L_ELEM:
    case TS_L_SELECT:
    case TS_L_CAST:
    case TS_L_BITS: return combine(m, i, out);
    default: return read_name(m, v, out);
    }
}

/* ---- names ---- */

static int64_t window(int64_t x, int64_t start, int64_t step)
{
    int64_t d = x - start;
    return d / step + (d % step > 0);
}

static int64_t program(const machine *m, const ts_linst *i)
{
    int64_t x = m->pid[i->stream < 0 ? 0 : i->stream];
    for (int a = m->f->axes - 1; a > (int)i->at; a--) x /= m->grid[a];
    return (i->at ? x % m->grid[i->at] : x) * i->n;
}

/* What a name of a scalar holds, from its operands. */
static int64_t named(machine *m, const ts_linst *i, const int64_t *x)
{
    switch ((ts_lop)i->op) {
    case TS_L_SIZE: return m->l->size[i->n];
    case TS_L_PROGRAM: return program(m, i);
    case TS_L_STRIDE: return i->arg[1] ? x[0] * x[1] : x[0];
    case TS_L_OFFSET: return x[0] + x[1] * x[2];
    case TS_L_ROW_END: return x[0] >= x[1] && x[0] < x[2] ? x[3] : 0;
    case TS_L_FROM: return window(x[0], x[1], i->n) > 0 ? window(x[0], x[1], i->n) : 0;
    case TS_L_BELOW: return x[2] < window(x[0], x[1], i->n) ? x[2] : window(x[0], x[1], i->n);
    case TS_L_STEP: return x[0] * i->n;
    default: return x[0];
    }
}

static int name(machine *m, const ts_linst *i)
{
    int64_t x[4] = {0};
    for (int a = 0; a < 4; a++)
        if (i->arg[a] && scalar(m, i->arg[a], &x[a])) return -1;
    if (i->op == TS_L_GRID) m->grid[i->at] = x[0] > 0 ? (x[0] + i->n - 1) / i->n : 0;
    m->scalar[m->v] = named(m, i, x);
    m->mark[m->place[m->v]] = i->op == TS_L_CELL ? UNSET : SET;
    return 0;
}

/* TILE, or a LOCAL of vectors. */
static int vectors(machine *m, const ts_linst *i)
{
    ts_layout y = layout_of(m, m->v);
    size_t n = (size_t)y.rows * (size_t)y.slots * (size_t)m->f->lanes, at = m->place[m->v];
    bool zero = i->op == TS_L_TILE ? i->flag : !i->n && !i->arg[0];
    value x;
    memset(m->word + at, 0, n * sizeof *m->word);
    memset(m->mark + at, zero ? SET : UNSET, n);
    if (i->op == TS_L_TILE || !i->arg[0]) return 0;
    if (eval(m, i->arg[0], &x)) return -1;
    write_lanes(m, at, &x);
    return 0;
}

/* ---- statements ---- */

static int put(machine *m, uint32_t to, const value *x)
{
    const ts_linst *i = inst(m, to);
    if (i->op == TS_L_SLOT)
        write_lanes(m, slot_at(m, i), x);
    else if (i->op == TS_L_ELEMENT)
        write_element(m, i, x->x);
    else if (i->vector)
        write_lanes(m, m->place[to], x);
    else
        m->scalar[to] = x->x, m->mark[m->place[to]] = SET;
    return 0;
}

/* to = op(x, y), of its type. */
static void pairwise(const machine *m, ts_opcode op, const ts_linst *to, value *x, const value *y)
{
    uint32_t one[3] = {(uint32_t)x->x, (uint32_t)y->x, 0};
    ts_dtype type = (ts_dtype)to->type;
    if (!to->vector) x->x = extended(type, ts_lane_elem(op, type, one));
    for (int e = 0; to->vector && e < m->f->lanes; e++) {
        uint32_t lane[3] = {x->w[e], y->w[e], 0};
        x->w[e] = ts_lane_elem(op, type, lane);
    }
    if (to->vector) x->beyond |= y->beyond;
}

static int set(machine *m, const ts_linst *i)
{
    value x, y;
    if (eval(m, i->arg[1], &x) || (i->arg[2] && eval(m, i->arg[2], &y))) return -1;
    if (i->arg[2]) pairwise(m, TS_add_, inst(m, i->arg[0]), &x, &y);
    return put(m, i->arg[0], &x);
}

static int add(machine *m, const ts_linst *i)
{
    value to, x, y;
    const ts_linst *t = inst(m, i->arg[0]);
    if (eval(m, i->arg[0], &to) || eval(m, i->arg[1], &x)) return -1;
    if (i->arg[2] && eval(m, i->arg[2], &y)) return -1;
    if (i->arg[2]) pairwise(m, TS_mul_, t, &x, &y);
    pairwise(m, TS_add_, t, &to, &x);
    return put(m, i->arg[0], &to);
}

static int multiply_add(machine *m, const ts_linst *i)
{
    value to, x, y;
    const ts_linst *t = inst(m, i->arg[0]);
    if (eval(m, i->arg[0], &to) || eval(m, i->arg[1], &x) || eval(m, i->arg[2], &y)) return -1;
    if (t->type == TS_f32) {
        for (int e = 0; e < m->f->lanes; e++) {
            uint32_t lane[3] = {x.w[e], y.w[e], to.w[e]};
            to.w[e] = ts_lane_elem(TS_fma_, TS_f32, lane);
        }
        to.beyond |= x.beyond | y.beyond;
        return put(m, i->arg[0], &to);
    }
    pairwise(m, TS_mul_, t, &x, &y);
    pairwise(m, TS_add_, t, &to, &x);
    return put(m, i->arg[0], &to);
}

static int better(machine *m, const ts_linst *i)
{
    int64_t top, best, x;
    ts_dtype type = (ts_dtype)inst(m, i->arg[2])->type;
    if (scalar(m, i->arg[0], &top) || scalar(m, i->arg[1], &best) || scalar(m, i->arg[2], &x))
        return -1;
    if (type != TS_f32) top = (int64_t)extended((int)type, (uint32_t)top);
    uint32_t more[3] = {(uint32_t)(i->elem == TS_max_ ? top : x),
                        (uint32_t)(i->elem == TS_max_ ? x : top), 0};
    uint32_t self[3] = {(uint32_t)x, (uint32_t)x, 0};
    if (!ts_lane_elem(TS_eq_, type, self)) return 0;
    if (best >= 0 && !ts_lane_elem(TS_lt_, type, more)) return 0;
    put(m, i->arg[0], &(value){.x = x});
    return put(m, i->arg[1], &(value){.x = m->var[i->row.var & 127]});
}

static int run(machine *m, uint32_t from, uint32_t to);

static int loop(machine *m, uint32_t v)
{
    const ts_linst *i = inst(m, v);
    int64_t *at = &m->scalar[i->arg[0]], below;
    m->v = v;
    if (scalar(m, i->arg[1], &below)) return -1;
    for (; *at + (i->flag ? i->n - 1 : 0) < below; *at += i->n) {
        m->scalar[v] = (int32_t)*at;
        m->mark[m->place[v]] = SET;
        if (run(m, v + 1, m->end[v])) return -1;
    }
    return 0;
}

static int each(machine *m, uint32_t v)
{
    const ts_linst *i = inst(m, v);
    int *var = &m->var[i->row.var & 127];
    for (*var = 0; *var < i->n; ++*var)
        if (run(m, v + 1, m->end[v])) return -1;
    return 0;
}

static int step(machine *m, const ts_linst *i)
{
    if (!m->left--) return wrong(m, "step limit");
    if (i->op == TS_L_TILE || (i->op == TS_L_LOCAL && (i->vector || i->n))) return vectors(m, i);
    switch ((ts_lop)i->op) {
    case TS_L_SET: return set(m, i);
    case TS_L_ADD: return add(m, i);
    case TS_L_MULADD: return multiply_add(m, i);
    case TS_L_BETTER: return better(m, i);
    case TS_L_STORE: return store(m, i);
    case TS_L_STORE1: return store1(m, i);
    case TS_L_GATHER:
    case TS_L_SCATTER: return jump(m, i);
    case TS_L_PREFETCH: return locate(m, i, &(place){0});
    default: return ts_l_is_name((ts_lop)i->op) ? name(m, i) : 0;
    }
}

static int run(machine *m, uint32_t from, uint32_t to)
{
    for (uint32_t v = from; v < to; v++) {
        const ts_linst *i = inst(m, v);
        m->v = v;
        bool opens = ts_l_opens((ts_lop)i->op);
        int bad = !opens               ? (i->op < TS_L_SIZE ? 0 : step(m, i))
                  : i->op == TS_L_LOOP ? loop(m, v)
                  : i->op == TS_L_FOR  ? each(m, v)
                                       : run(m, v + 1, m->end[v]);
        if (bad) return -1;
        if (opens) v = m->end[v];
    }
    return 0;
}

/* ---- the whole ---- */

static size_t lanes_of(const machine *m, uint32_t v)
{
    const ts_linst *i = inst(m, v);
    if (!ts_l_is_name((ts_lop)i->op)) return 0;
    if (i->op != TS_L_TILE && !i->vector) return 1;
    ts_layout y = layout_of(m, v);
    return (size_t)y.rows * (size_t)y.slots * (size_t)m->f->lanes;
}

static bool prepare(machine *m)
{
    size_t n = m->f->n + 1, lanes = 0;
    m->end = calloc(n, sizeof *m->end);
    m->place = calloc(n, sizeof *m->place);
    m->scalar = calloc(n, sizeof *m->scalar);
    if (!m->end || !m->place || !m->scalar) return false;
    for (uint32_t v = 1; v < m->f->n; v++) {
        m->place[v] = lanes;
        lanes += lanes_of(m, v);
        if (inst(m, v)->op == TS_L_END) m->end[inst(m, v)->arg[0]] = v;
    }
    m->word = calloc(lanes + 1, sizeof *m->word);
    m->mark = calloc(lanes + 1, sizeof *m->mark);
    return m->word && m->mark;
}

static void release(machine *m)
{
    void *const all[] = {m->end, m->place, m->scalar, m->word, m->mark};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) free(all[i]);
}

/* Programs from *lo on, part after part side by side, as the entry of the text does it. */
static int run_form(machine *m, long *lo, long hi)
{
    int n = m->f->streams;
    long part = (hi - *lo) / n;
    for (long p = 0; p < part; p++) {
        for (int j = 0; j < n; j++) m->pid[j] = *lo + j * part + p;
        if (run(m, 1, m->f->n)) return -1;
    }
    *lo += n * part;
    return 0;
}

static int run_part(const ts_lane *f, const struct ts_lane_launch *l, long *lo, uint64_t *left,
                    ts_error *err)
{
    machine m = {.f = f, .l = l, .err = err, .left = *left};
    if (ts_lane_check(f, err)) return -1;
    if (f->lanes > TS_LANES_MOST || f->streams > 8)
        return ts_fail(err, "form %s: too large for this interpreter", f->k->name);
    long hi = 1;
    int bad = prepare(&m) ? run(&m, 1, f->head) : ts_fail(err, "out of memory");
    for (int a = 0; a < f->axes; a++) hi *= (long)m.grid[a];
    if (!bad) bad = run_form(&m, lo, hi);
    *left = m.left;
    release(&m);
    return bad ? -1 : 0;
}

int ts_lane_run(const ts_lane_pair *p, const struct ts_lane_launch *l, ts_error *err)
{
    uint64_t left = l->max_steps ? l->max_steps : UINT64_MAX;
    long lo = 0;
    if (p->many && run_part(p->many, l, &lo, &left, err)) return -1;
    return run_part(p->one, l, &lo, &left, err);
}

/* Programs can be walked side by side if they take the same way through the kernel. */
static bool one_way(const ts_plan *p)
{
    bool uniform = true;
    for (uint32_t i = 1; i < p->k->n; i++)
        uniform &= p->k->op[i].op != TS_loop_ || p->note[i].uniform;
    return uniform;
}

int ts_lane_pair_make(ts_lane_pair *p, const ts_kern *k, const ts_target *target, bool eager,
                      ts_error *err)
{
    *p = (ts_lane_pair){.plan = ts_plan_make(k, target, err)};
    if (!p->plan) return -1;
    int streams = eager && one_way(p->plan) ? ts_lane_traits_of(target)->streams
                                            : ts_lane_side_by_side(p->plan);
    if (streams > 1) p->many = ts_lane_lower(p->plan, streams, err);
    if (!ts_failed(err)) p->one = ts_lane_lower(p->plan, 1, err);
    return ts_failed(err) ? -1 : 0;
}

void ts_lane_pair_free(ts_lane_pair *p)
{
    ts_lane_free(p->many);
    ts_lane_free(p->one);
    ts_plan_free(p->plan);
    *p = (ts_lane_pair){0};
}
