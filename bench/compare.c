/* compare.c - see compare.h. */
#include "bench/compare.h"

#include <math.h>

#define LEVEL 0.95
enum { SEED = 1, TRIES = 3 };

static const char *const names[] = {
    [TS_NO_DIFFERENCE] = "no difference",
    [TS_FASTER] = "faster",
    [TS_SLOWER] = "slower",
    [TS_TOO_FEW] = "too few rounds",
};

const char *ts_verdict_name(ts_verdict v)
{
    return names[v];
}

/* ---- judging ---- */

ts_verdict ts_compare_verdict(ts_interval ratio, double threshold)
{
    if (!(ratio.lo > 1 || ratio.hi < 1) || fabs(ratio.mid - 1) < threshold) return TS_NO_DIFFERENCE;
    return ratio.mid > 1 ? TS_FASTER : TS_SLOWER;
}

bool ts_compare_confirmed(const ts_comparison *c, ts_verdict v)
{
    return c->verdict == v && !c->rounds.noisy;
}

static double each(const ts_done *d)
{
    return d->seconds / d->units;
}

void ts_compare_judge(ts_comparison *c, double threshold)
{
    double ratio[TS_MAX_ROUNDS] = {0};
    size_t n = 0;
    for (int i = 0; i < c->rounds.n; i++)
        if (ts_rounds_kept(&c->rounds, i)) ratio[n++] = c->match[i].ratio;
    c->ratio = ts_median_interval(ratio, n, LEVEL, SEED);
    c->verdict = n < TS_COMPARE_LEAST ? TS_TOO_FEW : ts_compare_verdict(c->ratio, threshold);
}

size_t ts_compare_samples(const ts_comparison *c, int side, ts_sample sample[2 * TS_MAX_ROUNDS])
{
    size_t n = 0;
    for (int i = 0; i < c->rounds.n; i++) {
        const ts_match *m = &c->match[i];
        if (side == TS_SIDES) sample[n++] = ts_session_sample(&c->rounds, i, m->ratio);
        for (int k = 0; side < TS_SIDES && k < 2; k++)
            sample[n++] = ts_session_sample(&c->rounds, i, 1 / each(&m->done[side][k]));
    }
    return n;
}

void ts_compare_side(const ts_comparison *c, int side, ts_rounds *r)
{
    for (int i = 0; i < c->rounds.n; i++) {
        const ts_done *a = &c->match[i].done[side][0], *b = &c->match[i].done[side][1];
        r->round[i].done = (ts_done){.seconds = a->seconds + b->seconds,
                                     .units = a->units + b->units,
                                     .bytes = a->bytes + b->bytes,
                                     .flops = a->flops + b->flops,
                                     .by_device = a->by_device};
    }
    ts_rounds_beside(r, &c->rounds);
}

/* ---- measuring ---- */

static int sample(const ts_contender *side, ts_done *done, ts_error *err)
{
    *done = (ts_done){.seconds = 0};
    if (side->sample(side->arg, done, err)) return -1;
    if (each(done) > 0 && isfinite(each(done))) return 0;
    return ts_fail(err, "a sample took %g s a unit: nothing was measured", each(done));
}

int ts_compare_work(void *comparison, ts_done *done, ts_error *err)
{
    ts_comparison *c = comparison;
    ts_match *m = &c->match[c->rounds.n]; /* of the round that is being taken */
    ts_done *a = m->done[TS_A], *b = m->done[TS_B];
    const ts_contender *side = c->contender;
    if (sample(&side[TS_A], &a[0], err) || sample(&side[TS_B], &b[0], err) ||
        sample(&side[TS_B], &b[1], err) || sample(&side[TS_A], &a[1], err))
        return -1;
    double mine = each(&a[0]) + each(&a[1]), other = each(&b[0]) + each(&b[1]);
    m->ratio = other / mine;
    *done = (ts_done){.seconds = mine + other, .units = 4};
    return 0;
}

int ts_compare_run(ts_comparison *c, const ts_effort *effort, double threshold, ts_error *err)
{
    ts_done ignored;
    ts_effort e = *effort;
    e.most = TRIES * e.least;
    if (e.least < 1 || e.most > TS_MAX_ROUNDS)
        return ts_fail(err, "%d rounds cannot be taken; give 1 to %d", e.least,
                       TS_MAX_ROUNDS / TRIES);
    if (sample(&c->contender[TS_A], &ignored, err) || sample(&c->contender[TS_B], &ignored, err) ||
        ts_rounds_run(&c->rounds, &e, NULL, ts_compare_work, c, err))
        return -1;
    ts_compare_judge(c, threshold);
    return 0;
}
