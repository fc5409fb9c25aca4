/* elem.c - one element of a tile as instructions: found in a register or in shared memory, or
 * computed on the spot where the tile is inlined. */
#include "simt/lower.h"

ts_element ts_low_any(uint32_t row, uint32_t col)
{
    return (ts_element){.row = row, .col = col};
}

uint32_t ts_low_scalar(ts_lower *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    if (o->op == TS_const_) return ts_s_const(l->s, o->dtype, o->value);
    return l->at[id].value;
}

/* ---- words of shared memory ---- */

uint32_t ts_low_word(ts_lower *l, uint32_t value)
{
    if (ts_s_type(l->s, value) == TS_b1) return ts_s_to(l->s, TS_u32, value);
    return ts_s_bits(l->s, TS_u32, value);
}

uint32_t ts_low_unword(ts_lower *l, ts_dtype t, uint32_t word)
{
    if (t == TS_b1) return ts_s_op(l->s, TS_ne_, word, ts_s_u32(l->s, 0), 0);
    return ts_s_bits(l->s, ts_s_held(t), word);
}

void ts_low_share(ts_lower *l, const ts_spread *p, uint32_t index, uint32_t value)
{
    uint32_t at = ts_s_op(l->s, TS_add_, index, ts_s_i32(l->s, p->at), 0);
    ts_s_put(l->s, (ts_sinst){.op = TS_S_SHARE, .a = at, .b = ts_low_word(l, value)});
}

/* Word `word` of a row where four words of each row follow one another. */
static uint32_t in_squares(ts_lower *l, const ts_spread *p, uint32_t row, uint32_t word)
{
    ts_simt *s = l->s;
    uint32_t four = ts_s_i32(s, 4), side = ts_s_op(s, TS_div_, word, four, 0);
    uint32_t at = ts_s_op(s, TS_mul_, side, ts_s_i32(s, p->pitch), 0);
    at = ts_s_op(s, TS_add_, at, ts_s_op(s, TS_mul_, row, four, 0), 0);
    return ts_s_op(s, TS_add_, at, ts_s_op(s, TS_rem_, word, four, 0), 0);
}

uint32_t ts_low_index(ts_lower *l, const ts_spread *p, ts_element e)
{
    ts_simt *s = l->s;
    uint32_t index = e.col;
    if (p->column) return e.row;
    if (p->pack > 1) index = ts_s_op(s, TS_div_, index, ts_s_i32(s, p->pack), 0);
    if (p->rows == 1) return index;
    if (p->squares) return in_squares(l, p, e.row, index);
    return ts_s_op(s, TS_add_, ts_s_op(s, TS_mul_, e.row, ts_s_i32(s, p->pitch), 0), index, 0);
}

uint32_t ts_low_reach(ts_lower *l, const ts_spread *p, ts_element e)
{
    uint32_t index = ts_low_index(l, p, e);
    if (!l->at[l->here].reads) l->again = l->at[l->here].reads = true;
    l->shared_read = true;
    if (p->stage) index = ts_s_op(l->s, TS_add_, index, p->stage, 0);
    return ts_s_op(l->s, TS_add_, index, ts_s_i32(l->s, p->at), 0);
}

static uint32_t word_at(ts_lower *l, uint32_t index, int more)
{
    ts_simt *s = l->s;
    index = ts_s_op(s, TS_add_, index, ts_s_i32(s, more), 0);
    return ts_s_put(s, (ts_sinst){.op = TS_S_SHARED, .type = TS_u32, .a = index});
}

/* The bits of a code that begin at bit `at` of a word. */
static uint32_t cut(ts_lower *l, ts_dtype t, uint32_t word, uint32_t at)
{
    ts_simt *s = l->s;
    double from;
    uint32_t bits = (uint32_t)ts_dtypes[t].bits;
    word = ts_s_op(s, TS_shr_, word, at, 0);
    if (ts_s_is(s, at, &from) && from + bits == 32) return word;
    return ts_s_op(s, TS_and_, word, ts_s_u32(s, (1u << bits) - 1), 0);
}

