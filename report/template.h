/* template.h - pages from one template over the results.
 *
 * template.html has sections; each begins with a line of fields, which indented lines continue:
 *
 *     @page NAME | title | what it is, for the list of pages | the line below its title
 *     @part NAME                                  what several places use
 *     @format F | names                           how the numbers of these names look; else whole, or 3 digits
 *     @column NAME | head | about [| CELL]        of text; the body is the cell where none is here
 *     @column NAME | head | about | VALUE [FORMAT] [bar [VALUE [COLOUR]]]
 *
 * In a body stand, besides HTML:
 *
 *     {value} {value format}               escaped
 *     {?value !value @part}..{:?value}..{:}..{/}       all of them hold, or the part says anything;
 *                                          =value: it is a number, whichever
 *     {with TABLE WHERE .. ORDER BY ..}..{:}..{/}    rows of lines.sql, or there are none; the first of
 *                                          them is at hand; :NAME is a value of the row that was
 *     {each [FROM TO]}..{/}                each row
 *     {pages}..{/}                         each page
 *     {table COLUMNS | caption [| TABLE ..]}    with those rows at its foot
 *     {use PART}                           title, short, about, file: of the page
 *
 * Lines lose their indent. The end of a line stays after a tag, is nothing after a block's brace or an
 * action, and a blank elsewhere. A name that there is not is an error with its line.
 */
#ifndef TESSERA_REPORT_TEMPLATE_H
#define TESSERA_REPORT_TEMPLATE_H

#include <stdio.h>

#include "report/html.h"
#include "store/store.h"

/* ---- the results as pages see them: rows of lines.sql, and a place in them ---- */

typedef struct ts_view {
    ts_ledger *store; /* a passing one, with the tables of lines.sql */
    ts_error *err;    /* the first failure; nothing is written after one */
    void *memory;     /* of the page that is written */
    struct ts_template *template;
} ts_view;

/* Makes the tables of lines.sql and plots.sql in a passing store; run: the front of the id of the one that pages are
 * about, or NULL. 0, or -1 with *err filled (no results; no such run). To be freed in both cases. */
int ts_view_make(ts_view *v, ts_ledger *store, const char *run, ts_error *err);
void ts_view_free(ts_view *v);
/* Zeroed memory that lives as long as the page; NULL with v->err filled. */
void *ts_view_take(ts_view *v, size_t n, size_t size);

/* What names mean at a place of a page. */
typedef struct ts_scope {
    ts_view *v;
    FILE *to;
    char *last; /* character of the template that was written; 0: none */
    bool front; /* on the first page */
    const struct ts_section *page, *current; /* the page whose title is meant; the open one */
    ts_selection rows;                       /* that blocks and tables walk */
    const ts_value *row;                     /* one of the rows; NULL: none yet */
    size_t at;                               /* of it in them */
} ts_scope;

typedef struct ts_span {
    const char *at, *end;
} ts_span;

typedef struct ts_section {
    ts_span kind, name, field[3], body;
} ts_section;

/* ---- values by their names ---- */

/* That of a column of the row, or of the place: colour, second, lines, many_lines, inner, current. A name that there
 * is not is an error in v->err, and NULL. */
ts_value ts_value_of(const ts_scope *s, ts_span name);
/* Is there anything: a text, a number, a truth or count that is not 0? */
bool ts_value_holds(const ts_value *x);
/* ---- rows by names with blanks between ---- */

/* Of others, the first is at hand. */
void ts_stand_at(ts_scope *s, size_t i);

/* ---- the template ---- */

typedef struct ts_template {
    size_t n;
    ts_section section[];
} ts_template;

/* Reads the one of the program into v->template. 0, or -1 with v->err filled. */
int ts_template_read(ts_view *v);
/* NULL: there is none. */
const ts_section *ts_section_find(ts_view *v, const char *kind, ts_span name);

/* Writes what the template says; failures are in the view's error. */
void ts_render(ts_scope *s, ts_span text);
/* The same into memory, to be freed; "" after a failure. */
char *ts_rendered(const ts_scope *s, ts_span text);
/* Of a block: what stands before {:} if it holds, else what comes after, by its own conditions. */
void ts_render_branch(ts_scope *s, bool holds, ts_span body);

/* ---- pieces of a directive ---- */

ts_span ts_span_of(const char *text);
ts_span ts_trim(ts_span x);
/* Takes the next word, or the text up to the next '|' outside braces. Empty: there is none. */
ts_span ts_take_word(ts_span *from);
bool ts_next_word(ts_span *from, ts_span *word); /* false: there is none */
ts_span ts_take_field(ts_span *from);
bool ts_span_is(ts_span x, const char *word);
/* What stands between the brace at `at` and its end. */
ts_span ts_span_inside(const char *at, const char *end);
/* The next {/} or, where wanted, {: of the block whose body begins at x.at; x.end: there is none. */
const char *ts_span_close(ts_span x, bool branch);
/* As text that ends; in the view's memory. */
const char *ts_text_of(ts_view *v, ts_span x);

/* ---- what templates can do (page.c) ---- */

typedef struct ts_directive {
    const char *word;
    void (*block)(ts_scope *, ts_span args, ts_span body); /* up to its {/} */
    void (*act)(ts_scope *, ts_span args);
    bool
        text; /* it writes text of the template, whose last character decides about the line's end */
} ts_directive;

extern const ts_directive ts_directives[]; /* ends with a NULL word */
const ts_directive *ts_directive_find(ts_span word);

void ts_template_fail(const ts_scope *s, ts_span at, const char *what);

/* ---- pages ---- */

/* Pages of the template in their order, the first page first; "run" is not one of them. NULL: no more. */
const ts_section *ts_page_at(ts_view *v, size_t i);
/* Writes a page by its name; "run" is about a run (one row of every_run), others about none (NULL). */
void ts_page_write(ts_view *v, const char *name, const ts_selection *run, FILE *to);

/* The rows of "TABLE WHERE .. ORDER BY ..", in the page's memory. */
ts_selection ts_rows_of(ts_scope *s, ts_span query);
/* A table of the rows by columns of the template; those in which no row has anything are left out. The first
 * column of text but the rank heads its rows. */
void ts_table(ts_scope *s, ts_span list, ts_span caption, ts_selection foot);

#endif
