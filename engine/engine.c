/* engine.c - opening a model on a device, and the sequence it holds (include/tessera/engine.h). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/hub.h"
#include "engine/model.h"
#include "engine/plan.h"
#include "engine/synthetic.h"

enum { DEFAULT_CTX = 4096 };

/* ---- opening ---- */

static void name_of(const char *model, char *name, size_t cap)
{
    size_t n = strlen(model);
    while (n > 1 && model[n - 1] == '/') n--;
    size_t from = n;
    while (from > 0 && model[from - 1] != '/') from--;
    snprintf(name, cap, "%.*s", (int)(n - from), model + from);
}

static int read_config(ts_engine *e, const ts_engine_options *o, ts_synthetic *fake, ts_error *err)
{
    if (ts_synthetic_is(o->model)) {
        snprintf(e->info.name, sizeof e->info.name, "%s", o->model);
        if (ts_synthetic_parse(o->model, fake, err)) return -1;
        return ts_config_preset(fake->preset, &e->config, err);
    }
    name_of(o->model, e->info.name, sizeof e->info.name);
    if (ts_model_resolve(o->model, e->info.folder, sizeof e->info.folder, err)) return -1;
    return ts_config_load(e->info.folder, &e->config, err);
}

static int choose_ctx(ts_engine *e, uint32_t asked, ts_error *err)
{
    uint32_t most = e->config.max_position;
    if (asked > most)
        return ts_fail(err, "a context of %u is more than the %u positions of %s; use --ctx %u",
                       asked, most, e->info.name, most);
    e->info.max_ctx = most;
    e->info.vocab = e->config.vocab;
    e->info.layers = e->config.layers;
    e->info.ctx = asked ? asked : most < DEFAULT_CTX ? most : DEFAULT_CTX;
    return 0;
}

static int plan_memory(ts_engine *e, const ts_engine_options *o, ts_dtype dtype, ts_error *err)
{
    ts_budget b;
    char text[2048];
    if (o->kv != TS_NDTYPE)
        e->info.kv = o->kv;
    else
        e->info.kv = dtype == TS_f32 ? TS_f32 : TS_f16;
    if (ts_budget_make(&b, &e->config, dtype, e->info.kv, e->info.ctx, 1, e->info.folder[0] != 0,
                       err))
        return -1;
    ts_budget_text(&b, text, sizeof text);
    if (o->plan) o->plan(o->arg, text);
    if (ts_debug("load")) fputs(text, stderr);
    e->info.dtype = dtype;
    e->info.params = b.params;
    e->info.weight_bytes = b.weights;
    e->info.token_bytes = b.token_bytes;
    e->info.position_bytes = b.position_bytes;
    uint64_t available = ts_memory_available("");
    /* Weights that are shared have been taken. */
    if (e->shared)
        available = available < UINT64_MAX - b.weights ? available + b.weights : UINT64_MAX;
    return ts_budget_fits(&b, available, err);
}

struct relay {
    const ts_engine_options *o;
};

static void relay(void *arg, uint64_t done, uint64_t total)
{
    const struct relay *r = arg;
    r->o->progress(r->o->arg, "making random weights", done, total);
}

static int share_weights(ts_engine *e, const ts_engine_options *o, ts_error *err)
{
    const ts_engine *from = o->share;
    if (strcmp(e->info.name, from->info.name) != 0 ||
        strcmp(e->info.folder, from->info.folder) != 0)
        return ts_fail(err, "%s and %s cannot share weights; they are different models",
                       e->info.name, from->info.name);
    e->config = from->config; /* what the weights were bound by */
    e->weights = from->weights;
    e->shared = true;
    return plan_memory(e, o, e->weights->dtype, err);
}

static int load_weights(ts_engine *e, const ts_engine_options *o, ts_synthetic *fake, ts_error *err)
{
    struct relay r = {o};
    if (o->share && !TS_LACKS(o->without, HUGEPAGES)) return share_weights(e, o, err);
    if (e->info.folder[0]) {
        e->weights = ts_qwen2_open(e->info.folder, &e->config, err);
        return e->weights ? plan_memory(e, o, e->weights->dtype, err) : -1;
    }
    if (plan_memory(e, o, fake->dtype, err)) return -1;
    fake->threads = o->threads;
    fake->small_pages = TS_LACKS(o->without, HUGEPAGES);
    if (o->progress) fake->progress = relay, fake->progress_arg = &r;
    e->weights = ts_synthetic_qwen2(&e->config, fake, err);
    return e->weights ? 0 : -1;
}

