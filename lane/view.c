/* view.c - memory: views, loads, stores, gathers and scatters of the lane family.
 *
 * A view is an element offset into its param, and per dimension a stride and the range lo..hi-1 of
 * valid indices. row and part only compute new offsets and ranges; an invalid row leaves an empty
 * range, so one test per access decides all. What bounds.c proves is printed without that test. */
#include "lane/lane.h"

#include <stdlib.h>
#include <string.h>

/* ---- views ---- */

static void scalar_text(ts_lane *l, uint32_t id, char *buffer)
{
    ts_text t = {0};
    ts_lane_scalar(l, &t, id);
    snprintf(buffer, TS_NAME, "%s", t.s ? t.s : "0");
    free(t.s);
}

/* Elements between neighbours in dimension dim; clamped where it could not be reached anyway. */
int64_t ts_fixed_stride(const ts_kern *k, const ts_op *param, int dim)
{
    int64_t stride = 1;
    for (int e = dim + 1; e < param->rank; e++) {
        const ts_op *n = &k->op[param->arg[e]];
        if (n->op != TS_const_) return -1;
        if (n->value < 0 || __builtin_mul_overflow(stride, (int64_t)n->value, &stride)) return 0;
    }
    return stride;
}

static ts_reach reach_param(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_reach r = {.param = id, .dtype = o->dtype, .rank = o->rank, .offset = "0"};
    for (int d = 0; d < o->rank; d++) {
        int64_t stride = ts_fixed_stride(l->k, o, d);
        if (stride >= 0)
            snprintf(r.stride[d], TS_NAME, "%lld", (long long)stride);
        else
            snprintf(r.stride[d], TS_NAME, "b%u_%d", id, d);
        snprintf(r.lo[d], TS_NAME, "0");
        scalar_text(l, o->arg[d], r.hi[d]);
    }
    return r;
}

static void drop_first(ts_reach *r)
{
    for (int d = 0; d + 1 < r->rank; d++) {
        memcpy(r->stride[d], r->stride[d + 1], TS_NAME);
        memcpy(r->lo[d], r->lo[d + 1], TS_NAME);
        memcpy(r->hi[d], r->hi[d + 1], TS_NAME);
    }
    r->rank--;
}

static void exchange(char *a, char *b)
{
    char t[TS_NAME];
    memcpy(t, a, TS_NAME);
    memcpy(a, b, TS_NAME);
    memcpy(b, t, TS_NAME);
}

/* The variables that a row or part statement has printed: o (offset), l and h (range), s (stride). */
ts_reach ts_lane_reach(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    if (o->op == TS_param_) return reach_param(l, id);
    ts_reach r = ts_lane_reach(l, o->arg[0]);
    char name[TS_NAME];
    if (o->op == TS_swap_) {
        int a = r.rank - 2, b = r.rank - 1;
        exchange(r.stride[a], r.stride[b]);
        exchange(r.lo[a], r.lo[b]);
        exchange(r.hi[a], r.hi[b]);
        return r;
    }
    ts_lane_name(l, id, name);
    snprintf(r.offset, TS_NAME, "o%s", name + 1);
    if (o->op == TS_row_) {
        drop_first(&r);
        if (!ts_inside(l->plan, o->arg[0], 0, o->arg[1], 1))
            snprintf(r.hi[0], TS_NAME, "h%s", name + 1);
        return r;
    }
    snprintf(r.lo[o->axis], TS_NAME, "l%s", name + 1);
    snprintf(r.hi[o->axis], TS_NAME, "h%s", name + 1);
    if (o->step != 1) snprintf(r.stride[o->axis], TS_NAME, "s%s", name + 1);
    return r;
}

/* offset + index * stride, without what adds nothing */
static void put_sum(ts_text *t, const char *offset, const char *index, const char *stride)
{
    bool zero = !strcmp(index, "0"), plain = !strcmp(offset, "0");
    if (!plain || zero) ts_put(t, "%s%s", offset, zero ? "" : " + ");
    if (!zero) ts_put(t, strcmp(stride, "1") ? "(int64_t)%s * %s" : "%s", index, stride);
}

