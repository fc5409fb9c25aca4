/* gen_dots.h - random products that matrix units take, or nearly take, and made-up targets that have such units. */
#ifndef TEST_GEN_DOTS_H
#define TEST_GEN_DOTS_H

#include "simt/family.h"
#include "tile/ir.h"

/* Finished, to be freed by the caller. With the data of ts_gen_fill all sums are exact. */
ts_kern *ts_gen_dots(uint64_t seed);

enum { TS_UNIT_TARGETS = 3 };
const ts_target *ts_unit_target(int n);

#endif
