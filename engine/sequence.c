/* sequence.c - the tokens that an engine holds: feeding them, going back, and what comes after the last
 * (include/tessera/engine.h).
 *
 * The largest logit comes with the greedy choice, so whoever asks for either learns whether the logits
 * are numbers (look); nothing else is read back for that. */
#include <math.h>
#include <string.h>

#include "engine/model.h"

static int put_cell(ts_engine *e, int which, uint32_t x, ts_error *err)
{
    return ts_buffer_put(e->cells, 4 * (size_t)which, &x, 4, err);
}

int ts_engine_limit(ts_engine *e, uint32_t valid, ts_error *err)
{
    if (valid == 0 || valid > e->config.vocab)
        return ts_fail(err,
                       "%u tokens for an output of %u rows: tokenizer and model do not belong "
                       "together",
                       valid, e->config.vocab);
    e->valid = valid;
    return put_cell(e, CELL_VALID, valid, err);
}

/* Position and length lie side by side: one write, which costs a device a call. */
static int put_position(ts_engine *e, ts_error *err)
{
    const uint32_t cells[] = {[CELL_POSITION] = e->position, [CELL_LENGTH] = e->position + 1};
    return ts_buffer_put(e->cells, 0, cells, sizeof cells, err);
}

/* One replay at the present position; the token is in its cell. */
static int step(ts_engine *e, const ts_steps *s, ts_error *err)
{
    if (put_position(e, err)) return -1;
    for (size_t i = 0; i < s->n; i++)
        if (ts_step_run(s->step[i], err)) return -1;
    e->position++;
    e->chosen = -1; /* on the device, until somebody asks */
    return 0;
}

static int check_room(const ts_engine *e, size_t n, ts_error *err)
{
    if (n <= e->info.ctx - e->position) return 0;
    return ts_fail(err,
                   "%zu more tokens do not fit: the context of %u holds %u already; use a "
                   "larger --ctx or fewer tokens",
                   n, e->info.ctx, e->position);
}

int ts_engine_feed(ts_engine *e, const int32_t *id, size_t n, ts_error *err)
{
    if (check_room(e, n, err)) return -1;
    for (size_t i = 0; i < n; i++)
        if (id[i] < 0 || (uint32_t)id[i] >= e->config.vocab)
            return ts_fail(err, "token %d is no row of a vocabulary of %u", id[i], e->config.vocab);
    for (size_t i = 0; i < n; i++) {
        e->token[e->position] = id[i];
        if (put_cell(e, CELL_TOKEN, (uint32_t)id[i], err) ||
            step(e, i + 1 < n ? &e->quiet : &e->full, err))
            return -1;
    }
    return 0;
}

int ts_engine_advance(ts_engine *e, ts_error *err)
{
    if (check_room(e, 1, err)) return -1;
    e->token[e->position] = e->chosen;
    return step(e, &e->full, err);
}

uint32_t ts_engine_position(const ts_engine *e)
{
    return e->position;
}

void ts_engine_rewind(ts_engine *e, uint32_t position)
{
    if (position < e->position) e->position = position;
}

/* Values in -1..1 that repeat after 4096 elements of a cache. */
static int fill_cache(ts_buffer *b, ts_dtype kv, uint64_t *seed, ts_error *err)
{
    enum { N = 4096 };
    unsigned char noise[4 * N];
    size_t each = ts_storage(kv, 1), bytes = ts_buffer_bytes(b);
    for (size_t i = 0; i < N; i++) {
        *seed = *seed * 6364136223846793005u + 1442695040888963407u;
        uint32_t code = ts_encode(kv, (double)(int32_t)(*seed >> 32) / 2147483648.0);
        memcpy(noise + i * each, &code, each);
    }
    for (size_t at = 0; at < bytes; at += N * each) {
        size_t n = bytes - at < N * each ? bytes - at : N * each;
        if (ts_buffer_put(b, at, noise, n, err)) return -1;
    }
    return 0;
}

