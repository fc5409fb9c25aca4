/* run_prompt.c - the prompt: text, ids or messages, from where the options say (run.h). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/input.h"
#include "tool/run.h"

static const char random_ids[] = "1,2,3,4,5,6"; /* random weights: any tokens do */

static int parse_ids(ts_run_state *r, const char *text, ts_error *err)
{
    r->ids = calloc(strlen(text) + 1, sizeof *r->ids);
    if (!r->ids) return ts_fail(err, "no memory for the prompt");
    for (const char *s = text;; s++) {
        char *end;
        long id = *s >= '0' && *s <= '9' ? strtol(s, &end, 10) : -1;
        if (id < 0 || id > INT32_MAX || (*end && *end != ','))
            return ts_fail(err, "%s wants numbers with commas between, not \"%.40s\"",
                           r->o->batch ? "a prompt of random weights" : "--prompt-ids", text);
        r->ids[r->n_ids++] = (int32_t)id;
        s = end;
        if (!*s) return 0;
    }
}

/* Before anything of the model is opened: a missing file should not cost a load. */
int ts_run_read_prompt(ts_run_state *r, ts_error *err)
{
    const ts_run_options *o = r->o;
    const char *file = o->messages ? o->messages : o->prompt_file;
    if (o->ids) return parse_ids(r, o->ids, err);
    if (file) {
        r->text = ts_input_read(file, o->messages ? "the messages" : "the prompt", &r->n_text, err);
    } else {
        r->text = strdup(o->prompt ? o->prompt : TS_RUN_PROMPT);
        if (!r->text) return ts_fail(err, "no memory for the prompt");
        r->n_text = strlen(r->text);
    }
    return r->text ? 0 : -1;
}

static int set_prompt(ts_run_state *r, ts_error *err)
{
    const ts_run_options *o = r->o;
    if (!o->ids && !ts_talk_has_text(r->talk) && parse_ids(r, o->batch ? r->text : random_ids, err))
        return -1;
    if (r->ids) return ts_talk_ids(r->talk, r->ids, r->n_ids, err);
    if (o->messages) return ts_talk_messages(r->talk, r->text, r->n_text, err);
    if (o->chat) return ts_talk_ask(r->talk, o->system, r->text, r->n_text, err);
    return ts_talk_text(r->talk, r->text, r->n_text, !o->no_bos, err);
}

int ts_run_make_prompt(ts_run_state *r, ts_error *err)
{
    const ts_run_options *o = r->o;
    if (set_prompt(r, err) || ts_talk_fits(r->talk, &r->at, err)) return -1;
    if (o->ids || o->prompt || o->prompt_file || o->messages || o->batch) return 0;
    if (ts_talk_has_text(r->talk))
        ts_run_say(r, "No prompt was given: \"%s\" (--prompt TEXT)\n", TS_RUN_PROMPT);
    else
        ts_run_say(r, "No prompt was given: token ids %s (--prompt-ids N,N,...)\n", random_ids);
    return 0;
}
