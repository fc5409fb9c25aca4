/* page.c - what templates can do with lines (template.h), and the frame of a page. */
#include "report/template.h"

#include <stdlib.h>
#include <string.h>

/* ---- rows ---- */

static ts_scope within(const ts_scope *s, ts_selection rows)
{
    ts_scope inner = *s;
    inner.rows = rows;
    ts_stand_at(&inner, 0);
    return inner;
}

/* "TABLE WHERE .. ORDER BY .." */
ts_selection ts_rows_of(ts_scope *s, ts_span query)
{
    char *sql = NULL;
    ts_selection rows = {.memory = s->v->memory};
    if (asprintf(&sql, "SELECT * FROM %.*s", (int)(query.end - query.at), query.at) < 0)
        ts_fail(s->v->err, "no memory for a page");
    else if (!ts_failed(s->v->err))
        (void)ts_store_select(s->v->store, sql, &s->rows, s->row, &rows,
                              s->v->err); /* which tells */
    s->v->memory = rows.memory;
    free(sql);
    return rows;
}

static const char *argument(ts_scope *s, ts_span args)
{
    return ts_text_of(s->v, ts_trim(args));
}

/* ---- actions ---- */

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
    ts_span list = ts_take_field(&args), caption = ts_take_field(&args);
    ts_table(s, list, caption, args.at < args.end ? ts_rows_of(s, args) : (ts_selection){0});
}

/* ---- blocks ---- */

static void block_with(ts_scope *s, ts_span args, ts_span body)
{
    ts_scope inner = within(s, ts_rows_of(s, args));
    ts_render_branch(inner.rows.n ? &inner : s, inner.rows.n, body);
}

static void block_each(ts_scope *s, ts_span args, ts_span body)
{
    const char *from = ts_text_of(s->v, ts_take_word(&args)), *to = argument(s, args);
    size_t end = *to ? strtoul(to, NULL, 10) : s->rows.n;
    ts_scope inner = *s;
    for (size_t i = strtoul(from, NULL, 10); i < s->rows.n && i < end; i++) {
        ts_stand_at(&inner, i);
        ts_render(&inner, body);
    }
}

static void block_pages(ts_scope *s, ts_span args, ts_span body)
{
    ts_scope inner = *s;
    size_t from = strtoul(ts_text_of(s->v, ts_trim(args)), NULL, 10);
    for (size_t i = from; (inner.page = ts_page_at(s->v, i)); i++) ts_render(&inner, body);
}

const ts_directive ts_directives[] = {
    {"with", block_with, NULL, false},   {"each", block_each, NULL, false},
    {"pages", block_pages, NULL, false}, {"use", NULL, act_use, true},
    {"table", NULL, act_table, false},   {NULL, NULL, NULL, false},
};

/* ---- pages ---- */

const ts_section *ts_page_at(ts_view *v, size_t i)
{
    const ts_section *x = v->template->section, *end = x + v->template->n;
    for (; x < end; x++)
        if (ts_span_is(x->kind, "page") && !ts_span_is(x->name, "run") && !i--) return x;
    return NULL;
}

static void write_page(ts_scope *s)
{
    act_use(s, ts_span_of("head"));
    ts_render(s, s->page->body);
    if (*s->last != '\n') fputc('\n', s->to);
    act_use(s, ts_span_of("foot"));
    fputc('\n', s->to);
}

void ts_page_write(ts_view *v, const char *name, const ts_selection *run, FILE *to)
{
    char last = 0;
    const ts_section *page = ts_section_find(v, "page", ts_span_of(name));
    ts_scope s = {.v = v, .to = to, .last = &last, .page = page, .current = page};
    void *kept = v->memory; /* what a page takes goes with it */
    v->memory = NULL;
    s.front = page == ts_page_at(v, 0);
    if (run) s = within(&s, *run);
    if (run) s.current = ts_section_find(v, "page", ts_span_of("data"));
    if (page)
        write_page(&s);
    else
        ts_fail(v->err, "there is no page \"%s\"", name);
    ts_memory_free(v->memory);
    v->memory = kept;
}
