/* table.c - tables of lines by columns of the template (page.h). */
#include <math.h>
#include <stdlib.h>

#include "report/page.h"
#include "tessera/c_locale.h"

enum { MOST_COLUMNS = 16 };

typedef struct column {
    const ts_section *section;
    bool text, heads;
    ts_span cell;                         /* of a text */
    ts_span value, format, share, colour; /* of a number; share: what its bar shows */
} column;

static column column_of(ts_scope *s, ts_span name)
{
    column c = {.section = ts_section_find(s->v, "column", name)};
    if (!c.section) {
        ts_template_fail(s, name, "no such column");
        return c;
    }
    ts_span spec = c.section->field[2];
    bool short_cell = spec.at < spec.end && (*spec.at == '{' || *spec.at == '<');
    c.cell = short_cell ? spec : c.section->body;
    c.text = c.cell.at < c.cell.end;
    c.heads = c.text && !ts_span_is(name, "rank");
    if (c.text) return c;
    c.value = ts_take_word(&spec);
    ts_span word = ts_take_word(&spec);
    if (!ts_span_is(word, "bar")) c.format = word, word = ts_take_word(&spec);
    if (!ts_span_is(word, "bar")) return c;
    c.share = ts_take_word(&spec);
    c.colour = ts_take_word(&spec);
    if (c.share.at == c.share.end) c.share = c.value;
    return c;
}

/* ---- cells ---- */

static void write_bar(FILE *to, double share, unsigned colour)
{
    TS_C_LOCALE;
    if (!isfinite(share)) return;
    fprintf(to,
            "<span class=\"bar\" aria-hidden=\"true\"><span class=\"c%u\" style=\"width:%.1f%%\">"
            "</span></span>",
            colour, 100 * fmax(0, fmin(share, 1)));
}

static void write_number(ts_scope *s, const column *c, bool first)
{
    TS_C_LOCALE;
    ts_value x = ts_value_of(s, c->value);
    ts_words w;
    const char *href = ts_value_of(s, ts_span_of("href")).text; /* a sum has none */
    const char *format = ts_text_of(s->v, c->format);
    bool bar = c->share.at < c->share.end;
    if (!isfinite(x.number)) {
        fputs("<td class=\"n none\">\xe2\x80\x93</td>", s->to);
        return;
    }
    if (!ts_value_words(x.number, *format ? format : ts_format_of(s->v, c->value, &x), &w))
        ts_template_fail(s, c->value, "no such format");
    fprintf(s->to, "<td class=\"n%s\" data-v=\"%.9g\">", bar ? " share" : "", x.number);
    if (bar && href)
        write_bar(s->to, ts_value_of(s, c->share).number,
                  c->colour.at < c->colour.end ? (unsigned)ts_value_of(s, c->colour).number : 0);
    fputs(href ? "<a href=\"" : "<b>", s->to);
    ts_html_text(s->to, href);
    fprintf(s->to, "%s%s</%c></td>",
            !href   ? ""
            : first ? "\">"
                    : "\" tabindex=\"-1\">",
            w.text, href ? 'a' : 'b');
}

static void write_text(ts_scope *s, const column *c, bool heads)
{
    fputs(heads ? "<th scope=\"row\">" : "<td>", s->to);
    ts_render(s, c->cell);
    fputs(heads ? "</th>" : "</td>", s->to);
}

static bool has_text(const ts_scope *s, const column *c)
{
    char *text = ts_rendered(s, c->cell);
    bool any = text && *text;
    free(text);
    return any;
}

/* Does any row have something to say in this column? */
static bool is_used(ts_scope *s, const column *c)
{
    ts_scope one = *s;
    for (one.at = 0; one.at < s->rows.n; one.at++) {
        one.row = s->rows.row[one.at];
        if (c->text ? has_text(&one, c) : isfinite(ts_value_of(&one, c->value).number)) return true;
    }
    return false;
}

/* ---- rows ---- */

/* The first number of a row is reached by the tabulator, the others go to the same place. */
static void write_row(ts_scope *s, const column *c, size_t columns)
{
    bool first = true, headed = false;
    fputs(ts_value_of(s, ts_span_of("counts")).number != 0 ? "<tr>" : "<tr class=\"out\">", s->to);
    for (size_t i = 0; i < columns; i++) {
        if (c[i].text) {
            write_text(s, &c[i], c[i].heads && !headed);
            headed |= c[i].heads;
        } else {
            write_number(s, &c[i], first);
            first = false;
        }
    }
    fputs("</tr>\n", s->to);
}

static void write_rows(ts_scope *s, ts_selection rows, const column *c, size_t columns,
                       const char *part)
{
    ts_scope one = *s;
    one.rows = rows;
    fprintf(s->to, "<%s>\n", part);
    for (one.at = 0; one.at < rows.n; one.at++) {
        one.row = rows.row[one.at];
        write_row(&one, c, columns);
    }
    fprintf(s->to, "</%s>\n", part);
}

static void write_head(ts_view *v, FILE *to, const column *c)
{
    ts_span head = c->section->field[0], about = c->section->field[1];
    fputs("<th scope=\"col\"", to);
    if (!c->text) fputs(" class=\"n\"", to);
    if (about.at < about.end) {
        fputs(" title=\"", to);
        ts_html_text(to, ts_text_of(v, about));
        fputc('"', to);
    }
    fputc('>', to);
    ts_html_text(to, ts_text_of(v, head));
    fputs("</th>", to);
}

static void write_table(ts_scope *s, const char *title, const column *c, size_t n,
                        ts_selection foot)
{
    fprintf(s->to,
            "<div class=\"scroll\" role=\"region\" aria-label=\"%s\" tabindex=\"0\">\n"
            "<table>\n<caption>%s</caption>\n<thead>\n<tr>",
            title, title);
    for (size_t i = 0; i < n; i++) write_head(s->v, s->to, &c[i]);
    fputs("</tr>\n</thead>\n", s->to);
    write_rows(s, s->rows, c, n, "tbody");
    if (foot.n) write_rows(s, foot, c, n, "tfoot");
    fputs("</table>\n</div>\n", s->to);
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
