/* rmsnorm.c - y[t,i] = x[t,i] w[i] / sqrt(mean(x[t]^2) + eps)
 *
 * Zhang and Sennrich 2019, equation 4; the weight multiplies before the one rounding, as in the profile's kernel. Three
 * of them: of the residual stream [tokens,d]; of the queries' latent and of the cache's, which are windows of the row
 * that fused_a makes: q_lora | kv_lora | rope. A program a token.
 */
#include "kernels/r1_nvfp4/parts.h"

/* Where the row that is normed lies in x. */
typedef struct window {
    int row, from, n;
} window;

static window stream(const ts_shape *s)
{
    return (window){s->d, 0, s->d};
}

static window queries(const ts_shape *s)
{
    return (window){s->q_lora + s->kv_lora + s->rope, 0, s->q_lora};
}

static window latent(const ts_shape *s)
{
    return (window){s->q_lora + s->kv_lora + s->rope, s->q_lora, s->kv_lora};
}

/* ---- reference ---- */

static void norm_ref(const ts_shape *s, window of, int rows, double *const *a, double *const *mag)
{
    for (int t = 0; t < rows; t++) {
        const double *x = a[0] + (size_t)t * of.row + of.from;
        double squares = 0;
        for (int i = 0; i < of.n; i++) squares += x[i] * x[i];
        for (int i = 0; i < of.n; i++) {
            size_t at = (size_t)t * of.n + i;
            a[2][at] = x[i] * a[1][i] / sqrt(squares / of.n + s->eps);
            mag[2][at] = fabs(a[2][at]);
        }
    }
}

/* ---- kernel ---- */

static ts_val squares_of(ts_kern *k, const ts_shape *s, ts_view x, int n)
{
    ts_var sum = ts_var1(ts_f32(k, 0), s->plan.block);
    for (ts_loop i = ts_upto(ts_i32(k, n), s->plan.block); ts_next(&i);) {
        ts_val v = ts_loadf(x, i.at, s->plan.block);
        ts_set(sum, ts_fma(v, v, ts_get(sum)));
    }
    return ts_sum(ts_get(sum), 0);
}

static void norm(ts_kern *k, const ts_shape *s, window of)
{
    ts_val live = ts_size(k, "tokens"), rows = ts_i32(k, s->tokens), n = ts_i32(k, of.n);
    ts_view x = ts_arg2(k, TS_IN, "x", s->type.act, rows, ts_i32(k, of.row));
    ts_view w = ts_arg1(k, TS_IN, "w", s->type.weight, n);
    ts_view y = ts_arg2(k, TS_INOUT, "y", s->type.act, rows, n);

    ts_val t = ts_program(live, 1);
    ts_view from = ts_part(ts_row(x, t), 0, ts_i32(k, of.from), n, 1), to = ts_row(y, t);
    ts_val squares = squares_of(k, s, from, of.n), mean = ts_div(squares, ts_f32(k, of.n));
    ts_val scale = ts_rsqrt(ts_addk(mean, s->eps));
    for (ts_loop i = ts_upto(n, s->plan.block); ts_next(&i);) {
        ts_val v = ts_mul(ts_loadf(from, i.at, s->plan.block), scale);
        v = ts_mul(v, ts_loadf(w, i.at, s->plan.block));
        ts_store(to, i.at, as_act(s, v));
    }
}

static uint64_t norm_bytes(const ts_shape *s, window of, const int32_t *size)
{
    return ts_storage(s->type.act, 2 * (size_t)size[0] * (size_t)of.n) +
           ts_storage(s->type.weight, (size_t)of.n);
}

static uint64_t norm_flops(window of, const int32_t *size)
{
    return 4 * (uint64_t)size[0] * (uint64_t)of.n;
}

/* ---- the three ---- */

#define NORM(of)                                                                                   \
    REFERENCE(of, norm_ref(s, of(s), size[0], a, mag))                                             \
    BUILD(of, norm(k, s, of(s)))                                                                   \
    BYTES(of, norm_bytes(s, of(s), size))                                                          \
    FLOPS(of, norm_flops(of(s), size))

NORM(stream)
NORM(queries)
NORM(latent)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .formula = "y[t] = w x[t] / sqrt(mean(x[t]^2) + eps)", .build = of##_build,          \
              .limit = TS_LIMITS({"y", REAL_LIMIT}), .reference = of##_reference,                  \
              .cases = token_cases, .bytes = of##_bytes, .flops = of##_flops

const ts_kernel_def ts_nv_rmsnorm = {
    KERNEL(stream),
    .name = "rmsnorm",
    .doc = "in x act[tokens,D], in w weight[D], inout y act[tokens,D]; size tokens; y may alias x",
    .alias = TS_ALIASES({"y", "x"}),
};

const ts_kernel_def ts_nv_rmsnorm_q_a = {
    KERNEL(queries),
    .name = "rmsnorm_q_a",
    .doc = "in x act[tokens,Q+L+R], whose first Q are normed, in w weight[Q], inout y "
           "act[tokens,Q]; size tokens",
};

const ts_kernel_def ts_nv_rmsnorm_kv_a = {
    KERNEL(latent),
    .name = "rmsnorm_kv_a",
    .doc = "in x act[tokens,Q+L+R], of which L from Q on are normed, in w weight[L], inout y "
           "act[tokens,L]; size tokens",
};
