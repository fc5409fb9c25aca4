/* qwen2.c - Qwen2ForCausalLM as a list of launches over the kernels of the suite r1_distill.
 *
 *     x = embedding[token]
 *     layer:  n = rms_norm(x);  q, k, v = W n + b;  rope(q), rope(k);  cache += k, v
 *             x += Wo attention(q, cache);  n = rms_norm(x);  x += Wd (silu(Wg n) * Wu n)
 *     logits = Wlm rms_norm(x);  token = argmax
 *
 * A CPU runs these as they stand, 12 launches a layer. A device of threads gets the fused kernels, 6 a
 * layer: everything before attention at once, the norms inside the products that follow them. Which of
 * them can be turned round, to measure what the choice brings (ablation.h).
 *
 * The residual stream x is added to in place, which o_proj_residual and down_proj_residual allow. */
#include "engine/model.h"

#include <stdlib.h>
#include <string.h>

/* ---- shape ---- */

static ts_dtype common_norm_dtype(const ts_engine *e)
{
    const ts_qwen2_weights *w = e->weights;
    ts_dtype t = w->norm.dtype;
    for (uint32_t i = 0; i < w->layers; i++) {
        const ts_qwen2_layer *l = &w->layer[i];
        const ts_weight *each[] = {&l->input_norm, &l->post_norm, &l->q_bias, &l->k_bias,
                                   &l->v_bias};
        for (size_t j = 0; j < sizeof each / sizeof *each; j++)
            if (each[j]->dtype != t) return TS_f32; /* mixed: widened, they are small */
    }
    return t;
}

static int make_shape(ts_engine *e, ts_error *err)
{
    const ts_config *c = &e->config;
    ts_shape *s = &e->shape;
    *s = ts_shape_base;
    s->d = (int)c->hidden;
    s->heads = (int)c->heads;
    s->kv_heads = (int)c->kv_heads;
    s->head_dim = (int)c->head_dim;
    s->inter = (int)c->inter;
    s->vocab = (int)c->vocab;
    s->ctx = (int)e->info.ctx;
    s->eps = c->rms_eps;
    s->weight = e->weights->dtype;
    s->norm = common_norm_dtype(e);
    s->kv = e->info.kv;
    ts_ablation_shape(e->without, &e->target, s);
    e->fused = strcmp(e->target.family, "simt") ? TS_LACKS(e->without, SEPARATE)
                                                : !TS_LACKS(e->without, FUSION);
    return ts_shape_check(s, err);
}

/* ---- kernels ---- */

static const char *const kernel_names[] = {
    "embedding_lookup", "rms_norm_1536",    "q_proj_matvec",      "kv_proj_matvec",
    "rope_q_decode",    "rope_k_decode",    "kv_append",          "attention_decode_gqa",
    "o_proj_residual",  "mlp_gate_up_silu", "down_proj_residual", "lm_head_matvec",
    "argmax_greedy",
};
static const char *const fused_names[] = {
    "embedding_lookup",  "norm_qkv_rope_append", "attention_decode_gqa", "o_proj_residual",
    "norm_gate_up_silu", "down_proj_residual",   "norm_lm_head_argmax",
};
enum {
    KERNELS = sizeof kernel_names / sizeof *kernel_names,
    FUSED = sizeof fused_names / sizeof *fused_names
};

static int trace_all(const ts_engine *e, ts_kern **k, size_t *n, ts_error *err)
{
    const ts_shape *s = &e->shape;
    for (size_t i = 0; i < (e->fused ? FUSED : KERNELS); i++) {
        const ts_kernel_def *def = ts_kernel_find(e->fused ? fused_names[i] : kernel_names[i], err);
        if (!def) return -1;
        for (int stage = 0; stage < (def->final ? 2 : 1); stage++) {
            k[*n] = ts_kernel_trace(def, stage, s, err);
            if (!k[*n]) return -1;
            (*n)++;
        }
    }
    return 0;
}