static int put_cell(ts_engine *e, int which, uint32_t x, ts_error *err)
{
    return ts_buffer_put(e->cells, 4 * (size_t)which, &x, 4, err);
}

/* Doing without something may change the device's target: the one before says what it was. */
static int open_device(ts_engine *e, const ts_engine_options *o, ts_error *err)
{
    e->device = ts_device_open(o->device ? o->device : "cpu", o->threads, err);
    const ts_target *whole = e->device ? ts_target_find(ts_device_target(e->device), err) : NULL;
    unsigned bits = ts_ablation_of_device(o->without);
    if (!whole || ts_ablation_check(o->without, whole, err) ||
        (bits && ts_device_without(e->device, bits, err)))
        return -1;
    const ts_target *target = ts_target_find(ts_device_target(e->device), err);
    if (!target) return -1;
    e->without = o->without;
    e->target = ts_ablation_target(o->without, target, whole);
    return 0;
}

int ts_engine_peek(const ts_engine_options *o, ts_engine_info *info, ts_error *err)
{
    ts_synthetic fake = {0};
    ts_engine *e = calloc(1, sizeof *e);
    if (!e) return ts_fail(err, "no memory for an engine");
    int rc = read_config(e, o, &fake, err) || choose_ctx(e, o->ctx, err) ? -1 : 0;
    *info = e->info;
    free(e);
    return rc;
}

ts_engine *ts_engine_open(const ts_engine_options *o, ts_error *err)
{
    ts_synthetic fake = {0};
    ts_engine *e = calloc(1, sizeof *e);
    if (!e) {
        ts_fail(err, "no memory for an engine");
        return NULL;
    }
    int rc = read_config(e, o, &fake, err) || choose_ctx(e, o->ctx, err) ||
             load_weights(e, o, &fake, err);
    if (!rc) rc = open_device(e, o, err);
    if (!rc && o->begins) o->begins(o->arg, "compiling kernels");
    if (!rc && !ts_qwen2_build(e, err) && !ts_engine_limit(e, e->config.vocab, err)) return e;
    ts_engine_close(e);
    return NULL;
}

static void free_steps(ts_steps *s)
{
    for (size_t i = 0; i < s->n; i++) ts_step_free(s->step[i]);
    free(s->step);
}

void ts_engine_close(ts_engine *e)
{
    if (!e) return;
    free_steps(&e->quiet);
    free_steps(&e->full);
    while (e->n_owned) ts_buffer_free(e->owned[--e->n_owned]);
    free(e->owned);
    free(e->layer);
    free(e->note);
    ts_module_free(e->module);
    ts_device_close(e->device);
    if (!e->shared) ts_qwen2_free(e->weights);
    free(e);
}

const ts_engine_info *ts_engine_describe(const ts_engine *e)
{
    return &e->info;
}

ts_device *ts_engine_device(ts_engine *e)
{
    return e->device;
}

void ts_engine_shape(const ts_engine *e, ts_shape *s)
{
    *s = e->shape;
}

const void *ts_engine_largest(const ts_engine *e, size_t *bytes)
{
    const ts_weight *w = &e->weights->lm_head;
    *bytes = ts_storage(w->dtype, (size_t)w->rows * w->cols);
    if (!e->weights->block) return w->data;
    *bytes = e->weights->block_bytes;
    return e->weights->block;
}

/* ---- the sequence ---- */

int ts_engine_limit(ts_engine *e, uint32_t valid, ts_error *err)
{
    if (valid == 0 || valid > e->config.vocab)
        return ts_fail(err,
                       "%u tokens for an output of %u rows: tokenizer and model do not belong "
                       "together",
                       valid, e->config.vocab);
    e->valid = valid;
    return put_cell(e, CELL_VALID, valid, err);
}

/* Position and length lie side by side: one write, which costs a device a call. */
static int put_position(ts_engine *e, ts_error *err)
{
    const uint32_t cells[] = {[CELL_POSITION] = e->position, [CELL_LENGTH] = e->position + 1};
    return ts_buffer_put(e->cells, 0, cells, sizeof cells, err);
}

