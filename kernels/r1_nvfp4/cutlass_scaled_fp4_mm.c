/* cutlass_scaled_fp4_mm.c - d = alpha a b^T, both in NVFP4 (fp4.h)
 *
 * d[t,o] = alpha sum over i of (a[t,i] sa[t,i/16]) (b[o,i] sb[o,i/16]), rounded once. Seven of them: the projection of
 * what attention gives, those up from the latents, and the two of an MLP, be it dense or a shared expert. A program has
 * a row of b and all rows of a, or, of tiles, one tile of d.
 */
#include "kernels/r1_nvfp4/fp4.h"

typedef struct role {
    int rows, cols; /* of b */
} role;

static role o_proj(const ts_shape *s)
{
    return (role){s->d, s->heads * s->value};
}

static role q_b(const ts_shape *s)
{
    return (role){s->heads * (s->nope + s->rope), s->q_lora};
}

static role kv_b(const ts_shape *s)
{
    return (role){s->heads * (s->nope + s->value), s->kv_lora};
}

static role dense_up(const ts_shape *s)
{
    return (role){2 * s->dense, s->d};
}

static role dense_down(const ts_shape *s)
{
    return (role){s->d, s->dense};
}

static role shared_up(const ts_shape *s)
{
    return (role){2 * s->inter, s->d};
}

static role shared_down(const ts_shape *s)
{
    return (role){s->d, s->inter};
}

enum { A, SA, ALPHA, WORDS, SUMS, STEP }; /* params; behind them B, SB, D, without words at WORDS */

static int weights_at(const ts_shape *s)
{
    return in_words(s) ? STEP + 1 : WORDS;
}

/* ---- reference ---- */

static void column_ref(const ts_shape *s, role of, int rows, const double *x, int o,
                       double *const *a, double *const *mag)
{
    int b = weights_at(s);
    double *w = row_room((size_t)of.cols);
    row_ref(s, a[b], (size_t)o, a[b + 1], o, true, of.cols, w);
    for (int t = 0; t < rows; t++) {
        size_t at = (size_t)t * of.rows + o;
        double sum = dot_ref(x + (size_t)t * of.cols, w, of.cols, &mag[b + 2][at]);
        a[b + 2][at] = a[ALPHA][0] * sum;
        mag[b + 2][at] *= fabs(a[ALPHA][0]);
    }
    free(w);
}

static void mm_ref(const ts_shape *s, role of, int rows, double *const *a, double *const *mag)
{
    double *x = row_room((size_t)rows * of.cols);
    for (int t = 0; t < rows; t++)
        row_ref(s, a[A], (size_t)t, a[SA], t, false, of.cols, x + (size_t)t * of.cols);
    for (int o = 0; o < of.rows; o++) column_ref(s, of, rows, x, o, a, mag);
    free(x);
}

/* ---- kernel ---- */

typedef struct rows_of_a {
    ts_view codes, scales, alpha;
} rows_of_a;

static rows_of_a a_args(ts_kern *k, const ts_shape *s, role of)
{
    rows_of_a a = {.codes = codes_arg(k, s, "a", ts_i32(k, s->tokens), of.cols)};
    a.scales = ts_arg1(k, TS_IN, "sa", TS_f8e4m3, ts_i32(k, scale_count(s, s->tokens, of.cols)));
    a.alpha = ts_arg1(k, TS_IN, "alpha", TS_f32, ts_i32(k, 1));
    return a;
}

static matrix b_args(ts_kern *k, const ts_shape *s, role of)
{
    matrix b = {.codes = codes_arg(k, s, "b", ts_i32(k, of.rows), of.cols)};
    b.scales = weight_scales(k, s, 1, of.rows, of.cols);
    b.of = zero(k);
    b.rows = of.rows;
    b.cols = of.cols;
    return b;
}

static ts_view d_arg(ts_kern *k, const ts_shape *s, role of)
{
    return ts_arg2(k, TS_INOUT, "d", s->type.act, ts_i32(k, s->tokens), ts_i32(k, of.rows));
}

static void tiles(ts_kern *k, const ts_shape *s, role of, ts_val live)
{
    rows_of_a a = a_args(k, s, of);
    matrix b = b_args(k, s, of);
    ts_view d = ts_part(d_arg(k, s, of), 0, zero(k), live, 1);
    ts_val t = ts_program(live, s->plan.tile), o = ts_program(ts_i32(k, of.rows), s->plan.tile);
    ts_val alpha = ts_at(a.alpha, zero(k));
    ts_view codes = ts_part(a.codes, 0, zero(k), live, 1);
    tile_product(k, s, codes, a.scales, t, alpha, b, t, o, ts_i32(k, of.cols), d);
}

static void first(ts_kern *k, const ts_shape *s, role of)
{
    ts_val live = live_rows(k, "tokens", s->tokens);
    if (!in_words(s)) {
        tiles(k, s, of, live);
        return;
    }
    rows_of_a a = a_args(k, s, of);
    fixed to = fixed_args(k, TS_WORK, s->tokens, of.cols);
    ts_val t = ts_program(live, 1), at = ts_program(ts_i32(k, of.cols / WORD), MADE_WORDS);
    ts_val alpha = ts_at(a.alpha, zero(k));
    make_words(k, s, ts_row(a.codes, t), a.scales, t, alpha, fixed_row(to, t), at, of.cols);
}

