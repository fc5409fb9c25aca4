/* sequence.c - tokens fed to a model, going back, and what comes after the last
 * (include/tessera/sequence.h).
 *
 * The largest logit comes with the greedy choice, so whoever asks for either learns whether the logits
 * are numbers (look); nothing else is read back for that. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/model.h"
#include "engine/memory.h"

static int put_cell(ts_sequence *s, int which, uint32_t x, ts_error *err)
{
    return ts_buffer_put(s->cells, 4 * (size_t)which, &x, 4, err);
}

/* ---- making one ---- */

static int make(ts_sequence *s, ts_dtype kv, ts_error *err)
{
    const ts_build *b = ts_model_build(s->model, kv, err);
    if (!b) return -1;
    s->kv = kv;
    s->calls = b->calls;
    if (ts_sequence_buffers(s, err) || ts_sequence_record(s, err)) return -1;
    return put_cell(s, TS_VALID, s->valid, err);
}

/* What make() made, so that it may be called again. */
static void clear(ts_sequence *s)
{
    ts_batch_forget(s);
    ts_steps_free(&s->quiet);
    ts_steps_free(&s->full);
    ts_steps_free(&s->quiet_chunk);
    ts_steps_free(&s->full_chunk);
    ts_steps_free(&s->chunk_output);
    ts_steps_free(&s->draw);
    ts_buffers_free(s->buffer, s->model->graph->slots);
    ts_buffer_free(s->cells);
    s->buffer = NULL;
    s->cells = s->logits = s->tokens = s->shares = NULL;
}

/* The plan of the model had room for one; each further one needs what is free now. */
static int check_memory(const ts_model *m, ts_error *err)
{
    uint64_t available = m->sequences ? ts_memory_available("") : UINT64_MAX;
    if (m->info.sequence_bytes <= available) return 0;
    return ts_fail(err,
                   "another sequence needs %.2f GB and %.2f GB are available; free one, or open "
                   "the model with a smaller context",
                   (double)m->info.sequence_bytes / 1e9, (double)available / 1e9);
}

ts_sequence *ts_sequence_new(ts_model *m, ts_error *err)
{
    ts_sequence *s = check_memory(m, err) ? NULL : calloc(1, sizeof *s);
    if (!s) {
        ts_fail(err, "no memory for a sequence");
        return NULL;
    }
    s->model = m;
    s->valid = m->info.vocab;
    s->token = calloc(m->info.ctx, sizeof *s->token);
    if (!s->token)
        ts_fail(err, "no memory for a sequence of %u tokens", m->info.ctx);
    else if (!make(s, m->info.kv, err)) {
        m->sequences++;
        return s;
    }
    ts_sequence_close(s);
    return NULL;
}

void ts_sequence_close(ts_sequence *s)
{
    if (!s) return;
    clear(s);
    if (s->owns) ts_model_close(s->model);
    free(s->token);
    free(s);
}

ts_sequence *ts_sequence_open(const ts_model_options *o, ts_error *err)
{
    ts_model *m = ts_model_open(o, err);
    ts_sequence *s = m ? ts_sequence_new(m, err) : NULL;
    if (s)
        s->owns = true;
    else
        ts_model_close(m);
    return s;
}

ts_model *ts_sequence_model(const ts_sequence *s)
{
    return s->model;
}

const ts_model_info *ts_sequence_describe(const ts_sequence *s)
{
    return &s->model->info;
}

ts_dtype ts_sequence_kv(const ts_sequence *s)
{
    return s->kv;
}

int ts_sequence_limit(ts_sequence *s, uint32_t valid, ts_error *err)
{
    if (valid == 0 || valid > s->model->info.vocab)
        return ts_fail(err,
                       "%u tokens for an output of %u rows: tokenizer and model do not belong "
                       "together",
                       valid, s->model->info.vocab);
    s->valid = valid;
    return put_cell(s, TS_VALID, valid, err);
}

/* A failed recording is taken back, so that the next one begins anew. */
int ts_sequence_prepare(ts_sequence *s, ts_error *err)
{
    if (s->full_chunk.n || s->model->info.chunk == 1) return 0;
    if (!ts_sequence_record_chunk(s, err)) return 0;
    ts_steps_free(&s->quiet_chunk);
    ts_steps_free(&s->full_chunk);
    return -1;
}

