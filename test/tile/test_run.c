/* test_run.c - the interpreter against results worked out here by hand or by plain loops: every kind
 * of op, views at and over their edges, loops, grids, rounding places, and launches that must fail. */
#include "tile/ir.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { MOST = 4096 };

/* One output of at most MOST elements, up to three inputs; all given and read as doubles. */
typedef struct bench {
    ts_kern *k;
    ts_dtype type[4];
    double in[4][MOST];
    size_t n[4];
    int params, sizes;
    int32_t size[8];
    double out[MOST]; /* of param 0 */
    unsigned modes;
} bench;

static bench *b; /* of the running test */

static int setup(void **state)
{
    (void)state;
    b = calloc(1, sizeof *b);
    b->k = ts_begin("t");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    ts_free(b->k);
    free(b);
    return 0;
}

static ts_val i32(int x)
{
    return ts_i32(b->k, x);
}

static ts_val size(const char *name, int32_t x)
{
    b->size[b->sizes++] = x;
    return ts_size(b->k, name);
}

/* Declares the next param, n x m elements, without contents. */
static ts_view memory(ts_mode mode, ts_dtype t, int n, int m)
{
    static const char *const names[] = {"p0", "p1", "p2", "p3"};
    int p = b->params++;
    b->type[p] = t;
    b->n[p] = (size_t)n * (size_t)(m ? m : 1);
    return m ? ts_arg2(b->k, mode, names[p], t, i32(n), i32(m))
             : ts_arg1(b->k, mode, names[p], t, i32(n));
}

static ts_view with(ts_view v, const double *x)
{
    memcpy(b->in[b->params - 1], x, b->n[b->params - 1] * sizeof *x);
    return v;
}

static int go(uint64_t steps, ts_error *err)
{
    void *buffer[4] = {0};
    size_t bytes[4] = {0};
    if (ts_finish(b->k, err)) return -1;
    for (int p = 0; p < b->params; p++) {
        bytes[p] = ts_storage(b->type[p], b->n[p]);
        buffer[p] = malloc(bytes[p] + 1);
        for (size_t i = 0; i < b->n[p]; i++)
            ts_place(b->type[p], buffer[p], i, ts_encode(b->type[p], b->in[p][i]));
    }
    int bad = ts_interpret(b->k, buffer, bytes, b->size, b->modes, steps, err);
    for (size_t i = 0; i < b->n[0]; i++)
        b->out[i] = ts_decode(b->type[0], ts_fetch(b->type[0], buffer[0], i));
    for (int p = 0; p < b->params; p++) free(buffer[p]);
    return bad;
}

static void expect(const double *want, size_t n)
{
    ts_error err = {0};
    if (go(0, &err)) fail_msg("%s", err.text);
    for (size_t i = 0; i < n; i++)
        if (b->out[i] != want[i] && !(isnan(b->out[i]) && isnan(want[i])))
            fail_msg("element %zu is %.17g, not %.17g", i, b->out[i], want[i]);
}

#define EXPECT(...) expect((double[]){__VA_ARGS__}, sizeof(double[]){__VA_ARGS__} / sizeof(double))
#define WITH(t, ...)                                                                               \
    with(memory(TS_IN, t, sizeof(double[]){__VA_ARGS__} / sizeof(double), 0),                      \
         (double[]){__VA_ARGS__})

static void refused(uint64_t steps, const char *part)
{
    ts_error err = {0};
    assert_int_equal(go(steps, &err), -1);
    if (!strstr(err.text, part)) fail_msg("'%s' does not say '%s'", err.text, part);
}

/* ---- elementwise ---- */

static void integers_wrap(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 22, 0);
    ts_val min = i32(INT32_MIN), max = i32(INT32_MAX), m1 = i32(-1), one = i32(1), zero = i32(0);
    ts_val row[] = {ts_add(max, one),
                    ts_sub(min, one),
                    ts_mul(max, max),
                    ts_div(min, m1),
                    ts_rem(min, m1),
                    ts_div(one, zero),
                    ts_rem(i32(7), zero),
                    ts_neg(min),
                    ts_abs(min),
                    ts_shl(one, i32(31)),
                    ts_shl(one, i32(32)),
                    ts_shr(min, i32(40)),
                    ts_shr(min, m1),
                    ts_div(i32(-7), i32(2)),
                    ts_dot2(i32(-0x20003), i32(0x5fffe)),
                    ts_dot2(i32(0x7fff8000), i32(0x7fff8000)),
                    ts_dot2(i32((int)0x80008000), i32((int)0x80008000)),
                    ts_dot4(i32(0x7f80ff02), i32((int)0x80807f03)),
                    ts_dot4(i32((int)0x80808080), i32((int)0x80808080)),
                    ts_e2m1(i32(0x57ff4)),
                    ts_e2m1(i32(0xfffff9)),
                    ts_e2m1(i32(0x70002))};
    for (int i = 0; i < 22; i++) ts_store(o, i32(i), row[i]);
    EXPECT(INT32_MIN, INT32_MAX, 1, INT32_MIN, 0, 0, 0, INT32_MIN, INT32_MIN, INT32_MIN, 0, -1, -1,
           -3, -9, 0x7fff0001, INT32_MIN, 7, 65536, 0x0c120010, 0x0c00000b, 0x0c180c0e);
}

