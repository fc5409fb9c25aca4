/* import_others.c - the files of others: CSV of pu-rs.org submissions and of ds4-bench, JSON of llama-bench.
 *
 * A format is a SELECT without tables: its parameters are the members of a row of theirs, its columns those
 * of a result of ours, "run.x" those of the run; "fault" says what is wrong with the row. A line of CSV has
 * its members' names from the header. Empty texts are NULL. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "store/store_int.h"
#include "store/transfer_int.h"
#include "tessera/c_locale.h"

typedef struct format {
    const char *source; /* NULL: the file's name without folder and ending */
    bool many; /* a run for each commit and submitter; else one, with the head of its first row */
    const char *sql;
} format;

#define IS_TOKEN ":kernel_id = 'deepseek_decode_step'"
#define RECKONED "ifnull(:toolchain LIKE '%theoretical%', 0)" /* it stands among measurements */
static const format purs = {
    "pu-rs.org", true,
    "SELECT iif(:device_id IS NULL OR :kernel_id IS NULL,"
    " 'device_id and kernel_id may not be empty', NULL) fault,"
    " iif(" IS_TOKEN ", 'decode', 'kernel') bench,"
    " iif(" IS_TOKEN ", 'DeepSeek-R1-Distill-Qwen-1.5B', :kernel_id) name,"
    " iif(" IS_TOKEN ", 'tok/s', 'us') unit,"
    " iif(" IS_TOKEN ", 1e6 / :latency_us, :latency_us) value,"
    " :throughput_gbps gbps, :device_id device_name, :impl_lang target, :driver_version driver,"
    " :dtype dtype, :input_shape shape, :batch_size batch, :toolchain toolchain,"
    " :git_sha \"run.git_sha\", :submitter \"run.command\","
    " iif(" RECKONED ", 'theoretical', NULL) mode,"
    " CASE WHEN " RECKONED " OR :sums_ok IS NULL THEN 'none'"
    " WHEN lower(:sums_ok) = 'true' THEN 'pass' ELSE 'fail' END verdict,"
    " iif(:sums_ok IS NULL, NULL, printf('as published: max_abs_err %.40s, sums_ok %.40s',"
    " :max_abs_err, :sums_ok)) why"};

/* A line is one frontier: the prompt up to it, tokens from there on, and the cache it took. The file names no
 * model; ds4 is made for this one. */
#define DS4 "SELECT 'DeepSeek-V4-Flash' name, 1.0 batch, 'none' verdict,"
static const format ds4 = {
    NULL, false,
    DS4
    " 'prefill' bench, printf('pp%.0f', :prefill_tokens) mode, 'tok/s' unit,"
    " :prefill_tps value, iif(:ctx_tokens >= :prefill_tokens, :ctx_tokens - :prefill_tokens, NULL)"
    " context, :prefill_tokens prompt, NULL tokens "
    "UNION ALL " DS4 " 'decode', printf('tg%.0f', :gen_tokens), 'tok/s',"
    " :gen_tps, :ctx_tokens, NULL, :gen_tokens "
    "UNION ALL " DS4 " 'memory', 'kv', 'B',"
    " :kvcache_bytes, :ctx_tokens, NULL, NULL"};

/* The mode is pp512, tg128, pp512+tg128, with the depth behind it as llama-bench prints it; older versions
 * have none. A file's name is what is left when all up to its last slash is cut off. */
static const format llama = {
    "llama-bench", false,
    "WITH x (p, g, d) AS (SELECT :n_prompt, :n_gen, ifnull(:n_depth, 0.0)) "
    "SELECT CASE WHEN NOT (typeof(:avg_ts) = 'real' AND :avg_ts > 0)"
    " THEN '\"avg_ts\" is no speed'"
    " WHEN (p BETWEEN 0 AND 1e9 AND g BETWEEN 0 AND 1e9 AND d BETWEEN 0 AND 1e9 AND p + g >= 1 AND"
    " p = CAST(p AS INTEGER) AND g = CAST(g AS INTEGER) AND d = CAST(d AS INTEGER)) IS NOT TRUE"
    " THEN '\"n_prompt\", \"n_gen\" and \"n_depth\" do not say what was measured' END fault,"
    " :build_commit \"run.git_sha\", :cpu_info \"run.cpu\", :test_time \"run.started\","
    " iif(g > 0, 'decode', 'prefill') bench, 'none' verdict, 'tok/s' unit, :avg_ts value,"
    " p prompt, g tokens, d context, 1.0 batch, iif(p > 0, NULL, :model_size) bytes,"
    " coalesce(:model_type, substr(:model_filename, 1 + length(rtrim(:model_filename,"
    " replace(:model_filename, '/', ''))))) name, :backends device,"
    " coalesce(:gpu_info, :cpu_info) device_name, :n_threads threads, :type_k kv,"
    " iif(p > 0, printf('pp%.0f', p), '') || iif(p > 0 AND g > 0, '+', '')"
    " || iif(g > 0, printf('tg%.0f', g), '') || iif(d > 0, printf(' @ d%.0f', d), '') mode "
    "FROM x"};

