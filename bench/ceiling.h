/* ceiling.h - how fast this machine reads at most, measured in the same process and minute as the rest.
 *
 * Reading: every strategy (1, 2, 4, 6, 8 far-apart streams a thread; software prefetch 0, 1, 2, 4 KB ahead;
 * the widest loads of the device's instruction set) in turn, round by round; the worse half of them is given
 * up after a third of the rounds, half of the rest after two. The ceiling is the best median of those that
 * stayed. Arithmetic and launches: peak.h.
 *
 * Each sample is checked (the exclusive-or of all words read must be right) and goes through the same
 * device, thread pool, compiler and clock as the kernels it is compared with. Working sets must be
 * larger than the last-level caches: 1 GiB or more, of random data.
 */
#ifndef TESSERA_BENCH_CEILING_H
#define TESSERA_BENCH_CEILING_H

#include <stdint.h>

#include "bench/race.h"
#include "tessera/device.h"

enum { TS_CEILING_STRATEGIES = TS_RACE_WAYS, TS_CEILING_ROUNDS = TS_RACE_TURNS };

typedef struct ts_read_way {
    int first,
        second; /* streams a thread and bytes of prefetch; tiles: words of a row and of a tile */
} ts_read_way;

typedef struct ts_ceiling {
    double gbps;  /* 1e9 bytes per second: median of the best strategy */
    double best;  /* the fastest single sample of any strategy */
    bool tiles;   /* read by tile code: a device that is not the CPU */
    size_t bytes; /* read per sample */
    ts_read_way way[TS_CEILING_STRATEGIES];
    ts_race race; /* of them, in GB/s; the first of race.in is the best */
} ts_ceiling;

typedef struct ts_reader ts_reader;

/* False for stand-ins of devices: reading is not measured there. */
bool ts_reader_fits(const ts_device *dev);
/* data: memory to read, e.g. the weights; NULL for `bytes` of random data of its own. 0 bytes: as many
 * as ts_reader_bytes says on the cpu, 1 GiB on other devices. */
ts_reader *ts_reader_new(ts_device *dev, const void *data, size_t bytes, ts_error *err);
void ts_reader_free(ts_reader *r);
/* Tuning ends after about so many seconds (0: never) with what it has measured by then, at least one
 * strategy; a refresh after a quarter of that; `show` (or NULL) is told after each sample. */
void ts_reader_within(ts_reader *r, double seconds, ts_race_show *show, void *arg);
/* Tries the strategies in about the time in which twelve of them read all of the data `rounds` times, and
 * settles for the best. */
int ts_reader_tune(ts_reader *r, int rounds, ts_ceiling *out, ts_error *err);
/* Tries the five that were best when last tried again, three times by turns, and settles for what is best now:
 * which one that is changes with what neighbours do, by some percent. Nothing before tuning. */
int ts_reader_refresh(ts_reader *r, ts_error *err);
/* GB/s of passes over all data, one or as many as begin within `seconds`: half of it by each of the two best
 * strategies, of which the faster counts; on devices that are not the CPU, and before tuning, all by one (4
 * streams, 2 KB). Negative on error. For the rounds of an interleaved comparison. */
double ts_reader_sample(ts_reader *r, double seconds, ts_error *err);

/* ---- what no ceiling allows: both are measured in the same process and minute as what is held against them ---- */

#define TS_IMPOSSIBLE 1.02

/* Is that share of a measured ceiling a fault of the measurement, so that the figure must not be given?
 * No for NAN, where no ceiling is known. Everything that prints a rate beside a ceiling asks here. */
bool ts_beats_ceiling(double share);
/* Why such a figure is refused and what to do about it, in one line. memory: the ceiling is that of reading, else of
 * arithmetic. */
void ts_beats_ceiling_why(double share, bool memory, char *to, size_t cap);

/* ---- ceiling_bytes.c: how much to read ---- */

/* Bytes of all last-level caches together, by sysfs or by sysconf, whichever says more: in virtual
 * machines they disagree. 0: neither says. */
size_t ts_cache_bytes(void);
/* What a folder like /sys/devices/system/cpu says: caches of the highest level, each counted once. Open
 * for tests. */
size_t ts_cache_sysfs(const char *folder);
/* "32768K", "96M" or "1G" in bytes; 0 for anything else. Open for tests. */
size_t ts_cache_parse(const char *text);
/* How much to read where caches hold `cache` bytes and `available` bytes of memory are free: three times
 * the caches, at least 1 GiB, at most 4 GiB; but never more than a quarter of what is free. */
size_t ts_reader_bytes(size_t cache, uint64_t available);

#endif
