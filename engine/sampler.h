/* sampler.h - from logits to one token, the way transformers' generate does it.
 *
 * In this order: repetition penalty, temperature, top-k, top-p, min-p, then a draw. Temperature 0 is
 * greedy. Candidates are ranked by logit, equal ones by id, lower first: so ties at the edge of top-k
 * and top-p fall the same way everywhere (transformers keeps all that tie with the k-th).
 *
 * All in double, as distances from the largest logit, so that no temperature above 0 and no penalty
 * overflows: however cold, the likeliest tokens are drawn. Same seed, same tokens, on every machine that
 * has the same logits (but where a device has weighed them and a draw falls within 1e-6 of the edge between
 * two tokens). A draw takes time linear in the vocabulary, and nothing is sorted.
 */
#ifndef TESSERA_ENGINE_SAMPLER_H
#define TESSERA_ENGINE_SAMPLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tessera/session.h"

typedef struct ts_sampler ts_sampler;

/* valid: ids from there on are never drawn. NULL with *err filled, also for a `how` out of range. */
ts_sampler *ts_sampler_new(const ts_sampling *how, uint32_t valid, ts_error *err);
void ts_sampler_free(ts_sampler *s);
/* True if the engine's own greedy choice is what this sampler would draw. */
bool ts_sampler_is_greedy(const ts_sampler *s);
void ts_sampler_saw(ts_sampler *s, int32_t id); /* a token that the penalty counts */
/* Draws from `valid` logits. -1 where they say nothing: one is NaN or +infinity, or all are -infinity;
 * logits of ts_sequence_logits never are. A logit of -infinity beside others is never drawn. */
int32_t ts_sampler_draw(ts_sampler *s, const float *logits);

/* Logits on a device, which has summed them up by spans (kernel logit_shares, cold as ts_sampler_coldness). */
typedef struct ts_far_logits {
    size_t span; /* logits of one; the last may have fewer */
    const float *largest,
        *share;   /* of each: m, and sum of e^((x - m) cold); no NaN, not +infinity */
    int32_t best; /* the greedy choice */
    float *room;  /* for all valid ones */
    /* Logits from there on: 0, or -1 with *err filled. */
    int (*get)(void *arg, size_t from, size_t n, float *to, ts_error *err);
    void *arg;
} ts_far_logits;

/* Whether spans say enough: a penalty changes single logits, the k likeliest lie in up to k spans, and greedy is
 * no draw. */
bool ts_sampler_draws_far(const ts_sampler *s, size_t span);
float ts_sampler_coldness(const ts_sampler *s); /* 1 / temperature, normal and finite */
/* As ts_sampler_draw, but only the logits that matter are fetched: of a few spans, or all. -1 with *err filled
 * where they could not be. */
int32_t ts_sampler_draw_far(ts_sampler *s, const ts_far_logits *far, ts_error *err);

#endif