static void unsigned_wrap(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_u32, 7, 0);
    ts_val max = ts_const(b->k, TS_u32, 4294967295.0), two = ts_const(b->k, TS_u32, 2);
    ts_val row[] = {ts_add(max, two), ts_sub(two, max), ts_mul(max, max), ts_div(max, two),
                    ts_shr(max, two), ts_shl(max, two), ts_max(max, two)};
    for (int i = 0; i < 7; i++) ts_store(o, i32(i), row[i]);
    EXPECT(1, 3, 1, 2147483647, 1073741823, 4294967292.0, 4294967295.0);
}

static void floats_follow_the_table(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_f32, 12, 0);
    ts_view x = WITH(TS_f32, NAN, 2.5, -2.5, INFINITY);
    ts_val nan = ts_at(x, i32(0)), a = ts_at(x, i32(1)), c = ts_at(x, i32(2)),
           inf = ts_at(x, i32(3));
    ts_val row[] = {ts_min(nan, a),
                    ts_max(a, nan),
                    ts_rint(a),
                    ts_trunc(c),
                    ts_floor(c),
                    ts_rsqrt(ts_mul(a, ts_f32(b->k, 1.6))),
                    ts_exp2(ts_f32(b->k, 3)),
                    ts_sub(inf, inf),
                    ts_div(a, ts_f32(b->k, 0)),
                    ts_abs(c),
                    ts_log2(ts_f32(b->k, 8)),
                    ts_fma(a, a, c)};
    for (int i = 0; i < 12; i++) ts_store(o, i32(i), row[i]);
    EXPECT(2.5, 2.5, 2, -2, -3, (float)(1 / sqrt(2.5 * (double)1.6f)), 8, NAN, INFINITY, 2.5, 3,
           3.75);
}

static void comparisons_and_select_broadcast(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_f32, 2, 3);
    ts_view x = WITH(TS_f32, 1, NAN, 3);
    ts_val w = ts_load(x, i32(0), 3);
    ts_val h = ts_cast(ts_col(ts_add(ts_iota(b->k, 2), i32(1))), TS_f32); /* 1 2 down */
    ts_store2(o, i32(0), i32(0), ts_select(ts_le(w, h), ts_add(h, w), ts_f32(b->k, -1)));
    EXPECT(2, -1, -1, 3, -1, -1);
}

static void nan_differs_from_itself(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 5, 0);
    ts_val x = ts_at(WITH(TS_f32, NAN), i32(0));
    ts_val p[] = {ts_eq(x, x), ts_ne(x, x), ts_lt(x, x), ts_or(ts_ne(x, x), ts_eq(x, x)),
                  ts_xor(ts_ne(x, x), ts_ne(x, x))};
    for (int i = 0; i < 5; i++) ts_store(o, i32(i), ts_cast(p[i], TS_i32));
    EXPECT(0, 1, 0, 1, 0);
}

static void only_casts_and_stores_round(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_f32, 5, 0);
    ts_val one = ts_f32(b->k, 1), tiny = ts_f32(b->k, ldexp(1, -40)), sum = ts_add(one, tiny);
    ts_store(o, i32(0), ts_sub(sum, one));
    ts_store(o, i32(1), ts_sub(ts_bits(ts_bits(sum, TS_i32), TS_f32), one));
    ts_store(o, i32(2), ts_cast(ts_i32(b->k, 16777217), TS_f32));
    /* the tie of bf16 that is none, if f32 is not rounded on the way */
    ts_store(o, i32(3),
             ts_cast(ts_cast(ts_add(ts_f32(b->k, 1 + ldexp(1, -8)), tiny), TS_bf16), TS_f32));
    ts_store(o, i32(4), ts_sub(ts_cast(sum, TS_f32), one)); /* to its own dtype: no cast */
    EXPECT(ldexp(1, -40), 0, 16777216, 1 + ldexp(1, -7), ldexp(1, -40));
}

