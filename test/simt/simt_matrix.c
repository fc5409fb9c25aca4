/* simt_matrix.c - MULTIPLY by its definition in simt/form.h: matrices of doubles, sums rounded once. */
#include "test/simt/simt_matrix.h"

#include <string.h>

enum { MOST_DEEP = 64 };
typedef struct tile {
    double x[16][MOST_DEEP];
} tile;

/* Rows of `deep` words; what several lanes have is the same in all of them, NaN included. */
static int whole_of(const ts_matrix *u, const ts_held *held, ts_dtype t, tile *a, ts_error *err)
{
    bool seen[16][MOST_DEEP] = {{false}};
    int bits = ts_dtypes[t].bits, in_word = 32 / bits;
    for (int i = 0; i < u->lanes * u->fragment.words * in_word; i++) {
        int k = i / u->lanes, lane = i % u->lanes, n = k / in_word;
        uint32_t code = held[lane].word[n] >> k % in_word * bits & ((1u << bits) - 1);
        int row = ts_lie_row(&u->fragment, lane, n);
        int col = ts_lie_col(&u->fragment, lane, n) * in_word + k % in_word;
        double x = ts_decode(t, code), *to = &a->x[row][col];
        if (seen[row][col] && memcmp(to, &x, sizeof x))
            return ts_fail(err, "lanes differ in row %d, element %d", row, col);
        *to = x;
        seen[row][col] = true;
    }
    return 0;
}

/* The word of scales of each row, of which several lanes may have the same. */
static int scales_of(const ts_matrix *u, const ts_held *held, uint32_t *all, ts_error *err)
{
    bool seen[16] = {false};
    for (int lane = 0; lane < u->lanes; lane++) {
        int row = (lane >> u->scale[0].bit) % u->scale[0].n * u->scale[0].by +
                  (lane >> u->scale[1].bit) % u->scale[1].n * u->scale[1].by;
        if (seen[row] && all[row] != held[lane].word[4])
            return ts_fail(err, "lanes differ in scales of row %d", row);
        seen[row] = true;
        all[row] = held[lane].word[4];
    }
    return 0;
}

static int apply_scales(const ts_matrix *u, const ts_held *held, ts_matrix_kind kind, tile *a,
                        ts_error *err)
{
    int deep = u->deep * 8, share = ts_kind_share(kind);
    ts_dtype t = ts_kind_scale(kind);
    uint32_t all[16] = {0};
    if (scales_of(u, held, all, err)) return -1;
    for (int i = 0; i < 16 * deep; i++) {
        int row = i / deep, col = i % deep;
        uint32_t code = all[row] >> col / share * 8 & 0xff;
        if (t == TS_f8e4m3 && code & 0x80)
            return ts_fail(err, "a scale of row %d, element %d has a sign", row, col);
        a->x[row][col] *= ts_decode(t, code);
    }
    return 0;
}

static uint32_t added(uint32_t sum, double x, bool whole)
{
    float real;
    if (whole) return sum + (uint32_t)(int32_t)x;
    memcpy(&real, &sum, 4);
    real = (float)((double)real + x);
    memcpy(&sum, &real, 4);
    return sum;
}

/* Word k of a lane's sums. */
static uint32_t sum_of(const ts_matrix *u, int n, int lane, int k, const tile *a, const tile *b,
                       uint32_t old)
{
    ts_dtype t = ts_kind_dtype((ts_matrix_kind)(n >> 1));
    int row = ts_lie_row(&u->sums, lane, k);
    int col = ts_lie_col(&u->sums, lane, k) + (n & TS_UPPER) * u->across;
    double all = 0;
    for (int i = 0; i < u->deep * 32 / ts_dtypes[t].bits; i++) all += a->x[row][i] * b->x[col][i];
    return added(old, all, ts_dtypes[t].class == 'N');
}

int ts_simt_multiply(const ts_matrix *u, int n, const ts_held *a, const ts_held *b,
                     const ts_held *sums, ts_held *to, ts_error *err)
{
    tile x = {{{0}}}, y = {{{0}}};
    ts_matrix_kind kind = (ts_matrix_kind)(n >> 1);
    ts_dtype t = ts_kind_dtype(kind);
    if (whole_of(u, a, t, &x, err) || whole_of(u, b, t, &y, err)) return -1;
    if (ts_kind_share(kind) &&
        (apply_scales(u, a, kind, &x, err) || apply_scales(u, b, kind, &y, err)))
        return -1;
    for (int i = 0; i < u->lanes * u->sums.words; i++) {
        int lane = i / u->sums.words, k = i % u->sums.words;
        to[lane].word[k] = sum_of(u, n, lane, k, &x, &y, sums[lane].word[k]);
    }
    return 0;
}
