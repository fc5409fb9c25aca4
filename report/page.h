/* page.h - the pages of a report, made from the template. */
#ifndef TESSERA_REPORT_PAGE_H
#define TESSERA_REPORT_PAGE_H

#include "report/template.h"

/* Pages of the template in their order, the first page first; "run" is not one of them. NULL: no more. */
const ts_section *ts_page_at(ts_view *v, size_t i);
/* Writes a page by its name; "run" is about a run (one row of every_run), others about none (NULL). */
void ts_page_write(ts_view *v, const char *name, const ts_selection *run, FILE *to);

/* The rows of "TABLE WHERE .. ORDER BY ..", in the page's memory. */
ts_selection ts_rows_of(ts_scope *s, ts_span query);
/* A table of the rows by columns of the template; those in which no row has anything are left out. The first
 * column of text but the rank heads its rows. */
void ts_table(ts_scope *s, ts_span list, ts_span caption, ts_selection foot);

#endif
