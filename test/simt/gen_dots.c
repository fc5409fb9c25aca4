/* gen_dots.c - random products for matrix units (test/simt/gen_dots.h). */
#include "test/simt/gen_dots.h"

#include <stdlib.h>

#include "simt/cuda_like.h"

/* ---- targets ---- */

#define WITH_UNIT(lanes, unit)                                                                     \
    {                                                                                              \
        .threads = 128, .max_threads = 256, .subgroup = (lanes), .shared_bytes = 65536,            \
        .wide = true, .half = true, .unroll = 2, .matrix = (unit),                                 \
    }

static const ts_simt_traits traits[TS_UNIT_TARGETS] = {
    WITH_UNIT(32, &ts_cuda_unit), WITH_UNIT(64, &ts_mfma_unit), WITH_UNIT(32, &ts_wmma_unit)};

#define TARGET(n)                                                                                  \
    {                                                                                              \
        .name = "unit " #n, .language = "made up", .family = &ts_family_simt,                      \
        .traits = &traits[n],                                                                      \
    }

const ts_target *ts_unit_target(int n)
{
    static const ts_target all[TS_UNIT_TARGETS] = {TARGET(0), TARGET(1), TARGET(2)};
    return &all[n];
}

/* ---- kernels ---- */

typedef struct draws {
    uint64_t state;
} draws;

static int below(draws *d, int n)
{
    d->state = d->state * 6364136223846793005u + 1442695040888963407u;
    return (int)((d->state >> 33) % (uint64_t)n);
}

static ts_dtype element(draws *d)
{
    static const ts_dtype others[] = {TS_u8, TS_f32};
    int n = below(d, TS_KINDS * 6 + 2);
    return n < TS_KINDS * 6 ? ts_kind_dtype((ts_matrix_kind)(n % TS_KINDS))
                            : others[n - TS_KINDS * 6];
}

typedef struct shape {
    int m, n, k, deep; /* of a tile; of the matrices */
    ts_dtype a, b;
    bool wide_a, wide_b; /* are made f32 first */
} shape;

static shape draw_shape(draws *d)
{
    shape s = {.a = element(d)};
    int most = ts_dtypes[s.a].bits == 8 ? 320 : 128;
    s.m = 16 * (1 + below(d, 3));
    s.n = 16 * (1 + below(d, 4));
    s.k = below(d, 4) ? 32 * (1 + below(d, most / 32)) : 16 + below(d, 50);
    s.deep = s.k * (1 + below(d, 2)) - (below(d, 3) ? 0 : below(d, 16));
    s.b = below(d, 6) ? s.a : element(d);
    s.wide_a = below(d, 2);
    s.wide_b = below(d, 4) ? s.wide_a : !s.wide_a;
    if (ts_dtypes[s.a].class == 'N' && ts_dtypes[s.b].class == 'N' && s.a != s.b)
        s.wide_a = s.wide_b = false; /* sums of 255 times 128 may be no f32 */
    if (s.a == TS_u8 && s.b == TS_u8) s.wide_a = s.wide_b = false;
    return s;
}

static ts_val operand(ts_view v, ts_val row, ts_val col, int rows, int cols, bool wide)
{
    return wide ? ts_loadf2(v, row, col, rows, cols) : ts_load2(v, row, col, rows, cols);
}

static bool is_whole(ts_dtype t, bool wide)
{
    return ts_dtypes[t].class == 'N' && !wide;
}

static ts_val scaled(ts_kern *k, ts_view codes, ts_view scales, ts_val row, ts_val col, int rows,
                     const ts_scaled_dot *s)
{
    ts_val x = ts_loadf2(codes, row, col, rows, s->k);
    ts_val at = ts_div(col, ts_i32(k, s->shared));
    ts_val by = ts_load2(scales, row, at, rows, s->k / s->shared);
    by = ts_cast(by, TS_f32);
    by = ts_repeat(s->sign == TS_ABS_FIRST ? ts_abs(by) : by, s->shared);
    if (s->sign == TS_ABS_LAST) by = ts_abs(by);
    return s->first ? ts_mul(by, x) : ts_mul(x, by);
}

