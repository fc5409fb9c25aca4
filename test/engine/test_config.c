/* test_config.c - config.json: what is read, what is refused and how, the presets, and the memory
 * plan made from them. */
#include "engine/graph.h"
#include "engine/generation.h"
#include "engine/memory.h"
#include "engine/plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

/* The shape of a small model; %s is where a case puts its own fields. jansson refuses duplicates,
 * so cases that replace a field are built with `without`. */
static const char base[] =
    "{\"architectures\":[\"Qwen2ForCausalLM\"],\"model_type\":\"qwen2\",\"hidden_size\":64,"
    "\"intermediate_size\":96,\"num_hidden_layers\":2,\"num_attention_heads\":4,"
    "\"num_key_value_heads\":2,\"vocab_size\":1003,\"bos_token_id\":5,\"eos_token_id\":7}";

/* base with `"key":...` replaced by `"key":value`, or the field appended; value NULL removes it. */
static char *with(const char *key, const char *value)
{
    static char out[2048];
    char quoted[64], field[512] = "";
    const char *at, *end;
    snprintf(quoted, sizeof quoted, "\"%s\":", key);
    if (value) snprintf(field, sizeof field, "%s%s", quoted, value);
    at = strstr(base, quoted);
    if (!at) {
        snprintf(out, sizeof out, "%.*s,%s}", (int)strlen(base) - 1, base, field);
        return out;
    }
    end = at + strlen(quoted);
    end += *end == '[' ? strcspn(end, "]") + 1 : strcspn(end, ",}");
    if (!value && *end == ',') end++;
    snprintf(out, sizeof out, "%.*s%s%s", (int)(at - base), base, field, end);
    return out;
}

static int parse(const char *text, ts_config *c, ts_error *err)
{
    *err = (ts_error){0};
    return ts_config_parse(text, strlen(text), "config.json", c, err);
}

static void expect(const char *text, const char *message)
{
    ts_config c;
    ts_error err;
    if (parse(text, &c, &err) == 0) {
        print_error("accepted: %s\n", text);
        fail();
    }
    assert_string_equal(err.text, message);
}

/* ---- refusals ---- */

