/* tokenizer.c - the public face: opening, encoding, questions (engine/tokenizer.h).
 *
 * The order of the reference: added tokens in the raw text, NFC of what lies between
 * them, added tokens in that, pieces, BPE, BOS. NFC works on each stretch alone, so an
 * accent right after an added token does not join it.
 */
#include "engine/tokenizer_int.h"
#include "engine/unicode_classes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- opening ---- */

/* With the files beside it. */
static int load_folder(ts_tokenizer *t, const char *dir, const char *text, size_t n, ts_error *err)
{
    ts_generation g;
    struct ts_words words;
    char where[sizeof(ts_shown) + 20];
    snprintf(where, sizeof where, "%s/tokenizer.json", ts_show_path(dir).text);
    if (ts_generation_load(dir, &g, err) || ts_words_load(&words, dir, err)) return -1;
    int failed = ts_tokenizer_load(t, where, text, n, err) || ts_tokenizer_configure(t, &words, &g);
    ts_words_free(&words);
    return failed ? -1 : 0;
}

ts_tokenizer *ts_tokenizer_open(const char *dir, ts_error *err)
{
    size_t n = 0;
    char *text = ts_folder_read(dir, "tokenizer.json", TS_MAX_TOKENIZER_FILE, false, &n, err);
    ts_tokenizer *t = text ? calloc(1, sizeof *t) : NULL;
    if (text && !t) ts_fail(err, "%s: not enough memory", ts_show_path(dir).text);
    if (t && load_folder(t, dir, text, n, err)) {
        ts_tokenizer_close(t);
        t = NULL;
    }
    free(text);
    return t;
}

ts_tokenizer *ts_tokenizer_parse(const char *text, size_t n, const char *config, ts_error *err)
{
    const ts_generation none = {.bos = -1};
    struct ts_words w = {.config = {.where = "tokenizer_config.json", .err = err}};
    ts_tokenizer *t = calloc(1, sizeof *t);
    if (!t) ts_fail(err, "not enough memory");
    int failed =
        !t || (config && ts_fields_parse(&w.config, config, strlen(config), w.config.where, err)) ||
        ts_tokenizer_load(t, "tokenizer.json", text, n, err) ||
        ts_tokenizer_configure(t, &w, &none);
    ts_words_free(&w);
    if (!failed) return t;
    ts_tokenizer_close(t);
    return NULL;
}

void ts_tokenizer_close(ts_tokenizer *t)
{
    if (!t) return;
    free(t->arena);
    free(t->piece);
    free(t->kind);
    free(t->bpe.slot);
    ts_added_free(&t->added[0]);
    ts_added_free(&t->added[1]);
    free(t->eos);
    free(t);
}

/* ---- encoding ---- */

struct encoder {
    const ts_tokenizer *t;
    bool special;
    struct ts_bpe_work *work;
    struct ts_ids ids;
};

static int encode_plain(struct encoder *e, const char *text, size_t n)
{
    for (size_t at = 0, end; at < n; at = end) {
        end = ts_split_next(e->t->split, text, n, at);
        if (ts_bpe_encode(&e->t->bpe, e->work, text + at, end - at, &e->ids)) return -1;
    }
    return 0;
}

static int encode_level(struct encoder *e, const char *text, size_t n, int level);

/* Text without added tokens of this level: normalises, or is done with them. */
static int encode_between(struct encoder *e, const char *text, size_t n, int level)
{
    char *nfc = NULL;
    if (level == 1) return encode_plain(e, text, n);
    if (e->t->nfc && ts_nfc(text, n, &nfc, &n)) return -1;
    int failed = encode_level(e, nfc ? nfc : text, n, 1);
    free(nfc);
    return failed;
}

/* Level 0 searches raw text for added tokens, level 1 normalised text. */
static int encode_level(struct encoder *e, const char *text, size_t n, int level)
{
    size_t at = 0, end = 0;
    int32_t id = -1;
    while (at < n) {
        size_t found = n;
        if (e->special) found = ts_added_find(&e->t->added[level], text, n, at, &end, &id);
        if (found > at && encode_between(e, text + at, found - at, level)) return -1;
        if (found == n) break;
        if (ts_ids_add(&e->ids, id)) return -1;
        at = end;
    }
    return 0;
}

int ts_tokenizer_encode(const ts_tokenizer *t, const char *text, size_t len, unsigned flags,
                        int32_t **ids, size_t *n, ts_error *err)
{
    struct encoder e = {.t = t, .special = flags & TS_TOK_SPECIAL};
    size_t bad = ts_utf8_check(text, len);
    *ids = NULL;
    *n = 0;
    if (bad < len) return ts_fail(err, "the text is not UTF-8 at byte %zu", bad);
    e.work = ts_bpe_work_new(len);
    int failed = !e.work || (flags & TS_TOK_BOS && t->add_bos && ts_ids_add(&e.ids, t->bos)) ||
                 encode_level(&e, text, len, 0);
    ts_bpe_work_free(e.work);
    if (failed) {
        free(e.ids.id);
        return ts_fail(err, "not enough memory to tokenize %zu bytes", len);
    }
    *ids = e.ids.id;
    *n = e.ids.n;
    return 0;
}

/* ---- questions ---- */

int32_t ts_tokenizer_bos(const ts_tokenizer *t)
{
    return t->bos;
}

bool ts_tokenizer_adds_bos(const ts_tokenizer *t)
{
    return t->add_bos;
}

const int32_t *ts_tokenizer_eos(const ts_tokenizer *t, size_t *n)
{
    *n = t->n_eos;
    return t->eos;
}

bool ts_tokenizer_is_eos(const ts_tokenizer *t, int32_t id)
{
    for (size_t i = 0; i < t->n_eos; i++)
        if (t->eos[i] == id) return true;
    return false;
}

size_t ts_tokenizer_size(const ts_tokenizer *t)
{
    return t->rows;
}

static unsigned kind_of(const ts_tokenizer *t, int32_t id)
{
    return id >= 0 && (size_t)id < t->rows ? t->kind[id] : TS_ROW_NONE;
}

const char *ts_tokenizer_piece(const ts_tokenizer *t, int32_t id, size_t *len)
{
    *len = 0;
    if (!kind_of(t, id)) return NULL;
    *len = t->piece[id].n;
    return t->arena + t->piece[id].at;
}

bool ts_tokenizer_is_special(const ts_tokenizer *t, int32_t id)
{
    return kind_of(t, id) & TS_ROW_SPECIAL;
}

int32_t ts_tokenizer_find(const ts_tokenizer *t, const char *text)
{
    size_t n = text ? strlen(text) : 0, len;
    for (size_t id = t->rows; text && id-- > 0;) {
        const char *piece = ts_tokenizer_piece(t, (int32_t)id, &len);
        if (piece && len == n && !memcmp(piece, text, n)) return (int32_t)id;
    }
    return -1;
}
