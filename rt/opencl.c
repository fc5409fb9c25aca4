/* opencl.c - the driver of OpenCL devices.
 *
 * One queue in order: launches wait for each other as the standard says, and nothing has to be told
 * about their buffers. A step holds a kernel object for each launch with its arguments set, so a replay
 * is one call per launch. A kernel's parameters, as emitted: a pointer per param, one per size cell,
 * then where to start, a uint for each (in elements of the param; in cells).
 *
 * What the host writes between replays is small; it is copied into `stage` and sent without waiting.
 */
#include "rt/driver.h"
#include "rt/opencl_api.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STAGE = 64 * 1024, SMALL = 4096, PAD = 16, ROUND = 64 };

typedef struct cl_device {
    ts_device head;
    const ts_cl *cl;
    ts_cl_found found;
    ts_cl_context context;
    ts_cl_queue queue;
    unsigned char *stage; /* bytes on their way to the device */
    size_t staged;
} cl_device;

typedef struct cl_buffer {
    ts_buffer head;
    ts_cl_mem mem;
} cl_buffer;

typedef struct cl_module {
    ts_module head;
    ts_cl_program program;
} cl_module;

typedef struct cl_step {
    ts_step head;
    ts_cl_kernel *kernel; /* one per launch */
} cl_step;

static cl_device *device_of(ts_device *head)
{
    return (cl_device *)head;
}

/* ---- device ---- */

static int parse_index(const char *rest, size_t *index, ts_error *err)
{
    size_t n = strspn(rest, "0123456789");
    if (rest[n] || n > 3)
        return ts_fail(err, "opencl:%.40s: a number is expected, for example opencl:0", rest);
    *index = (size_t)strtoul(rest, NULL, 10);
    return 0;
}

static int find_device(cl_device *d, const char *rest, ts_error *err)
{
    size_t index = 0, count;
    if (parse_index(rest, &index, err)) return -1;
    d->cl = ts_cl_load(err);
    if (!d->cl) return -1;
    if (!ts_cl_find(d->cl, index, &d->found, &count)) return 0;
    if (!count)
        return ts_fail(err, "OpenCL has no devices; install a driver, for example: apt-get install "
                            "pocl-opencl-icd");
    return ts_fail(err, "there is no device opencl:%zu; this machine has opencl:0 to opencl:%zu",
                   index, count - 1);
}

static int make_queue(cl_device *d, ts_error *err)
{
    intptr_t want[] = {TS_CL_CONTEXT_PLATFORM, (intptr_t)d->found.platform, 0};
    int code = 0;
    d->context = d->cl->CreateContext(want, 1, &d->found.id, NULL, NULL, &code);
    if (!d->context) return ts_cl_fail(code, "cannot open the device", err);
    d->queue =
        d->cl->CreateCommandQueue(d->context, d->found.id, TS_CL_QUEUE_PROFILING_ENABLE, &code);
    if (!d->queue) return ts_cl_fail(code, "cannot open a queue", err);
    d->stage = malloc(STAGE);
    return d->stage ? 0 : ts_fail(err, "no memory for a device");
}

static void close_cl(ts_device *head)
{
    cl_device *d = device_of(head);
    if (d->queue) {
        d->cl->Finish(d->queue);
        d->cl->ReleaseCommandQueue(d->queue);
    }
    if (d->context) d->cl->ReleaseContext(d->context);
    free(d->stage);
}

static int open_cl(ts_device *head, const char *rest, int threads, ts_error *err)
{
    cl_device *d = device_of(head);
    (void)threads;
    if (find_device(d, rest, err)) return -1;
    if (make_queue(d, err)) {
        close_cl(head);
        return -1;
    }
    const ts_cl_found *f = &d->found;
    snprintf(head->name, sizeof head->name, "OpenCL (%s, %u unit%s, %s)", f->name, f->units,
             f->units == 1 ? "" : "s", f->maker);
    snprintf(head->versions, sizeof head->versions, "%s %s", f->maker, f->driver);
    strcpy(head->target, "opencl");
    head->groups = f->units > 4 && f->units < 10000 ? 4 * (int)f->units : 16;
    return 0;
}

/* ---- buffers ---- */

static int new_buffer(ts_buffer *head, ts_error *err)
{
    cl_device *d = device_of(head->device);
    cl_buffer *b = (cl_buffer *)head;
    size_t bytes = (head->bytes + PAD + ROUND - 1) & ~(size_t)(ROUND - 1);
    if (bytes > d->found.most)
        return ts_fail(err,
                       "a buffer of %zu bytes does not fit: %s has %.1f GB, and %.1f GB for one "
                       "buffer",
                       head->bytes, head->device->name, (double)d->found.memory * 1e-9,
                       (double)d->found.most * 1e-9);
    static const unsigned zero;
    int code = 0;
    b->mem = d->cl->CreateBuffer(d->context, TS_CL_MEM_READ_WRITE, bytes, NULL, &code);
    if (b->mem)
        code =
            d->cl->EnqueueFillBuffer(d->queue, b->mem, &zero, sizeof zero, 0, bytes, 0, NULL, NULL);
    if (b->mem && !code) return 0;
    char what[96];
    snprintf(what, sizeof what, "cannot make a buffer of %zu bytes", head->bytes);
    if (b->mem) d->cl->ReleaseMemObject(b->mem);
    return ts_cl_fail(code, what, err);
}

