/* queue.c - the fake driver: streams, events, capture, graphs (fake.h).
 *
 * One queue holds the work of all streams in the order of issue. Waiting for a stream or an event does
 * all that was issued up to its last entry; nothing is done earlier. */
#include "test/rt/fake/fake_int.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NODES = 4096, FRONT = 64 };

typedef struct node {
    fake_call call;
    int before[FRONT], befores;
    bool early; /* its only edge is a programmatic one */
} node;

typedef struct fake_graph { /* GRAPH and EXEC */
    fake_object head;
    int n, device;
    bool early;
    node *node;
} fake_graph;

/* The nodes that the next one has to follow. */
typedef struct front {
    int node[FRONT], n;
} front;

typedef struct fake_stream {
    fake_object head;
    fake_graph *graph; /* while it captures */
    front front;
    bool origin; /* the capture began here */
} fake_stream;

typedef struct fake_event {
    fake_object head;
    fake_graph *graph; /* recorded in this capture */
    front front;
    bool recorded, done;
    double at; /* ms of the fake clock, once done */
    unsigned flags;
} fake_event;

enum { COPY_IN, COPY_OUT, FILL, LAUNCH, REPLAY, RECORD, WAIT };

typedef struct work {
    int kind;
    fake_stream *stream;
    unsigned char *to;
    const unsigned char *from;
    size_t bytes;
    unsigned char value;
    fake_call call;
    fake_graph *exec;
    fake_event *event;
    struct work *next;
} work;

static work *first, **last = &first;
static double clock_ms; /* FAKE_KERNEL_MS for each kernel that has run */

static work *issue(int kind, fake_stream *stream)
{
    work *w = calloc(1, sizeof *w);
    if (!w) abort();
    w->kind = kind;
    w->stream = stream;
    *last = w;
    last = &w->next;
    return w;
}

static void pop(void)
{
    work *w = first;
    first = w->next;
    if (!first) last = &first;
    free(w);
}

void fake_forget_queue(void)
{
    while (first) pop();
}

bool fake_pending(const void *data, size_t bytes)
{
    const unsigned char *lo = data, *hi = lo + bytes;
    for (work *w = first; w; w = w->next) {
        if (w->kind == REPLAY || w->kind == LAUNCH) return true;
        if (w->to && w->to < hi && w->to + w->bytes > lo) return true;
        if (w->from && w->from < hi && w->from + w->bytes > lo) return true;
    }
    return false;
}

/* ---- doing ---- */

static bool ready(const node *n, const bool *done)
{
    for (int i = 0; i < n->befores; i++) {
        if (!done[n->before[i]]) return false;
    }
    return true;
}

/* Runs the nodes in an order drawn among all that the edges allow. */
static ts_cu_result replay(const fake_graph *g)
{
    static unsigned seed = 1;
    bool done[NODES] = {false};
    for (int left = g->n; left; left--) {
        int pick = -1, seen = 0;
        for (int i = 0; i < g->n; i++) {
            if (done[i] || !ready(&g->node[i], done)) continue;
            seed = seed * 1664525u + 1013904223u;
            seen++;
            if ((seed >> 8) % (unsigned)seen == 0) pick = i;
        }
        if (pick < 0) abort();
        if ((size_t)seen > fake_counter()->widest) fake_counter()->widest = (size_t)seen;
        clock_ms += FAKE_KERNEL_MS;
        ts_cu_result r = fake_execute(&g->node[pick].call);
        if (r) return r;
        done[pick] = true;
    }
    return 0;
}

static ts_cu_result perform(const work *w)
{
    switch (w->kind) {
    case COPY_IN:
    case COPY_OUT: memcpy(w->to, w->from, w->bytes); return 0;
    case FILL: memset(w->to, w->value, w->bytes); return 0;
    case LAUNCH: clock_ms += FAKE_KERNEL_MS; return fake_execute(&w->call);
    case REPLAY: return replay(w->exec);
    case WAIT: return 0; /* what it waits for was issued before, and the queue is in order */
    default:
        w->event->done = true;
        w->event->at = clock_ms;
        return 0;
    }
}

