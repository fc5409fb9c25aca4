/* race.c - see race.h. */
#include "bench/race.h"

#include "bench/rounds.h"
#include "bench/stats.h"

double ts_race_rate(const ts_race *c, int way, double quantile)
{
    return c->n[way] ? ts_quantile(c->rate[way], (size_t)c->n[way], quantile) : 0;
}

/* Each of those left once: 1 where time is up. */
static int one_turn(ts_race *c, int turn, ts_error *err)
{
    for (int k = 0; k < c->left; k++) {
        int way = c->in[turn % 2 ? c->left - 1 - k : k];
        if (c->done && c->until > 0 && ts_seconds() > c->until) return 1;
        double rate = c->rate[way][c->n[way]++] = c->take(c->arg, way, err);
        if (rate < 0) return -1;
        c->done++;
        if (c->show) c->show(c->shown, c->done, c->all);
    }
    return 0;
}

/* The fastest first. */
static void sort(ts_race *c)
{
    for (int i = 1; i < c->left; i++) {
        int way = c->in[i], k = i;
        double rate = ts_race_rate(c, way, 0.5);
        for (; k > 0 && ts_race_rate(c, c->in[k - 1], 0.5) < rate; k--) c->in[k] = c->in[k - 1];
        c->in[k] = way;
    }
}

/* In a turn of so many. */
static int left_in(const ts_race *c, int turn, int turns)
{
    int left = c->even ? c->ways : c->ways >> (3 * turn / turns);
    return left ? left : 1;
}

int ts_race_run(ts_race *c, int turns, ts_error *err)
{
    int rc = 0;
    c->left = c->ways;
    for (int t = 0; t < turns; t++) c->all += left_in(c, t, turns);
    for (int t = 0; t < turns && !rc; t++) {
        int left = left_in(c, t, turns);
        if (left < c->left) sort(c);
        c->left = left;
        rc = one_turn(c, t, err);
    }
    sort(c);
    return rc < 0 ? -1 : 0;
}
