/* folder.h - reads small text files of a model folder, and words from files into messages.
 *
 * Files are not trusted: only regular files are opened (a pipe would hang), and none larger than
 * the caller's limit is read.
 */
#ifndef TESSERA_ENGINE_FOLDER_H
#define TESSERA_ENGINE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "tessera/error.h"

enum { TS_PATH_MAX = 4096 };

/* dir/name into path[TS_PATH_MAX]; -1 when it is too long. */
int ts_folder_path(char *path, const char *dir, const char *name, ts_error *err);

/* True when something of that name is there, be it a folder or a link to nothing: opening it then
 * says what is wrong, and a broken file is not taken for none. */
bool ts_folder_has(const char *dir, const char *name);

/* An open descriptor of a regular file and its size, or -1. */
int ts_file_open(const char *path, size_t *bytes, ts_error *err);

/* -1 with *err where the bytes are a pointer of Git LFS, which stands in the place of a file that
 * was not fetched; 0 for anything else. */
int ts_refuse_pointer(const char *text, size_t bytes, const char *where, ts_error *err);

/* The whole text file, ended by a NUL that *bytes does not count; the caller frees it. A byte order
 * mark in front, as some editors leave it, is left out. */
char *ts_file_read(const char *path, size_t limit, size_t *bytes, ts_error *err);

/* Text from a file made fit for a message: at most 60 bytes, no control characters, and '?' for
 * what is not printable. Long text loses its end; ts_show_path loses the start of long paths. */
typedef struct ts_shown {
    char text[256];
} ts_shown;

ts_shown ts_show(const char *text, size_t bytes);
ts_shown ts_show_path(const char *path);

#endif
