/* results_check.h - does every stored figure follow from what is stored beside it? */
#ifndef TESSERA_TOOL_RESULTS_CHECK_H
#define TESSERA_TOOL_RESULTS_CHECK_H

#include "store/store.h"

typedef struct ts_results_check {
    size_t results, samples, faults;
} ts_results_check;

/* Recomputes what can be recomputed of the runs chosen as in ts_store_verify: from the samples value, interval,
 * percentiles, counts, noise, reading, share and rates; from other lines of the run ceilings and what lies
 * between launches; and whether what was refused, or is above its ceiling, has no figure. Prints a line a
 * fault. -1 with *err filled when the store cannot be read. */
int ts_results_recompute(ts_ledger *s, const char *run, ts_results_check *sum, ts_error *err);
/* All checks of one line, with the columns of its run and result, beside its samples and the other lines in the store.
 * Adds to *faults. Open for tests, behind ts_results_recompute. */
int ts_check_one(ts_ledger *s, const ts_selection *lines, const ts_value *line, size_t *faults,
                 ts_error *err);

#endif
