/* view.c - memory: views, loads, stores, gathers and scatters of the SIMT form.
 *
 * A view is an element offset, strides and ranges of valid indices, in i32 values. Wrapping 32-bit
 * arithmetic is exact here: lo >= 0 and tile coordinates are >= 0, so an index that wrapped is
 * negative and fails the test, and an offset counts only where all tests passed. A load that may be
 * outside reads element 0 instead and then drops it; buffers always have one (rt/driver.h). */
#include "simt/lower.h"

/* ---- powers of two that divide ---- */

enum { ANY_POWER = 64 };

static int power_of(int64_t x)
{
    if (x == 0) return ANY_POWER;
    int64_t p = x & -x;
    return p > ANY_POWER ? ANY_POWER : (int)p;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int divides(const ts_lower *l, uint32_t id)
{
    return l->power[id];
}

static int power(const ts_lower *l, const ts_op *o)
{
    int a = divides(l, o->arg[0]), b = divides(l, o->arg[1]);
    switch (o->op) {
    case TS_const_: return power_of((int64_t)o->value);
    case TS_program_: return power_of(o->step);
    case TS_loop_: return least(a, power_of(o->step));
    case TS_add_:
    case TS_sub_:
    case TS_min_:
    case TS_max_: return least(a, b);
    case TS_mul_: return least(ANY_POWER, a * b);
    default: return 1;
    }
}

void ts_low_powers(ts_lower *l)
{
    for (uint32_t i = 1; i < l->k->n; i++) {
        const ts_op *o = &l->k->op[i];
        l->power[i] = o->dtype == TS_i32 && !o->rank ? (unsigned char)power(l, o) : 1;
    }
}

static int divides_stride(const ts_lower *l, uint32_t stride)
{
    double x;
    return ts_s_is(l->s, stride, &x) ? power_of((int64_t)x) : 1;
}

/* ---- offsets ---- */

/* How many elements lie before the index-th along a stride. */
static uint32_t times(ts_lower *l, uint32_t index, uint32_t stride)
{
    if (ts_s_type(l->s, stride) == TS_U64) index = ts_s_long(l->s, index);
    return ts_s_op(l->s, TS_mul_, index, stride, 0);
}

static uint32_t like(ts_lower *l, uint32_t offset, int x)
{
    uint32_t v = ts_s_i32(l->s, x);
    return ts_s_type(l->s, offset) == TS_U64 ? ts_s_long(l->s, v) : v;
}

static uint32_t plus(ts_lower *l, uint32_t offset, int x)
{
    return ts_s_op(l->s, TS_add_, offset, like(l, offset, x), 0);
}

static uint32_t shifted(ts_lower *l, uint32_t offset, int by)
{
    return ts_s_op(l->s, TS_shr_, offset, like(l, offset, by), 0);
}

/* ---- views ---- */

static void view_param(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_window *v = &l->view[id];
    bool far = l->s->param[l->number[id]].far;
    uint32_t stride = ts_s_i32(l->s, 1);
    if (far) stride = ts_s_long(l->s, stride);
    *v = (ts_window){.param = l->number[id], .rank = o->rank, .dtype = o->dtype};
    v->offset = like(l, stride, 0);
    v->aligned = ANY_POWER;
    for (int d = o->rank - 1; d >= 0; d--) {
        v->stride[d] = stride;
        v->lo[d] = ts_s_i32(l->s, 0);
        v->hi[d] = ts_low_scalar(l, o->arg[d]);
        stride = ts_s_op(l->s, TS_mul_, stride, far ? ts_s_long(l->s, v->hi[d]) : v->hi[d], 0);
    }
}

static void move(ts_lower *l, ts_window *v, uint32_t index, int d)
{
    uint32_t by = times(l, ts_low_scalar(l, index), v->stride[d]);
    v->offset = ts_s_op(l->s, TS_add_, v->offset, by, 0);
    int step = divides(l, index) * divides_stride(l, v->stride[d]);
    v->aligned = least(v->aligned, least(step, ANY_POWER));
}

/* lo <= i < hi as a b1 value. */
static uint32_t within(ts_lower *l, uint32_t i, uint32_t lo, uint32_t hi)
{
    uint32_t above = ts_s_op(l->s, TS_le_, lo, i, 0), below = ts_s_op(l->s, TS_lt_, i, hi, 0);
    return ts_s_op(l->s, TS_and_, above, below, 0);
}

static uint32_t both(ts_lower *l, uint32_t a, uint32_t b)
{
    if (!a || !b) return a ? a : b;
    return ts_s_op(l->s, TS_and_, a, b, 0);
}

/* A row that is not there leaves no valid index. */
static void view_row(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_window up = l->view[o->arg[0]], *v = &l->view[id];
    uint32_t index = ts_low_scalar(l, o->arg[1]);
    bool proven = ts_inside(l->plan, o->arg[0], 0, o->arg[1], 1);
    uint32_t there = proven ? 0 : within(l, index, up.lo[0], up.hi[0]);
    move(l, &up, o->arg[1], 0);
    *v = up;
    v->rank--;
    for (int d = 0; d < v->rank; d++) {
        v->stride[d] = up.stride[d + 1];
        v->lo[d] = up.lo[d + 1];
        v->hi[d] = up.hi[d + 1];
        if (there && d == 0) v->hi[d] = ts_s_select(l->s, there, v->hi[d], ts_s_i32(l->s, 0));
    }
}

/* Least i >= 0 with start + i * step >= x, for x >= 0; in unsigned arithmetic, since x - start may
 * take 32 bits. */
static uint32_t first_at(ts_lower *l, uint32_t x, uint32_t start, int step)
{
    ts_simt *s = l->s;
    double zero;
    if (step == 1 && ts_s_is(s, start, &zero) && zero == 0) return x;
    uint32_t d = ts_s_op(s, TS_sub_, ts_s_bits(s, TS_u32, x), ts_s_bits(s, TS_u32, start), 0);
    uint32_t one = ts_s_u32(s, 1);
    uint32_t n =
        ts_s_op(s, TS_div_, ts_s_op(s, TS_sub_, d, one, 0), ts_s_u32(s, (uint32_t)step), 0);
    n = ts_s_op(s, TS_add_, n, one, 0);
    n = ts_s_bits(s, TS_i32, ts_s_op(s, TS_min_, n, ts_s_u32(s, INT32_MAX), 0));
    return ts_s_select(s, ts_s_op(s, TS_lt_, start, x, 0), n, ts_s_i32(s, 0));
}

static void view_part(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_window *v = &l->view[id];
    int d = o->axis;
    *v = l->view[o->arg[0]];
    uint32_t start = ts_low_scalar(l, o->arg[1]), count = ts_low_scalar(l, o->arg[2]);
    ts_bound b = ts_bound_of(l->plan, o->arg[1]);
    double zero;
    bool from_start = ts_s_is(l->s, v->lo[d], &zero) && zero == 0 && b.has_lo && b.lo >= 0;
    if (!from_start) v->lo[d] = first_at(l, v->lo[d], start, o->step);
    v->hi[d] = ts_s_op(l->s, TS_min_, count, first_at(l, v->hi[d], start, o->step), 0);
    move(l, v, o->arg[1], d);
    v->stride[d] = ts_s_op(l->s, TS_mul_, v->stride[d], like(l, v->stride[d], o->step), 0);
}

static void swap(uint32_t *a, uint32_t *b)
{
    uint32_t t = *a;
    *a = *b;
    *b = t;
}

void ts_low_view(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_window *v = &l->view[id];
    switch (o->op) {
    case TS_param_: view_param(l, id); break;
    case TS_row_: view_row(l, id); break;
    case TS_part_: view_part(l, id); break;
    default:
        *v = l->view[o->arg[0]];
        swap(&v->stride[v->rank - 2], &v->stride[v->rank - 1]);
        swap(&v->lo[v->rank - 2], &v->lo[v->rank - 1]);
        swap(&v->hi[v->rank - 2], &v->hi[v->rank - 1]);
        break;
    }
}

/* ---- one element of memory ---- */

typedef struct spot {
    uint32_t offset; /* in elements */
    uint32_t valid;  /* b1; 0: certainly */
} spot;

static spot step_to(ts_lower *l, const ts_window *v, spot at, int d, uint32_t index, bool proven)
{
    if (!proven) at.valid = both(l, at.valid, within(l, index, v->lo[d], v->hi[d]));
    uint32_t by = times(l, index, v->stride[d]);
    at.offset = ts_s_op(l->s, TS_add_, at.offset, by, 0);
    return at;
}

/* Element e of a tile that is loaded from, or stored to, indices index[] of a view. */
static spot locate(ts_lower *l, uint32_t view, const uint32_t *index, const ts_op *tile,
                   ts_element e)
{
    const ts_window *v = &l->view[view];
    spot at = {v->offset, 0};
    for (int d = 0; d < v->rank; d++) {
        uint32_t i = ts_low_scalar(l, index[d]);
        bool row = v->rank == 2 && d == 0;
        int width = tile->rank == 0 ? 1 : tile->dim[v->rank == 2 ? d : 0];
        if (tile->rank) i = ts_s_op(l->s, TS_add_, i, row ? e.row : e.col, 0);
        at = step_to(l, v, at, d, i, ts_inside(l->plan, view, d, index[d], width));
    }
    return at;
}

static int bits(ts_dtype t)
{
    return ts_dtypes[t].bits;
}

/* Two elements of 4 bits in a byte, the even one low. */
static uint32_t nibble_shift(ts_lower *l, uint32_t offset)
{
    ts_simt *s = l->s;
    bool far = ts_s_type(s, offset) == TS_U64;
    uint32_t low = far ? ts_s_to(s, TS_u32, offset) : ts_s_bits(s, TS_u32, offset);
    uint32_t odd = ts_s_op(s, TS_and_, low, ts_s_u32(s, 1), 0);
    return ts_s_op(s, TS_mul_, odd, ts_s_u32(s, 4), 0);
}

static uint32_t load_unit(ts_lower *l, const ts_window *v, uint32_t index)
{
    const ts_sparam *p = &l->s->param[v->param];
    return ts_s_put(l->s, (ts_sinst){.op = TS_S_LOAD, .type = p->type, .a = index, .n = v->param});
}

static uint32_t load_at(ts_lower *l, const ts_window *v, spot at)
{
    ts_simt *s = l->s;
    uint32_t offset =
        at.valid ? ts_s_select(s, at.valid, at.offset, like(l, at.offset, 0)) : at.offset;
    uint32_t x;
    if (bits(v->dtype) == 4) {
        x = load_unit(l, v, shifted(l, offset, 1));
        x = ts_s_op(s, TS_shr_, x, nibble_shift(l, offset), 0);
        x = ts_s_op(s, TS_and_, x, ts_s_u32(s, 15), 0);
    } else {
        x = load_unit(l, v, offset);
    }
    if (!at.valid) return x;
    return ts_s_select(s, at.valid, x, ts_s_const(s, ts_s_held(v->dtype), 0));
}

/* ---- sixteen bytes at a time ---- */

/* Rows of the tile begin at multiples of 16 bytes, and so does each run of neighbours. */
static bool can_be_wide(const ts_lower *l, const ts_op *o, const ts_element *e)
{
    const ts_window *v = &l->view[o->arg[0]];
    double one;
    if (!l->s->wide || !e->like || e->like->column || bits(v->dtype) < 8) return false;
    int unit = 128 / bits(v->dtype), last = v->rank - 1;
    if (e->like->vec % unit || e->like->cols != ts_cols(o)) return false;
    if (!ts_s_is(l->s, v->stride[last], &one) || one != 1) return false;
    for (int d = 0; d < v->rank; d++) {
        int width = o->dim[v->rank == 2 ? d : 0];
        if (!ts_inside(l->plan, o->arg[0], d, o->arg[1 + d], width)) return false;
    }
    if (v->rank == 2 && divides_stride(l, v->stride[0]) < unit) return false;
    return least(v->aligned, divides(l, o->arg[v->rank])) >= unit;
}

static ts_quads *find_quads(ts_lower *l, uint32_t id, int r, int group)
{
    for (int i = 0; i < 8; i++) {
        ts_quads *q = &l->quads[i];
        if (q->load == id && q->r == r && q->group == group) return q;
    }
    return NULL;
}

static ts_quads *load_quads(ts_lower *l, uint32_t id, const ts_element *e)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_window *v = &l->view[o->arg[0]];
    int unit = 128 / bits(v->dtype), group = e->j / e->like->vec;
    ts_quads *q = find_quads(l, id, e->r, group);
    if (q) return q;
    ts_element first = *e;
    first.col = ts_low_column(l, e->like, group * e->like->vec);
    uint32_t at = locate(l, o->arg[0], o->arg + 1, o, first).offset;
    q = &l->quads[l->next_quads++ % 8];
    *q = (ts_quads){.load = id, .r = e->r, .group = group};
    int shift = __builtin_ctz((unsigned)unit);
    at = shifted(l, at, shift);
    for (int i = 0; i < e->like->vec / unit; i++)
        q->quad[i] = ts_s_put(
            s, (ts_sinst){.op = TS_S_LOAD4, .type = TS_QUAD, .n = v->param, .a = plus(l, at, i)});
    l->useful = true;
    return q;
}

