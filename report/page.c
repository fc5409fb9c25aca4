/* page.c - what templates can do with lines (template.h), and the frame of a page. */
#include "report/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- lines ---- */

static void stand_at(ts_scope *s, size_t i)
{
    s->at = i;
    s->line = &s->lines.line[i];
    s->before = i ? &s->lines.line[i - 1] : NULL;
}

static ts_scope within(const ts_scope *s, ts_lines l)
{
    ts_scope inner = *s;
    inner.lines = l;
    if (l.n) stand_at(&inner, 0);
    return inner;
}

/* A line that is about a run alone. */
static ts_line line_of_run(ts_view *v, const ts_run_info *run)
{
    ts_line l = {.counts = true, .sol = NAN};
    ts_record *r = ts_view_take(v, 1, sizeof *r);
    if (r) *r = (ts_record){run, ts_result_blank(), 0};
    l.r = r;
    if (run >= v->from.all->run && run < v->from.all->run + v->from.all->runs)
        snprintf(l.href, sizeof l.href, "%s.html", v->page[run - v->from.all->run]);
    return l;
}

static ts_lines all_runs(ts_view *v) /* the newest first */
{
    size_t n = v->from.all->runs;
    ts_lines l = {ts_view_take(v, n + 1, sizeof *l.line), 0};
    while (l.line && n--) l.line[l.n++] = line_of_run(v, &v->from.all->run[n]);
    return l;
}

static ts_lines lines_of_run(ts_view *v, const ts_run_info *run)
{
    const ts_records *all = v->from.all;
    ts_lines l = {ts_view_take(v, all->n + 1, sizeof *l.line), 0};
    for (size_t i = 0; l.line && i < all->n; i++)
        if (all->record[i].run == run) l.line[l.n++] = ts_line_of(v, &all->record[i]);
    return l;
}

/* BENCH[,BENCH..] with measured, published, here, every; or runs, run, kernels, parts. */
static ts_lines chosen(ts_scope *s, ts_span words)
{
    static const struct {
        const char *word;
        unsigned bit;
    } bits[] = {{"measured", TS_MEASURED},
                {"published", TS_PUBLISHED},
                {"here", TS_HERE},
                {"every", TS_EVERY}};
    ts_span first = ts_take_word(&words), all = first;
    unsigned which = 0;
    if (ts_span_is(first, "runs")) return all_runs(s->v);
    if (ts_span_is(first, "run")) return lines_of_run(s->v, s->line->r->run);
    if (ts_span_is(first, "kernels")) return ts_kernel_lines(s->v);
    if (ts_span_is(first, "parts")) return s->parts.part;
    for (ts_span w; ts_next_word(&words, &w); all.end = w.end)
        for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
            if (ts_span_is(w, bits[i].word)) which |= bits[i].bit;
    if (!(which & (TS_MEASURED | TS_PUBLISHED))) ts_template_fail(s, all, "no such lines");
    return ts_lines_pick(s->v, ts_text_of(s->v, first), which);
}

/* ---- actions ---- */

static void act_keep(ts_scope *s, ts_span name)
{
    ts_lines_keep(s, &s->lines, ts_text_of(s->v, ts_trim(name)));
}

static void act_sort(ts_scope *s, ts_span name)
{
    ts_lines_sort(s, &s->lines, ts_text_of(s->v, ts_trim(name)));
}

static void act_by(ts_scope *s, ts_span list)
{
    ts_lines_group(s->v, &s->lines, ts_text_of(s->v, list));
}

static void act_rank(ts_scope *s, ts_span args)
{
    (void)args;
    ts_lines_rank(&s->lines);
}

static void act_first(ts_scope *s, ts_span n)
{
    size_t most = strtoul(ts_text_of(s->v, ts_trim(n)), NULL, 10);
    if (s->lines.n > most) s->lines.n = most;
}

static void act_reverse(ts_scope *s, ts_span args)
{
    (void)args;
    for (size_t i = 0; i < s->lines.n / 2; i++) {
        ts_line *a = &s->lines.line[i], *b = &s->lines.line[s->lines.n - 1 - i], x = *a;
        *a = *b, *b = x;
    }
}

/* Of lines with the same values the ones with the shortest context stand for all. */
static void act_shortest(ts_scope *s, ts_span list)
{
    ts_keys keys = ts_keys_of(s->v, ts_text_of(s->v, list));
    ts_lines *l = &s->lines, all = {ts_view_take(s->v, l->n + 1, sizeof *l->line), l->n};
    if (!all.line) return;
    memcpy(all.line, l->line, l->n * sizeof *l->line);
    l->n = 0;
    for (size_t i = 0, k; i < all.n; i++) {
        const ts_line *x = &all.line[i];
        for (k = 0; k < all.n; k++)
            if (all.line[k].r->result.context < x->r->result.context &&
                !ts_keys_compare(&keys, &all.line[k], x))
                break;
        if (k == all.n) l->line[l->n++] = *x;
    }
}

