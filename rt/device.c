/* device.c - include/tessera/device.h over drivers: finds the driver, checks arguments, counts holders.
 *
 * A buffer or module is held by the host and by the steps that use it, a device by the host and by all
 * that lives on it: so freeing early, in any order, is harmless.
 */
#include "rt/bind.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DRIVERS = 8 };
static const ts_driver *drivers[DRIVERS] = {
    &ts_driver_cpu, &ts_driver_opencl, &ts_driver_vulkan, &ts_driver_cuda, &ts_driver_pipe,
};

void ts_driver_add(const ts_driver *driver)
{
    int n = 0;
    while (drivers[n] && drivers[n] != driver) n++;
    assert(n < DRIVERS - 1);
    drivers[n] = driver;
}

/* ---- device ---- */

/* What follows NAME in "NAME" ("") or "NAME:REST"; NULL if spec is another. */
static const char *rest_of(const char *spec, const char *name)
{
    size_t n = strlen(name);
    if (strncmp(spec, name, n)) return NULL;
    if (!spec[n]) return spec + n;
    return spec[n] == ':' && spec[n + 1] ? spec + n + 1 : NULL;
}

static void refuse_spec(const char *spec, ts_error *err)
{
    char offers[512] = "";
    size_t used = 0;
    for (int i = 0; drivers[i]; i++) {
        size_t n = strlen(drivers[i]->specs);
        if (used + n + 3 > sizeof offers) break;
        if (used) memcpy(offers + used, ", ", 2), used += 2;
        memcpy(offers + used, drivers[i]->specs, n + 1);
        used += n;
    }
    ts_fail(err, "unknown device \"%.40s\"; this build offers %s", spec, offers);
}

ts_device *ts_driver_open(const ts_driver *driver, const char *rest, int threads, ts_error *err)
{
    ts_device *dev = calloc(1, driver->device_bytes);
    if (!dev) {
        ts_fail(err, "no memory for a device");
        return NULL;
    }
    *dev = (ts_device){.driver = driver, .threads = 1, .groups = 1, .holders = 1};
    if (!driver->open(dev, rest, threads, err)) return dev;
    free(dev);
    return NULL;
}

ts_device *ts_device_open(const char *spec, int threads, ts_error *err)
{
    if (!spec || !*spec) spec = "cpu";
    for (int i = 0; drivers[i]; i++) {
        const char *rest = rest_of(spec, drivers[i]->name);
        if (rest) return ts_driver_open(drivers[i], rest, threads, err);
    }
    refuse_spec(spec, err);
    return NULL;
}

void ts_device_close(ts_device *dev)
{
    if (!dev || --dev->holders) return;
    dev->driver->close(dev);
    free(dev);
}

const char *ts_device_name(const ts_device *dev)
{
    return dev->name;
}

const char *ts_device_target(const ts_device *dev)
{
    return dev->target;
}

/* Every device comes from ts_driver_open, so none is const itself. */
const char *ts_device_tuning(const ts_device *dev, bool *measured)
{
    ts_device *own = (ts_device *)(uintptr_t)dev;
    if (!own->has_tuning && dev->driver->tuning) dev->driver->tuning(own);
    own->has_tuning = true;
    if (measured) *measured = own->tuned;
    return own->tuning;
}

int ts_device_tune(ts_device *dev, const char *tuning, ts_error *err)
{
    if (strlen(tuning) >= sizeof dev->tuning)
        return ts_fail(err, "\"%.80s...\" is too long to be tuned to", tuning);
    strcpy(dev->tuning, tuning);
    dev->has_tuning = true;
    dev->tuned = false;
    return 0;
}

const char *ts_device_driver(const ts_device *dev)
{
    ts_device *own = (ts_device *)(uintptr_t)dev;
    if (!own->asked && dev->driver->describe) dev->driver->describe(own);
    own->asked = true;
    return own->versions;
}

int ts_device_without(ts_device *dev, unsigned bits, ts_error *err)
{
    const ts_driver *driver = dev->driver;
    if (bits & ~driver->can_lack)
        return ts_fail(err, "a %s device has not got what it is to do without (bits 0x%x)",
                       driver->name, bits & ~driver->can_lack);
    if (dev->holders > 1 || dev->without)
        return ts_fail(err, "what a device does without is chosen once, before it is used");
    if (driver->lack && driver->lack(dev, bits, err)) return -1;
    dev->without = bits;
    return 0;
}

unsigned ts_device_can_lack(const ts_device *dev)
{
    return dev->driver->can_lack;
}

int ts_device_threads(const ts_device *dev)
{
    return dev->threads;
}

bool ts_device_is_host(const ts_device *dev)
{
    return !dev->driver->teams;
}

