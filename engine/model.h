/* model.h - inside a model and its sequences (tessera/model.h, tessera/sequence.h).
 *
 * Ownership: buffers of weights wrap memory of `views`, so they go before the views, and the device
 * last. A sequence owns its cache, activations and steps, and goes before its model. */
#ifndef TESSERA_ENGINE_MODEL_H
#define TESSERA_ENGINE_MODEL_H

#include "engine/calls.h"
#include "engine/plan.h"
#include "tessera/batch.h"

/* What a token costs: one recorded step, or one for each launch where they are started one by one. */
typedef struct ts_steps {
    ts_step **step;
    size_t n;
} ts_steps;

/* Kernels for one dtype of the cache. */
typedef struct ts_build {
    ts_calls *calls;
    ts_module *module[TS_LAUNCHES]; /* but of a token made when there is first a use for it */
} ts_build;

struct ts_model {
    ts_model_info info;
    ts_graph *graph;
    char *without;     /* names, for TS_LACKS */
    ts_target *target; /* that kernels are made for: a copy */
    ts_device *device;
    ts_views *views;
    bool shared;               /* they belong to another model */
    ts_build build[TS_NDTYPE]; /* [of the cache]; made when a sequence asks for it */
    ts_buffer **buffer;        /* [slots of the graph]; of weights and tables that a kernel reads */
    size_t sequences;          /* made so far, freed ones included */
    bool may_widen;            /* nobody asked for the cache in f16; another may take its place */
    bool told_wide;            /* one did, and that was said */
    void (*begins)(void *arg, const char *what);
    void (*say)(void *arg, const char *text);
    void *arg;
};

struct ts_sequence {
    ts_model *model;
    bool owns; /* the model, which is closed with it */
    ts_dtype kv;
    const ts_calls *calls;
    ts_buffer **buffer; /* [slots of the graph]; of its states and activations */
    ts_buffer *cells;
    ts_buffer *logits;
    ts_buffer *tokens; /* of a chunk; NULL: there are no chunks */
    ts_steps quiet;    /* layers only: a prompt token whose logits nobody reads */
    ts_steps full;     /* layers, output matrix, greedy choice */
    /* The same for a chunk of a prompt, of any number of rows; recorded when there is a first one. */
    ts_steps quiet_chunk, full_chunk;
    ts_steps
        chunk_output; /* and the output alone, of the last of so many rows as there are said to be */
    ts_steps draw;    /* recorded for the logits where they lay at the last draw */
    ts_buffer *draws_from; /* as `there`, with draws_row */
    size_t draws_row;
    ts_buffer *shares; /* what it leaves; NULL: the architecture has no spans */
    ts_batch *batch;   /* whose last step it was in; NULL: none */
    ts_buffer *there;  /* with its logits, at `row` of them; NULL: they are its own */
    size_t row;
    uint32_t position, valid;
    int32_t *token; /* [ctx] the sequence; -1: chosen on the device and never asked for */
    int32_t chosen; /* the greedy choice after it, likewise */
};

/* model.c: kernels for a cache of that dtype; NULL with *err filled. */
const ts_build *ts_model_build(ts_model *m, ts_dtype kv, ts_error *err);
/* And those of a chunk, or of a batch: 0 or -1. */
int ts_model_build_more(ts_model *m, ts_dtype kv, ts_launches of, ts_error *err);
/* -1 if weights were missing when they were read. */
int ts_model_whole(const ts_model *m, ts_error *err);

/* tensors.c: what a model's sequences share. */
int ts_model_buffers(ts_model *m, const ts_calls *c, ts_error *err);
/* And what each has for itself; s->buffer and s->cells are empty. */
int ts_sequence_buffers(ts_sequence *s, ts_error *err);
void ts_buffers_free(ts_buffer **buffer, size_t n);
/* The buffer of an argument of a call. */
/* Of a state or activation. */
ts_dtype ts_sequence_dtype(const ts_sequence *s, size_t slot);
ts_ref ts_sequence_ref(const ts_sequence *s, const ts_call *call, int arg);

/* steps.c: the whole token, and all but its output; likewise a chunk. */
int ts_sequence_record(ts_sequence *s, ts_error *err);
int ts_sequence_record_chunk(ts_sequence *s, ts_error *err);
/* Of a chunk, what comes behind its layers; after that. */
int ts_sequence_record_output(ts_sequence *s, ts_error *err);
/* Each launch of a token as a step of its own. */
int ts_sequence_singles(ts_sequence *s, ts_steps *to, ts_error *err);
ts_launch ts_sequence_launch(const ts_sequence *s, const ts_call *call);
void ts_steps_free(ts_steps *s);

/* Launches as one step or as one for each; on failure *to holds what was made. */
int ts_steps_record(ts_device *device, const ts_launch *launch, size_t n, bool single, ts_steps *to,
                    ts_error *err);

/* draw.c: logits span by span (sampler.h). How many a span has and how many spans there are; 0: there are none. */
size_t ts_sequence_span(const ts_sequence *s);
size_t ts_sequence_spans(const ts_sequence *s);
/* Compiles what the first draw would. */
int ts_sequence_prepare_draw(ts_sequence *s, ts_error *err);
/* Of each span its largest logit, then of each what its logits weigh; and the greedy choice. Fails as
 * ts_sequence_logits does. */
int ts_sequence_shares(ts_sequence *s, float cold, float *to, int32_t *best, ts_error *err);
/* n logits from there on; after ts_sequence_shares. */
int ts_sequence_some_logits(ts_sequence *s, size_t from, size_t n, float *to, ts_error *err);

/* sequence.c: room for n more tokens; whether an id is a row of the vocabulary. 0 or -1. */
int ts_sequence_check_room(const ts_sequence *s, size_t n, ts_error *err);
int ts_sequence_check_id(const ts_sequence *s, int32_t id, ts_error *err);
/* Position, length and rows, as a step reads them. */
int ts_sequence_put_position(ts_sequence *s, uint32_t rows, ts_error *err);
/* A step for the token that lies in its cell and at its position. */
int ts_sequence_step(ts_sequence *s, ts_error *err);
/* batch.c: the steps of its batch are forgotten, since its buffers go. */
void ts_batch_forget(ts_sequence *s);

/* explain.c: whether a key or value of the sequence is no number. */
bool ts_sequence_cache_is_bad(ts_sequence *s, ts_error *err);
/* -1, with *err naming the first place of the last steps that was no number. */
int ts_sequence_explain(ts_sequence *s, ts_error *err);

#endif
