/* progress.h - tells a person that long work is still moving.
 *
 * On a terminal: one line that redraws itself, with rate and time left. Elsewhere: one
 * plain line when the work turns out to be long, one when it ends. Work that ends within
 * a second says nothing. All of it goes to stderr; stdout belongs to results.
 */
#ifndef TESSERA_TOOL_PROGRESS_H
#define TESSERA_TOOL_PROGRESS_H

#include <stdbool.h>
#include <stdio.h>

typedef struct ts_progress {
    const char *what, *unit; /* "loading weights", "B" (bytes get K, M, G); "": only time is told */
    double total;            /* 0: unknown, so neither a bar nor time left */
    double done;
    double started, drawn; /* seconds on the monotonic clock; drawn 0: nothing said yet */
    bool live, colour;     /* a terminal that redraws; colours are welcome there */
    FILE *to;
} ts_progress;

void ts_progress_begin(ts_progress *p, const char *what, const char *unit, double total);
void ts_progress_step(ts_progress *p, double done); /* cheap: call it as often as you like */
void ts_progress_end(ts_progress *p);

/* The line for a given moment, `seconds` after the start; what step and end print. */
int ts_progress_line(const ts_progress *p, double seconds, char *out, size_t size);

#endif
