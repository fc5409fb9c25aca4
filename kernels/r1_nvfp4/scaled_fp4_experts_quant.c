/* scaled_fp4_experts_quant.c - rows of all experts in NVFP4, each by its expert's global scale (quant.h)
 *
 * Rows of one expert lie together: those of expert e are expert_offsets[e] .. expert_offsets[e+1]. Their codes stay so.
 * Their scales, where they lie in tiles, begin with a tile of their own, at row blockscale_offsets[e]; row by row they
 * lie as codes do. Three of them: before the first product row r is x[input_perm[r]]; before the second it is x[r], or
 * silu(gate) up of it. A program has a span of a row; it finds its expert by counting those that end before.
 */
#include "kernels/r1_nvfp4/silu_quant.h"

enum { X, GS }; /* params; then input_perm, if there is one, and OFFSETS.. */
enum { OFFSETS, BLOCKS, CODES, SCALES };

typedef struct role {
    bool gathers, silu;
    int rows, cols; /* of x, and of codes */
} role;

static role first(const ts_shape *s)
{
    return (role){true, false, s->tokens, s->d};
}

static role down(const ts_shape *s)
{
    return (role){false, false, routed(s), s->inter};
}

static role silu(const ts_shape *s)
{
    return (role){false, true, routed(s), s->inter};
}

static int row_of(role of)
{
    return of.silu ? 2 * of.cols : of.cols;
}

static int param(role of, int i)
{
    return GS + 1 + of.gathers + i;
}

/* ---- reference ---- */

static void row_ref(const ts_shape *s, role of, int r, int e, double *const *a, double *const *mag)
{
    int local = r - (int)a[param(of, OFFSETS)][e], codes = param(of, CODES);
    int scale_row = s->tiled ? (int)a[param(of, BLOCKS)][e] + local : r;
    const double *x = a[X] + (size_t)(of.gathers ? (int)a[GS + 1][r] : r) * row_of(of);
    double *q = a[codes] + (size_t)r * of.cols, *scales = a[codes + 1];
    if (of.silu)
        silu_row_ref(s, x, (float)a[GS][e], of.cols, scale_row, q, mag[codes] + (size_t)r * of.cols,
                     scales, mag[codes + 1]);
    else
        code_row_ref(s, x, (float)a[GS][e], of.cols, scale_row, q, scales);
}

static void quant_ref(const ts_shape *s, role of, int rows, double *const *a, double *const *mag)
{
    const double *offsets = a[param(of, OFFSETS)];
    for (int e = 0; e < s->experts; e++)
        for (int r = (int)offsets[e]; r < offsets[e + 1] && r < rows; r++)
            row_ref(s, of, r, e, a, mag);
}

/* ---- kernel ---- */

/* How many experts end at or before row r. */
static ts_val expert_of(ts_kern *k, const ts_shape *s, ts_view offsets, ts_val r)
{
    int n = s->experts < MOST_CODED ? s->experts : MOST_CODED;
    ts_val all = ts_i32(k, s->experts), none = zero(k);
    ts_var count = ts_var0(none);
    for (ts_loop e = ts_upto(all, n); ts_next(&e);) {
        ts_val before = ts_le(ts_load(offsets, ts_addk(e.at, 1), n), r);
        before = ts_and(before, ts_lt(ts_add(e.at, ts_iota(k, n)), all));
        ts_val ended = ts_sum(ts_select(before, ts_i32(k, 1), none), 0);
        ts_set(count, ts_add(ts_get(count), ended));
    }
    return ts_get(count);
}

static ts_val scale_row(const ts_shape *s, ts_view offsets, ts_view blocks, ts_val e, ts_val r)
{
    return s->tiled ? ts_add(ts_at(blocks, e), ts_sub(r, ts_at(offsets, e))) : r;
}

static ts_val values_at(ts_kern *k, const ts_shape *s, role of, ts_view x, ts_val at)
{
    int n = coded_at_once(s);
    return of.silu ? silu_and_mul_at(k, x, at, of.cols, n) : ts_loadf(x, at, n);
}

