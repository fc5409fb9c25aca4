/* tokenizer_agree.c - added tokens that are listed outside of tokenizer.json, too.
 *
 * The reference adds to its tokens what added_tokens_decoder, additional_special_tokens and
 * added_tokens.json name beyond tokenizer.json, and gives them ids as they come. In a sound folder
 * they name nothing new; where they do, one of the files is of another model, and it is refused.
 */
#include "engine/tokenizer_int.h"

#include <stdlib.h>
#include <string.h>

/* The id of the added token that is spelled so, or -1; *level tells in which text it is searched. */
static int32_t find_added(const ts_tokenizer *t, const char *text, int *level)
{
    size_t n = strlen(text), end = 0;
    int32_t id = -1;
    for (*level = 0; *level < 2; ++*level)
        if (!ts_added_find(&t->added[*level], text, n, 0, &end, &id) && n && end == n) return id;
    return -1;
}

static int fail_unknown(const ts_fields *f, const char *key, const char *text)
{
    return ts_fail(f->err, "%s: %s lists %s, which tokenizer.json does not add", f->where, key,
                   ts_show(text, strlen(text)).text);
}

/* A list of tokens, or an object of them by role. */
static int check_list(const ts_tokenizer *t, const ts_fields *f, const char *key)
{
    json_t *list = ts_field_value(f, key), *entry;
    const char *role;
    size_t i;
    int level;
    if (list && !json_is_array(list) && !json_is_object(list))
        return ts_fail(f->err, "%s: %s is not a list of tokens", f->where, key);
    json_array_foreach(list, i, entry)
    {
        const char *text = ts_token_text(entry);
        if (!text) return ts_fail(f->err, "%s: %s is not a list of tokens", f->where, key);
        if (find_added(t, text, &level) < 0) return fail_unknown(f, key, text);
    }
    json_object_foreach(list, role, entry)
    {
        const char *text = ts_token_text(entry);
        if (text && find_added(t, text, &level) < 0) return fail_unknown(f, key, text);
    }
    return 0;
}

/* `name` as a row, or -1. */
static int32_t row_of(const char *name)
{
    char *end;
    long id = strtol(name, &end, 10);
    return *name >= '0' && *name <= '9' && !*end && id < TS_MAX_ROWS ? (int32_t)id : -1;
}

static bool has_flag(const json_t *entry, const char *key)
{
    return json_is_true(json_object_get(entry, key));
}

/* "151643": {"content": "<|endoftext|>", "special": true, ...} */
static int check_decoder(const ts_tokenizer *t, const ts_fields *f)
{
    json_t *all = ts_field_value(f, "added_tokens_decoder"), *entry;
    const char *name;
    int level;
    if (all && !json_is_object(all))
        return ts_fail(f->err, "%s: added_tokens_decoder is not an object", f->where);
    json_object_foreach(all, name, entry)
    {
        const char *text = json_is_object(entry) ? ts_token_text(entry) : NULL;
        int32_t id = text ? find_added(t, text, &level) : -1;
        if (!text)
            return ts_fail(f->err, "%s: added_tokens_decoder %s is not a token", f->where,
                           ts_show(name, strlen(name)).text);
        if (id < 0) return fail_unknown(f, "added_tokens_decoder", text);
        if (id != row_of(name) || has_flag(entry, "lstrip") || has_flag(entry, "rstrip") ||
            has_flag(entry, "single_word") || has_flag(entry, "normalized") != (level == 1) ||
            has_flag(entry, "special") != ts_tokenizer_is_special(t, id))
            return ts_fail(f->err,
                           "%s: added_tokens_decoder gives %s another id or other flags than "
                           "tokenizer.json",
                           f->where, ts_show(text, strlen(text)).text);
    }
    return 0;
}

/* {"<think>": 151648, ...} */
static int check_added(const ts_tokenizer *t, const ts_fields *f)
{
    const char *text;
    json_t *id;
    json_object_foreach(f->object, text, id)
    {
        int32_t known = ts_tokenizer_find(t, text);
        if (known >= 0 && json_is_integer(id) && json_integer_value(id) == known) continue;
        return ts_fail(f->err, "%s: %s has another id in tokenizer.json, or none", f->where,
                       ts_show(text, strlen(text)).text);
    }
    return 0;
}

int ts_tokenizer_agree(const ts_tokenizer *t, const struct ts_words *w)
{
    static const char *const lists[] = {"additional_special_tokens", "extra_special_tokens"};
    for (int i = 0; i < 2; i++)
        if (check_list(t, &w->config, lists[i]) || check_list(t, &w->map, lists[i])) return -1;
    return check_decoder(t, &w->config) || check_added(t, &w->added) ? -1 : 0;
}
