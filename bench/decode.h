/* decode.h - whole tokens of a model as work for rounds (rounds.h).
 *
 * A pass feeds a prompt or generates tokens after `depth` cached positions. It begins when the host asks
 * and ends when the host holds the last token, so starting and waiting are in it. A sample is as many
 * passes as take a quarter of a second at least: other people's work is counted in hundredths of one.
 */
#ifndef TESSERA_BENCH_DECODE_H
#define TESSERA_BENCH_DECODE_H

#include "bench/rounds.h"
#include "tessera/batch.h"

/* ---- what tokens cost, counted from the tensors that they must touch ---- */

typedef struct ts_cost {
    double bytes, flops; /* flops: of matrix products and attention; a multiply-add counts two */
} ts_cost;

/* Of n tokens one after the other, the first behind `depth` positions; `outputs` of them have logits. */
ts_cost ts_cost_of(const ts_model_info *m, double depth, int n, int outputs);
/* Of n tokens of a prompt, chunk by chunk: weights and cache are read once a chunk. */
ts_cost ts_prompt_cost_of(const ts_model_info *m, double depth, int n, int outputs);
/* Tokens a second: steps over their time; NAN where there was none of both. The first token of a text
 * comes out of the prompt's logits, so n tokens took n - 1 steps, and one token has no rate. */
double ts_token_rate(double steps, double seconds);
/* Could the caches still hold what a token before has read? Then reading memory bounds nothing. */
bool ts_decoding_cached(const ts_model_info *m, size_t cache_bytes);

/* ---- passes ---- */

typedef enum ts_pass {
    TS_PASS_GENERATE, /* greedily, each token staying on the device; a unit is a token */
    TS_PASS_PROMPT,   /* fed chunk by chunk, the last token with logits; a unit is a token */
    TS_PASS_FIRST,    /* a prompt into an empty cache; a unit is the token that follows it */
} ts_pass;

typedef struct ts_decoding {
    ts_sequence *engine;
    const ts_model_info *info; /* of its model */
    ts_pass pass;
    uint32_t depth;  /* positions in the cache before */
    int tokens;      /* of a pass */
    int passes;      /* of a sample */
    double seconds;  /* of a pass, when it was warm */
    int32_t *id;     /* the prompt: arbitrary ids, the same in each run */
    ts_batch *batch; /* of the sequences that take their steps together; NULL: the engine alone */
    ts_sequence *const *member;
    int members;
} ts_decoding;

/* Puts the engine at `depth` with arbitrary keys and values, and warms up. To be ended also after a
 * failure. The engine needs room for depth + tokens positions. */
int ts_decoding_begin(ts_decoding *d, ts_sequence *e, ts_pass pass, uint32_t depth, int tokens,
                      ts_error *err);
/* Generating with n sequences at once, each of which is put there and needs the room; a unit is a token of one of
 * them. Batch and sequences must outlive it. */
int ts_decoding_begin_batch(ts_decoding *d, ts_batch *b, ts_sequence *const *s, int n,
                            uint32_t depth, int tokens, ts_error *err);
void ts_decoding_end(ts_decoding *d);
/* A ts_work: the passes of one sample; arg is a ts_decoding. */
int ts_decoding_work(void *arg, ts_done *done, ts_error *err);

/* ---- the same with something switched off: two engines that are open at once, compared (compare.h) ---- */

/* A ts_work: ts_decoding_work right after the other engine worked. */
int ts_ablate_work(void *arg, ts_done *done, ts_error *err);
/* Do the engine that has it and the one that lacks it choose the same n tokens behind their `depth`? Leaves
 * them behind these. 0, or -1 with *err saying where they part, or that an engine failed. */
int ts_ablate_same_tokens(const ts_decoding *has, const ts_decoding *lacks, int n, ts_error *err);

/* ---- where the time of one token goes, by class of kernels ----
 *
 *     token = class + class + ... + between
 *
 * A round replays tokens as decoding does, then times each launch of a step alone, several times over,
 * at a context that is the mean of the replayed ones. A launch's time in a round is the mean of those;
 * a class's the sum over its launches; and the result the median over the rounds. What is left of the
 * token is `between`: gaps between launches, or, below 0, what overlapping saves.
 *
 * Alone means between two barriers and two looks at the clock: for a small launch that is much of its
 * time. Nothing is subtracted; the time of an empty launch is printed beside. */

typedef struct ts_class_time {
    int calls;        /* in a token */
    double bytes;     /* in a token */
    ts_rounds rounds; /* a unit is a token */
} ts_class_time;

typedef struct ts_breakdown {
    ts_decoding *decode;   /* NULL where profiles come from elsewhere */
    const ts_class *class; /* of the model's launches, in the order of reports */
    int classes;
    ts_class_time
        each[TS_MAX_CLASSES + 1]; /* the last, after ts_breakdown_close: the token itself */
    int rounds;
    double token, sum, between; /* seconds, after ts_breakdown_close */
    size_t launches;
    ts_timed *profile; /* TS_PROFILES of them, one after the other */
} ts_breakdown;

enum { TS_PROFILES = 3 }; /* in a round */

/* decode: begun, of TS_PASS_GENERATE. NULL with *err filled. */
ts_breakdown *ts_breakdown_new(ts_decoding *decode, ts_error *err);
void ts_breakdown_free(ts_breakdown *b);
/* A ts_work whose rounds are those of the replayed token. */
int ts_breakdown_work(void *arg, ts_done *done, ts_error *err);
/* A round's profiles: profile[p * n + i] is launch i in profile p. */
int ts_breakdown_add(ts_breakdown *b, size_t n, const ts_timed *profile, int profiles,
                     ts_error *err);
/* Sums up beside the rounds of the token. */
void ts_breakdown_close(ts_breakdown *b, const ts_rounds *token);

/* ---- opening ---- */

typedef struct ts_loading {
    ts_model_options options; /* plan and progress are called through */
    ts_sequence *engine;      /* the one opened last; the caller's to close */
    int opens;                /* of a sample */
    ts_rounds weights;        /* of it making weights, in the same rounds; n 0: none were made */
    /* of the opening in progress */
    double planned, made;
} ts_loading;

/* A ts_work: closes the engine and opens it again, `opens` times; a unit is an opening. */
int ts_loading_work(void *arg, ts_done *done, ts_error *err);
void ts_loading_close(ts_loading *l, const ts_rounds *open);

/* ---- memory ---- */

/* From now on a new peak counts. False where the system cannot: then it is that of the whole process. */
bool ts_memory_mark(void);
/* Most bytes of RAM that this process held at once; 0: unknown. */
double ts_memory_peak(void);

/* ---- lists ---- */

/* "16,1K,4096" of the option `name`: whole numbers of least..most, K for 1024. How many, or -1. */
int ts_number_list(const char *text, const char *name, int least, int most, int *out, int cap,
                   ts_error *err);

#endif
