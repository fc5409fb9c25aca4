/* cuda_step.c - records launches as a graph, replays it with one call (cuda.h).
 *
 * Launches that bind found independent form a phase and become parallel branches: the first stays on
 * the main stream, the others go to side streams between a fork and a join event. The graph is made
 * by capturing these calls, so nothing of the order is said twice.
 *
 * Programmatic dependent launch: a launch alone in its phase, behind another such launch, may be
 * scheduled while that one drains, if its text holds griddepcontrol.wait. Such a kernel lets the next
 * launch begin and then waits, before its first access to memory (simt/cuda.c). The wait lasts until
 * the launch before it is complete, whose own wait reaches back one further, so order and memory are
 * those of a plain launch. A phase of several launches is entered and left by full edges: a capture
 * makes a programmatic edge only between a launch and the one launch that its stream has before it.
 * Where the driver refuses such a graph the step is captured plainly.
 *
 * Without graphs (TS_NO_GRAPH) a run makes the calls that are captured otherwise.
 */
#include "rt/cuda.h"

#include <stdlib.h>

/* ---- launches ---- */

static void bind(ts_cuda_launch *to, const ts_bound *b)
{
    const ts_cuda_module *m = (const ts_cuda_module *)b->module;
    const ts_entry *e = b->entry;
    *to = (ts_cuda_launch){.function = m->function[e - b->module->manifest.entry],
                           .groups = (unsigned)b->groups,
                           .threads = (unsigned)e->threads,
                           .shared = ts_cuda_asked(e),
                           .after = b->after,
                           .early = m->waits};
    for (int i = 0; i < e->params; i++)
        to->param[to->params++] = ((const ts_cuda_buffer *)b->arg[i])->at + b->arg_at[i];
    for (int i = 0; i < e->sizes; i++)
        to->param[to->params++] = ((const ts_cuda_buffer *)b->size[i])->at + b->size_at[i];
}

static int launch(ts_cuda_device *d, ts_cuda_launch *l, ts_cu_stream stream, bool early,
                  ts_error *err)
{
    void *param[TS_MAX_BUFFERS + TS_MAX_SIZES];
    ts_cu_attribute serial = {.id = TS_CU_PROGRAMMATIC_SERIALIZATION, .value.allowed = 1};
    ts_cu_config config = {.grid_x = l->groups,
                           .grid_y = 1,
                           .grid_z = 1,
                           .block_x = l->threads,
                           .block_y = 1,
                           .block_z = 1,
                           .shared = l->shared,
                           .stream = stream,
                           .attribute = early ? &serial : NULL,
                           .attributes = early};
    for (int i = 0; i < l->params; i++) param[i] = &l->param[i];
    return ts_cuda_try(d, d->api->launch(&config, l->function, param, NULL), "launching a kernel",
                       err);
}

/* ---- capture ---- */

/* One past the phase that begins at `from`. */
static size_t phase_end(const ts_cuda_step *s, size_t from)
{
    size_t to = from + 1;
    while (to < s->head.n && !s->launch[to].after) to++;
    return to;
}

static int fork_phase(ts_cuda_device *d, size_t sides, ts_error *err)
{
    if (sides && ts_cuda_try(d, d->api->event_record(d->fork, d->stream), "forking a step", err))
        return -1;
    for (size_t i = 0; i < sides; i++) {
        if (ts_cuda_try(d, d->api->stream_after(d->side[i], d->fork, 0), "forking a step", err))
            return -1;
    }
    return 0;
}

static int join_phase(ts_cuda_device *d, size_t sides, ts_error *err)
{
    for (size_t i = 0; i < sides; i++) {
        if (ts_cuda_try(d, d->api->event_record(d->join[i], d->side[i]), "joining a step", err) ||
            ts_cuda_try(d, d->api->stream_after(d->stream, d->join[i], 0), "joining a step", err))
            return -1;
    }
    return 0;
}

