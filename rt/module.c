/* module.c - emitted text to callable kernels: compile or find in the cache, load, look up symbols.
 *
 * The cache key holds all that decides the machine code: text, flags, compiler, loader version.
 */
#include "rt/cache.h"
#include "rt/cc.h"
#include "rt/cpu.h"
#include "rt/topo.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct job {
    ts_cc cc;
    const ts_isa *isa;
    const char *text;
    size_t bytes;
    void *handle;
    ts_error err;
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

static void *work(void *arg)
{
    struct job *job = arg;
    char key[TS_CACHE_KEY];
    name_job(job, key);
    job->handle = ts_cache_load(key, compile, job, &job->err);
    return NULL;
}

/* Each job on a thread of its own, the first on this one; where there is no thread for one, too. */
static void work_all(struct job *job, int n)
{
    pthread_t thread[TS_SPLIT];
    bool apart[TS_SPLIT] = {false};
    for (int i = 1; i < n; i++) apart[i] = !pthread_create(&thread[i], NULL, work, &job[i]);
    work(&job[0]);
    for (int i = 1; i < n; i++) {
        if (apart[i])
            pthread_join(thread[i], NULL);
        else
            work(&job[i]);
    }
}

static int load_jobs(ts_cpu_module *m, struct job *job, int n, ts_error *err)
{
    int rc = 0;
    work_all(job, n);
    for (int i = 0; i < n; i++) {
        m->handle[i] = job[i].handle;
        if (!job[i].handle) rc = ts_fail(err, "%s", job[i].err.text);
    }
    m->handles = n;
    if (rc) ts_cpu_unload(&m->head);
    return rc;
}

/* A text of many kernels in as many parts as there are processors, each compiled and cached by itself. In parts it
 * is ready sooner, as a whole in less processor time, since each part has the prelude. */
int ts_cpu_load(ts_module *head, const char *text, size_t bytes, ts_error *err)
{
    ts_topo topo;
    struct job *job = calloc(TS_SPLIT, sizeof *job);
    if (!job) return ts_fail(err, "no memory for a module");
    ts_topo_read(&topo);
    int most = ts_debug("whole") ? 1 : ts_topo_threads(&topo);
    ts_split parts = ts_split_make(text, bytes, most);
    int n = parts.n ? parts.n : 1, rc = ts_cc_find(&job[0].cc, err);
    for (int i = 0; i < n; i++) {
        job[i].cc = job[0].cc;
        job[i].isa = ((ts_cpu_device *)head->device)->isa;
        job[i].text = parts.n ? parts.text[i] : text;
        job[i].bytes = parts.n ? parts.bytes[i] : bytes;
    }
    if (!rc) rc = load_jobs((ts_cpu_module *)head, job, n, err);
    ts_split_free(&parts);
    free(job);
    return rc;
}

void ts_cpu_unload(ts_module *head)
{
    ts_cpu_module *m = (ts_cpu_module *)head;
    for (int i = 0; i < m->handles; i++)
        if (m->handle[i]) dlclose(m->handle[i]);
    m->handles = 0;
}

/* ---- symbols ---- */

static const void *symbol(const ts_module *m, const ts_entry *e, const char *end, ts_error *err)
{
    char full[sizeof e->entry + 8];
    snprintf(full, sizeof full, "%s%s", e->entry, end);
    const ts_cpu_module *own = (const ts_cpu_module *)m;
    const void *p = NULL;
    for (int i = 0; i < own->handles && !p; i++) p = dlsym(own->handle[i], full);
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
