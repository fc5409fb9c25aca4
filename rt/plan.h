/* plan.h - cuts launches into chunks that threads take one after the other.
 *
 *   phase: launches that may overlap; the next phase begins when all its chunks are done
 *   chunk: what a thread takes at once; one piece, or several pieces of small launches
 *   piece: programs lo..hi-1 of one launch
 *
 * Chunks shrink towards the end of a phase, so that threads of different speed end together. The cut
 * never changes a result: any split of a grid gives the same bits.
 */
#ifndef TESSERA_RT_PLAN_H
#define TESSERA_RT_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tessera/error.h"

enum {
    TS_CHUNK_FLOOR = 64 * 1024,     /* bytes: about 4 us of one core's reading */
    TS_CHUNK_CAP = 4 * 1024 * 1024, /* bytes: what a preempted thread can hold back */
    TS_PHASE_TINY = 64 * 1024,      /* bytes: below, handing out costs more than it gains */
};

/* A launch as the planner sees it. */
typedef struct ts_span {
    long grid;      /* programs; 0 for nothing to do */
    double cost;    /* bytes per program */
    uint32_t phase; /* rises by 0 or 1 from launch to launch, from 0 */
} ts_span;

typedef struct ts_piece {
    uint32_t launch;
    long lo, hi;
} ts_piece;

typedef struct ts_chunk {
    uint32_t first, count; /* pieces */
} ts_chunk;

typedef struct ts_phase {
    uint32_t first, count; /* chunks */
} ts_phase;

typedef struct ts_cut {
    ts_piece *piece;
    ts_chunk *chunk;
    ts_phase *phase; /* only those with work */
    size_t pieces, chunks, phases, piece_cap, chunk_cap, phase_cap;
    bool equal; /* set by the owner: as many equal chunks as threads instead of shrinking ones */
} ts_cut;

/* Replaces the plan's content; the arrays are kept and grow. */
int ts_cut_make(ts_cut *plan, const ts_span *span, size_t n, int threads, ts_error *err);
void ts_cut_free(ts_cut *plan);

#endif
