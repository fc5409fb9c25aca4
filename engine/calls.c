/* calls.c - the launches of a token (calls.h). */
#include "engine/calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const cell_names[TS_NAMED_CELLS] = {
    [TS_POSITION] = "position", [TS_LENGTH] = "length", [TS_ROWS] = "rows", [TS_VALID] = "valid",
    [TS_TOKEN] = "token",       [TS_TOP] = "top",       [TS_COLD] = "cold",
};

#define FAIL(node, format, ...)                                                                    \
    ts_fail(err, "%s: node %s: " format, c->graph->arch->name, (node)->kernel, __VA_ARGS__)

static int cell_of(const char *name, size_t length)
{
    for (int i = 0; i < TS_NAMED_CELLS; i++)
        if (strlen(cell_names[i]) == length && !memcmp(cell_names[i], name, length)) return i;
    return -1;
}

/* ---- dtypes and sizes of tensors ---- */

static ts_dtype joined_dtype(const ts_calls *c, const ts_tensor_def *t, uint32_t layer)
{
    size_t n;
    ts_dtype all = TS_NDTYPE;
    if (t->widens) return c->views->norm;
    for (const char *list = t->parts, *name; (name = ts_next_name(&list, &n));) {
        ts_dtype one = ts_calls_dtype(c, ts_graph_tensor(c->graph->arch, name, n), layer);
        if (all != TS_NDTYPE && all != one) return TS_f32;
        all = one;
    }
    return all;
}

ts_dtype ts_calls_dtype(const ts_calls *c, int tensor, uint32_t layer)
{
    const ts_tensor_def *t = &c->graph->arch->tensor[tensor];
    if (t->role == TS_JOINED) return joined_dtype(c, t, layer);
    if (t->role == TS_STATE) return t->decides ? c->kv : t->dtype;
    if (t->role != TS_WEIGHT) return t->dtype;
    if (t->widens) return c->views->norm;
    return c->views->view[ts_graph_slot(c->graph, tensor, layer)].dtype;
}

static uint64_t elements_of(const ts_calls *c, int tensor)
{
    const ts_graph *g = c->graph;
    const ts_tensor_def *t = &g->arch->tensor[tensor];
    uint64_t n = 0;
    size_t length;
    if (t->role != TS_JOINED) return ts_graph_elements(g, t);
    for (const char *list = t->parts, *name; (name = ts_next_name(&list, &length));) {
        const ts_tensor_def *part = &g->arch->tensor[ts_graph_tensor(g->arch, name, length)];
        n += ts_graph_elements(g, part) * ts_graph_each(g, part);
    }
    return n;
}

/* The least layer that has it: all have the same dtype. */
static uint32_t first_layer(const ts_graph *g, const ts_node_def *node)
{
    uint32_t l = 0;
    if (node->in < TS_KIND) return 0;
    while (l + 1 < g->size[TS_LAYERS] && !(node->in & ts_graph_kind(g, l))) l++;
    return l;
}

uint64_t ts_calls_bytes(const ts_calls *c, int tensor, uint32_t layer)
{
    uint64_t bytes, n = c->elements[tensor];
    ts_dtype t = ts_calls_dtype(c, tensor, layer);
    const ts_weight *w = c->graph->arch->tensor[tensor].role == TS_WEIGHT
                             ? &c->views->view[ts_graph_slot(c->graph, tensor, layer)]
                             : NULL;
    if (w && w->dtype == t) return w->bytes;
    if (ts_storage(t, 1) > 1)
        return __builtin_mul_overflow(n, ts_storage(t, 1), &bytes) ? UINT64_MAX : bytes;
    return ts_storage(t, n);
}

bool ts_use_reads_state(const ts_calls *c, const ts_use *e)
{
    for (int i = 0; i < e->args; i++)
        if (e->arg[i].tensor >= 0 && e->arg[i].mode == TS_IN &&
            c->graph->arch->tensor[e->arg[i].tensor].role == TS_STATE)
            return true;
    return false;
}

/* ---- binding by name ---- */

/* What stands for a param or a size in "a=b c": "b" for a, "c" for c; NULL: nothing. */
static const char *bound_to(const char *bind, const char *name, size_t *length)
{
    size_t n, want = strlen(name);
    for (const char *word; (word = ts_next_name(&bind, &n));) {
        const char *equals = memchr(word, '=', n);
        size_t left = equals ? (size_t)(equals - word) : n;
        if (left != want || memcmp(word, name, want) != 0) continue;
        *length = equals ? n - left - 1 : n;
        return equals ? equals + 1 : word;
    }
    return NULL;
}

