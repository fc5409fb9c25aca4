/* store.h - results of measurements in one SQLite file: appended, read, merged; never changed.
 *
 *     run ──< result ──< sample        fields.def says what the columns of run and result are
 *
 * A run is one command; a result one line of its output; a sample one raw measurement behind it.
 *
 * Safety: the file is in WAL mode and every call that writes is one transaction, durable when it
 * returns; a process killed at any moment loses at most the result it was measuring. A full disk or a
 * damaged file is an error with the remedy in it and leaves the file as it was. A file that is no store,
 * or of a later version, is refused and not touched. Several processes may use one store at a time, a ledger one thread.
 * Every row has a digest that is compared when it is read: it is what was written, or an error.
 *
 * Text fields may be NULL, numbers NAN: both are NULL in the file.
 */
#ifndef TESSERA_STORE_STORE_H
#define TESSERA_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "tessera/error.h"

#define T(name, meaning) const char *name;
#define R(name, meaning) double name;
typedef struct ts_run_info {
#define TS_RUN_FIELDS
#include "store/fields.def"
#undef TS_RUN_FIELDS
} ts_run_info;

typedef struct ts_result {
#define TS_RESULT_FIELDS
#include "store/fields.def"
#undef TS_RESULT_FIELDS
} ts_result;

typedef struct ts_sample { /* raw */
#define TS_SAMPLE_FIELDS
#include "store/fields.def"
#undef TS_SAMPLE_FIELDS
} ts_sample;
#undef T
#undef R

/* All text NULL and all numbers NAN. */
ts_run_info ts_run_blank(void);
ts_result ts_result_blank(void);

/* ---- columns: fields.def as tables to walk ---- */

typedef struct ts_value { /* neither: NULL */
    const char *text;
    double number; /* NAN: none */
    bool whole;    /* an integer: a count or a truth */
} ts_value;

typedef struct ts_column {
    const char *name, *meaning;
    size_t offset; /* in ts_run_info, ts_result or ts_sample */
    bool text;
} ts_column;

/* Each ends with a row whose name is NULL. */
extern const ts_column ts_run_columns[], ts_result_columns[], ts_sample_columns[];

/* row: of the columns' struct */
ts_value ts_column_get(const ts_column *c, const void *row);
void ts_column_set(const ts_column *c, void *row, ts_value x);

/* Members of a JSON object: what is known, numbers so that they read back as the same double, always printed in the
 * same way; first: no comma before them. */
void ts_json_row(FILE *f, const ts_column *columns, const void *row, bool first);

/* "[[value,read_gbps,steal,foreign,kept],...]", to be freed; NULL without memory. */
char *ts_json_samples(const ts_sample *sample, size_t n);

/* Shortest decimal text that reads back as the same double; "" for NAN. Needs 32 bytes. */
const char *ts_number_text(double x, char text[32]);

/* ---- text and memory ---- */

/* Text or NULL; both NULL are the same. */
bool ts_same(const char *a, const char *b);

/* Zeroed memory for n elements that lives until ts_memory_free(*memory), which is NULL at first; NULL: there
 * is none. */
void *ts_memory_take(void **memory, size_t n, size_t each);
void ts_memory_free(void *memory);
/* A copy there; NULL for NULL or without memory. */
const char *ts_text_keep(void **memory, const char *text);
/* Room for one more behind n elements, which doubles; false without memory. */
bool ts_grow(void **array, size_t n, size_t size);

/* Makes the folders that stand in front of the last slash of a path, where they are missing. */
int ts_folders_make(const char *path, const char *remedy, ts_error *err);

typedef struct ts_ledger ts_ledger;

/* $TESSERA_STORE, else $XDG_DATA_HOME/tessera/results.db, else ~/.local/share/tessera/results.db.
 * 0, or -1 with *err filled. */
int ts_store_path(char *path, size_t cap, ts_error *err);
/* Opens, and makes with its folders where there is none; read: only opens, and never writes. NULL with
 * *err filled. */
ts_ledger *ts_store_open(const char *path, bool read, ts_error *err);
/* One in memory, called `name` in errors, that goes when it is closed. */
ts_ledger *ts_store_passing(const char *name, ts_error *err);
void ts_store_close(ts_ledger *s);

/* ---- writing ---- */

/* Appends a run, which needs id and kind; r->finished may be NULL until ts_store_end. Fails if there
 * is one with the id. */
int ts_store_begin(ts_ledger *s, const ts_run_info *r, ts_error *err);
/* Appends a result of that run, which needs bench, with its samples. */
int ts_store_add(ts_ledger *s, const char *run, const ts_result *r, const ts_sample *sample,
                 size_t n, ts_error *err);
/* finished: NULL for now. */
int ts_store_end(ts_ledger *s, const char *run, const char *finished, ts_error *err);

/* ---- reading ---- */

/* Compares the rows of one run, by at least 4 digits of the front of its id, or of all (NULL), with their digests; of
 * samples, too. */
int ts_store_verify(ts_ledger *s, const char *run, bool samples, ts_error *err);

/* ---- selecting ---- */

typedef struct ts_selection {
    const char *const *name; /* of the columns */
    size_t columns;
    const ts_value **row;
    size_t n;
    void *memory; /* of all of it (ts_memory_take) */
} ts_selection;

/* What a SELECT gives. Its parameters :NAME are the values of those names in `row`, which is one of `from`'s; of
 * @NAME there may be none. Digests are not compared: verify or merge first. *out is zero, or has memory to which this
 * is added; to be freed also after a failure. Besides its tables, a store has run_text (run, started, text), result_text
 * and samples_text (run, seq, text): rows as JSON, members without braces and arrays in an array. */
int ts_store_select(ts_ledger *s, const char *sql, const ts_selection *from, const ts_value *row,
                    ts_selection *out, ts_error *err);
/* The same of a run, or of all (NULL), whose id begins with :run; it is verified, but for samples. */
int ts_store_select_run(ts_ledger *s, const char *sql, const char *run, ts_selection *out,
                        ts_error *err);
void ts_selection_free(ts_selection *r);
/* The cell of a column by n characters of its name; NULL: there is none. */
const ts_value *ts_value_in(const ts_selection *r, const ts_value *row, const char *name, size_t n);
/* What SELECTs may ask of the known numbers of a group: NAME(x, how). Must live as long as the store; NAN is NULL. */
typedef struct ts_aggregate {
    const char *name;
    double (*of)(const double *x, size_t n, double how);
} ts_aggregate;
int ts_store_aggregate(ts_ledger *s, const ts_aggregate *a, ts_error *err);
/* SQL without results. */
int ts_store_exec(ts_ledger *s, const char *sql, ts_error *err);

/* ---- merging ---- */

typedef struct ts_merged {
    size_t runs, results, known; /* new runs, their results; runs that were there already */
} ts_merged;

/* Takes every run of another store with all its results and samples, in one transaction; a run that is there
 * already is counted as known, and completed where the other holds more of it. Counts are added to *sum, or
 * NULL. */
int ts_store_merge(ts_ledger *s, const char *other, ts_merged *sum, ts_error *err);
void ts_merged_add(ts_merged *sum, const ts_merged *more);

#endif
