/* parts.h - a token taken apart by classes of kernels.
 *
 * It shows whether a rate of decoding can be true:
 *
 *     parts   q, k, v, o  +  gate, up  +  down  + ... +  between launches  =  the token
 *     rooms   seconds x (1 - share) of each part                           =  the token x (1 - share)
 *
 * Where either sum is off by over 5 % of the token, the figure and its parts are of different minutes,
 * or one of the two is wrong. A page marks such a rate and does not headline it.
 */
#ifndef TESSERA_REPORT_PARTS_H
#define TESSERA_REPORT_PARTS_H

#include "report/view.h"

/* All 0 and NAN where none was taken apart. */
typedef struct ts_parts {
    ts_lines part;
    double token; /* seconds of the whole, replayed in the same rounds; NAN: not measured */
    double sum;   /* seconds of all parts; those that were refused have none */
    double room;  /* seconds that the speed of light would save in all of them */
    double bytes, launches;
    size_t refused; /* parts without a time; then there are no sums */
} ts_parts;

/* Of the subject's machine: the newest that fits the headline best; "between launches" is a part. */
ts_parts ts_parts_of(ts_view *v);
/* Of the lines of one token, whose parts are left in *l, the longest first; "between launches" is none. */
ts_parts ts_classes_of(ts_view *v, ts_lines *l);
/* Lines for the foot of their table: the sum, and the whole token where it was measured. */
ts_lines ts_sums_of(ts_view *v, const ts_parts *p);
/* Why the parts are those of another token than the line's; NULL: they are not. */
const char *ts_other_token(ts_view *v, const ts_line *l, const ts_parts *p);

#endif