/* Every tensor that a node names must be in each layer where the node is. */
static bool everywhere(const ts_node_def *node, const ts_tensor_def *t)
{
    return !t->in || (node->in >= TS_KIND && !(node->in & ~t->in));
}

static ts_launches launches_of(const ts_node_def *node)
{
    return node->way & TS_OF_CHUNK   ? TS_LAUNCH_CHUNK
           : node->way & TS_OF_BATCH ? TS_LAUNCH_BATCH
           : node->way & TS_OF_DRAW  ? TS_LAUNCH_DRAW
                                     : TS_LAUNCH_TOKEN;
}

ts_launches ts_use_of(const ts_use *e)
{
    return launches_of(e->node);
}

/* Activations of a batch lie one after the other, a sequence's each; where they are kept is its affair. */
static bool is_of_all(const ts_node_def *node, const ts_tensor_def *t)
{
    return launches_of(node) == TS_LAUNCH_BATCH && t->role == TS_ACTIVATION;
}

/* Elements of the tensor in one of the param: codes may be read as the words that they lie in. */
static uint64_t per_element(const ts_tensor_def *t, ts_dtype is, const ts_param *p)
{
    bool words = t->role == TS_WEIGHT && t->scale && p->type == TS_i32 && ts_storage(is, 8) <= 8;
    return words ? 32 / ts_storage(is, 8) : 1;
}

static int bind_tensor(ts_calls *c, const ts_node_def *node, const ts_param *p, int tensor,
                       ts_error *err)
{
    const ts_tensor_def *t = &c->graph->arch->tensor[tensor];
    uint64_t n = elements_of(c, tensor), rows = is_of_all(node, t) ? c->graph->size[TS_BATCH] : 1;
    if (!everywhere(node, t)) return FAIL(node, "%s is not in all its layers", t->name);
    if (t->each && t->role == TS_WEIGHT)
        return FAIL(node, "%s is many tensors; join them", t->name);
    if (launches_of(node) == TS_LAUNCH_BATCH && t->role == TS_STATE)
        return FAIL(node, "%s is of one sequence; launches for all cannot have it", t->name);
    ts_dtype is = ts_calls_dtype(c, tensor, first_layer(c->graph, node));
    uint64_t per = per_element(t, is, p);
    if (n && n * rows != p->n * per)
        return FAIL(node, "%s takes %llu elements and %s has %llu", p->name,
                    (unsigned long long)(p->n * per), t->name, (unsigned long long)(n * rows));
    if (is != p->type && per == 1)
        return FAIL(node, "%s and %s have different dtypes", p->name, t->name);
    if (p->n * per / rows > c->elements[tensor]) c->elements[tensor] = p->n * per / rows;
    return 0;
}

/* What stands for NAME_scale where nothing is said of it: the scales of what stands for NAME. */
static const char *bound_scale(const ts_calls *c, const char *bind, const char *name,
                               size_t *length)
{
    static const char suffix[] = "_scale";
    char of[TS_SLOT_NAME];
    size_t n = strlen(name), end = sizeof suffix - 1;
    if (n <= end || n >= sizeof of || strcmp(name + n - end, suffix) != 0) return NULL;
    snprintf(of, sizeof of, "%.*s", (int)(n - end), name);
    const char *to = bound_to(bind, of, length);
    int tensor = to ? ts_graph_tensor(c->graph->arch, to, *length) : -1;
    const char *scale = tensor < 0 ? NULL : c->graph->arch->tensor[tensor].scale;
    *length = scale ? strlen(scale) : 0;
    return scale;
}

/* What a kernel leaves for its next stage is of no concern to a node: an activation of that name. */
static const char *bound_work(const ts_calls *c, const char *name, size_t *length)
{
    int tensor = ts_graph_tensor(c->graph->arch, name, *length = strlen(name));
    bool work = tensor >= 0 && c->graph->arch->tensor[tensor].role == TS_ACTIVATION;
    return work ? name : NULL;
}

