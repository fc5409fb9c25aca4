/* test_weights.c - model folders: single files, shards and attacks on their index; binding to the
 * architecture; synthetic weights. */
#include "test/rt/smaps.h"
#include "engine/folder.h"
#include "engine/synthetic.h"
#include "engine/weights.h"
#include "test/engine/safetensors_write.h"

#include <jansson.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static char folder[] = "/tmp/tessera-weights-XXXXXX";
static const ts_config tiny = {.hidden = 8,
                               .inter = 6,
                               .layers = 2,
                               .heads = 4,
                               .kv_heads = 2,
                               .head_dim = 4,
                               .vocab = 11,
                               .dtype = TS_f32};

enum { MAX = 40 };

typedef struct model { /* the tensors of `tiny`, to be spoilt before they are written */
    ts_tensor t[MAX];
    char name[MAX][TS_SLOT_NAME];
    size_t n;
} model;

static float numbers[4096];

static ts_graph *graph_of(const ts_config *c)
{
    ts_error err = {0};
    ts_graph *g = ts_graph_new(ts_arch_of(c), c, 16, &err);
    assert_non_null(g);
    return g;
}

/* A folder's views, with the graph that they belong to; v NULL: refused. */
typedef struct bound {
    ts_graph *g;
    ts_views *v;
} bound;

static bound open_folder(const ts_config *c, ts_error *err)
{
    bound b = {.g = graph_of(c)};
    b.v = ts_views_open(folder, b.g, err);
    return b;
}

static void release(bound b)
{
    ts_views_free(b.v);
    ts_graph_free(b.g);
}

static const ts_weight *view(bound b, const char *tensor, uint32_t layer)
{
    const ts_weight *w = ts_views_find(b.v, b.g, tensor, layer);
    assert_non_null(w);
    return w;
}

/* The tensors that a model of this configuration must have, all in f32. */
static void make(model *m, const ts_config *c)
{
    ts_graph *g = graph_of(c);
    m->n = 0;
    for (size_t i = 0; i < g->slots; i++) {
        if (!ts_slot_is_stored(g, &g->slot[i])) continue;
        ts_tensor *t = &m->t[m->n];
        ts_slot_name(&g->slot[i], m->name[m->n]);
        *t = (ts_tensor){.name = m->name[m->n], .type = ts_tensor_type_find("F32")};
        t->rank = ts_slot_dims(g, g->slot[i].def, t->dim);
        t->bytes = 4 * ts_graph_elements(g, g->slot[i].def);
        t->data = numbers + 16 * m->n; /* tensors differ */
        m->n++;
    }
    ts_graph_free(g);
}

static ts_tensor *find(model *m, const char *name)
{
    for (size_t i = 0; i < m->n; i++)
        if (!strcmp(m->t[i].name, name)) return &m->t[i];
    fail_msg("no tensor %s", name);
    return NULL;
}

static char *in_folder(const char *name)
{
    static char path[4][256];
    static int next;
    char *at = path[next++ % 4];
    snprintf(at, sizeof path[0], "%s/%s", folder, name);
    return at;
}

static void write_part(const model *m, const char *name, size_t from, size_t to)
{
    ts_error err = {0};
    assert_int_equal(ts_safetensors_write(in_folder(name), m->t + from, to - from, &err), 0);
}

static void write_all(const model *m)
{
    write_part(m, "model.safetensors", 0, m->n);
}

