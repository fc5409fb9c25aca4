/* plan.c - the memory plan (plan.h). Sizes are exact for weights and cache; the workspace is an
 * upper estimate of what a step keeps beside them. */
#include "engine/plan.h"
#include "tessera/c_locale.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* ---- checked sums: once a term wraps, all is ~0 and `wrapped` stays ---- */

typedef struct sum {
    bool wrapped;
} sum;

static uint64_t times(sum *s, uint64_t a, uint64_t b)
{
    uint64_t c;
    s->wrapped |= __builtin_mul_overflow(a, b, &c);
    return s->wrapped ? UINT64_MAX : c;
}

static uint64_t plus(sum *s, uint64_t a, uint64_t b)
{
    uint64_t c;
    s->wrapped |= __builtin_add_overflow(a, b, &c);
    return s->wrapped ? UINT64_MAX : c;
}

static uint64_t width(ts_dtype dtype)
{
    return dtype == TS_f32 ? 4 : 2;
}

/* ---- the plan ---- */

/* Numbers, not bytes. */
static void count_weights(ts_budget *p, const ts_config *c, sum *s)
{
    const uint64_t d = c->hidden, q = (uint64_t)c->heads * c->head_dim,
                   kv = (uint64_t)c->kv_heads * c->head_dim;
    uint64_t layer = times(s, d, 2 * q + 2 * kv + 3 * (uint64_t)c->inter);
    p->layers = times(s, layer, c->layers);
    p->embed = times(s, d, c->vocab);
    p->lm_head = c->tied ? 0 : p->embed;
    p->small = plus(s, times(s, c->layers, 2 * d + q + 2 * kv), d);
    p->params = plus(s, plus(s, p->layers, p->small), plus(s, p->embed, p->lm_head));
}

static uint64_t count_workspace(const ts_config *c, uint32_t ctx, uint32_t batch, sum *s)
{
    const uint64_t q = (uint64_t)c->heads * c->head_dim, kv = (uint64_t)c->kv_heads * c->head_dim;
    uint64_t row = 4 * (uint64_t)c->hidden + 2 * (uint64_t)c->inter + 2 * q + 2 * kv;
    uint64_t n = plus(s, times(s, row, batch), c->vocab);
    n = plus(s, n, times(s, c->heads, ctx));    /* attention scores */
    n = plus(s, n, times(s, ctx, c->head_dim)); /* rope tables */
    return times(s, n, 4);
}

int ts_budget_make(ts_budget *p, const ts_config *c, ts_dtype dtype, ts_dtype kv_dtype,
                   uint32_t ctx, uint32_t batch, bool mapped, ts_error *err)
{
    sum s = {false};
    const uint64_t w = width(dtype), kv = (uint64_t)c->kv_heads * c->head_dim;
    *p = (ts_budget){.ctx = ctx, .dtype = dtype, .kv_dtype = kv_dtype, .tied = c->tied};
    p->mapped = mapped;
    count_weights(p, c, &s);
    p->token_layers_bytes = times(&s, plus(&s, p->layers, p->small - c->hidden), w);
    p->layers = times(&s, p->layers, w);
    p->embed = times(&s, p->embed, w);
    p->lm_head = times(&s, p->lm_head, w);
    p->small = times(&s, p->small, w);
    p->weights = times(&s, p->params, w);
    p->position_bytes = times(&s, times(&s, 2 * kv, c->layers), width(kv_dtype));
    p->kv = times(&s, p->position_bytes, ctx);
    p->workspace = count_workspace(c, ctx, batch, &s);
    p->total = plus(&s, plus(&s, p->weights, p->kv), p->workspace);
    /* layers, output matrix, final norm, one row of the embedding */
    p->token_bytes = plus(&s, p->token_layers_bytes, c->tied ? p->embed : p->lm_head);
    p->token_bytes = plus(&s, p->token_bytes, 2 * w * c->hidden);
    if (!s.wrapped) return 0;
    return ts_fail(err,
                   "a model of this shape with a context of %u does not fit 64-bit sizes; "
                   "choose a smaller --ctx",
                   ctx);
}

static uint64_t taken(const ts_weight *w)
{
    return (uint64_t)w->rows * w->cols * width(w->dtype);
}

/* These sizes are of files that were read, so they do not wrap. */
void ts_budget_weights(ts_budget *p, const ts_qwen2_weights *w)
{
    uint64_t head = taken(&w->lm_head), row = (uint64_t)w->embed.cols * width(w->embed.dtype);
    uint64_t others = p->total - p->weights;
    p->embed = taken(&w->embed);
    p->lm_head = w->tied ? 0 : head;
    p->layers = p->small = 0;
    for (uint32_t i = 0; i < w->layers; i++) {
        const ts_qwen2_layer *l = &w->layer[i];
        p->layers += taken(&l->q) + taken(&l->k) + taken(&l->v) + taken(&l->o) + taken(&l->gate) +
                     taken(&l->up) + taken(&l->down);
        p->small += taken(&l->input_norm) + taken(&l->post_norm) + taken(&l->q_bias) +
                    taken(&l->k_bias) + taken(&l->v_bias);
    }
    p->token_layers_bytes = p->layers + p->small;
    p->small += taken(&w->norm);
    p->weights = p->layers + p->small + p->embed + p->lm_head;
    p->token_bytes = p->token_layers_bytes + head + taken(&w->norm) + row;
    p->total = others + p->weights;
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
        p->mapped ? ", mapped from files" : "", gb(p->layers + p->small), gb(p->embed),
        p->tied ? "(the same) " : "", gb(p->lm_head), gb(p->kv), dtype_name(p->kv_dtype), p->ctx,
        (double)p->position_bytes / 1e3, gb(p->workspace), gb(p->total), gb(p->token_bytes),
        gb(p->token_layers_bytes), gb(p->tied ? p->embed : p->lm_head),
        (double)p->position_bytes / 1e3);
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
