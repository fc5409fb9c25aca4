/* folder.h - files that appear in a folder all at once, or not at all.
 *
 * They are collected in memory, written beside the folder's own files under other names, and renamed
 * when all of them are on the disk: a full disk or a kill leaves whole pages, old or new.
 */
#ifndef TESSERA_REPORT_FOLDER_H
#define TESSERA_REPORT_FOLDER_H

#include <stddef.h>
#include <stdio.h>

#include "tessera/error.h"

typedef struct ts_file {
    char name[64];
    char *text;
    size_t bytes;
} ts_file;

typedef struct ts_folder {
    ts_file *file;
    size_t n;
    FILE *open; /* the file being written */
} ts_folder;

/* Where the text of the next file goes, to be closed by ts_folder_close; NULL with *err filled. */
FILE *ts_folder_open(ts_folder *f, const char *name, ts_error *err);
int ts_folder_close(ts_folder *f, ts_error *err);
/* Writes all files into the folder at path, which is made with its parents where it is missing. A folder with files that are
 * no report is refused. The last file must be index.html. */
int ts_folder_publish(const ts_folder *f, const char *path, ts_error *err);
void ts_folder_free(ts_folder *f);

#endif
