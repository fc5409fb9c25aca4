/* bpe.c - byte-pair encoding of one piece: join the pair of lowest rank, leftmost first.
 *
 * Short pieces, nearly all, keep the ranks of their pairs in an array and look through it
 * for each merge. Long ones (a megabyte of one letter is one piece) use a heap of
 * (rank, place) over a linked list. Both give the same ids. Pieces up to 15 bytes are
 * remembered for the rest of the encode call, so that its tables are shared by nobody.
 */
#include "engine/tokenizer_int.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#define NO_RANK UINT32_MAX

enum { SHORT_PIECE = 48, KEY = 16, REMEMBERED = 11, MAX_CACHE = 1 << 13, AHEAD = 8 };

/* One cache line: the piece, zero padded, its length in the last byte; then its ids. */
struct word {
    unsigned char key[KEY];
    int32_t n, id[REMEMBERED];
};

struct ts_bpe_work {
    struct word *words;
    uint32_t mask;
    uint64_t *heap; /* rank << 32 | place */
    size_t heap_n, heap_cap;
    struct symbol *symbols;
    size_t symbols_cap;
};

struct symbol {
    uint32_t id, before, after; /* places of the neighbours, or NO_RANK */
};

int ts_ids_add(struct ts_ids *ids, int32_t id)
{
    if (ids->n == ids->cap) {
        size_t cap = ids->cap ? ids->cap * 2 : 64;
        int32_t *more = realloc(ids->id, cap * sizeof *more);
        if (!more) return -1;
        ids->id = more;
        ids->cap = cap;
    }
    ids->id[ids->n++] = id;
    return 0;
}

/* The seed keeps crafted files from filling one stretch of the table. */
static uint32_t slot_of(const struct ts_bpe *b, uint32_t left, uint32_t right)
{
    uint64_t h = (((uint64_t)left << 32 | right) ^ b->seed) * 0x9e3779b97f4a7c15u;
    h = (h ^ h >> 29) * 0xbf58476d1ce4e5b9u;
    return (uint32_t)(h >> 32) & b->mask;
}

/* The slot of a pair, or the empty one where it would stand. */
static struct ts_merge *find(const struct ts_bpe *b, uint32_t left, uint32_t right)
{
    uint32_t i = slot_of(b, left, right);
    while (b->slot[i].rank != NO_RANK && (b->slot[i].left != left || b->slot[i].right != right))
        i = (i + 1) & b->mask;
    return &b->slot[i];
}

int ts_bpe_build(struct ts_bpe *b, const struct ts_merge *merges, size_t n)
{
    size_t slots = 64;
    while (slots < n + n / 2) slots *= 2;
    if (getrandom(&b->seed, sizeof b->seed, GRND_NONBLOCK) != sizeof b->seed) b->seed = slots;
    b->slot = malloc(slots * sizeof *b->slot);
    if (!b->slot) return -1;
    memset(b->slot, 0xff, slots * sizeof *b->slot);
    b->mask = (uint32_t)slots - 1;
    for (size_t i = 0; i < n; i++) {
        const struct ts_merge *next = &merges[i + AHEAD < n ? i + AHEAD : i]; /* is far from here */
        __builtin_prefetch(&b->slot[slot_of(b, next->left, next->right)], 1);
        struct ts_merge *slot = find(b, merges[i].left, merges[i].right);
        *slot = merges[i];
        slot->rank = (uint32_t)i;
    }
    return 0;
}

struct ts_bpe_work *ts_bpe_work_new(size_t text_size)
{
    struct ts_bpe_work *w = calloc(1, sizeof *w);
    size_t words = 16;
    while (words < MAX_CACHE && words * 16 < text_size) words *= 2;
    if (!w) return NULL;
    w->words = calloc(words, sizeof *w->words);
    w->mask = (uint32_t)words - 1;
    if (w->words) return w;
    free(w);
    return NULL;
}

void ts_bpe_work_free(struct ts_bpe_work *w)
{
    if (!w) return;
    free(w->words);
    free(w->heap);
    free(w->symbols);
    free(w);
}

/* ---- short pieces ---- */

/* Joins until no pair of id[0..n) has a rank; returns how many are left. pair[i] is the slot of
 * (id[i], id[i + 1]). */
static size_t join_short(const struct ts_bpe *b, uint32_t *id, size_t n)
{
    const struct ts_merge *pair[SHORT_PIECE];
    for (size_t i = 0; i + 1 < n; i++) pair[i] = find(b, id[i], id[i + 1]);
    while (n > 1) {
        size_t best = 0;
        for (size_t i = 1; i + 1 < n; i++)
            if (pair[i]->rank < pair[best]->rank) best = i;
        if (pair[best]->rank == NO_RANK) break;
        id[best] = pair[best]->id;
        n--;
        memmove(id + best + 1, id + best + 2, (n - best - 1) * sizeof *id);
        if (best + 1 < n) {
            memmove(pair + best, pair + best + 1, (n - best - 1) * sizeof *pair);
            pair[best] = find(b, id[best], id[best + 1]);
        }
        if (best > 0) pair[best - 1] = find(b, id[best - 1], id[best]);
    }
    return n;
}

static int encode_short(const struct ts_bpe *b, const unsigned char *piece, size_t n,
                        struct ts_ids *ids)
{
    uint32_t id[SHORT_PIECE];
    for (size_t i = 0; i < n; i++) id[i] = (uint32_t)b->byte_id[piece[i]];
    n = join_short(b, id, n);
    for (size_t i = 0; i < n; i++)
        if (ts_ids_add(ids, (int32_t)id[i])) return -1;
    return 0;
}

