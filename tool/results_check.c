/* results_check.c - recomputing stored results from their samples, and from lines beside them. What is a fault is
 * results_check.sql. */
#include "tool/results_check.h"

#include <stdio.h>

#include "bench/session.h"

extern const char ts_tool_results_check[]; /* results_check.sql */

int ts_check_one(ts_ledger *s, const ts_selection *lines, const ts_value *line, size_t *faults,
                 ts_error *err)
{
    ts_selection r = {0};
    int bad = ts_session_figures(s, ts_tool_results_check, lines, line, &r, err);
    for (size_t i = 0; !bad && i < r.n; i++) puts(r.row[i][0].text);
    if (!bad) *faults += r.n;
    ts_selection_free(&r);
    return bad;
}

int ts_results_recompute(ts_ledger *s, const char *run, ts_results_check *sum, ts_error *err)
{
    static const char sql[] =
        "SELECT run.*, result.* FROM run JOIN result ON id = run WHERE substr(id, 1, "
        "length(:run)) = :run ORDER BY started, id, seq";
    ts_selection lines = {0};
    *sum = (ts_results_check){0};
    int bad = ts_session_functions(s, err) || ts_store_verify(s, run, true, err) ||
              ts_store_select_run(s, sql, run, &lines, err);
    for (; !bad && sum->results < lines.n; sum->results++) {
        const ts_value *line = lines.row[sum->results];
        sum->samples += (size_t)ts_value_in(&lines, line, "samples", 7)->number;
        bad = ts_check_one(s, &lines, line, &sum->faults, err);
    }
    ts_selection_free(&lines);
    return bad ? -1 : 0;
}
