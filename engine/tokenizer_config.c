/* tokenizer_config.c - the files beside tokenizer.json, and what they say of BOS and EOS.
 *
 * BOS: bos_token of tokenizer_config.json, else the template's, else generation_config's
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

/* The id of the token that the field spells, or -1 where the field is absent. */
static int read_token(const ts_tokenizer *t, const ts_fields *config, const char *key, int32_t *id)
{
    json_t *entry = ts_field(config, key);
    const char *text = ts_token_text(entry);
    *id = -1;
    if (!entry) return 0;
    if (!text) return ts_fail(config->err, "%s: %s is not a token", config->where, key);
    *id = ts_tokenizer_find(t, text);
    if (*id >= 0) return 0;
    return ts_fail(config->err, "%s: %s %s is not in tokenizer.json", config->where, key,
                   ts_show(text, strlen(text)).text);
}

static int settle_bos(ts_tokenizer *t, const ts_fields *config, const ts_generation *g)
{
    int32_t bos;
    if (read_token(t, config, "bos_token", &bos)) return -1;
    if (bos >= 0)
        t->bos = bos;
    else if (t->bos < 0 && is_token(t, g->bos))
        t->bos = g->bos;
    if (ts_field_flag(config, "add_bos_token", &t->add_bos)) return -1;
    if (t->add_bos && t->bos < 0)
        return ts_fail(config->err, "%s: add_bos_token without a bos_token", config->where);
    return 0;
}

static int settle_eos(ts_tokenizer *t, const ts_fields *config, const ts_generation *g)
{
    int32_t last;
    if (read_token(t, config, "eos_token", &last)) return -1;
    t->eos = calloc(g->n_eos + 1, sizeof *t->eos);
    if (!t->eos) return ts_fail(config->err, "not enough memory");
    for (size_t i = 0; i < g->n_eos; i++) {
        if (!is_token(t, g->eos[i]))
            return ts_fail(config->err, "%s: eos_token_id %d is no token of tokenizer.json",
                           g->eos_from, (int)g->eos[i]);
        t->eos[i] = g->eos[i];
    }
    t->n_eos = g->n_eos;
    if (!t->n_eos && last >= 0) t->eos[t->n_eos++] = last;
    return 0;
}

int ts_tokenizer_configure(ts_tokenizer *t, const ts_fields *config, const ts_generation *g)
{
    return settle_bos(t, config, g) || settle_eos(t, config, g) ? -1 : 0;
}

/* ---- files ---- */

char *ts_folder_read(const char *dir, const char *name, size_t limit, bool optional, size_t *n,
                     ts_error *err)
{
    char path[TS_PATH_MAX];
    if (ts_folder_path(path, dir, name, err) || (optional && !ts_folder_has(dir, name)))
        return NULL;
    return ts_file_read(path, limit, n, err);
}
