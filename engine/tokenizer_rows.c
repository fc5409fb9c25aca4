/* tokenizer_rows.c - see tokenizer_rows.h.
 *
 * Tokens are spelled in the byte alphabet, one character of U+0021..U+0143 for each byte; they are kept as
 * bytes. A spelling outside the alphabet never comes out of BPE, but its row still exists. */
#include "engine/tokenizer_rows.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { AHEAD = 8 };

/* The alphabet: printable Latin-1 stands for itself, the other 68 bytes for U+0100 onwards. */
void ts_loader_alphabet(struct ts_loader *l)
{
    int next = 0x100;
    for (int i = 0; i < TS_ALPHABET; i++) l->byte_of[i] = -1;
    for (int b = 0; b < 256; b++) {
        bool printable = (b >= 0x21 && b <= 0x7e) || (b >= 0xa1 && b != 0xad);
        l->byte_of[printable ? b : next++] = (int16_t)b;
    }
    memcpy(l->plain, l->byte_of, sizeof l->plain);
    l->plain['"'] = l->plain['\\'] = -1;
}

ptrdiff_t ts_loader_unspell(const struct ts_loader *l, const unsigned char *text, size_t n,
                            unsigned char *out)
{
    size_t at = 0, made = 0;
    while (at < n) {
        uint32_t cp = text[at++];
        if (cp >= 0x80) {
            if (cp > 0xc5) return -1; /* above U+017F */
            cp = (cp & 31) << 6 | (text[at++] & 63u);
        }
        if (l->byte_of[cp] < 0) return -1;
        if (out) out[made] = (unsigned char)l->byte_of[cp];
        made++;
    }
    return (ptrdiff_t)made;
}

/* Nearly all strings are plain and read in one go; the others as JSON first. */
int ts_loader_string(struct ts_loader *l, unsigned char *to, size_t *n)
{
    ptrdiff_t bytes = -1;
    if (ts_json_take(&l->r, '"')) {
        bytes = ts_json_spelling(&l->r, l->plain, '"', to);
        l->r.at -= bytes < 0; /* the quote */
    }
    if (bytes < 0) {
        l->r.text = to;
        if (ts_json_string(&l->r)) return -1;
        bytes = ts_loader_unspell(l, to, l->r.n, NULL);
        if (bytes >= 0) ts_loader_unspell(l, to, l->r.n, to);
    }
    *n = bytes < 0 ? l->r.n : (size_t)bytes;
    return bytes < 0 ? TS_ROW_TEXT : TS_ROW_BYTES;
}

/* ---- rows ---- */

static int reserve_rows(struct ts_loader *l, size_t rows)
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

unsigned char *ts_loader_room(const struct ts_loader *l)
{
    return (unsigned char *)l->t->arena + l->arena_n;
}

int ts_loader_add(struct ts_loader *l, size_t n, enum ts_row_kind kind, uint32_t id)
{
    ts_tokenizer *t = l->t;
    if (id >= TS_MAX_ROWS)
        return ts_fail(l->err, "%s: token id %u is out of range (limit %d)", l->name, id,
                       TS_MAX_ROWS);
    if (id >= l->cap && reserve_rows(l, (size_t)id + 1)) return -1;
    if (t->kind[id]) return ts_fail(l->err, "%s: two tokens have the id %u", l->name, id);
    t->kind[id] = (uint8_t)kind;
    t->piece[id] = (struct ts_piece){(uint32_t)l->arena_n, (uint32_t)n};
    l->arena_n += n;
    if (id >= t->rows) t->rows = (size_t)id + 1;
    l->count++;
    return 0;
}

/* ---- spelling to row ---- */

uint64_t ts_loader_hash(const struct ts_loader *l, const unsigned char *s, size_t n, unsigned kind)
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
    h = (h ^ h >> 31) * 0x94d049bb133111ebu;
    return h ^ h >> 32;
}