static int load_kernels(ts_engine *e, ts_error *err)
{
    ts_kern *k[2 * KERNELS];
    size_t n = 0, bytes = 0;
    char *text = NULL;
    if (!trace_all(e, k, &n, err)) text = ts_emit(k, n, &e->target, &bytes, err);
    if (text) e->module = ts_module_load_checked(e->device, text, bytes, err);
    free(text);
    while (n) ts_free(k[--n]);
    return e->module ? 0 : -1;
}

/* ---- buffers ---- */

static ts_buffer *own(ts_engine *e, ts_buffer *b, ts_error *err)
{
    if (!b) return NULL;
    if (e->n_owned == e->cap_owned) {
        size_t cap = e->cap_owned ? 2 * e->cap_owned : 64;
        ts_buffer **more = realloc(e->owned, cap * sizeof *more);
        if (!more) {
            ts_buffer_free(b);
            ts_fail(err, "no memory for the list of buffers");
            return NULL;
        }
        e->owned = more;
        e->cap_owned = cap;
    }
    return e->owned[e->n_owned++] = b;
}

static ts_buffer *fresh(ts_engine *e, size_t n, ts_dtype t, ts_error *err)
{
    return own(e, ts_buffer_new(e->device, ts_storage(t, n), err), err);
}

static ts_buffer *matrix(ts_engine *e, const ts_weight *w, ts_error *err)
{
    size_t bytes = ts_storage(w->dtype, (size_t)w->rows * w->cols);
    return own(e, ts_buffer_wrap(e->device, w->data, bytes, err), err);
}

static float widened(const ts_weight *w, size_t i)
{
    uint32_t code = 0;
    memcpy(&code, (const char *)w->data + i * ts_storage(w->dtype, 1), ts_storage(w->dtype, 1));
    return (float)ts_decode(w->dtype, code);
}

/* Norms and biases: as they are, or all widened to f32 where the file mixes dtypes. */
static ts_buffer *vector(ts_engine *e, const ts_weight *w, ts_error *err)
{
    if (w->dtype == e->shape.norm) return matrix(e, w, err);
    ts_buffer *b = fresh(e, w->cols, TS_f32, err);
    for (size_t i = 0; b && i < w->cols; i++) {
        float x = widened(w, i);
        if (ts_buffer_put(b, 4 * i, &x, 4, err)) return NULL;
    }
    return b;
}

/* q, k and v in one buffer; vectors are widened where the file mixes dtypes. */
static ts_buffer *packed(ts_engine *e, const ts_weight *const *w, size_t n, ts_dtype t,
                         ts_error *err)
{
    size_t bytes = 0, at = 0;
    for (size_t i = 0; i < n; i++)
        bytes += ts_storage(t, (size_t)(w[i]->rows ? w[i]->rows : 1) * w[i]->cols);
    ts_buffer *b = own(e, ts_buffer_new(e->device, bytes, err), err);
    for (size_t i = 0; i < n && b; i++) {
        size_t count = (size_t)(w[i]->rows ? w[i]->rows : 1) * w[i]->cols;
        if (w[i]->dtype == t && ts_buffer_put(b, at, w[i]->data, ts_storage(t, count), err))
            return NULL;
        for (size_t j = 0; w[i]->dtype != t && j < count; j++) {
            float x = widened(w[i], j);
            if (ts_buffer_put(b, at + 4 * j, &x, 4, err)) return NULL;
        }
        at += ts_storage(t, count);
    }
    return b;
}

static int fused_buffers(ts_engine *e, uint32_t i, ts_error *err)
{
    const ts_qwen2_layer *w = &e->weights->layer[i];
    const ts_weight *const matrices[] = {&w->q, &w->k, &w->v};
    const ts_weight *const biases[] = {&w->q_bias, &w->k_bias, &w->v_bias};
    ts_layer_buffers *b = &e->layer[i];
    b->qkv = packed(e, matrices, 3, e->shape.weight, err);
    b->qkv_bias = packed(e, biases, 3, e->shape.norm, err);
    return ts_failed(err) ? -1 : 0;
}

static int separate_buffers(ts_engine *e, uint32_t i, ts_error *err)
{
    const ts_qwen2_layer *w = &e->weights->layer[i];
    ts_layer_buffers *b = &e->layer[i];
    b->q = matrix(e, &w->q, err);
    b->q_bias = vector(e, &w->q_bias, err);
    b->k = matrix(e, &w->k, err);
    b->k_bias = vector(e, &w->k_bias, err);
    b->v = matrix(e, &w->v, err);
    b->v_bias = vector(e, &w->v_bias, err);
    return ts_failed(err) ? -1 : 0;
}

