/* qwen2_weights.c - which tensors a Qwen2 model has, and views of them (weights.h).
 *
 * ts_qwen2_each is the one list of names and shapes; binding, synthetic weights and the check of
 * a folder all go through it.
 */
#include "engine/weights.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "engine/folder.h"

/* ---- the list ---- */

typedef struct walk {
    ts_qwen2_visit *visit;
    void *arg;
    int stopped;
} walk;

static void step(walk *k, const char *name, uint32_t rows, uint32_t cols, ts_weight *at)
{
    const uint32_t matrix[2] = {rows, cols}, vector[2] = {cols, 0};
    if (k->stopped) return;
    k->stopped = k->visit(k->arg, name, rows ? 2 : 1, rows ? matrix : vector, at);
}

/* rows 0: a vector. */
static void step_in(walk *k, uint32_t layer, const char *name, uint32_t rows, uint32_t cols,
                    ts_weight *at)
{
    char full[96];
    snprintf(full, sizeof full, "model.layers.%u.%s", layer, name);
    step(k, full, rows, cols, at);
}

static void visit_layer(walk *k, const ts_config *c, uint32_t i, ts_qwen2_layer *l)
{
    const uint32_t d = c->hidden, q = c->heads * c->head_dim, kv = c->kv_heads * c->head_dim;
    step_in(k, i, "input_layernorm.weight", 0, d, &l->input_norm);
    step_in(k, i, "self_attn.q_proj.weight", q, d, &l->q);
    step_in(k, i, "self_attn.q_proj.bias", 0, q, &l->q_bias);
    step_in(k, i, "self_attn.k_proj.weight", kv, d, &l->k);
    step_in(k, i, "self_attn.k_proj.bias", 0, kv, &l->k_bias);
    step_in(k, i, "self_attn.v_proj.weight", kv, d, &l->v);
    step_in(k, i, "self_attn.v_proj.bias", 0, kv, &l->v_bias);
    step_in(k, i, "self_attn.o_proj.weight", d, q, &l->o);
    step_in(k, i, "post_attention_layernorm.weight", 0, d, &l->post_norm);
    step_in(k, i, "mlp.gate_proj.weight", c->inter, d, &l->gate);
    step_in(k, i, "mlp.up_proj.weight", c->inter, d, &l->up);
    step_in(k, i, "mlp.down_proj.weight", d, c->inter, &l->down);
}

int ts_qwen2_each(const ts_config *c, ts_qwen2_weights *w, ts_qwen2_visit *visit, void *arg)
{
    walk k = {visit, arg, 0};
    step(&k, "model.embed_tokens.weight", c->vocab, c->hidden, &w->embed);
    for (uint32_t i = 0; i < c->layers && !k.stopped; i++) visit_layer(&k, c, i, &w->layer[i]);
    step(&k, "model.norm.weight", 0, c->hidden, &w->norm);
    if (!c->tied) step(&k, "lm_head.weight", c->vocab, c->hidden, &w->lm_head);
    return k.stopped;
}

/* ---- binding ---- */

typedef struct copy { /* of a tensor that does not lie at a multiple of its element size */
    struct copy *next;
    _Alignas(64) char data[];
} copy;

typedef struct binding {
    ts_weights *store;
    ts_qwen2_weights *to;
    const ts_tensor *first[TS_ROLES]; /* matrix of each role */
    size_t used;
    ts_error *err;
} binding;

static void write_shape(char *out, size_t cap, uint32_t rank, const uint64_t *dim)
{
    size_t used = (size_t)snprintf(out, cap, "[");
    for (uint32_t i = 0; i < rank; i++)
        used += (size_t)snprintf(out + used, cap - used, "%s%llu", i ? ", " : "",
                                 (unsigned long long)dim[i]);
    snprintf(out + used, cap - used, "]");
}

static int check_shape(const binding *b, const ts_tensor *t, uint32_t rank, const uint32_t dim[2])
{
    const uint64_t wide[TS_MAX_RANK] = {dim[0], dim[1]};
    char is[256], wanted[64];
    if (t->rank == rank && t->dim[0] == wide[0] && (rank == 1 || t->dim[1] == wide[1])) return 0;
    write_shape(is, sizeof is, t->rank, t->dim);
    write_shape(wanted, sizeof wanted, rank, wide);
    return ts_fail(b->err, "%s: tensor \"%s\" has the shape %s; config.json asks for %s",
                   ts_show_path(ts_weights_file(b->store, t->file)).text, t->name, is, wanted);
}

static ts_role role_of(const char *name)
{
    static const char *const part[TS_ROLES][2] = {
        [TS_ROLE_EMBED] = {"embed_tokens"},
        [TS_ROLE_Q] = {"q_proj"},
        [TS_ROLE_KV] = {"k_proj", "v_proj"},
        [TS_ROLE_O] = {"o_proj"},
        [TS_ROLE_GATE_UP] = {"gate_proj", "up_proj"},
        [TS_ROLE_DOWN] = {"down_proj"},
        [TS_ROLE_HEAD] = {"lm_head"},
    };
    for (int r = 0; r < TS_ROLES; r++)
        for (int i = 0; i < 2; i++)
            if (part[r][i] && strstr(name, part[r][i])) return (ts_role)r;
    return TS_ROLES;
}

