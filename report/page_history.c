/* page_history.c - the same measurements over commits. Shares of the ceiling, since absolute rates on
 * a shared machine move by factors within the hour. */
#include <math.h>
#include <string.h>

#include "report/plot.h"
#include "report/table.h"
#include "tessera/c_locale.h"

enum { TICK = 12, COLUMNS = 8 };

static bool same_series(const ts_line *a, const ts_line *b)
{
    const ts_result *x = &a->r->result, *y = &b->r->result;
    return ts_same_bench(a, b) && ts_same(x->name, y->name) && ts_same(x->mode, y->mode) &&
           (x->context == y->context || (isnan(x->context) && isnan(y->context))) &&
           (x->batch == y->batch || (isnan(x->batch) && isnan(y->batch)));
}

static bool same_curve(const ts_line *a, const ts_line *b)
{
    return ts_same_bench(a, b) && ts_same(a->r->result.name, b->r->result.name) &&
           ts_same(a->r->result.mode, b->r->result.mode);
}

static bool is_shortest(const ts_lines *l, const ts_line *x)
{
    for (size_t i = 0; i < l->n; i++)
        if (same_curve(&l->line[i], x) && l->line[i].r->result.context < x->r->result.context)
            return false;
    return true;
}

/* Of a curve over contexts the shortest stands for all. */
static ts_lines shortest(ts_view *v, const ts_lines *l)
{
    ts_lines out = {ts_view_take(v, l->n + 1, sizeof *out.line), 0};
    for (size_t i = 0; out.line && i < l->n; i++)
        if (is_shortest(l, &l->line[i])) out.line[out.n++] = l->line[i];
    return out;
}

static void turn_around(ts_lines *l)
{
    for (size_t i = 0; i < l->n / 2; i++) {
        ts_line x = l->line[i];
        l->line[i] = l->line[l->n - 1 - i];
        l->line[l->n - 1 - i] = x;
    }
}

static bool counts(const ts_line *l)
{
    return l->counts;
}

static bool has_share(const ts_line *l)
{
    return l->counts && isfinite(l->sol);
}

/* Commands of one commit stand in one place; without a commit, each run in its own. */
static bool same_place(const ts_run_info *a, const ts_run_info *b)
{
    return a == b || (a->git_sha && ts_same(a->git_sha, b->git_sha));
}

/* The places that have such lines, each by its first run, in the order of time. */
typedef struct times {
    const ts_run_info **run;
    const char **name; /* short commits */
    size_t n;
} times;

static const char *short_commit(ts_view *v, const ts_run_info *run)
{
    char *to = ts_view_take(v, TICK, 1);
    if (!to) return "";
    const char *sha = run->git_sha ? run->git_sha : "no commit";
    size_t len = strlen(sha), n = len > 8 && run->git_sha ? 8 : len;
    if (n >= TICK - 1) n = TICK - 2;
    memcpy(to, sha, n);
    if (run->git_sha && sha[len - 1] == '+' && n < len) to[n] = '+'; /* a changed tree */
    return to;
}

static times times_of(ts_view *v, const ts_lines *l)
{
    times t = {.run = ts_view_take(v, l->n + 1, sizeof *t.run),
               .name = ts_view_take(v, l->n + 1, sizeof *t.name)};
    if (!t.run || !t.name) return (times){0};
    for (size_t i = 0; i < l->n; i++) {
        size_t k = 0;
        while (k < t.n && !same_place(t.run[k], l->line[i].r->run)) k++;
        if (k < t.n) continue;
        t.name[t.n] = short_commit(v, l->line[i].r->run);
        t.run[t.n++] = l->line[i].r->run;
    }
    return t;
}

static size_t index_of(const times *t, const ts_run_info *run)
{
    size_t k = 0;
    while (k < t->n && !same_place(t->run[k], run)) k++;
    return k;
}

/* ---- decoding ---- */

typedef struct curve {
    char name[64];
    double *x, *y, *lo, *hi;
} curve;

static void add_curve(ts_view *v, ts_plot *p, const times *t, ts_lines part)
{
    const ts_result *r = &part.line[0].r->result;
    curve *c = ts_view_take(v, 1, sizeof *c);
    if (!c || p->n == TS_PLOT_COLOURS) return;
    c->x = ts_view_take(v, part.n, sizeof *c->x);
    c->y = ts_view_take(v, part.n, sizeof *c->y);
    c->lo = ts_view_take(v, part.n, sizeof *c->lo);
    c->hi = ts_view_take(v, part.n, sizeof *c->hi);
    if (!c->x || !c->y || !c->lo || !c->hi) return;
    snprintf(c->name, sizeof c->name, "%.20s %.8s %.20s", ts_device_of(part.line[0].r),
             r->dtype ? r->dtype : "", r->mode ? r->mode : "");
    for (size_t i = 0; i < part.n; i++) {
        c->x[i] = (double)index_of(t, part.line[i].r->run);
        c->y[i] = part.line[i].sol;
        c->lo[i] = part.line[i].r->result.sol_lo;
        c->hi[i] = part.line[i].r->result.sol_hi;
    }
    p->series[p->n] = (ts_series){.name = c->name,
                                  .mark = TS_MARK_BOTH,
                                  .colour = (unsigned)p->n,
                                  .n = part.n,
                                  .x = c->x,
                                  .y = c->y,
                                  .lo = c->lo,
                                  .hi = c->hi};
    p->n++;
}