/* ---- feeding ---- */

/* These lie side by side: one write, which costs a device a call. */
int ts_sequence_put_position(ts_sequence *s, uint32_t rows, ts_error *err)
{
    const uint32_t cells[] = {
        [TS_POSITION] = s->position, [TS_LENGTH] = s->position + rows, [TS_ROWS] = rows};
    return ts_buffer_put(s->cells, 0, cells, sizeof cells, err);
}

static int replay(const ts_steps *steps, ts_error *err)
{
    for (size_t i = 0; i < steps->n; i++)
        if (ts_step_run(steps->step[i], err)) return -1;
    return 0;
}

/* One replay at the present position; the tokens are where they are read from. */
static int step(ts_sequence *s, const ts_steps *steps, uint32_t rows, ts_error *err)
{
    if (ts_sequence_put_position(s, rows, err) || replay(steps, err)) return -1;
    s->position += rows;
    s->there = NULL;
    s->chosen = -1; /* on the device, until somebody asks */
    return 0;
}

int ts_sequence_step(ts_sequence *s, ts_error *err)
{
    return step(s, &s->full, 1, err);
}

static int feed_one(ts_sequence *s, int32_t id, bool quiet, ts_error *err)
{
    s->token[s->position] = id;
    if (put_cell(s, TS_TOKEN, (uint32_t)id, err)) return -1;
    return step(s, quiet ? &s->quiet : &s->full, 1, err);
}

static int feed_chunk(ts_sequence *s, const int32_t *id, uint32_t n, bool quiet, ts_error *err)
{
    if (ts_sequence_prepare(s, err)) return -1;
    memcpy(s->token + s->position, id, n * sizeof *id);
    if (ts_buffer_put(s->tokens, 0, id, n * sizeof *id, err)) return -1;
    return step(s, quiet ? &s->quiet_chunk : &s->full_chunk, n, err);
}

int ts_sequence_check_room(const ts_sequence *s, size_t n, ts_error *err)
{
    uint32_t ctx = s->model->info.ctx;
    if (n <= ctx - s->position) return 0;
    return ts_fail(err,
                   "%zu more token%s not fit: the context of %u holds %u already; use a "
                   "larger --ctx or fewer tokens",
                   n, n == 1 ? " does" : "s do", ctx, s->position);
}

int ts_sequence_check_id(const ts_sequence *s, int32_t id, ts_error *err)
{
    uint32_t vocab = s->model->info.vocab;
    if (id >= 0 && (uint32_t)id < vocab) return 0;
    return ts_fail(err, "token %d is no row of a vocabulary of %u", id, vocab);
}

static int feed_each(ts_sequence *s, const int32_t *id, size_t n, bool quiet, ts_error *err)
{
    for (size_t i = 0; i < n; i++)
        if (feed_one(s, id[i], quiet || i + 1 < n, err)) return -1;
    return 0;
}

static int may_feed(const ts_sequence *s, const int32_t *id, size_t n, ts_error *err)
{
    if (ts_sequence_check_room(s, n, err)) return -1;
    for (size_t i = 0; i < n; i++)
        if (ts_sequence_check_id(s, id[i], err)) return -1;
    return 0;
}

/* A chunk of few tokens is these tokens: their kernels are faster, and write the same cache. */
static int feed(ts_sequence *s, const int32_t *id, size_t n, bool quiet, ts_error *err)
{
    size_t most = s->model->info.chunk;
    if (may_feed(s, id, n, err)) return -1;
    for (size_t i = 0, rows; i < n; i += rows) {
        rows = n - i < most ? n - i : most;
        bool unread = quiet || i + rows < n;
        bool few = rows < s->model->info.chunk_least;
        if (few ? feed_each(s, id + i, rows, unread, err)
                : feed_chunk(s, id + i, (uint32_t)rows, unread, err))
            return -1;
    }
    return 0;
}

int ts_sequence_feed(ts_sequence *s, const int32_t *id, size_t n, ts_error *err)
{
    return feed(s, id, n, false, err);
}

/* ---- choices after each ---- */