static const struct {
    const char *key, *value, *message;
} refusals[] = {
    {"architectures", "[\"LlamaForCausalLM\"]",
     "config.json: architecture \"LlamaForCausalLM\" is not supported, only Qwen2ForCausalLM"},
    {"architectures", "[\"Qwen2ForSequenceClassification\"]",
     "config.json: architecture \"Qwen2ForSequenceClassification\" is not supported, only "
     "Qwen2ForCausalLM"},
    {"architectures", "[]", "config.json: architectures is not a list of one name"},
    {"architectures", "[1]", "config.json: architectures is not a list of one name"},
    {"architectures", "\"Qwen2ForCausalLM\"",
     "config.json: architectures is not a list of one name"},
    {"model_type", "\"deepseek_v4\"",
     "config.json: model_type \"deepseek_v4\" is not supported, only \"qwen2\""},
    {"model_type", "\"qwen3\"",
     "config.json: model_type \"qwen3\" is not supported, only \"qwen2\""},
    {"model_type", "3", "config.json: model_type is not a string"},
    {"model_type", NULL, "config.json: model_type is missing"},
    {"hidden_act", "\"gelu\"", "config.json: hidden_act \"gelu\" is not supported, only \"silu\""},
    {"use_sliding_window", "true,\"max_window_layers\":1",
     "config.json: use_sliding_window is true; sliding windows are not supported"},
    {"use_sliding_window", "true,\"max_window_layers\":0,\"sliding_window\":32767",
     "config.json: use_sliding_window is true; sliding windows are not supported"},
    {"use_sliding_window", "1", "config.json: use_sliding_window is neither true nor false"},
    {"use_mrope", "true", "config.json: use_mrope is true; multimodal rope is not supported"},
    {"attention_bias", "false",
     "config.json: attention_bias is false; q, k and v of this architecture have biases"},
    {"mlp_bias", "true",
     "config.json: mlp_bias is true; biases in the feed-forward part are not supported"},
    {"quantization_config", "{\"quant_method\":\"awq\"}",
     "config.json: quantization_config: quantized weights are not supported by method \"awq\", "
     "only "
     "\"tessera\"; quantize the original weights"},
    {"quantization_config", "{\"quant_method\":\"tessera\",\"format\":\"q9\"}",
     "config.json: quantization_config: format \"q9\" is not known"},
    {"quantization_config", "{\"quant_method\":\"tessera\",\"format\":\"q8\",\"block\":64}",
     "config.json: block is 64; 32 to 32 is supported"},
    {"quantization_config", "{\"quant_method\":\"tessera\",\"format\":\"q8\",\"zero\":true}",
     "config.json: quantization_config has a zero, which is not supported"},
    {"quantization_config", "[8]", "config.json: quantization_config is not an object"},
    {"layer_types", "[\"full_attention\",\"sliding_attention\"]",
     "config.json: layer_types \"sliding_attention\" is not supported, only full_attention"},
    {"layer_types", "{}", "config.json: layer_types is not a list"},
    {"layer_types", "[\"full_attention\"]",
     "config.json: layer_types lists 1 layers; num_hidden_layers is 2"},
    {"layer_types", "[\"full_attention\",7]",
     "config.json: layer_types \"?\" is not supported, only full_attention"},
    {"is_encoder_decoder", "true",
     "config.json: is_encoder_decoder is true; only decoders are supported"},
    {"add_cross_attention", "true",
     "config.json: add_cross_attention is true; only decoders are supported"},
    {"compression_config", "{\"format\":\"x\"}",
     "config.json: compression_config: compressed weights are not supported"},
    {"text_config", "{\"hidden_size\":64}",
     "config.json: text_config: a model inside a model is not supported"},
    {"vision_config", "{\"depth\":2}", "config.json: vision_config: only text is supported"},
    {"pruned_heads", "{\"0\":[1]}",
     "config.json: pruned_heads: pruned attention heads are not supported"},
    {"partial_rotary_factor", "0.5",
     "config.json: partial_rotary_factor is 0.5; rope turns whole heads here, so only 1 is "
     "supported"},
    {"rope_parameters", "{\"partial_rotary_factor\":0.25}",
     "config.json: partial_rotary_factor is 0.25; rope turns whole heads here, so only 1 is "
     "supported"},
    {"rope_parameters", "{\"full_attention\":{\"rope_type\":\"default\",\"rope_theta\":1e6}}",
     "config.json: rope_parameters has a full_attention; only unscaled rope is supported"},
    {"rope_scaling", "{\"mrope_section\":[1,2,3],\"type\":\"default\"}",
     "config.json: rope_scaling has a mrope_section; only unscaled rope is supported"},
    {"rope_scaling", "{\"type\":\"yarn\",\"factor\":4.0}",
     "config.json: rope_scaling of type \"yarn\" is not supported, only default"},
    {"rope_scaling", "{\"rope_type\":\"dynamic\"}",
     "config.json: rope_scaling of type \"dynamic\" is not supported, only default"},
    {"rope_scaling", "{\"factor\":2}",
     "config.json: rope_scaling has a factor; only unscaled rope is supported"},
    {"rope_scaling", "2", "config.json: rope_scaling is not an object"},
    {"rope_parameters", "{\"rope_type\":\"linear\"}",
     "config.json: rope_parameters of type \"linear\" is not supported, only default"},
    {"hidden_size", NULL, "config.json: hidden_size is missing"},
    {"hidden_size", "null", "config.json: hidden_size is missing"},
    {"hidden_size", "0", "config.json: hidden_size is 0; 1 to 131072 is supported"},
    {"hidden_size", "-64", "config.json: hidden_size is -64; 1 to 131072 is supported"},
    {"hidden_size", "131073", "config.json: hidden_size is 131073; 1 to 131072 is supported"},
    {"hidden_size", "4294967360",
     "config.json: hidden_size is 4294967360; 1 to 131072 is supported"},
    {"hidden_size", "9223372036854775808", "config.json: a number is beyond 2^63 - 1"},
    {"hidden_size", "64.0", "config.json: hidden_size is not a whole number"},
    {"hidden_size", "\"64\"", "config.json: hidden_size is not a whole number"},
    {"hidden_size", "[64]", "config.json: hidden_size is not a whole number"},
    {"hidden_size", "65", "config.json: hidden_size 65 is not a multiple of num_attention_heads 4"},
    {"hidden_size", "68",
     "config.json: a head dimension of 17; even numbers up to 1024 are supported"},
    {"head_dim", "15",
     "config.json: a head dimension of 15; even numbers up to 1024 are supported"},
    {"head_dim", "1026", "config.json: head_dim is 1026; 1 to 1024 is supported"},
    {"head_dim", "0", "config.json: head_dim is 0; 1 to 1024 is supported"},
    {"intermediate_size", "1048577",
     "config.json: intermediate_size is 1048577; 1 to 1048576 is supported"},
    {"intermediate_size", NULL, "config.json: intermediate_size is missing"},
    {"num_hidden_layers", "0", "config.json: num_hidden_layers is 0; 1 to 1024 is supported"},
    {"num_hidden_layers", "100000",
     "config.json: num_hidden_layers is 100000; 1 to 1024 is supported"},
    {"num_attention_heads", "0", "config.json: num_attention_heads is 0; 1 to 131072 is supported"},
    {"num_key_value_heads", "3",
     "config.json: num_attention_heads 4 is not a multiple of num_key_value_heads 3"},
    {"num_key_value_heads", "8",
     "config.json: num_attention_heads 4 is not a multiple of num_key_value_heads 8"},
    {"num_key_value_heads", "0", "config.json: num_key_value_heads is 0; 1 to 131072 is supported"},
    {"vocab_size", "16777217", "config.json: vocab_size is 16777217; 1 to 16777216 is supported"},
    {"max_position_embeddings", "0",
     "config.json: max_position_embeddings is 0; 1 to 16777216 is supported"},
    {"rms_norm_eps", "-1", "config.json: rms_norm_eps is -1; 0 to 0.1 is supported"},
    {"rms_norm_eps", "\"1e-6\"", "config.json: rms_norm_eps is not a number"},
    {"rope_theta", "0", "config.json: rope_theta is 0; 1 to 1e+12 is supported"},
    {"tie_word_embeddings", "0", "config.json: tie_word_embeddings is neither true nor false"},
    {"torch_dtype", "\"float8_e4m3fn\"",
     "config.json: torch_dtype \"float8_e4m3fn\" is not supported, only bfloat16, float16 and "
     "float32"},
    {"hidden_size", "64,\"hidden_size\":128",
     "config.json: a name appears twice in one object: duplicate object key near "
     "'\"hidden_size\"'"},
};

