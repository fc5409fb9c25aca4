/* run_json.c - a run as one JSON object, whatever bytes were made or names hold (run.h). */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "tool/run.h"
#include "tool/tool.h"

/* The text of all tokens but an end-of-text token; null for synthetic weights. */
static json_t *made_text(const ts_run_state *r)
{
    size_t n;
    const char *text = ts_talk_said(r->talk, &n);
    return ts_talk_has_text(r->talk) ? ts_json_of_text(text, n) : json_null();
}

static json_t *id_array(const int32_t *id, size_t n)
{
    json_t *a = json_array();
    for (size_t i = 0; i < n; i++) json_array_append_new(a, json_integer(id[i]));
    return a;
}

static json_t *text_of(const char *text)
{
    return ts_json_of_text(text, strlen(text));
}

/* A seed of 64 bits: as text where JSON's integers end. */
static json_t *seed_of(uint64_t seed)
{
    char text[24];
    if (seed <= INT64_MAX) return json_integer((json_int_t)seed);
    snprintf(text, sizeof text, "%llu", (unsigned long long)seed);
    return json_string(text);
}

static json_t *sampling_of(const ts_run_state *r)
{
    const ts_sampling *s = ts_talk_sampling(r->talk);
    const char *from = ts_talk_sampling_from(r->talk);
    if (s->temperature == 0 && s->repetition_penalty == 1)
        return json_pack("{s:b, s:s}", "greedy", 1, "from", from);
    return json_pack("{s:b, s:s, s:f, s:i, s:f, s:f, s:f, s:o}", "greedy", s->temperature == 0,
                     "from", from, "temperature", s->temperature, "top_k", s->top_k, "top_p",
                     s->top_p, "min_p", s->min_p, "repetition_penalty", s->repetition_penalty,
                     "seed", seed_of(s->seed));
}

int ts_run_json_cost(json_t *o, const ts_run_state *r, const ts_run_cost *c)
{
    const struct {
        const char *name;
        double x;
    } figures[] = {
        {"load_s", r->load},
        {"prefill_s", c->prefill},
        {"prefill_tok_s", c->prefill_rate},
        {"first_token_s", c->first},
        {"decode_s", c->decode},
        {"decode_tok_s", c->rate},
        {"decode_bytes_s", c->bytes},
        {"ceiling_bytes_s", c->ceiling},
    };
    int bad = 0;
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        bad |= json_object_set_new(o, figures[i].name, ts_json_of_real(figures[i].x));
    bad |= json_object_set_new(o, "decode_steps", json_integer((json_int_t)c->steps));
    bad |= json_object_set_new(o, "bytes_per_token", json_integer((json_int_t)r->at.token_bytes));
    bad |= json_object_set_new(o, "bytes_per_position",
                               json_integer((json_int_t)r->at.position_bytes));
    return bad | json_object_set_new(o, "refused", c->refused ? text_of(c->why) : json_null());
}

int ts_run_print_json(const ts_run_state *r, const ts_run_cost *c, ts_error *err)
{
    size_t n_prompt, n_made;
    const int32_t *prompt = ts_talk_prompt(r->talk, &n_prompt),
                  *made = ts_talk_made(r->talk, &n_made);
    json_t *o = json_pack(
        "{s:o, s:o, s:s, s:o, s:o, s:i, s:o, s:o, s:s}", "model", text_of(r->at.name), "device",
        text_of(ts_device_name(ts_model_device(r->model))), "stop", ts_run_stop(r->talk),
        "sampling", sampling_of(r), "prompt_ids", id_array(prompt, n_prompt), "prompt_read",
        (int)r->n_read, "ids", id_array(made, n_made), "text", made_text(r), "kv",
        ts_tool_dtype_name(ts_sequence_kv(r->sequence)));
    char *line = NULL;
    if (o && !ts_run_json_cost(o, r, c))
        line = json_dumps(o, JSON_COMPACT | JSON_REAL_PRECISION(9));
    json_decref(o);
    if (!line) return ts_fail(err, "no memory to print the run as JSON");
    puts(line);
    free(line);
    return 0;
}
