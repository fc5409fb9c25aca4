/* page_data.c - every run, and every result of one with its samples and its command. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/table.h"
#include "tessera/c_locale.h"

/* ---- all runs ---- */

static size_t results_of(const ts_view *v, const ts_run_info *run)
{
    size_t n = 0;
    for (size_t i = 0; i < v->from.all->n; i++) n += v->from.all->record[i].run == run;
    return n;
}

static void run_row(const ts_view *v, FILE *to, size_t which)
{
    const ts_run_info *run = &v->from.all->run[which];
    bool published = ts_is_published(run);
    ts_html(to, "<tr><th scope=\"row\"><a href=\"%s.html\">%s</a></th>", v->page[which],
            ts_date(run->started).text);
    ts_html(to, "<td><span class=\"badge %s\">%s</span></td><td>%s</td>",
            published ? "external" : "measured", published ? "published" : "measured",
            published ? run->source : run->cpu);
    ts_html(to, "<td><code>%.12s</code></td>", run->git_sha ? run->git_sha : "");
    ts_html(to, "<td class=\"n\">%zu</td><td>%s</td>", results_of(v, run),
            published || run->finished ? "complete" : "cut short");
    ts_html(to, "<td><a href=\"%s.jsonl\">JSON lines</a></td></tr>\n", v->page[which]);
}

void ts_page_data(ts_view *v, FILE *to)
{
    static const char *const heads[] = {"started", "kind",  "machine or source", "commit",
                                        "results", "state", "raw file"};
    ts_page_begin(
        to, "data", "Data",
        "Every run of the store. A run's page has each result with its raw samples and the "
        "command that measures it again; its raw file can be imported into another store.");
    ts_table_begin(to, "Runs, the newest first");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        ts_table_head(to, heads[i], NULL, !strcmp(heads[i], "results"));
    ts_table_body(to);
    for (size_t i = v->from.all->runs; i--;) run_row(v, to, i);
    ts_table_end(to);
    fputs("<p class=\"note\"><code>tessera results import FILE</code> merges a raw file into a "
          "store; taking the same one twice changes nothing.</p>\n",
          to);
    ts_page_end(v, to);
}

/* ---- one run: its facts ---- */

/* Close to what the store holds, yet readable. */
static ts_words plainly(double x)
{
    return x == floor(x) ? ts_whole(x) : ts_number(x, 5);
}

static void text_fact(FILE *to, const char *name, const char *meaning, const char *value)
{
    if (!value || !strcmp(name, "url")) return;
    ts_html(to, "<div><dt title=\"%s\">%s</dt><dd>%s</dd></div>\n", meaning, name, value);
}

static void number_fact(FILE *to, const char *name, const char *meaning, double value)
{
    if (!isfinite(value)) return;
    ts_html(to, "<div><dt title=\"%s\">%s</dt><dd>%s</dd></div>\n", meaning, name,
            strstr(name, "bytes") ? ts_amount(value).text : plainly(value).text);
}

static void facts(FILE *to, const ts_run_info *run)
{
    fputs("<dl class=\"facts\">\n", to);
#define T(field, meaning) text_fact(to, #field, meaning, run->field);
#define R(field, meaning) number_fact(to, #field, meaning, run->field);
#define TS_RUN_FIELDS
#include "store/fields.def"
#undef TS_RUN_FIELDS
#undef T
#undef R
    if (ts_is_web(run->url))
        ts_html(to,
                "<div><dt>url</dt><dd><a href=\"%s\" rel=\"external nofollow noopener\">%s</a></dd>"
                "</div>\n",
                run->url, run->url);
    else
        text_fact(to, "address", "not a web address, so no link", run->url);
    fputs("</dl>\n", to);
}

/* ---- one result ---- */

static void say_text(FILE *to, const char *name, const char *value)
{
    if (value) ts_html(to, "<span class=\"pair\"><b>%s</b> %s</span> ", name, value);
}

static void say_number(FILE *to, const char *name, double value)
{
    if (!isfinite(value)) return;
    ts_html(to, "<span class=\"pair\"><b>%s</b> %s</span> ", name, plainly(value).text);
}

