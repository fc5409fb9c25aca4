/* uses.c - who uses what, which loop is around it, and what is the same for every program.
 *
 * Uniform means: does not depend on program, on memory that the kernel writes, or on a variable that
 * is ever set to something that does. Variables need a fixed point, reached in a few rounds. */
#include "compile/plan.h"

static void count(ts_plan *p, uint32_t user)
{
    const ts_op *o = &p->k->op[user];
    for (int i = 0; i < o->argc; i++) {
        if (!o->arg[i]) continue;
        p->note[o->arg[i]].uses++;
        p->note[o->arg[i]].user = user;
    }
}

static void nest(ts_plan *p)
{
    uint32_t inner = 0;
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        if (o->op == TS_end_) {
            p->note[inner].end = i;
            inner = p->note[inner].loop;
        }
        p->note[i].loop = inner;
        if (o->op == TS_loop_) inner = i;
    }
}

static bool starts_uniform(const ts_op *o)
{
    if (o->op == TS_program_) return false;
    if (o->op != TS_param_) return true;
    return o->mode == TS_IN;
}

static bool mark(ts_plan *p, uint32_t i)
{
    const ts_op *o = &p->k->op[i];
    bool uniform = p->note[i].uniform;
    for (int a = 0; a < o->argc; a++)
        uniform = uniform && (!o->arg[a] || p->note[o->arg[a]].uniform);
    if (o->op == TS_set_ && !uniform) p->note[o->arg[0]].uniform = false;
    if (p->note[i].loop && !p->note[p->note[i].loop].uniform) uniform = false;
    bool changed = uniform != p->note[i].uniform;
    p->note[i].uniform = uniform;
    return changed;
}

static bool mark_all(ts_plan *p)
{
    bool changed = false;
    for (uint32_t i = 1; i < p->k->n; i++) changed |= mark(p, i);
    return changed;
}

/* Variables that are set from one another can take a round each. After as many rounds as no kernel
 * of a sane mind needs, none is taken for uniform any more, and one last round settles the rest. */
static void settle(ts_plan *p)
{
    enum { ROUNDS = 16 };
    int round = 0;
    while (mark_all(p) && ++round < ROUNDS) continue;
    if (round < ROUNDS) return;
    for (uint32_t i = 1; i < p->k->n; i++)
        if (p->k->op[i].op == TS_var_) p->note[i].uniform = false;
    mark_all(p);
}

void ts_note_uses(ts_plan *p)
{
    for (uint32_t i = 1; i < p->k->n; i++) {
        p->note[i].uniform = starts_uniform(&p->k->op[i]);
        count(p, i);
    }
    nest(p);
    settle(p);
}

void ts_mark_counts(const ts_kern *k, bool *needed)
{
    for (uint32_t i = k->n - 1; i > 0; i--) {
        const ts_op *o = &k->op[i];
        if (o->op == TS_program_) needed[o->arg[0]] = true;
        if (!needed[i]) continue;
        for (int a = 0; a < o->argc; a++) needed[o->arg[a]] |= o->arg[a] != 0;
    }
}
