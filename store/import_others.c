/* import_others.c - the files of others: CSV of pu-rs.org submissions and of ds4-bench, JSON of llama-bench. What a
 * row of theirs means is a SELECT of formats.sql. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "store/store_int.h"
#include "store/transfer.h"
#include "store/transfer_int.h"
#include "tessera/c_locale.h"

/* A run for each commit and submitter; else one, with the head of its first row. */
#define PURS "device_id,kernel_id,dtype,input_shape,batch_size,impl_lang,latency_us"
static const struct format {
    const char *name, *source; /* NULL: the file's name without folder and ending */
    bool many;
    const char *header; /* NULL: not CSV */
} formats[] = {
    {"llama-bench", "llama-bench", false, NULL},
    {"ds4", NULL, false, "ctx_tokens,prefill_tokens,prefill_tps,gen_tokens,gen_tps,kvcache_bytes"},
    {"pu-rs", "pu-rs.org", true, PURS ",driver_version,toolchain,git_sha,submitter"},
    {"pu-rs", "pu-rs.org", true,
     PURS ",throughput_gbps,driver_version,toolchain,git_sha,submitter"},
    {"pu-rs", "pu-rs.org", true,
     PURS ",throughput_gbps,max_abs_err,sums_ok,driver_version,toolchain"},
};
enum { FORMATS = sizeof formats / sizeof *formats };

/* ---- runs ---- */

static void stem_of(const char *path, char *to, size_t cap)
{
    const char *slash = strrchr(path, '/');
    snprintf(to, cap, "%s", slash ? slash + 1 : path);
    char *dot = strrchr(to, '.');
    if (dot && dot != to) *dot = 0;
}

/* The id of the run that a row with this head belongs to. */
static const char *run_of(ts_import *in, const struct format *f, const ts_run_info *of, size_t line)
{
    char part[512] = "", stem[256];
    for (size_t i = 0; i < in->n; i++)
        if (!f->many ||
            (ts_same(in->run[i].git_sha, of->git_sha) && ts_same(in->run[i].command, of->command)))
            return in->run[i].id;
    int n = f->many ? snprintf(part, sizeof part, "%s\n%s", of->git_sha ? of->git_sha : "",
                               of->command ? of->command : "")
                    : 0;
    if (in->n == TS_IMPORT_GROUPS || n < 0 || (size_t)n >= sizeof part) {
        ts_import_fail(in, line,
                       "more than %d commits and submitters in one file, or one with a name "
                       "too long; split it",
                       TS_IMPORT_GROUPS);
        return NULL;
    }
    stem_of(in->path, stem, sizeof stem);
    ts_run_info r = *of, head = ts_import_head(in, f->source ? f->source : stem, part);
    r.id = head.id;
    r.kind = head.kind;
    r.source = head.source;
    r.url = head.url;
    return ts_import_run(in, line, &r) ? NULL : r.id;
}

/* ---- samples: only llama-bench has them ---- */

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* To be freed by the caller; *x gets their median. */
static int read_samples(ts_import *in, size_t line, const json_t *list, ts_sample **out, double *x)
{
    size_t n = json_array_size(list);
    double *sorted = calloc(n + 1, sizeof *sorted);
    *out = calloc(n + 1, sizeof **out);
    int bad = sorted && *out ? 0 : ts_store_no_memory(in->err);
    for (size_t i = 0; i < n && !bad; i++) {
        sorted[i] = json_number_value(json_array_get(list, i)); /* 0 for what is none */
        (*out)[i] = (ts_sample){sorted[i], NAN, NAN, NAN, true};
        if (!(sorted[i] > 0))
            bad = ts_import_fail(in, line, "sample %zu of \"samples_ts\" is no speed", i + 1);
    }
    if (n && !bad) {
        qsort(sorted, n, sizeof *sorted, ascending);
        *x = n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }
    free(sorted);
    return bad;
}

static int take_result(ts_import *in, const char *run, size_t line, ts_result *r,
                       const json_t *list)
{
    ts_sample *sample = NULL;
    size_t n = json_array_size(list);
    int bad = n ? read_samples(in, line, list, &sample, &r->value) : 0;
    if (n) r->n = (double)n;
    if (!bad) bad = ts_import_result(in, line, run, r, sample, n);
    free(sample);
    return bad;
}

/* ---- rows ---- */

/* What has another type than its column is not known. */
static void read_columns(ts_import *in, const ts_selection *rows, const ts_value *x,
                         ts_run_info *run, ts_result *r)
{
    for (size_t i = 0; i < rows->columns; i++) {
        const char *name = rows->name[i];
        bool of_run = !strncmp(name, "run.", 4);
        const ts_column *c = of_run ? ts_column_find(ts_run_columns, name + 4)
                                    : ts_column_find(ts_result_columns, name);
        void *to = of_run ? (void *)run : (void *)r;
        const char *text = ts_import_keep(in, x[i].text);
        if (c && (c->text || !x[i].whole))
            ts_column_set(c, to, (ts_value){text, x[i].number, false});
    }
}

