/* breakdown.c - see breakdown.h. */
#include "bench/breakdown.h"

#include <stdlib.h>
#include <string.h>

/* ---- classes ---- */

enum { QKVO, GATE_UP, DOWN, ATTENTION, NORM, ROPE, LM_HEAD, ARGMAX, EMBEDDING, APPEND, REST };

static const ts_class classes[TS_CLASSES] = {
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
    [REST] = {"rest", false},
};

/* Every kernel of the suite. A fused one belongs to the products in it, which take nearly all its time. */
static const struct member {
    const char *kernel;
    int class;
} members[] = {
    {"q_proj_matvec", QKVO},
    {"kv_proj_matvec", QKVO},
    {"o_proj_residual", QKVO},
    {"norm_qkv_rope_append", QKVO},
    {"mlp_gate_up_silu", GATE_UP},
    {"norm_gate_up_silu", GATE_UP},
    {"silu_mul_fused", GATE_UP},
    {"down_proj_residual", DOWN},
    {"attention_decode_gqa", ATTENTION},
    {"rms_norm_1536", NORM},
    {"residual_add_rms_norm", NORM},
    {"rope_q_decode", ROPE},
    {"rope_k_decode", ROPE},
    {"lm_head_matvec", LM_HEAD},
    {"norm_lm_head_argmax", LM_HEAD},
    {"argmax_greedy", ARGMAX},
    {"embedding_lookup", EMBEDDING},
    {"kv_append", APPEND},
    {"residual_add", REST},
};

const ts_class *ts_class_at(int i)
{
    return i >= 0 && i < TS_CLASSES ? &classes[i] : NULL;
}

int ts_class_of(const char *kernel)
{
    const char *stage = strstr(kernel, "__final");
    size_t n = stage ? (size_t)(stage - kernel) : strlen(kernel);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (strlen(members[i].kernel) == n && !strncmp(members[i].kernel, kernel, n))
            return members[i].class;
    return -1;
}

/* ---- a round ---- */

ts_breakdown *ts_breakdown_new(ts_decoding *decode, ts_error *err)
{
    ts_breakdown *b = calloc(1, sizeof *b);
    if (!b) {
        ts_fail(err, "no memory for a breakdown");
        return NULL;
    }
    b->decode = decode;
    b->launches = decode ? ts_engine_describe(decode->engine)->launches : 0;
    b->kernel = calloc(b->launches + 1, sizeof *b->kernel);
    b->bytes = calloc(b->launches + 1, sizeof *b->bytes);
    b->seconds = calloc(TS_PROFILES * b->launches + 1, sizeof *b->seconds);
    if (b->kernel && b->bytes && b->seconds) return b;
    ts_fail(err, "no memory for profiles of %zu launches", b->launches);
    ts_breakdown_free(b);
    return NULL;
}

void ts_breakdown_free(ts_breakdown *b)
{
    if (!b) return;
    free(b->kernel);
    free(b->bytes);
    free(b->seconds);
    free(b);
}

/* Not the median: short launches would then leave out the stalls that a long pass of reading has in it,
 * and seem to beat it. */
static double mean_of(const double *seconds, size_t launches, size_t i, int profiles)
{
    double sum = 0;
    for (int p = 0; p < profiles; p++) sum += seconds[(size_t)p * launches + i];
    return sum / profiles;
}

int ts_breakdown_add(ts_breakdown *b, size_t n, const char *const *kernel, const uint64_t *bytes,
                     const double *seconds, int profiles, ts_error *err)
{
    if (b->rounds == TS_MAX_ROUNDS || profiles > TS_PROFILES)
        return ts_fail(err, "a breakdown takes %d rounds of %d profiles", TS_MAX_ROUNDS,
                       TS_PROFILES);
    ts_done done[TS_CLASSES] = {{0}};
    for (int c = 0; c < TS_CLASSES; c++) b->each[c].calls = 0;
    for (size_t i = 0; i < n; i++) {
        int c = ts_class_of(kernel[i]);
        if (c < 0)
            return ts_fail(err,
                           "kernel %s is in no class of the breakdown; give it a row in "
                           "bench/breakdown.c",
                           kernel[i]);
        b->each[c].calls++;
        done[c].seconds += mean_of(seconds, n, i, profiles);
        done[c].bytes += (double)bytes[i];
        done[c].units = 1;
    }
    for (int c = 0; c < TS_CLASSES; c++) {
        b->each[c].rounds.round[b->rounds].done = done[c];
        b->each[c].bytes = done[c].bytes;
    }
    b->rounds++;
    return 0;
}

int ts_breakdown_work(void *arg, ts_done *done, ts_error *err)
{
    ts_breakdown *b = arg;
    ts_decoding *d = b->decode;
    if (ts_decoding_work(d, done, err)) return -1;
    ts_engine_rewind(d->engine, d->depth + (uint32_t)d->tokens / 2);
    for (int p = 0; p < TS_PROFILES; p++)
        if (ts_engine_profile(d->engine, b->seconds + (size_t)p * b->launches, b->kernel, b->bytes,
                              err))
            return -1;
    return ts_breakdown_add(b, b->launches, b->kernel, b->bytes, b->seconds, TS_PROFILES, err);
}

/* ---- the sum ---- */

void ts_breakdown_close(ts_breakdown *b, const ts_rounds *token)
{
    b->token = token->each.mid;
    b->sum = 0;
    for (int c = 0; c < TS_CLASSES; c++) {
        if (!b->each[c].calls) continue;
        ts_rounds_beside(&b->each[c].rounds, token);
        b->sum += b->each[c].rounds.each.mid;
    }
    b->between = b->token - b->sum;
}