/* All up to `end`, that included. */
static ts_cu_result drain(const work *end)
{
    ts_cu_result r = 0;
    for (bool more = end != NULL; more && !r;) {
        more = first != end;
        r = perform(first);
        pop();
    }
    if (r) fake_forget_queue();
    return r;
}

/* ---- streams and events ---- */

ts_cu_result cuStreamCreate(ts_cu_stream *out, unsigned flags)
{
    BEGIN(true);
    if (flags != TS_CU_STREAM_NON_BLOCKING) fake_note(0, "a stream that waits for stream 0");
    *out = (ts_cu_stream)(void *)fake_new(STREAM, sizeof(fake_stream));
    return 0;
}

static fake_stream *stream_of(ts_cu_stream handle, const char *what)
{
    return fake_find(handle, STREAM, what);
}

ts_cu_result cuStreamDestroy_v2(ts_cu_stream handle)
{
    ts_cu_result begun = fake_begin(true);
    fake_stream *s = stream_of(handle, "cuStreamDestroy");
    if (!s) return TS_CU_INVALID_HANDLE;
    for (work *w = first; w; w = w->next) {
        if (w->stream == s) fake_note(0, "a stream with work is destroyed");
    }
    fake_drop(s);
    return begun;
}

/* Calls that must not be made while the stream captures. */
static ts_cu_result open_for(fake_stream *s, const char *what)
{
    if (!s) return TS_CU_INVALID_HANDLE;
    return s->graph ? fake_note(TS_CU_CAPTURE_UNSUPPORTED, "%s during a capture", what) : 0;
}

ts_cu_result cuStreamSynchronize(ts_cu_stream handle)
{
    ts_cu_result begun = fake_begin(true);
    if (begun) fake_forget_queue();
    if (begun) return begun;
    fake_stream *s = stream_of(handle, "cuStreamSynchronize");
    ts_cu_result r = open_for(s, "cuStreamSynchronize");
    if (r) return r;
    const work *end = NULL;
    for (work *w = first; w; w = w->next) {
        if (w->stream == s) end = w;
    }
    fake_counter()->syncs++;
    return drain(end);
}

ts_cu_result cuEventCreate(ts_cu_event *out, unsigned flags)
{
    BEGIN(true);
    fake_event *e = (fake_event *)fake_new(EVENT, sizeof *e);
    e->flags = flags;
    *out = (ts_cu_event)(void *)e;
    return 0;
}

ts_cu_result cuEventDestroy_v2(ts_cu_event handle)
{
    ts_cu_result begun = fake_begin(true);
    fake_event *e = fake_find(handle, EVENT, "cuEventDestroy");
    if (!e) return TS_CU_INVALID_HANDLE;
    for (work *w = first; w; w = w->next) {
        if (w->event == e) fake_note(0, "an event is destroyed before it came");
    }
    fake_drop(e);
    return begun;
}

ts_cu_result cuEventRecord(ts_cu_event event, ts_cu_stream stream)
{
    BEGIN(true);
    fake_event *e = fake_find(event, EVENT, "cuEventRecord");
    fake_stream *s = stream_of(stream, "cuEventRecord");
    if (!e || !s) return TS_CU_INVALID_HANDLE;
    e->recorded = true;
    e->graph = s->graph;
    e->front = s->front;
    if (s->graph) return 0;
    e->done = false;
    issue(RECORD, s)->event = e;
    return 0;
}

ts_cu_result cuEventSynchronize(ts_cu_event event)
{
    ts_cu_result begun = fake_begin(true);
    if (begun) fake_forget_queue();
    if (begun) return begun;
    fake_event *e = fake_find(event, EVENT, "cuEventSynchronize");
    if (!e) return TS_CU_INVALID_HANDLE;
    if (e->graph || !e->recorded) return fake_note(TS_CU_INVALID_VALUE, "a wait for no event");
    const work *end = NULL;
    for (work *w = first; w; w = w->next) {
        if (w->event == e) end = w;
    }
    return drain(end);
}

ts_cu_result cuEventElapsedTime(float *ms, ts_cu_event from, ts_cu_event to)
{
    BEGIN(true);
    fake_event *a = fake_find(from, EVENT, "cuEventElapsedTime");
    fake_event *b = fake_find(to, EVENT, "cuEventElapsedTime");
    if (!a || !b || !a->done || !b->done || a->flags & TS_CU_EVENT_NO_TIMING ||
        b->flags & TS_CU_EVENT_NO_TIMING)
        return fake_note(TS_CU_INVALID_HANDLE, "a time between events that have none");
    *ms = (float)(b->at - a->at);
    return 0;
}

