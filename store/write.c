/* write.c - appending runs and results with their samples. A row comes as an object of JSON, be it of a struct or of a
 * file, and SQL checks it and takes its members to their columns (schema.sql).
 *
 * ts_put works inside a transaction; the public functions open one, so that each is all or nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

/* ---- rows out of JSON ---- */

int ts_put_run(ts_ledger *s, const char *row, ts_error *err)
{
    return ts_schema_try(s, "faults", "run", row, err) ||
                   ts_schema_try(s, "put run", row, NULL, err)
               ? -1
               : 0;
}

int ts_put_result(ts_ledger *s, const char *row, ts_error *err)
{
    return ts_schema_try(s, "faults", "result", row, err) ||
                   ts_schema_try(s, "put result", row, NULL, err) ||
                   ts_schema_try(s, "put samples", row, NULL, err)
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

/* ---- one call, one transaction ---- */

int ts_store_begin(ts_ledger *s, const ts_run_info *r, ts_error *err)
{
    char *row = text_of(ts_run_columns, r, NULL, NULL, 0, err);
    int bad = !row || ts_store_transact(s, err);
    if (!bad)
        bad = ts_store_finish(
            s, ts_schema_try(s, "new run", r->id, NULL, err) || ts_put_run(s, row, err), err);
    free(row);
    return bad ? -1 : 0;
}

int ts_store_add(ts_ledger *s, const char *run, const ts_result *r, const ts_sample *sample,
                 size_t n, ts_error *err)
{
    char *row = text_of(ts_result_columns, r, run, sample, n, err);
    int bad = !row || ts_store_transact(s, err);
    if (!bad)
        bad = ts_store_finish(
            s, ts_schema_try(s, "known run", run, NULL, err) || ts_put_result(s, row, err), err);
    free(row);
    return bad ? -1 : 0;
}

/* A damaged row would be signed as it is. */
int ts_store_end(ts_ledger *s, const char *run, const char *finished, ts_error *err)
{
    if (ts_store_transact(s, err)) return -1;
    int bad =
        ts_schema_try(s, "known run", run, NULL, err) || ts_store_verify(s, run, false, err) ||
        ts_schema_try(s, "finish", finished, run, err) || ts_schema_try(s, "sign", run, NULL, err);
    return ts_store_finish(s, bad, err);
}