static void casts_saturate(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 9, 0);
    ts_view x = WITH(TS_f32, NAN, 1e20, -1e20, 2.5, 3.5);
    for (int i = 0; i < 5; i++) ts_store(o, i32(i), ts_cast(ts_at(x, i32(i)), TS_i32));
    ts_store(o, i32(5), ts_cast(ts_cast(i32(-300), TS_i8), TS_i32));
    ts_store(o, i32(6), ts_cast(ts_cast(i32(-1), TS_u32), TS_i32));
    ts_store(o, i32(7), ts_cast(ts_bits(i32(-1), TS_u32), TS_i32));
    ts_store(o, i32(8), ts_bits(ts_cast(ts_cast(i32(500), TS_f8e4m3), TS_f32), TS_i32));
    EXPECT(0, INT32_MAX, INT32_MIN, 2, 4, -128, 0, INT32_MAX, 0x43e00000);
}

/* ---- memory ---- */

static void reads_outside_are_zero_bits(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_f32, 6, 0);
    ts_view x = WITH(TS_f8e8m0, 2, 4, 8);
    ts_store(o, i32(0), ts_loadf(x, i32(-1), 6));
    EXPECT(ldexp(1, -127), 2, 4, 8, ldexp(1, -127), ldexp(1, -127));
}

static void far_indices_do_nothing(void **state)
{
    (void)state;
    static const int far[] = {INT32_MIN, -8, 5, INT32_MAX - 1, INT32_MAX};
    ts_view o = memory(TS_INOUT, TS_i32, 5, 0);
    for (int i = 0; i < 5; i++) ts_store(o, i32(far[i]), ts_load(o, i32(far[i]), 8));
    ts_store(o, i32(3), ts_iota(b->k, 8));
    ts_store(o, i32(-7), ts_iota(b->k, 8));
    EXPECT(7, 0, 0, 0, 1);
}

static void packed_elements_keep_their_neighbours(void **state)
{
    (void)state;
    ts_view o = with(memory(TS_INOUT, TS_i4, 7, 0), (double[]){1, 2, 3, 4, 5, 6, 7});
    ts_store(o, i32(1), ts_cast(ts_neg(ts_iota(b->k, 3)), TS_i4));
    EXPECT(1, 0, -1, -2, 5, 6, 7);
}

static void equal_scatter_indices_let_the_last_win(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 3, 2);
    ts_val at = ts_load(WITH(TS_i32, 2, -1, 2, 0, 3), i32(0), 5);
    ts_val x = ts_add(ts_mul(ts_col(ts_iota(b->k, 5)), i32(10)), ts_iota(b->k, 3));
    ts_scatter2(o, at, i32(0), x);
    EXPECT(30, 31, 0, 0, 20, 21);
}

static void gathers_take_rows(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_f32, 3, 3);
    ts_view x = with(memory(TS_IN, TS_f16, 2, 3), (double[]){1, 2, 3, 4, 5, 6});
    ts_val at = ts_load(WITH(TS_i32, 1, 7, 0), i32(0), 3);
    ts_store2(o, i32(0), i32(0), ts_cast(ts_gather2(x, at, i32(1), 3), TS_f32));
    EXPECT(5, 6, 0, 0, 0, 0, 2, 3, 0);
}

/* Views of a 5 x 7 array x[i][j] = 10 i + j, cut at random and asked for single elements, beside the
 * definition done on index lists: every view is the list of parent elements, or none. */
typedef struct listed {
    int rank, n[2];
    int at[64][64]; /* element value, -1 for none */
} listed;

static int element(const listed *v, int64_t i, int64_t j)
{
    return i < 0 || j < 0 || i >= v->n[0] || j >= v->n[1] ? -1 : v->at[i][j];
}

static listed cut_list(const listed *v, int dim, int start, int count, int step)
{
    listed r = *v;
    r.n[dim] = count < 0 ? 0 : count;
    for (int i = 0; i < r.n[0]; i++)
        for (int j = 0; j < r.n[1]; j++)
            r.at[i][j] = dim ? element(v, i, start + (int64_t)j * step)
                             : element(v, start + (int64_t)i * step, j);
    return r;
}

static listed swap_list(const listed *v)
{
    listed r = {.rank = 2, .n = {v->n[1], v->n[0]}};
    for (int i = 0; i < r.n[0]; i++)
        for (int j = 0; j < r.n[1]; j++) r.at[i][j] = v->at[j][i];
    return r;
}

static uint32_t next(uint32_t *seed, uint32_t n)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % n;
}

