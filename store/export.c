/* export.c - a store as JSON lines and JSON; the other formats have files of their own. */
#include "store/transfer.h"

#include <errno.h>
#include <string.h>

#include "store/store_int.h"
#include "store/transfer_int.h"

extern const char ts_store_formats[]; /* formats.sql */

const char *ts_format_sql(const char *name)
{
    char mark[40];
    size_t n = (size_t)snprintf(mark, sizeof mark, "\n-- @%s\n", name);
    const char *at = strstr(ts_store_formats, mark);
    return at ? at + n : "";
}

/* A run with its results: a line each, or part of a document. */
static int print_run(const ts_export *x, const ts_selection *runs, const ts_value *run, bool lines)
{
    static const char sql[] =
        "SELECT r.text || iif(s.text <> '[]', ',\"samples\":' || s.text, '') FROM result_text r "
        "JOIN samples_text s USING (run, seq) WHERE run = :run ORDER BY seq";
    void *memory = NULL;
    ts_selection r;
    bool first = run == runs->row[0];
    if (ts_store_select(x->store, sql, runs, run, &r, &memory, x->err)) return -1;
    fprintf(x->to, lines ? "{\"type\":\"run\",%s}\n" : first ? "\n{%s" : ",\n{%s", run[1].text);
    if (!lines) fputs(",\"results\":[", x->to);
    for (size_t i = 0; i < r.n; i++) {
        const char *text = r.row[i][0].text;
        if (lines)
            fprintf(x->to, "{\"type\":\"result\",\"run\":\"%s\",%s}\n", run[0].text, text);
        else
            fprintf(x->to, "%s\n{%s}", i ? "," : "", text);
    }
    if (!lines) fputs("]}", x->to);
    ts_memory_free(memory);
    return 0;
}

static int export_json(const ts_export *x, bool lines)
{
    static const char sql[] = "SELECT run, text FROM run_text WHERE substr(run, 1, length(:run)) = "
                              ":run ORDER BY started, run";
    void *memory = NULL;
    ts_selection runs;
    int bad = ts_store_verify(x->store, x->run, true, x->err) ||
              ts_store_select_run(x->store, sql, x->run, &runs, &memory, x->err);
    if (!bad && !lines) fputs("{\"tessera\":\"results\",\"version\":1,\"runs\":[", x->to);
    for (size_t i = 0; !bad && i < runs.n; i++) bad = print_run(x, &runs, runs.row[i], lines);
    if (!bad && !lines) fputs("\n]}\n", x->to);
    ts_memory_free(memory);
    return bad ? -1 : 0;
}

static int export_as(const ts_export *x, const char *format)
{
    if (!strcmp(format, "jsonl")) return export_json(x, true);
    if (!strcmp(format, "json")) return export_json(x, false);
    if (!strcmp(format, "csv")) return ts_export_csv(x);
    if (!strcmp(format, "markdown")) return ts_export_markdown(x);
    return ts_fail(x->err, "no format \"%.40s\"; there are jsonl, json, csv and markdown", format);
}

int ts_store_export(ts_ledger *s, const char *format, const char *run, FILE *to, ts_error *err)
{
    const ts_export x = {.store = s, .to = to, .run = run, .err = err};
    if (ts_store_exec(s, "BEGIN", err)) return -1; /* one moment for results and samples */
    int bad = export_as(&x, format);
    sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
    if (!bad && (fflush(to) || ferror(to)))
        return ts_fail(err, "cannot write the export: %s", strerror(errno));
    return bad;
}
