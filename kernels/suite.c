/* suite.c - the table of all kernels, and the shapes they are built for.
 *
 * A new kernel is one file and one row here. Invariant: every row has a reference and cases; the
 * order of rows is the order of a decode step and of every report.
 */
#include "tessera/suite.h"

#include <stdio.h>
#include <string.h>

extern const ts_kernel_def ts_r1_embedding_lookup, ts_r1_rms_norm, ts_r1_residual_add_rms_norm,
    ts_r1_q_proj, ts_r1_kv_proj, ts_r1_rope_q, ts_r1_rope_k, ts_r1_kv_append, ts_r1_attention,
    ts_r1_o_proj, ts_r1_gate_up, ts_r1_down_proj, ts_r1_silu_mul, ts_r1_residual_add, ts_r1_lm_head,
    ts_r1_argmax, ts_r1_norm_qkv, ts_r1_norm_gate_up, ts_r1_norm_lm_head;

static const ts_kernel_def *const kernels[] = {
    &ts_r1_embedding_lookup, &ts_r1_rms_norm,     &ts_r1_residual_add_rms_norm,
    &ts_r1_q_proj,           &ts_r1_kv_proj,      &ts_r1_rope_q,
    &ts_r1_rope_k,           &ts_r1_kv_append,    &ts_r1_attention,
    &ts_r1_o_proj,           &ts_r1_gate_up,      &ts_r1_down_proj,
    &ts_r1_silu_mul,         &ts_r1_residual_add, &ts_r1_lm_head,
    &ts_r1_argmax,           &ts_r1_norm_qkv,     &ts_r1_norm_gate_up,
    &ts_r1_norm_lm_head,
};

enum { KERNELS = sizeof kernels / sizeof *kernels };

const ts_kernel_def *ts_kernel_at(size_t i)
{
    return i < KERNELS ? kernels[i] : NULL;
}

static void no_such_kernel(const char *name, ts_error *err)
{
    const char *names[KERNELS + 1] = {NULL};
    char all[32 * KERNELS] = "";
    size_t at = 0;
    for (int i = 0; i < KERNELS; i++) {
        names[i] = kernels[i]->name;
        at += (size_t)snprintf(all + at, sizeof all - at, "%s%s", i ? ", " : "", names[i]);
    }
    const char *near = ts_nearest(name, names);
    if (near)
        ts_fail(err, "no kernel is called \"%.80s\"; did you mean %s?", name, near);
    else
        ts_fail(err, "no kernel is called \"%.80s\"; there are %s", name, all);
}

const ts_kernel_def *ts_kernel_find(const char *name, ts_error *err)
{
    const ts_kernel_def *short_for = NULL;
    size_t len = strlen(name), shorts = 0;
    for (int i = 0; i < KERNELS; i++) {
        if (!strcmp(kernels[i]->name, name)) return kernels[i];
        if (len && !strncmp(kernels[i]->name, name, len)) short_for = kernels[i], shorts++;
    }
    if (shorts == 1) return short_for;
    if (shorts)
        ts_fail(err, "kernel \"%s\" is not unique; %s is one that it could mean", name,
                short_for->name);
    else
        no_such_kernel(name, err);
    return NULL;
}

ts_kern *ts_kernel_trace(const ts_kernel_def *def, int stage, const ts_shape *s, ts_error *err)
{
    char name[128];
    if (ts_shape_check(s, err)) return NULL;
    if (stage && !def->final) {
        ts_fail(err, "kernel %s has one stage", def->name);
        return NULL;
    }
    snprintf(name, sizeof name, stage ? "%s__final" : "%s", def->name);
    ts_kern *k = ts_begin(name);
    (stage ? def->final : def->build)(k, s);
    if (!ts_finish(k, err)) return k;
    ts_free(k);
    return NULL;
}

size_t ts_storage(ts_dtype t, size_t n)
{
    static const int bits[] = {
#define D(name, bits, class, max, what) bits,
#include "tessera/dtypes.def"
#undef D
    };
    return bits[t] < 8 ? (n * bits[t] + 7) / 8 : n * (bits[t] / 8);
}

/* ---- shapes ---- */

const ts_shape ts_shape_base = {
    .eps = 1e-6,
    .weight = TS_bf16,
    .norm = TS_bf16,
    .kv = TS_bf16,
    .block = 64,
    .key_block = 32,
    .split = 256,
    .vocab_block = 4096,
};

