/* gen.h - random well-typed kernels, data for them, and how close two results must be.
 *
 * A seed gives the same kernel and the same data on every machine. Kernels use every op and dtype (ops of
 * floats that gen_value.c has no rule for are measured where they are smooth),
 * odd shapes, views over their edges, loops with run-time bounds and up to two program axes; programs
 * write disjoint bytes, and read nothing that another one writes.
 *
 * The generator bounds magnitude and rounding error of each float it makes. A value whose f32
 * arithmetic is exact may feed anything; what is rounded somewhere feeds continuous ops only, and
 * goes to params named a...: there results may differ by the bound. All other params must agree
 * exactly, but for the sign of zeros and which NaN a NaN is. */
#ifndef TEST_GEN_H
#define TEST_GEN_H

#include "tessera/device.h"
#include "tile/ir.h"

struct ts_gen_limits {
    int ops;    /* about how many steps of the generator; 0: 24 */
    int extent; /* largest side of a tile; 0: 40 */
    int cells;  /* most elements of a tile; 0: 4096 */
    /* Some sides are powers of two from 64 on, there are enough programs that a subgroup takes one,
     * and most loads are whole rows at aligned places: what 16-byte loads need. */
    bool aligned;
};

/* For a device of threads: tiles that fit into 16 KiB of shared memory, most of the time; odd
 * seeds are aligned. */
struct ts_gen_limits ts_gen_threads(uint64_t seed);

/* Finished, to be freed by the caller. An error in it is a bug of the generator or the tracer. */
ts_kern *ts_gen(uint64_t seed, const struct ts_gen_limits *limits);

/* One launch: a buffer per param and the sizes, in order. Only what is in the kernel is needed, so
 * it works for kernels that were read from text, too. */
struct ts_gen_data {
    int params, sizes;
    size_t bytes[TS_MAX_BUFFERS], elements[TS_MAX_BUFFERS];
    ts_dtype type[TS_MAX_BUFFERS];
    const char *name[TS_MAX_BUFFERS]; /* of the kernel */
    void *buffer[TS_MAX_BUFFERS];
    int32_t size[TS_MAX_SIZES];
};

/* False if an extent is no constant or size. */
bool ts_gen_fill(struct ts_gen_data *d, const ts_kern *k, uint64_t seed);
void ts_gen_drop(struct ts_gen_data *d);

/* 0, or -1 with the first difference in *err; `exact`: also in params named a. */
int ts_gen_compare(const struct ts_gen_data *want, const struct ts_gen_data *got, bool exact,
                   ts_error *err);

/* Every device rounds that op of floats in one way. */
bool ts_gen_alike(ts_opcode op);
/* sure[i]: param i gets nothing but what is rounded in one way by every device (sums, products, fma,
 * casts, choices), so that a run of TS_RUN_F32 has its bits. */
void ts_gen_sure(const ts_kern *k, bool *sure);
/* The same in those params only. */
int ts_gen_compare_sure(const ts_kern *k, const struct ts_gen_data *want,
                        const struct ts_gen_data *got, ts_error *err);

/* True if *err is the lowering's refusal of a kernel whose tiles need too much shared memory. */
bool ts_gen_refused(const ts_error *err);

#endif
