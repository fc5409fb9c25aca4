/* cutlass_mla_decode.c - o[b,h] = softmax(scale (q_nope[b,h] | q_pe[b,h]) C^T) C[:,0:kv_lora]
 *
 * Attention of DeepSeek-V2 (2024, section 2.1) with the matrices of keys and values folded into queries and outputs:
 * the heads of a request share one row of latent and rope a position, C. One query a request; latent.h tells how.
 */
#include "kernels/r1_nvfp4/latent.h"

static decode one_query(const ts_shape *s)
{
    (void)s;
    return (decode){.queries = 1, .fused = false};
}

DECODE(one_query)

const ts_kernel_def ts_nv_cutlass_mla_decode = {
    DECODE_KERNEL(one_query),
    .name = "cutlass_mla_decode",
    .formula = "o[b,h] = softmax(scale (q_nope|q_pe)[b,h] C[b]^T) C[b][:,0:L], C[b] in pages",
    .doc = "in q_nope kv[requests*NH,L], in q_pe kv[requests*NH,R], in cache kv[pages*page,L+R], "
           "in page_table i32[requests,ceil(context/page)], in seq_lens i32[requests], work "
           "partial f32[requests*S,NH,L], work stats f32[requests*S,2,NH]; sizes requests, "
           "longest: of seq_lens, at least; S = ceil(context/split). Then "
           "cutlass_mla_decode__join: in seq_lens, in partial, in stats, inout o "
           "bf16[requests*NH,L], inout lse f32[requests*NH]; size requests",
};
