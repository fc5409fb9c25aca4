/* kernels.h - one kernel of the suite, launched many times over.
 *
 *   cold      each launch has inputs and outputs of its own that nothing has touched since the reading
 *             that precedes every sample (rounds.h); each waits for the one before, as in a model
 *   hot       every launch has the same buffers, so what fits in caches comes from there
 *   overlap   as cold, but launches may run at the same time
 *
 * A launch of a kernel of several stages is all of them. Large inputs of the weights' dtype are cut from
 * one block, a new piece for each launch; the others hold what the suite's own case gives them.
 */
#ifndef TESSERA_BENCH_KERNELS_H
#define TESSERA_BENCH_KERNELS_H

#include "bench/rounds.h"
#include "check/check.h"
#include "tessera/suite.h"

typedef enum {
    TS_BENCH_COLD,
    TS_BENCH_HOT,
    TS_BENCH_OVERLAP,
    TS_BENCH_MODES,
} ts_bench_mode;

const char *ts_bench_mode_name(ts_bench_mode m);

typedef struct ts_bench_place {
    ts_device *device;
    const ts_shape *shape;
    void *block;  /* random weights of the shape's dtype, at least one launch's worth */
    size_t bytes; /* of it */
} ts_bench_place;

typedef struct ts_kernel_bench ts_kernel_bench;

/* As many launches as take about a tenth of a second, or as the block holds. NULL with *err filled. */
ts_kernel_bench *ts_kernel_bench_new(const ts_kernel_def *def, const ts_bench_place *place,
                                     ts_bench_mode mode, ts_error *err);
void ts_kernel_bench_free(ts_kernel_bench *b);
/* From now on the same launches, over the same memory, of the kernel as it is in this module, which must live
 * longer. */
int ts_kernel_bench_use(ts_kernel_bench *b, ts_module *module, ts_error *err);
/* A ts_work: all launches once; a unit is a launch. */
int ts_kernel_bench_work(void *arg, ts_done *done, ts_error *err);

/* Is the very module that is timed right, at this shape? Random inputs of `seed`, every case of the
 * suite, against its reference. 0, or -1 with what differs. */
int ts_kernel_bench_check(const ts_kernel_bench *b, uint64_t seed, ts_error *err);
/* The same of the case that is timed alone, once; *tally: how near it came. */
int ts_kernel_bench_check_timed(const ts_kernel_bench *b, uint64_t seed, ts_tally *tally,
                                ts_error *err);
/* Of the outputs of the last launch, but for those that it changes in place; equal before and after timing. */
int ts_kernel_bench_print(const ts_kernel_bench *b, uint64_t *hash, ts_error *err);
/* Rounds of all launches. *same: the last ones left the bits of the first. */
int ts_kernel_bench_time(ts_kernel_bench *b, const ts_effort *effort, ts_reader *reader,
                         ts_rounds *rounds, bool *same, ts_error *err);

/* Bytes of weights that a launch takes, of whichever of these kernels (one or more, then NULL) takes most: of large inputs
 * of the dtype of the weights. In whole pages. */
int ts_kernel_bench_weights(const ts_kernel_def *const *kernel, const ts_shape *s, size_t *bytes,
                            ts_error *err);
/* Gives a place of that device and shape a block of so many, or of `enough` if that is more; to be freed by the
 * caller. */
int ts_kernel_bench_furnish(ts_bench_place *place, const ts_kernel_def *const *kernel,
                            size_t enough, ts_error *err);
/* The shape of that name for a device, with these dtypes of weights (NULL: bf16) and KV cache (NULL: f16, f32
 * beside f32 weights), where it has them, and these fields (as ts_shape_set; NULL: none). To be freed by
 * free(); NULL with *err filled. */
ts_shape *ts_kernel_bench_shape(const ts_suite *suite, const char *name, const char *dtype,
                                const char *kv, const char *set, const ts_device *dev,
                                ts_error *err);
/* And with the sizes of a point of the suite's profile. */
int ts_kernel_bench_fit(const ts_suite *suite, ts_shape *s, const ts_point *point,
                        const ts_device *dev, ts_error *err);
/* Memory that timing and checking a launch of a kernel take, about. 0, or -1 with *err filled. */
int ts_kernel_bench_memory(const ts_kernel_def *def, const ts_shape *s, uint64_t *bytes,
                           ts_error *err);
/* `bytes` of random weights between -1 and 1, to be freed by the caller. */
void *ts_kernel_bench_block(ts_dtype t, size_t bytes, ts_error *err);

#endif
