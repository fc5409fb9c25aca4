/* page_roofline.c - operations a second over operations a byte, under the measured ceilings. */
#include <math.h>

#include "report/plot.h"
#include "report/table.h"

static double intensity(const ts_line *l)
{
    return l->r->result.flops / l->bytes;
}

static double rate(const ts_line *l)
{
    double stated = l->r->result.gflops;
    return isfinite(stated) ? stated : l->r->result.flops / l->seconds / 1e9;
}

static bool is_hot(const ts_line *l)
{
    return ts_same(l->r->result.mode, "hot");
}

/* What the roofs allow at the line's intensity; from a cache, arithmetic alone. */
static double roof(const ts_line *l)
{
    double slope = is_hot(l) ? INFINITY : l->ceiling * intensity(l);
    double least = fmin(slope, isfinite(l->peak) ? l->peak : INFINITY);
    return isfinite(least) ? least : NAN;
}

static double under_roof(const ts_line *l)
{
    return rate(l) / roof(l);
}

static bool has_point(const ts_line *l)
{
    return intensity(l) > 0 && rate(l) > 0 && isfinite(intensity(l)) && isfinite(rate(l));
}

/* Coordinates of the hot lines, or of all others, with their numbers. */
typedef struct points {
    double *x, *y;
    const char **label;
    size_t n;
} points;

static bool near(const ts_line *a, const ts_line *b) /* so that their labels would meet */
{
    return fabs(log(intensity(a) / intensity(b))) < 0.16 && fabs(log(rate(a) / rate(b))) < 0.25;
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
        if (is_hot(y) != is_hot(x) || !y->rank) continue;
        if (!near(x, y)) continue;
        if (i < at) return NULL;
        n += (size_t)snprintf(to + n, LONGEST + 1 - n, "%s%zu", n ? " " : "", y->rank);
    }
    return to;
}

static points points_of(ts_view *v, const ts_lines *l, bool hot)
{
    points p = {.x = ts_view_take(v, l->n, sizeof *p.x),
                .y = ts_view_take(v, l->n, sizeof *p.y),
                .label = ts_view_take(v, l->n, sizeof *p.label)};
    if (!p.x || !p.y || !p.label) return (points){0};
    for (size_t i = 0; i < l->n; i++) {
        const ts_line *x = &l->line[i];
        if (is_hot(x) != hot || !x->counts) continue;
        p.x[p.n] = intensity(x);
        p.y[p.n] = rate(x);
        p.label[p.n++] = label(v, l, i);
    }
    return p;
}

static ts_series series_of(const points *p, const char *name, ts_mark mark, unsigned colour)
{
    return (ts_series){.name = name,
                       .mark = mark,
                       .colour = colour,
                       .n = p->n,
                       .x = p->x,
                       .y = p->y,
                       .label = p->label};
}

typedef struct roofs { /* three points each: left end, ridge, right end */
    double x[3], memory[3];
    double ends[2], int8[2];
} roofs;