static int issue_launches(ts_cuda_step *s, bool early, ts_error *err)
{
    ts_cuda_device *d = (ts_cuda_device *)s->head.device;
    bool alone_before = false;
    for (size_t from = 0, to; from < s->head.n; from = to) {
        to = phase_end(s, from);
        size_t n = to - from, sides = n - 1 < TS_CUDA_SIDES ? n - 1 : TS_CUDA_SIDES;
        if (fork_phase(d, sides, err)) return -1;
        for (size_t i = from; i < to; i++) {
            ts_cuda_launch *l = &s->launch[i];
            size_t lane = (i - from) % (sides + 1);
            bool soon = early && l->early && n == 1 && alone_before;
            if (launch(d, l, lane ? d->side[lane - 1] : d->stream, soon, err)) return -1;
        }
        if (join_phase(d, sides, err)) return -1;
        alone_before = n == 1;
    }
    return 0;
}

/* A capture is always ended, or the stream could not be used again. */
static int capture(ts_cuda_step *s, bool early, ts_error *err)
{
    ts_cuda_device *d = (ts_cuda_device *)s->head.device;
    ts_cu_graph graph = NULL;
    if (ts_cuda_try(d, d->api->capture_begin(d->stream, TS_CU_CAPTURE_THREAD_LOCAL),
                    "capturing a step", err))
        return -1;
    int rc = issue_launches(s, early, err);
    ts_cu_result end = d->api->capture_end(d->stream, &graph);
    if (!rc) rc = ts_cuda_try(d, end, "capturing a step", err);
    if (!rc)
        rc =
            ts_cuda_try(d, d->api->graph_make(&s->exec, graph, 0), "making a graph of a step", err);
    if (graph) d->api->graph_free(graph);
    return rc;
}

int ts_cuda_record(ts_step *head, const ts_launch *unused, ts_bound *bound, ts_error *err)
{
    ts_cuda_step *s = (ts_cuda_step *)head;
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    (void)unused;
    if (!head->n) return 0;
    if (ts_cuda_enter(d, err)) return -1;
    s->launch = calloc(head->n, sizeof *s->launch);
    if (!s->launch) return ts_fail(err, "no memory for %zu launches", head->n);
    for (size_t i = 0; i < head->n; i++) {
        bind(&s->launch[i], &bound[i]);
        s->early |= s->launch[i].early;
    }
    if (head->device->without & TS_NO_EARLY) s->early = false;
    if (head->device->without & TS_NO_GRAPH) return 0;
    ts_error refused = {{0}};
    int rc = s->early ? capture(s, true, &refused) : -1;
    if (rc && !d->lost[0]) rc = capture(s, false, err);
    if (rc) ts_fail(err, "%s", d->lost);
    if (!rc) rc = ts_cuda_try(d, d->api->graph_upload(s->exec, d->stream), "uploading a step", err);
    if (rc) ts_cuda_step_free(head);
    return rc;
}

void ts_cuda_step_free(ts_step *head)
{
    ts_cuda_step *s = (ts_cuda_step *)head;
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    ts_error ignored = {{0}};
    if (s->launch && !ts_cuda_enter(d, &ignored))
        ts_cuda_try(d, d->api->stream_wait(d->stream), "ending what runs", &ignored);
    if (s->exec) d->api->exec_free(s->exec);
    free(s->launch);
    s->exec = NULL;
    s->launch = NULL;
}

/* ---- run ---- */

/* What failed between a fork and its join leaves side streams that nobody waits for. */
static int run_plainly(ts_cuda_step *s, ts_error *err)
{
    ts_cuda_device *d = (ts_cuda_device *)s->head.device;
    if (!issue_launches(s, s->early, err)) return 0;
    for (int i = 0; i < TS_CUDA_SIDES; i++) d->api->stream_wait(d->side[i]);
    return -1;
}

