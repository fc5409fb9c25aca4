/* run_batch.c - `tessera run --batch FILE`: a prompt a line, all answered at once (run.h).
 *
 * Each answer is the one that its prompt gets in a batch alone (tessera/batch.h): sampling, too, begins with the same seed for each. Prompts are
 * read one after the other; then the sequences take their steps together, and who ends leaves them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/rounds.h"
#include "store/mend.h"
#include "tool/input.h"
#include "tool/interrupt.h"
#include "tool/run.h"
#include "tool/words.h"

/* ---- the file ---- */

static const char *file_of(const ts_run_state *r)
{
    return strcmp(r->o->batch, "-") ? r->o->batch : "standard input";
}

static int add_line(ts_run_state *r, char *line, size_t n, int number, ts_error *err)
{
    const char *file = file_of(r);
    while (n && line[n - 1] == '\r') n--;
    if (!n) return ts_fail(err, "line %d of %s is empty; give a prompt a line", number, file);
    if (r->answers == TS_BATCH_MOST)
        return ts_fail(err, "%s has more than %d prompts, which a batch takes; split it", file,
                       TS_BATCH_MOST);
    line[n] = 0;
    r->answer[r->answers++] = (ts_run_answer){.line = line, .n = n};
    return 0;
}

int ts_run_read_batch(ts_run_state *r, ts_error *err)
{
    size_t n = 0;
    int number = 1;
    r->lines = ts_input_read(r->o->batch, "the prompts", &n, err);
    if (!r->lines) return -1;
    for (char *at = r->lines, *end = at + n, *stop; at < end; at = stop + 1, number++) {
        stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        if (add_line(r, at, (size_t)(stop - at), number, err)) return -1;
    }
    if (r->answers) return 0;
    return ts_fail(err, "%s is empty; give a prompt a line", file_of(r));
}

/* ---- talks ---- */

/* Its line as the prompt of a talk of its own. */
static int begin_answer(ts_run_state *r, const ts_talk_options *how, int i, ts_error *err)
{
    ts_run_answer *a = &r->answer[i];
    ts_error why = {0};
    a->talk = r->talk = ts_talk_open(how, err);
    if (!a->talk) return -1;
    if (!i && ts_run_check_sampling(r, err)) return -1;
    r->text = a->line;
    r->n_text = a->n;
    int rc = ts_run_make_prompt(r, &why);
    free(r->ids);
    r->ids = NULL;
    r->n_ids = 0;
    r->text = NULL;
    return rc ? ts_fail(err, "line %d of %s: %s", i + 1, file_of(r), why.text) : 0;
}

int ts_run_begin_batch(ts_run_state *r, const ts_talk_options *how, ts_error *err)
{
    int rc = 0;
    for (int i = 0; i < r->answers && !rc; i++) rc = begin_answer(r, how, i, err);
    if (!rc) ts_run_say_sampling(r); /* as the last one has it, so all */
    r->talk = NULL;
    return rc;
}

int ts_run_open_batch(ts_run_state *r, ts_error *err)
{
    size_t n, most = 0;
    r->batch = ts_batch_new(r->model, err);
    if (!r->batch) return -1;
    for (int i = 0; i < r->answers; i++) {
        ts_run_answer *a = &r->answer[i];
        a->sequence = ts_sequence_new(r->model, err);
        if (!a->sequence || ts_talk_begin(a->talk, a->sequence, err)) return -1;
        ts_talk_prompt(a->talk, &n);
        if (n > most) most = n;
    }
    return most > 1 ? ts_sequence_prepare(r->answer[0].sequence, err) : 0;
}

void ts_run_close_batch(ts_run_state *r)
{
    for (int i = 0; i < r->answers; i++) ts_talk_close(r->answer[i].talk);
    for (int i = 0; i < r->answers; i++) ts_sequence_close(r->answer[i].sequence);
    ts_batch_close(r->batch);
    free(r->lines);
}

/* ---- answers ---- */

static int read_prompts(ts_run_state *r, ts_error *err)
{
    ts_progress p = {0};
    double start = ts_seconds();
    int rc = 0;
    if (!r->o->quiet) ts_progress_begin(&p, "reading the prompts", "prompts", r->answers);
    for (int i = 0; i < r->answers && !rc && !ts_interrupted(); i++) {
        size_t n;
        ts_talk_prompt(r->answer[i].talk, &n);
        rc = ts_talk_read(r->answer[i].talk, n, err);
        r->n_read += r->answer[i].read = ts_talk_was_read(r->answer[i].talk);
        if (!r->o->quiet) ts_progress_step(&p, i + 1);
    }
    if (!r->o->quiet) ts_progress_end(&p);
    r->prefill = ts_seconds() - start;
    r->prefill_anew = ts_run_widened(r);
    return rc;
}

static void count_made(ts_run_state *r)
{
    for (int i = 0; i < r->answers; i++) {
        ts_run_answer *a = &r->answer[i];
        ts_talk_made(a->talk, &a->made);
        r->n_made += a->made;
    }
}

