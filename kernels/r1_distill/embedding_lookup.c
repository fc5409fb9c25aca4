/* embedding_lookup.c - y[i] = table[token, i]
 *
 * The token is read from memory, so that a recorded step serves every token. A token beyond the
 * table gives zeros: reads outside of a view do.
 */
#include "kernels/r1_distill/matrix.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    const double *scale = scales_in(s, a, 3);
    size_t row = (size_t)a[1][0];
    (void)size;
    (void)mag;
    for (int i = 0; i < s->d; i++)
        a[2][i] = row < (size_t)s->vocab ? weight_ref(s, a[0], scale, row, i) : 0;
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val d = ts_i32(k, s->d);
    ts_view table = ts_arg2(k, TS_IN, "table", s->type.weight, ts_i32(k, s->vocab), d);
    ts_view token = ts_arg1(k, TS_IN, "token", TS_u32, ts_i32(k, 1));
    ts_view y = ts_arg1(k, TS_OUT, "y", TS_f32, d);
    matrix m = with_scales(k, s, table, "table_scale", s->vocab, s->d);

    ts_val i = ts_program(d, s->plan.block);
    matrix row = matrix_row(m, ts_cast(ts_at(token, zero(k)), TS_i32));
    ts_store(y, i, weights_at(k, row, i, s->plan.block));
}

enum { FIRST, LAST, MIDDLE, BEYOND, FAR_BEYOND };

static int cases(const ts_shape *s, ts_case *c)
{
    (void)s;
    c[0] = (ts_case){.name = "first token", .variant = FIRST};
    c[1] = (ts_case){.name = "last token", .variant = LAST};
    c[2] = (ts_case){.name = "a token between", .variant = MIDDLE};
    c[3] = (ts_case){.name = "first token beyond", .variant = BEYOND};
    c[4] = (ts_case){.name = "token 2^32-1", .variant = FAR_BEYOND};
    return 5;
}

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    const double token[] = {0, s->vocab - 1, s->vocab * 0.618, s->vocab, 4294967295.0};
    a[1][0] = floor(token[c->variant]);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    (void)size;
    return matrix_bytes(s, 1, s->d) + ts_storage(TS_f32, s->d) + ts_storage(TS_u32, 1);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    (void)size;
    return 0;
}

const ts_kernel_def ts_r1_embedding_lookup = {
    R1_DISTILL,
    .name = "embedding_lookup",
    .formula = "y = table[token]",
    .doc =
        "in table weight[V,D], in token u32[1], out y f32[D], in table_scale; zeros if token >= V",
    .build = build,
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
