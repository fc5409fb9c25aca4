/* draw.c - what pages show beside text and tables: pictures of intervals, all columns of a run or result
 * (page.h). */
#include <math.h>
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

static double number(const ts_scope *s, const char *name)
{
    return ts_value_of(s, ts_span_of(name)).number;
}

static void draw_ratio(ts_scope *s)
{
    TS_C_LOCALE;
    double value = number(s, "value"), lo = number(s, "lo"), hi = number(s, "hi");
    if (!(value > 0)) return;
    fputs("<svg class=\"ratio\" viewBox=\"0 0 200 16\" aria-hidden=\"true\"><line class=\"one\" "
          "x1=\"100\" x2=\"100\" y1=\"0\" y2=\"16\"/>",
          s->to);
    if (lo > 0 && hi > 0)
        fprintf(s->to, "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"8\" y2=\"8\"/>", place(lo), place(hi));
    fprintf(s->to, "<circle cx=\"%.1f\" cy=\"8\" r=\"3\"/></svg>", place(value));
}

/* ---- all columns ---- */

/* NULL: not known. */
static const char *words_of(const ts_scope *s, const ts_column *c, bool sizes, ts_words *w)
{
    ts_value x = ts_value_of(s, ts_span_of(c->name));
    (void)ts_value_words(x.number, sizes && strstr(c->name, "bytes") ? "s" : "p", w);
    return x.text || !isfinite(x.number) ? x.text : w->text;
}

static void draw_facts(ts_scope *s)
{
    ts_words w;
    for (const ts_column *c = ts_run_columns; c->name; c++) {
        const char *value = words_of(s, c, true, &w);
        if (value && strcmp(c->name, "url") != 0) /* which the page links */
            ts_html(s->to, "<div><dt title=\"%s\">%s</dt><dd>%s</dd></div>\n", c->meaning, c->name,
                    value);
    }
}

static void draw_columns(ts_scope *s)
{
    ts_words w;
    for (const ts_column *c = ts_result_columns; c->name; c++) {
        const char *value = words_of(s, c, false, &w);
        if (value && strcmp(c->name, "repro") != 0) /* which stands below */
            ts_html(s->to, "<span class=\"pair\"><b>%s</b> %s</span> ", c->name, value);
    }
}

void ts_draw(ts_scope *s, ts_span what)
{
    static const struct {
        const char *word;
        void (*draw)(ts_scope *);
    } things[] = {{"ratio", draw_ratio}, {"facts", draw_facts}, {"columns", draw_columns}};
    what = ts_trim(what);
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (ts_span_is(what, things[i].word)) {
            things[i].draw(s);
            return;
        }
    ts_template_fail(s, what, "no such drawing");
}
