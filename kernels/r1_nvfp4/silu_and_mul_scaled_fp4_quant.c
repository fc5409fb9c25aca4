/* silu_and_mul_scaled_fp4_quant.c - rows silu(gate) up of an MLP in NVFP4 (silu.h, quant.h), without a bf16 between
 *
 * Of the shared expert and of the MLP in layers without experts; what the routed ones have is a role of
 * scaled_fp4_experts_quant. A program has a span of a row.
 *
 * exp is not the same to the last bit on all devices, so codes and scales may be those of a number that far from the
 * reference, and inputs are drawn such that no scale hangs on it.
 */
#include "kernels/r1_nvfp4/silu_quant.h"

static int shared(const ts_shape *s)
{
    return s->inter;
}

static int dense(const ts_shape *s)
{
    return s->dense;
}

static void quant_ref(const ts_shape *s, int cols, int rows, double *const *a, double *const *mag)
{
    for (int t = 0; t < rows; t++) {
        size_t at = (size_t)t * cols;
        silu_row_ref(s, a[0] + 2 * at, (float)a[1][0], cols, t, a[2] + at, mag[2] + at, a[3],
                     mag[3]);
    }
}

static void quant(ts_kern *k, const ts_shape *s, int cols)
{
    ts_val live = live_rows(k, "tokens", s->tokens), rows = ts_i32(k, s->tokens);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_bf16, rows, ts_i32(k, 2 * cols));
    ts_view gs = ts_arg1(k, TS_IN, "gs", TS_f32, ts_i32(k, 1));
    coded_rows to = coded_args(k, s, s->tokens, scale_rows(s, s->tokens), cols);

    ts_val t = ts_program(live, 1), first = coded_program(k, s, cols);
    ts_val all = ts_at(gs, zero(k));
    int n = coded_at_once(s);
    for (ts_loop i = coded_from(k, s, first, cols); ts_next(&i);) {
        ts_val v = silu_and_mul_at(k, ts_row(x, t), i.at, cols, n);
        put_coded(k, s, to, t, t, i.at, coded_of(k, v, n, all));
    }
}

static void fill_quant(const ts_shape *s, int cols, const ts_case *c, double *const *a)
{
    for (int t = 0; t < s->tokens; t++) tame_row(a[0] + (size_t)t * 2 * cols, cols);
    a[1][0] = (double)(float)fitting_silu_scale(a[0], s->tokens, cols);
    for (int t = 0; t < s->tokens; t++)
        settle_row(a[0] + (size_t)t * 2 * cols, (float)a[1][0], cols);
    poison_rows(a[0], c->size[0], s->tokens, 2 * cols);
}

static uint64_t quant_bytes(int cols, const int32_t *size)
{
    size_t n = (size_t)size[0] * (size_t)cols;
    return ts_storage(TS_bf16, 2 * n) + ts_storage(TS_f4e2m1, n) + ts_storage(TS_f8e4m3, n / SHARE);
}

static uint64_t quant_flops(int cols, const int32_t *size)
{
    return 8 * (uint64_t)size[0] * (uint64_t)cols;
}

/* ---- the two ---- */

#define QUANT(of)                                                                                  \
    REFERENCE(of, quant_ref(s, of(s), size[0], a, mag))                                            \
    BUILD(of, quant(k, s, of(s)))                                                                  \
    FILL(of, fill_quant(s, of(s), c, a))                                                           \
    BYTES(of, quant_bytes(of(s), size))                                                            \
    FLOPS(of, quant_flops(of(s), size))

QUANT(shared)
QUANT(dense)

#define KERNEL(of, n)                                                                              \
    R1_NVFP4,                                                                                      \
        .sound = whole_shares,                                                                     \
        .formula = "y = silu(gate) up; s = f8e4m3(gs max|y| / 6) of each 16; q = f4e2m1(y gs / "   \
                   "s)",                                                                           \
        .doc = "in x bf16[tokens,2" n "], gate before up, in gs f32[1], inout q f4e2m1[tokens," n  \
               "], inout s f8e4m3, of each 16 of a row (scales.h); size tokens",                   \
        .build = of##_build, .limit = SILU_QUANT_LIMITS, .reference = of##_reference,              \
        .cases = token_cases, .fill = of##_fill, .bytes = of##_bytes, .flops = of##_flops

const ts_kernel_def ts_nv_silu_and_mul_scaled_fp4_quant = {
    KERNEL(shared, "I"),
    .name = "silu_and_mul_scaled_fp4_quant",
};

const ts_kernel_def ts_nv_silu_and_mul_scaled_fp4_quant_dense = {
    KERNEL(dense, "F"),
    .name = "silu_and_mul_scaled_fp4_quant_dense",
};
