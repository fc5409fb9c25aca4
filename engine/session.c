/* session.c - a talk with a model (include/tessera/session.h). */
#include "tessera/session.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/chat.h"
#include "engine/model.h"
#include "engine/parts.h"
#include "engine/sampler.h"

struct ts_talk {
    ts_talk_options o;
    char folder[4096];
    ts_parts parts; /* of the folder; none for random weights */
    ts_sampling how;
    char how_from[64];
    int32_t *prompt, *made;
    size_t n_prompt, n_read, n_made, cap_made;
    ts_sequence *sequence;
    ts_sampler *sampler;
    float *logits, *shares; /* shares: of draws from logits on a device; NULL: all are fetched */
    ts_detok detok;
    char *said; /* text of all tokens made; the last piece of it begins at `piece` */
    size_t n_said, cap_said, piece;
    ts_stop stop;
};

/* ---- how tokens are chosen ---- */

static void tell(const ts_talk *t, const char *text)
{
    if (t->o.note) t->o.note(t->o.arg, text);
}

/* What the model's folder asks for. */
static int take_folder(ts_talk *t, ts_sampling *s, ts_error *err)
{
    const ts_generation *g = &t->parts.generation;
    char line[600];
    if (g->unsupported[0] && isnan(t->o.asked.temperature))
        return ts_fail(err, "%s; choose yourself: --greedy, or --temp T", g->unsupported);
    snprintf(line, sizeof line, "Note: %s", g->unsupported);
    if (g->unsupported[0]) tell(t, line);
    if (!g->said) return 0;
    snprintf(t->how_from, sizeof t->how_from, "%s", g->from);
    s->repetition_penalty = g->repetition_penalty;
    if (!g->do_sample) return 0;
    s->temperature = g->temperature;
    s->top_k = g->top_k > INT32_MAX ? 0 : (int)g->top_k;
    s->top_p = g->top_p;
    s->min_p = g->min_p;
    return 0;
}

/* Whether there was something to take. */
static bool take_asked(const ts_sampling *asked, ts_sampling *s)
{
    if (asked->temperature >= 0) s->temperature = asked->temperature;
    if (asked->top_k >= 0) s->top_k = asked->top_k;
    if (asked->top_p >= 0) s->top_p = asked->top_p;
    if (asked->min_p >= 0) s->min_p = asked->min_p;
    if (asked->repetition_penalty >= 0) s->repetition_penalty = asked->repetition_penalty;
    return asked->temperature > 0 || asked->top_k >= 0 || asked->top_p >= 0 || asked->min_p >= 0 ||
           asked->repetition_penalty >= 0;
}

/* Greedy by option is the likeliest token and nothing else, whatever the folder says. */
static int choose_sampling(ts_talk *t, ts_error *err)
{
    bool greedy = t->o.greedy || t->o.asked.temperature == 0;
    t->how = (ts_sampling){.top_p = 1, .repetition_penalty = 1, .seed = t->o.asked.seed};
    snprintf(t->how_from, sizeof t->how_from, "%s", greedy ? "asked for" : "default");
    if (!greedy && ts_talk_has_text(t) && take_folder(t, &t->how, err)) return -1;
    if (take_asked(&t->o.asked, &t->how) && !greedy) {
        size_t n = strlen(t->how_from);
        snprintf(t->how_from + n, sizeof t->how_from - n, " and options");
    }
    if (t->how.temperature == 0) t->how.top_k = 0, t->how.top_p = 1, t->how.min_p = 0;
    return 0;
}

/* ---- opening ---- */

ts_talk *ts_talk_open(const ts_talk_options *o, ts_error *err)
{
    ts_talk *t = calloc(1, sizeof *t);
    if (!t) {
        ts_fail(err, "no memory for a session");
        return NULL;
    }
    t->o = *o;
    snprintf(t->folder, sizeof t->folder, "%s", o->folder);
    if ((!*t->folder || !ts_parts_open(&t->parts, t->folder, NULL, NULL, err)) &&
        !choose_sampling(t, err))
        return t;
    ts_talk_close(t);
    return NULL;
}

void ts_talk_close(ts_talk *t)
{
    if (!t) return;
    free(t->prompt);
    free(t->made);
    free(t->logits);
    free(t->shares);
    free(t->said);
    ts_sampler_free(t->sampler);
    ts_parts_close(&t->parts);
    free(t);
}

