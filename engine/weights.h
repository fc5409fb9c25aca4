/* weights.h - the tensors of a model folder, and the view of them that one architecture needs.
 *
 * ts_weights is a store: model.safetensors, or the shards that model.safetensors.index.json lists.
 * ts_qwen2_weights is a struct of views with every shape and dtype checked against a ts_config;
 * it looks the same whether the bytes are a mapped file or synthetic (synthetic.h).
 * Weights keep the dtype of the file. A view's data is aligned to its element size, nothing more.
 */
#ifndef TESSERA_ENGINE_WEIGHTS_H
#define TESSERA_ENGINE_WEIGHTS_H

#include "engine/config.h"
#include "engine/safetensors.h"

typedef struct ts_weights ts_weights;

ts_weights *ts_weights_open(const char *dir, ts_error *err);
void ts_weights_close(ts_weights *w);
size_t ts_weights_count(const ts_weights *w);
const ts_tensor *ts_weights_at(const ts_weights *w, size_t i); /* sorted by name */
const ts_tensor *ts_weights_find(const ts_weights *w, const char *name);
size_t ts_weights_files(const ts_weights *w);
const char *ts_weights_file(const ts_weights *w, size_t i); /* path of shard i */
/* "" or one line about something odd but harmless (index total_size that does not add up). */
const char *ts_weights_warning(const ts_weights *w);
/* -1 when a mapped file was cut or rewritten since it was opened. */
int ts_weights_unchanged(const ts_weights *w, ts_error *err);

/* How many values of a tensor in f32, f16 or bf16 are NaN or infinite (0 for other types), with a line that
 * says so where there are any. Reads all of it. */
size_t ts_tensor_nonfinite(const ts_tensor *t, char *text, size_t cap);

typedef struct ts_weight { /* row major; a vector has one row */
    const void *data;
    ts_dtype dtype; /* TS_f32, TS_f16 or TS_bf16 */
    uint32_t rows, cols;
} ts_weight;

/* Matrices that one kernel reads, and so share a dtype through all layers; another kernel's may have
 * another one. */
typedef enum {
    TS_ROLE_EMBED,
    TS_ROLE_Q,
    TS_ROLE_KV,
    TS_ROLE_O,
    TS_ROLE_GATE_UP,
    TS_ROLE_DOWN,
    TS_ROLE_HEAD,
    TS_ROLES
} ts_role;

typedef struct ts_qwen2_layer {
    ts_weight input_norm;           /* 1 x hidden */
    ts_weight q, q_bias;            /* heads*head_dim x hidden,    1 x heads*head_dim */
    ts_weight k, k_bias, v, v_bias; /* kv_heads*head_dim x hidden, 1 x kv_heads*head_dim */
    ts_weight o;                    /* hidden x heads*head_dim */
    ts_weight post_norm;            /* 1 x hidden */
    ts_weight gate, up, down;       /* inter x hidden, inter x hidden, hidden x inter */
} ts_qwen2_layer;

typedef struct ts_qwen2_weights {
    ts_weight embed, norm, lm_head; /* vocab x hidden, 1 x hidden, vocab x hidden (may be embed) */
    ts_qwen2_layer *layer;
    uint32_t layers;
    bool tied;
    ts_dtype type[TS_ROLES]; /* of matrices; norms and biases may differ from them and each other */
    ts_dtype dtype;          /* of most: gate and up */
    char remark[256];        /* "", or a line about something that is there and not used */
    uint64_t bytes;          /* of all views, shared ones counted once */
    size_t extra;            /* tensors in the files that nothing here uses */
    /* What the views point into; for ts_qwen2_free only. */
    ts_weights *store;
    void *block, *copies;
    size_t block_bytes;
} ts_qwen2_weights;

/* Opens and binds DIR. NULL with *err filled. */
ts_qwen2_weights *ts_qwen2_open(const char *dir, const ts_config *c, ts_error *err);
/* Binds an open store and owns it from now on (also when it fails). */
ts_qwen2_weights *ts_qwen2_bind(ts_weights *store, const ts_config *c, ts_error *err);
void ts_qwen2_free(ts_qwen2_weights *w);

/* Visits every tensor the architecture needs, in file order of the reference models: the one list
 * of names and shapes. `at` points into w. Stops at the first nonzero result and returns it. */
typedef int ts_qwen2_visit(void *arg, const char *name, uint32_t rank, const uint32_t dim[2],
                           ts_weight *at);
int ts_qwen2_each(const ts_config *c, ts_qwen2_weights *w, ts_qwen2_visit *visit, void *arg);

#endif
