/* test_folders.c - model folders spoilt in one place each: what running refuses, verifying reports,
 * and the other way round; each time in one line, and never by a crash.
 *
 * Running is opening an engine and the files beside the weights, up to the device, of which there is
 * none: a folder is sound when the device is all that is missed. */
#include "engine/folder.h"
#include "engine/parts.h"
#include "engine/sampler.h"
#include "engine/verify.h"
#include "engine/weights.h"
#include "tessera/sequence.h"
#include "tessera/session.h"
#include "test/engine/tokenizer_fixture.h"
#include "test/engine/safetensors_write.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

/* ---- a small sound model in two shards ---- */

static const char config[] =
    "{\"architectures\":[\"Qwen2ForCausalLM\"],\"model_type\":\"qwen2\",\"hidden_act\":\"silu\","
    "\"hidden_size\":32,\"intermediate_size\":48,\"num_hidden_layers\":2,\"num_attention_heads\":4,"
    "\"num_key_value_heads\":2,\"vocab_size\":264,\"max_position_embeddings\":64,"
    "\"rms_norm_eps\":1e-06,\"rope_theta\":10000.0,\"tie_word_embeddings\":false,"
    "\"torch_dtype\":\"bfloat16\",\"use_sliding_window\":false,\"eos_token_id\":256}";

static const char generation[] = "{\"bos_token_id\":257,\"eos_token_id\":[256],\"do_sample\":true,"
                                 "\"temperature\":0.6,\"top_p\":0.95}";

static const char words[] = "{\"add_bos_token\":true,\"bos_token\":\"<s>\",\"eos_token\":\"</s>\","
                            "\"model_max_length\":64}";

#define ADDED(id, text)                                                                            \
    "{\"id\":" #id ",\"content\":\"" text "\",\"single_word\":false,\"lstrip\":false,"             \
    "\"rstrip\":false,\"normalized\":false,\"special\":true}"

enum { CONFIG, GENERATION, TOKENIZER, WORDS, INDEX, SHARD, OTHER, FILES };

static const char *const names[] = {
    "config.json",           "generation_config.json",       "tokenizer.json",
    "tokenizer_config.json", "model.safetensors.index.json", "a.safetensors",
    "b.safetensors"};

static char folder[] = "/tmp/tessera-folders-XXXXXX";
static char *sound[FILES]; /* the bytes of each file */
static size_t sizes[FILES];

static char *path_of(int file)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, names[file]);
    return path;
}

