/* scaled_fp8_quant.c - q[h,t] = f8e4m3(x[t,h] / scale), one scale for all, as bmm_fp8 takes it: the batch is the heads
 *
 * In f32, IEEE division; beyond 448 it is that. Two of them: what attention has summed up in the latent, for w_vc; and
 * what of a query has no position, for w_kc. The scale is given (the largest |x| / 448 of what was seen before), so the
 * codes of a row depend on nothing else. A program has a few heads of a token.
 */
#include "kernels/r1_nvfp4/live.h"

typedef struct window { /* of a head: n of `row` elements */
    int row, n;
} window;

static window attended(const ts_shape *s)
{
    return (window){s->kv_lora, s->kv_lora};
}

static window queries(const ts_shape *s)
{
    return (window){s->nope + s->rope, s->nope};
}

static void quant_ref(const ts_shape *s, window of, int tokens, double *const *a)
{
    for (int t = 0; t < tokens; t++)
        for (int h = 0; h < s->heads; h++) {
            const double *x = a[0] + ((size_t)t * s->heads + h) * of.row;
            double *q = a[2] + ((size_t)h * s->tokens + t) * of.n;
            for (int i = 0; i < of.n; i++) q[i] = (float)x[i] / (float)a[1][0];
        }
}

static void quant_head(ts_kern *k, const ts_shape *s, window of, ts_view x, ts_val scale, ts_view q)
{
    ts_view from = ts_part(x, 0, zero(k), ts_i32(k, of.n), 1);
    for (ts_loop i = ts_upto(ts_i32(k, of.n), s->plan.block); ts_next(&i);) {
        ts_val v = ts_div(ts_loadf(from, i.at, s->plan.block), scale);
        ts_store(q, i.at, ts_cast(v, TS_f8e4m3));
    }
}

static void quant(ts_kern *k, const ts_shape *s, window of)
{
    ts_val live = live_rows(k, "tokens", s->tokens), tokens = ts_i32(k, s->tokens),
           n = ts_i32(k, s->heads);
    ts_view x = ts_arg3(k, TS_IN, "x", TS_bf16, tokens, n, ts_i32(k, of.row));
    ts_view scales = ts_arg1(k, TS_IN, "scale", TS_f32, ts_i32(k, 1));
    ts_view q = ts_arg3(k, TS_INOUT, "q", TS_f8e4m3, n, tokens, ts_i32(k, of.n));

    ts_val t = ts_program(live, 1), first = ts_program(n, HEADS_AT_ONCE);
    ts_val scale = ts_at(scales, zero(k));
    ts_val last = ts_min(n, ts_add(first, ts_i32(k, HEADS_AT_ONCE)));
    for (ts_loop h = ts_range(first, last, 1); ts_next(&h);)
        quant_head(k, s, of, ts_row(ts_row(x, t), h.at), scale, ts_row(ts_row(q, h.at), t));
}

enum { DRAWN, TIES, NO_PRODUCT };

static int quant_cases(const ts_shape *s, ts_case *c)
{
    int n = token_cases(s, c);
    c[n] = (ts_case){.name = "ties", .size = {s->tokens}, .variant = TIES};
    c[n + 1] = (ts_case){.name = "no product", .size = {s->tokens}, .variant = NO_PRODUCT};
    return n + 2;
}

/* Ties of normal and of subnormal codes, the least that is lost, beyond the largest, no numbers; and a quotient that is
 * rounded to another code than the product with the divisor's inverse. */
static void fill_quant(const ts_shape *s, window of, const ts_case *c, double *const *a)
{
    static const double hard[] = {1.0625, -1.1875, 0x1p-10,  0x3p-10, -0x1.01p-10, 464, 463.5,
                                  -65000, -0.0,    INFINITY, NAN,     0x1.fp-7,    17,  0x1p-11};
    size_t n = (size_t)s->tokens * s->heads * of.row;
    double most = 1e-3;
    for (size_t i = 0; i < n; i++) most = fmax(most, fabs(a[0][i]));
    a[1][0] = c->variant == DRAWN ? most / 448 : c->variant == TIES ? 1 : 0x1.66f4ep-1;
    for (size_t i = 0; c->variant != DRAWN && i < n; i++)
        a[0][i] =
            c->variant == TIES ? hard[i % 14] : ldexp(i % 3 ? 0x1.02p+0 : -0x1.02p+0, (int)(i % 8));
    poison_rows(a[0], c->size[0], s->tokens, s->heads * of.row);
}

static uint64_t quant_bytes(const ts_shape *s, window of, const int32_t *size)
{
    size_t n = (size_t)size[0] * (size_t)s->heads * (size_t)of.n;
    return ts_storage(TS_bf16, n) + ts_storage(TS_f8e4m3, n);
}

static uint64_t quant_flops(const ts_shape *s, window of, const int32_t *size)
{
    return (uint64_t)size[0] * (uint64_t)s->heads * (uint64_t)of.n;
}

/* ---- the two ---- */

#define QUANT(of)                                                                                  \
    REFERENCE(of, quant_ref(s, of(s), size[0], a))                                                 \
    BUILD(of, quant(k, s, of(s)))                                                                  \
    FILL(of, fill_quant(s, of(s), c, a))                                                           \
    BYTES(of, quant_bytes(s, of(s), size))                                                         \
    FLOPS(of, quant_flops(s, of(s), size))

QUANT(attended)
QUANT(queries)

#define KERNEL(of)                                                                                 \
    R1_NVFP4, .formula = "q[h,t] = f8e4m3(x[t,h] / scale)", .build = of##_build,                   \
              .reference = of##_reference, .cases = quant_cases, .fill = of##_fill,                \
              .bytes = of##_bytes, .flops = of##_flops

const ts_kernel_def ts_nv_scaled_fp8_quant = {
    KERNEL(attended),
    .name = "scaled_fp8_quant",
    .doc = "in x bf16[tokens,H,L], in scale f32[1], inout q f8e4m3[H,tokens,L]; size tokens",
};

const ts_kernel_def ts_nv_scaled_fp8_quant_q_nope = {
    KERNEL(queries),
    .name = "scaled_fp8_quant_q_nope",
    .doc =
        "in x bf16[tokens,H,N+R], of whose heads the first N are taken, in scale f32[1], inout q "
        "f8e4m3[H,tokens,N]; size tokens",
};
