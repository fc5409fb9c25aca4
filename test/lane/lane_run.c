/* lane_run.c - the interpreter of the lane form (test/lane/lane_run.h): names, statements, programs. */
#include <stdlib.h>
#include <string.h>

#include "lane/lower.h"
#include "test/lane/lane_machine.h"

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
        if (i->arg[a] && ts_lane_scalar_of(m, i->arg[a], &x[a])) return -1;
    if (i->op == TS_L_GRID) m->grid[i->at] = x[0] > 0 ? (x[0] + i->n - 1) / i->n : 0;
    m->scalar[m->v] = named(m, i, x);
    m->mark[m->place[m->v]] = i->op == TS_L_CELL ? UNSET : SET;
    return 0;
}

/* TILE, or a LOCAL of vectors. */
static int vectors(machine *m, const ts_linst *i)
{
    ts_layout y = ts_lane_layout(m, m->v);
    size_t n = (size_t)y.rows * (size_t)y.slots * (size_t)m->f->lanes, at = m->place[m->v];
    bool zero = i->op == TS_L_TILE ? i->flag : !i->n && !i->arg[0];
    value x;
    memset(m->word + at, 0, n * sizeof *m->word);
    memset(m->mark + at, zero ? SET : UNSET, n);
    if (i->op == TS_L_TILE || !i->arg[0]) return 0;
    if (ts_lane_eval(m, i->arg[0], &x)) return -1;
    ts_lane_write(m, at, &x);
    return 0;
}

/* ---- statements ---- */

static int put(machine *m, uint32_t to, const value *x)
{
    const ts_linst *i = inst(m, to);
    if (i->op == TS_L_SLOT)
        ts_lane_write(m, ts_lane_slot_at(m, i), x);
    else if (i->op == TS_L_ELEMENT)
        ts_lane_write_element(m, i, x->x);
    else if (i->vector)
        ts_lane_write(m, m->place[to], x);
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
    if (ts_lane_eval(m, i->arg[1], &x) || (i->arg[2] && ts_lane_eval(m, i->arg[2], &y))) return -1;
    if (i->arg[2]) pairwise(m, TS_add_, inst(m, i->arg[0]), &x, &y);
    return put(m, i->arg[0], &x);
}

static int add(machine *m, const ts_linst *i)
{
    value to, x, y;
    const ts_linst *t = inst(m, i->arg[0]);
    if (ts_lane_eval(m, i->arg[0], &to) || ts_lane_eval(m, i->arg[1], &x)) return -1;
    if (i->arg[2] && ts_lane_eval(m, i->arg[2], &y)) return -1;
    if (i->arg[2]) pairwise(m, TS_mul_, t, &x, &y);
    pairwise(m, TS_add_, t, &to, &x);
    return put(m, i->arg[0], &to);
}

