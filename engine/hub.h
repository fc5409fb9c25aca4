/* hub.h - from what a person calls a model to the folder that holds it.
 *
 * A name is an existing folder, or ORG/NAME[@REVISION] in the local Hugging Face cache.
 * Nothing is ever downloaded, and no name can lead out of the cache folder.
 */
#ifndef TESSERA_ENGINE_HUB_H
#define TESSERA_ENGINE_HUB_H

#include <stddef.h>

#include "tessera/error.h"

/* Writes the folder into dir[cap]. The model's files are not opened. 0, or -1 with *err filled. */
int ts_model_resolve(const char *id, char *dir, size_t cap, ts_error *err);

/* The cache folder that the environment names. 0, or -1 where there is not even a home folder. */
int ts_hub_root(char *root, size_t cap, ts_error *err);

#endif
