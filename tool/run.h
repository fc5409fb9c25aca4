/* run.h - the parts of `tessera run`: options, prompt, text, cost, JSON.
 *
 *   options ──▶ prompt ──▶ model ──▶ text ──▶ cost, JSON
 *                  or a prompt a line ──▶ answers (run_batch.c)
 *
 * What can be wrong with the options and the prompt is found before any weight is made or read.
 */
#ifndef TESSERA_TOOL_RUN_H
#define TESSERA_TOOL_RUN_H

#include <jansson.h>

#include "bench/decode.h"
#include "tessera/session.h"
#include "tool/args.h"
#include "tool/waiting.h"

#define TS_RUN_PROMPT "The capital of France is" /* where none is given */

typedef struct ts_run_options {
    const char *model; /* NULL: the one that comes with Tessera */
    const char *prompt, *prompt_file, *messages, *system, *ids, *batch;
    const char *device, *dtype, *kv;
    bool chat, no_bos, json, ignore_eos, no_ceiling, quiet, greedy;
    int max_tokens, threads, ctx, chunk;
    int top_k;                          /* -1: not said */
    double temp, top_p, min_p, penalty; /* NAN: not said */
    ts_arg_seed seed;
} ts_run_options;

typedef struct ts_run_answer { /* of a batch */
    char *line;                /* the prompt, in ts_run_state.lines */
    size_t n;
    size_t read, made; /* tokens of the prompt, by the model; of the answer */
    ts_talk *talk;
    ts_sequence *sequence;
} ts_run_answer;

typedef struct ts_run_state {
    ts_run_options *o;
    char name[4096];  /* of the model, in full */
    ts_model_info at; /* before opening: folder, vocabulary and context; afterwards all of it */
    ts_talk *talk;
    ts_model *model;
    ts_sequence *sequence;
    char *text; /* the prompt, or the messages, as given */
    size_t n_text;
    int32_t *ids; /* or as ids */
    size_t n_ids;
    size_t n_read, n_made; /* of the prompt, by the model; tokens */
    /* Seconds: first: from the prompt to the first token; decode: of the steps between the tokens made. */
    double load, prefill, first, decode;
    bool prefill_anew,
        decode_anew; /* that time holds making a cache anew, beside its steps: no rate */
    ts_waiting waiting;
    /* --batch, in the place of talk and sequence */
    char *lines;
    ts_run_answer answer[TS_BATCH_MOST];
    int answers;
    ts_batch *batch;
} ts_run_state;

/* A line on stderr for people; nothing with --quiet. Errors go elsewhere. */
void ts_run_say(const ts_run_state *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* ---- run_options.c ---- */

/* 0, or what ts_args_exit says of a mistake (TS_ARGS_HELP, TS_ARGS_WRONG). */
int ts_run_parse(ts_run_options *o, int argc, char **argv);
ts_talk_options ts_run_talk_options(const ts_run_state *r);
int ts_run_check_sampling(const ts_run_state *r, ts_error *err);
void ts_run_say_sampling(const ts_run_state *r);

/* ---- run_prompt.c ---- */

/* Reads ids, text or messages from where the options say. */
int ts_run_read_prompt(ts_run_state *r, ts_error *err);
/* Hands it to the talk; it fits in the context. */
int ts_run_make_prompt(ts_run_state *r, ts_error *err);

/* ---- run_batch.c ---- */

int ts_run_read_batch(ts_run_state *r, ts_error *err);
/* A talk for each line, with its prompt. */
int ts_run_begin_batch(ts_run_state *r, const ts_talk_options *how, ts_error *err);
/* Sequences for them, once the model is open. */
int ts_run_open_batch(ts_run_state *r, ts_error *err);
int ts_run_answer_batch(ts_run_state *r, ts_error *err);
void ts_run_close_batch(ts_run_state *r);

/* ---- run_text.c ---- */

int ts_run_prefill(ts_run_state *r, ts_error *err);
int ts_run_generate(ts_run_state *r, ts_error *err);
/* "eos", "context", "interrupted" or "length". */
const char *ts_run_stop(const ts_talk *t);
/* How many sequences have another cache by now than they began with. */
int ts_run_widened(const ts_run_state *r);

/* ---- run_cost.c ---- */

typedef struct ts_run_cost { /* NAN: not measured, or refused */
    double steps;            /* between the tokens made; of a batch: those of its longest answer */
    double tokens;           /* that came of them: as many, but of a batch */
    double prefill, decode;  /* seconds */
    double first;            /* from handing over the prompt to the first token */
    double prefill_rate, rate; /* tokens a second: those of the steps over their time */
    double bytes;              /* per second, read while decoding */
    double ceiling;            /* bytes per second that reading alone reaches */
    double share;              /* of it; NAN where it bounds nothing */
    bool refused;              /* a rate of the prompt or of the text: it beats its ceiling */
    char why[256];
} ts_run_cost;

/* ceiling NAN: not measured. cached: the caches may hold what a step reads, and no ceiling bounds it. */
void ts_run_cost_of(const ts_run_state *r, double ceiling, bool cached, ts_run_cost *c);
/* Bytes a second, now; 0: unknown. */
typedef int ts_run_reading(void *arg, double *bytes_s, ts_error *err);
/* The same beside the best of as many readings as it takes until nothing beats it, five at most. Open for tests. */
int ts_run_cost_beside(const ts_run_state *r, ts_run_reading *read, void *arg, ts_run_cost *c,
                       ts_error *err);
/* Measures the ceiling, unless the options say not to. */
int ts_run_measure(ts_run_state *r, ts_run_cost *c, ts_error *err);
void ts_run_print_cost(const ts_run_state *r, const ts_run_cost *c);
/* The end of it: what is refused, and what was read. */
void ts_run_print_reading(const ts_run_state *r, const ts_run_cost *c);

/* ---- run_json.c ---- */

int ts_run_print_json(const ts_run_state *r, const ts_run_cost *c, ts_error *err);
/* What both kinds of runs have in common. Not 0: no memory. */
int ts_run_json_cost(json_t *o, const ts_run_state *r, const ts_run_cost *c);

#endif