/* Element i of a quad, as it is held. */
static uint32_t unpack(ts_lower *l, ts_dtype t, uint32_t quad, int i)
{
    ts_simt *s = l->s;
    int width = bits(t), at = i * width;
    uint32_t w = ts_s_put(s, (ts_sinst){.op = TS_S_WORD, .type = TS_u32, .a = quad, .n = at / 32});
    if (width == 32) return ts_s_bits(s, ts_s_held(t), w);
    w = ts_s_op(s, TS_shr_, w, ts_s_u32(s, (uint32_t)at % 32), 0);
    if (at % 32 + width == 32) return w;
    return ts_s_op(s, TS_and_, w, ts_s_u32(s, (1u << width) - 1), 0);
}

static uint32_t load_wide(ts_lower *l, uint32_t id, const ts_element *e)
{
    ts_dtype t = l->k->op[id].dtype;
    const ts_quads *q = load_quads(l, id, e);
    int unit = 128 / bits(t), i = e->j % e->like->vec;
    return unpack(l, t, q->quad[i / unit], i % unit);
}

int ts_low_run(const ts_lower *l, uint32_t id)
{
    return bits(l->view[l->k->op[id].arg[0]].dtype) < 8 ? 0 : ts_low_quad_run(l, id);
}

int ts_low_quad_run(const ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    const ts_window *v = &l->view[o->arg[0]];
    double one;
    bool loads = o->op == TS_load_ || o->op == TS_gather_;
    if (!loads || !l->s->wide || v->rank != 2) return 0;
    int unit = 128 / bits(v->dtype);
    if (o->dim[1] % unit || !ts_s_is(l->s, v->stride[1], &one) || one != 1) return 0;
    if (!ts_inside(l->plan, o->arg[0], 1, o->arg[2], o->dim[1])) return 0;
    int aligned = least(least(v->aligned, divides(l, o->arg[2])), divides_stride(l, v->stride[0]));
    return aligned >= unit ? unit : 0;
}

