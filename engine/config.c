/* config.c - reads config.json and generation_config.json (config.h).
 *
 * What changes the arithmetic and is not computed here is refused; fields that only describe
 * training or another framework are ignored. Both spellings of recent and older writers are read:
 * torch_dtype and dtype, rope_theta at the top and inside rope_parameters.
 */
#include "engine/config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "engine/folder.h"
#include "engine/pairs.h"

enum { MAX_CONFIG = 256 << 10 }; /* bytes; real ones have one or two thousand */

typedef struct reader {
    const json_t *object;
    const char *where;
    ts_error *err;
} reader;

/* ---- fields; JSON null counts as absent ---- */

static const json_t *get(const reader *r, const char *key)
{
    const json_t *value = json_object_get(r->object, key);
    return json_is_null(value) ? NULL : value;
}

/* *to keeps its value where the field is absent. */
static int read_whole(const reader *r, const char *key, uint32_t min, uint32_t max, uint32_t *to)
{
    const json_t *value = get(r, key);
    json_int_t n = json_integer_value(value);
    if (!value) return 0;
    if (!json_is_integer(value))
        return ts_fail(r->err, "%s: %s is not a whole number", r->where, key);
    if (n < (json_int_t)min || n > (json_int_t)max)
        return ts_fail(r->err, "%s: %s is %lld; %u to %u is supported", r->where, key, (long long)n,
                       min, max);
    *to = (uint32_t)n;
    return 0;
}

static int need_whole(const reader *r, const char *key, uint32_t max, uint32_t *to)
{
    if (!get(r, key)) return ts_fail(r->err, "%s: %s is missing", r->where, key);
    return read_whole(r, key, 1, max, to);
}

static int read_real(const reader *r, const char *key, double min, double max, double *to)
{
    const json_t *value = get(r, key);
    double x = json_number_value(value);
    if (!value) return 0;
    if (!json_is_number(value)) return ts_fail(r->err, "%s: %s is not a number", r->where, key);
    if (!(x >= min && x <= max))
        return ts_fail(r->err, "%s: %s is %g; %g to %g is supported", r->where, key, x, min, max);
    *to = x;
    return 0;
}

static int read_flag(const reader *r, const char *key, bool *to)
{
    const json_t *value = get(r, key);
    if (!value) return 0;
    if (!json_is_boolean(value))
        return ts_fail(r->err, "%s: %s is neither true nor false", r->where, key);
    *to = json_is_true(value);
    return 0;
}

/* A flag that must have one value where it is present. */
static int want_flag(const reader *r, const char *key, bool wanted, const char *why)
{
    bool flag = wanted;
    if (read_flag(r, key, &flag)) return -1;
    if (flag == wanted) return 0;
    return ts_fail(r->err, "%s: %s is %s; %s", r->where, key, flag ? "true" : "false", why);
}

static int want_word(const reader *r, const char *key, const char *wanted)
{
    const json_t *value = get(r, key);
    const char *word = json_string_value(value);
    if (!value) return 0;
    if (!word) return ts_fail(r->err, "%s: %s is not a string", r->where, key);
    if (!strcmp(word, wanted)) return 0;
    return ts_fail(r->err, "%s: %s \"%s\" is not supported, only \"%s\"", r->where, key,
                   ts_show(word, strlen(word)).text, wanted);
}

/* ---- what is not supported ---- */

static int check_architecture(const reader *r)
{
    const json_t *list = get(r, "architectures"), *type = get(r, "model_type");
    const char *word = json_string_value(json_array_get(list, 0));
    if (list && (!json_is_array(list) || json_array_size(list) != 1 || !word))
        return ts_fail(r->err, "%s: architectures is not a list of one name", r->where);
    if (word && strcmp(word, "Qwen2ForCausalLM") != 0)
        return ts_fail(r->err, "%s: architecture \"%s\" is not supported, only Qwen2ForCausalLM",
                       r->where, ts_show(word, strlen(word)).text);
    if (!type) return ts_fail(r->err, "%s: model_type is missing", r->where);
    return want_word(r, "model_type", "qwen2");
}

static int check_layers(const reader *r)
{
    const json_t *list = get(r, "layer_types"), *value;
    size_t i;
    if (list && !json_is_array(list))
        return ts_fail(r->err, "%s: layer_types is not a list", r->where);
    json_array_foreach(list, i, value)
    {
        const char *word = json_string_value(value);
        if (!word || strcmp(word, "full_attention") != 0)
            return ts_fail(r->err, "%s: layer_types \"%s\" is not supported, only full_attention",
                           r->where, word ? ts_show(word, strlen(word)).text : "?");
    }
    return 0;
}

static int check_supported(const reader *r)
{
    if (check_architecture(r) || want_word(r, "hidden_act", "silu") || check_layers(r)) return -1;
    if (want_flag(r, "use_sliding_window", false, "sliding windows are not supported") ||
        want_flag(r, "use_mrope", false, "multimodal rope is not supported") ||
        want_flag(r, "attention_bias", true, "q, k and v of this architecture have biases") ||
        want_flag(r, "mlp_bias", false, "biases in the feed-forward part are not supported"))
        return -1;
    if (get(r, "quantization_config"))
        return ts_fail(r->err, "%s: quantization_config: quantized weights are not supported",
                       r->where);
    return 0;
}

