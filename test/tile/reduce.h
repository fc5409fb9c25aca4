/* reduce.h - a smaller kernel that still goes wrong. */
#ifndef TEST_REDUCE_H
#define TEST_REDUCE_H

#include "tile/ir.h"

/* Deletes ops, and replaces values by constants, as long as wrong() keeps saying true of the result.
 * Returns the smallest kernel found, to be freed; wrong() sees only kernels that verify. At most
 * `trials` calls of it. */
ts_kern *ts_reduce(const ts_kern *k, bool (*wrong)(const ts_kern *k, void *ctx), void *ctx,
                   int trials);

#endif