static void refuses_each_by_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        expect(with(refusals[i].key, refusals[i].value), refusals[i].message);
}

static void refuses_what_is_no_config(void **state)
{
    (void)state;
    expect("", "config.json: not JSON: '[' or '{' expected near end of file");
    expect("[]", "config.json: not a JSON object");
    expect("{} {}", "config.json: not JSON: end of file expected near '{'");
    expect("{\"a\":\"\xff\"}", "config.json: not valid UTF-8");
    char *deep = malloc(100001);
    memset(deep, '[', 100000);
    deep[100000] = 0;
    expect(deep, "config.json: not JSON: maximum parsing depth reached near '['");
    free(deep);
    char *large = calloc(1, 4200001);
    memset(large, ' ', 4200000);
    expect(large, "config.json: 4200000 bytes long; at most 4194304 are read");
    free(large);
    /* heads that multiply to more than their limits allow */
    expect("{\"model_type\":\"qwen2\",\"hidden_size\":64,\"intermediate_size\":1,"
           "\"num_hidden_layers\":1,\"num_attention_heads\":131072,\"head_dim\":1024,"
           "\"vocab_size\":1}",
           "config.json: 131072 heads of 1024 are 134217728 numbers; 131072 are supported");
}

/* ---- what is read ---- */

/* By the class, the type, or both, which must be of one row. */
static void finds_the_architecture(void **state)
{
    (void)state;
    ts_config c;
    ts_error err;
    const ts_arch *a;
    for (size_t i = 0; (a = ts_arch_at(i)); i++) {
        char text[512], head[128];
        for (int which = 1; which < 4; which++) {
            snprintf(head, sizeof head, which & 2 ? "\"architectures\":[\"%s\"]," : "%.0s",
                     a->model_class);
            snprintf(text, sizeof text, "{%s\"model_type\":\"%s\",%s", head,
                     which & 1 ? a->name : "other", strstr(base, "\"hidden_size\""));
            assert_int_equal(parse(text, &c, &err), which & 1 ? 0 : -1);
            if (which & 1) assert_ptr_equal(ts_arch_of(&c), a);
            if (which & 1) assert_int_equal(c.max_position, a->max_position);
        }
    }
}

