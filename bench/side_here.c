/* side_here.c - sides in this process (side.h).
 *
 * An engine decodes: back to the context, `tokens` tokens, and again as often as makes a sample long enough for
 * the marks of noise.h to say something. A kernel is launched, once it has passed its check at this shape;
 * each sample begins with reading other memory than the kernel's, so that its inputs come from memory, as
 * in a model. */
#include "bench/side.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench/ceiling.h"
#include "bench/decode.h"
#include "bench/kernels.h"
#include "check/check.h"
#include "tool/tool.h"

/* ---- an engine ---- */

/* A list as options have it, with commas, which end a key in a side: those there have "+". */
static void list_of(const char *said, char list[TS_SIDE_TEXT])
{
    snprintf(list, TS_SIDE_TEXT, "%s", said ? said : "");
    for (char *p = list; *p; p++)
        if (*p == '+') *p = ',';
}

static int open_engine(ts_side *s, ts_error *err)
{
    char name[4096], without[TS_SIDE_TEXT], tuning[TS_SIDE_TEXT];
    const ts_side_spec *o = s->spec;
    ts_decoding *d = s->state = calloc(1, sizeof *d);
    if (!d) return ts_fail(err, "no memory for a side");
    if (ts_side_model(o, name, sizeof name, err)) return -1;
    ts_model_options how = {.model = name,
                            .device = o->device,
                            .threads = o->threads,
                            .ctx = (uint32_t)(o->context + s->work.tokens + 2),
                            .kv = ts_tool_dtype(o->kv, TS_NDTYPE),
                            .progress = s->work.progress,
                            .begins = s->work.begins,
                            .arg = s->work.arg};
    list_of(o->without, without);
    list_of(o->tuning, tuning);
    how.without = without;
    how.tuning = o->tuning ? tuning : NULL;
    if (ts_ablation_names(without, err)) return -1;
    ts_sequence *e = d->engine = ts_sequence_open(&how, err);
    if (!e) return -1;
    s->device = ts_model_device(ts_sequence_model(e));
    snprintf(s->what, sizeof s->what, "%.100s on %.400s", ts_sequence_describe(e)->name,
             ts_device_name(s->device));
    if (ts_decoding_begin(d, e, TS_PASS_GENERATE, (uint32_t)o->context, s->work.tokens, err))
        return -1;
    d->passes = 1 + (int)(ts_sample_least / d->seconds);
    return 0;
}

static int sample_engine(ts_side *s, ts_done *done, ts_error *err)
{
    return ts_ablate_work(s->state, done, err);
}

static void close_engine(ts_side *s)
{
    ts_decoding *d = s->state;
    if (!d) return;
    ts_decoding_end(d);
    ts_sequence_close(d->engine);
    free(d);
}

const ts_side_kind ts_side_engine = {open_engine, sample_engine, close_engine};

/* ---- a kernel ---- */

/* PATIENCE: how many times its time a sample may take with the reading in it. */
enum {
    PATIENCE = 4,
    BLOCK = 1 << 30,
    PIECES = 64,
    READ_LEAST = 256 << 20,
    READ_MOST = 1 << 30
}; /* bytes */

typedef struct timed {
    ts_reader *reader; /* NULL on stand-ins, where caches mean nothing */
    ts_shape *shape;
    ts_bench_place place;
    ts_kernel_bench *bench;
} timed;

/* The model says the shape: synthetic:PRESET, or a shape that kernels are checked at. */
static int shape_of(const ts_side_spec *o, timed *t, const ts_kernel_def *def, ts_error *err)
{
    bool synthetic = !strncmp(o->model, "synthetic:", 10);
    if (!synthetic || strchr(o->model + 10, ':'))
        return ts_fail(err,
                       "kernel= takes its shape from model=synthetic:PRESET and its weights from "
                       "dtype=, not from %.200s",
                       o->model);
    t->shape = ts_kernel_bench_shape(def->suite, o->model + 10, o->dtype, o->kv, NULL,
                                     t->place.device, err);
    return t->shape ? 0 : -1;
}

static int open_reader(timed *t, ts_error *err)
{
    size_t bytes = ts_cache_bytes();
    if (!ts_reader_fits(t->place.device)) return 0;
    if (bytes < READ_LEAST) bytes = READ_LEAST;
    if (bytes > READ_MOST) bytes = READ_MOST;
    t->reader = ts_reader_new(t->place.device, NULL, bytes, err);
    return t->reader ? 0 : -1;
}

/* A launch's weights, and on real devices more of them, so that few launches share one. */
static int open_bench(timed *t, const ts_kernel_def *def, ts_error *err)
{
    const ts_kernel_def *const kernel[] = {def, NULL};
    size_t one;
    t->place.shape = t->shape;
    if (ts_kernel_bench_weights(kernel, t->shape, &one, err)) return -1;
    size_t many = one < BLOCK / PIECES ? one * PIECES : BLOCK;
    if (ts_kernel_bench_furnish(&t->place, kernel, t->reader ? many : 0, err)) return -1;
    t->bench = ts_kernel_bench_new(def, &t->place, TS_BENCH_COLD, err);
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
    list_of(o->tuning, tuning);
    t->place.device = def ? ts_device_open(o->device, o->threads, err) : NULL;
    if (t->place.device && o->tuning && ts_device_tune(t->place.device, tuning, err)) return -1;
    s->device = t->place.device;
    if (!t->place.device || shape_of(o, t, def, err) || open_reader(t, err) ||
        open_bench(t, def, err))
        return -1;
    snprintf(s->what, sizeof s->what, "%.80s on %.400s", o->kernel,
             ts_device_name(t->place.device));
    return 0;
}

/* Threads of the other side spin for a tenth of a millisecond before they sleep (rt/pool.h). */
static void settle(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 2 * 1000 * 1000}, NULL);
}

static int sample_kernel(ts_side *s, ts_done *done, ts_error *err)
{
    timed *t = s->state;
    double start = ts_seconds();
    settle();
    do {
        ts_done one = {.seconds = 0};
        if (t->reader && ts_reader_sample(t->reader, 0, err) < 0) return -1;
        if (ts_kernel_bench_work(t->bench, &one, err)) return -1;
        done->seconds += one.seconds;
        done->units += one.units;
    } while (done->seconds < ts_sample_least && ts_seconds() - start < PATIENCE * ts_sample_least);
    return 0;
}

static void close_kernel(ts_side *s)
{
    timed *t = s->state;
    if (!t) return;
    ts_kernel_bench_free(t->bench);
    ts_reader_free(t->reader);
    if (t->place.device) ts_device_close(t->place.device);
    free(t->place.block);
    free(t->shape);
    free(t);
}

const ts_side_kind ts_side_kernel = {open_kernel, sample_kernel, close_kernel};
