/* figures.c - plots of rows: a curve for each group, and of one row: a ratio (page.h).
 *
 *     {plot NAMES | X Y LO HI MOST [log] | title | about | x axis | y axis | name of a curve}
 *
 * A curve is rows of the same NAMES, with the mark, ink and labels that they give, if they do. X "column" is the
 * number of the one of the columns that a row belongs to. log: both axes; only there may a point stand alone. */
#include <math.h>
#include <stdlib.h>

#include "report/page.h"
#include "report/plot.h"
#include "tessera/c_locale.h"

/* The place of a column; -1: there is none of that name. */
static int column(const ts_scope *s, ts_span name)
{
    const ts_value *x = ts_value_in(&s->rows, s->row, name.at, (size_t)(name.end - name.at));
    return x ? (int)(x - s->row) : -1;
}

/* Of the first row; `otherwise` where rows have no such column. */
static unsigned style(const ts_scope *s, const char *name, unsigned otherwise)
{
    int at = column(s, ts_span_of(name));
    return at < 0 ? otherwise : (unsigned)s->row[at].number;
}

/* As plain text in the page's memory. */
static const char *plain(const ts_scope *s, ts_span text)
{
    ts_scope inner = *s;
    inner.plain = true;
    char *made = ts_rendered(&inner, text);
    const char *kept = made ? ts_text_of(s->v, ts_span_of(made)) : "";
    free(made);
    return kept;
}

/* That of the next word; "-": none. */
static int take_column(const ts_scope *s, ts_span *words)
{
    ts_span word = ts_take_word(words);
    int at = column(s, word);
    if (at < 0 && !ts_span_is(word, "-")) ts_template_fail(s, word, "no such value");
    return at;
}

static ts_series curve(const ts_scope *s, ts_span words, ts_span name, size_t at)
{
    ts_series x = {.mark = style(s, "mark", TS_MARK_BOTH),
                   .colour = style(s, "ink", at % TS_PLOT_COLOURS),
                   .name = plain(s, name),
                   .points = s->rows,
                   .label = column(s, ts_span_of("label"))};
    x.x = take_column(s, &words);
    x.y = take_column(s, &words);
    x.lo = take_column(s, &words);
    x.hi = take_column(s, &words);
    return x;
}

static const char **ticks(const ts_scope *s)
{
    const char **tick = ts_view_take(s->v, s->columns.n + 1, sizeof *tick);
    const ts_section *part = ts_section_find(s->v, "part", ts_span_of("commit"));
    ts_scope one = *s;
    for (size_t i = 0; tick && part && i < s->columns.n; i++) {
        one.row = s->columns.row[i];
        tick[i] = plain(&one, part->body);
    }
    return tick;
}

static void add_curves(ts_scope *s, ts_plot *p, ts_span names, ts_span words, ts_span name)
{
    ts_span rest = words;
    for (int i = 0; i < 4; i++) (void)ts_take_word(&rest);
    size_t most = strtoul(ts_text_of(s->v, ts_take_word(&rest)), NULL, 10);
    p->log_x = p->log_y = ts_span_is(ts_trim(rest), "log");
    p->from_zero = !p->log_y;
    size_t least = p->log_x || p->tick ? 1 : 2;
    for (size_t at = 0, n; at < s->rows.n && p->n < most; at += n) {
        ts_scope inner = *s;
        inner.rows = ts_rows_run(s, at, names);
        inner.row = inner.rows.row[0];
        n = inner.rows.n;
        if (n >= least) p->series[p->n] = curve(&inner, words, name, p->n), p->n++;
    }
}

void ts_plot_curves(ts_scope *s, ts_span args)
{
    ts_span names = ts_take_field(&args);
    ts_span words = ts_take_field(&args), first = words;
    ts_plot p = {.share = ts_span_is(ts_take_word(&first), "column")};
    p.title = plain(s, ts_take_field(&args));
    p.about = plain(s, ts_take_field(&args));
    p.x = plain(s, ts_take_field(&args));
    p.y = plain(s, ts_take_field(&args));
    p.tick = p.share ? ticks(s) : NULL;
    p.ticks = p.share ? s->columns.n : 0;
    if (!p.share || p.ticks > 1) add_curves(s, &p, names, words, ts_trim(args));
    ts_plot_draw(s->v, s->to, &p);
}

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

void ts_plot_ratio(ts_scope *s, ts_span none)
{
    (void)none;
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
