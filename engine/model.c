/* model.c - opening a model on a device (include/tessera/model.h).
 *
 *     configuration ── views of the weights ── device ── calls ── plan ── weights ── kernels, buffers
 *
 * Nothing of weight is read before the plan is known to fit. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/hub.h"
#include "engine/memory.h"
#include "engine/model.h"
#include "engine/synthetic.h"
#include "engine/tuned.h"

enum { DEFAULT_CTX = 4096, ROOM = 64, DEFAULT_CHUNK = 128, MOST_CHUNK = 4096 };

/* ---- what config.json says ---- */

typedef struct opening {
    const ts_model_options *o;
    ts_config config;
    ts_synthetic fake; /* of synthetic weights */
    bool files;        /* there is a folder */
} opening;

static void name_of(const char *model, char *name, size_t cap)
{
    size_t n = strlen(model);
    while (n > 1 && model[n - 1] == '/') n--;
    size_t from = n;
    while (from > 0 && model[from - 1] != '/') from--;
    snprintf(name, cap, "%.*s", (int)(n - from), model + from);
}

static int read_config(opening *p, ts_model_info *info, ts_error *err)
{
    const char *model = p->o->model;
    p->files = !ts_synthetic_is(model);
    if (!p->files) {
        snprintf(info->name, sizeof info->name, "%s", model);
        if (ts_synthetic_parse(model, &p->fake, err)) return -1;
        p->config = (ts_config){0};
        if (ts_config_preset(p->fake.preset, &p->config, err)) return -1;
        p->config.quant = ts_quant_of(p->fake.dtype);
        return 0;
    }
    name_of(model, info->name, sizeof info->name);
    if (ts_model_resolve(model, info->folder, sizeof info->folder, err)) return -1;
    return ts_config_load(info->folder, &p->config, err);
}

static int choose_ctx(const opening *p, ts_model_info *info, ts_error *err)
{
    uint32_t asked = p->o->ctx, most = p->config.max_position;
    if (asked > most)
        return ts_fail(err, "a context of %u is more than the %u positions of %s; use --ctx %u",
                       asked, most, info->name, most);
    info->max_ctx = most;
    info->vocab = p->config.vocab;
    info->layers = p->config.layers;
    info->ctx = asked ? asked : most < DEFAULT_CTX ? most : DEFAULT_CTX;
    return 0;
}

/* Positions that there is room for: kernels are compiled for so many, and need not be for a context a little longer. */
static uint32_t room_of(const ts_model_info *info)
{
    uint64_t whole = ((uint64_t)info->ctx + ROOM - 1) / ROOM * ROOM;
    return whole < info->max_ctx ? (uint32_t)whole : info->max_ctx;
}

/* No chunk is longer than there is room. */
static int choose_chunk(const opening *p, ts_model_info *info, ts_error *err)
{
    uint32_t asked = p->o->chunk;
    if (asked > MOST_CHUNK)
        return ts_fail(err, "a chunk of %u tokens is more than the %d there may be; use --chunk %d",
                       asked, MOST_CHUNK, MOST_CHUNK);
    info->chunk = asked ? asked : DEFAULT_CHUNK;
    if (info->chunk > room_of(info)) info->chunk = room_of(info);
    return 0;
}

int ts_model_peek(const ts_model_options *o, ts_model_info *info, ts_error *err)
{
    opening p = {.o = o};
    *info = (ts_model_info){0};
    return read_config(&p, info, err) || choose_ctx(&p, info, err) || choose_chunk(&p, info, err)
               ? -1
               : 0;
}

/* ---- the device ---- */

/* Doing without something may change the device's target: `whole` says what it was. */
static int choose_target(ts_model *m, const ts_target *whole, ts_error *err)
{
    unsigned bits = ts_ablation_of_device(m->without);
    if (ts_ablation_check(m->without, m->device, err) ||
        (bits && ts_device_without(m->device, bits, err)))
        return -1;
    const ts_target *target = ts_target_find(ts_device_target(m->device), err);
    if (!target) return -1;
    /* Narrower vectors keep the streams and the prefetch of the wide ones: one thing at a time. */
    m->target = ts_target_without(target, whole, m->without);
    return m->target ? 0 : ts_fail(err, "no memory for a model");
}

static int open_device(ts_model *m, const ts_model_options *o, ts_error *err)
{
    m->without = strdup(o->without ? o->without : "");
    if (!m->without) return ts_fail(err, "no memory for a model");
    m->device = ts_device_open(o->device ? o->device : "cpu", o->threads, err);
    if (!m->device || (o->tuning && ts_device_tune(m->device, o->tuning, err))) return -1;
    ts_target *whole = ts_tuned_target(m->device, err);
    int rc = whole ? choose_target(m, whole, err) : -1;
    free(whole);
    return rc;
}