const ts_sampling *ts_talk_sampling(const ts_talk *t)
{
    return &t->how;
}

const char *ts_talk_sampling_from(const ts_talk *t)
{
    return t->how_from;
}

bool ts_talk_has_text(const ts_talk *t)
{
    return t->parts.tokenizer != NULL;
}

/* ---- the prompt ---- */

/* Takes ids over. */
static int take_prompt(ts_talk *t, int32_t *id, size_t n, ts_error *err)
{
    free(t->prompt);
    t->prompt = id;
    t->n_prompt = n;
    for (size_t i = 0; i < n; i++)
        if (id[i] < 0 || (uint32_t)id[i] >= t->o.vocab)
            return ts_fail(err, "token %d is no row of a vocabulary of %u", id[i], t->o.vocab);
    return n ? 0 : ts_fail(err, "the prompt is empty; use --prompt TEXT");
}

int ts_talk_ids(ts_talk *t, const int32_t *id, size_t n, ts_error *err)
{
    int32_t *copy = malloc((n + 1) * sizeof *copy);
    if (!copy) return ts_fail(err, "no memory for the prompt");
    if (n) memcpy(copy, id, n * sizeof *copy);
    return take_prompt(t, copy, n, err);
}

static int encode(ts_talk *t, const char *text, size_t n, bool bos, ts_error *err)
{
    int32_t *id = NULL;
    size_t ids = 0;
    unsigned flags = TS_TOK_SPECIAL | (bos ? TS_TOK_BOS : 0);
    if (!ts_talk_has_text(t))
        return ts_fail(err, "random weights have no tokenizer; give token ids as the prompt");
    if (ts_tokenizer_encode(t->parts.tokenizer, text, n, flags, &id, &ids, err)) return -1;
    return take_prompt(t, id, ids, err);
}

/* Does the text begin with the model's BOS? A chat template's output does, and a prompt has one BOS. */
static bool begins_with_bos(const ts_talk *t, const char *text, size_t n)
{
    size_t length = 0;
    int32_t bos = ts_tokenizer_bos(t->parts.tokenizer);
    const char *piece = bos < 0 ? NULL : ts_tokenizer_piece(t->parts.tokenizer, bos, &length);
    return piece && length && n >= length && !memcmp(text, piece, length);
}

int ts_talk_text(ts_talk *t, const char *text, size_t n, bool bos, ts_error *err)
{
    bos = bos && ts_talk_has_text(t) && ts_tokenizer_adds_bos(t->parts.tokenizer);
    if (bos && begins_with_bos(t, text, n)) {
        tell(t, "Note: the prompt begins with the model's BOS, so none is put in front");
        bos = false;
    }
    return encode(t, text, n, bos, err);
}

/* What a template made, which says itself where BOS stands. */
static int take_rendered(ts_talk *t, ts_chat *chat, char *asked, size_t n, ts_error *err)
{
    int rc = asked ? encode(t, asked, n, false, err) : -1;
    free(asked);
    ts_chat_close(chat);
    return rc;
}

int ts_talk_ask(ts_talk *t, const char *system, const char *text, size_t n, ts_error *err)
{
    size_t length = 0;
    ts_chat *chat = ts_chat_open(t->folder, err);
    char *asked = chat ? ts_chat_ask(chat, system, text, n, &length, err) : NULL;
    return take_rendered(t, chat, asked, length, err);
}

int ts_talk_messages(ts_talk *t, const char *json, size_t n, ts_error *err)
{
    size_t length = 0;
    ts_chat *chat = ts_chat_open(t->folder, err);
    char *asked = chat ? ts_chat_render(chat, json, n, true, &length, err) : NULL;
    return take_rendered(t, chat, asked, length, err);
}

int ts_talk_fits(const ts_talk *t, const ts_model_info *m, ts_error *err)
{
    size_t n = t->n_prompt;
    if (n <= m->ctx) return 0;
    if (n <= m->max_ctx)
        return ts_fail(err,
                       "the prompt has %zu tokens and the context %u position%s; use --ctx %zu or "
                       "more (%s takes up to %u), or a shorter prompt",
                       n, m->ctx, m->ctx == 1 ? "" : "s", n, m->name, m->max_ctx);
    return ts_fail(err,
                   "the prompt has %zu tokens and %s takes at most %u positions; use a shorter "
                   "prompt",
                   n, m->name, m->max_ctx);
}

