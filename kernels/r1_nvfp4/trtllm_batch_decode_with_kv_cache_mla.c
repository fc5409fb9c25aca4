/* trtllm_batch_decode_with_kv_cache_mla.c - o[b,j,h] = bmm2 softmax(bmm1 q[b,j,h] C^T) C[:,0:kv_lora]
 *
 * As cutlass_mla_decode.c, with `queries` of a request at once: the last sees all positions, each before it one fewer.
 * Scales are params: of scores, with what q and the cache were divided by where they are f8e4m3, and of the result.
 */
#include "kernels/r1_nvfp4/latent.h"

static decode many_queries(const ts_shape *s)
{
    return (decode){.queries = s->queries, .fused = true};
}

DECODE(many_queries)

const ts_kernel_def ts_nv_trtllm_batch_decode_with_kv_cache_mla = {
    DECODE_KERNEL(many_queries),
    .name = "trtllm_batch_decode_with_kv_cache_mla",
    .formula = "o[b,j,h] = bmm2 softmax(bmm1 q[b,j,h] C[b]^T) C[b][:,0:L], query j of Q sees "
               "positions below len - (Q-1-j)",
    .doc = "in q kv[requests*Q*NH,L+R], in cache kv[pages*page,L+R], in page_table "
           "i32[requests,ceil(context/page)], in seq_lens i32[requests], in bmm1_scale f32[1], "
           "work partial f32[requests*S,Q*NH,L], work stats f32[requests*S,2,Q*NH]; sizes "
           "requests, longest: of seq_lens, at least; S = ceil(context/split). Then "
           "trtllm_batch_decode_with_kv_cache_mla__join: in seq_lens, in partial, in stats, in "
           "bmm2_scale f32[1], inout o bf16[requests*Q*NH,L], inout lse f32[requests*Q*NH]; size "
           "requests",
};
