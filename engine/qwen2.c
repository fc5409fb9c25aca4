/* qwen2.c - Qwen2ForCausalLM, as data (graph.h).
 *
 *     x = embedding[token]
 *     layer:  n = rms_norm(x);  q, k, v = W n + b;  rope(q), rope(k);  cache += k, v
 *             x += Wo attention(q, cache);  n = rms_norm(x);  x += Wd (silu(Wg n) * Wu n)
 *     logits = Wlm rms_norm(x);  token = argmax
 *
 * A CPU runs these as they stand, 12 launches a layer. A device of threads gets the fused kernels, 6 a
 * layer: everything before attention at once, the norms inside the products that follow them.
 *
 * The residual stream x is added to in place, which o_proj_residual and down_proj_residual allow.
 *
 * Tokens of a prompt are taken a chunk at a time, by kernels of their own (prefill_...), 9 or 10 a layer; of
 * the last one x is what a token's would be, and the output is a token's.
 *
 * A step of several sequences has products of its own (batch_...), which read the weights once for all and add as
 * those of a token do; the rest is a token's, a launch a sequence. */
#include "engine/graph.h"
#include "kernels/r1_distill/shape.h"

#include <math.h>

/* ---- sizes ---- */

enum { D = TS_OWN_SYMBOLS, Q, KV, QKV, KV_HEADS, HEAD_DIM, HALF, INTER, VOCAB };

static void sizes(const ts_config *c, uint64_t *size)
{
    size[D] = c->hidden;
    size[Q] = (uint64_t)c->heads * c->head_dim;
    size[KV] = (uint64_t)c->kv_heads * c->head_dim;
    size[QKV] = size[Q] + 2 * size[KV];
    size[KV_HEADS] = c->kv_heads;
    size[HEAD_DIM] = c->head_dim;
    size[HALF] = c->head_dim / 2;
    size[INTER] = c->inter;
    size[VOCAB] = c->vocab;
}

static void shape(const ts_config *c, const uint64_t *size, ts_shape *s)
{
    s->d = (int)c->hidden;
    s->heads = (int)c->heads;
    s->kv_heads = (int)c->kv_heads;
    s->head_dim = (int)c->head_dim;
    s->inter = (int)c->inter;
    s->vocab = (int)c->vocab;
    s->ctx = (int)size[TS_CTX];
    s->chunk = (int)size[TS_CHUNK];
    s->batch = (int)size[TS_BATCH];
    s->eps = c->rms_eps;
}

static void one_span(ts_shape *s)
{
    s->plan.split = (s->ctx + s->plan.key_block - 1) / s->plan.key_block * s->plan.key_block;
}

static int span(const ts_shape *s)
{
    return s->plan.vocab_block;
}

/* A score and a value: a multiply-add each an element. */
static uint64_t position_flops(const ts_config *c)
{
    return 4 * (uint64_t)c->heads * c->head_dim * c->layers;
}

/* ---- tables of rope ---- */

/* transformers computes frequency and angle in binary32 (modeling_qwen2.py, Qwen2RotaryEmbedding). At
 * position 10,000 the rounding of the angle moves it by up to 5e-4 rad, more than all other errors
 * together, and the checkpoints were trained with it: so it is repeated here, not improved. */
typedef struct turn { /* by an angle */
    double cos, sin;
} turn;

static turn turn_by(double angle)
{
    return (turn){cos(angle), sin(angle)};
}

static turn then(turn a, turn b)
{
    return (turn){a.cos * b.cos - a.sin * b.sin, a.sin * b.cos + a.cos * b.sin};
}

/* Within 1e-15, by an angle that is nearly always below 2^-7: what rounding to f32 takes from one below 2^18. */
static turn turn_little(double e)
{
    double ee = e * e;
    if (fabs(e) > 0x1p-7) return turn_by(e);
    return (turn){1 - ee / 2 + ee * ee / 24, e * (1 - ee / 6 + ee * ee / 120)};
}