const int32_t *ts_talk_prompt(const ts_talk *t, size_t *n)
{
    *n = t->n_prompt;
    return t->prompt;
}

/* ---- reading ---- */

static int prepare_draws(ts_talk *t, ts_error *err)
{
    if (!ts_sampler_draws_far(t->sampler, ts_sequence_span(t->sequence))) return 0;
    t->shares = malloc(2 * ts_sequence_spans(t->sequence) * sizeof *t->shares);
    if (!t->shares) return ts_fail(err, "no memory for the shares of a draw");
    return ts_sequence_prepare_draw(t->sequence, err);
}

int ts_talk_begin(ts_talk *t, ts_sequence *s, ts_error *err)
{
    const ts_tokenizer *words = t->parts.tokenizer;
    uint32_t valid = words ? (uint32_t)ts_tokenizer_size(words) : t->o.vocab;
    t->sequence = s;
    if (words) ts_detok_init(&t->detok, words, true);
    if (ts_sequence_limit(s, valid, err)) return -1;
    t->logits = malloc(t->o.vocab * sizeof *t->logits);
    if (!t->logits) return ts_fail(err, "no memory for the logits");
    t->sampler = ts_sampler_new(&t->how, valid, err);
    for (size_t i = 0; t->sampler && i < t->n_prompt; i++) ts_sampler_saw(t->sampler, t->prompt[i]);
    return t->sampler ? prepare_draws(t, err) : -1;
}

/* Both wait for the device: then progress and time are true. Only the last token has an output. */
int ts_talk_read(ts_talk *t, size_t n, ts_error *err)
{
    int32_t id;
    size_t left = t->n_prompt - t->n_read;
    if (n > left) n = left;
    if (!n) return 0;
    const int32_t *next = t->prompt + t->n_read;
    if (n < left ? ts_sequence_read(t->sequence, next, n, err)
                 : ts_sequence_feed(t->sequence, next, n, err) ||
                       ts_sequence_greedy(t->sequence, &id, err))
        return -1;
    t->n_read += n;
    return 0;
}

size_t ts_talk_was_read(const ts_talk *t)
{
    return t->n_read;
}

/* ---- writing ---- */

static int get_logits(void *talk, size_t from, size_t n, float *to, ts_error *err)
{
    ts_talk *t = talk;
    return ts_sequence_some_logits(t->sequence, from, n, to, err);
}

/* Only those that the draw needs leave the device. */
static int draw_far(ts_talk *t, int32_t *id, ts_error *err)
{
    int32_t best;
    float cold = ts_sampler_coldness(t->sampler);
    if (ts_sequence_shares(t->sequence, cold, t->shares, &best, err)) return -1;
    const ts_far_logits far = {.span = ts_sequence_span(t->sequence),
                               .largest = t->shares,
                               .share = t->shares + ts_sequence_spans(t->sequence),
                               .best = best,
                               .room = t->logits,
                               .get = get_logits,
                               .arg = t};
    *id = ts_sampler_draw_far(t->sampler, &far, err);
    return *id < 0 ? -1 : 0;
}

static int choose(ts_talk *t, int32_t *id, ts_error *err)
{
    if (ts_sampler_is_greedy(t->sampler)) return ts_sequence_greedy(t->sequence, id, err);
    if (t->shares) return draw_far(t, id, err);
    if (ts_sequence_logits(t->sequence, t->logits, err)) return -1;
    *id = ts_sampler_draw(t->sampler, t->logits);
    return *id < 0 ? ts_fail(err, "the model's logits are no numbers to draw from") : 0;
}

/* The last token made becomes one that was read. */
static int append(ts_talk *t, ts_error *err)
{
    if (ts_sampler_is_greedy(t->sampler)) return ts_sequence_advance(t->sequence, err);
    return ts_sequence_feed(t->sequence, &t->made[t->n_made - 1], 1, err);
}

static int keep(ts_talk *t, int32_t id, ts_error *err)
{
    if (t->n_made == t->cap_made) {
        size_t cap = 2 * t->cap_made + 64;
        int32_t *more = realloc(t->made, cap * sizeof *more);
        if (!more) return ts_fail(err, "no memory for %zu tokens", cap);
        t->made = more;
        t->cap_made = cap;
    }
    t->made[t->n_made++] = id;
    ts_sampler_saw(t->sampler, id);
    return 0;
}

