/* bounds.c - which accesses need no mask.
 *
 * A small interval analysis over i32 scalars: constants, program and loop indices and a few
 * operations on them. The upper bound may be relative to one op (a runtime size), which is enough to
 * see that `i + 64 <= d` holds in every full iteration of a loop up to d. Nothing here is a guess:
 * what is not proven is masked. */
#include "compile/plan.h"

static const ts_bound unknown;

static bool constant(const ts_plan *p, uint32_t id, int64_t *x)
{
    const ts_op *o = &p->k->op[id];
    if (o->op != TS_const_) return false;
    *x = (int64_t)o->value;
    return true;
}

/* A number, or the smaller of one and whatever it may be: how many of a buffer's rows are live. */
static bool at_most(const ts_plan *p, uint32_t id, int64_t *x)
{
    const ts_op *o = &p->k->op[id];
    if (constant(p, id, x)) return true;
    return o->op == TS_min_ && (constant(p, o->arg[0], x) || constant(p, o->arg[1], x));
}

static ts_bound bound_program(const ts_plan *p, const ts_op *o)
{
    int64_t n;
    if (!at_most(p, o->arg[0], &n)) return (ts_bound){true, true, 0, -1, o->arg[0]};
    if (n <= 0) n = 1;
    return (ts_bound){true, true, 0, (n - 1) / o->step * o->step, 0};
}

/* Full iterations end one whole step before hi; the others anywhere before it. */
static ts_bound bound_loop(const ts_plan *p, uint32_t id, const ts_op *o)
{
    ts_bound b = ts_bound_of(p, o->arg[0]);
    int64_t lo, hi, room = p->full[id] ? o->step : 1;
    ts_bound end = ts_bound_of(p, o->arg[1]);
    b.has_hi = true;
    b.sym = end.has_hi ? end.sym : o->arg[1];
    b.hi = end.has_hi ? end.hi - room : -room;
    if (!constant(p, o->arg[1], &hi)) return b;
    b.sym = 0;
    b.hi = hi - room;
    if (constant(p, o->arg[0], &lo) && b.hi >= lo) b.hi = lo + (b.hi - lo) / o->step * o->step;
    return b;
}

static ts_bound bound_add(ts_bound a, ts_bound b)
{
    ts_bound r = {a.has_lo && b.has_lo, a.has_hi && b.has_hi && !(a.sym && b.sym), a.lo + b.lo,
                  a.hi + b.hi, a.sym ? a.sym : b.sym};
    return r;
}

static ts_bound bound_scale(ts_bound a, ts_bound b)
{
    bool exact = b.has_lo && b.has_hi && !b.sym && b.lo == b.hi && b.lo >= 0 && b.lo < (1 << 20);
    if (!exact) return unknown;
    return (ts_bound){a.has_lo, a.has_hi && !a.sym, a.lo * b.lo, a.hi * b.lo, 0};
}

static ts_bound bound_divide(ts_bound a, ts_bound b, bool remainder)
{
    bool exact = b.has_lo && b.has_hi && !b.sym && b.lo == b.hi && b.lo > 0;
    if (!exact || !a.has_lo || a.lo < 0) return unknown;
    if (remainder) return (ts_bound){true, true, 0, b.lo - 1, 0};
    return (ts_bound){true, a.has_hi && !a.sym, a.lo / b.lo, a.hi / b.lo, 0};
}

static ts_bound bound_min(ts_bound a, ts_bound b)
{
    ts_bound r = a.has_hi ? a : b;
    r.has_lo = a.has_lo && b.has_lo;
    r.lo = a.lo < b.lo ? a.lo : b.lo;
    return r;
}

static bool small(ts_bound b)
{
    int64_t limit = (int64_t)1 << 40;
    return (!b.has_lo || (b.lo > -limit && b.lo < limit)) &&
           (!b.has_hi || (b.hi > -limit && b.hi < limit));
}

/* i32 wraps: what leaves its range at one end comes back at the other, so that neither end holds. */
static ts_bound checked(ts_bound b)
{
    bool below = b.has_lo && (b.lo < INT32_MIN || b.lo > INT32_MAX);
    bool above = b.has_hi && (b.hi < INT32_MIN || b.hi > INT32_MAX);
    return below || above ? unknown : b;
}

static ts_bound bound_elem(const ts_plan *p, const ts_op *o)
{
    ts_bound a = ts_bound_of(p, o->arg[0]), b = ts_bound_of(p, o->arg[1]), r = unknown;
    if (!small(a) || !small(b)) return unknown;
    switch (o->op) {
    case TS_add_: r = bound_add(a, b); break;
    case TS_mul_: r = bound_scale(a, b); break;
    case TS_div_: r = bound_divide(a, b, false); break;
    case TS_rem_: r = bound_divide(a, b, true); break;
    case TS_min_: r = bound_min(a, b); break;
    default: return unknown;
    }
    /* a sum or product may wrap unless both ends are known to fit; an upper end relative to a size
     * cannot be known to fit, but a size plus something not positive does */
    if (o->op != TS_min_ && (!r.has_lo || !r.has_hi || (r.sym && r.hi > 0))) return unknown;
    return checked(r);
}

