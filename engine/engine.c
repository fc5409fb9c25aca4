/* engine.c - opening a model on a device (include/tessera/engine.h); what it then does is sequence.c. */
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
    e->info.kv = o->kv != TS_NDTYPE ? o->kv : dtype == TS_f32 ? TS_f32 : TS_f16;
    e->may_widen = o->kv == TS_NDTYPE && e->info.kv == TS_f16 && o->note;
    if (ts_budget_make(&b, &e->config, dtype, e->info.kv, e->info.ctx, 1, e->info.folder[0] != 0,
                       err))
        return -1;
    if (e->weights && e->info.folder[0]) ts_budget_weights(&b, e->weights);
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

/* Doing without something may change the device's target: the one before says what it was. */
static int open_device(ts_engine *e, const ts_engine_options *o, ts_error *err)
{
    e->device = ts_device_open(o->device ? o->device : "cpu", o->threads, err);
    const ts_target *whole = e->device ? ts_target_find(ts_device_target(e->device), err) : NULL;
    unsigned bits = ts_ablation_of_device(o->without);
    if (!whole || ts_ablation_check(o->without, e->device, err) ||
        (bits && ts_device_without(e->device, bits, err)))
        return -1;
    const ts_target *target = ts_target_find(ts_device_target(e->device), err);
    if (!target) return -1;
    e->without = o->without;
    e->target = ts_ablation_target(o->without, target, whole);
    return e->target ? 0 : ts_fail(err, "no memory for an engine");
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
    e->say = o->note;
    e->arg = o->arg;
    int rc = read_config(e, o, &fake, err) || choose_ctx(e, o->ctx, err) ||
             load_weights(e, o, &fake, err);
    if (!rc && e->weights->remark[0] && e->say) e->say(e->arg, e->weights->remark);
    if (!rc) rc = open_device(e, o, err);
    if (!rc && !(e->token = calloc(e->info.ctx, sizeof *e->token)))
        rc = ts_fail(err, "no memory for a sequence of %u tokens", e->info.ctx);
    if (!rc && o->begins) o->begins(o->arg, "compiling kernels");
    if (!rc && !ts_qwen2_build(e, err) && !ts_engine_limit(e, e->config.vocab, err) &&
        !ts_engine_whole(e, err))
        return e;
    ts_engine_close(e);
    return NULL;
}

void ts_engine_close(ts_engine *e)
{
    if (!e) return;
    ts_qwen2_clear(e);
    free(e->token);
    free(e->target);
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