int ts_engine_pretend(ts_engine *e, uint32_t n, ts_error *err)
{
    uint64_t seed = 1;
    if (n > e->info.ctx) return check_room(e, n, err);
    for (uint32_t i = 0; i < e->info.layers; i++)
        if (fill_cache(e->layer[i].kcache, e->info.kv, &seed, err) ||
            fill_cache(e->layer[i].vcache, e->info.kv, &seed, err))
            return -1;
    const uint32_t next[] = {0, 0}; /* token and its logit */
    for (uint32_t i = 0; i < n; i++) e->token[i] = -1;
    e->position = n;
    e->chosen = 0;
    return ts_buffer_put(e->cells, 4 * CELL_TOKEN, next, sizeof next, err);
}

/* ---- what comes after the last token ---- */

static int read_choice(ts_engine *e, float *top, ts_error *err)
{
    uint32_t cell[2];
    if (ts_buffer_get(e->cells, 4 * CELL_TOKEN, cell, sizeof cell, err)) return -1;
    e->chosen = (int32_t)cell[0];
    memcpy(top, &cell[1], sizeof *top);
    return 0;
}

static bool all_known(const ts_engine *e)
{
    for (uint32_t i = 0; i < e->position; i++)
        if (e->token[i] < 0) return false;
    return true;
}

/* The same sequence with a cache in bf16, which has the range of f32. */
static int widen(ts_engine *e, float *top, ts_error *err)
{
    uint32_t n = e->position;
    e->may_widen = false;
    ts_qwen2_clear(e);
    e->info.kv = TS_bf16;
    e->position = 0;
    if (ts_qwen2_build(e, err) || put_cell(e, CELL_VALID, e->valid, err) ||
        ts_engine_feed(e, e->token, n, err) || read_choice(e, top, err))
        return -1;
    if (isfinite(*top))
        e->say(e->arg, "this model makes keys or values that a cache in f16 cannot hold: it is in "
                       "bf16 from here on (--kv bf16 has it so from the start)");
    return 0;
}

/* The greedy choice. Where the largest logit is no number, a cache in f16 may have been too narrow. */
static int look(ts_engine *e, ts_error *err)
{
    float top;
    if (read_choice(e, &top, err)) return -1;
    bool narrow = !isfinite(top) && e->may_widen && all_known(e) && ts_engine_cache_is_bad(e, err);
    if (ts_failed(err) || (narrow && widen(e, &top, err))) return -1;
    return isfinite(top) ? 0 : ts_engine_explain(e, err);
}

int ts_engine_logits(ts_engine *e, float *logits, ts_error *err)
{
    if (look(e, err)) return -1;
    return ts_buffer_get(e->logits, 0, logits, (size_t)e->config.vocab * sizeof *logits, err);
}

int ts_engine_greedy(ts_engine *e, int32_t *id, ts_error *err)
{
    if (look(e, err)) return -1;
    *id = e->chosen;
    return 0;
}

int ts_engine_profile(ts_engine *e, double *seconds, const char **kernel, uint64_t *bytes,
                      ts_error *err)
{
    int32_t token;
    if (check_room(e, 1, err) || ts_engine_greedy(e, &token, err)) return -1;
    if (put_position(e, err)) return -1;
    for (size_t i = 0; i < e->full.n; i++) /* with one step, or a launch each */
        if (ts_step_time(e->full.step[i], seconds + i, err)) return -1;
    for (size_t i = 0; i < e->n_note; i++) {
        kernel[i] = e->note[i].kernel;
        bytes[i] = e->note[i].bytes;
        if (!strcmp(kernel[i], "attention_decode_gqa"))
            bytes[i] = (uint64_t)e->position * e->info.position_bytes / e->info.layers;
    }
    return put_cell(e, CELL_TOKEN, (uint32_t)token, err);
}
