/* cache.h - compiled modules on disk, shared between processes, found again by content.
 *
 * Folder: $TESSERA_CACHE, else $XDG_CACHE_HOME/tessera, else ~/.cache/tessera; in it cpu-<version>.
 * A folder that is not ours, or that others may write, is not used. Where no folder can be used (read
 * only, full, mounted noexec) the module is built in a private temporary folder and still loads; one line
 * on stderr says so, once in a process.
 */
#ifndef TESSERA_RT_CACHE_H
#define TESSERA_RT_CACHE_H

#include <stddef.h>
#include <stdint.h>

#include "tessera/error.h"

enum { TS_CACHE_KEY = 65 };                  /* 64 hex digits and the end */
enum { TS_CACHE_BYTES = 256 * 1024 * 1024 }; /* bound on the folder; least recently used go first */

/* Makes the file at path; called at most three times for one load. */
typedef int ts_cache_build(void *ctx, const char *path, ts_error *err);

/* The shared object for key, from the cache or built now; a dlopen handle, NULL with *err filled. */
void *ts_cache_load(const char *key, ts_cache_build *build, void *ctx, ts_error *err);

/* The same for a file that is read, not linked: its bytes with a 0 behind them, to be freed by the
 * caller; NULL with *err filled. */
char *ts_cache_file(const char *key, ts_cache_build *build, void *ctx, size_t *bytes,
                    ts_error *err);

/* Opens the folder that things are kept in and writes its path; -1 with *why filled where there is none to be
 * trusted. To be closed by the caller. */
int ts_cache_folder(char *path, size_t cap, ts_error *why);

/* Key of the n parts, each with its length, so that ("ab", "c") and ("a", "bc") differ. */
void ts_cache_key(const char *const *part, const size_t *bytes, size_t n, char key[TS_CACHE_KEY]);

/* Deletes the least recently used modules of the open folder until at most `limit` bytes remain, and
 * what interrupted writers left an hour ago. */
void ts_cache_trim(int folder, uint64_t limit);

#endif