static void print_offset(ts_lane *l, const char *name, const ts_reach *up, const char *index, int d)
{
    ts_put(l->out, "%*sconst int64_t o%s UNUSED = ", 4 * l->depth, "", name);
    put_sum(l->out, up->offset, index, up->stride[d]);
    ts_put(l->out, ";\n");
}

static void print_row(ts_lane *l, uint32_t id, const char *name)
{
    const ts_op *o = &l->k->op[id];
    ts_reach up = ts_lane_reach(l, o->arg[0]);
    char i[TS_NAME];
    scalar_text(l, o->arg[1], i);
    print_offset(l, name, &up, i, 0);
    if (!ts_inside(l->plan, o->arg[0], 0, o->arg[1], 1))
        ts_lane_line(l, "const int64_t h%s UNUSED = %s >= %s && %s < %s ? %s : 0;", name, i,
                     up.lo[0], i, up.hi[0], up.hi[1]);
}

static void print_part(ts_lane *l, uint32_t id, const char *name)
{
    const ts_op *o = &l->k->op[id];
    ts_reach up = ts_lane_reach(l, o->arg[0]);
    char start[TS_NAME], count[TS_NAME];
    int d = o->axis;
    scalar_text(l, o->arg[1], start);
    scalar_text(l, o->arg[2], count);
    print_offset(l, name, &up, start, d);
    ts_lane_line(l, "const int64_t l%s UNUSED = ts_window(%s, %s, %d, 0);", name, up.lo[d], start,
                 o->step);
    ts_lane_line(l, "const int64_t h%s UNUSED = ts_least(%s, ts_window(%s, %s, %d, INT64_MIN));",
                 name, count, up.hi[d], start, o->step);
    if (o->step != 1)
        ts_lane_line(l, "const int64_t s%s UNUSED = (int64_t)%s * %d;", name, up.stride[d],
                     o->step);
}

void ts_lane_view(ts_lane *l, uint32_t id)
{
    char name[TS_NAME];
    ts_lane_name(l, id, name);
    if (l->k->op[id].op == TS_row_)
        print_row(l, id, name + 1);
    else
        print_part(l, id, name + 1);
}

/* ---- one access: where it goes and what must be tested ---- */

typedef struct access {
    ts_reach r;
    char row[TS_NAME * 2]; /* index in dimension 0 of a matrix access, "" for rank 1 */
    char col[TS_NAME * 2]; /* index of lane 0 in the dimension that lies along the lanes */
    int along;             /* that dimension */
    bool test_row, test_col;
    char lanes[TS_NAME]; /* how many lanes of this slot hold elements, "" for all */
} access;

static void sum_text(char *buffer, const char *a, const char *b)
{
    if (!strcmp(b, "0"))
        snprintf(buffer, 2 * TS_NAME, "%s", a);
    else if (!strcmp(a, "0"))
        snprintf(buffer, 2 * TS_NAME, "%s", b);
    else
        snprintf(buffer, 2 * TS_NAME, "%s + %s", a, b);
}

/* Lanes of slot `slot` that belong to a tile of `width` elements. */
static void lanes_text(const ts_lane *l, char *buffer, const char *slot, int width)
{
    int lanes = l->plan->lanes;
    buffer[0] = 0;
    if (width % lanes == 0) return;
    bool known = slot[0] >= '0' && slot[0] <= '9';
    if (known && (atoi(slot) + 1) * lanes <= width) return;
    if (known)
        snprintf(buffer, TS_NAME, "%d", width - atoi(slot) * lanes);
    else
        snprintf(buffer, TS_NAME, "(%d - %s * LANES)", width, slot);
}

static void column_of(const ts_lane *l, access *a, const char *index, const char *slot, int width)
{
    char at[TS_NAME] = "0", wide[TS_NAME + 16];
    if (strcmp(slot, "0")) snprintf(at, sizeof at, "%.24s * LANES", slot);
    snprintf(wide, sizeof wide, strcmp(index, "0") ? "(int64_t)%s" : "%s", index);
    sum_text(a->col, wide, at);
    lanes_text(l, a->lanes, slot, width);
}

