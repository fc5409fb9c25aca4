/* place.c - what is held where in native vectors: which values are printed inside their user, and how
 * many programs a thread walks side by side. */
#include "lane/lower.h"

#include <stdlib.h>
#include <string.h>

enum { SCRATCH_LIMIT_SLOTS = 8 };

static bool same_slots(ts_layout a, ts_layout b)
{
    return a.rows == b.rows && a.cols == b.cols && a.column == b.column;
}

/* ---- contractions ---- */

ts_dot_way ts_lane_dot_way(const ts_plan *p, const ts_op *dot)
{
    const ts_note *b = &p->note[dot->arg[1]], *whole = &p->note[ts_lane_whole_of(p, dot->arg[1])];
    if (b->pieces || (b->with && whole->pieces)) return TS_DOT_UNIT;
    if (dot->dim[1] == 1 || p->k->op[dot->arg[0]].dim[1] == 1) return TS_DOT_ELEMENTS;
    if (dot->op == TS_dot_t_ && !p->note[dot->arg[1]].panel) return TS_DOT_ROWS;
    return TS_DOT_BLOCKS;
}

/* Values that are computed slot by slot can be turned or widened on the way to their tile. */
bool ts_lane_by_slots(ts_opcode op)
{
    return ts_is_elem(op) || op == TS_select_ || op == TS_cast_ || op == TS_bits_ || op == TS_load_;
}

/* Turning the rows of b costs what six rows of a cost to multiply: it pays for more than TS_BLOCK of
 * them, or where b is made once and meets a again and again. */
static bool pays(const ts_plan *p, uint32_t dot)
{
    const ts_op *o = &p->k->op[dot];
    if (ts_lane_fits_few(p, dot) || ts_lane_fits_passing(p, dot)) return false;
    bool each = o->dim[1] > 1 && p->k->op[o->arg[0]].dim[1] > 1;
    return each && (o->dim[0] > TS_BLOCK || p->note[dot].loop != p->note[o->arg[1]].loop);
}

/* How contractions read a value. */
typedef struct dot_uses {
    int uses;         /* as a or b */
    int turned, down; /* as b of ts_dot_t, of ts_dot */
    int few;          /* as a of few rows */
    int laid;         /* as a that rows of b pass by, which is turned in their place */
    bool pays;        /* to be turned */
} dot_uses;

static void count_dots(const ts_plan *p, dot_uses *x)
{
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        if (!ts_is_dot(o->op)) continue;
        uint32_t second = ts_lane_first_of(p, i) ? ts_lane_whole_of(p, o->arg[1]) : o->arg[1];
        dot_uses *a = &x[o->arg[0]], *b = &x[second];
        bool passing = ts_lane_fits_passing(p, i);
        a->uses++;
        b->uses++;
        a->few += ts_lane_fits_few(p, i);
        a->laid += passing;
        b->turned += o->op == TS_dot_t_ && !passing;
        b->down += o->op == TS_dot_;
        b->pays |= pays(p, i);
    }
}

/* What is cut for b of a contraction. */
static uint32_t second_of(const ts_plan *p, uint32_t dot)
{
    uint32_t b = p->k->op[dot].arg[1];
    return ts_lane_first_of(p, dot) ? ts_lane_whole_of(p, b) : b;
}

/* By a matrix unit b is cut into pieces, and a, too, or it is of floats in a tile that has other readers: then it is
 * cut where it is multiplied. */
static bool by_unit(const ts_plan *p, uint32_t dot)
{
    const ts_op *o = &p->k->op[dot];
    const ts_note *a = &p->note[o->arg[0]], *b = &p->note[second_of(p, dot)];
    if (ts_lane_fits_passing(p, dot))
        return a->pieces && a->panel && b->pieces && !b->panel && !b->few && !b->down;
    if (!b->pieces || b->few || a->panel) return false;
    if (a->few) return a->pieces && !b->panel && ts_lane_fits_few(p, dot);
    bool sides = o->op == TS_dot_t_ ? b->panel : b->down;
    bool cut = a->pieces ? !a->down : !a->paired && p->k->op[o->arg[0]].dtype == TS_f32;
    return sides && cut && ts_lane_fits_unit(p, o);
}

/* Both operands of a product of integers are paired or none, both of one by a matrix unit are cut into pieces or
 * none, so what can be is found by ruling out. */
static bool rule_out(ts_plan *p)
{
    bool changed = false;
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        if (!ts_is_dot(o->op)) continue;
        ts_note *a = &p->note[o->arg[0]], *b = &p->note[second_of(p, i)];
        bool pairs = b->panel && !a->panel && a->paired && b->paired, unit = by_unit(p, i);
        changed |= (!pairs && (a->paired || b->paired)) || (!unit && (a->pieces || b->pieces));
        if (!pairs) a->paired = b->paired = false;
        if (!unit) a->pieces = b->pieces = 0, a->few = b->few = false;
        if (!unit && ts_lane_fits_passing(p, i)) a->panel = false;
    }
    return changed;
}

static void settle(ts_plan *p)
{
    enum { ROUNDS = 16 };
    int round = 0;
    while (rule_out(p) && ++round < ROUNDS) continue;
    for (uint32_t i = 1; i < p->k->n && round == ROUNDS; i++)
        p->note[i].paired = p->note[i].few = false, p->note[i].pieces = 0;
}

