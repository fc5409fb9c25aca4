/* cutlass_fp4_group_mm.c - d[rows of e] = alpha[e] a[rows of e] b[e]^T for each expert e, in NVFP4 (fp4.h)
 *
 * Rows of expert e are expert_offsets[e] .. expert_offsets[e+1] of a and d; its tiled scales of a begin at row
 * blockscale_offsets[e] of theirs, a whole number of tiles; row by row they lie as codes do. Two of them: gate and up,
 * which are halves of b's rows, and down. Weights of an expert without rows are not read.
 *
 * Of words, a program has a row of b of one of the experts with rows, of which there are as many as rows at most: a
 * stage before lists them. Of tiles, it has a tile of d, of which there are at most rows / tile + experts: it finds its
 * expert by a count of the tiles before.
 */
#include "kernels/r1_nvfp4/fp4.h"

typedef struct role {
    int rows, cols; /* of b */
} role;

static role gate_up(const ts_shape *s)
{
    return (role){2 * s->inter, s->d};
}

static role down(const ts_shape *s)
{
    return (role){s->d, s->inter};
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

enum { A, SA, ALPHA, OFFSETS, BLOCKS, FIRST }; /* params; B, SB and D are the last three */

static int weights_at(const ts_shape *s)
{
    return in_words(s) ? FIRST + 4 : FIRST; /* behind words, sums, step and the list */
}

/* ---- reference ---- */

typedef struct span { /* rows of an expert, and the first row of their scales */
    int from, to, scales;
} span;

static span span_of(const ts_shape *s, double *const *a, int e, int rows)
{
    span of = {.from = (int)a[OFFSETS][e], .to = least((int)a[OFFSETS][e + 1], rows)};
    of.scales = s->tiled ? (int)a[BLOCKS][e] : of.from;
    return of;
}

static void element_ref(const ts_shape *s, role of, double *const *a, double *const *mag, int e,
                        size_t at, const double *x, const double *w)
{
    int d = weights_at(s) + 2;
    a[d][at] = a[ALPHA][e] * dot_ref(x, w, of.cols, &mag[d][at]);
    mag[d][at] *= fabs(a[ALPHA][e]);
}

static void expert_ref(const ts_shape *s, role of, int e, span rows, double *const *a,
                       double *const *mag)
{
    int b = weights_at(s), each = in_words(s) && s->tiled ? SCALES_A_WORD : 1;
    size_t count = (size_t)scale_count(s, of.rows, of.cols), cols = (size_t)of.cols;
    double *w = row_room(cols), *x = row_room((size_t)(rows.to - rows.from) * cols);
    for (int r = rows.from; r < rows.to; r++)
        row_ref(s, a[A], (size_t)r, a[SA], rows.scales + r - rows.from, false, of.cols,
                x + (size_t)(r - rows.from) * cols);
    const double *scales = a[b + 1] + (size_t)e * count / (size_t)each;
    for (int o = 0; o < of.rows; o++) {
        row_ref(s, a[b], (size_t)e * (size_t)of.rows + (size_t)o, scales, o, true, of.cols, w);
        for (int r = rows.from; r < rows.to; r++)
            element_ref(s, of, a, mag, e, (size_t)r * (size_t)of.rows + (size_t)o,
                        x + (size_t)(r - rows.from) * cols, w);
    }
    free(w);
    free(x);
}

static void group_ref(const ts_shape *s, role of, int rows, double *const *a, double *const *mag)
{
    for (int e = 0; e < s->experts; e++) {
        span mine = span_of(s, a, e, rows);
        if (mine.from < mine.to) expert_ref(s, of, e, mine, a, mag);
    }
}

/* ---- kernel ---- */

typedef struct rows_of_a {
    ts_view codes, scales, alpha, offsets, blocks;
} rows_of_a;

static rows_of_a a_args(ts_kern *k, const ts_shape *s, role of)
{
    ts_val n = ts_i32(k, s->experts), ends = ts_i32(k, s->experts + 1);
    int scales = routed_scale_rows(s) * scale_shares(s, of.cols);
    rows_of_a a = {.codes = codes_arg(k, s, "a", ts_i32(k, routed(s)), of.cols)};
    a.scales = ts_arg1(k, TS_IN, "sa", TS_f8e4m3, ts_i32(k, scales));
    a.alpha = ts_arg1(k, TS_IN, "alpha", TS_f32, n);
    a.offsets = ts_arg1(k, TS_IN, "expert_offsets", TS_i32, ends);
    a.blocks = ts_arg1(k, TS_IN, "blockscale_offsets", TS_i32, ends);
    return a;
}

static ts_view weight_codes(ts_kern *k, const ts_shape *s, role of)
{
    int each = in_words(s) ? WORD : 1;
    return ts_arg3(k, TS_IN, "b", in_words(s) ? TS_i32 : TS_f4e2m1, ts_i32(k, s->experts),
                   ts_i32(k, of.rows), ts_i32(k, of.cols / each));
}

/* Number `of` of the experts' matrices. */
static matrix matrix_of(ts_view codes, ts_view scales, ts_val of, role sizes)
{
    matrix b = {.codes = ts_row(codes, of), .scales = scales, .of = of};
    b.rows = sizes.rows;
    b.cols = sizes.cols;
    return b;
}

static ts_view d_arg(ts_kern *k, const ts_shape *s, role of)
{
    return ts_arg2(k, TS_INOUT, "d", s->type.act, ts_i32(k, routed(s)), ts_i32(k, of.rows));
}

/* The row of scales of row r of expert e. */
static ts_val scale_row(const ts_shape *s, rows_of_a a, ts_val e, ts_val r)
{
    return s->tiled ? ts_add(ts_at(a.blocks, e), ts_sub(r, ts_at(a.offsets, e))) : r;
}

static void words(ts_kern *k, const ts_shape *s, role of, rows_of_a a, ts_val live)
{
    fixed to = fixed_args(k, TS_WORK, routed(s), of.cols);
    ts_val r = ts_program(live, 1), at = ts_program(ts_i32(k, of.cols / WORD), MADE_WORDS);
    ts_val ends = ts_load(a.offsets, ts_i32(k, 1), s->experts);
    ts_val e = ts_sum(ones(k, ts_le(ends, r)), 0);
    ts_val row = scale_row(s, a, e, r), alpha = ts_at(a.alpha, e);
    make_words(k, s, ts_row(a.codes, r), a.scales, row, alpha, fixed_row(to, r), at, of.cols);
}

/* One tile of d, or none. */
static void tiles(ts_kern *k, const ts_shape *s, role of, rows_of_a a, ts_val live)
{
    int h = s->plan.tile, n = s->experts;
    ts_view b = weight_codes(k, s, of);
    ts_view sb = weight_scales(k, s, n, of.rows, of.cols);
    ts_view d = d_arg(k, s, of);
    ts_val tile = ts_program(ts_add(ts_ceil_div(live, h), ts_i32(k, n)), 1);
    ts_val o = ts_program(ts_i32(k, of.rows), h);
    ts_val starts = ts_load(a.offsets, zero(k), n), ends = ts_load(a.offsets, ts_i32(k, 1), n);
    ts_val until = ts_scan(ts_ceil_div(ts_sub(ends, starts), h), 0);
    ts_val past = ts_le(until, tile), e = ts_sum(ones(k, past), 0);
    ts_val m = ts_mulk(ts_sub(tile, ts_amax(ts_select(past, until, zero(k)), 0)), h);
    ts_val from = ts_at(a.offsets, e), to = ts_at(a.offsets, ts_add(e, ts_i32(k, 1)));
    ts_val rows = ts_max(ts_sub(to, from), zero(k)), real = ts_lt(e, ts_i32(k, n));
    ts_val depth = ts_select(real, ts_i32(k, of.cols), zero(k));
    ts_val of_scale = scale_row(s, a, e, ts_add(from, m)), alpha = ts_at(a.alpha, e);
    tile_product(k, s, ts_part(a.codes, 0, from, rows, 1), a.scales, of_scale, alpha,
                 matrix_of(b, sb, e, of), m, o, depth, ts_part(d, 0, from, rows, 1));
}

static void first(ts_kern *k, const ts_shape *s, role of)
{
    ts_val live = live_rows(k, "rows", routed(s));
    rows_of_a a = a_args(k, s, of);
    if (in_words(s))
        words(k, s, of, a, live);
    else
        tiles(k, s, of, a, live);
}

/* Numbers of the experts that have rows, in order, then those of the others. */
static void list_experts(ts_kern *k, const ts_shape *s)
{
    int n = s->experts;
    ts_view offsets = ts_arg1(k, TS_IN, "expert_offsets", TS_i32, ts_i32(k, n + 1));
    ts_view list = ts_arg1(k, TS_WORK, "busy", TS_i32, ts_i32(k, n));
    (void)ts_program(ts_i32(k, 1), 1);
    ts_val starts = ts_load(offsets, zero(k), n), ends = ts_load(offsets, ts_i32(k, 1), n);
    ts_val busy = ts_lt(starts, ends), number = ts_iota(k, n);
    ts_val until = ts_scan(ones(k, busy), 0), all = ts_sum(ones(k, busy), 0);
    ts_val idle = ts_add(all, ts_sub(number, until)), before = ts_addk(until, -1);
    ts_scatter(list, ts_select(busy, before, idle), number);
}

static void product(ts_kern *k, const ts_shape *s, role of)
{
    ts_val live = live_rows(k, "rows", routed(s)), n = ts_i32(k, s->experts);
    ts_view offsets = ts_arg1(k, TS_IN, "expert_offsets", TS_i32, ts_i32(k, s->experts + 1));
    fixed x = fixed_args(k, TS_IN, routed(s), of.cols);
    ts_view list = ts_arg1(k, TS_IN, "busy", TS_i32, n);
    ts_view b = weight_codes(k, s, of);
    ts_view sb = weight_scales(k, s, s->experts, of.rows, of.cols);
    ts_view d = d_arg(k, s, of);
    ts_val slot = ts_program(ts_min(live, n), 1), o = ts_program(ts_i32(k, of.rows), 1);
    ts_val e = ts_at(list, slot), from = ts_at(offsets, e);
    ts_val to = ts_at(offsets, ts_add(e, ts_i32(k, 1)));
    word_product(k, s, matrix_of(b, sb, e, of), o, x, from, to, d);
}

/* ---- cases ---- */

enum { SPREAD, ONE, EVEN, HOT };

static int group_cases(const ts_shape *s, ts_case *c)
{
    int n = routed(s);
    c[0] = (ts_case){.name = "all rows, some experts empty", .size = {n}, .variant = SPREAD};
    c[1] = (ts_case){.name = "all but one, as many of each", .size = {n - 1}, .variant = EVEN};
    c[2] = (ts_case){.name = "half of one expert", .size = {n / 2}, .variant = HOT};
    c[3] = (ts_case){.name = "all of the last", .size = {least(n, 7)}, .variant = ONE};
    c[4] = (ts_case){.name = "one row", .size = {1}, .variant = HOT};
    c[5] = (ts_case){.name = "no row", .size = {0}, .variant = EVEN};
    return 6;
}

static int expert_drawn(const ts_shape *s, int variant, int i)
{
    int n = s->experts;
    switch (variant) {
    case ONE: return n - 1;
    case EVEN: return i % n;
    case HOT: return i % 2 ? i * 5 % n : 1 % n;
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

/* Only rows of some expert have scales. */
static void fill_scales_of_a(const ts_shape *s, role of, int rows, double *const *a)
{
    int shares = scale_shares(s, of.cols), n = routed_scale_rows(s) * shares;
    double *drawn = row_room((size_t)n), *to = a[SA];
    memcpy(drawn, to, (size_t)n * sizeof *to);
    for (int i = 0; i < n; i++) to[i] = NAN;
    for (int e = 0; e < s->experts; e++) {
        span mine = span_of(s, a, e, rows);
        for (int i = 0; i < (mine.to - mine.from) * shares; i++) {
            size_t at = scale_place(s, mine.scales + i / shares, i % shares, of.cols);
            to[at] = fabs(drawn[at]);
        }
    }
    free(drawn);
}

/* Weights of an expert without rows are not read: its scales are no numbers, where there are few enough to be arrays
 * of their own (larger ones repeat, check/arrays.h). */
static void fill_scales_of_b(const ts_shape *s, role of, double *const *a)
{
    enum { FEW = 1 << 20 };
    size_t count = (size_t)scale_count(s, of.rows, of.cols), all = count * (size_t)s->experts;
    double *scales = a[weights_at(s) + 1];
    fill_weight_scales(s, scales, all);
    for (int e = 0; e < s->experts && all < FEW; e++) {
        bool idle = a[OFFSETS][e] == a[OFFSETS][e + 1];
        for (size_t i = 0; idle && i < count; i++)
            spoil_weight_scale(s, scales, (size_t)e * count + i);
    }
}

static void fill_group(const ts_shape *s, role of, const ts_case *c, double *const *a)
{
    fill_offsets(s, c, a[OFFSETS], a[BLOCKS]);
    fill_scales_of_a(s, of, c->size[0], a);
    fill_scales_of_b(s, of, a);
}

/* ---- the price: as of rows that each have an expert of their own, as long as there are such ---- */

static uint64_t group_bytes(const ts_shape *s, role of, const int32_t *size)
{
    size_t rows = (size_t)size[0], n = (size_t)of.rows, cols = (size_t)of.cols;
    size_t busy = (size_t)least(size[0], s->experts);
    return fp4_bytes(rows + busy * n, cols) + ts_storage(s->type.act, rows * n);
}

static uint64_t group_flops(role of, const int32_t *size)
{
    return 2 * (uint64_t)size[0] * (uint64_t)of.rows * (uint64_t)of.cols;
}

/* ---- the two ---- */

#define GROUP(of)                                                                                  \
    REFERENCE(of, group_ref(s, of(s), size[0], a, mag))                                            \
    BUILD(of, first(k, s, of(s)))                                                                  \
    STAGE(of, product, product(k, s, of(s)))                                                       \
    FILL(of, fill_group(s, of(s), c, a))                                                           \
    BYTES(of, group_bytes(s, of(s), size))                                                         \
    FLOPS(of, group_flops(of(s), size))

GROUP(gate_up)
GROUP(down)

#define DEFINE(id, text, of, what)                                                                 \
    const ts_kernel_def ts_nv_##id = {                                                             \
        R1_NVFP4,                                                                                  \
        .sound = whole_shares,                                                                     \
        .name = text,                                                                              \
        .formula = "d[rows of e] = alpha[e] a[rows of e] b[e]^T, each 16 of a and b with a scale", \
        .doc = "in a f4e2m1[tokens topk,K], in sa f8e4m3, in alpha f32[E], in expert_offsets "     \
               "i32[E+1], in blockscale_offsets i32[E+1], in b f4e2m1[E,N,K], in sb f8e4m3 of "    \
               "each expert (scales.h), inout d [tokens topk,N]; " what "; size rows",             \
        .build = of##_build,                                                                       \
        .then = TS_STAGES({"list", list_experts, in_words}, {"product", of##_product, in_words}),  \
        .limit = TS_LIMITS({"d", SUM_LIMIT}),                                                      \
        .reference = of##_reference,                                                               \
        .cases = group_cases,                                                                      \
        .fill = of##_fill,                                                                         \
        .bytes = of##_bytes,                                                                       \
        .flops = of##_flops,                                                                       \
    }

DEFINE(cutlass_fp4_group_mm, "cutlass_fp4_group_mm", gate_up, "N = 2 inter, K = D");
DEFINE(cutlass_fp4_group_mm_down, "cutlass_fp4_group_mm_down", down, "N = D, K = inter");
