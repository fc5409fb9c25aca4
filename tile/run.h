/* run.h - what the parts of the interpreter share (run.c, run_elem.c, run_mem.c, run_tile.c,
 * run_watch.c, and fold.c, which asks run_elem.c what an op means). Internal to tile/.
 *
 * Every element is one slot: floats of all widths as the double they are, integers, predicates and
 * integer storage as int64_t. A slot of a dtype other than f32 always holds a value of that dtype;
 * an f32 slot may hold any double, since f32 is rounded only by casts, ts_bits and stores, unless
 * the run is one of TS_RUN_F32. */
#ifndef TILE_RUN_H
#define TILE_RUN_H

#include "tessera/device.h"
#include "tile/ir.h"

typedef union slot {
    double f;
    int64_t i;
} slot;

static inline bool is_float(ts_dtype t)
{
    return ts_dtypes[t].class == 'F' || ts_dtypes[t].class == 'S';
}

/* ---- run_elem.c: values are matrices of ts_rows x ts_cols, in[] broadcasts to o ---- */

void ts_run_elem(const ts_op *o, slot *out, const ts_op *const type[3], const slot *const in[3]);
void ts_run_cast(const ts_op *o, slot *out, const ts_op *from, const slot *in);
void ts_run_bits(const ts_op *o, slot *out, const ts_op *from, const slot *in);
void ts_run_select(const ts_op *o, slot *out, const ts_op *const type[3], const slot *const in[3]);
/* fma in f32, of operands that are f32: the only op whose double, rounded, is not always the f32. */
void ts_run_fmaf(const ts_op *o, slot *out, const ts_op *const type[3], const slot *const in[3]);
void ts_run_splat(const ts_op *o, slot *out, const ts_op *from, const slot *in);

/* ---- run_tile.c ---- */

void ts_run_slice(const ts_op *o, slot *out, const ts_op *from, const slot *in);
void ts_run_concat(const ts_op *o, slot *out, const ts_op *const type[2], const slot *const in[2]);
void ts_run_transpose(const ts_op *o, slot *out, const slot *in);
void ts_run_repeat(const ts_op *o, slot *out, const slot *in);
void ts_run_reduce(const ts_op *o, slot *out, const ts_op *from, const slot *in);
void ts_run_scan(const ts_op *o, slot *out, const slot *in);
/* c may be NULL. */
void ts_run_dot(const ts_op *o, slot *out, const ts_op *a, const ts_op *b, const slot *const in[3]);

/* ---- run_mem.c ---- */

/* Element (i, j, l) of a view is element first + i * dim[0].stride + ... of the array, and there is
 * such an element only while lo <= i < hi in every dimension: the part of the view's extent that is
 * inside of all views it was cut from. A dead row leaves an empty range. Arithmetic of `first` and
 * the strides is modulo 2^64; it comes out right for every element that exists. */
typedef struct lens {
    uint64_t first;
    struct {
        uint64_t stride;
        int64_t lo, hi;
    } dim[3];
    int rank;
    ts_dtype type;
    void *memory;
    uint32_t param;      /* the op it comes from */
    struct watch *watch; /* NULL: nobody asks who touches what */
} lens;

lens ts_lens_row(const lens *v, int64_t i);
lens ts_lens_part(const lens *v, int axis, int64_t start, int64_t count, int64_t step);
lens ts_lens_swap(const lens *v);

/* at[] holds one index per dimension; rows x cols elements from there on. */
void ts_run_load(const lens *v, const int64_t *at, int rows, int cols, slot *out);
void ts_run_store(const lens *v, const int64_t *at, int rows, int cols, const slot *in);
void ts_run_gather(const lens *v, const slot *index, int n, int64_t col, int cols, slot *out);
void ts_run_scatter(const lens *v, const slot *index, int n, int64_t col, int cols, const slot *in);

/* ---- run_watch.c ---- */

typedef struct touch { /* a program, counted from 1 (0: none), and its op */
    uint32_t program, op;
} touch;

typedef struct stamp {
    touch writer, reader[2];
} stamp;

typedef struct region { /* memory that some param may write; a stamp a unit */
    uintptr_t from, to;
    int shift; /* a unit is 1 << shift bytes */
    stamp *stamp;
} region;

typedef struct conflict {
    uint32_t param;
    uint64_t element;
    touch here, there;
    bool writes, wrote; /* what `here` does, what `there` did */
} conflict;

typedef struct watch {
    region region[TS_MAX_BUFFERS];
    int regions;
    uint32_t program, op; /* who is at work */
    bool found;
    conflict what; /* the first */
} watch;

/* For the params of k, which are bound to view[]. 0, or -1 with *err filled; end it either way. */
int ts_watch_begin(watch *w, const ts_kern *k, const lens *view, ts_error *err);
void ts_watch_end(watch *w);
/* Program and op of w touch element e of v's array. */
void ts_watch_touch(watch *w, const lens *v, uint64_t e, bool writes);

#endif
