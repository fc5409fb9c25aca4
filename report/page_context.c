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
    double *x, *y;
} curve;

static void add_curve(ts_view *v, ts_plot *p, ts_lines part)
{
    curve *c = ts_view_take(v, 1, sizeof *c);
    if (!c || p->n == TS_PLOT_SERIES) return;
    c->x = ts_view_take(v, part.n, sizeof *c->x);
    c->y = ts_view_take(v, part.n, sizeof *c->y);
    if (!c->x || !c->y) return;
    name_curve(c->name, sizeof c->name, part.line);
    for (size_t i = 0; i < part.n; i++) {
        c->x[i] = position(&part.line[i]);
        c->y[i] = part.line[i].r->result.value;
    }
    p->series[p->n] = (ts_series){.name = c->name,
                                  .mark = TS_MARK_BOTH,
                                  .colour = (unsigned)(p->n % TS_PLOT_COLOURS),
                                  .n = part.n,
                                  .x = c->x,
                                  .y = c->y};
    p->n++;
}

static void plot(ts_view *v, FILE *to, const ts_lines *l, const char *title)
{
    ts_plot p = {.title = title,
                 .about =
                     "Tokens a second over positions in the cache; the table has the same figures.",
                 .x = "positions in the cache",
                 .y = "tokens a second",
                 .from_zero = true};
    for (size_t at = 0, n; at < l->n; at += n) {
        n = ts_lines_run(l, at, same_curve);
        if (n > 1) add_curve(v, &p, ts_lines_part(l, at, n));
    }
    ts_plot_draw(v, to, &p);
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
        TS_COLUMN_SAMPLES,
    };
    ts_lines l = ts_lines_pick(v, bench, TS_MEASURED | TS_PUBLISHED);
    ts_lines_keep(&l, has_position);
    ts_lines_sort(&l, nearest_first);
    ts_lines_group(&l, same_curve);
    if (!l.n) return;
    ts_html(to, "<section>\n<h2>%s</h2>\n", title);
    plot(v, to, &l, title);
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
