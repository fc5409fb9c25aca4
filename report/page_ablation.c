/* page_ablation.c - what each optimisation is worth inside the whole model. */
#include <math.h>

#include "report/table.h"
#include "tessera/c_locale.h"

static bool same_model(const ts_line *a, const ts_line *b)
{
    return a->r->run == b->r->run && ts_same_device(a, b) &&
           ts_same(a->r->result.dtype, b->r->result.dtype) &&
           ts_same(a->r->result.shape, b->r->result.shape);
}

static bool same_test(const ts_line *a, const ts_line *b)
{
    return same_model(a, b) && ts_same(a->r->result.mode, b->r->result.mode);
}

static bool is_plain(const ts_line *l)
{
    return ts_same(l->r->result.name, "plain");
}

static bool is_ratio(const ts_line *l)
{
    return ts_same(l->r->result.unit, "ratio");
}

/* A switch is shown once: by its rate, or by its ratio where that is all there is. */
static bool is_switch(const ts_line *l)
{
    return !is_plain(l) && !(is_ratio(l) && l->ratio != l->r);
}

static const ts_line *plain_of(const ts_lines *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (is_plain(&l->line[i]) && !is_ratio(&l->line[i])) return &l->line[i];
    return NULL;
}

static const ts_line *named(const ts_lines *l, const char *name, bool ratio)
{
    for (size_t i = 0; i < l->n; i++)
        if (is_ratio(&l->line[i]) == ratio && ts_same(l->line[i].r->result.name, name))
            return &l->line[i];
    return NULL;
}

/* A ratio without a rate stands for itself; one with a rate belongs to it. */
static void find_ratios(ts_lines *l)
{
    for (size_t i = 0; i < l->n; i++) {
        ts_line *x = &l->line[i];
        const char *name = x->r->result.name;
        const ts_line *ratio = named(l, name, true);
        bool belongs = is_ratio(x) && named(l, name, false);
        x->ratio = belongs || !ratio ? NULL : ratio->r;
    }
}

/* ---- measured: one switched off at a time ---- */

/* What the model loses without it, as a share of its speed: 0.2: a fifth slower. */
static double worth(const ts_line *l, const ts_line *plain)
{
    if (!l->counts) return NAN;
    if (l->ratio) return 1 - l->ratio->result.value;
    return plain && plain->counts ? 1 - l->r->result.value / plain->r->result.value : NAN;
}

/* The interval of the ratio; without one, whether those of both rates are apart. */
static const char *conclusion(const ts_line *l, const ts_line *plain)
{
    const ts_result *r = l->ratio ? &l->ratio->result : &l->r->result;
    double lo = l->ratio ? 1 : plain ? plain->r->result.lo : NAN;
    double hi = l->ratio ? 1 : plain ? plain->r->result.hi : NAN;
    if (!l->counts) return l->r->result.verdict;
    if (ts_says_little(r)) return ts_says_little(r);
    if (!isfinite(lo) || !isfinite(hi) || !isfinite(r->lo) || !isfinite(r->hi))
        return "no interval";
    return r->hi < lo ? "helps" : r->lo > hi ? "hurts" : "no difference";
}

static void worth_interval(FILE *to, const ts_line *l)
{
    const ts_result *r = l->ratio ? &l->ratio->result : NULL;
    if (l->counts && r && isfinite(r->lo) && isfinite(r->hi))
        ts_html(to, "<span class=\"nowrap\">%s to %s</span>", ts_percent(1 - r->hi).text,
                ts_percent(1 - r->lo).text);
}

static void row(FILE *to, const ts_line *l, const ts_line *plain)
{
    TS_C_LOCALE;
    const ts_result *r = &l->r->result;
    double x = worth(l, plain);
    ts_html(to, "<tr><th scope=\"row\">%s", r->name);
    if (r->why) ts_html(to, "<small class=\"why\">%s</small>", r->why);
    fprintf(to, "</th><td class=\"n share\" data-v=\"%.9g\">", isfinite(x) ? x : -1e9);
    ts_bar(to, fabs(x), x < 0 ? 1 : 0);
    ts_link_number(to, l, ts_percent(x).text);
    fputs("</td><td>", to);
    worth_interval(to, l);
    ts_html(to, "</td><td>%s</td><td class=\"n\">", conclusion(l, plain));
    if (!is_ratio(l)) ts_link_number(to, l, ts_number(r->value, 3).text);
    fputs("</td></tr>\n", to);
}

static bool above(const ts_line *a, const ts_line *b, const ts_line *plain)
{
    double x = worth(a, plain), y = worth(b, plain);
    return isfinite(x) && !(y >= x);
}

static void by_worth(ts_lines *l, const ts_line *plain)
{
    for (size_t i = 1; i < l->n; i++) {
        ts_line x = l->line[i];
        size_t k = i;
        for (; k && above(&x, &l->line[k - 1], plain); k--) l->line[k] = l->line[k - 1];
        l->line[k] = x;
    }
}

