/* cuda.c - opens and lists NVIDIA GPUs; the table of the cuda device (cuda.h).
 *
 * A GPU of sm_90 takes texts of cuda:hopper, any other those of cuda; so does one of sm_90 with "+basic" behind its number.
 *
 * Kernels whose number of groups is open are launched with two groups for each multiprocessor: enough
 * that one computes while the other waits for memory, few enough that each has many programs to walk
 * through and all are resident at once.
 */
#include "rt/cuda.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what a GPU is ---- */

struct card {
    char name[96];
    size_t memory;
    int sm, units;
};

static ts_cu_result look(const ts_cuda_api *a, ts_cu_device device, struct card *c)
{
    int major = 0, minor = 0;
    memset(c, 0, sizeof *c);
    ts_cu_result r = a->device_name(c->name, sizeof c->name - 1, device);
    if (!r) r = a->device_memory(&c->memory, device);
    if (!r) r = a->device_attribute(&major, TS_CU_MAJOR, device);
    if (!r) r = a->device_attribute(&minor, TS_CU_MINOR, device);
    if (!r) r = a->device_attribute(&c->units, TS_CU_MULTIPROCESSORS, device);
    c->sm = 10 * major + minor;
    return r;
}

/* ---- open ---- */

/* "", "N", "+basic", "N+basic": the text that is for no generation alone. */
static int number_of(const char *rest, int *n, bool *basic, ts_error *err)
{
    char *end = (char *)(uintptr_t)rest;
    long value = *rest >= '0' && *rest <= '9' ? strtol(rest, &end, 10) : 0;
    *basic = !strcmp(end, "+basic");
    if ((*end && !*basic) || value > 1023)
        return ts_fail(err, "unknown device \"cuda:%.40s\"; write cuda or cuda:N", rest);
    *n = (int)value;
    return 0;
}

static int find_card(ts_cuda_device *d, int n, ts_error *err)
{
    int count = 0;
    if (ts_cuda_try(d, d->api->init(0), "starting the driver", err) ||
        ts_cuda_try(d, d->api->driver_version(&d->version), "asking for the version", err) ||
        ts_cuda_try(d, d->api->device_count(&count), "counting GPUs", err))
        return -1;
    if (count < 1) return ts_fail(err, "cuda: the driver sees no GPU; see nvidia-smi");
    if (n >= count)
        return ts_fail(err, "no device cuda:%d; cuda:%d is the last of this machine", n, count - 1);
    return ts_cuda_try(d, d->api->device_get(&d->ordinal, n), "opening a GPU", err);
}

static int make_streams(ts_cuda_device *d, ts_error *err)
{
    ts_cu_stream *stream[] = {&d->stream, &d->side[0], &d->side[1], &d->side[2]};
    ts_cu_event *event[] = {&d->fork, &d->join[0], &d->join[1], &d->join[2]};
    for (int i = 0; i < 1 + TS_CUDA_SIDES; i++) {
        if (ts_cuda_try(d, d->api->stream_new(stream[i], TS_CU_STREAM_NON_BLOCKING),
                        "making a stream", err) ||
            ts_cuda_try(d, d->api->event_new(event[i], TS_CU_EVENT_NO_TIMING), "making an event",
                        err))
            return -1;
    }
    return 0;
}

static void close_cuda(ts_device *head)
{
    ts_cuda_device *d = (ts_cuda_device *)head;
    if (!d->context) return;
    d->api->context_set(d->context);
    if (d->stream) d->api->stream_wait(d->stream);
    ts_cuda_staging_free(d);
    for (int i = 0; i < TS_CUDA_SIDES; i++) {
        if (d->join[i]) d->api->event_free(d->join[i]);
        if (d->side[i]) d->api->stream_free(d->side[i]);
    }
    if (d->fork) d->api->event_free(d->fork);
    if (d->stream) d->api->stream_free(d->stream);
    d->api->context_set(NULL);
    d->api->context_release(d->ordinal);
    d->context = NULL;
}

static int describe(ts_cuda_device *d, bool basic, ts_error *err)
{
    struct card c;
    if (ts_cuda_try(d, look(d->api, d->ordinal, &c), "describing a GPU", err)) return -1;
    d->sm = c.sm;
    d->head.threads = 1;
    d->head.groups = 2 * (c.units > 0 ? c.units : 1);
    snprintf(d->head.target, sizeof d->head.target, "%s",
             c.sm == 90 && !basic ? "cuda:hopper" : "cuda");
    snprintf(d->head.name, sizeof d->head.name, "%s (sm_%d, %d SMs, CUDA %d.%d)", c.name, c.sm,
             c.units, d->version / 1000, d->version % 1000 / 10);
    if (c.sm >= 70) return 0;
    return ts_fail(err, "%s is of generation sm_%d; sm_70 or newer is needed", c.name, c.sm);
}

