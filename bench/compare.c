/* compare.c - see compare.h. */
#include "bench/compare.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stdio.h>

#include "bench/rounds.h"

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

bool ts_compare_kept(const ts_comparison *c, int i)
{
    return c->noisy || c->round[i].quiet;
}

/* ---- judging ---- */

ts_verdict ts_compare_verdict(ts_interval ratio, double threshold)
{
    if (!(ratio.lo > 1 || ratio.hi < 1) || fabs(ratio.mid - 1) < threshold) return TS_NO_DIFFERENCE;
    return ratio.mid > 1 ? TS_FASTER : TS_SLOWER;
}

bool ts_compare_confirmed(const ts_comparison *c, ts_verdict v)
{
    return c->verdict == v && !c->noisy;
}

static void judge_side(ts_comparison *c, int side)
{
    double rate[2 * TS_COMPARE_MOST] = {0};
    size_t n = 0;
    for (int i = 0; i < c->n; i++) {
        const double *s = c->round[i].seconds[side];
        if (!ts_compare_kept(c, i)) continue;
        rate[n++] = 1 / s[0];
        rate[n++] = 1 / s[1];
    }
    c->side[side].n = (int)n;
    c->side[side].rate = ts_median_interval(rate, n, LEVEL, SEED);
    c->side[side].p10 = ts_quantile(rate, n, 0.1);
    c->side[side].p90 = ts_quantile(rate, n, 0.9);
}

void ts_compare_judge(ts_comparison *c, double threshold)
{
    double ratio[TS_COMPARE_MOST] = {0};
    size_t n = 0;
    c->counted = 0;
    for (int i = 0; i < c->n; i++) c->counted += c->round[i].quiet;
    c->noisy = c->counted == 0;
    for (int i = 0; i < c->n; i++)
        if (ts_compare_kept(c, i)) ratio[n++] = c->round[i].ratio;
    c->counted = (int)n;
    c->dropped = c->n - (int)n;
    c->threshold = threshold;
    c->ratio = ts_median_interval(ratio, n, LEVEL, SEED);
    c->verdict = n < TS_COMPARE_LEAST ? TS_TOO_FEW : ts_compare_verdict(c->ratio, c->threshold);
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

static int take_round(ts_match *m, const ts_contender side[TS_SIDES], ts_error *err)
{
    double *a = m->seconds[TS_A], *b = m->seconds[TS_B];
    if (sample(&side[TS_A], &a[0], err) || sample(&side[TS_B], &b[0], err) ||
        sample(&side[TS_B], &b[1], err) || sample(&side[TS_A], &a[1], err))
        return -1;
    m->ratio = (b[0] + b[1]) / (a[0] + a[1]);
    return 0;
}

static int watched_round(ts_comparison *c, const ts_compare_plan *plan,
                         const ts_contender side[TS_SIDES], ts_error *err)
{
    ts_match *m = &c->round[c->n];
    ts_noise_mark mark;
    ts_noise noise = {0, 0, false};
    if (plan->watch)
        plan->watch(plan->arg, c->n, NULL);
    else
        ts_noise_begin(&mark);
    if (take_round(m, side, err)) return -1;
    if (plan->watch)
        plan->watch(plan->arg, c->n, &noise);
    else
        noise = ts_noise_end(&mark);
    m->steal = noise.known ? noise.steal : NAN;
    m->foreign = noise.known ? noise.foreign : NAN;
    m->quiet = ts_noise_quiet(&noise, TS_NOISE_LIMIT);
    c->counted += m->quiet;
    c->n++;
    return 0;
}

static int warm_up(const ts_contender side[TS_SIDES], ts_error *err)
{
    double ignored;
    return sample(&side[TS_A], &ignored, err) || sample(&side[TS_B], &ignored, err) ? -1 : 0;
}

static bool enough(const ts_comparison *c, const ts_compare_plan *plan, double start)
{
    int most = TRIES * plan->rounds;
    if (c->n >= TS_COMPARE_MOST || c->n >= most || c->counted >= plan->rounds) return true;
    return c->n > 0 && plan->seconds > 0 && ts_seconds() - start > plan->seconds;
}

int ts_compare_run(ts_comparison *c, const ts_compare_plan *plan, const ts_contender side[TS_SIDES],
                   ts_error *err)
{
    *c = (ts_comparison){.n = 0};
    if (plan->rounds < 1 || plan->rounds > TS_COMPARE_MOST / TRIES)
        return ts_fail(err, "%d rounds cannot be taken; give 1 to %d", plan->rounds,
                       TS_COMPARE_MOST / TRIES);
    double start = ts_seconds();
    if (warm_up(side, err)) return -1;
    while (!enough(c, plan, start)) {
        if (watched_round(c, plan, side, err)) return -1;
        if (plan->progress) plan->progress(plan->arg, c->n, plan->rounds + c->n - c->counted);
    }
    ts_compare_judge(c, plan->threshold);
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
                 c->counted, c->counted == 1 ? " is" : "s are", a, b, TS_COMPARE_LEAST);
    else if (c->verdict == TS_NO_DIFFERENCE)
        say_no_difference(c, a, b, out, cap);
    else if (c->noisy)
        snprintf(out, cap, "%s looks %s than %s, %.3g times its speed, but is not confirmed", a,
                 name, b, c->ratio.mid);
    else
        snprintf(out, cap, "%s is %s than %s: %.3g times its speed", a, name, b, c->ratio.mid);
}
