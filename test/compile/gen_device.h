/* gen_device.h - random kernels on a device, many to a module, against the interpreter.
 *
 * A kernel with a wide form (16-byte loads) runs twice: with buffers at multiples of 16 bytes, where
 * the device picks that form, and at odd ones, where it picks the plain form. What is written before
 * the start of a buffer is found. */
#ifndef TEST_GEN_DEVICE_H
#define TEST_GEN_DEVICE_H

#include "tessera/device.h"
#include "tile/ir.h"

struct ts_gen_tally {
    unsigned run;     /* kernels that agree */
    unsigned wide;    /* of them in the wide form as well */
    unsigned refused; /* need more shared memory than the target has */
    unsigned slow;    /* run into the interpreter's limit */
    unsigned wrong;   /* are reduced and printed, but for some at the end */
};

/* n kernels, each with the seed of its data. */
void ts_gen_on_device(ts_device *dev, ts_kern *const *k, const uint64_t *seed, size_t n,
                      struct ts_gen_tally *tally);

/* From now on a crash of this process, or `seconds` without a kernel done, prints which kernels a
 * device had at that time. */
void ts_gen_guard(unsigned seconds);

#endif