/* ---- copies ---- */

static ts_cu_result queue_copy(int kind, ts_cu_stream stream, uint64_t device, const void *host,
                               size_t bytes)
{
    fake_stream *s = stream_of(stream, "a copy");
    ts_cu_result r = open_for(s, "a copy");
    if (r) return r;
    unsigned char *at = fake_translate(device, bytes, s->head.device, "a copy");
    if (!at) return TS_CU_INVALID_VALUE;
    if (!fake_is_pinned(host, bytes)) fake_note(0, "a copy with memory that is not pinned");
    work *w = issue(kind, s);
    w->to = kind == COPY_IN ? at : (unsigned char *)(uintptr_t)host;
    w->from = kind == COPY_IN ? host : at;
    w->bytes = bytes;
    return 0;
}

ts_cu_result cuMemcpyHtoDAsync_v2(ts_cu_ptr to, const void *from, size_t bytes, ts_cu_stream stream)
{
    BEGIN(true);
    fake_counter()->to_device += bytes;
    return queue_copy(COPY_IN, stream, to, from, bytes);
}

ts_cu_result cuMemcpyDtoHAsync_v2(void *to, ts_cu_ptr from, size_t bytes, ts_cu_stream stream)
{
    BEGIN(true);
    fake_counter()->to_host += bytes;
    return queue_copy(COPY_OUT, stream, from, to, bytes);
}

ts_cu_result cuMemsetD8Async(ts_cu_ptr p, unsigned char value, size_t bytes, ts_cu_stream stream)
{
    BEGIN(true);
    fake_stream *s = stream_of(stream, "cuMemsetD8Async");
    ts_cu_result r = open_for(s, "cuMemsetD8Async");
    unsigned char *at = r ? NULL : fake_translate(p, bytes, s->head.device, "cuMemsetD8Async");
    if (!at) return r ? r : TS_CU_INVALID_VALUE;
    work *w = issue(FILL, s);
    w->to = at;
    w->bytes = bytes;
    w->value = value;
    return 0;
}

/* ---- launches ---- */

static int count_params(const char *text, const char *name)
{
    char call[160];
    snprintf(call, sizeof call, " %s(", name);
    const char *p = strstr(text, call);
    int n = 1;
    if (!p) return 0;
    for (p += strlen(call); *p && *p != ')'; p++) n += *p == ',';
    return n;
}

static ts_cu_result add_node(fake_stream *s, const fake_call *call, bool early)
{
    fake_graph *g = s->graph;
    if (g->n == NODES) return TS_CU_OUT_OF_MEMORY;
    node *n = &g->node[g->n];
    n->call = *call;
    n->befores = s->front.n;
    memcpy(n->before, s->front.node, sizeof n->before);
    n->early = early;
    g->early |= early;
    if (early && s->front.n != 1) fake_note(0, "an early launch behind %d others", s->front.n);
    s->front = (front){{g->n++}, 1};
    return 0;
}

/* The first statement of kernel `name`, behind its shared memory, calls a function of the text that waits. */
static bool waits_first(const char *text, const char *name)
{
    char call[160], function[80] = "", first[64] = "";
    snprintf(call, sizeof call, " %s(", name);
    const char *at = strstr(text, call);
    at = at ? strstr(at, ")") : NULL;
    at = at ? strchr(at, '{') : NULL;
    if (!at) return false;
    at += 1 + strspn(at + 1, " \n");
    while (!strncmp(at, "__shared__", 10) || !strncmp(at, "extern __shared__", 17) ||
           !strncmp(at, "unsigned *shared", 16)) {
        at += strcspn(at, ";");
        at += strspn(at, "; \n");
    }
    if (sscanf(at, " %60[a-z_]();", first) != 1) return false;
    snprintf(function, sizeof function, "void %s()", first);
    at = strstr(text, function);
    const char *wait = at ? strstr(at, "griddepcontrol.wait") : NULL,
               *end = at ? strchr(at, '}') : NULL;
    return wait && end && wait < end;
}

