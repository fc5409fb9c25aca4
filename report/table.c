/* table.c - tables of lines by columns of the template (template.h): a row is text of the template, too. */
#include <math.h>
#include <stdlib.h>

#include "report/template.h"

enum { MOST_COLUMNS = 16 };

typedef struct column {
    const ts_section *section;
    bool text, heads;
    ts_span cell;                         /* of a text */
    ts_span value, format, share, colour; /* of a number; share: what its bar shows */
} column;

static bool empty(ts_span x)
{
    return x.at == x.end;
}

static column column_of(ts_scope *s, ts_span name)
{
    column c = {.section = ts_section_find(s->v, "column", name)};
    if (!c.section) {
        ts_template_fail(s, name, "no such column");
        return c;
    }
    ts_span spec = c.section->field[2];
    bool short_cell = !empty(spec) && (*spec.at == '{' || *spec.at == '<');
    c.cell = short_cell ? spec : c.section->body;
    c.text = !empty(c.cell);
    c.heads = c.text && !ts_span_is(name, "rank");
    if (c.text) return c;
    c.value = ts_take_word(&spec);
    ts_span word = ts_take_word(&spec);
    if (!ts_span_is(word, "bar")) c.format = word, word = ts_take_word(&spec);
    if (!ts_span_is(word, "bar")) return c;
    c.share = ts_take_word(&spec);
    c.colour = ts_take_word(&spec);
    if (empty(c.share)) c.share = c.value;
    return c;
}

/* Does any row have something to say in this column? */
static bool is_used(ts_scope *s, const column *c)
{
    ts_scope one = *s;
    bool any = false;
    for (size_t i = 0; i < s->rows.n && !any; i++) {
        ts_stand_at(&one, i);
        char *text = c->text ? ts_rendered(&one, c->cell) : NULL;
        any = c->text ? text && *text : isfinite(ts_value_of(&one, c->value).number);
        free(text);
    }
    return any;
}

/* ---- the text of a row ---- */

#define SPAN(x) (int)((x).end - (x).at), (x).at

static void put_bar(FILE *f, const column *c)
{
    if (empty(c->share)) return;
    fprintf(f,
            "{?href =%.*s}<span class=\"bar\" aria-hidden=\"true\"><span class=\"c%s%.*s%s\" "
            "style=\"width:{%.*s b}%%\"></span></span>{/}",
            SPAN(c->share), empty(c->colour) ? "0" : "{", SPAN(c->colour),
            empty(c->colour) ? "" : "}", SPAN(c->share));
}

/* The first number of a row is reached by the tabulator, the others go to the same place; a sum goes nowhere. */
static void put_number(FILE *f, const column *c, bool first)
{
    fprintf(f, "{?=%.*s}<td class=\"n%s\" data-v=\"{%.*s g}\">", SPAN(c->value),
            empty(c->share) ? "" : " share", SPAN(c->value));
    put_bar(f, c);
    fprintf(f,
            "{?href}<a href=\"{href}\"%s>{%.*s %.*s}</a>{:}<b>{%.*s %.*s}</b>{/}</td>{:}"
            "<td class=\"n none\">\xe2\x80\x93</td>{/}",
            first ? "" : " tabindex=\"-1\"", SPAN(c->value), SPAN(c->format), SPAN(c->value),
            SPAN(c->format));
}

/* To be freed by the caller. */
static char *row_of(const column *c, size_t n)
{
    char *text = NULL;
    size_t bytes;
    bool first = true, headed = false;
    FILE *f = open_memstream(&text, &bytes);
    if (!f) return NULL;
    fputs("<tr{?!counts} class=\"out\"{/}>", f);
    for (size_t i = 0; i < n; i++) {
        const char *head = c[i].heads && !headed ? "th" : "td";
        if (c[i].text)
            fprintf(f, "<%s%s>%.*s</%s>", head, *(head + 1) == 'h' ? " scope=\"row\"" : "",
                    SPAN(c[i].cell), head);
        else
            put_number(f, &c[i], first);
        headed |= c[i].heads;
        first &= c[i].text;
    }
    fputs("</tr>\n", f);
    fclose(f);
    return text;
}

/* ---- writing ---- */

static void write_rows(ts_scope *s, ts_selection rows, const char *row, const char *part)
{
    ts_scope one = *s;
    one.rows = rows;
    fprintf(s->to, "<%s>\n", part);
    for (size_t i = 0; i < rows.n; i++) {
        ts_stand_at(&one, i);
        ts_render(&one, ts_span_of(row));
    }
    fprintf(s->to, "</%s>\n", part);
}

static void write_head(ts_view *v, FILE *to, const column *c)
{
    ts_span head = c->section->field[0], about = c->section->field[1];
    fprintf(to, "<th scope=\"col\"%s%s", c->text ? "" : " class=\"n\"",
            empty(about) ? "" : " title=\"");
    ts_html_text(to, ts_text_of(v, about));
    fputs(empty(about) ? ">" : "\">", to);
    ts_html_text(to, ts_text_of(v, head));
    fputs("</th>", to);
}

static void write_table(ts_scope *s, const char *title, const column *c, size_t n,
                        ts_selection foot)
{
    char *row = row_of(c, n);
    fprintf(s->to,
            "<div class=\"scroll\" role=\"region\" aria-label=\"%s\" tabindex=\"0\">\n"
            "<table>\n<caption>%s</caption>\n<thead>\n<tr>",
            title, title);
    for (size_t i = 0; i < n; i++) write_head(s->v, s->to, &c[i]);
    fputs("</tr>\n</thead>\n", s->to);
    if (!row) ts_fail(s->v->err, "no memory for a page");
    if (row) write_rows(s, s->rows, row, "tbody");
    if (row && foot.n) write_rows(s, foot, row, "tfoot");
    fputs("</table>\n</div>\n", s->to);
    free(row);
}

void ts_table(ts_scope *s, ts_span list, ts_span caption, ts_selection foot)
{
    column column[MOST_COLUMNS];
    size_t n = 0;
    char *title = s->rows.n ? ts_rendered(s, caption) : NULL;
    for (ts_span w; title && n < MOST_COLUMNS && ts_next_word(&list, &w);) {
        column[n] = column_of(s, w);
        n += column[n].section && is_used(s, &column[n]);
    }
    if (title) write_table(s, title, column, n, foot);
    free(title);
}
