/* prepare_moe_input.c - routed ids sorted by expert: where each expert's rows begin, and which token a row is of
 *
 *     expert_offsets      [E+1]  rows before each expert's
 *     blockscale_offsets  [E+1]  the same, each expert's filled up to whole tiles of scales (scales.h)
 *     problem_sizes1, 2   [E,3]  m 2n k and m k n of an expert's two products
 *     input_perm          [R]    the token of a row
 *     output_perm         [R]    the row of id t * K + j; -1: its expert is not one of these, and it has no row
 *
 * Rows of an expert are in the order of the ids, which the profile's kernel leaves open. What of input_perm is no row, and
 * of output_perm no live token's, stays as it was.
 */
#include "kernels/r1_nvfp4/places.h"
#include "kernels/r1_nvfp4/scales.h"

enum { IDS, COUNTS, STARTS, OFFSETS, SCALE_OFFSETS, SIZES1, SIZES2, INPUT, OUTPUT };

/* ---- reference ---- */

static void expert_sizes_ref(const ts_shape *s, int e, int m, double *const *a)
{
    double *one = a[SIZES1] + (size_t)3 * e, *two = a[SIZES2] + (size_t)3 * e;
    one[0] = two[0] = m;
    one[1] = 2 * s->inter;
    one[2] = two[1] = s->d;
    two[2] = s->inter;
}

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    int n = size[0] * s->topk, row = 0;
    (void)mag;
    a[OFFSETS][0] = a[SCALE_OFFSETS][0] = 0;
    for (int i = 0; i < n; i++)
        if (expert_ref(s, a[IDS][i]) < 0) a[OUTPUT][i] = -1;
    for (int e = 0; e < s->experts; e++) {
        int first = row;
        for (int i = 0; i < n; i++)
            if (expert_ref(s, a[IDS][i]) == e) a[INPUT][row] = i / s->topk, a[OUTPUT][i] = row++;
        a[OFFSETS][e + 1] = row;
        a[SCALE_OFFSETS][e + 1] = a[SCALE_OFFSETS][e] + whole(row - first, TILE_ROWS);
        expert_sizes_ref(s, e, row - first, a);
    }
}

/* ---- kernel ---- */

static void count(ts_kern *k, const ts_shape *s)
{
    sorting o = sorting_of(k, s, 0, true);
    ts_view counts = chunks_arg(&o, TS_WORK, "counts");
    count_chunk(&o, counts, ts_program(o.n, CHUNK));
}

static void store_problem(const sorting *o, ts_view sizes, ts_val m, int n, int k)
{
    int of[] = {n, k};
    ts_view column = ts_swap(sizes);
    ts_store(ts_row(column, zero(o->k)), zero(o->k), m);
    for (int i = 0; i < 2; i++) {
        ts_val all = ts_splat1(ts_i32(o->k, of[i]), o->buckets);
        ts_store(ts_row(column, ts_i32(o->k, i + 1)), zero(o->k), all);
    }
}

static void offsets(ts_kern *k, const ts_shape *s)
{
    sorting o = sorting_of(k, s, 0, false);
    ts_val sums = ts_i32(k, s->experts + 1), n = ts_i32(k, s->experts), three = ts_i32(k, 3);
    ts_view counts = chunks_arg(&o, TS_IN, "counts"), starts = chunks_arg(&o, TS_WORK, "starts");
    ts_view rows = ts_arg1(k, TS_OUT, "expert_offsets", TS_i32, sums);
    ts_view scales = ts_arg1(k, TS_OUT, "blockscale_offsets", TS_i32, sums);
    ts_view first = ts_arg2(k, TS_OUT, "problem_sizes1", TS_i32, n, three);
    ts_view second = ts_arg2(k, TS_OUT, "problem_sizes2", TS_i32, n, three);

    (void)ts_program(ts_i32(k, 1), 1);
    ts_val m = total_counts(&o, counts);
    store_sums(&o, scales, filled_up(m, TILE_ROWS));
    store_problem(&o, first, m, 2 * s->inter, s->d);
    store_problem(&o, second, m, s->d, s->inter);
    start_chunks(&o, counts, starts, store_sums(&o, rows, m));
}

static void places(ts_kern *k, const ts_shape *s)
{
    sorting o = sorting_of(k, s, 0, true);
    ts_view starts = chunks_arg(&o, TS_IN, "starts");
    ts_val all = ts_i32(k, routed(s));
    ts_view input = ts_arg1(k, TS_INOUT, "input_perm", TS_i32, all);
    ts_view output = ts_arg1(k, TS_INOUT, "output_perm", TS_i32, all);

    ts_val at = ts_program(o.n, CHUNK), row = places_at(&o, starts, at);
    ts_val token = ts_div(ts_add(at, ts_iota(k, CHUNK)), ts_i32(k, s->topk));
    ts_scatter(input, row, token);
    ts_store(ts_part(output, 0, zero(k), o.n, 1), at, row);
}

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    fill_ids(s, c, a[IDS]);
}

static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)size[0] * s->topk, experts = (size_t)s->experts;
    return ts_storage(TS_i32, 3 * n + 2 * (experts + 1) + 6 * experts);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    (void)size;
    return 0;
}

const ts_kernel_def ts_nv_prepare_moe_input = {
    R1_NVFP4,
    .name = "prepare_moe_input",
    .formula =
        "rows sorted by expert: offsets, sizes of their products, tokens of rows, rows of ids",
    .doc = "in ids i32[tokens*K], work counts, starts, out expert_offsets i32[E+1], "
           "blockscale_offsets i32[E+1], problem_sizes1 i32[E,3], problem_sizes2 i32[E,3], "
           "inout input_perm i32[tokens*K], output_perm i32[tokens*K]; size tokens",
    .build = count,
    .then = TS_STAGES({"offsets", offsets, NULL}, {"places", places, NULL}),
    .reference = reference,
    .cases = places_cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
