/* tile.h - write a kernel as a plain C function; run it once; get tile IR.
 *
 * The function executes on the host, exactly once. Every call below appends one op to the ts_kern
 * it was given (or that its operand carries) and returns a handle; nothing is computed. Ordinary C
 * around the calls - if, for, helpers, structs of constants - is meta-programming and costs nothing
 * at run time. A loop that must exist on the device is a ts_loop:
 *
 *     for (ts_loop i = ts_upto(d, 64); ts_next(&i);)
 *         ts_set(acc, ts_fma(ts_load(w, i.at, 64), ts_load(x, i.at, 64), ts_get(acc)));
 *
 * Values are scalars or tiles [w], [h,w] of static shape. Elementwise operands broadcast: shapes are
 * aligned at the right, each extent equal or 1 (so a scalar meets all, [w] meets [h,w], and
 * ts_col([h]) = [h,1] meets [h,w]). Dtypes never convert silently; arithmetic is on f32, i32, u32,
 * logic on b1; every other dtype is storage, reached by ts_cast.
 *
 * Memory is reached through views of rank 1 to 3 that know their extents: a read outside gives 0, a
 * write outside is dropped, so kernels hold no bounds checks and tails need no code.
 *
 * Programs of one kernel run in any order or at once; no program may read or write what another one
 * writes in the same launch. That is per byte: all programs storing one element conflict even if they
 * store the same value, and so do two that store the two 4-bit elements of one byte (i4, f4e2m1: give
 * a program an even number of elements from an even one on, counted over the whole array). No device
 * notices; ts_interpret (interpret.h) does and names both programs, and `tessera check` asks it to.
 * In and inout parameters may alias only where a kernel's comment allows it; even then no program
 * reads through an in parameter what it has itself stored through another.
 *
 * C does not order the arguments of one call: give each size, param and variable, and each helper
 * that loops, a statement of its own. For pure values it does not matter; ts_finish puts those in
 * one order.
 *
 * Errors are sticky: the first is kept in the kernel with the source line that caused it, later
 * calls do nothing, and ts_finish reports it (ts_emit, if it came later). No call returns NULL and
 * none can crash on bad use.
 */
#ifndef TESSERA_TILE_H
#define TESSERA_TILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tessera/error.h"

#pragma GCC visibility push(default)

typedef enum {
#define D(name, bits, class, max, what) TS_##name,
#include "tessera/dtypes.def"
#undef D
    TS_NDTYPE
} ts_dtype;

typedef enum { TS_IN, TS_OUT, TS_INOUT, TS_WORK } ts_mode;

typedef struct ts_kern ts_kern;

/* Handles. Distinct types, so that the C compiler refuses a view where a value is meant, and a device
 * value in a host `if`. A handle that no call made, all zero say, is an error in the kernel that the
 * thread worked on last. What a failed call gives is poison: every call on it is a no-op. */
typedef struct {
    ts_kern *k;
    uint32_t id;
} ts_val;
typedef struct {
    ts_kern *k;
    uint32_t id;
} ts_view;
typedef struct {
    ts_kern *k;
    uint32_t id;
} ts_var;
typedef struct {
    ts_val at; /* the index, an i32 scalar */
    uint32_t id;
    int state;
} ts_loop;

/* ---- life of a kernel ---- */

/* Names of kernels, sizes and params are C identifiers of at most 63 characters: letters, digits and _,
 * no digit first. Sizes and params of one kernel have different names, and so have the kernels of one
 * text. Any such name works on every target, reserved words of a language included. */
ts_kern *ts_begin(const char *name);
/* Checks the whole kernel, which must store something. 0, or -1 with *err filled; the kernel must be
 * freed either way. Nothing can be added to it afterwards. */
int ts_finish(ts_kern *k, ts_error *err);
void ts_free(ts_kern *k);
const char *ts_kernel_name(const ts_kern *k);

