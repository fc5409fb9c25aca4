/* mapped.h - maps of files that may be cut, or fail to be read, while they are in use.
 *
 * Touching a page of a map that its file no longer has raises SIGBUS, in whatever thread it was. For maps
 * that are known here, a handler puts zeros in the place of what is missing and notes it, so whoever reads
 * goes on, and whoever asks learns that what was read is worth nothing. Other addresses go to the handler
 * that was there before, or end the process as ever. A handler that the host installs later replaces
 * this one until the next file is mapped. */
#ifndef TESSERA_ENGINE_MAPPED_H
#define TESSERA_ENGINE_MAPPED_H

#include <stdbool.h>
#include <stddef.h>

/* A slot, or -1 where there are too many (a cut file then ends the process as ever). */
int ts_mapped_add(const void *at, size_t bytes);
void ts_mapped_remove(int slot); /* -1: nothing */
/* Whether something of it could not be read. */
bool ts_mapped_lost(int slot);

#endif
