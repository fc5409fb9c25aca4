/* export_markdown.c - tables for people, run by run: kernels by latency and share of the peak, decoding as
 * llama-bench prints it, the rest as a list. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/transfer_int.h"
#include "tessera/c_locale.h"

/* ---- cells ---- */

/* A cell of its own line: what would end it is escaped or becomes a space. */
static void put(FILE *f, const char *text)
{
    fputc(' ', f);
    for (text = text && *text ? text : "-"; *text; text++)
        if (*text == '|' || *text == '\\')
            fprintf(f, "\\%c", *text);
        else
            fputc((unsigned char)*text < ' ' ? ' ' : *text, f);
    fputs(" |", f);
}

/* Four digits that mean something, without an exponent. */
static void format_number(double x, char text[400])
{
    TS_C_LOCALE;
    int whole = x ? (int)floor(log10(fabs(x))) + 1 : 1;
    int decimals = whole >= 4 ? 0 : whole < -8 ? 12 : 4 - whole;
    if (isnan(x))
        snprintf(text, 400, "-");
    else
        snprintf(text, 400, "%.*f", decimals, x);
}

static void put_number(FILE *f, double x)
{
    char text[400];
    format_number(x, text);
    put(f, text);
}

static void put_count(FILE *f, double x)
{
    char text[400];
    snprintf(text, sizeof text, "%.0f", x);
    put(f, isnan(x) ? NULL : text);
}

static void put_interval(FILE *f, const ts_result *r)
{
    char lo[400], hi[400], text[810];
    format_number(r->lo, lo);
    format_number(r->hi, hi);
    snprintf(text, sizeof text, "[%s, %s]", lo, hi);
    put(f, isnan(r->lo) || isnan(r->hi) ? NULL : text);
}

/* ---- the head of a run ---- */

static void fact(FILE *f, const char *name, const char *text)
{
    if (!text || !*text) return;
    fprintf(f, "- %s: ", name);
    for (; *text; text++) fputc((unsigned char)*text < ' ' ? ' ' : *text, f);
    fputc('\n', f);
}

static void fact_number(FILE *f, const char *name, double x, const char *unit)
{
    char text[400], line[440];
    format_number(x, text);
    snprintf(line, sizeof line, "%s%s", text, unit);
    fact(f, name, isnan(x) ? NULL : line);
}

static void put_head(FILE *f, const ts_run_info *r)
{
    char cores[400];
    fprintf(f, "## Run %.8s\n\n", r->id);
    fact(f, "kind", r->kind);
    fact(f, "source", r->source);
    fact(f, "where", r->url);
    fact(f, "started", r->started);
    if (r->kind && !strcmp(r->kind, "measured"))
        fact(f, "finished", r->finished ? r->finished : "no: cut short");
    fact(f, "processor", r->cpu);
    snprintf(cores, sizeof cores, "%.0f", r->cores);
    fact(f, "cores", isnan(r->cores) ? NULL : cores);
    fact(f, "instructions", r->isa);
    fact_number(f, "memory", r->memory_bytes / (1 << 30), " GiB");
    fact_number(f, "last-level cache", r->cache_bytes / (1 << 20), " MiB");
    fact(f, "system", r->os);
    fact(f, "hypervisor", r->hypervisor);
    fact(f, "machine", r->machine);
    fact(f, "commit", r->git_sha);
    fact(f, "compiler", r->compiler);
    fact(f, "flags", r->flags);
    fact(f, "command", r->command);
    fact(f, "note", r->note);
}

/* ---- tables ---- */

static bool is_kernel(const ts_result *r)
{
    return ts_same(r->bench, "kernel") && ts_same(r->unit, "us");
}

static bool is_decode(const ts_result *r)
{
    return (ts_same(r->bench, "decode") || ts_same(r->bench, "prefill")) &&
           ts_same(r->unit, "tok/s");
}

static bool is_other(const ts_result *r)
{
    return !is_kernel(r) && !is_decode(r);
}

static int kernel_row(const ts_export *x, const ts_record *record)
{
    const ts_result *r = &record->result;
    FILE *f = x->to;
    fputc('|', f);
    put(f, r->name);
    put(f, r->mode);
    put(f, r->device ? r->device : r->device_name);
    put(f, r->dtype);
    put(f, r->shape);
    put_number(f, r->value);
    put_number(f, r->gflops);
    put_number(f, r->gbps);
    put_number(f, 100 * r->sol);
    put(f, r->bound);
    put(f, r->verdict);
    fputc('\n', f);
    return 0;
}

/* "1.5B" at the end of a part of the name, as model names have it. */
static void put_params(FILE *f, const char *name)
{
    TS_C_LOCALE;
    char text[40], *end;
    for (const char *at = name ? name : ""; *at; at++) {
        if (at > name && !strchr("-_ :/", at[-1])) continue;
        double x = strspn(at, "0123456789.") ? strtod(at, &end) : 0;
        if (!(x > 0 && x < 1e4) || (*end | 32) != 'b' || (end[1] && !strchr("-_ :/", end[1])))
            continue;
        snprintf(text, sizeof text, "%g B", x);
        put(f, text);
        return;
    }
    put(f, NULL);
}

