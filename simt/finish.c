/* finish.c - the last passes over a form: after them it is in order, and printers decide nothing. */
#include "simt/form.h"

#include <stdlib.h>

static void count(ts_simt *s)
{
    for (uint32_t v = 1; v < s->n; v++) {
        const ts_sinst *i = &s->i[v];
        const uint32_t arg[] = {i->a, i->b, i->c};
        for (int k = 0; k < 3; k++)
            if (arg[k]) s->i[arg[k]].uses++;
    }
}

/* Values that nothing uses disappear: they become NONE, which printers pass over. */
static void drop_unused(ts_simt *s)
{
    for (uint32_t v = s->n - 1; v > 0; v--) {
        ts_sinst *i = &s->i[v];
        if (i->uses || ts_sops[i->op].is & TS_STAYS || i->op == TS_S_NONE) continue;
        const uint32_t arg[] = {i->a, i->b, i->c};
        for (int k = 0; k < 3; k++)
            if (arg[k]) s->i[arg[k]].uses--;
        *i = (ts_sinst){.op = TS_S_NONE};
    }
}

enum { DEEP = 4, WIDE = 24 }; /* of an expression that is printed as one */

/* A value is printed inside its user if it has one, in the same block, and nothing that it reads is
 * changed in between: GETs stay where they are unless no SET and no end of a block lies between.
 * size[] counts the operators of the expression. */
static void inline_values(ts_simt *s)
{
    uint32_t *user = calloc(s->n, sizeof *user), *block = calloc(s->n, sizeof *block);
    uint32_t *size = calloc(s->n, sizeof *size), *depth = calloc(s->n, sizeof *depth);
    uint32_t open[TS_MAXBLOCKS + 1] = {0}, set = 0;
    int level = 0;
    for (uint32_t v = 1; user && block && size && depth && v < s->n; v++) {
        ts_sinst *i = &s->i[v];
        const uint32_t arg[] = {i->a, i->b, i->c};
        if (i->op == TS_S_END && level) level--;
        block[v] = open[level];
        size[v] = 1;
        for (int k = 0; k < 3; k++) {
            ts_sinst *x = &s->i[arg[k]];
            if (!arg[k] || !x->inlined || x->op == TS_S_CONST || x->op == TS_S_WORD) continue;
            bool late = user[arg[k]] && set > user[arg[k]];
            if (block[arg[k]] != block[v] || late || size[v] + size[arg[k]] > WIDE ||
                depth[arg[k]] >= DEEP || i->op == TS_S_FOR)
                x->inlined = false;
            else {
                size[v] += size[arg[k]];
                if (depth[arg[k]] + 1 > depth[v]) depth[v] = depth[arg[k]] + 1;
                if (user[arg[k]] && (!user[v] || user[arg[k]] < user[v])) user[v] = user[arg[k]];
            }
        }
        bool leaf = i->op == TS_S_CONST || i->op == TS_S_THREAD || i->op == TS_S_SUBGROUP ||
                    i->op == TS_S_GROUP;
        i->inlined = i->op == TS_S_CONST || i->op == TS_S_WORD ||
                     (i->uses == 1 && !leaf && (ts_sops[i->op].is & TS_PURE || i->op == TS_S_GET));
        if (i->op == TS_S_GET && i->inlined) user[v] = v; /* the oldest GET in it */
        if (i->op == TS_S_SET || i->op == TS_S_PRODUCT || i->op == TS_S_JOIN || i->op == TS_S_END ||
            i->op == TS_S_FOR || i->op == TS_S_IF)
            set = v;
        if ((i->op == TS_S_FOR || i->op == TS_S_IF) && level < TS_MAXBLOCKS) open[++level] = v;
    }
    s->failed |= !user || !block || !size || !depth;
    free(user);
    free(block);
    free(size);
    free(depth);
}

void ts_simt_finish(ts_simt *s)
{
    if (s->failed) return;
    count(s);
    drop_unused(s);
    ts_simt_order(s);
    ts_simt_ranges(s);
    inline_values(s);
    ts_simt_uniform(s);
    ts_simt_batch(s);
    for (uint32_t v = 1; v < s->n; v++) {
        ts_sop op = s->i[v].op;
        if (op == TS_S_LOAD4 || op == TS_S_COPY) s->param[s->i[v].n].quads = true;
        s->shared_quads |= op == TS_S_SHARED4 || op == TS_S_SHARE4 || op == TS_S_COPY ||
                           op == TS_S_SQUARES ||
                           ((op == TS_S_FRAGMENT || op == TS_S_UNLOAD) && s->traits->matrix->quads);
    }
    s->asked = s->traits && s->traits->declared && 4 * s->shared > s->traits->declared;
    ts_simt_built(s);
}