/* Slot `at` of a [w] or [h,w] tile at indices index[] of the view. */
static access locate(ts_lane *l, uint32_t view, const uint32_t *index, const ts_op *tile,
                     ts_layout y, ts_slot at)
{
    access a = {.r = ts_lane_reach(l, view)};
    char i[TS_NAME], j[TS_NAME], wide[TS_NAME + 16];
    scalar_text(l, index[0], i);
    if (a.r.rank == 1) {
        column_of(l, &a, i, at.slot, tile->dim[0]);
        a.test_col = !ts_inside(l->plan, view, 0, index[0], tile->dim[0]);
        return a;
    }
    scalar_text(l, index[1], j);
    a.test_row = !ts_inside(l->plan, view, 0, index[0], tile->dim[0]);
    a.test_col = !ts_inside(l->plan, view, 1, index[1], tile->dim[1]);
    if (y.column) { /* lanes run down the rows, at one column */
        bool t = a.test_row;
        a.test_row = a.test_col;
        a.test_col = t;
        column_of(l, &a, i, at.slot, tile->dim[0]);
        snprintf(a.row, sizeof a.row, "(int64_t)%s", j);
        return a;
    }
    a.along = 1;
    column_of(l, &a, j, at.slot, tile->dim[1]);
    snprintf(wide, sizeof wide, strcmp(i, "0") ? "(int64_t)%s" : "%s", i);
    sum_text(a.row, wide, at.row);
    return a;
}

static void put_offset(ts_text *t, const access *a)
{
    const char *stride = a->r.stride[a->along];
    bool plain = !strcmp(a->r.offset, "0");
    if (!plain) ts_put(t, "%s", a->r.offset);
    if (a->row[0] && strcmp(a->row, "0"))
        ts_put(t, "%s(%s) * %s", plain ? "" : " + ", a->row, a->r.stride[1 - a->along]);
    else if (plain && !strcmp(a->col, "0"))
        ts_put(t, "0");
    bool first = plain && !(a->row[0] && strcmp(a->row, "0"));
    if (strcmp(a->col, "0"))
        ts_put(t, strcmp(stride, "1") ? "%s(%s) * %s" : "%s%s", first ? "" : " + ", a->col, stride);
}

static void put_range(ts_text *t, const access *a)
{
    const char *stride = a->r.stride[a->along], *lanes = a->lanes[0] ? a->lanes : "LANES";
    ts_put(t, ", %s, ", stride);
    if (!a->test_col) {
        ts_put(t, "0, %s", lanes);
        return;
    }
    const char *lo = a->r.lo[a->along], *hi = a->r.hi[a->along];
    if (!strcmp(lo, "0"))
        ts_put(t, "-(%s), ", a->col);
    else
        ts_put(t, "%s - (%s), ", lo, a->col);
    ts_put(t, "ts_least(%s - (%s), %s)", hi, a->col, lanes);
}

static bool whole(const access *a)
{
    return !a->test_col && !a->lanes[0] && !strcmp(a->r.stride[a->along], "1");
}

static void put_row_test(ts_text *t, const access *a)
{
    int d = 1 - a->along;
    ts_put(t, "%s >= %s && %s < %s", a->row, a->r.lo[d], a->row, a->r.hi[d]);
}

/* ---- loads ---- */

static void put_load(ts_text *t, const access *a)
{
    char m = ts_lane_memory(a->r.dtype);
    if (a->test_row && whole(a)) { /* a row outside is read from zeros: a choice, not a branch */
        ts_put(t, "ldr_%c(", m);
        put_row_test(t, a);
        ts_put(t, ", b%u, ", a->r.param);
        put_offset(t, a);
        ts_put(t, ")");
        return;
    }
    if (a->test_row) {
        ts_put(t, "(");
        put_row_test(t, a);
        ts_put(t, " ? ");
    }
    ts_put(t, "ld%s_%c(b%u, ", whole(a) ? "" : "m", m, a->r.param);
    put_offset(t, a);
    if (!whole(a)) put_range(t, a);
    ts_put(t, ")");
    if (a->test_row) ts_put(t, " : (v%c){0})", ts_lane_letter(a->r.dtype));
}

void ts_lane_load(ts_lane *l, ts_text *t, uint32_t id, ts_slot at)
{
    const ts_op *o = &l->k->op[id];
    access a = locate(l, o->arg[0], o->arg + 1, o, l->plan->note[id].layout, at);
    put_load(t, &a);
}

