/* sequence.h - tokens that a model (model.h) has read and written, and what comes after the last.
 *
 * Tokens are fed one after the other; each costs one replay of a recorded step, in which position, length
 * and token are cells in device memory. Several at once are taken a chunk at a time (ts_model_info.chunk),
 * which costs one replay a chunk and reads the weights once for it. All memory of a sequence is taken
 * when it is made; feeding allocates nothing, but see ts_sequence_prepare. Several on one model share its
 * weights and may be fed in any order, from one thread; batch.h has steps of several at once.
 */
#ifndef TESSERA_SEQUENCE_H
#define TESSERA_SEQUENCE_H

#include "tessera/model.h"

#pragma GCC visibility push(default)

typedef struct ts_sequence ts_sequence;

/* Empty. The model must outlive it. NULL with *err filled: no memory for its cache, say. */
ts_sequence *ts_sequence_new(ts_model *m, ts_error *err);
/* The same on a model of its own, which goes with it. */
ts_sequence *ts_sequence_open(const ts_model_options *o, ts_error *err);
void ts_sequence_close(ts_sequence *s); /* NULL is fine */
ts_model *ts_sequence_model(const ts_sequence *s);
const ts_model_info *ts_sequence_describe(const ts_sequence *s); /* its model */
/* Of its cache: may change where nobody asked for one (see ts_model_options.note). */
ts_dtype ts_sequence_kv(const ts_sequence *s);

/* Ids from `valid` on (padding of the vocabulary) are never the greedy choice. At first: vocab. */
int ts_sequence_limit(ts_sequence *s, uint32_t valid, ts_error *err);

/* Makes ready for more than one token at a time, which the first such feeding does otherwise: its kernels are
 * compiled, seconds where they were never before. */
int ts_sequence_prepare(ts_sequence *s, ts_error *err);

/* Appends n tokens; afterwards logits and greedy choice are those after the last.
 * Fails, changing nothing, when they do not fit in ctx or an id is no row of the vocabulary. May return
 * while the device still works: whether the logits are numbers is known to who asks for them. */
int ts_sequence_feed(ts_sequence *s, const int32_t *id, size_t n, ts_error *err);
/* The same, with the greedy choice after each of the n, as asked for there: choice[i] is what ts_sequence_greedy would
 * say had the tokens ended with id[i]. On failure some have been appended. */
int ts_sequence_choices(ts_sequence *s, const int32_t *id, size_t n, int32_t *choice,
                        ts_error *err);
/* ts_sequence_feed without an output: logits and choice are undefined until the next token. Waits for the device. */
int ts_sequence_read(ts_sequence *s, const int32_t *id, size_t n, ts_error *err);
/* Appends the greedy choice itself: the token stays on the device. */
int ts_sequence_advance(ts_sequence *s, ts_error *err);
uint32_t ts_sequence_position(const ts_sequence *s); /* tokens in it */
/* Back to an earlier position; 0 forgets all. Logits are undefined until the next token. */
void ts_sequence_rewind(ts_sequence *s, uint32_t position);

/* For measuring long contexts: position `n` with random keys and values in the cache, as if n tokens
 * had been fed, and token 0 to come. */
int ts_sequence_pretend(ts_sequence *s, uint32_t n, ts_error *err);

/* The logits after the last token, vocab floats; the id of the largest below `valid`, the lowest among
 * equal ones. Both fail where that largest one is NaN or infinite (NaN counts as the largest, so one
 * that is NaN is enough), with *err naming the first layer that made something which is not finite, and
 * why: weights, the cache's dtype, or neither. Bad keys and values stay in the cache; ts_sequence_rewind to
 * before them goes back to what is sound. A cache in f16 that was not asked for is replaced (see note),
 * which takes as long as compiling and feeding the sequence again. They fail, too, once a file of
 * the weights was cut or could not be read while it was in use. */
int ts_sequence_logits(ts_sequence *s, float *logits, ts_error *err);
int ts_sequence_greedy(ts_sequence *s, int32_t *id, ts_error *err);

typedef struct ts_timed { /* a launch of a decode step */
    const char *kernel;
    int class;      /* of ts_model_info */
    uint64_t bytes; /* that it reads */
    double seconds; /* timed alone */
} ts_timed;

/* Each launch of a decode step at the present position; as many as ts_model_info says. Does not change the
 * sequence. */
int ts_sequence_profile(ts_sequence *s, ts_timed *launch, ts_error *err);

#pragma GCC visibility pop

#endif
