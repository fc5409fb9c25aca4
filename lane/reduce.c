/* reduce.c - reductions, running sums and contractions of the lane family.
 *
 * Order of additions, fixed and part of the contract "same device, same bits": along a row, slot by
 * slot into one vector, whose lanes are then added by halves; down the rows, row by row. */
#include "lane/lane.h"

#include <string.h>

static const char *word(ts_opcode op)
{
    return op == TS_sum_ ? "sum" : op == TS_amax_ || op == TS_argmax_ ? "max" : "min";
}

/* What leaves the other operand as it is. */
static void put_identity(ts_text *t, ts_opcode op, ts_dtype type)
{
    bool most = op == TS_amin_ || op == TS_argmin_;
    if (op == TS_sum_)
        ts_put(t, type == TS_f32 ? "0.0f" : "0");
    else if (type == TS_f32)
        ts_put(t, most ? "INFINITY" : "-INFINITY");
    else if (type == TS_u32)
        ts_put(t, most ? "UINT32_MAX" : "0u");
    else
        ts_put(t, most ? "INT32_MAX" : "INT32_MIN");
}

/* t = t (op) slot, with the lanes beyond the tile left out. */
static void accumulate(ts_lane *l, uint32_t id, ts_slot at, bool masked)
{
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]];
    ts_layout y = l->plan->note[o->arg[0]].layout;
    char x = ts_lane_letter(a->dtype);
    bool sum = o->op == TS_sum_;
    ts_put(l->out, "%*s", 4 * l->depth, "");
    if (sum)
        ts_put(l->out, "t = t + ");
    else
        ts_put(l->out, "t = v_%s_%c(t, ", word(o->op), x);
    if (masked) ts_put(l->out, "keep_%c(", x);
    ts_lane_expr(l, l->out, o->arg[0], y, at);
    if (masked) {
        ts_put(l->out, ", %d - %s * LANES, sp_%c(", y.cols, at.slot, x);
        put_identity(l->out, o->op, a->dtype);
        ts_put(l->out, "))");
    }
    ts_put(l->out, sum ? ";\n" : ");\n");
}

static void start(ts_lane *l, const ts_op *o, ts_dtype type)
{
    ts_put(l->out, "%*sv%c t = sp_%c(", 4 * l->depth, "", ts_lane_letter(type),
           ts_lane_letter(type));
    put_identity(l->out, o->op, type);
    ts_put(l->out, ");\n");
}

/* t = all slots of row `row`. */
static void gather_row(ts_lane *l, uint32_t id, const char *row)
{
    const ts_op *o = &l->k->op[id];
    ts_layout y = l->plan->note[o->arg[0]].layout;
    bool masked = y.cols % l->plan->lanes != 0;
    start(l, o, l->k->op[o->arg[0]].dtype);
    if (y.slots <= l->plan->unrolled) {
        for (int s = 0; s < y.slots; s++) {
            char slot[16];
            snprintf(slot, sizeof slot, "%d", s);
            accumulate(l, id, (ts_slot){row, slot}, masked && s == y.slots - 1);
        }
        return;
    }
    ts_lane_line(l, "for (int s = 0; s < %d; s++)", y.slots);
    l->depth++;
    accumulate(l, id, (ts_slot){row, "s"}, masked);
    l->depth--;
}

static void declare(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    const ts_layout *y = &l->plan->note[id].layout;
    char name[TS_NAME];
    ts_lane_name(l, id, name);
    if (o->rank)
        ts_lane_line(l, "v%c %s[%d] UNUSED = {{0}};", ts_lane_letter(o->dtype), name,
                     y->rows * y->slots);
    else
        ts_lane_line(l, "%s %s UNUSED;", ts_lane_ctype(o->dtype), name);
}

