/* read.c - runs, results and samples out of the file. What is read is compared with its digest, so that
 * a row is right or an error. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

static const char no_memory[] = "out of memory; end other programs";

/* ---- one row ---- */

static const char *text_at(sqlite3_stmt *q, int at, void **memory)
{
    return ts_text_keep(memory, (const char *)sqlite3_column_text(q, at));
}

static double number_at(sqlite3_stmt *q, int at)
{
    return sqlite3_column_type(q, at) == SQLITE_NULL ? NAN : sqlite3_column_double(q, at);
}

/* Reads the columns from `at` on; returns the place behind them. */
static int read_row(sqlite3_stmt *q, int at, const ts_column *c, void *row, void **memory)
{
    for (; c->name; c++, at++)
        if (c->text)
            ts_column_set_text(c, row, text_at(q, at, memory));
        else
            ts_column_set_number(c, row, number_at(q, at));
    return at;
}

/* seq: of the result, or -1 for the run itself. */
static int changed(ts_ledger *s, const char *run, long long seq, ts_error *err)
{
    char what[48] = "the head";
    if (seq >= 0) snprintf(what, sizeof what, "result %lld", seq);
    return ts_fail(
        err,
        "%s is damaged: %s of run %.32s is not what was written; restore a copy, or export "
        "the runs that are whole",
        s->path, what, *run ? run : "without an id");
}

static bool same(sqlite3_stmt *q, int at, const char *digest)
{
    const char *text = (const char *)sqlite3_column_text(q, at);
    return text && *digest && !strcmp(text, digest);
}

/* ---- choosing ---- */

/* A run by the front of its id: exactly one must begin so. */
static int check_front(ts_ledger *s, const char *run, ts_error *err)
{
    size_t n = strspn(run, "0123456789abcdef");
    if (n < 4 || run[n] || n > TS_STORE_RUN_ID)
        return ts_fail(err,
                       "a run is named by at least 4 digits of the front of its id, in lower case, "
                       "not \"%.40s\"; tessera results list shows them",
                       run);
    sqlite3_stmt *q =
        ts_store_prepare(s, "SELECT count(*) FROM run WHERE substr(id, 1, length(?1)) = ?1", err);
    long long found = 0;
    if (!q) return -1;
    sqlite3_bind_text(q, 1, run, -1, SQLITE_STATIC);
    if (sqlite3_step(q) == SQLITE_ROW) found = sqlite3_column_int64(q, 0);
    if (sqlite3_finalize(q) != SQLITE_OK) return ts_store_fail(s, err);
    if (found == 1) return 0;
    if (found)
        return ts_fail(err, "%s has %lld runs that begin with %s; give more digits", s->path, found,
                       run);
    return ts_fail(err, "%s has no run that begins with %s; tessera results list shows them",
                   s->path, run);
}

static sqlite3_stmt *choose(ts_ledger *s, const char *sql, const char *bench, const char *run,
                            ts_error *err)
{
    sqlite3_stmt *q = ts_store_prepare(s, sql, err);
    if (!q) return NULL;
    sqlite3_bind_text(q, 1, run, -1, SQLITE_STATIC);
    sqlite3_bind_text(q, 2, bench, -1, SQLITE_STATIC);
    return q;
}

/* Doubles the array when n elements fill it. */
static void *room(void *array, size_t n, size_t size)
{
    if (n && (n & (n - 1))) return array;
    return realloc(array, (n ? 2 * n : 1) * size);
}

static int load_runs(ts_ledger *s, const char *bench, const char *run, ts_records *out,
                     ts_error *err)
{
    sqlite3_stmt *q = choose(
        s,
        "SELECT * FROM run WHERE (?1 IS NULL OR substr(id, 1, length(?1)) = ?1) AND (?2 IS NULL OR "
        "EXISTS (SELECT 1 FROM result WHERE run = id AND bench = ?2)) ORDER BY started, id",
        bench, run, err);
    int bad = !q;
    while (!bad && sqlite3_step(q) == SQLITE_ROW) {
        char digest[TS_STORE_DIGEST];
        ts_run_info *grown = room(out->run, out->runs, sizeof *grown);
        if (!grown) bad = ts_fail(err, no_memory);
        if (bad) break;
        out->run = grown;
        ts_run_info *r = &out->run[out->runs++];
        int at = read_row(q, 0, ts_run_columns, r, &out->memory);
        ts_run_digest(r, digest);
        if (!r->id || !same(q, at, digest)) bad = changed(s, r->id ? r->id : "", -1, err);
    }
    if (sqlite3_finalize(q) != SQLITE_OK && !bad) bad = ts_store_fail(s, err);
    return bad;
}

