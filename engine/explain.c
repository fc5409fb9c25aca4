/* explain.c - why the logits of a sequence are no numbers.
 *
 * Only asked when they are not, so it takes its time. What is no number anywhere reaches the logits of
 * every later token through the cache (kernels make NaN of what a cache cannot hold). So:
 *
 *   1   the first position that has a bad key or value in any layer; else the last
 *   2   its token once more, launch by launch, looking at what each has written; where that is sound, the
 *       tokens behind it that were in its chunk: a bad value reaches those before it, weighing 0, which
 *       times NaN is NaN
 *   3   the weights that the first bad launch reads */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/finite.h"
#include "engine/model.h"

static size_t bad_in(const ts_buffer *b, size_t offset, ts_dtype t, size_t n, ts_error *err)
{
    size_t first, bad = 0;
    void *copy = malloc(ts_storage(t, n));
    if (!copy)
        ts_fail(err, "no memory to look at %zu numbers", n);
    else if (!ts_buffer_get(b, offset, copy, ts_storage(t, n), err))
        bad = ts_nonfinite(copy, t, n, &first);
    free(copy);
    return bad;
}

/* ---- the first bad position ---- */

/* Of positions from..to-1 of a state:  [before][ctx][behind] */
static bool bad_state(const ts_sequence *s, size_t slot, uint32_t from, uint32_t to, ts_error *err)
{
    const ts_graph *g = s->model->graph;
    const ts_tensor_def *t = g->slot[slot].def;
    size_t before = 1, behind = 1, bad = 0;
    bool seen = false;
    for (uint32_t i = 0; i < ts_graph_rank(t); i++) {
        bool ctx = t->dim[i] == TS_CTX;
        if (!ctx) *(seen ? &behind : &before) *= g->size[t->dim[i]];
        seen |= ctx;
    }
    for (size_t i = 0; i < before; i++) {
        ts_dtype type = ts_sequence_dtype(s, slot);
        size_t at = (i * g->size[TS_CTX] + from) * ts_storage(type, behind);
        bad += bad_in(s->buffer[slot], at, type, (to - from) * behind, err);
    }
    return bad > 0;
}

static bool bad_before(const ts_sequence *s, uint32_t position, ts_error *err)
{
    const ts_graph *g = s->model->graph;
    bool bad = false;
    for (size_t i = 0; i < g->slots && !bad && position; i++)
        if (s->buffer[i] && g->slot[i].def->role == TS_STATE)
            bad = bad_state(s, i, 0, position, err);
    return bad;
}

bool ts_sequence_cache_is_bad(ts_sequence *s, ts_error *err)
{
    return bad_before(s, s->position, err);
}

/* By halves: positions before lo are good, some before hi is not. */
static uint32_t first_position(const ts_sequence *s, ts_error *err)
{
    uint32_t lo = 0, hi = s->position;
    if (!bad_before(s, hi, err)) return hi - 1;
    while (hi - lo > 1) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (bad_before(s, middle, err))
            hi = middle;
        else
            lo = middle;
    }
    return lo;
}

/* ---- the first bad launch ---- */

/* Workspaces of one kernel (without dims) may hold infinities that mean something to it. */
static bool is_looked_at(const ts_sequence *s, size_t slot)
{
    const ts_tensor_def *t = s->model->graph->slot[slot].def;
    return s->buffer[slot] && t->role == TS_ACTIVATION && t->dtype == TS_f32 && t->dim[0];
}

static bool bad_activations(const ts_sequence *s, ts_error *err)
{
    size_t bad = 0;
    for (size_t i = 0; i < s->model->graph->slots; i++)
        if (is_looked_at(s, i))
            bad += bad_in(s->buffer[i], 0, TS_f32, ts_buffer_bytes(s->buffer[i]) / 4, err);
    return bad > 0;
}

static int forget(ts_buffer *b, ts_error *err)
{
    void *zeros = calloc(1, ts_buffer_bytes(b));
    int rc = zeros ? ts_buffer_put(b, 0, zeros, ts_buffer_bytes(b), err)
                   : ts_fail(err, "no memory to look for what is no number");
    free(zeros);
    return rc;
}

/* What an earlier step has left there would be taken for what this one writes. */
static int forget_activations(const ts_sequence *s, ts_error *err)
{
    for (size_t i = 0; i < s->model->graph->slots; i++)
        if (is_looked_at(s, i) && forget(s->buffer[i], err)) return -1;
    return 0;
}

/* The slot of a state that a call writes, by argument; -1: it is none. */
static ptrdiff_t written_state(const ts_sequence *s, const ts_call *call, int arg)
{
    const ts_arg_of *a = &call->use->arg[arg];
    const ts_graph *g = s->model->graph;
    if (a->tensor < 0 || a->mode == TS_IN || g->arch->tensor[a->tensor].role != TS_STATE) return -1;
    return ts_graph_slot(g, a->tensor, call->layer);
}

static bool appends(const ts_sequence *s, const ts_call *call)
{
    for (int i = 0; i < call->use->args; i++)
        if (written_state(s, call, i) >= 0) return true;
    return false;
}

static bool bad_append(const ts_sequence *s, const ts_call *call, uint32_t position, ts_error *err)
{
    bool bad = false;
    for (int i = 0; i < call->use->args; i++) {
        ptrdiff_t slot = written_state(s, call, i);
        if (slot >= 0) bad |= bad_state(s, (size_t)slot, position, position + 1, err);
    }
    return bad;
}

