/* model.h - a model on a device: its weights, and the kernels that make tokens of them.
 *
 * Sequences (sequence.h) run on it; all on one model share its weights and kernels, and each has a cache
 * of its own. What a model is made of is data (engine/graph.h): every operation on the device is a Tessera
 * kernel, plain ones on a CPU, fused ones (norm_...) on devices of threads.
 *
 * Memory is planned before anything of weight is read. Weights stay in the dtype of their file, each kind
 * of matrix in its own, and are used in place where the device can see the host's memory; devices of
 * threads get q, k and v copied into one buffer a layer.
 */
#ifndef TESSERA_MODEL_H
#define TESSERA_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tessera/compile.h"
#include "tessera/device.h"
#include "tessera/tile.h"

#pragma GCC visibility push(default)

typedef struct ts_model ts_model;

typedef struct ts_model_options {
    const char
        *model; /* a folder, an id in the Hugging Face cache, synthetic:PRESET[:DTYPE[:SEED]] */
    const char *device; /* as ts_device_open; NULL: "cpu" */
    int threads;        /* 0: the right default */
    /* Positions of a sequence; 0: the smaller of 4096 and the model's own limit. There is room for a multiple of
     * 64, or that limit: contexts of nearly the same length have the same kernels. */
    uint32_t ctx;
    /* Tokens of a prompt that are taken at once: 1 to 4096, at most as there is room for; 1: token by token; 0: 128.
     * Each takes activations. */
    uint32_t chunk;
    ts_dtype
        kv; /* of the KV cache: TS_f32, TS_f16, TS_bf16 or TS_i8 (codes, with a scale a head and
                           position); TS_NDTYPE: f32 for a model in f32, else f16 and, where that
                           cannot hold what the model makes, bf16 */
    /* Called before memory is taken, with the plan as text; may be NULL. */
    void (*plan)(void *arg, const char *text);
    /* Called while weights are made or read; may be NULL. */
    void (*progress)(void *arg, const char *what, uint64_t done, uint64_t total);
    /* Called when something long begins that cannot say how far it is ("compiling kernels"); may be NULL. */
    void (*begins)(void *arg, const char *what);
    /* Called when something turns out not to be as it was begun, with one line: that weights are
     * stored which are not used, or that the cache in f16 that nobody asked for became one in bf16. NULL:
     * such a cache stays, and what it cannot hold is an error. Must stay valid as long as the model. */
    void (*note)(void *arg, const char *text);
    void *arg;
    /* Names of optimisations to do without, with commas between: "streams,prefetch"; NULL: none. */
    const char *without;
    /* How kernels walk memory, as ts_device_tune takes it; NULL: as the device says. */
    const char *tuning;
    /* NULL, or a model that is closed after this one, with the same weights: those are used, and
     * none loaded, but where `without` is about how weights lie in memory. */
    const ts_model *share;
} ts_model_options;

/* An optimisation of a decode step that can be switched off, so that its worth can be measured inside the
 * whole model: tokens stay the same, only speed changes. */
typedef struct ts_ablation {
    const char *name; /* "prefetch" */
    const char *what; /* how it is without, in a few words: "rows are not prefetched" */
} ts_ablation;

/* NULL past the end. */
const ts_ablation *ts_ablation_at(size_t i);
/* Whether the device, or the kernels for it, have it: there is something to switch off. */
bool ts_ablation_applies(const ts_ablation *a, const ts_device *device);
/* Are these names, with commas between, all of optimisations ("" is none)? -1 with *err naming the one that was
 * meant, or all, where there is no such name. Whether they apply is seen when a model is opened. */
int ts_ablation_names(const char *names, ts_error *err);

typedef struct ts_class { /* of launches, for profiles */
    const char *name;     /* "gate, up, silu" */
    bool
        streams; /* they move weights or the cache of keys and values; others find their data in caches,
                     and reading memory is no bound on them */
} ts_class;

enum { TS_MAX_CLASSES = 16 };

typedef struct ts_model_info {
    char name[128];    /* last part of the model's name */
    char folder[4096]; /* where tokenizer and configuration lie; "" for synthetic weights */
    uint32_t vocab;    /* rows of the output, padding included */
    uint32_t ctx, layers;
    uint32_t max_ctx; /* positions that the model allows */
    uint32_t chunk;   /* tokens of a prompt that are taken at once, at most; 1: token by token */
    uint32_t chunk_least; /* and at least: what is left over of fewer goes token by token */
    uint32_t
        batch; /* sequences whose step reads the weights once (batch.h), at most; 1: each its own */
    bool batch_as_lone; /* their bits are those of steps of their own (sequence.h) */
    ts_dtype dtype, kv; /* of most matrices; of a new sequence's KV cache */
    uint64_t params, weight_bytes;
    uint64_t sequence_bytes; /* that each sequence takes beside the weights */
    uint64_t total_bytes;    /* planned, with one sequence */
    uint64_t token_bytes;    /* read for a token at an empty context */
    uint64_t output_bytes;   /* of those, only where logits are wanted: final norm, output matrix */
    uint64_t position_bytes; /* and this much more per cached position */
    uint64_t
        chunk_bytes; /* read for a chunk, whatever its tokens: matrices, norms and biases of the layers */
    uint64_t row_bytes; /* and this much more for each of its tokens: a row of the embedding */
    /* Operations of matrix products (a multiply-add counts two): up to the output, of the output; of
     * attention for each position in the cache, its own included. */
    uint64_t layer_flops, output_flops, position_flops;
    size_t launches;       /* of one token */
    size_t chunk_launches; /* of a chunk of a prompt, its output included */
    const ts_class *class; /* of its launches; names are unique */
    int classes;
} ts_model_info;

/* What is known before anything of weight is read: name, folder, vocab, ctx, max_ctx, chunk and layers as
 * they will be after opening with these options; the rest is zero. 0, or -1 with *err filled. */
int ts_model_peek(const ts_model_options *o, ts_model_info *info, ts_error *err);
/* NULL with *err filled. */
ts_model *ts_model_open(const ts_model_options *o, ts_error *err);
/* After all its sequences. NULL is fine. */
void ts_model_close(ts_model *m);
const ts_model_info *ts_model_describe(const ts_model *m);
ts_device *ts_model_device(const ts_model *m);
/* The largest block of weights in one piece, for measuring what reading it costs at best. */
const void *ts_model_largest(const ts_model *m, size_t *bytes);

#pragma GCC visibility pop

#endif
