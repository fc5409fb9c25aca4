/* fake_driver.c - a device that turns a clock instead of computing (fake_driver.h). */
#include "test/rt/fake_driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rt/bind.h"

typedef struct fake_device {
    ts_device head;
    ts_fake_clock clock;
} fake_device;

typedef struct fake_buffer {
    ts_buffer head;
    unsigned char *data;
} fake_buffer;

typedef struct fake_step {
    ts_step head;
    ts_fake_call *call; /* of each launch, as it is before a run */
    char (*name)[64];
} fake_step;

/* ---- device, buffers, modules ---- */

static int open_fake(ts_device *dev, const char *rest, int threads, ts_error *err)
{
    (void)threads;
    const char *target = *rest ? rest : "fake";
    if (strlen(target) >= sizeof dev->target)
        return ts_fail(err, "the name of target %.40s... is too long", target);
    strcpy(dev->target, target);
    snprintf(dev->name, sizeof dev->name, "Fake (%s)", target);
    strcpy(dev->versions, "fake 1.0");
    return 0;
}

static void close_fake(ts_device *dev)
{
    (void)dev;
}

static int new_buffer(ts_buffer *b, ts_error *err)
{
    unsigned char *data = calloc(1, b->bytes + 16);
    ((fake_buffer *)b)->data = data;
    return data ? 0 : ts_fail(err, "no memory for a buffer of %zu bytes", b->bytes);
}

static int wrap(ts_buffer *b, const void *data, ts_error *err)
{
    (void)err;
    ((fake_buffer *)b)->data = (unsigned char *)(uintptr_t)data;
    return 0;
}

static void free_buffer(ts_buffer *b)
{
    if (!b->wrapped) free(((fake_buffer *)b)->data);
}

static int put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err)
{
    (void)err;
    memcpy(((fake_buffer *)b)->data + offset, data, bytes);
    return 0;
}

static int get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err)
{
    (void)err;
    memcpy(data, ((const fake_buffer *)b)->data + offset, bytes);
    return 0;
}

static int load(ts_module *m, const char *text, size_t bytes, ts_error *err)
{
    (void)text, (void)bytes, (void)err;
    ((fake_device *)m->device)->clock.modules++;
    return 0;
}

static void unload(ts_module *m)
{
    (void)m;
}

/* ---- steps ---- */

static void free_step(ts_step *s)
{
    free(((fake_step *)s)->call);
    free(((fake_step *)s)->name);
}

/* What a launch gives counts, since there is no kernel that says what it takes. */
static int record_one(ts_step *s, const ts_launch *l, ts_fake_call *call, ts_error *err)
{
    char modes[TS_MAX_BUFFERS + 1] = "";
    while (call->args < TS_MAX_BUFFERS && l->arg[call->args].buffer) modes[call->args++] = 'i';
    while (call->sizes < TS_MAX_SIZES && l->size[call->sizes].buffer) call->sizes++;
    ts_needs needs = {call->kernel, modes, call->args, call->sizes};
    if (!ts_take_module(s, l, err) || ts_take_buffers(s, l, &needs, err)) return -1;
    for (int i = 0; i < call->args; i++) {
        const fake_buffer *b = (const fake_buffer *)l->arg[i].buffer;
        call->arg[i] = b->data + l->arg[i].offset;
        call->bytes[i] = b->head.bytes - l->arg[i].offset;
    }
    for (int i = 0; i < call->sizes; i++) {
        const void *cell = ((const fake_buffer *)l->size[i].buffer)->data + l->size[i].offset;
        call->size[i] = cell;
    }
    call->after = l->after;
    return 0;
}

static int record(ts_step *head, const ts_launch *launch, ts_bound *bound, ts_error *err)
{
    (void)bound;
    fake_step *s = (fake_step *)head;
    s->call = calloc(head->n + 1, sizeof *s->call);
    s->name = calloc(head->n + 1, sizeof *s->name);
    int rc = s->call && s->name ? 0 : ts_fail(err, "no memory for %zu launches", head->n);
    for (size_t i = 0; i < head->n && !rc; i++) {
        snprintf(s->name[i], sizeof s->name[i], "%s", launch[i].kernel ? launch[i].kernel : "");
        s->call[i].kernel = s->name[i];
        s->call[i].launch = i;
        rc = record_one(head, &launch[i], &s->call[i], err);
    }
    if (rc) free_step(head);
    return rc;
}

/* ---- the clock ---- */

static double price(const ts_fake_clock *c, const ts_fake_call *call)
{
    double seconds = c->floor, bytes = 0;
    for (size_t i = 0; i < c->kernels; i++) {
        const ts_fake_kernel *k = &c->kernel[i];
        if (k->name && strcmp(k->name, call->kernel) != 0) continue;
        for (int a = 0; k->bytes == TS_FAKE_ALL && a < call->args; a++)
            bytes += (double)call->bytes[a];
        if (k->bytes != TS_FAKE_ALL) bytes = (double)k->bytes;
        seconds += k->seconds;
        break;
    }
    return c->bandwidth > 0 ? seconds + bytes / c->bandwidth : seconds;
}

/* seconds: of each launch, or NULL. */
static int turn(ts_step *head, double *seconds, ts_error *err)
{
    ts_fake_clock *c = &((fake_device *)head->device)->clock;
    size_t run = c->runs++;
    double jitter = c->jitters ? c->jitter[run % c->jitters] : 1;
    for (size_t i = 0; i < head->n; i++) {
        ts_fake_call call = ((fake_step *)head)->call[i];
        call.run = run;
        call.seconds = price(c, &call) * jitter;
        c->launches++;
        if (c->launch && c->launch(c->arg, &call, err)) return -1;
        if (seconds) seconds[i] = call.seconds;
        c->now += call.seconds;
    }
    return 0;
}

static int run(ts_step *s, ts_error *err)
{
    return turn(s, NULL, err);
}

static int measure(ts_step *s, double *seconds, bool *by_device, ts_error *err)
{
    const ts_fake_clock *c = &((fake_device *)s->device)->clock;
    double from = c->now;
    *by_device = !c->by_host;
    if (turn(s, NULL, err)) return -1;
    *seconds = c->now - from;
    return 0;
}

const ts_driver ts_fake_driver = {
    .name = "fake",
    .specs = "fake",
    .device_bytes = sizeof(fake_device),
    .buffer_bytes = sizeof(fake_buffer),
    .module_bytes = sizeof(ts_module),
    .step_bytes = sizeof(fake_step),
    .open = open_fake,
    .close = close_fake,
    .buffer_new = new_buffer,
    .buffer_wrap = wrap,
    .buffer_free = free_buffer,
    .put = put,
    .get = get,
    .load = load,
    .unload = unload,
    .record = record,
    .run = run,
    .time = turn,
    .elapsed = measure,
    .step_free = free_step,
};

ts_device *ts_fake_open(const char *target, ts_error *err)
{
    return ts_driver_open(&ts_fake_driver, target ? target : "", 1, err);
}

ts_fake_clock *ts_fake_clock_of(ts_device *dev)
{
    return &((fake_device *)dev)->clock;
}
