/* interpret.h - run a kernel on the host, without compiling it: what the language means.
 *
 * Slow on purpose and bounded: programs run one after the other, outermost axis first, and nothing
 * outside of the given buffers is touched whatever the sizes are.
 *
 * Plain, it computes in float64 and rounds where the kernel says so and nowhere else (casts, ts_bits,
 * stores): the result that a device comes near to. That is no oracle where f32 rounding decides what
 * comes out, as in a quantiser, whose codes jump; for those there is TS_RUN_F32. */
#ifndef TESSERA_INTERPRET_H
#define TESSERA_INTERPRET_H

#include "tessera/tile.h"

#pragma GCC visibility push(default)

enum {
    /* The result of each op is rounded to f32, nearest even; an fma is rounded once. Sums, scans and
     * dots are added up in float64 and rounded at the end, since devices differ in their order; exp,
     * log and their kind are rounded from float64, and devices come near. All else is what every
     * device has to the bit (doc/targets.md names exceptions). */
    TS_RUN_F32 = 1,
    /* Programs that conflict are an error: one writes bytes that another one reads or writes. The
     * line names kernel, parameter, elements, both programs and the source lines. Takes 6 to 24 bytes
     * for each byte of memory that the kernel may write; refuses more than a gigabyte. */
    TS_RUN_CONFLICTS = 2
};

/* buffer[i] is the memory of the i-th param with at least bytes[i] bytes; size[i] the i-th size.
 * modes: any of the above, or 0. Buffers may overlap. 0, or -1 with *err filled: a buffer smaller than
 * its extents, a negative extent, more than 2^31 programs, a conflict, or more than max_steps element
 * operations (0: no limit); buffers then hold what was computed so far. */
int ts_interpret(const ts_kern *k, void *const *buffer, const size_t *bytes, const int32_t *size,
                 unsigned modes, uint64_t max_steps, ts_error *err);

#pragma GCC visibility pop

#endif
