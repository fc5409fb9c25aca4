/* peak_tiles.h - multiply-adds of floats on devices that take emitted text only, as tile code.
 *
 * Two kinds of kernel: chains of ts_fma over tiles in registers, and ts_dot of two tiles into a third.
 * Which shape a device's compiler makes the most of is for the device to say: all are tried. */
#ifndef TESSERA_BENCH_PEAK_TILES_H
#define TESSERA_BENCH_PEAK_TILES_H

#include "bench/peak.h"
#include "tessera/tile.h"

typedef struct ts_tile_way {
    int width;         /* elements of a program's result */
    int chains, steps; /* tiles side by side; multiply-adds of each in a turn; 0: a dot product */
} ts_tile_way;

/* All there are; NULL past the end. Open for tests, as the rest. */
const ts_tile_way *ts_tile_ways(size_t i);
/* Kernel "peak", to be freed by the caller; NULL with *err filled. */
ts_kern *ts_tile_trace(const ts_tile_way *w, ts_error *err);
/* Operands, *bytes long, to be freed by the caller; NULL without memory. */
void *ts_tile_operands(const ts_tile_way *w, size_t *bytes);
/* Compares the results of `programs` programs with plain C. How a multiply-add rounds, once or twice,
 * is left to the device, but it must be the same everywhere. */
int ts_tile_check(const ts_tile_way *w, const float *got, int programs, int turns, ts_error *err);

/* The best of all ways. */
int ts_tile_peak(ts_device *dev, ts_peak *out, ts_error *err);

#endif
