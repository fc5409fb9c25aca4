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
 *     {?value !value @part}..{:?value}..{:}..{/}       all of them hold, or the part says anything
 *     {with TABLE WHERE .. ORDER BY .. | ACTION..}..{:}..{/}    rows of lines.sql, or there are none; the first of
 *                                          them is at hand; :NAME is a value of the row that was
 *     {groups NAMES}..{/}                  each group of rows that have these values in common
 *     {each [FROM TO]}..{/}                each row
 *     {across NAMES}..{:}..{/}             for each of the columns: the last row there, or there is none
 *     {pages}..{/}                         each page
 *     {table COLUMNS | caption [| TABLE ..]}    with those rows at its foot
 *     {plot ..}  {draw WHAT}  {use PART}   title, short, about, file: of the page
 *     {sort value} {keep value} ...        actions on the rows (page.c)
 *
 * Lines lose their indent. The end of a line stays after a tag, is nothing after a block's brace or an
 * action, and a blank elsewhere. A name that there is not is an error with its line.
 */
#ifndef TESSERA_REPORT_TEMPLATE_H
#define TESSERA_REPORT_TEMPLATE_H

#include "report/view.h"

typedef struct ts_span {
    const char *at, *end;
} ts_span;

typedef struct ts_section {
    ts_span kind, name, field[3], body;
} ts_section;

typedef struct ts_template {
    size_t n;
    ts_section section[];
} ts_template;

/* Reads the one of the program into v->template. 0, or -1 with v->err filled. */
int ts_template_read(ts_view *v);
/* NULL: there is none. */
const ts_section *ts_section_find(ts_view *v, const char *kind, ts_span name);
/* How the number of that name looks where its place does not say; "": as a text. */
const char *ts_format_of(ts_view *v, ts_span name, const ts_value *x);

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

#endif
