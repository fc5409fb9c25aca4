/* transfer_int.h - a file on its way into a store: everything is read and checked here before the first
 * row is written. */
#ifndef TESSERA_STORE_TRANSFER_INT_H
#define TESSERA_STORE_TRANSFER_INT_H

#include <jansson.h>
#include <stdio.h>

#include "store/store.h"

enum {
    TS_IMPORT_BYTES = 256 << 20, /* of a file; a result with a hundred samples takes some 5 KB */
    TS_IMPORT_CELLS = 96,        /* of a line of CSV; what tessera exports has some 80 */
};

typedef struct ts_import {
    ts_ledger *store;
    const char *path, *source, *url; /* source and url may be NULL */
    const char *text;                /* of the file, 0 behind it, no BOM */
    size_t bytes;
    char digest[65]; /* of the file, where it was asked for */
    ts_error *err;
} ts_import;

/* "FILE:LINE: ..." where line is not 0; always -1. */
int ts_import_fail(ts_import *in, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
#ifdef __clang_analyzer__ /* as with ts_fail */
#define ts_import_fail(...) ((ts_import_fail)(__VA_ARGS__), -1)
#endif
/* Takes what the SELECT of that name makes of a row (formats.sql). */
int ts_import_object(ts_import *in, size_t line, const char *format, const json_t *row);

/* ---- kinds of files ---- */

/* Documents and lines of JSON: our own and llama-bench's. */
int ts_import_json(ts_import *in);
/* Tables of others. */
int ts_import_csv(ts_import *in);

/* ---- CSV ---- */

typedef struct ts_csv {
    char *at;    /* what is left; cells are cut out of it in place */
    size_t line; /* of the row last read */
    size_t next; /* of the row to come */
    char *cell[TS_IMPORT_CELLS];
    size_t cells;
} ts_csv;

/* A row's cells by its head's, those that are not empty. */
json_t *ts_csv_object(const ts_csv *head, const ts_csv *row);
/* The next row that is not empty: 1, 0 at the end, -1 for a row that is no CSV, with *what saying why. */
int ts_csv_row(ts_csv *c, const char **what);

#endif
