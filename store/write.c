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

static void bind_text(sqlite3_stmt *q, int *at, const char *text)
{
    sqlite3_bind_text(q, (*at)++, text, -1, SQLITE_STATIC);
}

static void bind_number(sqlite3_stmt *q, int *at, double x)
{
    if (isnan(x))
        sqlite3_bind_null(q, (*at)++);
    else
        sqlite3_bind_double(q, (*at)++, x);
}

static void bind_row(sqlite3_stmt *q, int *at, const ts_column *c, const void *row)
{
    for (; c->name; c++)
        if (c->text)
            bind_text(q, at, ts_column_text(c, row));
        else
            bind_number(q, at, ts_column_number(c, row));
}

static int count(const ts_column *c)
{
    int n = 0;
    while (c[n].name) n++;
    return n;
}

static sqlite3_stmt *prepare_insert(ts_ledger *s, const char *table, int columns, ts_error *err)
{
    char sql[1024];
    int n = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", table);
    for (int i = 1; i < columns && (size_t)n < sizeof sql - 4; i++)
        n += snprintf(sql + n, sizeof sql - (size_t)n, ",?");
    snprintf(sql + n, sizeof sql - (size_t)n, ")");
    return ts_store_prepare(s, sql, err);
}

static int run_once(ts_ledger *s, sqlite3_stmt *q, ts_error *err)
{
    sqlite3_step(q);
    return sqlite3_finalize(q) == SQLITE_OK ? 0 : ts_store_fail(s, err);
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
    int at = 1;
    int bad = check_id(r->id, err) || check_kind(r->kind, err) ||
              ts_row_clean(ts_run_columns, r, &clean, &memory, err);
    sqlite3_stmt *q = bad ? NULL : prepare_insert(s, "run", count(ts_run_columns) + 1, err);
    if (q) {
        ts_run_digest(&clean, digest);
        bind_row(q, &at, ts_run_columns, &clean);
        bind_text(q, &at, digest);
        bad = run_once(s, q, err);
    }
    ts_text_free(memory);
    return bad || !q ? -1 : 0;
}

static int put_samples(ts_ledger *s, const char *run, size_t seq, const ts_sample *sample, size_t n,
                       ts_error *err)
{
    sqlite3_stmt *q = prepare_insert(s, "sample", 8, err);
    bool bad = !q;
    for (size_t i = 0; i < n && !bad; i++) {
        int at = 1;
        bind_text(q, &at, run);
        sqlite3_bind_int64(q, at++, (sqlite3_int64)seq);
        sqlite3_bind_int64(q, at++, (sqlite3_int64)i);
        bind_number(q, &at, sample[i].value);
        bind_number(q, &at, sample[i].read_gbps);
        bind_number(q, &at, sample[i].steal);
        bind_number(q, &at, sample[i].foreign);
        sqlite3_bind_int(q, at++, sample[i].kept);
        sqlite3_step(q);
        bad = sqlite3_reset(q) != SQLITE_OK;
    }
    if (bad && q) ts_store_fail(s, err);
    sqlite3_finalize(q);
    return bad ? -1 : 0;
}

static int clean_samples(const ts_sample *sample, size_t n, ts_sample **out, ts_error *err)
{
    ts_sample *to = *out = malloc((n ? n : 1) * sizeof *to);
    if (!to) return ts_fail(err, "out of memory; end other programs");
    for (size_t i = 0; i < n; i++) {
        const ts_sample x = sample[i];
        if (isinf(x.value) || isinf(x.read_gbps) || isinf(x.steal) || isinf(x.foreign))
            return ts_fail(err, "sample %zu is infinite; leave it out", i);
        to[i] = (ts_sample){x.value == 0 ? 0 : x.value, x.read_gbps == 0 ? 0 : x.read_gbps,
                            x.steal == 0 ? 0 : x.steal, x.foreign == 0 ? 0 : x.foreign, x.kept};
    }
    return 0;
}

int ts_put_result(ts_ledger *s, const char *run, size_t seq, const ts_result *r,
                  const ts_sample *sample, size_t n, ts_error *err)
{
    char digest[TS_STORE_DIGEST], samples[TS_STORE_DIGEST];
    void *memory = NULL;
    ts_sample *kept = NULL;
    ts_result clean;
    int at = 1;
    if (!r->bench) return ts_fail(err, "a result without bench; say what was measured");
    int bad = ts_row_clean(ts_result_columns, r, &clean, &memory, err) ||
              clean_samples(sample, n, &kept, err);
    sqlite3_stmt *q = bad ? NULL : prepare_insert(s, "result", count(ts_result_columns) + 5, err);
    if (q) {
        ts_result_digest(run, seq, &clean, digest);
        ts_samples_digest(kept, n, samples);
        bind_text(q, &at, run);
        sqlite3_bind_int64(q, at++, (sqlite3_int64)seq);
        bind_row(q, &at, ts_result_columns, &clean);
        sqlite3_bind_int64(q, at++, (sqlite3_int64)n);
        bind_text(q, &at, digest);
        bind_text(q, &at, samples);
        bad = run_once(s, q, err) || put_samples(s, run, seq, kept, n, err);
    }
    free(kept);
    ts_text_free(memory);
    return bad || !q ? -1 : 0;
}

int ts_count_results(ts_ledger *s, const char *run, long long *n, ts_error *err)
{
    sqlite3_stmt *q = ts_store_prepare(
        s, "SELECT (SELECT count(*) FROM result WHERE run = id) FROM run WHERE id = ?1", err);
    if (!q) return -1;
    *n = -1;
    sqlite3_bind_text(q, 1, run, -1, SQLITE_STATIC);
    if (sqlite3_step(q) == SQLITE_ROW) *n = sqlite3_column_int64(q, 0);
    return sqlite3_finalize(q) == SQLITE_OK ? 0 : ts_store_fail(s, err);
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
    int bad = find_run(s, run, &n, err) || ts_put_finished(s, run, finished, err);
    return ts_store_finish(s, bad, err);
}