/* ---- long pieces ---- */

/* The heap never holds more than the n - 1 first pairs and two for each merge: 3 n entries. */
static int reserve(struct ts_bpe_work *w, size_t n)
{
    if (n <= w->symbols_cap) return 0;
    if (n > UINT32_MAX / 4) return -1;
    struct symbol *symbols = realloc(w->symbols, n * sizeof *symbols);
    if (symbols) w->symbols = symbols;
    uint64_t *heap = realloc(w->heap, n * 3 * sizeof *heap);
    if (heap) w->heap = heap;
    if (!symbols || !heap) return -1;
    w->symbols_cap = n;
    return 0;
}

static void push(struct ts_bpe_work *w, uint64_t entry)
{
    size_t i = w->heap_n++;
    for (; i && w->heap[(i - 1) / 2] > entry; i = (i - 1) / 2) w->heap[i] = w->heap[(i - 1) / 2];
    w->heap[i] = entry;
}

static uint64_t pop(struct ts_bpe_work *w)
{
    uint64_t top = w->heap[0], last = w->heap[--w->heap_n];
    size_t i = 0, child;
    while ((child = 2 * i + 1) < w->heap_n) {
        child += child + 1 < w->heap_n && w->heap[child + 1] < w->heap[child];
        if (w->heap[child] >= last) break;
        w->heap[i] = w->heap[child];
        i = child;
    }
    w->heap[i] = last;
    return top;
}

/* Queues the pair that begins at `place`, if it can be joined. */
static void offer(const struct ts_bpe *b, struct ts_bpe_work *w, uint32_t place)
{
    const struct symbol *s = &w->symbols[place];
    if (s->after == NO_RANK) return;
    uint32_t rank = find(b, s->id, w->symbols[s->after].id)->rank;
    if (rank != NO_RANK) push(w, (uint64_t)rank << 32 | place);
}

static void spell(const struct ts_bpe *b, struct ts_bpe_work *w, const unsigned char *piece,
                  size_t n)
{
    w->heap_n = 0;
    for (size_t i = 0; i < n; i++) {
        w->symbols[i].id = (uint32_t)b->byte_id[piece[i]];
        w->symbols[i].before = i ? (uint32_t)i - 1 : NO_RANK;
        w->symbols[i].after = i + 1 < n ? (uint32_t)i + 1 : NO_RANK;
    }
    for (size_t i = 0; i < n; i++) offer(b, w, (uint32_t)i);
}

/* Joins the symbol at `place` with the one after it, whose id becomes NO_RANK: then no pair that
 * the heap still holds for that place is found again. */
static void join(const struct ts_bpe *b, struct ts_bpe_work *w, uint32_t place, uint32_t id)
{
    struct symbol *left = &w->symbols[place], *right = &w->symbols[left->after];
    left->id = id;
    left->after = right->after;
    right->id = NO_RANK;
    if (left->after != NO_RANK) w->symbols[left->after].before = place;
    offer(b, w, place);
    if (left->before != NO_RANK) offer(b, w, left->before);
}

static int encode_long(const struct ts_bpe *b, struct ts_bpe_work *w, const unsigned char *piece,
                       size_t n, struct ts_ids *ids)
{
    if (reserve(w, n)) return -1;
    spell(b, w, piece, n);
    while (w->heap_n) {
        uint64_t top = pop(w);
        uint32_t place = (uint32_t)top;
        const struct symbol *s = &w->symbols[place];
        if (s->id == NO_RANK || s->after == NO_RANK) continue;
        const struct ts_merge *pair = find(b, s->id, w->symbols[s->after].id);
        if (pair->rank == top >> 32) join(b, w, place, pair->id);
    }
    for (uint32_t i = 0; i != NO_RANK; i = w->symbols[i].after)
        if (ts_ids_add(ids, (int32_t)w->symbols[i].id)) return -1;
    return 0;
}

/* ---- the cache ---- */

static struct word *recall(struct ts_bpe_work *w, const unsigned char *key)
{
    uint64_t a, c;
    memcpy(&a, key, 8);
    memcpy(&c, key + 8, 8);
    uint64_t h = (a ^ c >> 23 ^ c << 29) * 0x9e3779b97f4a7c15u;
    return &w->words[(h ^ h >> 15) >> 33 & w->mask];
}

static void remember(struct word *word, const unsigned char *key, const int32_t *id, size_t n)
{
    if (n > REMEMBERED) return;
    memcpy(word->key, key, KEY);
    memcpy(word->id, id, n * sizeof *id);
    word->n = (int32_t)n;
}

int ts_bpe_encode(const struct ts_bpe *b, struct ts_bpe_work *w, const char *text, size_t n,
                  struct ts_ids *ids)
{
    const unsigned char *piece = (const unsigned char *)text;
    if (n == 1) return ts_ids_add(ids, b->byte_id[*piece]);
    if (n > SHORT_PIECE) return encode_long(b, w, piece, n, ids);
    if (n >= KEY) return encode_short(b, piece, n, ids);
    unsigned char key[KEY] = {0};
    memcpy(key, piece, n);
    key[KEY - 1] = (unsigned char)n;
    struct word *word = recall(w, key);
    if (!memcmp(word->key, key, KEY)) {
        for (int i = 0; i < word->n; i++)
            if (ts_ids_add(ids, word->id[i])) return -1;
        return 0;
    }
    size_t first = ids->n;
    if (encode_short(b, piece, n, ids)) return -1;
    remember(word, key, ids->id + first, ids->n - first);
    return 0;
}
