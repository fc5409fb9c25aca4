/* store_int.h - what the files of store/ share: the connection, errors of SQLite, kept text, digests. */
#ifndef TESSERA_STORE_STORE_INT_H
#define TESSERA_STORE_STORE_INT_H

#include <sqlite3.h>

#include "store/columns.h"
#include "store/store.h"

enum {
    TS_STORE_APPLICATION = 0x54736572, /* "Tser", in the file's header */
    TS_STORE_VERSION = 1,
    TS_STORE_PATIENCE_MS = 10000, /* how long a lock of another process is waited for */
    TS_STORE_RUN_ID = 32,
    TS_STORE_TEXT_MAX = 1 << 20, /* bytes of one text field */
    TS_STORE_ROW_MAX = 64 << 20, /* bytes that SQLite takes or gives at once */
    TS_STORE_DIGEST = 17,        /* 16 hexadecimal digits and the end */
};

struct ts_ledger {
    sqlite3 *db;
    char *path;
    bool read;
};

/* ---- SQL ---- */

/* What SQLite says went wrong, as one line with the remedy; always -1. */
int ts_store_fail(ts_ledger *s, ts_error *err);
/* Statements without results. */
int ts_store_exec(ts_ledger *s, const char *sql, ts_error *err);
sqlite3_stmt *ts_store_prepare(ts_ledger *s, const char *sql, ts_error *err);
/* A write transaction; ts_store_finish commits, or takes all back where failed is set or committing
 * fails. */
int ts_store_transact(ts_ledger *s, ts_error *err);
int ts_store_finish(ts_ledger *s, int failed, ts_error *err);
/* The first column of the first row; otherwise where there is none. */
int ts_store_integer(ts_ledger *s, const char *sql, long long *x, ts_error *err);

/* ---- schema (schema.c) ---- */

/* The three CREATE statements, by name; to be freed by the caller. */
char *ts_schema_sql(const char *table);
int ts_schema_make(ts_ledger *s, ts_error *err);
/* Demands application, version and exactly these tables, and pages that are whole. */
int ts_schema_check(ts_ledger *s, ts_error *err);

/* ---- text and rows ---- */

/* A copy that lives until ts_text_free(*memory); NULL for NULL or without memory. */
const char *ts_text_keep(void **memory, const char *text);
void ts_text_free(void *memory);
/* *to becomes a copy of the row in which every text is UTF-8 and no zero is negative. -1 for an
 * infinite number or a text that is too long. */
int ts_row_clean(const ts_column *columns, const void *row, void *to, void **memory, ts_error *err);

/* 16 hexadecimal digits of SHA-256 over the row as JSON prints it: what a changed bit on the disk
 * does not survive. */
void ts_run_digest(const ts_run_info *r, char digest[TS_STORE_DIGEST]);
void ts_result_digest(const char *run, size_t seq, const ts_result *r,
                      char digest[TS_STORE_DIGEST]);
void ts_samples_digest(const ts_sample *sample, size_t n, char digest[TS_STORE_DIGEST]);

/* ---- writing inside a transaction (write.c) ---- */

int ts_put_run(ts_ledger *s, const ts_run_info *r, ts_error *err);
int ts_put_result(ts_ledger *s, const char *run, size_t seq, const ts_result *r,
                  const ts_sample *sample, size_t n, ts_error *err);
int ts_put_finished(ts_ledger *s, const char *run, const char *finished, ts_error *err);
/* How many results the run has; -1 where there is no such run. */
int ts_count_results(ts_ledger *s, const char *run, long long *n, ts_error *err);
int ts_take(ts_ledger *s, const ts_run_info *r, const ts_result *result,
            const ts_sample *const *sample, const size_t *samples, size_t n, ts_merged *sum,
            ts_error *err);

#endif