/* Results come in the order of the runs, so each belongs to this run or to one after it. */
static int read_result(ts_ledger *s, sqlite3_stmt *q, ts_records *out, size_t *run, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    const char *id = (const char *)sqlite3_column_text(q, 0);
    ts_record *r = &out->record[out->n];
    while (id && *run < out->runs && strcmp(out->run[*run].id, id) != 0) ++*run;
    if (!id || *run == out->runs) return changed(s, id ? id : "", -1, err);
    *r = (ts_record){.run = &out->run[*run], .seq = (size_t)sqlite3_column_int64(q, 1)};
    int at = read_row(q, 2, ts_result_columns, &r->result, &out->memory);
    ts_result_digest(r->run->id, r->seq, &r->result, digest);
    if (!same(q, at + 1, digest)) return changed(s, r->run->id, (long long)r->seq, err);
    out->n++;
    return 0;
}

static int load_results(ts_ledger *s, const char *bench, const char *run, ts_records *out,
                        ts_error *err)
{
    sqlite3_stmt *q =
        choose(s,
               "SELECT result.* FROM result JOIN run ON run.id = result.run WHERE (?1 IS NULL OR "
               "substr(run.id, 1, length(?1)) = ?1) AND (?2 IS NULL OR bench = ?2) "
               "ORDER BY run.started, run.id, result.seq",
               bench, run, err);
    size_t at = 0;
    int bad = !q;
    while (!bad && sqlite3_step(q) == SQLITE_ROW) {
        ts_record *grown = room(out->record, out->n, sizeof *grown);
        if (grown) out->record = grown;
        bad = grown ? read_result(s, q, out, &at, err) : ts_fail(err, no_memory);
    }
    if (sqlite3_finalize(q) != SQLITE_OK && !bad) bad = ts_store_fail(s, err);
    return bad;
}

int ts_store_load(ts_ledger *s, const char *bench, const char *run, ts_records *out, ts_error *err)
{
    *out = (ts_records){0};
    if (run && check_front(s, run, err)) return -1;
    bool nested = !sqlite3_get_autocommit(s->db); /* one moment for both tables */
    int bad = nested ? 0 : ts_store_exec(s, "BEGIN", err);
    if (bad) return bad;
    bad = load_runs(s, bench, run, out, err) || load_results(s, bench, run, out, err);
    if (!nested) sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
    if (bad) ts_records_free(out);
    return bad ? -1 : 0;
}

void ts_records_free(ts_records *r)
{
    free(r->run);
    free(r->record);
    ts_text_free(r->memory);
    *r = (ts_records){0};
}

/* ---- samples ---- */

static int read_samples(ts_ledger *s, const char *run, size_t seq, ts_sample **out, size_t *n,
                        ts_error *err)
{
    sqlite3_stmt *q = ts_store_prepare(s,
                                       "SELECT value, read_gbps, steal, \"foreign\", kept FROM "
                                       "sample WHERE run = ?1 AND seq = ?2 ORDER BY i",
                                       err);
    int bad = !q;
    if (q) sqlite3_bind_text(q, 1, run, -1, SQLITE_STATIC);
    if (q) sqlite3_bind_int64(q, 2, (sqlite3_int64)seq);
    while (!bad && sqlite3_step(q) == SQLITE_ROW) {
        ts_sample *grown = room(*out, *n, sizeof *grown);
        if (!grown) bad = ts_fail(err, no_memory);
        if (bad) break;
        *out = grown;
        grown[(*n)++] = (ts_sample){number_at(q, 0), number_at(q, 1), number_at(q, 2),
                                    number_at(q, 3), sqlite3_column_int(q, 4) != 0};
    }
    if (sqlite3_finalize(q) != SQLITE_OK && !bad) bad = ts_store_fail(s, err);
    return bad;
}

static int check_samples(ts_ledger *s, const char *run, size_t seq, const ts_sample *sample,
                         size_t n, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    sqlite3_stmt *q =
        ts_store_prepare(s, "SELECT samples_digest FROM result WHERE run = ?1 AND seq = ?2", err);
    if (!q) return -1;
    sqlite3_bind_text(q, 1, run, -1, SQLITE_STATIC);
    sqlite3_bind_int64(q, 2, (sqlite3_int64)seq);
    ts_samples_digest(sample, n, digest);
    int row = sqlite3_step(q);
    bool right = row == SQLITE_ROW && same(q, 0, digest);
    if (sqlite3_finalize(q) != SQLITE_OK) return ts_store_fail(s, err);
    if (row != SQLITE_ROW)
        return ts_fail(err, "%s has no result %zu of run %.8s; tessera results list shows the runs",
                       s->path, seq, run);
    return right ? 0 : changed(s, run, (long long)seq, err);
}

int ts_store_samples(ts_ledger *s, const char *run, size_t seq, ts_sample **out, size_t *n,
                     ts_error *err)
{
    *out = NULL;
    *n = 0;
    if (!read_samples(s, run, seq, out, n, err) && !check_samples(s, run, seq, *out, *n, err))
        return 0;
    free(*out);
    *out = NULL;
    *n = 0;
    return -1;
}