/* From those of the operands, which come earlier: so a walk in order needs no recursion. */
static ts_bound compute(const ts_plan *p, uint32_t id)
{
    const ts_op *o = &p->k->op[id];
    int64_t x;
    if (o->dtype != TS_i32 || o->rank != 0) return unknown;
    if (constant(p, id, &x)) return (ts_bound){true, true, x, x, 0};
    switch (o->op) {
    case TS_size_: return (ts_bound){false, true, 0, 0, id};
    case TS_program_: return bound_program(p, o);
    case TS_loop_: return bound_loop(p, id, o);
    case TS_add_:
    case TS_mul_:
    case TS_div_:
    case TS_rem_:
    case TS_min_: return bound_elem(p, o);
    default: return unknown;
    }
}

ts_bound ts_bound_of(const ts_plan *p, uint32_t id)
{
    return p->bound[id];
}

/* An index of a loop is seen in its body only, so only that is computed again. */
void ts_note_full(ts_plan *p, uint32_t loop, bool full)
{
    p->full[loop] = full;
    for (uint32_t i = loop; i < p->note[loop].end; i++) p->bound[i] = compute(p, i);
}

/* b .. b + width - 1 inside 0 .. extent - 1? */
static bool below(const ts_plan *p, ts_bound b, int width, uint32_t extent)
{
    int64_t n;
    if (!b.has_lo || b.lo < 0 || !b.has_hi) return false;
    if (b.sym) return b.sym == extent && b.hi + width <= 0;
    return constant(p, extent, &n) && b.hi + width <= n;
}

static bool inside(const ts_plan *p, uint32_t view, int dim, ts_bound b, int width);

/* Those of each step-th element: from the first to the last of them. */
static bool steps_inside(const ts_plan *p, const ts_op *part, int dim, ts_bound b, int width)
{
    ts_bound start = ts_bound_of(p, part->arg[1]);
    if (!start.has_lo || !start.has_hi || b.sym || !small(b) || !small(start)) return false;
    start.lo += b.lo * part->step;
    start.hi += (b.hi + width - 1) * part->step;
    return small(start) && inside(p, part->arg[0], dim, start, 1);
}

static bool inside(const ts_plan *p, uint32_t view, int dim, ts_bound b, int width)
{
    const ts_op *v = &p->k->op[view];
    switch (v->op) {
    case TS_param_: return below(p, b, width, v->arg[dim]);
    case TS_row_: /* a row that is not there has an empty first dimension */
        if (dim == 0 && !inside(p, v->arg[0], 0, ts_bound_of(p, v->arg[1]), 1)) return false;
        return inside(p, v->arg[0], dim + 1, b, width);
    case TS_swap_:
        if (dim >= v->rank - 2) dim = 2 * v->rank - 3 - dim;
        return inside(p, v->arg[0], dim, b, width);
    default: break; /* part */
    }
    if (dim != v->axis) return inside(p, v->arg[0], dim, b, width);
    if (!below(p, b, width, v->arg[2])) return false;
    if (v->step != 1) return steps_inside(p, v, dim, b, width);
    ts_bound sum = bound_add(ts_bound_of(p, v->arg[1]), b);
    return small(sum) && inside(p, v->arg[0], dim, sum, width);
}

bool ts_inside(const ts_plan *p, uint32_t view, int dim, uint32_t index, int width)
{
    return inside(p, view, dim, ts_bound_of(p, index), width);
}

/* Would the accesses in this loop lose a mask if its full iterations were printed apart? */
static int unproven(const ts_plan *p, uint32_t loop)
{
    int n = 0;
    for (uint32_t i = loop + 1; i < p->note[loop].end; i++) {
        const ts_op *o = &p->k->op[i];
        if (o->op != TS_load_ && o->op != TS_store_) continue;
        int rank = p->k->op[o->arg[0]].rank;
        const ts_op *tile = o->op == TS_load_ ? o : &p->k->op[o->arg[o->argc - 1]];
        for (int d = 0; d < rank; d++) {
            int width = tile->rank == 0 ? 1 : tile->dim[tile->rank - rank + d];
            n += !ts_inside(p, o->arg[0], d, o->arg[1 + d], width);
        }
    }
    return n;
}

/* A split loop prints its body twice, and so the innermost of a nest 2^depth times: of loops in one
 * another, only the innermost few are split. */
static void limit_nesting(ts_plan *p)
{
    enum { NESTED = 3 };
    int inside[TS_MAXDEPTH + 2] = {0}, depth = 0; /* split loops in one another, by depth */
    for (uint32_t i = p->k->n - 1; i > 0; i--) {
        if (p->k->op[i].op == TS_end_) inside[++depth] = 0;
        if (p->k->op[i].op != TS_loop_) continue;
        p->note[i].split &= inside[depth] < NESTED;
        int here = inside[depth--] + p->note[i].split;
        if (here > inside[depth]) inside[depth] = here;
    }
}

void ts_note_split(ts_plan *p)
{
    for (uint32_t i = 1; i < p->k->n; i++) p->bound[i] = compute(p, i);
    for (uint32_t i = 1; i < p->k->n; i++) {
        if (p->k->op[i].op != TS_loop_) continue;
        int before = unproven(p, i);
        ts_note_full(p, i, true);
        p->note[i].split = unproven(p, i) < before;
        ts_note_full(p, i, false);
    }
    limit_nesting(p);
}
