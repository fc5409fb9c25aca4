/* decode_ablate.c - see decode.h: a decode step with something switched off, beside the plain one. */
#include "bench/compare.h"
#include "bench/decode.h"

/* A token that is not timed: workers of the other engine go to sleep, those of this one awake. */
static int turn(ts_decoding *d, ts_done *done, ts_error *err)
{
    int32_t id;
    ts_sequence_rewind(d->engine, d->depth);
    if (ts_sequence_advance(d->engine, err) || ts_sequence_greedy(d->engine, &id, err)) return -1;
    return ts_decoding_work(d, done, err);
}

int ts_ablate_work(void *arg, ts_done *done, ts_error *err)
{
    ts_ablate *a = arg;
    ts_done plain = {0};
    if (turn(a->plain, &plain, err) || turn(a->without, done, err) || turn(a->without, done, err) ||
        turn(a->plain, &plain, err))
        return -1;
    if (a->n < TS_MAX_ROUNDS) a->beside.round[a->n++].done = plain;
    return 0;
}

int ts_ablate_same_tokens(const ts_ablate *a, int n, ts_error *err)
{
    ts_sequence *plain = a->plain->engine, *without = a->without->engine;
    if (ts_sequence_pretend(plain, a->plain->depth, err) ||
        ts_sequence_pretend(without, a->without->depth, err))
        return -1;
    for (int i = 0; i < n; i++) {
        int32_t x, y;
        if (ts_sequence_advance(plain, err) || ts_sequence_advance(without, err) ||
            ts_sequence_greedy(plain, &x, err) || ts_sequence_greedy(without, &y, err))
            return -1;
        if (x != y)
            return ts_fail(err, "token %d is %d without it and %d with it", i + 1, (int)y, (int)x);
    }
    return 0;
}

ts_interval ts_ablate_close(ts_ablate *a, const ts_rounds *without, double *each)
{
    double x[TS_MAX_ROUNDS], y[TS_MAX_ROUNDS];
    size_t n = 0;
    ts_rounds_beside(&a->beside, without);
    for (int i = 0; i < without->n; i++) {
        const ts_done *p = &a->beside.round[i].done, *w = &without->round[i].done;
        double rate = w->units / w->seconds, plain = p->units / p->seconds;
        if (each) each[i] = rate / plain;
        if (!ts_rounds_kept(without, i)) continue;
        x[n] = rate;
        y[n++] = plain;
    }
    return ts_ratio(x, y, n, 0.95, 1);
}

const char *ts_ablate_verdict(ts_interval ratio, const ts_rounds *without)
{
    static const char *const names[] = {
        [TS_NO_DIFFERENCE] = "no difference",
        [TS_FASTER] = "hurts",
        [TS_SLOWER] = "helps",
    };
    if (without->noisy) return "noisy";
    if (without->counted < TS_COMPARE_LEAST) return "too few rounds";
    return names[ts_compare_verdict(ratio, 0)];
}
