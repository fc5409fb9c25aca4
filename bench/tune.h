/* tune.h - which way of walking memory is fastest on this machine.
 *
 * A way is the numbers that a device can be tuned to (ts_device_tune). Each is measured by kernels that read a
 * model's weights, made for this way and launched cold over more memory than caches hold; one way is
 * checked against the references, and every launch of the others must leave the same bits.
 * Rounds go over all ways, forward and backward in turn; a way's figure is the median of its rounds'
 * ratios to the way that is used without tuning. After three quiet rounds only the better half goes on.
 *
 * The best way is chosen where its interval lies above 1, of six quiet rounds at least; else what is used
 * without tuning stays. Results are the same bits for every way. */
#ifndef TESSERA_BENCH_TUNE_H
#define TESSERA_BENCH_TUNE_H

#include "bench/rounds.h"
#include "rt/tuning.h"
#include "tessera/device.h"
#include "tessera/suite.h"

enum { TS_TUNE_WAYS = 20, TS_TUNE_ROUNDS = 24, TS_TUNE_KERNELS = 4, TS_TUNE_LEAST = 6 };

typedef struct ts_tune_how {
    ts_device *device;
    const ts_kernel_def *kernel[TS_TUNE_KERNELS]; /* ends with NULL */
    const ts_shape *shape;
    size_t bytes;   /* of weights; 0: as many as reading is measured with */
    double seconds; /* no further round begins later */
    int rounds;     /* at most */
    void (*progress)(void *arg, const char *what, int done, int all); /* or NULL */
    void *arg;
} ts_tune_how;

typedef struct ts_tune_way {
    char tuning[TS_TUNING];
    int same;                    /* as this earlier way, kernel by kernel; -1: as none */
    double gbps[TS_TUNE_ROUNDS]; /* bytes of weights a nanosecond */
    int n;                       /* rounds; fewer where it was given up */
    ts_interval against, rate;   /* way 0 in the same rounds; gbps */
} ts_tune_way;

typedef struct ts_tune {
    ts_tune_way way[TS_TUNE_WAYS]; /* the first is what is used without tuning */
    int ways, quiet, chosen;
    ts_rounds rounds; /* over all ways */
    bool noisy;       /* fewer than six quiet rounds, so nothing is to be chosen */
} ts_tune;

/* -1 with *err filled, for devices that have nothing to tune, too. The device is as it was afterwards. */
int ts_tune_run(ts_tune *t, const ts_tune_how *how, ts_error *err);

/* The ways there are to try on a target, the first being `base`; how many. Open for tests. */
int ts_tune_ways(ts_tune_way *way, const char *base);
/* What follows from the rounds: figures and the choice. Open for tests. */
void ts_tune_judge(ts_tune *t);

#endif
