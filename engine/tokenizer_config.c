/* tokenizer_config.c - the files beside tokenizer.json, and what they say of BOS and EOS.
 *
 * A special token stands in tokenizer_config.json, or in the special_tokens_map.json of older writers.
 * BOS: bos_token of those, else the template's, else generation_config's
 * id. config.json is never asked: published models name the EOS there. Whether it is put
 * in front: add_bos_token where that is written, else whether there is a template.
 * EOS: what generation_config.json or config.json lists (generation.h), else eos_token of
 * tokenizer_config.json. Every id must be a token: an end that cannot come is a mistake.
 */
#include "engine/tokenizer_int.h"

#include <stdlib.h>
#include <string.h>

const char *ts_token_text(const json_t *entry)
{
    return json_string_value(json_is_object(entry) ? json_object_get(entry, "content") : entry);
}

static bool is_token(const ts_tokenizer *t, int32_t id)
{
    return id >= 0 && (size_t)id < t->rows && t->kind[id];
}

int ts_special_token(const struct ts_words *w, const char *key, const char **text)
{
    const json_t *entry = ts_field_value(&w->config, key), *older = ts_field_value(&w->map, key);
    const char *other = ts_token_text(older);
    *text = ts_token_text(entry);
    if (entry && !*text)
        return ts_fail(w->config.err, "%s: %s is not a token", w->config.where, key);
    if (older && !other) return ts_fail(w->map.err, "%s: %s is not a token", w->map.where, key);
    if (*text && other && strcmp(*text, other) != 0)
        return ts_fail(w->map.err, "%s: %s is %s, but %s in tokenizer_config.json; make them agree",
                       w->map.where, key, ts_show(other, strlen(other)).text,
                       ts_show(*text, strlen(*text)).text);
    if (!*text) *text = other;
    return 0;
}

/* The id of the token that the files spell, or -1 where they do not. */
static int read_token(const ts_tokenizer *t, const struct ts_words *w, const char *key, int32_t *id)
{
    const char *text;
    *id = -1;
    if (ts_special_token(w, key, &text)) return -1;
    if (!text) return 0;
    *id = ts_tokenizer_find(t, text);
    if (*id >= 0) return 0;
    return ts_fail(w->config.err, "%s: %s %s is not in tokenizer.json",
                   ts_field_value(&w->config, key) ? w->config.where : w->map.where, key,
                   ts_show(text, strlen(text)).text);
}

static int settle_bos(ts_tokenizer *t, const struct ts_words *w, const ts_generation *g)
{
    int32_t bos;
    if (read_token(t, w, "bos_token", &bos)) return -1;
    if (bos >= 0)
        t->bos = bos;
    else if (t->bos < 0 && is_token(t, g->bos))
        t->bos = g->bos;
    if (ts_field_flag(&w->config, "add_bos_token", &t->add_bos)) return -1;
    if (t->add_bos && t->bos < 0)
        return ts_fail(w->config.err, "%s: add_bos_token without a bos_token", w->config.where);
    return 0;
}

static int settle_eos(ts_tokenizer *t, const struct ts_words *w, const ts_generation *g)
{
    int32_t last;
    if (read_token(t, w, "eos_token", &last)) return -1;
    t->eos = calloc(g->n_eos + 1, sizeof *t->eos);
    if (!t->eos) return ts_fail(w->config.err, "not enough memory");
    for (size_t i = 0; i < g->n_eos; i++) {
        if (!is_token(t, g->eos[i]))
            return ts_fail(w->config.err, "%s: eos_token_id %d is no token of tokenizer.json",
                           g->eos_from, (int)g->eos[i]);
        t->eos[i] = g->eos[i];
    }
    t->n_eos = g->n_eos;
    if (!t->n_eos && last >= 0) t->eos[t->n_eos++] = last;
    return 0;
}

/* Switches that change ids and are not done here. Those that only concern batches, training or
 * readers in Python (padding_side, model_max_length, legacy, ...) are without effect, and so is
 * clean_up_tokenization_spaces since version 5 of the reference. */
static int check_switches(const ts_fields *config)
{
    static const char *const off[] = {"add_eos_token", "add_prefix_space", "split_special_tokens"};
    for (size_t i = 0; i < sizeof off / sizeof *off; i++) {
        bool on = false;
        if (ts_field_flag(config, off[i], &on)) return -1;
        if (on)
            return ts_fail(config->err, "%s: %s is true, which is not supported", config->where,
                           off[i]);
    }
    return 0;
}

/* Tokens without a part here: the reference would make rows for those that it does not find. */
static int check_other_tokens(const ts_tokenizer *t, const struct ts_words *w)
{
    static const char *const keys[] = {"pad_token", "unk_token", "cls_token", "sep_token",
                                       "mask_token"};
    int32_t id;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (read_token(t, w, keys[i], &id)) return -1;
    return 0;
}

int ts_tokenizer_configure(ts_tokenizer *t, const struct ts_words *w, const ts_generation *g)
{
    if (check_switches(&w->config) || settle_bos(t, w, g) || settle_eos(t, w, g) ||
        check_other_tokens(t, w))
        return -1;
    return ts_tokenizer_agree(t, w);
}

/* ---- files ---- */

int ts_words_load(struct ts_words *w, const char *dir, ts_error *err)
{
    *w = (struct ts_words){0};
    if (!ts_fields_load(&w->config, dir, "tokenizer_config.json", true, err) &&
        !ts_fields_load(&w->map, dir, "special_tokens_map.json", true, err) &&
        !ts_fields_load(&w->added, dir, "added_tokens.json", true, err))
        return 0;
    ts_words_free(w);
    return -1;
}

void ts_words_free(struct ts_words *w)
{
    ts_fields_free(&w->config);
    ts_fields_free(&w->map);
    ts_fields_free(&w->added);
}

char *ts_folder_read(const char *dir, const char *name, size_t limit, bool optional, size_t *n,
                     ts_error *err)
{
    char path[TS_PATH_MAX];
    if (ts_folder_path(path, dir, name, err) || (optional && !ts_folder_has(dir, name)))
        return NULL;
    return ts_file_read(path, limit, n, err);
}
