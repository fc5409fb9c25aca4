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
    *s = ts_r1_base;
    s->d = (int)c->hidden;
    s->heads = (int)c->heads;
    s->kv_heads = (int)c->kv_heads;
    s->head_dim = (int)c->head_dim;
    s->inter = (int)c->inter;
    s->vocab = (int)c->vocab;
    s->ctx = (int)e->info.ctx;
    s->eps = c->rms_eps;
    s->type.weight = e->weights->dtype;
    s->type.norm = common_norm_dtype(e);
    s->type.kv = e->info.kv;
    ts_ablation_shape(e->without, e->target, s);
    e->fused = ts_target_facts_of(e->target).dear_launches ? !TS_LACKS(e->without, FUSION)
                                                           : TS_LACKS(e->without, SEPARATE);
    return ts_shape_check(&ts_suite_r1_distill, s, err);
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

static bool same_qkv(const ts_engine *e)
{
    return e->weights->type[TS_ROLE_Q] == e->weights->type[TS_ROLE_KV];
}

/* The model's shape with the dtype of the matrices that this kernel reads. q, k and v in one buffer are
 * widened where they differ. */
static ts_shape shape_for(const ts_engine *e, const char *kernel)
{
    static const struct {
        const char *part;
        ts_role role;
    } reads[] = {{"embedding", TS_ROLE_EMBED}, {"q_proj", TS_ROLE_Q},
                 {"kv_proj", TS_ROLE_KV},      {"norm_qkv", TS_ROLE_Q},
                 {"o_proj", TS_ROLE_O},        {"gate_up", TS_ROLE_GATE_UP},
                 {"down_proj", TS_ROLE_DOWN},  {"lm_head", TS_ROLE_HEAD}};
    ts_shape s = e->shape;
    for (size_t i = 0; i < sizeof reads / sizeof *reads; i++)
        if (strstr(kernel, reads[i].part)) s.type.weight = e->weights->type[reads[i].role];
    if (!strncmp(kernel, "norm_qkv", 8) && !same_qkv(e)) s.type.weight = TS_f32;
    return s;
}

