/* peak_rig.h - what the peaks share: one module, three buffers, one step, and samples of it.
 *
 * A rig's kernel takes `in`, `out` and two sizes: turns of its loop, and programs. Both are cells, so
 * that a sample is made longer without compiling again. Opened without `in`, it takes `out` alone. */
#ifndef TESSERA_BENCH_PEAK_RIG_H
#define TESSERA_BENCH_PEAK_RIG_H

#include "bench/peak.h"

typedef struct ts_peak_rig {
    ts_device *dev;
    ts_module *module;
    ts_buffer *in, *out, *cells;
    ts_step *step;
    int32_t turns, programs;
} ts_peak_rig;

/* Bytes of `in` are given; `out` begins as zeros. in may be NULL. On failure nothing is left. */
int ts_peak_rig_open(ts_peak_rig *r, ts_device *dev, const char *text, size_t bytes, const void *in,
                     size_t in_bytes, size_t out_bytes, ts_error *err);
void ts_peak_rig_close(ts_peak_rig *r);
/* Records `launches` launches of a kernel, in the place of what was recorded before. */
int ts_peak_rig_record(ts_peak_rig *r, const char *kernel, int launches, ts_error *err);
int ts_peak_rig_set(ts_peak_rig *r, int32_t turns, int32_t programs, ts_error *err);
/* Seconds that the step took, by the device's clock where it has one; negative on failure. */
double ts_peak_rig_run(ts_peak_rig *r, ts_error *err);
/* Seconds from the start of the step until the host has seen its end; negative on failure. */
double ts_peak_rig_wait(ts_peak_rig *r, ts_error *err);

/* Who else used the processors is too coarsely counted for samples this short (noise.h), but the
 * processor time that this process was given is exact. */
typedef struct ts_peak_watch {
    double wall, own; /* seconds */
} ts_peak_watch;
void ts_peak_watch_begin(ts_peak_watch *w);
/* The share of their processors that so many threads of this process had since, at most 1; 0 workers:
 * not watched, 1. */
double ts_peak_watch_end(const ts_peak_watch *w, int workers);

/* One sample and the share of its processors that it had; negative on failure. */
typedef double ts_peak_take(void *arg, double *share, ts_error *err);
/* Samples into *p until `wanted` were undisturbed; after three times as many, what there is. fewer: a
 * sample is a time, not a rate. */
int ts_peak_collect(ts_peak *p, int wanted, bool fewer, ts_peak_take *take, void *arg,
                    ts_error *err);
/* From samples to median and best. */
void ts_peak_settle(ts_peak *p, bool fewer);
/* No figure, and why; 0. */
int ts_peak_none(ts_peak *p, const char *why);
/* NULL, or why arithmetic is not measured on a device. */
const char *ts_peak_refuses(const ts_device *dev);

#endif