static int bind_param(ts_calls *c, ts_use *e, const ts_param *p, ts_error *err)
{
    size_t n = 0;
    const char *to = bound_to(e->node->bind, p->name, &n);
    if (!to) to = bound_scale(c, e->node->bind, p->name, &n);
    if (!to) to = bound_work(c, p->name, &n);
    ts_arg_of *a = &e->arg[e->args++];
    *a = (ts_arg_of){-1, to ? cell_of(to, n) : -1, p->mode};
    if (!to) return FAIL(e->node, "nothing is bound to %s", p->name);
    if (a->cell >= 0) return p->n == 1 ? 0 : FAIL(e->node, "%s is no single element", p->name);
    a->tensor = ts_graph_tensor(c->graph->arch, to, n);
    if (a->tensor < 0) return FAIL(e->node, "no tensor is called \"%.*s\"", (int)n, to);
    return bind_tensor(c, e->node, p, a->tensor, err);
}

static int bind_size(const ts_calls *c, ts_use *e, const char *name, ts_error *err)
{
    size_t n = 0;
    const char *to = bound_to(e->node->bind, name, &n);
    int cell = to ? cell_of(to, n) : -1;
    if (cell < 0) return FAIL(e->node, "no cell is bound to size %s", name);
    e->size[e->sizes++] = cell;
    return 0;
}

/* ---- kernels ---- */

static int set_dtype(const ts_calls *c, ts_shape *s, const char *field, ts_dtype t, ts_error *err)
{
    static const char *const names[] = {
#define D(name, ...) #name,
#include "tessera/dtypes.def"
#undef D
    };
    char text[64];
    snprintf(text, sizeof text, "%s=%s", field, names[t]);
    return ts_shape_set(c->graph->arch->suite, s, text, err);
}

/* The shape with the dtypes of the tensors that this node names. */
static int set_dtypes(const ts_calls *c, const ts_node_def *node, ts_shape *s, ts_error *err)
{
    size_t n;
    for (const char *list = node->bind, *word; (word = ts_next_name(&list, &n));) {
        const char *equals = memchr(word, '=', n), *name = equals ? equals + 1 : word;
        size_t length = n - (size_t)(name - word);
        int tensor = ts_graph_tensor(c->graph->arch, name, length);
        const ts_tensor_def *t = &c->graph->arch->tensor[tensor < 0 ? 0 : tensor];
        if (tensor < 0 && cell_of(name, length) < 0)
            return FAIL(node, "no tensor is called \"%.*s\"", (int)length, name);
        if (tensor < 0 || !t->decides || !everywhere(node, t)) continue;
        ts_dtype dtype = ts_calls_dtype(c, tensor, first_layer(c->graph, node));
        if (set_dtype(c, s, t->decides, dtype, err)) return -1;
    }
    return 0;
}

/* What an empty context reads, by the suite's own count. */
static uint64_t price(const ts_calls *c, const ts_use *u, const ts_shape *s)
{
    const int32_t at[TS_NAMED_CELLS] = {
        [TS_LENGTH] = 1, [TS_ROWS] = 1, [TS_VALID] = (int32_t)c->graph->config.vocab};
    int32_t size[TS_MAX_SIZES] = {0};
    for (int i = 0; i < u->sizes; i++) size[i] = at[u->size[i]];
    return u->traced->def->bytes(s, size);
}

static int add_use(ts_calls *c, const ts_node_def *node, const ts_traced *traced, int stage,
                   const ts_shape *s, ts_error *err)
{
    ts_param p;
    const char *size;
    const ts_kern *k = traced->kernel[stage];
    ts_use *u = &c->use[c->uses++];
    *u = (ts_use){.node = node, .traced = traced, .stage = stage};
    snprintf(u->kernel, sizeof u->kernel, "%s", ts_kernel_name(k));
    for (int i = 0; ts_kernel_param(k, i, &p); i++)
        if (bind_param(c, u, &p, err)) return -1;
    for (int i = 0; (size = ts_kernel_size(k, i)); i++)
        if (bind_size(c, u, size, err)) return -1;
    if (!stage) u->bytes = price(c, u, s);
    return 0;
}

static bool takes(const ts_traced *t, const char *name, size_t length)
{
    for (int i = 0; i < t->params + t->sizes; i++) {
        const char *is = i < t->params ? t->param[i].name : t->size[i - t->params];
        if (strlen(is) == length && !memcmp(is, name, length)) return true;
    }
    return false;
}

