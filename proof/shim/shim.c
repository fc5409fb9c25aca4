/* shim.c - the shim device as a driver: open, list (shim.h). */
#include "proof/proof.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 16 }; /* dialects */

const ts_shim_dialect *ts_shim_dialect_at(size_t i)
{
    const ts_proof *p;
    for (size_t k = 0; (p = ts_proof_at(k)); k++)
        for (const ts_shim_dialect *d = p->shim; d && d->target; d++)
            if (!i--) return d;
    return NULL;
}

/* "hip" means its first variant, as a target's name does. */
static const ts_shim_dialect *choose(const char *rest, ts_error *err)
{
    const ts_shim_dialect *d;
    size_t n = strlen(rest);
    for (size_t i = 0; n && (d = ts_shim_dialect_at(i)); i++)
        if (!strncmp(d->target, rest, n) && (!d->target[n] || d->target[n] == ':')) return d;
    char all[200] = "";
    for (size_t i = 0; (d = ts_shim_dialect_at(i)); i++) {
        size_t used = strlen(all);
        snprintf(all + used, sizeof all - used, "%sshim:%s", i ? ", " : "", d->target);
    }
    ts_fail(err, "no device shim:%.40s; there are %s", rest, all);
    return NULL;
}

static int open_device(ts_device *base, const char *rest, int threads, ts_error *err)
{
    ts_shim_device *dev = (ts_shim_device *)base;
    (void)threads; /* blocks run one after the other */
    dev->dialect = choose(rest, err);
    if (!dev->dialect || ts_shim_find(&dev->cc, err) || ts_shim_memory(dev, err)) return -1;
    const char *slash = strrchr(dev->cc.path, '/');
    snprintf(base->name, sizeof base->name, "%s on fibers of the CPU (%.60s)", dev->dialect->what,
             slash ? slash + 1 : dev->cc.path);
    snprintf(base->target, sizeof base->target, "%s", dev->dialect->target);
    base->threads = 1;
    base->groups = 3;
    dev->limit = 300;
    return 0;
}

/* "clang++ 19.1.7" */
static void describe_device(ts_device *base)
{
    char line[64];
    ts_cc_version(&((ts_shim_device *)base)->cc, line, sizeof line);
    const char *number = strncmp(line, "clang ", 6) ? NULL : line + 6;
    snprintf(base->versions, sizeof base->versions, "%s%s", number ? "clang++ " : "",
             number ? number : line);
}

static void close_device(ts_device *base)
{
    ts_shim_memory_free((ts_shim_device *)base);
}

static const char *list_device(size_t i)
{
    static char line[MOST][96];
    const ts_shim_dialect *d = ts_shim_dialect_at(i);
    ts_cc cc;
    ts_error ignored = {{0}};
    if (i >= MOST || !d || ts_shim_find(&cc, &ignored)) return NULL;
    snprintf(line[i], sizeof line[i], "shim:%-10s %s on fibers of the CPU", d->target, d->what);
    return line[i];
}

static void free_step(ts_step *s)
{
    (void)s; /* what a step needs is in its bound launches */
}

const ts_driver ts_driver_shim = {
    .name = "shim",
    .specs = "shim:cuda, shim:hip:wave64, ...",
    .device_bytes = sizeof(ts_shim_device),
    .buffer_bytes = sizeof(ts_shim_buffer),
    .module_bytes = sizeof(ts_shim_module),
    .step_bytes = sizeof(ts_step),
    .open = open_device,
    .close = close_device,
    .list = list_device,
    .describe = describe_device,
    .buffer_new = ts_shim_buffer_new,
    .buffer_free = ts_shim_buffer_free,
    .put = ts_shim_put,
    .get = ts_shim_get,
    .load = ts_shim_load,
    .unload = ts_shim_unload,
    .record = ts_shim_record,
    .run = ts_shim_run,
    .time = ts_shim_time,
    .step_free = free_step,
    .teams = true,
};
