/* batch_q_proj.c - y[m,o] = bias[o] + sum_i w[o,i] x[m,i]
 *
 * q_proj_matvec for the sequences of a batch.
 */
#include "kernels/r1_distill/batch.h"

static int width(const ts_shape *s)
{
    return s->heads * s->head_dim;
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int n = width(s);
    batch_ref(s, a[0], scales_in(s, a, 4), a[2], size[0], n, s->d, a[3], mag[3]);
    for (int i = 0; i < size[0] * n; i++) {
        a[3][i] += a[1][i % n];
        mag[3][i] += fabs(a[1][i % n]);
    }
}

typedef struct output {
    ts_view y, bias;
} output;

static void end(const batch *b, int m, int n, ts_val o, const ts_val *y, void *ctx)
{
    (void)n;
    const output *to = ctx;
    batch_store(b, to->y, m, o, ts_add(y[0], batch_bias(b, to->bias, o)));
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    ts_val rows = ts_size(k, "rows"), n = ts_i32(k, width(s)), d = ts_i32(k, s->d);
    ts_val all = ts_i32(k, s->batch);
    ts_view w = weights_arg(k, s, "w", n, d, s->d);
    output to = {.bias = ts_arg1(k, TS_IN, "bias", s->type.norm, n)};
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, all, d);
    to.y = ts_arg2(k, TS_INOUT, "y", TS_f32, all, n);
    matrix m = with_scales(k, s, w, "w_scale", width(s), s->d);
    input in = batch_input(k, s, x, rows, s->d, stage);
    if (in.made) return;

    batch b = batch_of(k, s, rows, n, width(s), s->d, 1);
    batch_products(&b, &m, 1, in, s->d, end, &to);
}

static void build(ts_kern *k, const ts_shape *s)
{
    make(k, s, 0);
}

static void product(ts_kern *k, const ts_shape *s)
{
    make(k, s, 1);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)width(s);
    return matrix_bytes(s, width(s), s->d) + ts_storage(s->type.norm, n) +
           ts_storage(TS_f32, size[0] * (n + s->d));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * width(s) * (2 * (uint64_t)s->d + 1);
}

const ts_kernel_def ts_r1_batch_q = {
    R1_DISTILL,
    .name = "batch_q_proj",
    .formula = "y[m] = W x[m] + bias",
    .doc = "in w weight[NH*DH,D], in bias norm[NH*DH], in x f32[batch,D], inout y "
           "f32[batch,NH*DH], in w_scale; size rows",
    .build = build,
    .unoptimised = true,
    .then = TS_STAGES({"product", product, d_is_made}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = batch_cases,
    .bytes = bytes,
    .flops = flops,
};