/* Every word of a node must mean something to its kernel. */
static int check_words(const ts_calls *c, const ts_node_def *node, const ts_traced *t,
                       ts_error *err)
{
    size_t n;
    for (const char *list = node->bind, *word; (word = ts_next_name(&list, &n));) {
        const char *equals = memchr(word, '=', n);
        size_t length = equals ? (size_t)(equals - word) : n;
        if (!takes(t, word, length))
            return FAIL(node, "the kernel has no \"%.*s\"", (int)length, word);
    }
    return 0;
}

/* A kernel is in the module once, whichever nodes use it; params that are bound to tensors of another
 * dtype than it was traced for are refused there. */
static const ts_traced *traced(ts_calls *c, const ts_node_def *node, const ts_shape *s,
                               ts_error *err)
{
    const ts_kernel_def *def = ts_kernel_find(node->kernel, c->graph->arch->suite, err);
    if (!def) return NULL;
    for (size_t i = 0; i < c->kernels; i++)
        if (c->kernel[i]->def == def) return c->kernel[i];
    ts_traced *t = ts_kernel_traced(def, s, err);
    if (t) c->kernel[c->kernels++] = t;
    return t;
}

static int add_stages(ts_calls *c, const ts_node_def *node, const ts_shape *s, ts_error *err)
{
    const ts_traced *t = traced(c, node, s, err);
    if (!t || check_words(c, node, t, err)) return -1;
    ts_use *more = realloc(c->use, (c->uses + (size_t)t->stages) * sizeof *more);
    if (!more) return ts_fail(err, "no memory for the kernels of %s", c->graph->arch->name);
    c->use = more;
    for (int stage = 0; stage < t->stages; stage++)
        if (add_use(c, node, t, stage, s, err)) return -1;
    return 0;
}

static int add_node(ts_calls *c, const ts_node_def *node, ts_error *err)
{
    ts_shape *s = ts_shape_copy(c->graph->arch->suite, c->shape);
    int rc = set_dtypes(c, node, s, err) || add_stages(c, node, s, err) ? -1 : 0;
    free(s);
    return rc;
}

static bool is_used_by(const ts_calls *c, const ts_traced *kernel, ts_launches of)
{
    for (size_t i = 0; i < c->uses; i++)
        if (c->use[i].traced == kernel && ts_use_of(&c->use[i]) == of) return true;
    return false;
}

char *ts_calls_emit(const ts_calls *c, ts_launches of, size_t *bytes, ts_error *err)
{
    size_t n = 0, most = 0;
    for (size_t i = 0; i < c->kernels; i++) most += (size_t)c->kernel[i]->stages;
    ts_kern **k = calloc(most + 1, sizeof(ts_kern *));
    if (!k) {
        ts_fail(err, "no memory for %zu kernels", most);
        return NULL;
    }
    for (size_t i = 0; i < c->kernels; i++)
        for (int stage = 0; stage < c->kernel[i]->stages && is_used_by(c, c->kernel[i], of);
             stage++)
            k[n++] = c->kernel[i]->kernel[stage];
    char *text = ts_emit(k, n, c->target, bytes, err);
    free(k);
    return text;
}

/* ---- calls ---- */

/* Does it belong to these launches? To a batch most of a token's do. */
static bool belongs(const ts_use *use, ts_launches of)
{
    ts_launches is = ts_use_of(use);
    return is == of ||
           (of == TS_LAUNCH_BATCH && is == TS_LAUNCH_TOKEN && !(use->node->way & TS_LONE));
}

static void call_nodes(const ts_calls *c, ts_call_list *to, ts_launches of, unsigned in,
                       uint32_t layer)
{
    for (size_t i = 0; i < c->uses; i++)
        if (c->use[i].node->in & in && belongs(&c->use[i], of))
            to->call[to->calls++] = (ts_call){&c->use[i], layer};
}

