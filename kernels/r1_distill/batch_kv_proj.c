/* batch_kv_proj.c - k[m,o] = bk[o] + sum_i wk[o,i] x[m,i];  v[m,o] = bv[o] + sum_i wv[o,i] x[m,i]
 *
 * kv_proj_matvec for the sequences of a batch.
 */
#include "kernels/r1_distill/batch.h"

static int width(const ts_shape *s)
{
    return s->kv_heads * s->head_dim;
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int n = width(s);
    for (int i = 0; i < 2; i++) {
        double *y = a[5 + i], *bias = a[2 + i];
        batch_ref(s, a[i], scales_in(s, a, 7 + i), a[4], size[0], n, s->d, y, mag[5 + i]);
        for (int o = 0; o < size[0] * n; o++) {
            y[o] += bias[o % n];
            mag[5 + i][o] += fabs(bias[o % n]);
        }
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
    output to[2];
    ts_view wk = weights_arg(k, s, "wk", n, d, s->d);
    ts_view wv = weights_arg(k, s, "wv", n, d, s->d);
    to[0].bias = ts_arg1(k, TS_IN, "bk", s->type.norm, n);
    to[1].bias = ts_arg1(k, TS_IN, "bv", s->type.norm, n);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, all, d);
    to[0].y = ts_arg2(k, TS_INOUT, "k", TS_f32, all, n);
    to[1].y = ts_arg2(k, TS_INOUT, "v", TS_f32, all, n);
    matrix m[2];
    m[0] = with_scales(k, s, wk, "wk_scale", width(s), s->d);
    m[1] = with_scales(k, s, wv, "wv_scale", width(s), s->d);
    input in = batch_input(k, s, x, rows, s->d, stage);
    if (in.made) return;

    batch b = batch_of(k, s, rows, n, width(s), s->d, 1);
    for (int i = 0; i < 2; i++) batch_products(&b, &m[i], 1, in, s->d, end, &to[i]);
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
    return 2 * matrix_bytes(s, width(s), s->d) + ts_storage(s->type.norm, 2 * n) +
           ts_storage(TS_f32, size[0] * (2 * n + s->d));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return 2 * (uint64_t)size[0] * width(s) * (2 * (uint64_t)s->d + 1);
}

const ts_kernel_def ts_r1_batch_kv = {
    R1_DISTILL,
    .name = "batch_kv_proj",
    .formula = "k[m] = Wk x[m] + bk; v[m] = Wv x[m] + bv",
    .doc = "in wk weight[NKV*DH,D], in wv likewise, in bk norm[NKV*DH], in bv likewise, in x "
           "f32[batch,D], inout k f32[batch,NKV*DH], inout v likewise, in wk_scale, in wv_scale; "
           "size rows",
    .build = build,
    .unoptimised = true,
    .then = TS_STAGES({"product", product, d_is_made}),
    .limit = TS_LIMITS({"k", GEMV_LIMIT}, {"v", GEMV_LIMIT}),
    .reference = reference,
    .cases = batch_cases,
    .bytes = bytes,
    .flops = flops,
};
