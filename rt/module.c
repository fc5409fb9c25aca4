/* module.c - emitted text to callable kernels: compile or find in the cache, load, look up symbols.
 *
 * The cache key holds all that decides the machine code: text, flags, compiler, loader version.
 */
#include "rt/cache.h"
#include "rt/cc.h"
#include "rt/cpu.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tessera/symbol.h"

struct job {
    ts_cc cc;
    const ts_isa *isa;
    const char *text;
    size_t bytes;
};

static int compile(void *ctx, const char *path, ts_error *err)
{
    const struct job *job = ctx;
    return ts_cc_run(&job->cc, job->isa, job->text, job->bytes, path, err);
}

static void name_job(const struct job *job, char key[TS_CACHE_KEY])
{
    const char *part[TS_CC_FLAGS + 4];
    size_t bytes[TS_CC_FLAGS + 4], n = ts_cc_flags(job->isa, part);
    for (size_t i = 0; i < n; i++) bytes[i] = strlen(part[i]);
    part[n] = job->cc.identity;
    bytes[n++] = strlen(job->cc.identity);
    part[n] = job->text;
    bytes[n++] = job->bytes;
    ts_cache_key(part, bytes, n, key);
}

int ts_cpu_load(ts_module *head, const char *text, size_t bytes, ts_error *err)
{
    ts_cpu_module *m = (ts_cpu_module *)head;
    struct job *job = calloc(1, sizeof *job);
    if (!job) return ts_fail(err, "no memory for a module");
    char key[TS_CACHE_KEY];
    job->isa = ((ts_cpu_device *)head->device)->isa;
    job->text = text;
    job->bytes = bytes;
    if (!ts_cc_find(&job->cc, err)) {
        name_job(job, key);
        m->handle = ts_cache_load(key, compile, job, err);
    }
    free(job);
    return m->handle ? 0 : -1;
}

void ts_cpu_unload(ts_module *m)
{
    dlclose(((ts_cpu_module *)m)->handle);
}

/* ---- symbols ---- */

static int is_name(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    size_t n = name ? strlen(name) : 0;
    return n > 0 && n <= 200 && strspn(name, letters) == n;
}

static const void *symbol(const ts_module *m, const char *name, const char *what, ts_error *err)
{
    char full[TS_SYMBOL];
    const void *p = dlsym(((const ts_cpu_module *)m)->handle, ts_symbol(name, what, full));
    if (!p) ts_fail(err, "the module has no kernel \"%s\" (symbol %s)", name, full);
    return p;
}

/* "w:16:1536*8960,x:32:s0 s0/64,s1/1", the second word only where it matters. */
static int read_needs(const ts_module *m, const char *name, ts_cpu_kernel *k, ts_error *err)
{
    char full[TS_SYMBOL];
    const char *at = dlsym(((const ts_cpu_module *)m)->handle, ts_symbol(name, "_needs", full));
    int rc = 0;
    if (!at) return 0;
    for (int i = 0; i < k->buffers && !rc; i++) {
        const char *end = at + strcspn(at, ", ");
        rc = ts_demand_param(&k->need, i, at, end, k->sizes);
        at = end + (*end == ',');
    }
    if (!rc && *at == ' ') rc = ts_demand_axes(&k->need, at + 1, at + strlen(at), k->sizes);
    if (!rc) return 0;
    ts_demand_free(&k->need);
    return ts_fail(err, "kernel \"%s\" is not what the cpu device can launch (needs)", name);
}

int ts_cpu_module_kernel(const ts_module *m, const char *name, ts_cpu_kernel *k, ts_error *err)
{
    if (!is_name(name)) return ts_fail(err, "a kernel's name is missing or no C identifier");
    const void *grid = symbol(m, name, "_grid", err), *run = symbol(m, name, "", err);
    const void *modes = symbol(m, name, "_modes", err), *sizes = symbol(m, name, "_sizes", err);
    const void *cost = symbol(m, name, "_cost", err);
    if (!grid || !run || !modes || !sizes || !cost) return -1;
    /* POSIX lets object pointers of dlsym become functions; C17 has no cast for it. */
    memcpy(&k->grid, &grid, sizeof grid);
    memcpy(&k->run, &run, sizeof run);
    k->modes = modes;
    memcpy(&k->sizes, sizes, sizeof k->sizes);
    memcpy(&k->cost, cost, sizeof k->cost);
    size_t n = strnlen(k->modes, TS_MAX_BUFFERS + 1);
    if (n > TS_MAX_BUFFERS || strspn(k->modes, "iobw") != n || k->sizes < 0 ||
        k->sizes > TS_MAX_SIZES || k->cost < 1)
        return ts_fail(err,
                       "kernel \"%s\" is not what the cpu device can launch (modes, sizes or cost)",
                       name);
    k->buffers = (int)n;
    return read_needs(m, name, k, err);
}
