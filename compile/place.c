/* place.c - where each value lives, and what is worth walking side by side.
 *
 * A tile with one user that reads each element once is printed inside that user; so a chain such as
 * load, cast, fma, set becomes one statement per slot and never touches memory between. Everything
 * else gets an array of slots of its own; short arrays with constant subscripts become registers.
 *
 * Reading is moved to where the user stands, so nothing may be written in between. */
#include "compile/plan.h"

#include <stdlib.h>

enum { GUESSED_TRIPS = 64 };

static bool cheap(ts_opcode op)
{
    return op == TS_const_ || op == TS_iota_ || op == TS_splat_;
}

bool ts_moves(ts_opcode op)
{
    return op == TS_slice_ || op == TS_concat_ || op == TS_reshape_ || op == TS_transpose_ ||
           op == TS_repeat_ || op == TS_gather_;
}

bool ts_is_dot(ts_opcode op)
{
    return op == TS_dot_ || op == TS_dot_t_;
}

static bool can_inline(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    if (o->sort != TS_VALUE || o->rank == 0) return false;
    if (p->target->family->follows_moves && ts_moves(o->op)) return true;
    if (p->target->family->follows_dots && ts_is_dot(o->op)) return true;
    return ts_is_elem(o->op) || o->op == TS_select_ || o->op == TS_cast_ || o->op == TS_bits_ ||
           o->op == TS_load_ || o->op == TS_get_ || o->op == TS_repeat_ || cheap(o->op);
}

/* What is known of an op while places are chosen. A chain is an inlined op with all that is inlined
 * in it, links the most that are nested. */
typedef struct chain {
    uint32_t barrier; /* first op behind it that the op may not be moved over; k->n: none */
    uint32_t reach;   /* the same of the whole chain */
    int links;
    bool dot; /* it holds a contraction, or one of its operands does */
} chain;

/* More are not nested: readers of C stop at some depth of brackets (clang at 256). */
enum { MOST_LINKS = 128 };

/* One walk from the end, so that each op finds what is next behind it. */
static void find_barriers(const ts_plan *p, chain *at)
{
    uint32_t edge = p->k->n, store = edge, set = edge;
    for (uint32_t i = p->k->n - 1; i > 0; i--) {
        ts_opcode op = p->k->op[i].op;
        bool reads = op == TS_load_ || op == TS_gather_;
        uint32_t stop = reads ? store : op == TS_get_ ? set : edge;
        at[i].barrier = stop < edge ? stop : edge;
        if (op == TS_loop_ || op == TS_end_) edge = i;
        if (op == TS_store_ || op == TS_scatter_) store = i;
        if (op == TS_set_) set = i;
    }
}

/* The earliest barrier of a chain bounds where the whole chain may be evaluated. */
static void follow_chain(const ts_plan *p, chain *at, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    at[id].reach = at[id].barrier;
    at[id].links = 1;
    at[id].dot = ts_is_dot(o->op);
    for (int a = 0; a < o->argc; a++) {
        const chain *x = &at[o->arg[a]];
        if (!p->note[o->arg[a]].inlined || cheap(p->k->op[o->arg[a]].op)) continue;
        at[id].dot |= x->dot;
        if (x->reach < at[id].reach) at[id].reach = x->reach;
        if (x->links >= at[id].links) at[id].links = x->links + 1;
    }
}

/* Only the plain chain load - cast - dot keeps its cost when a dot walks it once per row block. What it
 * adds to is read once, and may be a variable. */
static bool plain_chain(const ts_plan *p, uint32_t id, const ts_op *dot)
{
    const ts_op *o = &p->k->op[id];
    if (o->op == TS_get_ && dot->arg[2] == id) return true;
    if (o->op == TS_cast_) return p->note[o->arg[0]].inlined && plain_chain(p, o->arg[0], dot);
    return o->op == TS_load_;
}

/* Each of their elements comes of one element of the contraction, at the same place. */
static bool takes_dots(ts_opcode op)
{
    return ts_is_elem(op) || op == TS_select_ || op == TS_cast_ || op == TS_bits_ ||
           op == TS_store_ || op == TS_set_;
}

