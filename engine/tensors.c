/* tensors.c - buffers for the tensors of a graph: those that a model's sequences share (weights, tables),
 * and those that each has for itself (states, activations, cells). Only what a launch reads or writes
 * gets one. */
#include "engine/model.h"

#include <stdlib.h>
#include <string.h>

/* ---- weights ---- */

static size_t count(const ts_weight *w)
{
    return (size_t)w->rows * w->cols;
}

/* Of element i of codes. */
static float scale_of(const ts_weight *w, size_t i)
{
    uint32_t code = 0;
    size_t each = ts_storage(w->scale->dtype, 1), share = i % w->cols / TS_SHARE;
    size_t at = i / w->cols * w->scale->cols + share;
    memcpy(&code, (const char *)w->scale->data + at * each, each);
    return (float)ts_decode(w->scale->dtype, code);
}

static float widened(const ts_weight *w, size_t i)
{
    bool packed = w->dtype == TS_i4 || w->dtype == TS_f4e2m1;
    uint32_t code = 0;
    memcpy(&code, (const char *)w->data + (packed ? i / 2 : i * ts_storage(w->dtype, 1)),
           ts_storage(w->dtype, 1));
    if (packed) code = code >> i % 2 * 4 & 15;
    float x = (float)ts_decode(w->dtype, code);
    return w->scale ? x * scale_of(w, i) : x;
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

static int put_weight(ts_buffer *b, size_t *at, const ts_weight *w, ts_dtype t, ts_error *err)
{
    size_t bytes = w->dtype == t ? (size_t)w->bytes : ts_storage(t, count(w));
    int rc =
        w->dtype == t ? ts_buffer_put(b, *at, w->data, bytes, err) : put_widened(b, *at, w, err);
    *at += bytes;
    return rc;
}

/* In place where the device can, and where it is of the dtype that kernels read. */
static ts_buffer *weight(const ts_model *m, const ts_weight *w, ts_dtype t, ts_error *err)
{
    size_t at = 0;
    if (w->dtype == t) return ts_buffer_wrap(m->device, w->data, (size_t)w->bytes, err);
    ts_buffer *b = ts_buffer_new(m->device, ts_storage(t, count(w)), err);
    if (b && !put_weight(b, &at, w, t, err)) return b;
    ts_buffer_free(b);
    return NULL;
}

static int put_parts(const ts_model *m, ts_buffer *b, const ts_slot *s, ts_dtype t, ts_error *err)
{
    size_t n, at = 0;
    const ts_graph *g = m->graph;
    for (const char *list = s->def->parts, *name; (name = ts_next_name(&list, &n));) {
        int tensor = ts_graph_tensor(g->arch, name, n);
        const ts_weight *w = &m->views->view[ts_graph_slot(g, tensor, s->layer)];
        for (uint64_t i = 0; i < ts_graph_each(g, &g->arch->tensor[tensor]); i++)
            if (put_weight(b, &at, &w[i], t, err)) return -1;
    }
    return 0;
}

static ts_buffer *joined(const ts_model *m, const ts_slot *s, ts_dtype t, uint64_t bytes,
                         ts_error *err)
{
    ts_buffer *b = ts_buffer_new(m->device, bytes, err);
    if (b && !put_parts(m, b, s, t, err)) return b;
    ts_buffer_free(b);
    return NULL;
}

static ts_buffer *table(const ts_model *m, const ts_slot *s, uint64_t bytes, ts_error *err)
{
    ts_buffer *b = ts_buffer_new(m->device, bytes, err);
    float *x = b ? malloc(bytes) : NULL;
    if (b && !x)
        ts_fail(err, "no memory for the table %s of %zu bytes", s->def->name, (size_t)bytes);
    if (x) s->def->fill(&m->graph->config, m->graph->size, x);
    int rc = x ? ts_buffer_put(b, 0, x, bytes, err) : -1;
    free(x);
    if (!rc) return b;
    ts_buffer_free(b);
    return NULL;
}

/* ---- all of a graph ---- */

static int tensor_of(const ts_graph *g, size_t slot)
{
    return (int)(g->slot[slot].def - g->arch->tensor);
}

static ts_buffer *shared_buffer(const ts_model *m, const ts_calls *c, size_t slot, ts_error *err)
{
    const ts_slot *s = &m->graph->slot[slot];
    int tensor = tensor_of(m->graph, slot);
    ts_dtype t = ts_calls_dtype(c, tensor, s->layer);
    uint64_t bytes = ts_calls_bytes(c, tensor, s->layer);
    if (s->def->role == TS_WEIGHT) return weight(m, &m->views->view[slot], t, err);
    return s->def->role == TS_JOINED ? joined(m, s, t, bytes, err) : table(m, s, bytes, err);
}

/* The slot whose buffer this one's is: of a tied weight, the one that stands for it. Devices that copy would
 * hold it twice. */
static size_t home_of(const ts_graph *g, size_t slot)
{
    const ts_tensor_def *t = g->slot[slot].def;
    if (!ts_graph_tied(g, t)) return slot;
    int other = ts_graph_tensor(g->arch, t->tied, strlen(t->tied));
    return (size_t)ts_graph_slot(g, other, g->slot[slot].layer);
}

static bool is_of_sequence(ts_role role)
{
    return role == TS_STATE || role == TS_ACTIVATION;
}

static ts_buffer **buffer_list(const ts_graph *g, ts_error *err)
{
    ts_buffer **b = calloc(g->slots + 1, sizeof(ts_buffer *));
    if (!b) ts_fail(err, "no memory for the list of %zu buffers", g->slots);
    return b;
}

int ts_model_buffers(ts_model *m, const ts_calls *c, ts_error *err)
{
    m->buffer = buffer_list(m->graph, err);
    for (size_t i = 0; m->buffer && i < m->graph->slots; i++) {
        size_t at = home_of(m->graph, i);
        if (is_of_sequence(m->graph->slot[i].def->role) || !c->elements[tensor_of(m->graph, i)] ||
            m->buffer[at])
            continue;
        m->buffer[at] = shared_buffer(m, c, i, err);
        if (!m->buffer[at]) return -1;
    }
    return m->buffer ? 0 : -1;
}

int ts_sequence_buffers(ts_sequence *s, ts_error *err)
{
    const ts_graph *g = s->model->graph;
    s->cells = ts_buffer_new(s->model->device, (size_t)TS_CELLS * 4, err);
    s->buffer = buffer_list(g, err);
    if (!s->cells || !s->buffer) return -1;
    for (size_t i = 0; i < g->slots; i++) {
        int tensor = tensor_of(g, i);
        if (!is_of_sequence(g->slot[i].def->role) || !s->calls->elements[tensor]) continue;
        uint64_t bytes = ts_calls_bytes(s->calls, tensor, g->slot[i].layer);
        s->buffer[i] = ts_buffer_new(s->model->device, bytes, err);
        if (!s->buffer[i]) return -1;
        const char *name = g->slot[i].def->name;
        if (!strcmp(name, g->arch->logits)) s->logits = s->buffer[i];
        if (g->arch->tokens && !strcmp(name, g->arch->tokens)) s->tokens = s->buffer[i];
        if (g->arch->shares && !strcmp(name, g->arch->shares)) s->shares = s->buffer[i];
    }
    return 0;
}

void ts_buffers_free(ts_buffer **buffer, size_t n)
{
    for (size_t i = 0; buffer && i < n; i++) ts_buffer_free(buffer[i]);
    free(buffer);
}

ts_dtype ts_sequence_dtype(const ts_sequence *s, size_t slot)
{
    const ts_graph *g = s->model->graph;
    return ts_calls_dtype(s->calls, tensor_of(g, slot), g->slot[slot].layer);
}

ts_ref ts_sequence_ref(const ts_sequence *s, const ts_call *call, int arg)
{
    const ts_arg_of *a = &call->use->arg[arg];
    if (a->cell >= 0) return (ts_ref){s->cells, 4 * (size_t)a->cell};
    size_t slot = (size_t)ts_graph_slot(s->model->graph, a->tensor, call->layer);
    ts_buffer *own = s->buffer[slot];
    return (ts_ref){own ? own : s->model->buffer[home_of(s->model->graph, slot)], 0};
}
