/* records.h - what a store holds, as structs: for tests, which compare columns of C. Programs SELECT. */
#ifndef TESSERA_TEST_STORE_RECORDS_H
#define TESSERA_TEST_STORE_RECORDS_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"

typedef struct ts_record {
    const ts_run_info *run;
    ts_result result;
    size_t seq; /* of the result in its run, from 0 */
} ts_record;

typedef struct ts_records {
    ts_run_info *run; /* by time of start */
    size_t runs;
    ts_record *record; /* by run, then seq */
    size_t n;
    void *memory; /* of the text in them */
} ts_records;

/* The row as values, one a column; how many. */
static inline size_t ts_row_values(const ts_column *c, const void *row, ts_value *to)
{
    size_t n = 0;
    for (; c->name; c++) to[n++] = ts_column_get(c, row);
    return n;
}

static inline void ts_row_set(const ts_column *c, void *row, const ts_value *x)
{
    for (; c->name; c++) ts_column_set(c, row, *x++);
}

static inline void ts_records_free(ts_records *r)
{
    free(r->run);
    free(r->record);
    ts_memory_free(r->memory);
    *r = (ts_records){0};
}

#define RECORDS_OF                                                                                 \
    " FROM run JOIN result ON id = run WHERE (@run IS NULL OR substr(id, 1, length(@run)) = "      \
    "@run) AND "                                                                                   \
    "(@bench IS NULL OR bench = @bench) ORDER BY started, id, seq"

/* Of a bench, or all (NULL), and of a run as in ts_store_verify; without results a run is one only for all. */
static inline int ts_store_load(ts_ledger *s, const char *bench, const char *run, ts_records *out,
                                ts_error *err)
{
    static const char *const names[] = {"run", "bench"};
    const ts_value given[] = {{run, NAN, false}, {bench, NAN, false}};
    const ts_selection from = {.name = names, .columns = 2};
    ts_selection runs = {0}, results;
    *out = (ts_records){0};
    int bad = ts_store_verify(s, run, true, err) ||
              ts_store_select(s,
                              "SELECT * FROM run WHERE (@run IS NULL OR substr(id, 1, "
                              "length(@run)) = @run) AND (@bench IS NULL OR id IN (SELECT run "
                              "FROM result WHERE bench = @bench)) ORDER BY started, id",
                              &from, given, &runs, err);
    results = runs;
    bad = bad ||
          ts_store_select(s, "SELECT id, seq, result.*" RECORDS_OF, &from, given, &results, err);
    out->memory = results.memory;
    if (bad) {
        ts_records_free(out);
        return -1;
    }
    out->run = calloc(runs.n + 1, sizeof *out->run);
    out->record = calloc(results.n + 1, sizeof *out->record);
    for (; out->run && out->runs < runs.n; out->runs++)
        ts_row_set(ts_run_columns, &out->run[out->runs], runs.row[out->runs]);
    for (size_t k = 0; out->record && out->n < results.n; out->n++) {
        const ts_value *x = results.row[out->n];
        while (strcmp(out->run[k].id, x[0].text) != 0) k++;
        out->record[out->n] = (ts_record){.run = &out->run[k], .seq = (size_t)x[1].number};
        ts_row_set(ts_result_columns, &out->record[out->n].result, x + 4); /* behind run, seq */
    }
    return 0;
}

/* The samples of one result, which loading has compared with its digest, to be freed by the caller; *n may be 0 with
 * *out NULL. */
static inline int ts_store_samples(ts_ledger *s, const char *run, size_t seq, ts_sample **out,
                                   size_t *n, ts_error *err)
{
    static const char *const names[] = {"run", "seq"};
    const ts_value given[] = {{run, NAN, false}, {NULL, (double)seq, true}};
    ts_selection r = {0};
    *out = NULL;
    int bad = ts_store_select(s,
                              "SELECT value, read_gbps, steal, \"foreign\", kept FROM sample "
                              "WHERE run = :run AND seq = :seq ORDER BY i",
                              &(ts_selection){.name = names, .columns = 2}, given, &r, err);
    *n = bad ? 0 : r.n;
    if (*n) *out = calloc(*n, sizeof **out);
    for (size_t i = 0; *out && i < *n; i++) ts_row_set(ts_sample_columns, &(*out)[i], r.row[i]);
    ts_selection_free(&r);
    return bad ? -1 : 0;
}

#endif
