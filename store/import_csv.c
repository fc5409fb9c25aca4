/* import_csv.c - tables of others: CSV of pu-rs.org submissions and of ds4-bench. A row becomes an object of JSON. */
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "store/store_int.h"
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
    json_t *row = ts_csv_object(header, line);
    int bad = ts_import_object(in, line->line, f->name, row);
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
