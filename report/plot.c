/* plot.c - what gnuplot is told (plot.h). */
#include "report/plot.h"
#include "tessera/c_locale.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/gnuplot.h"
#include "report/html.h"

enum { WIDTH = 720, HEIGHT = 420, LONGEST_NAME = 48 };

/* A name as a text of gnuplot's in single quotes, where only they end it; all that could mean something
 * there or elsewhere is replaced. */
static void quote(FILE *to, const char *name)
{
    TS_C_LOCALE;
    size_t n = 0;
    fputc('\'', to);
    for (; name && *name && n < LONGEST_NAME; name++, n++) {
        bool plain = isalnum((unsigned char)*name) || strchr(" _.,:+-/()%=*", *name);
        fputc(plain ? *name : '?', to);
    }
    fputc('\'', to);
}

/* ---- the script ---- */

/* A word of a data block, in double quotes, where more characters mean something. */
static void label(FILE *to, const char *text)
{
    TS_C_LOCALE;
    fputc('"', to);
    for (size_t n = 0; text && *text && n < LONGEST_NAME; text++, n++)
        fputc(isalnum((unsigned char)*text) || strchr(" .,-", *text) ? *text : '?', to);
    fputs("\"\n", to);
}

static double end_of(const double *ends, size_t i)
{
    return ends && isfinite(ends[i]) ? ends[i] : NAN;
}

/* x, y, the ends of its interval, a label */
static void data(FILE *to, const ts_plot *p)
{
    TS_C_LOCALE;
    for (size_t s = 0; s < p->n; s++) {
        const ts_series *x = &p->series[s];
        fprintf(to, "$d%zu << EOD\n", s);
        for (size_t i = 0; i < x->n; i++) {
            double scale = p->share ? 100 : 1;
            fprintf(to, "%.9g %.9g %.9g %.9g ", x->x[i], scale * x->y[i], scale * end_of(x->lo, i),
                    scale * end_of(x->hi, i));
            label(to, x->label ? x->label[i] : NULL);
        }
        fputs("EOD\n", to);
    }
}

typedef struct range {
    double lo, hi;
} range;

static void widen(range *r, double x)
{
    if (!isfinite(x)) return;
    r->lo = fmin(r->lo, x);
    r->hi = fmax(r->hi, x);
}

static range range_of(const ts_plot *p, bool of_y)
{
    range r = {INFINITY, -INFINITY};
    for (size_t s = 0; s < p->n; s++)
        for (size_t i = 0; i < p->series[s].n; i++) {
            const ts_series *x = &p->series[s];
            widen(&r, of_y ? x->y[i] : x->x[i]);
            if (of_y) widen(&r, end_of(x->lo, i));
            if (of_y) widen(&r, end_of(x->hi, i));
        }
    return r;
}

/* A little air around the data; gnuplot's own choice where there is no range. */
static void set_range(FILE *to, char axis, range r, bool log, bool zero, double scale)
{
    TS_C_LOCALE;
    if (!(r.lo <= r.hi)) return;
    double air = r.hi > r.lo ? 0.06 * (r.hi - r.lo) : 0.5 * fabs(r.hi) + (r.hi == 0);
    if (log)
        fprintf(to, "set %crange [%.9g:%.9g]\n", axis, scale * r.lo / 1.7, scale * r.hi * 1.7);
    else
        fprintf(to, "set %crange [%.9g:%.9g]\n", axis, zero ? 0 : scale * (r.lo - air),
                scale * (r.hi + (zero ? 0.12 * r.hi : air)));
}

static void ticks(FILE *to, const ts_plot *p)
{
    if (!p->tick) return;
    fputs("set xtics (", to);
    for (size_t i = 0; i < p->ticks; i++) {
        if (i) fputs(", ", to);
        quote(to, p->tick[i]);
        fprintf(to, " %zu", i);
    }
    fprintf(to, ")\n%s", p->ticks > 8 ? "set xtics rotate by 45 right\n" : "");
}

