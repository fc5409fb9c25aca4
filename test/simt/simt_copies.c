/* simt_copies.c - see simt_copies.h */
#include "test/simt/simt_copies.h"

#include <stdlib.h>
#include <string.h>

bool ts_copies_new(ts_copies *c, int threads, int words)
{
    *c = (ts_copies){.threads = threads, .words = words};
    c->commits = calloc((size_t)threads, sizeof *c->commits);
    c->on_way = calloc((size_t)words + 1, sizeof *c->on_way);
    return c->commits && c->on_way;
}

void ts_copies_free(ts_copies *c)
{
    free(c->copy);
    free(c->commits);
    free(c->on_way);
}

void ts_copies_clear(ts_copies *c)
{
    c->n = 0;
    memset(c->commits, 0, (size_t)c->threads * sizeof *c->commits);
    memset(c->on_way, 0, (size_t)c->words * sizeof *c->on_way);
}

static bool make_room(ts_copies *c)
{
    if (c->n < c->cap) return true;
    size_t cap = c->cap ? 2 * c->cap : 256;
    ts_copy *more = realloc(c->copy, cap * sizeof *more);
    if (!more) return false;
    c->copy = more;
    c->cap = cap;
    return true;
}

bool ts_copies_begin(ts_copies *c, ts_copy x)
{
    if (!make_room(c)) return false;
    x.group = c->commits[x.thread];
    for (int k = 0; k < 4; k++) c->on_way[x.at + k] = true;
    c->copy[c->n++] = x;
    return true;
}

void ts_copies_commit(ts_copies *c, int thread)
{
    c->commits[thread]++;
}

const ts_copy *ts_copies_land(ts_copies *c, int thread, int young)
{
    for (size_t k = c->n; k-- > 0;) {
        const ts_copy *x = &c->copy[k];
        if (x->thread != thread || x->group + (uint32_t)young >= c->commits[thread]) continue;
        c->landed = *x;
        memmove(&c->copy[k], &c->copy[k + 1], (--c->n - k) * sizeof *c->copy);
        for (int w = 0; w < 4; w++) c->on_way[c->landed.at + w] = false;
        return &c->landed;
    }
    return NULL;
}
