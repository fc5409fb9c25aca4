/* batch.h - a step of several sequences (sequence.h) of one model, which reads the weights once for all.
 *
 *     ts_batch_new        room for what the sequences of a step share
 *     ts_batch_feed       a token to each of these sequences; or each its own greedy choice
 *     ts_sequence_...     what comes after it, sequence by sequence, as after a step of its own
 *
 * Tokens, logits and cache of a sequence do not depend on who else is in its steps: it has the bits that it has in a
 * batch of its own. So sequences may come and go between steps, each at a position of its own; one that is left out
 * stays as it is. These are the bits of steps without a batch (ts_sequence_advance), too, where
 * ts_model_info.batch_as_lone says so: everywhere but on CPUs with a matrix unit, whose products for a batch add up in
 * another order than a lone token's, so that both agree up to rounding.
 * Prompts are read by ts_sequence_feed, one sequence after the other.
 *
 * Where the model has no launches for several sequences (ts_model_info.batch is 1: devices of threads), sequences take
 * their steps one after the other. Those whose caches have different dtypes take different steps.
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
