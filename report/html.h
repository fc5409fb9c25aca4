/* html.h - writing HTML: text that cannot become markup, and numbers that people can read.
 *
 * Names and reasons come from files of others, so text reaches a page only through ts_html_text.
 */
#ifndef TESSERA_REPORT_HTML_H
#define TESSERA_REPORT_HTML_H

#include <stddef.h>
#include <stdio.h>

/* The text, escaped for HTML and for attributes in double quotes (NULL: nothing). What is not UTF-8, controls but blanks, and characters that turn the
 * direction of writing become U+FFFD. */
void ts_html_text(FILE *to, const char *text);

typedef struct ts_words {
    char text[64];
} ts_words;

/* x with that many significant digits and commas between thousands; an en dash for NAN. */
ts_words ts_number(double x, int digits);
ts_words ts_whole(double n);                   /* "12,345"; an en dash for NAN */
ts_words ts_stated(double x);                  /* 91.7, as somebody wrote it: no zeros behind */
ts_words ts_signed(double x);                  /* the same, with a + where it is not below 0 */
ts_words ts_percent(double share);             /* 0.963: "96.3 %" */
ts_words ts_time(double seconds);              /* "12.3 µs" */
ts_words ts_amount(double bytes);              /* "3.087 GB", powers of 1000 */
ts_words ts_plural(double n, const char *one); /* "1 run", "1,204 runs" */

#endif
