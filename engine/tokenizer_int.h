/* tokenizer_int.h - what the parts of the tokenizer share; private to engine/.
 *
 *   tokenizer.json -> tokenizer_json.c (spans) -> tokenizer_load.c, _rows.c, _merges.c (tables) -> ts_tokenizer
 *   text -> tokenizer_added.c -> unicode_nfc.c -> pretokenize.c -> bpe.c -> ids
 *
 * A finished ts_tokenizer is never written again: threads may share it.
 */
#ifndef TESSERA_ENGINE_TOKENIZER_INT_H
#define TESSERA_ENGINE_TOKENIZER_INT_H

#include "engine/fields.h"
#include "engine/generation.h"
#include "engine/tokenizer.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    TS_MAX_ROWS = 1 << 22,           /* ids stay below this */
    TS_MAX_TOKENIZER_FILE = 1 << 26, /* bytes of tokenizer.json, nine times the real ones */
    TS_MAX_FRAME = 1 << 22,          /* bytes of it outside vocabulary and merges */
    TS_MAX_ADDED = 256,              /* bytes in one added token */
};

/* ---- pretokenize.c ---- */

enum ts_split_rule { TS_SPLIT_GPT2, TS_SPLIT_QWEN2 };

/* The rule whose regular expression this is, or -1. */
int ts_split_find(const char *regex);

/* Where the piece that begins at `at` < n ends. The text is valid UTF-8. */
size_t ts_split_next(enum ts_split_rule rule, const char *text, size_t n, size_t at);

/* ---- bpe.c ---- */

struct ts_ids {
    int32_t *id;
    size_t n, cap;
};

int ts_ids_add(struct ts_ids *ids, int32_t id); /* 0, or -1 without memory */

struct ts_merge {
    uint32_t left, right, rank, id; /* rank UINT32_MAX: an empty slot */
};

struct ts_bpe {
    struct ts_merge *slot; /* open addressing over (left, right), mask + 1 slots */
    uint32_t mask;
    uint64_t seed;
    int32_t byte_id[256];
};

/* Builds the table of `n` merges, ranked by place; a pair listed twice has its last rank. */
int ts_bpe_build(struct ts_bpe *bpe, const struct ts_merge *merges, size_t n);

struct ts_bpe_work; /* scratch of one encode call: word cache, heap */
struct ts_bpe_work *ts_bpe_work_new(size_t text_size);
void ts_bpe_work_free(struct ts_bpe_work *work);

/* Appends the tokens of one piece. Time is n log n in its bytes. */
int ts_bpe_encode(const struct ts_bpe *bpe, struct ts_bpe_work *work, const char *piece, size_t n,
                  struct ts_ids *ids);

/* ---- tokenizer_added.c: tokens that are found in the text before anything else ---- */

struct ts_added {
    uint32_t *next; /* [nodes][classes]; 0: no such child, node 0 is the root */
    int32_t *id;    /* the token that ends at a node, or -1 */
    uint32_t nodes, classes, cap;
    uint8_t class_of[256]; /* 0: a byte in no added token */
};

struct ts_added_token {
    const char *text;
    size_t n;
    int32_t id;
};

/* -1 without memory, or where a token stands in the list *twice. */
int ts_added_build(struct ts_added *added, const struct ts_added_token *tokens, size_t n,
                   const struct ts_added_token **twice);
void ts_added_free(struct ts_added *added);

/* Finds the leftmost, there the longest, added token at or after `at`: returns where it begins
 * (n: none) and fills *end and *id. */
size_t ts_added_find(const struct ts_added *added, const char *text, size_t n, size_t at,
                     size_t *end, int32_t *id);

/* ---- tokenizer.c ---- */

enum ts_row_kind {
    TS_ROW_NONE,  /* no token has this id */
    TS_ROW_BYTES, /* spelled in the byte alphabet: its piece is those bytes */
    TS_ROW_TEXT,  /* spelled otherwise: its piece is the spelling */
    TS_ROW_KIND = 3,
    TS_ROW_SPECIAL = 4, /* left out when special tokens are skipped */
};

struct ts_piece {
    uint32_t at, n; /* in `arena` */
};

struct ts_tokenizer {
    char *arena;
    struct ts_piece *piece; /* [rows] */
    uint8_t *kind;          /* [rows] of enum ts_row_kind */
    size_t rows;
    struct ts_bpe bpe;
    struct ts_added added[2]; /* searched in the raw text; searched after NFC */
    bool nfc;
    enum ts_split_rule split;
    int32_t bos;  /* -1: none */
    bool add_bos; /* TS_TOK_BOS puts it in front */
    int32_t *eos;
    size_t n_eos;
};