static void reads_and_assumes(void **state)
{
    (void)state;
    ts_config c;
    ts_error err;
    assert_int_equal(parse(base, &c, &err), 0);
    assert_true(c.hidden == 64 && c.inter == 96 && c.layers == 2 && c.heads == 4 &&
                c.kv_heads == 2);
    assert_true(c.head_dim == 16 && c.vocab == 1003 && c.max_position == 32768 && !c.tied);
    assert_true(c.rope_theta == 10000 && c.rms_eps == 1e-6 && c.dtype == TS_bf16);
    assert_int_equal(parse(with("num_key_value_heads", NULL), &c, &err), 0);
    assert_int_equal(c.kv_heads, 4);
    assert_int_equal(parse(with("head_dim", "32"), &c, &err), 0);
    assert_int_equal(c.head_dim, 32);
    assert_int_equal(parse(with("architectures", NULL), &c, &err), 0);
    assert_int_equal(parse(with("rope_scaling", "null"), &c, &err), 0);
    assert_int_equal(parse(with("rope_scaling", "{\"type\":\"default\"}"), &c, &err), 0);
    assert_int_equal(parse(with("sliding_window", "4096"), &c, &err), 0);
    assert_int_equal(
        parse(with("rope_parameters", "{\"rope_type\":\"default\",\"rope_theta\":1000000.0}"), &c,
              &err),
        0);
    assert_true(c.rope_theta == 1e6);
    assert_int_equal(parse(with("dtype", "\"float32\""), &c, &err), 0);
    assert_int_equal(c.dtype, TS_f32);
    assert_int_equal(parse(with("torch_dtype", "\"float16\""), &c, &err), 0);
    assert_int_equal(c.dtype, TS_f16);
    assert_int_equal(parse(with("rope_theta", "500000"), &c, &err), 0);
    assert_true(c.rope_theta == 5e5);
    assert_int_equal(parse(with("hidden_act", "\"swish\""), &c, &err), 0);
    assert_int_equal(parse(with("torch_dtype", "\"float16\",\"dtype\":\"float32\""), &c, &err), 0);
    assert_int_equal(c.dtype, TS_f32);
}

/* Where the base of rope stands: the values are what transformers 5.24 makes of each. */
static void finds_the_base_of_rope(void **state)
{
    (void)state;
    static const struct {
        const char *fields;
        double theta;
    } cases[] = {
        {"1.0", 1},
        {"null", 10000},
        {"2e5,\"rope_parameters\":{\"rope_type\":\"default\"}", 2e5},
        {"2e5,\"rope_parameters\":{\"rope_theta\":3e5}", 3e5},
        {"2e5,\"rope_scaling\":{\"type\":\"default\",\"rope_theta\":4e5}", 4e5},
        {"2e5,\"rope_scaling\":{},\"rope_parameters\":{\"rope_theta\":3e5}", 3e5},
        {"2e5,\"rope_scaling\":null,\"rope_parameters\":{\"rope_theta\":3e5}", 3e5},
        {"2e5,\"rope_scaling\":{\"rope_theta\":4e5},\"rope_parameters\":{\"rope_theta\":3e5}", 4e5},
        {"2e5,\"rope_scaling\":{\"type\":\"default\"},\"rope_parameters\":{\"rope_theta\":3e5}",
         2e5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ts_config c;
        ts_error err;
        if (parse(with("rope_theta", cases[i].fields), &c, &err)) fail_msg("%s", err.text);
        if (c.rope_theta != cases[i].theta) fail_msg("%s: %g", cases[i].fields, c.rope_theta);
    }
}

/* A window is only refused where the reference would look through one. */
static void windows_without_effect(void **state)
{
    (void)state;
    static const char *const fine[] = {
        "false,\"sliding_window\":16,\"max_window_layers\":0",
        "true",
        "true,\"max_window_layers\":2,\"sliding_window\":16",
        "true,\"max_window_layers\":0,\"sliding_window\":32768",
        "true,\"max_window_layers\":0,\"layer_types\":[\"full_attention\",\"full_attention\"]",
    };
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
        ts_config c;
        ts_error err;
        if (parse(with("use_sliding_window", fine[i]), &c, &err)) fail_msg("%s", err.text);
    }
}

