/* bmm_fp8.c - d[h] = sa sb a[h] b[h]^T for each head h, a and b in f8e4m3
 *
 * d[h,t,o] = sa sb sum over i of a[h,t,i] b[h,o,i], rounded once. Three of them: queries into the latent, as a batch of
 * matrices alone in memory; the same where a head's rows are windows of rows of all heads, a nope | rope of a query, d
 * what attention takes; and values out of the latent likewise.
 *
 * Where vectors are short (CPUs), a program has a row of b, which it reads once for all tokens, four of these at a
 * time, then one at a time, by the same operations: the bits of a row depend on nothing but it. Elsewhere it has a tile
 * of d.
 */
#include "kernels/r1_nvfp4/parts.h"

typedef struct role {
    int rows, cols; /* of a head's b */
    int row;        /* of a head in a, of which `cols` are taken */
    bool windows;   /* heads of a token are neighbours; else tokens of a head */
} role;

static role batch(const ts_shape *s)
{
    return (role){s->kv_lora, s->nope, s->nope, false};
}

static role w_kc(const ts_shape *s)
{
    return (role){s->kv_lora, s->nope, s->nope + s->rope, true};
}

static role w_vc(const ts_shape *s)
{
    return (role){s->value, s->kv_lora, s->kv_lora, true};
}

/* ---- reference ---- */

static size_t row_at(const ts_shape *s, role of, int h, int t, int n)
{
    size_t row = of.windows ? (size_t)t * s->heads + h : (size_t)h * s->tokens + t;
    return row * (size_t)n;
}

static void element_ref(role of, const double *x, const double *w, double scale, double *y,
                        double *mag)
{
    double sum = 0, size = 0;
    for (int i = 0; i < of.cols; i++) sum += x[i] * w[i], size += fabs(x[i] * w[i]);
    *y = scale * sum;
    *mag = fabs(scale) * size;
}

static void bmm_ref(const ts_shape *s, role of, int rows, double *const *a, double *const *mag)
{
    for (int h = 0; h < s->heads; h++)
        for (int t = 0; t < rows; t++)
            for (int o = 0; o < of.rows; o++) {
                size_t at = row_at(s, of, h, t, of.rows) + (size_t)o;
                const double *w = a[1] + ((size_t)h * of.rows + o) * of.cols;
                element_ref(of, a[0] + row_at(s, of, h, t, of.row), w, a[2][0] * a[3][0], &a[4][at],
                            &mag[4][at]);
            }
}

/* ---- kernel ---- */

enum { AT_ONCE = 4, WIDTH = 64, TILE_DEPTH = 64 };

/* Live rows of head h, of whose `row` elements n are taken: [tokens,n]. */
static ts_view head_of(ts_kern *k, ts_view v, role of, ts_val h, ts_val live, int row, int n)
{
    ts_view mine = of.windows ? v : ts_row(v, h);
    ts_val from = of.windows ? ts_mulk(h, row) : zero(k);
    return ts_part(ts_part(mine, 1, from, ts_i32(k, n), 1), 0, zero(k), live, 1);
}

typedef struct operands { /* of a head; scale: of the product */
    ts_view a, b, d;
    ts_val scale;
} operands;

/* Row o of b with `rows` of a from t on. */
static void meet(ts_kern *k, const ts_shape *s, role of, operands x, ts_val o, ts_val t, int rows)
{
    ts_var sum[AT_ONCE];
    for (int r = 0; r < rows; r++) sum[r] = ts_var1(ts_f32(k, 0), WIDTH);
    for (ts_loop i = ts_upto(ts_i32(k, of.cols), WIDTH); ts_next(&i);) {
        ts_val w = ts_loadf(ts_row(x.b, o), i.at, WIDTH);
        for (int r = 0; r < rows; r++) {
            ts_val v = ts_loadf(ts_row(x.a, ts_addk(t, r)), i.at, WIDTH);
            ts_set(sum[r], ts_fma(v, w, ts_get(sum[r])));
        }
    }
    ts_view column = ts_row(ts_swap(x.d), o);
    for (int r = 0; r < rows; r++) {
        ts_val y = ts_mul(ts_sum(ts_get(sum[r]), 0), x.scale);
        ts_store(column, ts_addk(t, r), as_act(s, y));
    }
}

static void rows(ts_kern *k, const ts_shape *s, role of, operands x, ts_val o, ts_val live)
{
    ts_val last = ts_sub(live, ts_rem(live, ts_i32(k, AT_ONCE)));
    for (ts_loop t = ts_upto(last, AT_ONCE); ts_next(&t);) meet(k, s, of, x, o, t.at, AT_ONCE);
    for (ts_loop t = ts_range(last, live, 1); ts_next(&t);) meet(k, s, of, x, o, t.at, 1);
}

static void tile(ts_kern *k, const ts_shape *s, role of, operands x, ts_val t, ts_val o)
{
    int h = s->plan.tile;
    ts_var sum = ts_var2(ts_f32(k, 0), h, h);
    for (ts_loop i = ts_upto(ts_i32(k, of.cols), TILE_DEPTH); ts_next(&i);) {
        ts_val of_a = ts_load2(x.a, t, i.at, h, TILE_DEPTH);
        ts_val of_b = ts_load2(x.b, o, i.at, h, TILE_DEPTH);
        ts_set(sum, ts_dot_t(of_a, of_b, ts_get(sum)));
    }
    ts_store2(x.d, t, o, as_act(s, ts_mul(ts_get(sum), x.scale)));
}