static void settings(FILE *to, const ts_plot *p)
{
    TS_C_LOCALE;
    fprintf(to,
            "set terminal svg size %d,%d noenhanced font ',13'\nset encoding utf8\n"
            "set datafile missing 'nan'\nset border 3 lw 0.8 lc rgb '#080808'\n"
            "set tics nomirror scale 0.4 textcolor rgb '#000000'\n"
            "set grid lw 0.6 lc rgb '#070707'\n"
            "set key above left Left reverse horizontal maxcols 3 noenhanced samplen 2 textcolor "
            "rgb '#000000'\n"
            "set xlabel '%s'\nset ylabel '%s'\n",
            WIDTH, HEIGHT, p->x, p->y);
    if (p->log_x) fputs("set logscale x\nset format x '%g'\n", to);
    if (p->log_y) fputs("set logscale y\nset format y '%g'\n", to);
    set_range(to, 'x', range_of(p, false), p->log_x, false, 1);
    set_range(to, 'y', range_of(p, true), p->log_y, p->from_zero, p->share ? 100 : 1);
    ticks(to, p);
}

/* How gnuplot draws a mark, before the colour. */
static const char *const style_of[] = {
    [TS_MARK_LINE] = "lines lw 1.8 lc",
    [TS_MARK_DASHES] = "lines lw 1.4 dt (6,5) lc",
    [TS_MARK_POINTS] = "points pt 7 ps 0.75 lc",
    [TS_MARK_RINGS] = "points pt 6 ps 0.8 lw 1.5 lc",
    [TS_MARK_BOTH] = "linespoints pt 7 ps 0.6 lw 1.8 lc",
};

static void colour_of(FILE *to, const ts_series *x)
{
    fprintf(to, " rgb '#%02x%02x%02x' ", x->colour + 1, x->colour + 1, x->colour + 1);
}

static bool has_intervals(const ts_series *x)
{
    for (size_t i = 0; i < x->n; i++)
        if (isfinite(end_of(x->lo, i)) && isfinite(end_of(x->hi, i))) return true;
    return false;
}

static void curves(FILE *to, const ts_plot *p)
{
    const char *comma = "plot ";
    for (size_t s = 0; s < p->n; s++) {
        const ts_series *x = &p->series[s];
        if (has_intervals(x)) {
            fprintf(to, "%s$d%zu using 1:2:3:4 with yerrorbars pt -1 lw 1 lc", comma, s);
            colour_of(to, x);
            fputs("notitle", to);
            comma = ", \\\n";
        }
        fprintf(to, "%s$d%zu using 1:2 with %s", comma, s, style_of[x->mark]);
        colour_of(to, x);
        fputs(x->name ? "title " : "notitle", to);
        if (x->name) quote(to, x->name);
        comma = ", \\\n";
        if (x->label)
            fprintf(
                to,
                "%s$d%zu using 1:2:5 with labels %s,0.3 font ',11' textcolor rgb '#000000' notitle",
                comma, s, x->mark == TS_MARK_RINGS ? "right offset -0.8" : "left offset 0.8");
    }
    fputc('\n', to);
}

static int write_script(const ts_plot *p, char **text, ts_error *err)
{
    size_t bytes;
    FILE *to = open_memstream(text, &bytes);
    if (!to) return ts_fail(err, "no memory for a plot");
    settings(to, p);
    data(to, p);
    curves(to, p);
    bool bad = ferror(to) != 0;
    bad |= fclose(to) != 0;
    if (!bad) return 0;
    free(*text);
    return ts_fail(err, "no memory for a plot");
}

/* ---- what comes back, for a page ---- */

typedef struct place { /* where the rewriting is */
    FILE *to;
    const char *at;
    unsigned id;
} place;

static bool skip(place *w, const char *start, const char *end)
{
    const char *stop;
    if (strncmp(w->at, start, strlen(start)) != 0) return false;
    stop = strstr(w->at + strlen(start), end);
    if (!stop) return false;
    w->at = stop + strlen(end);
    return true;
}

/* A group with nothing in it, of which gnuplot writes many. */
static bool skip_empty_group(place *w)
{
    if (strncmp(w->at, "<g ", 3) != 0) return false;
    const char *end = strchr(w->at, '>');
    if (!end || end[-1] == '/') return false;
    end += 1 + strspn(end + 1, " \t\r\n");
    if (strncmp(end, "</g>", 4) != 0) return false;
    w->at = end + 4;
    return true;
}

/* rgb(n, n, n) stands for colour n - 1 of the style sheet; 0 for that of text. */
static bool colour(place *w)
{
    unsigned r, g, b;
    int n = 0;
    if (sscanf(w->at, "rgb( %u , %u , %u %n", &r, &g, &b, &n) != 3 || !n || w->at[n] != ')')
        return false;
    w->at += n + 1;
    if (r && r <= TS_PLOT_COLOURS)
        fprintf(w->to, "var(--c%u)", r - 1);
    else if (r == 7 || r == 8)
        fputs(r == 7 ? "var(--grid)" : "var(--axis)", w->to);
    else
        fputs("currentColor", w->to);
    return true;
}

