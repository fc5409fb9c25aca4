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

/* f32 multiply-adds: operations a second, a multiply-add counts two. */
int ts_peak_fma(ts_device *dev, ts_peak *out, ts_error *err);
/* 8-bit multiply-adds into 32 bits: operations a second, a multiply-add counts two. */
int ts_peak_int8(ts_device *dev, ts_peak *out, ts_error *err);
/* Seconds of an empty launch that waits for the one before, within a recorded step of many. */
int ts_peak_floor(ts_device *dev, ts_peak *out, ts_error *err);
/* Seconds from starting a step of one empty launch until the host has seen its end. */
int ts_peak_start(ts_device *dev, ts_peak *out, ts_error *err);

#endif