/* Along the row: one scalar for each. */
static void along(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]];
    int rows = l->plan->note[o->arg[0]].layout.rows;
    if (rows > 1)
        ts_lane_line(l, "for (int r = 0; r < %d; r++) {", rows);
    else
        ts_lane_line(l, "{");
    l->depth++;
    gather_row(l, id, rows > 1 ? "r" : "0");
    ts_put(l->out, "%*s", 4 * l->depth, "");
    ts_lane_elem(l, l->out, id, "0", rows > 1 ? "r" : "0");
    ts_put(l->out, " = h_%s_%c(t);\n", word(o->op), ts_lane_letter(a->dtype));
    l->depth--;
    ts_lane_line(l, "}");
}

/* Down the rows: slot by slot. */
static void down(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_layout y = l->plan->note[o->arg[0]].layout;
    char name[TS_NAME];
    ts_lane_line(l, "for (int s = 0; s < %d; s++) {", y.slots);
    l->depth++;
    start(l, o, l->k->op[o->arg[0]].dtype);
    ts_lane_line(l, "for (int r = 0; r < %d; r++)", y.rows);
    l->depth++;
    accumulate(l, id, (ts_slot){"r", "s"}, false);
    l->depth--;
    ts_lane_line(l, "%s[s] = t;", ts_lane_name(l, id, name));
    l->depth--;
    ts_lane_line(l, "}");
}

/* A column [h,1] along axis 1 is itself, but for NaN, which is never the largest or smallest. */
static void copy_column(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    char name[TS_NAME], x = ts_lane_letter(o->dtype);
    bool sum = o->op == TS_sum_;
    ts_lane_line(l, "for (int s = 0; s < %d; s++)", l->plan->note[id].layout.slots);
    l->depth++;
    ts_put(l->out, "%*s%s[s] = ", 4 * l->depth, "", ts_lane_name(l, id, name));
    if (!sum) {
        ts_put(l->out, "v_%s_%c(sp_%c(", word(o->op), x, x);
        put_identity(l->out, o->op, o->dtype);
        ts_put(l->out, "), ");
    }
    ts_lane_expr(l, l->out, o->arg[0], l->plan->note[o->arg[0]].layout, (ts_slot){"0", "s"});
    ts_put(l->out, sum ? ";\n" : ");\n");
    l->depth--;
}

/* Element (o, i) of the operand: o counts results, i runs along the reduced axis. */
static void arg_element(ts_lane *l, const ts_op *o)
{
    const ts_op *a = &l->k->op[o->arg[0]];
    if (a->rank == 1)
        ts_lane_elem(l, l->out, o->arg[0], "0", "i");
    else if (o->axis == 1)
        ts_lane_elem(l, l->out, o->arg[0], "o", "i");
    else
        ts_lane_elem(l, l->out, o->arg[0], "i", "o");
}

/* Strictly better replaces, so the lowest index wins among ties; x == x keeps NaN out. */
static void arg_reduce(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]];
    int n = a->rank == 2 && o->axis == 1 ? a->dim[1] : a->dim[0];
    int results = (int)(ts_count(a) / (size_t)n);
    ts_lane_line(l, "for (int o = 0; o < %d; o++) {", results);
    l->depth++;
    ts_lane_line(l, "%s top = 0;", ts_lane_ctype(a->dtype));
    ts_lane_line(l, "int32_t best = -1;");
    ts_lane_line(l, "for (int i = 0; i < %d; i++) {", n);
    ts_put(l->out, "%*sconst %s x = ", 4 * l->depth + 4, "", ts_lane_ctype(a->dtype));
    arg_element(l, o);
    ts_put(l->out, ";\n");
    ts_lane_line(l, "    if (x == x && (best < 0 || x %c top)) top = x, best = i;",
                 o->op == TS_argmax_ ? '>' : '<');
    ts_lane_line(l, "}");
    ts_put(l->out, "%*s", 4 * l->depth, "");
    ts_lane_elem(l, l->out, id, "0", "o");
    ts_put(l->out, " = best < 0 ? 0 : best;\n");
    l->depth--;
    ts_lane_line(l, "}");
}

