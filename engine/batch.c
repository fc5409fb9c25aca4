/* batch.c - steps of several sequences (include/tessera/batch.h).
 *
 *     launches for all      products: weights, and the batch's activations, a row a sequence
 *     launches of each      the rest of a token's: its row of those, its own cache and cells
 *
 * A sequence that was in the last step has its logits in a row of the batch's; they move to its own as soon as other
 * sequences are in a step (settle). */
#include "engine/model.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"

struct ts_batch {
    ts_model *model;
    const ts_calls *calls; /* of the dtype of the caches; NULL: none yet */
    ts_buffer *
        *buffer; /* [slots of the graph]; activations that launches for all have, a row each */
    ts_buffer *cells, *logits;
    ts_sequence *member[TS_BATCH_MOST]; /* whom the step is recorded for */
    size_t members;
    ts_steps steps;
};

/* ---- who is in it ---- */

/* The logits of a member, to where they are when it is alone. */
static int settle_one(const ts_batch *b, ts_sequence *s, ts_error *err)
{
    size_t bytes = b->model->info.vocab * sizeof(float);
    const ts_buffer *from = s->there;
    s->there = NULL;
    s->batch = NULL;
    ts_steps_free(&s->draw); /* may be of those */
    if (!from) return 0;
    void *logits = malloc(bytes);
    if (!logits) return ts_fail(err, "no memory for the logits");
    int rc = ts_buffer_get(from, s->row * bytes, logits, bytes, err) ||
                     ts_buffer_put(s->logits, 0, logits, bytes, err)
                 ? -1
                 : 0;
    free(logits);
    return rc;
}

static int settle(ts_batch *b, ts_error *err)
{
    int rc = 0;
    for (size_t i = 0; i < b->members; i++) rc |= settle_one(b, b->member[i], err);
    b->members = 0;
    ts_steps_free(&b->steps);
    return rc;
}

/* What fails here is a device that fails whoever asks for those logits. */
void ts_batch_forget(ts_sequence *s)
{
    ts_error ignored = {0};
    if (s->batch) settle(s->batch, &ignored);
}

static bool is_recorded(const ts_batch *b, ts_sequence *const *s, size_t n)
{
    return b->members == n && !memcmp(b->member, s, n * sizeof *s);
}

/* ---- buffers ---- */

static bool is_shared(const ts_calls *c, const ts_arg_of *a)
{
    return a->tensor >= 0 && c->graph->arch->tensor[a->tensor].role == TS_ACTIVATION;
}

static int add_buffer(ts_batch *b, const ts_call *call, const ts_arg_of *a, ts_error *err)
{
    const ts_graph *g = b->model->graph;
    size_t slot = (size_t)ts_graph_slot(g, a->tensor, call->layer);
    if (b->buffer[slot]) return 0;
    uint64_t bytes = ts_calls_bytes(b->calls, a->tensor, call->layer) * TS_BATCH_MOST;
    b->buffer[slot] = ts_buffer_new(b->model->device, bytes, err);
    if (!strcmp(g->arch->tensor[a->tensor].name, g->arch->logits)) b->logits = b->buffer[slot];
    return b->buffer[slot] ? 0 : -1;
}

/* Of what launches for all read and write. */
static int add_buffers(ts_batch *b, ts_error *err)
{
    const ts_call_list *l = &b->calls->batch;
    for (size_t i = 0; i < l->calls; i++) {
        const ts_use *use = l->call[i].use;
        for (int a = 0; a < use->args && ts_use_of(use) == TS_LAUNCH_BATCH; a++)
            if (is_shared(b->calls, &use->arg[a]) && add_buffer(b, &l->call[i], &use->arg[a], err))
                return -1;
    }
    return 0;
}

static int make(ts_batch *b, ts_dtype kv, ts_error *err)
{
    ts_model *m = b->model;
    const ts_build *build = ts_model_build(m, kv, err);
    if (!build || ts_model_build_more(m, kv, TS_LAUNCH_BATCH, err)) return -1;
    b->calls = build->calls;
    return add_buffers(b, err);
}

ts_batch *ts_batch_new(ts_model *m, ts_error *err)
{
    ts_batch *b = calloc(1, sizeof *b);
    if (b) {
        b->model = m;
        b->buffer = calloc(m->graph->slots + 1, sizeof(ts_buffer *));
        b->cells = ts_buffer_new(m->device, (size_t)TS_CELLS * 4, err);
    }
    if (!b || !b->buffer)
        ts_fail(err, "no memory for a batch");
    else if (b->cells && (m->info.batch == 1 || !make(b, m->info.kv, err)))
        return b;
    ts_batch_close(b);
    return NULL;
}

void ts_batch_close(ts_batch *b)
{
    ts_error ignored = {0};
    if (!b) return;
    settle(b, &ignored);
    if (b->buffer) ts_buffers_free(b->buffer, b->model->graph->slots);
    ts_buffer_free(b->cells);
    free(b);
}

/* ---- a step of some ---- */

static ts_ref ref_of(const ts_batch *b, const ts_call *call, int arg, const ts_sequence *s,
                     size_t row)
{
    const ts_arg_of *a = &call->use->arg[arg];
    ptrdiff_t slot = a->tensor < 0 ? -1 : ts_graph_slot(b->model->graph, a->tensor, call->layer);
    if (slot < 0 || !b->buffer[slot]) return ts_sequence_ref(s, call, arg);
    return (ts_ref){b->buffer[slot], row * ts_calls_bytes(b->calls, a->tensor, call->layer)};
}

