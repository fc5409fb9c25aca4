/* view.h - the results as pages see them: rows of lines.sql, a place in them, and what names mean there. */
#ifndef TESSERA_REPORT_VIEW_H
#define TESSERA_REPORT_VIEW_H

#include <stdio.h>

#include "report/html.h"
#include "store/store.h"

typedef struct ts_view {
    ts_ledger *store; /* a passing one, with the tables of lines.sql */
    bool plots;
    unsigned drawn; /* plots so far, for ids */
    ts_error *err;  /* the first failure; nothing is written after one */
    void *memory;   /* of the page that is written */
    struct ts_template *template;
} ts_view;

/* Makes lines.sql's tables in a passing store; run: the front of the id of the one that pages are about, or
 * NULL. 0, or -1 with *err filled (no results; no such run). To be freed in both cases. */
int ts_view_make(ts_view *v, ts_ledger *store, const char *run, ts_error *err);
void ts_view_free(ts_view *v);
/* Zeroed memory that lives as long as the page; NULL with v->err filled. */
void *ts_view_take(ts_view *v, size_t n, size_t size);

/* What names mean at a place of a page. */
typedef struct ts_scope {
    ts_view *v;
    FILE *to;
    char *last; /* character of the template that was written; 0: none */
    bool plain; /* texts are for a plot, not for HTML */
    bool front; /* on the first page */
    const struct ts_section *page, *current; /* the page whose title is meant; the open one */
    ts_rows rows;                            /* that blocks and tables walk */
    ts_rows columns;                         /* of a table whose columns are lines, too */
    const ts_value *row;                     /* one of the rows; NULL: none yet */
    size_t at;                               /* of it in them */
} ts_scope;

/* By n characters of a column's name, or of the place: colour, second, lines, many_lines, inner, current. False:
 * there is no such name. */
bool ts_value_find(const ts_scope *s, const char *name, size_t n, ts_value *out);
/* Is there anything: a text, a number, a truth or count that is not 0? */
bool ts_value_holds(const ts_value *x);
/* A number by a format:
 *
 *     3    significant digits      %  per cent             t  time of seconds     s  size of bytes
 *     w    whole                   =  as stated            +  the same with its sign
 *     p    close to what the store holds, yet readable                g  as the machine needs it
 *     f    two digits behind the point    c  one, of a coordinate
 *     *noun  "1 noun", "2 nouns"
 *
 * False: it is none of these. */
bool ts_value_words(double x, const char *format, ts_words *out);

/* ---- rows by names with blanks between; what there is not is an error in v->err ---- */

/* Are the values of all names the same in both? */
bool ts_rows_same(const ts_scope *s, const char *names, const ts_value *a, const ts_value *b);
/* Keeps those for which it holds ("!name": does not), in their order. */
void ts_rows_keep(ts_scope *s, const char *name);
/* Stable; the greatest first, NULL last. */
void ts_rows_sort(ts_scope *s, const char *name);
/* Brings rows of the same values together, groups in the order of their first rows. */
void ts_rows_group(ts_scope *s, const char *names);
/* The rows of the same values from `at` on. */
ts_rows ts_rows_run(const ts_scope *s, size_t at, const char *names);
/* One row of each group, in the order of the first. */
ts_rows ts_rows_distinct(const ts_scope *s, const char *names);

#endif