void ts_lane_reduce(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    ts_layout y = l->plan->note[o->arg[0]].layout;
    bool column = y.column;
    declare(l, id);
    if (o->op == TS_argmax_ || o->op == TS_argmin_)
        arg_reduce(l, id);
    else if (column && o->axis == 1)
        copy_column(l, id);
    else if (l->k->op[o->arg[0]].rank == 2 && o->axis == 0 && !column)
        down(l, id);
    else
        along(l, id);
}

void ts_lane_scan(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    bool rows = o->rank == 2 && o->axis == 1;
    int n = o->rank == 2 && o->axis == 1 ? o->dim[1] : o->dim[0];
    declare(l, id);
    ts_lane_line(l, "for (int o = 0; o < %d; o++) {", (int)(ts_count(o) / (size_t)n));
    l->depth++;
    ts_lane_line(l, "%s t = 0;", ts_lane_ctype(o->dtype));
    ts_lane_line(l, "for (int i = 0; i < %d; i++) {", n);
    ts_put(l->out, "%*st += ", 4 * l->depth + 4, "");
    arg_element(l, o);
    ts_put(l->out, ";\n%*s", 4 * l->depth + 4, "");
    ts_lane_elem(l, l->out, id,
                 rows           ? "o"
                 : o->rank == 1 ? "0"
                                : "i",
                 rows || o->rank == 1 ? "i" : "o");
    ts_put(l->out, " = t;\n");
    ts_lane_line(l, "}");
    l->depth--;
    ts_lane_line(l, "}");
}

/* ---- contractions ---- */

/* Slot of an operand in the accumulator's dtype. */
static void put_wide(ts_lane *l, uint32_t id, ts_dtype to, ts_slot at)
{
    const ts_op *a = &l->k->op[id];
    ts_lane_cast_name(l, l->out, a->dtype, to, true);
    ts_put(l->out, "(");
    ts_lane_expr(l, l->out, id, l->plan->note[id].layout, at);
    ts_put(l->out, ")");
}

static void put_wide_elem(ts_lane *l, uint32_t id, ts_dtype to, const char *row, const char *col)
{
    ts_lane_cast_name(l, l->out, l->k->op[id].dtype, to, false);
    ts_put(l->out, "(");
    ts_lane_elem(l, l->out, id, row, col);
    ts_put(l->out, ")");
}

static void put_addend(ts_lane *l, const ts_op *o, const char *row, const char *col)
{
    if (!o->arg[2])
        ts_put(l->out, "0");
    else
        ts_lane_elem(l, l->out, o->arg[2], row, col);
}

/* Degenerate extents, where a row is one element: plain loops. */
static void dot_elements(ts_lane *l, uint32_t id, int inner)
{
    const ts_op *o = &l->k->op[id];
    bool turned = o->op == TS_dot_t_;
    ts_lane_line(l, "for (int m = 0; m < %d; m++)", o->dim[0]);
    ts_lane_line(l, "    for (int n = 0; n < %d; n++) {", o->dim[1]);
    l->depth += 2;
    ts_put(l->out, "%*s%s t = ", 4 * l->depth, "", ts_lane_ctype(o->dtype));
    put_addend(l, o, "m", "n");
    ts_put(l->out, ";\n%*sfor (int k = 0; k < %d; k++) t += ", 4 * l->depth, "", inner);
    put_wide_elem(l, o->arg[0], o->dtype, "m", "k");
    ts_put(l->out, " * ");
    put_wide_elem(l, o->arg[1], o->dtype, turned ? "n" : "k", turned ? "k" : "n");
    ts_put(l->out, ";\n%*s", 4 * l->depth, "");
    ts_lane_elem(l, l->out, id, "m", "n");
    ts_put(l->out, " = t;\n");
    l->depth -= 2;
    ts_lane_line(l, "    }");
}

static void put_multiply_add(ts_lane *l, char x, const char *to, const char *a, const char *b)
{
    if (x == 'f')
        ts_lane_line(l, "%s = v_fma_f(%s, %s, %s);", to, a, b, to);
    else
        ts_lane_line(l, "%s = %s * %s + %s;", to, a, b, to);
}

