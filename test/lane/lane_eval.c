/* lane_eval.c - what expressions of a lane form are, and what accesses touch (test/lane/lane_run.h). */
#include <stdarg.h>
#include <string.h>

#include "test/lane/lane_machine.h"

int ts_lane_wrong(const machine *m, const char *format, ...)
{
    char text[256];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    return ts_fail(m->err, "form %s, instruction %u (%s), program %ld: %s", m->f->k->name, m->v,
                   ts_l_op_name((ts_lop)m->f->i[m->v].op), m->pid[0], text);
}

int64_t ts_lane_where(const machine *m, ts_spot p)
{
    int64_t x = p.var ? m->var[p.var & 127] : 0;
    if (p.mul) x *= p.mul;
    if (p.plus) x += (int64_t)m->var[p.plus & 127] * (p.times ? p.times : 1);
    x = p.of == '/' ? x / p.add : p.of == '%' ? x % p.add : x + p.add;
    return p.by ? x / p.by : x;
}

int ts_lane_scalar_of(machine *m, uint32_t v, int64_t *out)
{
    value x;
    if (ts_lane_eval(m, v, &x)) return -1;
    *out = x.x;
    return 0;
}

/* ---- tiles and vectors that have a name ---- */

ts_layout ts_lane_layout(const machine *m, uint32_t name)
{
    const ts_linst *t = inst(m, name);
    if (t->op == TS_L_TILE) return m->f->layout[t->at];
    int slots = t->n ? (int)t->n : 1;
    return (ts_layout){1, slots * m->f->lanes, slots, false};
}

/* The first lane of a SLOT, or of a vector. */
size_t ts_lane_slot_at(const machine *m, const ts_linst *i)
{
    ts_layout y = ts_lane_layout(m, i->arg[0]);
    int64_t n = ts_lane_where(m, i->col) + (i->flag ? 0 : ts_lane_where(m, i->row) * y.slots);
    return m->place[i->arg[0]] + (size_t)n * (size_t)m->f->lanes;
}

/* The lane that holds an ELEMENT, FIRST or LANE. */
static size_t element_at(const machine *m, const ts_linst *i)
{
    ts_layout y = ts_lane_layout(m, i->arg[0]);
    bool down = y.column || i->op == TS_L_LANE, matrix = inst(m, i->arg[0])->n == 2 && !down;
    size_t at = m->place[i->arg[0]];
    if (i->op == TS_L_FIRST) return at;
    if (matrix) at += (size_t)(ts_lane_where(m, i->row) * y.slots) * (size_t)m->f->lanes;
    return at + (size_t)ts_lane_where(m, down ? i->row : i->col);
}

static int read_lanes(const machine *m, size_t at, value *out)
{
    out->beyond = 0;
    for (int e = 0; e < m->f->lanes; e++) {
        if (m->mark[at + (size_t)e] == UNSET) return ts_lane_wrong(m, "lane %d is read unset", e);
        if (m->mark[at + (size_t)e] == BEYOND) out->beyond |= 1ull << e;
        out->w[e] = m->word[at + (size_t)e];
    }
    return 0;
}

void ts_lane_write(machine *m, size_t at, const value *x)
{
    for (int e = 0; e < m->f->lanes; e++) {
        m->word[at + (size_t)e] = x->w[e];
        m->mark[at + (size_t)e] = x->beyond >> e & 1 ? BEYOND : SET;
    }
}

/* Lanes of a slot beyond the tile's width are beyond, whatever was put there. */
static int read_slot(const machine *m, const ts_linst *i, value *out)
{
    ts_layout y = ts_lane_layout(m, i->arg[0]);
    size_t at = ts_lane_slot_at(m, i), first = at - m->place[i->arg[0]];
    int col = (int)(first / (size_t)m->f->lanes % (size_t)y.slots) * m->f->lanes;
    if (read_lanes(m, at, out)) return -1;
    for (int e = 0; e < m->f->lanes; e++)
        if (col + e >= y.cols) out->beyond |= 1ull << e;
    return 0;
}

static int read_element(const machine *m, const ts_linst *i, value *out)
{
    size_t at = element_at(m, i);
    if (m->mark[at] == UNSET) return ts_lane_wrong(m, "an element is read unset");
    out->x = extended(i->type, m->word[at]);
    return 0;
}

static int read_name(const machine *m, uint32_t v, value *out)
{
    const ts_linst *i = inst(m, v);
    if (i->vector) return read_lanes(m, m->place[v], out);
    if (m->mark[m->place[v]] == UNSET) return ts_lane_wrong(m, "%%%u is read unset", v);
    out->x = m->scalar[v];
    return 0;
}

/* ---- memory ---- */

