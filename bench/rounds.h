/* rounds.h - interleaved comparison with the read ceiling: read, work, read, work, ...
 *
 * Every round takes one sample of reading right before and one right after the work; the round's ratio
 * is the work's bytes per second over the mean of the two. Rounds with more than 2 % of stolen or
 * foreign processor time do not count. The result is the median of the ratios that count. */
#ifndef TESSERA_BENCH_ROUNDS_H
#define TESSERA_BENCH_ROUNDS_H

#include "bench/ceiling.h"
#include "bench/stats.h"

enum { TS_MAX_ROUNDS = 64 };

typedef struct ts_rounds {
    int wanted;  /* rounds that should count */
    int counted; /* rounds that do; when none was quiet enough, all are used and `noisy` is set */
    int dropped;
    bool noisy;
    double work;       /* median bytes per second of the work */
    double read;       /* median bytes per second of reading */
    ts_interval share; /* of the ceiling, median and its 95 % interval */
} ts_rounds;

/* Does the work once and says how many bytes it read and how long it took; -1 with *err filled. */
typedef int ts_work(void *arg, double *bytes, double *seconds, ts_error *err);

/* reader: NULL where reading cannot be measured; then read and share stay 0.
 * Runs until `wanted` rounds count, at most three times as many. A share above 1.02 is an error of the
 * measurement and refused. */
int ts_rounds_run(ts_rounds *r, int wanted, ts_reader *reader, ts_work *work, void *arg,
                  ts_error *err);

double ts_seconds(void); /* monotonic clock */

#endif