/* The same number for a kernel in each of its modes. */
static void act_number(ts_scope *s, ts_span args)
{
    (void)args;
    size_t n = 0;
    for (size_t i = 0; i < s->lines.n; i++) {
        ts_line *x = &s->lines.line[i], *same = s->lines.line;
        while (same < x && !(same->rank && ts_same(same->r->result.name, x->r->result.name)))
            same++;
        x->rank = !x->counts ? 0 : same < x ? same->rank : ++n;
    }
}

/* {columns LIST [MOST]}: the last lines that differ in these values head the columns of a table. */
static void act_columns(ts_scope *s, ts_span args)
{
    ts_span list = ts_take_word(&args);
    size_t most = strtoul(ts_text_of(s->v, ts_trim(args)), NULL, 10);
    s->columns = ts_lines_distinct(s->v, &s->lines, ts_text_of(s->v, list));
    if (most && s->columns.n > most)
        s->columns = ts_lines_part(&s->columns, s->columns.n - most, most);
}

static const ts_line *named(const ts_lines *l, const char *name, bool ratio)
{
    for (size_t i = 0; i < l->n; i++)
        if (ts_same(l->line[i].r->result.unit, "ratio") == ratio &&
            ts_same(l->line[i].r->result.name, name))
            return &l->line[i];
    return NULL;
}

/* Of an ablation: the plain model, and the ratio of each switch. A ratio without a rate stands for
 * itself; one with a rate belongs to it. */
static void act_ratios(ts_scope *s, ts_span args)
{
    (void)args;
    const ts_line *plain = named(&s->lines, "plain", false);
    ts_line *kept = ts_view_take(s->v, 1, sizeof *kept);
    s->base = plain && kept ? kept : NULL;
    if (s->base) *kept = *plain; /* lines move */
    for (size_t i = 0; i < s->lines.n; i++) {
        ts_line *x = &s->lines.line[i];
        const char *name = x->r->result.name;
        const ts_line *ratio = named(&s->lines, name, true);
        bool belongs = ts_same(x->r->result.unit, "ratio") && named(&s->lines, name, false);
        x->ratio = belongs || !ratio ? NULL : ratio->r;
    }
}

static void act_parts(ts_scope *s, ts_span args)
{
    (void)args;
    s->parts = ts_parts_of(s->v);
}

static void act_classes(ts_scope *s, ts_span args)
{
    (void)args;
    s->parts = ts_classes_of(s->v, &s->lines);
    s->foot = ts_sums_of(s->v, &s->parts);
}

static void act_use(ts_scope *s, ts_span name)
{
    const ts_section *part = ts_section_find(s->v, "part", name = ts_trim(name));
    ts_span body = part ? part->body : (ts_span){NULL, NULL};
    if (ts_span_is(name, "title")) body = s->page->field[0];
    if (ts_span_is(name, "short")) body = s->page->field[1];
    if (ts_span_is(name, "about")) body = s->page->field[2];
    if (ts_span_is(name, "file")) body = s->page->name;
    if (!body.at) ts_template_fail(s, name, "no such part");
    ts_render(s, body);
}

static void act_table(ts_scope *s, ts_span args)
{
    ts_span list = ts_take_field(&args);
    ts_table(s, list, ts_trim(args));
}

/* ---- blocks ---- */

static void block_with(ts_scope *s, ts_span args, ts_span body)
{
    ts_scope inner = *s;
    inner.lines = chosen(s, ts_take_field(&args));
    while (args.at < args.end) {
        ts_span action = ts_take_field(&args), word = ts_take_word(&action);
        const ts_directive *d = ts_directive_find(word);
        if (d && d->act)
            d->act(&inner, action);
        else
            ts_template_fail(s, word, "no such action");
    }
    if (inner.lines.n) stand_at(&inner, 0);
    ts_render_branch(&inner, inner.lines.n, body);
}

static void block_groups(ts_scope *s, ts_span args, ts_span body)
{
    const char *list = ts_text_of(s->v, args);
    ts_lines_group(s->v, &s->lines, list);
    for (size_t at = 0, n; at < s->lines.n; at += n) {
        n = ts_lines_run(s->v, &s->lines, at, list);
        ts_scope inner = within(s, ts_lines_part(&s->lines, at, n));
        ts_render(&inner, body);
    }
}

static void block_each(ts_scope *s, ts_span args, ts_span body)
{
    const char *from = ts_text_of(s->v, ts_take_word(&args));
    const char *to = ts_text_of(s->v, ts_take_word(&args));
    size_t end = *to ? strtoul(to, NULL, 10) : s->lines.n;
    ts_scope inner = *s;
    for (size_t i = strtoul(from, NULL, 10); i < s->lines.n && i < end; i++) {
        stand_at(&inner, i);
        ts_render(&inner, body);
    }
}

