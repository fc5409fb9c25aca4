/* tokenizer_added.c - finds added tokens in text: leftmost, and there the longest.
 *
 * A trie over the few bytes that occur in added tokens. A search from each place costs at
 * most TS_MAX_ADDED steps, so even text made of beginnings of tokens takes linear time.
 */
#include "engine/tokenizer_int.h"

#include <stdlib.h>
#include <string.h>

/* One more node; 0 without memory. */
static uint32_t grow(struct ts_added *a)
{
    if (a->nodes == a->cap) {
        uint32_t cap = a->cap ? a->cap * 2 : 64;
        size_t cells;
        if (__builtin_mul_overflow((size_t)cap, (size_t)a->classes, &cells) || cells > 1u << 25)
            return 0;
        uint32_t *next = realloc(a->next, cells * sizeof *next);
        if (next) a->next = next;
        int32_t *id = realloc(a->id, cap * sizeof *id);
        if (id) a->id = id;
        if (!next || !id) return 0;
        a->cap = cap;
    }
    memset(a->next + (size_t)a->nodes * a->classes, 0, a->classes * sizeof *a->next);
    a->id[a->nodes] = -1;
    return a->nodes++;
}

/* 0, 1 when the token is there already, -1 without memory. */
static int insert(struct ts_added *a, const struct ts_added_token *token)
{
    uint32_t node = 0;
    for (size_t i = 0; i < token->n; i++) {
        size_t cell = (size_t)node * a->classes + a->class_of[(unsigned char)token->text[i]];
        if (!a->next[cell]) {
            uint32_t child = grow(a);
            if (!child) return -1;
            a->next[cell] = child;
        }
        node = a->next[cell];
    }
    if (a->id[node] >= 0) return 1;
    a->id[node] = token->id;
    return 0;
}

int ts_added_build(struct ts_added *a, const struct ts_added_token *tokens, size_t n,
                   const struct ts_added_token **twice)
{
    bool used[256] = {0};
    if (!n) return 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < tokens[i].n; j++) used[(unsigned char)tokens[i].text[j]] = true;
    a->classes = 1;
    for (int c = 0; c < 256; c++) /* UTF-8 never uses all 256 values: the count fits a byte */
        if (used[c]) a->class_of[c] = (uint8_t)a->classes++;
    grow(a);
    if (!a->nodes) return -1;
    for (size_t i = 0; i < n; i++) {
        int result = insert(a, &tokens[i]);
        if (result > 0) *twice = &tokens[i];
        if (result) return -1;
    }
    return 0;
}

void ts_added_free(struct ts_added *a)
{
    free(a->next);
    free(a->id);
}

/* The end of the longest token that begins at `at`, or 0. */
static size_t match(const struct ts_added *a, const unsigned char *s, size_t n, size_t at,
                    int32_t *id)
{
    size_t end = 0;
    for (uint32_t node = 0; at < n; at++) {
        node = a->next[(size_t)node * a->classes + a->class_of[s[at]]];
        if (!node) break;
        if (a->id[node] < 0) continue;
        *id = a->id[node];
        end = at + 1;
    }
    return end;
}

size_t ts_added_find(const struct ts_added *a, const char *text, size_t n, size_t at, size_t *end,
                     int32_t *id)
{
    const unsigned char *s = (const unsigned char *)text;
    if (!a->nodes) return n;
    for (; at < n; at++) {
        if (!a->next[a->class_of[s[at]]]) continue;
        *end = match(a, s, n, at, id);
        if (*end) return at;
    }
    return n;
}
