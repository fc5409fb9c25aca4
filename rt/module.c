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

static const void *symbol(const ts_module *m, const ts_entry *e, const char *end, ts_error *err)
{
    char full[sizeof e->entry + 8];
    snprintf(full, sizeof full, "%s%s", e->entry, end);
    const void *p = dlsym(((const ts_cpu_module *)m)->handle, full);
    if (!p) ts_fail(err, "the module has no function \"%s\" of kernel %s", full, e->kernel);
    return p;
}

int ts_cpu_module_kernel(const ts_module *m, const char *name, ts_cpu_kernel *k, ts_error *err)
{
    const ts_entry *e = name ? ts_manifest_find(&m->manifest, name, false) : NULL;
    if (!e) return ts_fail(err, "the module has no kernel \"%.80s\"", name ? name : "(NULL)");
    const void *grid = symbol(m, e, "_grid", err), *run = symbol(m, e, "", err);
    if (!grid || !run) return -1;
    /* POSIX lets object pointers of dlsym become functions; C17 has no cast for it. */
    memcpy(&k->grid, &grid, sizeof grid);
    memcpy(&k->run, &run, sizeof run);
    k->entry = e;
    return 0;
}
