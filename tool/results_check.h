/* results_check.h - does every stored figure follow from what is stored beside it? */
#ifndef TESSERA_TOOL_RESULTS_CHECK_H
#define TESSERA_TOOL_RESULTS_CHECK_H

#include "store/store.h"

typedef struct ts_results_check {
    size_t results, samples, faults;
} ts_results_check;

/* Recomputes what can be recomputed of the runs chosen as in ts_store_load: medians and counts from the
 * samples, rates from bytes, FLOPs and time; intervals must hold their value. Prints a line a fault. -1
 * with *err filled when the store cannot be read. */
int ts_results_recompute(ts_ledger *s, const char *run, ts_results_check *sum, ts_error *err);

#endif
