/* import_csv.c - the tables of pu-rs.org submissions and of ds4-bench. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "store/transfer_int.h"
#include "tessera/c_locale.h"

/* Columns of the pu-rs.org submissions; a file has 11 or 12 of them. */
enum column {
    DEVICE,
    KERNEL,
    DTYPE,
    SHAPE,
    BATCH,
    LANGUAGE,
    LATENCY,
    GBPS,
    MAX_ERROR,
    SUMS_OK,
    DRIVER,
    TOOLCHAIN,
    GIT_SHA,
    SUBMITTER,
    COLUMNS,
};

#define HEAD "device_id,kernel_id,dtype,input_shape,batch_size,impl_lang,latency_us"

static const struct layout {
    const char *header;
    size_t cells;
    int column[TS_IMPORT_CELLS];
} layouts[] = {
    {HEAD ",driver_version,toolchain,git_sha,submitter",
     11,
     {DEVICE, KERNEL, DTYPE, SHAPE, BATCH, LANGUAGE, LATENCY, DRIVER, TOOLCHAIN, GIT_SHA,
      SUBMITTER}},
    {HEAD ",throughput_gbps,driver_version,toolchain,git_sha,submitter",
     12,
     {DEVICE, KERNEL, DTYPE, SHAPE, BATCH, LANGUAGE, LATENCY, GBPS, DRIVER, TOOLCHAIN, GIT_SHA,
      SUBMITTER}},
    {HEAD ",throughput_gbps,max_abs_err,sums_ok,driver_version,toolchain",
     12,
     {DEVICE, KERNEL, DTYPE, SHAPE, BATCH, LANGUAGE, LATENCY, GBPS, MAX_ERROR, SUMS_OK, DRIVER,
      TOOLCHAIN}},
};

/* ---- cells ---- */

/* A decimal number in min..max; NAN where the cell is empty and may be. */
static int number(ts_import *in, size_t line, const char *name, const char *cell, bool needed,
                  double min, double max, double *x)
{
    TS_C_LOCALE;
    char *end;
    *x = NAN;
    if (!*cell && !needed) return 0;
    if (strspn(cell, "0123456789+-.eE") == strlen(cell) && *cell) {
        *x = strtod(cell, &end);
        if (!*end && *x >= min && *x <= max) return 0;
    }
    return ts_import_fail(in, line, "%s is \"%.40s\", not a number from %g to %g", name, cell, min,
                          max);
}

static bool mentions(const char *text, const char *word)
{
    return text && strcasestr(text, word);
}

/* ---- pu-rs.org ---- */

/* The run of rows with this commit and submitter. */
static ts_batch *submission(ts_import *in, const char *sha, const char *submitter, size_t line)
{
    char part[512];
    size_t bytes = strlen(sha) + strlen(submitter) + 2;
    for (size_t i = 0; i < in->n; i++)
        if (!strcmp(in->batch[i].run.git_sha ? in->batch[i].run.git_sha : "", sha) &&
            !strcmp(in->batch[i].run.command ? in->batch[i].run.command : "", submitter))
            return &in->batch[i];
    if (in->n == TS_IMPORT_GROUPS || bytes > sizeof part) {
        ts_import_fail(in, line,
                       "more than %d commits and submitters in one file, or one with a name "
                       "too long; split it",
                       TS_IMPORT_GROUPS);
        return NULL;
    }
    stpcpy(stpcpy(stpcpy(part, sha), "\n"), submitter);
    ts_run_info r = ts_import_head(in, "pu-rs.org", part);
    r.git_sha = ts_import_keep(in, sha);
    r.command = ts_import_keep(in, submitter);
    return ts_import_run(in, &r);
}

/* What the submission says of its own check. */
static void judge(ts_import *in, const char *const cell[COLUMNS], ts_result *r)
{
    TS_C_LOCALE;
    char why[200];
    r->verdict = "none";
    if (!*cell[SUMS_OK]) return;
    r->verdict = !strcasecmp(cell[SUMS_OK], "true") ? "pass" : "fail";
    snprintf(why, sizeof why, "as published: max_abs_err %.40s, sums_ok %.40s", cell[MAX_ERROR],
             cell[SUMS_OK]);
    r->why = ts_import_keep(in, why);
}

static int purs_row(ts_import *in, const char *const cell[COLUMNS], size_t line)
{
    ts_result r = ts_result_blank();
    double latency;
    bool decode = !strcmp(cell[KERNEL], "deepseek_decode_step");
    if (!*cell[DEVICE] || !*cell[KERNEL])
        return ts_import_fail(in, line, "device_id and kernel_id may not be empty");
    if (number(in, line, "latency_us", cell[LATENCY], true, 1e-6, 1e15, &latency) ||
        number(in, line, "batch_size", cell[BATCH], false, 1, 1e9, &r.batch) ||
        number(in, line, "throughput_gbps", cell[GBPS], false, 0, 1e9, &r.gbps))
        return -1;
    r.bench = decode ? "decode" : "kernel";
    r.name = decode ? "DeepSeek-R1-Distill-Qwen-1.5B" : ts_import_keep(in, cell[KERNEL]);
    r.unit = decode ? "tok/s" : "us";
    r.value = decode ? 1e6 / latency : latency;
    r.device_name = ts_import_keep(in, cell[DEVICE]);
    r.target = ts_import_keep(in, cell[LANGUAGE]);
    r.driver = ts_import_keep(in, cell[DRIVER]);
    r.dtype = ts_import_keep(in, cell[DTYPE]);
    r.shape = ts_import_keep(in, cell[SHAPE]);
    r.toolchain = ts_import_keep(in, cell[TOOLCHAIN]);
    judge(in, cell, &r);
    if (mentions(r.toolchain, "theoretical")) { /* reckoned, though it stands among measurements */
        r.mode = "theoretical";
        r.verdict = "none";
    }
    ts_batch *b = submission(in, cell[GIT_SHA], cell[SUBMITTER], line);
    return b ? ts_import_result(in, b, &r, NULL, 0) : -1;
}

