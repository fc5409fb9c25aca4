/* plot.h - plots as SVG inside a page.
 *
 * Colours are those of the style sheet, so that dark mode works, and ids are unique on the page. A table
 * with the same numbers stands beside every plot; that is the caller's part.
 */
#ifndef TESSERA_REPORT_PLOT_H
#define TESSERA_REPORT_PLOT_H

#include "report/template.h"

enum { TS_PLOT_SERIES = 12, TS_PLOT_COLOURS = 6 };

typedef enum ts_mark { /* from TS_MARK_POINTS on there are points */
                       TS_MARK_LINE,
                       TS_MARK_DASHES,
                       TS_MARK_POINTS,
                       TS_MARK_RINGS,
                       TS_MARK_BOTH
} ts_mark;

typedef struct ts_series {
    const char *name; /* in the key */
    ts_mark mark;
    unsigned colour; /* 0 .. TS_PLOT_COLOURS - 1 */
    ts_selection points;
    /* Columns of the rows: a point that is not finite is left out; ends of the interval of each y; text beside it.
     * -1: there is none. */
    int x, y, lo, hi, label;
} ts_series;

typedef struct ts_plot {
    const char *title, *about; /* for those who cannot see it */
    const char *x, *y;         /* what the axes say */
    bool log_x, log_y;
    bool from_zero;          /* y begins at 0 */
    bool share;              /* y in per cent */
    const char *const *tick; /* names of x = 0, 1, ...; NULL: numbers */
    size_t ticks;
    ts_series series[TS_PLOT_SERIES];
    size_t n;
} ts_plot;

/* Writes a figure; nothing when v->plots is not set or there is no point. */
void ts_plot_draw(ts_view *v, FILE *to, const ts_plot *p);

#endif
