/* html.h - writing HTML: text that cannot become markup, and numbers that people can read.
 *
 * Names and reasons come from files of others, so text reaches a page only through ts_html_text.
 */
#ifndef TESSERA_REPORT_HTML_H
#define TESSERA_REPORT_HTML_H

#include <stdbool.h>
#include <stdio.h>

/* The text, escaped for HTML and for attributes in double quotes (NULL: nothing). What is not UTF-8, controls but blanks, and characters that turn the
 * direction of writing become U+FFFD. */
void ts_html_text(FILE *to, const char *text);

typedef struct ts_words {
    char text[64];
} ts_words;

/* A number by a format:
 *
 *     3    significant digits      %  per cent             t  time of seconds     s  size of bytes
 *     w    whole                   =  as stated            +  the same with its sign
 *     p    close to what the store holds, yet readable                g  as the machine needs it
 *     f    two digits behind the point    c  one, of a coordinate    b  one of a share's per cent, 0 to 100
 *     *noun  "1 noun", "2 nouns"
 *
 * An en dash for what is not known. False: it is none of these. */
bool ts_words_of(double x, const char *format, ts_words *out);

#endif
