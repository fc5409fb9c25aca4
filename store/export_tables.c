/* export_tables.c - CSV and markdown: SELECTs over the store, and how cells look.
 *
 * CSV (RFC 4180) has one result a line. The twelve columns of the pu-rs.org submissions come first, under their
 * names; then ours, but for those that stand there already. Markdown is for people, run by run: kernels by latency
 * and share of the peak, decoding as llama-bench prints it, the rest as a list. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_int.h"
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
static void csv_cell(FILE *f, const ts_value *x, bool reckoned)
{
    TS_C_LOCALE;
    char text[32];
    if (x->text)
        csv_text(f, x->text);
    else if (reckoned && !isnan(x->number))
        fprintf(f, "%.12g", x->number);
    else
        fputs(ts_number_text(x->number, text), f);
}

static void csv_row(FILE *f, const ts_rows *r, const ts_value *row)
{
    for (size_t i = 0; i < r->columns; i++) {
        const char *name = r->name[i];
        if (i) fputc(',', f);
        if (row)
            csv_cell(f, &row[i], !strcmp(name, "latency_us") || !strcmp(name, "throughput_gbps"));
        else
            fputs(name, f);
    }
    fputs("\r\n", f);
}

static void list_columns(FILE *sql, const ts_column *c)
{
    for (; c->name; c++)
        if (strcmp(c->name, "id") != 0 && strcmp(c->name, "git_sha") != 0 &&
            strcmp(c->name, "dtype") != 0 && strcmp(c->name, "toolchain") != 0)
            fprintf(sql, ", \"%s\"", c->name);
}

/* A rate of tokens is the inverse of a latency; other units are none. */
static char *csv_sql(void)
{
    char *sql = NULL;
    size_t bytes;
    FILE *f = open_memstream(&sql, &bytes);
    if (!f) return NULL;
    fputs("SELECT coalesce(device_name, device) AS device_id, name AS kernel_id, dtype, shape AS "
          "input_shape, batch AS batch_size, target AS impl_lang, CASE unit WHEN 'us' THEN value "
          "WHEN 's' THEN value * 1e6 WHEN 'tok/s' THEN iif(value > 0, 1e6 / value, NULL) END AS "
          "latency_us, gbps AS throughput_gbps, driver AS driver_version, coalesce(toolchain, "
          "compiler) AS toolchain, git_sha, coalesce(command, source) AS submitter, run",
          f);
    list_columns(f, ts_run_columns);
    fputs(", seq", f);
    list_columns(f, ts_result_columns);
    fputs(" FROM result JOIN run ON id = run WHERE substr(id, 1, length(:run)) = :run ORDER BY "
          "started, id, seq",
          f);
    fclose(f);
    return sql;
}

int ts_export_csv(const ts_export *x)
{
    void *memory = NULL;
    ts_rows r;
    char *sql = csv_sql();
    int bad = sql ? ts_store_select_run(x->store, sql, x->run, &r, &memory, x->err)
                  : ts_store_no_memory(x->err);
    if (!bad) csv_row(x->to, &r, NULL);
    for (size_t i = 0; !bad && i < r.n; i++) csv_row(x->to, &r, r.row[i]);
    ts_memory_free(memory);
    free(sql);
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

#define RUN       " FROM result r WHERE run = :id AND "
#define IS_KERNEL "ifnull(bench = 'kernel' AND unit = 'us', 0)"
#define IS_DECODE "ifnull(bench IN ('decode', 'prefill') AND unit = 'tok/s', 0)"
#define COUNTED   "FROM sample s WHERE s.run = r.run AND s.seq = r.seq AND kept"
static const struct table {
    const char *title, *head, *sql;
} tables[] = {
    {"Kernels",
     "| Kernel | Op | Device | Dtype | Shape | Latency (us) | GFLOPS | BW (GB/s) | Peak % | Bound "
     "| Check |\n"
     "|---|---|---|---|---|---:|---:|---:|---:|---|---|\n",
     "SELECT name, mode, coalesce(device, device_name), dtype, shape, value, gflops, gbps, 100 * "
     "sol, bound, "
     "verdict" RUN IS_KERNEL " ORDER BY seq"},
    {"Decoding",
     "| model | size | params | backend | threads | test | t/s | median | 95 % interval | peak % "
     "|\n"
     "| --- | ---: | ---: | --- | ---: | --- | ---: | ---: | ---: | ---: |\n",
     /* mean and standard deviation of the samples that count, as llama-bench has them */
     "SELECT name, bytes / (1 << 30) AS gib, name AS params, coalesce(device, device_name), "
     "CAST(threads AS INTEGER),"
     " substr(coalesce(mode, iif(bench = 'decode', 'tg', 'pp')), 1, 120)"
     " || iif(context > 0 AND NOT ifnull(instr(mode, '@'), 0), printf(' @ d%.0f', context), ''),"
     " coalesce((SELECT avg(value) " COUNTED "), value) AS mean,"
     " (SELECT iif(count(*) > 1, sum((value - a) * (value - a)) / (count(*) - 1), iif(count(*), "
     "0.0, NULL))"
     " FROM (SELECT value, (SELECT avg(value) " COUNTED ") AS a " COUNTED ")) AS variance,"
     " value, lo, hi, 100 * sol" RUN IS_DECODE " ORDER BY seq"},
    {"Other figures",
     "| Bench | Name | Mode | Device | Value | Unit | 95 % interval | n | Note |\n"
     "|---|---|---|---|---:|---|---:|---:|---|\n",
     "SELECT bench, name, mode, coalesce(device, device_name), value, unit, lo, hi, CAST(n AS "
     "INTEGER), why" RUN "NOT " IS_KERNEL " AND NOT " IS_DECODE " ORDER BY seq"},
};

static int put_table(const ts_export *x, const struct table *t, const ts_rows *runs,
                     const ts_value *run, void **memory)
{
    ts_rows r;
    if (ts_store_select(x->store, t->sql, runs, run, &r, memory, x->err)) return -1;
    if (r.n) fprintf(x->to, "\n### %s\n\n%s", t->title, t->head);
    for (size_t i = 0; i < r.n; i++) {
        fputc('|', x->to);
        for (size_t k = 0; k < r.columns;) k += put_cell(x->to, r.name[k], &r.row[i][k]);
        fputc('\n', x->to);
    }
    return 0;
}

/* A column is a line: its name, and behind a bar the unit. */
static void put_head(FILE *f, const ts_rows *runs, const ts_value *run)
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
    static const char heads[] =
        "SELECT id, kind, source, url AS \"where\", started, iif(kind = 'measured', "
        "coalesce(finished, 'no: cut short'), NULL) AS finished, cpu AS processor, CAST(cores AS "
        "INTEGER) AS cores, isa AS instructions, memory_bytes / (1 << 30) AS \"memory|GiB\", "
        "cache_bytes / (1 << 20) AS \"last-level cache|MiB\", os AS system, hypervisor, machine, "
        "git_sha AS \"commit\", compiler, flags, command, note FROM run WHERE substr(id, 1, "
        "length(:run)) = :run ORDER BY run.started, id";
    void *memory = NULL;
    ts_rows runs;
    int bad = ts_store_select_run(x->store, heads, x->run, &runs, &memory, x->err);
    for (size_t i = 0; !bad && i < runs.n; i++) {
        if (i) fputc('\n', x->to);
        put_head(x->to, &runs, runs.row[i]);
        for (size_t t = 0; !bad && t < sizeof tables / sizeof *tables; t++)
            bad = put_table(x, &tables[t], &runs, runs.row[i], &memory);
    }
    ts_memory_free(memory);
    return bad;
}
