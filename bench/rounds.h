/* rounds.h - interleaved measurement beside the read ceiling: read, work, read, work, ...
 *
 * Every round takes one sample of reading right before and one right after the work, and watches who
 * else used the processors meanwhile. Rounds with more than 2 % of stolen or foreign processor time do
 * not count; they are kept and named, and no round is dropped for its value. Reading also leaves the
 * caches full of other memory, so work over buffers that are used once a round starts cold.
 *
 * It ends when enough quiet rounds agree: at least `least`, and the 95 % interval of their median no
 * wider than `within` of it; or at `most` rounds, or after `seconds`.
 */
#ifndef TESSERA_BENCH_ROUNDS_H
#define TESSERA_BENCH_ROUNDS_H

#include "bench/ceiling.h"
#include "bench/noise.h"
#include "bench/stats.h"

enum { TS_MAX_ROUNDS = 192 };

/* Seconds that a sample of tokens lasts at least, 0.25 at first: then a tick of /proc/stat is 2 % of two processors.
 * One of a kernel lasts 0.4 of it, one of a peak 20 ms or, if that is less, all of it. `bench --least` sets it; tests,
 * which judge no times, shorten it. */
extern double ts_sample_least;

typedef struct ts_done { /* what a piece of work says of itself */
    double seconds;
    double units;        /* launches, tokens: what a time is given for */
    double bytes, flops; /* of all units together */
    bool by_device;      /* timed by the device's own clock */
} ts_done;

/* Does the work once and fills *done (zero at first); -1 with *err filled. */
typedef int ts_work(void *arg, ts_done *done, ts_error *err);

typedef struct ts_round {
    ts_done done;
    double read;           /* GB/s, mean of before and after; 0: not measured */
    double steal, foreign; /* shares of all processor time */
    bool quiet;
} ts_round;

struct ts_rounds;

typedef struct ts_effort {
    int least, most; /* rounds; most 0: three times least */
    double within;   /* 0.02: until the interval is at most 2 % of the median wide; 0: no matter */
    double seconds;  /* 0: no limit; else no round begins later */
    /* Told after each round, how far it is; or NULL. */
    void (*progress)(void *arg, const struct ts_rounds *r);
    /* Called with the number of a round, at its begin (noise NULL) and its end (to be filled); NULL:
     * /proc/stat is read. */
    void (*watch)(void *arg, int round, ts_noise *noise);
    void *arg; /* of both */
} ts_effort;

typedef struct ts_rounds {
    int n;       /* rounds taken */
    int counted; /* of them quiet; when none was, all count and `noisy` is set */
    int dropped;
    bool noisy;
    ts_round round[TS_MAX_ROUNDS];
    ts_interval each; /* seconds a unit: median and its 95 % interval */
    double read;      /* GB/s, median; 0: not measured */
} ts_rounds;

/* reader: NULL where reading cannot be measured. */
int ts_rounds_run(ts_rounds *r, const ts_effort *effort, ts_reader *reader, ts_work *work,
                  void *arg, ts_error *err);
/* For work that was timed beside other work, in the same rounds: r->round[i].done of each is there; what
 * happened around it, and which rounds count, are those of `of`. Sums up. */
void ts_rounds_beside(ts_rounds *r, const ts_rounds *of);
/* Does round i count? */
bool ts_rounds_kept(const ts_rounds *r, int i);

double ts_seconds(void); /* monotonic clock */

#endif
