/* cache.h - the cache of keys and values as kernels of this suite read it and append to it: numbers, or codes
 * with scales.
 *
 *     kcache        [NKV,ctx,DH]   f32, f16, bf16: keys. i8: codes
 *     kcache_scale  [NKV,ctx]      f32, only beside codes: key [h,t,i] is kcache[h,t,i] * kcache_scale[h,t]
 *
 * and values likewise. The largest number of a head at a position becomes 127. One scale for all of it costs
 * attention a product a score and none a key, since it leaves the sum. What is no number makes a scale of NaN,
 * which reaches the logits; heads of which nothing is above 2^-100 become zeros.
 *
 * Scales are the last params of a kernel, as in matrix.h.
 */
#ifndef TESSERA_KERNELS_R1_DISTILL_CACHE_H
#define TESSERA_KERNELS_R1_DISTILL_CACHE_H

#include "kernels/r1_distill/parts.h"

/* Limits of codes and scales, beside those of numbers. */
#define CODES_LIMITS(limit)                                                                        \
    TS_LIMITS_OF({"kcache", TS_i8, limit}, {"vcache", TS_i8, limit},                               \
                 {"kcache_scale", TS_f32, limit}, {"vcache_scale", TS_f32, limit})

enum { MOST_WIDTH = 1024 }; /* of a head in inputs made by hand */
enum { MOST_CODE = 127, LEAST_BITS = 27 << 23 /* of 2^-100 */ };

static inline bool has_codes(const ts_shape *s)
{
    return s->type.kv == TS_i8;
}

/* ---- tile code ---- */

typedef struct cache { /* or that of a head */
    ts_view x, scale;  /* scale: a zero handle where there is none */
} cache;

static inline ts_view cache_arg(ts_kern *k, const ts_shape *s, ts_mode mode, const char *name)
{
    ts_val heads = ts_i32(k, s->kv_heads), ctx = ts_i32(k, s->ctx), width = ts_i32(k, s->head_dim);
    return ts_arg3(k, mode, name, s->type.kv, heads, ctx, width);
}

/* Declares the scales of x. */
static inline cache cache_of(ts_kern *k, const ts_shape *s, ts_mode mode, ts_view x,
                             const char *name)
{
    cache c = {.x = x};
    if (has_codes(s))
        c.scale = ts_arg2(k, mode, name, TS_f32, ts_i32(k, s->kv_heads), ts_i32(k, s->ctx));
    return c;
}

/* Positions below len of a head. */
static inline cache cache_part(ts_kern *k, cache c, ts_val head, ts_val len)
{
    cache part = {.x = ts_part(ts_row(c.x, head), 0, zero(k), len, 1)};
    if (c.scale.k) part.scale = ts_part(ts_row(c.scale, head), 0, zero(k), len, 1);
    return part;
}

/* x [h,n], a column of which belongs to each of the n positions from t on, times their scales. */
static inline ts_val times_scales(cache c, ts_val x, ts_val t, int n)
{
    return c.scale.k ? ts_mul(x, ts_load(c.scale, t, n)) : x;
}

typedef struct coding {
    ts_val inverse, scale;
} coding;

/* bits: those of the largest of a head, of which size_bits keeps the order. */
static inline coding coding_of(ts_kern *k, ts_val bits)
{
    ts_val max = ts_bits(bits, TS_f32), nothing = ts_f32(k, 0);
    ts_val finite = ts_lt(bits, ts_i32(k, INF_BITS));
    ts_val some = ts_and(finite, ts_lt(ts_i32(k, LEAST_BITS), bits));
    ts_val scale = ts_select(some, ts_mulk(max, 1.0 / MOST_CODE), nothing);
    return (coding){.inverse = ts_select(some, ts_div(ts_f32(k, MOST_CODE), max), nothing),
                    .scale = ts_select(finite, scale, ts_f32(k, NAN))};
}

static inline ts_val codes_of(ts_kern *k, ts_val x, coding c)
{
    ts_val finite = ts_lt(size_bits(k, x), ts_i32(k, INF_BITS));
    return ts_cast(ts_mul(ts_select(finite, x, ts_f32(k, 0)), c.inverse), TS_i8);
}

/* The parts of a head, one behind the other, to its place in the cache. */
static inline void append_parts(ts_kern *k, const ts_shape *s, cache c, ts_val head, ts_val pos,
                                const ts_val *x, int parts)
{
    ts_view row = ts_row(ts_row(c.x, head), pos);
    int width = s->head_dim / parts;
    coding code = {{0}, {0}};
    if (c.scale.k) {
        ts_val bits = ts_amax(size_bits(k, x[0]), 0);
        if (parts > 1) bits = ts_max(bits, ts_amax(size_bits(k, x[1]), 0));
        code = coding_of(k, bits);
        ts_store(ts_row(c.scale, head), pos, code.scale);
    }
    for (int i = 0; i < parts; i++) {
        ts_val stored = c.scale.k ? codes_of(k, x[i], code) : held(k, x[i], s->type.kv);
        ts_store(row, ts_i32(k, i * width), stored);
    }
}

