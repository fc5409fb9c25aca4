/* plan.h - how much memory a model takes and how much a token reads, before anything is loaded.
 *
 * All sums are checked; a plan that would wrap is refused. Reads per token count every matrix once
 * (layers and output matrix), one embedding row, norms and biases, and the whole KV cache so far.
 */
#ifndef TESSERA_ENGINE_PLAN_H
#define TESSERA_ENGINE_PLAN_H

#include "engine/weights.h"

typedef struct ts_budget {
    uint64_t embed, layers, lm_head, small; /* weight bytes; small: norms and biases */
    uint64_t weights;                       /* their sum */
    uint64_t kv, workspace;
    uint64_t total;              /* weights + kv + workspace */
    uint64_t token_bytes;        /* read for one token at an empty context */
    uint64_t token_layers_bytes; /* of which layers alone: the count that leaves out the output */
    uint64_t position_bytes;     /* and this much more per position already in the cache */
    uint64_t params;
    uint32_t ctx;
    ts_dtype dtype, kv_dtype;
    bool tied, mapped;
} ts_budget;

/* mapped: the weights are a file's pages, which the kernel may drop and read again.
 * batch: positions computed at once in prefill (for the workspace). */
int ts_budget_make(ts_budget *p, const ts_config *c, ts_dtype dtype, ts_dtype kv_dtype,
                   uint32_t ctx, uint32_t batch, bool mapped, ts_error *err);

/* Puts what the weights really take in the place of what one dtype would; the rest as before. */
void ts_budget_weights(ts_budget *p, const ts_qwen2_weights *w);

/* Several lines for a person, each ended by a newline; as snprintf. */
int ts_budget_text(const ts_budget *p, char *out, size_t cap);

/* Bytes this process may still take: MemAvailable, every cgroup limit above it and its own limit of
 * addresses. UINT64_MAX where the system does not say. `root` stands before /proc and /sys; "" but in tests. */
uint64_t ts_memory_available(const char *root);

/* 0, or -1 with what is missing and what to do about it. */
int ts_budget_fits(const ts_budget *p, uint64_t available, ts_error *err);

#endif