static void one_chain(uint32_t seed)
{
    setup(NULL);
    ts_view o = memory(TS_OUT, TS_i32, 12, 12), v = memory(TS_IN, TS_i32, 5, 7);
    listed list = {.rank = 2, .n = {5, 7}};
    for (int i = 0; i < 35; i++) list.at[i / 7][i % 7] = i / 7 * 10 + i % 7 + 1;
    for (int i = 0; i < 35; i++) b->in[1][i] = list.at[i / 7][i % 7];
    for (int depth = (int)next(&seed, 5); depth > 0; depth--) {
        if (next(&seed, 3) == 0) {
            v = ts_swap(v);
            list = swap_list(&list);
        }
        int dim = (int)next(&seed, 2), start = (int)next(&seed, 9) - 3;
        int count = (int)next(&seed, 14) - 2, step = 1 + (int)next(&seed, 3);
        v = ts_part(v, dim, i32(start), i32(count), step);
        list = cut_list(&list, dim, start, count, step);
    }
    int i0 = (int)next(&seed, 7) - 3, j0 = (int)next(&seed, 7) - 3;
    ts_store2(o, i32(0), i32(0), ts_load2(v, i32(i0), i32(j0), 6, 12));
    int row = (int)next(&seed, 8) - 1;
    ts_store2(o, i32(6), i32(0), ts_reshape2(ts_load(ts_row(v, i32(row)), i32(j0), 12), 1, 12));
    double want[7 * 12];
    for (int i = 0; i < 7 * 12; i++) {
        int e = element(&list, i < 72 ? i0 + i / 12 : row, j0 + i % 12);
        want[i] = e < 0 ? 0 : e;
    }
    expect(want, 7 * 12);
    teardown(NULL);
}

static void views_compose(void **state)
{
    (void)state;
    for (uint32_t s = 0; s < 3000; s++) one_chain(s);
}

static void extreme_views_are_empty(void **state)
{
    (void)state;
    ts_view o = memory(TS_INOUT, TS_i32, 3, 4), v = o;
    for (int i = 0; i < 6; i++) v = ts_part(v, i & 1, i32(INT32_MIN), i32(INT32_MAX), INT32_MAX);
    ts_store2(v, i32(0), i32(0), ts_splat2(i32(9), 8, 8));
    v = ts_part(o, 1, i32(INT32_MAX), i32(INT32_MAX), 1);
    ts_store2(v, i32(0), i32(INT32_MIN), ts_splat2(i32(9), 2, 8));
    v = ts_part(o, 0, i32(INT32_MIN), i32(INT32_MAX), 1);
    ts_store2(v, i32(INT32_MAX), i32(0), ts_splat2(i32(9), 4, 8)); /* count ends at INT32_MAX - 1 */
    v = ts_part(o, 0, i32(0), i32(-1), 1);
    ts_store2(v, i32(0), i32(0), ts_splat2(i32(9), 2, 2));
    ts_store(ts_row(o, i32(INT32_MIN)), i32(0), ts_iota(b->k, 4));
    EXPECT(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

/* ---- shapes, axes, contraction ---- */

static void reductions_run_along_their_axis(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_f32, 17, 0);
    ts_view x = with(memory(TS_IN, TS_f32, 2, 3), (double[]){1, NAN, -2, 4, 5, 6});
    ts_val a = ts_load2(x, i32(0), i32(0), 2, 3);
    ts_val z = ts_load2(x, i32(1), i32(0), 1, 3);
    ts_store(o, i32(0), ts_amax(a, 0));
    ts_store(o, i32(3), ts_amin(a, 1));
    ts_store(o, i32(5), ts_cast(ts_argmax(a, 1), TS_f32));
    ts_store(o, i32(7), ts_sum(z, 0));
    ts_store(o, i32(10), ts_sum(z, 1));
    ts_store(o, i32(11), ts_reshape1(ts_scan(ts_concat(z, z, 0), 0), 6));
    EXPECT(4, 5, 6, -2, 4, 0, 2, 4, 5, 6, 15, 4, 5, 6, 8, 10, 12);
}

static void ties_go_to_the_lowest_index(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 6, 0);
    ts_view x = WITH(TS_f32, NAN, -INFINITY, 7, 7, -INFINITY, 7);
    ts_view y = WITH(TS_i32, INT32_MIN, 3, INT32_MIN, 3);
    ts_val a = ts_load(x, i32(0), 6), c = ts_load(y, i32(0), 4);
    ts_store(o, i32(0), ts_argmax(a, 0));
    ts_store(o, i32(1), ts_argmin(a, 0));
    ts_store(o, i32(2), ts_argmax(ts_load(x, i32(0), 2), 0)); /* NaN, -inf: -inf is the largest */
    ts_store(o, i32(3), ts_argmax(ts_load(x, i32(0), 1), 0));
    ts_store(o, i32(4), ts_argmin(c, 0));
    ts_store(o, i32(5), ts_argmax(c, 0));
    EXPECT(2, 1, 1, 0, 0, 1);
}

