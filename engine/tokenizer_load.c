/* tokenizer_load.c - fills a ts_tokenizer from the text of tokenizer.json.
 *
 * The file is hostile until read: ids, sizes and types are checked, and every part that we
 * would treat otherwise than the reference is refused by name. Tokens are spelled in the
 * byte alphabet, one character of U+0021..U+0143 for each byte; they are kept as bytes.
 * A spelling outside the alphabet never comes out of BPE, but its row still exists.
 */
#include "engine/folder.h"
#include "engine/tokenizer_int.h"
#include "engine/unicode_classes.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { ALPHABET = 0x144 };

struct loader {
    ts_tokenizer *t;
    const char *name;
    ts_error *err;
    size_t arena_n;            /* the arena is as large as the file: pieces are never longer */
    size_t cap;                /* rows allocated */
    int16_t byte_of[ALPHABET]; /* byte for a character of the alphabet, or -1 */
    uint32_t *slots;           /* row + 1 by spelling; 0: empty */
    uint32_t mask;
    uint64_t seed;
    size_t count; /* rows in use */
};

/* The alphabet: printable Latin-1 stands for itself, the other 68 bytes for U+0100 onwards. */
static void make_alphabet(struct loader *l)
{
    int16_t next = 0x100;
    for (int i = 0; i < ALPHABET; i++) l->byte_of[i] = -1;
    for (int16_t b = 0; b < 256; b++) {
        bool printable = (b >= 0x21 && b <= 0x7e) || (b >= 0xa1 && b != 0xad);
        l->byte_of[printable ? b : next++] = b;
    }
}

/* Writes the bytes that text[0..n) spells to `out` and returns their number, or -1 when a
 * character is outside the alphabet. `out` may be `text`. */
static ptrdiff_t unspell(const struct loader *l, const unsigned char *text, size_t n,
                         unsigned char *out)
{
    size_t at = 0, made = 0;
    while (at < n) {
        uint32_t cp = text[at++];
        if (cp >= 0x80) {
            if (cp > 0xc5) return -1; /* above U+017F */
            cp = (cp & 31) << 6 | (text[at++] & 63u);
        }
        if (cp >= ALPHABET || l->byte_of[cp] < 0) return -1;
        out[made++] = (unsigned char)l->byte_of[cp];
    }
    return (ptrdiff_t)made;
}

/* ---- rows ---- */

static int reserve_rows(struct loader *l, size_t rows)
{
    ts_tokenizer *t = l->t;
    size_t cap = l->cap ? l->cap : 4096;
    while (cap < rows) cap *= 2;
    if (cap == l->cap) return 0;
    struct ts_piece *piece = realloc(t->piece, cap * sizeof *piece);
    if (piece) t->piece = piece;
    uint8_t *kind = realloc(t->kind, cap);
    if (kind) t->kind = kind;
    if (!piece || !kind) return ts_fail(l->err, "%s: not enough memory", l->name);
    memset(kind + l->cap, TS_ROW_NONE, cap - l->cap);
    l->cap = cap;
    return 0;
}

/* Gives row `id` its spelling. */
static int add_row(struct loader *l, const unsigned char *text, size_t n, uint32_t id)
{
    ts_tokenizer *t = l->t;
    if (id >= TS_MAX_ROWS)
        return ts_fail(l->err, "%s: token id %u is out of range (limit %d)", l->name, id,
                       TS_MAX_ROWS);
    if (id >= l->cap && reserve_rows(l, (size_t)id + 1)) return -1;
    if (t->kind[id]) return ts_fail(l->err, "%s: two tokens have the id %u", l->name, id);
    unsigned char *to = (unsigned char *)t->arena + l->arena_n;
    ptrdiff_t bytes = unspell(l, text, n, to);
    t->kind[id] = bytes < 0 ? TS_ROW_TEXT : TS_ROW_BYTES;
    if (bytes < 0) memcpy(to, text, n);
    t->piece[id] =
        (struct ts_piece){(uint32_t)l->arena_n, bytes < 0 ? (uint32_t)n : (uint32_t)bytes};
    l->arena_n += t->piece[id].n;
    if (id >= t->rows) t->rows = (size_t)id + 1;
    l->count++;
    return 0;
}

