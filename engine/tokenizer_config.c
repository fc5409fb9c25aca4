/* tokenizer_config.c - the files beside tokenizer.json, and what they say of BOS and EOS.
 *
 * BOS: bos_token of tokenizer_config.json, else the template's, else generation_config's
 * id. config.json is never asked: published models name the EOS there. Whether it is put
 * in front: add_bos_token where that is written, else whether there is a template.
 */
#include "engine/tokenizer_int.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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
            return ts_fail(err, "tokenizer_config.json: bos_token %.64s is no token", text);
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
            return ts_fail(err, "tokenizer_config.json: eos_token %.64s is no token", text);
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

static char *read_stream(FILE *file, const char *path, size_t limit, size_t *n, ts_error *err)
{
    struct stat st;
    if (fstat(fileno(file), &st) || !S_ISREG(st.st_mode) || (uintmax_t)st.st_size > limit) {
        ts_fail(err, "%s: not a file of at most %zu MiB", path, limit >> 20);
        return NULL;
    }
    size_t size = (size_t)st.st_size;
    char *text = malloc(size + 1);
    if (text && fread(text, 1, size, file) == size) {
        text[size] = 0;
        *n = size;
        return text;
    }
    ts_fail(err, text ? "%s: cannot be read whole" : "%s: not enough memory", path);
    free(text);
    return NULL;
}

char *ts_tok_file(const char *dir, const char *name, size_t limit, bool optional, size_t *n,
                  ts_error *err)
{
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s/%s", dir, name) >= (int)sizeof path) {
        ts_fail(err, "%s: path too long", name);
        return NULL;
    }
    FILE *file = fopen(path, "rbe");
    if (!file) {
        if (!optional || errno != ENOENT) ts_fail(err, "%s: %s", path, strerror(errno));
        return NULL;
    }
    char *text = read_stream(file, path, limit, n, err);
    fclose(file);
    return text;
}

json_t *ts_file_json(const char *dir, const char *name, bool optional, ts_error *err)
{
    size_t n = 0;
    json_error_t wrong;
    char *text = ts_tok_file(dir, name, MAX_CONFIG_FILE, optional, &n, err);
    if (!text) return NULL;
    json_t *value = json_loadb(text, n, JSON_REJECT_DUPLICATES, &wrong);
    free(text);
    if (!value) ts_fail(err, "%s/%s: line %d: %s", dir, name, wrong.line, wrong.text);
    return value;
}
