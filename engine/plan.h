/* plan.h - how much memory a model takes and how much a token reads, before anything is loaded.
 *
 * Nothing is estimated: each buffer that will be made is counted, and each tensor that a launch reads.
 * Reads per token are those of weights: matrices, norms and biases whole, of the embedding a row; and of the
 * KV cache so far. All sums are checked; a plan that would wrap is refused.
 */
#ifndef TESSERA_ENGINE_PLAN_H
#define TESSERA_ENGINE_PLAN_H

#include "engine/calls.h"

typedef struct ts_budget {
    uint64_t embed, layers, output; /* weight bytes: before the layers, in them, behind */
    uint64_t weights;               /* their sum */
    uint64_t kv, workspace;
    uint64_t activations,
        copies;     /* of the workspace: of each sequence; tables, joined and widened weights */
    uint64_t total; /* weights + kv + workspace */
    uint64_t token_bytes;        /* read for one token at an empty context */
    uint64_t token_layers_bytes; /* of which layers alone: the count that leaves out the output */
    uint64_t output_bytes;       /* and the output alone */
    uint64_t position_bytes;     /* and this much more per position already in the cache */
    uint64_t chunk_bytes, row_bytes;                    /* as in ts_model_info */
    uint64_t layer_flops, output_flops, position_flops; /* as in ts_model_info */
    uint64_t params;
    uint32_t ctx;
    ts_dtype dtype, kv_dtype;
    bool tied, mapped;
} ts_budget;

/* mapped: the weights are a file's pages, which the kernel may drop and read again. */
int ts_budget_make(ts_budget *p, const ts_calls *c, bool mapped, ts_error *err);

/* Several lines for a person, each ended by a newline; as snprintf. */
int ts_budget_text(const ts_budget *p, char *out, size_t cap);

/* 0, or -1 with what is missing and what to do about it. */
int ts_budget_fits(const ts_budget *p, uint64_t available, ts_error *err);

#endif
