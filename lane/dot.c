/* dot.c - contractions that are computed element by element, or row of b by row of b; those by blocks are
 * block.c's. */
#include "lane/lower.h"

static uint32_t local(ts_weave *w, const char *name, int i, int j, ts_linst l)
{
    l.op = TS_L_LOCAL;
    l.name = name;
    l.id = (uint32_t)i;
    l.at = (uint32_t)j;
    return ts_weave_put(w, l);
}

/* A vector that is set where it begins and never again, or (value 0) of zeros and summed up. */
static uint32_t vector(ts_weave *w, const char *name, int i, int j, ts_dtype type, uint32_t value)
{
    bool fixed = value && name[0] != 't';
    return local(w, name, i, j,
                 (ts_linst){.type = type, .vector = true, .flag = fixed, .arg = {value}});
}

static uint32_t wide_element(ts_weave *w, uint32_t id, ts_dtype to, ts_spot row, ts_spot col)
{
    return ts_weave_cast(w, ts_weave_element(w, id, row, col), to);
}

/* Slot of an operand in the accumulator's dtype. */
static uint32_t wide(ts_weave *w, uint32_t id, ts_dtype to, ts_spot row, ts_spot col)
{
    ts_slot at = {row, col};
    return ts_weave_cast(w, ts_weave_value(w, id, w->plan->note[id].layout, at), to);
}

static void multiply_add(ts_weave *w, uint32_t to, uint32_t a, uint32_t b)
{
    ts_weave_put(w, (ts_linst){.op = TS_L_MULADD, .arg = {to, a, b}});
}

/* Degenerate extents, where a row is one element: plain loops. */
static void dot_elements(ts_weave *w, uint32_t id, int inner)
{
    const ts_op *o = &w->k->op[id];
    bool turned = o->op == TS_dot_t_;
    ts_spot m = ts_spot_by('m'), n = ts_spot_by('n'), k = ts_spot_by('k');
    uint32_t rows = ts_weave_for(w, 'm', o->dim[0], false);
    uint32_t cols = ts_weave_for(w, 'n', o->dim[1], true);
    uint32_t from = o->arg[2] ? ts_weave_element(w, o->arg[2], m, n) : ts_weave_long(w, 0);
    uint32_t t =
        local(w, "t", TS_UNNUMBERED, TS_UNNUMBERED, (ts_linst){.type = o->dtype, .arg = {from}});
    uint32_t each = ts_weave_for(w, 'k', inner, false);
    w->f->i[each].mask = 1;
    uint32_t a = wide_element(w, o->arg[0], o->dtype, m, k);
    uint32_t b = wide_element(w, o->arg[1], o->dtype, turned ? n : k, turned ? k : n);
    ts_weave_put(w, (ts_linst){.op = TS_L_ADD, .arg = {t, a, b}});
    ts_weave_end(w, each);
    ts_weave_set(w, ts_weave_element(w, id, m, n), t);
    ts_weave_end(w, cols);
    ts_weave_end(w, rows);
}

/* ---- a[m,k] b[n,k]^T: a row of b is read once and meets every row of a ---- */

uint32_t ts_weave_row_slot(ts_weave *w, uint32_t id, ts_dtype to, ts_spot row, ts_spot s)
{
    ts_layout y = w->plan->note[id].layout;
    uint32_t x = wide(w, id, to, row, s);
    if (y.cols % w->f->lanes == 0 || s.var || s.add < y.slots - 1) return x;
    return ts_weave_put(
        w,
        (ts_linst){.op = TS_L_KEEP, .type = to, .vector = true, .col = s, .n = y.cols, .arg = {x}});
}

/* `rows` rows of a, from `row` on, against a row of b. */
typedef struct row_block {
    uint32_t dot;
    ts_spot row, n; /* of a; of b */
    int rows;
    uint32_t sum[TS_BLOCK];
} row_block;

/* Slot s of them all; b: that of the row of b. Names are numbered by row and `u`. */
static void add_slot(ts_weave *w, const row_block *r, ts_spot s, int u, uint32_t b)
{
    const ts_op *o = &w->k->op[r->dot];
    for (int m = 0; m < r->rows; m++) {
        uint32_t x = ts_weave_row_slot(w, o->arg[0], o->dtype, ts_spot_plus(r->row, m), s);
        multiply_add(w, r->sum[m], vector(w, "a", m, u, o->dtype, x), b);
    }
}

static void start_rows(ts_weave *w, row_block *r)
{
    for (int m = 0; m < r->rows; m++)
        r->sum[m] = vector(w, "t", m, TS_UNNUMBERED, w->k->op[r->dot].dtype, 0);
}

