/* panel.c - a tile [n,k] that only contractions with its transpose read, held as [k,n]: squares of as
 * many rows as a vector has lanes are turned in registers on the way, and narrow elements widened; integers
 * are paired, two 16-bit halves to a word, as what multiplies them wants them.
 *
 *      rows n of a slot:   a a a a          rows k of the panel:   a b c d
 *                          b b b b    TURN                         a b c d
 *                          c c c c   ------>                       a b c d
 *                          d d d d                                 a b c d */
#include "lane/lower.h"

/* Slot s of a row; zeros behind the tile's end. */
static uint32_t padded(ts_weave *w, uint32_t id, ts_spot row, ts_spot s, bool whole)
{
    ts_layout y = w->plan->note[id].layout;
    ts_dtype type = ts_weave_held(w, id);
    if (!whole && s.add >= y.slots)
        return ts_weave_splat(w, ts_weave_put(w, (ts_linst){.op = TS_L_CONST, .type = type}));
    uint32_t x = ts_weave_cast(w, ts_weave_compute(w, id, (ts_slot){row, s}), type);
    if (whole || (s.add + 1) * w->f->lanes <= y.cols) return x;
    return ts_weave_put(
        w, (ts_linst){
               .op = TS_L_KEEP, .type = type, .vector = true, .col = s, .n = y.cols, .arg = {x}});
}

/* A slot of what the tile holds, in its dtype; whole: nothing of it is beyond the tile. Slot s of pairs is
 * made of slots 2 s and 2 s + 1: in which order k is walked is all the same, if both operands of a contraction
 * agree. */
static uint32_t held_slot(ts_weave *w, uint32_t id, ts_slot at, bool whole)
{
    if (!w->plan->note[id].paired)
        return ts_weave_cast(w, ts_weave_compute(w, id, at), ts_weave_held(w, id));
    ts_spot low = at.col.var ? ts_spot_times(at.col.var, 2, 0) : ts_spot_at(2 * at.col.add);
    uint32_t a = padded(w, id, at.row, low, whole);
    uint32_t b = padded(w, id, at.row, ts_spot_plus(low, 1), whole);
    return ts_weave_put(w,
                        (ts_linst){.op = TS_L_PAIR, .type = TS_i32, .vector = true, .arg = {a, b}});
}

/* Slots of a row in the tile that is held that need no padding. */
static int whole_slots(const ts_weave *w, uint32_t id)
{
    int slots = w->plan->note[id].layout.cols / w->f->lanes;
    return w->plan->note[id].paired ? slots / 2 : slots;
}

static void pairs_of(ts_weave *w, uint32_t id, ts_spot s, bool whole)
{
    ts_slot at = {ts_spot_by('r'), s};
    uint32_t to = ts_weave_slot(w, w->def[ts_weave_at(w, id)], at);
    ts_weave_set(w, to, held_slot(w, id, at, whole));
}

void ts_weave_pairs(ts_weave *w, uint32_t id)
{
    int whole = whole_slots(w, id), all = ts_weave_layout(w, id).slots;
    ts_weave_tile(w, id, false);
    uint32_t rows = ts_weave_far(w, 'r', w->k->op[id].dim[0]);
    if (whole) {
        uint32_t each = ts_weave_for(w, 's', whole, false);
        pairs_of(w, id, ts_spot_by('s'), true);
        ts_weave_end(w, each);
    }
    if (whole < all) pairs_of(w, id, ts_spot_at(whole), false);
    ts_weave_end(w, rows);
}

/* Row n, slot s of the value, in the dtype of the panel; zeros where the tile has no such row. */
static uint32_t slot_of_row(ts_weave *w, uint32_t id, ts_spot n, ts_spot s, bool there)
{
    ts_dtype type = ts_weave_held(w, id);
    if (!there)
        return ts_weave_splat(w, ts_weave_put(w, (ts_linst){.op = TS_L_CONST, .type = type}));
    return held_slot(w, id, (ts_slot){n, s}, s.var || s.add < whole_slots(w, id));
}