/* ---- runs ---- */

static void stem_of(const char *path, char *to, size_t cap)
{
    const char *slash = strrchr(path, '/');
    snprintf(to, cap, "%s", slash ? slash + 1 : path);
    char *dot = strrchr(to, '.');
    if (dot && dot != to) *dot = 0;
}

/* The run that a row with this head belongs to. */
static ts_batch *run_of(ts_import *in, const format *f, const ts_run_info *of, size_t line)
{
    char part[512] = "", stem[256];
    for (size_t i = 0; i < in->n; i++)
        if (!f->many || (ts_same(in->batch[i].run.git_sha, of->git_sha) &&
                         ts_same(in->batch[i].run.command, of->command)))
            return &in->batch[i];
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
    return ts_import_run(in, &r);
}

/* ---- samples: only llama-bench has them ---- */

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static int take_samples(ts_import *in, size_t line, const json_t *list, ts_store_line *l)
{
    size_t n = json_array_size(list);
    double *x = n ? malloc(n * sizeof *x) : NULL;
    l->sample = n ? malloc(n * sizeof *l->sample) : NULL;
    int bad = n && (!x || !l->sample) ? ts_store_no_memory(in->err) : 0;
    for (; l->n < n && !bad; l->n++) {
        const json_t *value = json_array_get(list, l->n);
        x[l->n] = json_number_value(value); /* 0 for what is none */
        l->sample[l->n] = (ts_sample){x[l->n], NAN, NAN, NAN, true};
        if (!(x[l->n] > 0))
            bad = ts_import_fail(in, line, "sample %zu of \"samples_ts\" is no speed", l->n + 1);
    }
    if (n && !bad) {
        qsort(x, n, sizeof *x, ascending);
        l->result.value = n % 2 ? x[n / 2] : (x[n / 2 - 1] + x[n / 2]) / 2;
        l->result.n = (double)n;
    }
    free(x);
    return bad;
}

/* ---- rows ---- */

static int bind_row(ts_import *in, sqlite3_stmt *q, const json_t *row)
{
    int bad = 0;
    for (int i = 1; i <= sqlite3_bind_parameter_count(q); i++) {
        const json_t *value = json_object_get(row, sqlite3_bind_parameter_name(q, i) + 1);
        const char *text = json_string_value(value);
        if (text && *text) bad |= sqlite3_bind_text(q, i, text, -1, SQLITE_STATIC);
        if (json_is_number(value)) bad |= sqlite3_bind_double(q, i, json_number_value(value));
    }
    return bad ? ts_store_fail(in->store, in->err) : 0;
}

/* What has another type than its column is not known. */
static void read_columns(ts_import *in, sqlite3_stmt *q, ts_run_info *run, ts_result *r)
{
    for (int i = 0; i < sqlite3_column_count(q); i++) {
        const char *name = sqlite3_column_name(q, i);
        bool of_run = !strncmp(name, "run.", 4);
        const ts_column *c = of_run ? ts_column_find(ts_run_columns, name + 4)
                                    : ts_column_find(ts_result_columns, name);
        int type = sqlite3_column_type(q, i);
        void *to = of_run ? (void *)run : (void *)r;
        if (c && c->text && type == SQLITE_TEXT)
            ts_column_set_text(c, to, ts_import_keep(in, (const char *)sqlite3_column_text(q, i)));
        else if (c && !c->text && type == SQLITE_FLOAT)
            ts_column_set_number(c, to, sqlite3_column_double(q, i));
    }
}

typedef struct taking {
    ts_import *in;
    const format *format;
    const json_t *row;
    size_t line;
} taking;

