/* stores.h - which store of results a command reads that was told none.
 *
 *     --store FILE
 *     $TESSERA_STORE
 *     $XDG_DATA_HOME/tessera/results.db, else ~/.local/share/tessera/results.db     tessera bench, compare
 *     bench/results.db beside this program: build/bench/results.db                  make bench
 *
 * The last one only where there is none of this user yet. What writes knows the first three alone.
 */
#ifndef TESSERA_TOOL_STORES_H
#define TESSERA_TOOL_STORES_H

#include <stdbool.h>
#include <stddef.h>

#include "tessera/error.h"

/* Fills path with the store to read, whether or not it is there. given: of --store, or NULL. 0, or -1
 * with *err filled. */
int ts_tool_store(const char *given, char *path, size_t cap, ts_error *err);
/* The store of `make bench`, if it is there and not `used`; else NULL. `to` holds its path. */
const char *ts_tool_other_store(const char *used, char *to, size_t cap);

#endif
