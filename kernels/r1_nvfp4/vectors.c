/* vectors.c - which of this suite's kernels compute the recorded vectors of others, and with what shape (suite.h).
 *
 * A file's `tolerance` says what is accepted; the rows below say it in numbers. */
#include "kernels/r1_nvfp4/shape.h"

#define NONE NULL

/* A value that was rounded to bf16 once; a sum of K products, in units of the sum of their magnitudes. */
#define ROUNDED .relative = 0x1p-8
#define SUMMED  .sums = 0x1p-24

#define OUT      TS_VECTOR_OUTPUTS
#define TOKENS   "tokens=x[0]"
#define NORM_OUT OUT({"y", ROUNDED, .absolute = 1e-6}, {"residual", ROUNDED, .absolute = 1e-6})
#define WEIGHT_OUT                                                                                 \
    OUT({"w", .relative = 1e-5}, {"w_scaled", .relative = 1e-5},                                   \
        {"w_renormalised", .relative = 1e-5})

/* ---- rotation ---- */

#define ROPE     "tokens=q[0],heads=q[1],head=q[2],rope=cos_sin[1],context=cos_sin[0],neox=$neox"
#define ROPE_OUT OUT({"q", ROUNDED, .absolute = 1e-6}, {"k", ROUNDED, .absolute = 1e-6})
#define ROPE_FP8                                                                                   \
    "tokens=q_nope[0],heads=q_nope[1],kv_lora=q_nope[2],rope=q_rope[2],context=cos_sin[0],"        \
    "neox=$neox"
#define ONE_STEP .steps = 1, .differing = 1e-3

/* ---- codes ---- */

/* Rows that fill up a tile are nobody's. */
#define PADS        OUT({"s_swizzled", .pads = true, .pad = 0})
#define EXPERT_ROWS "tokens=x[0],d=x[1],topk=input_perm[0]/x[0],experts=$experts,groups=1,kept=1"

/* ---- attention ---- */

#define LATENT                                                                                     \
    "requests=q[0],queries=q[1],heads=q[2],kv_lora=512,rope=64,page=$page,pages=cache[0],"         \
    "context=page_table[1]*$page,kv=~cache"
#define LATENT_SIZES  "requests=q[0],longest=max(seq_lens)"
#define ATTENTION_OUT OUT({"o", .absolute = 1e-2}, {"lse", .absolute = 1e-3})
#define RAGGED                                                                                     \
    "tokens=q[0],heads=q[1],nope=q[2]-64,rope=64,value=v[2],kv_tokens=k[0],requests=cu_q[0]-1,"    \
    "causal=$causal"

/* ---- routing ---- */

#define GATE                                                                                       \
    "tokens=x[0],experts=x[1],groups=$groups,kept=$topk_group,scaling=$scale,logits=~x,topk=$topk"
#define CHOICE "tokens=x[0],experts=x[1],groups=1,kept=1,topk=$topk,logits=~x"