/* Of two contractions that are one by the unit, and of what passes by where it lies, only the last has a place. */
static void join(ts_plan *p)
{
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        if (!ts_is_dot(o->op)) continue;
        uint32_t first = ts_lane_first_of(p, i), b = second_of(p, i);
        if (!p->note[b].pieces || !ts_lane_fits_passing(p, i)) continue;
        if (first) p->note[first].with = i;
        if (b != o->arg[1]) p->note[o->arg[1]].with = b;
        if (ts_lane_waits(p, b, i)) p->note[b].with = i;
    }
}

bool ts_lane_arrange(ts_plan *p)
{
    dot_uses *dots = calloc(p->k->n + 1, sizeof *dots);
    if (!dots) return false;
    count_dots(p, dots);
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        const dot_uses *x = &dots[i];
        ts_note *n = &p->note[i];
        if (!x->uses || n->uses != x->uses || !ts_lane_by_slots(o->op)) continue;
        n->wide = ts_dtypes[o->dtype].bits < 32;
        n->panel = (x->pays && x->turned == n->uses) || x->laid == n->uses;
        n->down = x->down == n->uses;
        n->paired = n->wide && ts_dtypes[o->dtype].class == 'N';
        n->pieces = n->paired ? 0 : ts_lane_pieces(p, i);
        n->few = n->pieces && x->few == n->uses;
    }
    settle(p);
    join(p);
    free(dots);
    return true;
}

/* Read in place: a again and again, so it must need no conversion; b by slots, once for few rows of a; c once,
 * by slots. */
static bool dot_reads_once(const ts_plan *p, uint32_t id, const ts_op *dot)
{
    ts_dot_way way = ts_lane_dot_way(p, dot);
    bool once = (dot->arg[0] == id) + (dot->arg[1] == id) + (dot->arg[2] == id) == 1;
    if (!once || way == TS_DOT_ELEMENTS) return false;
    bool few = way == TS_DOT_UNIT && p->note[dot->arg[0]].few;
    if (few && dot->arg[1] == id) return ts_lane_is_raw(p, id);
    if (way == TS_DOT_UNIT) return dot->arg[2] == id;
    if (dot->arg[1] == id) return dot->dim[0] <= TS_BLOCK;
    if (way == TS_DOT_ROWS && dot->arg[2] == id) return false;
    return dot->arg[2] == id || ts_dtypes[p->k->op[id].dtype].bits == 32;
}

bool ts_lane_repeats_vectors(const ts_plan *p, const ts_op *repeat)
{
    const ts_op *a = &p->k->op[repeat->arg[0]];
    bool lanes = strchr("FIU", ts_dtypes[repeat->dtype].class) && ts_cols(a) > 1;
    return repeat->step % p->lanes == 0 || (lanes && p->lanes % repeat->step == 0);
}

/* A matrix unit adds to a tile: its result, or the variable that takes it. */
static bool computes_inside(const ts_plan *p, uint32_t id, const ts_op *user)
{
    const ts_op *o = &p->k->op[id];
    if (o->op == TS_repeat_) return ts_lane_repeats_vectors(p, o);
    if (!ts_is_dot(o->op)) return true;
    ts_dot_way way = ts_lane_dot_way(p, o);
    return way == TS_DOT_BLOCKS || (way == TS_DOT_UNIT && user->op == TS_set_);
}

/* ---- places ---- */

/* Does `user` read each element of `id` exactly once, slot by slot? */
bool ts_lane_reads_once(const ts_plan *p, uint32_t id, const ts_op *user)
{
    const ts_layout *mine = &p->note[id].layout;
    if (!computes_inside(p, id, user)) return false;
    switch (user->op) {
    case TS_store_:
    case TS_set_:
    case TS_sum_:
    case TS_amax_:
    case TS_amin_: return true;
    case TS_dot_:
    case TS_dot_t_: return dot_reads_once(p, id, user);
    default: break;
    }
    if (!ts_is_elem(user->op) && user->op != TS_select_ && user->op != TS_cast_ &&
        user->op != TS_bits_)
        return false;
    return same_slots(*mine, p->note[(uint32_t)(user - p->k->op)].layout);
}

enum { MANY_SUMS = 8 };

/* Programs can be walked side by side if they take the same way through the kernel; it pays if they
 * stream memory and their tiles fit in the registers together. A program of many sums reads something for each
 * of them that all programs have: then loads set the pace, and the more share one the better. */
int ts_lane_side_by_side(const ts_plan *p)
{
    const ts_lane_traits *t = ts_lane_traits_of(p->target);
    bool streams = false;
    long slots = 0, sums = 0;
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        const ts_note *n = &p->note[i];
        if (o->op == TS_loop_ && !n->uniform) return 1;
        streams |= n->stream;
        bool lives = (o->sort == TS_VALUE || o->sort == TS_VARIABLE) && o->rank && !n->inlined;
        if (lives && (n->layout.rows > 1 || n->layout.slots > SCRATCH_LIMIT_SLOTS)) return 1;
        if (o->sort == TS_VARIABLE && o->rank && !n->uniform) slots += n->layout.slots, sums++;
    }
    if (!streams) return 1;
    int fit = slots ? (int)((t->registers * 3 / 4) / slots) : 1;
    bool all = t->streams > 1 && sums >= MANY_SUMS;
    return fit < 1 ? 1 : fit < t->streams || all ? fit : t->streams;
}