/* First tokens come out of the prompts' logits; only the steps behind them are timed. */
static int write_answers(ts_run_state *r, ts_error *err)
{
    ts_talk *talk[TS_BATCH_MOST];
    double start = ts_seconds();
    int more = 1, widened = ts_run_widened(r);
    for (int i = 0; i < r->answers; i++) talk[i] = r->answer[i].talk;
    for (int made = 0; more > 0 && made < r->o->max_tokens && !ts_interrupted(); made++) {
        more = ts_talk_next_each(r->batch, talk, (size_t)r->answers, err);
        if (made) continue;
        r->first = r->prefill + (ts_seconds() - start), start = ts_seconds();
        widened = ts_run_widened(r);
    }
    r->decode = ts_seconds() - start;
    r->decode_anew = ts_run_widened(r) > widened;
    count_made(r);
    for (int i = 0; i < r->answers && more >= 0; i++)
        if (ts_talk_finish(r->answer[i].talk, err)) more = -1;
    return more < 0 ? -1 : 0;
}

static void print_answer(const ts_run_answer *a)
{
    size_t n;
    printf("> %s\n", a->line);
    if (ts_talk_has_text(a->talk)) {
        const char *said = ts_talk_said(a->talk, &n);
        fwrite(said, 1, n, stdout);
    } else {
        const int32_t *id = ts_talk_made(a->talk, &n);
        for (size_t i = 0; i < n; i++) printf("%d ", id[i]);
    }
    printf("\n\n");
}

/* ---- what it cost ---- */

static void say_prompts(const ts_run_state *r, const ts_run_cost *c)
{
    size_t n = (size_t)r->answers, read = 0;
    for (int i = 0; i < r->answers; i++) read += r->answer[i].read > 0;
    ts_run_say(r, "Prefill: ");
    if (read < n) ts_run_say(r, "%zu of ", read);
    ts_run_say(r, "%zu prompt%s, %zu token%s in %.2fs", n, ts_s(n), r->n_read, ts_s(r->n_read),
               r->prefill);
    if (!isnan(c->prefill_rate)) ts_run_say(r, " (%.1f tok/s)", c->prefill_rate);
    ts_run_say(r, r->prefill_anew ? ", caches made anew\n" : "\n");
}

static void say_context(const ts_run_state *r)
{
    size_t n = 0;
    for (int i = 0; i < r->answers; i++) n += ts_talk_stop(r->answer[i].talk) == TS_STOP_CONTEXT;
    if (n)
        ts_run_say(r, "Stopped: the context of %u position%s is full for %zu answer%s%s\n",
                   r->at.ctx, ts_s(r->at.ctx), n, ts_s(n),
                   r->at.ctx < r->at.max_ctx ? "; --ctx makes it longer" : ", the model's limit");
}

static void say_cost(const ts_run_state *r, const ts_run_cost *c)
{
    say_prompts(r, c);
    say_context(r);
    ts_run_say(r, "Generated %zu token%s", r->n_made, ts_s(r->n_made));
    if (!isnan(c->rate))
        ts_run_say(r, " in %.2fs (%.0f step%s of %.2f ms, %.2f tok/s in all)", c->decode, c->steps,
                   ts_s((size_t)c->steps), 1e3 * c->decode / c->steps, c->rate);
    ts_run_say(r, r->decode_anew ? ", caches made anew\n" : "\n");
    if (r->at.batch == 1)
        ts_run_say(r, "On this device sequences take their steps one after the other\n");
    ts_run_print_reading(r, c);
}

static json_t *ids_of(const int32_t *id, size_t n)
{
    json_t *a = json_array();
    for (size_t i = 0; i < n; i++) json_array_append_new(a, json_integer(id[i]));
    return a;
}

static json_t *answer_of(const ts_run_answer *a)
{
    size_t n_prompt, n_made, n;
    const int32_t *prompt = ts_talk_prompt(a->talk, &n_prompt),
                  *made = ts_talk_made(a->talk, &n_made);
    const char *said = ts_talk_said(a->talk, &n);
    return json_pack("{s:o, s:o, s:o, s:o, s:s}", "prompt", ts_json_of_text(a->line, a->n),
                     "prompt_ids", ids_of(prompt, n_prompt), "ids", ids_of(made, n_made), "text",
                     ts_talk_has_text(a->talk) ? ts_json_of_text(said, n) : json_null(), "stop",
                     ts_run_stop(a->talk));
}

static int print_json(const ts_run_state *r, const ts_run_cost *c, ts_error *err)
{
    json_t *all = json_array();
    for (int i = 0; i < r->answers; i++) json_array_append_new(all, answer_of(&r->answer[i]));
    const char *device = ts_device_name(ts_model_device(r->model));
    json_t *o =
        json_pack("{s:o, s:o, s:o}", "model", ts_json_of_text(r->at.name, strlen(r->at.name)),
                  "device", ts_json_of_text(device, strlen(device)), "answers", all);
    bool whole = o && !ts_run_json_cost(o, r, c);
    char *line = whole ? json_dumps(o, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    json_decref(o);
    if (!line) return ts_fail(err, "no memory to print the run as JSON");
    puts(line);
    free(line);
    return 0;
}

int ts_run_answer_batch(ts_run_state *r, ts_error *err)
{
    ts_run_cost cost;
    if (read_prompts(r, err)) return -1;
    if (!ts_interrupted() && write_answers(r, err)) return -1;
    for (int i = 0; i < r->answers && !r->o->json; i++) print_answer(&r->answer[i]);
    if (ts_output_done(err) || ts_run_measure(r, &cost, err)) return -1;
    say_cost(r, &cost);
    if (r->o->json && print_json(r, &cost, err)) return -1;
    return ts_output_done(err);
}
