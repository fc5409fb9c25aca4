/* best.h - the largest of many logits and its id, as torch and numpy choose it: NaN is above every
 * number, equal ones go to the lowest id. So logits that are broken anywhere cannot pass for a choice:
 * the winner is NaN then, and whoever reads it can tell.
 *
 * Candidates are met in rising order of ids, each lane with its own; lanes are joined at the end. Who
 * has met nothing holds (-inf, NOBODY). So does who has met only -inf, which changes nothing: either
 * another lane wins, or all is -inf and the lowest id of all is 0, which NOBODY stands for at the end.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_BEST_H
#define TESSERA_KERNELS_R1_DISTILL_BEST_H

#include "kernels/r1_distill/parts.h"

enum { NOBODY = INT32_MAX };

struct best { /* one, or one a lane */
    ts_var value, id;
};

/* The next candidate; `past` where there is none. A number that is no larger leaves the old one, and so
 * does everything once that is NaN. */
static inline void keep_better(ts_kern *k, struct best *b, ts_val x, ts_val id, ts_val past)
{
    ts_val old = ts_get(b->value), inf = ts_i32(k, INF_BITS);
    ts_val no_larger = ts_and(ts_le(size_bits(k, x), inf), ts_le(x, old));
    ts_val stays = ts_or(past, ts_or(no_larger, ts_lt(inf, size_bits(k, old))));
    ts_set(b->value, ts_select(stays, old, x));
    ts_set(b->id, ts_select(stays, ts_get(b->id), id));
}

/* Over the lanes; returns the id. */
static inline ts_val best_of(ts_kern *k, const struct best *b, ts_val *value)
{
    ts_val all = ts_get(b->value), ids = ts_get(b->id), nobody = ts_i32(k, NOBODY);
    ts_val top = ts_amax(all, 0);
    ts_val largest = ts_amin(ts_select(ts_eq(all, top), ids, nobody), 0);
    ts_val broken =
        ts_amin(ts_select(ts_lt(ts_i32(k, INF_BITS), size_bits(k, all)), ids, nobody), 0);
    ts_val some = ts_ne(broken, nobody);
    *value = ts_select(some, ts_f32(k, NAN), top);
    return ts_select(some, broken, largest);
}

/* What spans of candidates have left in val and idx, as one token and its logit. */
static inline void join_spans(ts_kern *k, ts_val spans, ts_view val, ts_view idx, ts_view token,
                              ts_view top, int lanes)
{
    struct best best = {ts_var1(ts_f32(k, -INFINITY), lanes), ts_var1(ts_i32(k, NOBODY), lanes)};
    ts_val value;
    for (ts_loop i = ts_upto(spans, lanes); ts_next(&i);) {
        ts_val past = ts_le(spans, ts_add(i.at, ts_iota(k, lanes)));
        keep_better(k, &best, ts_load(val, i.at, lanes), ts_load(idx, i.at, lanes), past);
    }
    ts_val id = best_of(k, &best, &value);
    id = ts_select(ts_eq(id, ts_i32(k, NOBODY)), zero(k), id);
    ts_store(token, zero(k), ts_cast(id, TS_u32));
    ts_store(top, zero(k), value);
}

/* The reference: of logits[0..n). */
static inline int best_ref(const double *logits, int n)
{
    int best = 0;
    for (int i = 1; i < n && !isnan(logits[best]); i++)
        if (!(logits[i] <= logits[best])) best = i;
    return best;
}

#endif