/* What the launch asks for is what the text leaves to it, and was allowed before. */
static bool asks_well(const fake_function *f, unsigned shared)
{
    char entry[160];
    snprintf(entry, sizeof entry, " entry=%s ", f->name);
    const char *at = strstr(f->module->text, entry), *end = at ? strchr(at, '\n') : NULL;
    const char *size = at ? strstr(at, " shared=") : NULL;
    unsigned all = size && end && size < end ? (unsigned)atoi(size + 8) : 0;
    return shared == (all > 48 << 10 ? all : 0) && (!shared || shared <= f->most_asked);
}

static bool wants_early(const ts_cu_config *c)
{
    bool early = false;
    for (unsigned i = 0; i < c->attributes; i++) {
        if (c->attribute[i].id != TS_CU_PROGRAMMATIC_SERIALIZATION)
            fake_note(0, "an unknown launch attribute %d", c->attribute[i].id);
        else
            early = c->attribute[i].value.allowed;
    }
    return early;
}

ts_cu_result cuLaunchKernelEx(const ts_cu_config *c, ts_cu_function function, void **params,
                              void **extra)
{
    BEGIN(true);
    fake_function *f = fake_find(function, FUNCTION, "cuLaunchKernelEx");
    fake_stream *s = stream_of(c->stream, "cuLaunchKernelEx");
    if (!f || !s) return TS_CU_INVALID_HANDLE;
    if (extra || !c->grid_x || c->grid_y != 1 || c->grid_z != 1 || !c->block_x ||
        c->block_x > 1024 || c->block_y != 1 || c->block_z != 1 || !asks_well(f, c->shared))
        return fake_note(TS_CU_INVALID_VALUE, "a launch of %u groups of %u threads, %u bytes",
                         c->grid_x, c->block_x, c->shared);
    fake_call call = {.function = f, .groups = c->grid_x, .threads = c->block_x};
    call.params = count_params(f->module->text, f->name);
    for (int i = 0; i < call.params; i++) memcpy(&call.param[i], params[i], sizeof(uint64_t));
    bool early = wants_early(c);
    if (early && (fake_sm() < 90 || !waits_first(f->module->text, f->name)))
        fake_note(0, "kernel %s may start early, but does not wait", f->name);
    fake_counter()->early += early;
    if (s->graph) return add_node(s, &call, early);
    issue(LAUNCH, s)->call = call;
    return 0;
}

/* ---- capture ---- */

ts_cu_result cuStreamBeginCapture_v2(ts_cu_stream stream, int mode)
{
    BEGIN(true);
    fake_stream *s = stream_of(stream, "cuStreamBeginCapture");
    ts_cu_result r = open_for(s, "cuStreamBeginCapture");
    if (r) return r;
    if (mode < 0 || mode > 2) return TS_CU_INVALID_VALUE;
    s->graph = (fake_graph *)fake_new(GRAPH, sizeof(fake_graph));
    s->graph->node = calloc(NODES, sizeof(node));
    s->front.n = 0;
    s->origin = true;
    return 0;
}

ts_cu_result cuStreamWaitEvent(ts_cu_stream stream, ts_cu_event event, unsigned flags)
{
    BEGIN(true);
    fake_event *e = fake_find(event, EVENT, "cuStreamWaitEvent");
    fake_stream *s = stream_of(stream, "cuStreamWaitEvent");
    if (!e || !s || flags) return TS_CU_INVALID_HANDLE;
    if (!e->graph && !s->graph) {
        if (!e->recorded) fake_note(0, "a wait for no event");
        issue(WAIT, s);
        return 0;
    }
    if (!e->graph || (s->graph && s->graph != e->graph))
        return fake_note(TS_CU_CAPTURE_INVALIDATED, "a wait across captures");
    if (!s->graph) s->front.n = 0;
    s->graph = e->graph;
    for (int i = 0; i < e->front.n; i++) {
        bool there = false;
        for (int j = 0; j < s->front.n; j++) there |= s->front.node[j] == e->front.node[i];
        if (!there && s->front.n < FRONT) s->front.node[s->front.n++] = e->front.node[i];
    }
    return 0;
}

static bool contains(const front *f, int node)
{
    for (int i = 0; i < f->n; i++) {
        if (f->node[i] == node) return true;
    }
    return false;
}

