/* bench_decode.h - `tessera bench decode`: what its measuring part (bench_decode.c) and its tables
 * (bench_decode_print.c) share. */
#ifndef TESSERA_TOOL_BENCH_DECODE_H
#define TESSERA_TOOL_BENCH_DECODE_H

#include "bench/breakdown.h"
#include "tool/bench.h"
#include "tool/waiting.h"

enum { TS_LIST = 16 };

typedef struct ts_numbers {
    int at[TS_LIST], n;
} ts_numbers;

/* A model that is open on a device with so many threads. */
typedef struct ts_decode_bench {
    ts_bench *b;
    ts_numbers ctx, prompt, gen, threads;
    char model[4096]; /* with the dtype that was asked for */
    int workers;      /* asked for; 0: the device chooses */
    ts_model_options options;
    ts_sequence *engine;
    const ts_model_info *info;
    char name[128], shape[64]; /* of its lines in the store */
    ts_token_cost cost;
    ts_ceilings ceilings;
    bool cached;   /* caches hold the model */
    bool compiled; /* its kernels are, since it was open before */
    unsigned off;  /* ablations, bits of ts_ablation */
} ts_decode_bench;

/* One measured line. */
typedef struct ts_decode_line {
    ts_pass pass;
    int ctx, tokens;
    char label[48]; /* "pp16 @ 4096" */
    ts_rounds rounds;
    ts_roofline roof;
    ts_result figures; /* in its unit */
    double bytes;      /* of a unit */
} ts_decode_line;

typedef struct ts_frontier {
    int ctx, prompt, gen;
    double prefill_tps, gen_tps, gbps, share; /* NAN: refused or not measured */
} ts_frontier;

typedef struct ts_side { /* of a pair of engines */
    ts_rounds rounds;
    ts_roofline roof;
    ts_result figures; /* in tok/s */
} ts_side;

typedef struct ts_ablated {
    const char *name, *verdict;
    ts_error wrong; /* other tokens than the plain engine; "": the same */
    ts_side without, plain;
    ts_interval ratio; /* without / plain */
    double each[TS_MAX_ROUNDS];
} ts_ablated;

/* ---- shared by the measuring parts ---- */

ts_effort ts_decode_effort(const ts_decode_bench *m);
/* Rounds that show their progress on a terminal. Memory is read in between, but for a model that caches
 * hold: there reading bounds nothing, and would only empty them. */
int ts_decode_measure(const ts_decode_bench *m, const char *what, const ts_effort *effort,
                      ts_work *work, void *arg, ts_rounds *r, ts_error *err);
/* A line of the store with all that lines of this model share; name NULL: the model's. */
ts_result ts_decode_result(const ts_decode_bench *m, const char *bench, const char *name,
                           const char *mode, const char *unit);
/* Was the token or a class of it refused (roof: of each class, then of the token)? Then what lies between
 * launches is not known. */
bool ts_parts_refused(const ts_breakdown *b, const ts_roofline *roof);
/* The numbers of a line, as the store gets them. */
ts_result ts_decode_figures(const char *unit, const ts_rounds *rounds, const ts_roofline *roof);
/* The command for one line; NULL, so that the whole command stands in for it, where a shell would take
 * its words apart. */
const char *ts_decode_repro(const ts_decode_bench *m, char *to, size_t cap, int ctx, int prompt,
                            int gen, const char *more);
/* What --ablate names, before anything is opened; ts_decode_choose then fails for what is not this
 * device's, before a model is opened, and takes "all" for what is. */
int ts_decode_names(ts_decode_bench *m, ts_error *err);
int ts_decode_choose(ts_decode_bench *m, ts_error *err);
/* Each of them switched off in turn. */
int ts_decode_ablations(const ts_decode_bench *m, ts_error *err);

/* ---- tables: each prints nothing beside --json ---- */

void ts_print_model(const ts_decode_bench *m);
void ts_print_loading(const ts_decode_bench *m, const ts_rounds *open, const ts_rounds *weights,
                      double peak, bool whole);
void ts_print_lines_head(const ts_decode_bench *m);
void ts_print_line(const ts_decode_bench *m, const ts_decode_line *l);
void ts_print_frontiers(const ts_decode_bench *m, const ts_frontier *f, int n);
void ts_print_first_head(const ts_decode_bench *m);
void ts_print_first(const ts_decode_bench *m, const ts_decode_line *l);
void ts_print_breakdown(const ts_decode_bench *m, const ts_breakdown *b, const ts_rounds *token,
                        const ts_roofline *roof, int ctx);
void ts_print_ablated_head(const ts_decode_bench *m, int ctx, int gen);
void ts_print_ablated(const ts_decode_bench *m, const ts_ablated *a);
/* What it means to be without each. */
void ts_print_ablated_legend(const ts_decode_bench *m);

#endif
