/* columns.c - columns as tables, made from fields.def; kept text and other memory that goes at once. */
#include "store/store.h"
#include "tessera/c_locale.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define T(name, meaning) {#name, meaning, offsetof(ROW, name), true},
#define R(name, meaning) {#name, meaning, offsetof(ROW, name), false},
#define ROW              ts_run_info
const ts_column ts_run_columns[] = {
#define TS_RUN_FIELDS
#include "store/fields.def"
#undef TS_RUN_FIELDS
    {0}};
#undef ROW
#define ROW ts_result
const ts_column ts_result_columns[] = {
#define TS_RESULT_FIELDS
#include "store/fields.def"
#undef TS_RESULT_FIELDS
    {0}};
#undef ROW
#define ROW ts_sample
const ts_column ts_sample_columns[] = {
#define TS_SAMPLE_FIELDS
#include "store/fields.def"
#undef TS_SAMPLE_FIELDS
    {0}};
#undef ROW
#undef T
#undef R

ts_value ts_column_get(const ts_column *c, const void *row)
{
    ts_value x = {NULL, NAN, false};
    const void *at = (const char *)row + c->offset;
    if (c->text)
        memcpy(&x.text, at, sizeof x.text);
    else
        memcpy(&x.number, at, sizeof x.number);
    return x;
}

void ts_column_set(const ts_column *c, void *row, ts_value x)
{
    void *at = (char *)row + c->offset;
    if (c->text)
        memcpy(at, &x.text, sizeof x.text);
    else
        memcpy(at, &x.number, sizeof x.number);
}

const char *ts_number_text(double x, char text[32])
{
    TS_C_LOCALE;
    *text = 0;
    if (isnan(x)) return text;
    if (fabs(x) < 1e15 && x == rint(x)) {
        snprintf(text, 32, "%.0f", x);
        return text;
    }
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, 32, "%.*g", digits, x);
        if (strtod(text, NULL) == x) break;
    }
    return text;
}

static void blank(const ts_column *c, void *row)
{
    for (; c->name; c++) ts_column_set(c, row, (ts_value){NULL, NAN, false});
}

ts_run_info ts_run_blank(void)
{
    ts_run_info r;
    blank(ts_run_columns, &r);
    return r;
}

ts_result ts_result_blank(void)
{
    ts_result r;
    blank(ts_result_columns, &r);
    return r;
}

/* ---- text and memory ---- */

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
