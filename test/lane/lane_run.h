/* lane_run.h - runs a lane form on the host, trusting nothing: the oracle of the lowering's tests.
 *
 * Vectors are rows of words, as many as the form has lanes, f32 in float. Whatever lane/form.h does
 * not allow is an error with the number of its instruction, in particular
 *
 *     a lane that is read before it is written; an index outside of its tile or buffer;
 *     a lane that no mask leaves out, though its index or row is outside of its view or beyond its tile;
 *     a lane beyond the tile that gets into a sum or to memory;
 *     a name that is used outside of its block, a variable of no open FOR, a block that is not closed.
 */
#ifndef TEST_LANE_RUN_H
#define TEST_LANE_RUN_H

#include "lane/form.h"

enum { TS_LANES_MOST = 32 };

/* The forms of one kernel, for as many programs side by side as the plan says, and for one. */
typedef struct ts_lane_pair {
    ts_plan *plan;
    ts_lane *many, *one; /* many: NULL if that is one, too */
} ts_lane_pair;

struct ts_lane_launch {
    void *const *buffer; /* of each param; equal ones alias */
    const size_t *bytes;
    const int32_t *size;
    uint64_t max_steps; /* statements; 0: no limit */
};

/* 0, or -1 with *err filled; to be freed either way. The kernel is folded and outlives the pair. eager:
 * as many side by side as the target allows wherever that is right, not only where it pays. */
int ts_lane_pair_make(ts_lane_pair *p, const ts_kern *k, const ts_target *target, bool eager,
                      ts_error *err);
void ts_lane_pair_free(ts_lane_pair *p);
int ts_lane_run(const ts_lane_pair *p, const struct ts_lane_launch *l, ts_error *err);

/* ---- lane_check.c: what can be seen without running it; part of ts_lane_run ---- */
int ts_lane_check(const ts_lane *f, ts_error *err);

/* ---- lane_value.c: words as ELEM, CAST and MULADD compute them ---- */
uint32_t ts_lane_elem(ts_opcode elem, ts_dtype type, const uint32_t *x);
uint32_t ts_lane_cast(ts_dtype from, ts_dtype to, uint32_t x);
/* What IDENTITY is. */
uint32_t ts_lane_identity(ts_opcode elem, ts_dtype type);

#endif
