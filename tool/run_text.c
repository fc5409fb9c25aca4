/* run_text.c - reading the prompt and writing tokens (run.h). */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench/rounds.h"
#include "tool/input.h"
#include "tool/interrupt.h"
#include "tool/run.h"

int ts_run_prefill(ts_run_state *r, ts_error *err)
{
    ts_progress p = {0};
    double start = ts_seconds();
    bool shown = !r->o->quiet;
    if (shown) ts_progress_begin(&p, "reading the prompt", "tok", (double)r->n_prompt);
    int rc = 0;
    int32_t id; /* reading it waits for the device: then progress, time and interrupt are true */
    while (r->n_read < r->n_prompt && !rc && !ts_interrupted()) {
        size_t left = r->n_prompt - r->n_read, n = left < TS_RUN_CHUNK ? left : TS_RUN_CHUNK;
        rc = ts_sequence_feed(r->engine, r->prompt + r->n_read, n, err);
        if (!rc) rc = ts_sequence_greedy(r->engine, &id, err);
        if (!rc) r->n_read += n;
        if (shown) ts_progress_step(&p, (double)r->n_read);
    }
    if (shown) ts_progress_end(&p);
    r->prefill = ts_seconds() - start;
    for (size_t i = 0; i < r->n_prompt; i++) ts_sampler_saw(r->sampler, r->prompt[i]);
    return rc;
}

/* ---- one token ---- */

static int choose(ts_run_state *r, int32_t *id, ts_error *err)
{
    if (ts_sampler_is_greedy(r->sampler)) return ts_sequence_greedy(r->engine, id, err);
    if (ts_sequence_logits(r->engine, r->logits, err)) return -1;
    *id = ts_sampler_draw(r->sampler, r->logits);
    return *id < 0 ? ts_fail(err, "the model's logits are no numbers to draw from") : 0;
}

static int append(ts_run_state *r, int32_t id, ts_error *err)
{
    if (ts_sampler_is_greedy(r->sampler)) return ts_sequence_advance(r->engine, err);
    return ts_sequence_feed(r->engine, &id, 1, err);
}

static int print_piece(const ts_run_state *r, ts_detok *d, int32_t id, ts_error *err)
{
    char small[256];
    if (r->o->json) return 0;
    if (!r->tokenizer) {
        printf("%d ", id);
    } else {
        size_t bound = ts_detok_bound(d, id);
        char *out = bound > sizeof small ? malloc(bound) : small;
        ptrdiff_t n =
            out ? ts_detok_push(d, id, out, bound > sizeof small ? bound : sizeof small) : 0;
        if (n > 0) fwrite(out, 1, (size_t)n, stdout);
        if (out != small) free(out);
    }
    return ts_output_done(err);
}

bool ts_run_ends(const ts_run_state *r, int32_t id)
{
    return r->tokenizer && !r->o->ignore_eos && ts_tokenizer_is_eos(r->tokenizer, id);
}

const char *ts_run_stop(const ts_run_state *r)
{
    return r->stopped ? "eos" : r->full ? "context" : ts_interrupted() ? "interrupted" : "length";
}

/* ---- all of them ---- */

static int print_tail(const ts_run_state *r, ts_detok *d, ts_error *err)
{
    char tail[8];
    if (r->o->json) return 0;
    ptrdiff_t n = r->tokenizer ? ts_detok_flush(d, tail, sizeof tail) : 0;
    if (n > 0) fwrite(tail, 1, (size_t)n, stdout);
    printf("\n");
    return ts_output_done(err);
}

/* The first token comes out of the prompt's own logits; so N tokens need N - 1 more steps, and only they
 * are timed. */
int ts_run_generate(ts_run_state *r, ts_error *err)
{
    ts_detok d;
    double start = 0;
    int rc = 0;
    if (r->tokenizer) ts_detok_init(&d, r->tokenizer, true);
    while (!rc && !ts_interrupted() && r->n_made < (size_t)r->o->max_tokens) {
        int32_t id;
        r->full = r->n_made && ts_sequence_position(r->engine) == r->at.ctx;
        if (r->full) break;
        if (r->n_made) rc = append(r, r->made[r->n_made - 1], err);
        if (!rc) rc = choose(r, &id, err);
        if (rc) break;
        if (!r->n_made) start = ts_seconds();
        r->made[r->n_made++] = id;
        ts_sampler_saw(r->sampler, id);
        if ((r->stopped = ts_run_ends(r, id))) break;
        rc = print_piece(r, &d, id, err);
    }
    if (r->n_made) r->decode = ts_seconds() - start;
    return print_tail(r, &d, err) ? -1 : rc;
}
