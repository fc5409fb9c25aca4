/* page_ladder.c - kernels by languages: printed, compiled, executed, on hardware. */
#include <math.h>

#include "report/table.h"

enum { LEVELS = 5 };

static const char *const meaning[LEVELS] = {
    "the text was printed",
    "every call in it is one that the language has",
    "the real compiler of the language took it",
    "it ran (driver, simulator, strict shim) and agreed with the reference",
    "it ran on real hardware and agreed with the reference",
};

static bool same_target(const ts_line *a, const ts_line *b)
{
    return ts_same(a->r->result.target, b->r->result.target);
}

static bool same_kernel(const ts_line *a, const ts_line *b)
{
    return ts_same(a->r->result.name, b->r->result.name);
}

/* One line of each group, in the order of the first. */
static ts_lines heads(ts_view *v, const ts_lines *l, bool (*same)(const ts_line *, const ts_line *))
{
    ts_lines all = {ts_view_take(v, l->n + 1, sizeof *all.line), 0};
    if (!all.line) return (ts_lines){0};
    for (size_t i = 0; i < l->n; i++) {
        size_t k = 0;
        while (k < all.n && !same(&all.line[k], &l->line[i])) k++;
        if (k == all.n) all.line[all.n++] = l->line[i];
    }
    return all;
}

/* The highest that any device or machine reached when it last tried. */
static const ts_line *at(const ts_lines *l, const ts_line *kernel, const ts_line *target)
{
    const ts_line *found = NULL;
    for (size_t i = 0; i < l->n; i++) {
        const ts_line *x = &l->line[i];
        if (!same_kernel(x, kernel) || !same_target(x, target)) continue;
        if (!found || !(x->r->result.value < found->r->result.value)) found = x;
    }
    return found;
}

static void cell(FILE *to, const ts_line *l)
{
    if (!l || !(l->r->result.value >= 0) || l->r->result.value >= LEVELS) {
        fputs("<td class=\"level none\">\xe2\x80\x93</td>", to);
        return;
    }
    int level = (int)l->r->result.value;
    ts_html(to, "<td class=\"level l%d\"><a href=\"%s\" title=\"%s\">L%d</a></td>", level, l->href,
            l->r->result.why ? l->r->result.why : meaning[level], level);
}

static void legend(FILE *to)
{
    fputs("<dl class=\"levels\">\n", to);
    for (int i = 0; i < LEVELS; i++)
        ts_html(to, "<div><dt class=\"level l%d\">L%d</dt><dd>%s</dd></div>\n", i, i, meaning[i]);
    fputs("</dl>\n", to);
}

/* Cells of the matrix that reached a level; level 0: all that were tried. */
static size_t at_least(const ts_lines *l, const ts_lines *kernels, const ts_lines *targets,
                       double level)
{
    size_t n = 0;
    for (size_t k = 0; k < kernels->n; k++)
        for (size_t i = 0; i < targets->n; i++) {
            const ts_line *x = at(l, &kernels->line[k], &targets->line[i]);
            n += x && x->r->result.value >= level;
        }
    return n;
}

static void matrix(ts_view *v, FILE *to, const ts_lines *l)
{
    ts_lines kernels = heads(v, l, same_kernel), targets = heads(v, l, same_target);
    ts_html(to,
            "<p>%zu of %zu cells ran and agreed with their reference, %zu of them on real "
            "hardware.</p>\n",
            at_least(l, &kernels, &targets, 3), at_least(l, &kernels, &targets, 0),
            at_least(l, &kernels, &targets, 4));
    legend(to);
    ts_table_begin(to, "The highest rung that each kernel has reached in each language");
    ts_table_head(to, "kernel", NULL, false);
    for (size_t i = 0; i < targets.n; i++)
        ts_table_head(to, targets.line[i].r->result.target, NULL, false);
    ts_table_body(to);
    for (size_t k = 0; k < kernels.n; k++) {
        ts_html(to, "<tr><th scope=\"row\">%s</th>", kernels.line[k].r->result.name);
        for (size_t i = 0; i < targets.n; i++) cell(to, at(l, &kernels.line[k], &targets.line[i]));
        fputs("</tr>\n", to);
    }
    ts_table_end(to);
}

void ts_page_ladder(ts_view *v, FILE *to)
{
    ts_lines l = ts_lines_pick(v, "ladder", TS_MEASURED);
    ts_page_begin(to, "ladder", "Ladder",
                  "How far each kernel has come in each language. A level is claimed only for what "
                  "was done on the machine that the figure links to.");
    if (!l.n)
        ts_page_empty(to, "There are no levels of kernels in this store.",
                      "tessera targets --verify --store FILE");
    if (l.n) matrix(v, to, &l);
    ts_page_end(v, to);
}