static uint32_t fetch(ts_lower *l, const ts_op *o, const ts_spread *p, ts_element e)
{
    ts_simt *s = l->s;
    uint32_t word = word_at(l, ts_low_reach(l, p, e), 0);
    if (p->pack == 1) return ts_low_unword(l, o->dtype, word);
    uint32_t n = ts_s_op(s, TS_rem_, e.col, ts_s_i32(s, p->pack), 0);
    n = ts_s_op(s, TS_mul_, n, ts_s_i32(s, 32 / p->pack), 0);
    return cut(l, o->dtype, word, ts_s_bits(s, TS_u32, n));
}

/* Of a tile in shared memory whose rows begin at multiples of 16 bytes. */
static void fetch_four(ts_lower *l, const ts_op *o, const ts_spread *p, ts_element e, uint32_t *x)
{
    ts_simt *s = l->s;
    uint32_t at = ts_low_reach(l, p, e), word[4] = {0}, quad = 0;
    if (p->pack == 1) quad = ts_s_put(s, (ts_sinst){.op = TS_S_SHARED4, .type = TS_QUAD, .a = at});
    for (int k = 0; k < 4; k++) {
        int n = k / p->pack;
        if (!word[n] && quad)
            word[n] = ts_s_put(s, (ts_sinst){.op = TS_S_WORD, .type = TS_u32, .a = quad, .n = k});
        if (!word[n]) word[n] = word_at(l, at, n);
        uint32_t from = ts_s_u32(s, (uint32_t)(k % p->pack * ts_dtypes[o->dtype].bits));
        x[k] = p->pack == 1 ? ts_low_unword(l, o->dtype, word[n]) : cut(l, o->dtype, word[n], from);
    }
}

/* ---- registers ---- */

static uint32_t register_value(ts_lower *l, const ts_op *o, uint32_t reg)
{
    if (o->sort != TS_VARIABLE) return reg;
    return ts_s_put(l->s, (ts_sinst){.op = TS_S_GET, .type = ts_s_type(l->s, reg), .a = reg});
}

/* A register is chosen by a constant, or by comparing where the index is known at run time only. */
static uint32_t pick(ts_lower *l, const ts_op *o, const ts_spread *p, ts_element e)
{
    ts_simt *s = l->s;
    double r, c;
    int n = p->rows * p->cols;
    bool row = ts_s_is(s, e.row, &r), col = ts_s_is(s, e.col, &c);
    if (p->rows == 1) row = true, r = 0;
    if (p->cols == 1) col = true, c = 0;
    if (row && col) return register_value(l, o, p->reg[(int)r * p->cols + (int)c]);
    uint32_t index = e.col;
    if (p->rows > 1)
        index = ts_s_op(s, TS_add_, ts_s_op(s, TS_mul_, e.row, ts_s_i32(s, p->cols), 0),
                        p->cols > 1 ? e.col : ts_s_i32(s, 0), 0);
    uint32_t x = register_value(l, o, p->reg[n - 1]);
    for (int i = n - 2; i >= 0; i--) {
        uint32_t here = ts_s_op(s, TS_eq_, index, ts_s_i32(s, i), 0);
        x = ts_s_select(s, here, register_value(l, o, p->reg[i]), x);
    }
    return x;
}

static bool is_own(const ts_spread *p, const ts_element *e)
{
    const ts_spread *y = e->like;
    return y && y->column == p->column && y->cols == p->cols && y->down == p->down &&
           y->vec == p->vec && y->matrix == p->matrix && (p->rows == 1 || p->rows == y->rows);
}

static uint32_t dummy(ts_lower *l, const ts_op *o)
{
    return ts_s_const(l->s, ts_s_held(o->dtype), 0);
}

