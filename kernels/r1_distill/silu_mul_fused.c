/* silu_mul_fused.c - y[i] = silu(g[i]) u[i],  silu(x) = x / (1 + exp(-x))
 *
 * For targets whose matrix kernels have no epilogue. ts_silu works from exp(-|x|): no overflow.
 */
#include "kernels/r1_distill/parts.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    (void)size;
    for (int i = 0; i < s->inter; i++) {
        a[2][i] = silu_ref(a[0][i]) * a[1][i];
        mag[2][i] = fabs(a[2][i]);
    }
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val n = ts_i32(k, s->inter);
    ts_view g = ts_arg1(k, TS_IN, "g", TS_f32, n), u = ts_arg1(k, TS_IN, "u", TS_f32, n);
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, n);

    ts_val i = ts_program(n, s->plan.block);
    ts_val gate = ts_load(g, i, s->plan.block), up = ts_load(u, i, s->plan.block);
    ts_store(y, i, ts_mul(ts_silu(gate), up));
}

/* Beyond -80 silu leaves the normal numbers of f32, which many devices flush. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    (void)c;
    for (int i = 0; i < s->inter; i++)
        if (a[0][i] < -60) a[0][i] = fmax(a[0][i] / 1000, -60);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return ts_storage(TS_f32, 3 * (size_t)s->inter);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return 5 * (uint64_t)s->inter;
}

const ts_kernel_def ts_r1_silu_mul = {
    R1_DISTILL,
    .name = "silu_mul_fused",
    .formula = "y = silu(g) * u",
    .doc = "in g f32[I], in u f32[I], out y f32[I]; y may alias g or u",
    .build = build,
    .limit = TS_LIMITS({"y", REAL_LIMIT}),
    .alias = TS_ALIASES({"y", "u"}),
    .reference = reference,
    .cases = one_case,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
