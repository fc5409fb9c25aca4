/* run_text.c - reading the prompt and writing tokens, with a look at Ctrl-C in between (run.h). */
#include <stdio.h>

#include "bench/rounds.h"
#include "tool/input.h"
#include "tool/interrupt.h"
#include "tool/run.h"

/* Tokens of a prompt between two looks at Ctrl-C: a chunk, or some where they are read one by one. */
static size_t at_once(const ts_run_state *r)
{
    enum { FEW = 16 };
    return r->at.chunk > 1 ? r->at.chunk : FEW;
}

int ts_run_widened(const ts_run_state *r)
{
    int n = r->sequence && ts_sequence_kv(r->sequence) != r->at.kv;
    for (int i = 0; i < r->answers; i++) n += ts_sequence_kv(r->answer[i].sequence) != r->at.kv;
    return n;
}

int ts_run_prefill(ts_run_state *r, ts_error *err)
{
    ts_progress p = {0};
    size_t n;
    double start = ts_seconds();
    bool shown = !r->o->quiet;
    int rc = 0;
    ts_talk_prompt(r->talk, &n);
    if (shown) ts_progress_begin(&p, "reading the prompt", "tok", (double)n);
    while (r->n_read < n && !rc && !ts_interrupted()) {
        rc = ts_talk_read(r->talk, at_once(r), err);
        r->n_read = ts_talk_was_read(r->talk);
        if (shown) ts_progress_step(&p, (double)r->n_read);
    }
    if (shown) ts_progress_end(&p);
    r->prefill = ts_seconds() - start;
    r->prefill_anew = ts_run_widened(r);
    return rc;
}

static int print_piece(const ts_run_state *r, ts_error *err)
{
    size_t n;
    const char *piece = ts_talk_piece(r->talk, &n);
    if (r->o->json) return 0;
    if (ts_talk_has_text(r->talk))
        fwrite(piece, 1, n, stdout);
    else
        printf("%d ", ts_talk_made(r->talk, &n)[r->n_made - 1]);
    return ts_output_done(err);
}

static int print_tail(const ts_run_state *r, ts_error *err)
{
    size_t n = 0;
    if (ts_talk_finish(r->talk, err)) return -1;
    if (r->o->json) return 0;
    const char *piece = ts_talk_piece(r->talk, &n);
    fwrite(piece, 1, n, stdout);
    printf("\n");
    return ts_output_done(err);
}

/* The first token comes out of the prompt's own logits; so N tokens need N - 1 more steps, and only they
 * are timed. */
int ts_run_generate(ts_run_state *r, ts_error *err)
{
    double start = ts_seconds();
    int more = 1, rc = 0, widened = ts_run_widened(r);
    while (more > 0 && !rc && !ts_interrupted() && r->n_made < (size_t)r->o->max_tokens) {
        more = ts_talk_next(r->talk, err);
        if (!r->n_made) {
            r->first = r->prefill + (ts_seconds() - start), start = ts_seconds();
            widened = ts_run_widened(r);
            ts_debug_stage("first token");
        }
        ts_talk_made(r->talk, &r->n_made);
        if (more > 0) rc = print_piece(r, err);
    }
    if (r->n_made) r->decode = ts_seconds() - start;
    r->decode_anew = ts_run_widened(r) > widened;
    return print_tail(r, err) || more < 0 ? -1 : rc;
}

const char *ts_run_stop(const ts_talk *t)
{
    ts_stop stop = ts_talk_stop(t);
    return stop == TS_STOP_EOS       ? "eos"
           : stop == TS_STOP_CONTEXT ? "context"
           : ts_interrupted()        ? "interrupted"
                                     : "length";
}