/* ---- references ---- */

/* One head at one position: mag[i] is the magnitude of x[i], NULL: exact. Codes of exact numbers are off by
 * what their scale is rounded. */
static inline void append_ref(const ts_shape *s, const double *x, const double *mag, double *to,
                              double *to_mag)
{
    double least = s->type.kv == TS_f16 ? 0x1p-14 : 0; /* below, f16 is coarser */
    for (int i = 0; i < s->head_dim; i++) {
        to[i] = held_ref(x[i], s->type.kv);
        to_mag[i] = mag ? fmax(mag[i], least) : 0;
    }
}

static inline void append_codes_ref(const ts_shape *s, const double *x, const double *mag,
                                    double *to, double *to_mag, double *scale, double *scale_mag)
{
    double max = 0, most = 0;
    bool finite = true;
    for (int i = 0; i < s->head_dim; i++) {
        finite &= isfinite(x[i]) != 0;
        if (isfinite(x[i])) max = fmax(max, fabs(x[i]));
        if (mag) most = fmax(most, mag[i]);
    }
    bool some = finite && max > 0x1p-100;
    *scale = !finite ? NAN : some ? max / MOST_CODE : 0;
    *scale_mag = (max + most) / MOST_CODE;
    for (int i = 0; i < s->head_dim; i++) {
        to[i] = some ? x[i] / *scale : 0;
        to_mag[i] = some ? MOST_CODE + ((mag ? mag[i] : 0) + most) / *scale : 0;
    }
}

/* Head h at position pos, of cache number i with scales number j. */
static inline void append_head_ref(const ts_shape *s, const double *x, const double *mag, int h,
                                   int pos, double *const *a, double *const *m, int i, int j)
{
    size_t at = (size_t)h * s->ctx + pos, to = at * s->head_dim;
    if (has_codes(s))
        append_codes_ref(s, x, mag, a[i] + to, m[i] + to, a[j] + at, m[j] + at);
    else
        append_ref(s, x, mag, a[i] + to, m[i] + to);
}

/* Nothing of the cache is off before it is appended to. */
static inline void no_magnitude(const ts_shape *s, double *const *mag, int i, int j)
{
    size_t n = (size_t)s->kv_heads * s->ctx;
    memset(mag[i], 0, n * s->head_dim * sizeof(double));
    if (has_codes(s)) memset(mag[j], 0, n * sizeof(double));
}

/* The scale of head h at position t, array number i. */
static inline double scale_ref(const ts_shape *s, double *const *a, int i, int h, int t)
{
    return has_codes(s) ? a[i][(size_t)h * s->ctx + t] : 1;
}

/* Makes array i hold this head, as it is or as codes with scale j. */
static inline void put_head(const ts_shape *s, double *const *a, int i, int j, int h, int t,
                            const double *x)
{
    double *to = a[i] + ((size_t)h * s->ctx + t) * s->head_dim, max = 0;
    for (int e = 0; e < s->head_dim; e++) max = fmax(max, fabs(x[e]));
    double scale = has_codes(s) && max > 0 ? (double)(float)(max / MOST_CODE) : 1;
    for (int e = 0; e < s->head_dim; e++) to[e] = has_codes(s) ? rint(x[e] / scale) : x[e];
    if (has_codes(s)) a[j][(size_t)h * s->ctx + t] = scale;
}

/* Array i, random numbers: elements of the first `len` positions keep to +-most (0: numbers are as they were
 * drawn), later ones are what an earlier text left there: NaN here, so that any use shows. */
static inline void fill_cache(const ts_shape *s, double *const *a, int i, int j, int len,
                              double most)
{
    for (size_t at = 0; at < (size_t)s->kv_heads * s->ctx; at++) {
        bool stale = at % (size_t)s->ctx >= (size_t)len;
        double *x = a[i] + at * (size_t)s->head_dim;
        double step = (most > 0 ? most : 8) / MOST_CODE;
        if (has_codes(s)) a[j][at] = stale ? NAN : step * (1 - (double)(at % 5) / 8);
        for (int e = 0; e < s->head_dim; e++)
            x[e] = has_codes(s) ? remainder(rint(40 * x[e]), 2 * MOST_CODE)
                   : stale      ? NAN
                   : most > 0   ? remainder(x[e], 2 * most)
                                : x[e];
    }
}

/* ---- the price ---- */

/* Of so many positions of keys and of values. */
static inline uint64_t cache_bytes(const ts_shape *s, size_t positions)
{
    size_t heads = 2 * positions * (size_t)s->kv_heads;
    return ts_storage(s->type.kv, heads * (size_t)s->head_dim) +
           (has_codes(s) ? ts_storage(TS_f32, heads) : 0);
}

#endif