/* One replay at the present position; the token is in its cell. */
static int step(ts_engine *e, const ts_steps *s, ts_error *err)
{
    if (put_position(e, err)) return -1;
    for (size_t i = 0; i < s->n; i++)
        if (ts_step_run(s->step[i], err)) return -1;
    e->position++;
    return 0;
}

static int check_room(const ts_engine *e, size_t n, ts_error *err)
{
    if (n <= e->info.ctx - e->position) return 0;
    return ts_fail(err,
                   "%zu more tokens do not fit: the context of %u holds %u already; use a "
                   "larger --ctx or fewer tokens",
                   n, e->info.ctx, e->position);
}

int ts_engine_feed(ts_engine *e, const int32_t *id, size_t n, ts_error *err)
{
    if (check_room(e, n, err)) return -1;
    for (size_t i = 0; i < n; i++)
        if (id[i] < 0 || (uint32_t)id[i] >= e->config.vocab)
            return ts_fail(err, "token %d is no row of a vocabulary of %u", id[i], e->config.vocab);
    for (size_t i = 0; i < n; i++)
        if (put_cell(e, CELL_TOKEN, (uint32_t)id[i], err) ||
            step(e, i + 1 < n ? &e->quiet : &e->full, err))
            return -1;
    return 0;
}

int ts_engine_advance(ts_engine *e, ts_error *err)
{
    return check_room(e, 1, err) ? -1 : step(e, &e->full, err);
}

uint32_t ts_engine_position(const ts_engine *e)
{
    return e->position;
}

void ts_engine_rewind(ts_engine *e, uint32_t position)
{
    if (position < e->position) e->position = position;
}

/* Values in -1..1 that repeat after 4096 elements of a cache. */
static int fill_cache(ts_buffer *b, ts_dtype kv, uint64_t *seed, ts_error *err)
{
    enum { N = 4096 };
    unsigned char noise[4 * N];
    size_t each = ts_storage(kv, 1), bytes = ts_buffer_bytes(b);
    for (size_t i = 0; i < N; i++) {
        *seed = *seed * 6364136223846793005u + 1442695040888963407u;
        uint32_t code = ts_encode(kv, (double)(int32_t)(*seed >> 32) / 2147483648.0);
        memcpy(noise + i * each, &code, each);
    }
    for (size_t at = 0; at < bytes; at += N * each) {
        size_t n = bytes - at < N * each ? bytes - at : N * each;
        if (ts_buffer_put(b, at, noise, n, err)) return -1;
    }
    return 0;
}

int ts_engine_pretend(ts_engine *e, uint32_t n, ts_error *err)
{
    uint64_t seed = 1;
    if (n > e->info.ctx) return check_room(e, n, err);
    for (uint32_t i = 0; i < e->info.layers; i++)
        if (fill_cache(e->layer[i].kcache, e->info.kv, &seed, err) ||
            fill_cache(e->layer[i].vcache, e->info.kv, &seed, err))
            return -1;
    e->position = n;
    return put_cell(e, CELL_TOKEN, 0, err);
}

int ts_engine_logits(ts_engine *e, float *logits, ts_error *err)
{
    return ts_buffer_get(e->logits, 0, logits, (size_t)e->config.vocab * sizeof *logits, err);
}

int ts_engine_greedy(ts_engine *e, int32_t *id, ts_error *err)
{
    return ts_buffer_get(e->cells, 4 * CELL_TOKEN, id, sizeof *id, err);
}

int ts_engine_profile(ts_engine *e, double *seconds, const char **kernel, uint64_t *bytes,
                      ts_error *err)
{
    int32_t token;
    if (check_room(e, 1, err) || ts_engine_greedy(e, &token, err)) return -1;
    if (put_position(e, err)) return -1;
    for (size_t i = 0; i < e->full.n; i++) /* with one step, or a launch each */
        if (ts_step_time(e->full.step[i], seconds + i, err)) return -1;
    for (size_t i = 0; i < e->n_note; i++) {
        kernel[i] = e->note[i].kernel;
        bytes[i] = e->note[i].bytes;
        if (!strcmp(kernel[i], "attention_decode_gqa"))
            bytes[i] = (uint64_t)e->position * e->info.position_bytes / e->info.layers;
    }
    return put_cell(e, CELL_TOKEN, (uint32_t)token, err);
}
