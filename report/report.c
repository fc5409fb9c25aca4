/* report.c - loads a store, and writes all pages of it (report.h). */
#include "report/report.h"

#include <stdio.h>
#include <string.h>

#include "report/folder.h"
#include "report/template.h"
#include "store/transfer.h"

extern const char ts_report_style[], ts_report_sort[]; /* style.css and sort.js */

/* Everything in one store in memory, so that no file is changed and every row was compared with its digest. */
static ts_ledger *collect(const ts_report_options *o, ts_error *err)
{
    ts_ledger *s = ts_store_passing("the report", err);
    int bad = !s;
    if (!bad && !o->store && !o->alsos)
        bad = ts_fail(err, "there is nothing to report; tessera bench measures this machine");
    if (!bad && o->store) bad = ts_store_merge(s, o->store, NULL, err);
    for (size_t i = 0; i < o->alsos && !bad; i++)
        bad = ts_store_import(s, o->also[i], NULL, NULL, NULL, err);
    if (!bad) return s;
    ts_store_close(s);
    return NULL;
}

/* ---- pages ---- */

/* NAME.ENDING: a text, the run `raw` as a file to import, or the page of that name or of a run. */
static int write_file(ts_view *v, ts_folder *f, const char *name, const char *ending,
                      const char *text, const char *raw, const ts_selection *run)
{
    char file[64];
    int bad = 0;
    snprintf(file, sizeof file, "%s.%s", name, ending);
    FILE *to = ts_folder_open(f, file, v->err);
    if (!to) return -1;
    if (text)
        fputs(text, to);
    else if (raw)
        bad = ts_store_export(v->store, "jsonl", raw, to, v->err);
    else
        ts_page_write(v, run ? "run" : name, run, to);
    return ts_folder_close(f, v->err) || bad || ts_failed(v->err) ? -1 : 0;
}

static const char *text_of(const ts_selection *r, const char *name)
{
    return ts_value_in(r, r->row[0], name, strlen(name))->text;
}

static int write_runs(ts_view *v, ts_folder *f, ts_selection runs)
{
    for (ts_selection one = runs; one.row < runs.row + runs.n; one.row++) {
        const char *page = text_of(&one, "page");
        one.n = 1;
        if (write_file(v, f, page, "html", NULL, NULL, &one) ||
            write_file(v, f, page, "jsonl", NULL, text_of(&one, "id"), NULL))
            return -1;
    }
    return 0;
}

static int write_pages(ts_view *v, ts_folder *f, ts_selection runs)
{
    size_t n = 0;
    if (write_file(v, f, "style", "css", ts_report_style, NULL, NULL) ||
        write_file(v, f, "sort", "js", ts_report_sort, NULL, NULL) || write_runs(v, f, runs))
        return -1;
    while (ts_page_at(v, n)) n++;
    while (
        n--) /* last: what they link to is there when they are replaced; and index.html at the end */
        if (write_file(v, f, ts_text_of(v, ts_page_at(v, n)->name), "html", NULL, NULL, NULL))
            return -1;
    return 0;
}

static int write_report(const ts_report_options *o, ts_ledger *s, ts_report_done *done,
                        ts_error *err)
{
    ts_view v;
    ts_selection runs = {0};
    ts_folder f = {.n = 0};
    int bad = ts_view_make(&v, s, o->run, err) ||
              ts_store_select(s, "SELECT * FROM every_run ORDER BY run_nr", NULL, NULL, &runs, err);
    if (!bad && !o->plots) bad = ts_store_exec(s, "DELETE FROM plot", err);
    if (!bad)
        bad = ts_folder_begin(&f, o->folder, err) || write_pages(&v, &f, runs) ||
              ts_folder_publish(&f, err);
    while (!bad && ts_page_at(&v, done->pages)) done->pages++;
    for (size_t i = 0; i < runs.n && !bad; i++)
        done->results += (size_t)ts_value_in(&runs, runs.row[i], "results", 7)->number;
    if (!bad) done->runs = runs.n, done->pages += runs.n;
    ts_folder_end(&f);
    ts_selection_free(&runs);
    ts_view_free(&v);
    return bad ? -1 : 0;
}

int ts_report_write(const ts_report_options *o, ts_report_done *done, ts_error *err)
{
    ts_ledger *s = collect(o, err);
    int bad = s ? write_report(o, s, done, err) : -1;
    ts_store_close(s);
    return bad;
}