/* An element of a tile that has a home. */
static uint32_t stored(ts_lower *l, uint32_t id, ts_element e)
{
    const ts_op *o = &l->k->op[id];
    ts_spread *p = &l->at[id];
    if (p->home == TS_COPIES) return pick(l, o, p, e);
    if (p->home == TS_SHARED) return fetch(l, o, p, e);
    if (is_own(p, &e))
        return register_value(l, o, p->reg[(p->rows == 1 ? 0 : e.r) * p->each + e.j]);
    if (p->copied) return fetch(l, o, p, e);
    p->copied = l->again = true;
    return dummy(l, o);
}

uint32_t ts_low_element(ts_lower *l, uint32_t id, ts_element e)
{
    const ts_op *o = &l->k->op[id];
    if (o->rank == 0 && o->sort == TS_VARIABLE) return register_value(l, o, l->at[id].value);
    if (o->rank == 0) return ts_low_scalar(l, id);
    if (l->at[id].home == TS_INLINE) return ts_low_compute(l, id, e);
    return stored(l, id, e);
}

uint32_t ts_low_operand(ts_lower *l, uint32_t id, ts_element e)
{
    const ts_op *o = &l->k->op[id];
    if (ts_rows(o) == 1) e.row = ts_s_i32(l->s, 0);
    if (ts_cols(o) == 1) e.col = ts_s_i32(l->s, 0);
    return ts_low_element(l, id, e);
}

void ts_low_four(ts_lower *l, uint32_t id, uint32_t row, uint32_t col, uint32_t *x)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[id];
    bool kept = p->home == TS_SHARED || (p->home == TS_SPREAD && p->copied);
    if (p->home == TS_INLINE && o->op == TS_cast_) {
        ts_low_four(l, o->arg[0], row, col, x);
        for (int k = 0; k < 4; k++) x[k] = ts_s_cast(s, x[k], l->k->op[o->arg[0]].dtype, o->dtype);
    } else if (kept && !p->column && p->pack <= 4 && p->cols % 4 == 0 && p->pitch % 4 == 0) {
        fetch_four(l, o, p, ts_low_any(row, col), x);
    } else {
        for (int k = 0; k < 4; k++)
            x[k] =
                ts_low_element(l, id, ts_low_any(row, ts_s_op(s, TS_add_, col, ts_s_i32(s, k), 0)));
    }
}

/* ---- moved elements ---- */

static uint32_t sliced(ts_lower *l, const ts_op *o, ts_element e)
{
    bool rows = o->rank == 2 && o->axis == 0;
    uint32_t from = ts_s_i32(l->s, o->step);
    if (rows)
        e.row = ts_s_op(l->s, TS_add_, e.row, from, 0);
    else
        e.col = ts_s_op(l->s, TS_add_, e.col, from, 0);
    return ts_low_element(l, o->arg[0], ts_low_any(e.row, e.col));
}

static uint32_t repeated(ts_lower *l, const ts_op *o, ts_element e)
{
    uint32_t col = ts_s_op(l->s, TS_div_, e.col, ts_s_i32(l->s, o->step), 0);
    return ts_low_element(l, o->arg[0], ts_low_any(e.row, col));
}

/* Both sides are computed, the one that is not wanted at its first element. */
static uint32_t joined(ts_lower *l, const ts_op *o, ts_element e)
{
    ts_simt *s = l->s;
    bool rows = o->rank == 2 && o->axis == 0;
    const ts_op *a = &l->k->op[o->arg[0]];
    uint32_t index = rows ? e.row : e.col, zero = ts_s_i32(s, 0);
    uint32_t n = ts_s_i32(s, rows ? ts_rows(a) : ts_cols(a));
    uint32_t first = ts_s_op(s, TS_lt_, index, n, 0);
    uint32_t i = ts_s_select(s, first, index, zero);
    uint32_t j = ts_s_select(s, first, zero, ts_s_op(s, TS_sub_, index, n, 0));
    uint32_t x = ts_low_element(l, o->arg[0], rows ? ts_low_any(i, e.col) : ts_low_any(e.row, i));
    uint32_t y = ts_low_element(l, o->arg[1], rows ? ts_low_any(j, e.col) : ts_low_any(e.row, j));
    return ts_s_select(s, first, x, y);
}

