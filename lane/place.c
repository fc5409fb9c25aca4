/* place.c - what is held where in native vectors: which values are printed inside their user, and how
 * many programs a thread walks side by side. */
#include "lane/lower.h"

enum { SCRATCH_LIMIT_SLOTS = 8 };

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
bool ts_lane_reads_once(const ts_plan *p, uint32_t id, const ts_op *user)
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

/* Programs can be walked side by side if they take the same way through the kernel; it pays if they
 * stream memory and their tiles fit in the registers together. */
int ts_lane_side_by_side(const ts_plan *p)
{
    const ts_lane_traits *t = ts_lane_traits_of(p->target);
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
    int fit = slots ? (int)((t->registers * 3 / 4) / slots) : 1;
    return fit < 1 ? 1 : fit < t->streams ? fit : t->streams;
}