static int take_result(void *arg, sqlite3_stmt *q, ts_error *err)
{
    const taking *t = arg;
    ts_run_info run = ts_run_blank();
    ts_store_line l = {.result = ts_result_blank()};
    bool checked = !strcmp(sqlite3_column_name(q, 0), "fault");
    const char *fault = checked ? (const char *)sqlite3_column_text(q, 0) : NULL;
    (void)err; /* the import has it, too */
    if (fault) return ts_import_fail(t->in, t->line, "%s", fault);
    read_columns(t->in, q, &run, &l.result);
    ts_batch *b = run_of(t->in, t->format, &run, t->line);
    if (b && !take_samples(t->in, t->line, json_object_get(t->row, "samples_ts"), &l))
        return ts_import_result(t->in, b, &l.result, l.sample, l.n);
    free(l.sample);
    return -1;
}

static int take_row(ts_import *in, const format *f, const json_t *row, size_t line)
{
    taking t = {in, f, row, line};
    sqlite3_stmt *q = ts_store_query(in->store, in->err, f->sql, "");
    if (!q || !bind_row(in, q, row)) return ts_store_rows(in->store, q, take_result, &t, in->err);
    sqlite3_finalize(q);
    return -1;
}

int ts_import_llama(ts_import *in, const json_t *row, size_t where)
{
    return take_row(in, &llama, row, where);
}

/* ---- tables ---- */

#define PURS "device_id,kernel_id,dtype,input_shape,batch_size,impl_lang,latency_us"
static const struct table {
    const char *header;
    const format *format;
} tables[] = {
    {PURS ",driver_version,toolchain,git_sha,submitter", &purs},
    {PURS ",throughput_gbps,driver_version,toolchain,git_sha,submitter", &purs},
    {PURS ",throughput_gbps,max_abs_err,sums_ok,driver_version,toolchain", &purs},
    {"ctx_tokens,prefill_tokens,prefill_tps,gen_tokens,gen_tps,kvcache_bytes", &ds4},
};
enum { TABLES = sizeof tables / sizeof *tables };

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

/* A decimal number within its limits, null where it may be missing; NULL with the fault told. */
static json_t *number(ts_import *in, size_t line, const struct limits *l, const char *cell)
{
    TS_C_LOCALE;
    char *end;
    if (!*cell && !l->needed) return json_null();
    if (strspn(cell, "0123456789+-.eE") == strlen(cell) && *cell) {
        double x = strtod(cell, &end);
        if (!*end && x >= l->least && x <= l->most) return json_real(x);
    }
    ts_import_fail(in, line, "%s is \"%.40s\", not a number from %g to %g", l->name, cell, l->least,
                   l->most);
    return NULL;
}

static json_t *value_of(ts_import *in, size_t line, const char *name, const char *cell)
{
    for (const struct limits *l = limits; l < limits + LIMITS; l++)
        if (!strcmp(l->name, name)) return number(in, line, l, cell);
    json_t *text = ts_json_of_text(cell, strlen(cell));
    if (!text) ts_store_no_memory(in->err);
    return text;
}

/* By the cells of its header. */
static const struct table *find_table(const ts_csv *header)
{
    char text[512] = "";
    size_t at = 0;
    for (size_t i = 0; i < header->cells && at < sizeof text; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, i ? ",%s" : "%s", header->cell[i]);
    for (const struct table *t = tables; t < tables + TABLES; t++)
        if (at < sizeof text && !strcmp(t->header, text)) return t;
    return NULL;
}

static int take_line(ts_import *in, const struct table *t, const ts_csv *header, const ts_csv *line)
{
    int bad = 0;
    if (line->cells != header->cells)
        return ts_import_fail(in, line->line, "%zu cells instead of %zu", line->cells,
                              header->cells);
    json_t *row = json_object();
    for (size_t i = 0; i < line->cells && !bad; i++) {
        json_t *value = value_of(in, line->line, header->cell[i], line->cell[i]);
        bad = value ? json_object_set_new(row, header->cell[i], value) : -1;
    }
    if (!bad) bad = take_row(in, t->format, row, line->line);
    json_decref(row);
    return bad;
}

static int take_table(ts_import *in, ts_csv *csv)
{
    const char *what = "no header";
    int more;
    if (ts_csv_row(csv, &what) <= 0) return ts_import_fail(in, csv->line, "%s", what);
    const ts_csv header = *csv; /* its cells stay where they are */
    const struct table *t = find_table(&header);
    size_t rows = 0;
    if (!t)
        return ts_import_fail(
            in, csv->line,
            "an unknown header; known are the CSV files of pu-rs.org and ds4-bench "
            "(what tessera exported as CSV lacks the samples: import its jsonl)");
    for (; (more = ts_csv_row(csv, &what)) > 0; rows++)
        if (take_line(in, t, &header, csv)) return -1;
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
