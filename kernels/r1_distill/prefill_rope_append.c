/* prefill_rope_append.c - q[m] = rope(q[m]);  kcache[:,pos+m] = rope(k[m]);  vcache[:,pos+m] = v[m]
 *
 * rope_q_decode, rope_k_decode and kv_append for the tokens of a chunk, the first of which is at position
 * pos. One program per token and kv head, with the query heads of its group. What lies beyond the context
 * is dropped.
 */
#include "kernels/r1_distill/cache.h"
#include "kernels/r1_distill/rows.h"

/* (a, b) to (a cos - b sin, b cos + a sin): x is a head, i of its first half. */
static void turn(double *y, double *mag, const double *x, const double *cs, const double *sn, int i,
                 int half)
{
    double a = x[i], b = x[i + half];
    y[i] = a * cs[i] - b * sn[i];
    y[i + half] = b * cs[i] + a * sn[i];
    mag[i] = fabs(a * cs[i]) + fabs(b * sn[i]);
    mag[i + half] = fabs(b * cs[i]) + fabs(a * sn[i]);
}

/* Head h of token m in qkv. */
static size_t head_at(const ts_shape *s, int m, int h)
{
    return ((size_t)m * qkv_heads(s) + h) * s->head_dim;
}

enum { KCACHE = 3, VCACHE = 4, KSCALE = 5, VSCALE = 6 }; /* params */

static void append(const ts_shape *s, int m, int pos, int h, double *const *a, double *const *mag)
{
    int dh = s->head_dim, half = dh / 2;
    const double *x = a[0] + head_at(s, m, s->heads + h);
    size_t angle = (size_t)pos * half;
    double *turned = calloc(2 * (size_t)dh, sizeof *turned);
    if (!turned) abort();
    for (int i = 0; i < half; i++)
        turn(turned, turned + dh, x, a[1] + angle, a[2] + angle, i, half);
    append_head_ref(s, turned, turned + dh, h, pos, a, mag, KCACHE, KSCALE);
    append_head_ref(s, x + (size_t)(s->kv_heads * dh), NULL, h, pos, a, mag, VCACHE, VSCALE);
    free(turned);
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int half = s->head_dim / 2;
    no_magnitude(s, mag, KCACHE, KSCALE);
    no_magnitude(s, mag, VCACHE, VSCALE);
    for (int m = 0; m < size[0] && size[1] + m < s->ctx; m++) {
        size_t angle = (size_t)(size[1] + m) * half;
        for (int h = 0; h < s->heads; h++) {
            size_t at = head_at(s, m, h);
            for (int i = 0; i < half; i++)
                turn(a[0] + at, mag[0] + at, a[0] + at, a[1] + angle, a[2] + angle, i, half);
        }
        for (int h = 0; h < s->kv_heads; h++) append(s, m, size[1] + m, h, a, mag);
    }
}

typedef struct halves {
    ts_val lo, hi;
} halves;

static halves turned(halves x, ts_val c, ts_val n)
{
    return (halves){ts_sub(ts_mul(x.lo, c), ts_mul(x.hi, n)),
                    ts_add(ts_mul(x.hi, c), ts_mul(x.lo, n))};
}

/* The query heads of a group, all at the same angles. */
static void turn_group(ts_kern *k, ts_view q, ts_val from, const ts_shape *s, ts_val c, ts_val n)
{
    int group = s->heads / s->kv_heads, width = s->head_dim / 2;
    ts_val half = ts_i32(k, width);
    halves x = {ts_load2(q, from, zero(k), group, width), ts_load2(q, from, half, group, width)};
    halves y = turned(x, c, n);
    ts_store2(q, from, zero(k), y.lo);
    ts_store2(q, from, half, y.hi);
}

