/* stage.c - operands of products on their way from memory to shared memory: 16 bytes at a time where rows
 * begin at multiples of that, else word by word; codes of 16 and 8 bits stay as they are, several in a
 * word:
 *
 *      words of a row   | e0 e1 | e2 e3 | e4 e5 | ...    16 bits: the even element in the low half
 */
#include "simt/lower.h"

/* Words a thread moves before it looks whether there are more. */
static uint32_t begin_moves(ts_lower *l, int n)
{
    ts_simt *s = l->s;
    ts_low_writes(l);
    return ts_low_for(l, l->thread, ts_s_i32(s, n), ts_s_i32(s, l->team), s->traits->unroll);
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

static void by_quads(ts_lower *l, uint32_t id, const ts_spread *p, int run)
{
    uint32_t i = begin_moves(l, p->rows * (p->cols / run));
    ts_element e = place_of(l, i, p->cols / run, run);
    uint32_t quad = ts_low_load_quad(l, id, e), at = to(l, p, e);
    ts_s_put(l->s, (ts_sinst){.op = TS_S_SHARE4, .a = at, .b = quad});
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
    uint32_t i = begin_moves(l, p->rows * (p->cols / p->pack));
    ts_element e = place_of(l, i, p->cols / p->pack, p->pack);
    uint32_t word = gather_word(l, id, p, e), at = to(l, p, e);
    ts_s_put(l->s, (ts_sinst){.op = TS_S_SHARE, .a = at, .b = word});
}

void ts_low_stage(ts_lower *l, uint32_t id)
{
    const ts_spread *p = &l->at[id];
    int run = ts_low_quad_run(l, id);
    bool rows = p->rows == 1 || p->pitch % 4 == 0;
    if (run && run == 4 * p->pack && p->cols % run == 0 && rows)
        by_quads(l, id, p, run);
    else
        by_words(l, id, p);
    ts_low_end(l);
    l->shared_written = true;
}
