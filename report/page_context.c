/* page_context.c - decoding and prefill as the cache fills. */
#include <math.h>

#include "report/plot.h"
#include "report/table.h"

static bool same_curve(const ts_line *a, const ts_line *b)
{
    const ts_result *x = &a->r->result, *y = &b->r->result;
    return ts_same_device(a, b) && ts_same(x->name, y->name) && ts_same(x->dtype, y->dtype) &&
           ts_same(x->shape, y->shape) && ts_same(x->kv, y->kv) && ts_same(x->mode, y->mode) &&
           ts_same(a->r->run->source, b->r->run->source) &&
           (x->batch == y->batch || (isnan(x->batch) && isnan(y->batch)));
}

/* Positions before; a prompt of its own is counted to its end. */
static double position(const ts_line *l)
{
    double context = l->r->result.context, prompt = l->r->result.prompt;
    if (!ts_same(l->r->result.bench, "prefill")) return context;
    return isfinite(context) && context > 0 ? context : prompt;
}

static double nearest_first(const ts_line *l)
{
    return -position(l);
}

static bool has_position(const ts_line *l)
{
    return isfinite(position(l)) && l->counts;
}

static void name_curve(char *to, size_t size, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    snprintf(to, size, "%.24s%s%.8s%s%.10s", ts_device_of(l->r), r->dtype ? " " : "",
             r->dtype ? r->dtype : "", r->mode ? " " : "", r->mode ? r->mode : "");
}

typedef struct curve {
    char name[48];
    double *x, *y, *lo, *hi;
} curve;

static void add_curve(ts_view *v, ts_plot *p, ts_lines part)
{
    curve *c = ts_view_take(v, 1, sizeof *c);
    if (!c || p->n == TS_PLOT_SERIES) return;
    c->x = ts_view_take(v, part.n, sizeof *c->x);
    c->y = ts_view_take(v, part.n, sizeof *c->y);
    c->lo = ts_view_take(v, part.n, sizeof *c->lo);
    c->hi = ts_view_take(v, part.n, sizeof *c->hi);
    if (!c->x || !c->y || !c->lo || !c->hi) return;
    name_curve(c->name, sizeof c->name, part.line);
    for (size_t i = 0; i < part.n; i++) {
        c->x[i] = position(&part.line[i]);
        c->y[i] = part.line[i].r->result.value;
        c->lo[i] = part.line[i].r->result.lo;
        c->hi[i] = part.line[i].r->result.hi;
    }
    p->series[p->n] = (ts_series){.name = c->name,
                                  .mark = TS_MARK_BOTH,
                                  .colour = (unsigned)(p->n % TS_PLOT_COLOURS),
                                  .n = part.n,
                                  .x = c->x,
                                  .y = c->y,
                                  .lo = c->lo,
                                  .hi = c->hi};
    p->n++;
}

static void plot(ts_view *v, FILE *to, const ts_lines *l, const char *title)
{
    ts_plot p = {
        .title = title,
        .about =
            "Tokens a second over positions in the cache; bars are the intervals of the table, "
            "which has the same figures.",
        .x = "positions in the cache",
        .y = "tokens a second",
        .from_zero = true};
    for (size_t at = 0, n; at < l->n; at += n) {
        n = ts_lines_run(l, at, same_curve);
        if (n > 1) add_curve(v, &p, ts_lines_part(l, at, n));
    }
    ts_plot_draw(v, to, &p);
}

/* Longer contexts read more, so they cannot be faster; where one is, the machine changed in between. */
static void upside_down(FILE *to, const ts_line *near, const ts_line *far)
{
    const ts_result *a = &near->r->result, *b = &far->r->result;
    if (!(b->value > a->value)) return;
    ts_html(to, "<p class=\"note\"><span class=\"badge refused\">not comparable</span> %s, %s: ",
            ts_device_of(near->r), a->mode);
    ts_html(to, "faster at %s positions than at %s, though it reads more. ",
            ts_whole(position(far)).text, ts_whole(position(near)).text);
    fputs(b->lo > a->hi ? "The two were measured while the machine had different speeds"
                        : "Their intervals overlap or are not known, so no difference is shown",
          to);
    if (isfinite(near->ceiling) && isfinite(far->ceiling))
        ts_html(to, ": reading gave %s and %s GB/s beside them", ts_number(near->ceiling, 3).text,
                ts_number(far->ceiling, 3).text);
    fputs(".</p>\n", to);
}

static void check_curves(FILE *to, const ts_lines *l)
{
    for (size_t i = 1; i < l->n; i++)
        if (same_curve(&l->line[i - 1], &l->line[i])) upside_down(to, &l->line[i - 1], &l->line[i]);
}

static void cell_test(FILE *to, const ts_line *l)
{
    ts_html(to, "%s", l->r->result.mode);
}

static void part(ts_view *v, FILE *to, const char *bench, const char *title)
{
    static const ts_column columns[] = {
        TS_COLUMN_DEVICE,
        {.head = "model", .cell = ts_cell_name},
        TS_COLUMN_DTYPE,
        TS_COLUMN_THREADS,
        {.head = "test", .cell = cell_test},
        {.head = "position",
         .about = "tokens in the cache before",
         .kind = TS_WHOLE,
         .value = position},
        {.head = "tok/s", .kind = TS_NUMBER, .digits = 3, .value = ts_get_value},
        TS_COLUMN_INTERVAL,
        {.head = "of the ceiling",
         .about = "the cache's bytes are counted",
         .kind = TS_SHARE,
         .value = ts_get_sol},
        {.head = "reading, GB/s",
         .about = "measured between the samples",
         .kind = TS_NUMBER,
         .digits = 3,
         .value = ts_get_ceiling},
        TS_COLUMN_SAMPLES,
        TS_COLUMN_VERDICT,
    };
    ts_lines l = ts_lines_pick(v, bench, TS_MEASURED | TS_PUBLISHED);
    ts_lines_keep(&l, has_position);
    ts_lines_sort(&l, nearest_first);
    ts_lines_group(&l, same_curve);
    if (!l.n) return;
    ts_html(to, "<section>\n<h2>%s</h2>\n", title);
    plot(v, to, &l, title);
    check_curves(to, &l);
    TS_TABLE(to, title, columns, l);
    fputs("</section>\n", to);
}

static bool any(ts_view *v, const char *bench)
{
    ts_lines l = ts_lines_pick(v, bench, TS_MEASURED | TS_PUBLISHED);
    ts_lines_keep(&l, has_position);
    return l.n;
}

void ts_page_context(ts_view *v, FILE *to)
{
    ts_page_begin(to, "context", "Context",
                  "Decoding reads the cache of all positions before, so it slows down as a text "
                  "grows. The share of the ceiling counts these bytes and should stay level.");
    if (!any(v, "decode") && !any(v, "prefill"))
        ts_page_empty(to, "There are no rates by context in this store.",
                      "tessera bench decode --ctx 0,512,2048");
    part(v, to, "decode", "Decoding by context");
    part(v, to, "prefill", "Reading a prompt by context");
    ts_page_end(v, to);
}
