/* profile.c - which part of a layer each kernel is, in decode and in prefill: what `tessera bench profile` measures.
 *
 * Rows are those of the DeepSeek-R1-NVFP4-v2 kernel profile, with the widths that it leaves out and the steps that a
 * layer needs besides. M, N, K are what its tables have in these columns: of products M tokens, N columns, K summed up;
 * of others tokens, width, 0. */
#include "kernels/r1_nvfp4/shape.h"

enum { D = 1 << TS_DECODE, P = 1 << TS_PREFILL, BOTH = D | P };

static int64_t tokens_of(const ts_shape *s, const ts_point *p)
{
    return p->phase == TS_PREFILL ? (int64_t)p->requests * p->length
                                  : (int64_t)p->requests * s->queries;
}

static void fit(ts_shape *s, const ts_point *p)
{
    int64_t pages = ((int64_t)p->length - 1) / s->page + 1;
    s->requests = p->requests;
    s->context = p->length;
    s->tokens = (int)tokens_of(s, p);
    s->kv_tokens = s->tokens;
    s->pages = (int)(pages * p->requests);
}

/* ---- what stands in the columns M, N, K ---- */

#define DIMS(name, m, n, k)                                                                        \
    static void name(const ts_shape *s, const ts_point *p, int64_t mnk[3])                         \
    {                                                                                              \
        int64_t t = tokens_of(s, p);                                                               \
        const int64_t is[] = {m, n, k};                                                            \
        for (int i = 0; i < 3; i++) mnk[i] = is[i];                                                \
    }

DIMS(stream, t, s->d, 0)
DIMS(queries, t, s->q_lora, 0)
DIMS(latent, t, s->kv_lora, 0)
DIMS(rotation, t, s->heads + 1, s->rope)
DIMS(keys, t, s->heads, s->nope + s->rope)
DIMS(latents, t, s->heads, s->kv_lora + s->rope)
DIMS(expert_act, t * s->topk, s->inter, 0)
DIMS(shared_act, t, s->inter, 0)
DIMS(dense_act, t, s->dense, 0)
DIMS(heads_out, t, (int64_t)s->heads * s->value, 0)
DIMS(expert_rows, t * s->topk, s->d, 0)
DIMS(row, t, s->kv_lora + s->rope, 0)
DIMS(absorbed, t * s->heads, p->length, s->kv_lora + s->rope)
DIMS(ragged, t * s->heads, p->length, s->nope + s->rope)

/* ---- a layer, in the order of a step ---- */

static const ts_profile_op ops[] = {
    {"input_layernorm", "rmsnorm", "rmsnorm", BOTH, stream},
    {"q_a_layernorm", "rmsnorm_q_a", "rmsnorm", BOTH, queries},
    {"kv_a_layernorm", "rmsnorm_kv_a", "rmsnorm", BOTH, latent},
    {"post_attention_layernorm", "fused_add_rmsnorm", "fused_add_rmsnorm", BOTH, stream},
    {"rotary_emb", "apply_rope_with_cos_sin_cache_inplace", "apply_rope_with_cos_sin_cache_inplace",
     BOTH, rotation},
    {"rope_quantize", "mla_rope_quantize_fp8", "mla_rope_quantize_fp8", BOTH, latents},
    {"kv_append", "mla_kv_append", "mla_kv_append", BOTH, row},
    {"concat_q", "concat_mla_absorb_q", "concat_mla_absorb_q", D, latents},
    {"concat_kv", "concat_mla_k", "concat_mla_k", P, keys},
    {"attn_mqa", "cutlass_mla_decode", "cutlass_mla_decode", D, absorbed},
    {"attn_mqa", "trtllm_batch_decode_with_kv_cache_mla", "trtllm_batch_decode_with_kv_cache_mla",
     D, absorbed},
    {"prefill_attn", "trtllm_ragged_attention_deepseek", "trtllm_ragged_attention_deepseek", P,
     ragged},
    {"quantize_q_b", "scaled_fp4_quant_q_b", "scaled_fp4_quant", BOTH, queries},
    {"quantize_o_proj", "scaled_fp4_quant_o_proj", "scaled_fp4_quant", BOTH, heads_out},
    {"quantize_mlp", "scaled_fp4_quant", "scaled_fp4_quant", BOTH, stream},
    {"experts_quant", "scaled_fp4_experts_quant", "scaled_fp4_experts_quant", BOTH, expert_rows},
    {"act_fn", "silu_and_mul", "silu_and_mul", BOTH, expert_act},
    {"shared_act_fn", "silu_and_mul_shared", "silu_and_mul", BOTH, shared_act},
    {"dense_act_fn", "silu_and_mul_dense", "silu_and_mul", BOTH, dense_act},
    {"experts_quant_down", "scaled_fp4_experts_quant_down", "scaled_fp4_experts_quant", BOTH,
     expert_act},
    {0},
};

const ts_profile ts_nv_profile = {.op = ops, .fit = fit};