static int layer_buffers(ts_engine *e, uint32_t i, ts_error *err)
{
    const ts_qwen2_layer *w = &e->weights->layer[i];
    ts_layer_buffers *b = &e->layer[i];
    const ts_shape *s = &e->shape;
    size_t cache = (size_t)s->kv_heads * (size_t)s->ctx * (size_t)s->head_dim;
    b->input_norm = vector(e, &w->input_norm, err);
    if (e->fused ? fused_buffers(e, i, err) : separate_buffers(e, i, err)) return -1;
    b->o = matrix(e, &w->o, err);
    b->post_norm = vector(e, &w->post_norm, err);
    b->gate = matrix(e, &w->gate, err);
    b->up = matrix(e, &w->up, err);
    b->down = matrix(e, &w->down, err);
    b->kcache = fresh(e, cache, s->kv, err);
    b->vcache = fresh(e, cache, s->kv, err);
    return ts_failed(err) ? -1 : 0;
}

static int rope_buffers(ts_engine *e, ts_error *err)
{
    size_t half = (size_t)e->shape.head_dim / 2, n = half * (size_t)e->shape.ctx;
    float *table = malloc(2 * n * sizeof *table);
    if (!table) return ts_fail(err, "no memory for the rope tables of %d positions", e->shape.ctx);
    ts_rope_tables((uint32_t)e->shape.ctx, (uint32_t)half, e->config.rope_theta, table, table + n);
    e->cosines = fresh(e, n, TS_f32, err);
    e->sines = fresh(e, n, TS_f32, err);
    if (e->cosines) ts_buffer_put(e->cosines, 0, table, n * sizeof *table, err);
    if (e->sines) ts_buffer_put(e->sines, 0, table + n, n * sizeof *table, err);
    free(table);
    return ts_failed(err) ? -1 : 0;
}

/* Elements of a parameter of a kernel, as the suite declares it. */
static size_t elements(const ts_engine *e, const char *kernel, int param, ts_error *err)
{
    const ts_kernel_def *def = ts_kernel_find(kernel, err);
    ts_param p[TS_MAX_PARAMS];
    if (!def || def->params(&e->shape, p) <= param) return 0;
    return p[param].n;
}

static int activation_buffers(ts_engine *e, ts_error *err)
{
    const ts_shape *s = &e->shape;
    size_t q = (size_t)s->heads * (size_t)s->head_dim,
           kv = (size_t)s->kv_heads * (size_t)s->head_dim;
    e->cells = fresh(e, CELLS, TS_i32, err);
    e->x = fresh(e, (size_t)s->d, TS_f32, err);
    e->normed = fresh(e, (size_t)s->d, TS_f32, err);
    e->q = fresh(e, q, TS_f32, err);
    e->k = fresh(e, kv, TS_f32, err);
    e->v = fresh(e, kv, TS_f32, err);
    e->attended = fresh(e, q, TS_f32, err);
    e->inner = fresh(e, (size_t)s->inter, TS_f32, err);
    e->logits = fresh(e, (size_t)s->vocab, TS_f32, err);
    e->partial = fresh(e, elements(e, "attention_decode_gqa", 3, err), TS_f32, err);
    e->stats = fresh(e, elements(e, "attention_decode_gqa", 4, err), TS_f32, err);
    const char *last = e->fused ? "norm_lm_head_argmax" : "argmax_greedy";
    int val = e->fused ? 4 : 1;
    e->val = fresh(e, elements(e, last, val, err), TS_f32, err);
    e->idx = fresh(e, elements(e, last, val + 1, err), TS_i32, err);
    return ts_failed(err) ? -1 : 0;
}

