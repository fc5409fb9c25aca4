/* write.c - appending runs, results and samples; taking whole runs from elsewhere.
 *
 * The functions ts_put_* work inside a transaction; the public ones open one, so that each is all or
 * nothing. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

/* ---- one row ---- */

/* An INSERT whose columns are bound one after the other. */
typedef struct insert {
    sqlite3_stmt *q; /* NULL: it could not be prepared */
    int at;
} insert;

static void put_text(insert *i, const char *text)
{
    sqlite3_bind_text(i->q, ++i->at, text, -1, SQLITE_STATIC);
}

static void put_integer(insert *i, size_t x)
{
    sqlite3_bind_int64(i->q, ++i->at, (sqlite3_int64)x);
}

static void put_row(insert *i, const ts_column *c, const void *row)
{
    for (; c->name; c++) {
        double x = c->text ? NAN : ts_column_number(c, row);
        if (c->text)
            put_text(i, ts_column_text(c, row));
        else if (isnan(x))
            sqlite3_bind_null(i->q, ++i->at);
        else
            sqlite3_bind_double(i->q, ++i->at, x);
    }
}

/* besides: columns of the table that are not in `c`. */
static insert begin(ts_ledger *s, const char *table, const ts_column *c, int besides, ts_error *err)
{
    char sql[1024];
    insert i = {NULL, 0};
    while (c++->name) besides++;
    int n = snprintf(sql, sizeof sql, "INSERT INTO %s%s VALUES (?", s->incoming ? s->incoming : "",
                     table);
    for (int k = 1; k < besides && (size_t)n < sizeof sql - 4; k++)
        n += snprintf(sql + n, sizeof sql - (size_t)n, ",?");
    snprintf(sql + n, sizeof sql - (size_t)n, ")");
    if (sqlite3_prepare_v2(s->db, sql, -1, &i.q, NULL) != SQLITE_OK) ts_store_fail(s, err);
    return i;
}

/* Ready for the next row. */
static int step(ts_ledger *s, insert *i, ts_error *err)
{
    i->at = 0;
    sqlite3_step(i->q);
    return sqlite3_reset(i->q) == SQLITE_OK ? 0 : ts_store_fail(s, err);
}

static int check_id(const char *id, ts_error *err)
{
    size_t n = id ? strspn(id, "0123456789abcdef") : 0;
    if (n == TS_STORE_RUN_ID && !id[n]) return 0;
    return ts_fail(err, "the id of a run is %d hexadecimal digits, not \"%.40s\"", TS_STORE_RUN_ID,
                   id ? id : "");
}

static int check_kind(const char *kind, ts_error *err)
{
    if (kind && (!strcmp(kind, "measured") || !strcmp(kind, "published"))) return 0;
    return ts_fail(err, "the kind of a run is measured or published, not \"%.40s\"",
                   kind ? kind : "");
}

int ts_put_run(ts_ledger *s, const ts_run_info *r, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    void *memory = NULL;
    ts_run_info clean;
    insert i = {NULL, 0};
    int bad = check_id(r->id, err) || check_kind(r->kind, err) ||
              ts_row_clean(ts_run_columns, r, &clean, &memory, err);
    if (!bad) bad = !(i = begin(s, "run", ts_run_columns, 1, err)).q;
    if (!bad) {
        ts_run_digest(&clean, digest);
        put_row(&i, ts_run_columns, &clean);
        put_text(&i, digest);
        bad = step(s, &i, err);
    }
    sqlite3_finalize(i.q);
    ts_memory_free(memory);
    return bad ? -1 : 0;
}

static int put_samples(ts_ledger *s, const char *run, size_t seq, const ts_sample *sample, size_t n,
                       ts_error *err)
{
    insert to = begin(s, "sample", ts_sample_columns, 3, err);
    int bad = !to.q;
    for (size_t i = 0; i < n && !bad; i++) {
        put_text(&to, run);
        put_integer(&to, seq);
        put_integer(&to, i);
        put_row(&to, ts_sample_columns, &sample[i]);
        bad = step(s, &to, err);
    }
    sqlite3_finalize(to.q);
    return bad;
}