typedef struct place {
    const ts_linst *param;
    bool along;               /* there is an index along the lanes */
    int64_t offset, row, col; /* indices of lane 0 in its view */
    int64_t row_stride, stride, row_lo, row_hi, lo, hi;
} place;

static int locate(machine *m, const ts_linst *i, place *p)
{
    const ts_laccess *a = &m->f->access[i->at];
    *p = (place){.param = inst(m, a->param), .along = a->col.stride, .row_hi = 1};
    bool bad = ts_lane_scalar_of(m, a->offset, &p->offset);
    if (a->lie != TS_LINE || !p->along)
        bad = bad || (a->row.base && ts_lane_scalar_of(m, a->row.base, &p->row)) ||
              ts_lane_scalar_of(m, a->row.stride, &p->row_stride) ||
              ts_lane_scalar_of(m, a->row.lo, &p->row_lo) ||
              ts_lane_scalar_of(m, a->row.hi, &p->row_hi);
    if (p->along)
        bad = bad || ts_lane_scalar_of(m, a->col.base, &p->col) ||
              ts_lane_scalar_of(m, a->col.stride, &p->stride) ||
              ts_lane_scalar_of(m, a->col.lo, &p->lo) || ts_lane_scalar_of(m, a->col.hi, &p->hi);
    if (a->lie == TS_MATRIX) p->row += ts_lane_where(m, i->row);
    return bad ? -1 : 0;
}

/* Element (row, col) of the view: its number in the buffer, -1 where a mask leaves it out, or -2 with
 * the error. */
static int64_t touch(const machine *m, const ts_linst *i, const place *p, int64_t row, int64_t col)
{
    bool in_row = row >= p->row_lo && row < p->row_hi;
    bool in_col = !p->along || (col >= p->lo && col < p->hi);
    if ((!in_row && i->mask & TS_MASK_ROW) || (!in_col && i->mask & TS_MASK_RANGE)) return -1;
    if (!in_row || !in_col)
        return ts_lane_wrong(m, "element (%lld, %lld) has no mask and is outside of its view",
                             (long long)row, (long long)col) -
               1;
    int64_t n = p->offset + row * p->row_stride + col * p->stride;
    int64_t all = (int64_t)(m->l->bytes[p->param->n] * 8 / (size_t)ts_dtypes[i->type].bits);
    if (n >= 0 && n < all) return n;
    return ts_lane_wrong(m, "element %lld of %lld in %s", (long long)n, (long long)all,
                         p->param->name) -
           1;
}

static bool is_beyond(const machine *m, const ts_linst *i, int e)
{
    return ts_lane_where(m, i->col) * m->f->lanes + e >= m->f->access[i->at].width;
}