/* Kernels are made for one dtype of their matrices, and are the same for all layers. */
static int check_role(binding *b, const ts_tensor *t)
{
    ts_role role = role_of(t->name);
    const ts_tensor *first = b->first[role];
    if (!first) first = b->first[role] = t;
    b->to->type[role] = (ts_dtype)first->type->dtype;
    if (first->type == t->type) return 0;
    return ts_fail(b->err,
                   "%s: matrix \"%s\" is stored as %s, \"%s\" as %s; that these two differ is not "
                   "supported",
                   ts_show_path(ts_weights_file(b->store, t->file)).text, t->name, t->type->name,
                   first->name, first->type->name);
}

static int check_type(binding *b, const ts_tensor *t, uint32_t rank)
{
    const char *where = ts_weights_file(b->store, t->file);
    int dtype = t->type->dtype;
    if (dtype != TS_f32 && dtype != TS_f16 && dtype != TS_bf16)
        return ts_fail(b->err, "%s: tensor \"%s\" is stored as %s; only F32, F16 and BF16 are read",
                       ts_show_path(where).text, t->name, t->type->name);
    return rank == 2 ? check_role(b, t) : 0;
}

/* The file format promises no alignment; kernels read whole elements. */
static const void *align(binding *b, const ts_tensor *t)
{
    copy *c;
    if ((uintptr_t)t->data % (unsigned)(t->type->bits / 8) == 0) return t->data;
    c = aligned_alloc(64, (sizeof *c + t->bytes + 63) & ~(size_t)63);
    if (!c) {
        ts_fail(b->err, "out of memory for tensor \"%s\" (%zu bytes)", t->name, t->bytes);
        return NULL;
    }
    c->next = b->to->copies;
    b->to->copies = c;
    return memcpy(c->data, t->data, t->bytes);
}

static int bind_one(void *arg, const char *name, uint32_t rank, const uint32_t dim[2],
                    ts_weight *at)
{
    binding *b = arg;
    const ts_tensor *t = ts_weights_find(b->store, name);
    if (!t)
        return ts_fail(b->err, "%s: tensor \"%s\" is missing%s",
                       ts_show_path(ts_weights_file(b->store, 0)).text, name,
                       strcmp(name, "lm_head.weight") != 0
                           ? ""
                           : ", and config.json does not set tie_word_embeddings");
    if (check_shape(b, t, rank, dim) || check_type(b, t, rank)) return -1;
    at->data = align(b, t);
    at->dtype = (ts_dtype)t->type->dtype;
    at->rows = rank == 2 ? dim[0] : 1;
    at->cols = dim[rank - 1];
    b->to->bytes += t->bytes;
    b->used++;
    return at->data ? 0 : -1;
}

/* A head that is stored all the same is not used, as transformers 4 does it (5 uses it). */
static void tie(binding *b)
{
    ts_qwen2_weights *w = b->to;
    const ts_tensor *head = ts_weights_find(b->store, "lm_head.weight"),
                    *embed = ts_weights_find(b->store, "model.embed_tokens.weight");
    w->lm_head = w->embed;
    w->type[TS_ROLE_HEAD] = w->embed.dtype;
    if (head && (head->bytes != embed->bytes || memcmp(head->data, embed->data, head->bytes) != 0))
        snprintf(
            w->remark, sizeof w->remark,
            "lm_head.weight is stored and not used: config.json ties the output to the embedding "
            "(tie_word_embeddings), from which it differs");
}

ts_qwen2_weights *ts_qwen2_bind(ts_weights *store, const ts_config *c, ts_error *err)
{
    ts_qwen2_weights *w = calloc(1, sizeof *w);
    binding b = {.store = store, .to = w, .err = err};
    if (!w) {
        ts_weights_close(store);
        ts_fail(err, "out of memory");
        return NULL;
    }
    w->store = store;
    w->layers = c->layers;
    w->tied = c->tied;
    w->layer = calloc(c->layers, sizeof *w->layer);
    if (!w->layer)
        ts_fail(err, "out of memory for %u layers", c->layers);
    else if (!ts_qwen2_each(c, w, bind_one, &b)) {
        if (c->tied) tie(&b);
        w->dtype = w->type[TS_ROLE_GATE_UP];
        w->extra = ts_weights_count(store) - b.used;
        return w;
    }
    ts_qwen2_free(w);
    return NULL;
}

ts_qwen2_weights *ts_qwen2_open(const char *dir, const ts_config *c, ts_error *err)
{
    ts_weights *store = ts_weights_open(dir, err);
    return store ? ts_qwen2_bind(store, c, err) : NULL;
}

void ts_qwen2_free(ts_qwen2_weights *w)
{
    if (!w) return;
    for (copy *c = w->copies, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    if (w->block) munmap(w->block, w->block_bytes);
    ts_weights_close(w->store);
    free(w->layer);
    free(w);
}
