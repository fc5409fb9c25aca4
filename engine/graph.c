/* graph.c - an architecture's tables at the sizes of one model (graph.h). */
#include "engine/graph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- sizes ---- */

uint32_t ts_graph_rank(const ts_tensor_def *t)
{
    uint32_t rank = 0;
    while (rank < TS_GRAPH_RANK && t->dim[rank]) rank++;
    return rank;
}

uint64_t ts_graph_dim(const ts_graph *g, const ts_tensor_def *t, uint32_t i)
{
    uint64_t n = g->size[t->dim[i]];
    return t->share && i + 1 == ts_graph_rank(t) ? (n + t->share - 1) / t->share : n;
}

uint64_t ts_graph_elements(const ts_graph *g, const ts_tensor_def *t)
{
    uint64_t n = t->dim[0] != 0;
    for (uint32_t i = 0; i < ts_graph_rank(t); i++)
        if (__builtin_mul_overflow(n, ts_graph_dim(g, t, i), &n)) return UINT64_MAX;
    return n;
}

uint64_t ts_graph_each(const ts_graph *g, const ts_tensor_def *t)
{
    return t->each ? g->size[t->each] : 1;
}

unsigned ts_graph_kind(const ts_graph *g, uint32_t layer)
{
    return g->arch->kind ? g->arch->kind(&g->config, layer) : TS_KIND;
}

bool ts_graph_tied(const ts_graph *g, const ts_tensor_def *t)
{
    return t->tied && g->config.tied;
}

/* ---- names ---- */

const char *ts_next_name(const char **list, size_t *length)
{
    const char *at = *list ? *list + strspn(*list, " ") : "";
    *length = strcspn(at, " ");
    *list = at + *length;
    return *length ? at : NULL;
}

int ts_graph_tensor(const ts_arch *arch, const char *name, size_t length)
{
    for (size_t i = 0; name && i < arch->tensors; i++) {
        const char *is = arch->tensor[i].name;
        if (strlen(is) == length && !memcmp(is, name, length)) return (int)i;
    }
    return -1;
}

void ts_slot_name(const ts_slot *s, char name[TS_SLOT_NAME])
{
    size_t n = 0;
    for (const char *at = s->def->file ? s->def->file : s->def->name; *at; at++) {
        int used = 1;
        if (n + 12 > TS_SLOT_NAME) break;
        if (*at == '#' || *at == '*')
            used = snprintf(name + n, TS_SLOT_NAME - n, "%u", *at == '#' ? s->layer : s->member);
        else
            name[n] = *at;
        n += (size_t)used;
    }
    name[n] = 0;
}

/* ---- slots ---- */

ptrdiff_t ts_graph_slot(const ts_graph *g, int tensor, uint32_t layer)
{
    uint64_t layers = g->size[TS_LAYERS];
    uint32_t at = g->first[(uint64_t)tensor * layers + (g->arch->tensor[tensor].in ? layer : 0)];
    return at == UINT32_MAX ? -1 : (ptrdiff_t)at;
}

static void add_slots(ts_graph *g, size_t tensor, uint32_t layer)
{
    const ts_tensor_def *t = &g->arch->tensor[tensor];
    g->first[tensor * g->size[TS_LAYERS] + layer] = (uint32_t)g->slots;
    for (uint32_t i = 0; i < ts_graph_each(g, t); i++) g->slot[g->slots++] = (ts_slot){t, layer, i};
}

static void add_layers(ts_graph *g)
{
    for (uint32_t l = 0; l < g->size[TS_LAYERS]; l++)
        for (size_t i = 0; i < g->arch->tensors; i++)
            if (g->arch->tensor[i].in & ts_graph_kind(g, l)) add_slots(g, i, l);
}

static void fill_slots(ts_graph *g)
{
    bool layers = false;
    for (size_t i = 0; i < g->arch->tensors; i++) {
        bool inside = g->arch->tensor[i].in != 0;
        if (inside && !layers) add_layers(g);
        if (!inside) add_slots(g, i, 0);
        layers |= inside;
    }
}

/* As many slots as there can be: kinds of layers only leave some out. */
static size_t most_slots(const ts_graph *g)
{
    uint64_t n = 0;
    for (size_t i = 0; i < g->arch->tensors; i++)
        n += ts_graph_each(g, &g->arch->tensor[i]) *
             (g->arch->tensor[i].in ? g->size[TS_LAYERS] : 1);
    return (size_t)n;
}

ts_graph *ts_graph_new(const ts_arch *arch, const ts_config *c, uint32_t ctx, ts_error *err)
{
    ts_graph *g = calloc(1, sizeof *g);
    if (g) {
        g->arch = arch;
        g->config = *c;
        g->size[TS_LAYERS] = c->layers;
        g->size[TS_CTX] = ctx;
        g->size[TS_TOKENS] = g->size[TS_CHUNK] = g->size[TS_SEQUENCES] = g->size[TS_BATCH] = 1;
        arch->sizes(c, g->size);
        g->slot = calloc(most_slots(g) + 1, sizeof *g->slot);
        g->first = malloc((arch->tensors * c->layers + 1) * sizeof *g->first);
    }
    if (!g || !g->slot || !g->first) {
        ts_graph_free(g);
        ts_fail(err, "no memory for the tensors of %u layers", c->layers);
        return NULL;
    }
    memset(g->first, 0xff, arch->tensors * c->layers * sizeof *g->first);
    fill_slots(g);
    return g;
}

void ts_graph_free(ts_graph *g)
{
    if (!g) return;
    free(g->slot);
    free(g->first);
    free(g);
}
