/* config.c - reads config.json (config.h).
 *
 * What changes the arithmetic and is not computed here is refused; fields that only describe
 * training or another framework are ignored, by the list at the end. Both spellings of recent and
 * older writers are read: torch_dtype and dtype, rope_theta at the top and inside rope_parameters.
 */
#include "engine/config.h"

#include <stdio.h>
#include <string.h>

#include "engine/fields.h"
#include "engine/graph.h"

static int need_whole(const ts_fields *f, const char *key, uint32_t max, uint32_t *to)
{
    if (!ts_field_value(f, key)) return ts_fail(f->err, "%s: %s is missing", f->where, key);
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
    const json_t *value = ts_field_value(f, key);
    const char *word = json_string_value(value);
    if (!value) return 0;
    if (!word) return ts_fail(f->err, "%s: %s is not a string", f->where, key);
    if (!strcmp(word, wanted)) return 0;
    return ts_fail(f->err, "%s: %s \"%s\" is not supported, only \"%s\"", f->where, key,
                   ts_show(word, strlen(word)).text, wanted);
}

/* ---- what is not supported ---- */

/* The architecture of that name, its class or its model_type. NULL: there is none, which is said. */
static const ts_arch *find_architecture(const ts_fields *f, const char *what, const char *name,
                                        bool class)
{
    char known[256] = "";
    size_t n = 0;
    const char *quote = class ? "" : "\"";
    for (size_t i = 0; ts_arch_at(i); i++) {
        const char *its = class ? ts_arch_at(i)->model_class : ts_arch_at(i)->name;
        if (!strcmp(its, name)) return ts_arch_at(i);
        if (n < sizeof known)
            n += (size_t)snprintf(known + n, sizeof known - n, "%s%s%s%s", i ? ", " : "", quote,
                                  its, quote);
    }
    ts_fail(f->err, "%s: %s \"%s\" is not supported, only %s", f->where, what,
            ts_show(name, strlen(name)).text, known);
    return NULL;
}

static int read_architecture(const ts_fields *f, ts_config *c)
{
    const json_t *list = ts_field_value(f, "architectures"),
                 *type = ts_field_value(f, "model_type");
    const char *word = json_string_value(json_array_get(list, 0)), *name = json_string_value(type);
    if (list && (!json_is_array(list) || json_array_size(list) != 1 || !word))
        return ts_fail(f->err, "%s: architectures is not a list of one name", f->where);
    if (word && !(c->arch = find_architecture(f, "architecture", word, true))) return -1;
    if (!type) return ts_fail(f->err, "%s: model_type is missing", f->where);
    if (word) return want_word(f, "model_type", c->arch->name);
    if (!name) return ts_fail(f->err, "%s: model_type is not a string", f->where);
    return (c->arch = find_architecture(f, "model_type", name, false)) ? 0 : -1;
}

/* Flags that would change the arithmetic. */
static int check_flags(const ts_fields *f, const ts_arch *arch)
{
    if (want_flag(f, "use_mrope", false, "multimodal rope is not supported")) return -1;
    for (const struct ts_wanted_flag *w = arch->flag; w->key; w++)
        if (want_flag(f, w->key, w->wanted, w->why)) return -1;
    if (want_flag(f, "mlp_bias", false, "biases in the feed-forward part are not supported") ||
        want_flag(f, "is_encoder_decoder", false, "only decoders are supported"))
        return -1;
    return want_flag(f, "add_cross_attention", false, "only decoders are supported");
}

/* Fields that may only be there without content: null, {}, [] or false. */
static int check_absent(const ts_fields *f)
{
    static const struct {
        const char *key, *why;
    } absent[] = {{"compression_config", "compressed weights are not supported"},
                  {"pruned_heads", "pruned attention heads are not supported"},
                  {"text_config", "a model inside a model is not supported"},
                  {"llm_config", "a model inside a model is not supported"},
                  {"decoder", "a model inside a model is not supported"},
                  {"vision_config", "only text is supported"},
                  {"audio_config", "only text is supported"}};
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
        const json_t *value = ts_field_value(f, absent[i].key);
        if (!value || json_is_false(value) || (json_is_object(value) && !json_object_size(value)) ||
            (json_is_array(value) && !json_array_size(value)))
            continue;
        return ts_fail(f->err, "%s: %s: %s", f->where, absent[i].key, absent[i].why);
    }
    return 0;
}

/* ---- quantised weights: our own format alone (doc/quantised.md) ---- */

static bool has_content(const json_t *value)
{
    return value && !json_is_false(value) && !(json_is_object(value) && !json_object_size(value));
}

static int check_quant_names(const ts_fields *in)
{
    static const char *const known[] = {"quant_method", "format", "block"};
    const char *name;
    json_t *value;
    json_object_foreach(in->object, name, value)
    {
        size_t i = 0;
        while (i < sizeof known / sizeof *known && strcmp(name, known[i]) != 0) i++;
        if (i == sizeof known / sizeof *known && !json_is_null(value))
            return ts_fail(in->err, "%s: quantization_config has a %s, which is not supported",
                           in->where, ts_show(name, strlen(name)).text);
    }
    return 0;
}

