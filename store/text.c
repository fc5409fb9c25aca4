/* text.c - kept text and other memory that goes at once. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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

bool ts_grow(void **array, size_t n, size_t size)
{
    if (n & (n - 1)) return true;
    void *grown = realloc(*array, (n ? 2 * n : 1) * size);
    if (grown) *array = grown;
    return grown;
}

bool ts_same(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}
