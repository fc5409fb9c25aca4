/* roofline.h - how near a time is to what the hardware can do.
 *
 *     speed of light = max(bytes / reading, flops / arithmetic)       seconds
 *     share          = speed of light / time
 *
 * Both ceilings are measured in the same process and minute; a share above 1.02 is a fault of the
 * measurement and never reported as a result.
 */
#ifndef TESSERA_BENCH_ROOFLINE_H
#define TESSERA_BENCH_ROOFLINE_H

#include "bench/rounds.h"

#define TS_IMPOSSIBLE 1.02

/* Is that share of a measured ceiling a fault of the measurement, so that the figure must not be given?
 * No for NAN, where no ceiling is known. Everything that prints or stores a rate beside a ceiling asks
 * here. */
bool ts_beats_ceiling(double share);
/* Why such a figure is refused and what to do about it, in one line. what: "reading" or "arithmetic". */
void ts_beats_ceiling_why(double share, const char *what, char *to, size_t cap);

typedef struct ts_roofline {
    ts_interval
        share; /* median of the rounds that count, each beside its own reading; NAN: unknown */
    const char *bound; /* "memory", "compute", "cache"; "launch": an empty one takes over half */
    bool impossible;   /* share.mid > TS_IMPOSSIBLE */
    char why[200];     /* then: which ceiling was beaten by how much, and what to do */
} ts_roofline;

/* peak: operations a second, 0: unknown. floor: seconds of an empty launch, 0: unknown. in_cache: bytes
 * do not come from memory, so there is no share but of arithmetic, where that takes over half. */
void ts_roofline_of(const ts_rounds *r, double peak, double floor, bool in_cache, ts_roofline *out);

#endif
