/* stage.c - operands of products on their way from memory to shared memory: 16 bytes at a time where rows
 * begin at multiples of that, else word by word; codes of 16 and 8 bits stay as they are, several in a
 * word:
 *
 *      words of a row   | e0 e1 | e2 e3 | e4 e5 | ...    16 bits: the even element in the low half
 */
#include "simt/lower.h"

/* Words a thread moves before it looks whether there are more. */
static uint32_t begin_moves(ts_lower *l, int n, int unroll)
{
    ts_simt *s = l->s;
    ts_low_writes(l);
    return ts_low_for(l, l->thread, ts_s_i32(s, n), ts_s_i32(s, l->team), unroll);
}

/* What a row's n-th of `parts` parts is, from the number of a part in the tile. */
static ts_element place_of(ts_lower *l, uint32_t i, int parts, int width)
{
    ts_simt *s = l->s;
    uint32_t by = ts_s_i32(s, parts), col = ts_s_op(s, TS_rem_, i, by, 0);
    col = ts_s_op(s, TS_mul_, col, ts_s_i32(s, width), 0);
    return ts_low_any(ts_s_op(s, TS_div_, i, by, 0), col);
}

static uint32_t to(ts_lower *l, const ts_spread *p, ts_element e)
{
    return ts_s_op(l->s, TS_add_, ts_low_index(l, p, e), ts_s_i32(l->s, p->at), 0);
}

/* Where copies are: while others are ahead of their turn, waiting for a tile's would be waiting for those. */
static bool is_copied(const ts_lower *l, uint32_t id)
{
    uint32_t param = ts_param_of_view(l->k, l->k->op[id].arg[0]);
    return l->s->traits->copies && !l->flying && l->k->op[param].mode == TS_IN;
}

/* Opens the loop over a thread's quads of the tile. Where threads come out even over the `parts` of rows, each stays
 * in its column. A copy waits for nothing, so unrolling gains nothing and takes registers. */
static ts_element begin_copies(ts_lower *l, const ts_spread *p, int run)
{
    ts_simt *s = l->s;
    int parts = p->cols / run;
    if (l->team % parts) return place_of(l, begin_moves(l, p->rows * parts, TS_ROLLED), parts, run);
    uint32_t by = ts_s_i32(s, parts), col = ts_s_op(s, TS_rem_, l->thread, by, 0);
    uint32_t first = ts_s_op(s, TS_div_, l->thread, by, 0);
    col = ts_s_op(s, TS_mul_, col, ts_s_i32(s, run), 0);
    ts_low_writes(l);
    uint32_t row =
        ts_low_for(l, first, ts_s_i32(s, p->rows), ts_s_i32(s, l->team / parts), TS_ROLLED);
    return ts_low_any(row, col);
}

void ts_low_copy_quads(ts_lower *l, uint32_t id, uint32_t stage)
{
    ts_simt *s = l->s;
    const ts_spread *p = &l->at[id];
    int run = ts_low_quad_run(l, id), param = l->view[l->k->op[id].arg[0]].param;
    ts_element e = begin_copies(l, p, run);
    uint32_t valid, from = ts_low_quad_index(l, id, e, &valid), at = to(l, p, e);
    if (stage) at = ts_s_op(s, TS_add_, at, stage, 0);
    if (!valid) valid = ts_s_const(s, TS_b1, 1);
    ts_s_put(s, (ts_sinst){.op = TS_S_COPY, .a = at, .b = from, .c = valid, .n = param});
    ts_low_end(l);
    l->open = true;
}

static void copy(ts_lower *l, uint32_t id)
{
    ts_low_copy_quads(l, id, 0);
    l->copying = true;
    ts_low_choose_ahead(l, id);
}

static void by_quads(ts_lower *l, uint32_t id, const ts_spread *p)
{
    int run = ts_low_quad_run(l, id);
    uint32_t i = begin_moves(l, p->rows * (p->cols / run), l->s->traits->unroll);
    ts_element e = place_of(l, i, p->cols / run, run);
    uint32_t quad = ts_low_load_quad(l, id, e), at = to(l, p, e);
    ts_s_put(l->s, (ts_sinst){.op = TS_S_SHARE4, .a = at, .b = quad});
    ts_low_end(l);
}

/* The elements of a word that begins with element e. */
static uint32_t gather_word(ts_lower *l, uint32_t id, const ts_spread *p, ts_element e)
{
    ts_simt *s = l->s;
    uint32_t word = ts_low_word(l, ts_low_compute(l, id, e));
    for (int k = 1; k < p->pack; k++) {
        uint32_t col = ts_s_op(s, TS_add_, e.col, ts_s_i32(s, k), 0);
        uint32_t x = ts_low_compute(l, id, ts_low_any(e.row, col));
        uint32_t by = ts_s_u32(s, (uint32_t)(k * ts_dtypes[l->k->op[id].dtype].bits));
        word = ts_s_op(s, TS_or_, word, ts_s_op(s, TS_shl_, x, by, 0), 0);
    }
    return word;
}

static void by_words(ts_lower *l, uint32_t id, const ts_spread *p)
{
    uint32_t i = begin_moves(l, p->rows * (p->cols / p->pack), l->s->traits->unroll);
    ts_element e = place_of(l, i, p->cols / p->pack, p->pack);
    uint32_t word = gather_word(l, id, p, e), at = to(l, p, e);
    ts_s_put(l->s, (ts_sinst){.op = TS_S_SHARE, .a = at, .b = word});
    ts_low_end(l);
}

bool ts_low_by_quads(const ts_lower *l, uint32_t id)
{
    const ts_spread *p = &l->at[id];
    int run = ts_low_quad_run(l, id);
    bool rows = p->rows == 1 || p->pitch % 4 == 0;
    return run && run == 4 * p->pack && p->cols % run == 0 && rows;
}

void ts_low_stage(ts_lower *l, uint32_t id)
{
    const ts_spread *p = &l->at[id];
    if (p->flies) return;
    if (!ts_low_by_quads(l, id))
        by_words(l, id, p);
    else if (is_copied(l, id))
        copy(l, id);
    else
        by_quads(l, id, p);
    l->shared_written = true;
    l->hidden |= p->squares;
}
