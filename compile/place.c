/* place.c - where each value lives, and what is worth walking side by side.
 *
 * A tile with one user that reads each element once is printed inside that user; so a chain such as
 * load, cast, fma, set becomes one statement per slot and never touches memory between. Everything
 * else gets an array of slots of its own; short arrays with constant subscripts become registers.
 *
 * Reading is moved to where the user stands, so nothing may be written in between. */
#include "compile/plan.h"

#include <stdlib.h>

enum { GUESSED_TRIPS = 64, SCRATCH_LIMIT_SLOTS = 8 };

static bool cheap(ts_opcode op)
{
    return op == TS_const_ || op == TS_iota_ || op == TS_splat_;
}

bool ts_moves(ts_opcode op)
{
    return op == TS_slice_ || op == TS_concat_ || op == TS_reshape_ || op == TS_transpose_ ||
           op == TS_gather_;
}

static bool can_inline(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    if (o->sort != TS_VALUE || o->rank == 0) return false;
    if (p->threads && ts_moves(o->op)) return true;
    return ts_is_elem(o->op) || o->op == TS_select_ || o->op == TS_cast_ || o->op == TS_bits_ ||
           o->op == TS_load_ || o->op == TS_get_ || cheap(o->op);
}

static bool same_slots(ts_layout a, ts_layout b)
{
    return a.rows == b.rows && a.cols == b.cols && a.column == b.column;
}

/* Where a row of an operand is one element, a dot is printed element by element. */
static bool by_slots(const ts_plan *p, const ts_op *dot)
{
    return dot->dim[1] > 1 && p->k->op[dot->arg[0]].dim[1] > 1;
}

/* Does `user` read each element of `id` exactly once, slot by slot? */
static bool reads_once(const ts_plan *p, uint32_t id, const ts_op *user)
{
    const ts_layout *mine = &p->note[id].layout;
    switch (user->op) {
    case TS_store_:
    case TS_set_:
    case TS_sum_:
    case TS_amax_:
    case TS_amin_: return true;
    case TS_dot_:
    case TS_dot_t_: return user->arg[1] == id && user->arg[0] != id && by_slots(p, user);
    default: break;
    }
    if (!ts_is_elem(user->op) && user->op != TS_select_ && user->op != TS_cast_ &&
        user->op != TS_bits_)
        return false;
    return same_slots(*mine, p->note[(uint32_t)(user - p->k->op)].layout);
}

/* The same question where threads compute element by element. */
static bool reads_once_by_thread(const ts_plan *p, uint32_t id, const ts_op *user)
{
    switch (user->op) {
    case TS_store_:
    case TS_set_:
    case TS_sum_:
    case TS_amax_:
    case TS_amin_:
    case TS_slice_:
    case TS_concat_:
    case TS_reshape_:
    case TS_transpose_: return true;
    case TS_gather_: return user->arg[1] == id && user->rank == 1;
    case TS_dot_:
    case TS_dot_t_: return user->arg[0] != id && user->arg[2] != id;
    default: break;
    }
    if (!ts_is_elem(user->op) && user->op != TS_select_ && user->op != TS_cast_ &&
        user->op != TS_bits_)
        return false;
    const ts_op *o = &p->k->op[id];
    return ts_rows(o) == ts_rows(user) && ts_cols(o) == ts_cols(user);
}

/* What is known of an op while places are chosen. A chain is an inlined op with all that is inlined
 * in it, links the most that are nested. */
typedef struct chain {
    uint32_t barrier; /* first op behind it that the op may not be moved over; k->n: none */
    uint32_t reach;   /* the same of the whole chain */
    int links;
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
    for (int a = 0; a < o->argc; a++) {
        const chain *x = &at[o->arg[a]];
        if (!p->note[o->arg[a]].inlined || cheap(p->k->op[o->arg[a]].op)) continue;
        if (x->reach < at[id].reach) at[id].reach = x->reach;
        if (x->links >= at[id].links) at[id].links = x->links + 1;
    }
}

/* Only the plain chain load - cast - dot keeps its cost when a dot walks it once per row block. */
static bool plain_chain(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    if (o->op == TS_cast_) return p->note[o->arg[0]].inlined && plain_chain(p, o->arg[0]);
    return o->op == TS_load_;
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
    bool once = p->threads ? reads_once_by_thread(p, id, user) : reads_once(p, id, user);
    if (p->note[n->user].loop != n->loop || !once) return;
    if ((user->op == TS_dot_ || user->op == TS_dot_t_) && !plain_chain(p, id)) return;
    follow_chain(p, at, id);
    n->inlined = at[id].reach >= n->user && at[id].links <= MOST_LINKS;
}

/* An inlined value whose user is inlined too must still reach the op that evaluates both. */
static void settle(ts_plan *p, const chain *at, uint32_t id)
{
    ts_note *n = &p->note[id];
    if (!n->inlined || cheap(p->k->op[id].op)) return;
    n->evaluated = p->note[n->user].inlined ? p->note[n->user].evaluated : n->user;
    if (at[id].reach < n->evaluated) n->inlined = false;
}

static long trips(const ts_plan *p, uint32_t loop)
{
    const ts_op *o = &p->k->op[loop], *lo = &p->k->op[o->arg[0]], *hi = &p->k->op[o->arg[1]];
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
        if (reads && !n->uniform) cost += times(p, i) * (double)ts_bytes(o->dtype, ts_count(o));
        n->stream = o->op == TS_load_ && !n->uniform && n->loop && o->rank > 0;
        bool lives = (o->sort == TS_VALUE || o->sort == TS_VARIABLE) && o->rank && !n->inlined;
        if (lives) p->scratch += (long)n->layout.rows * n->layout.slots * p->target->vector_bytes;
    }
    p->cost = cost < 1e15 ? (long)cost : (long)1e15;
}

/* Programs can be walked side by side if they take the same way through the kernel; it pays if they
 * stream memory and their tiles fit in the registers together. */
static int side_by_side(const ts_plan *p)
{
    bool streams = false;
    long slots = 0;
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        const ts_note *n = &p->note[i];
        if (o->op == TS_loop_ && !n->uniform) return 1;
        streams |= n->stream;
        bool lives = (o->sort == TS_VALUE || o->sort == TS_VARIABLE) && o->rank && !n->inlined;
        if (lives && (n->layout.rows > 1 || n->layout.slots > SCRATCH_LIMIT_SLOTS)) return 1;
        if (o->sort == TS_VARIABLE && o->rank && !n->uniform) slots += n->layout.slots;
    }
    if (!streams) return 1;
    int fit = slots ? (int)((p->target->registers * 3 / 4) / slots) : 1;
    return fit < 1 ? 1 : fit < p->target->streams ? fit : p->target->streams;
}

bool ts_note_place(ts_plan *p)
{
    chain *at = calloc(p->k->n + 1, sizeof *at);
    if (!at) return false;
    find_barriers(p, at);
    for (uint32_t i = 1; i < p->k->n; i++) decide(p, at, i);
    for (uint32_t i = p->k->n - 1; i >= 1; i--) settle(p, at, i);
    free(at);
    measure(p);
    p->streams = side_by_side(p);
    return true;
}