/* The line before is the last one that was there. */
static void block_across(ts_scope *s, ts_span args, ts_span body)
{
    ts_keys keys = ts_keys_of(s->v, ts_text_of(s->v, args));
    ts_scope inner = *s;
    const ts_line *before = NULL;
    for (size_t k = 0; k < s->columns.n; k++) {
        const ts_line *column = &s->columns.line[k], *found = NULL;
        for (size_t i = 0; i < s->lines.n; i++)
            if (!ts_keys_compare(&keys, column, &s->lines.line[i])) found = &s->lines.line[i];
        inner.line = found ? found : column;
        inner.before = before;
        ts_render_branch(&inner, found, body);
        if (found) before = found;
    }
}

static void block_heads(ts_scope *s, ts_span args, ts_span body)
{
    (void)args;
    ts_scope inner = within(s, s->columns);
    block_each(&inner, args, body);
}

static void block_pages(ts_scope *s, ts_span args, ts_span body)
{
    ts_scope inner = *s;
    size_t from = strtoul(ts_text_of(s->v, ts_trim(args)), NULL, 10);
    for (size_t i = from; (inner.page = ts_page_at(s->v, i)); i++) ts_render(&inner, body);
}

/* Is there a line of that kind? A ceiling is the one of the headline's device. */
static bool find_line(ts_scope *s, ts_span what, ts_line *out)
{
    ts_view *v = s->v;
    ts_span word = ts_take_word(&what);
    ts_line head;
    if (ts_span_is(word, "headline")) return ts_headline(v, out);
    if (ts_span_is(word, "withheld")) return ts_withheld(v, out);
    if (ts_span_is(word, "ceiling")) {
        const char *device = ts_headline(v, &head) ? head.r->result.device : NULL;
        return ts_ceiling(v, "ceiling", ts_text_of(v, ts_trim(what)), device, out) &&
               out->r->result.value > 0;
    }
    if (!ts_span_is(word, "subject")) ts_template_fail(s, word, "no such line");
    if (v->subject) *out = line_of_run(v, v->subject);
    return v->subject;
}

static void block_find(ts_scope *s, ts_span args, ts_span body)
{
    ts_line *l = ts_view_take(s->v, 1, sizeof *l);
    ts_scope inner = *s;
    bool found = l && find_line(s, args, l);
    if (found) inner.line = l;
    ts_render_branch(&inner, found, body);
}

const ts_directive ts_directives[] = {
    {"with", block_with, NULL, false},     {"find", block_find, NULL, false},
    {"groups", block_groups, NULL, false}, {"each", block_each, NULL, false},
    {"across", block_across, NULL, false}, {"heads", block_heads, NULL, false},
    {"pages", block_pages, NULL, false},   {"keep", NULL, act_keep, false},
    {"sort", NULL, act_sort, false},       {"by", NULL, act_by, false},
    {"ranks", NULL, act_rank, false},      {"upto", NULL, act_first, false},
    {"reverse", NULL, act_reverse, false}, {"shortest", NULL, act_shortest, false},
    {"number", NULL, act_number, false},   {"columns", NULL, act_columns, false},
    {"ratios", NULL, act_ratios, false},   {"parts", NULL, act_parts, false},
    {"classes", NULL, act_classes, false}, {"use", NULL, act_use, true},
    {"table", NULL, act_table, false},     {"plot", NULL, ts_plot_curves, false},
    {"draw", NULL, ts_draw, false},        {NULL, NULL, NULL, false},
};

/* ---- pages ---- */

const ts_section *ts_page_at(ts_view *v, size_t i)
{
    const ts_template *t = ts_template_of(v);
    for (size_t k = 0; t && k < t->n; k++)
        if (ts_span_is(t->section[k].kind, "page") && !ts_span_is(t->section[k].name, "run") &&
            !i--)
            return &t->section[k];
    return NULL;
}

void ts_page_write(ts_view *v, const char *name, const ts_run_info *run, FILE *to)
{
    static const ts_run_info nobody;
    char last = 0;
    const ts_section *page = ts_section_find(v, "page", ts_span_of(name));
    ts_line line = line_of_run(v, run ? run : &nobody);
    if (!page || !line.r) {
        ts_fail(v->err, "there is no page \"%s\"", name);
        return;
    }
    ts_scope s = {.v = v, .to = to, .last = &last, .page = page, .current = page, .line = &line};
    s.front = page == ts_page_at(v, 0);
    if (run) s.current = ts_section_find(v, "page", ts_span_of("data"));
    act_use(&s, ts_span_of("head"));
    ts_render(&s, page->body);
    if (last != '\n') fputc('\n', to);
    act_use(&s, ts_span_of("foot"));
    fputc('\n', to);
}
