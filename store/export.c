/* export.c - a store as JSON lines and JSON; the other formats have files of their own. */
#include "store/transfer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"
#include "store/transfer_int.h"

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

static int export_lines(const ts_export *x)
{
    const ts_record *r = x->all->record, *end = r + x->all->n;
    for (size_t i = 0; i < x->all->runs; i++) {
        const ts_run_info *run = &x->all->run[i];
        fputs("{\"type\":\"run\",", x->to);
        ts_json_run(x->to, run);
        fputs("}\n", x->to);
        for (; r < end && r->run == run; r++) {
            fprintf(x->to, "{\"type\":\"result\",\"run\":\"%s\",", run->id);
            if (print_result(x, run->id, r)) return -1;
            fputs("}\n", x->to);
        }
    }
    return 0;
}

static int export_document(const ts_export *x)
{
    const ts_record *r = x->all->record, *end = r + x->all->n;
    fputs("{\"tessera\":\"results\",\"version\":1,\"runs\":[", x->to);
    for (size_t i = 0; i < x->all->runs; i++) {
        const ts_run_info *run = &x->all->run[i];
        bool first = true;
        fputs(i ? ",\n{" : "\n{", x->to);
        ts_json_run(x->to, run);
        fputs(",\"results\":[", x->to);
        for (; r < end && r->run == run; r++, first = false) {
            fputs(first ? "\n{" : ",\n{", x->to);
            if (print_result(x, run->id, r)) return -1;
            fputc('}', x->to);
        }
        fputs("]}", x->to);
    }
    fputs("\n]}\n", x->to);
    return 0;
}

static int export_all(const ts_export *x, const char *format)
{
    int bad;
    if (!strcmp(format, "jsonl"))
        bad = export_lines(x);
    else if (!strcmp(format, "json"))
        bad = export_document(x);
    else if (!strcmp(format, "csv"))
        bad = ts_export_csv(x);
    else if (!strcmp(format, "markdown"))
        bad = ts_export_markdown(x);
    else
        return ts_fail(x->err, "no format \"%.40s\"; there are jsonl, json, csv and markdown",
                       format);
    if (!bad && (fflush(x->to) || ferror(x->to)))
        return ts_fail(x->err, "cannot write the export: %s", strerror(errno));
    return bad;
}

int ts_store_export(ts_ledger *s, const char *format, const char *run, FILE *to, ts_error *err)
{
    ts_records all;
    if (ts_store_exec(s, "BEGIN", err)) return -1; /* one moment for results and samples */
    int bad = ts_store_load(s, NULL, run, &all, err);
    if (!bad) {
        const ts_export x = {.store = s, .to = to, .all = &all, .err = err};
        bad = export_all(&x, format);
        ts_records_free(&all);
    }
    sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
    return bad;
}
