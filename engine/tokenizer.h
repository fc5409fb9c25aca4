/* tokenizer.h - text to token ids and back, exactly as the Hugging Face reference does it.
 *
 * Byte-level BPE from a model folder: tokenizer.json, and, where they are there,
 * tokenizer_config.json (BOS) and generation_config.json (EOS). What the reference would
 * do otherwise than we can (another model type, an unknown pre-tokenizer) is refused at
 * opening. An open tokenizer does not change: threads may share it.
 */
#ifndef TESSERA_ENGINE_TOKENIZER_H
#define TESSERA_ENGINE_TOKENIZER_H

#include "tessera/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ts_tokenizer ts_tokenizer;

/* Opens the tokenizer of the model in folder `dir`; NULL and *err when that fails. */
ts_tokenizer *ts_tokenizer_open(const char *dir, ts_error *err);
void ts_tokenizer_close(ts_tokenizer *t); /* NULL is fine */

enum {
    /* Put the BOS token in front, if this model wants one (tokenizer_config's add_bos_token,
     * else the template in tokenizer.json): never more than one, but a BOS that the text spells
     * stays too. So do not ask for it with a prompt that a chat template made. */
    TS_TOK_BOS = 1,
    /* Text that spells an added token, such as <think>, becomes that token. Without it no text
     * can: use it for what the program wrote, not for what a stranger wrote. */
    TS_TOK_SPECIAL = 2,
};

/* Encodes `len` bytes of UTF-8, NUL included. *ids is new, to be freed, and holds *n ids; it is
 * NULL when *n is 0. Returns 0, or -1 and *err. */
int ts_tokenizer_encode(const ts_tokenizer *t, const char *text, size_t len, unsigned flags,
                        int32_t **ids, size_t *n, ts_error *err);

int32_t ts_tokenizer_bos(const ts_tokenizer *t);                   /* -1: the model has none */
bool ts_tokenizer_adds_bos(const ts_tokenizer *t);                 /* what TS_TOK_BOS does here */
const int32_t *ts_tokenizer_eos(const ts_tokenizer *t, size_t *n); /* any of them ends the text */
bool ts_tokenizer_is_eos(const ts_tokenizer *t, int32_t id);

/* One more than the largest id. Rows of the model's vocabulary from here on are padding: they
 * have no piece and must never be sampled. */
size_t ts_tokenizer_size(const ts_tokenizer *t);

/* The bytes that `id` stands for, not terminated, perhaps a part of a character; *len is their
 * number. NULL when no token has this id. */
const char *ts_tokenizer_piece(const ts_tokenizer *t, int32_t id, size_t *len);

bool ts_tokenizer_is_special(const ts_tokenizer *t, int32_t id);

/* Turns ids into text as they come. What all pushes and the flush put out, joined, is what the
 * reference makes of all ids at once: bytes that are no UTF-8 become U+FFFD, one for each
 * longest beginning of a character. Every part put out is whole UTF-8. */
typedef struct ts_detok {
    const ts_tokenizer *t;
    bool skip_special;
    unsigned char held[4]; /* a character not yet complete */
    size_t n_held;
} ts_detok;

void ts_detok_init(ts_detok *d, const ts_tokenizer *t, bool skip_special);

/* The most bytes that the next push of `id`, or a flush, may put out. */
size_t ts_detok_bound(const ts_detok *d, int32_t id);

/* Writes the text that `id` completes to out[0..cap) and returns its length, perhaps 0. Returns -1,
 * changing nothing, when `cap` is below ts_detok_bound or no token has this id. No NUL is added. */
ptrdiff_t ts_detok_push(ts_detok *d, int32_t id, char *out, size_t cap);

/* Puts out U+FFFD for a character that was never completed, and starts anew. */
ptrdiff_t ts_detok_flush(ts_detok *d, char *out, size_t cap);

#endif
