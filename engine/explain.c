/* explain.c - why the logits of a sequence are no numbers.
 *
 * Only asked when they are not, so it takes its time. What is no number anywhere reaches the logits of
 * every later token through the cache (kv_append makes NaN of what a cache cannot hold). So:
 *
 *   1   the first position that has a bad key or value in any layer; else the last
 *   2   its token once more, launch by launch, looking at what each has written
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

/* Of positions from..to-1 of both caches of a layer:  [kv head][ctx][head_dim] */
static bool bad_cache(ts_engine *e, uint32_t layer, uint32_t from, uint32_t to, ts_error *err)
{
    const ts_layer_buffers *b = &e->layer[layer];
    size_t dh = (size_t)e->shape.head_dim, row = ts_storage(e->info.kv, dh), bad = 0;
    for (size_t h = 0; h < (size_t)e->shape.kv_heads; h++) {
        size_t at = (h * e->info.ctx + from) * row, n = (to - from) * dh;
        bad += bad_in(b->kcache, at, e->info.kv, n, err);
        bad += bad_in(b->vcache, at, e->info.kv, n, err);
    }
    return bad > 0;
}

static bool bad_before(ts_engine *e, uint32_t position, ts_error *err)
{
    bool bad = false;
    for (uint32_t i = 0; i < e->info.layers && !bad && position; i++)
        bad = bad_cache(e, i, 0, position, err);
    return bad;
}

bool ts_engine_cache_is_bad(ts_engine *e, ts_error *err)
{
    return bad_before(e, e->position, err);
}

/* By halves: positions before lo are good, some before hi is not. */
static uint32_t first_position(ts_engine *e, ts_error *err)
{
    uint32_t lo = 0, hi = e->position;
    if (!bad_before(e, hi, err)) return hi - 1;
    while (hi - lo > 1) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (bad_before(e, middle, err))
            hi = middle;
        else
            lo = middle;
    }
    return lo;
}

/* ---- the first bad launch ---- */

static bool bad_activations(ts_engine *e, ts_error *err)
{
    ts_buffer *const all[] = {e->x, e->normed, e->q, e->k, e->v, e->attended, e->inner, e->logits};
    size_t bad = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        bad += bad_in(all[i], 0, TS_f32, ts_buffer_bytes(all[i]) / 4, err);
    return bad > 0;
}

/* What an earlier step has left there would be taken for what this one writes. */
static int forget_activations(ts_engine *e, ts_error *err)
{
    ts_buffer *const all[] = {e->x, e->normed, e->q, e->k, e->v, e->attended, e->inner, e->logits};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        void *zeros = calloc(1, ts_buffer_bytes(all[i]));
        int rc = zeros ? ts_buffer_put(all[i], 0, zeros, ts_buffer_bytes(all[i]), err)
                       : ts_fail(err, "no memory to look for what is no number");
        free(zeros);
        if (rc) return -1;
    }
    return 0;
}

static bool appends(const char *kernel)
{
    return strstr(kernel, "append") != NULL;
}

/* The launches of a layer; the embedding is before the first. */
static size_t per_layer(const ts_engine *e)
{
    return e->fused ? 6 : 12;
}

/* Index of the first launch after which something is no number, or the number of all. */
static size_t first_launch(ts_engine *e, const ts_steps *s, uint32_t position, ts_error *err)
{
    const uint32_t cells[] = {position, position + 1, e->valid, (uint32_t)e->token[position]};
    if (forget_activations(e, err) || ts_buffer_put(e->cells, 0, cells, sizeof cells, err))
        return s->n;
    for (size_t i = 0; i < s->n; i++) {
        if (ts_step_run(s->step[i], err) || bad_activations(e, err)) return i;
        uint32_t layer = i ? (uint32_t)((i - 1) / per_layer(e)) : 0;
        if (appends(e->note[i].kernel) && bad_cache(e, layer, position, position + 1, err))
            return i;
    }
    return s->n;
}

/* ---- the words ---- */

typedef struct culprit {
    const char *prefix; /* of the names of the tensors in question */
    char name[96];
    size_t bad, first;
} culprit;

static int look_at(void *arg, const char *name, uint32_t rank, const uint32_t dim[2], ts_weight *at)
{
    culprit *c = arg;
    (void)rank;
    (void)dim;
    if (strncmp(name, c->prefix, strlen(c->prefix)) != 0) return 0;
    c->bad = ts_nonfinite(at->data, at->dtype, (size_t)at->rows * at->cols, &c->first);
    snprintf(c->name, sizeof c->name, "%s", name);
    return c->bad > 0;
}

static bool blame(ts_engine *e, const char *prefix, culprit *c)
{
    *c = (culprit){.prefix = prefix};
    return ts_qwen2_each(&e->config, e->weights, look_at, c) != 0;
}

static const char *dtype_name(ts_dtype t)
{
    return t == TS_f32 ? "f32" : t == TS_f16 ? "f16" : "bf16";
}

/* Why the launch, whose inputs are numbers, makes something else. */
static void write_cause(ts_engine *e, size_t launch, const char *prefix, char *out, size_t cap)
{
    culprit c;
    ts_dtype kv = e->info.kv;
    bool output = prefix && !strcmp(prefix, "model.norm.");
    if (blame(e, prefix, &c) ||
        (output && (blame(e, "lm_head.", &c) || (e->weights->tied && blame(e, "model.embed", &c)))))
        ts_nonfinite_text(out, cap, c.name, c.bad, c.first);
    else if (appends(e->note[launch].kernel) && kv != TS_f32)
        snprintf(out, cap, "a key or value does not fit a cache in %s; use --kv %s", dtype_name(kv),
                 kv == TS_f16 ? "bf16" : "f32");
    else
        snprintf(out, cap, "its weights are finite, what they make is beyond f32");
}

static int report(ts_engine *e, size_t launch, uint32_t position, ts_error *err)
{
    char where[64], prefix[64], cause[256];
    size_t layer = launch ? (launch - 1) / per_layer(e) : 0;
    if (!launch) {
        snprintf(where, sizeof where, "the embedding");
        snprintf(prefix, sizeof prefix, "model.embed");
    } else if (layer >= e->info.layers) {
        snprintf(where, sizeof where, "the output after the last layer");
        snprintf(prefix, sizeof prefix, "model.norm.");
    } else {
        snprintf(where, sizeof where, "layer %zu", layer);
        snprintf(prefix, sizeof prefix, "model.layers.%zu.", layer);
    }
    write_cause(e, launch, prefix, cause, sizeof cause);
    return ts_fail(err,
                   "the logits are not numbers: the first that is not finite is made by %s (%s, "
                   "position %u); %s",
                   where, e->note[launch].kernel, position, cause);
}

int ts_engine_explain(ts_engine *e, ts_error *err)
{
    ts_steps s = {0};
    uint32_t position = first_position(e, err);
    size_t launch = 0;
    if (ts_failed(err)) return -1;
    if (e->token[position] < 0)
        return ts_fail(err,
                       "the logits are not numbers; the first position that is not finite is "
                       "%u, whose token is not known here",
                       position);
    if (!ts_qwen2_singles(e, &s, err)) launch = first_launch(e, &s, position, err);
    size_t n = s.n;
    ts_steps_free(&s);
    if (ts_failed(err)) return -1;
    if (launch < n) return report(e, launch, position, err);
    return ts_fail(err,
                   "the logits after %u tokens are not numbers, though each launch of position "
                   "%u, done again, makes numbers: the device does not compute reliably",
                   e->position, position);
}
