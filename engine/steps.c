/* steps.c - the calls of a token, and of a chunk of a prompt, as recorded steps. */
#include "engine/model.h"

#include <stdlib.h>

ts_launch ts_sequence_launch(const ts_sequence *s, const ts_call *call)
{
    const ts_model *m = s->model;
    const ts_use *e = call->use;
    const ts_build *b = &m->build[s->kv];
    ts_launch l = {.module = b->module[ts_use_of(e)], .kernel = e->kernel};
    for (int i = 0; i < e->args; i++) l.arg[i] = ts_sequence_ref(s, call, i);
    for (int i = 0; i < e->sizes; i++) l.size[i] = (ts_ref){s->cells, 4 * (size_t)e->size[i]};
    return l;
}

int ts_steps_record(ts_device *device, const ts_launch *launch, size_t n, bool single, ts_steps *to,
                    ts_error *err)
{
    size_t each = single ? 1 : n, steps = single ? n : 1;
    to->step = calloc(steps + 1, sizeof(ts_step *));
    if (!to->step) return ts_fail(err, "no memory to record %zu launches", n);
    for (; to->n < steps; to->n++) {
        to->step[to->n] = ts_step_record(device, launch + to->n * each, each, err);
        if (!to->step[to->n]) return -1;
    }
    return 0;
}

/* The first n calls of a list, as one step or as one for each. */
static int record(ts_sequence *s, const ts_call *call, size_t n, bool single, ts_steps *to,
                  ts_error *err)
{
    ts_launch *launch = calloc(n + 1, sizeof *launch);
    if (!launch) return ts_fail(err, "no memory to record %zu launches", n);
    for (size_t i = 0; i < n; i++) launch[i] = ts_sequence_launch(s, &call[i]);
    int rc = ts_steps_record(s->model->device, launch, n, single, to, err);
    free(launch);
    return rc;
}

int ts_sequence_record(ts_sequence *s, ts_error *err)
{
    bool single = TS_LACKS(s->model->without, REPLAY);
    const ts_call_list *token = &s->calls->token;
    if (record(s, token->call, token->before_output, single, &s->quiet, err)) return -1;
    return record(s, token->call, token->calls, single, &s->full, err);
}

int ts_sequence_record_chunk(ts_sequence *s, ts_error *err)
{
    bool single = TS_LACKS(s->model->without, REPLAY);
    const ts_call_list *chunk = &s->calls->chunk;
    if (ts_model_build_more(s->model, s->kv, TS_LAUNCH_CHUNK, err)) return -1;
    if (record(s, chunk->call, chunk->before_output, single, &s->quiet_chunk, err)) return -1;
    return record(s, chunk->call, chunk->calls, single, &s->full_chunk, err);
}

int ts_sequence_record_output(ts_sequence *s, ts_error *err)
{
    bool single = TS_LACKS(s->model->without, REPLAY);
    const ts_call_list *chunk = &s->calls->chunk;
    size_t before = chunk->before_output;
    return record(s, chunk->call + before, chunk->calls - before, single, &s->chunk_output, err);
}

int ts_sequence_singles(ts_sequence *s, ts_steps *to, ts_error *err)
{
    return record(s, s->calls->token.call, s->calls->token.calls, true, to, err);
}

void ts_steps_free(ts_steps *s)
{
    for (size_t i = 0; i < s->n; i++) ts_step_free(s->step[i]);
    free(s->step);
    *s = (ts_steps){0};
}
