/* engine.h - run a whole model: open it on a device, feed it tokens, read logits or the next token.
 *
 * An engine holds one sequence. Tokens are fed one after the other; each costs one replay of a
 * recorded step, in which position, length and token are cells in device memory. Every operation on
 * the device is a Tessera kernel of the suite r1_distill: the plain ones on a CPU, the fused ones
 * (norm_...) on devices of threads.
 *
 * Memory is planned before anything is loaded, and all of it is taken at opening; feeding a token
 * allocates nothing. Weights stay in the dtype of their file, each kind of matrix in its own, and are
 * used in place where the device can see the host's memory; devices of threads get q, k and v copied
 * into one buffer a layer.
 */
#ifndef TESSERA_ENGINE_H
#define TESSERA_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tessera/compile.h"
#include "tessera/device.h"
#include "tessera/tile.h"

#pragma GCC visibility push(default)

typedef struct ts_engine ts_engine;

typedef struct ts_engine_options {
    const char
        *model; /* a folder, an id in the Hugging Face cache, synthetic:PRESET[:DTYPE[:SEED]] */
    const char *device; /* as ts_device_open; NULL: "cpu" */
    int threads;        /* 0: the right default */
    uint32_t ctx;       /* positions; 0: the smaller of 4096 and the model's own limit */
    ts_dtype kv;        /* of the KV cache: TS_f32, TS_f16 or TS_bf16; TS_NDTYPE: f32 for a model in
                           f32, else f16 and, where that cannot hold what the model makes, bf16 */
    /* Called before memory is taken, with the plan as text; may be NULL. */
    void (*plan)(void *arg, const char *text);
    /* Called while weights are made or read; may be NULL. */
    void (*progress)(void *arg, const char *what, uint64_t done, uint64_t total);
    /* Called when something long begins that cannot say how far it is ("compiling kernels"); may be NULL. */
    void (*begins)(void *arg, const char *what);
    /* Called when something turns out not to be as it was begun, with one line: that weights are
     * stored which are not used, or that the cache in f16 that nobody asked for became one in bf16. NULL:
     * such a cache stays, and what it cannot hold is an error. Must stay valid as long as the engine. */
    void (*note)(void *arg, const char *text);
    void *arg;
    unsigned without; /* bits of ts_ablation: optimisations to do without; 0: none */
    /* NULL, or an engine that is closed after this one, with the same model: its weights are used, and
     * none loaded, but where `without` is about how weights lie in memory. */
    const ts_engine *share;
} ts_engine_options;

/* An optimisation of a decode step that can be switched off, so that its worth can be measured inside the
 * whole model: tokens stay the same, only speed changes. */
typedef struct ts_ablation {
    unsigned bit;
    const char *name; /* "prefetch" */
    const char *what; /* how it is without, in a few words: "rows are not prefetched" */
} ts_ablation;

/* NULL past the end. */
const ts_ablation *ts_ablation_at(size_t i);
/* Whether the device, or the kernels for it, have it: there is something to switch off. */
bool ts_ablation_applies(const ts_ablation *a, const ts_device *device);
/* The bits of names with commas between, "streams,prefetch"; "" for none. -1 with *err naming the
 * one that was meant, or all, where there is no such name. Whether they apply is seen when an engine is opened. */
int ts_ablation_find(const char *names, unsigned *bits, ts_error *err);

typedef struct ts_engine_info {
    char name[128];    /* last part of the model's name */
    char folder[4096]; /* where tokenizer and configuration lie; "" for synthetic weights */
    uint32_t vocab;    /* rows of the output, padding included */
    uint32_t ctx, layers;
    uint32_t max_ctx;   /* positions that the model allows */
    ts_dtype dtype, kv; /* of most matrices; of the KV cache */
    uint64_t params, weight_bytes;
    uint64_t token_bytes;    /* read for a token at an empty context */
    uint64_t position_bytes; /* and this much more per cached position */
    size_t launches;         /* of one token */
} ts_engine_info;

/* What is known before anything of weight is read: name, folder, vocab, ctx, max_ctx and layers as they will
 * be after opening with these options; the rest is zero. 0, or -1 with *err filled. */
int ts_engine_peek(const ts_engine_options *o, ts_engine_info *info, ts_error *err);
/* NULL with *err filled. */
ts_engine *ts_engine_open(const ts_engine_options *o, ts_error *err);
void ts_engine_close(ts_engine *e);
const ts_engine_info *ts_engine_describe(const ts_engine *e);
ts_device *ts_engine_device(ts_engine *e);
/* The shape that its kernels were built for. */
struct ts_shape;
void ts_engine_shape(const ts_engine *e, struct ts_shape *s);
/* The largest block of weights in one piece, for measuring what reading it costs at best. */
const void *ts_engine_largest(const ts_engine *e, size_t *bytes);

/* Ids from `valid` on (padding of the vocabulary) are never the greedy choice. At first: vocab. */
int ts_engine_limit(ts_engine *e, uint32_t valid, ts_error *err);

/* Appends n tokens to the sequence; afterwards logits and greedy choice are those after the last.
 * Fails, changing nothing, when they do not fit in ctx or an id is no row of the vocabulary. May return
 * while the device still works: whether the logits are numbers is known to who asks for them. */
int ts_engine_feed(ts_engine *e, const int32_t *id, size_t n, ts_error *err);
/* Appends the greedy choice itself: the token stays on the device. */
int ts_engine_advance(ts_engine *e, ts_error *err);
uint32_t ts_engine_position(const ts_engine *e); /* tokens in the sequence */
/* Back to an earlier position; 0 forgets the sequence. Logits are undefined until the next token. */
void ts_engine_rewind(ts_engine *e, uint32_t position);

/* For measuring long contexts: position `n` with random keys and values in the cache, as if n tokens
 * had been fed, and token 0 to come. */
int ts_engine_pretend(ts_engine *e, uint32_t n, ts_error *err);

/* The logits after the last token, vocab floats; the id of the largest below `valid`, the lowest among
 * equal ones. Both fail where that largest one is NaN or infinite (NaN counts as the largest, so one
 * that is NaN is enough), with *err naming the first layer that made something which is not finite, and
 * why: weights, the cache's dtype, or neither. Bad keys and values stay in the cache; ts_engine_rewind to
 * before them goes back to what is sound. A cache in f16 that was not asked for is replaced (see note),
 * which takes as long as opening and feeding the sequence again. They fail, too, once a file of
 * the weights was cut or could not be read while it was in use. */
int ts_engine_logits(ts_engine *e, float *logits, ts_error *err);
int ts_engine_greedy(ts_engine *e, int32_t *id, ts_error *err);

/* Seconds that each launch of a decode step takes at the present position, each timed alone; names
 * and bytes read beside it. n launches as ts_engine_info says. Does not change the sequence. */
int ts_engine_profile(ts_engine *e, double *seconds, const char **kernel, uint64_t *bytes,
                      ts_error *err);

#pragma GCC visibility pop

#endif
