/* noise.h - who else used the processors while a sample was taken.
 *
 * From /proc/stat (time stolen by the hypervisor, time all processes worked) and this process' own
 * processor time. The kernel counts in hundredths of a second, so samples shorter than about 0.2 s
 * say little; take one around a whole round. Spinning threads of this process count as its own, and so
 * does what its children worked, once they have been waited for: a child begun and waited for within a
 * sample is no foreign work, one that still runs at its end is.
 */
#ifndef TESSERA_BENCH_NOISE_H
#define TESSERA_BENCH_NOISE_H

#include <stdbool.h>

#define TS_NOISE_LIMIT 0.02 /* of the round: more steal or foreign work drops it */

typedef struct ts_noise_mark {
    double wall, own;          /* seconds; own: of this process and of children waited for */
    double steal, busy, total; /* seconds over all processors */
    int cpus;
} ts_noise_mark;

typedef struct ts_noise {
    double steal;   /* share of all processor time */
    double foreign; /* share of all processor time that other processes worked */
    bool known;     /* false without /proc/stat or for a sample too short to tell */
} ts_noise;

void ts_noise_begin(ts_noise_mark *m);
ts_noise ts_noise_end(const ts_noise_mark *m);
/* True for a sample that may count: known, and both shares within limit. */
bool ts_noise_quiet(const ts_noise *n, double limit);
extern const char *ts_noise_stat; /* "/proc/stat"; a test has one of its own */
/* The "cpu" line of /proc/stat, in ticks; false if it is none. Open for tests. */
bool ts_noise_parse(const char *line, double *steal, double *busy, double *total);

#endif