uint32_t ts_low_load(ts_lower *l, uint32_t id, ts_element e)
{
    const ts_op *o = &l->k->op[id];
    if (o->rank && can_be_wide(l, o, &e)) return load_wide(l, id, &e);
    return load_at(l, &l->view[o->arg[0]], locate(l, o->arg[0], o->arg + 1, o, e));
}

/* ---- by index ---- */

static spot locate_by_index(ts_lower *l, const ts_op *o, uint32_t index, uint32_t col, int width)
{
    const ts_window *v = &l->view[o->arg[0]];
    spot at = step_to(l, v, (spot){v->offset, 0}, 0, index, false);
    if (v->rank == 1) return at;
    bool proven = ts_inside(l->plan, o->arg[0], 1, o->arg[2], width);
    col = ts_s_op(l->s, TS_add_, ts_low_scalar(l, o->arg[2]), col, 0);
    return step_to(l, v, at, 1, col, proven);
}

/* The index that a gather has for an element. */
static uint32_t row_of(ts_lower *l, const ts_op *o, ts_element e)
{
    bool single = l->view[o->arg[0]].rank == 1;
    return ts_low_element(l, o->arg[1], single ? e : ts_low_any(ts_s_i32(l->s, 0), e.row));
}

uint32_t ts_low_gather(ts_lower *l, uint32_t id, ts_element e)
{
    const ts_op *o = &l->k->op[id];
    uint32_t index = row_of(l, o, e);
    return load_at(l, &l->view[o->arg[0]], locate_by_index(l, o, index, e.col, ts_cols(o)));
}

