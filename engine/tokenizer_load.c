/* tokenizer_load.c - fills a ts_tokenizer from the text of tokenizer.json.
 *
 * The file is hostile until read: ids, sizes and types are checked, and every part that we
 * would treat otherwise than the reference is refused by name.
 */
#include <stdlib.h>
#include <string.h>

#include "engine/folder.h"
#include "engine/tokenizer_rows.h"
#include "engine/unicode_classes.h"

/* ---- vocabulary and merges ---- */

static int read_row(struct ts_loader *l)
{
    uint32_t id;
    size_t n;
    int kind = ts_loader_string(l, ts_loader_room(l), &n);
    if (kind < 0 || ts_json_expect(&l->r, ':') || ts_json_count(&l->r, &id)) return -1;
    return ts_loader_add(l, n, (enum ts_row_kind)kind, id);
}

static int read_vocab(struct ts_loader *l)
{
    if (ts_json_expect(&l->r, '{')) return -1;
    if (ts_json_take(&l->r, '}')) return 0;
    do {
        if (read_row(l)) return -1;
    } while (ts_json_take(&l->r, ','));
    return ts_json_expect(&l->r, '}');
}

static int index_bytes(struct ts_loader *l)
{
    for (unsigned b = 0; b < 256; b++) {
        unsigned char byte = (unsigned char)b;
        uint32_t row = ts_loader_find(l, &byte, 1, TS_ROW_BYTES);
        if (!row)
            return ts_fail(l->err, "%s: no token for the byte 0x%02x: not a byte-level vocabulary",
                           l->name, b);
        l->t->bpe.byte_id[b] = (int32_t)row - 1;
    }
    return 0;
}

/* One of the two, from where it begins. */
static int read_giant(struct ts_loader *l, bool merges, const char *from, const char *end)
{
    ts_error why = {""};
    l->r.at = (const unsigned char *)from;
    l->r.end = (const unsigned char *)end;
    l->r.err = &why;
    int failed =
        merges ? ts_loader_merges(l) : read_vocab(l) || ts_loader_index(l) || index_bytes(l);
    if (ts_failed(&why)) ts_fail(l->err, "%s: %s", l->name, why.text);
    return failed ? -1 : 0;
}

/* Each is read as soon as it is met, but for merges before a vocabulary. What is wrong with one is told when the
 * rest of the file has nothing wrong with it, such as being of another kind of model. */
static const char *meet_giant(void *arg, bool merges, const char *from, const char *end)
{
    struct ts_loader *l = arg;
    if (l->failed || (merges && !l->read[0])) return NULL;
    l->failed = read_giant(l, merges, from, end);
    l->read[merges] = !l->failed;
    return l->failed ? NULL : (const char *)l->r.at;
}

static int load_model(struct ts_loader *l, const struct ts_tokenizer_json *cut)
{
    if (l->failed) return -1;
    if (!l->read[0] && read_giant(l, false, cut->vocab, cut->vocab_end)) return -1;
    return l->read[1] ? 0 : read_giant(l, true, cut->merges, cut->merges_end);
}

/* ---- added tokens ---- */

/* Flags are true or false; those that would take spaces or whole words are not supported. */
static int check_flags(struct ts_loader *l, const json_t *entry, const char *text)
{
    static const char *const flags[] = {"lstrip", "rstrip", "single_word", "normalized", "special"};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        const json_t *flag = json_object_get(entry, flags[i]);
        if (flag && !json_is_boolean(flag))
            return ts_fail(l->err, "%s: %s of added token %s is neither true nor false", l->name,
                           flags[i], ts_show(text, strlen(text)).text);
        if (i < 3 && json_is_true(flag))
            return ts_fail(l->err, "%s: added token %s has %s, which is not supported", l->name,
                           ts_show(text, strlen(text)).text, flags[i]);
    }
    return 0;
}

/* The row of the vocabulary that is spelled so, or -1. */
static int64_t find_spelling(const struct ts_loader *l, const char *text, size_t n)
{
    unsigned char bytes[TS_MAX_ADDED];
    ptrdiff_t spelled = ts_loader_unspell(l, (const unsigned char *)text, n, bytes);
    uint32_t slot = spelled < 0 ? ts_loader_find(l, (const unsigned char *)text, n, TS_ROW_TEXT)
                                : ts_loader_find(l, bytes, (size_t)spelled, TS_ROW_BYTES);
    return (int64_t)slot - 1;
}

/* The reference does not read ids: it keeps those of the vocabulary and counts on behind it, in the
 * order of the list. A file that says otherwise would mean other tokens there than here. */
static int check_id(struct ts_loader *l, const struct ts_added_token *token, uint32_t *next)
{
    int64_t known = find_spelling(l, token->text, token->n);
    uint32_t id = known < 0 ? *next : (uint32_t)known;
    if (id >= *next || known < 0) *next = id + 1;
    if ((uint32_t)token->id == id) return 0;
    return ts_fail(l->err, "%s: added token %s says it has the id %d; by its place it has %u",
                   l->name, ts_show(token->text, token->n).text, (int)token->id, id);
}

static int add_text(struct ts_loader *l, const char *text, size_t n, uint32_t id)
{
    unsigned char *room = ts_loader_room(l);
    ptrdiff_t bytes = ts_loader_unspell(l, (const unsigned char *)text, n, room);
    if (bytes >= 0) return ts_loader_add(l, (size_t)bytes, TS_ROW_BYTES, id);
    memcpy(room, text, n);
    return ts_loader_add(l, n, TS_ROW_TEXT, id);
}

