/* cpu.c - opens the cpu device: instruction set, threads, name (include/tessera/device.h). */
#include "rt/cpu.h"
#include "rt/topo.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "cpu" or "cpu:NAME"; returns NAME or "", NULL for something else. */
static const char *variant_of(const char *spec)
{
    if (!spec || !*spec) return "";
    if (strncmp(spec, "cpu", 3)) return NULL;
    if (!spec[3]) return "";
    return spec[3] == ':' && spec[4] ? spec + 4 : NULL;
}

/* Pinning pays when we fill the machine and nobody else steers; otherwise two processes could pin
 * their workers to the same cores while others idle. */
static bool may_pin(const ts_topo *t, int threads)
{
    return threads == t->cores && t->cpus == t->online && !t->quota;
}

static void name_device(ts_device *dev, const ts_topo *t, int threads)
{
    snprintf(dev->name, sizeof dev->name, "CPU (%s, %d thread%s, %s)", t->model, threads,
             threads == 1 ? "" : "s", dev->isa->label);
}

ts_device *ts_device_open(const char *spec, int threads, ts_error *err)
{
    const char *variant = variant_of(spec);
    if (!variant) {
        ts_fail(
            err,
            "unknown device \"%.40s\"; this build offers cpu, cpu:avx512, cpu:avx2, cpu:generic",
            spec);
        return NULL;
    }
    const ts_isa *isa = ts_isa_choose(variant, err);
    if (!isa) return NULL;
    ts_topo topo;
    ts_topo_read(&topo);
    if (threads == 0) threads = ts_topo_threads(&topo);
    ts_device *dev = calloc(1, sizeof *dev);
    if (!dev) {
        ts_fail(err, "no memory for a device");
        return NULL;
    }
    dev->isa = isa;
    dev->pool =
        ts_pool_new(threads, may_pin(&topo, threads) ? topo.cpu : NULL, threads > topo.cpus, err);
    if (!dev->pool) {
        free(dev);
        return NULL;
    }
    name_device(dev, &topo, threads);
    return dev;
}

void ts_device_close(ts_device *dev)
{
    if (!dev) return;
    ts_pool_free(dev->pool);
    free(dev);
}

const char *ts_device_name(const ts_device *dev)
{
    return dev->name;
}

const char *ts_device_target(const ts_device *dev)
{
    return dev->isa->target;
}

int ts_device_threads(const ts_device *dev)
{
    return ts_pool_threads(dev->pool);
}

/* ---- list ---- */

static char line[4][192];
static pthread_once_t listed = PTHREAD_ONCE_INIT;

static void make_list(void)
{
    ts_topo topo;
    ts_topo_read(&topo);
    int threads = ts_topo_threads(&topo);
    const ts_isa *isa;
    for (size_t i = 0; i < 4 && (isa = ts_isa_at(i)); i++)
        snprintf(line[i], sizeof line[i], "%-12s CPU (%s, %d thread%s, %s)", isa->target,
                 topo.model, threads, threads == 1 ? "" : "s", isa->label);
}

const char *ts_device_list(size_t i)
{
    pthread_once(&listed, make_list);
    return i < 4 && line[i][0] ? line[i] : NULL;
}