static void set(ts_weave *w, uint32_t q, ts_spot i, uint32_t x)
{
    ts_weave_set(w, ts_weave_slot(w, q, (ts_slot){ts_spot_at(0), i}), x);
}

/* `rows` rows of slot at.col, from row at.row on, and zeros. Masks are a lot of text, so where there are
 * some, rows are a loop. */
static void fill(ts_weave *w, uint32_t id, uint32_t q, ts_slot at, int rows)
{
    uint32_t load = ts_weave_load_within(w, id);
    bool loop = load && rows > 1 && !ts_weave_is_whole(w, load);
    if (loop) {
        uint32_t each = ts_weave_for(w, 'e', rows, false);
        ts_spot row = at.row.var ? at.row : ts_spot_beyond('e', at.row.add);
        if (at.row.var) row.plus = 'e';
        set(w, q, ts_spot_by('e'), slot_of_row(w, id, row, at.col, true));
        ts_weave_end(w, each);
    }
    for (int i = loop ? rows : 0; i < w->f->lanes; i++)
        set(w, q, ts_spot_at(i), slot_of_row(w, id, ts_spot_plus(at.row, i), at.col, i < rows));
}

/* Rows n .. n + lanes - 1 of slot s; some of the last square are not there. */
static void square(ts_weave *w, uint32_t id, ts_spot n, ts_spot s, ts_spot col, int rows, int cols)
{
    int lanes = w->f->lanes;
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    uint32_t q = ts_weave_put(w, (ts_linst){.op = TS_L_LOCAL,
                                            .type = ts_weave_held(w, id),
                                            .vector = true,
                                            .n = lanes,
                                            .name = "q",
                                            .id = TS_UNNUMBERED,
                                            .at = TS_UNNUMBERED});
    uint32_t load = ts_weave_load_within(w, id);
    for (int i = 0; i < lanes; i++)
        ts_weave_prefetch_rows(w, load, (ts_slot){ts_spot_plus(n, i), s}, 1, lanes);
    fill(w, id, q, (ts_slot){n, s}, rows);
    ts_weave_put(w, (ts_linst){.op = TS_L_TURN, .arg = {q}});
    ts_spot k = s.var ? ts_spot_times(s.var, lanes, 0) : ts_spot_at(s.add * lanes);
    for (int i = 0; i < cols; i++) {
        ts_slot to = {ts_spot_plus(k, i), col}, from = {ts_spot_at(0), ts_spot_at(i)};
        ts_weave_set(w, ts_weave_slot(w, w->def[ts_weave_at(w, id)], to),
                     ts_weave_slot(w, q, from));
    }
    ts_weave_end(w, in);
}

/* The squares of `rows` rows from n on: whole ones, and what is left of k. */
static void along(ts_weave *w, uint32_t id, ts_spot n, ts_spot col, int rows)
{
    int lanes = w->f->lanes, turns = whole_slots(w, id), cols = ts_weave_layout(w, id).rows;
    if (turns > 1) {
        uint32_t each = ts_weave_far(w, 's', turns);
        square(w, id, n, ts_spot_by('s'), col, rows, lanes);
        ts_weave_end(w, each);
    } else if (turns) {
        square(w, id, n, ts_spot_at(0), col, rows, lanes);
    }
    int rest = cols - turns * lanes;
    if (rest) square(w, id, n, ts_spot_at(turns), col, rows, rest);
}

void ts_weave_panel(ts_weave *w, uint32_t id)
{
    int lanes = w->f->lanes, rows = w->k->op[id].dim[0], turns = rows / lanes;
    ts_weave_tile(w, id, false);
    if (turns > 1) {
        uint32_t each = ts_weave_far(w, 'r', turns);
        along(w, id, ts_spot_times('r', lanes, 0), ts_spot_by('r'), lanes);
        ts_weave_end(w, each);
    } else if (turns) {
        along(w, id, ts_spot_at(0), ts_spot_at(0), lanes);
    }
    if (rows % lanes) along(w, id, ts_spot_at(turns * lanes), ts_spot_at(turns), rows % lanes);
}
