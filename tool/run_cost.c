/* run_cost.c - what a text cost: rates, bytes, and their share of what memory gives (run.h).
 *
 * One definition of a rate: steps over their time. The first token comes out of the prompt's logits, so
 * n tokens took n - 1 steps and one token has no rate. A figure above the ceiling is a fault of the
 * measurement, and is refused as in `bench`. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "kernels/r1_distill/shape.h"
#include "bench/ceiling.h"
#include "tool/interrupt.h"
#include "tool/run.h"
#include "tool/tool.h"

static double known(double seconds, double steps)
{
    return steps > 0 ? seconds : NAN;
}

/* Takes back a rate that reading alone could not reach. */
static bool refuse(ts_run_cost *c, const char *what, double share, double *rate)
{
    char why[200];
    if (!ts_beats_ceiling(share)) return false;
    *rate = NAN;
    ts_beats_ceiling_why(share, true, why, sizeof why);
    snprintf(c->why, sizeof c->why, "%s: %s", what, why);
    return c->refused = true;
}

static int behind_first(size_t made)
{
    return made > 1 ? (int)(made - 1) : 0;
}

/* Those of a batch take their steps together, and who ends leaves them. */
static void count_steps(const ts_run_state *r, ts_run_cost *c)
{
    c->steps = c->tokens = r->answers ? 0 : behind_first(r->n_made);
    for (int i = 0; i < r->answers; i++) {
        int n = behind_first(r->answer[i].made);
        c->steps = fmax(c->steps, n);
        c->tokens += n;
    }
}

/* Read by all steps. Weights are read once for a batch, if the model has launches for several sequences; caches
 * by each. */
static double bytes_of_steps(const ts_run_state *r, const ts_run_cost *c)
{
    int steps = (int)c->steps;
    if (!r->answers) return ts_cost_of(&r->at, (double)r->n_read, steps, steps).bytes;
    double shared = r->at.batch > 1 ? (double)r->at.token_bytes : 0, sum = steps * shared;
    for (int i = 0; i < r->answers; i++) {
        int n = behind_first(r->answer[i].made);
        sum += ts_cost_of(&r->at, (double)r->answer[i].read, n, n).bytes - n * shared;
    }
    return sum;
}

/* A prompt is read chunk by chunk; the last token has logits. */
static double bytes_of_prompts(const ts_run_state *r)
{
    int outputs = r->n_made > 0;
    double sum = 0;
    if (!r->answers) return ts_prompt_cost_of(&r->at, 0, (int)r->n_read, outputs).bytes;
    for (int i = 0; i < r->answers; i++)
        sum += ts_prompt_cost_of(&r->at, 0, (int)r->answer[i].read, outputs).bytes;
    return sum;
}

void ts_run_cost_of(const ts_run_state *r, double ceiling, bool cached, ts_run_cost *c)
{
    double read = (double)r->n_read, bound = cached ? NAN : ceiling;
    *c = (ts_run_cost){.ceiling = ceiling};
    count_steps(r, c);
    c->prefill = known(r->prefill, read);
    c->first = r->n_made ? r->first : NAN;
    c->decode = known(r->decode, c->steps);
    c->prefill_rate = r->prefill_anew ? NAN : ts_token_rate(read, r->prefill);
    c->rate = r->decode_anew ? NAN : ts_token_rate(c->tokens, r->decode);
    c->bytes = bytes_of_steps(r, c) / (isnan(c->rate) ? NAN : r->decode);
    c->share = c->bytes / bound;
    refuse(c, "prompt", bytes_of_prompts(r) / c->prefill / bound, &c->prefill_rate);
    if (refuse(c, "text", c->share, &c->rate)) c->bytes = c->share = NAN;
}

/* ---- the ceiling ---- */

enum { SMALL_MODEL = 256 << 20, READ = 1 << 30, READINGS = 5 };

/* Does reading say anything about this text? Not about small models, nor on stand-ins of devices. */
static bool has_ceiling(const ts_run_state *r, const ts_run_cost *c)
{
    return !r->o->no_ceiling && c->steps > 0 && r->at.weight_bytes >= SMALL_MODEL &&
           ts_reader_fits(ts_model_device(r->model));
}

/* Less than a gigabyte of weights in one piece could be read from a large cache: then other memory is
 * read. A second has to do on other devices than the CPU, some of which are slow, and three where others have the
 * processors. */
static ts_reader *open_reader(ts_run_state *r, ts_error *err)
{
    size_t bytes;
    const void *data = ts_model_largest(r->model, &bytes);
    ts_device *dev = ts_model_device(r->model);
    bool cpu = ts_device_is_host(dev);
    size_t enough = cpu ? READ : SMALL_MODEL;
    ts_reader *reader = ts_reader_new(dev, bytes < enough ? NULL : data, enough, err);
    if (reader) ts_reader_within(reader, cpu ? 3 : 1, NULL, NULL);
    return reader;
}

