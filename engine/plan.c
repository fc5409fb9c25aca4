/* plan.c - the memory plan (plan.h), read from a graph and its calls: what buffers will take, and what
 * launches read. */
#include "engine/plan.h"
#include "tessera/c_locale.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- sums that stay at ~0 once they would wrap ---- */

static void add(uint64_t *sum, uint64_t x)
{
    if (__builtin_add_overflow(*sum, x, sum)) *sum = UINT64_MAX;
}

/* ---- memory ---- */

static void count_weights(ts_budget *p, const ts_calls *c)
{
    uint64_t *to = &p->embed; /* what comes before the first layer, in layers, behind them */
    for (size_t i = 0; i < c->graph->slots; i++) {
        const ts_slot *s = &c->graph->slot[i];
        const ts_weight *w = &c->views->view[i];
        if (s->def->role == TS_WEIGHT && s->def->in)
            to = &p->layers;
        else if (to == &p->layers)
            to = &p->output;
        p->tied |= ts_graph_tied(c->graph, s->def);
        if (!ts_slot_is_stored(c->graph, s)) continue;
        add(to, w->bytes);
        add(&p->weights, w->bytes);
        if (!s->def->share) p->params += (uint64_t)w->rows * w->cols;
    }
}

/* Of the buffers of one slot on the device, beside the weights that are used as they lie. */
static void count_buffer(ts_budget *p, const ts_calls *c, int tensor, uint32_t layer)
{
    const ts_graph *g = c->graph;
    const ts_tensor_def *t = &g->arch->tensor[tensor];
    ptrdiff_t slot = ts_graph_slot(g, tensor, layer);
    if (slot < 0 || !c->elements[tensor]) return;
    uint64_t bytes = ts_calls_bytes(c, tensor, layer);
    if (t->role == TS_STATE)
        add(&p->kv, bytes);
    else if (t->role == TS_ACTIVATION)
        add(&p->activations, bytes);
    else if (t->role != TS_WEIGHT || ts_calls_dtype(c, tensor, layer) != c->views->view[slot].dtype)
        add(&p->copies, bytes);
}

static void count_buffers(ts_budget *p, const ts_calls *c)
{
    for (size_t i = 0; i < c->graph->arch->tensors; i++) {
        bool layers = c->graph->arch->tensor[i].in != 0;
        for (uint32_t l = 0; l < (layers ? c->graph->size[TS_LAYERS] : 1); l++)
            count_buffer(p, c, (int)i, l);
    }
    add(&p->activations, (uint64_t)TS_CELLS * 4);
}

/* ---- what a token costs ---- */

static void count_arg(const ts_calls *c, int tensor, uint32_t layer, uint64_t *bytes,
                      uint64_t *flops)
{
    const ts_tensor_def *t = &c->graph->arch->tensor[tensor];
    if (t->role != TS_WEIGHT && t->role != TS_JOINED) return;
    uint64_t all = ts_calls_bytes(c, tensor, layer);
    if (t->rows) {
        add(bytes, all / c->graph->size[t->dim[0]] * c->graph->size[t->rows]);
        return;
    }
    add(bytes, all);
    if (t->decides && !t->widens) add(flops, 2 * c->elements[tensor]);
}

/* Stages of a kernel share params: what the next one takes, too, is read there. */
static bool is_left(const ts_call_list *of, size_t call, int tensor)
{
    const ts_call *is = &of->call[call], *next = is + 1;
    if (call + 1 >= of->calls || next->layer != is->layer) return false;
    if (next->use->node != is->use->node || next->use->stage <= is->use->stage) return false;
    for (int k = 0; k < next->use->args; k++)
        if (next->use->arg[k].tensor == tensor) return true;
    return false;
}

static void count_calls(ts_budget *p, const ts_calls *c)
{
    for (size_t i = 0; i < c->token.calls; i++) {
        const ts_use *e = c->token.call[i].use;
        bool output = i >= c->token.before_output, layer = e->node->in >= TS_KIND;
        uint64_t bytes = 0;
        for (int k = 0; k < e->args; k++)
            if (e->arg[k].tensor >= 0 && !is_left(&c->token, i, e->arg[k].tensor))
                count_arg(c, e->arg[k].tensor, c->token.call[i].layer, &bytes,
                          output ? &p->output_flops : &p->layer_flops);
        add(&p->token_bytes, bytes);
        if (layer) add(&p->token_layers_bytes, bytes);
        if (output) add(&p->output_bytes, bytes);
    }
}