/* from, row: their names and values; samples: a list, or NULL. */
static int take_row(ts_import *in, const struct format *f, const ts_selection *from,
                    const ts_value *row, const json_t *samples, size_t line)
{
    ts_selection out;
    int bad =
        ts_store_select(in->store, ts_format_sql(f->name), from, row, &out, &in->memory, in->err);
    for (size_t i = 0; i < out.n && !bad; i++) {
        ts_run_info run = ts_run_blank();
        ts_result r = ts_result_blank();
        const ts_value *fault = ts_value_in(&out, out.row[i], "fault", 5);
        if (fault && fault->text) return ts_import_fail(in, line, "%s", fault->text);
        read_columns(in, &out, out.row[i], &run, &r);
        const char *id = run_of(in, f, &run, line);
        bad = !id || take_result(in, id, line, &r, samples);
    }
    return bad ? -1 : 0;
}

int ts_import_llama(ts_import *in, const json_t *row, size_t where)
{
    static const char *const names[] = {"n_prompt",     "n_gen",         "n_depth",   "avg_ts",
                                        "build_commit", "cpu_info",      "test_time", "model_size",
                                        "model_type",   "backends",      "gpu_info",  "n_threads",
                                        "type_k",       "model_filename"};
    enum { NAMES = sizeof names / sizeof *names };
    const ts_selection from = {.name = names, .columns = NAMES};
    ts_value value[NAMES];
    for (size_t i = 0; i < NAMES; i++) {
        const json_t *x = json_object_get(row, names[i]);
        const char *text = json_string_value(x);
        value[i] = (ts_value){text && *text ? text : NULL,
                              json_is_number(x) ? json_number_value(x) : NAN, false};
    }
    return take_row(in, &formats[0], &from, value, json_object_get(row, "samples_ts"), where);
}

/* ---- tables ---- */

/* Cells that are numbers. */
static const struct limits {
    const char *name;
    double least, most;
    bool needed;
} limits[] = {
    {"latency_us", 1e-6, 1e15, true},   {"batch_size", 1, 1e9, false},
    {"throughput_gbps", 0, 1e9, false}, {"ctx_tokens", 0, 1e15, true},
    {"prefill_tokens", 0, 1e15, true},  {"prefill_tps", 0, 1e15, true},
    {"gen_tokens", 0, 1e15, true},      {"gen_tps", 0, 1e15, true},
    {"kvcache_bytes", 0, 1e15, true},
};
enum { LIMITS = sizeof limits / sizeof *limits };

/* A decimal number within its limits, or none where it may be missing. */
static int number(ts_import *in, size_t line, const struct limits *l, const char *cell, double *x)
{
    TS_C_LOCALE;
    char *end;
    if (!*cell && !l->needed) return 0;
    if (strspn(cell, "0123456789+-.eE") == strlen(cell) && *cell) {
        *x = strtod(cell, &end);
        if (!*end && *x >= l->least && *x <= l->most) return 0;
    }
    return ts_import_fail(in, line, "%s is \"%.40s\", not a number from %g to %g", l->name, cell,
                          l->least, l->most);
}

/* A text is mended first. */
static int value_of(ts_import *in, size_t line, const char *name, const char *cell, ts_value *x)
{
    size_t n = strlen(cell);
    *x = (ts_value){NULL, NAN, false};
    for (const struct limits *l = limits; l < limits + LIMITS; l++)
        if (!strcmp(l->name, name)) return number(in, line, l, cell, &x->number);
    if (!n) return 0;
    char *text = ts_memory_take(&in->memory, 3 * n + 1, 1);
    if (!text) return ts_store_no_memory(in->err);
    ts_text_mend(cell, n, text);
    x->text = text;
    return 0;
}

/* By the cells of its header. */
static const struct format *find_format(const ts_csv *header)
{
    char text[512] = "";
    size_t at = 0;
    for (size_t i = 0; i < header->cells && at < sizeof text; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, i ? ",%s" : "%s", header->cell[i]);
    for (const struct format *f = formats; f < formats + FORMATS; f++)
        if (f->header && at < sizeof text && !strcmp(f->header, text)) return f;
    return NULL;
}

static int take_line(ts_import *in, const struct format *f, const ts_csv *header,
                     const ts_csv *line)
{
    ts_value value[TS_IMPORT_CELLS];
    const ts_selection from = {.name = (const char *const *)header->cell, .columns = header->cells};
    if (line->cells != header->cells)
        return ts_import_fail(in, line->line, "%zu cells instead of %zu", line->cells,
                              header->cells);
    for (size_t i = 0; i < line->cells; i++)
        if (value_of(in, line->line, header->cell[i], line->cell[i], &value[i])) return -1;
    return take_row(in, f, &from, value, NULL, line->line);
}

static int take_table(ts_import *in, ts_csv *csv)
{
    const char *what = "no header";
    int more;
    if (ts_csv_row(csv, &what) <= 0) return ts_import_fail(in, csv->line, "%s", what);
    const ts_csv header = *csv; /* its cells stay where they are */
    const struct format *f = find_format(&header);
    size_t rows = 0;
    if (!f)
        return ts_import_fail(
            in, csv->line,
            "an unknown header; known are the CSV files of pu-rs.org and ds4-bench "
            "(what tessera exported as CSV lacks the samples: import its jsonl)");
    for (; (more = ts_csv_row(csv, &what)) > 0; rows++)
        if (take_line(in, f, &header, csv)) return -1;
    if (more < 0) return ts_import_fail(in, csv->line, "%s", what);
    return rows ? 0 : ts_import_fail(in, 0, "has a header and no rows");
}

int ts_import_csv(ts_import *in)
{
    char *copy = strdup(in->text);
    if (!copy) return ts_store_no_memory(in->err);
    ts_csv csv = {.at = copy, .next = 1};
    int bad = take_table(in, &csv);
    free(copy);
    return bad;
}
