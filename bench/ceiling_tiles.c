/* ceiling_tiles.c - the read kernels of devices that are not the CPU, as tile code (ceiling_tiles.h).
 *
 * One program a row; a row is walked in tiles whose words are summed, modulo 2^32, so that the total
 * is the same for any cut of the data. Rows and tiles come in several lengths: which is best is for
 * the device to say.
 */
#include "bench/ceiling_tiles.h"

#include <stdio.h>

#include "tessera/compile.h"
#include "tessera/tile.h"

static const int rows[] = {2048, 4096, 8192, 16384}, tiles[] = {256, 512, 1024};

int ts_ceiling_row(int strategy)
{
    return rows[strategy / 3];
}

int ts_ceiling_tile(int strategy)
{
    return tiles[strategy % 3];
}

static ts_kern *trace(int strategy, size_t words, ts_error *err)
{
    int row = ts_ceiling_row(strategy), tile = ts_ceiling_tile(strategy);
    char name[32];
    snprintf(name, sizeof name, "read_%d_%d", row, tile);
    ts_kern *k = ts_begin(name);
    ts_val n = ts_i32(k, (int)(words / (size_t)row)), zero = ts_const(k, TS_u32, 0);
    ts_view data = ts_arg2(k, TS_IN, "data", TS_u32, n, ts_i32(k, row));
    ts_view sums = ts_arg1(k, TS_OUT, "sums", TS_u32, n);
    ts_val r = ts_program(n, 1);
    ts_view line = ts_row(data, r);
    ts_var acc = ts_var1(zero, tile);
    for (ts_loop i = ts_upto(ts_i32(k, row), tile); ts_next(&i);)
        ts_set(acc, ts_add(ts_get(acc), ts_load(line, i.at, tile)));
    ts_store(sums, r, ts_sum(ts_get(acc), 0));
    if (!ts_finish(k, err)) return k;
    ts_free(k);
    return NULL;
}

char *ts_ceiling_tiles(const char *target, size_t words, size_t *bytes, ts_error *err)
{
    const ts_target *t = ts_target_find(target, err);
    ts_kern *k[TS_CEILING_STRATEGIES] = {0};
    bool good = t != NULL;
    for (int i = 0; i < TS_CEILING_STRATEGIES && good; i++) good = (k[i] = trace(i, words, err));
    char *text = good ? ts_emit(k, TS_CEILING_STRATEGIES, t, bytes, err) : NULL;
    for (int i = 0; i < TS_CEILING_STRATEGIES; i++) ts_free(k[i]);
    return text;
}