/* rope_scaling, or rope_parameters of newer writers: only the unscaled kind. */
static int read_rope(const reader *r, const char *key, ts_config *c)
{
    const reader in = {get(r, key), r->where, r->err};
    if (!in.object) return 0;
    if (!json_is_object(in.object))
        return ts_fail(r->err, "%s: %s is not an object", r->where, key);
    for (int i = 0; i < 2; i++) {
        const char *type = i ? "type" : "rope_type", *word = json_string_value(get(&in, type));
        if (get(&in, type) && (!word || strcmp(word, "default") != 0))
            return ts_fail(r->err, "%s: %s of type \"%s\" is not supported, only default", r->where,
                           key, word ? ts_show(word, strlen(word)).text : "?");
    }
    if (get(&in, "factor"))
        return ts_fail(r->err, "%s: %s has a factor; scaled rope is not supported", r->where, key);
    return read_real(&in, "rope_theta", 1, 1e12, &c->rope_theta);
}

/* ---- config.json ---- */

static int read_dtype(const reader *r, const char *key, ts_config *c)
{
    static const struct {
        const char *name;
        ts_dtype dtype;
    } known[] = {{"bfloat16", TS_bf16}, {"float16", TS_f16}, {"float32", TS_f32}};
    const json_t *value = get(r, key);
    const char *word = json_string_value(value);
    if (!value) return 0;
    for (int i = 0; word && i < 3; i++)
        if (!strcmp(word, known[i].name)) {
            c->dtype = known[i].dtype;
            return 0;
        }
    return ts_fail(r->err, "%s: %s \"%s\" is not supported, only bfloat16, float16 and float32",
                   r->where, key, word ? ts_show(word, strlen(word)).text : "?");
}

static int read_shape(const reader *r, ts_config *c)
{
    if (need_whole(r, "hidden_size", TS_MAX_HIDDEN, &c->hidden) ||
        need_whole(r, "intermediate_size", TS_MAX_INTER, &c->inter) ||
        need_whole(r, "num_hidden_layers", TS_MAX_LAYERS, &c->layers) ||
        need_whole(r, "num_attention_heads", TS_MAX_HIDDEN, &c->heads) ||
        need_whole(r, "vocab_size", TS_MAX_VOCAB, &c->vocab))
        return -1;
    c->kv_heads = c->heads;
    c->max_position = 32768; /* what the reference assumes */
    if (read_whole(r, "num_key_value_heads", 1, TS_MAX_HIDDEN, &c->kv_heads) ||
        read_whole(r, "max_position_embeddings", 1, TS_MAX_POSITION, &c->max_position))
        return -1;
    if (!get(r, "head_dim") && c->hidden % c->heads)
        return ts_fail(r->err, "%s: hidden_size %u is not a multiple of num_attention_heads %u",
                       r->where, c->hidden, c->heads);
    c->head_dim = c->hidden / c->heads;
    return read_whole(r, "head_dim", 1, TS_MAX_HEAD_DIM, &c->head_dim);
}

static int check_shape(const reader *r, const ts_config *c)
{
    if (c->heads % c->kv_heads)
        return ts_fail(r->err,
                       "%s: num_attention_heads %u is not a multiple of num_key_value_heads %u",
                       r->where, c->heads, c->kv_heads);
    if (c->head_dim % 2 || c->head_dim > TS_MAX_HEAD_DIM)
        return ts_fail(r->err, "%s: a head dimension of %u; even numbers up to %d are supported",
                       r->where, c->head_dim, TS_MAX_HEAD_DIM);
    if ((uint64_t)c->heads * c->head_dim > TS_MAX_HIDDEN)
        return ts_fail(r->err, "%s: %u heads of %u are %llu numbers; %d are supported", r->where,
                       c->heads, c->head_dim, (unsigned long long)c->heads * c->head_dim,
                       TS_MAX_HIDDEN);
    return 0;
}

static int read_config(const reader *r, ts_config *c)
{
    *c = (ts_config){.rope_theta = 10000, .rms_eps = 1e-6, .dtype = TS_bf16};
    if (check_supported(r) || read_shape(r, c) || check_shape(r, c)) return -1;
    if (read_real(r, "rope_theta", 1, 1e12, &c->rope_theta) || read_rope(r, "rope_scaling", c) ||
        read_rope(r, "rope_parameters", c))
        return -1;
    if (read_real(r, "rms_norm_eps", 0, 0.1, &c->rms_eps) ||
        read_flag(r, "tie_word_embeddings", &c->tied))
        return -1;
    return read_dtype(r, "torch_dtype", c) || read_dtype(r, "dtype", c) ? -1 : 0;
}