/* Every column that has something to say, under its own name. */
static void all_columns(FILE *to, const ts_result *r)
{
    fputs("<p class=\"pairs\">", to);
#define T(field, meaning)                                                                          \
    if (strcmp(#field, "repro") != 0) say_text(to, #field, r->field);
#define R(field, meaning) say_number(to, #field, r->field);
#define TS_RESULT_FIELDS
#include "store/fields.def"
#undef TS_RESULT_FIELDS
#undef T
#undef R
    fputs("</p>\n", to);
}

typedef struct span {
    double lo, hi;
} span;

static span span_of(const ts_sample *s, size_t n)
{
    span x = {INFINITY, -INFINITY};
    for (size_t i = 0; i < n; i++) {
        x.lo = fmin(x.lo, s[i].value);
        x.hi = fmax(x.hi, s[i].value);
    }
    return x;
}

/* A point a sample along a line, the dropped ones hollow. */
static void strip(FILE *to, const ts_sample *s, size_t n, const char *unit)
{
    TS_C_LOCALE;
    span x = span_of(s, n);
    if (n < 2 || !isfinite(x.lo) || !isfinite(x.hi) || x.lo == x.hi) return;
    ts_html(to,
            "<p class=\"strip\"><span>%s</span><svg viewBox=\"0 0 300 16\" aria-hidden=\"true\">"
            "<line x1=\"5\" x2=\"295\" y1=\"8\" y2=\"8\"/>",
            ts_number(x.lo, 3).text);
    for (size_t i = 0; i < n; i++)
        fprintf(to, "<circle cx=\"%.1f\" cy=\"8\" r=\"4\"%s/>",
                5 + 290 * (s[i].value - x.lo) / (x.hi - x.lo),
                s[i].kept ? "" : " class=\"dropped\"");
    ts_html(to, "</svg><span>%s %s</span></p>\n", ts_number(x.hi, 3).text, unit);
}

static void sample(FILE *to, const ts_sample *s)
{
    if (s->kept) {
        ts_html(to, "<li>%s</li>\n", plainly(s->value).text);
        return;
    }
    ts_html(to, "<li><del>%s</del> <small>%s stolen, %s foreign</small></li>\n",
            plainly(s->value).text, ts_percent(s->steal).text, ts_percent(s->foreign).text);
}

static void samples(ts_view *v, FILE *to, const ts_record *r)
{
    ts_sample *s = NULL;
    size_t n = 0;
    if (v->from.samples(v->from.arg, r, &s, &n, v->err)) return;
    strip(to, s, n, r->result.unit);
    if (n) {
        ts_html(to, "<details><summary>%s, %s</summary>\n<ol class=\"samples\">\n",
                ts_plural((double)n, "raw sample").text,
                r->result.unit ? r->result.unit : "no unit");
        for (size_t i = 0; i < n; i++) sample(to, &s[i]);
        fputs("</ol>\n</details>\n", to);
    }
    free(s);
}

static void result(ts_view *v, FILE *to, const ts_record *r)
{
    const ts_result *x = &r->result;
    ts_line l = ts_line_of(v, r);
    ts_html(to, "<article id=\"r%zu\">\n<h3>%s: %s%s%s", r->seq, x->bench ? x->bench : "result",
            x->name ? x->name : "unnamed", x->mode ? ", " : "", x->mode);
    ts_html(to, " <small>%s</small></h3>\n<p class=\"figure\">%s %s", ts_device_of(r),
            ts_number(x->value, 4).text, x->unit);
    if (isfinite(x->lo) && isfinite(x->hi))
        ts_html(to, " <small>%s to %s</small>", ts_number(x->lo, 4).text, ts_number(x->hi, 4).text);
    fputs("</p>\n<p class=\"verdict\">", to);
    ts_cell_verdict(to, &l);
    fputs("</p>\n", to);
    samples(v, to, r);
    all_columns(to, x);
    if (x->repro) ts_html(to, "<pre><code>%s</code></pre>\n", x->repro);
    fputs("</article>\n", to);
}

void ts_page_run(ts_view *v, size_t which, FILE *to)
{
    const ts_records *all = v->from.all;
    const ts_run_info *run = &all->run[which];
    char title[96];
    snprintf(title, sizeof title, "Run of %s", ts_date(run->started).text);
    ts_page_begin(to, "data", title,
                  ts_is_published(run) ? "Figures of others, as they stated them."
                                       : "What was measured, on what, and by which command.");
    ts_html(to,
            "<p><a href=\"%s.jsonl\">Raw file</a>, JSON lines with all samples. "
            "<a href=\"data.html\">All runs</a>.</p>\n",
            v->page[which]);
    facts(to, run);
    ts_html(to, "<h2>%s</h2>\n<div class=\"results\">\n",
            ts_plural((double)results_of(v, run), "result").text);
    for (size_t i = 0; i < all->n; i++)
        if (all->record[i].run == run) result(v, to, &all->record[i]);
    fputs("</div>\n", to);
    ts_page_end(v, to);
}
