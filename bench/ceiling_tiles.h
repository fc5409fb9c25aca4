/* ceiling_tiles.h - reading on devices that take emitted text only: kernels read_ROW_TILE, one for each
 * strategy, that sum u32 words in rows of ROW and write one u32 a row. */
#ifndef TESSERA_BENCH_CEILING_TILES_H
#define TESSERA_BENCH_CEILING_TILES_H

#include "bench/ceiling.h"

int ts_ceiling_row(int strategy);  /* words */
int ts_ceiling_tile(int strategy); /* words */
/* The text for `words` words (a multiple of 16384), to be freed by the caller. */
char *ts_ceiling_tiles(const char *target, size_t words, size_t *bytes, ts_error *err);

#endif