/* ---- ds4-bench ---- */

static const char ds4_header[] =
    "ctx_tokens,prefill_tokens,prefill_tps,gen_tokens,gen_tps,kvcache_bytes";
enum { DS4_CELLS = 6 };

/* The name of the file without folder and ending: nothing inside says whose figures these are. */
static ts_run_info ds4_head(ts_import *in)
{
    const char *slash = strrchr(in->path, '/'), *name = slash ? slash + 1 : in->path;
    char stem[256];
    snprintf(stem, sizeof stem, "%s", name);
    char *dot = strrchr(stem, '.');
    if (dot && dot != stem) *dot = 0;
    return ts_import_head(in, stem, "");
}

static int ds4_result(ts_import *in, const char *bench, const char *unit, double value, ts_result r)
{
    char mode[40];
    r.bench = bench;
    r.unit = unit;
    r.value = value;
    r.verdict = "none";
    snprintf(mode, sizeof mode, "%s%.0f", isnan(r.prompt) ? "tg" : "pp",
             isnan(r.prompt) ? r.tokens : r.prompt);
    r.mode = strcmp(bench, "memory") ? ts_import_keep(in, mode) : "kv";
    return ts_import_result(in, &in->batch[0], &r, NULL, 0);
}

/* A line is one frontier: the prompt up to it, tokens from there on, and the cache it took. */
static int ds4_row(ts_import *in, char *const cell[DS4_CELLS], size_t line)
{
    static const char *const names[] = {"ctx_tokens", "prefill_tokens", "prefill_tps",
                                        "gen_tokens", "gen_tps",        "kvcache_bytes"};
    double x[DS4_CELLS];
    ts_result r = ts_result_blank(), prompt, memory;
    for (int i = 0; i < DS4_CELLS; i++)
        if (number(in, line, names[i], cell[i], true, 0, 1e15, &x[i])) return -1;
    r.name = "DeepSeek-V4-Flash"; /* the file names none; ds4 is made for this one */
    r.batch = 1;
    r.context = x[0];
    prompt = memory = r;
    r.tokens = x[3];
    prompt.prompt = x[1];
    prompt.context = x[0] >= x[1] ? x[0] - x[1] : NAN;
    return ds4_result(in, "prefill", "tok/s", x[2], prompt) ||
                   ds4_result(in, "decode", "tok/s", x[4], r) ||
                   ds4_result(in, "memory", "B", x[5], memory)
               ? -1
               : 0;
}

static int ds4_rows(ts_import *in, ts_csv *csv)
{
    const char *what = NULL;
    ts_run_info head = ds4_head(in);
    int more;
    if (!ts_import_run(in, &head)) return -1;
    while ((more = ts_csv_row(csv, &what)) > 0) {
        if (csv->cells != DS4_CELLS)
            return ts_import_fail(in, csv->line, "%zu cells instead of %d", csv->cells, DS4_CELLS);
        if (ds4_row(in, csv->cell, csv->line)) return -1;
    }
    return more < 0 ? ts_import_fail(in, csv->line, "%s", what) : 0;
}

static int purs_rows(ts_import *in, ts_csv *csv, const struct layout *layout)
{
    const char *what = NULL;
    int more;
    while ((more = ts_csv_row(csv, &what)) > 0) {
        const char *cell[COLUMNS];
        if (csv->cells != layout->cells)
            return ts_import_fail(in, csv->line, "%zu cells instead of %zu", csv->cells,
                                  layout->cells);
        for (int i = 0; i < COLUMNS; i++) cell[i] = ""; /* of columns that this layout lacks */
        for (size_t i = 0; i < csv->cells; i++) cell[layout->column[i]] = csv->cell[i];
        if (purs_row(in, cell, csv->line)) return -1;
    }
    return more < 0 ? ts_import_fail(in, csv->line, "%s", what) : 0;
}

/* ---- headers ---- */

static bool header_is(const ts_csv *csv, const char *header)
{
    for (size_t i = 0; i < csv->cells; i++) {
        size_t n = strlen(csv->cell[i]);
        if (strncmp(header, csv->cell[i], n) != 0) return false;
        header += n;
        if (i + 1 < csv->cells && *header++ != ',') return false;
    }
    return !*header;
}

static int rows(ts_import *in, ts_csv *csv)
{
    const char *what = "no header";
    if (ts_csv_row(csv, &what) <= 0) return ts_import_fail(in, csv->line, "%s", what);
    if (header_is(csv, ds4_header)) return ds4_rows(in, csv);
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        if (header_is(csv, layouts[i].header)) return purs_rows(in, csv, &layouts[i]);
    return ts_import_fail(in, csv->line,
                          "an unknown header; known are the CSV files of pu-rs.org and ds4-bench "
                          "(what tessera exported as CSV lacks the samples: import its jsonl)");
}

int ts_import_csv(ts_import *in)
{
    char *copy = strdup(in->text);
    if (!copy) return ts_fail(in->err, "out of memory; end other programs");
    ts_csv csv = {.at = copy, .next = 1};
    int bad = rows(in, &csv);
    size_t results = 0;
    for (size_t i = 0; i < in->n; i++) results += in->batch[i].n;
    if (!bad && !results) bad = ts_import_fail(in, 0, "has a header and no rows");
    free(copy);
    return bad;
}
