/* words.h - counts in words: "1 run", "2 runs".
 *
 *     printf("%zu run%s, %zu pass%s\n", runs, ts_s(runs), passes, ts_es(passes));
 */
#ifndef TESSERA_TOOL_WORDS_H
#define TESSERA_TOOL_WORDS_H

#include <stddef.h>

/* What a noun gets behind it when n of its kind are meant. */
static inline const char *ts_s(size_t n)
{
    return n == 1 ? "" : "s";
}

static inline const char *ts_es(size_t n)
{
    return n == 1 ? "" : "es";
}

#endif