const char *ts_device_list(size_t i)
{
    for (int d = 0; drivers[d]; d++) {
        const char *line;
        for (size_t k = 0; drivers[d]->list && (line = drivers[d]->list(k)); k++) {
            if (i-- == 0) return line;
        }
    }
    return NULL;
}

/* ---- buffers ---- */

static ts_buffer *describe(ts_device *dev, size_t bytes, ts_error *err)
{
    if (!dev) {
        ts_fail(err, "a buffer needs a device, but it is NULL");
        return NULL;
    }
    if (bytes > SIZE_MAX / 2) { /* drivers may add to it */
        ts_fail(err, "a buffer of %zu bytes does not fit into any memory", bytes);
        return NULL;
    }
    ts_buffer *b = calloc(1, dev->driver->buffer_bytes);
    if (!b) {
        ts_fail(err, "no memory for a buffer");
        return NULL;
    }
    *b = (ts_buffer){.device = dev, .bytes = bytes, .holders = 1};
    dev->holders++;
    return b;
}

/* A buffer that its driver has not made, or has freed. */
static void forget_buffer(ts_buffer *b)
{
    ts_device *dev = b->device;
    free(b->seen);
    free(b);
    ts_device_close(dev);
}

ts_buffer *ts_buffer_new(ts_device *dev, size_t bytes, ts_error *err)
{
    ts_buffer *b = describe(dev, bytes, err);
    if (!b || !dev->driver->buffer_new(b, err)) return b;
    forget_buffer(b);
    return NULL;
}

/* For devices that cannot use the caller's bytes in place. */
static int copy(ts_buffer *b, const void *data, ts_error *err)
{
    const ts_driver *driver = b->device->driver;
    if (driver->buffer_new(b, err)) return -1;
    if (!b->bytes || !driver->put(b, 0, data, b->bytes, err)) return 0;
    driver->buffer_free(b);
    return -1;
}

ts_buffer *ts_buffer_wrap(ts_device *dev, const void *data, size_t bytes, ts_error *err)
{
    if (!data || bytes > UINTPTR_MAX - (uintptr_t)data) {
        ts_fail(err, "cannot wrap %zu bytes at %p: no such memory", bytes, data);
        return NULL;
    }
    ts_buffer *b = describe(dev, bytes, err);
    if (!b) return NULL;
    int rc = dev->driver->buffer_wrap ? dev->driver->buffer_wrap(b, data, err) : copy(b, data, err);
    b->wrapped = true;
    if (!rc) return b;
    forget_buffer(b);
    return NULL;
}

void ts_buffer_free(ts_buffer *b)
{
    if (!b || --b->holders) return;
    b->device->driver->buffer_free(b);
    forget_buffer(b);
}

size_t ts_buffer_bytes(const ts_buffer *b)
{
    return b->bytes;
}

static int inside(const ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err)
{
    if (!b || (!data && bytes)) return ts_fail(err, "copying needs a buffer and memory, not NULL");
    if (offset <= b->bytes && bytes <= b->bytes - offset) return 0;
    return ts_fail(err, "%zu bytes at offset %zu lie outside a buffer of %zu bytes", bytes, offset,
                   b->bytes);
}

int ts_buffer_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err)
{
    if (inside(b, offset, data, bytes, err)) return -1;
    if (b->wrapped) return ts_fail(err, "a wrapped buffer is the caller's and is never written");
    if (bytes && b->device->driver->put(b, offset, data, bytes, err)) return -1;
    ts_guard_put(b, offset, data, bytes);
    return 0;
}

int ts_buffer_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err)
{
    if (inside(b, offset, data, bytes, err)) return -1;
    return bytes ? b->device->driver->get(b, offset, data, bytes, err) : 0;
}

/* ---- modules ---- */

static void forget_module(ts_module *m)
{
    ts_device *dev = m->device;
    ts_manifest_free(&m->manifest);
    free(m);
    ts_device_close(dev);
}

static ts_module *load(ts_device *dev, const char *text, size_t bytes, bool checked, ts_error *err)
{
    if (!dev || !text) {
        ts_fail(err, "a module needs a device and a text");
        return NULL;
    }
    ts_module *m = calloc(1, dev->driver->module_bytes);
    if (!m) {
        ts_fail(err, "no memory for a module");
        return NULL;
    }
    *m = (ts_module){.device = dev, .holders = 1, .checked = checked};
    dev->holders++;
    int rc = ts_manifest_read(&m->manifest, text, bytes, dev->driver->teams, err);
    if (!rc) rc = dev->driver->load(m, text, bytes, err);
    if (!rc) return m;
    forget_module(m);
    return NULL;
}

ts_module *ts_module_load(ts_device *dev, const char *text, size_t bytes, ts_error *err)
{
    return load(dev, text, bytes, false, err);
}