enum { STRIDE = 64 };

/* One column, of positions from `from` on: by strides, by what is left of one, and by what rounding did to the angle.
 * The library's functions for each element took 10 ms of a start. */
static void column(const turn fine[STRIDE], uint64_t from, uint64_t to, float frequency, turn *made)
{
    turn coarse = turn_by((double)from * (double)frequency);
    for (uint64_t t = from; t < to; t++) {
        float angle = (float)t * frequency;
        turn little = turn_little((double)angle - (double)t * (double)frequency);
        made[t - from] = then(then(coarse, fine[t - from]), little);
    }
}

static void turns(const ts_config *c, const uint64_t *size, bool sine, float *to)
{
    uint64_t half = size[HALF], ctx = size[TS_CTX];
    for (uint32_t i = 0; i < half; i++) {
        turn fine[STRIDE], made[STRIDE];
        float exponent = (float)(2 * i) / (float)(2 * half);
        float frequency = 1.0f / (float)pow((double)(float)c->rope_theta, (double)exponent);
        for (int t = 0; t < STRIDE; t++) fine[t] = turn_by((double)t * (double)frequency);
        for (uint64_t from = 0; from < ctx; from += STRIDE) {
            uint64_t end = from + STRIDE < ctx ? from + STRIDE : ctx;
            column(fine, from, end, frequency, made);
            for (uint64_t t = from; t < end; t++)
                to[t * half + i] = (float)(sine ? made[t - from].sin : made[t - from].cos);
        }
    }
}

static void cosines(const ts_config *c, const uint64_t *size, float *to)
{
    turns(c, size, false, to);
}

static void sines(const ts_config *c, const uint64_t *size, float *to)
{
    turns(c, size, true, to);
}

/* ---- tensors ---- */

enum { M = TS_TOKENS, C = TS_CHUNK, B = TS_SEQUENCES, CTX = TS_CTX, ALL = TS_KIND };

/* clang-format off */
#define DIM(...) .dim = {__VA_ARGS__}
#define MATRIX(id, where, path, ...) {.name = (id), .role = TS_WEIGHT, .decides = "weight", .in = (where), .file = (path), .scale = id "_scale", __VA_ARGS__}
#define SCALE(id, where, path, ...) {.name = id "_scale", .role = TS_WEIGHT, .in = (where), .file = path "_scale", .share = TS_SHARE, __VA_ARGS__}
#define VECTOR(id, where, path, ...) {.name = (id), .role = TS_WEIGHT, .decides = "norm", .widens = true, .in = (where), .file = (path), __VA_ARGS__}
#define JOINED(id, field, small, of, with) {.name = (id), .role = TS_JOINED, .decides = (field), .widens = (small), .in = ALL, .parts = (of), .scale = (with)}
#define CACHE(id) {.name = (id), .role = TS_STATE, .decides = "kv", .in = ALL, DIM(B, KV_HEADS, CTX, HEAD_DIM), .scale = id "_scale"}
#define CACHE_SCALE(id) {.name = id "_scale", .role = TS_STATE, .in = ALL, DIM(B, KV_HEADS, CTX)}
#define TABLE(id, how) {.name = (id), .role = TS_TABLE, DIM(CTX, HALF), .fill = (how)}
#define MADE(id, ...) {.name = (id), .role = TS_ACTIVATION, DIM(__VA_ARGS__)}
#define LAYER "model.layers.#."