static void second(ts_kern *k, const ts_shape *s, role of)
{
    ts_val live = live_rows(k, "tokens", s->tokens);
    fixed x = fixed_args(k, TS_IN, s->tokens, of.cols);
    matrix b = b_args(k, s, of);
    ts_view d = d_arg(k, s, of);
    ts_val o = ts_program(ts_i32(k, of.rows), 1);
    word_product(k, s, b, o, x, zero(k), live, d);
}

/* ---- cases ---- */

static int mm_cases(const ts_shape *s, ts_case *c)
{
    int n = token_cases(s, c);
    c[n++] = (ts_case){.name = "four and one", .size = {s->tokens < 5 ? s->tokens : 5}};
    return n;
}

static void fill_mm(const ts_shape *s, role of, const ts_case *c, double *const *a)
{
    int b = weights_at(s), shares = scale_shares(s, of.cols);
    int n = scale_count(s, s->tokens, of.cols);
    for (int i = 0; i < n; i++) a[SA][i] = fabs(a[SA][i]);
    for (int t = c->size[0]; t < scale_rows(s, s->tokens); t++)
        for (int i = 0; i < shares; i++) a[SA][scale_place(s, t, i, of.cols)] = NAN;
    fill_weight_scales(s, a[b + 1], (size_t)scale_count(s, of.rows, of.cols));
    spoil_pads(s, a[b + 1], of.rows, of.cols);
}

/* ---- the price ---- */

static uint64_t mm_bytes(const ts_shape *s, role of, const int32_t *size)
{
    size_t rows = (size_t)size[0], n = (size_t)of.rows, cols = (size_t)of.cols;
    return fp4_bytes(rows + n, cols) + ts_storage(s->type.act, rows * n);
}

static uint64_t mm_flops(role of, const int32_t *size)
{
    return 2 * (uint64_t)size[0] * (uint64_t)of.rows * (uint64_t)of.cols;
}

/* ---- the seven ---- */

#define MM(of)                                                                                     \
    REFERENCE(of, mm_ref(s, of(s), size[0], a, mag))                                               \
    BUILD(of, first(k, s, of(s)))                                                                  \
    STAGE(of, product, second(k, s, of(s)))                                                        \
    FILL(of, fill_mm(s, of(s), c, a))                                                              \
    BYTES(of, mm_bytes(s, of(s), size))                                                            \
    FLOPS(of, mm_flops(of(s), size))

MM(o_proj)
MM(q_b)
MM(kv_b)
MM(dense_up)
MM(dense_down)
MM(shared_up)
MM(shared_down)

#define DEFINE(id, text, of, what)                                                                 \
    const ts_kernel_def ts_nv_##id = {                                                             \
        R1_NVFP4,                                                                                  \
        .sound = whole_shares,                                                                     \
        .name = text,                                                                              \
        .formula = "d = alpha a b^T, each 16 of a and b with a scale",                             \
        .doc = "in a f4e2m1[tokens,K], in sa f8e4m3, in alpha f32[1], in b f4e2m1[N,K], in sb "    \
               "f8e4m3 (scales.h), inout d [tokens,N]; " what "; size tokens",                     \
        .build = of##_build,                                                                       \
        .then = TS_STAGES({"product", of##_product, in_words}),                                    \
        .limit = TS_LIMITS({"d", SUM_LIMIT}),                                                      \
        .reference = of##_reference,                                                               \
        .cases = mm_cases,                                                                         \
        .fill = of##_fill,                                                                         \
        .bytes = of##_bytes,                                                                       \
        .flops = of##_flops,                                                                       \
    }

DEFINE(cutlass_scaled_fp4_mm, "cutlass_scaled_fp4_mm", o_proj, "N = D, K = heads value");
DEFINE(cutlass_scaled_fp4_mm_q_b, "cutlass_scaled_fp4_mm_q_b", q_b,
       "N = heads (nope + rope), K = q_lora");
DEFINE(cutlass_scaled_fp4_mm_kv_b, "cutlass_scaled_fp4_mm_kv_b", kv_b,
       "N = heads (nope + value), K = kv_lora");
DEFINE(cutlass_scaled_fp4_mm_dense_gate_up, "cutlass_scaled_fp4_mm_dense_gate_up", dense_up,
       "N = 2 dense, K = D");
DEFINE(cutlass_scaled_fp4_mm_dense_down, "cutlass_scaled_fp4_mm_dense_down", dense_down,
       "N = D, K = dense");
DEFINE(cutlass_scaled_fp4_mm_shared_gate_up, "cutlass_scaled_fp4_mm_shared_gate_up", shared_up,
       "N = 2 inter, K = D");
DEFINE(cutlass_scaled_fp4_mm_shared_down, "cutlass_scaled_fp4_mm_shared_down", shared_down,
       "N = D, K = inter");
