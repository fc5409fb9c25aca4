/* gnuplot.h - a run of gnuplot as a child process, without a shell and without its user's settings. */
#ifndef TESSERA_REPORT_GNUPLOT_H
#define TESSERA_REPORT_GNUPLOT_H

#include "tessera/error.h"

/* Runs the script and puts what it prints into *out, to be freed by the caller. -1 with *err filled
 * when gnuplot is not there, complains, or takes longer than a minute. */
int ts_gnuplot(const char *script, char **out, ts_error *err);

#endif
