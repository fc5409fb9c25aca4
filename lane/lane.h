/* lane.h - what the printers of the lane family share: the state of printing one kernel.
 *
 * The lane family prints every tile op as loops over slots (compile/plan.h); the plan has decided
 * everything, the printers only spell it. */
#ifndef TESSERA_LANE_H
#define TESSERA_LANE_H

#include "compile/plan.h"
#include "compile/text.h"
#include "lane/family.h"

/* ---- one kernel being printed ---- */

enum { TS_NAME = 48, TS_EXPR = 192 };

typedef struct ts_lane {
    ts_plan *plan;
    const ts_kern *k;
    ts_text *out;
    ts_text *casts;      /* instantiations of conversions, one line each, for the whole module */
    int stream;          /* which of the side by side programs */
    int streams;         /* how many are being printed */
    int depth;           /* indentation */
    int line, file;      /* source line of the last statement, and its file */
    const bool *printed; /* ops that the head of the function has printed already */
} ts_lane;

/* A view as the expressions that reach it; dimension d is valid for lo[d] <= index < hi[d]. */
typedef struct ts_reach {
    uint32_t param;
    ts_dtype dtype;
    int rank;
    char offset[TS_NAME];
    char stride[3][TS_NAME], lo[3][TS_NAME], hi[3][TS_NAME];
} ts_reach;

/* A place in a tile: row and slot, as constants or as loop variables. */
typedef struct ts_slot {
    const char *row, *slot;
} ts_slot;

/* print.c */
void ts_lane_line(ts_lane *l, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The C name of a value: v12, or v12_1 for what differs from program to program. In `buffer`. */
const char *ts_lane_name(const ts_lane *l, uint32_t id, char *buffer);
char ts_lane_letter(ts_dtype t); /* f i u m h b: registers */
char ts_lane_memory(ts_dtype t); /* f i u h b n: memory */
const char *ts_lane_ctype(ts_dtype t);
typedef void ts_slot_fn(ts_lane *l, uint32_t id, ts_slot at);
/* Calls fn for each slot of the layout: unrolled if few, else inside printed loops. */
void ts_lane_each(ts_lane *l, uint32_t id, ts_layout y, ts_slot_fn *fn);

/* expr.c: the value of one slot, or of a scalar, as a C expression appended to t */
void ts_lane_expr(ts_lane *l, ts_text *t, uint32_t id, ts_layout of, ts_slot at);
void ts_lane_compute(ts_lane *l, ts_text *t, uint32_t id, ts_slot at); /* the op's own */
void ts_lane_scalar(ts_lane *l, ts_text *t, uint32_t id);
void ts_lane_elem(ts_lane *l, ts_text *t, uint32_t id, const char *row, const char *col);
void ts_lane_literal(ts_text *t, ts_dtype type, double x);
void ts_lane_cast_name(ts_lane *l, ts_text *t, ts_dtype from, ts_dtype to, bool vector);

/* view.c */
void ts_lane_view(ts_lane *l, uint32_t id); /* row, part: their variables */
ts_reach ts_lane_reach(ts_lane *l, uint32_t id);
int64_t ts_fixed_stride(const ts_kern *k, const ts_op *param, int dim); /* -1: known at launch */
void ts_lane_load(ts_lane *l, ts_text *t, uint32_t id, ts_slot at);
void ts_lane_load_scalar(ts_lane *l, ts_text *t, uint32_t id);
void ts_lane_gather(ts_lane *l, uint32_t id);
void ts_lane_store(ts_lane *l, uint32_t id);
void ts_lane_scatter(ts_lane *l, uint32_t id);
void ts_lane_prefetch(ts_lane *l, uint32_t loop);
/* The same row of the next tile, for a contraction that walks the rows of `operand`. */
void ts_lane_prefetch_row(ts_lane *l, uint32_t operand, const char *row, int slot, int slots);

/* reduce.c */
void ts_lane_reduce(ts_lane *l, uint32_t id); /* sum, amax, amin, argmax, argmin */
void ts_lane_scan(ts_lane *l, uint32_t id);
void ts_lane_dot(ts_lane *l, uint32_t id);

/* shape.c */
void ts_lane_shape(ts_lane *l, uint32_t id); /* reshape, slice, concat, transpose */

/* place.c */
bool ts_lane_reads_once(const ts_plan *p, uint32_t id, const ts_op *user);
void ts_lane_choose(ts_plan *p); /* what the family's part of a plan says */

/* print.c: one whole module; the forms are plans */
int ts_lane_print(ts_text *out, const ts_forms *forms, const ts_target *target, ts_error *err);

/* cpu_prelude.c, generated from cpu_prelude.h */
extern const char ts_cpu_prelude[];

#endif