static int choose_one(ts_sequence *s, int32_t id, int32_t *choice, ts_error *err)
{
    return feed_one(s, id, false, err) ? -1 : ts_sequence_greedy(s, choice, err);
}

/* What the layers left of a chunk gives the output of its first row, of its second, .. of its last: each as the last of
 * so many rows. */
static int choose_chunk(ts_sequence *s, const int32_t *id, uint32_t n, int32_t *choice,
                        ts_error *err)
{
    if (feed_chunk(s, id, n, true, err)) return -1;
    if (!s->chunk_output.n && ts_sequence_record_output(s, err)) return -1;
    for (uint32_t row = 1; row <= n; row++) {
        if (put_cell(s, TS_ROWS, row, err) || replay(&s->chunk_output, err)) return -1;
        s->chosen = -1;
        if (ts_sequence_greedy(s, choice + row - 1, err)) return -1;
    }
    return 0;
}

int ts_sequence_choices(ts_sequence *s, const int32_t *id, size_t n, int32_t *choice, ts_error *err)
{
    size_t most = s->model->info.chunk;
    if (may_feed(s, id, n, err)) return -1;
    for (size_t i = 0, rows; i < n; i += rows) {
        rows = n - i < most ? n - i : most;
        int rc = 0;
        if (rows >= s->model->info.chunk_least)
            rc = choose_chunk(s, id + i, (uint32_t)rows, choice + i, err);
        else
            for (size_t j = i; j < i + rows && !rc; j++) rc = choose_one(s, id[j], choice + j, err);
        if (rc) return -1;
    }
    return 0;
}

int ts_sequence_read(ts_sequence *s, const int32_t *id, size_t n, ts_error *err)
{
    uint32_t cell;
    if (feed(s, id, n, true, err)) return -1;
    return ts_buffer_get(s->cells, 4 * TS_POSITION, &cell, sizeof cell, err); /* waits */
}

int ts_sequence_advance(ts_sequence *s, ts_error *err)
{
    if (ts_sequence_check_room(s, 1, err)) return -1;
    s->token[s->position] = s->chosen;
    return step(s, &s->full, 1, err);
}

uint32_t ts_sequence_position(const ts_sequence *s)
{
    return s->position;
}

void ts_sequence_rewind(ts_sequence *s, uint32_t position)
{
    if (position < s->position) s->position = position;
}

/* Values in -1..1 that repeat after 4096 elements of a cache; as codes with their scales, too. */
static int fill_state(ts_buffer *b, ts_dtype t, bool scale, uint64_t *seed, ts_error *err)
{
    enum { N = 4096 };
    unsigned char noise[4 * N];
    size_t each = ts_storage(t, 1), bytes = ts_buffer_bytes(b);
    for (size_t i = 0; i < N; i++) {
        *seed = *seed * 6364136223846793005u + 1442695040888963407u;
        double x = (double)(int32_t)(*seed >> 32) / 2147483648.0;
        uint32_t code = ts_encode(t, scale ? 1.0 / 127 : t == TS_i8 ? 127 * x : x);
        memcpy(noise + i * each, &code, each);
    }
    for (size_t at = 0; at < bytes; at += N * each) {
        size_t n = bytes - at < N * each ? bytes - at : N * each;
        if (ts_buffer_put(b, at, noise, n, err)) return -1;
    }
    return 0;
}

int ts_sequence_pretend(ts_sequence *s, uint32_t n, ts_error *err)
{
    const ts_graph *g = s->model->graph;
    uint64_t seed = 1;
    if (n > s->model->info.ctx) return ts_sequence_check_room(s, n, err);
    for (size_t i = 0; i < g->slots; i++)
        if (s->buffer[i] && g->slot[i].def->role == TS_STATE &&
            fill_state(s->buffer[i], ts_sequence_dtype(s, i), !g->slot[i].def->decides, &seed, err))
            return -1;
    const uint32_t next[] = {0, 0}; /* token and its logit */
    for (uint32_t i = 0; i < n; i++) s->token[i] = -1;
    s->position = n;
    s->chosen = 0;
    return ts_buffer_put(s->cells, 4 * TS_TOKEN, next, sizeof next, err);
}

/* ---- what comes after the last token ---- */