/* Room for as much text more. */
static int make_room(ts_talk *t, size_t n, ts_error *err)
{
    t->piece = t->n_said;
    if (n <= t->cap_said - t->n_said) return 0;
    size_t cap = 2 * t->cap_said + n + 256;
    char *more = realloc(t->said, cap);
    if (!more) return ts_fail(err, "no memory for the text");
    t->said = more;
    t->cap_said = cap;
    return 0;
}

static int say(ts_talk *t, int32_t id, ts_error *err)
{
    if (!ts_talk_has_text(t)) return 0;
    if (make_room(t, ts_detok_bound(&t->detok, id), err)) return -1;
    ptrdiff_t n = ts_detok_push(&t->detok, id, t->said + t->n_said, t->cap_said - t->n_said);
    if (n > 0) t->n_said += (size_t)n;
    return 0;
}

static bool ends(const ts_talk *t, int32_t id)
{
    return ts_talk_has_text(t) && !t->o.ignore_eos && ts_tokenizer_is_eos(t->parts.tokenizer, id);
}

/* Before the next token: 1 where there can be one, 0 where it stopped. */
static int goes_on(ts_talk *t, ts_error *err)
{
    if (t->stop) return 0;
    if (t->n_read < t->n_prompt)
        return ts_fail(err, "of the prompt's %zu tokens only %zu are read", t->n_prompt, t->n_read);
    bool full = ts_sequence_position(t->sequence) == ts_sequence_describe(t->sequence)->ctx;
    t->piece = t->n_said;
    if (t->n_made && full) t->stop = TS_STOP_CONTEXT;
    return !t->stop;
}

/* What comes after the last token that was read. */
static int take(ts_talk *t, ts_error *err)
{
    int32_t id;
    if (choose(t, &id, err) || keep(t, id, err)) return -1;
    if (ends(t, id)) {
        t->stop = TS_STOP_EOS;
        return 0;
    }
    return say(t, id, err) ? -1 : 1;
}

int ts_talk_next(ts_talk *t, ts_error *err)
{
    int goes = goes_on(t, err);
    if (goes <= 0) return goes;
    return t->n_made && append(t, err) ? -1 : take(t, err);
}

/* The last token made of each that has one becomes one that was read. */
static int append_each(ts_batch *b, ts_talk *const *t, size_t n, ts_error *err)
{
    ts_sequence *s[TS_BATCH_MOST];
    int32_t id[TS_BATCH_MOST];
    size_t many = 0;
    for (size_t i = 0; i < n; i++)
        if (t[i]->n_made) id[many] = t[i]->made[t[i]->n_made - 1], s[many++] = t[i]->sequence;
    return many ? ts_batch_feed(b, s, id, many, err) : 0;
}

int ts_talk_next_each(ts_batch *b, ts_talk *const *t, size_t n, ts_error *err)
{
    ts_talk *on[TS_BATCH_MOST];
    size_t many = 0;
    int left = 0;
    if (n > TS_BATCH_MOST)
        return ts_fail(err, "a batch takes 1 to %d talks, not %zu", TS_BATCH_MOST, n);
    for (size_t i = 0; i < n; i++) {
        int goes = goes_on(t[i], err);
        if (goes < 0) return -1;
        if (goes) on[many++] = t[i];
    }
    if (append_each(b, on, many, err)) return -1;
    for (size_t i = 0; i < many; i++) {
        int more = take(on[i], err);
        if (more < 0) return -1;
        left += more;
    }
    return left;
}

ts_stop ts_talk_stop(const ts_talk *t)
{
    return t->stop;
}

const int32_t *ts_talk_made(const ts_talk *t, size_t *n)
{
    *n = t->n_made;
    return t->made;
}

const char *ts_talk_piece(const ts_talk *t, size_t *n)
{
    *n = t->n_said - t->piece;
    return t->said ? t->said + t->piece : "";
}

int ts_talk_finish(ts_talk *t, ts_error *err)
{
    if (!ts_talk_has_text(t) || !t->sequence) return 0;
    if (make_room(t, 16, err)) return -1;
    ptrdiff_t n = ts_detok_flush(&t->detok, t->said + t->n_said, t->cap_said - t->n_said);
    if (n > 0) t->n_said += (size_t)n;
    return 0;
}

const char *ts_talk_said(const ts_talk *t, size_t *n)
{
    *n = t->n_said;
    return t->said ? t->said : "";
}