static int make_buffers(ts_engine *e, ts_error *err)
{
    e->layer = calloc(e->weights->layers, sizeof *e->layer);
    if (!e->layer) return ts_fail(err, "no memory for %u layers", e->weights->layers);
    e->embed = matrix(e, &e->weights->embed, err);
    e->norm = vector(e, &e->weights->norm, err);
    e->lm_head = matrix(e, &e->weights->lm_head, err);
    for (uint32_t i = 0; i < e->weights->layers; i++)
        if (layer_buffers(e, i, err)) return -1;
    return rope_buffers(e, err) || activation_buffers(e, err) ? -1 : 0;
}

/* ---- the list of launches ---- */

typedef struct list {
    ts_engine *e;
    ts_launch *launch;
    size_t n, cap;
    ts_error *err;
} list;

static ts_ref cell(const ts_engine *e, int which)
{
    return (ts_ref){e->cells, 4 * (size_t)which};
}

/* Bytes that a kernel reads at an empty context, by the suite's own count. */
static uint64_t price(const ts_engine *e, const char *kernel, ts_error *err)
{
    const ts_kernel_def *def = strstr(kernel, "__final") ? NULL : ts_kernel_find(kernel, err);
    int32_t size[TS_MAX_CASE_SIZES] = {1, 1};
    if (strstr(kernel, "argmax")) size[0] = e->shape.vocab;
    if (!strcmp(kernel, "norm_qkv_rope_append")) size[0] = 0;
    return def ? def->bytes(&e->shape, size) : 0;
}

/* Appends a launch; the arguments up to the first without a buffer, then at most one size cell. */
static void put(list *l, const char *kernel, ts_ref size, const ts_ref *arg, size_t args)
{
    if (l->n == l->cap) {
        ts_fail(l->err, "more launches than planned for");
        return;
    }
    ts_launch *to = &l->launch[l->n];
    *to = (ts_launch){
        .module = l->e->module, .kernel = kernel, .after = TS_LACKS(l->e->without, OVERLAP)};
    for (size_t i = 0; i < args; i++) to->arg[i] = arg[i];
    to->size[0] = size;
    if (l->e->note) l->e->note[l->n] = (ts_launch_note){kernel, price(l->e, kernel, l->err)};
    l->n++;
}

#define PUT(l, kernel, size, ...)                                                                  \
    put(l, kernel, size, (ts_ref[]){__VA_ARGS__}, sizeof((ts_ref[]){__VA_ARGS__}) / sizeof(ts_ref))
#define B(buffer)                                                                                  \
    {                                                                                              \
        buffer, 0                                                                                  \
    }

static const ts_ref no_size;

static void put_attention(list *l, const ts_layer_buffers *b)
{
    ts_engine *e = l->e;
    ts_ref position = cell(e, CELL_POSITION), length = cell(e, CELL_LENGTH);
    PUT(l, "rms_norm_1536", no_size, B(e->x), B(b->input_norm), B(e->normed));
    PUT(l, "q_proj_matvec", no_size, B(b->q), B(b->q_bias), B(e->normed), B(e->q));
    PUT(l, "kv_proj_matvec", no_size, B(b->k), B(b->v), B(b->k_bias), B(b->v_bias), B(e->normed),
        B(e->k), B(e->v));
    PUT(l, "rope_q_decode", position, B(e->q), B(e->cosines), B(e->sines));
    PUT(l, "rope_k_decode", position, B(e->k), B(e->cosines), B(e->sines));
    PUT(l, "kv_append", position, B(e->k), B(e->v), B(b->kcache), B(b->vcache));
    PUT(l, "attention_decode_gqa", length, B(e->q), B(b->kcache), B(b->vcache), B(e->partial),
        B(e->stats));
    PUT(l, "attention_decode_gqa__final", length, B(e->partial), B(e->stats), B(e->attended));
    PUT(l, "o_proj_residual", no_size, B(b->o), B(e->attended), B(e->x), B(e->x));
}

static void put_mlp(list *l, const ts_layer_buffers *b)
{
    ts_engine *e = l->e;
    PUT(l, "rms_norm_1536", no_size, B(e->x), B(b->post_norm), B(e->normed));
    PUT(l, "mlp_gate_up_silu", no_size, B(b->gate), B(b->up), B(e->normed), B(e->inner));
    PUT(l, "down_proj_residual", no_size, B(b->down), B(e->inner), B(e->x), B(e->x));
}