void ts_lane_load_scalar(ts_lane *l, ts_text *t, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_reach r = ts_lane_reach(l, o->arg[0]);
    char i[TS_NAME];
    scalar_text(l, o->arg[1], i);
    bool proven = ts_inside(l->plan, o->arg[0], 0, o->arg[1], 1);
    if (!proven) ts_put(t, "%s >= %s && %s < %s ? ", i, r.lo[0], i, r.hi[0]);
    ts_put(t, "ld1_%c(b%u, ", ts_lane_memory(r.dtype), r.param);
    put_sum(t, r.offset, i, r.stride[0]);
    ts_put(t, ")");
    if (!proven) ts_put(t, " : 0");
}

static void declare_clear(ts_lane *l, uint32_t id)
{
    const ts_layout *y = &l->plan->note[id].layout;
    char name[TS_NAME];
    ts_lane_line(l, "v%c %s[%d] UNUSED = {{0}};", ts_lane_letter(l->k->op[id].dtype),
                 ts_lane_name(l, id, name), y->rows * y->slots);
}

/* Element by element: gathers are bound by the memory they jump about in. */
static void element_loops(ts_lane *l, const ts_op *o)
{
    ts_lane_line(l, "for (int r = 0; r < %d; r++)", o->dim[0]);
    if (o->rank == 2)
        ts_lane_line(l, "    for (int c = 0; c < %d; c++) {", o->dim[1]);
    else
        ts_lane_line(l, "    {");
    l->depth += 2;
}

static void close_loops(ts_lane *l)
{
    l->depth -= 2;
    ts_lane_line(l, "    }");
}

/* x: row index of the element, valid: whether it may be touched, o: its offset. */
static void place_element(ts_lane *l, const ts_op *o, const ts_reach *v)
{
    ts_put(l->out, "%*sconst int64_t x = ", 4 * l->depth, "");
    ts_lane_elem(l, l->out, o->arg[1], "0", "r");
    ts_put(l->out, ";\n");
    if (v->rank == 1) {
        ts_lane_line(l, "const int valid = x >= %s && x < %s;", v->lo[0], v->hi[0]);
        ts_lane_line(l, "const int64_t at = %s + x * %s;", v->offset, v->stride[0]);
        return;
    }
    char j[TS_NAME];
    scalar_text(l, o->arg[2], j);
    ts_lane_line(l, "const int64_t y = (int64_t)%s + c;", j);
    ts_lane_line(l, "const int valid = x >= %s && x < %s && y >= %s && y < %s;", v->lo[0], v->hi[0],
                 v->lo[1], v->hi[1]);
    ts_lane_line(l, "const int64_t at = %s + x * %s + y * %s;", v->offset, v->stride[0],
                 v->stride[1]);
}

static const char *row_of(const ts_op *tile)
{
    return tile->rank == 1 ? "0" : "r";
}

static const char *col_of(const ts_op *tile)
{
    return tile->rank == 1 ? "r" : "c";
}

void ts_lane_gather(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_reach v = ts_lane_reach(l, o->arg[0]);
    declare_clear(l, id);
    element_loops(l, o);
    place_element(l, o, &v);
    ts_put(l->out, "%*sif (valid) ", 4 * l->depth, "");
    ts_lane_elem(l, l->out, id, row_of(o), col_of(o));
    ts_put(l->out, " = ld1_%c(b%u, at);\n", ts_lane_memory(v.dtype), v.param);
    close_loops(l);
}

void ts_lane_scatter(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id], *x = &l->k->op[o->arg[o->argc - 1]];
    ts_reach v = ts_lane_reach(l, o->arg[0]);
    element_loops(l, x);
    place_element(l, o, &v);
    ts_put(l->out, "%*sif (valid) st1_%c(b%u, at, ", 4 * l->depth, "", ts_lane_memory(v.dtype),
           v.param);
    ts_lane_elem(l, l->out, o->arg[o->argc - 1], row_of(x), col_of(x));
    ts_put(l->out, ");\n");
    close_loops(l);
}

/* ---- stores ---- */