static void free_buffer(ts_buffer *b)
{
    device_of(b->device)->cl->ReleaseMemObject(((cl_buffer *)b)->mem);
}

/* Bytes in the stage may be overwritten once the queue is empty. */
static int put_small(cl_device *d, ts_cl_mem mem, size_t at, const void *data, size_t bytes)
{
    if (d->staged + bytes > STAGE) {
        int code = d->cl->Finish(d->queue);
        if (code) return code;
        d->staged = 0;
    }
    unsigned char *from = memcpy(d->stage + d->staged, data, bytes);
    d->staged += bytes;
    return d->cl->EnqueueWriteBuffer(d->queue, mem, 0, at, bytes, from, 0, NULL, NULL);
}

static int put_cl(ts_buffer *b, size_t at, const void *data, size_t bytes, ts_error *err)
{
    cl_device *d = device_of(b->device);
    ts_cl_mem mem = ((cl_buffer *)b)->mem;
    int code = bytes <= SMALL
                   ? put_small(d, mem, at, data, bytes)
                   : d->cl->EnqueueWriteBuffer(d->queue, mem, 1, at, bytes, data, 0, NULL, NULL);
    return code ? ts_cl_fail(code, "cannot copy to the device", err) : 0;
}

static int get_cl(const ts_buffer *b, size_t at, void *data, size_t bytes, ts_error *err)
{
    cl_device *d = device_of(b->device);
    int code = d->cl->EnqueueReadBuffer(d->queue, ((const cl_buffer *)b)->mem, 1, at, bytes, data,
                                        0, NULL, NULL);
    if (code) return ts_cl_fail(code, "cannot copy from the device", err);
    d->staged = 0; /* all that came before has been done */
    return 0;
}

/* Weights need not lie in memory twice where the device works in the host's. They must start as all
 * buffers do; then a block of 16 bytes that holds one of theirs lies in their pages too. */
static int wrap_cl(ts_buffer *head, const void *data, ts_error *err)
{
    const cl_device *d = device_of(head->device);
    cl_buffer *b = (cl_buffer *)head;
    int code = 0;
    if (d->found.unified && head->bytes && !((uintptr_t)data % PAD))
        b->mem = d->cl->CreateBuffer(d->context, TS_CL_MEM_READ_ONLY | TS_CL_MEM_USE_HOST_PTR,
                                     head->bytes, (void *)(uintptr_t)data, &code);
    if (b->mem) return 0;
    if (new_buffer(head, err)) return -1;
    if (!head->bytes || !put_cl(head, 0, data, head->bytes, err)) return 0;
    free_buffer(head);
    return -1;
}

/* ---- modules ---- */

/* The first line that says "error", else the first with anything in it. */
static void first_line(const char *log, char *to, size_t cap)
{
    const char *best = log + strspn(log, " \t\r\n"), *error = strstr(log, "error");
    while (error && error > log && error[-1] != '\n') error--;
    if (error) best = error;
    size_t n = strcspn(best, "\r\n");
    if (n >= cap) n = cap - 1;
    memcpy(to, best, n);
    to[n] = 0;
}

/* The driver's log, to be freed; NULL: none. */
static char *build_log(const cl_device *d, ts_cl_program p)
{
    size_t bytes = 0;
    const unsigned what = TS_CL_PROGRAM_BUILD_LOG;
    if (d->cl->GetProgramBuildInfo(p, d->found.id, what, 0, NULL, &bytes)) return NULL;
    char *log = calloc(1, bytes + 1);
    if (log && !d->cl->GetProgramBuildInfo(p, d->found.id, what, bytes, log, NULL)) return log;
    free(log);
    return NULL;
}

/* PoCL 3.1 computes about one random kernel in ten wrongly with its optimiser on, all of those with a
 * barrier in a loop; no version is known to be free of it (doc/targets.md). */
static const char *options_for(const cl_device *d, bool checked)
{
    bool pocl = strstr(d->found.maker, "Portable Computing Language") != NULL;
    return pocl && !checked ? "-cl-std=CL1.2 -w -cl-opt-disable"
                            : "-cl-std=CL1.2 -w"; /* the text is ours: no warnings */
}