int ts_cuda_run(ts_step *head, ts_error *err)
{
    ts_cuda_step *s = (ts_cuda_step *)head;
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    if (ts_cuda_enter(d, err)) return -1;
    if (!s->exec) return run_plainly(s, err);
    return ts_cuda_try(d, d->api->graph_launch(s->exec, d->stream), "starting a step", err);
}

static int make_events(ts_cuda_device *d, ts_cu_event *e, size_t n, ts_error *err)
{
    int rc = 0;
    for (size_t i = 0; i < n && !rc; i++)
        rc = ts_cuda_try(d, d->api->event_new(&e[i], TS_CU_EVENT_DEFAULT), "making an event", err);
    return rc;
}

/* Events on their way stay until they came. */
static void free_events(ts_cuda_device *d, const ts_cu_event *e, size_t n, int failed)
{
    if (failed) d->api->stream_wait(d->stream);
    for (size_t i = 0; i < n; i++) {
        if (e[i]) d->api->event_free(e[i]);
    }
}

static int time_launches(ts_cuda_step *s, ts_cu_event *e, double *seconds, ts_error *err)
{
    ts_cuda_device *d = (ts_cuda_device *)s->head.device;
    float ms = 0;
    if (ts_cuda_try(d, d->api->event_record(e[0], d->stream), "timing a step", err)) return -1;
    for (size_t i = 0; i < s->head.n; i++) {
        if (launch(d, &s->launch[i], d->stream, false, err) ||
            ts_cuda_try(d, d->api->event_record(e[i + 1], d->stream), "timing a step", err))
            return -1;
    }
    if (ts_cuda_try(d, d->api->stream_wait(d->stream), "running a step", err)) return -1;
    for (size_t i = 0; i < s->head.n; i++) {
        if (ts_cuda_try(d, d->api->event_between(&ms, e[i], e[i + 1]), "timing a step", err))
            return -1;
        seconds[i] = 1e-3 * (double)ms;
    }
    return 0;
}

/* Between events on one stream, all queued before the first has run, so that the host's pace shows as
 * little as it can; a launch of a few microseconds still counts the gap before it. */
int ts_cuda_time(ts_step *head, double *seconds, ts_error *err)
{
    ts_cuda_step *s = (ts_cuda_step *)head;
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    if (ts_cuda_enter(d, err)) return -1;
    ts_cu_event *e = calloc(head->n + 1, sizeof(ts_cu_event));
    if (!e) return ts_fail(err, "no memory for %zu events", head->n + 1);
    int rc = make_events(d, e, head->n + 1, err);
    if (!rc) rc = time_launches(s, e, seconds, err);
    free_events(d, e, head->n + 1, rc);
    free(e);
    return rc;
}

static int time_graph(ts_cuda_step *s, const ts_cu_event *e, double *seconds, ts_error *err)
{
    ts_cuda_device *d = (ts_cuda_device *)s->head.device;
    float ms = 0;
    if (ts_cuda_try(d, d->api->event_record(e[0], d->stream), "timing a step", err) ||
        ts_cuda_run(&s->head, err) ||
        ts_cuda_try(d, d->api->event_record(e[1], d->stream), "timing a step", err) ||
        ts_cuda_try(d, d->api->event_wait(e[1]), "running a step", err) ||
        ts_cuda_try(d, d->api->event_between(&ms, e[0], e[1]), "timing a step", err))
        return -1;
    *seconds = 1e-3 * (double)ms;
    return 0;
}

int ts_cuda_elapsed(ts_step *head, double *seconds, bool *by_device, ts_error *err)
{
    ts_cuda_device *d = (ts_cuda_device *)head->device;
    ts_cu_event e[2] = {NULL, NULL};
    if (ts_cuda_enter(d, err)) return -1;
    int rc = make_events(d, e, 2, err);
    if (!rc) rc = time_graph((ts_cuda_step *)head, e, seconds, err);
    free_events(d, e, 2, rc);
    *by_device = true;
    return rc;
}
