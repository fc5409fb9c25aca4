/* report.c - loads a store, writes all pages into memory, then into the folder (report.h). */
#include "report/report.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "report/folder.h"
#include "report/page.h"
#include "store/transfer.h"

extern const char ts_report_style[], ts_report_sort[]; /* style.css and sort.js */

/* ---- where results come from ---- */

typedef struct desk { /* the store, or a passing one that has other files, too */
    ts_ledger *store;
    char folder[PATH_MAX]; /* of the passing store; "": there is none */
    char path[PATH_MAX + 16];
} desk;

static int take_samples(void *arg, const ts_record *r, ts_sample **out, size_t *n, ts_error *err)
{
    return ts_store_samples(((desk *)arg)->store, r->run->id, r->seq, out, n, err);
}

static int write_raw(void *arg, const ts_run_info *run, FILE *to, ts_error *err)
{
    return ts_store_export(((desk *)arg)->store, "jsonl", run->id, to, err);
}

static int make_place(desk *d, ts_error *err)
{
    const char *tmp = getenv("TMPDIR");
    if (!tmp || !*tmp) tmp = "/tmp";
    int n = snprintf(d->folder, sizeof d->folder, "%s/tessera-report-XXXXXX", tmp);
    bool fits = n > 0 && (size_t)n < sizeof d->folder;
    if (!fits) errno = ENAMETOOLONG;
    if (fits && mkdtemp(d->folder)) return 0;
    d->folder[0] = 0;
    return ts_fail(
        err,
        "no place for a passing store in %.200s: %s; set TMPDIR to a folder that can be written",
        tmp, strerror(errno));
}

/* The store with the files beside it, all in a store of its own that goes away afterwards. */
static int open_passing(desk *d, const ts_report_options *o, ts_error *err)
{
    ts_merged sum = {0};
    if (make_place(d, err)) return -1;
    snprintf(d->path, sizeof d->path, "%s/store.db", d->folder);
    d->store = ts_store_open(d->path, false, err);
    if (!d->store) return -1;
    if (o->store && ts_store_merge(d->store, o->store, &sum, err)) return -1;
    for (size_t i = 0; i < o->alsos; i++)
        if (ts_store_import(d->store, o->also[i], NULL, NULL, &sum, err)) return -1;
    return 0;
}

static int open_desk(desk *d, const ts_report_options *o, ts_error *err)
{
    if (o->alsos) return open_passing(d, o, err);
    d->store = o->store ? ts_store_open(o->store, true, err) : NULL;
    if (d->store) return 0;
    return ts_fail(err, "there is nothing to report; tessera bench measures this machine");
}

static void close_desk(desk *d)
{
    static const char *const parts[] = {"", "-wal", "-shm", "-journal"};
    char path[sizeof d->path + 16];
    if (d->store) ts_store_close(d->store);
    if (!d->folder[0]) return;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        snprintf(path, sizeof path, "%s%s", d->path, parts[i]);
        unlink(path);
    }
    rmdir(d->folder);
}

/* ---- pages ---- */

/* "NAME.html", or "NAME.jsonl" with the raw results of the run. */
static int write_file(ts_view *v, ts_folder *f, const char *name, const ts_run_info *run, bool raw)
{
    char file[64];
    snprintf(file, sizeof file, raw ? "%s.jsonl" : "%s.html", name);
    FILE *to = ts_folder_open(f, file, v->err);
    if (!to) return -1;
    if (raw)
        (void)v->from.raw(v->from.arg, run, to, v->err); /* v->err tells */
    else
        ts_page_write(v, run ? "run" : name, run, to);
    return ts_folder_close(f, v->err) || ts_failed(v->err) ? -1 : 0;
}

static int write_text(ts_view *v, ts_folder *f, const char *name, const char *text)
{
    FILE *to = ts_folder_open(f, name, v->err);
    if (!to) return -1;
    fputs(text, to);
    return ts_folder_close(f, v->err);
}

static int write_pages(ts_view *v, ts_folder *f)
{
    size_t n = 0;
    if (write_text(v, f, "style.css", ts_report_style)) return -1;
    if (write_text(v, f, "sort.js", ts_report_sort)) return -1;
    for (size_t i = 0; i < v->from.all->runs; i++)
        for (int raw = 0; raw < 2; raw++)
            if (write_file(v, f, v->page[i], &v->from.all->run[i], raw)) return -1;
    while (ts_page_at(v, n)) n++;
    while (
        n--) /* last: what they link to is there when they are replaced; and index.html at the end */
        if (write_file(v, f, ts_text_of(v, ts_page_at(v, n)->name), NULL, false)) return -1;
    return 0;
}

static int write_report(const ts_report_options *o, desk *d, ts_report_done *done, ts_error *err)
{
    ts_records all = {0};
    ts_view v;
    ts_folder f = {0};
    if (ts_store_load(d->store, NULL, NULL, &all, err)) return -1;
    ts_source from = {.all = &all, .samples = take_samples, .raw = write_raw, .arg = d};
    int result = ts_view_make(&v, from, o->run, err);
    v.plots = o->plots;
    if (!result) result = write_pages(&v, &f);
    if (!result) result = ts_folder_publish(&f, o->folder, err);
    while (!result && ts_page_at(&v, done->pages)) done->pages++;
    *done = (ts_report_done){done->pages + all.runs, all.runs, all.n};
    ts_folder_free(&f);
    ts_view_free(&v);
    ts_records_free(&all);
    return result;
}

int ts_report_write(const ts_report_options *o, ts_report_done *done, ts_error *err)
{
    desk d = {0};
    int result = open_desk(&d, o, err);
    if (!result) result = write_report(o, &d, done, err);
    close_desk(&d);
    return result;
}
