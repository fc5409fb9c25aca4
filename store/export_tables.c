/* export_tables.c - CSV (RFC 4180), one result a line, and markdown for people, run by run: what stands in them are
 * SELECTs of formats.sql. */
#include <math.h>
#include <string.h>

#include "store/store_int.h"
#include "store/transfer.h"
#include "store/transfer_int.h"
#include "tessera/c_locale.h"

/* ---- CSV ---- */

/* A program that shows tables takes a cell that begins so for a formula. */
static bool is_formula(const char *text)
{
    return *text && strchr("=+-@\t\r", *text);
}

static void csv_text(FILE *f, const char *text)
{
    if (!is_formula(text) && !text[strcspn(text, ",\"\r\n")]) {
        fputs(text, f);
        return;
    }
    fputs(is_formula(text) ? "\"'" : "\"", f);
    for (; *text; text++) fprintf(f, *text == '"' ? "\"\"" : "%c", *text);
    fputc('"', f);
}

/* Some of theirs are reckoned: 12 digits are enough for their readers. */
static void csv_cell(FILE *f, const ts_value *x, const char *name)
{
    TS_C_LOCALE;
    char text[32];
    bool reckoned = !strcmp(name, "latency_us") || !strcmp(name, "throughput_gbps");
    if (x->text)
        csv_text(f, x->text);
    else if (reckoned && !isnan(x->number))
        fprintf(f, "%.12g", x->number);
    else
        fputs(ts_number_text(x->number, text), f);
}

/* Once, and what the store alone needs not at all. */
static bool is_shown(const ts_selection *r, size_t column)
{
    static const char *const hidden[] = {"id", "digest", "samples", "samples_digest"};
    const char *name = r->name[column];
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (!strcmp(name, hidden[i])) return false;
    for (size_t i = 0; i < column; i++)
        if (!strcmp(name, r->name[i])) return false;
    return true;
}

int ts_export_csv(const ts_export *x)
{
    void *memory = NULL;
    ts_selection r;
    bool shown[TS_IMPORT_CELLS] = {false};
    int bad = ts_store_select_run(x->store, ts_format_sql("csv"), x->run, &r, &memory, x->err);
    for (size_t c = 0; c < r.columns && !bad; c++)
        if ((shown[c] = is_shown(&r, c))) fprintf(x->to, "%s%s", c ? "," : "", r.name[c]);
    for (size_t i = 0; i < r.n && !bad; i++) {
        fputs("\r\n", x->to);
        for (size_t c = 0; c < r.columns; c++) {
            if (!shown[c]) continue;
            if (c) fputc(',', x->to);
            csv_cell(x->to, &r.row[i][c], r.name[c]);
        }
    }
    if (!bad) fputs("\r\n", x->to);
    ts_memory_free(memory);
    return bad;
}

/* ---- markdown ---- */

int ts_export_markdown(const ts_export *x)
{
    static const char sql[] = "SELECT id FROM run WHERE substr(id, 1, length(:run)) = :run ORDER "
                              "BY started, id";
    void *memory = NULL;
    ts_selection runs, lines;
    int bad = ts_store_select_run(x->store, sql, x->run, &runs, &memory, x->err);
    for (size_t i = 0; !bad && i < runs.n; i++) {
        bad = ts_store_select(x->store, ts_format_sql("markdown"), &runs, runs.row[i], &lines,
                              &memory, x->err);
        if (i && !bad) fputc('\n', x->to);
        for (size_t k = 0; !bad && k < lines.n; k++) fprintf(x->to, "%s\n", lines.row[k][0].text);
    }
    ts_memory_free(memory);
    return bad;
}
