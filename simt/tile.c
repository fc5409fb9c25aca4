/* tile.c - blocks of instructions, and filling the home of a tile element by element. */
#include "simt/lower.h"

/* ---- blocks ---- */

uint32_t ts_low_for(ts_lower *l, uint32_t from, uint32_t below, uint32_t step, int unroll)
{
    return ts_s_put(
        l->s,
        (ts_sinst){.op = TS_S_FOR, .type = TS_i32, .a = from, .b = below, .c = step, .n = unroll});
}

void ts_low_if(ts_lower *l, uint32_t condition)
{
    ts_s_put(l->s, (ts_sinst){.op = TS_S_IF, .a = condition});
}

void ts_low_end(ts_lower *l)
{
    ts_s_put(l->s, (ts_sinst){.op = TS_S_END});
}
/* ---- filling a tile ---- */

static void fill_copies(ts_lower *l, uint32_t id, ts_low_fn *fn)
{
    ts_spread *p = &l->at[id];
    for (int i = 0; i < p->rows * p->cols; i++)
        p->reg[i] = fn(l, id, ts_low_any(ts_s_i32(l->s, i / p->cols), ts_s_i32(l->s, i % p->cols)));
}

static void fill_spread(ts_lower *l, uint32_t id, ts_low_fn *fn)
{
    ts_spread *p = &l->at[id];
    for (int r = 0; r < p->tall; r++)
        for (int j = 0; j < p->each; j++)
            p->reg[r * p->each + j] = fn(l, id, ts_low_own(l, &l->k->op[id], p, r, j));
}

void ts_low_fill_shared(ts_lower *l, uint32_t id, const ts_spread *p, ts_low_fn *fn)
{
    ts_simt *s = l->s;
    int n = p->rows * p->cols;
    ts_low_writes(l);
    uint32_t i = ts_low_for(l, l->thread, ts_s_i32(s, n), ts_s_i32(s, l->team), 0);
    uint32_t cols = ts_s_i32(s, p->cols), zero = ts_s_i32(s, 0);
    ts_element e = ts_low_any(zero, i);
    if (p->column)
        e = ts_low_any(i, zero);
    else if (p->rows > 1)
        e = ts_low_any(ts_s_op(s, TS_div_, i, cols, 0), ts_s_op(s, TS_rem_, i, cols, 0));
    if (p->pitch != p->cols || p->squares) i = ts_low_index(l, p, e);
    ts_low_share(l, p, i, fn(l, id, e));
    ts_low_end(l);
    l->shared_written = true;
}

/* A second home for what other threads read. */
void ts_low_copy(ts_lower *l, uint32_t id)
{
    const ts_spread *p = &l->at[id];
    if (p->home != TS_SPREAD || !p->copied || l->k->op[id].sort == TS_VARIABLE) return;
    ts_low_writes(l);
    for (int r = 0; r < p->tall; r++)
        for (int j = 0; j < p->each; j++) {
            uint32_t exists = ts_low_exists(l, p, j);
            uint32_t index = ts_low_index(l, p, ts_low_own(l, &l->k->op[id], p, r, j));
            if (exists) ts_low_if(l, exists);
            ts_low_share(l, p, index, p->reg[r * p->each + j]);
            if (exists) ts_low_end(l);
        }
    l->shared_written = true;
}

void ts_low_fill(ts_lower *l, uint32_t id, ts_low_fn *fn)
{
    ts_spread *p = &l->at[id];
    if (p->home == TS_COPIES)
        fill_copies(l, id, fn);
    else if (p->home == TS_SPREAD)
        fill_spread(l, id, fn);
    else
        ts_low_fill_shared(l, id, p, fn);
}
