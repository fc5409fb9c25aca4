/* breakdown.h - where the time of one token goes, by class of kernels.
 *
 *     token = class + class + ... + between
 *
 * A round replays tokens as decoding does, then times each launch of a step alone, several times over,
 * at a context that is the mean of the replayed ones. A launch's time in a round is the mean of those;
 * a class's the sum over its launches; and the result the median over the rounds. What is left of the
 * token is `between`: gaps between launches, or, below 0, what overlapping saves.
 *
 * Alone means between two barriers and two looks at the clock: for a small launch that is much of its
 * time. Nothing is subtracted; the time of an empty launch is printed beside.
 */
#ifndef TESSERA_BENCH_BREAKDOWN_H
#define TESSERA_BENCH_BREAKDOWN_H

#include "bench/decode.h"

typedef struct ts_class_time {
    int calls;        /* in a token */
    double bytes;     /* in a token */
    ts_rounds rounds; /* a unit is a token */
} ts_class_time;

typedef struct ts_breakdown {
    ts_decoding *decode;   /* NULL where profiles come from elsewhere */
    const ts_class *class; /* of the model's launches, in the order of reports */
    int classes;
    ts_class_time each[TS_MAX_CLASSES];
    int rounds;
    double token, sum, between; /* seconds, after ts_breakdown_close */
    size_t launches;
    ts_timed *profile; /* TS_PROFILES of them, one after the other */
} ts_breakdown;

enum { TS_PROFILES = 3 }; /* in a round */

/* decode: begun, of TS_PASS_GENERATE. NULL with *err filled. */
ts_breakdown *ts_breakdown_new(ts_decoding *decode, ts_error *err);
void ts_breakdown_free(ts_breakdown *b);
/* A ts_work whose rounds are those of the replayed token. */
int ts_breakdown_work(void *arg, ts_done *done, ts_error *err);
/* A round's profiles: profile[p * n + i] is launch i in profile p. */
int ts_breakdown_add(ts_breakdown *b, size_t n, const ts_timed *profile, int profiles,
                     ts_error *err);
/* Sums up beside the rounds of the token. */
void ts_breakdown_close(ts_breakdown *b, const ts_rounds *token);

#endif
