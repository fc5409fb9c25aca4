/* sampler.h - from logits to one token, the way transformers' generate does it.
 *
 * In this order: repetition penalty, temperature, top-k, top-p, min-p, then a draw. Temperature 0 is
 * greedy (lowest id among ties). Same seed, same tokens, on every machine that has the same logits.
 */
#ifndef TESSERA_ENGINE_SAMPLER_H
#define TESSERA_ENGINE_SAMPLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tessera/error.h"

typedef struct ts_sampling {
    double temperature;        /* 0: greedy */
    int top_k;                 /* 0: off */
    double top_p, min_p;       /* 1 and 0: off */
    double repetition_penalty; /* 1: off; for every token of the prompt and of the answer */
    uint64_t seed;
} ts_sampling;

typedef struct ts_sampler ts_sampler;

/* valid: ids from there on are never drawn. NULL with *err filled. */
ts_sampler *ts_sampler_new(const ts_sampling *how, uint32_t valid, ts_error *err);
void ts_sampler_free(ts_sampler *s);
/* True if the engine's own greedy choice is what this sampler would draw. */
bool ts_sampler_is_greedy(const ts_sampler *s);
void ts_sampler_saw(ts_sampler *s, int32_t id); /* a token that the penalty counts */
/* Draws from `valid` logits, which it overwrites. NaN counts as -infinity. */
int32_t ts_sampler_draw(ts_sampler *s, float *logits);

#endif
