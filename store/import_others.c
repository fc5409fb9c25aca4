/* import_others.c - the files of others: CSV of pu-rs.org submissions and of ds4-bench, JSON of llama-bench. A row of
 * theirs becomes an object of JSON, and that rows of ours by a SELECT of formats.sql. */
#include <math.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "store/store_int.h"
#include "store/transfer.h"
#include "store/transfer_int.h"

#define PURS "device_id,kernel_id,dtype,input_shape,batch_size,impl_lang,latency_us"
static const struct format {
    const char *name, *header;
} tables[] = {
    {"ds4", "ctx_tokens,prefill_tokens,prefill_tps,gen_tokens,gen_tps,kvcache_bytes"},
    {"pu-rs", PURS ",driver_version,toolchain,git_sha,submitter"},
    {"pu-rs", PURS ",throughput_gbps,driver_version,toolchain,git_sha,submitter"},
    {"pu-rs", PURS ",throughput_gbps,max_abs_err,sums_ok,driver_version,toolchain"},
};
enum { TABLES = sizeof tables / sizeof *tables };

/* ---- rows ---- */

/* The file's name without folder and ending. */
static void stem_of(const char *path, char *to, size_t cap)
{
    const char *slash = strrchr(path, '/');
    snprintf(to, cap, "%s", slash ? slash + 1 : path);
    char *dot = strrchr(to, '.');
    if (dot && dot != to) *dot = 0;
}

/* Of what it holds, once for all its rows. */
static void find_digest(ts_import *in)
{
    struct sha256_ctx sha;
    uint8_t raw[SHA256_DIGEST_SIZE];
    if (in->digest[0]) return;
    sha256_init(&sha);
    sha256_update(&sha, in->bytes, (const uint8_t *)in->text);
    sha256_digest(&sha, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++) snprintf(in->digest + 2 * i, 3, "%02x", raw[i]);
}

/* What the SELECT makes of the row's text. */
static int take_text(ts_import *in, const char *format, const char *text, size_t line)
{
    static const char *const names[] = {"row", "source", "url", "stem", "file"};
    char stem[256];
    void *memory = NULL;
    ts_selection out;
    stem_of(in->path, stem, sizeof stem);
    find_digest(in);
    const ts_value value[] = {{text, NAN, false},
                              {in->source, NAN, false},
                              {in->url, NAN, false},
                              {stem, NAN, false},
                              {in->digest, NAN, false}};
    int bad = ts_store_select(in->store, ts_format_sql(format),
                              &(ts_selection){.name = names, .columns = 5}, value, &out, &memory,
                              in->err);
    for (size_t i = 0; i < out.n && !bad; i++) {
        const ts_value *x = out.row[i]; /* fault, run, result */
        bad = x[0].text ? ts_import_fail(in, line, "%s", x[0].text)
                        : ts_import_row(in, line, x[1].text, x[2].text);
    }
    ts_memory_free(memory);
    return bad;
}

static int take_row(ts_import *in, const char *format, const json_t *row, size_t line)
{
    char *text = json_dumps(row, JSON_COMPACT);
    int bad = text ? take_text(in, format, text, line) : ts_store_no_memory(in->err);
    free(text);
    return bad;
}

int ts_import_llama(ts_import *in, const json_t *row, size_t where)
{
    return take_row(in, "llama-bench", row, where);
}

/* ---- tables ---- */

/* By the cells of its header. */
static const struct format *find_format(const ts_csv *header)
{
    char text[512] = "";
    size_t at = 0;
    for (size_t i = 0; i < header->cells && at < sizeof text; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, i ? ",%s" : "%s", header->cell[i]);
    for (const struct format *f = tables; f < tables + TABLES; f++)
        if (at < sizeof text && !strcmp(f->header, text)) return f;
    return NULL;
}

/* What is not empty in it. */
static int take_line(ts_import *in, const struct format *f, const ts_csv *header,
                     const ts_csv *line)
{
    if (line->cells != header->cells)
        return ts_import_fail(in, line->line, "%zu cells instead of %zu", line->cells,
                              header->cells);
    json_t *row = json_object();
    for (size_t i = 0; i < line->cells; i++)
        if (*line->cell[i])
            json_object_set_new(row, header->cell[i],
                                ts_json_of_text(line->cell[i], strlen(line->cell[i])));
    int bad = take_row(in, f->name, row, line->line);
    json_decref(row);
    return bad;
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
