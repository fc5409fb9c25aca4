/* lower.h - the state of lowering one kernel to the lane form, shared by the files of this folder that
 * do it. Every decision about the text is made here; the form holds it, the printer spells it. */
#ifndef TESSERA_LANE_LOWER_H
#define TESSERA_LANE_LOWER_H

#include "lane/form.h"

enum {
    TS_UNROLLED = 16, /* slots of a tile that get a statement each; more get a loop */
    TS_BLOCK = 8      /* rows of a contraction whose sums stay in registers together */
};

/* A view: instructions that hold its offset into the param, and per dimension the elements between
 * neighbours and the valid indices lo <= index < hi. */
typedef struct ts_reach {
    uint32_t param, offset, stride[3], lo[3], hi[3];
    int rank;
} ts_reach;

typedef struct ts_weave {
    ts_lane *f;
    ts_plan *plan;
    const ts_kern *k;
    int stream;      /* which of the side by side programs is being lowered */
    uint32_t *last;  /* by op: the last that reads it (scope.c) */
    bool *head;      /* by op: stands in the head, which counts programs */
    uint32_t *def;   /* by op and stream: the name that holds it */
    ts_reach *reach; /* by op and stream, of views */
    uint32_t dot;    /* a contraction that is computed inside of a statement, 0: none */
    uint32_t sum;    /* and the slot of it that the statement takes */
    bool rolled;     /* slots are loops, however few: their masks are a lot of text */
    int line, file;  /* source line of the last statement, and its file */
} ts_weave;

/* Row and slot of a tile. */
typedef struct ts_slot {
    ts_spot row, col;
} ts_slot;

/* ---- lower.c ---- */
uint32_t ts_weave_put(ts_weave *w, ts_linst i);
uint32_t ts_weave_name(ts_weave *w, uint32_t id, ts_linst i); /* for op id; notes who holds it */
size_t ts_weave_at(const ts_weave *w, uint32_t id);           /* where its def and reach stand */
ts_dtype ts_weave_held(const ts_weave *w, uint32_t id);       /* of its tile */
ts_layout ts_weave_layout(const ts_weave *w, uint32_t id);    /* likewise */
uint32_t ts_weave_tile(ts_weave *w, uint32_t id, bool zero);
void ts_weave_set(ts_weave *w, uint32_t to, uint32_t value);
uint32_t ts_weave_for(ts_weave *w, char var, int n, bool several);
uint32_t ts_weave_far(ts_weave *w, char var, int n); /* several statements; counted in 64 bits */
void ts_weave_end(ts_weave *w, uint32_t opened);
typedef void ts_slot_fn(ts_weave *w, uint32_t id, ts_slot at);
/* Calls fn for each slot of the layout: unrolled if few, else inside of FORs; if a contraction is
 * computed inside of op id, for those of a block after the other. */
void ts_weave_each(ts_weave *w, uint32_t id, ts_layout y, ts_slot_fn *fn);
/* An inlined value gets a tile after all, until it is dropped. */
void ts_weave_hold(ts_weave *w, uint32_t id);
void ts_weave_drop(ts_weave *w, uint32_t id);

/* ---- scope.c ---- */
uint32_t *ts_weave_last_uses(const ts_plan *p); /* the caller's to free; NULL: no memory */
/* The op behind which a block may end that begins before a large tile; 0: it needs none, or none can be. */
uint32_t ts_weave_scope(const ts_weave *w, uint32_t id);

/* ---- elem.c: values as expressions ---- */
uint32_t ts_weave_long(ts_weave *w, int64_t x);
uint32_t ts_weave_splat(ts_weave *w, uint32_t a);
uint32_t ts_weave_scalar(ts_weave *w, uint32_t id);
/* A slot of tile `name` (a TILE, or a LOCAL row). */
uint32_t ts_weave_slot(ts_weave *w, uint32_t name, ts_slot at);
/* One slot of a value, broadcast to the layout `of`. */
uint32_t ts_weave_value(ts_weave *w, uint32_t id, ts_layout of, ts_slot at);
/* What the op itself computes, for the name that will hold it. */
uint32_t ts_weave_compute(ts_weave *w, uint32_t id, ts_slot at);
/* An element of a value that has a name or is cheap. */
uint32_t ts_weave_element(ts_weave *w, uint32_t id, ts_spot row, ts_spot col);
uint32_t ts_weave_cast(ts_weave *w, uint32_t a, ts_dtype to);

/* ---- view.c ---- */
void ts_weave_param(ts_weave *w, uint32_t id);
void ts_weave_view(ts_weave *w, uint32_t id);
uint32_t ts_weave_load(ts_weave *w, uint32_t id, ts_slot at);
uint32_t ts_weave_load1(ts_weave *w, uint32_t id);
void ts_weave_store(ts_weave *w, uint32_t id);
void ts_weave_gather(ts_weave *w, uint32_t id);
void ts_weave_scatter(ts_weave *w, uint32_t id);
void ts_weave_prefetch(ts_weave *w, uint32_t loop);
/* The same row of the next tile, for a contraction that walks the rows of `operand`. */
void ts_weave_prefetch_row(ts_weave *w, uint32_t operand, ts_slot at, int slots);
/* Rows of what such a contraction walks lie side by side, and a tile behind the other. */
bool ts_weave_is_solid(ts_weave *w, uint32_t operand);
/* How many of the rows of a load are certainly all that are inside of their view: those behind are zeros. */
uint32_t ts_weave_rows_there(ts_weave *w, uint32_t load);
/* Rows `ahead` of those at `at`, if the value is a load of a matrix. */
void ts_weave_prefetch_rows(ts_weave *w, uint32_t value, ts_slot at, int slots, int ahead);
/* One element of a load, all of which must certainly lie inside of its view. */
uint32_t ts_weave_pick(ts_weave *w, uint32_t id, ts_slot at);
/* Where a load of whole rows, all inside of their view, begins. */
uint32_t ts_weave_address(ts_weave *w, uint32_t id);
bool ts_weave_may_pick(ts_weave *w, uint32_t load);
/* A load or store moves whole vectors, side by side, and none is masked. */
bool ts_weave_is_whole(ts_weave *w, uint32_t id);
/* The load that a value is, but for conversions; 0: it is none. */
uint32_t ts_weave_load_below(const ts_weave *w, uint32_t id);
/* The load that a value is computed from, slot by slot: of several operands that of the first which is no
 * repeat. 0: none. */