static int build(const cl_device *d, ts_cl_program p, bool checked, ts_error *err)
{
    const char *options = options_for(d, checked);
    int code = d->cl->BuildProgram(p, 1, &d->found.id, options, NULL, NULL);
    char *log = code || ts_debug("cc") ? build_log(d, p) : NULL, first[512] = "";
    if (ts_debug("cc")) fprintf(stderr, "opencl: built with %s\n%s\n", options, log ? log : "");
    if (log) first_line(log, first, sizeof first);
    free(log);
    if (code && !first[0]) return ts_cl_fail(code, "cannot compile the kernels", err);
    return code ? ts_fail(err, "OpenCL cannot compile the kernels: %s", first) : 0;
}

static int fits(const cl_device *d, const ts_manifest *m, ts_error *err)
{
    for (size_t i = 0; i < m->n; i++) {
        const ts_entry *e = &m->entry[i];
        if ((size_t)e->threads > d->found.group)
            return ts_fail(err, "kernel %s needs groups of %d threads, but %s has at most %zu",
                           e->kernel, e->threads, d->head.name, d->found.group);
        if ((uint64_t)e->shared > d->found.local)
            return ts_fail(err, "kernel %s needs %ld bytes of local memory, but %s has %llu",
                           e->kernel, e->shared, d->head.name, (unsigned long long)d->found.local);
    }
    return 0;
}

static int load_cl(ts_module *head, const char *text, size_t bytes, ts_error *err)
{
    cl_device *d = device_of(head->device);
    cl_module *m = (cl_module *)head;
    if (fits(d, &head->manifest, err)) return -1;
    int code = 0;
    m->program = d->cl->CreateProgramWithSource(d->context, 1, &text, &bytes, &code);
    if (!m->program) return ts_cl_fail(code, "cannot take the kernels", err);
    if (!build(d, m->program, head->checked, err)) return 0;
    d->cl->ReleaseProgram(m->program);
    return -1;
}

static void unload_cl(ts_module *m)
{
    device_of(m->device)->cl->ReleaseProgram(((cl_module *)m)->program);
}

/* ---- steps ---- */

/* Where to start, in units of `unit` bytes: indices of kernels are 32 bits wide. */
static int start(const char *kernel, size_t at, size_t unit, unsigned *to, ts_error *err)
{
    if (at / unit > (1u << 31))
        return ts_fail(err,
                       "kernel %s: byte %zu of a buffer lies beyond what OpenCL kernels can index "
                       "(2^31 elements); use a buffer of its own for what lies there",
                       kernel, at);
    *to = (unsigned)(at / unit);
    return 0;
}

static int set_args(const ts_cl *cl, ts_cl_kernel k, const ts_bound *b, ts_error *err)
{
    const ts_entry *e = b->entry;
    unsigned n = (unsigned)(e->params + e->sizes), from[TS_MAX_BUFFERS + TS_MAX_SIZES];
    ts_cl_mem mem[TS_MAX_BUFFERS + TS_MAX_SIZES];
    for (int i = 0; i < e->params; i++) {
        mem[i] = ((cl_buffer *)b->arg[i])->mem;
        if (start(e->kernel, b->arg_at[i], (size_t)e->unit[i] / 8, &from[i], err)) return -1;
    }
    for (int i = 0; i < e->sizes; i++) {
        mem[e->params + i] = ((cl_buffer *)b->size[i])->mem;
        if (start(e->kernel, b->size_at[i], 4, &from[e->params + i], err)) return -1;
    }
    int code = 0;
    for (unsigned i = 0; i < n && !code; i++) code = cl->SetKernelArg(k, i, sizeof *mem, &mem[i]);
    for (unsigned i = 0; i < n && !code; i++)
        code = cl->SetKernelArg(k, n + i, sizeof *from, &from[i]);
    return code ? ts_cl_fail(code, e->kernel, err) : 0;
}

/* What a kernel can run may be less than what its device can. */
static int check_group(const cl_device *d, ts_cl_kernel k, const ts_entry *e, ts_error *err)
{
    size_t most = 0;
    int code = d->cl->GetKernelWorkGroupInfo(k, d->found.id, TS_CL_KERNEL_WORK_GROUP_SIZE,
                                             sizeof most, &most, NULL);
    if (code || !most || most >= (size_t)e->threads) return 0;
    return ts_fail(err, "kernel %s needs groups of %d threads, but %s runs it with at most %zu",
                   e->kernel, e->threads, d->head.name, most);
}

/* Waits first: memory of the caller that launches read may go with the step. */
static void free_step(ts_step *head)
{
    cl_step *s = (cl_step *)head;
    const ts_cl *cl = device_of(head->device)->cl;
    cl->Finish(device_of(head->device)->queue);
    for (size_t i = 0; s->kernel && i < head->n; i++)
        if (s->kernel[i]) cl->ReleaseKernel(s->kernel[i]);
    free(s->kernel);
}