static int load(machine *m, const ts_linst *i, value *out)
{
    place p;
    if (locate(m, i, &p)) return -1;
    *out = (value){0};
    p.col += ts_lane_where(m, i->col) * m->f->lanes;
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

int ts_lane_pick(machine *m, const ts_linst *i, value *out)
{
    place p;
    if (locate(m, i, &p)) return -1;
    if (i->op == TS_L_PICK) p.col += ts_lane_where(m, i->col);
    int64_t n = touch(m, i, &p, p.row, p.col);
    const void *from = m->l->buffer[p.param->n];
    out->x = n < 0 ? 0 : extended(i->type, ts_fetch((ts_dtype)i->type, from, (size_t)n));
    return n < -1 ? -1 : 0;
}

static int store(machine *m, const ts_linst *i)
{
    place p;
    value x;
    if (locate(m, i, &p) || ts_lane_eval(m, i->arg[0], &x)) return -1;
    p.col += ts_lane_where(m, i->col) * m->f->lanes;
    for (int e = 0; e < m->f->lanes; e++) {
        if (is_beyond(m, i, e) && i->mask & TS_MASK_TAIL) continue;
        if (x.beyond >> e & 1) return ts_lane_wrong(m, "lane %d is beyond its tile", e);
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
    if (locate(m, i, &p) || ts_lane_scalar_of(m, i->arg[0], &x)) return -1;
    int64_t n = touch(m, i, &p, p.row, p.col);
    if (n >= 0) ts_place((ts_dtype)i->type, m->l->buffer[p.param->n], (size_t)n, (uint32_t)x);
    return n < -1 ? -1 : 0;
}

void ts_lane_write_element(machine *m, const ts_linst *to, int64_t x)
{
    m->word[element_at(m, to)] = (uint32_t)x;
    m->mark[element_at(m, to)] = SET;
}

static int jump(machine *m, const ts_linst *i)
{
    place p;
    int64_t row, x;
    if (locate(m, i, &p) || ts_lane_scalar_of(m, i->arg[1], &row)) return -1;
    if (m->f->access[i->at].lie == TS_MATRIX) p.col += ts_lane_where(m, i->col);
    int64_t n = touch(m, i, &p, row, p.col);
    void *at = m->l->buffer[p.param->n];
    ts_dtype type = (ts_dtype)i->type;
    if (n < 0) return n < -1 ? -1 : 0;
    if (i->op == TS_L_GATHER)
        ts_lane_write_element(m, inst(m, i->arg[0]), (int64_t)ts_fetch(type, at, (size_t)n));
    else if (ts_lane_scalar_of(m, i->arg[0], &x))
        return -1;
    else
        ts_place(type, at, (size_t)n, (uint32_t)x);
    return 0;
}

int ts_lane_access(machine *m, const ts_linst *i)
{
    switch ((ts_lop)i->op) {
    case TS_L_STORE: return store(m, i);
    case TS_L_STORE1: return store1(m, i);
    case TS_L_PREFETCH: return locate(m, i, &(place){0});
    default: return jump(m, i);
    }
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
        if (i->arg[a] && ts_lane_eval(m, i->arg[a], &x[a])) return -1;
    uint32_t one[3] = {(uint32_t)x[0].x, (uint32_t)x[1].x, (uint32_t)x[2].x};
    out->x = i->vector ? 0 : extended(i->type, computed(m, i, one));
    out->beyond = x[0].beyond | x[1].beyond | x[2].beyond;
    for (int e = 0; i->vector && e < m->f->lanes; e++) {
        uint32_t lane[3] = {x[0].w[e], x[1].w[e], x[2].w[e]};
        out->w[e] = computed(m, i, lane);
    }
    return 0;
}

static int pair(machine *m, const ts_linst *i, value *out)
{
    value high;
    if (ts_lane_eval(m, i->arg[0], out) || ts_lane_eval(m, i->arg[1], &high)) return -1;
    for (int e = 0; e < m->f->lanes; e++) out->w[e] = (out->w[e] & 0xffff) | high.w[e] << 16;
    out->beyond |= high.beyond;
    return 0;
}

static int pair_sum(machine *m, const ts_linst *i, value *out)
{
    value x[2];
    if (ts_lane_eval(m, i->arg[0], out)) return -1;
    for (int a = 0; a < 2; a++)
        if (ts_lane_eval(m, i->arg[1 + a], &x[a])) return -1;
    for (int e = 0; e < m->f->lanes; e++) {
        uint32_t both[3] = {x[0].w[e], x[1].w[e], 0};
        if (i->elem == TS_dot4_ && both[0] & 0x80808080u)
            return ts_lane_wrong(m, "a byte of 128 or more");
        out->w[e] += ts_lane_elem((ts_opcode)i->elem, TS_i32, both);
    }
    out->beyond |= x[0].beyond | x[1].beyond;
    return 0;
}

/* Numbers in bf16 of the one and, behind them, the other: two to a word. */
static int words(machine *m, const ts_linst *i, value *out)
{
    value half[2];
    int lanes = m->f->lanes, down = inst(m, i->arg[0])->type == TS_f32 ? 16 : 0;
    if (ts_lane_eval(m, i->arg[0], &half[0]) || ts_lane_eval(m, i->arg[1], &half[1])) return -1;
    *out = (value){0};
    for (int e = 0; e < 2 * lanes; e++) {
        const value *x = &half[e / lanes];
        out->w[e / 2] |= (x->w[e % lanes] >> down & 0xffff) << 16 * (e % 2);
        out->beyond |= (x->beyond >> e % lanes & 1) << e / 2;
    }
    return 0;
}

/* The same, those of the one above those of the other. */
static int join(machine *m, const ts_linst *i, value *out)
{
    value low, high;
    int down = inst(m, i->arg[0])->type == TS_f32 ? 16 : 0;
    if (ts_lane_eval(m, i->arg[0], &low) || ts_lane_eval(m, i->arg[1], &high)) return -1;
    *out = (value){.beyond = low.beyond | high.beyond};
    for (int e = 0; e < m->f->lanes; e++)
        out->w[e] = (low.w[e] >> down & 0xffff) | (high.w[e] >> down & 0xffff) << 16;
    return 0;
}

static int rest(machine *m, const ts_linst *i, value *out)
{
    if (ts_lane_eval(m, i->arg[0], out)) return -1;
    for (int e = 0; e < m->f->lanes; e++) {
        uint32_t x = out->w[e], upper = x & 0xffff0000u;
        float a, b;
        memcpy(&a, &x, sizeof a);
        memcpy(&b, &upper, sizeof b);
        a -= b;
        memcpy(&out->w[e], &a, sizeof a);
    }
    return 0;
}

static int spread(machine *m, const ts_linst *i, value *out)
{
    value from;
    int lanes = m->f->lanes, n = (int)i->n;
    int64_t first = ts_lane_where(m, i->col) % n * lanes;
    if (ts_lane_eval(m, i->arg[0], &from)) return -1;
    *out = (value){0};
    for (int e = 0; e < lanes; e++) {
        size_t at = (size_t)(first + e) / (size_t)n;
        out->w[e] = from.w[at];
        out->beyond |= (from.beyond >> at & 1) << e;
    }
    return 0;
}

static int keep(machine *m, const ts_linst *i, value *out)
{
    value rest = {0};
    if (ts_lane_eval(m, i->arg[0], out) || (i->arg[1] && ts_lane_eval(m, i->arg[1], &rest)))
        return -1;
    for (int e = 0; e < m->f->lanes; e++) {
        if (ts_lane_where(m, i->col) * m->f->lanes + e < i->n) continue;
        out->w[e] = rest.w[e];
        out->beyond &= ~(1ull << e);
    }
    return 0;
}

static int folded(const machine *m, const ts_linst *i, value *v, uint32_t *out)
{
    if (v->beyond)
        return ts_lane_wrong(m, "lanes beyond the tile are folded in (%llx)",
                             (unsigned long long)v->beyond);
    for (int n = m->f->lanes / 2; n; n /= 2)
        for (int e = 0; e < n; e++) {
            uint32_t x[3] = {v->w[e], v->w[e + n], 0};
            v->w[e] = ts_lane_elem((ts_opcode)i->elem, (ts_dtype)i->type, x);
        }
    *out = v->w[0];
    return 0;
}

static int fold(machine *m, const ts_linst *i, value *out)
{
    value v;
    uint32_t x;
    if (ts_lane_eval(m, i->arg[0], &v) || folded(m, i, &v, &x)) return -1;
    out->x = extended(i->type, x);
    return 0;
}

static int folds(const machine *m, const ts_linst *i, value *out)
{
    size_t lanes = (size_t)m->f->lanes, first = (size_t)ts_lane_where(m, i->col);
    out->beyond = 0;
    for (size_t e = 0; e < lanes; e++) {
        value v;
        if (read_lanes(m, m->place[i->arg[0]] + (first + e) * lanes, &v)) return -1;
        if (folded(m, i, &v, &out->w[e])) return -1;
    }
    return 0;
}

static int splat(machine *m, const ts_linst *i, value *out)
{
    int64_t x;
    if (ts_lane_scalar_of(m, i->arg[0], &x)) return -1;
    for (int e = 0; e < m->f->lanes; e++) out->w[e] = (uint32_t)x;
    out->beyond = 0;
    return 0;
}

static void iota(const machine *m, const ts_linst *i, value *out)
{
    for (int e = 0; e < m->f->lanes; e++)
        out->w[e] = (uint32_t)(ts_lane_where(m, i->col) * m->f->lanes + e);
    out->beyond = 0;
}

static int64_t constant(const ts_linst *i)
{
    float f = (float)i->value;
    uint32_t u;
    memcpy(&u, &f, 4);
    return i->type == TS_f32 ? (int64_t)u : (int64_t)i->value;
}

int ts_lane_eval(machine *m, uint32_t v, value *out)
{
    const ts_linst *i = inst(m, v);
    switch ((ts_lop)i->op) {
    case TS_L_CONST: out->x = constant(i); return 0;
    case TS_L_LONG: out->x = i->n; return 0;
    case TS_L_IDENTITY:
        out->x = extended(i->type, ts_lane_identity((ts_opcode)i->elem, (ts_dtype)i->type));
        return 0;
    case TS_L_INDEX: out->x = ts_lane_where(m, i->col); return 0;
    case TS_L_SLOT: return read_slot(m, i, out);
    case TS_L_ELEMENT:
    case TS_L_FIRST:
    case TS_L_LANE: return read_element(m, i, out);
    case TS_L_SPLAT: return splat(m, i, out);
    case TS_L_IOTA: iota(m, i, out); return 0;
    case TS_L_LOAD: return load(m, i, out);
    case TS_L_PICK:
    case TS_L_LOAD1: return ts_lane_pick(m, i, out);
    case TS_L_PAIR: return pair(m, i, out);
    case TS_L_PAIRSUM: return pair_sum(m, i, out);
    case TS_L_WORDS: return words(m, i, out);
    case TS_L_JOIN: return join(m, i, out);
    case TS_L_REST: return rest(m, i, out);
    case TS_L_SPREAD: return spread(m, i, out);
    case TS_L_KEEP: return keep(m, i, out);
    case TS_L_FOLD: return fold(m, i, out);
    case TS_L_FOLDS: return folds(m, i, out);
    case TS_L_ELEM:
    case TS_L_SELECT:
    case TS_L_CAST:
    case TS_L_BITS: return combine(m, i, out);
    default: return read_name(m, v, out);
    }
}