static const ts_tensor_def tensors[] = {
    MATRIX("embed", 0, "model.embed_tokens.weight", DIM(VOCAB, D), .rows = M),
    SCALE("embed", 0, "model.embed_tokens.weight", DIM(VOCAB, D), .rows = M),
    VECTOR("input_norm", ALL, LAYER "input_layernorm.weight", DIM(D), .gain = true),
    MATRIX("q_proj", ALL, LAYER "self_attn.q_proj.weight", DIM(Q, D)),
    SCALE("q_proj", ALL, LAYER "self_attn.q_proj.weight", DIM(Q, D)),
    VECTOR("q_bias", ALL, LAYER "self_attn.q_proj.bias", DIM(Q)),
    MATRIX("k_proj", ALL, LAYER "self_attn.k_proj.weight", DIM(KV, D)),
    SCALE("k_proj", ALL, LAYER "self_attn.k_proj.weight", DIM(KV, D)),
    VECTOR("k_bias", ALL, LAYER "self_attn.k_proj.bias", DIM(KV)),
    MATRIX("v_proj", ALL, LAYER "self_attn.v_proj.weight", DIM(KV, D), .like = "k_proj"),
    SCALE("v_proj", ALL, LAYER "self_attn.v_proj.weight", DIM(KV, D)),
    VECTOR("v_bias", ALL, LAYER "self_attn.v_proj.bias", DIM(KV)),
    MATRIX("o_proj", ALL, LAYER "self_attn.o_proj.weight", DIM(D, Q)),
    SCALE("o_proj", ALL, LAYER "self_attn.o_proj.weight", DIM(D, Q)),
    VECTOR("post_norm", ALL, LAYER "post_attention_layernorm.weight", DIM(D), .gain = true),
    MATRIX("gate", ALL, LAYER "mlp.gate_proj.weight", DIM(INTER, D)),
    SCALE("gate", ALL, LAYER "mlp.gate_proj.weight", DIM(INTER, D)),
    MATRIX("up", ALL, LAYER "mlp.up_proj.weight", DIM(INTER, D), .like = "gate"),
    SCALE("up", ALL, LAYER "mlp.up_proj.weight", DIM(INTER, D)),
    MATRIX("down", ALL, LAYER "mlp.down_proj.weight", DIM(D, INTER)),
    SCALE("down", ALL, LAYER "mlp.down_proj.weight", DIM(D, INTER)),
    JOINED("qkv", "weight", false, "q_proj k_proj v_proj", "qkv_scale"),
    JOINED("qkv_scale", NULL, false, "q_proj_scale k_proj_scale v_proj_scale", NULL),
    JOINED("qkv_bias", "norm", true, "q_bias k_bias v_bias", NULL),
    CACHE("kcache"),
    CACHE_SCALE("kcache"),
    CACHE("vcache"),
    CACHE_SCALE("vcache"),
    VECTOR("norm", 0, "model.norm.weight", DIM(D), .gain = true),
    MATRIX("lm_head", 0, "lm_head.weight", DIM(VOCAB, D), .tied = "embed"),
    SCALE("lm_head", 0, "lm_head.weight", DIM(VOCAB, D), .tied = "embed_scale"),
    TABLE("cos", cosines),
    TABLE("sin", sines),
    MADE("x", M, D),
    MADE("normed", M, D),
    MADE("q", M, Q),
    MADE("k", M, KV),
    MADE("v", M, KV),
    MADE("attended", M, Q),
    MADE("inner", M, INTER),
    MADE("logits", B, VOCAB),
    MADE("partial", 0), /* these five: as much as their kernels ask for */
    MADE("stats", 0),
    MADE("val", 0),
    MADE("shares", 0),
    {.name = "idx", .role = TS_ACTIVATION, .dtype = TS_i32},
    {.name = "x_words", .role = TS_ACTIVATION, .dtype = TS_i32}, /* these three: kernels/r1_distill/words.h */
    {.name = "x_sums", .role = TS_ACTIVATION, .dtype = TS_i32},
    MADE("x_step", 0),
    {.name = "x_high", .role = TS_ACTIVATION, .dtype = TS_bf16}, /* these two: kernels/r1_distill/batch.h */
    {.name = "x_low", .role = TS_ACTIVATION, .dtype = TS_bf16},
    {.name = "chunk_high", .role = TS_ACTIVATION, .dtype = TS_bf16}, /* these two: kernels/r1_distill/halves.h */
    {.name = "chunk_low", .role = TS_ACTIVATION, .dtype = TS_bf16},
    {.name = "tokens", .role = TS_ACTIVATION, .dtype = TS_u32, DIM(C)},
    MADE("chunk_x", C, D),
    MADE("chunk_normed", C, D),
    MADE("chunk_qkv", C, QKV),
    MADE("chunk_attended", C, Q),
    MADE("chunk_gate", C, INTER),
    MADE("chunk_inner", C, INTER),
};

