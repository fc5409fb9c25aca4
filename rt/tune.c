/* tune.c - costs from measured pieces (tune.h).
 *
 * The lesser of two measurements counts: a thread that was parked inside a piece, or met cold memory,
 * makes one of them too long.
 */
#include "rt/tune.h"

#include <stdlib.h>
#include <string.h>

int ts_tune_new(ts_tune *t, const ts_span *span, size_t n, ts_error *err)
{
    memset(t, 0, sizeof *t);
    t->n = n;
    t->last = calloc(n + 1, sizeof *t->last);
    t->guess = calloc(n + 1, sizeof *t->guess);
    if (!t->last || !t->guess) return ts_fail(err, "no memory to tune %zu launches", n);
    for (size_t i = 0; i < n; i++) {
        t->guess[i] = span[i].cost;
        t->last[i] = -1;
    }
    return 0;
}

void ts_tune_free(ts_tune *t)
{
    free(t->piece);
    free(t->last);
    free(t->guess);
    memset(t, 0, sizeof *t);
}

bool ts_tune_due(ts_tune *t, const ts_cut *plan)
{
    uint64_t run = t->runs++;
    if (run != 1 && run != 2 && run % TS_TUNE_EVERY) return false;
    if (plan->pieces > t->cap) {
        float *more = realloc(t->piece, plan->pieces * sizeof *more);
        if (!more) return false; /* untuned, but right */
        t->piece = more;
        t->cap = plan->pieces;
    }
    return plan->pieces > 0;
}

static bool correct(ts_tune *t, size_t launch, double took, ts_span *s)
{
    double least = t->last[launch] < 0 || took < t->last[launch] ? took : t->last[launch];
    bool first = t->last[launch] < 0;
    t->last[launch] = took;
    if (first) return false;
    double cost = least * TS_TUNE_BYTES_PER_US;
    if (cost < 1) cost = 1;
    if (cost < 2 * s->cost && s->cost < 2 * cost) return false;
    /* A guess within a factor of 2 is kept as it is: it knows more than a clock does. */
    double guess = t->guess[launch];
    s->cost = cost < 2 * guess && guess < 2 * cost ? guess : cost;
    return true;
}

/* Pieces of one launch lie together in a plan, in order of launches. */
bool ts_tune_apply(ts_tune *t, const ts_cut *plan, ts_span *span)
{
    bool changed = false;
    for (size_t i = 0, end; i < plan->pieces; i = end) {
        uint32_t launch = plan->piece[i].launch;
        double total = 0, programs = 0;
        for (end = i; end < plan->pieces && plan->piece[end].launch == launch; end++) {
            total += (double)t->piece[end];
            programs += (double)(plan->piece[end].hi - plan->piece[end].lo);
        }
        changed |= correct(t, launch, total / programs, &span[launch]);
    }
    return changed;
}
