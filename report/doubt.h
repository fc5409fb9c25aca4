/* doubt.h - what speaks against a rate of decoding, so that a page marks it and does not headline it.
 *
 * A token that was taken apart shows whether its figure can be true:
 *
 *     parts   q, k, v, o  +  gate, up  +  down  + ... +  between launches  =  the token
 *     rooms   seconds x (1 - share) of each part                           =  the token x (1 - share)
 *
 * Where either sum is off by over 5 % of the token, the figure and its parts are of different minutes,
 * or one of the two is wrong.
 */
#ifndef TESSERA_REPORT_DOUBT_H
#define TESSERA_REPORT_DOUBT_H

#include "report/view.h"

/* Of a token by classes; all NAN and 0 where none was taken apart. */
typedef struct ts_parts {
    ts_lines part;  /* "between launches" is one */
    double token;   /* seconds of the whole, replayed in the same rounds; NAN: not measured */
    double sum;     /* seconds of all parts */
    double room;    /* seconds that the speed of light would save in all of them */
    size_t refused; /* parts without a time; then there are no sums */
} ts_parts;

ts_parts ts_parts_of(ts_view *v);

/* Writes each doubt about the line as an item of a list; how many there are. None: it may stand in a
 * headline. */
size_t ts_doubts(const ts_line *l, const ts_parts *p, FILE *to);

#endif
