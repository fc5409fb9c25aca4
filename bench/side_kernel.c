/* side_kernel.c - a side that launches one kernel of the suite (side.h).
 *
 * It has to pass its check at this shape before anything is timed. Each sample begins with reading other
 * memory than the kernel's, so that its inputs come from memory, as in a model. */
#include "bench/side_int.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/ceiling.h"
#include "bench/kernels.h"
#include "check/check.h"
#include "tool/tool.h"

/* PATIENCE: how many times its time a sample may take with the reading in it. */
enum {
    PATIENCE = 4,
    BLOCK = 1 << 30,
    PIECES = 64,
    READ_LEAST = 256 << 20,
    READ_MOST = 1 << 30
}; /* bytes */

typedef struct timed {
    ts_device *device;
    ts_reader *reader; /* NULL on stand-ins, where caches mean nothing */
    void *block;
    ts_shape *shape;
    ts_kernel_bench *bench;
} timed;

/* The model says the shape: synthetic:PRESET, or a shape that kernels are checked at. */
static int shape_of(const ts_side_spec *o, timed *t, const ts_kernel_def *def, ts_error *err)
{
    const ts_target *target = ts_target_find(ts_device_target(t->device), err);
    bool synthetic = !strncmp(o->model, "synthetic:", 10);
    if (!synthetic || strchr(o->model + 10, ':'))
        return ts_fail(err,
                       "kernel= takes its shape from model=synthetic:PRESET and its weights from "
                       "dtype=, not from %.200s",
                       o->model);
    ts_dtype weights = ts_tool_dtype(o->dtype, TS_bf16);
    ts_dtype kv = ts_tool_dtype(o->kv, weights == TS_f32 ? TS_f32 : TS_f16);
    if (target)
        t->shape = ts_kernel_bench_shape(def->suite, o->model + 10, weights, kv, NULL, target, err);
    return t->shape ? 0 : -1;
}

static int open_reader(timed *t, ts_error *err)
{
    size_t bytes = ts_cache_bytes();
    if (!ts_reader_fits(t->device)) return 0;
    if (bytes < READ_LEAST) bytes = READ_LEAST;
    if (bytes > READ_MOST) bytes = READ_MOST;
    t->reader = ts_reader_new(t->device, NULL, bytes, err);
    return t->reader ? 0 : -1;
}

/* A launch's weights, and on real devices more of them, so that few launches share one. */
static int open_bench(timed *t, const ts_kernel_def *def, ts_error *err)
{
    ts_bench_place place = {t->device, t->shape, NULL, 0};
    if (ts_kernel_bench_weights(def, t->shape, &place.bytes, err)) return -1;
    size_t one = (place.bytes + 4096) / 4096 * 4096;
    size_t many = one < BLOCK / PIECES ? one * PIECES : BLOCK;
    place.bytes = t->reader && one < many ? many : one;
    ts_dtype weights = ts_shape_dtype_of(def->suite, t->shape, NULL);
    place.block = t->block = ts_kernel_bench_block(weights, place.bytes, err);
    if (!t->block) return -1;
    t->bench = ts_kernel_bench_new(def, &place, TS_BENCH_COLD, err);
    return t->bench ? ts_kernel_bench_check(t->bench, 1, err) : -1;
}

static int open_kernel(ts_side *s, ts_error *err)
{
    const ts_side_spec *o = s->spec;
    char tuning[TS_SIDE_TEXT];
    const ts_kernel_def *def = ts_kernel_find(o->kernel, NULL, err);
    timed *t = s->state = calloc(1, sizeof *t);
    s->unit = "launches/s";
    if (!t) return ts_fail(err, "no memory for a side");
    if (o->without)
        return ts_fail(err, "without= switches off parts of a whole token; leave out kernel=");
    ts_side_list(o->tuning, tuning);
    t->device = def ? ts_device_open(o->device, o->threads, err) : NULL;
    if (!t->device || (o->tuning && ts_device_tune(t->device, tuning, err)) ||
        shape_of(o, t, def, err) || open_reader(t, err) || open_bench(t, def, err))
        return -1;
    snprintf(s->what, sizeof s->what, "%.80s on %.400s", o->kernel, ts_device_name(t->device));
    return 0;
}

static int sample_kernel(ts_side *s, ts_done *done, ts_error *err)
{
    timed *t = s->state;
    double start = ts_seconds();
    ts_side_settle();
    do {
        ts_done one = {.seconds = 0};
        if (t->reader && ts_reader_sample(t->reader, err) < 0) return -1;
        if (ts_kernel_bench_work(t->bench, &one, err)) return -1;
        done->seconds += one.seconds;
        done->units += one.units;
    } while (done->seconds < s->work.least && ts_seconds() - start < PATIENCE * s->work.least);
    return 0;
}

static void close_kernel(ts_side *s)
{
    timed *t = s->state;
    if (!t) return;
    ts_kernel_bench_free(t->bench);
    ts_reader_free(t->reader);
    if (t->device) ts_device_close(t->device);
    free(t->block);
    free(t->shape);
    free(t);
}

static const ts_device *device_of_kernel(const ts_side *s)
{
    return ((const timed *)s->state)->device;
}

const ts_side_kind ts_side_kernel = {open_kernel, sample_kernel, close_kernel, device_of_kernel};
