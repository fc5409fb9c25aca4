/* ahead.c - loops in which operands of products are on their way to shared memory a turn before they are met:
 *
 *     copies of the first turn; COMMIT
 *     for each turn:
 *         WAIT, BARRIER           what this turn reads is there, and who read the turn before is done
 *         copies of the next turn, if there is one, to the other stage; COMMIT
 *         the turn reads its own stage
 *
 * Such a tile has two stages of shared memory for as long as the loop lasts. It is loaded by whole quads, which
 * nothing changes (stage.c), from a param that is only read, at a place that is told before its turn begins: by
 * pure ops from the loop's index and what lies before the loop. Loops around the load that have at most one turn
 * are passed by: what a turn of the loop around them reads in that one turn is ahead by a turn of that loop.
 *
 * A program reads nothing through an in param that it has stored through another (tessera/tile.h), so stores of
 * a turn do not count. */
#include "simt/lower.h"

#include <stdlib.h>

enum { MOST_ASKED = 64 }; /* tiles of which it is looked at what they depend on */

/* ---- which ---- */

/* The index of a loop that has at most one turn is its first one, if that is a constant. */
static bool is_single(ts_lower *l, uint32_t loop)
{
    const ts_op *o = &l->k->op[loop];
    double from;
    if (l->plan->note[loop].split || !ts_s_is(l->s, ts_low_scalar(l, o->arg[0]), &from))
        return false;
    return ts_simt_most(l->s, ts_low_scalar(l, o->arg[1])) <= (int64_t)from + o->step;
}

bool ts_low_passes(ts_lower *l, uint32_t loop)
{
    return (l->flying || l->copying) && is_single(l, loop);
}

/* The innermost loop around id that may have a second turn. */
static uint32_t loop_of_turns(ts_lower *l, uint32_t id)
{
    uint32_t loop = l->plan->note[id].loop;
    while (loop && is_single(l, loop)) loop = l->plan->note[loop].loop;
    return loop;
}

static bool is_around(const ts_lower *l, uint32_t loop, uint32_t id)
{
    return loop < id && id < l->plan->note[loop].end;
}

static bool is_told(const ts_lower *l, uint32_t i, uint32_t id)
{
    const ts_op *o = &l->k->op[i];
    if (o->op == TS_loop_) return is_around(l, i, id);
    if (o->sort == TS_VIEW) return true;
    bool pure = ts_is_elem(o->op) || o->op == TS_const_ || o->op == TS_select_ ||
                o->op == TS_cast_ || o->op == TS_bits_ || o->op == TS_size_ || o->op == TS_program_;
    return o->rank == 0 && pure;
}

/* What of the ops in the loop the place of load id is computed from, by op - loop; NULL: what cannot be told, or
 * no memory. Bounds of loops that are passed by belong to it. */
static bool *place_of(ts_lower *l, uint32_t id, uint32_t loop)
{
    bool *needs = calloc(id - loop + 1, sizeof *needs), told = true;
    if (!needs) ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
    for (uint32_t x = l->plan->note[id].loop; needs && x > loop; x = l->plan->note[x].loop)
        needs[x - loop] = true;
    for (uint32_t i = id; needs && told && i > loop; i--) {
        const ts_op *o = &l->k->op[i];
        if (i != id && !needs[i - loop]) continue;
        told = i == id || is_told(l, i, id);
        for (int a = 0; a < o->argc; a++)
            if (o->arg[a] > loop) needs[o->arg[a] - loop] = true;
    }
    if (told) return needs;
    free(needs);
    return NULL;
}

/* Turns are counted from its first index on, which must not be far below 0. */
static bool can_be_ahead(ts_lower *l, uint32_t id, uint32_t loop)
{
    ts_bound first = ts_bound_of(l->plan, l->k->op[loop].arg[0]);
    if (!first.has_lo || first.lo < 0) return false;
    bool *needs = place_of(l, id, loop);
    free(needs);
    return needs != NULL;
}

/* Of loops in one another the inner one is it: it has more turns. */
static bool gives_way(const ts_lower *l, uint32_t loop)
{
    for (int i = 0; i < l->aheads; i++)
        if (is_around(l, loop, l->at[l->ahead[i]].ahead)) return true;
    return false;
}

static void drop_outer(ts_lower *l, uint32_t loop)
{
    int n = 0;
    for (int i = 0; i < l->aheads; i++) {
        ts_spread *p = &l->at[l->ahead[i]];
        bool outer = is_around(l, p->ahead, loop);
        if (outer) p->ahead = 0;
        if (!outer) l->ahead[n++] = l->ahead[i];
    }
    l->aheads = n;
}