/* The first slot of a hash that is empty or has its tag. */
static uint32_t first_slot(const struct ts_loader *l, uint64_t h)
{
    uint32_t i = (uint32_t)h & l->mask;
    while (l->slots[i].row && l->slots[i].tag != h >> 32) i = (i + 1) & l->mask;
    return i;
}

/* The slot of a spelling, or the empty one where it belongs. */
static struct ts_slot *slot_of(const struct ts_loader *l, uint64_t h, const unsigned char *s,
                               size_t n, unsigned kind)
{
    const ts_tokenizer *t = l->t;
    uint32_t i = first_slot(l, h);
    for (; l->slots[i].row; i = (i + 1) & l->mask) {
        uint32_t id = l->slots[i].row - 1;
        if (l->slots[i].tag == h >> 32 && t->piece[id].n == n &&
            (t->kind[id] & TS_ROW_KIND) == kind && !memcmp(t->arena + t->piece[id].at, s, n))
            break;
    }
    return &l->slots[i];
}

uint32_t ts_loader_find_hashed(const struct ts_loader *l, uint64_t h, const unsigned char *s,
                               size_t n, unsigned kind)
{
    return slot_of(l, h, s, n, kind)->row;
}

uint32_t ts_loader_find(const struct ts_loader *l, const unsigned char *s, size_t n, unsigned kind)
{
    return slot_of(l, ts_loader_hash(l, s, n, kind), s, n, kind)->row;
}

void ts_loader_expect(const struct ts_loader *l, uint64_t h)
{
    __builtin_prefetch(&l->slots[(uint32_t)h & l->mask]);
}

const struct ts_piece *ts_loader_expect_row(const struct ts_loader *l, uint64_t h)
{
    uint32_t row = l->slots[first_slot(l, h)].row;
    const struct ts_piece *p = &l->t->piece[row ? row - 1 : 0];
    __builtin_prefetch(p);
    return p;
}

void ts_loader_expect_piece(const struct ts_loader *l, const struct ts_piece *p)
{
    __builtin_prefetch(l->t->arena + p->at);
}

static const unsigned char *bytes_of(const struct ts_loader *l, size_t id)
{
    return (unsigned char *)l->t->arena + l->t->piece[id].at;
}

static int index_row(struct ts_loader *l, uint32_t id, uint64_t h)
{
    struct ts_slot *slot = slot_of(l, h, bytes_of(l, id), l->t->piece[id].n, l->t->kind[id]);
    if (slot->row)
        return ts_fail(l->err, "%s: tokens %u and %u have the same spelling", l->name,
                       slot->row - 1, id);
    *slot = (struct ts_slot){(uint32_t)(h >> 32), id + 1};
    return 0;
}

/* Slots are far apart, so each is asked for some rows before it is needed. */
static int index_all(struct ts_loader *l)
{
    const ts_tokenizer *t = l->t;
    uint64_t h[AHEAD] = {0};
    for (size_t i = 0; i < t->rows + AHEAD; i++) {
        uint64_t *next = &h[i % AHEAD];
        if (i >= AHEAD && t->kind[i - AHEAD] && index_row(l, (uint32_t)(i - AHEAD), *next))
            return -1;
        if (i >= t->rows || !t->kind[i]) continue;
        *next = ts_loader_hash(l, bytes_of(l, i), t->piece[i].n, t->kind[i]);
        ts_loader_expect(l, *next);
    }
    return 0;
}

int ts_loader_index(struct ts_loader *l)
{
    size_t slots = 64;
    while (slots < l->count + l->count / 2) slots *= 2;
    l->slots = calloc(slots, sizeof *l->slots);
    if (!l->slots) return ts_fail(l->err, "%s: not enough memory", l->name);
    if (getrandom(&l->seed, sizeof l->seed, GRND_NONBLOCK) != sizeof l->seed) l->seed = slots;
    l->mask = (uint32_t)slots - 1;
    return index_all(l);
}
