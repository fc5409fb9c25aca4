/* config.c - reads config.json (config.h).
 *
 * What changes the arithmetic and is not computed here is refused; fields that only describe
 * training or another framework are ignored. Both spellings of recent and older writers are read:
 * torch_dtype and dtype, rope_theta at the top and inside rope_parameters.
 */
#include "engine/config.h"

#include <stdio.h>
#include <string.h>

#include "engine/fields.h"

static int need_whole(const ts_fields *f, const char *key, uint32_t max, uint32_t *to)
{
    if (!ts_field(f, key)) return ts_fail(f->err, "%s: %s is missing", f->where, key);
    return ts_field_whole(f, key, 1, max, to);
}

/* A flag that must have one value where it is present. */
static int want_flag(const ts_fields *f, const char *key, bool wanted, const char *why)
{
    bool flag = wanted;
    if (ts_field_flag(f, key, &flag)) return -1;
    if (flag == wanted) return 0;
    return ts_fail(f->err, "%s: %s is %s; %s", f->where, key, flag ? "true" : "false", why);
}

static int want_word(const ts_fields *f, const char *key, const char *wanted)
{
    const json_t *value = ts_field(f, key);
    const char *word = json_string_value(value);
    if (!value) return 0;
    if (!word) return ts_fail(f->err, "%s: %s is not a string", f->where, key);
    if (!strcmp(word, wanted)) return 0;
    return ts_fail(f->err, "%s: %s \"%s\" is not supported, only \"%s\"", f->where, key,
                   ts_show(word, strlen(word)).text, wanted);
}

/* ---- what is not supported ---- */

static int check_architecture(const ts_fields *f)
{
    const json_t *list = ts_field(f, "architectures"), *type = ts_field(f, "model_type");
    const char *word = json_string_value(json_array_get(list, 0));
    if (list && (!json_is_array(list) || json_array_size(list) != 1 || !word))
        return ts_fail(f->err, "%s: architectures is not a list of one name", f->where);
    if (word && strcmp(word, "Qwen2ForCausalLM") != 0)
        return ts_fail(f->err, "%s: architecture \"%s\" is not supported, only Qwen2ForCausalLM",
                       f->where, ts_show(word, strlen(word)).text);
    if (!type) return ts_fail(f->err, "%s: model_type is missing", f->where);
    return want_word(f, "model_type", "qwen2");
}

static int check_layers(const ts_fields *f)
{
    const json_t *list = ts_field(f, "layer_types"), *value;
    size_t i;
    if (list && !json_is_array(list))
        return ts_fail(f->err, "%s: layer_types is not a list", f->where);
    json_array_foreach(list, i, value)
    {
        const char *word = json_string_value(value);
        if (!word || strcmp(word, "full_attention") != 0)
            return ts_fail(f->err, "%s: layer_types \"%s\" is not supported, only full_attention",
                           f->where, word ? ts_show(word, strlen(word)).text : "?");
    }
    return 0;
}

static int check_supported(const ts_fields *f)
{
    if (check_architecture(f) || want_word(f, "hidden_act", "silu") || check_layers(f)) return -1;
    if (want_flag(f, "use_sliding_window", false, "sliding windows are not supported") ||
        want_flag(f, "use_mrope", false, "multimodal rope is not supported") ||
        want_flag(f, "attention_bias", true, "q, k and v of this architecture have biases") ||
        want_flag(f, "mlp_bias", false, "biases in the feed-forward part are not supported"))
        return -1;
    if (ts_field(f, "quantization_config"))
        return ts_fail(f->err, "%s: quantization_config: quantized weights are not supported",
                       f->where);
    return 0;
}

/* rope_scaling, or rope_parameters of newer writers: only the unscaled kind. */
static int read_rope(const ts_fields *f, const char *key, ts_config *c)
{
    ts_fields in = *f;
    in.object = ts_field(f, key);
    if (!in.object) return 0;
    if (!json_is_object(in.object))
        return ts_fail(f->err, "%s: %s is not an object", f->where, key);
    for (int i = 0; i < 2; i++) {
        const char *type = i ? "type" : "rope_type", *word = json_string_value(ts_field(&in, type));
        if (ts_field(&in, type) && (!word || strcmp(word, "default") != 0))
            return ts_fail(f->err, "%s: %s of type \"%s\" is not supported, only default", f->where,
                           key, word ? ts_show(word, strlen(word)).text : "?");
    }
    if (ts_field(&in, "factor"))
        return ts_fail(f->err, "%s: %s has a factor; scaled rope is not supported", f->where, key);
    return ts_field_real(&in, "rope_theta", 1, 1e12, &c->rope_theta);
}

/* ---- config.json ---- */

static int read_dtype(const ts_fields *f, const char *key, ts_config *c)
{
    static const struct {
        const char *name;
        ts_dtype dtype;
    } known[] = {{"bfloat16", TS_bf16}, {"float16", TS_f16}, {"float32", TS_f32}};
    const json_t *value = ts_field(f, key);
    const char *word = json_string_value(value);
    if (!value) return 0;
    for (int i = 0; word && i < 3; i++)
        if (!strcmp(word, known[i].name)) {
            c->dtype = known[i].dtype;
            return 0;
        }
    return ts_fail(f->err, "%s: %s \"%s\" is not supported, only bfloat16, float16 and float32",
                   f->where, key, word ? ts_show(word, strlen(word)).text : "?");
}