static void quant(ts_kern *k, const ts_shape *s, role of)
{
    ts_val live = live_rows(k, "rows", routed(s)), n = ts_i32(k, s->experts),
           ends = ts_i32(k, s->experts + 1);
    ts_val of_x = ts_i32(k, of.rows), row = ts_i32(k, row_of(of)), slots = ts_i32(k, routed(s));
    ts_view x = ts_arg2(k, TS_IN, "x", TS_bf16, of_x, row), perm = {0};
    ts_view gs = ts_arg1(k, TS_IN, "gs", TS_f32, n);
    if (of.gathers) perm = ts_arg1(k, TS_IN, "input_perm", TS_i32, slots);
    ts_view offsets = ts_arg1(k, TS_IN, "expert_offsets", TS_i32, ends);
    ts_view blocks = ts_arg1(k, TS_IN, "blockscale_offsets", TS_i32, ends);
    coded_rows to = coded_args(k, s, routed(s), routed_scale_rows(s), of.cols);

    ts_val r = ts_program(live, 1), at = coded_program(k, s, of.cols);
    ts_val e = expert_of(k, s, offsets, r), of_scale = scale_row(s, offsets, blocks, e, r);
    ts_view from = ts_row(x, of.gathers ? ts_at(perm, r) : r);
    ts_val all = ts_at(gs, e);
    for (ts_loop i = coded_from(k, s, at, of.cols); ts_next(&i);) {
        coded c = coded_of(k, values_at(k, s, of, from, i.at), coded_at_once(s), all);
        put_coded(k, s, to, r, of_scale, i.at, c);
    }
}

/* ---- cases ---- */

enum { SPREAD, ONE, EVEN, HOT, HARD };

static int quant_cases(const ts_shape *s, ts_case *c)
{
    int n = routed(s);
    c[0] = (ts_case){.name = "all rows, some experts empty", .size = {n}, .variant = SPREAD};
    c[1] = (ts_case){.name = "all of one expert", .size = {n}, .variant = ONE};
    c[2] = (ts_case){.name = "as many of each", .size = {n}, .variant = EVEN};
    c[3] = (ts_case){.name = "half of one, all but one row", .size = {n - 1}, .variant = HOT};
    c[4] = (ts_case){.name = "ties", .size = {n}, .variant = HARD};
    c[5] = (ts_case){.name = "one row", .size = {1}, .variant = ONE};
    c[6] = (ts_case){.name = "no row", .size = {0}, .variant = EVEN};
    return 7;
}

static int expert_drawn(const ts_shape *s, int variant, int i)
{
    int n = s->experts;
    switch (variant) {
    case ONE: return n - 1;
    case EVEN: return i % n;
    case HOT: return i % 2 ? 1 : i * 5 % n;
    default: return (i * 7 + i / 3) % n / 2 * 2;
    }
}

static void fill_offsets(const ts_shape *s, const ts_case *c, double *offsets, double *blocks)
{
    memset(offsets, 0, ((size_t)s->experts + 1) * sizeof *offsets);
    for (int i = 0; i < c->size[0]; i++) offsets[expert_drawn(s, c->variant, i) + 1]++;
    blocks[0] = 0;
    for (int e = 0; e < s->experts; e++) {
        blocks[e + 1] = blocks[e] + whole((int)offsets[e + 1], TILE_ROWS);
        offsets[e + 1] += offsets[e];
    }
}

/* Global scales that differ, some of which saturate; ties want 1. */
static void fill_scales(const ts_shape *s, role of, const ts_case *c, double *const *a)
{
    size_t n = (size_t)of.rows * row_of(of);
    double fits = of.silu ? fitting_silu_scale(a[X], of.rows, of.cols) : fitting_scale(a[X], n);
    for (int e = 0; e < s->experts; e++)
        a[GS][e] =
            c->variant == HARD && !of.silu ? 1 : (double)(float)(fits * (1 + (double)(e % 5) / 8));
}

