/* figures.c - plots of rows: a curve for each group (page.h).
 *
 *     {plot NAMES | X Y LO HI MOST [log] | title | about | x axis | y axis | name of a curve}
 *
 * A curve is rows of the same NAMES, with the mark and ink that they give, if they do. X "column" is the number of
 * the one of the columns that a row belongs to. log: both axes; only there may a point stand alone. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/page.h"
#include "report/plot.h"

/* Of the first row; `otherwise` where rows have no such column. */
static unsigned style(const ts_scope *s, const char *name, unsigned otherwise)
{
    const ts_value *x = ts_value_in(&s->rows, s->row, name, strlen(name));
    return x ? (unsigned)x->number : otherwise;
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

/* The values of all rows. */
static double *values(const ts_scope *s, ts_span name)
{
    double *to = ts_view_take(s->v, s->rows.n + 1, sizeof *to);
    ts_scope one = *s;
    for (size_t i = 0; to && i < s->rows.n; i++) {
        one.row = s->rows.row[i];
        to[i] = ts_value_of(&one, name).number;
    }
    return to;
}

static const char **labels(const ts_scope *s)
{
    const char **to = ts_view_take(s->v, s->rows.n + 1, sizeof *to);
    for (size_t i = 0; to && i < s->rows.n; i++) {
        const ts_value *x = ts_value_in(&s->rows, s->rows.row[i], "label", 5);
        to[i] = x ? x->text : NULL;
    }
    return to;
}

static ts_series curve(const ts_scope *s, ts_span words, ts_span name, size_t at)
{
    ts_series x = {.mark = style(s, "mark", TS_MARK_BOTH),
                   .colour = style(s, "ink", at % TS_PLOT_COLOURS),
                   .n = s->rows.n,
                   .name = plain(s, name),
                   .label = labels(s)};
    x.x = values(s, ts_take_word(&words));
    x.y = values(s, ts_take_word(&words));
    x.lo = values(s, ts_take_word(&words));
    x.hi = values(s, ts_take_word(&words));
    if (!x.x || !x.y || !x.lo || !x.hi || !x.label) x.n = 0;
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
