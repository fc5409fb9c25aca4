/* lane_machine.h - the state of running a lane form. Internal to lane_run.c and lane_eval.c.
 *
 * Scalars are 64-bit integers, in which words of 32 bits lie as their type extends them. Each lane of
 * a vector that is kept has a mark beside its word: not written yet, written, or beyond its tile. */
#ifndef TEST_LANE_MACHINE_H
#define TEST_LANE_MACHINE_H

#include "test/lane/lane_run.h"

enum { UNSET, SET, BEYOND };

typedef struct value {
    int64_t x;                 /* scalars */
    uint32_t w[TS_LANES_MOST]; /* vectors */
    uint64_t beyond;           /* bit e: lane e is beyond its tile */
} value;

typedef struct machine {
    const ts_lane *f;
    const struct ts_lane_launch *l;
    ts_error *err;
    uint32_t v;    /* the name or statement that is being run */
    uint32_t *end; /* of LOOP, FOR and BLOCK */
    size_t *place; /* of a name: its first lane */
    uint32_t *word;
    uint8_t *mark;   /* by lane; of a scalar name: by its first */
    int64_t *scalar; /* by instruction */
    int var[128];
    long pid[8]; /* of the programs side by side */
    int64_t grid[8];
    uint64_t left;
} machine;

static inline const ts_linst *inst(const machine *m, uint32_t v)
{
    return &m->f->i[v];
}

/* The 64-bit integer that stands for a word of that type. */
static inline int64_t extended(int type, uint32_t word)
{
    return type == TS_i32 ? (int64_t)(int32_t)word : (int64_t)word;
}

/* The error that instruction m->v has; -1. */
int ts_lane_wrong(const machine *m, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- lane_eval.c: expressions, tiles and memory; functions that may fail give 0 or -1 ---- */
int64_t ts_lane_where(const machine *m, ts_spot p);
int ts_lane_eval(machine *m, uint32_t v, value *out);
int ts_lane_scalar_of(machine *m, uint32_t v, int64_t *out);
ts_layout ts_lane_layout(const machine *m, uint32_t name);
size_t ts_lane_slot_at(const machine *m, const ts_linst *i); /* its first lane */
void ts_lane_write(machine *m, size_t at, const value *x);
void ts_lane_write_element(machine *m, const ts_linst *to, int64_t x);
int ts_lane_pick(machine *m, const ts_linst *i, value *out); /* LOAD1, PICK */
int ts_lane_access(machine *m, const ts_linst *i); /* STORE, STORE1, GATHER, SCATTER, PREFETCH */

#endif