static bool replace(place *w)
{
    static const struct {
        const char *from, *to;
    } words[] = {
        {" color=\"black\"", ""},
        {" color=\"white\"", ""},
        {" color=\"gray\"", ""},
        {"stroke=\"black\"", "stroke=\"currentColor\""},
        {"fill=\"black\"", "fill=\"currentColor\""},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strncmp(w->at, words[i].from, strlen(words[i].from)) != 0) continue;
        fputs(words[i].to, w->to);
        w->at += strlen(words[i].from);
        return true;
    }
    return false;
}

static bool rename_id(place *w)
{
    static const struct {
        const char *from, *to;
    } words[] = {{" id='", " id='"}, {" id=\"", " id=\""}, {"xlink:href='#", "href='#"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strncmp(w->at, words[i].from, strlen(words[i].from)) != 0) continue;
        fprintf(w->to, "%sp%u-", words[i].to, w->id);
        w->at += strlen(words[i].from);
        return true;
    }
    return false;
}

static void rewrite(FILE *to, const char *svg, unsigned id)
{
    place w = {to, svg, id};
    while (*w.at) {
        if (skip(&w, "<title>gnuplot_plot", "</title>") || skip(&w, "<title>Gnuplot", "</title>") ||
            skip(&w, "<desc>", "</desc>") || skip(&w, "<filter", "</filter>") ||
            skip(&w, " font-family=\"", "\"") || skip_empty_group(&w) || colour(&w) ||
            replace(&w) || rename_id(&w))
            continue;
        fputc(*w.at++, to);
    }
}

static void figure(FILE *to, const ts_plot *p, const char *svg, unsigned id)
{
    ts_html(to,
            "<figure class=\"scroll\" tabindex=\"0\" aria-label=\"%s\">\n<svg class=\"plot\" "
            "viewBox=\"0 0 %d %d\" role=\"img\" ",
            p->title, WIDTH, HEIGHT);
    ts_html(to, "aria-labelledby=\"p%d-title p%d-desc\">\n<title id=\"p%d-title\">%s</title>\n",
            (int)id, (int)id, (int)id, p->title);
    ts_html(to, "<desc id=\"p%d-desc\">%s</desc>\n", (int)id, p->about);
    rewrite(to, svg, id);
    ts_html(to, "\n<figcaption>%s</figcaption>\n</figure>\n", p->about);
}

/* What stands between the tags of the drawing; NULL where it is none. */
static char *inside(char *svg)
{
    char *start = strstr(svg, "<svg"), *end = strstr(svg, "</svg>");
    start = start ? strchr(start, '>') : NULL;
    if (!start || !end || end < start) return NULL;
    end[strlen("</svg>")] = 0;
    return start + 1;
}

static bool has_points(const ts_series *x)
{
    for (size_t i = 0; i < x->n; i++)
        if (isfinite(x->x[i]) && isfinite(x->y[i])) return true;
    return false;
}

/* Without series that have no point, which gnuplot takes for a mistake. */
static ts_plot drawable(const ts_plot *p)
{
    ts_plot q = *p;
    q.n = 0;
    for (size_t s = 0; s < p->n; s++)
        if (has_points(&p->series[s])) q.series[q.n++] = p->series[s];
    return q;
}

int ts_plot_check(ts_error *err)
{
    char *text;
    if (ts_gnuplot("print 1\n", &text, err)) return -1;
    free(text);
    return 0;
}

static void draw(ts_view *v, FILE *to, const ts_plot *p)
{
    char *script, *drawn = NULL;
    if (write_script(p, &script, v->err)) return;
    if (!ts_gnuplot(script, &drawn, v->err)) {
        char *svg = inside(drawn);
        if (svg)
            figure(to, p, svg, ++v->drawn);
        else
            ts_fail(v->err, "gnuplot drew nothing for \"%s\"; --no-plots does without", p->title);
        free(drawn);
    }
    free(script);
}

void ts_plot_draw(ts_view *v, FILE *to, const ts_plot *p)
{
    ts_plot q = drawable(p);
    if (v->plots && q.n && !ts_failed(v->err)) draw(v, to, &q);
}
