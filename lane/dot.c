/* dot.c - contractions, as statements of the lane form: which sums stay in registers together. */
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

/* Slot s of a row of an operand; what lies beyond k in the last slot must not count. */
static uint32_t slot_of_row(ts_weave *w, uint32_t id, ts_dtype to, ts_spot row, int s)
{
    ts_layout y = w->plan->note[id].layout;
    uint32_t x = wide(w, id, to, row, ts_spot_at(s));
    if (y.cols % w->f->lanes == 0 || s < y.slots - 1) return x;
    return ts_weave_put(w, (ts_linst){.op = TS_L_KEEP,
                                      .type = to,
                                      .vector = true,
                                      .col = ts_spot_at(s),
                                      .n = y.cols,
                                      .arg = {x}});
}

/* Rows m0 .. m0 + rows - 1 of a against row n of b, which is in `row`. */
static void dot_row_block(ts_weave *w, uint32_t id, uint32_t row, int m0, int rows)
{
    const ts_op *o = &w->k->op[id];
    uint32_t sum[TS_BLOCK];
    for (int m = 0; m < rows; m++) sum[m] = vector(w, "t", m, TS_UNNUMBERED, o->dtype, 0);
    for (int s = 0; s < w->plan->note[o->arg[1]].layout.slots; s++)
        for (int m = 0; m < rows; m++) {
            uint32_t x = slot_of_row(w, o->arg[0], o->dtype, ts_spot_at(m0 + m), s);
            uint32_t a = vector(w, "a", m, s, o->dtype, x);
            multiply_add(w, sum[m], a,
                         ts_weave_slot(w, row, (ts_slot){ts_spot_at(0), ts_spot_at(s)}));
        }
    for (int m = 0; m < rows; m++) {
        uint32_t to = ts_weave_element(w, id, ts_spot_at(m0 + m), ts_spot_by('n'));
        ts_linst fold = {.op = TS_L_FOLD, .elem = TS_add_, .type = o->dtype, .arg = {sum[m]}};
        ts_linst set = {.op = TS_L_SET, .arg = {to, ts_weave_put(w, fold)}};
        if (o->arg[2])
            set.arg[2] = ts_weave_element(w, o->arg[2], ts_spot_at(m0 + m), ts_spot_by('n'));
        ts_weave_put(w, set);
    }
}

static void dot_rows(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    int slots = w->plan->note[o->arg[1]].layout.slots;
    uint32_t each = ts_weave_for(w, 'n', o->dim[1], true);
    ts_weave_prefetch_row(w, o->arg[1], 'n', 0, slots);
    uint32_t row = local(w, "w", TS_UNNUMBERED, TS_UNNUMBERED,
                         (ts_linst){.type = o->dtype, .vector = true, .n = slots});
    for (int s = 0; s < slots; s++) {
        uint32_t to = ts_weave_slot(w, row, (ts_slot){ts_spot_at(0), ts_spot_at(s)});
        ts_weave_set(w, to, slot_of_row(w, o->arg[1], o->dtype, ts_spot_by('n'), s));
    }
    for (int m0 = 0; m0 < o->dim[0]; m0 += TS_BLOCK) {
        uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
        dot_row_block(w, id, row, m0, o->dim[0] - m0 < TS_BLOCK ? o->dim[0] - m0 : TS_BLOCK);
        ts_weave_end(w, in);
    }
    ts_weave_end(w, each);
}

/* ---- a[m,k] b[k,n]: block by block, each down k ---- */

/* A block of the result that stays in registers while k runs. */
typedef struct tile_block {
    int m0, rows;  /* rows of a */
    int s0, slots; /* slots of b */
    uint32_t *sum; /* rows x slots */
} tile_block;

static void start_block(ts_weave *w, uint32_t id, const tile_block *b)
{
    const ts_op *o = &w->k->op[id];
    for (int m = 0; m < b->rows; m++)
        for (int s = 0; s < b->slots; s++) {
            ts_slot at = {ts_spot_at(b->m0 + m), ts_spot_at(b->s0 + s)};
            uint32_t from =
                o->arg[2] ? ts_weave_value(w, o->arg[2], w->plan->note[id].layout, at) : 0;
            b->sum[m * b->slots + s] = vector(w, "t", m, s, o->dtype, from);
        }
}

/* Row k of b meets column k of a. */
static void step_block(ts_weave *w, uint32_t id, const tile_block *b, uint32_t *row)
{
    const ts_op *o = &w->k->op[id];
    ts_spot k = ts_spot_by('k');
    ts_weave_prefetch_row(w, o->arg[1], 'k', b->s0, b->slots);
    for (int s = 0; s < b->slots; s++)
        row[s] = vector(w, "w", s, TS_UNNUMBERED, o->dtype,
                        wide(w, o->arg[1], o->dtype, k, ts_spot_at(b->s0 + s)));
    for (int m = 0; m < b->rows; m++) {
        uint32_t x = wide_element(w, o->arg[0], o->dtype, ts_spot_at(b->m0 + m), k);
        uint32_t a = vector(w, "a", m, TS_UNNUMBERED, o->dtype, ts_weave_splat(w, x));
        for (int s = 0; s < b->slots; s++) multiply_add(w, b->sum[m * b->slots + s], a, row[s]);
    }
}

static void dot_block(ts_weave *w, uint32_t id, const tile_block *b, uint32_t *row, int inner)
{
    uint32_t tile = w->def[ts_weave_at(w, id)];
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    start_block(w, id, b);
    uint32_t each = ts_weave_for(w, 'k', inner, true);
    step_block(w, id, b, row);
    ts_weave_end(w, each);
    for (int m = 0; m < b->rows; m++)
        for (int s = 0; s < b->slots; s++) {
            int slot = (b->m0 + m) * w->plan->note[id].layout.slots + b->s0 + s;
            uint32_t to = ts_weave_slot(w, tile, (ts_slot){ts_spot_at(0), ts_spot_at(slot)});
            w->f->i[to].flag = true;
            ts_weave_set(w, to, b->sum[m * b->slots + s]);
        }
    ts_weave_end(w, in);
}

/* As many slots beside TS_BLOCK rows as the registers for sums have room for. */
static void dot_columns(ts_weave *w, uint32_t id, int inner)
{
    enum { MOST = 512 }; /* sums of a block, whatever the target */
    uint32_t sum[MOST], row[MOST];
    int all_rows = w->k->op[id].dim[0], all_slots = w->plan->note[id].layout.slots;
    int rows = all_rows < TS_BLOCK ? all_rows : TS_BLOCK;
    int sums = ts_lane_traits_of(w->plan->target)->registers * 3 / 4;
    if (sums > MOST) sums = MOST;
    int slots = sums / rows > 0 ? sums / rows : 1;
    for (int m0 = 0; m0 < all_rows; m0 += rows)
        for (int s0 = 0; s0 < all_slots; s0 += slots) {
            tile_block b = {m0, all_rows - m0 < rows ? all_rows - m0 : rows, s0,
                            all_slots - s0 < slots ? all_slots - s0 : slots, sum};
            dot_block(w, id, &b, row, inner);
        }
}

void ts_weave_dot(ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    int inner = w->k->op[o->arg[0]].dim[1];
    ts_weave_tile(w, id, true);
    if (inner == 1 || o->dim[1] == 1)
        dot_elements(w, id, inner);
    else if (o->op == TS_dot_t_)
        dot_rows(w, id);
    else
        dot_columns(w, id, inner);
}
