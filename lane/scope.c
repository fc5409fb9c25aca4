/* scope.c - how long large tiles live. A block of C is opened around the ops between one and its last use, if
 * nothing else that they name is used behind it, so that tiles that follow one another share the stack. */
#include "lane/lower.h"

#include <stdlib.h>

enum { LARGE = 1 << 14 }; /* bytes from which a tile is worth a block */

/* ---- uses ---- */

/* By op: the last that reads it where it stands, or what is computed inside of that. */
uint32_t *ts_weave_last_uses(const ts_plan *p)
{
    uint32_t *last = calloc(p->k->n + 1, sizeof *last);
    for (uint32_t i = p->k->n - 1; last && i > 0; i--) {
        const ts_op *o = &p->k->op[i];
        uint32_t at = p->note[i].inlined || p->note[i].with ? last[i] : i;
        for (int a = 0; a < o->argc; a++)
            if (last[o->arg[a]] < at) last[o->arg[a]] = at;
    }
    return last;
}

/* The op of the level of `loop` (0: the outermost) in which op i stands, at its end. */
static uint32_t at_level(const ts_plan *p, uint32_t i, uint32_t loop)
{
    for (uint32_t l = p->note[i].loop; l && l != loop; l = p->note[l].loop) i = p->note[l].end;
    return i;
}

static long bytes_of(const ts_weave *w, uint32_t id)
{
    const ts_op *o = &w->k->op[id];
    if (o->sort != TS_VALUE || !o->rank || w->plan->note[id].inlined) return 0;
    ts_layout y = ts_weave_layout(w, id);
    return (long)y.rows * y.slots * w->f->lanes * 4;
}

uint32_t ts_weave_scope(const ts_weave *w, uint32_t id)
{
    const ts_note *n = w->plan->note;
    if (bytes_of(w, id) < LARGE || !w->last[id]) return 0;
    uint32_t end = at_level(w->plan, w->last[id], n[id].loop);
    for (uint32_t i = id; i <= end; i++)
        if (at_level(w->plan, w->last[i], n[id].loop) > end) return 0;
    return end;
}

/* ---- the stack ---- */

static long bytes_in(const ts_lane *f, const ts_linst *i)
{
    long vector = (long)f->lanes * 4;
    if (i->op == TS_L_LOCAL) return i->n * vector;
    if (i->op != TS_L_TILE) return 0;
    return (long)f->layout[i->at].rows * f->layout[i->at].slots * vector;
}

/* Of a block from instruction *at on, behind whose end *at is left. */
static long bytes_alive(const ts_lane *f, uint32_t *at)
{
    long own = 0, most = 0;
    while (*at < f->n && f->i[*at].op != TS_L_END) {
        const ts_linst *i = &f->i[(*at)++];
        long inside = ts_l_opens((ts_lop)i->op) ? bytes_alive(f, at) : 0;
        own += bytes_in(f, i);
        if (own + inside > most) most = own + inside;
    }
    ++*at;
    return most > own ? most : own;
}

long ts_lane_stack(const ts_lane *f)
{
    uint32_t at = 1;
    return bytes_alive(f, &at);
}
