/* cmd_logits.c - `tessera logits`: what a model says after given tokens, as numbers, to compare with other programs.
 *
 *     in    {"ids":[1,2,3],"greedy":2}                               a line each
 *     out   {"argmax":[..],"logits":[..],"greedy":[..]}              a line each, in their order
 *
 * argmax: the id of the largest logit after every token, the lowest among equal ones; logits: all, after the last;
 * greedy: so many ids as the model goes on with, whichever they are. No text is read or written, so no tokenizer is
 * needed, and each line begins with an empty sequence. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "store/store.h"
#include "tessera/c_locale.h"
#include "tessera/sequence.h"
#include "tool/args.h"
#include "tool/input.h"
#include "tool/progress.h"
#include "tool/tool.h"
#include "tool/waiting.h"

typedef struct line {
    int number;
    int32_t *id;
    size_t ids, greedy;
} line;

typedef struct job {
    ts_model_options model;
    line *line;
    size_t lines;
    ts_sequence *sequence;
    ts_waiting waiting;
    ts_progress progress;
} job;

/* ---- what is asked ---- */

static int read_ids(const json_t *list, line *to, ts_error *err)
{
    to->ids = json_array_size(list);
    if (!to->ids)
        return ts_fail(err, "line %d: \"ids\" must be a list of one token or more", to->number);
    to->id = calloc(to->ids, sizeof *to->id);
    if (!to->id) return ts_fail(err, "line %d: no memory for %zu ids", to->number, to->ids);
    for (size_t i = 0; i < to->ids; i++) {
        const json_t *id = json_array_get(list, i);
        json_int_t x = json_integer_value(id);
        if (!json_is_integer(id) || x < 0 || x > INT32_MAX)
            return ts_fail(err, "line %d: \"ids\"[%zu] is no token", to->number, i);
        to->id[i] = (int32_t)x;
    }
    return 0;
}

static int read_object(const json_t *object, line *to, ts_error *err)
{
    const json_t *greedy = json_object_get(object, "greedy");
    json_int_t n = json_integer_value(greedy);
    if (!json_is_object(object))
        return ts_fail(err, "line %d: an object with \"ids\" is expected", to->number);
    if (greedy && (!json_is_integer(greedy) || n < 0 || n > INT32_MAX))
        return ts_fail(err, "line %d: \"greedy\" must be a number of tokens", to->number);
    to->greedy = (size_t)n;
    return read_ids(json_object_get(object, "ids"), to, err);
}

static int read_line(job *j, const char *text, size_t n, int number, ts_error *err)
{
    json_error_t wrong;
    if (!ts_grow((void **)&j->line, j->lines, sizeof *j->line))
        return ts_fail(err, "line %d: no memory", number);
    j->line[j->lines] = (line){.number = number};
    json_t *object = json_loadb(text, n, JSON_REJECT_DUPLICATES, &wrong);
    if (!object) return ts_fail(err, "line %d: %s", number, wrong.text);
    int rc = read_object(object, &j->line[j->lines++], err);
    json_decref(object);
    return rc;
}

static int read_lines(job *j, ts_error *err)
{
    size_t n = 0;
    int number = 0, rc = 0;
    char *text = ts_input_read("-", "the ids", &n, err);
    if (!text) return -1;
    for (char *at = text, *end = text + n, *stop; !rc && at < end; at = stop + 1) {
        stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        number++;
        if (strspn(at, " \t\r") < (size_t)(stop - at))
            rc = read_line(j, at, (size_t)(stop - at), number, err);
    }
    free(text);
    if (!rc && !j->lines)
        return ts_fail(err, "standard input has no line; give one {\"ids\":[..]} a line");
    return rc;
}

/* Room for the longest line, unless there was said to be another. */
static int choose_context(job *j, ts_error *err)
{
    size_t most = 1;
    for (size_t i = 0; i < j->lines; i++) {
        size_t n = j->line[i].ids + j->line[i].greedy;
        if (n > INT32_MAX) return ts_fail(err, "line %d: too many tokens", j->line[i].number);
        if (n > most) most = n;
    }
    if (!j->model.ctx) j->model.ctx = (uint32_t)most;
    return 0;
}

/* ---- what is said ---- */

static json_t *numbers(const int32_t *id, size_t n)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++) json_array_append_new(list, json_integer(id[i]));
    return list;
}

static json_t *logits_of(ts_sequence *s, ts_error *err)
{
    uint32_t n = ts_sequence_describe(s)->vocab;
    float *x = calloc(n, sizeof *x);
    json_t *list = json_array();
    if (!x) ts_fail(err, "no memory for %u logits", n);
    if (x && !ts_sequence_logits(s, x, err))
        for (uint32_t i = 0; i < n; i++) json_array_append_new(list, ts_json_of_real(x[i]));
    free(x);
    return list;
}

/* The prompt's own last choice is the first of these. */
static int go_on(ts_sequence *s, int32_t *id, size_t n, ts_error *err)
{
    for (size_t i = 0; i < n; i++)
        if ((i && ts_sequence_advance(s, err)) || ts_sequence_greedy(s, id + i, err)) return -1;
    return 0;
}

