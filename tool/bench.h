/* bench.h - the parts of `tessera bench`: each measures, prints a table and adds its lines to a session. */
#ifndef TESSERA_TOOL_BENCH_H
#define TESSERA_TOOL_BENCH_H

#include "bench/decode.h"
#include "bench/session.h"
#include "tessera/suite.h"
#include "tool/sheet.h"
#include "tool/waiting.h"

typedef struct ts_bench_options {
    const char *model;                  /* decode: as ts_model_options */
    const char *device, *dtype, *kv;    /* dtype, kv: NULL for the default */
    const char *suite, *kernel, *shape; /* kernels: which; "a,b" of names or parts of names */
    const char *set;                    /* kernels: fields of the shape; NULL: none */
    const char *phase, *batches,
        *lengths;       /* kernels of a profile: decode, prefill; lists of numbers */
    const char *output; /* and a folder for its tables; NULL: none */
    bool list;
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
/* list: NULL for all, or parts of names with commas between; a part with a slash is one of SUITE/KERNEL. */
bool ts_bench_lists(const char *list, const ts_kernel_def *def);
/* Is a profile asked for: kernels as parts of a model's step, over many sizes (bench_profile.c)? */
bool ts_bench_is_profile(const ts_bench_options *o);
int ts_bench_profile(ts_bench *b, ts_error *err);
/* Names of its kernels, a line each. */
int ts_bench_profile_list(const ts_bench_options *o, ts_error *err);
int ts_bench_decode(ts_bench *b, ts_error *err);
/* Are its options right, as far as can be told before anything is opened? */
int ts_bench_decode_options(const ts_bench_options *o, ts_error *err);

/* ---- decode: whole tokens (bench_decode.c), a token by classes (bench_decode_parts.c), ablations
 * (bench_decode_ablate.c), each with its table ---- */

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
    ts_ceilings ceilings;
    bool cached;   /* caches hold the model */
    bool compiled; /* its kernels are, since it was open before */
} ts_decode_bench;

/* Rounds that show their progress on a terminal; least: of a ratio, so many of them at least, however wide the interval
 * of their time is; else 0. Memory is read in between, but for a model that caches hold: there reading bounds nothing,
 * and would only empty them. */
int ts_decode_measure(const ts_decode_bench *m, const char *what, int least, ts_work *work,
                      void *arg, ts_rounds *r, ts_error *err);
/* A line of the store with all that lines of this model share, of a prompt or generated tokens behind `ctx`
 * positions; valid until the next call. Its command is that of this line alone with `more` behind it, or, where
 * a shell would take its words apart, the whole one. */
ts_result ts_decode_result(const ts_decode_bench *m, const char *bench, int ctx, int prompt,
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