/* Every stream that took part must have been joined: what it ended with lies behind the origin. */
static bool joined(const fake_graph *g, const front *end)
{
    bool behind[NODES] = {false};
    for (int i = g->n - 1; i >= 0; i--) {
        behind[i] |= contains(end, i);
        for (int j = 0; behind[i] && j < g->node[i].befores; j++)
            behind[g->node[i].before[j]] = true;
    }
    for (int i = 0; i < g->n; i++) {
        if (!behind[i]) return false;
    }
    return true;
}

static void leave_capture(const fake_graph *g)
{
    for (fake_object *o = fake_first(); o; o = o->next) {
        fake_stream *s = (fake_stream *)o;
        if (o->kind == STREAM && s->graph == g) s->graph = NULL, s->front.n = 0, s->origin = false;
    }
}

static void drop_graph(fake_graph *g)
{
    free(g->node);
    g->node = NULL;
    fake_drop(g);
}

/* Ends the capture even where a failure is injected, as drivers do. */
ts_cu_result cuStreamEndCapture(ts_cu_stream stream, ts_cu_graph *out)
{
    ts_cu_result begun = fake_begin(true);
    fake_stream *s = stream_of(stream, "cuStreamEndCapture");
    *out = NULL;
    if (!s || !s->graph || !s->origin)
        return begun ? begun : fake_note(TS_CU_INVALID_VALUE, "the end of no capture");
    fake_graph *g = s->graph;
    bool whole = joined(g, &s->front);
    leave_capture(g);
    if (!begun && whole) {
        *out = (ts_cu_graph)(void *)g;
        return 0;
    }
    drop_graph(g);
    return begun ? begun : TS_CU_CAPTURE_UNJOINED;
}

/* ---- graphs ---- */

ts_cu_result cuGraphDestroy(ts_cu_graph graph)
{
    ts_cu_result begun = fake_begin(true);
    fake_graph *g = fake_find(graph, GRAPH, "cuGraphDestroy");
    if (!g) return TS_CU_INVALID_HANDLE;
    drop_graph(g);
    return begun;
}

ts_cu_result cuGraphInstantiateWithFlags(ts_cu_exec *out, ts_cu_graph graph,
                                         unsigned long long flags)
{
    BEGIN(true);
    fake_graph *g = fake_find(graph, GRAPH, "cuGraphInstantiate");
    if (!g || flags) return TS_CU_INVALID_HANDLE;
    if (g->early && fake_refuses_early()) return 801;
    fake_graph *x = (fake_graph *)fake_new(EXEC, sizeof *x);
    x->n = g->n;
    x->node = malloc((size_t)(g->n + 1) * sizeof(node));
    memcpy(x->node, g->node, (size_t)g->n * sizeof(node));
    fake_counter()->nodes += g->n;
    *out = (ts_cu_exec)(void *)x;
    return 0;
}

ts_cu_result cuGraphUpload(ts_cu_exec exec, ts_cu_stream stream)
{
    BEGIN(true);
    fake_counter()->uploads++;
    return fake_find(exec, EXEC, "cuGraphUpload") && stream_of(stream, "cuGraphUpload")
               ? 0
               : TS_CU_INVALID_HANDLE;
}

ts_cu_result cuGraphLaunch(ts_cu_exec exec, ts_cu_stream stream)
{
    BEGIN(true);
    fake_graph *x = fake_find(exec, EXEC, "cuGraphLaunch");
    fake_stream *s = stream_of(stream, "cuGraphLaunch");
    ts_cu_result r = x ? open_for(s, "cuGraphLaunch") : TS_CU_INVALID_HANDLE;
    if (r) return r;
    issue(REPLAY, s)->exec = x;
    fake_counter()->graphs++;
    return 0;
}

ts_cu_result cuGraphExecDestroy(ts_cu_exec exec)
{
    ts_cu_result begun = fake_begin(true);
    fake_graph *x = fake_find(exec, EXEC, "cuGraphExecDestroy");
    if (!x) return TS_CU_INVALID_HANDLE;
    for (work *w = first; w; w = w->next) {
        if (w->exec == x) fake_note(0, "a graph is destroyed before it ran");
    }
    drop_graph(x);
    return begun;
}
