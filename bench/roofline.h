/* roofline.h - what no measured ceiling allows (figures.sql has the rest of what a ceiling says of a line).
 *
 * Both ceilings are measured in the same process and minute; a share above 1.02 is a fault of the
 * measurement and never reported as a result.
 */
#ifndef TESSERA_BENCH_ROOFLINE_H
#define TESSERA_BENCH_ROOFLINE_H

#include <stdbool.h>
#include <stddef.h>

#define TS_IMPOSSIBLE 1.02

/* Is that share of a measured ceiling a fault of the measurement, so that the figure must not be given?
 * No for NAN, where no ceiling is known. Everything that prints a rate beside a ceiling asks here. */
bool ts_beats_ceiling(double share);
/* Why such a figure is refused and what to do about it, in one line. memory: the ceiling is that of reading, else of
 * arithmetic. */
void ts_beats_ceiling_why(double share, bool memory, char *to, size_t cap);

#endif
