/* kernels.h - one kernel of the suite, timed over more distinct memory than caches hold.
 *
 * Large inputs of the weights' dtype are cut from one block, a new piece for each launch; all other
 * parameters are small and stay where they are, as in a model. */
#ifndef TESSERA_BENCH_KERNELS_H
#define TESSERA_BENCH_KERNELS_H

#include "bench/rounds.h"
#include "tessera/suite.h"

typedef struct ts_kernel_bench ts_kernel_bench;

/* block: random weights of shape->weight; at least one launch's worth. chained: every launch waits for
 * the one before, as in a chain of layers; else each has outputs of its own, so that they overlap and
 * the kernel alone is seen. NULL with *err filled. */
ts_kernel_bench *ts_kernel_bench_new(ts_device *dev, const ts_kernel_def *def,
                                     const ts_shape *shape, const void *block, size_t bytes,
                                     bool chained, ts_error *err);
void ts_kernel_bench_free(ts_kernel_bench *b);
/* A ts_work: all launches once. */
int ts_kernel_bench_work(void *arg, double *bytes, double *seconds, ts_error *err);
int ts_kernel_bench_launches(const ts_kernel_bench *b);
bool ts_kernel_bench_streams(const ts_kernel_bench *b); /* reads new memory in each launch */

#endif