static json_t *parse(const char *text, size_t bytes, const char *where, ts_error *err)
{
    json_error_t e;
    json_t *root;
    if (bytes > MAX_CONFIG) {
        ts_fail(err, "%s: %zu bytes long; at most %d are read", where, bytes, MAX_CONFIG);
        return NULL;
    }
    root = json_loadb(text, bytes, JSON_REJECT_DUPLICATES, &e);
    if (!root)
        ts_json_fail(&e, where, err);
    else if (!json_is_object(root)) {
        ts_fail(err, "%s: not a JSON object", where);
        json_decref(root);
        root = NULL;
    }
    return root;
}

int ts_config_parse(const char *text, size_t bytes, const char *where, ts_config *c, ts_error *err)
{
    json_t *root = parse(text, bytes, where, err);
    const reader r = {root, where, err};
    int result = root ? read_config(&r, c) : -1;
    json_decref(root);
    return result;
}

static char *read_file(const char *dir, const char *name, size_t *bytes, char *where, ts_error *err)
{
    char path[TS_PATH_MAX];
    if (ts_folder_path(path, dir, name, err)) return NULL;
    memcpy(where, ts_show_path(path).text, sizeof(ts_shown));
    return ts_file_read(path, MAX_CONFIG, bytes, err);
}

int ts_config_load(const char *dir, ts_config *c, ts_error *err)
{
    char where[sizeof(ts_shown)];
    size_t bytes;
    char *text = read_file(dir, "config.json", &bytes, where, err);
    int result = text ? ts_config_parse(text, bytes, where, c, err) : -1;
    free(text);
    return result;
}

/* ---- generation_config.json ---- */

static int add_eos(const reader *r, const json_t *value, const ts_config *c, ts_generation *g)
{
    json_int_t id = json_integer_value(value);
    if (!json_is_integer(value))
        return ts_fail(r->err, "%s: eos_token_id is not a token id", r->where);
    if (id < 0 || id >= (json_int_t)c->vocab)
        return ts_fail(r->err, "%s: eos_token_id %lld is not among the %u rows of the vocabulary",
                       r->where, (long long)id, c->vocab);
    if (g->n_eos == TS_MAX_EOS)
        return ts_fail(r->err, "%s: eos_token_id lists more than %d ids", r->where, TS_MAX_EOS);
    g->eos[g->n_eos++] = (uint32_t)id;
    return 0;
}

static int read_eos(const reader *r, const ts_config *c, ts_generation *g)
{
    const json_t *value = get(r, "eos_token_id");
    if (!value) return 0;
    if (!json_is_array(value)) return add_eos(r, value, c, g);
    for (size_t i = 0; i < json_array_size(value); i++)
        if (add_eos(r, json_array_get(value, i), c, g)) return -1;
    return 0;
}

static int read_generation(const reader *r, const ts_config *c, ts_generation *g)
{
    uint32_t bos = 0;
    if (read_eos(r, c, g) || read_whole(r, "bos_token_id", 0, c->vocab - 1, &bos)) return -1;
    if (get(r, "bos_token_id")) g->bos = bos;
    if (read_flag(r, "do_sample", &g->do_sample) ||
        read_real(r, "temperature", 0, 100, &g->temperature) ||
        read_real(r, "top_p", 0, 1, &g->top_p) ||
        read_real(r, "repetition_penalty", 0.01, 100, &g->repetition_penalty))
        return -1;
    return read_whole(r, "top_k", 0, TS_MAX_VOCAB, &g->top_k);
}

static const ts_generation greedy = {
    .bos = -1, .temperature = 1, .top_p = 1, .repetition_penalty = 1};

int ts_generation_parse(const char *text, size_t bytes, const char *where, const ts_config *c,
                        ts_generation *g, ts_error *err)
{
    json_t *root = parse(text, bytes, where, err);
    const reader r = {root, where, err};
    *g = greedy;
    int result = root ? read_generation(&r, c, g) : -1;
    json_decref(root);
    return result;
}

/* Only the end ids of config.json: its begin id is wrong in this family. */
static int fall_back(const char *dir, const ts_config *c, ts_generation *g, ts_error *err)
{
    char where[sizeof(ts_shown)];
    size_t bytes;
    char *text = read_file(dir, "config.json", &bytes, where, err);
    json_t *root = text ? parse(text, bytes, where, err) : NULL;
    const reader r = {root, where, err};
    int result = root ? read_eos(&r, c, g) : -1;
    json_decref(root);
    free(text);
    return result;
}

int ts_generation_load(const char *dir, const ts_config *c, ts_generation *g, ts_error *err)
{
    static const char name[] = "generation_config.json";
    char where[sizeof(ts_shown)];
    *g = greedy;
    if (ts_folder_has(dir, name)) {
        size_t bytes;
        char *text = read_file(dir, name, &bytes, where, err);
        int result = text ? ts_generation_parse(text, bytes, where, c, g, err) : -1;
        free(text);
        if (result) return -1;
    }
    return g->n_eos ? 0 : fall_back(dir, c, g, err);
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
