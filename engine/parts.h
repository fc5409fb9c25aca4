/* parts.h - what a model folder holds beside its weights, opened and checked in one place.
 *
 * Whoever runs a model and whoever only asks whether it could be run call the same function, so
 * that the two cannot come to different answers. ts_views_open (weights.h) is the other half.
 */
#ifndef TESSERA_ENGINE_PARTS_H
#define TESSERA_ENGINE_PARTS_H

#include "engine/config.h"
#include "engine/generation.h"
#include "engine/tokenizer.h"

typedef struct ts_parts {
    ts_config config;
    ts_generation generation;
    ts_tokenizer *tokenizer; /* none of its ids is beyond the rows of the model's vocabulary */
} ts_parts;

/* Told of every part that is refused: the file it is about, and one line that names it again. */
typedef void ts_parts_found(void *arg, const char *file, const char *text);

/* Opens config.json, generation_config.json, tokenizer.json and tokenizer_config.json of the
 * folder. With `found`, goes on behind a fault to find the others. 0, or -1 with the first fault in
 * *err; then *p holds nothing to be closed, and p->config is filled if it was read. */
int ts_parts_open(ts_parts *p, const char *dir, ts_parts_found *found, void *arg, ts_error *err);
void ts_parts_close(ts_parts *p); /* also when it is zeroed or was closed */

#endif
