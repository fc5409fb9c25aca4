/* batch_lm_head.c - y[m,o] = sum_i w[o,i] x[m,i]
 *
 * lm_head_matvec for the sequences of a batch.
 */
#include "kernels/r1_distill/batch.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    batch_ref(s, a[0], scales_in(s, a, 3), a[1], size[0], s->vocab, s->d, a[2], mag[2]);
}

static void end(const batch *b, int m, int n, ts_val o, const ts_val *y, void *ctx)
{
    (void)n;
    batch_store(b, *(const ts_view *)ctx, m, o, y[0]);
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    ts_val rows = ts_size(k, "rows"), n = ts_i32(k, s->vocab), d = ts_i32(k, s->d);
    ts_val all = ts_i32(k, s->batch);
    ts_view w = weights_arg(k, s, "w", n, d, s->d);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, all, d);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_f32, all, n);
    matrix m = with_scales(k, s, w, "w_scale", s->vocab, s->d);
    input in = batch_input(k, s, x, rows, s->d, stage);
    if (in.made) return;

    batch b = batch_of(k, s, rows, n, s->vocab, s->d, 1);
    batch_products(&b, &m, 1, in, s->d, end, &y);
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
    return matrix_bytes(s, s->vocab, s->d) +
           ts_storage(TS_f32, size[0] * ((size_t)s->vocab + s->d));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return 2 * (uint64_t)size[0] * s->vocab * s->d;
}

const ts_kernel_def ts_r1_batch_lm_head = {
    R1_DISTILL,
    .name = "batch_lm_head",
    .formula = "y[m] = W x[m]",
    .doc = "in w weight[V,D], in x f32[batch,D], inout y f32[batch,V], in w_scale; size rows",
    .build = build,
    .unoptimised = true,
    .then = TS_STAGES({"product", product, d_is_made}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = batch_cases,
    .bytes = bytes,
    .flops = flops,
};