/* ---- tokenizer_json.c ---- */

/* tokenizer.json with its two giants taken out: `rest` is the same document with the number 0
 * in the place of model.vocab and model.merges. */
struct ts_tokenizer_json {
    const char *vocab, *vocab_end, *merges, *merges_end;
    json_t *rest;
    /* Or NULL: reads a giant where it stands, so that it is walked once, and says where it ended; NULL where it
     * cannot, or not yet. */
    const char *(*read)(void *arg, bool merges, const char *from, const char *end);
    void *arg;
};

/* Takes the document apart; the spans point into `text`. Everything outside them is checked. cut->read and
 * cut->arg are given. */
int ts_tokenizer_json_cut(const char *text, size_t n, struct ts_tokenizer_json *cut, ts_error *err);

/* A strict reader for the two spans. The first failure stays in `err` and stops everything. */
struct ts_json_reader {
    const unsigned char *at, *end;
    const char *begin;   /* of the document, for offsets in messages */
    unsigned char *text; /* the last string, in UTF-8; as large as the document */
    size_t n;
    ts_error *err;
};

bool ts_json_take(struct ts_json_reader *r, char c);  /* skips white space and `c`, if there */
int ts_json_expect(struct ts_json_reader *r, char c); /* 0, or -1: `c` is missing */
int ts_json_string(struct ts_json_reader *r);         /* fills text and n */
/* Behind a quote: reads up to and beyond `stop`, writes byte[character] of each to `to` and returns their number;
 * -1, having read nothing, when one has none or is above U+017F. */
ptrdiff_t ts_json_spelling(struct ts_json_reader *r, const int16_t *byte, unsigned char stop,
                           unsigned char *to);
int ts_json_count(struct ts_json_reader *r, uint32_t *value); /* an integer 0 .. 2^31-1 */

/* ---- tokenizer_load.c, tokenizer_frame.c, tokenizer_config.c ---- */

/* Fills a zeroed tokenizer from the text of tokenizer.json. `name` is for messages. */
int ts_tokenizer_load(ts_tokenizer *t, const char *name, const char *text, size_t n, ts_error *err);

/* Checks everything in tokenizer.json but vocabulary, merges and added tokens; settles `nfc` and
 * `split`. The post-processor comes last, since its template names rows. */
int ts_tokenizer_frame(ts_tokenizer *t, const char *name, json_t *top, ts_error *err);
int ts_tokenizer_post(ts_tokenizer *t, const char *name, json_t *post_processor, ts_error *err);

/* The files beside tokenizer.json, none of which must exist. */
struct ts_words {
    ts_fields config; /* tokenizer_config.json */
    ts_fields map;    /* special_tokens_map.json, of older writers */
    ts_fields added;  /* added_tokens.json, of older writers */
};

int ts_words_load(struct ts_words *w, const char *dir, ts_error *err);
void ts_words_free(struct ts_words *w);

/* The text of bos_token or another such; NULL where no file names it. -1 where two files differ. */
int ts_special_token(const struct ts_words *w, const char *key, const char **text);

/* Settles BOS and EOS by those files and by what the model's own say. */
int ts_tokenizer_configure(ts_tokenizer *t, const struct ts_words *w, const ts_generation *g);

/* ---- tokenizer_agree.c ---- */

/* -1 where a file beside tokenizer.json lists an added token otherwise than that does. */
int ts_tokenizer_agree(const ts_tokenizer *t, const struct ts_words *w);

/* The id of the token spelled `text`, or -1; -1 also for NULL. Slow: it looks at every row. */
int32_t ts_tokenizer_find(const ts_tokenizer *t, const char *text);

/* The text of an entry such as bos_token: a string, or an AddedToken object. NULL: none. */
const char *ts_token_text(const json_t *entry);

/* Reads dir/name, at most `limit` bytes, and ends it with a NUL; NULL and a message on failure.
 * With `optional`, NULL without a message when there is no such file. */
char *ts_folder_read(const char *dir, const char *name, size_t limit, bool optional, size_t *n,
                     ts_error *err);

/* Builds a tokenizer from the texts of its files; `config` may be NULL. */
ts_tokenizer *ts_tokenizer_parse(const char *text, size_t n, const char *config, ts_error *err);

#endif
