/* tokenizer_rows.h - the tables of a tokenizer while its file is read: rows and where each spelling stands.
 * Private to the loader (tokenizer_load.c). */
#ifndef TESSERA_ENGINE_TOKENIZER_ROWS_H
#define TESSERA_ENGINE_TOKENIZER_ROWS_H

#include "engine/tokenizer_int.h"

enum { TS_ALPHABET = 0x180 }; /* the characters of two bytes whose first is below 0xc6, and ASCII */

/* Rows are far apart in memory, so a slot tells most that are not meant from the one that is. */
struct ts_slot {
    uint32_t tag, row; /* the upper half of the hash; row + 1, 0: empty */
};

struct ts_loader {
    ts_tokenizer *t;
    const char *name;
    ts_error *err;
    struct ts_json_reader r;
    size_t arena_n;               /* the arena is as large as the file: pieces are never longer */
    size_t cap;                   /* rows allocated */
    int16_t byte_of[TS_ALPHABET]; /* byte for a character of the alphabet, or -1 */
    int16_t plain[TS_ALPHABET];   /* the same but for a quote and a backslash */
    struct ts_slot *slots;        /* by spelling */
    uint32_t mask;
    uint64_t seed;
    size_t count;         /* rows in use */
    bool read[2], failed; /* vocabulary and merges; one of them, which *err tells */
};

void ts_loader_alphabet(struct ts_loader *l);

/* Writes the bytes that text[0..n) spells to `out` and returns their number, or -1 when a
 * character is outside the alphabet. `out` may be `text`, or NULL. */
ptrdiff_t ts_loader_unspell(const struct ts_loader *l, const unsigned char *text, size_t n,
                            unsigned char *out);
/* Reads a string to `to`, *n bytes: what it spells, TS_ROW_BYTES, or, when a character is outside the alphabet,
 * its text, TS_ROW_TEXT. -1: it is none. */
int ts_loader_string(struct ts_loader *l, unsigned char *to, size_t *n);

/* What stands at the end of the arena becomes row `id`. */
int ts_loader_add(struct ts_loader *l, size_t n, enum ts_row_kind kind, uint32_t id);
/* Where a row's bytes are written before it is added. */
unsigned char *ts_loader_room(const struct ts_loader *l);

int ts_loader_index(struct ts_loader *l); /* all rows, when all are there */

uint64_t ts_loader_hash(const struct ts_loader *l, const unsigned char *s, size_t n, unsigned kind);
/* Row + 1 of a spelling, or 0; the second where its hash is known. */
uint32_t ts_loader_find(const struct ts_loader *l, const unsigned char *s, size_t n, unsigned kind);
uint32_t ts_loader_find_hashed(const struct ts_loader *l, uint64_t h, const unsigned char *s,
                               size_t n, unsigned kind);

/* Asks for a slot's memory; for the row that it says, which is given back, and for its piece's. */
void ts_loader_expect(const struct ts_loader *l, uint64_t h);
const struct ts_piece *ts_loader_expect_row(const struct ts_loader *l, uint64_t h);
void ts_loader_expect_piece(const struct ts_loader *l, const struct ts_piece *p);

/* ---- tokenizer_merges.c ---- */

/* Reads the list at l->r and builds the table; the vocabulary is there. */
int ts_loader_merges(struct ts_loader *l);

#endif
