/* page_compare.c - two of a kind measured in turns: the ratio and what it means. */
#include <math.h>

#include "report/table.h"
#include "tessera/c_locale.h"

/* The scale of the drawings: a factor of so much to either side. */
#define SIDE 1.5

static double place(double ratio)
{
    double x = log(ratio) / log(SIDE);
    return 100 + 90 * fmax(-1, fmin(x, 1));
}

static void cell_picture(FILE *to, const ts_line *l)
{
    TS_C_LOCALE;
    const ts_result *r = &l->r->result;
    if (!(r->value > 0)) return;
    fputs("<svg class=\"ratio\" viewBox=\"0 0 200 16\" aria-hidden=\"true\"><line class=\"one\" "
          "x1=\"100\" "
          "x2=\"100\" y1=\"0\" y2=\"16\"/>",
          to);
    if (r->lo > 0 && r->hi > 0)
        fprintf(to, "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"8\" y2=\"8\"/>", place(r->lo),
                place(r->hi));
    fprintf(to, "<circle cx=\"%.1f\" cy=\"8\" r=\"3\"/></svg>", place(r->value));
}

static void cell_conclusion(FILE *to, const ts_line *l)
{
    const ts_result *r = &l->r->result;
    if (ts_says_little(r))
        ts_html(to, "<span class=\"quiet\">%s</span>", ts_says_little(r));
    else if (!isfinite(r->lo) || !isfinite(r->hi))
        fputs("<span class=\"quiet\">no interval</span>", to);
    else if (r->lo > 1)
        fputs("<span class=\"badge pass\">faster</span>", to);
    else if (r->hi < 1)
        fputs("<span class=\"badge fail\">slower</span>", to);
    else
        fputs("<span class=\"badge\">no difference</span>", to);
}

static void cell_command(FILE *to, const ts_line *l)
{
    if (l->r->result.repro) ts_html(to, "<code>%s</code>", l->r->result.repro);
}

/* The two sides have lines of their own, in tokens a second. */
static bool is_ratio(const ts_line *l)
{
    return ts_same(l->r->result.unit, "ratio");
}

static bool is_side(const ts_line *l)
{
    return !is_ratio(l);
}

static void ratios(FILE *to, ts_lines l)
{
    static const ts_column columns[] = {
        TS_COLUMN_NAME("compared"),
        {.head = "ratio",
         .about = "above 1: the first is faster",
         .kind = TS_NUMBER,
         .digits = 4,
         .value = ts_get_value},
        {.head = "so the first is", .cell = cell_conclusion},
        {.head = "slower, even, faster",
         .about = "up to one and a half times to either side",
         .cell = cell_picture},
        TS_COLUMN_INTERVAL,
        TS_COLUMN_MODE,
        TS_COLUMN_SAMPLES,
        {.head = "command", .cell = cell_command},
    };
    ts_lines_keep(&l, is_ratio);
    TS_TABLE(to, "Ratios of speed with their 95 % intervals", columns, l);
}

static void sides(FILE *to, ts_lines l)
{
    static const ts_column columns[] = {
        TS_COLUMN_NAME("side"),
        TS_COLUMN_DEVICE,
        TS_COLUMN_DTYPE,
        TS_COLUMN_THREADS,
        TS_COLUMN_MODE,
        {.head = "value", .kind = TS_NUMBER, .digits = 3, .value = ts_get_value},
        {.head = "unit", .cell = ts_cell_unit},
        TS_COLUMN_INTERVAL,
        TS_COLUMN_SAMPLES,
        TS_COLUMN_VERDICT,
    };
    ts_lines_keep(&l, is_side);
    if (!l.n) return;
    fputs("<section>\n<h2>What each side reached</h2>\n", to);
    TS_TABLE(to, "Sides of the comparisons", columns, l);
    fputs("</section>\n", to);
}

void ts_page_compare(ts_view *v, FILE *to)
{
    ts_page_begin(
        to, "compare", "Comparisons",
        "Two builds, devices, types or programs, measured in turns on one machine, so that "
        "what disturbs one disturbs the other.");
    ts_lines l = ts_lines_pick(v, "compare", TS_MEASURED);
    if (!l.n)
        ts_page_empty(to, "There are no comparisons in this store.",
                      "tessera compare dtype=bf16 dtype=f16");
    ratios(to, l);
    sides(to, ts_lines_pick(v, "compare", TS_MEASURED));
    ts_page_end(v, to);
}