static int read_shape(const ts_fields *f, ts_config *c)
{
    if (need_whole(f, "hidden_size", TS_MAX_HIDDEN, &c->hidden) ||
        need_whole(f, "intermediate_size", TS_MAX_INTER, &c->inter) ||
        need_whole(f, "num_hidden_layers", TS_MAX_LAYERS, &c->layers) ||
        need_whole(f, "num_attention_heads", TS_MAX_HIDDEN, &c->heads) ||
        need_whole(f, "vocab_size", TS_MAX_VOCAB, &c->vocab))
        return -1;
    c->kv_heads = c->heads;
    c->max_position = 32768; /* what the reference assumes */
    if (ts_field_whole(f, "num_key_value_heads", 1, TS_MAX_HIDDEN, &c->kv_heads) ||
        ts_field_whole(f, "max_position_embeddings", 1, TS_MAX_POSITION, &c->max_position))
        return -1;
    if (!ts_field(f, "head_dim") && c->hidden % c->heads)
        return ts_fail(f->err, "%s: hidden_size %u is not a multiple of num_attention_heads %u",
                       f->where, c->hidden, c->heads);
    c->head_dim = c->hidden / c->heads;
    return ts_field_whole(f, "head_dim", 1, TS_MAX_HEAD_DIM, &c->head_dim);
}

static int check_shape(const ts_fields *f, const ts_config *c)
{
    if (c->heads % c->kv_heads)
        return ts_fail(f->err,
                       "%s: num_attention_heads %u is not a multiple of num_key_value_heads %u",
                       f->where, c->heads, c->kv_heads);
    if (c->head_dim % 2 || c->head_dim > TS_MAX_HEAD_DIM)
        return ts_fail(f->err, "%s: a head dimension of %u; even numbers up to %d are supported",
                       f->where, c->head_dim, TS_MAX_HEAD_DIM);
    if ((uint64_t)c->heads * c->head_dim > TS_MAX_HIDDEN)
        return ts_fail(f->err, "%s: %u heads of %u are %llu numbers; %d are supported", f->where,
                       c->heads, c->head_dim, (unsigned long long)c->heads * c->head_dim,
                       TS_MAX_HIDDEN);
    return 0;
}

static int read_config(const ts_fields *f, ts_config *c)
{
    *c = (ts_config){.rope_theta = 10000, .rms_eps = 1e-6, .dtype = TS_bf16};
    if (check_supported(f) || read_shape(f, c) || check_shape(f, c)) return -1;
    if (ts_field_real(f, "rope_theta", 1, 1e12, &c->rope_theta) ||
        read_rope(f, "rope_scaling", c) || read_rope(f, "rope_parameters", c))
        return -1;
    if (ts_field_real(f, "rms_norm_eps", 0, 0.1, &c->rms_eps) ||
        ts_field_flag(f, "tie_word_embeddings", &c->tied))
        return -1;
    return read_dtype(f, "torch_dtype", c) || read_dtype(f, "dtype", c) ? -1 : 0;
}

int ts_config_parse(const char *text, size_t bytes, const char *where, ts_config *c, ts_error *err)
{
    ts_fields f;
    int result = ts_fields_parse(&f, text, bytes, where, err);
    if (!result) result = read_config(&f, c);
    ts_fields_free(&f);
    return result;
}

int ts_config_load(const char *dir, ts_config *c, ts_error *err)
{
    ts_fields f;
    int result = ts_fields_load(&f, dir, "config.json", false, err);
    if (!result) result = read_config(&f, c);
    ts_fields_free(&f);
    return result;
}

/* ---- presets: the published shapes, and one that is a multiple of nothing ---- */

static const struct {
    const char *name;
    ts_config config;
} presets[] = {
    {"r1-distill-1.5b", {1536, 8960, 28, 12, 2, 128, 151936, 131072, 1e4, 1e-6, false, TS_bf16}},
    {"r1-distill-7b", {3584, 18944, 28, 28, 4, 128, 152064, 131072, 1e4, 1e-6, false, TS_bf16}},
    {"r1-distill-14b", {5120, 13824, 48, 40, 8, 128, 152064, 131072, 1e6, 1e-5, false, TS_bf16}},
    {"r1-distill-32b", {5120, 27648, 64, 40, 8, 128, 152064, 131072, 1e6, 1e-5, false, TS_bf16}},
    {"mini", {200, 333, 3, 5, 1, 40, 1003, 2048, 1e4, 1e-6, false, TS_bf16}},
};

enum { PRESETS = sizeof presets / sizeof *presets };

const char *ts_config_preset_name(size_t i)
{
    return i < PRESETS ? presets[i].name : NULL;
}

int ts_config_preset(const char *name, ts_config *c, ts_error *err)
{
    char known[256] = "";
    for (int i = 0; i < PRESETS; i++) {
        size_t used = strlen(known);
        if (!strcmp(name, presets[i].name)) {
            *c = presets[i].config;
            return 0;
        }
        snprintf(known + used, sizeof known - used, "%s%s", i ? ", " : "", presets[i].name);
    }
    return ts_fail(err, "no model shape is called \"%s\"; there are %s",
                   ts_show(name, strlen(name)).text, known);
}