static int open_cuda(ts_device *head, const char *rest, int threads, ts_error *err)
{
    ts_cuda_device *d = (ts_cuda_device *)head;
    int n = 0;
    bool basic;
    (void)threads;
    if (number_of(rest, &n, &basic, err)) return -1;
    d->api = ts_cuda_load(err);
    if (!d->api || find_card(d, n, err) || describe(d, basic, err)) return -1;
    if (ts_cuda_try(d, d->api->context_retain(&d->context, d->ordinal), "making a context", err))
        return -1;
    if (!ts_cuda_enter(d, err) && !make_streams(d, err) && !ts_cuda_staging_new(d, err)) return 0;
    close_cuda(head);
    return -1;
}

/* ---- versions ---- */

bool ts_cuda_read_version(const char *said, char *version, size_t cap)
{
    static const char digits[] = "0123456789.";
    for (const char *at = said; *at; at += strcspn(at, " \t\n"), at += strspn(at, " \t\n")) {
        size_t n = strspn(at, digits);
        if (!n || !memchr(at, '.', n) || !strchr(" \t\n", at[n]) || n >= cap) continue;
        memcpy(version, at, n);
        version[n] = 0;
        return true;
    }
    return false;
}

/* The library tells only which CUDA it is made for; the kernel module tells its release. */
static bool read_release(char *version, size_t cap)
{
    static const char *const files[] = {"/proc/driver/nvidia/version",
                                        "/sys/module/nvidia/version"};
    char said[512];
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        FILE *f = fopen(files[i], "re");
        size_t n = f ? fread(said, 1, sizeof said - 1, f) : 0;
        if (f) fclose(f);
        said[n] = 0;
        if (n && ts_cuda_read_version(said, version, cap)) return true;
    }
    return false;
}

static void describe_cuda(ts_device *head)
{
    int version = ((ts_cuda_device *)head)->version;
    char release[32], compiler[64];
    ts_cuda_compiler(version, compiler, sizeof compiler);
    if (read_release(release, sizeof release))
        snprintf(head->versions, sizeof head->versions, "NVIDIA %s, %s", release, compiler);
    else
        snprintf(head->versions, sizeof head->versions, "NVIDIA (CUDA %d.%d), %s", version / 1000,
                 version % 1000 / 10, compiler);
}

/* ---- list ---- */

static char line[16][192];
static pthread_mutex_t listing = PTHREAD_MUTEX_INITIALIZER;

static const char *list_cuda(size_t i)
{
    const ts_cuda_api *a = ts_cuda_load(NULL);
    struct card c;
    int count = 0, version = 0;
    ts_cu_device device;
    if (i >= sizeof line / sizeof *line || !a || a->init(0) || a->driver_version(&version) ||
        a->device_count(&count) || (int)i >= count || a->device_get(&device, (int)i) ||
        look(a, device, &c))
        return NULL;
    pthread_mutex_lock(&listing);
    snprintf(line[i], sizeof line[i], "cuda:%-7zu %s, sm_%d, %.0f GB, %d SMs, driver %d.%d", i,
             c.name, c.sm, (double)c.memory / 1e9, c.units, version / 1000, version % 1000 / 10);
    pthread_mutex_unlock(&listing);
    return line[i];
}

const ts_driver ts_driver_cuda = {
    .name = "cuda",
    .specs = "cuda:N",
    .device_bytes = sizeof(ts_cuda_device),
    .buffer_bytes = sizeof(ts_cuda_buffer),
    .module_bytes = sizeof(ts_cuda_module),
    .step_bytes = sizeof(ts_cuda_step),
    .open = open_cuda,
    .close = close_cuda,
    .list = list_cuda,
    .can_lack = TS_NO_GRAPH | TS_NO_EARLY | TS_NO_OVERLAP,
    .describe = describe_cuda,
    .buffer_new = ts_cuda_buffer_new,
    .buffer_free = ts_cuda_buffer_free,
    .put = ts_cuda_put,
    .get = ts_cuda_get,
    .load = ts_cuda_module_load,
    .unload = ts_cuda_module_unload,
    .record = ts_cuda_record,
    .run = ts_cuda_run,
    .time = ts_cuda_time,
    .elapsed = ts_cuda_elapsed,
    .step_free = ts_cuda_step_free,
    .teams = true,
};
