/* pipe.c - the device "pipe:COMMAND": asks another process to do the work (messages: pipe.h). */
#include "rt/pipe_talk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rt/driver.h"

typedef struct pipe_device {
    ts_device common;
    ts_talk talk;
    uint32_t last;           /* number given to a buffer, module or step */
    uint64_t memory, in_use; /* bytes for buffers, 0: unknown */
} pipe_device;

typedef struct pipe_buffer {
    ts_buffer common;
    uint32_t id;
} pipe_buffer;

typedef struct pipe_module {
    ts_module common;
    uint32_t id;
} pipe_module;

typedef struct pipe_step {
    ts_step common;
    uint32_t id;
} pipe_step;

/* ---- opening ---- */

/* A text of the reply that ends with a 0 byte; NULL: it does not. */
static const char *take_text(const unsigned char **at, const unsigned char *end)
{
    const unsigned char *from = *at, *zero = memchr(from, 0, (size_t)(end - from));
    if (!zero) return NULL;
    *at = zero + 1;
    return (const char *)from;
}

static int introduce(pipe_device *d, const unsigned char *body, size_t bytes, ts_error *err)
{
    enum { FIXED = 24 };
    const unsigned char *at = body + FIXED, *end = body + bytes;
    const char *target = bytes > FIXED ? take_text(&at, end) : NULL;
    const char *name = target ? take_text(&at, end) : NULL;
    if (!name || strlen(target) >= sizeof d->common.target)
        return ts_pipe_break(&d->talk, err, "introduced itself with a malformed reply");
    if (ts_get32(body) != TS_PIPE_VERSION)
        return ts_pipe_break(&d->talk, err, "speaks another version of the protocol");
    uint32_t groups = ts_get32(body + 4), patience = ts_get32(body + 8);
    memcpy(d->common.target, target, strlen(target) + 1); /* its length is checked above */
    snprintf(d->common.name, sizeof d->common.name, "%s", name);
    const char *versions = at < end ? take_text(&at, end) : NULL;
    snprintf(d->common.versions, sizeof d->common.versions, "%s", versions ? versions : "");
    ts_pipe_clean(d->common.target);
    ts_pipe_clean(d->common.name);
    ts_pipe_clean(d->common.versions);
    d->common.groups = groups < 1 ? 1 : groups > 65535 ? 65535 : (int)groups;
    d->memory = ts_get64(body + 16);
    d->talk.greeted = true;
    d->talk.patience = !patience                         ? TS_PIPE_PATIENCE
                       : patience > TS_PIPE_PATIENCE_MAX ? TS_PIPE_PATIENCE_MAX
                                                         : (int)patience;
    return 0;
}

static int greet(pipe_device *d, ts_error *err)
{
    unsigned char body[4], reply[768];
    size_t got = 0;
    ts_put32(body, TS_PIPE_VERSION);
    ts_request r = {.kind = TS_PIPE_HELLO,
                    .head = body,
                    .head_bytes = sizeof body,
                    .reply = reply,
                    .reply_bytes = sizeof reply,
                    .got = &got};
    if (!ts_pipe_ask(&d->talk, &r, err) && !introduce(d, reply, got, err)) return 0;
    ts_pipe_end(&d->talk, 0);
    return -1;
}

static int pipe_open(ts_device *dev, const char *rest, int threads, ts_error *err)
{
    pipe_device *d = (pipe_device *)dev;
    (void)threads;
    return ts_pipe_start(&d->talk, rest, err) ? -1 : greet(d, err);
}

static void pipe_close(ts_device *dev)
{
    ts_pipe_end(&((pipe_device *)dev)->talk, 5000);
}

/* A request that names an object and nothing else. */
static int ask_about(ts_device *dev, ts_pipe_kind kind, uint32_t id, ts_error *err)
{
    unsigned char body[4];
    ts_put32(body, id);
    ts_request r = {.kind = kind, .head = body, .head_bytes = sizeof body};
    return ts_pipe_ask(&((pipe_device *)dev)->talk, &r, err);
}

/* ---- buffers ---- */

static pipe_device *device_of(const ts_buffer *b)
{
    return (pipe_device *)b->device;
}

static int pipe_buffer_new(ts_buffer *b, ts_error *err)
{
    pipe_device *d = device_of(b);
    pipe_buffer *own = (pipe_buffer *)b;
    unsigned char body[16];
    if (d->memory && b->bytes > d->memory - d->in_use)
        return ts_fail(err,
                       "device %s has %llu bytes for buffers, %llu of them in use; %zu more do "
                       "not fit",
                       d->talk.command, (unsigned long long)d->memory,
                       (unsigned long long)d->in_use, b->bytes);
    own->id = ++d->last;
    ts_put64(ts_put32(ts_put32(body, own->id), 0), b->bytes);
    if (ts_pipe_ask(&d->talk,
                    &(ts_request){.kind = TS_PIPE_NEW, .head = body, .head_bytes = sizeof body},
                    err))
        return -1;
    d->in_use += b->bytes;
    return 0;
}

static void pipe_buffer_free(ts_buffer *b)
{
    device_of(b)->in_use -= b->bytes;
    ask_about(b->device, TS_PIPE_FREE, ((pipe_buffer *)b)->id, NULL);
}

enum { PIECE = TS_PIPE_FRAME - 64 };

static int pipe_put(ts_buffer *b, size_t offset, const void *data, size_t bytes, ts_error *err)
{
    unsigned char body[16];
    for (size_t at = 0; at < bytes; at += PIECE) {
        ts_put64(ts_put32(ts_put32(body, ((pipe_buffer *)b)->id), 0), offset + at);
        ts_request r = {.kind = TS_PIPE_PUT,
                        .head = body,
                        .head_bytes = sizeof body,
                        .data = (const char *)data + at,
                        .data_bytes = bytes - at < PIECE ? bytes - at : PIECE};
        if (ts_pipe_ask(&device_of(b)->talk, &r, err)) return -1;
    }
    return 0;
}