/* [h] and [h,1] lie alike, so an own element stays one. */
static uint32_t reshaped(ts_lower *l, const ts_op *o, ts_element e)
{
    ts_simt *s = l->s;
    const ts_op *a = &l->k->op[o->arg[0]];
    const ts_spread *p = &l->at[o->arg[0]];
    int cols = ts_cols(o), from = ts_cols(a);
    if (cols == from && e.like && e.like->cols == p->cols && e.like->column == p->column)
        return ts_low_element(l, o->arg[0], e);
    uint32_t index = e.col;
    if (ts_rows(o) > 1) index = ts_s_op(s, TS_mul_, e.row, ts_s_i32(s, cols), 0);
    if (ts_rows(o) > 1 && cols > 1) index = ts_s_op(s, TS_add_, index, e.col, 0);
    ts_element to = ts_low_any(ts_s_op(s, TS_div_, index, ts_s_i32(s, from), 0),
                               ts_s_op(s, TS_rem_, index, ts_s_i32(s, from), 0));
    if (from == 1) to = ts_low_any(index, ts_s_i32(s, 0));
    if (ts_rows(a) == 1) to = ts_low_any(ts_s_i32(s, 0), index);
    bool line = p->rows == 1 && e.like && e.like->rows == 1 && e.like->cols == p->cols;
    if (line) to.like = p, to.r = 0, to.j = e.j;
    return ts_low_element(l, o->arg[0], to);
}

/* ---- computed elements ---- */

static uint32_t elementwise(ts_lower *l, const ts_op *o, ts_element e)
{
    uint32_t x[3] = {0};
    for (int i = 0; i < o->argc && i < 3; i++) x[i] = ts_low_operand(l, o->arg[i], e);
    return ts_s_safe(l->s, o->op, x[0], x[1], x[2]);
}

/* Variables are not copied; a get whose elements others need gets a home of its own. */
static uint32_t got(ts_lower *l, uint32_t id, ts_element e)
{
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[o->arg[0]];
    if (!o->rank || p->home != TS_SPREAD || is_own(p, &e)) return ts_low_element(l, o->arg[0], e);
    l->plan->note[id].inlined = false;
    l->again = true;
    return dummy(l, o);
}

uint32_t ts_low_compute(ts_lower *l, uint32_t id, ts_element e)
{
    const ts_op *o = &l->k->op[id];
    switch (o->op) {
    case TS_const_: return ts_s_const(l->s, o->dtype, o->value);
    case TS_splat_: return ts_low_operand(l, o->arg[0], e);
    case TS_iota_: return e.col;
    case TS_load_: return ts_low_load(l, id, e);
    case TS_gather_: return ts_low_gather(l, id, e);
    case TS_get_: return got(l, id, e);
    case TS_slice_: return sliced(l, o, e);
    case TS_concat_: return joined(l, o, e);
    case TS_repeat_: return repeated(l, o, e);
    case TS_reshape_: return reshaped(l, o, e);
    case TS_transpose_: return ts_low_element(l, o->arg[0], ts_low_any(e.col, e.row));
    case TS_cast_:
        return ts_s_cast(l->s, ts_low_operand(l, o->arg[0], e), l->k->op[o->arg[0]].dtype,
                         o->dtype);
    case TS_bits_: return ts_s_bits(l->s, o->dtype, ts_low_operand(l, o->arg[0], e));
    case TS_select_: {
        uint32_t p = ts_low_operand(l, o->arg[0], e), a = ts_low_operand(l, o->arg[1], e);
        return ts_s_select(l->s, p, a, ts_low_operand(l, o->arg[2], e));
    }
    default: return elementwise(l, o, e);
    }
}
