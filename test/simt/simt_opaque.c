/* simt_opaque.c - see simt_opaque.h. */
#include "test/simt/simt_opaque.h"

#include <string.h>

enum { SIDE = 16 };

/* Words of a matrix: those of sums row by row, of a fragment two elements each. */
static int words_of(const ts_matrix *u, int type)
{
    return type == TS_SUMS ? u->across * u->across : u->across * u->deep;
}

size_t ts_opaque_words(int type)
{
    return !ts_s_is_opaque(type) ? 0 : type == TS_SUMS ? 8 : 4;
}

/* The place of word w of a matrix. */
static uint32_t *place(const ts_opaque_group *g, uint32_t value, int w)
{
    int lanes = g->unit->lanes, lane = (w * 5 + w / lanes + 3) % lanes;
    return g->words(g->machine, lane, value) + w / lanes;
}

static int load(const ts_opaque_group *g, const ts_sinst *i, uint32_t v, int32_t at)
{
    int wide = g->unit->deep;
    for (int w = 0; w < words_of(g->unit, i->type); w++) {
        const uint32_t *from = g->shared(g->machine, at + w / wide * i->n + w % wide, false);
        if (!from) return -1;
        *place(g, v, w) = *from;
    }
    return 0;
}

static int unload(const ts_opaque_group *g, const ts_sinst *i, int32_t at)
{
    int wide = g->unit->across;
    for (int w = 0; w < words_of(g->unit, TS_SUMS); w++) {
        uint32_t *to = g->shared(g->machine, at + w / wide * i->n + w % wide, true);
        if (!to) return -1;
        *to = *place(g, i->b, w);
    }
    return 0;
}

typedef struct rows {
    double x[SIDE][SIDE];
} rows;

static void decode(const ts_opaque_group *g, uint32_t value, ts_dtype t, rows *to)
{
    int deep = 2 * g->unit->deep;
    for (int k = 0; k < g->unit->across * deep; k++) {
        uint32_t code = *place(g, value, k / 2) >> k % 2 * 16 & 0xffff;
        to->x[k / deep][k % deep] = ts_decode(t, code);
    }
}

static void multiply(const ts_opaque_group *g, const ts_sinst *i, uint32_t v)
{
    ts_dtype t = i->n & TS_OF_BF16 ? TS_bf16 : TS_f16;
    int side = g->unit->across;
    rows a = {{{0}}}, b = {{{0}}};
    decode(g, i->a, t, &a);
    decode(g, i->b, t, &b);
    for (int w = 0; w < side * side; w++) {
        float sum;
        memcpy(&sum, place(g, i->c, w), 4);
        double all = (double)sum;
        for (int k = 0; k < 2 * g->unit->deep; k++) all += a.x[w / side][k] * b.x[w % side][k];
        sum = (float)all;
        memcpy(place(g, v, w), &sum, 4);
    }
}

int ts_opaque_take(const ts_opaque_group *g, const ts_sinst *i, uint32_t v, int32_t at)
{
    if (i->op == TS_S_FRAGMENT) return load(g, i, v, at);
    if (i->op == TS_S_UNLOAD) return unload(g, i, at);
    multiply(g, i, v);
    return 0;
}