/* Forward: operands are decided before their users, so that chains are known from below. A chain is
 * evaluated at the first user that is not itself inlined; that user is not known yet, so each link
 * checks the distance to its own user and the next link checks for the whole chain again. */
static void decide(ts_plan *p, chain *at, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    ts_note *n = &p->note[id];
    if (o->rank && cheap(o->op)) {
        n->inlined = true;
        return;
    }
    if (!can_inline(p, id) || n->uses != 1) return;
    const ts_op *user = &p->k->op[n->user];
    if (p->note[n->user].loop != n->loop || !p->target->family->reads_once(p, id, user)) return;
    if (ts_is_dot(user->op) && !plain_chain(p, id, user)) return;
    follow_chain(p, at, id);
    if (at[id].dot && (at[n->user].dot || !takes_dots(user->op))) return;
    n->inlined = at[id].reach >= n->user && at[id].links <= MOST_LINKS;
    at[n->user].dot |= n->inlined && at[id].dot;
}

/* An inlined value whose user is inlined too must still reach the op that evaluates both. */
static void settle(ts_plan *p, const chain *at, uint32_t id)
{
    ts_note *n = &p->note[id];
    if (!n->inlined || cheap(p->k->op[id].op)) return;
    n->evaluated = p->note[n->user].inlined ? p->note[n->user].evaluated : n->user;
    if (at[id].reach < n->evaluated) n->inlined = false;
}

/* Of two that meet in one op, decide() has let in only one. */
static void find_dots(ts_plan *p)
{
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        if (ts_is_dot(o->op)) p->note[i].dot = p->note[i].inlined ? i : 0;
        for (int a = 0; a < o->argc && !ts_is_dot(o->op); a++)
            if (p->note[o->arg[a]].inlined && p->note[o->arg[a]].dot)
                p->note[i].dot = p->note[o->arg[a]].dot;
    }
}

/* A constant, or the larger of two that are chosen between: a loop that is a condition runs once. */
static const ts_op *bound_of(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    if (o->op != TS_select_) return o;
    const ts_op *a = &p->k->op[o->arg[1]], *b = &p->k->op[o->arg[2]];
    if (a->op != TS_const_ || b->op != TS_const_) return o;
    return a->value > b->value ? a : b;
}

static long trips(const ts_plan *p, uint32_t loop)
{
    const ts_op *o = &p->k->op[loop], *lo = &p->k->op[o->arg[0]], *hi = bound_of(p, o->arg[1]);
    if (lo->op != TS_const_ || hi->op != TS_const_) return GUESSED_TRIPS;
    if (hi->value <= lo->value) return 0;
    return (long)((hi->value - lo->value + o->step - 1) / o->step);
}

static double times(const ts_plan *p, uint32_t id)
{
    double n = 1;
    for (uint32_t l = p->note[id].loop; l; l = p->note[l].loop) n *= (double)trips(p, l);
    return n;
}

static void measure(ts_plan *p)
{
    double cost = 1;
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        ts_note *n = &p->note[i];
        bool reads = o->op == TS_load_ || o->op == TS_gather_;
        if (reads && !n->uniform) cost += times(p, i) * (double)ts_storage(o->dtype, ts_count(o));
        n->stream = o->op == TS_load_ && !n->uniform && n->loop && o->rank > 0;
    }
    p->cost = cost < 1e15 ? (long)cost : (long)1e15;
}

bool ts_note_place(ts_plan *p)
{
    chain *at = calloc(p->k->n + 1, sizeof *at);
    if (!at) return false;
    if (p->target->family->arrange && !p->target->family->arrange(p)) {
        free(at);
        return false;
    }
    find_barriers(p, at);
    for (uint32_t i = 1; i < p->k->n; i++) decide(p, at, i);
    ts_note_apart(p);
    for (uint32_t i = p->k->n - 1; i >= 1; i--) settle(p, at, i);
    free(at);
    find_dots(p);
    measure(p);
    return true;
}