ts_kern *ts_scaled_dots(const ts_scaled_dot *s)
{
    ts_kern *k = ts_begin("product");
    ts_val rows = ts_i32(k, s->rows), cols = ts_i32(k, s->cols), deep = ts_i32(k, s->deep);
    ts_val groups = ts_i32(k, (s->deep + s->shared - 1) / s->shared);
    ts_view x = ts_arg2(k, TS_IN, "x", TS_f4e2m1, rows, deep);
    ts_view w = ts_arg2(k, TS_IN, "w", TS_f4e2m1, cols, deep);
    ts_view y = ts_arg2(k, TS_OUT, "y", TS_f32, rows, cols);
    ts_view of_x = ts_arg2(k, TS_IN, "x_scale", s->scale, rows, groups);
    ts_view of_w = ts_arg2(k, TS_IN, "w_scale", s->scale, cols, groups);
    ts_val m = ts_program(rows, s->m), n = ts_program(cols, s->n);
    ts_var sum = ts_var2(ts_f32(k, 0.5), s->m, s->n);
    for (ts_loop j = ts_upto(deep, s->k); ts_next(&j);) {
        ts_val a = scaled(k, x, of_x, m, j.at, s->m, s), b = scaled(k, w, of_w, n, j.at, s->n, s);
        ts_set(sum, ts_dot_t(a, b, ts_get(sum)));
    }
    ts_store2(y, m, n, ts_get(sum));
    return k;
}

static ts_kern *draw_scaled(draws *d)
{
    ts_scaled_dot s = {.rows = 1 + below(d, 70), .cols = 1 + below(d, 70), .m = 16, .n = 16};
    s.m *= 1 + below(d, 3);
    s.n *= 1 + below(d, 3);
    s.k = 64 * (1 + below(d, 4));
    s.deep = s.k * (1 + below(d, 2)) - (below(d, 2) ? 0 : 2 * below(d, 20));
    s.first = below(d, 2);
    s.shared = below(d, 2) ? TS_MXFP4_SHARE : TS_NVFP4_SHARE;
    bool nv = below(d, 5) ? s.shared == TS_NVFP4_SHARE : below(d, 2);
    s.scale = nv ? TS_f8e4m3 : TS_f8e8m0;
    s.sign = nv ? (ts_scale_sign)below(d, 3) : TS_AS_IT_IS;
    return ts_scaled_dots(&s);
}

static ts_kern *finished(ts_kern *k)
{
    ts_error err = {0};
    if (ts_finish(k, &err)) abort();
    return k;
}

ts_kern *ts_gen_dots(uint64_t seed)
{
    draws d = {seed};
    if (!below(&d, 4)) return finished(draw_scaled(&d));
    shape s = draw_shape(&d);
    ts_kern *k = ts_begin("dots");
    bool whole = is_whole(s.a, s.wide_a) && is_whole(s.b, s.wide_b);
    ts_val rows = ts_i32(k, 1 + below(&d, 70)), cols = ts_i32(k, 1 + below(&d, 70));
    ts_val deep = ts_i32(k, s.deep), first = whole ? ts_i32(k, -3) : ts_f32(k, 0.5);
    ts_view a = ts_arg2(k, TS_IN, "a", s.a, rows, deep),
            b = ts_arg2(k, TS_IN, "b", s.b, cols, deep);
    ts_view y = ts_arg2(k, TS_OUT, "y", whole ? TS_i32 : TS_f32, rows, cols);
    ts_val m = ts_program(rows, s.m), n = ts_program(cols, s.n);
    ts_var sum = ts_var2(first, s.m, s.n);
    for (ts_loop j = ts_upto(deep, s.k); ts_next(&j);) {
        ts_val p = operand(a, m, j.at, s.m, s.k, s.wide_a);
        ts_val q = operand(b, n, j.at, s.n, s.k, s.wide_b);
        ts_set(sum, ts_dot_t(p, q, ts_get(sum)));
    }
    ts_store2(y, m, n, ts_mulk(ts_get(sum), 2));
    return finished(k);
}
