/* spoilt.h - a text many times over in one: each copy has its names with a number behind, and a mutant another word in one
 * place. */
#ifndef TESSERA_TEST_SIMT_SPOILT_H
#define TESSERA_TEST_SIMT_SPOILT_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* names: all that the text defines, and with ! before them words of the language that have one of these in them; NULL ends
 * them. Which of them stands at s: NULL if none does. */
static inline const char *name_at(const char *const *names, const char *s)
{
    for (; *names; names++) {
        const char *name = *names + (**names == '!');
        if (!strncmp(s, name, strlen(name))) return *names;
    }
    return NULL;
}

/* From `text` to `end`, NULL: all of it. */
static inline void put_text(FILE *f, const char *const *names, const char *text, const char *end,
                            int number)
{
    if (!end) end = text + strlen(text);
    for (const char *s = text, *name; s < end;) {
        bool own = (name = name_at(names, s)) && *name != '!';
        size_t n = name ? strlen(name) - !own : 1;
        fprintf(f, "%.*s", (int)n, s);
        if (own) fprintf(f, "%d", number);
        s += n;
    }
}

/* The text with `to` in the place of `from`, which stands at `at`. */
static inline void put_spoilt(FILE *f, const char *const *names, const char *text, const char *at,
                              const char *from, const char *to, int number)
{
    put_text(f, names, text, at, number);
    put_text(f, names, to, NULL, number);
    put_text(f, names, at + strlen(from), NULL, number);
}

#endif