static int multiply_add(machine *m, const ts_linst *i)
{
    value to, x, y;
    const ts_linst *t = inst(m, i->arg[0]);
    if (ts_lane_eval(m, i->arg[0], &to) || ts_lane_eval(m, i->arg[1], &x) ||
        ts_lane_eval(m, i->arg[2], &y))
        return -1;
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

static int pair_add(machine *m, const ts_linst *i)
{
    value to, x, y;
    if (ts_lane_eval(m, i->arg[0], &to) || ts_lane_eval(m, i->arg[1], &x) ||
        ts_lane_eval(m, i->arg[2], &y))
        return -1;
    for (int e = 0; e < m->f->lanes; e++) {
        int low = (int16_t)x.w[e] * (int16_t)y.w[e];
        int high = (int16_t)(x.w[e] >> 16) * (int16_t)(y.w[e] >> 16);
        to.w[e] += (uint32_t)low + (uint32_t)high;
    }
    to.beyond |= x.beyond | y.beyond;
    return put(m, i->arg[0], &to);
}

/* Words and marks are mirrored at the diagonal. */
static int turn(machine *m, const ts_linst *i)
{
    size_t at = m->place[i->arg[0]], n = (size_t)m->f->lanes;
    for (size_t r = 0; r < n; r++)
        for (size_t e = 0; e < n; e++)
            if (m->mark[at + r * n + e] == UNSET)
                return ts_lane_wrong(m, "lane %zu of vector %zu is read unset", e, r);
    for (size_t r = 0; r < n; r++)
        for (size_t e = 0; e < r; e++) {
            size_t a = at + r * n + e, b = at + e * n + r;
            uint32_t word = m->word[a];
            uint8_t mark = m->mark[a];
            m->word[a] = m->word[b], m->mark[a] = m->mark[b];
            m->word[b] = word, m->mark[b] = mark;
        }
    return 0;
}

static float bf16_of(const machine *m, size_t first, int k)
{
    uint32_t x = m->word[first + (size_t)k / 2] >> 16 * (k % 2) << 16;
    float f;
    memcpy(&f, &x, sizeof f);
    return f;
}

/* Number k of row r of what squares of rows hold; of squares that were turned rows are lanes. */
static float cut_number(const machine *m, uint32_t tile, int pieces, int r, int k, int piece,
                        bool turned)
{
    size_t slots = (size_t)ts_lane_layout(m, tile).slots;
    size_t square = (size_t)r / 16 * slots + (size_t)((k / 32 * pieces + piece) * 16);
    size_t at = m->place[tile];
    if (!turned) return bf16_of(m, at + (square + (size_t)r % 16) * 16, k % 32);
    return bf16_of(m, at + (square + (size_t)k % 32 / 2) * 16 + (size_t)r % 16, k % 2);
}

static int all_set(const machine *m, uint32_t tile)
{
    ts_layout y = ts_lane_layout(m, tile);
    for (size_t e = 0; e < (size_t)y.rows * (size_t)y.slots * 16; e++)
        if (m->mark[m->place[tile] + e] != SET)
            return ts_lane_wrong(m, "lane %zu is unset or beyond", e);
    return 0;
}

/* By elements; a unit adds in another order, but to one that leaves out no element. */
static int unit(machine *m, const ts_linst *i)
{
    ts_layout c = ts_lane_layout(m, i->arg[0]);
    int pa = (int)i->n, pb = (int)i->at;
    int deep = ts_lane_layout(m, i->arg[1]).slots / (16 * pa) * 32;
    if (all_set(m, i->arg[1]) || all_set(m, i->arg[2])) return -1;
    for (int r = 0; r < c.rows; r++)
        for (int n = 0; n < c.slots * 16; n++) {
            size_t at = m->place[i->arg[0]] + (size_t)(r * c.slots * 16 + n);
            float sum = 0;
            if (i->flag) memcpy(&sum, &m->word[at], sizeof sum);
            for (int k = 0; k < deep; k++)
                for (int a = 0; a < pa; a++)
                    for (int b = 0; b < pb && a + b < 3; b++)
                        sum += cut_number(m, i->arg[1], pa, r, k, a, false) *
                               cut_number(m, i->arg[2], pb, n, k, b, true);
            memcpy(&m->word[at], &sum, sizeof sum);
            m->mark[at] = SET;
        }
    return 0;
}

/* Number k of row r of what FEW reads in place or cut. */
static int few_number(machine *m, const ts_linst *i, int r, int k, int piece, float *x)
{
    const ts_linst *from = inst(m, i->arg[2]);
    if (from->op != TS_L_ADDRESS) {
        *x = cut_number(m, i->arg[2], (int)i->at, r, k, piece, false);
        return 0;
    }
    ts_linst one = *from;
    one.op = TS_L_PICK;
    one.row = ts_spot_at(r), one.col = ts_spot_at(k);
    value v;
    if (ts_lane_pick(m, &one, &v)) return -1;
    uint32_t word = (uint32_t)v.x << 16;
    memcpy(x, &word, sizeof *x);
    return 0;
}

static float few_piece(const machine *m, const ts_linst *i, int rows, int r, int k, int piece)
{
    int lane = piece * rows + r, beside = (rows * (int)i->n + 15) / 16;
    size_t square = (size_t)(k / 32 * beside + lane / 16) * 16;
    size_t at = m->place[i->arg[1]] + (square + (size_t)k % 32 / 2) * 16;
    return bf16_of(m, at + (size_t)lane % 16, k % 2);
}

/* Element (r, n) of what FEW makes, without what is there before. */
static int few_sum(machine *m, const ts_linst *i, int r, int n, int deep, float *sum)
{
    int rows = ts_lane_layout(m, i->arg[0]).rows;
    *sum = 0;
    for (int k = 0; k < deep; k++)
        for (int b = 0; b < (int)i->at; b++) {
            float x;
            if (few_number(m, i, n, k, b, &x)) return -1;
            for (int a = 0; a < (int)i->n; a++) *sum += few_piece(m, i, rows, r, k, a) * x;
        }
    return 0;
}

static int few(machine *m, const ts_linst *i)
{
    ts_layout c = ts_lane_layout(m, i->arg[0]);
    int beside = (c.rows * (int)i->n + 15) / 16;
    int deep = ts_lane_layout(m, i->arg[1]).slots / (16 * beside) * 32;
    bool cut = inst(m, i->arg[2])->op != TS_L_ADDRESS;
    if (all_set(m, i->arg[1]) || (cut && all_set(m, i->arg[2]))) return -1;
    for (int r = 0; r < c.rows; r++)
        for (int n = 0; n < c.slots * 16; n++) {
            size_t at = m->place[i->arg[0]] + (size_t)(r * c.slots * 16 + n);
            float sum, before = 0;
            if (few_sum(m, i, r, n, deep, &sum)) return -1;
            if (i->flag) memcpy(&before, &m->word[at], sizeof before);
            sum += before;
            memcpy(&m->word[at], &sum, sizeof sum);
            m->mark[at] = SET;
        }
    return 0;
}

/* Element (r, n) of what PASS makes, without what is there before. */
static int pass_sum(machine *m, const ts_linst *i, int r, int n, int deep, float *sum)
{
    int pa = (int)i->n, pb = (int)i->at;
    *sum = 0;
    for (int k = 0; k < deep; k++)
        for (int b = 0; b < pb; b++) {
            float x;
            if (few_number(m, i, n, k, b, &x)) return -1;
            for (int a = 0; a < pa && a + b < 3; a++)
                *sum += cut_number(m, i->arg[1], pa, r, k, a, true) * x;
            if (i->arg[3] && !b) *sum += cut_number(m, i->arg[3], 1, r, k, 0, true) * x;
        }
    return 0;
}

/* Rows from `live` on must be zeros, and are not computed. */
static int pass(machine *m, const ts_linst *i)
{
    ts_layout c = ts_lane_layout(m, i->arg[0]);
    int deep = ts_lane_layout(m, i->arg[1]).slots / (16 * (int)i->n) * 32;
    bool cut = inst(m, i->arg[2])->op != TS_L_ADDRESS;
    int64_t live;
    if (ts_lane_scalar_of(m, i->arg[4], &live) || all_set(m, i->arg[1])) return -1;
    if ((cut && all_set(m, i->arg[2])) || (i->arg[3] && all_set(m, i->arg[3]))) return -1;
    for (int r = 0; r < c.rows; r++)
        for (int n = 0; n < c.slots * 16; n++) {
            size_t at = m->place[i->arg[0]] + (size_t)(r * c.slots * 16 + n);
            float sum, before = 0;
            if (pass_sum(m, i, r, n, deep, &sum)) return -1;
            if (r >= live && sum != 0) return ts_lane_wrong(m, "row %d is not there", r);
            if (i->flag) memcpy(&before, &m->word[at], sizeof before);
            sum += before;
            memcpy(&m->word[at], &sum, sizeof sum);
            m->mark[at] = SET;
        }
    return 0;
}

static int run(machine *m, uint32_t from, uint32_t to);

static int loop(machine *m, uint32_t v)
{
    const ts_linst *i = inst(m, v);
    int64_t *at = &m->scalar[i->arg[0]], below;
    m->v = v;
    if (ts_lane_scalar_of(m, i->arg[1], &below)) return -1;
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
    if (!m->left--) return ts_lane_wrong(m, "step limit");
    if (i->op == TS_L_TILE || (i->op == TS_L_LOCAL && (i->vector || i->n))) return vectors(m, i);
    switch ((ts_lop)i->op) {
    case TS_L_SET: return set(m, i);
    case TS_L_ADD: return add(m, i);
    case TS_L_MULADD: return multiply_add(m, i);
    case TS_L_PAIRADD: return pair_add(m, i);
    case TS_L_TURN: return turn(m, i);
    case TS_L_UNIT: return unit(m, i);
    case TS_L_FEW: return few(m, i);
    case TS_L_PASS: return pass(m, i);
    case TS_L_STORE:
    case TS_L_STORE1:
    case TS_L_GATHER:
    case TS_L_SCATTER:
    case TS_L_PREFETCH: return ts_lane_access(m, i);
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
    ts_layout y = ts_lane_layout(m, v);
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