static int read_once(void *reader, double *bytes_s, ts_error *err)
{
    ts_ceiling now = {0};
    if (ts_reader_tune(reader, 3, &now, err)) return -1;
    *bytes_s = now.gbps * 1e9;
    return 0;
}

/* Memory is read when the text is done, for a second, in which a neighbour may take of it what he left to
 * the text. A ceiling is what memory can give: where the text beat it, memory is read again, and the best
 * reading counts. A text that beats them all is refused. */
int ts_run_cost_beside(const ts_run_state *r, ts_run_reading *read, void *arg, ts_run_cost *c,
                       ts_error *err)
{
    bool cached = ts_decoding_cached(&r->at, ts_cache_bytes());
    double best = 0;
    for (int i = 0; i < READINGS && (!i || c->refused); i++) {
        double now;
        if (read(arg, &now, err)) return -1;
        best = fmax(best, now);
        ts_run_cost_of(r, best > 0 ? best : NAN, cached, c);
    }
    return 0;
}

static int read_memory(ts_run_state *r, ts_run_cost *c, ts_error *err)
{
    if (!r->o->quiet) ts_waiting_begin(&r->waiting, "measuring what memory gives");
    ts_reader *reader = open_reader(r, err);
    int rc = reader ? ts_run_cost_beside(r, read_once, reader, c, err) : -1;
    ts_reader_free(reader);
    ts_waiting_end(&r->waiting);
    return rc;
}

int ts_run_measure(ts_run_state *r, ts_run_cost *c, ts_error *err)
{
    ts_error why = {0};
    ts_run_cost_of(r, NAN, false, c);
    bool failed = !ts_interrupted() && has_ceiling(r, c) && read_memory(r, c, &why);
    return failed && !ts_interrupted() ? ts_fail(err, "%s", why.text) : 0; /* else: Ctrl-C did it */
}

/* ---- as lines ---- */

static void print_prefill(const ts_run_state *r, const ts_run_cost *c)
{
    size_t n;
    ts_talk_prompt(r->talk, &n);
    if (r->n_read < n)
        ts_run_say(r, "Prefill: %zu of %zu token%s in %.2fs", r->n_read, n, ts_s(n), r->prefill);
    else
        ts_run_say(r, "Prefill: %.2fs", r->prefill);
    if (!isnan(c->prefill_rate)) ts_run_say(r, " (%.1f tok/s)", c->prefill_rate);
    if (r->prefill_anew) ts_run_say(r, ", the cache made anew");
    if (!isnan(c->first)) ts_run_say(r, ", first token after %.2fs", c->first);
    ts_run_say(r, "\n");
}

static void print_bytes(const ts_run_state *r, const ts_run_cost *c)
{
    double step = c->bytes * c->decode / c->steps; /* with its caches */
    ts_run_say(r, "Read %.3f GB a %s, %.2f GB/s",
               (r->answers ? step : (double)r->at.token_bytes) / 1e9, r->answers ? "step" : "token",
               c->bytes / 1e9);
    if (isnan(c->ceiling))
        ts_run_say(r, "\n");
    else if (isnan(c->share))
        ts_run_say(r, "; memory gives %.2f GB/s, but a model this small stays in the caches\n",
                   c->ceiling / 1e9);
    else
        ts_run_say(r, ": %.1f %% of the %.2f GB/s that memory gives here now\n", 100 * c->share,
                   c->ceiling / 1e9);
}

static void print_made(const ts_run_state *r, const ts_run_cost *c)
{
    if (ts_talk_stop(r->talk) == TS_STOP_CONTEXT)
        ts_run_say(r, "Stopped: the context of %u positions is full%s\n", r->at.ctx,
                   r->at.ctx < r->at.max_ctx ? "; --ctx makes it longer" : ", the model's limit");
    ts_run_say(r, "Generated %zu token%s", r->n_made, ts_s(r->n_made));
    if (!isnan(c->decode)) ts_run_say(r, " in %.2fs", c->decode);
    if (!isnan(c->rate))
        ts_run_say(r, " (%.0f step%s, %.2f tok/s)", c->steps, ts_s((size_t)c->steps), c->rate);
    if (r->decode_anew) ts_run_say(r, ", the cache made anew");
    ts_run_say(r, "\n");
}

void ts_run_print_reading(const ts_run_state *r, const ts_run_cost *c)
{
    if (c->refused) ts_run_say(r, "Speed refused: %s\n", c->why);
    if (!isnan(c->bytes)) print_bytes(r, c);
}

void ts_run_print_cost(const ts_run_state *r, const ts_run_cost *c)
{
    print_prefill(r, c);
    if (r->n_made) print_made(r, c);
    ts_run_print_reading(r, c);
}
