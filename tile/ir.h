/* ir.h - the tile IR, whole: what a kernel is once it has been traced or read.
 *
 * A kernel is one flat array of ops; an op's number is its position, number 0 is never used and
 * means "none". Operands refer backwards only. Loops are bracketed by loop and end in the same array.
 * Invariant after ts_verify: every rule listed in tile/verify.c holds, so later stages only assert.
 *
 * How each op uses its fields (dim = result tile, rows then columns; rank 0 scalar, 1 [w], 2 [h,w]):
 *
 *   size      name                                -> i32
 *   param     name, mode, arg[0..rank) = extents (i32 scalars: const or size-derived) -> view
 *   program   arg0 = count, step, axis (0 is outermost) -> i32
 *   const     value                               -> f32 i32 u32 b1 scalar
 *   row       arg0 = view, arg1 = index           -> view of rank - 1
 *   part      arg0 = view, arg1 = start, arg2 = count, axis, step -> view; the window may reach outside
 *             its parent (reads there give 0), negative starts included
 *   swap      arg0 = view                         -> view
 *   load      arg0 = view, arg1.. = one i32 index per dimension; a rank-1 view gives a scalar or [w],
 *             a rank-2 view gives [h,w]
 *   store     arg0 = view, arg1.. = indices, last = value (argc = 2 + rank of the view)
 *   gather    arg0 = view, arg1 = i32 index tile [n]; rank 2: arg2 = i32 first column
 *   scatter   arg0 = view, arg1 = index, (arg2 = column,) last = value
 *   iota      dim                                 -> i32 [n]
 *   slice     arg0, axis, from (in `step`)        concat arg0, arg1, axis
 *   sum ...   arg0, axis (0 or 1; 0 for rank 1)   dot arg0, arg1, arg2 (0: none)
 *   var       arg0 = initial scalar, dim          -> variable
 *   get       arg0 = var        set  arg0 = var, arg1 = value
 *   loop      arg0 = lo, arg1 = hi, step > 0      -> i32        end  arg0 = its loop
 *
 * A field that an op does not use is zero (dim: 1), so equal ops have equal fields. A view has the
 * dtype and the mode of the param it comes from. */
#ifndef TESSERA_IR_H
#define TESSERA_IR_H

#include <stdio.h>

#include "tessera/interpret.h"
#include "tessera/tile.h"

typedef enum {
    TS_NONE,
#define E(name, args, types, result, f, i, what) TS_##name##_,
#define O(name, args, flags, what)               TS_##name##_,
#include "tile/ops.def"
#undef E
#undef O
    TS_NOP
} ts_opcode;

enum { V = -1 }; /* args column: the op says how many */
enum { SAME, PRED };
enum { MEM = 1, EFFECT = 2, REDUCE = 4, SHAPE = 8, HEAD = 16, CTRL = 32, ELEM = 64 };

typedef struct ts_opinfo {
    const char *name;
    int args;          /* value operands, or V */
    int flags;         /* MEM ... ELEM (every E row) */
    const char *types; /* E rows: classes the operands may have */
    int result;        /* E rows: SAME or PRED */
    const char *what;
} ts_opinfo;

extern const ts_opinfo ts_opinfos[TS_NOP];

typedef struct ts_dtypeinfo {
    const char *name;
    int bits;
    char class; /* F I U S N B, see dtypes.def */
    double max;
    const char *what;
} ts_dtypeinfo;

extern const ts_dtypeinfo ts_dtypes[TS_NDTYPE];

/* What sort of thing an op's result is. */
typedef enum { TS_NOTHING, TS_VALUE, TS_VIEW, TS_VARIABLE } ts_sort;

enum {
    TS_MAXARG = 5,
    TS_MAXDIM = 1 << 20,
    TS_MAXELEMS = 1 << 20,
    TS_MAXOPS = 1 << 20,
    TS_MAXDEPTH = 16,
    TS_MAXVIEWS = 64, /* of one another */
    TS_MAXNAME = 63,
    TS_MAXFILES = 255,
    TS_MAXWORD = 80 /* bytes of a word in the text form, with its end */
};

typedef struct ts_op {
    ts_opcode op;
    ts_sort sort;
    ts_dtype dtype; /* of the value, the view's elements or the variable */
    int rank;       /* 0..2 for values and variables, 1..3 for views */
    int dim[2];     /* values: [w] is dim[0] = w; [h,w] is dim[0] = h, dim[1] = w; unused are 1 */
    int argc;
    uint32_t arg[TS_MAXARG];
    int axis; /* program, part, slice, concat, reductions */
    int step; /* program, loop, part; slice: first element */
    ts_mode mode;
    double value;     /* const: integers exactly */
    const char *name; /* size, param: owned by the kernel */
    int line;         /* source line of the kernel, or of the text it was read from; 0: unknown */
    uint16_t file;    /* where that line is: a number of the kernel's files, 0: unknown */
    uint32_t loop;    /* innermost loop around the op, 0: none; of `end`: around the loop it ends */
    bool fixed;       /* integer or b1 scalar made of sizes and constants only: known at launch */
} ts_op;

