/* prefill_embedding.c - y[m,i] = table[token[m], i]
 *
 * embedding_lookup for the tokens of a chunk; one beyond the table gives zeros.
 */
#include "kernels/r1_distill/rows.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    (void)mag;
    for (int m = 0; m < size[0]; m++)
        for (int i = 0; i < s->d; i++)
            a[2][(size_t)m * s->d + i] =
                a[1][m] < s->vocab ? weight_ref(s, a[0], scales_in(s, a, 3), (size_t)a[1][m], i)
                                   : 0;
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val rows = ts_size(k, "rows"), d = ts_i32(k, s->d), chunk = ts_i32(k, s->chunk);
    ts_view table = ts_arg2(k, TS_IN, "table", s->type.weight, ts_i32(k, s->vocab), d);
    ts_view token = ts_arg1(k, TS_IN, "token", TS_u32, chunk);
    ts_view y = ts_arg2(k, TS_INOUT, "y", TS_f32, chunk, d);
    matrix all = with_scales(k, s, table, "table_scale", s->vocab, s->d);

    ts_val m = ts_program(rows, 1), i = ts_program(d, s->plan.block);
    matrix row = matrix_row(all, ts_cast(ts_at(token, m), TS_i32));
    ts_store(ts_row(y, m), i, weights_at(k, row, i, s->plan.block));
}

/* First, last, beyond, far beyond, and others between. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    const double some[] = {s->vocab - 1, 0, s->vocab, 4294967295.0};
    (void)c;
    for (int m = 0; m < s->chunk; m++)
        a[1][m] = m < 4 ? some[m] : floor(fmod(m * 0.618 * s->vocab, s->vocab));
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)size[0] * s->d;
    return matrix_bytes(s, size[0], s->d) + ts_storage(TS_f32, n) + ts_storage(TS_u32, size[0]);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    (void)size;
    return 0;
}

const ts_kernel_def ts_r1_prefill_embedding = {
    R1_DISTILL,
    .name = "prefill_embedding",
    .formula = "y[m] = table[token[m]]",
    .doc = "in table weight[V,D], in token u32[chunk], inout y f32[chunk,D], in table_scale; size "
           "rows; zeros where "
           "token >= V",
    .build = build,
    .reference = reference,
    .cases = rows_cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
