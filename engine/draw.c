/* draw.c - a token that is drawn from logits which stay on the device: it weighs them span by span, and hands over
 * those few sums, and the logits of the spans that matter (sampler.h). */
#include "engine/model.h"

size_t ts_sequence_span(const ts_sequence *s)
{
    return s->shares ? (size_t)s->model->graph->arch->span(s->calls->shape) : 0;
}

size_t ts_sequence_spans(const ts_sequence *s)
{
    return s->shares ? ts_buffer_bytes(s->shares) / (2 * sizeof(float)) : 0;
}

int ts_sequence_prepare_draw(ts_sequence *s, ts_error *err)
{
    return ts_model_build_more(s->model, s->kv, TS_LAUNCH_DRAW, err);
}

/* Where the logits are: in the sequence's own buffer, or in a row of its batch's. */
static ts_ref logits_at(const ts_sequence *s, size_t i)
{
    size_t row = s->there ? s->row * s->model->info.vocab : 0;
    return (ts_ref){s->there ? s->there : s->logits, (row + i) * sizeof(float)};
}

static ts_launch launch_of(const ts_sequence *s, const ts_call *call)
{
    ts_launch l = ts_sequence_launch(s, call);
    for (int i = 0; i < call->use->args; i++)
        if (l.arg[i].buffer == s->logits) l.arg[i] = logits_at(s, 0);
    return l;
}

static int record(ts_sequence *s, ts_error *err)
{
    const ts_call_list *list = &s->calls->draw;
    ts_launch launch[8];
    if (s->draw.n && s->draws_from == s->there && s->draws_row == s->row) return 0;
    if (list->calls > sizeof launch / sizeof *launch)
        return ts_fail(err, "%zu launches to draw a token", list->calls);
    ts_steps_free(&s->draw);
    if (ts_sequence_prepare_draw(s, err)) return -1;
    for (size_t i = 0; i < list->calls; i++) launch[i] = launch_of(s, &list->call[i]);
    s->draws_from = s->there;
    s->draws_row = s->row;
    if (!ts_steps_record(s->model->device, launch, list->calls, false, &s->draw, err)) return 0;
    ts_steps_free(&s->draw);
    return -1;
}

int ts_sequence_shares(ts_sequence *s, float cold, float *to, int32_t *best, ts_error *err)
{
    if (ts_sequence_greedy(s, best, err) || record(s, err) ||
        ts_buffer_put(s->cells, 4 * TS_COLD, &cold, sizeof cold, err) ||
        ts_step_run(s->draw.step[0], err))
        return -1;
    return ts_buffer_get(s->shares, 0, to, ts_buffer_bytes(s->shares), err);
}

int ts_sequence_some_logits(ts_sequence *s, size_t from, size_t n, float *to, ts_error *err)
{
    ts_ref at = logits_at(s, from);
    return ts_buffer_get(at.buffer, at.offset, to, n * sizeof *to, err);
}
