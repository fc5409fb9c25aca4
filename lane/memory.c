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
    bool zero = is(t, index, 0), plain = is(t, offset, 0);
    if (!plain || zero) ts_lane_put_expr(t, offset);
    if (zero) return;
    if (!plain) ts_put(t->out, " + ");
    if (!is(t, stride, 1)) ts_put(t->out, "(int64_t)");
    ts_lane_put_expr(t, index);
    if (is(t, stride, 1)) return;
    ts_put(t->out, " * ");
    ts_lane_put_expr(t, stride);
}

static void put_inside(ts_lane_text *t, uint32_t index, const ts_axis *x)
{
    ts_lane_put_expr(t, index);
    ts_put(t->out, " >= ");
    ts_lane_put_expr(t, x->lo);
    ts_put(t->out, " && ");
    ts_lane_put_expr(t, index);
    ts_put(t->out, " < ");
    ts_lane_put_expr(t, x->hi);
}

/* ---- views ---- */

static void put_window(ts_lane_text *t, const ts_linst *i, const char *least)
{
    ts_put(t->out, "ts_window(");
    ts_lane_put_expr(t, i->arg[0]);
    ts_put(t->out, ", ");
    ts_lane_put_expr(t, i->arg[1]);
    ts_put(t->out, ", %d, %s)", (int)i->n, least);
}

static void put_row_end(ts_lane_text *t, const ts_linst *i)
{
    put_inside(t, i->arg[0], &(ts_axis){.lo = i->arg[1], .hi = i->arg[2]});
    ts_put(t->out, " ? ");
    ts_lane_put_expr(t, i->arg[3]);
    ts_put(t->out, " : 0");
}

static void put_below(ts_lane_text *t, const ts_linst *i)
{
    ts_put(t->out, "ts_least(");
    ts_lane_put_expr(t, i->arg[2]);
    ts_put(t->out, ", ");
    put_window(t, i, "INT64_MIN");
    ts_put(t->out, ")");
}

static void put_step(ts_lane_text *t, const ts_linst *i)
{
    ts_put(t->out, "(int64_t)");
    ts_lane_put_expr(t, i->arg[0]);
    ts_put(t->out, " * %d", (int)i->n);
}

static void put_product(ts_lane_text *t, const ts_linst *i)
{
    for (int a = 0; a < 4 && i->arg[a]; a++) {
        ts_put(t->out, a ? " * (int64_t)" : "(int64_t)");
        ts_lane_put_expr(t, i->arg[a]);
    }
}

void ts_lane_put_view(ts_lane_text *t, uint32_t v)
{
    const ts_linst *i = &t->f->i[v];
    ts_lane_indent(t);
    ts_put(t->out, "const int64_t ");
    ts_lane_put_name(t, v);
    ts_put(t->out, " UNUSED = ");
    switch ((ts_lop)i->op) {
    case TS_L_STRIDE: put_product(t, i); break;
    case TS_L_OFFSET: put_sum(t, i->arg[0], i->arg[1], i->arg[2]); break;
    case TS_L_ROW_END: put_row_end(t, i); break;
    case TS_L_FROM: put_window(t, i, "0"); break;
    case TS_L_BELOW: put_below(t, i); break;
    default: put_step(t, i); break;
    }
    ts_put(t->out, ";\n");
}

/* ---- where a slot is ---- */

/* base + place, as a 64-bit integer; `lanes`: the place counts slots */
static void put_index(ts_lane_text *t, uint32_t base, ts_spot p, bool lanes)
{
    bool none = is(t, base, 0), zero = ts_spot_is_zero(p);
    if (!none) ts_put(t->out, "(int64_t)");
    if (!none || zero) ts_lane_put_expr(t, base);
    if (zero) return;
    if (!none) ts_put(t->out, " + ");
    ts_lane_put_spot(t->out, p);
    if (lanes) ts_put(t->out, " * LANES");
}

static void put_col(ts_lane_text *t, const ts_linst *i)
{
    put_index(t, t->f->access[i->at].col.base, i->col, true);
}

