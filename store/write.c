/* write.c - appending runs and results with their samples. A row comes as an object of JSON, be it of a struct or of a
 * file, and SQL checks it and takes its members to their columns (schema.sql).
 *
 * ts_put works inside a transaction; the public functions open one, so that each is all or nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

/* ---- rows out of JSON ---- */

static int put(ts_ledger *s, const char *name, const char *a, const char *b, ts_error *err)
{
    void *memory = NULL;
    ts_selection none;
    int bad = ts_schema_ask(s, name, a, b, &none, &memory, err);
    ts_memory_free(memory);
    return bad;
}

static int check(ts_ledger *s, const char *table, const char *row, ts_error *err)
{
    void *memory = NULL;
    ts_selection r;
    int bad = ts_schema_ask(s, "faults", table, row, &r, &memory, err);
    if (!bad && r.n) bad = ts_fail(err, "%s", r.row[0][0].text);
    ts_memory_free(memory);
    return bad;
}

int ts_put_run(ts_ledger *s, const char *row, ts_error *err)
{
    return check(s, "run", row, err) || put(s, "put run", row, NULL, err) ? -1 : 0;
}

int ts_put_result(ts_ledger *s, const char *row, ts_error *err)
{
    return check(s, "result", row, err) || put(s, "put result", row, NULL, err) ||
                   put(s, "put samples", row, NULL, err)
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
    return ts_store_verify(s, run, false, err) || put(s, "finish", finished, run, err) ||
           put(s, "sign", run, NULL, err);
}

int ts_store_end(ts_ledger *s, const char *run, const char *finished, ts_error *err)
{
    if (ts_store_transact(s, err)) return -1;
    return ts_store_finish(s, need_run(s, run, err) || put_finished(s, run, finished, err), err);
}
