/* decode_ablate.c - see decode.h: a decode step with something switched off, beside the plain one. */
#include "bench/compare.h"
#include "bench/decode.h"

/* A token that is not timed: workers of the other engine go to sleep, those of this one awake. */
int ts_ablate_work(void *arg, ts_done *done, ts_error *err)
{
    const ts_decoding *d = arg;
    int32_t id;
    ts_sequence_rewind(d->engine, d->depth);
    if (ts_sequence_advance(d->engine, err) || ts_sequence_greedy(d->engine, &id, err)) return -1;
    return ts_decoding_work(arg, done, err);
}

int ts_ablate_same_tokens(const ts_decoding *has, const ts_decoding *lacks, int n, ts_error *err)
{
    ts_sequence *plain = has->engine, *without = lacks->engine;
    if (ts_sequence_pretend(plain, has->depth, err) ||
        ts_sequence_pretend(without, lacks->depth, err))
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

const char *ts_ablate_verdict(ts_interval ratio, const ts_rounds *rounds)
{
    static const char *const names[] = {
        [TS_NO_DIFFERENCE] = "no difference",
        [TS_FASTER] = "hurts",
        [TS_SLOWER] = "helps",
    };
    if (rounds->noisy) return "noisy";
    if (rounds->counted < TS_COMPARE_LEAST) return "too few rounds";
    return names[ts_compare_verdict(ratio, 0)];
}
