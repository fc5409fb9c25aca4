/* page_kernels.c - each kernel on each device: cold and warm, beside the speed of light. */
#include <math.h>

#include "report/table.h"

bool ts_same_bench(const ts_line *a, const ts_line *b)
{
    const ts_result *x = &a->r->result, *y = &b->r->result;
    return ts_same_device(a, b) && ts_same(x->suite, y->suite) && ts_same(x->dtype, y->dtype) &&
           ts_same(x->shape, y->shape) && ts_same(x->target, y->target);
}

static bool same_work(const ts_line *a, const ts_line *b)
{
    return ts_same_bench(a, b) && ts_same(a->r->result.name, b->r->result.name);
}

static bool is_mode(const ts_line *l, const char *mode)
{
    return ts_same(l->r->result.mode, mode);
}

static const ts_record *partner(const ts_lines *l, const ts_line *of, const char *mode)
{
    for (size_t i = 0; i < l->n; i++)
        if (is_mode(&l->line[i], mode) && same_work(&l->line[i], of)) return l->line[i].r;
    return NULL;
}

static bool stands_alone(const ts_line *l)
{
    bool warm = is_mode(l, "hot") || is_mode(l, "overlap");
    return !warm || !l->rank; /* rank: for a moment, that there is a cold line */
}

ts_lines ts_kernel_lines(ts_view *v)
{
    ts_lines l = ts_lines_pick(v, "kernel", TS_MEASURED);
    for (size_t i = 0; i < l.n; i++) {
        l.line[i].hot = partner(&l, &l.line[i], "hot");
        l.line[i].overlap = partner(&l, &l.line[i], "overlap");
        l.line[i].rank = partner(&l, &l.line[i], "cold") != NULL;
    }
    ts_lines_keep(&l, stands_alone);
    return l;
}

/* ---- columns ---- */

static double partner_micros(const ts_record *r)
{
    return r ? 1e6 * ts_seconds_of(&r->result) : NAN;
}

static double hot_micros(const ts_line *l)
{
    return is_mode(l, "hot") ? ts_get_micros(l) : partner_micros(l->hot);
}

static double cold_micros(const ts_line *l)
{
    return is_mode(l, "hot") || is_mode(l, "overlap") ? NAN : ts_get_micros(l);
}

static double overlap_micros(const ts_line *l)
{
    return is_mode(l, "overlap") ? ts_get_micros(l) : partner_micros(l->overlap);
}

static double gflops(const ts_line *l)
{
    return l->r->result.gflops;
}

static double floor_micros(const ts_line *l)
{
    return l->r->result.floor_us;
}

static double standing(const ts_line *l)
{
    return l->counts ? l->sol : NAN;
}

static void board(FILE *to, ts_lines l)
{
    static const ts_column columns[] = {
        TS_COLUMN_RANK,
        TS_COLUMN_NAME("kernel"),
        {.head = "cold, \xc2\xb5s",
         .about = "weights come from memory, as in a model",
         .kind = TS_NUMBER,
         .digits = 3,
         .value = cold_micros},
        {.head = "speed of light",
         .about = "share of it, cold",
         .kind = TS_SHARE,
         .value = ts_get_sol},
        TS_COLUMN_SHARE_INTERVAL,
        {.head = "hot, \xc2\xb5s",
         .about = "the same buffers again and again",
         .kind = TS_NUMBER,
         .digits = 3,
         .value = hot_micros},
        {.head = "overlapped, \xc2\xb5s",
         .about = "launches that need not wait for each other",
         .kind = TS_NUMBER,
         .digits = 3,
         .value = overlap_micros},
        TS_COLUMN_GBPS,
        {.head = "GFLOP/s", .kind = TS_NUMBER, .digits = 3, .value = gflops},
        {.head = "bound",
         .about = "what sets the speed of light; launch: the floor is more than half the time",
         .cell = ts_cell_bound},
        {.head = "floor, \xc2\xb5s",
         .about = "an empty launch",
         .kind = TS_NUMBER,
         .digits = 3,
         .value = floor_micros},
        TS_COLUMN_SAMPLES,
        TS_COLUMN_VERDICT,
    };
    ts_lines_sort(&l, standing);
    ts_lines_rank(&l);
    TS_TABLE(to, "Kernels by their share of the speed of light", columns, l);
}

void ts_bench_heading(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    const char *chip = ts_chip_of(l->r);
    ts_html(to, "<h2>%s%s%s%s", ts_device_of(l->r), r->dtype ? ", " : "", r->dtype,
            r->shape ? ", shape " : "");
    ts_html(to, "%s", r->shape);
    if (isfinite(r->threads)) ts_html(to, ", %s", ts_plural(r->threads, "thread").text);
    fputs("</h2>\n<p class=\"about\">", to);
    if (chip) ts_html(to, "%s; ", chip);
    if (r->driver) ts_html(to, "%s; ", r->driver);
    ts_html(to, "reading %s GB/s, arithmetic %s GFLOP/s</p>\n", ts_number(l->ceiling, 3).text,
            ts_number(l->peak, 3).text);
}

static void unranked(FILE *to, const ts_lines *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) n += !l->line[i].rank;
    if (!n) return;
    ts_html(to, "<p class=\"note\">%s without a rank: the verdict says why.</p>\n",
            ts_plural((double)n, "line").text);
}

/* A file of others may hold thousands of lines; the data pages have them all. */
static void published(ts_view *v, FILE *to)
{
    enum { MOST = 100 };
    static const ts_column columns[] = {
        TS_COLUMN_NAME("kernel"),
        TS_COLUMN_DEVICE,
        {.head = "made with", .cell = ts_cell_made_with},
        {.head = "shape", .cell = ts_cell_shape},
        {.head = "\xc2\xb5s", .kind = TS_STATED, .value = ts_get_micros},
        TS_COLUMN_GBPS,
        {.head = "source", .cell = ts_cell_source},
    };
    ts_lines l = ts_lines_pick(v, "kernel", TS_PUBLISHED);
    if (!l.n) return;
    fputs(
        "<section>\n<h2>Published by others <span class=\"badge external\">external</span></h2>\n",
        to);
    TS_TABLE(to, "Times of kernels, not measured here", columns,
             ts_lines_part(&l, 0, l.n < MOST ? l.n : MOST));
    if (l.n > MOST)
        ts_html(
            to,
            "<p class=\"note\">%d of %zu lines; <a href=\"data.html\">the runs</a> have all.</p>\n",
            MOST, l.n);
    fputs("</section>\n", to);
}

void ts_page_kernels(ts_view *v, FILE *to)
{
    ts_lines l = ts_kernel_lines(v);
    ts_page_begin(to, "kernels", "Kernels",
                  "Each kernel by its share of the speed of light: the time that memory and "
                  "arithmetic need at least, by the time it took.");
    if (!l.n)
        ts_page_empty(to, "There are no times of kernels in this store.", "tessera bench kernels");
    ts_lines_group(&l, ts_same_bench);
    for (size_t at = 0, n; at < l.n; at += n) {
        n = ts_lines_run(&l, at, ts_same_bench);
        ts_lines part = ts_lines_part(&l, at, n);
        fputs("<section>\n", to);
        ts_bench_heading(to, part.line);
        board(to, part);
        unranked(to, &part);
        fputs("</section>\n", to);
    }
    published(v, to);
    ts_page_end(v, to);
}