static void put(const char *name, const char *text)
{
    FILE *f = fopen(in_folder(name), "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void clear(void)
{
    static const char *const names[] = {"model.safetensors", "model.safetensors.index.json",
                                        "a.safetensors", "b.safetensors", "c.safetensors"};
    for (int i = 0; i < 5; i++) unlink(in_folder(names[i]));
}

static int set_up(void **state)
{
    (void)state;
    for (int i = 0; i < 4096; i++) numbers[i] = (float)i;
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    clear();
    return rmdir(folder);
}

/* The message begins with the path of a file in the folder, then `words`. */
static void expect_refusal(const ts_config *c, const char *file, const char *words)
{
    char message[1024];
    ts_error err = {0};
    bound w = open_folder(c, &err);
    snprintf(message, sizeof message, "%s%s%s: %s", folder, *file ? "/" : "", file, words);
    bool opened = w.v != NULL;
    release(w);
    assert_false(opened);
    assert_string_equal(err.text, message);
}

/* ---- binding ---- */

static void binds_every_view(void **state)
{
    (void)state;
    model m;
    ts_error err = {0};
    make(&m, &tiny);
    assert_int_equal(m.n, 2 * 12 + 3);
    write_all(&m);
    static const struct {
        const char *tensor;
        uint32_t rows, cols;
    } shapes[] = {{"embed", 11, 8}, {"lm_head", 11, 8}, {"q_proj", 16, 8}, {"k_proj", 8, 8},
                  {"v_bias", 1, 8}, {"o_proj", 8, 16},  {"q_bias", 1, 16}, {"gate", 6, 8},
                  {"down", 8, 6},   {"norm", 1, 8}};
    bound w = open_folder(&tiny, &err);
    assert_string_equal(err.text, "");
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const ts_weight *at = view(w, shapes[i].tensor, 1);
        assert_true(at->rows == shapes[i].rows && at->cols == shapes[i].cols);
        assert_int_equal(at->bytes, 4 * at->rows * at->cols);
    }
    assert_true(w.v->dtype == TS_f32 && w.v->extra == 0);
    const ts_tensor *down = find(&m, "model.layers.1.mlp.down_proj.weight");
    assert_memory_equal(view(w, "down", 1)->data, down->data, down->bytes);
    assert_memory_equal(view(w, "lm_head", 0)->data, find(&m, "lm_head.weight")->data, 11 * 8 * 4);
    uint64_t bytes = 0;
    for (size_t i = 0; i < m.n; i++) bytes += m.t[i].bytes;
    assert_int_equal(w.v->bytes, bytes);
    release(w);
}

static void ties_the_output(void **state)
{
    (void)state;
    model m;
    ts_config tied = tiny;
    ts_error err = {0};
    tied.tied = true;
    make(&m, &tied);
    assert_int_equal(m.n, 2 * 12 + 2);
    write_all(&m);
    bound w = open_folder(&tied, &err);
    assert_non_null(w.v);
    assert_ptr_equal(view(w, "lm_head", 0)->data, view(w, "embed", 0)->data);
    release(w);
    expect_refusal(&tiny, "model.safetensors",
                   "tensor \"lm_head.weight\" is missing, and config.json does not set "
                   "tie_word_embeddings");
    /* a file that has one although it is tied: the embedding counts */
    make(&m, &tiny);
    write_all(&m);
    w = open_folder(&tied, &err);
    assert_ptr_equal(view(w, "lm_head", 0)->data, view(w, "embed", 0)->data);
    assert_int_equal(w.v->extra, 1);
    assert_non_null(strstr(w.v->remark, "lm_head.weight is stored and not used"));
    release(w);
    find(&m, "lm_head.weight")->data = find(&m, "model.embed_tokens.weight")->data;
    write_all(&m); /* the same once more: nothing to remark */
    w = open_folder(&tied, &err);
    assert_string_equal(w.v->remark, "");
    release(w);
}

static void refuses_what_does_not_match(void **state)
{
    (void)state;
    model m;
    ts_tensor *t;
    make(&m, &tiny);
    find(&m, "model.layers.1.self_attn.k_proj.bias")->name = "other";
    write_all(&m);
    expect_refusal(&tiny, "model.safetensors",
                   "tensor \"model.layers.1.self_attn.k_proj.bias\" is missing");
    make(&m, &tiny);
    t = find(&m, "model.layers.0.self_attn.o_proj.weight");
    t->dim[0] = 16;
    t->dim[1] = 8; /* same bytes, other way round */
    write_all(&m);
    expect_refusal(&tiny, "model.safetensors",
                   "tensor \"model.layers.0.self_attn.o_proj.weight\" has the shape [16, 8]; "
                   "config.json asks for [8, 16]");
    make(&m, &tiny);
    t = find(&m, "model.norm.weight");
    t->rank = 2;
    t->dim[1] = 1;
    write_all(&m);
    expect_refusal(&tiny, "model.safetensors",
                   "tensor \"model.norm.weight\" has the shape [8, 1]; config.json asks for [8]");
    make(&m, &tiny);
    t = find(&m, "model.embed_tokens.weight");
    t->type = ts_tensor_type_find("I32");
    write_all(&m);
    expect_refusal(&tiny, "model.safetensors",
                   "tensor \"model.embed_tokens.weight\" is stored as I32; only F32, F16 and BF16 "
                   "are read");
}

static void store_as(model *m, const char *part, const char *type)
{
    for (size_t i = 0; i < m->n; i++)
        if (strstr(m->t[i].name, part) && m->t[i].rank == 2) {
            m->t[i].bytes = m->t[i].bytes * 8 / (size_t)m->t[i].type->bits;
            m->t[i].type = ts_tensor_type_find(type);
            m->t[i].bytes = m->t[i].bytes * (size_t)m->t[i].type->bits / 8;
        }
}

/* Each kernel's matrices may have a dtype of their own; those of one kernel, and of one kind in different
 * layers, may not. */
static void lets_kinds_differ(void **state)
{
    static const char *const kinds[][2] = {
        {"embed"},     {"q_proj"}, {"k_proj", "v_proj"}, {"o_proj"}, {"gate_proj", "up_proj"},
        {"down_proj"}, {"lm_head"}};
    static const struct {
        const char *part, *says;
    } bad[] = {
        {"layers.1.mlp.up_proj",
         "matrix \"model.layers.1.mlp.up_proj.weight\" is stored as F16, "
         "\"model.layers.0.mlp.gate_proj.weight\" as F32; that these two differ is not supported"},
        {"k_proj", "matrix \"model.layers.0.self_attn.v_proj.weight\" is stored as F32, "
                   "\"model.layers.0.self_attn.k_proj.weight\" as F16; that these two differ is "
                   "not supported"},
        {"layers.0.self_attn.q",
         "matrix \"model.layers.1.self_attn.q_proj.weight\" is stored as F32, "
         "\"model.layers.0.self_attn.q_proj.weight\" as F16; that these two differ is not "
         "supported"},
    };
    (void)state;
    model m;
    static const char *const first[] = {"embed", "q_proj", "k_proj", "o_proj",
                                        "gate",  "down",   "lm_head"};
    enum { KINDS = sizeof kinds / sizeof *kinds };
    for (int k = 0; k < KINDS; k++) {
        ts_error err = {0};
        make(&m, &tiny);
        for (int i = 0; i < 2; i++)
            if (kinds[k][i]) store_as(&m, kinds[k][i], "BF16");
        write_all(&m);
        bound w = open_folder(&tiny, &err);
        assert_string_equal(err.text, "");
        for (int r = 0; r < KINDS; r++)
            assert_int_equal(view(w, first[r], 1)->dtype, r == k ? TS_bf16 : TS_f32);
        release(w);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        make(&m, &tiny);
        store_as(&m, bad[i].part, "F16");
        write_all(&m);
        expect_refusal(&tiny, "model.safetensors", bad[i].says);
    }
}

static void lets_small_ones_differ(void **state)
{
    (void)state;
    model m;
    ts_error err = {0};
    make(&m, &tiny);
    ts_tensor *t = find(&m, "model.layers.0.input_layernorm.weight");
    t->type = ts_tensor_type_find("BF16");
    t->bytes /= 2;
    m.t[m.n++] = (ts_tensor){.name = "rotary_emb.inv_freq",
                             .type = ts_tensor_type_find("F64"),
                             .rank = 1,
                             .dim = {4},
                             .data = numbers,
                             .bytes = 32};
    write_all(&m);
    bound w = open_folder(&tiny, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(view(w, "input_norm", 0)->dtype, TS_bf16);
    assert_int_equal(view(w, "input_norm", 1)->dtype, TS_f32);
    assert_int_equal(w.v->norm, TS_f32); /* widened */
    assert_int_equal(w.v->extra, 1);
    release(w);
}

/* The format promises no alignment: one byte in front moves everything. */
static void aligns_what_is_not(void **state)
{
    (void)state;
    model m, shifted = {.n = 1};
    ts_error err = {0};
    make(&m, &tiny);
    shifted.t[0] = (ts_tensor){.name = "byte",
                               .type = ts_tensor_type_find("U8"),
                               .rank = 1,
                               .dim = {1},
                               .data = numbers,
                               .bytes = 1};
    for (size_t i = 0; i < m.n; i++) shifted.t[shifted.n++] = m.t[i];
    write_all(&shifted);
    bound w = open_folder(&tiny, &err);
    assert_non_null(w.v);
    const ts_tensor *raw = ts_weights_find(w.v->store, "model.layers.0.mlp.up_proj.weight");
    assert_int_not_equal((uintptr_t)raw->data % 4, 0);
    assert_int_equal((uintptr_t)view(w, "up", 0)->data % 4, 0);
    assert_memory_equal(view(w, "up", 0)->data, raw->data, raw->bytes);
    release(w);
}

static void refuses_an_empty_folder(void **state)
{
    (void)state;
    clear();
    expect_refusal(&tiny, "", "holds neither model.safetensors nor model.safetensors.index.json");
}

/* ---- shards ---- */

static const char index_name[] = "model.safetensors.index.json";

/* An index of m whose tensors before `cut` are in a.safetensors, the others in b; the caller may
 * put other lines after it. */
static void write_index(const model *m, size_t cut, uint64_t total, const char *more)
{
    char text[8192];
    size_t used =
        (size_t)snprintf(text, sizeof text, "{\"metadata\":{\"total_size\":%llu},\"weight_map\":{",
                         (unsigned long long)total);
    for (size_t i = 0; i < m->n; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s\"%s\":\"%s.safetensors\"",
                                 i ? "," : "", m->t[i].name, i < cut ? "a" : "b");
    snprintf(text + used, sizeof text - used, "%s}}", more);
    put(index_name, text);
}

static uint64_t total_of(const model *m)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < m->n; i++) bytes += m->t[i].bytes;
    return bytes;
}

