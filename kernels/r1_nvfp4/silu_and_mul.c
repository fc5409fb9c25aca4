/* silu_and_mul.c - y[r,i] = silu(x[r,i]) x[r,N+i],  silu(x) = x / (1 + exp(-x)), in f32 and rounded once
 *
 * Of the routed experts' rows, of the shared expert's and of the MLP in layers without experts. A program has a span
 * of a row.
 */
#include "kernels/r1_nvfp4/silu.h"

typedef struct mlp {
    const char *size;
    int rows, n;
} mlp;

static mlp experts(const ts_shape *s)
{
    return (mlp){"rows", routed(s), s->inter};
}

static mlp shared(const ts_shape *s)
{
    return (mlp){"tokens", s->tokens, s->inter};
}

static mlp dense(const ts_shape *s)
{
    return (mlp){"tokens", s->tokens, s->dense};
}

static void silu_rows_ref(mlp of, int rows, double *const *a, double *const *mag)
{
    for (int i = 0; i < rows * of.n; i++) {
        const double *gate = a[0] + (size_t)(i / of.n) * 2 * of.n + i % of.n;
        a[1][i] = silu_ref(gate[0]) * gate[of.n];
        mag[1][i] = silu_mag(gate[0], gate[of.n]);
    }
}

static void silu_rows(ts_kern *k, const ts_shape *s, mlp of)
{
    ts_val live = live_rows(k, of.size, of.rows), rows = ts_i32(k, of.rows), n = ts_i32(k, of.n);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_bf16, rows, ts_i32(k, 2 * of.n));
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_bf16, rows, n);

    ts_val r = ts_program(live, 1), first = ts_program(n, span(s));
    ts_view from = ts_row(x, r), to = ts_row(y, r);
    ts_val last = ts_min(n, ts_add(first, ts_i32(k, span(s))));
    for (ts_loop i = ts_range(first, last, s->plan.block); ts_next(&i);) {
        ts_val v = silu_and_mul_at(k, from, i.at, of.n, s->plan.block);
        ts_store(to, i.at, ts_cast(v, TS_bf16));
    }
}

/* Where silu ends: infinities, and the last that e^-x is a number of. */
static void fill_silu(mlp of, const ts_case *c, double *const *a)
{
    const double gate[] = {-INFINITY, INFINITY, -88, -89, -199, -201, -0.0, NAN};
    const int n = sizeof gate / sizeof *gate;
    for (int i = 0; i < n && i < of.n; i++) a[0][i] = gate[i];
    poison_rows(a[0], c->size[0], of.rows, 2 * of.n);
}

static uint64_t silu_bytes(mlp of, const int32_t *size)
{
    return ts_storage(TS_bf16, 3 * (size_t)size[0] * (size_t)of.n);
}

static uint64_t silu_flops(mlp of, const int32_t *size)
{
    return 5 * (uint64_t)size[0] * (uint64_t)of.n;
}

/* ---- the three ---- */

#define SILU(of)                                                                                   \
    REFERENCE(of, silu_rows_ref(of(s), size[0], a, mag))                                           \
    BUILD(of, silu_rows(k, s, of(s)))                                                              \
    FILL(of, fill_silu(of(s), c, a))                                                               \
    BYTES(of, silu_bytes(of(s), size))                                                             \
    FLOPS(of, silu_flops(of(s), size))

SILU(experts)
SILU(shared)
SILU(dense)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .formula = "y[r] = silu(gate[r]) up[r]", .build = of##_build,                        \
              .limit = TS_LIMITS({"y", REAL_LIMIT}), .reference = of##_reference,                  \
              .fill = of##_fill, .bytes = of##_bytes, .flops = of##_flops

const ts_kernel_def ts_nv_silu_and_mul = {
    KERNEL(experts),
    .name = "silu_and_mul",
    .doc = "in x bf16[tokens topk,2I], gate before up, inout y bf16[tokens topk,I]; size rows",
    .cases = routed_cases,
};

const ts_kernel_def ts_nv_silu_and_mul_shared = {
    KERNEL(shared),
    .name = "silu_and_mul_shared",
    .doc = "in x bf16[tokens,2I], gate before up, inout y bf16[tokens,I]; size tokens",
    .cases = token_cases,
};

const ts_kernel_def ts_nv_silu_and_mul_dense = {
    KERNEL(dense),
    .name = "silu_and_mul_dense",
    .doc = "in x bf16[tokens,2F], gate before up, inout y bf16[tokens,F]; size tokens",
    .cases = token_cases,
};
