/* pass.c - contractions a[m,k] b[n,k]^T by a matrix unit where rows of b pass by: they are made in the loop of the
 * contraction, and the rows of a before it, for all of them.
 *
 * What is turned is then a, once. The rows of b are the unit's other operand as they lie: in memory, if they are bf16
 * there, else cut into a tile whose rows nobody turns. So the unit makes the result's transpose, square by square, and
 * squares are turned on their way to the result. Squares of which no row of a is there are neither multiplied nor read.
 *
 * A kernel may have x as two numbers in bf16, high + low, and leave out what is too small to count:
 *
 *      dot_t(low, upper(b), dot_t(high, b, c))        upper: the upper halves of b, which is its first piece
 *
 * Both are one product of the unit, in which a piece of b is read once for both. */
#include "lane/lower.h"

/* ---- which contractions ---- */

bool ts_lane_fits_passing(const ts_plan *p, uint32_t id)
{
    enum { SQUARE = 16, LONG = 256 }; /* shorter rows do not pay for turning the result */
    const ts_op *dot = &p->k->op[id], *a = &p->k->op[dot->arg[0]], *b = &p->k->op[dot->arg[1]];
    if (dot->op != TS_dot_t_ || !ts_lane_fits_unit(p, dot) || dot->dim[0] == SQUARE) return false;
    if (a->dim[1] < LONG || a->dim[1] % (2 * SQUARE)) return false;
    uint32_t loop = p->note[id].loop;
    return p->note[dot->arg[1]].loop == loop && p->note[dot->arg[0]].loop != loop &&
           ts_lane_by_slots(a->op) && ts_lane_by_slots(b->op);
}

static uint32_t only(const ts_plan *p, uint32_t id, ts_opcode op, ts_dtype type)
{
    const ts_op *o = &p->k->op[id];
    return o->op == op && o->dtype == type && p->note[id].uses == 1 ? o->arg[0] : 0;
}

uint32_t ts_lane_whole_of(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    uint32_t both = o->op == TS_bits_ && o->dtype == TS_f32 ? o->arg[0] : 0;
    uint32_t bits = only(p, both, TS_and_, TS_i32);
    const ts_op *mask = &p->k->op[bits ? p->k->op[both].arg[1] : 0];
    uint32_t whole = bits ? only(p, bits, TS_bits_, TS_i32) : 0;
    bool upper = whole && mask->op == TS_const_ && mask->value == -65536.0;
    return upper && p->k->op[whole].dtype == TS_f32 ? whole : id;
}

uint32_t ts_lane_first_of(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    uint32_t first = o->op == TS_dot_t_ ? o->arg[2] : 0, b = first ? o->arg[1] : 0;
    const ts_op *f = &p->k->op[first];
    if (!first || f->op != TS_dot_t_ || p->note[first].uses != 1) return 0;
    uint32_t whole = ts_lane_whole_of(p, b);
    bool same = f->arg[1] == whole && (whole != b || ts_lane_pieces(p, b) == 1);
    bool one = ts_lane_pieces(p, o->arg[0]) == 1 && p->note[first].loop == p->note[id].loop;
    return same && one && ts_lane_fits_passing(p, first) && ts_lane_fits_passing(p, id) ? first : 0;
}

/* Nothing is written between two ops, and no loop begins or ends. */
static bool is_quiet(const ts_plan *p, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        ts_opcode op = p->k->op[i].op;
        if (op == TS_store_ || op == TS_scatter_ || op == TS_loop_ || op == TS_end_) return false;
    }
    return true;
}

bool ts_lane_waits(const ts_plan *p, uint32_t b, uint32_t id)
{
    return p->note[b].uses == (ts_lane_first_of(p, id) ? 2 : 1) && is_quiet(p, b, id);
}

/* ---- the product ---- */

static uint32_t tile_of(const ts_weave *w, uint32_t id)
{
    return w->def[ts_weave_at(w, id)];
}

/* What passes by: where it lies in memory, or squares of it. */
static uint32_t passing(ts_weave *w, uint32_t b)
{
    uint32_t load = ts_lane_is_raw(w->plan, b) ? ts_weave_load_below(w, b) : 0;
    if (!w->plan->note[b].with) return tile_of(w, b);
    if (load && ts_weave_is_whole(w, load)) return ts_weave_address(w, load);
    ts_weave_squares(w, b);
    return tile_of(w, b);
}

void ts_weave_pass(ts_weave *w, uint32_t dot, uint32_t to)
{
    const ts_note *n = w->plan->note;
    uint32_t first = ts_lane_first_of(w->plan, dot), main = first ? first : dot;
    const ts_op *o = &w->k->op[main];
    uint32_t in = ts_weave_put(w, (ts_linst){.op = TS_L_BLOCK});
    if (o->arg[2]) ts_weave_begin_sums(w, main, to);
    uint32_t b = passing(w, o->arg[1]), load = ts_weave_load_below(w, o->arg[0]);
    uint32_t all = ts_weave_long(w, w->k->op[o->arg[0]].dim[0]);
    ts_linst pass = {.op = TS_L_PASS,
                     .flag = o->arg[2] != 0,
                     .n = n[o->arg[0]].pieces,
                     .at = (uint32_t)n[o->arg[1]].pieces,
                     .arg = {to, tile_of(w, o->arg[0]), b}};
    if (first) pass.arg[3] = tile_of(w, w->k->op[dot].arg[0]);
    pass.arg[4] = load ? ts_weave_rows_there(w, load) : all;
    ts_weave_put(w, pass);
    ts_weave_end(w, in);
}
