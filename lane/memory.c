/* memory.c - views and accesses of the lane form as C: offsets without what adds nothing, masks as
 * ranges of lanes. */
#include "lane/print.h"

static bool is(const ts_lane_text *t, uint32_t v, int64_t x)
{
    return ts_l_is(t->f, v, x);
}

/* offset + index * stride */
static void put_sum(ts_lane_text *t, uint32_t offset, uint32_t index, uint32_t stride)
{
    if (is(t, index, 0) || !is(t, offset, 0)) ts_lane_put_expr(t, offset);
    if (is(t, index, 0)) return;
    if (!is(t, offset, 0)) ts_lane_put(t, " + ");
    if (is(t, stride, 1))
        ts_lane_put_expr(t, index);
    else
        ts_lane_put(t, "(int64_t)@ * @", index, stride);
}

void ts_lane_put_view(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    const uint32_t *x = i->arg;
    int n = (int)i->n;
    ts_lane_indent(t);
    ts_lane_put(t, "const int64_t @ UNUSED = ", v);
    switch ((ts_lop)i->op) {
    case TS_L_STRIDE:
        ts_lane_put(t, "(int64_t)@", x[0]);
        if (x[1]) ts_lane_put(t, " * (int64_t)@", x[1]);
        break;
    case TS_L_OFFSET: put_sum(t, x[0], x[1], x[2]); break;
    case TS_L_ROW_END:
        ts_lane_put(t, "@ >= @ && @ < @ ? @ : 0", x[0], x[1], x[0], x[2], x[3]);
        break;
    case TS_L_FROM: ts_lane_put(t, "ts_window(@, @, #, 0)", x[0], x[1], n); break;
    case TS_L_BELOW:
        ts_lane_put(t, "ts_least(@, ts_window(@, @, #, INT64_MIN))", x[2], x[0], x[1], n);
        break;
    default: ts_lane_put(t, "(int64_t)@ * #", x[0], n); break;
    }
    ts_put(t->out, ";\n");
}

/* ---- where a slot is ---- */

/* base + place, as a 64-bit integer */
static void put_index(ts_lane_text *t, uint32_t base, ts_spot p, const char *times)
{
    bool none = is(t, base, 0), zero = ts_spot_is_zero(p);
    if (!none) ts_lane_put(t, "(int64_t)");
    if (!none || zero) ts_lane_put_expr(t, base);
    if (!zero) ts_lane_put(t, none ? "~$" : " + ~$", p, times);
}

static void put_col(ts_lane_text *t, const ts_linst *i)
{
    put_index(t, t->f->access[i->at].col.base, i->col, i->op == TS_L_PICK ? "" : " * LANES");
}

static void put_row(ts_lane_text *t, const ts_linst *i)
{
    const ts_laccess *a = &t->f->access[i->at];
    if (a->lie == TS_COLUMN)
        ts_lane_put(t, "(int64_t)@", a->row.base);
    else
        put_index(t, a->row.base, i->row, "");
}

/* Does the row add to the offset, does the column? */
static bool has_row(const ts_lane_text *t, const ts_linst *i)
{
    const ts_laccess *a = &t->f->access[i->at];
    if (a->lie != TS_MATRIX) return a->lie == TS_COLUMN;
    return !is(t, a->row.base, 0) || !ts_spot_is_zero(i->row);
}

static bool has_col(const ts_lane_text *t, const ts_linst *i)
{
    return !is(t, t->f->access[i->at].col.base, 0) || !ts_spot_is_zero(i->col);
}

static void put_offset(ts_lane_text *t, const ts_linst *i)
{
    const ts_laccess *a = &t->f->access[i->at];
    bool first = is(t, a->offset, 0), side_by_side = is(t, a->col.stride, 1);
    if (!first || (!has_row(t, i) && !has_col(t, i))) ts_lane_put_expr(t, a->offset);
    if (has_row(t, i)) {
        ts_lane_put(t, first ? "(" : " + (");
        put_row(t, i);
        ts_lane_put(t, ") * @", a->row.stride);
        first = false;
    }
    if (!has_col(t, i)) return;
    ts_lane_put(t, "$$", first ? "" : " + ", side_by_side ? "" : "(");
    put_col(t, i);
    if (!side_by_side) ts_lane_put(t, ") * @", a->col.stride);
}

/* ---- which lanes ---- */

/* How many lanes of the slot the tile has. */
static void put_lanes(ts_lane_text *t, const ts_linst *i)
{
    int width = t->f->access[i->at].width;
    if (!(i->mask & TS_MASK_TAIL))
        ts_lane_put(t, "LANES");
    else if (i->col.var)
        ts_lane_put(t, "(# - ~ * LANES)", width, i->col);
    else
        ts_lane_put(t, "#", width - i->col.add * t->f->lanes);
}

/* ", stride, from, to": the lanes from .. to - 1 */
static void put_range(ts_lane_text *t, const ts_linst *i)
{
    const ts_axis *x = &t->f->access[i->at].col;
    bool range = i->mask & TS_MASK_RANGE;
    ts_lane_put(t, range ? ", @, " : ", @, 0, ", x->stride);
    if (range) {
        if (is(t, x->lo, 0))
            ts_lane_put(t, "-(");
        else
            ts_lane_put(t, "@ - (", x->lo);
        put_col(t, i);
        ts_lane_put(t, "), ts_least(@ - (", x->hi);
        put_col(t, i);
        ts_lane_put(t, "), ");
    }
    put_lanes(t, i);
    if (range) ts_lane_put(t, ")");
}

