/* calls.c - the launches of a token (calls.h). */
#include "engine/calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const cell_names[TS_NAMED_CELLS] = {
    [TS_POSITION] = "position", [TS_LENGTH] = "length", [TS_VALID] = "valid",
    [TS_TOKEN] = "token",       [TS_TOP] = "top",
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
    if (t->decides == TS_DECIDES_NORM) return c->views->norm;
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
    if (t->decides == TS_DECIDES_KV) return c->shape.kv;
    if (t->role != TS_WEIGHT) return t->dtype;
    if (t->decides == TS_DECIDES_NORM) return c->views->norm;
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

static int bind_tensor(ts_calls *c, const ts_node_def *node, const ts_param *p, int tensor,
                       ts_error *err)
{
    const ts_tensor_def *t = &c->graph->arch->tensor[tensor];
    uint64_t n = elements_of(c, tensor);
    if (!everywhere(node, t)) return FAIL(node, "%s is not in all its layers", t->name);
    if (t->each && t->role == TS_WEIGHT)
        return FAIL(node, "%s is many tensors; join them", t->name);
    if (n && n != p->n)
        return FAIL(node, "%s takes %zu elements and %s has %llu", p->name, p->n, t->name,
                    (unsigned long long)n);
    if (ts_calls_dtype(c, tensor, first_layer(c->graph, node)) != p->type)
        return FAIL(node, "%s and %s have different dtypes", p->name, t->name);
    if (p->n > c->elements[tensor]) c->elements[tensor] = p->n;
    return 0;
}

