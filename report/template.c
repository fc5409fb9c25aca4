/* template.c - sections of the template, and writing them (template.h). */
#include "report/template.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

extern const char ts_report_template[]; /* template.html */

/* ---- pieces ---- */

static bool blank(char c)
{
    return c == ' ' || c == '\n';
}

ts_span ts_span_of(const char *text)
{
    return (ts_span){text, text + strlen(text)};
}

ts_span ts_trim(ts_span x)
{
    while (x.at < x.end && blank(*x.at)) x.at++;
    while (x.at < x.end && blank(x.end[-1])) x.end--;
    return x;
}

ts_span ts_take_word(ts_span *from)
{
    *from = ts_trim(*from);
    ts_span x = {from->at, from->at};
    while (x.end < from->end && !blank(*x.end)) x.end++;
    from->at = x.end;
    return x;
}

bool ts_next_word(ts_span *from, ts_span *word)
{
    *word = ts_take_word(from);
    return word->at < word->end;
}

ts_span ts_take_field(ts_span *from)
{
    ts_span x = {from->at, from->at};
    for (int depth = 0; x.end < from->end && (depth || *x.end != '|'); x.end++)
        depth += (*x.end == '{') - (*x.end == '}');
    from->at = x.end + (x.end < from->end);
    return ts_trim(x);
}

bool ts_span_is(ts_span x, const char *word)
{
    size_t n = strlen(word);
    return (size_t)(x.end - x.at) == n && !memcmp(x.at, word, n);
}

const char *ts_text_of(ts_view *v, ts_span x)
{
    size_t n = (size_t)(x.end - x.at);
    char *to = ts_view_take(v, n + 1, 1);
    if (to && n) memcpy(to, x.at, n);
    return to ? to : "";
}

const char *ts_words_of(ts_view *v, ts_span list)
{
    char *text = NULL;
    size_t n;
    FILE *to = open_memstream(&text, &n);
    if (!to) return "";
    for (ts_span w; ts_next_word(&list, &w);) {
        const ts_section *x = ts_section_find(v, "list", w);
        if (x)
            fputs(ts_words_of(v, x->field[0]), to);
        else
            fprintf(to, "%.*s ", (int)(w.end - w.at), w.at);
    }
    fclose(to);
    const char *kept = ts_text_of(v, (ts_span){text, text + n});
    free(text);
    return kept;
}

void ts_template_fail(const ts_scope *s, ts_span at, const char *what)
{
    int line = 1;
    size_t n = strlen(ts_report_template);
    bool there = at.at >= ts_report_template && at.at < ts_report_template + n; /* or in a copy */
    for (const char *c = ts_report_template; there && c < at.at; c++) line += *c == '\n';
    ts_fail(s->v->err, "template.html:%d: %s: \"%.*s\"", there ? line : 0, what,
            (int)(at.end - at.at), at.at);
}

/* ---- sections ---- */

/* The end of a line, which indented ones continue. */
static const char *end_of_head(const char *at)
{
    const char *end = at + strcspn(at, "\n");
    while (*end && end[1] == ' ') end += 1 + strcspn(end + 1, "\n");
    return end;
}

static ts_section section_at(const char **at)
{
    ts_section x = {.body = {end_of_head(*at), NULL}};
    ts_span head = {*at + 1, x.body.at};
    ts_span first = ts_take_field(&head);
    x.kind = ts_take_word(&first);
    x.name = ts_trim(first);
    for (size_t i = 0; i < sizeof x.field / sizeof *x.field; i++) x.field[i] = ts_take_field(&head);
    const char *next = strstr(x.body.at, "\n@");
    x.body.end = next ? next : x.body.at + strlen(x.body.at);
    *at = next ? next + 1 : x.body.end;
    x.body = ts_trim(x.body);
    return x;
}

const ts_template *ts_template_of(ts_view *v)
{
    enum { MOST = 200 };
    if (v->template) return v->template;
    ts_template *t = ts_view_take(v, 1, sizeof *t);
    if (!t || !(t->section = ts_view_take(v, MOST, sizeof *t->section))) return NULL;
    const char *at = strchr(ts_report_template, '@'); /* behind the comment */
    while (at && *at == '@' && t->n < MOST) t->section[t->n++] = section_at(&at);
    return v->template = t;
}

static bool equal(ts_span a, ts_span b)
{
    return a.end - a.at == b.end - b.at && !memcmp(a.at, b.at, (size_t)(a.end - a.at));
}

const ts_section *ts_section_find(ts_view *v, const char *kind, ts_span name)
{
    const ts_template *t = ts_template_of(v);
    for (size_t i = 0; t && i < t->n; i++)
        if (ts_span_is(t->section[i].kind, kind) && equal(t->section[i].name, name))
            return &t->section[i];
    return NULL;
}

/* ---- braces ---- */

const ts_directive *ts_directive_find(ts_span word)
{
    const ts_directive *d = ts_directives;
    while (d->word && !ts_span_is(word, d->word)) d++;
    return d->word ? d : NULL;
}

/* What stands between the brace at `at` and its end. */
static ts_span inside(const char *at, const char *end)
{
    ts_span x = {at + 1, at + 1};
    for (int depth = 0; x.end < end && (depth || *x.end != '}'); x.end++)
        depth += (*x.end == '{') - (*x.end == '}');
    return x;
}

static bool opens_block(ts_span d)
{
    if (d.at < d.end && *d.at == '?') return true;
    const ts_directive *x = ts_directive_find(ts_take_word(&d));
    return x && x->block;
}

