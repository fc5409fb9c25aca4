/* scales.h - where the scales of NVFP4 lie: one f8e4m3 for each SHARE neighbours of a row of codes.
 *
 *     row by row    [rows,shares]
 *     tiled         rows filled up to whole tiles of 128, shares to whole fours; a tile is 512 bytes:
 *
 *                   [rows/128][shares/4][row % 32][row / 32 % 4][share % 4]
 *
 * so four shares of a row are neighbours, and 16 bytes on are those of the next row. Quantisers write 0 into the shares
 * that fill up; what the rows hold that fill up is nobody's, and no product may let it reach a row that is live.
 * The layout is that of CUTLASS's block-scaled products (PTX ISA, scale vectors of tcgen05.mma). */
#ifndef TESSERA_KERNELS_R1_NVFP4_SCALES_H
#define TESSERA_KERNELS_R1_NVFP4_SCALES_H

#include "kernels/r1_nvfp4/parts.h"

enum {
    SHARE = 16,      /* elements of a row that have one scale */
    TILE_ROWS = 128, /* of a tile of scales */
    TILE_SHARES = 4,
    TILE = TILE_ROWS * TILE_SHARES,
    TILE_STRIPE = 32 /* rows of a tile whose scales are 16 bytes apart */
};

static inline int whole(int n, int of)
{
    return (n + of - 1) / of * of;
}

static inline int scale_shares(const ts_shape *s, int cols)
{
    return s->tiled ? whole(cols / SHARE, TILE_SHARES) : cols / SHARE;
}

static inline int scale_rows(const ts_shape *s, int rows)
{
    return s->tiled ? whole(rows, TILE_ROWS) : rows;
}

/* Rows of the array of scales of all experts' rows: each expert that has any fills up its last tile. */
static inline int routed_scale_rows(const ts_shape *s)
{
    int rows = routed(s), most = rows < s->experts ? rows : s->experts;
    return s->tiled ? whole(rows + (TILE_ROWS - 1) * most, TILE_ROWS) : rows;
}

/* Elements of the array of scales of codes [rows,cols]. */
static inline int scale_count(const ts_shape *s, int rows, int cols)
{
    return scale_rows(s, rows) * scale_shares(s, cols);
}

/* Where the scale of a row and a share is, of codes [..,cols]. */
static inline size_t scale_place(const ts_shape *s, int row, int share, int cols)
{
    size_t shares = (size_t)scale_shares(s, cols);
    if (!s->tiled) return (size_t)row * shares + (size_t)share;
    size_t tile = (size_t)(row / TILE_ROWS) * (shares / TILE_SHARES) + (size_t)share / TILE_SHARES;
    return tile * TILE + (size_t)(row % TILE_STRIPE) * (TILE / TILE_STRIPE) +
           (size_t)(row % TILE_ROWS / TILE_STRIPE * TILE_SHARES + share % TILE_SHARES);
}

/* The same in a kernel; row and share may be tiles that broadcast. */
static inline ts_val scale_index(ts_kern *k, const ts_shape *s, ts_val row, ts_val share, int cols)
{
    int shares = scale_shares(s, cols);
    if (!s->tiled) return ts_add(ts_mul(row, ts_i32(k, shares)), share);
    ts_val four = ts_i32(k, TILE_SHARES), stripe = ts_i32(k, TILE_STRIPE);
    ts_val rows = ts_i32(k, TILE_ROWS), across = ts_i32(k, shares / TILE_SHARES);
    ts_val tile = ts_add(ts_mul(ts_div(row, rows), across), ts_div(share, four));
    ts_val line = ts_mul(ts_rem(row, stripe), ts_i32(k, TILE / TILE_STRIPE));
    ts_val within = ts_mul(ts_div(ts_rem(row, rows), stripe), four);
    within = ts_add(within, ts_rem(share, four));
    return ts_add(ts_mul(tile, ts_i32(k, TILE)), ts_add(line, within));
}

/* What products of codes sum up, each SHARE of which has a scale; a rule of kernels of codes. */

static inline int whole_shares(const ts_shape *s, ts_error *err)
{
    int n[] = {s->d, s->q_lora, s->kv_lora, s->inter, s->dense};
    const char *name[] = {"d", "q_lora", "kv_lora", "inter", "dense"};
    for (int i = 0; i < 5; i++)
        if (n[i] % SHARE)
            return ts_fail(err, "shape: %s must be a multiple of %d (is %d)", name[i], SHARE, n[i]);
    if ((int64_t)s->heads * s->value % SHARE)
        return ts_fail(err, "shape: heads times value must be a multiple of %d (%d and %d)", SHARE,
                       s->heads, s->value);
    return 0;
}

#endif
