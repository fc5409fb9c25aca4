/* prefill_gate_up_gemm_silu.c - y[m,o] = silu(g) u,  g = sum_i wg[o,i] x[m,i],  u = sum_i wu[o,i] x[m,i]
 *
 * mlp_gate_up_silu for the tokens of a chunk. Sums of u begin when those of g are complete, in `gate`.
 */
#include "kernels/r1_distill/rows.h"

/* As mlp_gate_up_silu: both sums may be off by GEMV_LIMIT of their magnitudes, silu is 1.1-Lipschitz. */
static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    const double *gs = scales_in(s, a, 5), *us = scales_in(s, a, 6);
    for (int m = 0; m < size[0]; m++)
        for (int o = 0; o < s->inter; o++) {
            const double *x = a[2] + (size_t)m * s->d;
            size_t at = (size_t)m * s->inter + o;
            double gmag, umag;
            double g = chunk_ref(s, a[0], gs, o, x, s->d, &gmag);
            double u = chunk_ref(s, a[1], us, o, x, s->d, &umag);
            a[4][at] = silu_ref(g) * u;
            mag[4][at] = 1.1 * gmag * (fabs(u) + GEMV_LIMIT * umag) + fabs(silu_ref(g)) * umag;
        }
}

/* A ts_product_end: g is finished here. Silu is taken now, not where u waits for it with sums of its own, which
 * together are more numbers than registers (sm_90). */
static void end_with_silu(const ts_product *p, ts_val m, ts_val n, ts_val g, void *ctx)
{
    (void)ctx;
    ts_store2(p->sums, m, n, ts_silu(g));
}

/* u is finished here, and ctx the view of what silu(g) is. */
static void end_with_product(const ts_product *p, ts_val m, ts_val n, ts_val u, void *ctx)
{
    ts_store2(p->sums, m, n, ts_mul(ts_load2(*(ts_view *)ctx, m, n, p->tm, p->tn), u));
}

static void make(ts_kern *k, const ts_shape *s, int stage)
{
    ts_val rows = ts_size(k, "rows"), n = ts_i32(k, s->inter), d = ts_i32(k, s->d);
    ts_val chunk = ts_i32(k, s->chunk);
    ts_view wg = ts_arg2(k, TS_IN, "wg", s->type.weight, n, d);
    ts_view wu = ts_arg2(k, TS_IN, "wu", s->type.weight, n, d);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f32, chunk, d);
    ts_view gate = ts_arg2(k, TS_WORK, "gate", TS_f32, chunk, n);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_f32, chunk, n);
    matrix mg = with_scales(k, s, wg, "wg_scale", s->inter, s->d);
    matrix mu = with_scales(k, s, wu, "wu_scale", s->inter, s->d);
    chunk_input in = chunk_input_of(k, s, x, rows, s->d, stage);
    if (in.made) return;

    int cols = chunk_cols(s, in, s->inter);
    ts_val o = ts_program(n, cols);
    tokens t = program_tokens(k, s, rows);
    ts_product p[2];
    p[0] = p[1] = tile_product(s, t, in, mg, gate, s->d, cols);
    p[1].w = mu.w;
    p[1].scale = mu.scale;
    p[1].sums = rows_of(t, y);
    tiles_of_all(p, 2, o, (ts_product_end *[]){end_with_silu, end_with_product},
                 (void *[]){NULL, &p[0].sums});
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
    return 2 * matrix_bytes(s, s->inter, s->d) +
           ts_storage(TS_f32, size[0] * ((size_t)s->inter + s->d));
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return (uint64_t)size[0] * s->inter * (4 * (uint64_t)s->d + 5);
}

const ts_kernel_def ts_r1_prefill_gate_up = {
    R1_DISTILL,
    .name = "prefill_gate_up_gemm_silu",
    .formula = "y[m] = silu(Wg x[m]) * (Wu x[m])",
    .doc = "in wg weight[I,D], in wu weight[I,D], in x f32[chunk,D], work gate "
           "f32[chunk,I], inout y f32[chunk,I], in wg_scale, in wu_scale; size rows",
    .build = build,
    .then = TS_STAGES({"product", product, d_is_halved}),
    .limit = TS_LIMITS({"y", GEMV_LIMIT}),
    .reference = reference,
    .cases = rows_cases,
    .bytes = bytes,
    .flops = flops,
};