static int record_one(cl_device *d, const ts_bound *b, ts_cl_kernel *k, ts_error *err)
{
    int code = 0;
    *k = d->cl->CreateKernel(((cl_module *)b->module)->program, b->entry->entry, &code);
    if (!*k) return ts_cl_fail(code, b->entry->entry, err);
    return check_group(d, *k, b->entry, err) || set_args(d->cl, *k, b, err) ? -1 : 0;
}

static int record_cl(ts_step *head, const ts_launch *launch, ts_bound *bound, ts_error *err)
{
    (void)launch;
    cl_step *s = (cl_step *)head;
    s->kernel = calloc(head->n + 1, sizeof *s->kernel);
    int rc = s->kernel ? 0 : ts_fail(err, "no memory for a step of %zu launches", head->n);
    for (size_t i = 0; i < head->n && !rc; i++)
        rc = record_one(device_of(head->device), &bound[i], &s->kernel[i], err);
    if (rc) free_step(head);
    return rc;
}

static int launch_one(const cl_step *s, size_t i, ts_cl_event *event, ts_error *err)
{
    const cl_device *d = device_of(s->head.device);
    const ts_bound *b = &s->head.bound[i];
    size_t local = (size_t)b->entry->threads, global = (size_t)b->groups * local;
    int code = d->cl->EnqueueNDRangeKernel(d->queue, s->kernel[i], 1, NULL, &global, &local, 0,
                                           NULL, event);
    return code ? ts_cl_fail(code, b->entry->kernel, err) : 0;
}

static int run_cl(ts_step *head, ts_error *err)
{
    const cl_device *d = device_of(head->device);
    for (size_t i = 0; i < head->n; i++) {
        if (launch_one((cl_step *)head, i, NULL, err)) return -1;
    }
    int code = d->cl->Flush(d->queue);
    return code ? ts_cl_fail(code, "cannot run a step", err) : 0;
}

/* From the start of one launch to the end of another, or the same, for which it waits. */
static int took(const ts_cl *cl, ts_cl_event first, ts_cl_event last, double *seconds,
                ts_error *err)
{
    uint64_t from = 0, to = 0;
    int code = cl->WaitForEvents(1, &last);
    if (!code)
        code = cl->GetEventProfilingInfo(first, TS_CL_PROFILING_COMMAND_START, sizeof from, &from,
                                         NULL);
    if (!code)
        code = cl->GetEventProfilingInfo(last, TS_CL_PROFILING_COMMAND_END, sizeof to, &to, NULL);
    *seconds = to > from ? 1e-9 * (double)(to - from) : 0;
    return code ? ts_cl_fail(code, "cannot time a launch", err) : 0;
}

static int time_cl(ts_step *head, double *seconds, ts_error *err)
{
    for (size_t i = 0; i < head->n; i++) {
        ts_cl_event event = NULL;
        if (launch_one((cl_step *)head, i, &event, err)) return -1;
        int rc = took(device_of(head->device)->cl, event, event, &seconds[i], err);
        device_of(head->device)->cl->ReleaseEvent(event);
        if (rc) return -1;
    }
    return 0;
}

/* The queue notes times anyway, and is in order: only the first launch and the last are asked. */
static int elapsed_cl(ts_step *head, double *seconds, bool *by_device, ts_error *err)
{
    const ts_cl *cl = device_of(head->device)->cl;
    ts_cl_event event[2] = {NULL, NULL}; /* of the first launch, of the last */
    size_t last = head->n - 1;
    int rc = 0;
    *by_device = true;
    *seconds = 0;
    if (!head->n) return 0;
    for (size_t i = 0; i < head->n && !rc; i++)
        rc = launch_one((cl_step *)head, i, !i ? &event[0] : i == last ? &event[1] : NULL, err);
    if (!rc) rc = took(cl, event[0], event[last > 0], seconds, err);
    for (int i = 0; i < 2; i++)
        if (event[i]) cl->ReleaseEvent(event[i]);
    return rc;
}

const ts_driver ts_driver_opencl = {
    .name = "opencl",
    .specs = "opencl:N",
    .device_bytes = sizeof(cl_device),
    .buffer_bytes = sizeof(cl_buffer),
    .module_bytes = sizeof(cl_module),
    .step_bytes = sizeof(cl_step),
    .open = open_cl,
    .close = close_cl,
    .list = ts_cl_list,
    .buffer_new = new_buffer,
    .buffer_wrap = wrap_cl,
    .buffer_free = free_buffer,
    .put = put_cl,
    .get = get_cl,
    .load = load_cl,
    .unload = unload_cl,
    .record = record_cl,
    .run = run_cl,
    .time = time_cl,
    .elapsed = elapsed_cl,
    .step_free = free_step,
    .teams = true,
};
