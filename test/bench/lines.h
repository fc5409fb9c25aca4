/* lines.h - what a session makes of rounds, for tests: of ceilings that they say. */
#ifndef TESSERA_TEST_BENCH_LINES_H
#define TESSERA_TEST_BENCH_LINES_H

#include <math.h>

#include "bench/session.h"

static ts_session *session; /* of the tests; its lines go nowhere */

static int begin_session(void **state)
{
    ts_error err = {0};
    (void)state;
    session = ts_session_begin("", false, "test", NULL, &err);
    return session ? 0 : -1;
}

static int end_session(void **state)
{
    ts_error err = {0};
    (void)state;
    return ts_session_end(session, &err);
}

/* peak: operations a second, 0: unknown; the rest as in ts_session_fill. */
static inline ts_result line_of(const ts_rounds *r, const char *unit, double peak, double floor,
                                bool cached)
{
    ts_error err = {0};
    ts_result line = ts_result_blank();
    line.unit = unit;
    line.verdict = "pass";
    line.peak_gflops = peak > 0 ? 1e-9 * peak : NAN;
    if (ts_session_fill(session, &line, r, floor, cached, &err)) fail_msg("%s", err.text);
    return line;
}

#endif
