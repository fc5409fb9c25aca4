/* fused_moe_kernel.c - y[i] = W[e(i)] x[i / each]: products of rows with the weights of their experts, in bf16
 *
 *     fused_moe_kernel        d -> 2 inter    id i is of token i / topk
 *     fused_moe_kernel_down   inter -> d      id i has a row of x, and its y is multiplied by f[i]
 *
 * Ids come in the blocks of moe_align_block_size: those of a block have one expert, whose weights are read once for them, and
 * those of an expert without an id never. Rows of ids without an expert become zeros. Where there is room for few tokens, a
 * program has one row of each expert's weights and goes through all blocks, else a tile of rows and one block (linear.h), so
 * work is spread the same way whatever the routing.
 */
#include "kernels/r1_nvfp4/linear.h"
#include "kernels/r1_nvfp4/places.h"

typedef struct role {
    linear of;
    int each;    /* ids of a row of x */
    bool shares; /* y is multiplied by f */
} role;

static role gate_up(const ts_shape *s)
{
    return (role){{.n = 2 * s->inter, .k = s->d, .y = TS_bf16}, s->topk, false};
}

static role down(const ts_shape *s)
{
    return (role){{.n = s->d, .k = s->inter, .y = TS_bf16}, 1, true};
}

static int rows_of_x(const ts_shape *s, role r)
{
    return routed(s) / r.each;
}

enum { X, W, SORTED, EXPERTS, TOTAL, NEXT }; /* f, where there is one, and y */

static int y_of(role r)
{
    return r.shares ? NEXT + 1 : NEXT;
}

/* ---- reference ---- */

static void id_ref(role r, size_t i, int e, double *const *a, double *const *mag)
{
    size_t n = (size_t)r.of.n, k = (size_t)r.of.k;
    double *y = a[y_of(r)] + i * n, *moved = mag[y_of(r)] + i * n, by = r.shares ? a[NEXT][i] : 1;
    for (size_t o = 0; o < n; o++) {
        y[o] = moved[o] = 0;
        if (e < 0) continue;
        const double *w = a[W] + ((size_t)e * n + o) * k, *x = a[X] + i / (size_t)r.each * k;
        y[o] = by * product_ref(w, x, k, &moved[o]);
        moved[o] *= fabs(by);
    }
}

static void ids_ref(const ts_shape *s, role r, int tokens, double *const *a, double *const *mag)
{
    for (int at = 0; at < (int)a[TOTAL][0]; at++) {
        int i = (int)a[SORTED][at], e = (int)a[EXPERTS][at / s->align];
        if (i < tokens * s->topk) id_ref(r, (size_t)i, e, a, mag);
    }
}

/* ---- kernel ---- */

typedef struct experts { /* what all blocks have */
    ts_kern *k;
    const ts_shape *s;
    role r;
    ts_view x, w, f, y, sorted, of;
    ts_val ids, blocks; /* live ones */
} experts;

static experts experts_of(ts_kern *k, const ts_shape *s, role r)
{
    experts a = {.k = k, .s = s, .r = r};
    ts_val live = live_rows(k, "tokens", s->tokens), depth = ts_i32(k, r.of.k);
    ts_val n = ts_i32(k, r.of.n), ids = ts_i32(k, routed(s)), one = ts_i32(k, 1);
    a.x = ts_arg2(k, TS_IN, "x", TS_bf16, ts_i32(k, rows_of_x(s, r)), depth);
    a.w = ts_arg3(k, TS_IN, "w", TS_bf16, ts_i32(k, s->experts), n, depth);
    a.sorted = ts_arg1(k, TS_IN, "sorted_token_ids", TS_i32, ts_i32(k, most_sorted(s)));
    a.of = ts_arg1(k, TS_IN, "expert_ids", TS_i32, ts_i32(k, most_blocks(s)));
    ts_view total = ts_arg1(k, TS_IN, "num_tokens_post_pad", TS_i32, one);
    if (r.shares) a.f = ts_arg1(k, TS_IN, "f", TS_f32, ids);
    a.y = ts_arg2(k, TS_INOUT, "y", TS_bf16, ids, n);
    a.ids = ts_mul(live, ts_i32(k, s->topk));
    a.blocks = ts_div(ts_at(total, zero(k)), ts_i32(k, s->align));
    return a;
}

typedef struct
    block { /* of ids: their numbers, how many these are, and whether they have an expert: 1 or 0 */
    ts_view ids, w;
    ts_val n, some, none;
} block;

/* i, which is 0 to n - 1 wherever it counts: then no access by it needs a test. */
static ts_val within(ts_val i, int n)
{
    return ts_max(ts_min(i, ts_i32(i.k, n - 1)), zero(i.k));
}

