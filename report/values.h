/* values.h - what templates and selections name: columns of results and runs (store/fields.def) and what
 * follows from them (values.def).
 */
#ifndef TESSERA_REPORT_VALUES_H
#define TESSERA_REPORT_VALUES_H

#include "report/html.h"
#include "report/parts.h"
#include "report/view.h"
#include "store/columns.h"

/* What names mean at a place of a page. */
typedef struct ts_scope {
    ts_view *v;
    FILE *to;
    char *last; /* character of the template that was written; 0: none */
    bool plain; /* texts are for a plot, not for HTML */
    bool front; /* on the first page */
    const struct ts_section *page, *current; /* the page whose title is meant; the open one */
    ts_lines lines;                          /* that blocks and tables walk */
    ts_lines columns;                        /* of a table whose columns are lines, too */
    ts_lines foot;                           /* of a table: its sums */
    const ts_line *line;                     /* never NULL; its record and run neither */
    size_t at;                               /* of it in lines */
    const ts_line *before;                   /* the one that it is compared with; NULL */
    const ts_line *base; /* of an ablation: the plain model; of a page of kernels: NULL */
    ts_parts parts;      /* of the token that the report is about, or of the table's */
} ts_scope;

enum { TS_LEVELS = 5 };
extern const char *const ts_levels[TS_LEVELS]; /* what the rungs of the ladder mean */

typedef struct ts_value {
    const char *text;   /* NULL: none, or it is a number */
    double number;      /* NAN: none, or it is a text */
    const char *format; /* of a number (ts_value_words); "?": true or false; NULL: a text */
} ts_value;

/* NAME, or before.NAME and base.NAME of those lines. False: there is no such name. */
bool ts_value_find(const ts_scope *s, const char *name, size_t length, ts_value *out);
/* Is there anything: a text, a number, what is true? */
bool ts_value_holds(const ts_value *x);
/* By a format, or by the value's own where that is empty:
 *
 *     3    significant digits      %  per cent             t  time of seconds     s  size of bytes
 *     w    whole                   =  as stated            +  the same with its sign
 *     f    two digits behind the point    g  as the machine needs it    #  digits alone
 *     *noun  "1 noun", "2 nouns"
 *
 * False: it is none of these. */
bool ts_value_words(const ts_value *x, const char *format, ts_words *out);

/* ---- lines by the names of values; what there is not is an error in v->err ---- */

/* Keeps those for which it holds ("!name": does not), in their order. */
void ts_lines_keep(const ts_scope *s, ts_lines *l, const char *name);
/* Stable; lines with the greatest first, NAN last. */
void ts_lines_sort(const ts_scope *s, ts_lines *l, const char *name);
/* A name that was found: one of the three. */
typedef struct ts_named {
    ts_value (*get)(const ts_scope *);
    const ts_column *of_result, *of_run;
} ts_named;

enum { TS_MOST_KEYS = 24 };
typedef struct ts_keys {
    ts_named key[TS_MOST_KEYS];
    size_t n;
} ts_keys;

/* Of names with blanks between; that of a list of the template stands for its words. */
ts_keys ts_keys_of(ts_view *v, const char *names);
/* 0: their values are the same; else the sign of the first difference. */
int ts_keys_compare(const ts_keys *k, const ts_line *a, const ts_line *b);
/* Names as above: are all of them the same in both lines? */
bool ts_same_by(ts_view *v, const char *names, const ts_line *a, const ts_line *b);
/* Brings lines of the same values together, groups in the order of their first lines. */
void ts_lines_group(ts_view *v, ts_lines *l, const char *names);
/* The length of the group at `at`. */
size_t ts_lines_run(ts_view *v, const ts_lines *l, size_t at, const char *names);
/* One line of each group, in the order of the first. */
ts_lines ts_lines_distinct(ts_view *v, const ts_lines *l, const char *names);

#endif
