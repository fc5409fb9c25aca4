/* tokenizer_merges.c - the list of merges, "a b" or ["a", "b"], into the table of BPE (tokenizer_rows.h).
 *
 * A look-up of a half goes from a slot to a row to a spelling, each in far memory. Of many merges at a time they
 * are asked for together, so that the next merge does not wait for this one. */
#include <stdlib.h>
#include <string.h>

#include "engine/tokenizer_rows.h"

enum { BATCH = 32 };

/* Read, and not yet looked up: both halves in bytes, one behind the other. */
struct spelled {
    const unsigned char *text;
    size_t cut, n;
    uint64_t hash[2]; /* of the halves */
};

struct merges {
    struct ts_merge *list;
    size_t n, cap;
    struct spelled wait[BATCH];
    int waiting;
    unsigned char *to; /* where the next is written, in the room of the arena */
};

/* Row + 1 of a spelling in bytes, or 0. Whoever trains a vocabulary numbers what merges make in their order, so
 * the row behind that of the merge before is looked at first: 150,000 times no far memory is touched. */
static uint32_t find_next(const struct ts_loader *l, uint32_t id, const unsigned char *s, size_t n)
{
    const ts_tokenizer *t = l->t;
    if (id < t->rows && t->piece[id].n == n && (t->kind[id] & TS_ROW_KIND) == TS_ROW_BYTES &&
        !memcmp(t->arena + t->piece[id].at, s, n))
        return id + 1;
    return ts_loader_find(l, s, n, TS_ROW_BYTES);
}

static int keep(struct ts_loader *l, struct merges *m, struct ts_merge merge)
{
    if (m->n == m->cap) {
        size_t cap = m->cap ? m->cap * 2 : 4096;
        struct ts_merge *list = realloc(m->list, cap * sizeof *list);
        if (!list) return ts_fail(l->err, "%s: not enough memory", l->name);
        m->list = list;
        m->cap = cap;
    }
    m->list[m->n++] = merge;
    return 0;
}

static int add(struct ts_loader *l, struct merges *m, const struct spelled *s)
{
    size_t behind = s->n - s->cut;
    uint32_t left = ts_loader_find_hashed(l, s->hash[0], s->text, s->cut, TS_ROW_BYTES);
    uint32_t right = ts_loader_find_hashed(l, s->hash[1], s->text + s->cut, behind, TS_ROW_BYTES);
    uint32_t both = find_next(l, m->n ? m->list[m->n - 1].id + 1 : 0, s->text, s->n);
    if (left && right && both)
        return keep(l, m, (struct ts_merge){.left = left - 1, .right = right - 1, .id = both - 1});
    return ts_fail(l->err, "%s: merge %zu uses a token that is not in the vocabulary", l->name,
                   m->n);
}

static int add_waiting(struct ts_loader *l, struct merges *m)
{
    const struct ts_piece *piece[2 * BATCH];
    int n = m->waiting;
    for (int i = 0; i < 2 * n; i++) piece[i] = ts_loader_expect_row(l, m->wait[i / 2].hash[i % 2]);
    for (int i = 0; i < 2 * n; i++) ts_loader_expect_piece(l, piece[i]);
    m->waiting = 0;
    m->to = ts_loader_room(l);
    for (int i = 0; i < n; i++)
        if (add(l, m, &m->wait[i])) return -1;
    return 0;
}

/* Takes what was written at m->to, two halves in bytes, one behind the other. */
static int wait(struct ts_loader *l, struct merges *m, size_t cut, size_t n)
{
    struct spelled *w = &m->wait[m->waiting++];
    *w = (struct spelled){.text = m->to, .cut = cut, .n = n};
    w->hash[0] = ts_loader_hash(l, m->to, cut, TS_ROW_BYTES);
    w->hash[1] = ts_loader_hash(l, m->to + cut, n - cut, TS_ROW_BYTES);
    ts_loader_expect(l, w->hash[0]);
    ts_loader_expect(l, w->hash[1]);
    m->to += n;
    return m->waiting < BATCH ? 0 : add_waiting(l, m);
}

/* ---- reading ---- */

/* With an escape in it, or outside the alphabet. A merge of such tokens can never happen: no text leads to them. */
static int read_escaped(struct ts_loader *l, struct merges *m)
{
    unsigned char *text = l->r.text = m->to;
    if (ts_json_string(&l->r)) return -1;
    unsigned char *space = memchr(text, ' ', l->r.n), *end = text + l->r.n;
    if (!space || memchr(space + 1, ' ', (size_t)(end - space - 1)))
        return ts_fail(l->err, "%s: merge %zu is not two tokens with a space between", l->name,
                       m->n + (size_t)m->waiting);
    ptrdiff_t left = ts_loader_unspell(l, text, (size_t)(space - text), text);
    ptrdiff_t right =
        left < 0 ? -1 : ts_loader_unspell(l, space + 1, (size_t)(end - space - 1), text + left);
    return right < 0 ? 0 : wait(l, m, (size_t)left, (size_t)(left + right));
}

/* "a b" */
static int read_joined(struct ts_loader *l, struct merges *m)
{
    struct ts_json_reader *r = &l->r;
    ptrdiff_t left = -1, right = -1;
    if (ts_json_take(r, '"')) {
        const unsigned char *begin = r->at;
        left = ts_json_spelling(r, l->plain, ' ', m->to);
        right = left < 0 ? -1 : ts_json_spelling(r, l->plain, '"', m->to + left);
        if (right < 0) r->at = begin - 1;
    }
    return right < 0 ? read_escaped(l, m) : wait(l, m, (size_t)left, (size_t)(left + right));
}

/* ["a", "b"], behind the bracket */
static int read_pair(struct ts_loader *l, struct merges *m)
{
    size_t left, right;
    int first = ts_loader_string(l, m->to, &left);
    if (first < 0 || ts_json_expect(&l->r, ',')) return -1;
    int second = ts_loader_string(l, m->to + left, &right);
    if (second < 0 || ts_json_expect(&l->r, ']')) return -1;
    if (first != TS_ROW_BYTES || second != TS_ROW_BYTES) return 0;
    return wait(l, m, left, left + right);
}

static int read_list(struct ts_loader *l, struct merges *m)
{
    m->to = ts_loader_room(l);
    if (ts_json_expect(&l->r, '[')) return -1;
    if (ts_json_take(&l->r, ']')) return 0;
    do {
        if (ts_json_take(&l->r, '[') ? read_pair(l, m) : read_joined(l, m)) return -1;
    } while (ts_json_take(&l->r, ','));
    return ts_json_expect(&l->r, ']') || add_waiting(l, m) ? -1 : 0;
}

int ts_loader_merges(struct ts_loader *l)
{
    struct merges m = {0};
    int failed = read_list(l, &m);
    if (!failed && ts_bpe_build(&l->t->bpe, m.list, m.n))
        failed = ts_fail(l->err, "%s: not enough memory", l->name);
    free(m.list);
    return failed ? -1 : 0;
}