/* ---- weights ---- */

static int share_views(ts_model *m, const ts_model *from, ts_error *err)
{
    if (strcmp(m->info.name, from->info.name) != 0 ||
        strcmp(m->info.folder, from->info.folder) != 0)
        return ts_fail(err, "%s and %s cannot share weights; they are different models",
                       m->info.name, from->info.name);
    m->views = from->views;
    m->shared = true;
    return 0;
}

/* Of the files, which are mapped and not yet read; of synthetic weights without data. */
static int find_views(ts_model *m, opening *p, ts_error *err)
{
    const ts_model *share = TS_LACKS(p->o->without, HUGEPAGES) ? NULL : p->o->share;
    if (share) p->config = share->graph->config; /* what the views were bound by */
    m->graph = ts_graph_new(ts_arch_of(&p->config), &p->config, room_of(&m->info), err);
    if (!m->graph) return -1;
    if (share) return share_views(m, share, err);
    m->views = p->files ? ts_views_open(m->info.folder, m->graph, err)
                        : ts_views_blank(m->graph, p->fake.dtype, err);
    if (!m->views) return -1;
    if (m->views->remark[0] && m->say) m->say(m->arg, m->views->remark);
    return 0;
}

static void relay(void *arg, uint64_t done, uint64_t total)
{
    const ts_model_options *o = arg;
    o->progress(o->arg, "making random weights", done, total);
}

static int fill_views(ts_model *m, opening *p, ts_error *err)
{
    if (p->files || m->shared) return 0;
    p->fake.threads = p->o->threads;
    p->fake.small_pages = TS_LACKS(m->without, HUGEPAGES);
    ts_model_options o = *p->o;
    if (o.progress) p->fake.progress = relay, p->fake.progress_arg = &o;
    return ts_synthetic_fill(m->views, m->graph, &p->fake, err);
}

/* ---- the plan ---- */

static void tell_plan(const ts_model_options *o, const ts_budget *b)
{
    char text[2048];
    ts_budget_text(b, text, sizeof text);
    if (o->plan) o->plan(o->arg, text);
    if (ts_debug("load")) fputs(text, stderr);
}

/* From so many tokens on a chunk is read faster than they are one by one (doc/measuring.md). Teams of threads compute
 * whole tiles, however few rows of them are live. */
static uint32_t least_of(uint32_t chunk, const ts_target *target)
{
    enum { FEW = 4, FEW_OF_TEAMS = 12 };
    uint32_t few = ts_target_facts_of(target).team > 1 ? FEW_OF_TEAMS : FEW;
    return chunk < few ? 2 : few;
}

static void note_plan(ts_model_info *i, const ts_calls *c, const ts_budget *b)
{
    const ts_arch *arch = c->graph->arch;
    i->dtype = b->dtype;
    i->params = b->params;
    i->weight_bytes = b->weights;
    i->sequence_bytes = b->kv + b->activations;
    i->total_bytes = b->total;
    i->token_bytes = b->token_bytes;
    i->output_bytes = b->output_bytes;
    i->position_bytes = b->position_bytes;
    i->chunk_bytes = b->chunk_bytes;
    i->row_bytes = b->row_bytes;
    i->layer_flops = b->layer_flops;
    i->output_flops = b->output_flops;
    i->position_flops = b->position_flops;
    i->launches = c->token.calls;
    i->chunk_launches = c->chunk.calls;
    i->chunk_least = least_of(i->chunk, c->target);
    i->batch = c->batch.calls ? TS_BATCH_MOST : 1;
    i->batch_as_lone = i->batch == 1 || !ts_target_facts_of(c->target).unit;
    i->class = arch->class;
    i->classes = arch->classes;
}

static int make_calls(ts_model *m, ts_dtype kv, ts_error *err)
{
    const ts_calls_how how = {.target = m->target, .without = m->without, .kv = kv};
    m->build[kv].calls = ts_calls_new(m->graph, m->views, &how, err);
    return m->build[kv].calls ? 0 : -1;
}

