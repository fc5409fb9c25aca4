/* cpu.c - the cpu driver: opens its device (instruction set, threads, name) and lists its variants. */
#include "rt/cc.h"
#include "rt/cpu.h"
#include "rt/topo.h"
#include "rt/tuning.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void name_device(ts_cpu_device *dev, const ts_topo *t)
{
    int threads = dev->head.threads;
    snprintf(dev->head.name, sizeof dev->head.name, "CPU (%s, %d thread%s, %s)", t->model, threads,
             threads == 1 ? "" : "s", dev->isa->label);
    snprintf(dev->head.target, sizeof dev->head.target, "%s", dev->isa->target);
}

/* threads: 0 for the right default. */
static ts_pool *make_pool(const ts_topo *t, int threads, unsigned without, ts_error *err)
{
    if (threads == 0) threads = ts_topo_threads(t);
    long spin = threads > t->cpus ? TS_POOL_CROWDED_NS : TS_POOL_SPIN_NS;
    return ts_pool_new(threads, without & TS_NO_SPIN ? 0 : spin, err);
}

static int open_cpu(ts_device *head, const char *variant, int threads, ts_error *err)
{
    ts_cpu_device *dev = (ts_cpu_device *)head;
    dev->isa = ts_isa_choose(variant, err);
    if (!dev->isa) return -1;
    ts_topo topo;
    ts_topo_read(&topo);
    dev->pool = make_pool(&topo, threads, 0, err);
    if (!dev->pool) return -1;
    head->threads = ts_pool_threads(dev->pool);
    dev->warm = ts_warm_new();
    name_device(dev, &topo);
    return 0;
}

/* The sets that this CPU has are listed widest first. */
static const ts_isa *narrower(const ts_isa *than)
{
    for (size_t i = 0; ts_isa_at(i); i++) {
        if (ts_isa_at(i) == than) return ts_isa_at(i + 1);
    }
    return NULL;
}

static int lack_cpu(ts_device *head, unsigned bits, ts_error *err)
{
    ts_cpu_device *dev = (ts_cpu_device *)head;
    const ts_isa *isa = bits & TS_NO_VECTORS ? narrower(dev->isa) : dev->isa;
    if (!isa)
        return ts_fail(err, "this CPU has no vectors narrower than those of %s", head->target);
    ts_topo topo;
    ts_topo_read(&topo);
    ts_pool *pool = make_pool(&topo, head->threads, bits, err);
    if (!pool) return -1;
    ts_pool_free(dev->pool);
    dev->pool = pool;
    dev->isa = isa;
    name_device(dev, &topo);
    return 0;
}

static void close_cpu(ts_device *dev)
{
    ts_warm_free(((ts_cpu_device *)dev)->warm);
    ts_pool_free(((ts_cpu_device *)dev)->pool);
}

static void describe_cpu(ts_device *dev)
{
    ts_cc *cc = calloc(1, sizeof *cc);
    if (cc && !ts_cc_find(cc, NULL)) ts_cc_version(cc, dev->versions, sizeof dev->versions);
    free(cc);
}

static void tune_cpu(ts_device *dev)
{
    dev->tuned = ts_tuning_find(dev->target, dev->tuning);
}

/* ---- list ---- */

enum { SETS = 4 };
static char line[SETS][256];
static pthread_once_t listed = PTHREAD_ONCE_INIT;

static void make_list(void)
{
    ts_topo topo;
    ts_topo_read(&topo);
    int threads = ts_topo_threads(&topo);
    const ts_isa *isa;
    for (size_t i = 0; i < SETS && (isa = ts_isa_at(i)); i++) {
        char values[TS_TUNING];
        bool tuned = ts_tuning_find(isa->target, values);
        snprintf(line[i], sizeof line[i], "%-12s CPU (%s, %d thread%s, %s); %s, %s", isa->target,
                 topo.model, threads, threads == 1 ? "" : "s", isa->label, values,
                 tuned ? "tuned here" : "not tuned");
    }
}

static const char *list_cpu(size_t i)
{
    pthread_once(&listed, make_list);
    return i < SETS && line[i][0] ? line[i] : NULL;
}

const ts_driver ts_driver_cpu = {
    .name = "cpu",
    .specs = "cpu, cpu:amx, cpu:avx512, cpu:avx2, cpu:generic",
    .device_bytes = sizeof(ts_cpu_device),
    .buffer_bytes = sizeof(ts_cpu_buffer),
    .module_bytes = sizeof(ts_cpu_module),
    .step_bytes = sizeof(ts_cpu_step),
    .open = open_cpu,
    .close = close_cpu,
    .list = list_cpu,
    .can_lack = TS_NO_VECTORS | TS_NO_CHUNKS | TS_NO_SPIN | TS_NO_HUGE_PAGES | TS_NO_OVERLAP,
    .lack = lack_cpu,
    .describe = describe_cpu,
    .tuning = tune_cpu,
    .buffer_new = ts_cpu_buffer_new,
    .buffer_wrap = ts_cpu_buffer_wrap,
    .buffer_free = ts_cpu_buffer_free,
    .put = ts_cpu_put,
    .get = ts_cpu_get,
    .look = ts_cpu_look,
    .load = ts_cpu_load,
    .unload = ts_cpu_unload,
    .record = ts_cpu_record,
    .run = ts_cpu_step_run,
    .time = ts_cpu_step_time,
    .step_free = ts_cpu_step_free,
};
