/* ceiling.c - which way to read is the best (ceiling.h). */
#include "bench/ceiling.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bench/reader.h"
#include "bench/rounds.h"
#include "bench/stats.h"
#include "tessera/c_locale.h"

enum { FEW = 5, TURNS = 3 };

void ts_reader_within(ts_reader *r, double seconds, ts_race_show *show, void *arg)
{
    r->seconds = seconds;
    r->show = show;
    r->arg = arg;
}

/* A half of the data by each of the two best ways: adds the seconds that a gigabyte took each. */
static int read_halves(ts_reader *r, double took[2], ts_error *err)
{
    double best = ts_reader_pass(r, r->chosen, r->tiles ? TS_READ_ALL : TS_READ_FRONT, err);
    double next = best < 0 || r->tiles ? best : ts_reader_pass(r, r->next, TS_READ_BACK, err);
    if (next < 0) return -1;
    took[0] += 1 / best;
    took[1] += 1 / next;
    return 0;
}

/* Which of two good ways is the better changes from second to second, and the faster is what memory gives. */
double ts_reader_sample(ts_reader *r, double seconds, ts_error *err)
{
    double start = ts_seconds(), took[2] = {0, 0};
    int passes = 0;
    do {
        if (read_halves(r, took, err)) return -1;
        passes++;
    } while (ts_seconds() - start < seconds);
    return passes / fmin(took[0], took[1]);
}

static double take(void *reader, int way, ts_error *err)
{
    return ts_reader_pass(reader, way, TS_READ_TRY, err);
}

/* The best that was chosen before comes first, should there be no time for all. */
static ts_race race_of(ts_reader *r, double start, double seconds)
{
    ts_race c = {.ways = r->ways, .take = take, .arg = r};
    for (int i = 0; i < r->ways; i++) c.in[i] = (i + r->chosen) % r->ways;
    if (seconds > 0) c.until = start + seconds;
    return c;
}

static void settle(ts_reader *r, const ts_race *c)
{
    for (int i = 0; i < r->ways; i++)
        if (c->n[i]) r->rate[i] = ts_race_rate(c, i, 0.5);
    r->chosen = r->next = c->in[0];
    if (c->left > 1 && c->n[c->in[1]]) r->next = c->in[1];
}

/* ---- tuning ---- */

/* Tries that are shorter than all of the data leave time for more of them. */
static int turns_of(const ts_reader *r, int rounds)
{
    size_t turns = (size_t)rounds * r->part[TS_READ_ALL].blocks / r->part[TS_READ_TRY].blocks;
    return turns < TS_CEILING_ROUNDS ? (int)turns : TS_CEILING_ROUNDS;
}

int ts_reader_tune(ts_reader *r, int rounds, ts_ceiling *out, ts_error *err)
{
    if (rounds < 1 || rounds > TS_CEILING_ROUNDS)
        return ts_fail(err, "%d rounds; take 1 to %d", rounds, TS_CEILING_ROUNDS);
    double start = ts_seconds();
    if (ts_reader_warm_up(r, err)) return -1;
    *out = (ts_ceiling){.bytes = r->part[TS_READ_TRY].blocks * TS_READER_BLOCK,
                        .tiles = r->tiles,
                        .race = race_of(r, start, r->seconds)};
    memcpy(out->way, r->way, sizeof out->way);
    out->race.show = r->show;
    out->race.shown = r->arg;
    if (ts_race_run(&out->race, turns_of(r, rounds), err)) return -1;
    settle(r, &out->race);
    out->gbps = r->rate[r->chosen];
    for (int i = 0; i < r->ways; i++) out->best = fmax(out->best, ts_race_rate(&out->race, i, 1));
    return 0;
}

/* ---- before each line ---- */

/* The best by their last rate; how many of them there are. */
static int best_few(const ts_reader *r, int way[FEW])
{
    int n = 0;
    bool in[TS_CEILING_STRATEGIES] = {false};
    for (int best = 0; n < FEW && best >= 0; n += best >= 0) {
        best = -1;
        for (int i = 0; i < r->ways; i++)
            if (!in[i] && r->rate[i] > 0 && (best < 0 || r->rate[i] > r->rate[best])) best = i;
        if (best >= 0) in[way[n] = best] = true;
    }
    return n;
}

int ts_reader_refresh(ts_reader *r, ts_error *err)
{
    ts_race c = race_of(r, ts_seconds(), r->seconds / 4);
    c.ways = best_few(r, c.in);
    c.even = true;
    if (!c.ways) return 0;
    if (ts_race_run(&c, TURNS, err)) return -1;
    settle(r, &c);
    return 0;
}

/* ---- what no ceiling allows ---- */

bool ts_beats_ceiling(double share)
{
    return share > TS_IMPOSSIBLE;
}

void ts_beats_ceiling_why(double share, bool memory, char *to, size_t cap)
{
    TS_C_LOCALE;
    snprintf(
        to, cap,
        "%.1f %% of what %s alone reaches in the same rounds: one of the two was disturbed, or "
        "%s are counted that were not %s; measure again on a quiet machine",
        100 * share, memory ? "reading" : "arithmetic", memory ? "bytes" : "operations",
        memory ? "read" : "done");
}