static void build(ts_kern *k, const ts_shape *s)
{
    int width = s->head_dim / 2;
    ts_val rows = ts_size(k, "rows"), pos = ts_size(k, "pos"), chunk = ts_i32(k, s->chunk);
    ts_val nh = ts_i32(k, s->heads), nkv = ts_i32(k, s->kv_heads), dh = ts_i32(k, s->head_dim);
    ts_val ctx = ts_i32(k, s->ctx), half = ts_i32(k, width), all = ts_i32(k, qkv_heads(s));
    ts_view qkv = ts_arg3(k, TS_INOUT, "qkv", TS_f32, chunk, all, dh);
    ts_view cosine = ts_arg2(k, TS_IN, "cos", TS_f32, ctx, half);
    ts_view sine = ts_arg2(k, TS_IN, "sin", TS_f32, ctx, half);
    ts_view kcache = cache_arg(k, s, TS_INOUT, "kcache");
    ts_view vcache = cache_arg(k, s, TS_INOUT, "vcache");
    cache keys = cache_of(k, s, TS_INOUT, kcache, "kcache_scale");
    cache values = cache_of(k, s, TS_INOUT, vcache, "vcache_scale");

    ts_val m = ts_program(ts_min(rows, ts_sub(ctx, pos)), 1), kv = ts_program(nkv, 1);
    ts_val at = ts_add(pos, m), of_k = ts_add(nh, kv);
    ts_val c = ts_load(ts_row(cosine, at), zero(k), width);
    ts_val n = ts_load(ts_row(sine, at), zero(k), width);
    ts_view token = ts_row(qkv, m), key = ts_row(token, of_k);
    ts_view value = ts_row(token, ts_add(of_k, nkv));
    turn_group(k, token, ts_mul(kv, ts_i32(k, s->heads / s->kv_heads)), s, c, n);
    halves x = {ts_load(key, zero(k), width), ts_load(key, half, width)};
    halves y = turned(x, c, n);
    append_parts(k, s, keys, kv, at, (ts_val[]){y.lo, y.hi}, 2);
    ts_val v[] = {ts_load(value, zero(k), width), ts_load(value, half, width)};
    append_parts(k, s, values, kv, at, v, 2);
}

enum { WITHIN, BEYOND };

/* Also a chunk of which the last tokens lie beyond the context. */
static int cases(const ts_shape *s, ts_case *c)
{
    int n = rows_at_cases(s, c), fit = (s->chunk + 1) / 2;
    c[n] = (ts_case){.name = "beyond the end", .size = {s->chunk, fit < s->ctx ? s->ctx - fit : 0}};
    c[n + 1] = (ts_case){"a pair of a key and of a value beyond f16", {1, s->ctx / 2}, BEYOND};
    return n + 2;
}

/* Keys stay far within what f16 holds, but for a pair far beyond it, in a case of its own. Of values the first
 * ones are at its ends, and no numbers. */
static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    const double hard[] = {65519, -65520, 1e30, 1 + 0x1p-8, 0x1p-25, -0.0, INFINITY, NAN};
    size_t half = (size_t)s->head_dim / 2, key = head_at(s, 0, s->heads);
    size_t value = head_at(s, 0, s->heads + s->kv_heads);
    for (int m = 0; m < s->chunk; m++)
        for (int i = 0; i < s->kv_heads * s->head_dim; i++) {
            double *x = a[0] + head_at(s, m, s->heads) + i;
            *x = remainder(*x, 8);
        }
    for (size_t i = 0; i < (size_t)s->ctx * s->head_dim / 2; i++)
        a[1][i] = remainder(a[1][i], 2), a[2][i] = remainder(a[2][i], 2);
    for (int i = 0; i < (int)(sizeof hard / sizeof *hard) && i < s->kv_heads * s->head_dim; i++)
        a[0][value + (size_t)i] = hard[i];
    if (c->variant != BEYOND) return;
    a[0][key] = a[0][key + half] = -4e4; /* the angle quadruples it */
    a[0][value] = a[0][value + half] = 1e6;
    for (size_t i = 0; i < (size_t)s->ctx * half; i++) a[1][i] = 4, a[2][i] = 0;
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t q = (size_t)s->heads * s->head_dim, n = (size_t)s->kv_heads * s->head_dim;
    return ts_storage(TS_f32, size[0] * (2 * q + 2 * n + s->head_dim)) +
           cache_bytes(s, (size_t)size[0]);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    return 3 * (uint64_t)size[0] * (s->heads + s->kv_heads) * s->head_dim;
}

const ts_kernel_def ts_r1_prefill_rope_append = {
    R1_DISTILL,
    .name = "prefill_rope_append",
    .formula = "q[m] = rope(q[m]); kcache[:,pos+m] = rope(k[m]); vcache[:,pos+m] = v[m]",
    .doc = "inout qkv f32[chunk,NH+2NKV,DH], in cos f32[ctx,DH/2], in sin likewise, "
           " inout kcache kv[NKV,ctx,DH], inout vcache likewise, beside codes inout kcache_scale "
           "f32[NKV,ctx], inout vcache_scale likewise; sizes rows, pos; "
           "dropped where pos + m is not below ctx. NaN for what is no finite number of the cache",
    .build = build,
    .limit = TS_LIMITS({"qkv", REAL_LIMIT}, {"kcache", REAL_LIMIT}),
    .limit_of = CODES_LIMITS(REAL_LIMIT),
    .reference = reference,
    .cases = cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