static int print_line(json_t *o, ts_error *err)
{
    int bad = json_dumpf(o, stdout, JSON_COMPACT | JSON_REAL_PRECISION(9));
    if (!bad) puts("");
    return bad || fflush(stdout) ? ts_fail(err, "cannot write to standard output") : 0;
}

static int answer_in(job *j, const line *l, int32_t *choice, int32_t *more, ts_error *err)
{
    ts_sequence *s = j->sequence;
    ts_sequence_rewind(s, 0);
    if (ts_sequence_choices(s, l->id, l->ids, choice, err)) return -1;
    json_t *o = json_object();
    json_object_set_new(o, "argmax", numbers(choice, l->ids));
    json_object_set_new(o, "logits", logits_of(s, err));
    int rc = ts_failed(err) ? -1 : go_on(s, more, l->greedy, err);
    json_object_set_new(o, "greedy", numbers(more, l->greedy));
    if (!rc) rc = print_line(o, err);
    json_decref(o);
    return rc;
}

static int answer(job *j, const line *l, ts_error *err)
{
    ts_error why = {0};
    int32_t *choice = calloc(l->ids, sizeof *choice), *more = calloc(l->greedy + 1, sizeof *more);
    int rc = -1;
    if (!choice || !more)
        ts_fail(&why, "no memory");
    else
        rc = answer_in(j, l, choice, more, &why);
    free(choice);
    free(more);
    return rc ? ts_fail(err, "line %d: %s", l->number, why.text) : 0;
}

static int answer_all(job *j, ts_error *err)
{
    int rc = 0;
    ts_progress_begin(&j->progress, "reading", " lines", (double)j->lines);
    for (size_t i = 0; i < j->lines && !rc; i++) {
        rc = answer(j, &j->line[i], err);
        ts_progress_step(&j->progress, (double)(i + 1));
    }
    ts_progress_end(&j->progress);
    return rc;
}

/* ---- the command ---- */

static void close_job(job *j)
{
    ts_sequence_close(j->sequence);
    for (size_t i = 0; i < j->lines; i++) free(j->line[i].id);
    free(j->line);
}

static void show_note(void *arg, const char *text)
{
    (void)arg;
    fprintf(stderr, "note: %s\n", text);
}

static int open_model(job *j, ts_error *err)
{
    j->model.progress = ts_waiting_show;
    j->model.begins = ts_waiting_begins;
    j->model.note = show_note;
    j->model.arg = &j->waiting;
    ts_waiting_begin(&j->waiting, "opening the model");
    j->sequence = ts_sequence_open(&j->model, err);
    int rc = j->sequence ? ts_sequence_prepare(j->sequence, err) : -1;
    ts_waiting_end(&j->waiting);
    return rc;
}

static int work(job *j, ts_error *err)
{
    if (read_lines(j, err) || choose_context(j, err) || open_model(j, err)) return -1;
    return answer_all(j, err);
}

int ts_cmd_logits(int argc, char **argv)
{
    const char *kv = NULL;
    int chunk = 0, ctx = 0;
    job j = {.lines = 0};
    const ts_arg options[] = {
        {"model", 'm', "MODEL",
         "A folder, ORG/NAME from the Hugging Face cache, or synthetic:PRESET.", TS_ARG_TEXT,
         &j.model.model, 0, 0},
        {"device", 'd', "NAME", "cpu (default), cpu:avx2, opencl:0, ...: see `tessera devices`.",
         TS_ARG_TEXT, &j.model.device, 0, 0},
        {"threads", 't', "N", "Worker threads; 0 (default): one a core that this process may use.",
         TS_ARG_INT, &j.model.threads, 0, 1024},
        {"kv", 0, "f32|f16|bf16|q8", "Of the KV cache (default: as `tessera run` has it).",
         TS_ARG_WORD, &kv, 0, 0},
        {"chunk", 0, "N", "Tokens that are taken at once (default 128); 1: one by one.", TS_ARG_INT,
         &chunk, 1, 4096},
        {"ctx", 'c', "N", "Positions there is room for (default: what the longest line takes).",
         TS_ARG_INT, &ctx, 1, INT32_MAX},
        {0},
    };
    const ts_args spec = {
        .command = "logits",
        .about = "Reads lines {\"ids\":[..],\"greedy\":N} on stdin and writes one line for each: "
                 "{\"argmax\":[after every token],\"logits\":[after the last],\"greedy\":[the N "
                 "tokens that the model goes on with]}. End tokens do not stop. The folder needs "
                 "no tokenizer.",
        .examples = "  echo '{\"ids\":[1,2,3],\"greedy\":4}' | tessera logits --model DIR",
        .options = options,
    };
    ts_error err = {0};
    int words = ts_args_parse(&spec, argc, argv);
    if (words < 0) return ts_args_exit(words);
    if (!j.model.model) return ts_usage_error("logits", "--model MODEL is missing");
    TS_C_LOCALE;
    j.model.kv = ts_tool_dtype(kv, TS_NDTYPE);
    j.model.chunk = (uint32_t)chunk;
    j.model.ctx = (uint32_t)ctx;
    int rc = work(&j, &err);
    close_job(&j);
    if (!rc) rc = ts_output_done(&err);
    if (!rc) return 0;
    fprintf(stderr, "tessera logits: %s\n", err.text);
    return 1;
}