static void fill_quant(const ts_shape *s, role of, const ts_case *c, double *const *a)
{
    double *offsets = a[param(of, OFFSETS)];
    fill_offsets(s, c, offsets, a[param(of, BLOCKS)]);
    for (int r = 0; of.silu && r < of.rows; r++) tame_row(a[X] + (size_t)r * row_of(of), of.cols);
    fill_scales(s, of, c, a);
    for (int e = 0; of.silu && e < s->experts; e++)
        for (int r = (int)offsets[e]; r < offsets[e + 1]; r++)
            settle_row(a[X] + (size_t)r * row_of(of), (float)a[GS][e], of.cols);
    if (!of.silu && c->variant == HARD) draw_shares(a[X], (size_t)of.rows * of.cols / SHARE, TIES);
    for (int r = 0; of.gathers && r < routed(s); r++)
        a[GS + 1][r] = r < c->size[0] ? r * 5 % s->tokens : -1;
    if (!of.gathers) poison_rows(a[X], c->size[0], of.rows, row_of(of));
}

/* ---- the price ---- */

/* Tokens that are gathered are read once, if caches have room for them. */
static uint64_t quant_bytes(const ts_shape *s, role of, const int32_t *size)
{
    size_t rows = (size_t)size[0], n = rows * (size_t)of.cols;
    size_t read = of.gathers && rows > (size_t)s->tokens ? (size_t)s->tokens : rows;
    return ts_storage(TS_bf16, read * (size_t)row_of(of)) + ts_storage(TS_f4e2m1, n) +
           ts_storage(TS_f8e4m3, n / SHARE) + (of.gathers ? ts_storage(TS_i32, rows) : 0);
}

static uint64_t quant_flops(role of, const int32_t *size)
{
    return (of.silu ? 8 : 3) * (uint64_t)size[0] * (uint64_t)of.cols;
}

/* ---- the three ---- */

#define QUANT(of)                                                                                  \
    REFERENCE(of, quant_ref(s, of(s), size[0], a, mag))                                            \
    BUILD(of, quant(k, s, of(s)))                                                                  \
    FILL(of, fill_quant(s, of(s), c, a))                                                           \
    BYTES(of, quant_bytes(s, of(s), size))                                                         \
    FLOPS(of, quant_flops(of(s), size))

QUANT(first)
QUANT(down)
QUANT(silu)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .sound = whole_shares, .build = of##_build, .reference = of##_reference,             \
              .cases = quant_cases, .fill = of##_fill, .bytes = of##_bytes, .flops = of##_flops

#define ROWS                                                                                       \
    "in expert_offsets i32[E+1], in blockscale_offsets i32[E+1], in rows of tiled scales, inout "  \
    "q "                                                                                           \
    "f4e2m1[tokens topk,"
#define SCALES_DOC "], inout s f8e4m3, of each 16 of a row (scales.h); size rows"

const ts_kernel_def ts_nv_scaled_fp4_experts_quant = {
    KERNEL(first),
    .name = "scaled_fp4_experts_quant",
    .formula = "rows x[input_perm[r]] in NVFP4 by gs[e]",
    .doc =
        "in x bf16[tokens,D], in gs f32[E], in input_perm i32[tokens topk], " ROWS "D" SCALES_DOC,
};

const ts_kernel_def ts_nv_scaled_fp4_experts_quant_down = {
    KERNEL(down),
    .name = "scaled_fp4_experts_quant_down",
    .formula = "rows x[r] in NVFP4 by gs[e]",
    .doc = "in x bf16[tokens topk,I], in gs f32[E], " ROWS "I" SCALES_DOC,
};

const ts_kernel_def ts_nv_silu_and_mul_scaled_fp4_experts_quant = {
    KERNEL(silu),
    .name = "silu_and_mul_scaled_fp4_experts_quant",
    .formula = "rows silu(gate[r]) up[r] in NVFP4 by gs[e]",
    .limit = SILU_QUANT_LIMITS,
    .doc = "in x bf16[tokens topk,2I], gate before up, in gs f32[E], " ROWS "I" SCALES_DOC,
};