/* What its launches read of weights, up to the output: once, but what each token looks up. */
static void count_chunk(ts_budget *p, const ts_calls *c)
{
    for (size_t i = 0; i < c->chunk.before_output; i++) {
        const ts_call *call = &c->chunk.call[i];
        for (int k = 0; k < call->use->args; k++) {
            int tensor = call->use->arg[k].tensor;
            uint64_t none = 0, bytes = 0;
            if (tensor < 0 || is_left(&c->chunk, i, tensor)) continue;
            count_arg(c, tensor, call->layer, &bytes, &none);
            add(c->graph->arch->tensor[tensor].rows ? &p->row_bytes : &p->chunk_bytes, bytes);
        }
    }
}

int ts_budget_make(ts_budget *p, const ts_calls *c, bool mapped, ts_error *err)
{
    const ts_graph *g = c->graph;
    *p = (ts_budget){.ctx = (uint32_t)g->size[TS_CTX], .dtype = c->views->dtype};
    p->kv_dtype = c->kv;
    p->mapped = mapped;
    count_weights(p, c);
    count_buffers(p, c);
    count_calls(p, c);
    count_chunk(p, c);
    p->position_bytes = p->kv / p->ctx;
    p->position_flops = g->arch->position_flops(&g->config);
    p->workspace = p->activations;
    add(&p->workspace, p->copies);
    p->total = p->weights;
    add(&p->total, p->kv);
    add(&p->total, p->workspace);
    if (p->total != UINT64_MAX) return 0;
    return ts_fail(err,
                   "a model of this shape with a context of %u does not fit 64-bit sizes; "
                   "choose a smaller --ctx",
                   p->ctx);
}

static double gb(uint64_t bytes)
{
    return (double)bytes / 1e9;
}

int ts_budget_text(const ts_budget *p, char *out, size_t cap)
{
    TS_C_LOCALE;
    return snprintf(
        out, cap,
        "weights   %8.3f GB  %s, %.3f billion parameters%s: layers %.3f GB, "
        "embedding %.3f GB, output %s%.3f GB\n"
        "KV cache  %8.3f GB  %s, %u positions of %.1f kB\n"
        "work      %8.3f GB\n"
        "total     %8.3f GB\n"
        "a token reads %.3f GB (layers %.3f GB, output matrix %.3f GB) and %.1f kB more "
        "for each position before it\n",
        gb(p->weights), ts_weights_name(p->dtype), (double)p->params / 1e9,
        p->mapped ? ", mapped from files" : "", gb(p->layers), gb(p->embed),
        p->tied ? "(the same) " : "", gb(p->output), gb(p->kv), ts_weights_name(p->kv_dtype),
        p->ctx, (double)p->position_bytes / 1e3, gb(p->workspace), gb(p->total), gb(p->token_bytes),
        gb(p->token_layers_bytes), gb(p->output_bytes), (double)p->position_bytes / 1e3);
}

/* A power of two that fits, or 0 where even 1 does not. The workspace is counted as for the context
 * asked for, so the answer errs on the small side. */
static uint32_t largest_ctx(const ts_budget *p, uint64_t available)
{
    uint64_t fixed = p->weights + p->workspace, n;
    uint32_t round = 1;
    if (fixed >= available || !p->position_bytes) return 0;
    n = (available - fixed) / p->position_bytes;
    while (round < p->ctx && (uint64_t)round * 2 <= n) round *= 2;
    return n && round < p->ctx ? round : 0;
}

int ts_budget_fits(const ts_budget *p, uint64_t available, ts_error *err)
{
    uint32_t ctx;
    if (p->total <= available) return 0;
    ctx = largest_ctx(p, available);
    if (ctx >= 64)
        return ts_fail(err, "the model needs %.2f GB and %.2f GB are available; --ctx %u fits",
                       gb(p->total), gb(available), ctx);
    return ts_fail(err,
                   "the model needs %.2f GB (weights %.2f, KV cache %.2f, work %.2f) and %.2f GB "
                   "are available; free memory, or choose a smaller model or dtype",
                   gb(p->total), gb(p->weights), gb(p->kv), gb(p->workspace), gb(available));
}
