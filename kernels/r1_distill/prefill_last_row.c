/* prefill_last_row.c - y = x[rows - 1]
 *
 * Of the tokens of a chunk only the last has logits: its row goes where a token's row is.
 */
#include "kernels/r1_distill/rows.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    (void)mag;
    for (int i = 0; i < s->d; i++) a[1][i] = a[0][(size_t)(size[0] - 1) * s->d + i];
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val rows = ts_size(k, "rows"), d = ts_i32(k, s->d), chunk = ts_i32(k, s->chunk);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, chunk, d);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, d);

    ts_val i = ts_program(d, s->plan.block);
    ts_view row = ts_row(x, ts_addk(rows, -1));
    ts_store(y, i, ts_load(row, i, s->plan.block));
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return ts_storage(TS_f32, 2 * (size_t)s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    (void)size;
    return 0;
}

const ts_kernel_def ts_r1_prefill_last = {
    R1_DISTILL,
    .name = "prefill_last_row",
    .formula = "y = x[rows - 1]",
    .doc = "in x f32[chunk,D], out y f32[D]; size rows >= 1",
    .build = build,
    .reference = reference,
    .cases = rows_cases,
    .bytes = bytes,
    .flops = flops,
};