/* What a kernel takes, as its ts_arg and ts_size calls say; names live as long as the kernel. */
typedef struct ts_param {
    const char *name;
    ts_mode mode;
    ts_dtype type;
    int rank;
    size_t dim[3]; /* extents; 0: known at launch only */
    size_t n;      /* elements; 0: known at launch only, or more than can be counted */
} ts_param;
/* Number i in the order of a launch; false past the end. */
bool ts_kernel_param(const ts_kern *k, int i, ts_param *p);
/* The name of size i; NULL past the end. */
const char *ts_kernel_size(const ts_kern *k, int i);

/* ---- interface: sizes, memory, grid; in the order in which a launch binds them ---- */

ts_val ts_size(ts_kern *k, const char *name); /* i32 known at launch: KV length, position, ... */
ts_view ts_arg1(ts_kern *k, ts_mode mode, const char *name, ts_dtype t, ts_val n);
ts_view ts_arg2(ts_kern *k, ts_mode mode, const char *name, ts_dtype t, ts_val n, ts_val m);
ts_view ts_arg3(ts_kern *k, ts_mode mode, const char *name, ts_dtype t, ts_val n, ts_val m,
                ts_val l);
/* First index of this program when each takes `step` of n; up to three calls, outermost first.
 * n may be computed from sizes and constants only. */
ts_val ts_program(ts_val n, int step);

/* ---- views ---- */

ts_view ts_row(ts_view v, ts_val i);                                       /* rank r -> r-1 */
ts_view ts_part(ts_view v, int dim, ts_val start, ts_val count, int step); /* strided window */
ts_view ts_swap(ts_view v);                                                /* last two dims */

/* ---- memory ---- */

ts_val ts_at(ts_view v, ts_val i);                            /* rank 1 -> scalar */
ts_val ts_load(ts_view v, ts_val i, int w);                   /* rank 1 -> [w] */
ts_val ts_load2(ts_view v, ts_val i, ts_val j, int h, int w); /* rank 2 -> [h,w] */
ts_val ts_gather(ts_view v, ts_val index);                    /* rank 1, [n] -> [n] */
ts_val ts_gather2(ts_view v, ts_val index, ts_val j, int w);  /* rank 2, [n] -> [n,w] */
void ts_store(ts_view v, ts_val i, ts_val x);                 /* x scalar or [w] */
void ts_store2(ts_view v, ts_val i, ts_val j, ts_val x);      /* x [h,w] */
void ts_scatter(ts_view v, ts_val index, ts_val x);
void ts_scatter2(ts_view v, ts_val index, ts_val j, ts_val x);

/* ---- values ---- */

ts_val ts_const(ts_kern *k, ts_dtype t, double x); /* f32, i32, u32 or b1 */
ts_val ts_i32(ts_kern *k, int x);
ts_val ts_f32(ts_kern *k, double x);
ts_val ts_iota(ts_kern *k, int n);
ts_val ts_cast(ts_val a, ts_dtype t);
ts_val ts_bits(ts_val a, ts_dtype t);
#include "tessera/elementwise.h" /* ts_add(a, b), ts_exp(a), ... */
ts_val ts_select(ts_val p, ts_val a, ts_val b);

/* ---- shapes ---- */

ts_val ts_splat1(ts_val a, int w);
ts_val ts_splat2(ts_val a, int h, int w);
ts_val ts_reshape1(ts_val a, int w);
ts_val ts_reshape2(ts_val a, int h, int w);
ts_val ts_col(ts_val a); /* [h] -> [h,1] */
ts_val ts_slice(ts_val a, int axis, int from, int n);
ts_val ts_concat(ts_val a, ts_val b, int axis);
ts_val ts_transpose(ts_val a);
/* Each element `times` times in a row: [w] -> [w * times], [h,w] -> [h,w * times], as numpy.repeat and
 * torch.repeat_interleave along the last axis. Block scales [n,k/32] thus meet weights [n,k]. */
