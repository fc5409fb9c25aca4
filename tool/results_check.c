/* results_check.c - recomputing stored results from their samples, and from lines beside them. What is a fault is
 * results_check.sql. */
#include "tool/results_check.h"

#include <stdio.h>
#include <stdlib.h>

#include "bench/noise.h"
#include "bench/roofline.h"
#include "bench/stats.h"
#include "store/columns.h"

extern const char ts_tool_results_check[]; /* results_check.sql */

enum { MOST = 96 }; /* columns of a line */

/* As rounds.c has it. */
static double interval(const double *x, size_t n, double end)
{
    ts_interval i = ts_median_interval(x, n, 0.95, 1);
    return end < 0 ? i.lo : i.hi;
}

int ts_check_one(ts_ledger *s, const ts_record *record, size_t *faults, ts_error *err)
{
    const ts_column *const parts[] = {ts_run_columns, ts_result_columns};
    const void *const row[] = {record->run, &record->result};
    const char *name[MOST] = {"seq", "limit", "most"};
    ts_value value[MOST] = {{NULL, (double)record->seq, true},
                            {NULL, TS_NOISE_LIMIT, false},
                            {NULL, TS_IMPOSSIBLE, false}};
    ts_selection r, from = {.name = name, .columns = 3};
    void *memory = NULL;
    for (int i = 0; i < 2; i++) {
        size_t n = ts_row_values(parts[i], row[i], value + from.columns);
        for (size_t k = 0; k < n; k++) name[from.columns++] = parts[i][k].name;
    }
    int bad = ts_store_select(s, ts_tool_results_check, &from, value, &r, &memory, err);
    for (size_t i = 0; !bad && i < r.n; i++) puts(r.row[i][0].text);
    if (!bad) *faults += r.n;
    ts_memory_free(memory);
    return bad;
}

static int check_all(ts_ledger *s, const ts_records *all, ts_results_check *sum, ts_error *err)
{
    for (size_t i = 0; i < all->n; i++) {
        const ts_record *r = &all->record[i];
        ts_sample *sample;
        size_t n;
        if (ts_store_samples(s, r->run->id, r->seq, &sample, &n, err)) return -1;
        free(sample);
        if (ts_check_one(s, r, &sum->faults, err)) return -1;
        sum->results++;
        sum->samples += n;
    }
    return 0;
}

int ts_results_recompute(ts_ledger *s, const char *run, ts_results_check *sum, ts_error *err)
{
    static const ts_aggregate figures[] = {{"quantile", ts_quantile}, {"interval", interval}};
    ts_records all;
    *sum = (ts_results_check){0};
    if (ts_store_aggregate(s, &figures[0], err) || ts_store_aggregate(s, &figures[1], err) ||
        ts_store_load(s, NULL, run, &all, err))
        return -1;
    int bad = check_all(s, &all, sum, err);
    ts_records_free(&all);
    return bad;
}