static void nothing_but_nan_has_no_maximum(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_f32, 2, 0);
    ts_val a = ts_load(WITH(TS_f32, NAN, NAN), i32(0), 2);
    ts_store(o, i32(0), ts_amax(a, 0));
    ts_store(o, i32(1), ts_amin(a, 0));
    EXPECT(-INFINITY, INFINITY);
}

static void elements_move(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 24, 0);
    ts_val a = ts_reshape2(ts_iota(b->k, 6), 2, 3);
    ts_store(o, i32(0), ts_reshape1(ts_transpose(a), 6));
    ts_store(o, i32(6), ts_reshape1(ts_slice(a, 1, 1, 2), 4));
    ts_store(o, i32(10), ts_reshape1(ts_slice(a, 0, 1, 1), 3));
    ts_store(o, i32(13), ts_reshape1(ts_concat(ts_slice(a, 1, 2, 1), a, 1), 8));
    ts_store(o, i32(21), ts_slice(ts_concat(ts_iota(b->k, 2), ts_iota(b->k, 2), 0), 0, 1, 3));
    EXPECT(0, 3, 1, 4, 2, 5, 1, 2, 4, 5, 3, 4, 5, 2, 0, 1, 2, 5, 3, 4, 5, 1, 0, 1);
}

static void elements_repeat(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 23, 0);
    ts_val a = ts_reshape2(ts_iota(b->k, 4), 2, 2);
    ts_store(o, i32(0), ts_reshape1(ts_repeat(a, 3), 12));
    ts_store(o, i32(12), ts_repeat(ts_iota(b->k, 3), 2));
    ts_store(o, i32(18), ts_repeat(ts_iota(b->k, 1), 3));
    ts_store(o, i32(21), ts_repeat(ts_slice(ts_iota(b->k, 4), 0, 2, 2), 1));
    EXPECT(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 0, 0, 1, 1, 2, 2, 0, 0, 0, 2, 3);
}

static void dots_contract(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_f32, 12, 0);
    ts_view x = with(memory(TS_IN, TS_f8e4m3, 2, 3), (double[]){1, 2, 3, 4, 5, 6});
    ts_view y = with(memory(TS_IN, TS_f8e4m3, 3, 2), (double[]){1, -1, 2, -2, 3, -3});
    ts_val p = ts_load2(x, i32(0), i32(0), 2, 3), q = ts_load2(y, i32(0), i32(0), 3, 2);
    ts_val none = {0}, c = ts_splat2(ts_f32(b->k, 0.5), 2, 2);
    ts_store(o, i32(0), ts_reshape1(ts_dot(p, q, c), 4));
    ts_store(o, i32(4), ts_reshape1(ts_dot_t(p, p, none), 4));
    ts_val u = ts_cast(ts_load2(x, i32(0), i32(0), 2, 3), TS_f32);
    ts_store(o, i32(8), ts_reshape1(ts_dot(ts_slice(u, 1, 0, 2), u, none), 6));
    EXPECT(14.5, -13.5, 32.5, -31.5, 14, 32, 32, 77, 9, 12, 15, 24);
}

static void integer_dots_wrap(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 1, 1);
    ts_view x = with(memory(TS_IN, TS_i8, 1, 2), (double[]){-128, 127});
    ts_val a = ts_load2(x, i32(0), i32(0), 1, 2);
    ts_store2(o, i32(0), i32(0), ts_dot_t(a, a, ts_splat2(i32(INT32_MAX), 1, 1)));
    EXPECT((double)(INT32_MIN + 128 * 128 + 127 * 127 - 1));
}

/* ---- loops and grids ---- */

static void loops_carry_variables(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 3, 0);
    ts_val n = size("n", 5), m = size("m", -3);
    ts_var sum = ts_var0(i32(0)), trips = ts_var0(i32(0)), never = ts_var1(i32(7), 1);
    for (ts_loop i = ts_range(i32(1), n, 1); ts_next(&i);) {
        for (ts_loop j = ts_upto(i.at, 2); ts_next(&j);) {
            ts_set(sum, ts_add(ts_get(sum), ts_mul(i.at, ts_add(j.at, i32(1)))));
            ts_set(trips, ts_add(ts_get(trips), i32(1)));
        }
    }
    for (ts_loop i = ts_upto(m, 1); ts_next(&i);) ts_set(never, ts_splat1(i32(0), 1));
    ts_store(o, i32(0), ts_get(sum));
    ts_store(o, i32(1), ts_get(trips));
    ts_store(o, i32(2), ts_get(never));
    EXPECT(1 + 2 + 3 * (1 + 3) + 4 * (1 + 3), 6, 7);
}