static void switches(FILE *to, ts_lines l)
{
    ts_line copy;
    const ts_line *plain = plain_of(&l);
    if (plain) copy = *plain, plain = &copy; /* keeping moves lines */
    fputs("<section>\n", to);
    ts_bench_heading(to, l.line);
    if (plain && !plain->counts)
        ts_html(to, "<p>What the model decodes with everything on was %s: %s.</p>\n",
                plain->impossible ? "refused" : plain->r->result.verdict,
                plain->r->result.why ? plain->r->result.why : "faster than its ceiling allows");
    else if (plain)
        ts_html(
            to,
            "<p>With everything on, the model decodes <a href=\"%s\">%s tokens a second</a>.</p>\n",
            plain->href, ts_number(plain->r->result.value, 3).text);
    find_ratios(&l);
    ts_lines_keep(&l, is_switch);
    by_worth(&l, plain);
    ts_table_begin(to, "Switched off, one at a time, measured in turns with the plain model");
    ts_table_head(to, "without", NULL, false);
    ts_table_head(to, "it is worth", "share of the speed that is lost without it", true);
    ts_table_head(to, "95 % interval", "of that share", false);
    ts_table_head(to, "so it", NULL, false);
    ts_table_head(to, "tok/s without", NULL, true);
    ts_table_body(to);
    for (size_t i = 0; i < l.n; i++) row(to, &l.line[i], plain);
    ts_table_end(to);
    fputs("</section>\n", to);
}

/* ---- published: steps one after the other ---- */

static bool reverted(const ts_line *l)
{
    const ts_result *r = &l->r->result;
    return ts_has(r->mode, "rolled back") || ts_has(r->mode, "reverted");
}

static void step(FILE *to, const ts_line *l, double before, double best)
{
    const ts_result *r = &l->r->result;
    ts_html(to, "<tr><th scope=\"row\">%s", r->name);
    if (reverted(l)) fputs(" <span class=\"badge refused\">rolled back</span>", to);
    if (r->why) ts_html(to, "<small class=\"why\">%s</small>", r->why);
    fputs("</th><td class=\"n share\">", to);
    ts_bar(to, r->value / best, reverted(l) ? 1 : 0);
    ts_link_number(to, l, ts_stated(r->value).text);
    if (!isfinite(before) || reverted(l))
        fputs("</td><td class=\"n none\">\xe2\x80\x93</td></tr>\n", to);
    else
        ts_html(to, "</td><td class=\"n\">%s%s</td></tr>\n", r->value >= before ? "+" : "",
                ts_stated(r->value - before).text);
}

static void steps(FILE *to, ts_lines l)
{
    const ts_run_info *run = l.line[0].r->run;
    double before = NAN, best = 0;
    ts_html(to,
            "<section>\n<h2>%s, published <span class=\"badge external\">external</span></h2>\n",
            ts_device_of(l.line[0].r));
    if (ts_is_web(run->url))
        ts_html(to, "<p>By <a href=\"%s\" rel=\"external nofollow noopener\">%s</a>.</p>\n",
                run->url, run->source);
    else
        ts_html(to, "<p>By %s.</p>\n", run->source);
    for (size_t i = 0; i < l.n; i++) best = fmax(best, l.line[i].r->result.value);
    ts_table_begin(to, "Steps of an optimisation, each measured against the one before");
    ts_table_head(to, "step", NULL, false);
    ts_table_head(to, "tok/s", NULL, true);
    ts_table_head(to, "change", NULL, true);
    ts_table_body(to);
    for (size_t i = 0; i < l.n; i++) {
        step(to, &l.line[i], before, best);
        if (!reverted(&l.line[i])) before = l.line[i].r->result.value;
    }
    ts_table_end(to);
    fputs("</section>\n", to);
}

/* ---- the page ---- */

static void each(FILE *to, ts_lines l, bool same(const ts_line *, const ts_line *),
                 void part(FILE *, ts_lines))
{
    ts_lines_group(&l, same);
    for (size_t at = 0, n; at < l.n; at += n) {
        n = ts_lines_run(&l, at, same);
        part(to, ts_lines_part(&l, at, n));
    }
}

void ts_page_ablation(ts_view *v, FILE *to)
{
    ts_lines l = ts_lines_pick(v, "ablation", TS_MEASURED);
    ts_page_begin(to, "ablation", "Ablation",
                  "What each optimisation is worth inside the whole model, where a gain of one "
                  "kernel alone may vanish or turn into a loss.");
    if (!l.n)
        ts_page_empty(to, "There is nothing switched off in this store.",
                      "tessera bench decode --ablate all");
    each(to, l, same_test, switches);
    each(to, ts_lines_pick(v, "ablation", TS_PUBLISHED), same_model, steps);
    ts_page_end(v, to);
}
