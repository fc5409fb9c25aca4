/* figures.c - what the plots of pages are about: curves of values, and the roofline (page.h). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/page.h"
#include "report/plot.h"

/* ---- curves ---- */

static double value(const ts_scope *s, ts_span name)
{
    ts_value x = {NULL, NAN, NULL};
    if (!ts_value_find(s, name.at, (size_t)(name.end - name.at), &x))
        ts_template_fail(s, name, "no such value");
    return x.number;
}

/* Which of the columns the line belongs to. */
static double column_of(const ts_scope *s)
{
    ts_keys place = ts_keys_of(s->v, "place");
    size_t k = 0;
    while (k < s->columns.n && ts_keys_compare(&place, &s->columns.line[k], s->line)) k++;
    return (double)k;
}

/* As plain text in the view's memory. */
static const char *plain(const ts_scope *s, ts_span text)
{
    ts_scope inner = *s;
    inner.plain = true;
    char *made = ts_rendered(&inner, text);
    const char *kept = made ? ts_text_of(s->v, ts_span_of(made)) : "";
    free(made);
    return kept;
}

/* The values of all lines; x: their column, where the lines are in columns. */
static double *values(const ts_scope *s, ts_span name)
{
    double *to = ts_view_take(s->v, s->lines.n + 1, sizeof *to);
    ts_scope one = *s;
    for (size_t i = 0; to && i < s->lines.n; i++) {
        one.line = &s->lines.line[i];
        to[i] = ts_span_is(name, "column") ? column_of(&one) : value(&one, name);
    }
    return to;
}

static ts_series curve(const ts_scope *s, ts_span words, ts_span name, size_t at)
{
    ts_series x = {.mark = TS_MARK_BOTH, .colour = at % TS_PLOT_COLOURS, .n = s->lines.n};
    x.x = values(s, ts_take_word(&words));
    x.y = values(s, ts_take_word(&words));
    x.lo = values(s, ts_take_word(&words));
    x.hi = values(s, ts_take_word(&words));
    x.name = plain(s, name);
    if (!x.x || !x.y || !x.lo || !x.hi) x.n = 0;
    return x;
}

static const char **ticks(const ts_scope *s)
{
    const char **tick = ts_view_take(s->v, s->columns.n + 1, sizeof *tick);
    const ts_section *part = ts_section_find(s->v, "part", ts_span_of("commit"));
    ts_scope one = *s;
    for (size_t i = 0; tick && part && i < s->columns.n; i++) {
        one.line = &s->columns.line[i];
        tick[i] = plain(&one, part->body);
    }
    return tick;
}

void ts_plot_curves(ts_scope *s, ts_span args)
{
    const char *list = ts_text_of(s->v, ts_take_field(&args));
    ts_span words = ts_take_field(&args), most = words;
    bool columns = ts_span_is(ts_take_word(&most), "column");
    for (int i = 0; i < 3; i++) (void)ts_take_word(&most);
    size_t limit = strtoul(ts_text_of(s->v, ts_trim(most)), NULL, 10);
    ts_plot p = {.title = plain(s, ts_take_field(&args)), .about = plain(s, ts_take_field(&args))};
    p.x = plain(s, ts_take_field(&args));
    p.y = plain(s, ts_take_field(&args));
    p.from_zero = true;
    p.share = columns;
    p.tick = columns ? ticks(s) : NULL;
    p.ticks = columns ? s->columns.n : 0;
    for (size_t at = 0, n; at < s->lines.n; at += n) {
        n = ts_lines_run(s->v, &s->lines, at, list);
        ts_scope inner = *s;
        inner.lines = ts_lines_part(&s->lines, at, n);
        inner.line = inner.lines.line;
        if (p.n < limit && (columns ? p.ticks > 1 : n > 1))
            p.series[p.n] = curve(&inner, words, ts_trim(args), p.n), p.n++;
    }
    ts_plot_draw(s->v, s->to, &p);
}

/* ---- the roofline ---- */

static double number(const ts_line *l, const char *name)
{
    ts_value x;
    (void)ts_value_find(&(ts_scope){.line = l}, name, strlen(name), &x);
    return x.number;
}

static bool is_hot(const ts_line *l)
{
    return ts_same(l->r->result.mode, "hot");
}

static bool near(const ts_line *a, const ts_line *b) /* so that their labels would meet */
{
    return fabs(log(number(a, "intensity") / number(b, "intensity"))) < 0.16 &&
           fabs(log(number(a, "work") / number(b, "work"))) < 0.25;
}

