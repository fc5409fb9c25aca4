/* simt_run.h - runs a SIMT form on the host, trusting nothing: the oracle of the lowering's tests.
 *
 * Arithmetic is that of a target, f32 in float. Threads of a group run in an order drawn from a seed,
 * each until it meets a BARRIER or a SHUFFLE. Whatever simt/form.h does not allow is an error with the
 * number of its instruction, in particular
 *
 *     an index outside of a buffer or of shared memory; shared memory read before it is written;
 *     a word that one thread writes and another one touches without a BARRIER of the right kind
 *     in between, and an element that two programs touch and one of them writes;
 *     a BARRIER or SHUFFLE that not all threads concerned reach in the same turn of the same loops;
 *     division by zero, shifts by 32, conversions out of range, bits beyond a unit.
 *
 * Loads that a kernel makes outside of its views read element 0 and drop it. So element 0 may be
 * loaded at any time, even of an empty buffer; where there is none, or somebody else has written it,
 * rubbish is found. So it is by LOAD4 in the 16 bytes behind a buffer, which rt/driver.h grants. min
 * and max give NaN if an operand is one, unless traits->nan_minmax. */
#ifndef TEST_SIMT_RUN_H
#define TEST_SIMT_RUN_H

#include "simt/form.h"

struct ts_simt_launch {
    void *const *buffer; /* of each param; equal ones alias */
    const size_t *bytes;
    const int32_t *size;
    int groups;
    uint64_t seed;
    uint64_t max_steps; /* instructions of all threads; 0: no limit */
};

/* 0, or -1 with *err filled. */
int ts_simt_run(const ts_simt *s, const struct ts_simt_launch *l, ts_error *err);

/* ---- simt_check.c: what can be seen without running it; part of ts_simt_run ---- */
int ts_simt_check(const ts_simt *s, ts_error *err);

#endif
