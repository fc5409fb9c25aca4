/* steps.c - the calls of a token, and of a chunk of a prompt, as recorded steps. */
#include "engine/model.h"

#include <stdlib.h>

static ts_launch launch_of(const ts_sequence *s, const ts_call *call)
{
    const ts_model *m = s->model;
    const ts_use *e = call->use;
    const ts_build *b = &m->build[s->kv];
    ts_launch l = {.module = ts_use_is_of_chunk(e) ? b->chunk : b->module, .kernel = e->kernel};
    for (int i = 0; i < e->args; i++) l.arg[i] = ts_sequence_ref(s, call, i);
    for (int i = 0; i < e->sizes; i++) l.size[i] = (ts_ref){s->cells, 4 * (size_t)e->size[i]};
    return l;
}

/* The first n calls of a list, as one step or as one for each. */
static int record(ts_sequence *s, const ts_call *call, size_t n, bool single, ts_steps *to,
                  ts_error *err)
{
    size_t each = single ? 1 : n, steps = single ? n : 1;
    ts_launch *launch = calloc(n + 1, sizeof *launch);
    to->step = calloc(steps, sizeof(ts_step *));
    if (!launch || !to->step) ts_fail(err, "no memory to record %zu launches", n);
    for (size_t i = 0; launch && i < n; i++) launch[i] = launch_of(s, &call[i]);
    for (size_t i = 0; launch && to->step && i < steps; i++) {
        to->step[i] = ts_step_record(s->model->device, launch + i * each, each, err);
        if (!to->step[i]) break;
        to->n++;
    }
    free(launch);
    return to->n == steps ? 0 : -1;
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
    if (ts_model_build_chunk(s->model, s->kv, err)) return -1;
    if (record(s, chunk->call, chunk->before_output, single, &s->quiet_chunk, err)) return -1;
    return record(s, chunk->call, chunk->calls, single, &s->full_chunk, err);
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
