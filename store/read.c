/* read.c - runs, results and samples out of the file. What is read is compared with its digest, so that
 * a row is right or an error. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

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
    long long found = 0;
    sqlite3_stmt *q = ts_store_query(
        s, err, "SELECT count(*) FROM run WHERE substr(id, 1, length(?1)) = ?1", "t", run);
    if (ts_store_rows(s, q, ts_see_integer, &found, err)) return -1;
    if (found == 1) return 0;
    if (found)
        return ts_fail(err, "%s has %lld runs that begin with %s; give more digits", s->path, found,
                       run);
    return ts_fail(err, "%s has no run that begins with %s; tessera results list shows them",
                   s->path, run);
}

typedef struct loading {
    ts_ledger *store;
    ts_records *to;
    size_t run; /* results come in the order of the runs: each is of this one or of one behind it */
} loading;

static int read_run(void *arg, sqlite3_stmt *q, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    ts_records *out = ((loading *)arg)->to;
    if (!ts_grow((void **)&out->run, out->runs, sizeof *out->run)) return ts_store_no_memory(err);
    ts_run_info *r = &out->run[out->runs++];
    int at = read_row(q, 0, ts_run_columns, r, &out->memory);
    ts_run_digest(r, digest);
    if (r->id && same(q, at, digest)) return 0;
    return changed(((loading *)arg)->store, r->id ? r->id : "", -1, err);
}

static int read_result(void *arg, sqlite3_stmt *q, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    loading *l = arg;
    ts_records *out = l->to;
    const char *id = (const char *)sqlite3_column_text(q, 0);
    if (!ts_grow((void **)&out->record, out->n, sizeof *out->record))
        return ts_store_no_memory(err);
    ts_record *r = &out->record[out->n];
    while (id && l->run < out->runs && strcmp(out->run[l->run].id, id) != 0) l->run++;
    if (!id || l->run == out->runs) return changed(l->store, id ? id : "", -1, err);
    *r = (ts_record){.run = &out->run[l->run], .seq = (size_t)sqlite3_column_int64(q, 1)};
    int at = read_row(q, 2, ts_result_columns, &r->result, &out->memory);
    ts_result_digest(r->run->id, r->seq, &r->result, digest);
    if (!same(q, at + 1, digest)) return changed(l->store, r->run->id, (long long)r->seq, err);
    out->n++;
    return 0;
}

static const char select_runs[] =
    "SELECT * FROM run WHERE (?1 IS NULL OR substr(id, 1, length(?1)) = ?1) AND (?2 IS NULL OR "
    "EXISTS (SELECT 1 FROM result WHERE run = id AND bench = ?2)) ORDER BY started, id";
static const char select_results[] =
    "SELECT result.* FROM result JOIN run ON run.id = result.run WHERE (?1 IS NULL OR "
    "substr(run.id, 1, length(?1)) = ?1) AND (?2 IS NULL OR bench = ?2) "
    "ORDER BY run.started, run.id, result.seq";

int ts_store_load(ts_ledger *s, const char *bench, const char *run, ts_records *out, ts_error *err)
{
    *out = (ts_records){0};
    if (run && check_front(s, run, err)) return -1;
    bool nested = !sqlite3_get_autocommit(s->db); /* one moment for both tables */
    int bad = nested ? 0 : ts_store_exec(s, "BEGIN", err);
    if (bad) return bad;
    loading l = {s, out, 0};
    bad = ts_store_rows(s, ts_store_query(s, err, select_runs, "tt", run, bench), read_run, &l,
                        err) ||
          ts_store_rows(s, ts_store_query(s, err, select_results, "tt", run, bench), read_result,
                        &l, err);
    if (!nested) sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
    if (bad) ts_records_free(out);
    return bad ? -1 : 0;
}

void ts_records_free(ts_records *r)
{
    free(r->run);
    free(r->record);
    ts_memory_free(r->memory);
    *r = (ts_records){0};
}

/* ---- samples ---- */

typedef struct samples {
    ts_sample *at;
    size_t n;
} samples;

static int read_sample(void *arg, sqlite3_stmt *q, ts_error *err)
{
    samples *to = arg;
    if (!ts_grow((void **)&to->at, to->n, sizeof *to->at)) return ts_store_no_memory(err);
    read_row(q, 0, ts_sample_columns, &to->at[to->n++], NULL);
    return 0;
}

typedef struct seen {
    const char *digest;
    bool any, right;
} seen;

static int see_digest(void *arg, sqlite3_stmt *q, ts_error *err)
{
    seen *d = arg;
    (void)err;
    d->any = true;
    d->right = same(q, 0, d->digest);
    return 0;
}

static int check_samples(ts_ledger *s, const char *run, size_t seq, const samples *have,
                         ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    seen d = {.digest = digest};
    sqlite3_stmt *q =
        ts_store_query(s, err, "SELECT samples_digest FROM result WHERE run = ?1 AND seq = ?2",
                       "ti", run, (long long)seq);
    ts_samples_digest(have->at, have->n, digest);
    if (ts_store_rows(s, q, see_digest, &d, err)) return -1;
    if (!d.any)
        return ts_fail(err, "%s has no result %zu of run %.8s; tessera results list shows the runs",
                       s->path, seq, run);
    return d.right ? 0 : changed(s, run, (long long)seq, err);
}

int ts_store_samples(ts_ledger *s, const char *run, size_t seq, ts_sample **out, size_t *n,
                     ts_error *err)
{
    samples to = {NULL, 0};
    sqlite3_stmt *q = ts_store_query(s, err,
                                     "SELECT value, read_gbps, steal, \"foreign\", kept FROM "
                                     "sample WHERE run = ?1 AND seq = ?2 ORDER BY i",
                                     "ti", run, (long long)seq);
    int bad = ts_store_rows(s, q, read_sample, &to, err) || check_samples(s, run, seq, &to, err);
    if (bad) free(to.at);
    *out = bad ? NULL : to.at;
    *n = bad ? 0 : to.n;
    return bad ? -1 : 0;
}
