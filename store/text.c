/* text.c - kept text, what texts of rows mean, and rows made fit to be stored. */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "store/mend.h"
#include "store/store_int.h"

typedef struct block {
    struct block *next;
    size_t used, size;
    max_align_t data[];
} block;

/* SIZE: most texts are short. */
void *ts_memory_take(void **memory, size_t n, size_t each)
{
    enum { SIZE = 1 << 16, STEP = sizeof(max_align_t) };
    block *b = *memory;
    if (each && n > (SIZE_MAX / 2 - STEP) / each) return NULL;
    n = (n * each + STEP - 1) / STEP * STEP;
    if (!b || b->size - b->used < n) {
        size_t size = n > SIZE ? n : SIZE;
        block *fresh = calloc(1, sizeof *fresh + size);
        if (!fresh) return NULL;
        *fresh = (block){.next = b, .size = size};
        *memory = b = fresh;
    }
    b->used += n;
    return (char *)b->data + b->used - n;
}

const char *ts_text_keep(void **memory, const char *text)
{
    size_t n = text ? strlen(text) + 1 : 0;
    char *to = n ? ts_memory_take(memory, n, 1) : NULL;
    return to ? memcpy(to, text, n) : NULL;
}

void ts_memory_free(void *memory)
{
    for (block *b = memory, *next; b; b = next) {
        next = b->next;
        free(b);
    }
}

static const char *clean(void **memory, const char *text)
{
    size_t n = strlen(text);
    char *to = ts_memory_take(memory, 3 * n + 1, 1);
    if (to) ts_text_mend(text, n, to);
    return to;
}

bool ts_grow(void **array, size_t n, size_t size)
{
    if (n & (n - 1)) return true;
    void *grown = realloc(*array, (n ? 2 * n : 1) * size);
    if (grown) *array = grown;
    return grown;
}

int ts_row_clean(const ts_column *c, const void *row, ts_value *to, void **memory, ts_error *err)
{
    int n = 0;
    for (; c->name; c++, n++) {
        ts_value x = ts_column_get(c, row);
        if (isinf(x.number))
            return ts_fail(err, "%s is infinite; leave it unknown instead", c->name);
        if (x.text && strnlen(x.text, TS_STORE_TEXT_MAX + 1) > TS_STORE_TEXT_MAX)
            return ts_fail(err, "%s has over %d bytes; shorten it", c->name, TS_STORE_TEXT_MAX);
        if (x.text && !(x.text = clean(memory, x.text))) return ts_store_no_memory(err);
        if (x.number == 0) x.number = 0;
        to[n] = x;
    }
    return n;
}

bool ts_same(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}
