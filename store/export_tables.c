/* export_tables.c - CSV (RFC 4180), one result a line, and markdown for people, run by run: kernels by latency and
 * share of the peak, decoding as llama-bench prints it, the rest as a list. What stands in them are the SELECTs of
 * formats.sql; here is how cells look. */
#include <math.h>
#include <stdlib.h>
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

/* What would end a cell is escaped or becomes a space. */
static void put(FILE *f, const char *text, const char *escaped)
{
    for (; *text; text++)
        if (strchr(escaped, *text))
            fprintf(f, "\\%c", *text);
        else
            fputc((unsigned char)*text < ' ' ? ' ' : *text, f);
}

/* Whole, or four digits that mean something, without an exponent. */
static void number(const ts_value *x, char text[400])
{
    TS_C_LOCALE;
    int whole = x->number ? (int)floor(log10(fabs(x->number))) + 1 : 1;
    int decimals = x->whole || whole >= 4 ? 0 : whole < -8 ? 12 : 4 - whole;
    snprintf(text, 400, "%.*f", decimals, x->number);
}

/* "1.5B" at the end of a part of the name, as model names have it. */
static void params(const char *name, char text[400])
{
    TS_C_LOCALE;
    char *end;
    for (const char *at = name ? name : ""; *at; at++) {
        if (at > name && !strchr("-_ :/", at[-1])) continue;
        double x = strspn(at, "0123456789.") ? strtod(at, &end) : 0;
        if (!(x > 0 && x < 1e4) || (*end | 32) != 'b' || (end[1] && !strchr("-_ :/", end[1])))
            continue;
        snprintf(text, 400, "%g B", x);
        return;
    }
}

/* Two numbers are one cell: an interval, or a mean with its variance, which may be missing. */
static void pair(const ts_value *x, bool interval, char text[810])
{
    TS_C_LOCALE;
    char lo[400], hi[400];
    if (isnan(x[0].number) || (interval && isnan(x[1].number))) return;
    number(&x[0], lo);
    number(&x[1], hi);
    if (interval)
        snprintf(text, 810, "[%s, %s]", lo, hi);
    else if (isnan(x[1].number))
        snprintf(text, 810, "%.2f", x->number);
    else
        snprintf(text, 810, "%.2f ± %.2f", x->number, sqrt(x[1].number));
}

/* By the name of its column; returns how many of them it took. */
static size_t put_cell(FILE *f, const char *name, const ts_value *x)
{
    TS_C_LOCALE;
    char text[810] = "";
    bool two = !strcmp(name, "lo") || !strcmp(name, "mean");
    if (two)
        pair(x, *name == 'l', text);
    else if (!strcmp(name, "params"))
        params(x->text, text);
    else if (!strcmp(name, "gib") && !isnan(x->number))
        snprintf(text, sizeof text, "%.2f GiB", x->number);
    else if (!isnan(x->number))
        number(x, text);
    const char *said = *text || !x->text || !strcmp(name, "params") ? text : x->text;
    fputc(' ', f);
    put(f, *said ? said : "-", "|\\");
    fputs(" |", f);
    return two ? 2 : 1;
}

static const struct table {
    const char *name, *title, *head;
} tables[] = {
    {"kernels", "Kernels",
     "| Kernel | Op | Device | Dtype | Shape | Latency (us) | GFLOPS | BW (GB/s) | Peak % | Bound "
     "| Check |\n"
     "|---|---|---|---|---|---:|---:|---:|---:|---|---|\n"},
    {"decoding", "Decoding",
     "| model | size | params | backend | threads | test | t/s | median | 95 % interval | peak % "
     "|\n"
     "| --- | ---: | ---: | --- | ---: | --- | ---: | ---: | ---: | ---: |\n"},
    {"others", "Other figures",
     "| Bench | Name | Mode | Device | Value | Unit | 95 % interval | n | Note |\n"
     "|---|---|---|---|---:|---|---:|---:|---|\n"},
};

static int put_table(const ts_export *x, const struct table *t, const ts_selection *runs,
                     const ts_value *run, void **memory)
{
    ts_selection r;
    if (ts_store_select(x->store, ts_format_sql(t->name), runs, run, &r, memory, x->err)) return -1;
    if (r.n) fprintf(x->to, "\n### %s\n\n%s", t->title, t->head);
    for (size_t i = 0; i < r.n; i++) {
        fputc('|', x->to);
        for (size_t k = 0; k < r.columns;) k += put_cell(x->to, r.name[k], &r.row[i][k]);
        fputc('\n', x->to);
    }
    return 0;
}

/* A column is a line: its name, and behind a bar the unit. */
static void put_head(FILE *f, const ts_selection *runs, const ts_value *run)
{
    fprintf(f, "## Run %.8s\n\n", run[0].text);
    for (size_t i = 1; i < runs->columns; i++) {
        char text[400] = "";
        const char *name = runs->name[i], *unit = strchr(name, '|');
        if (!isnan(run[i].number)) number(&run[i], text);
        const char *said = run[i].text ? run[i].text : text;
        if (!*said) continue;
        fprintf(f, "- %.*s: ", (int)strcspn(name, "|"), name);
        put(f, said, "");
        fprintf(f, "%s%s\n", unit ? " " : "", unit ? unit + 1 : "");
    }
}

int ts_export_markdown(const ts_export *x)
{
    void *memory = NULL;
    ts_selection runs;
    int bad = ts_store_select_run(x->store, ts_format_sql("heads"), x->run, &runs, &memory, x->err);
    for (size_t i = 0; !bad && i < runs.n; i++) {
        if (i) fputc('\n', x->to);
        put_head(x->to, &runs, runs.row[i]);
        for (size_t t = 0; !bad && t < sizeof tables / sizeof *tables; t++)
            bad = put_table(x, &tables[t], &runs, runs.row[i], &memory);
    }
    ts_memory_free(memory);
    return bad;
}
