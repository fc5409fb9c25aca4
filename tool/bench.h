/* bench.h - the parts of `tessera bench`: each measures, prints a table and adds its lines to a session. */
#ifndef TESSERA_TOOL_BENCH_H
#define TESSERA_TOOL_BENCH_H

#include "bench/ceiling.h"
#include "bench/session.h"
#include "tessera/device.h"

typedef struct ts_bench_options {
    const char *model;                  /* decode: as ts_model_options */
    const char *device, *dtype, *kv;    /* dtype, kv: NULL for the default */
    const char *suite, *kernel, *shape; /* kernels: which; "a,b" of names or parts of names */
    const char *set;                    /* kernels: fields of the shape; NULL: none */
    const char *ctx, *prompt, *gen, *thread, *batch; /* decode: lists of numbers, "16,4096" */
    const char *ablate;                              /* decode: names or "all"; NULL: none */
    const char *store, *note;                        /* store: NULL for the default */
    bool json, no_store, breakdown, overlap, quick;
    int threads;       /* of everything but decode with a list */
    int rounds, chunk; /* chunk: as in ts_model_options */
    double seconds;    /* of one line, at most */
} ts_bench_options;

typedef struct ts_bench {
    const ts_bench_options *o;
    ts_session *session;
} ts_bench;

/* What every line is held against; `reader` is NULL on stand-ins. */
typedef struct ts_ceilings {
    ts_reader *reader;
    double fma;   /* operations a second; 0: unknown */
    double floor; /* seconds of an empty launch; 0: unknown */
} ts_ceilings;

/* Measures the ceilings of a device, prints them, adds them to the session. data: memory to read, NULL for
 * some of its own. alone: every way to read, as often as asked for, is the result; else it is found
 * within half the seconds of a line, at most ten. To be freed also after a failure. */
int ts_bench_ceilings(ts_bench *b, ts_device *dev, const void *data, size_t bytes, bool alone,
                      ts_ceilings *out, ts_error *err);
void ts_ceilings_free(ts_ceilings *c);

int ts_bench_ceiling(ts_bench *b, ts_error *err);
int ts_bench_kernels(ts_bench *b, ts_error *err);
int ts_bench_decode(ts_bench *b, ts_error *err);
/* Are its options right, as far as can be told before anything is opened? */
int ts_bench_decode_options(const ts_bench_options *o, ts_error *err);

#endif