/* ---- sixteen bytes of a row ---- */

/* A row that may be missing is read from the start of the memory instead, to be dropped. */
uint32_t ts_low_quad_index(ts_lower *l, uint32_t id, ts_element e, uint32_t *valid)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_window *v = &l->view[o->arg[0]];
    uint32_t unit = 128 / (uint32_t)bits(v->dtype);
    spot at = o->op == TS_load_ ? locate(l, o->arg[0], o->arg + 1, o, e)
                                : locate_by_index(l, o, row_of(l, o, e), e.col, ts_cols(o));
    uint32_t index = shifted(l, at.offset, __builtin_ctz(unit));
    if (at.valid) index = ts_s_select(s, at.valid, index, like(l, index, 0));
    l->useful = true;
    *valid = at.valid;
    return index;
}

static uint32_t load_run(ts_lower *l, uint32_t id, ts_element e, uint32_t *valid)
{
    int param = l->view[l->k->op[id].arg[0]].param;
    uint32_t index = ts_low_quad_index(l, id, e, valid);
    return ts_s_put(l->s, (ts_sinst){.op = TS_S_LOAD4, .type = TS_QUAD, .n = param, .a = index});
}

void ts_low_load_run(ts_lower *l, uint32_t id, ts_element e, uint32_t *code)
{
    ts_simt *s = l->s;
    ts_dtype t = l->k->op[id].dtype;
    uint32_t valid, quad = load_run(l, id, e, &valid);
    for (int i = 0; i < 128 / bits(t); i++) {
        code[i] = unpack(l, t, quad, i);
        if (valid) code[i] = ts_s_select(s, valid, code[i], ts_s_const(s, ts_s_held(t), 0));
    }
}

