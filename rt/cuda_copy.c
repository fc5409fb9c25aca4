/* cuda_copy.c - memory of the cuda device, and the way to it through pinned memory (cuda.h).
 *
 * put copies into a half of the staging memory, starts the transfer and returns: the caller's data may
 * change at once and nothing waits, until both halves are full. A big put so overlaps its own reading
 * (of a mapped file, page by page) with the transfer. Everything goes through one stream, so a step
 * that is run later sees what was put before, and get sees what ran before.
 */
#include "rt/cuda.h"

#include <stdio.h>
#include <string.h>

enum { GRAIN = 256, SLACK = 16 };

/* ---- staging ---- */

int ts_cuda_staging_new(ts_cuda_device *d, ts_error *err)
{
    for (int i = 0; i < 2; i++) {
        void *p = NULL;
        if (ts_cuda_try(d, d->api->host_alloc(&p, TS_CUDA_HALF, 0), "pinning memory of the host",
                        err))
            return -1;
        d->staging.half[i] = p;
        if (ts_cuda_try(d, d->api->event_new(&d->staging.done[i], TS_CU_EVENT_NO_TIMING),
                        "making an event", err))
            return -1;
    }
    return 0;
}

void ts_cuda_staging_free(ts_cuda_device *d)
{
    for (int i = 0; i < 2; i++) {
        if (d->staging.done[i]) d->api->event_free(d->staging.done[i]);
        if (d->staging.half[i]) d->api->host_free(d->staging.half[i]);
    }
}

/* Turns to the other half, once the transfers out of it are done. */
static int turn(ts_cuda_device *d, ts_error *err)
{
    ts_cuda_staging *s = &d->staging;
    if (ts_cuda_try(d, d->api->event_record(s->done[s->now], d->stream), "recording an event", err))
        return -1;
    s->left[s->now] = true;
    s->now = !s->now;
    s->used = 0;
    if (!s->left[s->now]) return 0;
    s->left[s->now] = false;
    return ts_cuda_try(d, d->api->event_wait(s->done[s->now]), "copying to the device", err);
}

/* All transfers are done, so both halves are free. */
static int settle(ts_cuda_device *d, const char *what, ts_error *err)
{
    if (ts_cuda_try(d, d->api->stream_wait(d->stream), what, err)) return -1;
    d->staging.left[0] = d->staging.left[1] = false;
    d->staging.used = 0;
    return 0;
}

/* ---- buffers ---- */

int ts_cuda_buffer_new(ts_buffer *head, ts_error *err)
{
    ts_cuda_buffer *b = (ts_cuda_buffer *)head;
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    char what[80];
    if (head->bytes > SIZE_MAX - GRAIN - SLACK)
        return ts_fail(err, "cuda: no GPU has %zu bytes of memory", head->bytes);
    size_t bytes = (head->bytes + SLACK + GRAIN - 1) & ~(size_t)(GRAIN - 1);
    snprintf(what, sizeof what, "allocating a buffer of %zu bytes", head->bytes);
    if (ts_cuda_enter(d, err) || ts_cuda_try(d, d->api->alloc(&b->at, bytes), what, err)) return -1;
    if (!ts_cuda_try(d, d->api->fill(b->at, 0, bytes, d->stream), "clearing a buffer", err))
        return 0;
    d->api->free(b->at);
    b->at = 0;
    return -1;
}

void ts_cuda_buffer_free(ts_buffer *head)
{
    ts_cuda_buffer *b = (ts_cuda_buffer *)head;
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    ts_error ignored = {{0}};
    if (!b->at) return;
    if (!ts_cuda_enter(d, &ignored)) settle(d, "ending what runs", &ignored);
    d->api->free(b->at);
    b->at = 0;
}

int ts_cuda_put(ts_buffer *head, size_t offset, const void *data, size_t bytes, ts_error *err)
{
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    ts_cuda_staging *s = &d->staging;
    ts_cu_ptr to = ((ts_cuda_buffer *)head)->at + offset;
    if (ts_cuda_enter(d, err)) return -1;
    for (const unsigned char *from = data; bytes;) {
        if (s->used == TS_CUDA_HALF && turn(d, err)) return -1;
        size_t room = TS_CUDA_HALF - s->used, n = bytes < room ? bytes : room;
        memcpy(s->half[s->now] + s->used, from, n);
        if (ts_cuda_try(d, d->api->to_device(to, s->half[s->now] + s->used, n, d->stream),
                        "copying to the device", err))
            return -1;
        s->used += (n + GRAIN - 1) & ~(size_t)(GRAIN - 1);
        from += n;
        to += n;
        bytes -= n;
    }
    return 0;
}

/* Starts chunk i of a get into its half; its event tells when it has come. */
static int fetch(ts_cuda_device *d, ts_cu_ptr from, size_t n, int half, ts_error *err)
{
    ts_cuda_staging *s = &d->staging;
    return ts_cuda_try(d, d->api->to_host(s->half[half], from, n, d->stream),
                       "copying from the device", err) ||
                   ts_cuda_try(d, d->api->event_record(s->done[half], d->stream),
                               "recording an event", err)
               ? -1
               : 0;
}

static size_t chunk(size_t bytes, size_t i)
{
    size_t left = bytes - i * TS_CUDA_HALF;
    return left < TS_CUDA_HALF ? left : TS_CUDA_HALF;
}

/* One chunk travels while the one before it is copied out. The halves may still hold a put on its way:
 * the stream keeps that order. */
int ts_cuda_get(const ts_buffer *head, size_t offset, void *data, size_t bytes, ts_error *err)
{
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    ts_cu_ptr from = ((const ts_cuda_buffer *)head)->at + offset;
    size_t chunks = bytes / TS_CUDA_HALF + (bytes % TS_CUDA_HALF != 0);
    if (ts_cuda_enter(d, err)) return -1;
    if (chunks && fetch(d, from, chunk(bytes, 0), 0, err)) return -1;
    for (size_t i = 0; i < chunks; i++) {
        int half = (int)(i & 1);
        size_t at = i * TS_CUDA_HALF;
        if (i + 1 < chunks && fetch(d, from + at + TS_CUDA_HALF, chunk(bytes, i + 1), !half, err))
            return -1;
        if (ts_cuda_try(d, d->api->event_wait(d->staging.done[half]), "running a step", err))
            return -1;
        memcpy((unsigned char *)data + at, d->staging.half[half], chunk(bytes, i));
    }
    return settle(d, "running a step", err);
}