static void values_read_before_a_set_stay(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 2, 0);
    ts_var v = ts_var0(i32(1));
    ts_val before = ts_get(v);
    ts_set(v, i32(2));
    ts_store(o, i32(0), before);
    ts_store(o, i32(1), ts_get(v));
    EXPECT(1, 2);
}

static void an_index_ends_at_the_largest_i32(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 1, 0);
    ts_var v = ts_var0(i32(0));
    for (ts_loop i = ts_range(i32(INT32_MAX - 5), i32(INT32_MAX), 4); ts_next(&i);)
        ts_set(v, ts_add(ts_get(v), i32(1)));
    ts_store(o, i32(0), ts_get(v));
    EXPECT(2);
}

static void programs_cover_the_grid(void **state)
{
    (void)state;
    ts_view o = memory(TS_INOUT, TS_i32, 3, 5), last = memory(TS_INOUT, TS_i32, 1, 0);
    ts_val r = ts_program(i32(3), 1), c = ts_program(i32(5), 2);
    ts_val x = ts_add(ts_mul(r, i32(10)), c);
    /* in order: each program sees what the one before left in `last` */
    ts_val before = ts_at(last, i32(0));
    ts_store2(o, r, c, ts_splat2(ts_add(x, ts_mul(before, i32(100))), 1, 2));
    ts_store(last, i32(0), ts_add(before, i32(1)));
    EXPECT(0, 0, 102, 102, 204, 310, 310, 412, 412, 514, 620, 620, 722, 722, 824);
}

static void an_empty_grid_does_nothing(void **state)
{
    (void)state;
    ts_view o = memory(TS_INOUT, TS_i32, 2, 0);
    (void)ts_program(size("a", INT32_MAX), 1);
    (void)ts_program(size("b", INT32_MAX), 1);
    (void)ts_program(size("c", -4), 3);
    ts_store(o, i32(0), ts_iota(b->k, 2));
    EXPECT(0, 0);
}

/* ---- launches that fail ---- */

static void too_many_programs_are_refused(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 4, 0);
    (void)ts_program(size("n", INT32_MAX), 1);
    (void)ts_program(size("m", INT32_MAX), 1);
    ts_store(o, i32(0), i32(1));
    refused(0, "2^31 programs");
}

static void the_step_limit_stops(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 4, 0);
    ts_val n = size("n", INT32_MAX);
    ts_var v = ts_var0(i32(0));
    for (ts_loop i = ts_upto(n, 1); ts_next(&i);)
        for (ts_loop j = ts_upto(i32(INT32_MAX), 1); ts_next(&j);) ts_set(v, i.at);
    ts_store(o, i32(0), ts_get(v));
    refused(1000000, "step limit");
}

static void negative_extents_are_refused(void **state)
{
    (void)state;
    ts_val n = size("n", -1);
    b->params = 1;
    ts_view x = ts_arg1(b->k, TS_OUT, "x", TS_f32, n);
    ts_store(x, i32(0), ts_f32(b->k, 1));
    refused(0, "param x: an extent is negative");
}

static void small_buffers_are_refused(void **state)
{
    (void)state;
    b->params = 1;
    b->n[0] = 11;
    ts_view x = ts_arg2(b->k, TS_OUT, "x", TS_f32, size("n", 4), i32(3));
    ts_store(ts_row(x, i32(0)), i32(0), ts_f32(b->k, 1));
    refused(0, "smaller than its extents");
}

static void overflowing_extents_are_refused(void **state)
{
    (void)state;
    b->params = 1;
    ts_val n = size("n", INT32_MAX);
    ts_view x = ts_arg3(b->k, TS_OUT, "x", TS_f32, n, n, n);
    ts_store(ts_row(ts_row(x, n), n), n, ts_f32(b->k, 1));
    refused(0, "smaller than its extents");
}

static void empty_arrays_need_no_memory(void **state)
{
    (void)state;
    b->params = 1;
    ts_val n = size("n", INT32_MAX);
    ts_view v = ts_arg3(b->k, TS_OUT, "x", TS_f32, n, n, size("m", 0));
    ts_store2(ts_row(v, i32(0)), i32(0), i32(0), ts_splat2(ts_f32(b->k, 1), 2, 2));
    ts_error err = {0};
    assert_int_equal(go(0, &err), 0);
}