/* The numbers of all points that would lie over each other are written beside the first. */
static const char *label(ts_view *v, const ts_lines *l, size_t at)
{
    enum { LONGEST = 40 };
    const ts_line *x = &l->line[at];
    char *to = ts_view_take(v, LONGEST + 1, 1);
    size_t n = 0;
    for (size_t i = 0; to && i < l->n && n < LONGEST; i++) {
        const ts_line *y = &l->line[i];
        if (is_hot(y) != is_hot(x) || !y->rank || !near(x, y)) continue;
        if (i < at) return NULL;
        n += (size_t)snprintf(to + n, LONGEST + 1 - n, "%s%zu", n ? " " : "", y->rank);
    }
    return to;
}

/* The hot lines, or all others, with their numbers. */
static void add_points(ts_view *v, ts_plot *p, const ts_lines *l, bool hot)
{
    double *x = ts_view_take(v, l->n, sizeof *x), *y = ts_view_take(v, l->n, sizeof *y);
    const char **beside = ts_view_take(v, l->n, sizeof *beside);
    size_t n = 0;
    for (size_t i = 0; x && y && beside && i < l->n; i++) {
        if (is_hot(&l->line[i]) != hot || !l->line[i].counts) continue;
        x[n] = number(&l->line[i], "intensity");
        y[n] = number(&l->line[i], "work");
        beside[n++] = label(v, l, i);
    }
    if (!n) return;
    p->series[p->n++] = (ts_series){.name = hot ? "hot" : "cold",
                                    .mark = hot ? TS_MARK_RINGS : TS_MARK_POINTS,
                                    .colour = hot,
                                    .n = n,
                                    .x = x,
                                    .y = y,
                                    .label = beside};
}

typedef struct roofs { /* three points each: left end, ridge, right end */
    double x[3], memory[3];
    double ends[2], int8[2];
} roofs;

static roofs roofs_over(const ts_lines *l, double read, double peak, double int8)
{
    roofs r = {.x = {INFINITY, 0, 0}, .int8 = {int8, int8}};
    for (size_t i = 0; i < l->n; i++) {
        r.x[0] = fmin(r.x[0], number(&l->line[i], "intensity") / 2);
        r.x[2] = fmax(r.x[2], number(&l->line[i], "intensity") * 2);
    }
    double ridge = peak / read;
    r.x[1] = isfinite(ridge) ? ridge : r.x[2];
    r.x[0] = fmin(r.x[0], r.x[1] / 4);
    r.x[2] = fmax(r.x[2], r.x[1] * 8);
    for (int i = 0; i < 3; i++) r.memory[i] = fmin(read * r.x[i], isfinite(peak) ? peak : INFINITY);
    r.ends[0] = fmin(int8 / read, r.x[2]);
    r.ends[1] = r.x[2];
    return r;
}

/* The rate of 8-bit arithmetic on the line's device, in GFLOP/s; NAN: not measured. */
static double int8_peak(ts_view *v, const ts_line *l)
{
    ts_line c;
    if (!ts_ceiling(v, "ceiling", "int8", l->r->result.device, &c)) return NAN;
    if (!ts_same(c.r->result.device, l->r->result.device) || !(c.r->result.value > 0)) return NAN;
    return c.r->result.value;
}

void ts_plot_roofline(ts_scope *s)
{
    char title[160], about[400];
    const ts_line *first = s->lines.line;
    double int8 = int8_peak(s->v, first);
    roofs r = roofs_over(&s->lines, first->ceiling, first->peak, int8);
    snprintf(title, sizeof title, "Roofline of %.100s", ts_device_of(first->r));
    snprintf(about, sizeof about,
             "Each point is a kernel with its number in the table. The slope is reading memory at "
             "%s GB/s; hot points read caches, so only the flat roof bounds them: "
             "f32 multiply-adds at %s GFLOP/s.",
             ts_number(first->ceiling, 3).text, ts_number(first->peak, 3).text);
    ts_plot p = {title, about, "operations a byte", "GFLOP/s", .log_x = true, .log_y = true};
    p.series[p.n++] =
        (ts_series){"roofs, measured", TS_MARK_LINE, .colour = 5, .n = 3, .x = r.x, .y = r.memory};
    if (isfinite(int8) && r.ends[0] < r.ends[1])
        p.series[p.n++] = (ts_series){"8-bit roof", TS_MARK_DASHES, .colour = 5,
                                      .n = 2,       .x = r.ends,    .y = r.int8};
    add_points(s->v, &p, &s->lines, false);
    add_points(s->v, &p, &s->lines, true);
    ts_plot_draw(s->v, s->to, &p);
}