static int plan_memory(ts_model *m, const opening *p, ts_error *err)
{
    ts_budget b;
    const ts_model_options *o = p->o;
    if ((unsigned)o->kv > TS_NDTYPE)
        return ts_fail(err, "%d is no dtype of a KV cache, which may be f32, f16, bf16 or i8",
                       (int)o->kv);
    ts_dtype kv = o->kv != TS_NDTYPE ? o->kv : m->views->dtype == TS_f32 ? TS_f32 : TS_f16;
    m->info.kv = kv;
    m->may_widen = o->kv == TS_NDTYPE && kv == TS_f16 && o->note;
    if (make_calls(m, kv, err) || ts_budget_make(&b, m->build[kv].calls, p->files, err)) return -1;
    tell_plan(o, &b);
    note_plan(&m->info, m->build[kv].calls, &b);
    uint64_t available = ts_memory_available("");
    /* Weights that are shared have been taken. */
    if (m->shared)
        available = available < UINT64_MAX - b.weights ? available + b.weights : UINT64_MAX;
    return ts_budget_fits(&b, available, err);
}

/* ---- kernels ---- */

static ts_module *compile(const ts_model *m, const ts_calls *c, ts_launches of, ts_error *err)
{
    size_t bytes = 0;
    ts_module *made = NULL;
    if (m->begins) m->begins(m->arg, "compiling kernels");
    static const char *const texts[TS_LAUNCHES] = {
        "text of a token's kernels", "text of a chunk's kernels", "text of a batch's kernels",
        "text of a draw's kernel"};
    char *text = ts_calls_emit(c, of, &bytes, err);
    ts_debug_stage(texts[of]);
    if (text) made = ts_module_load_checked(m->device, text, bytes, err);
    ts_debug_stage("compiled, or from the cache");
    free(text);
    return made;
}

const ts_build *ts_model_build(ts_model *m, ts_dtype kv, ts_error *err)
{
    ts_build *b = &m->build[kv];
    if (!b->calls && make_calls(m, kv, err)) return NULL;
    return ts_model_build_more(m, kv, TS_LAUNCH_TOKEN, err) ? NULL : b;
}

int ts_model_build_more(ts_model *m, ts_dtype kv, ts_launches of, ts_error *err)
{
    ts_build *b = &m->build[kv];
    if (!b->module[of]) b->module[of] = compile(m, b->calls, of, err);
    return b->module[of] ? 0 : -1;
}

int ts_model_whole(const ts_model *m, ts_error *err)
{
    return m->views->store ? ts_weights_whole(m->views->store, err) : 0;
}

/* ---- all of it ---- */

static int open_all(ts_model *m, opening *p, ts_error *err)
{
    if (read_config(p, &m->info, err) || choose_ctx(p, &m->info, err) ||
        choose_chunk(p, &m->info, err) || find_views(m, p, err) || open_device(m, p->o, err))
        return -1;
    ts_debug_stage("files of weights, device");
    m->graph->size[TS_CHUNK] = m->info.chunk;
    m->graph->size[TS_BATCH] = TS_BATCH_MOST;
    if (plan_memory(m, p, err) || fill_views(m, p, err)) return -1;
    ts_debug_stage("signatures, plan, weights");
    /* Buffers first: while kernels are made, a device may bring in the pages of what they wrap. */
    if (ts_model_buffers(m, m->build[m->info.kv].calls, err)) return -1;
    m->begins = p->o->begins;
    const ts_build *b = ts_model_build(m, m->info.kv, err);
    m->begins = NULL; /* of opening only */
    return b ? ts_model_whole(m, err) : -1;
}

ts_model *ts_model_open(const ts_model_options *o, ts_error *err)
{
    opening p = {.o = o};
    ts_model *m = calloc(1, sizeof *m);
    if (!m) {
        ts_fail(err, "no memory for a model");
        return NULL;
    }
    m->say = o->note;
    m->arg = o->arg;
    if (!open_all(m, &p, err)) return m;
    ts_model_close(m);
    return NULL;
}

void ts_model_close(ts_model *m)
{
    if (!m) return;
    ts_buffers_free(m->buffer, m->graph ? m->graph->slots : 0);
    for (int t = 0; t < TS_NDTYPE; t++) {
        for (int of = 0; of < TS_LAUNCHES; of++) ts_module_free(m->build[t].module[of]);
        ts_calls_free(m->build[t].calls);
    }
    free(m->target);
    free(m->without);
    ts_device_close(m->device);
    if (!m->shared) ts_views_free(m->views);
    ts_graph_free(m->graph);
    free(m);
}

const ts_model_info *ts_model_describe(const ts_model *m)
{
    return &m->info;
}

ts_device *ts_model_device(const ts_model *m)
{
    return m->device;
}

const void *ts_model_largest(const ts_model *m, size_t *bytes)
{
    const ts_weight *best = &m->views->view[0];
    for (size_t i = 0; i < m->views->views; i++)
        if (m->views->view[i].bytes >= best->bytes) best = &m->views->view[i];
    *bytes = m->views->block ? m->views->block_bytes : (size_t)best->bytes;
    return m->views->block ? m->views->block : best->data;
}