static void huge_tiles_are_refused(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i32, 4, 0);
    for (int i = 0; i < 200; i++) (void)ts_iota(b->k, TS_MAXELEMS);
    ts_store(o, i32(0), i32(1));
    refused(0, "tiles hold");
}

static void broken_kernels_are_refused(void **state)
{
    (void)state;
    (void)ts_add(i32(1), ts_f32(b->k, 1));
    ts_error err = {0};
    assert_int_equal(ts_run(b->k, NULL, NULL, NULL, 0, &err), -1);
    assert_non_null(strstr(err.text, "add"));
}

/* ---- rounding to f32 ---- */

/* 1 + 2^-24 lies between two f32; an fma whose double lies on such a tie is where rounding twice
 * shows: 1 + 2^-24 + 2^-60 is above it. */
static void each_op_rounds_if_asked(void **state)
{
    (void)state;
    b->modes = TS_RUN_F32;
    ts_view o = memory(TS_OUT, TS_f32, 6, 0);
    ts_view x = WITH(TS_f32, 1, 0x1p-24, 0x1p-30, 3, 16777216);
    ts_val one = ts_at(x, i32(0)), tiny = ts_at(x, i32(1)), least = ts_at(x, i32(2));
    ts_val three = ts_at(x, i32(3)), big = ts_at(x, i32(4));
    ts_store(o, i32(0), ts_sub(ts_add(one, tiny), one));
    ts_store(o, i32(1), ts_sub(ts_fma(least, least, ts_add(one, ts_add(tiny, tiny))), one));
    ts_store(o, i32(2), ts_mul(ts_div(one, three), three));
    ts_store(o, i32(3), ts_sub(ts_add(ts_add(big, one), one), big));
    ts_store(o, i32(4), ts_sub(ts_sum(ts_load(x, i32(0), 5), 0), big));
    ts_store(o, i32(5),
             ts_fma(ts_addk(one, 0x1p-12), ts_addk(one, 0x1p-12), ts_mulk(least, 0x1p-30)));
    EXPECT(0, 0x1p-23, 1, 0, 4, (float)(1 + 0x1p-11) + 0x1p-23);
}

/* ---- programs that conflict ---- */

/* Finishes with one conflict, at `line`, which `text` names with the line of the other program. */
static void conflicts(int line, int other, const char *text)
{
    ts_error err = {0};
    char want[600], rest[300];
    b->modes = TS_RUN_CONFLICTS;
    snprintf(rest, sizeof rest, text, other);
    snprintf(want, sizeof want, "kernel t, %s:%d: %s", __FILE__, line, rest);
    assert_int_equal(go(0, &err), -1);
    assert_string_equal(err.text, want);
}

static void all_programs_store_one_element(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_f32, 4, 0);
    ts_program(i32(8), 2);
    int store = __LINE__ + 1;
    ts_store(o, i32(3), ts_f32(b->k, 1)); /* the same value, too */
    conflicts(store, store,
              "store: program 1 writes p0[3], which program 0 writes, too (store, test_run.c:%d)");
}

static void halos_are_read_by_neighbours(void **state)
{
    (void)state;
    ts_view o = memory(TS_INOUT, TS_bf16, 40, 0);
    ts_val at = ts_program(i32(40), 8);
    int load = __LINE__ + 1;
    ts_val x = ts_loadf(o, ts_addk(at, 1), 8);
    int store = __LINE__ + 1;
    ts_store(o, at, ts_cast(x, TS_bf16));
    conflicts(store, load,
              "store: program 1 writes p0[8], which program 0 reads (load, test_run.c:%d)");
}

static void what_another_program_wrote_is_read(void **state)
{
    (void)state;
    ts_view o = memory(TS_INOUT, TS_i32, 4, 3);
    ts_val r = ts_program(i32(4), 1), c = ts_program(i32(3), 3);
    int load = __LINE__ + 1;
    ts_val x = ts_load2(o, ts_addk(r, -1), c, 1, 3);
    ts_store2(o, r, c, x);
    conflicts(load, load + 1,
              "load: program 1,0 reads p0[0], which program 0,0 writes (store, "
              "test_run.c:%d)");
}

/* Readers 0, 1 and 2 of an element that 2 writes: the one that matters was not the last. */
static void a_reader_before_the_last_counts(void **state)
{
    (void)state;
    ts_view o = memory(TS_INOUT, TS_i32, 8, 0);
    ts_val p = ts_program(i32(3), 1);
    int load = __LINE__ + 1;
    ts_val x = ts_at(o, i32(7));
    ts_store(o, ts_select(ts_eq(p, i32(2)), i32(7), p), x);
    conflicts(load + 1, load,
              "store: program 2 writes p0[7], which program 0 reads (load, test_run.c:%d)");
}