static void put_test(FILE *f, const ts_result *r)
{
    char text[200], depth[40] = "";
    if (r->context > 0 && !(r->mode && strchr(r->mode, '@')))
        snprintf(depth, sizeof depth, " @ d%.0f", r->context);
    snprintf(text, sizeof text, "%.120s%s",
             r->mode                       ? r->mode
             : ts_same(r->bench, "decode") ? "tg"
                                           : "pp",
             depth);
    put(f, text);
}

/* Mean and standard deviation of the samples that count, as llama-bench has them. */
static void put_mean(FILE *f, const ts_sample *sample, size_t n, double otherwise)
{
    TS_C_LOCALE;
    double sum = 0, squares = 0, kept = 0;
    char text[80];
    for (size_t i = 0; i < n; i++)
        if (sample[i].kept) {
            sum += sample[i].value;
            kept++;
        }
    for (size_t i = 0; i < n; i++)
        if (sample[i].kept) squares += pow(sample[i].value - sum / kept, 2);
    if (kept < 1)
        snprintf(text, sizeof text, "%.2f", otherwise);
    else
        snprintf(text, sizeof text, "%.2f ± %.2f", sum / kept,
                 kept > 1 ? sqrt(squares / (kept - 1)) : 0);
    put(f, kept < 1 && isnan(otherwise) ? NULL : text);
}

static int decode_row(const ts_export *x, const ts_record *record)
{
    TS_C_LOCALE;
    const ts_result *r = &record->result;
    FILE *f = x->to;
    ts_sample *sample;
    char size[40];
    size_t n;
    if (ts_store_samples(x->store, record->run->id, record->seq, &sample, &n, x->err)) return -1;
    snprintf(size, sizeof size, "%.2f GiB", r->bytes / (1 << 30));
    fputc('|', f);
    put(f, r->name);
    put(f, isnan(r->bytes) ? NULL : size);
    put_params(f, r->name);
    put(f, r->device ? r->device : r->device_name);
    put_count(f, r->threads);
    put_test(f, r);
    put_mean(f, sample, n, r->value);
    put_number(f, r->value);
    put_interval(f, r);
    put_number(f, 100 * r->sol);
    fputc('\n', f);
    free(sample);
    return 0;
}

static int other_row(const ts_export *x, const ts_record *record)
{
    const ts_result *r = &record->result;
    FILE *f = x->to;
    fputc('|', f);
    put(f, r->bench);
    put(f, r->name);
    put(f, r->mode);
    put(f, r->device ? r->device : r->device_name);
    put_number(f, r->value);
    put(f, r->unit);
    put_interval(f, r);
    put_count(f, r->n);
    put(f, r->why);
    fputc('\n', f);
    return 0;
}

static const struct table {
    bool (*has)(const ts_result *r);
    int (*row)(const ts_export *x, const ts_record *r);
    const char *title, *head;
} tables[] = {
    {is_kernel, kernel_row, "Kernels",
     "| Kernel | Op | Device | Dtype | Shape | Latency (us) | GFLOPS | BW (GB/s) | Peak % | Bound "
     "| "
     "Check |\n|---|---|---|---|---|---:|---:|---:|---:|---|---|\n"},
    {is_decode, decode_row, "Decoding",
     "| model | size | params | backend | threads | test | t/s | median | 95 % interval | peak % "
     "|\n"
     "| --- | ---: | ---: | --- | ---: | --- | ---: | ---: | ---: | ---: |\n"},
    {is_other, other_row, "Other figures",
     "| Bench | Name | Mode | Device | Value | Unit | 95 % interval | n | Note |\n"
     "|---|---|---|---|---:|---|---:|---:|---|\n"},
};

static int put_table(const ts_export *x, const struct table *t, const ts_record *from,
                     const ts_record *to)
{
    bool begun = false;
    for (; from < to; from++) {
        if (!t->has(&from->result)) continue;
        if (!begun) fprintf(x->to, "\n### %s\n\n%s", t->title, t->head);
        begun = true;
        if (t->row(x, from)) return -1;
    }
    return 0;
}

int ts_export_markdown(const ts_export *x)
{
    const ts_record *from = x->all->record, *end = from + x->all->n;
    for (size_t i = 0; i < x->all->runs; i++) {
        const ts_record *to = from;
        while (to < end && to->run == &x->all->run[i]) to++;
        if (i) fputc('\n', x->to);
        put_head(x->to, &x->all->run[i]);
        for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
            if (put_table(x, &tables[t], from, to)) return -1;
        from = to;
    }
    return 0;
}