static int read_vocab(struct loader *l, struct ts_json_reader *r)
{
    uint32_t id;
    if (ts_json_expect(r, '{')) return -1;
    if (ts_json_take(r, '}')) return 0;
    do {
        if (ts_json_string(r) || ts_json_expect(r, ':') || ts_json_count(r, &id) ||
            add_row(l, r->text, r->n, id))
            return -1;
    } while (ts_json_take(r, ','));
    return ts_json_expect(r, '}');
}

/* ---- spelling to row ---- */

static uint64_t hash(const struct loader *l, const unsigned char *s, size_t n, unsigned kind)
{
    uint64_t h = l->seed ^ n << 2 ^ kind, word;
    for (; n >= 8; s += 8, n -= 8) {
        memcpy(&word, s, 8);
        h = (h ^ word) * 0x9e3779b97f4a7c15u;
        h ^= h >> 32;
    }
    word = 0;
    for (size_t i = 0; i < n; i++) word = word << 8 | s[i];
    h = (h ^ word) * 0xbf58476d1ce4e5b9u;
    return (h ^ h >> 31) * 0x94d049bb133111ebu >> 32;
}

/* The slot of a spelling, or the empty one where it belongs. */
static uint32_t *find(const struct loader *l, const unsigned char *s, size_t n, unsigned kind)
{
    const ts_tokenizer *t = l->t;
    uint32_t i = (uint32_t)hash(l, s, n, kind) & l->mask;
    for (; l->slots[i]; i = (i + 1) & l->mask) {
        uint32_t id = l->slots[i] - 1;
        if (t->piece[id].n == n && (t->kind[id] & TS_ROW_KIND) == kind &&
            !memcmp(t->arena + t->piece[id].at, s, n))
            break;
    }
    return &l->slots[i];
}

static int index_rows(struct loader *l)
{
    ts_tokenizer *t = l->t;
    size_t slots = 64;
    while (slots < l->count * 2) slots *= 2;
    l->slots = calloc(slots, sizeof *l->slots);
    if (!l->slots) return ts_fail(l->err, "%s: not enough memory", l->name);
    if (getrandom(&l->seed, sizeof l->seed, GRND_NONBLOCK) != sizeof l->seed) l->seed = slots;
    l->mask = (uint32_t)slots - 1;
    for (uint32_t id = 0; id < t->rows; id++) {
        const struct ts_piece *p = &t->piece[id];
        if (!t->kind[id]) continue;
        uint32_t *slot = find(l, (unsigned char *)t->arena + p->at, p->n, t->kind[id]);
        if (*slot)
            return ts_fail(l->err, "%s: tokens %u and %u have the same spelling", l->name,
                           *slot - 1, id);
        *slot = id + 1;
    }
    return 0;
}

static int index_bytes(struct loader *l)
{
    for (unsigned b = 0; b < 256; b++) {
        unsigned char byte = (unsigned char)b;
        uint32_t row = *find(l, &byte, 1, TS_ROW_BYTES);
        if (!row)
            return ts_fail(l->err, "%s: no token for the byte 0x%02x: not a byte-level vocabulary",
                           l->name, b);
        l->t->bpe.byte_id[b] = (int32_t)row - 1;
    }
    return 0;
}

/* ---- merges ---- */

struct merges {
    struct ts_merge *list;
    size_t n, cap;
    unsigned char *left; /* the left half of a pair ["a","b"], while the right is read */
};

/* Row + 1 of a spelling in bytes, or 0. Whoever trains a vocabulary numbers what merges make in their order, so
 * the row behind that of the merge before is looked at first: 150,000 times no far memory is touched. */
static uint32_t find_next(const struct loader *l, uint32_t id, const unsigned char *s, size_t n)
{
    const ts_tokenizer *t = l->t;
    if (id < t->rows && t->piece[id].n == n && (t->kind[id] & TS_ROW_KIND) == TS_ROW_BYTES &&
        !memcmp(t->arena + t->piece[id].at, s, n))
        return id + 1;
    return *find(l, s, n, TS_ROW_BYTES);
}