/* The next {/} or, where wanted, {: of the block whose body begins at x.at; x.end: there is none. */
static const char *next_of(ts_span x, bool branch)
{
    int depth = 0;
    for (const char *at = x.at; at < x.end; at++) {
        if (*at != '{') continue;
        if (!depth && (at[1] == '/' || (branch && at[1] == ':'))) return at;
        depth += opens_block(inside(at, x.end));
        depth -= at[1] == '/';
    }
    return x.end;
}

/* ---- writing ---- */

static void put(ts_scope *s, char c)
{
    fputc(c, s->to);
    *s->last = c;
}

static void put_text(ts_scope *s, const char *text, ts_span format)
{
    char part[256];
    size_t most = sizeof part - 1,
           n = format.at < format.end ? strtoul(format.at + 1, NULL, 10) : 0;
    bool cut = n && n < most;
    if (cut) snprintf(part, sizeof part, "%.*s", (int)n, text);
    if (s->plain)
        fputs(cut ? part : text, s->to);
    else
        ts_html_text(s->to, cut ? part : text);
}

static void put_value(ts_scope *s, ts_span d)
{
    bool link = *d.at == '>';
    ts_span all = d;
    d.at += link;
    ts_span name = ts_take_word(&d), format = ts_trim(d);
    ts_value x;
    ts_words w;
    *s->last = '}';
    if (!ts_value_find(s, name.at, (size_t)(name.end - name.at), &x)) {
        ts_template_fail(s, all, "no such value");
        return;
    }
    bool date = ts_span_is(format, "d");
    if (link) ts_html(s->to, "<a href=\"%s\">", s->line->href);
    if (date)
        ts_html(s->to, "%s", ts_date(x.text).text);
    else if (!x.format)
        put_text(s, x.text ? x.text : "", format);
    else if (ts_value_words(&x, ts_text_of(s->v, format), &w))
        fputs(w.text, s->to);
    else
        ts_template_fail(s, all, "no such format");
    if (link) fputs("</a>", s->to);
}

static bool says_anything(const ts_scope *s, ts_span name)
{
    const ts_section *part = ts_section_find(s->v, "part", name);
    if (!part) ts_template_fail(s, name, "no such part");
    char *text = part ? ts_rendered(s, part->body) : NULL;
    bool any = text && *text;
    free(text);
    return any;
}

static bool holds(const ts_scope *s, ts_span condition)
{
    for (ts_span w; ts_next_word(&condition, &w);) {
        bool with = *w.at != '!', part = *w.at == '@';
        ts_value x;
        w.at += !with || part;
        if (!part && !ts_value_find(s, w.at, (size_t)(w.end - w.at), &x)) {
            ts_template_fail(s, w, "no such value");
            return false;
        }
        if ((part ? says_anything(s, w) : ts_value_holds(&x)) != with) return false;
    }
    return true;
}

void ts_render_branch(ts_scope *s, bool first, ts_span body)
{
    for (;;) {
        const char *next = next_of(body, true);
        if (first) {
            ts_render(s, (ts_span){body.at, next});
            return;
        }
        if (next == body.end) return;
        ts_span d = inside(next, body.end);
        body.at = d.end + 1;
        d.at++; /* : */
        first = d.at == d.end || holds(s, (ts_span){d.at + 1, d.end});
    }
}

/* Writes what the brace at `at` says; where to go on. */
static const char *directive(ts_scope *s, const char *at, const char *end, bool *silent)
{
    ts_span d = inside(at, end), args = d;
    const char *next = d.end + 1;
    bool condition = *d.at == '?';
    const ts_directive *x = condition ? NULL : ts_directive_find(ts_take_word(&args));
    if (condition || (x && x->block)) {
        ts_span body = {next, next_of((ts_span){next, end}, false)};
        if (body.end == end) ts_template_fail(s, d, "no {/} for it");
        if (condition)
            ts_render_branch(s, holds(s, (ts_span){d.at + 1, d.end}), body);
        else
            x->block(s, args, body);
        *silent = true;
        return body.end == end ? end : body.end + 3;
    }
    *s->last = 0;
    if (x)
        x->act(s, args);
    else
        put_value(s, d);
    *silent = x && !x->text;
    return next;
}

static const char *end_line(ts_scope *s, ts_span text, bool silent)
{
    const char *at = text.at + 1;
    while (at < text.end && *at == ' ') at++;
    if (!silent && *s->last && *s->last != '\n') put(s, *s->last == '>' ? '\n' : ' ');
    return at;
}

void ts_render(ts_scope *s, ts_span text)
{
    bool silent = true; /* until something is written, a line's end is nothing */
    while (text.at < text.end && !ts_failed(s->v->err)) {
        if (*text.at == '{') {
            text.at = directive(s, text.at, text.end, &silent);
        } else if (*text.at == '\n') {
            text.at = end_line(s, text, silent);
            silent = true; /* so that empty lines are nothing */
        } else {
            put(s, *text.at++);
            silent = false;
        }
    }
}

char *ts_rendered(const ts_scope *s, ts_span text)
{
    char *to = NULL, last = 0;
    size_t n;
    ts_scope inner = *s;
    inner.last = &last;
    inner.to = open_memstream(&to, &n);
    if (!inner.to) {
        ts_fail(s->v->err, "no memory for a page");
        return NULL;
    }
    ts_render(&inner, text);
    fclose(inner.to);
    return to;
}