/* ---- nodes ---- */

enum { QKVO, GATE_UP, DOWN, ATTENTION, NORM, ROPE, LM_HEAD, ARGMAX, EMBEDDING, APPEND };

static const ts_class classes[] = {
    [QKVO] = {"q, k, v, o products", true},
    [GATE_UP] = {"gate, up, silu", true},
    [DOWN] = {"down product", true},
    [ATTENTION] = {"attention", true},
    [NORM] = {"rms norm", false},
    [ROPE] = {"rope", false},
    [LM_HEAD] = {"lm_head", true},
    [ARGMAX] = {"arg-max", false},
    [EMBEDDING] = {"embedding", false},
    [APPEND] = {"cache append", false},
};

/* A fused one is in the class of the products in it, which take nearly all its time. */
static const ts_node_def nodes[] = {
    {"embedding_lookup", "table=embed token y=x", EMBEDDING, TS_BEFORE, 0},

    {"rms_norm_1536", "x gamma=input_norm y=normed", NORM, ALL, TS_PLAIN},
    {"q_proj_matvec", "w=q_proj bias=q_bias x=normed y=q", QKVO, ALL, TS_PLAIN | TS_LONE},
    {"kv_proj_matvec", "wk=k_proj wv=v_proj bk=k_bias bv=v_bias x=normed k v", QKVO, ALL, TS_PLAIN | TS_LONE},
    {"batch_q_proj", "w=q_proj bias=q_bias x=normed y=q rows", QKVO, ALL, TS_PLAIN | TS_OF_BATCH},
    {"batch_kv_proj", "wk=k_proj wv=v_proj bk=k_bias bv=v_bias x=normed k v rows", QKVO, ALL, TS_PLAIN | TS_OF_BATCH},
    {"rope_q_decode", "q cos sin pos=position", ROPE, ALL, TS_PLAIN},
    {"rope_k_decode", "k cos sin pos=position", ROPE, ALL, TS_PLAIN},
    {"kv_append", "k v kcache vcache pos=position", APPEND, ALL, TS_PLAIN},
    {"norm_qkv_rope_append", "x gamma=input_norm w=qkv bias=qkv_bias cos sin q kcache vcache pos=position", QKVO, ALL, TS_FUSED},
    {"attention_decode_gqa", "q kcache vcache partial stats o=attended len=length", ATTENTION, ALL, 0},
    {"o_proj_residual", "w=o_proj x=attended res=x y=x", QKVO, ALL, TS_LONE},
    {"batch_o_proj_residual", "w=o_proj x=attended y=x rows", QKVO, ALL, TS_PLAIN | TS_OF_BATCH},
    {"rms_norm_1536", "x gamma=post_norm y=normed", NORM, ALL, TS_PLAIN},
    {"mlp_gate_up_silu", "wg=gate wu=up x=normed y=inner", GATE_UP, ALL, TS_PLAIN | TS_LONE},
    {"batch_gate_up_silu", "wg=gate wu=up x=normed y=inner rows", GATE_UP, ALL, TS_PLAIN | TS_OF_BATCH},
    {"norm_gate_up_silu", "x gamma=post_norm wg=gate wu=up y=inner", GATE_UP, ALL, TS_FUSED},
    {"down_proj_residual", "w=down x=inner res=x y=x", DOWN, ALL, TS_LONE},
    {"batch_down_proj_residual", "w=down x=inner y=x rows", DOWN, ALL, TS_PLAIN | TS_OF_BATCH},

    {"rms_norm_1536", "x gamma=norm y=normed", NORM, TS_AFTER, TS_PLAIN},
    {"lm_head_matvec", "w=lm_head x=normed y=logits", LM_HEAD, TS_AFTER, TS_PLAIN | TS_LONE},
    {"batch_lm_head", "w=lm_head x=normed y=logits rows", LM_HEAD, TS_AFTER, TS_PLAIN | TS_OF_BATCH},
    {"argmax_greedy", "logits val idx token top valid", ARGMAX, TS_AFTER, TS_PLAIN},
    {"norm_lm_head_argmax", "x gamma=norm w=lm_head logits val idx token top valid", LM_HEAD, TS_AFTER, TS_FUSED},

    {"logit_shares", "logits cold shares valid", ARGMAX, TS_AFTER, TS_OF_DRAW},

    {"prefill_embedding", "table=embed token=tokens y=chunk_x rows", EMBEDDING, TS_BEFORE, TS_OF_CHUNK},

    {"prefill_rms_norm", "x=chunk_x gamma=input_norm y=chunk_normed rows", NORM, ALL, TS_OF_CHUNK},
    {"prefill_q_gemm", "w=q_proj bias=q_bias x=chunk_normed qkv=chunk_qkv rows", QKVO, ALL, TS_PLAIN | TS_OF_CHUNK},
    {"prefill_kv_gemm", "wk=k_proj wv=v_proj bk=k_bias bv=v_bias x=chunk_normed qkv=chunk_qkv rows", QKVO, ALL, TS_PLAIN | TS_OF_CHUNK},
    {"prefill_qkv_gemm", "w=qkv bias=qkv_bias x=chunk_normed qkv=chunk_qkv rows", QKVO, ALL, TS_FUSED | TS_OF_CHUNK},
    {"prefill_rope_append", "qkv=chunk_qkv cos sin kcache vcache rows pos=position", ROPE, ALL, TS_OF_CHUNK},
    {"prefill_attention_gqa", "qkv=chunk_qkv kcache vcache o=chunk_attended rows pos=position", ATTENTION, ALL, TS_OF_CHUNK},
    {"prefill_o_gemm_residual", "w=o_proj x=chunk_attended y=chunk_x rows", QKVO, ALL, TS_OF_CHUNK},
    {"prefill_rms_norm", "x=chunk_x gamma=post_norm y=chunk_normed rows", NORM, ALL, TS_OF_CHUNK},
    {"prefill_gate_up_gemm_silu", "wg=gate wu=up x=chunk_normed gate=chunk_gate y=chunk_inner rows", GATE_UP, ALL, TS_OF_CHUNK},
    {"prefill_down_gemm_residual", "w=down x=chunk_inner y=chunk_x rows", DOWN, ALL, TS_OF_CHUNK},

    {"prefill_last_row", "x=chunk_x y=x rows", EMBEDDING, TS_AFTER, TS_OF_CHUNK},
};
/* clang-format on */

static const struct ts_wanted_flag flags[] = {
    {"attention_bias", true, "q, k and v of this architecture have biases"},
    {NULL, false, NULL},
};

const ts_arch ts_arch_qwen2 = {
    .name = "qwen2",
    .tensor = tensors,
    .tensors = sizeof tensors / sizeof *tensors,
    .node = nodes,
    .nodes = sizeof nodes / sizeof *nodes,
    .class = classes,
    .classes = sizeof classes / sizeof *classes,
    .logits = "logits",
    .tokens = "tokens",
    .shares = "shares",
    .sizes = sizes,
    .suite = &ts_suite_r1_distill,
    .base = &ts_r1_base,
    .shape = shape,
    .span = span,
    .one_span = one_span,
    .position_flops = position_flops,
    .model_class = "Qwen2ForCausalLM",
    .flag = flags,
    .max_position = 32768,
    .windows = true,
};