/* ---- real files ---- */

static char *real_file(const char *name, size_t *bytes)
{
    const char *data = getenv("TESSERA_TEST_DATA");
    char path[4096], *text;
    if (!data) return NULL;
    snprintf(path, sizeof path, "%s/configs/%s", data, name);
    FILE *f = fopen(path, "rb");
    if (!f) return NULL;
    text = calloc(1, 1 << 20);
    *bytes = fread(text, 1, (1 << 20) - 1, f);
    fclose(f);
    return text;
}

static void reads_the_real_ones(void **state)
{
    (void)state;
    size_t bytes;
    ts_config c, preset;
    ts_generation g;
    ts_error err = {0};
    char *text = real_file("DeepSeek-R1-Distill-Qwen-32B.config.json", &bytes);
    if (!text) {
        print_message("skipped: TESSERA_TEST_DATA has no real configurations\n");
        skip();
    }
    assert_int_equal(ts_config_parse(text, bytes, "32B", &c, &err), 0);
    assert_int_equal(ts_config_preset("r1-distill-32b", &preset, &err), 0);
    assert_true(c.hidden == preset.hidden && c.inter == preset.inter && c.layers == preset.layers);
    assert_true(c.heads == preset.heads && c.kv_heads == preset.kv_heads);
    assert_true(c.head_dim == preset.head_dim && c.vocab == preset.vocab && c.tied == preset.tied);
    assert_true(c.rope_theta == preset.rope_theta && c.rms_eps == preset.rms_eps);
    assert_true(c.max_position == preset.max_position && c.dtype == preset.dtype);
    free(text);
    text = real_file("DeepSeek-R1-Distill-Qwen-32B.generation_config.json", &bytes);
    assert_int_equal(ts_generation_parse(text, bytes, "32B", &g, &err), 0);
    assert_true(g.bos == 151646 && g.n_eos == 1 && g.eos[0] == 151643 && g.do_sample);
    assert_true(g.temperature == 0.6 && g.top_p == 0.95);
    free(text);
    text = real_file("DeepSeek-V4-Pro.config.json", &bytes);
    assert_int_equal(ts_config_parse(text, bytes, "V4", &c, &err), -1);
    assert_string_equal(err.text, "V4: architecture \"DeepseekV4ForCausalLM\" is not supported, "
                                  "only Qwen2ForCausalLM");
    free(text);
}

/* ---- presets and plans ---- */

/* The plan of a model whose weights have one dtype. */
static int plan(ts_budget *p, const ts_config *c, ts_dtype dtype, ts_dtype kv, uint32_t ctx,
                const char *target, ts_error *err)
{
    const ts_calls_how how = {.target = ts_target_find(target, err), .kv = kv};
    ts_graph *g = ts_graph_new(ts_arch_of(c), c, ctx, err);
    ts_views *v = g ? ts_views_blank(g, dtype, err) : NULL;
    ts_calls *calls = v ? ts_calls_new(g, v, &how, err) : NULL;
    int rc = calls ? ts_budget_make(p, calls, true, err) : -1;
    ts_calls_free(calls);
    ts_views_free(v);
    ts_graph_free(g);
    return rc;
}

static void presets_have_the_published_sizes(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint64_t params; /* as published with the checkpoints */
    } known[] = {{"r1-distill-1.5b", 1777088000},
                 {"r1-distill-7b", 7615616512},
                 {"r1-distill-14b", 14770033664},
                 {"r1-distill-32b", 32763876352}};
    ts_config c;
    ts_budget p;
    ts_error err = {0};
    for (int i = 0; i < 4; i++) {
        assert_int_equal(ts_config_preset(known[i].name, &c, &err), 0);
        assert_int_equal(plan(&p, &c, TS_bf16, TS_bf16, 4096, "cpu", &err), 0);
        assert_int_equal(p.params, known[i].params);
        assert_int_equal(p.weights, 2 * known[i].params);
    }
    assert_int_equal(ts_config_preset("r1-distill-70b", &c, &err), -1);
    assert_string_equal(err.text,
                        "no model shape is called \"r1-distill-70b\"; there are r1-distill-1.5b, "
                        "r1-distill-7b, r1-distill-14b, r1-distill-32b, mini");
}

