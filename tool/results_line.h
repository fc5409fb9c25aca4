/* results_line.h - a stored line while it is checked (results_check.h). */
#ifndef TESSERA_TOOL_RESULTS_LINE_H
#define TESSERA_TOOL_RESULTS_LINE_H

#include <stdbool.h>

#include "store/store.h"

typedef struct ts_check_line {
    const ts_records *all;
    const ts_record *record;
    const ts_sample *sample;
    size_t samples, faults;
} ts_check_line;

/* Prints that `what` is `have` and not `want`. */
void ts_check_fault(ts_check_line *l, const char *what, double have, double want);
/* Prints what is wrong, in words. */
void ts_check_say(ts_check_line *l, const char *what);
/* Faults where both are known; figures are printed with at most 17 digits, and sums in another order
 * differ by rounding. */
void ts_check_equal(ts_check_line *l, const char *what, double have, double want);
void ts_check_at_most(ts_check_line *l, const char *what, double have, double most);
bool ts_check_is(const char *text, const char *word); /* NULL is no word */

/* All checks of one line; l->faults counts. */
void ts_check_one(ts_check_line *l);
/* The line against what stands beside it in its run: ceilings, and parts of a token (results_beside.c). */
void ts_check_beside(ts_check_line *l);

#endif