static int read_quant(const ts_fields *f, ts_config *c)
{
    const char *method = "", *format = "";
    uint32_t block = TS_SHARE;
    ts_fields in = *f;
    in.object = ts_field_value(f, "quantization_config");
    if (!has_content(in.object)) return 0;
    if (!json_is_object(in.object))
        return ts_fail(f->err, "%s: quantization_config is not an object", f->where);
    if (ts_field_word(&in, "quant_method", &method)) return -1;
    if (strcmp(method, "tessera") != 0)
        return ts_fail(f->err,
                       "%s: quantization_config: quantized weights are not supported by method "
                       "\"%s\", only \"tessera\"; quantize the original weights",
                       f->where, ts_show(method, strlen(method)).text);
    if (check_quant_names(&in) || ts_field_word(&in, "format", &format) ||
        ts_field_whole(&in, "block", TS_SHARE, TS_SHARE, &block))
        return -1;
    c->quant = ts_quant_find(format, strlen(format));
    if (c->quant) return 0;
    return ts_fail(f->err, "%s: quantization_config: format \"%s\" is not known", f->where,
                   ts_show(format, strlen(format)).text);
}

static int check_supported(const ts_fields *f, ts_config *c)
{
    const char *act = "silu";
    if (read_architecture(f, c) || check_flags(f, c->arch) || check_absent(f) ||
        ts_field_word(f, "hidden_act", &act))
        return -1;
    /* the reference knows it by two names */
    return strcmp(act, "swish") ? want_word(f, "hidden_act", "silu") : 0;
}

/* ---- attention windows ---- */

static int check_layer_types(const ts_fields *f, const ts_config *c)
{
    const json_t *list = ts_field_value(f, "layer_types"), *value;
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
    if (list && json_array_size(list) != c->layers)
        return ts_fail(f->err, "%s: layer_types lists %zu layers; num_hidden_layers is %u",
                       f->where, json_array_size(list), c->layers);
    return 0;
}

/* A window is in force where it is switched on, some layers lie above max_window_layers, and it is
 * smaller than the longest context. */
static int check_window(const ts_fields *f, const ts_config *c)
{
    bool on = false;
    uint32_t from = 28, window = 4096; /* what the reference assumes */
    if (!c->arch->windows) return 0;
    if (ts_field_flag(f, "use_sliding_window", &on) ||
        ts_field_whole(f, "max_window_layers", 0, INT32_MAX, &from) ||
        ts_field_whole(f, "sliding_window", 0, INT32_MAX, &window) || check_layer_types(f, c))
        return -1;
    if (!on || from >= c->layers || window >= c->max_position || ts_field_value(f, "layer_types"))
        return 0;
    return ts_fail(f->err, "%s: use_sliding_window is true; sliding windows are not supported",
                   f->where);
}

/* ---- rope ---- */

/* Names inside rope_scaling or rope_parameters: what would turn positions otherwise is refused. */
static int check_rope_names(const ts_fields *in, const char *key)
{
    static const char *const known[] = {"rope_type", "type", "rope_theta", "partial_rotary_factor",
                                        "original_max_position_embeddings"};
    const char *name;
    json_t *value;
    json_object_foreach(in->object, name, value)
    {
        size_t i = 0;
        while (i < sizeof known / sizeof *known && strcmp(name, known[i]) != 0) i++;
        if (i == sizeof known / sizeof *known && !json_is_null(value))
            return ts_fail(in->err, "%s: %s has a %s; only unscaled rope is supported", in->where,
                           key, ts_show(name, strlen(name)).text);
    }
    return 0;
}

static int check_partial(const ts_fields *f)
{
    double part = 1;
    if (ts_field_real(f, "partial_rotary_factor", 0, 1, &part)) return -1;
    if (part == 1) return 0;
    return ts_fail(f->err,
                   "%s: partial_rotary_factor is %g; rope turns whole heads here, so only 1 "
                   "is supported",
                   f->where, part);
}

/* rope_scaling, or rope_parameters of newer writers: only the unscaled kind. */
static int read_rope(const ts_fields *f, const char *key, double *theta)
{
    ts_fields in = *f;
    in.object = ts_field_value(f, key);
    if (!in.object) return 0;
    if (!json_is_object(in.object))
        return ts_fail(f->err, "%s: %s is not an object", f->where, key);
    for (int i = 0; i < 2; i++) {
        const char *type = i ? "type" : "rope_type",
                   *word = json_string_value(ts_field_value(&in, type));
        if (ts_field_value(&in, type) && (!word || strcmp(word, "default") != 0))
            return ts_fail(f->err, "%s: %s of type \"%s\" is not supported, only default", f->where,
                           key, word ? ts_show(word, strlen(word)).text : "?");
    }
    if (check_rope_names(&in, key) || check_partial(&in)) return -1;
    return ts_field_real(&in, "rope_theta", 1, 1e12, theta);
}

