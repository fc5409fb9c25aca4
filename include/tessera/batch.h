/* batch.h - a step of several sequences (sequence.h) of one model, which reads the weights once for all.
 *
 *     ts_batch_new        room for what the sequences of a step share
 *     ts_batch_feed       a token to each of these sequences; or each its own greedy choice
 *     ts_sequence_...     what comes after it, sequence by sequence, as after a step of its own
 *
 * A sequence gets the bits that it gets alone: tokens, logits and cache do not depend on who else is in the step.
 * So sequences may come and go between steps, each at a position of its own; one that is left out stays as it is.
 * Prompts are read by ts_sequence_feed, one sequence after the other.
 *
 * Where the model has no launches for several sequences (ts_model_info.batch is 1: devices of threads), and for
 * those whose cache has another dtype than the first one's, sequences take their steps one after the other.
 */
#ifndef TESSERA_BATCH_H
#define TESSERA_BATCH_H

#include "tessera/sequence.h"

#pragma GCC visibility push(default)

enum { TS_BATCH_MOST = 16 }; /* sequences of a step */

typedef struct ts_batch ts_batch;

/* NULL with *err filled: no memory, or the kernels do not compile, which takes seconds where they never were. The
 * model must outlive it. It takes activations of TS_BATCH_MOST sequences, beside what each has itself. */
ts_batch *ts_batch_new(ts_model *m, ts_error *err);
/* NULL is fine. Its sequences may be closed before it or after it. */
void ts_batch_close(ts_batch *b);

/* Appends id[i] to s[i], n of them: 1 to TS_BATCH_MOST, all different and of this model. Afterwards logits and
 * greedy choice of each are those after its last token. Fails, changing nothing, where one is full or an id is no
 * row of the vocabulary. May return while the device still works. Allocates where other sequences, or the same ones
 * in another order, were in the step before: a step is recorded for those that it has. */
int ts_batch_feed(ts_batch *b, ts_sequence *const *s, const int32_t *id, size_t n, ts_error *err);
/* The same with the greedy choice of each: tokens stay on the device. */
int ts_batch_advance(ts_batch *b, ts_sequence *const *s, size_t n, ts_error *err);

#pragma GCC visibility pop

#endif