static void put_row(ts_lane_text *t, const ts_linst *i)
{
    const ts_laccess *a = &t->f->access[i->at];
    if (a->lie == TS_COLUMN) {
        ts_put(t->out, "(int64_t)");
        ts_lane_put_expr(t, a->row.base);
    } else {
        put_index(t, a->row.base, i->row, false);
    }
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

static void put_bracketed_product(ts_lane_text *t, const ts_linst *i, bool row)
{
    const ts_laccess *a = &t->f->access[i->at];
    ts_put(t->out, "(");
    row ? put_row(t, i) : put_col(t, i);
    ts_put(t->out, ") * ");
    ts_lane_put_expr(t, row ? a->row.stride : a->col.stride);
}

static void put_offset(ts_lane_text *t, const ts_linst *i)
{
    const ts_laccess *a = &t->f->access[i->at];
    bool first = is(t, a->offset, 0);
    if (!first || (!has_row(t, i) && !has_col(t, i))) ts_lane_put_expr(t, a->offset);
    if (has_row(t, i)) {
        if (!first) ts_put(t->out, " + ");
        put_bracketed_product(t, i, true);
        first = false;
    }
    if (!has_col(t, i)) return;
    if (!first) ts_put(t->out, " + ");
    if (is(t, a->col.stride, 1))
        put_col(t, i);
    else
        put_bracketed_product(t, i, false);
}

/* ---- which lanes ---- */

/* How many lanes of the slot the tile has. */
static void put_lanes(ts_lane_text *t, const ts_linst *i)
{
    int width = t->f->access[i->at].width;
    if (!(i->mask & TS_MASK_TAIL)) {
        ts_put(t->out, "LANES");
    } else if (!i->col.var) {
        ts_put(t->out, "%d", width - i->col.add * t->f->lanes);
    } else {
        ts_put(t->out, "(%d - ", width);
        ts_lane_put_spot(t->out, i->col);
        ts_put(t->out, " * LANES)");
    }
}

/* ", stride, from, to": the lanes from .. to - 1 */
static void put_range(ts_lane_text *t, const ts_linst *i)
{
    const ts_laccess *a = &t->f->access[i->at];
    ts_put(t->out, ", ");
    ts_lane_put_expr(t, a->col.stride);
    ts_put(t->out, ", ");
    if (!(i->mask & TS_MASK_RANGE)) {
        ts_put(t->out, "0, ");
        put_lanes(t, i);
        return;
    }
    if (!is(t, a->col.lo, 0)) {
        ts_lane_put_expr(t, a->col.lo);
        ts_put(t->out, " ");
    }
    ts_put(t->out, is(t, a->col.lo, 0) ? "-(" : "- (");
    put_col(t, i);
    ts_put(t->out, "), ts_least(");
    ts_lane_put_expr(t, a->col.hi);
    ts_put(t->out, " - (");
    put_col(t, i);
    ts_put(t->out, "), ");
    put_lanes(t, i);
    ts_put(t->out, ")");
}

static void put_row_test(ts_lane_text *t, const ts_linst *i)
{
    const ts_laccess *a = &t->f->access[i->at];
    put_row(t, i);
    ts_put(t->out, " >= ");
    ts_lane_put_expr(t, a->row.lo);
    ts_put(t->out, " && ");
    put_row(t, i);
    ts_put(t->out, " < ");
    ts_lane_put_expr(t, a->row.hi);
}

/* "name(b1, offset, range", of a whole vector without the range and the m */
static void put_access(ts_lane_text *t, const ts_linst *i, const char *name)
{
    const ts_laccess *a = &t->f->access[i->at];
    bool whole = !(i->mask & ~TS_MASK_ROW);
    ts_put(t->out, "%s%s_%c(", name, whole ? "" : "m", ts_lane_memory((ts_dtype)i->type));
    ts_lane_put_name(t, a->param);
    ts_put(t->out, ", ");
    put_offset(t, i);
    if (!whole) put_range(t, i);
}

/* ---- loads ---- */

/* A row outside is read from zeros: a choice, not a branch. */
static void put_chosen_row(ts_lane_text *t, const ts_linst *i)
{
    ts_put(t->out, "ldr_%c(", ts_lane_memory((ts_dtype)i->type));
    put_row_test(t, i);
    ts_put(t->out, ", ");
    ts_lane_put_name(t, t->f->access[i->at].param);
    ts_put(t->out, ", ");
    put_offset(t, i);
    ts_put(t->out, ")");
}

void ts_lane_put_load(ts_lane_text *t, const ts_linst *i)
{
    bool test = i->mask & TS_MASK_ROW;
    if (i->mask == TS_MASK_ROW) {
        put_chosen_row(t, i);
        return;
    }
    if (test) {
        ts_put(t->out, "(");
        put_row_test(t, i);
        ts_put(t->out, " ? ");
    }
    put_access(t, i, "ld");
    ts_put(t->out, ")");
    if (test) ts_put(t->out, " : (v%c){0})", ts_lane_letter((ts_dtype)i->type));
}

static void put_access1(ts_lane_text *t, const ts_linst *i, const char *name)
{
    const ts_laccess *a = &t->f->access[i->at];
    ts_put(t->out, "%s_%c(", name, ts_lane_memory((ts_dtype)i->type));
    ts_lane_put_name(t, a->param);
    ts_put(t->out, ", ");
    put_sum(t, a->offset, a->col.base, a->col.stride);
}

void ts_lane_put_load1(ts_lane_text *t, const ts_linst *i)
{
    const ts_axis *x = &t->f->access[i->at].col;
    if (i->mask) {
        put_inside(t, x->base, x);
        ts_put(t->out, " ? ");
    }
    put_access1(t, i, "ld1");
    ts_put(t->out, i->mask ? ") : 0" : ")");
}

/* ---- stores ---- */

static void put_test(ts_lane_text *t, const ts_linst *i)
{
    const ts_axis *x = &t->f->access[i->at].col;
    bool one = i->op == TS_L_STORE1;
    if (!(i->mask & (one ? TS_MASK_RANGE : TS_MASK_ROW))) return;
    ts_put(t->out, "if (");
    if (one)
        put_inside(t, x->base, x);
    else
        put_row_test(t, i);
    ts_put(t->out, ") ");
}

void ts_lane_put_store(ts_lane_text *t, const ts_linst *i)
{
    ts_lane_indent(t);
    put_test(t, i);
    if (i->op == TS_L_STORE1)
        put_access1(t, i, "st1");
    else
        put_access(t, i, "st");
    ts_put(t->out, ", ");
    ts_lane_put_expr(t, i->arg[0]);
    ts_put(t->out, ");\n");
}

/* ---- gathers and scatters: x and y are the indices of an element, at its offset ---- */

static void put_axis_test(ts_lane_text *t, char index, const ts_axis *x)
{
    ts_put(t->out, "%c >= ", index);
    ts_lane_put_expr(t, x->lo);
    ts_put(t->out, " && %c < ", index);
    ts_lane_put_expr(t, x->hi);
}

static void put_validity(ts_lane_text *t, const ts_laccess *a)
{
    ts_lane_indent(t);
    ts_put(t->out, "const int valid = ");
    put_axis_test(t, 'x', &a->row);
    if (a->lie == TS_MATRIX) {
        ts_put(t->out, " && ");
        put_axis_test(t, 'y', &a->col);
    }
    ts_put(t->out, ";\n");
}

static void put_at(ts_lane_text *t, const ts_laccess *a)
{
    ts_lane_indent(t);
    ts_put(t->out, "const int64_t at = ");
    ts_lane_put_expr(t, a->offset);
    ts_put(t->out, " + x * ");
    ts_lane_put_expr(t, a->row.stride);
    if (a->lie == TS_MATRIX) {
        ts_put(t->out, " + y * ");
        ts_lane_put_expr(t, a->col.stride);
    }
    ts_put(t->out, ";\n");
}

void ts_lane_put_jump(ts_lane_text *t, const ts_linst *i)
{
    const ts_laccess *a = &t->f->access[i->at];
    bool gather = i->op == TS_L_GATHER;
    char m = ts_lane_memory((ts_dtype)i->type);
    ts_lane_indent(t);
    ts_put(t->out, "const int64_t x = ");
    ts_lane_put_expr(t, i->arg[1]);
    ts_put(t->out, ";\n");
    if (a->lie == TS_MATRIX) {
        ts_lane_indent(t);
        ts_put(t->out, "const int64_t y = (int64_t)");
        ts_lane_put_expr(t, a->col.base);
        ts_put(t->out, " + %c;\n", i->col.var);
    }
    put_validity(t, a);
    put_at(t, a);
    ts_lane_indent(t);
    ts_put(t->out, "if (valid) ");
    if (gather) ts_lane_put_expr(t, i->arg[0]);
    ts_put(t->out, gather ? " = ld1_%c(" : "st1_%c(", m);
    ts_lane_put_name(t, a->param);
    ts_put(t->out, ", at");
    if (!gather) ts_put(t->out, ", ");
    if (!gather) ts_lane_put_expr(t, i->arg[0]);
    ts_put(t->out, ");\n");
}

void ts_lane_put_prefetch(ts_lane_text *t, const ts_linst *i)
{
    ts_lane_indent(t);
    ts_put(t->out, "__builtin_prefetch((const char *)");
    ts_lane_put_name(t, t->f->access[i->at].param);
    ts_put(t->out, " + (");
    put_offset(t, i);
    ts_put(t->out, ") * %d / 8 + %lld);\n", ts_dtypes[i->type].bits, (long long)i->n);
}