/* The base stands at the top, in rope_parameters or in rope_scaling; of an object with content the
 * reference takes rope_scaling, and what stands inside before what stands at the top. */
static int read_base(const ts_fields *f, double *theta)
{
    double outer = *theta;
    if (check_partial(f) || ts_field_real(f, "rope_theta", 1, 1e12, &outer)) return -1;
    *theta = outer;
    if (read_rope(f, "rope_parameters", theta)) return -1;
    if (json_object_size(ts_field_value(f, "rope_scaling"))) *theta = outer;
    return read_rope(f, "rope_scaling", theta);
}

/* ---- config.json ---- */

static int read_dtype(const ts_fields *f, const char *key, ts_config *c)
{
    static const struct {
        const char *name;
        ts_dtype dtype;
    } known[] = {{"bfloat16", TS_bf16}, {"float16", TS_f16}, {"float32", TS_f32}};
    const json_t *value = ts_field_value(f, key);
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
    c->max_position = c->arch->max_position;
    if (ts_field_whole(f, "num_key_value_heads", 1, TS_MAX_HIDDEN, &c->kv_heads) ||
        ts_field_whole(f, "max_position_embeddings", 1, TS_MAX_POSITION, &c->max_position))
        return -1;
    if (!ts_field_value(f, "head_dim") && c->hidden % c->heads)
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
    if (check_supported(f, c) || read_shape(f, c) || check_shape(f, c)) return -1;
    if (check_window(f, c) || read_base(f, &c->rope_theta)) return -1;
    if (ts_field_real(f, "rms_norm_eps", 0, 0.1, &c->rms_eps) ||
        ts_field_flag(f, "tie_word_embeddings", &c->tied))
        return -1;
    if (read_quant(f, c)) return -1;
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

/* ---- what has no effect ---- */

/* Read above, by generation.c, or known not to change what the model writes. */
static const char *const expected[] = {
    /* read */
    "architectures", "model_type", "hidden_act", "use_mrope", "attention_bias", "mlp_bias",
    "is_encoder_decoder", "add_cross_attention", "quantization_config", "compression_config",
    "pruned_heads", "text_config", "llm_config", "decoder", "vision_config", "audio_config",
    "layer_types", "use_sliding_window", "max_window_layers", "sliding_window", "rope_theta",
    "rope_scaling", "rope_parameters", "partial_rotary_factor", "torch_dtype", "dtype",
    "hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads", "vocab_size",
    "num_key_value_heads", "max_position_embeddings", "head_dim", "rms_norm_eps",
    "tie_word_embeddings", "eos_token_id",
    /* of training */
    "attention_dropout", "initializer_range", "hidden_dropout", "hidden_dropout_prob",
    "gradient_checkpointing", "id2label", "label2id", "num_labels", "problem_type",
    "pretraining_tp",
    /* of its framework */
    "transformers_version", "_name_or_path", "_commit_hash", "_attn_implementation",
    "_attn_implementation_autoset", "attn_implementation", "auto_map", "tokenizer_class",
    "unsloth_version", "unsloth_fixed", "use_cache", "output_attentions", "output_hidden_states",
    "return_dict", "torchscript", "use_bfloat16", "chunk_size_feed_forward",
    /* wrong or without effect in this family */
    "bos_token_id", "pad_token_id", "original_max_position_embeddings", "is_decoder"};

bool ts_config_expects(const char *field)
{
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (!strcmp(field, expected[i])) return true;
    return false;
}

/* ---- presets: the published shapes, and one that is a multiple of nothing ---- */

#define PRESET(id, width, inside, depth, q, kv, dim, words, most, theta, eps)                      \
    {                                                                                              \
        id,                                                                                        \
        {                                                                                          \
            .hidden = width, .inter = inside, .layers = depth, .heads = q, .kv_heads = kv,         \
            .head_dim = dim, .vocab = words, .max_position = most, .rope_theta = theta,            \
            .rms_eps = eps, .dtype = TS_bf16                                                       \
        }                                                                                          \
    }
static const struct {
    const char *name;
    ts_config config;
} presets[] = {
    PRESET("r1-distill-1.5b", 1536, 8960, 28, 12, 2, 128, 151936, 131072, 1e4, 1e-6),
    PRESET("r1-distill-7b", 3584, 18944, 28, 28, 4, 128, 152064, 131072, 1e4, 1e-6),
    PRESET("r1-distill-14b", 5120, 13824, 48, 40, 8, 128, 152064, 131072, 1e6, 1e-5),
    PRESET("r1-distill-32b", 5120, 27648, 64, 40, 8, 128, 152064, 131072, 1e6, 1e-5),
    PRESET("mini", 200, 333, 3, 5, 1, 40, 1003, 2048, 1e4, 1e-6),
};

enum { PRESETS = sizeof presets / sizeof *presets };

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