/* config.json of deepseek-ai/DeepSeek-R1-Distill-Qwen-*. */
static const struct preset {
    const char *name;
    int d, heads, kv_heads, head_dim, inter, vocab;
    double eps;
} presets[] = {
    {"r1-distill-1.5b", 1536, 12, 2, 128, 8960, 151936, 1e-6},
    {"r1-distill-7b", 3584, 28, 4, 128, 18944, 152064, 1e-6},
    {"r1-distill-14b", 5120, 40, 8, 128, 13824, 152064, 1e-5},
    {"r1-distill-32b", 5120, 40, 8, 128, 27648, 152064, 1e-5},
};

int ts_shape_preset(const char *name, ts_shape *s, ts_error *err)
{
    for (size_t i = 0; i < sizeof presets / sizeof *presets; i++) {
        const struct preset *p = &presets[i];
        if (strcmp(p->name, name)) continue;
        *s = ts_shape_base;
        s->d = p->d, s->heads = p->heads, s->kv_heads = p->kv_heads, s->head_dim = p->head_dim;
        s->inter = p->inter, s->vocab = p->vocab, s->eps = p->eps, s->ctx = 4096;
        return 0;
    }
    return ts_fail(err,
                   "no shape is called \"%.80s\"; there are r1-distill-1.5b, r1-distill-7b, "
                   "r1-distill-14b, r1-distill-32b",
                   name);
}

/* Programs of attention that keep a large GPU busy; more would only lengthen the join. */
enum { SPANS = 128 };

/* A team reads a row 16 bytes of 16-bit weights a thread at a time, and the cache is cut into
 * about as many spans as there are processors. */
void ts_shape_tune(ts_shape *s, const ts_target *target)
{
    int team = ts_target_facts_of(target).team;
    if (team == 1) return;
    s->block = 8 * team;
    s->key_block = 64;
    int64_t blocks = ((int64_t)s->kv_heads * s->ctx - 1) / ((int64_t)SPANS * s->key_block) + 1;
    s->split = (int)(blocks * s->key_block);
    s->vocab_block = 1024;
}

static bool storable(ts_dtype t)
{
    return t == TS_f32 || t == TS_f16 || t == TS_bf16;
}

/* Products that kernels form in i32. */
static bool fits(int a, int b)
{
    int product;
    return !__builtin_mul_overflow(a, b, &product);
}

int ts_shape_check(const ts_shape *s, ts_error *err)
{
    const struct {
        const char *name;
        int value;
    } fields[] = {{"d", s->d},
                  {"heads", s->heads},
                  {"kv_heads", s->kv_heads},
                  {"head_dim", s->head_dim},
                  {"inter", s->inter},
                  {"vocab", s->vocab},
                  {"ctx", s->ctx},
                  {"block", s->block},
                  {"key_block", s->key_block},
                  {"split", s->split},
                  {"vocab_block", s->vocab_block}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i].value < 1)
            return ts_fail(err, "shape: %s must be positive (is %d)", fields[i].name,
                           fields[i].value);
    if (s->heads % s->kv_heads)
        return ts_fail(err, "shape: heads must be a multiple of kv_heads (%d and %d)", s->heads,
                       s->kv_heads);
    if (s->head_dim % 2)
        return ts_fail(err, "shape: head_dim must be even for rope (is %d)", s->head_dim);
    if (s->split % s->key_block)
        return ts_fail(err, "shape: split must be a multiple of key_block (%d and %d)", s->split,
                       s->key_block);
    if (s->vocab_block % s->block)
        return ts_fail(err, "shape: vocab_block must be a multiple of block (%d and %d)",
                       s->vocab_block, s->block);
    if (!(s->eps >= 0 && s->eps < 1))
        return ts_fail(err, "shape: eps must be from 0 to 1 (is %g)", s->eps);
    if (!storable(s->weight) || !storable(s->norm) || !storable(s->kv))
        return ts_fail(err, "shape: weight, norm and kv must be f32, f16 or bf16");
    if (!fits(s->heads, s->head_dim) || !fits(s->kv_heads, (s->ctx - 1) / s->split + 1) ||
        s->ctx > INT32_MAX - s->split || s->vocab > INT32_MAX - s->vocab_block)
        return ts_fail(err, "shape: heads, head_dim, ctx or vocab is out of range");
    return 0;
}
