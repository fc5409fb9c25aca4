/* page.h - the pages of a report, made from the template. */
#ifndef TESSERA_REPORT_PAGE_H
#define TESSERA_REPORT_PAGE_H

#include "report/template.h"

/* Pages of the template in their order, the first page first; "run" is not one of them. NULL: no more. */
const ts_section *ts_page_at(ts_view *v, size_t i);
/* Writes a page by its name; "run" is about the run, others about none (NULL). */
void ts_page_write(ts_view *v, const char *name, const ts_run_info *run, FILE *to);

/* A table of the lines by columns of the template; those in which no line has anything are left out. The
 * first column of text but the rank heads its rows. */
void ts_table(ts_scope *s, ts_span list, ts_span caption);

/* What is drawn, or walks all columns, by its name (draw.c): bar, ratio, samples, facts, columns. */
void ts_draw(ts_scope *s, ts_span what);

/* {plot LIST | X Y LO HI MOST | title | about | x axis | y axis | name of a curve}: a curve for each
 * group (figures.c). */
void ts_plot_curves(ts_scope *s, ts_span args);
void ts_plot_roofline(ts_scope *s);

#endif
