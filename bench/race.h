/* race.h - which of some ways is the fastest, on a machine whose speed changes within seconds.
 *
 * All ways are tried by turns, there and back, so that what is slow for a while is slow for all of them; ways
 * that are tried one after the other are not comparable. A third of the turns is for all ways, a third for the
 * better half of them, a third for the best quarter: what is far behind needs no more samples. */
#ifndef TESSERA_BENCH_RACE_H
#define TESSERA_BENCH_RACE_H

#include <stdbool.h>

#include "tessera/error.h"

enum { TS_RACE_WAYS = 20, TS_RACE_TURNS = 99 };

/* A rate of one way; negative with *err filled. */
typedef double ts_race_take(void *arg, int way, ts_error *err);
/* After a sample: how many are done, and how many are planned. */
typedef void ts_race_show(void *arg, int done, int all);

typedef struct ts_race {
    int ways;             /* in[0..ways) are tried, and first those that stand first */
    int in[TS_RACE_WAYS]; /* at the end the fastest first */
    bool even;            /* all of the ways in all of the turns */
    double until;         /* on the clock of ts_seconds; 0: as long as it takes */
    ts_race_take *take;
    ts_race_show *show; /* or NULL */
    void *arg, *shown;  /* of take; of show */
    /* ---- what came out ---- */
    double rate[TS_RACE_WAYS][TS_RACE_TURNS]; /* by way */
    int n[TS_RACE_WAYS];                      /* samples of each */
    int left;                                 /* ways that were tried to the end */
    int done, all;                            /* samples */
} ts_race;

/* Out of time it ends after the sample at hand, at least one. */
int ts_race_run(ts_race *race, int turns, ts_error *err);
/* Of a way's rates, 0.5 the median, 1 the best; 0: there was no time for it. */
double ts_race_rate(const ts_race *race, int way, double quantile);

#endif