/* Slot s of a row of an operand; what lies beyond k in the last slot must not count. */
static void put_slot_of_row(ts_lane *l, uint32_t id, ts_dtype to, const char *row, int s)
{
    ts_layout y = l->plan->note[id].layout;
    int tail = y.cols % l->plan->lanes;
    bool cut = tail && s == y.slots - 1;
    char slot[16], x = ts_lane_letter(to);
    snprintf(slot, sizeof slot, "%d", s);
    if (cut) ts_put(l->out, "keep_%c(", x);
    put_wide(l, id, to, (ts_slot){row, slot});
    if (cut) ts_put(l->out, ", %d, (v%c){0})", tail, x);
}

/* Rows m0 .. m0 + rows - 1 of a against row n of b, which is in w[]. */
static void dot_row_block(ts_lane *l, uint32_t id, int m0, int rows)
{
    const ts_op *o = &l->k->op[id];
    char x = ts_lane_letter(o->dtype), row[16], to[16], a[32], w[16];
    for (int m = 0; m < rows; m++) ts_lane_line(l, "v%c t%d = {0};", x, m);
    for (int s = 0; s < l->plan->note[o->arg[1]].layout.slots; s++) {
        snprintf(w, sizeof w, "w[%d]", s);
        for (int m = 0; m < rows; m++) {
            snprintf(row, sizeof row, "%d", m0 + m);
            snprintf(to, sizeof to, "t%d", m);
            snprintf(a, sizeof a, "a%d_%d", m, s);
            ts_put(l->out, "%*sconst v%c %s = ", 4 * l->depth, "", x, a);
            put_slot_of_row(l, o->arg[0], o->dtype, row, s);
            ts_put(l->out, ";\n");
            put_multiply_add(l, x, to, a, w);
        }
    }
    for (int m = 0; m < rows; m++) {
        snprintf(row, sizeof row, "%d", m0 + m);
        ts_put(l->out, "%*s", 4 * l->depth, "");
        ts_lane_elem(l, l->out, id, row, "n");
        ts_put(l->out, " = h_sum_%c(t%d)", x, m);
        if (o->arg[2]) ts_put(l->out, " + ");
        if (o->arg[2]) put_addend(l, o, row, "n");
        ts_put(l->out, ";\n");
    }
}

/* a[m,k] b[n,k]^T: a row of b is read once and meets every row of a. */
static void dot_rows(ts_lane *l, uint32_t id)
{
    int block = l->plan->block;
    const ts_op *o = &l->k->op[id];
    int slots = l->plan->note[o->arg[1]].layout.slots;
    ts_lane_line(l, "for (int n = 0; n < %d; n++) {", o->dim[1]);
    l->depth++;
    ts_lane_prefetch_row(l, o->arg[1], "n", 0, slots);
    ts_lane_line(l, "v%c w[%d];", ts_lane_letter(o->dtype), slots);
    for (int s = 0; s < slots; s++) {
        ts_put(l->out, "%*sw[%d] = ", 4 * l->depth, "", s);
        put_slot_of_row(l, o->arg[1], o->dtype, "n", s);
        ts_put(l->out, ";\n");
    }
    for (int m0 = 0; m0 < o->dim[0]; m0 += block) {
        ts_lane_line(l, "{");
        l->depth++;
        dot_row_block(l, id, m0, o->dim[0] - m0 < block ? o->dim[0] - m0 : block);
        l->depth--;
        ts_lane_line(l, "}");
    }
    l->depth--;
    ts_lane_line(l, "}");
}

/* A block of the result of a[m,k] b[k,n] that stays in registers while k runs. */
typedef struct tile_block {
    int m0, rows;  /* rows of a */
    int s0, slots; /* slots of b */
} tile_block;

