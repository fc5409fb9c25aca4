/* plan.h - what the target-free passes know about a kernel, as the emitters read it.
 *
 * A plan is made once per kernel and target by ts_plan_make and then only read: emitters print what
 * it says and decide nothing. Notes are parallel to the kernel's ops. */
#ifndef TESSERA_PLAN_H
#define TESSERA_PLAN_H

#include "compile/family.h"
#include "tile/ir.h"

/* How the elements of a tile lie in slots: rows x slots native vectors, row-major, the last slot of a
 * row padded. A column [h,1] lies along the lanes like [h], so that a row reduction needs no shuffle.
 *
 *      [h,w], w > 1:  h rows of ceil(w / lanes) slots        [w], [h,1]:  1 row of ceil(n / lanes) */
typedef struct ts_layout {
    int rows, cols; /* physical */
    int slots;      /* vectors in a row */
    bool column;    /* [h,1] */
} ts_layout;

typedef struct ts_note {
    int uses;           /* operand slots that name this op */
    uint32_t user;      /* the last of them */
    uint32_t loop;      /* innermost loop around the op, 0: none */
    uint32_t end;       /* loop: its end */
    bool uniform;       /* the same for every program */
    bool inlined;       /* printed inside its only user, element by element */
    bool split;         /* loop: print full iterations without masks, then the rest */
    bool stream;        /* load: walks memory that no other program reads; prefetch it */
    uint32_t evaluated; /* op at which an inlined value is really computed */
    uint32_t dot;       /* the contraction that is computed inside of this op, 0: none */
    bool panel;         /* [n,k] held as [k,n], as only ts_dot_t reads it */
    bool
        paired; /* integers, two 16-bit halves to a word: by how a slot lies to the one behind it */
    int pieces; /* for a matrix unit: numbers in bf16 that an element is cut into; 0: it reads none */
    bool few;   /* likewise: few rows, whose pieces lie side by side */
    uint32_t with;    /* likewise: it has no place of its own, but is computed with that op */
    bool down;        /* then: only b of ts_dot, along whose columns k runs */
    bool wide;        /* narrow, held in the dtype that the contractions add up in */
    ts_layout layout; /* of a tile value or variable */
} ts_note;

typedef struct ts_plan {
    const ts_kern *k;
    const ts_target *target;
    int lanes; /* elements of 4 bytes in a slot: of a native vector; a thread takes them singly */
    long cost; /* bytes of memory a program reads that others do not */
    ts_note *note;
    bool *full;             /* bounds.c: loops whose full iterations are being printed */
    struct ts_bound *bound; /* bounds.c: of each op, as long as `full` is what it is */
} ts_plan;

/* plan.c */
ts_plan *ts_plan_make(const ts_kern *k, const ts_target *target, ts_error *err);
void ts_plan_free(ts_plan *p);
/* For TESSERA_DEBUG=plan: the kernel and its ops, a line each. What the family decided about op id, or about the kernel
 * (id 0), is added by `more`. */
typedef void ts_plan_more(FILE *f, const void *arg, uint32_t id);
void ts_plan_print(FILE *f, const ts_plan *p, ts_plan_more *more, const void *arg);
/* Values and variables of rank 1 or 2, which must be somewhere. */
bool ts_is_tile(const ts_op *o);

/* uses.c: uses, user, loop, end, uniform */
void ts_note_uses(ts_plan *p);
/* Marks sizes and all else that the counts of programs are computed from. */
void ts_mark_counts(const ts_kern *k, bool *needed);
/* place.c: inlined, evaluated, dot, stream, cost. False if memory ran out. */
bool ts_is_dot(ts_opcode op);
bool ts_note_place(ts_plan *p);
bool ts_moves(ts_opcode op); /* only says where an element comes from; threads find it there */

/* apart.c: no inlined value of a store reads elements of its param that the store writes elsewhere */
void ts_note_apart(ts_plan *p);
/* What an access reads or writes, as an op with its shape. */
const ts_op *ts_tile_of_access(const ts_kern *k, const ts_op *o);
/* Load or store: the same tile at the same place of the same view. */
bool ts_same_place(const ts_kern *k, const ts_op *x, const ts_op *y);
uint32_t ts_param_of_view(const ts_kern *k, uint32_t view); /* the op of the param */

/* bounds.c: what is known of an i32 scalar: lo <= x, and x <= hi + (value of op sym, if any) */
typedef struct ts_bound {
    bool has_lo, has_hi;
    int64_t lo, hi;
    uint32_t sym;
} ts_bound;

ts_bound ts_bound_of(const ts_plan *p, uint32_t id);
/* Says that full iterations of a loop are printed from here on, or no longer: that moves bounds. */
void ts_note_full(ts_plan *p, uint32_t loop, bool full);
/* True if indices index .. index + width - 1 certainly lie inside dimension dim of the view, given
 * which loops are in their full iterations. */
bool ts_inside(const ts_plan *p, uint32_t view, int dim, uint32_t index, int width);
/* bound, and of loops: split */
void ts_note_split(ts_plan *p);

#endif
