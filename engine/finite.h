/* finite.h - numbers of a tensor that are none: infinities and NaN. */
#ifndef TESSERA_ENGINE_FINITE_H
#define TESSERA_ENGINE_FINITE_H

#include <stddef.h>

#include "tessera/tile.h"

/* How many of n elements are infinite or NaN, of f32, f16, bf16 or f8e8m0 (0 of others, which are codes); *first is the place of the first, where
 * there is one. Reads every byte once, at about the speed of memory. */
size_t ts_nonfinite(const void *data, ts_dtype t, size_t n, size_t *first);
/* "NAME holds 2 values that are not finite, the first at 7" */
void ts_nonfinite_text(char *out, size_t cap, const char *name, size_t bad, size_t first);

#endif