ts_val ts_repeat(ts_val a, int times);

/* ---- reductions; axis 0 down the rows, 1 along the columns ([w] has axis 0 only) ---- */

ts_val ts_sum(ts_val a, int axis);
ts_val ts_amax(ts_val a, int axis);
ts_val ts_amin(ts_val a, int axis);
ts_val ts_argmax(ts_val a, int axis);
ts_val ts_argmin(ts_val a, int axis);
ts_val ts_scan(ts_val a, int axis);
/* a[m,k] b[k,n] + c, and a[m,k] b[n,k]^T + c. a and b: f32 or any storage dtype each, widened where they
 * are used; c and the result f32, or i32 where both are i8, i4 or u8. A zero handle for c means no addend. */
ts_val ts_dot(ts_val a, ts_val b, ts_val c);
ts_val ts_dot_t(ts_val a, ts_val b, ts_val c);

/* ---- state and loops ---- */

ts_var ts_var0(ts_val init);
ts_var ts_var1(ts_val init, int w);
ts_var ts_var2(ts_val init, int h, int w);
ts_val ts_get(ts_var v);
void ts_set(ts_var v, ts_val x);
ts_loop ts_range(ts_val lo, ts_val hi, int step);
ts_loop ts_upto(ts_val hi, int step); /* from 0 */
bool ts_next(ts_loop *l);

/* ---- composites: library functions over the above, never ops (tile/lib.c) ---- */

ts_val ts_gt(ts_val a, ts_val b);
ts_val ts_ge(ts_val a, ts_val b);
ts_val ts_addk(ts_val a, double x); /* constant of a's own dtype */
ts_val ts_mulk(ts_val a, double x);
ts_val ts_sigmoid(ts_val a);                 /* by exp(-|a|): no overflow */
ts_val ts_silu(ts_val a);                    /* a * sigmoid(a) */
ts_val ts_ceil_div(ts_val a, int step);      /* i32, a >= 0 */
ts_val ts_loadf(ts_view v, ts_val i, int w); /* load and widen to f32 */
ts_val ts_loadf2(ts_view v, ts_val i, ts_val j, int h, int w);
/* The n largest of an f32 tile [w], or of each row of [h,w], in falling order, those of the lowest index
 * first among equal ones; *index (or NULL): where they are. NaN and -inf never count: where a row has fewer than n
 * others, the rest is -inf at -1. */
ts_val ts_top(ts_val a, int n, ts_val *index);
/* Likewise of the first `extent` elements of an f32 view of rank 1: it is read once. n <= 1024. */
ts_val ts_top_of(ts_view v, ts_val extent, int n, ts_val *index);
/* How often each of 0 .. n - 1 is among indices [w] of i32: i32 [n]. Others count nowhere. */
ts_val ts_histogram(ts_val index, int n);
/* Of each of 0 .. n - 1 the sum of those of x [w], f32, whose index it is, 0 where there is none: f32 [n]. What has
 * another index is left out, whatever it is. As scatter-add onto zeros, but in an order that is always the same. */
ts_val ts_segment_sum(ts_val index, ts_val x, int n);
/* Of each of indices [w] how many before it are the same: i32 [w]. With a histogram's running sum, a stable counting
 * sort. */
ts_val ts_rank(ts_val index);

/* ---- element types, exactly; a code is the bits of one element, right-aligned ---- */

size_t ts_storage(ts_dtype t, size_t n); /* bytes that n elements take in memory; of no dtype 0 */
double ts_decode(ts_dtype t, uint32_t code);
uint32_t ts_encode(ts_dtype t, double x); /* rounds and saturates as dtypes.def says */

/* Every op keeps the line of the kernel that made it, so that errors and emitted text point back.
 * The macros of here.h record it; a kernel that is generated by other means may call it itself. */
void ts_here(const char *file, int line);

#pragma GCC visibility pop

#include "tessera/here.h"

#endif