static void four_bit_elements_share_a_byte(void **state)
{
    (void)state;
    ts_view o = memory(TS_OUT, TS_i4, 12, 0);
    ts_val at = ts_program(i32(12), 3);
    int store = __LINE__ + 1;
    ts_store(o, at, ts_cast(ts_splat1(at, 3), TS_i4));
    conflicts(store, store,
              "store: program 1 writes p0[3] (a byte holds two elements), which program 0 writes, "
              "too (store, test_run.c:%d)");
}

/* Program p writes y[p] after it has read x[p]; x and y begin at these words of one memory. */
static int run_in_one_memory(size_t x_at, size_t y_at, ts_error *err)
{
    float memory[16] = {0};
    ts_kern *k = ts_begin("t");
    ts_val n = ts_i32(k, 6);
    ts_view x = ts_arg1(k, TS_IN, "x", TS_f32, n), y = ts_arg1(k, TS_OUT, "y", TS_f32, n);
    ts_val at = ts_program(n, 1);
    ts_store(y, at, ts_at(x, at));
    int bad = ts_finish(k, err);
    if (!bad)
        bad = ts_interpret(k, (void *[]){memory + x_at, memory + y_at}, (size_t[]){24, 24}, NULL,
                           TS_RUN_CONFLICTS, 0, err);
    ts_free(k);
    return bad;
}

/* Params that share memory, whichever begins first, and in place, where each has its own. */
static void params_that_overlap_are_watched(void **state)
{
    static const size_t begin[][2] = {{0, 1}, {0, 5}, {1, 0}, {3, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof begin / sizeof *begin; i++) {
        ts_error err = {0};
        assert_int_equal(run_in_one_memory(begin[i][0], begin[i][1], &err), -1);
        assert_true(strstr(err.text, "which program ") != NULL);
    }
    ts_error err = {0};
    assert_int_equal(run_in_one_memory(0, 0, &err), 0);
    assert_int_equal(run_in_one_memory(0, 6, &err), 0);
    assert_int_equal(run_in_one_memory(6, 0, &err), 0);
}

static void what_is_apart_is_no_conflict(void **state)
{
    (void)state;
    b->modes = TS_RUN_CONFLICTS;
    ts_view o = memory(TS_OUT, TS_i4, 10, 0), io = memory(TS_INOUT, TS_f32, 10, 0);
    ts_view x = WITH(TS_f32, 1, 2, 3);
    ts_val at = ts_program(i32(10), 2);
    ts_store(o, at, ts_cast(ts_splat1(at, 2), TS_i4));
    ts_store(io, at,
             ts_add(ts_load(io, at, 2), ts_at(x, i32(0)))); /* read by all, written by none */
    ts_store(io, at, ts_load(io, at, 2));
    ts_store(io, ts_addk(at, 1000), ts_load(io, at, 2)); /* outside: dropped */
    EXPECT(0, 0, 2, 2, 4, 4, 6, 6, 7, 7);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(integers_wrap),
        T(unsigned_wrap),
        T(floats_follow_the_table),
        T(comparisons_and_select_broadcast),
        T(nan_differs_from_itself),
        T(only_casts_and_stores_round),
        T(casts_saturate),
        T(reads_outside_are_zero_bits),
        T(far_indices_do_nothing),
        T(packed_elements_keep_their_neighbours),
        T(equal_scatter_indices_let_the_last_win),
        T(gathers_take_rows),
        cmocka_unit_test(views_compose),
        T(extreme_views_are_empty),
        T(reductions_run_along_their_axis),
        T(ties_go_to_the_lowest_index),
        T(nothing_but_nan_has_no_maximum),
        T(elements_move),
        T(elements_repeat),
        T(dots_contract),
        T(integer_dots_wrap),
        T(loops_carry_variables),
        T(values_read_before_a_set_stay),
        T(an_index_ends_at_the_largest_i32),
        T(programs_cover_the_grid),
        T(an_empty_grid_does_nothing),
        T(too_many_programs_are_refused),
        T(the_step_limit_stops),
        T(negative_extents_are_refused),
        T(small_buffers_are_refused),
        T(overflowing_extents_are_refused),
        T(empty_arrays_need_no_memory),
        T(huge_tiles_are_refused),
        T(broken_kernels_are_refused),
        T(each_op_rounds_if_asked),
        T(all_programs_store_one_element),
        T(halos_are_read_by_neighbours),
        T(what_another_program_wrote_is_read),
        T(a_reader_before_the_last_counts),
        T(four_bit_elements_share_a_byte),
        cmocka_unit_test(params_that_overlap_are_watched),
        T(what_is_apart_is_no_conflict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