static void end_rows(ts_weave *w, const row_block *r)
{
    const ts_op *o = &w->k->op[r->dot];
    for (int m = 0; m < r->rows; m++) {
        ts_spot row = ts_spot_plus(r->row, m), n = r->n;
        uint32_t to = ts_weave_element(w, r->dot, row, n);
        ts_linst fold = {.op = TS_L_FOLD, .elem = TS_add_, .type = o->dtype, .arg = {r->sum[m]}};
        ts_linst set = {.op = TS_L_SET, .arg = {to, ts_weave_put(w, fold)}};
        if (o->arg[2]) set.arg[2] = ts_weave_element(w, o->arg[2], row, n);
        ts_weave_put(w, set);
    }
}

/* A row of few slots stays in registers, or near them, for all rows of a. */
static uint32_t short_row(ts_weave *w, uint32_t id, ts_spot n, int slots)
{
    const ts_op *o = &w->k->op[id];
    ts_weave_prefetch_row(w, o->arg[1], (ts_slot){n, ts_spot_at(0)}, slots);
    uint32_t row = local(w, "w", TS_UNNUMBERED, TS_UNNUMBERED,
                         (ts_linst){.type = o->dtype, .vector = true, .n = slots});
    for (int s = 0; s < slots; s++) {
        uint32_t to = ts_weave_slot(w, row, (ts_slot){ts_spot_at(0), ts_spot_at(s)});
        ts_weave_set(w, to, ts_weave_row_slot(w, o->arg[1], o->dtype, n, ts_spot_at(s)));
    }
    return row;
}

static void along_short(ts_weave *w, const row_block *r, uint32_t row, int slots)
{
    for (int s = 0; s < slots; s++)
        add_slot(w, r, ts_spot_at(s), s,
                 ts_weave_slot(w, row, (ts_slot){ts_spot_at(0), ts_spot_at(s)}));
}

static void meet(ts_weave *w, row_block r, uint32_t row, int slots)
{
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    start_rows(w, &r);
    along_short(w, &r, row, slots);
    end_rows(w, &r);
    ts_weave_end(w, in);
}

/* Those behind the first `done`. */
static void short_rows(ts_weave *w, uint32_t id, int slots, int done)
{
    const ts_op *o = &w->k->op[id];
    int m = o->dim[0], turns = m / TS_BLOCK;
    ts_spot n = done ? ts_spot_beyond('n', done) : ts_spot_by('n');
    uint32_t each = ts_weave_for(w, 'n', o->dim[1] - done, true), row = short_row(w, id, n, slots);
    if (turns > 1) {
        uint32_t blocks = ts_weave_for(w, 'i', turns, true);
        meet(w, (row_block){id, ts_spot_times('i', TS_BLOCK, 0), n, TS_BLOCK, {0}}, row, slots);
        ts_weave_end(w, blocks);
    } else if (turns) {
        meet(w, (row_block){id, ts_spot_at(0), n, TS_BLOCK, {0}}, row, slots);
    }
    if (m % TS_BLOCK)
        meet(w, (row_block){id, ts_spot_at(turns * TS_BLOCK), n, m % TS_BLOCK, {0}}, row, slots);
    ts_weave_end(w, each);
}

static void dot_rows(ts_weave *w, uint32_t id)
{
    uint32_t a = w->k->op[id].arg[0];
    int slots = w->plan->note[w->k->op[id].arg[1]].layout.slots;
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    bool copied = ts_weave_copies(w, a, true);
    int done = slots <= TS_UNROLLED ? ts_weave_row_groups(w, id) : 0;
    if (slots > TS_UNROLLED)
        ts_weave_long_rows(w, id);
    else if (done < w->k->op[id].dim[1])
        short_rows(w, id, slots, done);
    if (copied) ts_weave_drop(w, a);
    ts_weave_end(w, in);
}

static void dot_slot(ts_weave *w, uint32_t id, ts_slot at)
{
    ts_weave_set(w, ts_weave_slot(w, w->def[ts_weave_at(w, id)], at), w->sum);
}

/* Every slot of the result is set as a whole. */
static bool in_whole_groups(const ts_weave *w, const ts_op *o, ts_dot_way way)
{
    bool few = w->plan->note[o->arg[1]].layout.slots <= TS_UNROLLED;
    return way == TS_DOT_ROWS && few && o->dim[1] % w->f->lanes == 0;
}

void ts_weave_dot(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    ts_dot_way way = ts_lane_dot_way(w->plan, o);
    bool whole = way == TS_DOT_BLOCKS || way == TS_DOT_UNIT || in_whole_groups(w, o, way);
    ts_weave_tile(w, id, !whole);
    if (way == TS_DOT_ELEMENTS)
        dot_elements(w, id, w->k->op[o->arg[0]].dim[1]);
    else if (way == TS_DOT_ROWS)
        dot_rows(w, id);
    else if (way == TS_DOT_UNIT)
        ts_weave_unit(w, id, w->def[ts_weave_at(w, id)]);
    else
        ts_weave_blocks(w, id, id, dot_slot);
}