static void reads_shards(void **state)
{
    (void)state;
    model m;
    ts_error err = {0};
    clear();
    make(&m, &tiny);
    write_part(&m, "a.safetensors", 0, 10);
    write_part(&m, "b.safetensors", 10, m.n);
    write_index(&m, 10, total_of(&m), "");
    bound w = open_folder(&tiny, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(ts_weights_count(w.v->store), m.n);
    assert_string_equal(ts_weights_warning(w.v->store), "");
    assert_string_equal(ts_weights_file(w.v->store, 1), in_folder("b.safetensors"));
    assert_null(ts_weights_file(w.v->store, 2));
    assert_memory_equal(view(w, "lm_head", 0)->data, find(&m, "lm_head.weight")->data, 11 * 8 * 4);
    release(w);
    write_index(&m, 10, total_of(&m) + 1, "");
    ts_weights *s = ts_weights_open(folder, &err);
    assert_non_null(strstr(ts_weights_warning(s), "total_size says "));
    ts_weights_close(s);
}

static void refuses_shards_that_lie(void **state)
{
    (void)state;
    model m;
    clear();
    make(&m, &tiny);
    write_part(&m, "a.safetensors", 0, 10);
    write_part(&m, "b.safetensors", 10, m.n);
    write_index(&m, 11, 0, ""); /* says that number 10 is in a */
    char words[256];
    snprintf(words, sizeof words, "tensor \"%s\" is not in a.safetensors as listed", m.t[10].name);
    expect_refusal(&tiny, index_name, words);
    write_index(&m, 10, 0, ",\"ghost\":\"b.safetensors\"");
    expect_refusal(&tiny, index_name, "tensor \"ghost\" is not in b.safetensors as listed");
    write_index(&m, 10, 0, ",\"ghost\":\"c.safetensors\"");
    expect_refusal(&tiny, "c.safetensors", "cannot open: No such file or directory");
    snprintf(words, sizeof words, ",\"%s\":\"b.safetensors\"", m.t[3].name);
    write_index(&m, 10, 0, words);
    snprintf(words, sizeof words, "lists \"%s\" twice", m.t[3].name);
    expect_refusal(&tiny, index_name, words);
    m.n--;
    write_index(&m, 10, 0, "");
    m.n++;
    expect_refusal(&tiny, index_name, "the shards hold 1 tensor that it does not list");
    write_part(&m, "b.safetensors", 9, m.n); /* number 9 in both */
    write_index(&m, 10, 0, "");
    snprintf(words, sizeof words, "tensor \"%s\" is in two shards", m.t[9].name);
    expect_refusal(&tiny, "", words);
    put("b.safetensors", "not one");
    expect_refusal(&tiny, "b.safetensors", "7 bytes long, too short for a safetensors file");
}

static const struct {
    const char *text, *message;
} bad_index[] = {
    {"", "the JSON ends too early, after 0 bytes"},
    {"[]", "not JSON: expected '{' and found \"[\" at byte 0"},
    {"{}", "its weight_map lists no tensor"},
    {"{\"weight_map\":{}}", "its weight_map lists no tensor"},
    {"{\"weight_map\":[]}", "not JSON: expected '{' and found \"[\" at byte 0"},
    {"{\"weight_map\":1}", "not JSON: expected '{' and found \"1\" at byte 0"},
    {"{\"weight_map\":{\"a\":1}}", "the shard of \"a\" is not a string"},
    {"{\"weight_map\":{\"a\":null}}", "the shard of \"a\" is not a string"},
    {"{\"weight_map\":{\"a\":\"\"}}", "\"\" is not a plain file name"},
    {"{\"weight_map\":{\"a\":\"..\"}}", "\"..\" is not a plain file name"},
    {"{\"weight_map\":{\"a\":\"../a.safetensors\"}}",
     "\"../a.safetensors\" is not a plain file name"},
    {"{\"weight_map\":{\"a\":\"/etc/passwd\"}}", "\"/etc/passwd\" is not a plain file name"},
    {"{\"weight_map\":{\"a\":\"x/y\"}}", "\"x/y\" is not a plain file name"},
    {"{\"weight_map\":{\"a\":\"x\\\\y\"}}", "\"x\\y\" is not a plain file name"},
    {"{\"weight_map\":{\"a\":\"C:x\"}}", "\"C:x\" is not a plain file name"},
    {"{\"weight_map\":{\"a\":\"x\\u0000y\"}}", "\"a\": a NUL character in a string"},
    {"{\"weight_map\":{\"a\\u0000\":\"x\"}}", "a NUL character in a string"},
    {"{\"weight_map\":{\"a\":\"x\"},\"weight_map\":{\"a\":\"x\"}}", "weight_map appears twice"},
    {"{\"weight_map\":{\"a\":\"x\"}} more", "goes on after its closing brace"},
    {"{\"weight_map\":{\"a\":\"x\"}", "the JSON ends too early, after 23 bytes"},
    {"{\"metadata\":{\"a\":{\"a\":1,\"a\":1}},\"weight_map\":{}}",
     "\"metadata\": a name appears twice in one object: duplicate object key near '\"a\"'"},
};

static void refuses_every_bad_index(void **state)
{
    (void)state;
    clear();
    for (size_t i = 0; i < sizeof bad_index / sizeof *bad_index; i++) {
        put(index_name, bad_index[i].text);
        expect_refusal(&tiny, index_name, bad_index[i].message);
    }
    clear();
}

static void names_are_the_real_ones(void **state)
{
    (void)state;
    const char *data = getenv("TESSERA_TEST_DATA");
    char path[4096];
    ts_config c;
    ts_error err = {0};
    snprintf(path, sizeof path,
             "%s/configs/DeepSeek-R1-Distill-Qwen-32B.model.safetensors.index.json",
             data ? data : "");
    json_t *root = data ? json_load_file(path, JSON_REJECT_DUPLICATES, NULL) : NULL;
    if (!root) {
        print_message("skipped: TESSERA_TEST_DATA has no real index\n");
        skip();
    }
    json_t *map = json_object_get(root, "weight_map");
    assert_int_equal(json_object_size(map), 771);
    ts_config_preset("r1-distill-32b", &c, &err);
    ts_graph *g = graph_of(&c);
    for (size_t i = 0; i < g->slots; i++) {
        char name[TS_SLOT_NAME];
        ts_slot_name(&g->slot[i], name);
        if (ts_slot_is_stored(g, &g->slot[i])) assert_int_equal(json_object_del(map, name), 0);
    }
    ts_graph_free(g);
    assert_int_equal(json_object_size(map), 0);
    json_decref(root);
    /* The real index itself is read to its end: what is missing is the first shard. */
    clear();
    size_t bytes;
    char *text = ts_file_read(path, 1 << 20, &bytes, &err);
    put(index_name, text);
    free(text);
    expect_refusal(&c, "model-00001-of-000008.safetensors",
                   "cannot open: No such file or directory");
    clear();
}

/* ---- synthetic ---- */

static bound fill(const ts_config *c, const ts_synthetic *s, ts_error *err)
{
    bound b = {.g = graph_of(c)};
    b.v = ts_views_blank(b.g, s->dtype, err);
    assert_non_null(b.v);
    if (!ts_synthetic_fill(b.v, b.g, s, err)) return b;
    ts_views_free(b.v);
    b.v = NULL;
    return b;
}

static bound synthesise(const char *spec, int threads)
{
    ts_synthetic s;
    ts_config c;
    ts_error err = {0};
    assert_int_equal(ts_synthetic_parse(spec, &s, &err), 0);
    assert_int_equal(ts_config_preset(s.preset, &c, &err), 0);
    s.threads = threads;
    bound b = fill(&c, &s, &err);
    assert_non_null(b.v);
    return b;
}

static uint64_t hash(const ts_views *w)
{
    uint64_t h = 0;
    const unsigned char *at = w->block;
    for (size_t i = 0; i < w->block_bytes; i++) h = h * 0x100000001b3u + at[i];
    return h;
}

static void synthetic_is_the_same_everywhere(void **state)
{
    (void)state;
    /* Recorded once: other machines and compilers must make the same bytes. */
    static const struct {
        const char *spec;
        uint64_t hash;
    } known[] = {
        {"synthetic:mini", 0x25d134bedb9f7204},
        {"synthetic:mini:f16:7", 0xc46ff5ddc17315f3},
        {"synthetic:mini:f32:18446744073709551615", 0x77a3c58de9779889},
    };
    for (int i = 0; i < 3; i++)
        for (int threads = 1; threads <= 5; threads += 2) {
            bound w = synthesise(known[i].spec, threads);
            assert_true(hash(w.v) == known[i].hash);
            release(w);
        }
}

static double value(const ts_weight *w, size_t i)
{
    uint32_t u;
    float f;
    if (w->dtype == TS_f32) return ((const float *)w->data)[i];
    u = (uint32_t)((const uint16_t *)w->data)[i] << 16;
    memcpy(&f, &u, 4);
    return f;
}

static void moments(const ts_weight *w, double *mean, double *deviation)
{
    size_t n = (size_t)w->rows * w->cols;
    double sum = 0, squares = 0;
    for (size_t i = 0; i < n; i++) sum += value(w, i);
    *mean = sum / (double)n;
    for (size_t i = 0; i < n; i++) squares += pow(value(w, i) - *mean, 2);
    *deviation = sqrt(squares / (double)n);
}

static void synthetic_is_roughly_normal(void **state)
{
    (void)state;
    static const char *const specs[] = {"synthetic:mini:bf16", "synthetic:mini:f32:3"};
    for (int i = 0; i < 2; i++) {
        bound w = synthesise(specs[i], 2);
        const ts_weight *const matrices[] = {view(w, "embed", 0), view(w, "lm_head", 0),
                                             view(w, "down", 2)};
        double mean, deviation;
        for (int k = 0; k < 3; k++) {
            moments(matrices[k], &mean, &deviation);
            assert_true(fabs(mean) < 3e-4 && fabs(deviation - 0.02) < 4e-4);
        }
        moments(view(w, "post_norm", 1), &mean, &deviation);
        assert_true(fabs(mean - 1) < 0.01 && deviation > 0.01 && deviation < 0.03);
        assert_memory_not_equal(matrices[0]->data, matrices[1]->data, 4096);
        assert_int_equal((uintptr_t)view(w, "k_proj", 1)->data % 64, 0);
        release(w);
    }
}

/* A tensor of several chunks: all of it is filled, no chunk repeats another. */
static void synthetic_fills_large_ones(void **state)
{
    (void)state;
    const ts_config large = {.hidden = 512,
                             .inter = 8,
                             .layers = 1,
                             .heads = 1,
                             .kv_heads = 1,
                             .head_dim = 2,
                             .vocab = 5001,
                             .tied = true};
    const ts_synthetic s = {.dtype = TS_bf16, .seed = 5, .threads = 3};
    enum { STEP = 1 << 20 };
    ts_error err = {0};
    bound w = fill(&large, &s, &err);
    const uint16_t *at = view(w, "embed", 0)->data;
    double mean, deviation;
    assert_ptr_equal(view(w, "lm_head", 0)->data, at);
    assert_memory_not_equal(at, at + STEP, 2000);
    assert_memory_not_equal(at, at + 2 * STEP, 2000);
    const ts_weight last = {.data = at + 5000 * 512, .dtype = TS_bf16, .rows = 1, .cols = 512};
    moments(&last, &mean, &deviation);
    assert_true(fabs(mean) < 0.004 && fabs(deviation - 0.02) < 0.003);
    moments(view(w, "embed", 0), &mean, &deviation);
    assert_true(fabs(mean) < 1e-4 && fabs(deviation - 0.02) < 2e-4);
    release(w);
}

static void refuses_bad_specs(void **state)
{
    (void)state;
    static const struct {
        const char *spec, *message;
    } bad[] = {
        {"mini", "\"mini\" does not start with synthetic:"},
        {"synthetic:mini:bf17",
         "synthetic weights are bf16, f16, f32, q8, q4 or mxfp4, not \"bf17\""},
        {"synthetic:mini:", "synthetic weights are bf16, f16, f32, q8, q4 or mxfp4, not \"\""},
        {"synthetic:mini:f16:x", "the seed \"x\" is not a whole number"},
        {"synthetic:mini:f16:", "the seed \"\" is not a whole number"},
        {"synthetic:mini:f16:-1", "the seed \"-1\" is not a whole number"},
        {"synthetic:mini:f16:18446744073709551616",
         "the seed \"18446744073709551616\" is beyond 2^64"},
        {"synthetic:", "no model shape is called \"\"; there are r1-distill-1.5b, r1-distill-7b, "
                       "r1-distill-14b, r1-distill-32b, mini"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ts_synthetic s;
        ts_error err = {0};
        assert_int_equal(ts_synthetic_parse(bad[i].spec, &s, &err), -1);
        assert_string_equal(err.text, bad[i].message);
    }
    assert_true(ts_synthetic_is("synthetic:x"));
    assert_false(ts_synthetic_is("org/synthetic:x"));
}

static void refuses_more_than_there_are_addresses(void **state)
{
    (void)state;
    const ts_config huge = {.hidden = TS_MAX_HIDDEN,
                            .inter = TS_MAX_INTER,
                            .layers = 1024,
                            .heads = 128,
                            .kv_heads = 128,
                            .head_dim = 1024,
                            .vocab = TS_MAX_VOCAB};
    const ts_synthetic s = {.dtype = TS_f32};
    ts_error err = {0};
    bound w = fill(&huge, &s, &err);
    assert_null(w.v);
    release(w);
    assert_non_null(strstr(err.text, "GB of synthetic weights"));
}

/* So that a file that comes into memory comes in huge pages, where its file system has them. */
static void files_ask_for_huge_pages(void **state)
{
    (void)state;
    ts_error err = {{0}};
    ts_weights *w = ts_weights_open(TESSERA_SOURCE_DIR "/models/tessera-tiny", &err);
    if (!w) fail_msg("%s", err.text);
    int huge = ts_vm_flag(ts_weights_at(w, 0)->data, " hg");
    if (huge < 0) print_message("this system tells no flags of memory\n");
    if (huge >= 0) assert_int_equal(huge, 1);
    ts_weights_close(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(binds_every_view),
        cmocka_unit_test(ties_the_output),
        cmocka_unit_test(refuses_what_does_not_match),
        cmocka_unit_test(lets_kinds_differ),
        cmocka_unit_test(lets_small_ones_differ),
        cmocka_unit_test(aligns_what_is_not),
        cmocka_unit_test(refuses_an_empty_folder),
        cmocka_unit_test(reads_shards),
        cmocka_unit_test(refuses_shards_that_lie),
        cmocka_unit_test(refuses_every_bad_index),
        cmocka_unit_test(names_are_the_real_ones),
        cmocka_unit_test(synthetic_is_the_same_everywhere),
        cmocka_unit_test(synthetic_is_roughly_normal),
        cmocka_unit_test(synthetic_fills_large_ones),
        cmocka_unit_test(refuses_bad_specs),
        cmocka_unit_test(refuses_more_than_there_are_addresses),
        cmocka_unit_test(files_ask_for_huge_pages),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
