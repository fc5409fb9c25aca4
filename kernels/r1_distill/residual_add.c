/* residual_add.c - y[i] = a[i] + b[i]
 *
 * One rounding: the result is exact to the bit.
 */
#include "kernels/r1_distill/parts.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    (void)size;
    (void)mag;
    for (int i = 0; i < s->d; i++) a[2][i] = a[0][i] + a[1][i];
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val n = ts_i32(k, s->d);
    ts_view a = ts_arg1(k, TS_IN, "a", TS_f32, n), b = ts_arg1(k, TS_IN, "b", TS_f32, n);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);

    ts_val i = ts_program(n, s->plan.block);
    ts_store(y, i, ts_add(ts_load(a, i, s->plan.block), ts_load(b, i, s->plan.block)));
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return ts_storage(TS_f32, 3 * (size_t)s->d);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return s->d;
}

const ts_kernel_def ts_r1_residual_add = {
    R1_DISTILL,
    .name = "residual_add",
    .formula = "y = a + b",
    .doc = "in a f32[D], in b f32[D], out y f32[D]; y may alias a or b",
    .build = build,
    .alias = TS_ALIASES({"y", "b"}),
    .reference = reference,
    .cases = one_case,
    .bytes = bytes,
    .flops = flops,
};