uint32_t ts_low_load_quad(ts_lower *l, uint32_t id, ts_element e)
{
    uint32_t valid, quad = load_run(l, id, e, &valid);
    return valid ? ts_s_select(l->s, valid, quad, ts_s_zeros(l->s, TS_QUAD)) : quad;
}

/* ---- stores ---- */

static void store_unit(ts_lower *l, const ts_window *v, uint32_t index, uint32_t x)
{
    ts_s_put(l->s, (ts_sinst){.op = TS_S_STORE, .a = index, .b = x, .n = v->param});
}

static void store_nibble(ts_lower *l, const ts_window *v, uint32_t offset, uint32_t x)
{
    ts_simt *s = l->s;
    uint32_t byte = shifted(l, offset, 1), shift = nibble_shift(l, offset);
    uint32_t keep = ts_s_op(s, TS_shr_, ts_s_u32(s, 0xf0), shift, 0);
    keep = ts_s_op(s, TS_and_, load_unit(l, v, byte), keep, 0);
    x = ts_s_op(s, TS_shl_, x, shift, 0);
    store_unit(l, v, byte, ts_s_op(s, TS_or_, keep, x, 0));
}

static void store_at(ts_lower *l, const ts_window *v, spot at, uint32_t x)
{
    if (at.valid) ts_low_if(l, at.valid);
    if (bits(v->dtype) == 4)
        store_nibble(l, v, at.offset, x);
    else
        store_unit(l, v, at.offset, x);
    if (at.valid) ts_low_end(l);
}

static void only_first(ts_lower *l)
{
    ts_low_if(l, ts_s_op(l->s, TS_eq_, l->thread, ts_s_i32(l->s, 0), 0));
}

static void store_scalar(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    const ts_op *value = &l->k->op[o->arg[o->argc - 1]];
    only_first(l);
    spot at = locate(l, o->arg[0], o->arg + 1, value, (ts_element){0});
    store_at(l, &l->view[o->arg[0]], at, ts_low_scalar(l, o->arg[o->argc - 1]));
    ts_low_end(l);
}

static void store_element(ts_lower *l, uint32_t id, ts_element e)
{
    const ts_op *o = &l->k->op[id];
    uint32_t value = o->arg[o->argc - 1];
    uint32_t x = ts_low_element(l, value, e);
    spot at = locate(l, o->arg[0], o->arg + 1, &l->k->op[value], e);
    store_at(l, &l->view[o->arg[0]], at, x);
}

/* Element i of few goes by thread i. */
static void store_copies(ts_lower *l, uint32_t id, const ts_spread *p)
{
    for (int i = 0; i < p->rows * p->cols; i++) {
        ts_element e = ts_low_any(ts_s_i32(l->s, i / p->cols), ts_s_i32(l->s, i % p->cols));
        uint32_t mine = ts_s_i32(l->s, i % l->team);
        ts_low_if(l, ts_s_op(l->s, TS_eq_, l->thread, mine, 0));
        store_element(l, id, e);
        ts_low_end(l);
    }
}

/* A value that is computed where it is stored is made of elements of that param. */
static bool reads_param(const ts_lower *l, uint32_t id, uint32_t param)
{
    const ts_op *o = &l->k->op[id];
    if (!o->rank || o->sort != TS_VALUE || !l->plan->note[id].inlined) return false;
    bool reads = o->op == TS_load_ || o->op == TS_gather_;
    if (reads) return ts_param_of_view(l->k, o->arg[0]) == param;
    for (int a = 0; a < o->argc; a++)
        if (o->arg[a] && reads_param(l, o->arg[a], param)) return true;
    return false;
}

