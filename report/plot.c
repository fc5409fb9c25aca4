/* plot.c - axes, marks and keys as SVG (plot.h). */
#include "report/plot.h"

#include <math.h>
#include <string.h>

#include "report/html.h"
#include "tessera/c_locale.h"

enum { WIDTH = 720, HEIGHT = 420, LEFT = 64, RIGHT = 24, ROW = 20, MANY = 8 }; /* pixels; ticks */

/* ---- axes ---- */

typedef struct axis {
    double lo, hi;
    double start, end; /* pixels of both */
    double scale;      /* of what its ticks say */
    bool log;
} axis;

static double place(const axis *a, double x)
{
    double part = a->log ? log(x / a->lo) / log(a->hi / a->lo) : (x - a->lo) / (a->hi - a->lo);
    return a->start + part * (a->end - a->start);
}

static void widen(axis *a, double x)
{
    if (!isfinite(x)) return;
    a->lo = fmin(a->lo, x);
    a->hi = fmax(a->hi, x);
}

static double at(const ts_series *s, size_t i, int column)
{
    double x = column < 0 ? NAN : s->points.row[i][column].number;
    return isfinite(x) ? x : NAN;
}

/* A little air around the data. */
static void air(axis *a, bool zero)
{
    double room = a->hi > a->lo ? 0.06 * (a->hi - a->lo) : 0.5 * fabs(a->hi) + (a->hi == 0);
    if (a->log) {
        a->lo /= 1.7;
        a->hi *= 1.7;
    } else {
        a->lo = zero ? 0 : a->lo - room;
        a->hi += zero ? 0.12 * a->hi : room;
    }
}

static void find_axes(const ts_plot *p, axis *x, axis *y)
{
    *x = (axis){INFINITY, -INFINITY, LEFT, WIDTH - RIGHT, 1, p->log_x};
    *y = (axis){INFINITY, -INFINITY, HEIGHT - 48, 16, p->share ? 100 : 1, p->log_y};
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->series[k].points.n; i++) {
            const ts_series *s = &p->series[k];
            widen(x, at(s, i, s->x));
            widen(y, at(s, i, s->y));
            widen(y, at(s, i, s->lo));
            widen(y, at(s, i, s->hi));
        }
    air(x, false);
    air(y, p->from_zero);
}

static void text(FILE *to, double x, double y, const char *anchor, const char *words)
{
    TS_C_LOCALE;
    ts_html(to, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words);
}

static void tick(FILE *to, const axis *x, const axis *y, bool upright, double at, const char *words)
{
    TS_C_LOCALE;
    double px = upright ? x->start : place(x, at), py = upright ? place(y, at) : y->start;
    fprintf(to, "<path stroke=\"var(--grid)\" d=\"M%.1f %.1f%c%.1f\"/>\n", px, py,
            upright ? 'H' : 'V', upright ? x->end : y->end);
    text(to, upright ? px - 8 : px, upright ? py + 4 : py + 18, upright ? "end" : "middle", words);
}

/* Steps of 1, 2 or 5 times a power of ten, or what the decades of a logarithmic axis begin with. */
static void ticks(FILE *to, const axis *x, const axis *y, bool upright)
{
    TS_C_LOCALE;
    const axis *a = upright ? y : x;
    double span = a->scale * (a->hi - a->lo), step = pow(10, floor(log10(span / 4)));
    bool few = a->log && log10(a->hi / a->lo) < 3;
    char words[32];
    if (span / step > 20) step *= 5;
    if (span / step > 8) step *= 2;
    double at = a->log ? pow(10, floor(log10(a->lo))) : ceil(a->scale * a->lo / step) * step;
    for (int n = 0; at <= a->scale * a->hi && n < 60; n++) {
        snprintf(words, sizeof words, "%g", fabs(at) < 1e-9 * step ? 0 : at);
        if (at >= a->scale * a->lo) tick(to, x, y, upright, at / a->scale, words);
        at = !a->log ? at + step : !few ? at * 10 : at * (n % 3 == 1 ? 2.5 : 2);
    }
}

/* Names of x = 0, 1, ...; of many, as many as have room. */
static void names(FILE *to, const ts_plot *p, const axis *x, const axis *y)
{
    size_t step = (p->ticks - 1) / MANY + 1;
    for (size_t i = 0; i < p->ticks; i += step) tick(to, x, y, false, (double)i, p->tick[i]);
}

static void frame(FILE *to, const ts_plot *p, const axis *x, const axis *y)
{
    TS_C_LOCALE;
    if (p->tick)
        names(to, p, x, y);
    else
        ticks(to, x, y, false);
    ticks(to, x, y, true);
    fprintf(to, "<path stroke=\"var(--axis)\" fill=\"none\" d=\"M%.1f %.1fV%.1fH%.1f\"/>\n",
            x->start, y->end, y->start, x->end);
    text(to, (x->start + x->end) / 2, HEIGHT - 8, "middle", p->x);
    ts_html(to,
            "<text transform=\"translate(14 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>\n",
            (y->start + y->end) / 2, p->y);
}

/* ---- series ---- */

static bool has_line(ts_mark m)
{
    return m == TS_MARK_LINE || m == TS_MARK_DASHES || m == TS_MARK_BOTH;
}

