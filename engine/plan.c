/* plan.c - the memory plan (plan.h), read from a graph and its calls: what buffers will take, and what
 * launches read. */
#include "engine/plan.h"
#include "tessera/c_locale.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

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
        p->params += (uint64_t)w->rows * w->cols;
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

static void count_calls(ts_budget *p, const ts_calls *c)
{
    for (size_t i = 0; i < c->calls; i++) {
        const ts_use *e = c->call[i].use;
        bool output = i >= c->before_output, layer = e->node->in >= TS_KIND;
        uint64_t bytes = 0;
        for (int k = 0; k < e->args; k++)
            if (e->arg[k].tensor >= 0)
                count_arg(c, e->arg[k].tensor, c->call[i].layer, &bytes,
                          output ? &p->output_flops : &p->layer_flops);
        add(&p->token_bytes, bytes);
        if (layer) add(&p->token_layers_bytes, bytes);
        if (output) add(&p->output_bytes, bytes);
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

static const char *dtype_name(ts_dtype dtype)
{
    return dtype == TS_f32 ? "f32" : dtype == TS_f16 ? "f16" : "bf16";
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
        gb(p->weights), dtype_name(p->dtype), (double)p->params / 1e9,
        p->mapped ? ", mapped from files" : "", gb(p->layers), gb(p->embed),
        p->tied ? "(the same) " : "", gb(p->output), gb(p->kv), dtype_name(p->kv_dtype), p->ctx,
        (double)p->position_bytes / 1e3, gb(p->workspace), gb(p->total), gb(p->token_bytes),
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

/* ---- what is available ---- */

/* The number after `key` at the start of a line; key "" takes the first number of the file. */
static bool read_number(const char *path, const char *key, uint64_t *to)
{
    char line[512];
    size_t n = strlen(key);
    bool found = false;
    FILE *f = fopen(path, "re");
    while (f && !found && fgets(line, sizeof line, f))
        if (!strncmp(line, key, n)) {
            char *end;
            *to = strtoull(line + n, &end, 10);
            found = end != line + n;
        }
    if (f) fclose(f);
    return found;
}

typedef struct hierarchy { /* the files of one cgroup version */
    const char *mount, *max, *current, *inactive, *active;
} hierarchy;

static const hierarchy v2 = {"/sys/fs/cgroup", "memory.max", "memory.current", "inactive_file ",
                             "active_file "};
static const hierarchy v1 = {"/sys/fs/cgroup/memory", "memory.limit_in_bytes",
                             "memory.usage_in_bytes", "total_inactive_file ", "total_active_file "};

/* Room below the limit of one group. Pages of files count as used there but can be dropped. */
static uint64_t group_room(const hierarchy *h, const char *dir)
{
    char path[4352];
    uint64_t max, current = 0, file = 0, cached = 0;
    snprintf(path, sizeof path, "%s/%s", dir, h->max);
    if (!read_number(path, "", &max)) return UINT64_MAX; /* "max", or no such file */
    snprintf(path, sizeof path, "%s/%s", dir, h->current);
    read_number(path, "", &current);
    snprintf(path, sizeof path, "%s/memory.stat", dir);
    if (read_number(path, h->inactive, &file)) cached += file;
    if (read_number(path, h->active, &file)) cached += file;
    current -= cached < current ? cached : current;
    return max > current ? max - current : 0;
}

/* The smallest room of the group at `path` and all above it. */
static uint64_t path_room(const char *root, const hierarchy *h, const char *path)
{
    char dir[4096];
    uint64_t room = UINT64_MAX;
    size_t base = (size_t)snprintf(dir, sizeof dir, "%s%s", root, h->mount), n;
    n = base + (size_t)snprintf(dir + base, sizeof dir - base, "%s", path);
    if (n >= sizeof dir) return room;
    for (;;) {
        uint64_t here = group_room(h, dir);
        if (here < room) room = here;
        while (n > base && dir[n - 1] != '/') n--;
        if (n <= base) return room;
        dir[--n] = 0;
    }
}

static uint64_t cgroup_room(const char *root)
{
    char path[512], line[4096];
    uint64_t room = UINT64_MAX;
    snprintf(path, sizeof path, "%s/proc/self/cgroup", root);
    FILE *f = fopen(path, "re");
    while (f && fgets(line, sizeof line, f)) {
        const char *memory = strstr(line, ":memory:");
        uint64_t here = UINT64_MAX;
        line[strcspn(line, "\n")] = 0;
        if (!strncmp(line, "0::", 3))
            here = path_room(root, &v2, line + 3);
        else if (memory)
            here = path_room(root, &v1, memory + 8);
        if (here < room) room = here;
    }
    if (f) fclose(f);
    return room;
}

/* Below the limit of addresses (ulimit -v), which counts what is mapped, used or not. */
static uint64_t address_room(void)
{
    struct rlimit limit;
    uint64_t pages, used;
    if (getrlimit(RLIMIT_AS, &limit) || limit.rlim_cur == RLIM_INFINITY) return UINT64_MAX;
    if (!read_number("/proc/self/statm", "", &pages)) return limit.rlim_cur;
    used = pages * (uint64_t)sysconf(_SC_PAGESIZE);
    return limit.rlim_cur > used ? limit.rlim_cur - used : 0;
}

static uint64_t machine_room(const char *root)
{
    char path[512];
    uint64_t kb, machine = UINT64_MAX, group = cgroup_room(root);
    snprintf(path, sizeof path, "%s/proc/meminfo", root);
    if (read_number(path, "MemAvailable:", &kb)) machine = kb * 1024;
    return group < machine ? group : machine;
}

uint64_t ts_memory_available(const char *root)
{
    uint64_t machine = machine_room(root), own = *root ? UINT64_MAX : address_room();
    return own < machine ? own : machine;
}
