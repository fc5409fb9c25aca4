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

enum { TS_GUARD = 256, TS_PERIOD = 1 << 20, TS_SLACK = 64 };

typedef struct ts_array {
    ts_param p;
    double limit; /* of an output; 0: exact */
    size_t bytes; /* of the storage */
    size_t at;    /* of the storage in raw and copy */
    size_t total; /* of raw */
    size_t drawn; /* elements that were drawn; the others repeat them */
    bool mapped;
    double *value, *mag; /* with TS_SLACK more of each behind the n, unless mapped */
    unsigned char *raw, *copy;
    int home;  /* number of the array whose memory it has: its own, or the input's it stands for */
    bool lost; /* an output stands in its place */
} ts_array;

typedef struct ts_arrays {
    const ts_traced *of;
    const ts_shape *shape;
    int n;
    ts_array *a;           /* one a parameter of `of` */
    double **value, **mag; /* those of the arrays, for the reference */
} ts_arrays;

/* Allocates everything; `shift` moves the storages by that many elements off their alignment.
 * 0, or -1 with *err filled; to be freed either way, before `of`. */
int ts_arrays_make(ts_arrays *all, const ts_traced *of, const ts_shape *s, int shift,
                   ts_error *err);
void ts_arrays_free(ts_arrays *all);
/* Bytes that the array of a param takes, about; next to none where it repeats. */
uint64_t ts_array_memory(const ts_param *p);

/* Poisons everything: outputs, what inputs are not filled with, guards. */
void ts_arrays_poison(ts_arrays *all);
/* Draws the inputs, lets the kernel change them, rounds them to their dtypes, poisons the rest. */
void ts_arrays_draw(ts_arrays *all, const ts_case *c, ts_data data, uint64_t seed);
/* Runs the reference over the values. 0, or -1 with *err filled: it leaves an element of an output out, or
 * writes behind the end of one, so it and the kernel have another shape in mind. */
int ts_arrays_refer(ts_arrays *all, const ts_case *c, ts_error *err);
/* Lets outputs stand in the place of inputs where the kernel allows it, or ends that. */
void ts_arrays_alias(ts_arrays *all, bool on);
/* Makes each copy pristine. */
void ts_arrays_reset(ts_arrays *all);

/* What a stage takes: buffer, bytes (TS_MAX_BUFFERS) and size (TS_MAX_SIZES) in its order, the copies. */
void ts_arrays_bind(const ts_arrays *all, int stage, const ts_case *c, void **buffer, size_t *bytes,
                    int32_t *size);

/* Compares the copies with the reference. Returns false with *why filled at the first difference;
 * raises *worst, *error and *limit (see ts_tally) to what it saw; true if they were raised. */
bool ts_arrays_compare(const ts_arrays *all, ts_tally *t, bool *raised, ts_error *why);

/* Are guards as they were, and what no output may change? false with *why filled. */
bool ts_arrays_intact(const ts_arrays *all, ts_error *why);

#endif