/* Index of the first launch after which something is no number, or the number of all. */
static size_t first_launch(const ts_sequence *s, const ts_steps *steps, uint32_t position,
                           ts_error *err)
{
    const uint32_t cells[] = {[TS_POSITION] = position,
                              [TS_LENGTH] = position + 1,
                              [TS_ROWS] = 1,
                              [TS_VALID] = s->valid,
                              [TS_TOKEN] = (uint32_t)s->token[position]};
    if (forget_activations(s, err) || ts_buffer_put(s->cells, 0, cells, sizeof cells, err))
        return steps->n;
    for (size_t i = 0; i < steps->n; i++)
        if (ts_step_run(steps->step[i], err) || bad_activations(s, err) ||
            bad_append(s, &s->calls->token.call[i], position, err))
            return i;
    return steps->n;
}

/* ---- the words ---- */

/* Of `each` weights alike, from a slot on. */
static bool blame(const ts_model *m, int tensor, uint32_t layer, char *out, size_t cap)
{
    const ts_graph *g = m->graph;
    ptrdiff_t at = ts_graph_slot(g, tensor, layer);
    for (uint64_t i = 0; i < ts_graph_each(g, &g->arch->tensor[tensor]); i++) {
        char name[TS_SLOT_NAME];
        const ts_weight *w = &m->views->view[(size_t)at + i];
        const ts_tensor_def *t = &g->arch->tensor[tensor];
        size_t first, bad = 0;
        if (!t->stored) bad = ts_nonfinite(w->data, w->dtype, (size_t)w->rows * w->cols, &first);
        if (!bad) continue;
        if (ts_graph_tied(g, t))
            at = ts_graph_slot(g, ts_graph_tensor(g->arch, t->tied, strlen(t->tied)), layer);
        ts_slot_name(&g->slot[(size_t)at + i], name);
        ts_nonfinite_text(out, cap, name, bad, first);
        return true;
    }
    return false;
}

/* A weight that the call reads is no number: says which. */
static bool blame_weights(const ts_model *m, const ts_call *call, char *out, size_t cap)
{
    const ts_arch *arch = m->graph->arch;
    for (int i = 0; i < call->use->args; i++) {
        int tensor = call->use->arg[i].tensor;
        size_t n;
        if (tensor < 0) continue;
        const ts_tensor_def *t = &arch->tensor[tensor];
        if (t->role == TS_WEIGHT && blame(m, tensor, call->layer, out, cap)) return true;
        if (t->role != TS_JOINED) continue;
        for (const char *list = t->parts, *name; (name = ts_next_name(&list, &n));)
            if (blame(m, ts_graph_tensor(arch, name, n), call->layer, out, cap)) return true;
    }
    return false;
}

static const char *dtype_name(ts_dtype t)
{
    return t == TS_f32 ? "f32" : t == TS_f16 ? "f16" : "bf16";
}

/* Why the launch, whose inputs are numbers, makes something else. */
static void write_cause(const ts_sequence *s, const ts_call *call, char *out, size_t cap)
{
    if (blame_weights(s->model, call, out, cap)) return;
    if (appends(s, call) && s->kv != TS_f32 && s->kv != TS_i8)
        snprintf(out, cap, "a key or value does not fit a cache in %s; use --kv %s",
                 dtype_name(s->kv), s->kv == TS_f16 ? "bf16" : "f32");
    else
        snprintf(out, cap, "its weights are finite, what they make is beyond f32");
}

static int report(const ts_sequence *s, const ts_call *call, uint32_t position, ts_error *err)
{
    char where[64], cause[256];
    unsigned in = call->use->node->in;
    if (in == TS_BEFORE)
        snprintf(where, sizeof where, "the embedding");
    else if (in == TS_AFTER)
        snprintf(where, sizeof where, "the output after the last layer");
    else
        snprintf(where, sizeof where, "layer %u", call->layer);
    write_cause(s, call, cause, sizeof cause);
    return ts_fail(err,
                   "the logits are not numbers: the first that is not finite is made by %s (%s, "
                   "position %u); %s",
                   where, call->use->kernel, position, cause);
}

/* A sound position that was done again left its own largest logit. */
static int stay_bad(ts_sequence *s, ts_error *err)
{
    float top = NAN;
    return ts_buffer_put(s->cells, 4 * TS_TOP, &top, sizeof top, err);
}

int ts_sequence_explain(ts_sequence *s, ts_error *err)
{
    ts_steps steps = {0};
    uint32_t first = first_position(s, err), position = first, chunk = s->model->info.chunk;
    size_t launch = 0;
    if (ts_failed(err)) return -1;
    if (s->token[position] < 0)
        return ts_fail(err,
                       "the logits are not numbers; the first position that is not finite is "
                       "%u, whose token is not known here",
                       position);
    if (!ts_sequence_singles(s, &steps, err)) launch = first_launch(s, &steps, position, err);
    size_t n = steps.n;
    while (launch == n && !ts_failed(err) && position + 1 < s->position &&
           position + 1 - first < chunk && s->token[position + 1] >= 0)
        launch = first_launch(s, &steps, ++position, err);
    ts_steps_free(&steps);
    if (ts_failed(err) || stay_bad(s, err)) return -1;
    if (launch < n) return report(s, &s->calls->token.call[launch], position, err);
    return ts_fail(err,
                   "the logits after %u token%s are not numbers, though each launch of position "
                   "%u, done again, makes numbers: the device does not compute reliably",
                   s->position, s->position == 1 ? "" : "s", first);
}
