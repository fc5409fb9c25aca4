/* write.c - appending runs, results and samples; taking whole runs from elsewhere.
 *
 * The functions ts_put_* work inside a transaction; the public ones open one, so that each is all or
 * nothing. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

/* ---- rows ---- */

enum { MOST = 64 }; /* columns of a table */

static int step(ts_ledger *s, sqlite3_stmt *q, const ts_value *x, int columns, ts_error *err)
{
    int bad = 0;
    sqlite3_clear_bindings(q);
    for (int i = 0; i < columns && !bad; i++) bad = ts_bind_value(q, i + 1, &x[i]);
    if (!bad) sqlite3_step(q);
    return sqlite3_reset(q) == SQLITE_OK && !bad ? 0 : ts_store_fail(s, err);
}

/* Rows of so many columns, one behind the other. */
static int insert(ts_ledger *s, const char *table, const ts_value *x, size_t columns, size_t rows,
                  ts_error *err)
{
    char sql[32 + 2 * MOST];
    sqlite3_stmt *q = NULL;
    int n = snprintf(sql, sizeof sql, "INSERT INTO %s%s VALUES (?", s->incoming ? s->incoming : "",
                     table);
    for (size_t i = 1; i < columns; i++) n += snprintf(sql + n, sizeof sql - (size_t)n, ",?");
    snprintf(sql + n, sizeof sql - (size_t)n, ")");
    if (sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) != SQLITE_OK) return ts_store_fail(s, err);
    int bad = 0;
    for (size_t i = 0; i < rows && !bad; i++) bad = step(s, q, &x[i * columns], (int)columns, err);
    sqlite3_finalize(q);
    return bad;
}

static ts_value text(const char *x)
{
    return (ts_value){x, NAN, false};
}

static ts_value whole(size_t x)
{
    return (ts_value){NULL, (double)x, true};
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
    void *memory = NULL;
    ts_value x[MOST];
    if (check_id(r->id, err) || check_kind(r->kind, err)) return -1;
    int n = ts_row_clean(ts_run_columns, r, x, &memory, err), bad = n < 0;
    if (!bad) {
        x[n] = text("");
        bad = insert(s, "run", x, (size_t)n + 1, 1, err) || ts_schema_sign(s, r->id, err);
    }
    ts_memory_free(memory);
    return bad ? -1 : 0;
}

static int put_samples(ts_ledger *s, const char *run, size_t seq, const ts_sample *sample, size_t n,
                       ts_error *err)
{
    enum { KEY = 3, COLUMNS = KEY + sizeof *sample / sizeof sample->value };
    ts_value *x = malloc((n + 1) * COLUMNS * sizeof *x);
    int bad = x ? 0 : ts_store_no_memory(err);
    for (size_t i = 0; i < n && !bad; i++) {
        ts_value *row = &x[i * COLUMNS];
        row[0] = text(run), row[1] = whole(seq), row[2] = whole(i);
        if (ts_row_clean(ts_sample_columns, &sample[i], row + KEY, NULL, NULL) < 0)
            bad = ts_fail(err, "sample %zu is infinite; leave it out", i);
    }
    if (n && !bad) bad = insert(s, "sample", x, COLUMNS, n, err);
    free(x);
    return bad;
}

int ts_put_result(ts_ledger *s, const char *run, size_t seq, const ts_result *r,
                  const ts_sample *sample, size_t samples, ts_error *err)
{
    void *memory = NULL;
    ts_value x[MOST] = {text(run), whole(seq)};
    if (!r->bench) return ts_fail(err, "a result without bench; say what was measured");
    int n = ts_row_clean(ts_result_columns, r, x + 2, &memory, err), bad = n < 0;
    if (!bad) {
        x[n + 2] = whole(samples), x[n + 3] = x[n + 4] = text("");
        bad = insert(s, "result", x, (size_t)n + 5, 1, err) ||
              put_samples(s, run, seq, sample, samples, err) ||
              ts_schema_sign_result(s, run, seq, err);
    }
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

/* A damaged row would be signed as it is. */
static int put_finished(ts_ledger *s, const char *run, const char *finished, ts_error *err)
{
    static const ts_column column[] = {{.name = "finished", .text = true}, {0}};
    void *memory = NULL;
    ts_selection none;
    ts_value x;
    int bad = ts_store_verify(s, run, false, err) ||
              ts_row_clean(column, &finished, &x, &memory, err) < 0 ||
              ts_store_ask(s, &none, &memory, err, "UPDATE run SET finished = ?1 WHERE id = ?2",
                           "tt", x.text, run) ||
              ts_schema_sign(s, run, err);
    ts_memory_free(memory);
    return bad ? -1 : 0;
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
