/* folder.h - files that appear in a folder all at once, or not at all.
 *
 * They are written beside the folder's own files under other names, and renamed when all of them are on
 * the disk: a full disk or a kill leaves whole pages, old or new.
 */
#ifndef TESSERA_REPORT_FOLDER_H
#define TESSERA_REPORT_FOLDER_H

#include <limits.h>
#include <stddef.h>
#include <stdio.h>

#include "tessera/error.h"

typedef struct ts_folder {
    char path[PATH_MAX];        /* which need not be a report's */
    char (*name)[NAME_MAX + 1]; /* of its files */
    size_t n;
    FILE *open; /* the file being written */
} ts_folder;

/* The folder of a report at path, which is made with its parents where it is missing. One with files that are no report
 * is refused. To be ended also after a failure. */
int ts_folder_begin(ts_folder *f, const char *path, ts_error *err);
/* Where the text of the next file goes, to be closed by ts_folder_close; NULL with *err filled. */
FILE *ts_folder_open(ts_folder *f, const char *name, ts_error *err);
int ts_folder_close(ts_folder *f, ts_error *err);
/* Gives all files their names. The last of a report must be index.html. */
int ts_folder_publish(ts_folder *f, ts_error *err);
/* What was not published is gone. */
void ts_folder_end(ts_folder *f);

#endif
