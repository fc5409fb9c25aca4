/* opaque.c - products by matrix units of which nobody says what their lanes hold (ts_matrix, opaque).
 *
 * Each subgroup has blocks of the product, as of other units, but no thread can name a sum. So they go to shared
 * memory when k has come to its end, and from there each thread takes what it has of the tile, which lies over the
 * threads as it does without units: what is done to the tile before and behind does not know the difference.
 *
 * Which blocks a subgroup has follows from its own number and not from a thread's, since a language may leave open
 * which threads make a subgroup. */
#include "simt/lower.h"

/* The blocks of a subgroup: rows (columns) of blocks that are down (across) blocks apart. */
typedef struct blocks {
    uint32_t row, col; /* of the first one, in elements */
    int down, across;  /* subgroups */
    int rows, cols;    /* blocks of a subgroup */
    int side;
} blocks;

/* A row or column of the tile: that of the subgroup's n-th block. */
static uint32_t from(ts_lower *l, uint32_t first, int n, int apart, int side)
{
    return ts_s_op(l->s, TS_add_, first, ts_s_i32(l->s, n * apart * side), 0);
}

static blocks blocks_of(ts_lower *l, const ts_spread *p)
{
    ts_simt *s = l->s;
    const ts_matrix *u = s->traits->matrix;
    blocks g = {.down = p->units, .across = l->team / u->lanes / p->units};
    uint32_t own = ts_s_put(s, (ts_sinst){.op = TS_S_SUBGROUP, .type = TS_i32});
    uint32_t across = ts_s_i32(s, g.across);
    g.side = ts_matrix_side(u);
    g.rows = p->rows / g.side / g.down;
    g.cols = p->cols / g.side / g.across;
    g.row = ts_s_op(s, TS_mul_, ts_s_op(s, TS_div_, own, across, 0), ts_s_i32(s, g.side), 0);
    g.col = ts_s_op(s, TS_mul_, ts_s_op(s, TS_rem_, own, across, 0), ts_s_i32(s, g.side), 0);
    return g;
}

/* Rows of an operand from `row` on, from word k of a row on. */
static uint32_t fragment(ts_lower *l, uint32_t source, bool right, uint32_t row, uint32_t k)
{
    ts_simt *s = l->s;
    const ts_spread *p = &l->at[source];
    uint32_t at = ts_low_reach(l, p, ts_low_any(row, ts_s_i32(s, 0)));
    return ts_s_put(s, (ts_sinst){.op = TS_S_FRAGMENT,
                                  .type = ts_s_opaque(l->k->op[source].dtype, right),
                                  .a = ts_s_op(s, TS_add_, at, k, 0),
                                  .n = p->pitch});
}

static void add_product(ts_lower *l, uint32_t a, uint32_t b, uint32_t sum)
{
    ts_simt *s = l->s;
    uint32_t old = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = TS_SUMS, .a = sum});
    uint32_t new = ts_s_put(s, (ts_sinst){.op = TS_S_MULTIPLY,
                                          .type = TS_SUMS,
                                          .a = a,
                                          .b = b,
                                          .c = old,
                                          .n = ts_s_type(s, a) == TS_LEFT_BF16 ? TS_OF_BF16 : 0});
    ts_s_put(s, (ts_sinst){.op = TS_S_SET, .a = sum, .b = new});
}

/* As many steps of k as a fragment is deep, from word k of the rows on. */
static void steps(ts_lower *l, const ts_op *o, const blocks *g, const uint32_t *sum, uint32_t k)
{
    uint32_t a[TS_REGISTERS] = {0}, b[TS_REGISTERS] = {0};
    uint32_t left = ts_low_source(l, o->arg[0]), right = ts_low_source(l, o->arg[1]);
    for (int r = 0; r < g->rows; r++)
        a[r] = fragment(l, left, false, from(l, g->row, r, g->down, g->side), k);
    for (int c = 0; c < g->cols; c++)
        b[c] = fragment(l, right, true, from(l, g->col, c, g->across, g->side), k);
    for (int i = 0; i < g->rows * g->cols; i++)
        add_product(l, a[i / g->cols], b[i % g->cols], sum[i]);
}

static void sum_up(ts_lower *l, const ts_op *o, const blocks *g, uint32_t *sum)
{
    ts_simt *s = l->s;
    uint32_t zeros = ts_s_zeros(s, TS_SUMS), deep = ts_s_i32(s, s->traits->matrix->deep);
    int words = ts_cols(&l->k->op[o->arg[0]]) / 2;
    for (int i = 0; i < g->rows * g->cols; i++)
        sum[i] = ts_s_put(s, (ts_sinst){.op = TS_S_VAR, .type = TS_SUMS, .a = zeros});
    uint32_t k = ts_low_for(l, ts_s_i32(s, 0), ts_s_i32(s, words), deep, 0);
    steps(l, o, g, sum, k);
    ts_low_end(l);
}

/* To where the tile has its place in shared memory. */
static void unload(ts_lower *l, const ts_spread *p, const blocks *g, const uint32_t *sum)
{
    ts_simt *s = l->s;
    ts_low_writes(l);
    for (int i = 0; i < g->rows * g->cols; i++) {
        uint32_t row = from(l, g->row, i / g->cols, g->down, g->side);
        uint32_t col = from(l, g->col, i % g->cols, g->across, g->side);
        uint32_t at = ts_low_index(l, p, ts_low_any(row, col));
        at = ts_s_op(s, TS_add_, at, ts_s_i32(s, p->at), 0);
        uint32_t x = ts_s_put(s, (ts_sinst){.op = TS_S_GET, .type = TS_SUMS, .a = sum[i]});
        ts_s_put(s, (ts_sinst){.op = TS_S_UNLOAD, .a = at, .b = x, .n = p->pitch});
    }
    l->shared_written = true;
}

/* Sums begin at 0 in every dot; what they are added to is added behind. */
void ts_low_dot_opaque(ts_lower *l, uint32_t id, const ts_element *own, uint32_t *to)
{
    ts_simt *s = l->s;
    const ts_op *o = &l->k->op[id];
    const ts_spread *p = &l->at[id];
    const blocks g = blocks_of(l, p);
    uint32_t sum[TS_REGISTERS] = {0};
    sum_up(l, o, &g, sum);
    unload(l, p, &g, sum);
    ts_low_reads(l);
    for (int i = 0; i < p->tall * p->each; i++) {
        uint32_t at = ts_low_reach(l, p, ts_low_any(own[i].row, own[i].col));
        uint32_t x = ts_s_put(s, (ts_sinst){.op = TS_S_SHARED, .type = TS_u32, .a = at});
        x = ts_s_bits(s, TS_f32, x);
        to[i] = o->arg[2] ? ts_s_op(s, TS_add_, ts_low_element(l, o->arg[2], own[i]), x, 0) : x;
    }
}