/* Adds the merge of s[0..cut) and s[cut..n), both in bytes. */
static int add_merge(struct loader *l, struct merges *m, const unsigned char *s, size_t cut,
                     size_t n)
{
    uint32_t left = *find(l, s, cut, TS_ROW_BYTES);
    uint32_t right = *find(l, s + cut, n - cut, TS_ROW_BYTES);
    uint32_t both = find_next(l, m->n ? m->list[m->n - 1].id + 1 : 0, s, n);
    if (!left || !right || !both)
        return ts_fail(l->err, "%s: merge %zu uses a token that is not in the vocabulary", l->name,
                       m->n);
    if (m->n == m->cap) {
        size_t cap = m->cap ? m->cap * 2 : 4096;
        struct ts_merge *list = realloc(m->list, cap * sizeof *list);
        if (!list) return ts_fail(l->err, "%s: not enough memory", l->name);
        m->list = list;
        m->cap = cap;
    }
    m->list[m->n++] = (struct ts_merge){.left = left - 1, .right = right - 1, .id = both - 1};
    return 0;
}

/* Takes two spellings that lie one behind the other, s[0..cut) and s[cut..n). A merge of tokens
 * outside the byte alphabet can never happen: no text leads to them. */
static int add_spelled(struct loader *l, struct merges *m, unsigned char *s, size_t cut, size_t n)
{
    ptrdiff_t left = unspell(l, s, cut, s);
    ptrdiff_t right = left < 0 ? -1 : unspell(l, s + cut, n - cut, s + left);
    if (right < 0) return 0;
    return add_merge(l, m, s, (size_t)left, (size_t)left + (size_t)right);
}

/* "a b" */
static int read_joined(struct loader *l, struct merges *m, struct ts_json_reader *r)
{
    if (ts_json_string(r)) return -1;
    unsigned char *space = memchr(r->text, ' ', r->n);
    size_t left = space ? (size_t)(space - r->text) : 0;
    if (!space || memchr(space + 1, ' ', r->n - left - 1))
        return ts_fail(l->err, "%s: merge %zu is not two tokens with a space between", l->name,
                       m->n);
    memmove(space, space + 1, r->n - left - 1);
    return add_spelled(l, m, r->text, left, r->n - 1);
}

/* ["a", "b"] : the string buffer has room for both, the file being longer than they are. */
static int read_pair(struct loader *l, struct merges *m, struct ts_json_reader *r)
{
    unsigned char *begin = r->text;
    int failed = ts_json_string(r);
    size_t left = failed ? 0 : r->n;
    r->text += left;
    failed = failed || ts_json_expect(r, ',') || ts_json_string(r) || ts_json_expect(r, ']');
    r->text = begin;
    return failed ? -1 : add_spelled(l, m, begin, left, left + r->n);
}

static int read_merges(struct loader *l, struct merges *m, struct ts_json_reader *r)
{
    if (ts_json_expect(r, '[')) return -1;
    if (ts_json_take(r, ']')) return 0;
    do {
        if (ts_json_take(r, '[') ? read_pair(l, m, r) : read_joined(l, m, r)) return -1;
    } while (ts_json_take(r, ','));
    return ts_json_expect(r, ']');
}

static int load_model(struct loader *l, const struct ts_tokenizer_json *cut, const char *text,
                      size_t n)
{
    struct merges m = {0};
    ts_error why = {""};
    struct ts_json_reader r = {.begin = text, .text = malloc(n), .err = &why};
    if (!r.text) return ts_fail(l->err, "%s: not enough memory", l->name);
    r.at = (const unsigned char *)cut->vocab;
    r.end = (const unsigned char *)cut->vocab_end;
    int failed = read_vocab(l, &r) || index_rows(l) || index_bytes(l);
    r.at = (const unsigned char *)cut->merges;
    r.end = (const unsigned char *)cut->merges_end;
    failed = failed || read_merges(l, &m, &r);
    if (!failed && ts_bpe_build(&l->t->bpe, m.list, m.n))
        failed = ts_fail(l->err, "%s: not enough memory", l->name);
    if (ts_failed(&why)) ts_fail(l->err, "%s: %s", l->name, why.text);
    free(r.text);
    free(m.list);
    return failed ? -1 : 0;
}