/* A thread without a column computes the last one's value, too, and drops it: but it must not read what the
 * thread that has the column may be writing. */
static void store_spread(ts_lower *l, uint32_t id, const ts_spread *p)
{
    const ts_op *o = &l->k->op[id];
    uint32_t value = o->arg[o->argc - 1];
    bool owns = reads_param(l, value, ts_param_of_view(l->k, o->arg[0]));
    for (int r = 0; r < p->tall; r++)
        for (int j = 0; j < p->each; j++) {
            ts_element e = ts_low_own(l, &l->k->op[value], p, r, j);
            uint32_t exists = ts_low_exists(l, p, j), alone = owns ? exists : 0;
            if (alone) ts_low_if(l, alone);
            uint32_t x = ts_low_element(l, value, e);
            spot at = locate(l, o->arg[0], o->arg + 1, &l->k->op[value], e);
            if (!alone) at.valid = both(l, exists, at.valid);
            store_at(l, &l->view[o->arg[0]], at, x);
            if (alone) ts_low_end(l);
        }
}

/* One element after the other; `from` and `step` say which of them a thread takes. */
static void store_loop(ts_lower *l, uint32_t id, const ts_op *value, uint32_t from, int step)
{
    ts_simt *s = l->s;
    int cols = ts_cols(value), n = (int)ts_count(value);
    uint32_t i = ts_low_for(l, from, ts_s_i32(s, n), ts_s_i32(s, step), 0);
    uint32_t width = ts_s_i32(s, cols);
    uint32_t row = ts_s_op(s, TS_div_, i, width, 0), col = ts_s_op(s, TS_rem_, i, width, 0);
    if (ts_rows(value) == 1) row = ts_s_i32(s, 0), col = i;
    if (cols == 1) row = i, col = ts_s_i32(s, 0);
    store_element(l, id, ts_low_any(row, col));
    ts_low_end(l);
}

void ts_low_store(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    uint32_t value = o->arg[o->argc - 1];
    const ts_op *x = &l->k->op[value];
    const ts_spread *p = &l->at[value];
    if (x->rank == 0)
        store_scalar(l, id);
    else if (bits(o->op == TS_store_ ? l->view[o->arg[0]].dtype : x->dtype) == 4) {
        only_first(l); /* neighbours share a byte */
        store_loop(l, id, x, ts_s_i32(l->s, 0), 1);
        ts_low_end(l);
    } else if (p->rows * p->cols <= TS_COPIES_MOST)
        store_copies(l, id, p);
    else if (p->home == TS_SHARED || (long)p->tall * p->each > TS_REGISTERS)
        store_loop(l, id, x, l->thread, l->team);
    else
        store_spread(l, id, p);
}

/* The highest position wins: the same thread writes a column of all rows, in their order. */
static void scatter_rows(ts_lower *l, uint32_t id, uint32_t from, int step)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id], *x = &l->k->op[o->arg[o->argc - 1]];
    uint32_t zero = ts_s_i32(s, 0), one = ts_s_i32(s, 1);
    uint32_t r = ts_low_for(l, zero, ts_s_i32(s, x->dim[0]), one, 0);
    uint32_t index = ts_low_element(l, o->arg[1], ts_low_any(zero, r)), c = zero;
    if (x->rank == 2) c = ts_low_for(l, from, ts_s_i32(s, x->dim[1]), ts_s_i32(s, step), 0);
    ts_element e = x->rank == 2 ? ts_low_any(r, c) : ts_low_any(zero, r);
    uint32_t value = ts_low_element(l, o->arg[o->argc - 1], e);
    spot at = locate_by_index(l, o, index, c, x->dim[1]);
    store_at(l, &l->view[o->arg[0]], at, value);
    if (x->rank == 2) ts_low_end(l);
    ts_low_end(l);
}

void ts_low_scatter(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id], *x = &l->k->op[o->arg[o->argc - 1]];
    if (x->rank == 2 && bits(x->dtype) != 4) {
        scatter_rows(l, id, l->thread, l->team);
        return;
    }
    only_first(l);
    scatter_rows(l, id, ts_s_i32(l->s, 0), 1);
    ts_low_end(l);
}
