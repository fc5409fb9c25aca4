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

typedef struct ts_class {
    const char *name;
    bool
        streams; /* it moves weights or the cache of keys and values; others find their data in caches,
                     and reading memory is no bound on them */
} ts_class;

enum { TS_CLASSES = 11 };

/* In the order of reports; NULL past the end. */
const ts_class *ts_class_at(int i);
/* Of a kernel or its __final; -1 for an unknown one. */
int ts_class_of(const char *kernel);

typedef struct ts_class_time {
    int calls;        /* in a token */
    double bytes;     /* in a token */
    ts_rounds rounds; /* a unit is a token */
} ts_class_time;

typedef struct ts_breakdown {
    ts_decoding *decode; /* NULL where profiles come from elsewhere */
    ts_class_time each[TS_CLASSES];
    int rounds;
    double token, sum, between; /* seconds, after ts_breakdown_close */
    /* of one profile */
    size_t launches;
    const char **kernel;
    uint64_t *bytes;
    double *seconds; /* of TS_PROFILES profiles, one after the other */
} ts_breakdown;

enum { TS_PROFILES = 3 }; /* in a round */

/* decode: begun, of TS_PASS_GENERATE. NULL with *err filled. */
ts_breakdown *ts_breakdown_new(ts_decoding *decode, ts_error *err);
void ts_breakdown_free(ts_breakdown *b);
/* A ts_work whose rounds are those of the replayed token. */
int ts_breakdown_work(void *arg, ts_done *done, ts_error *err);
/* A round's profiles: seconds[p * n + i] is launch i in profile p. */
int ts_breakdown_add(ts_breakdown *b, size_t n, const char *const *kernel, const uint64_t *bytes,
                     const double *seconds, int profiles, ts_error *err);
/* Sums up beside the rounds of the token. */
void ts_breakdown_close(ts_breakdown *b, const ts_rounds *token);

#endif
