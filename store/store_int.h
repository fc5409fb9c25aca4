/* store_int.h - what the files of store/ share: the connection, errors of SQLite, kept text, digests. */
#ifndef TESSERA_STORE_STORE_INT_H
#define TESSERA_STORE_STORE_INT_H

#include <sqlite3.h>
#include <stdio.h>

#include "store/store.h"

enum {
    TS_STORE_APPLICATION = 0x54736572, /* "Tser", in the file's header */
    TS_STORE_VERSION = 1,
    TS_STORE_PATIENCE_MS = 10000, /* how long a lock of another process is waited for */
    TS_STORE_ROW_MAX = 64 << 20,  /* bytes that SQLite takes or gives at once */
    TS_STORE_ASKED = 16,          /* questions that stay prepared */
};

#define TS_STORE_CLOSED                                                                            \
    "%s may not be written; change its permissions or name another file by --store"
#define TS_STORE_DAMAGED                                                                           \
    "%s is damaged (%.150s); nothing was written; restore a copy, or save what can be read: "      \
    "sqlite3 %s .recover"

struct ts_ledger {
    sqlite3 *db;
    sqlite3_stmt *asked[TS_STORE_ASKED]; /* select.c */
    unsigned next;                       /* of them, to be replaced */
    char *path, *uri;                    /* uri: as it was opened; NULL: in memory */
    bool read;
    const char *incoming; /* "incoming.": what is put goes there; NULL: into the store */
    bool merging;         /* a transaction is open for it */
    ts_merged come;       /* so far */
};

/* ---- SQL ---- */

/* What SQLite says went wrong, as one line with the remedy; always -1. */
int ts_store_fail(ts_ledger *s, ts_error *err);
int ts_store_no_memory(ts_error *err); /* always -1 */
#ifdef __clang_analyzer__              /* as with ts_fail */
#define ts_store_no_memory(err) ((ts_store_no_memory)(err), -1)
#endif
/* The first number of the first row, with text (or NULL) as @x; *x stays as it is where there is none. */
int ts_store_integer(ts_ledger *s, const char *sql, const char *text, long long *x, ts_error *err);
/* 0, or -1 with *err filled where it was opened for reading. */
int ts_store_writable(ts_ledger *s, ts_error *err);
/* A write transaction; ts_store_finish commits, or takes all back where failed is set or committing
 * fails. */
int ts_store_transact(ts_ledger *s, ts_error *err);
int ts_store_finish(ts_ledger *s, int failed, ts_error *err);

/* ---- schema (schema.c) ---- */

/* The statement of that name in schema.sql, for `in` ("", "incoming."); to be freed by the caller. */
char *ts_schema_sql(const char *name, const char *in);
/* Runs it, where things go. */
int ts_schema_do(ts_ledger *s, const char *name, ts_error *err);
/* The same of one that has @x and @y, either may be NULL, and @path, which errors name. Where it gives a text, that is what
 * is wrong: -1. */
int ts_schema_try(ts_ledger *s, const char *name, const char *x, const char *y, ts_error *err);
int ts_schema_make(ts_ledger *s, ts_error *err);
/* Demands them of a file's header. */
int ts_schema_stamp(const char *path, long long application, long long version, ts_error *err);
/* Demands application, version and exactly these tables, and pages that are whole. */
int ts_schema_check(ts_ledger *s, ts_error *err);
/* ---- text and rows ---- */

/* What the form of jsonl, json and of digests is made with (row_text.c). */
int ts_text_functions(ts_ledger *s, ts_error *err);

/* ---- writing inside a transaction: an object of JSON, in which whatever is wrong is refused ---- */

int ts_put_run(ts_ledger *s, const char *row, ts_error *err);
/* "run" is that of a run that came before, "samples" its samples; other members are columns. */
int ts_put_result(ts_ledger *s, const char *row, ts_error *err);

/* ---- what comes in (merge.c): all of it or nothing ---- */

int ts_incoming_begin(ts_ledger *s, ts_error *err);
/* As ts_put_run and ts_put_result, both or NULL; a result's run need not be new. */
int ts_incoming_row(ts_ledger *s, const char *run, const char *result, ts_error *err);
/* Takes what came, unless that failed: new runs, and what known ones have more; runs that contradict those of the
 * store are an error. Always to be called. */
int ts_incoming_end(ts_ledger *s, int failed, ts_merged *sum, ts_error *err);

#endif
