/* scaled_fp4_quant.c - rows of bf16 in NVFP4, as the products of codes take them (quant.h)
 *
 * For what each of these products reads: the residual stream; the latents, for q_b and kv_b; attention's output, for
 * o_proj; what the shared expert's and the dense MLP's second product read. A program has a span of a row.
 */
#include "kernels/r1_nvfp4/quant.h"

static int stream(const ts_shape *s)
{
    return s->d;
}

static int queries(const ts_shape *s)
{
    return s->q_lora;
}

static int latent(const ts_shape *s)
{
    return s->kv_lora;
}

static int values(const ts_shape *s)
{
    return s->heads * s->value;
}

static int shared(const ts_shape *s)
{
    return s->inter;
}

static int dense(const ts_shape *s)
{
    return s->dense;
}

static void quant_ref(const ts_shape *s, int cols, int rows, double *const *a)
{
    for (int t = 0; t < rows; t++) {
        size_t at = (size_t)t * cols;
        code_row_ref(s, a[0] + at, (float)a[1][0], cols, t, a[2] + at, a[3]);
    }
}

static void quant(ts_kern *k, const ts_shape *s, int cols)
{
    ts_val live = live_rows(k, "tokens", s->tokens), rows = ts_i32(k, s->tokens);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_bf16, rows, ts_i32(k, cols));
    ts_view gs = ts_arg1(k, TS_IN, "gs", TS_f32, ts_i32(k, 1));
    coded_rows to = coded_args(k, s, s->tokens, scale_rows(s, s->tokens), cols);

    ts_val t = ts_program(live, 1), first = coded_program(k, s, cols);
    ts_val all = ts_at(gs, zero(k));
    int n = coded_at_once(s);
    for (ts_loop i = coded_from(k, s, first, cols); ts_next(&i);) {
        ts_val v = ts_loadf(ts_row(x, t), i.at, n);
        put_coded(k, s, to, t, t, i.at, coded_of(k, v, n, all));
    }
}

/* The cases of tokens, then numbers of which a slip would not show in the others. */
static int quant_cases(const ts_shape *s, ts_case *c)
{
    static const char *const name[] = {"", "ties", "order of scales", "order of codes"};
    int n = token_cases(s, c);
    for (int i = TIES; i <= ORDER_OF_CODE; i++)
        c[n++] = (ts_case){.name = name[i], .size = {s->tokens}, .variant = i};
    return n;
}

static void fill_quant(const ts_shape *s, int cols, const ts_case *c, double *const *a)
{
    a[1][0] = draw_shares(a[0], (size_t)s->tokens * cols / SHARE, c->variant);
    poison_rows(a[0], c->size[0], s->tokens, cols);
}

static uint64_t quant_bytes(int cols, const int32_t *size)
{
    size_t n = (size_t)size[0] * (size_t)cols;
    return ts_storage(TS_bf16, n) + ts_storage(TS_f4e2m1, n) + ts_storage(TS_f8e4m3, n / SHARE);
}

static uint64_t quant_flops(int cols, const int32_t *size)
{
    return 3 * (uint64_t)size[0] * (uint64_t)cols;
}

/* ---- the six ---- */

#define QUANT(of)                                                                                  \
    REFERENCE(of, quant_ref(s, of(s), size[0], a))                                                 \
    BUILD(of, quant(k, s, of(s)))                                                                  \
    FILL(of, fill_quant(s, of(s), c, a))                                                           \
    BYTES(of, quant_bytes(of(s), size))                                                            \
    FLOPS(of, quant_flops(of(s), size))

QUANT(stream)
QUANT(queries)
QUANT(latent)
QUANT(values)
QUANT(shared)
QUANT(dense)

#define KERNEL(of, n)                                                                              \
    R1_NVFP4, .sound = whole_shares,                                                               \
              .formula = "s = f8e4m3(gs max|x| / 6) of each 16; q = f4e2m1(x gs / s)",             \
              .doc = "in x bf16[tokens," n "], in gs f32[1], inout q f4e2m1[tokens," n             \
                     "], inout s f8e4m3, of each 16 of a row (scales.h); size tokens",             \
              .build = of##_build, .reference = of##_reference, .cases = quant_cases,              \
              .fill = of##_fill, .bytes = of##_bytes, .flops = of##_flops

const ts_kernel_def ts_nv_scaled_fp4_quant = {
    KERNEL(stream, "D"),
    .name = "scaled_fp4_quant",
};

const ts_kernel_def ts_nv_scaled_fp4_quant_q_b = {
    KERNEL(queries, "Q"),
    .name = "scaled_fp4_quant_q_b",
};

const ts_kernel_def ts_nv_scaled_fp4_quant_kv_b = {
    KERNEL(latent, "L"),
    .name = "scaled_fp4_quant_kv_b",
};

const ts_kernel_def ts_nv_scaled_fp4_quant_o_proj = {
    KERNEL(values, "H V"),
    .name = "scaled_fp4_quant_o_proj",
};

const ts_kernel_def ts_nv_scaled_fp4_quant_shared_down = {
    KERNEL(shared, "I"),
    .name = "scaled_fp4_quant_shared_down",
};

const ts_kernel_def ts_nv_scaled_fp4_quant_dense_down = {
    KERNEL(dense, "F"),
    .name = "scaled_fp4_quant_dense_down",
};
