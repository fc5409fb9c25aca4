/* cmd_run.c - `tessera run`: a prompt in, text out, and what it cost.
 *
 * Text goes to stdout as it is made; everything else to stderr, in the lines that people who compare
 * engines already know. The share of the ceiling is measured after the text, in the same process. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/rounds.h"
#include "engine/synthetic.h"
#include "tool/input.h"
#include "tool/interrupt.h"
#include "tool/place.h"
#include "tool/run.h"
#include "tool/tool.h"

void ts_run_say(const ts_run_state *r, const char *format, ...)
{
    if (r->o->quiet) return;
    va_list ap;
    va_start(ap, format);
    vfprintf(stderr, format, ap);
    va_end(ap);
}

/* ---- what is known before the model is opened ---- */

/* synthetic:PRESET and --dtype make synthetic:PRESET:DTYPE. */
static int name_model(ts_run_state *r, ts_error *err)
{
    const ts_run_options *o = r->o;
    if (!o->model) {
        if (o->dtype) return ts_fail(err, "--dtype is for synthetic weights; leave it out");
        return ts_place_find("models/tessera-tiny", r->name, sizeof r->name, err);
    }
    bool synthetic = ts_synthetic_is(o->model);
    if (o->dtype && !synthetic)
        return ts_fail(err,
                       "--dtype is for synthetic weights; a model folder keeps the dtype of its "
                       "files, leave it out");
    if (o->dtype && strchr(o->model + strlen("synthetic:"), ':'))
        return ts_fail(err, "%s names a dtype already; leave out --dtype", o->model);
    int n = snprintf(r->name, sizeof r->name, "%s%s%s", o->model, o->dtype ? ":" : "",
                     o->dtype ? o->dtype : "");
    return n < 0 || (size_t)n >= sizeof r->name ? ts_fail(err, "the model's name is too long") : 0;
}

static void show_plan(void *arg, const char *text)
{
    const ts_run_state *r = arg;
    ts_run_say(r, "%s", text);
}

static void show_note(void *arg, const char *text)
{
    const ts_run_state *r = arg;
    ts_run_say(r, "%s\n", text);
}

static void show_progress(void *arg, const char *what, uint64_t done, uint64_t total)
{
    ts_run_state *r = arg;
    ts_waiting_step(&r->waiting, what, done, total);
}

static void show_begin(void *arg, const char *what)
{
    ts_run_state *r = arg;
    ts_waiting_step(&r->waiting, what, 0, 0);
}

static ts_model_options model_options(ts_run_state *r)
{
    return (ts_model_options){.model = r->name,
                              .device = r->o->device,
                              .threads = r->o->threads,
                              .ctx = (uint32_t)r->o->ctx,
                              .chunk = (uint32_t)r->o->chunk,
                              .kv = ts_tool_dtype(r->o->kv, TS_NDTYPE),
                              .plan = show_plan,
                              .progress = show_progress,
                              .begins = show_begin,
                              .note = show_note,
                              .arg = r};
}

/* All that can be refused without weights is refused here. */
static int prepare(ts_run_state *r, ts_error *err)
{
    if (name_model(r, err) ||
        (r->o->batch ? ts_run_read_batch(r, err) : ts_run_read_prompt(r, err)))
        return -1;
    ts_model_options o = model_options(r);
    if (ts_model_peek(&o, &r->at, err)) return -1;
    ts_talk_options how = ts_run_talk_options(r);
    how.note = show_note;
    how.arg = r;
    if (r->o->batch) return ts_run_begin_batch(r, &how, err);
    r->talk = ts_talk_open(&how, err);
    if (!r->talk || ts_run_check_sampling(r, err) || ts_run_make_prompt(r, err)) return -1;
    ts_run_say_sampling(r);
    return 0;
}

/* ---- opening ---- */

/* Kernels for a prompt of more than one token belong to opening, not to reading. */
static int prepare_prompt(ts_run_state *r, ts_error *err)
{
    size_t n;
    ts_talk_prompt(r->talk, &n);
    if (n < 2) return 0;
    show_begin(r, "compiling kernels for prompts");
    return ts_sequence_prepare(r->sequence, err);
}

static int open_sequences(ts_run_state *r, ts_error *err)
{
    if (r->o->batch) return ts_run_open_batch(r, err);
    r->sequence = ts_sequence_new(r->model, err);
    return r->sequence && !prepare_prompt(r, err) ? ts_talk_begin(r->talk, r->sequence, err) : -1;
}

static int open_model(ts_run_state *r, ts_error *err)
{
    ts_model_options o = model_options(r);
    if (!r->o->quiet) ts_waiting_begin(&r->waiting, "opening the model");
    r->model = ts_model_open(&o, err);
    ts_debug_stage("model");
    int rc = r->model ? open_sequences(r, err) : -1;
    ts_debug_stage("ready for the prompt");
    ts_waiting_end(&r->waiting);
    if (!rc) r->at = *ts_model_describe(r->model);
    return rc;
}

static void close_run(ts_run_state *r)
{
    free(r->text);
    free(r->ids);
    ts_talk_close(r->talk);
    ts_sequence_close(r->sequence);
    ts_run_close_batch(r);
    ts_model_close(r->model);
}

static int write_text(ts_run_state *r, ts_error *err)
{
    ts_run_cost cost;
    if (ts_run_prefill(r, err)) return -1;
    if (!ts_interrupted() && ts_run_generate(r, err)) return -1;
    if (ts_run_measure(r, &cost, err)) return -1;
    ts_run_print_cost(r, &cost);
    if (r->o->json && ts_run_print_json(r, &cost, err)) return -1;
    return ts_output_done(err);
}

static int work(ts_run_state *r, ts_error *err)
{
    double start = ts_seconds();
    if (prepare(r, err) || open_model(r, err)) return -1;
    r->load = ts_seconds() - start;
    ts_run_say(r, "Loaded %s on %s\n", r->at.name, ts_device_name(ts_model_device(r->model)));
    ts_interrupt_asks();
    return r->o->batch ? ts_run_answer_batch(r, err) : write_text(r, err);
}

int ts_cmd_run(int argc, char **argv)
{
    ts_run_options o;
    int words = ts_run_parse(&o, argc, argv);
    if (words < 0) return ts_args_exit(words);
    ts_error err = {0};
    ts_run_state r = {.o = &o};
    int rc = work(&r, &err);
    close_run(&r);
    if (rc) fprintf(stderr, "tessera run: %s\n", err.text);
    return rc ? 1 : ts_interrupted() ? 130 : 0;
}
