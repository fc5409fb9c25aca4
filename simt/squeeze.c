/* squeeze.c - a kernel whose tiles take more shared memory than the target has, made to fit. In this order,
 * a step a run of the lowering:
 *
 *   lone     nothing is copied ahead, so that each tile has one place
 *   tight    rows lie close together, and reductions between threads take their rows in turns
 *   apart    products do without opaque matrix units, whose sums take a place for the whole tile
 *   packed   what dots read is kept in the width it has in memory
 *   read     the largest tiles that come from memory alone are kept nowhere: they are read again by
 *            each user, if nothing is stored between */
#include "simt/lower.h"

#include <stdlib.h>

/* How many stores stand before each op. */
static uint32_t *count_stores(const ts_kern *k)
{
    uint32_t *n = calloc(k->n + 1, sizeof *n);
    for (uint32_t i = 1; n && i < k->n; i++)
        n[i + 1] = n[i] + (k->op[i].op == TS_store_ || k->op[i].op == TS_scatter_);
    return n;
}

/* Without a store while it lives. */
static bool may_be_read_again(const ts_lower *l, uint32_t id, uint32_t last, const uint32_t *stores)
{
    const ts_op *o = &l->k->op[id];
    bool kept = o->sort == TS_VALUE && o->rank && ts_low_is_kept(&l->at[id]);
    return kept && ts_low_from_memory(l, id) && stores[last + 1] == stores[id];
}

static uint32_t largest(const ts_lower *l, const uint32_t *last, const uint32_t *stores)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < l->k->n; i++) {
        if (!may_be_read_again(l, i, last[i], stores)) continue;
        if (!best || ts_low_words(&l->at[i]) > ts_low_words(&l->at[best])) best = i;
    }
    return best;
}

/* As many as would do if all lived at once. */
static bool read_again(ts_lower *l, long words)
{
    uint32_t *last = calloc(l->k->n + 1, sizeof *last), *stores = count_stores(l->k);
    long most = l->s->traits->shared_bytes / 4;
    bool news = false;
    if (!last || !stores) ts_fail(l->err, "kernel %s: no memory to lower it", l->k->name);
    if (last && stores) ts_low_last_uses(l, last);
    while (last && stores && words > most) {
        uint32_t id = largest(l, last, stores);
        if (!id) break;
        words -= ts_low_words(&l->at[id]);
        l->at[id].staged = l->at[id].operand = l->at[id].copied = false;
        l->at[id].home = TS_INLINE;
        l->plan->note[id].inlined = news = true;
    }
    free(last);
    free(stores);
    return news;
}

static bool has_units(const ts_lower *l)
{
    for (int i = 0; i < l->products; i++)
        if (l->product[i].units) return true;
    return false;
}

bool ts_low_squeeze(ts_lower *l, long words)
{
    if (l->aheads && !l->lone) return l->lone = true;
    if (!l->tight) return l->tight = true;
    if (!l->apart && has_units(l)) return l->apart = true;
    if (!l->packed) {
        l->packed = true;
        if (ts_low_stage_all(l)) return true;
    }
    return read_again(l, words);
}