static roofs roofs_over(const ts_lines *l, double read, double peak, double int8)
{
    roofs r = {.x = {INFINITY, 0, 0}};
    for (size_t i = 0; i < l->n; i++) {
        r.x[0] = fmin(r.x[0], intensity(&l->line[i]) / 2);
        r.x[2] = fmax(r.x[2], intensity(&l->line[i]) * 2);
    }
    double ridge = peak / read;
    r.x[1] = isfinite(ridge) ? ridge : r.x[2];
    r.x[0] = fmin(r.x[0], r.x[1] / 4);
    r.x[2] = fmax(r.x[2], r.x[1] * 8);
    for (int i = 0; i < 3; i++) r.memory[i] = fmin(read * r.x[i], isfinite(peak) ? peak : INFINITY);
    r.ends[0] = fmin(int8 / read, r.x[2]);
    r.ends[1] = r.x[2];
    r.int8[0] = r.int8[1] = int8;
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

static void plot(ts_view *v, FILE *to, ts_lines l)
{
    char title[160], about[400];
    const ts_line *first = &l.line[0];
    points cold = points_of(v, &l, false), hot = points_of(v, &l, true);
    double int8 = int8_peak(v, first);
    roofs r = roofs_over(&l, first->ceiling, first->peak, int8);
    snprintf(title, sizeof title, "Roofline of %.100s", ts_device_of(first->r));
    snprintf(about, sizeof about,
             "Each point is a kernel with its number in the table. The slope is reading memory at "
             "%s GB/s; "
             "hot points read caches, so only the flat roof bounds them: "
             "f32 multiply-adds at %s GFLOP/s.",
             ts_number(first->ceiling, 3).text, ts_number(first->peak, 3).text);
    ts_plot p = {.title = title,
                 .about = about,
                 .x = "operations a byte",
                 .y = "GFLOP/s",
                 .log_x = true,
                 .log_y = true};
    p.series[p.n++] = (ts_series){.name = "roofs, measured",
                                  .mark = TS_MARK_LINE,
                                  .colour = 5,
                                  .n = 3,
                                  .x = r.x,
                                  .y = r.memory};
    if (isfinite(int8) && r.ends[0] < r.ends[1])
        p.series[p.n++] = (ts_series){.name = "8-bit roof",
                                      .mark = TS_MARK_DASHES,
                                      .colour = 5,
                                      .n = 2,
                                      .x = r.ends,
                                      .y = r.int8};
    if (cold.n) p.series[p.n++] = series_of(&cold, "cold", TS_MARK_POINTS, 0);
    if (hot.n) p.series[p.n++] = series_of(&hot, "hot", TS_MARK_RINGS, 1);
    ts_plot_draw(v, to, &p);
}

static void table(FILE *to, ts_lines l)
{
    static const ts_column columns[] = {
        TS_COLUMN_RANK,
        TS_COLUMN_NAME("kernel"),
        TS_COLUMN_MODE,
        {.head = "operations a byte", .kind = TS_NUMBER, .digits = 3, .value = intensity},
        {.head = "GFLOP/s", .kind = TS_NUMBER, .digits = 3, .value = rate},
        TS_COLUMN_GBPS,
        {.head = "roof, GFLOP/s",
         .about = "what memory and arithmetic allow here",
         .kind = TS_NUMBER,
         .digits = 3,
         .value = roof},
        {.head = "under the roof", .kind = TS_SHARE, .value = under_roof},
        {.head = "bound", .cell = ts_cell_bound},
        TS_COLUMN_VERDICT,
    };
    TS_TABLE(to, "The points", columns, l);
}

static const ts_line *earlier(const ts_lines *l, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (l->line[i].rank && ts_same(l->line[i].r->result.name, l->line[at].r->result.name))
            return &l->line[i];
    return NULL;
}

/* The same number for a kernel in each of its modes. */
static void number(ts_lines *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) {
        const ts_line *same = earlier(l, i);
        l->line[i].rank = !l->line[i].counts ? 0 : same ? same->rank : ++n;
    }
}

void ts_page_roofline(ts_view *v, FILE *to)
{
    ts_page_begin(to, "roofline", "Roofline",
                  "How near each kernel comes to what memory and arithmetic of this device allow. "
                  "Both roofs were measured here, none is from a data sheet.");
    ts_lines l = ts_lines_pick(v, "kernel", TS_MEASURED);
    ts_lines_keep(&l, has_point);
    if (!l.n)
        ts_page_empty(to, "There are no kernels with operations and bytes in this store.",
                      "tessera bench kernels");
    ts_lines_group(&l, ts_same_bench);
    for (size_t at = 0, n; at < l.n; at += n) {
        n = ts_lines_run(&l, at, ts_same_bench);
        ts_lines part = ts_lines_part(&l, at, n);
        number(&part);
        fputs("<section>\n", to);
        ts_bench_heading(to, part.line);
        plot(v, to, part);
        table(to, part);
        fputs("</section>\n", to);
    }
    ts_page_end(v, to);
}