static block block_of(const experts *a, ts_val at)
{
    ts_kern *k = a->k;
    ts_val first = ts_mul(at, ts_i32(k, a->s->align)), e = ts_at(a->of, at);
    block b = {.ids = ts_part(a->sorted, 0, first, ts_i32(k, a->s->align), 1)};
    b.n = ts_sum(ones(k, ts_lt(ts_load(b.ids, zero(k), a->s->align), a->ids)), 0);
    b.some = ones(k, ts_le(zero(k), e));
    b.none = ts_sub(ts_i32(k, 1), b.some);
    b.w = ts_row(a->w, within(e, a->s->experts));
    return b;
}

/* ids: a tile, or one. */
static ts_val rows_of(const experts *a, ts_val ids)
{
    return a->r.each > 1 ? ts_div(ids, ts_i32(a->k, a->r.each)) : ids;
}

/* ---- a row of weights ---- */

/* n ids from number m of the block on. */
static void few_ids(const experts *a, const block *b, const passing *p, ts_val o, ts_val m, int n)
{
    ts_view x[GROUP];
    ts_val id[GROUP];
    for (int j = 0; j < n; j++) {
        id[j] = ts_at(b->ids, ts_addk(m, j));
        x[j] = ts_row(a->x, within(rows_of(a, id[j]), rows_of_x(a->s, a->r)));
    }
    pass_by(p, x, n);
    for (int j = 0; j < n; j++) {
        ts_val y = passed(p, j, TS_f32);
        if (a->r.shares) y = ts_mul(y, ts_at(a->f, id[j]));
        ts_store(ts_row(a->y, id[j]), o, ts_cast(y, TS_bf16));
    }
}

/* Whole groups of ids, then one by one. */
static void block_by_rows(const experts *a, const block *b, const passing *p, ts_val o)
{
    ts_val from = zero(a->k);
    for (int n = GROUP; n > 0; n = n > 1 ? 1 : 0) {
        ts_val left = ts_rem(ts_sub(b->n, from), ts_i32(a->k, n)), to = ts_sub(b->n, left);
        for (ts_loop m = ts_range(from, to, n); ts_next(&m);) few_ids(a, b, p, o, m.at, n);
        from = to;
    }
}

static void by_rows(const experts *a)
{
    ts_kern *k = a->k;
    ts_val o = ts_program(ts_i32(k, a->r.of.n), 1);
    passing p = passing_of(k, a->s, (ts_view){0}, a->r.of.k, GROUP);
    for (ts_loop at = ts_upto(a->blocks, 1); ts_next(&at);) {
        block b = block_of(a, at.at);
        p.w = ts_row(b.w, o);
        for (ts_loop once = ts_upto(b.some, 1); ts_next(&once);) block_by_rows(a, &b, &p, o);
        for (ts_loop i = ts_upto(ts_mul(b.none, b.n), 1); ts_next(&i);)
            ts_store(ts_row(a->y, ts_at(b.ids, i.at)), o, ts_cast(ts_f32(k, 0), TS_bf16));
    }
}

/* ---- tiles ---- */

/* To rows of ids from number m of the block on; what fills up has no row. */
static void store_tile(const experts *a, const block *b, ts_val o, ts_val m, ts_val y, int tall)
{
    ts_val ids = ts_load(b->ids, m, tall), live = ts_lt(ts_add(m, ts_iota(a->k, tall)), b->n);
    if (a->r.shares) {
        ts_val f = ts_select(live, ts_gather(a->f, ids), ts_f32(a->k, 0));
        y = ts_mul(y, ts_col(f));
    }
    ids = ts_select(live, ids, ts_i32(a->k, -1));
    ts_scatter2(a->y, ids, o, ts_cast(y, TS_bf16));
}

static void tile_of(const experts *a, const block *b, ts_val o, ts_val m, int tall, int cols)
{
    enum { WHOLE_VECTORS = 16 };
    ts_kern *k = a->k;
    int depth = a->r.of.k, deep = ts_product_block(depth, a->s->plan.deep, WHOLE_VECTORS);
    ts_val rows = rows_of(a, ts_load(b->ids, m, tall));
    ts_var sums = ts_var2(ts_f32(k, 0), tall, cols);
    for (ts_loop i = ts_upto(ts_i32(k, depth), deep); ts_next(&i);) {
        ts_val x = ts_cast(ts_gather2(a->x, rows, i.at, deep), TS_f32);
        ts_val w = ts_loadf2(b->w, o, i.at, cols, deep);
        ts_set(sums, ts_dot_t(x, w, ts_get(sums)));
    }
    store_tile(a, b, o, m, ts_get(sums), tall);
}

static void by_tiles(const experts *a)
{
    ts_kern *k = a->k;
    int cols = panel_cols(a->s, a->r.of.n), high = a->s->plan.high;
    if (a->s->plan.span == high) high /= 2; /* a team stores it by way of shared memory */
    int tall = high < a->s->align ? high : a->s->align;
    ts_val at = ts_program(ts_i32(k, most_blocks(a->s)), 1);
    ts_val o = ts_program(ts_i32(k, a->r.of.n), cols), live = ones(k, ts_lt(at, a->blocks));
    block b = block_of(a, at);
    for (ts_loop m = ts_upto(ts_mul(b.n, ts_mul(live, b.some)), tall); ts_next(&m);)
        tile_of(a, &b, o, m.at, tall, cols);
    for (ts_loop i = ts_upto(ts_mul(b.n, ts_mul(live, b.none)), 1); ts_next(&i);) {
        ts_val none = ts_cast(ts_splat1(ts_f32(k, 0), cols), TS_bf16);
        ts_store(ts_row(a->y, ts_at(b.ids, i.at)), o, none);
    }
}

