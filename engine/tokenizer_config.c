/* tokenizer_config.c - the files beside tokenizer.json, and what they say of BOS and EOS.
 *
 * BOS: bos_token of tokenizer_config.json, else the template's, else generation_config's
 * id. config.json is never asked: published models name the EOS there. Whether it is put
 * in front: add_bos_token where that is written, else whether there is a template.
 */
#include "engine/folder.h"
#include "engine/tokenizer_int.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_CONFIG_FILE = 1 << 24, MAX_EOS = 64 };

const char *ts_token_text(const json_t *entry)
{
    return json_string_value(json_is_object(entry) ? json_object_get(entry, "content") : entry);
}

/* An id that a row exists for, or -1. */
static int32_t read_id(const ts_tokenizer *t, const json_t *value)
{
    json_int_t id = json_is_integer(value) ? json_integer_value(value) : -1;
    return id >= 0 && (size_t)id < t->rows && t->kind[id] ? (int32_t)id : -1;
}

static int settle_bos(ts_tokenizer *t, json_t *config, json_t *generation, ts_error *err)
{
    const char *text = ts_token_text(json_object_get(config, "bos_token"));
    json_t *add = json_object_get(config, "add_bos_token");
    if (text) {
        t->bos = ts_tokenizer_find(t, text);
        if (t->bos < 0)
            return ts_fail(err, "tokenizer_config.json: bos_token %s is no token",
                           ts_show(text, strlen(text)).text);
    } else if (t->bos < 0)
        t->bos = read_id(t, json_object_get(generation, "bos_token_id"));
    if (json_is_boolean(add)) t->add_bos = json_is_true(add);
    if (t->add_bos && t->bos < 0)
        return ts_fail(err, "tokenizer_config.json: add_bos_token without a bos_token");
    return 0;
}

static int settle_eos(ts_tokenizer *t, json_t *config, json_t *generation, ts_error *err)
{
    json_t *listed = json_object_get(generation, "eos_token_id");
    size_t n = json_is_array(listed) ? json_array_size(listed) : 1;
    const char *text = ts_token_text(json_object_get(config, "eos_token"));
    if (n > MAX_EOS) return ts_fail(err, "generation_config.json: more than %d eos ids", MAX_EOS);
    t->eos = calloc(n ? n : 1, sizeof *t->eos);
    if (!t->eos) return ts_fail(err, "not enough memory");
    if (listed && !json_is_null(listed)) {
        for (size_t i = 0; i < n; i++) {
            json_t *value = json_is_array(listed) ? json_array_get(listed, i) : listed;
            t->eos[i] = read_id(t, value);
            if (t->eos[i] < 0)
                return ts_fail(err, "generation_config.json: eos_token_id is no token");
        }
        t->n_eos = n;
    } else if (text) {
        t->eos[0] = ts_tokenizer_find(t, text);
        if (t->eos[0] < 0)
            return ts_fail(err, "tokenizer_config.json: eos_token %s is no token",
                           ts_show(text, strlen(text)).text);
        t->n_eos = 1;
    }
    return 0;
}

int ts_tokenizer_configure(ts_tokenizer *t, json_t *config, json_t *generation, ts_error *err)
{
    return settle_bos(t, config, generation, err) || settle_eos(t, config, generation, err) ? -1
                                                                                            : 0;
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

json_t *ts_folder_json(const char *dir, const char *name, bool optional, ts_error *err)
{
    size_t n = 0;
    json_error_t wrong;
    char *text = ts_folder_read(dir, name, MAX_CONFIG_FILE, optional, &n, err);
    if (!text) return NULL;
    json_t *value = json_loadb(text, n, JSON_REJECT_DUPLICATES, &wrong);
    free(text);
    if (!value) ts_fail(err, "%s, line %d: %s", name, wrong.line, wrong.text);
    return value;
}