static void plans_the_bytes_of_a_token(void **state)
{
    (void)state;
    ts_config c;
    ts_budget p;
    ts_error err = {0};
    char text[1024];
    assert_int_equal(ts_config_preset("r1-distill-1.5b", &c, &err), 0);
    assert_int_equal(plan(&p, &c, TS_bf16, TS_f16, 4096, "cpu", &err), 0);
    /* 1,310,339,072 parameters in the layers; output 151936 x 1536; final norm; one row */
    assert_int_equal(p.token_layers_bytes, 2 * 1310339072ull);
    assert_int_equal(p.token_bytes, 2 * (1310339072ull + 151936ull * 1536 + 1536 + 1536));
    assert_int_equal(p.position_bytes, 28 * 2 * 2 * 128 * 2);
    assert_int_equal(p.kv, 4096 * p.position_bytes);
    assert_int_equal(p.total, p.weights + p.kv + p.workspace);
    assert_int_equal(p.weights, p.layers + p.embed + p.output);
    assert_true(ts_budget_text(&p, text, sizeof text) < (int)sizeof text);
    assert_non_null(strstr(text, "a token reads 3.087 GB (layers 2.621 GB, output matrix 0.467 GB) "
                                 "and 28.7 kB more for each position before it\n"));
    assert_non_null(strstr(text, "weights      3.554 GB  bf16, 1.777 billion parameters, mapped"));
    c.tied = true;
    ts_budget tied;
    assert_int_equal(plan(&tied, &c, TS_bf16, TS_f16, 4096, "cpu", &err), 0);
    assert_int_equal(tied.token_bytes, p.token_bytes);
    assert_int_equal(tied.weights, p.weights - p.embed);
}

static void plans_never_wrap(void **state)
{
    (void)state;
    const ts_config huge = {.hidden = TS_MAX_HIDDEN,
                            .inter = TS_MAX_INTER,
                            .layers = TS_MAX_LAYERS,
                            .heads = 128,
                            .kv_heads = 128,
                            .head_dim = 1024,
                            .vocab = TS_MAX_VOCAB};
    ts_budget p;
    ts_error err = {0}, err2 = {0};
    /* what a kernel's indices cannot hold is refused as such */
    assert_int_equal(plan(&p, &huge, TS_f32, TS_f32, UINT32_MAX, "cpu", &err), -1);
    assert_int_equal(plan(&p, &huge, TS_f32, TS_f32, TS_MAX_POSITION, "cpu", &err2), 0);
    assert_true((double)p.kv == 4.0 * 2 * 1024 * 131072 * TS_MAX_POSITION);
    assert_true(p.total > p.kv && p.kv > p.weights);
    assert_int_equal(ts_budget_fits(&p, 1ull << 40, &err2), -1);
}

/* A plan is exact: it counts the buffers that are made, and no others. */
static void plans_what_is_made(void **state)
{
    (void)state;
    ts_config c;
    ts_budget p, fused;
    ts_error err = {0};
    assert_int_equal(ts_config_preset("mini", &c, &err), 0);
    assert_int_equal(plan(&p, &c, TS_bf16, TS_f16, 64, "cpu", &err), 0);
    uint64_t q = (uint64_t)c.heads * c.head_dim, kv = (uint64_t)c.kv_heads * c.head_dim;
    uint64_t spans = 1, argmax = (c.vocab + 4095) / 4096; /* of 64 positions; of blocks of logits */
    uint64_t draw = 2 * argmax;                           /* of the same blocks */
    assert_int_equal(p.activations, 4 * (2 * c.hidden + 2 * q + 2 * kv + c.inter + c.vocab +
                                         spans * q + 2 * spans * c.heads + 2 * argmax + draw + 16));
    assert_int_equal(p.copies, 4 * 2 * 64 * (c.head_dim / 2)); /* rope */
    /* devices of threads: q, k, v and their biases once more, side by side; no n, k, v */
    assert_int_equal(plan(&fused, &c, TS_bf16, TS_f16, 64, "opencl", &err), 0);
    assert_int_equal(fused.copies - p.copies,
                     2 * c.layers * ((q + 2 * kv) * (uint64_t)c.hidden + q + 2 * kv));
    assert_true(fused.weights == p.weights && fused.token_bytes == p.token_bytes);
}

