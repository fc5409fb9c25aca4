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

static bool equal(ts_span a, ts_span b)
{
    return a.end - a.at == b.end - b.at && !memcmp(a.at, b.at, (size_t)(a.end - a.at));
}

bool ts_span_is(ts_span x, const char *word)
{
    return equal(x, ts_span_of(word));
}

const char *ts_text_of(ts_view *v, ts_span x)
{
    size_t n = (size_t)(x.end - x.at);
    char *to = ts_view_take(v, n + 1, 1);
    if (to && n) memcpy(to, x.at, n);
    return to ? to : "";
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

int ts_template_read(ts_view *v)
{
    enum { MOST = 200 };
    ts_template *t = v->template = malloc(sizeof *t + MOST * sizeof *t->section);
    const char *at = strchr(ts_report_template, '@'); /* behind the comment */
    if (!t) return ts_fail(v->err, "no memory for the report; end other programs");
    for (t->n = 0; at && *at == '@' && t->n < MOST;) t->section[t->n++] = section_at(&at);
    return 0;
}

const ts_section *ts_section_find(ts_view *v, const char *kind, ts_span name)
{
    const ts_section *x = v->template->section, *end = x + v->template->n;
    for (; x < end; x++)
        if (ts_span_is(x->kind, kind) && equal(x->name, name)) return x;
    return NULL;
}

static bool lists(ts_span words, ts_span name)
{
    for (ts_span w; ts_next_word(&words, &w);)
        if (equal(w, name)) return true;
    return false;
}

/* How the number of that name looks where its place does not say; "": as a text. */
static const char *format_of(ts_view *v, ts_span name, const ts_value *x)
{
    const ts_section *f = v->template->section, *end = f + v->template->n;
    for (; f < end; f++)
        if (ts_span_is(f->kind, "format") && lists(f->field[0], name))
            return ts_text_of(v, f->name);
    return isnan(x->number) ? "" : x->whole ? "w" : "3";
}

/* ---- braces ---- */

const ts_directive *ts_directive_find(ts_span word)
{
    const ts_directive *d = ts_directives;
    while (d->word && !ts_span_is(word, d->word)) d++;
    return d->word ? d : NULL;
}

ts_span ts_span_inside(const char *at, const char *end)
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

const char *ts_span_close(ts_span x, bool branch)
{
    int depth = 0;
    for (const char *at = x.at; at < x.end; at++) {
        if (*at != '{') continue;
        if (!depth && (at[1] == '/' || (branch && at[1] == ':'))) return at;
        depth += opens_block(ts_span_inside(at, x.end));
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
    ts_html_text(s->to, cut ? part : text);
}

/* What is not known is a dash where a number is meant, and nothing where a text is. */
static void put_value(ts_scope *s, ts_span d)
{
    ts_span all = d, name = ts_take_word(&d), format = ts_trim(d);
    const char *f = ts_text_of(s->v, format);
    ts_value x = ts_value_of(s, name);
    ts_words w;
    *s->last = '}';
    if (!*f) f = format_of(s->v, name, &x);
    if (x.text || !*f || *f == '.')
        put_text(s, x.text ? x.text : "", format);
    else if (ts_words_of(x.number, f, &w))
        fputs(w.text, s->to);
    else
        ts_template_fail(s, all, "no such format");
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
        bool with = *w.at != '!', part = *w.at == '@', known = *w.at == '=';
        w.at += !with || part || known;
        ts_value x = part ? (ts_value){NULL, says_anything(s, w), true} : ts_value_of(s, w);
        if ((known ? isfinite(x.number) : ts_value_holds(&x)) != with) return false;
    }
    return true;
}

void ts_render_branch(ts_scope *s, bool first, ts_span body)
{
    for (;;) {
        const char *next = ts_span_close(body, true);
        if (first) {
            ts_render(s, (ts_span){body.at, next});
            return;
        }
        if (next == body.end) return;
        ts_span d = ts_span_inside(next, body.end);
        body.at = d.end + 1;
        d.at++; /* : */
        first = d.at == d.end || holds(s, (ts_span){d.at + 1, d.end});
    }
}

/* Writes what the brace at `at` says; where to go on. */
static const char *directive(ts_scope *s, const char *at, const char *end, bool *silent)
{
    ts_span d = ts_span_inside(at, end), args = d;
    const char *next = d.end + 1;
    bool condition = *d.at == '?';
    const ts_directive *x = condition ? NULL : ts_directive_find(ts_take_word(&args));
    if (condition || (x && x->block)) {
        ts_span body = {next, ts_span_close((ts_span){next, end}, false)};
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
