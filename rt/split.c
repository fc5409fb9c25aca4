/* split.c - see split.h. */
#include "rt/split.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What a compiler reads before it comes to kernels takes it about as long as LEAST bytes of them. */
enum { LEAST = 24 * 1024 };

/* The line of the next kernel at or behind `at`; `end`: there is none. */
static const char *next_kernel(const char *at, const char *end)
{
    static const char mark[] = "tessera kernel=";
    const char *found = memmem(at, (size_t)(end - at), mark, sizeof mark - 1);
    if (!found) return end;
    while (found > at && found[-1] != '\n') found--;
    return found;
}

static const char *behind(const char *kernel, const char *end)
{
    const char *line = memchr(kernel, '\n', (size_t)(end - kernel));
    return line ? next_kernel(line + 1, end) : end;
}

static bool add(ts_split *s, int i, const char *from, const char *to)
{
    size_t n = (size_t)(to - from);
    char *more = realloc(s->text[i], s->bytes[i] + n + 1);
    if (!more) return false;
    memcpy(more + s->bytes[i], from, n);
    s->text[i] = more;
    s->bytes[i] += n;
    more[s->bytes[i]] = 0;
    return true;
}

static int shortest(const ts_split *s)
{
    int best = 0;
    for (int i = 1; i < s->n; i++)
        if (s->bytes[i] < s->bytes[best]) best = i;
    return best;
}

ts_split ts_split_make(const char *text, size_t bytes, int most)
{
    ts_split s = {.n = 0};
    const char *end = text + bytes, *first = next_kernel(text, end);
    int fit = (int)((size_t)(end - first) / LEAST);
    s.n = fit < most ? fit : most;
    if (s.n > TS_SPLIT) s.n = TS_SPLIT;
    if (s.n < 2) return (ts_split){.n = 0};
    bool good = true;
    for (int i = 0; i < s.n && good; i++) good = add(&s, i, text, first);
    for (const char *at = first, *to; at < end && good; at = to) {
        to = behind(at, end);
        good = add(&s, shortest(&s), at, to);
    }
    if (!good) ts_split_free(&s);
    return s;
}

void ts_split_free(ts_split *s)
{
    for (int i = 0; i < TS_SPLIT; i++) free(s->text[i]);
    *s = (ts_split){.n = 0};
}
