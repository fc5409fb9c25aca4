/* peak.h - how fast a device computes at best, and how long an empty launch takes.
 *
 * Measured like the kernels that are held against it: same process, same device, same threads, same
 * compiler. Each way to compute is run, each sample's result is compared with plain C, and the best
 * way counts; `how` names it. Samples take some 20 ms, of which starting and waiting are a part.
 *
 * A ceiling that is too low calls honest figures impossible, so `noisy` says where others were at work.
 * On the cpu, samples during which they kept its threads from their processors do not count; if all were
 * such, they are scaled to the processor time that the threads were given. Other devices may use the
 * processors or not, so there nothing is dropped or scaled.
 *
 * Where a device has no such thing, or where it cannot be measured (stand-ins for hardware), median
 * is 0, n is 0 and `how` holds the reason; that is no failure.
 */
#ifndef TESSERA_BENCH_PEAK_H
#define TESSERA_BENCH_PEAK_H

#include "tessera/device.h"

enum { TS_PEAK_SAMPLES = 16 };

typedef struct ts_peak {
    double median, best; /* best: the greatest rate, the least time; of scaled ones the median */
    int n;               /* samples that count */
    int dropped;         /* disturbed ones */
    bool noisy;          /* others were at work all the time */
    double sample[TS_PEAK_SAMPLES];
    char how[80]; /* the instruction or the kernel that it was measured with, or why not */
} ts_peak;

/* What is measured, each a row: f32 multiply-adds; 8-bit ones into 32 bits (operations a second, a multiply-add
 * counts two); seconds of an empty launch that waits for the one before, within a recorded step of many;
 * seconds from starting a step of one empty launch until the host has seen its end. */
enum { TS_PEAK_FMA, TS_PEAK_INT8, TS_PEAK_LAUNCH, TS_PEAK_START, TS_PEAKS };

typedef struct ts_peak_kind {
    const char *name, *what, *unit;
    double scale;                /* to that unit */
    const struct ts_way *ways;   /* of cpus, and */
    const struct ts_way *tiles;  /* of other devices */
    const char *none, *no_tiles; /* why, where there is none */
} ts_peak_kind;

extern const ts_peak_kind ts_peak_kinds[TS_PEAKS];

int ts_peak_measure(int kind, ts_device *dev, ts_peak *out, ts_error *err);

#endif