static void put_output(list *l)
{
    ts_engine *e = l->e;
    ts_ref valid = cell(e, CELL_VALID);
    PUT(l, "rms_norm_1536", no_size, B(e->x), B(e->norm), B(e->normed));
    PUT(l, "lm_head_matvec", no_size, B(e->lm_head), B(e->normed), B(e->logits));
    PUT(l, "argmax_greedy", valid, B(e->logits), B(e->val), B(e->idx));
    PUT(l, "argmax_greedy__final", valid, B(e->val), B(e->idx), cell(e, CELL_TOKEN));
}

static void put_fused_layer(list *l, const ts_layer_buffers *b)
{
    ts_engine *e = l->e;
    ts_ref position = cell(e, CELL_POSITION), length = cell(e, CELL_LENGTH);
    PUT(l, "norm_qkv_rope_append", position, B(e->x), B(b->input_norm), B(b->qkv), B(b->qkv_bias),
        B(e->cosines), B(e->sines), B(e->q), B(b->kcache), B(b->vcache));
    PUT(l, "attention_decode_gqa", length, B(e->q), B(b->kcache), B(b->vcache), B(e->partial),
        B(e->stats));
    PUT(l, "attention_decode_gqa__final", length, B(e->partial), B(e->stats), B(e->attended));
    PUT(l, "o_proj_residual", no_size, B(b->o), B(e->attended), B(e->x), B(e->x));
    PUT(l, "norm_gate_up_silu", no_size, B(e->x), B(b->post_norm), B(b->gate), B(b->up),
        B(e->inner));
    PUT(l, "down_proj_residual", no_size, B(b->down), B(e->inner), B(e->x), B(e->x));
}

static void put_fused_output(list *l)
{
    ts_engine *e = l->e;
    ts_ref valid = cell(e, CELL_VALID);
    PUT(l, "norm_lm_head_argmax", valid, B(e->x), B(e->norm), B(e->lm_head), B(e->logits),
        B(e->val), B(e->idx));
    PUT(l, "norm_lm_head_argmax__final", valid, B(e->val), B(e->idx), cell(e, CELL_TOKEN));
}

static void put_layer(list *l, const ts_layer_buffers *b)
{
    if (l->e->fused) {
        put_fused_layer(l, b);
        return;
    }
    put_attention(l, b);
    put_mlp(l, b);
}

/* What is listed so far, as one step or as one for each launch. */
static void record(list *l, ts_steps *to)
{
    bool single = TS_LACKS(l->e->without, REPLAY);
    size_t each = single ? 1 : l->n, n = single ? l->n : 1;
    if (ts_failed(l->err)) return;
    to->step = calloc(n, sizeof(ts_step *));
    if (!to->step) ts_fail(l->err, "no memory for %zu steps", n);
    for (size_t i = 0; i < n && to->step; i++) {
        to->step[i] = ts_step_record(l->e->device, l->launch + i * each, each, l->err);
        if (!to->step[i]) return;
        to->n++;
    }
}

static int record_steps(ts_engine *e, ts_error *err)
{
    list l = {.e = e, .cap = (size_t)e->weights->layers * 12 + 8, .err = err};
    l.launch = calloc(l.cap, sizeof *l.launch);
    e->note = calloc(l.cap, sizeof *e->note);
    if (!l.launch || !e->note)
        ts_fail(err, "no memory to record %zu launches", l.cap);
    else {
        PUT(&l, "embedding_lookup", no_size, B(e->embed), cell(e, CELL_TOKEN), B(e->x));
        for (uint32_t i = 0; i < e->weights->layers; i++) put_layer(&l, &e->layer[i]);
        record(&l, &e->quiet);
        (e->fused ? put_fused_output : put_output)(&l);
        record(&l, &e->full);
    }
    e->n_note = e->info.launches = l.n;
    free(l.launch);
    return ts_failed(err) ? -1 : 0;
}

int ts_qwen2_build(ts_engine *e, ts_error *err)
{
    if (make_shape(e, err) || load_kernels(e, err) || make_buffers(e, err)) return -1;
    return record_steps(e, err);
}