static void refuses_what_does_not_fit(void **state)
{
    (void)state;
    ts_config c;
    ts_budget p;
    ts_error err = {0}, err2 = {0};
    ts_config_preset("r1-distill-1.5b", &c, &err);
    plan(&p, &c, TS_bf16, TS_bf16, 131072, "cpu", &err);
    assert_int_equal(ts_budget_fits(&p, 8000000000, &err), 0);
    assert_int_equal(ts_budget_fits(&p, 5000000000, &err), -1);
    assert_string_equal(err.text,
                        "the model needs 7.38 GB and 5.00 GB are available; --ctx 32768 fits");
    plan(&p, &c, TS_bf16, TS_bf16, 32768, "cpu", &err2);
    assert_int_equal(ts_budget_fits(&p, 5000000000, &err2), 0);
    assert_int_equal(ts_budget_fits(&p, 1000000000, &err2), -1);
    assert_non_null(strstr(err2.text, "free memory, or choose a smaller model or dtype"));
}

/* ---- memory of a pretended machine ---- */

static char machine[] = "/tmp/tessera-machine-XXXXXX";

static void machine_file(const char *name, const char *text)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", machine, name);
    for (char *slash = path + strlen(machine) + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = 0;
        mkdir(path, 0700);
        *slash = '/';
    }
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void sees_every_limit(void **state)
{
    (void)state;
    char command[256];
    assert_non_null(mkdtemp(machine));
    assert_true(ts_memory_available(machine) == UINT64_MAX);
    machine_file("proc/meminfo", "MemTotal: 9 kB\nMemAvailable:    8000000 kB\n");
    assert_int_equal(ts_memory_available(machine), 8192000000);
    machine_file("proc/self/cgroup", "0::/a/b\n");
    machine_file("sys/fs/cgroup/a/b/memory.max", "max\n");
    assert_int_equal(ts_memory_available(machine), 8192000000);
    machine_file("sys/fs/cgroup/a/memory.max", "5000\n");
    machine_file("sys/fs/cgroup/a/memory.current", "4500\n");
    assert_int_equal(ts_memory_available(machine), 500);
    /* pages of files can be dropped */
    machine_file("sys/fs/cgroup/a/memory.stat", "anon 1\ninactive_file 1000\nactive_file 200\n");
    assert_int_equal(ts_memory_available(machine), 1700);
    machine_file("sys/fs/cgroup/memory.max", "9\n");
    assert_int_equal(ts_memory_available(machine), 9);
    machine_file("proc/self/cgroup", "7:cpu:/\n4:memory:/x\n");
    machine_file("sys/fs/cgroup/memory/x/memory.limit_in_bytes", "700\n");
    machine_file("sys/fs/cgroup/memory/x/memory.usage_in_bytes", "800\n");
    assert_int_equal(ts_memory_available(machine), 0);
    assert_true(ts_memory_available("") > 1 << 20);
    unsigned long pages = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    assert_true(f && fscanf(f, "%lu", &pages) == 1);
    fclose(f);
    struct rlimit all, low;
    assert_int_equal(getrlimit(RLIMIT_AS, &all), 0);
    low = (struct rlimit){pages * (rlim_t)sysconf(_SC_PAGESIZE) + (32 << 20), all.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_AS, &low), 0);
    uint64_t room = ts_memory_available("");
    setrlimit(RLIMIT_AS, &all);
    assert_true(room > 16 << 20 && room <= 32 << 20);
    snprintf(command, sizeof command, "rm -r %s", machine);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_each_by_name),
        cmocka_unit_test(refuses_what_is_no_config),
        cmocka_unit_test(finds_the_architecture),
        cmocka_unit_test(reads_and_assumes),
        cmocka_unit_test(finds_the_base_of_rope),
        cmocka_unit_test(windows_without_effect),
        cmocka_unit_test(reads_the_real_ones),
        cmocka_unit_test(presets_have_the_published_sizes),
        cmocka_unit_test(plans_the_bytes_of_a_token),
        cmocka_unit_test(plans_never_wrap),
        cmocka_unit_test(plans_what_is_made),
        cmocka_unit_test(refuses_what_does_not_fit),
        cmocka_unit_test(sees_every_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