ts_module *ts_module_load_checked(ts_device *dev, const char *text, size_t bytes, ts_error *err)
{
    return load(dev, text, bytes, true, err);
}

void ts_module_free(ts_module *m)
{
    if (!m || --m->holders) return;
    m->device->driver->unload(m);
    forget_module(m);
}

/* ---- steps ---- */

/* Room for one more where n is a power of two or 0; else there is room. */
static int grow(void **list, size_t n, size_t size, ts_error *err)
{
    if (n & (n - 1)) return 0;
    void *more = realloc(*list, (n ? 2 * n : 1) * size);
    if (!more) return ts_fail(err, "no memory for a step");
    *list = more;
    return 0;
}

int ts_step_hold(ts_step *s, ts_buffer *b, ts_module *m, ts_error *err)
{
    void *buffers = s->buffer, *modules = s->module;
    int rc = b ? grow(&buffers, s->buffers, sizeof *s->buffer, err) : 0;
    s->buffer = buffers;
    if (!rc && m) rc = grow(&modules, s->modules, sizeof *s->module, err);
    s->module = modules;
    if (rc) return -1;
    if (b) {
        b->holders++;
        s->buffer[s->buffers++] = b;
    }
    if (m) {
        m->holders++;
        s->module[s->modules++] = m;
    }
    return 0;
}

static void forget_step(ts_step *s)
{
    ts_device *dev = s->device;
    for (size_t i = 0; i < s->buffers; i++) ts_buffer_free(s->buffer[i]);
    for (size_t i = 0; i < s->modules; i++) ts_module_free(s->module[i]);
    free(s->buffer);
    free(s->module);
    free(s->bound);
    ts_guard_free(&s->guard);
    free(s);
    ts_device_close(dev);
}

static int record(ts_step *s, const ts_launch *launch, ts_error *err)
{
    const ts_driver *driver = s->device->driver;
    if (!driver->teams) return driver->record(s, launch, NULL, err);
    s->bound = calloc(s->n + 1, sizeof *s->bound);
    if (!s->bound) return ts_fail(err, "no memory for a step of %zu launches", s->n);
    return ts_bind(s, launch, s->bound, err) ? -1 : driver->record(s, launch, s->bound, err);
}

ts_step *ts_step_record(ts_device *dev, const ts_launch *launch, size_t n, ts_error *err)
{
    if (n > (1u << 24) || !dev || (n && !launch)) {
        ts_fail(err, "a step needs a device and at most 2^24 launches");
        return NULL;
    }
    ts_step *s = calloc(1, dev->driver->step_bytes);
    if (!s) {
        ts_fail(err, "no memory for a step");
        return NULL;
    }
    *s = (ts_step){.device = dev, .n = n};
    dev->holders++;
    if (!record(s, launch, err)) return s;
    forget_step(s);
    return NULL;
}

/* Before each run, however it is timed. */
static int ready(ts_step *s, ts_error *err)
{
    if (!s) return ts_fail(err, "running a step needs one, not NULL");
    if (ts_guard_check(s, err)) return -1;
    ts_guard_ran(s);
    return 0;
}

int ts_step_run(ts_step *s, ts_error *err)
{
    return ready(s, err) ? -1 : s->device->driver->run(s, err);
}

int ts_step_time(ts_step *s, double *seconds, ts_error *err)
{
    if (s && s->n && !seconds) return ts_fail(err, "timing a step needs a slot for each launch");
    return ready(s, err) ? -1 : s->device->driver->time(s, seconds, err);
}

/* What a launch may still write comes only when it has ended. */
static int settle(const ts_step *s, ts_error *err)
{
    unsigned char byte;
    for (size_t i = 0; i < s->buffers; i++) {
        if (s->buffer[i]->bytes) return s->device->driver->get(s->buffer[i], 0, &byte, 1, err);
    }
    return 0;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int elapsed_by_host(ts_step *s, double *seconds, ts_error *err)
{
    if (settle(s, err)) return -1;
    double from = now();
    if (s->device->driver->run(s, err) || settle(s, err)) return -1;
    *seconds = now() - from;
    return 0;
}

int ts_step_elapsed(ts_step *s, double *seconds, bool *by_device, ts_error *err)
{
    if (!seconds || !by_device)
        return ts_fail(err, "measuring a step needs room for its time and for whose clock it is");
    *by_device = false;
    if (ready(s, err)) return -1;
    const ts_driver *driver = s->device->driver;
    return driver->elapsed ? driver->elapsed(s, seconds, by_device, err)
                           : elapsed_by_host(s, seconds, err);
}

void ts_step_free(ts_step *s)
{
    if (!s) return;
    s->device->driver->step_free(s);
    forget_step(s);
}
