/* uniform.c - which values are the same for all threads of a group, for what a compiler can see.
 *
 * A language may demand that a BARRIER stands in loops whose bounds are (simt/wgsl.c). What a thread,
 * shared memory or a param that is written gives may differ; so may what is computed from it, and a
 * variable that is set from it or where only some threads come by. */
#include "simt/form.h"

static void find_meetings(ts_simt *s)
{
    uint32_t open[TS_MAXBLOCKS] = {0};
    int level = 0;
    for (uint32_t v = 1; v < s->n; v++) {
        const ts_sinst *i = &s->i[v];
        if ((i->op == TS_S_FOR || i->op == TS_S_IF) && level < TS_MAXBLOCKS) open[level++] = v;
        if (i->op == TS_S_END && level) level--;
        for (int k = 0; i->op == TS_S_BARRIER && k < level; k++) s->i[open[k]].meets = true;
    }
}

static bool source_varies(const ts_simt *s, const ts_sinst *i)
{
    switch (i->op) {
    case TS_S_THREAD:
    case TS_S_SUBGROUP:
    case TS_S_SHARED:
    case TS_S_SHARED4:
    case TS_S_FRAGMENT:
    case TS_S_SHUFFLE: return true;
    case TS_S_LOAD:
    case TS_S_LOAD4: return s->param[i->n].mode != TS_IN;
    default: return false;
    }
}

static bool mark(ts_simt *s, uint32_t v, bool on)
{
    bool news = on && !s->i[v].varies;
    s->i[v].varies |= on;
    return news;
}

/* One walk; true if something new was found. A loop with a barrier has bounds that are the same for
 * all threads, whatever a compiler sees. */
static bool walk(ts_simt *s)
{
    bool apart[TS_MAXBLOCKS] = {false}, news = false;
    int level = 0;
    for (uint32_t v = 1; v < s->n; v++) {
        const ts_sinst *i = &s->i[v];
        bool here = level && apart[level - 1];
        if (i->op == TS_S_END && level) level--;
        bool varies =
            source_varies(s, i) || s->i[i->a].varies || s->i[i->b].varies || s->i[i->c].varies;
        if (i->op == TS_S_FOR || i->op == TS_S_IF) {
            varies = varies && !i->meets;
            if (level < TS_MAXBLOCKS) apart[level++] = here || varies;
        }
        if (i->op == TS_S_VAR) varies |= here;
        if (i->op == TS_S_SET) news |= mark(s, i->a, here || s->i[i->b].varies);
        if (i->op == TS_S_PRODUCT) news |= mark(s, i->c, true);
        news |= mark(s, v, varies);
    }
    return news;
}

/* Variables that are set from one another can take a walk each. After as many as no kernel of a sane
 * mind needs, all variables count as varying, and one last walk settles the rest. */
void ts_simt_uniform(ts_simt *s)
{
    enum { WALKS = 16 };
    int n = 0;
    find_meetings(s);
    while (walk(s) && ++n < WALKS) continue;
    if (n < WALKS) return;
    for (uint32_t v = 1; v < s->n; v++) s->i[v].varies |= s->i[v].op == TS_S_VAR;
    walk(s);
}