/* ---- added tokens ---- */

/* Flags are true or false; those that would take spaces or whole words are not supported. */
static int check_flags(struct loader *l, const json_t *entry, const char *text)
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
static int64_t find_spelling(const struct loader *l, const char *text, size_t n)
{
    unsigned char bytes[TS_MAX_ADDED];
    ptrdiff_t spelled = unspell(l, (const unsigned char *)text, n, bytes);
    uint32_t slot = spelled < 0 ? *find(l, (const unsigned char *)text, n, TS_ROW_TEXT)
                                : *find(l, bytes, (size_t)spelled, TS_ROW_BYTES);
    return (int64_t)slot - 1;
}

/* The reference does not read ids: it keeps those of the vocabulary and counts on behind it, in the
 * order of the list. A file that says otherwise would mean other tokens there than here. */
static int check_id(struct loader *l, const struct ts_added_token *token, uint32_t *next)
{
    int64_t known = find_spelling(l, token->text, token->n);
    uint32_t id = known < 0 ? *next : (uint32_t)known;
    if (id >= *next || known < 0) *next = id + 1;
    if ((uint32_t)token->id == id) return 0;
    return ts_fail(l->err, "%s: added token %s says it has the id %d; by its place it has %u",
                   l->name, ts_show(token->text, token->n).text, (int)token->id, id);
}

/* Makes the row of one added token, which may be in the vocabulary already. */
static int add_added(struct loader *l, const json_t *entry, struct ts_added_token *token,
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
    if ((size_t)id >= l->t->rows || !l->t->kind[id])
        return add_row(l, (const unsigned char *)text, n, (uint32_t)id);
    return 0;
}

/* True when row `id` is spelled as the added token: a vocabulary with gaps may have another there. */
static bool same_spelling(const struct loader *l, const struct ts_added_token *token)
{
    unsigned char bytes[TS_MAX_ADDED];
    const struct ts_piece *p = &l->t->piece[token->id];
    ptrdiff_t n = unspell(l, (const unsigned char *)token->text, token->n, bytes);
    const void *text = n < 0 ? token->text : (const char *)bytes;
    return p->n == (n < 0 ? token->n : (size_t)n) && !memcmp(l->t->arena + p->at, text, p->n);
}

/* Added tokens with `normalized` are searched after NFC, and so in their own NFC form; `owned`
 * keeps that form alive. */
static int sort_added(struct loader *l, json_t *list, struct ts_added_token *tokens, char **owned)
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

static int load_added(struct loader *l, json_t *list)
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

static int load_parts(struct loader *l, const struct ts_tokenizer_json *cut, const char *text,
                      size_t n)
{
    json_t *top = cut->rest;
    if (!json_is_object(top) || !cut->vocab || !cut->merges)
        return ts_fail(l->err, "%s: model.vocab or model.merges is missing", l->name);
    if (ts_tokenizer_frame(l->t, l->name, top, l->err) || load_model(l, cut, text, n) ||
        load_added(l, json_object_get(top, "added_tokens")))
        return -1;
    return ts_tokenizer_post(l->t, l->name, json_object_get(top, "post_processor"), l->err);
}

int ts_tokenizer_load(ts_tokenizer *t, const char *name, const char *text, size_t n, ts_error *err)
{
    struct loader l = {.t = t, .name = name, .err = err};
    struct ts_tokenizer_json cut;
    ts_error why = {""};
    if (n > TS_MAX_TOKENIZER_FILE)
        return ts_fail(err, "%s: larger than %d MiB", name, TS_MAX_TOKENIZER_FILE >> 20);
    if (ts_tokenizer_json_cut(text, n, &cut, &why)) return ts_fail(err, "%s: %s", name, why.text);
    make_alphabet(&l);
    t->bos = -1;
    t->arena = malloc(n + 1);
    int failed =
        t->arena ? load_parts(&l, &cut, text, n) : ts_fail(err, "%s: not enough memory", name);
    json_decref(cut.rest);
    free(l.slots);
    return failed;
}
