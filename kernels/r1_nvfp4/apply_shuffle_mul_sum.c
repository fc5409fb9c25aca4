/* apply_shuffle_mul_sum.c - y[t] = sum_j f[t,j] x[perm[t K + j]]: what a token's experts made of it, back together
 *
 * perm is prepare_moe_input's output_perm; where it is -1 there is no row and nothing is added. Sums in f32 in the order of
 * j, one rounding. `_ones`: f is 1.
 */
#include "kernels/r1_nvfp4/expert_rows.h"

/* ---- reference ---- */

static void token_ref(const ts_shape *s, size_t t, double *const *a, double *y, double *mag,
                      const double *f)
{
    size_t d = (size_t)s->d, k = (size_t)s->topk;
    for (size_t i = 0; i < d; i++) y[i] = mag[i] = 0;
    for (size_t j = 0; j < k; j++) {
        double row = a[1][t * k + j];
        for (size_t i = 0; i < d && row >= 0; i++) {
            double part = a[0][(size_t)row * d + i] * (f ? f[t * k + j] : 1);
            y[i] += part;
            mag[i] += fabs(part);
        }
    }
}

static void tokens_ref(const ts_shape *s, int rows, double *const *a, double *const *mag, bool by)
{
    int y = by ? 3 : 2;
    for (size_t t = 0; t < (size_t)rows; t++)
        token_ref(s, t, a, a[y] + t * s->d, mag[y] + t * s->d, by ? a[2] : NULL);
}

/* ---- kernel ---- */

typedef struct
    parts_of_sum { /* views of a token: where its rows are, and their factors or a zero handle */
    ts_view x, perm, f;
    int n, block;
} parts_of_sum;

/* A row that is not there gives zeros, and its factor counts for nothing: it may be no number. */
static ts_val sum_at(ts_kern *k, const parts_of_sum *of, ts_val at)
{
    ts_var sum = ts_var1(ts_f32(k, 0), of->block);
    for (ts_loop j = ts_upto(ts_i32(k, of->n), 1); ts_next(&j);) {
        ts_val row = ts_at(of->perm, j.at), by = ts_f32(k, 1);
        ts_val v = ts_loadf(ts_row(of->x, row), at, of->block);
        if (of->f.k) by = ts_cast(ts_at(of->f, j.at), TS_f32);
        by = ts_select(ts_lt(row, zero(k)), ts_f32(k, 0), by);
        ts_set(sum, ts_fma(v, by, ts_get(sum)));
    }
    return ts_get(sum);
}

static void make(ts_kern *k, const ts_shape *s, bool by)
{
    ts_val live = live_rows(k, "tokens", s->tokens), rows = ts_i32(k, s->tokens);
    ts_val topk = ts_i32(k, s->topk), all = ts_i32(k, routed(s)), d = ts_i32(k, s->d);
    parts_of_sum of = {.n = s->topk, .block = s->plan.block};
    of.x = ts_arg2(k, TS_IN, "x", TS_bf16, all, d);
    ts_view perm = ts_arg1(k, TS_IN, "perm", TS_i32, all), f = {0};
    if (by) f = ts_arg2(k, TS_IN, "f", TS_bf16, rows, topk);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_bf16, rows, d);

    row_part p = row_parts(k, s, live);
    of.perm = ts_part(perm, 0, ts_mul(p.row, topk), topk, 1);
    if (by) of.f = ts_row(f, p.row);
    for (ts_loop i = ts_range(p.from, p.to, s->plan.block); ts_next(&i);) {
        ts_val sum = sum_at(k, &of, i.at);
        ts_store(ts_row(y, p.row), i.at, ts_cast(sum, TS_bf16));
    }
}

/* ---- the two ---- */

/* Every row once, the last first; of every fifth id there is none, and its factor must not matter, nor what is not live. */
static void fill_perm(const ts_shape *s, const ts_case *c, double *const *a)
{
    int n = c->size[0] * s->topk;
    for (int i = 0; i < routed(s); i++)
        a[1][i] = i >= n ? INT32_MAX : c->variant && i % 5 == 1 ? -1 : n - 1 - i;
    poison_rows(a[0], (size_t)n, (size_t)routed(s), (size_t)s->d);
}

static void fill_factors(const ts_shape *s, const ts_case *c, double *const *a)
{
    fill_perm(s, c, a);
    for (int i = 0; i < routed(s); i++)
        if (a[1][i] < 0 || a[1][i] == INT32_MAX) a[2][i] = NAN;
}

static int cases(const ts_shape *s, ts_case *c)
{
    int n = token_cases(s, c);
    c[n] = (ts_case){"some ids are elsewhere", {s->tokens}, 1};
    return n + 1;
}

static uint64_t sum_bytes(const ts_shape *s, const int32_t *size, bool by)
{
    size_t n = (size_t)size[0] * s->topk;
    return ts_storage(TS_bf16, (n + (size_t)size[0]) * s->d) + ts_storage(TS_i32, n) +
           ts_storage(TS_bf16, by ? n : 0);
}

#define SUM(of, by)                                                                                \
    REFERENCE(of, tokens_ref(s, size[0], a, mag, by))                                              \
    BUILD(of, make(k, s, by))                                                                      \
    BYTES(of, sum_bytes(s, size, by))

SUM(factors, true)
SUM(ones, false)

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return 2 * (uint64_t)size[0] * s->topk * s->d;
}

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .build = of##_build, .limit = TS_LIMITS({"y", SUM_LIMIT}),                           \
              .reference = of##_reference, .cases = cases, .bytes = of##_bytes, .flops = flops

const ts_kernel_def ts_nv_apply_shuffle_mul_sum = {
    KERNEL(factors),
    .name = "apply_shuffle_mul_sum",
    .formula = "y[t] = sum_j f[t,j] x[perm[t,j]]",
    .doc = "in x bf16[tokens*K,D], in perm i32[tokens*K], in f bf16[tokens,K], inout y "
           "bf16[tokens,D]; size tokens",
    .fill = fill_factors,
};

const ts_kernel_def ts_nv_apply_shuffle_mul_sum_ones = {
    KERNEL(ones),
    .name = "apply_shuffle_mul_sum_ones",
    .formula = "y[t] = sum_j x[perm[t,j]]",
    .doc = "in x bf16[tokens*K,D], in perm i32[tokens*K], inout y bf16[tokens,D]; size tokens",
    .fill = fill_perm,
};
