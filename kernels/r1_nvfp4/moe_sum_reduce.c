/* moe_sum_reduce.c - y[t] = scaling sum_j x[t,j]: a token's experts, whose rows lie side by side
 *
 * Sums in f32 in the order of j, one rounding.
 */
#include "kernels/r1_nvfp4/expert_rows.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    size_t d = (size_t)s->d;
    for (size_t t = 0; t < (size_t)size[0]; t++)
        for (size_t i = 0; i < d; i++) {
            double sum = 0, moved = 0;
            for (size_t j = 0; j < (size_t)s->topk; j++) {
                double x = a[0][(t * s->topk + j) * d + i];
                sum += x;
                moved += fabs(x);
            }
            a[1][t * d + i] = s->scaling * sum;
            mag[1][t * d + i] = s->scaling * moved;
        }
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val live = live_rows(k, "tokens", s->tokens), rows = ts_i32(k, s->tokens);
    ts_val topk = ts_i32(k, s->topk), d = ts_i32(k, s->d);
    ts_view x = ts_arg3(k, TS_IN, "x", TS_bf16, rows, topk, d);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_bf16, rows, d);

    row_part p = row_parts(k, s, live);
    ts_view from = ts_row(x, p.row), to = ts_row(y, p.row);
    for (ts_loop i = ts_range(p.from, p.to, s->plan.block); ts_next(&i);) {
        ts_var sum = ts_var1(ts_f32(k, 0), s->plan.block);
        for (ts_loop j = ts_upto(topk, 1); ts_next(&j);)
            ts_set(sum, ts_add(ts_get(sum), ts_loadf(ts_row(from, j.at), i.at, s->plan.block)));
        ts_store(to, i.at, ts_cast(ts_mulk(ts_get(sum), s->scaling), TS_bf16));
    }
}

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    poison_rows(a[0], (size_t)c->size[0], (size_t)s->tokens, (size_t)s->topk * s->d);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return ts_storage(TS_bf16, (size_t)size[0] * (size_t)(s->topk + 1) * s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * (uint64_t)(s->topk + 1) * s->d;
}

const ts_kernel_def ts_nv_moe_sum_reduce = {
    R1_NVFP4,
    .name = "moe_sum_reduce",
    .formula = "y[t] = scaling sum_j x[t,j]",
    .doc = "in x bf16[tokens,K,D], inout y bf16[tokens,D]; size tokens",
    .build = build,
    .limit = TS_LIMITS({"y", SUM_LIMIT}),
    .reference = reference,
    .cases = token_cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