/* A chunk ends as a token does: only its last token has an output. */
static int list_calls(const ts_calls *c, ts_call_list *to, ts_launches of, ts_error *err)
{
    uint64_t layers = c->graph->size[TS_LAYERS];
    to->call = calloc((size_t)(c->uses * (layers + 3)) + 1, sizeof *to->call);
    if (!to->call)
        return ts_fail(err, "no memory for the launches of %llu layers",
                       (unsigned long long)layers);
    call_nodes(c, to, of, TS_BEFORE, 0);
    for (uint32_t l = 0; l < layers; l++) call_nodes(c, to, of, ts_graph_kind(c->graph, l), l);
    to->before_output = to->calls;
    call_nodes(c, to, of, TS_AFTER, 0);
    if (of == TS_LAUNCH_CHUNK) call_nodes(c, to, TS_LAUNCH_TOKEN, TS_AFTER, 0);
    return 0;
}

/* Few large launches where one costs more than computing a norm once more; but codes of a cache need whole heads,
 * of which the large ones make pairs. */
static unsigned way_of(const ts_calls_how *how)
{
    if (how->kv == TS_i8) return TS_PLAIN;
    bool fused = ts_target_facts_of(how->target).dear_launches ? !TS_LACKS(how->without, FUSION)
                                                               : TS_LACKS(how->without, SEPARATE);
    return fused ? TS_FUSED : TS_PLAIN;
}

void ts_calls_schedule(const ts_arch *arch, const ts_target *target, const char *without,
                       ts_shape *s)
{
    if (!TS_LACKS(without, BLOCKS)) ts_shape_schedule(arch->suite, s, target);
    if (TS_LACKS(without, SPANS)) arch->one_span(s);
}

static int make_shape(ts_calls *c, const ts_calls_how *how, ts_error *err)
{
    const ts_graph *g = c->graph;
    const ts_arch *arch = g->arch;
    c->shape = ts_shape_copy(arch->suite, arch->base);
    arch->shape(&g->config, g->size, c->shape);
    ts_calls_schedule(arch, how->target, how->without, c->shape);
    return ts_shape_check(arch->suite, c->shape, err);
}

/* Whether the node's launches are there at all, one way of the two and with chunks and batches or without. */
static bool is_wanted(const ts_calls *c, const ts_node_def *node)
{
    const uint64_t *size = c->graph->size;
    if (node->way & TS_WAYS && !(node->way & c->way)) return false;
    if (node->way & TS_OF_CHUNK) return size[TS_CHUNK] > 1;
    return !(node->way & TS_OF_BATCH) || size[TS_BATCH] > 1;
}

static bool has_batches(const ts_calls *c)
{
    for (size_t i = 0; i < c->uses; i++)
        if (ts_use_of(&c->use[i]) == TS_LAUNCH_BATCH) return true;
    return false;
}

static int make(ts_calls *c, const ts_calls_how *how, ts_error *err)
{
    const ts_arch *arch = c->graph->arch;
    c->target = how->target;
    c->kv = how->kv;
    c->way = way_of(how);
    if (make_shape(c, how, err)) return -1;
    for (size_t i = 0; i < arch->nodes; i++)
        if (is_wanted(c, &arch->node[i]) && add_node(c, &arch->node[i], err)) return -1;
    bool chunks = c->graph->size[TS_CHUNK] > 1;
    if ((chunks && list_calls(c, &c->chunk, TS_LAUNCH_CHUNK, err)) ||
        (has_batches(c) && list_calls(c, &c->batch, TS_LAUNCH_BATCH, err)) ||
        list_calls(c, &c->draw, TS_LAUNCH_DRAW, err))
        return -1;
    return list_calls(c, &c->token, TS_LAUNCH_TOKEN, err);
}

ts_calls *ts_calls_new(const ts_graph *g, const ts_views *v, const ts_calls_how *how, ts_error *err)
{
    ts_calls *c = calloc(1, sizeof *c);
    if (c) {
        c->graph = g;
        c->views = v;
        c->kernel = calloc(g->arch->nodes + 1, sizeof(ts_traced *));
        c->elements = calloc(g->arch->tensors + 1, sizeof *c->elements);
    }
    if (!c || !c->kernel || !c->elements)
        ts_fail(err, "no memory for the kernels of %s", g->arch->name);
    else if (!make(c, how, err))
        return c;
    ts_calls_free(c);
    return NULL;
}

void ts_calls_free(ts_calls *c)
{
    if (!c) return;
    while (c->kernels) ts_traced_free(c->kernel[--c->kernels]);
    free(c->kernel);
    free(c->use);
    free(c->token.call);
    free(c->chunk.call);
    free(c->batch.call);
    free(c->draw.call);
    free(c->elements);
    free(c->shape);
    free(c);
}
