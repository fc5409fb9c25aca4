/* bench_decode.h - `tessera bench decode`: what its parts share, each with its table: whole tokens
 * (bench_decode.c), a token by classes (bench_decode_parts.c), ablations (bench_decode_ablate.c). */
#ifndef TESSERA_TOOL_BENCH_DECODE_H
#define TESSERA_TOOL_BENCH_DECODE_H

#include "bench/breakdown.h"
#include "tool/bench.h"
#include "tool/sheet.h"
#include "tool/waiting.h"

enum { TS_LIST = 16 };

typedef struct ts_numbers {
    int at[TS_LIST], n;
} ts_numbers;

/* A model that is open on a device with so many threads. */
typedef struct ts_decode_bench {
    ts_bench *b;
    ts_numbers ctx, prompt, gen, threads, batch;
    char model[4096]; /* with the dtype that was asked for */
    int workers;      /* asked for; 0: the device chooses */
    ts_model_options options;
    ts_sequence *engine;
    ts_batch *together; /* of sequences that generate at once; NULL: none do */
    ts_sequence *member[TS_BATCH_MOST];
    const ts_model_info *info;
    char name[128], shape[64]; /* of its lines in the store */
    ts_token_cost cost;
    ts_ceilings ceilings;
    bool cached;   /* caches hold the model */
    bool compiled; /* its kernels are, since it was open before */
} ts_decode_bench;

ts_effort ts_decode_effort(const ts_decode_bench *m);
/* Rounds that show their progress on a terminal. Memory is read in between, but for a model that caches
 * hold: there reading bounds nothing, and would only empty them. */
int ts_decode_measure(const ts_decode_bench *m, const char *what, const ts_effort *effort,
                      ts_work *work, void *arg, ts_rounds *r, ts_error *err);
/* A line of the store with all that lines of this model share; name NULL: the model's. */
ts_result ts_decode_result(const ts_decode_bench *m, const char *bench, const char *name,
                           const char *mode, const char *unit);
/* The command for one line; NULL, so that the whole command stands in for it, where a shell would take
 * its words apart. */
const char *ts_decode_repro(const ts_decode_bench *m, char *to, size_t cap, int ctx, int prompt,
                            int gen, const char *more);
/* One token at this context, by class of kernels. */
int ts_decode_parts(const ts_decode_bench *m, int ctx, ts_error *err);
/* What --ablate names, before anything is opened; ts_decode_choose then fails for what is not this
 * device's, before a model is opened, and takes "all" for what is. */
int ts_decode_names(ts_decode_bench *m, ts_error *err);
int ts_decode_choose(ts_decode_bench *m, ts_error *err);
/* Each of them switched off in turn. */
int ts_decode_ablations(const ts_decode_bench *m, ts_error *err);

#endif