const ts_vector ts_nv_vectors[] = {
    /* norms, rotation, copies, activations, quantisers */
    {"rmsnorm", "rmsnorm", "!residual,x[1]=w[0]", "tokens=x[0],d=x[1],eps=$eps", TOKENS, NONE, NONE,
     NORM_OUT},
    {"rmsnorm", "rmsnorm_kv_a", "!residual,$column=192",
     "tokens=x[0],q_lora=$column,kv_lora=w[0],rope=x[1]-$column-w[0],eps=$eps", TOKENS, NONE, NONE,
     NORM_OUT},
    {"rmsnorm", "fused_add_rmsnorm", "residual", "tokens=x[0],d=x[1],eps=$eps", TOKENS, "x:x/y",
     NONE, NORM_OUT},
    {"apply_rope", "apply_rope_with_cos_sin_cache_inplace", "q,k[1]=1", ROPE, "tokens=q[0]", NONE,
     NONE, ROPE_OUT},
    {"mla_rope_quantize_fp8", "mla_rope_quantize_fp8", NONE, ROPE_FP8, "tokens=q_nope[0]",
     "q:-/q_nope>0,q:-/q_rope>q_nope[2],k:-/k_nope>0,k:-/k_rope>q_nope[2],scale_q=$scale_q,"
     "scale_kv=$scale_kv",
     NONE, OUT({"q_rope", ONE_STEP}, {"k_rope", ONE_STEP})},
    {"concat_mla_k", "concat_mla_k", NONE,
     "tokens=k[0],heads=k[1],rope=k_rope[2],nope=k[2]-k_rope[2],value=kv_b[2]-k[2]+k_rope[2]",
     "tokens=k[0]", NONE, NONE, NONE},
    {"silu_and_mul", "silu_and_mul", NONE, "tokens=x[0],topk=1,inter=x[1]/2", "rows=x[0]", NONE,
     NONE, OUT({"y", ROUNDED, .absolute = 1e-30})},
    {"nvfp4_quant", "scaled_fp4_quant", NONE, "tokens=x[0],d=x[1],tiled=1", TOKENS, "s:s_swizzled",
     NONE, PADS},
    {"nvfp4_quant", "scaled_fp4_quant", NONE, "tokens=x[0],d=x[1],tiled=0", TOKENS, "s:s_linear",
     NONE, NONE},
    {"scaled_fp4_experts_quant", "scaled_fp4_experts_quant", NONE, EXPERT_ROWS ",tiled=1",
     "rows=input_perm[0]", "s:s_swizzled", NONE, PADS},
    {"scaled_fp4_experts_quant", "scaled_fp4_experts_quant", NONE, EXPERT_ROWS ",tiled=0",
     "rows=input_perm[0]", "s:s_linear", NONE, NONE},

    /* products in bf16 and fp8 */
    {"bmm_fp8", "bmm_fp8", NONE, "heads=a[0],tokens=a[1],nope=a[2],kv_lora=b[1],value=16",
     "tokens=a[1]", NONE, "a[2]", OUT({"d", ROUNDED, .sums = 0x1p-23})},

    /* attention */
    {"mla_decode", "trtllm_batch_decode_with_kv_cache_mla", NONE, LATENT, LATENT_SIZES,
     "bmm1_scale=$scale,bmm2_scale=1", NONE, ATTENTION_OUT},
    {"mla_decode", "cutlass_mla_decode", "q[1]=1", LATENT ",scale=$scale", LATENT_SIZES,
     "q_nope:q@0,q_pe:q@512", NONE, ATTENTION_OUT},
    {"ragged_attention", "trtllm_ragged_attention_deepseek", NONE, RAGGED,
     "requests=cu_q[0]-1,longest=q[0]", "bmm1_scale=$scale,bmm2_scale=1", NONE,
     OUT({"o", .absolute = 2e-2}, {"lse", .absolute = 1e-3})},
    {"merge_state", "merge_state", NONE, "tokens=o1[0],heads=o1[1],value=o1[2]", "tokens=o1[0]",
     NONE, NONE, OUT({"o", ROUNDED}, {"l", .absolute = 1e-5})},

    /* routing */
    {"moe_fused_gate", "moe_fused_gate", "$shared=0", GATE ",scaled=1", TOKENS, "w:w_scaled", NONE,
     WEIGHT_OUT},
    {"moe_fused_gate", "moe_fused_gate", "$shared=0", GATE ",scaled=0", TOKENS, NONE, NONE,
     WEIGHT_OUT},
    {"moe_fused_gate", "moe_fused_gate_shared", "$shared=1",
     GATE "-$shared,shared=$shared,scaled=1", TOKENS, "w:w_scaled", NONE, WEIGHT_OUT},
    {"topk_softmax", "topk_softmax", "!bias", CHOICE ",cap=$cap,normed=0", TOKENS, NONE, NONE,
     WEIGHT_OUT},
    {"topk_softmax", "topk_softmax", "!bias", CHOICE ",cap=$cap,normed=1", TOKENS,
     "w:w_renormalised", NONE, WEIGHT_OUT},
    {"topk_softmax", "topk_softmax_bias", "bias", CHOICE ",cap=$cap,normed=0", TOKENS, NONE, NONE,
     WEIGHT_OUT},
    {"topk_sigmoid", "topk_sigmoid", "bias", CHOICE ",normed=0", TOKENS, NONE, NONE, WEIGHT_OUT},
    {"topk_sigmoid", "topk_sigmoid_plain", "!bias", CHOICE ",normed=0", TOKENS, NONE, NONE,
     WEIGHT_OUT},
    {"topk_sigmoid", "topk_sigmoid_plain", "!bias", CHOICE ",normed=1", TOKENS, "w:w_renormalised",
     NONE, WEIGHT_OUT},
    {"prepare_moe_input", "prepare_moe_input", NONE,
     "tokens=ids[0],topk=ids[1],experts=$experts,groups=1,kept=1,inter=$n,d=$k", "tokens=ids[0]",
     NONE, NONE, NONE},
    {"moe_align_block_size", "moe_align_block_size", NONE,
     "tokens=ids[0],topk=ids[1],experts=$experts,groups=1,kept=1,align=$block", "tokens=ids[0]",
     NONE, NONE, OUT({"expert_ids", .pads = true, .pad = -2})},
    {"apply_shuffle_mul_sum", "apply_shuffle_mul_sum", "f",
     "tokens=y[0],d=x[1],topk=$topk,experts=$topk,groups=1,kept=1", "tokens=y[0]", NONE, "$topk",
     OUT({"y", ROUNDED, SUMMED})},

    {"apply_shuffle_mul_sum", "apply_shuffle_mul_sum_ones", "!f",
     "tokens=y[0],d=x[1],topk=$topk,experts=$topk,groups=1,kept=1", "tokens=y[0]", NONE, "$topk",
     OUT({"y", ROUNDED, SUMMED})},

    /* products in fp4, experts */
    {"nvfp4_mm", "cutlass_scaled_fp4_mm", NONE, "tokens=a[0],d=b[0],heads=1,value=a[1]*2,tiled=1",
     "tokens=a[0]", NONE, "a[1]*2", OUT({"d", ROUNDED, SUMMED})},
    {"nvfp4_group_mm", "cutlass_fp4_group_mm", NONE,
     "tokens=a[0],topk=1,experts=alpha[0],groups=1,kept=1,d=a[1]*2,inter=b[1]/2,tiled=1",
     "rows=a[0]", NONE, "a[1]*2", OUT({"d", ROUNDED, SUMMED})},
    {0},
};