static void start_block(ts_lane *l, uint32_t id, const tile_block *b)
{
    const ts_op *o = &l->k->op[id];
    char row[16], slot[16];
    for (int m = 0; m < b->rows; m++)
        for (int s = 0; s < b->slots; s++) {
            snprintf(row, sizeof row, "%d", b->m0 + m);
            snprintf(slot, sizeof slot, "%d", b->s0 + s);
            ts_put(l->out, "%*sv%c t%d_%d = ", 4 * l->depth, "", ts_lane_letter(o->dtype), m, s);
            if (o->arg[2])
                ts_lane_expr(l, l->out, o->arg[2], l->plan->note[id].layout, (ts_slot){row, slot});
            else
                ts_put(l->out, "{0}");
            ts_put(l->out, ";\n");
        }
}

/* Row k of b meets column k of a. */
static void step_block(ts_lane *l, uint32_t id, const tile_block *b)
{
    const ts_op *o = &l->k->op[id];
    char x = ts_lane_letter(o->dtype), text[32], a[16], w[16];
    ts_lane_prefetch_row(l, o->arg[1], "k", b->s0, b->slots);
    for (int s = 0; s < b->slots; s++) {
        snprintf(text, sizeof text, "%d", b->s0 + s);
        ts_put(l->out, "%*sconst v%c w%d = ", 4 * l->depth, "", x, s);
        put_wide(l, o->arg[1], o->dtype, (ts_slot){"k", text});
        ts_put(l->out, ";\n");
    }
    for (int m = 0; m < b->rows; m++) {
        snprintf(text, sizeof text, "%d", b->m0 + m);
        snprintf(a, sizeof a, "a%d", m);
        ts_put(l->out, "%*sconst v%c %s = sp_%c(", 4 * l->depth, "", x, a, x);
        put_wide_elem(l, o->arg[0], o->dtype, text, "k");
        ts_put(l->out, ");\n");
        for (int s = 0; s < b->slots; s++) {
            snprintf(text, sizeof text, "t%d_%d", m, s);
            snprintf(w, sizeof w, "w%d", s);
            put_multiply_add(l, x, text, a, w);
        }
    }
}

static void dot_block(ts_lane *l, uint32_t id, const tile_block *b, int inner)
{
    char name[TS_NAME];
    int slots = l->plan->note[id].layout.slots;
    ts_lane_line(l, "{");
    l->depth++;
    start_block(l, id, b);
    ts_lane_line(l, "for (int k = 0; k < %d; k++) {", inner);
    l->depth++;
    step_block(l, id, b);
    l->depth--;
    ts_lane_line(l, "}");
    ts_lane_name(l, id, name);
    for (int m = 0; m < b->rows; m++)
        for (int s = 0; s < b->slots; s++)
            ts_lane_line(l, "%s[%d] = t%d_%d;", name, (b->m0 + m) * slots + b->s0 + s, m, s);
    l->depth--;
    ts_lane_line(l, "}");
}

/* a[m,k] b[k,n]: block by block, each down k. */
static void dot_columns(ts_lane *l, uint32_t id, int inner)
{
    int all_rows = l->k->op[id].dim[0], all_slots = l->plan->note[id].layout.slots;
    int rows = all_rows < l->plan->block ? all_rows : l->plan->block;
    int wide = l->plan->sums / rows > 0 ? l->plan->sums / rows : 1;
    for (int m0 = 0; m0 < all_rows; m0 += rows)
        for (int s0 = 0; s0 < all_slots; s0 += wide) {
            tile_block b = {m0, all_rows - m0 < rows ? all_rows - m0 : rows, s0,
                            all_slots - s0 < wide ? all_slots - s0 : wide};
            dot_block(l, id, &b, inner);
        }
}

void ts_lane_dot(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]];
    int inner = a->dim[1];
    declare(l, id);
    if (inner == 1 || o->dim[1] == 1)
        dot_elements(l, id, inner);
    else if (o->op == TS_dot_t_)
        dot_rows(l, id);
    else
        dot_columns(l, id, inner);
}