void ts_low_choose_ahead(ts_lower *l, uint32_t id)
{
    if (l->lone || l->at[id].ahead || l->k->op[id].op != TS_load_) return;
    uint32_t loop = loop_of_turns(l, id);
    if (!loop || gives_way(l, loop) || l->asked++ >= MOST_ASKED || !can_be_ahead(l, id, loop))
        return;
    drop_outer(l, loop);
    if (l->aheads == TS_AHEADS) return;
    l->ahead[l->aheads++] = id;
    l->at[id].ahead = loop;
    l->again = true;
}

/* ---- copies of a turn ---- */

/* A value of the loop's op and of what the place depends on, as they are in the turn of that index; b1: whether
 * the loops that are passed by run there. */
static uint32_t tell(ts_lower *l, uint32_t id, uint32_t loop, uint32_t index)
{
    ts_simt *s = l->s;
    bool *needs = place_of(l, id, loop);
    uint32_t runs = ts_s_const(s, TS_b1, 1);
    l->at[loop].value = index;
    for (uint32_t i = loop + 1; needs && i < id; i++) {
        const ts_op *o = &l->k->op[i];
        if (!needs[i - loop] || l->at[i].head) continue;
        if (o->op != TS_loop_) {
            ts_low_statement(l, i);
            continue;
        }
        uint32_t from = ts_low_scalar(l, o->arg[0]), below = ts_low_scalar(l, o->arg[1]);
        runs = ts_s_op(s, TS_and_, runs, ts_s_op(s, TS_lt_, from, below, 0), 0);
        l->at[i].value = from;
    }
    free(needs);
    return runs;
}

/* Of all tiles on their way in the loop that lie there in the turn of that index, if there is such a turn. */
static void copy_turn(ts_lower *l, uint32_t id, const ts_ahead *a, uint32_t index, uint32_t stage)
{
    ts_simt *s = l->s;
    uint32_t runs = tell(l, id, a->loop, index);
    runs = ts_s_op(s, TS_and_, runs, ts_s_op(s, TS_lt_, index, a->below, 0), 0);
    double always;
    bool all = ts_s_is(s, runs, &always) && always != 0;
    if (!all) ts_low_if(l, runs);
    ts_low_copy_quads(l, id, stage);
    if (!all) ts_low_end(l);
}

/* Tiles that are copied ahead in the loop. */
#define EACH_AHEAD(l, in, id)                                                                      \
    for (uint32_t n_ = 0, id; (int)n_ < (l)->aheads && (id = (l)->ahead[n_], true); n_++)          \
        if ((l)->at[id].ahead == (in))

bool ts_low_begin_ahead(ts_lower *l, const ts_ahead *a)
{
    bool any = false;
    if (!l->aheads || l->flying) return false;
    EACH_AHEAD(l, a->loop, id)
    {
        tell(l, id, a->loop, a->from);
        if (!(l->at[id].flies = ts_low_by_quads(l, id))) continue;
        if (!any) ts_low_writes(l);
        any = true;
        copy_turn(l, id, a, a->from, 0);
    }
    ts_low_commit(l);
    l->flying = any;
    return any;
}

/* Which of the two stages the turn reads: 0 or 1. */
static uint32_t side_of(ts_lower *l, const ts_ahead *a, uint32_t index)
{
    ts_simt *s = l->s;
    uint32_t turn = ts_s_op(s, TS_sub_, index, a->from, 0);
    turn = ts_s_op(s, TS_div_, turn, a->step, 0);
    return ts_s_op(s, TS_and_, turn, ts_s_i32(s, 1), 0);
}

void ts_low_turn_ahead(ts_lower *l, const ts_ahead *a)
{
    ts_simt *s = l->s;
    uint32_t index = l->at[a->loop].value, next = ts_s_op(s, TS_add_, index, a->step, 0);
    uint32_t side = side_of(l, a, index);
    l->copying = true;
    EACH_AHEAD(l, a->loop, id) l->hidden |= l->at[id].flies && l->at[id].squares;
    ts_low_barrier(l);
    EACH_AHEAD(l, a->loop, id)
    {
        ts_spread *p = &l->at[id];
        uint32_t words = ts_s_i32(s, ts_low_words(p));
        if (!p->flies) continue;
        uint32_t stage = ts_s_op(s, TS_mul_, side, words, 0);
        copy_turn(l, id, a, next, ts_s_op(s, TS_sub_, words, stage, 0));
        p->stage = stage;
    }
    ts_low_commit(l);
    l->at[a->loop].value = index;
}

void ts_low_end_ahead(ts_lower *l, uint32_t loop)
{
    EACH_AHEAD(l, loop, id) l->at[id].flies = false, l->at[id].stage = 0;
    l->flying = false;
}
