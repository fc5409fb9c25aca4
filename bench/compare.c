/* compare.c - see compare.h. */
#include "bench/compare.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdio.h>

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

static void judge_side(ts_comparison *c, int side)
{
    double rate[2 * TS_MAX_ROUNDS] = {0};
    size_t n = 0;
    for (int i = 0; i < c->rounds.n; i++) {
        const double *s = c->match[i].seconds[side];
        if (!ts_rounds_kept(&c->rounds, i)) continue;
        rate[n++] = 1 / s[0];
        rate[n++] = 1 / s[1];
    }
    c->side[side].n = (int)n;
    c->side[side].rate = ts_median_interval(rate, n, LEVEL, SEED);
    c->side[side].p10 = ts_quantile(rate, n, 0.1);
    c->side[side].p90 = ts_quantile(rate, n, 0.9);
}

static void judge(ts_comparison *c, double threshold)
{
    double ratio[TS_MAX_ROUNDS] = {0};
    size_t n = 0;
    for (int i = 0; i < c->rounds.n; i++)
        if (ts_rounds_kept(&c->rounds, i)) ratio[n++] = c->match[i].ratio;
    c->threshold = threshold;
    c->ratio = ts_median_interval(ratio, n, LEVEL, SEED);
    c->verdict = n < TS_COMPARE_LEAST ? TS_TOO_FEW : ts_compare_verdict(c->ratio, threshold);
    judge_side(c, TS_A);
    judge_side(c, TS_B);
}

/* ---- measuring ---- */

static int sample(const ts_contender *side, double *seconds, ts_error *err)
{
    *seconds = 0;
    if (side->sample(side->arg, seconds, err)) return -1;
    if (*seconds > 0 && isfinite(*seconds)) return 0;
    return ts_fail(err, "a sample took %g s a unit: nothing was measured", *seconds);
}

typedef struct playing {
    ts_match *next;
    const ts_contender *side;
} playing;

static int play(void *arg, ts_done *done, ts_error *err)
{
    playing *p = arg;
    ts_match *m = p->next++;
    double *a = m->seconds[TS_A], *b = m->seconds[TS_B];
    if (sample(&p->side[TS_A], &a[0], err) || sample(&p->side[TS_B], &b[0], err) ||
        sample(&p->side[TS_B], &b[1], err) || sample(&p->side[TS_A], &a[1], err))
        return -1;
    m->ratio = (b[0] + b[1]) / (a[0] + a[1]);
    *done = (ts_done){.seconds = a[0] + a[1] + b[0] + b[1], .units = 4};
    return 0;
}

int ts_compare_run(ts_comparison *c, const ts_effort *effort, double threshold,
                   const ts_contender side[TS_SIDES], ts_error *err)
{
    double ignored;
    playing p = {c->match, side};
    ts_effort e = *effort;
    e.most = TRIES * e.least;
    if (e.least < 1 || e.most > TS_MAX_ROUNDS)
        return ts_fail(err, "%d rounds cannot be taken; give 1 to %d", e.least,
                       TS_MAX_ROUNDS / TRIES);
    if (sample(&side[TS_A], &ignored, err) || sample(&side[TS_B], &ignored, err) ||
        ts_rounds_run(&c->rounds, &e, NULL, play, &p, err))
        return -1;
    judge(c, threshold);
    return 0;
}

/* ---- saying ---- */

static void say_no_difference(const ts_comparison *c, const char *a, const char *b, char *out,
                              size_t cap)
{
    TS_C_LOCALE;
    double seen = fmax(c->ratio.hi - 1, 1 - c->ratio.lo);
    if (c->ratio.lo > 1 || c->ratio.hi < 1)
        snprintf(out, cap,
                 "no difference between %s and %s: %.2f %% is below the threshold of %.3g %%", a, b,
                 100 * fabs(c->ratio.mid - 1), 100 * c->threshold);
    else
        snprintf(out, cap,
                 "no difference between %s and %s was found; one of less than %.*f %% would not "
                 "have shown",
                 a, b, seen < 0.1, 100 * seen);
}

void ts_compare_say(const ts_comparison *c, const char *a, const char *b, char *out, size_t cap)
{
    TS_C_LOCALE;
    const char *name = names[c->verdict];
    if (c->verdict == TS_TOO_FEW)
        snprintf(out, cap, "%d round%s too few to tell %s from %s; at least %d must count",
                 c->rounds.counted, c->rounds.counted == 1 ? " is" : "s are", a, b,
                 TS_COMPARE_LEAST);
    else if (c->verdict == TS_NO_DIFFERENCE)
        say_no_difference(c, a, b, out, cap);
    else if (c->rounds.noisy)
        snprintf(out, cap, "%s looks %s than %s, %.3g times its speed, but is not confirmed", a,
                 name, b, c->ratio.mid);
    else
        snprintf(out, cap, "%s is %s than %s: %.3g times its speed", a, name, b, c->ratio.mid);
}
