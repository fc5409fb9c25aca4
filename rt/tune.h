/* tune.h - corrects the cost of launches by what they really took.
 *
 * An emitted cost is a guess made without the sizes: attention over a long context takes a thousand
 * times what it takes over a short one. Costs only decide how a phase is cut, so a correction can
 * change speed and never a result.
 */
#ifndef TESSERA_RT_TUNE_H
#define TESSERA_RT_TUNE_H

#include <stdbool.h>

#include "rt/plan.h"

enum {
    TS_TUNE_EVERY = 16, /* runs from one measured run to the next; the first ones count too */
    TS_TUNE_BYTES_PER_US = 10000 /* what a microsecond of a thread is worth: 10 GB/s of reading */
};

typedef struct ts_tune {
    float *piece;  /* microseconds of each piece of the measured run */
    double *last;  /* microseconds per program, the previous measurement of each launch */
    double *guess; /* the emitted costs */
    size_t n, cap;
    uint64_t runs;
} ts_tune;

int ts_tune_new(ts_tune *t, const ts_span *span, size_t n, ts_error *err);
void ts_tune_free(ts_tune *t);
/* True if the coming run is to be measured; then t->piece has room for the plan's pieces. */
bool ts_tune_due(ts_tune *t, const ts_cut *plan);
/* After a measured run: sets costs that were off by more than a factor of 2; true if any changed. */
bool ts_tune_apply(ts_tune *t, const ts_cut *plan, ts_span *span);

#endif