static void store_slot(ts_lane *l, uint32_t id, ts_slot at)
{
    const ts_op *o = &l->k->op[id];
    uint32_t value = o->arg[o->argc - 1];
    ts_layout y = l->plan->note[value].layout;
    access a = locate(l, o->arg[0], o->arg + 1, &l->k->op[value], y, at);
    ts_put(l->out, "%*s", 4 * l->depth, "");
    if (a.test_row) {
        ts_put(l->out, "if (");
        put_row_test(l->out, &a);
        ts_put(l->out, ") ");
    }
    ts_put(l->out, "st%s_%c(b%u, ", whole(&a) ? "" : "m", ts_lane_memory(a.r.dtype), a.r.param);
    put_offset(l->out, &a);
    if (!whole(&a)) put_range(l->out, &a);
    ts_put(l->out, ", ");
    ts_lane_expr(l, l->out, value, y, at);
    ts_put(l->out, ");\n");
}

static void store_scalar(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_reach r = ts_lane_reach(l, o->arg[0]);
    char i[TS_NAME];
    scalar_text(l, o->arg[1], i);
    ts_put(l->out, "%*s", 4 * l->depth, "");
    if (!ts_inside(l->plan, o->arg[0], 0, o->arg[1], 1))
        ts_put(l->out, "if (%s >= %s && %s < %s) ", i, r.lo[0], i, r.hi[0]);
    ts_put(l->out, "st1_%c(b%u, ", ts_lane_memory(r.dtype), r.param);
    put_sum(l->out, r.offset, i, r.stride[0]);
    ts_put(l->out, ", ");
    ts_lane_scalar(l, l->out, o->arg[2]);
    ts_put(l->out, ");\n");
}

void ts_lane_store(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    uint32_t value = o->arg[o->argc - 1];
    if (l->k->op[value].rank == 0)
        store_scalar(l, id);
    else
        ts_lane_each(l, id, l->plan->note[value].layout, store_slot);
}

/* ---- prefetch: what each stream reads a fixed distance ahead, once per iteration ---- */

static void prefetch_lines(ts_lane *l, const access *a, size_t bytes, size_t ahead)
{
    for (size_t line = 0; line < bytes; line += 64) {
        ts_put(l->out, "%*s__builtin_prefetch((const char *)b%u + (", 4 * l->depth, "", a->r.param);
        put_offset(l->out, a);
        ts_put(l->out, ") * %d / 8 + %zu);\n", ts_dtypes[a->r.dtype].bits, ahead + line);
    }
}

/* Vectors; and only for views that were there before the loop: their names are known at its head. */
void ts_lane_prefetch(ts_lane *l, uint32_t loop)
{
    size_t ahead = (size_t)ts_lane_traits_of(l->plan->target)->prefetch_bytes;
    if (!ahead) return;
    for (uint32_t i = loop + 1; i < l->plan->note[loop].end; i++) {
        const ts_op *o = &l->k->op[i];
        bool here = l->plan->note[i].stream && l->plan->note[i].loop == loop && o->rank == 1;
        if (!here || o->arg[0] > loop || o->arg[1] > loop) continue;
        for (l->stream = 0; l->stream < l->streams; l->stream++) {
            access a =
                locate(l, o->arg[0], o->arg + 1, o, l->plan->note[i].layout, (ts_slot){"0", "0"});
            prefetch_lines(l, &a, ts_bytes(o->dtype, ts_count(o)), ahead);
        }
        l->stream = 0;
    }
}

/* A matrix is prefetched row by row by whoever walks it, one tile ahead. */
void ts_lane_prefetch_row(ts_lane *l, uint32_t operand, const char *row, int slot, int slots)
{
    while (l->plan->note[operand].inlined && l->k->op[operand].op == TS_cast_)
        operand = l->k->op[operand].arg[0];
    const ts_op *o = &l->k->op[operand];
    const ts_note *n = &l->plan->note[operand];
    if (!n->stream || !n->inlined || o->rank != 2) return;
    if (!ts_lane_traits_of(l->plan->target)->prefetch_bytes) return;
    char next[TS_NAME], from[16];
    snprintf(next, sizeof next, "%s + %d", row, o->dim[0]);
    snprintf(from, sizeof from, "%d", slot);
    access a = locate(l, o->arg[0], o->arg + 1, o, n->layout, (ts_slot){next, from});
    prefetch_lines(l, &a, ts_bytes(o->dtype, (size_t)(slots * l->plan->lanes)), 0);
}
