/* sheet.h - tables of measured lines on a terminal, at most 120 columns wide: a table is a list of columns,
 * a row the line as the store gets it.
 *
 *     static const ts_sheet lines[] = {{"test", 'l', -16, 0}, {"tok/s", 'v', 9, 2}, {"n", 'n', 3, 0}, {0}};
 *
 *     l label    v value  h half of its interval  1, 9 tenth and ninetieth percentile    n samples that count
 *     M megabytes  g GB/s    s share of the speed of light with its interval  b bound    r noisy, dropped
 *     c launches     f floor of all launches, ms    x, y, z texts and X, Y numbers of the caller
 *
 * What is not known is "-". Numbers stand on the right, and texts on the left, of `width` columns.
 */
#ifndef TESSERA_TOOL_SHEET_H
#define TESSERA_TOOL_SHEET_H

#include "store/store.h"

typedef struct ts_sheet { /* a column; a table ends with one without a head */
    const char *head;
    char kind;
    int width, digits;
    double scale; /* of v, h, 1, 9; 0: 1 */
} ts_sheet;

typedef struct ts_sheet_row {
    const char *label;
    const ts_result *line;
    const char *x, *y, *z; /* NULL: "" */
    double X, Y;
} ts_sheet_row;

/* Nothing is printed from now on: lines go out as JSON. */
void ts_sheet_mute(bool mute);
void ts_sheet_head(const ts_sheet *s);
/* A line that was refused is a row of words: its label and why. */
void ts_sheet_put(const ts_sheet *s, const ts_sheet_row *r);
/* The same with the figures that it has all the same. */
void ts_sheet_figures(const ts_sheet *s, const ts_sheet_row *r);
bool ts_sheet_is_refused(const ts_result *r);
/* "LABEL refused: reason", broken between words. */
void ts_sheet_refused(const char *label, const char *why);
/* A line, without the blanks that empty last columns leave. */
void ts_sheet_text(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A line that begins so, then " words", broken between them; what comes below stands at `indent`. */
void ts_sheet_words(const char *words, int indent, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A number with so many digits, or "-"; returns `to`. */
const char *ts_sheet_number(char to[64], double x, int digits);

#endif