static int clean_samples(const ts_sample *sample, size_t n, ts_sample **out, ts_error *err)
{
    *out = malloc((n ? n : 1) * sizeof **out);
    if (!*out) return ts_store_no_memory(err);
    for (size_t i = 0; i < n; i++)
        if (ts_row_clean(ts_sample_columns, &sample[i], &(*out)[i], NULL, NULL))
            return ts_fail(err, "sample %zu is infinite; leave it out", i);
    return 0;
}

int ts_put_result(ts_ledger *s, const char *run, size_t seq, const ts_result *r,
                  const ts_sample *sample, size_t n, ts_error *err)
{
    char digest[TS_STORE_DIGEST], samples[TS_STORE_DIGEST];
    void *memory = NULL;
    ts_sample *kept = NULL;
    ts_result clean;
    insert i = {NULL, 0};
    if (!r->bench) return ts_fail(err, "a result without bench; say what was measured");
    int bad = ts_row_clean(ts_result_columns, r, &clean, &memory, err) ||
              clean_samples(sample, n, &kept, err);
    if (!bad) bad = !(i = begin(s, "result", ts_result_columns, 5, err)).q;
    if (!bad) {
        ts_result_digest(run, seq, &clean, digest);
        ts_samples_digest(kept, n, samples);
        put_text(&i, run);
        put_integer(&i, seq);
        put_row(&i, ts_result_columns, &clean);
        put_integer(&i, n);
        put_text(&i, digest);
        put_text(&i, samples);
        bad = step(s, &i, err) || put_samples(s, run, seq, kept, n, err);
    }
    sqlite3_finalize(i.q);
    free(kept);
    ts_memory_free(memory);
    return bad ? -1 : 0;
}

int ts_count_results(ts_ledger *s, const char *run, long long *n, ts_error *err)
{
    return ts_store_integer(
        s,
        s->incoming ? "SELECT (SELECT ifnull(max(seq) + 1, 0) FROM incoming.result WHERE run = id) "
                      "FROM incoming.run WHERE id = ?1"
                    : "SELECT (SELECT count(*) FROM result WHERE run = id) FROM run WHERE id = ?1",
        run, n, err);
}

static int put_finished(ts_ledger *s, const char *run, const char *finished, ts_error *err)
{
    char digest[TS_STORE_DIGEST];
    ts_records have;
    ts_rows none;
    ts_run_info clean;
    if (ts_store_load(s, NULL, run, &have, err)) return -1;
    have.run->finished = finished;
    int bad = ts_row_clean(ts_run_columns, have.run, &clean, &have.memory, err);
    if (!bad) {
        ts_run_digest(&clean, digest);
        bad = ts_store_ask(s, &none, &have.memory, err,
                           "UPDATE run SET finished = ?1, digest = ?2 WHERE id = ?3", "ttt",
                           clean.finished, digest, run);
    }
    ts_records_free(&have);
    return bad;
}

/* ---- one call, one transaction ---- */

int ts_store_begin(ts_ledger *s, const ts_run_info *r, ts_error *err)
{
    long long n = -1;
    if (check_id(r->id, err) || ts_store_transact(s, err)) return -1;
    int bad = ts_count_results(s, r->id, &n, err);
    if (!bad && n >= 0)
        bad = ts_fail(err, "%s has a run %s already; give the new one an id of its own", s->path,
                      r->id);
    return ts_store_finish(s, bad || ts_put_run(s, r, err), err);
}

static int find_run(ts_ledger *s, const char *run, long long *n, ts_error *err)
{
    if (check_id(run, err) || ts_count_results(s, run, n, err)) return -1;
    return *n >= 0 ? 0 : ts_fail(err, "%s has no run %s; begin it first", s->path, run);
}

int ts_store_add(ts_ledger *s, const char *run, const ts_result *r, const ts_sample *sample,
                 size_t n, ts_error *err)
{
    long long seq = -1;
    if (ts_store_transact(s, err)) return -1;
    int bad = find_run(s, run, &seq, err) || ts_put_result(s, run, (size_t)seq, r, sample, n, err);
    return ts_store_finish(s, bad, err);
}

int ts_store_end(ts_ledger *s, const char *run, const char *finished, ts_error *err)
{
    long long n = -1;
    if (ts_store_transact(s, err)) return -1;
    int bad = find_run(s, run, &n, err) || put_finished(s, run, finished, err);
    return ts_store_finish(s, bad, err);
}