static int trace_all(const ts_engine *e, ts_kern **k, size_t *n, ts_error *err)
{
    for (size_t i = 0; i < (e->fused ? FUSED : KERNELS); i++) {
        const char *name = e->fused ? fused_names[i] : kernel_names[i];
        const ts_kernel_def *def = ts_kernel_find(name, &ts_suite_r1_distill, err);
        if (!def) return -1;
        const ts_shape s = shape_for(e, def->name);
        for (int stage = 0; stage < ts_kernel_stages(def); stage++) {
            k[*n] = ts_kernel_trace(def, stage, &s, err);
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
    if (!trace_all(e, k, &n, err)) text = ts_emit(k, n, e->target, &bytes, err);
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

static size_t count(const ts_weight *w)
{
    return (size_t)(w->rows ? w->rows : 1) * w->cols;
}

/* All of w as f32, at a place in a buffer. */
static int put_widened(ts_buffer *b, size_t at, const ts_weight *w, ts_error *err)
{
    float part[1024];
    size_t n = count(w);
    for (size_t i = 0; i < n; i += 1024) {
        size_t here = n - i < 1024 ? n - i : 1024;
        for (size_t j = 0; j < here; j++) part[j] = widened(w, i + j);
        if (ts_buffer_put(b, at + 4 * i, part, 4 * here, err)) return -1;
    }
    return 0;
}

/* Norms and biases: as they are, or all widened to f32 where the file mixes dtypes. */
static ts_buffer *vector(ts_engine *e, const ts_weight *w, ts_error *err)
{
    if (w->dtype == e->shape.type.norm) return matrix(e, w, err);
    ts_buffer *b = fresh(e, w->cols, TS_f32, err);
    return b && !put_widened(b, 0, w, err) ? b : NULL;
}

/* q, k and v in one buffer; widened where the file mixes dtypes. */
static ts_buffer *packed(ts_engine *e, const ts_weight *const *w, size_t n, ts_dtype t,
                         ts_error *err)
{
    size_t bytes = 0, at = 0;
    for (size_t i = 0; i < n; i++) bytes += ts_storage(t, count(w[i]));
    ts_buffer *b = own(e, ts_buffer_new(e->device, bytes, err), err);
    for (size_t i = 0; i < n && b; i++) {
        size_t each = ts_storage(t, count(w[i]));
        if (w[i]->dtype == t ? ts_buffer_put(b, at, w[i]->data, each, err)
                             : put_widened(b, at, w[i], err))
            return NULL;
        at += each;
    }
    return b;
}

static int fused_buffers(ts_engine *e, uint32_t i, ts_error *err)
{
    const ts_qwen2_layer *w = &e->weights->layer[i];
    const ts_weight *const matrices[] = {&w->q, &w->k, &w->v};
    const ts_weight *const biases[] = {&w->q_bias, &w->k_bias, &w->v_bias};
    ts_layer_buffers *b = &e->layer[i];
    b->qkv = packed(e, matrices, 3, shape_for(e, "norm_qkv").type.weight, err);
    b->qkv_bias = packed(e, biases, 3, e->shape.type.norm, err);
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
    b->kcache = fresh(e, cache, s->type.kv, err);
    b->vcache = fresh(e, cache, s->type.kv, err);
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

/* Elements of a parameter of a kernel. */
static size_t elements(const ts_engine *e, const char *kernel, const char *param, ts_error *err)
{
    const ts_kernel_def *def = ts_kernel_find(kernel, &ts_suite_r1_distill, err);
    ts_traced *t = def ? ts_kernel_traced(def, &e->shape, err) : NULL;
    int at = t ? ts_traced_param(t, param) : -1;
    size_t n = at < 0 ? 0 : t->param[at].n;
    ts_traced_free(t);
    return n;
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
    e->partial = fresh(e, elements(e, "attention_decode_gqa", "partial", err), TS_f32, err);
    e->stats = fresh(e, elements(e, "attention_decode_gqa", "stats", err), TS_f32, err);
    const char *last = e->fused ? "norm_lm_head_argmax" : "argmax_greedy";
    e->val = fresh(e, elements(e, last, "val", err), TS_f32, err);
    e->idx = fresh(e, elements(e, last, "idx", err), TS_i32, err);
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
    const ts_kernel_def *def =
        strstr(kernel, "__final") ? NULL : ts_kernel_find(kernel, &ts_suite_r1_distill, err);
    int32_t size[TS_MAX_SIZES] = {1};
    if (strstr(kernel, "argmax")) size[0] = e->shape.vocab;
    if (!strcmp(kernel, "norm_qkv_rope_append")) size[0] = 0;
    const ts_shape s = shape_for(e, kernel);
    return def ? def->bytes(&s, size) : 0;
}

/* Appends a launch; the arguments up to the first without a buffer, then at most one size cell. */
static void put(list *l, const char *kernel, ts_ref size, const ts_ref *arg, size_t args)
{
    if (l->n == l->cap) {
        ts_fail(l->err, "more launches than planned for");
        return;
    }
    ts_launch *to = &l->launch[l->n];
    *to = (ts_launch){.module = l->e->module, .kernel = kernel};
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
    PUT(l, "argmax_greedy__final", valid, B(e->val), B(e->idx), cell(e, CELL_TOKEN),
        cell(e, CELL_TOP));
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
    PUT(l, "norm_lm_head_argmax__final", valid, B(e->val), B(e->idx), cell(e, CELL_TOKEN),
        cell(e, CELL_TOP));
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
static void record(list *l, ts_steps *to, bool single)
{
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

void ts_steps_free(ts_steps *s)
{
    for (size_t i = 0; i < s->n; i++) ts_step_free(s->step[i]);
    free(s->step);
    *s = (ts_steps){0};
}

static int begin_list(list *l, ts_engine *e, ts_error *err)
{
    *l = (list){.e = e, .cap = (size_t)e->weights->layers * 12 + 8, .err = err};
    l->launch = calloc(l->cap, sizeof *l->launch);
    if (!e->note) e->note = calloc(l->cap, sizeof *e->note);
    return l->launch && e->note ? 0 : ts_fail(err, "no memory to record %zu launches", l->cap);
}

static void list_layers(list *l)
{
    ts_engine *e = l->e;
    PUT(l, "embedding_lookup", no_size, B(e->embed), cell(e, CELL_TOKEN), B(e->x));
    for (uint32_t i = 0; i < e->weights->layers; i++) put_layer(l, &e->layer[i]);
}

static int record_steps(ts_engine *e, ts_error *err)
{
    list l;
    bool single = TS_LACKS(e->without, REPLAY);
    if (!begin_list(&l, e, err)) {
        list_layers(&l);
        record(&l, &e->quiet, single);
        (e->fused ? put_fused_output : put_output)(&l);
        record(&l, &e->full, single);
    }
    e->n_note = e->info.launches = l.n;
    free(l.launch);
    return ts_failed(err) ? -1 : 0;
}

int ts_qwen2_singles(ts_engine *e, ts_steps *to, ts_error *err)
{
    list l;
    if (!begin_list(&l, e, err)) {
        list_layers(&l);
        (e->fused ? put_fused_output : put_output)(&l);
        record(&l, to, true);
    }
    free(l.launch);
    return ts_failed(err) ? -1 : 0;
}

int ts_qwen2_build(ts_engine *e, ts_error *err)
{
    if (make_shape(e, err) || load_kernels(e, err) || make_buffers(e, err)) return -1;
    return record_steps(e, err);
}

void ts_qwen2_clear(ts_engine *e)
{
    ts_steps_free(&e->quiet);
    ts_steps_free(&e->full);
    while (e->n_owned) ts_buffer_free(e->owned[--e->n_owned]);
    free(e->owned);
    free(e->layer);
    free(e->note);
    ts_module_free(e->module);
    e->owned = NULL;
    e->layer = NULL;
    e->note = NULL;
    e->module = NULL;
    e->cap_owned = 0;
}
