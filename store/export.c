/* export.c - a store as JSON lines and JSON; the other formats have files of their own. */
#include "store/transfer.h"

#include <errno.h>
#include <stdlib.h>
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

/* The members of a result and its samples, without braces. */
static int print_result(const ts_export *x, const char *run, const ts_record *r)
{
    ts_sample *sample;
    size_t n;
    if (ts_store_samples(x->store, run, r->seq, &sample, &n, x->err)) return -1;
    ts_json_result(x->to, r->seq, &r->result);
    if (n) {
        fputs(",\"samples\":", x->to);
        ts_json_samples(x->to, sample, n);
    }
    free(sample);
    return 0;
}

/* Runs with their results: a line each, or all in one document. */
static int print_all(const ts_export *x, const ts_records *all, bool lines)
{
    const ts_record *r = all->record, *end = r + all->n;
    if (!lines) fputs("{\"tessera\":\"results\",\"version\":1,\"runs\":[", x->to);
    for (size_t i = 0; i < all->runs; i++) {
        const ts_run_info *run = &all->run[i];
        fputs(lines ? "{\"type\":\"run\"," : i ? ",\n{" : "\n{", x->to);
        ts_json_run(x->to, run);
        fputs(lines ? "}\n" : ",\"results\":[", x->to);
        for (bool first = true; r < end && r->run == run; r++, first = false) {
            fputs(lines ? "{\"type\":\"result\",\"run\":\"" : first ? "\n{" : ",\n{", x->to);
            if (lines) fprintf(x->to, "%s\",", run->id);
            if (print_result(x, run->id, r)) return -1;
            fputs(lines ? "}\n" : "}", x->to);
        }
        if (!lines) fputs("]}", x->to);
    }
    if (!lines) fputs("\n]}\n", x->to);
    return 0;
}

static int export_json(const ts_export *x, bool lines)
{
    ts_records all;
    if (ts_store_load(x->store, NULL, x->run, &all, x->err)) return -1;
    int bad = print_all(x, &all, lines);
    ts_records_free(&all);
    return bad;
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
