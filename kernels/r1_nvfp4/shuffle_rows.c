/* shuffle_rows.c - y[r] = x[perm[r]]: the rows that tokens have at experts, of prepare_moe_input's input_perm
 *
 * Rows are copied as they are, whatever is in them.
 */
#include "kernels/r1_nvfp4/expert_rows.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    size_t d = (size_t)s->d;
    (void)mag;
    for (size_t r = 0; r < (size_t)size[0]; r++)
        memcpy(a[2] + r * d, a[0] + (size_t)a[1][r] * d, d * sizeof(double));
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val live = live_rows(k, "rows", routed(s)), all = ts_i32(k, routed(s));
    ts_val d = ts_i32(k, s->d);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_bf16, ts_i32(k, s->tokens), d);
    ts_view perm = ts_arg1(k, TS_IN, "perm", TS_i32, all);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_bf16, all, d);

    row_part p = row_parts(k, s, live);
    ts_view from = ts_row(x, ts_at(perm, p.row)), to = ts_row(y, p.row);
    for (ts_loop i = ts_range(p.from, p.to, s->plan.block); ts_next(&i);)
        ts_store(to, i.at, ts_load(from, i.at, s->plan.block));
}

static int cases(const ts_shape *s, ts_case *c)
{
    c[0] = (ts_case){.name = "all rows", .size = {routed(s)}};
    c[1] = (ts_case){.name = "one row", .size = {1}};
    c[2] = (ts_case){.name = "all but one", .size = {routed(s) - 1}};
    c[3] = (ts_case){.name = "no row", .size = {0}};
    return 4;
}

/* Each token as often as it has experts, in no order; a token may be no number. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    for (int r = 0; r < routed(s); r++)
        a[1][r] = r < c->size[0] ? (routed(s) - 1 - r) % s->tokens : INT32_MAX;
    a[0][(size_t)(s->tokens / 2) * s->d] = INFINITY;
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    return ts_storage(TS_bf16, 2 * (size_t)size[0] * s->d) + ts_storage(TS_i32, (size_t)size[0]);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    (void)size;
    return 0;
}

const ts_kernel_def ts_nv_shuffle_rows = {
    R1_NVFP4,
    .name = "shuffle_rows",
    .formula = "y[r] = x[perm[r]]",
    .doc = "in x bf16[tokens,D], in perm i32[tokens*K], inout y bf16[tokens*K,D]; size rows",
    .build = build,
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