static void put(int file, const char *bytes, size_t n)
{
    FILE *f = fopen(path_of(file), "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

typedef struct model {
    ts_tensor t[40];
    char name[40][TS_SLOT_NAME];
    size_t n;
} model;

static void add(model *m, const ts_graph *g, const ts_slot *s)
{
    static const char zeros[1 << 16];
    ts_tensor *t = &m->t[m->n];
    ts_slot_name(s, m->name[m->n]);
    *t = (ts_tensor){.name = m->name[m->n++], .type = ts_tensor_type_find("BF16"), .data = zeros};
    t->rank = ts_slot_dims(g, s->def, t->dim);
    t->bytes = 2 * ts_graph_elements(g, s->def);
}

static void write_index(const model *m)
{
    FILE *f = fopen(path_of(INDEX), "w");
    assert_non_null(f);
    fputs("{\"metadata\":{},\"weight_map\":{", f);
    for (size_t i = 0; i < m->n; i++)
        fprintf(f, "%s\"%s\":\"%s\"", i ? "," : "", m->name[i],
                names[i < m->n / 2 ? SHARD : OTHER]);
    fputs("}}", f);
    fclose(f);
}

static int set_up(void **state)
{
    (void)state;
    ts_error err = {""};
    ts_config c;
    model m = {.n = 0};
    if (!mkdtemp(folder) || ts_config_parse(config, strlen(config), "config.json", &c, &err))
        return -1;
    put(CONFIG, config, strlen(config));
    put(GENERATION, generation, strlen(generation));
    put(WORDS, words, strlen(words));
    char *text = make_fixture(&(struct fixture){.added = ADDED(256, "</s>") "," ADDED(257, "<s>")},
                              &sizes[TOKENIZER]);
    put(TOKENIZER, text, sizes[TOKENIZER] - 1); /* without its line end */
    free(text);
    ts_graph *g = ts_graph_new(ts_arch_of(&c), &c, 16, &err);
    for (size_t i = 0; g && i < g->slots; i++)
        if (ts_slot_is_stored(g, &g->slot[i])) add(&m, g, &g->slot[i]);
    ts_graph_free(g);
    write_index(&m);
    if (ts_safetensors_write(path_of(SHARD), m.t, m.n / 2, &err) ||
        ts_safetensors_write(path_of(OTHER), m.t + m.n / 2, m.n - m.n / 2, &err))
        return -1;
    for (int i = 0; i < FILES; i++)
        if (!(sound[i] = ts_file_read(path_of(i), 1 << 20, &sizes[i], &err))) return -1;
    return 0;
}

static void mend(int file)
{
    if (unlink(path_of(file))) rmdir(path_of(file));
    put(file, sound[file], sizes[file]);
}

static int tear_down(void **state)
{
    (void)state;
    for (int i = 0; i < FILES; i++) {
        free(sound[i]);
        unlink(path_of(i));
    }
    return rmdir(folder);
}

/* ---- the two answers ---- */

/* The talk as `run` has it, up to what draws its tokens. */
static int talk(ts_error *err)
{
    ts_talk_options o = {.folder = folder,
                         .vocab = 264,
                         .asked = {.temperature = NAN,
                                   .top_k = -1,
                                   .top_p = NAN,
                                   .min_p = NAN,
                                   .repetition_penalty = NAN}};
    ts_talk *t = ts_talk_open(&o, err);
    ts_sampler *s = t ? ts_sampler_new(ts_talk_sampling(t), o.vocab, err) : NULL;
    ts_sampler_free(s);
    ts_talk_close(t);
    return s ? 0 : -1;
}

/* What running without options would open, in its order; 0 when only the device is missed. */
static int run(ts_error *err)
{
    ts_sequence *e = ts_sequence_open(
        &(ts_model_options){.model = folder, .device = "no-such-device", .kv = TS_NDTYPE}, err);
    assert_null(e);
    if (!strstr(err->text, "no-such-device")) return -1;
    *err = (ts_error){""};
    ts_parts p;
    if (ts_parts_open(&p, folder, NULL, NULL, err)) return -1;
    assert_true(ts_tokenizer_size(p.tokenizer) <= p.config.vocab);
    ts_parts_close(&p);
    return talk(err);
}

typedef struct report {
    char fault[8][1024];
    int faults;
} report;

static void say(void *arg, bool fault, const char *file, const char *text)
{
    report *r = arg;
    assert_true(*file && *text && !strchr(text, '\n'));
    if (fault && r->faults < 8)
        snprintf(r->fault[r->faults++], sizeof r->fault[0], "%s: %s", file, text);
}

/* Both opinions of the folder as it is; `wanted` 1: sound, 0: broken, -1: either. */
static void agree(const char *what, int wanted)
{
    report r = {.faults = 0};
    ts_verify v = {.say = say, .arg = &r, .hash = true};
    ts_error err = {""}, err2 = {""};
    bool runs = !run(&err);
    if (ts_verify_folder(folder, &v, &err2)) fail_msg("%s: %s", what, err2.text);
    bool whole = !v.faults;
    if (runs != whole) fail_msg("%s: run says \"%s\", verify \"%s\"", what, err.text, r.fault[0]);
    if (wanted >= 0 && runs != wanted)
        fail_msg("%s: %s (%s)", what, runs ? "accepted" : "refused", err.text);
    if (!runs && (!*err.text || strchr(err.text, '\n'))) fail_msg("%s: \"%s\"", what, err.text);
    for (int i = 1; i < r.faults; i++) /* one fault, one line */
        for (int k = 0; k < i; k++) assert_string_not_equal(r.fault[i], r.fault[k]);
}

/* ---- every file, spoilt in every way ---- */

static const char pointer[] =
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24\n"
    "size 7752376\n";

enum {
    EMPTY,
    ONE_BYTE,
    HALF,
    CUT,
    JUNK,
    POINTER,
    MARK,
    TWICE,
    NUL,
    IS_NULL,
    LIST,
    NAME,
    DEEP,
    WAYS
};

static void put_twice(int file, const char *front, size_t n, bool body)
{
    char *all = malloc(n + sizes[file]);
    memcpy(all, front, n);
    memcpy(all + n, sound[file], sizes[file]);
    put(file, all, body ? n + sizes[file] : n);
    free(all);
}

static void spoil(int file, int way)
{
    static char junk[100000];
    memset(junk, way == DEEP ? '[' : 0xff, sizeof junk);
    switch (way) {
    case EMPTY: put(file, "", 0); break;
    case ONE_BYTE: put(file, sound[file], 1); break;
    case HALF: put(file, sound[file], sizes[file] / 2); break;
    case CUT: put(file, sound[file], sizes[file] - 1); break;
    case JUNK: put(file, junk, 100); break;
    case POINTER: put(file, pointer, strlen(pointer)); break;
    case MARK: put_twice(file, "\xef\xbb\xbf", 3, true); break;
    case TWICE: put_twice(file, sound[file], sizes[file], true); break;
    case NUL: put_twice(file, "", 1, true); break;
    case IS_NULL: put(file, "null", 4); break;
    case LIST: put(file, "[]", 2); break;
    case NAME: put(file, "{\"\":\"\"", 6); break;
    case DEEP: put(file, junk, sizeof junk); break;
    }
}

static void each_file_in_each_way(void **state)
{
    (void)state;
    agree("nothing spoilt", 1);
    for (int file = 0; file < FILES; file++)
        for (int way = 0; way < WAYS; way++) {
            char what[64];
            snprintf(what, sizeof what, "%s in way %d", names[file], way);
            spoil(file, way);
            agree(what, way == MARK && file < SHARD);
            mend(file);
        }
}

/* Only the two files that may be missing may; whatever stands in their place is no such file. */
static void missing_or_something_else(void **state)
{
    (void)state;
    for (int file = 0; file < FILES; file++) {
        bool optional = file == GENERATION || file == WORDS;
        unlink(path_of(file));
        agree(names[file], optional);
        assert_int_equal(mkdir(path_of(file), 0700), 0);
        agree("a folder in its place", 0);
        rmdir(path_of(file));
        assert_int_equal(mkfifo(path_of(file), 0600), 0);
        agree("a pipe in its place", 0);
        unlink(path_of(file));
        assert_int_equal(symlink("no such file", path_of(file)), 0);
        agree("a link to nothing", 0);
        mend(file);
    }
}

/* ---- single fields ---- */

static const struct {
    int file;
    const char *find, *put; /* find "": put alone */
    bool fine;
} fields[] = {
    {CONFIG, "\"hidden_size\":32", "\"hidden_size\":36", false},
    {CONFIG, "\"hidden_size\":32", "\"hidden_size\":\"32\"", false},
    {CONFIG, "\"intermediate_size\":48", "\"intermediate_size\":47", false},
    {CONFIG, "\"num_hidden_layers\":2", "\"num_hidden_layers\":3", false},
    {CONFIG, "\"num_hidden_layers\":2", "\"num_hidden_layers\":1", true}, /* others are left over */
    {CONFIG, "\"num_key_value_heads\":2", "\"num_key_value_heads\":4", false},
    {CONFIG, "\"vocab_size\":264", "\"vocab_size\":265", false},
    {CONFIG, "\"vocab_size\":264", "\"vocab_size\":257", false},
    {CONFIG, "\"tie_word_embeddings\":false", "\"tie_word_embeddings\":null", true},
    {CONFIG, "\"max_position_embeddings\":64", "\"max_position_embeddings\":0", false},
    {CONFIG, "\"rms_norm_eps\":1e-06", "\"rms_norm_eps\":1e999", false},
    {CONFIG, "\"rms_norm_eps\":1e-06", "\"rms_norm_eps\":NaN", false},
    {CONFIG, "\"qwen2\"", "\"llama\"", false},
    {CONFIG, "\"silu\"", "\"gelu\"", false},
    {CONFIG, "\"eos_token_id\":256", "\"eos_token_id\":9999",
     true}, /* generation_config.json's is used */
    {CONFIG, "", "{}", false},
    {GENERATION, "", "{}", true},
    {GENERATION, "[256]", "256", true},
    {GENERATION, "[256]", "[]", true},
    {GENERATION, "[256]", "[256,263]", false}, /* a row without a token */
    {GENERATION, "[256]", "-1", false},
    {GENERATION, "[256]", "true", false},
    {GENERATION, "[256]", "\"</s>\"", false},
    {GENERATION, "0.6", "0", false},
    {GENERATION, "0.6", "-1", false},
    {GENERATION, "0.6", "1e-300", true},
    {GENERATION, "0.6", "100", true},
    {GENERATION, "0.95", "2", false},
    {GENERATION, "0.95", "0", true}, /* the reference keeps the likeliest */
    {GENERATION, "0.95", "0.95,\"min_p\":1,\"repetition_penalty\":0.01,\"top_k\":0", true},
    {GENERATION, "0.95", "0.95,\"repetition_penalty\":0", false},
    {GENERATION, "\"do_sample\":true", "\"do_sample\":1", false},
    {GENERATION, "0.95", "0.95,\"num_beams\":4", false},
    {GENERATION, "0.95", "0.95,\"num_beams\":1", true},
    {GENERATION, "0.95", "0.95,\"top_k\":1.5", false},
    {TOKENIZER, "", "{}", false},
    {TOKENIZER, "\"BPE\"", "\"WordPiece\"", false},
    {TOKENIZER, "\"NFC\"", "\"NFKC\"", false},
    {TOKENIZER, "\"vocab\":{\"", "\"vocab\":{\"zzz\":264,\"", false}, /* beyond vocab_size */
    {TOKENIZER, "\"vocab\":{\"", "\"vocab\":{\"zzz\":263,\"", false}, /* a gap */
    {TOKENIZER, "\"1.0\"", "\"2.0\"", false},
    {TOKENIZER, "\"1.0\"", "1.0", false},
    {TOKENIZER, "\"version\"", "\"truncation\":{\"max_length\":2},\"version\"", true},
    {TOKENIZER, "\"version\"", "\"other\":0,\"version\"", false},
    {TOKENIZER, "\"lstrip\":false", "\"lstrip\":true", false},
    {TOKENIZER, "\"lstrip\":false", "\"lstrip\":0", false},
    {TOKENIZER, "\"BPE\"", "\"BPE\",\"ignore_merges\":true", false},
    {TOKENIZER, "\"BPE\"", "\"BPE\",\"dropout\":0.5", false},
    {TOKENIZER, "\"vocab\":{\"", "\"vocab\":{\"zzz\":5,\"", false},
    {TOKENIZER, "\"vocab\":{\"", "\"vocab\":{\"zzz\":-5,\"", false},
    {TOKENIZER, "\"merges\":[]", "\"merges\":[\"a b\"]", false},
    {TOKENIZER, "\"merges\":[]", "\"merges\":{}", false},
    {TOKENIZER, "\"id\":257", "\"id\":256", false},
    {TOKENIZER, "\"id\":257", "\"id\":4000000", false},
    {TOKENIZER, "\"post_processor\":null", "\"post_processor\":{\"type\":\"Bert\"}", false},
    {TOKENIZER, "\"decoder\":{", "\"decoder\":null,\"x\":{", false},
    {WORDS, "", "{}", true},
    {WORDS, "\"<s>\"", "\"<no>\"", false},
    {WORDS, "\"<s>\"", "7", false},
    {WORDS, "\"<s>\"", "null", true}, /* generation_config.json has one */
    {WORDS, "\"</s>\"", "\"<no>\"", false},
    {WORDS, "\"add_bos_token\":true", "\"add_bos_token\":1", false},
    {WORDS, "64", "64,\"add_eos_token\":true", false},
    {WORDS, "64", "64,\"add_eos_token\":false,\"add_prefix_space\":null", true},
    {WORDS, "64", "64,\"add_prefix_space\":true", false},
    {WORDS, "64", "64,\"split_special_tokens\":true", false},
    {WORDS, "64", "64,\"pad_token\":\"<pad>\"", false},
    {WORDS, "64", "64,\"pad_token\":\"</s>\",\"unk_token\":null", true},
    {WORDS, "64", "64,\"additional_special_tokens\":[\"<s>\",{\"content\":\"</s>\"}]", true},
    {WORDS, "64", "64,\"additional_special_tokens\":[\"<x>\"]", false},
    {WORDS, "64", "64,\"additional_special_tokens\":\"<s>\"", false},
    {WORDS, "64", "64,\"extra_special_tokens\":{\"image\":\"<x>\"}", false},
    {WORDS, "64", "64,\"added_tokens_decoder\":{\"256\":{\"content\":\"</s>\",\"special\":true}}",
     true},
    {WORDS, "64", "64,\"added_tokens_decoder\":{\"257\":{\"content\":\"</s>\",\"special\":true}}",
     false},
    {WORDS, "64", "64,\"added_tokens_decoder\":{\"256\":{\"content\":\"</s>\",\"special\":false}}",
     false},
    {WORDS, "64",
     "64,\"added_tokens_decoder\":{\"256\":{\"content\":\"</"
     "s>\",\"special\":true,\"lstrip\":true}}",
     false},
    {WORDS, "64", "64,\"added_tokens_decoder\":{\"258\":{\"content\":\"<x>\"}}", false},
    {WORDS, "64", "64,\"added_tokens_decoder\":[7]", false},
    {INDEX, "a.safetensors", "c.safetensors", false},
    {INDEX, "a.safetensors", "../a.safetensors", false},
    {INDEX, "model.norm.weight", "model.nome.weight", false},
    {INDEX, "\"metadata\":{}", "\"metadata\":{\"total_size\":1}", true},
    {SHARD, "\"BF16\"", "\"BF17\"", false},
    {SHARD, "\"BF16\"", "\"I16\" ", false},
    {SHARD, "[264,32]", "[32,264]", false},
    {OTHER, "model.norm.weight", "model.nome.weight", false},
};

/* The file's bytes with `find` replaced once. */
static void replace(int file, const char *find, const char *with)
{
    const char *at = memmem(sound[file], sizes[file], find, strlen(find));
    if (!at) fail_msg("%s has no %s", names[file], find);
    size_t front = (size_t)(at - sound[file]), n = strlen(with), gone = strlen(find);
    char *all = malloc(sizes[file] + n);
    memcpy(all, sound[file], front);
    memcpy(all + front, with, n);
    memcpy(all + front + n, at + gone, sizes[file] - front - gone);
    put(file, all, sizes[file] - gone + n);
    free(all);
}

static void single_fields(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        char what[256];
        snprintf(what, sizeof what, "%s: %s -> %s", names[fields[i].file], fields[i].find,
                 fields[i].put);
        if (*fields[i].find)
            replace(fields[i].file, fields[i].find, fields[i].put);
        else
            put(fields[i].file, fields[i].put, strlen(fields[i].put));
        agree(what, fields[i].fine);
        mend(fields[i].file);
    }
}

/* Files of older writers, which must not contradict the others, and of other programs. */
static void other_files(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        bool fine;
    } cases[] = {
        {"special_tokens_map.json", "{\"bos_token\":\"<s>\",\"eos_token\":{\"content\":\"</s>\"}}",
         true},
        {"special_tokens_map.json", "{\"eos_token\":\"<s>\"}", false},
        {"special_tokens_map.json", "{\"pad_token\":\"<none>\"}", false},
        {"special_tokens_map.json", "{\"eos_token\":[]}", false},
        {"special_tokens_map.json", "{", false},
        {"added_tokens.json", "{\"</s>\":256,\"A\":65}", true},
        {"added_tokens.json", "{\"</s>\":257}", false},
        {"added_tokens.json", "{\"<x>\":258}", false},
        {"adapter_config.json", "{}", false},
        {"README.md", "", true},
        {"added_tokens.json", "[]", false},
        {"added_tokens.json", pointer, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char path[256];
        snprintf(path, sizeof path, "%s/%s", folder, cases[i].name);
        FILE *f = fopen(path, "w");
        assert_non_null(f);
        fputs(cases[i].text, f);
        fclose(f);
        agree(cases[i].text, cases[i].fine);
        unlink(path);
    }
}

static void note(void *arg, bool fault, const char *file, const char *text)
{
    char *all = arg;
    size_t used = strlen(all);
    if (!fault) snprintf(all + used, 4096 - used, "%s: %s\n", file, text);
}

/* What nobody here knows is worth a line, and no more than that. */
static void notes_unknown_fields(void **state)
{
    (void)state;
    static char all[4096];
    ts_error err = {""};
    ts_verify v = {.say = note, .arg = all};
    replace(CONFIG, "\"vocab_size\"",
            "\"logit_scale\":2,\"auto_map\":{},\"top_p\":0.5,\"odd\":null,\"qk\\u0007\":1,\"vocab_"
            "size\"");
    assert_int_equal(ts_verify_folder(folder, &v, &err), 0);
    assert_int_equal(v.faults, 0);
    if (!strstr(all, "config.json: unknown fields, not read: logit_scale, qk?\n"))
        fail_msg("%s", all);
    mend(CONFIG);
    all[0] = 0;
    assert_int_equal(ts_verify_folder(folder, &v, &err), 0);
    assert_null(strstr(all, "unknown"));
    replace(CONFIG, "\"tie_word_embeddings\":false", "\"tie_word_embeddings\":true");
    assert_int_equal(ts_verify_folder(folder, &v, &err), 0);
    if (!strstr(all, "1 tensor that this architecture does not use")) fail_msg("%s", all);
    mend(CONFIG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_file_in_each_way), cmocka_unit_test(missing_or_something_else),
        cmocka_unit_test(single_fields),         cmocka_unit_test(other_files),
        cmocka_unit_test(notes_unknown_fields),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