static int bind_param(ts_calls *c, ts_use *e, const ts_param *p, ts_error *err)
{
    size_t n = 0;
    const char *to = bound_to(e->node->bind, p->name, &n);
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

/* The shape with the dtype of the matrices that this node reads. */
static int shape_for(const ts_calls *c, const ts_node_def *node, ts_shape *s, ts_error *err)
{
    size_t n;
    *s = c->shape;
    for (const char *list = node->bind, *word; (word = ts_next_name(&list, &n));) {
        const char *equals = memchr(word, '=', n), *name = equals ? equals + 1 : word;
        size_t length = n - (size_t)(name - word);
        int tensor = ts_graph_tensor(c->graph->arch, name, length);
        if (tensor < 0 && cell_of(name, length) < 0)
            return FAIL(node, "no tensor is called \"%.*s\"", (int)length, name);
        if (tensor < 0 || c->graph->arch->tensor[tensor].decides != TS_DECIDES_WEIGHT) continue;
        if (!everywhere(node, &c->graph->arch->tensor[tensor]))
            continue; /* told when it is bound */
        s->weight = ts_calls_dtype(c, tensor, first_layer(c->graph, node));
    }
    return 0;
}

/* What a stage takes, in its order. */
static int stage_params(const ts_kernel_def *def, int stage, const ts_shape *s,
                        ts_param p[TS_MAX_PARAMS])
{
    ts_param all[TS_MAX_PARAMS];
    int n = def->params(s, all);
    if (!stage) {
        memcpy(p, all, (size_t)def->build_params * sizeof *p);
        return def->build_params ? def->build_params : n;
    }
    for (int i = 0; i < def->final_params; i++) {
        p[i] = all[def->final_param[i]];
        p[i].mode = p[i].mode == TS_WORK ? TS_IN : p[i].mode;
    }
    return def->final_params;
}

/* What an empty context reads, by the suite's own count. */
static uint64_t price(const ts_calls *c, const ts_use *e, const ts_kernel_def *def,
                      const ts_shape *s)
{
    const int32_t at[TS_NAMED_CELLS] = {
        [TS_LENGTH] = 1, [TS_VALID] = (int32_t)c->graph->config.vocab};
    int32_t size[TS_MAX_SIZES] = {0};
    for (int i = 0; i < e->sizes; i++) size[i] = at[e->size[i]];
    return def->bytes(s, size);
}

static int add_use(ts_calls *c, const ts_node_def *node, const ts_kernel_def *def, int stage,
                   const ts_shape *s, ts_error *err)
{
    ts_param p[TS_MAX_PARAMS];
    ts_use *e = &c->use[c->uses++];
    int n = stage_params(def, stage, s, p);
    *e = (ts_use){.node = node, .weight = s->weight};
    snprintf(e->kernel, sizeof e->kernel, "%s%s", def->name, stage ? "__final" : "");
    for (int i = 0; i < n; i++)
        if (bind_param(c, e, &p[i], err)) return -1;
    for (int i = 0; i < TS_MAX_CASE_SIZES && def->sizes[i]; i++)
        if (bind_size(c, e, def->sizes[i], err)) return -1;
    if (!stage) e->bytes = price(c, e, def, s);
    return 0;
}

/* Every word of a node must mean something to its kernel. */
static int check_words(const ts_calls *c, const ts_node_def *node, const ts_kernel_def *def,
                       const ts_shape *s, ts_error *err)
{
    size_t n;
    ts_param p[TS_MAX_PARAMS];
    int params = def->params(s, p);
    for (const char *list = node->bind, *word; (word = ts_next_name(&list, &n));) {
        const char *equals = memchr(word, '=', n);
        size_t length = equals ? (size_t)(equals - word) : n;
        bool known = false;
        for (int i = 0; i < params + TS_MAX_CASE_SIZES; i++) {
            const char *name = i < params ? p[i].name : def->sizes[i - params];
            known |= name && strlen(name) == length && !memcmp(name, word, length);
        }
        if (!known) return FAIL(node, "the kernel has no \"%.*s\"", (int)length, word);
    }
    return 0;
}

/* An earlier stage of that name: a kernel is in the module once, whichever nodes use it. */
static const ts_use *same_kernel(const ts_calls *c, const ts_node_def *node)
{
    for (size_t i = 0; i < c->uses; i++)
        if (c->use[i].node != node && !strcmp(c->use[i].kernel, node->kernel)) return &c->use[i];
    return NULL;
}

static int add_node(ts_calls *c, const ts_node_def *node, ts_error *err)
{
    ts_shape s;
    const ts_kernel_def *def = ts_kernel_find(node->kernel, err);
    const ts_use *before = same_kernel(c, node);
    if (!def || shape_for(c, node, &s, err) || check_words(c, node, def, &s, err)) return -1;
    if (before && before->weight != s.weight)
        return FAIL(node, "%s", "another node has this kernel for matrices of another dtype");
    for (int stage = 0; stage < (def->final ? 2 : 1); stage++) {
        if (add_use(c, node, def, stage, &s, err)) return -1;
        if (before) continue;
        c->kernel[c->kernels] = ts_kernel_trace(def, stage, &s, err);
        if (!c->kernel[c->kernels]) return -1;
        c->kernels++;
    }
    return 0;
}

/* ---- calls ---- */

static void call_nodes(ts_calls *c, unsigned in, uint32_t layer)
{
    for (size_t i = 0; i < c->uses; i++)
        if (c->use[i].node->in & in) c->call[c->calls++] = (ts_call){&c->use[i], layer};
}

static int list_calls(ts_calls *c, ts_error *err)
{
    uint64_t layers = c->graph->size[TS_LAYERS];
    c->call = calloc((size_t)(c->uses * (layers + 2)) + 1, sizeof *c->call);
    if (!c->call)
        return ts_fail(err, "no memory for the launches of %llu layers",
                       (unsigned long long)layers);
    call_nodes(c, TS_BEFORE, 0);
    for (uint32_t l = 0; l < layers; l++) call_nodes(c, ts_graph_kind(c->graph, l), l);
    c->before_output = c->calls;
    call_nodes(c, TS_AFTER, 0);
    return 0;
}

static int make(ts_calls *c, const ts_calls_how *how, ts_error *err)
{
    const ts_graph *g = c->graph;
    c->shape = ts_shape_base;
    g->arch->shape(&g->config, (uint32_t)g->size[TS_CTX], &c->shape);
    if (c->views->dtype == TS_f32 || c->views->dtype == TS_f16) c->shape.weight = c->views->dtype;
    c->shape.norm = c->views->norm;
    c->shape.kv = how->kv;
    ts_ablation_shape(how->without, how->target, &c->shape);
    c->way = ts_ablation_fused(how->without, how->target) ? TS_FUSED : TS_PLAIN;
    if (ts_shape_check(&c->shape, err)) return -1;
    for (size_t i = 0; i < g->arch->nodes; i++) {
        const ts_node_def *node = &g->arch->node[i];
        if ((!node->way || node->way & c->way) && add_node(c, node, err)) return -1;
    }
    return list_calls(c, err);
}

ts_calls *ts_calls_new(const ts_graph *g, const ts_views *v, const ts_calls_how *how, ts_error *err)
{
    enum { STAGES = 2 };
    ts_calls *c = calloc(1, sizeof *c);
    size_t most = STAGES * g->arch->nodes + 1;
    if (c) {
        c->graph = g;
        c->views = v;
        c->kernel = calloc(most, sizeof(ts_kern *));
        c->use = calloc(most, sizeof *c->use);
        c->elements = calloc(g->arch->tensors + 1, sizeof *c->elements);
    }
    if (!c || !c->kernel || !c->use || !c->elements)
        ts_fail(err, "no memory for the kernels of %s", g->arch->name);
    else if (!make(c, how, err))
        return c;
    ts_calls_free(c);
    return NULL;
}

void ts_calls_free(ts_calls *c)
{
    if (!c) return;
    while (c->kernels) ts_free(c->kernel[--c->kernels]);
    free(c->kernel);
    free(c->use);
    free(c->call);
    free(c->elements);
    free(c);
}
