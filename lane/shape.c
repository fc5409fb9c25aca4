/* shape.c - ops that only move elements: printed as loops over the elements of the result. */
#include "lane/lane.h"

#include <string.h>

/* Row and column of element (r, c) of o in a, which is row-major like it. */
static void unfold(const ts_op *o, const ts_op *a, char *row, char *col, size_t n)
{
    char at[32] = "c";
    if (ts_cols(o) == 1)
        snprintf(at, sizeof at, "r");
    else if (ts_rows(o) > 1)
        snprintf(at, sizeof at, "(r * %d + c)", ts_cols(o));
    snprintf(row, n, ts_rows(a) == 1 ? "0" : ts_cols(a) == 1 ? "%s" : "%s / %d", at, ts_cols(a));
    snprintf(col, n, ts_cols(a) == 1 ? "0" : ts_rows(a) == 1 ? "%s" : "%s %% %d", at, ts_cols(a));
}

/* Source element of result element (r, c), as C text. A rank-1 tile is one row. */
static void source(const ts_lane *l, const ts_op *o, char *row, char *col, size_t n)
{
    const ts_op *a = &l->k->op[o->arg[0]];
    bool down = o->rank == 2 && o->axis == 0;
    snprintf(row, n, "r");
    snprintf(col, n, "c");
    if (o->op == TS_slice_ && down)
        snprintf(row, n, "r + %d", o->step);
    else if (o->op == TS_slice_)
        snprintf(col, n, "c + %d", o->step);
    else if (o->op == TS_transpose_) {
        snprintf(row, n, "c");
        snprintf(col, n, "r");
    } else if (o->op == TS_reshape_) {
        unfold(o, a, row, col, n);
    }
}

static void copy(ts_lane *l, uint32_t id, uint32_t from, int rows, int cols, const char *to_row,
                 const char *to_col, const char *row, const char *col)
{
    ts_lane_line(l, "for (int r = 0; r < %d; r++)", rows);
    ts_lane_line(l, "    for (int c = 0; c < %d; c++)", cols);
    ts_put(l->out, "%*s", 4 * (l->depth + 2), "");
    ts_lane_elem(l, l->out, id, to_row, to_col);
    ts_put(l->out, " = ");
    ts_lane_elem(l, l->out, from, row, col);
    ts_put(l->out, ";\n");
}

static void concat(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id], *a = &l->k->op[o->arg[0]], *b = &l->k->op[o->arg[1]];
    bool down = o->rank == 2 && o->axis == 0;
    char behind[32];
    copy(l, id, o->arg[0], ts_rows(a), ts_cols(a), "r", "c", "r", "c");
    snprintf(behind, sizeof behind, "%c + %d", down ? 'r' : 'c', down ? ts_rows(a) : ts_cols(a));
    copy(l, id, o->arg[1], ts_rows(b), ts_cols(b), down ? behind : "r", down ? "c" : behind, "r",
         "c");
}

void ts_lane_shape(ts_lane *l, uint32_t id)
{
    const ts_op *o = &l->k->op[id];
    const ts_layout *y = &l->plan->note[id].layout;
    char name[TS_NAME], row[64], col[64];
    ts_lane_line(l, "v%c %s[%d] UNUSED = {{0}};", ts_lane_letter(o->dtype),
                 ts_lane_name(l, id, name), y->rows * y->slots);
    if (o->op == TS_concat_) {
        concat(l, id);
        return;
    }
    source(l, o, row, col, sizeof row);
    copy(l, id, o->arg[0], ts_rows(o), ts_cols(o), "r", "c", row, col);
}