static ts_launch launch_of(const ts_batch *b, const ts_call *call, const ts_sequence *s, size_t row)
{
    const ts_use *use = call->use;
    const ts_build *build = &b->model->build[s->kv];
    bool all = ts_use_of(use) == TS_LAUNCH_BATCH;
    ts_launch l = {.module = build->module[ts_use_of(use)], .kernel = use->kernel};
    for (int i = 0; i < use->args; i++) l.arg[i] = ref_of(b, call, i, s, row);
    for (int i = 0; i < use->sizes; i++)
        l.size[i] = (ts_ref){all ? b->cells : s->cells, 4 * (size_t)use->size[i]};
    return l;
}

/* A launch for all, or one for each. */
static size_t add_launches(const ts_batch *b, const ts_call *call, ts_sequence *const *s, size_t n,
                           ts_launch *to)
{
    if (ts_use_of(call->use) == TS_LAUNCH_BATCH) n = 1;
    for (size_t i = 0; i < n; i++) to[i] = launch_of(b, call, s[i], i);
    return n;
}

static int record(ts_batch *b, ts_sequence *const *s, size_t n, ts_error *err)
{
    const ts_call_list *l = &b->calls->batch;
    ts_launch *launch = calloc(l->calls * n + 1, sizeof *launch);
    uint32_t rows = (uint32_t)n;
    size_t launches = 0;
    if (!launch) return ts_fail(err, "no memory to record %zu launches", l->calls * n);
    for (size_t i = 0; i < l->calls; i++)
        launches += add_launches(b, &l->call[i], s, n, launch + launches);
    bool single = TS_LACKS(b->model->without, REPLAY);
    int rc = ts_steps_record(b->model->device, launch, launches, single, &b->steps, err);
    free(launch);
    return rc ? rc : ts_buffer_put(b->cells, 4 * TS_ROWS, &rows, sizeof rows, err);
}

/* Those of one dtype of the cache; a failed recording is taken back. */
static int be_ready(ts_batch *b, ts_sequence *const *s, size_t n, ts_error *err)
{
    if (is_recorded(b, s, n)) return 0;
    if (settle(b, err) || (b->calls != s[0]->calls && make(b, s[0]->kv, err))) return -1;
    if (record(b, s, n, err)) {
        ts_steps_free(&b->steps);
        return -1;
    }
    for (size_t i = 0; i < n; i++) {
        ts_batch_forget(s[i]); /* of another batch */
        s[i]->batch = b;
        s[i]->row = i;
        b->member[b->members++] = s[i];
    }
    return 0;
}

static int step(ts_batch *b, ts_sequence *const *s, size_t n, ts_error *err)
{
    if (be_ready(b, s, n, err)) return -1;
    for (size_t i = 0; i < n; i++)
        if (ts_sequence_put_position(s[i], 1, err)) return -1;
    for (size_t i = 0; i < b->steps.n; i++)
        if (ts_step_run(b->steps.step[i], err)) return -1;
    for (size_t i = 0; i < n; i++) {
        s[i]->position++;
        s[i]->there = b->logits;
        s[i]->chosen = -1;
    }
    return 0;
}

/* ---- a step of all ---- */

static int check(const ts_batch *b, ts_sequence *const *s, const int32_t *id, size_t n,
                 ts_error *err)
{
    if (n < 1 || n > TS_BATCH_MOST)
        return ts_fail(err, "a batch takes 1 to %d sequences, not %zu", TS_BATCH_MOST, n);
    for (size_t i = 0; i < n; i++) {
        if (s[i]->model != b->model)
            return ts_fail(err, "sequence %zu of the batch belongs to another model", i);
        for (size_t k = 0; k < i; k++)
            if (s[k] == s[i])
                return ts_fail(err, "sequences %zu and %zu of the batch are the same", k, i);
        if (ts_sequence_check_room(s[i], 1, err) || (id && ts_sequence_check_id(s[i], id[i], err)))
            return -1;
    }
    return 0;
}

static int put_token(ts_sequence *s, const int32_t *id, ts_error *err)
{
    s->token[s->position] = id ? *id : s->chosen;
    return id ? ts_buffer_put(s->cells, 4 * TS_TOKEN, id, sizeof *id, err) : 0;
}

/* Those that have this dtype of the cache; one goes alone where that is the same to it. */
static int step_same(ts_batch *b, ts_sequence *const *s, size_t n, ts_dtype kv, ts_error *err)
{
    const ts_model_info *info = &b->model->info;
    ts_sequence *same[TS_BATCH_MOST];
    size_t many = 0;
    for (size_t i = 0; i < n; i++)
        if (s[i]->kv == kv) same[many++] = s[i];
    if (info->batch > 1 && many > (info->batch_as_lone ? 1 : 0)) return step(b, same, many, err);
    for (size_t i = 0; i < many; i++)
        if (ts_sequence_step(same[i], err)) return -1;
    return 0;
}

static bool is_first_of_kind(ts_sequence *const *s, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (s[k]->kv == s[i]->kv) return false;
    return true;
}

static int step_all(ts_batch *b, ts_sequence *const *s, const int32_t *id, size_t n, ts_error *err)
{
    if (check(b, s, id, n, err)) return -1;
    for (size_t i = 0; i < n; i++)
        if (put_token(s[i], id ? &id[i] : NULL, err)) return -1;
    for (size_t i = 0; i < n; i++)
        if (is_first_of_kind(s, i) && step_same(b, s, n, s[i]->kv, err)) return -1;
    return 0;
}

int ts_batch_feed(ts_batch *b, ts_sequence *const *s, const int32_t *id, size_t n, ts_error *err)
{
    return step_all(b, s, id, n, err);
}

int ts_batch_advance(ts_batch *b, ts_sequence *const *s, size_t n, ts_error *err)
{
    return step_all(b, s, NULL, n, err);
}
