/* text.c - a text that grows. */
#include "compile/text.h"
#include "tessera/c_locale.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool grow(ts_text *t, size_t more)
{
    if (t->n + more + 1 <= t->cap) return true;
    size_t cap = t->cap ? t->cap : 4096;
    while (cap < t->n + more + 1) cap *= 2;
    char *s = realloc(t->s, cap);
    if (!s) {
        t->failed = true;
        return false;
    }
    t->s = s;
    t->cap = cap;
    return true;
}

void ts_put_v(ts_text *t, const char *format, va_list ap)
{
    TS_C_LOCALE;
    if (t->failed) return;
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (n < 0 || !grow(t, (size_t)n)) return;
    vsnprintf(t->s + t->n, (size_t)n + 1, format, ap);
    t->n += (size_t)n;
}

void ts_put(ts_text *t, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    ts_put_v(t, format, ap);
    va_end(ap);
}

void ts_put_bytes(ts_text *t, const void *from, size_t bytes)
{
    if (t->failed || !grow(t, bytes)) return;
    memcpy(t->s + t->n, from, bytes);
    t->n += bytes;
    t->s[t->n] = 0;
}