/* Makes the row of one added token, which may be in the vocabulary already. */
static int add_added(struct ts_loader *l, const json_t *entry, struct ts_added_token *token,
                     uint32_t *next)
{
    const char *text = json_string_value(json_object_get(entry, "content"));
    json_int_t id = json_integer_value(json_object_get(entry, "id"));
    size_t n = text ? json_string_length(json_object_get(entry, "content")) : 0;
    if (!text || !json_is_integer(json_object_get(entry, "id")) || id < 0 || id >= TS_MAX_ROWS)
        return ts_fail(l->err, "%s: an added token needs content and an id below %d", l->name,
                       TS_MAX_ROWS);
    if (n > TS_MAX_ADDED)
        return ts_fail(l->err, "%s: added token %d is longer than %d bytes", l->name, (int)id,
                       TS_MAX_ADDED);
    *token = (struct ts_added_token){text, n, (int32_t)id};
    if (!n) return 0; /* the reference leaves it out, too */
    if (check_flags(l, entry, text) || check_id(l, token, next)) return -1;
    if ((size_t)id >= l->t->rows || !l->t->kind[id]) return add_text(l, text, n, (uint32_t)id);
    return 0;
}

/* True when row `id` is spelled as the added token: a vocabulary with gaps may have another there. */
static bool same_spelling(const struct ts_loader *l, const struct ts_added_token *token)
{
    unsigned char bytes[TS_MAX_ADDED];
    const struct ts_piece *p = &l->t->piece[token->id];
    ptrdiff_t n = ts_loader_unspell(l, (const unsigned char *)token->text, token->n, bytes);
    const void *text = n < 0 ? token->text : (const char *)bytes;
    return p->n == (n < 0 ? token->n : (size_t)n) && !memcmp(l->t->arena + p->at, text, p->n);
}

/* Added tokens with `normalized` are searched after NFC, and so in their own NFC form; `owned`
 * keeps that form alive. */
static int sort_added(struct ts_loader *l, json_t *list, struct ts_added_token *tokens,
                      char **owned)
{
    size_t n[2] = {0, 0}, total = json_array_size(list);
    uint32_t next = (uint32_t)l->count;
    for (size_t i = 0; i < total; i++) {
        json_t *entry = json_array_get(list, i);
        bool late = json_is_true(json_object_get(entry, "normalized"));
        struct ts_added_token token;
        if (add_added(l, entry, &token, &next)) return -1;
        if (!token.n) continue;
        if (!same_spelling(l, &token))
            return ts_fail(l->err, "%s: added token %s has the id %d of another token", l->name,
                           ts_show(token.text, token.n).text, (int)token.id);
        if (json_is_true(json_object_get(entry, "special"))) l->t->kind[token.id] |= TS_ROW_SPECIAL;
        if (late && l->t->nfc && ts_nfc(token.text, token.n, &owned[i], &token.n))
            return ts_fail(l->err, "%s: not enough memory", l->name);
        if (owned[i]) token.text = owned[i];
        tokens[(late ? total : 0) + n[late]++] = token;
    }
    for (int i = 0; i < 2; i++) {
        const struct ts_added_token *twice = NULL;
        if (!ts_added_build(&l->t->added[i], tokens + i * total, n[i], &twice)) continue;
        if (!twice) return ts_fail(l->err, "%s: too many added tokens", l->name);
        return ts_fail(l->err, "%s: added token %s stands there twice", l->name,
                       ts_show(twice->text, twice->n).text);
    }
    return 0;
}

static int load_added(struct ts_loader *l, json_t *list)
{
    size_t n = json_array_size(list);
    if (list && !json_is_array(list) && !json_is_null(list))
        return ts_fail(l->err, "%s: added_tokens must be an array", l->name);
    if (!n) return 0;
    struct ts_added_token *tokens = calloc(n * 2, sizeof *tokens);
    char **owned = calloc(n, sizeof *owned);
    int failed = tokens && owned ? sort_added(l, list, tokens, owned)
                                 : ts_fail(l->err, "%s: not enough memory", l->name);
    for (size_t i = 0; owned && i < n; i++) free(owned[i]);
    free(owned);
    free(tokens);
    return failed;
}

/* ---- all of it ---- */

static int load_parts(struct ts_loader *l, const struct ts_tokenizer_json *cut, ts_error *err)
{
    json_t *top = cut->rest;
    if (!json_is_object(top) || !cut->vocab || !cut->merges)
        return ts_fail(err, "%s: model.vocab or model.merges is missing", l->name);
    if (ts_tokenizer_frame(l->t, l->name, top, err)) return -1;
    if (load_model(l, cut)) return ts_fail(err, "%s", l->err->text);
    l->err = err;
    if (load_added(l, json_object_get(top, "added_tokens"))) return -1;
    return ts_tokenizer_post(l->t, l->name, json_object_get(top, "post_processor"), err);
}

int ts_tokenizer_load(ts_tokenizer *t, const char *name, const char *text, size_t n, ts_error *err)
{
    ts_error later = {""}, why = {""};
    struct ts_loader l = {.t = t, .name = name, .err = &later, .r = {.begin = text}};
    struct ts_tokenizer_json cut = {.read = meet_giant, .arg = &l};
    if (n > TS_MAX_TOKENIZER_FILE)
        return ts_fail(err, "%s: larger than %d MiB", name, TS_MAX_TOKENIZER_FILE >> 20);
    t->bos = -1;
    t->arena = malloc(n + 1);
    if (!t->arena) return ts_fail(err, "%s: not enough memory", name);
    ts_loader_alphabet(&l);
    int failed = ts_tokenizer_json_cut(text, n, &cut, &why) ? ts_fail(err, "%s: %s", name, why.text)
                                                            : load_parts(&l, &cut, err);
    json_decref(cut.rest);
    free(l.slots);
    return failed;
}
