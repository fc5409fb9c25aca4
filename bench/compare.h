/* compare.h - which of two is faster: interleaved rounds, their ratio, a verdict.
 *
 *     warm-up: A B      round 0: A B B A      round 1: A B B A      ...
 *
 * A sample is the seconds that one unit (a token, a launch) took. A round's ratio is
 *
 *     speed of A / speed of B = (b1 + b2) / (a1 + a2)
 *
 * A and B are sampled at the same mean time, 1.5 samples after the start, so a machine that gets slower
 * or faster evenly during a round does so for both and leaves the ratio as it is; what changes between
 * rounds cancels within each. The result is the median of the rounds' ratios with its 95 % bootstrap
 * interval (stats.h).
 *
 * Rounds with more than 2 % of stolen or foreign processor time (noise.h) do not count; they are kept
 * and named. No round is dropped for its value, and how many are taken does not depend on the verdict:
 * going on until something shows would find differences that are not there.
 */
#ifndef TESSERA_BENCH_COMPARE_H
#define TESSERA_BENCH_COMPARE_H

#include "bench/session.h"

/* With fewer rounds than 6 no interval of order statistics holds a median 95 % of the time: both
 * extremes of 5 rounds lie on one side of it in 2 / 2^5 = 6 % of all cases. */
enum { TS_COMPARE_LEAST = 6 };

enum { TS_A, TS_B, TS_SIDES };

typedef struct ts_contender {
    ts_work *sample;
    void *arg;
} ts_contender;

typedef struct ts_match {
    ts_done done[TS_SIDES][2]; /* in the order taken */
    double ratio;              /* speed of A / speed of B */
} ts_match;

typedef enum ts_verdict {
    TS_NO_DIFFERENCE, /* the interval holds 1, or the median is within the threshold of it */
    TS_FASTER,        /* A is */
    TS_SLOWER,        /* A is */
    TS_TOO_FEW,       /* rounds to tell: less than TS_COMPARE_LEAST count */
} ts_verdict;

typedef struct ts_comparison {
    ts_contender contender[TS_SIDES];
    ts_rounds
        rounds; /* what was around each match, and which count; noisy: the verdict is not to be
                         relied on */
    ts_match match[TS_MAX_ROUNDS];
    ts_interval ratio; /* speed of A / speed of B */
    ts_verdict verdict;
} ts_comparison;

/* A ts_work: one round of the comparison that is its arg, whose contenders are set. */
int ts_compare_work(void *comparison, ts_done *done, ts_error *err);
/* What follows from c->rounds and c->match: a difference of less than `threshold` (0.01: of 1 %) is none. */
void ts_compare_judge(ts_comparison *c, double threshold);
/* Warms both up, takes effort->least quiet rounds, trying three times as many, at most TS_MAX_ROUNDS, and
 * judges them. -1 with *err filled when a side fails. */
int ts_compare_run(ts_comparison *c, const ts_effort *effort, double threshold, ts_error *err);
/* For the store: two samples a round of a side, in units a second; of TS_SIDES the ratios. How many. */
size_t ts_compare_samples(const ts_comparison *c, int side, ts_sample sample[2 * TS_MAX_ROUNDS]);
/* Of one side alone: both its samples of a round together. */
void ts_compare_side(const ts_comparison *c, int side, ts_rounds *r);
/* The verdict of an interval of at least TS_COMPARE_LEAST rounds. */
ts_verdict ts_compare_verdict(ts_interval ratio, double threshold);
/* Is that the verdict, and of quiet rounds? */
bool ts_compare_confirmed(const ts_comparison *c, ts_verdict v);
/* "faster", "slower", "no difference", "too few rounds" */
const char *ts_verdict_name(ts_verdict v);

#endif