static void make(ts_kern *k, const ts_shape *s, role r)
{
    experts a = experts_of(k, s, r);
    (has_few(s) ? by_rows : by_tiles)(&a);
}

/* ---- cases ---- */

static int cases(const ts_shape *s, ts_case *c)
{
    c[0] = (ts_case){"all tokens, some ids are elsewhere", {s->tokens}, HOLES};
    c[1] = (ts_case){"one token", {1}, UNIFORM};
    c[2] = (ts_case){"all but one, one expert is hot", {s->tokens - 1}, HOT};
    c[3] = (ts_case){"no token", {0}, UNIFORM};
    return 4;
}

/* Nobody may read weights of experts without an id, nor rows of x that are not live. */
static void spoil_unused(const ts_shape *s, role r, int ids, int total, double *const *a)
{
    enum {
        DRAWN_ALONE = 1 << 18
    }; /* larger arrays repeat what is drawn of them (check/arrays.h) */
    size_t each = (size_t)r.of.n * r.of.k, k = (size_t)r.of.k, rows = (size_t)rows_of_x(s, r);
    for (int e = 0; e < s->experts && each * s->experts <= DRAWN_ALONE; e++) {
        bool used = false;
        for (int b = 0; b < total / s->align; b++) used |= a[EXPERTS][b] == e;
        for (size_t i = 0; i < each && !used; i++) a[W][(size_t)e * each + i] = NAN;
    }
    for (size_t i = (size_t)(ids / r.each) * k; i < rows * k; i++) a[X][i] = NAN;
}

static void fill_blocks(const ts_shape *s, const ts_case *c, role r, double *const *a)
{
    int n = c->size[0] * s->topk;
    double *ids = malloc((size_t)routed(s) * sizeof *ids);
    if (!ids) abort();
    memcpy(ids, a[SORTED], (size_t)routed(s) * sizeof *ids);
    fill_ids(s, c, ids);
    a[TOTAL][0] = blocks_ref(s, n, ids, a[SORTED], a[EXPERTS]);
    spoil_unused(s, r, n, (int)a[TOTAL][0], a);
    free(ids);
}

/* Of the experts that so many ids reach at most; which it is depends on the routing. */
static uint64_t experts_bytes(const ts_shape *s, role r, int tokens)
{
    size_t ids = (size_t)tokens * s->topk, n = (size_t)r.of.n, k = (size_t)r.of.k;
    size_t used = ids < (size_t)s->experts ? ids : (size_t)s->experts;
    return ts_storage(TS_bf16, used * n * k + ids / r.each * k + ids * n) +
           ts_storage(TS_i32, ids + used) + ts_storage(TS_f32, r.shares ? ids : 0);
}

/* ---- the two ---- */

#define ROLE(of)                                                                                   \
    REFERENCE(of, ids_ref(s, of(s), size[0], a, mag))                                              \
    BUILD(of, make(k, s, of(s)))                                                                   \
    FILL(of, fill_blocks(s, c, of(s), a))                                                          \
    BYTES(of, experts_bytes(s, of(s), size[0]))

ROLE(gate_up)
ROLE(down)

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * s->topk * 2 * (uint64_t)s->inter * (uint64_t)s->d;
}

static uint64_t gate_up_flops(const ts_shape *s, const int32_t *size)
{
    return 2 * flops(s, size);
}

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .build = of##_build, .limit = TS_LIMITS({"y", SUM_LIMIT}),                           \
              .reference = of##_reference, .cases = cases, .fill = of##_fill, .bytes = of##_bytes

const ts_kernel_def ts_nv_fused_moe_kernel = {
    KERNEL(gate_up),
    .name = "fused_moe_kernel",
    .formula = "y[i] = W[e(i)] x[i / K]",
    .doc = "in x bf16[tokens,D], in w bf16[E,2I,D], in sorted_token_ids, expert_ids, "
           "num_tokens_post_pad i32 (moe_align_block_size), inout y bf16[tokens*K,2I]; size tokens",
    .flops = gate_up_flops,
};

const ts_kernel_def ts_nv_fused_moe_kernel_down = {
    KERNEL(down),
    .name = "fused_moe_kernel_down",
    .formula = "y[i] = f[i] W[e(i)] x[i]",
    .doc = "in x bf16[tokens*K,I], in w bf16[E,D,I], in sorted_token_ids, expert_ids, "
           "num_tokens_post_pad i32 (moe_align_block_size), in f f32[tokens*K], inout y "
           "bf16[tokens*K,D]; size tokens",
    .flops = flops,
};