static int pipe_get(const ts_buffer *b, size_t offset, void *data, size_t bytes, ts_error *err)
{
    unsigned char body[24];
    for (size_t at = 0; at < bytes; at += PIECE) {
        size_t part = bytes - at < PIECE ? bytes - at : PIECE;
        ts_put64(ts_put64(ts_put32(ts_put32(body, ((const pipe_buffer *)b)->id), 0), offset + at),
                 part);
        ts_request r = {.kind = TS_PIPE_GET,
                        .head = body,
                        .head_bytes = sizeof body,
                        .reply = (char *)data + at,
                        .reply_bytes = part};
        if (ts_pipe_ask(&device_of(b)->talk, &r, err)) return -1;
    }
    return 0;
}

/* ---- modules ---- */

static int pipe_load(ts_module *m, const char *text, size_t bytes, ts_error *err)
{
    pipe_device *d = (pipe_device *)m->device;
    unsigned char body[4];
    ((pipe_module *)m)->id = ++d->last;
    ts_put32(body, d->last);
    ts_request r = {.kind = TS_PIPE_LOAD,
                    .head = body,
                    .head_bytes = sizeof body,
                    .data = text,
                    .data_bytes = bytes};
    return ts_pipe_ask(&d->talk, &r, err);
}

static void pipe_unload(ts_module *m)
{
    ask_about(m->device, TS_PIPE_UNLOAD, ((pipe_module *)m)->id, NULL);
}

/* ---- steps ---- */

/* Most that one launch takes in a message. */
enum { LAUNCH = 6 * 4 + sizeof((ts_entry *)0)->entry + 16 * (TS_MAX_BUFFERS + TS_MAX_SIZES) };

static unsigned char *put_place(unsigned char *to, const ts_buffer *b, size_t offset)
{
    return ts_put64(ts_put32(ts_put32(to, ((const pipe_buffer *)b)->id), 0), offset);
}

static unsigned char *put_launch(unsigned char *to, const ts_bound *b)
{
    const ts_entry *e = b->entry;
    size_t letters = strnlen(e->entry, sizeof e->entry);
    to = ts_put32(to, ((const pipe_module *)b->module)->id);
    to = ts_put32(to, (uint32_t)b->groups);
    to = ts_put32(to, b->after);
    to = ts_put32(to, (uint32_t)e->params);
    to = ts_put32(to, (uint32_t)e->sizes);
    to = ts_put32(to, (uint32_t)letters);
    memcpy(to, e->entry, letters);
    to += letters;
    for (int i = 0; i < e->params; i++) to = put_place(to, b->arg[i], b->arg_at[i]);
    for (int i = 0; i < e->sizes; i++) to = put_place(to, b->size[i], b->size_at[i]);
    return to;
}

static int pipe_record(ts_step *s, const ts_launch *launch, ts_bound *bound, ts_error *err)
{
    pipe_device *d = (pipe_device *)s->device;
    unsigned char *body = malloc(8 + s->n * LAUNCH);
    (void)launch;
    if (!body) return ts_fail(err, "no memory for a step of %zu launches", s->n);
    ((pipe_step *)s)->id = ++d->last;
    unsigned char *to = ts_put32(ts_put32(body, d->last), (uint32_t)s->n);
    for (size_t i = 0; i < s->n; i++) to = put_launch(to, &bound[i]);
    ts_request r = {.kind = TS_PIPE_RECORD, .head = body, .head_bytes = (size_t)(to - body)};
    int rc = ts_pipe_ask(&d->talk, &r, err);
    free(body);
    return rc;
}

static int pipe_run(ts_step *s, ts_error *err)
{
    return ask_about(s->device, TS_PIPE_RUN, ((pipe_step *)s)->id, err);
}

static int pipe_time(ts_step *s, double *seconds, ts_error *err)
{
    unsigned char body[4];
    ts_put32(body, ((pipe_step *)s)->id);
    ts_request r = {.kind = TS_PIPE_TIME,
                    .head = body,
                    .head_bytes = sizeof body,
                    .reply = seconds,
                    .reply_bytes = s->n * sizeof *seconds};
    if (ts_pipe_ask(&((pipe_device *)s->device)->talk, &r, err)) return -1;
    for (size_t i = 0; i < s->n; i++) {
        uint64_t bits = ts_get64((const unsigned char *)&seconds[i]);
        memcpy(&seconds[i], &bits, sizeof bits);
    }
    return 0;
}

static void pipe_step_free(ts_step *s)
{
    ask_about(s->device, TS_PIPE_DROP, ((pipe_step *)s)->id, NULL);
}

const ts_driver ts_driver_pipe = {
    .name = "pipe",
    .specs = "pipe:COMMAND",
    .device_bytes = sizeof(pipe_device),
    .buffer_bytes = sizeof(pipe_buffer),
    .module_bytes = sizeof(pipe_module),
    .step_bytes = sizeof(pipe_step),
    .open = pipe_open,
    .close = pipe_close,
    .can_lack = TS_NO_OVERLAP,
    .buffer_new = pipe_buffer_new,
    .buffer_free = pipe_buffer_free,
    .put = pipe_put,
    .get = pipe_get,
    .load = pipe_load,
    .unload = pipe_unload,
    .record = pipe_record,
    .run = pipe_run,
    .time = pipe_time,
    .step_free = pipe_step_free,
    .teams = true,
};
