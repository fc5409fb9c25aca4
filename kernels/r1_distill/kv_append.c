/* kv_append.c - kcache[h,pos,:] = k[h,:];  vcache[h,pos,:] = v[h,:]
 *
 * Rounds to the dtype of the cache, to nearest even; what that dtype cannot hold becomes NaN (held, in
 * parts.h; codes: cache.h). The cache is [kv head][position][DH], so that the positions of one head lie side by side for
 * attention; all but one position stay as they were.
 */
#include "kernels/r1_distill/cache.h"

enum { KCACHE = 2, VCACHE = 3, KSCALE = 4, VSCALE = 5 }; /* params */

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    no_magnitude(s, mag, KCACHE, KSCALE);
    no_magnitude(s, mag, VCACHE, VSCALE);
    for (int h = 0; h < s->kv_heads; h++) {
        size_t from = (size_t)h * s->head_dim;
        append_head_ref(s, a[0] + from, NULL, h, size[0], a, mag, KCACHE, KSCALE);
        append_head_ref(s, a[1] + from, NULL, h, size[0], a, mag, VCACHE, VSCALE);
    }
}

static void append(ts_kern *k, const ts_shape *s, cache c, ts_view x, ts_val h, ts_val pos)
{
    ts_val row = ts_load(ts_row(x, h), zero(k), s->head_dim);
    append_parts(k, s, c, h, pos, &row, 1);
}

static void build(ts_kern *k, const ts_shape *s)
{
    ts_val pos = ts_size(k, "pos"), heads = ts_i32(k, s->kv_heads), dh = ts_i32(k, s->head_dim);
    ts_view key = ts_arg2(k, TS_IN, "k", TS_f32, heads, dh);
    ts_view value = ts_arg2(k, TS_IN, "v", TS_f32, heads, dh);
    ts_view kcache = cache_arg(k, s, TS_INOUT, "kcache");
    ts_view vcache = cache_arg(k, s, TS_INOUT, "vcache");
    cache keys = cache_of(k, s, TS_INOUT, kcache, "kcache_scale");
    cache values = cache_of(k, s, TS_INOUT, vcache, "vcache_scale");

    ts_val h = ts_program(heads, 1);
    append(k, s, keys, key, h, pos);
    append(k, s, values, value, h, pos);
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
    return ts_storage(TS_f32, 2 * n) + cache_bytes(s, 1);
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
        "beside "
        "codes inout kcache_scale f32[NKV,ctx], inout vcache_scale likewise; size pos (dropped if "
        "it "
        "is not below ctx). NaN for what is no finite number of the cache",
    .build = build,
    .limit_of = CODES_LIMITS(GEMV_LIMIT),
    .reference = reference,
    .cases = position_cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
