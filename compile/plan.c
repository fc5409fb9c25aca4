/* plan.c - runs the passes over one kernel, in order (compile/plan.h). */
#include "compile/plan.h"

#include <stdlib.h>

static ts_layout layout_of(const ts_op *o, int lanes)
{
    ts_layout l = {1, 1, 1, false};
    if (o->rank == 0) return l;
    l.column = o->rank == 2 && o->dim[1] == 1;
    l.rows = o->rank == 2 && !l.column ? o->dim[0] : 1;
    l.cols = o->rank == 2 && !l.column ? o->dim[1] : o->dim[0];
    l.slots = (l.cols + lanes - 1) / lanes;
    return l;
}

static void note_layouts(ts_plan *p)
{
    for (uint32_t i = 1; i < p->k->n; i++) p->note[i].layout = layout_of(&p->k->op[i], p->lanes);
}

ts_plan *ts_plan_make(const ts_kern *k, const ts_target *target, ts_error *err)
{
    ts_plan *p = calloc(1, sizeof *p);
    if (p) p->note = calloc(k->n + 1, sizeof *p->note);
    if (p) p->full = calloc(k->n + 1, sizeof *p->full);
    if (p) p->bound = calloc(k->n + 1, sizeof *p->bound);
    if (!p || !p->note || !p->full || !p->bound) {
        ts_fail(err, "kernel %s: no memory to plan %u ops", k->name, k->n);
        ts_plan_free(p);
        return NULL;
    }
    p->k = k;
    p->target = target;
    p->lanes = target->family->lanes(target->traits);
    note_layouts(p);
    ts_note_uses(p);
    ts_note_split(p);
    if (!ts_note_place(p)) {
        ts_fail(err, "kernel %s: no memory to plan %u ops", k->name, k->n);
        ts_plan_free(p);
        return NULL;
    }
    return p;
}

void ts_plan_free(ts_plan *p)
{
    if (!p) return;
    free(p->note);
    free(p->full);
    free(p->bound);
    free(p);
}

bool ts_is_tile(const ts_op *o)
{
    return o->rank > 0 && (o->sort == TS_VALUE || o->sort == TS_VARIABLE);
}

/* A contraction is inside of its own chain of inlined ops, too. */
static void print_note(FILE *f, const ts_note *n, uint32_t id)
{
    if (n->uniform) fputs("  uniform", f);
    if (n->stream) fputs("  stream", f);
    if (n->split) fputs("  split", f);
    if (n->inlined) fprintf(f, "  inlined into %%%u", n->user);
    if (n->dot && n->dot != id) fprintf(f, "  with %%%u inside", n->dot);
}

void ts_plan_print(FILE *f, const ts_plan *p, ts_plan_more *more, const void *arg)
{
    fprintf(f, "plan %s for %s: %ld bytes read a program", p->k->name, p->target->name, p->cost);
    more(f, arg, 0);
    for (uint32_t i = 1; i < p->k->n; i++) {
        const ts_op *o = &p->k->op[i];
        if (o->sort == TS_VIEW || o->op == TS_const_ || o->op == TS_end_) continue;
        fprintf(f, "\n  %%%-4u %-10s", i, ts_opinfos[o->op].name);
        print_note(f, &p->note[i], i);
        more(f, arg, i);
    }
    fputc('\n', f);
}
