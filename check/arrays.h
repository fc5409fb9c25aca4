/* arrays.h - the memory of one run: values for the reference, guarded storage for the others.
 *
 *     raw:   | guard | storage of n elements | guard |      pristine; never handed out
 *     copy:  the same bytes, for one execution to work on
 *
 * An input of many elements repeats after a period and is mapped, not filled: a vocabulary's matrix
 * then costs a few megabytes. It has no guards (nobody may write to it) and serves as its own copy.
 */
#ifndef TESSERA_CHECK_ARRAYS_H
#define TESSERA_CHECK_ARRAYS_H

#include "check/check.h"

enum { TS_GUARD = 256, TS_PERIOD = 1 << 20 };

typedef struct ts_array {
    ts_param p;
    size_t bytes; /* of the storage */
    size_t at;    /* of the storage in raw and copy */
    size_t total; /* of raw */
    size_t drawn; /* elements that were drawn; the others repeat them */
    bool mapped;
    double *value, *mag;
    unsigned char *raw, *copy;
    int home;  /* number of the array whose memory it has: its own, or the input's it stands for */
    bool lost; /* an output stands in its place */
} ts_array;

typedef struct ts_arrays {
    int n;
    ts_array a[TS_MAX_PARAMS];
} ts_arrays;

/* Allocates everything; `shift` moves the storages by that many elements off their alignment.
 * 0, or -1 with *err filled; to be freed either way. */
int ts_arrays_make(ts_arrays *all, const ts_kernel_def *def, const ts_shape *s, int shift,
                   ts_error *err);
void ts_arrays_free(ts_arrays *all);

/* Draws the inputs, lets the kernel change them, rounds them to their dtypes, poisons the rest. */
void ts_arrays_draw(ts_arrays *all, const ts_kernel_def *def, const ts_shape *s, const ts_case *c,
                    ts_data data, uint64_t seed);
/* Runs the reference over the values. */
void ts_arrays_refer(ts_arrays *all, const ts_kernel_def *def, const ts_shape *s, const ts_case *c);
/* Lets outputs stand in the place of inputs where the kernel allows it, or ends that. */
void ts_arrays_alias(ts_arrays *all, const ts_kernel_def *def, bool on);
/* Makes each copy pristine. */
void ts_arrays_reset(ts_arrays *all);

/* Compares the copies with the reference. Returns false with *why filled at the first difference;
 * raises *worst, *error and *limit (see ts_tally) to what it saw; true if they were raised. */
bool ts_arrays_compare(const ts_arrays *all, ts_tally *t, bool *raised, ts_error *why);

#endif