static int read_choice(ts_sequence *s, float *top, ts_error *err)
{
    uint32_t cell[2];
    if (ts_buffer_get(s->cells, 4 * TS_TOKEN, cell, sizeof cell, err)) return -1;
    s->chosen = (int32_t)cell[0];
    memcpy(top, &cell[1], sizeof *top);
    return 0;
}

static bool all_known(const ts_sequence *s)
{
    for (uint32_t i = 0; i < s->position; i++)
        if (s->token[i] < 0) return false;
    return true;
}

/* The same sequence with a cache in bf16, which has the range of f32; later ones begin with it. One line for all. */
static int widen(ts_sequence *s, float *top, ts_error *err)
{
    ts_model *m = s->model;
    uint32_t n = s->position;
    clear(s);
    m->info.kv = TS_bf16;
    s->position = 0;
    if (make(s, TS_bf16, err) || ts_sequence_feed(s, s->token, n, err) || read_choice(s, top, err))
        return -1;
    if (isfinite(*top) && !m->told_wide)
        m->say(m->arg, "this model makes keys or values that a cache in f16 cannot hold: it is in "
                       "bf16 from here on (--kv bf16 has it so from the start)");
    m->told_wide |= isfinite(*top);
    return 0;
}

/* The greedy choice. Where the largest logit is no number, a cache in f16 may have been too narrow. */
static int look(ts_sequence *s, ts_error *err)
{
    float top;
    if (read_choice(s, &top, err) || ts_model_whole(s->model, err)) return -1;
    bool narrow = !isfinite(top) && s->model->may_widen && s->kv == TS_f16 && all_known(s) &&
                  ts_sequence_cache_is_bad(s, err);
    if (ts_failed(err) || (narrow && widen(s, &top, err))) return -1;
    return isfinite(top) ? 0 : ts_sequence_explain(s, err);
}

int ts_sequence_logits(ts_sequence *s, float *logits, ts_error *err)
{
    if (look(s, err)) return -1;
    size_t bytes = s->model->info.vocab * sizeof *logits;
    return s->there ? ts_buffer_get(s->there, s->row * bytes, logits, bytes, err)
                    : ts_buffer_get(s->logits, 0, logits, bytes, err);
}

int ts_sequence_greedy(ts_sequence *s, int32_t *id, ts_error *err)
{
    if (look(s, err)) return -1;
    *id = s->chosen;
    return 0;
}

/* ---- profiles ---- */

/* A call that reads a state costs what is in it, by positions; others what the suite says. */
static uint64_t bytes_of(const ts_sequence *s, const ts_call *call)
{
    uint64_t sum = 0;
    if (!ts_use_reads_state(s->calls, call->use)) return call->use->bytes;
    for (int i = 0; i < call->use->args; i++) {
        int tensor = call->use->arg[i].tensor;
        if (tensor >= 0 && s->model->graph->arch->tensor[tensor].role == TS_STATE)
            sum += ts_calls_bytes(s->calls, tensor, call->layer);
    }
    return sum / s->model->graph->size[TS_CTX] * s->position;
}

/* The steps are one, or one for each launch. */
static int time_calls(ts_sequence *s, double *seconds, ts_error *err)
{
    for (size_t i = 0; i < s->full.n; i++)
        if (ts_step_time(s->full.step[i], seconds + i, err)) return -1;
    return 0;
}

int ts_sequence_profile(ts_sequence *s, ts_timed *launch, ts_error *err)
{
    int32_t token;
    size_t n = s->calls->token.calls;
    if (ts_sequence_check_room(s, 1, err) || ts_sequence_greedy(s, &token, err)) return -1;
    double *seconds = calloc(n + 1, sizeof *seconds);
    if (!seconds) return ts_fail(err, "no memory to time %zu launches", n);
    int rc = ts_sequence_put_position(s, 1, err) || time_calls(s, seconds, err) ? -1 : 0;
    for (size_t i = 0; i < n && !rc; i++) {
        const ts_call *c = &s->calls->token.call[i];
        launch[i] = (ts_timed){c->use->kernel, c->use->node->class, bytes_of(s, c), seconds[i]};
    }
    free(seconds);
    return rc ? -1 : put_cell(s, TS_TOKEN, (uint32_t)token, err);
}