/* Names of source files; owned. Number i is name[i - 1]; what is beyond the last has no name. */
typedef struct ts_files {
    char **name;
    uint32_t n;
} ts_files;

struct ts_kern {
    char *name;
    ts_files files;  /* where the lines of its ops are: helpers may lie in other files */
    ts_op *op;       /* op[0] is unused */
    uint32_t n, cap; /* n = number of the next op */
    uint32_t open;   /* innermost loop not ended yet, 0: none */
    ts_error err;    /* sticky */
    bool finished;   /* by ts_finish: the calls of tile.h append nothing more */
    struct ts_kern *before, *after; /* among all kernels that are alive (trace.c) */
};

/* ---- place.c: where in the source an op was made ---- */

/* The number of that name, new or known; 0 for NULL and once there are TS_MAXFILES. */
uint16_t ts_files_add(ts_files *f, const char *name);
const char *ts_files_name(const ts_files *f, uint32_t number); /* NULL: unknown */
/* The same without its folders, so that texts do not depend on where a source lies. */
const char *ts_files_base(const ts_files *f, uint32_t number);
void ts_files_copy(ts_files *to, const ts_files *from);
void ts_files_free(ts_files *f);

/* ---- trace.c: one checked constructor for the tracer, the reader and the passes ---- */

/* Appends a copy of *o with op, args, dim (where the op needs it), axis, step, mode, value, name,
 * line and file given; infers sort, dtype (where the op does not carry one), rank and shape by the rules of
 * ops.def. Returns its number, or 0 with the kernel's error set. */
uint32_t ts_append(ts_kern *k, const ts_op *o);
/* Sets the kernel's error: "kernel NAME, FILE:LINE: OP: rule". */
uint32_t ts_refuse(ts_kern *k, const ts_op *o, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same line into any ts_error. */
void ts_complain(ts_error *err, const ts_kern *k, const ts_op *o, const char *rule);
char *ts_keep(const char *text); /* strdup that dies on no memory */

/* Elements in a value; 1 for a scalar. Rows and columns as if every value were a matrix. */
size_t ts_count(const ts_op *o);
int ts_rows(const ts_op *o);
int ts_cols(const ts_op *o);
bool ts_is_elem(ts_opcode op);
/* Its meaning by ops.def (run_elem.c): in double, not rounded; in integers, not wrapped yet. Comparisons
 * give 0 or 1. */
double ts_elem_float(ts_opcode op, double a, double b, double c);
int64_t ts_elem_integer(ts_opcode op, int64_t a, int64_t b);
bool ts_is_name(const char *text); /* a C identifier of at most TS_MAXNAME characters */
/* A character of the text form's words, or with `number` of its literals and files, too. */
bool ts_is_word(char c, bool number);

/* ---- infer.c: the rules, one place for the constructor and the verifier ---- */

/* What *given becomes as op number n of k inside loop `open`: checks it against the ops before n and
 * fills *o completely (name is shared with *given). False with *err filled. */
bool ts_infer(const ts_kern *k, uint32_t n, uint32_t open, const ts_op *given, ts_op *o,
              ts_error *err);

/* "f32", "f32<4,8>", "bf16[,]": how an op's result is written in text and in messages. */
typedef struct ts_spelling {
    char s[48];
} ts_spelling;
ts_spelling ts_type(const ts_op *o);

/* Which of axis, step, from and times (both kept in `step`) are written after an op's operands. */
enum { TS_AXIS = 1, TS_STEP = 2, TS_FROM = 4, TS_TIMES = 8 };
int ts_attributes(ts_opcode op);

/* ---- order.c: the same order of ops from every host compiler; part of ts_finish ---- */
void ts_order(ts_kern *k);

/* ---- print.c, read.c: the textual form; reading what was printed gives the same text ---- */

void ts_print(FILE *f, const ts_kern *k);
void ts_print_placed(FILE *f, const ts_kern *k); /* each op with its FILE:LINE */
ts_kern *ts_read(const char *text, size_t len, const char *file, ts_error *err);

/* ---- verify.c: the whole kernel again, trusting nothing that is stored in it but op, n, names ---- */
int ts_verify(const ts_kern *k, ts_error *err);

/* ---- fold.c: constants, identities, common subexpressions, dead code; a new kernel ---- */
ts_kern *ts_fold(const ts_kern *k);

/* ---- dtype.c: exact conversions (ts_decode, ts_encode in tile.h) and elements in memory ---- */
uint32_t ts_fetch(ts_dtype t, const void *base, size_t i); /* code of element i, any alignment */
void ts_place(ts_dtype t, void *base, size_t i, uint32_t code);
int ts_dtype_find(const char *name); /* -1: no such dtype */

/* ---- run.c: the interpreter (tessera/interpret.h) ---- */

/* ts_interpret without any of its modes. */
static inline int ts_run(const ts_kern *k, void *const *buffer, const size_t *bytes,
                         const int32_t *size, uint64_t max_steps, ts_error *err)
{
    return ts_interpret(k, buffer, bytes, size, 0, max_steps, err);
}

#endif
