/* export.c - a store as text, step by step: what is printed are SELECTs of formats.sql. */
#include "store/transfer.h"

#include <errno.h>
#include <string.h>

#include "store/store_int.h"

extern const char ts_store_formats[]; /* formats.sql */

const char *ts_sql_named(const char *text, const char *name)
{
    char mark[80];
    size_t n = (size_t)snprintf(mark, sizeof mark, "\n-- @%s\n", name);
    const char *at = strstr(text, mark);
    return at ? at + n : "";
}

const char *ts_format_sql(const char *name)
{
    return ts_sql_named(ts_store_formats, name);
}

static int print_step(ts_ledger *s, const char *name, const ts_selection *steps,
                      const ts_value *step, FILE *to, ts_error *err)
{
    ts_selection texts = {0};
    int bad = ts_store_select(s, ts_format_sql(name), steps, step, &texts, err);
    for (size_t i = 0; !bad && i < texts.n; i++) fputs(texts.row[i][0].text, to);
    ts_selection_free(&texts);
    return bad;
}

static int print_all(ts_ledger *s, const char *name, const char *run, FILE *to, ts_error *err)
{
    ts_selection steps = {0};
    int bad = ts_store_verify(s, run, true, err) ||
              ts_store_select_run(s, ts_format_sql("steps"), run, &steps, err);
    for (size_t i = 0; !bad && i < steps.n; i++)
        bad = print_step(s, name, &steps, steps.row[i], to, err);
    ts_selection_free(&steps);
    return bad ? -1 : 0;
}

int ts_store_export(ts_ledger *s, const char *format, const char *run, FILE *to, ts_error *err)
{
    char name[64];
    snprintf(name, sizeof name, "export %.50s", format);
    if (!*ts_format_sql(name))
        return ts_fail(err, "no format \"%.40s\"; there are jsonl, json, csv and markdown", format);
    if (ts_store_exec(s, "BEGIN", err)) return -1; /* one moment for results and samples */
    int bad = print_all(s, name, run, to, err);
    sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
    if (!bad && (fflush(to) || ferror(to)))
        return ts_fail(err, "cannot write the export: %s", strerror(errno));
    return bad;
}
