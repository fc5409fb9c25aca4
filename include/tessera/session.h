/* session.h - a talk with a model (model.h): text to ids, choosing tokens, ids to text, and when to stop.
 *
 *     ts_talk_open      tokenizer, template, and how tokens are chosen: from a model's folder
 *     ts_talk_text ...  a prompt
 *     ts_talk_begin     on a sequence (sequence.h), which the model needs to be open for
 *     ts_talk_read      the prompt, a few tokens at a time
 *     ts_talk_next      a token, again and again, with the text that it completes
 *
 * What can be wrong with a folder, a prompt or the sampling is found before the model is opened.
 */
#ifndef TESSERA_SESSION_H
#define TESSERA_SESSION_H

#include "tessera/batch.h"

#pragma GCC visibility push(default)

typedef struct ts_sampling {
    double temperature;        /* 0: greedy; else any finite number above */
    int top_k;                 /* 0: off */
    double top_p, min_p;       /* 0 to 1; 1 and 0: off. A top_p of 0 is the likeliest, too */
    double repetition_penalty; /* 1: off; 1e-6 to 1e6; for tokens of the prompt and of the answer */
    uint64_t seed;
} ts_sampling;

typedef struct ts_talk ts_talk;

typedef struct ts_talk_options {
    const char *folder; /* as ts_model_info has it; "": random weights, whose prompts are ids */
    uint32_t vocab;     /* rows of the model's output, padding included */
    bool greedy;        /* the likeliest token, whatever the folder says */
    /* What the folder does not decide: NAN and a top_k of -1 leave it to the folder. */
    ts_sampling asked;
    bool ignore_eos; /* goes on behind an end-of-text token */
    /* Called with one line about what is not as it seems; may be NULL. */
    void (*note)(void *arg, const char *text);
    void *arg;
} ts_talk_options;

/* NULL with *err filled: a part of the folder is refused, or asks for what is not done here. */
ts_talk *ts_talk_open(const ts_talk_options *o, ts_error *err);
void ts_talk_close(ts_talk *t); /* NULL is fine */
/* How tokens will be chosen, and who said so: "asked for", "default", "generation_config.json and options". */
const ts_sampling *ts_talk_sampling(const ts_talk *t);
const char *ts_talk_sampling_from(const ts_talk *t);
bool ts_talk_has_text(const ts_talk *t); /* not with random weights */

/* ---- a prompt: one of these, in the place of any before ---- */

int ts_talk_ids(ts_talk *t, const int32_t *id, size_t n, ts_error *err);
/* Text as it stands; bos: the model's BOS is put in front where it wants one and the text has none. */
int ts_talk_text(ts_talk *t, const char *text, size_t n, bool bos, ts_error *err);
/* As a user's message in the model's chat template, behind a system message if that is not NULL. */
int ts_talk_ask(ts_talk *t, const char *system, const char *text, size_t n, ts_error *err);
/* A JSON array of messages, [{"role": "user", "content": "..."}, ...]. */
int ts_talk_messages(ts_talk *t, const char *json, size_t n, ts_error *err);
/* -1, with what to do about it in *err, where it does not fit into the model's context. */
int ts_talk_fits(const ts_talk *t, const ts_model_info *model, ts_error *err);
const int32_t *ts_talk_prompt(const ts_talk *t, size_t *n);

/* ---- reading it, writing on ---- */

/* s: empty, and alive as long as the talk. */
int ts_talk_begin(ts_talk *t, ts_sequence *s, ts_error *err);
/* Reads up to n more tokens of the prompt and waits for the device; how many were read so far. */
int ts_talk_read(ts_talk *t, size_t n, ts_error *err);
size_t ts_talk_was_read(const ts_talk *t);

typedef enum { TS_GOING, TS_STOP_EOS, TS_STOP_CONTEXT } ts_stop;

/* Chooses the next token; the prompt was read to its end. 1: there may be more; 0: it stopped, at an end-of-text token (which is the last of
 * ts_talk_made and is no text), or because the context is full (then no token was made); -1 with *err. The
 * first costs no step: it comes out of the prompt's logits. */
int ts_talk_next(ts_talk *t, ts_error *err);
/* The same for each of n talks, 1 to TS_BATCH_MOST, whose sequences take one step together: each gets the token that it
 * would get alone. Those that stopped stay as they are. How many may go on; -1 with *err. */
int ts_talk_next_each(ts_batch *b, ts_talk *const *t, size_t n, ts_error *err);
ts_stop ts_talk_stop(const ts_talk *t);
const int32_t *ts_talk_made(const ts_talk *t, size_t *n);
/* The text that the last token completed, perhaps none: whole UTF-8, not terminated. */
const char *ts_talk_piece(const ts_talk *t, size_t *n);
/* No more tokens will be made: the piece is what is left of a character that was never completed. */
int ts_talk_finish(ts_talk *t, ts_error *err);
/* All of it. */
const char *ts_talk_said(const ts_talk *t, size_t *n);

#pragma GCC visibility pop

#endif
