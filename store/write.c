/* write.c - appending runs and results with their samples. A row comes as an object of JSON, be it of a struct or of a
 * file, and SQL checks it (formats.sql) and takes its members to their columns.
 *
 * ts_put works inside a transaction; the public functions open one, so that each is all or nothing. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"
#include "store/transfer.h"

/* ---- rows out of JSON ---- */

#define T(name, meaning) ", row ->> '" #name "' AS \"" #name "\""
#define R(name, meaning) ", real(row -> '" #name "') AS \"" #name "\""
static const char run_cells[] =
#define TS_RUN_FIELDS
#include "store/fields.def"
#undef TS_RUN_FIELDS
    "",
                  result_cells[] =
#define TS_RESULT_FIELDS
#include "store/fields.def"
#undef TS_RESULT_FIELDS
                      "";
#undef T
#undef R

/* In %1$s ("", "incoming."): %2$s are the cells, %3$s the row as text. A result stands behind those of its run. */
#define SAMPLES                                                                                    \
    "SELECT key AS i, real(value -> 0) AS value, real(value -> 1) AS read_gbps, real(value -> 2) " \
    "AS steal, real(value -> 3) AS \"foreign\", CAST(value ->> 4 AS INTEGER) AS kept FROM "        \
    "json_each(?1, '$.samples')"
static const char
    put_run[] = "INSERT INTO %1$srun SELECT *, digest(%3$s, 16) FROM "
                "(SELECT %2$s FROM (SELECT ?1 AS row))",
    put_result[] =
        "INSERT INTO %1$sresult SELECT *, digest(run || ' ' || %3$s, 16), (SELECT "
        "digest(samples_json(value, read_gbps, steal, \"foreign\", kept), 16) FROM (" SAMPLES
        ")) FROM (SELECT row ->> 'run' AS run, (SELECT ifnull(max(seq) + 1, 0) FROM "
        "%1$sresult WHERE run = row ->> 'run') AS seq, %2$s, "
        "ifnull(json_array_length(row, '$.samples'), 0) FROM (SELECT ?1 AS row))",
    put_samples[] = "INSERT INTO %1$ssample SELECT ?1 ->> 'run', (SELECT max(seq) FROM %1$sresult "
                    "WHERE run = ?1 ->> 'run'), i, value, read_gbps, steal, \"foreign\", kept "
                    "FROM (" SAMPLES ")";

static int put(ts_ledger *s, const char *form, const char *cells, const char *text, const char *row,
               ts_error *err)
{
    char *sql;
    void *memory = NULL;
    ts_selection none;
    if (asprintf(&sql, form, s->incoming ? s->incoming : "", cells, text) < 0)
        return ts_store_no_memory(err);
    int bad = ts_store_ask(s, &none, &memory, err, sql, "t", row);
    ts_memory_free(memory);
    free(sql);
    return bad;
}

static int check(ts_ledger *s, const char *table, const char *row, ts_error *err)
{
    static const char *const names[] = {"table", "row"};
    const ts_value value[] = {{table, NAN, false}, {row, NAN, false}};
    void *memory = NULL;
    ts_selection r;
    int bad =
        ts_store_select(s, ts_format_sql("faults"), &(ts_selection){.name = names, .columns = 2},
                        value, &r, &memory, err);
    if (!bad && r.n) bad = ts_fail(err, "%s", r.row[0][0].text);
    ts_memory_free(memory);
    return bad;
}

int ts_put_run(ts_ledger *s, const char *row, ts_error *err)
{
    return check(s, "run", row, err) ||
                   put(s, put_run, run_cells + strlen(", "), ts_schema_run_text, row, err)
               ? -1
               : 0;
}

int ts_put_result(ts_ledger *s, const char *row, ts_error *err)
{
    return check(s, "result", row, err) ||
                   put(s, put_result, result_cells + strlen(", "), ts_schema_result_text, row,
                       err) ||
                   put(s, put_samples, "", "", row, err)
               ? -1
               : 0;
}

/* ---- rows of structs ---- */

/* Of a run, and its samples; to be freed by the caller. What is infinite stays, to be refused. */
static char *text_of(const ts_column *columns, const void *row, const char *run,
                     const ts_sample *sample, size_t n, ts_error *err)
{
    char *text = NULL, *samples = ts_json_samples(sample, n);
    size_t bytes;
    FILE *f = samples ? open_memstream(&text, &bytes) : NULL;
    if (f) {
        fprintf(f, run ? "{\"run\":\"%s\"" : "{\"type\":\"run\"", run);
        ts_json_row(f, columns, row, false);
        fprintf(f, n ? ",\"samples\":%s}" : "}", samples);
        fclose(f);
    }
    free(samples);
    if (!text) ts_store_no_memory(err);
    return text;
}

/* Whether there is one. */
static int find_run(ts_ledger *s, const char *run, long long *n, ts_error *err)
{
    return ts_store_integer(s, "SELECT count(*) FROM run WHERE id = ?1", run, n, err);
}

static int need_run(ts_ledger *s, const char *run, ts_error *err)
{
    long long n = 0;
    if (find_run(s, run, &n, err)) return -1;
    return n ? 0 : ts_fail(err, "%s has no run %.40s; begin it first", s->path, run ? run : "");
}

/* ---- one call, one transaction ---- */

int ts_store_begin(ts_ledger *s, const ts_run_info *r, ts_error *err)
{
    long long n = 0;
    char *row = text_of(ts_run_columns, r, NULL, NULL, 0, err);
    int bad = !row || ts_store_transact(s, err);
    if (!bad) {
        bad = find_run(s, r->id, &n, err);
        if (!bad && n)
            bad = ts_fail(err, "%s has a run %s already; give the new one an id of its own",
                          s->path, r->id);
        bad = ts_store_finish(s, bad || ts_put_run(s, row, err), err);
    }
    free(row);
    return bad ? -1 : 0;
}

int ts_store_add(ts_ledger *s, const char *run, const ts_result *r, const ts_sample *sample,
                 size_t n, ts_error *err)
{
    char *row = text_of(ts_result_columns, r, run, sample, n, err);
    int bad = !row || ts_store_transact(s, err);
    if (!bad) bad = ts_store_finish(s, need_run(s, run, err) || ts_put_result(s, row, err), err);
    free(row);
    return bad ? -1 : 0;
}

/* A damaged row would be signed as it is. */
static int put_finished(ts_ledger *s, const char *run, const char *finished, ts_error *err)
{
    void *memory = NULL;
    ts_selection none;
    char *sign;
    if (asprintf(&sign, "UPDATE run SET digest = digest(%s, 16) WHERE id = ?1",
                 ts_schema_run_text) < 0)
        return ts_store_no_memory(err);
    int bad = ts_store_verify(s, run, false, err) ||
              ts_store_ask(s, &none, &memory, err,
                           "UPDATE run SET finished = ifnull(?1, "
                           "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) WHERE id = ?2",
                           "tt", finished, run) ||
              ts_store_ask(s, &none, &memory, err, sign, "t", run);
    ts_memory_free(memory);
    free(sign);
    return bad;
}

int ts_store_end(ts_ledger *s, const char *run, const char *finished, ts_error *err)
{
    if (ts_store_transact(s, err)) return -1;
    return ts_store_finish(s, need_run(s, run, err) || put_finished(s, run, finished, err), err);
}
