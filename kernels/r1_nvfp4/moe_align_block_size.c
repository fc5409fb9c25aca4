/* moe_align_block_size.c - routed ids by expert, each expert's filled up to whole blocks of `align`
 *
 *     sorted_token_ids     [most]         numbers of ids, by expert and rising; what fills up is R, the number of ids
 *     expert_ids           [most/align]   the expert of a block; -1: of ids whose expert is not one of these, first of all
 *     num_tokens_post_pad  [1]            where the blocks end
 *
 * sorted_token_ids is R from there on, expert_ids stays as it was. Most is R + (E + 1) (align - 1), or R align where ids
 * are fewer than buckets, R being that of all tokens there is room for.
 */
#include "kernels/r1_nvfp4/places.h"

enum { IDS, SORTED, COUNTS, STARTS, EXPERTS, TOTAL };

/* ---- reference ---- */

static void reference(const ts_shape *s, const int32_t *size, double *const *a, double *const *mag)
{
    (void)mag;
    a[TOTAL][0] = blocks_ref(s, size[0] * s->topk, a[IDS], a[SORTED], a[EXPERTS]);
}

/* ---- kernel ---- */

static ts_view sorted_arg(ts_kern *k, const ts_shape *s, ts_mode mode)
{
    return ts_arg1(k, mode, "sorted_token_ids", TS_i32, ts_i32(k, most_sorted(s)));
}

/* As many places as a chunk has ids are filled by the program that counts it; there are more of these, whose counts have no
 * row. */
static void count(ts_kern *k, const ts_shape *s)
{
    sorting o = sorting_of(k, s, ELSEWHERE, true);
    ts_view to = sorted_arg(k, s, TS_OUT), counts = chunks_arg(&o, TS_WORK, "counts");
    ts_val at = ts_program(ts_i32(k, most_sorted(s)), CHUNK);
    ts_store(to, at, ts_splat1(o.n, CHUNK));
    count_chunk(&o, counts, at);
}

/* A block's expert is the number of buckets that end before it, less the one of those elsewhere. */
static void store_experts(const sorting *o, ts_view experts, ts_val ends, ts_val blocks)
{
    enum { AT_ONCE = 4 };
    ts_view live = ts_part(experts, 0, zero(o->k), blocks, 1);
    for (ts_loop b = ts_upto(blocks, AT_ONCE); ts_next(&b);) {
        ts_val at = ts_mulk(ts_add(b.at, ts_iota(o->k, AT_ONCE)), o->s->align);
        ts_val before = ts_sum(ones(o->k, ts_le(ends, ts_col(at))), 1);
        ts_store(live, b.at, ts_addk(before, ELSEWHERE));
    }
}

static void blocks(ts_kern *k, const ts_shape *s)
{
    sorting o = sorting_of(k, s, ELSEWHERE, false);
    ts_view counts = chunks_arg(&o, TS_IN, "counts"), starts = chunks_arg(&o, TS_WORK, "starts");
    ts_view experts = ts_arg1(k, TS_INOUT, "expert_ids", TS_i32, ts_i32(k, most_blocks(s)));
    ts_view all = ts_arg1(k, TS_OUT, "num_tokens_post_pad", TS_i32, ts_i32(k, 1));

    (void)ts_program(ts_i32(k, 1), 1);
    ts_val n = filled_up(total_counts(&o, counts), s->align), ends = ts_scan(n, 0);
    ts_val total = ts_sum(n, 0);
    ts_store(all, zero(k), total);
    start_chunks(&o, counts, starts, ts_sub(ends, n));
    store_experts(&o, experts, ends, ts_div(total, ts_i32(k, s->align)));
}

static void places(ts_kern *k, const ts_shape *s)
{
    sorting o = sorting_of(k, s, ELSEWHERE, true);
    ts_view starts = chunks_arg(&o, TS_IN, "starts"), to = sorted_arg(k, s, TS_INOUT);
    ts_val at = ts_program(o.n, CHUNK);
    ts_scatter(to, places_at(&o, starts, at), ts_add(at, ts_iota(k, CHUNK)));
}

static void fill(const ts_shape *s, const ts_case *c, double *const *a)
{
    fill_ids(s, c, a[IDS]);
}

/* Blocks are filled up to half on average, which depends on the ids: counted is what is there without. */
static uint64_t bytes(const ts_shape *s, const int32_t *size)
{
    size_t n = (size_t)size[0] * s->topk;
    return ts_storage(TS_i32, 2 * n + n / (size_t)s->align + 1);
}

static uint64_t flops(const ts_shape *s, const int32_t *size)
{
    (void)s;
    (void)size;
    return 0;
}

const ts_kernel_def ts_nv_moe_align_block_size = {
    R1_NVFP4,
    .name = "moe_align_block_size",
    .formula = "ids sorted by expert, each expert's filled up to whole blocks; experts of blocks",
    .doc = "in ids i32[tokens*K], out sorted_token_ids i32[most], work counts, starts, inout "
           "expert_ids i32[most/align], out num_tokens_post_pad i32[1]; size tokens",
    .build = count,
    .then = TS_STAGES({"blocks", blocks, NULL}, {"places", places, NULL}),
    .reference = reference,
    .cases = places_cases,
    .fill = fill,
    .bytes = bytes,
    .flops = flops,
};