static void plot(ts_view *v, FILE *to, const ts_lines *l)
{
    times t = times_of(v, l);
    ts_plot p = {
        .title = "Share of the ceiling over commits",
        .about = "Decoding as a share of the read bandwidth measured beside it, commit "
                 "after commit; bars are the intervals of the table, which has the same figures.",
        .x = "commits",
        .y = "% of the ceiling",
        .from_zero = true,
        .share = true,
        .tick = t.name,
        .ticks = t.n};
    for (size_t at = 0, n; at < l->n; at += n) {
        n = ts_lines_run(l, at, same_series);
        if (t.n > 1) add_curve(v, &p, &t, ts_lines_part(l, at, n));
    }
    ts_plot_draw(v, to, &p);
}

static void cell_commit(FILE *to, const ts_line *l)
{
    const ts_run_info *run = l->r->run;
    ts_html(to, "<code>%.12s</code><small>%s</small>", run->git_sha ? run->git_sha : "no commit",
            ts_date(run->started).text);
}

static void decoding(ts_view *v, FILE *to)
{
    static const ts_column columns[] = {
        {.head = "commit", .cell = cell_commit},
        TS_COLUMN_DEVICE,
        TS_COLUMN_DTYPE,
        TS_COLUMN_THREADS,
        TS_COLUMN_MODE,
        {.head = "tok/s", .kind = TS_NUMBER, .digits = 3, .value = ts_get_value},
        {.head = "of the ceiling", .kind = TS_SHARE, .value = ts_get_sol},
        TS_COLUMN_SHARE_INTERVAL,
        TS_COLUMN_SAMPLES,
        TS_COLUMN_VERDICT,
    };
    ts_lines l = ts_lines_pick(v, "decode", TS_MEASURED | TS_HERE | TS_EVERY);
    ts_lines_keep(&l, counts);
    l = shortest(v, &l);
    if (!l.n) {
        ts_page_empty(to, "There are no decoding rates in this store.", "tessera bench decode");
        return;
    }
    fputs("<section>\n<h2>Decoding</h2>\n", to);
    ts_lines by_series = {ts_view_take(v, l.n, sizeof *l.line), l.n};
    if (by_series.line) {
        memcpy(by_series.line, l.line, l.n * sizeof *l.line);
        ts_lines_keep(&by_series, has_share); /* what fits into caches has no ceiling */
        ts_lines_group(&by_series, same_series);
        plot(v, to, &by_series);
    }
    turn_around(&l);
    TS_TABLE(to, "Decoding on this machine, the newest run first", columns, l);
    fputs("</section>\n", to);
}

/* ---- kernels ---- */

/* 1 or -1 where the share changed by over 2 points and by more than the intervals of the two allow. */
static int change(const ts_line *l, const ts_line *before)
{
    const ts_result *now = &l->r->result, *then = before ? &before->r->result : NULL;
    if (!then || ts_says_little(now) || ts_says_little(then)) return 0;
    if (l->sol - before->sol > 0.02 && now->sol_lo > then->sol_hi) return 1;
    return before->sol - l->sol > 0.02 && now->sol_hi < then->sol_lo ? -1 : 0;
}

static void change_cell(FILE *to, const ts_line *l, const ts_line *before)
{
    TS_C_LOCALE;
    int way = change(l, before);
    fprintf(to, "<td class=\"n%s\" data-v=\"%.9g\">",
            way > 0   ? " better"
            : way < 0 ? " worse"
                      : "",
            l->sol);
    ts_link_number(to, l, ts_percent(l->sol).text);
    if (way > 0) fputs(" <span aria-label=\"better\">\xe2\x96\xb2</span>", to);
    if (way < 0) fputs(" <span aria-label=\"worse\">\xe2\x96\xbc</span>", to);
    fputs("</td>", to);
}

static void kernel_row(FILE *to, const times *t, size_t first, ts_lines part)
{
    const ts_result *r = &part.line[0].r->result;
    const ts_line *before = NULL;
    ts_html(to, "<tr><th scope=\"row\">%s<small>%s %s</small></th><td>%s</td>", r->name,
            ts_device_of(part.line[0].r), r->dtype, r->mode);
    for (size_t k = first; k < t->n; k++) {
        const ts_line *l = NULL;
        for (size_t i = 0; i < part.n; i++)
            if (same_place(part.line[i].r->run, t->run[k])) l = &part.line[i];
        if (l)
            change_cell(to, l, before);
        else
            fputs("<td class=\"n none\">\xe2\x80\x93</td>", to);
        if (l) before = l;
    }
    fputs("</tr>\n", to);
}

static void kernels(ts_view *v, FILE *to)
{
    ts_lines l = ts_lines_pick(v, "kernel", TS_MEASURED | TS_HERE | TS_EVERY);
    ts_lines_keep(&l, has_share);
    if (!l.n) return;
    times t = times_of(v, &l);
    size_t first = t.n > COLUMNS ? t.n - COLUMNS : 0;
    ts_lines_group(&l, same_series);
    fputs("<section>\n<h2>Kernels</h2>\n", to);
    ts_table_begin(to, "Share of the speed of light, the last commits with kernels; "
                       "marked: changed by more than 2 points, and more than both intervals allow");
    ts_table_head(to, "kernel", NULL, false);
    ts_table_head(to, "mode", NULL, false);
    for (size_t k = first; k < t.n; k++)
        ts_table_head(to, t.name[k], ts_date(t.run[k]->started).text, true);
    ts_table_body(to);
    for (size_t at = 0, n; at < l.n; at += n) {
        n = ts_lines_run(&l, at, same_series);
        kernel_row(to, &t, first, ts_lines_part(&l, at, n));
    }
    ts_table_end(to);
    fputs("</section>\n", to);
}

void ts_page_history(ts_view *v, FILE *to)
{
    ts_page_begin(to, "history", "History",
                  "The same measurements over commits, as shares of the ceiling measured beside "
                  "them: absolute rates of a shared machine change with its neighbours.");
    decoding(v, to);
    kernels(v, to);
    ts_page_end(v, to);
}