static ts_view rows_arg(ts_kern *k, const ts_shape *s, role of, ts_mode mode, const char *name,
                        ts_dtype type, int n)
{
    ts_val heads = ts_i32(k, s->heads), tokens = ts_i32(k, s->tokens), cols = ts_i32(k, n);
    if (of.windows) return ts_arg2(k, mode, name, type, tokens, ts_i32(k, s->heads * n));
    return ts_arg3(k, mode, name, type, heads, tokens, cols);
}

static void bmm(ts_kern *k, const ts_shape *s, role of)
{
    ts_val live = live_rows(k, "tokens", s->tokens), one = ts_i32(k, 1);
    ts_view a = rows_arg(k, s, of, TS_IN, "a", TS_f8e4m3, of.row);
    ts_view b = ts_arg3(k, TS_IN, "b", TS_f8e4m3, ts_i32(k, s->heads), ts_i32(k, of.rows),
                        ts_i32(k, of.cols));
    ts_view sa = ts_arg1(k, TS_IN, "sa", TS_f32, one);
    ts_view sb = ts_arg1(k, TS_IN, "sb", TS_f32, one);
    ts_view d = rows_arg(k, s, of, TS_INOUT, "d", s->type.act, of.rows);
    bool by_rows = s->plan.words > 0;
    int step = by_rows ? 1 : s->plan.tile;
    ts_val h = ts_program(ts_i32(k, s->heads), 1), o = ts_program(ts_i32(k, of.rows), step);
    ts_val t = by_rows ? zero(k) : ts_program(live, step);
    operands x = {.a = head_of(k, a, of, h, live, of.row, of.cols), .b = ts_row(b, h)};
    x.d = head_of(k, d, of, h, live, of.rows, of.rows);
    ts_val of_a = ts_at(sa, zero(k));
    x.scale = ts_mul(of_a, ts_at(sb, zero(k)));
    if (by_rows)
        rows(k, s, of, x, o, live);
    else
        tile(k, s, of, x, t, o);
}

/* ---- cases ---- */

static int bmm_cases(const ts_shape *s, ts_case *c)
{
    int n = token_cases(s, c);
    c[n++] = (ts_case){.name = "four and one", .size = {s->tokens < 5 ? s->tokens : 5}};
    return n;
}

/* What is no part of a live row's window is no number. */
static void fill_bmm(const ts_shape *s, role of, const ts_case *c, double *const *a)
{
    for (int h = 0; h < s->heads; h++)
        for (int t = 0; t < s->tokens; t++) {
            double *x = a[0] + row_at(s, of, h, t, of.row);
            for (int i = t < c->size[0] ? of.cols : 0; i < of.row; i++) x[i] = NAN;
        }
}

/* ---- the price ---- */

static uint64_t bmm_bytes(const ts_shape *s, role of, const int32_t *size)
{
    size_t heads = (size_t)s->heads, n = (size_t)of.rows, k = (size_t)of.cols;
    size_t m = (size_t)size[0];
    return ts_storage(TS_f8e4m3, heads * (m + n) * k) + ts_storage(s->type.act, heads * m * n);
}

static uint64_t bmm_flops(const ts_shape *s, role of, const int32_t *size)
{
    return 2 * (uint64_t)size[0] * (uint64_t)s->heads * (uint64_t)of.rows * (uint64_t)of.cols;
}

/* ---- the three ---- */

#define BMM(of)                                                                                    \
    REFERENCE(of, bmm_ref(s, of(s), size[0], a, mag))                                              \
    BUILD(of, bmm(k, s, of(s)))                                                                    \
    FILL(of, fill_bmm(s, of(s), c, a))                                                             \
    BYTES(of, bmm_bytes(s, of(s), size))                                                           \
    FLOPS(of, bmm_flops(s, of(s), size))

BMM(batch)
BMM(w_kc)
BMM(w_vc)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .formula = "d[h] = sa sb a[h] b[h]^T", .build = of##_build,                          \
              .limit = TS_LIMITS({"d", SUM_LIMIT}), .reference = of##_reference,                   \
              .cases = bmm_cases, .fill = of##_fill, .bytes = of##_bytes, .flops = of##_flops

const ts_kernel_def ts_nv_bmm_fp8 = {
    KERNEL(batch),
    .name = "bmm_fp8",
    .doc = "in a f8e4m3[heads,tokens,nope], in b f8e4m3[heads,kv_lora,nope], in sa f32[1], in sb "
           "f32[1], inout d [heads,tokens,kv_lora]; size tokens",
};

const ts_kernel_def ts_nv_bmm_fp8_w_kc = {
    KERNEL(w_kc),
    .name = "bmm_fp8_w_kc",
    .doc = "in a f8e4m3[tokens,heads,nope+rope], of which nope are taken, in b "
           "f8e4m3[heads,kv_lora,nope], in sa f32[1], in sb f32[1], inout d "
           "[tokens,heads,kv_lora]; size tokens",
};

const ts_kernel_def ts_nv_bmm_fp8_w_vc = {
    KERNEL(w_vc),
    .name = "bmm_fp8_w_vc",
    .doc = "in a f8e4m3[tokens,heads,kv_lora], in b f8e4m3[heads,value,kv_lora], in sa f32[1], in "
           "sb f32[1], inout d [tokens,heads,value]; size tokens",
};
