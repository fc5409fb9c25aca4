/* draw.c - what pages show beside text and tables: pictures of intervals and samples, all columns of a run
 * or result (page.h). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/page.h"
#include "store/columns.h"
#include "tessera/c_locale.h"

/* ---- a ratio and its interval ---- */

#define SIDE 1.5 /* the scale: a factor of so much to either side */

static double place(double ratio)
{
    return 100 + 90 * fmax(-1, fmin(log(ratio) / log(SIDE), 1));
}

static void draw_ratio(ts_scope *s)
{
    TS_C_LOCALE;
    const ts_result *r = &s->line->r->result;
    if (!(r->value > 0)) return;
    fputs("<svg class=\"ratio\" viewBox=\"0 0 200 16\" aria-hidden=\"true\"><line class=\"one\" "
          "x1=\"100\" x2=\"100\" y1=\"0\" y2=\"16\"/>",
          s->to);
    if (r->lo > 0 && r->hi > 0)
        fprintf(s->to, "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"8\" y2=\"8\"/>", place(r->lo),
                place(r->hi));
    fprintf(s->to, "<circle cx=\"%.1f\" cy=\"8\" r=\"3\"/></svg>", place(r->value));
}

/* ---- samples ---- */

/* Close to what the store holds, yet readable. */
static ts_words plainly(double x)
{
    return x == floor(x) ? ts_whole(x) : ts_number(x, 5);
}

/* A point a sample along a line, the dropped ones hollow. */
static void strip(FILE *to, const ts_sample *s, size_t n, const char *unit)
{
    TS_C_LOCALE;
    double lo = INFINITY, hi = -INFINITY;
    for (size_t i = 0; i < n; i++) lo = fmin(lo, s[i].value), hi = fmax(hi, s[i].value);
    if (n < 2 || !isfinite(lo) || !isfinite(hi) || lo == hi) return;
    ts_html(to,
            "<p class=\"strip\"><span>%s</span><svg viewBox=\"0 0 300 16\" aria-hidden=\"true\">"
            "<line x1=\"5\" x2=\"295\" y1=\"8\" y2=\"8\"/>",
            ts_number(lo, 3).text);
    for (size_t i = 0; i < n; i++)
        fprintf(to, "<circle cx=\"%.1f\" cy=\"8\" r=\"4\"%s/>",
                5 + 290 * (s[i].value - lo) / (hi - lo), s[i].kept ? "" : " class=\"dropped\"");
    ts_html(to, "</svg><span>%s %s</span></p>\n", ts_number(hi, 3).text, unit);
}

static void list(FILE *to, const ts_sample *s, size_t n, const char *unit)
{
    ts_html(to, "<details><summary>%s, %s</summary>\n<ol class=\"samples\">\n",
            ts_plural((double)n, "raw sample").text, unit ? unit : "no unit");
    for (size_t i = 0; i < n; i++)
        if (s[i].kept)
            ts_html(to, "<li>%s</li>\n", plainly(s[i].value).text);
        else
            ts_html(to, "<li><del>%s</del> <small>%s stolen, %s foreign</small></li>\n",
                    plainly(s[i].value).text, ts_percent(s[i].steal).text,
                    ts_percent(s[i].foreign).text);
    fputs("</ol>\n</details>\n", to);
}

static void draw_samples(ts_scope *s)
{
    ts_sample *sample = NULL;
    size_t n = 0;
    const ts_record *r = s->line->r;
    if (s->v->from.samples(s->v->from.arg, r, &sample, &n, s->v->err)) return;
    strip(s->to, sample, n, r->result.unit);
    if (n) list(s->to, sample, n, r->result.unit);
    free(sample);
}

/* ---- all columns ---- */

/* NULL: not known. */
static const char *words_of(const ts_column *c, const void *row, bool sizes, ts_words *w)
{
    if (c->text) return ts_column_text(c, row);
    double x = ts_column_number(c, row);
    *w = sizes && strstr(c->name, "bytes") ? ts_amount(x) : plainly(x);
    return isfinite(x) ? w->text : NULL;
}

static void draw_facts(ts_scope *s)
{
    ts_words w;
    for (const ts_column *c = ts_run_columns; c->name; c++) {
        const char *value = words_of(c, s->line->r->run, true, &w);
        if (value && strcmp(c->name, "url") != 0) /* which the page links */
            ts_html(s->to, "<div><dt title=\"%s\">%s</dt><dd>%s</dd></div>\n", c->meaning, c->name,
                    value);
    }
}

static void draw_columns(ts_scope *s)
{
    ts_words w;
    for (const ts_column *c = ts_result_columns; c->name; c++) {
        const char *value = words_of(c, &s->line->r->result, false, &w);
        if (value && strcmp(c->name, "repro") != 0) /* which stands below */
            ts_html(s->to, "<span class=\"pair\"><b>%s</b> %s</span> ", c->name, value);
    }
}

static void draw_levels(ts_scope *s)
{
    for (int i = 0; i < TS_LEVELS; i++)
        ts_html(s->to, "<div><dt class=\"level l%d\">L%d</dt><dd>%s</dd></div>\n", i, i,
                ts_levels[i]);
}

void ts_draw(ts_scope *s, ts_span what)
{
    static const struct {
        const char *word;
        void (*draw)(ts_scope *);
    } things[] = {{"ratio", draw_ratio},   {"samples", draw_samples},
                  {"facts", draw_facts},   {"columns", draw_columns},
                  {"levels", draw_levels}, {"roofline", ts_plot_roofline}};
    what = ts_trim(what);
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (ts_span_is(what, things[i].word)) {
            things[i].draw(s);
            return;
        }
    ts_template_fail(s, what, "no such drawing");
}