static void put_row_test(ts_lane_text *t, const ts_linst *i)
{
    const ts_axis *x = &t->f->access[i->at].row;
    put_row(t, i);
    ts_lane_put(t, " >= @ && ", x->lo);
    put_row(t, i);
    ts_lane_put(t, " < @", x->hi);
}

static char memory_of(const ts_linst *i)
{
    return ts_lane_memory((ts_dtype)i->type);
}

/* "name(b1, offset, range", of a whole vector without the range and the m */
static void put_access(ts_lane_text *t, const ts_linst *i, const char *name)
{
    bool whole = !(i->mask & ~TS_MASK_ROW);
    ts_lane_put(t, "$$_!(@, ", name, whole ? "" : "m", memory_of(i), t->f->access[i->at].param);
    put_offset(t, i);
    if (!whole) put_range(t, i);
}

static void put_access1(ts_lane_text *t, const ts_linst *i, const char *name)
{
    const ts_laccess *a = &t->f->access[i->at];
    ts_lane_put(t, "$_!(@, ", name, memory_of(i), a->param);
    put_sum(t, a->offset, a->col.base, a->col.stride);
}

/* ---- loads ---- */

void ts_lane_put_load(ts_lane_text *t, const ts_linst *i)
{
    bool test = i->mask & TS_MASK_ROW;
    if (i->mask == TS_MASK_ROW) { /* a row outside is read from zeros: a choice, not a branch */
        ts_lane_put(t, "ldr_!(", memory_of(i));
        put_row_test(t, i);
        ts_lane_put(t, ", @, ", t->f->access[i->at].param);
        put_offset(t, i);
        ts_lane_put(t, ")");
        return;
    }
    if (test) {
        ts_lane_put(t, "(");
        put_row_test(t, i);
        ts_lane_put(t, " ? ");
    }
    put_access(t, i, "ld");
    ts_lane_put(t, test ? ") : (v!){0})" : ")", memory_of(i));
}

void ts_lane_put_load1(ts_lane_text *t, const ts_linst *i)
{
    const ts_axis *x = &t->f->access[i->at].col;
    if (i->mask) ts_lane_put(t, "@ >= @ && @ < @ ? ", x->base, x->lo, x->base, x->hi);
    put_access1(t, i, "ld1");
    ts_lane_put(t, i->mask ? ") : 0" : ")");
}

void ts_lane_put_pick(ts_lane_text *t, const ts_linst *i)
{
    put_access(t, i, "ld1");
    ts_lane_put(t, ")");
}

void ts_lane_put_address(ts_lane_text *t, const ts_linst *i)
{
    ts_lane_put(t, "(const char *)@ + (", t->f->access[i->at].param);
    put_offset(t, i);
    ts_lane_put(t, ") * #", (int)ts_storage((ts_dtype)i->type, 1));
}

/* ---- stores ---- */

static void put_test(ts_lane_text *t, const ts_linst *i)
{
    const ts_axis *x = &t->f->access[i->at].col;
    bool one = i->op == TS_L_STORE1;
    if (!(i->mask & (one ? TS_MASK_RANGE : TS_MASK_ROW))) return;
    ts_lane_put(t, "if (");
    if (one)
        ts_lane_put(t, "@ >= @ && @ < @", x->base, x->lo, x->base, x->hi);
    else
        put_row_test(t, i);
    ts_lane_put(t, ") ");
}

void ts_lane_put_store(ts_lane_text *t, const ts_linst *i)
{
    ts_lane_indent(t);
    put_test(t, i);
    if (i->op == TS_L_STORE1)
        put_access1(t, i, "st1");
    else
        put_access(t, i, "st");
    ts_lane_put(t, ", @);\n", i->arg[0]);
}

/* ---- gathers and scatters: x and y are the indices of an element, at its offset ---- */

void ts_lane_put_jump(ts_lane_text *t, const ts_linst *i)
{
    const ts_laccess *a = &t->f->access[i->at];
    const ts_axis *x = &a->row, *y = &a->col;
    ts_lane_line(t, "const int64_t x = @;", i->arg[1]);
    if (a->lie == TS_MATRIX) {
        ts_lane_line(t, "const int64_t y = (int64_t)@ + ~;", y->base, i->col);
        ts_lane_line(t, "const int valid = x >= @ && x < @ && y >= @ && y < @;", x->lo, x->hi,
                     y->lo, y->hi);
        ts_lane_indent(t);
        ts_lane_put(t, "const int64_t at = @ + x * @ + y", a->offset, x->stride);
        if (!is(t, y->stride, 1)) ts_lane_put(t, " * @", y->stride);
        ts_put(t->out, ";\n");
    } else {
        ts_lane_line(t, "const int valid = x >= @ && x < @;", x->lo, x->hi);
        ts_lane_line(t, "const int64_t at = @ + x * @;", a->offset, x->stride);
    }
    if (i->op == TS_L_GATHER)
        ts_lane_line(t, "if (valid) @ = ld1_!(@, at);", i->arg[0], memory_of(i), a->param);
    else
        ts_lane_line(t, "if (valid) st1_!(@, at, @);", memory_of(i), a->param, i->arg[0]);
}

void ts_lane_put_prefetch(ts_lane_text *t, const ts_linst *i)
{
    ts_lane_indent(t);
    ts_lane_put(t, "__builtin_prefetch((const char *)@ + (", t->f->access[i->at].param);
    put_offset(t, i);
    ts_lane_put(t, ") * # / 8 + #$);\n", ts_dtypes[i->type].bits, (int)i->n,
                i->flag ? ", 0, 2" : "");
}
