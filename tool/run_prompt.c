/* run_prompt.c - the prompt: text, ids or messages, to ids that fit in the context (run.h). */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/chat.h"
#include "tool/input.h"
#include "tool/run.h"
#include "tool/tool.h"

static const char random_ids[] = "1,2,3,4,5,6"; /* random weights: any tokens do */

static int parse_ids(ts_run_state *r, const char *text, ts_error *err)
{
    r->prompt = calloc(strlen(text) + 1, sizeof *r->prompt);
    if (!r->prompt) return ts_fail(err, "no memory for the prompt");
    for (const char *s = text;; s++) {
        char *end;
        long id = *s >= '0' && *s <= '9' ? strtol(s, &end, 10) : -1;
        if (id < 0 || id > INT32_MAX || (*end && *end != ','))
            return ts_fail(err, "--prompt-ids wants numbers with commas between, not \"%.40s\"",
                           text);
        r->prompt[r->n_prompt++] = (int32_t)id;
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

/* ---- text to ids ---- */

/* Does the text begin with the model's BOS? A chat template's output does, and a prompt has one BOS. */
static bool begins_with_bos(const ts_run_state *r)
{
    size_t n = 0;
    int32_t bos = ts_tokenizer_bos(r->tokenizer);
    const char *piece = bos < 0 ? NULL : ts_tokenizer_piece(r->tokenizer, bos, &n);
    return piece && n && r->n_text >= n && !memcmp(r->text, piece, n);
}

static int encode(ts_run_state *r, const char *text, size_t n, bool bos, ts_error *err)
{
    unsigned flags = TS_TOK_SPECIAL | (bos ? TS_TOK_BOS : 0);
    return ts_tokenizer_encode(r->tokenizer, text, n, flags, &r->prompt, &r->n_prompt, err);
}

static int encode_text(ts_run_state *r, ts_error *err)
{
    bool bos = !r->o->no_bos && ts_tokenizer_adds_bos(r->tokenizer);
    if (bos && begins_with_bos(r)) {
        ts_run_say(r, "Note: the prompt begins with the model's BOS, so none is put in front\n");
        bos = false;
    }
    if (encode(r, r->text, r->n_text, bos, err)) return -1;
    return r->n_prompt ? 0 : ts_fail(err, "the prompt is empty; use --prompt TEXT");
}

static int encode_chat(ts_run_state *r, ts_error *err)
{
    size_t n = 0;
    char *asked = NULL;
    ts_chat *chat = ts_chat_open(r->at.folder, err);
    if (chat && r->o->messages)
        asked = ts_chat_render(chat, r->text, r->n_text, true, &n, err);
    else if (chat)
        asked = ts_chat_ask(chat, r->o->system, r->text, r->n_text, &n, err);
    int rc = asked ? encode(r, asked, n, false, err) : -1;
    free(asked);
    ts_chat_close(chat);
    return rc;
}

/* ---- does it fit? ---- */

static int check_ids(const ts_run_state *r, ts_error *err)
{
    for (size_t i = 0; i < r->n_prompt; i++)
        if ((uint32_t)r->prompt[i] >= r->at.vocab)
            return ts_fail(err, "token %d is no row of a vocabulary of %u", r->prompt[i],
                           r->at.vocab);
    return 0;
}

static int check_room(const ts_run_state *r, ts_error *err)
{
    size_t n = r->n_prompt;
    if (n <= r->at.ctx) return 0;
    if (n <= r->at.max_ctx)
        return ts_fail(err,
                       "the prompt has %zu tokens and the context %u position%s; use --ctx %zu or "
                       "more (%s takes up to %u), or a shorter prompt",
                       n, r->at.ctx, ts_s(r->at.ctx), n, r->at.name, r->at.max_ctx);
    return ts_fail(err,
                   "the prompt has %zu tokens and %s takes at most %u positions; use a shorter "
                   "prompt",
                   n, r->at.name, r->at.max_ctx);
}

static int make_ids(ts_run_state *r, ts_error *err)
{
    if (r->o->ids) return 0;
    if (!r->tokenizer) return parse_ids(r, random_ids, err);
    return r->o->chat || r->o->messages ? encode_chat(r, err) : encode_text(r, err);
}

int ts_run_make_prompt(ts_run_state *r, ts_error *err)
{
    const ts_run_options *o = r->o;
    if (make_ids(r, err) || check_ids(r, err) || check_room(r, err)) return -1;
    if (o->ids || o->prompt || o->prompt_file || o->messages) return 0;
    if (r->tokenizer)
        ts_run_say(r, "No prompt was given: \"%s\" (--prompt TEXT)\n", TS_RUN_PROMPT);
    else
        ts_run_say(r, "No prompt was given: token ids %s (--prompt-ids N,N,...)\n", random_ids);
    return 0;
}