static void point(FILE *to, const ts_series *s, double x, double y)
{
    if (s->mark == TS_MARK_RINGS)
        fprintf(to,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"none\" stroke=\"var(--c%u)\" "
                "stroke-width=\"1.5\"/>\n",
                x, y, s->colour);
    else
        fprintf(to, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"var(--c%u)\"/>\n", x, y,
                s->colour);
}

static void line_style(FILE *to, const ts_series *s)
{
    fprintf(to, "<path fill=\"none\" stroke=\"var(--c%u)\" stroke-width=\"1.8\"%s d=\"", s->colour,
            s->mark == TS_MARK_DASHES ? " stroke-dasharray=\"6 5\"" : "");
}

/* Interrupted where a point is missing. */
static void line(FILE *to, const ts_series *s, const axis *x, const axis *y)
{
    bool down = false;
    line_style(to, s);
    for (size_t i = 0; i < s->points.n; i++) {
        double px = at(s, i, s->x), py = at(s, i, s->y);
        bool there = !isnan(px) && !isnan(py);
        if (there) fprintf(to, "%c%.1f %.1f", down ? 'L' : 'M', place(x, px), place(y, py));
        down = there;
    }
    fputs("\"/>\n", to);
}

static void interval(FILE *to, const ts_series *s, size_t i, const axis *x, const axis *y)
{
    double lo = at(s, i, s->lo), hi = at(s, i, s->hi), px = place(x, at(s, i, s->x));
    if (isnan(lo) || isnan(hi)) return;
    fprintf(to, "<path stroke=\"var(--c%u)\" d=\"M%.1f %.1fh8m-4 0V%.1fm-4 0h8\"/>\n", s->colour,
            px - 4, place(y, lo), place(y, hi));
}

static void draw_series(FILE *to, const ts_series *s, const axis *x, const axis *y)
{
    TS_C_LOCALE;
    bool rings = s->mark == TS_MARK_RINGS;
    if (has_line(s->mark)) line(to, s, x, y);
    for (size_t i = 0; i < s->points.n; i++) {
        double px = place(x, at(s, i, s->x)), py = place(y, at(s, i, s->y));
        if (!isfinite(px) || !isfinite(py)) continue;
        interval(to, s, i, x, y);
        if (s->mark >= TS_MARK_POINTS) point(to, s, px, py);
        const char *label = s->label < 0 ? NULL : s->points.row[i][s->label].text;
        if (label) text(to, rings ? px - 8 : px + 8, py - 4, rings ? "end" : "start", label);
    }
}

/* ---- the key, above ---- */

static size_t names_of(const ts_plot *p)
{
    size_t longest = 0;
    for (size_t k = 0; k < p->n; k++)
        longest = longest > strlen(p->series[k].name) ? longest : strlen(p->series[k].name);
    return longest;
}

/* Its height. */
static double key(FILE *to, const ts_plot *p)
{
    TS_C_LOCALE;
    size_t columns = names_of(p) > 48 ? 1 : names_of(p) > 28 ? 2 : 3;
    double wide = (double)(WIDTH - LEFT - RIGHT) / (double)columns;
    for (size_t k = 0; k < p->n; k++) {
        const ts_series *s = &p->series[k];
        double x = LEFT + (double)(k % columns) * wide, y = 14 + ROW * (double)(k / columns);
        if (has_line(s->mark)) {
            line_style(to, s);
            fprintf(to, "M%.1f %.1fh22\"/>\n", x, y - 4);
        }
        if (s->mark >= TS_MARK_POINTS) point(to, s, x + 11, y - 4);
        text(to, x + 30, y, "start", s->name);
    }
    return ROW * (double)((p->n + columns - 1) / columns);
}

/* ---- the figure ---- */

static bool has_points(const ts_series *s)
{
    for (size_t i = 0; i < s->points.n; i++)
        if (!isnan(at(s, i, s->x)) && !isnan(at(s, i, s->y))) return true;
    return false;
}

void ts_plot_draw(ts_view *v, FILE *to, const ts_plot *plot)
{
    ts_plot p = *plot;
    axis x, y;
    p.n = 0;
    for (size_t k = 0; k < plot->n; k++)
        if (has_points(&plot->series[k])) p.series[p.n++] = plot->series[k];
    if (!v->plots || !p.n || ts_failed(v->err)) return;
    int id = (int)++v->drawn;
    ts_html(to,
            "<figure class=\"scroll\" tabindex=\"0\" aria-label=\"%s\">\n<svg class=\"plot\" "
            "viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"p%d-title p%d-desc\">\n"
            "<title id=\"p%d-title\">%s</title>\n<desc id=\"p%d-desc\">%s</desc>\n"
            "<g font-size=\"13\" fill=\"currentColor\">\n",
            p.title, WIDTH, HEIGHT, id, id, id, p.title, id, p.about);
    find_axes(&p, &x, &y);
    y.end += key(to, &p);
    frame(to, &p, &x, &y);
    for (size_t k = 0; k < p.n; k++) draw_series(to, &p.series[k], &x, &y);
    ts_html(to, "</g>\n</svg>\n<figcaption>%s</figcaption>\n</figure>\n", p.about);
}