uint32_t ts_weave_load_within(const ts_weave *w, uint32_t id);

/* ---- reduce.c ---- */
void ts_weave_reduce(ts_weave *w, uint32_t id); /* sum, amax, amin, argmax, argmin */
void ts_weave_scan(ts_weave *w, uint32_t id);
/* ---- dot.c ---- */
void ts_weave_dot(ts_weave *w, uint32_t id); /* to a tile */
/* Slot s of a row of an operand, in the dtype of the sums; what lies beyond k in the last one is cut off. */
uint32_t ts_weave_row_slot(ts_weave *w, uint32_t id, ts_dtype to, ts_spot row, ts_spot s);
/* ---- unit.c: of a contraction by a matrix unit ---- */
void ts_weave_squares(ts_weave *w, uint32_t id);            /* an operand */
void ts_weave_unit(ts_weave *w, uint32_t dot, uint32_t to); /* a tile */
void ts_weave_begin_sums(ts_weave *w, uint32_t dot,
                         uint32_t to); /* what is added to is there, or copied there */
/* ---- pass.c: of one whose rows of b pass by ---- */
void ts_weave_pass(ts_weave *w, uint32_t dot, uint32_t to);
bool ts_lane_fits_unit(const ts_plan *p, const ts_op *dot);
/* Contraction id has few rows of a, against rows of b that are read once, where they lie. */
bool ts_lane_fits_few(const ts_plan *p, uint32_t id);
/* Rows of b pass by those of a, which are made before and many. */
bool ts_lane_fits_passing(const ts_plan *p, uint32_t id);
/* Contraction id adds a's products with the first pieces of b to those of another, whose number it is, of the same b:
 * both are one by the unit. 0: it does not. */
uint32_t ts_lane_first_of(const ts_plan *p, uint32_t id);
/* The value whose upper halves `id` is, or id itself. */
uint32_t ts_lane_whole_of(const ts_plan *p, uint32_t id);
/* What passes by in contraction id is wanted by it alone, and can be cut, or read where it lies, then. */
bool ts_lane_waits(const ts_plan *p, uint32_t b, uint32_t id);
/* Elements in memory are what the unit takes. */
bool ts_lane_is_raw(const ts_plan *p, uint32_t id);
int ts_lane_pieces(const ts_plan *p, uint32_t id);
ts_layout ts_lane_squares(const ts_note *n, int pieces); /* of an operand's tile */
/* ---- block.c: of a contraction by blocks, each slot to fn ---- */
void ts_weave_blocks(ts_weave *w, uint32_t dot, uint32_t id, ts_slot_fn *fn);
bool ts_weave_one_block(const ts_weave *w, uint32_t dot);
/* Elements of an operand are read where they lie only if none of them is outside of its view, slots if they
 * are whole: else it is copied, and true. */
bool ts_weave_copies(ts_weave *w, uint32_t id, bool whole);
/* ---- rows.c: of a contraction along k ---- */
void ts_weave_long_rows(ts_weave *w, uint32_t dot);
/* Short rows of b in groups of as many as a vector has lanes; how many it took, the first ones. */
int ts_weave_row_groups(ts_weave *w, uint32_t dot);
/* ---- panel.c: rows turned into columns ---- */
void ts_weave_panel(ts_weave *w, uint32_t id);
void ts_weave_pairs(ts_weave *w, uint32_t id); /* to a tile of pairs */
/* ---- place.c: what the plan asks of the family ---- */
/* How a contraction is lowered: rows of one element are computed element by element; a row of b that
 * meets the rows of a, along k; blocks of the result, for each k a column of a and a row of b; squares, by a
 * matrix unit. */
typedef enum { TS_DOT_ELEMENTS, TS_DOT_ROWS, TS_DOT_BLOCKS, TS_DOT_UNIT } ts_dot_way;
ts_dot_way ts_lane_dot_way(const ts_plan *p, const ts_op *dot);
bool ts_lane_arrange(ts_plan *p);    /* false: no memory */
bool ts_lane_by_slots(ts_opcode op); /* it can be turned or widened on the way to its tile */
/* Each vector of a repeat is one element of its operand, or has lanes of one vector of it. */
bool ts_lane_repeats_vectors(const ts_plan *p, const ts_op *repeat);
bool ts_lane_reads_once(const ts_plan *p, uint32_t id, const ts_op *user);
/* How many programs are worth walking side by side. */
int ts_lane_side_by_side(const ts_plan *p);
/* ---- tile.c: reshape, slice, concat, transpose, and repeats not by vectors ---- */
void ts_weave_move(ts_weave *w, uint32_t id);

#endif
