/* kv_append.c - kcache[h,pos,:] = k[h,:];  vcache[h,pos,:] = v[h,:]
 *
 * Rounds to the dtype of the cache, to nearest even; what that dtype cannot hold becomes NaN (held, in
 * parts.h). The cache is [kv head][position][DH], so that the positions of one head lie side by side for
 * attention; all but one position stay as they were.
 */
#include "kernels/r1_distill/parts.h"

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    (void)mag;
    for (int h = 0; h < s->kv_heads; h++)
        for (int i = 0; i < s->head_dim; i++) {
            size_t to = ((size_t)h * s->ctx + size[0]) * s->head_dim + i;
            a[2][to] = held_ref(a[0][h * s->head_dim + i], s->type.kv);
            a[3][to] = held_ref(a[1][h * s->head_dim + i], s->type.kv);
        }
}

static void append(ts_view cache, ts_view x, ts_val h, ts_val pos, const ts_shape *s, ts_kern *k)
{
    ts_val row = ts_load(ts_row(x, h), zero(k), s->head_dim);
    ts_store(ts_row(ts_row(cache, h), pos), zero(k), held(k, row, s->type.kv));
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val pos = ts_size(k, "pos"), heads = ts_i32(k, s->kv_heads);
    ts_val dh = ts_i32(k, s->head_dim), ctx = ts_i32(k, s->ctx);
    ts_view key = ts_arg2(k, TS_IN, "k", TS_f32, heads, dh);
    ts_view value = ts_arg2(k, TS_IN, "v", TS_f32, heads, dh);
    ts_view kcache = ts_arg3(k, TS_INOUT, "kcache", s->type.kv, heads, ctx, dh);
    ts_view vcache = ts_arg3(k, TS_INOUT, "vcache", s->type.kv, heads, ctx, dh);

    ts_val h = ts_program(heads, 1);
    append(kcache, key, h, pos, s, k);
    append(vcache, value, h, pos, s, k);
}

/* Beyond the largest f16; ties of bf16 and of f16, to the even neighbour below and above; no numbers. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    const double hard[] = {65519,   -65520,  1e30, 1 + 0x1p-8, 1 + 0x3p-8, 1 + 0x1p-11, 1 + 0x3p-11,
                           0x1p-25, 0x3p-25, -0.0, INFINITY,   -INFINITY,  NAN};
    const int n = sizeof hard / sizeof *hard;
    (void)c;
    for (int i = 0; i < n && i < s->kv_heads * s->head_dim; i++) {
        a[0][i] = hard[i];
        a[1][i] = -hard[n - 1 - i];
    }
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)s->kv_heads * s->head_dim;
    (void)size;
    return ts_storage(TS_f32, 2 * n) + ts_storage(s->type.kv, 2 * n);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    (void)size;
    return 0;
}

const ts_kernel_def ts_r1_kv_append = {
    R1_DISTILL,
    .name = "kv_append",
    .formula = "kcache[:,pos] = k; vcache[:,pos] = v",
    .doc =
        "in k f32[NKV,DH], in v f32[NKV,DH], inout kcache kv[NKV,ctx,DH], inout vcache likewise; "
        "size pos (dropped if it is not below ctx). NaN for what is no finite number of the cache",
    .build = build,
    .reference = reference,
    .cases = position_cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
